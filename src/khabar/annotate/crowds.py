"""People without a name: forces and officials of a state, sources, crowds, those who are only counted; demonyms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from khabar.annotate.holders import Holders
from khabar.annotate.memory import HEADS
from khabar.annotate.names import PRONOUNS, Hit, owned_by, stripped
from khabar.annotate.people import People
from khabar.annotate.reading import AND, COMMAS, NUNATED, Part, Reading, country_of
from khabar.annotation import unnamed
from khabar.lemmas import known, whole
from khabar.model import Entity, Mention
from khabar.packs import Pack, Phrase
from khabar.text import QUOTE_MARKS, Token, fold
from khabar.world import OF_NO_STATE

_IN_CASE, _BY = "ين", "ب"
_FORCES = frozenset(("unnamed/police", "unnamed/security-forces", "unnamed/riot-police"))
_MET = frozenset(("unnamed/people", "unnamed/soldiers", "unnamed/policemen", "unnamed/women-and-children", "unnamed/civilians"))
_ARMS = frozenset(("MIL", "REB"))
_BARE = frozenset(("CVL", "UAF", "CRM"))  # whose nationality stands right behind them, if they have no article
_LAWLESS = frozenset(("CRM", "REB", "UAF"))  # they take, hold and kill others
_THE = "ال"
_FEMININE = "ه"  # end of a word that describes no men
_FRONTS = ("ب", "ل", "و")  # on a noun that is no part of the name before it
_OFFICE = 14  # tokens that the words for an office may take, up to the name of who holds it
_GUNMEN = "gunmen"
_STATE_SIDE = "PRM"  # the sector of armed groups that fight beside a state
_CLEARLY = 2  # times as often as all others together
_ARMED = "armed-group"
_TELLING = frozenset(("source", "sources", "two sources", "official source", "official sources", "officials", "diplomats", "two diplomats"))
_RULING = frozenset(("coup leaders",))
_LISTED = 3  # tokens between one of a list of people by their nations and the next
_SEATED_BY = 8  # tokens between somebody and the body in which he sits
_BODIES = frozenset(("organisation", "armed-group", "party", "government-body"))
_ONE, _SOURCE = "one", "source"
_OFFICIALS = frozenset(
    ("official", "senior official", "officials", "two officials", "member", "members", "deputy", "deputies", "aide", "adviser", "leader", "leaders")
)
_SPEAKS_FOR = frozenset(("authorities", "command", "presidency", "committee", "forces", "group", "movement", "mission"))
_TWO = 2  # words of a calling that is told again
_MEN_CALLED = ("human", "unnamed", "speaker", "people", "member", "sits-in")  # classes of nouns for somebody
_OUTLETS = frozenset(("newspaper", "agency", "channel", "radio", "site", "magazine", "television", "network"))
_SOLDIERS, _ITS_MINISTRY = "unnamed/soldiers", "-mod"
_COMMITTEE = "committee"  # "لجنة الخارجية في مجلس الشيوخ" is of that matter, and not of the ministry
_BEHIND_TRADE = 4  # tokens from people of a trade to their nation
_PAPERS = 3  # tokens from people to the nationality that they bear
_COUNTED = 4  # tokens between a death and whom it befell: "مقتل ما لا يقل عن ثلاثة جنود"
_PROTESTERS, _AMBIGUOUS = "unnamed/protesters", "name.ambiguous"
_MISSIONS = ("-embassy", "-consulate")
_OF_A_NATION = ("agent.", "post.plural")  # rules of mentions of people who are of a state: "دبلوماسي تركي", "مصادر أمنية كينية"
_CROWDS = _FORCES | _MET | {_PROTESTERS, "unnamed/civilians", "unnamed/opposition", "unnamed/coup-leaders"}
_MAKE = 8  # tokens of the make of arms, with its marks
_TO_THE, _WITHIN = "لل", "ب"
_OF_STATES = frozenset(("authority", "ministry", "service", "department", "directorate", "prosecution", "court", "high council", "national council"))
_NAMED = 5  # words of a state's office up to the nationality that ends its name
_GOVERNMENT = ("-government", "-junta")
_OF_MEN, _LONG_MEN = "و", 4  # the ending of several men before a genitive; letters that such a word has more than
_ADVERB, _MEN, _NISBA, _HER = "ا", "ون", "ي", "ة"  # the endings of an indefinite accusative, of several men, of where one is from
_FOR, _FOR_THE, _BY_THE = ("ل",), "لل", _WITHIN + _THE
_BELOW, _HIS = "إ", "ه"
_ONTO, _TO = ("ب", "ل", "ك", "ف"), ("ب", "ل")  # the latter: between "said" and "that" ("وقال لقناة إن", not "وقالت كاسلو إن")
_TOLD = 300  # tokens back to where the report told of somebody by more words
_VERB_AND_MARK = 2  # tokens from a verb to what stands in marks behind it
_OUTLET_NAME = 5  # words of an outlet's name, or before it
_OUTLET = 8  # tokens between "related" and the preposition before its source
_OWN_NAME = 4  # tokens from a title to the end of the name behind it
_SOON, _FAR = 12, 24  # tokens between a speaker and what he says; the same where a given name leaves no doubt that he speaks
_PURPOSE = 5  # tokens of what a body is there for, with the adjective of its land
_MEN_OF = frozenset(("name", "body", "member"))  # rules by which men of a body are read as the body
_COURT, _DEPUTY = "JUD", "LEG"
_DEPTH = "depth"  # a noun for what lies deep inside a land, or of anything else
_OF_KIND = "ية"  # the ending of what tells the kind of a body: "لجنة برلمانية"
_CALLINGS = frozenset(("speaker", "human", "unnamed", "actor-noun", "honorific", "deputy"))  # what somebody is
_OPENS_SPEECH = frozenset((":", "«", "“", '"', "”"))
_HYPHENS = frozenset(("-", "–", "/"))  # between two demonyms


def _plain_forms(pack: Pack) -> tuple[frozenset[str], frozenset[str]]:
    """The folded forms of the verbs of saying behind which a speaker is looked for, also with "and", and those behind which only he can stand."""
    surely, also = pack.word_class("says-plainly"), pack.word_class("says-too")
    met = [(form, fold(r.lemma)) for form, readings in pack.verbs.items() for r in readings if not r.obj]
    plainly = {form for form, verb in met if verb in surely or verb in also}
    spoken = {form for form in plainly if not form.startswith(AND)} | {AND + form for form in plainly}
    return frozenset(spoken), frozenset(form for form, verb in met if verb in surely)


class Crowds(Part):
    """See the module."""

    def __init__(self, reading: Reading, people: People, holders: Holders) -> None:
        super().__init__(reading)
        self.people, self.titles, self.holders = people, holders.titles, holders
        self.callings = holders.callings
        spoken, self._surely = self.pack.once(_plain_forms)
        spoken = spoken | self.pack.word_class("cited")
        self.may_speak = frozenset([i for i, word in enumerate(self.names.folds, 1) if word in spoken])
        """The tokens behind a verb of saying or a word that cites somebody, at which alone `heard` finds anybody."""

    def agent(self, i: int, hits: list[Hit]) -> list[Mention]:
        """A noun for people or forces with a demonym or state: "القوات التركية", "12 دبلوماسيا روسيا", "مسؤول أميركي"."""
        phrase = self.names.reference(i, "actor-noun")
        if not phrase:
            return self._people(i, hits)
        if self.reading.dots and self.tokens[i].form[0] == _BELOW and self.tokens[i].form[-1] == _HIS:
            return []  # "إليه", which folds like "آلية"
        if i and len(phrase.tokens) == 1 and self.tokens[i - 1].fold in self.pack.word_class("at-sea"):
            return []  # "المناورات البحرية المصرية السعودية": at sea, and no navy
        if self.qualifies(i):
            return []  # "المكتب الصحفي لوزارة الخارجية"
        if phrase.value == _DEPUTY and (titled := self._deputy_of(i)) is not None:
            return titled
        if self.tokens[i].fold in self.pack.word_class("led-by"):
            return []  # "القوة المشتركة، بقيادة فرنسا": who leads, and no government
        conj, prep = self.names.particles(i)
        j = i + len(phrase.tokens)
        if " ".join(phrase.tokens) in self.pack.word_class("guard"):
            within = j + 1 if j < self.names.stop and self.tokens[j].fold == "في" else j
            home = next((h for h in self.names.hits(within) if h.name.what == "entity" and h.name.ref.startswith("state/") and not h.conj), None)
            if home is not None and (within > j) != (home.prep == "ب"):  # "حرس الحدود في قرغيزستان"
                country = country_of(home.name.ref)
                return [self.reading.mention(i, home.stop, (home.name.ref,), "state", f"agent.{phrase.value}", country=country, conj=conj, prep=prep)]
        if phrase.value in _ARMS and (loyal := self._loyal(i, j, conj, prep)) is not None:
            return [loyal]
        if phrase.value in _ARMS and j < self.names.stop and self.tokens[j].fold.startswith(_THE) and (group := self.people_met(j, hits)):
            met = group[0]  # "مدفعية الانفصاليين", "قوات المتمردين"
            return [self.reading.mention(i, met.last, met.entities, met.kind, met.rule, country=met.country, conj=conj, prep=prep)]
        j = self._past_make(j) if phrase.value in _ARMS else j
        for k in range(j, min(j + 3, self.names.stop)):
            if k > j and (self._parts_agent(k - 1, phrase) or (phrase.value in _LAWLESS and self._are_others(k - 1))):
                break
            if self.tokens[k].fold.endswith(_FEMININE) and phrase.tokens[-1].endswith(NUNATED):
                break  # "اتهم المتمردون الحكومة التركية"
            for h in self.names.hits(k):
                if k == j and phrase.value in _ARMS and (theirs := self._force_of(i, h, conj, prep)) is not None:
                    return [theirs]
                city = phrase.value == _COURT or " ".join(phrase.tokens) in self.pack.word_class("of-city")
                city = city and k == j and h.name.ref.startswith("place/") and not (h.conj or h.prep)
                city = city and self.tokens[k].fold not in self.pack.word_class("seat-of-world")  # "محكمة جنايات القاهرة", no "محكمة لاهاي"
                if city and (seat := self.memory.entity(h.name.ref).country) and f"state/{seat}" in self.world.entities:
                    rule = f"agent.{phrase.value}"  # "شرطة دبي"
                    return [self.reading.mention(i, h.stop, (f"state/{seat}",), "state", rule, country=seat, conj=conj, prep=prep)]
                if self._is_of_body(phrase, h):
                    body = self.memory.entity(h.name.ref)
                    rule = f"agent.{phrase.value}"
                    return [self.reading.mention(i, h.stop, (body.id,), body.kind, rule, country=body.country, conj=conj, prep=prep)]
                if h.conj or h.prep or not h.name.ref.startswith("state/"):
                    continue
                if k > j and phrase.value in _BARE and h.article and not phrase.tokens[-1].startswith(_THE):
                    continue  # "رشق شبان السفارة التركية", "اغتال مسلح السياسي الياباني"
                owned = h.name.what == "entity" and k == j and not phrase.tokens[-1].startswith(_THE)  # not "هاجم المتمردون تركيا"
                two = owned and phrase.tokens[-1] in self.pack.word_class("two-ask")
                if two and h.stop < self.names.stop and self.tokens[h.stop].fold.startswith(_BY):
                    return []  # "بحث مع نظيره الأوضاع، وطالبا رواندا بسحب قواتها": no students of hers
                if h.name.what in ("adjective", "people") or owned:
                    refs, stop = self._further(h)
                    return [
                        self.reading.mention(
                            i,
                            stop,
                            refs,
                            "state",
                            f"agent.{phrase.value}",
                            country=country_of(refs[0]) if len(refs) == 1 else None,
                            conj=conj,
                            prep=prep,
                        )
                    ]
            if any(h.name.what in ("entity", "post") for h in self.names.hits(k)):
                break
        return []

    def text_of_body(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "خلص تقرير أممي إلى", "اتهمت لجنة تحقيق أوروبية": a report or a committee that has the adjective of a body is that body."""
        text = self.names.reference(i, "text-of-body")
        for k in range(i + len(text.tokens), min(i + len(text.tokens) + 2, self.names.stop)) if text else ():
            for h in self.names.hits(k):
                if h.name.what == "adjective" and not (h.conj or h.prep) and h.name.ref in self.pack.word_class("body-adjective"):
                    body, (conj, prep) = self.memory.entity(h.name.ref), self.names.particles(i)
                    return [self.reading.mention(i, h.stop, (body.id,), body.kind, "agent.GOV", country=body.country, conj=conj, prep=prep)]
            if self.names.hits(k) or self.tokens[k].fold.removeprefix(_THE) not in self.pack.word_class("kind-of-text"):
                break
        return []

    def _is_of_body(self, phrase: Phrase, h: Hit) -> bool:
        """ "وفد برلماني أوروبي": is it a delegation, and told by the adjective of a body that is no state?"""
        if " ".join(phrase.tokens) not in self.pack.word_class("delegation") or h.name.what != "adjective" or h.conj or h.prep:
            return False
        return h.name.ref in self.pack.word_class("body-adjective") and self.memory.entity(h.name.ref).country in OF_NO_STATE

    def _deputy_of(self, i: int) -> list[Mention] | None:
        """ "نائب المندوب الروسي ديمتري بوليانسكي": the one who is named behind the title of him whose deputy he is, no member of a parliament."""
        title = i + 1 < self.names.stop and self.names.reference(i, "deputy") is not None and self.tokens[i + 1].fold.startswith(_THE)
        bare = self.tokens[i + 1].fold.removeprefix(_THE) if title else ""
        if not any(p.cls in ("speaker", "human", "man") for p in (*self.pack.reference.get(bare, ()), *self.pack.callings.get(bare, ()))):
            return None
        return [called] if (called := self._called(i)) is not None else None

    def qualifies(self, i: int) -> bool:
        """Is what token i tells no man but an adjective of the noun before it: "المكتب الصحفي", "توتر دبلوماسي", "الرئاسة الدورية"?"""
        word = self.tokens[i]
        if i and word.form.endswith(_NISBA + _ADVERB):  # "دعما عسكريا للحكومة", not "قتلوا عسكريا", "23 عسكريا"
            noun = self.tokens[i - 1].fold
            plain = noun not in self.pack.number_words and not self.reading.ends_mention(i)  # "احتجزت روسيا صحفيا"
            return plain and noun.endswith(_ADVERB) and not noun.endswith(_OF_MEN + _ADVERB)
        told = word.form.endswith(_NISBA) or word.fold in self.pack.word_class("in-turn")
        if not i or self.tokens[i - 1].kind != "word" or not told or self.reading.ends_mention(i):
            return False
        if word.fold.startswith(_THE):
            return self.reading.is_definite(i - 1)
        return self.tokens[i - 1].fold.removeprefix(AND) in self.pack.word_class("told-by-kind")

    def _past_make(self, j: int) -> int:
        """ "مقاتلات «سوخوي - 24» الروسية": the token behind what arms are called in marks, where that begins at token j; else j."""
        if j >= self.names.stop or self.tokens[j].fold not in QUOTE_MARKS:
            return j
        closes = (k for k in range(j + 2, min(j + _MAKE, self.names.stop)) if self.tokens[k].fold in QUOTE_MARKS)
        return next(closes, j - 1) + 1

    def occupier(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "اعتقل الاحتلال عشرة شبان", "قالت حماس إن الاحتلال يتحمل المسؤولية", "غارات الاحتلال": as who acts, right behind a verb or before one
        or behind what only he does, the state that the report calls so; not "إنهاء الاحتلال", "قاوم الاحتلال"."""
        phrase = self.names.reference(i, "occupier")
        if phrase is None or not i or self.names.particles(i)[1]:
            return []
        stop = i + len(phrase.tokens)
        against = self.pack.word_class("against-occupier")
        behind = self.reading.is_only_verb(i - 1) and self.tokens[i - 1].fold.removeprefix(AND).removeprefix("ف") not in against
        later = stop < self.names.stop and self.reading.is_only_verb(stop) and not any(self.names.particles(stop))
        deed = not self.pack.word_class("occupiers-deed").isdisjoint(stripped(self.tokens[i - 1].fold))
        state = self.reading.occupier(i) if behind or later or deed else None
        if state is None:
            return []
        return [self.reading.mention(i, stop, (state,), "state", "name", country=country_of(state), conj=self.names.particles(i)[0])]

    def organ(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "الأمانة العامة لمنظمة التعاون الإسلامي", "المكتب السياسي لحركة حماس": what acts for a body is that body."""
        phrase = self.names.reference(i, "organ-noun")
        after = i + len(phrase.tokens) if phrase is not None else self.names.stop
        owners = (h for h in self.names.hits(after) if h.prep == "ل" and not h.conj and h.name.what == "entity") if after < self.names.stop else ()
        owner = next((h for h in owners if self.memory.entity(h.name.ref).kind in _BODIES), None)
        if owner is None:
            return []
        whole = self.memory.entity(owner.name.ref)
        conj, prep = self.names.particles(i)
        return [self.reading.mention(i, owner.stop, (whole.id,), whole.kind, "name", country=whole.country, conj=conj, prep=prep)]

    def _force_of(self, i: int, owner: Hit, conj: str, prep: str) -> Mention | None:
        """ "مدفعية الجيش السوداني", "مقاتلو حركة الشباب": the arms and men of a force are that force, and so are those of a government
        ("طائرات النظام السوري"). owner: who stands right behind."""
        ref = owner.name.ref
        if owner.conj or owner.prep or owner.name.what != "entity" or not ref.startswith("org/"):
            return None
        ref = self.reading.of_here(owner.stop - len(owner.name.tokens), owner)
        entity = self.world.entities[ref]
        rules = entity.kind == "government-body" and ref.endswith(_GOVERNMENT)
        if rules and self.reading.of_others(ref, owner.stop - len(owner.name.tokens), owner.stop):
            return None  # "قوات الحكومة الشرعية" in a report on Libya
        if entity.kind != "armed-group" and entity.sector != "MIL" and not rules:
            return None
        self.memory.entity(ref)
        rule = "agent.MIL" if rules else "name"
        return self.reading.mention(i, owner.stop, (ref,), entity.kind, rule, country=entity.country, conj=conj, prep=prep)

    def _loyal(self, i: int, j: int, conj: str, prep: str) -> Mention | None:
        """ "القوات الموالية لحفتر", "قوات موالية للرئيس اليمني": the men of a politician or government are its state's, of a group its own."""
        if j + 1 >= self.names.stop or self.tokens[j].fold.removeprefix("ال") not in self.pack.word_class("loyal"):
            return None
        owner = next((h for h in self.names.hits(j + 1) if h.prep == "ل"), None)
        if self.tokens[j + 1].fold in self.pack.word_class("government-of") and j + 2 < self.names.stop:
            owner = next((h for h in self.names.hits(j + 2) if h.name.what == "post"), owner)  # "لحكومة الرئيس الصومالي"
        if owner is not None and owner.name.what == "post":  # the nationality stands behind the office
            owner = next((h for h in self.names.hits(owner.stop) if h.name.what == "adjective" and not h.prep), None)
        past = self.reading.behind_loyal(j)
        ref = owner.name.ref if owner is not None else self.topic.home if past > j else None  # "القوات الموالية للشرعية": of the land told of
        if ref is None:
            return None
        stop = owner.stop if owner is not None else past
        group = ref.startswith("org/") and self.world.entities[ref].kind == "armed-group"
        country = self.world.entities[ref].country if ref in self.world.entities else None
        home = ref if group else f"state/{country}"
        if home not in self.world.entities:
            return None
        self.memory.entity(home)
        kind = "armed-group" if group else "state"
        return self.reading.mention(i, stop, (home,), kind, "agent.MIL", country=country, conj=conj, prep=prep)

    def land(self, i: int, hits: list[Hit]) -> list[Mention]:
        """A state's ground, air or waters: "في الأراضي الروسية", "الأجواء البلغارية", "المياه الإقليمية اليونانية". Nobody who acts."""
        phrase = self.names.reference(i, "land-noun")
        if not phrase:
            return []
        conj, prep = self.names.particles(i)
        j = i + len(phrase.tokens)
        for k in range(j, min(j + 2, self.names.stop)):
            if k > j and (self._parts_agent(k - 1) or (phrase.value == _DEPTH and not self.names.reference(j, "land-noun"))):
                break
            for h in self.names.hits(k):
                nation = h.name.what == "adjective" or (h.name.what == "entity" and k == j)
                if nation and not (h.conj or h.prep) and h.name.ref.startswith("state/"):
                    refs, stop = self._further(h)
                    country = country_of(refs[0]) if len(refs) == 1 else None
                    return [self.reading.mention(i, stop, refs, "state", "land", country=country, conj=conj, prep=prep)]
        return []

    def _are_others(self, i: int) -> bool:
        """ "خطف قراصنة خمسة بحارة روس": do other people begin at token i, whose nationality is not that of those before?"""
        return self.tokens[i].fold in self.pack.number_words or any(self.names.reference(i, c) for c in ("actor-noun", "people"))

    def _parts_agent(self, i: int, phrase: Phrase | None = None) -> bool:
        """Is the word at token i no adjective between people and their nationality ("قتلى الغارات الإسرائيلية", "قاعدة للجيش المالي", "الطائرة خرقت
        الحدود التركية")?

        phrase: what they are; between a craft and its nationality its load may stand ("طائرة مساعدات قطرية").
        """
        word = self.tokens[i]
        if phrase is not None and phrase.tokens[-1] in self.pack.word_class("craft") and word.fold in self.pack.word_class("relief"):
            return False
        readings = self.pack.readings(word.fold)
        deed = any(r.kind == "noun" and r.lemma in self.pack.noun_frames for r in readings)
        if phrase is not None and phrase.tokens[-1].startswith(_THE) and not word.fold.startswith(_THE):
            deed = deed or any(r.kind == "verb" for r in readings)
        return deed or word.kind != "word" or word.fold.startswith("لل") or self.pack.phrase_at(self.tokens, i) is not None

    def people_met(self, i: int, hits: list[Hit]) -> list[Mention]:
        """Who is only counted: "خمسة أشخاص", "جنديان"; and who has no other name than what he does: "انتحاري"."""
        phrase = self.names.reference(i, "people")
        if phrase is None:
            return []
        before = self.tokens[i - 1] if i else None
        counted = before is not None and (before.kind == "number" or before.fold in self.pack.number_words)
        if self.tokens[i].fold in self.pack.word_class("counted-only") and not counted:
            return []  # "هجوما إرهابيا", but "90 إرهابيا"
        if before is not None and before.fold in self.pack.word_class("blast") and self.tokens[i].fold in self.pack.word_class("foe"):
            return []  # "هجوما انتحاريا", but "إن انتحاريا فجر نفسه"
        stop = i + len(phrase.tokens)
        if stop < self.names.stop and self.tokens[stop].fold in self.pack.word_class("un"):
            return []  # "أعلنته شخصا غير مرغوب فيه": what he is declared to be
        if stop < self.names.stop and any(self._names_group(h) for h in self.names.hits(stop)):
            return []  # "المتمردين الحوثيين" are those who are named; but "هاجم المتمردون كييف"
        return self.anonymous(i, hits, "people")

    def speaker(self, i: int, hits: list[Hit]) -> list[Mention]:
        """Somebody of whom only his calling is told, or a body that the world does not have, where it speaks: "قال مسؤول في الإدارة إن",
        "لكن نائبا في اللجنة أكد", "حذرت لجنة الأسرى من", "وفق لجنة محلية"."""
        body = self.names.reference(i, "speaking-body")
        if i == 0 or (body is None and self.names.reference(i, "speaker") is None):
            return []
        if not self.may_tell(i):
            return self._state_body(i, body) if body is not None and body.value in _OF_STATES else []
        if body is None and self.tokens[i].fold in self.pack.word_class("gift") and not self.names.hits(i + 1):
            return []  # "مقابل تلقيها مساعدة كبيرة"
        told = (fold(r.lemma) for r in self.pack.readings(self.tokens[i - 1].fold))
        if self.tokens[i].fold in self.pack.word_class("the-press") and not self.pack.word_class("tells-press").isdisjoint(told):
            return []  # "أبلغ الصحافة أن": told to them
        if body is None and self.tokens[i - 1].fold in self.pack.word_class("counts-as"):
            return []  # "تعد إحدى المجموعات"
        if body is None and (called := self._called(i)) is not None:
            return [called]
        return self._body(i, body) if body is not None else self.anonymous(i, hits, "speaker")

    def press(self, i: int, hits: list[Hit]) -> list[Mention]:
        """An outlet whose name stands in marks or brackets behind its kind, or whose man speaks: "وكالة الأنباء «وفا» الفلسطينية الرسمية", "قناة
        «نهر برس» المحلية"; "أفاد مراسل الجزيرة بأن"."""
        kind = self.names.reference(i, "speaking-body")
        if kind is not None and kind.value in _OUTLETS:
            return self._in_marks(i, i + len(kind.tokens), kind)
        man = self.names.reference(i, "press-man")
        after = i + len(man.tokens) if man is not None else self.names.stop
        if man is None or not i or not self.may_tell(i):
            return []
        paper = self._outlet_at(after)
        if paper is None:
            return []
        (outlet, stop), (conj, prep) = paper, self.names.particles(i)
        if (met := self._called_before(i, stop)) is not None:
            return [met]
        entity = self.memory.entity(outlet)
        english = f"{entity.name('en')} {man.value}"
        ref = unnamed(english)
        if ref not in self.memory.entities:
            names = ((self.report.language, self.reading.span(i, stop, conj, prep).of(self.report.text)), ("en", english))
            self.memory.entities[ref] = Entity(ref, "people-group", names, None, None, None, False)
        return [self.reading.mention(i, stop, (ref,), "people-group", "voice", conj=conj, prep=prep)]

    def marked(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "أكدت «هيئة التنسيق للقوى الوطنية» أن", "شددت «الحركة الوطنية للتغيير» على أن": a body that the world does not have, whose name stands in
        marks right behind the verb with which it speaks."""
        if i < _VERB_AND_MARK or self.tokens[i - 1].fold not in QUOTE_MARKS or not self.reading.is_saying(i - _VERB_AND_MARK):
            return []
        body = self.names.reference(i, "speaking-body") or self.names.reference(i, "headed")
        close = next((n for n in range(i + 2, min(i + _MAKE, self.names.stop)) if self.tokens[n].fold in QUOTE_MARKS), 0)
        told = [r.verb for r in self.pack.readings(self.tokens[i - _VERB_AND_MARK].fold) if r.verb is not None and not r.pronoun]
        hers = self.tokens[i].form.endswith(_HER)
        if body is None or not close or not any((v.gender == "f") == hers and v.number == "s" for v in told):
            return []
        if any(self.tokens[k].kind != "word" or k in self.dated or self._states(k) for k in range(i, close)):
            return []
        name = self.reading.span(i, close, "", "").of(self.report.text)
        ref = unnamed(self.pack.romanise(name))
        if ref not in self.memory.entities:
            english = self.callings.english(i, close)
            names = ((self.report.language, name), *((("en", english),) if english else ()))
            self.memory.entities[ref] = Entity(ref, "organisation", names, None, None, None, False)
        return [self.reading.mention(i, close, (ref,), "organisation", "voice")]

    def _states(self, k: int) -> bool:
        """Is the word at token k a verb or "that", so that what stands in the marks is said and no name?"""
        phrase = self.pack.phrase_at(self.tokens, k)
        return self.reading.is_only_verb(k) or (phrase is not None and phrase.cls in ("comp", "rel", "neg", "future"))

    def _outlet_at(self, k: int) -> tuple[str, int] | None:
        """The outlet that the world knows by the words at token k, in marks or not, and the token behind it."""
        hits = self.names.hits(k) if k < self.names.stop else ()
        hit = next((h for h in hits if h.name.ref.startswith("outlet/") and not (h.conj or h.prep)), None)
        if hit is not None:
            return hit.name.ref, hit.stop
        marked = k < self.names.stop and self.tokens[k].fold in QUOTE_MARKS
        k += marked
        for stop in range(min(k + _OUTLET_NAME, self.names.stop), k, -1):
            if all(t.kind == "word" for t in self.tokens[k:stop]):
                name = self.reading.span(k, stop, "", "").of(self.report.text)
                if (outlet := self.world.lookup(name)) is not None:
                    closed = marked and stop < self.names.stop and self.tokens[stop].fold in QUOTE_MARKS
                    return outlet, stop + closed
        return None

    def _in_marks(self, i: int, first: int, kind: Phrase) -> list[Mention]:
        """The outlet of this kind whose name in marks or brackets opens at token ``first``, or behind a few definite words there."""
        k = first
        while k < min(self.names.stop, first + _OUTLET_NAME) and self.tokens[k].kind == "word" and k not in self.dated:
            if not (self.tokens[k].fold.startswith(_THE) or self.tokens[k].fold in self.pack.word_class("press-news")):
                return []
            k += 1
        if k >= self.names.stop or self.tokens[k].fold not in QUOTE_MARKS | {"("}:
            return []
        closing = QUOTE_MARKS if self.tokens[k].fold != "(" else {")"}
        close = next((n for n in range(k + 2, min(k + 2 + _OUTLET_NAME, self.names.stop)) if self.tokens[n].fold in closing), 0)
        if not close:
            return []
        paper, name = self._outlet_at(k + 1), self.reading.span(k + 1, close, "", "").of(self.report.text)
        end = next((n for n in range(close + 1, min(self.names.stop, close + _OUTLET_NAME)) if not self._describes_press(n)), close + 1)
        described = (self.reading.span(close + 1, n, "", "").of(self.report.text) for n in range(end, close + 1, -1))
        kinds = [" ".join(kind.tokens[:n]) for n in range(len(kind.tokens), 0, -1)]
        calls = (f"{words} {name} {more}".strip() for more in (*described, "") for words in kinds)
        longer = next((o for o in (self.world.lookup(call) for call in calls) if o is not None), None)
        paper = (longer, close) if longer is not None else paper  # "وكالة «إيسنا»", "إذاعة «فرنسا» الدولية"
        known_one = paper is not None and paper[1] == close
        if not known_one and (self.tokens[k].fold == "(" or not i or not self.may_tell(i)):
            return []
        if not known_one and first == k and any(self._states(n) for n in range(k + 1, close)):
            return []  # "وقالت الوكالة «تحت ضغط الجيران غادر الوفد»"
        stop, country = close + 1, None
        while stop < min(self.names.stop, close + _OUTLET_NAME) and self._describes_press(stop):
            nation = next((h for h in self.names.hits(stop) if h.name.what == "adjective" and not (h.conj or h.prep)), None)
            country = country or (country_of(nation.name.ref) if nation is not None else None)
            stop += 1
        conj, prep = self.names.particles(i)
        if known_one and paper is not None:
            entity = self.memory.entity(paper[0])
            return [self.reading.mention(i, stop, (entity.id,), "outlet", "name", country=entity.country, conj=conj, prep=prep)]
        ref = unnamed(f"{kind.value} {self.pack.romanise(name)}")
        if ref not in self.memory.entities:
            words = self.reading.span(i, stop, conj, prep).of(self.report.text)
            words = "".join(c for c in words if c not in QUOTE_MARKS)
            self.memory.entities[ref] = Entity(ref, "outlet", ((self.report.language, words),), country, None, None, False)
        return [self.reading.mention(i, stop, (ref,), "outlet", "voice", country=country, conj=conj, prep=prep)]

    def _describes_press(self, k: int) -> bool:
        """Does the word at token k go on with what an outlet is ("الفلسطينية", "الرسمية", "المحلية")?"""
        word = self.tokens[k]
        free = word.fold in self.pack.word_class("free-press")
        return word.kind == "word" and word.fold.startswith(_THE) and k not in self.dated and (free or word.form.endswith((_NISBA, _OF_KIND)))

    def some(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "رأى كثير من المحللين الأتراك أن", "وقال بعض الخبراء إن": a part of people of whom only their calling is told, where it speaks."""
        part = self.names.reference(i, "some-who")
        if part is None or i == 0 or not self.may_tell(i):
            return []
        whole = self.anonymous(i + len(part.tokens), hits, "who-speak") if i + len(part.tokens) < self.names.stop else []
        if whole and whole[0].last < self.names.stop and self.tokens[whole[0].last].fold in self.pack.word_class("such-as"):
            return []  # "رفضت عدة دول مثل روسيا": those that are named
        conj, prep = self.names.particles(i)
        spans = [self.reading.span(i, m.last, conj, prep) for m in whole]
        return [replace(m, span=s, text=s.of(self.report.text), first=i, conj=conj, prep=prep) for m, s in zip(whole, spans, strict=True)]

    def may_tell(self, i: int) -> bool:
        """May token i name who speaks: behind a verb of saying or a word that cites him, or before such a verb?"""
        i -= i > 1 and self.tokens[i - 1].fold in QUOTE_MARKS  # "أكد «مصدر في الوزارة أن …»"
        before = self.pack.phrase_at(self.tokens, i - 1)
        opens = before is not None and (before.cls in ("conj", "comp", "was") or " ".join(before.tokens) in self.pack.word_class("contrast"))
        cited = self.tokens[i - 1].fold in self.pack.word_class("cited")
        oblique = self.tokens[i].fold.endswith(_IN_CASE)  # "…، مشاركين في القصف، وقال": nobody who speaks
        opens = opens or (self.tokens[i - 1].kind == "mark" and not oblique)
        behind = opens and any(self.reading.is_saying(k) for k in range(i + 1, min(i + 9, self.names.stop)))
        return cited or behind or self.reading.is_saying(i - 1) or self._is_relayed(i) or self._is_told_to(i)

    def speaks_at(self, i: int) -> int:
        """1 where token i may name who speaks, 2 where nothing that is said can stand there: behind "said" or a word that cites him; else 0."""
        was = self.pack.phrase_at(self.tokens, i - 1) if i else None
        if was is not None and was.cls == "was":
            return 1  # "وكان مدير عام المستشفى فلان قد قال"
        if not i or not self.may_tell(i):
            return 0
        before = self.tokens[i - 1].fold.removeprefix(AND)
        return 2 if before in self._surely or before in self.pack.word_class("cited") or self._is_relayed(i) else 1

    def _is_relayed(self, i: int) -> bool:
        """ "نقلت وكالة الأناضول عن مسؤول محلي قوله إن": is it told after the one at token i?"""
        if self.tokens[i - 1].fold not in self.pack.word_class("relayed-from"):
            return False
        relays = self.pack.word_class("relaying")
        return any(r.lemma in relays for k in range(max(0, i - _OUTLET), i - 1) for r in self.pack.readings(self.tokens[k].fold) if r.kind == "verb")

    def _is_told_to(self, i: int) -> bool:
        """ "قال لوكالة رويترز مسؤول في الوزارة إن": does an outlet to which it is said stand between the verb and token i?"""
        to = self.memory.mentions[-1] if self.memory.mentions else None
        return to is not None and to.last == i and to.kind == "outlet" and to.prep == "ل" and to.first > 0 and self.reading.is_saying(to.first - 1)

    def heard(self, i: int) -> list[Mention]:
        """Who stands behind a verb that can only have its speaker there, and before what he says: "وقالت القيادة العسكرية إن", "قال ديفيز: «…»".

        Behind "affirmed", "announced" and the like also what is said may stand: there only who can be nothing else, by his noun or as a name.
        """
        spoke, word, sure = self.tokens[i - 1].fold.removeprefix(AND), self.tokens[i], self._surely
        if self._ends_office(i) or word.fold in self.pack.word_class("nobody-speaks"):
            return []  # "يقول الله تعالى"
        if self.tokens[i - 1].fold in self.pack.word_class("cited"):
            return self._cited_man(i)
        straight = self._opens_content(i + 1)
        if not (spoke in sure or self._speaks_surely(i) or (straight and word.fold.startswith(_THE))):
            return []
        if self.names.reference(i, "honorific") and (man := self._titled(i)) is not None:
            return [man]
        if straight and (met := self.people.by_first_name(i)):
            return met
        name = self._behind_rank(i)
        if self.people.is_given(name) and (stop := self._plain_name(name)):
            return [self.introduced(name, stop)]
        if any(m.kind == "person" and self.tokens[m.last - 1].fold == word.fold for m in self.memory.mentions):
            return []  # "جون كيرى … وشدد كيرى": left to those who remember him
        names = (h for h in self.names.hits(i) if h.name.what != "post")
        titled = any(self.names.reference(i, cls) for cls in ("honorific", "back")) or any(h.name.what != "surname" for h in names)
        owners = (self.memory.entity(h.name.ref).kind for h in self.names.hits(i + 1) if h.name.what == "entity")
        if titled or any(kind == "person" or kind in _BODIES for kind in owners):
            return []  # "السفير فلان", "أعضاء اللجنة الرباعية", "شقيق الرئيس": read by what follows
        hers = straight and word.form.endswith(_HER) and not (word.fold.startswith(_THE) or self.people.is_given(i))
        adverb = hers or (word.fold.endswith(_ADVERB) and (whole(word.form) or whole(word.form[:-1])))
        adverb = adverb or (word.form.endswith(PRONOUNS) and not word.form.endswith(_HER) and whole(owned_by(word.fold)))  # "لفت انتباهه إلى أن"
        saying = word.fold in self.pack.word_class("saying")
        fronted = self._is_fronted(i, _TO if straight else _ONTO) or (word.form[:1] in _FOR and word.form.endswith(PRONOUNS))  # "وقال لمناصريه إن"
        if adverb or saying or fronted or self.pack.phrase_at(self.tokens, i) is not None or any(r.pronoun for r in self.pack.readings(word.fold)):
            return []  # "وقال أيضا إن", "قالت باكية: «…»", "وأضافت قائلة «…»", "قال لقناة", "وقال في", "أوضح موقفه"
        stop = self._told_stop(i + 1, True)
        again = any(word.fold in self.pack.word_class(cls) for cls in ("speaks-again", "outlet-again"))
        named = spoke in sure and not (word.fold.startswith(_THE) or whole(word.form))
        sure_of_him = word.fold.endswith(_MEN) or (straight and not again and (named or self._speaks_surely(i)))
        alone = stop == i + 1 and known(word.form) and not sure_of_him
        told = self._told_of(i) if alone and straight and not again else None
        if (alone and told is None) or not self._content_near(stop):
            return []  # "وأضاف المكتب": told of before
        if (called := self._called(i)) is not None:
            return [called]
        if (met_before := self._called_before(i, (told or (i, stop))[1])) is not None:
            return [met_before]
        if told is not None and (issuer := self._issuer(i, told[0])) is not None:
            return [issuer]
        bare = [t for t in self.tokens[i:stop] if not t.fold.startswith(_THE)]
        first = bare[:2] if len(bare) == stop - i else [word] if word.fold.endswith(_NISBA) or not word.fold.startswith(_THE) else []
        of_a_kind = stop == i + 2 and self.tokens[i + 1].form.endswith(_OF_KIND) and known(self.tokens[i + 1].form)  # "قالت تقارير إخبارية إن"
        if not of_a_kind and any(self._is_strange(t) for t in first):
            return [self._introduced(i, next((k for k in range(i + 1, stop) if self._ends_name_at(k)), stop))]
        return [self._voice(i, told or (i, stop))]

    def _ends_name_at(self, k: int) -> bool:
        """ "فرانكلين روزفلت في خطابه", "الديلمي وهو شخصية مقربة": does what no name has in it, or a title, stand at token k?"""
        pronoun = self.tokens[k].fold.removeprefix(AND) in self.pack.word_class("pronoun")
        return pronoun or self._begins_title(k) or self.pack.phrase_at(self.tokens, k) is not None

    def _home_of_source(self, words: Sequence[str]) -> str | None:
        """The state of the report, to which a source without a land belongs; of those who look after a place none where the report names only places
        of others so far: "قتل ثلاثة جنود أميركيين في النيجر … وقال مصدر أمني"."""
        home = self.topic.home or self.topic.dateline
        scenes = self.pack.word_class("of-the-scene").isdisjoint(w for word in words for w in word.split())
        told = (m for m in self.memory.recent if m.kind in ("state", "place") and m.rule == "name")
        lands = set() if scenes else {m.country for m in told if f"state/{m.country}" in self.world.entities}
        own = {country_of(home), *(country_of(foe) for foe in self.reading.foes(home or ""))}  # "المستوطنون في الضفة … المصادر الأمنية"
        return home if not lands or lands & own else None

    def by_the_name(self, i: int) -> Mention | None:
        """ "قياديا سابقا يدعى عبود روغو", "أحد السكان واسمه أحمد نور", "المدعو خالد المحمدي": the person of whom the word at token i tells what he is
        called, from the noun that tells what he is to the end of his name."""
        words = self.pack.word_class("goes-by")
        j = i + 1
        if self.tokens[i].fold.removeprefix(AND) not in words or j >= self.names.stop or any(self.names.particles(j)):
            return None
        full = (h for h in self.names.hits(j) if h.name.what == "entity" and h.name.ref.startswith("person/") and len(h.name.tokens) > 1)
        known_one = next(full, None)
        if known_one is None and any(h.name.what == "entity" and h.stop > j + 1 for h in self.names.hits(j)):
            return None  # "جماعة تدعى جيش الرب"
        stop = known_one.stop if known_one is not None else self.people.unknown_name(j, sure=True)
        head = self._told_before(i) if stop else None
        if head is None and self.tokens[i].fold.startswith(_THE):
            head = i
        if head is None or (head == i and not stop):
            return None
        met = known_one.name.ref if known_one is not None else self.people.shortened(j, stop)
        country = next((m.country for m in self.memory.recent if m.first >= head and m.country), None)
        found = self._introduced(j, stop, met)
        person = self.memory.entity(found.entities[0])
        if country and not person.country:
            self.memory.entities[person.id] = replace(person, country=country)  # "رجل أعمال لبنانيا يدعى فلان"
        conj, prep = self.names.particles(head)
        span = self.reading.span(head, found.last, conj, prep)
        country = self.memory.entity(person.id).country
        return replace(found, span=span, text=span.of(self.report.text), first=head, conj=conj, prep=prep, country=country)

    def _told_before(self, i: int) -> int | None:
        """The token of the noun that tells what somebody is, with adjectives or a body behind it, right before token i."""
        begin = self.reading.sentences[self.memory.sentence].first
        for k in range(i - 1, max(begin, i - _OFFICE) - 1, -1):
            if self.tokens[k].kind != "word" and not (k == i - 1 and self.tokens[k].fold in COMMAS):
                return None
            m = next((m for m in reversed(self.memory.recent) if m.first <= k < m.last), None)
            if m is not None and m.kind == "person":
                return None  # of whom was told by another name
            if m is not None and m.kind != "demonym" and (m.rule.startswith(("unnamed", "agent", "voice", "people")) or m.kind == "role"):
                return m.first
            head = m.first if m is not None else k
            if any(self.names.reference(head, cls) for cls in (*_MEN_CALLED, *(("actor-noun",) if m is not None else ()))):
                return head
            deed = any(r.lemma in self.pack.noun_frames for r in self.pack.readings(self.tokens[k].fold) if r.kind == "noun")
            if deed or self.reading.is_only_verb(k):
                return None  # "أعلنت الشرطة مقتل المسلح ويدعى فلان"
        return None

    def _cited_man(self, i: int) -> list[Mention]:
        """ "قتل ثلاثة جنود، وفق داود حسن قائد شرطة البلدة", "وفقا لفيفيك براكاش، المؤسس": who is cited by a name that nobody knows, with what he is
        behind it."""
        strange = self._is_strange(self.tokens[i]) and not (self._is_cited_for(i) and known(self.tokens[i].form[1:]))
        if not (self.people.is_given(i) or strange):
            return []
        titles = (k for k in range(i + 1, min(i + _OWN_NAME + 1, self.names.stop)) if self._begins_title(k + (self.tokens[k].fold in COMMAS)))
        stop = next(titles, 0)
        named = all(self.tokens[k].kind == "word" and self.pack.phrase_at(self.tokens, k) is None for k in range(i, stop))
        if stop < i + 2 or not named or any(h.name.what == "entity" for h in self.names.hits(i)):
            return []
        return [self.introduced(i, stop)]

    def _is_cited_for(self, i: int) -> bool:
        """ "وفقا لفيفيك براكاش": does the word at token i begin with the preposition that "according to" has behind it?"""
        before = self.tokens[i - 1].fold if i else ""
        return before.endswith(_ADVERB) and before in self.pack.word_class("cited") and self.tokens[i].form[:1] == _FOR[0]

    def introduced(self, i: int, stop: int) -> Mention:
        """Who speaks and is named by tokens[i:stop], with the posts behind his name; he whom the report has named in full before, if it has."""
        return self._introduced(i, stop, self.people.shortened(i, stop))

    def _introduced(self, i: int, stop: int, met: str | None = None, first: int | None = None) -> Mention:
        """Who speaks and is called tokens[i:stop], with the form of address at token ``first`` and the posts behind his name: "قال غوردون دوغيد
        المتحدث باسم الخارجية الأميركية"."""
        cut = len(_FOR[0]) * self._is_cited_for(i)
        person = met or self.people.unknown_person(i, stop, None, None, cut=cut)
        self.people.remember(person, i, stop)
        person, stop, title = self.holders.introduced(i, stop, person)
        entity, role = self.memory.entity(person), title.role if title else None
        begin, rule = i if first is None else first, "name" if entity.known else "name.new"
        prep = _FOR[0] if cut else ""
        return self.reading.mention(begin, stop, (person,), "person", rule, role=role, country=entity.country, prep=prep)

    def _titled(self, i: int) -> Mention | None:
        """ "وأضاف الدكتور جريدي أن", "قالت السفيرة مليحة لودهي إن": who stands with his title and nothing but a name between the verb and what
        he says; of one word, and told of before, he is left to those who remember him."""
        for k in range(i + 1, min(i + _OWN_NAME, self.names.stop)):
            if self._ends_office(k) or self.names.hits(k) or self.tokens[k].fold in self.people.leading:
                return None
            titled = k + 2 < self.names.stop and self.tokens[k + 1].fold in COMMAS and any(h.name.what == "post" for h in self.names.hits(k + 2))
            if k > i + 1 and (titled or self._opens_content(k + 1)):
                return self._introduced(i + 1, k + 1, first=i)
            if self._opens_content(k + 1):
                return self._voice(i, (i, k + 1))
        return None

    def _behind_rank(self, i: int) -> int:
        """ "وقال الملازم أول محمد خلف، في الجيش، إن": the token behind the ranks at token i, where a name stands that nobody knows; else i."""
        j = self.names.past_address(i)
        known_one = j < self.names.stop and any(h.name.what == "entity" for h in self.names.hits(j))
        return j if i < j < self.names.stop and not known_one else i

    def _plain_name(self, i: int) -> int:
        """ "قال مصطفى كمالي، الخبير في الشؤون الإيرانية، إن": the token behind a name of two words or three that begins with a given name, and of
        whom what he says follows; 0 without one."""
        stop = i + 1
        while stop < min(self.names.stop, i + _OWN_NAME) and not self._ends_office(stop):
            word = self.tokens[stop]
            if self._begins_title(stop) and not self.reading.is_of_house(stop - 1):  # "عبدالعزيز آل الشيخ"
                break
            joined = word.fold.startswith(AND) and known(word.form[1:])  # "أدهم باشا وهو سياسي"
            if joined or self._is_fronted(stop, _FOR) or word.fold.startswith(_BY_THE) or len(word.fold) < 2:
                break
            if self.pack.phrase_at(self.tokens, stop) is not None:
                break  # "أشار عبد الكريم إلى"
            if stop > i + 1 and self.reading.is_verb(stop) and known(word.form):
                break
            stop += 1
        return stop if stop > i + 1 and self._content_near(stop, _FAR) else 0

    def _called_before(self, i: int, stop: int) -> Mention | None:
        """ "قال مدير مكتب الجزيرة في إثيوبيا محمد طه … وأشار مدير مكتب الجزيرة إلى": who was named with just these words before his name."""
        words = [t.fold for t in self.tokens[i:stop]]
        if len(words) < _TWO:
            return None
        people = (m for m in reversed(self.memory.recent) if m.kind == "person" and len(m.entities) == 1 and m.last - m.first > len(words))
        met = next((m for m in people if [t.fold for t in self.tokens[m.first : m.first + len(words)]] == words), None)
        span = self.reading.span(i, stop, "", "")
        return replace(met, span=span, text=span.of(self.report.text), first=i, last=stop, conj="", prep="") if met is not None else None

    def _voice(self, i: int, told: tuple[int, int]) -> Mention:
        """Who speaks at token i and is called by the words ``told`` alone."""
        name = self.reading.span(*told, "", "").of(self.report.text)
        nation = (h for k in range(*told) for h in self.names.hits(k) if h.name.what in ("adjective", "entity") and h.name.ref.startswith("state/"))
        country = next((country_of(h.name.ref) for h in nation), None)
        ref, english = unnamed(self.pack.romanise(name)), self.callings.english(*told)
        if ref not in self.memory.entities:
            names = ((self.report.language, name), *((("en", english),) if english else ()))
            self.memory.entities[ref] = Entity(ref, "people-group", names, country, None, None, False)
        return self.reading.mention(i, i + 1, (ref,), "people-group", "voice", country=country)

    def _speaks_surely(self, i: int) -> bool:
        """Can the word behind "affirmed" only be who does so: a plural of men, a human noun with its article, a name of no meaning?"""
        word = self.tokens[i]
        bare = word.fold.removeprefix(_THE)
        if word.fold.startswith(_THE) and (bare.endswith(_MEN) or any(p.cls in ("speaker", "human") for p in self.pack.reference.get(bare, ()))):
            return True
        return self._is_strange(word) and not word.fold.endswith(_ADVERB)

    def _begins_title(self, k: int) -> bool:
        """ "قال آندري باكليتسكي مدير المركز إن": does what somebody is begin at token k, so that the name before it ends there?"""
        bare = self.tokens[k].fold.removeprefix(_THE)
        calling = any(p.cls in _CALLINGS for p in self.pack.reference.get(bare, ())) or any(h.name.what == "post" for h in self.names.hits(k))
        return calling and not self.people.is_given(k)

    def _is_strange(self, word: Token) -> bool:
        """Is it no word of the language, so that it is a name?"""
        # "مفاوضو الدول": in a genitive with what follows
        men = word.form.endswith(_OF_MEN) and len(word.form) > _LONG_MEN and known(word.form + _MEN[-1])
        return not (known(word.form) or men) and not self.pack.readings(word.fold)

    def _is_fronted(self, k: int, letters: tuple[str, ...] = _ONTO) -> bool:
        """Does the word at token k begin with a preposition written in one with it: "لقناة", "للصحفيين"?"""
        word = self.tokens[k]
        return word.fold.startswith(_TO_THE) or (word.fold[:1] in letters and known(word.form[1:]) and not whole(word.form))

    def _content_near(self, k: int, far: int = _SOON) -> bool:
        """Does what is said begin soon behind token k: "that", a colon, a quotation?"""
        plainly, _ = self.pack.once(_plain_forms)
        for j in range(k, min(k + far, self.names.stop)):
            if self._begins_content(j):
                return True
            if self.tokens[j].fold.removeprefix(AND) in plainly:
                return False  # "… وأكد", not "مدير إدارة السياحة", "ناصر البيحاني"
        return False

    def _begins_content(self, k: int) -> bool:
        phrase = self.pack.phrase_at(self.tokens, k)
        return (phrase is not None and phrase.cls == "comp") or self.tokens[k].fold in _OPENS_SPEECH

    def _opens_content(self, k: int) -> bool:
        """ "أضاف الزوي أن", "شدد الخبراء على أن": does what is said begin at token k, or behind the one preposition there?"""
        led = self.pack.phrase_at(self.tokens, k) if k < self.names.stop else None
        k += led is not None and led.cls == "prep"
        return k < self.names.stop and self._begins_content(k) and self.tokens[k].fold not in QUOTE_MARKS

    def _told_of(self, i: int) -> tuple[int, int] | None:
        """ "مجلس السلامة الهولندي … وأضاف المجلس أن", "علي الزوي … وأوضح الزوي أن": the words by which the report told of him or it before, where
        no mention has them; of a plain definite noun without any, nobody knows whose it is."""
        word, bare = self.tokens[i].fold, self.tokens[i].fold.removeprefix(_THE)
        if bare == word or any(w.removeprefix(_THE) == bare for m in self.memory.mentions for w in stripped(self.tokens[m.first].fold)):
            return None
        for j in range(i - 1, max(0, i - _TOLD), -1):
            if self.tokens[j].fold == word and self.people.is_given(j - 1):
                return j - 1, j + 1
            whole_name = self.tokens[j].fold == word and self.tokens[j + 1].fold.startswith(_THE)
            if (whole_name or bare in stripped(self.tokens[j].fold)) and (stop := self._told_stop(j + 1, True)) > j + 1:
                return j, stop
        return None

    def _issuer(self, i: int, j: int) -> Mention | None:
        """ "تقرير منظمة أوبك … وأوضح التقرير أن": whose text at token j it is that speaks at token i."""
        if stripped(self.tokens[j].fold)[-1].removeprefix(_THE) not in self.pack.word_class("telling"):
            return None
        owner = next((h for h in self.names.hits(j + 1) if h.name.what == "entity" and not (h.conj or h.prep)), None)
        whose = self.memory.entity(owner.name.ref) if owner is not None else None
        if whose is None or whose.kind not in _BODIES:
            return None
        return self.reading.mention(i, i + 1, (whose.id,), whose.kind, "back.headed", country=whose.country)

    def _called(self, i: int) -> Mention | None:
        """Who is named behind what he is: "نائب المحافظ رحيم نوري", "مدير قسم الشؤون الدولية في الرئاسة البولندية، يان كوفالسكي"."""
        of, k = None, i + 1
        posts = (h for h in self.names.hits(i) if h.name.what == "post" and len(h.name.tokens) > 1)
        title = next((h for h in posts if h.name.ref in HEADS or h.name.ref.endswith("minister")), None)
        if title is not None and not self.tokens[title.stop - 1].fold.startswith(_THE) and self.titles.owner(title.stop) is None:
            return None  # "رئيس وزراء برستانيا": what follows is whose it is
        while k < min(self.names.stop, i + _OFFICE):
            if (found := self._bearer(k, of)) is not None:
                person, stop = found
                if self._sends(person, i, k):
                    return None
                conj, prep = self.names.particles(i)
                country = self.memory.entity(person).country
                return self.reading.mention(i, stop, (person,), "person", "name.new", country=country, of=of, conj=conj, prep=prep)
            if self._ends_office(k) or (of is not None and self.tokens[k].fold.startswith(_TO_THE)):
                return None  # "المسؤول في وزارة الخارجية … للسفير فلان": whom he told
            of, k = self._past_owner(k, of)
        return None

    def _sends(self, person: str, i: int, k: int) -> bool:
        """ "لم يدل موفد الرئيس المالي ديونكوندا تراوري بأي تصريح": does the envoy at token i come from the person whose title ends before token k, or
        whoever stands there speak for the head who is named ("فلان المتحدث باسم الرئيس الروسي فلاديمير بوتين")?"""
        sent = any(h.name.ref in self.pack.word_class("sent") for h in self.names.hits(i) if h.name.what == "post")
        inner = (h.name.ref for j in range(i + 1, k) for h in self.names.hits(j) if h.name.what == "post")
        return any(self.world.held(person, slug, None) for slug in inner if sent or slug in HEADS)

    def _past_owner(self, k: int, of: str | None) -> tuple[str | None, int]:
        """Whose office it is, where token k tells that and nothing before did; and the token after it, or after a place."""
        if owner := self.titles.owner(k):
            return of or owner[0], owner[1]
        hits = self.names.hits(k)
        return of, max((h.stop for h in hits if h.name.what == "entity" and not h.name.ref.startswith("person/")), default=k + 1)

    def _bearer(self, k: int, of: str | None) -> tuple[str, int] | None:
        """The person whose name stands at token k, or behind the comma there, and ends what he is called by; and the token after it."""
        comma = self.tokens[k].fold in COMMAS
        at = k + comma
        if at + 1 >= self.names.stop or (not comma and self.tokens[at].fold.startswith("ال")):
            return None
        borne = self.tokens[at - 1].fold in self.pack.word_class("bears-name") or self.people.is_borne_by(at)
        borne = borne or owned_by(self.tokens[at].fold) in self.pack.word_class("in-the-name")  # "أحد المتحدثين باسمه أحمد جبريل"
        town = not comma and not self.reading.is_definite(at - 1) and any(h.name.ref.startswith("place/") for h in self.names.hits(at))
        if borne or town or self.people.is_tail(at) or (not comma and self.pack.phrase_at(self.tokens, at - 1) is not None):
            return None  # "مدير مطار رفيق الحريري", "قائد في هلمند"
        person, stop = self.people.person_at(at, None)
        if person and stop > at + 1:
            return person, stop
        if comma and not (self.people.is_given(at) or self.people.is_foreign(at)):
            return None
        stop = self.people.unknown_name(at)
        ends = stop >= self.names.stop or self.tokens[stop].kind != "word" or stop in self.dated
        ends = ends or self._is_fronted(stop)  # "… شهرام قاضي زاده للسفير السويدي إن", "رامي صالح لوكالة الأنباء إن"
        if not stop or not (ends or self.pack.phrase_at(self.tokens, stop)):
            return None
        whose = of if of is not None and self.memory.entity(of).country else self.topic.home if of is None else None
        country = self.memory.entity(whose).country if whose else None
        state = f"state/{country}" if f"state/{country}" in self.world.entities else None
        person = self.people.unknown_person(at, stop, state or of, "GOV" if state else None)  # of the Red Cross: of no state
        self.people.remember(person, at, stop)
        return person, stop

    def _ends_office(self, k: int) -> bool:
        """Is token k no part of what somebody is: a mark, a date, a verb, a particle other than the prepositions of place?"""
        word, phrase = self.tokens[k], self.pack.phrase_at(self.tokens, k)
        named = any(h.name.what == "entity" and not (h.conj or h.prep) for h in self.names.hits(k))  # "رئاسة تشاد", which is a verb's form too
        if word.kind != "word" or k in self.dated or (self.reading.is_saying(k) and not named):
            return True
        if phrase is not None:
            return phrase.cls != "office" and (phrase.cls != "prep" or self.tokens[k].fold not in self.pack.word_class("seated-in"))
        return False

    def _body(self, i: int, head: Phrase) -> list[Mention]:
        """A body by its own words: "لجنة الأسرى", "سلطات أوديسا", "صحيفة «لا ناسيون»"; its state is that of the nationality among them, or where it
        sits ("نقابة المحامين في تونس")."""
        conj, prep = self.names.particles(i)
        begun = i + len(head.tokens)
        stop, country, described, seated = self._past_make(begun), None, False, False
        quoted = stop > begun
        while stop < min(self.names.stop, i + 6) and self.tokens[stop].kind == "word" and stop not in self.dated:
            if self.pack.phrase_at(self.tokens, stop) is not None:
                break  # "توجه فريق إنقاذ إلى"
            here = [h for h in self.names.hits(stop) if not (h.conj or h.prep or (head.value == _COMMITTEE and h.name.what == "body"))]
            hit = next((h for h in here if h.name.what in ("adjective", "entity")), here[0] if here else None)
            bare = hit is None and not self.tokens[stop].fold.startswith(_THE)
            kind = bare and self.tokens[stop].form.endswith(_OF_KIND) and any(h.name.what == "adjective" for h in self.names.hits(stop + 1))
            if bare and not kind and (quoted or head.tokens[-1].startswith(_THE) or self._is_closed(i, stop) or self._ends_name(stop)):
                break  # "لم توضح الوكالة أسباب الزيارة", "دان مجلس الجامعة تحويل القوات الإسرائيلية القطاع إلى"
            if hit is not None and hit.name.what not in ("adjective", "entity"):
                break
            if hit is not None and hit.name.what == "entity" and (described or (hit.name.ref.startswith("state/") and self._is_closed(i, stop))):
                break  # "دعت هيئة الإغاثة مصر إلى", "اتهمت لجنة أممية جيش ميانمار": whom it asks or accuses
            if hit is not None and hit.name.what == "entity" and stop == begun and head.tokens[-1].startswith(_THE):
                break  # "أمرت المحكمة ميانمار": a definite noun takes no name behind it
            if seated and (hit.name.what == "entity" if hit is not None else not self.tokens[stop].form.endswith((_OF_KIND, _HER))):
                break  # "دعت سلطات هرغيسا مصر إلى", "دعت سلطات أرض الصومال المجتمع الدولي": behind where it sits
            seated = hit is not None and hit.name.what == "entity" and hit.name.ref.startswith(("place/", "state/", "org/"))
            spoken_for = head.value in _SPEAKS_FOR and hit is not None and hit.name.what == "entity"
            if spoken_for and hit is not None and self.memory.entity(hit.name.ref).kind in _BODIES:
                whole = self.memory.entity(hit.name.ref)  # "قيادة قوات الدعم السريع" speaks for the forces
                return [self.reading.mention(i, hit.stop, (whole.id,), whole.kind, "name", country=whole.country, conj=conj, prep=prep)]
            nation = country_of(hit.name.ref) if hit is not None and hit.name.what == "adjective" else None
            if nation and country and nation != country:
                return []  # "اللجنة المشتركة السعودية العراقية": of two states, which sit in it
            country = country or (self.memory.entity(hit.name.ref).country if hit is not None else None)
            described = hit.name.what == "adjective" if hit is not None else self.tokens[stop].form.endswith(_OF_KIND)
            stop = hit.stop if hit is not None else stop + 1
        if stop == i + len(head.tokens):
            return []  # "وقالت لجنة إن"
        if country is None and head.value in _OF_STATES and (of_state := self._state_body(i, head)):
            return of_state
        hits = self.names.hits(stop) if country is None and stop < self.names.stop else ()
        whole_of = next((h for h in hits if h.name.what == "entity" and h.prep == "ل" and not h.conj and h.name.ref.startswith("org/")), None)
        if whole_of is not None:  # "الهيئة التنفيذية للأمم المتحدة"
            country, stop = self.memory.entity(whole_of.name.ref).country, whole_of.stop
        if country is None and whole_of is None and (owned := self._kept_for(i, stop)) is not None:
            country, stop = owned  # "الهيئة الوطنية لإدارة الكوارث الباكستانية"
        seat = self.reading.in_land(stop) if country is None else None
        country = country or (country_of(seat[0]) if seat else self.land_of(stop, ("org/",)))  # "لجنة الطاقة بمجلس الشيوخ الأميركي"
        return [self._new_body(i, stop, head, country)]

    def _named_again(self, k: int, country: str | None) -> tuple[Entity, int] | None:
        """ "جهاز الأمن الإسرائيلي العام (الشاباك)": the body that brackets behind token k, or behind one adjective more, name once more by a name
        that the world has; and the token behind them."""
        k += k + 1 < self.names.stop and self.tokens[k].fold.startswith(_THE) and self.tokens[k + 1].fold == "("
        if k + 2 >= self.names.stop or self.tokens[k].fold != "(":
            return None
        hit = next((h for h in self.names.hits(k + 1) if h.name.what == "entity" and h.name.ref.startswith("org/") and not (h.conj or h.prep)), None)
        if hit is None or hit.stop >= self.names.stop or self.tokens[hit.stop].fold != ")":
            return None
        entity = self.memory.entity(hit.name.ref)
        return (entity, hit.stop + 1) if country in (None, entity.country) else None

    def _kept_for(self, i: int, j: int) -> tuple[str | None, int] | None:
        """The land of a body whose adjective stands behind what it is there for with ل ("… لإدارة الكوارث الباكستانية"), and the token behind it."""
        if j >= self.names.stop or not self.tokens[j].fold.startswith(_FOR) or any(h.name.what in ("body", "entity") for h in self.names.hits(j)):
            return None
        hers = self.tokens[i].form.endswith(_HER)
        for k in range(j + 1, min(self.names.stop, j + _PURPOSE)):
            if not self.tokens[k].fold.startswith(_THE):
                return None
            land = next((h for h in self.names.hits(k) if h.name.what == "adjective" and h.article and not (h.conj or h.prep)), None)
            if land is not None:
                return (country_of(land.name.ref), land.stop) if self.tokens[k].form.endswith(_HER) == hers else None
        return None

    def _is_closed(self, i: int, stop: int) -> bool:
        """Does a word with its article, which takes no name behind it, end what tokens[i:stop] call somebody?"""
        return stop > i + 1 and self.tokens[stop - 1].fold.startswith(_THE)

    def _new_body(self, i: int, stop: int, head: Phrase, country: str | None) -> Mention:
        """The body from token i to stop, which the world does not have."""
        conj, prep = self.names.particles(i)
        if (again := self._named_again(stop, country)) is not None:
            entity, last = again
            return self.reading.mention(i, last, (entity.id,), entity.kind, "name", country=entity.country, conj=conj, prep=prep)
        span = self.reading.span(i, stop, conj, prep)
        name = "".join(c for c in span.of(self.report.text) if c not in QUOTE_MARKS)
        kind = "outlet" if head.value in _OUTLETS else "organisation"
        english = self.callings.english(i, stop) or f"{self.world.english_adj.get(f'state/{country}', '')} {head.value}".strip()
        ref = unnamed(f"{head.value} {self.pack.romanise(name.partition(' ')[2])}")
        if ref not in self.memory.entities:
            self.memory.entities[ref] = Entity(ref, kind, ((self.report.language, name), ("en", english)), country, None, None, False)
        return self.reading.mention(i, stop, (ref,), kind, "voice", country=country, conj=conj, prep=prep)

    def _state_body(self, i: int, head: Phrase) -> list[Mention]:
        """ "حجبت هيئة الاتصالات الروسية موقعين", "علقت الهيئة العليا للاتصال في مالي": an office of a state, by a definite name that a nationality
        or its land ends, also where it does not speak."""
        first = i + len(head.tokens)
        for k in range(first, min(self.names.stop, first + _NAMED)):
            kept = k > i and head.tokens[-1].startswith(_THE) and self.tokens[k].fold.startswith(_FOR_THE)
            plain = not (kept or self.tokens[k].fold.startswith(_THE))
            if self.tokens[k].kind != "word" or self.pack.phrase_at(self.tokens, k) or (plain and k > first):
                return []
            if kept:
                ends = next((j for j in range(k + 1, min(k + 4, self.names.stop)) if not self.tokens[j].fold.startswith(_THE)), self.names.stop)
                seat = self.reading.in_land(ends)
                return [self._new_body(i, ends, head, country_of(seat[0]))] if seat is not None else []
            of = next((h for h in self.names.hits(k) if h.name.what == "adjective" and not (h.conj or h.prep)), None)
            country = self.memory.entity(of.name.ref).country if of is not None else None
            if of is not None and k == first and of.stop < self.names.stop and self.tokens[of.stop].fold.startswith(_FOR):
                bare = not self.tokens[of.stop].fold.startswith(_FOR_THE)  # "لحماية البيانات"
                ends = not bare or (of.stop + 1 < self.names.stop and self.tokens[of.stop + 1].fold.startswith(_THE))
                return [self._new_body(i, of.stop + 1 + bare, head, country)] if country and ends and head.tokens[-1].startswith(_THE) else []
            if of is not None:
                return [self._new_body(i, of.stop, head, country)] if k > first and country else []
        return []

    def _ends_name(self, k: int) -> bool:
        """Is the indefinite word at token k no part of a body's name: a particle, a verb, or a noun with a preposition on it?"""
        word = self.tokens[k]
        fronted = word.fold[:1] in _FRONTS and known(word.form[1:])
        if self.callings.kind(k) is not None:
            return False  # "لجنة محلية"
        if word.fold.endswith("ا"):
            return True  # "حققت شرطة دبي إنجازا"
        return bool(self.names.particles(k)[0]) or self.reading.is_word(k) or self.reading.is_verb(k) or fronted

    def anonymous(self, i: int, hits: list[Hit], cls: str = "unnamed") -> list[Mention]:
        """Somebody who is not named: "مصدر دبلوماسي", "وسائل إعلام محلية". An entity of its own, so that it can be quoted."""
        phrase = self.names.reference(i, cls)
        if not phrase or (phrase.tokens[0] in self.pack.word_class("adjective-too") and not self._is_hand(i)) or self.qualifies(i):
            return []
        conj, prep = self.names.particles(i)
        stop, words, country = i + len(phrase.tokens), [phrase.value], None
        behind = self.tokens[stop].fold if stop < self.names.stop else ""
        if conj and behind in self.pack.word_class("viewed"):
            return []  # "تبادلا وجهات نظر مثيرة"
        if phrase.value == _ONE and behind in self.pack.number_words:
            return []  # "أحد عشر صاروخا"
        arms = behind.removeprefix(_BY).removeprefix(_THE)
        if phrase.value == _GUNMEN and self.tokens[i].fold.endswith(_IN_CASE) and arms != behind and arms in self.pack.word_class("carried-arms"):
            return []  # "هاجم مقاتلو الحركة مسلحين بالرشاشات ثكنة": how they came
        if phrase.value == _SOURCE and behind in self.pack.word_class("comes-of"):
            return []  # "ما زالت المنطقة مصدر توتر"
        while stop < self.names.stop and stop < i + 4:
            construct = cls == "speaker" or (stop == i + 1 and not phrase.tokens[0].startswith("ال"))  # "كبير دبلوماسيي بريطانيا"
            if self.callings.describes(stop) is not None:
                break  # "مصدر مطلع على المفاوضات"
            of_nation = any(h.name.what in ("adjective", "people") and not (h.conj or h.prep) for h in self.names.hits(stop))
            more = self.callings.kind(stop) if not of_nation else self.names.reference(stop, "unnamed-of")
            demonym = next(
                (
                    h
                    for h in self.names.hits(stop)
                    if (h.name.what in ("adjective", "people") or (construct and h.name.what == "entity"))
                    and not (phrase.tokens[-1].endswith(NUNATED) and self.tokens[stop].form.endswith(_HER))  # "خطف مسلحون فرنسية"
                    and not h.conj
                    and not h.prep
                    and h.name.ref.startswith("state/")
                ),
                None,
            )
            if more is not None:
                words.insert(0, more.value)
                stop += len(more.tokens)
            elif demonym is not None and country is None:
                country = country_of(demonym.name.ref)
                words.insert(0, self.world.english_adj.get(demonym.name.ref, ""))
                stop = demonym.stop
            elif len(words) == 1 and (of := self._group_of(stop)) is not None:
                if of.kind == _ARMED and phrase.value == _GUNMEN:  # "30 مسلحا حوثيا" are the group, as "مقاتلو الحركة" are
                    return [self.reading.mention(i, stop + 1, (of.id,), of.kind, "name", country=of.country, conj=conj, prep=prep)]
                country, stop = of.country or country, stop + 1
                words.insert(0, of.name("en"))
            else:
                break
        official = phrase.value in _OFFICIALS
        if country is None and phrase.value in _TELLING and (state := self._rules_in(stop)) is not None:
            country = country_of(state)
            words.insert(0, self.world.english_adj.get(state, ""))
        elif country is None and phrase.value in _RULING and (land := self.reading.in_land(stop)) is not None:
            country = country_of(land[0])  # "قادة الانقلاب في النيجر"
            words.insert(0, self.world.english_adj.get(land[0], ""))
        elif country is None and (cls == "speaker" or official or phrase.value in _TELLING) and (body := self._seat(stop, official)) is not None:
            country = body.country
            words.insert(0, body.name("en"))
        elif country is None and (cls == "speaker" or official) and (here := self.land_of(stop, ("state/",))) is not None:  # "مسؤولون في أوكرانيا"
            country = here
            words.insert(0, self.world.english_adj.get(f"state/{here}", ""))
        elif country is None and self._is_of_trade(phrase.value) and (nation := self._nation_behind(stop)) is not None:
            country = country_of(nation)
            words.insert(0, self.world.english_adj.get(nation, ""))
        nation = ""
        serves = not self.pack.word_class("of-its-state").isdisjoint(w for word in words for w in word.split())
        if country is None and serves and (cls == "speaker" or official or phrase.value in _TELLING):
            there = self.land_of(stop, ("state/", "place/"))  # "مصدر حكومي في دلهي"
            state = f"state/{there}" if there else self._home_of_source(words)
            country, nation = country_of(state), self.world.english_adj.get(state or "", "")  # "مصدر أمني", in a report on Iraq
            words.insert(0, nation)
        if len(words) == 1 and country is None and (met := self._met(i, phrase)) is not None:
            span = self.reading.span(i, stop, conj, prep)
            return [replace(met, span=span, text=span.of(self.report.text), first=i, last=stop, conj=conj, prep=prep)]
        english = " ".join(filter(None, words))
        ref = unnamed(english)
        speaks = cls in ("speaker", "who-speak") or official or phrase.value in _TELLING or phrase.tokens[-1] in self.pack.word_class("seated-in")
        tells = i > 0 and self.may_tell(i)
        speaks = (speaks or tells) and ref not in _CROWDS
        takes_genitive = stop == i + len(phrase.tokens) and tells and not phrase.tokens[-1].endswith(NUNATED)  # "هاجم مسلحون قافلة"
        last = self._told_stop(stop, takes_genitive) if speaks else stop
        if speaks and (told := self.callings.english(i, last, nation)) is not None:
            english, ref = told, unnamed(told)
        if ref not in self.memory.entities:
            name = self.reading.span(i, last, conj, prep).of(self.report.text)
            self.memory.entities[ref] = Entity(ref, "people-group", ((self.report.language, name), ("en", english)), country, None, None, False)
        return [self.reading.mention(i, stop, (ref,), "people-group", "unnamed", country=country, conj=conj, prep=prep)]

    def _is_of_trade(self, people: str) -> bool:
        """Workers, students, journalists: people of a trade, by their English name."""
        return people in self.pack.word_class("trade-people")

    def _nation_behind(self, first: int) -> str | None:
        """ "عمال السكك الحديدية الفرنسيون", "سائقي شاحنات من ليتوانيا": of what state people are, some words behind their trade."""
        for k in range(first, min(first + _BEHIND_TRADE, self.names.stop)):
            for h in self.names.hits(k):
                if h.conj or h.prep or not h.name.ref.startswith("state/"):
                    continue
                theirs = h.name.what in ("adjective", "people") and h.name.number == "p"
                if theirs or (h.name.what == "entity" and self.tokens[k - 1].fold in self.pack.word_class("issued-by")):
                    return h.name.ref
        return None

    def _group_of(self, k: int) -> Entity | None:
        """ "مسؤول حوثي", "قيادي كردي": the group whose adjective stands at token k."""
        group = (h for h in self.names.hits(k) if h.name.what == "adjective" and h.name.ref.startswith("org/") and not (h.conj or h.prep))
        found = next((self.memory.entity(h.name.ref) for h in group), None)
        return found if found is not None and found.kind != "organisation" else None  # "دبلوماسي أوروبي" is no man of the Union

    @staticmethod
    def _names_group(h: Hit) -> bool:
        """Is it a body by its name, not by its adjective ("30 مسلحا حوثيا")?"""
        return h.name.ref.startswith("org/") and h.name.what != "adjective" and not (h.prep or h.conj)

    def _is_hand(self, i: int) -> bool:
        """ "اغتال مسلح السفير", not "هجوم مسلح": does a verb of striking somebody stand right before token i?"""
        verbs = (r.lemma for r in self.pack.readings(self.tokens[i - 1].fold) if r.kind == "verb") if i else ()
        return any(lemma in self.pack.word_class("strikes-somebody") for lemma in verbs)

    def _met(self, i: int, phrase: Phrase) -> Mention | None:
        """ "قال مصدر أمني عراقي … وقال المصدر": who was met before under the same noun, where an article and nothing else stands with it."""
        noun = phrase.tokens[0]
        if noun.startswith(_THE) and phrase.value == _GUNMEN:
            return self.their_group()
        if not noun.startswith(_THE) or phrase.value not in _TELLING:
            return None
        return self.memory.unnamed(noun.removeprefix(_THE))

    def their_group(self) -> Mention | None:
        """ "هاجم تنظيم داعش قرية … وقتل المهاجمون": whose men they are, where one armed group was told of before, or one that is not on the state's
        side and is told of more than all others of its land."""
        groups = {m.entities: m for m in self.memory.mentions if m.kind == "armed-group" and m.rule != "unnamed"}
        told = Counter(m.entities for m in self.memory.mentions if m.entities in groups)
        told = Counter({g: n for g, n in told.items() if self.memory.entity(g[0]).sector != _STATE_SIDE})
        if not told:
            return None  # "سيطرت المقاومة على مواقع المتمردين": none of hers
        most, lands = told.most_common(1), {groups[g].country for g in told}
        clear = len(told) == 1 or (len(lands) == 1 and most[0][1] >= _CLEARLY * (told.total() - most[0][1]))
        found = groups[most[0][0]] if clear else None
        return found if found is None or not self._rules(found) else None

    def _rules(self, group: Mention) -> bool:
        """ "طالبان الحاكمة … كبح جماح المسلحين": does the leader of the group head its state?"""
        leads = {t.person for t in self.world.holders("group-leader", group.entities[0], self.reading.day)}
        heads = {t.person for post in HEADS for t in self.world.holders(post, f"state/{group.country}", self.reading.day)}
        return bool(leads & heads)

    def calling(self, m: Mention) -> tuple[str, str | None] | None:
        """The whole of what somebody without a name is called, in the report's words and in English, where his mention is no more than his office or
        nation: "قيادي في فصيل سوري", "دبلوماسي تركي في نيروبي"; None for everybody else."""
        office, nation = m.kind == "role" and not m.entities, m.rule.startswith(_OF_A_NATION) and len(m.entities) == 1
        if m.kind in _BODIES and m.rule in _MEN_OF and m.last - m.first > _PAPERS - 1 and self._is_man(m.first):
            english = self.callings.english(m.first, m.last)  # "ضابط في الجيش السوداني", who is read as the army
            return (m.text, english) if english is not None else None
        if not (office or nation) or (m.rule == "post.open" and self.reading.is_definite(m.first)):
            return None
        led = self.tokens[m.last - 1].fold if office and m.last > m.first + 1 else ""
        first = m.last - any(led in self.pack.word_class(cls) for cls in ("seated-in", "in-the-name"))
        last = max(first, self._told_stop(first, False))
        english = self.callings.english(m.first, last)
        return self.reading.span(m.first, last, m.conj, m.prep).of(self.report.text), english

    def _is_man(self, i: int) -> bool:
        """Does token i tell what somebody is, without an article, so that he is one man or a few?"""
        word = self.tokens[i].fold.removeprefix(AND)
        return not word.startswith(_THE) and any(p.cls in ("speaker", "human") for p in self.pack.reference.get(word, ()))

    def _told_stop(self, k: int, construct: bool) -> int:
        """Token at which the words end that tell who somebody without a name is: "موظف كبير في هيئة الموانئ", "رئيس لجنة الأسرى التابعة للجماعة".

        construct: what follows the noun may be its genitive; behind an adjective only a body in which he sits ("مصدر أمني في بغداد").
        """
        stop, seats = k, self.pack.word_class("seated-in")
        joined = construct
        while k < min(self.names.stop, stop + _OFFICE) and (not self._ends_office(k) or self._goes_on(k, stop, joined)):
            if (described := self.callings.describes(k)) is not None:
                k, joined = self._past_marks(described[1]), True  # "في فصيل مدعوم من تركيا", "مصدر مقرب من «حزب الله»"
                continue
            if joined and self.callings.is_thing(k):
                k += 1  # "في محافظة شمال سيناء"
                continue
            written = self.pack.phrase_at(self.tokens, k + 1) if self.tokens[k].fold in seats and k + 1 < self.names.stop else None
            if written is not None and written.cls == "medium":
                break  # "أكد المسؤول في تغريدته"
            if k == stop and self.tokens[k].fold in self.pack.word_class("elected-by"):
                k, joined = k + 1, True  # "نائب عن حزب الأمة"
                continue
            if (kind := self.callings.kind(k, people=False)) is not None and self.tokens[k].fold[:1] != AND:
                k, joined = k + len(kind.tokens), joined and not self.tokens[k].fold.startswith(_THE)
                continue
            conj, prep = self.names.particles(k)
            led = self.tokens[k].fold in seats or self.tokens[k].fold in self.pack.word_class("in-the-name")
            seated = led or prep == _WITHIN or self._of_whole(k)
            bare = not (seated or joined or self.tokens[k].fold.startswith(_THE) or self.names.hits(k))
            fronted = not (seated or prep or self.names.hits(k)) and self._is_fronted(k)
            nothing = (k == stop and not (seated or construct)) or (not joined and self.reading.is_verb(k))
            again = self.tokens[k].fold in self.pack.word_class("itself")  # "المصدر ذاته"
            again = again or (k == stop > 1 and self.tokens[k].fold in self.pack.word_class("towards") and self._points(k - 2))
            if conj or fronted or (prep and not seated) or bare or nothing or again:
                break  # "… لوكالة الأنباء إن", "أحصت مصادر أربعة قتلى", "مسؤول رفيع يرافق الرئيس"
            joined = seated or not self.tokens[k].fold.startswith(_THE)
            k += 1
        while k > stop and self.tokens[k - 1].fold in seats:
            k -= 1
        return k

    def _past_marks(self, k: int) -> int:
        """The token behind a name in quotation marks at token k; k where none opens there."""
        if k >= self.names.stop or self.tokens[k].fold not in QUOTE_MARKS:
            return k
        return next((n + 1 for n in range(k + 2, min(k + _MAKE, self.names.stop)) if self.tokens[n].fold in QUOTE_MARKS), k)

    def _goes_on(self, k: int, first: int, joined: bool) -> bool:
        """Does what somebody is called go on at token k with a description, with a genitive, or right behind its noun with whom he sits for?"""
        if joined and self.callings.is_thing(k):
            return self.tokens[k].kind == "word" and k not in self.dated
        return self.callings.describes(k) is not None or (k == first and self.tokens[k].fold in self.pack.word_class("elected-by"))

    def _of_whole(self, k: int) -> bool:
        """ "عضو في المكتب السياسي لحركة حماس": does the body stand at token k whose part was named before it?"""
        behind = any(self.names.reference(k - n, "organ-noun") is not None for n in (2, 3) if k >= n)
        return behind and any(h.prep == "ل" and not h.conj and h.name.what == "entity" for h in self.names.hits(k))

    def _points(self, k: int) -> bool:
        """ "أشار التقرير إلى": does a verb stand at token k that has "to" before what is said, so that no office goes on with it?"""
        return k >= 0 and self.tokens[k].fold.removeprefix(AND) in self.pack.word_class("points-to")

    def _rules_in(self, k: int) -> str | None:
        """The state in whose ruling body somebody sits: "مصدر في رئاسة تشاد"."""
        if k + 2 >= self.names.stop or self.tokens[k].fold not in self.pack.word_class("seated-in"):
            return None
        of = self.names.hits(k + 2) if self.tokens[k + 1].fold in self.pack.word_class("ruling-noun") else ()
        return next((h.name.ref for h in of if h.name.what == "entity" and h.name.ref.startswith("state/") and not (h.conj or h.prep)), None)

    def _seat(self, k: int, official: bool) -> Entity | None:
        """The body or group in which somebody without a name sits: "مسؤول كبير في وزارة الخارجية الروسية", "قيادي في الحركة".

        official: he may also sit in what is no more than called a state's ("نائب عن كتلة المستقبل اللبنانية").
        """
        k += official and k < self.names.stop and self.tokens[k].fold in self.pack.word_class("elected-by")
        for _ in range(_SEATED_BY):
            if k >= self.names.stop or self._ends_office(k):
                return None
            inside = next((h for h in self.names.hits(k) if h.prep == _WITHIN and not h.conj and h.name.what == "entity"), None)
            if official and inside is not None and self.memory.entity(inside.name.ref).kind in _BODIES:
                return self.memory.entity(inside.name.ref)  # "عضو بالبرلمان الأوروبي"
            owner, after = self._past_owner(k, None)
            if owner is not None:
                entity = self.memory.entity(owner)
                theirs = official and entity.kind == "state" and any(h.name.what == "adjective" for h in self.names.hits(after - 1))
                return entity if entity.kind in _BODIES or theirs else None
            if (bare := self.titles.home_ministry(k) or self.titles.home_ministry(k, _WITHIN)) is not None:
                return self.memory.entity(bare[0])  # "مصدر مسؤول في وزارة الخارجية"
            k = after
        return None

    def land_of(self, k: int, kinds: tuple[str, ...] = ("",)) -> str | None:
        """ "زعماء القبائل في باكستان", "نواب في البرلمان الكويتي": the country of where they are, told right behind them."""
        for j in range(k, min(k + _SEATED_BY, self.names.stop)):
            seated = self.tokens[j].fold in self.pack.word_class("of-land")
            hit = next((h for h in self.names.hits(j + seated) if h.name.what == "entity" and not h.conj and (seated or h.prep == "ب")), None)
            if hit is not None and hit.name.ref.startswith(kinds):
                return self.memory.entity(self.reading.of_here(j + seated, hit)).country
            if seated and (owner := self.titles.owner(j + 2)) is not None:
                return self.memory.entity(owner[0]).country
            phrase = self.pack.phrase_at(self.tokens, j)
            if seated or not self.reading.is_plain(j) or phrase is not None or self.names.hits(j):
                return None
        return None

    def nations(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "المبادرة السعودية الأمريكية", "مشروعا ألمانيا بلجيكيا": nationalities beside a noun, of which one is written as the name of its state."""
        before = self.tokens[i - 1].fold if hits and i and self.tokens[i - 1].kind == "word" else ""
        definite = before.removeprefix(AND).removeprefix("ب").startswith(_THE) or before.startswith(_TO_THE)
        if not (definite or before.endswith("ا")):
            return []
        refs, at = list[str](), i
        while at < self.names.stop and (more := self._nationality(at, definite, joined=bool(refs))) and more not in refs:
            refs.append(more)
            at += 1
        named = len(refs) > 1 and any(h.name.what == "entity" for k in range(i, at) for h in self.names.hits(k))
        return [self.reading.mention(i, at, tuple(refs), "demonym", "demonym")] if named else []

    def _nationality(self, i: int, definite: bool, joined: bool) -> str | None:
        """The state of a nationality of one word, with an article or in the accusative; joined: "and" may stand on it if it is no state's name."""
        hits, word = self.names.hits(i), self.tokens[i].fold
        told = [(h.name.ref, h.conj) for h in hits if h.name.what == "adjective" and h.article and not h.prep and h.stop == i + 1] if definite else []
        if not definite and word.endswith("ا"):
            told = [(name.ref, conj) for name, conj in self.names.opens[i].nationality]
            told += [(h.name.ref, h.conj) for h in hits if h.name.what == "adjective" and not h.prep and h.stop == i + 1]
        joins = joined and all(h.name.what != "entity" for h in hits)
        return next((ref for ref, conj in told if ref.startswith("state/") and (not conj or joins)), None)

    def _further(self, hit: Hit) -> tuple[tuple[str, ...], int]:
        """The states of one demonym or of several in a row: "الروسية الأميركية", "الروسية والتركية", "روسي - صيني"."""
        refs, stop = [hit.name.ref], hit.stop
        while stop < self.names.stop and len(refs) < 4:
            more = next(
                (
                    h
                    for h in self.names.hits(stop + (self.tokens[stop].fold in _HYPHENS))
                    if h.name.what == hit.name.what == "adjective"
                    and h.article == hit.article
                    and not h.prep
                    and h.name.ref.startswith("state/")
                    and h.name.ref not in refs
                ),
                None,
            )
            if more is None:
                break
            refs.append(more.name.ref)
            stop = more.stop
        return tuple(refs), stop

    def demonym(self, i: int, hits: list[Hit]) -> list[Mention]:
        """A demonym beside a noun that is no agent: kept for the coder, who knows whether the noun is an act ("القصف التركي")."""
        if i and self.tokens[i - 1].fold.removesuffix(_ADVERB) in self.pack.word_class("currency"):
            return []  # "الوصول إلى عشرة ملايين دولار أمريكي"
        by_whom = bool(i) and self.tokens[i - 1].fold.removeprefix(_THE) in self.pack.word_class("backed")
        if by_whom and self.tokens[i].fold.endswith(_ADVERB):
            return []  # "القوات المدعومة إماراتيا": an adverb, read by `relations`
        if any(h.stop < self.names.stop and self.tokens[h.stop].fold in self.pack.word_class("name-particle") for h in hits):
            return []  # "الأمير تركي بن عبدالله": his name
        if bearers := self._by_papers(i, hits):
            return bearers
        for h in hits:
            bare = h.name.what == "adjective" and h.name.ref.startswith("state/") and not h.prep and not self._has_article(i, h)
            told = (self.names.counted(i) or (h.name.number == "d" and self.reading.opens(i))) and not h.conj  # "إفراج الحركة عن أميركيتين"
            if bare and (told or self._is_listed(i, h.conj) or self._one_more(i, h)):  # "12 فلبينيا", "بينهم فرنسيان وألماني"
                return [self.reading.mention(i, h.stop, (h.name.ref,), "state", "agent.people", country=country_of(h.name.ref), conj=h.conj)]
            if self._is_one_man(i, h) or self._is_some_man(i, h):
                country = country_of(h.name.ref)
                return [self.reading.mention(i, h.stop, (h.name.ref,), "state", "agent.man", country=country, conj=h.conj, prep=h.prep)]
            if (
                h.name.what == "adjective"
                and h.name.number == "p"
                and not h.prep
                and h.name.ref.startswith("state/")
                and i
                and self.tokens[i - 1].kind == "word"
                and (self._beside(i, h) or not (h.conj or (h.article and self.tokens[i - 1].form.startswith("ال"))))
            ):  # "مزارعين إثيوبيين"
                country = country_of(h.name.ref)
                return [self.reading.mention(i, h.stop, (h.name.ref,), "state", "agent.people", country=country, conj=h.conj)]
            if self._tells_whose_people(i, h):
                conj, prep = self.names.particles(i - 1)
                country = country_of(h.name.ref)
                return [self.reading.mention(i - 1, h.stop, (h.name.ref,), "state", "agent.people", country=country, conj=conj, prep=prep)]
            if self.tokens[i - 1].fold in self.pack.word_class("each") and not h.article and h.name.number == "s":
                continue  # "كل خليجي", "كل مصري": anybody
            if h.stop < self.names.stop and self.tokens[h.stop].fold in self.pack.word_class("of-sport"):
                continue  # "الاتحاد الأوروبي لكرة القدم"
            if (
                h.name.what == "adjective"
                and (h.name.number == "s" or self._two_alike(i, h))
                and not h.conj
                and not h.prep
                and (h.name.ref.startswith("state/") or h.name.ref in self.pack.word_class("body-adjective"))
                and i
                and self.tokens[i - 1].kind == "word"
            ):
                refs, stop = self._further(h)
                return [self.reading.mention(i, stop, refs, "demonym", "demonym", country=country_of(refs[0]) if len(refs) == 1 else None)]
        return []

    def _by_papers(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "رجلا يحمل الجنسية الكندية", "23 شخصا من التابعية السورية", "رهائن من حملة الجنسية الكندية": people told by whose papers they have."""
        if i < _PAPERS:
            return []
        bearers = i > _PAPERS and self.tokens[i - 2].fold in self.pack.word_class("bearers")
        bearers = bearers and self.tokens[i - _PAPERS].fold in self.pack.word_class("from")
        first = i - _PAPERS - bearers
        bears = bearers or self.tokens[i - 2].fold in self.pack.word_class("bears")
        told = self.tokens[i - 1].fold in self.pack.word_class("papers") and bears
        h = next((h for h in hits if h.name.what == "adjective" and h.name.ref.startswith("state/") and not h.prep), None) if told else None
        if h is None or self.tokens[first].kind != "word":
            return []
        before = self.memory.mentions[-1] if self.memory.mentions else None
        described = self.pack.phrase_at(self.tokens, first)
        if described is not None:  # "فلان الذي يحمل الجنسية الكندية"
            if before is None or before.kind != "person" or before.country or before.last != first:
                return []
            self.memory.mentions.pop()
            span = self.reading.span(before.first, i + 1, before.conj, before.prep)
            return [replace(before, span=span, text=span.of(self.report.text), last=i + 1, country=country_of(h.name.ref))]
        if before is not None and before.last > first:
            if before.country or before.rule != "unnamed":
                return []
            self.memory.mentions.pop()
            first = before.first
        (conj, prep), (refs, stop) = self.names.particles(first), self._further(h)
        country = country_of(refs[0]) if len(refs) == 1 else None
        return [self.reading.mention(first, stop, refs, "state", "agent.people", country=country, conj=conj, prep=prep)]

    def _two_alike(self, i: int, h: Hit) -> bool:
        """ "غارتان إسرائيليتان": a dual behind a dual of the same ending."""
        word, before = self.tokens[i].fold, self.tokens[i - 1].fold if i else ""
        return h.name.number == "d" and any(word.endswith(two) and before.endswith(two) for two in self.pack.word_class("dual-end"))

    def _tells_whose_people(self, i: int, h: Hit) -> bool:
        """ "دعت كندا المعارضين الفنزويليين": a nationality in the plural of people, right behind a noun with its article that no list has."""
        plural = h.name.what == "adjective" and h.name.number == "p" and h.article and not h.conj and not h.prep
        if not plural or not h.name.ref.startswith("state/") or not i or self.tokens[i - 1].kind != "word":
            return False
        word = self.tokens[i - 1].fold.removeprefix(_THE)
        tellers = self.pack.word_class("who")  # "شكك بعض المحللين الكينيين"
        comment = word in tellers or word.removesuffix(NUNATED[1]) + NUNATED[0] in tellers
        hers = self.tokens[i - 1].form.endswith(_HER)  # "محكمي المسابقة الكينيين": of those before it
        return self.reading.is_of_article(i - 1) and not (comment or hers) and not self.reading.ends_mention(i)

    def _one_more(self, i: int, h: Hit) -> bool:
        """ "مسؤولون هنود وأميركيون", "عشرة تايلانديين وفلبيني": people of one more state, behind "and" and people of another, all without article."""
        before = self.memory.mentions[-1] if self.memory.mentions else None
        if before is None or before.last != i or h.conj != AND:
            return False
        people = before.rule in ("agent.people", "unnamed") and before.country not in (None, country_of(h.name.ref))
        return people and not self.tokens[i - 1].fold.startswith(_THE)

    def _is_some_man(self, i: int, h: Hit) -> bool:
        """ "أصيب تركي برصاص", "مقتل فرنسي في مالي": a nationality right behind a verb that it agrees with, or a word of what befalls men?"""
        if h.name.what != "adjective" or h.name.number != "s" or self._has_article(i, h) or h.conj or h.prep:
            return False
        if not i or not h.name.ref.startswith("state/"):
            return False
        before = self.tokens[i - 1].fold
        if before in self.pack.word_class("befalls-man"):
            return h.name.gender == "m"  # "قتل فرنسي", not "إصابة فرنسية"
        verbs = [r.verb for r in self.pack.readings(before) if r.kind == "verb" and r.verb is not None and not r.pronoun]
        alike = any(v.tense == "past" and v.number == "s" and v.gender == h.name.gender for v in verbs)
        someone = before in self.pack.word_class("one-person")  # "لقي طالب سوداني مصرعه": a student
        return alike and not someone and self.reading.is_only_verb(i - 1)

    def _is_one_man(self, i: int, h: Hit) -> bool:
        """ "اعتقال البريطانية نازنين", "زج بالكندي مايكل": somebody told by his nation, with his name behind it, right behind a particle or a
        deed without an article, which an adjective with one cannot describe?"""
        if h.name.what != "adjective" or h.name.number != "s" or not h.article or h.conj or not h.name.ref.startswith("state/"):
            return False
        if h.stop >= self.names.stop or self.tokens[h.stop].kind != "word" or not i:
            return False
        name = self.tokens[h.stop]
        nation = any(x.name.what == "adjective" for x in self.names.hits(h.stop))  # "أعمال اللجنة الغينية الليبيرية": a second one is no name
        if name.fold not in self.pack.word_class("given-name") and (nation or known(name.form)):
            return False
        before = self.tokens[i - 1].fold
        return bool(h.prep) or any(r.kind == "noun" and not (r.article or r.pronoun) for r in self.pack.readings(before))

    def _has_article(self, i: int, h: Hit) -> bool:
        """Has the word an article, and not only letters of its own that look like one ("ألماني")?"""
        return h.article and self.tokens[i].form.removeprefix(h.conj).startswith(_THE)

    def _is_listed(self, i: int, conj: str) -> bool:
        """Does token i go on with people told by their nations: right behind "among them", "they are", or joined to one of them?"""
        if not conj:
            return i > 0 and self.tokens[i - 1].fold in self.pack.word_class("among-them") | self.pack.word_class("they-are")
        before = self.memory.mentions[-1] if self.memory.mentions else None
        if before is None or before.rule != "agent.people" or self.tokens[before.first].form.startswith("ال"):
            return False
        return all(self.tokens[k].kind != "word" or self.names.counted(k + 1) for k in range(before.last, i)) and i - before.last < _LISTED

    def _beside(self, i: int, h: Hit) -> bool:
        """ "إسرائيل والفلسطينيين", "هنأ الوزير أبو الغيط الفلسطينيين": a people beside a state or behind one man, of whom no plural tells."""
        before = self.memory.mentions[-1] if self.memory.mentions else None
        if before is None or before.last != i or not h.article:
            return False
        return before.kind in ("state", "government-body", "armed-group") if h.conj else before.kind == "person" and len(before.entities) == 1

    def _people(self, i: int, hits: list[Hit]) -> list[Mention]:
        for h in hits:
            if h.name.what == "adjective" and self.names.counted(i) and not h.article and (group := self._group_of(i)) and group.kind == _ARMED:
                return [self.reading.mention(i, h.stop, (group.id,), _ARMED, "name", country=group.country, conj=h.conj, prep=h.prep)]  # "8 حوثيين"
            if h.name.what == "people" or (h.name.what == "adjective" and h.name.number == "p" and h.article and h.name.ref.startswith("state/")):
                if h.name.what == "adjective" and i and self.tokens[i - 1].kind == "word" and not h.prep:
                    return []  # "اللاجئين السوريين", but "للسوريين"
                land = next((x for x in self.names.hits(h.stop) if x.name.what == "entity" and x.name.ref.startswith("state/")), None)
                if land is not None and h.name.what == "people" and not h.article and not (land.conj or land.prep):  # "كروات البوسنة"
                    country = country_of(land.name.ref)
                    return [self.reading.mention(i, land.stop, (land.name.ref,), "state", "people", country=country, conj=h.conj, prep=h.prep)]
                self.memory.entity(h.name.ref)
                rule = "agent.people" if self.names.counted(i) and not h.article else "people"  # "ثلاثة أتراك", as "ثلاثة ماليين"
                return [self.reading.mention(i, h.stop, (h.name.ref,), "state", rule, country=country_of(h.name.ref), conj=h.conj, prep=h.prep)]
        return []

    def settle(self, begin: int) -> None:
        """Protesters and civilians without a nationality are those of the place that their sentence names, else of the report's state."""
        for k in range(begin + 1, len(self.memory.mentions)):
            self.memory.mentions[k] = self._counted_from(*self.memory.mentions[k - 1 : k + 1])
        here, dropped = self.memory.mentions[begin:], list[int]()
        for k, m in enumerate(here, begin):
            trade = m.rule == "unnamed" and self._is_of_trade(m.entities[0].removeprefix("unnamed/"))
            if m.rule != "unnamed" or m.country or not (m.entities[0] in _CROWDS or trade):
                continue
            if m.entities[0] == "unnamed/opposition":  # "بين الحكومة السورية والمعارضة": that of the state beside it
                near = [x for x in here if x.country and x.country.isalpha() and x.kind in ("government-body", "state", "people-group", "demonym")]
            else:
                near = sorted((x for x in here if x.country and self._locates(x)), key=lambda x: self._locates(x), reverse=True)
            elsewhere = None if trade or m.entities[0] in _MET else self.topic.home or self.memory.last_place(begin)
            near = self._own_losses(m, here) or near or ([] if trade or m.entities[0] in _MET else self._met_crowd(k))
            state = f"state/{near[0].country}" if near else elsewhere
            if m.entities[0] == _PROTESTERS and self._is_elsewhere(m, here, near, state):
                state = None
            if state is None or state not in self.world.entities:
                if m.entities[0] == "unnamed/opposition":
                    dropped.append(k)  # an opposition is one of somewhere
                continue
            country = country_of(state)
            crowd = self.memory.entities[m.entities[0]]
            ref = f"{crowd.id}-{(country or '').lower()}"
            if ref not in self.memory.entities:
                english = " ".join(filter(None, (self.world.english_adj.get(state, ""), crowd.name("en"))))
                self.memory.entities[ref] = Entity(ref, crowd.kind, ((self.report.language, m.text), ("en", english)), country, None, None, False)
            self.memory.mentions[k] = replace(m, entities=(ref,), country=country)
            for n in range(k + 1, len(self.memory.mentions)):  # "بحثت الحكومة والمعارضة …، واتفق الطرفان"
                later = self.memory.mentions[n]
                if later.rule in ("pair", "parties") and crowd.id in later.entities:
                    self.memory.mentions[n] = replace(later, entities=tuple(ref if e == crowd.id else e for e in later.entities))
        for k in reversed(dropped):
            del self.memory.mentions[k]

    def _is_elsewhere(self, crowd: Mention, here: Sequence[Mention], near: Sequence[Mention], state: str | None) -> bool:
        """Is the crowd where a name of two places stands before the land that was found ("في عمان بعد قصف غزة"), or at the mission of the state that
        nothing but the report itself gives ("المتظاهرون أمام السفارة الإسرائيلية")?"""
        if near:
            return any(x.rule == _AMBIGUOUS and crowd.last <= x.first < near[0].first for x in here)
        met = (x for x in self.memory.mentions if x.kind == "government-body" and f"state/{x.country}" == state)
        return any(e.endswith(_MISSIONS) for x in met for e in x.entities)

    def _counted_from(self, before: Mention, m: Mention) -> Mention:
        """ "خمسة بحارة أوكرانيين وثلاثة من الهند": people of one more state, counted behind "and" and people of another; else the mention itself."""
        first, people = m.first - 2, before.rule.startswith("agent") or before.rule == "unnamed"
        state = m.kind == "state" and m.rule == "name" and not (m.prep or m.conj) and before.country != m.country
        if not people or not state or first - before.last not in (0, 1):
            return m
        word = self.tokens[first]
        joined = word.fold.startswith(AND) if first == before.last else self.tokens[first - 1].fold == AND
        counted = word.kind == "number" or word.fold.removeprefix(AND) in self.pack.number_words
        if not joined or not counted or self.tokens[first + 1].fold not in self.pack.word_class("from"):
            return m
        span = self.reading.span(first, m.last, AND, "")
        return replace(m, span=span, text=span.of(self.report.text), first=first, rule="agent.people", conj=AND)

    def _own_losses(self, m: Mention, here: Sequence[Mention]) -> list[Mention]:
        """ "أعلنت وزارة الدفاع التركية مقتل جنديين في غارة على إدلب": soldiers whose death an army or its ministry announces are its own."""
        befell = any(self.tokens[i].fold in self.pack.word_class("befell") for i in range(max(0, m.first - _COUNTED), m.first))
        befell = befell or any(t.fold in self.pack.word_class("fell") for t in self.tokens[m.last : m.last + 2])  # "إن سبعة جنود قتلوا"
        before = next((x for x in reversed(here) if x.first < m.first and x.kind not in ("place", "demonym")), None)
        if m.entities[0] != _SOLDIERS or not befell or before is None or before.kind != "government-body":
            return []
        announces = before.first > 0 and self.reading.is_saying(before.first - 1)
        arms = self.memory.entity(before.entities[0]).sector == "MIL" or before.entities[0].endswith(_ITS_MINISTRY)
        return [before] if announces and arms else []

    def _met_crowd(self, k: int) -> list[Mention]:
        """ "اقتحم متظاهرون في يريفان المقر …. وطالب المتظاهرون": the crowd of that name and of a known country, met before the k-th mention."""
        m = self.memory.mentions[k]
        if not self.tokens[m.first].fold.removeprefix(m.conj).startswith(_THE):
            return []
        crowd = m.entities[0].removeprefix("unnamed/")
        before = (x for x in reversed(self.memory.mentions[:k]) if x.rule == "unnamed" and x.country and len(x.entities) == 1)
        return [x for x in before if crowd in x.entities[0].removeprefix("unnamed/").split("-")][:1]

    def _locates(self, m: Mention) -> int:
        """How surely a mention says where the sentence happens: 2 behind "in", 1 a place that is no matter and no neighbour, 0 not at all."""
        if m.kind not in ("place", "state") or m.rule.startswith("agent"):
            return 0  # "ضربة بطائرة إسرائيلية": arms are no place
        words = self.pack.word_class("scene")
        before = [self.tokens[i].fold for i in range(max(0, m.first - 3), m.first)]
        if (m.prep and fold(m.prep) == "ب") or any(w in words for w in before[-2:]):
            return 2
        matter = self.pack.word_class("topic-prep")
        beyond = self.pack.word_class("beyond")
        return int(m.kind == "place" and not any(w in matter for w in before[-2:]) and not any(w in beyond for w in before[-1:]))
