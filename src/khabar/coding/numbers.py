"""Counts that belong to an event: dead, injured, arrested, expelled, sums of money, votes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from khabar.annotation import Annotation
from khabar.model import Number, Sentence, Span
from khabar.packs import Pack


def near(a: Annotation, pack: Pack, spans: Sequence[Span], type: str) -> tuple[Number, ...]:
    """Numbers with a counted noun in the sentences of these spans, of a kind that fits the type of event."""
    out: dict[tuple[str, float], Number] = {}
    tokens = a.tokens
    for sentence in _sentences(a, spans):
        for i in range(sentence.first, sentence.last):
            value, stop = _value(a, pack, i)
            if value is None:
                continue
            for j in range(stop, min(stop + 4, sentence.last)):
                kind, unit = pack.counted(tokens[j].fold)
                if kind is None or type not in _FITS.get(kind, ()):
                    if tokens[j].kind != "word":
                        break
                    continue
                span = Span(tokens[i].start, tokens[j].stop)
                approx = i > sentence.first and tokens[i - 1].fold in pack.word_class("about")
                exact = None if approx else value
                low, high = (round(value * 0.8, 2), round(value * 1.2, 2)) if approx else (None, None)
                number = Number(kind, exact, low, high, unit, span)
                out.setdefault((kind, value), number)
                break
    return tuple(out.values())


_FITS = {
    "killed": ("ASSAULT", "ACCUSE"),
    "injured": ("ASSAULT",),
    "arrested": ("COERCE",),
    "expelled": ("SANCTION",),
    "money": ("AID", "AGREE", "SANCTION", "COOPERATE"),
    "votes-for": ("AGREE", "REJECT"),
    "votes-against": ("AGREE", "REJECT"),
    "abstained": ("AGREE", "REJECT"),
    "released": ("RETREAT", "CONCEDE"),
    "troops": ("MOBILIZE", "RETREAT", "AID"),
}


def _sentences(a: Annotation, spans: Sequence[Span]) -> list[Sentence]:
    """The sentences that the spans touch, in order."""
    found: dict[int, Sentence] = {}
    for span in spans:
        k = max(0, bisect_right(a.sentences, span.start, key=lambda s: s.span.start) - 1)
        while k < len(a.sentences) and a.sentences[k].span.start < span.stop:
            if a.sentences[k].span.overlaps(span):
                found[k] = a.sentences[k]
            k += 1
    return [found[k] for k in sorted(found)]


def _value(a: Annotation, pack: Pack, i: int) -> tuple[float | None, int]:
    token = a.tokens[i]
    if token.kind == "number":
        try:
            value = float(token.fold.replace(",", ""))
        except ValueError:
            return None, i
        scale = pack.scale(a.tokens[i + 1].fold) if i + 1 < len(a.tokens) else None
        return (value * scale, i + 2) if scale else (value, i + 1)
    word = pack.number_word(token.fold)
    if word is not None:
        scale = pack.scale(a.tokens[i + 1].fold) if i + 1 < len(a.tokens) else None
        return (word * scale, i + 2) if scale else (float(word), i + 1)
    return None, i
