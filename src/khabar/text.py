"""Letters, tokens, sentences, quotations, clitics: text as it stands, with every offset kept.

Folding makes the spellings of one word equal (أ إ آ ا · ى ي · ة ه · vowel marks · tatweel · presentation forms · Persian
and Urdu letters · digits · invisible controls · Latin case). It is for looking up only: the original is never changed,
and ``fold_map`` leads from each folded letter back to the code point it came from.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from khabar.model import Quote, Span

_T = TypeVar("_T")

_LETTERS = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ىیېےۍ", "ي"),
    **dict.fromkeys("ةہھۀەۂۃ", "ه"),
    **dict.fromkeys("کگڪ", "ك"),
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤ": "ف",
    "ڨ": "ق",
    "ٹ": "ت",
    "ڈ": "د",
    "ڑ": "ر",
    "ں": "ن",
    "ٶ": "ؤ",
    "٫": ".",
    "٬": ",",
    "ё": "е",
}
# Format controls (zero width, bidi), vowel marks, Koranic signs, tatweel, soft hyphen: they carry no letter.
_SILENT = re.compile(
    "[\u00ad\u034f\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
_WORD_MARKS = "\u00ad\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if _SILENT.match(char):
        return ""
    if "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc":
        return "".join(_fold_char(c) for c in unicodedata.normalize("NFKC", char) if c != char)
    if char.isdigit():
        digit = unicodedata.digit(char, None)
        return str(digit) if digit is not None else char
    if char in _LETTERS:
        return _LETTERS[char]
    return char.casefold()


class _Letters(dict[int, str]):
    """Code point -> its folded letters, as ``str.translate`` asks for them: half the time of asking letter by letter."""

    def __missing__(self, point: int) -> str:
        folded = self[point] = _fold_char(chr(point))
        return folded


_FOLDED = _Letters()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text with all spellings of a letter made one. Meant for words and names; cached."""
    return seated(text.translate(_FOLDED))


def seated(text: str) -> str:
    """Egyptian print seats a hamza before و on the line's tooth: شئون, مسئول for شؤون, مسؤول; and hasty typing leaves it out in these two."""
    if _TWO in text:
        text = text.replace("ش" + _TWO + "ن", "ش" + _ON_WAW + "ن").replace("س" + _TWO + "ل", "س" + _ON_WAW + "ل")
    return text.replace(_ON_TOOTH, _ON_WAW) if _ON_TOOTH in text else text


_WAW = "و"
_TWO, _ON_TOOTH, _ON_WAW = _WAW + _WAW, "ئ" + _WAW, "ؤ" + _WAW


def fold_map(text: str) -> tuple[str, array[int]]:
    """The folded text and, for each of its letters, the offset of the code point that it came from."""
    letters: list[str] = []
    where = array("q")
    for i, char in enumerate(text):
        for c in _fold_char(char):
            letters.append(c)
            where.append(i)
    return seated("".join(letters)), where


class ByWord(dict[str, _T]):
    """What a function says of each word that it is asked for: found out once, since most words of a report are those of others.

    ``most`` words are remembered, then it begins anew.
    """

    def __init__(self, find: Callable[[str], _T], most: int = 100_000) -> None:
        super().__init__()
        self._find, self._most = find, most

    def __missing__(self, word: str) -> _T:
        if len(self) >= self._most:
            self.clear()
        found = self[word] = self._find(word)
        return found


# ------------------------------------------------------------------ tokens


@dataclass(slots=True)
class Token:
    """A word, a number or one mark of punctuation. kind: ``word``, ``number``, ``mark``.

    Not frozen, though nothing changes it: one is made for each word of a report, and a frozen one takes three times as long to make.
    """

    start: int
    stop: int
    form: str
    fold: str
    kind: str

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.stop)


_TOKEN = re.compile(  # most are words: they are tried first
    rf"([^\W\d_]+(?:[{_WORD_MARKS}]+[^\W\d_]*)*)"
    r"|(\d+(?:[.,٫٬]\d+)*)"
    rf"|([\u0027\u2018\u2019]{{2}}|(?![#@_][^\W\d_])[^\w\s{_WORD_MARKS}]|_(?![^\W\d_]))"  # the marks of a hash tag are no marks
)
_KINDS = ("", "word", "number", "mark")  # by the number of the group


def tokenize(text: str) -> list[Token]:
    """Words, numbers and marks in order. Digits glued to letters (``2020ء``, ``13يوليو``) become tokens of their own."""
    out, seen = [], _SEEN
    for m in _TOKEN.finditer(text):  # not by `scan`: a generator in between takes a fifth more
        start, stop = m.span()
        form = m[0]
        folded, kind = seen[form]
        out.append(Token(start, stop, form, folded, kind))
    return out


def _seen(form: str) -> tuple[str, str]:
    """A token's fold and kind, which its form tells: the kind its first letter."""
    first = form[0]
    if not first.isalnum():
        return _mark(form), "mark"
    return fold(form), "number" if first.isdecimal() else "word"


_SEEN = ByWord(_seen)


def _mark(form: str) -> str:
    """A mark folded: two apostrophes are written for one quotation mark."""
    return '"' if len(form) == 2 else fold(form)


def scan(text: str) -> Iterator[tuple[int, int, str, str]]:
    """The same as (start, stop, form, kind), one at a time and not folded: for who reads through many texts."""
    for m in _TOKEN.finditer(text):
        yield *m.span(), m[0], _KINDS[m.lastindex or 0]


def keeps_dots(tokens: Iterable[Token]) -> bool:
    """Does the text write a final ي with its dots? Egyptian print leaves them off, and then ى may be either letter."""
    ends = [t.form[-1] for t in tokens]
    return ends.count("ي") > ends.count("ى")


def keeps_hamzas(tokens: Sequence[Token]) -> bool:
    """Does the text write hamzas on ا? Hasty typing leaves them all off, and then "رات" may be رأت; of a few words nothing can be told."""
    return len(tokens) < _SOME_WORDS or any("أ" in t.form for t in tokens)


_SOME_WORDS = 40  # tokens among which a text that writes hamzas has one

# ------------------------------------------------------------------ quotations and sentences

_OPENERS = {"«": "»", "“": "”", "‹": "›", "„": "“"}
QUOTE_MARKS = frozenset('"«»“”‹›„')
_QUOTING = re.compile(f"[{''.join(sorted(QUOTE_MARKS))}\n]|[\u0027\u2018\u2019]{{2}}")  # or the end of a paragraph


def quotes(text: str) -> list[Quote]:
    """Stretches between quotation marks, outermost only, in order. A mark never closed runs to the end of its paragraph."""
    found: list[Quote] = []
    start, closer, depth, opener = -1, "", 0, ""
    wrapped = _wrapped(text)
    for mark in _QUOTING.finditer(text):
        i, char = mark.start(), _mark(mark.group())
        if start < 0:
            if char in _OPENERS or (char in "\"”" and not _inch(text, i)):
                start, closer, depth, opener = mark.end(), _OPENERS.get(char, char), 0, char
        elif char == "\n":
            if i in wrapped:
                continue
            found.append(Quote(Span(start, i), False))
            start = -1
        elif char in _OPENERS and char != closer and _OPENERS[char] == closer and opener != "”":  # ”…“ is a pair the wrong way round
            depth += 1
        elif char == closer or (closer in "”“" and char in "”“" and depth == 0) or (closer == '"' and char == "”"):
            if depth:
                depth -= 1
            else:
                found.append(Quote(Span(start, i), True))
                start = -1
    if start >= 0:
        found.append(Quote(Span(start, len(text)), False))
    return found


def _inch(text: str, i: int) -> bool:
    return i > 0 and text[i - 1].isdigit() and not (i + 1 < len(text) and text[i + 1].isalpha())


# What may end a sentence (some write a middle dot), with the closing marks behind it; an initial's stop (د. فلان, أ. ف. ب, U.S.) is sorted out later.
_MARKS, _DOT = r"[.!?؟…]+[\"'”»›)\]]*(?=\s|$|[^\W\d_])", r"(?<=[^\W\d_]|[\"'”»])\s*[·•](?=\s|$)"
_STOP = re.compile(rf"{_MARKS}|\n+")
_STOP_OR_DOT = re.compile(rf"{_MARKS}|{_DOT}|\n+")  # looks back at every letter: a third of the speed, so only for a text that has such a dot


def _wrapped(text: str) -> frozenset[int]:
    """Where line breaks stand inside sentences: of a text whose short lines (of a mail, a PDF) mostly end anywhere, and some at a full stop.

    A list of headlines has no line with a full stop, verses hardly one; a paragraph a line is longer."""
    if any(len(line.strip()) > _WIDTH for line in text.split("\n")):
        return frozenset()  # nearly every text: asked before its lines are looked at
    lines = [(m.start(), m.end(), line) for m in _LINE.finditer(text) if (line := m.group().strip())]
    if len(lines) < _SOME_LINES:
        return frozenset()
    ends = [line.rstrip(_CLOSERS)[-1:] in _ENDS for _, _, line in lines]
    inside = [
        stop
        for (_, stop, line), (start, _, _), ended in zip(lines, lines[1:], ends, strict=False)
        if not ended and len(line) >= _FULL_LINE and start == stop + 1
    ]
    return frozenset(inside) if len(inside) * 2 > len(lines) - 1 and sum(ends) >= len(lines) * _END_SENTENCES else frozenset()


_LINE = re.compile(r"[^\n]+")
_CLOSERS, _ENDS = "\"'”»›)] ", frozenset(".!?؟…:")
_SOME_LINES, _FULL_LINE, _WIDTH = 5, 25, 110  # lines, letters, letters
_END_SENTENCES = 0.15  # of the lines


def sentences(text: str) -> list[Span]:
    """Sentences, without the white space around them. A line break ends one, but where the text is broken at a width or between a colon and
    the quotation that it leads to; an initial's full stop does not."""
    out: list[Span] = []
    begin, wrapped = 0, _wrapped(text)
    for m in (_STOP_OR_DOT if "·" in text or "•" in text else _STOP).finditer(text):
        if text[m.start()] != "\n":
            if text[m.start()] == "." and _is_initial(text, m.start()):
                continue
            if m.end() < len(text) and text[m.end()].isascii() and text[m.end()].isalpha() and m.end() == m.start() + 1:
                continue  # example.com
        elif m.start() in wrapped or _leads_to_quotation(text, m.start(), m.end()):
            continue
        _keep(text, begin, m.end(), out)
        begin = m.end()
    _keep(text, begin, len(text), out)
    return out


def _leads_to_quotation(text: str, start: int, stop: int) -> bool:
    """Does a line break stand between a colon and the quotation to which it leads ("وأضاف الوزير:", and in the next line what he said)?"""
    return text[max(0, start - _ROOM) : start].rstrip().endswith(":") and text[stop : stop + _ROOM].lstrip()[:1] in QUOTE_MARKS


def _is_initial(text: str, stop: int) -> bool:
    """Is the full stop at stop that of one letter alone, an initial? A letter behind a vowel mark ends a word ("مغلقًا.")."""
    start = stop
    while start > 0 and (text[start - 1].isalpha() or unicodedata.combining(text[start - 1])) and stop - start < 3:
        start -= 1
    return stop - start == 1 and (start == 0 or not text[start - 1].isdigit())


def _keep(text: str, start: int, stop: int, out: list[Span]) -> None:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    while stop - start > _LONGEST:  # no sentence of a report is so long: what has no stops is read in pieces, so that time stays linear
        cut = text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
        out.append(Span(start, cut - 1 if text[cut - 1] == " " else cut))
        start = cut
    if stop > start:
        out.append(Span(start, stop))


_ROOM = 8  # code points of white space around a line break that are looked over
_LONGEST = 3000  # code points


# ------------------------------------------------------------------ clitics


@dataclass(slots=True)
class Clitics:
    """One way to take a folded word apart: conj + prep + article + stem + suffix; '' where there is none. Not frozen, as `Token`."""

    conj: str
    prep: str
    article: bool
    stem: str
    suffix: str


ARTICLE = "ال"
_SUFFIXES = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "ه", "ي")


@lru_cache(maxsize=65536)
def clitics(word: str) -> tuple[Clitics, ...]:
    """Every way to take a folded Arabic word apart, the least cut first. The lexicon chooses among them."""
    return tuple(Clitics(*cut) for cut in _cuts(word))


def stems(word: str) -> list[str]:
    """Only the stems of `clitics`, in their order: for who looks a word up and does not ask what was cut off."""
    return [stem for _, _, _, stem, _ in _cuts(word)]


def _cuts(word: str) -> list[tuple[str, str, bool, str, str]]:
    fronts: list[tuple[str, str, bool, str]] = []
    for conj, rest in (("", word), (word[0], word[1:])) if word[:1] in ("و", "ف") and len(word) > 3 else (("", word),):
        fronts.append((conj, "", False, rest))
        if rest.startswith(ARTICLE) and len(rest) > 4:
            fronts.append((conj, "", True, rest[2:]))
        if rest.startswith("لل") and len(rest) > 4:
            fronts.append((conj, "ل", True, rest[2:]))
        if rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
            fronts.append((conj, rest[0], False, rest[1:]))
            if rest[1:3] == ARTICLE and len(rest) > 5:
                fronts.append((conj, rest[0], True, rest[3:]))
    out = [(c, p, a, s, "") for c, p, a, s in fronts]
    for c, p, a, s in fronts:
        if not a and s.endswith(_SUFFIXES):
            out += [(c, p, a, s[: -len(x)], x) for x in _SUFFIXES if s.endswith(x) and len(s) - len(x) >= 2]
    return out
