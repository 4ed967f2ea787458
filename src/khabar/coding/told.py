"""Searches for a missing party in what the report has told before: who acted on whom, who met, who spoke of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from khabar.coding.draft import AHEAD, AIMED, NEAR, Draft, bases, below, refs
from khabar.coding.nearby import DECIDED, REACH, Case, Nearby, is_passive
from khabar.coding.tree import ENVOYS, IN, WITH, Pred
from khabar.model import Mention
from khabar.text import fold

_WHICH = 2  # tokens before a verb at which "and that is" stands, before "what"

_ANSWERED = frozenset(("SANCTION", "COERCE", "ACCUSE", "REJECT", "ASSAULT", "THREATEN", "MOBILIZE", "REQUEST"))
_FOUGHT = frozenset(("ASSAULT",))
_CONDEMNED = frozenset(("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"))  # deeds whose noun takes up what was told
_PARTICLES = ("ب", "ل")
_ADDRESSED = frozenset(("REQUEST", "AID"))  # to one with whom he deals, not only to one whom he is at odds with
_PRAISED = frozenset(("RETREAT", "CONCEDE", "AID", "SUPPORT"))
_OF_WAR = ("aerial", "heavy-weapons")
_AT_WAR = ("state", "government-body", "armed-group")
_WHERE = frozenset(("في", "ب"))
_SUFFERS = frozenset(("علي", "عن", "ضد"))
_AGAINST = frozenset(("علي", "ضد"))
_ONTO, _BACK = ("recipient", "actor"), ("actor", "recipient")  # who did it to him, to whom he did it


class Told(Nearby):
    """Searches as those of `Nearby`, in the events of the sentences before and of this one so far."""

    def _earlier(self, c: Case, most: int = REACH) -> list[Draft]:
        """The events told before this one, the last first; most: of the sentences before."""
        return [*reversed(c.made), *reversed(self.thread.drafts[-most:])]

    def makers_of_truce(self, c: Case) -> list[Mention] | None:
        """ "ويشمل الاتفاق وقفا لإطلاق النار": those who made the deal."""
        if refs(c.parts, "recipient"):
            return None
        deals = (d for d in self._earlier(c) if d.type == "AGREE" or d.mode == "ceasefire")
        return next((list(d.parts["actor"]) for d in deals if len(refs(d.parts, "actor")) > 1), [])

    def who_declares(self, c: Case) -> list[Mention]:
        """ "أعلنت الحكومة الكولومبية وجيش التحرير الوطني وقف إطلاق النار": a party in arms or a government that declares its own truce."""
        over = c.pred.governor
        while over is not None and over.governor is not None and over.kind == "noun":
            over = over.governor
        if over is None or "decide" not in over.operates or over.negated or c.at("place") or c.at("third") or refs(c.parts, "recipient"):
            return []
        said = [a.mention for a in self.thread.subject(over)]
        groups = [m for m in said if m.kind in ("armed-group", "government-body") or (m.kind == "state" and m.rule != "demonym")]
        return groups if groups == said else []

    def who_regrets(self, c: Case) -> list[Mention]:
        """ "أعربت النرويج عن أسفها إزاء الحادث الذي دفع السويد إلى تعليق التعاون": who says sorry for what led to it."""
        home = self.actors(c) - {None}
        sorry = (d for d in c.made if d.type == "CONCEDE" and home and self.thread.countries(d.parts, "recipient") == home)
        return next((list(d.parts.get("actor", ())) for d in sorry), [])

    def who_refuses_them(self, c: Case) -> list[Mention] | None:
        """ "ترفض العقوبات التي فرضتها واشنطن": on her."""
        over = c.pred.clause.parent if c.pred.clause.kind == "rel" else None
        refused = next((d for d in reversed(c.made) if d.type in ("REJECT", "ACCUSE") and d.pred.clause is over), None) if over else None
        return list(refused.parts["actor"]) if refused is not None and refs(refused.parts, "recipient") & refs(c.parts, "actor") else None

    def in_return(self, c: Case) -> None:
        """ "أفرجت إسرائيل عن 90 أسيرا مقابل إطلاق سراح ثلاثة رهائن": the second release is the other side's, to the first."""
        words = self.pack.word_class("in-return")
        if c.pred.link not in words and self.a.tokens[max(0, c.pred.first - 1)].fold not in words:
            return
        first = next((d for d in reversed(c.made) if d.mode == "release"), None)
        if first is None:
            return
        parts = c.parts
        parts["actor"] = parts.get("actor") or list(first.parts.get("recipient", ()))
        parts["recipient"] = parts.get("recipient") or list(first.parts.get("actor", ()))
        theirs = parts["recipient"] if self.reached(c) - {None} else []
        first.parts["actor"] = first.parts.get("actor") or theirs
        first.parts["recipient"] = first.parts.get("recipient") or list(parts["actor"])

    def enemy(self, c: Case) -> list[Mention] | None:
        """ "نفذ عشرات الغارات": against those whom he fights."""
        if not c.at("actor") or any(m.rule != "unnamed" for m in c.at("recipient")):
            return None
        return [*c.at("recipient"), *self._opponent(c, (_ONTO, _BACK), _FOUGHT)]

    def opponent(self, c: Case) -> list[Mention] | None:
        """The one against whom he acts in the report; who refuses answers what was done to him."""
        if not c.at("actor") or self.is_spared(c) or self._is_of_any(c):
            return None
        return [*c.at("recipient"), *self._opponent(c, (_ONTO,) if c.frame.type == "REJECT" else (_ONTO, _BACK))]

    def other_side(self, c: Case) -> list[Mention]:
        """ "وطالبت القاهرة بالإفراج عنه": the one with whom the report tells that the actor's state has most to do, unless somebody else is named
        with the act. Who accuses, refuses or punishes does so to one with whom he is at odds."""
        home, doers = self.actors(c), {m.first for m in c.at("actor")}
        if len(home) != 1 or None in home or self._is_for_others(c) or self._is_order(c) or not self._acts_abroad(c):
            return []
        met: Counter[str | None] = Counter()
        for d in c.made:
            ends = self.thread.countries(d.parts, "actor"), self.thread.countries(d.parts, "recipient")
            if c.frame.type in _ADDRESSED:
                met.update((ends[0] | ends[1]) - home if home <= ends[0] | ends[1] else ())
            elif d.type in _ANSWERED and home in ends:
                met.update((ends[1] if home == ends[0] else ends[0]) - home)
        top = [*met.most_common(2), (None, 0), (None, 0)]
        other = top[0][0] if top[0][1] >= 2 * top[1][1] else None
        near = {m.country for m in self.ahead(c.pred, REACH) if m.country and m.first not in doers}
        suffers = {a.mention.country for k in below(c.pred) if "ASSAULT" in k.types for a in k.args if fold(a.prep) in _AGAINST}
        main = {*self.thread.two} == home | {other} and top[0][1] > 1
        ref = f"state/{other}"
        if not main or other in suffers or near - {other} or ref not in self.thread.world.entities:
            return []
        named = (m for m in self.a.mentions if m.country == other and m.kind != "outlet")
        return [replace(m, entities=(ref,), kind="state", role=None, rule="name", stands_for=None) for m in islice(named, 1)]

    def who_fight(self, c: Case) -> list[Mention]:
        """ "اندلعت اشتباكات على الحدود": the two who fight, or make peace, in the rest of the report."""
        return self._foes(c) if c.frame.parts.get("بين") == "actor" and not c.at("recipient") else []

    def foe_of_struck(self, c: Case) -> list[Mention]:
        """ "تواصل القصف على القطاع": where two states are at war, what arms of war hit of the one is struck by the other."""
        hit = self.reached(c)
        foes = self._foes(c) if len(hit) == 1 and c.frame.mode in _OF_WAR else []
        return [m for m in foes if m.country not in hit] if not hit.isdisjoint(m.country for m in foes) else []

    def other_of_truce(self, c: Case) -> list[Mention]:
        """ "في اليوم الأول من الهدنة", "نفى المسؤول وجود هدنة", "توصلت الحركة إلى هدنة": no truce that is known, denied or agreed is one side's."""
        over = c.pred.governor
        agreed = over is not None and "AGREE" in over.types
        goes_on = c.pred.link.startswith("time") or fold(c.pred.link) in (IN, "subj")  # "بعد هدنة", "في أول أيام هدنة", "دخلت هدنة حيز التنفيذ"
        known = not c.at("actor") or c.pred.definite or goes_on or agreed or self._is_denied(c.pred)
        deal = c.frame.parts.get(WITH) == "actor" and any(f.mode == "ceasefire" for k in below(c.pred) for f in k.frames)
        truce = c.pred.kind == "noun" and known if c.frame.type == "RETREAT" else deal
        if not truce or c.at("recipient") or len(refs(c.parts, "actor")) > 1:
            return c.at("actor")
        main = any(m.kind in _AT_WAR and not m.rule.startswith(("side", "agent")) for m in c.at("actor"))  # "اتفق وفدا الحكومة والشرق"
        home, foes = self.actors(c), self._foes(c) or (self._main_two() if main else [])
        if home and home.isdisjoint(m.country for m in foes):
            return c.at("actor")
        return [*c.at("actor"), *(m for m in foes if m.country not in home)]

    def _is_denied(self, pred: Pred) -> bool:
        over = pred.governor
        return over is not None and ("deny" in over.operates or self._is_denied(over))

    def _foes(self, c: Case) -> list[Mention]:
        """The two sides between which the report's attacks, truces and deals on a truce are, where nearly all are between the same two, and the
        act takes place with one of them: fighting elsewhere is another war. Where it tells of none, the two who free each other's people."""
        there = {m.country for m in self.thread.states_of(c.at("place"))}
        for tells in (_tells_of_war, _tells_of_release):
            met: Counter[frozenset[str]] = Counter()
            sides: dict[frozenset[str], list[Mention]] = {}
            for d in c.made:
                ends = [m for part in _BACK[::-1] for m in d.parts.get(part, ()) if m.country and self.thread.can_act(m)]
                if tells(d) and (two := _two_sides(ends)):
                    met[frozenset(two)] += 1
                    sides[frozenset(two)] = list(two.values())
            top = met.most_common(2)
            if top:
                pair = sides[top[0][0]]
                clear = len(top) == 1 or top[0][1] >= 2 * top[1][1]
                return [self._as_side(m) for m in pair] if clear and there <= {m.country for m in pair} else []
        return []

    def _main_two(self) -> list[Mention]:
        """The two states that the whole report is about, each as it is first named."""
        named = {m.country: m for m in reversed(self.a.mentions) if m.country in self.thread.two and m.kind != "outlet"}
        return [self._as_side(named[k]) for k in self.thread.two]

    def _as_side(self, m: Mention) -> Mention:
        """A state, a body or an armed group as it is; of anybody else, as of men and weapons of a state, the state as the report first names it."""
        state = f"state/{m.country}"
        if m.kind in _AT_WAR[1:] or (m.kind == "state" and m.rule == "name") or state not in self.thread.world.entities:
            return m
        named = next((x for x in self.a.mentions if x.entities == (state,) and x.kind == "state"), m)
        return replace(named, entities=(state,), kind="state", role=None, rule="name", stands_for=None)

    def _denies(self, c: Case) -> bool:
        """ "ونفت بكين مزاعم الجماعات": what is said of him may be anybody's."""
        return c.frame.type == "REJECT" and (self.words.has(c.pred, self.pack.word_class("answered")) or "deny" in c.pred.operates)

    def council_asked(self, c: Case) -> list[Mention]:
        """ "قدمت بريطانيا مشروع قرار": the Council of the United Nations that the report names."""
        seat = self.pack.word_class("bloc")
        return [m for m in self.a.mentions if m.kind == "organisation" and m.country == "UNO" and self.a.tokens[m.first].fold in seat][:1]

    def _is_order(self, c: Case) -> bool:
        """ "أمر الرئيس بإرسال مساعدات", "حُكم عليها", "تطالب بالسيادة", "ستعاقب": is it told of nobody in particular, by its form?"""
        plain = c.frame.type == "REQUEST" and (c.pred.kind == "noun" or c.frame.mode is None)
        order = plain or "decide" in c.pred.operates or (c.frame.type == "SANCTION" and c.frame.object == "recipient" and c.pred.kind != "noun")
        return order or c.frame.mode in ("convict", "investigate") or is_passive(c.pred) or self._has_object(c) or self._denies(c)

    def _has_object(self, c: Case) -> bool:
        """ "ودعا الوزير المنظمات إلى القدوم", "واتهم خصومه": does a word stand where he to whom it is done would, that names nobody we know?"""
        if c.pred.kind == "noun" or c.frame.object != "recipient" or c.frame.type == "REJECT":
            return False
        behind = max([c.pred.last, *(m.last for m in c.at("actor") if c.pred.last <= m.first < c.pred.last + REACH)])
        word = self.a.tokens[behind] if behind < len(self.a.tokens) else None
        asked = word is not None and word.kind == "word" and self.pack.phrase_at(self.a.tokens, behind) is None
        return asked and word is not None and word.fold[:1] not in _PARTICLES

    def _acts_abroad(self, c: Case) -> bool:
        """Is it an act of a state, its government or who speaks for it?"""
        return all(m.kind in ("state", "government-body", "person", "role", "place") and m.rule != "agent.people" for m in c.at("actor"))

    def rioters(self, c: Case) -> list[Mention]:
        """ "هاجم متظاهرون السفارة، وردت الشرطة بالغاز المسيل للدموع": those of the riot that was told."""
        riots = (d for d in self._earlier(c, 4) if d.type == "PROTEST" and d.parts.get("actor"))
        return next((list(d.parts["actor"]) for d in riots), [])

    def helped_before(self, c: Case) -> list[Mention]:
        """ "وتعهدت كندا بخمسة ملايين دولار": the one whom all other aid of the report goes to, else of whom it has told most."""
        home = self.actors(c) - {None}
        given = [m for d in (*self.thread.drafts[-REACH:], *c.made) if d.type == "AID" for m in d.parts.get("recipient", ()) if m.country]
        if given or not home or not c.frame.objects:
            return given[-1:] if home and len({m.country for m in given}) == 1 and given[-1].country not in home else []
        if (promised := self._promised(c.pred.first, home)) is not None:
            return [promised]
        donors = home | {e for d in self.thread.drafts if d.type == "AID" for e in self.thread.countries(d.parts, "actor")}
        named = self.thread.states_of(m for m in self.thread.before(c.pred.first) if m.kind in ("state", "place", "demonym"))
        often = Counter(m.country for m in named if m.country not in donors).most_common(2)
        clear = bool(often) and often[0][1] > 1 and (len(often) == 1 or often[0][1] >= 2 * often[1][1])
        return [m for m in named if m.country == often[0][0]][-1:] if clear else []

    def _promised(self, at: int, home: Container[str | None]) -> Mention | None:
        """ "تعهدت حكومات بمساعدات لنيبال. وأرسلت الهند خمسين طنا": the land to which help was promised, or that was struck, before token at."""
        aid, disaster = self.pack.word_class("help-noun"), self.pack.word_class("disaster")
        for m in reversed(self.thread.before(at)[-2 * REACH :]):
            near = [t.fold for t in self.a.tokens[max(0, m.first - 3) : m.first]]
            if m.kind not in ("state", "place") or m.country in home or "." in near:
                continue
            meant = aid if m.prep else disaster  # "بمساعدات لنيبال", "الزلزال الذي ضرب نيبال"
            if any(not bases(t).isdisjoint(meant) for t in near):
                return m if m.kind == "state" else self.thread.state_of(m)
        return None

    def who_did_before(self, c: Case) -> list[Mention] | None:
        """ "استُدعي السفير … وتم تسليمه مذكرة": who did to the same one what the sentence told just before."""
        hit = refs(c.parts, "recipient")
        if not c.at("recipient"):
            return None
        same = (d for d in reversed(c.made) if d.type in AIMED and hit and hit <= refs(d.parts, "recipient"))
        return next((list(d.parts.get("actor", ())) for d in same), [])

    def addressed_before(self, c: Case) -> list[Mention] | None:
        """ "أدانت … وطالبت بعدم تكرار ذلك": who goes on speaking goes on to the same addressee."""
        pred, who = c.pred, refs(c.parts, "actor")
        if pred.of_role("object") or self._is_for_others(c):
            return None
        official = all(m.kind in ("state", "government-body") or m.role for m in c.at("actor"))
        goes_on = official and "ACCUSE" in pred.types and not (pred.kind == "noun" and pred.definite)  # not "في مذكرة الاحتجاج"
        home = self.actors(c) - {None} if goes_on else set()  # the ministry, and its spokesman
        for d in reversed([*self.thread.drafts[-3:], *c.made][-4:]):
            if (
                d.type in ("ACCUSE", "REQUEST", "REJECT", "THREATEN", "SANCTION")
                and d.parts.get("recipient")
                and pred.first - d.pred.first < NEAR
                and (who <= refs(d.parts, "actor") if who and not home else home == self.thread.countries(d.parts, "actor") - {None})
            ):
                return list(d.parts["recipient"])
        return None

    def told_to_stop(self, c: Case) -> list[Mention]:
        """ "ندد بالقصف، مطالبا إسرائيل بوقفه": who is asked to yield, in a participle of the one who condemns, did what he condemns."""
        who, home = refs(c.parts, "actor"), self.actors(c)
        asked = [d for d in c.made if d.type == "REQUEST" and d.pred.clause.head is c.pred and d.mode == "yield" and who == refs(d.parts, "actor")]
        blamed = [m for d in asked for m in d.parts.get("recipient", ()) if m.country]
        return blamed[:1] if len({m.country for m in blamed}) == 1 and blamed[0].country not in home else []

    def maker(self, c: Case) -> list[Mention] | None:
        """ "قام رئيس تايوان بزيارة اعتبرتها الصين استفزازية": who made it."""
        told = c.pred.clause.antecedent if c.pred.clause.kind == "rel" else None
        made = (d for d in c.made if isinstance(told, Pred) and d.pred is told)
        return next((list(d.parts.get("actor", ())) for d in made), None)

    def answered(self, parts: Mapping[str, Sequence[Mention]], made: Sequence[Draft]) -> list[Mention]:
        """ "انتقدت باريس القرار": who did to us what is answered."""
        own = self.thread.countries(parts, "actor") - {None}
        for d in reversed([*self.thread.drafts[-8:], *made][-8:]):
            if d.type in _ANSWERED and own & self.thread.countries(d.parts, "recipient") and not own & self.thread.countries(d.parts, "actor"):
                return list(d.parts.get("actor", ()))
        return []

    def did_what_is_described(self, c: Case) -> list[Mention]:
        """ "عرضت تشاد الحوار، وهو ما رفضته كينيا", "هدنة اقترحتها تشاد ورفضتها": whoever did in this sentence what the clause takes up."""
        pred, clause = c.pred, c.pred.clause
        if pred.kind != "verb" or clause.kind != "rel" or clause.verb is not pred or pred.first < _WHICH:
            return []
        told = clause.antecedent if isinstance(clause.antecedent, Pred) else None
        taken_up = self.a.tokens[pred.first - _WHICH].fold in self.pack.word_class("which-is")
        if told is None and (clause.antecedent is not None or not taken_up):
            return []
        before = [d for d in c.made if d.pred.first < pred.first and (told is None or d.pred in (told, told.governor))]
        own = self.actors(c) - {None}
        doers = [m for d in before[-1:] for m in d.parts.get("actor", ()) if m.country]
        return doers if doers and own and own.isdisjoint(m.country for m in doers) else []

    def whose_offer(self, c: Case) -> list[Mention]:
        """ "اقترحت موسكو تحقيقا فرفضته لندن": who has just offered or asked for what a pronoun takes up; who refuses it is whom he asked."""
        own = self.actors(c) - {None}
        before = [d for d in c.made if d.pred.first < c.pred.first] if c.pred.reading.pronoun and c.pred.reading.conj and own else []
        offers = [d for d in before[-1:] if d.type == "REQUEST" and not self.thread.countries(d.parts, "actor") & own]
        for d in offers:
            d.parts["recipient"] = d.parts.get("recipient") or list(c.at("actor"))
        return [m for d in offers for m in d.parts.get("actor", ()) if m.country and m.country not in own]

    def whom_he_deals_with(self, c: Case) -> list[Mention]:
        """ "اتصل بنظيره شاكرا", "بعث برسالة إلى نظيره يطلب فيها": the other one of the meeting, call or letter in which he says so."""
        pred, clause, own = c.pred, c.pred.clause, self.actors(c)
        beside = pred.kind == "participle" and clause.parent is not None and c.frame.type != "REQUEST"
        behind = self.a.tokens[pred.last].fold if pred.last < len(self.a.tokens) else ""
        in_it = pred.kind == "verb" and clause.kind == "rel" and behind in self.pack.word_class("in-it")
        if pred.of_role("object") or not (beside or in_it) or not own - {None}:
            return []
        told = (d for d in reversed(c.made) if d.type == "CONSULT" and d.pred.first < pred.first)
        met = next((d for d in told if own <= self.thread.countries(d.parts, "actor") | self.thread.countries(d.parts, "recipient")), None)
        if met is None and beside and c.frame.type == "SUPPORT" and not c.made:
            met = self.thread.last_meeting  # "ورد الأمير شاكرا": in the call that was told before
        sides = [m for end in ("actor", "recipient") for m in met.parts.get(end, ())] if met is not None else []
        others = [m for m in sides if m.country not in own]
        return others if len({m.country for m in others}) == 1 else []

    def who_is_answered(self, c: Case) -> list[Mention]:
        """As `answered`, of a case."""
        return self.answered(c.parts, c.made)

    def decider(self, c: Case) -> list[Mention]:
        """ "ودان الرئيس الأميركي القرار": the one of whom most deeds are told before, and not one of those who speak of it."""
        if c.pred.reading.pronoun and c.pred.clause.kind != "rel":
            return []  # "هدنة توصلت إليها موسكو وأيدها المجلس بقرار"
        own = self.actors(c) - {None}
        deeds = [d for d in (*self.thread.drafts[-REACH:], *c.made) if d.type in DECIDED and d.status != "denied"]
        did = {m.country: m for d in deeds for m in d.parts.get("actor", ())}
        often = Counter(country for d in deeds for country in self.thread.countries(d.parts, "actor")).most_common(2)
        clear = len(did) == 1 or (len(often) > 1 and often[0][1] > 1 and often[0][1] >= 2 * often[1][1])
        who = often[0][0] if clear and often else None
        return [did[who]] if who and who not in own and who in did else []

    def doer_of_it(self, c: Case) -> list[Mention] | None:
        """ "وأدانت إيران القصف", "ندد بالزيارة": who did what is condemned, as the report told it last; never the one to whom it was done."""
        own = self.actors(c) - {None}
        kinds = _PRAISED if c.frame.type == "SUPPORT" else _CONDEMNED
        deeds = self._deeds_spoken_of(c.pred)
        told = {f.id for k in deeds for f in k.frames if f.type in kinds or f.mode == "visit"}
        wanted = {f.type for k in deeds for f in k.frames if f.id in told}
        own |= {a.mention.country for k in deeds for a in k.args if fold(a.prep) in _SUFFERS} - {None}  # "رفع الحصار عن الأراضي الفلسطينية"
        if not self.actors(c) - {None} or not wanted:
            return None
        same = [d for d in self._earlier(c) if d.frame.id in told]
        others = [d for d in self._earlier(c) if d.frame.id not in told]
        if c.frame.type == "REQUEST":  # "ودعت بكين إلى رفع العقوبات": what was done to her
            others = [d for d in others if self.thread.countries(d.parts, "recipient") & self.actors(c) - {None}]
        for d in (*same, *others):  # of the same word before others of its type
            meant = d.type in wanted and d.status != "denied" and d.mode != "ceasefire" and (d.type != "CONSULT" or d.mode == "visit")
            sides = self.thread.countries(d.parts, "actor") - {None} if meant else set()
            if sides and not sides & own:
                return [m for m in d.parts["actor"] if m.country in sides]
        return self._by_nation_before(deeds, own) or None

    def _by_nation_before(self, deeds: Sequence[Pred], own: set[str | None]) -> list[Mention]:
        """ "المناورات الصينية … وطالب بوقف المناورات": whose the deed was where the report named it last with a nationality."""
        tokens = self.a.tokens
        for k in deeds:
            words = bases(tokens[k.first].fold)
            for m in reversed(self.thread.before(k.first)):
                near = (tokens[i].fold for i in range(max(0, m.first - 2), m.first))
                if m.kind == "demonym" and m.country not in own and any(not words.isdisjoint(bases(w)) for w in near):
                    return [replace(m, kind="state")]
        return []

    def _deeds_spoken_of(self, pred: Pred) -> list[Pred]:
        """The nouns of deeds, with no party of their own, that a verb of speech takes: definite, as what has been told."""
        of_it = {"obj", "ب", "علي", *self.pack.word_class("complained-of")}
        deeds = [k for k in pred.children if fold(k.link) in of_it and k.definite and not k.reading.pronoun]
        if "REQUEST" in pred.types:  # "طالب بوقف المناورات"
            ends = [k for k in pred.children if fold(k.lemma) in self.pack.word_class("halt")]
            deeds = [p for k in ends for p in k.children if p.link == "gen" and p.definite and not p.reading.pronoun]
        if isinstance(pred.clause.antecedent, Pred) and pred.reading.pronoun and pred.clause.verb is pred:
            deeds.append(pred.clause.antecedent)  # "الهجوم الذي أدانه الرئيس"
        return [k for k in deeds if not any(a.role == "genitive" for a in k.args)]

    def who_is_punished(self, c: Case) -> list[Mention] | None:
        """ "سحبت سفيرها من مقديشو احتجاجا على اعتقال ضباط", "عقوبات على إيران بعد الهجوم على قطر": whom a hostile act answers did the deed."""
        over = c.pred.governor
        complaint = over is not None and over.kind == "noun" and "ACCUSE" in over.types and fold(c.pred.link) == "علي"  # "للاحتجاج على احتجاز"
        if not complaint and not c.pred.link.startswith(("time:after", "cause")):
            return None
        hit, over = self.reached(c) - {None}, c.pred.governor
        while over is not None:
            blamed = next((d for d in reversed(c.made) if d.pred is over and d.type in _ANSWERED), None)
            if blamed is not None:
                theirs = self.thread.countries(blamed.parts, "recipient") - {None}
                who = [self._state_of_envoy(m) for m in blamed.parts["recipient"]]
                return who if len(theirs) == 1 and hit and not theirs & hit else None
            acts = [p for p in (over, *below(over)) if p.first < c.pred.first and not p.types.isdisjoint(_ANSWERED)]
            if acts:  # "تحاول تشديد العقوبات على إيران بعد الهجوم": nothing that happened, but against her
                args = (a for x in acts for p in (x, *x.children) for a in p.args if a.mention.first < c.pred.first and fold(a.prep) in _AGAINST)
                who = [a.mention for a in args if a.mention.kind in ("state", "armed-group")]
                return who if len({m.country for m in who}) == 1 and hit and who[0].country not in hit else None
            over = over.governor
        return None

    def dealers(self, c: Case) -> list[Mention]:
        """ "ونددت مصر بالاتفاقية": those who made the agreement that was told last, without those who speak of it."""
        home = self.actors(c)
        deal = next((d for d in self._earlier(c) if d.type == "AGREE" and d.status != "denied"), None)
        sides = deal.parts.get("actor", ()) if deal is not None else ()
        return [x for m in sides if (x := self.thread.without(m, home)) is not None]

    def whose_envoys(self, c: Case) -> list[Mention]:
        """ "استدعت السفير عثمان الطيب ردا على هجمات سودانية": an envoy who is told by his name is of the only other state in sight."""
        return [self._whose_envoy(c, m) for m in c.at("recipient")]

    def hit_before(self, c: Case) -> list[Mention]:
        """ "احتجزت ثلاث سفن أوكرانية واعتقلت 20 بحارا": the same as in the deed before, of the same doer."""
        who = refs(c.parts, "actor")
        same = (d for d in reversed(c.made) if d.type == "COERCE" and who and who == refs(d.parts, "actor"))
        return next((list(d.parts.get("recipient", ())) for d in same), [])

    def is_spared(self, c: Case) -> bool:
        """ "لم تقم بطرد سفراء تلك الدول": is it no deed, to others than the one of whom it was told before?"""
        over = c.pred.governor
        return c.frame.type == "SANCTION" and bool(c.pred.negated or (over is not None and over.negated))

    def _is_for_others(self, c: Case) -> bool:
        """Is it told of others, of nobody in particular, or of the world?"""
        if c.frame.subject == "recipient" or c.frame.when == "if" or self.is_spared(c):
            return True
        behind = max([c.pred.last, *(m.last for m in c.at("actor") if c.pred.last <= m.first < c.pred.last + REACH)])
        near = self.a.tokens[c.pred.last : behind + 5]
        if self._is_of_any(c):
            return True
        if c.frame.type in ("REQUEST", "REJECT") and any(t.fold in self.pack.word_class("own-people") for t in near):
            return True  # "دعت الحكومة مواطنيها إلى المغادرة"
        others = {"REQUEST": "addressee", "REJECT": "telling-of"}.get(c.frame.type or "")  # "داعية المجتمع الدولي إلى", "رفض إعطاء تفاصيل"
        return others is not None and any(not bases(t.fold).isdisjoint(self.pack.word_class(others)) for t in near)

    def _is_of_any(self, c: Case) -> bool:
        """ "توعد بالرد على أي هجوم", "على كل استفزاز", "ترفض أي نص": is it told of whatever and whoever may come?"""
        behind = max([c.pred.last, *(m.last for m in c.at("actor") if c.pred.last <= m.first < c.pred.last + REACH)])
        words = self.pack.word_class("any") | (self.pack.word_class("each") if c.frame.type == "THREATEN" else frozenset())
        told = c.pred.kind != "noun" and c.pred.content is None  # not "حذرت من أنها ستعد أي تحويل للمياه حربا"
        return told and any(t.fold in words for t in self.a.tokens[c.pred.last : behind + 5])

    def _opponent(self, c: Case, sides: Sequence[tuple[str, str]], types: Container[str] = _ANSWERED) -> list[Mention]:
        """The state against which, or which against it, the actor's acted in the report, if it is the only one and no other is named here."""
        home = self.actors(c)
        if not self._acts_abroad(c):
            return []
        near = {m.country for m in self.ahead(c.pred, REACH) if m.country} - home
        struck = [a.mention for k in below(c.pred) if not k.types.isdisjoint(("ASSAULT", "COERCE")) for a in k.args if fold(a.prep) in _WHERE]
        there = {m.country for m in self.thread.states_of(struck)}  # "أدان استهداف البنى التحتية في بورتسودان": not by those who live there
        found: dict[str | None, Mention] = {}
        told = (*self.thread.drafts[-REACH:], *c.made)
        asked = [d for d in told if d.type == "REQUEST" and self.thread.countries(d.parts, "recipient") == home]
        askers = [m for m in asked[-1].parts.get("actor", ()) if m.country not in home] if asked and len(home) == 1 and not near else []
        if "REJECT" in c.pred.types and askers:
            return askers  # "طالبت واشنطن ودول آسيان الصين … أما بكين فرفضت"
        for d in told:
            if d.type not in types or d.status == "denied":
                continue
            for one, other in sides:
                if self.thread.countries(d.parts, one) == home and len(home) == 1:
                    for m in d.parts.get(other, ()):
                        if m.country and m.country not in home | there:
                            found[m.country] = m
        return list(found.values()) if len(found) == 1 and near <= found.keys() else []

    def _state_of_envoy(self, m: Mention) -> Mention:
        """He does nothing himself: his state does."""
        state = f"state/{m.country}"
        return replace(m, entities=(state,), kind="state", role=None) if m.role in ENVOYS and state in self.thread.world.entities else m

    def _whose_envoy(self, c: Case, m: Mention) -> Mention:
        words = self.pack.word_class("envoy")
        if m.country or m.kind != "person" or any(self.thread.entity(e).country for e in m.entities):
            return m
        if m.role not in ENVOYS and self.a.tokens[max(0, m.first - 1)].fold not in words and self.a.tokens[m.first].fold not in words:
            return m
        home = self.actors(c) - {None}
        near = {x.country for x in self.thread.within(c.pred.last, self.thread.sentence_end) if x.kind != "place"} - home - {None}
        if not near:
            near |= {x.country for x in self._opponent(c, (_ONTO, _BACK))}
        return replace(m, country=next(iter(near))) if home and len(near) == 1 else m


def _tells_of_war(d: Draft) -> bool:
    """Is it an attack, a truce or a deal on one, so that those at its ends are at war?"""
    truce = d.mode == "ceasefire" or (d.type == "AGREE" and any(f.mode == "ceasefire" for k in below(d.pred) for f in k.frames))
    return truce or (d.type == "ASSAULT" and d.status not in ("denied", *AHEAD))


def _tells_of_release(d: Draft) -> bool:
    return d.mode == "release"


def _two_sides(ends: Sequence[Mention]) -> dict[str, Mention]:
    """Those at the ends of an act by their sides, if these are two: two countries, or of one country its armed group and who is none."""
    sides = {str(m.country): m for m in ends}
    if len(sides) == 1:
        sides = {m.entities[0] if m.kind == "armed-group" else str(m.country): m for m in ends if m.kind in _AT_WAR}
    return sides if len(sides) == 2 else {}
