"""From predicates to events: which of them name a happening, of which type, with whom, with what status.

A verb says that something happened, will happen or did not; a verbal noun does so only where it stands in a place that makes it a
fact (object of "held", after "after", subject of "began" …). Topics and demands name acts too, but nobody says that they took place:
those are not coded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from khabar.annotation import Annotation
from khabar.coding.draft import AHEAD, DEEDS, FORCE, NEAR, RESUMED, Draft, bases, below, carries, refs
from khabar.coding.missing import Missing
from khabar.coding.nearby import is_undone
from khabar.coding.parts import Parts
from khabar.coding.setting import Setting
from khabar.coding.status import Status
from khabar.coding.thread import Thread
from khabar.coding.tree import ACTOR_KINDS, AND, DASH, ENVOYS, FROM, IN, Parsed, Pred
from khabar.coding.verdicts import Verdicts, is_stance
from khabar.coding.voices import Voices
from khabar.coding.wording import Wording
from khabar.model import Mention, Participant, Sentence, Span
from khabar.packs import SPEECH, Frame, Pack
from khabar.text import fold
from khabar.world import World

# Acts that may name nobody at their other end where a power does them; of these, those that must have a matter abroad.
_ABROAD = frozenset(("REQUEST", "REJECT"))
_UNADDRESSED = _ABROAD | {"ACCUSE", "SANCTION"}
_OFFICIAL = frozenset(("state", "government-body"))
_ORDERED = DEEDS | {"AID", "CONCEDE", "RETREAT"}  # what a man in power orders, he does
_NO_CROWD = ("government-body", "person")
_QUESTION = 40  # tokens between a word that asks and its mark
_YEARS = 4  # sentences headed by a year that make a chronicle
_REACH = 16  # tokens behind a verb in which its matter is looked for

_NEAR_BLAST = 8  # tokens between the harm and what did it


class Coder:
    """Codes the parsed sentences of one report, in order; remembers who was acting and speaking."""

    def __init__(self, a: Annotation, pack: Pack, world: World) -> None:
        self.a, self.pack, self.world = a, pack, world
        self.thread = Thread(a, pack, world)
        self.words = Wording(self.thread)
        self.status_of = Status(self.thread, self.words)
        self.parts_of = Parts(self.thread)
        self.missing = Missing(self.thread, self.words, self.parts_of)
        self.setting = Setting(self.thread)
        self.verdicts = Verdicts(self.thread)
        self.voices = Voices(self.thread)
        sport, marks = pack.word_class("sport"), pack.word_class("question-mark")
        some = sport | marks  # few words are either
        found = [i for i, t in enumerate(a.tokens) if t.fold in some]
        titles = {i for m in a.mentions if m.kind in ("person", "role") for i in range(m.first, m.last)} if found else ()
        self._sport = [i for i in found if a.tokens[i].fold in sport and i not in titles]  # "الرئيس المنتخب" is no team
        self._questions = [i for i in found if a.tokens[i].fold in marks]
        self._chronicle = sum(self._is_dated_by_year(s) for s in a.sentences) >= _YEARS  # what happened on this day in other years
        self.entity, self.subject, self.speaker = self.thread.entity, self.thread.subject, self.thread.speaker
        self.status, self.parts, self.voice = self.status_of.of, self.parts_of.of, self.voices.voice

    def sentence(self, parsed: Parsed) -> list[Draft]:
        """The events of one sentence, not yet merged with other tellings; remembers its subject, speaker and meeting for the next."""
        made: list[Draft] = []
        self.thread.open(parsed, made)
        if self._elsewhere(parsed):
            return made
        self.thread.set_scene(parsed)
        for pred in parsed.preds:
            self.thread.settle(pred)
            draft = self._draft(pred, parsed, made)
            if draft is None or (pred.lemma in self.pack.word_class("describing") and not draft.parts.get("recipient")):
                draft = self._judgement(pred, parsed, made) or draft  # "وصف ما تقوم به روسيا بأنه احتلال"
            if draft and not self._nested(draft, made):
                made.append(draft)
        told = self._sponsored(made)
        made = [d for d in told if not any(part_of(d, told) for part_of in (_is_pledge, _is_carried_out, _is_term, _is_voted, _is_own_order))]
        made = [x for d in made for x in self._both_ways(d)]
        self._agenda(parsed, made)
        self.thread.drafts.extend(made)
        self.thread.remember(parsed, made)
        return made

    def _agenda(self, parsed: Parsed, made: Sequence[Draft]) -> None:
        """ "من الضروري إجراء مناقشة حول …", right after a meeting was proposed: what needs to be talked about is that meeting's matter."""
        meeting = next((d for d in reversed([*self.thread.drafts[-8:], *made]) if d.type == "CONSULT" and d.status == "proposed"), None)
        if meeting is None or parsed.sentence.first - meeting.sentence > NEAR:
            return
        for pred in parsed.preds:
            if pred.kind == "noun" and "CONSULT" in pred.types and _needed(pred):
                topic = self.setting.behind_preposition(pred)
                if topic is not None:
                    meeting.about.append(topic)

    def _both_ways(self, draft: Draft) -> list[Draft]:
        """ "تبادلت روسيا وأوكرانيا أسرى": captives handed over by each to the other are two releases."""
        sides = draft.parts.get("actor", [])
        for a in draft.pred.args if draft.frame.mode == "release" else ():  # "عن 80 أسيرا روسيا مقابل 80 أسيرا أوكرانيا"
            back_for = a.prep in self.pack.word_class("in-return") or (fold(a.prep) == "ب" and draft.pred.lemma in self.pack.word_class("swap"))
            if back_for and a.mention.country in self.thread.countries(draft.parts, "actor") - {None}:
                back = {**draft.parts, "actor": draft.parts.get("recipient", []), "recipient": sides}
                return [draft, replace(draft, parts=back)] if back["actor"] else [draft]
        swaps = self.pack.word_class("swap" if draft.frame.mode == "release" else "mutual")
        swapped = draft.pred.lemma in swaps or self.words.has(draft.pred, swaps)  # "أطلقت السعودية والحوثيون سراح أسرى في عملية تبادل"
        each = draft.frame.mode in ("release", "expel")  # "تبادلت غانا وتوغو طرد السفراء"; mutual charges are one event
        if not each or draft.parts.get("recipient") or not swapped:
            return [draft]
        ends = [replace(m, entities=(e,), country=self.entity(e).country) for m in sides for e in m.entities]
        if len(ends) != 2 or len({m.country for m in ends} - {None}) != 2:
            return [draft]
        return [replace(draft, parts={**draft.parts, "actor": [one], "recipient": [other]}) for one, other in (ends, ends[::-1])]

    def _asked(self, pred: Pred, parsed: Parsed) -> bool:
        """ "هل وافقت إسرائيل على الهدنة؟": does it stand in a question, between the word that asks and the mark?"""
        words, marks = self.pack.word_class("asking"), self.pack.word_class("question-mark")
        tokens = self.a.tokens
        if not any(pred.last <= i < min(parsed.sentence.last + 1, pred.last + _QUESTION) for i in self._questions):
            return False
        for i in range(pred.first - 1, max(parsed.sentence.first, pred.first - _QUESTION) - 1, -1):
            if tokens[i].fold in words:
                return True
            if tokens[i].fold in marks or tokens[i].fold in (".", ":"):
                return False
        return False

    def _peopled(self, parsed: Parsed) -> bool:
        """Does the sentence name anybody, a place or a war at all?"""
        return any(u.mention is not None and (u.mention.kind in ACTOR_KINDS or u.mention.kind in ("place", "conflict")) for u in parsed.units)

    def _elsewhere(self, parsed: Parsed) -> bool:
        """A sentence of the sport or culture page, or of a chronicle of years: its attacks and meetings are none of ours."""
        if self._chronicle and self._is_dated_by_year(parsed.sentence):
            return True
        return len(self._sport) >= 4 or any(parsed.sentence.first <= i < parsed.sentence.last for i in self._sport)

    def _is_dated_by_year(self, sentence: Sentence) -> bool:
        """ "1990- القوات تغزو …": does a year and a dash head it?"""
        tokens, i = self.a.tokens, sentence.first
        return i + 1 < sentence.last and len(tokens[i].fold) == 4 and tokens[i].fold.isdigit() and tokens[i + 1].fold in DASH

    @staticmethod
    def _sponsored(made: list[Draft]) -> list[Draft]:
        """ "رعى توقيع اتفاق": who sponsors an act that is coded is its third party, not an event of his own."""
        out = []
        for d in made:
            inner = [x for x in made if x is not d and x.pred.governor is d.pred] if d.mode == "third-party" and d.pred.kind != "noun" else []
            for x in inner:
                x.parts.setdefault("third", []).extend(d.parts.get("third") or d.parts.get("actor") or ())
                x.date, x.place = x.date or d.date, x.place or d.place
            if not inner:
                out.append(d)
        return out

    def _nested(self, draft: Draft, made: list[Draft]) -> bool:
        """ "a round of talks", "a deal on a ceasefire": the inner noun tells the same act; what it adds goes to the outer one."""
        pred = draft.pred
        if pred.kind != "noun" or pred.governor is None or (pred.link not in ("gen", "obj") and draft.type != "ASSAULT"):
            return False  # "قتل في قصف", "a round of talks" are one act
        if draft.type == "ASSAULT" and (
            attack := next((d for d in made if d.pred.governor is pred.governor and d.pred.link == "subj" and d.type == draft.type), None)
        ):
            self._count_toll(attack, draft)
            return True  # "أدى الهجوم إلى مقتل ثلاثة": its toll
        outer = next((d for d in made if d.pred is pred.governor and d.type == draft.type), None)
        blast = draft.type == "ASSAULT" and pred.link.startswith("cause") and not draft.parts.get("actor")
        if outer is None and blast and made and made[-1].type == draft.type and 0 < pred.first - made[-1].pred.last < _NEAR_BLAST:
            outer, draft.parts["recipient"] = made[-1], []  # "بعد إصابة جنودها جراء انفجار لغم"
        if outer is None:
            return False
        victims = self.thread.countries(outer.parts, "recipient") - {None} if outer.type == "ASSAULT" else set()
        if outer.mode == "third-party" and draft.parts.get("actor") and not outer.parts.get("third"):  # "رعت الرياض محادثات بين روسيا وأوكرانيا"
            helpers = outer.parts.get("actor", [])
            outer.parts["third"], outer.parts["actor"] = helpers, []
            draft.parts["actor"] = [m for m in draft.parts["actor"] if m not in helpers]
        for part, mentions in draft.parts.items():
            if part == "recipient" and victims:  # "قتل سياح ألمان في هجوم في مصر": the state in which they were killed is not hit beside them
                there = {x.country for x in self.thread.states_of((*outer.parts.get("place", ()), *draft.parts.get("place", ())))}
                mentions = [m for m in mentions if m.kind != "state" or m.country not in there]
            if part == "actor" and victims:  # "قتل جندي أذربيجاني في اشتباكات مع القوات الأرمينية": he is not of those who killed him
                mentions = [x for m in mentions if (x := self.thread.without(m, victims)) is not None]
            if part == "actor" and outer.type == "AID":  # "منح كينيا قرضا": whom the loan is given to lends nothing
                mentions = [m for m in mentions if refs(outer.parts, "recipient").isdisjoint(m.entities)]
            outer.parts.setdefault(part, []).extend(m for m in mentions if m not in outer.parts.get(part, ()))
        outer.mode, outer.date, outer.place = outer.mode or draft.mode, outer.date or draft.date, outer.place or draft.place
        over = outer.pred.governor  # "دخل اتفاق الهدنة حيز التنفيذ"
        in_force = outer.mode == "ceasefire" and over is not None and over.lemma in self.pack.word_class("in-force")
        outer.status = ("happened" if in_force else draft.status) if outer.status == "told" else outer.status
        outer.about.extend(t for t in draft.about if t not in outer.about)
        return True

    @staticmethod
    def _count_toll(attack: Draft, toll: Draft) -> None:
        """ "أسفر الهجوم عن مقتل جنديين كينيين في الصومال": the dead were hit, and beside them only what was attacked by its own words."""
        named = [a.mention for a in toll.pred.args]
        killed = [m for m in toll.parts.get("recipient", ()) if m in named]
        if any(m.country for m in killed):
            aimed = [a.mention for a in attack.pred.args if fold(a.prep) != IN]
            attack.parts["recipient"] = [m for m in attack.parts.get("recipient", ()) if m in aimed and m not in killed] + killed
        attack.date, attack.place = attack.date or toll.date, attack.place or toll.place
        attack.span = Span(min(attack.span.start, toll.span.start), max(attack.span.stop, toll.span.stop))

    def _draft(self, pred: Pred, parsed: Parsed, made: list[Draft]) -> Draft | None:
        typed = [f for f in pred.frames if f.type]
        if not typed or self._asked(pred, parsed):
            return None
        status, change, background = self.status_of.of(pred)
        if status is None:
            return None
        for frame in self.words.nearest_first(pred):
            if not frame.type:
                if not frame.say and not frame.relation and self.words.fits(pred, frame):
                    return None  # a frame that only says what the words do not mean
                continue
            draft = self._fit(pred, frame, status, change, background, parsed, made)
            if draft is not None:
                return draft
        return None

    def _judgement(self, pred: Pred, parsed: Parsed, made: list[Draft]) -> Draft | None:
        """ "قال إن روسيا دولة إرهابية": what is said of another is an act of who says it."""
        if pred.kind == "noun" or pred.content_start < 0 or pred.negated or not pred.says:
            return None
        found = self.verdicts.of(pred, parsed)
        if found is None or self.status_of.of(pred)[0] != "happened":
            return None
        frame, judged = found
        parts = {"actor": [a.mention for a in self.thread.speaker(pred)], "recipient": list(judged)}
        home = {m.country for m in parts["actor"]}
        if is_stance(frame):  # "إن بلاده مستعدة للحوار": of himself, not of another
            mine = bool(parts["actor"]) and all(m.country in home for m in judged)
            return self._fit(pred, frame, "happened", None, pred.clause.background, parsed, made, {"actor": parts["actor"]}) if mine else None
        if frame.type == "REQUEST" and any(m.country in home for m in judged):
            return None  # "إن على بلاده أن": his own duty
        if frame.object:  # "لا يمكن القبول بشروط كندا": who is meant stands behind the words
            parts["recipient"] = judged = [m for m in judged if m.country not in home]
        if not judged and frame.object:
            behind = self.thread.within(pred.content_start, min(parsed.sentence.last, pred.content_start + _REACH))
            others = [m for m in behind if self.thread.can_act(m) or m.kind == "demonym"]
            parts["recipient"] = [replace(m, kind="state") if m.kind == "demonym" else m for m in others if m.country not in home][:1]
        elif not judged:
            parts["recipient"] = self.missing.answered(parts, made)
        return self._fit(pred, frame, "happened", None, pred.clause.background, parsed, made, parts) if parts["recipient"] else None

    def _fit(
        self,
        pred: Pred,
        frame: Frame,
        status: str,
        change: str | None,
        background: bool,
        parsed: Parsed,
        made: list[Draft],
        given: dict[str, list[Mention]] | None = None,
    ) -> Draft | None:
        """The event of a predicate by one frame; given: its parties, where they are known already."""
        if not self.words.fits(pred, frame):
            return None
        if frame.type == "CONSULT" and pred.kind == "verb" and self.a.tokens[pred.first - 1].fold in self.pack.word_class("paper"):
            return None  # "في بيان أرسل إلى الوكالة": the statement was sent
        if frame.subject == "recipient" and frame.object == "actor" and frame.mode == "expel" and not self.words.opens(pred, frame):
            return None  # "طرد السفير الأوغندي واستدعاء سفيرها": whose envoy must stand right behind
        above = pred.governor
        remarks = frame.type == "SANCTION" and pred.negated and pred.lemma in self.pack.word_class("comments-on")
        if remarks and not pred.of_role("object") and not any(c.link == "obj" for c in pred.children):
            return None  # "لم تعلق الحركة على استئناف المفاوضات"
        makes = above is not None and (carries(above, pred.link) or "AGREE" in above.types)
        if makes and frame.type == "RETREAT" and "AGREE" in pred.types:
            return None  # "وقع اتفاق الهدنة": the deal is made here, the truce is what it brings
        if frame.type == "SANCTION" and any(f.type == "CONCEDE" and self.words.fits(c, f) for c in pred.children for f in c.frames):
            return None  # "أعلنت رفع العقوبات المفروضة على"
        if frame.type == "ACCUSE" and pred.kind == "noun" and above is not None and "deny" in above.operates:
            return None  # "نفت الاتهامات": who denies them did not make them
        judged = above is not None and above.lemma in self.pack.word_class("describing")
        if frame.type == "ACCUSE" and pred.kind == "noun" and judged and (pred.definite or pred.of_role("genitive")):
            return None  # "وصف الاتهامات بأنها غير صحيحة": who judges them did not make them
        if frame.type == "MOBILIZE" and any(fold(c.link) in FROM[1:] for c in pred.children):
            return None  # "عبر عن استنكاره": expressed, not crossed
        granting = above.frames if frame.type == "THREATEN" and pred.kind == "noun" and above is not None else ()
        if above is not None and any(f.mode == "expel" and self.words.fits(above, f) for f in granting):
            return None  # "منح الدبلوماسيين مهلة للمغادرة"
        if frame.type == "THREATEN" and any(a.gap for a in pred.clause.topic) and not pred.link.startswith(("time", "cause")):
            return None  # "تصرفات إيران تهدد المنطقة": a state of things
        refused = bool(frame.negated and status == "denied" and (pred.negated or (above is not None and above.negated)))
        if frame.subject == "recipient" and status == "denied" and not refused:
            return None  # "قطر لا تتدخل في شؤون أحد"
        if pred.kind == "noun" and not frame.factive and not refused and not self.status_of.factual(pred, frame):
            return None
        parts = given if given is not None else self.parts_of.of(pred, frame)
        if frame.by and pred.kind == "noun" and not self._done_by(frame.by, parts):
            return None  # "عثرت الشرطة على جثته بعد خطفه": not those who are told of elsewhere
        sent = [a.mention for a in pred.of_role("object") if a.mention.role in ENVOYS] if frame.mode == "withdraw" and frame.object == "about" else []
        if sent and parts.get("actor") and all(m.country not in self.thread.countries(parts, "actor") for m in sent):
            return None  # "استدعت السفيرة الإيرانية" ends like "his ambassador"
        if frame.subject == "recipient" and pred.clause.plain and all(m.first > pred.first for m in parts.get("recipient", ())):
            return None  # "إن القضية تهدد العلاقات مع ألمانيا": a thing does it
        deed = frame.type not in SPEECH or frame.mode == "investigate"
        if deed and parts.get("actor") and all(m.rule == "voice" and not m.country for m in parts["actor"]):
            return None  # "أعلنت مصلحة الأرصاد حالة التأهب": a body of which nothing is known but that it speaks
        resumed: Draft | None = None
        carrier = self._carrier(pred, made)
        if pred.kind == "noun" and frame.type == "CONSULT":
            that = self._that_summit(pred, frame, parts, made)
            if that is not None:
                parts, resumed = {p: list(ms) for p, ms in that.parts.items()}, that
            elif (
                pred.definite
                and status in ("happened", "ongoing")
                and self.thread.last_meeting is not None
                and (self._attended(pred) or not self._has_own_parties(pred, parts))
                and not parts.get("recipient")
                and not self.thread.relatives(pred)
            ):
                parts["actor"] = list(self.thread.last_meeting.parts.get("actor", ()))  # "خلال المحادثة": the one that was told before
                resumed = self.thread.last_meeting
            elif (former := self._the_one_before(pred, parts)) is not None:
                parts["actor"] = list(former.parts.get("actor", ()))
            elif (asks := self.status_of.called_for(pred)) is not None:
                self._invited(pred, asks, parts, made)
            elif self._is_the_visit(pred, frame, parts):
                parts = {p: list(ms) for p, ms in (self.thread.last_visit.parts.items() if self.thread.last_visit is not None else ())}
                resumed = self.thread.last_visit  # "سيجري البرهان، خلال الزيارة، مباحثات"
            else:
                self.parts_of.add_outer(pred, frame, parts, made)
        if frame.type == "CONSULT" and frame.object == "actor" and pred.kind == "verb" and len(pred.args) and not pred.of_role("object"):
            self._add_visitor(pred, parts)
            self._add_carried(pred, parts)
        over = pred.governor.operators if pred.governor is not None and pred.link in ("subj", "obj") else ()
        if frame.type in RESUMED and pred.kind == "noun":
            this = pred.first > 0 and not bases(self.a.tokens[pred.first - 1].fold).isdisjoint(self.pack.word_class("this"))
            if this or not parts.get("actor"):
                resumed = self._told_before(pred, frame, {} if this else parts, made)
            if this and resumed is not None:  # "وأدى هذا الهجوم إلى …": the one that was told, by those who did it
                parts = {p: list(ms) for p, ms in resumed.parts.items()}
        passive_kind = any(o.cls in ("passive", "host") for o in over)
        described = pred.governor is not None and pred.governor.clause.kind == "rel"  # "الاتفاق الذي تم توقيعه في جوبا": another's
        gathered = passive_kind and frame.type not in DEEDS  # "تم منح السفير مهلة": that is no act of a meeting
        if gathered and not parts.get("actor") and self.thread.last_meeting is not None and carrier is None and not described:
            carrier = self.thread.last_meeting
        if carrier is not None and not parts.get("actor"):
            parts["actor"] = list(carrier.parts.get("actor", ()))
        if frame.type == "CONSULT":
            if not self._has_needs(pred, frame, parts):
                return None
            self.parts_of.clean(parts, frame)
            if frame.mode is None and len(refs(parts, "actor")) == 1:
                self._officials_too(pred, parts)
            if pred.kind == "noun" and not parts.get("actor"):
                parts["actor"] = self._by_two_nations(pred)
            if frame.mode == "third-party":
                self._through(pred, parts, made)
        else:
            self.parts_of.clean(parts, frame)
            if given is None or not is_stance(frame):
                does = replace(frame, type=frame.negated, mode=None) if refused and frame.type not in _UNADDRESSED else frame
                self.missing.supply(pred, does, parts, made, passive_kind)  # "لم توافق على المقترح الإسرائيلي" refuses it
            if not self._has_needs(pred, frame, parts):
                return None
        received = frame.type == "AID" and any(m.role for m in parts.get("recipient", ()))
        if received and any(f.type == "CONSULT" and f.object == "actor" for f in pred.frames):
            return None  # "استقبل الرئيس نظيره وبحثا ملف اللاجئين": a reception
        people = refs(parts, "actor", "recipient")
        if people and frame.type not in FORCE and not (self.thread.countries(parts, "actor") | self.thread.countries(parts, "recipient")) - {None}:
            return None  # "أعرب الممثل عن سعادته": people of no country, among themselves
        if frame.type == "PROTEST" and frame.mode in ("riot", "obstruct") and any(m.kind in _NO_CROWD for m in parts.get("actor", ())):
            return None  # police and armies storm no gates as a crowd does, and a man alone is none
        if frame.type == "MOBILIZE" and parts.get("actor") and all(self.thread.is_of("civil", m) for m in parts["actor"]):
            return None  # "تقدم متظاهرون نحو القنصلية": a crowd is no army
        if frame.mode == "ceasefire" and pred.kind == "noun" and not refs(parts, "actor", "recipient") and not self._peopled(parsed):
            return None
        if frame.by and not self._done_by(frame.by, parts):
            return None
        judged = frame.mode == "convict" and any(self._is_power(e) for e in refs(parts, "recipient"))  # "حكم على رئيسة الوزراء السابقة بالسجن"
        if not parts.get("actor") and not frame.alone and not judged and not (is_undone(pred, frame) and parts.get("recipient")):
            return None
        if not any(parts.get(p) for p in ("actor", "recipient", "place", "about")) and not self._peopled(parsed):
            return None  # "a truce from the heat"
        nobody = not any(parts.get(p) for p in ("actor", "recipient", "place"))
        if frame.type == "ASSAULT" and nobody and pred.link.startswith("time") and frame.parts.get("بين") == "actor":
            return None  # "أعلن المصرف الحرب على التضخم بعد أشهر من المناوشات"
        voices = bool(parts.get("actor")) and all(m.rule == "voice" for m in parts["actor"])
        done_at_home = frame.type in FORCE and all(m.country for m in parts["actor"])
        abroad = self.thread.countries(parts, "recipient") - {None} - self.thread.countries(parts, "actor")
        if voices and frame.type != "AID" and not (done_at_home or abroad):
            return None  # "طلبت الشركة السعودية": a body of which nothing is known acts only on somebody abroad
        by_person = any(m.kind in ("person", "role") for m in parts.get("actor", ()))
        if frame.type == "ASSAULT" and pred.kind == "noun" and by_person and self._bare_attack(frame):
            return None  # "شن الوزير هجوما على": in words
        told_as = frame.type in ("ASSAULT", "ACCUSE") and by_person == (frame.type == "ASSAULT")
        if told_as and pred.kind == "verb" and pred.lemma in self.pack.word_class("in-words-too"):
            return None  # "هاجم الرئيس الفرنسي وجود …": in words
        if frame.type == "MOBILIZE" and by_person and frame.object is None and frame.verbs:
            return None  # "وصل قائد القوات": a man alone is no army
        verb = pred.reading.verb
        if verb is not None and verb.tense == "present" and pred.lemma in self.pack.word_class("standing-in-present") and status == "happened":
            return None
        between = any(fold(a.prep) == "بين" and a.mention.kind != "person" for a in pred.args)  # "المفاوضات بين الأفغان": two of one people
        if frame.type == "CONSULT" and not refused and not self._meets(pred, frame, parts) and not (between and parts.get("actor")):
            return None
        if pred.kind == "noun" and not frame.factive and not parts.get("actor") and not parts.get("recipient"):
            return None
        if frame.type in ("COOPERATE", "SUPPORT", "AID", "CONCEDE", "RETREAT") and pred.owned:
            return None  # "تعزيز التعاون": a matter
        if frame.type == "AGREE" and pred.kind == "noun" and above is not None and above.lemma in self.pack.word_class("carry-out"):
            return None  # "تنفيذ الاتفاقيات": what was agreed is carried out
        if frame.mode == "visit" and pred.kind == "noun" and frame.verbs and pred.owned and not any(a.role == "genitive" for a in pred.args):
            return None  # "مسألة وصول المفتشين"
        if frame.type == "COOPERATE" and pred.kind == "noun" and len(refs(parts, "actor", "recipient")) < 2:
            return None  # an army's own drill
        if frame.type == "AGREE" and not self._between_states(pred, parts):
            return None
        date = self.setting.date(pred)
        due = self._due(pred) if frame.type == "CONSULT" and pred.kind == "noun" and status in ("happened", "ongoing", "told") else None
        if due is not None:
            status, date = "planned", date or self.setting.date(due)
        if status in ("happened", "ongoing", "told") and date is not None and self.status_of.lies_ahead(date):
            done = verb is not None and verb.tense == "past" and pred.kind == "verb" and pred.future not in AHEAD
            status, date = (status, None) if done else ("planned", date)  # "تستضيف غدا"; but "طلبت منهم المغادرة غدا"
        status = frame.status or (pred.future if pred.future in AHEAD and status in ("happened", "ongoing", "told") else status)
        if status == "hypothetical" or (status == "proposed" and frame.type not in ("CONSULT", "COOPERATE", "AID")):
            return None
        background = self.status_of.background(pred, background, date, status)
        if (
            pred.kind == "noun"
            and pred.definite
            and date is None
            and status == "happened"
            and any(r.reading.verb is not None and r.reading.verb.tense == "past" for r in self.thread.relatives(pred))
        ):
            background = True  # "الدعوة التي وجهتها": known before
        told = pred.clause.antecedent if pred.kind == "verb" and pred.clause.kind == "rel" else None
        if (
            isinstance(told, Pred)
            and told.definite
            and date is None
            and status == "happened"
            and pred.reading.verb is not None
            and pred.reading.verb.tense == "past"
        ):
            background = True  # "العقوبات التي أقرتها"
        if date is None and status == "happened" and self._describes_known(pred):
            background = True  # "السفير الذي طردته": which everybody knows
        if status == "ongoing" and frame.type == "ASSAULT" and pred.kind == "noun" and (date is None or len(date.value) < 10 or date.end is not None):
            background = True  # a war that goes on is what news is told against
        if not background and date is None and self.thread.group_background and any(m.rule == "back.group" for m in parts.get("actor", ())):
            background = True  # "the group" was brought up as background
        kind, mode = frame.type or "", frame.mode
        if refused:  # "لم يعتمد المجلس مشروع القرار"
            same = frame.mode if frame.negated == frame.type else None
            kind, mode, status = frame.negated or "", "meet" if frame.type == "CONSULT" else same, "happened"
        place = self.setting.place(pred, parts, frame)
        said_by = self.voices.said_by(pred, frame, parts)
        span = self.evidence(pred, parsed)
        if frame.type == "CONSULT" and self.words.has(pred, self._phone):
            mode = "phone"
        elif kind == "CONSULT" and mode is None and len(people) == 1 and all(self.thread.entity(e).kind == "organisation" for e in people):
            mode = "multilateral"  # "جلسة لمجلس الأمن"
        return Draft(
            pred,
            frame,
            kind,
            mode,
            status,
            change or frame.change,
            background,
            parts,
            self.setting.initiator(pred, frame, parts),
            date,
            place,
            self.setting.about(pred, frame, parts),
            said_by,
            span,
            parsed.sentence.item,
            len(self.thread.drafts) + len(made),
            sentence=parsed.sentence.first,
            harm=fold(pred.lemma) in self.pack.word_class("harm"),
            same_as=resumed,
            contexts=list(frame.contexts),
        )

    def _describes_known(self, pred: Pred) -> bool:
        """Does a past verb tell which definite thing is meant by what was done to it ("المبادرة التي طرحتها كينيا")?"""
        verb = pred.reading.verb
        if pred.kind != "verb" or verb is None or verb.tense != "past" or pred.clause.kind != "rel" or pred.first < 2:
            return False
        if not pred.reading.pronoun and pred.lemma not in self.pack.word_class("kills"):
            return False
        return self.thread.is_definite(pred.first - 2)

    def _due(self, noun: Pred) -> Pred | None:
        """ "قمة من المقرر أن تعقد الخميس": the verb that tells that the meeting just named is still to be held."""
        behind = next((p for p in self.thread.preds if p.first > noun.last and p.kind == "verb"), None)
        if behind is None or behind.first - noun.last > _REACH or behind.future != "planned" or behind.subject or behind.clause.kind != "comp":
            return None
        held = not behind.operates.isdisjoint(("passive", "host")) or fold(behind.lemma) in self.pack.word_class("holds")
        return behind if behind.clause.parent is noun.clause and held else None

    def _invited(self, pred: Pred, asks: Pred, parts: dict[str, list[Mention]], made: Sequence[Draft]) -> None:
        """Who is to meet where a meeting is called for: whose it is by its own words, else those who are called, and who calls one man."""
        met = {prep for f in pred.frames for prep, part in f.parts.items() if part == "actor"}
        own = [a.mention for a in pred.args if a.role == "genitive" or fold(a.prep) in met]
        called = next((d.parts.get("recipient", []) for d in made if d.pred is asks and d.type == "REQUEST"), [])
        who = [m for m in own if self.thread.can_act(m)] or list(called)
        bodies = bool(who) and all(self.thread.entity(e).kind == "organisation" for m in who for e in m.entities)
        caller = [a.mention for a in self.thread.subject(asks)] if len({e for m in who for e in m.entities}) == 1 and not bodies else []
        parts["actor"] = [*caller, *who] if who else []

    def _attended(self, pred: Pred) -> bool:
        """ "حضر الاستقبال …": those who were present at the meeting that was told are no meeting of their own."""
        return pred.governor is not None and pred.governor.lemma in self.pack.word_class("attend") and pred.definite

    def _is_the_visit(self, pred: Pred, frame: Frame, parts: Mapping[str, Sequence[Mention]]) -> bool:
        """Is it the visit that was told before, named again ("خلال الزيارة", "زيارته")?"""
        visit = self.thread.last_visit
        if visit is None or frame.mode != "visit" or not pred.definite or parts.get("recipient") or pred.first - visit.pred.first > 4 * NEAR:
            return False
        who = refs(parts, "actor")
        return not pred.of_role("genitive") and (not who or not who.isdisjoint(refs(visit.parts, "actor")))

    def _add_visitor(self, pred: Pred, parts: dict[str, list[Mention]]) -> None:
        """ "زار طهران. والتقى الرئيس الإيراني": where one party alone stands behind a joined verb, the visitor met him."""
        visit = self.thread.last_visit
        goes_on = pred.reading.conj == AND or (pred.future == "planned" and pred.clause.kind == "comp")  # "كما من المقرر أن يلتقي رئيس الوزراء"
        if visit is None or not goes_on or len(refs(parts, "actor")) != 1 or pred.first - visit.pred.first > NEAR:
            return
        hosts = self.thread.countries(visit.parts, "recipient") - {None}
        if hosts & self.thread.countries(parts, "actor") and not hosts & self.thread.countries(visit.parts, "actor"):
            parts["actor"] = [*visit.parts.get("actor", ()), *parts["actor"]]

    def _add_carried(self, pred: Pred, parts: dict[str, list[Mention]]) -> None:
        """ "اتصل بايدن بأمير قطر بعدما هاتف نتنياهو": whoever acts in the main clause met the one who stands alone behind such a verb."""
        over = pred.clause.head or (pred.clause.parent.verb if pred.clause.parent is not None else None)
        who = parts.get("actor", [])
        if pred.clause.kind not in ("comp", "coord") or over is None or over is pred or len(who) != 1 or who[0].kind not in ("person", "role"):
            return
        first = self.thread.subject(over)
        one = first[0].mention if len(first) == 1 and over.reading.verb is not None and pred.reading.verb is not None else None
        alike = one is not None and one.kind in ("person", "role") and over.reading.verb.gender == pred.reading.verb.gender  # type: ignore[union-attr]
        if one is not None and alike and one.country != who[0].country and who[0].first == pred.last:
            parts["actor"] = [one, *who]

    def _by_two_nations(self, pred: Pred) -> list[Mention]:
        """ "الاجتماع الثاني للجنة المشتركة الكينية الأوغندية": two nationalities near a meeting say who met."""
        near = self.thread.within(pred.last, min(self.thread.sentence_end, pred.last + _NEAR_BLAST))
        named = [m for m in near if m.kind == "demonym" and not m.prep]
        both = {e for m in named for e in m.entities}
        return [replace(m, kind="state") for m in named] if len(both) == 2 and len(named) == len(near) else []

    def _officials_too(self, pred: Pred, parts: dict[str, list[Mention]]) -> None:
        """ "يلتقي بعدد من المسؤولين العراقيين", "يجري محادثات في كمبالا مع كبار المسؤولين": the others are told by their nation or where they are."""
        home = self.thread.countries(parts, "actor") - {None}
        if len(home) != 1 or not self.words.has(pred, self.pack.word_class("part-of")):
            return
        stop = min(max(pred.stop, pred.last + 1), pred.last + _REACH)
        for m in self.thread.within(pred.last, stop):
            state = m if m.kind in ("state", "demonym") else self.thread.state_of(m) if m.kind == "place" else None
            beside = m.first and not bases(self.a.tokens[m.first - 1].fold).isdisjoint(self.pack.word_class("part-of"))
            near = beside or m.kind == "place" or m.rule.startswith("agent")
            if state is not None and near and state.country and state.country not in home:
                parts["actor"].append(replace(state, kind="state"))
                return

    def _the_one_before(self, pred: Pred, parts: Mapping[str, Sequence[Mention]]) -> Draft | None:
        """ "وكانت الجولة السابقة قد عقدت في روما": the talks before those that were told, of the same parties."""
        word = self.a.tokens[pred.last].fold if pred.last < len(self.a.tokens) else ""
        if not pred.definite or parts.get("actor") or word not in self.pack.word_class("earlier"):
            return None
        return next((d for d in reversed(self.thread.drafts[-_REACH:]) if d.type == "CONSULT" and len(refs(d.parts, "actor")) > 1), None)

    def _that_summit(self, pred: Pred, frame: Frame, parts: Mapping[str, Sequence[Mention]], made: Sequence[Draft]) -> Draft | None:
        """ "تعقد هذه القمة بعدما أرجئت": the summit that was told before, with those who met there."""
        this = pred.first > 0 and not bases(self.a.tokens[pred.first - 1].fold).isdisjoint(self.pack.word_class("this"))
        who = refs(parts, "actor") if not this else set()
        if not pred.definite or frame.mode != "multilateral" or len(who) > 1 or pred.of_role("genitive"):
            return None
        return next((d for d in reversed([*self.thread.drafts[-12:], *made]) if d.frame is frame and who <= refs(d.parts, "actor")), None)

    def _through(self, pred: Pred, parts: dict[str, list[Mention]], made: Sequence[Draft]) -> None:
        """ "توسطت قطر بين إيران وعمان": the two sides talk, who brings them together is the third; if not named, the two most told of together."""
        helper, sides = parts.get("actor", []), parts.get("recipient", [])
        if helper and not sides and not any("CONSULT" in c.types for c in pred.children):
            home = self.thread.countries(parts, "actor")
            pairs: Counter[frozenset[str]] = Counter()
            people: dict[frozenset[str], list[Mention]] = {}
            for d in (*self.thread.drafts, *made):
                who = {m.country: m for p in ("actor", "recipient") for m in d.parts.get(p, ()) if m.country and m.country not in home}
                if len(who) == 2:
                    pairs[frozenset(who)] += 1
                    people[frozenset(who)] = list(who.values())
            sides = people[pairs.most_common(1)[0][0]] if pairs else []
        if not helper and len({e for m in sides for e in m.entities}) > 1:
            parts["actor"], parts["recipient"] = sides, []  # "نجحت الوساطة بين إيران وعمان"
        if helper and len({e for m in sides for e in m.entities}) > 1:
            parts["third"], parts["actor"], parts["recipient"] = [*parts.get("third", []), *helper], sides, []

    @staticmethod
    def _has_own_parties(pred: Pred, parts: Mapping[str, Sequence[Mention]]) -> bool:
        """Are its parties named with it, beyond those in whose presence it was held?"""
        args = (*pred.args, *(pred.governor.args if pred.governor is not None else ()))
        present = {a.mention.first for a in args if a.role == "party"}
        return any(pred.reading.pronoun or m.first not in present for m in parts.get("actor", ()))

    def _told_before(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]], made: list[Draft]) -> Draft | None:
        """ "الغارات", "الهجوم": the definite noun takes up the attack that was told before it, unless it names another side or day."""
        if not pred.definite:
            return None
        hit, day = self.thread.countries(parts, "recipient"), self.setting.date(pred)
        for d in reversed([*self.thread.drafts[-12:], *made]):
            theirs = self.thread.countries(d.parts, "recipient")
            if d.type == frame.type and d.status != "denied" and (not hit or not theirs or hit & theirs):
                return d if day is None or d.date is None or day.value[:10] == d.date.value[:10] else None
        return None

    def _has_needs(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]]) -> bool:
        """Are the parts there that the frame demands? A matter may stand there in plain words, without a mention."""
        for need in frame.needs:
            if parts.get(need):
                continue
            if need == "sides" and len((self.thread.countries(parts, "actor") | self.thread.countries(parts, "recipient")) - {None}) > 1:
                continue
            if need in ("about", "content", "demand") and (pred.children or pred.stop - pred.last >= 2):
                continue
            if need in ("about", "content") and isinstance(pred.clause.antecedent, Pred) and pred.reading.pronoun:
                continue  # "صفقة أبرمتها موسكو وكييف"
            asks = need == "recipient" and frame.type == "REQUEST" and frame.subject == "actor"
            if asks and self.words.has(pred, self.pack.word_class("addressee")):
                continue  # "طالبت المجتمع الدولي"
            loose = frame.needs == ("recipient",) and (frame.type in _UNADDRESSED or (frame.type == "AID" and frame.objects))
            if need == "recipient" and loose and frame.subject != "recipient" and self._is_public(pred, frame, parts):
                continue
            return False
        return True

    def _is_public(self, pred: Pred, frame: Frame, parts: Mapping[str, Sequence[Mention]]) -> bool:
        """Is it an act of a state, body or known politician in a report on several countries ("علقت موسكو مشاركتها في الاتفاق"): one that
        may name nobody at its other end? Demands and refusals must at least have a matter that is not the doer's own."""
        who = [
            m
            for m in parts.get("actor", ())
            if m.kind == "role" or any(self._is_power(e) for e in m.entities) or (m.stands_for and self._is_power(m.stands_for))
        ]
        home = {m.country for m in who} | self.thread.countries(parts, "actor")
        if not who or len(self.thread.countries_named | home) < 2:
            return False
        if frame.type not in _ABROAD or pred.kind != "noun":
            return True
        near = self.thread.within(pred.last, min(pred.stop or pred.last + _REACH, pred.last + _REACH))
        if any((m.country and m.country not in home) or m.kind in ("instrument", "gathering", "conflict", "group") for m in near):
            return True
        return any(f.type for p in below(pred) for f in p.frames)

    def _is_power(self, ref: str) -> bool:
        entity = self.entity(ref)
        return entity.kind in ("state", "government-body", "organisation", "armed-group", "party") or (
            entity.kind == "person" and entity.known and entity.country is not None
        )

    def _done_by(self, people: str, parts: Mapping[str, list[Mention]]) -> bool:
        """Is one of the actors of these people ("armed", "protesting")?"""
        return any(self.thread.is_of(people, m) for m in parts.get("actor", ()))

    def _bare_attack(self, frame: Frame) -> bool:
        """Does the frame ask for no arms, target or victims, only for a noun of attack and who launched it?"""
        return frame.mode is None and all(w in self.pack.operators for words in frame.objects for w in words)

    @property
    def _phone(self) -> frozenset[str]:
        return self.pack.word_class("phone")

    def _between_states(self, pred: Pred, parts: dict[str, list[Mention]]) -> bool:
        """An agreement has two sides, a council that adopts it, or a matter abroad; a parliament's own votes are its own affair."""
        countries = {self.thread.entity(e).country or e for part in ("actor", "recipient", "third") for m in parts.get(part, ()) for e in m.entities}
        if all(e.startswith("person/") and self.thread.entity(e).country is None for e in refs(parts, "actor", "recipient", "third")):
            return False  # a man of whom nobody knows whose he is
        if countries and any(fold(a.prep) == "بين" for p in (pred, *below(pred)) for a in p.args):
            return True  # the other side may be one that nobody knows
        if len(countries) >= 2 or any(c and f"state/{c}" not in self.world.entities for c in countries):
            return True
        if any(f.type in ("CONSULT", "RETREAT") for p in below(pred) for f in p.frames):
            return True  # talks and truces have another side
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

    def _meets(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]]) -> bool:
        """A meeting needs two parties, or one and a named gathering, or a visitor."""
        if frame.mode == "visit" and parts.get("recipient"):
            home = self.thread.countries(parts, "actor")
            if home and self.thread.countries(parts, "recipient") <= home:
                return False  # a tour at home
        who = refs(parts, "actor", "recipient")
        sent = {self.thread.entity(e).country for e in who if not e.startswith("state/")}
        who = {e for e in who if not (e.startswith("state/") and e.rpartition("/")[2] in sent)}  # a minister and his state are one side
        if who and all(e.startswith("unnamed/") and self.thread.entity(e).country is None for e in who):
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
        bodies = {"organisation", "armed-group", "party", "people-group"}  # a cabinet's own session is no diplomacy
        if frame.mode in ("multilateral", "third-party"):
            return bool(who)
        return bool(who) and all(self.thread.entity(e).kind in bodies and not self._is_nameless(e) for e in who)

    def _is_nameless(self, ref: str) -> bool:
        """Is it one man without a name who sits in a body ("مساعد في الكرملين")? Of him alone no meeting is told."""
        return ref.startswith("unnamed/") and not ref.endswith("s") and self.thread.entity(ref).country is not None

    def _carrier(self, pred: Pred, made: list[Draft]) -> Draft | None:
        """The meeting in which something is said to have been done: "تم خلال الاتصال بحث …"."""
        if pred.kind == "noun" and pred.governor is not None and not pred.governor.operates.isdisjoint(("passive", "host")):
            for child in pred.governor.children:
                bore = child.link == "subj" and pred.link not in ("obj", "subj")  # "أسفرت المحادثات بين غانا وتوغو عن اتفاق"
                if (child.link == "time:during" or bore) and "CONSULT" in child.types:
                    return next((d for d in made if d.pred is child), self.thread.last_meeting)
        return None

    def evidence(self, pred: Pred, parsed: Parsed) -> Span:
        """The stretch of text from the predicate's first argument (or what it hangs on) to its last."""
        tokens = self.a.tokens
        first, last = pred.first, pred.last
        for a in (*pred.args, *self.thread.subject(pred)):
            if parsed.sentence.first <= a.mention.first < parsed.sentence.last:
                first, last = min(first, a.mention.first), max(last, a.mention.last)
        if pred.governor is not None:
            first = min(first, pred.governor.first)
        return Span(tokens[first].start, tokens[last - 1].stop)

    def participants(self, mentions: Iterable[Mention]) -> tuple[Participant, ...]:
        """Mentions as participants of an event: one for each entity, the first mention wins; an office without entity stands by its text."""
        out: dict[str, Participant] = {}
        for m in mentions:
            for e in m.entities if m.kind in ACTOR_KINDS else ((m.stands_for,) if m.stands_for else ()):
                entity = self.thread.entity(e)
                country = entity.country or m.country
                out.setdefault(e, Participant(e, country, m.role, m.text, m.span))
            if m.kind == "role" and not m.entities:
                out.setdefault(m.text, Participant(None, m.country, m.role, m.text, m.span))
        return tuple(out.values())


def _is_own_order(d: Draft, made: Sequence[Draft]) -> bool:
    """ "أمرت بتعليق البث": an order to nobody, or to whom it hits, whose deed is coded as the orderer's own."""
    if d.type != "REQUEST" or "decide" not in d.pred.operates:
        return False
    asked = refs(d.parts, "recipient")  # "أمرت بطرد خمسة دبلوماسيين روس": whom the deed hits was not asked for it
    return any(x.type in _ORDERED and any(p is x.pred for p in below(d.pred)) and asked <= refs(x.parts, "recipient") for x in made)


def _is_pledge(draft: Draft, made: Sequence[Draft]) -> bool:
    """Is the agreement only a pledge of aid that is coded as aid planned?"""
    return draft.type == "AGREE" and any(d.type == "AID" and d.status == "planned" and d.pred.governor is draft.pred for d in made)


def _is_term(draft: Draft, made: Sequence[Draft]) -> bool:
    """Is the ultimatum only the time that somebody has who is sent away ("منح السفير مهلة للمغادرة")?"""
    return draft.type == "THREATEN" and any(d.mode == "expel" and d.pred is draft.pred.governor for d in made)


def _is_voted(draft: Draft, made: Sequence[Draft]) -> bool:
    """ "صوت على تأييد العقوبات": what is voted for is the matter of the vote."""
    told = draft.type == "SUPPORT" and draft.pred.kind == "noun" and draft.status not in AHEAD
    return told and any(d.type == "AGREE" and d.pred is draft.pred.governor for d in made)


def _is_carried_out(draft: Draft, made: Sequence[Draft]) -> bool:
    """Is the order, to nobody in particular, coded as the deed that it is ("أمرت بترحيل السفير")?"""
    return (
        draft.type == "REQUEST"
        and not draft.parts.get("recipient")
        and "decide" in draft.pred.operates
        and any(d.pred.governor is draft.pred and d.type in DEEDS for d in made)
    )


def _needed(pred: Pred | None) -> bool:
    """Does the noun hang, at any depth, on "it is necessary to", "there is need of"?"""
    depth = 0
    while pred is not None and depth < 4:
        if pred.link.startswith("need"):
            return True
        pred, depth = pred.governor, depth + 1
    return False
