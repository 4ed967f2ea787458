"""Who acts and is told of only by a noun of many: "القوات الكردية", "ثماني منظمات حقوقية دولية", "زعماء القبائل في باكستان"."""

from __future__ import annotations

from collections.abc import Callable

from khabar.annotate.crowds import Crowds
from khabar.annotate.names import Hit
from khabar.annotate.reading import AND, COMMAS, NUNATED, Part
from khabar.annotation import unnamed
from khabar.model import Entity, Mention
from khabar.packs import Phrase

_THE, _HER = "ال", "ه"
_JOINS = ("و", "ف")
_ADJECTIVES = 4  # words that tell what kind of men or bodies they are
_VERB_NEAR = 8  # tokens from the noun to the verb of which it is the subject
_THEIRS = "militias"  # those of the one armed group of the report, if nothing stands with them but an article
_VAGUE = frozenset(("forces", "battalions"))  # of somebody, where nothing else stands with the noun
_LEADERS = "leaders"
_ARMY, _ARMS = "government", "MIL"
_BANDS = frozenset((_ARMS, "REB", "UAF", "UNK", "forces", "factions", "battalions", "militias", "armed groups", "fighters"))
_MEMBERS = "member states"
_OWN = frozenset(("armed-group", "party"))
_BEFORE_NAMES = 7  # tokens behind those who are counted in which their names are led in
_DIGITS = 3  # of numbers so long nobody names the members
_ENDS = frozenset(".؛:؟!")
_LEAD_MEN = _OWN | {"person", "government-body"}  # who may have men in arms that are on his side


class Groups(Part):
    """See the module. at: what stands at a token, for whose men they are."""

    def __init__(self, crowds: Crowds, at: Callable[[int], list[Mention]]) -> None:
        super().__init__(crowds.reading)
        self.crowds, self._at = crowds, at

    def group(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "حاصرت قوات حكومية بلدة", "حذرت منظمات إغاثة إسرائيل من", "إن القوات المشتركة تطوق المدينة": only where they can be who acts."""
        phrase = self.names.reference(i, "many")
        if phrase is None or self.names.particles(i)[1] or not self._acts(i, i + len(phrase.tokens)):
            return []
        army = self.names.reference(i, "actor-noun")
        if army is not None and army.value == _ARMS and len(army.tokens) > len(phrase.tokens):
            return []  # "القوات المسلحة": of the state whose name stands with it
        if phrase.value == _MEMBERS or phrase.value in self.world.entities:
            return self._members(i, phrase)
        armed = not self.pack.word_class("armed-people").isdisjoint(phrase.value.split())
        told = self._told(i, phrase, armed)
        if told is None:
            return []
        stop, words, of = told
        if of is not None and of.kind in _OWN:
            return [self.reading.mention(i, stop, (of.id,), of.kind, "name", country=of.country, conj=self.names.particles(i)[0])]
        country = of.country if of is not None else None
        if stop < self.names.stop and (whose := self._whose(stop)) is not None:
            by, last = whose
            if by in self.pack.word_class("loyal"):
                return [self._men_of(i, last)]
            stop, country = last.last, country or last.country
        if phrase.value in _VAGUE and stop == i + len(phrase.tokens):
            return []
        alone = stop == i + len(phrase.tokens) and phrase.tokens[0].startswith(_THE)
        if alone and phrase.value == _THEIRS and (group := self.crowds.their_group()) is not None:
            return [self.reading.mention(i, stop, group.entities, group.kind, group.rule, country=group.country, conj=self.names.particles(i)[0])]
        abroad = any(self.tokens[k].fold.removeprefix(_THE) in self.pack.word_class("foreign") for k in range(i + 1, stop))
        country = country or (None if abroad else self.crowds.land_of(stop) or (self._scene() if armed else None))  # "قوات أجنبية في مالي"
        if phrase.value == _LEADERS and country is None:
            return []  # "القيادات الأمنية": of wherever the report is at home
        return [self._unnamed(i, stop, (*words, phrase.value), country, "armed-group" if armed and _ARMY not in words else "people-group")]

    def sworn(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "مجموعات مسلحة موالية لرئيس الحكومة فلان", "وأخرى مؤيدة لفلان": men in arms by the word for them and whose side they are on, wherever
        they stand; of a politician or government they are its state's."""
        told = (self.names.reference(i, c) for c in ("more-men", "actor-noun", "many"))
        phrase = next((p for p in told if p is not None and p.value in _BANDS), None)
        if phrase is None:
            return []
        k, kinds = i + len(phrase.tokens), self.pack.word_class("kind-of-men")
        while k < min(self.names.stop, i + _ADJECTIVES) and not kinds.isdisjoint((_bare(self.tokens[k].fold), self.tokens[k].fold)):
            k += 1
        if self.tokens[k - 1].fold.removeprefix(_THE) in self.pack.word_class("foreign"):
            return []  # "طيران أجنبي داعم لحفتر": of another land than his
        if k + 1 >= self.names.stop or self.tokens[k].fold.removeprefix(_THE) not in self.pack.word_class("loyal"):
            return []
        whose = self._whose(k)
        if whose is None or whose[1].kind not in _LEAD_MEN or any(self.names.is_former(t) for t in range(k + 1, whose[1].last)):
            return []  # "المتمردون الموالون لروسيا", "قوات موالية للرئيس السابق": they are not the state's
        return [self._men_of(i, whose[1], self.names.particles(i)[1])]

    def listed(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "امتنعت 3 دول عن التصويت، وهي كينيا وأوغندا ورواندا", "بتأييد عضوين، هما روسيا والصين": states by their number, where so many are named
        right behind them."""
        phrase = self.names.reference(i, "listed")
        if phrase is None:
            return []
        conj, prep = self.names.particles(i)
        count = int(phrase.value) if phrase.value else self._number_at(i - 1) if not (conj or prep) else 0
        stop, k = i + len(phrase.tokens), self._namely(i + len(phrase.tokens))
        found, end = self._row_of_states(k, count) if k and count > 1 else ([], 0)
        if not found or len(set(found)) != len(found) or len(found) != count:
            return []
        told = all(self.names.reference(j, "kind-of-states") or self._is_adjective(j) for j in range(stop, k - 1))
        return [self.reading.mention(i, end if told else stop, tuple(found), "state", "several", conj=conj, prep=prep)]

    def _is_adjective(self, k: int) -> bool:
        return any(h.name.what == "adjective" for h in self.names.hits(k))

    def _number_at(self, k: int) -> int:
        """The number that token k tells, in digits or in a word; 0 where it tells none."""
        if k < 0:
            return 0
        word = self.tokens[k].fold
        return int(word) if word.isdecimal() and len(word) < _DIGITS else int(self.pack.number_word(word.removeprefix(AND)) or 0)

    def _namely(self, k: int) -> int:
        """The token behind the words that lead in the names of those who are told of before token k; 0 where none do so in the clause."""
        for j in range(k, min(k + _BEFORE_NAMES, self.names.stop)):
            if self.tokens[j].fold in self.pack.word_class("namely"):
                return j + 1
            if self.reading.is_only_verb(j) or self.tokens[j].fold in _ENDS:
                break
        return 0

    def _row_of_states(self, k: int, most: int) -> tuple[list[str], int]:
        """The states that are named one after the other from token k on, no more than one over ``most``, and the token behind them."""
        found: list[str] = []
        while k < self.names.stop and len(found) <= most:
            comma = bool(found) and self.tokens[k].fold in COMMAS
            m = next(iter(self._at(k + comma)), None) if k + comma < self.names.stop else None
            state = (m.stands_for or m.entities[0]) if m is not None and m.entities else ""
            joined = m is not None and (not found or comma or bool(m.conj))
            if m is None or m.prep or not joined or not state.startswith("state/"):
                break
            found, k = [*found, state], m.last
        return found, k

    def _members(self, i: int, phrase: Phrase) -> list[Mention]:
        """ "أقرت أربع عشرة دولة في الاتحاد الأوروبي", "أعلن الحلفاء" in a report on the alliance: members of a body, who act as the body."""
        conj, k = self.names.particles(i)[0], i + len(phrase.tokens)
        if k < self.names.stop and self.tokens[k].fold in self.pack.word_class("of-land"):
            of = next((m for m in self._at(k + 1) if m.kind == "organisation" and len(m.entities) == 1 and not (m.conj or m.prep)), None)
            if of is not None:
                return [self.reading.mention(i, of.last, of.entities, of.kind, "name", country=of.country, conj=conj)]
        if phrase.value == _MEMBERS and (states := self._states(i, k)) is not None:
            return [states]
        told_more = k < self.names.stop and self.reading.is_of_article(k)  # "الحلفاء الإقليميون"
        if told_more or not any(phrase.value in (*m.entities, m.of) for m in self.memory.recent):
            return []
        whole = self.memory.entity(phrase.value)
        return [self.reading.mention(i, k, (whole.id,), whole.kind, "back.headed", country=whole.country, conj=conj)]

    def _states(self, i: int, k: int) -> Mention | None:
        """ "نددت دول غربية عدة", "الكثير من الدول العربية": states of which it is told only where they lie or how many they are."""
        words: list[str] = []
        while k < self.names.stop and (kind := self.names.reference(k, "kind-of-states")) is not None:
            words, k = [*words, kind.value], k + len(kind.tokens)
        return self._unnamed(i, k, (*words, "states"), None, "people-group") if words else None

    def _acts(self, i: int, stop: int) -> bool:
        """Does a verb that has a frame stand before token i and agree, with nothing but a number between, or behind token stop in a new clause?"""
        men = self.tokens[i].fold.removeprefix(AND).removeprefix(_THE) in self.pack.word_class("men-of-many")
        first, k = self.reading.sentences[self.memory.sentence].first, i - 1
        while k >= first and (self._counts(k) or k in self.dated or self._leads_back(k)):
            k -= 1
        if k < first:
            return self._verb_behind(stop)
        if self._is_act(k, "smf" if men or self._counts(i - 1) else "sf") and not self.reading.ends_mention(k + 1):
            return not self._describes(k, first) or self._leads_back(i - 1)
        before = self.pack.phrase_at(self.tokens, k)
        begins = before is not None and (before.cls in ("conj", "comp", "was") or " ".join(before.tokens) in self.pack.word_class("contrast"))
        return (begins or (k == i - 1 and self.tokens[k].kind == "mark")) and self._verb_behind(stop)

    def _describes(self, k: int, first: int) -> bool:
        """ "شنت حملة تستهدف جماعات", "الغارات التي استهدفت الفصائل": is the verb at token k that of a clause on the noun before, which acts, and
        has no pronoun that stands for it ("قذائف أطلقتها كتائب")?"""
        if k == first or k - 1 in self.dated or self.tokens[k - 1].kind != "word" or self.tokens[k].fold.startswith(_JOINS):
            return False
        if any(r.pronoun or (r.verb is not None and r.verb.obj) for r in self.pack.readings(self.tokens[k].fold)):
            return False
        before = self.pack.phrase_at(self.tokens, k - 1)
        return before is None or before.cls == "rel"

    def _counts(self, k: int) -> bool:
        """ "عدد من المشايخ", "ثماني منظمات", "42 من قادة": is token k of how many they are?"""
        word = self.tokens[k].fold
        if word in self.pack.word_class("from"):
            return k > 0 and self._counts(k - 1)
        return self.names.counted(k + 1) or word.removeprefix(AND) in self.pack.word_class("some-of")

    def _leads_back(self, k: int) -> bool:
        """ "بلدة تسيطر عليها قبائل": does a preposition with a pronoun part the verb from who acts?"""
        phrase = self.pack.phrase_at(self.tokens, k)
        return phrase is not None and phrase.cls == "prep-pron"

    def _is_act(self, k: int, form: str) -> bool:
        """Is token k a verb that has a frame, of a number and a gender in ``form`` ("يضم كل القوى الوطنية": of somebody else)?"""
        verbs = (r.verb for r in self.pack.readings(self.tokens[k].fold) if r.kind == "verb" and r.lemma in self.pack.verb_frames)
        return any(v is not None and v.number in form and v.gender in form for v in verbs)

    def _verb_behind(self, k: int) -> bool:
        """Does the clause that begins before token k have a verb behind it that many can have?"""
        for j in range(k, min(k + _VERB_NEAR, self.names.stop)):
            if self.reading.is_only_verb(j):
                return self._is_act(j, "pm") or self._is_act(j, "sf")
            if self.tokens[j].kind == "mark" and self.tokens[j].fold in ".:؟!":
                return False
        return False

    def _told(self, i: int, phrase: Phrase, armed: bool) -> tuple[int, list[str], Entity | None] | None:
        """(token after the noun and what kind of men it tells of, the English of that, the state or body of an adjective among them); None where
        they are those of somebody who is named, or stand in the oblique behind a verb."""
        stop, words, of = i + len(phrase.tokens), list[str](), None
        definite = phrase.tokens[0].startswith(_THE)
        if not (definite or phrase.tokens[-1].endswith(NUNATED)) and stop < self.names.stop and len(phrase.tokens) == 1:
            theirs = next(iter(self._at(stop)), None)
            if theirs is not None and theirs.kind != "demonym" and not (theirs.conj or theirs.prep):
                return None  # "قوات الأكراد", "قادة حماس", "مقاتلو المعارضة"
            if self._is_genitive(stop):
                if armed:
                    return None  # "قوات مكافحة الإرهاب"
                stop, definite = stop + 1, self.tokens[stop].fold.startswith(_THE)
        kinds, army = self.pack.word_class("kind-of-men"), self.pack.word_class("of-the-state")
        while stop < min(self.names.stop, i + len(phrase.tokens) + _ADJECTIVES):
            word = self.tokens[stop]
            hit = next((h for h in self.names.hits(stop) if h.name.what == "adjective" and not (h.conj or h.prep)), None)
            base = _bare(word.fold)
            if hit is not None and of is None and word.form.startswith(_THE) == definite:
                of, stop = self.memory.entity(hit.name.ref), hit.stop
            elif not kinds.isdisjoint((base, word.fold.removeprefix(_THE))) and word.fold.startswith(_THE) == definite:
                words += [_ARMY] if base in army else []
                stop += 1
            else:
                break
        oblique = self.tokens[stop - 1].fold.endswith(NUNATED[1]) and i > 0 and self.reading.is_verb(i - 1)  # "تضم قادة أمنيين"
        return None if oblique else (stop, words, of)

    def _is_genitive(self, k: int) -> bool:
        """ "زعماء القبائل", "منظمات إغاثة": does a noun of no name, which is no object, tell of what they are?"""
        if k >= self.names.stop or self.tokens[k].kind != "word" or self.names.hits(k) or k in self.dated:
            return False
        word = self.tokens[k]
        if self.pack.phrase_at(self.tokens, k) is not None or self.reading.is_only_verb(k) or any(self.names.particles(k)):
            return False
        return word.fold.startswith(_THE) or word.fold in self.pack.word_class("cause-of-men")

    def _whose(self, k: int) -> tuple[str, Mention] | None:
        """(the word that tells how they stand to him, who he is): "الموالية للحكومة", "المناوئة لحفتر"."""
        word = self.tokens[k].fold.removeprefix(_THE)
        if k + 1 >= self.names.stop or not (word in self.pack.word_class("loyal") or _bare(word) in self.pack.word_class("hostile")):
            return None
        man = next(iter(self._at(k + 1)), None)
        return (word, man) if man is not None and man.prep == "ل" and man.country else None

    def _men_of(self, i: int, man: Mention, prep: str = "") -> Mention:
        """Men of a politician or a government are their state's, those of an armed group are the group."""
        group = man.kind == "armed-group"
        ref = man.entities[0] if group else f"state/{man.country}"
        refs, kind = (ref,) if group or ref in self.world.entities else man.entities, "armed-group" if group else "state"
        return self.reading.mention(i, man.last, refs, kind, "agent.MIL", country=man.country, conj=self.names.particles(i)[0], prep=prep)

    def _scene(self) -> str | None:
        """The country of the place where the sentence happens, else that of the report's state: a force is of where it acts."""
        words = self.pack.word_class("scene")
        for k in range(self.reading.sentences[self.memory.sentence].first + 1, self.names.stop):
            seated = self.tokens[k - 1].fold in words
            places = (h for h in self.names.hits(k) if h.name.what == "entity" and not h.conj and (seated or h.prep == "ب"))
            hit = next((h for h in places if h.name.ref.startswith(("state/", "place/"))), None)
            if hit is not None:
                return self.memory.entity(hit.name.ref).country
        home = self.topic.home
        return self.memory.entity(home).country if home else None

    def _unnamed(self, i: int, stop: int, words: tuple[str, ...], country: str | None, kind: str) -> Mention:
        state = self.world.english_adj.get(f"state/{country}", "")
        english = " ".join(filter(None, (state, *words)))
        ref, conj = unnamed(english), self.names.particles(i)[0]
        name = self.reading.span(i, stop, conj, "").of(self.report.text)
        if ref not in self.memory.entities:
            self.memory.entities[ref] = Entity(ref, kind, ((self.report.language, name), ("en", english)), country, None, None, False)
        return self.reading.mention(i, stop, (ref,), kind, "unnamed", country=country, conj=conj)


def _bare(word: str) -> str:
    """The adjective without its article and the ending of number and gender: "المسلحة", "مسلحون" → "مسلح"."""
    word = word.removeprefix(_THE)
    for end in (*NUNATED, _HER):
        if word.endswith(end):
            return word.removesuffix(end)
    return word
