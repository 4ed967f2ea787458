"""What may stand at a token: the names of the world and the words of the reference table, with the particles written in one with them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import lru_cache

from khabar.packs import Pack, Phrase
from khabar.text import Token
from khabar.world import Name, World


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the world at a token: up to token ``stop``, with the conjunction, preposition and article written in one with it."""

    name: Name
    stop: int
    conj: str
    prep: str
    article: bool


class Names:
    """Looks up names in one report. ``stop`` is where the sentence ends that is read: no name goes beyond it."""

    def __init__(self, pack: Pack, world: World, tokens: Sequence[Token], dated: Container[int], met: Container[str]) -> None:
        """dated: tokens of dates, which no name may end in; met: the ids of whom the report has named."""
        self.pack, self.world, self.tokens = pack, world, tokens
        self.stop = 0
        self._dated, self._met = dated, met
        self._seen: dict[int, tuple[int, list[Hit]]] = {}
        self._phrases: dict[str, tuple[Phrase, ...]] = {}

    def hits(self, i: int) -> list[Hit]:
        """The names of the world that stand at token i, longest first; none beyond the sentence. Remembered while the sentence is read."""
        if i >= self.stop:
            return []
        seen = self._seen.get(i)
        if seen is None or seen[0] != self.stop:
            seen = self._seen[i] = (self.stop, self._find(i))
        return seen[1]

    def _find(self, i: int) -> list[Hit]:
        tokens, out = self.tokens, []
        for key, conj, prep, article in keys(tokens[i].fold):
            for name in self.world.names.get(key, ()):
                if name.article and not article:
                    continue
                if article and not name.article and name.what in ("entity", "surname", "body-of"):
                    continue
                if (
                    name.what == "adjective"
                    and tokens[i].fold in self.pack.word_class("weak-demonym")
                    and name.ref not in self._met
                    and not (i and tokens[i - 1].fold.replace("لل", "ال", 1) in self.pack.word_class("before-demonym"))
                ):
                    continue  # "مالية" is Mali's only where Mali is the matter
                if name.what in ("post", "body") and article and not name.article and len(name.tokens) == 1:
                    continue
                stop = self._match(name.tokens, i)
                if stop and not (stop > i + 1 and (stop - 1) in self._dated):
                    out.append(Hit(name, stop, conj, prep, article))
        out.sort(key=lambda h: (-h.stop, len(h.conj) + len(h.prep)))
        return out

    def _match(self, words: tuple[str, ...], i: int) -> int:
        """The token after the form if it stands at i (its first word is known to), else 0."""
        j = i + 1
        for word in words[1:]:
            if j < self.stop and self.tokens[j].fold in _SOFT_MARKS and j + 1 < self.stop:
                j += 1
            if j >= self.stop or self.tokens[j].fold != word:
                return 0
            j += 1
        return j

    def leads(self, word: str) -> tuple[Phrase, ...]:
        """The phrases of the reference table that can begin with this token; remembered."""
        found = self._phrases.get(word)
        if found is None:
            found = self._phrases[word] = tuple(p for first in stripped(word) for p in self.pack.reference.get(first, ()))
        return found

    def reference(self, i: int, cls: str) -> Phrase | None:
        """The phrase of this class of the reference table that stands at token i."""
        if i >= self.stop:
            return None
        for phrase in self.leads(self.tokens[i].fold):
            if phrase.cls == cls and all(i + k < self.stop and self.tokens[i + k].fold == w for k, w in enumerate(phrase.tokens) if k):
                return phrase
        return None

    def particles(self, i: int) -> tuple[str, str]:
        """The conjunction and preposition written in one with a word of the reference table."""
        for first, conj, prep in _stripped(self.tokens[i].fold):
            if first in self.pack.reference or first in self.world.names:
                return conj, prep
        return "", ""


_SOFT_MARKS = frozenset(('"', "«", "»", "“", "”", "'", "-", "‑"))


@lru_cache(maxsize=65536)
def keys(word: str) -> tuple[tuple[str, str, str, bool], ...]:
    """(key, conj, prep, article) for each way to read a folded token as the first word of a name."""
    out: list[tuple[str, str, str, bool]] = []
    fronts = [("", word)] + ([(word[0], word[1:])] if word[:1] in ("و", "ف") and len(word) > 2 else [])
    for conj, rest in fronts:
        heads = [("", rest)]
        if rest.startswith("لل") and len(rest) > 4:
            heads.append(("ل", "ال" + rest[2:]))
            heads.append(("ل", rest[1:]))
        elif rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
            heads.append((rest[0], rest[1:]))
        for prep, stem in heads:
            if stem.startswith("ال") and len(stem) > 4:
                out.append((stem[2:], conj, prep, True))
                if stem.startswith("الال") and len(stem) > 6:
                    out.append((stem[4:], conj, prep, True))  # الألماني: the name's own letters look like an article
            else:
                out.append((stem, conj, prep, False))
    return tuple(out)


@lru_cache(maxsize=65536)
def _stripped(word: str) -> tuple[tuple[str, str, str], ...]:
    out = [(word, "", "")]
    fronts = [("", word)] + ([(word[0], word[1:])] if word[:1] in ("و", "ف") and len(word) > 3 else [])
    for conj, rest in fronts:
        if conj:
            out.append((rest, conj, ""))
        if rest.startswith("لل"):
            out.append(("ال" + rest[2:], conj, "ل"))
            out.append((rest[1:], conj, "ل"))  # للاجئين
        elif rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
            out.append((rest[1:], conj, rest[0]))
    return tuple(out)


@lru_cache(maxsize=65536)
def stripped(word: str) -> tuple[str, ...]:
    """A folded word, and what is left of it without the particles it may begin with."""
    return tuple(w for w, _, _ in _stripped(word))


# Letters that outlets choose between for one foreign sound; long vowels and the ending are left out.
_SOUNDS = str.maketrans(
    {"غ": "ج", "ق": "ج", "ك": "ج", "ث": "ت", "ط": "ت", "ذ": "د", "ض": "د", "ظ": "ز", "ص": "س", "ڤ": "ف", "چ": "ش", "پ": "ب"}
    | dict.fromkeys(("ا", "و", "ي", "ء", "ئ", "ؤ", "ه"))
)


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """A folded name without what spellings differ in: one for غريفيث and غريفيت, for تيغراي and تيجراي."""
    return word.removeprefix("ال").translate(_SOUNDS)


def same_spelling(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Are two folded names spellings of one: two words that sound alike, one of them a last word; or one last word and beginning?"""
    a, b = [s for w in one if (s := sound(w))], [s for w in other if (s := sound(w))]
    common = set(a) & set(b)
    if len(common) >= 2 and (a[-1] in common or b[-1] in common):
        return True
    return bool(a and b) and len(a[-1]) > 2 and a[-1] == b[-1] and (one[-1] == other[-1] or a[0][:1] == b[0][:1])


_FIRST_NAMES: dict[int, frozenset[str]] = {}


def first_names(world: World) -> frozenset[str]:
    """Words that begin some person's name: too common to be a surname alone."""
    key = id(world)
    if key not in _FIRST_NAMES:
        _FIRST_NAMES[key] = frozenset(
            names[0].tokens[0]
            for names in world.names.values()
            if any(n.what == "entity" and n.ref.startswith("person/") and len(n.tokens) > 1 for n in names)
        )
    return _FIRST_NAMES[key]
