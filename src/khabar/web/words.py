"""The desk's words in one language, and how it writes numbers, dates and names."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import khabar

LANGUAGES = ("ar", "en")
DIGITS = ("latn", "arab")  # as in BCP 47's -u-nu-: 2020, and the digits of the Mashriq
DIRECTION = {"ar": "rtl", "fa": "rtl", "ur": "rtl", "he": "rtl"}
_ARAB = str.maketrans("0123456789,.", "".join(chr(0x660 + n) for n in range(10)) + "\u066c\u066b")


@cache
def catalogue(language: str) -> dict[str, Any]:
    """The table of ``words/LANGUAGE.toml``."""
    return tomllib.loads((files("khabar") / "web" / "words" / f"{language}.toml").read_text("utf-8"))


def direction(language: str | None) -> str:
    """``rtl`` or ``ltr`` for a passage in a language."""
    return DIRECTION.get((language or "").partition("-")[0], "ltr")


def plural(language: str, n: int) -> str:
    """Which form a count takes (CLDR's rules; Arabic has six)."""
    if language != "ar":
        return "one" if n == 1 else "other"
    if n < 3:
        return ("zero", "one", "two")[n]
    if 3 <= n % 100 <= 10:
        return "few"
    return "many" if 11 <= n % 100 <= 99 else "other"


class Words:
    """What a template says in one language. digits: which ones an Arabic page writes (``DIGITS``); names and ids keep theirs."""

    def __init__(self, language: str, digits: str = "latn") -> None:
        self.language = language
        self.digits = digits if language == "ar" else "latn"
        self.dir = direction(language)
        self.other = next(x for x in LANGUAGES if x != language)
        self._table = catalogue(language)

    def __call__(self, key: str, **filled: Any) -> str:
        """The text of a key (``desk.title``), filled in. KeyError for a key that is none: a test walks all templates."""
        found: Any = self._table
        for part in key.split("."):
            found = found[part]
        if isinstance(found, dict):
            raise KeyError(f"{key} is a plural: use count")
        return found.format(**filled) if filled else str(found)

    def label(self, section: str, value: object) -> str:
        """The label of a value that comes out of the record; the value itself where the catalogue has none."""
        return str(self._table[section].get(str(value), value)) if value is not None else ""

    def options(self, section: str) -> list[tuple[str, str]]:
        """The values of a section with their labels."""
        return list(self._table[section].items())

    def act(self, type: str, mode: str | None) -> str:
        """What was done, in a heading: the mode alone where it is the better word ("phone call")."""
        if mode in self._table["app"]["telling-modes"]:
            label = self.label("mode", mode)
            return label[:1].upper() + label[1:]
        return self.label("type", type) + (f": {self.label('mode', mode)}" if mode else "")

    def count(self, key: str, n: int) -> str:
        """A counted noun: ``count('reports', 5)``."""
        return str(self._table["count"][key][plural(self.language, n)]).format(n=self.number(n))

    def number(self, n: float) -> str:
        """A number with its thousands parted, in the reader's digits."""
        written = f"{n:,}" if isinstance(n, int) else f"{n:,.10g}"
        return written.translate(_ARAB) if self.digits == "arab" else written

    def _plainly(self, number: str) -> str:
        """A year or a day of the month: digits without anything between them."""
        return number.translate(_ARAB) if self.digits == "arab" else number

    def date(self, value: str | None, end: str | None = None) -> str:
        """``2020-07-13`` as it is written, with both of the month's names in Arabic; less precise ones as they are."""
        if not value:
            return ""
        if "/" in value:
            value, _, end = value.partition("/")
        if end and end != value:
            if len(value) == len(end) == 10 and value[:7] == end[:7]:
                return f"{self._plainly(str(int(value[8:])))}–{self._date(end)}"
            return self("precision.range", **{"from": self._date(value), "to": self._date(end)})
        return self._date(value)

    def _date(self, value: str) -> str:
        match = re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?(?:[T ].*)?", value)
        if match is None:
            return value
        year, month, day = match.groups()
        parts = [self._plainly(str(int(day)))] if day else []
        if month:
            parts.append(self.label("months", month))
        if year != "XXXX":
            parts.append(self._plainly(year))
        return " ".join(parts)

    def moment(self, at: str) -> str:
        """A time of the log (``2026-11-26T04:15:02Z``): day, hour and minute."""
        return f"{self.date(at[:10])} {self._plainly(at[11:16])} UTC" if len(at) > 15 else self.date(at)

    def figure(self, kind: str, amount: str, unit: str | None) -> str:
        """A figure of an event: ``killed 8``, ``killed 8..10``, ``duration 50 minute``, ``money 1350000000 USD``; ``?`` for an unsaid number."""
        low, between, high = amount.partition("..")
        ends = [_number(x) for x in ((low, high) if between else (low,))]
        written = "–".join("…" if x is None else self.number(x) for x in ends)
        if unit in self._table["count"]:
            n = ends[-1]
            form = plural(self.language, int(n)) if n is not None and n == int(n) and not between else "other"
            written = str(self._table["count"][unit][form]).format(n=written)
        elif unit:
            written = f"{written} {unit}"
        return f"{self.label('figure', kind)}: {written}"

    def weekday(self, value: str | None) -> str:
        """The day of the week of a full date, else ''."""
        try:
            return self.label("weekdays", datetime.date.fromisoformat((value or "")[:10]).weekday())
        except ValueError:
            return ""

    def precision(self, value: str) -> str:
        """How precise a date is, in words."""
        if value.startswith("XXXX"):
            return self("precision.no-year")
        return self("precision." + {4: "year", 7: "month"}.get(len(value), "day"))

    def post(self, slug: str | None) -> str:
        """The name of a post."""
        if not slug:
            return ""
        return _posts().get(slug, {}).get(self.language) or slug.replace("-", " ")

    def reason(self, why: str, names: Mapping[str, str]) -> list[tuple[list[str], str]]:
        """Why reports count as one origin, in this language: (outlets, reason) pairs; of the outlets every second piece is what joins them.

        names: English name -> name here.
        """
        out = []
        for part in why.split("; "):
            outlets, colon, said = part.partition(": ")
            if not colon:
                outlets, said = "", part
            for pattern, key in _reasons():
                if match := pattern.fullmatch(said):
                    origin = match.groupdict().get("origin", "")
                    said = self(f"why.{key}", origin=names.get(origin, origin)) if origin else self(f"why.{key}")
                    break
            joined = {catalogue("en")["why"]["and"]: self("why.and"), ", ": self("app.comma")}
            pieces = re.split("(" + "|".join(map(re.escape, (*joined, " ← "))) + ")", outlets) if outlets else []
            called = {**names, catalogue("en")["why"]["others"]: self("why.others"), **joined}
            out.append(([called.get(p, p) for p in pieces], said))
        return out


def _number(text: str) -> float | None:
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return None


@cache
def _posts() -> dict[str, dict[str, str]]:
    return khabar.posts()


@cache
def _reasons() -> list[tuple[re.Pattern[str], str]]:
    reasons = {k: v for k, v in catalogue("en")["why"].items() if k not in ("and", "others")}
    return [(re.compile(re.escape(v).replace(r"\{origin\}", "(?P<origin>.+)")), k) for k, v in reasons.items()]


class Names:
    """Names of the entities on one page. A name is given in the page's language, and never an id where there is a better word."""

    def __init__(self, language: str, entities: Iterable[Mapping[str, Any]] = ()) -> None:
        self.language = language
        self.of_entity: dict[str, dict[str, str]] = {e["id"]: dict(e["names"]) for e in entities}
        self.outlets: dict[str, str] = {}

    def __call__(self, ref: str | None) -> str:
        """The name of an entity, or the words themselves where it is none."""
        return self.in_language(ref)[0]

    def in_language(self, ref: str | None) -> tuple[str, str]:
        """(name, its language)."""
        if not ref:
            return "", self.language
        if ref in catalogue(self.language)["bloc"]:
            return catalogue(self.language)["bloc"][ref], self.language
        names = self.of_entity.get(ref)
        if names is None:
            names = self.of_entity[ref] = khabar.names(ref) if "/" in ref or len(ref) == 3 else {}
            if not names and len(ref) == 3 and ref.isupper():
                names = self.of_entity[ref] = khabar.names(f"state/{ref}")
        for language in (self.language, "en", "ar", "ru"):
            if names.get(language):
                return names[language], language
        if ref in self.outlets:
            return self.outlets[ref], "ar"
        kind, slash, slug = ref.partition("/")
        if slash and kind in ("source", "unnamed") and not slug.startswith("x"):
            return (slug.rpartition("-")[0] or slug).replace("-", " "), "en"
        if slash and kind in ("person", "org", "place", "state", "outlet", "group", "text"):
            return slug.replace("-", " "), "en"
        return ref, "ar" if re.search("[\u0600-\u06ff]", ref) else "en"
