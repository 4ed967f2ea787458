"""The corridor: read -> annotate -> code -> merge. The only place that walks through all rooms; it decides nothing itself."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from khabar import annotate as annotating
from khabar import coding, ingest, packs, tables
from khabar import record as recording
from khabar.encoder import Encoder
from khabar.errors import InputError
from khabar.ingest import Given, Raw
from khabar.ingest.masthead import Masthead
from khabar.model import Coded, Entity, Issue, Item, Outlet, Report, Span, When
from khabar.record import Record
from khabar.when import Calendar, stands_in

_FAULT = 200  # characters of an error that are told
_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)  # what a mistake of ours raises


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read, and why."""

    path: str
    reason: str


@cache
def _words(language: str, kind: type[Calendar] | type[Masthead]) -> Calendar | Masthead:
    name = "when.tsv" if kind is Calendar else "masthead.tsv"
    return kind.load(tables.data_dir() / "lang" / language / "words" / name)


def calendar(language: str) -> Calendar:
    """The date words of a language, loaded once. Raises PackError for data that break the format."""
    found = _words(language, Calendar)
    assert isinstance(found, Calendar)
    return found


def masthead(language: str) -> Masthead:
    """The masthead words of a language, loaded once. Raises PackError for data that break the format."""
    found = _words(language, Masthead)
    assert isinstance(found, Masthead)
    return found


# The pack whose masthead and date words read a page before its language is known.
_FIRST = "ar"


def reports(
    paths: Iterable[str | os.PathLike[str]], given: Given = Given(), read_bytes: Callable[[str], bytes] | None = None
) -> Iterator[Report | Failure]:
    """Every report in these files, folders, or standard input (``-``); what cannot be read is a Failure, and the rest goes on.

    given: what the caller knows of all of them. read_bytes: reads a path in another way than from the disk.
    """
    for raw in raws(paths, given, read_bytes):
        yield raw if isinstance(raw, Failure) else read_masthead(raw)


def sizes(paths: Iterable[str | os.PathLike[str]]) -> dict[str, int]:
    """Every file of these paths with its bytes; 0 for what has no size (standard input, a file that is not there)."""
    found = {}
    for path in ingest.paths(os.fspath(p) for p in paths):
        try:
            found[path] = os.stat(path).st_size
        except OSError:
            found[path] = 0
    return found


def raws(
    paths: Iterable[str | os.PathLike[str]], given: Given = Given(), read_bytes: Callable[[str], bytes] | None = None
) -> Iterator[Raw | Failure]:
    """The first half of ``reports``: decoded, out of their formats."""
    for path in ingest.paths(os.fspath(p) for p in paths):
        try:
            data = (read_bytes or ingest.content)(path)
            for raw in ingest.raw_reports(path, data, given):
                yield Failure(path, str(raw)) if isinstance(raw, InputError) else raw
        except InputError as error:
            yield Failure(path, str(error))


def read_masthead(raw: Raw) -> Report:
    """The second half: who published it, when, which pieces it has."""
    return ingest.report(raw, masthead(_FIRST), calendar(_FIRST), packs.the_world())


def code(report: Report) -> Coded:
    """Annotate and code one report. Without a pack for its language it is kept with Issue ``no-pack`` and no events.

    Where the coder itself fails on a text, that report is kept with Issue ``not-coded`` (what failed, and where) and no events.
    """
    world = packs.the_world()
    try:
        pack = packs.load(report.language)
    except KeyError:
        issue = Issue("no-pack", f"no pack for language {report.language!r}: kept, not coded")
        return Coded(replace(report, issues=(*report.issues, issue)), _outlets(report), (), (), (), ())
    body = _issuer(report.outlet.name, report.language) if report.outlet.name and report.outlet.id is None else None
    if body is not None:
        report = replace(report, outlet=Outlet(report.outlet.name, body.id))
    try:
        coded = coding.code(annotating.annotate(report, pack, world, calendar(report.language)), pack, world)
    except _FAULTS as error:  # in one text: it must not stop the ten thousand others, and is told with it
        place = traceback.extract_tb(error.__traceback__)[-1]
        fault = f"{type(error).__name__} {str(error)[:_FAULT]} at {Path(place.filename).name}:{place.lineno}"
        issue = Issue("not-coded", f"a fault of khabar, please report it: {fault}; the report is kept, not coded")
        return Coded(replace(report, issues=(*report.issues, issue)), _outlets(report), (), (), (), ())
    known = {e.id for e in coded.entities}
    masthead = dict.fromkeys((*_outlets(report), *([body] if body is not None else ())))
    return replace(coded, entities=(*coded.entities, *(e for e in masthead if e.id not in known)))


@lru_cache(maxsize=4096)  # most reports are those of a few outlets
def _issuer(outlet: str, language: str) -> Entity | None:
    """The ministry or organisation that publishes its own statement, where the outlet's name is that of one."""
    return annotating.body_named(outlet, packs.load(language), packs.the_world(), calendar(language))


def _outlets(report: Report) -> tuple[Entity, ...]:
    """The outlet and agencies of the masthead, as far as the world has them."""
    world = packs.the_world()
    ids = dict.fromkeys(filter(None, (report.outlet.id, *(world.lookup(c.name) for c in report.credits))))
    return tuple(world.entities[i] for i in ids if i in world.entities)


def merge(coded: Iterable[Coded], encoder: Encoder | None) -> Record:
    """Lay the coded reports side by side. Without an encoder no rewordings are looked for."""
    return recording.merge(tuple(coded), recording.titles(), encoder, world=packs.the_world())


def read(
    paths: Iterable[str | os.PathLike[str]], given: Given = Given(), on_report: Callable[[Report], None] | None = None
) -> tuple[Record, list[Failure]]:
    """The main job: reports in, one record out, with the inputs that could not be read. The same report twice counts once."""
    failures: list[Failure] = []
    coded: dict[str, Coded] = {}
    for report in reports(paths, given):
        if isinstance(report, Failure):
            failures.append(report)
            continue
        coded.setdefault(report.id, code(report))
        if on_report is not None:
            on_report(report)
    return merge(coded.values(), Encoder() if len(coded) > 1 else None), failures


# ------------------------------------------------------------------ one sentence, explained


def _alone(sentence: str, language: str, published: str | None) -> tuple[Coded, dict[str, Any]]:
    """One sentence as a report of its own, coded, with the trace of how it was read."""
    pack, world = packs.load(language), packs.the_world()
    when = When(published, None, "given") if published else None
    report = Report("sentence", None, None, None, Outlet(None), None, language, sentence, when, (Item("", Span(0, len(sentence))),))
    annotation = annotating.annotate(report, pack, world, calendar(language))
    trace = coding.trace(annotation, pack, world)
    mentions = [
        {
            "text": m.text, "entities": list(m.entities), "candidates": list(m.candidates),
            "kind": m.kind, "role": m.role, "rule": m.rule,
        }
        for m in annotation.mentions
    ]  # fmt: skip
    dates = [
        {"text": d.span.of(sentence) if d.span else "", "value": d.value, "end": d.end, "basis": d.basis}
        for d in annotation.dates
        if not stands_in(d.value)
    ]
    return coding.code(annotation, pack, world), {"mentions": mentions, "dates": dates, "predicates": trace}


def outcome(sentence: str, language: str) -> dict[str, Any]:
    """What one sentence gives, in brief; for checking the examples of a pack. KeyError without a pack."""
    coded, _ = _alone(sentence, language, None)
    return {
        "events": [
            {
                "type": e.type, "mode": e.mode, "status": e.status, "rule": e.rule,
                "actors": sorted({p.country or p.entity or p.text for p in e.actors}),
                "recipients": sorted({p.country or p.entity or p.text for p in e.recipients}),
            }
            for e in coded.events
        ],
        "statements": [{"speaker": s.speaker, "kind": s.kind, "content": s.content} for s in coded.statements],
        "relations": [{"subject": r.subject, "relation": r.relation, "object": r.object} for r in coded.relations],
    }


def explain(sentence: str, language: str, published: str | None) -> dict[str, Any]:
    """The trace of one sentence and what came of it. KeyError without a pack."""
    coded, trace = _alone(sentence, language, published)
    events = [
        {
            "type": e.type, "mode": e.mode, "status": e.status, "change": e.change, "background": e.background, "rule": e.rule,
            "actors": [p.entity or p.text for p in e.actors], "recipients": [p.entity or p.text for p in e.recipients],
            "date": e.date.value if e.date else None, "place": e.place, "about": [t.entity or t.text for t in e.about],
            "said_by": [s.entity for s in e.said_by], "evidence": [v.text for v in e.everywhere],
        }
        for e in coded.events
    ]
    return {"sentence": sentence, **trace, "events": events, **{k: v for k, v in outcome(sentence, language).items() if k != "events"}}
