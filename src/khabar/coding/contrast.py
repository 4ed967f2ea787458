"""What a report sets against each other: one voice behind a word of contrast ("but", "while"), or behind a denial of what was said before.

Only what stands side by side counts: the other voice speaks in the same sentence or in the one before, what is denied at most three before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from khabar.annotation import Annotation
from khabar.coding.speech import Saying
from khabar.model import Span
from khabar.packs import GLUED, Pack
from khabar.text import Token, fold

_LONGEST = 3  # words of a phrase of contrast
_SHORTEST = 25  # characters of what something may be set against
_BACK = 3  # sentences before a denial in which what it denies may stand
_SAME = 2  # words that a denial and what it denies share, further away than the sentence before
_STEM = 4  # letters of a word, without what is glued to it, that make it the same


def against(a: Annotation, pack: Pack, sayings: Sequence[Saying]) -> list[Span | None]:
    """For each statement the stretch of the report that it is set against, or None."""
    if not sayings:
        return []
    first = [t.start for t in a.tokens]
    starts = [s.span.start for s in a.sentences]
    out: list[Span | None] = []
    for saying in sayings:
        k = max(0, bisect_right(starts, saying.at) - 1)
        sentence = a.sentences[k].span
        others = [s for s in sayings if s.speaker != saying.speaker and s.span.start < saying.at and s.at < saying.at]
        near = [s for s in others if s.span.start >= a.sentences[max(0, k - 1)].span.start]
        before = max(near, key=lambda s: s.span.start, default=None)
        lowest = max(sentence.start, before.span.start if before is not None else 0)
        mark = _mark(a.tokens, bisect_right(first, lowest - 1), bisect_right(first, saying.at - 1), pack)
        found: Span | None = None
        if mark is not None:
            at = a.tokens[mark].start
            # "لم يصدر عن الكرملين تعليق، إلا أن نائبا توقع": what stands before the word in its own sentence, not the voice before that
            own = at - sentence.start >= _SHORTEST and (before is None or before.span.start < sentence.start)
            if own:
                found = _trimmed(a.report.text, sentence.start, at)
            elif before is not None:
                found = _trimmed(a.report.text, before.span.start, min(before.span.stop, at))
        if saying.denies and (found is None or before is None or not before.span.overlaps(found)):
            denied = _denied(a, saying, k, others) or (before.span if before is not None else None)
            found = _trimmed(a.report.text, denied.start, min(denied.stop, saying.at)) if denied is not None else found
        out.append(found)
    return out


def _denied(a: Annotation, saying: Saying, k: int, others: Sequence[Saying]) -> Span | None:
    """What a denial denies by its words: the statement, else the sentence, of the last few that shares most with it."""
    mine = _words(saying.span.of(a.report.text))
    lowest = a.sentences[max(0, k - _BACK)].span.start
    told = [s.span for s in others if s.span.start >= lowest] + [s.span for s in a.sentences[max(0, k - _BACK) : k]]
    shared = [(len(mine & _words(span.of(a.report.text))), -n) for n, span in enumerate(told)]
    most, n = max(shared, default=(0, 0))
    return told[-n] if most >= _SAME else None


def _words(text: str) -> set[str]:
    out = set()
    for word in fold(text).split():
        bare = (word[1:] if word[:1] in GLUED and len(word) > _STEM else word).removeprefix("ال")
        if len(bare) >= _STEM:
            out.add(bare[:_STEM])
    return out


def _mark(tokens: Sequence[Token], start: int, stop: int, pack: Pack) -> int | None:
    """The last token from start to stop with which a phrase of contrast begins."""
    words = pack.word_class("contrast")
    heads = {w.partition(" ")[0] for w in words}
    for i in range(stop - 1, start - 1, -1):
        first = tokens[i].fold
        if first not in heads and not (first[:1] in GLUED and first[1:] in heads):
            continue
        for n in range(_LONGEST, 0, -1):
            run = [t.fold for t in tokens[i : min(i + n, stop)]]
            bare = [run[0][1:], *run[1:]] if run[0][:1] in GLUED else run
            if " ".join(run) in words or " ".join(bare) in words:
                return i
    return None


def _trimmed(text: str, start: int, stop: int) -> Span | None:
    words = text[start:stop].strip(" \n،,.;؛")
    if len(words) < _SHORTEST // 2:
        return None
    begin = text.index(words, start)
    return Span(begin, begin + len(words))
