"""What a report sets against each other: one voice behind a word of contrast ("but", "while"), or behind a denial of what was said before.

Only what stands side by side counts: the other voice speaks in the same sentence or in the one before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from khabar.annotation import Annotation
from khabar.coding.speech import Saying
from khabar.model import Span
from khabar.packs import GLUED, Pack
from khabar.text import Token

_LONGEST = 2  # words of a phrase of contrast
_SHORTEST = 25  # characters of what something may be set against


def against(a: Annotation, pack: Pack, sayings: Sequence[Saying]) -> list[Span | None]:
    """For each statement the stretch of the report that it is set against, or None."""
    starts = [s.span.start for s in a.sentences]
    first = [t.start for t in a.tokens]
    out: list[Span | None] = []
    for saying in sayings:
        k = max(0, bisect_right(starts, saying.at) - 1)
        sentence = a.sentences[k]
        item = [s for s in sayings if s.speaker != saying.speaker and s.span.start < saying.at and s.at < saying.at]
        before = max((s for s in item if s.span.start >= a.sentences[max(0, k - 1)].span.start), key=lambda s: s.span.start, default=None)
        lowest = max(sentence.span.start, before.span.start if before is not None else 0)
        mark = _mark(a.tokens, bisect_right(first, lowest - 1), bisect_right(first, saying.at - 1), pack)
        if mark is None and not saying.denies:
            out.append(None)
        elif before is not None:
            stop = min(before.span.stop, saying.at if mark is None else a.tokens[mark].start)
            out.append(_trimmed(a.report.text, before.span.start, stop))
        elif mark is not None and a.tokens[mark].start - sentence.span.start >= _SHORTEST:
            out.append(_trimmed(a.report.text, sentence.span.start, a.tokens[mark].start))
        else:
            out.append(None)
    return out


def _mark(tokens: Sequence[Token], start: int, stop: int, pack: Pack) -> int | None:
    """The last token from start to stop with which a phrase of contrast begins."""
    words = pack.word_class("contrast")
    for i in range(stop - 1, start - 1, -1):
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
