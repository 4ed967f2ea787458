"""Parties that do not stand with their act: found in the place, the matter, the speaker, the sentence before."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from khabar.coding.draft import AIMED, DEEDS, NEAR, Draft, bases, below, refs, speakers
from khabar.coding.parts import Parts
from khabar.coding.thread import Thread
from khabar.coding.tree import ACTOR_KINDS, ENVOYS, FROM, Pred
from khabar.coding.wording import Wording
from khabar.model import Mention
from khabar.packs import Frame
from khabar.text import fold

_ASIDE = frozenset(("agent.CVL", "unnamed"))  # experts and observers comment; they do not act
_VALUED = frozenset(("SUPPORT", "REJECT"))
_ANSWERED = frozenset(("SANCTION", "COERCE", "ACCUSE", "REJECT", "ASSAULT", "THREATEN", "MOBILIZE", "REQUEST"))
_BY_NATION = frozenset(("ACCUSE", "SUPPORT", "COERCE", "RETREAT"))  # a nationality beside the object tells whom they reach
_HITS = _BY_NATION | {"SANCTION", "THREATEN", "REJECT", "PROTEST", "REQUEST"}
_WELCOMED = frozenset(("AGREE", "CONSULT", "SUPPORT", "AID", "CONCEDE", "RETREAT"))
_DECIDED = DEEDS | {"SUPPORT", "CONCEDE", "RETREAT", "AGREE"}  # what a third party speaks of as "the step"
_CROWD = "protesters"  # of an unnamed id
_ALONE = frozenset(("RETREAT", "CONCEDE", "AID"))
_TAKEN = frozenset(("COERCE", "ASSAULT", "ACCUSE"))
_FAR = frozenset(("deport", "expel"))  # "رحلت 50 شخصا من تركيا": whence, not whose
_HOSTILE = frozenset(("ACCUSE", "THREATEN", "SANCTION", "REJECT"))
_OFFICIAL = frozenset(("SANCTION", "AID"))  # what is told in the passive by a minister or ministry was done by their state
_THE = "ال"
_HERS = "ها"
_REACH = 16  # acts back, and tokens on, in which the opponent of the report is looked for
_TOGETHER = frozenset(("بين", "مع", "ب"))
_WITHIN = 8  # tokens between a verb and the clause that describes its object


_DONE_TO = frozenset(("SANCTION", "COERCE", "RETREAT", "MOBILIZE", "AID", "CONCEDE"))  # told in the passive, they may name no doer


_ORDERED = frozenset(("SANCTION", "COERCE", "MOBILIZE", "AID"))  # whoever tells of these in the passive speaks for those who did them


def is_passive(pred: Pred) -> bool:
    """Is it a verb in the passive, by its vowel marks or its form?"""
    return pred.reading.verb is not None and pred.reading.verb.passive


def is_undone(pred: Pred, frame: Frame) -> bool:
    """Is it a deed told in the passive ("أُطلق سراح الجنود"), so that nobody need be named who did it?"""
    reaches = frame.object is not None or "recipient" in frame.parts.values()
    return is_passive(pred) and reaches and frame.type in _DONE_TO


class Missing:
    """Looks for actors and recipients step by step, nearest first."""

    def __init__(self, thread: Thread, words: Wording, parts: Parts) -> None:
        self.thread, self.words, self.parts_of = thread, words, parts
        self.a, self.pack = thread.a, thread.pack
        self._hail: dict[int, Mention] = {}  # people without a name -> the state they are from

    def supply(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]], made: list[Draft], passive: bool) -> None:
        """Fills an empty actor or recipient from where else it can stand: the place, the matter, the speaker, the sentence before.

        passive: the act is the object or subject of a verb that names no doer ("took place").
        """
        if (is_undone(pred, frame) or passive) and not parts.get("actor"):
            self._whose_thing(pred, frame, parts)
        if passive and frame.type in _ORDERED and not refs(parts, "actor"):
            said = next(iter(speakers(pred.clause)), None)
            theirs = self.thread.countries(parts, "recipient")
            tellers = self.thread.speaker(said) if isinstance(said, Pred) else [said] if said is not None else ()
            # "أعلن الوزير الكوبي أنه تم طرد السفير": his state did it
            able = [a.mention for a in tellers if self.thread.can_act(a.mention)]
            parts["actor"] = [m for m in able if m.country and m.country not in theirs][:1]
        if frame.type == "ASSAULT" and any(t.fold in self.pack.word_class("victims") for t in self.a.tokens[max(0, pred.first - 3) : pred.first]):
            # "أعلنت الوزارة ارتفاع عدد ضحايا الهجوم الذي استهدف …": who counts the dead did not attack
            parts["actor"] = [m for m in parts.get("actor", ()) if m.first > pred.first]
        if frame.object == "actor" and frame.subject == "recipient" and not parts.get("actor"):
            home = self.thread.countries(parts, "recipient")
            seen = self.thread.within(pred.last, min(pred.stop or pred.last + 12, pred.last + 12))
            parts["actor"] = [m for m in seen if (m.country or m.kind == "demonym") and m.country not in home][:1]  # "رصد طائرة تابعة للجيش الصيني"
        if "own" in parts:  # "استدعت الجزائر السفير الجزائري في باريس": her own, home from there
            if not parts.get("actor"):  # "قال مكتب الرئيس إنه أمر باستدعاء السفير البولندي من مينسك"
                theirs = {m.country for m in parts["own"]}
                parts["actor"] = [a.mention for a in self.thread.voice_over(pred) if self.thread.can_act(a.mention) and a.mention.country in theirs]
            home = self.thread.countries(parts, "actor") - {None}
            parts["own"] = [m for m in parts["own"] if m.country in home]
            hosts = [host for m in parts["own"] for host in self.thread.hosts(m)]
            parts["recipient"] = parts.get("recipient") or hosts
        if frame.mode == "expel" and not parts.get("actor"):
            theirs = self.thread.countries(parts, "recipient")
            states = [m for m in (*parts.get("about", ()), *parts.get("place", ())) if m.kind == "state"]
            hosts = [h for m in parts.get("recipient", ()) if m.role in ENVOYS for h in self.thread.hosts(m)]
            # "طرد السفير الهندي من كندا", "المجلس العسكري أعطى السفير الفرنسي في باماكو مهلة للمغادرة"
            parts["actor"] = [m for m in (*states, *hosts) if m.country not in theirs][:1]
        envoys = [m for m in parts.get("actor", ()) if m.role in ENVOYS] if frame.mode == "expel" else []
        if envoys:  # "قرار البحرين باعتبار السفير النرويجي شخصا غير مرغوب فيه": no envoy expels
            theirs = {m.country for m in envoys}
            hosts = [m for p in ("actor", "recipient") for m in parts.get(p, ()) if m.country and m.country not in theirs]
            parts["actor"], parts["recipient"] = hosts[:1], envoys
        if frame.mode == "expel" and not parts.get("recipient") and pred.content is not None:
            parts["recipient"] = [a.mention for a in pred.content.topic if self.thread.can_act(a.mention)][:1]  # "أعلنت أن السفير غير مرغوب فيه"
        if frame.type == "AGREE" and len(refs(parts, "actor")) == 1 and any(fold(a.prep) == "مع" for a in pred.args) and not pred.subject:
            said = next((x for x in speakers(pred.clause) if isinstance(x, Pred)), None)  # "قال إن الاتفاق مع الولايات المتحدة أُقر"
            ours = [a.mention for a in self.thread.speaker(said) if self.thread.can_act(a.mention)] if said is not None else []
            parts["actor"] += [m for m in ours[:1] if m.country not in self.thread.countries(parts, "actor")]
        if frame.type == "AGREE" and refs(parts, "actor") and (pred.kind == "verb" or len(refs(parts, "actor")) == 1):
            home = self.thread.countries(parts, "actor") | refs(parts, "actor")
            terms = [r for c in below(pred) for rel in self.thread.relatives(c) for r in (rel, *below(rel))]
            shared = [p for p in (*below(pred), *terms) if not self._is_of_one(p)]  # not "على الإفراج عن سجناء في سياق التقارب مع بولندا"
            with_whom = (a.mention for p in shared for a in p.args if fold(a.prep) == "مع" and self.thread.can_act(a.mention))
            deeper = (m for m in with_whom if not self._is_of_matter(m))
            parts["actor"] += [m for m in deeper if not home & {*m.entities}][:1]  # "وقعت الحكومة اتفاقا يضمن وقف القتال مع الحركة"
        if frame.type == "RETREAT" and frame.mode == "ceasefire" and not refs(parts, "actor", "recipient"):
            earlier = reversed([*self.thread.drafts[-_REACH:], *made])
            deal = next((d for d in earlier if (d.type == "AGREE" or d.mode == "ceasefire") and len(refs(d.parts, "actor")) > 1), None)
            parts["actor"] = list(deal.parts["actor"]) if deal is not None else []  # "ويشمل الاتفاق وقفا لإطلاق النار"
        if frame.type in ("SANCTION", "COERCE") and not parts.get("recipient"):
            home = self.thread.countries(parts, "actor")
            staff = [m for p in ("about", "place", "third") for m in parts.get(p, ()) if m.kind == "government-body" and m.country not in home]
            if staff:
                parts["recipient"] = staff[:1]  # "طرد 12 موظفا من السفارة الفرنسية"
        if passive and frame.type in _OFFICIAL and not parts.get("actor"):
            said = next((x for x in speakers(pred.clause) if isinstance(x, Pred)), None)  # "أعلن الوزير أنه تم منح السفير مهلة"
            theirs = self.thread.countries(parts, "recipient")
            ours = [a.mention for a in self.thread.speaker(said)] if said is not None else []
            parts["actor"] = [m for m in ours if m.country and m.country not in theirs and (m.kind == "government-body" or m.role)][:1]
        if frame.type == "SANCTION" and not parts.get("recipient"):
            home = self.thread.countries(parts, "actor")
            parts["recipient"] = self._put_off(pred, home)
        if frame.type == "SANCTION" and not parts.get("recipient"):
            home = self.thread.countries(parts, "actor")
            deals = [m for p in ("about", "place") for m in parts.get(p, ()) if m.kind == "instrument"]
            deals += [a.mention for c in pred.children if c.link == "obj" for a in c.args if a.mention.kind == "instrument"]
            sides = {s for m in deals for e in m.entities for s in self.thread.world.matters.get(e, ())}
            if home and len(sides) == 2 and any(self.thread.entity(s).country in home for s in sides):  # India's treaty is with Pakistan
                others = tuple(s for s in sides if self.thread.entity(s).country not in home)
                parts["recipient"] = [replace(deals[0], entities=others, kind="state", country=self.thread.entity(others[0]).country)]
        if frame.type == "SANCTION" and all(m.rule == "unnamed" and not m.country for m in parts.get("recipient", ())):
            home = self.thread.countries(parts, "actor")
            whose = list(parts.get("recipient", ()))
            inside = [a.mention for p in (pred, *pred.children) for a in p.args if whose and fold(a.prep) in ("ب", "في")]
            near = [m for m in self.thread.states_of(parts.get("place", ())) if home and m.country not in home][:1]  # "أغلقت الحدود مع غزة"
            parts["recipient"] = [m for m in inside if m.kind == "state"] or whose or near  # "عقوبات على مسؤولين في ميانمار"
        if frame.type == "SANCTION" and not parts.get("recipient"):
            home = self.thread.countries(parts, "actor") - {None}  # "أعربت النرويج عن أسفها إزاء الحادث الذي دفع السويد إلى تعليق التعاون"
            sorry = next((d for d in made if d.type == "CONCEDE" and home and self.thread.countries(d.parts, "recipient") == home), None)
            parts["recipient"] = list(sorry.parts.get("actor", ())) if sorry is not None else []
        if frame.type == "SANCTION" and not parts.get("recipient") and self.words.has(pred, self.pack.word_class("visa")):
            home = self.thread.countries(parts, "actor")
            bearers = [a.mention for a in pred.args if not a.prep and a.role in ("loose", "object", "genitive") and self.thread.can_act(a.mention)]
            parts["recipient"] = [m for m in bearers if m.country and m.country not in home][:1]  # "ألغت تأشيرة المبعوث البلجيكي"
        if frame.type == "SANCTION" and pred.clause.kind == "rel" and not parts.get("recipient"):
            over = pred.clause.parent
            refused = next((d for d in reversed(made) if d.type in ("REJECT", "ACCUSE") and d.pred.clause is over), None)
            if refused is not None and refs(refused.parts, "recipient") & refs(parts, "actor"):
                parts["recipient"] = list(refused.parts["actor"])  # "ترفض العقوبات التي فرضتها واشنطن": on her
        if frame.type in ("SANCTION", "CONCEDE") and pred.kind == "noun" and parts.get("actor") and not parts.get("recipient"):
            parts["recipient"] = self._answers(pred, parts) if self.words.has(pred, self.pack.word_class("measure")) else []
        if frame.mode == "discontinue" and frame.subject == "about" and not parts.get("actor"):
            parts["actor"] = self._joined_before(pred)
        if frame.type in DEEDS:  # "على الحدود المصرية الفلسطينية": what Egypt does there is done to the other
            home = self.thread.countries(parts, "actor")
            parts["recipient"] = [
                replace(m, entities=tuple(e for e in m.entities if self.thread.entity(e).country not in home)) if len(m.entities) > 1 else m
                for m in parts.get("recipient", ())
            ]
        if frame.type == "COERCE" and frame.mode in ("arrest", "deport") and not parts.get("actor"):
            here = [state for m in parts.get("place", ()) if (state := self.thread.state_of(m)) is not None]
            here += [m for m in parts.get("place", ()) if m.kind == "state"]
            parts["actor"] = here[:1]  # who is arrested in a country is arrested by it
        if frame.mode == "release":
            theirs = self.thread.countries(parts, "recipient") - {None}
            if frame.subject == "recipient" or self.thread.countries(parts, "actor") <= theirs:  # "أعلنت باريس الإفراج عن فرنسيين كانوا محتجزين في"
                parts["actor"] = self._captor(pred, parts) or parts.get("actor", [])
            parts["recipient"] = parts.get("recipient") or self._own_people(pred, parts)  # "إطلاق سراح مواطنها المعتقل في فنزويلا"
            self._in_return(pred, parts, made)
        if frame.type == "COERCE" and all(m.rule in ("unnamed", "people") and not m.country for m in parts.get("recipient", ())):
            home = self.thread.countries(parts, "actor")
            parts["recipient"] = [m for m in self._among(pred) if m.country not in home] or parts.get("recipient", [])
        if (frame.type in _TAKEN and frame.mode not in _FAR) or frame.mode == "release":
            parts["recipient"] = self._from_there(pred, parts)
        if frame.mode == "targeted" and not parts.get("recipient"):
            parts["recipient"] = [a.mention for a in pred.args if a.mention.kind in ("armed-group", "party")][:1]  # "اغتيال قيادي في حماس"
        nobody = not self.thread.countries(parts, "actor") - {None}
        if frame.type == "COERCE" and frame.alone and not frame.mode and nobody and not parts.get("recipient"):
            before = [m for m in self.thread.within(self.thread.preds[0].first if self.thread.preds else pred.first, pred.first) if m.kind == "state"]
            says = {e for a in self.thread.outer_subject(pred.governor) for e in a.mention.entities} if pred.governor is not None else set()
            before = [m for m in before if not says & {*m.entities}]
            parts["recipient"] = self._here(pred, parts) if parts.get("place") else before[-1:] or self._here(pred, parts)  # a coup is its country's
        if frame.type == "ASSAULT" and parts.get("place"):  # "استهدفت طهران جماعة إيرانية في باكستان"
            home = self.thread.countries(parts, "actor")
            parts["recipient"] = [m for m in parts.get("recipient", ()) if m.kind != "demonym" or m.country not in home]
        if frame.type == "ASSAULT" and pred.kind == "noun" and not parts.get("recipient"):
            home = self.thread.countries(parts, "actor")  # "هجوم إيراني داخل أراضيها"
            parts["recipient"] = [m for m in self._own_people(pred, parts) if m.country not in home - {None}]
        if frame.type == "CONCEDE" and frame.parts.get("عن") == "about" and not parts.get("recipient"):
            parts["recipient"] = self._wronged(pred, parts)
        if frame.type == "MOBILIZE" and frame.object == "recipient" and not parts.get("recipient"):
            home = self.thread.countries(parts, "actor") - {None}  # "مسيرات روسية انتهكت مجالها الجوي"
            owned = home and self.words.has(pred, self.pack.word_class("own-air"))
            voices = [a.mention for p in self.thread.preds if p.says and p.first < pred.first for a in self.thread.subject(p)] if owned else []
            named = [m for m in self._own_people(pred, parts, "own-air") if m.country not in home]
            parts["recipient"] = (named or [m for m in voices if m.country and m.country not in home and self.thread.can_act(m)])[:1] if owned else []
        if frame.type in ("MOBILIZE", "AID", "ASSAULT") and not parts.get("recipient"):
            home = self.thread.countries(parts, "actor")
            there = self.thread.states_of(m for p in ("place", "about") for m in parts.get(p, ()))
            if frame.type == "MOBILIZE" and home - {None} and (entered := self._own_space(pred, parts)):
                parts["recipient"] = entered
            elif home - {None} and (frame.type != "MOBILIZE" or len(home) == 1):  # armies that train together aim at nobody
                parts["recipient"] = [m for m in there if m.country not in home][:1]  # "أرسلت قوات إلى ليبيا"
            elif frame.type == "AID":
                parts["recipient"] = there[:1]  # "دخلت شاحنات مساعدات إلى غزة": whoever sent them
            elif frame.type == "ASSAULT" and frame.parts.get("بين") != "actor":
                parts["recipient"] = self._premises_near(pred) or self._here(pred, parts)  # whom an unnamed hand hits in Mali is Mali's
        if frame.mode == "release" and not parts.get("recipient"):  # "أطلقت إسرائيل 39 أسيرا فلسطينيا"
            home = self.thread.countries(parts, "actor")
            parts["recipient"] = [m for m in parts.get("about", ()) if m.rule.startswith("agent") and m.country and m.country not in home]
        fought = frame.type in ("ASSAULT", "COERCE") or frame.mode == "release"
        if fought and parts.get("actor") and not self.thread.countries(parts, "recipient") - {None}:
            ways = (("recipient", "actor"), ("actor", "recipient"))  # "نفذ عشرات الغارات": against those whom he fights
            known = all(m.rule == "unnamed" for m in parts.get("recipient", ()))
            parts.setdefault("recipient", []).extend(self._opponent(pred, parts, made, ways, ("ASSAULT",)) if known else ())
        if frame.type == "ASSAULT" and frame.object == "recipient" and not parts.get("actor"):
            parts["actor"] = self._by_weapon(pred, parts) or self._boasted(pred, parts)
        struck = frame.object == "recipient" or "recipient" in frame.needs
        if frame.type == "ASSAULT" and struck and not any(m.country for m in parts.get("recipient", ())):
            parts["recipient"] = self._own_people(pred, parts) or parts.get("recipient", [])
        if frame.mode == "crowd-control" and not parts.get("recipient"):
            dispersed = (m for m in self.thread.within(pred.last, self.thread.sentence_end) if m.rule == "unnamed")
            parts["recipient"] = [m for m in dispersed if m.entities and m.entities[0].endswith(_CROWD)][:1]  # "لتفريق متظاهرين"
        if frame.mode == "crowd-control" and not parts.get("recipient"):  # "هاجم متظاهرون السفارة، وردت الشرطة بالغاز المسيل للدموع"
            riot = next((d for d in reversed([*self.thread.drafts[-4:], *made]) if d.type == "PROTEST" and d.parts.get("actor")), None)
            parts["recipient"] = list(riot.parts["actor"]) if riot is not None else []
        if frame.type == "PROTEST":
            staff = [m for m in parts.get("place", ()) if m.kind == "government-body"]
            if staff and not parts.get("recipient"):
                parts["recipient"] = staff[:1]  # "أمام السفارة الأميركية"
            if not parts.get("recipient"):
                parts["recipient"] = self._against(pred)
            if not parts.get("actor"):
                parts["actor"] = self._here(pred, parts)  # a crowd is of its place
        if frame.type == "AID" and not parts.get("recipient"):
            home = self.thread.countries(parts, "actor")
            near = self.thread.states_of(m for m in self.thread.within(pred.last, min(pred.stop or pred.last, pred.last + 25)))
            parts["recipient"] = [m for m in near if home - {None} and m.country not in home][:1]  # "طائرة لإغاثة متضرري الزلزال في تركيا"
        if frame.type == "AID" and not parts.get("recipient"):
            parts["recipient"] = self._helped(parts)
        if frame.type == "AID" and parts.get("recipient") and not self.thread.countries(parts, "recipient") - {None}:
            parts["recipient"] += self.thread.states_of(parts.get("place", ()))[:1]  # "سلال غذائية على النازحين في السودان"
        if frame.type == "AID" and not parts.get("actor"):
            near = [m for m in self.thread.within(pred.last, min(pred.stop or pred.last, pred.last + 5)) if m.kind == "demonym"]
            near += [a.mention for a in pred.args if a.role == "loose" and not a.prep and a.mention.kind == "state"]
            parts["actor"] = list(parts.get("initiator", ())) or near[:1]  # "مساعدات مقدمة من الكويت", "طائرة مساعدات كويتية"
        if frame.type == "AID" and not parts.get("actor") and pred.kind == "noun" and fold(pred.lemma) in self.pack.word_class("on-the-way"):
            theirs = self.thread.countries(parts, "recipient")  # "أفادت الوزارة العمانية بوصول ثلاث طائرات إغاثة إلى المغرب"
            sender = self.thread.subject(pred.governor) if pred.governor is not None and pred.governor.says else ()
            parts["actor"] = [a.mention for a in sender if a.mention.country and a.mention.country not in theirs][:1]
        if frame.type == "ACCUSE" and not parts.get("actor") and passive:
            parts["actor"] = self.thread.states_of(parts.get("place", ()))[:1]  # "جرى استدعاء السفير في بغداد"
        if frame.type == "ACCUSE" and not parts.get("actor"):  # "استدعاء السفير التركي إلى وزارة الخارجية البلغارية"
            parts["actor"] = [a.mention for a in pred.args if fold(a.prep) in ("الي", "ل") and a.mention.kind == "government-body"][:1]
        undergone = passive or is_passive(pred)
        if frame.type in ("ACCUSE", "SANCTION") and not parts.get("actor") and undergone:
            posted = [host for m in parts.get("recipient", ()) if m.role in ENVOYS for host in self.thread.hosts(m)]
            parts["actor"] = posted[:1]  # "استُدعي السفير الإيراني في الكويت"
        if frame.type in AIMED and undergone and not parts.get("actor") and parts.get("recipient"):  # "استُدعي السفير … وتم تسليمه مذكرة"
            parts["actor"] = self._who_did(parts, made)
        granted = (passive or is_undone(pred, frame)) and frame.mode == "expel"  # "أعلن الوزير أنه تم منح الدبلوماسيين مهلة للمغادرة"
        by_mouth = frame.type == "ACCUSE" or (frame.subject == "recipient" and frame.mode != "release")
        if (by_mouth or frame.when == "if" or granted) and not parts.get("actor"):
            parts["actor"] = [a.mention for a in self.thread.voice_over(pred) if self.thread.can_act(a.mention) and a.mention.rule not in _ASIDE]
        if frame.subject == "recipient":  # "قال إنه يجب وقف القتال": he asks it of nobody
            parts["recipient"] = [m for m in parts.get("recipient", ()) if not {*m.entities} & refs(parts, "actor")]
        if frame.type == "REQUEST" and not parts.get("recipient"):
            parts["recipient"] = self._who_would_meet(pred) or self._refuser(pred)
        if frame.type == "REJECT":  # "رفضت دعوة الصين إزالة سفينة للبحرية الماليزية": whose call it was, not who owns what it is about
            calls = [c for c in pred.children if c.link == "obj" and "REQUEST" in c.types]
            callers = [a.mention for c in calls for a in c.args if a.role == "genitive" and self.thread.can_act(a.mention)]
            parts["recipient"] = [m for m in callers if not {*m.entities} & refs(parts, "actor")][:1] or parts.get("recipient", [])
        if frame.type in _VALUED and not parts.get("recipient"):
            self._valued(pred, parts)
        if frame.type in _HITS and frame.mode != "ceasefire" and not parts.get("recipient"):
            self._aimed_within(pred, frame, parts)
        if is_undone(pred, frame) and frame.type in ("SANCTION", "RETREAT") and not parts.get("actor"):
            parts["actor"] = self._there(pred, frame, parts)
        told_of = frame.subject == "recipient" or frame.when == "if"
        if frame.type in AIMED and not parts.get("recipient"):  # "احتج السفير الكوبي لدى بنما": with those to whom he is sent
            home = self.thread.countries(parts, "actor")
            sent = [m for m in parts.get("actor", ()) if m.role in ENVOYS]
            parts["recipient"] = [h for m in sent for h in self.thread.hosts(m) if h.country not in home]
        told_of = told_of or (frame.type == "REQUEST" and self._is_addressed(pred))
        spared = frame.type == "SANCTION" and bool(pred.negated or (pred.governor is not None and pred.governor.negated))
        told_of = told_of or spared  # "لم تقم بطرد سفراء تلك الدول": others than the one of whom it was told before
        if frame.type == "ACCUSE" and pred.kind == "noun" and not parts.get("recipient"):
            parts["recipient"] = self._summoned(pred, self.thread.countries(parts, "actor"))
        if frame.type in AIMED and frame.type != "SUPPORT" and not parts.get("recipient") and not pred.of_role("object") and not told_of:
            self._aimed_before(pred, parts, made)
        told = pred.clause.antecedent if pred.clause.kind == "rel" and frame.type == "ACCUSE" and not parts.get("recipient") else None
        for d in made if isinstance(told, Pred) else ():
            if d.pred is told:  # "قام رئيس تايوان بزيارة اعتبرتها الصين استفزازية": who made it
                parts["recipient"] = list(d.parts.get("actor", ()))
        if frame.type in ("ACCUSE", "REJECT") and not parts.get("recipient") and self.words.has(pred, self.pack.word_class("answered")):
            self.answered(parts, made)
            parts["recipient"] = parts.get("recipient") or self._claimed(pred, parts)
        if frame.type == "COERCE" and all(m.kind == "government-body" for m in parts.get("actor", ())):
            home = self.thread.countries(parts, "actor") - {None}
            land = next(iter(home)) if len(home) == 1 else None
            crowd = parts.get("recipient", ())  # "أوقفت الشرطة الروسية بعض المحتجين": people of that country
            parts["recipient"] = [replace(m, country=land) if m.rule == "unnamed" and not m.country else m for m in crowd]
        judges = frame.type in ("ACCUSE", "REJECT", "SUPPORT")
        if judges and not parts.get("recipient") and self.words.has(pred, self.pack.word_class("decided")):
            parts["recipient"] = self._decider(parts, made)
        if judges and not parts.get("recipient") and self.words.has(pred, self.pack.word_class("deal")):
            parts["recipient"] = self._dealers(parts, made)
        if frame.mode == "expel" or frame.type == "ACCUSE":
            parts["recipient"] = [self._whose_envoy(pred, m, parts, made) for m in parts.get("recipient", ())]
        if frame.type == "COERCE" and not parts.get("recipient"):
            who = refs(parts, "actor")
            last = next((d for d in reversed(made) if d.type == "COERCE" and who and who == refs(d.parts, "actor")), None)
            parts["recipient"] = list(last.parts.get("recipient", ())) if last is not None else []  # "احتجزت ثلاث سفن أوكرانية واعتقلت 20 بحارا"
        if frame.type == "REQUEST" and frame.subject == "recipient" and not parts.get("recipient") and pred.content is not None:
            home, asked = self.thread.countries(parts, "actor"), pred.content.verb
            parts["recipient"] = [  # "يجب أن توقف إيران هجماتها"
                a.mention for a in (asked.subject if asked is not None else ()) if self.thread.can_act(a.mention) and a.mention.country not in home
            ]
        nameless = all(m.rule == "unnamed" and not m.country for m in parts.get("recipient", ()))  # "عقوبات على مسؤولين"
        if frame.type in _HOSTILE and nameless and parts.get("actor") and not spared:
            ways = (("recipient", "actor"), ("actor", "recipient"))  # who refuses answers what was done to him
            parts.setdefault("recipient", []).extend(self._opponent(pred, parts, made, ways[: 1 if frame.type == "REJECT" else 2]))
        if frame.type == "REQUEST" and not parts.get("recipient") and self.words.has(pred, self.pack.word_class("fighting")):
            states = [a.mention for p in (pred, *below(pred)) for a in p.args if a.mention.kind == "state" and fold(a.prep) == "في"]
            if len({m.entities for m in states}) == 1:
                parts["recipient"] = states[:1]
                parts.setdefault("about", []).extend(states[:1])  # an end to the fighting in a country is asked of those who fight there

    def _whose_thing(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]]) -> None:
        """ "قُطعت المساعدات الأميركية", "نُشرت قوات فرنسية", "أعيد فتح المجال الجوي الباكستاني": whose the thing is tells who acted."""
        whose = [a.mention for c in pred.children if c.link == "subj" for a in c.args if a.role == "genitive"]
        if frame.type == "MOBILIZE":
            whose += [m for m in parts.get("about", ()) if m.rule.startswith("agent")]
        if frame.type == "CONCEDE" and frame.object == "about":
            whose += [m for m in self.thread.within(pred.last, min(pred.stop or pred.last + 6, pred.last + 6)) if m.kind == "demonym"]
        theirs = self.thread.countries(parts, "recipient")
        parts["actor"] = [m for m in whose if m.country not in theirs and not {self.thread.entity(e).country for e in m.entities} & theirs][:1]
    def _opponent(
        self,
        pred: Pred,
        parts: Mapping[str, Sequence[Mention]],
        made: Sequence[Draft],
        sides: Sequence[tuple[str, str]],
        types: Container[str] = _ANSWERED,
    ) -> list[Mention]:
        """The state against which, or which against it, the actor's acted in the report, if it is the only one and no other is named here."""
        home = self.thread.countries(parts, "actor")
        if any(m.kind not in ("state", "government-body", "person", "role", "place") or m.rule == "agent.people" for m in parts["actor"]):
            return []
        near = {m.country for m in self.thread.within(pred.last, min(pred.stop or pred.last, pred.last + _REACH)) if m.country} - home
        found: dict[str | None, Mention] = {}
        asked = [d for d in (*self.thread.drafts[-_REACH:], *made) if d.type == "REQUEST" and self.thread.countries(d.parts, "recipient") == home]
        askers = [m for m in asked[-1].parts.get("actor", ()) if m.country not in home] if asked and len(home) == 1 and not near else []
        if "REJECT" in pred.types and askers:
            return askers  # "طالبت واشنطن ودول آسيان الصين … أما بكين فرفضت"
        for d in (*self.thread.drafts[-_REACH:], *made):
            if d.type not in types or d.status == "denied":
                continue
            for one, other in sides:
                if self.thread.countries(d.parts, one) == home and len(home) == 1:
                    for m in d.parts.get(other, ()):
                        if m.country and m.country not in home:
                            found[m.country] = m
        return list(found.values()) if len(found) == 1 and near <= found.keys() else []

    def _answers(self, pred: Pred, parts: Mapping[str, Sequence[Mention]]) -> list[Mention]:
        """ "على الرغم من رفع الاتحاد العقوبات، أبقت مالي", "أدى الانقلاب في مالي إلى فرض عقوبات": who acts beside it, if it is one state."""
        home = self.thread.countries(parts, "actor")
        act = [a.mention for p in self.thread.preds if p is not pred for a in p.args if a.role in ("subject", "named", "topic")]
        act += [a.mention for p in self.thread.preds if p.kind == "verb" for a in p.args if a.role == "loose" and not a.prep]
        states = {m.country: m for m in self.thread.states_of(m for m in act if m.kind in ("state", "conflict")) if m.country not in home}
        return list(states.values()) if len(states) == 1 else []

    def _joined_before(self, pred: Pred) -> list[Mention]:
        """ "العلاقات بين تشاد والسودان التي قطعت": those whom "between" joins before a verb that names no doer."""
        tokens = self.a.tokens
        at = next((i for i in range(pred.first - 1, max(0, pred.first - _REACH), -1) if tokens[i].fold == "بين"), None)
        joined = [m for m in self.thread.within(at + 1, pred.first) if self.thread.can_act(m)] if at is not None else []
        return joined[:2] if len({e for m in joined[:2] for e in m.entities}) > 1 else []

    def _put_off(self, pred: Pred, home: set[str | None]) -> list[Mention]:
        """ "ألغت الصين اجتماعا بين وزيري الخارجية الصيني والياباني", "ألغى لقاء كان سيجمعه بالرئيس": whom the meeting would have been with."""
        met = [c for c in pred.children if c.link == "obj" and "CONSULT" in c.types]
        with_whom = [a for c in met for p in (c, *self.thread.relatives(c)) for a in p.args if a.prep and fold(a.prep) in _TOGETHER]
        others = (self.thread.without(a.mention, home) for a in with_whom if self.thread.can_act(a.mention))
        return [m for m in others if m is not None and m.country not in home - {None}]

    def _premises_near(self, pred: Pred) -> list[Mention]:
        """ "انفجرت سيارة مفخخة أمام السفارة الإيطالية": the premises of a state in front of which an unnamed hand strikes."""
        near, at = self.pack.word_class("right-by"), [a for a in pred.args if a.mention.kind == "government-body" and a.mention.country]
        return [a.mention for a in at if self.a.tokens[a.mention.first - 1].fold in near][:1]

    def _helped(self, parts: Mapping[str, Sequence[Mention]]) -> list[Mention]:
        """ "وتعهدت كندا بخمسة ملايين دولار": the one whom all other aid of the report goes to."""
        home = self.thread.countries(parts, "actor") - {None}
        given = [m for d in self.thread.drafts[-_REACH:] if d.type == "AID" for m in d.parts.get("recipient", ()) if m.country]
        return given[-1:] if home and len({m.country for m in given}) == 1 and given[-1].country not in home else []

    def _against(self, pred: Pred) -> list[Mention]:
        """ "المظاهرات المناهضة للحكومة": whom the word behind the crowd says that it is against."""
        words, tokens = self.pack.word_class("against"), self.a.tokens
        last = next((i for i in range(pred.last, min(pred.last + 2, len(tokens))) if tokens[i].fold.removeprefix(_THE) in words), None)
        return [m for m in self.thread.within(last + 1, last + 3) if self.thread.can_act(m)][:1] if last is not None else []

    def _here(self, pred: Pred, parts: Mapping[str, Sequence[Mention]]) -> list[Mention]:
        """The state in which an act takes place: its own place, else the scene of the sentence, unless somebody from elsewhere speaks there."""
        own = self.thread.states_of(m for m in parts.get("place", ()) if m.kind in ("state", "place"))[:1]
        scene = self.thread.scene
        if own or scene is None:
            return own
        said = next((x for x in speakers(pred.clause) if isinstance(x, Pred)), None)
        if said is not None and said.first < scene.first < said.content_start:  # "قال الوزير الإيراني في دافوس إن"
            home = {a.mention.country for a in self.thread.speaker(said)}
            return [scene] if scene.country in home or home <= {None} else []
        return [scene]

    def _aimed_within(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]]) -> None:
        """ "هدد بقصف إيران", "وقف الواردات اللبنانية": what is threatened, refused or stopped tells whom it hits."""
        own = self.thread.countries(parts, "actor") | refs(parts, "actor")
        against = {"ضد", "علي", "مع", "ب", *self.pack.word_class("by")}
        held_out = [p for p in self.thread.preds if p.clause.head is pred] if frame.type == "THREATEN" else []  # "حذر من أنها لن تعيد العمل مع"
        attacks = [p for p in below(pred) if "ASSAULT" in p.types] if frame.type == "ACCUSE" else []
        suffered = [a.mention for p in attacks for a in p.args if fold(a.prep) in ("علي", "ضد")]  # "أدان الهجوم على سفارة السعودية"
        inside = [a.mention for p in (pred, *below(pred), *held_out) for a in p.args if a.role == "genitive" or fold(a.prep) in against]
        inside = [m for m in inside if m not in suffered]
        if frame.type == "ACCUSE" and any(f.type == "COERCE" and f.alone for c in pred.children for f in c.frames):  # "أدان الانقلاب في ميانمار"
            inside += self.thread.states_of(a.mention for c in pred.children for a in c.args if fold(a.prep) in ("في", "ب"))
            coup = next((d for d in reversed(self.thread.drafts[-8:]) if d.type in ("SANCTION", "COERCE") and d.parts.get("recipient")), None)
            inside += coup.parts["recipient"] if coup is not None and not inside else []  # the one that was told before
        deeds = self._whose_deeds(pred) if frame.type == "ACCUSE" else []
        if frame.type == "ACCUSE" and all(own & {*m.entities, m.country} for m in deeds):
            deeds = self._done_there(pred)
        inside[:0] = deeds
        if frame.type == "ACCUSE":  # "أدان إمعان سلطات الاحتلال": a noun that no lexicon has, and whose doing it is
            inside[:0] = [a.mention for a in pred.args if a.role == "loose" and not a.prep and a.mention.first - pred.last <= 6]
        if frame.when == "if":  # "إذا هاجمتنا الهند فسنرد"
            inside = [a.mention for p in self.thread.preds if p.first < pred.first and p.clause.hypothetical for a in p.subject]
        objects = [c for c in pred.children if c.link == "obj" or fold(c.link) in ("ب", "علي")]
        described = [rel for c in objects for rel in self.thread.relatives(c)]  # "رفض المطالب التي قدمتها …"
        doers = [a.mention for rel in described for a in self.thread.subject(rel)]
        inside += doers
        inside += [m for m in self.thread.within(pred.last, min(pred.stop or pred.last + 6, pred.last + 6)) if m.kind == "demonym"]
        if frame.type == "THREATEN":  # "هدد بإرسال قوات إلى شمال سوريا"
            sent = [p for p in below(pred) if not p.types.isdisjoint(("MOBILIZE", "ASSAULT", "COERCE"))]
            there = [a.mention for p in sent for a in p.args if fold(a.prep) in ("الي", "في")]
            inside += [m for m in there if m.kind == "state"] or self.thread.states_of(there)
        if frame.type == "REQUEST":
            inside = [*self._whose_doing(pred), *(a.mention for p in below(pred) for a in p.args if fold(a.prep) == "مع")]  # "اقترح قمة مع …"
            acts = [p for p in below(pred) if frame.mode != "meet" and not p.types.isdisjoint(DEEDS)]  # "طالبت بوقف الضربات الإسرائيلية"
            inside += [a.mention for p in acts for a in p.args if a.role == "genitive" and a.mention.kind != "people-group"]
            punished = [p for p in acts if p.types <= {"SANCTION", "COERCE", None}]  # "دعا إلى فرض حظر سلاح على ميانمار"
            inside += [a.mention for p in punished for a in p.args if fold(a.prep) in ("علي", "ضد") and a.mention.kind in ("state", "armed-group")]
            inside += self._quarrelled(pred) if frame.mode == "meet" else []
        if frame.type == "REJECT":
            inside += [m for m in (*parts.get("about", ()), *parts.get("content", ())) if m.first - pred.last <= 4]  # "رفض مقترح الولايات المتحدة"
        by_nation = frame.type in _BY_NATION and not (frame.negated and pred.negated)  # "لن تسمح بعودة السفير": he is refused
        aside = {m.first for p in ("third", "initiator") for m in parts.get(p, ())}
        for m in (x for x in inside if x.first not in aside):
            blamed = frame.type == "ACCUSE" and any(a.mention is m and (a.role == "loose" or a.prep) for p in (pred, *below(pred)) for a in p.args)
            told = m in doers or m in deeds or (blamed and m.kind != "people-group") or self._does(m, frame)
            if by_nation and m.kind != "demonym" and not told:
                continue  # "ندد بقصف غزة": the victim; "بالقصف الإسرائيلي": whom it accuses
            if (m.kind in ACTOR_KINDS or m.kind == "demonym" or m.stands_for) and m.entities and not own & {*m.entities, m.country}:
                parts["recipient"] = [m]
                return

    def _whose_deeds(self, pred: Pred) -> list[Mention]:
        """ "احتجت على زيارة الوزير الياباني", "احتجاجا على الخروقات التي ارتكبها الطيران": who does what is complained of; else whence it came."""
        out: list[Mention] = []
        of_it = {"obj", "gen", *self.pack.word_class("complained-of")}
        for child in pred.children:
            frame = next((f for f in child.frames if f.type in _DECIDED | {"CONSULT", "REJECT"} and self.words.fits(child, f)), None)
            if fold(child.link) not in of_it and not child.link.startswith("cause:protest"):
                continue
            if frame is not None:
                out += [m for m in self.parts_of.of(child, frame).get("actor", ()) if self.thread.can_act(m)]
            elif child.operators:  # "احتجاجا على قرار واشنطن بيع أسلحة لتايوان": who decided it
                out += [a.mention for a in child.args if a.role == "genitive" and self.thread.can_act(a.mention)]
        doings = self.pack.word_class("doings")
        behind = self.thread.within(pred.last, min(self.thread.sentence_end, pred.last + _WITHIN))
        for m in behind:  # "احتجاجا على خطة الصين لإقامة محمية"
            i = m.first - (2 if self.a.tokens[m.first - 1].fold in self.pack.word_class("chief") else 1)
            if not m.prep and not m.conj and not bases(self.a.tokens[i].fold).isdisjoint(doings) and i > pred.last:
                out.append(m)
        setting_out = self.pack.word_class("setting-out")
        at = next((i for i in range(pred.last, self.thread.sentence_end) if self.a.tokens[i].fold in setting_out), None)
        whence = self.thread.within(at + 1, at + 5) if at is not None else ()  # "اعتداء على أوغندا انطلاقا من كيغالي"
        return out + self.thread.states_of(whence)[:1]

    def _is_of_matter(self, m: Mention) -> bool:
        """ "وافق على فتح الحدود في إطار المصالحة مع إثيوبيا": does the preposition stand on a plain definite word, no act?"""
        at = m.first - 2
        return self.a.tokens[at].fold.startswith(_THE) and all(not p.first <= at < p.last for p in self.thread.preds)

    def _who_did(self, parts: Mapping[str, Sequence[Mention]], made: Sequence[Draft]) -> list[Mention]:
        """Who did to the same one what the sentence told just before."""
        hit = refs(parts, "recipient")
        same = next((d for d in reversed(made) if d.type in AIMED and hit and hit <= refs(d.parts, "recipient")), None)
        return list(same.parts.get("actor", ())) if same is not None else []

    def _there(self, pred: Pred, frame: Frame, parts: Mapping[str, Sequence[Mention]]) -> list[Mention]:
        """ "حُكم عليها بالسجن في إيران", "مُنح السفير مهلة لمغادرة الكويت": the state in which an official deed is told without its doer."""
        if frame.type == "RETREAT" and self.words.has(pred, self.pack.word_class("kidnapped")):
            return []
        theirs = self.thread.countries(parts, "recipient") | {m.country for m in parts.get("recipient", ())}
        inside = [m for m in parts.get("place", ()) if fold(m.prep or self.a.tokens[m.first - 1].fold) in ("في", "ب", "من")]
        inside += [a.mention for p in below(pred) for a in p.args if fold(p.lemma) in self.pack.word_class("leaving") and a.role == "genitive"]
        inside += [a.mention for p in below(pred) for a in p.args if a.role == "loose" and fold(a.prep) in ("في", "ب")]
        return [m for m in self.thread.states_of(inside) if m.country and m.country not in theirs][:1] if theirs - {None} else []

    def _done_there(self, pred: Pred) -> list[Mention]:
        """ "ندد بنتائج الانتخابات في بوروندي", "احتجت على إعدام مواطنين في ماليزيا": what a state does on its ground."""
        words, tokens = self.pack.word_class("state-doing"), self.a.tokens
        stop = min(self.thread.sentence_end, pred.last + _REACH)
        at = next((i for i in range(pred.last, min(stop, pred.last + _WITHIN)) if not bases(tokens[i].fold).isdisjoint(words)), None)
        near = self.thread.within(at, stop) if at is not None else ()
        there = [m for m in near if m.kind in ("state", "place") and "في" in (fold(m.prep), tokens[m.first - 1].fold)]
        return self.thread.states_of(there)[:1]

    def _summoned(self, pred: Pred, home: set[str | None]) -> list[Mention]:
        """ "استدعاء السفير للإعراب عن احتجاجها": the envoy to whom it is said, in what the protest hangs on."""
        over = pred.governor
        for _ in range(4):
            if over is None:
                return []
            told = [a.mention for a in over.args if a.role in ("object", "genitive", "prep") and a.mention.role in ENVOYS]
            if told and told[0].country not in home:
                return told[:1]
            over = over.governor
        return []

    def _quarrelled(self, pred: Pred) -> list[Mention]:
        """ "الخلاف مع بليز … دعت إلى مفاوضات": the state with which the sentence says that there is a quarrel."""
        words, tokens = self.pack.word_class("quarrel"), self.a.tokens
        for m in reversed(self.thread.within(self.thread.preds[0].first, pred.first)):
            near = tokens[max(0, m.first - 4) : m.first]
            if m.kind == "state" and "مع" in (m.prep, *(t.fold for t in near[-1:])) and any(not bases(t.fold).isdisjoint(words) for t in near):
                return [m]
        return []

    def _refuser(self, pred: Pred) -> list[Mention]:
        """ "رفضت بوركينا فاسو طلب توغو تسليم ضابط": who refuses what was asked of him."""
        over = pred.governor if pred.kind == "noun" and pred.link == "obj" else None
        if over is None or not any(f.type == "REJECT" and self.words.fits(over, f) for f in over.frames):
            return []
        return [a.mention for a in self.thread.subject(over) if self.thread.can_act(a.mention)]

    @staticmethod
    def _is_of_one(pred: Pred) -> bool:
        """Is it something that one side does alone, such as a release?"""
        kinds = [f for f in pred.frames if f.type]
        return bool(kinds) and all(f.type in _ALONE and f.mode != "ceasefire" for f in kinds)

    def _who_would_meet(self, pred: Pred) -> list[Mention]:
        """ "طلبت واشنطن عقد اجتماع طارئ لمجلس الأمن": the body whose meeting is asked for."""
        meetings = [p for p in below(pred) if "CONSULT" in p.types]
        near = (m for p in meetings for m in self.thread.within(p.last, p.last + 3) if m.kind == "organisation" and fold(m.prep) == "ل")
        return list(near)[:1]

    def _is_addressed(self, pred: Pred) -> bool:
        """ "داعية المجتمع الدولي إلى": is it asked of somebody who has no name, right behind the verb?"""
        words = self.pack.word_class("addressee")
        return any(not bases(t.fold).isdisjoint(words) for t in self.a.tokens[pred.last : pred.last + 5])

    def _whose_doing(self, pred: Pred) -> list[Mention]:
        """ "طالب بانسحاب القوات التركية": whoever would do what is asked for."""
        nouns = self.pack.word_class("own-doing")
        if fold(pred.lemma) in self.pack.word_class("asks-for"):
            nouns = nouns | self.pack.word_class("asked-for")  # "طلبت مساعدة تشاد": that it helps
        doers = [a.mention for p in pred.children if fold(p.lemma) in nouns for a in p.args if a.role == "genitive"]
        before = ((a.mention, self.a.tokens[a.mention.first - 1].fold) for a in pred.args if a.mention.first > pred.last)
        return doers + [m for m, word in before if not bases(word).isdisjoint(nouns)]

    def _does(self, m: Mention, frame: Frame) -> bool:
        """ "إدانته لإطلاق كوريا الشمالية صاروخا": whom an accusative follows does the deed that is condemned."""
        after = self.a.tokens[m.last : m.last + 3] if frame.type == "ACCUSE" and m.rule != "unnamed" else ()
        return any(t.kind == "word" and t.fold.endswith("ا") for t in after)

    def _by_weapon(self, pred: Pred, parts: Mapping[str, Sequence[Mention]]) -> list[Mention]:
        """ "أصيب بنيران أذربيجانية", "قتل برصاص الجيش", "في تبادل لإطلاق النار مع القوات الأرمينية": who fired."""
        tokens, weapons, fights = self.a.tokens, self.pack.word_class("weapon"), self.pack.word_class("fighting")
        hit = self.thread.countries(parts, "recipient") - {None}
        for i in range(pred.last, min(pred.stop or pred.last + 14, pred.last + 14)):
            words = bases(tokens[i].fold)
            if words.isdisjoint(weapons):
                continue
            near = self.thread.within(i, i + 3)
            fires = [m for m in near if (m.kind in ("demonym", "government-body", "armed-group") or m.rule == "agent.MIL")]
            if not fires and not words.isdisjoint(fights):
                fires = [m for m in self.thread.within(i + 1, i + 5) if fold(m.prep) == "مع" or tokens[m.first - 1].fold == "مع"]
            for m in fires:
                if m.entities and m.country not in hit:
                    return [replace(m, kind="state") if m.kind == "demonym" else m]
        return []

    def _captor(self, pred: Pred, parts: dict[str, list[Mention]]) -> list[Mention]:
        """ "عاد 60 جنديا من الأسر الأوكراني", "من الأسر في أوكرانيا": who held those that came home."""
        tokens, held = self.a.tokens, self.pack.word_class("captivity")
        stop = min(pred.stop or pred.last + _REACH, pred.last + _REACH)
        far, other = pred.last + _REACH, self.pack.word_class("in-return")
        far = next((i for i in range(pred.last, min(len(tokens), far)) if tokens[i].fold in other), far)
        for p in self.thread.preds:  # "رهائن كانت تحتجزهم حماس", "أسرى أفرجت عنهم إسرائيل"
            near = p.kind == "verb" and pred.last < p.first <= far and ("COERCE" in p.types or any(f.mode == "release" for f in p.frames))
            if near and (p.reading.pronoun or (p.last < len(tokens) and tokens[p.last].fold in self.pack.prep_pronouns)):
                keeps = [a.mention for a in self.thread.subject(p) if self.thread.can_act(a.mention)]
                own = refs(parts, "recipient")
                if keeps and own.isdisjoint(keeps[0].entities):
                    return keeps[:1]
        at = next((i for i in range(pred.last, stop) if tokens[i].fold in held), None)
        behind = self.thread.within(at + 1, at + 4)[:1] if at is not None else []
        swap = next((i for i in range(pred.last, stop) if not bases(tokens[i].fold).isdisjoint(self.pack.word_class("swap"))), None)
        if not behind and swap is not None:  # "في صفقة تبادل للأسرى مع أوكرانيا"
            behind = [m for m in self.thread.within(swap + 1, swap + 6) if tokens[m.first - 1].fold == "مع"][:1]
        if not behind:
            behind = self._held_at(pred.last, stop)
        captor = [replace(m, kind="state") if m.kind == "demonym" else m for m in behind if m.kind in ("state", "demonym", "armed-group")]
        if captor and captor[0].country:
            parts["recipient"] = [m for m in parts.get("recipient", ()) if m.country != captor[0].country]
        return captor

    def _wronged(self, pred: Pred, parts: Mapping[str, Sequence[Mention]]) -> list[Mention]:
        """ "اعتذر عن إسقاط الطائرة الروسية", "أسفه إزاء ما عاناه الكوريون": whose the thing or the suffering is that is regretted."""
        home = self.thread.countries(parts, "actor") - {None}
        near = self.thread.within(pred.last, min(self.thread.sentence_end, pred.last + _REACH)) if home else ()
        hit = [m for m in near if m.entities and not home & {self.thread.entity(e).country for e in m.entities}]
        whose = (m for m in hit if m.kind in ("demonym", "state", "people-group", "government-body") and (m.country or m.kind == "demonym"))
        return [replace(m, kind="state") if m.kind == "demonym" else m for m in whose][:1]

    def _held_at(self, first: int, stop: int) -> list[Mention]:
        """ "الصحفي الذي كان محتجزا لدى جبهة النصرة", "المعتقل في فنزويلا": where or with whom they were held."""
        tokens, held = self.a.tokens, self.pack.word_class("captive")
        at = next((i for i in range(first, stop) if not bases(tokens[i].fold).isdisjoint(held)), None)
        near = self.thread.within(at + 1, at + 4)[:1] if at is not None else []
        if not near or fold(near[0].prep or tokens[near[0].first - 1].fold) not in self.pack.word_class("held-at"):
            return []
        return self.thread.states_of(near) if near[0].kind == "place" else list(near)

    def _among(self, pred: Pred) -> list[Mention]:
        """ "احتجزت عشرين متطرفا بينهم فرنسيان": of those whom it hit, the ones whose nation is told."""
        stop = min(self.thread.sentence_end, pred.last + _REACH)
        words = self.pack.word_class("among-them")
        at = next((i for i in range(pred.last, stop) if self.a.tokens[i].fold in words), None)
        near = self.thread.within(at + 1, at + 4) if at is not None else ()
        return [replace(m, kind="state") if m.kind == "demonym" else m for m in near if m.rule.startswith("agent") or m.kind == "demonym"][:1]

    def _from_there(self, pred: Pred, parts: dict[str, list[Mention]]) -> list[Mention]:
        """ "أوقفت عشرة صيادين من توغو", "احتجزت ثلاثين جنديا من ملاوي واتهمتهم": people of a country behind "from" are its people."""
        hit, home = parts.get("recipient", []), self.thread.countries(parts, "actor")
        if any(m.country or m.rule not in ("unnamed", "people") for m in hit):
            return [self._hail.get(m.first, m) for m in hit]
        whence = [a for a in pred.args if a.prep and fold(a.prep) == FROM[0] and a.mention.kind in ("state", "place") and a.mention.first > pred.last]
        behind = [a for a in whence if (a.gap if not hit else any(m.last == a.mention.first - (not a.mention.prep) for m in hit))]
        state = next((s for s in self.thread.states_of(a.mention for a in behind) if s.country not in home - {None}), None)
        if state is None:
            return [self._hail.get(m.first, m) for m in hit]
        self._hail |= {m.first: state for m in hit}
        parts["actor"] = [m for m in parts.get("actor", ()) if m.first != state.first]
        return [state]

    def _in_return(self, pred: Pred, parts: dict[str, list[Mention]], made: Sequence[Draft]) -> None:
        """ "أفرجت إسرائيل عن 90 أسيرا مقابل إطلاق سراح ثلاثة رهائن": the second release is the other side's, to the first."""
        words = self.pack.word_class("in-return")
        if pred.link not in words and self.a.tokens[max(0, pred.first - 1)].fold not in words:
            return
        first = next((d for d in reversed(made) if d.mode == "release"), None)
        if first is None:
            return
        parts["actor"] = parts.get("actor") or list(first.parts.get("recipient", ()))
        parts["recipient"] = parts.get("recipient") or list(first.parts.get("actor", ()))
        theirs = parts["recipient"] if self.thread.countries(parts, "recipient") - {None} else []
        first.parts["actor"] = first.parts.get("actor") or theirs
        first.parts["recipient"] = first.parts.get("recipient") or list(parts["actor"])

    def _boasted(self, pred: Pred, parts: Mapping[str, Sequence[Mention]]) -> list[Mention]:
        """ "أعلن الجيش مقتل عشرة من عناصر طالبان": an army that tells of dead gunmen or dead of a group killed them."""
        hit = parts.get("recipient", ())
        if not hit or any(m.kind != "armed-group" and not (m.entities and m.entities[0].startswith("unnamed/gunmen")) for m in hit):
            return []
        said = next((x for x in speakers(pred.clause) if isinstance(x, Pred)), None) or pred.governor
        tellers = [a.mention for a in self.thread.speaker(said)] if said is not None and said.says else []
        return [m for m in tellers if m.rule != "unnamed" and any(self.thread.entity(e).sector == "MIL" for e in m.entities)][:1]

    def _own_people(self, pred: Pred, parts: Mapping[str, Sequence[Mention]], owned: str = "own-people") -> list[Mention]:
        """ "سبعة من جنودها قتلوا": whose people were hit. owned: the class of words for what is somebody's."""
        men = self.pack.word_class(owned)
        for i in range(max(0, pred.first - 3), min(pred.stop or pred.last, pred.last + 7)):
            word = self.a.tokens[i].fold
            if bases(word).isdisjoint(men):
                continue
            over = pred.governor if pred.link.startswith("time") else None  # "أعلنت غانا خفض علاقاتها مع توغو بعد إصابة عدد من جنودها"
            main = [a.mention for a in self.thread.outer_subject(over)] if over is not None else []
            if len(main) == 1 and main[0].country and not refs(parts, "actor") & {*main[0].entities} and not self.thread.is_hers(word[-2:], main[0]):
                return main
            if (owner := self.thread.meant(i, word, refs(parts, "actor"))) is not None:
                return [owner]
        return []

    def _own_space(self, pred: Pred, parts: Mapping[str, Sequence[Mention]]) -> list[Mention]:
        """ "أسقطت رومانيا مسيرات روسية انتهكت مجالها الجوي": whose airspace or waters were entered."""
        space, tokens, doers = self.pack.word_class("own-space"), self.a.tokens, refs(parts, "actor")
        at = next((i for i in range(pred.last, min(pred.last + 3, len(tokens))) if tokens[i].fold in space), None)
        home = self.thread.countries(parts, "actor") - {None}
        outer = [a.mention for p in self.thread.preds if at is not None and p.first < pred.first and p.kind == "verb" for a in self.thread.subject(p)]
        outer = self.thread.states_of(m for m in outer if self.thread.can_act(m) and not doers & {*m.entities})
        same = [m for m in outer if at is not None and m.country not in home and self.thread.is_her_kind(m) == tokens[at].fold.endswith(_HERS)]
        return same[:1]

    def _valued(self, pred: Pred, parts: dict[str, list[Mention]]) -> None:
        """ "رحب بالاتفاق السعودي الإيراني", "ثمن الجهود التي قادها أمير الكويت": the parties of what is welcomed, the doer of what is praised."""
        own = self.thread.countries(parts, "actor")
        found: list[Mention] = []
        for child in pred.children:
            told = (f for f in child.frames if f.type in _WELCOMED and self.words.fits(child, f))
            frame = next(told, None) if fold(child.link) in ("obj", "ب") else None
            if frame is not None:
                theirs = self.parts_of.of(child, frame)
                found += [*theirs.get("actor", ()), *theirs.get("recipient", ())]
                if frame.mode == "release" and not theirs.get("actor"):  # "ترحيبه بالإفراج عن الفرنسيين المحتجزين في إيران"
                    near = (m for m in self.thread.within(child.last, child.last + _WITHIN) if self.a.tokens[m.first - 1].fold == "في")
                    found += self.thread.states_of(near)[:1]
        if not found:
            ahead = (p for p in self.thread.preds if p.clause.kind == "rel" and 0 < p.first - pred.last <= _WITHIN and p.reading.pronoun)
            found = [a.mention for p in ahead for a in p.subject][:2]
        if not found and pred.types == {"SUPPORT"}:  # "أشاد الوزير اليوناني بالعلاقات بين أثينا والقاهرة"
            found = [a.mention for p in (pred, *below(pred)) for a in p.args if fold(a.prep) in ("بين", "مع") and self.thread.can_act(a.mention)]
        deals = [a.mention for a in pred.args if a.mention.kind == "instrument" and fold(a.prep) in ("", "ب")]
        sides = tuple(dict.fromkeys(s for m in deals for e in m.entities for s in sorted(self.thread.world.matters.get(e, ()))))
        if not found and len(sides) == 2:
            found = [replace(deals[0], entities=sides, kind="state", country=None)]
        parts["recipient"] = [m for m in found if self.thread.can_act(m) and not own & {self.thread.entity(e).country for e in m.entities}]

    def answered(self, parts: dict[str, list[Mention]], made: Sequence[Draft]) -> None:
        """ "انتقدت باريس القرار": who did to us what is answered."""
        own = self.thread.countries(parts, "actor") - {None}
        for d in reversed([*self.thread.drafts[-8:], *made][-8:]):
            if d.type in _ANSWERED and own & self.thread.countries(d.parts, "recipient") and not own & self.thread.countries(d.parts, "actor"):
                parts["recipient"] = list(d.parts.get("actor", ()))
                return

    def _claimed(self, pred: Pred, parts: dict[str, list[Mention]]) -> list[Mention]:
        """ "زعمت فرنسا أن تركيا …، فيما نفى مسؤولون أتراك المزاعم": who told it of those who deny it, in the same sentence."""
        own = self.thread.countries(parts, "actor") - {None}
        for p in reversed(self.thread.preds):
            if p.first < pred.first and p.says and p.content_start >= 0:
                who = [a.mention for a in self.thread.speaker(p) if self.thread.can_act(a.mention) and a.mention.country]
                if who and who[0].country not in own and any(m.country in own for m in self.thread.within(p.content_start, pred.first)):
                    return who[:1]
        return []

    def _dealers(self, parts: dict[str, list[Mention]], made: Sequence[Draft]) -> list[Mention]:
        """ "ونددت مصر بالاتفاقية": those who made the agreement that was told last, without those who speak of it."""
        home = self.thread.countries(parts, "actor")
        deal = next((d for d in reversed([*self.thread.drafts[-_REACH:], *made]) if d.type == "AGREE" and d.status != "denied"), None)
        sides = deal.parts.get("actor", ()) if deal is not None else ()
        return [x for m in sides if (x := self.thread.without(m, home)) is not None]

    def _whose_envoy(self, pred: Pred, m: Mention, parts: dict[str, list[Mention]], made: Sequence[Draft]) -> Mention:
        """ "استدعت السفير عثمان الطيب ردا على هجمات سودانية": an envoy who is told by his name is of the only other state in sight."""
        words = self.pack.word_class("envoy")
        if m.country or m.kind != "person" or any(self.thread.entity(e).country for e in m.entities):
            return m
        if m.role not in ENVOYS and self.a.tokens[max(0, m.first - 1)].fold not in words and self.a.tokens[m.first].fold not in words:
            return m
        home = self.thread.countries(parts, "actor") - {None}
        near = {x.country for x in self.thread.within(pred.last, self.thread.sentence_end) if x.kind != "place"} - home - {None}
        if not near:
            near |= {x.country for x in self._opponent(pred, parts, made, (("recipient", "actor"), ("actor", "recipient")))}
        return replace(m, country=next(iter(near))) if home and len(near) == 1 else m

    def _decider(self, parts: dict[str, list[Mention]], made: Sequence[Draft]) -> list[Mention]:
        """ "ودان الرئيس الأميركي القرار": the only one of whom a deed is told before, and not one of those who speak of it."""
        own = self.thread.countries(parts, "actor") - {None}
        did: dict[str | None, Mention] = {}
        for d in (*self.thread.drafts[-_REACH:], *made):
            if d.type in _DECIDED and d.status != "denied":
                did |= {m.country: m for m in d.parts.get("actor", ())}
        others = [m for c, m in did.items() if c and c not in own]
        return others if len(did) == len(others) == 1 else []

    def _aimed_before(self, pred: Pred, parts: dict[str, list[Mention]], made: list[Draft]) -> None:
        """ "أدانت … وطالبت بعدم تكرار ذلك": who goes on speaking goes on to the same addressee."""
        who = refs(parts, "actor")
        official = all(m.kind in ("state", "government-body") or m.role for m in parts.get("actor", ()))
        goes_on = official and "ACCUSE" in pred.types and not (pred.kind == "noun" and pred.definite)  # not "في مذكرة الاحتجاج"
        home = self.thread.countries(parts, "actor") - {None} if goes_on else set()  # the ministry, and its spokesman
        for d in reversed([*self.thread.drafts[-3:], *made][-4:]):
            if (
                d.type in ("ACCUSE", "REQUEST", "REJECT", "THREATEN", "SANCTION")
                and d.parts.get("recipient")
                and pred.first - d.pred.first < NEAR
                and (who <= refs(d.parts, "actor") if who and not home else home == self.thread.countries(d.parts, "actor") - {None})
            ):
                parts["recipient"] = list(d.parts["recipient"])
                return
