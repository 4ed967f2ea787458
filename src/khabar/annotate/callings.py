"""What somebody without a name is called in English: "قيادي في فصيل سوري مدعوم من تركيا" is a commander of a Turkish-backed Syrian faction.

The words stand in callings.tsv, and with those who speak in reference.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from khabar.annotate.names import owned_by
from khabar.annotate.reading import Part, Reading, country_of
from khabar.annotate.titles import Titles
from khabar.lemmas import known
from khabar.packs import Phrase

_THE, _TO_THE = "ال", "لل"
_SHORT = 3  # letters of a word that has no ending to take off
_ENDINGS, _HERS = ("", "ان", "ين", "ون", "ات", "ه"), "ت"  # of an adjective, as folded, behind the form of a man; before the dual of a woman's
_MEN = "ون"
_AS_MEN = (("ين", _MEN), ("ات", _MEN), ("ي", _MEN), ("و", _MEN), ("ا", ""))  # endings of a noun that the tables have with another
_SINGULAR = {"men": "man", "women": "woman", "people": "person", "clergymen": "clergyman", "children": "child", "dead": "dead", "wounded": "wounded"}
_HEADS = frozenset(("speaker", "unnamed", "human", "who-speak", "speaking-body"))  # classes of reference.tsv
_BODY, _MAN, _NOUN, _KIND_OF_MAN, _KIND_OF_THING, _BY_WHOM, _WITH = "speaking-body", "man", "noun", "of-man", "kind", "by", "with"
_LETTERS = ("ل", "ب")  # prepositions written in one with their noun
_OPEN, _CLOSE = frozenset('"«“('), frozenset('"»”)')
_FIRST, _NATION, _SEAT, _KIND = range(4)  # the order in which English puts what stands before a noun
_TWO, _ONE, _ADVERB = "two ", "one", "ا"
_AN = ("a", "e", "i", "o", "u", "honest", "hour", "heir")
_A = ("uni", "us ", "un ", "eu", "one", "uk ")
_OF_HERS = ("ة", "ه")  # of an adjective, as written, behind a noun of the feminine
_NUMBERS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MINISTRY = "ministry"
_BRACKETS = re.compile(r" \(.*?\)")
_LEADER, _COMMANDER, _FIELD = "leader", "commander", "field"


@dataclass(slots=True)
class _Said:
    """A noun with what belongs to it. name: the kind of the entity whose name it is, else ""; before: (rank, words) of what English puts before it;
    behind: what it puts behind it."""

    noun: str
    stop: int
    definite: bool = False
    human: bool = False
    name: str = ""
    owned: bool = False  # a pronoun says whose it is ("قادتها")
    mass: bool = False  # it takes no article: "health", "affairs"
    adjective: str = ""  # of a state
    before: list[tuple[int, str]] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)

    def words(self) -> str:
        front = [w for _, w in sorted(self.before, key=_rank) if w]
        two = [_TWO.strip()] if self.noun.startswith(_TWO) else []
        return " ".join([*two, *front, self.noun.removeprefix(_TWO), *self.behind])

    def with_article(self) -> str:
        """The same behind a preposition: with "the" or "a" as the Arabic word is definite or not."""
        words = self.words()
        if self.mass or (self.name and not self.before and not words.rsplit(" ", 1)[-1].islower()):
            return words  # but "the Afghan army"
        if self.definite:
            return f"the {words}"
        return words if self.noun.endswith("s") and not self.noun.endswith("ss") else f"{_article(words)} {words}"


def _prep(phrase: Phrase) -> str:
    """The preposition at the end of what describes somebody."""
    return phrase.letter or phrase.tokens[-1]


def _as_listed(word: str, pronouns: Collection[str]) -> list[str]:
    """The forms in which the tables may have a folded noun: with its article and without, and the plural of men for its genitive, for that before
    another noun or a pronoun, and for that of women ("منظمي", "قادتها", "ناجيات")."""
    bare = word.removeprefix(_THE)
    theirs = next((p for p in pronouns if bare.endswith(p)), "")  # cut to the one letter that all of them begin with
    owned = [owned_by(bare[: len(bare) - len(theirs) + 1])] if theirs else []
    forms = [word, bare, *owned]
    forms += [f.removesuffix(end) + men for f in (bare, *owned) for end, men in _AS_MEN if f.endswith(end) and len(f) > _SHORT + 1]
    return list(dict.fromkeys(forms))


def _single(noun: str) -> str:
    """An English plural as one of them: "members of parliament" is a member of parliament."""
    first, of, rest = noun.partition(" of ")
    *before, last = first.split(" ")
    if last in _SINGULAR:
        one = _SINGULAR[last]
    elif last.endswith("ies"):
        one = last.removesuffix("ies") + "y"
    else:
        one = last[:-3] + "man" if last.endswith("men") else last.removesuffix("s")
    return " ".join([*before, one]) + of + rest


def _rank(before: tuple[int, str]) -> int:
    return before[0]


def _article(words: str) -> str:
    low = words.lower()
    return "an" if low.startswith(_AN) and not low.startswith(_A) else "a"


def _stems(word: str) -> list[str]:
    """A folded adjective without each of the endings that it may have."""
    found = [word.removesuffix(e) for e in _ENDINGS if word.endswith(e)]
    return found + [w.removesuffix(_HERS) for w in found if w != word]


class Callings(Part):
    """See the module."""

    def __init__(self, reading: Reading, titles: Titles) -> None:
        super().__init__(reading)
        self.titles = titles

    def english(self, i: int, stop: int, nation: str = "") -> str | None:
        """What tokens[i:stop] call somebody, in English, with the nation that they do not tell of him; None where a word among them has none."""
        said = self._noun(i, stop, head=True)
        if said is not None and nation and nation not in said.words():
            said.before.append((_NATION, nation))
        last = self.tokens[stop - 1].fold
        cut = any(p.value in self.pack.word_class("needs-whose") for p in self.pack.callings.get(last, ()))  # "باحث في شؤون …"
        return said.words() if said is not None and said.stop >= stop and not cut else None

    def kind(self, k: int, people: bool = True) -> Phrase | None:
        """The adjective at token k, of whatever gender and number and with its article or not, as the tables have it for one man: of people, or also
        of what they belong to."""
        word = self.tokens[k] if k < self.names.stop else None
        two = [t.fold for t in self.tokens[k : min(k + 2, self.names.stop)]] if word is not None else []
        whole = (p for p in self.pack.callings.get(two[0], ()) if p.cls == _KIND_OF_MAN and list(p.tokens) == two) if two else ()
        if (told := next(iter(whole), None) or self.names.reference(k, "unnamed-of")) is not None:
            return told
        bare = word.fold.removeprefix(_THE) if word is not None and word.kind == "word" else ""
        if len(bare) <= _SHORT:
            return None
        stems = _stems(bare)
        mans = (p for stem in stems for p in self.pack.reference.get(stem, ()) if p.cls == "unnamed-of")
        more = (p for stem in stems for p in self.pack.callings.get(stem, ()) if p.cls == _KIND_OF_MAN or (p.cls == _KIND_OF_THING and not people))
        return next((p for p in (*mans, *more) if len(p.tokens) == 1), None)

    def describes(self, k: int) -> tuple[Phrase, int] | None:
        """What describes somebody with a preposition at token k ("مدعوم من", "موالية ل"), and the token at which begins whom it leads to."""
        word = self.tokens[k].fold.removeprefix(_THE) if self.tokens[k].kind == "word" else ""
        stems = _stems(word) if len(word) > _SHORT else ()
        for phrase in (p for stem in stems for p in self.pack.callings.get(stem, ()) if p.cls == _BY_WHOM):
            prep = _prep(phrase)
            at = k + 1
            if at >= self.names.stop:
                return None
            if self.tokens[at].fold == prep:
                return phrase, at + 1
            if len(prep) == 1 and self.tokens[at].fold.startswith(prep) and self._led(at, prep):
                return phrase, at
        return None

    def is_thing(self, k: int) -> bool:
        """Is token k a noun of what people belong to ("محافظة شمال سيناء": also where it could be a preposition)?"""
        return any(p.cls == _NOUN and len(p.tokens) == 1 for p in self.pack.callings.get(self.tokens[k].fold, ()))

    def _opens_description(self, k: int) -> bool:
        """Is it a word that describes somebody with a preposition, whatever follows ("مصدر قريب من")?"""
        return any(p.cls == _BY_WHOM for p in self.pack.callings.get(self.tokens[k].fold, ()))

    def _led(self, k: int, letter: str) -> bool:
        """Does the word at token k bear this preposition of one letter?"""
        word = self.tokens[k].fold
        hits = any(h.prep == letter and not h.conj for h in self.names.hits(k))
        return hits or (letter == "ل" and word.startswith(_TO_THE)) or self._lexical(k, letter) is not None

    def _lexical(self, k: int, prep: str = "") -> _Said | None:
        """The noun at token k that the tables have, behind this particle on it."""
        word = self.tokens[k].fold
        bare = word.removeprefix(prep) if prep else word
        bare = _THE + word[2:] if prep == "ل" and word.startswith(_TO_THE) else bare
        for form in _as_listed(bare, self.pack.word_class("pronoun-end")):
            own = [p for p in self.pack.callings.get(form, ()) if p.cls in (_MAN, _NOUN)]
            rows = own + [p for p in self.pack.reference.get(form, ()) if p.cls in _HEADS and p.value not in ("", _ONE)]
            rows.sort(key=lambda p: -len(p.tokens))
            for p in rows:
                words = [form, *(t.fold for t in self.tokens[k + 1 : min(k + len(p.tokens), self.names.stop)])]
                if [w.removeprefix(_THE) for w in words] == [w.removeprefix(_THE) for w in p.tokens]:
                    definite = any(w.startswith(_THE) and len(w) > _SHORT for w in (bare, *words[1:]))
                    owned = form not in _as_listed(bare, ())
                    return _Said(p.value, k + len(p.tokens), definite, p.cls not in (_NOUN, _BODY), owned=owned)
        return None

    def _noun(self, i: int, stop: int, head: bool = False, prep: str = "", owner: bool = False) -> _Said | None:
        """The noun at token i, behind this particle on it, with what belongs to it up to token stop.

        head: it is who speaks; owner: it is the genitive of another, to which belongs what follows with a preposition.
        """
        if i >= stop:
            return None
        if self.tokens[i].fold in _OPEN:
            inside = self._noun(i + 1, stop)
            if inside is not None and inside.stop < stop and self.tokens[inside.stop].fold in _CLOSE:
                inside.stop += 1
            return inside
        some = self.names.reference(i, "some-who") if head else None
        if some is not None and some.tokens[0] in self.pack.word_class("one-of"):
            many = self._noun(i + len(some.tokens), stop, head=True)
            if many is not None:
                many.noun, many.definite = _single(many.noun), False
            return many  # "أحد منظمي المؤتمر" is an organiser of the conference
        if not head and (named := self._named(i, stop, prep)) is not None:
            return named
        number = self.pack.number_words.get(self.tokens[i].fold, 0) if head else 0
        if 2 < number < len(_NUMBERS) and (many := self._noun(i + 1, stop, head=True)) is not None:
            many.before.insert(0, (_FIRST - 1, _NUMBERS[int(number)]))
            return many
        said = self._lexical(i, prep)
        if said is not None:
            said.mass = said.noun in self.pack.word_class("no-article")
        leading, _, noun = said.noun.partition(" ") if said is not None else ("", "", "")
        if said is not None and noun and leading in self.pack.word_class("before-nation"):
            said.noun, said.before = noun, [(_FIRST, leading)]  # "مسؤول كبير", of one row
        if said is not None:
            self._add_all(said, stop, head, owner)
        return said

    def _add_all(self, said: _Said, stop: int, head: bool, owner: bool) -> None:
        """Adds what stands behind a noun: adjectives, its genitive, what a preposition leads to."""
        first = self.tokens[said.stop - 1].fold
        bare = not (first.startswith(_THE) or said.owned)  # so that a genitive may follow
        while said.stop < stop:
            genitive = bare and self.tokens[said.stop].fold.startswith(_THE)  # "قادة المعارضة"
            with_it = not owner and (self._add_description(said, stop) or self._add_with(said, stop, head))
            if with_it or (not genitive and self._add_adjective(said, head)):
                bare = False
            elif bare and not self._opens_description(said.stop) and (of := self._noun(said.stop, stop, owner=True)) is not None:
                self._add_owner(said, of)
                said.stop, bare = of.stop, False
            else:
                return

    def _add_description(self, said: _Said, stop: int) -> bool:
        """ "مدعوم من تركيا", "مقرب من الرئاسة"."""
        told = self.describes(said.stop)
        if told is None:
            return False
        phrase, at = told
        prep = _prep(phrase) if at == said.stop + 1 else ""  # in one with the noun
        of = self._noun(at, stop, prep=prep)
        if of is None:
            return False
        if "-" in phrase.value:
            said.before.append((_FIRST, phrase.value.replace("%", self._as_adjective(at, of))))
        else:
            said.behind.append(phrase.value.replace("%", of.with_article()))
        said.stop = of.stop
        return True

    def _add_adjective(self, said: _Said, head: bool) -> bool:
        k = said.stop
        nation = next((h for h in self.names.hits(k) if h.name.what in ("adjective", "people") and not (h.conj or h.prep)), None)
        told = self._nation(nation.name.ref) if nation is not None else None
        accusative = self.names.opens[k].nationality if self.tokens[k - 1].fold.endswith(_ADVERB) else ()
        name = next((n for n, conj in accusative if not conj), None)
        if told is None and name is not None and (told := self._nation(name.ref)) is not None:
            said.before.append((_NATION, told))  # "مسؤولا كينيا"
            said.stop = k + 1
            return True
        if nation is not None and told is not None:
            said.before.append((_NATION, told))
            said.stop = nation.stop
            return True
        kind = self.kind(k, people=head)
        if kind is None:
            return False
        if kind.value == _FIELD:
            said.noun = said.noun.replace(_LEADER, _COMMANDER)  # "أحد قادتها الميدانيين"
        leads = kind.value in self.pack.word_class("before-nation")
        said.before.insert(0, (_FIRST if leads else _KIND, kind.value))  # what stands last in Arabic comes first
        said.stop = k + len(kind.tokens)
        return True

    def _add_with(self, said: _Said, stop: int, head: bool) -> bool:
        """What a preposition of place leads to: "في وزارة الدفاع", "بالخارجية الأميركية", "من مالي"."""
        k = said.stop
        word = self.tokens[k].fold
        letter = next((x for x in _LETTERS if word.startswith(x) and word != x and self._led(k, x)), "")
        row = next((p for p in self.pack.callings.get(letter or word, ()) if p.cls == _WITH), None)
        of = self._noun(k + (not letter), stop, prep=letter) if row is not None else None
        if row is None or of is None or self._is_strange_town(of):
            return False
        part = said.human and row.value == "in" and said.noun in self.pack.word_class("one-of-them")
        if head and said.human and row.value == "in" and of.name and of.name not in ("place", "state", "person") and not of.behind:
            said.before.append((_SEAT, self._of_group(of)))
        else:
            if part and said.noun == _LEADER and of.noun in self.pack.word_class("of-arms"):
                said.noun = _COMMANDER
            at = row.value == "in" and of.noun.split()[-1].lower() in self.pack.word_class("at-which")
            said.behind.append(f"{'of' if part else 'at' if at else row.value} {of.with_article()}")
        said.stop = of.stop
        return True

    def _is_strange_town(self, of: _Said) -> bool:
        """ "مصادر في بلدة برستان": does a name that nobody knows stand behind "a town"? It is no "source in a town"."""
        if of.definite or of.behind or self.tokens[of.stop - 1].fold not in self.pack.word_class("settlement") or of.stop >= self.names.stop:
            return False
        name = self.tokens[of.stop]
        adjective = known(name.form) and name.form.endswith(_OF_HERS)  # "في بلدة حدودية"
        return name.kind == "word" and not (adjective or self.names.hits(of.stop) or self.pack.phrase_at(self.tokens, of.stop))

    @staticmethod
    def _add_owner(said: _Said, of: _Said) -> None:
        """The genitive: "دائرة الصحة" is a health department, "سكان المدينة" are residents of the city. A body told of before is named by its kind
        again: "مصدر في وزارة الخارجية" where "الخارجية" alone leads back to it."""
        if said.noun in of.words().lower().split():
            said.noun, said.name, said.definite, said.before, said.behind = of.noun, of.name, True, of.before, of.behind
            return
        plain = not (of.human or of.name or of.definite or of.behind)
        if of.adjective and not said.human:
            said.before.insert(0, (_NATION, of.adjective))  # "رئاسة تشاد"
        elif of.name == "person" and not said.human:
            said.before.append((_FIRST, f"{of.words()}'s"))
        elif (said.human and not plain) or of.human:
            said.behind.append(f"of {of.with_article()}")
        else:
            said.before.insert(0, (_SEAT, of.words()))  # "عامل إغاثة", "دائرة الصحة"
        said.definite = said.definite or of.definite

    def _named(self, i: int, stop: int, prep: str) -> _Said | None:
        """A state, place, body or person by name at token i, as its English name."""
        hits = (h for h in self.names.hits(i) if h.name.what in ("entity", "surname") and not h.conj and h.prep == prep and h.stop <= stop)
        met = (h for h in hits if h.name.what == "entity" or h.name.ref in self.memory.entities)
        hit = max(met, key=lambda h: h.stop, default=None)
        ref, after = (hit.name.ref, hit.stop) if hit is not None else (None, i)
        owner = self.titles.owner(i) if not prep else None
        adjective = any(h.name.what == "adjective" for h in self.names.hits(i))
        if owner is not None and after < owner[1] <= stop and not adjective:
            ref, after = owner
        told_before = self._told_before(i, prep) if ref is None else None
        if told_before is not None:
            ref, after = told_before, i + 1
        elif ref is None and (home := self.titles.home_ministry(i, prep)) is not None:
            ref, after = home
        if ref is None:
            return None
        entity = self.memory.entities.get(ref) or self.world.entity(ref)
        english = _BRACKETS.sub("", entity.name("en"))
        if not english or not english.isascii():
            return None
        return _Said(english, after, True, entity.kind == "person", entity.kind, adjective=self.world.english_adj.get(ref, ""))

    def _told_before(self, i: int, prep: str) -> str | None:
        """ "مصدر في الوزارة", "قيادي بالحركة", "ضابط في الجيش": the body told of before to which the one definite word at token i leads back."""
        word = self.tokens[i].fold.removeprefix(prep) if prep != "ل" else self.tokens[i].fold
        word = _THE + word[2:] if word.startswith(_TO_THE) else word
        if not word.startswith(_THE):
            return None
        if any(p.cls == "back" and p.value == _MINISTRY and p.tokens == (word,) for p in self.pack.reference.get(word, ())):
            met = self.memory.back(_MINISTRY)
        elif any(p.cls == "headed" and p.tokens == (word,) for p in self.pack.reference.get(word, ())):
            met = self.memory.headed(word.removeprefix(_THE))
        else:
            bodies = {f"-{h.name.ref}" for h in self.names.hits(i) if h.name.what == "body" and h.prep == prep and h.stop == i + 1}
            told = (m for m in reversed(self.memory.mentions) if m.kind == "government-body" and len(m.entities) == 1)
            met = next((m for m in told if m.entities[0].endswith(tuple(bodies))), None) if bodies else None
        return met.entities[0] if met is not None and len(met.entities) == 1 and met.kind not in ("person", "place") else None

    def _nation(self, ref: str) -> str | None:
        if country_of(ref) is not None:
            return self.world.english_adj.get(ref)
        entity = self.memory.entities.get(ref) or self.world.entity(ref)
        english = entity.name("en")
        english = english.removesuffix("s") if entity.kind == "armed-group" and " " not in english else english
        return english if entity.kind != "organisation" else None  # "أوروبي" is no man of the Union

    def _of_group(self, of: _Said) -> str:
        """ "مسؤول في جماعة الحوثي": a Houthi official."""
        words = of.words()
        return words.removesuffix("s") if of.name == "armed-group" and " " not in words else words

    def _as_adjective(self, i: int, of: _Said) -> str:
        """ "مدعوم من تركيا", "مدعوم من أنقرة": Turkish."""
        for h in self.names.hits(i):
            state = self.world.places[h.name.ref].stands_for if h.name.ref in self.world.places else h.name.ref
            if state and (told := self.world.english_adj.get(state)):
                return told
        return of.words()
