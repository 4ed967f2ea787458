"""The state of the pass over one sentence: open predicates, the clause at hand, particles that wait for their noun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from khabar.coding.tree import (
    AND,
    ENVOYS,
    FROM,
    HER_TITLE,
    HERS,
    IN,
    NOMINAL,
    TA,
    VERBAL,
    Arg,
    Clause,
    Pred,
    Unit,
    first_person,
    links,
    oblique,
    within,
)
from khabar.lemmas import known
from khabar.model import Mention, Sentence, Span, When
from khabar.packs import Pack, Reading
from khabar.text import Token, fold

_DONE_TO = frozenset(("ASSAULT", "COERCE", "SANCTION", "ACCUSE", "REQUEST", "SUPPORT", "REJECT"))
_BEYOND = 8  # units behind the last one for which anybody asks
_DEEP = 24  # clauses upwards that a reader keeps open
_TOLD = frozenset(("ب", "علي", "الي", "ل"))
_PARTIES = frozenset(("actor", "recipient", "third"))  # of whom the object of a verb tells
_WITH_IT = 10  # units behind whoever acts in which a pronoun takes up whom the clause describes
_HER, _HIM = "ها", "ه"
_NEAR = 4  # clauses upwards in which a condition is looked for
_BANDS = ("agent.MIL", "agent.COP", "agent.REB")  # men in arms, whom a collective noun may tell of


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of the whole report. names: last words of full names; quotes: where quotations begin; day: of publication, or "".
    """

    pack: Pack
    tokens: Sequence[Token]
    names: Mapping[str, Mention]
    quotes: Mapping[int, Span]
    day: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """What was open when an insertion began at unit k: "طردت فرنسا، بحسب ما أفادت به الوكالة، السفير"."""

    k: int
    clause: Clause
    stack: list[Pred]
    last: Arg | Pred | None
    last_stop: int
    describes: bool = False  # it only says who the subject is: "استدعى الوزير فلان، أحد أبرز قادة الحزب، السفير"


class Stack:
    """What all parts of the pass share. An argument or a predicate finds its place by what is open here."""

    def __init__(self, page: Page, sentence: Sentence, units: list[Unit]) -> None:
        self.page, self.pack, self.tokens = page, page.pack, page.tokens
        self.sentence, self.units = sentence, units
        self._after: list[Unit | None] = [*units[1:], *[None] * _BEYOND]  # of each unit the next
        self.root = Clause("root")
        self.clause = self.root
        self.clauses = [self.root]
        self.stack: list[Pred] = []
        self.preds: list[Pred] = []
        self.prep = ""  # pending preposition
        self.borrowed = False  # the pending preposition stands on a word before: "رحب بالخطوة"
        self.special = ""  # pending third, initiator, attribution, time:…, cause:…, need:, neg…
        self.negated: str | None = None
        self.future: str | None = None
        self.was = False
        self.qad = False
        self.early_dates: list[When] = []  # dates before their verb
        self.early_parts: list[Arg] = []  # "بحضور X وقع Y": who was there, before the act
        self.last: Arg | Pred | None = None
        self.last_stop = -1
        self.last_arg: tuple[Pred | Clause, Arg] | None = None
        self.between = 0  # plain words since the last mention or predicate
        self.gap = 0
        self.listed = False  # "بينهم": the next mention is one of those before it
        self.beside = False  # "ومعه": the next mention does what the subject does
        self.rel = False
        self.which = ""  # what the last word for "which" is of: m, f, p, d, or x for "what"
        self.joins = False
        self.pronoun = False  # "لكنها طردت", "وهي طردت": a pronoun is the subject of the verb to come
        self.at: Arg | None = None  # the place that the next verb's clause describes
        self.leads: list[tuple[Mention, Mention]] = []
        self.backed: Arg | None = None  # whom those just named stand behind: "الحركة المدعومة من رواندا"
        self.aside: Aside | None = None
        self.occasion = -1  # the unit, a comma, behind which the main verb follows on what the sentence opened with and somebody called by a name

    def _next(self, k: int) -> Unit | None:
        """The unit after unit k, if there is one."""
        return self._after[k]

    @staticmethod
    def _up(clause: Clause) -> Clause:
        """The clause that a coordinated one stands beside: relative and participle clauses are left."""
        while clause.kind in ("rel", "part") and clause.parent is not None:
            clause = clause.parent
        return clause

    @staticmethod
    def _saying_level(clause: Clause) -> Clause:
        """Out of what is said: where the outermost verb of saying stands; the clause itself in nobody's words ("لكن الناطق شكك، ونفى أن")."""
        level = clause
        probe: Clause | None = clause
        while probe is not None:
            if probe.kind == "comp" and probe.parent is not None:
                level = probe.parent
            probe = probe.parent
        return level

    def _main_pred(self) -> Pred | None:
        if self.clause.kind == "rel" and isinstance(self.clause.antecedent, Pred):
            return self.clause.antecedent
        if self.clause.verb is not None:
            carried = [c for c in self.clause.verb.children if c.link == "obj"]
            return carried[-1] if carried and self.clause.verb.operators else self.clause.verb
        return self.stack[-1] if self.stack else None

    def _give(self, pred: Pred, arg: Arg) -> None:
        pred.args.append(arg)
        self.last_arg = (pred, arg)

    def _set_topic(self, arg: Arg) -> None:
        """It stands before the verb of its clause, as whom the clause is about."""
        arg.role = "topic"
        self.clause.topic.append(arg)
        self.last_arg = (self.clause, arg)

    def _accepts(self, pred: Pred, prep: str) -> bool:
        key = fold(prep)
        if key == "ب" and "gather" in pred.operates and pred.reading.pronoun:
            return True  # "عشية قمة ستجمعه بنظيريه"
        decided = pred.kind == "noun" and "decide" in pred.operates  # "بعد قرار من فرنسا بطرد السفير"
        return key in pred.preps or (key == "من" and (decided or "reverse" in pred.operates))

    def _sayer(self) -> Pred | None:
        says = [p for p in reversed(self.stack) if p.kind != "noun" and p.says and p.content_start < 0 and not p.aside]
        says = [p for p in says if not p.reading.pronoun] or says  # "قال في مقابلة بثتها القناة: …"
        return next((p for p in says if p.clause.kind != "rel"), says[0] if says else None)

    def _open_content(self, head: Pred, start: int, quote: bool = False) -> None:
        clause = Clause("comp", head.clause, head, quote=quote)
        head.content, head.content_start = clause, start
        while self.stack and self.stack[-1].clause.kind == "rel" and head in self.stack[:-1]:
            self.stack.pop()  # "قال الوزير الذي يعتزم زيارة إيران: «اتفاق …»": nothing said hangs on what describes him
        self._new_clause(clause)

    def _new_clause(self, clause: Clause) -> None:
        clause.hypothetical = clause.hypothetical or bool(clause.parent and clause.parent.hypothetical and clause.kind in ("rel",))
        clause.background = bool(clause.parent and clause.parent.background)
        clause.medium = clause.parent.medium if clause.parent else None
        self.clause = clause
        self.clauses.append(clause)
        self.last_arg = None

    def _leave_condition(self) -> bool:
        """Back from "if …" to the clause that says what will follow; False where no condition is open."""
        probe: Clause | None = self.clause
        for _ in range(_NEAR):
            if probe is None or probe.kind == "root":
                return False
            if probe.kind == "coord" and probe.hypothetical and probe.verb is not None and probe.parent is not None and probe.parent.verb is None:
                self.clause = probe.parent
                self._leave()
                self.prep, self.special, self.between, self.last_arg = "", "", 0, None
                return True
            probe = probe.parent
        return False

    def _close_to(self, clause: Clause) -> None:
        self.clause = clause
        while self.stack and not within(self.stack[-1].clause, clause):
            self.stack.pop()
        inside = [p for p in self.stack if p.clause is clause]
        while self.stack and self.stack[-1].clause is not clause and inside:
            self.stack.pop()

    def _leave_told(self, bare: Arg | None = None, k: int = 0) -> None:
        """ "اتهمت كينيا في بيان نشرته وكالة الأنباء أوغندا": behind a clause that has its subject and its pronoun for the object, what stands bare
        goes on with the verb outside, where that still waits for its object, or for whom it was that somebody met ("التقى الوزير على هامش القمة التي
        ترأسها تونس نظيره")."""
        if self.clause.kind not in ("rel", "part") or self.clause.parent is None:
            return
        told, outer = self.clause.verb, self.clause.parent.verb
        if told is None or outer is None:
            return
        if self.clause.kind == "part":
            outside = bare is not None and self._is_asked_meanwhile(told, outer, k)
        else:
            wanted = bare is not None and (self._is_asked_for(told, outer, bare.mention, k) or self._is_gathered(told, outer, bare.mention))
            outside = wanted or self._is_told_in_full(told, outer)
        if outside:
            self._close_to(self.clause.parent)
            self.prep, self.special, self.between, self.last_arg = "", "", 0, None

    def _is_told_in_full(self, told: Pred, outer: Pred) -> bool:
        """Has the clause that describes its subject and its pronoun for the object, while the verb outside, with its subject, waits for its own?"""
        if isinstance(self.clause.antecedent, Pred) and not any(f.object == "actor" for f in outer.frames):
            return False
        if not (told.reading.pronoun and told.subject) or fold(told.lemma) in self.pack.word_class("describing"):
            return False  # "احتجاجا على ما عدته الوزارة استخداما غير مسؤول": what she calls it
        who = told.subject[-1].mention
        named = bool(outer.subject or outer.clause.topic) and who.kind not in ("person", "role") and self.between <= 1
        waits = any(f.object for f in outer.frames) or any(not o.link for o in outer.operators)
        return named and waits and not outer.has_object and any(p is outer for p in self.stack)

    def _is_asked_for(self, told: Pred, outer: Pred, m: Mention, k: int) -> bool:
        """ "اتهم الرئيس في كلمة ألقاها أمام البرلمان أوغندا بدعم المتمردين": is it whom the verb outside still waits for, behind a verb that he
        does not agree with and before the preposition that the verb outside asks for next?"""
        verb, led, full = told.reading.verb, self._led_by(self._next(k)), bool(told.of_role("object"))
        if verb is None or (told.subject and not full) or m.first == told.last or (not full and (verb.gender == "f") == self._is_feminine(m)):
            return False  # "دعا الوزير الذي يزور كمبالا كينيا إلى": but what a verb has for its object it does not have twice
        return self._awaits(outer, led) and any(p is outer for p in self.stack)

    def _is_asked_meanwhile(self, told: Pred, outer: Pred, k: int) -> bool:
        """ "دعا الرئيس متحدثا من نيروبي أوغندا إلى": behind a participle that tells how he who acts does it, and that takes no such object or has
        its own, is it whom the verb outside still waits for, before the preposition that it asks for next?"""
        led = self._led_by(self._next(k))
        full = told.has_object or not any(f.object == "recipient" for f in told.frames)
        return full and self._awaits(outer, led) and told.last != self.units[k].first

    @staticmethod
    def _awaits(verb: Pred, led: str) -> bool:
        """Does a verb with its subject still wait for whom it is done to, before a preposition that it asks for next?"""
        waits = any(f.object == "recipient" and led in map(fold, f.parts) for f in verb.frames)
        return bool(led) and waits and verb.kind == "verb" and bool(verb.subject) and not (verb.reading.pronoun or verb.has_object)

    @staticmethod
    def _is_gathered(told: Pred, outer: Pred, m: Mention) -> bool:
        """ "جمعت القمة التي استضافتها كمبالا رئيسي كينيا وأوغندا": is it whom the verb outside brings together, behind one that has all it takes?"""
        waits = "gather" in outer.operates and not any(not a.prep for a in outer.args) and outer.kind == "verb" and not outer.reading.pronoun
        closed = told.reading.pronoun and bool(told.subject) if any(f.object for f in told.frames) or "host" in told.operates else not told.says
        closed = closed or "passive" in told.operates or (told.reading.verb is not None and told.reading.verb.passive)
        return waits and bool(closed) and "gather" not in told.operates and m.kind in ("person", "role", "state", "government-body")

    def _leave(self) -> None:
        """Only the predicates of the clauses above the present one stay open."""
        if not self.stack:
            return
        above: set[int] = set()
        probe = self.clause.parent
        for _ in range(_DEEP):
            if probe is None:
                break
            above.add(id(probe))
            probe = probe.parent
        self.stack = [p for p in self.stack if id(p.clause) in above]

    @staticmethod
    def _told_to(verb: Pred) -> bool:
        """ "أبلغ الشيخ محمد رئيس الوزراء بأن": does the verb take whom it tells as its object?"""
        return verb.says and any(f.object == "third" for f in verb.frames)

    def goes_on(self, pred: Pred) -> bool:
        """Does the verb's form say that its subject stands before it: plural or dual ("وانتقدوا بيلاروس"), or first person ("نحث اليابان")?"""
        return pred.kind == "verb" and (first_person(pred, self.tokens) or self._numbered(pred))

    @staticmethod
    def _led_by(unit: Unit | None) -> str:
        """The preposition that the unit is or bears, folded: "على", "إلى مصر", "بقرار", "بجهود", "على ضرورة"; empty for none."""
        if unit is None:
            return ""
        if unit.is_phrase(("need",)):
            first = unit.fold.split()[0]
            return first if first in _TOLD else first[0] if first[0] in _TOLD else ""
        prep = (
            unit.prep
            or (unit.reading.prep if unit.reading is not None else "")
            or (unit.phrase.value if unit.phrase is not None and unit.phrase.cls == "prep" else "")
        )
        if prep or unit.kind != "word":
            return fold(prep)
        letter, bare = unit.fold[:1], unit.fold[1:]  # neither of a token that is nothing but marks
        if len(bare) < 3 or letter not in _TOLD:
            return ""  # asked first: of most words no dictionary is needed
        return letter if known(bare) or (bare.endswith("ه") and known(bare[:-1] + "ة")) else ""  # "بحماية"

    def _is_led(self, unit: Unit | None) -> bool:
        """Is or bears the unit one of the prepositions that tell what somebody is told or urged: ب, على, إلى, ل?"""
        return self._led_by(unit) in _TOLD

    def _back_from_passing(self, unit: Unit, said: Pred) -> None:
        """ "شدد الوزير وفقا لما نقلته الوكالة على ضرورة": behind a saying in passing that has its speaker, the preposition for which the verb
        outside waits goes on with that verb, be there commas or none."""
        outside = self.clause.parent
        if not said.args or self.between or outside is None or outside.verb is None or unit.conj:
            return
        prep, verb = self._led_by(unit), outside.verb
        whence = {p for f in said.frames if f.say for p in f.parts}
        if not prep or prep == IN or (prep in whence and not any(fold(a.prep) in whence for a in said.args)):
            return  # "بحسب ما نقلت الوكالة عن مسؤول"
        come = any(fold(a.prep) == prep for a in verb.args) or any(fold(c.link) == prep for c in verb.children)
        if (self._accepts(verb, prep) or links(verb, prep)) and not come:
            self._close_to(outside)
            self.prep, self.special, self.between, self.last_arg = "", "", 0, None
            verb.again = unit.first

    def _leave_span(self, unit: Unit, k: int) -> None:
        """ "سيجري خلال زيارته التي تستغرق يومين محادثات": behind how long something lasts the noun at unit k goes on with the verb outside."""
        lasts, outside = self.clause.verb, self.clause.parent
        if self.clause.kind != "rel" or lasts is None or outside is None or outside.verb is None or k == 0:
            return
        told = fold(lasts.lemma) in self.pack.word_class("lasts") and self.units[k - 1].first > lasts.first
        bare = unit.reading is not None and not (unit.conj or unit.prep or unit.reading.prep)
        if told and bare and self.tokens[unit.first - 1].fold in self.pack.word_class("span"):
            self._close_to(outside)
            self.prep, self.special, self.between, self.last_arg = "", "", 0, None

    def _wants_him(self, verb: Pred, k: int) -> bool:
        """Does the verb want the party at unit k for its object: it always says whom it addresses and he alone is told something ("حث الأسد على
        التنحي"), or what it puts on him stands right behind him ("حمل الحركة المسؤولية")?"""
        nxt, who = self._next(k), self.tokens[self.units[k].first].fold
        asks = any(f.type == "REQUEST" and f.object == "recipient" for f in verb.frames)
        if asks and who in self.pack.word_class("those-asked") and not who.endswith(AND + "ن"):  # "ودعا الأطراف في السودان إلى"
            land = nxt is not None and nxt.phrase is not None and nxt.phrase.value == IN and self._next(k + 1) is not None
            return self._is_led(self._next(k + 2) if land else nxt)
        if verb.lemma in self.pack.word_class("addresses"):
            in_manner = nxt is not None and nxt.fold in self.pack.word_class("in-manner")  # "وانتقد حزب الله بشدة السياسة"
            return self._is_led(self._next(k + 1) if in_manner else nxt)
        laid = verb.lemma in self.pack.word_class("lays-on") and nxt is not None and nxt.kind in ("word", "noun") and not (nxt.conj or nxt.prep)
        if nxt is None or not laid:
            return False
        put = [f for f in verb.frames if f.object == "recipient" and "recipient" in f.needs and f.objects]
        put = [f for f in put if any(words[0] in (nxt.fold, nxt.fold.removeprefix("ال")) for words in f.objects)]
        behind = self.units[k + 2 : k + 2 + _NEAR]
        preps = {fold(u.prep or (u.phrase.value if u.phrase is not None and u.phrase.cls == "prep" else "")) for u in behind}
        return bool(put) and not any(f.parts.get(p) == "recipient" for f in put for p in preps)  # not "حمل الرئيس المسؤولية لإيران"

    def _numbered(self, pred: Pred) -> bool:
        verb, word = pred.reading.verb, self.tokens[pred.first].fold.removesuffix(pred.reading.pronoun)
        return verb is not None and verb.number != "s" and (verb.number == "d" or verb.gender == "m") and word.endswith(("ا", "ن"))

    def _is_feminine(self, mention: Mention) -> bool:
        """Is it a body with a feminine name, or a state or a city that is not among the masculine ones ("وطالب بيونغ يانغ بـ")?"""
        first = self.tokens[mention.first]
        if first.fold in self.pack.word_class("masculine") or first.fold in self.pack.word_class("either-gender"):
            return False
        if mention.kind in ("state", "place") and mention.rule == "name":
            return mention.kind == "state" or not first.form.startswith("ال") or first.form.endswith(HERS)
        if mention.rule in _BANDS:
            return first.form.endswith(HERS[0])  # "استهدف دورية هندية": what was hit
        return mention.kind in ("organisation", "government-body", "armed-group", "party") and first.form.endswith(HERS)

    def _is_whose_account(self, mention: Mention) -> bool:
        """ "قتل ثلاثة جنود، بحسب ما أكد وزارة الدفاع": is it named right behind the verb of a clause that tells whose account it is?"""
        led = (self.pack.phrase_at(self.tokens, i) for i in range(max(0, mention.first - 3), mention.first - 1))
        return any(p is not None and p.cls == "attribution" and p.value == "clause" for p in led)

    def taken_up(self, verb: Pred) -> bool:
        """Does a pronoun take up the one whom the clause describes: "التي زارها", "التي تسيطر عليها", "التي ضربت باكستان خلالها أهدافا"?"""
        behind_it = verb.last < len(self.tokens) and self.tokens[verb.last].fold in self.pack.prep_pronouns
        if verb.reading.pronoun or behind_it or self._in_it_he_did(verb) or self._did_with_it(verb):
            return True
        behind = self.pack.phrase_at(self.tokens, verb.last) if verb.last < len(self.tokens) else None
        about = behind is not None and behind.cls == "prep-pron" and any(f.parts.get(fold(behind.value)) == "about" for f in verb.frames)
        return about and "CONSULT" in verb.types  # "هدنة توسطت فيها قطر"

    def _sent_off(self, verb: Pred, mention: Mention) -> bool:
        """ "لكنها طردت السفيرة", "حيث استدعت القائمة بالأعمال": no envoy is the subject of what is only done to envoys."""
        return mention.role in ENVOYS and fold(verb.lemma) in self.pack.word_class("done-to-envoys")

    def _brought_down(self, reading: Reading, mention: Mention, k: int) -> bool:
        """ "…، كما أسقطت طائرة هندية", "ثم احتجزت سفينة يونانية في الخليج", "أغلقت الحدود ونشرت مئات الجنود": a craft, or men who are sent, at
        unit k, and nothing behind it that it could do it to."""
        verb, lemma = reading.verb, fold(reading.lemma)
        named = (t.fold for t in self.tokens[mention.first : mention.last] if t.start >= mention.span.start)  # behind "hundreds of"
        word = next(named, self.tokens[mention.first].fold)
        craft = lemma in self.pack.word_class("done-to-craft") and word in self.pack.word_class("vessel") | self.pack.word_class("aircraft")
        sent = lemma in self.pack.word_class("sends-men") and (word in self.pack.word_class("men-at-arms") or mention.rule == "back.forces")
        if verb is None or verb.passive or not (craft or sent):
            return False
        nxt = self._next(k)
        led = nxt is not None and (nxt.prep or (sent and nxt.conj) or (nxt.reading is not None and nxt.reading.prep))
        return nxt is None or bool(led) or nxt.kind in ("mark", "date", "verb") or nxt.is_phrase(NOMINAL | VERBAL)

    def _are_counted(self, mention: Mention) -> bool:
        """ "بدأ ثلاثون أسيرا فلسطينيا إضرابا": does a number in the case of a subject count those who act?"""
        number = self.tokens[mention.first - 1].fold if mention.first else ""
        return number.endswith(tuple(self.pack.word_class("tens-end"))) and self.pack.number_word(number.removeprefix(AND)) is not None

    def _are_the_last(self, reading: Reading, mention: Mention) -> bool:
        """ "غادر آخر العسكريين الفرنسيين": a word for some or all of them stands between a verb that is done to nobody and its doers."""
        before = self.tokens[mention.first - 1].fold if mention.first else ""
        done_to = any(f.object == "recipient" and f.type in _DONE_TO for f in self.pack.verb_frames.get(reading.lemma, ()))
        return before in self.pack.word_class("of-them") and not done_to

    def _only_skips(self, at: int, stop: int) -> bool:
        """Do nothing but words like "also" and days stand between these tokens ("ودعا أيضا الصين")?"""
        between = [u for u in self.units if at <= u.first < stop]
        return 0 <= at < stop and bool(between) and all(u.kind == "date" or u.is_phrase(("skip", "conj")) for u in between)

    def _only_in_it(self, at: int, stop: int) -> bool:
        """ "تصريحات انتقد فيها فرنسا": does nothing but "in it" stand between these tokens?"""
        between = [u for u in self.units if at <= u.first < stop]
        in_it = self.pack.word_class("in-it")
        return 0 <= at < stop and bool(between) and all(u.is_phrase(("prep-pron",)) or u.fold in in_it for u in between)

    def _agrees(self, reading: Reading, mention: Mention, behind: int = -1) -> bool:
        """A feminine verb has no man for its subject ("وستطرد السفير"): he is its object. behind: the token after the verb, if it is not the last."""
        verb = reading.verb
        first = self.tokens[mention.first]
        some_of = mention.first > 0 and self.tokens[mention.first - 1].fold == FROM[0] and not self.pack.verb_frames.get(reading.lemma)
        some_of = some_of or self._are_counted(mention) or self._are_the_last(reading, mention)
        if verb is not None and not verb.passive and oblique(first.fold, mention) and not some_of:  # "شرعت مجموعات من المظليين الروس في"
            return False  # "طردت 12 دبلوماسيا روسيا"
        ends_t = verb is not None and verb.lemma.endswith(TA)  # سيرت stands in the words by its feminine, without its present
        his = verb is not None and not ends_t and (verb.gender, verb.number) == ("m", "s")
        near = mention.first in (self.last_stop, behind) or self._only_skips(self.last_stop, mention.first)
        if his and (near or self._only_in_it(self.last_stop, mention.first)):
            # "كما دعا الرباعية إلى": right behind a man's verb no woman is the subject
            return not self._is_feminine(mention) or self._is_whose_account(mention)
        if verb is None or verb.gender != "f" or verb.number != "s":
            return True
        if mention.kind in ("person", "role"):
            if mention.first and not mention.prep and self.tokens[mention.first - 1].fold in self.pack.word_class("his-body"):
                return True  # "جمدت إدارة الرئيس فلان الأصول": his administration did
            return first.form.endswith(HER_TITLE) or not mention.rule.startswith(("post", "back"))
        bodies = ("organisation", "government-body", "armed-group", "party")
        if not verb.passive and mention.kind in bodies and first.fold in self.pack.word_class("masculine"):
            return False  # "أن تدرج حزب الله": nor a body with a man's name
        if mention.kind == "place" and not {first.fold, self.tokens[mention.first - 1].fold}.isdisjoint(self.pack.word_class("masculine")):
            return False  # "غادرت مطار الرياض الطائرة": nor an airport
        return not (mention.rule.startswith("agent") and first.fold in self.pack.word_class("man"))

    def _did_with_it(self, verb: Pred) -> bool:
        """ "أستراليا التي فرضت الصين رسوما عليها": does somebody stand right behind a verb that is done to nobody, and further on, before the next
        clause, a pronoun of whom it describes?"""
        k = next((i for i, u in enumerate(self.units) if u.first >= verb.last), len(self.units))
        who = self.units[k] if k < len(self.units) and self.units[k].first == verb.last else None
        acts = who is not None and (who.is_actor() or (who.mention is not None and bool(who.mention.stands_for)))
        if who is None or not acts or who.prep or who.conj or any(f.object in _PARTIES and not f.objects for f in verb.frames):
            return False
        told = self.clause.antecedent
        if not isinstance(told, Arg) or not (verb.frames or verb.operators):
            return False
        behind = takewhile(lambda u: u.kind not in ("mark", "verb") and not u.is_phrase(VERBAL), self.units[k + 1 : k + _WITH_IT])
        hers = self._is_feminine(told.mention)
        words = (self.tokens[i].fold for u in behind for i in range(u.first, u.last))
        return any(w in self.pack.prep_pronouns and w.endswith(_HER if hers else _HIM) for w in words)

    def _in_it_he_did(self, verb: Pred) -> bool:
        """Do who acts and, right behind him, "in it" follow the verb?"""
        k = next((i for i, u in enumerate(self.units) if u.first >= verb.last), len(self.units))
        who, behind = (self.units[k], self._next(k)) if k < len(self.units) else (None, None)
        alone = who is not None and who.is_actor() and not (who.prep or who.conj)
        return alone and behind is not None and (behind.is_phrase(("prep-pron",)) or behind.fold in self.pack.word_class("in-it"))
