"""Words that lead back to who was named: "الرئيسان", "الوزارة", "بلاده", "المجموعة", "الأخير"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from khabar.annotate.memory import COMMAND, REALMS
from khabar.annotate.names import PRONOUNS, Hit, stripped
from khabar.annotate.reading import AND, COMMAS, NUNATED, Part, country_of
from khabar.model import Mention
from khabar.morphology import OBJECTS
from khabar.packs import Phrase
from khabar.text import QUOTE_MARKS, fold
from khabar.world import OF_NO_STATE, Conflict

_THE = "ال"
_FOR = "ل"
_ARMED = frozenset(("armed-group", "party"))
_BOTH = 2
_TWO_OF = "ين"
_SENTENCE = 30  # tokens of a sentence before a word for two
_CLAUSE = 2  # tokens: a relative pronoun and one verb
_RULE = frozenset(("state", "government-body"))  # who rules a land, or claims to
_ADVERB = "ا"
_BESIDE = 14  # tokens between "the powers" and the state that they deal with
_IN, _TOLD = "في", 4  # tokens between "the parties" and the quarrel that they are of
_CALLED = ("minister", "ambassador")
_TITLED, _FEMININE = ("minister", "excellency", "ambassador", "envoy", "spokesperson", "person", "head", "president"), "ة"
_SENT = ("minister", "excellency", "envoy", "ministry")  # whoever they are, they act for their state


_OUTLET_NAME = 5  # tokens of an outlet's name in marks
_AT_A_TABLE = 4  # who are called "the parties" where nothing tells of a quarrel


class Back(Part):
    """See the module."""

    def back(self, i: int, hits: list[Hit]) -> list[Mention]:
        """Pairs, and words that lead back to one who was named: "الرئيسان", "الوزارة", "بلاده", "المجموعة"."""
        conj, prep = self.names.particles(i)
        if (phrase := self.names.reference(i, "pair")) and phrase.value.isupper():  # "الكوريتان": two states that share their name
            two = tuple(f"state/{code}" for code in phrase.value.split())
            return [self.reading.mention(i, i + len(phrase.tokens), two, "state", "pair", conj=conj, prep=prep)]
        two = tuple(phrase.value.split()) if phrase is not None else ()
        if phrase is not None and all(body in self.world.entities for body in two):  # "الاتحادان الأوروبي والإفريقي": two bodies likewise
            kind = self.world.entities[two[0]].kind
            return [self.reading.mention(i, i + len(phrase.tokens), two, kind, "pair", conj=conj, prep=prep)]
        if (phrase := self.names.reference(i, "powers")) and (powers := self._powers(i, phrase, conj, prep)):
            return powers
        if not self.memory.mentions:
            return self._kingdom(i) or self._sent(i)
        if phrase := self.names.reference(i, "several"):
            count, _, value = phrase.value.partition(" ")
            if len(phrase.tokens) == 1 and not self.reading.opens(i):
                return []  # "الأيام الثلاثة"
            inside = self._in_brackets(i + len(phrase.tokens))  # "الدول الثلاث (مصر والأردن والعراق)"
            several = inside if len(inside) == int(count) else self.memory.several(int(count), value)
            if several and not self._listed_behind(i + len(phrase.tokens)):
                kind = "state" if value == "state" else "person"
                return [self.reading.mention(i, i + len(phrase.tokens), several, kind, "several", conj=conj, prep=prep)]
            land, _ = self._quarrelled(i + len(phrase.tokens)) if value == "party" and not several else (None, 0)
            return self._parties(i, i + len(phrase.tokens), "", conj, prep) if land else []
        if (phrase := self.names.reference(i, "row")) and self.reading.opens(i) and not self._is_told_whose(i + 1):
            return self._again(i, i + 1, self.memory.row(), "back.row", conj, prep)
        if phrase := self.names.reference(i, "pair"):
            stop = i + len(phrase.tokens)
            if stop < self.names.stop and self.tokens[stop].fold in self.pack.word_class("others"):
                return []  # "الدولتان الأخريان"
            if phrase.value == "state" and stop == i + 1 and self._are_many(stop):
                return []  # "البلدان الإفريقية"
            kind, _, head = phrase.value.partition(" ")
            if kind == "both":  # "الحركتان"
                two = self.memory.both_headed(fold(head))
                return [self.reading.mention(i, stop, two, "group", "pair", conj=conj, prep=prep)] if two else []
            if both := self._both_named(stop):
                return [self.reading.mention(i, both[1], both[0], "state", "side", conj=conj, prep=prep)]
            joined = self.memory.just_joined(i) if phrase.value == "state" else None
            if joined is not None:
                return [self.reading.mention(i, stop, joined, "state", "pair", conj=conj, prep=prep)]
            quarrel = self._of_their_own(i) and phrase.value in ("state", "any") and len(self.topic.two) == 2
            of_lands = stop + 1 < self.names.stop and self.tokens[stop + 1].fold in self.pack.word_class("states-of")
            if phrase.value == "here" and (of_lands or not self.memory.named_here(2)):  # "سوريا وإيران وكلاهما من دول الجوار"
                return []  # "عبر طريقين، وكلاهما مستحيل"
            talks = self.memory.lead_states() if phrase.value == "state" and self._of_their_talks(i) else None
            many = i + len(phrase.tokens) < self.names.stop and self.tokens[i + len(phrase.tokens)].fold in self.pack.word_class("such-they")
            if many and self.tokens[i].fold in self.pack.word_class("two-or-many"):
                return []  # "أعلام البلدان التي تقيم علاقات معها": all of them
            rivals = stop < self.names.stop and self.tokens[stop].fold in self.pack.word_class("at-odds")
            but = self.memory.subjects(all_of_them=rivals) if phrase.value in ("any", "party") and (rivals or self._is_object(i)) else frozenset()
            pair = self.topic.two if quarrel else talks or self.memory.pair(phrase.value, main=self.topic.two, home=self.topic.home, but=but)
            if phrase.value in ("any", "party") and (not pair or self.memory.is_half_mediator(pair)):
                pair = self._foes_here() or pair
            theirs = self.pack.word_class("quarrel") | self.pack.word_class("relations-between")
            between = i > 1 and self.tokens[i - 1].fold in self.pack.word_class("between") and self.tokens[i - 2].fold in theirs
            sides = self.tokens[stop - 1].fold in self.pack.word_class("the-sides")
            if pair and phrase.value in ("any", "party") and (between or sides):
                whose = tuple(dict.fromkeys(w for p in pair if (w := self._acts_for(p)) is not None))
                if len(whose) == len(pair) == _BOTH:  # "أكد الجانبان": their states, or the body of many states for which one of them acts
                    kind = "state" if all(s in self.world.states for s in whose) else "group"
                    return [self.reading.mention(i, stop, whose, kind, "pair", conj=conj, prep=prep)]
            if pair:
                return [self.reading.mention(i, stop, pair, "person" if phrase.value != "state" else "state", "pair", conj=conj, prep=prep)]
            return []
        if (phrase := self.names.reference(i, "parties")) and (
            not phrase.tokens[0].startswith("ال") or self.reading.opens(i) or i - 1 in self.dated or not (i and self.reading.is_of_article(i - 1))
        ):  # "المبعوث الخاص أطراف النزاع", but "الدول الأطراف"
            return self._parties(i, i + len(phrase.tokens), phrase.value, conj, prep)
        if (phrase := self.names.reference(i, "homeland")) and not self.tokens[i].form.endswith("ة"):  # بلدة is a town
            owner = self._described(i) or self.memory.homeland(self.tokens[i].fold.endswith("ه"))
            if owner:
                ref = f"state/{owner.country}"
                self.memory.entity(ref)
                return [self.reading.mention(i, i + len(phrase.tokens), (ref,), "state", "homeland", country=owner.country, conj=conj, prep=prep)]
            return []
        if (phrase := self.names.reference(i, "region-state")) and (state := self._of_region(phrase.value.split())):
            return [self.reading.mention(i, i + len(phrase.tokens), (state,), "state", "back.state", country=country_of(state), conj=conj, prep=prep)]
        this = i > 0 and self.tokens[i - 1].fold in self.pack.word_class("this")
        if this and (phrase := self.names.reference(i, "these-men")) and not self._goes_on(i + len(phrase.tokens)):  # "هذه القوات استعادت القصر"
            return self._again(i, i + len(phrase.tokens), self._in_arms_before(), "back.forces", conj, prep)
        if phrase := self.names.reference(i, "own-forces"):
            stop = i + len(phrase.tokens)
            hers = self.tokens[stop - 1].fold.endswith(PRONOUNS[0])
            begins = self._begins(i, stop)
            owner = (None if begins else self._asked(i) or self._whose_clause(i, hers)) or self.memory.commander(only=not begins, hers=hers)
            return self._again(i, stop, owner, "back.forces", conj, prep)
        if (phrase := self.names.reference(i, "neighbour")) and (other := self.memory.other_state()):
            stop = i + len(phrase.tokens)
            if stop < self.names.stop and any(h.name.ref.startswith("state/") and not h.conj and not h.prep for h in self.names.hits(stop)):
                return []  # "جارتها رواندا" is named
            self.memory.entity(other)
            return [self.reading.mention(i, stop, (other,), "state", "neighbour", country=other.rpartition("/")[2], conj=conj, prep=prep)]
        if (phrase := self.names.reference(i, "one-of-two")) and (half := self._one_of_two(i + len(phrase.tokens), phrase.value)):
            return [self.reading.mention(i, i + len(phrase.tokens), (half,), "state", "half", country=country_of(half), conj=conj, prep=prep)]
        if phrase := self.names.reference(i, "others"):
            rest = self.memory.others()
            if rest is not None:
                return [self.reading.mention(i, i + len(phrase.tokens), rest, "group", "others", conj=conj, prep=prep)]
            return []
        last = i > 0 and self.tokens[i - 1].fold in self.pack.word_class("of-land")  # "في الأخير": at last
        last = last or (i > 0 and self.tokens[i - 1].kind == "number")  # "السنوات الـ45 الأخيرة"
        beside = conj == AND and i > 0 and self.reading.is_definite(i - 1)  # "الوجود العسكري والدبلوماسي", "همه الأول والأخير": adjectives
        told = (
            i > 0
            and i + 1 < self.names.stop
            and self.tokens[i - 1].fold in self.pack.word_class("being")
            and self.tokens[i + 1].fold in self.pack.word_class("from")
        )  # "وكانت الأخيرة من سلسلة": the last of them
        if not (last or beside or told) and (phrase := self.names.reference(i, "latter")) and (self.reading.opens(i) or self._behind_deed(i)):
            return self._again(i, i + 1, self.memory.latter(phrase.value == "f"), "back.latter", conj, prep)
        told = i + 1 < self.names.stop and self.tokens[i + 1].fold in self.pack.word_class("group-told-as")  # "الجماعة المتطرفة"
        stop = i + 2 if told else self.reading.behind_loyal(i + 1)  # "المقاومة الموالية للشرعية"
        if (phrase := self.names.reference(i, "headed")) and (stop > i + 1 or not self._goes_on(i + 1)):
            headed = self.memory.headed(phrase.tokens[0].removeprefix("ال")) or self._at_war(i, phrase.tokens[0].removeprefix("ال"))
            if headed is None and phrase.tokens[0] in self.pack.word_class("any-group") and self._is_doer(i):
                headed = self.memory.only_group()
            if headed is not None and not (told and headed.kind not in _ARMED):
                return self._again(i, stop, headed, "back.headed", conj, prep)
        if (whole := self.reading.world_body(i)) is not None:
            entity = self.memory.entity(whole[0])
            return [self.reading.mention(i, whole[1], (entity.id,), entity.kind, "back.headed", country=entity.country, conj=conj, prep=prep)]
        if (phrase := self.names.reference(i, "sent-again")) and not self._goes_on(i + len(phrase.tokens)):
            return self._again(i, i + len(phrase.tokens), self._sent_before(fold(phrase.value)), "back.headed", conj, prep)
        phrase = self.names.reference(i, "back")
        if not phrase or (phrase.value == "person" and (beside or not self.reading.opens(i))):
            return []
        stop = i + len(phrase.tokens)
        if phrase.value == "person" and i and self.tokens[i].form.endswith("ي") and self.tokens[i - 1].form.endswith(OBJECTS):
            return []  # "تعزيز وضعها الدبلوماسي", "وضعهما الدبلوماسي": an adjective, if the word before looks like a verb
        if stop < self.names.stop and self.tokens[stop].fold in self.pack.word_class("sole"):
            return []  # "كان الرئيس الوحيد الذي غاب"
        if phrase.value == "person" and self._sits_in_body(stop):
            return []  # "وقال المسؤول في وزارة الخارجية الغانية": told by his ministry, not by who was named before
        if self.tokens[i].fold.removeprefix(conj) in self.pack.word_class("sovereignty-too") and not (i and self.reading.is_only_verb(i - 1)):
            return []  # "خرق سيادته": the land's
        if phrase.value in ("presidency", "president", "head") and self.reading.is_chair(stop):
            adjective = self.tokens[stop].form if stop < self.names.stop else ""
            if phrase.value == "presidency" or adjective.endswith("ي") or self.names.reference(stop, "qualifier") is not None:
                return []  # "الرئيس التنفيذي للشركة"; not "كلف الرئيس الحكومة لإعداد"
        woman = phrase.value in _TITLED and self.tokens[i].form.endswith(_FEMININE)  # "الوزيرة" is no man who was named
        his = self.tokens[stop - 1].form.endswith("ه")  # "سموه": neither a nation nor a name can stand behind it
        after = self.names.hits(stop) if stop < self.names.stop and not his else []
        demonym = next((h for h in after if h.name.what == "adjective" and h.article and not h.conj and h.name.ref.startswith("state/")), None)
        org = next((h for h in after if h.name.what == "adjective" and h.article and not h.conj and h.name.ref.startswith("org/")), None)
        if org is not None and phrase.value == "person" and (serves := self.world.entities[org.name.ref].country) in OF_NO_STATE:
            found = self.memory.back("servant", serves)  # "المسؤول الأممي", "المسؤول الأوروبي"
            if found is not None and not self._is_named(org.stop):
                return self._again(i, org.stop, found, "back.person", conj, prep)
        if demonym is not None:  # "الوزير الفرنسي"
            country = country_of(demonym.name.ref)
            if (met := self._met_unnamed(i, phrase.value, country)) is not None:
                return self._again(i, demonym.stop, met, met.rule, conj, prep)
            found = self.memory.back(phrase.value, country, woman=woman)
            if found is not None and self._is_above(i, found):
                found = None
            if not found:
                return self._sent(i)
            if phrase.value == "person" and self._is_named(demonym.stop):
                return []  # "الدبلوماسي الأميركي السابق بول بريمر" is not the American who was named before
            stop = demonym.stop
        else:
            former = self.names.reference(stop, "qualifier")
            if former and former.value:
                return []  # "الملك السابق", "الوزير المكلف بالديوان"
            if phrase.value.startswith("outlet") and self._is_named_in_marks(stop):
                return []  # "على الموقع الإخباري «كذا»"
            if phrase.value == "regime" and (not self.reading.opens(i) or (stop < self.names.stop and self.reading.is_definite(stop))):
                return []  # "النظام المالي", "تعديل النظام"
            if phrase.value == "emir" and stop < self.names.stop and self.reading.is_name_like(stop):
                return []  # "الأمير حسنال إبراهيم": a title before a name
            if phrase.value == "person" and self._is_described(stop):
                return []  # "المسؤول الإسلامي المحلي الشيخ عبدالله", "المسؤول عن الخطف"
            if phrase.value in _CALLED and self._is_titled(stop):
                return []  # "والسفير، رئيس بعثة الاتحاد"
            if (met := self._met_unnamed(i, phrase.value, None)) is not None:
                return self._again(i, stop, met, met.rule, conj, prep)
            if phrase.value in REALMS:
                return self._kingdom(i)
            found = self.memory.back(phrase.value, but=self.reading.met_by(i), woman=woman)
            if found is not None and self._names_another_in_marks(stop, found):
                return []  # "الوزير «كاسوليدس»"
            named = phrase.value != "regime" and self.reading.unknown_follows(stop) and not his
            if not found or (named and not self._thanks_a_state(phrase.value, stop)):
                return []
        return self._again(i, stop, found, f"back.{phrase.value}", conj, prep)

    def _names_another_in_marks(self, stop: int, found: Mention) -> bool:
        """Does the name of another than who was found stand in quotation marks right behind a title?"""
        if stop + 2 >= self.names.stop or self.tokens[stop].fold not in QUOTE_MARKS:
            return False
        named = [h for h in self.names.hits(stop + 1) if h.name.ref.startswith("person/") and not (h.conj or h.prep)]
        closed = [h.name.ref for h in named if h.stop < self.names.stop and self.tokens[h.stop].fold in QUOTE_MARKS]
        return bool(closed) and not set(closed) & set(found.entities)

    def _in_arms_before(self) -> Mention | None:
        """Who in arms was named last: a group, or the forces of a state."""
        return next((m for m in reversed(self.memory.mentions) if m.kind == "armed-group" or self._are_forces(m)), None)

    def _are_forces(self, m: Mention) -> bool:
        return m.rule == "agent.MIL" or (bool(m.entities) and self.memory.entity(m.entities[0]).sector == "MIL")

    def _asked(self, i: int) -> Mention | None:
        """ "دعت إلى الضغط على تشاد «لسحب قواتها»": who is named right before the act that is asked of him."""
        last = self.memory.mentions[-1]
        between = self.tokens[last.last : i - 1]
        asked = self.tokens[i - 1].fold.startswith(_FOR) and last.last < i and all(t.kind == "mark" for t in between)
        return last if asked and last.kind in _RULE and len(last.entities) == 1 else None

    def _whose_clause(self, i: int, hers: bool) -> Mention | None:
        """ "خليفة حفتر، الذي شنت قواته هجوما": the men of him whom the clause describes, behind its verb."""
        if i < 3 or not self.reading.is_verb(i - 1) or (rel := self.pack.phrase_at(self.tokens, i - 2)) is None or rel.cls != "rel":
            return None
        last = self.memory.mentions[-1]
        if any(t.fold not in COMMAS for t in self.tokens[last.last : i - 2]) or last.kind not in COMMAND or len(last.entities) != 1:
            return None
        return self.memory.men_of(last) if hers == (last.kind != "person") else None

    def _sent_before(self, word: str) -> Mention | None:
        """ "وصل وفد كوري إلى بكين … والتقى الوفد": who was told of by this noun, where no other was."""
        found = dict[tuple[str, ...], Mention]()
        for m in self.memory.recent:
            near = (w.removesuffix(_ADVERB) for k in range(max(0, m.first - 2), m.first + 1) for w in stripped(self.tokens[k].fold))
            if m.rule.startswith("agent") and any(w.removeprefix(_THE) == word for w in near):
                found[m.entities] = m
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_object(self, i: int) -> bool:
        """ "رحب بوش بزيارة كوفور داعيا الطرفين": does a word for two stand in the oblique right behind a verb, or a word by which somebody tells
        them what to do?"""
        if not i or not self.tokens[i].fold.endswith(_TWO_OF) or any(self.names.particles(i)):
            return False
        return self.reading.is_verb(i - 1) or self.tokens[i - 1].fold.removeprefix(AND) in self.pack.word_class("telling-them")

    def _is_told_whose(self, j: int) -> bool:
        """ "الوزراء العرب", "القادة العسكريون": does a word behind the noun tell who they are? In "أدان الوزراء الهجوم" it is the object."""
        if j >= self.names.stop or not self.reading.is_definite(j):
            return False
        return self.tokens[j].fold.endswith(NUNATED) or any(h.name.what in ("adjective", "people") for h in self.names.hits(j))

    def _powers(self, i: int, phrase: Phrase, conj: str, prep: str) -> list[Mention]:
        """ "القوى الكبرى (روسيا والصين)": those in brackets behind it; "الاتفاق بين إيران والقوى الكبرى": beside that state, whom its row names."""
        stop = i + len(phrase.tokens)
        body, _, other = phrase.value.partition(" ")
        near = range(max(0, i - _BESIDE), min(self.names.stop, stop + _BESIDE)) if body else ()
        told = any((e := self.world.entities.get(h.name.ref)) and e.country == country_of(other) for k in near for h in self.names.hits(k))
        met = told and not (i and self.tokens[i - 1].fold in self.pack.word_class("one-among"))
        sides = self._in_brackets(stop) or (self.memory.entity(body).members if met else ())
        return [self.reading.mention(i, stop, sides, "group", "powers", conj=conj, prep=prep)] if sides else []

    def _of_their_talks(self, i: int) -> bool:
        """ "تناول الاتصال العلاقات التي تربط البلدين": are relations told right before token i, in a sentence on a call or a meeting?"""
        begin = max(0, i - _SENTENCE)
        begin = next((k + 1 for k in range(i - 1, begin, -1) if self.tokens[k].fold == "."), begin)
        relations = any(t.fold in self.pack.word_class("relations-between") for t in self.tokens[max(begin, i - _TOLD) : i])
        return relations and any(t.fold in self.pack.word_class("talks-told") for t in self.tokens[begin:i])

    def _of_region(self, codes: list[str]) -> str | None:
        """ "الدولة الخليجية", "البلد الأفريقي": of the states with these codes that of the report, else the last that was named."""
        home = country_of(self.topic.home)
        if home in codes and self.memory.speaks_of(home):
            return f"state/{home}"
        named = (m.country for m in reversed(self.memory.recent) if m.country in codes)
        found = next(named, None)
        return f"state/{found}" if found else None

    def _described(self, i: int) -> Mention | None:
        """ "صديق للرئيس الفنزويلي الذي لبلاده حدود", "غونسالفيس الذي ترأس بلاده الدورة": whom a relative clause describes that begins right before
        token i, or with one verb between."""
        for k in range(i - 1, max(self.memory.begin, i - _CLAUSE) - 1, -1):
            phrase = self.pack.phrase_at(self.tokens, k)
            if phrase is not None and phrase.cls == "rel":
                last = self.memory.mentions[-1]
                near = last.last <= k and all(t.fold in COMMAS for t in self.tokens[last.last : k])
                return last if near and last.kind in ("person", "role") and f"state/{last.country}" in self.world.entities else None
            if not self.reading.is_verb(k):
                return None
        return None

    def _parties(self, i: int, stop: int, value: str, conj: str, prep: str) -> list[Mention]:
        """ "الأطراف", "طرفا النزاع": those in brackets behind it, both adjectives ("الروسي والأوكراني"), who fights in the land that is told
        or that the report is about, else the sides of whom was told last; of "all parties in Mali" none who is of another land.

        value: 2 for two, "war" for any number who fight, else empty.
        """
        count = _BOTH if value.isdigit() else 0
        told = self.pack.phrase_at(self.tokens, stop) if stop < self.names.stop else None
        if told is not None and told.cls == "rel":  # "عقوبات على الأطراف التي تعرقل السلام": whoever does so
            return [self.reading.mention(i, stop, (), "group", "parties", conj=conj, prep=prep)]
        sides: tuple[str, ...] = self._in_brackets(stop)
        if not sides and count == _BOTH and (both := self._both_named(stop)):
            sides, stop = both
        if not sides:
            land, after = self._quarrelled(stop)
            sides = (self._foes_in(land) if land else self._foes_here()) if value else ()
            several = tuple(self.memory.several(count, "party") or ())
            sides = sides or (several if value or len(several) <= _AT_A_TABLE else ())  # "أن يتفق الأطراف", after a list of those who took part
            homes = tuple(dict.fromkeys(f"state/{self.memory.entity(s).country}" for s in sides if s.startswith("person/")))
            if value and len(homes) == len(sides) > 1 and self.world.entities.keys() >= set(homes):
                sides = homes  # "الأطراف المتصارعة" after two officials: their states
            elif not value and any(s.startswith("person/") for s in sides):
                sides = ()  # "لقاء كيري ولافروف … اتفقت الأطراف الدولية": hardly ever the men who were named
            if land and not (sides and all(self.memory.entity(s).country == country_of(land) for s in sides)):
                sides = (land,)  # whoever they are, they are of that land
            stop = after if sides else stop
        return [self.reading.mention(i, stop, sides, "group", "parties", conj=conj, prep=prep)]

    def _quarrelled(self, j: int) -> tuple[str | None, int]:
        """(the state whose quarrel is told behind "the parties", token behind the adjective that tells it): "طرفي النزاع السوداني", "في مالي",
        "الأطراف الأربعة الرئيسيين في النزاع الليبي"."""
        if land := self.reading.in_land(j):
            return land[0], j
        for k in range(j, min(j + _TOLD, self.names.stop - 2)):
            if self.tokens[k].fold == _IN and self.tokens[k + 1].fold in self.pack.word_class("quarrel"):
                j = k + 2
                break
            if not self.reading.is_definite(k) or self.names.hits(k):
                break
        hits = self.names.hits(j) if j < self.names.stop else ()
        nation = next((h for h in hits if h.name.what == "adjective" and h.article and not (h.conj or h.prep) and country_of(h.name.ref)), None)
        return (nation.name.ref, nation.stop) if nation is not None else (None, j)

    def _foes_here(self) -> tuple[str, ...]:
        """The two sides of the war in the land that the report is about, else in the only one of its states that is at war with itself."""
        if self.topic.home is not None:
            return self._foes_in(self.topic.home)
        found = {sides for state in self.topic.ranked if (sides := self._foes_in(state))}
        return found.pop() if len(found) == 1 else ()

    def _foes_in(self, state: str) -> tuple[str, ...]:
        """The two sides of the one war that is fought in that state on the day; nobody where there is none, or more."""
        day = self.day
        if day is None:
            return ()
        country = country_of(state)
        there = (w for k, w in self.world.conflicts.items() if self.world.entities[k].country == country)
        wars = [w.parties for w in there if w.since <= day <= (w.until or day)]
        inner = (tuple(p for p in sides if self.world.entities[p].country == country) for sides in wars)
        ruled = {frozenset(s) for s in inner if len(s) == _BOTH and any(self.world.entities[p].kind in _RULE for p in s)}
        pairs = ruled or {frozenset(s) for s in wars if len(s) == _BOTH}
        return tuple(sorted(pairs.pop())) if len(pairs) == 1 else ()

    def _are_many(self, j: int) -> bool:
        """Does an adjective in the feminine singular follow, so that the noun is a plural that looks like a dual?"""
        follows = j < self.names.stop and self.reading.is_definite(j) and self.tokens[j].form.endswith("ية")
        return follows and self.tokens[j - 1].fold.removeprefix(AND) in self.pack.word_class("plural-too")

    def _listed_behind(self, j: int) -> bool:
        """ "الأطراف الثلاثة الحكومة والمعارضة والوسطاء": do those whom a numeral counts stand right behind it?"""
        here = [h for h in self.names.hits(j) if h.name.what in ("entity", "body") and not (h.conj or h.prep)] if j < self.names.stop else []
        return any(self.tokens[k].fold.startswith(AND) for h in here for k in range(h.stop, min(h.stop + 2, self.names.stop)))

    def _thanks_a_state(self, value: str, j: int) -> bool:
        """ "شكرت الوزارة موسكو": a state or city right behind a ministry is no name of it, as one behind "the president" may be."""
        lands = (h for h in self.names.hits(j) if h.name.what == "entity" and not (h.conj or h.prep))
        return value == "ministry" and any(h.name.ref.startswith(("state/", "place/")) for h in lands)

    def _sits_in_body(self, j: int) -> bool:
        """Does "in" with a body of a state stand at token j?"""
        if j + 1 >= self.names.stop or self.tokens[j].fold not in self.pack.word_class("seated-in"):
            return False
        return any(h.name.what in ("body", "body-of") and not (h.conj or h.prep) for h in self.names.hits(j + 1))

    def _at_war(self, i: int, word: str) -> Mention | None:
        """ "التحالف" in a report on Yemen, or on the Houthis, that has not named it: the one alliance that fights there, or them, on the day."""
        day = self.day
        if word not in self.pack.word_class("ally") or day is None:
            return None
        home = self.topic.home
        wars = [(k, w) for k, w in self.world.conflicts.items() if w.since <= day <= (w.until or day)]
        there = [w for k, w in wars if f"state/{self.world.entities[k].country}" == home]
        met = {e for m in self.memory.mentions for e in m.entities if e.startswith("org/")}
        fought = [w for _, w in wars if met.intersection(w.parties)]
        sides = next((found for wars in (there, fought) if (found := self._allied(word, wars))), set())
        if len(sides) != 1:
            return None
        (ref,) = sides
        entity = self.memory.entity(ref)
        span = self.reading.span(i, i + 1, "", "")
        return Mention(span, span.of(self.report.text), i, i + 1, (ref,), entity.kind, "", country=entity.country)

    def _allied(self, word: str, wars: Iterable[Conflict]) -> set[str]:
        """The organisations at war that go by a word alone."""
        return {p for w in wars for p in w.parties if p.startswith("org/") and word in self.world.heads.get(p, ())}

    def _begins(self, i: int, stop: int) -> bool:
        """Do tokens[i:stop] stand at the head of a clause, between "that" or "but" and its verb: "إن جيشه سيتصدى", "لكن قواتها سترد"?"""
        before = self.pack.phrase_at(self.tokens, i - 1) if i else None
        but = self.tokens[i - 1].fold in self.pack.word_class("but-they") if i else False
        if not (but or (before is not None and before.cls == "comp")) or stop >= self.names.stop:
            return False
        return any(r.kind == "verb" and r.verb is not None and r.verb.number == "s" for r in self.pack.readings(self.tokens[stop].fold))

    def _is_above(self, i: int, found: Mention) -> bool:
        """ "أجبر الدبلوماسي البولندي على المغادرة": is he who was named a minister or his deputy, whom that word does not mean?"""
        serves = self.tokens[i].fold.removeprefix(AND) in self.pack.word_class("of-the-service")
        return serves and bool(found.role) and "minister" in str(found.role)

    def _is_named(self, j: int) -> bool:
        """Does a name stand at token j, or behind "former"?"""
        former = self.names.reference(j, "qualifier") if j < self.names.stop else None
        at = j + len(former.tokens) if former is not None else j
        return at < self.names.stop and self.reading.unknown_follows(at)

    def _met_unnamed(self, i: int, value: str, country: str | None) -> Mention | None:
        """ "قال مسؤول فرنسي … وقال المسؤول": he who was met under the same noun without a name, before anybody who has one."""
        return self.memory.unnamed(self.tokens[i].fold.removeprefix(AND).removeprefix(_THE), country) if value == "person" else None

    def _acts_for(self, person: str) -> str | None:
        """The state for which a man acts, or the body of several states that he is told to head or to serve; nobody for one who on the day leads
        or serves only a group or a party."""
        if not person.startswith("person/"):
            return None
        country = self.memory.entity(person).country
        if country in OF_NO_STATE:
            told = (m.of for m in reversed(self.memory.mentions) if m.of and m.kind == "person" and m.entities == (person,))
            return next((of for of in told if of.startswith("org/")), None)
        held = self.world.held(person, None, self.day) if self.day else []
        serves = not held or any(t.of.startswith("state/") or self.world.entities[t.of].kind == "government-body" for t in held)
        return f"state/{country}" if serves and f"state/{country}" in self.world.states else None

    def _is_described(self, j: int) -> bool:
        """Does an adjective follow that tells what official he is, so that he is another, or what he is charged with?"""
        if j < self.names.stop and self.tokens[j].fold in self.pack.word_class("charged-with"):
            return True
        return j < self.names.stop and self.tokens[j].kind == "word" and self.reading.is_definite(j) and self.pack.phrase_at(self.tokens, j) is None

    def _is_named_in_marks(self, j: int) -> bool:
        """Does a name in quotation marks stand behind the adjectives at token j, and no words that are said: "وقالت الوكالة «تحت ضغط …»"?"""
        while j < self.names.stop and self.tokens[j].kind == "word" and self.reading.is_definite(j):
            j += 1
        if j + 1 >= self.names.stop or self.tokens[j].fold not in self.pack.word_class("opening-quote"):
            return False
        closes = any(t.fold in QUOTE_MARKS for t in self.tokens[j + 2 : j + 2 + _OUTLET_NAME])
        return closes and self.pack.phrase_at(self.tokens, j + 1) is None and not self.reading.is_only_verb(j + 1)

    def _is_titled(self, j: int) -> bool:
        """Does a post follow behind a comma, so that the word before is another's title?"""
        if j + 1 >= self.names.stop or self.tokens[j].fold not in COMMAS:
            return False
        return self.names.is_office(j + 1)

    def _one_of_two(self, stop: int, value: str) -> str | None:
        """ "الشمال" in a report on both Koreas: the first of the two states; in "شمالي البلاد", "إلى الشمال من" it is a direction."""
        one, other = (f"state/{code}" for code in value.split())
        on = stop < self.names.stop and (self._goes_on(stop) or self.tokens[stop].fold in self.pack.word_class("from"))
        if on or not (self.topic.touches([one]) and self.topic.touches([other])):
            return None
        self.memory.entity(one)
        return one

    def _kingdom(self, i: int) -> list[Mention]:
        """ "المملكة" as the name of a state, which may be the first that the report names: "أدانت المملكة الهجوم"."""
        phrase, kingdom = self.names.reference(i, "back"), self.reading.kingdom(i)
        if phrase is None or kingdom is None:
            return []
        self.memory.entity(kingdom)
        conj, prep = self.names.particles(i)
        stop = i + len(phrase.tokens)
        return [self.reading.mention(i, stop, (kingdom,), "state", "back.kingdom", country=country_of(kingdom), conj=conj, prep=prep)]

    def _sent(self, i: int) -> list[Mention]:
        """ "الوزير القطري" of whom nothing was told before: one of that state's people."""
        phrase = self.names.reference(i, "back")
        stop = i + len(phrase.tokens) if phrase is not None and phrase.value in _SENT else self.names.stop
        after = self.names.hits(stop) if stop < self.names.stop else []
        demonym = next((h for h in after if h.name.what == "adjective" and h.article and not h.conj and h.name.ref.startswith("state/")), None)
        if demonym is None:
            return []
        conj, prep = self.names.particles(i)
        country = country_of(demonym.name.ref)
        if (known := self._of_that_name(demonym.stop, demonym.name.ref)) is not None:  # "الوزير الروسي لافروف"
            person, role, stop = known
            self.memory.entity(person)
            return [self.reading.mention(i, stop, (person,), "person", "post", role=role, country=country, conj=conj, prep=prep)]
        stop, named = demonym.stop, self.reading.unknown_follows(demonym.stop)
        if named and not self._is_one_name(stop):
            return []  # "الوزير الكويتي سالم الصباح"
        stop += named  # "الوزير البريطاني فالون"
        self.memory.entity(demonym.name.ref)
        return [self.reading.mention(i, stop, (demonym.name.ref,), "state", "agent.GOV", country=country, conj=conj, prep=prep)]

    def _of_that_name(self, j: int, state: str) -> tuple[str, str, int] | None:
        """The one who holds a post of a state on the report's day and whose surname stands at token j, his post, the token behind the name."""
        found: dict[str, tuple[str, int]] = {}
        for h in self.names.hits(j) if j < self.names.stop and self.day else ():
            if h.name.what == "surname" and not (h.conj or h.prep):
                posts = [t.post for t in self.world.held(h.name.ref, None, self.day) if t.of == state]
                found |= {h.name.ref: (posts[0], h.stop)} if posts else {}
        if len(found) != 1:
            return None
        ((person, (post, stop)),) = found.items()
        return person, post, stop

    def _is_one_name(self, j: int) -> bool:
        """Does no more of a name stand behind token j, which is one, and no land's ("زار الوزير الألماني بوليفيا")?"""
        if any(h.name.what in ("adjective", "entity") for h in self.names.hits(j)):
            return False
        if j + 1 >= self.names.stop or self.tokens[j + 1].kind != "word":
            return True
        begins = self.pack.phrase_at(self.tokens, j + 1) is not None or any(self.names.particles(j + 1)) or self.reading.is_only_verb(j + 1)
        return begins and not self.reading.unknown_follows(j + 1)

    def _of_their_own(self, i: int) -> bool:
        """Does "the border between", "the fighting between" stand before the word for two, so that those are meant of whom the report is?"""
        if i < 2 or self.memory.preposition(i) not in self.pack.word_class("between"):
            return False
        return any(self.tokens[k].fold in self.pack.word_class("between-neighbours") for k in range(max(0, i - 3), i - 1))

    def _behind_deed(self, i: int) -> bool:
        """ "بعد اعتراف الأخيرة بالإقليم": is "the latter" who did it, behind a bare noun of an act; not "الاجتماع الأخير", the last of them?"""
        if not i or self.reading.is_definite(i - 1) or self.reading.ends_mention(i):
            return False
        nouns = (r for r in self.pack.readings(self.tokens[i - 1].fold) if r.kind == "noun" and not r.pronoun)
        return any(r.lemma in self.pack.noun_frames for r in nouns)

    def _is_doer(self, i: int) -> bool:
        """Is it who did it: right behind a verb, or behind a bare noun of an act?"""
        return (i > 0 and self.reading.is_verb(i - 1)) or self._behind_deed(i)

    def _in_brackets(self, j: int) -> tuple[str, ...]:
        """ "طرفي النزاع حول الصحراء (المغرب والبوليساريو)": who stands in brackets near behind; nobody unless they are two or more."""
        opening = next((k for k in range(j, min(j + 4, self.names.stop)) if self.tokens[k].fold == "("), None)
        refs: list[str] = []
        k = opening + 1 if opening is not None else self.names.stop
        while k < self.names.stop and self.tokens[k].fold != ")":
            hit = next((h for h in self.names.hits(k) if h.name.what == "entity" and not h.prep), None)
            if hit is None and self.tokens[k].fold not in (*COMMAS, AND):
                return ()
            refs += [hit.name.ref] if hit else []
            k = hit.stop if hit else k + 1
        return tuple(refs) if len(refs) > 1 and k < self.names.stop else ()

    def _both_named(self, j: int) -> tuple[tuple[str, ...], int] | None:
        """ "الجانبين الباكستاني والأفغاني": the two states that follow the word for two."""
        if j + 1 < self.names.stop and self.tokens[j].fold in COMMAS:
            j += 1  # "الجانبان، السوري والروسي،"
        states = (h for h in self.names.hits(j) if h.name.what == "adjective" and h.article and h.name.ref.startswith("state/"))
        first = next((h for h in states if not h.conj), None)
        if first is None:  # "البلدين الجارين إثيوبيا وإريتريا"
            k = j + 1 if j < self.names.stop and self.names.reference(j, "pair") else j
            named = (h for h in self.names.hits(k) if h.name.what == "entity" and h.name.ref.startswith("state/"))
            first = next((h for h in named if not (h.conj or h.prep)), None)
        second = self.reading.next_owner(first.stop) if first and first.stop < self.names.stop else None
        return ((first.name.ref, second[0]), second[1]) if first and second and second[0].startswith("state/") else None

    def _again(self, i: int, stop: int, found: Mention | None, rule: str, conj: str, prep: str) -> list[Mention]:
        """The one who was found, named once more by tokens[i:stop]."""
        if found is None:
            return []
        span = self.reading.span(i, stop, conj, prep)
        return [replace(found, span=span, text=span.of(self.report.text), first=i, last=stop, rule=rule, conj=conj, prep=prep)]

    def _goes_on(self, j: int) -> bool:
        """Does the definite noun before token j go on with an adjective, so that it is a name of its own or a kind ("الحركة التجارية")?

        A name is none: "دعت الحركة مصر إلى الوساطة", "حذر التحالف الحوثيين"; nor another such noun: "اتهم التحالف الجماعة". But "الجماعة
        السعودية" may be an adjective.
        """
        if j >= self.names.stop or self.tokens[j].kind != "word":
            return False
        kinds = {h.name.what for h in self.names.hits(j) if not h.prep}
        if ("adjective" not in kinds and "entity" in kinds) or self.names.reference(j, "headed") is not None:
            return False
        return self.reading.is_definite(j) or bool(self.names.hits(j) and self.reading.unknown_follows(j))
