"""Dates in running text, as precise as the text says them: absolute, Hijri, weekdays, relative words, ranges.

``find`` reads the tokens of a text once, line by line. The grammar stands here, every word of it in
``lang/XX/words/when.tsv`` (``docs/when.md`` says what each kind of word does). "Now" is always handed in: without a
publication date a relative expression has no value and is left out, and a month without a year stays ``XXXX-06``.

Two rules that are conventions, not knowledge:

- a date without a year is the last one not later than ``AHEAD`` after publication, unless a word says past or coming;
- "beginning, middle, end of" are ranges: of a year months 1-3, 5-8, 10-12; of a month days 1-10, 11-20, 21-last.
"""

from __future__ import annotations

import calendar as almanac
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib.resources.abc import Traversable
from itertools import pairwise

from hijridate import Gregorian, Hijri

from khabar.errors import PackError
from khabar.model import Issue, Span, When
from khabar.tables import forms, read_tsv
from khabar.text import Token, fold, tokenize

AHEAD = timedelta(days=60)
"""How far after publication a date without a year may lie. News tells of the past; conferences are announced weeks ahead."""

COMING = timedelta(240)
"""How far a date without a year may lie ahead when a future word stands before it. Chosen by reading, 2015 Saudi news."""

_DAY, _WEEK, _MONTH, _YEAR = 1, 7, 30, 365  # units of time; the first two are also their length in days

def _ints(first: int, last: int, step: int = 1) -> dict[str, int]:
    return {str(n): n for n in range(first, last + 1, step)}


# What may stand in the column ``value`` for each kind, and the number that the grammar works with.
_KINDS: dict[str, dict[str, int]] = {
    "month month-unsure hijri-month": _ints(1, 12),
    "weekday week-start": _ints(1, 7),
    "day day-unsure": _ints(-3, 3),
    "ordinal cardinal the-cardinal": _ints(1, 31),
    "unit units unit-dual the-unit the-units the-units-dual": {"day": _DAY, "week": _WEEK, "month": _MONTH, "year": _YEAR},
    "shift": _ints(-2, 2),
    "part": {"start": 0, "mid": 1, "end": 2},
    "share": _ints(2, 4),
    "season the-season": _ints(3, 12, 3),
    "decade": _ints(1900, 2090, 10),
    "era": {"gregorian": 0, "hijri": 1, "before": -1},
    "name-head": {"": 0} | {f"{m:02}-{d:02}": m * 100 + d for m in range(1, 13) for d in range(1, 32)},
    "conj": {"": 0, "and": 1},
    "today day-part day-head days-head month-head months-head year-head years-head year-adj year-adj-number": {"": 0},
    "this that each anaphor last decade-head century not-decade lead ago ahead now about half of counts-from between to same": {"": 0},
    "future past name outlet-head not-today not-today-before general counted article": {"": 0},
}
_VALUES = {kind: values for kinds, values in _KINDS.items() for kind in kinds.split()}
# "To" and the letter of an era make "not", "in" and the month Ab make "door": the first kinds take nothing in front, the next "and" only.
_BARE = {"era", "conj", "article", "half", "now", "counted", "anaphor", "not-decade", "past", "future", "week-start", "general"}
_NO_PREP = {"month-unsure", "today", "day", "lead", "ago", "ahead", "of", "between", "to", "this", "each", "same", "about", "not-today", "not-today-before"}
_GLUED = "+and"  # mark on a word that carries its own "and"

Kinds = Mapping[str, int]


class Calendar:
    """The date words of one language, compiled to folded tokens with their proclitics.

    words: first token -> (the tokens that must follow, what the words are), longest first. week_start: 1 Monday … 7 Sunday.
    """

    __slots__ = ("article", "week_start", "words")

    def __init__(self, words: Mapping[str, tuple[tuple[tuple[str, ...], Kinds], ...]], week_start: int, article: str) -> None:
        self.words = words
        self.week_start = week_start
        self.article = article

    @classmethod
    def load(cls, path: Traversable) -> Calendar:
        """Read ``lang/XX/words/when.tsv``; a kind or value that is not known stops with file, line and cure."""
        rows: list[tuple[tuple[str, ...], str, int]] = []
        conjs, preps, article = [("", False)], [("", "")], ""
        week_start = 1
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
            if kind == "conj":
                conjs.append((cell[0][0], number == 1))
            elif kind == "article":
                article = cell[0][0]
            elif kind == "week-start":
                week_start = number
                continue
            rows += [(form, kind, number) for form in cell]
        table: dict[tuple[str, ...], dict[str, int]] = {}
        for form, kind, number in rows:
            for prefix, glued, contracted in _proclitics(kind, conjs, preps):
                if contracted and article and form[0].startswith(article):
                    first = prefix + contracted + form[0][len(article) :]
                elif contracted:
                    continue
                else:
                    first = prefix + form[0]
                entry = table.setdefault((first, *form[1:]), {})
                entry[kind] = number
                if glued:
                    entry[_GLUED] = 1
        words: dict[str, list[tuple[tuple[str, ...], Kinds]]] = {}
        for key in sorted(table, key=len, reverse=True):
            words.setdefault(key[0], []).append((key[1:], table[key]))
        return cls({first: tuple(found) for first, found in words.items()}, week_start, article)


def _proclitics(kind: str, conjs: list[tuple[str, bool]], preps: list[tuple[str, str]]) -> Iterator[tuple[str, bool, str]]:
    """What may be glued on before a word: (letters, carries "and", letters that stand for preposition + article)."""
    for conj, glued in conjs[:1] if kind in _BARE else conjs:
        for prep, contracted in preps[:1] if kind in _BARE or kind in _NO_PREP else preps:
            yield conj + prep, glued, ""
            if contracted:
                yield conj, glued, contracted


# ------------------------------------------------------------------ the search


def find(text: str, tokens: Sequence[Token], calendar: Calendar, published: date | None) -> tuple[list[When], list[Issue]]:
    """All dates of the text, in order, not overlapping, and what is odd about them.

    tokens: those of ``text.tokenize``. published: the day that relative words count from, None when it is not known.
    Each When has the span of its tokens (with what is glued on, without the preposition in front) in code points of
    ``text``; ``end`` is the last day, month or year of a range and has the precision of ``value``. basis: ``text`` (said
    in full, or as incomplete as it stands), ``weekday``, ``relative`` (needs the publication date). A date never runs
    over a line break. Issues: ``dateline-weekday-mismatch`` ("today, Monday" published on a Tuesday; the value is then
    the nearest Monday, not later than a day after), ``weekday-date-mismatch`` (a weekday beside another day's date).
    """
    found: list[When] = []
    issues: list[Issue] = []
    for first, last in _lines(text, tokens):
        line = _Line(text, tokens[first:last], calendar, published)
        found += line.read()
        issues += line.issues
    return found, issues


def _lines(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for newline in re.finditer(r"[\n\r\u2028\u2029]", text):
        last = first
        while last < len(tokens) and tokens[last].start < newline.start():
            last += 1
        if last > first:
            yield first, last
        first = last
    if first < len(tokens):
        yield first, len(tokens)


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
    custom: bool = False  # "on 13 July of every year": no date


@dataclass(slots=True)
class _Hit:
    """A reading of tokens up to ``stop``. value None: this is no date, and its words shall not be read as another."""

    stop: int
    value: str | None = None
    end: str | None = None
    basis: str = "text"
    hijri: bool = False


_HEADS = {"years-head", "months-head", "days-head"}
_STARTERS = {"month", "month-unsure", "hijri-month", "month-head", "year-head", "ordinal", "cardinal", "article"}
_DAYS = {"day-part", "day-head", "days-head", "today", "day", "day-unsure", "weekday"}
_SLASHES = frozenset("/\\")
_DASHES = frozenset("-\u2013\u2014\u2012\u2212")
_BRACKETS = frozenset("()[]\"\u00ab\u00bb\u201c\u201d\u2039\u203a")
_COMMAS = frozenset(",\u060c")
_STOPS = frozenset(".!?\u061f;\u061b:")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LOOK_BACK = 10  # tokens in which a future word still speaks of this date


class _Line:
    """The grammar over the tokens of one line."""

    def __init__(self, text: str, tokens: Sequence[Token], calendar: Calendar, published: date | None) -> None:
        self.text, self.tokens, self.published = text, tokens, published
        self.week_start, self.article = calendar.week_start, calendar.article
        self.issues: list[Issue] = []
        self.kinds: list[Kinds] = []
        self.after: list[int] = []
        self.barred = -1  # where the last name that holds a date ended: "the 25 January and 30 June revolutions"
        self.year_stop = -1  # where the last bare year ended: "in 2011 and 2012"
        words = calendar.words
        nothing: Kinds = {}
        for i, token in enumerate(tokens):
            kinds, length = nothing, 1
            for rest, meaning in words.get(token.fold, ()):
                if not rest or tuple(t.fold for t in tokens[i + 1 : i + 1 + len(rest)]) == rest:
                    kinds, length = meaning, 1 + len(rest)
                    break
            self.kinds.append(kinds)
            self.after.append(i + length)
        self.kinds += [nothing, nothing]  # so that looking one past the end (or one before the start) finds nothing
        self.after += [len(tokens) + 1, len(tokens) + 1]

    def read(self) -> list[When]:
        hits: list[tuple[int, _Hit]] = []
        i, n = 0, len(self.tokens)
        while i < n:
            kinds = self.kinds[i]
            if "name" in kinds and not ("today" in self.kinds[self.after[i] - 1] and "weekday" in self.kinds[self.after[i]]):
                i = self.after[i]
                continue
            hit = self._date(i) if kinds or self.tokens[i].kind == "number" else None
            if hit is None:
                i += 1
                continue
            if hit.value is None:
                self.barred = hit.stop
            elif hits and (merged := self._same_day(hits[-1], i, hit)):
                hits[-1] = (hits[-1][0], merged)
            else:
                hits.append((i, hit))
            i = hits[-1][1].stop if hits and hit.value else hit.stop
        return [When(str(h.value), h.end, h.basis, self._span(first, h.stop)) for first, h in hits]

    def _date(self, i: int) -> _Hit | None:
        kinds = self.kinds[i]
        return (
            self._day(i)
            or self._absolute(i)
            or (self._part(i) if "part" in kinds else None)
            or self._share(i)
            or self._decade(i)
            or self._unit(i)
            or (self._ago(i) if "ago" in kinds or "ahead" in kinds else None)
        )

    # -------------------------------------------------------------- looking at tokens

    def _has(self, i: int, kind: str) -> bool:
        return i >= 0 and kind in self.kinds[i]

    def _mark(self, i: int, marks: frozenset[str] | str) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].form in marks and self.tokens[i].kind == "mark"

    def _span(self, first: int, stop: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[stop - 1].stop)

    def _of(self, i: int) -> int:
        return i + 1 if self._has(i, "of") and _GLUED not in self.kinds[i] else i

    def _figure(self, i: int) -> int | None:
        """The whole number that stands at i, of at most four digits."""
        if i < len(self.tokens):
            token = self.tokens[i]
            if token.kind == "number" and len(token.fold) <= 4 and token.fold.isdecimal():
                return int(token.fold)
        return None

    def _coming(self, i: int) -> bool:
        """Does a future word shortly before, in the same sentence, say that a coming date is meant?"""
        coming = False
        for j in range(i - 1, max(-1, i - 1 - _LOOK_BACK), -1):
            if self._mark(j, _STOPS) or "past" in self.kinds[j]:
                return coming and "past" not in self.kinds[j]
            coming = coming or "future" in self.kinds[j]
        return coming

    def _in_name(self, i: int, point: _Point | None = None) -> bool:
        """Is the date that begins at i part of a name ("the 14 March forces", "the Sunday market")?"""
        if self.barred >= 0 and (self.barred == i and _GLUED in self.kinds[i] or self.barred == i - 1 and self._has(i - 1, "conj")):
            return True
        j = i - 1
        if self._has(j, "day-head") or self._has(j, "article"):
            j -= 1
        if j < 0 or "name-head" not in self.kinds[j]:
            return False
        only = self.kinds[j]["name-head"]
        return not only or (point is not None and only == (point.month or 0) * 100 + (point.day or 0))

    # -------------------------------------------------------------- absolute dates

    def _day_number(self, i: int) -> tuple[int, int] | None:
        """(day of the month, where it stops): figures, ordinal or cardinal words, with or without a glued article."""
        j = i + 1 if self._has(i, "article") else i
        figure = self._figure(j)
        if figure is not None:
            return (figure, j + 1) if 1 <= figure <= 31 and len(self.tokens[j].fold) <= 2 else None
        kinds = self.kinds[i]
        day = kinds.get("ordinal") or kinds.get("cardinal")
        return (day, self.after[i]) if day else None

    def _month(self, i: int) -> tuple[int, bool, bool, int] | None:
        """(month, Hijri, sure, where it stops), of a single name or a double one: Tammuz/July, June (Haziran)."""
        kinds = self.kinds[i]
        if "month" in kinds:
            month, hijri, sure = kinds["month"], False, True
        elif "month-unsure" in kinds:
            month, hijri, sure = kinds["month-unsure"], False, False
        elif "hijri-month" in kinds:
            return kinds["hijri-month"], True, False, self.after[i]
        else:
            return None
        stop = self.after[i]
        while True:
            j = stop + 1 if self._mark(stop, _SLASHES | _DASHES | {"(", "["}) else stop
            again = self.kinds[j] if j < len(self.tokens) else {}
            if again.get("month", again.get("month-unsure")) != month or _GLUED in again:
                return month, hijri, sure, stop
            closed = self._mark(stop, "([") and self._mark(self.after[j], ")]")
            stop, sure = self.after[j] + closed, True

    def _year_number(self, i: int, low: int, high: int) -> tuple[int, bool, int] | None:
        """(year, Hijri, where it stops), of four digits between low and high; an era sign widens the bounds."""
        year = self._figure(i)
        if year is None or len(self.tokens[i].fold) != 4:
            return None
        j = i + 1
        era = self.kinds[j].get("era")
        if era is not None:
            low, high = ((1000, 2200), (1300, 1500), (0, 0))[era]
            return (year, era == 1, self.after[j]) if low <= year <= high else None
        after = self.kinds[j]
        if not low <= year <= high or self._mark(j, "%\u066a") or (_GLUED not in after and after.keys() & {"counted", "unit", "units"}):
            return None
        return year, False, j

    def _headed_year(self, i: int) -> tuple[int, bool, int] | None:
        """The number after "the year"; a Hijri one is known by its era sign, or by being a year of our days."""
        j = i + 1
        if self._has(j, "year-adj") or self._has(j, "year-adj-number"):
            j = self.after[j]
        found = self._year_number(j, 1000, 2200)
        if found and not found[1] and "era" not in self.kinds[j + 1] and self._is_hijri_year(found[0]):
            return found[0], True, found[2]
        return found

    def _is_hijri_year(self, year: int) -> bool:
        now = (self.published.year if self.published else 2020) - 579  # at most a year off: enough for a window
        return now - 60 <= year <= now + 10

    def _year(self, i: int, point: _Point) -> None:
        """Read what follows a month: a year, "of last year", "last"; write it into the point."""
        comma = point.day is not None and self._mark(i, _COMMAS | _SLASHES | _DASHES)
        low, high = (1300, 2100) if point.hijri else (1800 if point.day else 1900, 2100)
        found = None if self._numeric(i + comma) else self._year_number(i + comma, low, high)
        j = self._of(i)
        if found:
            point.year, _, point.stop = found
        elif self._has(j, "year-head"):
            headed = self._headed_year(j)
            k = j + 1
            if headed:
                point.year, _, point.stop = headed
            elif "shift" in self.kinds[k]:
                point.year_shift, point.stop = self.kinds[k]["shift"], self.after[k]
            elif "anaphor" in self.kinds[k]:
                point.borrowed, point.stop = True, self.after[k]
        elif self.kinds[j + 1].get("the-unit") == _YEAR and (self._has(j, "this") or self._has(j, "that")):
            point.year_shift, point.borrowed, point.stop = 0 if self._has(j, "this") else None, self._has(j, "that"), j + 2
        if "shift" in self.kinds[point.stop] and point.year_shift is None:
            point.shift, point.stop = self.kinds[point.stop]["shift"], self.after[point.stop]
        if point.year is None and point.stop > i and (again := self._year_number(point.stop, 1900, 2100)):
            point.year, _, point.stop = again  # "in May of the current year 2015"

    def _numeric(self, i: int) -> _Point | None:
        """14/7/2020, 2020-07-14, 14.7.2020, 6/9/1436. Day first, unless that cannot be or publication shows otherwise."""
        if i >= len(self.tokens) or self.tokens[i].kind != "number":
            return None
        dotted = self.tokens[i].fold.split(".")
        if len(dotted) == 3:
            raw, stop = dotted, i + 1
        elif self._mark(i + 1, _SLASHES | _DASHES) and i + 4 < len(self.tokens) and self.tokens[i + 3].form == self.tokens[i + 1].form:
            raw, stop = [self.tokens[i + k].fold for k in (0, 2, 4)], i + 5
            # a longer chain is a telephone or file number
            if self._mark(i - 1, _SLASHES | _DASHES) and i > 1 and self.tokens[i - 2].kind == "number":
                return None
            if self._mark(stop, _SLASHES | _DASHES) and stop + 1 < len(self.tokens) and self.tokens[stop + 1].kind == "number":
                return None
        else:
            return None
        if not all(part.isdecimal() and len(part) in (1, 2, 4) for part in raw) or [len(part) for part in raw].count(4) != 1:
            return None
        a, b, c = (int(part) for part in raw)
        if len(raw[0]) == 4:
            year, orders = a, [(c, b), (b, c)]
        elif len(raw[2]) == 4:
            year, orders = c, [(a, b), (b, a)]
        else:
            return None
        era = self.kinds[stop].get("era")
        hijri = 1300 <= year <= 1500 if era is None else era == 1
        if not hijri and not 1000 <= year <= 2200:
            return None
        days = [(d, m, start) for d, m in orders if (start := _start(year, m, d, hijri))]
        if not days:
            return None
        day, month, start = days[0]
        if len(days) == 2 and self.published and not hijri:
            away, other = (abs(found[2] - self.published) for found in days)
            if start > self.published + AHEAD and days[1][2] <= self.published + AHEAD or other <= timedelta(3) and away > timedelta(25):
                day, month, _ = days[1]
        return _Point(self.after[stop] if era is not None else stop, year, month, day, hijri)

    def _point(self, i: int) -> _Point | None:
        """One absolute date at i, with as much of it as is said."""
        point = self._numeric(i)
        if point:
            return point
        numbered = self._day_number(i)
        day, j = numbered or (None, i)
        if day:
            of = self._of(j)
            here, there = self.kinds[of], self.kinds[of + 1] if of < len(self.tokens) else {}
            if here.get("the-unit") == _MONTH and "shift" in there:
                return _Point(self.after[of + 1], day=day, month_shift=there["shift"])
            if "this" in here and there.get("the-unit") == _MONTH:
                return _Point(of + 2, day=day, month_shift=0)
            if of == j and here.get("shift") == 0 and self._figure(j - 1) and (self._has(i - 1, "lead") or self._has(i - 1, "day-head")):
                return _Point(self.after[j], day=day, month_shift=0)  # "on the 15th instant"
            if "cardinal" in self.kinds[i] and of > j:
                return None  # "six of Shawwal" are any six
            j = of + (of == j and self._mark(j, _SLASHES | _DASHES))  # "13-July-2020"
        headed = self._has(j, "month-head") and j + 1 < len(self.tokens)
        found = self._month(j + headed)
        if found is None or (j + headed > i and _GLUED in self.kinds[j + headed]):
            if day or not self._has(i, "year-head"):
                return None
            year = self._headed_year(i)
            if year is None:
                return None
            point = _Point(year[2], year=year[0], hijri=year[1])
            if "shift" in self.kinds[point.stop]:
                point.stop = self.after[point.stop]
            return point
        month, hijri, sure, stop = found
        if day is None and self._mark(stop + 1, _COMMAS) and (figure := self._figure(stop)) and figure <= 31 and self._year_number(stop + 2, 1900, 2100):
            day, stop = figure, stop + 1  # "July 13, 2020", translated word by word
        point = _Point(stop, month=month, day=day, hijri=hijri)
        self._year(stop, point)
        of = self._of(point.stop)
        if of > point.stop and self._has(of, "each"):
            return replace(point, custom=True, stop=of + 1)
        said = day or headed or point.year or point.stop > stop
        if sure or said or (not hijri and self._has(i - 1, "lead")):
            return point
        return None

    def _lone(self, i: int) -> _Point | None:
        """A number that only its neighbours can make a date: the day in "between 3 and 5 May", a year after "since"."""
        numbered = self._day_number(i)
        if numbered and (self._figure(numbered[1] - 1) is not None or "ordinal" in self.kinds[i]):
            return _Point(numbered[1], day=numbered[0])
        year = self._year_number(i, 1900, 2100)
        return _Point(year[2], year=year[0], hijri=year[1]) if year else None

    def _join(self, i: int) -> tuple[str, int]:
        """What joins two dates at i, and where the second begins."""
        kinds = self.kinds[i] if i < len(self.tokens) else {}
        if "to" in kinds:
            return "to", self.after[i]
        if kinds.get("conj"):
            return ("to", self.after[i + 1]) if self._has(i + 1, "to") else ("and", i + 1)
        if _GLUED in kinds:
            return "and", i
        if self._mark(i, _DASHES):
            return "dash", i + 1
        if self._mark(i, _SLASHES):
            return "slash", i + 1
        return "", i

    def _absolute(self, i: int) -> _Hit | None:
        """One absolute date at i, or a range of two."""
        kinds, first = self.kinds[i], i
        opener = self._opens(i - 1)
        heads = bool(kinds.keys() & _HEADS)
        if heads:
            i += 1
            if self._opens(i):
                i, opener = i + 1, True
            if i >= len(self.tokens):
                return None
        elif not (self.tokens[i].kind == "number" or kinds.keys() & _STARTERS):
            return None
        point = self._point(i)
        a = point or self._lone(i)
        if a is None:
            return None
        if point and point.custom:
            return _Hit(point.stop)
        how, j = self._join(a.stop)
        b = (self._point(j) or self._lone(j)) if how and j < len(self.tokens) else None
        coming = self._coming(first)
        if b and not b.custom and self._pairs(a, b, how, opener, heads, point is not None):
            if a.year is None and b.year is None and self._in_name(first, b):
                return _Hit(b.stop)
            hit = self._range(a, b, coming, how in ("and", "slash") and not self._is_between(first, i))
        elif point is None and (a.year is None or not (heads or self._bare_year_may_stand(i))):
            return None
        elif a.year is None and a.shift is None and a.year_shift is None and a.month_shift is None and self._in_name(first, a):
            return _Hit(a.stop)
        else:
            hit = self._with_weekday(first, a, coming)
        if "days-head" in kinds and a.day is None:
            return None  # "six days of the month of Shawwal"
        if hit and a.month is None:
            self.year_stop = hit.stop
        return hit

    def _opens(self, i: int) -> bool:
        return self._has(i, "between") or self._has(i, "of")

    def _with_weekday(self, first: int, point: _Point, coming: bool) -> _Hit | None:
        """The date, with the weekday that may stand behind it: 13 July (Monday)."""
        weekday, stop = None, point.stop
        if point.day is not None:
            bracket = self._mark(stop, "([")
            j = stop + bracket
            there = self.kinds[j]
            alone = "weekday" in there and _GLUED not in there and "shift" not in self.kinds[j + 1]
            if alone and (not bracket or self._mark(j + 1, ")]")):
                weekday, stop = there["weekday"], j + 1 + bracket
        hit = self._resolve(point, coming, weekday)
        if hit and weekday:
            hit.stop = stop
            self._check_weekday(first, hit, weekday)
        return hit

    def _check_weekday(self, first: int, hit: _Hit, weekday: int) -> None:
        if hit.value and len(hit.value) == 10 and hit.value[0] != "X" and hit.end is None:
            day = date.fromisoformat(hit.value)
            off = (weekday - day.isoweekday() + 3) % 7 - 3
            if hit.hijri and abs(off) == 1:  # the new moon was seen a day before or after the table has it
                hit.value = (day + timedelta(off)).isoformat()
            elif off:
                span = self._span(first, hit.stop)
                message = f"{span.of(self.text)}: {hit.value} was a {_NAMES[day.weekday()]}, the text says {_NAMES[weekday - 1]}"
                self.issues.append(Issue("weekday-date-mismatch", message, span))

    def _is_between(self, first: int, i: int) -> bool:
        return self._has(first - 1, "between") or self._has(i - 1, "between")

    def _bare_year_may_stand(self, i: int) -> bool:
        """A number of four digits is a year only after a word of time, or next to a year ("2011 and 2012")."""
        if self._has(i - 1, "lead"):
            j = i + 1  # "in 2000 villages": a round number before an indefinite word counts something
            return self.tokens[i].fold[2:] != "00" or j >= len(self.tokens) or self.tokens[j].kind != "word" or bool(self.kinds[j]) or self._definite(j)
        return self._has(i - 1, "conj") and self.year_stop == i - 1

    def _pairs(self, a: _Point, b: _Point, how: str, opener: bool, heads: bool, full: bool) -> bool:
        """May a and b, joined so, be the two ends of a range (or, with "and", a pair)?"""
        if b.month is None and b.year is None and b.month_shift is None or a.month_shift is not None:
            return False
        if a.month is None and b.month is None and b.hijri and a.year and a.year < 1500:
            a.hijri = True  # "in 1435-1436 AH"
        if a.hijri != b.hijri and not (a.month is None and a.year is None):
            return False
        if a.day is not None and a.month is None:  # "3 and 5 May", "3-5 May"
            if b.day is None or (how == "slash" or how == "dash" and a.day >= b.day):
                return False
            return a.day < b.day or how == "and"
        if a.day is not None:
            return b.day is not None and b.month is not None and (how in ("to", "dash") or how == "and" and opener)
        if a.month is not None:
            return b.month is not None and b.day is None and how != ""
        if b.month is not None or b.year is None or a.year is None or b.year <= a.year:
            return False
        # Two bare years need company: "from … to", "between … and", a dash, or a head
        return heads or full or (opener and how != "slash") or how in ("dash", "slash")

    def _range(self, a: _Point, b: _Point, coming: bool, pair: bool) -> _Hit | None:
        """a … b; what a does not say it has from b. A pair that is not consecutive is no range: only a is read, b follows."""
        if a.day is not None and a.month is None:
            a.month, a.month_shift, a.hijri = b.month, b.month_shift, b.hijri
        if b.year is None and b.year_shift is None and a.year is not None and b.month is not None and a.month is not None:
            b.year = a.year + ((b.month, b.day or 0) < (a.month, a.day or 0))
        end = self._resolve(b, coming)
        if end is None or end.value is None:
            return None
        if a.year is None and a.year_shift is None:
            if b.year is None:
                a.borrowed = True
            elif a.month is not None and b.month is not None:
                a.year = b.year - (a.month > b.month)
            a.shift = None
        start = self._resolve(a, coming)
        if start is None or start.value is None:
            return None
        basis = end.basis if start.basis == "text" else start.basis
        if pair and not _consecutive(start.value, end.value):
            return _Hit(a.stop, start.value, start.end, basis, a.hijri)
        last = end.end or end.value
        if not last.startswith("XXXX") and last < start.value:
            return None
        return _Hit(b.stop, start.value, last, basis, b.hijri)

    # -------------------------------------------------------------- from what is said to a value

    def _resolve(self, p: _Point, coming: bool, weekday: int | None = None) -> _Hit | None:
        """The value of a point; writes the year that it settles on into the point."""
        basis, pub = "text", self.published
        if p.month_shift is not None:
            if pub is None:
                return None
            p.year, p.month = _months_on(pub, p.month_shift)
            basis = "relative"
        elif p.year_shift is not None and pub is not None:
            p.year = (Gregorian.fromdate(pub).to_hijri().year if p.hijri else pub.year) + p.year_shift
            basis = "relative"
        elif p.year is None and not p.borrowed and pub is not None and p.month is not None:
            p.year = self._nearest_year(p, pub, coming, weekday)
            basis = "relative"
        if p.year is None:
            if p.hijri or p.month is None:
                return None
            return _Hit(p.stop, f"XXXX-{p.month:02}" + (f"-{p.day:02}" if p.day else "")) if _start(2000, p.month, p.day or 1, False) else None
        if not p.hijri or p.year > 1500 and p.month is None:
            if p.month is None:
                return _Hit(p.stop, f"{p.year:04}", None, basis)
            if _start(p.year, p.month, p.day or 1, False) is None:
                return None
            return _Hit(p.stop, f"{p.year:04}-{p.month:02}" + (f"-{p.day:02}" if p.day else ""), None, basis)
        year = p.year
        if year > 1500:  # "Ramadan 2015"
            near = year - 579
            years = [h for h in (near - 1, near, near + 1) if (s := _start(h, p.month or 1, p.day or 1, True)) and s.year == year]
            if not years:
                return None
            year = years[0]
        start = _start(year, p.month or 1, p.day or 1, True)
        if start is None:
            return None
        if p.day:
            return _Hit(p.stop, start.isoformat(), None, basis, True)
        following = _start(year + (p.month in (None, 12)), 1 if p.month in (None, 12) else (p.month or 0) + 1, 1, True)
        last = following - timedelta(1) if following else None
        return _Hit(p.stop, start.isoformat(), last.isoformat(), basis, True) if last else None

    def _nearest_year(self, p: _Point, pub: date, coming: bool, weekday: int | None) -> int | None:
        """The year of a date that names none: see the rule at the head of this file."""
        if p.month is None:
            return None
        here, day = pub, p.day or 1
        now = pub.year
        if p.hijri:
            today = Gregorian.fromdate(pub).to_hijri()
            now = today.year
            if p.day is None:
                here = Hijri(today.year, today.month, 1).to_gregorian()
        elif p.day is None:
            here = pub.replace(day=1)
        starts = {y: start for y in range(now - 8, now + 9) if (start := _start(y, p.month, day, p.hijri))}
        if p.shift is not None and p.shift < 0:
            past = [y for y, start in starts.items() if start < here]
            return past[p.shift] if len(past) >= -p.shift else None
        future = [y for y, start in starts.items() if start > here or (start == here and not p.shift)]
        if p.shift is not None and p.shift > 0:
            return future[p.shift - 1] if len(future) >= p.shift else None
        if p.shift == 0 and now in starts:
            return now
        if coming and p.shift is None and future and starts[future[0]] - here < COMING:
            return future[0]
        before = [y for y, start in starts.items() if start <= pub + AHEAD]
        if not before:
            return None
        best = before[-1]
        # "Tuesday 3 November", said in July: the weekday tells the coming one from the last
        if weekday and starts[best].isoweekday() != weekday and best + 1 in starts and starts[best + 1].isoweekday() == weekday:
            return best + 1
        return best

    # -------------------------------------------------------------- days: today, Monday, the evening of the 3rd

    def _day(self, i: int) -> _Hit | None:
        if not self.kinds[i].keys() & _DAYS:
            return None
        j = i
        while "day-part" in self.kinds[j] and (j == i or _GLUED not in self.kinds[j]):
            j = self.after[j]
        headed = j < len(self.tokens) and ("day-head" in self.kinds[j] or "days-head" in self.kinds[j])
        j += headed
        kinds = self.kinds[j]
        if kinds.keys() & {"today", "day", "day-unsure"}:
            return self._anchored(i, j)
        if "weekday" in kinds:
            return self._weekday(i, j)
        if j == i or j >= len(self.tokens) or "days-head" in self.kinds[j - 1]:
            return None
        a, b = self._figure(j), self._figure(j + 2)
        if headed and a and b and self._mark(j + 1, _SLASHES) and not self._mark(j + 3, _SLASHES) and a <= 31 and b <= 12:
            return self._resolve(_Point(j + 3, month=b, day=a), self._coming(i))  # "on the day 14/7"
        hit = self._absolute(j)
        return hit if hit and (hit.value is None or len(hit.value) == 10) else None

    def _lean(self, i: int) -> tuple[int, bool]:
        """Where an apposed weekday or date may begin, behind a comma, a bracket or "corresponding to"; is it in brackets?"""
        if self._mark(i, _COMMAS):
            return i + 1, False
        if self._mark(i, "(["):
            return i + 1, True
        return (self.after[i] if self._has(i, "same") else i), False

    def _apposed(self, i: int) -> tuple[_Point | None, int]:
        """A date of a day beside a weekday or a day word that ends before i, and where it stops."""
        j, bracket = self._lean(i)
        point = self._point(j) if j < len(self.tokens) and _GLUED not in self.kinds[j] else None
        if point is None or point.day is None or point.custom or (bracket and not self._mark(point.stop, ")]")):
            return None, i
        return point, point.stop + bracket

    def _anchored(self, i: int, j: int) -> _Hit | None:
        """ "today", "yesterday", alone or with a weekday and a date behind."""
        kinds, stop = self.kinds[j], self.after[j]
        offset = kinds.get("day", kinds.get("day-unsure", 0))
        weekday = None
        k, bracket = self._lean(stop)
        there = self.kinds[k] if k < len(self.tokens) else {}
        if "weekday" in there and _GLUED not in there and "shift" not in self.kinds[k + 1] and (not bracket or self._mark(k + 1, ")]")):
            weekday, stop = there["weekday"], k + 1 + bracket
        point, end = self._apposed(stop)
        if point:
            hit = self._resolve(point, offset > 0, weekday)
            if hit:
                hit.stop = end
                if weekday:
                    self._check_weekday(i, hit, weekday)
            return hit
        if weekday is None:
            if "day" not in kinds and "today" not in kinds:
                return None
            if "today" in kinds and self._no_today(i, stop):
                return None
        if self.published is None:
            return None
        anchor = self.published + timedelta(offset)
        if weekday is None:
            return _Hit(stop, anchor.isoformat(), None, "relative")
        # A page may be dated a day early (time zones), or days after it was written: so a day later, else the days before.
        day = next(d for k in (0, -1, 1, -2, -3, -4, -5) if (d := anchor + timedelta(k)).isoweekday() == weekday)
        if day != anchor:
            span = self._span(i, stop)
            dated = f"the report is dated {self.published.isoformat()}, a {_NAMES[self.published.weekday()]}"
            message = f"{span.of(self.text)}: {dated}, so this would be a {_NAMES[anchor.weekday()]}; read as {day.isoformat()}"
            self.issues.append(Issue("dateline-weekday-mismatch", message, span))
        return _Hit(stop, day.isoformat(), None, "weekday")

    def _no_today(self, i: int, stop: int) -> bool:
        """Is this "today" another day ("the first day", "a barrel a day") or a paper's name ("the channel … Today")?"""
        if self.kinds[stop].keys() & {"not-today", "ordinal"} or self._has(i - 1, "not-today-before"):
            return True
        if self._mark(i - 1, _BRACKETS) and self._mark(stop, _BRACKETS):
            return True
        return any(self._has(k, "outlet-head") for k in range(max(0, i - 4), i))

    def _weekday(self, i: int, j: int) -> _Hit | None:
        """A weekday, or several in a row, with "last", "next", "of last week", or a date behind."""
        days, stops, how = [self.kinds[j]["weekday"]], [j + 1], ""
        while True:
            joined, k = self._join(stops[-1])
            k += self._has(k, "day-head")
            again = self.kinds[k] if k < len(self.tokens) else {}
            night = not joined and "day-part" in self.kinds[i] and again.get("weekday") == days[-1] % 7 + 1  # "the night of Thursday Friday"
            if "weekday" not in again or not (joined or night) or (_GLUED in again and joined != "and"):
                break
            how = joined or "night"
            days.append(again["weekday"])
            stops.append(k + 1)
        stop = stops[-1]
        if self._has(i - 1, "each") or self._in_name(i) or (len(days) == 1 and self._has(j - 1, "days-head")):
            return _Hit(stop)
        shift, week = None, None
        if "shift" in self.kinds[stop]:
            shift, stop = self.kinds[stop]["shift"], self.after[stop]
        else:
            of = self._of(stop)
            if self._has(of, "each"):
                return _Hit(of + 1)
            if self.kinds[of].get("the-unit") == _WEEK and "shift" in self.kinds[of + 1]:
                week, stop = self.kinds[of + 1]["shift"], self.after[of + 1]
            elif self._has(of, "this") and self.kinds[of + 1].get("the-unit") == _WEEK:
                week, stop = 0, of + 2
        point, end = self._apposed(stop)
        if point and len(days) == 1:
            hit = self._resolve(point, self._coming(i), days[0])
            if hit:
                hit.stop = end
                self._check_weekday(i, hit, days[0])
            return hit
        if self.published is None:
            return None
        coming = self._coming(i)
        if len(days) > 1:
            if how == "to" or self._has(i - 1, "between") or all(b == a % 7 + 1 for a, b in pairwise(days)):
                first, last = self._weekday_date(days[0], shift, week, coming), self._weekday_date(days[-1], shift, week, coming)
                if first > last and (coming or (shift or 0) > 0):
                    last += timedelta(7)
                elif first > last:
                    first -= timedelta(7)
                elif last - first > timedelta(6):
                    first += timedelta(7)
                return _Hit(stop, first.isoformat(), last.isoformat(), "weekday")
            stop = stops[0]  # "Saturday and Tuesday": two dates; the second is read on its own
        return _Hit(stop, self._weekday_date(days[0], shift, week, coming).isoformat(), None, "weekday")

    def _weekday_date(self, weekday: int, shift: int | None, week: int | None, coming: bool) -> date:
        pub = self.published or date.min
        if week is not None or shift == 0:
            return self._week(week or 0) + timedelta((weekday - self.week_start) % 7)
        if coming and shift is None:
            return pub + timedelta((weekday - pub.isoweekday()) % 7)
        if shift and shift > 0:
            return pub + timedelta((weekday - pub.isoweekday() - 1) % 7 + 1 + 7 * (shift - 1))
        past = pub - timedelta((pub.isoweekday() - weekday) % 7)
        if shift and past == pub:
            past -= timedelta(7)
        return past + timedelta(7 * (shift + 1)) if shift else past

    def _week(self, shift: int) -> date:
        """The first day of this week or one so many weeks on."""
        pub = self.published or date.min
        return pub - timedelta((pub.isoweekday() - self.week_start) % 7) + timedelta(7 * shift)

    # -------------------------------------------------------------- last year, this week, the past three days

    def _unit(self, i: int) -> _Hit | None:
        kinds = self.kinds[i]
        if "season" in kinds:
            return self._season(i)
        pub = self.published
        if "the-units" in kinds or "the-units-dual" in kinds:
            return self._stretch(i)
        j, shift = i, None
        if "this" in kinds:
            j, shift = i + 1, 0
            kinds = self.kinds[j]
        unit = kinds.get("the-unit")
        if pub is None or (unit is None and "the-season" not in kinds) or _GLUED in kinds and j > i:
            return None
        if unit == _YEAR and self._has(i - 1, "general"):
            return None
        stop = j + 1
        if shift is None:
            if self._has(stop, "year-adj"):
                stop += 1
            if "shift" not in self.kinds[stop]:
                return None
            shift, stop = self.kinds[stop]["shift"], self.after[stop]
        elif "anaphor" in self.kinds[stop]:
            return None
        if unit is None:
            return self._shifted_season(kinds["the-season"], shift, stop)
        return self._shifted(unit, shift, stop)

    def _shifted(self, unit: int, shift: int, stop: int) -> _Hit | None:
        pub = self.published
        if pub is None:
            return None
        if unit == _YEAR:
            return _Hit(stop, f"{pub.year + shift:04}", None, "relative")
        if unit == _MONTH:
            year, month = _months_on(pub, shift)
            return _Hit(stop, f"{year:04}-{month:02}", None, "relative")
        first = self._week(shift)
        return _Hit(stop, first.isoformat(), (first + timedelta(6)).isoformat(), "relative")

    def _stretch(self, i: int) -> _Hit | None:
        """ "the past three days", "the coming two years": up to or from the day of publication."""
        kinds, pub = self.kinds[i], self.published
        unit, j, count = kinds.get("the-units-dual"), i + 1, 2
        if unit is None:
            unit = kinds["the-units"]
            numbered = self.kinds[j].get("the-cardinal")
            if numbered:
                count, j = numbered, self.after[j]
            else:
                j += self._has(j, "article")
                count = self._figure(j) or 0
                j += 1
        shift = self.kinds[j].get("shift") if j < len(self.tokens) else None
        if pub is None or not 1 < count <= 400 or shift not in (-1, 1):
            return None
        other = _ago(pub, unit, -shift * count)
        if other is None:
            return None
        here = pub.isoformat()[: len(other)]
        return _Hit(self.after[j], min(other, here), max(other, here), "relative")

    def _ago(self, i: int) -> _Hit | None:
        """ "three days ago", "for five years", "two months from now"."""
        pub, ahead = self.published, "ahead" in self.kinds[i] and "ago" not in self.kinds[i]
        j = self.after[i]
        if self._has(j, "about"):
            j = self.after[j]
        kinds, count, unit = self.kinds[j], 1, None
        if "unit-dual" in kinds:
            count, unit, j = 2, kinds["unit-dual"], self.after[j]
        elif "unit" in kinds:
            unit, j = kinds["unit"], self.after[j]
            if self.kinds[j].get("cardinal") == 1:
                j = self.after[j]
            elif j < len(self.tokens) and (self.tokens[j].kind == "number" or self.kinds[j].keys() & _NAMED or self._definite(j)):
                return None  # "since the year 2011", "before the month of Ramadan", "before the day of decision"
        else:
            figure = self._figure(j)
            count = figure or kinds.get("cardinal", 0)
            j = j + 1 if figure else self.after[j]
            there = self.kinds[j] if j < len(self.tokens) else {}
            unit = there.get("unit", there.get("units"))
            if not 0 < count <= 400 or unit is None:
                return None
            j = self.after[j]
        if self._has(j, "half") and unit == _YEAR:
            count, unit, j = 12 * count + 6, _MONTH, self.after[j]
            halved = True
        else:
            halved = False
        now = self._has(j, "of") and (self._has(j + 1, "now") or self._has(j + 1, "today"))
        if pub is None or (self._has(j, "of") or self._has(j, "counts-from") or ahead) and not now:
            return None  # "three days before the vote" counts from the vote
        value = _ago(pub, unit, -count if ahead else count)
        if value is None:
            return None
        stop = j + 2 if now else j
        if unit == _WEEK:
            middle = date.fromisoformat(value)
            return _Hit(stop, (middle - timedelta(3)).isoformat(), (middle + timedelta(3)).isoformat(), "relative")
        return _Hit(stop, value[:4] if halved else value, None, "relative")

    def _definite(self, i: int) -> bool:
        return bool(self.article) and self.tokens[i].fold.startswith(self.article)

    # -------------------------------------------------------------- parts of a year, seasons, decades

    def _part(self, i: int) -> _Hit | None:
        """ "the end of 2017", "early July", "the middle of this week": the part of what follows."""
        which, j = self.kinds[i]["part"], self._of(self.after[i])
        whole = self._whole(j)
        if whole is None or whole.value is None or (whole.stop == j + 1 and self._has(i - 1, "name-head")):
            return None
        value, end = whole.value, whole.end
        if len(value) == 4 and end is None:
            first, last = ((1, 3), (5, 8), (10, 12))[which]
            return replace(whole, value=f"{value}-{first:02}", end=f"{value}-{last:02}")
        if len(value) == 7 and end is None:
            first, last = ((1, 10), (11, 20), (21, _length(value)))[which]
            return replace(whole, value=f"{value}-{first:02}", end=f"{value}-{last:02}")
        if end and len(value) == 4:
            span = int(end) - int(value) + 1
            return replace(whole, value=str(int(value) + span * which // 3), end=str(int(value) + span * (which + 1) // 3 - 1 + (which < 2)))
        if end and len(value) == 10:
            start, days = date.fromisoformat(value), (date.fromisoformat(end) - date.fromisoformat(value)).days + 1
            return replace(
                whole,
                value=(start + timedelta(days * which // 3)).isoformat(),
                end=(start + timedelta(days * (which + 1) // 3 - 1)).isoformat(),
            )
        return whole if end else None

    def _whole(self, i: int) -> _Hit | None:
        """A year, month, week or decade that a part or a share is taken of."""
        if i >= len(self.tokens):
            return None
        kinds = self.kinds[i]
        hit = self._unit(i) or self._absolute(i) or self._decade(i)
        if hit:
            return hit
        year = self._year_number(i, 1900, 2100)
        if year:
            return self._resolve(_Point(year[2], year=year[0], hijri=year[1]), False)
        unit = kinds.get("the-unit")
        if unit and not self.kinds[i + 1].keys() & {"anaphor", "year-adj-number", "ordinal"}:
            return self._shifted(unit, 0, i + 1)
        return None

    def _share(self, i: int) -> _Hit | None:
        """ "the first quarter of 2020", "the second half of July"."""
        parts = self.kinds[i].get("share")
        if parts is None:
            return None
        j = self.after[i]
        which = parts if self._has(j, "last") else self.kinds[j].get("ordinal", 0)
        if not 1 <= which <= parts:
            return None
        whole = self._whole(self._of(self.after[j]))
        if whole is None or whole.value is None or whole.end:
            return None
        if len(whole.value) == 4:
            months = 12 // parts
            first, last = months * (which - 1) + 1, months * which
        elif len(whole.value) == 7 and parts < 4:
            days = 30 // parts
            first, last = days * (which - 1) + 1, days * which if which < parts else _length(whole.value)
        else:
            return None
        return replace(whole, value=f"{whole.value}-{first:02}", end=f"{whole.value}-{last:02}")

    def _season(self, i: int) -> _Hit | None:
        """ "summer 2019". A winter with one year may be the one before or after it: it stays the year."""
        month, j = self.kinds[i]["season"], self._of(i + 1)
        year: int | None = None
        found = self._headed_year(j) if self._has(j, "year-head") else self._year_number(j, 1900, 2100)
        if found and not found[1]:
            year, stop, basis = found[0], found[2], "text"
        elif (hit := self._unit(j)) and hit.value and len(hit.value) == 4:
            year, stop, basis = int(hit.value), hit.stop, hit.basis
        if year is None:
            return None
        if month < 12:
            return _Hit(stop, f"{year:04}-{month:02}", f"{year:04}-{month + 2:02}", basis)
        how, k = self._join(stop)
        second = self._year_number(k, year + 1, year + 1) if how else None
        if second:
            return _Hit(second[2], f"{year:04}-12", f"{year + 1:04}-02", basis)
        return _Hit(stop, f"{year:04}", None, basis)

    def _shifted_season(self, month: int, shift: int, stop: int) -> _Hit | None:
        """ "last summer": the last that was over, the next that begins, or the one of these days."""
        pub = self.published
        if pub is None:
            return None
        months = [(y, month, *((y, month + 2) if month < 12 else (y + 1, 2))) for y in range(pub.year - 3, pub.year + 4)]
        now = (pub.year, pub.month)
        if shift < 0:
            chosen = [m for m in months if m[2:] < now][shift]
        elif shift > 0:
            chosen = [m for m in months if m[:2] > now][shift - 1]
        else:
            chosen = next(m for m in months if m[2:] >= now)
        return _Hit(stop, f"{chosen[0]:04}-{chosen[1]:02}", f"{chosen[2]:04}-{chosen[3]:02}", "relative")

    def _decade(self, i: int) -> _Hit | None:
        """ "the nineties" in a decade's company: of a century, after "early", "since"; a man "in his fifties" is none."""
        decade = self.kinds[i].get("decade")
        if decade is None:
            return None
        j = i + 1
        of = self._of(j)
        if self._has(of, "not-decade"):
            return None
        if self._has(of, "century"):
            j = self.after[of]
        elif not any(self._has(i - 1, kind) for kind in ("part", "decade-head", "ago")):
            return None
        elif decade < 1940 and self._has(i - 1, "part"):
            return None  # "in their mid-twenties"
        return _Hit(j, str(decade), str(decade + 9))

    # -------------------------------------------------------------- one day in two calendars

    def _same_day(self, before: tuple[int, _Hit], i: int, hit: _Hit) -> _Hit | None:
        """The second of two dates in a row says the first again: 22 Dhu al-Qa'da 1441 (13 July 2020). The Gregorian one counts."""
        first = before[1]
        between = range(first.stop, i)
        told = any("same" in self.kinds[k] for k in between)
        if len(between) > 3 or not all(self.tokens[k].kind == "mark" or self.kinds[k].keys() & {"same", "of"} for k in between):
            return None
        if first.hijri == hit.hijri or not (first.value and hit.value and len(first.value) == len(hit.value) == 10):
            return None
        chosen = first if hit.hijri else hit
        stop = hit.stop + (any(self._mark(k, "([") for k in between) and self._mark(hit.stop, ")]"))
        try:
            apart = abs(date.fromisoformat(first.value) - date.fromisoformat(hit.value))
        except ValueError:
            return replace(chosen, stop=stop) if told else None
        return replace(chosen, stop=stop) if told or apart <= timedelta(2) else None


_NAMED = {"month", "month-unsure", "hijri-month", "weekday", "day", "today", "ordinal"}


def _start(year: int, month: int, day: int, hijri: bool) -> date | None:
    """The day, None when there is none such (31 June, a Hijri year outside the tables of Umm al-Qura)."""
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


def _ago(pub: date, unit: int, count: int) -> str | None:
    """The day, month or year that lies so many units before (negative: after), as precise as the unit."""
    if unit == _YEAR:
        return f"{pub.year - count:04}" if 0 < pub.year - count < 10000 else None
    if unit == _MONTH:
        year, month = _months_on(pub, -count)
        return f"{year:04}-{month:02}" if 0 < year < 10000 else None
    try:
        return (pub - timedelta(unit * count)).isoformat()
    except OverflowError:
        return None


def _consecutive(first: str, second: str) -> bool:
    """Is the second the day, month or year right after the first, both of one precision?"""
    if len(first) != len(second):
        return False
    if len(first) == 4:
        return int(second) == int(first) + 1
    if first.startswith("XXXX"):
        return first[:-2] == second[:-2] and int(second[-2:]) == int(first[-2:]) + 1
    if len(first) == 7:
        return _months_on(date.fromisoformat(first + "-01"), 1) == (int(second[:4]), int(second[5:]))
    return date.fromisoformat(second) - date.fromisoformat(first) == timedelta(1)
