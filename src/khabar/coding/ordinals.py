"""Which one of a series the report speaks of: "الجولة الرابعة", "ثالث قمة", "لليوم الثاني", "القرار رقم 2701"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from khabar.annotation import Annotation
from khabar.model import Number, Sentence, Span
from khabar.packs import GLUED, Pack
from khabar.text import Token

_TEN = 10
_THE = "ال"
_AND = "و"
_TEXT = "text"  # the unit of what is told apart by figures
_LEAST = 100  # the least of those: "القرار 2" is one of two
_BETWEEN = 2  # tokens between a noun and its ordinal: "القمة العربية الثلاثين"


def ordinals(a: Annotation, pack: Pack, sentence: Sentence, series: Sequence[tuple[int, str]]) -> Iterator[Number]:
    """Figures of the kind ``ordinal``; the unit says what is counted off (``round``, ``day``). series: the tokens with a unit (`counts_off`).

    The first of a series is none: "the first summit in years" counts nothing off. Nor is what belongs to a name ("اليوم السابع", a paper).
    """
    for n in _found(a, pack, sentence, series):
        if n.span is not None and not any(n.span.overlaps(m.span) for m in a.mentions if m.kind not in ("gathering", "instrument")):
            yield n


def _found(a: Annotation, pack: Pack, sentence: Sentence, series: Sequence[tuple[int, str]]) -> Iterator[Number]:
    tokens = a.tokens
    for i, unit in series[bisect_left(series, (sentence.first,)) : bisect_left(series, (sentence.last,))]:
        if unit == _TEXT and (j := _numbered(a, pack, i, sentence.last)) is not None:
            yield Number("ordinal", float(tokens[j].fold), None, None, unit, tokens[j].span)
            continue
        value = _ordinal(pack, tokens[i - 1].fold)[0] if i > sentence.first else None
        if value is not None and value > 1 and not tokens[i].fold.startswith(_THE):
            yield _number(a, value, unit, i - 1, i + 1)  # "ثالث قمة"
            continue
        definite = _bare(tokens[i].fold, article=False).startswith(_THE)
        for j in range(i + 1, min(i + 2 + _BETWEEN, sentence.last)):
            value, article = _ordinal(pack, tokens[j].fold)
            if value is not None and article == definite:
                stop, value = _tens(pack, [t.fold for t in tokens[j : min(j + 3, sentence.last)]], value)
                if value > 1:
                    yield _number(a, value, unit, i, j + stop)
                break
            # Only adjectives stand between them, and agree in the article.
            if tokens[j].kind != "word" or tokens[j].fold.startswith(_THE) != definite or pack.series(_bare(tokens[j].fold)) is not None:
                break


def _numbered(a: Annotation, pack: Pack, i: int, last: int) -> int | None:
    """The token of the figure by which a text goes, behind its noun at token i and whose it is: "قرار مجلس الأمن الدولي رقم 2701"."""
    known = next((m for m in a.mentions if m.kind == "instrument" and m.first <= i < m.last), None)
    whose = next((m for m in a.mentions if m.first == i + 1 and m.kind == "organisation"), None)
    j = known.last - 1 if known is not None else whose.last if whose is not None else i + 1
    j += j < last and a.tokens[j].fold in pack.word_class("number-of")
    figure = a.tokens[j] if j < last else None
    return j if figure is not None and figure.kind == "number" and figure.fold.isdigit() and int(figure.fold) >= _LEAST else None


def is_teen(tokens: Sequence[Token], i: int, pack: Pack) -> bool:
    """Is a token the ten of an ordinal ("بالمرتبة الرابعة عشرة"), or of all there are ("الدول الخمس عشرة"), which counts nothing by itself?"""
    if not i or pack.number_word(tokens[i].fold) != _TEN:
        return False
    before = tokens[i - 1].fold
    whole = pack.number_word(before.removeprefix(_THE)) if before.startswith(_THE) else None
    return min(_ordinal(pack, before)[0] or _TEN, whole or _TEN) < _TEN


def counts_off(pack: Pack, word: str) -> str | None:
    """What a folded word counts off ("round", "day"), whatever is glued to it; None for other words."""
    bare = _bare(word)
    return pack.series(bare) or (pack.series(bare[1:]) if bare[:1] in GLUED else None)


def _tens(pack: Pack, words: Sequence[str], value: float) -> tuple[int, float]:
    """How many words an ordinal has, and its value with the tens behind it ("الثالثة عشرة", "الحادية والثلاثين")."""
    after = words[1] if len(words) > 1 else ""
    if pack.number_word(after) == _TEN and value < _TEN:
        return 2, value + _TEN
    tens = pack.number_word(after.removeprefix(_AND).removeprefix(_THE)) if after.startswith(_AND + _THE) else None
    return (2, value + tens) if tens is not None and tens > _TEN > value else (1, value)


def _ordinal(pack: Pack, word: str) -> tuple[float | None, bool]:
    """(value of an ordinal, has it the article)."""
    bare = word[1:] if word[:1] in GLUED and pack.ordinal(word) is None else word
    value = pack.ordinal(bare.removeprefix(_THE))
    return value, bare.startswith(_THE)


def _bare(word: str, article: bool = True) -> str:
    """A noun without what is glued to it; article: and without that."""
    if word.startswith("لل"):
        word = _THE + word[2:]  # "لليوم الثاني"
    elif word[:1] in GLUED and word[1:3] == _THE:
        word = word[1:]
    return word.removeprefix(_THE) if article else word


def _number(a: Annotation, value: float, unit: str, first: int, stop: int) -> Number:
    return Number("ordinal", value, None, None, unit, Span(a.tokens[first].start, a.tokens[stop - 1].stop))
