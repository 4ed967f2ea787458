"""The thread of a report: who acted, spoke and met last, and who is therefore meant by a verb without a subject, a pronoun, "the parties"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from khabar.annotation import Annotation
from khabar.coding.draft import DEEDS, Draft, bases, below, carries, governors, refs, speakers, stands_before, unowned, up
from khabar.coding.tree import ACTOR_KINDS, AND, COMMA, ENVOYS, FA, FROM, HERS, IN, MISSIONS, Arg, Clause, Parsed, Pred, first_person
from khabar.lemmas import whole
from khabar.model import Entity, Mention
from khabar.packs import SPEECH, Pack
from khabar.text import fold
from khabar.world import World

_TO = "ل"
_FROM_HIM = "عن"
_CITED_FIRST = 3  # tokens at the head of a sentence in which the outlet stands whose account it is
_ASCRIBED = frozenset(("الي", "ل"))  # folded: to whom an outlet ascribes what it tells
_HIS = "ا"  # the end of a participle that goes on with what a man did, and of how something was done
ARMED = frozenset(("MIL", "REB", "COP", "UAF", "SPY", "CRM"))  # PLOVER's sectors of people under arms
_ARMED_AGENT = tuple(f"agent.{sector}" for sector in sorted(ARMED))
_CIVIL_AGENT = frozenset(f"agent.{k}" for k in ("people", "CVL", "LAB", "EDU", "REL", "MED", "OPP", "REF"))
_AGAIN = frozenset(("person", "government-body", "organisation", "armed-group", "party", "state"))


_ISSUERS = ("government-body", "person")
_HER, _HIM = "ها", "ه"
_AT = "ب"
_VOTED = 24  # tokens before a verb of voting in which the text that is voted on stands
_SIDES = ("state", "government-body", "organisation", "armed-group")
_THE = "ال"
_TOWN = 3  # tokens from "town" to the nationality behind its name
_HOSTILE = frozenset(("SANCTION", "COERCE", "ACCUSE", "REJECT", "THREATEN", "ASSAULT"))
_SOON = 25  # tokens
_DUE = 9  # tokens from a meeting to the verb that it was to be held by
_TITLES = 14  # tokens of titles behind a name
_MEN = 4  # tokens from a verb to whose its men are
_PLURAL = frozenset(("people-group", "armed-group", "state"))
_LED_BY = 2  # tokens behind "that" up to its verb, where no noun leads it
_THEM = ("هم", "هما")
_OF, _ENDS = "ي", "ا" + "ه"
_PRIVATE = ("agent.CVL", "agent.JRN", "agent.people", "agent.man", "agent.EDU", "agent.BUS", "agent.REL", "agent.MED")
_LEADS = (AND, "ب", "ل")  # what stands in one with the word behind a verb that has no object there
_DEPTH = 4  # nouns between a deed and the verb that it is a means of
_HELD = ("obj", "subj", "gen")
_PUNISHES = frozenset(("SANCTION", "COERCE"))
_TALKS = frozenset(("REQUEST", "REJECT", "THREATEN", "CONSULT", "AGREE"))  # what is talked of as a means has not been done
_WISHES = frozenset(("want", "try", "plan", "propose", "cancel", "postpone", "deny"))
_SEVERAL = ("s", "men", "people", "children", "police", "opposition", "media")


def _is_said(clause: Clause) -> bool:
    """Is the clause what somebody says?"""
    return clause.kind == "comp" and clause.head is not None and clause.head.says


def are_private(subject: Sequence[Arg]) -> bool:
    """Are they people of no force and no office ("صحفي أميركي")?"""
    return bool(subject) and all(is_private(a.mention) for a in subject)


def is_private(m: Mention) -> bool:
    """Does it name people of no force and no office?"""
    return m.rule in _PRIVATE or bool(m.entities and m.entities[0].endswith("-diplomat"))


def of_their_own(hit: Iterable[Mention], doers: Iterable[Mention]) -> list[Mention]:
    """Those to whom something is done; the people of the very state that does it stand for themselves: "اعتقلت تركيا صحفيا تركيا"."""
    own = {e for m in doers for e in m.entities}
    return [replace(m, entities=(), kind="role") if m.country and is_private(m) and not own.isdisjoint(m.entities) else m for m in hit]


def is_rebel(m: Mention) -> bool:
    """ "حزب العمال الكردستاني", "المتمردون الأوغنديون", "زعيم جماعة الحوثي": a group in arms, who speaks for it, or men in arms against a state?"""
    return m.kind == "armed-group" or m.rule == "agent.REB" or (m.role or "").startswith("group-")


def has_object_noun(pred: Pred) -> bool:
    """Is an act the object of a verb? One with "and" is the next that is told: "قتل جنديان وجرح ثالث"."""
    return any(c.link == "obj" and not c.reading.conj for c in pred.children)


class Thread:
    """What a reader keeps in mind from sentence to sentence of one report; `open` begins a sentence, `remember` ends it."""

    def __init__(self, a: Annotation, pack: Pack, world: World) -> None:
        self.a, self.pack, self.world = a, pack, world
        self.drafts: list[Draft] = []
        self.last_subject: list[Arg] = []
        self.last_speaker: list[Arg] = []  # a body, or who spoke in a statement
        self.last_body: list[Arg] = []  # a body that has done an act in words since then
        self.last_said: list[Arg] = []  # whoever spoke last
        self.last_cited: list[Arg] = []  # whose account the sentence before was, where nobody is said to speak in it
        self.last_meeting: Draft | None = None
        self.last_visit: Draft | None = None
        self.group_background = False
        self.scene: Mention | None = None  # the state in which what is told takes place
        self.preds: Sequence[Pred] = ()  # of the sentence that is being coded
        self.made: Sequence[Draft] = ()  # its events so far
        self.participles: frozenset[int] = frozenset()  # the tokens at which those of the sentence stand
        self.sentence_start = self.sentence_end = 0
        self._sources: frozenset[int] = frozenset()  # the tokens at which those stand by whom it is told ("according to Baku")
        self._firsts = [m.first for m in a.mentions]
        self._dates = frozenset([d.span.start for d in a.dates if d.span is not None])  # the code points at which they begin
        self._kept: list[Parsed] = []  # subjects go by identity: what they know must live
        self._subjects: dict[int, list[Arg]] = {}
        self._relatives: dict[int, list[Pred]] = {}  # what is described -> the verbs of the clauses that describe it, in this sentence

    @cached_property
    def countries_named(self) -> frozenset[str]:
        """The countries whose people, bodies or states the whole report names."""
        told = {m.country for m in self.a.mentions if m.country and m.kind != "place"}
        joint = (self.entity(e).country for m in self.a.mentions if m.kind == "demonym" and not m.country for e in m.entities)
        return frozenset(c for c in (*told, *joint) if c)  # "المبادرة السعودية الأمريكية" names both

    @cached_property
    def two(self) -> tuple[str, ...]:
        """The countries of the two states that the whole report is about; none where a third is named nearly as often as the second."""
        whose = ((m.stands_for or "").rpartition("/")[2] if m.kind == "place" else m.country for m in self.a.mentions if m.kind != "outlet")
        top = Counter(country for country in whose if country and f"state/{country}" in self.world.entities).most_common(3)
        clear = len(top) == 2 or (len(top) > 2 and 2 * top[2][1] <= top[1][1])
        return tuple(country for country, _ in top[:2]) if clear else ()

    def open(self, parsed: Parsed, made: Sequence[Draft]) -> None:
        """Begins a sentence; made: the list that its events will be put into."""
        self._kept.append(parsed)
        self.preds, self.made = parsed.preds, made
        self.participles = frozenset([p.first for p in parsed.preds if p.kind == "participle"])
        self._relatives = {}
        for pred in parsed.preds:
            if pred.clause.kind == "rel" and pred.clause.verb is pred:
                self._relatives.setdefault(id(pred.clause.antecedent), []).append(pred)
            elif (meeting := self._was_to_be(pred)) is not None:
                self._relatives.setdefault(id(meeting), []).append(pred)
        self._sources = frozenset([a.mention.first for c in parsed.clauses for a in c.sources])
        self.sentence_start, self.sentence_end = parsed.sentence.first, parsed.sentence.last

    def _was_to_be(self, verb: Pred) -> Pred | None:
        """ "اجتماع كان من المقرر أن يعقده الرئيس مع نظيره", "محادثات كان من المفترض أن تجرى بين": the meeting just named that was to be held."""
        clause, tokens = verb.clause, self.a.tokens
        due = verb.kind == "verb" and clause.kind == "comp" and clause.verb is verb and clause.head is None and verb.future == "planned"
        if not due or verb.operates.isdisjoint(("light", "host", "passive", "gather")):
            return None
        its = verb.last < len(tokens) and tokens[verb.last].fold in self.pack.prep_pronouns  # "زيارة كان من المقرر أن يقوم بها"
        back = verb.reading.pronoun or its or not verb.subject
        named = (p for p in reversed(self.preds) if p.kind == "noun" and p.first < verb.first and p.clause is clause.parent)
        noun = next(named, None) if back else None
        return noun if noun is not None and not noun.definite and "CONSULT" in noun.types and verb.first - noun.last < _DUE else None

    def settle(self, pred: Pred) -> None:
        """Finds the subject of a predicate once and for all, before what is coded after it changes who acted last."""
        found = self._find_subject(pred, 0)
        one = found[0].mention if len(found) == 1 and not pred.subject and len(found[0].mention.entities) == 1 else None
        man = one is not None and (one.kind in ("person", "role") or one.rule == "agent.GOV")
        if man and pred.reading.verb is not None and pred.reading.verb.number == "d":
            found = self._with_whom(pred, found) or self._pair() or found  # "أجرى الوزير مكالمة مع نظيره … لكنهما توافقا على"
        self._subjects[id(pred)] = self._guest(pred, found) or self._after_all(pred, found) or found

    def _with_whom(self, pred: Pred, found: list[Arg]) -> list[Arg]:
        """ "أوضح الوزير أنه ونظيره اتفقا": he of whom it is told, and who is joined to his pronoun right before a dual; [] where nobody is."""
        other = next((m for m in reversed(self.before(pred.first)) if m.last == pred.first), None)
        joined = other is not None and other.conj == AND and not other.prep and other.kind in ACTOR_KINDS and pred.clause.kind == "comp"
        return [*found, Arg(other, "", "subject")] if joined and other is not None else []

    def set_scene(self, parsed: Parsed) -> None:
        """Where the sentence happens: "in Mali", or the label of a headline ("مالي: …"); without either, where the one before did."""
        tokens, first = self.a.tokens, parsed.sentence.first
        for m in self.within(first, parsed.sentence.last):
            if m.kind == "demonym" and self._tells_of_town(m):
                self.scene = replace(m, kind="state", country=m.entities[0].rpartition("/")[2])
                return
            state = m if m.kind == "state" else self.state_of(m) if m.kind == "place" else None
            if state is None and m.rule == "name.ambiguous" and IN in (fold(m.prep), tokens[m.first - 1].fold):
                return  # "في عمان": of two places, so that no later one is where it happens
            if state is None or m.rule.startswith("agent."):
                continue  # "هجوم بطائرة مسيرة أوكرانية": with what, not where
            if m.first - 2 >= first and tokens[m.first - 2].fold in FROM:
                continue  # "أطلقوا النار من داخل أفغانستان": where it came from
            before = [w for i in range(max(first, m.first - 2), m.first) for w in bases(tokens[i].fold)]
            label = m.first == first and m.last < len(tokens) and tokens[m.last].fold == ":"
            if label or (fold(m.prep) == "ب" and not self._is_taken(m)) or any(w in self.pack.word_class("scene") for w in before):
                self.scene = state
                return

    def _tells_of_town(self, m: Mention) -> bool:
        """ "في بلدة فوتشو الصينية", "بمدينة شوشو التشادية": does the nationality say in which land a town lies whose name nobody knows?"""
        tokens, towns = self.a.tokens, self.pack.word_class("settlement")
        at = next((i for i in range(max(1, m.first - _TOWN), m.first) if not towns.isdisjoint(bases(tokens[i].fold))), None)
        return at is not None and (tokens[at - 1].fold == IN or tokens[at].fold[:1] in _LEADS[1:2])

    def _is_taken(self, m: Mention) -> bool:
        """ "تنديدا بإسرائيل", "نددوا بفرنسا": does the word right before take the party with ب, so that nothing happens there?"""
        if m.kind != "state" or m.first == 0:
            return False
        verbs, nouns = self.pack.verb_frames, self.pack.noun_frames
        frames = (f for r in self.pack.readings(self.a.tokens[m.first - 1].fold) for f in (nouns if r.kind == "noun" else verbs).get(r.lemma, ()))
        return any(f.parts.get("ب") == "recipient" for f in frames)

    def subject(self, pred: Pred) -> list[Arg]:
        """The grammatical subject of a predicate, explicit or carried on; [] when none can be told."""
        found = self._subjects.get(id(pred))
        return found if found is not None else self._find_subject(pred, 0)

    def _find_subject(self, pred: Pred, depth: int) -> list[Arg]:
        if depth > 6:
            return []
        if pred.kind == "verb" and (first_person(pred, self.a.tokens) or self._quoted_self(pred)):
            head = next((c.head for c in up(pred.clause) if c.kind == "comp" and c.head is not None and c.head.says), None)
            named = [a.mention for c in up(pred.clause) for a in c.sources if a.mention.kind != "outlet"] if head is None else []
            named = [m for m in named if m.last < len(self.a.tokens) and self.a.tokens[m.last].fold == ":"]
            if named:
                return [Arg(named[0], "", "subject")]  # "الخارجية السودانية: نطالب إثيوبيا بسحب قواتها"
            if head is None:  # "وقال المسؤول إن «…»، موضحا أنه أفرج عنهم، «ونتوقع أن …»"
                head = next((p for p in reversed(self.preds) if p.first < pred.first and p.kind != "noun" and p.says and p.content is not None), None)
            if head is None and (outright := self._verb_before(pred)) is not None and outright.lemma in self.pack.word_class("says-outright"):
                return outright.subject or self.last_said  # "وتابع الصفدي نحمل إسرائيل المسؤولية"
            return self.speaker(head) if head is not None else self.last_said
        if pred.subject:
            return [self._same_title(a) for a in pred.subject] if pred.says else pred.subject
        if pred.kind == "noun" or pred.reached:
            return []
        texts = [a for a in pred.args if a.role == "object" and a.medium and not a.prep] if pred.says and pred.kind == "verb" else []
        if texts and pred.lemma not in self.pack.word_class("describing"):  # "وصف الوزير تصريحات السويد بأنها"
            return texts  # "طردت الحكومة السفير، وذكر بيان للحكومة أن": whose text it is, whoever was told of before
        if sent := self._men_of(pred):
            return sent
        if pred.kind == "verb" and (his := self._whose_words(pred)):
            return his
        hosts = "host" in pred.operates and "passive" not in pred.operates and pred.clause.verb is pred and bool(pred.clause.topic)
        if not pred.operates.isdisjoint(("passive", "host")) and not hosts:  # "قال إن بلاده استضافت محادثات"
            return []  # "أنه جرى": the pronoun stands for nobody
        told = pred.impersonal and pred.taken and pred.kind == "verb" and (pred.args or pred.children)
        if told and (issuer := self._issuer(pred) or self.last_speaker):
            return issuer  # "واتهم البيان أوغندا", "وأدان البيان اقتحام المسجد"
        clause = pred.clause
        if pred.kind in ("verb", "participle"):
            if clause.verb is pred:
                if (led := self._behind_description(pred)) is not None:
                    return led
                if (blamed := self._blamed(pred)) is not None:
                    return [Arg(blamed, "", "subject")]
                if pred.kind == "participle" and (teller := self._who_just_spoke(pred, clause.head)) is not None:
                    return [teller]
                if clause.topic and self._of_her(pred):
                    return self.subject(clause.head) if clause.head is not None else []
                if clause.topic:
                    told = [t for t in clause.topic if t.role in ("topic", "subject")]
                    return (self._of_his(pred, told) or told) if pred.kind == "participle" else told
                if clause.plain:
                    return []
                if pred.kind == "participle":
                    over = clause.head
                    if over is None and (ahead := self._who_then_speaks(pred)):
                        return ahead
                    if over is not None and over.strange and not over.subject:  # "وقف زعيم المعارضة …، داعيا": somebody we do not know
                        return self.speaker(over) if over.says else []
                    if over is not None and over.says and ((who := self.speaker(over)) or over.clause.kind == "coord"):
                        return who  # "وأضاف أن النظام يسعى إلى …، مؤكدا"
                    return self._man_before(pred, self.last_said or self.last_subject)
                if clause.kind == "rel" and self._word_behind(pred) in self.pack.word_class("the-two"):
                    return []  # "مياه الأرخبيل الذي خاض البلدان حربا عليه"
                if clause.kind == "rel" and (became := self._has_become(pred)):
                    return became
                if clause.kind == "rel":
                    done_to = isinstance(clause.antecedent, Arg) and self._done_to(pred, clause.antecedent.mention)
                    if done_to or (not isinstance(clause.antecedent, Pred) and pred.reading.pronoun and not pred.strange and pred.says):
                        above = self._above(pred) if done_to or clause.whom else []
                        if isinstance(clause.antecedent, Arg) and clause.antecedent.mention.rule == "demonym":
                            return above
                        return self.voice_over(pred) or above or self._carried_on(pred)  # "انتقد الرئيس ما وصفه بالعدوان", "إسرائيل التي وصفها"
                    if clause.whom:  # "الانتخابات التي دعا إلى تأجيلها", but "إثر الهجوم الذي تعرضت له"
                        backdrop = isinstance(clause.antecedent, Pred) and clause.antecedent.link.startswith(("time", "cause"))
                        return [] if pred.strange or backdrop else self._above(pred)
                    if clause.antecedent is None:
                        return self.decreed(pred)
                    resumed = pred.reading.pronoun or (pred.last < len(self.a.tokens) and self.a.tokens[pred.last].fold in self.pack.prep_pronouns)
                    goes = isinstance(clause.antecedent, Arg) and clause.antecedent.mention.kind in ("state", "place") and resumed
                    if goes and any(f.mode == "visit" for f in pred.frames):  # "في بيان صدر من وارسو التي يزورها", "بكين التي وصل منها"
                        verbs = (c.verb for c in up(clause) if c.verb is not None and c.verb is not pred)
                        known = (self.subject(v) for v in verbs)
                        return next((who for who in known if who and all(a.mention.kind in ("person", "role") for a in who)), [])
                    if self._says_of_him(pred):
                        return self._above(pred)
                    return [clause.antecedent] if isinstance(clause.antecedent, Arg) else self._author(clause.antecedent)
                if any(c.link == "subj" and (pred.content is None or c.first < pred.content_start) for c in pred.children):
                    return []
                if clause.kind == "comp" and clause.spoken_for and clause.head is not None and self._of_one_form(pred, clause.head):
                    return self.speaker(clause.head)  # "أصدرت الوزارة بيانا قالت فيه إنها استدعت سفيرها"
                if (
                    clause.kind == "comp"
                    and clause.head is not None
                    and pred.reading.verb is not None
                    and pred.reading.verb.tense == "present"
                    and not clause.head.of_role("object")
                    and not self._led_by_noun(pred, clause)
                ):
                    return [*self.subject(clause.head), *self._proposed_to(pred, clause.head)]
                other = clause.head if clause.kind == "comp" and not pred.strange else None
                if other is not None and other.content is not clause and self._of_one_form(pred, other):
                    return self.subject(other)  # "قال … بعد أن حذر من …"
                if (answered := self._answered(pred)) is not None:
                    return [Arg(answered, "", "subject")]
                if clause.kind in ("root", "coord") or clause.quote or clause.kind == "comp":
                    return self._carried_on(pred)
            return []
        return []

    def _has_become(self, pred: Pred) -> list[Arg]:
        """ "أصبحت روسيا أول دولة تعترف بالحكومة": what the first to do something has done, he did of whom it is told that he became the first."""
        over = pred.clause.parent.verb if pred.clause.parent is not None else None
        became = over is not None and over.first < pred.first and fold(over.lemma) in self.pack.word_class("becomes")
        if over is None or not became or isinstance(pred.clause.antecedent, Arg):
            return []
        first = self.pack.word_class("the-first")
        return self.subject(over) if any(t.fold in first for t in self.a.tokens[over.last : pred.first]) else []

    def _man_before(self, pred: Pred, said: list[Arg]) -> list[Arg]:
        """ "أعلنت الرياض وباكستان …. وتأتي الزيارة بعد عزل سلفه الذي استقال، متهما واشنطن": a participle of one man goes on with him."""
        if len(said) < 2 or self.a.tokens[pred.first].form.endswith(("ة", "ين")):
            return said
        verbs = (p for p in reversed(self.preds) if p.kind == "verb" and p.first < pred.first)
        who = next((found for p in verbs if (found := self.subject(p))), [])
        return who if len(who) == 1 and who[0].mention.kind == "person" else said

    def done_jointly(self, noun: Pred) -> Pred | None:
        """ "ضبطت الجمارك الجورجية، بالتعاون مع نظيرتها التركية، شحنة": the verb of what was done with another's help."""
        with_another = any(fold(a.prep) in ("مع", "بين") for a in noun.args)
        jointly = with_another and fold(noun.link) == "ب" and noun.lemma in self.pack.word_class("jointly")
        over = noun.governor if jointly else None
        takes = over is not None and any("ب" in f.parts and f.type not in DEEDS for f in over.frames)  # "رحب بالتعاون مع"
        return over if over is not None and over.kind == "verb" and not takes else None

    def befalls(self, pred: Pred) -> bool:
        """ "أكد أن جنديا أميركيا قتل في كابول", "السفير طرد من كندا": did what the verb tells befall those before it?"""
        who = [a.mention for a in pred.clause.topic] if pred.kind == "verb" and pred.clause.verb is pred else []
        if not who and pred.kind == "verb":  # "كان الدبلوماسيون قد اختطفوا في بيروت"
            who = [a.mention for a in pred.subject if a.mention.last <= pred.first]
        at = pred.last
        if not who and "ASSAULT" in pred.types and pred.kind == "verb":  # "قصفت السفارة الصينية في بلغراد"
            who = [a.mention for a in pred.subject if any(e.endswith(MISSIONS) for e in a.mention.entities)]
            at = max([at, *(m.last for m in who)])
        if not who or pred.of_role("object") or pred.reading.pronoun or has_object_noun(pred):
            return False
        return self.undergoes(pred) or (self.nothing_follows(at) and all(self._suffers(pred, m) for m in who))

    def undergoes(self, pred: Pred) -> bool:
        """Is it a verb in the passive, by its form ("صودرت", "المحتجزة") or because somebody is named by whom it was done ("جمدت من قبل النرويج")?"""
        if pred.reading.verb is None or pred.reading.verb.passive:
            return pred.reading.verb is not None
        if pred.of_role("object"):
            return False
        what = pred.clause.antecedent if pred.clause.kind == "rel" and not pred.subject else None
        concluded = "AGREE" in pred.types and isinstance(what, Arg) and what.mention.kind == "instrument"  # "الاتفاق النووي الذي أبرم بين"
        return concluded or self.names_doer(pred)

    def names_doer(self, pred: Pred) -> bool:
        """Is somebody named by whom it was done ("من قبل النرويج", "على يد الشرطة")?"""
        by = self.pack.word_class("by")
        return not by.isdisjoint([fold(a.prep) for a in pred.args])

    def are_taken(self, pred: Pred) -> bool:
        """ "أوقف ثلاثة ضباط روس في فرنسا": are men without an article, behind whom nobody stands, taken in rather than take somebody in?"""
        men, words = [a.mention for a in pred.subject], self.pack.word_class("men-at-arms")
        if len(men) == 1 and self._is_delegation(men[0]) and not (pred.of_role("object") or pred.reading.pronoun or has_object_noun(pred)):
            return self.nothing_follows(men[0].last)  # "احتجز وفد الحركة في كينيا": who came to talk takes nobody in
        bare = (m for m in men if not self.is_definite(m.first))
        some = [m for m in bare if m.kind == "people-group" or m.rule.startswith("agent") or self.a.tokens[m.first].fold in words]
        armed = any(m.rule == "agent.MIL" and self.a.tokens[m.first].fold not in words for m in some)  # "قوات أميركية"
        if not men or len(some) < len(men) or armed or pred.kind != "verb" or pred.of_role("object") or pred.reading.pronoun:
            return False
        return not has_object_noun(pred) and self.nothing_follows(max(m.last for m in men))

    def _is_delegation(self, m: Mention) -> bool:
        """Does the mention begin with a word for a delegation, or stand right behind one?"""
        return any(self.a.tokens[i].fold in self.pack.word_class("delegation") for i in (m.first - 1, m.first) if i >= 0)

    def nothing_follows(self, at: int) -> bool:
        """Does the clause end at this token, or go on with a time, a preposition or another clause, so that no object stands there?"""
        nxt = self.a.tokens[at] if at < len(self.a.tokens) else None
        if nxt is None or nxt.kind != "word" or nxt.fold.startswith(_LEADS):
            return True
        return nxt.start in self._dates or self.pack.phrase_at(self.a.tokens, at) is not None

    def _suffers(self, pred: Pred, m: Mention) -> bool:
        """Is it somebody or something of whom a verb of this kind tells what was done to him rather than what he did?"""
        word = self.a.tokens[m.first].fold
        people = m.rule.startswith("agent") or m.rule in ("unnamed", "back.forces")
        if people and not {pred.lemma, fold(pred.lemma)}.isdisjoint(self.pack.word_class("kills") | self.pack.word_class("takes-men")):
            men = any(not bases(w).isdisjoint(self.pack.word_class("men-at-arms")) for w in (word, *unowned(word)))
            return men or m.rule not in ("agent.MIL", "back.forces")  # "جنوده خطفوا"; not "الطائرات الأميركية قتلت"
        if m.role in ENVOYS or m.rule == "agent.GOV":
            return fold(pred.lemma) in self.pack.word_class("done-to-envoys")
        if is_private(m) or any(e.endswith(MISSIONS) for e in m.entities):
            return not pred.types.isdisjoint(DEEDS)
        return word in self.pack.word_class("vessel") and fold(pred.lemma) in self.pack.word_class("done-to-craft")

    def done_by_means(self, noun: Pred) -> Pred | None:
        """ "ردت فرنسا عبر طرد السفير", "ضغطت من خلال فرض عقوبات": the verb whose subject did, or will do, the deed by which he does the other.

        Not where the verb only speaks, asks, refuses or wishes, nor where the noun hangs on another that tells what is wanted."""
        owned = noun.definite and not noun.reading.pronoun
        taken = fold(noun.link) == "ب" and any(f.mode == "seize" for f in noun.frames)  # "كسر المقاتلون الجمود بالسيطرة على المطار"
        if noun.governor is None or (owned and not taken) or not (taken or fold(noun.link) in self.pack.word_class("by-means-of")):
            return None
        if taken and (carries(noun.governor, noun.link) or any("ب" in f.parts for f in noun.governor.frames if f.type in SPEECH)):
            return None  # "قام بالسيطرة", "طالب بالسيطرة"
        over, depth = noun.governor, 0
        while over.kind == "noun" and over.governor is not None and depth < _DEPTH:
            if not over.link.startswith(("time", "cause")) and fold(over.link) not in _HELD:
                return None  # "يسعى إلى إنهاء الحرب عبر رفع العقوبات"
            over, depth = over.governor, depth + 1
        verb = over.reading.verb if over.kind == "verb" else None
        talks = (over.says and "decide" not in over.operates) or not over.types.isdisjoint(_TALKS)
        talks = talks and fold(over.lemma) not in self.pack.word_class("does-by-means")
        talks = talks or fold(over.lemma) in self.pack.word_class("charges")  # "اتهمت تركيا اليونان بزعزعة المنطقة من خلال تسليح قبرص"
        told = verb is not None and (verb.tense == "past" or over.future == "planned") and not over.negated
        return over if told and not talks and over.operates.isdisjoint(_WISHES) else None

    def _men_of(self, pred: Pred) -> list[Arg]:
        """ "نفذت قوات خاصة من كينيا وأوغندا تمارين", "شاركت قوة من الجيش العماني": who acts is told by whom his men are of; not of a verb for
        which "from" means something itself ("انسحبت قوات من")."""
        tokens, first = self.a.tokens, pred.args[0].mention.first if pred.args else 0
        if pred.kind != "verb" or pred.clause.topic or not 1 < first - pred.last <= _MEN or any(FROM[0] in f.parts for f in pred.frames):
            return []
        if tokens[first - 1].fold != FROM[0] or bases(tokens[pred.last].fold).isdisjoint(self.pack.word_class("men-and-arms")):
            return []
        men = pred.args[: next((k for k, a in enumerate(pred.args) if a.prep != pred.args[0].prep), len(pred.args))]
        return [replace(a, prep="", role="subject") for a in men] if all(self.can_act(a.mention) for a in men) else []

    def _after_all(self, pred: Pred, found: Sequence[Arg]) -> list[Arg]:
        """ "وحث الرئيس على وقف القتال": who was taken for the object acts himself, where nobody told before can, or only he or a countryman."""
        who = pred.of_role("object")[:1] if pred.owed else []
        if not who:
            return []
        if not found and (pred.after_strange or self._has_strange_head(pred)):
            return []  # "وقالت القيادة العامة إنها ملتزمة، واتهمت الحركة بـ": somebody we do not know acts
        own = {a.mention.country for a in found}
        himself = any({*a.mention.entities} & {*w.mention.entities} for a in found for w in who)
        if found and not himself and not (who[0].mention.kind in ("person", "role") and who[0].mention.country in own):
            return []
        who[0].role = "subject"
        return who

    def _guest(self, pred: Pred, found: Sequence[Arg]) -> list[Arg]:
        """ "استقبله الرئيس واجتمع بنظيره": whom the verb before took up by its pronoun goes on, where its doer would meet one of his own state."""
        if pred.kind != "verb" or pred.reading.pronoun or pred.reading.verb is None or len(found) > 1:
            return []
        meetings = [p for p in (pred, *pred.children) if "CONSULT" in p.types]
        if not meetings or pred.subject:
            return []
        met = {a.mention.country for p in meetings for a in p.args if a.prep or a.role == "object"}
        host = next((p for p in reversed(self.preds) if p.first < pred.first and p.kind == "verb" and p.reading.pronoun and p.subject), None)
        if host is None or len(met) != 1 or "CONSULT" not in host.types or any(a.mention.country not in met for a in (*found, *host.subject)):
            return []
        guest = self.object_pronoun(host)
        fits = guest is not None and guest.country not in met and self._goes_with(pred.reading.verb.gender, guest)
        return [Arg(guest, "", "subject")] if guest is not None and fits else []

    def _caller(self, pred: Pred) -> Mention | None:
        """ "التقى الوزير الفرنسي فلانا، كما استقبله الملك": who acted before him and is no countryman of his is the one whom he receives."""
        if "CONSULT" not in pred.types or not pred.subject or pred.reading.verb is None:
            return None
        above = (p for p in reversed(self.preds) if p.first < pred.first and p.kind == "verb" and p.clause.kind in ("root", "coord"))
        before = next(above, None)
        who = self.subject(before) if before is not None else self.last_subject
        home = {a.mention.country for a in pred.subject}
        man = len(who) == 1 and (who[0].mention.kind in ("person", "role") or who[0].mention.rule == "agent.GOV")
        if not man or who[0].mention.country in home:
            return None
        return who[0].mention if self.is_hers(_HER, who[0].mention) != (pred.reading.pronoun == _HER) else None

    @staticmethod
    def _led_by_noun(pred: Pred, clause: Clause) -> bool:
        """ "اعتبرت الوزارة أن واقعة الاستقبال تكشف عن سلوك معاد": do words of which one is its subject stand between "that" and the verb?"""
        opened = clause.head.content_start if clause.head is not None and clause.head.content is clause else -1
        return opened >= 0 and not clause.spoken_for and pred.first - opened > _LED_BY and any(p.kind == "noun" for p in clause.preds)

    @staticmethod
    def _proposed_to(pred: Pred, head: Pred) -> list[Arg]:
        """ "اقترح الرئيس على نظيره أن يلتقيا": the second of the two whom a dual means."""
        dual = pred.reading.verb is not None and pred.reading.verb.number == "d"
        return [a for a in head.args if a.role == "prep" and a.mention.kind in ("person", "role", "state")][:1] if dual else []

    def _answered(self, pred: Pred) -> Mention | None:
        """ "أوقفت الشرطة سائحين قبل أن تفرج عنهما", "قطع الرئيس العلاقات مع بنما بعدما طلبت اجتماعا": the subject of the main verb if a verb
        behind "after" agrees with it, else the one other party of it that it agrees with."""
        verb, clause = pred.reading.verb, pred.clause
        over = clause.head if clause.kind == "comp" else clause.parent.verb if clause.kind == "coord" and clause.parent is not None else None
        if over is None or over.first > pred.first or over.content is clause or verb is None or verb.number != "s" or verb.passive:
            return None
        opener = self.pack.phrase_at(self.a.tokens, pred.first - 1)
        if clause.kind == "coord" and opener is None and pred.first > 1:
            opener = self.pack.phrase_at(self.a.tokens, pred.first - 2)  # "قبل أن"
        if pred.reading.conj or pred.strange or opener is None or opener.cls not in ("conj", "comp"):
            return None
        own = self.subject(over)
        if len(own) == 1 and clause.kind == "coord" and self._goes_with(verb.gender, own[0].mention):
            return own[0].mention
        if verb.gender != "f" or not own or any(a.mention.kind not in ("person", "role") or self._goes_with("f", a.mention) for a in own):
            return None
        args = (a for p in (over, *below(over)) for a in p.args if a.role != "subject" and over.first < a.mention.first < pred.first)
        able = [a.mention for a in args if a.mention.kind in _SIDES and a.mention.entities and self._goes_with("f", a.mention)]
        return able[0] if len({m.entities for m in able}) == 1 else None

    def _blamed(self, pred: Pred) -> Mention | None:
        """ "جمدت علاقاتها مع المجر لأنها سمحت": whom the reason of a hostile act tells of by a pronoun is the one whom the act hits."""
        over, because = pred.clause.head, self.a.tokens[pred.first - 1].fold if pred.first else ""
        if over is not None and pred.clause.kind == "comp" and over.lemma in self.pack.word_class("charges") and over.content is pred.clause:
            of_him = not pred.subject and any(t.fold in self.pack.word_class("charged-that") for t in self.a.tokens[over.last : pred.first][-2:])
            return next((a.mention for a in over.of_role("object")), None) if of_him else None  # "اتهمت أرمينيا جارتها بأنها قصفت"
        if over is None or pred.clause.kind != "comp" or because not in self.pack.word_class("because") or over.types.isdisjoint(_HOSTILE):
            return None
        own = {e for a in self.subject(over) for e in a.mention.entities}
        found = self.meant(pred.first, because, own)
        return found if found is not None and found.first > over.first else None

    def _of_her(self, pred: Pred) -> bool:
        """ "أعلنت بيرو أن السفير …، حيث أمهلته 72 ساعة": a woman's verb that takes up the man before it is hers who says so."""
        verb, clause = pred.reading.verb, pred.clause
        if verb is None or (verb.gender, verb.number, pred.reading.pronoun) != ("f", "s", "ه") or clause.kind != "comp" or clause.head is None:
            return False
        man = len(clause.topic) == 1 and self.is_hers(_HER, clause.topic[0].mention)
        return man and clause.head.says and self._of_one_form(pred, clause.head)

    def _says_of_him(self, pred: Pred) -> bool:
        """ "اعتقلت تونس مواطنا ليبيا قالت إنه متسلل": does a woman's verb say of the man before it who or what he is?"""
        verb, told = pred.reading.verb, pred.clause.antecedent
        man = isinstance(told, Arg) and told.mention.rule.startswith("agent") and not self._are_several(told.mention, True)
        hers = verb is not None and (verb.gender, verb.number) == ("f", "s")
        return pred.says and pred.content is not None and hers and isinstance(told, Arg) and man and not self._goes_with("f", told.mention)

    def _done_to(self, pred: Pred, told: Mention) -> bool:
        """ "أوكرانيا، التي اتهمها بـ": a country that a man's verb takes up by its pronoun is not the one who acts."""
        verb = pred.reading.verb
        if told.kind not in ("state", "place") or verb is None or verb.number != "s":
            return False
        if (told.rule == "demonym" and pred.reading.pronoun) or (told.rule.startswith("agent") and pred.reading.pronoun in _THEM):
            return True  # "الجنود الإيفواريين الذين أوقفتهم"
        he = self.a.tokens[told.last - 1].fold in self.pack.word_class("masculine")  # "الصومال الذي تتهمه"
        return (verb.gender, pred.reading.pronoun) == (("f", _HIM) if he else ("m", _HER))

    def _above(self, pred: Pred) -> list[Arg]:
        """The subject of the verb in whose clause the description stands, if the two verbs agree."""
        over = pred.clause.parent.verb if pred.clause.parent is not None else None
        return self.subject(over) if over is not None and self._of_one_form(pred, over) else []

    @staticmethod
    def _of_one_form(one: Pred, other: Pred) -> bool:
        """Do two verbs agree in gender and number?"""
        a, b = one.reading.verb, other.reading.verb
        return a is not None and b is not None and (a.gender, a.number) == (b.gender, b.number)

    def _author(self, told: Pred | None) -> list[Arg]:
        """ "اعتمد المجلس قرارا يطالب …": what a resolution demands, those demand who adopt or table it."""
        over = told.governor if told is not None and told.lemma in self.pack.word_class("resolution") else None
        if over is None or over.types.isdisjoint(("AGREE", "REQUEST")):
            return []
        return self.outer_subject(over)

    def decreed(self, pred: Pred) -> list[Arg]:
        """ "أصدر الرئيس مرسوما يقضي بطرد السفير": what a decree orders, those order who issue it."""
        over = pred.clause.parent.verb if pred.clause.parent is not None else None
        decree = pred.first and not bases(self.a.tokens[pred.first - 1].fold).isdisjoint(self.pack.word_class("decree"))
        return self.subject(over) if over is not None and over.first < pred.first and decree else []

    def _quoted_self(self, pred: Pred) -> bool:
        """ "وأضاف: «بحثت مع الوزير»": a past in ت that opens a quotation and names no woman is the speaker's own."""
        verb, clause = pred.reading.verb, pred.clause
        mine = verb is not None and (verb.tense, verb.gender, verb.number) == ("past", "f", "s") and not pred.subject and not clause.topic
        her = pred.strange and self._word_behind(pred).endswith(_HIM)  # "وقال المدير: «تحطمت طائرة»"
        return mine and not her and clause.quote and clause.preds[:1] == [pred]

    def _same_title(self, arg: Arg) -> Arg:
        """ "وقال الرئيس": the president who has been speaking, not the one whom he has just named."""
        m, last = arg.mention, self.last_said[0].mention if len(self.last_said) == 1 else None
        if last is None or m.role != last.role or m.kind != "person" or len(last.entities) != 1 or m.entities == last.entities:
            return arg
        if not m.rule.startswith(("post", "back")) or m.rule == "back.latter":
            return arg  # "قال ديندياس", "قال الأخير"
        words = {t.fold.removeprefix("ال").removesuffix("ه") for t in self.a.tokens[m.first : m.last]}
        if len(words) > 2 or words & self._adjectives or words & {fold(w) for w in self.entity(m.entities[0]).name("ar").split()}:
            return arg
        return replace(arg, mention=replace(m, entities=last.entities, country=last.country))

    @cached_property
    def _adjectives(self) -> frozenset[str]:
        return frozenset(fold(a).removesuffix("ه") for a in self.world.adjectives.values())

    def _word_behind(self, pred: Pred) -> str:
        return self.a.tokens[pred.last].fold if pred.last < len(self.a.tokens) else ""

    def _behind_description(self, pred: Pred) -> list[Arg] | None:
        """ "قال إن تحالفا تقوده روسيا سيرسل قوات": a verb without "and" behind the clause that describes a noun has that noun for its subject, and so
        whoever leads it, or nobody we know; None if it stands elsewhere."""
        before = next((p for p in reversed(self.preds) if p.first < pred.first and p.kind == "verb"), None)
        noun = before.clause.antecedent if before is not None and before.clause.kind == "rel" else None
        if before is None or pred.clause.kind != "coord" or pred.reading.conj or not isinstance(noun, Pred) or noun.kind != "noun":
            return None
        opens = noun.governor is not None and noun.governor.says and noun.first == noun.governor.content_start
        if not opens or pred.reading.verb is None or pred.reading.verb.passive:
            return None
        return self.subject(before) if any(f.relation == "leads" for f in before.frames) else []

    def _carried_on(self, pred: Pred) -> list[Arg]:
        """A verb without subject: a dual means the two of the last meeting, else whoever acted last."""
        verb = pred.reading.verb
        nxt = self._word_behind(pred)
        if pred.strange and nxt in self.pack.word_class("speaks-again") and pred.says:
            return self.last_said  # "وقال المتحدث": whoever has been speaking
        if pred.strange and pred.says and (again := self._named_again(pred, nxt)) is not None:
            return [Arg(again, "", "subject")]
        if pred.strange and nxt in self.pack.word_class("outlet-again") and pred.says:
            return [Arg(m, "", "subject") for m in reversed(self.before(pred.first)) if m.kind == "outlet"][:1]  # "وقالت الصحيفة"
        if pred.reading.pronoun and not pred.reading.conj and pred.says:  # "رحب كوليبا بما وصفه بأنه …"
            near = [p for p in self.preds if p.first < pred.first and p.subject and p.reading.verb is not None and verb is not None]
            alike = [p for p in near if p.reading.verb is not None and verb is not None and p.reading.verb.gender == verb.gender]
            if alike and verb is not None and verb.number == "s":
                return alike[-1].subject if len(alike[-1].subject) == 1 else []
        if verb is None or pred.strange or pred.after_strange or not pred.operates.isdisjoint(("passive", "host")) or self._brings_up(pred):
            return []
        if verb.number == "d":
            return self._pair()
        due = pred.clause.head is None and pred.future == "planned"  # "ومن المقرر أن تلتقي الرئيس": she of whom was told
        if (pred.clause.kind == "comp" and not due) or (verb.passive and nxt in self.pack.prep_pronouns):
            return []  # "وطُلب منه": of nobody
        if verb.passive and self._has_somebody_behind(pred):
            return []
        if not pred.says and self._has_other_head(pred):
            return []
        if not pred.says and (before := self._verb_before(pred)) is not None:
            led = pred.reading.conj or self.a.tokens[pred.first - 1].kind != "word" or self.pack.phrase_at(self.a.tokens, pred.first - 1) is not None
            if not self._of_one_form(pred, before):
                return self._they_before(pred)
            return self.subject(before) if led else []  # not "جهد كبير أسهم في"
        if pred.says and (driven := self._driven(pred)):
            return driven
        unsaid = (p for p in self.preds if p.first < pred.first and p.says and p.kind == "verb" and p.subject and p.content is None)
        if pred.says and pred.reading.conj and (began := next((p for p in unsaid if p.clause.kind == "root" and self._of_one_form(pred, p)), None)):
            return began.subject  # "وقال الوزير في مؤتمر صحفي، بعد محادثات مع المبعوث، وشدد على أن": he who began to speak
        last = self.last_said if self.last_said and pred.says else self.last_subject
        last = self.last_cited if pred.says and self._agrees_with_cited(pred) else last
        if len(last) == 1 and verb.number == "s":
            # "تقرر استدعاء السفير", "وورد في البلاغ أن": its form is that of what was decided or told
            itself = pred.lemma in self.pack.word_class("comes-about") or pred.lemma in self.pack.word_class("comes-in")
            if itself or self._goes_with(verb.gender, last[0].mention):
                return last
        if verb.number == "s" and pred.says:
            return self._spoken_of(pred)
        several = sum(max(1, len(a.mention.entities)) for a in last) > 1 or any(a.mention.kind == "people-group" for a in last)
        if verb.number == "p" and several:
            return last  # "وانتقدوا …": the ministers who spoke
        return []

    def _has_somebody_behind(self, verb: Pred) -> bool:
        """ "كما احتُجز قيادات من الحركة": does a plain noun stand right behind a passive, to whom it was done? Not "وقُتل لاحقا", "وطُرد من البلاد"."""
        token = self.a.tokens[verb.last] if verb.last < self.sentence_end else None
        if token is None or token.kind != "word" or self.pack.phrase_at(self.a.tokens, verb.last) is not None:
            return False
        dated = any(d.span is not None and d.span.start <= token.start < d.span.stop for d in self.a.dates)
        return not dated and token.fold not in self.pack.prep_pronouns and not token.fold.endswith(_HIS) and whole(token.form)

    def _brings_up(self, verb: Pred) -> bool:
        """ "أما كريم نصار فقد اعتقل": has it a subject of its own that "as for" brought up, known or not; not "أما في ليبيا فقد أكد"?"""
        tokens, named = self.a.tokens, self.sentence_start + 1
        if named >= verb.first or tokens[named - 1].fold.removeprefix(AND) not in self.pack.word_class("as-for"):
            return False
        already = self.pack.phrase_at(tokens, verb.first - 1)
        answers = verb.reading.conj == FA or (already is not None and already.cls == "qad" and tokens[verb.first - 1].fold.startswith(FA))
        a_day = any(d.span is not None and d.span.start == tokens[named].start for d in self.a.dates)  # "أما اليوم فقد أكد"
        return answers and not a_day and tokens[named].kind == "word" and self.pack.phrase_at(tokens, named) is None

    def _agrees_with_cited(self, pred: Pred) -> bool:
        """ "ووفقا لوزارة الدفاع فقد أسقطت المسيرات. وأوضحت أن", "وبحسب شهود، أطلق الجنود النار. وأضافوا أن": may a verb of saying go on with
        whose account the sentence before was?"""
        verb, cited = pred.reading.verb, self.last_cited
        if verb is None or len(cited) != 1 or pred.lemma in self.pack.word_class("comes-in"):
            return False  # "وجاء في البيان أن"
        who = cited[0].mention
        if who.kind == "people-group":
            several = self._are_several(who, False)
            hers = verb.gender == "f" and (several or self.a.tokens[who.first].form.endswith(HERS))
            return several if verb.number == "p" else hers or (verb.gender == "m" and not several)
        return verb.number == "s" and self._goes_with(verb.gender, who)

    def _driven(self, pred: Pred) -> list[Arg]:
        """ "الأمر الذي دفع السفارة إلى الاحتجاج، وقالت إن": who was driven to act by a thing, where the verb behind "and" agrees with him."""
        verb = pred.reading.verb
        over = self._verb_driving(pred.first) if pred.reading.conj == AND and verb is not None and verb.number == "s" else None
        if over is None or over.subject:
            return []
        whom = next((m for m in self.within(over.last, over.last + 1) if self.can_act(m)), None)
        return [Arg(whom, "", "subject")] if whom is not None and verb is not None and self._goes_with(verb.gender, whom) else []

    def _verb_driving(self, i: int) -> Pred | None:
        """The last verb before token i, where it is one with which a thing makes somebody act."""
        before = next((p for p in reversed(self.preds) if p.first < i and p.kind == "verb"), None)
        return before if before is not None and fold(before.lemma) in self.pack.word_class("drives-to-act") else None

    def _they_before(self, pred: Pred) -> list[Arg]:
        """ "أطلقت السعودية عملية ضد الحوثيين بعد أن سيطروا على صنعاء": they are the only men of whom the sentence told in the plural."""
        verb, many = pred.reading.verb, tuple(self.pack.word_class("many-end"))
        if verb is None or (verb.gender, verb.number) != ("m", "p") or pred.reading.pronoun:
            return []
        told = [m for m in self.within(self.sentence_start, pred.first) if m.kind in _PLURAL and self.a.tokens[m.first].form.endswith(many)]
        return [Arg(told[-1], "", "subject")] if len({m.entities for m in told}) == 1 else []

    def _spoken_of(self, pred: Pred) -> list[Arg]:
        """ "قالت الرئاسة إن الرئيس دعا إلى هدنة، وأكد أن": he of whom she tells goes on, where the form of the verb is his and not hers."""
        alike = [p for p in reversed(self.preds) if p.first < pred.first and p.kind == "verb" and self._of_one_form(pred, p)]
        beside = alike[0] if alike and alike[0].subject and self._ends_before(alike[0].subject[-1].mention, pred.first) else None
        near = (p for p in alike if p.clause.kind != "rel" or p is beside)  # "الخطوة التي اعترضت عليها اليونان، واعتبرت أنها"
        who = next((found for p in near if (found := self.subject(p))), [])
        fits = len(who) == 1 and pred.reading.verb is not None and self._goes_with(pred.reading.verb.gender, who[0].mention)
        return who if fits and pred.reading.conj else []

    def _ends_before(self, m: Mention, i: int) -> bool:
        """Does nothing but a comma stand between the mention and token i?"""
        return m.last == i or (m.last == i - 1 and self.a.tokens[m.last].fold in COMMA)

    def _has_other_head(self, pred: Pred) -> bool:
        """ "العلاقات قطعت إثر الانقلاب الذي وقع عام 2009 وأطاح بالرئيس": is the main verb's subject somebody we do not know?"""
        before = next((p for p in self.preds if p.first < pred.first and p.kind == "verb" and p.clause.kind == "root"), None)
        return before is not None and not before.says and not self.subject(before)

    def _verb_before(self, pred: Pred) -> Pred | None:
        """The verb before it in the sentence that describes nothing: what it tells of, not who acted before the sentence, is near."""
        return next((p for p in reversed(self.preds) if p.first < pred.first and p.kind == "verb" and p.clause.kind != "rel"), None)

    def _has_strange_head(self, pred: Pred) -> bool:
        """Has the first verb of the sentence, of the same form, a subject that names nobody we know?"""
        before = next((p for p in self.preds if p.first < pred.first and p.kind == "verb" and p.clause.kind == "root"), None)
        return before is not None and before.strange and not before.subject and self._of_one_form(pred, before)

    def _goes_with(self, gender: str, m: Mention) -> bool:
        """May a verb of this gender, far behind, have this one for its subject: no man's verb a ministry, no woman's verb a man with a title?"""
        title = self.a.tokens[m.first]
        if gender == "f" and m.rule.startswith("agent") and not self._are_several(m, True):
            return title.form.endswith("ة") or m.rule == "agent.GOV"  # "ضابط روسي … وهنأت"
        if m.kind in ("person", "role"):
            return gender == "m" or title.form.endswith(("ة", "ى")) or not m.rule.startswith("post")
        if m.kind == "government-body" and (m.rule.startswith("body") or m.rule == "name"):
            hers = title.form.endswith((*HERS, "ه")) and title.fold not in self.pack.word_class("masculine")  # "البيت الأبيض" is no "she"
            return (gender == "f") == hers
        if m.kind == "outlet" and title.fold.removeprefix("و") in self.pack.word_class("outlet-he"):
            return gender == "m"  # "موقع إخباري"
        return m.kind not in ("state", "place") or m.rule != "name" or (gender == "f") != (title.fold in self.pack.word_class("masculine"))

    def _named_again(self, pred: Pred, word: str) -> Mention | None:
        """ "شدد وزير الخارجية …. وأضاف الوزير أن": the last one before it whose name or title begins with the definite word."""
        bare = word.removeprefix("ال")
        if bare == word:
            return None
        fits = (m for m in reversed(self.before(pred.first)) if m.kind in _AGAIN and len(m.entities) == 1)
        return next((m for m in fits if bare in bases(self.a.tokens[m.first].fold)), None)

    def _pair(self) -> list[Arg]:
        """The two whom a dual means: those of the last meeting, also of this sentence, else those who acted together last."""
        met = (d for d in reversed(self.made) if d.type == "CONSULT" and len(refs(d.parts, "actor")) >= 2)
        meeting = next(met, self.last_meeting)
        if meeting is not None and len(meeting.parts.get("actor", ())) >= 1:
            mentions = meeting.parts["actor"]
            if sum(len(m.entities) for m in mentions) >= 2:
                return [Arg(m, "", "subject") for m in mentions]
        if self.made:  # "هنأ الرئيس السوري نظيره اللبناني واتفقا على": who spoke and to whom
            d = self.made[-1]
            both = [*d.parts.get("actor", ()), *d.parts.get("recipient", ())]
            if len(both) == 2 and d.parts.get("actor") and all(m.kind == "person" and len(m.entities) == 1 for m in both):
                return [Arg(m, "", "subject") for m in both]
        return self.last_subject if len(self.last_subject) > 1 else []

    def within(self, first: int, last: int) -> Sequence[Mention]:
        """The mentions that begin at these tokens, without those by whom the sentence is told ("أصيب جندي، وفق أنقرة")."""
        begin = bisect_left(self._firsts, first)
        found = self.a.mentions[begin : bisect_left(self._firsts, last, begin)]
        return [m for m in found if m.first not in self._sources] if self._sources else found

    def before(self, i: int) -> Sequence[Mention]:
        """The mentions before token i, in order; no more than a reader keeps in mind."""
        stop = bisect_left(self._firsts, i)
        return self.a.mentions[max(0, stop - 200) : stop]

    def remember(self, parsed: Parsed, made: Sequence[Draft]) -> None:
        for draft in made:
            if draft.type == "CONSULT" and draft.status in ("happened", "ongoing", "told") and len(refs(draft.parts, "actor")) >= 2:
                self.last_meeting = draft
            if draft.mode == "visit" and draft.parts.get("actor") and draft.same_as is None:
                self.last_visit = draft
        if any(m.kind in ("group", "gathering") and not m.rule.startswith("back") for m in self.within(parsed.sentence.first, parsed.sentence.last)):
            self.group_background = bool(made) and all(d.background for d in made if d.status == "happened") and any(d.background for d in made)
        main = parsed.root.verb
        for pred in parsed.preds:
            speaks = pred.kind != "noun" and pred.says and not pred.reading.prep  # "ليبلغ العدد مئة": it comes to that
            if pred.clause.kind == "coord" and not pred.subject and pred.reading.verb is not None and pred.reading.verb.tense == "present":
                continue  # "ضمانات تستبعد التوسع"
            if speaks and pred.clause.kind == "part":  # "رفض غني …، موضحا أن …. وأضاف أن …"
                self.last_said = [a for a in self.subject(pred) if self.can_act(a.mention)] or self.last_said
            elif pred is main and pred.kind == "verb" and not pred.says and any(f.type in SPEECH and f.subject == "actor" for f in pred.frames):
                welcomed = [a for a in self.subject(pred) if a.mention.kind in ("person", "government-body")]  # "رحب المبعوث بالاتفاق. وأضاف أن"
                self.last_said = welcomed or self.last_said
                self.last_body = [a for a in welcomed if a.mention.kind == "government-body"]  # "استدعت الخارجية السفير. وأشار البيان إلى أن"
            elif speaks and pred.clause.kind in ("root", "coord") and not any(c.quote or _is_said(c) for c in up(pred.clause)):
                who = self.speaker(pred)
                self.last_said = who or self.last_said
                speaker = [a for a in who if a.mention.kind == "government-body" or a.medium or pred.clause.medium]
                if speaker:
                    self.last_speaker, self.last_body = speaker, []
        cited = (a for c in parsed.clauses for a in c.sources if a.role == "source" and a.mention.entities)
        said = any(p.says and p.kind == "verb" and p.clause.kind in ("root", "coord") for p in parsed.preds)
        opening = parsed.sentence.first + _CITED_FIRST  # "وفق سكاي نيوز" at the end goes on with nobody
        self.last_cited = [] if said else [a for a in cited if a.mention.kind != "outlet" or a.mention.first <= opening][-1:]
        texts = [u.first for u in parsed.units if u.phrase is not None and u.phrase.cls == "medium"]
        own = self.pack.word_class("issues") - self.pack.word_class("published")  # who publishes a text may not have written it
        issuing = [p for p in parsed.preds if texts and p.kind == "verb" and fold(p.lemma) in own and p.first < texts[-1]]
        if issuing and (issuer := [a for a in self.subject(issuing[-1]) if a.mention.kind in _ISSUERS]):
            self.last_speaker = issuer  # "أصدرت الوزارة بيانا. وأوضح البيان …"
        attributed = [a for c in parsed.clauses for a in c.sources if a.medium]
        if attributed:
            self.last_speaker = attributed[-1:]  # "… وفق بلاغ للوزارة. واعتبر البلاغ …"
        if main is not None:
            acts = main.says or not main.types.isdisjoint(SPEECH | _HOSTILE)  # "طالبت طهران بـ", not "شهدت العاصمة إجراءات"
            subject = [s for s in self.subject(main) if s.mention.kind in ACTOR_KINDS or (acts and s.mention.stands_for)]
            if subject:
                self.last_subject = subject
                return
        topic = [t for t in parsed.root.topic if t.mention.kind in ACTOR_KINDS and t.role == "topic"]
        unknown_verb = main is None and topic and topic[0].mention.kind == "person" and topic[0].mention.first == parsed.sentence.first + 1
        if topic and (parsed.clauses[1:] or unknown_verb):
            self.last_subject = topic
            if unknown_verb:
                self.last_said = topic  # "وتلا وزير الدفاع البيان. وقال إن": a verb that we do not know

    def relatives(self, pred: Pred) -> list[Pred]:
        """ "الاتصال الذي أجراه X مع Y": the verb of the clause that describes this noun."""
        own, shots = self._relatives.get(id(pred), []), self.pack.word_class("shooting")
        halted = [c for c in pred.children if c.link == "gen" and fold(c.lemma) in shots] if fold(pred.lemma) in self.pack.word_class("halt") else []
        return [*own, *(r for c in halted for r in self._relatives.get(id(c), []))]  # "وقف إطلاق النار الذي توصلت إليه الدولتان"

    def outer_subject(self, pred: Pred, depth: int = 0, deed: bool = False) -> list[Arg]:
        """The subject of what carries an event, through "announced the start of …"."""
        if depth > 5:
            return []
        found = self.subject(pred) if pred.kind != "noun" else [a for a in pred.args if a.role == "genitive"]
        if pred.kind == "noun" and self.takes_place_for(pred):
            return []  # "تم إبلاغ السفير رسالة احتجاج": it is said to him
        if not found and pred.kind == "noun" and "decide" in pred.operates:
            found = [a for a in pred.args if fold(a.prep) == FROM[0]]  # "قرار من فرنسا بطرد السفير"
        if not found and pred.kind == "noun" and pred.reading.pronoun == "ها" and (owner := self.possessor(pred)) is not None:
            return [Arg(owner, "", "genitive")]  # "شكر فرنسا لتعهدها بإرسال أسلحة"
        if not found and pred.kind == "noun" and pred.governor is not None:
            above = pred.governor
            told = above.content is not None and not above.content.quote and 0 <= above.content_start <= pred.first
            if above.kind != "noun" and above.says and told:
                return []  # "أضاف أن سبب الخطوة هو تهديد الأمن": part of what is said
            if deed and pred.link.startswith(("time", "cause")):
                return []  # "أطلقت النار … منذ اندلاع الحرب": who acts then did not begin it
            own = pred.reading.pronoun and "plan" in pred.operates and above.says  # "أكد عزمه"
            if not own and above.kind != "noun" and not carries(above, pred.link) and any(f.say or f.type in SPEECH for f in above.frames):
                return []  # who says it, welcomes it or refuses it did not do it
            if self._told_to(pred):
                return []
            return self.outer_subject(above, depth + 1, deed)
        return found

    def takes_place_for(self, noun: Pred) -> bool:
        """ "تم تسليم السفير مذكرة", "جرى إبلاغ القائم بالأعمال الاحتجاج": is the genitive of a noun of giving or telling whoever got it, since the
        verb that carries the noun names no doer?"""
        over = noun.governor
        passed = over is not None and "passive" in over.operates and not over.subject
        return passed and self.gives(noun)

    def gives(self, pred: Pred) -> bool:
        """ "منحها قواعد", "إبلاغ السفير الاحتجاج": does it tell that somebody gets or is told something?"""
        return fold(pred.lemma) in self.pack.word_class("giving")

    def errand_of(self, noun: Pred) -> Pred | None:
        """ "وصل إلى جوبا للوساطة بين", "في محاولة للوساطة بين", "للقيام بوساطة بين": the verb of coming or going for the sake of mediation."""
        if noun.kind != "noun" or not any(f.mode == "third-party" for f in noun.frames):
            return None
        done = noun
        while done.governor is not None and done.governor.kind == "noun" and "light" in done.governor.operates:
            done = done.governor
        over = done.governor
        aim = fold(done.link) == _TO or done.link.startswith("purpose")
        goes = over is not None and over.kind == "verb" and not over.negated and any(f.mode == "visit" for f in over.frames)
        return over if aim and goes else None

    def charged_in(self, noun: Pred) -> tuple[Draft, list[Mention]] | None:
        """ "طردت كينيا السفير لاتهامه بالتجسس", "بعد اتهامه بـ": the hostile deed whose reason a charge is, which its doer brings against those it is
        done to, and who they are; None where the charge has an object ("بعد اتهامه كينيا بـ": he charges her) or is another's."""
        reason = fold(noun.link) == _TO or noun.link.startswith(("time:after", "cause"))
        if not (reason and noun.kind == "noun" and noun.reading.pronoun) or noun.last >= len(self.a.tokens):
            return None
        if fold(noun.lemma) not in self.pack.word_class("charge-noun") or not self.a.tokens[noun.last].fold.startswith("ب") or noun.of_role("object"):
            return None
        over = [*governors(noun)]
        for d in reversed(self.made):
            if d.pred in over and d.type in _PUNISHES and d.mode != "convict" and d.parts.get("actor"):
                several = noun.reading.pronoun in _THEM
                whom = [m for m in d.parts.get("recipient", ()) if m.last <= noun.first and self._are_several(m, True) == several]
                whom = [m for m in whom if self._owns(noun.reading.pronoun, m)]
                return (d, whom) if whom else None
        return None

    def accuser(self, noun: Pred) -> Pred | None:
        """ "اتهمت كييف روسيا بقصف محطة", "متهما إسرائيل بشن غارات": the verb that charges somebody with this very attack, seizure or march."""
        told, over = self.pack.word_class("told-deed"), noun.governor
        if over is not None and over.kind == "noun" and noun.link in ("gen", "obj") and fold(over.lemma) in told and "light" in over.operates:
            noun, over = over, over.governor
        if over is None or over.kind == "noun" or over.negated or over.future or fold(noun.link) != "ب" or noun.reading.article:
            return None
        return over if fold(noun.lemma) in told and fold(over.lemma) in self.pack.word_class("charges") else None

    def accused(self, noun: Pred) -> list[Mention]:
        """Whom that verb charges with it."""
        over = self.accuser(noun)
        if over is None:
            return []
        him = self.object_pronoun(over) if over.reading.pronoun else None
        return [him] if him is not None else [a.mention for a in over.of_role("object") if a.mention.first < noun.first]

    def possessor(self, pred: Pred) -> Mention | None:
        """Whose: "زيارته", by the last person or body before it that fits."""
        over = pred.governor
        refuses = "REJECT" in pred.types and pred.link.startswith(("time", "cause"))
        if refuses and over is not None and not over.types.isdisjoint(("REQUEST", "SANCTION", "COERCE")):
            asked = [a.mention for a in over.args if a.role in ("prep", "object") and a.mention.kind == "person"]
            if len(asked) == 1:
                return asked[0]  # "طلبت من السفير المغادرة بعد رفضه …": he refused
        if (blamed := self._owner_aimed_at(pred)) is not None:
            return blamed
        if (praised := self._guest_spoken_of(pred)) is not None:
            return praised
        if (same := self._doer_beside(pred)) is not None:
            return same
        if pred.governor is not None and not pred.link.startswith("cause"):
            outer = self.outer_subject(pred.governor)
            if (traveller := self._traveller(pred, outer)) is not None:
                return traveller
            if len(outer) == 1 and self._owns(pred.reading.pronoun, outer[0].mention):
                return outer[0].mention
        plural = pred.reading.pronoun in ("هم", "هما")
        main = pred.clause.verb
        if main is not None and pred.first < main.first:  # "في جولته الثانية، يلتقي بلينكن …"
            ahead = [a.mention for a in main.subject if (len(a.mention.entities) > 1) == plural]
            if len(ahead) == 1:
                return ahead[0]
        if not plural and (doer := self._doer_before(pred)) is not None:
            return doer
        before = [m for m in reversed(self.before(pred.first)) if m.kind in ACTOR_KINDS and m.entities and (len(m.entities) > 1) == plural]
        told = self._told_to(pred.governor)
        before = [m for m in before if m not in told and not self._is_replaced(m)]
        if any(f.mode == "visit" for f in pred.frames):  # "ترسيم الحدود بين لبنان وإسرائيل. وتدوم زيارته يومين": no state's
            before = [m for m in before if m.kind in ("person", "role")] or before
        return next((m for m in before if self._owns(pred.reading.pronoun, m)), before[0] if before else None)

    def _told_to(self, words: Pred | None) -> list[Mention]:
        """ "جرى استدعاء السفيرة السويدية للتعبير عن احتجاجهم": to whom what somebody expresses is told, so that it is not his own."""
        if words is None or words.kind != "noun" or words.link != "ل" or not any(f.say for f in words.frames):
            return []
        summons = words.governor
        return [a.mention for a in summons.of_role("genitive")] if summons is not None and summons.kind == "noun" else []

    def _traveller(self, pred: Pred, outer: Sequence[Arg]) -> Mention | None:
        """ "نددت الجماعة بالسادات، وبزيارته لإسرائيل": no group goes on a visit, but the man who was told of last; "وقع الأمير اتفاقية مع الرئيس
        التركي خلال زيارته الدوحة": nor does who is at home there."""
        visits = any(f.mode == "visit" for f in pred.frames) and pred.reading.pronoun
        if not visits or len(outer) != 1:
            return None
        stays = outer[0].mention
        there = {a.mention.country for a in pred.args if a.mention.kind in ("place", "state")} - {None}
        if stays.kind not in ("party", "armed-group", "people-group", "organisation") and stays.country not in there:
            return None
        men = (m for m in reversed(self.before(pred.first)) if m.kind in ("person", "role") and len(m.entities) == 1 and m.country not in there)
        return next((m for m in men if self._owns(pred.reading.pronoun, m)), None)

    def _guest_spoken_of(self, pred: Pred) -> Mention | None:
        """ "أشاد الرئيس الكيني بأوباما واصفا زيارته بأنها ناجحة": he of another country to whom or of whom the main verb speaks, not who speaks."""
        over = pred.governor if "CONSULT" in pred.types else None
        main = over.clause.head if over is not None and over.kind == "participle" else None
        if main is None or main.types.isdisjoint(SPEECH):
            return None
        men = [a.mention for a in main.args if a.role in ("object", "prep") and a.mention.kind in ("person", "role")]
        ours = {a.mention.country for a in self.subject(main)}
        return men[0] if len(men) == 1 and men[0].country not in ours and self._owns(pred.reading.pronoun, men[0]) else None

    def _doer_beside(self, pred: Pred) -> Mention | None:
        """ "نتائج زيارة الوزير إلى القاهرة ولقائه الرئيس": he whose act the noun before is that "and" joins this one to."""
        if pred.reading.conj != AND or pred.governor is None:
            return None
        before = next((p for p in reversed(pred.governor.children) if p.first < pred.first and p.link == pred.link and p.kind == "noun"), None)
        men = [a.mention for a in before.of_role("genitive") if a.mention.kind in ("person", "role")] if before is not None else []
        return men[0] if len(men) == 1 and self._owns(pred.reading.pronoun, men[0]) else None

    def _doer_before(self, pred: Pred) -> Mention | None:
        """ "دعا ماكرون فلانا، وجاءت الدعوة بعد مكالمة له": he who acted last in the sentence, before those to whom he did something."""
        acted = (p for p in reversed(self.preds) if p.first < pred.first and p.kind == "verb" and p.clause.kind in ("root", "coord"))
        who = next((found for p in acted if (found := self.subject(p))), [])
        man = len(who) == 1 and who[0].mention.kind in ("person", "role") and self._owns(pred.reading.pronoun, who[0].mention)
        return who[0].mention if man else None

    def _owns(self, pronoun: str, m: Mention) -> bool:
        """May "ـها" or "ـه" tell of it: of a state or a body by its gender, of a man no "ـها"?"""
        if m.kind in ("person", "role") or m.rule.startswith("agent"):
            return not self.is_hers(pronoun, m)
        return self.is_her_kind(m) if pronoun == _HER else pronoun != _HIM or m.kind != "state" or not self.is_her_kind(m)

    def is_definite(self, i: int) -> bool:
        """Has token i the article, or is it a name?"""
        return self.a.tokens[i].fold.startswith(_THE) or any(m.last == i + 1 for m in self.before(i + 1))

    def _owner_aimed_at(self, pred: Pred) -> Mention | None:
        """ "علق التعاون مع إسبانيا بعد استقبالها", "أمرت المحكمة إسرائيل بوقف هجومها": whose deed a hostile act answers or a demand would end."""
        answers, over = pred.link.startswith(("time:after", "cause")), pred.governor
        while over is not None and over.kind == "noun" and not answers:
            answers, over = over.link.startswith(("time:after", "cause")), over.governor
        wanted = _HOSTILE if answers else ("REQUEST",)
        acts = [p for p in (over, *over.children) if p.first < pred.first and not p.types.isdisjoint(wanted)] if over is not None else []
        acts = [p for p in acts if not any(f.mode == "visit" for f in p.frames)]  # "غادرت تونس بعد توقيعها": who leaves is not hostile
        taken = [a for p in acts for q in (p, *p.children) for a in q.args if a.mention.first > p.first]
        near = [a.mention for a in taken if a.role in ("object", "prep", "genitive")]
        others = [m for m in near if m.first < pred.first and m.kind in ("state", "government-body") and m.entities]
        fits = [m for m in others if self.is_her_kind(m) == (pred.reading.pronoun == _HER)]
        return fits[0] if len({m.entities for m in others}) == 1 and fits else None

    def is_hers(self, pronoun: str, m: Mention) -> bool:
        """Is it a man, of whom no "ـها" tells ("شكر الوزير فرنسا لتعهدها")?"""
        if pronoun != "ها" or not (m.kind in ("person", "role") or m.rule == "agent.GOV"):
            return False
        title = self.a.tokens[m.first].form
        return m.rule.startswith(("post", "agent")) and not title.endswith("ة")

    def object_pronoun(self, pred: Pred) -> Mention | None:
        """Whom the pronoun at the verb's end means; None where it must be a thing ("أيدته روسيا": the draft)."""
        told = pred.clause.antecedent if pred.clause.kind == "rel" else self._described_with(pred)
        if isinstance(told, Arg) and told.role == "far":
            return None  # "الطفل فلان الذي قتلته القوات": what it describes is nobody that was named
        if told is not None and (pred.subject or isinstance(told, Pred) or pred.lemma in self.pack.word_class("describing")):
            # "عملية السلام التي ترفضها حماس": what is described
            return told.mention if isinstance(told, Arg) and self.can_act(told.mention) and told.mention.kind != "place" else None
        if (caller := self._caller(pred)) is not None:
            return caller
        apart = self._word_behind(pred) in self.pack.word_class("apart-pronoun")
        word = self._word_behind(pred) if apart else pred.reading.pronoun
        own = {e for a in self.subject(pred) for e in a.mention.entities}
        if "CONSULT" in pred.types or any(f.mode == "expel" for f in pred.frames):
            # "التقى لافروف نظيره الكوبي قبل أن يستقبله الرئيس الكوبي": no countryman of the host, or of who gives him days to leave
            home = {a.mention.country for a in self.subject(pred)} - {None}
            own |= {e for m in self.before(pred.first)[-_SOON:] if m.kind in ("person", "role") and m.country in home for e in m.entities}
        found = self.meant(pred.first, word, own)
        return None if found is not None and self._is_voted_on(pred, found) else found

    def _is_voted_on(self, pred: Pred, found: Mention) -> bool:
        """ "أيد أعضاء المجلس مشروع القرار، وعارضته روسيا": does the noun of a text stand nearer before a verb of voting than whom its pronoun may
        mean, or near by, where that is the body that votes?"""
        if fold(pred.lemma) not in self.pack.word_class("votes-on") or not found.last <= pred.first:
            return False
        since = max(self.sentence_start, pred.first - _VOTED) if found.kind == "organisation" else found.last
        return any(not bases(t.fold).isdisjoint(self.pack.word_class("draft-text")) for t in self.a.tokens[since : pred.first])

    def _described_with(self, pred: Pred) -> Pred | None:
        """ "الهدنة التي توصلت إليها موسكو وأيدها المجلس": the thing that the clause right before this verb describes, which it takes up too."""
        before = next((p for p in reversed(self.preds) if p.kind == "verb" and p.first < pred.first), None) if pred.subject else None
        if before is None or before.clause.kind != "rel" or not pred.reading.conj or not isinstance(before.clause.antecedent, Pred):
            return None
        apart = any(t.kind == "mark" for t in self.a.tokens[before.last : pred.first])
        return None if apart or before.clause.antecedent.types.isdisjoint(("RETREAT", "AGREE", "REQUEST")) else before.clause.antecedent

    def pronouns(self, pred: Pred) -> Iterable[tuple[str, Mention]]:
        """(preposition, whom it means) of each "معه", "إليها", "بينهما" in the predicate's own stretch."""
        tokens, own = self.a.tokens, None
        over = pred.governor if pred.kind == "noun" and pred.link == "obj" else None
        verb = over if over is not None and "light" in over.operates else pred
        told = verb.clause.antecedent if verb.clause.kind == "rel" and verb.clause.verb is verb else None
        near = range(verb.last, pred.first)  # "الرئيس الذي وجهت له المحكمة اتهامات"
        stops = [pred.stop or pred.last + 8, *(c.stop for c in pred.children if c.link == "gen" and pred.kind == "noun" and not c.definite)]
        for i in (*near, *range(pred.last, min(max(stops), pred.last + 10, len(tokens)))):  # "صدرت مذكرة توقيف ضده"
            prep = self.pack.prep_pronouns.get(tokens[i].fold)
            if prep is None:
                continue
            if own is None:
                own = {e for a in (self.subject(pred) or self.outer_subject(pred)) for e in a.mention.entities}
            if prep == "بين" and i + 1 < len(tokens) and tokens[i + 1].fold.removeprefix(AND) == prep:
                if (one := self._one_side(i, pred.governor)) is not None:
                    yield prep, one
                continue
            if prep == "بين":
                over = pred.governor
                for a in [*self.subject(over), *over.of_role("object")] if over is not None and over.kind != "noun" else ():
                    yield prep, a.mention
                continue
            if isinstance(told, Pred) and i == verb.last and not verb.reading.pronoun:
                continue  # "إطلاق سراح كريم بوزيد، الذي حكم عليه": the clause describes a thing, or somebody we do not know
            taken_up = isinstance(told, Arg) and self.can_act(told.mention) and not own & {*told.mention.entities}  # "مقابل جندي أفرجنا عنه"
            who = told.mention if isinstance(told, Arg) and taken_up else self.meant(i, tokens[i].fold, own)
            if who is not None:
                yield prep, who

    def _one_side(self, i: int, over: Pred | None) -> Mention | None:
        """ "زار بوليفيا بعد توقيع الاتفاق بينها وبين تشيلي": whom the pronoun at token i means, who is not the other side: the subject of the verb
        above if it agrees, else, where the other side is known, the nearest who does."""
        word, other = self.a.tokens[i].fold, next(iter(self.within(i + 1, i + 4)), None)
        theirs = {m.entities[0] for m in self.before(i) if m.entities and other is not None and m.country == other.country}
        told = [a.mention for a in self.subject(over)] if over is not None and over.kind != "noun" else []
        fits = (m for m in told if m.entities and m.entities[0] not in theirs and self.is_her_kind(m) == word.endswith("ها"))
        return next(fits, None) or (self.meant(i, word, theirs) if other is not None else None)

    def meant(self, i: int, word: str, own: set[str]) -> Mention | None:
        """The nearest party before token i that the pronoun at the word's end can stand for and that is not the doer itself."""
        apart = word in self.pack.word_class("apart-pronoun")
        for m in reversed(self.before(i)):
            if apart and m.kind == "outlet" and m.country and f"state/{m.country}" in self.world.entities and i - m.last < _SOON:
                m = replace(m, kind="state", entities=(f"state/{m.country}",))  # "علقت بث إذاعة فرنسا الدولية متهمة إياها"
            if m.entities and m.stands_for and not set(m.entities) & own and self._acts_here(m):
                m = self.state_of(m) or m  # "علقت موسكو مشاركتها ردا على هجوم استهدف أسطولها"
            if m.kind not in ACTOR_KINDS or not m.entities or set(m.entities) & own or self._is_mission_of(m, own) or self._is_replaced(m):
                continue
            if self._are_several(m, i - m.last < _SOON) != word.endswith(_THEM):
                continue
            if m.rule in _PRIVATE and m.country in {self.entity(e).country for e in own}:
                return None  # "انتقد صحفي كيني الوزير قبل أن توقفه الشرطة الكينية": a matter of their own
            feminine = self.is_her_kind(m)
            if (word.endswith("ها") and not feminine) or (word.endswith("ه") and feminine):
                continue
            return m if self.a.tokens[i].start - m.span.stop < 300 else None
        return None

    def _acts_here(self, m: Mention) -> bool:
        """Is it the subject of a verb of this sentence?"""
        return any(a.mention is m for p in self.preds for a in (*p.subject, *p.clause.topic))

    def _is_replaced(self, m: Mention) -> bool:
        """ "تسلم شينكر المهمة خلفا لساترفيلد. وكان اللقاء الأول له": is he only named as the one whom somebody follows?"""
        return m.kind == "person" and m.first > 0 and self.a.tokens[m.first - 1].fold in self.pack.word_class("in-place-of")

    def _is_mission_of(self, m: Mention, own: set[str]) -> bool:
        """ "سحب السودان سفارته من أبوظبي متهما إياها": nobody speaks to or against his own embassy."""
        return any(e.endswith(MISSIONS) for e in m.entities) and m.country in {self.entity(e).country for e in own} - {None}

    def is_her_kind(self, m: Mention) -> bool:
        """Does "ـها" tell of it: no man, and no state that is masculine?"""
        if m.rule == "agent.GOV":  # "الوزير القطري"
            return self.a.tokens[m.first].form.endswith("ة")
        known = m.rule in _PRIVATE
        if known and self.a.tokens[m.last - 1].fold.rstrip(_ENDS).endswith(_OF):
            return self.a.tokens[m.last - 1].form.endswith("ة")
        return m.kind not in ("person", "role") and bases(self.a.tokens[m.first].fold).isdisjoint(self.pack.word_class("masculine"))

    def _are_several(self, m: Mention, soon: bool) -> bool:
        """Does "them" tell of it: several, a group, or people ("صيادون فيتناميون", "متظاهرون"; not "دبلوماسي رواندي")?

        soon: the pronoun stands not far behind, so that it may tell of people of a country.
        """
        if len(m.entities) > 1 or m.kind == "group":
            return True
        if m.kind == "people-group":
            if self.a.tokens[m.first].fold in self.pack.word_class("one-person"):
                return False  # "وبينهم امرأة، يتم استجوابهم"
            return m.rule != "unnamed" or self.entity(m.entities[0]).name("en").endswith(_SEVERAL)
        tokens = self.a.tokens
        people = soon and m.rule.startswith("agent")
        one = tokens[m.last - 1].fold.rstrip(_ENDS).endswith(_OF)  # "بوروندي", "بوروندية", "بورونديا"
        counted = tokens[m.first - 1].kind == "number" or self.pack.number_word(tokens[m.first - 1].fold) is not None
        return people and (not one or counted)  # "احتجزت عشرين بحارا بورونديا، وأفرجت عن خمسة منهم"

    def countries(self, parts: Mapping[str, Sequence[Mention]], name: str) -> set[str | None]:
        """The countries of the entities in one part of an event."""
        return {self.entity(e).country for m in parts.get(name, ()) for e in m.entities}

    def homes(self, actors: Sequence[Mention]) -> set[str | None]:
        """The countries on whose side these are: none of rebels, who are at odds with the state that they are of."""
        return {self.entity(e).country for m in actors if not is_rebel(m) for e in m.entities}

    def without(self, m: Mention, countries: set[str | None]) -> Mention | None:
        """The mention without those of these countries; None if it is nobody else."""
        left = tuple(e for e in m.entities if self.entity(e).country not in countries)
        if len(left) == len(m.entities):
            return None if m.stands_for and self.entity(m.stands_for).country in countries else m
        return replace(m, entities=left) if left else None

    def states_of(self, mentions: Iterable[Mention]) -> list[Mention]:
        """The states among the mentions and those that their places lie in, in order."""
        found = (m if m.kind in ("state", "government-body") and m.entities else self.state_of(m) for m in mentions)
        return [m for m in found if m is not None]

    def state_of(self, m: Mention) -> Mention | None:
        """The state that a visit to a place is a visit to."""
        ref = m.stands_for if m.stands_for and m.stands_for.startswith("state/") else None
        if ref is None and m.entities and (place := self.a.places.get(m.entities[0])) and place.country:
            ref = f"state/{place.country}"
            owner = next((x for x in self.within(m.last, m.last + 1) if x.kind == "demonym"), None) if m.kind == "place" else None
            if owner is not None and owner.entities[0] in self.world.entities:
                ref = owner.entities[0]  # "بلدة بادمي الإثيوبية": of two who claim it, whose it is by the report's words
        if ref is None or ref not in self.world.entities:
            return None
        return replace(m, entities=(ref,), kind="state", country=ref.rpartition("/")[2], stands_for=None)

    def hosts(self, envoy: Mention) -> Iterable[Mention]:
        """ "القائم بالأعمال العراقي في تركيا", "سفير الجزائر بفرنسا": the states that the mention says he is sent to."""
        words = self.pack.word_class("posted")
        for i in range(envoy.first + 1, envoy.last):
            word = self.a.tokens[i].fold
            forms = bases(word) if self.a.tokens[i - 1].fold in words else (word[1:],) if word.startswith(_AT) else ()
            for name in (n for form in forms for n in self.world.names.get(form, ())):
                rest = tuple(t.fold for t in self.a.tokens[i + 1 : i + len(name.tokens)])
                known = name.what == "entity" and name.ref in self.world.entities and rest == name.tokens[1:]
                entity = self.world.entities[name.ref] if known else None
                state = f"state/{entity.country}" if entity is not None and entity.kind in ("state", "place") else ""
                if state in self.world.entities:
                    yield replace(envoy, entities=(state,), kind="state", country=state.rpartition("/")[2], role=None, rule="name")
                    break

    def _of_his(self, pred: Pred, told: list[Arg]) -> list[Arg]:
        """ "ورحبت مالي بما وصفه رئيس وزرائها …، معلنا": the man in between, where the subject is feminine and the participle is not."""
        over = pred.clause.head or (pred.clause.parent.verb if pred.clause.parent is not None else None)
        verb = over.reading.verb if over is not None else None
        if over is None or verb is None or verb.gender != "f" or not self.a.tokens[pred.first].fold.endswith(_HIS):
            return []
        men = [m for m in self.within(over.last, pred.first) if m.kind == "person" and len(m.entities) == 1]
        return [Arg(men[-1], "", "subject")] if len(men) == 1 and not any(men[0] == a.mention for a in told) else []

    def names_pact(self, m: Mention) -> bool:
        """ "صادق المجلس على اتفاق فيينا": is it the town from which a deal that is known has its name, and nobody beside it?"""
        alone = m.kind == "place" and m.first > 0 and not (m.conj or m.prep)
        alone = alone and (m.last == len(self.a.tokens) or self.a.tokens[m.last].fold[:1] != AND)
        return alone and not bases(self.a.tokens[m.first - 1].fold).isdisjoint(self.pack.word_class("pact"))

    def can_act(self, m: Mention) -> bool:
        if m.rule in ("land", "powers"):
            return False  # "الأراضي الروسية"; "the powers" only meet and make deals, see `Parts.clean`
        if m.kind in ACTOR_KINDS:
            return bool(m.entities) or (m.kind == "role" and m.country is not None)
        return bool(m.stands_for)

    def only_backs(self, m: Mention) -> bool:
        """ "هجوم على الفصائل المدعومة من أنقرة": does somebody stand only behind men of whom it is told nothing else?"""
        at = m.first - (0 if m.prep else 1)
        by = fold(m.prep or self.a.tokens[at].fold) if at >= 0 else ""
        return by in self.pack.word_class("backed-by") and not m.conj and stands_before(self.a.tokens, m.first, self.pack.word_class("backed"))

    def is_of(self, people: str, m: Mention) -> bool:
        """Is it one of those who are "armed" (an army, a police, an armed group, gunmen without a name), "protesting", or "civil": any people
        of no force and no office?"""
        if people == "armed" and m.rule.startswith(_ARMED_AGENT):
            return True
        if people == "civil" and m.rule in _CIVIL_AGENT:
            return True
        names = self.pack.word_class(f"{people}-people")
        for id in m.entities:
            entity = self.entity(id)
            if people == "armed" and (entity.kind == "armed-group" or entity.sector in ARMED):
                return True
            if not names.isdisjoint(id.rpartition("/")[2].split("-")):
                return True
        return False

    def speaker(self, pred: Pred) -> list[Arg]:
        """Who speaks with a verb of saying: its source ("جاء في بيان X"), else its subject, else the last who acted; with a noun whose it is."""
        if pred.kind == "noun" and self.takes_place_for(pred):
            return []  # "تم إبلاغ الوفد أن": it is told to him
        if pred.kind == "noun" and (own := [a for a in pred.of_role("genitive") if self.can_act(a.mention)]):
            return own  # "مرتبطة بإعلان نيجيريا أنها ضبطت"
        if pred.kind == "noun" and pred.governor is not None:
            return self.speaker(pred.governor)  # "اكتفى المتحدث بالقول إن", "نقلت الوكالة عن المتحدث تأكيده أن"
        if pred.kind == "noun" and pred.says and pred.link == "ب":
            return self.last_said  # "ومضى بالقول: «…»"
        over = pred.clause.parent.verb if pred.clause.kind == "rel" and pred.clause.parent is not None else None
        behind = self.pack.phrase_at(self.a.tokens, pred.last) if pred.last < len(self.a.tokens) else None
        within = behind is not None and behind.cls == "prep-pron"
        if not pred.subject and (whose := self._whose_words(pred)):
            return whose
        if not pred.subject and over is not None and within and self._of_one_form(pred, over) and (issuer := self.subject(over)):
            return issuer  # "أصدرت الوزارة بيانا قالت فيه", not "أوقفت التعاون في أعقاب تقارير أفادت بأن"
        if pred.impersonal and not pred.subject:
            relays = fold(pred.lemma) in self.pack.word_class("relaying")  # "نقل البيان عن الوزير قوله إن"
            quoted = [a for a in pred.args if relays and fold(a.prep) == _FROM_HIM and self.can_act(a.mention)]
            return quoted or self._issuer(pred) or self.last_body or self.last_speaker
        if within and not pred.subject and pred.lemma in self.pack.word_class("comes-in") and (whose := self._whose_text(pred)):
            return whose
        found = self.subject(pred)
        told = bool(found) and all(a.mention.kind == "outlet" or a.mention.rule == "unnamed" for a in found)  # "نقلت وكالة عن الوزير"
        if told and all(a.mention.kind == "outlet" for a in found) and (cited := self._cited(pred)):
            return cited
        named = any(a.mention.kind in _AGAIN - {"state"} and a.mention.entities for a in pred.subject)  # "قال الوزير في بيان لوزارته إن": he says so
        sources = [  # not "قال في القاهرة"
            a
            for a in pred.args
            if a.prep
            and not 0 <= pred.content_start <= a.mention.first  # "نقلت عن كيم أنه يحمل ذكريات عن ترامب"
            and (
                (a.medium and not (named or (told and a.medium == "office")))  # "مصدر في قيادة الشرطة" is not the police
                or (not found and a.prep not in self.pack.word_class("where"))
                or fold(a.prep) == _FROM_HIM
                or ((told or fold(pred.lemma) in self.pack.word_class("relaying")) and fold(a.prep) in _ASCRIBED)  # "نسبت الوكالة إلى الوزير قوله"
            )
            and any(f.parts.get(fold(a.prep)) == "source" for f in pred.frames)
        ]
        if sources:
            return sources
        if told and (whose := self._relayed(pred) or self._quoted_there(pred)):
            return whose
        if self._of_him(pred):
            told_of = (*self.last_said, *self.last_speaker, *self.last_subject)
            return next(([a] for kinds in (("person", "role"), ("people-group",)) for a in told_of if a.mention.kind in kinds), [])
        if found and self.last_speaker and all(self._is_spokesman_again(a.mention) for a in found):
            return self.last_speaker  # "المتحدثة باسم الوزارة"
        if found:
            return [a for a in found if a.mention.kind in ACTOR_KINDS or a.mention.stands_for or a.mention.kind == "outlet"]
        of_a_text = self.a.tokens[pred.first - 1].fold in self.pack.word_class("telling")  # "تقارير أفادت بأن"
        led = pred.clause.kind == "comp" and self._led_by_noun(pred, pred.clause)
        if pred.kind == "verb" and not (pred.strange or of_a_text or led) and (pred.impersonal or pred.clause.kind != "root"):
            verb, last = pred.reading.verb, self.last_subject
            agrees = len(last) != 1 or verb is None or self._goes_with(verb.gender, last[0].mention)
            if not agrees and (his := self._spoken_of(pred)):
                return his
            man = len(last) == 1 and last[0].mention.kind in ("person", "role")
            hers = man and verb is not None and (verb.gender, verb.number) == ("f", "s")
            return last if agrees or not hers else []  # "أدان الرئيس …، في حين قالت اللجنة إنها"
        over = pred.clause.head if pred.kind == "participle" else None
        return self.speaker(over) if over is not None and over.says and not over.strange else []

    def carrier(self, pred: Pred) -> list[Arg]:
        """The outlet through which a saying has come: "نقلت الوكالة عن الوزير قوله إن", "قال الوزير للوكالة إن"."""
        verb = pred.governor if pred.kind == "noun" and pred.governor is not None else pred
        if not verb.says:
            return []
        heard = [a for a in verb.args if fold(a.prep) == _TO]
        return [a for a in (*verb.subject, *heard) if a.mention.kind == "outlet" and a.mention.entities][:1]

    def _cited(self, pred: Pred) -> list[Arg]:
        """ "قالت الصحيفة نقلا عن مسؤولين في الوزارة إن": whom an outlet cites between its verb and what is said."""
        between = [a for a in pred.clause.sources if a.role == "source" and pred.last <= a.mention.first < pred.content_start]
        return [a for a in between if a.mention.kind != "outlet"][:1]

    def _of_him(self, pred: Pred) -> bool:
        """ "نُقل عنه قوله إن", "نقلت الوكالة عنها أن": does a pronoun behind a verb of relaying, or behind who relays, say whose words they are?"""
        if pred.kind != "verb" or fold(pred.lemma) not in self.pack.word_class("relaying"):
            return False
        behind = max([pred.last, *(a.mention.last for a in pred.subject)])
        return behind < len(self.a.tokens) and self.pack.prep_pronouns.get(self.a.tokens[behind].fold) == _FROM_HIM

    def _who_then_speaks(self, pred: Pred) -> list[Arg]:
        """ "مطالبا كوبا بالإفراج عنه، قال الوزير إن": the subject of the verb behind a participle that opens the sentence, before any verb."""
        verbs = [p for p in self.preds if p.kind == "verb"]
        then = next((p for p in verbs if p.first > pred.first and self.a.tokens[p.first - 1].fold in COMMA), None)
        if then is None or not then.subject or any(p.first < pred.first for p in verbs) or then.reading.conj:
            return []
        return then.subject if then.reading.verb is not None and then.reading.verb.gender == pred.reading.gender else []

    def _who_just_spoke(self, pred: Pred, over: Pred | None) -> Arg | None:
        """ "تلقى الرئيس رسالة من الملك الذي هنأه، قائلا": with a participle behind a clause that tells what somebody named just before it said, where
        the verb over them says nothing, goes on he of whom the clause is told."""
        told = next((p for p in reversed(self.preds) if p.first < pred.first and p.kind == "verb"), None)
        who = told.clause.antecedent if told is not None and told.clause.kind == "rel" and told.clause.verb is told else None
        if told is None or not isinstance(who, Arg) or who.mention.kind not in ("person", "role") or not pred.says:
            return None
        if not told.says and told.types.isdisjoint(SPEECH):
            return None
        heard = over is not None and over is not told and "reverse" not in over.operates and (over.says or not over.types.isdisjoint(SPEECH))
        if heard and over is not None and self.subject(over):
            return None
        his = any(a.mention is who.mention for a in self.subject(told)) and self._goes_with(pred.reading.gender, who.mention)
        return Arg(who.mention, "", "subject") if his else None

    def _whose_words(self, pred: Pred) -> list[Arg]:
        """ "انتقدت سراييفو تصريحات الرئيس التي قال فيها", "تلقى اتصالا من نظيره أكد خلاله", "عبر له خلاله": he stands between his words and the verb,
        his titles, or who else called, behind him."""
        verb, last, tokens = pred.reading.verb, pred.first, self.a.tokens
        at = pred.last + (pred.last + 1 < len(tokens) and self.pack.prep_pronouns.get(tokens[pred.last].fold) == _TO)
        if verb is None or pred.reading.conj or at >= len(tokens) or tokens[at].fold not in self.pack.word_class("in-it"):
            return []
        rel = self.pack.phrase_at(tokens, last - 1) if last else None
        last -= rel is not None and rel.cls == "rel"
        last -= last > 0 and tokens[last - 1].fold in COMMA
        for p in reversed(self.preds):
            words = p.kind == "noun" and p.says  # "أقوال الوزير التي انتقد فيها"
            said = [a for a in p.args if a.medium or fold(a.prep) == FROM[0] or (words and a.role == "genitive")]
            his = said if p.first < pred.first else []
            his = [a for a in his if a.mention.last <= last]
            if not his or not (his[-1].mention.last == last or (self._calls(p) and self._only_titles(his[-1].mention, last))):
                continue
            if verb.number != "s" and self._calls(p):
                return his
            return his[-1:] if self._goes_with(verb.gender, his[-1].mention) else []
        return []

    def _calls(self, pred: Pred) -> bool:
        """Is it a call, a letter, or the verb by which somebody gets one?"""
        return "CONSULT" in pred.types or "reverse" in pred.operates

    def _only_titles(self, m: Mention, last: int) -> bool:
        """Does nothing but what somebody is, and of which land, stand between his name and this token?"""
        between = (p for p in self.preds if m.last <= p.first < last)
        own = all(x.country in (m.country, None) for x in self.within(m.last, last))
        return last - m.last < _TITLES and own and all(p.kind != "verb" for p in between)

    def prays(self, pred: Pred) -> bool:
        """ "داعيا الله أن يحفظ البلاد", "دعا الرئيس المولى أن": does he ask God, and so nobody?"""
        behind = max([pred.last, *(a.mention.last for a in pred.subject)])
        return behind < len(self.a.tokens) and self.a.tokens[behind].fold in self.pack.word_class("god")

    def _is_spokesman_again(self, m: Mention) -> bool:
        """ "المتحدثة باسم الوزارة", not "متحدث باسم المجلس", nor "المتحدث باسم جمعية النقل": a spokesman of whom the report has told whose he is."""
        if m.entities or not (m.role or "").endswith("spokesperson") or not self.a.tokens[m.first].fold.removeprefix(m.conj).startswith("ال"):
            return False
        behind = self.a.tokens[m.last] if m.last - m.first > 1 and m.last < len(self.a.tokens) else None
        return behind is None or behind.kind != "word" or behind.fold.startswith("ال")

    def voice_over(self, pred: Pred) -> list[Arg]:
        """Who says what the predicate's clause tells: the verb of saying over it, its attribution, or whose quotation goes on."""
        for x in sorted(islice(speakers(pred.clause), 6), key=lambda x: isinstance(x, Arg)):
            found = [a for a in (self.speaker(x) if isinstance(x, Pred) else [x]) if a.mention.kind != "outlet"]
            if found:
                return found
        at = self.a.tokens[pred.first].start
        return self.last_said if any(q.span.start <= at < q.span.stop for q in self.a.quotes) else []

    def _relayed(self, pred: Pred) -> list[Arg]:
        """ "نقلت عنه صحيفة قوله إن": whom the pronoun behind the preposition of the source means."""
        for prep, who in self.pronouns(pred):
            if any(f.parts.get(prep) == "source" for f in pred.frames) and prep == _FROM_HIM:
                return [Arg(who, prep, "prep")]
        return []

    def _quoted_there(self, pred: Pred) -> list[Arg]:
        """ "نقلت الوكالة الوزير قوله إن", where a preposition was left out: the object of a verb of relaying, before the noun by which he says so."""
        if fold(pred.lemma) not in self.pack.word_class("relaying"):
            return []
        own = [c.first for c in pred.children if c.kind == "noun" and c.says and c.reading.pronoun]
        return [a for a in pred.of_role("object") if a.mention.last in own and self.can_act(a.mention)]

    def _issuer(self, pred: Pred) -> list[Arg]:
        """ "قال البيان الذي نشر على موقع الوزارة", "قال بيان نشر على موقع الرئيس": the body or man that the statement's own clause names."""
        published = self.pack.word_class("published")
        for p in self.preds:
            if (p.clause.kind == "rel" and p.clause.parent is pred.clause) or (p.governor is pred and fold(p.lemma) in published):
                found = [a for a in p.args if a.mention.kind in _ISSUERS]
                if found:
                    return found
        return []

    def writers(self, noun: Pred) -> list[Mention]:
        """ "تضمن القرار إدانة للهجوم", "تضمن بيان الوزارة إدانة": whose the text is that contains an act in words; of no text nobody's."""
        over = noun.governor
        if over is None or noun.link != "obj" or over.kind != "verb" or over.lemma not in self.pack.word_class("contains"):
            return []
        if over.impersonal:
            return [a.mention for a in self.speaker(over)]
        papers = [c for c in over.children if c.link == "subj" and c.lemma in self.pack.word_class("speaking-paper")]
        whose = [a.mention for c in papers for a in c.of_role("genitive")]
        return whose or (self.adopters() if papers else [])

    def adopters(self) -> list[Mention]:
        """Who adopted the text of which the report told last that somebody did."""
        adopted = (d for d in reversed(self.drafts[-_SOON:]) if d.type == "AGREE" and fold(d.pred.lemma) in self.pack.word_class("adopts"))
        return next((list(d.parts.get("actor", ())) for d in adopted), [])

    def _whose_text(self, pred: Pred) -> list[Arg]:
        """ "إعلان البرلمان الذي صدر أمس وجاء فيه أن", "أصدرت الوزارة بيانا جاء فيه": whose text it is in which that stands."""
        before = [p for p in self.preds if p.first < pred.first and (p.kind == "verb" or p.says)]
        for p in reversed(before):
            if p.kind == "noun":
                whose = p.of_role("genitive")
            else:
                whose = [a for a in p.args if a.medium and a.medium != "office"] or (self.subject(p) if p.clause.kind in ("root", "coord") else [])
            if whose := [a for a in whose if self.can_act(a.mention)]:
                return whose
        return []

    def entity(self, ref: str) -> Entity:
        """The entity with this id: the report's own, else the world's, which is then the report's too."""
        found = self.a.entities.get(ref)
        if found is None:
            found = self.a.entities[ref] = self.world.entity(ref)
        return found

    def the_parties(self, m: Mention) -> Mention:
        """ "الطرفان", "الأطراف": those of the last meeting, deal or fight that was told, before those merely named together. Who mediates is none
        of them ("قالت قطر ومصر اللتان ترعيان المحادثات إن الطرفين")."""
        for d in reversed([*self.drafts[-8:], *self.made]):
            if d.type in ("CONSULT", "AGREE", "ASSAULT") and d.frame.mode != "third-party" and d.pred.first < m.first:
                who = [(e, x) for x in d.parts.get("actor", ()) for e in ((x.stands_for,) if x.stands_for else x.entities)]
                countries = dict.fromkeys(self.entity(e).country or e for e, _ in who)
                if len(countries) == 2 or len({e for e, _ in who}) == 2 or (m.rule == "parties" and 2 < len(countries) < 7):
                    lands = tuple(dict.fromkeys(f"state/{c}" for c in countries)) if m.kind == "state" else ()  # "البلدان": not the two men who met
                    known = bool(lands) and all(x in self.world.entities for x in lands)
                    met = lands if known else tuple(dict.fromkeys(e for e, _ in who))
                    return replace(m, entities=met, kind="state" if known else "group")
        return m
