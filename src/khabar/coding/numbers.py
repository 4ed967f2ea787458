"""Counts that belong to an event: dead, injured, arrested, expelled, sums of money, votes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from khabar.annotation import Annotation
from khabar.model import Number, Sentence, Span
from khabar.packs import Pack


def near(a: Annotation, pack: Pack, spans: Sequence[Span], type: str, mode: str | None, status: str) -> tuple[Number, ...]:
    """Numbers in the sentences of these spans that count something which fits the type of event.

    What they count is told by the noun behind ("18 dead", "50 minutes") or the word before ("the killing of 18 soldiers"). What
    belongs to a date counts nothing.
    """
    out: dict[tuple[str, float, str | None], Number] = {}
    tokens = a.tokens
    dates = [w.span for w in a.dates if w.span is not None]
    for sentence in _sentences(a, spans):
        i = sentence.first
        while i < sentence.last:
            value, stop = _value(a, pack, i)
            twice = pack.counted_pair(tokens[i].fold)
            if value is None and twice is None:
                i += 1
                continue
            if not any(d.overlaps(tokens[i].span) for d in dates):
                found = (*twice, i) if twice is not None else _counted(a, pack, i, stop, sentence.last, type)
                if found is not None and type in _FITS.get(found[0], ()):
                    kind, unit, last = found
                    if kind == "duration":
                        lasts = (type == "CONSULT" and status in ("happened", "ongoing")) or mode == "ceasefire"
                        if not lasts and type not in _SET:
                            i = max(stop, i + 1)
                            continue
                        kind = kind if lasts else "deadline"
                    amount = 2.0 if value is None else value
                    low, high = _bounds(a, pack, i, amount)
                    exact = amount if low is high is None else None
                    span = Span(tokens[i].start, tokens[last].stop)
                    out.setdefault((kind, amount, unit), Number(kind, exact, low, high, unit, span))
            i = max(stop, i + 1)
    return tuple(out.values())


def _counted(a: Annotation, pack: Pack, i: int, stop: int, end: int, type: str) -> tuple[str, str | None, int] | None:
    """Kind, unit and last token of what the number at i..stop counts; None where nothing says it."""
    tokens = a.tokens
    for j in range(stop, min(stop + 4, end)):
        kind, unit = pack.counted(tokens[j].fold)
        if kind == "duration" and j > stop:
            break  # "on the 12th of the month" lasts no months
        if kind is not None and type in _FITS.get(kind, ()):
            return kind, unit, j
        if kind is not None or tokens[j].kind != "word":
            break
    if stop >= end or tokens[stop].kind != "word" or pack.counted(tokens[stop].fold)[1] is not None:
        return None  # money and time are nobody's death
    begin = i - _bound(a, pack, i)[1]
    for j in range(begin - 1, max(begin - 3, -1), -1):
        if tokens[j].kind != "word":
            return None
        kind = pack.count_head(tokens[j].fold)
        if kind is not None:
            return (kind, None, stop) if type in _FITS.get(kind, ()) else None
    return None


def _bounds(a: Annotation, pack: Pack, i: int, value: float) -> tuple[float | None, float | None]:
    """Least and most that "about", "more than" and "at least" leave open; both None for an exact figure."""
    words, _ = _bound(a, pack, i)
    if words == "about":
        return round(value * 0.8, 2), round(value * 1.2, 2)
    return (value if words == "at-least" else None), (value if words == "at-most" else None)


def _bound(a: Annotation, pack: Pack, i: int) -> tuple[str, int]:
    """The class of the words before the number at i that leave it open, and how many they are; ('', 0) for none."""
    words = [t.fold for t in a.tokens[max(0, i - 4) : i]]
    for n in range(len(words), 0, -1):
        for name in ("at-least", "at-most", "about"):
            if " ".join(words[-n:]) in pack.word_class(name):
                return name, n
    return "", 0


_FITS = {
    "killed": ("ASSAULT", "ACCUSE", "PROTEST"),
    "injured": ("ASSAULT", "PROTEST"),
    "arrested": ("COERCE",),
    "expelled": ("SANCTION",),
    "money": ("AID", "AGREE", "SANCTION", "COOPERATE"),
    "votes-for": ("AGREE", "REJECT"),
    "votes-against": ("AGREE", "REJECT"),
    "abstained": ("AGREE", "REJECT"),
    "released": ("RETREAT", "CONCEDE", "AGREE"),
    "troops": ("MOBILIZE", "RETREAT", "AID"),
    "drones": ("ASSAULT",),
    "missiles": ("ASSAULT",),
    "trucks": ("AID", "RETREAT"),
    "tons": ("AID", "AGREE"),
    "duration": ("CONSULT", "RETREAT", "SANCTION", "THREATEN"),
}
# With these a stretch of time is one that they set; a meeting or a truce lasts it.
_SET = ("SANCTION", "THREATEN")


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
    """The number that begins at token i, and the token behind it: 18, "eighteen", "five and twenty", "1.5 million"."""
    tokens = a.tokens
    token = tokens[i]
    stop = i + 1
    if token.kind == "number":
        try:
            value: float | None = float(token.fold.replace(",", ""))
        except ValueError:
            return None, stop
    else:
        value = pack.number_word(token.fold)
        while value is not None and stop < len(tokens):
            ten = pack.number_word(tokens[stop].fold)
            more = ten if ten == 10 and value < 10 else pack.joined_number(tokens[stop].fold)
            if more is None or (more != 10 and more % 100 == 0) or (value >= 100 and more >= 100):
                break
            value, stop = value + more, stop + 1
    if value is None:
        return None, i + 1
    scale = pack.scale(tokens[stop].fold) if stop < len(tokens) else None
    return (value * scale, stop + 1) if scale else (value, stop)
