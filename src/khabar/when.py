"""Dates in running text, as precise as the text says them: absolute, Hijri, weekdays, relative words, ranges.

The grammar stands here, every word of it in ``lang/XX/words/when.tsv`` (``docs/when.md`` says what each kind of word
does). "Now" is always handed in: without a publication date a relative expression has no value and is left out, and a
month without a year stays ``XXXX-06``. Three conventions, which are choices and not knowledge:

- a date without a year is the last one not later than ``AHEAD`` after publication, unless a word says past or coming;
- "beginning, middle, end of" are ranges: of a year months 1-3, 5-8, 10-12; of a month days 1-10, 11-20, 21-last;
- a winter with one year ("winter 2019") is that year: it may be the one before or the one after.
"""

from __future__ import annotations

import calendar as almanac
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources.abc import Traversable
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hijridate import Gregorian, Hijri

from khabar.errors import PackError
from khabar.model import Issue, Span, When
from khabar.tables import forms, read_tsv
from khabar.text import Token, fold, tokenize

AHEAD = timedelta(60)
"""How far after publication a date without a year may lie. News tells of the past; meetings are announced weeks ahead."""
COMING = timedelta(240)
"""The same where a future word stands shortly before. Both chosen by reading the dates of 1,000 Saudi reports of 2015."""
LOOK_BACK = 10
"""Tokens within which a future word still speaks of this date. Chosen on the same reports."""
WHOLE_DAY = len("2020-07-13")
"""Characters of a date that is a single day."""
_NOBODYS = date(9000, 1, 6)
"""A Monday of a year in which no news is told: see ``counted_from``."""
_STOOD_IN = ("8", "9")  # how years begin that are counted from it

# ------------------------------------------------------------------ the words

_DAY, _WEEK, _MONTH, _YEAR = 1, 7, 30, 365  # names of units; the first two are also their length in days
_UNFINISHED = frozenset(("anaphor", "shift", "that"))  # words that make "the month" another than that of the report


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _ints(first: int, last: int, step: int = 1) -> dict[str, int]:
    return {str(n): n for n in range(first, last + 1, step)}


# What may stand in the column ``value`` for each kind of word, and the number that the grammar works with.
_KINDS: dict[str, dict[str, int]] = {
    "month month-unsure hijri-month hijri-month-unsure": _ints(1, 12),
    "weekday week-start": _ints(1, 7),
    "day day-unsure": _ints(-3, 3),
    "ordinal cardinal the-cardinal": _ints(1, 31),
    "unit units unit-dual the-unit the-units the-units-dual": {"day": _DAY, "week": _WEEK, "month": _MONTH, "year": _YEAR},
    "shift": _ints(-2, 2),
    "anaphor": {"": 0, "1": 1, "-1": -1},
    "part": {"start": 0, "mid": 1, "end": 2},
    "share": _ints(2, 4),
    "season the-season": _ints(3, 12, 3),
    "decade": _ints(1900, 2090, 10),
    "era": {"gregorian": 0, "hijri": 1, "before": -1},
    "name-head": {"": 0} | {f"{m:02}-{d:02}": m * 100 + d for m in range(1, 13) for d in range(1, 32)},
    "conj": {"": 0, "and": 1},
    "today day-part day-head days-head month-head months-head year-head years-head year-adj year-adj-number": {"": 0},
    "this that each of-it last decade-head century not-decade lead since ago ahead now about half of between to": {"": 0},
    "counts-from same future past name outlet-head not-today not-today-before general counted article": {"": 0},
}
_VALUES = {kind: values for kinds, values in _KINDS.items() for kind in kinds.split()}
# Nothing is glued on before these: "to" and the letter of an era would make "not".
_BARE = _names("era conj half now counted anaphor not-decade past future")
# Only "and" is glued on before these: "in" and the month Ab would make "door", "to" and yesterday "touched".
_NO_PREP = _names("article month-unsure today day lead since ago ahead of between to this that each same about not-today-before")
_GLUED = "+and"  # marks a word that carries its own "and"

Kinds = Mapping[str, int]
Words = Mapping[str, Sequence[tuple[tuple[str, ...], Kinds]]]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The date words of one language, compiled to folded tokens with what may be glued on before them.

    words: first token -> (tokens that must follow, kinds of word with their numbers), longest first. unsure: how the month
    names that are also other words are written: folded, August is the town of Ibb. week_start: the first day of the week,
    1 Monday … 7 Sunday. article: the glued-on article, '' where there is none.
    """

    words: Words
    unsure: tuple[str, ...]
    week_start: int
    article: str

    @classmethod
    def load(cls, path: Traversable) -> Calendar:
        """Read ``lang/XX/words/when.tsv``; a kind or value that is not known stops with file, line and cure."""
        rows: list[tuple[tuple[str, ...], str, int]] = []
        conjs, preps, article, week_start = [("", False)], [("", "")], "", 1
        unsure: list[str] = []
        for line, row in read_tsv(path, ("form", "kind", "value"), ("note",)):
            kind, value = row["kind"], row["value"]
            cell = [tuple(t.fold for t in tokenize(f)) for f in forms(row["form"])]
            if not cell or not all(cell):
                raise PackError(path.name, line, "no form", "Write the word in the first column")
            if kind == "prep":
                preps.append((cell[0][0], fold(value)))
                continue
            if kind not in _VALUES:
                raise PackError(path.name, line, f"kind unknown: {kind!r}", f"Allowed: {sorted([*_VALUES, 'prep'])}")
            if value not in _VALUES[kind]:
                raise PackError(path.name, line, f"value {value!r} is not one of {kind}", f"Allowed: {list(_VALUES[kind])[:40]}")
            number = _VALUES[kind][value]
            if kind == "week-start":
                week_start = number
                continue
            if kind == "conj":
                conjs.append((cell[0][0], number == 1))
            elif kind == "article":
                article = cell[0][0]
            elif kind == "month-unsure":
                unsure += forms(row["form"])
            rows += [(form, kind, number) for form in cell]
        table: dict[tuple[str, ...], dict[str, int]] = {}
        for form, kind, number in rows:
            for first, glued in _spellings(form[0], kind, conjs, preps, article):
                entry = table.setdefault((first, *form[1:]), {})
                entry[kind] = number
                if glued:
                    entry[_GLUED] = 1
        words: dict[str, list[tuple[tuple[str, ...], Kinds]]] = {}
        for key in sorted(table, key=len, reverse=True):
            words.setdefault(key[0], []).append((key[1:], table[key]))
        return cls(words, tuple(unsure), week_start, article)


def _spellings(
    word: str, kind: str, conjs: Sequence[tuple[str, bool]], preps: Sequence[tuple[str, str]], article: str
) -> Iterator[tuple[str, bool]]:
    """The word with everything that may be glued on before it, and whether that holds an "and"."""
    for conj, glued in conjs[:1] if kind in _BARE else conjs:
        for prep, with_article in preps[:1] if kind in _BARE or kind in _NO_PREP else preps:
            yield conj + prep + word, glued
            if with_article and article and word.startswith(article):
                yield conj + with_article + word[len(article) :], glued


# ------------------------------------------------------------------ the search


def find(text: str, tokens: Sequence[Token], calendar: Calendar, published: date | None) -> tuple[list[When], list[Issue]]:
    """All dates of the text, in order, not overlapping, and what is odd about them.

    tokens: those of ``text.tokenize``. published: the day that relative words count from; None, or a day outside
    1900-2100, when it is not known. Each When has the span of its tokens in code points of ``text``, with what is glued
    on ("and yesterday") and without the preposition in front ("since"); ``end`` is the last day, month or year of a
    range and has the precision of ``value``. basis: ``text`` (said in full, or as incomplete as it stands), ``weekday``,
    ``relative`` (needs the publication date). A date never runs over a line break.
    Issues: ``dateline-weekday-mismatch`` ("today, Monday" published on a Tuesday; read as the Monday that fits best),
    ``weekday-date-mismatch`` (a weekday beside another day's date; the date counts).
    """
    known = published is not None and 1900 <= published.year <= 2100
    now = _Now(published, calendar.week_start, known) if published and (known or published.year == _NOBODYS.year) else None
    found: list[When] = []
    issues: list[Issue] = []
    for first, last in _lines(text, tokens):
        line = _Line(text, tokens[first:last], calendar, now)
        found += line.read(found[-1] if found else None)
        issues += line.issues
    return found, issues


def counted_from(text: str, tokens: Sequence[Token], calendar: Calendar, lead: int) -> date | None:
    """The day to hand to ``find`` where nobody says when a report came out; lead: its tokens before this one tell the news.

    A full date that stands with a day word in the lead tells it ("فجر الخميس 18 أغسطس 2022"). Where the lead has no full date, a day of a
    year far off stands in, of the weekday that the report itself calls today: so its days can be set against each other ("today", "on
    Saturday", "last month"), though none of them is known (``stands_in``). None where a full date in the lead, alone, may or may not be the day.
    """
    within: dict[int, When] = {}  # the tokens of the lead that belong to a date
    for told in find(text, tokens, calendar, None)[0]:
        if told.span is not None:
            first, stop = (bisect_left(tokens, place, key=_place) for place in (told.span.start, told.span.stop))
            within |= dict.fromkeys(range(first, min(stop, lead)), told)
    full, bare = False, False
    for i in range(min(lead, len(tokens))):
        kinds, d = _kinds_alone(tokens[i], calendar), within.get(i)
        whole = d is not None and d.end is None and len(d.value) == WHOLE_DAY and not d.value.startswith("XXXX")
        if not kinds.keys().isdisjoint(("today", "weekday", "day")):
            if d is not None and whole:
                return date.fromisoformat(d.value) - timedelta(kinds.get("day", 0))
            bare = True
        full = full or (whole and within.get(i - 1) is not d and not (i and "since" in _kinds_alone(tokens[i - 1], calendar)))
    return None if full and not bare else _NOBODYS + timedelta((_weekday_of_news(text, tokens, calendar) or 1) - 1)


def stands_in(value: str) -> bool:
    """Is a day, month or year counted from a day that only stands in for an unknown one? Then it can be compared, and says nothing."""
    return value.startswith(_STOOD_IN)


def _kinds_alone(token: Token, calendar: Calendar) -> Kinds:
    """What a word means where it stands alone."""
    return next((kinds for rest, kinds in calendar.words.get(token.fold, ()) if not rest), {})


def _weekday_of_news(text: str, tokens: Sequence[Token], calendar: Calendar) -> int | None:
    """The weekday that the report calls today, or that lies a day after the one that it calls yesterday; else the first that it names."""
    named = None
    for first, last in _lines(text, tokens):
        line = _Line(text, tokens[first:last], calendar, None)
        for i in line.places:
            kinds = line.kinds[i]
            if "weekday" in kinds and not line.has(i + 1, "shift"):
                named = named or kinds["weekday"]
            if kinds.keys().isdisjoint(("today", "day")):
                continue
            k, _ = line.lean(line.after[i])
            if line.fresh(k, "weekday"):
                return (line.kinds[k]["weekday"] - kinds.get("day", 0) - 1) % 7 + 1
    return named


def _lines(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for newline in re.finditer(r"[\n\r\u2028\u2029]", text):
        last = bisect_left(tokens, newline.start(), first, key=_place)
        if last > first:
            yield first, last
        first = last
    if first < len(tokens):
        yield first, len(tokens)


def _place(token: Token) -> int:
    return token.start


# ------------------------------------------------------------------ the day of publication, and what counts from it


@dataclass(frozen=True, slots=True)
class _Now:
    """The arithmetic of "last Monday", "next week", "three months ago". shift: -2 the last but one … 0 this … 2."""

    day: date
    week_start: int
    known: bool = True  # False: it stands in for the day of publication, and tells no year

    def week(self, shift: int) -> date:
        """The first day of the week."""
        return self.day - timedelta((self.day.isoweekday() - self.week_start) % 7 - 7 * shift)

    def weekday(self, weekday: int, shift: int | None, week: int | None, coming: bool) -> date:
        """shift: said of the weekday, week: said of its week ("Sunday of next week"). Bare: the last one, or today."""
        if week is not None or shift == 0:
            return self.week(week or 0) + timedelta((weekday - self.week_start) % 7)
        since = (self.day.isoweekday() - weekday) % 7
        if shift is None:
            return self.day + timedelta(-since % 7 if coming else -since)
        if shift > 0:
            return self.day + timedelta((-since - 1) % 7 + 1 + 7 * (shift - 1))
        return self.day - timedelta((since or 7) - 7 * (shift + 1))

    def unit(self, unit: int, shift: int) -> tuple[str, str | None]:
        """This, last or next week, month or year: value and end."""
        if unit >= _MONTH:
            return self.ago(unit, -shift), None
        first = self.week(shift)
        return first.isoformat(), (first + timedelta(6)).isoformat()

    def ago(self, unit: int, count: int) -> str:
        """The day, month or year so many units back (negative: ahead), as precise as the unit; of weeks, the day."""
        if unit == _YEAR:
            return f"{self.day.year - count:04}"
        if unit == _MONTH:
            year, month = _months_on(self.day, -count)
            return f"{year:04}-{month:02}"
        return (self.day - timedelta(unit * count)).isoformat()

    def season(self, month: int, shift: int) -> tuple[str, str]:
        """The last season that is over, the next that begins, or the one of these days: first and last month."""
        now = f"{self.day.year:04}-{self.day.month:02}"
        seasons = [
            (f"{y:04}-{month:02}", f"{y:04}-{month + 2:02}" if month < 12 else f"{y + 1:04}-02")
            for y in range(self.day.year - 4, self.day.year + 5)
        ]
        if shift < 0:
            return [s for s in seasons if s[1] < now][shift]
        return [s for s in seasons if (s[0] > now if shift else s[1] >= now)][max(shift - 1, 0)]

    def year(self, point: _Point, coming: bool, weekday: int | None) -> int | None:
        """The year of a date that names none (Hijri for a Hijri month): the conventions at the head of this file."""
        year, month, shift = self.day.year, self.day.month, point.shift
        if point.hijri:
            try:
                today = Gregorian.fromdate(self.day).to_hijri()
            except OverflowError:
                return None
            year, month = today.year, today.month
        here = self.day if point.day else _start(year, month, 1, point.hijri) or self.day
        years = range(year - 8, year + 9)
        starts = {y: start for y in years if (start := _start(y, point.month or 1, point.day or 1, point.hijri))}
        if shift == 0 and year in starts:
            return year
        if shift and shift < 0:
            past = [y for y, start in starts.items() if start < here]
            return past[shift] if len(past) >= -shift else None
        ahead = [y for y, start in starts.items() if start > here or (start == here and not shift)]
        if shift and shift > 0:
            return ahead[shift - 1] if len(ahead) >= shift else None
        if coming and not point.past and ahead and starts[ahead[0]] - here < COMING:
            return ahead[0]
        latest = self.day if point.past else self.day + AHEAD
        best = max((y for y, start in starts.items() if start <= latest), default=None)
        if best and weekday and starts[best].isoweekday() != weekday:
            following = starts.get(best + 1)  # "Tuesday 3 November", said in July: the weekday tells the coming one from the last
            return best + 1 if following and following.isoweekday() == weekday else best
        return best


@dataclass(slots=True)
class _Point:
    """A date as it is put: what is None was not said. The shifts are relative words: -1 last, 0 this, 1 next."""

    stop: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool = False
    shift: int | None = None  # "June last"
    month_shift: int | None = None  # "the 15th of last month"
    year_shift: int | None = None  # "June of last year"
    borrowed: bool = False  # the year is that of another date ("of the same year"): never guessed
    past: bool = False  # "since September"
    custom: bool = False  # "on 13 July of every year": no date

    @property
    def undated(self) -> bool:
        """Nothing says which year, not even a relative word."""
        return self.year is None and self.shift is None and self.year_shift is None and self.month_shift is None


@dataclass(slots=True)
class _Hit:
    """A reading of tokens up to ``stop``. value None: this is no date, and its words shall not be read as another."""

    stop: int
    value: str | None = None
    end: str | None = None
    basis: str = "text"
    hijri: bool = False


def _resolve(p: _Point, now: _Now | None, coming: bool, weekday: int | None = None) -> _Hit | None:
    """What a point comes to; None when it cannot be said. Writes the year that it settles on into the point."""
    basis = "relative"
    now = now if now is not None and now.known else None
    if p.month_shift is not None:
        if now is None:
            return None
        p.year, p.month = _months_on(now.day, p.month_shift)
    elif p.year_shift is not None and now:
        year = now.year(_Point(0, month=1, hijri=True, shift=0), False, None) if p.hijri else now.day.year
        p.year = year + p.year_shift if year else None
    elif p.year is None and not p.borrowed and now and p.month:
        p.year = now.year(p, coming, weekday)
    else:
        basis = "text"
    if p.hijri:
        return _resolve_hijri(p, basis)
    if p.month is None:
        return _Hit(p.stop, f"{p.year:04}", None, basis) if p.year else None
    if _start(p.year or 2000, p.month, p.day or 1, False) is None:
        return None
    value = f"{p.year:04}-{p.month:02}" if p.year else f"XXXX-{p.month:02}"
    return _Hit(p.stop, f"{value}-{p.day:02}" if p.day else value, None, basis)


def _resolve_hijri(p: _Point, basis: str) -> _Hit | None:
    """A Hijri day is a day; a month or year is the range of its days. Without a year it has no value at all."""
    if p.year is None:
        return None
    month, day, years = p.month or 1, p.day or 1, [p.year]
    if p.year > 1500:  # "Ramadan 2015"
        near = p.year - 579
        years = [y for y in (near - 1, near, near + 1) if (s := _start(y, month, day, True)) and s.year == p.year]
    start = _start(years[0], month, day, True) if years else None
    if start is None or p.day:
        return _Hit(p.stop, start.isoformat(), None, basis, True) if start else None
    later = _start(years[0], month + 1, 1, True) if p.month and month < 12 else _start(years[0] + 1, 1, 1, True)
    return _Hit(p.stop, start.isoformat(), (later - timedelta(1)).isoformat(), basis, True) if later else None


def _start(year: int, month: int, day: int, hijri: bool) -> date | None:
    """The day, None when there is none such (31 June, a Hijri year outside the tables of Umm al-Qura, 1343-1500)."""
    try:
        return Hijri(year, month, day).to_gregorian() if hijri else date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _months_on(day: date, months: int) -> tuple[int, int]:
    """(year, month) so many months on."""
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def _length(month: str) -> int:
    """Days of YYYY-MM; of an unknown year's February, 28."""
    return almanac.monthrange(int(month[:4].replace("XXXX", "2001")), int(month[5:]))[1]


def _consecutive(first: str, second: str) -> bool:
    """Is the second the day, month or year right after the first, both of one precision?"""
    if len(first) != len(second):
        return False
    if len(first) == 4 or first.startswith("XXXX"):
        return first[:-2] == second[:-2] and int(second[-2:]) == int(first[-2:]) + 1
    if len(first) == 7:
        return _months_on(date.fromisoformat(first + "-01"), 1) == (int(second[:4]), int(second[5:]))
    return date.fromisoformat(second) - date.fromisoformat(first) == timedelta(1)


# ------------------------------------------------------------------ the grammar

_STARTERS = _names("month month-unsure hijri-month hijri-month-unsure month-head year-head ordinal cardinal article")
_HEADS = _names("years-head months-head days-head")
_DAYS = _names("day-part day-head days-head today day day-unsure weekday")
_FIRST = _STARTERS | _HEADS | _DAYS | _names(
    "part share decade season the-season the-unit the-units the-units-dual the-cardinal this ago ahead"
)  # what the first word of a date may be
_NAMED = _names("month month-unsure hijri-month weekday day today ordinal")
_SLASHES = frozenset("/\\")
_DASHES = frozenset("-\u2012\u2013\u2014\u2212")
_COMMAS = frozenset(",\u060c")
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_BRACKETS = _OPEN | _CLOSE | frozenset('"\u00ab\u00bb\u201c\u201d\u2039\u203a')
_STOPS = frozenset(".!?:;\u061b\u061f")
_PERCENT = frozenset("%\u066a")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PAD = 8  # empty places behind the last token, so that looking a little past it, or before the first, finds nothing


class _Line:
    """The grammar over the tokens of one line. A method that reads something at i says where it stops."""

    def __init__(self, text: str, tokens: Sequence[Token], calendar: Calendar, now: _Now | None) -> None:
        self.text, self.tokens, self.now = text, tokens, now
        self.article, self.unsure = calendar.article, calendar.unsure
        self.issues: list[Issue] = []
        self.barred = -1  # where the last name that holds a date stopped: "the 25 January and 30 June revolutions"
        self.year_stop = -1  # where the last bare year stopped: "in 2011 and 2012"
        self.folds = [token.fold for token in tokens] + [""] * _PAD
        self.kinds: list[Kinds] = [{}] * (len(tokens) + _PAD)
        self.after = list(range(1, len(tokens) + _PAD + 1))  # where the word that begins here stops
        words = calendar.words
        self.places = [i for i, word in enumerate(self.folds) if word in words or word == "." or word[:1].isdigit()]  # few of them
        for i in self.places:
            for rest, meaning in words.get(self.folds[i], ()):
                if not rest or tuple(self.folds[i + 1 : i + 1 + len(rest)]) == rest:
                    self.kinds[i], self.after[i] = meaning, i + 1 + len(rest)
                    break

    def read(self, told: When | None) -> list[When]:
        """The dates of the line; told: the last one of the lines before."""
        hits: list[tuple[int, _Hit]] = []
        last = self.told_again(told) if told is not None else None
        month = self.month_of(told) if told is not None else None
        tokens, stop = self.tokens, 0
        for i in self.places:
            if i < stop:
                continue  # inside of the last date
            hit, kinds = None, self.kinds[i]
            if not kinds and tokens[i].kind != "number":
                if not hits and tokens[i].form == ".":
                    last = month = None  # a sentence without a date, told of the news, stands between: "the same day" is that of the news
                continue
            if "name" in kinds and not self.weekday_after_name(i):
                hit = _Hit(self.after[i])
            elif not _FIRST.isdisjoint(kinds) or tokens[i].kind == "number":
                hit = (self.again(i, last) if last else None) or (self.in_that_month(i, month) if month else None) or self.any_date(i)
            if hit is None:
                continue
            if hit.value is None:
                self.barred = hit.stop
            elif hits and (both := self.same_day(hits[-1][1], i, hit)):
                hit = both
                hits[-1] = (hits[-1][0], both)
            else:
                hits.append((i, hit))
                last = self.told_again(hit) or last
                month = self.month_of(hit) or month
            stop = hit.stop
        return [When(str(hit.value), hit.end, hit.basis, self.span(first, hit.stop)) for first, hit in hits]

    def weekday_after_name(self, i: int) -> bool:
        """ "Russia, today, Tuesday" is not the channel Russia Today."""
        stop = self.after[i]
        return "today" in self.kinds[stop - 1] and "weekday" in self.kinds[stop]

    def told_again(self, one: When | _Hit) -> str | None:
        """The date where it may be taken up again: no range, and not still to come."""
        value = one.value or ""
        ahead = self.now is not None and value > self.now.day.isoformat()[: len(value)]
        return value if len(value) >= 7 and one.end is None and not ahead else None

    @staticmethod
    def month_of(one: When | _Hit) -> str | None:
        """The month in which it ends, YYYY-MM, also where that is still to come."""
        value = one.end or one.value or ""
        return value[:7] if len(value) >= 7 and not value.startswith("XXXX") else None

    def again(self, i: int, last: str) -> _Hit | None:
        """ "on the following day", "on the same day": counted from the day told before, YYYY-MM-DD."""
        j = self.after[i]
        if "today" not in self.kinds[i] or not self.has(j, "anaphor") or len(last) != 10 or last.startswith("XXXX"):
            return None
        return _Hit(self.after[j], (date.fromisoformat(last) + timedelta(self.kinds[j]["anaphor"])).isoformat(), None, "relative")

    def in_that_month(self, i: int, month: str) -> _Hit | None:
        """ "the 7th of it", "the 11th of the same month", "on 12 of the same month": a day of the month of the date told before, YYYY-MM."""
        j, day = self.after[i], self.kinds[i].get("ordinal", self.figure(i))
        if day is None:
            return None
        of = self.of(j)
        same = of > j and self.kinds[of].get("the-unit") == _MONTH and self.kinds[self.after[of]].get("anaphor") == 0
        stop = self.after[self.after[of]] if same else self.after[j] if self.has(j, "of-it") else None
        if stop is None or _start(int(month[:4]), int(month[5:7]), day, False) is None:
            return None
        return _Hit(stop, f"{month}-{day:02}", None, "relative")

    def any_date(self, i: int) -> _Hit | None:
        return self.day(i) or self.absolute(i) or self.part(i) or self.share(i) or self.decade(i) or self.unit(i) or self.ago(i)

    # -- looking at tokens

    def has(self, i: int, kind: str) -> bool:
        return kind in self.kinds[i]

    def mark(self, i: int, marks: frozenset[str]) -> bool:
        return self.folds[i] in marks

    def span(self, first: int, stop: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[stop - 1].stop)

    def figure(self, i: int) -> int | None:
        """The whole number at i, of at most four digits."""
        word = self.folds[i]
        return int(word) if len(word) <= 4 and word.isdecimal() else None

    def definite(self, i: int) -> bool:
        return bool(self.article) and self.folds[i].startswith(self.article)

    def of(self, i: int) -> int:
        return i + 1 if "of" in self.kinds[i] and _GLUED not in self.kinds[i] else i

    def fresh(self, i: int, kind: str) -> bool:
        """A word of the kind that does not begin with "and"."""
        return kind in self.kinds[i] and _GLUED not in self.kinds[i]

    def coming(self, i: int) -> bool:
        """Does a future word shortly before, in the same sentence, say that a coming date is meant? "Was" undoes it."""
        coming = False
        for j in range(i - 1, max(-1, i - 1 - LOOK_BACK), -1):
            if self.mark(j, _STOPS):
                break
            if "past" in self.kinds[j]:
                return False
            coming = coming or "future" in self.kinds[j]
        return coming

    def in_name(self, i: int, point: _Point | None = None) -> bool:
        """Is the date that begins at i part of a name ("the 14 March forces", "the Sunday market")?"""
        if self.barred == (i if _GLUED in self.kinds[i] else i - 1) and (_GLUED in self.kinds[i] or self.has(i - 1, "conj")):
            return True
        j = i - 2 if self.has(i - 1, "day-head") or self.has(i - 1, "article") else i - 1
        only = self.kinds[j].get("name-head")
        return only == 0 or (only is not None and point is not None and only == (point.month or 0) * 100 + (point.day or 0))

    # -- one absolute date

    def day_number(self, i: int) -> tuple[int, int] | None:
        """(day of the month, stop): figures, ordinal or cardinal words, with or without a glued article."""
        j = i + self.has(i, "article")
        figure = self.figure(j)
        if figure is not None:
            return (figure, j + 1) if 1 <= figure <= 31 and len(self.folds[j]) <= 2 else None
        day = self.kinds[i].get("ordinal") or self.kinds[i].get("cardinal")
        return (day, self.after[i]) if day else None

    def month(self, i: int) -> tuple[int, bool, int] | None:
        """(month, surely a month, stop), of a single name or a double one: Tammuz/July, June (Haziran)."""
        month = self.kinds[i].get("month", self.kinds[i].get("month-unsure"))
        if month is None:
            return None
        sure, stop = "month" in self.kinds[i], self.after[i]
        while True:
            j = stop + self.mark(stop, _SLASHES | _DASHES | _OPEN)
            again = self.kinds[j]
            if again.get("month", again.get("month-unsure")) != month or _GLUED in again:
                return month, sure, stop
            stop, sure = self.after[j] + (self.mark(stop, _OPEN) and self.mark(self.after[j], _CLOSE)), True

    def year(self, i: int, low: int = 1900, high: int = 2100) -> tuple[int, bool, int] | None:
        """(year, Hijri, stop), of four digits between low and high; an era sign sets bounds of its own."""
        year, after = self.figure(i), self.kinds[i + 1]
        if year is None or len(self.folds[i]) != 4:
            return None
        if "era" in after:
            low, high = ((1000, 2200), (1300, 1500), (0, 0))[after["era"]]
            return (year, after["era"] == 1, self.after[i + 1]) if low <= year <= high else None
        counted = _GLUED not in after and not after.keys().isdisjoint(("counted", "unit", "units"))
        return None if counted or self.mark(i + 1, _PERCENT) or not low <= year <= high else (year, False, i + 1)

    def headed_year(self, i: int) -> tuple[int, bool, int] | None:
        """The number after "the year"; without an era sign it is Hijri when that makes it a year of our days."""
        j = i + 1
        if self.has(j, "year-adj") or self.has(j, "year-adj-number"):
            j = self.after[j]
        found = self.year(j, 1000, 2200)
        this = (self.now.day.year if self.now and self.now.known else 2020) - 579  # at most a year off, which is enough for a window
        if found and "era" not in self.kinds[j + 1] and this - 60 <= found[0] <= this + 10:
            return found[0], True, found[2]
        return found

    def read_year(self, point: _Point) -> None:
        """Read what follows a month into the point: a year, "of last year", "last"."""
        i = point.stop
        gap = point.day is not None and self.mark(i, _COMMAS | _SLASHES | _DASHES)
        low, high = (1300, 2100) if point.hijri else (1800 if point.day else 1900, 2100)
        found = None if self.numeric(i + gap) else self.year(i + gap, low, high)
        j = self.of(i)
        if found is None and self.has(j, "year-head"):
            found = self.headed_year(j)
        after = self.kinds[j + 1]
        if found:
            point.year, _, point.stop = found
        elif self.has(j, "year-head") and "shift" in after:
            point.year_shift, point.stop = after["shift"], self.after[j + 1]
        elif self.has(j, "this") and after.get("the-unit") == _YEAR:
            point.year_shift, point.stop = 0, j + 2
        elif (self.has(j, "year-head") and "anaphor" in after) or (self.has(j, "that") and after.get("the-unit") == _YEAR):
            point.borrowed, point.stop = True, self.after[j + 1]
        if "shift" in self.kinds[point.stop] and point.year_shift is None:
            point.shift, point.stop = self.kinds[point.stop]["shift"], self.after[point.stop]
        if point.year is None and point.stop > i and (again := self.year(point.stop)):
            point.year, _, point.stop = again  # "in May of the current year 2015"

    def numeric(self, i: int) -> _Point | None:
        """14/7/2020, 2020-07-14, 14.7.2020, 6/9/1436. Day first, unless that cannot be or publication shows otherwise."""
        raw, stop = self.folds[i].split("."), i + 1
        sign = self.folds[i + 1]
        if len(raw) == 1 and self.mark(i + 1, _SLASHES | _DASHES) and sign == self.folds[i + 3]:
            raw, stop = self.folds[i : i + 5 : 2], i + 5
            for joint, beyond in ((i - 1, i - 2), (stop, stop + 1)):  # a longer chain is a telephone or file number
                if self.folds[joint] == sign and self.folds[beyond].isdecimal():
                    return None
        lengths = [len(part) for part in raw if part.isdecimal()]
        if len(raw) != 3 or len(lengths) != 3 or lengths[1] > 2 or sorted(lengths) not in ([1, 1, 4], [1, 2, 4], [2, 2, 4]):
            return None
        a, b, c = map(int, raw)
        year, orders = (a, [(c, b), (b, c)]) if len(raw[0]) == 4 else (c, [(a, b), (b, a)])
        era = self.kinds[stop].get("era")
        hijri = 1300 <= year <= 1500 if era is None else era == 1
        days = [(day, month, start) for day, month in orders if (start := _start(year, month, day, hijri))]
        if not days or era == -1 or not (hijri or 1000 <= year <= 2200):
            return None
        day, month, start = days[0]
        if len(days) == 2 and self.now and self.now.known and not hijri:
            away, other = (abs(found[2] - self.now.day) for found in days)
            latest = self.now.day + AHEAD
            if start > latest >= days[1][2] or (other <= timedelta(1) and away > timedelta(25)):
                day, month, _ = days[1]
        return _Point(stop if era is None else self.after[stop], year, month, day, hijri)

    def point(self, i: int) -> _Point | None:
        """One absolute date at i, with as much of it as is said."""
        if point := self.numeric(i):
            return point
        day, j = self.day_number(i) or (None, i)
        if day:
            of = self.of(j)
            here, there = self.kinds[of], self.kinds[of + 1]
            if here.get("the-unit") == _MONTH and "shift" in there:
                return _Point(self.after[of + 1], day=day, month_shift=there["shift"])
            if "this" in here and there.get("the-unit") == _MONTH:
                return _Point(of + 2, day=day, month_shift=0)
            led = self.has(i - 1, "lead") or self.has(i - 1, "day-head")
            numbered = (led or _GLUED in self.kinds[i]) and of > j and "cardinal" not in self.kinds[i]
            if numbered and here.get("the-unit") == _MONTH and _UNFINISHED.isdisjoint(self.kinds[self.after[of]]):
                return _Point(self.after[of], day=day, month_shift=0)  # "on the 11th of the month"
            if led and of == j and here.get("shift") == 0 and self.figure(j - 1):
                return _Point(self.after[j], day=day, month_shift=0)  # "on the 15th instant"
            if of > j and "cardinal" in self.kinds[i]:
                return None  # "six of Shawwal" are any six
            dashed = of == j and self.mark(j, _SLASHES | _DASHES) and not self.has(j + 1, "hijri-month-unsure")
            j = of + dashed  # "13-July-2020"
        elif self.has(j, "year-head"):
            return self.year_point(j)
        headed = self.has(j, "month-head")
        k = j + headed
        lunar = self.kinds[k].get("hijri-month", self.kinds[k].get("hijri-month-unsure"))
        hijri = lunar is not None
        month, sure, stop = (lunar, False, self.after[k]) if lunar else self.month(k) or (0, False, k)
        if not month or (k > i and _GLUED in self.kinds[k]):
            return None
        figure = self.figure(stop)
        if day is None and figure and figure <= 31 and self.mark(stop + 1, _COMMAS) and self.year(stop + 2):
            day, stop = figure, stop + 1  # "July 13, 2020", translated word by word
        before = i - 2 if self.has(i - 1, "part") or self.has(i - 1, "day-head") else i - 1
        point = _Point(stop, month=month, day=day, hijri=hijri, past=self.has(before, "since"))
        self.read_year(point)
        of = self.of(point.stop)
        if of > point.stop and self.has(of, "each"):
            return replace(point, custom=True, stop=of + 1)
        counted = self.has(k, "hijri-month-unsure") and k == j and self.after[i] == j  # "2 Safar" is also the score "2-0"
        said = (day and not counted) or headed or point.year or point.stop > stop or self.has(i - 1, "months-head")
        if sure or said or (hijri and self.has(i - 1, "part")):
            return point
        led = not hijri and (self.has(i - 1, "lead") or self.has(i - 1, "part"))
        return point if led and self.tokens[k].form.endswith(self.unsure) else None

    def year_point(self, i: int) -> _Point | None:
        found = self.headed_year(i)
        if found is None:
            return None
        stop = found[2]
        return _Point(self.after[stop] if self.has(stop, "shift") else stop, year=found[0], hijri=found[1])

    def lone(self, i: int) -> _Point | None:
        """A number that only its neighbours make a date: the day in "between 3 and 5 May", the year after "since"."""
        numbered = self.day_number(i)
        if numbered and "cardinal" not in self.kinds[i]:
            return _Point(numbered[1], day=numbered[0])
        year = self.year(i)
        if year is None and self.mark(i + 1, _SLASHES | _DASHES) and (second := self.year(i + 2)) and second[1]:
            year = (second[0] - 1, True, i + 1) if self.figure(i) == second[0] - 1 else None  # "1435/1436 AH"
        return _Point(year[2], year=year[0], hijri=year[1]) if year else None

    # -- absolute dates, alone or two by two

    def join(self, i: int) -> tuple[str, int]:
        """What joins two dates at i ('' for nothing), and where the second begins."""
        kinds = self.kinds[i]
        if "to" in kinds:
            return "to", self.after[i]
        if kinds.get("conj"):
            return ("to", self.after[i + 1]) if self.has(i + 1, "to") else ("and", i + 1)
        if _GLUED in kinds:
            return "and", i
        if self.mark(i, _DASHES):
            return "dash", i + 1
        return ("slash", i + 1) if self.mark(i, _SLASHES) else ("", i)

    def absolute(self, i: int) -> _Hit | None:
        """One absolute date, a range of two, or the first of a pair; what stands before decides what a bare number is."""
        first, kinds = i, self.kinds[i]
        heads = not _HEADS.isdisjoint(kinds)
        if heads:
            i += 1
            i += self.has(i, "of") or self.has(i, "between")
        elif self.tokens[i].kind != "number" and _STARTERS.isdisjoint(kinds):
            return None
        point = self.point(i)
        a = point or self.lone(i)
        if a is None or a.custom:
            return _Hit(a.stop) if a else None
        how, j = self.join(a.stop)
        b = (self.point(j) or self.lone(j)) if how else None
        coming = self.coming(first)
        between = self.has(first - 1, "between") or self.has(i - 1, "between")
        opened = between or self.has(first - 1, "of") or self.has(i - 1, "of")
        if b and self.pairs(a, b, how, opened, heads or point is not None):
            if a.year is None and b.year is None and self.in_name(first, b):
                return _Hit(b.stop)
            hit = self.two(a, b, coming, how in ("and", "slash") and not between)
        elif point is None and (a.year is None or not (heads or a.hijri or self.bare_year_may_stand(i))):
            return None
        elif a.undated and self.in_name(first, a):
            return _Hit(a.stop)
        else:
            hit = self.with_weekday(first, a, coming)
        if "days-head" in kinds and a.day is None:
            return None  # "six days of the month of Shawwal"
        if hit and a.month is None:
            self.year_stop = hit.stop
        return hit

    def bare_year_may_stand(self, i: int) -> bool:
        """A number of four digits is a year only after a word of time, or next to a year ("2011 and 2012")."""
        if not self.has(i - 1, "lead"):
            return self.has(i - 1, "conj") and self.year_stop == i - 1
        word = self.folds[i + 1]  # "in 2000 villages": a round number before an indefinite word
        return not (self.folds[i].endswith("00") and word.isalpha() and not self.kinds[i + 1] and not self.definite(i + 1))

    def pairs(self, a: _Point, b: _Point, how: str, opened: bool, sure: bool) -> bool:
        """May a and b, joined so, be the ends of a range or a pair? opened: after "from", "between"; sure: a is a date."""
        if b.custom or a.month_shift is not None or (b.month is None and b.year is None and b.month_shift is None):
            return False
        if a.month is None and b.month is None and b.hijri and a.year and a.year < 1500:
            a.hijri = True  # "in 1435-1436 AH"
        if a.day and a.month is None:  # "3 and 5 May", "3-5 May"
            return b.day is not None and how != "slash" and (a.day < b.day or how == "and")
        if a.hijri != b.hijri:
            return False
        if a.day:
            return b.day is not None and b.month is not None and (how in ("to", "dash") or (how == "and" and opened))
        if a.month:
            return b.month is not None and b.day is None
        if b.month or b.year is None or a.year is None or b.year <= a.year:
            return False
        return sure or (opened and how != "slash") or how in ("dash", "slash")

    def two(self, a: _Point, b: _Point, coming: bool, pair: bool) -> _Hit | None:
        """a … b; what a does not say it has from b. A pair that is not consecutive is no range: only a is read, b follows."""
        if a.day and a.month is None:
            a.month, a.month_shift, a.hijri = b.month, b.month_shift, b.hijri
        elif a.year and a.month and b.month and b.year is None and b.year_shift is None:
            b.year = a.year + ((b.month, b.day or 0) < (a.month, a.day or 0))
        end = _resolve(b, self.now, coming)
        if a.year is None and a.year_shift is None:
            a.shift, a.borrowed = None, b.year is None
            if b.year and a.month and b.month:
                a.year = b.year - (a.month > b.month)
        start = _resolve(a, self.now, coming)
        if not (start and start.value and end and end.value):
            return None
        basis = end.basis if start.basis == "text" else start.basis
        if pair and not _consecutive(start.end or start.value, end.value):
            return replace(start, basis=basis)
        last = end.end or end.value
        return _Hit(b.stop, start.value, last, basis, b.hijri) if start.value <= last or last.startswith("XXXX") else None

    def with_weekday(self, first: int, point: _Point, coming: bool) -> _Hit | None:
        """The date, with the weekday that may stand behind it: 13 July (Monday)."""
        weekday, stop = None, point.stop
        bracket = self.mark(stop, _OPEN)
        j = stop + bracket
        if point.day and self.fresh(j, "weekday") and not self.has(j + 1, "shift") and (not bracket or self.mark(j + 1, _CLOSE)):
            weekday, stop = self.kinds[j]["weekday"], j + 1 + bracket
        return self.checked(first, _resolve(point, self.now, coming, weekday), stop, weekday)

    def checked(self, first: int, hit: _Hit | None, stop: int, weekday: int | None) -> _Hit | None:
        """The hit, now up to stop, held against the weekday beside it."""
        if hit is None or hit.value is None:
            return hit
        hit.stop = stop
        if weekday and hit.end is None and len(hit.value) == 10 and not hit.value.startswith("XXXX"):
            day = date.fromisoformat(hit.value)
            off = (weekday - day.isoweekday() + 3) % 7 - 3
            if hit.hijri and abs(off) == 1:  # the new moon was seen a day before or after the table has it
                hit.value = (day + timedelta(off)).isoformat()
            elif off:
                span = self.span(first, stop)
                was, named = _WEEKDAYS[day.weekday()], _WEEKDAYS[weekday - 1]
                said = f"{span.of(self.text)}: {hit.value} was a {was}, the text says {named}"
                self.issues.append(Issue("weekday-date-mismatch", said, span))
        return hit

    # -- days: today, Monday, the evening of the 3rd

    def day(self, i: int) -> _Hit | None:
        if _DAYS.isdisjoint(self.kinds[i]):
            return None
        j = i
        for _ in range(3):  # "after midnight of the night of Sunday"
            if self.has(j, "day-part") and (j == i or _GLUED not in self.kinds[j]):
                j = self.after[j]
        many = self.has(j, "days-head")
        j += many or self.has(j, "day-head")
        if not self.kinds[j].keys().isdisjoint(("today", "day", "day-unsure")):
            return self.anchored(i, j)
        if "weekday" in self.kinds[j]:
            return self.weekday(i, j)
        if j == i or j >= len(self.tokens) or many:
            return None
        a, b = self.figure(j), self.figure(j + 2)
        slashed = self.has(j - 1, "day-head") and self.mark(j + 1, _SLASHES) and not self.mark(j + 3, _SLASHES)
        if slashed and a and b and a <= 31 and b <= 12:
            return _resolve(_Point(j + 3, month=b, day=a), self.now, self.coming(i))  # "on the day 14/7"
        hit = self.absolute(j)
        return hit if hit and (hit.value is None or len(hit.value) == 10) else None

    def lean(self, i: int) -> tuple[int, bool]:
        """Where an apposed weekday or date may begin, behind a comma, a bracket, "corresponding to"; is it in brackets?"""
        if self.has(i, "same"):
            return self.after[i], False
        return i + self.mark(i, _COMMAS | _OPEN), self.mark(i, _OPEN)

    def apposed(self, i: int) -> tuple[_Point, int] | None:
        """The date of a day that stands beside a weekday or a day word, and where it stops."""
        j, bracket = self.lean(i)
        point = self.point(j) if _GLUED not in self.kinds[j] else None
        if point is None or not point.day or point.custom or (bracket and not self.mark(point.stop, _CLOSE)):
            return None
        return point, point.stop + bracket

    def anchored(self, i: int, j: int) -> _Hit | None:
        """ "today", "yesterday", alone or with a weekday and a date behind."""
        kinds, stop, weekday = self.kinds[j], self.after[j], None
        offset = kinds.get("day", kinds.get("day-unsure", 0))
        k, bracket = self.lean(stop)
        if self.fresh(k, "weekday") and not self.has(k + 1, "shift") and (not bracket or self.mark(k + 1, _CLOSE)):
            weekday, stop = self.kinds[k]["weekday"], k + 1 + bracket
        if found := self.apposed(stop):
            return self.checked(i, _resolve(found[0], self.now, offset > 0, weekday), found[1], weekday)
        if weekday is None and "today" in kinds and self.no_today(i, stop):
            return None
        if weekday is None and "day-unsure" in kinds and not self.has(j - 1, "day-head"):
            return None
        if self.now is None:
            return None
        anchor = self.now.day + timedelta(offset)
        if weekday is None:
            return _Hit(stop, anchor.isoformat(), None, "relative")
        # A page may be dated a day early (time zones) or days after it was written: a day later, else the days before.
        day = next(d for k in (0, -1, 1, -2, -3, -4, -5) if (d := anchor + timedelta(k)).isoweekday() == weekday)
        if day != anchor and self.now.known:
            span = self.span(i, stop)
            dated = f"the report is dated {self.now.day.isoformat()}, a {_WEEKDAYS[self.now.day.weekday()]}"
            said = f"{span.of(self.text)}: {dated}, so this would be a {_WEEKDAYS[anchor.weekday()]}; read as {day.isoformat()}"
            self.issues.append(Issue("dateline-weekday-mismatch", said, span))
        return _Hit(stop, day.isoformat(), None, "weekday")

    def no_today(self, i: int, stop: int) -> bool:
        """Is this "today" another day ("the first day", "a barrel a day") or a name ("the channel … Today", «Today»)?"""
        if not self.kinds[stop].keys().isdisjoint(("not-today", "ordinal")) or self.has(i - 1, "not-today-before"):
            return True
        if self.mark(stop, _BRACKETS) and (self.mark(i - 1, _BRACKETS) or self.mark(i - 2, _BRACKETS)):
            return True  # but no list of such names: "the Egyptian president today" is far commoner than the paper Egypt Today
        return self.has(i - 2, "outlet-head") or (self.mark(i - 2, _BRACKETS) and self.has(i - 3, "outlet-head"))

    def weekday(self, i: int, j: int) -> _Hit | None:
        """A weekday, or several in a row, with "last", "next", "of last week", or a date behind."""
        days, stops, how = [self.kinds[j]["weekday"]], [j + 1], ""
        while len(days) < 7:
            joined, k = self.join(stops[-1])
            k += self.has(k, "day-head")
            again = self.kinds[k].get("weekday")
            if not joined and self.has(i, "day-part") and again == days[-1] % 7 + 1:
                joined = "night"  # "the night of Thursday Friday", from one into the other
            if again is None or not joined or (_GLUED in self.kinds[k] and joined != "and"):
                break
            how = joined
            days.append(again)
            stops.append(k + 1)
        stop, shift, week = stops[-1], self.kinds[stops[-1]].get("shift"), None
        if self.has(i - 1, "each") or self.in_name(i) or (len(days) == 1 and self.has(j - 1, "days-head")):
            return _Hit(stop)  # "on Fridays", "the Sunday market"
        of = self.of(stop)
        if shift is not None:
            stop = self.after[stop]
        elif self.has(of, "each"):
            return _Hit(of + 1)
        elif self.kinds[of].get("the-unit") == _WEEK and "shift" in self.kinds[of + 1]:
            week, stop = self.kinds[of + 1]["shift"], self.after[of + 1]
        elif self.has(of, "this") and self.kinds[of + 1].get("the-unit") == _WEEK:
            week, stop = 0, of + 2
        coming = self.coming(i)
        if len(days) == 1 and (found := self.apposed(stop)):
            return self.checked(i, _resolve(found[0], self.now, coming, days[0]), found[1], days[0])
        if self.now is None:
            return None
        first, last = (self.now.weekday(days[k], shift, week, coming) for k in (0, -1))
        if len(days) > 1 and (how == "to" or self.has(i - 1, "between") or all(b == a % 7 + 1 for a, b in pairwise(days))):
            if first > last and (coming or (shift or 0) > 0):
                last += timedelta(7)
            elif first > last:
                first -= timedelta(7)
            return _Hit(stop, first.isoformat(), last.isoformat(), "weekday")
        # "Saturday and Tuesday" are two dates: the second is read on its own
        return _Hit(stop if len(days) == 1 else stops[0], first.isoformat(), None, "weekday")

    # -- last year, this week, the past three days, five years ago

    def unit(self, i: int) -> _Hit | None:
        if self.has(i, "season"):
            return self.season(i)
        if (
            self.has(i, "the-units")
            or self.has(i, "the-units-dual")
            or (self.has(i, "the-cardinal") and self.has(i + 1, "units"))
        ):
            return self.stretch(i)
        this = self.has(i, "this")
        kinds, stop = self.kinds[i + this], i + this + 1
        unit, shift = kinds.get("the-unit"), 0
        if self.now is None or (unit is None and "the-season" not in kinds) or (this and _GLUED in kinds):
            return None
        if not this:
            stop += self.has(stop, "year-adj")
            if "shift" not in self.kinds[stop]:
                return None
            shift, stop = self.kinds[stop]["shift"], self.after[stop]
            if unit == _YEAR and shift >= 0 and self.has(i - 1, "general"):
                return None  # "the current Secretary-General"
        elif self.has(stop, "anaphor"):
            return None
        value, end = self.now.unit(unit, shift) if unit else self.now.season(kinds["the-season"], shift)
        return _Hit(stop, value, end, "relative")

    def stretch(self, i: int) -> _Hit | None:
        """ "the past three days", "the coming two years": up to, or from, the day of publication."""
        unit, j, count = self.kinds[i].get("the-units-dual"), i + 1, 2
        if unit is None and self.has(i, "the-cardinal"):  # "the six months past" has both orders
            count, unit, j = self.kinds[i]["the-cardinal"], self.kinds[j]["units"], j + 1
        elif unit is None:
            unit, j = self.kinds[i]["the-units"], j + self.has(j, "article")
            count, j = self.kinds[j].get("the-cardinal") or self.figure(j) or 0, self.after[j]
        shift = self.kinds[j].get("shift")
        if self.now is None or not 1 < count <= 400 or shift not in (-1, 1):
            return None
        value, end = sorted((self.now.ago(unit, -shift * count), self.now.ago(min(unit, _YEAR), 0)))
        return _Hit(self.after[j], value, end, "relative")

    def ago(self, i: int) -> _Hit | None:
        """ "three days ago", "for five years", "two months from now"."""
        if not self.has(i, "ago") and not self.has(i, "ahead"):
            return None
        j = self.after[i]
        j = self.after[j] if self.has(j, "about") else j
        kinds, count = self.kinds[j], 1
        if "unit-dual" in kinds:
            count, unit, j = 2, kinds["unit-dual"], self.after[j]
        elif "unit" in kinds:
            unit, j = kinds["unit"], self.after[j]
            if self.kinds[j].get("cardinal") == 1:
                j = self.after[j]
            elif self.folds[j].isdecimal() or not _NAMED.isdisjoint(self.kinds[j]) or self.definite(j):
                return None  # "since the year 2011", "before the month of Ramadan", "before the day of decision"
        else:
            count, j = self.figure(j) or kinds.get("cardinal", 0), self.after[j]
            unit = self.kinds[j].get("unit", self.kinds[j].get("units", 0))
            j = self.after[j]
        halved = unit == _YEAR and self.has(j, "half")
        j = self.after[j] if halved else j
        from_now = self.has(j, "of") and (self.has(j + 1, "now") or self.has(j + 1, "today"))
        if self.now is None or not 0 < count <= 400 or not unit:
            return None
        if not from_now and (self.has(j, "of") or self.has(j, "counts-from") or not self.has(i, "ago")):
            return None  # "three days before the vote" counts from the vote
        if not self.has(i, "ago"):
            count = -count
        value = self.now.ago(_MONTH, 12 * count + 6)[:4] if halved else self.now.ago(unit, count)
        stop = j + 2 if from_now else j
        if unit == _WEEK:  # a week ago is some day about then
            day = date.fromisoformat(value)
            return _Hit(stop, (day - timedelta(3)).isoformat(), (day + timedelta(3)).isoformat(), "relative")
        return _Hit(stop, value, None, "relative")

    # -- parts of a year, seasons, decades

    def part(self, i: int) -> _Hit | None:
        """ "the end of 2017", "early July", "the middle of this week": the part of what follows."""
        which = self.kinds[i].get("part")
        if which is None:
            return None
        j = self.of(self.after[i])
        whole = self.whole(j)
        if whole is None or whole.value is None or (whole.stop == j + 1 and self.has(i - 1, "name-head")):
            return None  # "the week-end holiday" is any week-end
        value, end = whole.value, whole.end
        if end is None and len(value) == 10:
            return None
        if end is None:
            thirds = ((1, 3), (5, 8), (10, 12)) if len(value) == 4 else ((1, 10), (11, 20), (21, _length(value)))
            first, last = thirds[which]
            return replace(whole, value=f"{value}-{first:02}", end=f"{value}-{last:02}")
        if len(value) == 4:
            first, last = ((0, 3), (4, 6), (7, 9))[which]  # of a decade
            return replace(whole, value=str(int(value) + first), end=str(int(value) + last))
        if len(value) == 10 and not value.startswith("XXXX"):
            begin = date.fromisoformat(value)
            days = (date.fromisoformat(end) - begin).days + 1
            first, last = days * which // 3, days * (which + 1) // 3 - 1
            return replace(whole, value=(begin + timedelta(first)).isoformat(), end=(begin + timedelta(last)).isoformat())
        return whole

    def whole(self, i: int) -> _Hit | None:
        """A year, month, week or decade that a part or a share is taken of."""
        if i >= len(self.tokens):
            return None
        if hit := self.unit(i) or self.absolute(i) or self.decade(i):
            return hit
        if year := self.year(i):
            return _resolve(_Point(year[2], year=year[0], hijri=year[1]), self.now, False)
        unit = self.kinds[i].get("the-unit")
        if self.now is None or unit is None or not self.kinds[i + 1].keys().isdisjoint(("anaphor", "year-adj-number", "ordinal")):
            return None
        value, end = self.now.unit(unit, 0)
        return _Hit(i + 1, value, end, "relative")

    def share(self, i: int) -> _Hit | None:
        """ "the first quarter of 2020", "the second half of July"."""
        parts, j = self.kinds[i].get("share"), self.after[i]
        if parts is None:
            return None
        which = parts if self.has(j, "last") else self.kinds[j].get("ordinal", 0)
        whole = self.whole(self.of(self.after[j])) if 1 <= which <= parts else None
        if whole is None or whole.value is None or whole.end or len(whole.value) > 7 or (len(whole.value) == 7 and parts == 4):
            return None
        size, full = (12 // parts, 12) if len(whole.value) == 4 else (30 // parts, _length(whole.value))
        last = full if which == parts else size * which
        return replace(whole, value=f"{whole.value}-{size * (which - 1) + 1:02}", end=f"{whole.value}-{last:02}")

    def season(self, i: int) -> _Hit | None:
        """ "summer 2019", "autumn of last year"."""
        month, j = self.kinds[i]["season"], self.of(i + 1)
        found = self.headed_year(j) if self.has(j, "year-head") else self.year(j)
        if found and not found[1]:
            hit = _Hit(found[2], f"{found[0]:04}")
        else:
            relative = self.unit(j)
            if relative is None or not relative.value or len(relative.value) != 4:
                return None
            hit = relative
        year = int(hit.value or 0)
        if month < 12:
            return replace(hit, value=f"{year:04}-{month:02}", end=f"{year:04}-{month + 2:02}")
        how, k = self.join(hit.stop)
        second = self.year(k, year + 1, year + 1) if how else None
        return replace(hit, stop=second[2], value=f"{year:04}-12", end=f"{year + 1:04}-02") if second else hit

    def decade(self, i: int) -> _Hit | None:
        """ "the nineties" in a decade's company: of a century, after "early", "since"; a man in his sixties is none."""
        decade = self.kinds[i].get("decade")
        if decade is None:
            return None
        of = self.of(i + 1)
        stop = i + 1
        if self.has(of, "century"):
            stop = self.after[of]
        elif self.has(of, "not-decade") or self.kinds[i - 1].keys().isdisjoint(("part", "decade-head", "ago")):
            return None
        elif decade < 1940 and self.has(i - 1, "part"):
            return None  # "in their mid-twenties"
        return _Hit(stop, str(decade), str(decade + 9))

    # -- one day in two calendars

    def same_day(self, before: _Hit, i: int, hit: _Hit) -> _Hit | None:
        """One day said twice, 22 Dhu al-Qa'da 1441 (13 July 2020): both as one hit. The Gregorian counts, if it is a date."""
        gap = range(before.stop, i)
        if before.hijri == hit.hijri or len(gap) > 3 or not all(map(self.joins_calendars, gap)):
            return None
        told = any(self.has(k, "same") for k in gap)
        if not (before.value and hit.value and len(before.value) == len(hit.value) == 10):
            return None
        known = "XXXX" not in before.value + hit.value
        near = known and abs(date.fromisoformat(before.value) - date.fromisoformat(hit.value)) <= timedelta(2)
        if not (near or told):
            return None
        closing = any(self.mark(k, _OPEN) for k in gap) and self.mark(hit.stop, _CLOSE)
        chosen = before if hit.hijri and before.basis != "weekday" else hit
        return replace(chosen, stop=hit.stop + closing)

    def joins_calendars(self, i: int) -> bool:
        return self.tokens[i].kind == "mark" or self.has(i, "same") or self.has(i, "of")


# ------------------------------------------------------------------ clocks


@cache
def _clock(zone: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # no such zone, or a system without the data
        return None


def local(moment: str, zone: str) -> str:
    """A timestamp with an offset as the clocks of a zone (IANA) show it: a report of 22:30 UTC is one of the next day in Moscow.

    A day, a timestamp without an offset, and an unknown zone leave it as it is.
    """
    clock = _clock(zone)
    if clock is None or "T" not in moment:
        return moment
    try:
        when = datetime.fromisoformat(moment)
        return when.astimezone(clock).isoformat(timespec="seconds") if when.tzinfo is not None else moment
    except (ValueError, OverflowError):
        return moment


def one_night(day: date, zone: str, other: date, other_zone: str) -> bool:
    """Can one moment be of one day in a zone and of another day in another? After midnight in Moscow it is the day before in Rabat."""
    clock, second = _clock(zone), _clock(other_zone)
    if clock is None or second is None:
        return False
    begins, ends = (datetime.combine(day, time.min, clock) + timedelta(days=n) for n in (0, 1))
    first, last = (datetime.combine(other, time.min, second) + timedelta(days=n) for n in (0, 1))
    return begins < last and first < ends
