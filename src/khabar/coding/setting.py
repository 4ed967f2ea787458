"""The setting of an act: its own date, its place, its matter, and at whose wish it was done."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property

from khabar.coding.apart import gap
from khabar.coding.draft import AND, COMMAS, FORCE, TAKEN_IN, bases, below, has_article, refs, week_on
from khabar.coding.thread import Thread
from khabar.coding.tree import FROM, MISSIONS, Arg, Pred
from khabar.model import Mention, Span, Topic, When
from khabar.packs import Frame
from khabar.text import fold
from khabar.when import WHOLE_DAY
from khabar.world import World

_NOT_YET = frozenset(("plan", "propose", "want", "try", "cancel", "postpone"))  # the day of saying so is not that of the act
_MAIN = ("root", "coord")
_WITHIN = ("في", "ب")
_REGIONS = ("governorate", "region")
_TRUCES = ("ceasefire",)
_FORCES_MOVED = ("MOBILIZE", "COOPERATE")  # "أجاز البرلمان نشر قوات في ليبيا": what is done with forces, in a land too
_FIGHTERS = ("government-body", "armed-group", "party", "group")
_TWO = 2
_CLOSE_BY = 6  # tokens between a region and the town in it
_BETWEEN = "بين"
_AGAINST = "ضد"
_GATHERED = ("CONSULT", "AGREE")
_MEET = frozenset(_GATHERED)
_SEATS: dict[int, tuple[World, dict[str, str]]] = {}  # remembered for each world, which is kept beside it
_CONCLUDED = frozenset(("AGREE", "SANCTION"))  # acts whose object is what they bring about: a treaty, sanctions
_MET_WITHIN = 6  # tokens behind the last party in which the place of a meeting stands
_EARLIER = ("time:after", "time:before", "time:since")
_PARTS = frozenset(("gen", "ل"))
_TOGETHER = "مع"
_BUILDINGS = frozenset(("palace", "airport", "base"))
_WORDS = frozenset(("ACCUSE", "SUPPORT", "REJECT", "THREATEN"))
_ANNOUNCED = frozenset(("SANCTION", "ACCUSE", "CONCEDE", "AGREE", "SUPPORT"))  # what is done by saying so, and nobody sees done
_ACTS_OF_SPEECH = _WORDS | {"REQUEST", "CONCEDE"}
_OPENING = 30  # tokens from the start of a sentence in which the phrase that it opens with ends
_BEHIND_COMMA = 3
_NEAR_THE_LEAD = 160  # tokens from the dateline in which a meeting is told to which it leads
_LEAD = 25  # tokens from the dateline in which the lead tells its act
_THE = "ال"
_ADVERB = "ا"
_TOWNS = ("capital", "city", "town")
_ON_THE_GROUND = FORCE | {"RETREAT", "AID"}  # what an agreement may be about that has a place of its own
_DASHES = frozenset(("-", "–", "—", "ـ", ":", "/"))
_BRACKETS = frozenset(("(", "["))
_NEAR_BY = 8  # acts back in which the same two are looked for
_MEETINGS = 12  # acts back in which a visit is looked for
_TURNS = ("cause", "time", "comp", "conj")  # classes of words with which something else begins
_STRETCH = 14  # tokens behind an act of force in which its town stands
_IT = "ها"
_PLACED = 4  # tokens behind a party in which the name of the place ends where it is
_TO_TOWN = 5  # tokens behind a building in which its town is named
_CROWD = 3  # acts back in which the protest is told that is broken up
_TOLD = ("happened", "ongoing", "told")
_HELD = ("happened", "ongoing")
_FAR = 30  # tokens behind an attack in which its town is told, where nothing else is told before
_ON, _INTO = "علي", frozenset(("في", "الي"))
_FROM = 8  # tokens behind a call in which "from" says who made it


class Setting:
    """Reads date, place, matter and initiator of one act."""

    def __init__(self, thread: Thread) -> None:
        self.thread, self.a, self.pack, self.world = thread, thread.a, thread.pack, thread.world

    def date(self, pred: Pred) -> When | None:
        probe: Pred | None = pred
        types = pred.types
        if pred.kind == "noun" and not pred.dates and (day := self._day_of_it(pred)) is not None:
            return day
        if not pred.dates and (day := self._day_of_object(pred)) is not None:
            return day
        for _ in range(4):
            if probe is None:
                break
            if probe.dates:
                return probe.dates[0]
            if (day := self._day_so_long_before(probe)) is not None:
                return day
            over = probe.governor.operators if probe.governor is not None else ()
            if probe.link.startswith((*_EARLIER, "cause", "idea")):
                break
            if probe.governor is not None and any(o.cls in _NOT_YET for o in over):  # "تعتزم إجراء مناورات في العاشر من الشهر المقبل"
                return next((d for d in probe.governor.dates if self.a.day and d.value > self.a.day), None)
            if probe.reading.pronoun and probe.kind == "noun" and "CONSULT" in types and any(o.cls == "decide" for o in over):
                break  # "أعلن أمس زيارته": the day of the announcement
            if probe.kind == "noun" and self.a.tokens[max(0, probe.first - 1)].fold in self.pack.word_class("victims"):
                break  # "أعلنت الاثنين ارتفاع عدد ضحايا الهجوم": the day of the count
            coded = [d for d in self.thread.made if d.pred is probe.governor and not d.pred.operators]
            if probe.kind == "noun" and coded and not any(d.type in types for d in coded):
                break  # "طالبت أمس بانسحاب القوات": the day of another act
            probe = probe.governor
        day = self._day_of_statement(pred) or self._day_before(pred) or self._day_of_occasion(pred)
        if (day := day or self._day_of_saying(pred) or self._day_of_journey(pred)) is not None:
            return day
        for child in pred.children:
            if child.link == "time:during" and "CONSULT" in child.types and (day := next(iter(child.dates), None) or self._day_of_that(child)):
                return day
        for rel in self.thread.relatives(pred):
            if rel.dates:
                return rel.dates[0]
        return None

    def _day_of_it(self, noun: Pred) -> When | None:
        """ "لقاء كان سيجمعه اليوم بالرئيس", "قمة تستضيفها إسطنبول الجمعة المقبل": the day in the clause that describes a noun."""
        parts = [noun, *(c for c in noun.children if c.kind == "noun" and c.link in _PARTS)]  # "وقف لإطلاق النار يبدأ غدا"
        rel = next((r for part in parts for r in self.thread.relatives(part) if r.dates and not r.says), None)
        if rel is None:
            return None
        day, verb = rel.dates[0], rel.reading.verb
        to_come = verb is not None and verb.tense != "past" and not rel.was and day.basis == "weekday"
        return week_on(day) if to_come and self.a.day and day.value < self.a.day else day

    def _day_of_object(self, pred: Pred) -> When | None:
        """ "ردا على فرض كمبالا عقوبات الخميس": the day behind the object of a noun. "كانت الرئاسة أدانت إغلاق المعبر اليوم": what was done on the
        report's own day is condemned or refused on that day."""
        objects = [(c, days) for c in pred.children if c.kind == "noun" and c.link in ("obj", *_WITHIN) and len(days := self._days_at(c)) == 1]
        if len(objects) != 1:
            return None
        thing, (day,) = objects[0]
        if pred.kind == "verb" and thing.link == "obj" and not _CONCLUDED.isdisjoint(pred.types & thing.types):
            return day  # "وقعت إثيوبيا اتفاق سلام في يوليو الماضي", "فرضت عقوبات على طهران العام الماضي"
        if pred.kind == "noun":
            return day if thing.link == "obj" and not pred.types.isdisjoint(thing.types - {None}) else None
        answers = pred.kind == "verb" and not pred.types.isdisjoint(_WORDS) and not pred.future and pred.negated is None
        return day if answers and thing.dates and day.value == self.a.day and "CONSULT" not in thing.types else None

    @staticmethod
    def _days_at(noun: Pred) -> list[When]:
        """The days behind a noun, or behind the noun that says of what it is ("معاهدة تعاون مع العراق عام 2004")."""
        return noun.dates or [d for c in noun.children if c.kind == "noun" and c.link == "gen" for d in c.dates]

    def _day_so_long_before(self, noun: Pred) -> When | None:
        """ "علق الجيش أمس مشاركته بعد يومين من موافقة الطرفين على الهدنة": counted back from the day of the act that came after."""
        over, apart = noun.governor, gap(noun, self.a, self.pack)
        days = [d for d in over.dates if len(d.value) == WHOLE_DAY and d.end is None and "X" not in d.value] if over is not None else []
        return apart.before(days[0].value) if apart is not None and len(days) == 1 else None

    def _day_before(self, pred: Pred, depth: int = 0) -> When | None:
        """ "كان قد زار طرابلس الأربعاء، والتقى السراج", "توعدت السبت بأن …، متهمة سيول": the day of the verb that this one goes on from."""
        if pred.kind == "participle" and pred.clause.verb is pred:
            over = pred.clause.head
        elif pred.kind == "verb" and pred.reading.conj == AND and pred.clause.kind == "coord" and not pred.subject:
            over = next((p for p in reversed(self.thread.preds) if p.first < pred.first and p.kind == "verb" and p.clause.kind in _MAIN), None)
            if over is not None and not pred.clause.topic and (over.subject or not over.clause.background or pred.strange):
                over = None  # but "كان شبان قد خرجوا مطلع الشهر، وأحرقوا": those whom nobody knows go on too
        else:
            return None
        mine, verb = pred.reading.verb, over.reading.verb if over is not None else None
        if over is None or verb is None or verb.tense != "past" or (mine is not None and mine.tense != "past"):
            return None
        if not over.dates and depth < _NEAR_BY:  # "كان قد اجتمع الجمعة بالسفراء وأطلعهم على الكارثة، مناشدا": the day stands further back
            return self._day_before(over, depth + 1)
        if len(over.dates) != 1:
            return None
        return over.dates[0] if not (self.a.day and over.dates[0].value > self.a.day) else None

    def _day_of_statement(self, pred: Pred) -> When | None:
        """ "أدانت مصر، في بيان صدر مساء السبت، الهجوم", "رفض في خطاب ألقاه الأحد": the day on which that came out in which one blames."""
        if pred.kind != "verb" or pred.types.isdisjoint(_ACTS_OF_SPEECH) or pred.negated is not None:
            return None
        tokens, other = self.a.tokens, next((p for p in self.thread.preds if p.kind == "verb" and p.first > pred.first), None)
        if other is None or other.clause.kind != "rel" or len(other.dates) != 1 or other.reading.verb is None or other.reading.verb.tense != "past":
            return None
        for i in (other.first - 1, other.first - 2):  # "في بيان صدر", "في مؤتمر صحفي عقده"
            phrase = self.pack.phrase_at(tokens, i) if i > pred.last else None
            if phrase is not None and phrase.cls == "medium" and i + len(phrase.tokens) == other.first and tokens[i - 1].fold == _WITHIN[0]:
                return other.dates[0] if not (self.a.day and other.dates[0].value > self.a.day) else None
        return None

    def _day_of_occasion(self, pred: Pred) -> When | None:
        """ "وفي اتصال جرى مساء الاثنين، اتفق الوزيران", "وخلال مؤتمر عقده الأحد، اتهم": the day in the phrase that the sentence opens with.

        It is that of the main verb behind the comma, and of the occasion itself.
        """
        tokens, first = self.a.tokens, self.thread.sentence_start
        opens = tokens[first].fold.removeprefix(AND)
        phrase = self.pack.phrase_at(tokens, first)
        during = phrase is not None and (phrase.cls, phrase.value) == ("time", "during")
        if opens not in _WITHIN and not during and opens not in self.pack.word_class("during"):
            return None
        stop = next((i for i in range(first + 1, min(first + _OPENING, self.thread.sentence_end)) if tokens[i].fold in COMMAS), None)
        said = [p for p in self.thread.preds if stop is not None and p.first < stop]
        if stop is None or not said or any(p.clause.kind == "comp" for p in said):
            return None
        occasion = pred is said[0] and pred.kind == "noun" and "CONSULT" in pred.types and pred.governor is None
        main = next((p for p in self.thread.preds if p.kind == "verb" and p.first > stop), None)
        if not occasion and (pred is not main or pred.reading.conj or pred.first - stop > _BEHIND_COMMA):
            return None
        days = [d for p in said for d in p.dates if d.span is not None and tokens[first].start <= d.span.start <= tokens[stop].start]
        return days[0] if len(days) == 1 and not (self.a.day and days[0].value > self.a.day) else None

    def _day_of_saying(self, pred: Pred) -> When | None:
        """ "قال الوزير الاثنين إن بلاده ترفض", "وعد السبت بأنه لن يقبل": who refuses, asks or accuses in what he says does it when he says it."""
        over, verb = pred.clause.head, pred.reading.verb
        if pred.kind != "verb" or pred.clause.kind != "comp" or pred.clause.verb is not pred or over is None or not over.says or verb is None:
            return None
        announced = "decide" in over.operates and pred.clause.spoken_for and not pred.types.isdisjoint(_ANNOUNCED)  # "أعلنت السبت أنها طردت"
        to_come = verb.tense == "future" and not pred.negated  # "أعلنت السبت أنها ستطرد": when she will is not said
        if (verb.tense == "past" and not announced) or to_come or pred.was or len(over.dates) != 1:
            return None
        if pred.types.isdisjoint(_ACTS_OF_SPEECH) and not (announced and verb.tense == "past"):
            return None
        return over.dates[0] if not (self.a.day and over.dates[0].value > self.a.day) else None

    def _day_of_that(self, meeting: Pred) -> When | None:
        """ "اجتمع الوزيران أمس في القاهرة. … وطلب خلال اللقاء": the day of the meeting told last, which a definite noun without one takes up."""
        if not meeting.definite or meeting.children or meeting.args:
            return None
        told = (d for d in reversed([*self.thread.drafts[-_MEETINGS:], *self.thread.made]) if d.type == "CONSULT" and d.status in _TOLD)
        last = next(told, None)
        return last.date if last is not None and last.mode != "visit" else None

    def _day_of_journey(self, pred: Pred) -> When | None:
        """ "يتوجه إلى طهران الأسبوع المقبل، حيث سيلتقي الرئيس": whom he will meet there he meets then."""
        over, verb = pred.clause.parent.verb if pred.clause.parent is not None else None, pred.reading.verb
        if over is None or verb is None or verb.tense == "past" or pred.kind != "verb" or len(over.dates) != 1:
            return None
        phrase = self.pack.phrase_at(self.a.tokens, pred.first - 1)
        there = phrase is not None and (phrase.cls, phrase.value) == ("conj", "joins")
        ahead = over.reading.verb is not None and over.reading.verb.tense != "past"
        return over.dates[0] if there and ahead and "CONSULT" in over.types and "CONSULT" in pred.types else None

    def place(self, pred: Pred, parts: dict[str, list[Mention]], frame: Frame, status: str) -> str | None:
        """Where: a place named with the act; a palace or airport counts as its town. Force and truces happen in states too; words nowhere."""
        if frame.type in _WORDS or frame.type == "REQUEST":
            if frame.type == "ACCUSE" and "diplomatic" in frame.contexts:
                return self._where_he_serves(parts)
            return self._where_he_spoke(pred)  # but "اعتبر أن المجلس الحاكم في باماكو غير شرعي", "حثت السفارة الأميركية في طرابلس الجماعات المسلحة"
        over = pred.governor
        met = any(d.pred is over and d.type in _GATHERED for d in self.thread.made)
        apart = over is not None and met and frame.type not in _GATHERED  # "اتفقوا في جنيف على سحب القوات"
        theirs = {a.mention.first for a in over.args} if over is not None and apart else ()
        if frame.mode == "discontinue":
            theirs = {m.first for m in parts.get("recipient", ())}  # "قطعت الخرطوم علاقاتها بأبوظبي", "ألغى زيارته إلى إسطنبول"
        found = [m for m in parts.get("place", ()) if m.entities and m.first not in theirs]
        carried: list[Mention] = []  # "انطلقت اليوم في قطر المفاوضات"
        aside = frame.type == "CONSULT" and pred.link == "subj" and over is not None and not over.operators
        # "أثار لقاء الوزيرين غضبا في ليبيا": where that came of it, not where they met
        if over is not None and over.kind != "noun" and not (apart or aside) and not (pred.link.startswith(_EARLIER) and frame.type in FORCE):
            carried = [
                a.mention
                for a in over.args
                if a.mention.entities and fold(a.prep) in ("في", "ب") and not a.gap and a.mention not in parts.get("about", ())
            ]
            found += carried
        found += [m for m in (*self._beside(pred, frame), *self._of_what_is_described(pred)) if m.first not in theirs or frame.mode != "discontinue"]
        if frame.type == "SANCTION" and frame.mode == "withdraw":
            found += [m for m in parts.get("recipient", ()) if m.kind == "place" and m.entities]  # "سحبت سفيرها في برلين": where he was
        if frame.mode == "visit":
            found += [a.mention for a in pred.of_role("object") if a.mention.kind == "place" and a.mention.entities]  # "في زيارته روما"
        if frame.type in _FORCES_MOVED:
            found += [a.mention for c in pred.children if c.link in ("obj", "gen") for a in c.args if a.mention.entities and self._is_at(a)]
        held: list[Mention] = []
        if frame.mode == "withdraw":
            found += [a.mention for a in pred.args if a.mention.entities and fold(a.prep) == "من"]  # "سحب القوات من سوريا"
        if frame.type in FORCE:
            found += self._struck(pred, parts)
        elif frame.mode in _TRUCES:
            found += [m for m in self._struck(pred, parts) if self._held_in(m, pred.last) is not None]
        elif frame.type in _GATHERED and frame.mode != "phone":
            beside = [*pred.children, *self._opening_with(pred)]
            during = [m for c in beside if c.link == "time:during" for m in self._met_at(c, {"actor": [a.mention for a in c.args]})]
            begun = [m for m in carried if m.first < pred.first and not any(d.pred is over for d in self.thread.made)]
            held = [*self._hosted_in(pred), *self._met_at(pred, parts), *during, *begun]
            if over is not None and over.kind == "verb" and "host" in over.operates:
                at_whose = self.thread.subject(over)
                held += [a.mention for a in at_whose if len(at_whose) == 1 and a.mention.kind in ("state", "place")]  # "تستضيف قطر محادثات"
            found += [*held, *self._signed_in(pred, frame)]
            found += self._in_a_house(pred)
            what = () if pred.of_role("object") else (c for c in pred.children if c.link == "obj")  # not "التقى نظيره لبحث … وفتح مكتب في أربيل"
            found += [a.mention for c in what for a in c.args if a.mention.kind == "place" and self._is_at(a)]
        found += self._aimed_at(frame, parts) + self._arrived_at(pred, frame, parts)
        if frame.type == "AGREE" and fold(pred.lemma) not in self.pack.word_class("signs"):
            found = [m for m in found if m.first < self._matter_of(pred) or m in held] or self._told_at(pred)
        if frame.type == "MOBILIZE":
            found = [m for m in found if not self._is_from(m.first)]  # "نقل جنوده من هذه القاعدة إلى الأردن"
        if frame.type == "ASSAULT":
            found.sort(key=lambda m: abs(m.first - pred.last))  # "غارات على كابل وسوق في ولاية بكتيكا"
        for m in self._towns_first([m for m in found if not self._is_elsewhere(m, pred)]):
            if frame.type in _GATHERED and (building := self._seat(m)) is not None:
                return building
            if m.kind == "place" and not (frame.type in FORCE and self._is_wide(m)):  # "في مالي الواقعة غرب أفريقيا"
                ref = m.entities[0]
                place = self.a.places.get(ref)
                town = self.a.places.get(place.part_of) if place is not None and place.kind in _BUILDINGS else None
                if town is not None and place is not None and town.kind not in _REGIONS:  # but "عين الأسد" lies in no town
                    ref = place.part_of
                return ref
        there = self._in_the_capital(pred, parts, frame) or self._in_the_town(pred, frame) or self._further_on(pred, frame)
        if there is not None:
            return there
        if frame.type in FORCE or frame.type == "RETREAT":
            found += [m for m in parts.get("recipient", ()) if m.rule == "land"]  # "اخترقت الأجواء السودانية"
        lands = [m for m in (found if frame.type in (*FORCE, *_FORCES_MOVED, "RETREAT") else held) if m.kind == "state"]
        lands = lands or (self._towns_of(pred, parts) if frame.type == "ASSAULT" else []) or self._in_towns_of(pred, frame)
        if lands:
            return self._capital_of(lands[0]) or lands[0].entities[0]
        if frame.type in FORCE and (sea := next((m for m in found if self._is_wide(m) and self._is_in(m)), None)) is not None:
            return sea.entities[0]  # "احتجزت سفينة في الخليج"; but "في مالي الواقعة غرب أفريقيا"
        if (ground := self._on_whose_ground(pred, frame) or self._where_a_party_is(parts, frame) or self._among_themselves(parts, frame)) is not None:
            return ground
        if frame.type == "MOBILIZE" and (ground := self._on_own_ground(pred, parts)) is not None:
            return ground
        made_there = frame.type == "AGREE" and (pred.kind == "verb" or (pred.governor is not None and "host" in pred.governor.operates))
        if (made_there or (frame.type == "CONSULT" and frame.mode is None)) and (where := self._where_he_went(parts)) is not None:
            return where
        if frame.mode == "visit":
            if any(e.endswith(MISSIONS) for e in refs(parts, "recipient")):
                return self._where_it_stands(parts)
            hosts = self.thread.countries(parts, "recipient") - {None}
            there = self._where_he_went(parts, hosts) if hosts else self._where_he_goes(parts)
            return there or self._only_land(hosts)
        if frame.mode == "crowd-control":
            return self._where_the_crowd_was(parts)
        if frame.type == "PROTEST" and (there := self._whose_government_fell(pred)) is not None:
            return there
        if frame.type in ("ASSAULT", "COERCE") and frame.mode not in TAKEN_IN and (there := self._where_that_stands(pred)) is not None:
            return there
        if frame.type in FORCE and (there := self._where_they_just_were(pred, parts) or self._what_is_meant(pred, frame, parts)) is not None:
            return there
        here = self._away_from_home(pred, parts, frame) if status in _TOLD else None
        there = here or self._where_they_met(pred, parts, frame) or (self._where_others_met(pred, parts, frame) if status in _HELD else None)
        return there or (self._at_home(parts, frame) if status in _TOLD else None)

    def _where_a_party_is(self, parts: dict[str, list[Mention]], frame: Frame) -> str | None:
        """ "أفرجت السلطات في النيجر عن", "أطلق المسلحون في اليمن سراح": the place right behind who did it, or whom it was done to."""
        if frame.type not in FORCE and (frame.type != "RETREAT" or frame.mode in _TRUCES):
            return None  # "اتفقت كينيا وأوغندا في أديس أبابا على وقف إطلاق النار"
        for who in (m for part in ("actor", "recipient") for m in parts.get(part, ())):
            behind = self.thread.within(who.last, min(who.last + _PLACED, self.thread.sentence_end))
            there = next((m for m in behind if m.kind in ("place", "state") and m.entities), None)
            if there is not None and self._held_in(there, who.last) == who.last:
                return there.entities[0]
        return None

    def _at_home(self, parts: dict[str, list[Mention]], frame: Frame) -> str | None:
        """ "اعتقلت السلطات التشادية معارضين", "تظاهر آلاف الإيرانيين": the land of all of them, where people of one land alone are in it."""
        if frame.type not in ("COERCE", "PROTEST", "ASSAULT") and frame.mode != "release":
            return None
        met = parts.get("recipient", ())
        if frame.type == "PROTEST":  # "اقتحم متظاهرون السفارة السويدية", "هتف المتظاهرون ضد أذربيجان": not in the land against which they protest
            met = [m for m in met if m.kind != "state" and not any(e.endswith(MISSIONS) for e in m.entities)]
        here = self.thread.countries(parts, "actor") | self.thread.countries({"recipient": [*met]}, "recipient")
        if frame.mode == "release" and not parts.get("actor"):
            return None  # "الإفراج عن ستة أسرى كينيين": they were held by somebody, and mostly not at home
        if frame.type != "ASSAULT":
            here -= {None}
        elif not (parts.get("actor") and parts.get("recipient")):
            return None  # "قتل جنديان كينيان": they may have been anywhere
        return self._only_land(here)

    def _only_land(self, countries: Collection[str | None]) -> str | None:
        """The state of these countries, where it is one alone."""
        state = f"state/{next(iter(countries))}" if len(countries) == 1 else ""
        return state if state in self.world.states else None

    def _towns_of(self, pred: Pred, parts: dict[str, list[Mention]]) -> list[Mention]:
        """ "غارات على قرى كينية", "عدوان أوغندا على كينيا": the land whose towns are struck, or on which an attack by a state is made."""
        tokens, towns = self.a.tokens, self.pack.word_class("towns")
        hit = [m for m in parts.get("recipient", ()) if m.entities and m.entities[0] in self.world.states]
        on = {a.mention.first for a in pred.args if fold(a.prep) == _ON}
        return [m for m in hit if not bases(tokens[m.first - 1].fold).isdisjoint(towns) or (m.first in on and m.kind == "state")]

    def _in_towns_of(self, pred: Pred, frame: Frame) -> list[Mention]:
        """ "أحرق محتجون في مدن مغربية علما": the land in whose towns the protest is."""
        if frame.type != "PROTEST":
            return []
        tokens, towns = self.a.tokens, self.pack.word_class("towns")
        near = (m for first, stop in self._stretches(pred) for m in self.thread.within(first, stop) if m.rule == "demonym" and m.entities)
        return [m for m in near if tokens[m.first - 1].fold in towns and tokens[m.first - _TWO].fold == _WITHIN[0]]

    def _is_in(self, m: Mention) -> bool:
        """ "في الخليج", "إلى الخليج", "في مياه الخليج": does a preposition of place stand before a mention or the noun before it?"""
        before = [self.a.tokens[i].fold for i in range(max(0, m.first - 2), m.first)]
        return not {*before}.isdisjoint(_INTO) or fold(m.prep) == _WITHIN[1]

    def _opening_with(self, pred: Pred) -> list[Pred]:
        """ "وعلى هامش القمة في أوغندا، التقى الرئيسان": the meeting in the phrase with which the clause of a verb opens."""
        if pred.kind != "verb":
            return []
        before = (p for p in self.thread.preds if p.first < pred.first and p.clause is pred.clause)
        return [p for p in before if p.kind == "noun" and p.governor is None and "CONSULT" in p.types]

    def _in_a_house(self, pred: Pred) -> list[Mention]:
        """ "التقى نظيره بمقر إقامته في كمبالا", "عقدا جلسة مباحثات في كمبالا": the town behind a house where they met, or such a noun."""
        houses, tokens = self.pack.word_class("premises"), self.a.tokens
        near = [c for c in pred.children if c.kind == "noun"]
        talks = [c for c in near if c.link == "gen" and not c.types.isdisjoint(_GATHERED)]
        halls = [c for c in near if fold(c.link) in _WITHIN and any(bases(t.fold) & houses for t in tokens[max(0, c.first - 1) : c.last])]
        return [a.mention for c in (*talks, *halls) for a in c.args if a.mention.kind == "place" and a.mention.entities and self._is_at(a)]

    def _towns_first(self, found: list[Mention]) -> list[Mention]:
        """ "في محافظة صعدة قرب بلدة كتاف": a town that stands close by a region says more."""
        out = list(found)
        for k, m in enumerate(found):
            wide = self.a.places.get(m.entities[0]) if m.kind == "place" else None
            if wide is None or wide.kind not in _REGIONS:
                continue
            near = (o for o in found if o.kind == "place" and abs(o.first - m.first) <= _CLOSE_BY and o is not m)
            town = next((o for o in near if (p := self.a.places.get(o.entities[0])) is not None and p.kind in _TOWNS), None)
            if town is not None:
                out[k] = town
        return out

    def _of_what_is_described(self, pred: Pred) -> list[Mention]:
        """ "تفجير مقرها في بغداد، الذي قتل فيه المبعوث", "انطلقت في كينيا مناورات ينفذها الجيشان": where the deed was of which a clause says more."""
        noun = pred.clause.antecedent if pred.kind == "verb" and pred.clause.kind == "rel" and pred.clause.verb is pred else None
        if not isinstance(noun, Pred) or noun.types.isdisjoint(pred.types):
            return []
        over = noun.governor
        carried = over.args if over is not None and over.kind == "verb" and over.types <= {None} else ()
        return [a.mention for a in (*noun.args, *carried) if a.mention.entities and self._is_at(a)]

    def _on_whose_ground(self, pred: Pred, frame: Frame) -> str | None:
        """ "تعرضت قوة لكمين داخل الأراضي السودانية", "اخترقت طائرة الحدود السودانية الإثيوبية": the land, or whose border it is, the first of two."""
        if frame.type not in FORCE and frame.type != "RETREAT":
            return None
        tokens, borders = self.a.tokens, self.pack.word_class("border")
        for first, stop in self._stretches(pred):
            for m in self.thread.within(first, stop):
                before = m.first - 1 - (tokens[m.first - 1].fold == _BETWEEN)
                border = before >= first and bool(bases(tokens[before].fold) & borders)
                if m.entities and m.entities[0] in self.world.states and (m.rule == "land" or border):
                    return m.entities[0]
        return None

    def _on_own_ground(self, pred: Pred, parts: dict[str, list[Mention]]) -> str | None:
        """ "حذرت كينيا بعد اختراق طائرة للحدود المشتركة", "اخترقت طائرة أجواء البلاد": the land that is gone into, where it has no other name."""
        theirs = self.thread.countries(parts, "recipient") - {None}
        words = self.pack.word_class("own-ground")
        told = any(not bases(t.fold).isdisjoint(words) for first, stop in self._stretches(pred) for t in self.a.tokens[first:stop])
        return self._only_land(theirs) if told else None

    def _among_themselves(self, parts: dict[str, list[Mention]], frame: Frame) -> str | None:
        """ "هدنة بين الجيش السوداني وقوات الدعم السريع", "اشتباكات بين الجيش والدعم السريع": the land of those who fight each other, or cease to."""
        mutual = frame.type == "ASSAULT" and not parts.get("recipient")
        if not mutual and frame.mode not in _TRUCES:
            return None
        here, sides = self.thread.countries(parts, "actor") | self.thread.countries(parts, "recipient"), refs(parts, "actor", "recipient")
        groups = [m for part in ("actor", "recipient") for m in parts.get(part, ()) if m.kind in _FIGHTERS]
        return self._only_land(here) if len(sides) > 1 and groups else None

    def _where_he_goes(self, parts: dict[str, list[Mention]]) -> str | None:
        """ "وصل الرئيس إلى بغداد. … ورأى أن زيارة الرئيس تأتي في وقت حساس": where the visit of the same man led that was told before."""
        told = (d for d in reversed([*self.thread.drafts[-_MEETINGS:], *self.thread.made]) if d.mode == "visit" and not d.background)
        return next((d.place for d in told if refs(d.parts, "actor") & refs(parts, "actor")), None)

    def _where_it_stands(self, parts: dict[str, list[Mention]]) -> str | None:
        """ "اقتحم محتجون سفارة السويد في أنقرة. … وزار الوزير السفارة": where something else was done at the embassy, which does not lie in the land
        that it is of."""
        told = (d for d in reversed([*self.thread.drafts[-_MEETINGS:], *self.thread.made]) if refs(d.parts, "recipient") & refs(parts, "recipient"))
        return next((d.place for d in told if d.place and self._land(d.place) not in self.thread.countries(parts, "recipient")), None)

    def _where_that_stands(self, pred: Pred) -> str | None:
        """ "استهداف الكلية العسكرية بطرابلس … قصفت الطائرات الكلية": the place told right behind the same building, where it was named first."""
        tokens, houses = self.a.tokens, self.pack.word_class("premises") | self.pack.word_class("public")
        near = range(pred.last, min(pred.last + _TWO, self.thread.sentence_end))
        target = next((i for i in near if tokens[i].fold.startswith(_THE) and bases(tokens[i].fold) & houses), None)
        if target is None or self.thread.within(target, target + 1):
            return None
        for i in range(pred.first - 1, -1, -1):
            if tokens[i].fold.removeprefix(_WITHIN[1]) != tokens[target].fold:
                continue
            behind = next((m for m in self.a.mentions if i < m.first <= i + _TO_TOWN and m.kind == "place" and len(m.entities) == 1), None)
            adjectives = range(i + 1, behind.first) if behind is not None else ()
            if behind is not None and self._held_in(behind, i + 1) is not None and all(
                tokens[k].fold.startswith(_THE) or tokens[k].fold == _WITHIN[0] for k in adjectives
            ):
                return behind.entities[0]
        return None

    def _whose_government_fell(self, pred: Pred) -> str | None:
        """ "استقالت الحكومة على وقع احتجاجات": the land of who resigned over protests of which nothing else is told."""
        over = pred.governor if pred.kind == "noun" and pred.link.startswith("cause") else None
        if over is None or not any(f.mode == "resign" for f in over.frames):
            return None
        return self._only_land(self.thread.countries({"actor": [a.mention for a in self.thread.subject(over)]}, "actor") - {None})

    def _where_the_crowd_was(self, parts: dict[str, list[Mention]]) -> str | None:
        """ "شهدت سوسة مظاهرات حاشدة. وأطلقت الشرطة الغاز لتفريق المتظاهرين": the town of the protest told right before, in the same country."""
        home = self.thread.countries(parts, "actor")
        told = (d for d in reversed([*self.thread.drafts[-_CROWD:], *self.thread.made]) if d.type == "PROTEST" and d.status in _TOLD)
        town = next((d.place for d in told if d.place), None)
        return town if home <= {None} or self._land(town) in home else None

    def _where_they_just_were(self, pred: Pred, parts: dict[str, list[Mention]]) -> str | None:
        """ "داهم المسلحون مباني المنظمة في صنعاء واحتجزوا موظفيها": where the same people did what the verb goes on from."""
        if pred.kind != "verb" or pred.reading.conj != AND or pred.subject:
            return None
        last = next((d for d in reversed(self.thread.made) if d.pred.kind == "verb" and d.pred is not pred), None)
        same = last is not None and last.type in FORCE and bool(refs(last.parts, "actor") & refs(parts, "actor"))
        return last.place if last is not None and same and last.status in _TOLD else None

    def _where_he_serves(self, parts: dict[str, list[Mention]]) -> str | None:
        """ "استدعت الخارجية العراقية السفير التركي لدى بغداد": he comes to those who summon him, in the town of theirs in which he serves."""
        lands = self.thread.countries(parts, "actor")
        for i in (i for m in parts.get("recipient", ()) for i in range(m.first + 1, m.last)):
            for word in bases(self.a.tokens[i].fold):
                for name in self.world.names.get(word.removeprefix(_THE), ()):
                    town = self.a.places.get(name.ref) if name.what == "entity" else None
                    rest = tuple(self.a.folds[i + 1 : i + len(name.tokens)])
                    if town is not None and town.country in lands and town.kind not in _REGIONS and rest == name.tokens[1:]:
                        return name.ref
        return None

    def _where_he_spoke(self, pred: Pred) -> str | None:
        """ "اتهم الوزير، في مؤتمر صحفي عقده في باماكو، أوغندا": the town in which he said so."""
        if pred.kind != "verb":
            return None
        tokens, stop = self.a.tokens, min(pred.last + _STRETCH, self.thread.sentence_end)
        for m in self.thread.within(pred.last, stop):
            place = self.a.places.get(m.entities[0]) if m.kind == "place" and len(m.entities) == 1 else None
            if place is None or place.kind not in _TOWNS or m.last >= len(tokens):
                continue
            at = self._held_in(m, pred.last)
            phrases = (self.pack.phrase_at(tokens, i) for i in range(max(pred.last, (at or 0) - 4), at or 0))
            if at is not None and any(p is not None and (p.cls, p.value) == ("medium", "press-conference") for p in phrases):
                return m.entities[0]
        return None

    def _what_is_meant(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]]) -> str | None:
        """ "انسحبت القوات من بلدة مورك بعد عام على تطويقها", "تقع النقطة في مورك، وقد قصفتها الطائرات": the town just named, where "it" was hit."""
        if pred.reading.pronoun != _IT or parts.get("recipient") or frame.mode in TAKEN_IN or frame.type not in ("ASSAULT", "COERCE"):
            return None
        last = next(reversed(self.thread.before(pred.first)), None)
        town = self.a.places.get(last.entities[0]) if last is not None and last.kind == "place" and len(last.entities) == 1 else None
        here = last is not None and last.first >= self.thread.sentence_start
        return last.entities[0] if last is not None and here and town is not None and town.country else None

    def _capital_of(self, m: Mention) -> str | None:
        """ "اجتمعوا في عاصمة الكونغو": the town meant by a state and the word before it."""
        if not bases(self.a.tokens[max(0, m.first - 1)].fold) & self.pack.word_class("capital-noun") or m.entities[0] not in self.world.states:
            return None
        return self.world.states[m.entities[0]].capital or None

    def _in_the_capital(self, pred: Pred, parts: dict[str, list[Mention]], frame: Frame) -> str | None:
        """ "هجوم شنته قوات حفتر على العاصمة": the capital of whom it hits, of who strikes at home, else the one named last."""
        if frame.type not in FORCE and frame.type not in _GATHERED:
            return None
        tokens, words = self.a.tokens, self.pack.word_class("city-noun") - self.pack.word_class("town-noun")
        at = (i for first, stop in self._stretches(pred) for i in range(first, min(stop, len(tokens))) if tokens[i].fold in words)
        bare = next((i for i in at if not self.thread.within(i, i + 2)), None)
        if bare is None or (frame.type in _GATHERED and tokens[bare - 1].fold != _WITHIN[0] and not tokens[bare].fold.startswith(_WITHIN[1])):
            return None
        for part in ("recipient", "actor") if frame.type in FORCE else ():
            land = self._only_land(self.thread.countries(parts, part))
            if land is not None:
                return self.world.states[land].capital or None
        named = (m.entities[0] for m in reversed(self.thread.before(bare)) if m.kind == "place" and len(m.entities) == 1)
        last = next((ref for ref in named if ref in self.a.places and self.a.places[ref].kind == "capital"), None)
        scene = self.thread.scene.entities[0] if self.thread.scene is not None and self.thread.scene.entities else ""
        return last or (self.world.states[scene].capital or None if scene in self.world.states else None)

    def _in_the_town(self, pred: Pred, frame: Frame) -> str | None:
        """ "طوقت القوات المدينة", "سحب قواته من المنطقة": the place named last with that word before it, or the last town."""
        if frame.type not in FORCE and frame.type != "RETREAT" and frame.type not in _GATHERED:
            return None
        tokens, words, towns = self.a.tokens, self.pack.word_class("settlement"), self.pack.word_class("town-noun")
        over = pred.governor
        seen = [(over.last, pred.first)] if over is not None and over.kind == "verb" and over.types <= {None} else []  # "شهد المخيم اشتباكات"
        for i in (i for first, stop in (*seen, *self._stretches(pred)) for i in range(first, min(stop, len(tokens)))):
            heads = bases(tokens[i].fold) & words if has_article(tokens[i].fold) else frozenset()
            further = i + 1 < len(tokens) and tokens[i + 1].fold.startswith(_THE)  # "المنطقة الحدودية" is another
            left = frame.type == "MOBILIZE" and self._is_from(i)
            met = frame.type in _GATHERED and tokens[i - 1].fold != _WITHIN[0] and not tokens[i].fold.startswith(_WITHIN[1])  # not held there
            if not heads or further or left or met:
                continue
            for m in reversed(self.thread.before(i)):
                place = self.a.places.get(m.entities[0]) if m.kind == "place" and len(m.entities) == 1 else None
                named = bases(tokens[m.first - 1].fold) | bases(tokens[m.first].fold)  # "مخيم عين الحلوة" may be its whole name
                if place is not None and (heads & named or (heads & towns and place.kind in _TOWNS)):
                    return m.entities[0]
        return None

    def _away_from_home(self, pred: Pred, parts: dict[str, list[Mention]], frame: Frame) -> str | None:
        """ "جدة - وقع ممثلو الجيش السوداني والدعم السريع", "سوتشي، 24 نوفمبر – … في مستهل لقائه العاهل الأردني": the town of the dateline, where
        people from elsewhere meet, or not in the capital of one of them."""
        ref = self._dateline if frame.type in _GATHERED and frame.mode not in ("phone", "third-party") and parts.get("actor") else None
        town = self.a.places.get(ref or "")
        if ref is None or town is None or pred.future or pred.negated is not None:
            return None
        lead = pred.kind == "verb" and pred.clause.kind == "root" and pred.first < _LEAD
        over = pred.governor.reading.verb if pred.governor is not None else None
        told = pred.was or pred.clause.background or (over is not None and over.tense == "future")
        if not lead and (frame.type != "CONSULT" or told or pred.first > _NEAR_THE_LEAD):
            return None
        here = self.thread.countries(parts, "actor") | self.thread.countries(parts, "recipient")
        away = town.country not in here or (town.kind != "capital" and len(here - {None}) > 1)
        return ref if away and (not lead or town.country not in self.thread.countries(parts, "actor")) else None

    @cached_property
    def _dateline(self) -> str | None:
        """The town that the report opens with, before its agency or its date: "جدة - …", "بكين، 6 أبريل (الوكالة) – …"."""
        first, tokens = self.a.mentions[0] if self.a.mentions else None, self.a.tokens
        if first is None or first.first or first.kind != "place" or first.prep or len(first.entities) != 1:
            return None
        spans = [d.span for d in self.a.dates if d.span is not None and first.last <= self.a.token_from(d.span.start) <= first.last + _TWO]
        behind = self.a.token_from(spans[0].stop) if spans else first.last  # "نيويورك في 11 تموز - ", "الرياض 16 سبتمبر 2018 (الوكالة) "
        set_off = behind < len(tokens) and (tokens[behind].fold in _DASHES or (bool(spans) and tokens[behind].fold in _BRACKETS))
        return first.entities[0] if set_off or (spans and tokens[first.last].kind == "mark") else None

    def _where_they_met(self, pred: Pred, parts: dict[str, list[Mention]], frame: Frame) -> str | None:
        """ "اتفق الوزيران في موسكو على خفض التوتر. ووقعا بيانا": where the same two were told to meet just before."""
        here = self.thread.countries(parts, "actor")
        carrier = pred if pred.kind == "verb" else pred.governor
        done = carrier is not None and carrier.reading.verb is not None and carrier.reading.verb.tense == "past" and not carrier.future
        agrees = frame.type == "AGREE" and pred.kind == "verb" and done and not pred.was and not pred.clause.background
        meets = frame.type == "CONSULT" and done and carrier is not None and (carrier is pred or "light" in carrier.operates)
        them = refs(parts, "actor")
        if not (agrees or meets) or frame.mode is not None or (len(here) < _TWO and not agrees):
            return None
        told = [*self.thread.drafts[-_NEAR_BY:], *self.thread.made]
        alike = (d for d in reversed(told) if d.type in _GATHERED and d.status in ("happened", "told") and not d.background and d.place)
        alike = (d for d in alike if d.mode != "phone" and self.thread.countries(d.parts, "actor") == here)
        return next((d.place for d in alike if len(here) > 1 or (d.type == frame.type and refs(d.parts, "actor") == them)), None)

    def _told_at(self, pred: Pred) -> list[Mention]:
        """ "أعلن الأمين العام، في ختام مشاورات في جنيف، أن الوفدين اتفقا": where the talks were at which that is told."""
        over = pred.clause.head if pred.clause.kind == "comp" and pred.clause.verb is pred else None
        talks = [c for c in over.children if c.link == "time:during" and "CONSULT" in c.types] if over is not None and over.says else []
        return [a.mention for c in talks for a in c.args if a.mention.kind == "place" and a.mention.entities and self._is_at(a)]

    def _matter_of(self, pred: Pred) -> int:
        """ "تفاهم حول تخفيف المعاناة في تعز", "اتفقا على أن تهدأ الجبهة في غزة": the token behind which it is told what they agree on."""
        tokens, words = self.a.tokens, self.pack.word_class("topic-prep")
        for i in range(pred.last, self.thread.sentence_end):
            phrase = self.pack.phrase_at(tokens, i)
            if tokens[i].fold in words or (phrase is not None and phrase.cls == "comp"):
                return i
        return self.thread.sentence_end

    def _where_others_met(self, pred: Pred, parts: dict[str, list[Mention]], frame: Frame) -> str | None:
        """ "استقبل الأمير في جدة الوزير الإيراني. كما التقى الوزير نظيره الكويتي": where one of them was just told to meet others."""
        apart = frame.mode in ("phone", "third-party", "visit") or pred.was or pred.clause.background or pred.negated is not None
        if frame.type != "CONSULT" or apart:
            return None
        here = self.thread.countries(parts, "actor") - {None}
        for d in reversed([*self.thread.drafts[-_MEETINGS:], *self.thread.made]):
            met = d.type == "CONSULT" and d.mode != "phone" and d.status in _HELD and not d.background
            away = d.mode == "visit" and self._land(d.place) not in here  # "غادر مصر متوجها إلى كينيا. والتقى نظيره المصري"
            if met and d.place and not away and (self.thread.countries(d.parts, "actor") | self.thread.countries(d.parts, "recipient")) & here:
                return d.place
        return None

    @staticmethod
    def _is_at(a: Arg) -> bool:
        return fold(a.prep) in _WITHIN and not a.gap

    def _stretches(self, pred: Pred) -> list[tuple[int, int]]:
        """The stretches of the sentence that tell of the act: its own, and that of a clause that describes it ("هجوم شنته قوات على …")."""
        own = [(pred.last, min(pred.stop or pred.last + _STRETCH, pred.last + _STRETCH))]
        return own + [(r.last, min(r.stop or r.last + _STRETCH, r.last + _STRETCH)) for r in self.thread.relatives(pred) if pred.kind == "noun"]

    def _beside(self, pred: Pred, frame: Frame) -> list[Mention]:
        """Where the clause opens ("وفي إسطنبول، تجمع …"), where the meeting was in which it was done, where "the talks that he held" were."""
        args = [*pred.clause.scene, *(a for a in pred.args if a.mention.kind == "place")]
        for child in pred.children:
            if child.link == "time:during":
                args += child.args
        if pred.kind == "noun":
            for rel in self.thread.relatives(pred):
                args += rel.args
        return [a.mention for a in args if a.mention.entities and fold(a.prep) in _WITHIN and (not a.gap or self._is_building(a.mention))]

    def _hosted_in(self, pred: Pred) -> list[Mention]:
        """ "قمة تستضيفها إسطنبول", "القمة العربية التي استضافتها جدة": the place that is said to hold it, in a clause that describes it."""
        described = (pred, *(a for a in pred.args if a.role == "named"))
        hosts = [p for p in self.thread.preds if p.clause.verb is p and "host" in p.operates and any(p.clause.antecedent is d for d in described)]
        return [a.mention for p in hosts for a in p.args if a.role == "subject" and a.mention.entities]

    def _met_at(self, pred: Pred, parts: dict[str, list[Mention]]) -> list[Mention]:
        """ "استقبل الرئيس في البيت الأبيض نظيره", "اجتمع الوزيران في مدينة بالي": right behind the act, one of its parties or a mark.

        But "بحثا الوضع في سوريا" is about it.
        """
        tokens, held = self.a.tokens, self.pack.word_class("held-there")
        ends = {pred.last} | {m.last for part in ("actor", "recipient") for m in parts.get(part, ())}
        near = range(tokens[pred.last - 1].start, tokens[min(max(ends) + _MET_WITHIN, len(tokens)) - 1].stop)
        days = [d.span for d in self.a.dates if d.span is not None and d.span.start in near]
        ends |= {self.a.token_from(d.stop) for d in days if self.a.token_from(d.start) in ends}  # "التقى الوزير أمس في قطر نظيره"
        stop = min(pred.stop or pred.last + _STRETCH, max(ends) + _MET_WITHIN)
        out = []
        for m in self.thread.within(pred.last, stop):
            if not m.entities or (m.kind not in ("place", "state") and self._seat(m) is None):
                continue
            i = self._held_in(m, pred.last)
            if i is None:
                continue
            if i in ends or tokens[i - 1].kind == "mark" or self._is_adverb(i - 1) or tokens[i - 1].fold in held or self._is_house(i):
                out.append(m)
        return out

    def _is_house(self, i: int) -> bool:
        """ "في فندق بكمبالا", "في قصر المؤتمرات بكمبالا": does a house end before token i in which one meets, and "in" stand before it?"""
        tokens, houses = self.a.tokens, self.pack.word_class("venue")
        head = next((k for k in (i - 1, i - 2) if k > 0 and bases(tokens[k].fold) & houses), None)
        if head is None or (head < i - 1 and not tokens[i - 1].fold.startswith(_THE)):
            return False
        return tokens[head].fold.startswith(_WITHIN[1]) or tokens[head - 1].fold == _WITHIN[0]

    def _is_adverb(self, i: int) -> bool:
        """ "يلتئم الملتقى حضوريا في تونس": may the word at token i say how?"""
        return self.a.tokens[i].fold.endswith(_ADVERB) and not self.a.tokens[i].fold.startswith(_THE)

    def _signed_in(self, pred: Pred, frame: Frame) -> list[Mention]:
        """ "وقع الجيشان اتفاقية للتعاون العسكري في الخرطوم في الثاني من مارس": the town at the end of what is signed; where that is about force, only
        a capital: "وقعتا اتفاق تبادل الأسرى في الدوحة"."""
        if frame.type != "AGREE" or pred.kind != "verb" or fold(pred.lemma) not in self.pack.word_class("signs"):
            return []
        first, stop = self._stretches(pred)[0]
        behind = [p for p in self.thread.preds if p.first >= first and "AGREE" not in p.types]
        stop = min(self._turn(first, stop), next((p.first for p in behind if p.kind == "verb"), stop))
        matter = next((p.first for p in behind if p.types & _ON_THE_GROUND), stop)
        towns = (m for m in self.thread.within(first, stop) if m.kind == "place" and m.entities and self._held_in(m, first) is not None)
        kinds = [(m, place.kind) for m in towns if (place := self.a.places.get(m.entities[0])) is not None]
        return [m for m, kind in kinds if kind in _TOWNS and (m.first < matter or kind == _TOWNS[0])]

    def _held_in(self, m: Mention, floor: int) -> int | None:
        """Token of the "in" before a place, from token floor on: "في الكرملين", "في مدينة بالي"."""
        if fold(m.prep) == _WITHIN[1] and m.kind == "place" and m.first >= floor:
            return m.first  # "بكمبالا"
        i, words = m.first - 1, self.pack.word_class("settlement") | self.pack.word_class("capital-noun")
        while i > floor and self.a.tokens[i].fold in words:
            i -= 1
        return i if i >= floor and self.a.tokens[i].fold == _WITHIN[0] else None

    def _seat(self, m: Mention) -> str | None:
        """The building by whose name a government goes ("الكرملين"), else the town in which a ministry sits."""
        if m.kind != "government-body":
            return None
        if id(self.world) not in _SEATS:
            _SEATS[id(self.world)] = self.world, {p.stands_for: ref for ref, p in self.world.places.items() if p.kind in _BUILDINGS}
        ref = _SEATS[id(self.world)][1].get(m.entities[0])
        if ref is None or any(language == "ar" and fold(name) == fold(m.text) for language, name in self.world.entities[ref].names):
            return ref
        return self.a.places[ref].part_of or None

    def _where_he_went(self, parts: dict[str, list[Mention]], lands: Collection[str | None] | None = None) -> str | None:
        """ "زار طرابلس والتقى السراج", "زار أنقرة. … ووقع الجانبان": the town of the visit told before, where its host's people are met."""
        told = [*self.thread.drafts[-_MEETINGS:], *self.thread.made]
        for visit in reversed(told):
            land = self._land(visit.place) if visit.type == "CONSULT" and visit.status in ("happened", "told", "planned") else None
            if land is None or land not in (self.thread.countries(parts, "actor") if lands is None else lands):
                continue
            if visit.mode == "visit" and (visit in self.thread.made or not visit.background) and refs(visit.parts, "actor") & refs(parts, "actor"):
                return visit.place
        return None

    def width(self, ref: str) -> int:
        """How wide a place is: 0 a town or what is in it, 1 a region, 2 a land. Of several the narrowest says most."""
        place = self.a.places.get(ref)
        return 2 if ref in self.world.states else int(place is not None and place.kind in _REGIONS)

    def _land(self, ref: str | None) -> str | None:
        """The country in which a place lies, or that a state is."""
        place = self.a.places.get(ref or "")
        return place.country if place is not None else (ref or "").removeprefix("state/") if ref in self.world.states else None

    def _struck(self, pred: Pred, parts: dict[str, list[Mention]]) -> list[Mention]:
        """ "قصفت المدفعية مواقع شمال رفح", "تفجير هز وسط أنقرة": the towns in the act's own stretch of the sentence."""
        words = self.pack.word_class("by")
        near: list[Mention] = []
        for first, stop in self._stretches(pred):
            near += self.thread.within(first, self._turn(first, stop))  # not "مواجهات بسبب خلاف أجج المشاعر في كابل"
        matter = self._protested_at(pred)
        near = [m for m in near if not self.thread.only_backs(m) and not self._is_told_of_others(m, pred) and m.first not in matter]
        took = {m.first for m in parts.get("actor", ())}
        return [m for m in near if m.kind == "place" and m.entities and m.first not in took and fold(m.prep) not in words]

    def _protested_at(self, pred: Pred) -> range:
        """ "تظاهروا ضد استضافة المنامة لورشة عن التنمية في غزة": the tokens of what others do, against which people protest, to the next mark; but
        "ضد رفع الأسعار في عمان" is where they do."""
        deeds = (c for c in pred.children if fold(c.link) == _AGAINST) if "PROTEST" in pred.types else ()
        deed = next((c for c in deeds if c.of_role("genitive")), None)
        if deed is None:
            return range(0)
        marks = (i for i in range(deed.last, self.thread.sentence_end) if self.a.tokens[i].kind == "mark")
        return range(deed.first, next(marks, self.thread.sentence_end))

    def _is_from(self, i: int) -> bool:
        """ "من القاعدة", "من هذه القاعدة": does "from" stand before token i, or before the word before it?"""
        return any(t.fold == FROM[0] for t in self.a.tokens[max(0, i - _TWO) : i])

    def _is_elsewhere(self, m: Mention, pred: Pred) -> bool:
        """ "أسر جنديين عند حدود البلدين اللذين تواجها في كاراباخ": does a place stand behind "who", in a clause whose verb no lexicon has, that
        describes others than the act? Or is it a government for which somebody did it: "للاشتباه في تجسسه لصالح أنقرة"?"""
        if self.a.tokens[m.first - 1].fold in self.pack.word_class("in-whose-service"):
            return True
        if pred.kind != "verb" or m.first <= pred.last:
            return False
        known = [p.first for p in self.thread.preds if pred.last <= p.first < m.first]
        for i in range(pred.last + 2, m.first - 1):
            phrase = self.pack.phrase_at(self.a.tokens, i)
            if phrase is not None and phrase.cls == "rel" and not any(i < k for k in known):
                return True
        return False

    def _is_told_of_others(self, m: Mention, pred: Pred) -> bool:
        """ "أسر جنديين عند حدود البلدين اللذين تحاربا في كاراباخ", "قصف معسكرا للحركة التي تبنت هجوما في نيروبي": does a place stand behind the verb
        of a clause that describes somebody named with the act, and not the act or its town?"""
        rels = [p for p in self.thread.preds if p.kind == "verb" and pred.last <= p.first < m.first and p.clause.kind == "rel"]
        verb = rels[-1].reading.verb if rels else None
        if verb is None or verb.tense != "past":
            return False  # "مقاتلين كانوا يهاجمون نقطة في هلمند": there they were hit
        of = rels[-1].clause.antecedent
        his = any(a.mention is m for p in (rels[-1], *below(rels[-1])) for a in p.args)
        return his and isinstance(of, Arg) and of.mention.kind != "place"

    def _further_on(self, pred: Pred, frame: Frame) -> str | None:
        """ "قتل سبعة وأصيب مئة في سقوط قذائف على سوق جنوبي الخرطوم": the town that a preposition brings further on, before anything else begins."""
        if frame.type not in ("ASSAULT", "COERCE"):
            return None
        tokens, stop = self.a.tokens, min(self.thread.sentence_end, pred.last + _FAR)
        further = (p for p in self.thread.preds if p.first > pred.first and (p.kind == "verb" or p.types & _MEET) and p.clause.kind != "rel")
        stop = min(self._turn(pred.last, stop), next((p.first for p in further if p.types.isdisjoint(FORCE)), stop))
        for m in self.thread.within(pred.last, stop):
            place = self.a.places.get(m.entities[0]) if m.kind == "place" and len(m.entities) == 1 else None
            before = bases(tokens[m.first - 1].fold) & self.pack.word_class("scene")
            if place is not None and place.country and (before or fold(m.prep) == _WITHIN[1]) and not self._is_told_of_others(m, pred):
                return m.entities[0]
        return None

    def _turn(self, first: int, stop: int) -> int:
        """The token at which something else begins ("بسبب", "بعد", "أن", "بتهمة تهريب أسلحة إلى"), else stop."""
        phrases = ((i, self.pack.phrase_at(self.a.tokens, i)) for i in range(first, stop))
        charged = self.pack.word_class("on-charge")
        return next((i for i, phrase in phrases if (phrase is not None and phrase.cls in _TURNS) or self.a.tokens[i].fold in charged), stop)

    def _is_wide(self, m: Mention) -> bool:
        """Is a place a region of many states?"""
        place = self.a.places.get(m.entities[0])
        return place is not None and place.kind == "region" and not place.country

    def _is_building(self, m: Mention) -> bool:
        place = self.a.places.get(m.entities[0])
        return place is not None and place.kind in _BUILDINGS

    @staticmethod
    def _aimed_at(frame: Frame, parts: dict[str, list[Mention]]) -> list[Mention]:
        """ "هجوم على طرابلس", "زيارة إلى موسكو": the place at which it was aimed, though it stands for a state; nobody marches at one."""
        aimed = (frame.type in FORCE and frame.type != "PROTEST") or frame.mode == "visit"
        return [m for m in parts.get("recipient", ()) if m.kind == "place" and m.entities and aimed]

    def _arrived_at(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]]) -> list[Mention]:
        """ "وصلت طائرة مساعدات إلى مطار بورتسودان": the town or its port that aid reaches, though it stands for whom it is for."""
        if frame.type != "AID" or pred.kind != "verb" or fold(pred.lemma) not in self.pack.word_class("arrives"):
            return []
        towns = (m for m in parts.get("recipient", ()) if m.kind == "place" and m.entities)
        return [m for m in towns if (p := self.a.places.get(m.entities[0])) is not None and p.kind not in _REGIONS]

    def about(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]]) -> list[Topic]:
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
        if over is not None and "CONSULT" in over.types:
            for a in over.args:  # "بحث خلال اتصال الوضع في إدلب"
                if a.role == "prep" and fold(a.prep) == "في":
                    put(a.mention)
        used = {m.first for p in ("actor", "recipient", "third", "initiator", "place") for m in parts.get(p, ())}
        for child in pred.children:
            if child.link.startswith("time"):
                continue
            self._about_child(child, put, used, 0)
        out.extend(t for t in (self._phrase(pred, frame), self.behind_preposition(pred)) if t is not None)
        return out

    def behind_preposition(self, pred: Pred) -> Topic | None:
        """The words behind "حول", "بشأن": up to the next mark, particle or verb, so that a matter without a name is kept."""
        tokens, stop = self.a.tokens, min(pred.stop or pred.last, pred.last + 24)
        first = next((i + 1 for i in range(pred.last, stop - 1) if tokens[i].fold in self.pack.word_class("topic-prep")), None)
        if first is None:
            return None
        last = piece = first
        while last < min(len(tokens), first + 40, self.thread.sentence_end):
            if tokens[last].kind == "mark" or last >= piece + 12:
                if tokens[last].fold not in COMMAS or last + 1 >= len(tokens) or not tokens[last + 1].fold.startswith(AND):
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
        for rel in self.thread.relatives(child):  # "القرارات التي أقرها القرار 2510"
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
        while stop < min(self.thread.sentence_end, child.first + 14) and tokens[stop].kind != "mark":
            stop += 1
        span = Span(tokens[child.first].start, tokens[stop - 1].stop)
        return Topic(None, span.of(self.a.report.text), span)

    def initiator(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]]) -> str | None:
        from_there = [a.mention for a in pred.args if a.role == "prep" and frame.parts.get(fold(a.prep)) == "initiator"]
        far = [m for m in from_there if m.first > pred.last + _FROM]
        for m in parts.get("initiator", ()):
            if (m.stands_for or m.entities) and m not in far:  # "اتصال … تجتاح مناطق واسعة من باكستان": no call from there
                return m.stands_for or m.entities[0]  # "at the request of Moscow"
        governor = pred.governor
        if frame.type == "CONSULT" and governor is not None and pred.link in ("obj", *frame.parts):
            if "reverse" in governor.operates:
                for a in (*pred.args, *governor.args):
                    if fold(a.prep) == "من" and (who := a.mention.stands_for or next(iter(a.mention.entities), None)):
                        return who
            if frame.mode == "phone" and "light" in governor.operates and not self._with_each_other(pred):
                outer = self.thread.outer_subject(governor)
                if len(outer) == 1 and len(outer[0].mention.entities) == 1:
                    return outer[0].mention.entities[0]
        if frame.type != "CONSULT" or frame.mode != "phone":
            return None
        return self._caller(pred) if pred.kind == "verb" or not self._with_each_other(pred) or self._is_a_call(pred) else None

    def _with_each_other(self, pred: Pred) -> bool:
        """ "أجرى اتصالا مع", "محادثة أجراها مع": a call that both hold, and nobody is said to have made; but "اتصالا بـ"."""
        near = [*pred.args, *(a for rel in self.thread.relatives(pred) for a in rel.args)]
        return any(fold(a.prep) == _TOGETHER for a in near)

    def _is_a_call(self, pred: Pred) -> bool:
        """ "خلال اتصال هاتفي أجراه مع", not "الاتصال الذي أجراه", which was told before."""
        return not pred.definite and fold(pred.lemma) in self.pack.word_class("call-noun")

    def _caller(self, pred: Pred) -> str | None:
        """ "هاتف الرئيس نظيره", "خلال اتصال هاتفي أجراه مع …": the one who calls."""
        if pred.kind == "verb":
            calls = pred.lemma in self.pack.word_class("calls") and "reverse" not in pred.operates
            who = self.thread.subject(pred) if calls else []
        else:
            who = [a for rel in self.thread.relatives(pred) if "light" in rel.operates for a in self.thread.subject(rel) or self._carried(pred)]
        return who[0].mention.entities[0] if len(who) == 1 and len(who[0].mention.entities) == 1 else None

    def _carried(self, pred: Pred) -> list[Arg]:
        """ "بحث الرئيس خلال اتصال أجراه مع …": the subject of the verb that the call belongs to."""
        return self.thread.subject(pred.governor) if pred.governor is not None and pred.governor.kind != "noun" else []
