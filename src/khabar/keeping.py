"""The corridor into a store and out of it: code -> keep -> group into stories; and a kept record again. It decides nothing itself.

Apart from ``pipeline`` so that reading without a store loads no database.
"""

from __future__ import annotations

import gc
import os
import re
import signal
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from khabar import packs, pipeline, tables
from khabar import record as recording
from khabar.encoder import Encoder
from khabar.ingest import Raw
from khabar.model import Claim, Coded, Decision, Dossier, Entity, Event, Kept, Known, Story
from khabar.record import Record
from khabar.store import Leaf, Line, Made, Shelf, pack, unpack
from khabar.world import all_forms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TASK = 8  # reports that a worker is given at a time
AHEAD = 25  # tasks a worker may have before it: it goes on while stories are looked for
_BEGIN = re.compile(r"-\d{4}(-\d\d)?$")  # of a matter of two parties: when it began
BATCH = 800  # reports whose stories are looked for together, with the kept ones that they may belong to: at 400 that was a third more work


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report, coded, as a leaf for the store."""

    id: str
    leaf: Leaf


def prepare(raw: Raw) -> Prepared:
    """Read and code one report for keeping."""
    coded = pipeline.code(pipeline.read_masthead(raw))
    return Prepared(coded.report.id, _leaf(coded, pack(replace(raw, text=""))))


def _leaf(coded: Coded, given: bytes, machine: Coded | None = None) -> Leaf:
    lines = tuple(Line(x.type, x.mode, x.quad, x.intensity, x.day, x.day_basis) for x in recording.filed(coded))
    return Leaf.of(coded, recording.day_of(coded), lines, recording.trace(coded, packs.the_world()), made(), given, machine)


def prepare_all(reports: Iterable[Raw], workers: int, encoder: Encoder | None = None) -> Iterator[Prepared]:
    """The same for many, in their order, over several processes; only so many are in memory as the workers can have before them.

    encoder: as many processes help it, as long as there is something to prepare: stories are looked for meanwhile.
    """
    if workers < 2:
        yield from map(prepare, reports)
        return
    rest = iter(reports)
    first = list(islice(rest, TASK))
    if len(first) < TASK:  # not worth a process
        yield from map(prepare, first)
        return
    # A fresh interpreter for each: a forked one would share open databases and the threads of numpy. Those who encode are others than
    # those who code (made when they are first needed): behind the reports in one queue, stories waited for hundreds of them.
    fresh = get_context("spawn")
    with (
        ProcessPoolExecutor(workers, fresh, initializer=_coder) as pool,
        ProcessPoolExecutor(workers, fresh, initializer=_worker) as helpers,
        encoder.helped(lambda texts: helpers.submit(_encode_task, texts)) if encoder is not None else nullcontext(),
    ):
        tasks = chain((first,), iter(lambda: list(islice(rest, TASK)), []))
        waiting: deque[Future[list[Prepared]]] = deque()
        try:
            for task in tasks:
                waiting.append(pool.submit(_prepare_task, task))
                while len(waiting) >= workers * AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _worker() -> None:
    """An interrupt is for the process that holds the store; it ends the workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _coder() -> None:
    """Who codes gives way to who keeps and who encodes for it: it is ahead of them anyway, and there may be as many of all of them as cores."""
    _worker()
    if hasattr(os, "nice"):
        os.nice(5)


def _prepare_task(reports: Sequence[Raw]) -> list[Prepared]:
    return [prepare(r) for r in reports]


def _encode_task(texts: Sequence[str]) -> NDArray[np.float32]:
    return Encoder().encode(texts)


def put(shelf: Shelf, ready: Prepared, decisions: Sequence[Decision] = (), lasting: bool = True) -> bool:
    """Keep one coded report; False where it is there already. Its stories are looked for by ``group``.

    decisions: those that stand; they hold for what is added later too. lasting: it is on the disk now, with all before it.
    """
    leaf, _ = _with_decisions(shelf, ready.leaf, decisions)
    return shelf.put(leaf, _all_names, lasting)


def _with_decisions(shelf: Shelf, leaf: Leaf, decisions: Sequence[Decision]) -> tuple[Leaf, list[str]]:
    """The leaf as people want it, and the decisions that changed it."""
    if not decisions:
        return leaf, []
    coded, applied = recording.decided(leaf.coded, decisions, lambda id: _entity(shelf, id))
    return (_leaf(coded, leaf.given, leaf.coded), applied) if applied else (leaf, [])


def _entity(shelf: Shelf, id: str) -> Entity | None:
    """An entity that the store or the world knows."""
    for entity in shelf.entities([id]):
        return entity
    try:
        return packs.the_world().entity(id)
    except KeyError:
        return None


def made() -> Made:
    """The version of code and data that codes now."""
    now = recording.generator()
    return Made(now.khabar, now.data)


def _all_names(entity: Entity) -> Iterable[str]:
    return _forms().get(entity.id, ())


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    return all_forms(tables.data_dir() / "world")


def group(shelf: Shelf, encoder: Encoder) -> int:
    """Find the stories of reports that have been put down since the last time, ``BATCH`` at most; how many there were.

    One transaction. Of the kept reports only those are read that may belong to the same stories.
    """
    with shelf.transaction(), _uncollected():
        new = shelf.ungrouped(BATCH)
        if new:
            _group(shelf, new, encoder)
    return len(new)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Inside, nobody looks for circles of objects: stories make none, and to look for them among all that is loaded is a fifth of their cost."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Kept:
    """The shelf as ``record`` asks for it."""

    shelf: Shelf

    def found(self, keys: Iterable[int], days: tuple[str, str] | None, most: int) -> Iterable[tuple[int, str]]:
        return self.shelf.found(keys, days, most)

    def stories_of(self, reports: Iterable[str]) -> Iterable[Kept]:
        return self.shelf.kept(reports)

    def coded(self, reports: Iterable[str]) -> Iterable[Coded]:
        return self.shelf.coded(reports)

    def known(self, reports: Sequence[str]) -> Known:
        return self.shelf.known(reports)

    def taken(self, id: str, left: Collection[str] = ()) -> bool:
        return self.shelf.taken(id, left)

    def bonds(self, reports: Iterable[str]) -> Iterable[recording.Bond]:
        asked = set(reports)
        found = (b for d in standing(self.shelf.decisions()) for b in d.bonds)
        return [recording.Bond(*b) for b in found if b[1] in asked or b[2] in asked]


def _group(shelf: Shelf, new: Sequence[str], encoder: Encoder) -> None:
    growth = recording.grow(
        shelf.coded(new), _Kept(shelf), recording.titles(), encoder, world=packs.the_world(), traces=shelf.traces(new)
    )
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
        _lent(stories, record.claims, touched),
        record.entities,
        _all_names,
    )
    shelf.keep_reuse(growth.reuse)
    shelf.keep_happenings(growth.happenings)
    shelf.keep_vectors(growth.vectors)
    before = {d.id: d for d in shelf.dossiers([d.id for d in record.dossiers])}
    for d in record.dossiers:
        if d.id not in before and (old := _of_another_begin(shelf, d)) is not None:
            before[d.id] = old
    owners = shelf.owners(e for d in before.values() for s in d.steps for e in s.events)
    made_again = ((before.get(d.id), d) for d in record.dossiers)
    shelf.keep_dossiers([recording.weave(old, replace(d, id=old.id), touched, owners) if old else d for old, d in made_again])


def _lent(stories: Sequence[Story], claims: Iterable[Claim], own: Collection[str]) -> list[Claim]:
    """The claims that stories lead to in other reports than ``own``: what those say around the same happening."""
    wanted = {v.claim for s in stories for f in s.facts for v in f.values}
    alike = {(r, f.field, v.value) for s in stories for f in s.facts for v in f.values for r in v.reports if r not in own}
    return [c for c in claims if c.report not in own and (c.id in wanted or (c.report, c.field, c.value) in alike)]


def _of_another_begin(shelf: Shelf, new: Dossier) -> Dossier | None:
    """The kept dossier of the same two parties that tells some of it: its name has the day of its first step, which may have been rejected."""
    stem = _BEGIN.sub("", new.id)
    if stem == new.id:
        return None
    kept = shelf.dossiers(events=[e for s in new.steps for e in s.events])
    return next((d for d in kept if d.id != new.id and _BEGIN.sub("", d.id) == stem), None)


def _recode(shelf: Shelf, leaf: Leaf, before: Sequence[Event]) -> None:
    """Put a report down as it is coded now. What it no longer tells, or tells otherwise, leaves the dossiers; the rest stays there.

    before: its events till now. Where its stories are looked for again, what is new comes to the dossiers.
    """
    old = shelf.dossiers(events=[e.id for e in before])
    shelf.recode(leaf, _all_names)
    now = {e.id: e for e in leaf.coded.events}
    gone = {e.id for e in before if now.get(e.id) != e}
    owners = shelf.owners(e for d in old for s in d.steps for e in s.events if e not in gone)
    shelf.keep_dossiers([recording.without(d, owners) for d in old])


# ------------------------------------------------------------------ what people decide, and coding anew


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that no later line of the log takes back; an undo can be taken back too."""
    log = list(decisions)
    undone: set[str] = set()
    for d in reversed(log):
        if d.verb == "undo" and d.id not in undone:
            undone.add(d.subject)
    return [d for d in log if d.verb != "undo" and d.id not in undone]


def touched(shelf: Shelf, decision: Decision) -> tuple[list[str], list[str]]:
    """The reports whose coding hangs on a decision, and those whose story does."""
    placed = dict.fromkeys(b if same else a for same, a, b in decision.bonds)
    recoded: list[str] = []
    if decision.verb in ("accept", "correct", "reject") and decision.field != "in":
        report = shelf.report_of(decision.subject) or shelf.machine_report_of(decision.subject)
        recoded = [report] if report else []
    elif decision.verb == "reject" and decision.value:
        recoded = [decision.value]
    elif decision.verb == "alias":
        wanted = [*shelf.naming(decision.subject), *(shelf.naming(decision.value) if decision.value else [])]
        recoded = [decision.field] if decision.field else list(dict.fromkeys(wanted))
    return recoded, list(placed)


def carry_out(shelf: Shelf, decisions: Sequence[Decision]) -> None:
    """Make the store what the log says, as far as these decisions (new ones, or ones just taken back) touch it."""
    log = standing(shelf.decisions())
    for decision in decisions:
        recoded, placed = touched(shelf, decision)
        for id in recoded:
            for coded in shelf.coded([id], machine=True):
                given = next(raw for _, raw, _ in shelf.given([id]))
                leaf, _ = _with_decisions(shelf, _leaf(coded, given), log)
                _recode(shelf, leaf, [e for c in shelf.coded([id]) for e in c.events])
        shelf.loosen(placed)


def idle(shelf: Shelf) -> list[str]:
    """Standing decisions about a report's coding that change none."""
    log = [d for d in standing(shelf.decisions()) if not d.bonds and d.verb != "accept"]
    out = []
    for decision in log:
        coded = shelf.coded(touched(shelf, decision)[0], machine=True)
        if not any(decision.id in recording.decided(c, log, lambda id: _entity(shelf, id))[1] for c in coded):
            out.append(decision.id)
    return out


@dataclass(frozen=True, slots=True)
class Recoded:
    """One report coded anew: events (ids) that are new, gone, or told otherwise; decisions that still hold in it."""

    report: str
    new: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[str, ...]
    decisions: tuple[str, ...]


def recode(shelf: Shelf, ids: Sequence[str], workers: int) -> Iterator[Recoded]:
    """Read and code kept reports anew with the present code and data; what people decided is kept. One transaction a report."""
    log = standing(shelf.decisions())
    raws = (replace(unpack(Raw, given), text=words) for _, given, words in shelf.given(ids))
    for ready in prepare_all(raws, workers):
        leaf, applied = _with_decisions(shelf, ready.leaf, log)
        before = {e.id: e for c in shelf.coded([ready.id]) for e in c.events}
        after = {e.id: e for e in leaf.coded.events}
        with shelf.transaction():
            _recode(shelf, leaf, list(before.values()))
        yield Recoded(
            ready.id,
            tuple(e for e in after if e not in before),
            tuple(e for e in before if e not in after),
            tuple(e for e in after if e in before and after[e] != before[e]),
            tuple(applied),
        )


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
