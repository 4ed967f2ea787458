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
        self._phrases = _PHRASES.setdefault(id(pack), (pack, {}))[1]
        self._weak = pack.word_class("weak-demonym")
        self._forms = _FORMS.setdefault(id(world), (world, {}))[1]

    def hits(self, i: int) -> list[Hit]:
        """The names of the world that stand at token i, longest first; none beyond the sentence. Remembered while the sentence is read."""
        if i >= self.stop:
            return []
        seen = self._seen.get(i)
        if seen is None or seen[0] != self.stop:
            found = self._find(i)
            if self.tokens[i].fold in self._weak or sum(h.name.what == "adjective" for h in found) > 1:
                return found  # what it is changes when the report names the state
            seen = self._seen[i] = (self.stop, found)
        return seen[1]

    def _find(self, i: int) -> list[Hit]:
        tokens, out = self.tokens, []
        after = tokens[i + 1].fold if i + 1 < self.stop else ""
        if after in _SOFT_MARKS and i + 2 < self.stop:
            after = tokens[i + 2].fold
        for key, conj, prep, article in keys(tokens[i].fold):
            forms = self._forms.get(key)
            if forms is None:
                if key not in self.world.names:
                    continue
                forms = self._forms[key] = _by_second(self.world.names[key])
            for name in (*forms[1].get(after, ()), *forms[0]):
                if name.article and not article:
                    continue
                if article and not name.article and name.what in ("entity", "surname", "body-of"):
                    continue
                if (
                    name.what == "adjective"
                    and tokens[i].fold in self._weak
                    and name.ref not in self._met
                    and not (i and tokens[i - 1].fold.replace("لل", "ال", 1) in self.pack.word_class("before-demonym"))
                ):
                    continue  # "مالية" is Mali's only where Mali is the matter
                if name.what in ("post", "body") and article and not name.article and len(name.tokens) == 1:
                    continue
                stop = self._match(name.tokens, i) if len(name.tokens) > 1 else i + 1
                if stop and not (stop > i + 1 and (stop - 1) in self._dated and not any(w.isdigit() for w in name.tokens)):
                    out.append(Hit(name, stop, conj, prep, article))
        if not out and i and tokens[i].fold.endswith(_NISBA + _ACCUSATIVE) and (tokens[i - 1].fold.endswith(_ACCUSATIVE) or self.counted(i)):
            for key, conj, prep, article in keys(tokens[i].fold[:-1]):  # "مواطنا فرنسيا", "هجوما تركيا"
                if not prep and not article:
                    names = self.world.names.get(key, ())
                    out += [Hit(n, i + 1, conj, "", False) for n in names if n.what == "adjective" and n.number == "s" and len(n.tokens) == 1]
        nobody = all(h.name.what == "surname" for h in out)
        if nobody and i and tokens[i].fold.endswith(_ACCUSATIVE) and tokens[i - 1].fold.endswith(_SOUND_PLURAL):
            folk = self.world.names.get(tokens[i].fold[:-1], ())  # "دبلوماسيين روسا"
            out += [Hit(n, i + 1, "", "", False) for n in folk if n.what == "people" and len(n.tokens) == 1]
        alike = {h.name.ref for h in out if h.name.what == "adjective" and h.stop == i + 1}
        if len(alike) > 1 and len(met := [r for r in alike if r in self._met]) == 1:  # "الغيني" of Guinea or of Guinea-Bissau
            out = [h for h in out if h.name.what != "adjective" or h.name.ref not in alike or h.name.ref == met[0]]
        if len(out) > 1:
            out.sort(key=lambda h: (-h.stop, len(h.conj) + len(h.prep)))
        return out

    def counted(self, i: int) -> bool:
        """Does a number stand before token i?"""
        return i > 0 and (
            self.tokens[i - 1].kind == "number"
            or self.pack.number_word(self.tokens[i - 1].fold) is not None
            or self.pack.scale(self.tokens[i - 1].fold) is not None
        )

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

    def leads(self, word: str) -> dict[str, list[Phrase]]:
        """The phrases of the reference table that can begin with this token, by class; remembered."""
        found = self._phrases.get(word)
        if found is None:
            found = self._phrases[word] = {}
            for first in stripped(word):
                for phrase in self.pack.reference.get(first, ()):
                    found.setdefault(phrase.cls, []).append(phrase)
        return found

    def reference(self, i: int, cls: str) -> Phrase | None:
        """The phrase of this class of the reference table that stands at token i."""
        if i >= self.stop:
            return None
        for phrase in self.leads(self.tokens[i].fold).get(cls, ()):
            if all(i + k < self.stop and self.tokens[i + k].fold == w for k, w in enumerate(phrase.tokens) if k):
                return phrase
        return None

    def particles(self, i: int) -> tuple[str, str]:
        """The conjunction and preposition written in one with a word of the reference table."""
        for first, conj, prep in _stripped(self.tokens[i].fold):
            if first in self.pack.reference or first in self.world.names:
                return conj, prep
        return "", ""


_NISBA, _ACCUSATIVE, _SOUND_PLURAL = "ي", "ا", "ين"
_SOFT_MARKS = frozenset(('"', "«", "»", "“", "”", "'", "-", "‑"))


_Forms = tuple[list[Name], dict[str, list[Name]]]
# What was looked up in a pack or world, which is kept beside it so that its id stays its own: word -> class -> phrases;
# first word of names -> their forms.
_PHRASES: dict[int, tuple[Pack, dict[str, dict[str, list[Phrase]]]]] = {}
_FORMS: dict[int, tuple[World, dict[str, _Forms]]] = {}


def _by_second(names: list[Name]) -> _Forms:
    """(forms of one word, second word -> forms of more words), so that a word that begins hundreds of names costs one look-up."""
    more: dict[str, list[Name]] = {}
    for name in names:
        if len(name.tokens) > 1:
            more.setdefault(name.tokens[1], []).append(name)
    return [n for n in names if len(n.tokens) == 1], more


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
def owned_by(word: str) -> str:
    """A folded word without the pronoun at its end, as it stands alone: خارجيتها, خارجيه; وزرائها, وزراء."""
    stem = word.removesuffix("ا").removesuffix("ه")
    return stem[:-1] + "ه" if stem.endswith("ت") else stem[:-1] + "ء" if stem.endswith("ائ") else stem


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


def same_sound(one: str, other: str) -> bool:
    """Do two folded words begin alike, as far as spellings of one foreign name do?"""
    a, b = sound(one), sound(other)
    return a[:2] == b[:2] or a in b or b in a


def same_spelling(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Are two folded names spellings of one: two words that sound alike, one of them a last word; or one last word and beginning?"""
    a, b = [s for w in one if (s := sound(w))], [s for w in other if (s := sound(w))]
    common = set(a) & set(b)
    if len(common) >= 2 and (a[-1] in common or b[-1] in common):
        return True
    return bool(a and b) and len(a[-1]) > 2 and a[-1] == b[-1] and (one[-1] == other[-1] or a[0][:1] == b[0][:1])


def one_letter_off(one: str, other: str) -> bool:
    """Do two words differ by one letter: another, one more, one less, or two that changed places? Both begin alike; short words never do."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1 or one == other or one[0] != other[0]:
        return False
    k = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, more = one[k:], other[k:]
    return rest[1:] in (more, more[1:]) or rest == more[1:] or (rest[:2] == more[1::-1] and rest[2:] == more[2:])


_DEMONYMS: dict[int, tuple[World, tuple[tuple[str, Name], ...]]] = {}


def demonyms(world: World) -> tuple[tuple[str, Name], ...]:
    """(folded form without article, name) of all demonyms of one word that name one man or woman of a state."""
    if id(world) not in _DEMONYMS:
        found = ((n.tokens[0], n) for names in world.names.values() for n in names if n.what == "adjective" and n.number == "s")
        _DEMONYMS[id(world)] = world, tuple((f, n) for f, n in found if len(n.tokens) == 1 and n.ref.startswith("state/"))
    return _DEMONYMS[id(world)][1]


_FIRST_NAMES: dict[int, tuple[World, frozenset[str]]] = {}


def first_names(world: World) -> frozenset[str]:
    """Words that begin some person's name: too common to be a surname alone."""
    key = id(world)
    if key not in _FIRST_NAMES:
        people = (
            names[0].tokens[0]
            for names in world.names.values()
            if any(n.what == "entity" and n.ref.startswith("person/") and len(n.tokens) > 1 for n in names)
        )
        _FIRST_NAMES[key] = world, frozenset(people)
    return _FIRST_NAMES[key][1]
