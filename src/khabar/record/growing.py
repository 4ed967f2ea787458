"""A record that grows: a new report joins a kept story, opens one, or bridges two; ids stay as they were.

Whoever keeps reports (the store) is asked through ``Shelf`` only; what came of it is handed back as ``Growth``, to be written down.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from khabar import packs
from khabar.encoder import Encoder
from khabar.model import Coded, Kept, Known, Reuse, Story, Trace
from khabar.record import happenings, reuse
from khabar.record.days import LONG, of
from khabar.record.news import FOREMOST
from khabar.record.record import Laid, Record, lay, tell
from khabar.record.sketches import AHEAD, sketch
from khabar.record.vectors import Vectors
from khabar.record.wording import Titles

WINDOW = LONG + 1  # days before and after a report in which its story is looked for
STRIDE = 8  # one seed of every so many neighbouring ones is kept: two texts that share a sentence share one of them
SEEDS, WORDS = 64, 40  # keys of a report at most: runs of words, single words
COMMON = 40  # a key of more reports than this inside the window says nothing
ENOUGH = 9.0  # weight (see near) from which a report is looked at; tuned 2026-11 on the gold, added report by report
NEIGHBOURS = 24  # reports looked at for each new one
ROUNDS = 3  # how often a story that the new reports reach is fetched, and all is laid out anew


@dataclass(frozen=True, slots=True)
class Bond:
    """A standing decision of a person: the two reports (ids) tell one story (same), or their main news are two. It outranks the machine."""

    same: bool
    one: str
    other: str


class Shelf(Protocol):
    """What the record asks of whoever keeps reports. Nothing is written through it."""

    def found(self, keys: Iterable[int], days: tuple[str, str] | None, most: int) -> Iterable[tuple[int, str]]:
        """(key, report id) for every kept trace with one of the keys whose days meet ``days``; undated traces and None meet all.

        A key that more than ``most`` of these reports have may be left out.
        """
        ...

    def stories_of(self, reports: Iterable[str]) -> Iterable[Kept]:
        """All stories in which one of these reports stands, for its main news or beside it."""
        ...

    def coded(self, reports: Iterable[str]) -> Iterable[Coded]:
        """These reports as they were coded."""
        ...

    def known(self, reports: Sequence[str]) -> Known:
        """What was found out of these reports before."""
        ...

    def taken(self, id: str, left: Collection[str] = ()) -> bool:
        """Has a kept story this id, or had it once? An id that leads to one of the stories ``left`` is free again for who leaves them."""
        ...

    def bonds(self, reports: Iterable[str]) -> Iterable[Bond]:
        """The decisions that stand about any of these reports, in the order in which they were made; the last one wins."""
        ...


@dataclass(frozen=True, slots=True)
class Change:
    """One story that is to be written anew.

    kind: ``opened`` (a new id), ``joined`` (new reports in a kept story), ``bridged`` (a kept story that took in others),
    ``changed`` (reports placed anew left it, or may tell it otherwise), ``gone`` (nothing is left of it, or another took it in: ``into``).
    reports: those that are new in it. took: the ids of the kept stories that went into it.
    """

    kind: str
    story: str
    reports: tuple[str, ...] = ()
    took: tuple[str, ...] = ()
    into: str | None = None


@dataclass(frozen=True, slots=True)
class Growth:
    """What new reports changed.

    record: the new reports with all that they touched, laid side by side, under the ids that stay; of its stories only those
    that ``changes`` names are to be written, whole; its ``main_stories`` hold for their reports. traces: to be kept with the new reports.
    reuse: the passages of each pair of reports that was compared: one is new, or they stood in two stories. happenings: those that
    are new or have grown, each with the number that it has, if any, and its events (ids). vectors: report id -> what is to be kept of it in
    place of what was.
    """

    record: Record
    changes: tuple[Change, ...]
    traces: tuple[Trace, ...]
    reuse: tuple[Reuse, ...]
    happenings: tuple[tuple[int | None, tuple[str, ...]], ...]
    vectors: Mapping[str, bytes]


# ------------------------------------------------------------------ finding


def trace(coded: Coded, world: happenings.World | None = None) -> Trace:
    """The trace of one report; pure, so that reports may be traced in any process. world: as for ``grow``, its parties are to be the same."""
    found: list[str] = []
    parties: Counter[str] = Counter()
    entities = {e.id: e for e in coded.entities}
    for s in sketch(coded, 0, entities, world):
        blocks = sorted({p.block for p in s.parties if p.words is None})[:6]
        for n, one in enumerate(blocks):
            parties[one] += 2 if s.news else 1
            found += [f"act {s.event.type} {one} {other}" for other in blocks[n + 1 :]]
        things = [t for t in (s.event.place, *sorted(s.objects)) if t][:4]
        found += [f"act {s.event.type} {one} {thing}" for one in blocks for thing in things]
    first = [b for b, _ in sorted(parties.items(), key=lambda e: (-e[1], e[0]))][: FOREMOST]
    found += [f"matter {' '.join(sorted((a, b)))}" for n, a in enumerate(first) for b in first[n + 1 :]]
    keys = dict.fromkeys(_number(k) for k in found)
    words, vocabulary = reuse.read_words([coded.report])
    ids = words[0].ids
    runs = [_number(" ".join(vocabulary[i] for i in ids[k : k + reuse.GRAM])) for k in range(len(ids) - reuse.GRAM + 1)]
    # The smallest of every few neighbours: a passage that stands in two reports gives both the same keys, wherever it stands.
    kept = dict.fromkeys(min(runs[k : k + STRIDE]) for k in range(max(len(runs) - STRIDE + 1, min(len(runs), 1))))
    keys |= dict.fromkeys(list(kept)[:SEEDS])
    telling = Counter(i for i in ids[:150] if len(vocabulary[i]) > 4 or vocabulary[i].isdigit())
    longest = sorted(telling, key=lambda i: (-telling[i], -len(vocabulary[i]), vocabulary[i]))[:WORDS]
    keys |= dict.fromkeys(_number("word " + vocabulary[i]) for i in longest)
    return Trace(coded.report.id, _days(coded), tuple(keys))


def _number(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


def _days(coded: Coded) -> tuple[str, str] | None:
    """The days of a report's story: about its publication, and about the days that it gives its news."""
    dates = [d for e in coded.events if not e.background and (d := of(e.date)) is not None and d.month is None and d.exact]
    issued = of(coded.report.published)
    ends = [d.low for d in dates] + ([issued.low, issued.high] if issued is not None and issued.month is None else [])
    if not ends:
        return None
    anchor = issued.low if issued is not None and issued.month is None else max(ends)
    near = [d for d in ends if abs(d - anchor) <= AHEAD]
    return _day(min(near) - WINDOW), _day(max(near) + WINDOW)


def _day(ordinal: int) -> str:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()


def _by_days(traces: Iterable[Trace]) -> Iterable[Sequence[Trace]]:
    """The traces of the same days together: what they have in common is looked for once."""
    out: dict[tuple[str, str] | None, list[Trace]] = defaultdict(list)
    for t in traces:
        out[t.days].append(t)
    return out.values()


def near(mine: Trace, holders: Mapping[int, Collection[str]]) -> list[str]:
    """The reports worth looking at for a new one, the nearest first: those that share keys which few others have.

    holders: key -> the reports that have it, each once, as ``Shelf.found`` gives them for the trace.
    """
    weight: dict[str, float] = defaultdict(float)
    for key in mine.keys:
        others = [r for r in holders.get(key, ()) if r != mine.report]
        if 0 < len(others) <= COMMON:
            for report in others:
                weight[report] += math.log2(2 * COMMON / len(others))
    best = sorted((r for r in weight if weight[r] >= ENOUGH), key=lambda r: (-round(weight[r], 6), r))
    return best[:NEIGHBOURS]


# ------------------------------------------------------------------ growing


def grow(
    new: Iterable[Coded],
    shelf: Shelf,
    titles: Titles,
    encoder: Encoder | None,
    *,
    world: happenings.World | None = None,
    traces: Iterable[Trace] = (),
) -> Growth:
    """Lay new reports to those that are kept.

    new: coded reports; one that is kept already is placed anew (after a decision about it, or recoded), without regard to the
    story that it stood in. Reports that are kept in one story stay in one, unless a bond sets them apart. encoder, world: as for
    ``merge``. traces: those of the new reports that are known already. The cost hangs on what the new reports touch, not on how much is kept.
    """
    world = packs.the_world() if world is None else world
    fresh = {c.report.id: c for c in new}
    traced = {t.report: t for t in traces}
    mine = [traced.get(id) or trace(c, world) for id, c in fresh.items()]
    reached = set(fresh)
    for of_days in _by_days(mine):
        keys = dict.fromkeys(k for t in of_days for k in t.keys)
        holders: dict[int, list[str]] = defaultdict(list)
        for key, report in shelf.found(keys, of_days[0].days, COMMON + 1):  # it may be one of the new ones itself
            holders[key].append(report)
        for t in of_days:
            reached.update(near(t, holders))
    bonds = list(shelf.bonds(sorted(reached)))
    reached.update(r for b in bonds for r in (b.one, b.other))
    kept = {k.id: k for k in shelf.stories_of(sorted(reached))}
    # Those beside these stories too: they are few, and without them most runs had to be done twice.
    reached.update(r for k in kept.values() for r in k.reports)
    kept = {k.id: k for k in shelf.stories_of(sorted(reached))}
    loaded: dict[str, Coded] = {}
    vectors = Vectors(encoder) if encoder is not None else None
    for turn in range(ROUNDS):
        reached.update(r for k in kept.values() for r in k.reports)
        loaded |= {c.report.id: c for c in shelf.coded(sorted(reached - loaded.keys() - fresh.keys()))}
        at_hand = {**loaded, **fresh}
        bonds = list(shelf.bonds(sorted(at_hand)))
        known = shelf.known(list(at_hand))
        if vectors is not None:
            vectors.know(known.vectors)
        laid = lay(
            [at_hand[r] for r in sorted(at_hand)],
            vectors,
            world,
            together=[(b.one, b.other) for b in bonds if b.same],
            apart=_apart(bonds),
            about=fresh,
            kept=[[r for r in k.main if r not in fresh] for k in kept.values()],
            known=known,
        )
        touched = {r for s in laid.stories if fresh.keys() & set(s.reports) for r in s.reports} - fresh.keys()
        more = [k for k in shelf.stories_of(sorted(touched)) if k.id not in kept and _meets(k, laid, fresh)]
        if not more or turn == ROUNDS - 1:
            break
        kept |= {k.id: k for k in more}
    left = [r for k in kept.values() if fresh.keys() & set(k.reports) for r in k.reports]  # by reports that are placed anew
    record, changes = _named(tell(laid, titles, vectors, world, beside=left), kept, fresh, shelf)
    # What there is between two reports is kept as a whole.
    compared = {frozenset((r.source, r.target)) for r in record.reuse}
    before = (r for r in known.reuse if frozenset((r.source, r.target)) in compared and not fresh.keys() & {r.source, r.target})
    made = vectors.fresh() if vectors is not None else {}
    return Growth(record, changes, tuple(mine), (*record.reuse, *before), tuple(laid.found_out(known.happenings)), made)


def _apart(bonds: Sequence[Bond]) -> list[tuple[str, str]]:
    """Pairs whose last decision sets them apart."""
    last = {frozenset((b.one, b.other)): b for b in bonds}
    return [(b.one, b.other) for b in last.values() if not b.same]


def _meets(kept: Kept, laid: Laid, fresh: Mapping[str, Coded]) -> bool:
    """Did a new report come into this kept story, of which not every report was at hand?"""
    for story in laid.stories:
        if fresh.keys() & set(story.reports):
            mains = {r for r in story.reports if laid.main_stories.get(r) == story.id}
            if mains & set(kept.main) or set(story.events) & set(kept.events):
                return True
    return False


def _named(
    record: Record, kept: Mapping[str, Kept], fresh: Mapping[str, Coded], shelf: Shelf
) -> tuple[Record, tuple[Change, ...]]:
    """The record under the ids that its stories had, and what changed."""
    mains: dict[str, set[str]] = defaultdict(set)
    for report, id in record.main_stories.items():
        mains[id].add(report)
    holders: dict[str, set[str]] = defaultdict(set)  # a main report or an event -> the kept stories that have it
    for k in kept.values():
        for part in (*k.main, *k.events):
            holders[part].add(k.id)
    shares = sorted(
        (
            (
                2 * len(mains[s.id] & set(k.main)) + len(set(s.events) & set(k.events)),
                len(mains[s.id] & set(k.main) - fresh.keys()),  # what is placed anew leaves; the id stays with the others
                k.id,
                s.id,
            )
            for s in record.stories
            for k in map(kept.__getitem__, {id for part in (*mains[s.id], *s.events) for id in holders.get(part, ())})
        ),
        key=lambda row: (-min(row[1], 1), -row[0], row[2], row[3]),
    )
    ids: dict[str, str] = {}  # id of this run -> id that stays
    took: dict[str, list[str]] = defaultdict(list)
    for _, _, old, now in shares:
        if now not in ids and old not in ids.values():
            ids[now] = old
        elif old not in ids.values() and 2 * len(mains[now] & set(kept[old].main)) >= max(len(kept[old].main), 1):
            took[now].append(old)
    changes: list[Change] = []
    for s in record.stories:
        mine = tuple(r for r in s.reports if r in fresh)
        known = kept.get(ids.get(s.id, ""))
        if known is None:
            if mine:
                left = {k.id for k in kept.values() if set(mine) & set(k.main)}  # what was taken in and is let go has its id again
                ids[s.id] = _free(s.id, mine, left, shelf)
                changes.append(Change("opened", ids[s.id], mine))
            continue
        # A kept story that no new report comes near stays as it is: here it is seen with a part of its surroundings only.
        if not mine and not fresh.keys() & set(known.reports):
            continue
        absorbed = tuple(sorted(o for o in took[s.id] if o not in ids.values()))
        joined = tuple(r for r in mine if r not in known.reports)
        if absorbed:
            changes.append(Change("bridged", known.id, joined, absorbed))
            changes += [Change("gone", o, into=known.id) for o in absorbed]
        elif joined:
            changes.append(Change("joined", known.id, joined))
        else:  # it has one that was placed anew, who may tell the same events otherwise
            changes.append(Change("changed", known.id))
    told = {c.story for c in changes}
    gone = [k.id for k in kept.values() if fresh.keys() & set(k.reports) and k.id not in ids.values() and k.id not in told]
    changes += [Change("gone", id) for id in gone]
    # What only stands beside, seen in part, may have got in this run the id that a kept story stays with: it is not written, and gives way.
    stay = set(ids.values())
    ids |= {s.id: f"{s.id}-beside" for s in record.stories if s.id not in ids and s.id in stay}
    stays = tuple(_called(s, ids.get(s.id, s.id)) for s in record.stories)
    record = replace(
        record, stories=tuple(sorted(stays, key=lambda s: s.id)), main_stories={r: ids.get(i, i) for r, i in record.main_stories.items()}
    )
    return record, tuple(changes)


def _called(story: Story, id: str) -> Story:
    return story if story.id == id else replace(story, id=id)


def _free(id: str, reports: Sequence[str], left: Collection[str], shelf: Shelf) -> str:
    """The readable id, with letters of its first new report where a kept story has it."""
    digest = hashlib.sha256(min(reports).encode()).hexdigest()
    return next(i for i in (id, *(f"{id}-{digest[:n]}" for n in range(4, 65))) if not shelf.taken(i, left))
