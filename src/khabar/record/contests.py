"""What is told in two ways beside the coded events: figures of one thing that do not meet, and voices that a report sets against each other.

A figure is compared with one of another report where the sentences around both tell the same; two voices only where the report
itself opposes them. Neither says who is right; all but two exact figures in nearly the same words at most ``differ``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from khabar import ontology
from khabar.model import Coded, Event, Manner, Number, Span, Statement, When
from khabar.record.days import TODAY, Days, gap, of
from khabar.record.likeness import akin
from khabar.record.news import HEAD, at_head
from khabar.record.parties import unnamed
from khabar.text import fold, tokenize

# Tuned 2026-11 on our own gold's dev part and the dev half of the real gold, pair by pair.
ALIKE = 0.5  # share of the words around two figures from which both count the same thing
CERTAIN, BESIDE = 0.6, 0.4  # the same, and of the words right beside them, for "contradicted"
NEXT_TO = 0.2  # the same of those beside how long something lasts, and sums
LOOSE = 0.15  # the same for weapons: of one attack they are counted in any words
BRIEF, DAY = 0.25, 24  # the same for what lasts less than so many hours: a call, a meeting, a crossing of the air
ROUNDED = 0.005  # share by which two figures of one sum may differ: 122,334,463 and 122,334,000
LARGE = 1000  # sums from which one that is rounded may be meant
TIMES = 3  # times that the larger of two figures that contradict each other is at most the smaller: further apart they may count two things
AFAR = 10  # times that the larger of two figures of one thing is at most the smaller (their least); tolls may be further apart
SERIES = 0.15  # the same for which one of a series it is: a report speaks of one, whatever its words
TEXT = "text"  # unit of the figure by which a text goes
LISTED = 4  # figures of one kind from which a report counts many things by turns
WEEK = 7  # days between two days of one matter at most: what was in the middle of a month and at its end is two things
TOLD = 6  # words beside a day that are enough to tell what was on it
ON_DAY, SAME_DEED = 0.7, 0.6  # share of the words around two days, and right beside them, from which both tell of one thing
SURE_DAY = 0.85  # the same of the words around them, for "contradicted"
FEW = 3  # words around a figure that are too few to tell
REACH = 40  # characters beside a figure that tell what it counts
LEAST_SAID = 2  # telling words of what a voice says that is set against another one
SENTENCES = 4  # sentences at most over which what somebody says goes
ROUGH = 1.15  # two rough figures ("about 20", "about 25") differ where the larger is so much more
RISEN = 2  # the same for "at least 12" dead, and 31
CHIEF = 4  # countries that count as concerned in a report
PAIR = 2  # sides of a call
APART = 0.15  # share of the words of two sides' accounts of one call from which they tell something else
DENIED = 0.5  # share of a denial's words that what it denies has in another report
MANY = 3  # attacks told as news from which a report is a round-up
NEXT = 100  # characters between what is said and a denial that can only answer it
AT_ONCE = 50  # the same for one that cannot be true beside it
FAR_DENIED = 0.2  # share of a denial's words that what it denies has, where other sentences stand between them
READ = 40  # reports of a story that are compared
_DEAD, COUNT = "killed", "count"
SEVERAL = 5  # of one unit from which a report's only count of it, near its head, is of its main matter: states that came, cabinet seats
SOME = 0.05  # share of the words around two such counts that leaves no doubt: the reports tell one story already
GREAT = 10  # dead from which a toll is told of one happening of its place and days
NEAR_TOLL = 1.5  # times that the larger of two such counts is at most the smaller
_MOVED = ("released", "expelled")  # people who are counted as those of a toll are
DEADLINE = "deadline"
STRETCHES = ("duration", DEADLINE)  # kinds of figures that count time, in any unit
_LASTING = (*STRETCHES, "ordinal", "money")  # what a round-up tells of the matter as a whole
HOURS = {"minute": (1 / 60, 1 / 60), "hour": (1, 1), "day": (24, 24), "week": (168, 168), "month": (672, 744), "year": (8760, 8784)}


@dataclass(frozen=True, slots=True)
class Place:
    """One side of a contest: the report (its index), the words, and the statement that they stand in, if any."""

    report: int
    span: Span
    value: str
    statement: Statement | None
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Contest:
    """Two places that do not agree. field: ``figure``, ``said`` or ``terms``."""

    field: str
    verdict: str
    one: Place
    other: Place


@dataclass(frozen=True, slots=True)
class _Figure:
    place: Place
    number: Number
    low: float
    high: float
    around: frozenset[str]
    beside: frozenset[str]
    sentence: int
    counted: tuple[str, ...]  # the noun that it counts, and the word behind it
    days: tuple[Days, ...]  # that its sentence names
    many: bool  # one of so many figures of its sentence, as the news of markets has them

    @property
    def exact(self) -> bool:
        return self.number.value is not None

    @property
    def closed(self) -> bool:
        """Is it one figure, or about one: not only "more than"?"""
        return self.exact or self.rough

    @property
    def rough(self) -> bool:
        """About so much: bounded on both sides."""
        return self.number.min is not None and self.number.max is not None


def figures(rows: Sequence[Coded], reports: Sequence[int], name: str = "figure") -> list[Contest]:
    """Figures of these reports that count one thing and do not meet: between two reports, or two voices of one."""
    found = {r: _figures(rows[r], r) for r in reports[:READ]}
    spots = ontology.load().spots
    # A round-up of a war counts one attack after the other: of which of them another report tells, nobody knows.
    rounds = {r for r in found if sum(e.type in spots and not e.background for e in rows[r].events) > MANY}
    out: list[Contest] = []
    for n, r in enumerate(found):
        out += [Contest(name, "contradicted" if _opposes(x, y) else "differs", x.place, y.place) for x, y in _within(rows[r], found[r])]
        for q in list(found)[n + 1 :]:
            best: dict[int, tuple[float, _Figure, _Figure, str]] = {}
            for i, x in enumerate(found[r]):
                for y in found[q]:
                    if {r, q} & rounds and x.number.kind not in _LASTING:
                        continue
                    verdict, near = _apart(x, y, found[r], found[q])
                    if verdict and near > best.get(i, (0.0,))[0]:
                        best[i] = (near, x, y, verdict)
            taken: set[int] = set()
            for _, x, y, verdict in sorted(best.values(), key=lambda b: (-b[0], b[1].place.span, b[2].place.span)):
                if y.place.span.start not in taken:
                    taken.add(y.place.span.start)
                    out.append(Contest(name, verdict, x.place, y.place))
            if {r, q} & rounds or any(x.number.kind == _DEAD for _, x, _, _ in best.values()):
                continue
            one, other = (_chief_toll(found[k]) for k in (r, q))
            if one is not None and other is not None and _other_toll(one, other, AFAR):
                out.append(Contest(name, "differs", one.place, other.place))
    return out


def by_voices(rows: Sequence[Coded], reports: Sequence[int], name: str = "figure") -> list[Contest]:
    """Two voices of one report, each with a figure of his own for one act that it tells as news: "we freed 350", "290, said the Red Cross".

    Not where both stand in one sentence, which counts parts of one whole.
    """
    out = []
    for r in reports[:READ]:
        news = ([n for n in e.numbers if n.kind in (_DEAD, *_MOVED)] for e in rows[r].events if not e.background)
        acts = [numbers for numbers in news if len(numbers) > 1]
        told = {f.number.span: f for f in _figures(rows[r], r)} if acts else {}
        for numbers in acts:
            counted = [told[n.span] for n in numbers if n.span in told]
            said = [(x, x.place.statement.speaker) for x in counted if x.exact and x.place.statement is not None and x.place.statement.speaker]
            for k, (x, voice) in enumerate(said):
                for y, other in said[k + 1 :]:
                    near = x.low < y.low <= x.low * NEAR_TOLL or y.low < x.low <= y.low * NEAR_TOLL
                    if near and voice != other and x.sentence != y.sentence and _one_kind(x.number, y.number):
                        out.append(Contest(name, "differs", x.place, y.place))
    return out


def _chief_toll(found: Sequence[_Figure]) -> _Figure | None:
    """The dead of what a report tells first: the only such figure that it gives, near its head, and no "dozens"."""
    dead = [f for f in found if f.number.kind == _DEAD]
    return dead[0] if len(dead) == 1 and dead[0].sentence < HEAD and (dead[0].closed or dead[0].number.max is not None) else None


def toll_at(coded: Coded) -> frozenset[str]:
    """The places of which a report tells how many died there: so many that no other attack has the like.

    It gives one such figure only, or the whole and its parts ("three soldiers", "24 in all"); the place stands beside it, else in the first
    sentence.
    """
    dead = {n.value or n.min or 0: n for n in coded.figures if n.kind == _DEAD}
    most = max(dead, default=0)
    parts = [n for n in dead if n != most]
    if most < GREAT or sum(parts) > most or any(n >= GREAT for n in parts):
        return frozenset()
    sentence = next((s for s in coded.sentences if s.covers(dead[most].span)), dead[most].span)
    spots = ({t.entity for t in coded.places if t.entity is not None and s.covers(t.span)} for s in (sentence, *coded.sentences[:1]))
    return frozenset(next((here for here in spots if here), ()))


def _other_toll(x: _Figure, y: _Figure, times: float) -> bool:
    """Are two counts of the dead two accounts of one toll: not the same, the larger no more than so many times the smaller?"""
    small, large = sorted(f.low if f.low > 0 else f.high for f in (x, y))
    told = (x.closed and y.closed) or min(akin(x.around, y.around), len(x.around)) >= LOOSE  # "dozens of rebels" are anybody's
    return told and x.number.kind == y.number.kind == _DEAD and small >= GREAT and not _meet(x, y) and large <= small * times


def _comes_to(part: _Figure, beside: Sequence[_Figure], whole: _Figure) -> bool:
    """Does a figure come to another with one that stands in its sentence ("ten soldiers and three workmen", thirteen)?"""
    return any(z is not part and z.sentence == part.sentence and part.low + z.low == whole.low for z in beside)


def counts_one(coded: Coded) -> bool:
    """Does a report give a figure that is compared with those of other stories: weapons of one attack, what lasts for hours?"""
    return any(_brief(n) or n.kind in ontology.load().weapons for n in coded.figures)


def across(rows: Sequence[Coded], reports: Sequence[int], near: Sequence[int], name: str = "figure") -> list[Contest]:
    """Figures of weapons, of what lasts for hours, and of the dead at one place, that reports of one story and of stories around the same
    happening give otherwise."""
    weapons = ontology.load().weapons
    out: list[Contest] = []
    others = [(_figures(rows[q], q), toll_at(rows[q])) for q in near[:READ]]
    for r in reports[:READ] if others else ():
        mine, here = _figures(rows[r], r), toll_at(rows[r])
        for theirs, there in others:
            if here & there:
                tolls = ((x, y) for x in mine for y in theirs if _other_toll(x, y, NEAR_TOLL))
                tolls = ((x, y) for x, y in tolls if not (_comes_to(x, mine, y) or _comes_to(y, theirs, x)))
                out += [Contest(name, "differs", x.place, y.place) for x, y in islice(tolls, 1)]
            for x in mine:
                if not (x.number.kind in weapons or _brief(x.number)):
                    continue
                apart = [(alike, -y.place.span.start, y) for y in theirs for verdict, alike in (_apart(x, y, mine, theirs),) if verdict]
                y = max(apart, key=lambda a: a[:2])[2] if apart else None
                if y is not None and (x.number.kind in weapons or _brief(y.number)):
                    out.append(Contest(name, "differs", x.place, y.place))  # never more: what is told of one attack may be of another
    return out


def days_apart(rows: Sequence[Coded], reports: Sequence[int], known: Collection[frozenset[str]]) -> list[Contest]:
    """What two reports tell in nearly the same words, of another day: "will begin tomorrow, the 15th", "will begin on Wednesday, the 16th".

    Not of "today" and "yesterday": a paper's is another one than an agency's, and mostly the day on which somebody says it. Nor of
    "ten days ago" in both: only their days of publication part them.
    known: pairs of days of which a date of their events tells it already.
    """
    told = {r: _told_of_days(rows[r], r) for r in reports[:READ]}
    out = []
    for n, r in enumerate(told):
        for q in list(told)[n + 1 :]:
            found = [c for x in told[r] for y in told[q] if (c := _other_day(x, y)) is not None]
            if not found:
                continue
            _, x, y = max(found, key=lambda c: c[0])
            alike = {d.when.value for d in told[q] if akin(x.words, d.words) >= CERTAIN} & {x.when.value}
            alike |= {d.when.value for d in told[r] if akin(y.words, d.words) >= CERTAIN} & {y.when.value}
            if not alike and frozenset((x.when.value, y.when.value)) not in known:  # who tells both days differs from nobody
                verdict = "contradicted" if akin(x.words, y.words) >= SURE_DAY else "differs"
                out.append(Contest("said", verdict, x.place, y.place))
    return out


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that a report names, with the words of its sentence, and those right beside it.

    shaky: it is only "today" or "yesterday", counted from the day on which the report came out. counted: the words of one that is counted
    from there at all ("ten days ago"), else "".
    """

    place: Place
    when: When
    shaky: bool
    counted: str
    words: frozenset[str]
    beside: frozenset[str]


def _told_of_days(coded: Coded, report: int) -> list[_Day]:
    text, out = coded.report.text, []
    for when in coded.days:
        sentence = next((s for s in coded.sentences if when.span is not None and s.covers(when.span)), None)
        if sentence is None or when.span is None:
            continue
        words = _words(text[sentence.start : when.span.start]) | _words(text[when.span.stop : sentence.stop])
        start, stop = max(sentence.start, when.span.start - REACH), min(sentence.stop, when.span.stop + REACH)
        start, stop = text.rfind(" ", sentence.start, start + 1) + 1 or sentence.start, text.find(" ", stop, sentence.stop)
        near = Span(start, stop if stop >= 0 else sentence.stop)
        beside = _words(text[near.start : when.span.start]) | _words(text[when.span.stop : near.stop])
        said = any(c.isdigit() for c in when.span.of(text))  # "tomorrow, the 15th"
        shaky = when.basis == "relative" and not said and (gap(of(when), of(coded.report.published)) or 0) <= TODAY
        said_as = fold(when.span.of(text)) if when.basis == "relative" and not said else ""
        out.append(_Day(Place(report, near, _short(near.of(text)), _inner(coded, when.span)), when, shaky, said_as, words, beside))
    return out


def _other_day(x: _Day, y: _Day) -> tuple[float, _Day, _Day] | None:
    """How alike the words beside two days are, with the days; None where they are one day, or of two matters."""
    apart = gap(of(x.when), of(y.when))
    if apart is None or not 0 < apart <= WEEK or x.shaky or y.shaky or min(len(x.words), len(y.words)) < TOLD:
        return None
    if not apart % WEEK and "weekday" in (x.when.basis, y.when.basis):
        return None  # "on Friday", read back from one day of publication and on from another
    if x.counted and x.counted == y.counted:
        return None
    near = akin(x.beside, y.beside)
    return (near, x, y) if near >= SAME_DEED and akin(x.words, y.words) >= ON_DAY else None


def one_matter(x: Contest, y: Contest) -> bool:
    """Do two reports set the same against each other, in nearly the same words, or a third figure against one of the two?"""
    mine, theirs = ({(p.report, p.span) for p in (c.one, c.other)} for c in (x, y))
    kinds = {p.number.kind for c in (x, y) for p in (c.one, c.other) if p.number is not None}
    if len(kinds) == 1 and mine & theirs and all(c.one.report != c.other.report for c in (x, y)):
        return True
    if x.field != y.field or {x.one.report, x.other.report} == {y.one.report, y.other.report}:
        return False
    if x.one.number is not None and y.one.number is not None:
        pairs = ((y.one.number, y.other.number), (y.other.number, y.one.number))
        return any(_alike_number(x.one.number, one) and _alike_number(x.other.number, other) for one, other in pairs)
    return all(akin(_words(a.value), _words(b.value)) >= CERTAIN for a, b in ((x.one, y.one), (x.other, y.other)))


def _alike_number(x: Number | None, y: Number | None) -> bool:
    return x is not None and y is not None and (x.kind, x.value, x.min, x.max, x.unit) == (y.kind, y.value, y.min, y.max, y.unit)


def voices(rows: Sequence[Coded], report: int) -> list[Contest]:
    """Statements of a report that it sets against what another voice, not of the same side, says there."""
    coded = rows[report]
    country = {e.id: e.country for e in coded.entities}
    armed = _armed(coded)
    chief = _chief(coded)
    out, done = [], set[Span]()
    for s in coded.statements:
        if s.against is None or s.against in done:
            continue
        other = _inner(coded, s.against, s.speaker)
        shared = _denies(s.content, s.against.of(coded.report.text)) if s.denies else 0.0
        between = s.span.start - s.against.stop
        if s.denies and between > NEXT and shared < FAR_DENIED * len(_words(s.content)):
            continue  # other sentences stand between, and it has hardly a word of what it would deny
        named = s.denies and _calls(coded, s.against, s.speaker)
        if other is not None and not named:
            mine, theirs = (country.get(x.speaker or "") for x in (s, other))
            if mine is not None and mine == theirs and (s.speaker in armed) == (other.speaker in armed):
                continue  # one side, unless it is a movement in arms and its own state
            sides = ((mine, s.against), (theirs, s.span)) if not _tells_who(coded, s.against, other) else ((mine, s.against),)
            answers = s.denies and 0 <= between <= NEXT
            if shared < 2 and not answers and any(c is not None and c not in chief and not _names(coded, words, c) for c, words in sides):
                continue  # a capital far off sees it otherwise: no dispute about what happened
        elif other is None and (shared < 2 or _his(coded, s.against, s.speaker)) and not (_taken_back(coded, s) or _stands_against(coded, s)):
            continue
        if not s.denies and len(_words(s.content)) < LEAST_SAID:
            continue  # "… but his answer was vague": no account
        if sum(x.overlaps(s.against) for x in coded.sentences) > SENTENCES:
            continue  # a quotation whose end was not found
        if s.beside and other is not None and not _sides_of_it(coded, (other, s)) and not _count_alike(coded, s.against, s.span):
            continue
        done.add(s.against)
        text = coded.report.text
        out.append(
            Contest(
                "said",
                "contradicted" if other is not None and 0 <= between <= AT_ONCE and _of_himself(coded, s) else "differs",
                Place(report, s.against, _short(s.against.of(text)), other),
                Place(report, s.span, _short(s.content), s),
            )
        )
    spoken = {c.other.span for c in out}
    for silence in coded.silences:
        again = any(c.other.span.overlaps(silence.span) for c in out)
        if silence.against not in done and silence.span not in spoken and not again:  # a voice is set against one other
            done.add(silence.against)
            told = Place(report, silence.against, _short(silence.against.of(coded.report.text)), _inner(coded, silence.against))
            voice = next((s for s in coded.statements if s.span == silence.span), None)
            out.append(Contest("said", "differs", told, Place(report, silence.span, _short(silence.span.of(coded.report.text)), voice)))
    return out


def _sides_of_it(coded: Coded, voices: Sequence[Statement]) -> bool:
    """Are two voices those of two sides that do and suffer most of the news? A word of contrast between them is enough."""
    country = {e.id: e.country for e in coded.entities}
    sides = {country.get(s.speaker or "") for s in voices}
    shared = ontology.load().own_countries  # of many bodies, none of which is a side of the news because another one is
    return len(sides) > 1 and None not in sides and not sides & shared and {s for s in sides if s} <= _chief(coded)


def _count_alike(coded: Coded, one: Span, other: Span) -> bool:
    """Do two stretches each give a figure of one kind?"""
    mine, theirs = ([n for n in coded.figures if span.covers(n.span) and n.unit != TEXT] for span in (one, other))
    return any(_one_kind(x, y) for x in mine for y in theirs)


def _his(coded: Coded, words: Span, speaker: str | None) -> bool:
    """Are these words what the same voice says: "146 were returned; in return 146 were handed over, it added that eight more …"?"""
    return any(s.speaker == speaker and 2 * _overlap(s.span, words) >= len(words) for s in coded.statements)


def _of_himself(coded: Coded, s: Statement) -> bool:
    """Does he deny what is told of him or of his country? That and the denial cannot both be true; what he denies of others may be another matter."""
    if not s.denies or s.against is None:
        return False
    side = next((e.country for e in coded.entities if e.id == s.speaker), None) if s.speaker not in _armed(coded) else None
    return _calls(coded, s.against, s.speaker) or (side is not None and _names(coded, s.against, side))


def _tells_who(coded: Coded, words: Span, said: Statement) -> bool:
    """Do words that something is set against tell who says so, in front of what he says ("while officials had spoken of a week")?"""
    return words.start < said.span.start and words.covers(said.span) and _calls(coded, Span(words.start, said.span.start), said.speaker)


def _stands_against(coded: Coded, s: Statement) -> bool:
    """Is it set against words of no statement that tell the contrary, not of the same voice?"""
    return s.against is not None and not _his(coded, s.against, s.speaker) and _opposed(coded, s.against, s.span, s.speaker)


def _taken_back(coded: Coded, s: Statement) -> bool:
    """Does he deny what he himself is said, in the same sentence, to have said before?"""
    sentence = next((x for x in coded.sentences if x.covers(s.span)), s.span)
    return s.denies and s.against is not None and sentence.covers(s.against) and _his(coded, s.against, s.speaker)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.stop, other.stop) - max(one.start, other.start))


def _armed(coded: Coded) -> set[str]:
    """Movements in arms, and the men of theirs whom no name tells ("a member of the Houthis")."""
    groups = {e.id for e in coded.entities if e.kind == "armed-group"}
    tails = {id.rpartition("/")[2] for id in groups}
    heads = tuple(f"unnamed/{name}-" for tail in sorted(tails) for name in (tail, tail.removesuffix("s")))  # "houthis", "houthi-member"
    return groups | {e.id for e in coded.entities if e.id.startswith(heads)}


def denials(rows: Sequence[Coded], reports: Sequence[int]) -> list[Contest]:
    """What somebody denies in one report and another voice, not of his side, says in another one, in words that are alike."""
    out = []
    for r in reports[:READ]:
        mine = {e.id: e.country for e in rows[r].entities}
        for denial in (s for s in rows[r].statements if s.denies):
            words = _words(denial.content)
            if len(words) < FEW:
                continue
            best: tuple[float, int, Statement] | None = None
            for q in reports[:READ]:
                country = {e.id: e.country for e in rows[q].entities}
                denied = [s.span for s in rows[q].statements if s.denies]
                for s in rows[q].statements if q != r else ():
                    if any(span.covers(s.span) for span in denied):
                        continue  # "denied the report of a paper that spoke of talks"
                    side, theirs = mine.get(denial.speaker or ""), country.get(s.speaker or "")
                    if s.denies or s.speaker == denial.speaker or side == theirs or not {side, theirs} <= _chief(rows[r]):
                        continue
                    near = _held(words, _words(s.content))
                    if near >= DENIED and near * len(words) >= 2 and (best is None or near > best[0]):
                        best = near, q, s
            if best is not None:
                _, q, s = best
                out.append(Contest("said", "differs", Place(q, s.span, _short(s.content), s), Place(r, denial.span, _short(denial.content), denial)))
    return out


def charges_denied(rows: Sequence[Coded], reports: Sequence[int], answered: Collection[tuple[int, Span]]) -> list[Contest]:
    """A charge that one report tells at its head, and the denial of whoever is charged at the head of another.

    The denial names who charges him, or has a word of the charge. answered: denials (report, words) that are set against something already.
    """
    out = []
    for r in reports[:READ]:
        side = {e.id: _own(e.id, e.country) for e in rows[r].entities}
        for s in rows[r].statements:
            if not s.denies or s.speaker is None or (r, s.span) in answered or s.speaker in _armed(rows[r]) or not at_head(rows[r], s.span):
                continue
            sentence = next((x for x in rows[r].sentences if x.overlaps(s.span)), s.span)
            whole = Span(min(sentence.start, s.span.start), s.span.stop)
            best: tuple[float, int, Span] | None = None
            told = [c for q in reports[:READ] if q != r for c in _charges(rows[q], q, side.get(s.speaker, s.speaker))]
            for q, accusers, charge in told:
                shared = sum(akin(frozenset((w,)), _told_words(rows[q], charge)) for w in _words(s.content))
                if (shared or any(_names(rows[r], whole, c) for c in accusers)) and (best is None or shared > best[0]):
                    best = shared, q, charge
            if best is not None:
                _, q, words = best
                place = Place(q, words, _short(words.of(rows[q].report.text)), _inner(rows[q], words))
                out.append(Contest("said", "differs", place, Place(r, s.span, _short(s.content), s)))
    return out


def _own(id: str | None, country: str | None) -> str:
    """What somebody is counted by: his country, unless that is one of many bodies ("an international organisation")."""
    return country if country and country not in ontology.load().own_countries else id or ""


def _charges(coded: Coded, report: int, side: str) -> list[tuple[int, set[str], Span]]:
    """Charges against a side at the head of a report: the report, the countries of who makes them, the words."""
    out = []
    for e in coded.events:
        accusers, accused = ({c for p in ends if (c := _own(p.entity, p.country))} for ends in (e.actors, e.recipients))
        if e.type in ontology.load().blames and not e.background and side in accused - accusers and at_head(coded, e.evidence[0].span):
            out.append((report, accusers, e.evidence[0].span))
    return out


def _told_words(coded: Coded, span: Span) -> frozenset[str]:
    return frozenset(w for s in coded.sentences if s.overlaps(span) for w in _words(s.of(coded.report.text)))


def readouts(rows: Sequence[Coded], told: Sequence[tuple[int, Event]]) -> list[Contest]:
    """What the accounts of one talk have its two sides say, where they come from different sides and share no word: one contest.

    told: the talk as an event of each report. What each side stresses is no contradiction; that the other leaves it out is told beside it.
    """
    sides: dict[frozenset[str], list[Place]] = defaultdict(list)
    for r, event in told:
        country = {e.id: e.country for e in rows[r].entities}
        mine = {c for p in (*event.actors, *event.recipients) if (c := p.country or country.get(p.entity or ""))}
        sentences = _told_in(rows[r], event)
        there = {p.entity for p in (*event.actors, *event.recipients) if p.entity and not unnamed(p.entity)}
        spoken = [s for s in rows[r].statements if country.get(s.speaker or "") in mine and s.speaker in there]  # of his office another day
        voiced = [s for s in spoken if any(x.overlaps(s.span) for x in sentences)]
        if len(mine) == PAIR and voiced:
            inner = [s for s in voiced if not any(s is not o and s.span.covers(o.span) and len(o.span) < len(s.span) for o in voiced)]
            speakers = frozenset(c for s in voiced if (c := country.get(s.speaker or "")))
            sides[speakers] += [Place(r, s.span, _short(s.content), s) for s in inner]
    if len(sides) != PAIR:
        return []
    mine_said, theirs_said = sides.values()
    one, other = (frozenset(w for p in said if p.statement is not None for w in _words(p.statement.content)) for said in (mine_said, theirs_said))
    apart = min(len(one), len(other)) >= FEW and akin(one, other) < APART and mine_said[0].report != theirs_said[0].report
    return [Contest("said", "differs", mine_said[0], theirs_said[0])] if apart else []


def manners(rows: Sequence[Coded], told: Sequence[tuple[int, Event]]) -> list[Contest]:
    """Opposites that accounts of one act say of it: "direct" and "indirect" talks, a "full" and a "partial" withdrawal.

    told: the act as an event of each report. Who says both of it differs from nobody.
    """
    ways: dict[str, dict[int, dict[bool, Manner]]] = defaultdict(lambda: defaultdict(dict))
    for r, event in told:
        sentences = _told_in(rows[r], event)
        for m in rows[r].manners:
            if event.type in m.types and any(s.covers(m.span) for s in sentences):
                ways[m.kind][r].setdefault(m.side, m)
    out = []
    for _, found in sorted(ways.items()):
        sure = {side: [(r, m[side]) for r, m in sorted(found.items()) if set(m) == {side}] for side in (True, False)}
        if all(sure.values()):
            one, other = (
                Place(r, m.span, _short(m.span.of(rows[r].report.text)), _inner(rows[r], m.span)) for r, m in (sure[True][0], sure[False][0])
            )
            out.append(Contest("terms", "differs", one, other))
    return out


def _told_in(coded: Coded, event: Event) -> list[Span]:
    """The sentences that tell an event."""
    return [s for s in coded.sentences if any(s.overlaps(e.span) for e in event.evidence)]


def doubts(rows: Sequence[Coded], reports: Sequence[int]) -> list[Contest]:
    """What one report has somebody leave open ("whether they committed it") and another has told as a fact, in words that are alike."""
    out = []
    for r in reports[:READ]:
        for doubt in (s for s in rows[r].statements if s.open and len(_words(s.content)) > FEW):
            words = _words(doubt.content)
            sure = [(q, s) for q in reports[:READ] if q != r for s in rows[q].statements if not s.denies and not s.open]
            near = [(_held(words, _words(s.content)), -q, s.span.start, s) for q, s in sure]
            best = max(near, key=lambda x: x[:3], default=None)
            if best is not None and best[0] >= CERTAIN:
                told = Place(-best[1], best[3].span, _short(best[3].content), best[3])
                out.append(Contest("said", "differs", told, Place(r, doubt.span, _short(doubt.content), doubt)))
    return out


def _denies(content: str, other: str) -> float:
    """How many words a denial has in common with what it denies."""
    words = _words(content)
    return _held(words, _words(other)) * len(words)


def _calls(coded: Coded, words: Span, entity: str | None) -> bool:
    """Do these words of a report name him?"""
    text = fold(words.of(coded.report.text))
    names = next((e.names for e in coded.entities if e.id == entity), ())
    return any(fold(part) in text for _, name in names for part in (name, name.rpartition(" ")[2]) if len(part) > 3)


def _held(words: frozenset[str], other: frozenset[str]) -> float:
    """The share of words of which another set has a form."""
    return sum(akin(frozenset((w,)), other) for w in words) / len(words) if words else 0.0


def _chief(coded: Coded) -> set[str]:
    """The countries that do and suffer most of a report's news."""
    told = Counter(
        c for e in coded.events if not e.background for c in {p.country for p in (*e.actors, *e.recipients, *e.third_parties) if p.country}
    )
    return {c for c, _ in sorted(told.items(), key=lambda x: (-x[1], x[0]))[:CHIEF]}


def _names(coded: Coded, words: Span, country: str) -> bool:
    """Do these words of a report name anybody of a country?"""
    text = fold(words.of(coded.report.text))
    return any(e.country == country and any(fold(name) in text for _, name in e.names) for e in coded.entities)


def _opposed(coded: Coded, one: Span, other: Span, speaker: str | None) -> bool:
    """Words of no statement are set against one where both give figures, or where they tell a charge, a refusal or a denial by somebody else."""
    counts = [any(span.covers(n.span) for n in coded.figures if n.unit != TEXT) for span in (one, other)]
    if all(counts):
        return True
    blames = ontology.load().blames
    return any(
        (e.type in blames or e.status == "denied") and any(one.overlaps(x.span) for x in e.evidence) and all(p.entity != speaker for p in e.actors)
        for e in coded.events
    )


def _short(text: str, most: int = 120) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rpartition(" ")[0] + " …"


def _inner(coded: Coded, span: Span, but: str | None = None) -> Statement | None:
    """The innermost statement over a stretch, of another speaker than ``but``."""
    over = [s for s in coded.statements if s.span.overlaps(span) and (but is None or s.speaker != but)]
    return min(over, key=lambda s: (len(s.span), s.id), default=None)


# ------------------------------------------------------------------ figures


def _figures(coded: Coded, report: int) -> list[_Figure]:
    out = []
    text = coded.report.text
    shared: dict[Span, tuple[tuple[Days, ...], bool]] = {}  # what holds for all figures of a sentence
    for n in coded.figures:
        low, high = _range(n)
        k = next((k for k, s in enumerate(coded.sentences) if s.overlaps(n.span)), -1)
        sentence = coded.sentences[k] if k >= 0 else n.span
        start, stop = max(sentence.start, n.span.start - REACH), min(sentence.stop, n.span.stop + REACH)
        place = Place(report, n.span, "", _inner(coded, n.span), n)
        around = _words(text[sentence.start : n.span.start]) | _words(text[n.span.stop : sentence.stop])
        beside = _words(text[start : n.span.start]) | _words(text[n.span.stop : stop])
        if sentence not in shared:
            shared[sentence] = _days_in(coded, sentence), sum(t.kind == "number" for t in tokenize(sentence.of(text))) > LISTED
        out.append(_Figure(place, n, low, high, around, beside, k, _counted(text, n.span, sentence.stop), *shared[sentence]))
    return out


def _days_in(coded: Coded, sentence: Span) -> tuple[Days, ...]:
    return tuple(d for w in coded.days if w.span is not None and sentence.covers(w.span) and (d := of(w)) is not None)


def _counted(text: str, figure: Span, stop: int) -> tuple[str, ...]:
    after = text[figure.stop : min(stop, figure.stop + REACH)]
    inside, behind = ([t.fold for t in tokenize(part) if t.kind == "word"] for part in (figure.of(text), after))
    return (*inside[-1:], *behind[:1])


@lru_cache(maxsize=8192)
def _words(text: str) -> frozenset[str]:
    return frozenset(t.fold for t in tokenize(text) if t.kind == "word" and len(t.fold) > 3)


def _range(n: Number) -> tuple[float, float]:
    least, most = (n.value, n.value) if n.value is not None else (n.min, n.max)
    low, high = HOURS.get(n.unit or "", (1, 1)) if n.kind in STRETCHES else (1, 1)
    return (float("-inf") if least is None else least * low, float("inf") if most is None else most * high)


def _brief(n: Number) -> bool:
    """Does it tell how many hours or minutes something lasts?"""
    return n.kind == "duration" and 0 < _range(n)[1] < DAY


def _one_kind(x: Number, y: Number) -> bool:
    if x.kind != y.kind:
        return False
    if x.kind == "count":
        return bool(akin(frozenset((x.unit or "",)), frozenset((y.unit or "",))))
    return x.kind == "duration" or x.unit == y.unit


def _meet(x: _Figure, y: _Figure) -> bool:
    """May the two be one figure? Large sums are rounded."""
    sums = x.exact and y.exact and x.number.kind not in ontology.load().tolls and x.number.unit != TEXT
    if sums and one_sum(x.low, y.low):
        return True
    if x.rough and y.rough:
        one, other = sorted((x.low + x.high, y.low + y.high))
        return other < one * ROUGH
    return x.low <= y.high and y.low <= x.high


def one_sum(x: float, y: float) -> bool:
    """Is one of two large figures the other, rounded or cut ("3.3 million", 3,324,641)? Two of its digits are kept at least."""
    if abs(x - y) <= ROUNDED * max(x, y) >= 1:
        return True
    if min(x, y) < LARGE or x != int(x) or y != int(y):
        return False
    kept = [max(2, len(str(int(n)).rstrip("0"))) for n in (x, y)]
    return any(abs(x - y) <= 10 ** (len(str(int(n))) - digits) / 2 for n, digits in zip((x, y), kept, strict=True))


def _apart(x: _Figure, y: _Figure, mine: Sequence[_Figure], theirs: Sequence[_Figure]) -> tuple[str | None, float]:
    """The verdict on two figures of two reports, and how alike the words around them are; None where they may be one, or count two things.

    "More than a year" and "a year and a half" may be one, and still are not the same to say: nearly the same words must stand around them,
    and of the dead, who are counted on, there must be twice as many.
    """
    loose = _meet(x, y) and _exceeds(x, y, RISEN if x.number.kind in ontology.load().tolls else ROUGH)
    if not _one_kind(x.number, y.number) or (_meet(x, y) and not loose) or _afar(x, y) or min(len(x.around), len(y.around)) < FEW:
        return None, 0.0
    if x.days and y.days and all(gap(a, b) for a in x.days for b in y.days):
        return None, 0.0  # "three raids on Friday", "four raids on Thursday"
    if (x.many or y.many) and not _struck(x.number):
        return None, 0.0
    struck = _struck(x.number) or x.number.kind == "ordinal"
    near = akin(x.around, y.around)
    head = x.number.kind == y.number.kind and _alone(x, mine) and _alone(y, theirs) and x.exact and y.exact
    least = SOME if head and max(x.low, y.low) <= NEAR_TOLL * min(x.low, y.low) else _least(x, y)
    hours = _brief(x.number) and _brief(y.number)
    if not (struck or head or hours) and x.number.kind in _LASTING and akin(x.beside, y.beside) < NEXT_TO:
        return None, 0.0  # "for the first time in twelve years", "for ten years"
    if near < (CERTAIN if loose else least) or (x.number.unit == TEXT and not _slip(x.low, y.low)):
        return None, 0.0
    # A report that gives the other's figure too counts parts of a whole, or tells both; "dozens" is nobody's figure.
    if any(z.closed and z is not x and _one_kind(z.number, y.number) and _meet(z, y) for z in mine):
        return None, 0.0
    if any(z.closed and z is not y and _one_kind(z.number, x.number) and _meet(z, x) for z in theirs):
        return None, 0.0
    sure = x.exact and y.exact and x.number.kind != "ordinal" and near >= CERTAIN and akin(x.beside, y.beside) >= BESIDE
    sure = sure and max(x.low, y.low) <= TIMES * min(x.low, y.low)
    return ("contradicted" if sure else "differs"), near


def _alone(x: _Figure, found: Sequence[_Figure]) -> bool:
    """Is it the only figure of its unit in its report, near the head and of many: who came, who voted, who was hurt or let go?

    People may be counted twice, in the headline and in the text, and vaguely beside that ("dozens").
    """
    same = [f for f in found if _one_kind(x.number, f.number)]
    people = x.number.kind in (*ontology.load().tolls, *_MOVED)
    alone = all(not f.closed or f.low == x.low for f in same) if people else x.number.kind == COUNT and len(same) == 1
    return alone and x.sentence < HEAD and x.low >= SEVERAL


def _slip(x: float, y: float) -> bool:
    """Are two figures by which texts go one but for a digit, or for two that changed places ("resolution 2654, 2554")? Others are two texts."""
    one, other = str(int(x)), str(int(y))
    apart = [n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    turned = len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
    return len(one) == len(other) and abs(x - y) > 1 and (len(apart) == 1 or turned)  # two that follow each other are two texts of one day


def _afar(x: _Figure, y: _Figure) -> bool:
    """Are two figures so far from each other that they count two things?"""
    small, large = sorted(f.low if f.low > 0 else f.high for f in (x, y))
    return x.number.kind not in ontology.load().tolls and small * AFAR < large


def _least(x: _Figure, y: _Figure) -> float:
    """How alike the words around two figures of one kind must be to count one thing."""
    if x.number.kind in ontology.load().weapons:
        return LOOSE
    if x.number.kind == "ordinal":
        return SERIES
    return BRIEF if x.number.kind == "duration" and max(x.high, y.high) < DAY else ALIKE


def _exceeds(x: _Figure, y: _Figure, times: float = ROUGH) -> bool:
    """Is the one far more than the other is said to be at least?"""
    return any(a.number.max is None and a.number.value is None and b.low > a.low * times for a, b in ((x, y), (y, x)))


def _struck(n: Number) -> bool:
    """Does it count what an attack did, or what it was made with?"""
    return n.kind in ontology.load().tolls or n.kind in ontology.load().weapons


def _set_against(x: _Figure, y: _Figure) -> bool:
    """Can a word of contrast set two figures against each other? Of prizes and prices each half of a sentence counts its own, but for two voices."""
    a, b = (f.place.statement for f in (x, y))
    return _struck(y.number) or (a != b and (a is None or b is None or a.speaker != b.speaker))


def _opposes(x: _Figure, y: _Figure) -> bool:
    """Two exact counts of one attack that the report itself opposes ("nine dead according to the army and nineteen according to a channel")."""
    return y.number.against and x.exact and y.exact and _struck(y.number)


def _within(coded: Coded, found: Sequence[_Figure]) -> list[tuple[_Figure, _Figure]]:
    """Figures of one kind in neighbouring sentences of one report that it sets against each other, or that count one group; and those that two
    voices give in one sentence."""
    country = {e.id: e.country for e in coded.entities}
    many = Counter((x.number.kind, x.number.unit) for x in found)
    out = []
    for n, x in enumerate(found):
        for y in found[n + 1 :]:
            if y.sentence - x.sentence > 1:
                break
            a, b = x.place.statement, y.place.statement
            if not _one_kind(x.number, y.number) or (_meet(x, y) and not (y.number.against and _exceeds(x, y))) or _afar(x, y):
                continue
            ages = x.number.unit == y.number.unit == "year"
            if y.number.against and not ages and _set_against(x, y) and not any(_one_kind(z.number, y.number) for z in found[n + 1 : found.index(y)]):
                out.append((x, y))
                break
            if many[x.number.kind, x.number.unit] > LISTED or ages:
                continue  # a table in words: each line counts something of its own; of two people each has an age
            tolls = x.number.kind in ontology.load().tolls and x.exact and y.exact
            twice = sum(f.counted == x.counted and _one_kind(f.number, x.number) for f in found) == PAIR  # three are counts of three attacks
            if tolls and x.sentence != y.sentence and x.counted == y.counted and len(x.counted) > 1 and twice:
                out.append((x, y))  # "six women and a child", then "five women and a child"
                break
            if x.sentence != y.sentence or a is None or b is None or a.speaker == b.speaker:
                continue  # of two voices in two sentences each tells of its own: 11 of 11 on 2,676 articles
            mine, theirs = (country.get(s.speaker or "") for s in (a, b))
            nameless = any(unnamed(s.speaker or "") and not c for s, c in ((a, mine), (b, theirs)))  # "an official in the province" may be of either
            if not nameless and (mine is None or mine != theirs):
                out.append((x, y))
                break
    return out
