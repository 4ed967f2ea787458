"""Stories: which reports, and which events in them, are one happening.

Three floors. An event of one report and an event of another are one HAPPENING when type, parties, persons, date, place and
matter agree. Reports belong to one STORY when their main news is one happening, when each also tells the other's, or when
their texts are copies or nearly one. A story never spans two dates that cannot be one: a weekly call of the same two people
is a new story every week, however alike the words.

Everything is compared inside blocks (same type and parties, near in time; shared rare words), so cost grows with the number
of reports, not with its square.
"""

from __future__ import annotations

import calendar
import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from khabar import ontology
from khabar.model import Coded, Entity, Event, Participant, Report, Span, Tenure, When
from khabar.record.reuse import Passage, Words, share
from khabar.text import fold, tokenize

if TYPE_CHECKING:
    from khabar.encoder import Encoder
    from khabar.world import Post

# Tuned 2026-11 on the gold cases' hand-coded events (16 happenings, 68 reports) and SaudiNewsNet.
NEARBY = 1  # days by which two accounts of one happening may differ ("today" across time zones, Saturday or Sunday)
LONG = 4  # the same for a gathering or a round of talks at one place, which lasts
STALE = 2  # days before publication in which undated news happened
AHEAD = 30  # days after publication in which an undated plan may lie
VAGUE = 0.25  # support (see _alike) needed where the date is not known
SURE = 0.6  # the same, where moreover one tells a plan and the other a fact
ANOTHER_DAY = 0.3  # the same, where the days are neighbours
# Two angles of one story have a median likeness of .12, strangers .02 at the 90th percentile (4,000 articles, July 2015).
TOLD = 0.08  # likeness that reports need of which one tells the other's main news
COPIED = 0.4  # share of the shorter report that stands in the other: one text
REPRINT = 0.8  # the same, however much later it was published; a weekly bulletin shares less with the last one
LIKE_COPY, LIKE_REPRINT = 0.35, 0.7  # cosine of telling words that a copy, a reprint must have
LIKE = 0.50  # cosine of two reports' telling words: one story, where nothing speaks against it
LIKE_BARE = 0.45  # the same, where one of them has no main event
LIKE_LED, LED = 0.25, 0.7  # the same, where the leads have so high a cosine
LIKE_UNDATED = 0.60  # the same, where a date is not known
# One matter: two reports of the same main parties within days. Tuned 2026-11 on the pooled gold cases (63 reports) and the example
# reports: pairs of one event that share two main parties have a median likeness of .2 and leads with a cosine of .65; reports of
# another round of the same dispute, months apart, reach .12 and .52, or .06 and .63.
MATTER = 0.15  # likeness that is enough alone
MATTER_LEAD = ((0.08, 0.62), (0.11, 0.5))  # likeness that is enough with this cosine of the leads (sentence encoder)
MATTER_PEOPLE = 0.08  # likeness that is enough for the same people on the same day
MATTER_DAYS = 2  # days between them
FOREMOST = 3  # parties of a report that count as its main ones
LEAD = 300  # characters of a report that the encoder reads
COMPARE = 40  # events of a block that an event is compared with, nearest in time first
TERMS, INDEXED, POSTINGS = 60, 20, 400  # telling words a report; those that propose pairs; reports a word may propose


class World(Protocol):
    """What the record asks the world data, where they are at hand (``khabar.world.World`` has it)."""

    def lookup(self, name: str) -> str | None: ...
    def inside(self, place: str, other: str) -> bool: ...
    def held(self, person: str, post: str | None, day: str | None) -> list[Tenure]: ...
    @property
    def posts(self) -> Mapping[str, Post]: ...


# ------------------------------------------------------------------ days


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day that a date may mean, as ordinals. ``month``: a month (and day) whose year the text does not say."""

    low: int
    high: int
    month: tuple[int, int] | None = None

    @property
    def exact(self) -> bool:
        """One day of a known year."""
        return self.month is None and self.low == self.high


@lru_cache(maxsize=65536)
def days(value: str, end: str | None = None) -> Days | None:
    """``2020``, ``2020-07``, ``2020-07-13``, a timestamp, a range; ``XXXX-06`` has a month only. None for what is no date."""
    parts = value[:10].split("-")
    try:
        if parts[0] == "XXXX":
            return Days(0, 0, (int(parts[1]), int(parts[2]) if len(parts) > 2 else 0))
        year = int(parts[0])
        month = int(parts[1]) if len(parts) > 1 else 0
        day = int(parts[2]) if len(parts) > 2 else 0
        low = date(year, month or 1, day or 1).toordinal()
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1]).toordinal()
    except (ValueError, IndexError):
        return None
    later = days(end) if end else None
    return Days(low, max(last, later.high) if later and later.month is None else last)


def of(when: When | None) -> Days | None:
    """The days of a date; None for no date or what is none."""
    return days(when.value, when.end) if when else None


def gap(one: Days | None, other: Days | None) -> int | None:
    """Days between two dates: 0 when they may be one; None when that cannot be told."""
    if one is None or other is None:
        return None
    if one.month and other.month:
        (month, day), (m, d) = one.month, other.month
        return 0 if month == m and (day == d or 0 in (day, d)) else 365
    if one.month or other.month:
        month, day = one.month or other.month or (0, 0)
        dated = other if one.month else one
        for year in {date.fromordinal(dated.low).year, date.fromordinal(dated.high).year}:
            inside = days(f"{year}-{month:02}" + (f"-{day:02}" if day else ""))
            if inside and inside.low <= dated.high and dated.low <= inside.high:
                return 0
        return 365
    return max(0, one.low - other.high, other.low - one.high)


# ------------------------------------------------------------------ parties


@dataclass(frozen=True, slots=True)
class Party:
    """A side of an event: a state (whoever acts for it), or a body of its own (the LNA, the Houthis, the Arab League)."""

    key: str
    country: str | None
    own: bool
    person: str | None
    words: frozenset[str] | None = None  # of somebody who is neither identified nor of a known country

    @property
    def block(self) -> str:
        """What the party is looked up and counted by: itself where it acts for itself, else its country."""
        return self.key if self.own or not self.country else self.country


def same_party(one: Party, other: Party) -> bool:
    """May the two be one side? A minister and his state are; two bodies of their own of one country are not."""
    if one.words is not None and other.words is not None:
        return one.words <= other.words or other.words <= one.words
    return one.key == other.key or (bool(one.country) and one.country == other.country and not (one.own and other.own))


def unnamed(id: str) -> bool:
    """An id for somebody that a text does not name (sources, diplomats): not an identity across reports."""
    return id.startswith("unnamed/")


def party(who: Participant, entities: Mapping[str, Entity]) -> Party:
    """The side that a participant stands for: his state, unless he or his body acts for itself."""
    rules = ontology.load()
    entity = entities.get(who.entity) if who.entity and not unnamed(who.entity) else None
    country = who.country or (entity.country if entity else None)
    own = country in rules.own_countries or (
        entity is not None and (entity.kind in rules.own_kinds or (entity.sector or "") in rules.own_sectors)
    )
    named = who.entity if who.entity and not unnamed(who.entity) else None
    key = named or (country if country and not own else None) or fold(who.text)
    person = who.entity if entity is not None and entity.kind == "person" else None
    return Party(key, country, own or not country, person, None if named or country else content_words(who.text) or frozenset((key,)))


def sides(parties: Sequence[Party], others: Sequence[Party]) -> float | None:
    """How far two sets of parties agree, 0..1; None where that cannot be told. Who names a part of the other's half agrees.

    Somebody unidentified ("civilians", "holidaymakers") can agree with somebody, but disagrees with nobody.
    """
    known, theirs = ([p for p in side if p.words is None] for side in (parties, others))
    if not known or not theirs:
        return 1.0 if any(same_party(p, q) for p in parties for q in others) else None
    parties, others = known, theirs
    found = sum(any(same_party(p, q) for q in others) for p in parties)
    back = sum(any(same_party(p, q) for p in parties) for q in others)
    # Several people of one state are one party: counted by block.
    n, m = len({p.block for p in parties}), len({q.block for q in others})
    hit = min(len({p.block for p in parties if any(same_party(p, q) for q in others)}), len({q.block for q in others}))
    part = hit / max(n + m - hit, 1)
    if (found == len(parties) or back == len(others)) and min(n, m) > 1:
        return 1.0 if part == 1 else 0.75 if part >= 0.5 else 0.5
    return part


# ------------------------------------------------------------------ events, prepared for comparing


@dataclass(frozen=True, slots=True)
class Sketch:
    """An event with what it takes to compare it."""

    event: Event
    report: int
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    objects: frozenset[str]
    topic: frozenset[str]
    when: Days | None
    sure: bool  # the text gives the date; else the publication stands in for it
    words: frozenset[str]
    rank: tuple[int, int, int]  # the smaller, the nearer to being the report's main news

    @property
    def parties(self) -> tuple[Party, ...]:
        """Actors, then recipients."""
        return self.actors + self.recipients

    @property
    def news(self) -> bool:
        """Told as new, not recalled."""
        return not self.event.background


def sketch(coded: Coded, report: int, entities: Mapping[str, Entity]) -> list[Sketch]:
    """The events of one report, prepared."""
    published = of(coded.report.published)
    starts = [s.start for s in coded.sentences]
    out = []
    for event in coded.events:
        when, sure = of(event.date), event.date is not None
        if when is None and published is not None and not event.background and event.status != "hypothetical":
            # News without a time word happened about when it was published; a plan lies ahead. Only for comparing: the record's
            # date stays empty.
            coming = event.status in ("planned", "proposed")
            low, high = (0, AHEAD) if coming else (-STALE, 0)
            when = Days(published.low + low, published.high + high)
        first = min((e.span.start for e in event.evidence), default=10**9)
        sentence = sum(s <= first for s in starts)
        words = {t for e in event.evidence for t in content_words(_sentence(coded, e.span))}
        out.append(
            Sketch(
                event,
                report,
                tuple(party(p, entities) for p in event.actors),
                tuple(party(p, entities) for p in event.recipients),
                frozenset(t.entity for t in event.about if t.entity),
                frozenset(w for t in event.about for w in content_words(t.text)),
                when,
                sure,
                frozenset(words),
                (max(sentence - 2, 0) if sentence < 5 else sentence, -min(len(event.evidence), 3), first),
            )
        )
    return out


def _sentence(coded: Coded, span: Span) -> str:
    covering = [s for s in coded.sentences if s.overlaps(span)]
    start = min([s.start for s in covering] + [span.start])
    stop = max([s.stop for s in covering] + [span.stop])
    return coded.report.text[start:stop]


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """Words long enough to tell something; in any language most of the short ones are grammar."""
    return frozenset(t.fold for t in tokenize(text) if t.kind == "number" or len(t.fold) > 3)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set that the other holds too, 0..1; 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


@lru_cache(maxsize=65536)
def _pieces(word: str) -> frozenset[str]:
    return frozenset(word[k : k + 4] for k in range(len(word) - 3)) or frozenset((word,))


def akin(one: frozenset[str], other: frozenset[str]) -> float:
    """As ``overlap``, but a word counts as shared where the other side has a form of it: half of the runs of four letters agree."""
    if len(one) > len(other):
        one, other = other, one

    def shared(word: str) -> bool:
        mine = _pieces(word)
        return word in other or any(2 * len(mine & _pieces(w)) >= len(mine | _pieces(w)) for w in other)

    return sum(map(shared, one)) / len(one) if one else 0.0


def persons_clash(one: Iterable[Party], other: Iterable[Party]) -> float:
    """Of the states for which both name persons: the share where no person is the same. 0 when no state is."""
    mine: dict[str, set[str]] = defaultdict(set)
    theirs: dict[str, set[str]] = defaultdict(set)
    for parties, names in ((one, mine), (other, theirs)):
        for p in parties:
            if p.person:
                names[p.block].add(p.person)
    shared = mine.keys() & theirs.keys()
    return sum(not mine[b] & theirs[b] for b in shared) / len(shared) if shared else 0.0


def _done(event: Event) -> bool:
    return event.status not in ("planned", "proposed", "hypothetical")


def _persons(parties: Iterable[Party]) -> set[str]:
    return {p.person for p in parties if p.person}


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


def _alike(one: Sketch, other: Sketch, entities: Mapping[str, Entity], world: World | None, together: bool = False) -> float:
    """How surely two events of two reports are one happening, 0..1; 0 where something speaks against it or too little for it.

    together: the reports are known to tell one story, which leaves less to show.
    """
    a, b = one.event, other.event
    rules = ontology.load()
    if a.type != b.type or rules.distinct_modes(a.type, a.mode, b.mode) or places_clash(a, b, entities, world):
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
    support = _support(one, other)
    people = len(_persons(one.parties) & _persons(other.parties))
    if a.type in rules.personal and (clash := persons_clash(one.parties, other.parties)):
        if clash == 1.0 or support < 0.3:
            return 0.0
        support -= clash / 3
    # A ministry demands many things in a day; and what it recalls is not what it says today.
    other_matter = bool(one.objects and other.objects and not one.objects & other.objects)
    if a.type in rules.speech and a.type not in rules.personal and (other_matter or a.background != b.background):
        return 0.0
    need = _need(one, other, people, agree is not None)
    if apart is None:
        need = max(need, VAGUE if _done(a) == _done(b) else SURE)
    elif apart and not lasting(one, other):
        need = max(need, ANOTHER_DAY)  # a day apart: the matter has to tell that it is one
    if together:  # the only shelling that either tells of that very day is the same shelling, whatever words they have for it
        need = 0.0 if apart == 0 and one.sure and other.sure else need / 2
    if support < need:
        return 0.0
    timing = 0.05 if apart is None else 0.1 if apart else 0.3 if one.sure and other.sure else 0.2
    return round(0.4 * (agree if agree is not None else 0.3) + timing + 0.2 * max(support, 0.0) + 0.05 * min(people, 2), 4)


def _support(one: Sketch, other: Sketch) -> float:
    """What two events share beside type, parties and day: the same matter, or the words of their sentences."""
    said = len(one.words & other.words) / max(min(len(one.words), len(other.words)), 6)
    topic = len(one.topic & other.topic) / max(min(len(one.topic), len(other.topic)), 2)
    return max(said, topic, 0.5 if one.objects & other.objects else 0.0)


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


# ------------------------------------------------------------------ happenings


class _Union:
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
    sketches: Sequence[Sketch], entities: Mapping[str, Entity], world: World | None, bonds: Bonds = Bonds()
) -> list[list[int]]:
    """Clusters of events (as indexes) that are one happening; singles included; ordered by their first event."""
    edges: dict[tuple[int, int], float] = {}
    for block in _blocks(sketches):
        for n, i in enumerate(block):
            for j in block[n + 1 : n + 1 + COMPARE]:
                one, other = sketches[i], sketches[j]
                if one.report == other.report:
                    continue
                if one.sure and other.sure and (gap(one.when, other.when) or 0) > LONG:
                    break  # a block is in the order of time
                key = (i, j) if i < j else (j, i)
                if key not in edges:
                    edges[key] = _alike(one, other, entities, world)
    union = _Union(len(sketches))
    inside: dict[int, list[int]] = {i: [i] for i in range(len(sketches))}
    tie = {k: overlap(sketches[k[0]].words, sketches[k[1]].words) for k, v in edges.items() if v}
    for (i, j), _ in sorted(((k, v) for k, v in edges.items() if v), key=lambda e: (-e[1], -tie[e[0]], e[0])):
        a, b = union.root(i), union.root(j)
        if a == b or not _may_join([sketches[k] for k in inside[a]], [sketches[k] for k in inside[b]]):
            continue
        if bonds.forbid((sketches[k].report for k in inside[a]), (sketches[k].report for k in inside[b])):
            continue
        # One good pair is not enough for two clusters: half of a sample of the pairs between them has to be good.
        pairs = [(min(x, y), max(x, y)) for x in inside[a][:4] for y in inside[b][:4] if sketches[x].report != sketches[y].report]
        for x, y in pairs:
            if (x, y) not in edges:
                edges[x, y] = _alike(sketches[x], sketches[y], entities, world)
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


def _may_join(one: Sequence[Sketch], other: Sequence[Sketch]) -> bool:
    """No chain of good pairs may bridge two dates, two meetings, or two events that one report tells apart."""
    told = {s.report: s for s in one}
    for s in other:
        if s.report in told and (s.event.status == "denied") == (told[s.report].event.status == "denied"):
            return False
    firm = [s for s in (*one, *other) if s.sure and s.when and s.when.exact]
    if firm:
        stretch = max(s.when.low for s in firm if s.when) - min(s.when.low for s in firm if s.when)
        allowed = LONG if any(lasting(a, b) for a in one for b in other) else NEARBY
        if stretch > allowed:
            return False
    if one[0].event.type in ontology.load().personal:
        clash = persons_clash([p for s in one for p in s.parties], [p for s in other for p in s.parties])
        return clash < 1.0
    return True


# ------------------------------------------------------------------ stories


@dataclass(slots=True)
class Draft:
    """A story before it is told: which reports, which happening first, what belongs to it."""

    main: list[int]  # reports whose main news it is
    clusters: list[list[int]]  # happenings as indexes of sketches, the chief one first
    parts: list[int] = field(default_factory=list)  # acts done in it, or by its parties about it
    others: list[int] = field(default_factory=list)  # reports that tell it beside their main news
    why: list[str] = field(default_factory=list)
    id: str = ""


def draft(
    coded: Sequence[Coded],
    sketches: Sequence[Sketch],
    words: Sequence[Words],
    vocabulary: Sequence[str],
    copied: Mapping[tuple[int, int], Sequence[Passage]],
    entities: Mapping[str, Entity],
    world: World | None,
    encoder: Encoder | None = None,
    bonds: Bonds = Bonds(),
) -> tuple[list[Draft], list[list[int]]]:
    """The stories of a set of reports, and the happenings in them.

    Each report is main in at most one story; a report without events is in one only through its text.
    """
    clusters = happenings(sketches, entities, world, bonds)
    home = {i: c for c, cluster in enumerate(clusters) for i in cluster}
    of_report: dict[int, list[int]] = defaultdict(list)
    for i, s in enumerate(sketches):
        of_report[s.report].append(i)
    mains = {r: m for r in of_report if (m := _main(coded[r].report, sketches, of_report[r])) is not None}
    groups = _Groups(coded, sketches, mains, entities, world, bonds)
    for a, b in bonds.together:
        groups.join(a, b, firm=True)

    # 1. the main news is one happening
    by_cluster: dict[int, list[int]] = defaultdict(list)
    for r, i in sorted(mains.items()):
        by_cluster[home[i]].append(r)
    for reports in by_cluster.values():
        for r in reports[1:]:
            groups.join(reports[0], r, firm=True)
    # 2. each tells the other's main news, or one does and the parties are the same
    alike = Likeness(words, vocabulary)
    for one, other in _crossings(coded, sketches, clusters, mains, home, of_report, entities):
        if groups.coherent(by_cluster[one][0], by_cluster[other][0], alike, TOLD):
            groups.join(by_cluster[one][0], by_cluster[other][0], told=True)
    # 3. one text. Cables of congratulation share their sentences too: the telling words (who, where) have to be the same.
    for part, (a, b) in sorted((-share(passages, words), pair) for pair, passages in copied.items()):
        value = alike.whole(a, b)
        if -part >= COPIED and value >= LIKE_COPY and groups.coherent(a, b, alike, LIKE / 2):
            groups.join(a, b, text=True, reprint=-part >= REPRINT and value >= LIKE_REPRINT)
    # 4. nearly one text
    near = alike.pairs([of(c.report.published) for c in coded], LIKE_LED if encoder is not None else LIKE_BARE)
    unsure = sorted({r for pair, value in near if value < LIKE_BARE for r in pair})
    vectors = dict(zip(unsure, encoder.encode([_lead(coded[r]) for r in unsure]), strict=True)) if encoder and unsure else {}
    for (a, b), value in near:
        led = a in vectors and b in vectors and round(float(vectors[a] @ vectors[b]), 4) >= LED
        groups.join_alike(a, b, value, alike, led)
    # 5. one matter: the same main parties in the same days, in words that are alike, however each report is coded
    for a, b in _matters(coded, sketches, of_report, mains, alike, encoder):
        groups.join_matter(a, b, alike)

    clusters = _settle(groups.all(), sketches, clusters, of_report, entities, world)
    home = {i: c for c, cluster in enumerate(clusters) for i in cluster}
    out = []
    for members in groups.all():
        told = [r for r in members if r in mains]
        if not told:
            if len(members) > 1:
                out.append(Draft(members, []))
            continue
        counts = Counter(home[mains[r]] for r in told)
        chief = sorted(counts, key=lambda c: (-counts[c], *_weight([sketches[i] for i in clusters[c]]), clusters[c][0]))
        out.append(Draft(members, [clusters[c] for c in chief]))
    _parts(out, sketches, of_report)
    out += _second(out, sketches, clusters, of_report)
    _name(out, coded, sketches)
    return sorted(out, key=lambda d: d.id), clusters


def _weight(members: Sequence[Sketch]) -> tuple[float, int]:
    """Of two happenings that as many reports have for their main news: told as news, near the head, by more reports."""
    return -round(sum((1.0 if s.news else 0.5) / (1 + s.rank[0]) for s in members), 4), -len(members)


def _settle(
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
    union = _Union(len(clusters))
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
                    if a == b or not _alike(sketches[i], sketches[j], entities, world, together=True):
                        continue
                    if _may_join([sketches[k] for k in inside[a]], [sketches[k] for k in inside[b]]):
                        root = union.join(a, b)
                        merged = sorted(inside[a] + inside[b])
                        inside[a], inside[b] = [], []
                        inside[root] = merged
    return sorted(c for c in inside if c)


def _main(report: Report, sketches: Sequence[Sketch], events: Sequence[int]) -> int | None:
    """The report's main news: the first event that is news; if all is background, one that stands in the lead.

    A caption of an old photograph is no news, nor is what happened months before the report was published.
    """
    issued = of(report.published)

    def told(i: int) -> bool:
        s = sketches[i]
        if not s.news or s.event.status == "hypothetical":
            return False
        spans = [e.span for e in s.event.evidence]
        if spans and all(any(n.span.overlaps(span) for n in report.notes if n.kind != "subhead") for span in spans):
            return False
        return not (issued and s.sure and s.when and s.when.month is None and issued.low - s.when.high > AHEAD)

    news = [i for i in events if told(i)] or [
        i for i in events if sketches[i].news and sketches[i].event.status != "hypothetical"
    ]
    if not news:
        news = [i for i in events if sketches[i].rank[0] == 0]
    return min(news, key=lambda i: (sketches[i].event.item, sketches[i].rank, i), default=None)


def _crossings(
    coded: Sequence[Coded],
    sketches: Sequence[Sketch],
    clusters: Sequence[list[int]],
    mains: Mapping[int, int],
    home: Mapping[int, int],
    of_report: Mapping[int, list[int]],
    entities: Mapping[str, Entity],
) -> list[tuple[int, int]]:
    """Pairs of happenings, each some report's main news, that belong to one story."""
    rules = ontology.load()
    chief = {home[i] for i in mains.values()}
    tells: Counter[tuple[int, int]] = Counter()
    beside: dict[int, set[int]] = defaultdict(set)  # a happening told beside others -> those main ones
    for r, m in sorted(mains.items()):
        for i in of_report[r]:
            c = home[i]
            if c != home[m] and sketches[i].news:
                if c in chief:
                    tells[home[m], c] += 1
                beside[c].add(home[m])
    pairs = {(min(p), max(p)) for p in tells}
    shared: set[tuple[int, int]] = set()
    for around in beside.values():
        near = sorted(around)[:12]
        shared |= {(a, b) for n, a in enumerate(near) for b in near[n + 1 :]}
    out = []
    for a, b in sorted(pairs | shared):
        mutual = tells[a, b] > 0 and tells[b, a] > 0
        one, other = [sketches[i] for i in clusters[a]], [sketches[i] for i in clusters[b]]
        kinds = {one[0].event.type, other[0].event.type}
        people = [[p for s in c for p in s.parties] for c in (one, other)]
        if kinds <= rules.personal and not mutual and persons_clash(*people) >= 0.5:
            continue  # two meetings of other people that were told apart stay two
        if kinds <= rules.spots and not mutual:
            continue  # a day of war has many fights, and every report of one recalls another
        apart = min((g for x in one for y in other if (g := gap(x.when, y.when)) is not None), default=None)
        if (apart or 0) > (2 if mutual else NEARBY) and not (tells[a, b] or tells[b, a]):
            continue
        if apart is None or apart > 2:
            # Told as news of one day, whatever their own dates are (a denial of what was said to have happened last week).
            issued = [[d.low for s in c if (d := of(coded[s.report].report.published))] for c in (one, other)]
            dated = issued[0] and issued[1]
            if dated and min(abs(x - y) for x in issued[0] for y in issued[1]) > 2:
                continue
            if not dated and (apart is not None or sides(*people) != 1 or not _persons(people[0]) & _persons(people[1])):
                continue  # nothing says when: only the very same people are enough
        mine, theirs = ({p.block for s in c for p in _circle(s, entities)} for c in (one, other))
        within_other = mine & theirs in (mine, theirs) and bool(mine & theirs) and not kinds <= rules.personal
        if mutual or len(mine & theirs) > 1 or (within_other and (tells[a, b] or tells[b, a])):
            out.append((a, b))
    return out


def _circle(s: Sketch, entities: Mapping[str, Entity]) -> list[Party]:
    """Parties of an event, with the state in which it happens."""
    place = entities.get(s.event.place) if s.event.place else None
    here = [Party(place.country, place.country, False, None)] if place is not None and place.country else []
    return [*s.parties, *here]


def _foremost(sketches: Sequence[Sketch], events: Iterable[int]) -> set[str]:
    """The main parties of a report: those that do and suffer most of its news."""
    weight: Counter[str] = Counter()
    for i in events:
        for block in {p.block for p in sketches[i].parties if p.words is None and not unnamed(p.key)}:
            weight[block] += 2 if sketches[i].news else 1
    order = sorted(weight, key=lambda b: (-weight[b], b))
    least = weight[order[FOREMOST - 1]] if len(order) > FOREMOST else 0
    return {b for b in order[: 2 * FOREMOST] if weight[b] >= least}  # four who sign together are four main parties


def _day_of(report: Report, sketches: Sequence[Sketch], events: Iterable[int]) -> int | None:
    """The day a report belongs to: its publication, else the last day that most of its news is dated."""
    if (issued := of(report.published)) is not None and issued.exact:
        return issued.low
    told = [sketches[i] for i in events if sketches[i].news and _done(sketches[i].event)]
    said = Counter(s.when.low for s in told if s.sure and s.when and s.when.month is None and s.when.exact)
    return max(said, key=lambda d: (said[d], d), default=None)


def _matters(
    coded: Sequence[Coded],
    sketches: Sequence[Sketch],
    of_report: Mapping[int, list[int]],
    mains: Mapping[int, int],
    alike: Likeness,
    encoder: Encoder | None,
) -> list[tuple[int, int]]:
    """Pairs of reports of two or more common main parties, near in time and alike in words; the most alike first.

    The coder may read "urged him in a call" in one report and "they spoke by phone" in the other: here neither type nor mode
    counts.
    """
    blocks: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for r in sorted(mains):
        day = _day_of(coded[r].report, sketches, of_report[r])
        names = sorted(_foremost(sketches, of_report[r]))
        if day is not None:
            for n, name in enumerate(names):
                for other in names[n + 1 :]:
                    blocks[name, other].append((day, r))
    near: set[tuple[int, int]] = set()
    for _, block in sorted(blocks.items()):
        block.sort()
        for n, (day, r) in enumerate(block):
            for later, q in block[n + 1 : n + 1 + COMPARE]:
                if later - day > MATTER_DAYS:
                    break
                near.add((min(r, q), max(r, q)))
    values = {pair: alike.whole(*pair) for pair in near}
    unsure = sorted(p for p, v in values.items() if v < MATTER and v >= min(least for least, _ in MATTER_LEAD))
    leads = sorted({r for pair in unsure for r in pair}) if encoder is not None else []
    vectors = dict(zip(leads, encoder.encode([_lead(coded[r]) for r in leads]), strict=True)) if encoder and leads else {}
    out = []
    for pair, value in values.items():
        if value >= MATTER or (value >= MATTER_PEOPLE and _one_day(sketches[mains[pair[0]]], sketches[mains[pair[1]]])):
            out.append((pair, value))
        elif pair[0] in vectors and pair[1] in vectors:
            close = round(float(vectors[pair[0]] @ vectors[pair[1]]), 4)
            if any(value >= least and close >= need for least, need in MATTER_LEAD):
                out.append((pair, value))
    return [pair for pair, _ in sorted(out, key=lambda e: (-e[1], e[0]))]


def _one_day(one: Sketch, other: Sketch) -> bool:
    """The same people of the same two sides on the same day: the visit and what was signed on it are one story."""
    if not (one.sure and other.sure and one.when and one.when.exact and one.when == other.when and _done(one.event) and _done(other.event)):
        return False
    blocks = {p.block for p in one.parties} & {p.block for p in other.parties}
    return len(blocks) > 1 and bool(_persons(one.parties) & _persons(other.parties)) and not persons_clash(one.parties, other.parties)


def _lead(coded: Coded) -> str:
    """Title and first sentences."""
    report = coded.report
    first = " ".join(s.of(report.text) for s in coded.sentences[:3])
    return f"{report.title or ''}. {first}"[:LEAD]


class _Groups:
    """Reports grouped into stories; refuses every join that would bridge two dates or two meetings."""

    def __init__(
        self,
        coded: Sequence[Coded],
        sketches: Sequence[Sketch],
        mains: Mapping[int, int],
        entities: Mapping[str, Entity],
        world: World | None,
        bonds: Bonds,
    ) -> None:
        self.bonds = bonds
        self.union = _Union(len(coded))
        self.members: dict[int, list[int]] = {i: [i] for i in range(len(coded))}
        self.published = [of(c.report.published) for c in coded]
        self.issued: list[int | None] = [d.low if d else None for d in self.published]
        self.main = {r: sketches[i] for r, i in mains.items()}
        self.entities, self.world = entities, world

    def all(self) -> list[list[int]]:
        return [self.members[r] for r in sorted(self.members)]

    def join(self, a: int, b: int, firm: bool = False, told: bool = False, text: bool = False, reprint: bool = False) -> bool:
        """Join two groups.

        firm: their events were found to be one; told: one tells the other's as news; text: one text stands in both, and
        reprint: all of it.
        """
        i, j = self.union.root(a), self.union.root(b)
        if i == j:
            return True
        if self.bonds.forbid(self.members[i], self.members[j]):
            return False
        if not firm and not self._fits(self.members[i], self.members[j], text, told, reprint):
            return False
        root = self.union.join(i, j)
        if reprint:  # printed again weeks later it is still the news of its first day
            known = [d for r in self.members[i] + self.members[j] if (d := self.issued[r]) is not None]
            for r in self.members[i] + self.members[j]:
                self.issued[r] = min(known) if known else None
        self.members[root] = sorted(self.members.pop(i) + self.members.pop(j))
        return True

    def _fits(self, one: Sequence[int], other: Sequence[int], text: bool, told: bool, reprint: bool) -> bool:
        left, right = ([self.main[r] for r in g if r in self.main] for g in (one, other))
        firm = [s for s in (*left, *right) if s.sure and s.when and s.when.month is None and s.when.exact]
        if text:  # "yesterday" read against a late posting is no other date: only days said in full keep copies apart
            firm = [s for s in firm if s.event.date and s.event.date.basis in ("text", "weekday")]
        if firm and not told:
            low, high = min(s.when.low for s in firm if s.when), max(s.when.low for s in firm if s.when)
            if high - low > LONG:
                return False
            a, b = ([s.when.low for s in g if s in firm and s.when] for g in (left, right))
            # A firm day in each: within two days, or the accounts are of two happenings.
            long = text or any(lasting(x, y) for x in left for y in right)
            if a and b and max(max(a) - min(b), max(b) - min(a)) > (LONG if long else NEARBY + 1):
                return False
        # A story is told within days. Without this, bulletins of the weather join through the weeks, each like its neighbour.
        issued = [d for r in (*one, *other) if (d := self.issued[r]) is not None]
        return reprint or not issued or max(issued) - min(issued) <= LONG

    def join_alike(self, a: int, b: int, value: float, alike: Likeness, led: bool) -> bool:
        """Join two reports whose words are much the same, where neither dates nor parties nor persons speak against it.

        led: their leads mean the same; then less will do, were they published within a day.
        """
        x, y = self.main.get(a), self.main.get(b)
        apart = gap(x.when if x else self.published[a], y.when if y else self.published[b])
        if apart is not None and apart > (0 if x and y and x.sure and y.sure else STALE):
            return False
        need = LIKE_UNDATED if apart is None else LIKE if x and y else LIKE_BARE
        if led and (gap(self.published[a], self.published[b]) or 0) <= NEARBY and self.published[a] and self.published[b]:
            need = LIKE_LED
        if value < need:
            return False
        if x and y:
            if (agree := sides(x.parties, y.parties)) is not None and agree == 0:
                return False
            personal = ontology.load().personal
            if x.event.type in personal and y.event.type in personal and persons_clash(x.parties, y.parties) > 0.5:
                return False
            if places_clash(x.event, y.event, self.entities, self.world):
                return False
        return self.coherent(a, b, alike, need / 2) and self.join(a, b)

    def join_matter(self, a: int, b: int, alike: Likeness) -> bool:
        """Join two reports of one matter, where neither the persons nor the places of their main news speak against it."""
        x, y = self.main[a], self.main[b]
        rules = ontology.load()
        kinds = {x.event.type, y.event.type}
        if kinds <= rules.personal and persons_clash(x.parties, y.parties) > 0.5:
            return False
        if kinds <= rules.personal and rules.distinct_modes(x.event.type, x.event.mode, y.event.mode):
            return False
        if x.event.type == y.event.type and places_clash(x.event, y.event, self.entities, self.world):
            return False
        if kinds <= rules.spots and not (x.event.place and x.event.place == y.event.place):
            return False  # a day of war has many fights of the same two sides
        i, j = self.union.root(a), self.union.root(b)
        pairs = [(p, q) for p in self.members[i][:6] for q in self.members[j][:6]]
        near = i == j or sum(alike.whole(*p) >= MATTER / 2 for p in pairs) * 2 >= len(pairs)
        return near and self.join(a, b)

    def coherent(self, a: int, b: int, alike: Likeness, need: float) -> bool:
        """Two groups are not joined on the strength of one pair: a third of the pairs between them must be alike too."""
        i, j = self.union.root(a), self.union.root(b)
        pairs = [(p, q) for p in self.members[i][:6] for q in self.members[j][:6]]
        return i == j or sum(alike.whole(*p) >= need for p in pairs) * 3 >= len(pairs)


class Likeness:
    """Cosines of the telling words (tf-idf) of reports."""

    def __init__(self, words: Sequence[Words], vocabulary: Sequence[str]) -> None:
        telling = [len(w) > 3 or w.isdigit() for w in vocabulary]
        counts = [Counter(i for i in w.ids[:400] if telling[i]) for w in words]
        self.df = Counter(i for c in counts for i in c)
        # In a set of a few reports every word is "rare": the floor keeps the weights nearly even there.
        size = max(len(words), 60)
        self.vectors: list[dict[int, float]] = []
        for c in counts:
            weights = {i: (1 + math.log(n)) * math.log(1 + size / self.df[i]) for i, n in c.items()}
            top = sorted(weights.items(), key=lambda e: (-e[1], e[0]))[:TERMS]
            norm = math.sqrt(sum(v * v for _, v in top)) or 1.0
            self.vectors.append({i: v / norm for i, v in top})
        self._counts, self._size = counts, size
        self._whole: dict[int, dict[int, float]] = {}

    def of(self, a: int, b: int) -> float:
        """How alike the words of two reports are, 0..1."""
        one, other = self.vectors[a], self.vectors[b]
        return round(sum(v * other[i] for i, v in one.items() if i in other), 4)

    def whole(self, a: int, b: int) -> float:
        """The same over all words. In a set of one matter the words of the matter are the common ones, and stand in no top list."""
        for r in (a, b):
            if r not in self._whole:
                weights = {i: (1 + math.log(n)) * math.log(1 + self._size / self.df[i]) for i, n in self._counts[r].items()}
                norm = math.sqrt(sum(v * v for _, v in sorted(weights.items()))) or 1.0
                self._whole[r] = {i: v / norm for i, v in weights.items()}
        one, other = self._whole[a], self._whole[b]
        return max(self.of(a, b), round(sum(v * other[i] for i, v in sorted(one.items()) if i in other), 4))

    def pairs(self, issued: Sequence[Days | None], least: float) -> list[tuple[tuple[int, int], float]]:
        """Pairs that share several of their rarest words, were published within days and are alike so far; the most alike first."""
        postings: dict[int, list[int]] = defaultdict(list)
        rare = [[i for i in vector if self.df[i] > 1][:INDEXED] for vector in self.vectors]  # a word of one report ties nothing
        for r, telling in enumerate(rare):
            for i in telling:
                postings[i].append(r)
        out: dict[tuple[int, int], float] = {}
        for r, telling in enumerate(rare):
            common: Counter[int] = Counter()
            for i in telling:
                rows = postings.get(i, ())
                if len(rows) <= POSTINGS:
                    common.update(q for q in rows if q > r)
            for q, n in common.items():
                if n > 2 and (gap(issued[r], issued[q]) or 0) <= LONG and (value := self.of(r, q)) >= least:
                    out[r, q] = value
        return sorted(out.items(), key=lambda e: (-e[1], e[0]))


def _parts(drafts: Sequence[Draft], sketches: Sequence[Sketch], of_report: Mapping[int, list[int]]) -> None:
    """Acts that belong to a story: news of its reports, done by its parties, about its time (REQUESTs made in the call)."""
    speech = ontology.load().speech
    for d in drafts:
        if not d.clusters:
            continue
        inside = {i for c in d.clusters for i in c}
        chief = [sketches[i] for i in d.clusters[0]]
        circle = [p for i in sorted(inside) for p in sketches[i].parties]
        for r in d.main:
            for i in of_report.get(r, ()):
                s = sketches[i]
                if i in inside or not s.news or not s.actors or not (_done(s.event) or s.event.type in speech):
                    continue
                apart = min((g for c in chief if (g := gap(s.when, c.when)) is not None), default=None)
                if all(any(same_party(p, q) for q in circle) for p in s.actors) and (apart is None or apart <= NEARBY):
                    d.parts.append(i)


def _second(
    drafts: Sequence[Draft],
    sketches: Sequence[Sketch],
    clusters: Sequence[list[int]],
    of_report: Mapping[int, list[int]],
) -> list[Draft]:
    """Happenings told beside the main news that are stories of their own; and those reports that tell a story beside theirs."""
    owner = {i: d for d in drafts for c in d.clusters for i in c}
    taken = set(owner) | {i for d in drafts for i in d.parts}
    for d in drafts:
        reports = {sketches[i].report for c in d.clusters for i in c}
        d.others = sorted(reports - set(d.main))
    chief_of = {r: [sketches[i] for i in d.clusters[0]] for d in drafts if d.clusters for r in d.main}
    out = []
    speech = ontology.load().speech
    for cluster in clusters:
        members = [sketches[i] for i in cluster]
        if any(i in taken for i in cluster) or not any(s.news for s in members):
            continue
        # What somebody says about it belongs to the story it was said in; a plan is a matter for a dossier.
        if members[0].event.type in speech or not any(s.event.status in ("happened", "ongoing") for s in members):
            continue
        if not any(s.parties for s in members) or _old(members, chief_of):
            continue
        if _inside(members, drafts, sketches):
            continue
        second = Draft([], [cluster])
        second.others = sorted({s.report for s in members})
        circle = [p for s in members for p in s.parties]
        for r in second.others:
            for i in of_report[r]:
                s = sketches[i]
                if i not in taken and i not in cluster and s.news and s.actors and s.event.type in speech:
                    apart = gap(s.when, members[0].when)
                    if all(any(same_party(p, q) for q in circle) for p in s.actors) and (apart is None or apart <= NEARBY):
                        second.parts.append(i)
                        taken.add(i)
        out.append(second)
    return out


def _inside(members: Sequence[Sketch], drafts: Sequence[Draft], sketches: Sequence[Sketch]) -> bool:
    """Is it a detail of one story: told by its reports only, of its parties or without a second one that is named?

    "The two presidents also spoke of the talks in Geneva" is no story beside the call; another call of another president is.
    """
    reports = {s.report for s in members}
    for d in drafts:
        if d.clusters and reports <= set(d.main):
            circle = [p for c in d.clusters for i in c for p in sketches[i].parties]
            item = {sketches[i].event.item for i in d.clusters[0]}
            known = [p for s in members for p in s.parties if p.words is None]
            if all(any(same_party(p, q) for q in circle) for p in known):
                return not any(persons_clash(s.parties, circle) for s in members) and len(d.main) > 1
            return len(reports) == 1 and not _persons(known) and all(s.event.item in item for s in members)
    return False


def _old(members: Sequence[Sketch], chief_of: Mapping[int, Sequence[Sketch]]) -> bool:
    """Did it happen long before the main news of every report that tells it? Then it is a recollection, whatever it is called."""
    far = []
    for s in members:
        gaps = [g for c in chief_of.get(s.report, ()) if s.sure and (g := gap(s.when, c.when)) is not None]
        far.append(bool(gaps) and min(gaps) > AHEAD)
    return all(far)


def _name(drafts: Sequence[Draft], coded: Sequence[Coded], sketches: Sequence[Sketch]) -> None:
    """Readable, stable, ASCII: day, what, who. Two of one name are numbered in the order of their reports' ids."""
    named: dict[str, list[Draft]] = defaultdict(list)
    for d in drafts:
        named[_slug(d, coded, sketches)].append(d)
    for name, same in named.items():
        same.sort(key=lambda d: min(coded[r].report.id for r in (*d.main, *d.others)))
        for n, d in enumerate(same, 1):
            d.id = name if n == 1 else f"{name}-{n}"


def _slug(d: Draft, coded: Sequence[Coded], sketches: Sequence[Sketch]) -> str:
    issued = sorted(w.value[:10] for r in (*d.main, *d.others) if (w := coded[r].report.published))
    if not d.clusters:
        return f"{issued[0] if issued else 'undated'}-text-{_short(min(coded[r].report.id for r in d.main))}"
    members = [sketches[i] for i in d.clusters[0]]
    said = Counter(s.event.date.value[:10] for s in members if s.event.date and s.event.status != "denied")
    said = said or Counter(s.event.date.value[:10] for s in members if s.event.date)
    # The most precise date, then the one most reports give, then the earlier.
    day = min(said, key=lambda v: (v.startswith("XXXX"), -len(v), -said[v], v), default=None)
    if day is None or day.startswith("XXXX"):
        day = issued[0] if issued else day.lower() if day else "undated"
    modes = Counter(s.event.mode for s in members if s.event.mode)
    what = min(modes, key=lambda m: (-modes[m], m)) if modes else members[0].event.type.lower()
    votes = Counter(p for s in members for p in {ascii_tail(p.block) for p in s.parties} if p)
    who = sorted(sorted(votes, key=lambda p: (-votes[p], p))[:4])
    if not who:
        things = Counter(ascii_tail(t) for s in members for t in (*s.objects, *([s.event.place] if s.event.place else [])))
        who = (
            [min(things, key=lambda t: (-things[t], t))] if things else [_short(min(coded[s.report].report.id for s in members))]
        )
    return "-".join((day, what, *who)).lower()


def ascii_tail(name: str) -> str:
    """The last part of an id, or '' for what is not ASCII (a name met in a text only)."""
    tail = name.rpartition("/")[2].lower().replace(" ", "-")
    return tail if tail.isascii() else ""


def _short(id: str) -> str:
    """A few letters for a report's id, where nothing readable is known."""
    return hashlib.sha256(id.encode()).hexdigest()[:6]
