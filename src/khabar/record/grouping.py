"""Reports grouped into stories: what proposes that two belong together, and what speaks against it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from khabar import ontology
from khabar.model import Coded, Entity
from khabar.record.days import LONG, NEARBY, gap, of
from khabar.record.happenings import COMPARE, Bonds, Union, World, lasting, places_clash
from khabar.record.likeness import Leads, Likeness, akin
from khabar.record.news import at_head, circle, day_of, foremost, named
from khabar.record.parties import persons, persons_clash, sides
from khabar.record.sketches import STALE, Sketch, done

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
# The same where nothing tells the day of one of them: likeness that is enough with this cosine of the leads. Tuned 2026-11 on the pooled cases of
# our own gold's dev part and fourteen fresh ones, without their dates: other rounds of one dispute reach .14 and .49, of one story all above.
MATTER_UNDATED = ((0.18, 0.0), (0.14, 0.55))
# The same where they share one main party only and tell an act of one type for their main news. Of the same reports and 24 fresh ones other
# rounds reach .2 and .5, of one story those that nothing else joins .15 and .65, .25 and .62.
MATTER_ALONE = ((0.22, 0.55), (0.14, 0.62))
# One news: leads of the same day, or of two neighbouring days, that share runs of letters and mean the same. Tuned 2026-11 on our own
# gold's dev part: pairs of one story that nothing else joins reach .09 to .39 and .42 to .68; other stories of its cases, on one day,
# .16 and .43, or .21 and .40.
HEADS = ((0.11, 0.44), (0.17, 0.45))  # share of the leads and their cosine, by days between them
HEADS_OF_TWO = ((0.08, 0.42), (0.12, 0.55))  # the same where two main parties are the same
LIKELY = 0.35  # cosine of leads that are looked at
# Three weak signs that agree: what a pair's share of leads, their cosine and the likeness of all words come to, by days between them.
# Pairs of one story that nothing else joins reach .79 on one day and .82 on the next, other stories of its cases .71 and .74.
IN_ALL, EACH = (0.75, 0.8), 0.12
# A denial: words of its sentence that the act's sentence has a form of, share of the leads, and days by which it comes later.
REFUTED, REFUTED_LEAD, REFUTED_DAYS = 0.15, 0.12, 3
CHARGED_LEAD = (0.12, 0.5)  # share and cosine of the leads of a charge and of its denial, in other words
WAR = 0.05  # share of their leads that reports of the same two need, one of which tells an attack and the other something else
SPOT = (0.3, 0.65)  # the same for two attacks of which one has no place: they have to be told in one lead


# On a day of more than FEW reports many leads of other news are alike. Tuned 2026-11 on 2,198 articles of one day: of the joins by leads alone
# nearly all below .12 were of two matters, and large groups of one war or one deal met at .08 to .1.
BUSY, BUSY_LEAD = 0.12, 0.35  # likeness that such reports need, or the share of their leads
BUSY_PAIRS = 0.1  # likeness that half of the pairs between two groups need on such a day, of all other days half of MATTER


APART = 3  # reports that have a meeting, or an attack, for their main news, from which it is a story of its own
MANY = 12  # reports of a story that grows no more by leads alone: in a war each day's leads are like the next
TELLING, FEW = 2.5, 80  # how rare the common parties of their reports must be (log), in a set of so many reports at least


def crossings(
    coded: Sequence[Coded],
    sketches: Sequence[Sketch],
    clusters: Sequence[list[int]],
    mains: Mapping[int, int],
    home: Mapping[int, int],
    of_report: Mapping[int, list[int]],
    entities: Mapping[str, Entity],
    apart_yet: Callable[[int, int], bool],
) -> list[tuple[int, int]]:
    """Pairs of happenings, each some report's main news, that belong to one story. apart_yet: are their groups two so far?"""
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
    for a, b in sorted(p for p in pairs | shared if apart_yet(*p)):
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
            if not dated and (apart is not None or sides(*people) != 1 or not persons(people[0]) & persons(people[1])):
                continue  # nothing says when: only the very same people are enough
        mine, theirs = ({p.block for s in c for p in circle(s, entities)} for c in (one, other))
        within_other = mine & theirs in (mine, theirs) and bool(mine & theirs) and not kinds <= rules.personal
        if mutual or len(mine & theirs) > 1 or (within_other and (tells[a, b] or tells[b, a])):
            out.append((a, b))
    return out


def matters(
    coded: Sequence[Coded],
    sketches: Sequence[Sketch],
    of_report: Mapping[int, list[int]],
    mains: Mapping[int, int],
    alike: Likeness,
    leads: Leads,
    wanted: Collection[int],
) -> list[tuple[int, int]]:
    """Pairs of reports of two or more common main parties, near in time and alike in words; the most alike first.

    wanted: reports of which one is in each pair.
    The coder may read "urged him in a call" in one report and "they spoke by phone" in the other: here neither type nor mode
    counts.
    """
    blocks: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    undated: dict[tuple[str, str], list[int]] = defaultdict(list)
    acting: dict[tuple[str, str], list[tuple[int | None, int]]] = defaultdict(list)  # type and one party of the main news
    for r in sorted(mains):
        day = day_of(coded[r].report, sketches, of_report[r])
        names = sorted(foremost(sketches, of_report[r]))
        act = sketches[mains[r]]
        for block in {p.block for p in act.parties if p.words is None}:
            acting[act.event.type, block].append((day, r))
        for two in ((name, other) for n, name in enumerate(names) for other in names[n + 1 :]):
            if day is not None:
                blocks[two].append((day, r))
            else:
                undated[two].append(r)
    near: set[tuple[int, int]] = set()
    floating: set[tuple[int, int]] = set()
    by_one: set[tuple[int, int]] = set()

    def of_any_day(dayless: Sequence[int], others: Sequence[int]) -> set[tuple[int, int]]:
        """Where more is told of these parties than is compared, a report without a day may be of any of it."""
        if len(others) > COMPARE:
            return set()
        return {(min(r, q), max(r, q)) for r in dayless for q in others if r != q and (r in wanted or q in wanted)}

    for two, rows in undated.items():
        floating |= of_any_day(rows, [*rows, *(r for _, r in blocks.get(two, ()))])
    for told in acting.values():
        by_one |= of_any_day([r for of_day, r in told if of_day is None], [r for _, r in told])
    by_one -= floating
    for _, dated in sorted(blocks.items()):
        dated.sort()
        for n, (day, r) in enumerate(dated):
            for later, q in dated[n + 1 : n + 1 + COMPARE]:
                if later - day > MATTER_DAYS:
                    break
                if r in wanted or q in wanted:
                    near.add((min(r, q), max(r, q)))
    values = {pair: alike.whole(*pair) for pair in near | floating | by_one}
    unsure = sorted(p for p in near if min(least for least, _ in MATTER_LEAD) <= values[p] < MATTER)
    bounds = {**dict.fromkeys(floating, MATTER_UNDATED), **dict.fromkeys(by_one, MATTER_ALONE)}
    unsure += sorted(p for p, needs in bounds.items() if values[p] >= min(least for least, _ in needs))
    leads.read(r for pair in unsure for r in pair)
    out = []
    for pair, value in values.items():
        if pair in bounds:
            if any(value >= least and leads.cosine(*pair) >= need for least, need in bounds[pair]):
                out.append((pair, value))
            continue
        if value >= MATTER or (value >= MATTER_PEOPLE and _one_day(sketches[mains[pair[0]]], sketches[mains[pair[1]]])):
            out.append((pair, value))
        else:
            close = leads.cosine(*pair)
            if any(value >= least and close >= need for least, need in MATTER_LEAD):
                out.append((pair, value))
    return [pair for pair, _ in sorted(out, key=lambda e: (-e[1], e[0]))]


def one_news(
    coded: Sequence[Coded],
    sketches: Sequence[Sketch],
    of_report: Mapping[int, list[int]],
    mains: Mapping[int, int],
    entities: Mapping[str, Entity],
    alike: Likeness,
    leads: Leads,
    wanted: Collection[int],
) -> list[tuple[int, int]]:
    """Pairs of reports with a party in common whose leads tell the same news of one day or two; the most alike first.

    An act and the answer to it share no coded event, and few of their later words. wanted: reports of which one is in each pair.
    """
    cast = {r: {p.block for i in of_report[r] for p in circle(sketches[i], entities) if p.words is None} for r in mains}
    cast |= {r: named(c) for r, c in enumerate(coded) if r not in mains}
    day = {r: d for r, blocks in cast.items() if blocks and (d := day_of(coded[r].report, sketches, of_report.get(r, ()))) is not None}
    # A party that half of the day's reports have (the outlets' own country) tells nothing.
    issued = Counter(day.values())
    held = Counter((day[r], p) for r in day for p in cast[r])

    def telling(a: int, b: int) -> bool:
        days = {day[a], day[b]}
        size = max(sum(issued[d] for d in days), FEW)
        return sum(math.log(size / sum(held[d, p] for d in days)) for p in sorted(cast[a] & cast[b])) >= TELLING

    if len(wanted) < len(coded):  # a new report beside kept ones: only the leads about it are read
        new = [w for w in wanted if w in day]
        day = {r: d for r, d in day.items() if r in wanted or any(abs(d - day[w]) < len(HEADS) and telling(r, w) for w in new)}
    chief = {r: foremost(sketches, of_report[r]) if r in mains else cast[r] for r in day}
    out = []
    for a, b in leads.pairs(day, len(HEADS) - 1, LIKELY):
        if not (a in wanted or b in wanted) or not telling(a, b):
            continue
        two = len(chief[a] & chief[b]) > 1
        needs = [heads[abs(day[a] - day[b])] for heads in ((HEADS, HEADS_OF_TWO) if two else (HEADS,))]
        value, like = leads.share(a, b), leads.cosine(a, b)
        led = any(value >= share and like >= close for share, close in needs)
        # all words are compared last, and only where they can still tell
        if led or (value >= EACH and (words := alike.whole(a, b)) >= EACH and value + like + words >= IN_ALL[abs(day[a] - day[b])]):
            out.append(((a, b), value))
    return [pair for pair, _ in sorted(out, key=lambda e: (-e[1], e[0]))]


def refuted(
    coded: Sequence[Coded], sketches: Sequence[Sketch], of_report: Mapping[int, list[int]], leads: Leads, wanted: Collection[int]
) -> list[tuple[int, int]]:
    """Pairs of reports of which the first denies, at its head, what the other tells at its head: the likest account for each denial.

    An act that is denied by those who are said to have done it, in words of it; or a charge, of which they say that it is untrue. wanted:
    reports of which one is in each pair.
    """
    day = {r: d.low for r, c in enumerate(coded) if (d := of(c.report.published)) is not None and d.exact}
    told: dict[tuple[str, str], list[int]] = defaultdict(list)
    blames = ontology.load().blames
    for r in sorted(day):
        for i in of_report.get(r, ()):
            s = sketches[i]
            if s.news and s.rank[0] <= 1 and s.event.status in ("happened", "ongoing"):
                whose = s.recipients if s.event.type in blames else s.actors
                for block in sorted({p.block for p in whose if p.words is None}):
                    told[s.event.type, block].append(i)
    best: dict[int, tuple[float, int]] = {}

    def near(r: int, i: int) -> bool:
        q = sketches[i].report
        return q != r and q in day and -NEARBY <= day[r] - day[q] <= REFUTED_DAYS and (r in wanted or q in wanted)

    for r in sorted(day):
        for one in (sketches[i] for i in of_report.get(r, ())):
            if not one.news or one.rank[0] or one.event.status != "denied" or not one.event.said_by:
                continue
            for block in sorted({p.block for p in one.actors if p.words is None}):
                for i in told[one.event.type, block]:
                    other = sketches[i]
                    ends = (sides(one.actors, other.actors), sides(one.recipients, other.recipients))
                    if not near(r, i) or any(e is not None and e < 0.5 for e in ends) or (gap(one.when, other.when) or 0) > LONG:
                        continue
                    words = akin(one.words, other.words)
                    if words >= REFUTED and leads.share(r, other.report) >= REFUTED_LEAD:
                        best[r] = max(best.get(r, (0.0, 0)), (words, -other.report))
        for speaker in _deniers(coded[r]):
            for i in (i for kind in sorted(blames) for i in told[kind, speaker] if near(r, i)):
                q = sketches[i].report
                if not {p.block for p in sketches[i].actors} & named(coded[r]) or leads.share(r, q) < CHARGED_LEAD[0]:
                    continue
                leads.read((r, q))
                if leads.cosine(r, q) >= CHARGED_LEAD[1]:
                    best[r] = max(best.get(r, (0.0, 0)), (leads.share(r, q), -q))
    return [(r, -q) for r, (_, q) in sorted(best.items(), key=lambda b: (-b[1][0], b[0]))]


def _deniers(coded: Coded) -> list[str]:
    """Who denies something at the head of a report, as a party is known: by its country, else by itself."""
    side = {e.id: e.country or e.id for e in coded.entities}
    return sorted({side.get(s.speaker, s.speaker) for s in coded.statements if s.denies and s.speaker and at_head(coded, s.span)})


def _one_day(one: Sketch, other: Sketch) -> bool:
    """The same people of the same two sides on the same day: the visit and what was signed on it are one story."""
    if not (one.sure and other.sure and one.when and one.when.exact and one.when == other.when and done(one.event) and done(other.event)):
        return False
    blocks = {p.block for p in one.parties} & {p.block for p in other.parties}
    return len(blocks) > 1 and bool(persons(one.parties) & persons(other.parties)) and not persons_clash(one.parties, other.parties)


class Groups:
    """Reports grouped into stories; refuses every join that would bridge two dates or two meetings."""

    def __init__(
        self,
        coded: Sequence[Coded],
        sketches: Sequence[Sketch],
        mains: Mapping[int, int],
        entities: Mapping[str, Entity],
        world: World | None,
        bonds: Bonds,
        home: Mapping[int, int],
    ) -> None:
        """home: event -> its happening."""
        self.bonds = bonds
        self.union = Union(len(coded))
        self.members: dict[int, list[int]] = {i: [i] for i in range(len(coded))}
        self.published = [of(c.report.published) for c in coded]
        self.issued: list[int | None] = [d.low if d else None for d in self.published]
        self.told_on = Counter(self.issued)
        self.main = {r: sketches[i] for r, i in mains.items()}
        self.chief = {r: home[i] for r, i in mains.items()}
        self.entities, self.world = entities, world

    def all(self) -> list[list[int]]:
        return [self.members[r] for r in sorted(self.members)]

    def joined(self, a: int, b: int) -> bool:
        """Are two reports in one group?"""
        return self.union.root(a) == self.union.root(b)

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
        if not text and self._two_of_a_kind(one, other):
            return False
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

    def _two_of_a_kind(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Is each about a meeting, or each about an attack, that several reports have for their main news? They tell the two apart."""
        rules = ontology.load()
        for kinds in (rules.personal, rules.spots):
            told = [Counter(self.chief[r] for r in g if r in self.main and self.main[r].event.type in kinds) for g in (one, other)]
            often = [{c for c, n in found.items() if n >= APART} for found in told]
            if all(often) and not often[0] & often[1]:
                mine, theirs = (self._parties(g, c) for g, c in zip((one, other), often, strict=True))
                if len(mine & theirs) * 2 < len(mine | theirs):
                    return True
        return False

    def _parties(self, reports: Sequence[int], happenings: Collection[int]) -> set[str]:
        return {p.block for r in reports if self.chief.get(r) in happenings for p in self.main[r].parties if p.words is None}

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
            if (agree := sides(x.parties + x.thirds, y.parties + y.thirds)) is not None and agree == 0:
                return False
            personal = ontology.load().personal
            if x.event.type in personal and y.event.type in personal and persons_clash(x.parties, y.parties) > 0.5:
                return False
            if places_clash(x.event, y.event, self.entities, self.world):
                return False
        return self.coherent(a, b, alike, need / 2) and self.join(a, b)

    def join_matter(self, a: int, b: int, alike: Likeness, leads: Leads) -> bool:
        """Join two reports of one matter, where neither the persons nor the places of their main news speak against it."""
        kinds = {self.main[r].event.type for r in (a, b)}
        war = bool(kinds & ontology.load().spots) and len(kinds) > 1
        if war and leads.share(a, b) < WAR:
            return False  # of the two sides of a war there is other news every day
        return self._join_matter(a, b, alike, None)

    def join_news(self, a: int, b: int, alike: Likeness, leads: Leads) -> bool:
        """As ``join_matter``, by how alike the leads are, for two groups that are not alike in all their words."""
        if self._busy(a, b) and alike.whole(a, b) < BUSY and leads.share(a, b) < BUSY_LEAD:
            return False
        return self._join_matter(a, b, alike, leads)

    def _busy(self, a: int, b: int) -> bool:
        """Are the two reports of days of which many are here?"""
        return all(self.issued[r] is not None and self.told_on[self.issued[r]] > FEW for r in (a, b))

    def _join_matter(self, a: int, b: int, alike: Likeness, leads: Leads | None) -> bool:
        x, y = self.main.get(a), self.main.get(b)
        if x is not None and y is not None and not self._may_be_one(a, b, x, y, leads):
            return False
        i, j = self.union.root(a), self.union.root(b)
        if leads is not None and i != j and len(self.members[i]) + len(self.members[j]) > MANY:
            return False
        pairs = [(p, q) for p in self.members[i][:6] for q in self.members[j][:6]]

        least = BUSY_PAIRS if self._busy(a, b) else MATTER / 2

        def close(p: tuple[int, int]) -> bool:
            return leads.share(*p) >= HEADS_OF_TWO[0][0] if leads is not None else alike.whole(*p) >= least

        near = i == j or sum(map(close, pairs)) * 2 >= len(pairs)
        return near and self.join(a, b)

    def _may_be_one(self, a: int, b: int, x: Sketch, y: Sketch, leads: Leads | None) -> bool:
        """Do neither persons nor modes nor places of two reports' main news speak against it?"""
        rules = ontology.load()
        kinds = {x.event.type, y.event.type}
        if kinds <= rules.personal and persons_clash(x.parties, y.parties) > 0.5:
            return False
        if kinds <= rules.personal and rules.distinct_modes(x.event.type, x.event.mode, y.event.mode):
            return False
        if x.event.type == y.event.type and places_clash(x.event, y.event, self.entities, self.world):
            return False
        spot = x.event.place is not None and x.event.place == y.event.place
        one_lead = leads is not None and leads.share(a, b) >= SPOT[0] and leads.cosine(a, b) >= SPOT[1] and None in (x.event.place, y.event.place)
        return not kinds <= rules.spots or spot or one_lead  # a day of war has many fights of the same two sides

    def coherent(self, a: int, b: int, alike: Likeness, need: float) -> bool:
        """Two groups are not joined on the strength of one pair: a third of the pairs between them must be alike too."""
        i, j = self.union.root(a), self.union.root(b)
        pairs = [(p, q) for p in self.members[i][:6] for q in self.members[j][:6]]
        return i == j or sum(alike.whole(*p) >= need for p in pairs) * 3 >= len(pairs)
