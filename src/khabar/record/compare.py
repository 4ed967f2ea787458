"""Events taken apart into claims, and the claims of a story laid side by side.

A claim is one value with its sentence and its chain of sources. A fact is a group of claims on one field with a verdict that
counts ORIGINS, not reports. ``contradicted`` only where two values cannot both be true; ``differs`` where they can. Nothing is
averaged away: every value stays, with its evidence.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from khabar import ontology
from khabar.model import Claim, Coded, Entity, Event, Fact, FactValue, Number, Participant, Source, Span, Topic
from khabar.record import contests
from khabar.record.days import LONG, NEARBY, TODAY, Days, days, gap
from khabar.record.happenings import World, wholly_one, within
from khabar.record.likeness import akin, content_words, overlap
from khabar.record.origins import Sourced
from khabar.record.parties import Party, same_party, sides, unnamed
from khabar.record.sketches import Sketch
from khabar.record.stories import Draft
from khabar.text import fold, tokenize
from khabar.when import one_night

CLASHES = ("contradicted", "differs")
BESIDE = ("date", "place", "status", "initiator", "number")  # fields shown of a happening beside the chief one
AHEAD_OF, DONE = ("planned", "proposed"), ("happened", "ongoing")
SAME_ACT = 0.3  # shared words of their sentences from which a plan and a deed of the same doers are one act
JUDGED, ASKED = "disapprove", "investigate"  # modes of blame for a deed that say nothing of who did it; and of a court that asks
CHARGED = 0.1  # words of its sentence that a charge has in common with the one that answers it
DEED = 0.25  # words of an accusation that the deed it speaks of has too
SAME_TOLL = 0.35  # the same, for two tolls: a story holds many attacks of a war
MORE = 5  # dead above the least that another account of the same act gives, from which the two differ
RUNNING = ("arrested", "displaced", "missing")  # tolls of what goes on for days: "since Friday", counted twice in one day
PAIR = 2  # parties of a call or a treaty of two
HEAD = 40  # characters at the head of a report in which its own day may stand
FAR = 200  # characters between an act and a day from which the day is another act's
BY_TURNS = 3  # tolls that a report gives of one happening, from more of which it counts several
SAME_SIDES = 0.5  # how far the parties of two attacks agree that may be taken for each other
MANY = 2  # attacks that a report tells as news, from which it is a round-up
MONTH = 31  # days between two accounts of one act that is recalled, at most
TOPIC = 0.6  # shared words from which two topics without an identity are one


@dataclass(frozen=True, slots=True)
class Said:
    """A claim in a comparison: with the origins that it counts for and the event that it is about."""

    claim: Claim
    origins: tuple[str, ...]
    sketch: Sketch

    @property
    def event(self) -> Event:
        return self.sketch.event


# ------------------------------------------------------------------ claims


def claims(event: Event, chain: tuple[str, ...]) -> list[Claim]:
    """An event taken apart: one claim a value."""
    evidence = tuple(e.span for e in event.evidence)

    def claim(field: str, value: str, *spans: Span | None) -> Claim:
        own = tuple(s for s in spans if s is not None) or evidence
        key = "\n".join((event.id, field, value))  # not the chain: who is behind it may show later, in another story
        id = "claim/" + hashlib.sha256(key.encode()).hexdigest()[:16]
        return Claim(id, event.id, field, value, event.report, own, chain, event.rule)

    out = [claim("type", event.type), claim("status", event.change or event.status)]
    if event.mode:
        out.append(claim("mode", event.mode))
    if event.date:
        value = event.date.value + (f"/{event.date.end}" if event.date.end else "")
        out.append(claim("date", value, event.date.span))
    if event.place:
        out.append(claim("place", event.place))
    if event.initiator:
        out.append(claim("initiator", event.initiator))
    for field, people in (("actors", event.actors), ("recipients", event.recipients), ("third_parties", event.third_parties)):
        for value, spans in _grouped((who(p), p.span) for p in people):
            out.append(claim(field, value, *spans))
    for value, spans in _grouped((about(t), t.span) for t in event.about):
        out.append(claim("about", value, *spans))
    for value, spans in _grouped((number(n), n.span) for n in event.numbers):
        out.append(claim("number", value, *spans))
    for cause in event.causes:
        out.append(claim("cause", f"{cause.kind} {cause.event}", cause.span))
    return out


def _grouped(pairs: Iterable[tuple[str, Span]]) -> list[tuple[str, list[Span]]]:
    groups: dict[str, list[Span]] = defaultdict(list)
    for value, span in pairs:
        groups[value].append(span)
    return list(groups.items())


def who(p: Participant) -> str:
    """The value of a claim for a party: its id, else its country's, else its words."""
    return p.entity or (f"state/{p.country}" if p.country else p.text)


def about(t: Topic) -> str:
    """The value of a claim for a topic: its id, else its words."""
    return t.entity or t.text


def number(n: Number) -> str:
    """``killed 8``, ``killed 8..10``, ``money 1350000000 USD``; ``killed ?`` for "a number of dead"."""
    low, high = _bounds(n)
    value = (_figure(low) or "?") if low == high else f"{_figure(low)}..{_figure(high)}"
    return " ".join(filter(None, (n.kind, value, n.unit)))


def _figure(x: float | None) -> str:
    return "" if x is None else str(int(x)) if x == int(x) else repr(x)


def _bounds(n: Number) -> tuple[float | None, float | None]:
    if n.min is None and n.max is None:
        return n.value, n.value
    return n.min, n.max


# ------------------------------------------------------------------ facts of a story


@dataclass(frozen=True, slots=True)
class Desk:
    """What comparing needs to hand: the events' claims with their origins, and who is who."""

    sketches: Sequence[Sketch]
    home: Mapping[int, int]  # event -> its happening
    clusters: Sequence[Sequence[int]]
    entities: Mapping[str, Entity]
    world: World | None
    zones: Mapping[str, str]  # report -> the time zone of its outlet, where that is known
    issued: Mapping[str, Days | None]  # report -> the days of its publication, where that is known
    of_report: Mapping[int, Sequence[int]]  # report -> its events that have claims
    acts: Mapping[tuple[str, str], int]  # report, type -> how many of its events that have claims are that, as news
    rows: Sequence[Coded] = ()
    told: Callable[[int, Sequence[Source], Sourced], tuple[tuple[str, ...], tuple[str, ...]]] | None = None  # chain and origins of what is said
    zones_apart: int = 1  # days that "today" in two time zones may differ by


def facts(
    drafted: Draft,
    beside: Sequence[int],
    around: Sequence[int],
    recalled: Sequence[int],
    sourced: Sourced,
    said: Mapping[int, Sequence[Said]],
    desk: Desk,
) -> tuple[tuple[Fact, ...], tuple[Claim, ...]]:
    """The facts of a story: those of its chief happening first, then what else was done and told, happening by happening.

    With them the claims that only these facts need: figures and statements that stand beside the events.

    beside: other happenings (indexes of clusters) that several of its reports tell. Every happening after the first begins
    with a fact ``acts``. around: reports of other stories that speak of what it tells. recalled: events of other stories that
    may be its chief happening, on another day.
    """
    if not drafted.clusters:
        return (), ()
    table = _Table(said, sourced, desk)
    out = table.plain(drafted.clusters[0]) + table.recalled(drafted.clusters[0], recalled)
    # One slip of a day runs through everything a report tells, and the dead of a shelling are those of the attack: each pair is shown once.
    shown = {_pair(f) for f in out if f.field in ("date", "number") and f.verdict in CLASHES}
    rest = [*drafted.clusters[1:], *table.parts(drafted.parts), *(list(desk.clusters[c]) for c in beside)]
    done: set[int] = set()
    for cluster in rest:
        if desk.home[cluster[0]] in done:
            continue
        done.add(desk.home[cluster[0]])
        act = table.act(cluster)
        out += act
        if len({desk.sketches[i].report for i in cluster}) < 2:
            continue
        for fact in table.plain(cluster):
            if fact.field in ("date", "number") and fact.verdict in CLASHES:
                if _pair(fact) in shown:
                    continue
                shown.add(_pair(fact))
            if fact.verdict in CLASHES or fact.field in BESIDE:
                out.append(fact)
    everything = sorted({i for r in drafted.main for i in table.of_report(r)} | {i for c in drafted.clusters for i in c})
    out += [f for f in table.before(everything) if _pair(f) not in shown]
    out += table.stages(everything, drafted.clusters[0]) + table.denials(everything) + table.terms(everything) + table.posts(everything)
    if desk.sketches[drafted.clusters[0][0]].event.type in ontology.load().spots:
        out += table.blame(everything, drafted.clusters[0])
    out += table.charges(everything, [_pair(f) for f in out if f.field == "blamed"])
    counted, dated = ([_pair(f) for f in out if f.field == field and f.verdict in CLASHES] for field in ("number", "date"))
    begun = [spot for f in out if f.field == "initiator" and f.verdict in CLASHES for v in f.values for spot in v.evidence]
    more, claimed = table.contested(drafted, around, counted, dated, begun)
    return (*out, *more), tuple(claimed)


def _pair(fact: Fact) -> frozenset[str]:
    return frozenset(v.value for v in fact.values)


class _Table:
    """Claims side by side."""

    def __init__(self, said: Mapping[int, Sequence[Said]], sourced: Sourced, desk: Desk) -> None:
        self.said, self.sourced, self.desk = said, sourced, desk
        self._many: dict[tuple[int, str, tuple[Party, ...]], int] = {}
        self._sentences: dict[str, frozenset[str]] = {}  # claim -> the words around it: a claim is compared with many

    def of_report(self, report: int) -> Sequence[int]:
        return self.desk.of_report.get(report, ())

    def _field(self, events: Iterable[int], field: str) -> dict[str, list[Said]]:
        out: dict[str, list[Said]] = defaultdict(list)
        for i in events:
            for s in self.said.get(i, ()):
                if s.claim.field == field:
                    out[s.claim.value].append(s)
        return dict(out)

    def plain(self, events: Sequence[int]) -> list[Fact]:
        """One happening, field by field."""
        out: list[Fact | None] = []
        out.append(self._fact("date", self._field(events, "date"), self._dates, self._date_holds))
        out.append(self._fact("place", self._field(events, "place"), self._places, self._place_holds))
        out.append(self._fact("initiator", self._field(events, "initiator"), self._initiators, self._same_side))
        for field in ("actors", "recipients", "third_parties"):
            groups = self._one_party(self._field(events, field))
            out += [self._fact(field, group, holds=lambda a, b: True) for group in groups]
        out += self._topics(self._field(events, "about"))
        out.append(self._fact("mode", self._field(events, "mode")))
        steps = [i for i in events if not self._done_too(i)]
        out.append(self._fact("status", self._field(steps, "status"), self._statuses, _status_holds))
        numbers: dict[tuple[str, str], dict[str, list[Said]]] = defaultdict(dict)
        for value, rows in self._field(events, "number").items():
            kind, _, rest = value.partition(" ")
            unit = rest.partition(" ")[2]
            numbers[kind, "" if kind == contests.DEADLINE else unit][value] = rows  # 45 days, and 48 hours; a call lasts no month
        out += [self._fact("number", values, self._numbers(kind, values), _number_holds) for (kind, _), values in sorted(numbers.items())]
        return [f for f in out if f is not None]

    def recalled(self, chief: Sequence[int], events: Sequence[int]) -> list[Fact]:
        """The day of the chief happening, an attack, where a report of another story recalls it under another one, in words that are alike.

        Never more than that it differs: what is recalled may be the attack of the day after.
        """
        sketches = self.desk.sketches
        words = [sketches[i].words for i in chief]
        same = [j for j in events if any(akin(sketches[j].words, told) >= SAME_ACT for told in words)]

        def raids(s: Said) -> bool:  # they go on from day to day
            return sum(sketches[i].event.type == s.event.type for i in self.of_report(s.sketch.report)) >= MANY

        def clash(a: Said, b: Said) -> str | None:
            if a.claim.report == b.claim.report or raids(a) or raids(b):
                return None
            return "differs" if gap(*(_days(s.claim.value) for s in (a, b))) and not self._one_night(a, b) else None

        fact = self._fact("date", self._field([*chief, *same], "date"), clash, self._date_holds) if same else None
        return [fact] if fact is not None and fact.verdict in CLASHES else []

    def before(self, events: Sequence[int]) -> list[Fact]:
        """The day of an act that two reports recall, the only one of its kind by the same people that either tells, in words that are alike."""
        sketches, out = self.desk.sketches, list[Fact]()
        old = [i for i in events if not sketches[i].news and sketches[i].sure and sketches[i].actors and sketches[i].event.status in DONE]
        done: set[int] = set()
        for n, i in enumerate(old):
            same = [j for j in old[n + 1 :] if j not in done and self._recalled_too(i, j)]
            if i in done or not same or any(self._once_more(k) for k in (i, *same)):
                continue
            done.update(same)
            fact = self._fact("date", self._field((i, *same), "date"), lambda a, b: "differs" if _apart(a, b) else None, self._date_holds)
            if fact is not None and fact.verdict in CLASHES:
                out.append(fact)
        return out

    def _recalled_too(self, i: int, j: int) -> bool:
        one, other = self.desk.sketches[i], self.desk.sketches[j]
        apart = gap(one.when, other.when)
        if one.report == other.report or one.event.type != other.event.type or apart is None or not NEARBY < apart <= MONTH:
            return False
        ends = [s for s in (sides(one.actors, other.actors), sides(one.recipients, other.recipients)) if s is not None]
        return bool(ends) and min(ends) == 1.0 and akin(one.words, other.words) >= SAME_ACT

    def _once_more(self, i: int) -> bool:
        """Does its report tell another act of this kind by the same?"""
        one = self.desk.sketches[i]
        others = (self.desk.sketches[j] for j in self.of_report(one.report) if j != i)
        return any(s.event.type == one.event.type and s.sure and (sides(one.actors, s.actors) or 0) >= 0.5 for s in others)

    def _one_party(self, values: Mapping[str, list[Said]]) -> list[dict[str, list[Said]]]:
        """Values that are one party: a state is its government, or the one body of it that another account names."""
        states = {f"state/{e.country}" for v in values if (e := self.desk.entities.get(v)) is not None and e.kind == "state" and e.country}
        bodies: dict[str, list[str]] = defaultdict(list)
        for v in values:
            entity = self.desk.entities.get(v)
            if entity is not None and entity.kind == "government-body" and f"state/{entity.country}" in states:
                bodies[f"state/{entity.country}"].append(v)
        groups: dict[str, dict[str, list[Said]]] = defaultdict(dict)
        for v, rows in values.items():
            state = next((s for s, found in bodies.items() if v == s or found == [v]), v)
            groups[state if len(bodies.get(state, ())) == 1 else v][v] = rows
        return list(groups.values())

    def _numbers(self, kind: str, values: Mapping[str, list[Said]]) -> Callable[[Said, Said], str | None]:
        """As the function of that name; but the dead that are counted on the day itself, or on two days, may be more the next time."""
        told = _numbers(values)
        two = {id(s) for rows in values.values() for s in rows if self._of_two_acts(s)}

        def clash(a: Said, b: Said) -> str | None:
            if self._two_acts(a, b) or {id(a), id(b)} & two or self._of_many(a) or self._of_many(b):
                return None
            verdict, apart = told(a, b), gap(a.sketch.when, b.sketch.when)
            return "differs" if verdict and apart else verdict  # what was flown in on one day may be another flight than on the next

        if kind not in ontology.load().tolls:
            return clash

        def later(a: Said, b: Said) -> str | None:
            verdict, (one, other) = clash(a, b), (self.desk.issued.get(s.claim.report) for s in (a, b))
            if not verdict:
                return verdict  # most figures agree: their sentences need not be read
            one_told, other_told = self._told_with(a), self._told_with(b)
            if min(len(one_told), len(other_told)) >= contests.FEW and akin(one_told, other_told) < SAME_TOLL:
                return None
            if kind in RUNNING:
                return "differs"
            if _fell(a, one, b, other) or _fell(b, other, a, one):
                return verdict
            acts = [days(s.event.date.value) if s.event.date else None for s in (a, b)]
            fresh = any(gap(day, act) in (0, None) for day, act in zip((one, other), acts, strict=True))
            return "differs" if fresh or gap(one, other) != 0 else verdict

        return later

    def _told_with(self, said: Said) -> frozenset[str]:
        """The words of the sentence in which a claim's value stands."""
        if (found := self._sentences.get(said.claim.id)) is None:
            found = self._sentences[said.claim.id] = self._words_around(said)
        return found

    def _words_around(self, said: Said) -> frozenset[str]:
        coded = self.desk.rows[said.sketch.report] if self.desk.rows else None
        if coded is None:
            return said.sketch.words
        text = coded.report.text
        return frozenset(w for s in coded.sentences if any(s.covers(x) for x in said.claim.spans) for w in content_words(s.of(text)))

    def _of_two_acts(self, said: Said) -> bool:
        """Does the report tell this figure of another act of the type too ("expelled three, after the other had expelled four")?

        Not where the doers of both may be one: then one act was read twice.
        """
        mine, me = set(said.claim.spans), said.sketch
        for i in self.of_report(me.report):
            other = self.desk.sketches[i]
            if other is me or other.event.type != me.event.type or (sides(me.actors, other.actors) or 0.0) >= 0.5 or not (me.actors and other.actors):
                continue
            if any(s.claim.field == "number" and mine & set(s.claim.spans) for s in self.said.get(i, ())):
                return True
        return False

    def _topics(self, values: Mapping[str, list[Said]]) -> list[Fact | None]:
        """One fact a topic; topics without an identity are one when their words are; two numbers of one text clash."""
        groups: list[dict[str, list[Said]]] = []
        for value, rows in values.items():
            mine = _words(value) if "/" not in value else frozenset()
            for group in groups:
                if mine and any(overlap(mine, _words(v)) >= TOPIC for v in group if "/" not in v):
                    group.setdefault(value, []).extend(rows)
                    break
            else:
                groups.append({value: list(rows)})
        out = [self._fact("about", group, holds=lambda a, b: True) for group in groups if not self._series(values, group)]
        series: dict[str, dict[str, list[Said]]] = defaultdict(dict)
        for group in groups:
            for value in self._series(values, group):
                series[re.sub(r"\d+", "#", value)][value] = group[value]
        return out + [self._fact("about", group, lambda a, b: "contradicted") for _, group in sorted(series.items())]

    def _series(self, values: Mapping[str, list[Said]], group: Mapping[str, list[Said]]) -> list[str]:
        """Numbered texts (resolution 2654, 2554) of which each report has one only, and not the same one."""
        out = []
        for value in group:
            entity = self.desk.entities.get(value)
            if entity is None or entity.kind != "instrument" or not re.search(r"\d", value):
                continue
            stem = re.sub(r"\d+", "#", value)
            same = {v: {s.claim.report for s in rows} for v, rows in values.items() if re.sub(r"\d+", "#", v) == stem}
            reports = [r for rows in same.values() for r in rows]
            if len(same) > 1 and len(reports) == len(set(reports)):
                out.append(value)
        return out

    def parts(self, events: Iterable[int]) -> list[list[int]]:
        """Acts beside the chief happening, by happening."""
        groups: dict[int, list[int]] = defaultdict(list)
        for i in sorted(events):
            groups[self.desk.home[i]].append(i)
        return [members for _, members in sorted(groups.items())]

    def act(self, events: Sequence[int]) -> list[Fact]:
        """That it was done: which account tells it, which leaves it out."""
        fact = self._fact("acts", self._field(events, "type"))
        return [fact] if fact is not None else []

    def stages(self, events: Sequence[int], chief: Sequence[int]) -> list[Fact]:
        """One act that some accounts tell as still to come, others as done: on its way from the one to the other, or disputed.

        Not meetings: "they met" and "they will meet" are two meetings. The chief happening is compared by itself, and with a plan beside it.
        """
        rules = ontology.load()
        sketches = self.desk.sketches
        told = [i for i in events if sketches[i].news and sketches[i].event.type not in rules.personal and not self._done_too(i)]
        out, done = [], set(chief)
        for i in told:
            if i in done or sketches[i].event.status not in AHEAD_OF:
                continue
            same = [j for j in told if j == i or ((j not in done or j in chief) and self._one_act(i, j))]
            here = {sketches[j].report for j in same if sketches[j].event.status in AHEAD_OF}
            # A report that tells both, the plan and the deed, differs from nobody.
            both = here & {sketches[j].report for j in same if sketches[j].event.status not in AHEAD_OF}
            same = [j for j in same if sketches[j].report not in both]
            if len({sketches[j].event.status in AHEAD_OF for j in same}) < 2 or len({self.desk.home[j] for j in same}) < 2:
                continue  # told in one way, or compared as one happening
            done.update(same)
            fact = self._fact("status", self._field(same, "status"), self._statuses, _status_holds)
            if fact is not None and fact.verdict in CLASHES:
                out.append(fact)
        return out

    def _done_too(self, i: int) -> bool:
        """Does the report of a plan also tell the deed, done by the same? Then it tells two steps, and differs from nobody."""
        one = self.desk.sketches[i]
        if one.event.status not in AHEAD_OF or one.event.type in ontology.load().personal:
            return False
        others = (self.desk.sketches[j] for j in self.of_report(one.report) if j != i)
        return any(s.event.type == one.event.type and s.news and s.event.status in DONE and (sides(one.actors, s.actors) or 0) >= 0.5 for s in others)

    def denials(self, events: Sequence[int]) -> list[Fact]:
        """An act that somebody denies and another account, or another voice in the same one, tells as done.

        What a report negates by itself ("they did not meet") is no denial: somebody must say so.
        """
        sketches, out = self.desk.sketches, list[Fact]()
        denied = [i for i in events if sketches[i].event.status == "denied" and sketches[i].event.said_by]
        done: set[int] = set()
        for i in denied:
            if i in done:
                continue
            told = [j for j in events if j not in done and sketches[j].event.status in (*DONE, "denied")]
            same = [j for j in events if j == i or (j in told and self._one_act(i, j, True))]
            clash = self._statuses
            if len({sketches[j].event.status for j in same}) < 2 and (own := self._own_attack(i, told)):
                same, clash = [*same, *own], _statuses
            elif len({sketches[j].event.status for j in same}) < 2:
                same = [*same, *self._told_of_them(i, told)]
            done.update(same)
            if self.desk.home[i] in {self.desk.home[j] for j in same if sketches[j].event.status in DONE}:
                continue  # compared as one happening already
            fact = self._fact("status", self._field(same, "status"), clash, _status_holds)
            if fact is not None and fact.verdict in CLASHES:
                out.append(fact)
        return out

    def _own_attack(self, i: int, told: Sequence[int]) -> list[int]:
        """The attack that a denial by those who are said to have made it ("the police denied that it had fired") can only mean.

        That is the only one of theirs that its report tells, whatever words it has for it.
        """
        one = self.desk.sketches[i]
        if one.event.type not in ontology.load().spots or not _voiced(one.event):
            return []
        here = [j for j in told if self.desk.sketches[j].report == one.report and self._theirs(i, j)]
        return here if len(here) == 1 else []

    def _told_of_them(self, i: int, told: Sequence[int]) -> list[int]:
        """The same where their state denies it and only other reports tell it: the only attack of theirs in the story."""
        one = self.desk.sketches[i]
        states = {p.country for p in one.actors if p.country}
        voiced = any(e is not None and e.country in states for s in one.event.said_by for e in (self.desk.entities.get(s.entity or ""),))
        if one.event.type not in ontology.load().spots or not voiced:
            return []
        theirs = [j for j in told if self._theirs(i, j)]
        alone = len({self.desk.home[j] for j in theirs}) == 1 and all(self.desk.sketches[j].report != one.report for j in theirs)
        return theirs if alone else []

    def _theirs(self, i: int, j: int) -> bool:
        """Is an act told as news of the kind of one that is denied, by the same doers? "Will not strike the Americans" denies none on others."""
        one, other = self.desk.sketches[i], self.desk.sketches[j]
        if i == j or other.event.type != one.event.type or not other.news or (sides(one.actors, other.actors) or 0) < 0.5:
            return False
        return (s := sides(one.recipients, other.recipients)) is None or s >= 0.5

    def _one_act(self, i: int, j: int, here: bool = False) -> bool:
        """May two acts told otherwise be one: the same type and doers, the same things, no other day? here: also of one report."""
        one, other = self.desk.sketches[i], self.desk.sketches[j]
        if (one.report == other.report and not here) or one.event.type != other.event.type:
            return False
        if ontology.load().distinct_modes(one.event.type, one.event.mode, other.event.mode):
            return False
        if one.sure and other.sure and (gap(one.when, other.when) or 0) > LONG:
            return False
        doers, struck = sides(one.actors, other.actors), sides(one.recipients, other.recipients)
        if any(s is not None and s < 0.5 for s in (doers, struck)) or (doers is None and struck is None):
            return False
        words = max(akin(one.topic, other.topic), akin(one.words, other.words))
        return bool(one.objects & other.objects) or words >= SAME_ACT

    def terms(self, events: Sequence[int]) -> list[Fact]:
        """One object, the same parties, other words: agreed to it, voiced interest in it."""
        out = []
        for group in ontology.load().terms:
            rows = [
                i for i in events if self.desk.sketches[i].event.type in group and self.desk.sketches[i].event.status != "denied"
            ]
            done: set[int] = set()
            for i in rows:
                if i in done:
                    continue
                matter = [j for j in rows if j == i or self._one_matter(i, j)]
                done.update(matter)
                types: dict[int, set[str]] = defaultdict(set)
                for j in matter:
                    types[self.desk.sketches[j].report].add(self.desk.sketches[j].event.type)
                # A report that uses both words tells two acts: it differs from nobody.
                clear = [j for j in matter if len(types[self.desk.sketches[j].report]) == 1]
                if len({self.desk.sketches[j].event.type for j in clear}) > 1:
                    fact = self._fact("terms", self._field(clear, "type"), lambda a, b: "differs")
                    if fact is not None:
                        out.append(fact)
        return out

    def _one_matter(self, i: int, j: int) -> bool:
        one, other = self.desk.sketches[i], self.desk.sketches[j]
        # A gathering still to come: who praises an agreement that he signed says nothing else of it.
        if not one.objects & other.objects:
            return False
        kinds = {e.kind for o in one.objects & other.objects if (e := self.desk.entities.get(o)) is not None}
        if "gathering" not in kinds or (one.sure and other.sure and (gap(one.when, other.when) or 0) > 31):
            return False
        hits = sum(any(same_party(p, q) for q in other.actors) for p in one.actors)
        return hits > 0 and hits * 2 >= min(len(one.actors), len(other.actors))

    def posts(self, events: Sequence[int]) -> list[Fact]:
        """One person, two posts that nobody holds at once, or that he did not hold at once as far as the world knows."""
        held: dict[str, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
        for i in events:
            event = self.desk.sketches[i].event
            for p in (*event.actors, *event.recipients, *event.third_parties):
                entity = self.desk.entities.get(p.entity or "")
                if entity is None or entity.kind != "person" or not p.role:
                    continue
                base = next((s for s in self.said.get(i, ()) if s.claim.value == p.entity), None)
                if base is not None:
                    held[entity.id][p.role].append(base)
        out = []
        for person, roles in sorted(held.items()):
            for apart in ontology.load().apart:
                values = {role: rows for role, rows in sorted(roles.items()) if role in apart}
                if self._holds_all(person, values):
                    continue
                # What one report says of one man twice is that report's slip only where another does not share it.
                if len(values) > 1 and (fact := self._fact("role", values, lambda a, b: "differs")) is not None:
                    out.append(fact)
        return out

    def _holds_all(self, person: str, values: Mapping[str, Sequence[Said]]) -> bool:
        days = {s.event.date.value[:10] for rows in values.values() for s in rows if s.event.date is not None}
        day = min((d for d in days if len(d) == 10 and not d.startswith("XXXX")), default=None)
        held = {t.post for t in self.desk.world.held(person, None, day)} if self.desk.world is not None and day else set()
        return values.keys() <= held

    def blame(self, events: Sequence[int], chief: Sequence[int]) -> list[Fact]:
        """Who did it, where several are accused by several of the deed that the story is about."""
        deed = frozenset(w for i in chief for w in (*self.desk.sketches[i].words, *self.desk.sketches[i].topic))
        values: dict[str, list[Said]] = defaultdict(list)
        accusers: dict[str, set[str]] = defaultdict(set)
        for i in events:
            s = self.desk.sketches[i]
            charges = s.event.type in ontology.load().blames and s.event.mode not in (JUDGED, ASKED) and s.news
            if charges and len({p.block for p in s.recipients}) == 1 and akin(s.words, deed) >= DEED:
                block = s.recipients[0].block
                for said in self.said.get(i, ()):
                    if said.claim.field == "recipients":
                        values[said.claim.value].append(said)
                        accusers[said.claim.value].update(p.block for p in s.actors)
                        break
                accusers[block].update(p.block for p in s.actors)
        if len(values) < 2 or len(set().union(*(accusers[v] for v in values))) < 2:
            return []
        fact = self._fact("blamed", dict(values), lambda a, b: "differs")
        return [fact] if fact is not None else []

    def charges(self, events: Sequence[int], known: Sequence[frozenset[str]]) -> list[Fact]:
        """Who is to blame, where two sides of the news charge each other. known: values of facts that tell it already."""
        sketches, blames = self.desk.sketches, ontology.load().blames
        told = [i for i in events if sketches[i].event.type in blames and sketches[i].news and sketches[i].event.status in DONE]
        told = [i for i in told if _voiced(sketches[i].event) and sketches[i].event.mode != ASKED]
        told = [i for i in told if not any(unnamed(who(p)) for p in sketches[i].event.recipients)]
        groups: dict[tuple[str, ...], dict[str, list[Said]]] = defaultdict(dict)
        for n, i in enumerate(told):
            for j in told[n + 1 :]:
                one, other = sketches[i], sketches[j]
                if one.event.mode == other.event.mode == JUDGED or not _against(one, other) or (gap(one.when, other.when) or 0) > LONG:
                    continue  # that each condemns the other is no dispute about a deed
                if akin(one.words, other.words) < CHARGED:
                    continue  # of two things
                blocks = tuple(sorted({one.recipients[0].block, other.recipients[0].block}))
                for k in (i, j):
                    said = next((s for s in self.said.get(k, ()) if s.claim.field == "recipients"), None)
                    saids = groups[blocks].setdefault(sketches[k].recipients[0].block, [])
                    if said is not None and said not in saids:
                        saids.append(said)
        out = []
        for _, struck in sorted(groups.items()):
            values = {saids[0].claim.value: saids for saids in struck.values() if saids}
            if len(values) > 1 and values.keys() not in known and (fact := self._fact("blamed", values, lambda a, b: "differs")) is not None:
                out.append(fact)
        return out

    def contested(
        self,
        drafted: Draft,
        around: Sequence[int],
        known: Sequence[frozenset[str]],
        dated: Sequence[frozenset[str]],
        begun: Sequence[tuple[str, Span]],
    ) -> tuple[list[Fact], list[Claim]]:
        """Figures and days that do not meet, voices that a report sets against each other; and their claims.

        known, dated: values that clash as figures or days of one event already. begun: (report, words) that tell who asked for it, and clash.
        """
        rows, facts, claimed = self.desk.rows, list[Fact](), list[Claim]()
        if not rows or not drafted.main:
            return [], []
        chief = drafted.clusters[0][0] if drafted.clusters else None
        mains = set(drafted.main)
        reports = [*drafted.main, *(r for r in drafted.others if r not in mains)]
        denied = contests.denials(rows, reports)
        answered = {(c.other.report, c.other.span) for c in denied}  # what a voice says is nearer to a denial than a mere sentence
        denied += contests.charges_denied(rows, reports, answered)
        found = contests.figures(rows, reports) + denied + contests.doubts(rows, reports) + self._readouts(drafted) + self._manners(drafted)
        found += contests.days_apart(rows, reports, dated) + contests.by_voices(rows, reports)
        found = [c for c in found if c.one.report in mains or c.other.report in mains] + contests.across(rows, drafted.main, around)
        groups: list[list[contests.Contest]] = []  # the same, set against each other in several reports, is one fact
        heard = [c for r in drafted.main for c in contests.voices(rows, r)]
        counted = [c for c in found if c.field != "said"]
        heard = [c for c in heard if not any(_tells(c, figure) for figure in counted)]
        heard = [c for c in heard if c.one.statement is not None or (c.other.report, c.other.span) not in answered]
        for contest in (*found, *heard):
            if all(any(rows[p.report].report.id == r and p.span.overlaps(span) for r, span in begun) for p in (contest.one, contest.other)):
                continue  # two voices on who asked for the call: told as its initiator
            group = next((g for g in groups if any(contests.one_matter(c, contest) for c in g)), None)
            if group is None:
                groups.append([contest])
            else:
                group.append(contest)
        for group in groups:
            values: dict[str, list[Said]] = {}
            verdicts = set[str]()
            for contest in group:
                sides = [self._aside(contest.field, place, chief) for place in (contest.one, contest.other)]
                if not all(sides) or any({s.claim.value for s in sides if s is not None} <= pair for pair in known):
                    continue  # in a story without an event there is nothing that a claim could be about
                verdicts.add(contest.verdict)
                for first, said in zip((group[0].one, group[0].other), sides, strict=True):
                    if said is not None:
                        key = said.claim.value if first.number is not None else first.value
                        values.setdefault(key, []).append(said)
            own = [s.claim for saids in values.values() for s in saids]  # those of events are in the record anyway
            if group[0].one.number is not None:
                self._back(values, [place for contest in group for place in (contest.one, contest.other)])
            else:
                self._back_voices(values, group)
            verdict = "contradicted" if verdicts == {"contradicted"} else "differs"
            fact = self._fact(group[0].field, values, lambda a, b, verdict=verdict: verdict)  # type: ignore[misc]
            if fact is not None and len(values) > 1:
                facts.append(fact)
                claimed += own
        return facts, claimed

    def _readouts(self, drafted: Draft) -> list[contests.Contest]:
        """What the sides' accounts of the story's meetings have them say."""
        personal = ontology.load().personal
        sketches, out = self.desk.sketches, list[contests.Contest]()
        reports = {*drafted.main, *drafted.others}
        met = {self.desk.home[i] for r in sorted(reports) for i in self.of_report(r) if sketches[i].event.type in personal and sketches[i].news}
        for home in sorted(met):
            rows = [i for i in self.desk.clusters[home] if sketches[i].report in reports and sketches[i].event.status in DONE]
            if any(sketches[i].event.mode in ("visit", "multilateral") for i in rows):
                continue  # on a visit many things are said in many rooms
            out += contests.readouts(self.desk.rows, [(sketches[i].report, sketches[i].event) for i in rows])
        return out

    def _manners(self, drafted: Draft) -> list[contests.Contest]:
        """What its accounts say an act of the story is, and is not."""
        sketches, reports = self.desk.sketches, {*drafted.main, *drafted.others}
        homes = {self.desk.home[i] for r in sorted(reports) for i in self.of_report(r)}
        acts = ([i for i in self.desk.clusters[home] if sketches[i].report in reports] for home in sorted(homes))
        return [c for rows in acts for c in contests.manners(self.desk.rows, [(sketches[i].report, sketches[i].event) for i in rows])]

    def _back(self, values: dict[str, list[Said]], places: Sequence[contests.Place]) -> None:
        """Figures that are set against each other are also those that other accounts give of the same happening."""
        homes = {self.desk.home[i] for place in places if (i := self._nearest(place)) is not None}
        told = {s.claim.report for saids in values.values() for s in saids}
        for i in (i for home in sorted(homes) for i in self.desk.clusters[home]):
            for s in self.said.get(i, ()):
                if s.claim.field == "number" and s.claim.value in values and s.claim.report not in told:
                    values[s.claim.value].append(s)

    def _back_voices(self, values: dict[str, list[Said]], group: Sequence[contests.Contest]) -> None:
        """Behind a charge that a report sets against an answer stand also the other accounts of the same charge."""
        sketches, told = self.desk.sketches, {s.claim.report for saids in values.values() for s in saids}
        for contest in group:
            for first, place in zip((group[0].one, group[0].other), (contest.one, contest.other), strict=True):
                mine = [i for i in self.of_report(place.report) if sketches[i].event.type in ontology.load().blames]
                homes = {self.desk.home[i] for i in mine if any(e.span.overlaps(place.span) for e in sketches[i].event.evidence)}
                for s in (s for home in sorted(homes) for i in self.desk.clusters[home] for s in self.said.get(i, ())):
                    if s.claim.field == "type" and s.claim.report not in told and first.value in values:
                        values[first.value].append(s)

    def _nearest(self, place: contests.Place) -> int | None:
        """The event of a report that stands nearest to a place."""
        near = [(abs(e.span.start - place.span.start), i) for i in self.of_report(place.report) for e in self.desk.sketches[i].event.evidence]
        return min(near)[1] if near else None

    def _aside(self, field: str, place: contests.Place, chief: int | None) -> Said | None:
        """What a place says as a claim about the event of its report that stands nearest, else about the chief one of the story."""
        nearest = self._nearest(place)
        nearest = chief if nearest is None else nearest
        if nearest is None or self.desk.told is None:
            return None
        sketch = self.desk.sketches[nearest]
        event = sketch.event
        said_by: tuple[Source, ...] = ()
        if (s := place.statement) is not None:
            said_by = s.said_by if any(x.entity == s.speaker for x in s.said_by) else (*s.said_by, Source(s.speaker, "statement", s.span))
        chain, counts = self.desk.told(place.report, said_by, self.sourced)
        value = number(place.number) if place.number is not None else place.value
        rule = place.statement.cue if place.statement is not None else event.rule
        key = "\n".join((event.id, field, value, str(place.span.start), rule))  # a statement's words and an event's may be the same
        id = "claim/" + hashlib.sha256(key.encode()).hexdigest()[:16]
        return Said(Claim(id, event.id, field, value, self.desk.rows[place.report].report.id, (place.span,), chain, rule), counts, sketch)

    # -------------------------------------------------------------- verdicts

    def _fact(
        self,
        field: str,
        values: Mapping[str, list[Said]],
        clash: Callable[[Said, Said], str | None] = lambda a, b: None,
        holds: Callable[[Said, Said], bool] = lambda a, b: a.claim.value == b.claim.value,
    ) -> Fact | None:
        """One fact. clash: do two values exclude each other; holds: does the one support the other (July, 13 July)?"""
        if not values:
            return None
        rows = list(values.values())
        found = set[str | None]()
        for verdict in (clash(a, b) for n, mine in enumerate(rows) for theirs in rows[n + 1 :] for a in mine for b in theirs):
            found.add(verdict)
            if verdict == CLASHES[0]:
                break  # nothing outweighs it
        verdict = next((v for v in CLASHES if v in found), None)
        if verdict is None:
            backing = []
            for mine in rows:
                saids = [s for theirs in rows if theirs is mine or holds(mine[0], theirs[0]) for s in theirs]
                reports = {s.claim.report for s in saids}
                origins = {o for s in saids for o in s.origins} & self.sourced.counted
                backing.append((self._independent(saids, origins), len(reports)))
            n_origins, n_reports = max(backing)
            verdict = "single" if n_reports < 2 else "corroborated" if n_origins > 1 else "repeated"
        return Fact(field, verdict, tuple(self._value(value, saids) for value, saids in values.items()))

    @staticmethod
    def _independent(saids: Sequence[Said], origins: set[str]) -> int:
        """Origins that say it independently: what one report has from several sources it does not say twice.

        A report that names two sources of its whole account leaves open which of them said this: it counts once, and two
        reports that share an origin count once.
        """
        left = [set(s.origins) & origins for s in saids if set(s.origins) & origins]
        groups: list[set[str]] = []
        for mine in left:
            near = [g for g in groups if g & mine]
            groups = [g for g in groups if g not in near] + [mine.union(*near)]
        return len(groups)

    @staticmethod
    def _value(value: str, saids: Sequence[Said]) -> FactValue:
        reports = tuple(dict.fromkeys(s.claim.report for s in saids))
        origins = tuple(dict.fromkeys(o for s in saids for o in s.origins))
        evidence = tuple(dict.fromkeys((s.claim.report, span) for s in saids for span in s.claim.spans))
        return FactValue(saids[0].claim.id, value, reports, origins, evidence)

    # -------------------------------------------------------------- what excludes what

    def _statuses(self, a: Said, b: Said) -> str | None:
        """What is told of one happening; but what somebody denies in a few words may be another act of those that look like one."""
        verdict = _statuses(a, b)
        if verdict and "denied" in (a.claim.value, b.claim.value):
            if not _of_one_matter(a.event, b.event):
                return None
            sure = _surely_one(a.sketch, b.sketch) and not (self._of_many(a) or self._of_many(b))
            return verdict if sure else "differs"
        if verdict and (self._came_to_pass(a, b) or self._came_to_pass(b, a)):
            return None
        # A war has a next attack: that one is to come and one was made are two.
        return None if a.event.type in ontology.load().spots else verdict

    def _came_to_pass(self, plan: Said, deed: Said) -> bool:
        """Is the one the plan of days before, and the other what became of it? That is how things go on, and no two accounts."""
        if plan.claim.value not in AHEAD_OF or deed.claim.value not in DONE:
            return False
        told, done = (self.desk.issued.get(s.claim.report) for s in (plan, deed))
        day = deed.sketch.when if deed.sketch.sure else done
        return told is not None and done is not None and told.high < done.low and (day is None or told.high < day.high)

    def _dates(self, a: Said, b: Said) -> str | None:
        x, y = _days(a.claim.value), _days(b.claim.value)
        apart = gap(x, y)
        if x is None or y is None or apart is None or self._two_acts(a, b) or (apart and not (_gathers(a, b) or self._one_deed(a, b))):
            return None
        if not apart:
            # "On the 9th and 10th" and "on the 10th": how long it lasts, told in so many words. "This week" holds any day of it.
            said = all(s.event.date is not None and s.event.date.basis == "text" for s in (a, b))
            if x.month or y.month:
                return None  # "9 January" is a day of "9 January 2022"
            lasts = ("/" in a.claim.value or "/" in b.claim.value) and min(len(a.claim.value), len(b.claim.value)) >= 10
            return "differs" if said and lasts and (x.low, x.high) != (y.low, y.high) else None
        if any(self._lent(s) for s in (a, b)):
            return None
        if apart <= self.desk.zones_apart and all(self._about_today(s) for s in (a, b)):
            zones = {z for s in (a, b) if (z := self.desk.zones.get(s.claim.report))}  # two of them: `_one_night` tells
            if len(zones) < 2:
                return None  # a paper's "today" and "yesterday" are those of the evening before it came out
        if _gathers(a, b) and apart <= self.desk.zones_apart and any(self._about_today(s) for s in (a, b)):
            return None  # "today" of a paper, beside the weekday that others name
        if (_gathers(a, b) or "visit" in (a.event.mode, b.event.mode)) and apart <= LONG:
            return "differs"  # a round of talks goes on for days; accounts name its first, its last, the one they were at
        if apart <= self.desk.zones_apart and any(self._of_many(s) for s in (a, b)):
            return None  # raids go on for days
        firm = all(self._named(s) for s in (a, b))
        if not firm and apart <= self.desk.zones_apart:
            return None if self._one_night(a, b) else "differs"
        if not apart % contests.WEEK and any(s.event.date is not None and s.event.date.basis == "weekday" for s in (a, b)):
            return "differs"  # "on Friday", counted back from one day of publication and from another
        same = len(a.claim.value) == len(b.claim.value)  # "July" and "3 June" were not said with the same care
        told = [self._told_with(s) for s in (a, b)]
        # Signed "on Saturday evening", and "said at dawn on Sunday that they had signed": a day may be that of other words of its sentence.
        # Two who meet, meet the next day too.
        least = contests.SAME_DEED if a.event.type in ontology.load().personal else SAME_ACT
        aside = min(map(len, told)) >= contests.FEW and akin(*told) < least
        return "contradicted" if same and not aside and not self._one_night(a, b) else "differs"

    def _one_deed(self, a: Said, b: Said) -> bool:
        """Surely one act, told of two days? Raids, arrests and talks go on, and what one report tells of Sunday another tells of Monday's.

        One is what the same two did together, and the only attack that either report tells, by the same, on the same thing.
        """
        one, other = a.sketch, b.sketch
        if wholly_one(one, other):
            return True
        alone = one.event.type in ontology.load().spots and all(self.desk.acts[s.event.report, s.event.type] < MANY for s in (a, b))
        return alone and sides(one.actors, other.actors) == 1.0 and akin(one.topic, other.topic) >= TOPIC

    def _two_acts(self, a: Said, b: Said) -> bool:
        """Do two accounts part in the day and in the place? Then they tell two acts, but for what the same two did together once."""
        one, other = a.sketch, b.sketch
        if not (one.sure and other.sure and one.event.place and other.event.place) or not gap(one.when, other.when):
            return False
        return not within(one.event.place, other.event.place, self.desk.entities, self.desk.world) and not wholly_one(one, other)

    def _of_many(self, said: Said) -> bool:
        """Is it one of the many attacks or riots that a round-up tells, of which another may be meant elsewhere?"""
        event, me = said.event, said.sketch
        if event.type not in ontology.load().spots or self.desk.acts[event.report, event.type] <= MANY:
            return False
        if (key := (me.report, event.type, tuple(me.parties))) not in self._many:
            told = ((i, self.desk.sketches[i]) for i in self.of_report(me.report))
            alike = (i for i, s in told if s.event.type == event.type and s.news and (sides(s.parties, me.parties) or 0.0) >= SAME_SIDES)
            self._many[key] = len({self.desk.home[i] for i in alike})  # acts of the same two, each counted once
        return self._many[key] > MANY

    def _named(self, said: Said) -> bool:
        """Does the report name the day, by its figure or as one of the week?

        "Yesterday" is that of a printed paper, or of the evening before; and the day at the head of a report is that of the report.
        """
        when, coded = said.event.date, self.desk.rows[said.sketch.report] if self.desk.rows else None
        if when is None or coded is None or when.span is None:
            return when is not None and when.basis == "text"
        age = gap(days(when.value), self.desk.issued.get(said.claim.report))
        if age == 0 and when.span.stop <= HEAD and when.basis != "weekday":
            return False
        return when.basis in ("text", "weekday") or any(c.isdigit() for c in when.span.of(coded.report.text)) or (age or 0) > LONG

    def _lent(self, said: Said) -> bool:
        """Is the day told of something else: far from the sentences of the act, or of who said it ("said on Thursday that they had agreed")?

        Of a gathering or deal of many, which everybody recalls, also where it stands in another sentence at all, or nearer to another act of its
        own one ("defended the deal, and said on Tuesday that").
        """
        coded, when = self.desk.rows[said.sketch.report] if self.desk.rows else None, said.event.date
        if coded is None or when is None or when.span is None:
            return False
        day = when.span
        sentence = next((s for s in coded.sentences if s.covers(day)), day)
        spans = [e.span for e in said.event.evidence]
        told = [span for span in spans if sentence.overlaps(span)]
        mine = _distance(day, told)
        if mine is None:
            beyond = HEAD if _gathers(said, said) else FAR
            return day.stop > HEAD and (_distance(day, spans) or 0) > beyond
        if any(s.span.covers(span) and not s.span.overlaps(day) for s in coded.statements for span in told):
            return True
        others = [e.span for o in coded.events if o.id != said.event.id for e in o.evidence]
        theirs = _distance(day, [span for span in others if sentence.overlaps(span)])
        return _gathers(said, said) and (mine > HEAD or (theirs is not None and theirs < mine))

    def _about_today(self, said: Said) -> bool:
        """Is the day one that only the day of publication gives: "today", "yesterday" without its name? No day of last week is."""
        if said.event.date is None or said.event.date.basis != "relative":
            return False
        return (gap(days(said.event.date.value), self.desk.issued.get(said.claim.report)) or 0) <= TODAY

    def _one_night(self, a: Said, b: Said) -> bool:
        """ "Today" in Moscow and "today" in Rabat, a day earlier, may be one moment; the other way round they are two."""
        x, y = _days(a.claim.value), _days(b.claim.value)
        here, there = (self.desk.zones.get(s.claim.report) for s in (a, b))
        if x is None or y is None or not (x.exact and y.exact and here and there):
            return False
        return one_night(date.fromordinal(x.low), here, date.fromordinal(y.low), there)

    def _date_holds(self, a: Said, b: Said) -> bool:
        return gap(_days(a.claim.value), _days(b.claim.value)) == 0

    def _places(self, a: Said, b: Said) -> str | None:
        one, other = a.claim.value, b.claim.value
        named = one.startswith(other) or other.startswith(one)  # a town, and the region that is called after it
        if named or within(one, other, self.desk.entities, self.desk.world) or self._two_acts(a, b):
            return None
        x, y = (self.desk.entities.get(p) for p in (one, other))
        visit = {a.event.mode, b.event.mode} == {"visit"}
        if visit and x is not None and y is not None and x.country == y.country:
            return None  # who visits a country goes to several of its places
        rules = ontology.load()
        one_land = a.event.type not in rules.personal | rules.speech and x is not None and y is not None and x.country == y.country
        if one_land and not wholly_one(a.sketch, b.sketch) and akin(a.sketch.words, b.sketch.words) < TOPIC:
            return None  # a road is cut here and a base besieged there
        taken = any(f"{s.event.type}/{s.event.mode}" in ontology.load().taken for s in (a, b))
        if taken or self._of_many(a) or self._of_many(b):
            return None  # two places of an attack that do not hold each other are two attacks, two towns that are taken two captures
        if x is None or y is None or not (x.country and y.country):
            return None  # "the Middle East" is no account of where in it somebody was
        return "contradicted" if x.country != y.country else "differs"

    def _place_holds(self, a: Said, b: Said) -> bool:
        return within(a.claim.value, b.claim.value, self.desk.entities, self.desk.world)

    def _initiators(self, a: Said, b: Said) -> str | None:
        """Who began it, where each account has the other's beginner among its parties: "received two calls, from Manama and Amman" are two calls."""
        strange = any(self._country(x.claim.value) not in {p.country for p in y.sketch.parties} for x, y in ((a, b), (b, a)))
        return None if strange or self._same_side(a, b) else "contradicted"

    def _same_side(self, a: Said, b: Said) -> bool:
        one, other = (self._country(s.claim.value) for s in (a, b))
        return one == other

    def _country(self, id: str) -> str:
        entity = self.desk.entities.get(id)
        return (entity.country if entity is not None else None) or id.rpartition("/")[2]


def _gathers(a: Said, b: Said) -> bool:
    """Is it a meeting or a deal of many, which is one in its days?"""
    one, other = ({p.country or p.entity for p in (*s.event.actors, *s.event.recipients)} for s in (a, b))
    return "multilateral" in (a.event.mode, b.event.mode) or len(one & other) > PAIR


def _distance(one: Span, others: Iterable[Span]) -> int | None:
    """Characters between a stretch and the nearest of others; None without any."""
    return min((max(0, s.start - one.stop, one.start - s.stop) for s in others), default=None)


def _voiced(event: Event) -> bool:
    """Does whoever acts say so himself? What another says that he charges somebody with is half a charge."""
    return not {p.entity for p in event.actors}.isdisjoint(s.entity for s in event.said_by)


def _against(one: Sketch, other: Sketch) -> bool:
    """Does each of two acts strike those who do the other, and nobody else's?"""
    there, back = sides(one.actors, other.recipients), sides(one.recipients, other.actors)
    same = max(sides(one.actors, other.actors) or 0, sides(one.recipients, other.recipients) or 0)
    return min(there or 0, back or 0) >= 0.5 and not same


def _tells(said: contests.Contest, figure: contests.Contest) -> bool:
    """Are two figures what two voices of one report differ in, so that the figures tell it?"""
    sides, counts = (said.one, said.other), (figure.one, figure.other)
    return any(
        all(s.report == c.report and s.span.covers(c.span) for s, c in zip(sides, pair, strict=True)) for pair in (counts, counts[::-1])
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(t.fold for t in tokenize(text) if t.kind == "number" or len(t.fold) > 3) or frozenset((fold(text),))


def _apart(a: Said, b: Said) -> bool:
    return (gap(_days(a.claim.value), _days(b.claim.value)) or 0) > NEARBY


def _days(value: str) -> Days | None:
    start, _, end = value.partition("/")
    return days(start, end or None)


def _statuses(a: Said, b: Said) -> str | None:
    """What a report negates by itself ("without firing") is no denial: somebody must say so."""
    one, other = a.claim.value, b.claim.value
    done, ahead = set(DONE), set(AHEAD_OF)
    pair = {one, other}
    if any(s.claim.value == "denied" and not s.event.said_by for s in (a, b)):
        return None
    if pair <= done or pair <= ahead or one == other or "hypothetical" in pair:
        return None
    if "denied" in pair:
        return None if _voices(a) & _voices(b) else "contradicted"
    if "cancelled" in pair and a.claim.report == b.claim.report:
        return None  # who tells that it was called off and held tells of two
    return "contradicted" if "cancelled" in pair and pair & done else "differs"


def _voices(said: Said) -> set[str]:
    """Who says so. A voice that denies one thing and tells another speaks of two ("no arms were sent, the relief was")."""
    return {s.entity for s in said.event.said_by if s.entity is not None}


def _of_one_matter(one: Event, other: Event) -> bool:
    """May what is denied be what is told? Not where other people are named by their kind alone ("will not keep women out", men were kept out).

    Nor where nobody is said to have done it, to nobody in particular: "the bystanders were not hurt" denies no attack.
    """
    struck = [{who(p) for p in e.recipients} for e in (one, other)]
    if all(struck) and all(unnamed(id) or "/" not in id for ids in struck for id in ids) and not struck[0] & struck[1]:
        return False
    return bool(one.actors or other.actors) or any(id.startswith("person/") for ids in struck for id in ids)


def _surely_one(one: Sketch, other: Sketch) -> bool:
    """Is what is denied surely what is told: in words of it, and all parties are the same, or the one end that is known and the thing or place?

    All that a war does is done in its country; and "no arms were flown in" denies another act than the relief that the same two sent.
    """
    if max(akin(one.words, other.words), akin(one.topic, other.topic)) < DEED:
        return False
    ends = [s for s in (sides(one.actors, other.actors), sides(one.recipients, other.recipients)) if s is not None]
    things = (one.objects & other.objects) | ({one.event.place} & {other.event.place})
    known = len(ends) > 1 or any(t and not t.startswith("state/") for t in things)
    whole = len({p.block for p in one.parties}) > 1 and sides(one.parties, other.parties) == 1.0
    return whole or (known and bool(ends) and min(ends) >= 0.5)


def _status_holds(a: Said, b: Said) -> bool:
    return a.claim.value == b.claim.value or (a.claim.value in DONE and b.claim.value in DONE)


def _numbers(values: Mapping[str, list[Said]]) -> Callable[[Said, Said], str | None]:
    """Figures of one kind: exact ones contradict each other, vague ones that do not meet differ.

    A report that gives several of one kind counts parts of a whole; it clashes with nobody who has one of them, and never more
    than "differs". Nor does one who is named without a number ("a soldier was killed"): there may have been more.
    """
    tolls, kind = ontology.load().tolls, next(iter(values), "").partition(" ")[0]
    several: dict[str, set[str]] = defaultdict(set)
    for value, saids in values.items():
        for s in saids:
            several[s.claim.report].add(value)

    def whole(report: str) -> float:
        """What the parts come to ("ten soldiers and three workmen")."""
        return sum(low for low, high in map(_range, several[report]) if low == high)

    def clash(a: Said, b: Said) -> str | None:
        one, other = a.claim.report, b.claim.report
        if kind in tolls and max(len(several[one]), len(several[other])) > BY_TURNS:
            return None  # one attack after the other
        told = any(_one_value(x, y) for x in several[one] for y in several[other])  # also rounded
        if one == other or told or whole(one) == whole(other) > 0:
            return None
        if _number_holds(a, b):
            return "differs" if _outgrown(a, b) or _outgrown(b, a) else None
        exact = not any(".." in s.claim.value or _range(s.claim.value) == (1, 1) for s in (a, b))
        return "contradicted" if exact and len(several[one]) == len(several[other]) == 1 else "differs"

    return clash


def _number_holds(a: Said, b: Said) -> bool:
    """Can the two figures be one?"""
    (low, high), (least, most) = _range(a.claim.value), _range(b.claim.value)
    return (low <= most and least <= high) or _one_value(a.claim.value, b.claim.value)


def _one_value(one: str, other: str) -> bool:
    """Are the values of two claims one figure, or one sum of which the one is rounded?"""
    (low, high), (least, most) = _range(one), _range(other)
    sums = low == high and least == most and one.partition(" ")[0] not in ontology.load().tolls
    return one == other or (sums and contests.one_sum(low, least))


def _fell(a: Said, first: Days | None, b: Said, second: Days | None) -> bool:
    """Is the toll of the later account the smaller one? The dead may be more the next day, and are never fewer."""
    return first is not None and second is not None and first.high < second.low and _range(a.claim.value)[0] > _range(b.claim.value)[1]


def _outgrown(a: Said, b: Said) -> bool:
    """Is the one exact, and far more than the least that the other gives ("at least 17", 22; not "at least two", three)?"""
    (least, most), (low, high) = _range(a.claim.value), _range(b.claim.value)
    return low == high and most == float("inf") and low >= least + MORE and low > least * contests.ROUGH > 0


def _range(value: str) -> tuple[float, float]:
    kind, figure, unit = (*value.split(" ", 2), "", "")[:3]
    low, dots, high = figure.partition("..")
    if figure in ("", "?"):
        return float("-inf"), float("inf")
    least, most = contests.HOURS.get(unit, (1, 1)) if kind in contests.STRETCHES else (1, 1)
    if not dots:
        return float(low) * least, float(low) * most
    return float(low) * least if low else float("-inf"), float(high) * most if high else float("inf")
