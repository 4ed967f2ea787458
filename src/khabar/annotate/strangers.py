"""Towns and bodies that no table has, told once behind a noun that says what bears the name and then by the name alone.

"استولت الحركة على مدينة هالغان بوسط الصومال … انسحبوا من هالغان": a place of the report, in the land told behind its name, else in that of which
the sentence or the report tells. "شركة «فلاي بغداد» العراقية … ونددت فلاي بغداد بالعقوبات": one body, by its noun and without it. Such a name means
the same wherever it stands, in a headline above too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from khabar.annotate.names import particled, spelled, spelled_all, stripped
from khabar.annotate.reading import NUNATED, Part, Reading, country_of
from khabar.lemmas import known, whole
from khabar.model import Entity, Mention
from khabar.world import Place

_THE, _AND = "ال", "و"
_LETTERS_ON = ("و", "ب", "ل", "ك")  # that may be written in one with a word
_WORDS, _MARKED = 4, 5  # words of a name at most; of one in marks
_LETTERS = 3  # that one word of it has at least
_LOCATED = 7  # tokens behind the name within which its land is told
_DESCRIBED = 3  # adjectives behind the name of a body
_OPEN, _CLOSE = frozenset('"«“('), frozenset('"»”)')
_BRACKET = "("
_ADVERB = "ا"
_HERS = "ية"  # of an adjective: "بلدة حدودية"
_PLACE = "place"
_PRESS = frozenset(("newspaper", "channel", "radio", "site", "magazine", "television", "agency", "network"))


_Folds = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it stands behind its noun; land: the state told with it, or None; kind: of the entity."""

    text: str
    land: str | None
    kind: str


class Strangers(Part):
    """The unknown towns and bodies of one report; see the module."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._names: dict[_Folds, _Name] = {}  # by its words
        self._headed: dict[int, tuple[int, _Folds]] = {}  # a body's noun -> token behind its name and adjectives, and the words of the name
        self.places: dict[str, Place] = {}
        """The towns that were met, as the world has places; where they lie is not known."""
        self._towns = self.pack.word_class("settlement") | self.pack.word_class("district")
        towns, bodies, at_a_place = spelled_all(self._towns), spelled_all(self.pack.word_class("bears-own-name")), self.pack.word_class("at-a-place")
        for sentence in reading.sentences:
            self.names.stop = sentence.last
            for i, word in enumerate(self.names.folds[sentence.first : sentence.last - 1], sentence.first):
                found = self._towns_behind(i) if word in towns else self._located(i) if word in at_a_place else []
                for j, stop in found:
                    self._add(j, stop, self._land_behind(stop), _PLACE)
                if word in bodies:
                    self._read_body(i)
        begun = {folds[0] for folds in self._names}  # of a body told once too: "متحدثة لشبكة ميغا التلفزيونية" is no Miss Mega
        if self._headed:
            self._keep_told_alone()
        reading.strange = frozenset(form for word in begun for form in spelled(word)) | {self.tokens[i].fold for i in self._headed}

    def mentioned(self, i: int) -> list[Mention]:
        """The unknown town or body at token i, by its name behind "and" or "in" or not, or by its noun."""
        if self.tokens[i].fold not in self.reading.strange:
            return []
        if (headed := self._headed.get(i)) is not None:
            return [self._mention(i, headed[0], headed[1], *self.names.particles(i))]
        others = any(h.name.what != "surname" for h in self.names.hits(i))
        if others and not any(len(folds) > 1 for folds in self._at(i, self.tokens[i].fold, len(self.tokens))):
            return []  # but a name of several words may begin with another's
        for word, conj, prep in particled(self.tokens[i].fold):
            for folds in self._at(i, word, self.names.stop):
                return [self._mention(i, i + len(folds), folds, conj, prep)]
        return []

    def _at(self, i: int, word: str, last: int) -> Iterator[_Folds]:
        """The names, the longest first, that stand at token i, read as this word, before token ``last``."""
        for n in range(min(_MARKED, last - i), 0, -1):
            folds = (word, *self.names.folds[i + 1 : i + n])
            if folds in self._names:
                yield folds

    def _mention(self, i: int, stop: int, folds: _Folds, conj: str, prep: str) -> Mention:
        name = self._names[folds]
        town = name.kind == _PLACE
        ref = f"{'place' if town else 'org'}/{self.pack.romanise(name.text)}"
        if ref in self.world.entities:
            ref += "-of-the-report"
        if ref not in self.memory.entities:
            here = self.memory.place_here() or self.topic.home or self.memory.last_place(len(self.memory.mentions)) if town else None
            country = country_of(name.land or here)
            self.memory.entities[ref] = Entity(ref, name.kind, ((self.report.language, name.text),), country, None, None, False)
            if town:
                self.places[ref] = Place(country, "town", None, None, "", "")
        country = self.memory.entities[ref].country
        return self.reading.mention(i, stop, (ref,), name.kind, f"{'place' if town else 'body'}.new", country=country, conj=conj, prep=prep)

    def _add(self, j: int, stop: int, land: str | None, kind: str) -> _Folds:
        """Remembers the name that tokens[j:stop] are, without "and" on it; the folded words of it."""
        text = self.report.text[self.tokens[j].start : self.tokens[stop - 1].stop]
        folds = tuple(self.names.folds[j:stop])
        if kind == _PLACE and folds[0].startswith(_AND) and self._is_strange(j, folds[0][1:]):
            text, folds = text[1:], (folds[0][1:], *folds[1:])
        told = self._names.get(folds)
        if told is None:
            self._names[folds] = _Name(text, land, kind)
        elif land and not told.land:
            self._names[folds] = replace(told, land=land)
        return folds

    # ---------------------------------------------------------------- towns

    def _towns_behind(self, i: int) -> list[tuple[int, int]]:
        """The names behind a noun of towns at token i: "مدينة هالغان", "بلدتي كفرا وياطر", "قرية «غي ندار»"."""
        if not self._is_one(i, self._towns):
            return []
        marked = self.tokens[i + 1].fold in _OPEN
        j = i + 1 + marked
        stop = self._strange_name(j)
        if not stop or (marked and (stop >= self.names.stop or self.tokens[stop].fold not in _CLOSE)):
            return []
        found = [(j, stop)]
        several = self._is_one(i, self.pack.word_class("more-towns"))
        while several and stop < self.names.stop and self.tokens[stop].fold.startswith(_AND):
            j, stop = stop, self._strange_name(stop, joined=True)
            if not stop:
                break
            found.append((j, stop))
        return found

    def _located(self, i: int) -> list[tuple[int, int]]:
        """ "في هالغان بوسط الصومال": an unknown name behind "in" or "to", with the quarter of a land right behind it."""
        if not (self._is_quarter(i + 2) and self._is_strange(i + 1) and self._land_behind(i + 2)):
            return []
        return [(i + 1, i + 2)]

    def _is_one(self, k: int, words: frozenset[str]) -> bool:
        """Is token k one of these nouns, with a particle on it or none?"""
        return self.tokens[k].kind == "word" and k not in self.dated and any(w in words for w in stripped(self.tokens[k].fold))

    def _is_quarter(self, k: int) -> bool:
        """Does the token tell in which part of a land: "بوسط", "شمالي", "أقصى"?"""
        return k < self.names.stop and self._leads(k, self.pack.word_class("part-of-land"))

    def _leads(self, k: int, words: frozenset[str]) -> bool:
        """Is token k one of these words, with its article and particles or without?"""
        return any(w.removeprefix(_THE) in words for w in stripped(self.tokens[k].fold))

    def _land_behind(self, stop: int) -> str | None:
        """The state that is told behind a name: "هالغان الصومالية", "بوسط الصومال", "في محافظة درعا، جنوبي سوريا"."""
        between = self.pack.word_class("at-a-place") | self._towns
        for k in range(stop, min(stop + _LOCATED, self.names.stop)):
            for land in self._lands(k):
                return land
            plain = self.tokens[k].kind == "mark" and self.tokens[k].fold in ("،", ",", *_OPEN, *_CLOSE)
            if not (plain or self._is_quarter(k) or self._leads(k, between)):
                return None
        return None

    def _lands(self, k: int) -> Iterator[str]:
        for h in self.names.hits(k):
            place = self.world.places.get(h.name.ref)
            land = f"state/{place.country}" if place is not None else h.name.ref
            if land in self.world.states and not h.conj and h.name.what in ("entity", "adjective"):
                yield land

    # ---------------------------------------------------------------- bodies

    def _read_body(self, i: int) -> None:
        """A body at token i by its noun and its name, in marks or of words that nobody knows: "شركة الطيران العراقية فلاي بغداد"."""
        if not self._is_one(i, self.pack.word_class("bears-own-name")):
            return
        j, land = self._past_described(i + 1)
        marked = j < self.names.stop and self.tokens[j].fold in _OPEN and self.tokens[j].fold != _BRACKET
        stop = self._marked_name(j + marked) if marked else self._strange_name(j, seated=True)
        if not stop or self._is_known(i, j + marked, stop):
            return
        end, behind = self._past_described(stop + marked)
        noun = self.names.reference(i, "speaking-body")
        kind = "outlet" if noun is not None and noun.value in _PRESS else "organisation"
        self._headed[i] = end, self._add(j + marked, stop, land or behind, kind)

    def _past_described(self, k: int) -> tuple[int, str | None]:
        """The token behind the definite words at token k that say what a body is, and the state of its nationality among them: "الطيران العراقية"."""
        land, last = None, min(self.names.stop, k + _DESCRIBED)
        while k < last:
            nation = next((h for h in self.names.hits(k) if h.name.what == "adjective" and h.article and not (h.conj or h.prep)), None)
            named = any(h.name.what == "entity" for h in self.names.hits(k))
            plain = self.tokens[k].fold.startswith(_THE) and known(self.tokens[k].form) and not named
            if nation is None and (not plain or self.pack.phrase_at(self.tokens, k) is not None):
                break  # "شركة سابك التي"
            land = land or (nation.name.ref if nation is not None and nation.name.ref in self.world.states else None)
            k = nation.stop if nation is not None else k + 1
        return k, land

    def _is_known(self, i: int, j: int, stop: int) -> bool:
        """Has the world a body or an outlet by this noun at token i and this name, or by the name alone?"""
        told = [(k, h) for k in (i, j) for h in self.names.hits(k) if h.name.what == "entity" and not h.name.ref.startswith("place/")]
        if any(h.stop >= stop or (k == i and h.stop > i + 1) for k, h in told):
            return True  # "وكالة الصحافة الفرنسية ميراي بيسك" too
        name = self.report.text[self.tokens[j].start : self.tokens[stop - 1].stop]
        return any(self.world.lookup(n) is not None for n in (name, f"{self.tokens[i].form} {name}"))

    def _marked_name(self, j: int) -> int:
        """The token that closes the marks in which a name of some words stands; 0 where they hold a clause, or somebody known."""
        for k in range(j, min(j + _MARKED + 1, self.names.stop)):
            if self.tokens[k].fold in _CLOSE:
                return k if k > j else 0
            if self.tokens[k].kind != "word" or k in self.dated or self.reading.is_only_verb(k):
                return 0
        return 0

    def _keep_told_alone(self) -> None:
        """Forgets the bodies whose name does not stand without its noun anywhere: those are read where they stand."""
        behind = {k for i, (end, _) in self._headed.items() for k in range(i, end)}
        alone = {
            folds
            for k, token in enumerate(self.tokens)
            if k not in behind
            for word in stripped(token.fold)
            for folds in self._at(k, word, len(self.tokens))
        }
        self._names = {folds: name for folds, name in self._names.items() if name.kind == _PLACE or folds in alone}
        self._headed = {i: (end, folds) for i, (end, folds) in self._headed.items() if folds in self._names}

    # ---------------------------------------------------------------- names

    def _strange_name(self, j: int, joined: bool = False, seated: bool = False) -> int:
        """The token behind the unknown name that begins at token j; 0 where none does. seated: a town may stand in it ("فلاي بغداد")."""
        heads = self.pack.word_class("town-head")
        k = j
        while k < self.names.stop and k - j < _WORDS:
            word = self.tokens[k]
            fold = word.fold.removeprefix(_AND) if joined and k == j else word.fold
            inside = k > j and self.tokens[k - 1].fold in heads
            if word.kind != "word" or k in self.dated or (k > j and not inside and word.fold.startswith((_THE, _AND))):
                break
            if seated and k == j + 1 and any(h.name.ref.startswith("place/") and not (h.conj or h.prep) for h in self.names.hits(k)):
                k += 1
                break
            if any(h.name.what != "surname" for h in self.names.hits(k)) and not inside:
                break
            strange = self._is_odd(k, fold) if seated else self._is_strange(k, fold)
            if not (fold in heads or strange or (inside and not self.reading.is_word(k))):
                break
            k += 1
        return k if k > j and self.tokens[k - 1].fold not in heads else 0

    def _is_odd(self, k: int, fold: str = "") -> bool:
        """Is the token no word of the dictionary as it stands, no given name, no name of the world but a surname, and does it not end as an
        adjective does?"""
        if not 0 <= k < self.names.stop or k in self.dated or self.tokens[k].kind != "word":
            return False
        word, fold = self.tokens[k], fold or self.tokens[k].fold
        if len(fold) < _LETTERS or word.form.endswith((_HERS, *NUNATED)) or fold in self.names.given or whole(word.form[-len(fold) :]):
            return False
        if fold.startswith((_THE, *_LETTERS_ON)) and known(word.form[-len(fold) :]):
            return False  # "حركة السياحة", "جمعية للزواج", "شركة الطيران ومديرها"
        if self.pack.phrase_at(self.tokens, k) is not None or self.pack.readings(fold) or self.reading.is_word(k):
            return False
        return all(h.name.what == "surname" for h in self.names.hits(k))

    def _is_strange(self, k: int, fold: str = "") -> bool:
        """Is it odd, and no word with a particle or an ending either: not "منطقة لفرز الحالات", "حي التواهي ميدانيا"?"""
        if not self._is_odd(k, fold):
            return False
        word = self.tokens[k].form[-len(fold or self.tokens[k].fold) :]
        particle = known(word) or any(known(w) for w in stripped(fold or self.tokens[k].fold)[1:])
        return not (particle or (word.endswith(_ADVERB) and known(word[:-1])))
