"""Which of two opposites a report says an act is: "محادثات غير مباشرة", "هدنة دائمة", "انسحابا جزئيا"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.annotation import Annotation
from khabar.coding.tree import Parsed, Pred
from khabar.model import Manner, Span
from khabar.packs import Pack

_REACH = 5  # tokens behind a noun in which its adjective stands: "محادثات أمريكية إيرانية غير مباشرة"


def manners(a: Annotation, pack: Pack, trees: Sequence[Parsed]) -> Iterator[Manner]:
    """How the nouns of a report's acts are, in the order of the text.

    Not where one sentence says both ("talks, direct or indirect"): it leaves open which, or tells of two.
    """
    for parsed in trees:
        starts = {p.first for p in parsed.preds}
        found = [m for p in parsed.preds if p.kind == "noun" for m in _of(a, pack, p, parsed.sentence.last, starts)]
        for m in found:
            if not any(m.kind == other.kind and m.side != other.side for other in found):
                yield m


def _of(a: Annotation, pack: Pack, pred: Pred, last: int, starts: set[int]) -> Iterator[Manner]:
    """What the adjectives behind a noun say of it; they end at a preposition, a mark, or the next act."""
    for j in range(pred.last, min(pred.last + _REACH, last)):
        token, before = a.tokens[j], a.tokens[j - 1].fold.removeprefix("ال")
        phrase = pack.phrase_at(a.tokens, j)
        if token.kind != "word" or j in starts or (phrase is not None and phrase.cls == "prep"):
            return
        kind, side, of = pack.opposite(token.fold) or ("", False, frozenset[str]())
        if types := tuple(sorted(t for t in pred.types if t in of)):
            yield Manner(types, kind, side != (before in pack.word_class("un")), Span(a.tokens[pred.first].start, token.stop))
