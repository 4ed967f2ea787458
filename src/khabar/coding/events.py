"""From predicates to events: which of them name a happening, of which type, with whom, with what status.

A verb says that something happened, will happen or did not; a verbal noun does so only where it stands in a place that makes it a
fact (object of "held", after "after", subject of "began" …). Topics and demands name acts too, but nobody says that they took place:
those are not coded.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from khabar.annotation import Annotation
from khabar.coding.tree import ACTOR_KINDS, Arg, Clause, Parsed, Pred, first_person
from khabar.model import Entity, Mention, Participant, Source, Span, Topic, When
from khabar.packs import Frame, Operator, Pack
from khabar.text import fold
from khabar.world import World

# Types whose doing is saying: whoever does it is its source, unless somebody else reports it.
SPEECH = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"))
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
}
# What hangs on a verb like this shares its subject; "reports about a coup" does not.
AIMED = SPEECH | {"SANCTION"}
_BY_NATION = frozenset(("ACCUSE", "SUPPORT", "COERCE", "RETREAT"))  # a nationality beside the object tells whom they reach
_HITS = _BY_NATION | {"SANCTION", "THREATEN", "REJECT", "PROTEST", "REQUEST"}
_AHEAD = ("planned", "hypothetical", "proposed")
_VALUED = frozenset(("SUPPORT", "REJECT"))
_ANSWERED = frozenset(("SANCTION", "COERCE", "ACCUSE", "REJECT", "ASSAULT", "THREATEN", "MOBILIZE"))
_WITHIN = 8  # tokens between a verb and the clause that describes its object
_NEAR = 120  # tokens between a proposal and the sentence that says what it is for
_COMMAS, _AND = ("،", ","), "و"
_NOT_YET = frozenset(("plan", "propose", "want", "try", "cancel", "postpone"))  # the day of saying so is not that of the act
_DEEDS = frozenset(("SANCTION", "COERCE", "ASSAULT", "MOBILIZE"))
_CLOSE = frozenset(("", "obj", "subj", "gen", "ب", "ل", "علي", "الي", "من", "بشان", "في"))
_BUILDINGS = frozenset(("palace", "airport", "base"))
_FORCE = frozenset(("ASSAULT", "PROTEST", "MOBILIZE", "COERCE"))
_TOPICS = frozenset(("RETREAT", "AGREE", "AID", "CONCEDE", "COOPERATE", "SUPPORT"))  # acts that are talked about more often than told
_PASSED_ON = frozenset(("SANCTION", "REJECT", "COERCE", "REQUEST", "THREATEN", "CONCEDE"))  # what the object noun took belongs to the act
_RESUMED = frozenset(("ASSAULT", "PROTEST"))
_ONGOING_BY_NATURE = frozenset(("ASSAULT", "PROTEST", "MOBILIZE"))


@dataclass(slots=True)
class Draft:
    """An event before it is merged with its other tellings in the report."""

    pred: Pred
    frame: Frame
    type: str
    mode: str | None
    status: str
    change: str | None
    background: bool
    parts: dict[str, list[Mention]]
    initiator: str | None
    date: When | None
    place: str | None
    about: list[Topic]
    said_by: list[Source]
    span: Span
    item: int
    order: int
    sentence: int = 0
    harm: bool = False  # told by its victims ("مقتل جندي"), not by the deed
    same_as: Draft | None = None  # the earlier telling that a definite noun takes up
    contexts: list[str] = field(default_factory=list)


class Coder:
    """Codes the parsed sentences of one report, in order; remembers who was acting and speaking."""

    def __init__(self, a: Annotation, pack: Pack, world: World) -> None:
        self.a, self.pack, self.world = a, pack, world
        self.drafts: list[Draft] = []
        self.last_subject: list[Arg] = []
        self.last_speaker: list[Arg] = []  # a body, or who spoke in a statement
        self.last_said: list[Arg] = []  # whoever spoke last
        self.last_meeting: Draft | None = None
        self.group_background = False
        self.scene: Mention | None = None  # the state in which what is told takes place
        self._preds: Sequence[Pred] = ()  # of the sentence that is being coded
        self._made: Sequence[Draft] = ()  # its events so far
        self.last_visit: Draft | None = None
        self._sentence_end = 0
        self._words: frozenset[str] | None = None  # of the whole report
        self._sport: bool | None = None  # is the whole page about sport?
        self._kept: list[Parsed] = []  # the caches below go by identity: what they know must live
        self._subjects: dict[int, list[Arg]] = {}
        self._near: dict[int, frozenset[str]] = {}  # words in a predicate's stretch

    # ---------------------------------------------------------------- one sentence

    def sentence(self, parsed: Parsed) -> list[Draft]:
        """The events of one sentence, not yet merged with other tellings; remembers its subject, speaker and meeting for the next."""
        made: list[Draft] = []
        self._kept.append(parsed)
        self._preds, self._made = parsed.preds, made
        self._sentence_end = parsed.sentence.last
        if self._elsewhere(parsed):
            return made
        self._set_scene(parsed)
        for pred in parsed.preds:
            self._subjects[id(pred)] = self._find_subject(pred, 0)
            draft = self._draft(pred, parsed, made)
            if draft and not self._nested(draft, made):
                made.append(draft)
        made = [d for d in self._sponsored(made) if not _is_pledge(d, made)]
        self._agenda(parsed, made)
        self.drafts.extend(made)
        self._remember(parsed, made)
        return made

    def _agenda(self, parsed: Parsed, made: Sequence[Draft]) -> None:
        """"من الضروري إجراء مناقشة حول …", right after a meeting was proposed: what needs to be talked about is that meeting's matter."""
        meeting = next((d for d in reversed([*self.drafts[-8:], *made]) if d.type == "CONSULT" and d.status == "proposed"), None)
        if meeting is None or parsed.sentence.first - meeting.sentence > _NEAR:
            return
        for pred in parsed.preds:
            if pred.kind == "noun" and any(f.type == "CONSULT" for f in pred.frames) and _needed(pred):
                topic = self._behind_preposition(pred)
                if topic is not None:
                    meeting.about.append(topic)

    def _set_scene(self, parsed: Parsed) -> None:
        """Where the sentence happens: "in Mali", or the label of a headline ("مالي: …"); without either, where the one before did."""
        tokens, first = self.a.tokens, parsed.sentence.first
        for m in self._within(first, parsed.sentence.last):
            state = m if m.kind == "state" else self._state_of(m) if m.kind == "place" else None
            if state is None:
                continue
            before = [w for i in range(max(first, m.first - 2), m.first) for w in _bases(tokens[i].fold)]
            label = m.first == first and m.last < len(tokens) and tokens[m.last].fold == ":"
            if label or fold(m.prep) == "ب" or any(w in self.pack.word_class("scene") for w in before):
                self.scene = state
                return

    def _peopled(self, parsed: Parsed) -> bool:
        """Does the sentence name anybody, a place or a war at all?"""
        return any(u.mention is not None and (u.mention.kind in ACTOR_KINDS or u.mention.kind in ("place", "conflict")) for u in parsed.units)

    def _elsewhere(self, parsed: Parsed) -> bool:
        """A sentence of the sport or culture page: its attacks and meetings are none of ours."""
        words = self.pack.word_class("sport")
        if self._sport is None:
            self._sport = sum(t.fold in words for t in self.a.tokens) >= 4
        return self._sport or any(self.a.tokens[i].fold in words for i in range(parsed.sentence.first, parsed.sentence.last))

    @staticmethod
    def _sponsored(made: list[Draft]) -> list[Draft]:
        """ "رعى توقيع اتفاق": who sponsors an act that is coded is its third party, not an event of his own."""
        out = []
        for d in made:
            inner = [x for x in made if x is not d and x.pred.governor is d.pred] if d.mode == "third-party" and d.pred.kind != "noun" else []
            for x in inner:
                x.parts.setdefault("third", []).extend(d.parts.get("actor", ()))
                x.date, x.place = x.date or d.date, x.place or d.place
            if not inner:
                out.append(d)
        return out

    @staticmethod
    def _nested(draft: Draft, made: list[Draft]) -> bool:
        """ "a round of talks", "a deal on a ceasefire": the inner noun tells the same act; what it adds goes to the outer one."""
        pred = draft.pred
        if pred.kind != "noun" or pred.governor is None or (pred.link not in ("gen", "obj") and draft.type != "ASSAULT"):
            return False  # "قتل في قصف", "a round of talks" are one act
        outer = next((d for d in made if d.pred is pred.governor and d.type == draft.type), None)
        if outer is None:
            return False
        for part, mentions in draft.parts.items():
            outer.parts.setdefault(part, []).extend(m for m in mentions if m not in outer.parts.get(part, ()))
        outer.mode, outer.date, outer.place = outer.mode or draft.mode, outer.date or draft.date, outer.place or draft.place
        outer.status = draft.status if outer.status == "told" else outer.status
        outer.about.extend(t for t in draft.about if t not in outer.about)
        return True

    def subject(self, pred: Pred) -> list[Arg]:
        """The grammatical subject of a predicate, explicit or carried on; [] when none can be told."""
        found = self._subjects.get(id(pred))
        return found if found is not None else self._find_subject(pred, 0)

    def _find_subject(self, pred: Pred, depth: int) -> list[Arg]:
        if depth > 6:
            return []
        if pred.kind == "verb" and first_person(pred, self.a.tokens):
            head = next((c.head for c in _up(pred.clause) if c.kind == "comp" and c.head is not None and any(f.say for f in c.head.frames)), None)
            return self.speaker(head) if head is not None else self.last_said
        if pred.subject:
            return [self._same_title(a) for a in pred.subject] if any(f.say for f in pred.frames) else pred.subject
        if any(o.cls in ("passive", "host") for o in pred.operators):
            return []  # "أنه جرى": the pronoun stands for nobody
        clause = pred.clause
        if pred.kind in ("verb", "participle"):
            if clause.verb is pred:
                if clause.topic:
                    return [t for t in clause.topic if t.role in ("topic", "subject")]
                if pred.kind == "participle":
                    return self.last_said or self.last_subject
                if clause.kind == "rel":
                    if isinstance(clause.antecedent, Arg):
                        return [clause.antecedent]
                    return []
                if any(c.link == "subj" for c in pred.children):
                    return []
                if (
                    clause.kind == "comp"
                    and clause.head is not None
                    and pred.reading.verb is not None
                    and pred.reading.verb.tense == "present"
                    and not clause.head.of_role("object")
                ):
                    return self.subject(clause.head)
                if clause.kind == "comp" and clause.head is not None and clause.head.content is not clause and not pred.strange:
                    outer, verb = clause.head.reading.verb, pred.reading.verb
                    if outer is not None and verb is not None and (outer.gender, outer.number) == (verb.gender, verb.number):
                        return self.subject(clause.head)  # "قال … بعد أن حذر من …"
                if clause.kind in ("root", "coord") or clause.quote or clause.kind == "comp":
                    return self._carried_on(pred)
            return []
        return []

    def _same_title(self, arg: Arg) -> Arg:
        """ "وقال الرئيس": the president who has been speaking, not the one whom he has just named."""
        m, last = arg.mention, self.last_said[0].mention if len(self.last_said) == 1 else None
        if last is None or m.role != last.role or m.kind != "person" or len(last.entities) != 1 or m.entities == last.entities:
            return arg
        words = {t.fold.removeprefix("ال").removesuffix("ه") for t in self.a.tokens[m.first : m.last]}
        if len(words) > 2 or words & self._adjectives or words & {fold(w) for w in self.entity(m.entities[0]).name("ar").split()}:
            return arg
        return replace(arg, mention=replace(m, entities=last.entities, country=last.country))

    @cached_property
    def _adjectives(self) -> frozenset[str]:
        return frozenset(fold(a).removesuffix("ه") for a in self.world.adjectives.values())

    def _carried_on(self, pred: Pred) -> list[Arg]:
        """A verb without subject: a dual means the two of the last meeting, else whoever acted last."""
        verb = pred.reading.verb
        if verb is None or pred.strange or any(o.cls in ("passive", "host") for o in pred.operators):
            return []
        if verb.number == "d":
            return self._pair()
        if pred.clause.kind == "comp":
            return []
        last = self.last_said if self.last_said and any(f.say for f in pred.frames) else self.last_subject
        if last and len(last) == 1 and verb.number == "s":
            return last
        if verb.number == "p" and sum(max(1, len(a.mention.entities)) for a in last) > 1:
            return last  # "وانتقدوا …": the ministers who spoke
        return []

    def _pair(self) -> list[Arg]:
        """The two whom a dual means: those of the last meeting, else those who acted together last."""
        meeting = self.last_meeting
        if meeting is not None and len(meeting.parts.get("actor", ())) >= 1:
            mentions = meeting.parts["actor"]
            if sum(len(m.entities) for m in mentions) >= 2:
                return [Arg(m, "", "subject") for m in mentions]
        return self.last_subject if len(self.last_subject) > 1 else []

    def _within(self, first: int, last: int) -> Sequence[Mention]:
        """The mentions that begin at these tokens."""
        mentions = self.a.mentions
        return mentions[bisect_left(mentions, first, key=_first) : bisect_left(mentions, last, key=_first)]

    def _before(self, i: int) -> Sequence[Mention]:
        """The mentions before token i, in order; no more than a reader keeps in mind."""
        stop = bisect_left(self.a.mentions, i, key=_first)
        return self.a.mentions[max(0, stop - 200) : stop]

    def _remember(self, parsed: Parsed, made: Sequence[Draft]) -> None:
        for draft in made:
            if draft.type == "CONSULT" and draft.status in ("happened", "ongoing", "told") and len(_refs(draft.parts, "actor")) >= 2:
                self.last_meeting = draft
            if draft.mode == "visit" and draft.parts.get("actor") and draft.same_as is None:
                self.last_visit = draft
        if any(
            m.kind in ("group", "gathering") and not m.rule.startswith("back")
            for m in self._within(parsed.sentence.first, parsed.sentence.last)
        ):
            self.group_background = bool(made) and all(d.background for d in made if d.status == "happened") and any(d.background for d in made)
        main = parsed.root.verb
        for pred in parsed.preds:
            speaks = pred.kind != "noun" and any(f.say for f in pred.frames)
            if speaks and pred.clause.kind == "part":  # "رفض غني …، موضحا أن …. وأضاف أن …"
                self.last_said = [a for a in self.subject(pred) if self._can_act(a.mention)] or self.last_said
            elif speaks and pred.clause.kind in ("root", "coord"):
                self.last_said = self.speaker(pred) or self.last_said
                speaker = [a for a in self.speaker(pred) if a.mention.kind == "government-body" or a.medium or pred.clause.medium]
                if speaker:
                    self.last_speaker = speaker
        attributed = [a for c in parsed.clauses for a in c.sources if a.medium]
        if attributed:
            self.last_speaker = attributed[-1:]  # "… وفق بلاغ للوزارة. واعتبر البلاغ …"
        if main is not None:
            subject = [s for s in self.subject(main) if s.mention.kind in ACTOR_KINDS]
            if subject:
                self.last_subject = subject
                return
        topic = [t for t in parsed.root.topic if t.mention.kind in ACTOR_KINDS and t.role == "topic"]
        if topic and parsed.clauses[1:]:
            self.last_subject = topic

    # ---------------------------------------------------------------- one predicate

    def _draft(self, pred: Pred, parsed: Parsed, made: list[Draft]) -> Draft | None:
        typed = [f for f in pred.frames if f.type]
        if not typed:
            return None
        status, change, background = self.status(pred)
        if status is None:
            return None
        for frame in pred.frames:
            if not frame.type:
                if not frame.say and not frame.relation and self._fits_words(pred, frame):
                    return None  # a frame that only says what the words do not mean
                continue
            draft = self._fit(pred, frame, status, change, background, parsed, made)
            if draft is not None:
                return draft
        return None

    def _fit(self, pred: Pred, frame: Frame, status: str, change: str | None, background: bool, parsed: Parsed, made: list[Draft]) -> Draft | None:
        if not self._fits_words(pred, frame):
            return None
        above = pred.governor
        makes = above is not None and (_carries(above, pred.link) or any(f.type == "AGREE" for f in above.frames))
        if makes and frame.type == "RETREAT" and any(f.type == "AGREE" for f in pred.frames):
            return None  # "وقع اتفاق الهدنة": the deal is made here, the truce is what it brings
        if frame.type == "THREATEN" and any(a.gap for a in pred.clause.topic):
            return None  # "تصرفات إيران تهدد المنطقة": a state of things
        if pred.kind == "noun" and not frame.factive and not self._factual(pred, frame):
            return None
        parts = self.parts(pred, frame)
        resumed: Draft | None = None
        carrier = self._carrier(pred, made)
        if pred.kind == "noun" and frame.type == "CONSULT":
            if (
                pred.definite
                and status in ("happened", "ongoing")
                and self.last_meeting is not None
                and (self._attended(pred) or not self._has_own_parties(pred, parts))
                and not parts.get("recipient")
                and not self._relative_of(pred)
            ):
                parts["actor"] = list(self.last_meeting.parts.get("actor", ()))  # "خلال المحادثة": the one that was told before
                resumed = self.last_meeting
            elif self._is_the_visit(pred, frame, parts):
                parts = {p: list(ms) for p, ms in (self.last_visit.parts.items() if self.last_visit is not None else ())}
                resumed = self.last_visit  # "سيجري البرهان، خلال الزيارة، مباحثات"
            else:
                self._add_outer_parties(pred, parts, made)
        over = pred.governor.operators if pred.governor is not None and pred.link in ("subj", "obj") else ()
        if frame.type in _RESUMED and pred.kind == "noun" and not parts.get("actor"):
            resumed = self._told_before(pred, frame, parts, made)
        passive_kind = any(o.cls in ("passive", "host") for o in over)
        described = pred.governor is not None and pred.governor.clause.kind == "rel"  # "الاتفاق الذي تم توقيعه في جوبا": another's
        if passive_kind and not parts.get("actor") and self.last_meeting is not None and carrier is None and not described:
            carrier = self.last_meeting
        if carrier is not None and not parts.get("actor"):
            parts["actor"] = list(carrier.parts.get("actor", ()))
        if frame.type == "CONSULT":
            if not self._has_needs(pred, frame, parts):
                return None
            self._clean(parts, frame)
        else:
            self._clean(parts, frame)
            self._supply(pred, frame, parts, made, passive_kind)
            if frame.type in AIMED and len(self._countries(parts, "recipient")) > 1:  # nobody is addressed beside himself
                home = self._countries(parts, "actor")
                others = [m for m in parts["recipient"] if not {self.entity(e).country for e in m.entities} & home - {None}]
                parts["recipient"] = others or parts["recipient"]
            if not self._has_needs(pred, frame, parts):
                return None
        if not parts.get("actor") and not frame.alone:
            return None
        if not any(parts.get(p) for p in ("actor", "recipient", "place", "about")) and not self._peopled(parsed):
            return None  # "a truce from the heat"
        by_person = any(m.kind in ("person", "role") for m in parts.get("actor", ()))
        if frame.type == "ASSAULT" and pred.kind == "noun" and by_person and self._bare_attack(frame):
            return None  # "شن الوزير هجوما على": in words
        between = any(fold(a.prep) == "بين" and a.mention.kind != "person" for a in pred.args)  # "المفاوضات بين الأفغان": two of one people
        if frame.type == "CONSULT" and not self._meets(frame, parts) and not (between and parts.get("actor")):
            return None
        if pred.kind == "noun" and not frame.factive and not parts.get("actor") and not parts.get("recipient"):
            return None
        if frame.type in ("COOPERATE", "SUPPORT", "AID", "CONCEDE") and pred.owned:
            return None  # "تعزيز التعاون": a matter
        if frame.type == "AGREE" and pred.kind == "noun" and above is not None and above.lemma in self.pack.word_class("carry-out"):
            return None  # "تنفيذ الاتفاقيات": what was agreed is carried out
        if frame.mode == "visit" and pred.kind == "noun" and frame.verbs and pred.owned and not any(a.role == "genitive" for a in pred.args):
            return None  # "مسألة وصول المفتشين"
        if frame.type == "COOPERATE" and pred.kind == "noun" and len(_refs(parts, "actor", "recipient")) < 2:
            return None  # an army's own drill
        if frame.type == "AGREE" and not self._between_states(pred, parts):
            return None
        date = self._date(pred)
        if status in ("happened", "ongoing", "told") and date is not None and self._lies_ahead(date):
            status = "planned"  # "تستضيف غدا"
        status = frame.status or (pred.future if pred.future in _AHEAD and status in ("happened", "ongoing", "told") else status)
        if status == "hypothetical" or (status == "proposed" and frame.type not in ("CONSULT", "COOPERATE", "AID")):
            return None
        background = self._is_background(pred, background, date, status)
        if (
            pred.kind == "noun"
            and pred.definite
            and date is None
            and status == "happened"
            and any(r.reading.verb is not None and r.reading.verb.tense == "past" for r in self._relative_of(pred))
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
        if status == "ongoing" and frame.type == "ASSAULT" and pred.kind == "noun" and (date is None or len(date.value) < 10 or date.end is not None):
            background = True  # a war that goes on is what news is told against
        if not background and date is None and self.group_background and any(m.rule == "back.group" for m in parts.get("actor", ())):
            background = True  # "the group" was brought up as background
        place = self._place(pred, parts, frame)
        said_by = self._said_by(pred, frame, parts)
        span = self.evidence(pred, parsed)
        mode = frame.mode
        if frame.type == "CONSULT" and self._has_word(pred, self._phone):
            mode = "phone"
        return Draft(
            pred,
            frame,
            frame.type or "",
            mode,
            status,
            change or frame.change,
            background,
            parts,
            self._initiator(pred, frame, parts),
            date,
            place,
            self._about(pred, frame, parts),
            said_by,
            span,
            parsed.sentence.item,
            len(self.drafts) + len(made),
            sentence=parsed.sentence.first,
            harm=fold(pred.lemma) in self.pack.word_class("harm"),
            same_as=resumed,
            contexts=list(frame.contexts),
        )

    def _attended(self, pred: Pred) -> bool:
        """ "حضر الاستقبال …": those who were present at the meeting that was told are no meeting of their own."""
        return pred.governor is not None and pred.governor.lemma in self.pack.word_class("attend") and pred.definite

    def _is_the_visit(self, pred: Pred, frame: Frame, parts: Mapping[str, Sequence[Mention]]) -> bool:
        """Is it the visit that was told before, named again ("خلال الزيارة", "زيارته")?"""
        visit = self.last_visit
        if visit is None or frame.mode != "visit" or not pred.definite or parts.get("recipient") or pred.first - visit.pred.first > 4 * _NEAR:
            return False
        who = _refs(parts, "actor")
        return not pred.of_role("genitive") and (not who or not who.isdisjoint(_refs(visit.parts, "actor")))

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
        hit, day = self._countries(parts, "recipient"), self._date(pred)
        for d in reversed([*self.drafts[-12:], *made]):
            theirs = self._countries(d.parts, "recipient")
            if d.type == frame.type and d.status != "denied" and (not hit or not theirs or hit & theirs):
                return d if day is None or d.date is None or day.value[:10] == d.date.value[:10] else None
        return None

    def _supply(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]], made: list[Draft], passive: bool) -> None:
        """Fills an empty actor or recipient from where else it can stand: the place, the matter, the speaker, the sentence before.

        passive: the act is the object or subject of a verb that names no doer ("took place").
        """
        if frame.mode == "expel" and not parts.get("actor"):
            theirs = self._countries(parts, "recipient")
            states = [m for m in (*parts.get("about", ()), *parts.get("place", ())) if m.kind == "state"]
            parts["actor"] = [m for m in states if m.country not in theirs][:1]  # "طرد السفير الهندي من كندا"
        if frame.type == "AGREE" and len(_refs(parts, "actor")) == 1 and any(fold(a.prep) == "مع" for a in pred.args):
            said = next((x for x in _speakers(pred.clause) if isinstance(x, Pred)), None)  # "قال إن الاتفاق مع الولايات المتحدة أُقر"
            ours = [a.mention for a in self.speaker(said) if self._can_act(a.mention)] if said is not None else []
            parts["actor"] += [m for m in ours[:1] if m.country not in self._countries(parts, "actor")]
        if frame.type in ("SANCTION", "COERCE") and not parts.get("recipient"):
            home = self._countries(parts, "actor")
            staff = [m for p in ("about", "place", "third") for m in parts.get(p, ()) if m.kind == "government-body" and m.country not in home]
            if staff:
                parts["recipient"] = staff[:1]  # "طرد 12 موظفا من السفارة الفرنسية"
        if frame.type == "SANCTION" and all(m.rule == "unnamed" and not m.country for m in parts.get("recipient", ())):
            home = self._countries(parts, "actor")
            whose = list(parts.get("recipient", ()))
            inside = [a.mention for p in (pred, *pred.children) for a in p.args if whose and fold(a.prep) in ("ب", "في")]
            near = [m for m in self._states_of(parts.get("place", ())) if home and m.country not in home][:1]  # "أغلقت الحدود مع غزة"
            parts["recipient"] = [m for m in inside if m.kind == "state"] or whose or near  # "عقوبات على مسؤولين في ميانمار"
        if frame.type in _DEEDS:  # "على الحدود المصرية الفلسطينية": what Egypt does there is done to the other
            home = self._countries(parts, "actor")
            parts["recipient"] = [
                replace(m, entities=tuple(e for e in m.entities if self.entity(e).country not in home)) if len(m.entities) > 1 else m
                for m in parts.get("recipient", ())
            ]
        if frame.type == "COERCE" and frame.mode == "arrest" and not parts.get("actor"):
            here = [state for m in parts.get("place", ()) if (state := self._state_of(m)) is not None]
            here += [m for m in parts.get("place", ()) if m.kind == "state"]
            parts["actor"] = here[:1]  # who is arrested in a country is arrested by it
        if frame.mode == "targeted" and not parts.get("recipient"):
            parts["recipient"] = [a.mention for a in pred.args if a.mention.kind in ("armed-group", "party")][:1]  # "اغتيال قيادي في حماس"
        if frame.type == "COERCE" and frame.alone and not frame.mode and not parts.get("actor") and not parts.get("recipient"):
            before = [m for m in self._within(self._preds[0].first if self._preds else pred.first, pred.first) if m.kind == "state"]
            parts["recipient"] = self._here(parts) if parts.get("place") else before[-1:] or self._here(parts)  # a coup is its country's
        if frame.type in ("MOBILIZE", "AID", "ASSAULT") and not parts.get("recipient"):
            home = self._countries(parts, "actor")
            there = self._states_of(m for p in ("place", "about") for m in parts.get(p, ()))
            if home - {None}:
                parts["recipient"] = [m for m in there if m.country not in home][:1]  # "أرسلت قوات إلى ليبيا"
            elif frame.type == "ASSAULT" and frame.parts.get("بين") != "actor":
                parts["recipient"] = self._here(parts)  # whom an unnamed hand hits in Mali is Mali's
        if frame.type == "PROTEST":
            staff = [m for m in parts.get("place", ()) if m.kind == "government-body"]
            if staff and not parts.get("recipient"):
                parts["recipient"] = staff[:1]  # "أمام السفارة الأميركية"
            if not parts.get("actor"):
                parts["actor"] = self._here(parts)  # a crowd is of its place
        if frame.type == "AID" and not parts.get("recipient"):
            home = self._countries(parts, "actor")
            near = self._states_of(m for m in self._within(pred.last, min(pred.stop or pred.last, pred.last + 25)))
            parts["recipient"] = [m for m in near if home - {None} and m.country not in home][:1]  # "طائرة لإغاثة متضرري الزلزال في تركيا"
        if frame.type == "AID" and not parts.get("actor"):
            parts["actor"] = list(parts.get("initiator", ()))  # "مساعدات مقدمة من الكويت"
        if frame.type == "ACCUSE" and not parts.get("actor") and passive:
            parts["actor"] = self._states_of(parts.get("place", ()))[:1]  # "جرى استدعاء السفير في بغداد"
        if frame.type == "ACCUSE" and not parts.get("actor"):
            said = next((x for x in _speakers(pred.clause) if isinstance(x, Pred)), None)
            parts["actor"] = [a.mention for a in self.speaker(said) if self._can_act(a.mention)] if said is not None else []
        if frame.type in _VALUED and not parts.get("recipient"):
            self._valued(pred, parts)
        if frame.type in _HITS and not parts.get("recipient"):
            self._aimed_within(pred, frame, parts)
        if frame.type in AIMED and frame.type != "SUPPORT" and not parts.get("recipient") and not pred.of_role("object"):
            self._aimed_before(pred, parts, made)
        if frame.type in ("ACCUSE", "REJECT") and not parts.get("recipient") and self._has_word(pred, self.pack.word_class("answered")):
            self._answered(parts, made)
        if frame.type == "COERCE" and not parts.get("recipient"):
            who = _refs(parts, "actor")
            last = next((d for d in reversed(made) if d.type == "COERCE" and who and who == _refs(d.parts, "actor")), None)
            parts["recipient"] = list(last.parts.get("recipient", ())) if last is not None else []  # "احتجزت ثلاث سفن أوكرانية واعتقلت 20 بحارا"
        if frame.type == "REQUEST" and not parts.get("recipient") and self._has_word(pred, self.pack.word_class("fighting")):
            states = [a.mention for p in (pred, *below(pred)) for a in p.args if a.mention.kind == "state" and fold(a.prep) == "في"]
            if len({m.entities for m in states}) == 1:
                parts["recipient"] = states[:1]
                parts.setdefault("about", []).extend(states[:1])  # an end to the fighting in a country is asked of those who fight there

    def _here(self, parts: Mapping[str, Sequence[Mention]]) -> list[Mention]:
        """The state in which an act takes place: its own place, else the scene of the sentence."""
        own = self._states_of(m for m in parts.get("place", ()) if m.kind in ("state", "place"))[:1]
        return own or ([self.scene] if self.scene is not None else [])

    def _aimed_within(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]]) -> None:
        """ "هدد بقصف إيران", "وقف الواردات اللبنانية": what is threatened, refused or stopped tells whom it hits."""
        own = self._countries(parts, "actor") | _refs(parts, "actor")
        against = {"ضد", "علي", "مع", "ب", *self.pack.word_class("by")}
        inside = [a.mention for p in (pred, *below(pred)) for a in p.args if a.role == "genitive" or fold(a.prep) in against]
        if frame.type == "ACCUSE":  # "أدان إمعان سلطات الاحتلال": a noun that no lexicon has, and whose doing it is
            inside[:0] = [a.mention for a in pred.args if a.role == "loose" and not a.prep and a.mention.first - pred.last <= 6]
        described = [rel for c in pred.children if c.link == "obj" for rel in self._relative_of(c)]  # "رفض المطالب التي قدمتها …"
        inside += [a.mention for rel in described for a in self.subject(rel)]
        inside += [m for m in self._within(pred.last, min(pred.stop or pred.last + 6, pred.last + 6)) if m.kind == "demonym"]
        if frame.type == "REQUEST":
            inside = [a.mention for p in below(pred) for a in p.args if fold(a.prep) == "مع"]  # "اقترح قمة مع …"
        if frame.type == "REJECT":
            inside += [m for m in (*parts.get("about", ()), *parts.get("content", ())) if m.first - pred.last <= 4]  # "رفض مقترح الولايات المتحدة"
        for m in inside:
            blamed = frame.type == "ACCUSE" and any(a.mention is m and (a.role == "loose" or a.prep) for p in (pred, *below(pred)) for a in p.args)
            if frame.type in _BY_NATION and m.kind != "demonym" and not (blamed and m.kind != "people-group"):
                continue  # "ندد بقصف غزة": the victim; "بالقصف الإسرائيلي": whom it accuses
            if (m.kind in ACTOR_KINDS or m.kind == "demonym" or m.stands_for) and m.entities and not own & {*m.entities, m.country}:
                parts["recipient"] = [m]
                return

    def _valued(self, pred: Pred, parts: dict[str, list[Mention]]) -> None:
        """ "رحب بالاتفاق السعودي الإيراني", "ثمن الجهود التي قادها أمير الكويت": the parties of what is welcomed, the doer of what is praised."""
        own = self._countries(parts, "actor")
        found: list[Mention] = []
        for child in pred.children:
            frame = next((f for f in child.frames if f.type in ("AGREE", "CONSULT", "SUPPORT", "AID", "CONCEDE", "RETREAT")), None)
            if frame is not None and fold(child.link) in ("obj", "ب"):
                theirs = self.parts(child, frame)
                found += [*theirs.get("actor", ()), *theirs.get("recipient", ())]
        if not found:
            ahead = (p for p in self._preds if p.clause.kind == "rel" and 0 < p.first - pred.last <= _WITHIN and p.reading.pronoun)
            found = [a.mention for p in ahead for a in p.subject][:2]
        parts["recipient"] = [m for m in found if self._can_act(m) and not own & {self.entity(e).country for e in m.entities}]

    def _answered(self, parts: dict[str, list[Mention]], made: Sequence[Draft]) -> None:
        """ "انتقدت باريس القرار": who did to us what is answered."""
        own = self._countries(parts, "actor") - {None}
        for d in reversed([*self.drafts[-8:], *made][-8:]):
            if d.type in _ANSWERED and own & self._countries(d.parts, "recipient") and not own & self._countries(d.parts, "actor"):
                parts["recipient"] = list(d.parts.get("actor", ()))
                return

    def _aimed_before(self, pred: Pred, parts: dict[str, list[Mention]], made: list[Draft]) -> None:
        """ "أدانت … وطالبت بعدم تكرار ذلك": who goes on speaking goes on to the same addressee."""
        who = _refs(parts, "actor")
        for d in reversed([*self.drafts[-3:], *made][-4:]):
            if (
                d.type in ("ACCUSE", "REQUEST", "REJECT", "THREATEN", "SANCTION")
                and d.parts.get("recipient")
                and pred.first - d.pred.first < _NEAR
                and who
                and who <= _refs(d.parts, "actor")
            ):
                parts["recipient"] = list(d.parts["recipient"])
                return

    def _fits_words(self, pred: Pred, frame: Frame) -> bool:
        """Do the words stand there that the frame demands of its object?"""
        return not frame.objects or any(all(self._has_word(pred, (w,)) for w in words) for words in frame.objects)

    def _has_needs(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]]) -> bool:
        """Are the parts there that the frame demands? A matter may stand there in plain words, without a mention."""
        for need in frame.needs:
            if parts.get(need):
                continue
            if need in ("about", "content", "demand") and (pred.children or pred.stop - pred.last >= 2):
                continue
            if need in ("about", "content") and isinstance(pred.clause.antecedent, Pred) and pred.reading.pronoun:
                continue  # "صفقة أبرمتها موسكو وكييف"
            if need == "recipient" and frame.type == "REQUEST" and self._has_word(pred, self.pack.word_class("addressee")):
                continue  # "طالبت المجتمع الدولي"
            return False
        return True

    def _bare_attack(self, frame: Frame) -> bool:
        """Does the frame ask for no arms, target or victims, only for a noun of attack and who launched it?"""
        return frame.mode is None and all(w in self.pack.operators for words in frame.objects for w in words)

    @property
    def _phone(self) -> frozenset[str]:
        return self.pack.word_class("phone")

    def _has_word(self, pred: Pred, words: Iterable[str]) -> bool:
        """Does one of these words stand in the predicate's own stretch of the sentence?"""
        near = self._near.get(id(pred))
        if near is None:
            stop = min(pred.stop or pred.last + 12, pred.last + (40 if pred.kind == "verb" else 14))
            if pred.content is not None:  # "حذر من أنها سترد": the words of the clause count
                stop = max(stop, min(pred.last + 30, len(self.a.tokens), self._sentence_end))
            if any(f.type == "ASSAULT" for f in pred.frames):  # "قتل جندي وأصيب آخران في هجوم"
                for p in self._preds:
                    if p.first >= stop and (p.first > stop + 1 or not any(f.type == "ASSAULT" for f in p.frames)):
                        break
                    if p.first >= stop:
                        stop = min(p.stop, p.last + 20)
            if pred.kind == "noun":  # "هجوم شنته ميليشيات على قرية"
                stop = max([stop, *(min(rel.stop, rel.last + 8) for rel in self._relative_of(pred))])
            if any(p.kind == "participle" and p.first == stop for p in self._preds):
                stop += 1  # "هاجم نظيره، قائلا …"
            near = frozenset().union(*(_bases(self.a.tokens[i].fold) for i in range(pred.first, stop)))
            if pred.kind == "noun" and pred.governor is not None and _carries(pred.governor, pred.link):
                near |= {pred.governor.lemma}  # "شن هجمات"
            if pred.kind == "verb":  # "رفضت، في جلسة عقدتها، المذكرة"
                near = near.union(*(_bases(self.a.tokens[c.first].fold) for c in pred.children if c.link == "obj" and c.first >= stop))
                near = near.union(*(_bases(self.a.tokens[i].fold) for i in self._after_relative(pred)))
            described = pred.clause.antecedent if pred.kind == "verb" and pred.clause.kind == "rel" and pred.reading.pronoun else None
            if isinstance(described, Pred):  # "العقوبات التي أقرتها …"
                near |= _bases(self.a.tokens[described.first].fold)
            self._near[id(pred)] = near
        return not near.isdisjoint(words)

    def _after_relative(self, pred: Pred) -> Iterable[int]:
        """The tokens of a verb's clause that go on behind a clause between commas: "استعرض X مع Y، الذي يزور المملكة، العلاقات"."""
        for rel in self._preds:
            if rel.clause.kind == "rel" and rel.clause.parent is pred.clause and rel.first == pred.stop:
                stop = min(rel.stop, rel.last + 12)
                comma = next((i for i in range(rel.last, stop) if self.a.tokens[i].fold in _COMMAS), stop)
                yield from range(comma, min(rel.stop, comma + 10))

    # ---------------------------------------------------------------- parts

    def parts(self, pred: Pred, frame: Frame) -> dict[str, list[Mention]]:
        """Who and what stands in each part of the frame (actor, recipient, place, about …), before `_clean` sorts out who can act."""
        parts: dict[str, list[Mention]] = {}

        def put(part: str, mention: Mention) -> None:
            if (
                part in ("actor", "recipient")
                and mention.kind == "gathering"
                and mention.entities
                and (members := self.entity(mention.entities[0]).members)
            ):
                mention = replace(mention, entities=members, kind="group")
            if mention.rule in ("pair", "parties"):
                mention = self._the_parties(mention)
            if part in ("actor", "recipient") and frame.type == "CONSULT" and mention.first and self._is_premises(mention.first - 1):
                part = "about"  # "بمقر وزارة الخارجية": where they met
            if mention not in parts.setdefault(part, []):
                parts[part].append(mention)

        subject = self.subject(pred)
        carries = pred.governor is not None and (pred.link != "gen" or pred.governor.kind == "noun")
        operators = pred.governor.operators if pred.governor is not None and carries else ()
        if pred.kind == "noun":
            genitive = [a.mention for a in pred.args if a.role == "genitive"]
            if frame.mode == "visit" and any(m.kind in ("state", "place") for m in genitive):
                for m in genitive:  # "قام بزيارة السعودية"
                    put("recipient", m)
                genitive = []
            doer = frame.genitive == "object" and self._is_doer(pred, frame, genitive, operators)
            for m in genitive:
                if frame.type == "PROTEST" and m.kind == "government-body":
                    put("recipient", m)  # "تظاهرة السفارة"
                elif frame.type == "ASSAULT" and m.rule == "unnamed" and not m.entities[0].startswith("unnamed/gunmen"):
                    put("recipient", m)  # "قصف المدنيين"
                elif doer:
                    put(frame.subject, m)
                elif m.kind == "place" and frame.type == "CONSULT":  # "محادثات جنيف", "زيارة موسكو"
                    put("recipient" if frame.mode == "visit" else "place", m)
                else:
                    put(frame.subject if frame.genitive == "subject" else frame.object or "about", m)
            for a in pred.args:
                if a.role == "named":
                    entity = self.entity(a.mention.entities[0]) if a.mention.entities else None
                    put("about", a.mention)
                    if entity is not None and entity.members:
                        put("actor", replace(a.mention, entities=entity.members, kind="group"))
            own = [
                o
                for o in operators
                if (o.link and fold(o.link) == fold(pred.link)) or (not o.link and fold(pred.link) in _CLOSE) or pred.link == "gen"
            ]
            proposed = [
                a.mention
                for rel in self._relative_of(pred)
                if any(o.cls == "propose" for o in rel.operators)
                for a in rel.args
                if a.mention.kind == "group"
            ]
            for m in proposed:  # "الاجتماع الذي اقترحته روسيا على قادة الدول الخمس"
                put("actor", m)
            sides = [a.mention for a in pred.args if a.role in ("genitive", "named") or fold(a.prep) == "بين"]
            sides += [m for ms in parts.values() for m in ms if m.kind == "group"]
            complete = len({e for m in sides for e in m.entities}) >= 2 and frame.mode != "visit"
            if own and pred.governor is not None:
                going = (
                    any(o.cls in ("begin", "continue", "end") for o in own)
                    and pred.governor.kind != "noun"
                    and not pred.governor.subject
                    and not pred.governor.clause.topic
                )
                outer: list[Mention] = []
                if not going and not (complete and frame.type in ("CONSULT", "ASSAULT")):
                    outer = [a.mention for a in self._outer_subject(pred.governor, deed=frame.type in _DEEDS)]
                if any(o.cls == "reverse" for o in own):
                    for m in outer:
                        put("recipient" if frame.type != "CONSULT" else "actor", m)
                    for a in (*pred.args, *pred.governor.args):
                        if fold(a.prep) == "من":
                            put("actor", a.mention)
                elif any(o.cls == "host" for o in own):
                    for a in pred.governor.args:
                        if a.role == "subject" and a.mention.kind in ("place", "state"):
                            put("recipient" if frame.mode == "visit" else "place", a.mention)
                        elif a.role == "subject" and frame.type == "CONSULT":
                            put("actor", a.mention)
                elif not genitive or frame.genitive != "subject":
                    for m in outer:
                        put(frame.subject, m)
                for a in pred.governor.args:
                    part = frame.parts.get(fold(a.prep)) if a.prep else None
                    if a.role in ("third", "initiator"):
                        part = a.role
                    elif a.role == "party" and frame.type == "CONSULT":
                        part = "actor"
                    if part:
                        put(part, a.mention)
            elif not genitive and pred.governor is not None and frame.type in SPEECH and any(f.say for f in pred.governor.frames):
                for a in self._outer_subject(pred.governor):
                    put(frame.subject, a.mention)
            elif pred.reading.pronoun and (owner := self._possessor(pred)):
                put(frame.subject if frame.genitive == "subject" else frame.object or "about", owner)
        else:
            passive = self._is_passive(pred, frame)
            for a in subject:
                put((frame.object or frame.subject) if passive else frame.subject, a.mention)
            if pred.reading.pronoun and frame.object and (referent := self._object_pronoun(pred)):
                put(frame.object, referent)
        if pred.kind == "noun" and frame.type != "CONSULT":
            for rel in self._relative_of(pred):  # "هجوم شنته ميليشيات", "الدعوة التي وجهتها الكونغو إلى …"
                if rel.operators or rel.reading.pronoun:
                    for a in self.subject(rel):
                        put(frame.subject, a.mention)
                    for a in rel.args:
                        part = frame.parts.get(fold(a.prep)) if a.prep else None
                        if part:
                            put(part, a.mention)
                elif frame.type == "ASSAULT" and any(f.type == "ASSAULT" and f.object == "recipient" for f in rel.frames):
                    for a in rel.args:  # "الهجوم الذي استهدف السفارة"
                        if a.role == "object":
                            put("recipient", a.mention)
                        elif fold(a.prep) in ("في", "ب"):
                            put("place", a.mention)
        if frame.type == "ASSAULT" and frame.object == "recipient" and not parts.get("actor"):
            for child in pred.children:  # "قتل خمسة بعملية نفذتها القوات العراقية"
                for rel in self._relative_of(child):
                    if rel.operators and rel.reading.pronoun:
                        for a in self.subject(rel):
                            put("actor", a.mention)
        over = pred.governor if pred.kind == "noun" and frame.type == "ASSAULT" and pred.link == "subj" else None
        if over is not None and any(f.type == "ASSAULT" and f.object == "recipient" for f in over.frames):
            for a in over.args:  # "استهدفت الغارات مواقع في سوريا"
                put("recipient" if a.role == "object" else "place" if fold(a.prep) in ("في", "ب") else "about", a.mention)
        for a in pred.args:
            if a.role == "object":
                put(frame.object or "about", a.mention)
            elif a.role in ("third", "initiator", "party"):
                put(("actor" if frame.type == "CONSULT" else "third") if a.role == "party" else a.role, a.mention)
            elif a.prep:
                part = frame.parts.get(fold(a.prep))
                if part == "actor" and a.mention.kind == "place" and fold(a.prep) == "ب":
                    part = "place"  # "اجتمع بالعاصمة الخرطوم"
                if frame.mode == "visit" and pred.kind == "noun" and fold(a.prep) == "ل":  # "زيارة لمسؤول …", "زيارة للعراق"
                    part = "actor" if a.mention.kind in ("person", "role") or a.mention.rule.startswith("agent") else "recipient"
                if frame.type == "REQUEST" and pred.reading.pronoun and fold(a.prep) == "ل" and a.mention.kind in ACTOR_KINDS and not a.gap:
                    part = "recipient"  # "كرر دعوته للكونغرس إلى …"
                if part == "place" and frame.type == "CONSULT" and a.gap > (2 if frame.object == "actor" else 0):
                    part = "about"  # "الوضع في إدلب"
                if part == "recipient" and frame.mode == "visit" and a.gap and (parts.get(part) or pred.of_role("object")):
                    part = "about"  # "زيارة إلى إيران حاملا رسالة إلى الرئيس"
                if fold(a.prep) in self.pack.word_class("by") and not part:
                    part = frame.subject
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
            elif a.role == "loose" and (
                (frame.type == "SUPPORT" and pred.link == "obj") or (frame.type == "CONCEDE" and frame.object == "recipient" and pred.kind == "noun")
            ):
                put("recipient", a.mention)  # "أكد دعم موقفي مصر والسودان", "إزالة اسم السودان من القائمة"
            elif (
                a.role == "loose"
                and frame.type in ("SANCTION", "COERCE")
                and pred.kind == "noun"
                and frame.genitive == "object"
                and a.mention.first - pred.last <= 2
            ):
                put("recipient", a.mention)  # "تعليق عضوية مالي"
            elif a.role == "loose":
                received = (
                    pred.kind == "noun" and pred.reading.pronoun and frame.type == "CONSULT" and a.mention.kind == "person"
                )  # "كان في استقباله X"
                put("actor" if received else "about", a.mention)
        for child in pred.children:  # "علق الاتحاد مساعداته للنيجر": what the object noun took belongs to both
            if (child.link == "obj" or (child.link == "gen" and pred.kind == "noun")) and frame.type in _PASSED_ON:
                open_parts = [p for p in ("recipient", "actor") if not parts.get(p)]
                for a in child.args:
                    part = frame.parts.get(fold(a.prep)) if a.prep else None
                    if part in open_parts:
                        put(part, a.mention)
        if frame.type in SPEECH and not parts.get("recipient"):
            for child in pred.children:
                part = frame.parts.get(fold(child.link)) if child.link != "obj" else frame.object
                if part == "recipient":
                    for a in child.args:
                        if a.role == "genitive" or fold(a.prep) in ("بين", "من", "ل"):
                            put("recipient", a.mention)
        for child in pred.children:
            if child.link in ("", "obj", "gen") or not child.link.startswith(("time", "cause")):
                for a in child.args:
                    if a.role == "genitive" and frame.parts.get(fold(child.link)) in ("actor", "recipient") and not child.frames:
                        put(frame.parts[fold(child.link)], a.mention)
        if frame.type == "CONSULT" and pred.kind == "noun":
            for child in pred.children:  # "جولة جديدة من المحادثات مع X", "الجولة السادسة للمحادثات السورية"
                if fold(child.link) in ("من", "ل") and any(f.type == "CONSULT" for f in child.frames):
                    for a in child.args:
                        if a.role == "genitive" or frame.parts.get(fold(a.prep)) == "actor":
                            put("actor", a.mention)
        if frame.type == "AGREE" and pred.kind == "noun":
            sides = [a.mention for p in below(pred) if p.link == "gen" for a in p.args if frame.parts.get(fold(a.prep)) == "actor"]
            for m in sides:  # "توقيع مذكرة تفاهم بين X وY"
                put("actor", m)
            between = [a.mention for p in (pred, *below(pred)) for a in p.args if fold(a.prep) == "بين" and self._can_act(a.mention)]
            if len({e for m in between for e in m.entities}) >= 2:
                parts["actor"] = []  # "أعلنت قطر اتفاقا على هدنة بين X وY": who announces it is none of the two
                for m in between:
                    put("actor", m)
        for prep, who in self._pronouns(pred):
            part = frame.parts.get(prep) or ("recipient" if frame.type in ("THREATEN", "SANCTION") and prep in ("علي", "ضد") else None)
            if (part == "recipient" and not parts.get(part)) or (part == "actor" and len(_refs(parts, "actor")) < 2):
                put(part, who)
        return parts

    def _is_premises(self, i: int) -> bool:
        """Does token i say "the seat of", "the building of"?"""
        return not _bases(self.a.tokens[i].fold).isdisjoint(self.pack.word_class("premises"))

    def _is_passive(self, pred: Pred, frame: Frame) -> bool:
        """Is the verb's subject the one to whom it was done? By its form, or because a frame with an object finds none."""
        if pred.reading.verb is not None and pred.reading.verb.passive:
            return True
        if frame.object is not None and any(fold(a.prep) in self.pack.word_class("by") for a in pred.args):
            return True  # "استقبل من طرف رئيس الجمهورية"
        if frame.object is None or pred.of_role("object") or any(c.link == "obj" for c in pred.children) or pred.reading.pronoun:
            return False
        charged = frame.type == "ACCUSE" and frame.object == "recipient" and frame.parts.get("ب") != "recipient"
        return frame.alone or (charged and any(fold(c.link) == "ب" for c in pred.children))

    def _pronouns(self, pred: Pred) -> Iterable[tuple[str, Mention]]:
        """(preposition, whom it means) of each "معه", "إليها", "بينهما" in the predicate's own stretch."""
        tokens, own = self.a.tokens, None
        for i in range(pred.last, min(pred.stop or pred.last + 8, pred.last + 10, len(tokens))):
            prep = self.pack.prep_pronouns.get(tokens[i].fold)
            if prep is None:
                continue
            if own is None:
                own = {e for a in (self.subject(pred) or self._outer_subject(pred)) for e in a.mention.entities}
            if prep == "بين":
                over = pred.governor
                for a in [*self.subject(over), *over.of_role("object")] if over is not None and over.kind != "noun" else ():
                    yield prep, a.mention
                continue
            who = self._meant(i, tokens[i].fold, own)
            if who is not None:
                yield prep, who

    def _meant(self, i: int, word: str, own: set[str]) -> Mention | None:
        """The nearest party before token i that the pronoun at the word's end can stand for and that is not the doer itself."""
        for m in reversed(self._before(i)):
            if m.kind not in ACTOR_KINDS or not m.entities or set(m.entities) & own:
                continue
            if (len(m.entities) > 1 or m.kind in ("group", "people-group")) != word.endswith(("هم", "هما")):
                continue
            feminine = m.kind not in ("person", "role") and self.a.tokens[m.first].fold not in self.pack.word_class("masculine")
            if (word.endswith("ها") and not feminine) or (word.endswith("ه") and feminine):
                continue
            return m if self.a.tokens[i].start - m.span.stop < 300 else None
        return None

    def _is_doer(self, pred: Pred, frame: Frame, genitive: Sequence[Mention], operators: Sequence[Operator]) -> bool:
        """ "توقيف السلطات الفرنسية لموظف": the genitive of an act on somebody is its doer if the other follows, or if it can be nothing else."""
        if genitive and pred.of_role("object"):
            return True  # "طرد باماكو السفير الفرنسي"
        if not genitive or (frame.type not in _FORCE and frame.type != "RETREAT" and frame.mode != "expel") or frame.type == "PROTEST":
            return False
        after = max(m.last for m in genitive)
        if any(
            a.role != "genitive"
            and (fold(a.prep) in ("ل", "علي") or (not a.prep and a.mention.kind in ACTOR_KINDS and a.mention.first - after <= 2))
            for a in pred.args
        ):
            return True
        tokens = self.a.tokens
        if (
            after < len(tokens)
            and tokens[after].kind == "word"
            and (tokens[after].fold.startswith("ل") or tokens[after].fold.endswith("ا"))
            and not self.pack.phrase_at(tokens, after)
        ):
            return True
        if fold(pred.lemma) in self.pack.word_class("harm"):
            return False  # "قتل عشرة من حزب الله"
        if operators and pred.governor is not None and self._outer_subject(pred.governor):
            return all(m.kind == "demonym" for m in genitive)  # "أعلنت روسيا طرد موظفين من السفارة": the doer has been told
        return all(m.kind in ("government-body", "armed-group", "demonym") for m in genitive)

    def _the_parties(self, m: Mention) -> Mention:
        """ "الطرفان", "الأطراف": those of the last meeting, deal or fight that was told, before those merely named together."""
        for d in reversed([*self.drafts[-8:], *self._made]):
            if d.type in ("CONSULT", "AGREE", "ASSAULT") and d.pred.first < m.first:
                who = [(e, x) for x in d.parts.get("actor", ()) for e in ((x.stands_for,) if x.stands_for else x.entities)]
                countries = {self.entity(e).country or e for e, _ in who}
                if len(countries) == 2 or len({e for e, _ in who}) == 2 or (m.rule == "parties" and 2 < len(countries) < 7):
                    return replace(m, entities=tuple(dict.fromkeys(e for e, _ in who)), kind="group")
        return m

    def _outer_subject(self, pred: Pred, depth: int = 0, deed: bool = False) -> list[Arg]:
        """The subject of what carries an event, through "announced the start of …"."""
        if depth > 5:
            return []
        found = self.subject(pred) if pred.kind != "noun" else [a for a in pred.args if a.role == "genitive"]
        if not found and pred.kind == "noun" and pred.governor is not None:
            above = pred.governor
            if deed and pred.link.startswith(("time", "cause")):
                return []  # "أطلقت النار … منذ اندلاع الحرب": who acts then did not begin it
            if above.kind != "noun" and not _carries(above, pred.link) and any(f.say or f.type in SPEECH for f in above.frames):
                return []  # who says it, welcomes it or refuses it did not do it
            return self._outer_subject(above, depth + 1, deed)
        return found

    def _add_outer_parties(self, pred: Pred, parts: dict[str, list[Mention]], made: list[Draft]) -> None:
        """ "أكد X خلال اتصال مع Y": X is a party of the call."""
        carried = next((d for d in made if d.pred is pred.governor and d.type == "CONSULT"), None) if pred.link == "time:during" else None
        if carried is not None:  # "بحث X مع Y خلال اتصال": one event
            parts.setdefault("actor", []).extend(m for m in carried.parts.get("actor", ()) if m not in parts["actor"])
        over = pred.governor
        if over is not None and pred.link == "ل" and _goes(over):  # "وصل إلى جنيف للقاء المبعوث"
            parts.setdefault("actor", [])[:0] = [a.mention for a in self.subject(over) if a.mention not in parts.get("actor", ())]
        one_side = any(fold(a.prep) == "مع" for a in pred.args) and not any(a.role == "genitive" or fold(a.prep) == "بين" for a in pred.args)
        if pred.governor is not None and pred.link.startswith("time:during") and (one_side or len(_refs(parts, "actor")) < 2):
            for a in self._outer_subject(pred.governor):
                if a.mention not in parts.setdefault("actor", []):
                    parts["actor"].insert(0, a.mention)
        if pred.governor is not None and pred.link.startswith("time:during") and len(_refs(parts, "actor")) == 1:
            for a in pred.governor.of_role("object"):  # "حث X نظيره Y خلال مكالمة"
                if a.mention.kind in ("person", "role"):
                    parts["actor"].append(a.mention)
        for clause_pred in self._relative_of(pred):
            for prep, who in self._pronouns(clause_pred):
                if prep == "مع" and who not in parts.setdefault("actor", []):
                    parts["actor"].append(who)
            gather = any(o.cls == "gather" for o in clause_pred.operators)
            for a in (*self.subject(clause_pred), *clause_pred.args):
                called = fold(a.prep) == "من" and any(o.cls == "reverse" for o in clause_pred.operators)  # "الاتصال الذي تلقاه X من Y"
                joins = a.role == "subject" or (a.prep and fold(a.prep) in ("مع", "بين")) or (gather and not a.prep)
                if (joins or called) and a.mention.kind in ACTOR_KINDS and a.mention not in parts.setdefault("actor", []):
                    parts["actor"].append(a.mention)

    def _relative_of(self, pred: Pred) -> list[Pred]:
        """ "الاتصال الذي أجراه X مع Y": the verb of the clause that describes this noun."""
        return [p for p in self._preds if p.clause.kind == "rel" and p.clause.antecedent is pred and p.clause.verb is p]

    def _possessor(self, pred: Pred) -> Mention | None:
        """Whose: "زيارته", by the last person or body before it that fits."""
        if pred.governor is not None and not pred.link.startswith("cause"):
            outer = self._outer_subject(pred.governor)
            if len(outer) == 1:
                return outer[0].mention
        plural = pred.reading.pronoun in ("هم", "هما")
        main = pred.clause.verb
        if main is not None and pred.first < main.first:  # "في جولته الثانية، يلتقي بلينكن …"
            ahead = [a.mention for a in main.subject if (len(a.mention.entities) > 1) == plural]
            if len(ahead) == 1:
                return ahead[0]
        before = reversed(self._before(pred.first))
        return next((m for m in before if m.kind in ACTOR_KINDS and m.entities and (len(m.entities) > 1) == plural), None)

    def _object_pronoun(self, pred: Pred) -> Mention | None:
        """Whom the pronoun at the verb's end means; None where it must be a thing ("أيدته روسيا": the draft)."""
        if pred.clause.kind == "rel" and pred.clause.antecedent is not None:
            told = pred.clause.antecedent  # "عملية السلام التي ترفضها حماس": what is described
            return told.mention if isinstance(told, Arg) and self._can_act(told.mention) and told.mention.kind != "place" else None
        return self._meant(pred.first, pred.reading.pronoun, {e for a in self.subject(pred) for e in a.mention.entities})

    def _clean(self, parts: dict[str, list[Mention]], frame: Frame) -> None:
        """Parties are those who can act; a mention is in one part only; a meeting's parties are all actors."""
        if frame.mode == "visit":
            travellers = [m for m in parts.get("actor", ()) if m.kind in ("person", "role")]
            if travellers:  # "جولة تشمل إثيوبيا والغابون": whom he visits
                hosts = [m for m in parts["actor"] if m.kind == "state" and all(m.country != t.country for t in travellers)]
                parts["actor"] = [m for m in parts["actor"] if m not in hosts]
                parts.setdefault("recipient", []).extend(hosts)
            for m in list(parts.get("recipient", ())):
                if m.kind == "place":
                    parts.setdefault("place", []).append(m)
                    state = self._state_of(m)
                    if state is not None:
                        parts["recipient"][parts["recipient"].index(m)] = state
            hosts = [m for m in parts.get("recipient", ()) if m.kind == "state"]
            parts["actor"] = [m for m in parts.get("actor", ()) if all(m.entities != h.entities for h in hosts)]
        if frame.type == "CONSULT":  # a plane or a patrol pays no visits
            parts["actor"] = [m for m in parts.get("actor", ()) if m.rule != "agent.MIL"]
        for part in ("actor", "recipient", "third", "initiator"):
            kept = []
            for m in parts.get(part, ()):
                if self._can_act(m):
                    kept.append(m)
                elif part in ("actor", "recipient"):
                    parts.setdefault("place" if m.kind == "place" else "about", []).append(m)
            if part in parts:
                parts[part] = kept
        if frame.type in AIMED:  # "وجه لافروف الدعوة لزيارة موسكو": nobody asks his own state
            home = self._countries(parts, "actor")
            parts["recipient"] = [m for m in parts.get("recipient", ()) if not (m.kind == "state" or m.stands_for) or m.country not in home]
        seen: set[tuple[str, ...]] = set()
        for part in ("actor", "recipient", "third"):
            unique = []
            for m in parts.get(part, ()):
                key = m.entities or (m.text,)
                if key not in seen:
                    seen.add(key)
                    unique.append(m)
            if part in parts:
                parts[part] = unique

    def _countries(self, parts: Mapping[str, Sequence[Mention]], name: str) -> set[str | None]:
        """The countries of the entities in one part of an event."""
        return {self.entity(e).country for e in _refs(parts, name)}

    def _states_of(self, mentions: Iterable[Mention]) -> list[Mention]:
        """The states among the mentions and those that their places lie in, in order."""
        found = (m if m.kind in ("state", "government-body") and m.entities else self._state_of(m) for m in mentions)
        return [m for m in found if m is not None]

    def _state_of(self, m: Mention) -> Mention | None:
        """The state that a visit to a place is a visit to."""
        ref = m.stands_for if m.stands_for and m.stands_for.startswith("state/") else None
        if ref is None and m.entities and (place := self.world.places.get(m.entities[0])) and place.country:
            ref = f"state/{place.country}"
        if ref is None or ref not in self.world.entities:
            return None
        return replace(m, entities=(ref,), kind="state", country=ref.rpartition("/")[2], stands_for=None)

    def _can_act(self, m: Mention) -> bool:
        if m.kind in ACTOR_KINDS:
            return bool(m.entities) or (m.kind == "role" and m.country is not None)
        return bool(m.stands_for)

    def _between_states(self, pred: Pred, parts: dict[str, list[Mention]]) -> bool:
        """An agreement has two sides, a council that adopts it, or a matter abroad; a parliament's own votes are its own affair."""
        countries = {self.entity(e).country or e for part in ("actor", "recipient", "third") for m in parts.get(part, ()) for e in m.entities}
        if all(e.startswith("person/") and self.entity(e).country is None for e in _refs(parts, "actor", "recipient", "third")):
            return False  # a man of whom nobody knows whose he is
        if countries and any(fold(a.prep) == "بين" for p in (pred, *below(pred)) for a in p.args):
            return True  # the other side may be one that nobody knows
        if len(countries) >= 2 or any(c and f"state/{c}" not in self.world.entities for c in countries):
            return True
        if any(f.type in ("CONSULT", "RETREAT") for p in below(pred) for f in p.frames):
            return True  # talks and truces have another side
        abroad = {m.country for m in self._within(pred.last, min(self._sentence_end, pred.last + 25)) if m.country}
        abroad |= {m.country for m in parts.get("about", ()) if m.country} | {
            a.mention.country for p in below(pred) for a in p.args if a.mention.country
        }
        return (
            bool(abroad - countries)
            or any(m.kind in ("instrument", "gathering", "conflict", "group") for m in parts.get("about", ()))
            or len(_refs(parts, "actor")) >= 2
        )

    def _meets(self, frame: Frame, parts: dict[str, list[Mention]]) -> bool:
        """A meeting needs two parties, or one and a named gathering, or a visitor."""
        if frame.mode == "visit" and parts.get("recipient"):
            home = self._countries(parts, "actor")
            if home and self._countries(parts, "recipient") <= home:
                return False  # a tour at home
        who = _refs(parts, "actor", "recipient")
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
        bodies = {"organisation", "armed-group", "party", "people-group"}  # a cabinet's own session is no diplomacy
        return bool(who) and (frame.mode in ("multilateral", "third-party") or all(self.entity(e).kind in bodies for e in who))

    # ---------------------------------------------------------------- status

    def status(self, pred: Pred) -> tuple[str | None, str | None, bool]:
        """(status or None when nothing is said to have happened, change, background by grammar)."""
        if pred.kind == "noun":
            return self._noun_status(pred, 0)
        return self._clause_status(pred, 0)

    def _clause_status(self, pred: Pred, depth: int) -> tuple[str | None, str | None, bool]:
        verb = pred.reading.verb
        status: str | None = "happened"
        if pred.negated in ("past", "x", "", "future"):
            status = "denied"
        elif pred.future == "planned":
            status = "planned"
        elif pred.future == "hypothetical":
            status = None
        elif verb is not None and verb.tense == "present" and any(self._lies_ahead(d) for d in pred.dates[:1]):
            status = "planned"  # "يعقد غدا"
        elif (
            verb is not None
            and verb.tense == "present"
            and pred.clause.kind in ("root", "coord")
            and pred.clause.parent is None
            and any(f.type in _ONGOING_BY_NATURE and self._fits_words(pred, f) for f in pred.frames)
        ):
            status = "ongoing"
        clause: Clause | None = pred.clause
        background = clause.background if clause is not None else False
        change: str | None = None
        while clause is not None and status is not None and depth < 8:
            if clause.hypothetical:
                return None, None, background
            head = clause.head
            if clause.kind == "comp" and head is not None:
                if head.future == "hypothetical":
                    return None, None, background
                if any(o.cls == "deny" for o in head.operators) and status == "happened":
                    status = "denied"
                elif not any(f.say for f in head.frames):
                    carried = self._carried(head)
                    if carried == "hypothetical" or (carried is None and verb is not None and verb.tense == "present"):
                        return None, None, background
                    if carried in ("planned", "proposed"):
                        status = carried
                    if carried == "happened" and verb is not None and verb.tense == "present":
                        status = "planned"
            clause, depth = clause.parent, depth + 1
        return status, change, background

    def _lies_ahead(self, date: When) -> bool:
        """Is it a day after the report's own?"""
        return bool(self.a.day) and len(date.value) == 10 and date.value > (self.a.day or "") and date.basis != "given"

    def _carried(self, head: Pred) -> str | None:
        for o in head.operators:
            return _CARRIED[o.cls] or "happened"
        for f in head.frames:
            if f.type == "AGREE":
                return "planned"
            if f.type in ("REQUEST", "REJECT", "THREATEN"):
                return "hypothetical"
        return None

    def _noun_status(self, pred: Pred, depth: int) -> tuple[str | None, str | None, bool]:
        if depth > 6 or pred.negated:
            return None, None, False
        governor, link = pred.governor, pred.link
        background = pred.clause.background
        any_such = pred.first > 0 and self.a.tokens[pred.first - 1].fold in self.pack.word_class("any")
        if any_such and {f.type for f in pred.frames} & _DEEDS:
            return None, None, background  # "ضد أي عدوان": none that has been
        if pred.future == "hypothetical" or link.startswith(("need", "purpose", "neg")):
            return None, None, background
        if link.startswith("idea"):
            return ("proposed" if pred.operators or any(f.type == "CONSULT" for f in pred.frames) else None), None, background
        if governor is None:
            if link.startswith(("time:before",)):
                return "planned", None, background
            if link.startswith("cause"):
                return "happened", None, background
            if pred.clause.hypothetical:
                return None, None, background
            return {"hypothetical": None, "planned": "planned"}.get(pred.future or "", "happened"), None, background
        if link.startswith("time"):
            if link == "time:before":
                outer = self._clause_status(governor, depth + 1) if governor.kind != "noun" else ("happened", None, background)
                return ("planned" if outer[0] in ("planned", "proposed") else "happened"), None, True
            if link == "time:during":
                outer = self._clause_status(governor, depth + 1) if governor.kind != "noun" else self._noun_status(governor, depth + 1)
                return ("planned" if outer[0] == "planned" else "happened"), None, background
            return "happened", None, True
        if link.startswith("cause"):
            return "happened", None, True
        operators = [o for o in governor.operators if _brings(o, governor, link) or (link == "gen" and governor.kind == "noun")]
        if {f.type for f in pred.frames} & _DEEDS and any(f.type == "CONCEDE" and self._fits_words(governor, f) for f in governor.frames):
            return None, None, background  # "رفع العقوبات" imposes none
        outer_status, change, outer_background = (
            self._clause_status(governor, depth + 1) if governor.kind != "noun" else self._noun_status(governor, depth + 1)
        )
        background = background or outer_background
        if operators:
            cls = operators[0].cls
            if (outer_status is None and cls != "deny") or outer_status == "hypothetical":
                return None, None, background
            if cls == "gather" and not any(f.type == "CONSULT" for f in pred.frames):
                return None, None, background
            carried = _CARRIED[cls]
            if cls == "try" and {f.type for f in pred.frames} & _RESUMED:
                carried = "happened"  # who tries to storm an embassy has rioted
            if outer_status in ("planned", "proposed") and carried in ("ongoing", "happened"):
                return outer_status, change, background
            change = {"cancel": "cancelled", "postpone": "postponed"}.get(cls, change)
            if cls == "decide" and any(f.type == "AID" and self._fits_words(pred, f) for f in pred.frames):
                return "planned", change, background  # decided is not delivered
            if cls == "decide" and outer_status == "planned":
                return "planned", change, background
            if outer_status == "denied":
                return ("denied" if carried != "hypothetical" else None), change, background
            verb = governor.reading.verb
            if cls in ("passive", "host") and verb is not None and verb.tense == "present" and any(f.type in _ONGOING_BY_NATURE for f in pred.frames):
                return "ongoing", change, background
            return (carried or outer_status), change, background
        if link == "subj":
            return ("told" if outer_status else None), None, background
        frames = [f for f in governor.frames if (f.type or f.say) and self._fits_words(governor, f)]
        types = {f.type for f in frames}
        if link == "ل" and _goes(governor):
            status = self._purpose(pred, governor, outer_status)
            if status != "told":
                return status, None, background
        elif (
            link == "ل"
            and governor.kind == "noun"
            and not (types & {"SUPPORT", "ACCUSE"} and pred.first - governor.last <= 1)
            and not pred.operators
            and not any(f.type == "CONSULT" for f in pred.frames)
            and not any(a.role == "genitive" for a in pred.args)
        ):
            return None, None, background  # "المفاوضات الجارية لوقف إطلاق النار"
        if link == "gen" and types & {f.type for f in pred.frames}:
            return outer_status, change, background
        if types & {"REQUEST"}:
            return ("proposed" if any(f.type == "CONSULT" for f in pred.frames) else None), None, background
        if types & {"REJECT", "THREATEN"} or (types & {"SANCTION", "COERCE"} and link == "obj"):
            return None, None, background
        if any(f.mode == "third-party" for f in frames):  # sponsors the signing; mediates FOR an agreement
            return (outer_status if governor.kind == "verb" and link == "obj" else None), change, background
        if types & {"CONSULT"} and link != "gen" and (link == "obj" or any(f.parts.get(fold(link)) == "about" for f in frames)):
            prepared = any(o.cls == "plan" for o in pred.operators)  # "discussed the preparation of a meeting"
            return ("planned" if prepared or (pred.future == "planned" and any(f.type == "CONSULT" for f in pred.frames)) else None), None, background
        if types & {"AGREE"}:
            kept = {f.type for f in pred.frames} & {"CONSULT", "RETREAT", "AID", "CONCEDE", None} or pred.operators
            return ("planned" if outer_status and kept else None), None, background
        if link == "gen":
            if types and not types & {f.type for f in pred.frames}:
                return None, None, background
            return outer_status, change, background
        if types & {"SUPPORT"} and pred.operators and pred.operators[0].cls != "decide" and not any(f.type for f in pred.frames):
            return "proposed", None, background  # "interest in holding a meeting"
        if fold(link) in self.pack.word_class("topic-prep"):
            return None, None, background
        if types & {"SUPPORT", "ACCUSE"} or any(f.say for f in frames):
            return ("told" if outer_status else None), None, pred.clause.background and not any(f.say for f in frames)
        if link not in ("obj", "subj") and governor.kind == "verb" and not governor.operators and {f.type for f in pred.frames} & _TOPICS:
            return None, None, background  # "سيركز على وقف إطلاق النار"
        return ("told" if outer_status else None), None, background

    def _purpose(self, pred: Pred, governor: Pred, outer: str | None) -> str | None:
        """The status of what something was done for: "وصل … لإجراء محادثات" plans them, "التقى … لبحث" tells the talk itself."""
        consult = pred.operators or any(f.type == "CONSULT" for f in pred.frames)
        before = [p for p in self._preds if p.first < pred.first and p.clause is pred.clause]
        meets = any(f.type == "CONSULT" for p in before for f in p.frames if f.mode != "visit")
        if meets and consult:
            return "told"
        return "planned" if consult and outer else None

    def _factual(self, pred: Pred, frame: Frame) -> bool:
        """May a noun that is not a happening by itself be coded where it stands?"""
        governor, link = pred.governor, pred.link
        parties = {
            e for a in pred.args for e in a.mention.entities if a.role == "genitive" or frame.parts.get(fold(a.prep)) in ("actor", "recipient")
        }
        for rel in self._relative_of(pred):
            parties |= {e for a in self.subject(rel) for e in a.mention.entities}
            parties |= {e for a in rel.args if frame.parts.get(fold(a.prep)) in ("actor", "recipient") for e in a.mention.entities}
        if len(parties) >= 2:
            return True
        if governor is not None and frame.type in SPEECH and any(f.say for f in governor.frames) and not link.startswith("time"):
            return True  # "أكد دعمه لـ": who stresses his support supports
        if governor is None:
            return pred.clause.verb is None or link.startswith(("time", "cause"))
        if link.startswith(("time", "cause")):
            return True
        return any(_brings(o, governor, link) for o in governor.operators)

    def _is_background(self, pred: Pred, background: bool, date: When | None, status: str) -> bool:
        day = self.a.day
        if date is None:
            main = pred.clause
            while main.parent is not None:
                main = main.parent
            date = main.verb.dates[0] if main.verb is not None and main.verb.dates else None
        if date is not None and status == "happened" and len(date.value) == 7 and date.end is None and (not day or date.value[:7] != day[:7]):
            return True  # news has a day; a month alone looks back
        if date is not None and day and date.value[:4].isdigit():
            last = (date.end or date.value)[:10]
            if len(last) == 10 and len(day) == 10:
                gap = _days(day) - _days(last)
                if gap > 10:
                    return True
                if 0 <= gap <= 2:
                    return False
            elif last < day[: len(last)]:
                return True
        return background

    # ---------------------------------------------------------------- date, place, about, initiator

    def _date(self, pred: Pred) -> When | None:
        probe: Pred | None = pred
        types = {f.type for f in pred.frames}
        for _ in range(4):
            if probe is None:
                break
            if probe.dates:
                return probe.dates[0]
            if probe.link.startswith(("time:after", "time:before", "time:since", "cause", "idea")) or (
                probe.governor is not None and any(o.cls in _NOT_YET for o in probe.governor.operators)
            ):
                break
            over = probe.governor.operators if probe.governor is not None else ()
            if probe.reading.pronoun and probe.kind == "noun" and any(o.cls == "decide" for o in over):
                break  # "أعلن أمس زيارته": the day of the announcement
            if (
                probe.kind == "noun"
                and probe.governor is not None
                and not probe.governor.operators
                and any(f.type for f in probe.governor.frames)
                and not any(f.type == probe_type for f in probe.governor.frames for probe_type in types)
            ):
                break
            probe = probe.governor
        for child in pred.children:
            if child.link == "time:during" and child.dates and any(f.type == "CONSULT" for f in child.frames):
                return child.dates[0]
        for rel in self._relative_of(pred):
            if rel.dates:
                return rel.dates[0]
        return None

    def _place(self, pred: Pred, parts: dict[str, list[Mention]], frame: Frame) -> str | None:
        """Where: a place named with the act; a palace or airport counts as its town. Force happens in states too."""
        found = [m for m in parts.get("place", ()) if m.entities]
        if pred.governor is not None and pred.governor.kind != "noun":
            found += [
                a.mention
                for a in pred.governor.args
                if a.mention.entities and fold(a.prep) in ("في", "ب") and not a.gap and a.mention not in parts.get("about", ())
            ]
        for m in found:
            if m.kind == "place":
                ref = m.entities[0]
                place = self.world.places.get(ref)
                if place is not None and place.kind in _BUILDINGS and place.part_of in self.world.places:
                    ref = place.part_of
                return ref
        if frame.type in _FORCE:
            for m in found:
                if m.kind == "state":
                    return m.entities[0]
        return None

    def _about(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]]) -> list[Topic]:
        out: list[Topic] = []
        seen: set[str] = set()

        def put(m: Mention) -> None:
            for e in m.entities or ((m.stands_for,) if m.stands_for else ()):
                if e and e not in seen and m.kind != "outlet":
                    seen.add(e)
                    out.append(Topic(e, m.text, m.span))

        for m in parts.get("about", ()):
            put(m)
        for m in parts.get("content", ()):
            put(m)
        for m in parts.get("place", ()):
            if m.kind == "state":
                put(m)
        over = pred.governor if pred.link.startswith("time:during") else None
        if over is not None and any(f.type == "CONSULT" for f in over.frames):
            for a in over.args:  # "بحث خلال اتصال الوضع في إدلب"
                if a.role == "prep" and fold(a.prep) == "في":
                    put(a.mention)
        used = {m.first for p in ("actor", "recipient", "third", "initiator", "place") for m in parts.get(p, ())}
        for child in pred.children:
            if child.link.startswith("time"):
                continue
            self._about_child(child, put, used, 0)
        out.extend(t for t in (self._phrase(pred, frame), self._behind_preposition(pred)) if t is not None)
        return out

    def _behind_preposition(self, pred: Pred) -> Topic | None:
        """The words behind "حول", "بشأن": up to the next mark, particle or verb, so that a matter without a name is kept."""
        tokens, stop = self.a.tokens, min(pred.stop or pred.last, pred.last + 24)
        first = next((i + 1 for i in range(pred.last, stop - 1) if tokens[i].fold in self.pack.word_class("topic-prep")), None)
        if first is None:
            return None
        last = piece = first
        while last < min(len(tokens), first + 40, self._sentence_end):
            if tokens[last].kind == "mark" or last >= piece + 12:
                if tokens[last].fold not in _COMMAS or last + 1 >= len(tokens) or not tokens[last + 1].fold.startswith(_AND):
                    break
                piece = last + 1  # a list goes on behind its commas
            phrase = self.pack.phrase_at(tokens, last)
            if phrase is not None and phrase.cls in ("comp", "rel", "time", "conj", "background") and last > first:
                break
            last += 1
        span = Span(tokens[first].start, tokens[last - 1].stop)
        return Topic(None, span.of(self.a.report.text), span) if last > first else None

    def _about_child(self, child: Pred, put: Callable[[Mention], None], used: set[int], depth: int) -> None:
        """Puts the arguments below an object noun into the matter, save those that are parties already."""
        if depth > 3:
            return
        for a in child.args:
            if a.mention.first not in used:
                put(a.mention)
        for rel in self._relative_of(child):  # "القرارات التي أقرها القرار 2510"
            for a in rel.args:
                if a.mention.kind in ("instrument", "gathering"):
                    put(a.mention)
        for g in child.children:
            self._about_child(g, put, used, depth + 1)

    def _phrase(self, pred: Pred, frame: Frame) -> Topic | None:
        """The words of the matter itself: the object noun phrase up to the next mark."""
        child = next(
            (c for c in pred.children if c.link in ("obj", *frame.parts) or frame.parts.get(fold(c.link)) in ("about", "content", "demand")),
            None,
        )
        if child is None:
            return None
        tokens, stop = self.a.tokens, child.last
        while stop < min(self._sentence_end, child.first + 14) and tokens[stop].kind != "mark":
            stop += 1
        span = Span(tokens[child.first].start, tokens[stop - 1].stop)
        return Topic(None, span.of(self.a.report.text), span)

    def _initiator(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]]) -> str | None:
        for m in parts.get("initiator", ()):
            if m.entities:
                return m.entities[0]
            if m.stands_for:
                return m.stands_for
        governor = pred.governor
        if frame.type == "CONSULT" and governor is not None and pred.link in ("obj", *frame.parts):
            if any(o.cls == "reverse" for o in governor.operators):
                for a in (*pred.args, *governor.args):
                    if fold(a.prep) == "من" and a.mention.entities:
                        return a.mention.entities[0]
            if frame.mode == "phone" and any(o.cls == "light" for o in governor.operators):
                outer = self._outer_subject(governor)
                if len(outer) == 1 and len(outer[0].mention.entities) == 1:
                    return outer[0].mention.entities[0]
        return None

    # ---------------------------------------------------------------- who says so

    def _said_by(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]]) -> list[Source]:
        out: list[Source] = []
        clause: Clause | None = pred.clause
        seen: set[str] = set()

        def add(entity: str | None, medium: str, span: Span | None, name: str | None = None) -> None:
            key = entity or name or ""
            if key and key not in seen:
                seen.add(key)
                out.append(Source(entity, medium, span, name))

        if frame.type in SPEECH and clause is not None and not any(True for _ in _speakers(clause)):
            for m in parts.get("actor", ()):
                if len(m.entities) == 1 and (voice := self.voice(m)):
                    add(voice[0], clause.medium or "statement", m.span)
        announcer = pred.governor if pred.kind == "noun" and not pred.link.startswith(("time", "cause")) else None
        if announcer is not None and announcer.kind != "noun" and any(f.say for f in announcer.frames):
            for a in self.speaker(announcer):  # "أعلنت الوزارة اختراق طائرة إثيوبية …"
                for e in self.voice(a.mention) if len(a.mention.entities) < 2 else ():
                    add(e, "agency" if self.entity(e).kind == "outlet" else announcer.clause.medium or "statement", a.mention.span)
        depth = 0
        while clause is not None and depth < 8:
            for a in clause.sources:
                for e in self.voice(a.mention):
                    kind = self.entity(e).kind
                    add(e, "agency" if kind == "outlet" else clause.medium or a.medium or "statement", a.mention.span)
            head = clause.head
            if clause.kind == "comp" and head is not None and any(f.say for f in head.frames):
                for a in self.speaker(head):
                    for e in self.voice(a.mention)[:2]:
                        kind = self.entity(e).kind
                        add(e, "agency" if kind == "outlet" else head.clause.medium or "statement", a.mention.span)
            clause, depth = clause.parent, depth + 1
        return out

    def voice(self, m: Mention, office: bool = False) -> tuple[str, ...]:
        """Who speaks where a mention is the speaker: a capital speaks for its state, a place without one is silent; a spokesman whom
        the report does not name, and an office, are the voice of their body."""
        if m.stands_for:
            return (m.stands_for,)
        if m.kind == "place":
            return ()
        if m.rule.startswith("agent.") and len(m.entities) == 1 and (who := self._nobody(m)):
            return (who,)
        if m.kind == "group" and m.rule == "name" and len(m.entities) > 2:
            return tuple(self._body_with(m.entities))[:1] or m.entities
        post = self.world.posts.get(m.role or "")
        if post is not None and post.body and len(m.entities) == 1 and (office or (m.role or "").endswith("spokesperson")):
            country = self.entity(m.entities[0]).country or m.country
            if f"state/{country}" in self.world.entities and (office or not self._is_named(m.entities[0])):
                return (self.world.body(post.body, f"state/{country}").id,)
        return m.entities

    def _nobody(self, m: Mention) -> str | None:
        """ "قال دبلوماسي روسي": one of the state's people without a name, who is not the state."""
        noun = next((p for p in self.pack.reference.get(self.a.tokens[m.first].fold, ()) if p.cls == "human"), None)
        if noun is None:
            return None
        english = f"{self.world.english_adj.get(m.entities[0], '')} {noun.value}".strip()
        ref = "unnamed/" + "-".join(english.lower().split())
        if ref not in self.a.entities:
            names = ((self.a.report.language, m.text), ("en", english))
            self.a.entities[ref] = Entity(ref, "people-group", names, self.entity(m.entities[0]).country, None, None, False)
        return ref

    def _body_with(self, members: tuple[str, ...]) -> Iterable[str]:
        """The organisation of these members, which speaks with one voice."""
        return (e.id for e in self.world.entities.values() if e.kind == "organisation" and e.members == members)

    def _is_named(self, person: str) -> bool:
        """Does the report give the person's name?"""
        if self._words is None:
            self._words = frozenset(t.fold for t in self.a.tokens)
        if fold(self.entity(person).name("ar").split()[-1]) in self._words:
            return True
        return any(m.entities == (person,) and not m.rule.startswith(("post", "back")) for m in self.a.mentions)  # in another spelling

    def speaker(self, pred: Pred) -> list[Arg]:
        """Who speaks with a verb of saying: its source ("جاء في بيان X"), else its subject, else the last who acted."""
        if pred.impersonal and not pred.subject:
            issuer = self._issuer(pred)
            return issuer or self.last_speaker
        found = self.subject(pred)
        told = bool(found) and all(a.mention.kind == "outlet" or a.mention.rule == "unnamed" for a in found)  # "نقلت وكالة عن الوزير"
        sources = [  # not "قال في القاهرة"
            a
            for a in pred.args
            if a.prep
            and (a.medium or (not found and a.prep not in self.pack.word_class("where")) or (told and fold(a.prep) in ("عن", "الي")))
            and any(f.parts.get(fold(a.prep)) == "source" for f in pred.frames)
        ]
        if sources:
            return sources
        if found and all(not a.mention.entities and (a.mention.role or "").endswith("spokesperson") for a in found):
            return self.last_speaker  # "المتحدثة باسم الوزارة"
        if found:
            return [a for a in found if a.mention.kind in ACTOR_KINDS or a.mention.stands_for or a.mention.kind == "outlet"]
        if pred.kind == "verb" and (pred.impersonal or pred.clause.kind != "root"):
            return self.last_subject
        return []

    def _issuer(self, pred: Pred) -> list[Arg]:
        """ "قال البيان الذي نشر على موقع الوزارة": the body that the statement's own clause names."""
        for p in self._preds:
            if p.clause.kind == "rel" and p.clause.parent is pred.clause:
                found = [a for a in p.args if a.mention.kind == "government-body"]
                if found:
                    return found
        return []

    def _carrier(self, pred: Pred, made: list[Draft]) -> Draft | None:
        """The meeting in which something is said to have been done: "تم خلال الاتصال بحث …"."""
        if pred.kind == "noun" and pred.governor is not None and any(o.cls in ("passive", "host") for o in pred.governor.operators):
            for child in pred.governor.children:
                if child.link == "time:during" and any(f.type == "CONSULT" for f in child.frames):
                    return next((d for d in made if d.pred is child), self.last_meeting)
        return None

    def evidence(self, pred: Pred, parsed: Parsed) -> Span:
        """The stretch of text from the predicate's first argument (or what it hangs on) to its last."""
        tokens = self.a.tokens
        first, last = pred.first, pred.last
        for a in (*pred.args, *self.subject(pred)):
            if parsed.sentence.first <= a.mention.first < parsed.sentence.last:
                first, last = min(first, a.mention.first), max(last, a.mention.last)
        if pred.governor is not None:
            first = min(first, pred.governor.first)
        return Span(tokens[first].start, tokens[last - 1].stop)

    # ---------------------------------------------------------------- people of an event

    def participants(self, mentions: Iterable[Mention]) -> tuple[Participant, ...]:
        """Mentions as participants of an event: one for each entity, the first mention wins; an office without entity stands by its text."""
        out: dict[str, Participant] = {}
        for m in mentions:
            for e in m.entities if m.kind in ACTOR_KINDS else ((m.stands_for,) if m.stands_for else ()):
                entity = self.entity(e)
                country = entity.country or m.country
                out.setdefault(e, Participant(e, country, m.role, m.text, m.span))
            if m.kind == "role" and not m.entities:
                out.setdefault(m.text, Participant(None, m.country, m.role, m.text, m.span))
        return tuple(out.values())

    def entity(self, ref: str) -> Entity:
        """The entity with this id: the report's own, else the world's, which is then the report's too."""
        found = self.a.entities.get(ref)
        if found is None:
            found = self.a.entities[ref] = self.world.entity(ref)
        return found


def _brings(o: Operator, governor: Pred, link: str) -> bool:
    """Does the operator's event hang on it by this link? A decision may have its own behind "ب" ("القرار القاضي برفع …")."""
    if o.link:
        return fold(o.link) == fold(link)
    return link in ("obj", "subj", "gen") or (governor.kind == "noun" and o.cls == "decide" and fold(link) == "ب")


def _is_pledge(draft: Draft, made: Sequence[Draft]) -> bool:
    """Is the agreement only a pledge of aid that is coded as aid planned?"""
    return draft.type == "AGREE" and any(d.type == "AID" and d.status == "planned" and d.pred.governor is draft.pred for d in made)


def _refs(parts: Mapping[str, Sequence[Mention]], *names: str) -> set[str]:
    """The entities in these parts of an event."""
    return {e for name in names for m in parts.get(name, ()) for e in m.entities}


def _first(m: Mention) -> int:
    return m.first


def _goes(pred: Pred) -> bool:
    """May ل behind this verb say what for? It arrives or travels, or no frame of its own takes ل."""
    return pred.kind == "verb" and (any(f.mode == "visit" for f in pred.frames) or not any("ل" in f.parts for f in pred.frames))


def _carries(pred: Pred, link: str) -> bool:
    """Is it an operator of what hangs on it with this link?"""
    return any((not o.link and fold(link) in _CLOSE) or (o.link and fold(o.link) == fold(link)) for o in pred.operators)


def _needed(pred: Pred | None) -> bool:
    """Does the noun hang, at any depth, on "it is necessary to", "there is need of"?"""
    depth = 0
    while pred is not None and depth < 4:
        if pred.link.startswith("need"):
            return True
        pred, depth = pred.governor, depth + 1
    return False


def below(pred: Pred, depth: int = 0) -> Iterable[Pred]:
    """The predicates that hang on this one, at any depth."""
    if depth < 5:
        for child in pred.children:
            yield child
            yield from below(child, depth + 1)


def _up(clause: Clause) -> Iterable[Clause]:
    """The clause and those above it, as many as a reader keeps in mind."""
    probe: Clause | None = clause
    for _ in range(12):
        if probe is None:
            return
        yield probe
        probe = probe.parent


def _speakers(clause: Clause) -> Iterable[Pred | Arg]:
    probe: Clause | None = clause
    while probe is not None:
        yield from probe.sources
        if probe.kind == "comp" and probe.head is not None and any(f.say for f in probe.head.frames):
            yield probe.head
        probe = probe.parent


@lru_cache(maxsize=65536)
def _bases(word: str) -> frozenset[str]:
    """A folded word with and without its particles, article and accusative ending."""
    out = {word}
    for head in ("و", "ف", "ب", "ل", "ك"):
        if word.startswith(head):
            out.add(word[1:])
    out |= {w[2:] for w in out if w.startswith("لل")}
    out |= {w[2:] for w in out if w.startswith("ال")}
    out |= {w[:-1] for w in out if w.endswith("ا")}
    return frozenset(out)


def _days(iso: str) -> int:
    """The number of a day, for differences; 0 where the date is none."""
    try:
        return datetime.date.fromisoformat(iso).toordinal()
    except ValueError:
        return 0
