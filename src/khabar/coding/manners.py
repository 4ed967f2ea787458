"""Which of two opposites a report says an act is: "محادثات غير مباشرة", "هدنة دائمة", "انسحابا جزئيا"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from khabar.annotation import Annotation
from khabar.coding.tree import Parsed
from khabar.model import Manner, Span
from khabar.packs import Pack

_REACH = 5  # tokens behind a noun in which its adjective stands: "محادثات أمريكية إيرانية غير مباشرة"


def opposes(pack: Pack) -> Callable[[str], bool]:
    """May a folded word say which of two opposites an act is?"""
    return lambda word: pack.opposite(word) is not None


def manners(a: Annotation, pack: Pack, trees: Sequence[Parsed], cues: Sequence[tuple[int, int]]) -> Iterator[Manner]:
    """How the nouns of a report's acts are, in the order of the text. cues: (sentence, token) of the adjectives (`opposes`).

    Not where one sentence says both ("talks, direct or indirect"): it leaves open which, or tells of two.
    """
    told: dict[int, list[int]] = defaultdict(list)
    for k, i in cues:
        told[k].append(i)
    for k, adjectives in told.items():
        found = list(_of(a, pack, trees[k], adjectives))
        for m in found:
            if not any(m.kind == other.kind and m.side != other.side for other in found):
                yield m


def _of(a: Annotation, pack: Pack, parsed: Parsed, adjectives: Sequence[int]) -> Iterator[Manner]:
    """What the adjectives of a sentence say of the nouns before them; nothing past a preposition, a mark, or the next act."""
    starts = {p.first for p in parsed.preds}
    for pred in (p for p in parsed.preds if p.kind == "noun"):
        for j in (j for j in adjectives if pred.last <= j < pred.last + _REACH):
            said = pack.opposite(a.tokens[j].fold)
            types = tuple(sorted(t for t in pred.types if said is not None and t in said[2]))
            if said is None or not types or any(_ends(a, pack, n, starts) for n in range(pred.last, j + 1)):
                continue
            turned = a.tokens[j - 1].fold.removeprefix("ال") in pack.word_class("un")
            yield Manner(types, said[0], said[1] != turned, Span(a.tokens[pred.first].start, a.tokens[j].stop))


def _ends(a: Annotation, pack: Pack, n: int, starts: set[int]) -> bool:
    """Does token n end what is said of the noun before it?"""
    phrase = pack.phrase_at(a.tokens, n)
    return a.tokens[n].kind != "word" or n in starts or (phrase is not None and phrase.cls == "prep")
