"""Where the few words stand with which a rule over a whole report begins: found in one walk over its tokens for all of these rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from khabar.annotation import Annotation
from khabar.coding import contrast, manners, numbers, refusals
from khabar.packs import Pack
from khabar.text import ByWord

# For each kind of cue, may a rule begin with a folded word? Nearly every word is none.
_RULES: dict[str, Callable[[Pack], Callable[[str], bool]]] = {
    "silence": contrast.opens_silence, "dispute": contrast.differs, "refusal": refusals.denies, "contrary": refusals.opens_contrary,
    "figure": numbers.counts, "manner": manners.opposes,
}  # fmt: skip


def cues(a: Annotation, pack: Pack) -> dict[str, list[tuple[int, int]]]:
    """For each kind of cue (sentence, token) of all its words, in the order of the text."""
    found: dict[str, list[tuple[int, int]]] = {kind: [] for kind in _RULES}
    kinds = pack.once(_kinds).__getitem__
    for k, sentence in enumerate(a.sentences):
        for i, met in enumerate(map(kinds, a.folds[sentence.first : sentence.last]), sentence.first):
            for kind in met:
                found[kind].append((k, i))
    return found


def _kinds(pack: Pack) -> ByWord[Sequence[str]]:
    """Folded word -> the kinds of cue that it is."""
    tests = [(kind, rule(pack)) for kind, rule in _RULES.items()]
    return ByWord(lambda word: tuple(kind for kind, test in tests if test(word)))
