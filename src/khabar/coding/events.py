"""From predicates to events: which of them name a happening, of which type, with whom, with what status.

A verb says that something happened, will happen or did not; a verbal noun does so only where it stands in a place that makes it a
fact (object of "held", after "after", subject of "began" …). Topics and demands name acts too, but nobody says that they took place:
those are not coded.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from khabar.annotation import Annotation
from khabar.coding.draft import AHEAD, ANSWERED, DEEDS, NEAR, RESUMED, Draft, bases, below, governors, refs, week_on
from khabar.coding.echoes import Echo, Echoes
from khabar.coding.ends.addressees import answered, meant_by_this
from khabar.coding.ends.deals import promised_to
from khabar.coding.ends.missing import Missing
from khabar.coding.ends.search import Case
from khabar.coding.gates import UNADDRESSED, UNMET, Claim, Gates
from khabar.coding.parts import Parts
from khabar.coding.setting import Setting
from khabar.coding.status import Status, is_round_of
from khabar.coding.thread import Thread
from khabar.coding.tree import ACTOR_KINDS, AND, BETWEEN, COMMA, DASH, IN, Arg, Parsed, Pred
from khabar.coding.verdicts import Verdicts, is_stance
from khabar.coding.voices import Voices
from khabar.coding.wording import Wording
from khabar.model import Mention, Participant, Sentence, Span, When
from khabar.packs import Frame, Pack
from khabar.text import fold
from khabar.world import OF_NO_STATE, World

_UNTYPED = frozenset((None,))
_ORDERED = DEEDS | {"AID", "CONCEDE", "RETREAT"}  # what a man in power orders, he does
_QUESTION = 40  # tokens between a word that asks and its mark
_GENERATION = 30  # years
_SPORT_PAGE = 4  # words of sport or culture in a report of such a page
_ON_CHARGE = "accuse.on-charge"
_CHARGED_FOR = {("SANCTION", "discontinue"), ("COERCE", "seize"), ("COERCE", "restrict")}  # what is done to those charged; not expulsion
_CHARGE = 6  # tokens of "on the charge of" and the charge
_YEARS = 4  # sentences headed by a year that make a chronicle
_TO = "الي"  # the preposition of what something led to
_REACH = 16  # tokens behind a verb in which its matter is looked for

_SWAPPED = 4  # tokens behind "in return for" in which captives stand
_ASKED = 4  # tokens before a name in which "at the request of" stands
_ASKER = 3  # tokens behind these words in which who asked is named
_NEAR_TOLL = 60  # tokens between an attack and its toll
_NEAR_BLAST = 8  # tokens between the harm and what did it


class Coder:
    """Codes the parsed sentences of one report, in order; remembers who was acting and speaking."""

    def __init__(self, a: Annotation, pack: Pack, world: World) -> None:
        self.a, self.pack, self.world = a, pack, world
        self.thread = Thread(a, pack, world)
        self.words = Wording(self.thread)
        self.status_of = Status(self.thread, self.words)
        self.parts_of = Parts(self.thread)
        self.gates = Gates(self.thread, self.words, self.status_of)
        self.missing = Missing(self.thread, self.words, self.parts_of)
        self.setting = Setting(self.thread)
        self.verdicts = Verdicts(self.thread)
        self.voices = Voices(self.thread)
        self.echoes = Echoes(self.thread)
        sport, marks = pack.word_class("sport"), pack.word_class("question-mark")
        some = sport | marks  # few words are either
        found = [i for i, word in enumerate(a.folds) if word in some]
        titles = {i for m in a.mentions if m.kind in ("person", "role") for i in range(m.first, m.last)} if found else ()
        self._sport = [i for i in found if a.tokens[i].fold in sport and i not in titles and not self._is_no_sport(i)]  # "الرئيس المنتخب" is no team
        self._questions = [i for i in found if a.tokens[i].fold in marks]
        self._chronicle = sum(self._is_dated_by_year(s) for s in a.sentences) >= _YEARS  # what happened on this day in other years
        self.entity, self.subject, self.speaker = self.thread.entity, self.thread.subject, self.thread.speaker
        self.status, self.parts, self.voice = self.status_of.of, self.parts_of.of, self.voices.voice

    def sentence(self, parsed: Parsed) -> list[Draft]:
        """The events of one sentence, not yet merged with other tellings; remembers its subject, speaker and meeting for the next."""
        made: list[Draft] = []
        self.thread.open(parsed, made)
        games = self._games_from(parsed.sentence)
        if self._elsewhere(parsed, games):
            return made
        self.thread.set_scene(parsed)
        for pred in parsed.preds:
            if pred.first >= games:
                break
            self.thread.settle(pred)
            draft = self._draft(pred, parsed, made)
            if draft is None or (pred.lemma in self.pack.word_class("describing") and not draft.parts.get("recipient")):
                draft = self._judgement(pred, parsed, made) or draft  # "وصف ما تقوم به روسيا بأنه احتلال"
            if draft and not self._nested(draft, made):
                made.append(draft)
        told = self._sponsored(made)
        told = [d for d in told if not self._is_own_judgement(d, told)]
        parts_of = (_is_pledge, _is_demanded, _is_own_plan, _is_carried_out, _is_term, _is_voted, _is_own_order, _is_backdrop)
        made = [d for d in told if not any(part_of(d, told) for part_of in parts_of)]
        asked = self._at_request(parsed, made)
        asked += self._at_request_apart(parsed, made, asked)
        asked += self._on_charges(parsed, made)
        made = [*(x for d in made for x in self._both_ways(d)), *asked]
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
        if draft.frame.mode == "release" and sides and self._is_for_captives(draft.pred) and not draft.pred.negated:
            home = self.thread.countries(draft.parts, "actor")
            theirs = [m for m in draft.parts.get("recipient", ()) if m.country and m.country not in home]  # "عن 90 أسيرا روسيا مقابل 95 أسيرا"
            if theirs and home - {None}:
                return [draft, replace(draft, parts={**draft.parts, "actor": theirs, "recipient": sides})]
        swaps = self.pack.word_class("swap" if draft.frame.mode == "release" else "mutual")
        swapped = draft.pred.lemma in swaps or self.words.has(draft.pred, swaps)  # "أطلقت السعودية والحوثيون سراح أسرى في عملية تبادل"
        each = draft.frame.mode in ("release", "expel")  # "تبادلت غانا وتوغو طرد السفراء"; mutual charges are one event
        if not each or draft.parts.get("recipient") or not swapped:
            return [draft]
        ends = [replace(m, entities=(e,), country=self.entity(e).country) for m in sides for e in m.entities]
        if len(ends) != 2 or len({m.country for m in ends} - {None}) != 2:
            return [draft]
        return [replace(draft, parts={**draft.parts, "actor": [one], "recipient": [other]}) for one, other in (ends, ends[::-1])]

    def _is_for_captives(self, pred: Pred) -> bool:
        """Does "in return for" lead to captives, of whom no nationality is told, behind the predicate?"""
        captives, given, tokens = self.pack.word_class("captive"), self.pack.word_class("in-return"), self.a.tokens
        at = next((i for i in range(pred.last, self.thread.sentence_end) if tokens[i].fold in given), None)
        return at is not None and any(not bases(t.fold).isdisjoint(captives) for t in tokens[at + 1 : at + _SWAPPED])

    def _at_request(self, parsed: Parsed, made: list[Draft]) -> list[Draft]:
        """ "سلمت المكسيك المطلوبين بناء على طلب واشنطن", "يزور تونس تلبية لدعوة نظيره": who asked for what is told, of those who do it."""
        out: list[Draft] = []
        for pred, a in ((p, a) for p in parsed.preds for a in p.of_role("initiator")):
            near = range(max(0, a.mention.first - _ASKED), a.mention.first)
            phrases = ((i, p) for i in near if (p := self.pack.phrase_at(self.a.tokens, i)) is not None and p.cls == "initiator")
            start, frame = next(((i, self.pack.frames[p.value]) for i, p in phrases if p.value in self.pack.frames), (0, None))
            if frame is None or not (a.mention.country and self.thread.can_act(a.mention)) or self.status_of.of(pred)[0] == "denied":
                continue
            if _is_held(pred):
                continue  # whose call it is, which its initiator tells
            doers = self._asked_to_do(pred, made, parsed)
            if not doers or any(m.country == a.mention.country for m in doers):
                continue
            out.append(self._act_of(pred, frame, {"actor": [a.mention], "recipient": doers}, start, parsed, len(made) + len(out)))
        return out

    def _at_request_apart(self, parsed: Parsed, made: list[Draft], asked: Sequence[Draft]) -> list[Draft]:
        """ "الاجتماع جاء بناء على طلب من تونس", "استجابة لطلب الرئيس التونسي، أعلنت …": the same where no predicate takes the asker as its own;
        those who do it are then whom the sentence names last before these words, or who acts first behind them."""
        out: list[Draft] = []
        first, last = parsed.sentence.first, parsed.sentence.last
        for unit in parsed.units:
            i, frame = unit.first, self.pack.frames.get(unit.phrase.value) if unit.phrase is not None and unit.is_phrase(("initiator",)) else None
            if frame is None or any(d.span.start <= self.a.tokens[i].start < d.span.stop for d in asked):
                continue
            behind = self.thread.within(unit.last, min(last, unit.last + _ASKER))
            who = next((m for m in behind if m.country and (self.thread.can_act(m) or m.kind == "demonym")), None)
            pred = next((p for p in reversed(parsed.preds) if p.first < i), parsed.preds[0] if parsed.preds else None)
            if who is None or pred is None or _is_held(pred) or self.status_of.of(pred)[0] == "denied":
                continue
            acts = [m for m in self.thread.within(first, i) if m.kind != "place" and self.thread.can_act(m)]
            after = (a.mention for p in parsed.preds if p.first > who.last for a in self.thread.subject(p))
            doers = [m for m in (*self._asked_to_do(pred, made, parsed), *reversed(acts), *after) if m.country and m.country != who.country]
            asker = replace(who, kind="state") if who.kind == "demonym" else who
            if not doers and frame.mode == "meet":
                continue  # "بدعوة من أمير المنطقة": of his own people
            parts = {"actor": [asker], "recipient": doers[:1]}
            out.append(self._act_of(pred, frame, parts, i, parsed, len(made) + len(asked) + len(out)))
        return out

    def _on_charges(self, parsed: Parsed, made: Sequence[Draft]) -> list[Draft]:
        """ "أغلقت مالي مكاتب المنظمة بتهمة التجسس", "احتجزت سفينة بزعم تلويثها المياه": of what those are charged who are punished or whose things
        are taken; an arrest is by itself one on a charge."""
        out: list[Draft] = []
        tokens, words, frame = self.a.tokens, self.pack.word_class("on-charge"), self.pack.frames.get(_ON_CHARGE)
        for i in range(parsed.sentence.first, parsed.sentence.last if frame is not None else 0):
            if tokens[i].fold not in words:
                continue
            act = next((d for d in reversed(made) if d.pred.first < i), None)
            said = act is not None and any(act.pred.first < p.first < i and p.kind == "verb" and p.clause.kind != "rel" for p in parsed.preds)
            if act is None or frame is None or said or act.status != "happened" or (act.type, act.mode) not in _CHARGED_FOR:
                continue
            parts = {end: list(act.parts.get(end, ())) for end in ("actor", "recipient")}
            if all(parts.values()) and not any(d.type == "ACCUSE" and d.pred.first > act.pred.first for d in made):
                told = self._act_of(act.pred, frame, parts, i, parsed, len(made) + len(out))
                last = min(parsed.sentence.last, i + _CHARGE)
                out.append(replace(told, background=act.background, date=act.date, span=Span(tokens[i].start, tokens[last - 1].stop)))
        return out

    def _act_of(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]], start: int, parsed: Parsed, nth: int) -> Draft:
        """The act in words that those from token `start` on tell, beside another."""
        return Draft(
            pred,
            frame,
            type=frame.type or "",
            mode=frame.mode,
            status="happened",
            change=None,
            background=self.status_of.background(pred, pred.clause.background, self.setting.date(pred), "happened"),  # as what was done at it
            parts=parts,
            initiator=None,
            date=None,
            place=None,
            about=[],
            said_by=self.voices.said_by(pred, frame, parts),
            span=Span(self.a.tokens[start].start, self.a.tokens[parts["actor"][0].last - 1].stop),
            item=parsed.sentence.item,
            order=len(self.thread.drafts) + nth,
            sentence=parsed.sentence.first,
        )

    def _asked_to_do(self, pred: Pred, made: list[Draft], parsed: Parsed) -> list[Mention]:
        """Who does what somebody asked for: the actors of the event that the predicate or a noun of its own tells, else its subject, or that of
        the relative clause before it ("العمليات التي تقوم بها فرنسا تأتي بناء على طلب …"), or whose noun it is ("التدخل السعودي كان بطلب …")."""
        own = (d for d in made if pred in (d.pred, d.pred.governor) or d.pred is pred.governor)
        doers = next((found for d in own if (found := d.parts.get("actor"))), None)
        if doers:
            return doers
        before = [p for p in parsed.preds if p.kind == "verb" and p.first < pred.first][-1:]
        told = [*self.thread.subject(pred), *(a for p in before if p.clause.kind == "rel" for a in p.subject)]
        told += [a for p in (pred, *pred.children) for a in p.of_role("genitive")]
        return [a.mention for a in told if a.mention.country and (self.thread.can_act(a.mention) or a.mention.kind == "demonym")][:1]

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

    def _elsewhere(self, parsed: Parsed, games: int) -> bool:
        """A sentence of the sport or culture page, or of a chronicle of years: its attacks and meetings are none of ours."""
        if self._chronicle and self._is_dated_by_year(parsed.sentence):
            return True
        return len(self._sport) >= _SPORT_PAGE or games == parsed.sentence.first

    def _games_from(self, sentence: Sentence) -> int:
        """The token from which a sentence tells of sport or culture: where the part between commas begins in which its first word of that stands; its
        end where it has none. "طلبت الحكومة من مجلس الأمن عقد جلسة، وعاد المنتخب إلى بلاده" has told of the Council before."""
        first, last, tokens = sentence.first, sentence.last, self.a.tokens
        game = next((i for i in self._sport if first <= i < last), last)
        if game == last or any(t.fold in self.pack.word_class("no-game") for t in tokens[first:last]):
            return last  # "دراجة مفخخة في ملعب لكرة القدم"
        return next((i + 1 for i in range(game - 1, first, -1) if tokens[i].fold in COMMA), first)

    def _is_no_sport(self, i: int) -> bool:
        """Has a word of sport or culture another sense beside its neighbour ("نادي الأسير", "اجتماعها الدوري", "الممثل الشرعي")?"""
        tokens, pairs = self.a.tokens, self.pack.word_class("no-sport")
        beside = [f"{a.fold} {b.fold}" for a, b in itertools.pairwise(tokens[max(0, i - 1) : i + 2])]
        return any(pair in pairs for pair in beside)

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

    @staticmethod
    def _tells_of(draft: Draft, made: Sequence[Draft]) -> bool:
        """ "العقوبات التي فرضتها واشنطن على إيران": a verb that tells by whom and on whom the act was that its noun has named is that act."""
        pred = draft.pred
        named = pred.clause.antecedent if pred.kind == "verb" and pred.clause.kind == "rel" and pred.clause.verb is pred else None
        same = next((d for d in made if d.pred is named and d.type == draft.type), None) if isinstance(named, Pred) else None
        if same is None or (same.status == "denied") != (draft.status == "denied"):
            return False
        if same.frame.objects and same.frame.genitive == "object" and same.frame is not draft.frame:
            return False  # "اعتراض مسيرة أطلقها الحوثيون": the clause describes what was stopped
        theirs, ours = refs(draft.parts, "actor", "recipient"), refs(same.parts, "actor", "recipient")
        if ours <= theirs:
            same.parts |= {end: list(draft.parts[end]) for end in ("actor", "recipient") if draft.parts.get(end)}
        same.background, same.date, same.place = same.background or draft.background, same.date or draft.date, same.place or draft.place
        same.span = Span(min(same.span.start, draft.span.start), max(same.span.stop, draft.span.stop))
        return True

    @staticmethod
    def _is_its_text(draft: Draft, made: Sequence[Draft]) -> bool:
        """ "تبنى المجلس قرارا يصادق على الاتفاق مع إيران", "وافق على مشروع قرار يمدد المهمة": what a text that is adopted agrees to is agreed to by
        adopting it."""
        clause = draft.pred.clause
        told = clause.antecedent if clause.kind == "rel" and clause.verb is draft.pred and draft.type == "AGREE" else None
        over = next((p for p in governors(told) if p.kind == "verb"), None) if isinstance(told, Pred) else clause.parent and clause.parent.verb
        outer = next((d for d in made if d.pred is over and d.type == "AGREE" and d.status == draft.status), None) if clause.kind == "rel" else None
        if outer is None or "actor" in outer.frame.parts.values():
            return False  # "وقع الوزيران بيانا تعهدا فيه": what two sign they have agreed, and what they promise in it beside
        if draft.type != "AGREE" or draft.pred.subject or not refs(draft.parts, "actor") <= refs(outer.parts, "actor"):
            return False
        known = refs(outer.parts, "actor", "recipient")
        outer.parts.setdefault("recipient", []).extend(m for m in draft.parts.get("recipient", ()) if known.isdisjoint(m.entities))
        return True

    def _is_own_judgement(self, draft: Draft, made: Sequence[Draft]) -> bool:
        """ "رفض السفير الإجراء واصفا إياه بالمتسرع", "انتقد ما وصفه باللعبة": by what name somebody calls what he refuses or condemns in the same
        breath is no second act."""
        if draft.type != "ACCUSE" or fold(draft.pred.lemma) not in self.pack.word_class("describing"):
            return False
        before = [d for d in made if d.type in ("REJECT", "ACCUSE") and d is not draft and d.pred.first < draft.pred.first]
        return any(refs(d.parts, "actor") == refs(draft.parts, "actor") and d.status == draft.status for d in before)

    def _is_guests(self, draft: Draft, made: Sequence[Draft]) -> bool:
        """ "استقبل وفدا بريطانيا يزور طشقند", "استقبل الوزير الذي سلمه رسالة": a clause tells of a guest that he is on a visit or brings a letter,
        which is the meeting that has been told."""
        clause, verb = draft.pred.clause, draft.pred.clause.verb
        told = clause.antecedent.mention if clause.kind == "rel" and isinstance(clause.antecedent, Arg) else None
        past = draft.mode == "visit" and verb is not None and self._is_past(verb)
        if draft.type != "CONSULT" or told is None or past or draft.status not in ("happened", "ongoing"):
            return False
        who = self.thread.countries(draft.parts, "actor") | self.thread.countries(draft.parts, "recipient")
        alike = (draft.status, "happened")
        met = (d for d in made if d.type == "CONSULT" and d.mode != "visit" and told in d.parts.get("actor", ()) and d.status in alike)
        return any(len(who) > 1 and who == self.thread.countries(d.parts, "actor") for d in met)

    def _nested(self, draft: Draft, made: list[Draft]) -> bool:
        """ "a round of talks", "a deal on a ceasefire": the inner noun tells the same act; what it adds goes to the outer one."""
        pred = draft.pred
        if self._tells_of(draft, made) or self._is_guests(draft, made) or self._is_its_text(draft, made):
            return True
        if pred.link in ANSWERED:
            return False  # "قصفت تركيا مواقع الحزب ردا على مقتل شرطيين": another's act
        decided = next((d for d in made if d.pred is pred.governor and d.type == draft.type == "SANCTION"), None)
        if decided is not None and decided.frame.parts.get(fold(pred.link)) == "recipient":
            return True  # "وافق على إدراج الوزير على قائمة العقوبات"
        marched = draft.type == "PROTEST" and pred.link == "subj"  # "خرجت مظاهرات"
        if pred.kind != "noun" or pred.governor is None or (
            pred.link not in ("gen", "obj") and draft.type != "ASSAULT" and not marched and not is_round_of(pred, self.pack)
        ):
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
        if outer.frame.verdict and refs(outer.parts, "actor").isdisjoint(refs(draft.parts, "actor")):
            return True  # "قال إن الاتهامات التشيكية سخيفة": whose they are does not judge them
        told_by_others = bool(refs(draft.parts, "actor")) and refs(draft.parts, "actor").isdisjoint(refs(outer.parts, "actor"))
        if outer.type == "SUPPORT" and pred.link == "obj" and told_by_others:
            return False  # "ثمن الوزير اليمني دعم السعودية لبلاده": who is praised for it
        victims = self.thread.countries(outer.parts, "recipient") - {None} if outer.type == "ASSAULT" else set()
        if outer.mode == "third-party" and draft.parts.get("actor") and not outer.parts.get("third"):  # "رعت الرياض محادثات بين روسيا وأوكرانيا"
            helpers = outer.parts.get("actor", [])
            outer.parts["third"], outer.parts["actor"] = helpers, []
            draft.parts["actor"] = [m for m in draft.parts["actor"] if m not in helpers]
        for part, mentions in draft.parts.items():
            if part == "recipient" and victims:  # "قتل سياح ألمان في هجوم في مصر": the state in which they were killed is not hit beside them
                there = {x.country for x in self.thread.states_of((*outer.parts.get("place", ()), *draft.parts.get("place", ())))}
                mentions = [m for m in mentions if m.kind != "state" or m.country not in there]
            if part == "recipient" and mentions and outer.parts.get("recipient") and pred.link == "obj":
                mentions = [m for m in mentions if any(m is a.mention for a in pred.args)]  # "منح العراق أوكرانيا قرضا، لكن مصر …": he has been told
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
        that = draft.same_as if outer.harm and outer.type == "ASSAULT" and outer.same_as is None else None
        if that is not None and that is not outer and draft.place in (None, that.place) and (_is_mutual(that) or not _is_mutual(draft)):
            outer.same_as = that  # "قتل خمسة في الهجوم": in the one that was told, but "في المعارك" not in a raid
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
        frames = () if pred.types <= _UNTYPED else self.words.nearest_first(pred)
        if not any(f.type for f in frames) or self._asked(pred, parsed):  # asked before the status: of most predicates the words are not there
            return None
        status, change, background = self.status_of.of(pred)
        threatens = status is None and pred.future == "hypothetical" and not pred.negated  # "قد نلجأ إلى القوة" is a threat that has been made
        if status is None and not threatens:
            return None
        tries = [(f, False) for f in frames] + [(f, True) for f in frames if f.type in UNMET and "recipient" in f.needs]
        for frame, resort in tries:
            if threatens and not (frame.type == "THREATEN" and frame.status):
                continue
            if not frame.type:
                if not frame.say and not frame.relation:
                    return None  # a frame that only says what the words do not mean
                continue
            told = status or frame.status
            draft = self._fit(pred, frame, told, change, background, parsed, made, resort=resort) if told is not None else None
            if draft is not None:
                return draft
        return None

    def _judgement(self, pred: Pred, parsed: Parsed, made: list[Draft]) -> Draft | None:
        """ "قال إن روسيا دولة إرهابية": what is said of another is an act of who says it."""
        if pred.kind == "noun" or pred.content_start < 0 or pred.negated or not pred.says:
            return None
        found = self.verdicts.of(pred, parsed)
        if found is None or self.status_of.of(pred)[0] != "happened" or not self.words.fits(pred, found[0]):
            return None
        frame, judged, words = found
        parts = {"actor": [a.mention for a in self.thread.speaker(pred)], "recipient": list(judged)}
        home = {m.country for m in parts["actor"]}
        if is_stance(frame):  # "إن بلاده مستعدة للحوار": of himself, not of another
            if not parts["actor"] or any(m.country not in home for m in judged):
                return None
            parts["recipient"] = promised_to(self.missing.search, Case(pred, frame, {"actor": parts["actor"]}, made, False))
        elif frame.type == "REQUEST" and any(m.country in home for m in judged):
            return None  # "إن على بلاده أن": his own duty
        elif not self._aim_judgement(pred, frame, parts, parsed, made):
            return None
        draft = self._fit(pred, frame, "happened", None, pred.clause.background, parsed, made, parts)
        if draft is not None:  # its evidence are also its words; of one that stands behind "and that" these alone
            first, stop = self.a.tokens[words.start].start, self.a.tokens[words.stop - 1].stop
            apart = words.start > pred.content_start
            draft.span = Span(first, stop) if apart else Span(min(draft.span.start, first), max(draft.span.stop, stop))
        return draft

    def _aim_judgement(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]], parsed: Parsed, made: list[Draft]) -> bool:
        """Puts among the parts who is judged, where the judgement's own clause leaves that open; is anybody then?"""
        home = {m.country for m in parts["actor"]}
        if frame.object:  # "لا يمكن القبول بشروط كندا": who is meant stands behind the words
            parts["recipient"] = [m for m in parts["recipient"] if m.country not in home]
        if not parts["recipient"] and frame.object:
            behind = self.thread.within(pred.content_start, min(parsed.sentence.last, pred.content_start + _REACH))
            others = [m for m in behind if self.thread.can_act(m) or m.kind == "demonym"]
            parts["recipient"] = [replace(m, kind="state") if m.kind == "demonym" else m for m in others if m.country not in home][:1]
        elif not parts["recipient"]:
            parts["recipient"] = answered(self.missing.search, parts, made)
            if frame.type == "ACCUSE" and not parts["recipient"]:
                parts["recipient"] = meant_by_this(self.missing.search, parts, made)
        return bool(parts["recipient"])

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
        resort: bool = False,
    ) -> Draft | None:
        """The event of a predicate by one frame, whose words stand there; given: its parties, where they are known already; resort: as in `Claim`."""
        refused = bool(frame.negated and status == "denied" and (pred.negated or (pred.governor is not None and pred.governor.negated)))
        claim = Claim(pred, frame, status, parsed, refused, resort=resort)
        if self.gates.bar("words", claim):
            return None
        claim.parts = given if given is not None else self.parts_of.of(pred, frame)
        own = {end: list(ms) for end, ms in claim.parts.items()}  # before others are looked for elsewhere
        barred = self.gates.bar("found", claim) or self._is_that_deed(claim, made)
        resumed = None if barred else self._take_up(claim, made)
        if barred or not self._supply(claim, made, given is not None) or self.gates.bar("whole", claim):
            self.echoes.heard.append(Echo(pred, frame, status, own, self.evidence(pred, parsed)))
            return None
        status, date = self._time(claim)
        if date is not None and self._is_history(date):
            return None
        if status == "hypothetical" or (status == "proposed" and frame.type not in ("CONSULT", "COOPERATE", "AID")):
            return None
        background = self.status_of.background(pred, background, date, status) or self._is_known(claim, status, date)
        parts = claim.parts
        kind, mode = frame.type or "", frame.mode
        if refused:  # "لم يعتمد المجلس مشروع القرار"
            same = frame.mode if frame.negated == frame.type else None
            kind, mode, status = frame.negated or "", "meet" if frame.type == "CONSULT" else same, "happened"
        said_by = self.voices.said_by(pred, frame, parts)
        span = self.evidence(pred, parsed)
        who = refs(parts, "actor", "recipient")
        calls = kind == "CONSULT" and mode is None and self._are_calls(pred, parts)
        if calls or (frame.type == "CONSULT" and self.words.has(pred, self.pack.word_class("phone"))):
            mode = "phone"
        elif kind == "CONSULT" and mode is None and self._is_of_a_body(pred, who):
            mode = "multilateral"  # "جلسة لمجلس الأمن", "اجتماعات رابطة آسيان"
        elif kind == "CONSULT" and mode is None and len(who) > 1 and not parts.get("third"):
            parts["third"] = self._hosts(pred, parts)
        place = self.setting.place(pred, parts, frame, status) if mode != "phone" else None  # "حذره في مكالمة من التدخل في ليبيا"
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
            same_as=resumed or self._toll_of(claim, date, place, made),
            contexts=list(frame.contexts),
        )

    # ------------------------------------------------------------------ with whom

    def _take_up(self, claim: Claim, made: list[Draft]) -> Draft | None:
        """The earlier event that a noun takes up again ("the meeting", "this attack"), whose parties it then has; the claim's parts are changed."""
        pred, frame = claim.pred, claim.frame
        resumed: Draft | None = None
        carrier = self._carrier(pred, made)
        if pred.kind == "noun" and frame.type == "CONSULT":
            resumed = self._that_meeting(claim, made)
        if frame.type == "CONSULT" and frame.object == "actor" and pred.kind == "verb" and len(pred.args) and not pred.of_role("object"):
            self._add_visitor(pred, claim.parts, made)
            self._add_carried(pred, claim.parts)
        if frame.type in (*RESUMED, "COERCE") and pred.kind == "noun":
            this, claimed = self._is_this(pred), self._is_claimed(claim)
            if this or claimed or not claim.at("actor"):
                resumed = self._told_before(pred, frame, {} if this else claim.parts, made)
            if claimed and resumed is not None and any(e not in refs(claim.parts, "actor") for e in self._named(resumed.parts)):
                resumed = None  # it has been told who did that
            if this and resumed is not None:  # "وأدى هذا الهجوم إلى …": the one that was told, by those who did it
                claim.parts = {p: list(ms) for p, ms in resumed.parts.items()}
        if frame.type == "SANCTION" and pred.kind == "noun" and (whole := self._measures_told(pred, made)) is not None:
            resumed = whole
            claim.parts = {p: list(ms) for p, ms in whole.parts.items()}
        described = pred.governor is not None and pred.governor.clause.kind == "rel"  # "الاتفاق الذي تم توقيعه في جوبا": another's
        gathered = self._took_place(pred) and frame.type not in DEEDS  # "تم منح السفير مهلة": that is no act of a meeting
        if gathered and not claim.at("actor") and self.thread.last_meeting is not None and carrier is None and not described:
            carrier = self.thread.last_meeting
        if carrier is not None and not claim.at("actor"):
            claim.parts["actor"] = list(carrier.parts.get("actor", ()))
        return resumed

    def _measures_told(self, pred: Pred, made: list[Draft]) -> Draft | None:
        """ "فرضت كندا عقوبات على مالي. وتشمل العقوبات تجميد الأصول": the sanctions told of before, of which the act is only told to be a part."""
        over = pred.governor
        if over is None or pred.link != "obj" or over.lemma not in self.pack.word_class("contains"):
            return None
        near = self.a.tokens[max(self.thread.sentence_start, over.first - _NEAR_BLAST) : pred.first]
        that = (t for t in near if t.fold.startswith("ال") and not bases(t.fold).isdisjoint(self.pack.word_class("measures")))
        if next(that, None) is None:
            return None
        return next((d for d in reversed([*self.thread.drafts[-_REACH:], *made]) if d.type == "SANCTION" and d.parts.get("actor")), None)

    def _toll_of(self, claim: Claim, date: When | None, place: str | None, made: Sequence[Draft]) -> Draft | None:
        """ "هاجم مسلحون مركزا للشرطة. وقتل ثلاثة جنود", "شنت غارات أدت إلى مقتل مدنيين": the attack told right before whose toll it is, where nobody
        is told to have done it and neither victims, day nor place are others'."""
        pred, tokens = claim.pred, self.a.tokens
        own = any("ASSAULT" in c.types and not c.definite for c in pred.children)  # "قتل خمسة في هجوم": in one that is told here
        if not self._is_harm(claim) or own or claim.at("actor") or claim.status not in ("happened", "told") or pred.link.startswith("time"):
            return None
        before = next((d for d in reversed([*self.thread.drafts[-_REACH:], *made]) if d.type == "ASSAULT"), None)
        if before is None or before.status not in ("happened", "told", "ongoing") or pred.first - before.pred.last > _NEAR_TOLL:
            return None
        day = before.date.value if before.date is not None else self.a.day or ""
        if date is not None and date.value[:10] != day[:10]:
            return None
        others = self.pack.word_class("another-one")
        if any(not bases(t.fold).isdisjoint(others) for t in tokens[max(before.pred.last, self.thread.sentence_start) : pred.last + _NEAR_BLAST]):
            return None
        over = pred.governor
        brought = over is not None and over.kind == "verb" and "passive" in over.operates and not over.subject
        if brought and before.pred.first >= self.thread.sentence_start:
            return before  # "مما أدى إلى مقتل خمسة"
        if place is not None and before.place is not None and place != before.place:
            return None
        hit = self.thread.countries({"recipient": [a.mention for a in pred.args if a.mention in claim.at("recipient")]}, "recipient") - {None}
        theirs = self.thread.countries(before.parts, "recipient") - {None}
        return before if not hit or hit & theirs else None

    def _is_harm(self, claim: Claim) -> bool:
        return claim.frame.type == "ASSAULT" and fold(claim.pred.lemma) in self.pack.word_class("harm")

    def _that_meeting(self, claim: Claim, made: list[Draft]) -> Draft | None:
        """What a noun of meeting takes up: that summit, the talks told before, those before them, the visit; else its parties are looked for."""
        pred, frame, parts = claim.pred, claim.frame, claim.parts
        here = (d for d in reversed(made) if d.frame is frame and len(refs(d.parts, "actor")) > 1)  # "خلال اتصال مع نظيره، ودعا خلال الاتصال إلى"
        last = next(here, self.thread.last_meeting)
        that = self._that_summit(pred, frame, parts, made)
        if that is not None:
            claim.parts = {p: list(ms) for p, ms in that.parts.items()}
            return that
        if (
            pred.definite
            and claim.status in ("happened", "ongoing")
            and last is not None
            and (self._attended(pred) or not self._has_own_parties(pred, parts))
            and not parts.get("recipient")
            and not self.thread.relatives(pred)
        ):
            parts["actor"] = list(last.parts.get("actor", ()))  # "خلال المحادثة": the one that was told before
            return last
        if (former := self._the_one_before(pred, parts)) is not None:
            parts["actor"] = list(former.parts.get("actor", ()))
        elif (asks := self.status_of.called_for(pred)) is not None:
            self._invited(pred, asks, parts, made)
        elif (visit := self._the_visit(pred, frame, parts, made)) is not None:
            claim.parts = {p: list(ms) for p, ms in visit.parts.items()}
            return visit  # "سيجري البرهان، خلال الزيارة، مباحثات"
        else:
            self.parts_of.add_outer(pred, frame, parts, made)
        return None

    def _supply(self, claim: Claim, made: list[Draft], given: bool) -> bool:
        """Fills the ends that are still open; are those filled that the frame demands?"""
        pred, frame, parts = claim.pred, claim.frame, claim.parts
        if frame.type != "CONSULT":
            self.parts_of.clean(pred, parts, frame)
            if not given or not is_stance(frame):
                turned = claim.refused and frame.type not in UNADDRESSED
                does = replace(frame, type=frame.negated, mode=None) if turned else frame
                self.missing.supply(pred, does, parts, made, self._took_place(pred))  # "لم توافق على المقترح الإسرائيلي" refuses it
            return self.gates.has_needs(claim)
        self.missing.gather(pred, frame, parts, made)
        if not self.gates.has_needs(claim):
            return False
        self.parts_of.clean(pred, parts, frame)
        if frame.mode is None and len(refs(parts, "actor")) == 1:
            self._officials_too(pred, parts)
        if pred.kind == "noun" and not parts.get("actor"):
            parts["actor"] = self._by_two_nations(pred)
        if frame.mode == "third-party":
            self._through(pred, parts, made)
        return True

    @staticmethod
    def _took_place(pred: Pred) -> bool:
        """Is it subject or object of a verb that names no doer ("تم", "جرى", "عقد")?"""
        over = pred.governor.operators if pred.governor is not None and pred.link in ("subj", "obj") else ()
        return any(o.cls in ("passive", "host") for o in over)

    def _named(self, parts: Mapping[str, Sequence[Mention]]) -> set[str]:
        """Those who act, without hands that have neither name nor nation ("مسلحون")."""
        return {e for e in refs(parts, "actor") if not e.startswith("unnamed/") or self.entity(e).country}

    @staticmethod
    def _is_claimed(claim: Claim) -> bool:
        """ "أعلنت الحركة مسؤوليتها عن الهجوم", "تبنت الحركة التفجير": is only by the verb over it told who is behind the deed that is known?"""
        pred = claim.pred
        own = pred.reading.pronoun or any(a.role == "genitive" or a.prep for a in pred.args)
        return pred.definite and bool(claim.at("actor")) and not own and claim.status != "denied"

    def _is_this(self, pred: Pred) -> bool:
        return pred.first > 0 and not bases(self.a.tokens[pred.first - 1].fold).isdisjoint(self.pack.word_class("this"))

    # ------------------------------------------------------------------ when

    def _is_history(self, date: When) -> bool:
        """ "عندما أمم عبد الناصر القناة عام 1956": a generation before the report's day it is history, which a record of our years does not hold."""
        then, now = date.value[:4], (self.a.report.day or "")[:4]
        return then.isdigit() and now.isdigit() and int(now) - int(then) > _GENERATION

    def _time(self, claim: Claim) -> tuple[str, When | None]:
        """Its status and day, once both are known: what lies ahead of the report has not happened."""
        pred, frame, status = claim.pred, claim.frame, claim.status
        real = ("happened", "ongoing", "told")
        date = self.setting.date(pred)
        due = self._due(pred) if frame.type == "CONSULT" and pred.kind == "noun" and status in real else None
        if due is not None:
            status, date = "planned", date or self.setting.date(due)
        if status == "proposed" and frame.type == "CONSULT" and date is not None and self._is_called(pred, date):
            status = "planned"
        told = next((p for p in (pred, *governors(pred)) if p.reading.verb is not None), None)
        over = told is None or self._is_past(told)  # "وصل الخميس لإجراء محادثات"
        if status == "planned" and date is not None and date.basis == "weekday" and date.value < (self.a.day or "") and not over:
            date = week_on(date)  # "من المقرر أن يبحث الملف يوم الثلاثاء"
        if status in real and date is not None and self.status_of.lies_ahead(date):
            done = self._is_past(pred) and pred.kind == "verb" and pred.future not in AHEAD
            status, date = (status, None) if done else ("planned", date)  # "تستضيف غدا"; but "طلبت منهم المغادرة غدا"
        return frame.status or (pred.future if pred.future in AHEAD and status in real else status), date

    def _is_known(self, claim: Claim, status: str, date: When | None) -> bool:
        """Is it told as something known, against which the news stands?"""
        pred, frame = claim.pred, claim.frame
        if status == "happened" and date is None:
            if pred.kind == "noun" and pred.definite and any(self._is_past(r) for r in self.thread.relatives(pred)):
                return True  # "الدعوة التي وجهتها"
            told = pred.clause.antecedent if pred.kind == "verb" and pred.clause.kind == "rel" else None
            if isinstance(told, Pred) and told.definite and self._is_past(pred):
                return True  # "العقوبات التي أقرتها"
            over = pred.governor if pred.kind == "noun" and pred.clause.kind == "rel" else None
            outcome = fold(pred.link) == _TO  # "مما أدى إلى مقتل جندي": what it led to is as new as itself
            if over is not None and over is pred.clause.verb and "passive" in over.operates and self._is_past(over) and not outcome:
                return True  # "الاتفاق الذي تم التوصل إليه"
            if self._describes_known(pred):
                return True  # "السفير الذي طردته"
        over = pred.governor
        carried = over is not None and over.kind == "verb" and over.clause.kind == "root" and bool(self.subject(over))  # "يواصل الجيش قصف المدينة"
        undated = date is None or len(date.value) < 10 or date.end is not None
        if status == "ongoing" and frame.type == "ASSAULT" and pred.kind == "noun" and undated and not carried:
            return True  # a war that goes on is what news is told against
        if frame.type == "ASSAULT" and "recipient" in frame.needs and _names_war(pred) and (date is None or len(date.value) < 10):
            return True  # a war that has a name
        # "the group" was brought up as background
        return date is None and self.thread.group_background and any(m.rule == "back.group" for m in claim.at("actor"))

    @staticmethod
    def _is_past(pred: Pred) -> bool:
        return pred.reading.verb is not None and pred.reading.verb.tense == "past"

    def _describes_known(self, pred: Pred) -> bool:
        """Does a past verb tell which definite thing is meant by what was done to it ("المبادرة التي طرحتها كينيا")?"""
        if pred.kind != "verb" or not self._is_past(pred) or pred.clause.kind != "rel" or pred.first < 2:
            return False
        if not pred.reading.pronoun and pred.lemma not in self.pack.word_class("kills"):
            return False
        return self.thread.is_definite(pred.first - 2)

    def _is_called(self, noun: Pred, day: When) -> bool:
        """ "دعا إلى قمة في الأول من يوليو", "دعا إلى اجتماع يعقد غدا": a meeting that somebody calls for a day is due then."""
        over = noun.governor
        over = over.governor if over is not None and over.kind == "noun" and "light" in over.operates else over
        to_come = not self.a.day or day.value >= self.a.day[: len(day.value)]
        return to_come and over is not None and over.kind == "verb" and fold(over.lemma) in self.pack.word_class("calls-together")

    def _due(self, noun: Pred) -> Pred | None:
        """ "قمة من المقرر أن تعقد الخميس": the verb that tells that the meeting just named is still to be held."""
        behind = next((p for p in self.thread.preds if p.first > noun.last and p.kind == "verb"), None)
        if behind is None or behind.first - noun.last > _REACH or behind.future != "planned" or behind.subject or behind.clause.kind != "comp":
            return None
        if behind.reading.verb is not None and behind.reading.verb.tense == "future":
            return None  # "قال خلال اجتماع مع نظيره إن الانتخابات ستجرى": of what is said there
        held = not behind.operates.isdisjoint(("passive", "host")) or fold(behind.lemma) in self.pack.word_class("holds")
        return behind if behind.clause.parent is noun.clause and held else None

    def _invited(self, pred: Pred, asks: Pred, parts: dict[str, list[Mention]], made: Sequence[Draft]) -> None:
        """Who is to meet where a meeting is called for: whose it is by its own words, else those who are called, and who calls one man."""
        met = {prep for f in pred.frames for prep, part in f.parts.items() if part == "actor"}
        own = [a.mention for a in pred.args if a.role == "genitive" or fold(a.prep) in met]
        called = next((d.parts.get("recipient", []) for d in made if d.pred is asks and d.type == "REQUEST"), [])
        who = [m for m in own if self.thread.can_act(m)] or list(called)
        bodies = bool(who) and all(self.thread.entity(e).kind == "organisation" for m in who for e in m.entities)
        caller = [a.mention for a in self.thread.subject(asks)]
        one = len({e for m in who for e in m.entities}) == 1 and not bodies
        parts["actor"] = [*(caller if one else ()), *who] if who else [m for m in map(self._own_body, caller) if m is not None]

    def _own_body(self, m: Mention) -> Mention | None:
        """ "دعا الأمين العام للجامعة إلى اجتماع طارئ": the body of several states that whoever calls it together heads, or is."""
        ref = m.entities[0] if m.kind == "organisation" and len(m.entities) == 1 else m.of if m.kind in ("person", "role") else None
        entity = self.entity(ref) if ref is not None and ref.startswith("org/") else None
        if entity is None or entity.kind != "organisation" or entity.country not in OF_NO_STATE:
            return None
        return replace(m, entities=(entity.id,), kind="organisation", country=entity.country, role=None)

    def _attended(self, pred: Pred) -> bool:
        """ "حضر الاستقبال …": those who were present at the meeting that was told are no meeting of their own."""
        return pred.governor is not None and pred.governor.lemma in self.pack.word_class("attend") and pred.definite

    def _the_visit(self, pred: Pred, frame: Frame, parts: Mapping[str, Sequence[Mention]], made: Sequence[Draft]) -> Draft | None:
        """The visit told before, where it is named again ("خلال الزيارة", "زيارته", "البيان الصادر بمناسبة الزيارة")."""
        visit, whose = next((d for d in reversed(made) if d.mode == "visit"), self.thread.last_visit), pred.of_role("genitive")
        known = pred.definite or (bool(whose) and not pred.reading.prep)
        if visit is None or frame.mode != "visit" or not known or parts.get("recipient") or pred.first - visit.pred.first > 4 * NEAR:
            return None
        who, visitors = refs(parts, "actor"), refs(visit.parts, "actor")
        if whose:  # "وتأتي زيارة الوزير قبل …"
            again = bool(who) and who <= visitors and self.setting.date(pred) is None and visit.status != "denied"  # also one that may be
        else:
            again = not who or not who.isdisjoint(visitors)
        return visit if again else None

    def _add_visitor(self, pred: Pred, parts: dict[str, list[Mention]], made: Sequence[Draft]) -> None:
        """ "زار طهران. والتقى الرئيس الإيراني", "وكان قد التقى الرئيس", "جاء ذلك خلال زيارة الوزير لطهران حيث التقى الرئيس": where one party alone
        stands behind a joined verb, the visitor met him."""
        visit = next((d for d in reversed(made) if d.mode == "visit"), self.thread.last_visit)
        there = pred.first > 0 and self.a.tokens[pred.first - 1].fold in self.pack.word_class("where-to")
        expected = pred.future == "planned" and pred.clause.kind == "comp"  # "كما من المقرر أن يلتقي"
        goes_on = there or pred.reading.conj == AND or pred.was or expected
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
        who = refs(parts, "actor") if not self._is_this(pred) else set()
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

    def _are_calls(self, pred: Pred, parts: Mapping[str, Sequence[Mention]]) -> bool:
        """ "أجرى الوزير اتصالات مع نظيريه": men have calls, where states and their authorities have contacts of any kind."""
        who = parts.get("actor", ())
        return fold(pred.lemma) in self.pack.word_class("men-call") and bool(who) and all(m.kind == "person" for m in who)

    def _is_of_a_body(self, pred: Pred, who: Collection[str]) -> bool:
        """Do the parties to a meeting sit in one body of many states, or is it that body's own meeting?"""
        own = {e for a in pred.of_role("genitive") for e in a.mention.entities} if pred.kind == "noun" else set()
        return any(len(some) == 1 and all(self.entity(e).kind == "organisation" for e in some) for some in (who, own))

    def _hosts(self, pred: Pred, parts: Mapping[str, Sequence[Mention]]) -> list[Mention]:
        """ "استضافت الدوحة محادثات بين كابل وطالبان", "لقاءات استضافتها مسقط": who has others meet, and is no party to it."""
        over = pred.governor
        beyond = over.governor if over is not None and over.kind == "noun" else None  # "استضافت جولة محادثات"
        verbs = [p for p in (over, beyond, *self.thread.relatives(pred)) if p is not None]
        met = self.thread.countries(parts, "actor") | self.thread.countries(parts, "recipient")
        hosts = (a.mention for p in verbs if p.kind == "verb" and "host" in p.operates for a in self.thread.subject(p))
        return [m for m in self.thread.states_of(hosts) if {self.entity(e).country for e in m.entities}.isdisjoint(met)]

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
        hit, day = self.thread.countries(parts, "recipient") - {None}, self.setting.date(pred)
        for d in reversed([*self.thread.drafts[-12:], *made]):
            theirs = self.thread.countries(d.parts, "recipient") - {None}
            alike = d.type == frame.type and (frame.type != "COERCE" or d.mode == frame.mode)  # "الانقلاب" is no arrest
            if alike and d.status != "denied" and (not hit or not theirs or hit & theirs):
                return d if day is None or d.date is None or day.value[:10] == d.date.value[:10] else None
        return None

    def _is_that_deed(self, claim: Claim, made: list[Draft]) -> bool:
        """ "اقتحم محتجون القنصلية. … وصل الوزير بعد الاعتداء": a definite noun of attack that by itself names nobody, no day and no place means the
        storming told right before it, which is no attack of another kind besides."""
        pred = claim.pred
        bare = pred.definite and not pred.reading.pronoun and not pred.args and not pred.dates and not self.thread.relatives(pred)
        if claim.frame.type != "ASSAULT" or pred.kind != "noun" or not bare or not pred.link.startswith(("time", "cause")):
            return False
        before = next((d for d in reversed([*self.thread.drafts[-_REACH:], *made]) if d.type in (*RESUMED, "COERCE")), None)
        return before is not None and before.status == "happened" and (before.mode == "riot" or (before.type == "COERCE" and before.mode is None))

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
            # of outlets only those that were silenced are left, see `Parts.clean`
            for e in m.entities if m.kind in ACTOR_KINDS or m.kind == "outlet" else ((m.stands_for,) if m.stands_for else ()):
                entity = self.thread.entity(e)
                country = entity.country or m.country
                out.setdefault(e, Participant(e, country, m.role, m.text, m.span))
            if m.kind == "role" and not m.entities:
                out.setdefault(m.text, Participant(None, m.country, m.role, m.text, m.span))
        return tuple(out.values())


def _is_held(pred: Pred) -> bool:
    """ "المكالمة جرت بطلب من الجانب الروسي": does the verb only tell that a meeting or call took place?"""
    return "passive" in pred.operates and any(c.link == "subj" and "CONSULT" in c.types for c in pred.children)


def _is_own_order(d: Draft, made: Sequence[Draft]) -> bool:
    """ "أمرت بتعليق البث": an order to nobody, or to whom it hits, whose deed is coded as the orderer's own."""
    if d.type != "REQUEST" or "decide" not in d.pred.operates:
        return False
    asked = refs(d.parts, "recipient")  # "أمرت بطرد خمسة دبلوماسيين روس": whom the deed hits was not asked for it
    mine, theirs = ({m.country for m in d.parts.get(end, ())} for end in ("actor", "recipient"))
    own = theirs <= mine  # "أمر الرئيس وزارة الخزانة بتشديد العقوبات": the deed is his state's
    done = (x for x in made if x.type in _ORDERED and any(p is x.pred for p in below(d.pred)))
    return any((own and x.type not in ("RETREAT", "CONCEDE")) or asked <= refs(x.parts, "recipient") for x in done)


def _is_demanded(draft: Draft, made: Sequence[Draft]) -> bool:
    """ "أمرت المحكمة إسرائيل بالسماح بدخول المساعدات": what others are told to do, who ordered it has not done."""
    if draft.type not in _ORDERED:
        return False
    orders = (d for d in made if d.type == "REQUEST" and "decide" in d.pred.operates and d.pred is draft.pred.governor)
    mine = {m.country for m in draft.parts.get("actor", ())}
    asked = ({m.country for m in d.parts.get("recipient", ())} - {m.country for m in d.parts.get("actor", ())} for d in orders)
    return any(theirs and not theirs & mine for theirs in asked)


def _is_pledge(draft: Draft, made: Sequence[Draft]) -> bool:
    """Is the agreement only a pledge of aid that is coded as aid planned?"""
    over = (d.pred.governor for d in made if d.type == "AID" and d.status == "planned")
    return draft.type == "AGREE" and any(draft.pred in (p, p.governor) for p in over if p is not None)


def _is_own_plan(draft: Draft, made: Sequence[Draft]) -> bool:
    """ "وافقت الحكومة الكينية على سحب قواتها", "أيدت خطة سحب قواتها": does a body of a state only decide what its own forces will do?"""
    home = {m.country for m in draft.parts.get("actor", ())}
    if draft.type not in ("AGREE", "SUPPORT") or any(m.kind != "government-body" for m in draft.parts.get("actor", ())):
        return False
    moves = (d for d in made if d.type == "MOBILIZE" or (d.type, d.mode) == ("RETREAT", "withdraw"))  # no truce, which has another side
    below_it = (d for d in moves if draft.pred in governors(d.pred))
    return any(home == {m.country for m in d.parts.get("actor", ())} for d in below_it)


def _is_term(draft: Draft, made: Sequence[Draft]) -> bool:
    """Is the ultimatum only the time that somebody has who is sent away ("منح السفير مهلة للمغادرة")?"""
    return draft.type == "THREATEN" and any(d.mode == "expel" and d.pred is draft.pred.governor for d in made)


def _is_voted(draft: Draft, made: Sequence[Draft]) -> bool:
    """ "صوت على تأييد العقوبات": what is voted for is the matter of the vote."""
    told = draft.type == "SUPPORT" and draft.pred.kind == "noun" and draft.status not in AHEAD
    return told and any(d.type == "AGREE" and d.pred is draft.pred.governor for d in made)


def _is_mutual(d: Draft) -> bool:
    """Is it a fight, whose sides stand behind "between"?"""
    return d.frame.parts.get(BETWEEN) == "actor"


def _names_war(pred: Pred) -> bool:
    """ "الغزو الروسي لأوكرانيا": is it the name of a war?"""
    return any(a.role == "named" and a.mention.kind == "conflict" for a in pred.args)


def _is_backdrop(draft: Draft, made: Sequence[Draft]) -> bool:
    """ "ارتفعت أسعار النفط بعد الغزو الروسي لأوكرانيا": does a sentence that tells of no other act name a war?"""
    deed = draft.type == "ASSAULT" and draft.pred.kind == "noun" and "recipient" in draft.frame.needs  # not "نزاع مسلح في سوريا منذ 2011"
    return deed and _names_war(draft.pred) and len(made) == 1


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
