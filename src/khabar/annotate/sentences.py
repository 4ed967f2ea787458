"""The sentences of a report, as token ranges. Some outlets end none before the paragraph does: theirs are parted at their commas."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from khabar.annotate.reading import AND, COMMAS
from khabar.model import Report, Sentence, Span
from khabar.packs import Pack
from khabar.text import QUOTE_MARKS, ByWord, Token, sentences

_LONG = 50  # tokens from which a sentence may be several
_BEFORE, _BEHIND = 8, 6  # tokens that each of them has at least
_SO = "ف"


def sentences_of(report: Report, tokens: Sequence[Token], pack: Pack) -> list[Sentence]:
    """Each sentence with its tokens and the item it stands in, in order; sentences of which no token is left are none."""
    out, i = [], 0
    for span in sentences(report.text):
        first, i = i, bisect_left(tokens, span.stop, i, key=_start)
        if i <= first:
            continue
        item = next((k for k, it in enumerate(report.items) if it.span.start <= span.start < it.span.stop), 0)
        begin = span.start
        for turn in _turns(tokens, first, i, pack):
            out.append(Sentence(Span(begin, tokens[turn - 1].stop), first, turn, item))
            first, begin = turn, tokens[turn].start
        out.append(Sentence(Span(begin, span.stop), first, i, item))
    return out


def _turns(tokens: Sequence[Token], first: int, last: int, pack: Pack) -> list[int]:
    """Where, in a long sentence, the next of several begins: "…، وأضاف أن …، ودعا …": behind a comma, with "and" and a verb in the past that can
    be nothing else; not within quotation marks or brackets."""
    out: list[int] = []
    if last - first < _LONG:
        return out
    verbs, begin, inside = pack.once(_past_alone), first, 0
    for k in range(first, last):
        word = tokens[k].fold
        if word in QUOTE_MARKS or word in "()":
            opens = word in "«“(" or (word not in "»”)" and not inside)
            inside = inside + 1 if opens else max(0, inside - 1)
        elif not inside and k - begin >= _BEFORE and last - k >= _BEHIND and tokens[k - 1].fold in COMMAS and verbs[word]:
            out.append(k)
            begin = k
    return out


def _past_alone(pack: Pack) -> ByWord[bool]:
    """Can a folded word be only a conjunction and a verb in the past, without an object pronoun?"""

    def is_one(word: str) -> bool:
        readings = pack.readings(word) if word.startswith((AND, _SO)) else ()
        return bool(readings) and all(r.verb is not None and r.verb.tense == "past" and r.conj and not r.prep and not r.pronoun for r in readings)

    return ByWord(is_one)


def _start(token: Token) -> int:
    return token.start
