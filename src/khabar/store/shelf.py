"""Reports, events and stories put down and taken up again. The only place that writes.

One transaction a report; another when the stories around some reports are made anew. Nothing is computed here: what a row holds
was worked out by the rooms before.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, and_, bindparam, delete, func, insert, or_, select, text, update

from khabar.errors import StoreError
from khabar.model import Claim, Coded, Decision, Dossier, Entity, Kept, Report, Reuse, Span, Story, Trace
from khabar.store import codec, schema, terms
from khabar.store.engine import connect, is_url, ready, told
from khabar.store.filters import Filters

T = TypeVar("T")
MANY = 500  # values in one IN


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


def now() -> str:
    """The moment, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Shelf:
    """An open store. Raises StoreError for all that is wrong with the medium."""

    def __init__(self, where: str | os.PathLike[str], *, readonly: bool = False, create: bool = True) -> None:
        self.where = os.fspath(where)
        self.name = self.where.rpartition("@")[2] if is_url(self.where) else self.where  # never with a password
        self.readonly = readonly
        self.engine = connect(where, readonly, create)
        self.sqlite = self.engine.dialect.name == "sqlite"
        ready(self.engine, self.name, readonly)
        self._within: Connection | None = None
        self._who: dict[str, Entity] = {}  # entities already read

    def close(self) -> None:
        """Give the file or the connections back."""
        self.engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing; what is called inside belongs to it."""
        if self._within is not None:
            yield self._within
            return
        with told(self.name), self.engine.begin() as connection:
            self._within, done = connection, False
            try:
                yield connection
                done = True
            finally:
                self._within = None
                if not done:
                    self._who.clear()  # what was read or written inside may not be there

    # ------------------------------------------------------------------ putting down

    def has(self, id: str) -> bool:
        """Is there a report with this id?"""
        with self.transaction() as c:
            return c.execute(select(schema.report.c.seq).where(schema.report.c.id == id)).first() is not None

    def ids(self) -> set[str]:
        """The ids of all reports."""
        return set(self._ids(select(schema.report.c.id)))

    def put(self, leaf: Leaf, names: Callable[[Entity], Iterable[str]]) -> bool:
        """Keep a report; False where it is there already. One transaction. names: all names of an entity."""
        report = leaf.coded.report
        with self.transaction() as c:
            if c.execute(select(schema.report.c.seq).where(schema.report.c.id == report.id)).first():
                return False
            row = {**leaf.row(), "id": report.id, "text": report.text, "added_at": now(), "version_of": self._earlier(c, report), "grouped": 0}
            seq = c.execute(insert(schema.report).values(row).returning(schema.report.c.seq)).scalar_one()
            self.index(seq, leaf.title, leaf.words)
            self._rows(c, seq, leaf, names)
        return True

    def recode(self, leaf: Leaf, names: Callable[[Entity], Iterable[str]]) -> None:
        """Put a report's coding in place of the old one; its stories have to be looked for again."""
        id = leaf.coded.report.id
        with self.transaction() as c:
            seq = c.execute(select(schema.report.c.seq).where(schema.report.c.id == id)).scalar_one()
            for table in (schema.event, schema.statement, schema.relation):
                c.execute(delete(table).where(table.c.report == id))
            for table in (schema.named, schema.key):
                c.execute(delete(table).where(table.c.seq == seq))
            c.execute(update(schema.report).where(schema.report.c.seq == seq).values(**leaf.row(), grouped=0))
            self._rows(c, seq, leaf, names)

    def _rows(self, c: Connection, seq: int, leaf: Leaf, names: Callable[[Entity], Iterable[str]]) -> None:
        coded = leaf.coded
        self._entities(c, coded.entities, names)
        country = {e.id: e.country for e in coded.entities}
        self._insert(c, schema.named, [{"entity": e, "seq": seq, "times": n} for e, n in _times(coded).items()])
        self._insert(c, schema.key, [{"key": k, "seq": seq} for k in dict.fromkeys(leaf.trace.keys)])
        events, parties, topics = [], [], []
        for nr, (e, line) in enumerate(zip(coded.events, leaf.lines, strict=True)):
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
        self._insert(c, schema.event, events)
        self._insert(c, schema.party, parties)
        self._insert(c, schema.topic, topics)
        self._insert(c, schema.statement, [
            {
                "id": s.id, "report": s.report, "nr": n, "speaker": s.speaker, "kind": s.kind, "cue": s.cue, "start": s.span.start,
                "stop": s.span.stop, "said_by": json.dumps([x.entity or x.name for x in s.said_by], ensure_ascii=False),
            }
            for n, s in enumerate(coded.statements)
        ])  # fmt: skip
        self._insert(c, schema.relation, [
            {
                "id": r.id, "report": r.report, "nr": n, "subject": r.subject, "relation": r.relation, "object": r.object,
                "date": r.date.value if r.date else None, "start": r.span.start, "stop": r.span.stop,
            }
            for n, r in enumerate(coded.relations)
        ])  # fmt: skip

    @staticmethod
    def _insert(c: Connection, table: Any, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            c.execute(insert(table), list(rows))

    def _entities(self, c: Connection, entities: Sequence[Entity], names: Callable[[Entity], Iterable[str]]) -> None:
        """Entities that are new, or of which more is known now; with every name that they may be looked up by."""
        t = schema.entity.c
        entities = [e for e in dict.fromkeys(entities) if self._who.get(e.id) != e]
        held: dict[str, bytes] = {}
        for some in _batched(list(dict.fromkeys(e.id for e in entities)), MANY):
            held.update((r.id, bytes(r.body)) for r in c.execute(select(t.id, t.body).where(t.id.in_(some))))
        for e in entities:
            if e.id in held and not e.known:
                e = _both(codec.unpack(Entity, held[e.id]), e)
            body = codec.pack(e)
            self._who[e.id] = e
            if held.get(e.id) == body:
                continue
            held_before = e.id in held
            held[e.id] = body
            known = dict(e.names)
            row = {
                "id": e.id, "kind": e.kind, "ar": known.get("ar"), "en": known.get("en"), "ru": known.get("ru"), "country": e.country,
                "sector": e.sector, "wikidata": e.wikidata, "known": int(e.known), "body": body,
            }  # fmt: skip
            if held_before:
                c.execute(update(schema.entity).where(schema.entity.c.id == e.id).values(row))
                c.execute(delete(schema.name).where(schema.name.c.entity == e.id))
            else:
                c.execute(insert(schema.entity).values(row))
            forms = {terms.names(f) for f in (*known.values(), *names(e))} - {""}
            if e.kind == "person":
                forms |= {f.split()[-1] for f in forms}
            self._insert(c, schema.name, [{"name": f, "entity": e.id} for f in sorted(forms)])

    @staticmethod
    def _earlier(c: Connection, report: Report) -> str | None:
        """The last report of the same address, which this one says anew."""
        if not report.url:
            return None
        row = c.execute(select(schema.report.c.id).where(schema.report.c.url == report.url).order_by(schema.report.c.seq.desc())).first()
        return row.id if row else None

    def index(self, seq: int, title: str, words: str) -> None:
        """Put the terms of a report into the index of words."""
        with self.transaction() as c:
            if self.sqlite:
                query = text("INSERT INTO t_text (rowid, title, body) VALUES (:seq, :title, :body)")
                c.execute(query, {"seq": seq, "title": title, "body": words})
            else:
                query = text("INSERT INTO t_text (rowid, words) VALUES (:seq, CAST(:words AS tsvector))")
                c.execute(query, {"seq": seq, "words": _vector(title, words)})

    # ------------------------------------------------------------------ failures

    def fail(self, path: str, reason: str, given: Mapping[str, Any]) -> None:
        """Remember an input that could not be read."""
        with self.transaction() as c:
            table = schema.failure
            same = (table.c.path == path, table.c.reason == reason)
            done = c.execute(update(table).where(*same).values(tries=table.c.tries + 1, at=now()))
            if not done.rowcount:
                c.execute(insert(table).values(path=path, reason=reason, at=now(), tries=1, given=json.dumps(dict(given))))

    def forgive(self, path: str) -> None:
        """Forget the failures of an input that has been read."""
        with self.transaction() as c:
            c.execute(delete(schema.failure).where(schema.failure.c.path == path))

    def failures(self) -> list[dict[str, Any]]:
        """Inputs that could not be read: path, reason, at, tries, given."""
        with self.transaction() as c:
            rows = c.execute(select(schema.failure).order_by(schema.failure.c.at, schema.failure.c.path))
            return [{**r._mapping, "given": json.loads(r.given)} for r in rows]

    # ------------------------------------------------------------------ stories

    def ungrouped(self, limit: int) -> list[str]:
        """Reports whose stories have not been looked for, in the order of their days."""
        t = schema.report.c
        return self._ids(select(t.id).where(t.grouped == 0).order_by(func.coalesce(t.day, ""), t.seq).limit(limit))

    def found(self, keys: Iterable[int], days: tuple[str, str] | None, most: int) -> Iterator[tuple[int, str]]:
        """(key, report) for the reports with a story that have one of the keys, in these days or whenever; without keys of more than most."""
        t, k = schema.report.c, schema.key.c
        # "+ 0": else SQLite goes through all grouped reports and looks for the keys in each (30 ms instead of 1 over 1,000 reports).
        grouped = t.grouped + 0 == 1
        within = [] if days is None else [or_(t.low.is_(None), and_(t.low <= days[1], t.high >= days[0]))]
        joined = func.aggregate_strings(t.id, " ")  # a row a key: a common one has thousands of reports
        query = select(k.key, joined).join(schema.report, t.seq == k.seq).group_by(k.key).having(func.count() <= most)
        with self.transaction() as c:
            for some in _batched(keys, MANY):
                for key, reports in c.execute(query.where(k.key.in_(some), grouped, *within)).all():
                    yield from ((key, r) for r in reports.split())

    def kept(self, reports: Iterable[str]) -> list[Kept]:
        """Every story that one of these reports tells."""
        with self.transaction() as c:
            return self._kept(c, self.stories_of(reports))

    @staticmethod
    def _kept(c: Connection, stories: Sequence[str]) -> list[Kept]:
        reports: dict[str, list[tuple[str, int]]] = {s: [] for s in stories}
        events: dict[str, list[str]] = {s: [] for s in stories}
        for some in _batched(stories, MANY):
            rows = select(schema.told.c.story, schema.told.c.report, schema.told.c.main).where(schema.told.c.story.in_(some))
            for story, report, main in c.execute(rows.order_by(schema.told.c.story, schema.told.c.nr)):
                reports[story].append((report, main))
            parts = select(schema.part.c.story, schema.part.c.event).where(schema.part.c.story.in_(some))
            for story, event in c.execute(parts.order_by(schema.part.c.story, schema.part.c.nr)):
                events[story].append(event)
        return [Kept(s, tuple(r for r, main in reports[s] if main), tuple(r for r, _ in reports[s]), tuple(events[s])) for s in stories]

    def taken(self, id: str) -> bool:
        """Has a story this id, or had one?"""
        return self.present(id) is not None

    def keep_stories(
        self,
        reports: Sequence[str],
        stories: Sequence[Story],
        main_stories: Mapping[str, str],
        gone: Mapping[str, str | None],
        claims: Sequence[Claim],
        entities: Sequence[Entity],
        names: Callable[[Entity], Iterable[str]],
    ) -> None:
        """Write stories anew, whole.

        reports: those whose stories were looked for; main_stories: of the reports of these stories; gone: id of a story that is no
        more -> the one that took it in, or None. claims: those of all these reports.
        """
        with self.transaction() as c:
            moment, t = now(), schema.report.c
            self._entities(c, entities, names)
            first: dict[str, str] = {}
            for some in _batched([s.id for s in stories], MANY):
                query = select(schema.story.c.id, schema.story.c.first_at).where(schema.story.c.id.in_(some))
                first.update((r.id, r.first_at) for r in c.execute(query))
            for some in _batched(reports, MANY):
                c.execute(update(schema.report).where(t.id.in_(some)).values(grouped=1, main_story=None))
            for s in stories:
                self._story(c, s, main_stories, first.get(s.id), moment)
                mine = [r for r in s.reports if main_stories.get(r) == s.id]
                for some in _batched(mine, MANY):
                    c.execute(update(schema.report).where(t.id.in_(some)).values(main_story=s.id))
            for id, heir in gone.items():
                if heir is not None:
                    c.execute(update(schema.former).where(schema.former.c.story == id).values(story=heir))
                    c.execute(insert(schema.former).values(id=id, story=heir))
                c.execute(delete(schema.story).where(schema.story.c.id == id))
            mine = list({c.report for c in claims})
            for some in _batched(mine, MANY):
                inside = select(schema.event.c.id).where(schema.event.c.report.in_(some))
                c.execute(delete(schema.claim).where(schema.claim.c.event.in_(inside)))
            self._insert(c, schema.claim, [
                {
                    "id": x.id, "event": x.about, "field": x.field, "value": x.value,
                    "spans": json.dumps([[s.start, s.stop] for s in x.spans]), "chain": json.dumps(x.chain, ensure_ascii=False),
                }
                for x in {x.id: x for x in claims}.values()
            ])  # fmt: skip

    def keep_reuse(self, reports: Sequence[str], reuse: Sequence[Reuse]) -> None:
        """Write which passages of these reports stand in which others of them."""
        t = schema.reuse.c
        with self.transaction() as c:
            for some in _batched(reports, MANY):
                for others in _batched(reports, MANY):
                    c.execute(delete(schema.reuse).where(t.source.in_(some), t.target.in_(others)))
            numbered: dict[tuple[str, str], int] = {}
            rows = []
            for r in reuse:
                nr = numbered[r.source, r.target] = numbered.get((r.source, r.target), 0) + 1
                rows.append({"source": r.source, "target": r.target, "nr": nr, "body": codec.pack(r)})
            self._insert(c, schema.reuse, rows)

    def _story(self, c: Connection, s: Story, main_stories: Mapping[str, str], first: str | None, moment: str) -> None:
        title = dict(s.title)
        verdicts = [f.verdict for f in s.facts]
        row = {
            "id": s.id, "title_ar": title.get("ar"), "title_en": title.get("en"), "day": _day_of(s.id), "n_reports": len(s.reports),
            "n_origins": sum(not o.id.startswith("text/") for o in s.origins), "n_unknown": s.n_unknown,
            "n_contradicted": verdicts.count("contradicted"), "n_differs": verdicts.count("differs"),
            "n_corroborated": verdicts.count("corroborated"), "body": codec.pack(s), "changed_at": moment,
        }  # fmt: skip
        if first is None:
            c.execute(insert(schema.story).values(**row, first_at=moment))
        else:
            c.execute(update(schema.story).where(schema.story.c.id == s.id).values(row))
            for table in (schema.told, schema.part, schema.origin):
                c.execute(delete(table).where(table.c.story == s.id))
        told_by = [{"story": s.id, "report": r, "nr": n, "main": int(main_stories.get(r) == s.id)} for n, r in enumerate(s.reports)]
        self._insert(c, schema.told, told_by)
        self._insert(c, schema.part, [{"story": s.id, "event": e, "nr": n} for n, e in enumerate(dict.fromkeys(s.events))])
        self._insert(c, schema.origin, [
            {
                "story": s.id, "id": o.id, "name": o.name, "entity": o.entity, "reports": json.dumps(o.reports),
                "chains": json.dumps(o.chains, ensure_ascii=False), "why": o.why,
            }
            for o in s.origins
        ])  # fmt: skip

    def keep_dossiers(self, dossiers: Sequence[Dossier]) -> None:
        """Put dossiers down, each in place of the one with its id; one without a step is none."""
        with self.transaction() as c:
            for d in dossiers:
                title = dict(d.title)
                c.execute(delete(schema.dossier).where(schema.dossier.c.id == d.id))
                if not d.steps:
                    continue
                c.execute(insert(schema.dossier).values(
                    id=d.id, title_ar=title.get("ar"), title_en=title.get("en"), n_steps=len(d.steps), body=codec.pack(d), changed_at=now()
                ))  # fmt: skip
                self._file(c, d)

    # ------------------------------------------------------------------ taking up

    def coded(self, ids: Iterable[str], machine: bool = False) -> Iterator[Coded]:
        """Reports as they were coded, in the order asked for. machine: without what people changed."""
        t = schema.report.c
        body = (func.coalesce(t.machine, t.body) if machine else t.body).label("body")
        with self.transaction() as c:
            for some in _batched(ids, MANY):
                rows = {r.id: r for r in c.execute(select(t.id, t.text, body).where(t.id.in_(some)))}
                found = [(codec.unpack(Coded, rows[id].body), rows[id].text) for id in some if id in rows]
                missing = {e.id for coded, _ in found for e in coded.entities} - self._who.keys()
                self._who.update((e.id, e) for e in self._bodies(schema.entity, sorted(missing), Entity))
                for coded, words in found:
                    who = tuple(self._who.get(e.id, e) for e in coded.entities)
                    yield replace(coded, report=replace(coded.report, text=words), entities=who)

    def reports(self, filters: Filters) -> list[str]:
        """Ids of reports, the latest first."""
        t = schema.report.c
        query = select(t.id).where(t.seq.in_(filters.reports())).order_by(t.day.is_(None), t.day.desc(), t.seq.desc())
        return self._ids(query)

    def events(self, filters: Filters) -> list[tuple[str, str]]:
        """(event, report), the latest first."""
        e, r = schema.event.c, schema.report.c
        query = select(e.id, e.report).join(schema.report, r.id == e.report).where(e.id.in_(filters.events()))
        day = func.coalesce(e.day, func.substr(e.date, 1, 10), r.day)
        with self.transaction() as c:
            return [(x.id, x.report) for x in c.execute(query.order_by(day.is_(None), day.desc(), r.seq, e.nr))]

    def stories(self, filters: Filters) -> list[str]:
        """Ids of stories, the latest first."""
        t = schema.story.c
        return self._ids(select(t.id).where(t.id.in_(filters.stories())).order_by(t.day.is_(None), t.day.desc(), t.n_reports.desc(), t.id))

    def _ids(self, query: Select[Any]) -> list[str]:
        with self.transaction() as c:
            return list(c.execute(query).scalars())

    def stories_of(self, reports: Iterable[str]) -> list[str]:
        """Ids of the stories that some of these reports tell."""
        with self.transaction() as c:
            found: set[str] = set()
            for some in _batched(reports, MANY):
                found.update(c.execute(select(schema.told.c.story).where(schema.told.c.report.in_(some))).scalars())
            return sorted(found)

    def told_stories(self, ids: Iterable[str]) -> Iterator[Story]:
        """Stories, in the order asked for."""
        yield from self._bodies(schema.story, ids, Story)

    def _bodies(self, table: Any, ids: Iterable[str], kind: type[T]) -> Iterator[T]:
        with self.transaction() as c:
            for some in _batched(ids, MANY):
                rows = {r.id: bytes(r.body) for r in c.execute(select(table.c.id, table.c.body).where(table.c.id.in_(some)))}
                yield from (codec.unpack(kind, rows[id]) for id in some if id in rows)

    def present(self, story: str) -> str | None:
        """The id under which a story is kept now: its own, or that of the one that took it in."""
        with self.transaction() as c:
            if c.execute(select(schema.story.c.id).where(schema.story.c.id == story)).first():
                return story
            return c.execute(select(schema.former.c.story).where(schema.former.c.id == story)).scalar()

    def main_stories(self, reports: Iterable[str]) -> dict[str, str]:
        """Report -> the story of its main news."""
        t = schema.report.c
        with self.transaction() as c:
            return {
                id: story for some in _batched(reports, MANY)
                for id, story in c.execute(select(t.id, t.main_story).where(t.id.in_(some))) if story
            }  # fmt: skip

    def claims(self, reports: Iterable[str]) -> Iterator[Claim]:
        """Claims of reports, in the order of the events."""
        t, e = schema.claim.c, schema.event.c
        with self.transaction() as c:
            for some in _batched(reports, MANY):
                query = select(schema.claim, e.report, e.rule).join(schema.event, e.id == t.event).where(e.report.in_(some))
                for r in c.execute(query.order_by(e.report, e.nr, t.field, t.value)):
                    spans = tuple(Span(*s) for s in json.loads(r.spans))
                    yield Claim(r.id, r.event, r.field, r.value, r.report, spans, tuple(json.loads(r.chain)), r.rule)

    def reuse(self, reports: Sequence[str]) -> list[Reuse]:
        """Passages that stand in two of these reports."""
        inside, out, t = set(reports), [], schema.reuse.c
        with self.transaction() as c:
            for some in _batched(reports, MANY):
                for r in c.execute(select(t.target, t.body).where(t.source.in_(some)).order_by(t.source, t.target, t.nr)):
                    if r.target in inside:
                        out.append(codec.unpack(Reuse, r.body))
        return out

    def dossiers(self, ids: Iterable[str] | None = None, events: Sequence[str] | None = None) -> list[Dossier]:
        """Dossiers by id, all of them, or those in which one of the events is filed."""
        t = schema.dossier.c
        if events is not None:
            with self.transaction() as c:
                found: set[str] = set()
                for some in _batched(events, MANY):
                    found.update(c.execute(select(schema.filed.c.dossier).where(schema.filed.c.event.in_(some))).scalars())
            ids = sorted(found)
        if ids is None:
            ids = self._ids(select(t.id).order_by(t.id))
        return list(self._bodies(schema.dossier, ids, Dossier))

    def entities(self, ids: Iterable[str] | None = None) -> list[Entity]:
        """Entities by id; all of them without ids."""
        if ids is None:
            ids = self._ids(select(schema.entity.c.id).order_by(schema.entity.c.id))
        return list(self._bodies(schema.entity, ids, Entity))

    def owners(self, events: Iterable[str]) -> dict[str, str]:
        """Event -> its report, for those that are there."""
        t = schema.event.c
        with self.transaction() as c:
            return {e: r for some in _batched(dict.fromkeys(events), MANY) for e, r in c.execute(select(t.id, t.report).where(t.id.in_(some)))}

    def report_of(self, id: str) -> str | None:
        """The report that an event, statement, relation or claim stands in."""
        with self.transaction() as c:
            for table in (schema.event, schema.statement, schema.relation):
                found: str | None = c.execute(select(table.c.report).where(table.c.id == id)).scalar()
                if found is not None:
                    return found
            query = select(schema.event.c.report).join(schema.claim, schema.claim.c.event == schema.event.c.id)
            claimed: str | None = c.execute(query.where(schema.claim.c.id == id)).scalar()
            return claimed

    def machine_report_of(self, id: str) -> str | None:
        """The same, of what people have rejected."""
        t = schema.report.c
        with self.transaction() as c:
            for row in c.execute(select(t.id, t.machine).where(t.machine.is_not(None))):
                coded = codec.unpack(Coded, row.machine)
                if id in {*(e.id for e in coded.events), *(s.id for s in coded.statements), *(r.id for r in coded.relations)}:
                    return str(row.id)
        return None

    def _file(self, c: Connection, d: Dossier) -> None:
        t = schema.event.c
        for some in _batched(dict.fromkeys(e for s in d.steps for e in s.events), MANY):
            there = c.execute(select(t.id).where(t.id.in_(some))).scalars().all()
            self._insert(c, schema.filed, [{"dossier": d.id, "event": e} for e in there])

    def versions(self, id: str) -> list[str]:
        """All words that the address of a report has had, the earliest first; at least the report itself."""
        t = schema.report.c
        with self.transaction() as c:
            first = id
            while (before := c.execute(select(t.version_of).where(t.id == first)).scalar()) is not None:
                first = before
            out = [first]
            while (after := c.execute(select(t.id).where(t.version_of == out[-1])).scalar()) is not None:
                out.append(after)
            return out

    def given(self, ids: Iterable[str]) -> Iterator[tuple[str, bytes, str]]:
        """(report, what came in, its text), in the order asked for."""
        t = schema.report.c
        with self.transaction() as c:
            for some in _batched(ids, MANY // 10):
                rows = {r.id: r for r in c.execute(select(t.id, t.given, t.text).where(t.id.in_(some)))}
                yield from ((id, bytes(rows[id].given), rows[id].text) for id in some if id in rows)

    def outdated(self, made: Made) -> list[str]:
        """Reports that another version of code or data has coded, the earliest first."""
        t = schema.report.c
        return self._ids(select(t.id).where(or_(t.khabar != made.khabar, t.data != made.data)).order_by(t.seq))

    def naming(self, entity: str) -> list[str]:
        """Reports that name an entity."""
        t = schema.report.c
        return self._ids(select(t.id).join(schema.named, schema.named.c.seq == t.seq).where(schema.named.c.entity == entity).order_by(t.seq))

    # ------------------------------------------------------------------ what people decided

    def decide(self, decision: Decision) -> bool:
        """Add a line to the log; False where it is there already."""
        t = schema.decision
        with self.transaction() as c:
            if c.execute(select(t.c.nr).where(t.c.id == decision.id)).first():
                return False
            row = {n: getattr(decision, n) for n in ("id", "at", "who", "why", "verb", "subject", "field", "value")}
            c.execute(insert(t).values(**row, bonds=json.dumps(decision.bonds)))
        return True

    def decisions(self) -> list[Decision]:
        """The log, in order."""
        t = schema.decision
        with self.transaction() as c:
            return [
                Decision(r.id, r.at, r.who, r.why, r.verb, r.subject, r.field, r.value, tuple((bool(s), a, b) for s, a, b in json.loads(r.bonds)))
                for r in c.execute(select(t).order_by(t.c.nr))
            ]

    def loosen(self, reports: Iterable[str]) -> None:
        """The stories of these reports have to be looked for anew."""
        t = schema.report.c
        with self.transaction() as c:
            for some in _batched(reports, MANY):
                c.execute(update(schema.report).where(t.id.in_(some)).values(grouped=0))

    # ------------------------------------------------------------------ asking

    def keep_foreign(self, source: str, rows: Iterable[Mapping[str, Any]]) -> int:
        """Keep what others have coded, in one transaction; what there was of this source before is replaced."""
        number = 0
        with self.transaction() as c:
            c.execute(delete(schema.foreign).where(schema.foreign.c.source == source))
            for some in _batched(rows, MANY):
                c.execute(insert(schema.foreign), [{**r, "source": source, "nr": number + n} for n, r in enumerate(some)])
                number += len(some)
        return number

    def setting(self, key: str) -> str | None:
        """A value kept under a key."""
        with self.transaction() as c:
            return c.execute(select(schema.setting.c.value).where(schema.setting.c.key == key)).scalar_one_or_none()

    def set_setting(self, key: str, value: str) -> None:
        """Keep a value under a key."""
        with self.transaction() as c:
            c.execute(delete(schema.setting).where(schema.setting.c.key == key))
            c.execute(insert(schema.setting).values(key=key, value=value))

    def sql(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Rows of a query over the views. To be asked of a store opened for reading only."""
        if not self.readonly:
            raise StoreError("sql is for reading: open the store with readonly=True")
        with self.transaction() as c, self._guarded(c):
            # Without parameters a colon is a colon, and % (LIKE '%...%') no placeholder of PostgreSQL's driver.
            found = c.execute(text(query), dict(parameters)) if parameters else c.exec_driver_sql(query if self.sqlite else query.replace("%", "%%"))
            if not found.returns_rows:
                raise StoreError("the query gives no rows: write SELECT …")
            return [dict(r._mapping) for r in found]

    @contextmanager
    def _guarded(self, c: Connection) -> Iterator[None]:
        """Inside, a query can read what is in the store, and nothing else (PostgreSQL: the transaction is for reading only)."""
        raw: Any = c.connection.driver_connection
        if self.sqlite:
            raw.set_authorizer(_reading)
        try:
            yield
        finally:
            if self.sqlite:
                raw.set_authorizer(None)

    def rows(self, level: str, filters: Filters) -> list[dict[str, Any]]:
        """A table of stories, events or claims that fit, the latest first."""
        view, wanted, order = {
            "story": ("stories", filters.stories(), "day DESC, id"),
            "event": ("events", filters.events(), "day DESC, report, id"),
            "claim": ("claims", filters.events(), "report, event, field, value"),
            "report": ("reports", select(schema.report.c.id).where(schema.report.c.seq.in_(filters.reports())), "day DESC, id"),
        }[level]
        column = "event" if level == "claim" else "id"
        with self.transaction() as c:
            ids = list(c.execute(wanted).scalars())
            found = []
            for some in _batched(ids, MANY):
                query = text(f"SELECT * FROM {view} WHERE {column} IN :some").bindparams(bindparam("some", expanding=True))
                found += [dict(r._mapping) for r in c.execute(query, {"some": some})]
            if level == "event":
                self._sides(c, found)
        for name in reversed(order.replace(" DESC", "").split(", ")):
            found.sort(key=_by(name), reverse=f"{name} DESC" in order)
        return found

    @staticmethod
    def _sides(c: Connection, rows: Sequence[dict[str, Any]]) -> None:
        """The parties of events, as columns: entity ids (else the words) and countries."""
        by_id = {r["id"]: r for r in rows}
        for r in rows:
            r.update(actors=[], actor_countries=[], recipients=[], recipient_countries=[], third_parties=[])
        t = schema.party.c
        for some in _batched(by_id, MANY):
            for p in c.execute(select(schema.party).where(t.event.in_(some)).order_by(t.event, t.nr)):
                side = {"actor": "actors", "recipient": "recipients", "third": "third_parties"}[p.part]
                by_id[p.event][side].append(p.entity or p.text)
                if p.part != "third" and p.country and p.country not in by_id[p.event][f"{p.part}_countries"]:
                    by_id[p.event][f"{p.part}_countries"].append(p.country)
        for r in rows:
            for name in ("actors", "actor_countries", "recipients", "recipient_countries", "third_parties"):
                r[name] = " | ".join(r[name])

    def stats(self) -> dict[str, Any]:
        """Counts, span of days, outlets, languages, types."""

        def table(query: str) -> dict[str, int]:
            return {str(k): n for k, n in c.execute(text(query))}

        with self.transaction() as c:
            first, last = c.execute(text("SELECT min(day), max(day) FROM t_report")).one()
            return {
                **self.counts(),
                "days": {"first": first, "last": last},
                "coded_by": table("SELECT khabar || ' ' || substr(data, 1, 19), count(*) FROM t_report GROUP BY 1 ORDER BY 2 DESC, 1"),
                "outlets": table("SELECT coalesce(outlet_name, outlet, '?'), count(*) FROM t_report GROUP BY 1 ORDER BY 2 DESC, 1"),
                "languages": table("SELECT language, count(*) FROM t_report GROUP BY 1 ORDER BY 2 DESC, 1"),
                "types": table("SELECT type, count(*) FROM t_event GROUP BY 1 ORDER BY 2 DESC, 1"),
            }

    def counts(self) -> dict[str, int]:
        """Rows of each kind."""
        tables = {
            "reports": schema.report, "events": schema.event, "statements": schema.statement, "relations": schema.relation,
            "claims": schema.claim, "stories": schema.story, "dossiers": schema.dossier, "entities": schema.entity, "failures": schema.failure,
            "decisions": schema.decision,
        }  # fmt: skip
        with self.transaction() as c:
            return {name: c.execute(select(func.count()).select_from(table)).scalar_one() for name, table in tables.items()}


def _reading(action: int, first: str | None, *_: object) -> int:
    """SQLite asks for everything that a query wants to do. Reading is allowed; other files and settings are not."""
    import sqlite3

    allowed = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE, sqlite3.SQLITE_TRANSACTION)
    return sqlite3.SQLITE_OK if action in allowed else sqlite3.SQLITE_DENY


def _both(old: Entity, new: Entity) -> Entity:
    """An entity that only texts know: what one of them adds is kept."""
    if old.known:
        return old
    names = tuple(sorted({**dict(new.names), **dict(old.names)}.items()))
    return replace(old, names=names, country=old.country or new.country, sector=old.sector or new.sector)


def _by(name: str) -> Callable[[dict[str, Any]], tuple[bool, str]]:
    return lambda row: (row[name] is not None, row[name] or "")


def _body(coded: Coded) -> bytes:
    """A coded report without its text, and of its entities the ids: both stand in the store once."""
    bare = tuple(Entity(e.id, e.kind, ()) for e in coded.entities)
    return codec.pack(replace(coded, report=replace(coded.report, text=""), entities=bare))


def _batched(values: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some


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


def _day_of(story: str) -> str | None:
    """The day that the id of a story begins with."""
    day = story[:10]
    return day if len(day) == 10 and day[:4].isdigit() and day[4] == "-" and day[5:7].isdigit() and day[8:].isdigit() else None


def _vector(title: str, body: str) -> str:
    """A tsvector: terms with their places, those of the title weighted. PostgreSQL holds 16,383 places."""
    places: dict[str, list[str]] = {}
    for weight, words, shift in (("A", title.split(), 0), ("D", body.split(), len(title.split()) + 8)):
        for n, word in enumerate(words, 1 + shift):
            if n < 16383:
                places.setdefault(word, []).append(f"{n}{weight}")
    return " ".join("'" + word.replace("\\", "\\\\").replace("'", "''") + "':" + ",".join(at[:255]) for word, at in places.items())
