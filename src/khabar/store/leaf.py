"""A coded report on its way into the store, and the rows that it is taken apart into. Nothing here hangs on a database."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Table

from khabar.model import Coded, Entity, Span, Trace
from khabar.store import codec, schema, terms

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """What is filed with an event beside its own fields: PLOVER's words and the day."""

    plover_type: str | None
    plover_mode: str | None
    quad: int | None
    intensity: float | None
    day: str | None
    day_basis: str | None


@dataclass(frozen=True, slots=True)
class Made:
    """By which version of code and data a report was coded."""

    khabar: str
    data: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A coded report, ready to be kept: nothing of it hangs on a database, so any process may make it.

    day: that of the report, ISO; lines: one an event; title, words: its terms for searching.
    """

    coded: Coded
    day: str | None
    lines: tuple[Line, ...]
    trace: Trace
    made: Made
    title: str
    words: str
    body: bytes
    given: bytes
    machine: bytes | None

    @classmethod
    def of(
        cls, coded: Coded, day: str | None, lines: tuple[Line, ...], trace: Trace, made: Made, given: bytes, machine: Coded | None = None
    ) -> Leaf:
        """From what the rooms before have worked out. given: what came in, packed; machine: the coding before people changed it."""
        title, words = terms.stream(coded.report.title), terms.stream(coded.report.text)
        return cls(coded, day, lines, trace, made, title, words, _body(coded), given, _body(machine) if machine else None)

    def row(self) -> dict[str, Any]:
        """Its row among the reports, as far as coding it anew may change it."""
        r, days = self.coded.report, self.trace.days
        return {
            "source_id": r.source_id, "path": r.path, "url": r.url, "outlet": r.outlet.id, "outlet_name": r.outlet.name, "title": r.title,
            "language": r.language, "published": r.published.value if r.published else None,
            "published_basis": r.published.basis if r.published else None, "day": self.day,
            "low": days[0] if days else None, "high": days[1] if days else None, "n_words": len(r.text.split()),
            "n_events": len(self.coded.events), "khabar": self.made.khabar, "data": self.made.data, "coded_at": now(), "body": self.body,
            "given": self.given, "machine": self.machine,
        }  # fmt: skip

    def tables(self, seq: int) -> Iterator[tuple[Table, list[Row]]]:
        """Its rows in the other tables, table by table. seq: the number of its report."""
        coded = self.coded
        country = {e.id: e.country for e in coded.entities}
        yield schema.named, [{"entity": e, "seq": seq, "times": n} for e, n in _times(coded).items()]
        yield schema.key, [{"key": k, "seq": seq} for k in dict.fromkeys(self.trace.keys)]
        events: list[Row] = []
        parties: list[Row] = []
        topics: list[Row] = []
        for nr, (e, line) in enumerate(zip(coded.events, self.lines, strict=True)):
            first = e.evidence[0].span if e.evidence else Span(0, 0)
            events.append({
                "id": e.id, "report": e.report, "nr": nr, "item": e.item, "type": e.type, "mode": e.mode, "contexts": ",".join(e.contexts),
                "status": e.status, "change": e.change, "background": int(e.background), "plover_type": line.plover_type,
                "plover_mode": line.plover_mode, "quad": line.quad, "intensity": line.intensity, "initiator": e.initiator,
                "date": e.date.value if e.date else None, "date_end": e.date.end if e.date else None,
                "date_basis": e.date.basis if e.date else None, "day": line.day, "day_basis": line.day_basis, "place": e.place,
                "place_country": _country(e.place, country), "rule": e.rule, "start": first.start, "stop": first.stop,
            })  # fmt: skip
            sides = [("actor", p) for p in e.actors] + [("recipient", p) for p in e.recipients] + [("third", p) for p in e.third_parties]
            parties += [
                {
                    "event": e.id, "nr": n, "part": part, "entity": p.entity, "country": p.country, "role": p.role, "text": p.text,
                    "start": p.span.start, "stop": p.span.stop,
                }
                for n, (part, p) in enumerate(sides)
            ]  # fmt: skip
            topics += [{"event": e.id, "entity": t} for t in dict.fromkeys(t.entity for t in e.about if t.entity)]
        yield schema.event, events
        yield schema.party, parties
        yield schema.topic, topics
        yield schema.statement, [
            {
                "id": s.id, "report": s.report, "nr": n, "speaker": s.speaker, "kind": s.kind, "cue": s.cue, "start": s.span.start,
                "stop": s.span.stop, "said_by": json.dumps([x.entity or x.name for x in s.said_by], ensure_ascii=False),
            }
            for n, s in enumerate(coded.statements)
        ]  # fmt: skip
        yield schema.relation, [
            {
                "id": r.id, "report": r.report, "nr": n, "subject": r.subject, "relation": r.relation, "object": r.object,
                "date": r.date.value if r.date else None, "start": r.span.start, "stop": r.span.stop,
            }
            for n, r in enumerate(coded.relations)
        ]  # fmt: skip


def now() -> str:
    """The moment, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _body(coded: Coded) -> bytes:
    """A coded report without its text, and of its entities the ids: both stand in the store once."""
    bare = tuple(Entity(e.id, e.kind, ()) for e in coded.entities)
    return codec.pack(replace(coded, report=replace(coded.report, text=""), entities=bare))


def _times(coded: Coded) -> dict[str, int]:
    """How often each entity of a report takes part in what it tells; 0 for those that are only named."""
    out = dict.fromkeys((e.id for e in coded.entities), 0)
    told = [p.entity for e in coded.events for p in (*e.actors, *e.recipients, *e.third_parties)]
    told += [t.entity for e in coded.events for t in e.about]
    told += [e.place for e in coded.events] + [s.speaker for s in coded.statements]
    for id in told:
        if id in out:
            out[id] += 1
    return out


def _country(place: str | None, country: Mapping[str, str | None]) -> str | None:
    if place is None:
        return None
    return place.removeprefix("state/") if place.startswith("state/") else country.get(place)
