"""The corridor into a store and out of it: code -> keep -> group into stories; and a kept record again. It decides nothing itself.

Apart from ``pipeline`` so that reading without a store loads no database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from khabar import packs, tables
from khabar import record as recording
from khabar.encoder import Encoder
from khabar.model import Coded, Entity
from khabar.record import Record
from khabar.store import Line, Made, Mark, Shelf
from khabar.world import all_forms

BATCH = 400  # reports whose stories are looked for together


def put(shelf: Shelf, coded: Coded) -> bool:
    """Keep one coded report; False where it is there already. Its stories are looked for by ``group``."""
    trace = recording.trace(coded)
    lines = [Line(x.type, x.mode, x.quad, x.intensity, x.day, x.day_basis) for x in recording.filed(coded)]
    return shelf.put(coded, recording.day_of(coded), lines, Mark(trace.days, trace.keys), made(), _all_names)


def made() -> Made:
    """The version of code and data that codes now."""
    now = recording.generator()
    return Made(now.khabar, now.data)


def _all_names(entity: Entity) -> Iterable[str]:
    return _forms().get(entity.id, ())


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    return all_forms(tables.data_dir() / "world")


def group(shelf: Shelf, encoder: Encoder, on_batch: Callable[[int], None] | None = None) -> None:
    """Find the stories of the reports that have been put down since the last time, each batch in one transaction.

    Of the kept reports only those are read that may belong to the same stories. on_batch: told how many reports were grouped.
    """
    while True:
        with shelf.transaction():
            new = shelf.ungrouped(BATCH)
            if not new:
                return
            _group(shelf, new, encoder)
        if on_batch is not None:
            on_batch(len(new))


@dataclass(frozen=True, slots=True)
class _Kept:
    """The shelf as ``record`` asks for it."""

    shelf: Shelf

    def found(self, keys: Iterable[int], days: tuple[str, str] | None) -> Iterable[tuple[int, str]]:
        return self.shelf.found(keys, days)

    def stories_of(self, reports: Iterable[str]) -> Iterable[recording.Kept]:
        return [recording.Kept(k.id, k.main, k.reports, k.events) for k in self.shelf.kept(reports)]

    def coded(self, reports: Iterable[str]) -> Iterable[Coded]:
        return self.shelf.coded(reports)

    def taken(self, id: str) -> bool:
        return self.shelf.taken(id)

    def bonds(self, reports: Iterable[str]) -> Iterable[recording.Bond]:
        return ()


def _group(shelf: Shelf, new: Sequence[str], encoder: Encoder) -> None:
    growth = recording.grow(shelf.coded(new), _Kept(shelf), recording.titles(), encoder, world=packs.the_world())
    record, changes = growth.record, growth.changes
    written = {c.story for c in changes}
    stories = [s for s in record.stories if s.id in written]
    touched = {*new, *(r for s in stories for r in s.reports)}
    shelf.keep_stories(
        new,
        stories,
        record.main_stories,
        {c.story: c.into for c in changes if c.kind == "gone"},
        [c for c in record.claims if c.report in touched],
        record.entities,
        _all_names,
    )
    inside = {r.id for r in record.reports}
    shelf.keep_reuse(sorted(inside), record.reuse)
    before = {d.id: d for d in shelf.dossiers([d.id for d in record.dossiers])}
    shelf.keep_dossiers([recording.weave(before[d.id], d, inside) if d.id in before else d for d in record.dossiers])


def recall(shelf: Shelf, reports: Sequence[str], stories: Sequence[str] | None = None) -> Record:
    """The record of some kept reports as it was made when they were kept: nothing is compared again.

    stories: those to show; None: all whose reports are among these.
    """
    coded = list(shelf.coded(reports))
    found = {c.report.id for c in coded}
    if stories is None:
        told = [s for s in shelf.told_stories(shelf.stories_of(reports)) if found.issuperset(s.reports)]
    else:
        told = list(shelf.told_stories(stories))
    events = [e.id for c in coded for e in c.events]
    mains = shelf.main_stories(reports)
    entities = {e.id: e for c in coded for e in c.entities}
    claims = list(shelf.claims(reports))
    named = {id for s in told for o in s.origins for chain in (*o.chains, (o.entity,)) for id in chain if id} | {id for c in claims for id in c.chain}
    entities |= {e.id: e for e in shelf.entities(sorted(named - entities.keys()))}
    return Record(
        generator=recording.generator(),
        reports=tuple(c.report for c in coded),
        entities=tuple(entities[id] for id in sorted(entities)),
        events=tuple(e for c in coded for e in c.events),
        statements=tuple(s for c in coded for s in c.statements),
        relations=tuple(r for c in coded for r in c.relations),
        stories=tuple(told),
        reuse=tuple(shelf.reuse(reports)),
        dossiers=tuple(shelf.dossiers(events=events)),
        claims=tuple(claims),
        main_stories={r: s for r, s in mains.items() if s in {x.id for x in told}},
    )
