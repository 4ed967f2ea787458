"""Who and what stands in each part of a frame, by the grammar of the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.annotation import unnamed
from khabar.coding.draft import AIMED, CLOSE, DEEDS, FORCE, TAKEN_IN, Draft, bases, below, carries, goes, has_article, refs, stands_before, unowned
from khabar.coding.thread import Thread, are_private, has_object_noun, of_their_own
from khabar.coding.tree import ACTOR_KINDS, AND, COMMA, FROM, IN, WITH, Arg, Pred, first_person, oblique
from khabar.model import Mention
from khabar.packs import SPEECH, Frame, Operator
from khabar.text import QUOTE_MARKS, fold

_EVERYBODY = (unnamed("international community"),)  # the entities of one who is asked and blamed, and acts himself nowhere
TELLERS = ("source", "sources", "media", "newspapers", "witnesses", "reports")  # of unnamed ids
_UPON = "علي"  # folded
_ADJECTIVES = 3  # tokens between a definite noun and its nationality ("الغارات الجوية الإسرائيلية")
_STAFF = "post.of-body"
_CHARGED = frozenset(("ل", "الي"))  # before whom one levels charges at
_STANCES = frozenset(("SUPPORT", "ACCUSE", "REJECT"))  # their "by the call of X" is what they are about
_PASSED_ON = frozenset(("SANCTION", "REJECT", "COERCE", "REQUEST", "THREATEN", "CONCEDE", "COOPERATE"))


_CARRY = ("light", "decide", "begin", "continue", "end", "able")  # operators whose subject does what their noun tells
_CALLS = frozenset(("actor-noun", "many", "unnamed", "people", "speaking-body", "some-who", "back", "headed", "own-forces", "human", "kin"))
_NO_DOER = frozenset(("passive", "host", "gather"))  # operators whose subject does not do the deed that stands in their object
_KILLERS = ("state", "government-body", "armed-group", "organisation")
_TITLE = 4  # words before a name that say who he is
_BORDER = 9  # tokens behind a clash in which the border is named
_WHOSE = 5  # tokens between the border and its neighbour: "الحدود المتنازع عليها مع", "حدود بلاده مع"
_TO, _BETWEEN = "الي", "بين"
_PRESENT = 6  # tokens between "in the presence of" and the name of who is
_LIVES = 3  # tokens between lives that are lost and whose they are ("أرواح كثير من المدنيين")
_RECEIVED = 16  # tokens between "to receive him was" and who did
_INSERTED = 8  # tokens between two commas behind a subject
_COUNTED = 2  # tokens between a noun and its object: a number, a word that no lexicon has
_ATTACHED = ("ب", "ل")
_THEM = "هم"
_TOGETHER = (WITH, _BETWEEN)
_TABLES = frozenset(("CONSULT", "AGREE", "COOPERATE"))
_ON_THINGS = ("SANCTION", "COERCE", "CONCEDE")  # done to what is somebody's
_PART = 8  # tokens between the word for the part that somebody plays and that in which he plays it
_SENT_OFF = (*TAKEN_IN, "expel")  # what befalls men without an article, armed or not, behind whom nobody stands
_HER, _HIM = "ها", "ه"
_FORCEFUL = frozenset(("ASSAULT", "COERCE"))
_GIVEN = SPEECH | {"AGREE"}  # what is said to come from somebody
_STEPS = (None, "seize", "restrict")  # modes of coercion that lead to more of it
_UPON_HIM = frozenset(("targeted", "abduct", "torture", "sexual"))  # the pronoun of their nouns is of the one to whom it is done


def _are_people(m: Mention) -> bool:
    """ "الوفد المصري", "مسؤول تركي": does the mention name men of a state, not the state?"""
    return m.rule == "side" or m.rule.startswith("agent")


def _is_land(m: Mention) -> bool:
    """A state by its own name, which nobody kills or arrests."""
    return m.kind == "state" and m.rule == "name"


def _first_of_row(pred: Pred, a: Arg) -> Mention:
    """The first of those that stand in one row with an argument: "مالي" of "مالي وغينيا والنيجر"."""
    at = next(i for i, x in enumerate(pred.args) if x is a)
    while at and a.mention.conj and pred.args[at - 1].role == a.role and pred.args[at - 1].mention.last == a.mention.first:
        at, a = at - 1, pred.args[at - 1]
    return a.mention


class _Filling:
    """The parts of one frame while they are being filled."""

    def __init__(self, pred: Pred, frame: Frame, reader: Parts) -> None:
        self.pred, self.frame, self.reader = pred, frame, reader
        self.parts: dict[str, list[Mention]] = {}

    def put(self, part: str, mention: Mention) -> None:
        """Adds a mention to a part, once; a gathering stands for its members, "the two sides" for those whom they are."""
        thread, frame, parts = self.reader.thread, self.frame, self.parts
        if (
            part in ("actor", "recipient")
            and mention.kind == "gathering"
            and mention.entities
            and (members := thread.entity(mention.entities[0]).members)
        ):
            mention = replace(mention, entities=members, kind="group")
        if mention.rule in ("pair", "parties"):
            mention = thread.the_parties(mention)
        if part in ("actor", "recipient") and frame.type == "CONSULT" and mention.first and self.reader.is_seat(mention):
            part = "about"  # "بمقر وزارة الخارجية", "بالقصر الرئاسي": where they met
        if part == "actor" and frame.mode == "visit" and mention.kind == "demonym" and mention.entities[0].startswith("org/"):
            part = "about"  # "جولة خليجية": where it leads
        if part == "actor" and frame.mode == "visit" and self.reader.receives(self.pred, mention):
            part = "about"
        if mention not in parts.setdefault(part, []):
            parts[part].append(mention)


class Parts:
    """Fills the parts of frames from arguments, governors, relative clauses and pronouns."""

    def __init__(self, thread: Thread) -> None:
        self.thread, self.a, self.pack, self.world = thread, thread.a, thread.pack, thread.world
        self._said = thread.pack.word_class("words-of")

    def of(self, pred: Pred, frame: Frame) -> dict[str, list[Mention]]:
        """Who and what stands in each part of the frame (actor, recipient, place, about …), before `_clean` sorts out who can act."""
        f = _Filling(pred, frame, self)
        if pred.kind == "noun":
            self._noun(f)
        else:
            self._verb(f)
        self._from_relatives(f)
        for a in pred.args:
            self._argument(f, a)
        self._from_children(f)
        self._of_what_befell(f)
        self._two_sides(f)
        with_one = frame.mode == "release" and len(refs(f.parts, "actor")) == 1 and any(fold(a.prep) == WITH for a in pred.args)
        if with_one and pred.lemma in self.pack.word_class("swap"):  # "أعلنت كينيا أن تبادل الأسرى مع الصومال سيتم"
            theirs = self.thread.countries(f.parts, "actor")
            f.parts["actor"] += [a.mention for a in self.thread.voice_over(pred) if a.mention.country and a.mention.country not in theirs][:1]
        if frame.type == "AID" and not f.parts.get("recipient") and fold(pred.lemma) in self.pack.word_class("on-the-way"):
            for p in self.thread.preds:  # "وصول سفينتين أرسلتهما إلى لبنان"
                if p.clause.kind in ("rel", "part") and p.clause.parent is pred.clause and p.first > pred.first:  # "غادرت متوجهة إلى لبنان"
                    for a in p.args:
                        if frame.parts.get(fold(a.prep)) == "recipient":
                            f.put("recipient", a.mention)
        for prep, who in self.thread.pronouns(pred):
            part = frame.parts.get(prep) or ("recipient" if frame.type in ("THREATEN", "SANCTION") and prep in ("علي", "ضد") else None)
            home = self.thread.homes(f.parts.get("actor", ())) if part == "recipient" and frame.type in AIMED else ()
            if who.country and who.country in home:
                continue  # nobody condemns his own envoy
            if who.kind in ("state", "place") and fold(pred.lemma) in self.pack.word_class("topples"):
                continue  # "لجأ إلى السنغال بعدما أطاح به الرئيس": no land is toppled
            # "الاتفاق النووي بينها وبين القوى الكبرى"
            alone = len(refs(f.parts, "actor")) < 2 or all(m.rule == "powers" or m.kind == "instrument" for m in f.parts["actor"])
            if (part == "recipient" and not f.parts.get(part)) or (part == "actor" and alone):
                f.put(part, who)
        if frame.type == "CONSULT" and frame.mode != "multilateral":
            self._set_aside_witnesses(f)
        return f.parts

    def receives(self, pred: Pred, m: Mention) -> bool:
        """ "وصل الرئيس وكان في استقباله لدى وصوله المطار الأمير فلان": do words of a reception lead to the mention, with no verb between?"""
        words, host = self.pack.word_class("reception"), self.pack.word_class("reception-of")  # "في استقبال سموه": right behind stands the guest
        near = range(m.first - 1, max(0, m.first - _RECEIVED), -1)
        at = next((i for i in near if self.a.tokens[i].fold in words or (self.a.tokens[i].fold in host and i < m.first - 1)), None)
        return at is not None and not any(at < p.first < m.first and p.kind == "verb" for p in self.thread.preds)

    def _is_to_end(self, pred: Pred) -> bool:
        """ "يجب وقف القصف", "شدد على ضرورة الإفراج عن": is an end of something what must be or is needed?"""
        asked = (c for c in pred.children if c.link in ("obj", "subj") or c.link.startswith("need"))
        return any("end" in c.operates or not c.types.isdisjoint(("RETREAT", "CONCEDE")) for c in asked)

    def _told(self, pred: Pred) -> list[Arg]:
        """ "قال الرئيس لنظيره إنه يجب وقف القصف", "أبلغ السفير أن القصف يجب أن يتوقف": to whom it is said, be it by the verb itself."""
        over = pred.clause.head if pred.clause.kind == "comp" and not pred.says else pred
        if over is None or not over.says:
            return []
        before = (a for a in over.args if over is pred or a.mention.first < over.content_start)
        tells = any(f.object == "third" for f in over.frames if f.say)
        to = (a for a in before if (fold(a.prep) == "ل" and not a.gap) or (tells and a.role == "object"))
        return [a for a in to if a.mention.kind in ACTOR_KINDS and self.thread.can_act(a.mention)][:1]

    def _set_aside_witnesses(self, f: _Filling) -> None:
        """ "التقى الوزير السعودي نظيره الإيراني بحضور الوزير الصيني": who is present where two others meet is their third party."""
        over = f.pred.governor.args if f.pred.governor is not None else ()
        present = [a.mention for a in (*f.pred.args, *over) if a.role == "party" and self._is_present(a.mention)]
        others = {m.country for m in f.parts.get("actor", ()) if m not in present} - {None}
        others |= {self.thread.entity(e).country for m in f.parts.get("actor", ()) if m not in present for e in m.entities} - {None}
        witnesses = [m for m in present if m in f.parts.get("actor", ()) and m.country and m.country not in others] if len(others) > 1 else []
        for m in witnesses:
            f.parts["actor"].remove(m)
            f.put("third", m)

    def _takes_part(self, frame: Frame, m: Mention) -> bool:
        """ "محادثات بحضور الوزير", "مناورات بمشاركة مصر والأردن": is who is named so a party of the act?"""
        return frame.type == "CONSULT" or (frame.type == "COOPERATE" and not self._is_present(m))

    def _is_present(self, m: Mention) -> bool:
        """Does a word of presence, not of taking part, lead to the mention?"""
        near = self.a.tokens[max(0, m.first - _PRESENT) : m.first]
        return any(not bases(t.fold).isdisjoint(self.pack.word_class("presence")) for t in near)

    def _is_place_hit(self, act: Pred, m: Mention) -> bool:
        """ "قصف قرية تشادية", "قصف مواقع أوكرانية", "نفذ التنظيم هجوم باريس": does a genitive tell where it struck, not who did it?"""
        if m.kind == "place":
            over = act.governor
            if over is None or over.kind != "verb" or (act.link != "obj" and all(fold(act.link) != fold(o.link) for o in over.operators)):
                return False  # "أقدمت إسرائيل على قصف دمشق" is as "واصلت قصف دمشق"
            land = self.thread.state_of(m)
            others = {a.mention.country for a in self.thread.outer_subject(over)} - {None, land.country if land is not None else None}
            does = over.operates and over.operates.isdisjoint(_NO_DOER | {"decide"}) and self.thread.outer_subject(over)
            # "يواصل الجيش قصف خاركيف", "أعلنت روسيا قصف كييف"
            return bool(does) or "light" in over.operates or ("decide" in over.operates and bool(others))
        head = self.a.tokens[m.first - 1 if m.kind == "demonym" and m.first > act.last else m.first].fold
        fixed = self.pack.word_class("target") | self.pack.word_class("premises") | self.pack.word_class("settlement")
        return not bases(head).isdisjoint(fixed) and bases(head).isdisjoint(self.pack.word_class("weapon"))

    def _is_craft(self, m: Mention) -> bool:
        """Are they arms or craft of somebody ("طائرة مسيرة إسرائيلية")?"""
        return m.rule == "agent.MIL" and not bases(self.a.tokens[m.first].fold).isdisjoint(self.pack.word_class("weapon"))

    def _send_men(self, pred: Pred) -> bool:
        """ "وصول وفود حماس وقطر", "إرسال مالي وبوركينا فاسو وفدا": do the genitives say whose men come?"""
        if fold(pred.lemma) in self.pack.word_class("sending") and any(fold(a.prep) == _TO for a in pred.args):
            return True
        first, *others = (a.mention for a in pred.args if a.role == "genitive")
        sent = _are_people(first) or self.a.tokens[first.first - 1].fold in self.pack.word_class("men-of")
        return sent and all(m.conj for m in others)

    def _noun(self, f: _Filling) -> None:
        """The parts of a verbal noun or event noun: its genitives, and what it hangs on."""
        pred, frame, put = f.pred, f.frame, f.put
        hangs = pred.governor is not None and (pred.link != "gen" or pred.governor.kind == "noun")
        operators = pred.governor.operators if pred.governor is not None and hangs else ()
        if frame.type == "ASSAULT" and pred.governor is not None and 0 <= pred.governor.content_start <= pred.first:
            operators = ()  # "أعلنت فرنسا أن تفجيرا استهدف جنودها"
        genitive = [a.mention for a in pred.args if a.role == "genitive"]
        if frame.mode == "visit":  # "جولة أوروبية": which way it leads, not who goes
            genitive = [m for m in genitive if not (m.kind == "demonym" and m.entities and m.entities[0].startswith("org/"))]
        if not genitive and frame.mode == "visit":  # "أعلن القصر عن زيارة للرئيس المصري إلى باريس"
            genitive = [a.mention for a in pred.args if fold(a.prep) == _ATTACHED[1] and a.mention.kind in ("person", "role")][:1]
        if not genitive and frame.type in FORCE and (keeps := self._who_keeps(pred)) is not None:
            put("actor", keeps)  # "معاودة الجيش الإسرائيلي أمس انتهاك سيادة البلاد"
            return
        if frame.mode == "visit" and any(m.kind in ("state", "place") and not _are_people(m) for m in genitive) and not self._send_men(pred):
            for m in genitive:  # "قام بزيارة السعودية", not "بعد وصول الوفد المصري"
                put("recipient", m)
            genitive = []
        asks = frame.type == "REQUEST" and pred.governor is not None and "AGREE" not in pred.governor.types  # not "وافقت على طلب الصومال"
        if (asks or frame.type == "SUPPORT") and any(o.cls == "plan" for o in operators):
            for m in genitive:  # "عزمه على دعم النيجر", "عزم الاتحاد على دعوة الأطراف"
                put("recipient", m)
            genitive = []
        if (owner := self._whose_part(pred, frame, genitive)) is not None:
            put("actor", owner)
            for m in genitive:
                put("recipient", m)
            genitive = []
        if self._is_aimed_at(pred, frame, genitive, operators):
            for m in genitive:  # "سارعت أوكرانيا إلى اتهام روسيا", "تم تهديد اليابان من قبل كوريا الشمالية"
                put(frame.object or "recipient", m)
            if pred.governor is not None and self._is_charged(pred, frame, genitive):
                for a in self.thread.outer_subject(pred.governor):
                    put("actor", a.mention)
            genitive = []
        made_there = frame.type == "AGREE" and self._is_made_there(pred, genitive)
        carrying = () if pred.link.startswith(("time", "cause")) else operators  # "أرسلت أوسلو فرقاطة بعد احتجاز الجيش الإريتري الناقلة": not Oslo's
        doer = frame.genitive == "object" and not made_there and self._is_doer(pred, frame, genitive, carrying)
        suffered = frame.genitive == "subject" and self._is_taken_in(pred, frame)
        over = pred.governor
        by_others = over is not None and over.kind == "verb" and over.strange and not over.subject and "begin" in over.operates and pred.link == "obj"
        if frame.type == "SUPPORT" and by_others:
            for m in genitive:  # "بدأت سبع فرق دعم المغرب": whom they support
                put("recipient", m)
            genitive = []
        struck = [m for m in genitive if frame.type in _FORCEFUL and self._is_place_hit(pred, m)]
        for m in struck:
            put("recipient", m)
        genitive = [m for m in genitive if m not in struck]
        for m in genitive:
            crowd = any(self.thread.entity(e).sector == "OPP" for e in m.entities)  # "تظاهرات المعارضة الكينية"
            if frame.type == "PROTEST" and m.kind == "government-body" and not crowd:
                put("recipient", m)  # "تظاهرة السفارة"
            elif (
                frame.type == "ASSAULT"
                and m.rule == "unnamed"
                and not m.entities[0].startswith("unnamed/gunmen")
                and not (frame.genitive != "object" and any(fold(a.prep) == "علي" for a in pred.args))  # "هجوم متظاهرين على السفارة"
            ):
                put("recipient", m)  # "قصف المدنيين"
            elif doer:
                put(frame.subject, m)
            elif suffered:
                put(frame.object or "about", m)
            elif m.kind == "place" and (frame.type == "CONSULT" or made_there):  # "محادثات جنيف", "زيارة موسكو"
                put("recipient" if frame.mode == "visit" else "place", m)
            else:
                put(frame.subject if frame.genitive == "subject" else frame.object or "about", m)
        for a in pred.args:
            if a.role == "named":
                entity = self.thread.entity(a.mention.entities[0]) if a.mention.entities else None
                put("about", a.mention)
                for part, m in self._attack_by_name(frame, a.mention):
                    put(part, m)
                if entity is not None and entity.members:
                    put("actor", replace(a.mention, entities=entity.members, kind="group"))
        own = [
            o
            for o in operators
            if (o.link and fold(o.link) == fold(pred.link))
            or (not o.link and fold(pred.link) in CLOSE)
            or pred.link == "gen"
            or (pred.negated and o.cls == "decide")
        ]
        proposed = [a.mention for rel in self.thread.relatives(pred) if "propose" in rel.operates for a in rel.args if a.mention.kind == "group"]
        for m in proposed:  # "الاجتماع الذي اقترحته روسيا على قادة الدول الخمس"
            put("actor", m)
        if frame.type == "ACCUSE" and frame.genitive == "object" and pred.reading.pronoun and not genitive and pred.governor is not None:
            own_ids = {e for a in self.thread.outer_subject(pred.governor) for e in a.mention.entities}
            if (who := self.thread.meant(pred.first, pred.reading.pronoun, own_ids)) is not None:
                put("recipient", who)  # "قرر إقالة الوزير وإحالته إلى التحقيق"
        if pred.reading.pronoun and frame.mode in _UPON_HIM and not genitive and (who := self.thread.possessor(pred)) is not None:
            put("recipient", who)  # "تورطها في محاولة اغتياله"
            return
        undergone = bool(pred.reading.pronoun and frame.object) and any(o.cls == "passive" for o in own)
        if undergone and (who := self.thread.meant(pred.first, pred.reading.pronoun, set())) is not None:
            put(frame.object or "recipient", who)  # "وتم تسليمه مذكرة احتجاج"
        elif frame.mode == "third-party" and (errand := self.thread.errand_of(pred)) is not None:
            for a in self.thread.subject(errand):
                put("actor", a.mention)
        elif frame.type == "COOPERATE" and (deed := self.thread.done_jointly(pred)) is not None:
            for a in self.thread.outer_subject(deed, deed=True):
                put("actor", a.mention)
        elif not doer and not pred.reading.pronoun and (by := self.thread.done_by_means(pred)) is not None:
            for a in self.thread.outer_subject(by, deed=True):
                put(frame.subject, a.mention)
        elif frame.type == "ACCUSE" and frame.parts.get("ب") == "content" and (blame := self.thread.charged_in(pred)) is not None:
            answer, whom = blame
            f.parts["actor"] = list(answer.parts["actor"])
            for m in whom:
                put(frame.object or "recipient", m)
        elif frame.type in SPEECH and frame.subject == "actor" and (writers := self.thread.writers(pred)):
            asked = genitive if frame.type == "REQUEST" and frame.object else []
            f.parts["actor"] = [m for m in f.parts.get("actor", ()) if m not in asked]
            for m in writers:
                put("actor", m)
            for m in asked:
                put(frame.object or "recipient", m)  # "تضمن القرار مطالبة تركيا بسحب قواتها"
        elif frame.subject == "actor" and frame.type in DEEDS and (accused := self.thread.accused(pred)):
            for m in accused:
                put("actor", m)
        elif own and frame.subject == "actor" and (blamed := self._charged(pred)):
            for m in blamed:
                put("actor", m)
        elif own and pred.governor is not None:
            self._from_governor(f, pred.governor, own, bool(genitive))
        elif (
            not genitive
            and pred.governor
            and frame.type in SPEECH
            and frame.subject == "actor"
            and pred.governor.says
            and not (pred.reading.article and 0 <= pred.governor.content_start <= pred.first)  # "قال إن الاتهامات باطلة"
            and fold(pred.link) not in self.pack.word_class("not-his-words")  # "المرونة التي تبديها موسكو تجاه مطالب الدول"
            and not (pred.reading.pronoun and pred.link.startswith(("time", "cause")))  # "علقت غانا التعاون مع كينيا بعد اتهامها تشاد"
        ):
            for a in self.thread.outer_subject(pred.governor):
                put(frame.subject, a.mention)
        elif pred.reading.pronoun and (owner := self.thread.possessor(pred)):
            charged = frame.parts.get("ب") == "content" and frame.type == "ACCUSE" and any(fold(c.link) == "ب" for c in pred.children)
            acts = self._object_behind(pred, frame)
            if not acts and {"actor", "recipient"} <= {*frame.needs} and not any(frame.parts.get(fold(a.prep)) == "recipient" for a in pred.args):
                return  # "احتجاجا على اعتقاله": of a noun that asks for both, without an object it does not tell who acts
            charged = charged and not acts
            put("recipient" if charged else frame.subject if acts or frame.genitive == "subject" else frame.object or "about", owner)
        for m in (*self._who_goes_on(f), *self._who_met_him(f)):
            put("actor", m)

    def _who_met_him(self, f: _Filling) -> Sequence[Mention]:
        """ "غادر القاهرة بعد لقاء نظيره المصري": of a bare meeting whose genitive is one man of another land, whoever then did something had it."""
        pred, frame = f.pred, f.frame
        whom = [a.mention for a in pred.args if a.role == "genitive"]
        if frame.type != "CONSULT" or frame.mode or not pred.link.startswith("time") or pred.lemma not in self.pack.word_class("meeting-him"):
            return []
        if len(whom) != 1 or whom[0].kind != "person" or pred.governor is None or any(fold(a.prep) in _TOGETHER for a in pred.args):
            return []
        did = [a.mention for a in self.thread.outer_subject(pred.governor)]
        return [m for m in did if m.country and m.country != whom[0].country and m.kind in ACTOR_KINDS][:1]

    def _who_goes_on(self, f: _Filling) -> Sequence[Mention]:
        """ "اعتقلت القوات شابين بعد مداهمة منازل", "سيطرت على البلدة بعد دحر المسلحين": whoever then took or held somebody or something."""
        pred, frame = f.pred, f.frame
        if frame.subject != "actor" or not pred.link.startswith("time") or f.parts.get("actor"):
            return []
        others = [a for a in pred.args if frame.parts.get(fold(a.prep)) == "actor" and fold(a.prep) not in _TOGETHER]
        if others or any(self.thread.subject(r) for r in self.thread.relatives(pred)):
            return []  # "بعد هجوم للمسلحين", "بعد هجوم شنه مسلحون"
        if frame.type == "ASSAULT" and any(frame.parts.get(WITH) == "actor" and fold(a.prep) == WITH for a in pred.args):
            return self._who_fought(pred)
        then = next((d for d in self.thread.made if d.pred is pred.governor and d.type in _FORCEFUL and d.frame.subject == "actor"), None)
        first = (frame.type == "COERCE" and frame.mode in _STEPS) or (frame.type == "ASSAULT" and then is not None and then.mode == "seize")
        return then.parts.get("actor", []) if then is not None and first else []

    def _who_fought(self, battle: Pred) -> list[Mention]:
        """ "تمكن الجيش من استعادة البلدة بعد معارك مع المسلحين": who took or left something then, or any that are armed, fought before."""
        over = battle.governor
        if over is None:
            return []
        then = next((d for d in self.thread.made if d.pred is over and (d.type in _FORCEFUL or d.mode == "withdraw")), None)
        did = then.parts.get("actor", []) if then is not None else [a.mention for a in self.thread.outer_subject(over)]
        return [m for m in did if then is not None or self.thread.is_of("armed", m)]

    def _is_taken_in(self, pred: Pred, frame: Frame) -> bool:
        """ "أثار اعتقال الناشط الكيني جدلا": are people who arrest nobody all that stands behind a noun of arresting or freeing?"""
        men = pred.of_role("genitive")
        some = bool(men) and all(a.mention.rule == "unnamed" for a in men)  # "توقيف خمسة أشخاص"
        return frame.mode in TAKEN_IN and (some or are_private(men)) and not pred.of_role("object")

    def _is_made_there(self, pred: Pred, genitive: Sequence[Mention]) -> bool:
        """ "اتفاق فيينا مع إيران", "معاهدة لوزان": a deal has its name from where it was made; not "اتفاق طهران وبغداد"."""
        town = len(genitive) == 1 and genitive[0].kind == "place"
        return town and fold(pred.lemma) in self.pack.word_class("pact")

    def _attack_by_name(self, frame: Frame, m: Mention) -> Sequence[tuple[str, Mention]]:
        """ "الغزو الروسي لأوكرانيا", the name of a war, told by a noun for what one does to another: its first party did it to the land it was in."""
        conflict = self.world.conflicts.get(m.entities[0]) if m.kind == "conflict" and m.entities else None
        if conflict is None or not conflict.parties or frame.type != "ASSAULT" or not {"actor", "recipient"} <= {*frame.needs}:
            return ()
        doer, land = self.thread.entity(conflict.parties[0]), self.thread.entity(m.entities[0]).country
        if land is None or doer.country == land:
            return ()
        hit = replace(m, entities=(f"state/{land}",), kind="state", country=land)
        return ("actor", replace(m, entities=(doer.id,), kind=doer.kind, country=doer.country)), ("recipient", hit)

    def _object_behind(self, pred: Pred, frame: Frame) -> bool:
        """ "طردها السفير", "قطعها العلاقات": does its object stand right behind a noun with the pronoun of its owner, who then is the doer?"""
        if any(a.mention.first - pred.last <= _COUNTED for a in pred.of_role("object")):
            return True
        gives = self.thread.gives(pred)  # "استعداده لمنحها قواعد": she gets them
        far = () if gives else (c for c in pred.children if c.link == "obj")
        if any(not c.reading.prep and not c.reading.conj for c in (*(c for c in pred.children if c.first == pred.last), *far)):
            return True  # "رفضها تسليم الضابط", "فرضها عقوبات", "توقيعها مع تونس اتفاقيات"
        at = pred.last if gives else self._behind_number(pred.last)
        if at >= len(self.a.tokens) or self.pack.phrase_at(self.a.tokens, at):
            return False
        word = self.a.tokens[at].fold
        return word[:1] not in _ATTACHED and any(words[0] in (word, word.removeprefix("ال")) for words in frame.objects)

    def _who_keeps(self, pred: Pred) -> Mention | None:
        """Who stands between a noun of doing ("repeating", "going on with") and the deed, with at most a word of time."""
        near = self.thread.within(max(0, pred.first - 6), pred.first)
        m = near[-1] if near else None
        if m is None or pred.first - m.last > 1 or not self.thread.can_act(m) or not m.first:
            return None
        return m if not bases(self.a.tokens[m.first - 1].fold).isdisjoint(self.pack.word_class("keeps-doing")) else None

    def _from_governor(self, f: _Filling, over: Pred, own: Sequence[Operator], genitive: bool) -> None:
        """The parts that stand with the verb that carries the noun ("أجرى X محادثات"); own: its operators that carry it."""
        pred, frame, parts, put = f.pred, f.frame, f.parts, f.put
        sides = [a.mention for a in pred.args if a.role in ("genitive", "named") or fold(a.prep) == "بين"]
        sides += [m for ms in parts.values() for m in ms if m.kind == "group"]
        complete = len({e for m in sides for e in m.entities}) >= 2 and frame.mode not in ("visit", "third-party")
        complete = complete and over.lemma not in self.pack.word_class("attend")  # "شارك الرئيس الكيني في قمة الاتحاد الأفريقي"
        going = any(o.cls in ("begin", "continue", "end") for o in own) and over.kind != "noun" and not over.subject and not over.clause.topic
        going = going and not first_person(over, self.a.tokens)  # "الوزير: سنواصل دعم كينيا"
        outer: list[Mention] = []
        mutual = frame.type in ("CONSULT", "ASSAULT") or (frame.type == "RETREAT" and frame.parts.get("بين") == "actor")
        if not going and not (complete and mutual):
            outer = [a.mention for a in self.thread.outer_subject(over, deed=frame.type in DEEDS)]
        if outer and all(self.thread.is_hers(pred.reading.pronoun, m) for m in outer) and (owner := self.thread.possessor(pred)) is not None:
            among = any(owner.entities == m.entities for m in outer)  # "رفضت روسيا والصين العرض وأعلنتا دعمها": each of them
            if frame.object == "recipient" and self.thread.gives(pred):
                put("recipient", owner)  # "معلنا استعداده لمنحها قواعد": she gets them
            elif not among:
                outer = [owner]  # "أكدت الوزارة استدعاء السفير للإعراب عن احتجاجها"
        upon = frame.object == "recipient" and frame.type in FORCE | {"SANCTION", "RETREAT"} and pred.reading.pronoun == _THEM and not genitive
        if upon and outer and not parts.get("recipient"):
            taken = self.thread.meant(pred.first, _THEM, {e for m in outer for e in m.entities})
            if taken is not None and taken not in outer:
                put("recipient", taken)  # "قامت السلطات باعتقالهم", "قررت طردهم"
        if fold(pred.link) == _TO and over.lemma in self.pack.word_class("drives-to"):
            outer = self._driven(over, pred) or outer
        beyond = over.governor.operators if over.kind == "noun" and over.governor is not None else ()
        survived = any(o.cls == "reverse" and fold(o.link) == fold(over.link) for o in beyond)  # "نجا من محاولة اغتيال"
        if survived or any(o.cls == "reverse" for o in own):
            if not outer and frame.type == "ASSAULT" and over.kind == "verb":  # "تعرضت مروحية الرئيس لإطلاق نار": whose it is
                outer = [a.mention for a in over.args if a.role == "loose" and not a.prep and a.mention.first - over.last == 1]
            for m in outer:
                put("recipient" if frame.type != "CONSULT" else "actor", m)
            by = self.pack.word_class("by")
            for a in (*pred.args, *over.args):
                if fold(a.prep) == "من" or fold(a.prep) in by:
                    put("actor", a.mention)  # "تعرضت القافلة لهجوم من قبل مسلحين"
        elif any(o.cls == "host" for o in own):
            if over.kind == "noun" and frame.type == "CONSULT":  # "عرضت قطر استضافة محادثات بين كينيا وأوغندا"
                for a in self.thread.outer_subject(over):
                    if self._receives(over, sides, a.mention):
                        put("third", a.mention)
            for a in over.args:
                if a.role == "subject" and a.mention.kind in ("place", "state"):
                    put("recipient" if frame.mode == "visit" else "place", a.mention)
                    if frame.type == "COOPERATE" and a.mention.kind == "state" and len(sides) < 2:
                        put("actor", a.mention)  # "استضافت كينيا مناورات بمشاركة أوغندا"
                    if frame.type == "CONSULT" and self._receives(over, sides, a.mention):
                        put("third", a.mention)
                elif a.role == "subject" and (frame.type == "CONSULT" or (frame.type == "AGREE" and len(a.mention.entities) > 1)):
                    put("actor", a.mention)  # "شهد الرئيسان توقيع اتفاقيات"
        elif not genitive or frame.genitive != "subject" or (frame.object == frame.subject and not over.says):  # "يعتزم لقاء نظيره"
            before = [a.mention for a in over.of_role("object") if a.mention.first == over.last and self.thread.can_act(a.mention)]
            if before and over.lemma in self.pack.word_class("puts-forward") and any(fold(o.link) == "ب" for o in own):
                outer = before  # "تقدم الرئيس بتعازيه": its letters are also "she puts the president forward"
            if frame.type in FORCE and over.says and self._by(pred):
                outer = []  # "أعلن الجيش قصفا من قبل الدعم السريع على الفاشر": who tells of it did not do it
            if frame.type in DEEDS and parts.get(frame.subject or "") and 0 <= over.content_start <= pred.first:
                outer = []  # "أعلنت إيطاليا أن استدعاء الجزائر سفيرها غير مفهوم": whose deed it is stands with the noun
            home = frame.mode == "release" and frame.subject == "recipient" and over.says  # "أعلن الصليب الأحمر وصول طائرة على متنها أسرى"
            decides = frame.subject == "recipient" and frame.object == "actor" and over.kind == "noun" and bool(over.of_role("genitive"))
            for m in outer:  # "انتقدت موسكو قرار باريس طرد سفيرها": who decides it does it
                if not (home and m.kind == "organisation"):
                    put("actor" if decides else frame.subject, m)
        if frame.object == "recipient" and frame.type in DEEDS and not genitive and not parts.get("recipient"):
            for a in over.of_role("object"):
                counted = [self._is_number(i) for i in range(pred.last, a.mention.first)]
                if counted and all(counted):
                    put("recipient", a.mention)  # "أعلنت لاهاي طرد سبعة عشر دبلوماسيا روسيا"
        undergone = {o.link for o in own if o.cls == "reverse"} - {""}
        for a in over.args:
            part = frame.parts.get(fold(a.prep)) if a.prep and not self._backs(a) else None
            if fold(a.prep) in undergone and a.mention.last <= pred.first:
                part = None  # "تعرض مركز للشرطة لهجوم": the preposition of the verb leads the deed
            if a.role in ("third", "initiator"):
                part = a.role
            elif a.role == "party" and self._takes_part(frame, a.mention):
                part = "actor"
            elif frame.type in ("CONSULT", "AGREE", "COOPERATE") and fold(a.prep) in self.pack.word_class("alongside"):
                part = "actor"  # "شارك الوزير إلى جانب نظيريه في توقيع"
            if part:
                put(part, a.mention)

    def _is_number(self, i: int) -> bool:
        return self.a.tokens[i].kind == "number" or self.pack.number_word(self.a.tokens[i].fold) is not None

    def _receives(self, over: Pred, sides: Sequence[Mention], host: Mention) -> bool:
        """ "استضافت مسقط محادثات بين إيران والسعودية": the host of talks between two others is their third party."""
        if fold(over.lemma) not in self.pack.word_class("receives"):
            return False
        theirs = {self.thread.entity(e).country or e for m in sides for e in m.entities or ((m.stands_for,) if m.stands_for else ())}
        return len(theirs) > 1 and host.country not in theirs

    def _verb(self, f: _Filling) -> None:
        """The subject of a verb, or whom it befell, and the pronoun at its end."""
        pred, frame, put = f.pred, f.frame, f.put
        passive = self.is_passive(pred, frame)
        subject = self.thread.subject(pred)
        for a in subject:
            put((frame.object or frame.subject) if passive else frame.subject, a.mention)
        if not subject and frame.type in SPEECH and frame.subject == "actor":  # "حث قرار البرلمان الأوروبي الدول على": whose paper it is
            papers = [c for c in pred.children if c.link == "subj" and c.lemma in self.pack.word_class("speaking-paper")]
            for a in (a for c in papers for a in c.of_role("genitive")):
                put("actor", a.mention)
            for c in (c for c in papers if c.reading.article and not c.of_role("genitive")):
                for m in self.thread.adopters():  # "تبنى المجلس قرارا. ودعا القرار الحوثيين إلى": theirs who adopted it
                    put("actor", m)
                for a in c.of_role("loose"):
                    if frame.object and not a.prep and a.mention.first == c.last:
                        put(frame.object, a.mention)
        if frame.subject == "recipient" and not subject:  # "مطالب السعودية تنتهك سيادة قطر"
            for m in (a.mention for c in pred.children if c.link == "subj" for a in c.args if a.role == "genitive"):
                put("recipient", m)
        antecedent = pred.clause.antecedent if frame.mode == "visit" and pred.clause.kind == "rel" else None
        if pred.reading.pronoun and frame.object and isinstance(antecedent, Arg):
            put(frame.object, antecedent.mention)  # "وارسو التي يزورها"
        elif pred.reading.pronoun and frame.object and (referent := self.thread.object_pronoun(pred)):
            men = frame.object == "about" and frame.type in DEEDS and referent.kind == "people-group"
            put("recipient" if men else frame.object, referent)  # "منعتهم من الوصول"
        alleged = pred.content.verb if pred.content is not None and fold(pred.lemma) in self.pack.word_class("alleging") else None
        if alleged is not None and frame.type == "ACCUSE" and alleged.types & (DEEDS | {"ACCUSE"}):
            for a in self.thread.subject(alleged):
                put("recipient", a.mention)  # "زعمت فرنسا أن تركيا تحرشت بسفينة"
        if frame.parts.get(_TO) == "recipient" and not passive and (frame.mode == "visit" or frame.type == "SUPPORT"):
            for a in subject:
                if (host := self._posted_to(a.mention)) is not None:  # "عاد السفير القطري إلى القاهرة"
                    put("recipient", host)

    def _behind_apposition(self, pred: Pred, frame: Frame, m: Mention) -> bool:
        """Does somebody stand behind a comma whom a verb of meeting, with its subject told, still asks for?"""
        asks = frame.type == "CONSULT" and frame.object == "actor" and pred.kind == "verb" and bool(pred.subject) and not pred.of_role("object")
        return asks and m.kind in ("person", "role") and not m.prep and self.a.tokens[m.first - 1].fold in COMMA

    def _of_topic(self, pred: Pred, frame: Frame, m: Mention) -> bool:
        """Does a word for "about" stand between a verb of speaking and somebody?"""
        return any(frame.parts.get(t.fold) == "about" for t in self.a.tokens[pred.last : m.first])

    def _posted_to(self, envoy: Mention) -> Mention | None:
        """The state to which the words of an envoy's post send him, which is where he travels: "المبعوث الأميركي إلى الخرطوم"."""
        if envoy.kind != "person" or all(self.a.tokens[i].fold != _TO for i in range(envoy.first, envoy.last)):
            return None
        country = envoy.entities[0][-3:].upper() if envoy.entities else ""
        state = f"state/{country}"
        return replace(envoy, entities=(state,), kind="state", role=None, country=country) if state in self.world.entities else None

    def _from_relatives(self, f: _Filling) -> None:
        """ "هجوم شنته ميليشيات": who stands in the clause that describes the noun, or with the verb whose subject it is."""
        pred, frame, parts, put = f.pred, f.frame, f.parts, f.put
        if pred.kind == "noun" and frame.type == "CONSULT":
            above = [pred.governor] if pred.governor is not None and pred.link == "subj" else []
            for verb in (*self.thread.relatives(pred), *above):
                near = (*verb.args, *(a for a in pred.args if fold(a.prep) == "ب")) if "gather" in verb.operates else ()
                for a in near:  # "ضمت القمة رئيسي قبرص ومصر", "محادثات تجمع كينيا بكل من أوغندا ورواندا"
                    if fold(a.prep) in ("", "ب") and self.thread.can_act(a.mention):
                        put("actor", a.mention)
        if pred.kind == "noun" and frame.type != "CONSULT":
            for rel in self.thread.relatives(pred):
                # "رفع الحظر الذي أعلنته غانا", not "الهجوم الذي أعلنته"
                orders = "decide" in rel.operates and frame.type not in _FORCEFUL and not parts.get("actor")
                if any(f.say or f.type in SPEECH for f in rel.frames) and not orders and rel.operates.isdisjoint(("light", "begin")):
                    continue  # "مناورات تعتبرها بيونغ يانغ تهديدا"
                # "هجوم شنته ميليشيات", "الدعوة التي وجهتها الكونغو إلى …"
                if rel.operators or rel.reading.pronoun:
                    struck = frame.type == "ASSAULT" and frame.object == "recipient" and bool(frame.objects) and "light" not in rel.operates
                    befell = self._befell(rel) or struck  # "اعتراض صاروخ أطلقه الحوثيون": who sent what was stopped
                    for m in [a.mention for a in self.thread.subject(rel)] or (self._sufferer(pred, rel) if befell else []):
                        put("recipient" if befell else frame.subject, m)
                    for a in rel.args:
                        part = frame.parts.get(fold(a.prep)) if a.prep else None
                        if part:
                            put(part, a.mention)
                elif frame.type == "ASSAULT" and rel.lemma in self.pack.word_class("reaching") and not any(f.type for f in rel.frames):
                    for a in rel.subject:  # "الاعتداءات التي طالت السفارة"
                        put("recipient", a.mention)
                elif (
                    (frame.type == "ASSAULT" or (frame.type == "AGREE" and not rel.subject))
                    and frame.parts.get(_BETWEEN) == "actor"
                    and any(fold(a.prep) == _BETWEEN for a in rel.args)
                ):
                    for a in rel.args:  # "اشتباكات وقعت في الآونة الأخيرة بين القوات الأرمينية والأذربيجانية"
                        if fold(a.prep) == "بين":
                            put("actor", a.mention)
                elif frame.type == "ASSAULT" and any(f.type == "ASSAULT" and f.object == "recipient" for f in rel.frames):
                    killed_in = not rel.of_role("object") and self._back(rel) is not None  # "الغارة التي قتل فيها القائد"
                    for a in rel.args:  # "الهجوم الذي استهدف السفارة"
                        if a.role == "object" or (killed_in and a.role == "subject" and a.mention.kind not in _KILLERS):
                            put("recipient", a.mention)
                        elif fold(a.prep) in ("في", "ب"):
                            put("place", a.mention)
        if frame.type == "ASSAULT" and frame.object == "recipient" and not parts.get("actor"):
            for child in pred.children:  # "قتل خمسة بعملية نفذتها القوات العراقية"
                for rel in self.thread.relatives(child):
                    laid = any(f.type == "ASSAULT" and f.subject == "actor" for f in rel.frames)  # "في كمين نصبه مسلحون"
                    if (rel.operators or laid) and rel.reading.pronoun:
                        for a in self.thread.subject(rel):
                            put("actor", a.mention)
        if frame.mode == "censor" and not parts.get("recipient"):
            for a in (a for child in pred.children if child.link == "obj" for a in child.of_role("genitive")):
                put("recipient", a.mention)  # "أوقفت بث إذاعة ألمانية"
        over = pred.governor if pred.kind == "noun" and frame.type in ("ASSAULT", "SANCTION") and pred.link == "subj" else None
        strikes = frame.type == "ASSAULT" and over is not None and any(f.type == "ASSAULT" and f.object == "recipient" for f in over.frames)
        if over is not None and (strikes or (frame.type == "SANCTION" and over.lemma in self.pack.word_class("reaching"))):
            loose = [a for a in pred.args if a.role == "loose"] if frame.type == "SANCTION" else []
            for a in loose:
                put("recipient", a.mention)
            for a in over.args:  # "استهدفت الغارات مواقع في سوريا", "شملت العقوبات شركات إيرانية"
                if fold(a.prep) == "ب" and self._is_craft(a.mention):
                    put("actor", a.mention)  # "استهدف هجوم بطائرة مسيرة أوكرانية مستودعا"
                    continue
                put("recipient" if a.role == "object" else "place" if fold(a.prep) in ("في", "ب") else "about", a.mention)

    def _is_stand(self, pred: Pred) -> bool:
        """ "اتخذ موقفا مؤيدا لقطر", not "شخصيات مؤيدة لقطر": is it a participle in the accusative of one thing?"""
        return pred.kind == "participle" and self.a.tokens[pred.first].fold.endswith("ا")

    def _sufferer(self, act: Pred, rel: Pred) -> Sequence[Mention]:
        """ "تضامنها مع قطر إثر العدوان الإسرائيلي الذي تعرضت له": the nearest party before an act whom the verb of undergoing it agrees with."""
        verb = rel.reading.verb
        own = {e for a in act.of_role("genitive") for e in a.mention.entities}
        found = self.thread.meant(act.first, _HER if verb is not None and verb.gender == "f" else _HIM, own)
        return [found] if found is not None else []

    def _befell(self, rel: Pred) -> bool:
        """ "هجوم تعرضت له السفارة", "العقوبات التي تواجهها موسكو": is the verb that takes up the act one of undergoing it?"""
        back = self._back(rel)
        return any(o.cls == "reverse" and fold(o.link) == back for o in rel.operators)

    def _back(self, rel: Pred) -> str | None:
        """The preposition by whose pronoun a verb takes up what it describes, "" where its own pronoun does."""
        behind = self.a.tokens[rel.last].fold if rel.last < len(self.a.tokens) else ""
        return self.pack.prep_pronouns.get(behind, "" if rel.reading.pronoun else None)

    def _argument(self, f: _Filling, a: Arg) -> None:
        """The part of one argument: by its preposition, or by what stands beside an act of this type."""
        pred, frame, parts, put = f.pred, f.frame, f.parts, f.put
        if self._backs(a) and not (pred.last == a.mention.first and self._is_stand(pred)):
            return  # "الحكومة المدعومة من تركيا": who stands behind somebody; but "اتخذ موقفا مؤيدا لقطر" is his own act
        if a.role == "object" and pred.kind == "verb" and pred.reading.pronoun and frame.type == "ASSAULT":
            return  # "قتلتهم قوات الحلف، إيساف": the pronoun is the object
        if a.role == "object":
            # "عاد 60 جنديا روسيا من الأسر", "لقي خمسة مدنيين مصرعهم": a counted subject has the form of an object
            befell = frame.alone and frame.subject == "recipient" and pred.kind == "verb" and not pred.subject
            befell = befell and frame.object in (None, "about")
            put("recipient" if befell else frame.object or "about", a.mention)
        elif self._is_of_matter(pred, frame, a):
            put(frame.parts["ب"], a.mention)  # "أشاد بمبادرة بوروندي", "استهزأ بدعوة وارسو", "أشاد بمشاركة أوغندا في المهمة"
        elif a.role in ("third", "initiator", "party"):
            put(("actor" if self._takes_part(frame, a.mention) else "third") if a.role == "party" else a.role, a.mention)
        elif a.prep:
            part = "actor" if self._comes_from(f, a) else frame.parts.get(fold(a.prep))
            if part == "actor" and frame.type == "CONSULT" and fold(a.prep) == _ATTACHED[0] and self._is_behind_topic(pred, a):
                part = "about"  # "اجتماعا حول الوضع بالسودان"
            if part == "recipient" and frame.type in SPEECH and frame.object == part and pred.kind != "noun" and parts.get(part):
                part = "about"  # "اتهمت تركيا اليونان بالسعي لإرضاء فرنسا"
            done_to = pred.kind == "noun" and fold(a.prep) == _ATTACHED[1] and not part and frame.object == "recipient"
            doers = pred.of_role("genitive")
            told_whose = any(g.mention.last == a.mention.first for g in doers)
            upon_him = frame.mode in _UPON_HIM and not pred.definite and not doers  # "محاولة اغتيال فاشلة للرئيس"
            if done_to and (told_whose or upon_him):
                part = "recipient"  # "استدعاء العراق للسفير السويدي"
            if part in ("actor", "recipient") and fold(a.prep) == "ل" and a.gap and self.a.tokens[a.mention.first - 1].fold in self._said:
                part = "about"  # "على خلفية تصريحات لوزير الإعلام"
            if part == "actor" and pred.lemma in self.pack.word_class("speaks-with") and self._of_topic(pred, frame, a.mention):
                part = "about"  # "تحدث عن علاقات بلاده مع رواندا"
            told = [fold(x.prep) for x in pred.args]  # "اشتباكات على الحدود مع X بين Y وZ", "مع Y عبر الحدود مع X"
            named = frame.type == "ASSAULT" and max(told.count(_BETWEEN), told.count(WITH)) > 1
            if part == "actor" and (named or frame.type in ("COOPERATE", "CONSULT", "AGREE")) and self.is_neighbour(pred, a):
                part = "about"
            there = part == "actor" or (part == "about" and frame.type in FORCE)
            if there and a.mention.kind == "place" and fold(a.prep) == "ب":
                part = "place"  # "اجتمع بالعاصمة الخرطوم", "توغلت قوات بريف القنيطرة"
            if frame.mode == "visit" and pred.kind == "noun" and fold(a.prep) == "ل":  # "زيارة لمسؤول …", "زيارة للعراق"
                part = "actor" if a.mention.kind in ("person", "role") or a.mention.rule.startswith("agent") else "recipient"
            whose = bool(pred.reading.pronoun) or told_whose
            if frame.type == "REQUEST" and pred.kind == "noun" and whose and fold(a.prep) == "ل" and a.mention.kind in ACTOR_KINDS and not a.gap:
                part = "recipient"  # "كرر دعوته للكونغرس إلى …", "مطالبة كينيا لأوغندا بـ"
            demanded = frame.type == "REQUEST" and pred.kind == "noun" and any(fold(c.link) == "ل" for c in pred.children)
            if demanded and fold(a.prep) == "الي" and a.mention.kind in ACTOR_KINDS:
                part = "recipient"  # "دعوتها إلى الجارة تركيا لوقف العمليات"
            lodged = frame.type == "ACCUSE" and pred.lemma in self.pack.word_class("petition") and a.mention.kind == "organisation"
            if lodged and part == "recipient" and fold(a.prep) not in ("ضد", "علي"):
                part = "about"  # "قدم احتجاجا إلى مجلس الأمن": before whom, not against whom
            if frame.type == "CONSULT" and frame.object == "actor" and self._is_host(pred, a) and self._starts_anew(a.mention):
                part = "actor"  # "كان في استقباله بالمطار X"
            if part == "place" and frame.type == "CONSULT" and a.gap > (2 if frame.object == "actor" else 0):
                part = "about"  # "الوضع في إدلب"
            behind = fold(a.prep) in (a.mention.prep, self.a.tokens[a.mention.first - 1].fold)
            apart = frame.object == "recipient" and pred.kind != "noun" and not behind
            if part == "recipient" and (apart or (frame.mode == "visit" and a.gap)) and (parts.get(part) or pred.of_role("object")):
                part = "about"  # "زيارة إلى إيران حاملا رسالة إلى الرئيس", "اتهم براغ بالسعي إلى إرضاء واشنطن"
            if frame.type == "PROTEST" and part == "actor" and a.mention.kind != "people-group" and not a.mention.rule.startswith("agent"):
                part = "about"  # "مظاهرات معادية لفرنسا", not "مسيرة لمئات الكينيين"
            goes_to = fold(a.prep) == "ل" and (a.gap or a.mention.first > pred.last + 1) and a.mention.kind in ACTOR_KINDS
            if frame.type == "ASSAULT" and goes_to and parts.get("actor"):
                part = "about" if parts.get("recipient") else "recipient"  # "هجوم لقوات روسية على مواقع للجيش الأوكراني"
            left = part == "actor" and fold(a.prep) in FROM and parts.get(part)
            if left and ((frame.type == "ASSAULT" and a.mention.kind in ("state", "place")) or (frame.type == "AID" and frame.subject == part)):
                part = "place"  # "قصف الجيش أهدافا في أنحاء متفرقة من لبنان", "وصلت طائرة مساعدات قطرية من عمان"
            civil = a.mention.kind == "people-group" and not a.mention.entities[0].startswith("unnamed/gunmen") if a.mention.entities else False
            if part == "actor" and frame.type == "ASSAULT" and fold(a.prep) == FROM[0] and civil:
                part = "recipient"  # "قصف أودى بحياة ثمانية من النساء"
            if fold(a.prep) in self.pack.word_class("by") and not part:
                theirs = pred.lemma in self.pack.word_class("describing") or self._answers_it(pred, frame)
                part = "recipient" if theirs else "actor"  # "استفزاز آخر من قبل روسيا"
            if frame.type == "CONSULT" and not part and fold(a.prep) == FROM[0] and a.mention.kind == "demonym" and self._sent_from(pred, a):
                part = "actor"  # "استقبل وفدا من المجلس العسكري النيجري"
                a = replace(a, mention=replace(a.mention, kind="state"))
            if part == "actor" and frame.type in ("CONSULT", "AGREE") and fold(a.prep) == WITH and self._is_far_from(pred, a):
                part = "about"  # "مفاوضات مع كابول مع بروز تنظيم داعش"
            if part == "actor" and frame.type == "CONSULT" and pred.kind == "noun" and self._of_their_ties(pred, a):
                part = "about"
            if frame.type in ("CONSULT", "AGREE") and self._represents(pred, a):
                part = "actor"  # "بين اليونان ودائنيها ممثلين في صندوق النقد"
            struck_by = frame.type == "ASSAULT" and fold(a.prep) == "ب" and not part and self._is_craft(a.mention)
            if struck_by and (pred.kind == "noun" or not (pred.subject or parts.get("actor"))):
                part = "actor"  # "ضربة بطائرة مسيرة إسرائيلية", "دمر هجوم بصواريخ إيرانية مبنى": whose arms they are strikes, and it is no place
            here = fold(a.prep) in ("في", "ب") and not (frame.type == "CONSULT" and a.gap > (2 if frame.object == "actor" else 0))
            put(part or ("place" if here else "about"), a.mention)
        elif (
            a.role == "loose"
            and frame.mode == "expel"
            and a.gap <= 2
            and a.mention.kind in ACTOR_KINDS
            and any(x.role == "genitive" for x in pred.args)
            and not parts.get("recipient")
        ):
            put("recipient", a.mention)  # "طرد التشيك 18 دبلوماسيا روسيا"
        elif a.role == "loose" and a.mention.rule == "homeland" and frame.genitive == "about" and not parts.get("actor"):
            put("actor", a.mention)  # "أعلن عودة علاقات بلاده مع كولومبيا"
        elif a.role == "loose" and (
            (frame.type == "SUPPORT" and (pred.link == "obj" or (pred.kind == "noun" and a.gap <= 1)))
            or (frame.type == "CONCEDE" and frame.object == "recipient" and pred.kind == "noun")
        ):
            put("recipient", a.mention)  # "أكد دعم موقفي مصر والسودان", "إزالة اسم السودان من القائمة"
        elif (
            a.role == "loose"
            and frame.type in ("SANCTION", "COERCE")
            and pred.kind == "noun"
            and frame.genitive == "object"
            and _first_of_row(pred, a).first - pred.last <= 2
        ):
            put("recipient", a.mention)  # "تعليق عضوية مالي والنيجر"
        elif a.role == "loose" and self._are_taken(pred, frame, a.mention) and not parts.get("recipient"):
            put("recipient", a.mention)  # "اعتقال الشرطة الرواندية ثلاثة تجار بورونديين"
        elif a.role == "loose" and self._is_titled(pred, frame, a.mention) and not parts.get("recipient"):
            put("recipient", a.mention)  # "تسميم العميل المزدوج السابق فلان", "اعتقال الجيش البورمي الزعيمة فلانة"
        elif a.role == "loose" and frame.type == "PROTEST" and pred.kind == "verb" and not parts.get("actor") and a.mention.rule == "agent.people":
            put("actor", a.mention)  # "احتج مئات الباكستانيين"
        elif a.role == "loose" and pred.kind == "verb" and fold(a.prep) in self.pack.word_class("by"):
            put("actor", a.mention)  # "الأصول الإيرانية جمدت من قبل النرويج"
        elif a.role == "loose" and self._behind_apposition(pred, frame, a.mention):
            put("actor", a.mention)  # "التقت بيلوسي، أرفع مسؤول يزور الجزيرة، رئيسة تايوان"
        elif a.role == "loose":
            received = frame.type == "CONSULT" and self._is_host(pred, a)
            over = pred.governor if frame.type == "CONSULT" and a.mention.kind in ACTOR_KINDS else None
            received = received or (over is not None and "gather" in over.operates and pred.link == "subj")  # "جمع لقاء في باريس وزيري خارجية …"
            put("actor" if received else "about", a.mention)

    def _comes_from(self, f: _Filling, a: Arg) -> bool:
        """ "بناء على طلب من الحركة", "بعد إدانة من باريس": does "from" right behind an indefinite noun for what is said tell by whom, if nothing
        else does?"""
        pred, frame = f.pred, f.frame
        if a.role != "prep" or fold(a.prep) != FROM[0] or pred.kind != "noun" or frame.type not in _GIVEN or frame.subject != "actor":
            return False
        own = pred.definite or pred.reading.pronoun or f.parts.get("actor") or pred.of_role("genitive")
        if (first := _first_of_row(pred, a)) is not a.mention and first in f.parts.get("actor", ()):
            return self.thread.can_act(a.mention)  # "بطلب من إيطاليا وألمانيا"
        meant = frame.parts.get(FROM[0]) in ((None, "recipient") if frame.type == "REQUEST" else (None,))
        far = a.gap > (0 if frame.type == "REQUEST" else 1) or any(c.first < a.mention.first for c in pred.children)
        return meant and not own and not far and self.thread.can_act(a.mention)

    def _is_host(self, pred: Pred, a: Arg) -> bool:
        """ "كان في استقباله X", "كان في استقبال الملك بالمطار X": is it he who stands behind the guest and the place?"""
        if pred.kind != "noun" or a.mention.kind != "person" or a.mention.prep or not a.mention.country:
            return False
        guest = bool(pred.of_role("genitive")) and self.a.tokens[pred.first].fold in self.pack.word_class("reception-of")
        return bool(pred.reading.pronoun) or (guest and self.a.tokens[pred.first - 1].fold == IN)

    def _starts_anew(self, m: Mention) -> bool:
        """Does somebody stand behind definite words or a place, so that they cannot be his: "بالمطار الوزير", not "في قصر الوزير"?"""
        return any(b.startswith("ال") for b in bases(self.a.tokens[m.first - 1].fold)) or self.thread.is_definite(m.first - 1)

    def _is_behind_topic(self, pred: Pred, a: Arg) -> bool:
        """Stands a word such as "about" between a meeting and who is named behind "at"?"""
        topic = self.pack.word_class("topic-prep")
        return any(t.fold in topic for t in self.a.tokens[pred.last : a.mention.first])

    @staticmethod
    def _is_of_matter(pred: Pred, frame: Frame, a: Arg) -> bool:
        """Is "by the call of X", "with the presence of X" what words of praise or blame are about? Not "رحب بالاتفاق بحضور نظيره"."""
        if a.role not in ("initiator", "third", "party") or frame.type not in _STANCES or frame.parts.get("ب") not in ("recipient", "content"):
            return False
        told = [*((fold(c.link), c.first) for c in pred.children), *((fold(x.prep) or x.role, x.mention.first) for x in pred.args)]
        other = any(link == "ب" or (link in ("obj", "object") and at < a.mention.first) for link, at in told)
        return a.role == "initiator" or not other

    @staticmethod
    def _are_taken(pred: Pred, frame: Frame, m: Mention) -> bool:
        """Are they people who stand, behind a noun that we do not know, after the act and its doer?"""
        hits = frame.type in ("COERCE", "ASSAULT") and pred.kind == "noun" and frame.object == "recipient"
        return hits and bool(pred.of_role("genitive")) and m.rule in ("agent.people", "people") and m.first - pred.last <= _BORDER

    def _is_titled(self, pred: Pred, frame: Frame, m: Mention) -> bool:
        """Is it a name right behind definite words that tell who he is, and that stand right behind the act on him or its doer?"""
        if frame.type not in ("COERCE", "ASSAULT") or pred.kind != "noun" or frame.object != "recipient" or m.kind != "person" or m.prep:
            return False
        between = self.a.tokens[max([pred.last, *(a.mention.last for a in pred.of_role("genitive"))]) : m.first]
        return 0 < len(between) <= _TITLE and all(t.kind == "word" and t.fold.startswith("ال") for t in between)

    def _backs(self, a: Arg) -> bool:
        """Does "backed", "loyal", "belonging", "allied" stand before the argument's preposition ("بين دولتين حليفتين لروسيا")?"""
        prep, allied = fold(a.prep), self.pack.word_class("allied")
        words = self.pack.word_class("backed") | self.pack.word_class("loyal") | self.pack.word_class("belongs") | allied
        if prep == WITH:
            return stands_before(self.a.tokens, a.mention.first, allied)
        return prep in self.pack.word_class("backed-by") and stands_before(self.a.tokens, a.mention.first, words)

    def _is_far_from(self, pred: Pred, a: Arg) -> bool:
        """Does another stand right behind such a preposition, and a word for nobody between this argument and its own?"""
        tokens, i = self.a.tokens, a.mention.first - 1
        if a.mention.conj or a.mention.prep or tokens[i].fold == fold(a.prep) or tokens[i - 1].fold != fold(a.prep):
            return False
        if not bases(tokens[i].fold).isdisjoint(self.pack.word_class("part-of") | self.pack.word_class("officer")):
            return False
        return any(x is not a and x.prep == a.prep and tokens[x.mention.first - 1].fold == fold(a.prep) for x in pred.args)

    def _of_their_ties(self, pred: Pred, a: Arg) -> bool:
        """ "بحث الوزراء خلال اجتماع في برلين الأزمة والعلاقات مع الصين", "شدد خلال الاتصال على تأمين الحدود مع أوغندا": is it the state of which
        their ties are with, far behind the meeting, or one named in what is stressed there?"""
        at, tokens = a.mention.first - (1 if a.mention.prep else 2), self.a.tokens
        if a.mention.kind != "state" or at <= pred.last:
            return False
        word = tokens[at].fold
        if word.startswith(AND) and word.removeprefix(AND) in self.pack.word_class("tie"):
            return True
        margin = self.pack.word_class("margin")
        return pred.link.startswith("time:during") and any(
            tokens[i].fold == _UPON and bases(tokens[i + 1].fold).isdisjoint(margin) for i in range(pred.last, at)
        )

    def _represents(self, pred: Pred, a: Arg) -> bool:
        """Does "represented" stand before the argument's preposition, or before that of the one whom an "and" joins it to?"""
        k = next((n for n, x in enumerate(pred.args) if x is a), 0)  # 0: of a noun below it
        if a.mention.conj and k and pred.args[k - 1].prep == a.prep:
            return self._represents(pred, pred.args[k - 1])
        members = self.a.tokens[max(0, a.mention.first - 2)].fold in self.pack.word_class("members-of") and "CONSULT" in pred.types
        return bool(a.prep) and (members or stands_before(self.a.tokens, a.mention.first, self.pack.word_class("represented")))

    def _his(self, pred: Pred) -> str:
        """The preposition that stands with its pronoun right behind the predicate: "طلب منه"."""
        behind = self.pack.phrase_at(self.a.tokens, pred.last) if pred.last < len(self.a.tokens) else None
        return fold(behind.value) if behind is not None and behind.cls == "prep-pron" else ""

    def _of_what_befell(self, f: _Filling) -> None:
        """ "الأصول الإيرانية جمدت", "الرحلات إلى الهند معلقة", "قرار تركيا أثار استياء أثينا", "خطوة الهند قوبلت بترحيب": whose is the thing before
        a verb that has no subject of its own and tells what was done to it, or what it met with."""
        pred, over = f.pred, f.pred.governor
        if pred.kind == "noun" and over is not None and over.kind == "verb" and pred.first <= over.last + 1 and pred.link != "subj":
            verb, reached = over, f.frame.type in SPEECH and not over.operates.isdisjoint(("reverse", "passive"))
        else:
            verb, reached = pred, f.frame.type in _ON_THINGS and self.thread.undergoes(pred)
        behind = any(c.link == "subj" and c.first > verb.first for c in verb.children)  # "وقوبل اقتراحها برفض"
        if verb.kind != "verb" or verb.subject or behind or not reached or f.parts.get("recipient"):
            return
        begins = max((p.last for p in self.thread.preds if p.first < verb.first), default=self.thread.sentence_start)
        near = [m for m in self.thread.within(begins, verb.first) if m.country and m not in f.parts.get("actor", ())]
        if len({m.country for m in near}) == 1:
            f.put("recipient", near[-1])

    def _from_children(self, f: _Filling) -> None:
        """What the nouns below the act took and belongs to it."""
        pred, frame, parts, put = f.pred, f.frame, f.parts, f.put
        for child in pred.children:  # "علق الاتحاد مساعداته للنيجر": what the object noun took belongs to both
            hangs = child.link == "obj" or (child.link == "gen" and pred.kind == "noun")
            hangs = hangs or (fold(child.link) == FROM[0] and frame.type == "SANCTION")  # "حجبت جزءا من المعونة لمصر"
            hangs = hangs or (child.link == "subj" and frame.mode == "ceasefire")  # "توقف إطلاق النار بين البلدين"
            declined = frame.parts.get(fold(child.link)) == "content" or child.link.startswith("neg")
            hangs = hangs or (frame.type == "REJECT" and declined)  # "أحجمت عن تسليم طائرات لأوكرانيا", "قررت عدم إرسال ذخائر إلى أوكرانيا"
            befell = child.link == "subj" and frame.type == "SANCTION" and pred.kind == "verb"  # "فُرضت عقوبات على إيران من قبل الاتحاد الأوروبي"
            open_parts = [p for p in ("recipient", "actor") if not parts.get(p)]
            for a in child.args if befell else ():
                part = "actor" if fold(a.prep) in self.pack.word_class("by") else frame.parts.get(fold(a.prep))
                if part in open_parts:
                    put(part, a.mention)
            arrives = child.link == "subj" and frame.type == "AID"  # "دخلت شاحنات مساعدات إلى غزة"
            note = frame.type in ("ACCUSE", "SUPPORT") and child.link == "gen"  # "مذكرة احتجاج من السفارة", "برقية تعزية إلى الرئيس"
            got = frame.type == "AID" and frame.subject == "recipient" and carries(pred, child.link)  # "حصلت كينيا على قرض من الصين"
            sums = frame.type == "AID" and hangs and not got and "AID" in child.types  # "تخصيص مساعدات مالية بقيمة مليون دولار لتركيا"
            if arrives or got or sums or (hangs and (frame.type in _PASSED_ON or frame.mode == "ceasefire" or note)):
                open_parts = [p for p in ("recipient", "actor") if not parts.get(p)]
                for a in child.args:
                    part = frame.parts.get(fold(a.prep)) if a.prep and not (sums and fold(a.prep) == IN) else None
                    if part and fold(a.prep) == self._his(pred):
                        part = None  # "طلب منه الانسحاب من الصومال": he is asked, not Somalia
                    if a.role == "genitive" and frame.type == "CONCEDE" and frame.object == "recipient":
                        part = "recipient"  # "ألغت واشنطن تصنيف السودان دولة راعية للإرهاب"
                    if frame.type == "REJECT" and child.reading.article and not child.types.isdisjoint(DEEDS):
                        part = "recipient" if a.role == "genitive" else None  # "رفضت الصين العقوبات الأميركية على كوبا"
                    besides = frame.mode == "ceasefire" and fold(a.prep) == WITH  # "أعلنت وقف إطلاق النار مع روسيا": besides who announces it
                    if part in open_parts or (part and besides):
                        put(part, a.mention)
        if frame.type == "AGREE" and len(refs(parts, "actor")) < 2:  # "وقعت اتفاقا للتعاون مع باكستان", "… اتفاقا لتعزيز التعاون مع باكستان"
            agreed = [x for c in pred.children if c.link != "subj" for x in (c, *below(c)) if x.kind == "noun"]
            for a in (a for x in agreed if not x.link.startswith(("time", "cause")) for a in x.args):
                if fold(a.prep) in _TOGETHER and frame.parts.get(fold(a.prep)) == "actor":
                    put("actor", a.mention)
        if frame.type == "CONSULT" and pred.kind == "noun" and pred.reading.pronoun and frame.mode != "visit":
            came = (c for c in pred.children if c.kind == "noun" and c.reading.pronoun == pred.reading.pronoun)
            for a in (a for c in came if any(f.mode == "visit" for f in c.frames) for a in c.args):  # "في استقباله لدى وصوله المطار وزير الخارجية"
                if not a.prep and a.mention.kind == "person":
                    put("actor", a.mention)
        for m in self._by(pred) if pred.kind == "noun" and frame.subject == "actor" and not self._answers_it(pred, frame) else ():
            if frame.type == "AGREE" or not parts.get("actor"):
                put("actor", m)
        if frame.type in ("ACCUSE", "SUPPORT") and not parts.get("recipient"):
            for inner in (x for c in pred.children if c.link == "obj" for x in c.children if x.link == "gen"):
                for a in inner.args:  # "سلمت مذكرة احتجاج إلى السفير"
                    if a.prep and frame.parts.get(fold(a.prep)) == "recipient":
                        put("recipient", a.mention)
        if frame.type == "CONSULT" and pred.kind == "verb" and not pred.of_role("object"):
            for child in pred.children:  # "تسلم أوراق اعتماد سفير اليابان", "سلم أوراق اعتماده للرئيس"
                if child.link == "obj" and "CONSULT" not in child.types:
                    for a in child.args:
                        if (a.role == "genitive" and frame.object == "actor") or (a.prep and frame.parts.get(fold(a.prep)) == "actor"):
                            put("actor", a.mention)
        if frame.type == "REQUEST" and frame.mode == "meet" and not parts.get("recipient"):
            for child in pred.children:  # "طلب لقاء الرئيس الروسي"
                if child.link in ("obj", "ب") and "CONSULT" in child.types:
                    for a in child.args:
                        if a.role == "genitive" or (a.prep and fold(a.prep) in ("مع", "ب")):
                            put("recipient", a.mention)
        asked = [a.mention for a in self._told(pred)] if frame.type == "REQUEST" and self._is_to_end(pred) else []
        if asked and not any(m is a.mention for m in parts.get("recipient", ()) for a in pred.args):
            parts["recipient"] = asked  # "قال بوتين لأردوغان إنه يجب": he himself need not
        if named := self._named_doers(pred, frame):
            parts["recipient"] = named
        if frame.type in SPEECH and not parts.get("recipient"):
            for child in pred.children:
                part = frame.parts.get(fold(child.link)) if child.link != "obj" else frame.object
                if part == "recipient":
                    hurt = self._who_was_hurt(child) if frame.type == "ACCUSE" else []
                    for a in child.args:
                        if (a.role == "genitive" or fold(a.prep) in ("بين", "من", "ل")) and a.mention not in hurt:
                            put("recipient", a.mention)
        for child in pred.children:
            if child.link in ("", "obj", "gen") or not child.link.startswith(("time", "cause")):
                for a in child.args:
                    other = bool(child.frames) and frame.type != "COERCE"  # "انقلب على حكم الرئيس"
                    if a.role == "genitive" and frame.parts.get(fold(child.link)) in ("actor", "recipient") and not other:
                        put(frame.parts[fold(child.link)], a.mention)
        if frame.type == "CONSULT" and pred.kind == "noun":
            for child in pred.children:  # "جولة جديدة من المحادثات مع X", "جلسة مباحثات مع X", "الجولة السادسة للمحادثات السورية"
                session = child.link == "gen" and not child.definite
                aim = frame.mode == "visit" and fold(child.link) == "ل"  # "زيارة للقاء مسؤولين كينيين": they are visited
                if (session or fold(child.link) in ("من", "ل")) and "CONSULT" in child.types and not aim:
                    for a in child.args:
                        if a.role == "genitive" or frame.parts.get(fold(a.prep)) == "actor":
                            put("actor", a.mention)

    def _is_known_voice(self, m: Mention) -> bool:
        """Is it an outlet of which we know whose it is? Papers and sites of many lands bear one name ("الصحيفة")."""
        presses = [self.world.outlets.get(e) for e in m.entities]
        return m.kind == "outlet" and all(p is None or p.kind in ("broadcaster", "agency") for p in presses)

    def _who_was_hurt(self, child: Pred) -> list[Mention]:
        """ "أدانت اليابان مقتل جندي مالي": whom the attack hit that is condemned; nobody blames him."""
        attack = next((f for f in child.frames if f.type == "ASSAULT"), None) if child.kind == "noun" else None
        return self.of(child, attack).get("recipient", []) if attack is not None else []

    def _two_sides(self, f: _Filling) -> None:
        """ "توقيع مذكرة تفاهم بين X وY": the sides of an agreement."""
        pred, frame, parts, put = f.pred, f.frame, f.parts, f.put
        fronted = pred.kind == "noun" and pred.link == "subj" and pred.governor is not None and pred.first < pred.governor.first
        if fronted and pred.governor is not None and pred.governor.kind == "verb" and not parts.get("actor"):
            for a in pred.governor.args:  # "وكانت مواجهات عنيفة دارت بين الجيشين"
                if fold(a.prep) in _TOGETHER and frame.parts.get(fold(a.prep)) == "actor":
                    put("actor", a.mention)
        if frame.type == "ASSAULT" and pred.kind == "noun" and frame.parts.get(_BETWEEN) == "actor" and not parts.get("actor"):
            for m in (a.mention for p in below(pred) for a in p.args if fold(a.prep) == _BETWEEN):
                put("actor", m)  # "تبادل لإطلاق النار بين الجيشين"
        with_one = any(fold(a.prep) == WITH and a.mention in parts.get("actor", ()) for a in pred.args)  # "قتل جندي في اشتباكات مع مسلحين على الحدود"
        if frame.type == "ASSAULT" and frame.parts.get(_BETWEEN) == "actor" and len(refs(parts, "actor")) < 2 and not with_one:
            for m in self.neighbours_at(pred):
                put("actor", m)
        if frame.mode == "ceasefire" and pred.kind == "noun":
            between = [a.mention for p in (pred, *below(pred)) for a in p.args if fold(a.prep) == "بين" and self.thread.can_act(a.mention)]
            if len({e for m in between for e in m.entities or (m.stands_for,)}) >= 2:
                parts["actor"] = between  # "أعلنت روسيا وقفا لإطلاق النار بين أرمينيا وأذربيجان"
        if frame.type == "AGREE" and pred.kind == "noun":
            sides = [a.mention for p in below(pred) if p.link == "gen" for a in p.args if frame.parts.get(fold(a.prep)) == "actor"]
            for m in sides:  # "توقيع مذكرة تفاهم بين X وY"
                put("actor", m)
            # those of "وقف إطلاق النار بين X وY", not of "الحرب بين X وY"
            stopped = {id(c) for p in (pred, *below(pred)) if any(f.mode == "ceasefire" for f in p.frames) for c in p.children}
            peaceful = [p for p in (pred, *below(pred)) if "ASSAULT" not in p.types or id(p) in stopped]
            between = [a.mention for p in peaceful for a in p.args if fold(a.prep) == "بين" and self.thread.can_act(a.mention)]
            offers = "content" in frame.needs and "actor" not in frame.parts.values()  # "أبدت استعدادها للوساطة بين الرياض وطهران"
            if len({e for m in between for e in m.entities}) >= 2 and not offers:
                parts["actor"] = []  # "أعلنت قطر اتفاقا على هدنة بين X وY": who announces it is none of the two
                for m in between:
                    put("actor", m)

    def is_neighbour(self, pred: Pred, a: Arg) -> bool:
        """ "مناورات على طول الحدود مع أذربيجان", "التقاه عند حدود بلاده مع": is it only told whose border it is, and no "joint" before?"""
        tokens, i = self.a.tokens, a.mention.first - 1
        contested = self.pack.word_class("contested")
        if fold(a.prep) == WITH and any(not bases(t.fold).isdisjoint(contested) for t in tokens[max(pred.last, i - 2) : i]):
            return True  # "تدريبات في جزر متنازع عليها مع اليابان"
        border, along, joint = (self.pack.word_class(k) for k in ("border", "along", "joint"))
        at = next((k for k in range(i - 1, max(pred.last, i - _WHOSE), -1) if tokens[k].fold in border), None)
        if fold(a.prep) != WITH or at is None or bases(tokens[at - 1].fold).isdisjoint(along):
            return False
        return all(t.fold not in joint for t in tokens[pred.last : i])

    def neighbours_at(self, pred: Pred) -> Sequence[Mention]:
        """ "تبادل لإطلاق النار على الحدود الأفغانية الباكستانية", "اشتباكات على الحدود مع أفغانستان": those who are neighbours there."""
        border, tokens = self.pack.word_class("border"), self.a.tokens
        stop = min(self.thread.sentence_end, pred.last + _BORDER)
        at = next((i for i in range(pred.last, stop) if tokens[i].fold in border), None)
        near = self.thread.within(at + 1, at + _WHOSE) if at is not None else ()
        if near and near[0].kind == "demonym" and len(near[0].entities) == 2:
            return [replace(near[0], kind="state")]
        return [m for m in near if m.kind == "state" and tokens[m.first - 1].fold == WITH][:1]

    def _stays(self, ref: str) -> bool:
        """Is it an organisation, an army or police, none of which is on a visit?"""
        return self.thread.entity(ref).kind == "organisation" or ref.endswith(("-army", "-navy", "-air-force", "-police"))

    def _sent_from(self, pred: Pred, a: Arg) -> bool:
        """Does a word for men who are sent stand between the act and the argument, right before its preposition?"""
        words, tokens = self.pack.word_class("part-of"), self.a.tokens
        whence = next((i for i in range(a.mention.first - 1, pred.last, -1) if tokens[i].fold == a.prep), pred.last)
        return whence > pred.last and not bases(tokens[whence - 1].fold).isdisjoint(words)

    def _is_sent(self, m: Mention) -> bool:
        """ "وفد من البرلمان الأوروبي", "وفد أوروبي": do men come from it, by the words before it or its first?"""
        words = self.pack.word_class("part-of")
        return stands_before(self.a.tokens, m.first, words) or not bases(self.a.tokens[m.first].fold).isdisjoint(words)

    def _are_officers(self, m: Mention) -> bool:
        """ "ضباط مصريون", "قادة الجيش": men who meet others."""
        return self.a.tokens[m.first].fold.removeprefix("ال") in self.pack.word_class("officer")

    def is_seat(self, m: Mention) -> bool:
        """Do the words before a mention, or with "in" its own, say that it is a building? Not "المستشار بالديوان الملكي": where he serves."""
        if self.is_premises(m.first - 1):
            return m.kind != "person" or not self._starts_anew(m)  # "استقبله بالمطار الوزير"
        before = self.thread.before(m.first)
        apart = not self.a.tokens[m.first - 1].fold.startswith("ال") or (bool(before) and before[-1].last == m.first)
        return apart and fold(m.prep) == _ATTACHED[0] and self.is_premises(m.first)

    def is_premises(self, i: int) -> bool:
        """Does token i say "the seat of", "the building of"?"""
        return not bases(self.a.tokens[i].fold).isdisjoint(self.pack.word_class("premises"))

    def _follows(self, m: Mention, at: int) -> bool:
        """Does the mention stand at token ``at`` or up to two behind it, not behind an "and" that goes on to the next act?"""
        return m.first == at or (m.first - at <= _COUNTED and not self.a.tokens[at].fold.startswith(AND))

    def _decided_by_another(self, pred: Pred, genitive: Sequence[Mention]) -> bool:
        """ "أثار قرار إيران احتجاز سفينة يونانية جدلا": does the noun above name who decided the act, whose own names no doer?"""
        over = pred.governor
        does = over is not None and over.kind == "noun" and not over.operates.isdisjoint(("decide", "light"))
        deciders = over.of_role("genitive") if over is not None and does else []
        return any(a.mention not in genitive for a in deciders)

    def is_passive(self, pred: Pred, frame: Frame) -> bool:
        """Is the verb's subject the one to whom it was done? By its form, or because a frame with an object finds none."""
        if pred.reading.verb is not None and pred.reading.verb.passive:
            return True
        if frame.mode in TAKEN_IN and not pred.of_role("object") and not pred.reading.pronoun and self._are_unarmed(self.thread.subject(pred)):
            return True  # "أوقف مواطن تركي في فرنسا"
        if frame.mode in TAKEN_IN and self._is_man_taken(pred):
            return True
        if self.thread.befalls(pred) or (frame.mode in _SENT_OFF and self.thread.are_taken(pred)):
            return True
        by = frame.object is not None and self.thread.names_doer(pred)
        if by and not self._answers_it(pred, frame) and pred.lemma not in self.pack.word_class("describing"):
            return True  # "استقبل من طرف رئيس الجمهورية"
        told = [*(pred.clause.topic if pred.kind == "verb" and pred.clause.verb is pred else ()), *pred.subject]
        men = self.pack.word_class("men-at-arms")
        bodies = all((a.mention.kind in ("government-body", "armed-group") and not a.gap) or _is_land(a.mention) for a in told)
        bodies = bodies and all(self.a.tokens[a.mention.first].fold not in men for a in told)
        if told and bodies and (pred.lemma in self.pack.word_class("kills") or frame.mode in TAKEN_IN):
            return False  # "الجيش الإريتري قتل أكثر من مئة مدني", "اعتقلت الشرطة مساء الأحد مشتبها به": nobody kills an army, or a land
        if frame.object is None or pred.of_role("object") or has_object_noun(pred) or pred.reading.pronoun:
            return False
        behind = self.a.tokens[pred.last].fold if pred.last < len(self.a.tokens) else ""
        if told and not pred.subject and behind.endswith("ا") and behind[:-1] in self.pack.word_class("fallen"):
            return False  # "القوات التركية أصابت مدنيا"
        if behind in self.pack.word_class("weapon") and any(a.mention.rule == "demonym" for a in pred.subject):
            return False  # "أصابت قذيفة إسرائيلية منزلا"
        if pred.lemma in self.pack.word_class("kills") and behind.startswith(IN) and behind in self.pack.prep_pronouns and not pred.subject:
            return True  # "معارك قتل فيها العشرات"
        beside = bool(pred.subject) and pred.subject[0].mention.first == pred.last
        if beside and frame.type in FORCE and self._thing_follows(pred, frame, self._behind_insertion(pred), True):
            return False  # "احتجزت الحركة، منذ أيام، عشرات الرهائن"
        barred = frame.type == "REJECT" and frame.object == "recipient" and frame.parts.get(FROM[0]) == "content"
        if barred and beside and (at := pred.subject[-1].mention.last) < len(self.a.tokens) and self.a.tokens[at].fold == FROM[0]:
            return True  # "منع السفير من دخول البلاد"
        charged = frame.type == "ACCUSE" and frame.object == "recipient" and frame.parts.get("ب") != "recipient"
        beside = beside and charged and fold(pred.lemma) in self.pack.word_class("charges")
        at = self._behind_insertion(pred) if beside else len(self.a.tokens)
        if beside and self._are_accused(at):
            return False
        bare = at < len(self.a.tokens) and self.a.tokens[at].fold.startswith("ب") and not self.pack.phrase_at(self.a.tokens, at)
        return frame.alone or (charged and (bare or any(fold(c.link) == "ب" for c in pred.children)))  # "اتهمت السلطات بالتزوير"

    def _driven(self, over: Pred, deed: Pred) -> list[Mention]:
        """ "دفع السويد إلى تعليق التعاون", "دفع تقدم المتمردين البعثة إلى سحب قواتها": whom a thing makes do the deed, between the verb and "to"."""
        if told := [a.mention for a in over.of_role("object") if self.thread.can_act(a.mention)]:
            return told
        things = [c for c in over.children if c.kind == "noun" and c.link == "subj"]
        whose = [a.mention for c in things for a in c.of_role("genitive")]
        near = [m for m in self.thread.within(over.last, deed.first) if not (m.prep or m.conj) and m not in whose and self.thread.can_act(m)]
        return near[:1]

    def _are_accused(self, at: int) -> bool:
        """ "اتهم الرئيس المنظمات بالتدخل", "اتهمت السلطات معظم الموقوفين بالتجسس": do people or a body of whom no nation is told begin at this
        token, so that who stands before them accuses and is not accused?"""
        at = self._behind_number(at)
        if at >= len(self.a.tokens) or self.a.tokens[at].fold.startswith(_ATTACHED):
            return False
        word = self.a.tokens[at].fold
        if has_article(word) and word.endswith("ي"):
            return False  # "اتهم المسؤول العسكري بالفساد"
        called = (p.cls for w in (*bases(word), *unowned(word)) for p in self.pack.reference.get(w, ()))
        return not _CALLS.isdisjoint(called) or not bases(word).isdisjoint(self.pack.word_class("person") | self.pack.word_class("many-of"))

    def _is_man_taken(self, pred: Pred) -> bool:
        """ "اعتقل نافالني في موسكو", "اعتقل عشرات من موظفي المنظمة": does a man, or the staff of a body, of whom no object is told, stand behind a
        verb of arresting?"""
        men = pred.subject
        people = all(a.mention.kind == "person" or a.mention.rule == _STAFF for a in men)
        if pred.kind != "verb" or not men or not people or any(a.mention.first < pred.last for a in men):
            return False
        if pred.of_role("object") or pred.reading.pronoun or has_object_noun(pred):
            return False
        return self.thread.nothing_follows(max(a.mention.last for a in men))

    def _are_unarmed(self, subject: Sequence[Arg]) -> bool:
        """People of no force and no office, with a country ("مواطن تركي") or without ("ثلاثة أشخاص")."""
        unarmed = (m.rule == "unnamed" and not self.thread.is_of("armed", m) for m in (a.mention for a in subject))
        return bool(subject) and (are_private(subject) or all(unarmed))

    def _answers_it(self, pred: Pred, frame: Frame) -> bool:
        """ "رفضت كينيا المزاعم من قبل مسؤولين أوغنديين": does somebody, who is nothing that is refused, refuse what others did?"""
        by = pred.governor if pred.kind == "noun" and pred.link == "obj" else pred  # "أكدت كينيا رفضها أي إجراء من جانب أوغندا"
        words = by is not None and by.kind != "noun" and frame.type in SPEECH and frame.object in ("content", "about")
        if by is None or not words or (by.reading.verb is not None and by.reading.verb.passive) or "passive" in by.operates:
            return False
        return any(self.thread.can_act(a.mention) for a in self.thread.subject(by))

    def _behind_insertion(self, pred: Pred) -> int:
        """The token at which the sentence goes on behind the verb's subject and words between two commas."""
        tokens, at = self.a.tokens, max(a.mention.last for a in pred.subject)
        while at < len(tokens) and tokens[at].fold in QUOTE_MARKS:
            at += 1
        if at >= len(tokens) or tokens[at].fold not in COMMA:
            return at
        closing = (i for i in range(at + 1, min(len(tokens), at + _INSERTED)) if tokens[i].fold in COMMA)
        return next(closing, at - 1) + 1

    def _is_doer(self, pred: Pred, frame: Frame, genitive: Sequence[Mention], operators: Sequence[Operator]) -> bool:
        """ "توقيف السلطات الفرنسية لموظف": the genitive of an act on somebody is its doer if the other follows, or if it can be nothing else."""
        if self.thread.names_doer(pred):
            return False  # "اقتحام السفارة على يد الشرطة"
        if self._is_taken_in(pred, frame) or (any(m.rule == "agent.man" for m in genitive) and frame.object == "recipient"):
            return False  # "توقيف الفرنسي لويس أرنو"
        if any((word := self.a.tokens[m.first].fold).endswith("ا") and oblique(word, m) for m in genitive):
            return False  # "طرد 18 دبلوماسيا روسيا تابعين لسفارة موسكو": who is counted
        if self.thread.takes_place_for(pred):
            return False
        if genitive and (pred.of_role("object") or frame.type == "AGREE"):
            return True  # "طرد باماكو السفير الفرنسي", "توقيع تونس على الاتفاقية"
        if frame.mode == "expel" and all(m.kind in ("person", "role") for m in genitive):
            return False  # "طرد السفير": he is sent away
        carried = bool(operators) and pred.governor is not None and bool(self.thread.outer_subject(pred.governor))
        if carried and self.thread.gives(pred):
            return False  # "أعلنت السويد تسليم أوكرانيا دبابات": the doer has been told
        states = all(m.kind == "state" for m in genitive)  # "نشر روسيا قوات": none of them is sent
        if genitive and self._thing_follows(pred, frame, max(m.last for m in genitive), states):
            return True  # "قطع الخرطوم علاقاتها", "استدعاء الجزائر سفيرها"
        if not genitive or (frame.type not in FORCE and frame.type != "RETREAT" and frame.mode != "expel") or frame.type == "PROTEST":
            return False
        after = max(m.last for m in genitive)
        named = all(m.kind == "demonym" or m.rule.startswith("agent") for m in genitive)  # "اغتيال القائد الإيراني قاسم سليماني"
        theirs = {m.country for m in genitive if m.rule.startswith("agent")} if named else set()
        people = ACTOR_KINDS - {"person"} if all(m.kind == "demonym" for m in genitive) else ACTOR_KINDS
        if any(
            a.role != "genitive" and (fold(a.prep) in ("ل", "علي") or (not a.prep and a.mention.kind in people and self._follows(a.mention, after)))
            for a in pred.args
            if not (a.mention.kind == "person" and a.mention.country in theirs)  # "تسميم العميل الروسي السابق سيرغي سكريبال": it is he
        ):
            return True
        if self._man_follows(genitive, after):
            return True  # "قتل القوات الهندية الناشط برهان"
        tokens = self.a.tokens
        if (
            after < len(tokens)
            and not self._decided_by_another(pred, genitive)
            and tokens[after].kind == "word"
            and (tokens[after].fold.startswith("ل") or tokens[after].fold.endswith("ا"))
            and not self.pack.phrase_at(tokens, after)
        ):
            return True
        if fold(pred.lemma) in self.pack.word_class("harm") | self.pack.word_class("drives-off"):
            return False  # "قتل عشرة من حزب الله", "بعد دحر المسلحين"
        near = pred.last + (_ADJECTIVES if pred.reading.article else 0)
        if all(m.kind == "demonym" and m.first > near for m in genitive):
            return False  # "مهاجمة المدينة الأوكرانية": the nationality of what is hit
        if any(o.cls == "passive" for o in operators):
            return False  # "تم استهداف الجماعة"
        if operators and pred.governor is not None and self.thread.outer_subject(pred.governor):
            return all(m.kind == "demonym" for m in genitive)  # "أعلنت روسيا طرد موظفين من السفارة": the doer has been told
        return all(m.kind in ("government-body", "armed-group", "demonym") for m in genitive)

    def _is_aimed_at(self, pred: Pred, frame: Frame, genitive: Sequence[Mention], operators: Sequence[Operator]) -> bool:
        """Is the genitive of a noun of speech the one spoken to, since somebody else is told to do it, by the verb that carries the noun
        or by "on the part of", and nothing that he could do it to stands behind him?"""
        helps = frame.type == "AID" and fold(pred.lemma) in self.pack.word_class("helping")  # "تواصل كندا مساعدة مالي"; but "مساعدات كندا"
        if not genitive or not (frame.type in SPEECH or helps) or frame.subject != "actor" or frame.genitive != "subject" or pred.of_role("object"):
            return False
        if self._by(pred) or self._is_charged(pred, frame, genitive):
            return True
        carried = any(o.cls in _CARRY and fold(o.link) == ("" if pred.link == "obj" else fold(pred.link)) for o in operators)
        if not carried or pred.governor is None:
            return False
        home = {a.mention.country for a in self.thread.outer_subject(pred.governor)} - {None}
        tokens, after = self.a.tokens, max(m.last for m in genitive)
        ends = after >= len(tokens) or tokens[after].kind != "word" or tokens[after].fold[:1] in ("ب", "ل") or self.pack.phrase_at(tokens, after)
        return bool(ends) and bool(home) and all(m.country and m.country not in home for m in genitive)

    def _whose_part(self, pred: Pred, frame: Frame, genitive: Sequence[Mention]) -> Mention | None:
        """ "دور تركيا في دعم الحكومة الصومالية", "بجهود كينيا المحورية في مساندة الجيش": whose part it is in helping those in the genitive."""
        helps = frame.type in ("SUPPORT", "AID") and frame.genitive == "subject" and fold(pred.link) == IN and not pred.of_role("object")
        if not helps or not genitive or any(frame.parts.get(fold(a.prep)) == "recipient" for a in pred.args):
            return None
        tokens, parts = self.a.tokens, self.pack.word_class("part-played")
        at = next((i for i in range(pred.first - 1, max(0, pred.first - _PART), -1) if not bases(tokens[i].fold).isdisjoint(parts)), None)
        near = self.thread.within(at + 1, pred.first) if at is not None else ()
        return next((m for m in near if self.thread.can_act(m) and m.country and not m.prep), None)

    def _charged(self, pred: Pred) -> list[Mention]:
        """ "وجهت بغداد إلى أنقرة اتهامات بقصف قرى", "اتهامات وجهتها بغداد لأنقرة بقصف": who is charged with the deed did it, not who charges him."""
        over = pred.governor
        if over is None or over.kind != "verb" or fold(pred.link) != "ب" or pred.types.isdisjoint(DEEDS):
            return []
        told = [over.clause.antecedent if over.clause.kind == "rel" else None, *(c for c in over.children if c.link == "obj")]
        charges = [t for t in told if isinstance(t, Pred) and bases(self.a.tokens[t.first].fold) & self.pack.word_class("charge-noun")]
        near = [a.mention for one in (over, *charges) for a in one.args if fold(a.prep) in _CHARGED and a.mention.first < pred.first]
        return near[:1] if charges else []

    def _is_charged(self, pred: Pred, frame: Frame, genitive: Sequence[Mention]) -> bool:
        """ "فرض عقوبات بعد اتهام إيران بالوقوف وراء الهجوم": does what somebody else is charged with stand right behind whoever the noun names?"""
        if frame.parts.get("ب") != "content" or frame.type != "ACCUSE" or all(m.kind == "demonym" for m in genitive):
            return False  # "عقب اتهامات كينية بالتدخل": whose they are
        after = max(m.last for m in genitive)
        charge = after < len(self.a.tokens) and self.a.tokens[after].kind == "word" and self.a.tokens[after].fold.startswith("ب")
        if charge and bases(self.a.tokens[pred.first].fold) & self.pack.word_class("accusing"):
            return True  # "أثار اتهام إيران بدعم المتمردين": one is charged; charges may be his own
        if pred.governor is None or not pred.link.startswith(("time", "cause")):
            return False
        home = {a.mention.country for a in self.thread.outer_subject(pred.governor)} - {None}
        return charge and bool(home) and all(m.country and m.country not in home for m in genitive)

    def _by(self, pred: Pred) -> Sequence[Mention]:
        """ "فرض عقوبات على مالي من قبل الاتحاد الأفريقي": who stands behind "on the part of", with the act or at the end of its object."""
        by = self.pack.word_class("by")
        if fold(pred.lemma) in self.pack.word_class("describing"):
            return []  # "وصف الحادث بأنه استفزاز من قبل روسيا"
        done = pred.governor is not None and "passive" in pred.governor.operates  # "تم تعليق المساعدات لرواندا من قبل هولندا"
        over = pred.governor if pred.governor is not None and "reverse" in pred.governor.operates else None  # "تعرضت السفارة لهجوم من قبل"
        undergone = [over] if over is not None else [r for r in self.thread.relatives(pred) if self._befell(r)]
        objects = [p for p in below(pred) if p.kind == "noun" and (not p.types or p.types & pred.types or p.link == "ب" or done)]
        return [a.mention for p in (pred, *undergone, *objects) for a in p.args if fold(a.prep) in by]

    def _man_follows(self, genitive: Sequence[Mention], after: int) -> bool:
        """Does the definite word for a man of some calling stand behind men of arms or the police, who then did it to him?"""
        if after >= len(self.a.tokens) or not all(m.kind == "government-body" or m.rule in ("agent.MIL", "agent.COP") for m in genitive):
            return False
        word, calling = self.a.tokens[after], self.pack.reference_at(self.a.tokens, after)
        return word.fold.startswith("ال") and not word.form.endswith("ة") and calling is not None and calling.cls in ("actor-noun", "speaker")

    def _named_doers(self, pred: Pred, frame: Frame) -> list[Mention]:
        """ "أدانت كينيا قتل المدنيين من قبل القوات الأوغندية": who did what is spoken of, where "on the part of" names him; not the victim."""
        if pred.kind == "noun" or frame.type not in SPEECH or frame.subject != "actor" or not pred.children:
            return []
        spoken_of = (c for c in pred.children if (frame.object if c.link == "obj" else frame.parts.get(fold(c.link))) == "recipient")
        doers = (m for c in spoken_of if not c.types.isdisjoint(FORCE) for m in self._by(c) if self.thread.can_act(m))
        return list(doers)[:1]

    def _thing_follows(self, pred: Pred, frame: Frame, after: int, by_state: bool) -> bool:
        """Does the thing that the frame acts on stand right behind the genitive, so that the genitive must be who acts?"""
        tokens = self.a.tokens
        after = self._behind_when(after)
        at = self._behind_number(after)
        gives = at == after and frame.object == "recipient" and self.thread.gives(pred)  # not "تسليم سويسرا لها معدات"
        if (frame.type in FORCE and not by_state) or gives:
            return False
        if at >= len(tokens) or self.pack.phrase_at(tokens, at):
            return False
        word = tokens[at].fold
        if word.startswith(_ATTACHED[1]):  # "إغلاق السنغال للحدود", "فرض اليابان لعقوبات"
            word = word[2:] if word.startswith(_ATTACHED[1] * 2) else word[1:]
        words = {word, word.removeprefix("ال"), word.removesuffix("ا")}  # "تجميد المفوضية أموالا"
        return not word.startswith(_ATTACHED) and any(some[0] in words for some in frame.objects)

    def _behind_when(self, at: int) -> int:
        """The token behind words for when or how at this one: "فرض واشنطن في اليوم نفسه عقوبات على"."""
        while at < len(self.a.tokens) and (phrase := self.pack.phrase_at(self.a.tokens, at)) is not None:
            if phrase.cls != "skip" or len(phrase.tokens) < 2:
                break
            at += len(phrase.tokens)
        return at

    def _behind_number(self, at: int) -> int:
        """The token behind a number, "all", "one of", "to her" at this one: "تجميد المفوضية 30 مليار يورو", "تسليم سويسرا لها معدات"."""
        tokens, one_of, many = self.a.tokens, self.pack.word_class("one-among"), self.pack.word_class("many-of")
        for i in range(at, min(len(tokens), at + _COUNTED)):
            phrase = self.pack.phrase_at(tokens, i)
            skipped = phrase is not None and phrase.cls in ("skip", "prep-pron") and len(phrase.tokens) == 1
            if not (skipped or self._is_number(i) or (phrase is None and (tokens[i].fold in one_of or tokens[i].fold in many))):
                return i
        return at

    def add_outer(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]], made: list[Draft]) -> None:
        """ "أكد X خلال اتصال مع Y": X is a party of the call; of a summit "in whose margins" he said it, nobody is told to be one."""
        if self._is_in_margins(pred):
            return
        carried = next((d for d in made if d.pred is pred.governor and d.type == "CONSULT"), None) if pred.link == "time:during" else None
        if carried is not None:  # "بحث X مع Y خلال اتصال": one event
            parts.setdefault("actor", []).extend(m for m in carried.parts.get("actor", ()) if m not in parts["actor"])
        over = pred.governor
        scene = pred.link in ("time:during", "time:after") or fold(pred.link) == IN  # "في مؤتمر صحفي مع نظيره، أكد الوزير"
        later = (pred.clause.verb or self._main_verb(pred)) if over is None and scene and not pred.definite else None
        if later is not None and not self.thread.subject(later):  # "بعد مشاورات استمرت ساعات، أصدر المجلس"
            later = next((p for p in self.thread.preds if p.kind == "verb" and p.first > later.first and p.subject), later)
        alone = not parts.get("actor") or all(fold(a.prep) == "مع" for a in pred.args if a.mention in parts["actor"])
        if later is not None and later.first > pred.first and alone:  # "خلال زيارة إلى تونس، قال الوزير …"
            parts.setdefault("actor", [])[:0] = [a.mention for a in self.thread.subject(later) if a.mention not in parts.get("actor", ())]
        travels = frame.mode == "visit" and fold(pred.link) == IN and not pred.definite and not parts.get("actor")  # "وصل الوزير في زيارة لمالي"
        if over is not None and (pred.link == "ل" or travels) and goes(over):  # "وصل إلى جنيف للقاء المبعوث"
            parts.setdefault("actor", [])[:0] = [a.mention for a in self.thread.subject(over) if a.mention not in parts.get("actor", ())]
        one_side = any(fold(a.prep) == "مع" for a in pred.args) and not any(a.role == "genitive" or fold(a.prep) == "بين" for a in pred.args)
        told = fold(pred.link) == IN and one_side and over is not None and over.says  # "أكد في مؤتمر صحفي مع نظيره"
        of_body = any(a.mention.kind == "organisation" for a in pred.of_role("genitive"))  # "خلال اجتماع مجلس الأمن": its own, whoever did it there
        meant = told or (pred.link.startswith("time:during") and (one_side or (len(refs(parts, "actor")) < 2 and not of_body)))
        if pred.governor is not None and (meant or (one_side and pred.link == "time:after" and pred.governor.says)):  # "قال عقب محادثات مع نظيره"
            for a in self.thread.outer_subject(pred.governor):
                if a.mention not in parts.setdefault("actor", []):
                    parts["actor"].insert(0, a.mention)
        closes = over is not None and over.kind == "noun" and not over.operates.isdisjoint(("begin", "continue", "end"))
        closed = closes and over is not None and over.link.startswith("time")
        if one_side and closed and over is not None and over.governor is not None:  # "أدلى بهذا بعد انتهاء محادثات مع نظيريه"
            parts.setdefault("actor", [])[:0] = [a.mention for a in self.thread.outer_subject(over.governor) if a.mention not in parts["actor"]]
        if over is not None and pred.link.startswith("time:during") and len(refs(parts, "actor")) == 1:
            parts["actor"].extend(self._spoken_to(over))
        if over is not None and frame.mode == "visit" and pred.link == "time:after" and over.lemma in self.pack.word_class("leaves"):
            parts["actor"] = parts.get("actor") or [a.mention for a in self.thread.subject(over)]  # "غادر الأردن بعد زيارة", "عاد من كينيا"
            left = [a.mention for a in over.args if a.role in ("object", "loose") or fold(a.prep) == FROM[0]]
            parts["recipient"] = parts.get("recipient") or [m for m in left if m.kind in ("state", "place")][:1]
        put_off = over is not None and not over.operates.isdisjoint(("postpone", "cancel", "decide"))
        if over is not None and put_off and frame.mode == "visit" and not parts.get("recipient"):
            home = self.thread.countries(parts, "actor")  # "أعلن الأردن تأجيل زيارة الرئيس الفلسطيني": who was to receive him
            hosts = [a.mention for a in self.thread.outer_subject(over) if a.mention.country and a.mention.country not in home]
            parts["recipient"] = [m for m in hosts if m.kind in ("state", "government-body")] if home - {None} else []
        for clause_pred in self.thread.relatives(pred):
            if clause_pred.lemma in self.pack.word_class("describing"):
                continue  # "زيارة اعتبرتها الصين استفزازية": whom it offends
            gather = "gather" in clause_pred.operates
            holds = gather or fold(clause_pred.lemma) in self.pack.word_class("holds")
            taken_up = bool(clause_pred.reading.pronoun) and holds  # "لقاء جمعه بنظيره"
            if taken_up and not self.thread.subject(clause_pred) and (main := over or later) is not None and main is not clause_pred:
                held = [a.mention for a in self.thread.outer_subject(main)]  # "لم يعتمد المجلس، في جلسة عقدها صباح الجمعة، القرار"
                parts.setdefault("actor", [])[:0] = [m for m in held if m not in parts.get("actor", ())]
            for prep, who in self.thread.pronouns(clause_pred):
                if prep == "مع" and who not in parts.setdefault("actor", []):
                    parts["actor"].append(who)
            if frame.mode == "visit" and not parts.get("recipient"):  # "زيارة يقوم بها إلى بودابست"
                parts["recipient"] = [a.mention for a in clause_pred.args if frame.parts.get(fold(a.prep)) == "recipient"]
            hosted = "host" in clause_pred.operates and frame.mode != "multilateral"  # "محادثات استضافتها أوسلو", no summit of hers
            led = bool(clause_pred.reading.pronoun) and fold(clause_pred.lemma) in self.pack.word_class("leads-talks")
            if led and any(fold(a.prep) in (_BETWEEN, "مع") for a in (*pred.args, *clause_pred.args)):  # "المحادثات التي قادتها الأمم المتحدة بين …"
                parts.setdefault("third", []).extend(a.mention for a in self.thread.subject(clause_pred))
            for a in (*self.thread.subject(clause_pred), *clause_pred.args):
                if hosted and a.role == "subject" and a.mention.kind in ("place", "state"):
                    continue
                if a.mention in parts.get("third", ()):
                    continue
                called = fold(a.prep) == "من" and "reverse" in clause_pred.operates  # "الاتصال الذي تلقاه X من Y"
                there = bool(a.prep) and a.mention.kind == "place"  # "اجتماع ضم الوزيرين بالعاصمة أنقرة"
                joins = a.role == "subject" or (a.prep and fold(a.prep) in _TOGETHER) or (gather and not there and fold(a.prep) in ("", "ب"))
                if (joins or called) and self.thread.can_act(a.mention) and a.mention not in parts.setdefault("actor", []):
                    parts["actor"].append(a.mention)

    def _spoken_to(self, over: Pred) -> list[Mention]:
        """ "حث X نظيره Y خلال مكالمة", "أكد X لنظيره Y خلال اتصال", "اتفق X مع Y خلال اجتماع": whom a man speaks or agrees with there."""
        agreed = [a.mention for a in over.args if "AGREE" in over.types and fold(a.prep) == WITH and self.thread.can_act(a.mention)]
        to = [a.mention for a in over.args if a.role == "object" or (over.says and fold(a.prep) == "ل")]
        return agreed + [m for m in to if m.kind in ("person", "role")]

    def _is_in_margins(self, meeting: Pred) -> bool:
        """ "التقى الوزير على هامش القمة التي ترأسها تونس نظيره الليبي": is it what others met beside?"""
        if meeting.link == "gen" and meeting.governor is not None and meeting.governor.kind == "noun":
            return self._is_in_margins(meeting.governor)
        return meeting.link == "time:during" and self.a.tokens[meeting.first - 1].fold in self.pack.word_class("margin")

    def _main_verb(self, pred: Pred) -> Pred | None:
        """The verb behind a scene that has a description of its own: "خلال زيارة يقوم بها إلى بودابست، قال الرئيس"."""
        after = (p for p in self.thread.preds if p.kind == "verb" and p.first > pred.last and p.clause.kind != "rel")
        return next((p for p in after if p.clause.parent is pred.clause), None)

    def _as_states(self, m: Mention) -> Mention:
        """ "وتبادل الجانبان إطلاق النار": their states, not the two men who have been told of."""
        states = dict.fromkeys(f"state/{self.thread.entity(e).country}" for e in m.entities if e.startswith("person/"))
        if m.rule not in ("pair", "parties") or len(states) < 2 or not states.keys() <= self.thread.world.entities.keys():
            return m
        return replace(m, entities=tuple(states), kind="group", role=None)

    def _is_of_trade(self, m: Mention) -> bool:
        """ "صحفيون", "طلاب": people of a trade, of no nation or with its name before theirs in their id; or a station of the state."""
        trades = self.pack.word_class("trade-people")
        station = any((e := self.thread.entity(x)).kind == "government-body" and e.sector == "JRN" for x in m.entities)
        return station or (m.rule == "unnamed" and not trades.isdisjoint(m.entities[0].rpartition("/")[2].split("-")))

    def _lose_lives(self, who: Mention) -> bool:
        """ "ندد بخسارة أرواح كثير من المدنيين": are they those whose lives were lost?"""
        life = self.pack.word_class("life")
        return any(t.fold in life for t in self.a.tokens[max(0, who.first - _LIVES) : who.first])

    def clean(self, pred: Pred, parts: dict[str, list[Mention]], frame: Frame) -> None:
        """Parties are those who can act; a mention is in one part only; a meeting's parties are all actors."""
        if frame.mode == "visit":
            going = parts.get("actor", ())
            if fold(pred.lemma) not in self.pack.word_class("sends-men"):  # "وصل إنتاج أوبك إلى أعلى مستوى", "جولة أوروبية": no organisation travels
                parts["actor"] = [m for m in going if self._is_sent(m) or not any(self._stays(e) for e in m.entities)]
            travellers = [m for m in parts.get("actor", ()) if m.kind in ("person", "role")]
            if travellers:  # "جولة تشمل إثيوبيا والغابون": whom he visits
                hosts = [m for m in parts["actor"] if m.kind == "state" and all(m.country != t.country for t in travellers)]
                parts["actor"] = [m for m in parts["actor"] if m not in hosts]
                parts.setdefault("recipient", []).extend(hosts)
            for m in list(parts.get("recipient", ())):
                if m.kind == "place":
                    parts.setdefault("place", []).append(m)
                    state = self.thread.state_of(m)
                    if state is not None:
                        parts["recipient"][parts["recipient"].index(m)] = state
            there = self.thread.countries(parts, "recipient")  # "الزيارة التي يقوم بها إلى الأردن لمشاركة نظيره": who is at home is no guest
            guests = [m for m in parts["actor"] if m.country not in there or m.country is None]
            parts["actor"] = guests or parts["actor"]
            hosts = [m for m in parts.get("recipient", ()) if m.kind == "state"]
            parts["actor"] = [m for m in parts.get("actor", ()) if all(m.entities != h.entities for h in hosts)]
        parts["actor"] = [m for m in parts.get("actor", ()) if m.entities != _EVERYBODY]  # it is asked and blamed, and does nothing itself
        if frame.type not in SPEECH:  # who tells of a deed has no part in it
            parts["actor"] = [m for m in parts.get("actor", ()) if not (m.rule == "unnamed" and m.entities[0].endswith(TELLERS))]
        if frame.type == "ASSAULT":
            parts["actor"] = [self._as_states(m) for m in parts["actor"]]
        if frame.type in _TABLES:  # "لقاء مع صحفيين", "وفد من الأطباء": people of a trade meet and agree with nobody
            for end in ("actor", "recipient"):
                parts[end] = [m for m in parts.get(end, ()) if not self._is_of_trade(m)]
        if frame.type not in SPEECH:  # "ردت على مصادر النيران": no sources
            parts["recipient"] = [m for m in parts.get("recipient", ()) if not (m.rule == "unnamed" and m.entities[0].endswith(TELLERS))]
        if frame.type == "CONSULT":  # a plane or a patrol pays no visits
            parts["actor"] = [m for m in parts.get("actor", ()) if m.rule != "agent.MIL" or self._are_officers(m)]
        for part in ("actor", "recipient", "third", "initiator"):
            kept = []
            for m in parts.get(part, ()):
                deals = m.rule == "powers" and frame.type in ("CONSULT", "AGREE")  # not "حذر من الاتفاق بين إيران والقوى الكبرى": nobody warns them
                silenced = part == "recipient" and frame.mode == "censor" and self._is_known_voice(m)  # "حجبت بوركينا فاسو موقع قناة فرنسية"
                freed = m.rule == "land" and frame.mode == "release"  # "أعيد 70 جنديا من الأراضي الأذربيجانية"
                if deals or silenced or freed or self.thread.can_act(m):
                    kept.append(m)
                elif part in ("actor", "recipient"):
                    parts.setdefault("place" if m.kind == "place" else "about", []).append(m)
            if part in parts:
                parts[part] = kept
        if frame.type == "ACCUSE":
            parts["recipient"] = [m for m in parts.get("recipient", ()) if not self._lose_lives(m)]
        if frame.type in DEEDS or frame.mode == "release":
            parts["recipient"] = of_their_own(parts.get("recipient", ()), parts.get("actor", ()))
        if frame.type in AIMED:
            named = (m.stands_for for m in parts.get("recipient", ()) if m.stands_for)
            aimed = self.thread.countries(parts, "recipient") | {self.thread.entity(e).country for e in named}
            least = 2 if frame.type == "ACCUSE" else 3  # two may well ask the people of one of them together
            groups = {m.first: self.thread.without(m, aimed - {None}) for m in parts.get("actor", ()) if len(m.entities) >= least}
            # "دول الخليج، التي اتهمت الدوحة": a group does it to one of its members without him
            parts["actor"] = [groups.get(m.first) or m for m in parts.get("actor", ())]
            # "وجه لافروف الدعوة لزيارة موسكو": nobody asks his own state; but "اتهم حزب العمال الكردستاني تركيا": rebels are none of hers
            home = self.thread.homes(parts.get("actor", ()))
            own = ("back.forces",) if frame.type == "REQUEST" else ()  # "طالب الرئيس قواته بالتأهب"
            left = parts.get("recipient", ())
            parts["recipient"] = [m for m in left if not (m.kind == "state" or m.stands_for) or m.country not in home or m.rule in own]
            if not self.thread.countries(parts, "actor") - {None}:  # "اتهمهم بينيماراما بإدارة حملة ضد حكومته": his own, whoever he is
                parts["recipient"] = [m for m in parts["recipient"] if m.rule != "body.theirs"]
        seen: set[tuple[str, ...]] = set()
        for part in ("actor", "recipient", "third"):
            if part == "recipient" and frame.mode == "release":
                seen = set()  # "أعلنت فرنسا الإفراج عن فرنسيين كانا محتجزين في إيران"
            unique = []
            for m in parts.get(part, ()):
                key = m.entities or (m.text,)
                if key not in seen:
                    seen.add(key)
                    unique.append(m)
            if part in parts:
                parts[part] = unique
