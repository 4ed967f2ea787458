"""What keeps a predicate from being an event though a frame of its type fits: one table of gates a stage, each with its reason."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from khabar.coding.draft import FORCE, bases, below, carries, refs
from khabar.coding.ends.search import is_undone
from khabar.coding.status import Status
from khabar.coding.thread import Thread, is_private
from khabar.coding.tree import ACTOR_KINDS, ENVOYS, FROM, IN, WITH, Parsed, Pred, first_person
from khabar.coding.wording import Wording
from khabar.lemmas import whole
from khabar.model import Mention
from khabar.packs import SPEECH, Frame
from khabar.text import fold
from khabar.world import OF_NO_STATE

# Acts that may name nobody at their other end where a power does them; of these, those that must have a matter abroad.
_ABROAD = frozenset(("REQUEST", "REJECT"))
UNADDRESSED = _ABROAD | {"ACCUSE", "SANCTION"}
UNMET = frozenset(("SUPPORT", "COERCE"))  # types that are coded without the other side where no frame of the word has one
_TO = frozenset(("الي", "ل"))
_DONE_TO = frozenset(("SANCTION", "COERCE"))  # told by a noun with whom it hit, they may leave unsaid who did it
_BY = "ب"
_FOR = "ل"
_MATTER = 4  # tokens behind a threat and who makes it in which it is told with what: "لن تتساهل بعد الآن مع"
_UN = "UNO"
_FIRM = "agent.BUS"  # a company of a state
_BESIDE_FIRM = ("demonym", "counterpart")  # beside one: "مجموعة بيرسون البريطانية", "نظيرتها الروسية"
_CIVIL = frozenset(("CVL", "EDU", "JRN", "LAB", "MED", "REF"))  # sectors of people who travel for themselves
_NO_CROWD = ("government-body", "person")
_ON = "علي"
_AGAINST = 12  # tokens behind a war in which its foe stands
_IT = ("ها", "ه")
_ADJECTIVES = 4  # tokens behind "a halt" in which its adjectives stand, and what is halted
_ITS_OWN = ("ها", "هم", "هما")  # ends of a word that is hers or theirs
_REACH = 16  # tokens behind a predicate in which its matter is looked for


@dataclass(slots=True)
class Claim:
    """A predicate read by one frame, while it is asked whether that is an event."""

    pred: Pred
    frame: Frame
    status: str
    parsed: Parsed
    refused: bool  # it is told as not done, by a frame for which that is an act of its own
    parts: dict[str, list[Mention]] = field(default_factory=dict)
    resort: bool = False  # no frame of the predicate has all that it demands: who is met by it may be nobody that we know

    @property
    def above(self) -> Pred | None:
        return self.pred.governor

    def at(self, end: str) -> list[Mention]:
        return self.parts.get(end, [])


class Gate(NamedTuple):
    """Bars claims of these types and modes ("*": all) for which its question is answered with yes."""

    of: str
    bars: Callable[[Gates, Claim], bool]


class Gates:
    """Asks the questions; every one gives an example of what it bars."""

    def __init__(self, thread: Thread, words: Wording, status_of: Status) -> None:
        self.thread, self.words, self.status_of = thread, words, status_of
        self.a, self.pack, self.world, self.entity = thread.a, thread.pack, thread.world, thread.entity

    def bar(self, stage: str, claim: Claim) -> bool:
        """Is there a gate of this stage that the claim does not pass? Stages: words (nobody's part is known yet), found (what its grammar
        gives), whole (with what was found elsewhere)."""
        return any(gate.bars(self, claim) for gate in _gates(stage, claim.frame.type or "", claim.frame.mode or ""))

    # ------------------------------------------------------------------ by its words

    def of_paper(self, c: Claim) -> bool:
        """ "في بيان أرسل إلى الوكالة": the statement was sent."""
        return c.pred.kind == "verb" and self.a.tokens[c.pred.first - 1].fold in self.pack.word_class("paper")

    def of_attack_on_paper(self, c: Claim) -> bool:
        """ "بدأ متشددون الهجوم على الاتفاق": what stands on paper is attacked in words."""
        words = self.pack.word_class("paper") | self.pack.word_class("pact")
        at = next((i for i in range(c.pred.last, min(c.pred.last + _ADJECTIVES, len(self.a.tokens) - 1)) if self.a.tokens[i].fold == _ON), -1)
        return c.pred.kind == "noun" and at >= 0 and not bases(self.a.tokens[at + 1].fold).isdisjoint(words)

    def of_round_of_no_talks(self, c: Claim) -> bool:
        """ "في أعنف جولة من الصراع": of what the rounds are stands right behind the noun, and it is fighting or a vote."""
        at = c.pred.last + 1
        if c.pred.kind != "noun" or self.pack.series(fold(c.pred.lemma)) != "round" or at >= len(self.a.tokens):
            return False
        return self.a.tokens[at - 1].fold == FROM[0] and not bases(self.a.tokens[at].fold).isdisjoint(self.pack.word_class("fought-in-rounds"))

    def of_prayer(self, c: Claim) -> bool:
        """ "دعا الله أن يحفظ البلاد": he prays, and asks nobody for anything."""
        return self.thread.prays(c.pred)

    def of_no_envoy(self, c: Claim) -> bool:
        """ "طرد السفير الأوغندي واستدعاء سفيرها": whose envoy must stand right behind."""
        return c.frame.subject == "recipient" and c.frame.object == "actor" and not self.words.opens(c.pred, c.frame)

    def of_what_is_far(self, c: Claim) -> bool:
        """ "وقف إطلاق النار وإدخال المساعدات": what is ended stands right behind the noun."""
        halts = c.pred.kind == "noun" and not c.frame.verbs and c.pred.lemma in self.pack.word_class("halting")
        return halts and not self.words.opens(c.pred, c.frame)

    def of_attack_stopped(self, c: Claim) -> bool:
        """ "أوقفت روسيا غاراتها على حلب", "توقفت المعارك": what is told is that they end."""
        over = c.pred.governor if c.pred.kind == "noun" and c.pred.link in ("obj", "subj") else None
        return over is not None and over.kind == "verb" and any(f.mode == "ceasefire" and self.words.fits(over, f) for f in over.frames)

    def of_money_freed(self, c: Claim) -> bool:
        """ "أفرج الصندوق عن مليار دولار لباكستان": money is no captive; nor are captives the money paid for them."""
        if fold(c.pred.lemma) not in self.pack.word_class("frees"):
            return False
        tokens, at, stop = self.a.tokens, c.pred.last, min(c.pred.last + _REACH, len(self.a.tokens))
        before = at < len(tokens) and tokens[at].fold in self.pack.prep_pronouns  # "سبعة مليارات أفرج عنها الاتحاد"
        what = next((i + 1 for i in range(at, stop) if tokens[i].fold == FROM[1]), at)
        if what < stop and tokens[what].fold in self.pack.word_class("batch"):  # "دفعة ثانية من الأسرى"
            what = next((i + 1 for i in range(what, min(what + _ADJECTIVES, stop)) if tokens[i].fold == FROM[0]), what)
        while what < stop - 1 and (tokens[what].kind == "number" or self.pack.number_word(tokens[what].fold) is not None):
            what += 1
        near = tokens[max(0, c.pred.first - _ADJECTIVES) : c.pred.first] if before else tokens[what : what + 1]
        money = any(not bases(t.fold).isdisjoint(self.pack.word_class("money-word")) for t in near)
        return money == (c.frame.type == "RETREAT")

    def of_means(self, c: Claim) -> bool:
        """ "أوقفت الشرطة خمسة بالتعاون مع المغرب": what she stopped is not with whose help she did it."""
        if c.pred.kind != "verb" or not c.frame.objects or "ب" in c.frame.parts or c.pred.of_role("object"):
            return False
        near = self.a.tokens[c.pred.last : min(c.pred.stop or c.pred.last, c.pred.last + _REACH)]
        means = self.pack.word_class("jointly")
        return any(t.fold.startswith("ب") and t.fold[1:].removeprefix("ال") in means for t in near) and self.words.met(c.pred, c.frame) <= means

    def of_other_decision(self, c: Claim) -> bool:
        """ "قررت طرد السفير وعدم المشاركة في القمة": of what one decides not to do behind another decision that thing's noun tells."""
        lack = self.pack.word_class("not-doing")
        if not c.frame.objects or not all(words[0] in lack for words in c.frame.objects):
            return False
        tokens = self.a.tokens
        at = next((i for i in range(c.pred.last, min(c.pred.last + _REACH, len(tokens))) if not bases(tokens[i].fold).isdisjoint(lack)), None)
        return at is None or any(child.first < at for child in c.pred.children)

    def of_other_halt(self, c: Claim) -> bool:
        """ "توقف الرحلات بسبب العنف": what a noun of stopping ends stands right behind it, or behind its adjectives ("وقف فوري لإطلاق النار")."""
        tokens, wanted, at = self.a.tokens, c.frame.wanted.every, c.pred.last
        if c.pred.kind != "noun" or not c.frame.objects or not bases(tokens[c.pred.first].fold).isdisjoint(wanted):
            return False
        while at < min(len(tokens), c.pred.last + _ADJECTIVES) and ((p := self.pack.phrase_at(tokens, at)) is None or p.cls in ("skip", "time")):
            if not bases(tokens[at].fold).isdisjoint(wanted):
                return False
            at += 1
        return True

    def of_feeling_told(self, c: Claim) -> bool:
        """ "دفع الحادث إلى غضب شعبي", "بسبب غضبهم": a feeling is an act only where somebody voices it."""
        if c.pred.kind != "noun" or fold(c.pred.lemma) not in self.pack.word_class("felt"):
            return False
        if self.a.tokens[c.pred.first - 1].fold in self.pack.word_class("poured-out"):
            return False  # "صب جام غضبه على"
        voiced = c.pred.link == "obj" or fold(c.pred.link) == FROM[1]  # "أبدى استياءه", "أعرب عن استيائه"
        return c.above is None or not (c.above.says or (voiced and carries(c.above, c.pred.link))) or c.pred.link.startswith(("time", "cause"))

    def of_held(self, c: Claim) -> bool:
        """ "الملتقى سيعقد في أبريل لحل الأزمة": a meeting is held, and complicates nothing."""
        return any(x.link == "subj" and "CONSULT" in x.types for x in c.pred.children)

    def of_comment(self, c: Claim) -> bool:
        """ "لم تعلق الحركة على استئناف المفاوضات", "علق الوزير على المحادثات"."""
        if c.pred.lemma not in self.pack.word_class("comments-on") or c.pred.has_object:
            return False
        on = any(fold(x.link) == _ON for x in c.pred.children) or any(fold(a.prep) == _ON for a in c.pred.args)
        return bool(c.pred.negated) or (c.pred.kind == "verb" and on)

    def of_deal(self, c: Claim) -> bool:
        """ "وقع اتفاق الهدنة": the deal is made here, the truce is what it brings; but "تم تحرير الرهائن" draws up no paper."""
        made = c.above is not None and (carries(c.above, c.pred.link) or "AGREE" in c.above.types)
        return made and any(f.type == "AGREE" and self.words.fits(c.pred, f) for f in c.pred.frames)

    def of_lifting(self, c: Claim) -> bool:
        """ "أعلنت رفع العقوبات المفروضة على"."""
        return any(f.type == "CONCEDE" and self.words.fits(x, f) for x in c.pred.children for f in x.frames)

    def of_denial(self, c: Claim) -> bool:
        """ "نفت الاتهامات": who denies them did not make them."""
        return c.pred.kind == "noun" and c.above is not None and "deny" in c.above.operates

    def of_judged(self, c: Claim) -> bool:
        """ "وصف الاتهامات بأنها غير صحيحة": who judges them did not make them."""
        judged = c.pred.kind == "noun" and c.above is not None and c.above.lemma in self.pack.word_class("describing")
        return judged and (c.pred.definite or bool(c.pred.of_role("genitive")))

    def of_feeling(self, c: Claim) -> bool:
        """ "عبر عن استنكاره": expressed, not crossed."""
        return any(fold(x.link) in FROM[1:] for x in c.pred.children)

    def of_driving(self, c: Claim) -> bool:
        """ "مما دفع الشرطة إلى اعتقال المحتجين": what somebody was driven to do; "دفع بقوات إلى الحدود" sends men to a place."""
        drives = c.pred.kind == "verb" and c.pred.lemma in self.pack.word_class("drives-to")
        near = range(c.pred.last, c.pred.last + _REACH)
        acts = (p for p in self.thread.preds if p.first in near and (p.types - {None} or p.operators))
        return drives and (c.pred.content is not None or any(self.a.tokens[p.first - 1].fold in _TO for p in acts))

    def of_words_offered(self, c: Claim) -> bool:
        """ "تتقدم القوات المسلحة بالعزاء": what is put forward is said, and nobody moves."""
        if c.pred.lemma not in self.pack.word_class("puts-forward"):
            return False
        near, said = self.a.tokens[c.pred.last : c.pred.last + _REACH], self.pack.word_class("put-forward")
        named = itertools.pairwise([*near, *near[-1:]])  # "بالعزاء", "بخالص العزاء"
        return any(t.fold.startswith(_BY) and not (bases(t.fold) | bases(x.fold)).isdisjoint(said) for t, x in named)

    def of_protest_note(self, c: Claim) -> bool:
        """ "استدعته لتقديم احتجاج على السماح للمتظاهرين بالوصول": what is lodged is said to a state; no crowd makes it."""
        lodged = c.above.frames if c.pred.kind == "noun" and c.above is not None and c.pred.link in ("obj", "gen") else ()
        words = bases(self.a.tokens[c.pred.first].fold)
        return any(f.type == "ACCUSE" and not words.isdisjoint(f.wanted.every) for f in lodged)

    def of_term(self, c: Claim) -> bool:
        """ "منح الدبلوماسيين مهلة للمغادرة"."""
        granting = c.above.frames if c.pred.kind == "noun" and c.above is not None else ()
        return c.above is not None and any(f.mode == "expel" and self.words.fits(c.above, f) for f in granting)

    def of_state_of_things(self, c: Claim) -> bool:
        """ "تصرفات إيران تهدد المنطقة"."""
        if c.pred.clause.brought_up:
            return False  # "أما لبنان فهدد": "as for" is no deed of his
        return any(a.gap for a in c.pred.clause.topic) and not c.pred.link.startswith(("time", "cause"))

    def of_reckoning(self, c: Claim) -> bool:
        """ "وعد المسؤول الرسائل دليلا": counted them as one, and promised nothing, which takes "that" or ب."""
        word = self.a.tokens[c.pred.first].fold.removesuffix(c.pred.reading.pronoun or "")
        if c.pred.kind != "verb" or word not in self.pack.word_class("reckons-too") or c.pred.content is not None:
            return False
        stop = min(c.pred.stop or c.pred.last + 1, c.pred.last + _REACH)
        told = any(t.fold.startswith("ب") and (t.fold in self.pack.prep_pronouns or not whole(t.form)) for t in self.a.tokens[c.pred.last : stop])
        return not told and not any(fold(x.link) == "ب" for x in c.pred.children) and not any(fold(a.prep) == "ب" for a in c.pred.args)

    def of_claimed_deed(self, c: Claim) -> bool:
        """ "تبنى التنظيم قتل الجنود في بيان": who claims a deed agrees to nothing."""
        claims = fold(c.pred.lemma) in self.pack.word_class("claims-deed")
        return claims and any(x.link == "obj" and "ASSAULT" in x.types for x in c.pred.children)

    def of_search(self, c: Claim) -> bool:
        """ "يبحث الحزب عن نصر": who looks for something discusses nothing."""
        if c.pred.lemma not in self.pack.word_class("seeks"):
            return False
        behind = {c.pred.last, *(a.mention.last for a in c.pred.subject)}
        return any(i < len(self.a.tokens) and self.a.tokens[i].fold in FROM[1:] for i in behind)

    def of_those_present(self, c: Claim) -> bool:
        """ "حضر اللقاء وزير الخارجية ورئيس الديوان": those of one side who were there at the meeting that has been told."""
        noun = c.pred.kind == "noun"  # "حضر اللقاء الذي جرى في القصر وزير الخارجية"
        verb = c.above if noun and c.pred.link in ("obj", "subj") else c.pred
        if verb is None or verb.kind != "verb" or verb.lemma not in self.pack.word_class("attend") or self.thread.last_meeting is None:
            return False
        met = c.pred if noun else next((p for p in verb.children if "CONSULT" in p.types), None)
        bare = met is not None and bool(met.reading.article) and not met.of_role("genitive")
        men = all(m.kind in ("person", "role") for m in c.at("actor"))
        return bare and men and len(self.thread.countries(c.parts, "actor") - {None}) < 2

    def of_denied_object(self, c: Claim) -> bool:
        """ "قطر لا تتدخل في شؤون أحد"."""
        return c.frame.subject == "recipient" and c.status == "denied" and not c.refused

    def of_rule(self, c: Claim) -> bool:
        """ "لا نستغرب من الإرهابيين هذه الجريمة", "حين لا تشن الغارات": what is never done is not denied to have been done; but "لا يعني قطع
        العلاقات"."""
        carrier = c.pred if c.pred.kind != "noun" or c.above is None else c.above
        if c.above is not None and fold(c.above.lemma) in self.pack.word_class("means"):
            return False
        return c.status == "denied" and not c.refused and carrier.kind != "noun" and carrier.negated in ("x", "")

    def of_words_not_said(self, c: Claim) -> bool:
        """ "لم تستنكر موغيريني هذه الجرائم", "لم يطلب من الكونغرس المزيد": what somebody has not said is no act, unless he himself denies it."""
        told = c.pred.kind == "verb" and c.pred.negated == "past" and c.pred.clause.kind in ("root", "coord", "rel")
        return told and c.status == "denied" and not c.refused

    def of_its_terms(self, c: Claim) -> bool:
        """ "عقوبات تشمل حظر السفر وتجميد الأصول", "تتضمن العقوبات حظر": what sanctions that have been told of consist of."""
        over = c.above
        if c.pred.kind != "noun" or c.pred.link != "obj" or over is None or fold(over.lemma) not in self.pack.word_class("holds-within"):
            return False
        whole = over.clause.antecedent if over.clause.kind == "rel" else next((p for p in over.children if p.link == "subj"), None)
        told = not over.subject and any(d.type == "SANCTION" for d in self.thread.made)  # "عقوبات على إيران تشمل تجميد أصول"
        return "SANCTION" in whole.types if isinstance(whole, Pred) else told

    def of_subsidy(self, c: Claim) -> bool:
        """ "قررت الكويت خفض الدعم على الديزل": fuel and bread are nobody."""
        near = self.a.tokens[c.pred.last : c.pred.last + _REACH]
        subsidy = any(not bases(t.fold).isdisjoint(self.pack.word_class("subsidised")) for t in near)
        return subsidy and any(not bases(t.fold).isdisjoint(self.pack.word_class("subsidy")) for t in near)

    def of_ties_reviewed(self, c: Claim) -> bool:
        """ "استعراض علاقات الصداقة والتعاون", "بحث العلاقات بين البلدين والتنسيق القائم بينهما": part of what is talked of, no work done."""
        if c.pred.kind != "noun" or not c.pred.reading.conj or "sides" in c.frame.needs or not c.pred.definite:
            return False
        before = self.a.tokens[max(self.thread.sentence_start, c.pred.first - _REACH // 2) : c.pred.first]
        return any(not bases(t.fold).isdisjoint(self.pack.word_class("ties-noun")) for t in before)

    def of_no_fact(self, c: Claim) -> bool:
        """ "بحثا سبل تبادل الأسرى": a noun that nobody says to have happened."""
        return c.pred.kind == "noun" and not c.frame.factive and not c.refused and not self.status_of.factual(c.pred, c.frame)

    # ------------------------------------------------------------------ by the parties that its grammar gives

    def of_others_by_noun(self, c: Claim) -> bool:
        """ "عثرت الشرطة على جثته بعد خطفه": not those who are told of elsewhere."""
        return c.pred.kind == "noun" and self.of_others(c)

    def of_others(self, c: Claim) -> bool:
        """The frame asks for people of a kind ("armed", "protesting") and the actors are none."""
        people, who = c.frame.by, c.at("actor")
        return people is not None and not any(self.thread.is_of(people, m) for m in who) and (bool(who) or not self._goes_without_saying(c))

    def of_their_envoy(self, c: Claim) -> bool:
        """ "استدعت السفيرة الإيرانية" ends like "his ambassador"; "أعلنت بغداد استدعاء السفير التركي": nor is he hers."""
        role = "genitive" if c.pred.kind == "noun" and c.frame.genitive == "object" else "object"
        sent = [a.mention for a in c.pred.of_role(role) if a.mention.role in ENVOYS] if c.frame.object == "about" else []
        return bool(sent and c.at("actor")) and all(m.country not in self.thread.countries(c.parts, "actor") for m in sent)

    def of_thing(self, c: Claim) -> bool:
        """ "إن القضية تهدد العلاقات مع ألمانيا": a thing does it."""
        if "recipient" in c.frame.parts.values():
            return False  # "قالت أنقرة إن على روسيا أن تسحب قواتها": the duty is laid on her by a preposition
        if c.pred.kind == "noun" and any(a.mention in c.at("recipient") for a in c.pred.of_role("genitive")):
            return False  # "إنها تأتي على خلفية تورط الوزير الأوغندي في الفساد": his deed, whatever comes of it
        return c.frame.subject == "recipient" and bool(c.pred.clause.plain) and all(m.first > c.pred.first for m in c.at("recipient"))

    def of_unknown_voice(self, c: Claim) -> bool:
        """ "أعلنت مصلحة الأرصاد حالة التأهب": a body of which nothing is known but that it speaks."""
        deed = c.frame.type not in SPEECH or c.frame.mode == "investigate"
        return deed and bool(c.at("actor")) and all(m.rule == "voice" and not m.country for m in c.at("actor"))

    # ------------------------------------------------------------------ by all its parties

    def of_reception(self, c: Claim) -> bool:
        """ "استقبل الرئيس نظيره وبحثا ملف اللاجئين": no aid to the guest."""
        receives = (f for f in c.pred.frames if f.type == "CONSULT" and f.object == "actor")  # not "سلم الوزير نظيره مروحيات"
        return any(m.role for m in c.at("recipient")) and any(self.words.fits(c.pred, f) for f in receives)

    def of_no_country(self, c: Claim) -> bool:
        """ "أعرب الممثل عن سعادته": people of no country, among themselves."""
        countries = self.thread.countries(c.parts, "actor") | self.thread.countries(c.parts, "recipient")
        who = refs(c.parts, "actor", "recipient")
        if c.frame.mode == "release":
            who = {e for e in who if not e.startswith("unnamed/")}  # "جرى إطلاق سراح سبعة جنود"
        asks = c.frame.type == "REQUEST" and c.pred.kind == "verb"  # "اقترحت الأحزاب تأجيل الجلسة": who asks need not be of a land
        return c.frame.type not in FORCE and not asks and bool(who) and not countries - {None}

    def of_no_crowd(self, c: Claim) -> bool:
        """Police and armies storm no gates as a crowd does, and a man alone is none."""
        backers = self.pack.word_class("backers")  # "أغلق أنصار المعارضة جسورا"
        alone = (m for m in c.at("actor") if m.kind in _NO_CROWD and not (m.first and self.a.tokens[m.first - 1].fold in backers))
        return c.frame.type == "PROTEST" and next(alone, None) is not None

    def of_no_army(self, c: Claim) -> bool:
        """ "تقدم متظاهرون نحو القنصلية": a crowd is no army; "قوات المعارضة" are one."""
        who = c.at("actor")
        return bool(who) and all(self.thread.is_of("civil", m) and not self.thread.is_of("armed", m) for m in who)

    def of_whereabouts(self, c: Claim) -> bool:
        """ "في الجانب الذي ينتشر فيه جيشها", "مبان تتمركز فيها الميليشيا", "قرب القاعدة حيث ينتشر ألف جندي": what a clause only describes a place
        by."""
        verb, at = c.pred.reading.verb, c.pred.last
        where = c.pred.first > 0 and self.a.tokens[c.pred.first - 1].fold in self.pack.word_class("where")
        if where and fold(c.pred.lemma) in self.pack.word_class("is-stationed") and verb is not None and verb.tense == "present":
            return True
        behind = self.pack.phrase_at(self.a.tokens, at) if at < len(self.a.tokens) else None
        here = behind is not None and behind.cls == "prep-pron" and behind.value == IN
        return here and c.pred.clause.kind == "rel" and verb is not None and verb.tense == "present"

    def of_truce_of_nobody(self, c: Claim) -> bool:
        return c.pred.kind == "noun" and not refs(c.parts, "actor", "recipient") and not self._peopled(c.parsed)

    def of_nobody(self, c: Claim) -> bool:
        """Nobody does it, though its frame does not stand alone, nor is it told as undone to somebody or as a verdict on a power."""
        if c.at("actor") or self._goes_without_saying(c) or self._is_ground_taken(c):
            return False
        if c.pred.kind == "noun" and c.frame.type in _DONE_TO and c.pred.link.startswith(("time", "cause")):
            return not self.thread.countries(c.parts, "recipient") - {None}  # "بعد طرد السفير الإيراني", "عقب احتجاز سفينة إيرانية"
        if c.frame.type == "ACCUSE" and c.above is not None and "reverse" in c.above.operates and c.at("recipient"):
            return False  # "تعرض الرئيس لانتقادات"
        upon = c.frame.mode == "allege" and any(fold(a.prep) == _FOR and a.mention in c.at("recipient") for a in c.pred.args)
        if upon and self.status_of.goes_on_around(c.pred):
            return False  # "وسط اتهامات للجيش السوداني بقصف الأسواق"
        judged = c.frame.mode == "convict" and any(self._is_power(e) for e in refs(c.parts, "recipient"))  # "حكم على رئيسة الوزراء السابقة بالسجن"
        return not judged and not (is_undone(c.pred, c.frame) and c.at("recipient"))

    def of_nothing(self, c: Claim) -> bool:
        """ "a truce from the heat"."""
        return not any(c.at(p) for p in ("actor", "recipient", "place", "about")) and not self._peopled(c.parsed)

    def of_metaphor(self, c: Claim) -> bool:
        """ "أعلن المصرف الحرب على التضخم بعد أشهر من المناوشات", "حرب كلامية بين البلدين", "الحرب التجارية"."""
        foes, near = self.pack.word_class("no-foe"), self.a.tokens[c.pred.first : min(self.thread.sentence_end, c.pred.last + _AGAINST)]
        if any(b.fold in foes and a.fold in self.pack.word_class("fought-with") for a, b in itertools.pairwise(near)):
            return True  # "حرب خاضتها ضد الإرهاب"
        if c.frame.parts.get("بين") != "actor":
            return False
        behind = self.a.tokens[c.pred.last].fold if c.pred.kind == "noun" and c.pred.last < len(self.a.tokens) else ""
        if behind.removeprefix("ال") in self.pack.word_class("no-war"):
            return True
        return c.pred.link.startswith("time") and not any(c.at(p) for p in ("actor", "recipient", "place"))

    def of_fight_of_nobody(self, c: Claim) -> bool:
        """ "أداة حاضرة في كل المعارك", "تحويل ميزان المواجهات": a fight spoken of, by no sides and at no place, where no verb tells that it was."""
        if c.frame.parts.get("بين") != "actor" or c.pred.kind != "noun" or any(c.at(p) for p in ("actor", "recipient", "place")):
            return False
        told = c.above is None or (c.above.kind != "noun" and (c.pred.link in ("obj", "subj") or fold(c.pred.link) in FROM))
        return not told or (c.above is not None and c.pred.definite and c.pred.link not in ("obj", "subj"))

    def of_voice_at_home(self, c: Claim) -> bool:
        """ "طلبت الشركة السعودية": a body of which nothing is known acts only on somebody abroad; "أكد المستشار الاقتصادي فلان ضرورة": a man
        without an office of a state on somebody."""
        if not c.at("actor") or c.frame.type == "AID" or not all(m.rule == "voice" or self._is_private(m) for m in c.at("actor")):
            return False
        if not any(m.rule == "voice" for m in c.at("actor")):
            return c.frame.type not in FORCE and not self.thread.countries(c.parts, "recipient") - {None}
        at_home = c.frame.type in FORCE or (c.frame.type, c.frame.mode) == ("REQUEST", "yield")  # "دعت هيئة العمل الفلسطيني إلى وقف القتال"
        done_at_home = at_home and all(m.country for m in c.at("actor"))
        return not (done_at_home or self.thread.countries(c.parts, "recipient") - {None} - self.thread.countries(c.parts, "actor"))

    def _is_private(self, m: Mention) -> bool:
        """Is it somebody whom the world does not know, by his name, with no office of a state?"""
        entities = [self.entity(e) for e in m.entities]
        return m.kind == "person" and bool(entities) and not any(e.known or e.sector for e in entities)

    def of_words_by_noun(self, c: Claim) -> bool:
        """ "شن الوزير هجوما على": in words."""
        bare = c.frame.mode is None and all(w in self.pack.operators for words in c.frame.objects for w in words)  # asks for no arms or victims
        return c.pred.kind == "noun" and self._by_person(c) and bare

    def of_words(self, c: Claim) -> bool:
        """ "هاجم الرئيس الفرنسي وجود …": in words; a body that does so strikes."""
        in_words = self._by_person(c) == (c.frame.type == "ASSAULT")
        return in_words and c.pred.kind == "verb" and c.pred.lemma in self.pack.word_class("in-words-too")

    def of_man_alone(self, c: Claim) -> bool:
        """ "وصل قائد القوات", "استقبله لدى وصوله قائد القوات": a man alone is no army; nor does he break into a sky ("دخل النائب الحدود")."""
        if c.pred.kind == "noun" and c.pred.reading.pronoun and not c.frame.verbs:
            return self._by_person(c)
        crosses = c.pred.kind == "verb" and fold(c.pred.lemma) in self.pack.word_class("goes-in")
        return self._by_person(c) and (c.frame.object is None or crosses) and bool(c.frame.verbs)

    def of_standing(self, c: Claim) -> bool:
        """ "تحتل المرتبة": in the present it tells how things stand."""
        verb = c.pred.reading.verb
        present = verb is not None and verb.tense == "present" and c.status in ("happened", "ongoing")
        return present and c.pred.lemma in self.pack.word_class("standing-in-present")

    def of_one_side(self, c: Claim) -> bool:
        """A meeting of one; but "المفاوضات بين الأفغان" has two of one people."""
        between = any(fold(a.prep) == "بين" and a.mention.kind != "person" for a in c.pred.args)
        return not c.refused and not self._meets(c.pred, c.frame, c.parts) and not (between and c.at("actor"))

    def of_held_nobody(self, c: Claim) -> bool:
        """ "طالبت بالإفراج عن ناشط معتقل في فيتنام": an adjective of somebody of whom nothing else is told."""
        adjective = self.pack.passive_participle(self.a.tokens[c.pred.first].fold)
        return adjective is not None and c.pred.clause.kind == "rel" and not any(m.country or m.entities for m in c.at("recipient"))

    def of_bare_noun(self, c: Claim) -> bool:
        bare = c.pred.kind == "noun" and not c.frame.factive and not c.at("actor") and not c.at("recipient")
        return bare and not self._is_ground_taken(c) and not self._came_about(c)

    def _came_about(self, c: Claim) -> bool:
        """ "أدى التوتر إلى إغلاق المعبر", "تم إغلاق الحدود": a deed without a doer, of which a verb tells that it was brought about."""
        over = c.above
        brought = over is not None and over.kind == "verb" and not over.negated and fold(over.lemma) in self.pack.word_class("brings-about")
        return c.frame.alone and c.frame.mode == "restrict" and over is not None and (brought or "passive" in over.operates)

    def of_matter(self, c: Claim) -> bool:
        """ "تعزيز التعاون": a matter."""
        return bool(c.pred.owned)

    def of_carrying_out(self, c: Claim) -> bool:
        """ "تنفيذ الاتفاقيات": what was agreed is carried out."""
        return c.pred.kind == "noun" and c.above is not None and c.above.lemma in self.pack.word_class("carry-out")

    def of_owned_visit(self, c: Claim) -> bool:
        """ "مسألة وصول المفتشين"."""
        return c.pred.kind == "noun" and bool(c.frame.verbs) and bool(c.pred.owned) and not any(a.role == "genitive" for a in c.pred.args)

    def of_errand(self, c: Claim) -> bool:
        """ "زيارته للمستشفى", "زيارة المصابين": a visit to a house or to people at home, of no host that is named."""
        if c.pred.kind != "noun" or c.at("recipient"):
            return False
        at = max([c.pred.last, *(a.mention.last for a in c.pred.of_role("genitive"))])
        words, errand = self.a.tokens[at : at + 2], self.pack.word_class("no-host")
        near = words[1:] if words and words[0].fold in _TO else words[:1]
        return any(not bases(t.fold).isdisjoint(errand) for t in near)

    def of_unknown_visit(self, c: Claim) -> bool:
        """ "البيان الصادر بمناسبة الزيارة", of which nothing was told: the bare noun names neither guest nor host."""
        bare = c.pred.kind == "noun" and bool(c.pred.reading.article) and not c.pred.args and not c.at("recipient")
        return bare and not self.thread.relatives(c.pred) and c.above is not None and c.above.kind != "verb"

    def of_private_visit(self, c: Claim) -> bool:
        """ "وصل الحجاج الإيرانيون إلى جدة", "سافر الفضلي إلى غروزني": people who come for themselves, not for their state."""
        return bool(c.at("actor")) and all(self._comes_for_himself(m) for m in c.at("actor"))

    def _comes_for_himself(self, m: Mention) -> bool:
        """Is it people of no office: by their word, or a man of whom nobody knows who or whose he is?"""
        if m.kind == "person" and m.country is None and not m.role:
            return all(self.entity(e).country is None for e in m.entities)
        if any(self.a.tokens[i].fold in self.pack.word_class("game") for i in range(m.first, m.last)):
            return True  # "وصل رئيس الاتحاد الدولي لكرة القدم": for his sport
        people = m.kind == "people-group" and bool(m.entities) and all(self.entity(e).sector in _CIVIL for e in m.entities)
        return people or (is_private(m) and m.rule.startswith("agent"))

    def of_courtesy_at_home(self, c: Claim) -> bool:
        """ "شكر الوزير السعودي رئيس المؤسسة": thanks and praise within one country, or in a report on no other."""
        if c.pred.lemma not in self.pack.word_class("courtesies"):
            return False
        home = (self.thread.countries(c.parts, "actor") | self.thread.countries(c.parts, "recipient")) - {None}
        matter = {m.country for m in self.thread.within(c.pred.first, c.pred.stop)} - {None}
        return len(home | matter) < 2 and (bool(c.at("recipient")) or len(self.thread.countries_named | home) < 2)

    def _is_firm(self, m: Mention) -> bool:
        """Is it a company: by its word, or by name?"""
        return m.rule == _FIRM or (bool(m.entities) and all(self.entity(e).sector == "BUS" for e in m.entities))

    def _is_chamber(self, m: Mention) -> bool:
        """ "غرفة تجارة الأردن", "اتحاد غرف دول مجلس التعاون": do words for a chamber of commerce stand right before the name?"""
        near = self.a.tokens[max(0, m.first - _ADJECTIVES) : m.first]
        return any(not bases(t.fold).isdisjoint(self.pack.word_class("chamber")) for t in near)

    def of_shared_view(self, c: Claim) -> bool:
        """ "نتفق جميعا على أن التنظيم خطر": what we think alike is no deal."""
        view = c.pred.lemma in self.pack.word_class("sees-alike") and c.pred.reading.verb is not None and c.pred.reading.verb.tense == "present"
        return view and first_person(c.pred, self.a.tokens)

    def of_admission(self, c: Claim) -> bool:
        """ "أقرت الدولتان بأن العقوبات غير فعالة": what is admitted is no deal."""
        at = c.pred.content_start - 1
        return c.pred.lemma in self.pack.word_class("admits") and at >= c.pred.last and self.a.tokens[at].fold.startswith("ب")

    def of_own_surrender(self, c: Claim) -> bool:
        """ "وافق المسؤول السابق على تسليمه إلى القضاء": what a man without an office agrees to is done to himself."""
        theirs = [p for p in c.pred.children if p.reading.pronoun and p.lemma in self.pack.word_class("handing-over")]
        return bool(theirs) and bool(c.at("actor")) and all(self._is_alone(m) for m in c.at("actor"))

    def of_signed_paper(self, c: Claim) -> bool:
        """ "قال في بيان وقعه الرئيس": who alone signs a statement agrees with nobody."""
        alone = len(refs(c.parts, "actor", "recipient")) < 2 and c.frame.parts.get(WITH) == "actor"
        met = self.words.met(c.pred, c.frame) if alone else frozenset()
        return bool(met) and met <= self.pack.word_class("issued-text")

    @staticmethod
    def _is_alone(m: Mention) -> bool:
        """Is it a man who acts for nobody: of no office, out of it, or not of a state's?"""
        return is_private(m) or (m.kind in ("person", "role") and (m.role is None or m.qualifier == "former" or m.country in OF_NO_STATE))

    def of_firms(self, c: Claim) -> bool:
        """ "وقعت سيمنز عقدا مع شركة مصرية", "وافقت شركة يابانية على شراء مجموعة بريطانية": what companies agree among themselves binds no state,
        nor is their leaving a project a retreat."""
        sides = [m for end in ("actor", "recipient", "third") for m in c.at(end)]
        firms = [m for m in sides if self._is_firm(m) or self._is_chamber(m)]
        return bool(firms) and all(m in firms or m.rule in _BESIDE_FIRM for m in sides)

    def of_sympathy(self, c: Claim) -> bool:
        """ "عبر عن أسفه للحادث، مقدما تعازيه": regret beside condolences owns to nothing."""
        condoles = self.pack.word_class("condoles")
        return fold(c.pred.lemma) in self.pack.word_class("sorrow") and any(p is not c.pred and fold(p.lemma) in condoles for p in self.thread.preds)

    def of_others_deed(self, c: Claim) -> bool:
        """ "أعربت تركيا عن أسفها لقيام متطرفين سويديين بحرق": who regrets what people of another land did owns to nothing."""
        mine = self.thread.countries(c.parts, "actor")
        doers = [a.mention for x in c.pred.children if "light" in x.operates for a in x.of_role("genitive")]
        return fold(c.pred.lemma) in self.pack.word_class("sorrow") and any(m.country and m.country not in mine for m in doers)

    def of_talks_held(self, c: Claim) -> bool:
        """ "أجرى الرئيسان مباحثات مشتركة": what they do together is to talk, which is a meeting and no more."""
        return c.pred.kind == "verb" and any(p.link == "obj" and p.types == {"CONSULT"} for p in c.pred.children)

    def of_own_drill(self, c: Claim) -> bool:
        """An army's own drill."""
        return c.pred.kind == "noun" and len(refs(c.parts, "actor", "recipient")) < 2

    def of_own_order(self, c: Claim) -> bool:
        """ "أمر الرئيس الأمريكي وزارة الخزانة", "أوعزت الحركة إلى مقاتليها": who commands his own side asks nobody for anything; "أمر الرئيس وزير
        الداخلية بفتح تحقيق", "وجه الجيش بملاحقة" does, unless the deed is told as his own (`_is_own_order`)."""
        if c.pred.kind != "verb" or fold(c.pred.lemma) not in self.pack.word_class("commands"):
            return False
        mine, theirs = (self.thread.countries(c.parts, part) for part in ("actor", "recipient"))
        told = any((m.kind in ("person", "role") and m.role) or self.thread.is_of("armed", m) for m in c.at("recipient"))
        own_men = any(self.words.has(c.pred, self.pack.word_class(k)) for k in ("own-troops", "own-people"))
        return theirs - {None} <= mine and (own_men or not told)

    def of_home_business(self, c: Claim) -> bool:
        """ "علقت الخطوط الجوية الكينية رحلاتها إلى مومباسا", "قرر مجلس الأمن إنهاء عمل بعثة الأمم المتحدة": what a company or a body stops at home
        is no sanction."""
        home = self.thread.countries(c.parts, "actor") - {None}
        missions = self.pack.word_class("own-mission")
        if home == {_UN} and any(bases(t.fold) & missions for t in self.a.tokens[c.pred.last : c.pred.last + _ADJECTIVES]):
            return True
        return bool(home) and all(map(self._is_firm, c.at("actor"))) and self.thread.countries(c.parts, "recipient") <= home

    def of_home_affair(self, c: Claim) -> bool:
        return not self._between_states(c.pred, c.parts)

    # ------------------------------------------------------------------ what several of them ask

    def _goes_without_saying(self, c: Claim) -> bool:
        """May nobody be named who did it: by its frame, or since men in arms were driven off, or a town was freed from them?"""
        word, args = fold(c.pred.lemma), c.pred.args if c.pred.kind == "noun" or is_undone(c.pred, c.frame) else ()
        role = "prep" if word in self.pack.word_class("retakes") else "genitive" if word in self.pack.word_class("drives-off") else ""
        hit = (a for a in args if a.role == role and (role != "prep" or fold(a.prep) == FROM[0]))
        return c.frame.alone or any(self.thread.is_of("armed", a.mention) for a in hit)

    @staticmethod
    def _is_ground_taken(c: Claim) -> bool:
        """ "بعد تحرير المدينة", "أسفرت العملية عن تطهير البلدة": ground of which it is told what came of its taking; who took it the report tells."""
        told = c.pred.link.startswith("time:after") or fold(c.pred.link) in (IN, FROM[1])
        return c.frame.mode == "seize" and c.pred.kind == "noun" and told and c.status in ("happened", "told")

    @staticmethod
    def _by_person(c: Claim) -> bool:
        return any(m.kind in ("person", "role") for m in c.at("actor"))

    def has_needs(self, claim: Claim) -> bool:
        """Are the parts there that the frame demands? A matter may stand there in plain words, without a mention."""
        pred, frame, parts = claim.pred, claim.frame, claim.parts
        for need in frame.needs:
            if parts.get(need):
                continue
            if need == "sides" and len((self.thread.countries(parts, "actor") | self.thread.countries(parts, "recipient")) - {None}) > 1:
                continue
            if need == "with" and self._has_other(pred, frame):
                continue
            if need == frame.object == "place" and pred.kind == "noun" and pred.reading.pronoun in _IT:
                continue  # "بعد تحريرها من المتمردين"
            if need in ("about", "content", "demand") and (pred.children or pred.stop - pred.last >= 2 or pred.content is not None):
                continue
            if need in ("about", "content") and isinstance(pred.clause.antecedent, Pred) and pred.reading.pronoun:
                continue  # "صفقة أبرمتها موسكو وكييف"
            asks = need == "recipient" and frame.type == "REQUEST" and frame.subject == "actor"
            if asks and self.words.has(pred, self.pack.word_class("addressee")):
                continue  # "طالبت المجتمع الدولي"
            if need == "recipient" and frame.type == "REQUEST" and frame.subject == "recipient" and self._owed_by_all(pred) and parts.get("actor"):
                continue  # "قال إنه يجب على المجتمع الدولي أن يتحرك"
            loose = frame.needs == ("recipient",) and (frame.type in UNADDRESSED or (frame.type == "AID" and frame.objects))
            loose = loose or (frame.needs == ("recipient",) and claim.resort and self._is_own_stand(claim))
            loose = loose or (frame.needs == ("recipient",) and self._holds_out(pred, frame))
            if need == "recipient" and loose and frame.subject != "recipient" and self._is_public(pred, frame, parts):
                continue
            if need == "recipient" and claim.resort and frame.type == "COERCE" and parts.get("actor") and self._is_done_to_them(pred, frame):
                continue
            return False
        return True

    @staticmethod
    def _is_done_to_them(pred: Pred, frame: Frame) -> bool:
        """ "أرغمتهم الشرطة على المغادرة", "احتجز مرتين": does a pronoun or a passive tell of people whom nobody knows, or is it done to people
        only?"""
        over = pred.governor if pred.kind == "noun" and frame.mode == "arrest" else None
        if over is not None and over.kind == "verb" and "light" in over.operates:
            return True  # "قامت الشرطة بالقبض على فلان"
        verb, to_people = pred.reading.verb, frame.mode == "arrest" and not frame.objects
        return pred.kind == "verb" and verb is not None and (bool(pred.reading.pronoun) or verb.passive or to_people)

    def _is_own_stand(self, claim: Claim) -> bool:
        """ "دافع الرئيس عن الاتفاق", "أكد دعمه لإنشاء القوة", "سيواصل الوقوف إلى جانب الأصدقاء": is it told who backs a thing, not only that it is
        backed? Not "ستواصل الدفاع عن حقوقها", which are her own."""
        pred, over = claim.pred, claim.pred.governor
        if claim.frame.type != "SUPPORT" or claim.status == "denied":
            return False
        goes_on = over is not None and over.kind == "verb" and pred.link == "obj" and any(o.cls == "continue" for o in over.operators)
        if pred.kind == "noun" and not (pred.reading.pronoun or goes_on):
            return False
        near = pred.last + _MATTER
        own = any(t.form.endswith(_ITS_OWN) for t in self.a.tokens[pred.last : near])
        home = {m.country for m in claim.at("actor")}
        return not own or any(m.country and m.country not in home for m in self.thread.within(pred.last, near + _MATTER))

    def _owed_by_all(self, pred: Pred) -> bool:
        """Stand those right behind "it is the duty of" who are asked without a name ("يجب على دول المنطقة")?"""
        near = [t.fold for t in self.a.tokens[pred.last : pred.last + 2]]
        asked = self.pack.word_class("those-asked") | self.pack.word_class("addressee")
        return len(near) > 1 and near[0] == _ON and not bases(near[1]).isdisjoint(asked)

    @staticmethod
    def _has_other(pred: Pred, frame: Frame) -> bool:
        """ "تواصل الوزير مع نظيره": does a preposition bring the other side, or do two act?"""
        two = pred.reading.verb is not None and pred.reading.verb.number == "d"
        return two or any(frame.parts.get(fold(a.prep)) == "actor" for a in pred.args if a.prep)

    def _is_public(self, pred: Pred, frame: Frame, parts: Mapping[str, Sequence[Mention]]) -> bool:
        """Is it an act of a state, body or known politician in a report on several countries ("علقت موسكو مشاركتها في الاتفاق"): one that
        may name nobody at its other end? Demands and refusals must at least have a matter that is not the doer's own."""
        who = [
            m
            for m in parts.get("actor", ())
            if m.kind == "role" or any(self._is_power(e) for e in m.entities) or (m.stands_for and self._is_power(m.stands_for))
        ]
        home = {m.country for m in who} | self.thread.countries(parts, "actor")
        if not who:
            return False
        if len(self.thread.countries_named | home) < 2 and not (frame.type == "REQUEST" and pred.kind != "noun"):
            return False
        if frame.type not in _ABROAD or pred.kind != "noun":
            return True
        near = self.thread.within(pred.last, min(pred.stop or pred.last + _REACH, pred.last + _REACH))
        if any((m.country and m.country not in home) or m.kind in ("instrument", "gathering", "conflict", "group") for m in near):
            return True
        return any(f.type for p in below(pred) for f in p.frames)

    def _holds_out(self, pred: Pred, frame: Frame) -> bool:
        """ "هدد بالرد", "لن تتساهل مع أي مساس بسيادة البلاد": a threat that says with what, to whoever it may be. Not "حذر من التصعيد", of which he
        need do nothing himself, nor "كيانات تهدد الاستقرار"."""
        verb = pred.reading.verb
        lasts = pred.kind == "verb" and verb is not None and verb.tense == "present" and not pred.negated
        if frame.type != "THREATEN" or frame.parts.get(FROM[0]) == "content" or pred.kind == "noun" or lasts or (pred.negated and not frame.negated):
            return False
        behind = max([pred.last, *(a.mention.last for a in pred.subject)])
        words = [t.fold for t in self.a.tokens[behind : behind + _MATTER]]
        return any(w in frame.parts or (w[:1] == _BY and _BY in frame.parts and len(w) > 2) for w in words)

    def _is_power(self, ref: str) -> bool:
        entity = self.entity(ref)
        return entity.kind in ("state", "government-body", "organisation", "armed-group", "party") or (
            entity.kind == "person" and entity.known and entity.country is not None
        )

    def _between_states(self, pred: Pred, parts: Mapping[str, Sequence[Mention]]) -> bool:
        """An agreement has two sides, a council that adopts it, or a matter abroad; a parliament's own votes are its own affair."""
        countries = {self.entity(e).country or e for part in ("actor", "recipient", "third") for m in parts.get(part, ()) for e in m.entities}
        if all(e.startswith("person/") and self.entity(e).country is None for e in refs(parts, "actor", "recipient", "third")):
            return False  # a man of whom nobody knows whose he is
        if countries and any(fold(a.prep) == "بين" for p in (pred, *below(pred)) for a in p.args):
            return True  # the other side may be one that nobody knows
        if len(countries) >= 2 or any(c and f"state/{c}" not in self.world.entities for c in countries):
            return True
        if any(f.type in ("CONSULT", "RETREAT") for p in below(pred) for f in p.frames):
            return True  # talks and truces have another side
        if pred.kind == "verb" and self.words.has(pred, self.pack.word_class("put-to-it")) and any(self._answers(e) for e in refs(parts, "actor")):
            return True  # "وافقت أنقرة على المقترح": somebody else's
        abroad = {m.country for m in self.thread.within(pred.last, min(self.thread.sentence_end, pred.last + 25)) if m.country}
        abroad |= {m.country for m in parts.get("about", ()) if m.country} | {
            a.mention.country for p in below(pred) for a in p.args if a.mention.country
        }
        return (
            bool(abroad - countries)
            or self.words.has(pred, self.pack.word_class("foreign"))
            or any(m.kind in ("instrument", "gathering", "conflict", "group") for m in parts.get("about", ()))
            or len(refs(parts, "actor")) >= 2
        )

    def _answers(self, ref: str) -> bool:
        """Does it answer others for its land or its own? A cabinet and a parliament mostly vote on what lies before them at home."""
        entity = self.entity(ref)
        return entity.kind in ("state", "place", "armed-group", "party") or ref.endswith("-government")

    def _meets(self, pred: Pred, frame: Frame, parts: Mapping[str, Sequence[Mention]]) -> bool:
        """A meeting needs two parties, or one and a named gathering, or a visitor."""
        if frame.mode == "visit" and parts.get("recipient"):
            home = self.thread.countries(parts, "actor")
            if home and self.thread.countries(parts, "recipient") <= home:
                return False  # a tour at home
            if refs(parts, "recipient") == {"unnamed/people"}:
                return False  # "قال الرئيس متوجها إلى آلاف الأشخاص": he speaks to them
        who = refs(parts, "actor", "recipient")
        sent = {self.entity(e).country for e in who if not e.startswith("state/")}
        who = {e for e in who if not (e.startswith("state/") and e.rpartition("/")[2] in sent)}  # a minister and his state are one side
        if who and all(e.startswith("unnamed/") and self.entity(e).country is None for e in who):
            return False  # "تقارير تداولتها وسائل إعلام"
        if len(who) >= 2:
            return True
        if frame.mode == "visit":
            return bool(who)
        if who and frame.mode is None and parts.get("third"):
            return True  # "المحادثات السورية برعاية الأمم المتحدة": both sides are Syrian
        envoys = frame.object == "actor" and pred.kind == "verb" and self.words.has(pred, self.pack.word_class("part-of"))
        near = self.thread.within(pred.last, min(pred.stop or pred.last + _REACH, pred.last + _REACH)) if envoys else ()
        if who and any(m.country and m.country not in self.thread.countries(parts, "actor") for m in near):
            return True  # "التقى قادة فصائل في بيروت": people without a name
        if who and fold(pred.lemma) in self.pack.word_class("attend") and self.words.has(pred, self.pack.word_class("many-sided")):
            return True  # "شارك الوزير الكيني في اجتماع وزراء خارجية دول الإيغاد": with others without a name
        bodies = {"organisation", "armed-group", "party", "people-group"}  # a cabinet's own session is no diplomacy
        if frame.mode in ("multilateral", "third-party"):
            return bool(who)
        return bool(who) and all(self.entity(e).kind in bodies and not self._is_nameless(e) for e in who)

    def _is_nameless(self, ref: str) -> bool:
        """Is it one man without a name who sits in a body ("مساعد في الكرملين")? Of him alone no meeting is told."""
        return ref.startswith("unnamed/") and not ref.endswith("s") and self.entity(ref).country is not None

    def _peopled(self, parsed: Parsed) -> bool:
        """Does the sentence name anybody, a place or a war at all?"""
        return any(u.mention is not None and (u.mention.kind in ACTOR_KINDS or u.mention.kind in ("place", "conflict")) for u in parsed.units)


STAGES = {
    "words": (
        Gate("CONSULT", Gates.of_paper),
        Gate("CONSULT", Gates.of_search),
        Gate("COOPERATE", Gates.of_ties_reviewed),
        Gate("expel", Gates.of_no_envoy),
        Gate("SANCTION", Gates.of_what_is_far),
        Gate("release AID", Gates.of_money_freed),
        Gate("SANCTION", Gates.of_means),
        Gate("ACCUSE", Gates.of_held),
        Gate("SANCTION", Gates.of_comment),
        Gate("AGREE", Gates.of_reckoning),
        Gate("AGREE", Gates.of_claimed_deed),
        Gate("RETREAT", Gates.of_deal),
        Gate("ceasefire", Gates.of_other_halt),
        Gate("REJECT", Gates.of_other_decision),
        Gate("disapprove", Gates.of_feeling_told),
        Gate("SANCTION", Gates.of_lifting),
        Gate("ACCUSE", Gates.of_denial),
        Gate("ACCUSE", Gates.of_judged),
        Gate("MOBILIZE", Gates.of_feeling),
        Gate("MOBILIZE", Gates.of_driving),
        Gate("MOBILIZE", Gates.of_words_offered),
        Gate("PROTEST", Gates.of_protest_note),
        Gate("THREATEN", Gates.of_term),
        Gate("THREATEN", Gates.of_state_of_things),
        Gate("ASSAULT", Gates.of_attack_on_paper),
        Gate("ASSAULT", Gates.of_attack_stopped),
        Gate("CONSULT", Gates.of_round_of_no_talks),
        Gate("REQUEST", Gates.of_prayer),
        Gate("ACCUSE REJECT REQUEST SUPPORT THREATEN", Gates.of_words_not_said),
        Gate("SANCTION", Gates.of_subsidy),
        Gate("SANCTION", Gates.of_its_terms),
        Gate("*", Gates.of_denied_object),
        Gate("*", Gates.of_rule),
        Gate("*", Gates.of_no_fact),
    ),
    "found": (
        Gate("*", Gates.of_others_by_noun),
        Gate("withdraw", Gates.of_their_envoy),
        Gate("*", Gates.of_thing),
        Gate("*", Gates.of_unknown_voice),
    ),
    "whole": (
        Gate("AID", Gates.of_reception),
        Gate("discontinue", Gates.of_home_business),
        Gate("*", Gates.of_no_country),
        Gate("riot obstruct", Gates.of_no_crowd),
        Gate("MOBILIZE", Gates.of_no_army),
        Gate("MOBILIZE", Gates.of_whereabouts),
        Gate("ceasefire", Gates.of_truce_of_nobody),
        Gate("*", Gates.of_others),
        Gate("*", Gates.of_nobody),
        Gate("*", Gates.of_nothing),
        Gate("ASSAULT", Gates.of_metaphor),
        Gate("ASSAULT", Gates.of_fight_of_nobody),
        Gate("*", Gates.of_voice_at_home),
        Gate("ASSAULT", Gates.of_words_by_noun),
        Gate("ASSAULT ACCUSE", Gates.of_words),
        Gate("MOBILIZE", Gates.of_man_alone),
        Gate("*", Gates.of_standing),
        Gate("arrest", Gates.of_held_nobody),
        Gate("CONSULT", Gates.of_one_side),
        Gate("CONSULT", Gates.of_those_present),
        Gate("*", Gates.of_bare_noun),
        Gate("COOPERATE SUPPORT AID CONCEDE RETREAT", Gates.of_matter),
        Gate("AGREE", Gates.of_carrying_out),
        Gate("visit", Gates.of_owned_visit),
        Gate("SUPPORT", Gates.of_courtesy_at_home),
        Gate("visit", Gates.of_private_visit),
        Gate("visit", Gates.of_errand),
        Gate("visit", Gates.of_unknown_visit),
        Gate("REQUEST", Gates.of_own_order),
        Gate("COOPERATE", Gates.of_own_drill),
        Gate("COOPERATE", Gates.of_talks_held),
        Gate("AGREE COOPERATE RETREAT", Gates.of_firms),
        Gate("AGREE", Gates.of_shared_view),
        Gate("AGREE", Gates.of_admission),
        Gate("AGREE", Gates.of_own_surrender),
        Gate("AGREE", Gates.of_signed_paper),
        Gate("CONCEDE", Gates.of_sympathy),
        Gate("CONCEDE", Gates.of_others_deed),
        Gate("AGREE", Gates.of_home_affair),
    ),
}


@cache
def _gates(stage: str, type: str, mode: str) -> tuple[Gate, ...]:
    """The gates of a stage that concern events of this type and mode."""
    kind = {"*", type, mode}
    return tuple(gate for gate in STAGES[stage] if not kind.isdisjoint(gate.of.split()))
