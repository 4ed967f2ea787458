"""Searches for a missing party in the sentence itself: its place, matter and clauses, whoever speaks in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from khabar.coding.draft import DEEDS, Draft, bases, below, refs, speakers, stands_before, up
from khabar.coding.parts import Parts
from khabar.coding.thread import MISSIONS, Thread
from khabar.coding.tree import ACTOR_KINDS, AND, ENVOYS, FROM, IN, Pred, first_person
from khabar.coding.wording import Wording
from khabar.model import Mention, Span
from khabar.packs import Frame
from khabar.text import Token, fold

_GIVEN = frozenset(("AID", "COOPERATE"))
_WELCOMED = frozenset(("AGREE", "CONSULT", "SUPPORT", "AID", "CONCEDE", "RETREAT"))
DECIDED = DEEDS | {"SUPPORT", "CONCEDE", "RETREAT", "AGREE"}  # what a third party speaks of as "the step"
_BY_NATION = frozenset(("ACCUSE", "SUPPORT", "COERCE", "RETREAT"))  # a nationality beside the object tells whom they reach
_ALONE = frozenset(("RETREAT", "CONCEDE", "AID"))
_DONE_TO = frozenset(("SANCTION", "COERCE", "RETREAT", "MOBILIZE", "AID", "CONCEDE"))  # told in the passive, they may name no doer
_OFFICIAL = ("state", "government-body")
_CROWD = "protesters"  # of an unnamed id
_THE = "ال"
_HERS = "ها"
REACH = 16  # tokens on in which somebody is looked for; acts back as well
_TOGETHER = frozenset(("بين", "مع", "ب"))
_AT = (IN, "ب")
_OWNER = 7  # tokens between "belongs to" and the end of the owner's name
_TIE = 2  # adjectives between "relations" and "with"
_WHITHER = ("الي", "ل")
_WITHIN = 8  # tokens between a verb and the clause that describes its object
_OF_FIRM = "head-of-organisation"  # the office of who heads a company, too, which deals for no state
_GOODS = 5  # tokens around an export in which a nationality tells whose the goods are
_FIRST, _FURTHER = 4, 7  # tokens between "among them" and the first of a list of people, between each and the next: "من نساء وأطفال، و10"
_NATIONLESS = ("unnamed", "people")
_ASIDE = frozenset(("agent.CVL", "unnamed"))  # experts and observers comment; they do not act


def is_passive(pred: Pred) -> bool:
    """Is it a verb in the passive, by its vowel marks or its form?"""
    return pred.reading.verb is not None and pred.reading.verb.passive


def is_undone(pred: Pred, frame: Frame) -> bool:
    """Is it a deed told in the passive ("أُطلق سراح الجنود"), so that nobody need be named who did it?"""
    reaches = frame.object is not None or "recipient" in frame.parts.values()
    return is_passive(pred) and reaches and frame.type in _DONE_TO


@dataclass(slots=True)
class Case:
    """An act whose ends are sought: who stands in which part so far, and the events that its sentence told before it."""

    pred: Pred
    frame: Frame
    parts: dict[str, list[Mention]]
    made: list[Draft]
    passive: bool  # the object or subject of a verb that names no doer ("took place")

    def at(self, part: str) -> list[Mention]:
        """Who stands in this part so far."""
        return self.parts.get(part, [])


class Nearby:
    """Each search takes a case and gives who stands at the end that is sought, [] if nobody, None to leave that end as it is.

    One that must move somebody between the two ends does so itself.
    """

    def __init__(self, thread: Thread, words: Wording, parts: Parts) -> None:
        self.thread, self.words, self.parts_of = thread, words, parts
        self.a, self.pack = thread.a, thread.pack
        self._hail: dict[int, Mention] = {}  # people without a name -> the state they are from

    def actors(self, c: Case) -> set[str | None]:
        """The countries of those who act; None among them for people of no country."""
        return self.thread.countries(c.parts, "actor")

    def reached(self, c: Case) -> set[str | None]:
        """The countries of those who are acted on."""
        return self.thread.countries(c.parts, "recipient")

    def ahead(self, pred: Pred, most: int, least: int = 0) -> Sequence[Mention]:
        """The mentions in the predicate's own stretch, in at most so many tokens; least: tokens where its stretch is not known."""
        return self.thread.within(pred.last, min(pred.stop or pred.last + least, pred.last + most))

    def _told_by(self, c: Case) -> list[Mention]:
        """Who says, in a verb over its clause, that it was done."""
        said = next((x for x in speakers(c.pred.clause) if isinstance(x, Pred)), None)
        return [a.mention for a in self.thread.speaker(said)] if said is not None else []

    def _inside(self, pred: Pred) -> set[str]:
        return {fold(a.prep) for a in pred.args}

    # Who did it.

    def whose_thing(self, c: Case) -> list[Mention]:
        """ "قُطعت المساعدات الأميركية", "نُشرت قوات فرنسية", "أعيد فتح المجال الجوي الباكستاني": whose the thing is tells who acted."""
        whose = [a.mention for k in c.pred.children if k.link == "subj" for a in k.args if a.role == "genitive"]
        if c.frame.type == "MOBILIZE":
            whose += [m for m in c.at("about") if m.rule.startswith("agent")]
        if c.frame.type == "CONCEDE" and c.frame.object == "about":
            near = self.ahead(c.pred, _WITHIN + 2, _WITHIN + 2)
            whose += [m for m in near if m.kind == "demonym" or m.rule == "land"] or self.thread.states_of(near)  # "فتح مطارات في شمال الهند"
        theirs = self.reached(c)
        return [m for m in whose if m.country not in theirs and not {self.thread.entity(e).country for e in m.entities} & theirs][:1]

    def state_of_teller(self, c: Case) -> list[Mention]:
        """ "أعلن الوزير الكوبي أنه تم طرد السفير": his state did it."""
        said = next(iter(speakers(c.pred.clause)), None)
        theirs = self.reached(c)
        tellers = self.thread.speaker(said) if isinstance(said, Pred) else [said] if said is not None else ()
        return [a.mention for a in tellers if self.thread.can_act(a.mention) and a.mention.country and a.mention.country not in theirs][:1]

    def official_teller(self, c: Case) -> list[Mention]:
        """ "أعلن الوزير أنه تم منح السفير مهلة": a man of office or a body that tells it in the passive."""
        theirs = self.reached(c)
        return [m for m in self._told_by(c) if m.country and m.country not in theirs and (m.kind == "government-body" or m.role)][:1]

    def not_who_counts(self, c: Case) -> list[Mention] | None:
        """ "أعلنت الوزارة ارتفاع عدد ضحايا الهجوم الذي استهدف …": who counts the dead did not attack."""
        victims = self.pack.word_class("victims")
        if not any(t.fold in victims for t in self.a.tokens[max(0, c.pred.first - 3) : c.pred.first]):
            return None
        return [m for m in c.at("actor") if m.first > c.pred.first]

    def whose_craft(self, c: Case) -> list[Mention]:
        """ "رصد طائرة تابعة للجيش الصيني": who is seen, behind the verb."""
        home = self.reached(c)
        return [m for m in self.ahead(c.pred, 12, 12) if (m.country or m.kind == "demonym") and m.country not in home][:1]

    def who_recalls(self, c: Case) -> list[Mention] | None:
        """ "قال مكتب الرئيس إنه أمر باستدعاء السفير البولندي من مينسك": who says it, if the envoy is his state's."""
        if "own" not in c.parts:
            return None
        theirs = {m.country for m in c.parts["own"]}
        return [a.mention for a in self.thread.voice_over(c.pred) if self.thread.can_act(a.mention) and a.mention.country in theirs]

    def own_envoys(self, c: Case) -> list[Mention] | None:
        """ "استدعت الجزائر السفير الجزائري": those envoys who are hers."""
        home = self.actors(c) - {None}
        return [m for m in c.parts["own"] if m.country in home] if "own" in c.parts else None

    def recalled_from(self, c: Case) -> list[Mention] | None:
        """ "استدعت الجزائر السفير الجزائري في باريس": home from there."""
        return [host for m in c.parts["own"] for host in self.thread.hosts(m)] if "own" in c.parts else None

    def who_sends_away(self, c: Case) -> list[Mention]:
        """ "طرد السفير الهندي من كندا", "أعطى السفير الفرنسي في باماكو مهلة للمغادرة": the state in which the envoy is."""
        theirs = self.reached(c)
        states = [m for m in (*c.at("about"), *c.at("place")) if m.kind == "state"]
        hosts = [h for m in c.at("recipient") if m.role in ENVOYS for h in self.thread.hosts(m)]
        return [m for m in (*states, *hosts) if m.country not in theirs][:1]

    def no_envoy_expels(self, c: Case) -> None:
        """ "قرار البحرين باعتبار السفير النرويجي شخصا غير مرغوب فيه": an envoy who stands as the doer is the one sent away."""
        envoys = [m for m in c.at("actor") if m.role in ENVOYS]
        if envoys:
            theirs = {m.country for m in envoys}
            hosts = [m for p in ("actor", "recipient") for m in c.at(p) if m.country and m.country not in theirs]
            hosts = hosts or [h for m in envoys for h in self.thread.hosts(m)]  # "أُبلغ السفير النمساوي في لاباز بأنه"
            hosts = hosts or [m for m in self._told_by(c) if m.country and m.country not in theirs]
            c.parts["actor"], c.parts["recipient"] = hosts[:1], envoys

    def us_too(self, c: Case) -> list[Mention]:
        """ "قال إن الاتفاق مع الولايات المتحدة أُقر", "أكد الوزير المصري التوصل إلى تفاهم مع تركيا": the speaker's side is the other one."""
        with_one = any("مع" in self._inside(p) for p in (c.pred, *(below(c.pred) if c.frame.type == "AGREE" else ())))
        one_side = len(refs(c.parts, "actor")) == 1 and with_one and not c.pred.subject
        over = c.pred.governor
        while over is not None and over.kind == "noun":
            over = over.governor
        said = self.thread.speaker(over) if over is not None and over.says and one_side else ()
        told = (self._told_by(c) or [a.mention for a in said]) if one_side else []
        ours = [m for m in told if self.thread.can_act(m) and m.country and m.first < c.pred.first and m.role != _OF_FIRM]
        return [*c.at("actor"), *(m for m in ours[:1] if m.country not in self.actors(c))]

    def cited_behind(self, c: Case) -> list[Mention] | None:
        """ "على العراق إيداع الخرائط، بحسب مذكرة سلمتها الكويت", "…، هكذا علق الناطق الصيني": who says so, behind what must be done."""
        tokens, stop = self.a.tokens, self.thread.sentence_end
        words = self.pack.word_class("cited") | self.pack.word_class("so-said")
        at = next((i for i in range(c.pred.last, stop) if tokens[i].fold in words), None)
        near = self.thread.within(at + 1, min(stop, at + REACH)) if at is not None else ()
        whom = refs(c.parts, "recipient")
        return next(([m] for m in near if self.thread.can_act(m) and whom.isdisjoint(m.entities)), None)

    def received(self, c: Case) -> list[Mention] | None:
        """ "لقي العرض الروسي رفضا من كييف", "قوبلت الخطوة بإدانة تركية": whose the thing is that met with it."""
        over = c.pred.governor
        if over is None or ("reverse" not in over.operates and fold(over.lemma) not in self.pack.word_class("rousing")):
            return None
        whose = (m for m in self.thread.within(over.last, c.pred.first) if m.entities and (m.kind == "demonym" or self.thread.can_act(m)))
        found = [replace(m, kind="state") if m.kind == "demonym" else m for m in whose if m.country not in self.actors(c)]
        return found[:1] or None

    def together(self, c: Case) -> list[Mention] | None:
        """ "مشطت وحدات جزائرية وتونسية، في عملية مشتركة، الجبال": those of two states do together what their deed is done in."""
        over = c.pred.governor
        while over is not None and over.kind != "verb":
            over = over.governor
        men = [a.mention for a in self.thread.subject(over) if self.thread.can_act(a.mention)] if over is not None else []
        return men if len({self.thread.entity(e).country for m in men for e in m.entities} - {None}) > 1 else None

    def with_whom(self, c: Case) -> list[Mention] | None:
        """ "وقعت الحكومة اتفاقا يضمن وقف القتال مع الحركة": the other side stands in the terms."""
        if not refs(c.parts, "actor") or (c.pred.kind != "verb" and len(refs(c.parts, "actor")) != 1) or _is_offer(c.frame):
            return None
        home = self.actors(c) | refs(c.parts, "actor")
        return [*c.at("actor"), *[m for m in self._other_in_terms(c) if not home & {*m.entities}][:1]]

    def granted(self, c: Case) -> list[Mention] | None:
        """ "أبدى استعداده لاستئناف العلاقات مع فنزويلا", "وافقت على بيع أسلحة لتايوان", "سيصدق على عضوية فنلندا": to whom one side offers it."""
        if not refs(c.parts, "actor") or not _is_offer(c.frame):
            return None
        home, tokens = self.actors(c), self.a.tokens
        joins = next((t for t in tokens[c.pred.last : c.pred.last + REACH] if not bases(t.fold).isdisjoint(self.pack.word_class("membership"))), None)
        members = [a.mention for a in c.pred.args if a.prep and joins is not None and tokens[a.mention.first].start > joins.start]
        given = [(p, a) for p in below(c.pred) if not p.types.isdisjoint(_GIVEN) for a in p.args if a.prep]
        gets = [a.mention for p, a in given if any(f.parts.get(fold(a.prep)) in ("recipient", "actor") for f in p.frames)]
        found = members or [m for m in gets if self.thread.can_act(m)] or self._other_in_terms(c)
        others = [m for m in found if m.country not in home]
        return others if members else others[:1]

    def _other_in_terms(self, c: Case) -> list[Mention]:
        """Those with whom what is agreed would be done."""
        terms = [r for k in below(c.pred) for rel in self.thread.relatives(k) for r in (rel, *below(rel))]
        shared = [p for p in (*below(c.pred), *terms) if not _is_of_one(p)]  # not "على الإفراج عن سجناء في سياق التقارب مع بولندا"
        other = (a.mention for p in shared for a in p.args if fold(a.prep) == "مع" and self.thread.can_act(a.mention))
        return [m for m in other if not self._is_of_matter(m)]

    def of_their_matter(self, c: Case) -> list[Mention]:
        """ "معاهدة التعاون بين روسيا وطاجيكستان", "انعقد مجلس التعاون بين اليونان وتركيا": between whom the matter of a deal or council is."""
        if c.frame.type == "CONSULT" and "actor" not in c.frame.needs:
            return []
        return [a.mention for k in c.pred.children if k.link == "gen" for a in k.args if fold(a.prep) == "بين" and self.thread.can_act(a.mention)]

    def who_joins(self, c: Case) -> list[Mention]:
        """ "صدق البرلمان التركي على بروتوكول انضمام السويد": whose joining or membership is agreed to."""
        joining, tokens = self.pack.word_class("joining"), self.a.tokens
        near = self.ahead(c.pred, REACH, REACH)
        return _in_a_row([m for m in near if m.first and m.kind == "state" and (m.conj or not bases(tokens[m.first - 1].fold).isdisjoint(joining))])

    def joined_before(self, c: Case) -> list[Mention]:
        """ "العلاقات بين تشاد والسودان التي قطعت": those whom "between" joins before a verb that names no doer."""
        tokens, first = self.a.tokens, c.pred.first
        at = next((i for i in range(first - 1, max(0, first - REACH), -1) if tokens[i].fold == "بين"), None)
        joined = [m for m in self.thread.within(at + 1, first) if self.thread.can_act(m)] if at is not None else []
        return joined[:2] if len({e for m in joined[:2] for e in m.entities}) > 1 else []

    def arrested_here(self, c: Case) -> list[Mention]:
        """Who is arrested in a country is arrested by it."""
        here = [state for m in c.at("place") if (state := self.thread.state_of(m)) is not None]
        return (here + [m for m in c.at("place") if m.kind == "state"])[:1]

    def announcer(self, c: Case) -> list[Mention]:
        """ "أعلنت حكومة جنوب السودان وضع نائب الرئيس تحت الإقامة الجبرية", "أكدت طهران اعتقال ثلاثة فرنسيين": who announces or decides the act."""
        told = c.pred.governor if c.pred.kind == "noun" and c.pred.link in ("obj", "ب", "عن") else None
        if told is not None and told.says:
            tells = [a.mention for a in self.thread.speaker(told) if a.mention.kind != "person" and a.mention.country]
            return tells if self.thread.countries({"actor": tells}, "actor").isdisjoint(self.reached(c)) and self.reached(c) - {None} else []
        preds = self.thread.preds
        over = next((p for p in reversed(preds) if p.first < c.pred.first), None)
        if over is None or c.pred.reading.conj or over.kind != "verb" or "decide" not in over.operates or over.content is not None:
            return []
        return [a.mention for a in over.subject] if over.subject and over.subject[-1].mention.last == c.pred.first else []

    def captor(self, c: Case) -> list[Mention] | None:
        """ "عاد 60 جنديا من الأسر الأوكراني", "من الأسر في أوكرانيا": who held those that came home, instead of who tells of them."""
        theirs = self.reached(c) - {None}
        if c.frame.subject != "recipient" and not self.actors(c) <= theirs:
            return None  # not "أعلنت باريس الإفراج عن فرنسيين كانوا محتجزين في"
        return self._captor(c.pred, c.parts) or None

    def flown_from(self, c: Case) -> list[Mention]:
        """ "وصول تسعين أسيرا من مطار جازان في السعودية إلى مطار صنعاء": the land whose airport captives leave let them go."""
        tokens, theirs = self.a.tokens, self.reached(c) - {None}
        stop, airport = min(self.thread.sentence_end, c.pred.last + REACH), self.pack.word_class("airport")
        at = next((i for i in range(c.pred.last, stop) if tokens[i].fold in airport and tokens[i - 1].fold in FROM), None)
        near = self.thread.within(at, at + 5) if at is not None else ()
        return [m for m in self.thread.states_of(near) if m.country not in theirs][:1] if c.frame.subject == "recipient" else []

    def by_weapon(self, c: Case) -> list[Mention]:
        """ "أصيب بنيران أذربيجانية", "قتل برصاص الجيش", "في تبادل لإطلاق النار مع القوات الأرمينية": who fired."""
        tokens, weapons, fights = self.a.tokens, self.pack.word_class("weapon"), self.pack.word_class("fighting")
        hit, pred = self.reached(c) - {None}, c.pred
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
                    return [_as_state(m)]
        return []

    def answers_with(self, c: Case) -> list[Mention] | None:
        """ "وردت إسرائيل بقصف الميناء": who answers does what he answers with."""
        over = c.pred.governor
        if over is None or fold(c.pred.link) != "ب" or over.lemma not in self.pack.word_class("answers-by"):
            return None
        return [a.mention for a in self.thread.subject(over) if self.thread.can_act(a.mention)]

    def who_boasts(self, c: Case) -> list[Mention]:
        """ "أعلن الجيش مقتل عشرة من عناصر طالبان": an army that tells of dead gunmen or dead of a group killed them."""
        hit = c.at("recipient")
        if not hit or not all(self._is_fighter(m) for m in hit):
            return []
        said = next((x for x in speakers(c.pred.clause) if isinstance(x, Pred)), None) or c.pred.governor
        tellers = [a.mention for a in self.thread.speaker(said)] if said is not None and said.says else []
        return [m for m in tellers if m.rule != "unnamed" and any(self.thread.entity(e).sector == "MIL" for e in m.entities)][:1]

    def _is_fighter(self, m: Mention) -> bool:
        """A group in arms, one of its men, or gunmen without a name?"""
        return m.kind == "armed-group" or (m.role or "").startswith("group-") or any(e.startswith("unnamed/gunmen") for e in m.entities)

    def told_of_it(self, c: Case) -> list[Mention]:
        """ "أبلغت مصر إسرائيل رفضها …": whom somebody tells of his refusal."""
        over = c.pred.governor
        if over is None or c.pred.link != "obj" or fold(over.lemma) not in self.pack.word_class("addresses"):
            return []
        whom = (a.mention for a in over.of_role("object") if a.mention.country and a.mention.country not in self.actors(c))
        return [m for m in whom if self.thread.can_act(m)][:1]

    def whose_aid(self, c: Case) -> list[Mention]:
        """ "مساعدات مقدمة من الكويت", "طائرة مساعدات كويتية": whence it is, by the words beside it."""
        near = [m for m in self.ahead(c.pred, 5) if m.kind == "demonym"]
        near += [a.mention for a in c.pred.args if a.role == "loose" and not a.prep and a.mention.kind == "state"]
        return c.at("initiator") or near[:1]

    def who_sent_it(self, c: Case) -> list[Mention] | None:
        """ "أفادت الوزارة العمانية بوصول ثلاث طائرات إغاثة إلى المغرب": who tells that it came."""
        if fold(c.pred.lemma) not in self.pack.word_class("on-the-way"):
            return None
        theirs = self.reached(c)
        sender = self.thread.subject(c.pred.governor) if c.pred.governor is not None and c.pred.governor.says else ()
        return [a.mention for a in sender if a.mention.country and a.mention.country not in theirs][:1]

    def in_the_state(self, c: Case) -> list[Mention]:
        """ "جرى استدعاء السفير في بغداد": the state in which it was done."""
        return self.thread.states_of(c.at("place"))[:1]

    def called_to(self, c: Case) -> list[Mention]:
        """ "استدعاء السفير التركي إلى وزارة الخارجية البلغارية": the ministry to which he is called."""
        return [a.mention for a in c.pred.args if fold(a.prep) in ("الي", "ل") and a.mention.kind == "government-body"][:1]

    def posted_with(self, c: Case) -> list[Mention]:
        """ "استُدعي السفير الإيراني في الكويت": the state to which the envoy is sent."""
        return [host for m in c.at("recipient") if m.role in ENVOYS for host in self.thread.hosts(m)][:1]

    def voice(self, c: Case) -> list[Mention]:
        """Who says what the act stands in."""
        return [a.mention for a in self.thread.voice_over(c.pred) if self.thread.can_act(a.mention) and a.mention.rule not in _ASIDE]

    def where_told(self, c: Case) -> list[Mention] | None:
        """ "حُكم عليها بالسجن في إيران", "مُنح السفير مهلة لمغادرة الكويت": the state in which an official deed is told without its doer."""
        if not is_undone(c.pred, c.frame) or (c.frame.type == "RETREAT" and self.words.has(c.pred, self.pack.word_class("kidnapped"))):
            return None
        theirs = self.reached(c) | {m.country for m in c.at("recipient")}
        inside = [m for m in c.at("place") if fold(m.prep or self.a.tokens[m.first - 1].fold) in ("في", "ب", "من")]
        leaves = self.pack.word_class("leaving")
        inside += [a.mention for p in below(c.pred) for a in p.args if fold(p.lemma) in leaves and a.role == "genitive"]
        inside += [a.mention for p in below(c.pred) for a in p.args if a.role == "loose" and fold(a.prep) in ("في", "ب")]
        return [m for m in self.thread.states_of(inside) if m.country and m.country not in theirs][:1] if theirs - {None} else []

    # To whom it was done.

    def sent_away(self, c: Case) -> list[Mention] | None:
        """ "أعلنت أن السفير غير مرغوب فيه": of whom the clause tells."""
        return [a.mention for a in c.pred.content.topic if self.thread.can_act(a.mention)][:1] if c.pred.content is not None else None

    def staff(self, c: Case) -> list[Mention] | None:
        """ "طرد 12 موظفا من السفارة الفرنسية": the body of another state beside it."""
        home = self.actors(c)
        bodies = [m for p in ("about", "place", "third") for m in c.at(p) if m.kind == "government-body" and m.country not in home]
        return bodies[:1] or None

    def put_off(self, c: Case) -> list[Mention]:
        """ "ألغت الصين اجتماعا بين وزيري الخارجية الصيني والياباني", "ألغى لقاء كان سيجمعه بالرئيس": whom the meeting would have been with."""
        home = self.actors(c)
        met = [k for k in c.pred.children if k.link == "obj" and "CONSULT" in k.types]
        with_whom = [a for k in met for p in (k, *self.thread.relatives(k)) for a in p.args if a.prep and fold(a.prep) in _TOGETHER]
        others = (self.thread.without(a.mention, home) for a in with_whom if self.thread.can_act(a.mention))
        return [m for m in others if m is not None and m.country not in home - {None}]

    def other_side_of_treaty(self, c: Case) -> list[Mention] | None:
        """India's treaty of the waters is with Pakistan."""
        home = self.actors(c)
        deals = [m for p in ("about", "place") for m in c.at(p) if m.kind == "instrument"]
        deals += [a.mention for k in c.pred.children if k.link == "obj" for a in k.args if a.mention.kind == "instrument"]
        sides = {s for m in deals for e in m.entities for s in self.thread.world.matters.get(e, ())}
        if not home or len(sides) != 2 or all(self.thread.entity(s).country not in home for s in sides):
            return None
        others = tuple(s for s in sides if self.thread.entity(s).country not in home)
        return [replace(deals[0], entities=others, kind="state", country=self.thread.entity(others[0]).country)]

    def in_named_state(self, c: Case) -> list[Mention]:
        """ "عقوبات على مسؤولين في ميانمار", "أغلقت الحدود مع غزة": the state in or at which it hits people of no country."""
        home, whose = self.actors(c), c.at("recipient")
        inside = [a.mention for p in (c.pred, *c.pred.children) for a in p.args if whose and fold(a.prep) in ("ب", "في")]
        near = _first_of([m for m in self.thread.states_of(c.at("place")) if home and m.country not in home])
        states = [m for m in inside if m.kind == "state"]
        if states:
            self._hail |= {m.first: states[0] for m in whose}  # "متهما إياهم بقمع المعارضة"
        return states or whose or near

    def in_their_clause(self, c: Case) -> list[Mention]:
        """ "تبنت سويسرا العقوبات التي أقرها الاتحاد بحق موسكو": whom the measures hit, in the clause that tells whose they were."""
        home, aimed = self.actors(c), self.pack.word_class("aimed-with")
        named = [k for k in (c.pred, *below(c.pred)) if k.kind == "noun" and "SANCTION" in k.types]
        told = (a for k in named for rel in self.thread.relatives(k) for a in rel.args if fold(a.prep) in aimed)
        return [m for m in (a.mention for a in told) if m.country and m.country not in home][:1]

    def reached_by_them(self, c: Case) -> list[Mention]:
        """ "فرضت عقوبات طالت سبعة مسؤولين روس", "أعلنت عقوبات تستهدف مسؤولين في ميانمار": whom the measures hit, in the clause that tells of it."""
        home, words, at = self.actors(c), self.pack.word_class("reaching"), None
        named = "SANCTION" in c.pred.types and c.pred.kind == "noun"
        for p in self.thread.preds:
            if c.pred.last <= p.first < c.pred.last + REACH and at is None:
                if p.kind == "verb" and p.lemma in words and named:
                    at = p.last
                named = p.kind == "noun" and "SANCTION" in p.types  # not "ردا على هجوم استهدف أسطولها"
        near = self.thread.within(at, min(self.thread.sentence_end, at + REACH)) if at is not None else ()
        hit = [x for m in near for x in (self.thread.states_of([m]) if m.kind == "place" else [_as_state(m)])]
        return _in_a_row([m for m in hit if m.country and m.country not in home])

    def same_target(self, c: Case) -> list[Mention]:
        """ "أعلنت موريتانيا قطع علاقاتها مع قطر، أما الأردن فاكتفى بتخفيض التمثيل": whom another state's measure hit before in the sentence."""
        home = self.actors(c) - {None}
        before = next((d for d in reversed(c.made) if d.type == c.frame.type and d.parts.get("recipient")), None)
        if before is None or not home or home & self.thread.countries(before.parts, "actor"):
            return []
        return [m for m in before.parts["recipient"] if m.country and m.country not in home]

    def both_before(self, c: Case) -> list[Mention]:
        """ "خلص الرئيسان بعد لقاء دام ساعات إلى مذكرة": the two who then act are those who met."""
        over = c.pred.governor if c.pred.link == "time:after" and not c.pred.reading.pronoun else None
        told = [a.mention for a in self.thread.subject(over)] if over is not None and over.kind == "verb" else []
        sides = {self.thread.entity(e).country for m in told for e in m.entities} - {None}
        return told if len(sides) == 2 and all(self.thread.can_act(m) for m in told) else []

    def others_too(self, c: Case) -> list[Mention]:
        """ "طردت إيطاليا ثلاثين دبلوماسيا روسيا، وأمهلت الدنمارك 15 آخرين": others of those whom the same was done to before."""
        if not self.words.has(c.pred, self.pack.word_class("others-alike")):
            return []
        home = self.actors(c)
        before = next((d for d in reversed([*self.thread.drafts[-REACH:], *c.made]) if d.type == c.frame.type and d.mode == c.frame.mode), None)
        return [m for m in before.parts.get("recipient", []) if m.country and m.country not in home] if before is not None else []

    def not_their_own(self, c: Case) -> list[Mention] | None:
        """ "قطعت العلاقات مع إيران وأمرت أعضاء سفارتها بالمغادرة": nobody sends his own envoys away; they are of whom he dealt with before."""
        home, whom = self.actors(c) - {None}, c.at("recipient")
        if not whom or not home or any(m.country not in home for m in whom):
            return None
        before = next((d for d in reversed(c.made) if d.type == c.frame.type and home & self.thread.countries(d.parts, "actor")), None)
        return [m for m in before.parts.get("recipient", []) if m.country and m.country not in home] if before is not None else None

    def whose_work(self, c: Case) -> list[Mention]:
        """ "أوقفت الشرطة الإسبانية، في عملية نسقت مع نظيرتها الألمانية، تسعة": who acts in the main clause worked with them."""
        clause, home = c.pred.clause, self.actors(c)
        over = clause.parent.verb if clause.kind == "rel" and clause.parent is not None else None
        if over is None or c.pred.kind != "verb" or c.pred.subject or len(home) > 1 or "مع" not in self._inside(c.pred):
            return c.at("actor")
        ours = [a.mention for a in self.thread.subject(over) if self.thread.can_act(a.mention) and a.mention.country not in home]
        return [*ours[:1], *c.at("actor")]

    def bearer(self, c: Case) -> list[Mention]:
        """ "ألغت تأشيرة المبعوث البلجيكي": who bears the paper."""
        home = self.actors(c)
        held = [a for p in (c.pred, *c.pred.children) for a in p.args]
        args = [a for a in held if not a.prep and a.role in ("loose", "object", "genitive") and self.thread.can_act(a.mention)]
        return [a.mention for a in args if a.mention.country and a.mention.country not in home][:1]

    def acts_beside(self, c: Case) -> list[Mention] | None:
        """ "على الرغم من رفع الاتحاد العقوبات، أبقت مالي", "أدى الانقلاب في مالي إلى فرض عقوبات": who acts beside it, if it is one state."""
        if not c.at("actor"):
            return None
        home = self.actors(c)
        act = [a.mention for p in self.thread.preds if p is not c.pred for a in p.args if a.role in ("subject", "named", "topic")]
        act += [a.mention for p in self.thread.preds if p.kind == "verb" for a in p.args if a.role == "loose" and not a.prep]
        states = {m.country: m for m in self.thread.states_of(m for m in act if m.kind in ("state", "conflict")) if m.country not in home}
        return list(states.values()) if len(states) == 1 else []

    def across_border(self, c: Case) -> list[Mention]:
        """ "على الحدود المصرية الفلسطينية": what Egypt does there is done to the other."""
        home = self.actors(c)
        return [
            replace(m, entities=tuple(e for e in m.entities if self.thread.entity(e).country not in home)) if len(m.entities) > 1 else m
            for m in c.at("recipient")
        ]

    def over_the_border(self, c: Case) -> list[Mention]:
        """ "شن غارات على طول حدوده مع كمبوديا": the neighbour at whose border a state strikes."""
        home = self.actors(c)
        return [m for m in self.parts_of.neighbours_at(c.pred) if home - {None} and m.country not in home]

    def among(self, c: Case) -> list[Mention] | None:
        """ "احتجزت عشرين متطرفا بينهم فرنسيان", "أفرجت عن 20 بحارا، هم 12 هنديا وسريلانكي": of those whom it reached, all whose nation is told."""
        told = self._by_nation(c.pred)
        if not told or any(m.country and m not in told and m.rule not in _NATIONLESS for m in c.at("recipient")):
            return None
        home = self.actors(c)
        return [m for m in told if m.country not in home] or told

    def _by_nation(self, pred: Pred) -> list[Mention]:
        """The people of the list behind "among them" or "they are", in the stretch of a predicate and before any other verb."""
        tokens, words = self.a.tokens, self.pack.word_class("among-them") | self.pack.word_class("they-are")
        other = (p.first for p in self.thread.preds if p.kind == "verb" and p.first > pred.last and p.clause.kind != "rel")
        stop = min([self.thread.sentence_end, pred.last + REACH, *other])
        at = next((i for i in range(pred.last, stop) if tokens[i].fold in words), None)
        told: list[Mention] = []
        for m in self.thread.within(at + 1, self.thread.sentence_end) if at is not None else ():
            if told and m.rule in _NATIONLESS:
                continue
            before = tokens[m.first - 1]
            joined = m.conj or tokens[m.first].fold.startswith(AND) or before.kind == "number"
            joined = joined or any(self.pack.number_word(word) is not None for word in bases(before.fold))
            near = m.first - (told[-1].last if told else at or 0) <= (_FURTHER if told else _FIRST)
            if not near or not (m.rule.startswith("agent") or m.kind == "demonym") or (told and not joined):
                break
            told.append(_as_state(m))
        return told

    def from_there(self, c: Case) -> list[Mention]:
        """ "أوقفت عشرة صيادين من توغو", "احتجزت ثلاثين جنديا من ملاوي واتهمتهم": people of a country behind "from" are its people."""
        hit, home, pred = c.at("recipient"), self.actors(c), c.pred
        if any(m.country or m.rule not in _NATIONLESS for m in hit):
            return [self._hail.get(m.first, m) for m in hit]
        whence = [a for a in pred.args if a.prep and fold(a.prep) == FROM[0] and a.mention.kind in ("state", "place") and a.mention.first > pred.last]
        behind = [a for a in whence if (a.gap if not hit else any(m.last == a.mention.first - (not a.mention.prep) for m in hit))]
        state = next((s for s in self.thread.states_of(a.mention for a in behind) if s.country not in home - {None}), None)
        if state is None:
            return [self._hail.get(m.first, m) for m in hit]
        self._hail |= {m.first: state for m in hit}
        c.parts["actor"] = [m for m in c.at("actor") if m.first != state.first]
        return [state]

    def listed_from(self, c: Case) -> list[Mention]:
        """ "عقوبات على 86 مسؤولا وشركة من بيلاروسيا", "أمام الطائرات الآتية من المغرب": whence they are whom "on" leads to, or who come, where
        nobody else stands between."""
        tokens, coming = self.a.tokens, self.pack.word_class("coming-from")
        hit = {fold(prep) for prep, part in c.frame.parts.items() if part == "recipient"}
        other = (p.first for p in self.thread.preds if p.kind == "verb" and p.first > c.pred.last and p.clause.kind != "rel")
        stop = min([self.thread.sentence_end, c.pred.last + 2 * REACH, *other])
        near = self.thread.within(c.pred.last, stop)
        for m in near:
            if m.kind not in ("state", "place") or FROM[0] not in (fold(m.prep), tokens[m.first - 1].fold):
                continue
            comes = stands_before(tokens, m.first, coming)
            on = next((i for i in range(m.first - 3, c.pred.last, -1) if tokens[i].fold in hit), None)
            between = [x for x in near if x.rule not in _NATIONLESS and on is not None and on < x.first < m.first]
            whence = self.thread.states_of([m])
            if (comes or (on is not None and not between)) and whence and whence[0].country not in self.actors(c):
                return whence
        return c.at("recipient")

    def group_hit(self, c: Case) -> list[Mention]:
        """ "اغتيال قيادي في حماس": whose leader it was."""
        return [a.mention for a in c.pred.args if a.mention.kind in ("armed-group", "party")][:1]

    def coup_in(self, c: Case) -> list[Mention] | None:
        """A coup is its country's."""
        if not c.frame.alone or c.frame.mode or self.actors(c) - {None}:
            return None
        first = self.thread.preds[0].first if self.thread.preds else c.pred.first
        before = [m for m in self.thread.within(first, c.pred.first) if m.kind == "state"]
        over = c.pred.governor
        says = {e for a in self.thread.outer_subject(over) for e in a.mention.entities} if over is not None else set()
        before = [m for m in before if not says & {*m.entities}]
        return self._here(c) if c.at("place") else before[-1:] or self._here(c)

    def plotters(self, c: Case) -> list[Mention]:
        """ "أعلن عسكريون في النيجر الإطاحة بالرئيس": soldiers of the land whose rulers are toppled, where the sentence tells of soldiers."""
        if c.frame.mode or not c.frame.alone:
            return []
        start, stop = self.thread.sentence_start, self.thread.sentence_end
        told = any(not bases(t.fold).isdisjoint(self.pack.word_class("plotter")) for t in self.a.tokens[start:stop])
        ruler = next((m for m in c.at("recipient") if told and f"state/{m.country}" in self.thread.world.entities), None)
        return [replace(ruler, entities=(f"state/{ruler.country}",), kind="people-group", rule="own", role=None, stands_for=None)] if ruler else []

    def body_arrests(self, c: Case) -> None:
        """ "ووضعت السلطات قادة محليين قيد الإقامة الجبرية": authorities are not put under arrest, they put others under it."""
        bodies = [m for m in c.at("recipient") if m.kind in _OFFICIAL]
        if c.frame.subject == "recipient" and bodies and not c.at("actor"):
            c.parts["actor"], c.parts["recipient"] = bodies, [m for m in c.at("recipient") if m not in bodies]

    def not_his_own(self, c: Case) -> list[Mention] | None:
        """ "استهدفت طهران جماعة إيرانية في باكستان": not the nationality of the one who strikes."""
        home = self.actors(c)
        return [m for m in c.at("recipient") if m.kind != "demonym" or m.country not in home] if c.at("place") else None

    def on_own_ground(self, c: Case) -> list[Mention]:
        """ "هجوم إيراني داخل أراضيها": whose ground it is."""
        home = self.actors(c) - {None}
        return [m for m in self._own_people(c) if m.country not in home]

    def wronged(self, c: Case) -> list[Mention] | None:
        """ "اعتذر عن إسقاط الطائرة الروسية", "أسفه إزاء ما عاناه الكوريون": whose the thing or the suffering is that is regretted."""
        if c.frame.parts.get("عن") != "about":
            return None
        home = self.actors(c) - {None}
        near = self.thread.within(c.pred.last, min(self.thread.sentence_end, c.pred.last + REACH)) if home else ()
        hit = [m for m in near if m.entities and not home & {self.thread.entity(e).country for e in m.entities}]
        whose = (m for m in hit if m.kind in ("demonym", "state", "people-group", "government-body") and (m.country or m.kind == "demonym"))
        return [_as_state(m) for m in whose][:1]

    def eased_for(self, c: Case) -> list[Mention]:
        """ "رفع حظر تصدير السلاح إلى تركيا", "خفف القيود على الرحلات إلى السليمانية في العراق": the first other state behind what is lifted."""
        home = self.actors(c) - {None}
        near = self.thread.within(c.pred.last, min(c.pred.stop or c.pred.last + REACH, c.pred.last + REACH)) if home else ()
        whose = (_as_state(m) for m in near if m.kind in ("demonym", "state", "people-group", "government-body") and m.entities)
        others = [m for m in whose if self.thread.countries({"": [m]}, "").isdisjoint(home)]
        return (others or [m for m in self.thread.states_of(m for m in near if m.kind == "place") if m.country not in home])[:1]

    def whose_air(self, c: Case) -> list[Mention]:
        """ "مسيرات روسية انتهكت مجالها الجوي": whose the air is, else who tells of it."""
        home = self.actors(c) - {None}
        if not home or not self.words.has(c.pred, self.pack.word_class("own-air")):
            return []
        named = [m for m in self._own_people(c, "own-air") if m.country not in home]
        voices = [a.mention for p in self.thread.preds if p.says and p.first < c.pred.first for a in self.thread.subject(p)]
        return (named or [m for m in voices if m.country and m.country not in home and self.thread.can_act(m)])[:1]

    def whose_space(self, c: Case) -> list[Mention] | None:
        """ "أسقطت رومانيا مسيرات روسية انتهكت مجالها الجوي": whose airspace or waters were entered."""
        home = self.actors(c) - {None}
        if not home:
            return None
        space, tokens, doers, pred = self.pack.word_class("own-space"), self.a.tokens, refs(c.parts, "actor"), c.pred
        at = next((i for i in range(pred.last, min(pred.last + 3, len(tokens))) if tokens[i].fold in space), None)
        outer = [a.mention for p in self.thread.preds if at is not None and p.first < pred.first and p.kind == "verb" for a in self.thread.subject(p)]
        states = self.thread.states_of(m for m in outer if self.thread.can_act(m) and not doers & {*m.entities})
        same = [m for m in states if at is not None and m.country not in home and self.thread.is_her_kind(m) == tokens[at].fold.endswith(_HERS)]
        return same[:1] or None

    def sent_there(self, c: Case) -> list[Mention] | None:
        """ "أرسلت قوات إلى ليبيا", "دخلت شاحنات مساعدات إلى غزة": the state in which it is done."""
        home = self.actors(c)
        if c.frame.type == "MOBILIZE" and len(home) > 1 and not any(fold(a.prep) in _WHITHER for a in c.pred.args):
            return None  # armies that train together aim at nobody
        there = self.thread.states_of(m for p in ("place", "about") for m in c.at(p))
        if home - {None}:
            rebels = c.frame.type == "ASSAULT" and all(m.kind == "armed-group" for m in c.at("actor"))
            inside = {m.country for m in c.at("place") if rebels and _stands_in(m, self.a.tokens)}  # "في مقديشو": rebels hit their own state
            return _first_of([m for m in there if m.country in inside - {None} or m.country not in home])
        return _first_of(there) if c.frame.type == "AID" else None

    def to_that_place(self, c: Case) -> list[Mention]:
        """ "أرسلت قوات إلى هناك": the land or place abroad that has been told last."""
        tokens, there = self.a.tokens, self.pack.word_class("there")
        stop = min(self.thread.sentence_end, c.pred.last + REACH)
        at = next((i for i in range(c.pred.last + 1, stop) if tokens[i].fold in there and tokens[i - 1].fold in _WHITHER), None)
        told = self.thread.states_of(m for m in reversed(self.thread.before(c.pred.first)) if m.kind in ("state", "place")) if at else []
        home = self.actors(c)
        return [m for m in told if home - {None} and m.country not in home][:1]

    def hit_here(self, c: Case) -> list[Mention] | None:
        """Whom an unnamed hand hits in Mali is Mali's; in front of an embassy, the embassy."""
        if self.actors(c) - {None} or c.frame.parts.get("بين") == "actor":
            return None
        again = c.pred.kind == "noun" and c.pred.definite and not c.pred.args and not self.thread.relatives(c.pred)
        told = (d for d in reversed((*self.thread.drafts, *c.made)) if again and d.type == c.frame.type and d.parts.get("recipient"))
        if (same := next(told, None)) is not None:
            return list(same.parts["recipient"])  # "وتنفي روسيا أن تكون لها يد في الهجوم": the one that has been told
        near, at = self.pack.word_class("right-by"), [a for a in c.pred.args if a.mention.kind == "government-body" and a.mention.country]
        return [a.mention for a in at if self.a.tokens[a.mention.first - 1].fold in near][:1] or self._here(c)

    def where_felt(self, c: Case) -> list[Mention] | None:
        """ "انقطعت الكهرباء عن أحياء في لفيف إثر قصف روسي": where that happened which the attack is told as the cause of."""
        felt, home = c.pred.governor, self.actors(c) - {None}
        if felt is None or not home or not c.pred.link.startswith(("cause", "time:after", "time:during")):
            return None
        if any(a.mention.kind not in ("place", "state") or a.mention.country in home for a in self.thread.subject(felt)) or felt.says:
            return None  # "قررت تركيا سحب سفيرها على خلفية الهجوم"
        at = [a.mention for a in (*felt.args, *felt.clause.scene) if a.mention.first < c.pred.first and fold(a.prep) in _AT]
        there = {m.country: m for m in self.thread.states_of(m for m in at if m.kind in ("place", "state"))}
        return [*there.values()] if len(there) == 1 and home.isdisjoint(there) else None

    def where_below(self, c: Case) -> list[Mention]:
        """ "فرض حظر التجول في داكار": the place that stands with the noun the act has for its object."""
        return [a.mention for p in below(c.pred) for a in p.args if fold(a.prep) == IN][:1]

    def besieged(self, c: Case) -> list[Mention] | None:
        """ "حاصرت القوات الروسية ماريوبول": whose town it is that is cut off, abroad."""
        home, towns = self.actors(c), (a.mention for a in c.pred.of_role("object") if a.mention.kind == "place")
        return [m for m in self.thread.states_of(towns) if m.country not in home][:1] or None

    def people_freed(self, c: Case) -> list[Mention]:
        """ "أطلقت إسرائيل 39 أسيرا فلسطينيا": people of another country that stand beside the act."""
        home = self.actors(c)
        return [m for m in c.at("about") if m.rule.startswith("agent") and m.country and m.country not in home]

    def own_people(self, c: Case) -> list[Mention]:
        """ "سبعة من جنودها قتلوا", "إطلاق سراح مواطنها المعتقل في فنزويلا": whose people they were."""
        return self._own_people(c)

    def own_people_struck(self, c: Case) -> list[Mention] | None:
        """ "سبعة من جنودها قتلوا", where those who were struck have no country yet."""
        struck = c.frame.object == "recipient" or "recipient" in c.frame.needs
        return (self._own_people(c) or None) if struck and not any(m.country for m in c.at("recipient")) else None

    def dispersed(self, c: Case) -> list[Mention]:
        """ "لتفريق متظاهرين": the crowd behind the act."""
        crowd = (m for m in self.thread.within(c.pred.last, self.thread.sentence_end) if m.rule == "unnamed")
        return [m for m in crowd if m.entities and m.entities[0].endswith(_CROWD)][:1]

    def in_front_of(self, c: Case) -> list[Mention] | None:
        """ "أمام السفارة الأميركية": the body before which a crowd stands."""
        home = self.actors(c) - {None}
        beside = [m for m in c.at("about") if m.kind == "government-body" and m.country not in home]  # "قبالة المفوضية", "عند مدخل السفارة"
        return ([m for m in c.at("place") if m.kind == "government-body"] or beside)[:1] or None

    def of_target(self, c: Case) -> list[Mention] | None:
        """ "اقتحم متظاهرون برلمان سورينام": a crowd of no country that is at a state's own body is of that state."""
        whose = {m.country for m in c.at("recipient") if m.kind == "government-body" and not any(e.endswith(MISSIONS) for e in m.entities)}
        if len(whose) != 1 or not c.at("actor"):
            return None
        return [replace(m, country=next(iter(whose))) if m.rule == "unnamed" else m for m in c.at("actor")]

    def against(self, c: Case) -> list[Mention]:
        """ "المظاهرات المناهضة للحكومة": whom the word behind the crowd says that it is against."""
        words, tokens, last = self.pack.word_class("against"), self.a.tokens, c.pred.last
        far = last + (2 if c.pred.kind == "noun" else _WITHIN)  # "رددوا في طرابلس هتافات مناهضة لواشنطن"
        at = next((i for i in range(last, min(far, len(tokens))) if tokens[i].fold.removeprefix(_THE) in words), None)
        return [m for m in self.thread.within(at + 1, at + 3) if self.thread.can_act(m)][:1] if at is not None else []

    def of_that_land(self, c: Case) -> list[Mention] | None:
        """ "غارة على مسلحين في جنوب الصومال", "اعترض سكان في بوركينا فاسو": people without a name are of the land where it happens."""
        end = "actor" if c.frame.type == "PROTEST" else "recipient"
        there = self._here(c)
        home = self.actors(c) if end == "recipient" else set()
        if not c.at(end) or not there or there[0].country in home - {None}:
            return None
        return [replace(m, country=there[0].country) if m.rule == "unnamed" else m for m in c.at(end)]

    def crowd_of_place(self, c: Case) -> list[Mention]:
        """A crowd is of its place, a strike of the land that it brings to a halt ("شل إضراب عام سريلانكا")."""
        over = c.pred.governor if c.pred.kind == "noun" and c.pred.link == "subj" else c.pred
        stopped = over is not None and over.lemma in self.pack.word_class("brings-to-halt")
        near = self.thread.within(over.last, over.last + _WITHIN) if stopped and over is not None else ()
        return self.thread.states_of(m for m in near if m.kind in ("state", "place"))[:1] or self._here(c)

    def helped_near(self, c: Case) -> list[Mention]:
        """ "طائرة لإغاثة متضرري الزلزال في تركيا": the first other state behind the aid."""
        home = self.actors(c)
        if c.frame.object == "recipient" and c.pred.of_role("object"):
            return []  # "تمد بلاده أوروبا بالغاز لتقليص اعتمادها على موسكو": it is he who is helped
        way = self.pack.word_class("by-way")  # "شحنت نفطها عبر أذربيجان"
        near = [m for m in self.ahead(c.pred, 25) if self.a.tokens[m.first - 1].fold not in way]
        helped = self.thread.states_of(near) if home - {None} else []
        first = next((k for k, m in enumerate(helped) if m.conj != AND), len(helped))  # "تعهدت كندا بمليون وبريطانيا بمليونين": she helps too
        helped = helped[first:]
        return _in_a_row([m for m in helped if m.country not in home])

    def where_it_lands(self, c: Case) -> list[Mention]:
        """ "استقبل مطار بغداد أول رحلة من الرياض": the state of the place that receives it."""
        return self.thread.states_of(c.at("place"))[:1] if c.frame.subject == "recipient" else []

    def whose_goods(self, c: Case) -> list[Mention]:
        """ "بدأ الغاز النرويجي التدفق إلى بولندا": whose the goods are that flow."""
        goods, tokens = self.pack.word_class("goods"), self.a.tokens
        near = self.thread.within(max(0, c.pred.first - _GOODS), min(self.thread.sentence_end, c.pred.last + _GOODS))
        of_goods = (m for m in near if m.kind == "demonym" and m.first and not bases(tokens[m.first - 1].fold).isdisjoint(goods))
        return [_as_state(m) for m in of_goods if m.country not in self.reached(c)][:1]

    def who_plans(self, c: Case) -> list[Mention]:
        """ "أعلنت الحكومة الألمانية خططا لإرسال دبابات": whoever announces the plan."""
        over = c.pred.governor if c.pred.link == "idea:plan" else None
        return [a.mention for a in self.thread.subject(over) if self.thread.can_act(a.mention)] if over is not None else []

    def from_whom(self, c: Case) -> list[Mention]:
        """ "تسلم لبنان شحنة مساعدات من قطر": who stands behind "from" with what is in the load that was received."""
        over = c.pred.governor
        inside = [k for k in c.pred.children if k.link == "gen"] if over is not None and "reverse" in over.operates else []
        return [a.mention for k in inside for a in k.args if fold(a.prep) == FROM[0] and self.thread.can_act(a.mention)]

    def helped_there(self, c: Case) -> list[Mention] | None:
        """ "سلال غذائية على النازحين في السودان": people of no country, and the state in which they are."""
        if not c.at("recipient"):
            return None
        return [*c.at("recipient"), *self.thread.states_of(c.at("place"))[:1]]

    def not_the_speaker(self, c: Case) -> list[Mention]:
        """ "قال إنه يجب وقف القتال": he asks it of nobody."""
        return [m for m in c.at("recipient") if not {*m.entities} & refs(c.parts, "actor")]

    def whose_meeting(self, c: Case) -> list[Mention]:
        """ "طلبت واشنطن عقد اجتماع طارئ لمجلس الأمن": the body whose meeting is asked for."""
        meetings = [p for p in below(c.pred) if "CONSULT" in p.types]
        near = (m for p in meetings for m in self.thread.within(p.last, p.last + 3) if m.kind == "organisation" and fold(m.prep) == "ل")
        return list(near)[:1]

    def refuser(self, c: Case) -> list[Mention]:
        """ "رفضت بوركينا فاسو طلب توغو تسليم ضابط": who refuses what was asked of him."""
        over = c.pred.governor if c.pred.kind == "noun" and c.pred.link == "obj" else None
        if over is None or not any(f.type == "REJECT" and self.words.fits(over, f) for f in over.frames):
            return []
        return [a.mention for a in self.thread.subject(over) if self.thread.can_act(a.mention)]

    def whose_call(self, c: Case) -> list[Mention] | None:
        """ "رفضت دعوة الصين إزالة سفينة للبحرية الماليزية": whose call it was, not who owns what it is about."""
        calls = [k for k in c.pred.children if k.link == "obj" and "REQUEST" in k.types]
        callers = [a.mention for k in calls for a in k.args if a.role == "genitive" and self.thread.can_act(a.mention)]
        return [m for m in callers if not {*m.entities} & refs(c.parts, "actor")][:1] or None

    def sold_to(self, c: Case) -> list[Mention]:
        """ "شددت القيود على تصدير الأرز إلى بنغلاديش": whither the thing goes that is stopped or held back."""
        home, trade = self.actors(c) - {None}, self.pack.word_class("trade")
        stop = min(self.thread.sentence_end, c.pred.last + REACH)
        at = next((i for i in range(c.pred.last, stop) if not bases(self.a.tokens[i].fold).isdisjoint(trade)), stop)
        near = (m for m in self.thread.within(at, stop) if m.kind == "state" and fold(m.prep or self.a.tokens[m.first - 1].fold) in ("الي", "ل"))
        return [m for m in near if home and m.country not in home][:1]

    def who_tells_of_it(self, c: Case) -> list[Mention]:
        """ "قال رئيس بوليفيا إن اعتذار فرنسا غير كاف", "أعلنت وارسو أن صاروخا روسيا اخترق المجال الجوي للبلاد": whom it befell speaks of it."""
        home = self.actors(c) - {None}
        over = c.pred.governor
        tellers = [a.mention for a in (self.thread.subject(over) if over is not None and over.kind == "verb" else self.thread.voice_over(c.pred))]
        return [m for m in self.thread.states_of(tellers) or tellers if home and m.country and m.country not in home and self.thread.can_act(m)][:1]

    def hosts_of_envoy(self, c: Case) -> list[Mention]:
        """ "احتج السفير الكوبي لدى بنما": with those to whom he is sent."""
        home = self.actors(c)
        return [h for m in c.at("actor") if m.role in ENVOYS for h in self.thread.hosts(m) if h.country not in home]

    def summoned(self, c: Case) -> list[Mention]:
        """ "استدعاء السفير للإعراب عن احتجاجها": the envoy to whom it is said, in what the protest hangs on."""
        home, over = self.actors(c), c.pred.governor
        for _ in range(4):
            if over is None:
                return []
            told = [a.mention for a in over.args if a.role in ("object", "genitive", "prep") and a.mention.role in ENVOYS]
            if told and told[0].country not in home:
                return told[:1]
            over = over.governor
        return []

    def claimant(self, c: Case) -> list[Mention]:
        """ "زعمت فرنسا أن تركيا …، فيما نفى مسؤولون أتراك المزاعم": who told it of those who deny it, in the same sentence."""
        own = self.actors(c) - {None}
        for p in reversed(self.thread.preds):
            if p.first < c.pred.first and p.says and p.content_start >= 0:
                who = [a.mention for a in self.thread.speaker(p) if self.thread.can_act(a.mention) and a.mention.country]
                if who and who[0].country not in own and any(m.country in own for m in self.thread.within(p.content_start, c.pred.first)):
                    return who[:1]
        return []

    def people_of_land(self, c: Case) -> list[Mention] | None:
        """ "أوقفت الشرطة الروسية بعض المحتجين": people of that country."""
        if any(m.kind != "government-body" for m in c.at("actor")):
            return None
        home = self.actors(c) - {None}
        land = next(iter(home)) if len(home) == 1 else None
        return [replace(m, country=land) if m.rule == "unnamed" and not m.country else m for m in c.at("recipient")]

    def who_holds(self, c: Case) -> list[Mention]:
        """ "طالبت بالإفراج عن رئيسها الذي تحتجزه الولايات المتحدة": of whoever holds him."""
        held = (p for p in self.thread.preds if c.pred.last < p.first < c.pred.last + REACH and p.kind == "verb" and p.clause.kind == "rel")
        doers = [a.mention for p in held if "COERCE" in p.types and p.reading.pronoun for a in self.thread.subject(p)]
        return [m for m in doers if self.thread.can_act(m) and m.country not in self.actors(c)][:1]

    def who_must(self, c: Case) -> list[Mention] | None:
        """ "يجب أن توقف إيران هجماتها", "مطالبا بأن تسحب تركيا قواتها": the subject of what must be done."""
        home, asked = self.actors(c), c.pred.content.verb if c.pred.content is not None else None
        if asked is None or is_passive(asked):
            return None
        doers = asked.subject or [a for a in asked.clause.topic if a.role == "topic" and asked.clause.kind == "comp"]
        return [a.mention for a in doers if self.thread.can_act(a.mention) and a.mention.country not in home]

    def whose_attack(self, c: Case) -> list[Mention] | None:
        """ "أسقطت مسيرات دخلت مجالها خلال هجوم شنته روسيا": who flies them is who attacks in the same sentence."""
        home = self.actors(c) - {None}
        attacks = [(p, f) for p in self.thread.preds if p.first > c.pred.last for f in p.frames if f.type == "ASSAULT" and self.words.fits(p, f)]
        doers = [m for p, f in attacks[:2] if home for m in self.parts_of.of(p, f).get("actor", ())]
        return [m for m in self.thread.states_of(doers) if m.country not in home][:1]

    def whose_truck(self, c: Case) -> list[Mention] | None:
        """ "عرقل متظاهرون سير شاحنة هندية": whose the thing is that a crowd stops or breaks."""
        home = self.actors(c)
        things = [a.mention for a in c.pred.of_role("object")] + [m for m in self.ahead(c.pred, _WITHIN) if m.kind == "demonym"]
        return [_as_state(m) for m in things if m.country and m.country not in home][:1]

    def named_in_his_words(self, c: Case) -> list[Mention] | None:
        """ "نحترم سيادة إندونيسيا لكننا نستنكر ما حدث": the one state that a speaker in the first person has just named."""
        if not first_person(c.pred, self.a.tokens):
            return None
        home, start = self.actors(c), self.thread.preds[0].first
        head = next((k.head for k in up(c.pred.clause) if k.head is not None and k.head.says), None)
        named = self.thread.within(head.last if head is not None else start, c.pred.first)
        states = [m for m in named if m.kind == "state" and m.country not in home]
        return states[-1:] if len({m.country for m in states}) == 1 else []

    def of_either(self, c: Case) -> list[Mention]:
        """ "نص الاتفاق على إطلاق سراح مواطني كلا الدولتين": each lets go those of the other."""
        return [m for m in self.ahead(c.pred, 6) if m.rule == "pair" and len(m.entities) > 1][:1]

    def fighting_in(self, c: Case) -> list[Mention] | None:
        """An end to the fighting in a country is asked of those who fight there."""
        states = [a.mention for p in (c.pred, *below(c.pred)) for a in p.args if a.mention.kind == "state" and fold(a.prep) == "في"]
        if len({m.entities for m in states}) != 1:
            return None
        c.parts.setdefault("about", []).extend(states[:1])
        return states[:1]

    def valued(self, c: Case) -> list[Mention]:
        """ "رحب بالاتفاق السعودي الإيراني", "ثمن الجهود التي قادها أمير الكويت": the parties of what is welcomed, the doer of what is praised."""
        own, pred = self.actors(c), c.pred
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
        others = [self.thread.without(m, own - {None}) if m.rule == "pair" else m for m in found]  # "العلاقات بين البلدين"
        return [m for m in others if m and self.thread.can_act(m) and not own & {self.thread.entity(e).country for e in m.entities}]

    def land_backed(self, c: Case) -> list[Mention]:
        """ "جددت تأييدها وحدة أراضي جورجيا": whose land it is."""
        home = self.actors(c) - {None}
        return [replace(m, rule="name") for m in self.ahead(c.pred, 6) if home and m.rule == "land" and m.country and m.country not in home][:1]

    def shared_with(self, c: Case) -> list[Mention]:
        """ "فجرت مكتب الاتصال بين الكوريتين", "قطعت الخط الساخن المشترك مع الجنوب": the other one of those whose thing it is."""
        home, tokens = self.actors(c) - {None}, self.a.tokens
        near = [m for m in self.ahead(c.pred, REACH, REACH) if m.entities and self.thread.can_act(m)]
        at = next((k for k, m in enumerate(near) if "بين" in (fold(m.prep), tokens[m.first - 1].fold)), None) if home else None
        sides = near[at : at + (1 if len(near[at].entities) > 1 else 2)] if at is not None else []
        if home.isdisjoint(self.thread.countries({"": sides}, "")):
            return []
        return [x for m in sides if (x := self.thread.without(m, home)) is not None]

    def held_abroad(self, c: Case) -> list[Mention]:
        """ "طوق الجيش الإسرائيلي مستشفى في بيت لاهيا": the other state in which men of a force do it to people or things without a name."""
        home, tokens = self.actors(c) - {None}, self.a.tokens
        inside = [m for m in c.at("place") if "في" in (m.prep, tokens[m.first - 1].fold, tokens[m.first - 2].fold)]
        forces = bool(home) and all(self.thread.is_of("armed", m) for m in c.at("actor"))
        return [m for m in self.thread.states_of(inside) if m.country not in home][:1] if forces else []

    def told_to(self, c: Case) -> list[Mention]:
        """ "أبلغت إيران الولايات المتحدة أنها سترد": to whom what is threatened was said."""
        home = self.actors(c) - {None}
        said = next((x for x in speakers(c.pred.clause) if isinstance(x, Pred)), None)
        args = said.args if said is not None and home == {a.mention.country for a in self.thread.speaker(said)} else ()
        told = (a.mention for a in args if (a.role == "object" or fold(a.prep) in ("الي", "ل")) and a.mention.first > (said.first if said else 0))
        return [m for m in told if m.country and m.country not in home and self.thread.can_act(m)][:1]

    def on_the_capital(self, c: Case) -> list[Mention]:
        """ "هجوم شنته قوات حفتر على العاصمة": men of arms who are of no other land attack that of their own."""
        home, tokens = self.actors(c) - {None}, self.a.tokens
        stop = max([c.pred.stop or c.pred.last, *(rel.stop for rel in self.thread.relatives(c.pred))])
        seat = self.pack.word_class("the-capital")
        at = next((i for i in range(c.pred.last + 1, stop) if tokens[i].fold in seat and fold(tokens[i - 1].fold) == "علي"), None)
        if at is None or len(home) != 1 or self.thread.within(at + 1, at + 2) or not all(self.thread.is_of("armed", m) for m in c.at("actor")):
            return []
        state = f"state/{next(iter(home))}"
        whose = replace(c.at("actor")[0], entities=(state,), kind="people-group", rule="own", role=None, first=at, last=at + 1, conj="", prep="")
        t = tokens[at]
        return [replace(whose, span=Span(t.start, t.stop), text=t.form, stands_for=None)] if state in self.thread.world.entities else []

    def to_his_own(self, c: Case) -> list[Mention]:
        """ "ودعا المواطنين إلى", "دعوة إلى اجتماع لكل الأحزاب": the people of his own land, told by a plain word."""
        home, tokens, people = self.actors(c) - {None}, self.a.tokens, self.pack.word_class("home-people")
        state = f"state/{next(iter(home))}" if len(home) == 1 and self._are_official(c, "actor") else ""
        start, far = (c.pred.again, self.thread.sentence_end) if c.pred.again else (c.pred.last, c.pred.stop or self.thread.sentence_end)
        at = next((i for i in range(start, min(far, start + REACH)) if not bases(tokens[i].fold).isdisjoint(people)), None)
        if at is None or state not in self.thread.world.entities or self.thread.within(at + 1, at + 3):
            return []
        if at + 1 < len(tokens) and tokens[at + 1].fold.endswith(tuple(self.pack.word_class("nations-end"))):
            return []  # "حث المواطنين الكينيين على المغادرة": wherever they are
        t = tokens[at]
        who = replace(c.at("actor")[0], span=Span(t.start, t.stop), text=t.form, first=at, last=at + 1, entities=(state,), kind="people-group")
        return [replace(who, rule="own", role=None, country=state.rpartition("/")[2], stands_for=None, conj="", prep="")]

    def made_between(self, c: Case) -> list[Mention]:
        """ "أدانت المذكرة المبرمة بين تركيا وليبيا", "رفضت مذكرة التفاهم بين إثيوبيا والصومال": those who made the paper that is spoken of."""
        spoken_of = [k for k in c.pred.children if fold(k.link) in ("obj", "ب", "علي") and k.kind == "noun"]
        papers = [p for k in spoken_of for p in (k, *below(k)) if p.link != "time:during"]
        own, signed = self.actors(c), self.pack.word_class("concluded")
        for p in papers:
            sides = [a.mention for a in p.args if fold(a.prep) == "بين" and self.thread.can_act(a.mention)]
            head = self.a.tokens[sides[0].first - (1 if sides[0].prep else 2)].fold.removeprefix(_THE) if sides else ""
            if len({e for m in sides for e in m.entities}) > 1 and ("AGREE" in p.types or head in signed):
                apart = (m if m.kind != "state" and m.rule == "name" else self.thread.without(m, own) for m in sides)  # a region that left
                return [m for m in apart if m is not None]
        return []

    def not_himself(self, c: Case) -> list[Mention]:
        """ "قال الوزير المصري إن بلاده تدعم …": nobody accuses himself by his own mouth."""
        home, own = self.actors(c), refs(c.parts, "actor")
        return [m for m in c.at("recipient") if own.isdisjoint(m.entities) and not (m.kind == "state" and m.country in home)]

    def not_his_state(self, c: Case) -> list[Mention] | None:
        """ "توعد شريف برد على من يهاجم بلاده": no official speaks against his own state, nor does a state refuse its own navy."""
        if not self._are_official(c, "actor"):
            return None
        home, kind = self.actors(c) - {None}, c.frame.type
        refuses = kind == "REJECT" and all(m.kind == "state" for m in c.at("actor"))
        bare = _OFFICIAL if refuses or kind in ("ACCUSE", "SANCTION") else ("state",)
        others = [m for m in c.at("recipient") if m.kind not in bare or m.rule not in ("name", "body") or m.country not in home]
        return [m for m in others if kind != "ACCUSE" or m.role not in ENVOYS or m.country not in home]  # nor summons his own envoy

    def not_his_government(self, c: Case) -> list[Mention] | None:
        """ "احتجزت النيجر": not her own government."""
        if not self._are_official(c, "actor"):
            return None
        home = self.actors(c) - {None}
        return [m for m in c.at("recipient") if m.kind not in _OFFICIAL or m.country not in home]

    def not_beside_himself(self, c: Case) -> list[Mention] | None:
        """Nobody is addressed beside himself: of several, a group without its own member."""
        if len(self.reached(c)) < 2:
            return None
        home = self.actors(c)
        theirs = (({self.thread.entity(e).country for e in m.entities} & home - {None}, m) for m in c.parts["recipient"])
        others = [m for own, m in theirs if not own or (m.kind == "government-body" and m.rule == "name")]  # a region that left
        return [(self.thread.without(m, home) if len(m.entities) > 1 else m) or m for m in others or c.parts["recipient"]]

    def _are_official(self, c: Case, part: str) -> bool:
        return all(m.kind in _OFFICIAL or m.role for m in c.at(part))

    def aimed_within(self, c: Case) -> list[Mention] | None:
        """ "هدد بقصف إيران", "وقف الواردات اللبنانية": what is threatened, refused or stopped tells whom it hits."""
        pred, frame, parts = c.pred, c.frame, c.parts
        own = self.thread.countries(parts, "actor") | refs(parts, "actor")
        rebels = bool(c.at("actor")) and all(m.kind == "armed-group" for m in c.at("actor"))
        against = {"ضد", "علي", "مع", "ب", *self.pack.word_class("by")}
        said = (p for p in self.thread.preds if p.clause.head is pred and p.clause.kind == "comp")  # "حذر من أنها لن تعيد العمل مع"
        held_out = list(said) if frame.type == "THREATEN" else []
        attacks = [p for p in below(pred) if "ASSAULT" in p.types] if frame.type == "ACCUSE" else []
        suffered = [a.mention for p in attacks for a in p.args if fold(a.prep) in ("علي", "ضد")]  # "أدان الهجوم على سفارة السعودية"
        inside = [a.mention for p in (pred, *below(pred), *held_out) for a in p.args if a.role == "genitive" or fold(a.prep) in against]
        inside = [m for m in inside if m not in suffered]
        held: list[Mention] = []  # where a coup was
        if frame.type == "ACCUSE" and any(f.type == "COERCE" and f.alone for c in pred.children for f in c.frames):  # "أدان الانقلاب في ميانمار"
            told_of = [p for k in pred.children for p in (k, *self.thread.relatives(k))]  # "الانقلاب الذي أطاح بحكومة النيجر"
            held += self.thread.states_of(a.mention for p in told_of for a in p.args if fold(a.prep) in ("في", "ب"))
            inside += held
            coups = (d for d in reversed(self.thread.drafts[-8:]) if d.type in ("SANCTION", "COERCE"))
            coup = next((d for d in coups if d.parts.get("recipient") or (d.frame.alone and d.parts.get("actor"))), None)
            told_before = coup.parts.get("recipient") or coup.parts.get("actor") if coup is not None else None
            inside += told_before if told_before and not inside else []  # the one that was told before, or who made it
        deeds = self._whose_deeds(pred) if frame.type == "ACCUSE" else []
        if frame.type == "ACCUSE" and all(own & {*m.entities, m.country} for m in deeds):
            deeds = self._done_there(pred)
        inside[:0] = deeds
        if frame.type == "ACCUSE":  # "أدان إمعان سلطات الاحتلال": a noun that no lexicon has, and whose doing it is
            inside[:0] = [a.mention for a in pred.args if a.role == "loose" and not a.prep and a.mention.first - pred.last <= 6]
        if frame.when == "if":  # "إذا هاجمتنا الهند فسنرد"
            inside = [a.mention for p in self.thread.preds if p.first < pred.first and p.clause.hypothetical for a in p.subject]
            inside = inside or self._in_its_condition(pred)
        objects = [c for c in pred.children if c.link == "obj" or fold(c.link) in {"ب", "علي", "ل", *self.pack.word_class("right-by")}]
        if frame.type == "REJECT":
            objects += [p for p in below(pred) if fold(p.link) == "ضد"]  # "استخدمت حق النقض ضد مشروع قرار تقدمت به الجزائر"
        described = [rel for c in objects for rel in self.thread.relatives(c)]  # "رفض المطالب التي قدمتها …"
        doers = [a.mention for rel in described for a in self.thread.subject(rel)]
        comes = (rel for rel in described if fold(rel.lemma) in self.pack.word_class("comes-from"))
        doers += [a.mention for rel in comes for a in rel.args if fold(a.prep) in FROM]  # "ردت على الانتقادات التي صدرت عن واشنطن"
        inside += doers
        inside += [m for m in self.thread.within(pred.last, min(pred.stop or pred.last + 6, pred.last + 6)) if m.kind == "demonym"]
        if frame.type == "THREATEN":  # "هدد بإرسال قوات إلى شمال سوريا"
            sent = [p for p in below(pred) if not p.types.isdisjoint(("MOBILIZE", "ASSAULT", "COERCE"))]
            danger = frame.parts.get(FROM[0]) == "content"  # "حذر من تصعيد العنف في تركيا": no deed of his own
            there = [a.mention for p in sent if not danger for a in p.args if fold(a.prep) in ("الي", "في")]
            inside += [m for m in there if m.kind == "state"] or self.thread.states_of(there)
            inside += self._held_against(pred, danger)
            inside.sort(key=lambda m: m.kind == "people-group")
            inside = inside or self._in_its_condition(pred)
        if frame.type == "PROTEST":
            inside += self._protested(pred)
        if frame.type == "REQUEST" and self._warns_his_own(c):
            return None  # "نصحت رعاياها بمغادرة لبنان"
        if frame.type == "REQUEST":
            asked = [p for k in pred.children if not k.link.startswith("time") for p in (k, *below(k))]  # not "في مؤتمر مشترك مع نظيره"
            inside = [*self._whose_doing(pred), *(a.mention for p in asked for a in p.args if fold(a.prep) == "مع")]  # "اقترح قمة مع …"
            acts = [p for p in asked if frame.mode != "meet" and not p.types.isdisjoint(DEEDS)]  # "طالبت بوقف الضربات الإسرائيلية"
            inside += [a.mention for p in acts for a in p.args if a.role == "genitive" and a.mention.kind != "people-group"]
            punished = [p for p in acts if p.types <= {"SANCTION", "COERCE", None}]  # "دعا إلى فرض حظر سلاح على ميانمار"
            inside += [a.mention for p in punished for a in p.args if fold(a.prep) in ("علي", "ضد") and a.mention.kind in ("state", "armed-group")]
            inside += self._quarrelled(pred) if frame.mode == "meet" else []
        over = pred.governor
        if frame.type == "REJECT" and pred.kind == "noun" and pred.reading.pronoun and over is not None:  # "أبدى رفضه مقترح تشيلي"
            inside += [a.mention for a in over.args if a.mention.first > pred.last and a.mention.first - pred.last <= 3]
        if frame.type == "REJECT":
            behind = max((a.mention.last for a in pred.subject if a.mention.first > pred.first), default=pred.last)
            matter = (m for m in (*parts.get("about", ()), *parts.get("content", ())) if m.first - behind <= 4)  # "رفض مقترح الولايات المتحدة"
            inside += [m for m in matter if m.kind != "person" or m.first > pred.first]  # "ورفضته برلين": a thing
        by_nation = frame.type in _BY_NATION and not (frame.negated and pred.negated)  # "لن تسمح بعودة السفير": he is refused
        aside = {m.first for p in ("third", "initiator") for m in parts.get(p, ())}
        for m in (x for x in inside if x.first not in aside):
            blamed = frame.type == "ACCUSE" and any(a.mention is m and (a.role == "loose" or a.prep) for p in (pred, *below(pred)) for a in p.args)
            told = m in doers or m in deeds or m in held or (blamed and m.kind != "people-group") or self._does(m, frame)
            if by_nation and m.kind != "demonym" and not told:
                continue  # "ندد بقصف غزة": the victim; "بالقصف الإسرائيلي": whom it accuses
            at_home = not own.isdisjoint(m.entities) or (m.country in own and not self._fight(m, rebels))
            if (m.kind in ACTOR_KINDS or m.kind == "demonym" or m.stands_for) and m.entities and not at_home:
                return [x for x in doers if x is m or own.isdisjoint((x.country, *x.entities))] if m in doers and self.thread.can_act(m) else [m]
        return None

    def _in_its_condition(self, pred: Pred) -> list[Mention]:
        """ "حذرت من عواقب وخيمة إذا مضت غانا في خطتها": who does what the condition behind the threat names."""
        behind = (p for p in self.thread.preds if p.kind == "verb" and p.first > pred.last and p.future == "hypothetical")
        first = next(behind, None)
        return [a.mention for a in self.thread.subject(first)] if first is not None else []

    def in_his_terms(self, c: Case) -> list[Mention] | None:
        """ "أدان ما سماه الانتهاك التركي", "ندد بما وصفه باللعبة التي تمارسها باريس": whose the thing is by the name that he gives it."""
        calls, tokens = self.pack.word_class("describing") | self.pack.word_class("naming"), self.a.tokens
        behind = (p for p in self.thread.preds if p.kind == "verb" and 0 <= p.first - c.pred.last <= _WITHIN and fold(p.lemma) in calls)
        by_name = next((p for p in behind if p.reading.pronoun and tokens[p.first - 1].fold in self.pack.word_class("what")), None)
        if by_name is None or any(p.kind != "noun" and c.pred.first < p.first < by_name.first for p in self.thread.preds):
            return None
        own, at = self.thread.countries(c.parts, "actor") | refs(c.parts, "actor"), by_name.last
        other = (p.first for p in self.thread.preds if p.kind != "noun" and p.first > at and p.clause.kind != "rel")
        stop = min([self.thread.sentence_end, at + REACH, *other])
        near = [m for m in self.thread.within(at + 1, stop) if m.entities and (m.kind in ACTOR_KINDS or m.stands_for)]
        owners = [m for m in near if self._tells_of(m, at, near)]
        doers = [a.mention for p in self.thread.preds if p.clause.kind == "rel" and at < p.first < stop for a in self.thread.subject(p)]
        found = owners or [m for m in near if m in doers or tokens[m.first - 1].fold in (FROM[0], *self.pack.word_class("by"))]
        return [_as_state(m) for m in found if not own & {m.country, *m.entities}] or None

    def _tells_of(self, m: Mention, head: int, near: Sequence[Mention]) -> bool:
        """Is it the nationality or the genitive of the noun at token head, right behind it, one adjective or another such between?"""
        tokens, inside = self.a.tokens, {i for x in near for i in range(x.first, x.last)}
        between = [tokens[i].fold for i in range(head + 1, m.first) if i not in inside]
        if m.prep or len(between) > 1 or any(self.pack.phrase_at(tokens, i) for i in range(head + 1, m.first)):
            return False
        noun, word = tokens[head].fold, tokens[m.first].fold.removeprefix(AND)
        if m.kind == "demonym":  # not "بقصف الأحياء الأوكرانية"
            return word.startswith(_THE) == noun.startswith((_THE, "ب" + _THE))
        return not between and (not noun.startswith((_THE, "ب" + _THE)) or word.endswith("ا"))

    def _warns_his_own(self, c: Case) -> bool:
        """Does a word for people of his own stand right behind a verb and its subject?"""
        behind = max([c.pred.last, *(m.last for m in c.at("actor") if c.pred.last <= m.first < c.pred.last + REACH)])
        own = c.pred.kind != "noun" and behind < len(self.a.tokens)
        return own and not bases(self.a.tokens[behind].fold).isdisjoint(self.pack.word_class("own-people"))

    @staticmethod
    def _fight(m: Mention, rebels: bool) -> bool:
        """ "رفضت الحكومة اليمنية شروط جماعة الحوثي": one land's government and its armed groups are two sides. rebels: such a group acts."""
        return m.kind == "armed-group" or (rebels and m.kind == "government-body")

    def under_flag(self, c: Case) -> list[Mention] | None:
        """ "احتجز ناقلة ترفع علم ليبيريا": whose flag the ship flies."""
        home, last, tokens = self.actors(c), c.pred.last, self.a.tokens
        flag, flies = self.pack.word_class("flag"), self.pack.word_class("flies")
        behind = range(last + 1, min(self.thread.sentence_end, last + REACH))
        at = next((i for i in behind if tokens[i].fold in flag and not bases(tokens[i - 1].fold).isdisjoint(flies)), None)
        near = self.thread.within(at + 1, at + 3) if at is not None else ()
        return [_as_state(m) for m in near if m.country and m.country not in home][:1] or None

    def belongs_to(self, c: Case) -> list[Mention] | None:
        """ "وضعت يدها على يخت يعود إلى ملياردير روسي": whose it is that is taken or hit, told behind it."""
        home, last, words = self.actors(c), c.pred.last, self.pack.word_class("is-owned")
        behind = range(last + 1, min(self.thread.sentence_end, last + REACH))
        at = next((i for i in behind if self.a.tokens[i].fold in words), None)
        near = self.thread.within(at + 1, at + _OWNER) if at is not None else ()
        whose = [m for m in near if m.kind in (*ACTOR_KINDS, "demonym") and (m.country or m.kind == "demonym")]
        return [_as_state(m) for m in whose[:1] if self.thread.countries({"recipient": [_as_state(m)]}, "recipient").isdisjoint(home)] or None

    def _held_against(self, pred: Pred, danger: bool) -> list[Mention]:
        """ "هدد بوقف المساعدات عن باكستان", "لوح بضربة إذا شنت إسرائيل حربا": whom what is threatened concerns; who sets it off.

        danger: what is warned of need be no deed of the speaker, so that it is not aimed at where it would be.
        """
        near = self.a.tokens[pred.last : pred.last + _WITHIN]
        if not pred.children or any(t.fold in self.pack.word_class("own-people") for t in near):
            return []  # "لوح بيده"; "حذرت رعاياها من السفر إلى هايتي"
        concerned = [a.mention for p in (pred, *below(pred)) for a in p.args if a.prep and a.role != "subject" and fold(a.prep) != "ب"]
        concerned = [m for m in concerned if not danger or fold(m.prep or self.a.tokens[m.first - 1].fold) != IN]
        far = pred.last + 2 * REACH
        sets_off = [p for p in self.thread.preds if pred.last < p.first < far and p.kind == "verb" and (p.clause.hypothetical or p.negated)]
        doers = [a.mention for p in sets_off for a in p.subject]
        return [m for m in concerned if m.kind != "place"] + doers + self.thread.states_of(m for m in concerned if m.kind == "place")

    def _protested(self, pred: Pred) -> list[Mention]:
        """ "تظاهروا احتجاجا على نهب الحوثيين رواتبهم", "ضد منع طالبان الفتيات": whose doing a crowd is against."""
        at = {"ضد", "علي"}
        acts = [p for p in self.thread.preds if p.first > pred.last and (p.link.startswith("cause:protest") or fold(p.link) in at)]
        return [a.mention for p in acts for a in p.args if (a.role == "genitive" or fold(a.prep) == "بين") and a.mention.kind != "people-group"]

    # What the searches share.

    def _here(self, c: Case) -> list[Mention]:
        """The state in which an act takes place: its own place, else the scene of the sentence, unless somebody from elsewhere speaks there."""
        own = _first_of(self.thread.states_of(m for m in c.at("place") if m.kind in ("state", "place")))
        scene = self.thread.scene
        if own or scene is None:
            return own
        said = next((x for x in speakers(c.pred.clause) if isinstance(x, Pred)), None)
        if said is not None and said.first < scene.first < said.content_start:  # "قال الوزير الإيراني في دافوس إن"
            home = {a.mention.country for a in self.thread.speaker(said)}
            return [scene] if scene.country in home or home <= {None} else []
        return [scene]

    def _own_people(self, c: Case, *owned: str) -> list[Mention]:
        """ "سبعة من جنودها قتلوا", "هجوم استهدف أسطولها": whose people or things were hit. owned: the classes of words for what is somebody's."""
        pred, parts = c.pred, c.parts
        men = frozenset().union(*(self.pack.word_class(k) for k in owned or ("own-people", "own-assets")))
        described = [rel for rel in self.thread.relatives(pred) if "ASSAULT" in rel.types] if pred.kind == "noun" else []
        stop = max([pred.stop or pred.last, *(rel.stop for rel in described)])
        for i in range(max(0, pred.first - 3), min(stop, pred.last + 7)):
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

    def _captor(self, pred: Pred, parts: dict[str, list[Mention]]) -> list[Mention]:
        """ "عاد 60 جنديا من الأسر الأوكراني", "من الأسر في أوكرانيا": who held those that came home."""
        tokens, held = self.a.tokens, self.pack.word_class("captivity")
        stop = min(pred.stop or pred.last + REACH, pred.last + REACH)
        far, other = pred.last + REACH, self.pack.word_class("in-return")
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
        captor = [_as_state(m) for m in behind if m.kind in ("state", "demonym", "armed-group")]
        if captor and captor[0].country:
            parts["recipient"] = [m for m in parts.get("recipient", ()) if m.country != captor[0].country]
        return captor

    def _held_at(self, first: int, stop: int) -> list[Mention]:
        """ "الصحفي الذي كان محتجزا لدى جبهة النصرة", "المعتقل في فنزويلا": where or with whom they were held."""
        tokens, held = self.a.tokens, self.pack.word_class("captive")
        at = next((i for i in range(first, stop) if not bases(tokens[i].fold).isdisjoint(held)), None)
        near = self.thread.within(at + 1, at + 4)[:1] if at is not None else []
        if not near or fold(near[0].prep or tokens[near[0].first - 1].fold) not in self.pack.word_class("held-at"):
            return []
        return self.thread.states_of(near) if near[0].kind == "place" else list(near)

    def _whose_deeds(self, pred: Pred) -> list[Mention]:
        """ "احتجت على زيارة الوزير الياباني", "احتجاجا على الخروقات التي ارتكبها الطيران": who does what is complained of; else whence it came."""
        out: list[Mention] = []
        of_it = {"obj", "gen", *self.pack.word_class("complained-of"), *(("ل",) if pred.kind == "noun" else ())}  # "إدانتها للغزو"
        for child in pred.children:
            frame = next((f for f in child.frames if f.type in DECIDED | {"CONSULT", "REJECT"} and self.words.fits(child, f)), None)
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

    def _done_there(self, pred: Pred) -> list[Mention]:
        """ "ندد بنتائج الانتخابات في بوروندي", "احتجت على إعدام مواطنين في ماليزيا": what a state does on its ground."""
        words, tokens = self.pack.word_class("state-doing"), self.a.tokens
        stop = min(self.thread.sentence_end, pred.last + REACH)
        at = next((i for i in range(pred.last, min(stop, pred.last + _WITHIN)) if not bases(tokens[i].fold).isdisjoint(words)), None)
        near = self.thread.within(at, stop) if at is not None else ()
        there = [m for m in near if m.kind in ("state", "place") and "في" in (fold(m.prep), tokens[m.first - 1].fold)]
        return self.thread.states_of(there)[:1]

    def _quarrelled(self, pred: Pred) -> list[Mention]:
        """ "الخلاف مع بليز … دعت إلى مفاوضات": the state with which the sentence says that there is a quarrel."""
        words, tokens = self.pack.word_class("quarrel"), self.a.tokens
        for m in reversed(self.thread.within(self.thread.preds[0].first, pred.first)):
            near = tokens[max(0, m.first - 4) : m.first]
            if m.kind == "state" and "مع" in (m.prep, *(t.fold for t in near[-1:])) and any(not bases(t.fold).isdisjoint(words) for t in near):
                return [m]
        return []

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

    def _is_of_matter(self, m: Mention) -> bool:
        """ "وافق على فتح الحدود في إطار المصالحة مع إثيوبيا": does the preposition stand on a plain definite word, no act and no tie?"""
        at = m.first - 2
        if any(t.fold in self.pack.word_class("tie") for t in self.a.tokens[max(0, at - _TIE) : at + 1]):
            return False  # "استعداده لاستئناف العلاقات الدبلوماسية مع فنزويلا"
        return self.a.tokens[at].fold.startswith(_THE) and all(not p.first <= at < p.last for p in self.thread.preds)


def _first_of(found: Sequence[Mention]) -> list[Mention]:
    """The first, and those whom "and" joins to him one by one: "في الكاميرون وتشاد والنيجر"."""
    apart = (k for k in range(1, len(found)) if found[k].conj != AND or found[k].first - found[k - 1].last > 1)
    return list(found[: next(apart, len(found))])


def _is_offer(frame: Frame) -> bool:
    """Is it something that one side says to the other: a readiness, a consent?"""
    return "actor" not in frame.parts.values() and (frame.verdict or "content" in frame.needs)


def _is_of_one(pred: Pred) -> bool:
    """Is it something that one side does alone, such as a release?"""
    kinds = [f for f in pred.frames if f.type]
    return bool(kinds) and all(f.type in _ALONE and f.mode != "ceasefire" for f in kinds)


def _stands_in(m: Mention, tokens: Sequence[Token]) -> bool:
    """Is it where something happens, not what it happens to: "في مقديشو"?"""
    return "في" in (m.prep, tokens[m.first - 1].fold if m.first else "")


def _in_a_row(mentions: Sequence[Mention]) -> list[Mention]:
    """The first, and those that follow it each with an "and" of its own right behind the one before."""
    row = [*mentions[:1]]
    for m in mentions[1:]:
        if m.conj != AND or m.first != row[-1].last:
            break
        row.append(m)
    return row


def _as_state(m: Mention) -> Mention:
    """A nationality as the state whose it is."""
    return replace(m, kind="state") if m.kind == "demonym" else m
