"""Happenings: which events of which reports are one, by type, parties, persons, date, place and matter.

Everything is compared inside blocks (same type and parties, near in time), so cost grows with the number of events, not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from khabar import ontology
from khabar.model import Entity, Event, Tenure
from khabar.record.days import LONG, NEARBY, gap
from khabar.record.likeness import akin, overlap
from khabar.record.parties import persons, persons_clash, same_party, sides
from khabar.record.sketches import Sketch, done

if TYPE_CHECKING:
    from khabar.world import Post

# Tuned 2026-11 on the gold cases' hand-coded events (16 happenings, 68 reports) and SaudiNewsNet.
VAGUE = 0.25  # support (see alike) needed where the date is not known
SURE = 0.6  # the same, where moreover one tells a plan and the other a fact
RECALLED = 0.2  # the same, where one recalls what the same two did on that day or the next
SHORT = 4  # words of a sentence that are too few to compare by their forms
ANOTHER_DAY = 0.3  # the same, where the days are neighbours
COMPARE = 40  # events of a block that an event is compared with, nearest in time first

class World(Protocol):
    """What the record asks the world data, where they are at hand (``khabar.world.World`` has it)."""

    def lookup(self, name: str) -> str | None: ...
    def inside(self, place: str, other: str) -> bool: ...
    def zone(self, outlet: str | None) -> str | None: ...
    def held(self, person: str, post: str | None, day: str | None) -> list[Tenure]: ...
    @property
    def posts(self) -> Mapping[str, Post]: ...


def lasting(one: Sketch, other: Sketch) -> bool:
    """May the happening last for days: a conference or a round of talks at one place on one matter?"""
    a, b = one.event, other.event
    if a.type not in ontology.load().personal or a.place is None or a.place != b.place:
        return False
    if "multilateral" not in (a.mode, b.mode) and len({p.block for p in one.parties} & {p.block for p in other.parties}) < 3:
        return False
    return bool(one.objects & other.objects) or overlap(one.topic, other.topic) >= 0.5


def places_clash(one: Event, other: Event, entities: Mapping[str, Entity], world: World | None) -> bool:
    """Two places that cannot be one: not inside each other. Without world data, two places of one country may be."""
    if not one.place or not other.place or one.place == other.place:
        return False
    if within(one.place, other.place, entities, world):
        return False
    a, b = entities.get(one.place), entities.get(other.place)
    if a is None or b is None:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    return world is not None and a.known and b.known and one.type in ontology.load().spots


def within(one: str, other: str, entities: Mapping[str, Entity], world: World | None) -> bool:
    """Does one of two places hold the other?"""
    if one == other or (world is not None and (world.inside(one, other) or world.inside(other, one))):
        return True
    a, b = entities.get(one), entities.get(other)
    if a is None or b is None or not a.country or a.country != b.country:
        return False
    return "state" in (a.kind, b.kind)


def alike(one: Sketch, other: Sketch, entities: Mapping[str, Entity], world: World | None, together: bool = False) -> float:
    """How surely two events of two reports are one happening, 0..1; 0 where something speaks against it or too little for it.

    together: the reports are known to tell one story, which leaves less to show.
    """
    a, b = one.event, other.event
    rules = ontology.load()
    if a.type != b.type or rules.distinct_modes(a.type, a.mode, b.mode):
        return 0.0
    elsewhere = places_clash(a, b, entities, world)
    if elsewhere and not wholly_one(one, other):
        return 0.0
    apart = gap(one.when, other.when)
    if apart is not None and apart > (LONG if lasting(one, other) else NEARBY if one.sure and other.sure else 0):
        return 0.0
    if a.type in rules.mutual:
        agree = sides(one.parties, other.parties)
        if agree is not None and agree < 0.5:
            return 0.0
    else:
        mine, theirs = sides(one.actors, other.actors), sides(one.recipients, other.recipients)
        if any(s is not None and s < 0.5 for s in (mine, theirs)):
            return 0.0
        known = [s for s in (mine, theirs) if s is not None]
        agree = max(known, default=None)
    support = _support(one, other, _telling(one, other, entities, agree is not None))
    people = len(persons(one.parties) & persons(other.parties))
    if a.type in rules.personal and (clash := persons_clash(one.parties, other.parties)):
        if clash == 1.0 or support < 0.3:
            return 0.0
        support -= clash / 3
    # A ministry demands many things in a day; and what it recalls is not what it says today.
    other_matter = bool(one.objects and other.objects and not one.objects & other.objects)
    recalled = a.background != b.background
    same = recalled and apart is not None and wholly_one(one, other)  # what the same two did on that day is that
    if a.type in rules.speech and a.type not in rules.personal and (other_matter or (recalled and not same)):
        return 0.0
    need = _need(one, other, people, agree is not None)
    if apart == 0 and a.type not in rules.speech | rules.personal and a.mode == b.mode and wholly_one(one, other):
        need = 0.0  # on one day a league suspends one state once
    if apart is None:
        need = max(need, VAGUE if done(a) == done(b) else SURE)
    elif apart and not lasting(one, other):
        need = max(need, ANOTHER_DAY)  # a day apart: the matter has to tell that it is one
        if support < need and len(one.words) > SHORT and len(other.words) > SHORT:
            support = max(support, akin(one.words, other.words))
    if together:  # the only shelling that either tells of that very day is the same shelling, whatever words they have for it
        need = 0.0 if apart == 0 and one.sure and other.sure else need / 2
    if same:
        need, support = min(need, RECALLED), max(support, akin(one.words, other.words))
    elif elsewhere:
        need = max(need, ANOTHER_DAY)
    if support < need:
        return 0.0
    timing = 0.05 if apart is None else 0.1 if apart else 0.3 if one.sure and other.sure else 0.2
    return round(0.4 * (agree if agree is not None else 0.3) + timing + 0.2 * max(support, 0.0) + 0.05 * min(people, 2), 4)


def wholly_one(one: Sketch, other: Sketch) -> bool:
    """Is all but the place the same: the two named parties, the day or the next, and of a meeting the two persons?

    Then two places are two accounts: two states sign one treaty a day, two ministers meet once.
    """
    rules = ontology.load()
    if one.event.type in rules.spots or not (one.sure and other.sure) or (gap(one.when, other.when) or 0) > NEARBY:
        return False
    if one.event.type in rules.personal and (persons_clash(one.parties, other.parties) or len(persons(one.parties) & persons(other.parties)) < 2):
        return False
    return len({p.block for p in one.parties if p.words is None}) == 2 and sides(one.parties, other.parties) == 1.0


def _telling(one: Sketch, other: Sketch, entities: Mapping[str, Entity], known: bool) -> set[str]:
    """The things of which both speak that tell one event from another.

    Not those who fight, of two attacks, nor their war: they are in every one; nor a country, where no party is known to be the same.
    """
    shared = one.objects & other.objects
    dull = {"state"} if not known else set()
    if one.event.type in ontology.load().spots:
        dull = {"state", "armed-group", "government-body", "conflict"}
    return {o for o in shared if (entities[o].kind if o in entities else "") not in dull}


def _support(one: Sketch, other: Sketch, things: Collection[str]) -> float:
    """What two events share beside type, parties and day: the same things, the same matter, or the words of their sentences."""
    said = len(one.words & other.words) / max(min(len(one.words), len(other.words)), 6)
    topic = len(one.topic & other.topic) / max(min(len(one.topic), len(other.topic)), 2)
    return max(said, topic, 0.5 if things else 0.0)


def _need(one: Sketch, other: Sketch, people: int, known: bool) -> float:
    """How much support an event of this kind needs: the less, the rarer it is that the same parties do it twice in a day."""
    rules = ontology.load()
    kind = one.event.type
    blocks = {p.block for p in one.parties if any(same_party(p, q) for q in other.parties)}
    if kind in rules.personal and people > 1:
        return 0.0  # two people who are both named meet once
    if kind in rules.spots:
        spot = one.event.place is not None and one.event.place == other.event.place and not one.event.place.startswith("state/")
        return 0.25 if spot else 0.35 if len(blocks) > 1 else 0.5
    need = 0.15 if kind in rules.personal else 0.3 if kind in rules.speech else 0.2
    # One party only (the king receives, the ministry announces): everybody does that several times a day.
    return need if len(blocks) > 1 else 0.45 if known else 0.5


class Union:
    """Union-find whose roots are the smallest members, so that the outcome does not hang on the order of joins."""

    def __init__(self, size: int) -> None:
        self.up = list(range(size))

    def root(self, i: int) -> int:
        while self.up[i] != i:
            self.up[i] = self.up[self.up[i]]
            i = self.up[i]
        return i

    def join(self, i: int, j: int) -> int:
        i, j = sorted((self.root(i), self.root(j)))
        self.up[j] = i
        return i


@dataclass(frozen=True)
class Bonds:
    """What people decided of pairs of reports (indexes): one story, whatever their words; two stories, however alike."""

    together: Sequence[tuple[int, int]] = ()
    apart: Sequence[tuple[int, int]] = ()

    def forbid(self, one: Iterable[int], other: Iterable[int]) -> bool:
        """Would joining the two groups of reports bring a pair together that is set apart?"""
        if not self.apart:
            return False
        left, right = set(one), set(other)
        return any((a in left and b in right) or (b in left and a in right) for a, b in self.apart)


def happenings(
    sketches: Sequence[Sketch],
    entities: Mapping[str, Entity],
    world: World | None,
    bonds: Bonds = Bonds(),
    known: Mapping[int, int] = {},
) -> list[list[int]]:
    """Clusters of events (as indexes) that are one happening; singles included; ordered by their first event.

    known: event -> the number of its happening, of those that were compared before: they are not compared with each other again.
    """
    edges: dict[tuple[int, int], float] = {}
    for block in _blocks(sketches):
        new = [n for n, i in enumerate(block) if i not in known]
        for n in sorted({m for p in new for m in range(max(p - COMPARE, 0), p + 1)}) if len(new) < len(block) else range(len(block)):
            i = block[n]
            for j in block[n + 1 : n + 1 + COMPARE]:
                if i in known and j in known:
                    continue
                key = (i, j) if i < j else (j, i)
                one, other = sketches[i], sketches[j]
                if one.report == other.report or key in edges:
                    continue
                if one.sure and other.sure and (gap(one.when, other.when) or 0) > LONG:
                    break  # a block is in the order of time
                edges[key] = alike(one, other, entities, world)
    union = Union(len(sketches))
    inside: dict[int, list[int]] = {i: [i] for i in range(len(sketches))}
    first: dict[int, int] = {}
    for i, number in sorted(known.items()):
        if (root := first.setdefault(number, i)) != i:
            union.join(root, i)
            inside[root] += inside.pop(i)
    tie = {k: overlap(sketches[k[0]].words, sketches[k[1]].words) for k, v in edges.items() if v}
    for (i, j), _ in sorted(((k, v) for k, v in edges.items() if v), key=lambda e: (-e[1], -tie[e[0]], e[0])):
        a, b = union.root(i), union.root(j)
        if a == b or not may_join([sketches[k] for k in inside[a]], [sketches[k] for k in inside[b]], entities, world):
            continue
        if bonds.forbid((sketches[k].report for k in inside[a]), (sketches[k].report for k in inside[b])):
            continue
        # One good pair is not enough for two clusters: half of a sample of the pairs between them has to be good.
        pairs = [(min(x, y), max(x, y)) for x in inside[a][:4] for y in inside[b][:4] if sketches[x].report != sketches[y].report]
        for x, y in pairs:
            if (x, y) not in edges:
                edges[x, y] = alike(sketches[x], sketches[y], entities, world)
        if sum(edges[p] > 0 for p in pairs) * 2 < len(pairs):
            continue
        root = union.join(a, b)
        inside[root] = sorted(inside.pop(a) + inside.pop(b))
    return [inside[r] for r in sorted(inside)]


def _blocks(sketches: Sequence[Sketch]) -> Iterable[list[int]]:
    """Events that may be one happening: same type and a pair of parties, a party, a place or an object in common."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, s in enumerate(sketches):
        kind = s.event.type
        names = sorted({p.block for p in s.parties})[:8]
        for n, name in enumerate(names):
            blocks[kind, name].append(i)
            for other in names[n + 1 :]:
                blocks[kind, name, other].append(i)
        if s.event.place:
            blocks[kind, "at", s.event.place].append(i)
        for thing in sorted(s.objects)[:4]:
            blocks[kind, "on", thing].append(i)

    def time(i: int) -> tuple[int, int]:
        when = sketches[i].when
        return (when.low if when and when.month is None else 10**7, i)

    for _, block in sorted(blocks.items()):
        if len(block) > 1:
            yield sorted(block, key=time)


def may_join(one: Sequence[Sketch], other: Sequence[Sketch], entities: Mapping[str, Entity], world: World | None) -> bool:
    """No chain of good pairs may bridge two dates, two places, two meetings, or two events that one report tells apart."""
    told = {s.report: s for s in one}
    for s in other:
        if s.report in told and (s.event.status == "denied") == (told[s.report].event.status == "denied"):
            return False
    firm = [s for s in (*one, *other) if s.sure and s.when and s.when.exact]
    if firm:
        stretch = max(s.when.low for s in firm if s.when) - min(s.when.low for s in firm if s.when)
        if stretch > NEARBY and (stretch > LONG or not any(lasting(a, b) for a in one for b in other)):
            return False
    here, there = ({s.event.place: s for s in group if s.event.place}.values() for group in (one, other))
    if any(places_clash(a.event, b.event, entities, world) and not wholly_one(a, b) for a in here for b in there):
        return False  # an attack without a place is not at once that on Baghdad and that on Mosul
    if one[0].event.type in ontology.load().personal:
        clash = persons_clash([p for s in one for p in s.parties], [p for s in other for p in s.parties])
        return clash < 1.0
    return True


def settle(
    groups: Iterable[Sequence[int]],
    sketches: Sequence[Sketch],
    clusters: Sequence[list[int]],
    of_report: Mapping[int, list[int]],
    entities: Mapping[str, Entity],
    world: World | None,
) -> list[list[int]]:
    """Happenings, once the stories are known: the one shelling that each of two reports of a story tells is one shelling.

    Without this "8 killed at a resort in Zakho" and "9 killed in Duhok", told without parties and day, would never meet.
    """
    rules = ontology.load()
    union = Union(len(clusters))
    inside = [list(c) for c in clusters]
    home = {i: c for c, cluster in enumerate(clusters) for i in cluster}

    def kind(i: int) -> tuple[str, bool]:
        return sketches[i].event.type, sketches[i].event.status == "denied"

    for members in groups:
        if len(members) < 2:
            continue
        only: dict[tuple[str, bool], list[int]] = defaultdict(list)
        for r in members[:COMPARE]:
            counts = Counter(kind(i) for i in of_report.get(r, ()))
            for i in of_report.get(r, ()):
                if counts[kind(i)] == 1 and kind(i)[0] not in rules.speech | rules.personal:
                    only[kind(i)].append(i)
        for _, events in sorted(only.items()):
            for n, i in enumerate(events):
                for j in events[n + 1 :]:
                    a, b = union.root(home[i]), union.root(home[j])
                    if a == b or not alike(sketches[i], sketches[j], entities, world, together=True):
                        continue
                    if may_join([sketches[k] for k in inside[a]], [sketches[k] for k in inside[b]], entities, world):
                        root = union.join(a, b)
                        merged = sorted(inside[a] + inside[b])
                        inside[a], inside[b] = [], []
                        inside[root] = merged
    return sorted(c for c in inside if c)
