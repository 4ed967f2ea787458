"""Whether an act is told as happened, going on, planned, proposed, denied, or not as a fact at all; and as news or background."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from khabar.coding.draft import AND, DEEDS, FORCE, LEAD, RESUMED, bases, goes, governors, up
from khabar.coding.thread import Thread
from khabar.coding.tree import ACTOR_KINDS, COMMA, FROM, IN, WITH, Arg, Clause, Pred
from khabar.coding.wording import Wording
from khabar.model import When
from khabar.packs import SPEECH, Frame, Operator, Pack
from khabar.text import QUOTE_MARKS, fold
from khabar.when import WHOLE_DAY, stands_in

# What an operator makes of the event that it carries.
_CARRIED = {
    "light": "",
    "reverse": "",
    "passive": "",
    "host": "",
    "gather": "",
    "decide": "happened",
    "begin": "ongoing",
    "continue": "ongoing",
    "end": "happened",
    "plan": "planned",
    "propose": "proposed",
    "cancel": "planned",
    "postpone": "planned",
    "deny": "denied",
    "want": "hypothetical",
    "try": "hypothetical",
    "able": "",
}
_CHANGES = {"cancel": "cancelled", "postpone": "postponed"}
_OFF = frozenset(_CHANGES)
_HELD = frozenset(("gather", "light", "host", "passive"))  # operators whose verb tells that a meeting takes place
_DEEP = 6  # acts above an act told as a noun that are looked at
_ON, _FOR, _WITH_IT = "علي", "ل", "ب"
_THE = "ال"
_ADJECTIVES = 5  # tokens behind a meeting in which its adjectives stand
_NEAR_ADJECTIVES = 2  # tokens behind a noun without an article among which its adjectives stand
_GRIEF = 3  # tokens before a preposition in which a word of grief stands
_PLANNED = frozenset(("AID", "CONSULT", "COOPERATE", "MOBILIZE"))
_REFUSED = ("REQUEST", "ACCUSE", "THREATEN")  # what another has said, and is refused
_VALUED = frozenset(("RETREAT", "CONCEDE", "AGREE", "AID"))  # done by whoever is praised or blamed for it
_HOLDER = 6  # tokens before a verb of containing in which what contains stands
_BOTH = frozenset(("pair", "post.pair", "parties"))  # rules of "the two presidents", "the two sides"
_STOPS = frozenset((",", "،", ".", ":", "؛"))
_REACH = 12  # tokens behind a meeting in which a word says that it is due
_ANSWERED = DEEDS | {"ACCUSE", "THREATEN"}  # what others answer has been done or said
_TOPICS = frozenset(("RETREAT", "AGREE", "AID", "CONCEDE", "COOPERATE", "SUPPORT"))  # acts that are talked about more often than told
_TERMS = frozenset(("AGREE", "AID", "CONCEDE", "COOPERATE", "RETREAT"))
_INTENT = ("obj", "عن", "الي", "علي")  # how what somebody means to do hangs on a verb of saying
_NEAR_TERMS = 14  # tokens before a verb in which a deal's terms are named
_EXCEPTED = 14  # tokens behind a denied verb in which an exception begins
_THAT = "أ"  # the first letter of "ألا", that not; "إلا", but for, folds to the same
_WHOSE = 6  # tokens behind a verb of saying in which what it says is his stands
_OPENING = 3  # tokens before an act within which its time opens the sentence
_REMEDY = 3  # tokens before a verb in which the solution stands that it describes
_AT_ONCE = SPEECH | {"ASSAULT"}  # what has begun has been done
_APPOINTED = frozenset(("AGREE", "CONSULT"))
_CARRY_ON = ("want", "light", "decide", "plan")
_KEPT = ("ب", "علي")  # links of what is promised or agreed to
_MADE = frozenset(("AGREE", "RETREAT", None))  # types of a noun for what is concluded
_DOES = frozenset(("light", "decide"))  # operators of whose noun the owner does or decides what follows
_NO_MEANS = frozenset(("CONSULT", "PROTEST"))  # by a call or in a march things are said
_ONGOING_BY_NATURE = frozenset(("ASSAULT", "PROTEST", "MOBILIZE"))
_WHILES = ("week", "month", "year")
_TOLD_OF = 12  # tokens between talks and the verb of the clause that tells who held them
_WHICH = 4  # tokens before a verb among which "which" stands: "التي كانت قد"
_NO_YEAR = "XXXX"
_LASTING = _ONGOING_BY_NATURE | {"COERCE", "CONSULT"}  # what goes on where the present tells since when

_Told = tuple[str | None, str | None, bool]  # status or None when nothing is said to have happened, change, background by grammar


@dataclass(frozen=True, slots=True)
class _Above:
    """The act that a noun hangs on, by what link, and what is said of that act; ``over`` is its background, ``background`` that of either."""

    governor: Pred
    link: str
    status: str | None
    change: str | None
    over: bool
    background: bool


class Status:
    """Reads the status of predicates off their clause, what they hang on, and the operators there."""

    def __init__(self, thread: Thread, words: Wording) -> None:
        self.thread, self.words = thread, words
        self.a, self.pack = thread.a, thread.pack

    def of(self, pred: Pred) -> _Told:
        """(status or None when nothing is said to have happened, change, background by grammar)."""
        if pred.kind == "noun":
            status = self._noun_status(pred, 0)
            if status[0] is not None and status[1] is None and pred.link != "idea:date" and self._is_denied_news(pred):
                return "denied", *status[1:]
            if status[0] not in (None, "told", "happened"):
                return status
            if status[0] is not None and self._lasts(pred):
                return "ongoing", *status[1:]
            return self._at_hand(pred) or (status if status[0] == "happened" else self._known_meeting(pred) or status)
        return self._clause_status(pred, 0)

    def _is_denied_news(self, pred: Pred) -> bool:
        """ "نفى المصدر صحة الأنباء التي تحدثت عن إلغاء الزيارة": does it stand in a clause on news that is denied?"""
        clause = pred.clause
        over = clause.parent.verb if clause.kind == "rel" and clause.parent is not None else None
        if over is None or clause.verb is None or over.negated or "deny" not in over.operates or over.first > clause.verb.first:
            return False
        return any(not bases(t.fold).isdisjoint(self.pack.word_class("news-of")) for t in self.a.tokens[over.last : clause.verb.first])

    def _known_meeting(self, pred: Pred) -> tuple[str, None, bool] | None:
        """ "نتائج الاجتماع الثلاثي الأخير", "أهمية الزيارة التي قام بها", "أعمال الاجتماع المقبل": a meeting that its own adjective, or a clause
        of its own, says to have been held or to come, whatever it hangs on; None where nothing does."""
        put_off = pred.governor is not None and bool(pred.governor.operates & _OFF)
        if "CONSULT" not in pred.types or not pred.definite or pred.negated or put_off:
            return None
        if any(_has_been(r) and r.operates & _HELD for r in self.thread.relatives(pred)):
            return "happened", None, True
        for adjective in self._adjectives(pred):
            if adjective in self.pack.word_class("lately-held"):
                return "happened", None, True
            if adjective in self.pack.word_class("yet-to-be-held"):
                return "planned", None, False
        return None

    def _at_hand(self, pred: Pred) -> tuple[str, None, bool] | None:
        """ "تحدثت صحيفة عن عقوبات وشيكة على ميانمار": measures that their adjective says to be still to come, whatever they hang on."""
        behind = self.a.tokens[pred.last].fold if pred.last < self.thread.sentence_end else ""
        told = [p for p in governors(pred) if "deny" in p.operates or not p.types.isdisjoint(("SANCTION", "THREATEN"))]  # "نفت وجود عقوبات وشيكة"
        due = "SANCTION" in pred.types and behind in self.pack.word_class("at-hand") and not pred.negated and not told
        return ("planned", None, False) if due else None

    def _lasts(self, pred: Pred) -> bool:
        """Does an adjective without an article say of an act that it goes on?"""
        return self._is_pressed_on(pred) or self._is_under_way(pred)

    def _is_under_way(self, pred: Pred) -> bool:
        """ "المفاوضات جارية بين البلدين", "قال إن المحادثات مع واشنطن مستمرة": what a clause without a verb says of talks or of fighting."""
        if not pred.definite or pred.clause.verb is not None or pred.types.isdisjoint(_LASTING) or pred.governor is not pred.clause.head:
            return False
        for i in range(pred.last, min(self.thread.sentence_end, pred.last + _TOLD_OF)):
            token = self.a.tokens[i]
            if token.kind != "word":
                return False
            if token.fold in self.pack.word_class("still-going"):
                return i == pred.last or self.a.tokens[i - 1].form.startswith(_THE) or any(m.last == i for m in self.thread.within(pred.last, i))
        return False

    def _is_pressed_on(self, pred: Pred) -> bool:
        """ "ضغوط أميركية مستمرة على قطر": pressure that its own adjective says to go on, unless a verb tells of it as past."""
        over = pred.governor.reading.verb if pred.governor is not None else None
        past = over is not None and over.tense == "past" and pred.governor is not None and pred.governor.types.isdisjoint(SPEECH)
        if "REQUEST" not in pred.types or pred.definite or past or pred.link.startswith("time:after"):
            return False
        behind = self.a.tokens[pred.last : min(self.thread.sentence_end, pred.last + _NEAR_ADJECTIVES)]
        return any(t.fold in self.pack.word_class("lasting") for t in behind)

    def _adjectives(self, noun: Pred) -> list[str]:
        """ "العدوان الأوغندي الأخير": the words with an article right behind a noun."""
        behind = self.a.tokens[noun.last : min(self.thread.sentence_end, noun.last + _ADJECTIVES)]
        return [t.fold for t in takewhile(lambda t: t.form.startswith(_THE), behind)]

    def _is_of_a_plan(self, pred: Pred, depth: int) -> bool:
        """ "يتوجه الخميس إلى بكين حيث يلتقي نظيره", "توجه إلى القصر حيث يلتقي الرئيس": whom somebody meets where he is still to go, or is to meet
        where he went."""
        over = pred.clause.parent.verb if pred.clause.kind == "coord" and pred.clause.parent is not None else None
        if over is None or over is pred or over.first > pred.first or pred.dates or depth > 3:
            return False
        if "CONSULT" not in over.types and not any("CONSULT" in c.types for c in over.children):
            return False  # "يقوم بزيارة غدا، حيث يلتقي …": the visit stands in the noun
        tense = over.reading.verb.tense if over.reading.verb is not None else ""
        if tense == "past" and not over.negated and any(f.mode == "visit" for f in over.frames):
            return pred.first > 0 and self.a.tokens[pred.first - 1].fold in self.pack.word_class("where-to")
        return tense != "past" and self._clause_status(over, depth + 1)[0] == "planned"

    def _clause_status(self, pred: Pred, depth: int) -> _Told:
        verb = pred.reading.verb
        given = self._in_return_of(pred)
        if given is not None and depth < 4:
            return self._clause_status(given, depth + 1)
        status: str | None = "happened"
        if pred.negated is not None and pred.future == "hypothetical":
            status = None  # "إذا لم تسحب قواتها"
        elif pred.negated in ("past", "x", "", "future"):
            status = "happened" if pred.negated == "past" and self._but_for(pred) else "denied"
        elif pred.future == "planned":
            status = None if pred.was and not pred.types.isdisjoint(SPEECH) else "planned"  # "كان سيطالب": would have
        elif pred.future == "hypothetical":
            status = None
        elif verb is not None and verb.tense == "present" and any(self.lies_ahead(d) for d in pred.dates[:1]):
            status = "planned"  # "يعقد غدا"
        elif verb is not None and verb.tense == "present" and "CONSULT" in pred.types and self._is_of_a_plan(pred, depth):
            status = "planned"
        elif verb is not None and verb.tense == "present" and not pred.clause.topic and self._is_due(pred):
            status = "planned"  # "يوقع الرئيسان اليوم"
        elif verb is not None and verb.tense == "present" and "CONSULT" in pred.types and self._is_on_agenda(pred):
            status = "planned"
        elif verb is not None and verb.tense == "present" and (self._has_all_but(pred) or self._is_general(pred)):
            status = None
        elif verb is not None and verb.tense == "present" and self._is_to_come(pred):
            status = "planned"
        elif verb is not None and verb.tense == "present" and (self._goes_on(pred) or self._is_wont(pred)):
            status = "ongoing"
        elif verb is not None and verb.tense == "present" and any(f.type == "RETREAT" for f in pred.frames) and self._by_terms(pred):
            status = "planned"
        elif verb is not None and verb.tense == "present" and (
            self._is_bidden(pred) or self._is_needed(pred) or self._goes_on_from_wish(pred) or self._is_sought(pred)
        ):
            status = None
        clause: Clause | None = pred.clause
        background = clause.background if clause is not None else False
        change: str | None = None
        settled = False  # "اتفقت على رفع العقوبات التي فرضتها": done before, whatever is still to come
        while clause is not None and status is not None and depth < 8:
            settled = settled or (clause.kind == "rel" and verb is not None and verb.tense == "past" and not clause.hypothetical)
            lasts = clause.kind == "rel" and clause is pred.clause and not clause.hypothetical and pred.types <= DEEDS | {None}
            settled = settled or (lasts and status == "ongoing" and self._tells_what_is(clause))  # "المسلحين الذين يحاصرون المدينة"
            if settled:
                clause, depth = clause.parent, depth + 1
                continue
            if clause.hypothetical:
                return None, None, background
            head = clause.head
            over = clause.parent.verb if clause.kind == "rel" and clause.parent is not None else None
            told_now = verb is not None and verb.tense == "present"
            wished = over is not None and over.first < pred.first and self._carried(over) == "hypothetical"
            if told_now and wished and not self._tells_what_is(clause):
                return None, None, background  # "يدعو إلى هدنة يتم فيها وقف القصف"
            ahead = over is not None and over.first < pred.first and over.future == "planned" and not over.negated
            if told_now and ahead and status == "happened" and not self._tells_what_is(clause):
                status = "planned"  # "ستوزع مشروعا يلغي العقوبات"
            if clause.kind == "comp" and told_now and (outer := self._is_term(clause)) is not None:
                told = self._clause_status(outer, depth + 1) if outer.kind != "noun" else self._noun_status(outer, depth + 1)
                return ("planned" if told[0] in ("happened", "ongoing", "told") else told[0]), change, background
            if clause.kind == "comp" and head is not None and not (self._is_polite(head, pred) or self._is_reason(clause, head)):
                if head.future == "hypothetical":
                    return None, None, background
                if "deny" in head.operates and status == "happened":
                    status = "denied"
                elif head.says and told_now and self._is_hoped(clause, head):
                    return None, None, background  # "نأمل أن يفضي الاتفاق إلى وقف إطلاق النار"
                elif not head.says or self._warns(head):
                    carried = self._carried(head)
                    if "THREATEN" in head.types and "THREATEN" in pred.types and pred.future == "planned":
                        carried = "happened"  # "حذر من أن البلاد سترد بقوة": the warning is the threat
                    if carried == "hypothetical" or (carried is None and verb is not None and verb.tense == "present"):
                        return None, None, background
                    if carried in ("planned", "proposed"):
                        status = carried
                    if carried == "happened" and verb is not None and verb.tense == "present" and "SANCTION" not in pred.types:
                        status = "planned"  # but "قررت كينيا أن تستدعي سفيرها": who is called home has been by the decision
            clause, depth = clause.parent, depth + 1
        return status, change, background

    def _but_for(self, pred: Pred) -> bool:
        """ "لم تقدم إيران سوى تنازلات", "لم يتم إقرار الاتفاق إلا بعد تصويت": does a word of exception say what was done after all?"""
        but, tokens = self.pack.word_class("but-for"), self.a.tokens
        near = range(pred.last, min(pred.stop, pred.last + _EXCEPTED))
        told = takewhile(lambda i: tokens[i].form not in _STOPS, near)
        return any(tokens[i].fold in but and not self._opens(i) for i in told)

    def _opens(self, i: int) -> bool:
        """ "إلا أن" is but, and "ألا" that not: no exception."""
        phrase = self.pack.phrase_at(self.a.tokens, i)
        return phrase is not None and (len(phrase.tokens) > 1 or self.a.tokens[i].form[0] == _THAT)

    def _opener(self, clause: Clause) -> int:
        """The token right before the verb of a clause and its particles of negation; -1 without a verb."""
        at = clause.verb.first - 1 if clause.verb is not None else -1
        phrase = self.pack.phrase_at(self.a.tokens, at) if at >= 0 else None
        return at - 1 if phrase is not None and phrase.cls == "neg" else at

    def _tells_what_is(self, clause: Clause) -> bool:
        """ "طالب بالإفراج عن المدنيين الذين تحتجزهم إسرائيل": the relative with its article tells of what is there, whatever is wished."""
        at = self._opener(clause)
        phrase = self.pack.phrase_at(self.a.tokens, at) if at >= 0 and clause.kind == "rel" else None
        return phrase is not None and phrase.cls == "rel" and self.a.tokens[at].fold.startswith("ال")

    def _warns(self, head: Pred) -> bool:
        """ "حذر من أن الخطوة قد تؤدي إلى قطع العلاقات": what a warning says is said, and has not happened."""
        return "THREATEN" in head.types and self._carried(head) == "hypothetical"

    def _is_reason(self, clause: Clause, head: Pred) -> bool:
        """ "رفض الطلب لأن مصر فرضت عقوبات": is the clause why it was done, which is so whatever was refused or asked for?"""
        at = head.content_start - 1
        return head.content is clause and not head.says and at >= 0 and self.a.tokens[at].fold in self.pack.word_class("because-that")

    def _is_polite(self, head: Pred, pred: Pred) -> bool:
        """ "يسر الوزارة أن تعلن": does the verb above only say how gladly what follows is said?"""
        return head.lemma in self.pack.word_class("polite") and (pred.says or not pred.types.isdisjoint(SPEECH) or head.content is not pred.clause)

    def _is_term(self, clause: Clause) -> Pred | None:
        """ "قررت إغلاق الحدود، على أن يجتمع القادة قريبا", "وقعتا اتفاقا على أن تنسحب القوات": the act beside which it is told what shall be done
        then: behind a comma that of the clause outside, else a deal, or a verb that takes no على itself."""
        at, tokens = self._opener(clause), self.a.tokens
        phrase = self.pack.phrase_at(tokens, at) if at > 1 and tokens[at - 1].fold == _ON else None
        if phrase is None or phrase.cls != "comp":
            return None
        outside = clause.parent.verb if clause.parent is not None else None
        if tokens[at - 2].fold in COMMA and outside is not None:
            return None if outside.says else outside
        head = clause.head
        deal = head is not None and head.kind == "noun" and "AGREE" in head.types
        return head if head is not None and (deal or _ON not in head.links | head.preps) else None

    def _in_return_of(self, pred: Pred) -> Pred | None:
        """ "تفرج كينيا عن 20 أسيرا مقابل أن تطلق الصومال سراح 30": the verb for whose deed this one is done in return, with its status."""
        if pred.clause.kind != "comp" or pred.clause.verb is not pred or pred.first < 2:
            return None
        tokens = self.a.tokens
        if not any(tokens[i].fold in self.pack.word_class("in-return") for i in range(max(0, pred.first - 2), pred.first)):
            return None
        return next((p for p in reversed(self.thread.preds) if p.first < pred.first and p.kind == "verb" and p.types & pred.types - {None}), None)

    @staticmethod
    def _under_denial(pred: Pred) -> bool:
        """Does the noun hang, by itself or with the noun that carries it out, on a verb of denial?"""
        over = next((p for p in governors(pred) if p.kind != "noun" or "deny" in p.operates), None)
        return over is not None and "deny" in over.operates

    def _is_charge(self, pred: Pred) -> bool:
        """ "وجهت إليهم تهمة مباشرة بقتل الطفل": is it what a charge named before it is about?"""
        if fold(pred.link) != "ب" or pred.governor is None or pred.governor.last > pred.first:
            return False
        near = self.a.tokens[max(pred.governor.last, pred.first - _HOLDER) : pred.first + 1]  # itself too: "معتقل بتهم فساد"
        return any(not bases(t.fold).isdisjoint(self.pack.word_class("on-charge")) for t in near)

    def _is_notion(self, pred: Pred, before: str) -> bool:
        """ "مخاوف من هجوم صيني", "خطر هجمات", "قائمة العقوبات": a deed that is feared, possible, or only the name of a list."""
        types = pred.types
        if before in self.pack.word_class("listing") and "SANCTION" in types:
            return True
        if pred.first > 1 and before in FROM and self.a.tokens[pred.first - 2].fold in self.pack.word_class("abstaining"):
            return True
        if "ASSAULT" not in types:
            return False
        feared = pred.first > 1 and before in FROM and self.a.tokens[pred.first - 2].fold in self.pack.word_class("fear")
        if before.removeprefix("ال") in self.pack.word_class("case-of") and self._is_done(pred):
            return False  # "بحث قضية احتجاز إيران سفينة يونانية"
        return feared or not bases(before).isdisjoint(self.pack.word_class("notional"))  # "يقضي بتحريم الاقتتال"

    def _is_bidden(self, pred: Pred) -> bool:
        """ "على كمبوديا أن توقف القتال": what somebody must do he has not done."""
        opener = self.pack.phrase_at(self.a.tokens, pred.first - 1) if pred.first > 2 else None
        head = pred.clause.head
        if opener is None or opener.cls != "comp" or (head is not None and "propose" in head.operates):
            return False  # "اقترح على نظيره أن يلتقيا"
        who = next((m for m in self.thread.within(pred.first - 6, pred.first - 1) if m.last == pred.first - 1), None)
        return who is not None and who.first > 0 and self.a.tokens[who.first - 1].fold in self.pack.word_class("upon")

    def _is_needed(self, pred: Pred) -> bool:
        """ "أكد ضرورة أن تفرج تشاد عن الجنود": what it is necessary that somebody does he has not done."""
        tokens = self.a.tokens
        for at in range(max(0, pred.first - 3), pred.first - 1):
            phrase = self.pack.phrase_at(tokens, at)
            if phrase is not None and phrase.cls.startswith("need"):
                return True
        return False

    def _by_terms(self, pred: Pred) -> bool:
        """ "بموجب الاتفاق يفرج عن الأسرى": what a deal lays down has not been done yet."""
        terms = self.pack.word_class("terms")
        return any(not bases(t.fold).isdisjoint(terms) for t in self.a.tokens[max(0, pred.first - _NEAR_TERMS) : pred.first])

    def _goes_on_from_wish(self, pred: Pred) -> bool:
        """ "كان سيطالب بوقف القتال ويدعو إلى": the second verb happened no more than the first."""
        before = next((p for p in reversed(self.thread.preds) if p.kind == "verb" and p.first < pred.first), None) if pred.reading.conj else None
        return before is not None and before.was and before.future == "planned" and not pred.types.isdisjoint(SPEECH)

    def lies_ahead(self, date: When) -> bool:
        """Is it a day, month or year after the report's own?"""
        day, value = self.a.day or "", date.value
        return bool(day) and len(value) in (4, 7, 10) and value[:4].isdigit() and value > day[: len(value)] and date.basis != "given"

    def _is_due(self, pred: Pred) -> bool:
        """What is signed or who is met on the report's own day, told in the present and verb first, is still to come."""
        same = bool(self.a.day) and any(d.value == self.a.day and d.basis != "given" for d in pred.dates[:1])
        if not same or pred.clause.kind != "root" or pred.was or pred.reading.conj:
            return False
        return any(f.type in _APPOINTED and self.words.fits(pred, f) for f in pred.frames)

    def _is_on_agenda(self, pred: Pred) -> bool:
        """ "سيستقبل الرئيس غدا نظيره. ويبحث الرئيسان": what the two who are to meet do, told in the present right behind that."""
        before = self.thread.drafts[-1] if self.thread.drafts else None
        if pred.clause.kind != "root" or pred.dates or pred.was or before is None or before.type != "CONSULT" or before.status != "planned":
            return False
        two = self.thread.subject(pred)
        return bool(two) and all(a.mention.rule in _BOTH for a in two)

    def _is_general(self, pred: Pred) -> bool:
        """ "عندما يفجر أحدهم نفسه يموت أبرياء": what is done in the present whenever that is so is no deed of one day."""
        before = self.a.tokens[pred.first - 1].fold if pred.first else ""
        return before in self.pack.word_class("general-when") and not (pred.dates or pred.was or pred.types.isdisjoint(DEEDS))

    def _is_wont(self, pred: Pred) -> bool:
        """ "غالبا ما تتبادل الدولتان الاتهامات", "دعا مرارا إلى", "اتهمت كينيا أوغندا مرارا": is it told how often it is done? That is no news of
        a day."""
        if pred.kind != "verb" or pred.dates:
            return False
        tokens, opens = self.a.tokens, self.thread.sentence_start
        if any(tokens[i].fold.removeprefix(AND) in self.pack.word_class("as-a-rule") for i in range(max(opens, pred.first - 2), pred.first)):
            return True
        ends = [a.mention.last for a in pred.args if a.role in ("subject", "object") and a.mention.last > pred.first]
        return any(tokens[i].fold in self.pack.word_class("time-and-again") for i in (pred.last, *ends) if i < self.thread.sentence_end)

    def _long_after(self, pred: Pred) -> bool:
        """ "بعد أكثر من عام على تطويقها": did weeks, months or years go by behind it before the news?"""
        tokens, first = self.a.tokens, pred.first
        if not pred.link.startswith("time:after") or first < 2 or tokens[first - 1].fold not in self.pack.word_class("apart-from"):
            return False
        kind, unit = self.pack.counted_pair(tokens[first - 2].fold) or self.pack.counted(tokens[first - 2].fold)
        return kind == "duration" and unit in _WHILES

    def _is_to_come(self, pred: Pred) -> bool:
        """ "ويلتقي كيري في الدوحة نظيره الروسي": whom somebody meets, told in the present and verb first, is no headline and still to come."""
        if pred.clause.kind != "root" or pred.clause.topic or pred.was or self._is_over(pred):
            return False
        if "CONSULT" not in pred.types:
            return self._is_to_be_held(pred)
        fits = [f for f in pred.frames if f.type and self.words.fits(pred, f)]
        return bool(fits) and all(f.type == "CONSULT" and f.mode != "visit" and f.object == "actor" for f in fits)  # not "يستقبل النازحين"

    def _is_to_be_held(self, pred: Pred) -> bool:
        """ "ويعقد الوزير محادثات مع نظيره", "يعقد في جنيف اجتماع": talks that a man holds, or a meeting that is convened, told so; not "تجري كينيا
        محادثات", which may go on for months."""
        men = any(a.mention.kind in ("person", "role") for a in pred.subject)
        convened = pred.lemma in self.pack.word_class("convenes")
        held = (c for c in pred.children if "CONSULT" in c.types and not c.definite)
        return "light" in pred.operates and any((c.link == "obj" and men) or (convened and c.link in ("obj", "subj")) for c in held)

    def _is_sought(self, pred: Pred) -> bool:
        """ "حل سلمي يعيد الأطراف إلى الحوار": what a solution that is not known yet would bring."""
        near = self.a.tokens[max(self.thread.sentence_start, pred.first - _REMEDY) : pred.first]
        return pred.clause.kind == "rel" and any(t.fold in self.pack.word_class("remedy") for t in near)

    def _goes_on(self, pred: Pred) -> bool:
        """ "تقصف القوات المدينة", "الطائرات التي تقصف المدينة", "الوزير الذي يزور الهند": a deed or a guest's visit told in the present."""
        clause = pred.clause
        if not pred.was and self._since_when(pred) and any(f.type in _LASTING and self.words.fits(pred, f) for f in pred.frames):
            return True  # "يحتجز الحرس الرئيس منذ الأربعاء"
        if clause.kind in ("root", "coord") and clause.parent is None:
            return any(f.type in _ONGOING_BY_NATURE and self.words.fits(pred, f) for f in pred.frames)
        opener = self.pack.phrase_at(self.a.tokens, pred.first - 1) if pred.first and clause.kind != "comp" else None
        told = clause.head is not None and clause.head.says if clause.kind == "comp" else opener is None or opener.cls != "comp"  # "قبل أن يفجر"
        if pred.was or not told or self._is_over(pred):
            return False
        fits = [f for f in pred.frames if f.type and self.words.fits(pred, f)]
        if any(f.mode == "restrict" for f in fits):
            return True  # "تحاصر القوات المدينة"
        guest = opener is not None and opener.cls == "rel" and any(f.mode == "visit" for f in fits)  # "الوزير الذي يزور الهند"
        return guest or (bool(fits) and all(f.type in _ONGOING_BY_NATURE for f in fits))

    def _has_all_but(self, pred: Pred) -> bool:
        """ "كادت تطلق النار": does it stand right behind a verb of wishing or of what was near?"""
        return any(p.first < pred.first == p.last and p.kind == "verb" and "want" in p.operates for p in self.thread.preds)

    def _is_over(self, pred: Pred) -> bool:
        """Has it a day of its own before the report's, and not one since which it goes on?"""
        return any(d.value < (self.a.day or "") for d in pred.dates[:1]) and not self._since_when(pred)

    def _since_when(self, pred: Pred) -> bool:
        """ "تشن منذ أبريل هجوما", "يحتجزون الرئيس منذ أسبوع": is its day that since which it goes on?"""
        since, starts = self.pack.word_class("since"), [self.a.token_from(d.span.start) for d in pred.dates[:1] if d.span is not None]
        return any(t.fold in since for i in starts for t in self.a.tokens[max(self.thread.sentence_start, i - 1) : i + 1])

    def _is_of_plan(self, verb: Pred) -> bool:
        """ "تشمل الخطة نشر قوات": what a verb of containing names has been done only where measures or an operation contain it."""
        if verb.lemma not in self.pack.word_class("contains"):
            return False
        near = self.a.tokens[max(self.thread.sentence_start, verb.first - _HOLDER) : verb.last + 2]
        return all(bases(t.fold).isdisjoint(self.pack.word_class("measures")) for t in near)

    def _is_hoped(self, clause: Clause, head: Pred) -> bool:
        """Does a verb right behind أن tell what the head, a verb of wishing, only hopes for?"""
        first = clause.verb.first if clause.verb is not None else 0
        opener = self.pack.phrase_at(self.a.tokens, first - 1) if first else None
        return "want" in head.operates and opener is not None and opener.cls == "comp"

    def _answers(self, governor: Pred, pred: Pred) -> bool:
        """ "استجابت فرنسا لطلب مالي": who agrees to a request, or does not, was asked before; not "وافق على إرسال طلب"."""
        asked = pred.operates <= {"want"} and any(f.type == "REQUEST" and self.words.fits(pred, f) for f in pred.frames)
        return asked and any(f.type == "AGREE" and self.words.fits(governor, f) for f in governor.frames)

    def _flares_up(self, pred: Pred) -> bool:
        """ "قلقها إزاء تجدد الاشتباكات", "وسط استمرار الاحتجاجات": does a noun of going on, behind a preposition of what is there, tell of it?"""
        lasts = self._word_before(pred.first) in self.pack.word_class("flares-up") and not pred.types.isdisjoint(RESUMED)
        return lasts and fold(pred.link) in self.pack.word_class("in-view-of")

    def _is_fulfilled(self, pred: Pred) -> bool:
        """ "لتلبية طلب الحكومة", "تلبية دعوة الأمير": what is granted, by a noun that asks for nothing itself, had been asked for."""
        over = pred.governor
        granted = over is not None and over.kind == "noun" and fold(over.lemma) in self.pack.word_class("fulfils")
        return granted and "REQUEST" in pred.types and pred.link in ("gen", "ل", "obj") and bool(pred.of_role("genitive"))

    def _has_come_under(self, pred: Pred) -> bool:
        """ "باتت المدينة تحت سيطرة الجيش": does a verb of becoming tell as new that something stands under it?"""
        over = pred.governor if fold(pred.link) in self.pack.word_class("standing-under") else None
        if over is None or over.reading.verb is None or over.negated:
            return False
        return over.reading.verb.tense == "past" and fold(over.lemma) in self.pack.word_class("becomes")

    def _carried(self, head: Pred) -> str | None:
        for o in head.operators:
            return _CARRIED[o.cls] or "happened"
        for f in head.frames:
            if f.objects and not self.words.fits(head, f):
                continue
            if f.type == "AGREE":
                return "planned"
            if f.type in ("REQUEST", "REJECT", "THREATEN"):
                return "hypothetical"
        return None

    def _noun_status(self, pred: Pred, depth: int) -> _Told:
        """What is said of an act that is told as a noun: by the first rule that decides, from its own words outwards."""
        governor = pred.governor
        decided = governor is not None and any(o.cls == "decide" for o in governor.operators)
        if pred.negated and decided and any(f.negated for f in pred.frames):
            return "denied", None, pred.clause.background  # "قررت عدم المشاركة"
        if depth > _DEEP or pred.negated:
            return None, None, False
        if governor is not None and is_round_of(pred, self.pack):
            return self._noun_status(governor, depth + 1)  # "تأجيل الجولة الخامسة من المفاوضات"
        own = self._by_its_state(pred) or self._by_words_before(pred) or self._as_a_notion(pred)
        if own is not None:
            return own
        if governor is None:
            return self._on_its_own(pred)
        hung = self._by_what_is_known(pred, governor, depth) or self._by_denial(pred, governor) or self._by_link(pred, governor, depth)
        if hung is not None:
            return hung
        operators = self._operators_on(pred, governor)
        if (undone := self._by_act_above(pred, governor, operators)) is not None:
            return undone
        status, change, over = self._clause_status(governor, depth + 1) if governor.kind != "noun" else self._noun_status(governor, depth + 1)
        above = _Above(governor, pred.link, status, change, over, pred.clause.background or over)
        if status and self._answers(governor, pred):
            return "happened", None, True
        if operators:
            return self._when_spoken_only(pred, above, operators[0]) or self._when_carried(pred, above, operators[0])
        frames = [f for f in governor.frames if (f.type or f.say) and self.words.fits(governor, f)]
        told = self._as_subject(pred, above) or self._as_aim(pred, above, frames) or self._as_matter(pred, above, frames)
        return told or self._as_charge(pred, above, frames) or self._as_it_may_be(pred, above)

    def _by_its_state(self, pred: Pred) -> _Told | None:
        """By what the act itself says: that it was concluded, is an errand, a state that stands, a meeting that its own clause puts ahead."""
        background, governor, link = pred.clause.background, pred.governor, fold(pred.link)
        if "AGREE" in pred.types and self.concluded(pred):
            return "happened", None, True
        if self._has_come_under(pred):
            return "happened", None, background
        if self.thread.errand_of(pred) is not None:
            return "planned", None, background
        if link in self.pack.word_class("standing-under") and pred.types & DEEDS:
            return None, None, background  # "المناطق التي ما زالت تحت سيطرة الحركة": how things stand
        if self._flares_up(pred):
            return "happened", None, background
        if link in self.pack.word_class("heading-for") and pred.types & DEEDS:
            return None, None, background  # "تتقدم القوات نحو تحرير المدينة": what somebody is on the way to
        put_off = governor is not None and bool(governor.operates & _OFF)
        if "CONSULT" in pred.types and not put_off and any(r.future == "planned" and r.operates & _HELD for r in self.thread.relatives(pred)):
            return "planned", None, background  # "عشية قمة ستجمعه بنظيره", "الزيارة التي سيقوم بها"
        return None

    def _by_words_before(self, pred: Pred) -> _Told | None:
        """By the word right before the act, which makes a name, a ceremony, a charge or nothing of it: no fact, but for a denial of any such."""
        background, governor, link = pred.clause.background, pred.governor, pred.link
        above = governor.governor if governor is not None and governor.lemma in self.pack.word_class("breach-by") else governor
        breach = above is not None and fold(above.lemma) in self.pack.word_class("breach")
        breach = breach or not bases(self._word_before(pred.first)).isdisjoint(self.pack.word_class("breach"))  # "خرق» الهدنة»"
        if breach and any(f.mode == "ceasefire" for f in pred.frames):
            return None, None, background
        before = self._token_before(pred)
        if before in self.pack.word_class("compound") and not pred.definite and "ASSAULT" in pred.types:
            return None, None, background  # "أسير حرب"
        if before in self.pack.word_class("foe-by-deed") and self.thread.is_definite(pred.first) and "ASSAULT" in pred.types:
            return None, None, background  # "دول العدوان السعودي": what their foe calls them
        if before in self.pack.word_class("ceremony") and fold(pred.lemma) in self.pack.word_class("inaugurating"):
            return None, None, background  # "مراسم افتتاح المطار": opened as new, not again
        if before in self.pack.word_class("efforts") and pred.types & _TOPICS:
            return None, None, background  # "جهود التوصل إلى هدنة"
        charged = before if governor is None or governor.kind != "noun" else self.a.tokens[governor.first - 1].fold
        if not {before, charged}.isdisjoint(self.pack.word_class("on-charge")) or self._is_charge(pred):
            return None, None, background  # "حكم عليه بتهمة التخطيط لاغتيال السفير"
        verdict = self.a.tokens[max(self.thread.sentence_start, pred.first - _GRIEF) : pred.first] if pred.reading.prep == _WITH_IT else ()
        if "ASSAULT" in pred.types and any(not bases(t.fold).isdisjoint(self.pack.word_class("verdict-noun")) for t in verdict):
            return None, None, background  # "أصدر أحكاما بالإعدام": nobody has been put to death yet
        if before in self.pack.word_class("none-such") and not pred.definite:
            return None, None, background
        any_such = before in self.pack.word_class("any")
        denied = any_such and "COOPERATE" not in pred.types and self._under_denial(pred)  # "نفى عقد أي لقاء بين الرئيسين"
        if any_such and pred.types & DEEDS and not denied:
            return None, None, background  # "ضد أي عدوان": none that has been
        if self._is_notion(pred, before):
            return None, None, background
        if (pred.future == "hypothetical" and not denied) or link.startswith(("need", "purpose", "neg")):
            return None, None, background
        return None

    def _as_a_notion(self, pred: Pred) -> _Told | None:
        """By a word for plans or ideas above it, and by what somebody only calls it."""
        background = pred.clause.background
        if self.planned_by_word(pred):
            return "planned", None, background  # "أعلنت الحكومة خططا لإرسال دبابات إلى"
        if pred.link == "idea:date" and pred.types & _APPOINTED and (dated := self._by_its_date(pred)) is not None:
            return dated
        if pred.link.startswith("idea"):
            return ("proposed" if pred.operators or "CONSULT" in pred.types else None), None, background
        known = self._is_named(pred) and pred.link in ("", "subj", "obj")  # "يعتبر أن قصف إسرائيل المقر جريمة"
        head = pred.clause.head if pred.clause.kind == "comp" and not known else None
        if head is not None and head.lemma in self.pack.word_class("describing") and pred.types & (DEEDS | {"THREATEN"}):
            return None, None, background  # "وصفت العقوبات بأنها جزء من هجمات": what he likens it to
        return None

    @staticmethod
    def _by_its_date(pred: Pred) -> _Told | None:
        """ "حدد البلدان موعد القمة", "تأجل موعد الزيارة": what has a date is to come; not where none has been set yet."""
        over = pred.governor or pred.clause.verb
        if over is None or over.negated:
            return None
        cls = next((c for c in ("postpone", "cancel") if c in over.operates), None)
        return "planned", _CHANGES[cls] if cls else None, pred.clause.background

    def _on_its_own(self, pred: Pred) -> _Told:
        """Of an act that hangs on no word of the lexicon: by its time or cause, else as a headline tells it."""
        background, link = pred.clause.background, pred.link
        if link.startswith("time:before"):
            return "planned", None, background
        if link.startswith(("time:after", "cause")) and pred.first - self.thread.sentence_start > _OPENING:
            return "happened", None, True  # "وتدهورت العلاقات بعد …": beside a main verb that no lexicon has
        if link.startswith("cause"):
            return "happened", None, background
        if pred.clause.hypothetical:
            return None, None, background
        if "CONSULT" in pred.types and self._is_appointed(pred):
            return "planned", None, background
        return {"hypothetical": None, "planned": "planned"}.get(pred.future or "", "happened"), None, background

    def _by_what_is_known(self, pred: Pred, governor: Pred, depth: int) -> _Told | None:
        """By what the sentence takes for granted of it: the means of another act, a matter, a deal that is kept or not recognised, a charge."""
        background = pred.clause.background
        if (means_of := self.thread.done_by_means(pred)) is not None and pred.types.isdisjoint(_NO_MEANS):
            by_that = self._clause_status(means_of, depth + 1)[0]
            return (by_that if by_that in ("happened", "planned") else None), None, background
        if pred.link == "obj" and "REQUEST" in pred.types and governor.lemma in self.pack.word_class("describing"):
            return None, None, background  # "يعتبره التكتل أمرا غير مصرح به": a matter, no order
        if governor.kind == "noun" and self._is_not_recognised(governor):
            return "happened", None, True
        if self._is_fulfilled(pred):
            return "happened", None, True
        if self.thread.charged_in(pred) is not None:
            return self._clause_status(pred.clause.verb, depth + 1)[0] if pred.clause.verb is not None else "happened", None, background
        return None

    def _by_denial(self, pred: Pred, governor: Pred) -> _Told | None:
        """By a negation, a refusal or a call above it, and by what is avenged or mourned."""
        background, link = pred.clause.background, pred.link
        if governor.negated and not self._is_named(pred) and link in ("subj", "obj") and fold(governor.lemma) in self.pack.word_class("being"):
            # "لن تكون هناك محادثات", "لم يكن هناك اعتداء كيني"; but "لم تكن اتهامات كينيا جديدة"
            return (None if governor.negated == "future" else "denied"), None, background
        if governor.negated and link == "obj" and fold(governor.lemma) in self.pack.word_class("means"):
            return ("denied" if "CONSULT" not in pred.types else None), None, background  # "القرار لا يعني قطع كينيا علاقاتها"
        if governor.negated and fold(governor.lemma) in self.pack.word_class("not-only"):
            return "happened", None, background  # "لم تكتف بطرد السفير بل": that she did too
        if any(self._is_refused(pred, governor, kind) for kind in _REFUSED):
            return "happened", None, background
        if self._is_unclaimed(pred, governor):
            theirs = governor.subject or governor.clause.topic  # "لم تعلن الحركة مسؤوليتها": she may not have done it
            return (None if theirs else "happened"), None, background
        if self.called_for(pred) is not None:
            return "proposed", None, background
        if self._is_avenged(pred) or self._is_mourned(pred):
            return "happened", None, True
        return None

    def _by_link(self, pred: Pred, governor: Pred, depth: int) -> _Told | None:
        """By how it hangs on the act above: as its time, its cause, the terms it goes by, or a subject that is put off."""
        background, link = pred.clause.background, pred.link
        if link.startswith("time"):
            return self._as_time(pred, governor, depth)
        if link.startswith("cause"):
            return "happened", None, True
        if link == "subj" and not bases(self._token_before(pred)).isdisjoint(self.pack.word_class("terms")):
            return "happened", None, background  # "بموجب الاتفاق يجب على إيران": what is to be done rests on one that there is
        if link == "subj" and (off := next((c for c in governor.children if c.link == "obj" and c.reading.pronoun and c.operates & _OFF), None)):
            cls = "cancel" if "cancel" in off.operates else "postpone"
            return _CARRIED[cls], _CHANGES[cls], background  # "الجولة السادسة تم تأجيلها"
        return None

    def _as_time(self, pred: Pred, governor: Pred, depth: int) -> _Told:
        """Of an act that tells when another was done: before, while, until or after it."""
        background, link = pred.clause.background, pred.link
        if link == "time:until" and governor.kind == "verb" and governor.reading.verb is not None and governor.reading.verb.tense != "past":
            return None, None, background  # "يواصلون القتال حتى توقيع اتفاق"
        if link == "time:before":
            outer = self._clause_status(governor, depth + 1)[0] if governor.kind != "noun" else "happened"
            return ("planned" if outer in ("planned", "proposed") else "happened"), None, True
        if link == "time:during" and (told := self._told_during(pred, governor)) is not None:
            return self._clause_status(told, depth + 1)[0], None, background
        if link == "time:during":
            outer = (self._clause_status(governor, depth + 1) if governor.kind != "noun" else self._noun_status(governor, depth + 1))[0]
            return ("planned" if outer == "planned" else "happened"), None, background
        return "happened", None, True

    def _operators_on(self, pred: Pred, governor: Pred) -> list[Operator]:
        """What the act above it makes of this one: the operators that reach it, none where it is known whatever is made of it."""
        link = pred.link
        if governor.lemma in self.pack.word_class("contains") and pred.first < governor.first:
            return []  # "مساعدات إماراتية تشمل مولدات": what contains has no verb of its own
        operators = [o for o in governor.operators if _brings(o, governor, link) or (link == "gen" and governor.kind == "noun")]
        if link == "subj" and operators and operators[0].cls in _CARRY_ON and any(self._borne(c, governor) for c in governor.children):
            return []  # "يتيح الاتفاق الإفراج عن الأموال": what lets it be done is known
        return operators

    def _by_act_above(self, pred: Pred, governor: Pred, operators: list[Operator]) -> _Told | None:
        """By an act above that undoes it, lets it pass, or is denied with it."""
        background = pred.clause.background
        if not operators and self._part_denied(governor, pred):
            return "denied", None, background
        undoes = ("CONCEDE", "RETREAT") if "MOBILIZE" in pred.types else ("CONCEDE",)
        given = self._is_given_for(pred)
        if not given and pred.types & DEEDS and any(f.type in undoes and self.words.fits(governor, f) for f in governor.frames):
            return None, None, background  # "رفع العقوبات" imposes none, "علقت تجاربها" tests nothing
        if "AID" in pred.types and any(f.mode == "access" and self.words.fits(governor, f) for f in governor.frames):
            return None, None, background  # "السماح بإيصال المساعدات": who lets it pass gives none
        return None

    def _when_spoken_only(self, pred: Pred, above: _Above, operator: Operator) -> _Told | None:
        """Of an act under an operator that leaves it words: a denial of both, a paper's blame, a wish, a deal that was made before."""
        background, cls = above.background, operator.cls
        if cls == "deny" and self._says_neither(above.governor):
            return None, None, background
        if pred.types & SPEECH and self.thread.writers(pred):
            return ("happened" if above.status in ("happened", "ongoing") else None), None, background  # "تضمن القرار إدانة للهجوم"
        if (above.status is None and cls != "deny") or above.status == "hypothetical":
            return None, None, background
        if (cls == "gather" and "CONSULT" not in pred.types) or self._is_of_plan(above.governor):
            return None, None, background
        if cls == "cancel" and pred.definite and "AGREE" in pred.types:
            return "happened", None, True  # "إلغاء الاتفاق": it had been made
        if cls == "plan" and (kept := self._as_kept(pred, above)) is not None:
            return kept
        if self._carried_by(pred, above.governor, cls) == "ongoing" and "AGREE" in pred.types and pred.types <= _MADE:
            return None, None, background  # "بدأت التحقيق في الصفقة"
        return None

    def _as_kept(self, pred: Pred, above: _Above) -> _Told | None:
        """Of what somebody plans or promises to keep, though it was made or begun before."""
        kept, background = fold(above.link) in _KEPT, above.background
        if kept and (pred.definite or self.thread.relatives(pred)) and "AGREE" in pred.types:
            return None, None, background  # "التزم بالاتفاق الذي وقعه": it is kept, not made
        if pred.definite and any(_has_begun(r) for r in self.thread.relatives(pred)):
            return "happened", None, True  # "وافق على المفاوضات التي بدأت أمس"
        if kept and above.status == "denied":
            return None, None, background  # "لا يوافقون على المحادثات": nothing is said of their being held
        return None

    def _carried_by(self, pred: Pred, governor: Pred, cls: str) -> str:
        """What an operator of class ``cls`` makes of the act by itself; empty where it only carries it."""
        if cls == "want" and pred.types & _TERMS and any(c.link == "subj" and "AGREE" in c.types for c in governor.children):
            return "planned"  # "تدعو الاتفاقية إلى انسحاب القوات": what a deal asks for is what was agreed
        return _CARRIED[cls]

    def _when_carried(self, pred: Pred, above: _Above, operator: Operator) -> _Told:
        """Of an act that an operator brings: what the operator makes of it and what is said of the operator, together."""
        governor, change, background, cls = above.governor, above.change, above.background, operator.cls
        carried = self._carried_by(pred, governor, cls)
        said = (c.head for c in up(governor.clause) if c.kind == "comp")
        over = governor.governor if governor.kind == "noun" else next(said, None)
        voiced = cls == "plan" and over is not None and over.says  # "أكد أن بلاده ملتزمة بدعم الشرعية"
        if voiced and any(f.type == "SUPPORT" and self.words.fits(pred, f) for f in pred.frames):
            return "happened", change, background  # "أكد عزمه على دعم مالي": saying it supports
        if carried == "planned" and not pred.operators and pred.types - {None} and pred.types - {None} <= SPEECH:
            return None, None, background  # "أعدت مشروعا للتنديد": words that are not said yet
        if cls == "plan" and governor.clause.antecedent is None and self.thread.decreed(governor):
            carried = "happened"  # "أصدر مرسوما يقضي بطرد السفير", not "اتفاق يقضي بانسحاب القوات"
        if cls == "try" and pred.types & RESUMED:
            carried = "happened"  # who tries to storm an embassy has rioted
        if cls == "try" and any(f.mode == "third-party" for f in pred.frames):
            carried = "ongoing"  # who tries to mediate does
        if above.status in ("planned", "proposed") and carried in ("ongoing", "happened"):
            return above.status, change, background
        if carried == "ongoing" and governor.kind == "noun" and governor.link == "time:before" and not pred.definite:
            return "planned", change, background  # "قبل بدء جولة من المحادثات"
        bidden = governor.governor if governor.kind == "noun" and cls == "begin" and "ASSAULT" in pred.types else None
        if bidden is not None and fold(bidden.lemma) in self.pack.word_class("commands"):
            return "planned", change, background  # "أوعزت الحركة إلى مقاتليها باستئناف الهجمات على القوات الأفغانية"
        change = _CHANGES.get(cls, change)
        if cls == "decide" and self._is_only_decided(pred, above):
            return "planned", change, background
        if above.status == "denied":
            return self._under_denied(pred, above, carried, change)
        verb = governor.reading.verb
        if cls == "able" and verb is not None and verb.tense != "past":
            return None, None, background  # "تستطيع القوات تحرير المدينة": not that she has
        if cls == "begin" and verb is not None and verb.tense == "past" and not pred.types.isdisjoint(_AT_ONCE):
            return "happened", change, background  # "اندلعت اشتباكات"
        if cls in ("passive", "host") and verb is not None and verb.tense == "present" and not pred.types.isdisjoint(_ONGOING_BY_NATURE):
            return "ongoing", change, background
        return (carried or above.status), change, background

    def _is_only_decided(self, pred: Pred, above: _Above) -> bool:
        """Is an act that was decided, or announced, still to be done? Aid that is pledged, a meeting that no clause of its own says to have been."""
        pledged = fold(pred.lemma) not in self.pack.word_class("on-the-way")
        if pledged and any(f.type == "AID" and "asylum" not in f.contexts and self.words.fits(pred, f) for f in pred.frames):
            return True  # decided is not delivered; asylum is, and what arrives
        if above.status == "planned":
            return True
        if above.status != "happened" or not self._is_to_meet(pred):
            return False
        was_held = any(r.reading.verb is not None and r.reading.verb.tense == "past" and r.operates & _HELD for r in self.thread.relatives(pred))
        return not (was_held or self._is_told_of(pred, above.link))  # not "أعلن الكرملين أن اتصالا جرى بين الرئيسين"

    @staticmethod
    def _under_denied(pred: Pred, above: _Above, carried: str, change: str | None) -> _Told:
        """Of an act under an operator that is denied: denied with it, unless it stands whoever denies, or nothing is said of it."""
        if fold(above.link) == FROM[1]:
            return None, None, above.background  # "لم تعلن مسؤوليتها عن الهجوم": which has been, though not by her word
        if above.governor.says and above.governor.reading.verb is not None:
            return None, None, above.background  # "لم يعلن الجيش مقتل أحد": it may be so, or not
        if above.link != "subj" and any(c.link == "subj" and c.types & DEEDS for c in above.governor.children):
            return None, None, above.background  # "لن تؤدي الغارات إلى وقف القتال": nobody says of it more than that
        return ("denied" if carried != "hypothetical" else None), change, above.background

    def _as_subject(self, pred: Pred, above: _Above) -> _Told | None:
        """Of the subject of an act, of what comes beside a subject, and of what two do together."""
        governor, link, background = above.governor, above.link, above.background
        next_to = fold(governor.lemma) in self.pack.word_class("comes-beside") and link in ("subj", "obj") and not pred.definite
        if next_to and above.status in ("planned", "proposed"):
            return above.status, above.change, background  # "من المقرر أن يعقب الزيارة اجتماع"
        if link == "subj":
            ahead = above.status in ("planned", "proposed") and fold(governor.lemma) in self.pack.word_class("in-force")
            if above.status == "planned" and not ahead and pred.types & (DEEDS | _VALUED) and pred.of_role("object"):
                return None, None, background  # "تزويد واشنطن كييف بصواريخ سيضر بالعلاقات"
            told = above.status if ahead else "told" if above.status else None
            return told, above.change, background  # "من المقرر أن تدخل الهدنة حيز التنفيذ"
        if "COOPERATE" in pred.types and self.thread.done_jointly(pred) is not None:
            return above.status, None, background
        return None

    def _as_aim(self, pred: Pred, above: _Above, frames: list[Frame]) -> _Told | None:
        """Of what another act is done for: "المفاوضات الجارية لوقف إطلاق النار"."""
        governor, background = above.governor, above.background
        if above.link != _FOR:
            return None
        types = {f.type for f in frames}
        whose = any(a.role == "genitive" for a in pred.args)
        if "SUPPORT" in pred.types and types.isdisjoint(("SUPPORT", "ACCUSE")) and whose:
            return None, None, background  # "تعهد المانحون بثمانية مليارات لدعم السوريين": what for
        if self._is_what_for(pred, governor, types):
            return None, None, background
        if goes(governor):
            status = self._purpose(pred, governor, above.status)
            return (status, None, background) if status != "told" else None
        praised = types & {"SUPPORT", "ACCUSE"} and pred.first - governor.last <= 1
        if governor.kind == "noun" and not praised and not pred.operators and "CONSULT" not in pred.types and not whose:
            return None, None, background  # "المفاوضات الجارية لوقف إطلاق النار"
        return None

    def _as_matter(self, pred: Pred, above: _Above, frames: list[Frame]) -> _Told | None:
        """Of what another act is about: what is asked for, refused, threatened, mediated, talked of or agreed to."""
        governor, link, status, background = above.governor, above.link, above.status, above.background
        types = {f.type for f in frames}
        if (link == "gen" or self._is_given_for(pred)) and types & pred.types:
            talks = link == "gen" and types == {"CONSULT"} and not any(f.type == "CONSULT" and self.words.fits(pred, f) for f in pred.frames)
            return (None if talks else status), above.change, background  # "مفاوضات تبادل الأسرى": one exchanges visits, too, but these are no swap
        if types & {"REQUEST"} and link != "time:during":  # "طالب، في قمة عقدت أمس، بالإفراج عن": held, not asked for
            return ("proposed" if "CONSULT" in pred.types else None), None, background
        if types & {"REJECT", "THREATEN"} or (types & {"SANCTION", "COERCE"} and link == "obj"):
            return None, None, background
        if any(f.mode == "third-party" for f in frames):  # sponsors the signing; mediates FOR an agreement
            return (status if governor.kind == "verb" and link == "obj" else None), above.change, background
        if types & {"CONSULT"} and link not in ("gen", "obj") and (self._is_done(pred) or self._is_spoken_of(pred, governor)):
            return ("told" if status else None), None, background  # "تحدث عن توقيع الصين اتفاقا"
        if types & {"CONSULT"} and link != "gen" and (link == "obj" or any(f.parts.get(fold(link)) == "about" for f in frames)):
            prepared = "plan" in pred.operates  # "discussed the preparation of a meeting"
            return ("planned" if prepared or (pred.future == "planned" and "CONSULT" in pred.types) else None), None, background
        if types & {"AGREE"} and governor.kind == "noun" and fold(link) in self.pack.word_class("topic-prep"):
            return None, None, background  # "تبني مشروع قرار بشأن وقف إطلاق النار": what it is about
        if types & {"AGREE"} and fold(link) not in FROM:  # "اختتم الاتفاق عشرين شهرا من المفاوضات": it brings no more of them
            between = self.a.tokens[governor.last : pred.first]
            if link == _FOR and pred.definite and any(not bases(t.fold).isdisjoint(self.pack.word_class("issued-text")) for t in between):
                return None, None, background  # "التوقيع على البيان المشترك للدورة": a paper of it
            kept = pred.types & {"CONSULT", "RETREAT", "AID", "CONCEDE", None} or pred.operators
            return ("planned" if status and kept else None), None, background
        if link == "gen":
            return (None, None, background) if types and not types & pred.types else (status, above.change, background)
        if types & {"SUPPORT"} and pred.operators and pred.operators[0].cls not in ("decide", "end") and not any(f.type for f in pred.frames):
            return "proposed", None, background  # "interest in holding a meeting"
        if fold(link) in self.pack.word_class("topic-prep"):
            return None, None, background
        return None

    def _as_charge(self, pred: Pred, above: _Above, frames: list[Frame]) -> _Told | None:
        """Of what somebody is blamed or praised for, or is said to have done: told, but his word only where nothing else makes it a fact."""
        link, background = above.link, above.background
        types = {f.type for f in frames}
        if link == _WITH_IT and pred.types & DEEDS | pred.operates & {"light"} and self.thread.accuser(pred) is not None:
            return ("happened" if above.status == "happened" else None), None, above.over  # "اتهمت كييف روسيا بقصف محطة"
        if "ACCUSE" in types and fold(link) == _WITH_IT and (pred.operators or not pred.reading.article) and self._is_alleged(pred, frames):
            return None, None, background  # "اتهمها بقصف المدنيين": his word for it; "بالهجوم" is one that is known
        if types & {"SUPPORT", "ACCUSE"} or any(f.say for f in frames):
            had = above.governor.was  # "كانت الوكالة قالت إن اتفاقا تم"
            return ("told" if above.status else None), None, pred.clause.background and (had or not any(f.say for f in frames))
        return None

    def _is_alleged(self, pred: Pred, frames: list[Frame]) -> bool:
        """Is an act known only from the charge that ``frames`` make of it? Not one that somebody mourns or condemns with its victims or its doer."""
        if any(f.type == "ACCUSE" and f.mode not in ("disapprove", None) for f in frames):
            return True
        whose = bool(pred.of_role("genitive"))
        harm = fold(pred.lemma) in self.pack.word_class("harm") or any(f.mode == "arrest" and self.words.fits(pred, f) for f in pred.frames)
        if whose and (harm or not pred.operates.isdisjoint(_DOES)):
            return False  # "ندد بمقتل جنديين", "باعتقال ثلاثة فرنسيين", "بقيام فرنسا بطرد السفير"
        tried = "try" in pred.operates and any("ASSAULT" in c.types for c in pred.children)
        return not (tried or self._is_done(pred))  # "ندد بمحاولة الاغتيال التي استهدفت الوزير"

    def _as_it_may_be(self, pred: Pred, above: _Above) -> _Told:
        """Of an act that no rule has decided: told with the one above, unless that only may be, or is a topic."""
        governor, link, status, background = above.governor, above.link, above.status, above.background
        if status == "hypothetical" and link == _FOR and (pred.operators or pred.types & DEEDS) and not self._is_known(pred):
            return None, None, background  # "سيسمح باستخدام القاعدة لشن غارات"
        if status in ("planned", "proposed", "denied") and not self._is_known(pred):
            if "CONSULT" in pred.types:  # "ستنطلق المسارات بلقاء بين البلدين"; but "عدم المشاركة في قمة": it is held all the same
                return ("told" if status == "denied" else status), None, background
            return None, None, background  # "سيسمح باستهداف القوات", "لم توجه إليه تهمة بقتل السفير"
        topical = link not in ("obj", "subj") and governor.kind == "verb" and not governor.operators and not pred.types.isdisjoint(_TOPICS)
        if topical and not self._is_done(pred) and any(f.type in _TOPICS and self.words.fits(pred, f) for f in pred.frames):
            return None, None, background  # "سيركز على وقف إطلاق النار"
        return ("told" if status else None), None, background

    def _token_before(self, pred: Pred) -> str:
        """The folded token right before an act; empty at the beginning."""
        return self.a.tokens[pred.first - 1].fold if pred.first else ""

    @staticmethod
    def _is_named(pred: Pred) -> bool:
        """Is it a certain act, by its article or by whose it is?"""
        return pred.definite or any(a.mention.kind != "demonym" for a in pred.of_role("genitive"))

    def _is_given_for(self, pred: Pred) -> bool:
        """ "الإفراج عن أربعة مقابل إطلاق سراح مئة": is it what the act above is done in return for?"""
        return pred.link in self.pack.word_class("in-return")

    @staticmethod
    def _borne(pred: Pred, governor: Pred) -> bool:
        """ "الغارات لن تؤدي إلا إلى التصعيد", "يتيح الاتفاق الإفراج": is it what the verb above carries, which its subject then is not?"""
        return pred.link == "obj" or (pred.link != "subj" and fold(pred.link) in governor.links)

    def _is_what_for(self, pred: Pred, governor: Pred, types: set[str | None]) -> bool:
        """ "استخدمت القوة لاعتقال ناشطين", "بثت تقارير مصورة لزيارة": is a deed only what something was done for, or the noun that of words
        between it and a verb of saying?"""
        if pred.operators or types & {"SUPPORT", "ACCUSE"}:
            return False
        if governor.says and governor.kind == "verb" and pred.types.isdisjoint(SPEECH):
            return True
        if self._is_known(pred):
            return False
        return any(f.type in DEEDS and f.verbs and self.words.fits(pred, f) for f in pred.frames)

    def _says_neither(self, denial: Pred) -> bool:
        """ "رفض تأكيد أو نفي الزيارة", "لم ينف الزيارة": is a denial only what somebody does not make?"""
        if denial.kind == "verb":
            return denial.negated is not None
        before = self.a.tokens[denial.first - 1].fold if denial.first else ""
        return before in self.pack.word_class("or-else")

    def _is_known(self, pred: Pred) -> bool:
        """ "الهجوم", "إطلاق إيران صاروخا": does a noun tell of an act as one that has been?"""
        before = self.a.tokens[pred.first - 1].fold if pred.first else ""
        return pred.definite or self._is_done(pred) or not bases(before).isdisjoint(self.pack.word_class("terms"))  # "بموجب اتفاق مع أنقرة"

    def _is_appointed(self, pred: Pred) -> bool:
        """ "الاجتماع التالي بين باكستان وأفغانستان مقرر في إسطنبول": does a word for what is due say it of the meeting, without a verb?"""
        due = self.pack.word_class("due")
        near = self.a.tokens[pred.last : pred.last + _REACH]
        at = next((i for i, t in enumerate(near) if t.fold in due or t.fold + "ا" in due or t.fold in (",", "،", ".")), None)
        if at is None or near[at].fold in (",", "،", "."):
            return False
        return not any(pred.last <= p.first <= pred.last + at and p.kind == "verb" for p in self.thread.preds)

    def _told_during(self, pred: Pred, governor: Pred) -> Pred | None:
        """ "أعلن أن بلاده ستبدأ الحرب، خلال لقاء مع نظيره": the verb of saying to which a meeting behind a comma belongs, not what is said."""
        clause, comma = governor.clause, pred.first - 2
        says = clause.head if clause.kind == "comp" and governor.first < pred.first and governor.future == "planned" else None
        held = "CONSULT" in pred.types and not pred.definite and not any(f.mode == "visit" for f in pred.frames)
        apart = comma > 0 and self.a.tokens[comma].fold in COMMA
        return says if says is not None and says.says and says.kind == "verb" and held and apart else None

    def _word_before(self, i: int) -> str:
        """The word before token i, folded, over marks of quotation."""
        while i > 0 and self.a.tokens[i - 1].fold in QUOTE_MARKS:
            i -= 1
        return self.a.tokens[i - 1].fold if i > 0 else ""

    def _is_spoken_of(self, pred: Pred, governor: Pred) -> bool:
        """ "تحدثت مصادر عن مقتل خمسة جنود": is it a deed on somebody of which one tells by speaking, with nobody to speak with?"""
        says = any(f.say and f.parts.get(fold(pred.link)) == "content" for f in governor.frames)
        two = governor.reading.verb is None or governor.reading.verb.number == "d" or any(a.mention.rule in _BOTH for a in governor.subject)
        alone = not two and all(fold(a.prep) != WITH for a in governor.args)
        return says and alone and bool(pred.types & DEEDS) and bool(pred.of_role("genitive") or pred.of_role("object"))

    def called_for(self, pred: Pred) -> Pred | None:
        """ "دعت مصر الجامعة إلى اجتماع طارئ", "طلبت عقد جلسة": the verb that asks for a meeting of its own, not for talks in general."""
        if pred.definite or pred.negated or fold(pred.lemma) not in self.pack.word_class("session"):
            return None
        over, link = pred.governor, pred.link
        if over is not None and over.kind == "noun" and "light" in over.operates and not over.types - {None}:
            link, over = over.link, over.governor
        if link.startswith("time") or fold(link) == IN:
            return None  # "طالب خلال اجتماع مع نظيره بوقف القتال", "دعا، في قمة عقدت أمس، إلى": it was held
        if over is None or over.negated or fold(over.lemma) not in self.pack.word_class("calls-for") or self.of(over)[0] != "happened":
            return None
        return over

    def _is_not_recognised(self, decision: Pred) -> bool:
        """ "لا تعترف بقرار أوغندا قطع العلاقات": who refuses a decision by a negated verb does not deny that it was taken."""
        over = decision.governor
        if over is None or not over.negated or not any(o.cls == "decide" for o in decision.operators) or not decision.of_role("genitive"):
            return False
        return any(f.negated and f.type == "REJECT" and self.words.fits(over, f) for f in over.frames)

    def _is_unclaimed(self, pred: Pred, governor: Pred) -> bool:
        """ "لم تتبن أي جماعة الهجوم", "لم تعلن أي جهة المسؤولية عن الخطف أو الهجمات": of an attack that nobody claims nobody denies that it was."""
        if not governor.negated or "ASSAULT" not in pred.types or governor.reading.verb is None:
            return False
        near = self.a.tokens[governor.last : min(governor.last + _WHOSE, pred.first)]
        return fold(governor.lemma) in self.pack.word_class("claims-deed") or any(t.fold in self.pack.word_class("responsibility") for t in near)

    def _is_refused(self, pred: Pred, governor: Pred, kind: str) -> bool:
        """ "رفضت طلب توغو تسليم الضابط", "نفت اتهامات توغو", "نددت بتهديدات توغو": is it what another asked, charged or threatened?"""
        scorned = pred.link == "ب" and kind == "THREATEN" and "ACCUSE" in governor.types
        refuses = scorned or (pred.link == "obj" and any(f.type == "REJECT" and self.words.fits(governor, f) for f in governor.frames))
        asks = refuses and any(f.type == kind and self.words.fits(pred, f) for f in pred.frames)
        own = {e for a in self.thread.subject(governor) for e in a.mention.entities} if asks else set()
        whose = [a.mention for a in pred.args if a.role == "genitive" and self.thread.can_act(a.mention)] if own else []
        whose = [m for m in whose if kind != "ACCUSE" or m.kind != "demonym"]  # "رفضت الاتهامات الأميركية" tells of none in particular
        return any(own.isdisjoint(m.entities) for m in whose)

    def _part_denied(self, governor: Pred, pred: Pred) -> bool:
        """ "نفت ضلوعها في الهجوم", "أي صلة لها بالهجوم": is it a part in the act that is denied?"""
        if "deny" not in governor.operates or not pred.types & DEEDS:
            return False
        between = self.a.tokens[governor.last : pred.first]
        return len(between) < 10 and any(not bases(t.fold).isdisjoint(self.pack.word_class("part-in")) for t in between)

    def _is_avenged(self, pred: Pred) -> bool:
        """ "توعدت بالرد على مقتل جنديين", "انتقاما لمقتله": what is answered or avenged has happened."""
        tokens, at = self.a.tokens, pred.first - 1
        at -= at > 0 and tokens[at].fold == _ON
        word = tokens[at].fold if at >= 0 else ""
        return bool(pred.types & DEEDS) and not bases(word).isdisjoint(self.pack.word_class("avenging"))

    def _is_mourned(self, pred: Pred) -> bool:
        """ "أعرب عن غضبه إزاء مقتل مدنيين", "عن حزنه لمقتل خمسة جنود": the death of somebody whom one is told to grieve over has been."""
        if fold(pred.lemma) not in self.pack.word_class("harm") or not (pred.of_role("genitive") or pred.of_role("prep")):
            return False
        at = pred.first - (0 if fold(pred.link) == _FOR else 1)
        over = fold(pred.link) in self.pack.word_class("grieved-over")
        near = self.a.tokens[max(self.thread.sentence_start, at - _GRIEF) : at] if over else ()
        return any(not bases(t.fold).isdisjoint(self.pack.word_class("grief")) for t in near)

    def _purpose(self, pred: Pred, governor: Pred, outer: str | None) -> str | None:
        """The status of what something was done for: "وصل … لإجراء محادثات" plans them, "التقى … لبحث" tells the talk itself."""
        consult = pred.operators or "CONSULT" in pred.types
        before = [p for p in self.thread.preds if p.first < pred.first and p.clause is pred.clause]
        meets = any(f.type == "CONSULT" for p in before for f in p.frames if f.mode != "visit")
        if meets and consult:
            return "told"
        helps = any(f.type == "AID" and self.words.fits(pred, f) for f in pred.frames)
        if helps and fold(governor.lemma) in self.pack.word_class("on-the-way"):
            return outer  # "انطلقت سفينة لإيصال مساعدات"; but "وصل للمشاركة في القمة" is there before it
        signs = "AGREE" in pred.types and any(f.type == "AGREE" and f.verbs and self.words.fits(pred, f) for f in pred.frames)
        return "planned" if (consult or signs) and outer else None  # "وصل إلى القاهرة لتوقيع اتفاق هدنة"

    @staticmethod
    def planned_by_word(pred: Pred) -> bool:
        """Is it what somebody announces a plan or intention of?"""
        return pred.link == "idea:plan" and pred.governor is not None and "decide" in pred.governor.operates and not pred.governor.negated

    def goes_on_around(self, pred: Pred) -> bool:
        """ "نزح السكان وسط اتهامات للجيش", "على خلفية دعوات", "في ظل تهديدات روسية": does a noun tell what goes on around another act, or what
        that comes of? And of a headline: "فض مظاهرة في نيروبي واتهامات للشرطة"."""
        link = pred.link
        around = link.startswith(("time:after", "cause")) or fold(link) in self.pack.word_class("goes-on-around")
        return pred.kind == "noun" and not pred.definite and not pred.reading.pronoun and around

    def factual(self, pred: Pred, frame: Frame) -> bool:
        """May a noun that is not a happening by itself be coded where it stands?"""
        governor, link = pred.governor, pred.link
        if frame.subject == "about" and frame.object == "recipient" and not frame.nouns:
            return False  # "تدمير منصة صواريخ": of the noun nobody tells that the weapon did it
        parties = {
            e for a in pred.args for e in a.mention.entities if a.role == "genitive" or frame.parts.get(fold(a.prep)) in ("actor", "recipient")
        }
        if frame.type == "AGREE":  # "معاهدة الدفاع بين روسيا وطاجيكستان"
            parties |= {e for c in pred.children if c.link == "gen" for a in c.args if fold(a.prep) == "بين" for e in a.mention.entities}
        for rel in self.thread.relatives(pred):
            parties |= {e for a in self.thread.subject(rel) for e in a.mention.entities}
            parties |= {e for a in rel.args if frame.parts.get(fold(a.prep)) in ("actor", "recipient") for e in a.mention.entities}
            past = rel.reading.verb is not None and rel.reading.verb.tense == "past" and not rel.negated
            if past and "light" in rel.operates and rel.subject and frame.type in DEEDS:
                return True  # "ندد بحملة اعتقالات نفذتها الشرطة الكينية": who did it is told
        refused = governor is not None and frame.type in _REFUSED and self._is_refused(pred, governor, frame.type)
        if frame.type == "COOPERATE" and "sides" in frame.needs and pred.lemma in self.pack.word_class("jointly"):
            return self.thread.done_jointly(pred) is not None or self._bears_fruit(pred)
        if len(parties) >= 2 or refused or self._is_done(pred) or (parties and self._known_meeting(pred) is not None):
            return True
        if frame.type == "AGREE" and parties and self.concluded(pred):
            return True
        if frame.type == "AGREE" and frame.verbs and self.words.journey(pred) is not None:
            return True  # "يتوجه وفدا الحكومة والحركة إلى الدوحة لتوقيع اتفاق"
        if (frame.type not in _NO_MEANS and self.thread.done_by_means(pred) is not None) or self._is_mourned(pred):
            return True
        if frame.type in _PLANNED and self.planned_by_word(pred):
            return True
        if frame.type == "REQUEST" and parties and link == "obj" and governor and fold(governor.lemma) in self.pack.word_class("hands-over"):
            return True  # "سلمه دعوة من العاهل السعودي"
        if frame.type in SPEECH and self.goes_on_around(pred):
            return True  # "وسط اتهامات للجيش السوداني بقصف الأسواق": what is said meanwhile
        if link in self.pack.word_class("in-return"):
            return True  # "أفرج عن أسرى مقابل الإفراج عن رهائن"
        if self._is_fulfilled(pred) or self._flares_up(pred):
            return True
        if self._has_come_under(pred) or (frame.type in DEEDS and self.thread.accuser(pred) is not None):
            return True
        if frame.type == "ACCUSE" and frame.parts.get("ب") and self.thread.charged_in(pred) is not None:
            return True
        if frame.mode == "third-party" and self.thread.errand_of(pred) is not None:
            return True
        if frame.type == "ACCUSE" and pred.reading.pronoun and frame.parts.get("ب") and self._has_target(pred, frame):
            return True  # "تصريحات الوزير واتهامه لبلادهم بدعم الإرهاب": whose word it is, and on whom, is told
        told = governor is not None and any(f.say and f.object == "content" for f in governor.frames)
        if frame.type in DEEDS and governor is not None and self._is_spoken_of(pred, governor):
            return True
        if told and parties and ((link == "obj" and frame.type in DEEDS) or (link in ("obj", "ب") and frame.type == "AID")):
            return True  # "أكدت طوكيو إطلاق كوريا الشمالية صاروخا", "أفادت بوصول مساعدات"
        speaks = governor is not None and governor.says
        offers = frame.type == "AGREE" and (bool(frame.verbs) or frame.needs == ("content",))  # "أكد استعداد بلاده لاستضافة المحادثات"
        if speaks and (parties or pred.reading.pronoun) and offers and link in ("obj", "عن"):
            return True  # "كشف الوزير عن التوصل مع بكين إلى تفاهم", "أبلغت الوسيط موافقتها"
        supports = any(f.type == "SUPPORT" and self.words.fits(k, f) for k in pred.children for f in k.frames)  # "أكدت عزمها على دعم مالي"
        intends = frame.type == "AGREE" and "sides" in frame.needs and bool(frame.nouns) and not supports
        if (speaks or told) and intends and (parties or pred.reading.pronoun) and fold(link) in _INTENT:
            return True  # "أشار إلى رغبة إيران في فتح صفحة جديدة مع جيرانها", "أكدت مصر حرصها على التعاون مع السودان"
        if told and parties and link in ("ب", "عن") and frame.type in ("ASSAULT", "COERCE", "MOBILIZE"):
            return True  # "اعترفت طهران باعتقال ثلاثة فرنسيين"
        blames = governor is not None and link == "ب" and any(f.mode == "disapprove" for f in governor.frames)
        if blames and governor is not None and "allege" not in {f.mode for f in governor.frames} and frame.type in ("ASSAULT", "COERCE") and parties:
            return True  # "ندد باعتقال ثلاثة فرنسيين"
        if governor is not None and link == "subj" and frame.type == "RETREAT" and governor.lemma in self.pack.word_class("came") and parties:
            return True  # "جاءت استقالة رئيس الوزراء على خلفية الاحتجاجات"
        answered = governor is not None and fold(governor.lemma) in self.pack.word_class("answers") and fold(link) == "علي"
        if answered and parties and frame.type in _ANSWERED:
            return True  # "ردت إستونيا على طرد روسيا دبلوماسييها", "على اتهامات موسكو"
        protested = governor is not None and "PROTEST" in governor.types and fold(link) == _ON and not pred.owned
        if protested and parties and frame.type in DEEDS:
            return True  # "احتجاجات على استيلاء الجيش على السلطة"
        valued = governor is not None and link in ("ب", "obj") and not governor.types.isdisjoint(("SUPPORT", "ACCUSE"))
        if valued and frame.type in _VALUED and frame.verbs and parties and not pred.owned:
            return True  # "رحبت بإفراج الحوثيين عن 153 أسيرا": who is praised for it has done it
        speaks = speaks and not (pred.reading.article and governor is not None and pred.clause is governor.content)  # "أضاف أن المطالب …"
        if frame.type in SPEECH and speaks and not link.startswith("time") and fold(link) not in self.pack.word_class("not-his-words"):
            return True  # "أكد دعمه لـ": who stresses his support supports
        if governor is not None and fold(link) == IN and "ASSAULT" in pred.types and fold(governor.lemma) in self.pack.word_class("harm"):
            return True  # "مقتل خمسة جنود في هجوم لطالبان": what they fell in has been
        if governor is None:
            return pred.clause.verb is None or link.startswith(("time", "cause"))
        if link == "subj" and frame.type == "SANCTION" and governor.lemma in self.pack.word_class("reaching"):
            return True  # "شملت العقوبات شركات إيرانية"
        if link.startswith(("time", "cause")):
            return True
        return any(_brings(o, governor, link) for o in governor.operators)

    def _has_target(self, pred: Pred, frame: Frame) -> bool:
        """Does right behind a noun with its doer stand, with ل, to whom it is done ("اتهامه لها", "اتهامهم للحكومة")?"""
        behind = self.a.tokens[pred.last].fold if pred.last < len(self.a.tokens) else ""
        named = any(fold(a.prep) == "ل" and a.mention.first == pred.last for a in pred.args)
        return named or (behind.startswith("ل") and behind in self.pack.prep_pronouns)

    def _bears_fruit(self, work: Pred) -> bool:
        """ "أسفر تعاون أمني بين كينيا وأوغندا عن اعتقال مهربين", "ثمة تعاون بين …", "بفضل التعاون بين …": is work that two do together told by what
        came of it, or said to be there?"""
        if work.negated or all(fold(a.prep) != "بين" for a in work.args):
            return False
        over = work.governor
        if over is not None and work.link == "subj" and not over.negated and not over.future:
            return fold(over.lemma) in self.pack.word_class("bears-fruit")
        before = self._word_before(work.first)
        return not bases(before).isdisjoint(self.pack.word_class("fruit-of")) or work.link.startswith("cause")

    def _is_to_meet(self, pred: Pred) -> bool:
        """ "قرر الجانبان عقد جولة", "قرر زيارة بغداد": a meeting that is decided on is not held yet. Not "أعلنت نجاح وساطتها"."""
        holds = "light" in pred.operates and pred.types <= {None} and any(c.link == "gen" and "CONSULT" in c.types for c in pred.children)
        holds = holds and fold(pred.lemma) not in self.pack.word_class("succeeding")
        under = pred.governor is not None and fold(pred.governor.lemma) in self.pack.word_class("succeeding")
        return holds or (pred.types - {None} == {"CONSULT"} and not under)

    def _is_told_of(self, pred: Pred, link: str) -> bool:
        """ "إعلان الوزير عن اجتماعه مع نظيره", "الاجتماع أعلن إنشاء صندوق": does who announces tell of a meeting of his own, or announce in one?"""
        own = fold(link) in FROM and bool(pred.reading.pronoun) and not any(self.lies_ahead(d) for d in pred.dates)
        return "CONSULT" in pred.types and (own or (link == "subj" and pred.definite))

    def _is_done(self, pred: Pred) -> bool:
        """ "نشر روسيا قوات": do its doer and, right behind him, its object stand with the noun, so that it tells a deed as a verb would?"""
        doer = next((a.mention for a in pred.args if a.role == "genitive" and self.thread.can_act(a.mention)), None)
        if doer is None and pred.reading.pronoun and pred.governor is not None and pred.governor.says:  # "أكدت احتجازها سفينة"
            behind = [a.mention.first for a in pred.of_role("object")]
            behind += [c.first for c in pred.children if c.link == "obj" and not (c.reading.prep or c.reading.conj)]
            return pred.last in behind
        if doer is None or doer.first > pred.last or doer.last >= len(self.a.tokens):
            return False
        if any(a.role == "object" and a.mention.first >= doer.last for a in pred.args):
            return True  # "طرد فرنسا أمس السفير"
        at = next((d.span.stop for d in self.a.dates if d.span is not None and d.span.start == self.a.tokens[doer.last].start), 0)  # "أمس"
        at = max(doer.last, self.a.token_from(at))
        while at + 1 < len(self.a.tokens) and (self.a.tokens[at].kind == "number" or self.a.tokens[at].fold in self.pack.word_class("about")):
            at += 1  # "إطلاق إيران نحو 180 صاروخا"
        if at >= len(self.a.tokens):
            return False
        token = self.a.tokens[at]
        if self._is_its_object(pred, token.fold):
            return True  # "رفع كندا العقوبات"
        readings = self.pack.readings(token.fold)
        named = not readings or any(r.kind == "noun" and not r.prep for r in readings)
        bare = token.kind == "word" and not token.fold.startswith("ال")
        return bare and named and not self.pack.phrase_at(self.a.tokens, at)

    @staticmethod
    def _is_its_object(pred: Pred, word: str) -> bool:
        """Is it, with its article, one of the things that a frame of the noun says are done by it?"""
        bare = word.removeprefix("لل" if word.startswith("لل") else "ال" if word.startswith("ال") else "ل")  # "إغلاق السنغال للحدود"
        return bare != word and any(bare in f.wanted.single or bare in f.wanted.together for f in pred.frames)

    def concluded(self, pred: Pred) -> bool:
        """Does a participle beside the noun say that it was signed: "المذكرة الموقعة بين …", "الاتفاق المبرم في …"?"""
        tokens, done = self.a.tokens, self.pack.word_class("concluded")
        if any(t.fold.removeprefix("ال") in done for t in tokens[pred.last : pred.last + 3]):
            return True
        verb = next((p.first for p in self.thread.preds if p.kind == "verb" and p.first > pred.last), self.thread.sentence_end)
        words = [t.fold for t in tokens[pred.last : min(verb, pred.last + _REACH)]]
        over = words[: next((i for i, w in enumerate(words) if w in _STOPS), len(words))]
        return any(w.startswith("ال") and w.removeprefix("ال") in done for w in over)  # "معاهدة الدفاع بين روسيا وطاجيكستان الموقعة في"

    @cached_property
    def _lead_stop(self) -> int:
        """The first token of the last sentence of the lead."""
        return self.a.sentences[:LEAD][-1].first

    def _is_what_came_before(self, pred: Pred) -> bool:
        """ "جاء القرار بعد أزمة بين البلدين اللذين حشدا قواتهما", "أتت الخطوة ردا على تصريحات هاجم فيها الوزير": what is told, in the clause of a
        verb of coming or in one that describes something there, behind the words for what it came after; not "جاء ذلك ردا على الوزير الذي اتهم"."""
        of = pred.clause.antecedent if pred.clause.kind == "rel" else None
        if isinstance(of, Arg) and of.mention.kind in ("person", "role"):
            return False
        clause = pred.clause
        while clause.parent is not None and clause.kind in ("rel", "part"):
            clause = clause.parent
        verb = clause.verb
        if verb is None or clause.kind != "root" or fold(verb.lemma) not in self.pack.word_class("comes") or not verb.first < pred.first:
            return False
        phrases = (self.pack.phrase_at(self.a.tokens, i) for i in range(verb.last, pred.first))
        return any(p is not None and (p.cls == "cause" or (p.cls == "time" and p.value.startswith("after"))) for p in phrases)

    def _paved_the_way(self, pred: Pred) -> bool:
        """ "قال إن جولات الحوار التي استضافتها مسقط مهدت للاتفاق": talks of which a clause tells who held them, at the head of what is said."""
        over = pred.governor
        if pred.kind != "noun" or "CONSULT" not in pred.types or not (over is None or (over.says and pred.link == "obj")):
            return False
        told = (p for p in self.thread.preds if 0 <= p.first - pred.last < _TOLD_OF and p.clause.kind == "rel" and p.clause.verb is p)
        return any(_has_been(p) and "host" in p.operates and bool(p.reading.pronoun) for p in told)

    def _says_who(self, pred: Pred) -> bool:
        """ "قصف الجيش مواقع الحركة، التي شنت هجمات على قواته": behind a comma, a deed only says who somebody is; the news is told before it."""
        verb = pred if pred.kind == "verb" else pred.governor
        if verb is None or verb.clause.kind != "rel" or verb.clause.verb is not verb or pred.types.isdisjoint(DEEDS) or verb.dates:
            return False
        of = verb.clause.antecedent
        if not isinstance(of, Arg) or of.mention.kind not in ACTOR_KINDS or not _has_been(verb) or not (pred is verb or "light" in verb.operates):
            return False
        which = next((i for i in range(verb.first - 1, max(0, verb.first - _WHICH), -1) if self._is_which(i)), 0)
        return which > 0 and self.a.tokens[which - 1].fold in COMMA

    def _is_which(self, i: int) -> bool:
        phrase = self.pack.phrase_at(self.a.tokens, i)
        return phrase is not None and phrase.cls == "rel"

    def _is_the_last_one(self, pred: Pred) -> bool:
        """ "نزح الآلاف خلال العدوان الأوغندي الأخير": the time at which something was is named after an act of force that is known."""
        during = pred.kind == "noun" and pred.link.startswith("time") and not pred.types.isdisjoint(FORCE)
        return during and not self.pack.word_class("lately-held").isdisjoint(self._adjectives(pred))

    def background(self, pred: Pred, background: bool, date: When | None, status: str) -> bool:
        """Is it background, by its grammar and its day? A day of its own makes news of it, unless "had" tells that it was before the news."""
        day, own = self.a.day, date is not None
        if self._is_wont(pred) or self._long_after(pred):
            return True
        if status == "ongoing" and date is not None and len(date.value) < WHOLE_DAY and self._since_when(pred):
            return True  # "ومنذ يونيو 2011 تقاتل الحركة الحكومة"
        if date is None and status == "happened" and (self._is_what_came_before(pred) or self._is_the_last_one(pred)):
            return True
        if date is None and ((status == "happened" and self._says_who(pred)) or (status == "told" and self._paved_the_way(pred))):
            return True
        if date is None:
            main = pred.clause
            while main.parent is not None and not (main.kind == "coord" and main.background):
                main = main.parent  # "قال اليوم إن …، يشار إلى أن الجيش قد اتهم": the day stands outside of what had been
            date = main.verb.dates[0] if main.verb is not None and main.verb.dates else None
        unknown = date is not None and date.value.startswith(_NO_YEAR) and stands_in(day or "")
        if unknown and status == "happened" and self.thread.sentence_start > self._lead_stop:
            return True  # "وفي 10 مايو تقدم بشكوى": in a report of which nobody says when it came out the days of its news have other names
        if date is not None and status == "happened" and len(date.value) == 7 and date.end is None and (not day or date.value[:7] != day[:7]):
            return True  # news has a day; a month alone looks back
        if date is not None and day and date.value[:4].isdigit():
            last = (date.end or date.value)[:10]
            if len(last) == 10 and len(day) == 10:
                gap = _days(day) - _days(last)
                if gap > 10:
                    return True
                if 0 <= gap <= 2:
                    if own:
                        return background and gap > 0 and pred.was
                    placed = pred.link.startswith(("time", "cause"))  # "طرد اليوم ردا على تسميم"; but "حذر أمس بعد اختراق"
                    return background and pred.link != "time:after" and (gap > 0 or placed)
            elif last < day[: len(last)]:
                return True
        return background


def is_round_of(pred: Pred, pack: Pack) -> bool:
    """Does a noun say of what another counts one or more ("the sixth round of the talks", "a series of meetings")?"""
    over = pred.governor
    one = over is not None and over.kind == "noun" and pred.link in FROM[:1]
    return one and over is not None and (pack.series(fold(over.lemma)) == "round" or fold(over.lemma) in pack.word_class("row-of"))


def _brings(o: Operator, governor: Pred, link: str) -> bool:
    """Does the operator's event hang on it by this link? A decision may have its own behind "ب" ("القرار القاضي برفع …")."""
    if o.link:
        return fold(o.link) == fold(link)
    return link in ("obj", "subj", "gen") or (governor.kind == "noun" and o.cls == "decide" and fold(link) == "ب")


def _has_begun(pred: Pred) -> bool:
    """Is it a verb in the past, not denied, that tells of a beginning? Not "اللقاء الذي اقترحه"."""
    return _has_been(pred) and "begin" in pred.operates


def _has_been(pred: Pred) -> bool:
    """Is it a verb in the past, not denied, that tells of no plan?"""
    return pred.reading.verb is not None and pred.reading.verb.tense == "past" and not pred.negated and not pred.future


def _days(iso: str) -> int:
    """The number of a day, for differences; 0 where the date is none."""
    try:
        return datetime.date.fromisoformat(iso).toordinal()
    except ValueError:
        return 0
