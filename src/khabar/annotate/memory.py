"""What a report has said so far, and whom a word leads back to: "the minister", "the two countries", "his country", "the movement".

Every look back is bounded, so that time grows with the length of a report and not faster.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from khabar.model import Entity, Mention, Sentence, Span
from khabar.packs import Pack
from khabar.text import Token, fold
from khabar.world import OF_NO_STATE, World

# Posts whose holders are called by a common short word ("the president").
HEADS = ("head-of-state", "head-of-government", "crown-prince", "supreme-leader")
_RECENT = 400  # mentions
_BY_POST = frozenset(("head", "minister", "role"))
_BACK = 40  # sentences that a word for two parties may look back
_HIS = ("ه", "ها")
_TIME = 4  # tokens of a time between a verb and its object
_MODERN = "2000"
_LAST_FALLEN = "2006-07"  # when the last of the states that are no more had ended
_CLOSE = 3  # tokens between two who are joined and the word for both
_NEAR = 3  # sentences in which a plain pair goes before a loose one

_SPEAKERS = frozenset(("person", "role", "government-body"))
_SIDES = frozenset(("person", "state", "government-body", "armed-group", "party", "organisation"))
_BODIES = frozenset(("organisation", "government-body", "armed-group", "party", "people-group", "group"))
_LATTER = frozenset(("state", "place", "organisation", "government-body", "armed-group", "party"))
_GROUPS = frozenset(("armed-group", "party"))  # a side of its own, whatever its country
_NO_SIDE = frozenset(("UNO", "NGO"))  # who helps others to talk
_POWERS = frozenset(("state/USA", "state/RUS", "state/CHN", "state/GBR", "state/FRA"))
_EMIRATES = frozenset(("QAT", "KWT", "ARE", "MCO", "LIE"))  # nobody there is a king
_MONARCHIES = frozenset(("QAT", "KWT", "ARE", "OMN", "MCO", "LIE", "LUX", "JPN", "VAT", "KHM", "BTN", "MYS", "TON", "LSO", "SWZ", "BRN"))
KINGDOMS = frozenset(("SAU", "MAR", "JOR", "BHR", "GBR", "ESP", "NLD", "BEL", "SWE", "NOR", "DNK", "THA"))
_COURTESY = 3  # tokens of forms of address before a name
REALMS = {"kingdom": KINGDOMS, "sultanate": frozenset(("OMN", "BRN"))}  # whom a word for a realm may mean


def _heads(m: Mention) -> bool:
    return m.role in HEADS


def _ministers(m: Mention) -> bool:
    return bool(m.role and "minister" in m.role and not m.role.startswith("deputy-"))


_TESTS = {"head": _heads, "leaders": _heads, "minister": _ministers}
_NAMED_BY_OFFICE = ("post.members", "post.several", "post.of-body", "leaders")
_LEAD = ("group-leader", "party-leader", "leader")
_GOVERNMENT = "government"
_OPPOSITION = "unnamed/opposition"
_BELOW = ("deputy-", "adviser", "envoy", "special-", "chief-negotiator", "assistant-")
_MEDIATORS = ("envoy", "special-representative")
_COMMAS = frozenset(("،", ",", "-", "–", ")", "»", '"', "”"))
_OF_ARMS = ("defence-minister", "chief-of-staff")
_QUOTES = frozenset(('"', "«", "»", "“", "”"))
_ON = ("ب", "ل", "ك")  # prepositions that are written in one with their noun
_AND = "و"
_INSIDE = ("في", "ب")
COMMAND = frozenset(("state", "government-body", "armed-group", "person"))


class Memory:
    """The mentions of one report up to the place that is read. ``mentions`` grows while the report is read. ``day``: of publication, ISO, or None."""

    def __init__(
        self, pack: Pack, world: World, tokens: Sequence[Token], sentences: Sequence[Sentence], day: str | None, quoted: Sequence[Span]
    ) -> None:
        self.pack, self.world, self.tokens, self.sentences, self.day, self.quoted = pack, world, tokens, sentences, day, quoted
        self.mentions: list[Mention] = []
        self.entities: dict[str, Entity] = {}
        self.sentence = 0  # the one that is read
        self.served: tuple[int, str | None] = (-1, None)
        """Who was named last inside the title of one who speaks for him, and the sentence in which that was."""

    @property
    def begin(self) -> int:
        """The first token of the sentence that is read and of no mention yet."""
        last = self.mentions[-1].last if self.mentions else 0
        return max(last, self.sentences[self.sentence].first)

    @property
    def recent(self) -> list[Mention]:
        return self.mentions[-_RECENT:]

    def entity(self, ref: str) -> Entity:
        """The entity with this id, from here on one of the report's; of a person the country is that which he serves on the day."""
        entity = self.entities.get(ref)
        if entity is None:
            entity = self.world.entity(ref)
            country = self.world.served(ref, self.day) if entity.kind == "person" else entity.country
            entity = self.entities[ref] = entity if country == entity.country else replace(entity, country=country)
        return entity

    def origin(self, person: str) -> str | None:
        """The country from which somebody is, whomever he serves; of a newcomer what the report tells."""
        return (self.world.entities.get(person) or self.entities[person]).country

    def stands_for(self, person: str, body: str | None) -> None:
        """Lets a person to whom the report gives a post of an international body stand for it, unless we know him in office in a state on its day."""
        code = self.world.international(body) if body else None
        at_home = self.day is not None and any(t.of.startswith("state/") for t in self.world.held(person, None, self.day))
        if code is not None and not at_home:
            self.entities[person] = replace(self.entity(person), country=code)

    def body_of(self, slug: str, state: str) -> str:
        """The id of a state's body, from here on one of the report's."""
        entity = self.world.body(slug, state)
        self.entities.setdefault(entity.id, entity)
        return entity.id

    # ---------------------------------------------------------------- who is governed, who acts

    def preposition(self, i: int, prep: str = "") -> str:
        """The preposition that governs the phrase at token i: written in one with it, or the word before it; else empty."""
        if prep or i == 0:
            return prep
        phrase = self.pack.phrase_at(self.tokens, i - 1)
        return phrase.tokens[0] if phrase is not None and phrase.cls == "prep" and len(phrase.tokens) == 1 else ""

    def governed(self, m: Mention) -> bool:
        """Does a preposition stand before the mention, or before those that "and" joins it to, so that it is not who acts?"""
        if self.preposition(m.first, m.prep) or (m.first and self._addressed_by(m.first - 1)):
            return True
        phrase = self.pack.phrase_at(self.tokens, m.first - 1) if m.first else None
        if phrase is not None and phrase.cls == "list":
            return True  # "مع كل من رئيس الحكومة"
        if m.first > 1 and not m.conj and self._of_his_meeting(m.first - 1):
            return True  # "خلال استقباله رئيس الوزراء العراقي": whom he received
        k = bisect_left(self.mentions, m.first, key=lambda x: x.first) if m.conj == _AND else 0
        return bool(k) and self.mentions[k - 1].last == m.first and self.governed(self.mentions[k - 1])

    def _addressed_by(self, i: int) -> bool:
        """Is token i a form of address with a preposition on it: "سألتقي بالسيد بلينكن"?"""
        word = self.tokens[i].fold
        bare = "ال" + word[2:] if word.startswith("لل") else word[1:] if word[:1] in _ON else ""
        return any(p.cls == "honorific" and p.tokens == (bare,) for p in self.pack.reference.get(bare, ()))

    def _of_his_meeting(self, i: int) -> bool:
        """Is token i a noun with its owner's pronoun, behind a word of time or a preposition: "لدى لقائه"?"""
        before = self.pack.phrase_at(self.tokens, i - 1)
        if before is None or before.cls not in ("time", "prep") or not self.tokens[i].fold.endswith(_HIS):
            return False
        return any(r.kind == "noun" and r.pronoun for r in self.pack.readings(self.tokens[i].fold))

    def _here(self) -> list[Mention]:
        """The mentions of the sentence that is read, up to now."""
        return self._of(self.sentences[self.sentence], len(self.mentions))[0]

    def of_sentence(self, back: int) -> list[Mention]:
        """The mentions, up to now, of the sentence that is read, or of the one so many before it."""
        at = self.sentence - back
        if at < 0:
            return []
        later = self.sentences[at].last
        return self._of(self.sentences[at], bisect_left(self.mentions, later, key=lambda m: m.first))[0]

    def _of(self, sentence: Sentence, stop: int) -> tuple[list[Mention], int]:
        """(the mentions of a sentence, index of its first), of those before ``stop``."""
        k = stop
        while k > 0 and self.mentions[k - 1].first >= sentence.first:
            k -= 1
        return [m for m in self.mentions[k:stop] if m.first < sentence.last], k

    # ---------------------------------------------------------------- persons and posts

    def same_post(self, slug: str, country: str | None = None, at: int | None = None) -> str | None:
        """Who was last named with this post (of that country). A bare title leads to whom a bare title named before.

        at: the token of the title; whoever stands in one clause with it is another ("التقى رئيس الوزراء المصري رئيس الوزراء").
        """
        people = [m for m in reversed(self.recent) if m.role and m.kind == "person" and len(m.entities) == 1 and country in (None, m.country)]
        fitting = [m for m in people if m.role == slug or (str(m.role).endswith(f"-{slug}") and not str(m.role).startswith("deputy"))]
        if slug.endswith("minister"):
            fitting = [m for m in fitting if m.qualifier != "former"]  # "وزير الدفاع" is not he who was it before
        elif slug in HEADS:  # "الرئيس المصري" after "رئيس مصر الأسبق" and a name without a title
            past = {m.entities for m in fitting if m.qualifier == "former"}
            now = [m for m in fitting if m.entities not in past]
            fitting = now or ([] if country else fitting)
        old = {m.entities[0] for m in fitting if self._is_of_old(m.entities[0], slug)}
        if country or len(old) < len({m.entities[0] for m in fitting}):
            fitting = [m for m in fitting if m.entities[0] not in old]
        if at is not None:
            beside = {m.entities[0] for m in fitting if self._one_clause(m.last, at)}
            fitting = [m for m in fitting if m.entities[0] not in beside]
        fitting = self._told(fitting)
        if country is None:
            fitting.sort(key=lambda m: not (m.of is None and m.rule.startswith("post")))
        return fitting[0].entities[0] if fitting else None

    def _is_of_old(self, person: str, slug: str) -> bool:
        """Did the last of a person's terms in a post end before any report of no day was written: a king of old, of whom one tells beside today's?"""
        ends = [t.until for t in self.world.held(person, slug, None)] if not self.day else []
        return bool(ends and all(ends)) and max(ends) < _MODERN

    def minister_of(self, country: str | None) -> str | None:
        """The one minister of a country whom the report has named, whichever he is."""
        met = (m for m in self.recent if m.kind == "person" and _ministers(m) and m.country == country and m.qualifier is None)
        people = {m.entities[0] for m in met if len(m.entities) == 1}
        return people.pop() if country and len(people) == 1 else None

    def role_met(self) -> str | None:
        """The post of whom a counterpart is one: of the last who was named in this sentence, else of who acted in the last that names somebody.

        "رفض وزير الخارجية السعودي ما قيل عن احتجاز رئيس الوزراء اللبناني. وفي مؤتمر مع نظيره الفرنسي": another foreign minister.
        """

        def officials(mentions: Sequence[Mention]) -> list[Mention]:
            return [m for m in mentions if m.role and m.kind in ("person", "role")]

        if here := officials(self._here()):
            return here[-1].role
        stop = len(self.mentions) - len(self._here())
        for sentence in reversed(self.sentences[max(0, self.sentence - _BACK) : self.sentence]):
            group, stop = self._of(sentence, stop)
            if met := officials(group):
                acts = next((m for m in met if not self.governed(m)), met[-1])
                beside = {m.role for m in met if m.country == acts.country and not self.governed(m)}
                return acts.role if len(beside) <= 1 else None  # "يرافق توسك وزير الخارجية. وسيبحث مع نظيريه": whose?
        return None

    def other_holder(self, role: str) -> str | None:
        """ "نقل الوزير إلى نظيره": the one person of another state whom the report has met in the post of him who stands in this sentence."""
        here = {e for m in self._here() if m.kind == "person" and m.role == role for e in m.entities}
        met = {m.entities[0]: m.country for m in self.recent if m.kind == "person" and m.role == role and len(m.entities) == 1}
        homes = {met.get(e) for e in here}
        others = [e for e, country in met.items() if e not in here and country and country not in homes]
        return others[0] if len(here) == len(others) == 1 else None

    def sent_by(self, country: str | None) -> str | None:
        """The one person of a state who was named in a post below its ministers: "the American envoy" after "Assistant Secretary X"."""
        below = (m for m in self.recent if m.kind == "person" and m.role and m.country == country and len(m.entities) == 1)
        people = {m.entities[0] for m in below if str(m.role).startswith(_BELOW) and not str(m.role).endswith("spokesperson")}
        return people.pop() if len(people) == 1 else None

    def office_of(self, slug: str) -> str | None:
        """The organisation or state whose post of this kind was named last."""
        return next((m.of for m in reversed(self.recent) if m.role == slug and m.of), None)

    def beside(self, at: int) -> set[str]:
        """The countries of people who stand in one clause with token ``at``, before it."""
        return {m.country for m in self.recent if m.kind == "person" and m.country and self._one_clause(m.last, at)}

    def _one_clause(self, last: int, at: int) -> bool:
        """Do a few plain words, no mark and no verb, stand between the tokens, a preposition among them, so that no apposition is read?"""
        between = self.tokens[last:at]
        if last >= at or len(between) > 10 or any(t.kind != "word" or any(r.kind == "verb" for r in self.pack.readings(t.fold)) for t in between):
            return False
        phrases = (self.pack.phrase_at(self.tokens, k) for k in range(last, at))
        return any(p is not None and p.cls == "prep" for p in phrases)

    def _beside(self, last: int, at: int) -> bool:
        """Do only plain words stand between two mentions, no mark, verb or particle?"""
        if at - last >= 5:
            return False
        words = all(t.kind == "word" and not any(r.kind == "verb" for r in self.pack.readings(t.fold)) for t in self.tokens[last:at])
        return words and not any(self.pack.phrase_at(self.tokens, k) for k in range(last, at))

    def _does_to(self, one: Mention, other: Mention) -> bool:
        """ "أن الرئيس جاباروف أبلغ الرئيس ميرضيائيف", "وكان موراليس طرد في عام 2008 السفير": does one verb, with a time at most, stand between
        the two, and "that" or "was" before the first, who is its subject?"""
        verb = one.last + (self.tokens[one.last].fold in _COMMAS)  # "أن مساعد الوزير السفير فلان، أبلغ الدبلوماسي"
        if not one.first or verb >= other.first or not any(r.kind == "verb" for r in self.pack.readings(self.tokens[verb].fold)):
            return False
        rest = self.tokens[verb + 1 : other.first]
        time = len(rest) <= _TIME and all(t.kind == "number" or t.fold in self.pack.word_class("time-about") for t in rest)
        before = self.pack.phrase_at(self.tokens, one.first - 1)
        return (not rest or time) and before is not None and before.cls in ("comp", "was")

    def met_state(self, at: int) -> str | None:
        """The one other state whose people the sentence says that somebody met "with", where token ``at`` stands behind that word too."""
        lead = self.preposition(at)
        if not lead or lead not in self.pack.word_class("met-with"):
            return None
        acts = self.acting_state()
        met = {m.country for m in self._here() if m.kind == "person" and self.preposition(m.first, m.prep) == lead}
        states = {f"state/{c}" for c in met} - {acts}
        return states.pop() if acts and len(states) == 1 and states <= self.world.entities.keys() else None

    def arms_of(self) -> str | None:
        """The state whose forces are meant where they stand without one: that of the defence minister or officer who acts in the sentence; else
        that of the armed group that acts in it, or acted last in the one before, which fights them."""
        acts = next((m for m in self._here() if m.kind in COMMAND and not self.governed(m)), None)
        if acts is None and self.sentence:
            group, _ = self._of(self.sentences[self.sentence - 1], len(self.mentions) - len(self._here()))
            acts = next((m for m in reversed(group) if m.kind == "armed-group" and not self.governed(m)), None)
        post = self.world.posts.get(acts.role or "") if acts is not None else None
        armed = acts is not None and (acts.kind == "armed-group" or (post is not None and (post.sector == "MIL" or acts.role in _OF_ARMS)))
        state = f"state/{acts.country}" if acts is not None and armed else ""
        return state if state in self.world.entities else None

    def at_war(self, home: str | None) -> str | None:
        """ "شكرت قوات الدعم السريع المملكة … واتهمت الطيران الحربي": the state whose army an armed group of its own fights, which the report names,
        where the state that the report is most about has no part in that war."""
        groups = {e for m in self.recent if m.kind == "armed-group" for e in m.entities if self.entity(e).known}
        day = self.day or ""
        wars = [c.parties for c in self.world.conflicts.values() if c.since and c.since <= day <= (c.until or day) and groups & set(c.parties)]
        sides = {f"state/{self.entity(p).country}" for w in wars for p in w if p not in groups}
        own = {f"state/{self.entity(g).country}" for w in wars for g in groups & set(w)} & sides
        return own.pop() if len(own) == 1 and home not in sides else None

    def states_near(self) -> set[str]:
        """The states that are named, or act, in the sentence that is read and the one before."""
        stop, out = len(self.mentions), set[str]()
        for sentence in reversed(self.sentences[max(0, self.sentence - 1) : self.sentence + 1]):
            group, stop = self._of(sentence, stop)
            out |= {m.country for m in group if m.country and m.kind in ("state", "government-body") and f"state/{m.country}" in self.world.entities}
        return out

    def homeland(self, his: bool = False) -> Mention | None:
        """Whose country "his country" is: who acts in the sentence, else who acted in the one before; with ``his`` a person before a body."""

        def has_one(m: Mention) -> bool:
            speaks = (m.kind in _SPEAKERS and not self._serves_a_body(m)) or m.rule.startswith("agent")
            speaks = speaks or (his and m.rule == "unnamed" and m.first > 0 and self.is_saying(m.first - 1))  # "وأكد الدبلوماسي التركي أن بلاده"
            return speaks and m.country is not None and f"state/{m.country}" in self.world.entities and not m.rule.startswith("agent.people")

        here = [m for m in self._here() if has_one(m)]
        if here:
            free = [m for m in here if not self.governed(m)]
            free = [m for m in free if his and m.kind in ("person", "role")] or free
            for k in reversed(range(len(free))):
                object_ = k and not free[k].conj and (self._beside(free[k - 1].last, free[k].first) or self._does_to(free[k - 1], free[k]))
                if not object_:
                    return free[k]  # not the object: "طرد X السفير Y … على بلاده"
            return here[-1]
        stop = len(self.mentions)
        for sentence in reversed(self.sentences[max(0, self.sentence - _BACK) : self.sentence]):
            group, stop = self._of(sentence, stop)
            group = [m for m in group if has_one(m)]
            if group:
                return next((m for m in group if not self.governed(m)), group[-1])
        return None

    def commander(self, only: bool = False, hers: bool = False) -> Mention | None:
        """Whose "his forces" are: the one of this sentence that may have some and is no object; a man stands for his group, else for his state.

        only: nobody where two may have some ("أعلنت روسيا أن أوكرانيا قصفت قواتها"). hers: "her forces" are no man's, so that where nobody
        else acts they are those of the group of which he tells ("شن الوزير هجوما على الجماعة وقال إن مقاتليها").
        """
        able = [m for m in self._here() if m.kind in COMMAND and m.entities and not self.governed(m)]
        if hers and all(m.kind == "person" or m.rule == "agent.GOV" for m in able):
            able = [m for m in self._here() if m.kind == "armed-group" and m.entities] or able
        if not able or (only and len({m.country for m in able}) > 1):
            return None
        return self.men_of(able[-1])

    def men_of(self, m: Mention) -> Mention | None:
        """Whose men in arms those of somebody are: a man's are his group's ("أعلن الناطق باسم الحوثيين التزام قواته"), else his state's."""
        if m.kind != "person":
            return m
        posts = (t.of for e in m.entities for t in self.world.held(e, None, self.day)) if self.day else ()
        led = (of for of in posts if of and self.world.entities[of].kind == "armed-group")
        ref = m.of if m.of and self.entity(m.of).kind == "armed-group" else next(led, f"state/{m.country}")
        if ref not in self.world.entities:
            return None
        return replace(m, entities=(ref,), kind=self.entity(ref).kind, role=None)

    def _serves_a_body(self, m: Mention) -> bool:
        """Does somebody hold a post of a body of several states, so that no state is his: the president of the European Council?"""
        return bool(m.of and m.of.startswith("org/") and self.entity(m.of).country in OF_NO_STATE)

    def homeland_state(self) -> str | None:
        """The state of who acts, or acted last."""
        owner = self.homeland()
        return f"state/{owner.country}" if owner else None

    def other_state(self) -> str | None:
        """The last state that was named, or acted, and is not that of who acts now: "its neighbour"."""
        first = next((f"state/{m.country}" for m in self._here() if m.country and not self.governed(m)), None)
        own = self.acting_state() or first or self.homeland_state()
        near = (f"state/{m.country}" for m in reversed(self.mentions[-4 * _NEAR :]) if m.country)
        return next((ref for ref in near if ref != own and ref in self.world.entities), None) if own else None

    def last_state(self) -> str | None:
        """The state of whoever was named last in this sentence or the one before: a state, a body, a city that stands for one, a person."""
        stop = len(self.mentions)
        for sentence in reversed(self.sentences[max(0, self.sentence - 1) : self.sentence + 1]):
            group, stop = self._of(sentence, stop)
            for kinds in (("state", "government-body", "place"), ("person",)):
                found = [m for m in reversed(group) if m.kind in kinds and f"state/{m.country}" in self.world.entities]
                found = [m for m in found if m.rule != "homeland"] or found  # "بلاده وضعت أساسا مع تركيا قبل زيارة وزير خارجيتها"
                if found:  # "رحبت مالي بعد سجال مع باريس بما قاله رئيس وزرائها"
                    return f"state/{next((m for m in found if not self.governed(m)), found[0]).country}"
        return None

    def state_of(self, country: str | None) -> str | None:
        """The state with this code, which may stand for what is of no state."""
        return ref if (ref := f"state/{country}") in self.world.entities else None

    def headed_by(self, person: str) -> str | None:
        """The state that a person heads on the day; of a report of no day, or once headed."""
        heads = (t.of for t in self.world.held(person, None, self.day) if t.post in HEADS and t.of.startswith("state/"))
        return next(heads, None)

    def is_here(self, person: str) -> bool:
        """Does the sentence so far name the person?"""
        return any(person in m.entities for m in self._here())

    def named_here(self, count: int) -> bool:
        """Does the sentence that is read name so many who can act?"""
        return len({e for m in self._here() if m.kind in _SIDES for e in m.entities}) >= count

    def last_man(self) -> str | None:
        """The state of the last head of one or of its government in this sentence, if no other person was named behind him."""
        man = next((m for m in reversed(self._here()) if m.kind == "person"), None)
        state = f"state/{man.country}" if man is not None and man.role in HEADS and not self.governed(man) else ""
        return state if state in self.world.entities else None

    def last_place(self, stop: int) -> str | None:
        """The state of the last place that was named before the mention with this index."""
        before = reversed(self.mentions[max(0, stop - _RECENT) : stop])
        found = next((m for m in before if m.kind == "place" and f"state/{m.country}" in self.world.entities), None)
        return f"state/{found.country}" if found else None

    def holds(self, role: str) -> Mention | None:
        """The last man met who holds this post, named or not: "المتحدث باسم الخارجية" behind the spokesman of a sentence before."""
        return next((m for m in reversed(self.recent) if m.role == role and m.kind == "person" and len(m.entities) == 1), None)

    def unnamed(self, word: str, country: str | None = None) -> Mention | None:
        """Who was met last without a name under this noun (folded, without article), of that country where one is said."""
        for m in reversed(self.mentions[-_RECENT:]):
            if m.rule == "unnamed" or m.rule.startswith("agent."):
                noun = self.tokens[m.first].fold.removeprefix("و").removeprefix("ال")
                if word in (noun, noun.removesuffix("ا")) and len(m.entities) == 1 and country in (None, m.country):
                    return m
        any_of = self.pack.word_class("of-any-office")
        if word not in any_of:
            return None
        alike = [m for m in self.mentions[-_RECENT:] if m.rule == "unnamed" and self.tokens[m.first].fold.removeprefix("و") in any_of]
        one = len({m.entities for m in alike}) == 1 and country in (None, alike[-1].country)
        return alike[-1] if one else None  # "قال دبلوماسي غربي … وقال المسؤول"

    def back(self, value: str, country: str | None = None, but: str | None = None, woman: bool = False) -> Mention | None:
        """The last mention that a word of this class can lead back to, of that country where one is said, of none of the state ``but``, and where
        the word is a ``woman``'s title of no man."""
        mentions = [m for m in self.recent if m.country == country] if country else self.recent
        if woman:
            mentions = [m for m in mentions if not any(e in self.world.men for e in m.entities)]
        mentions = [m for m in mentions if f"state/{m.country}" != but] if but else mentions

        def last(test: Callable[[Mention], bool]) -> Mention | None:
            return next((m for m in reversed(mentions) if test(m)), None)

        if value == "ministry":
            return self._ministry(mentions)
        if value == "presidency":
            return self._as_mention(self.body("presidency"))
        if value == "group":
            return self._group(mentions)
        if value == "regime":
            words = self.pack.word_class("regime")
            return last(lambda m: m.kind == "government-body" and any(t.fold in words for t in self.tokens[m.first : m.last]))
        if value == "powers":
            return last(lambda m: m.kind == "group" and len(_POWERS & set(m.entities)) == len(_POWERS))
        if value.startswith("outlet"):
            return self._press([m for m in mentions if m.kind == "outlet" and self._is_press(m, value.partition(" ")[2])])
        mentions = self._told(mentions)
        if value == "person" and country:  # "السفير الكيني … والمسؤول الكيني": not he who was only told of by his office
            mentions = [m for m in mentions if m.rule != "post.holder-unknown" or self._behind_verb(m)]
            whoever = next((m for m in reversed(self.recent) if m.kind == "person" and len(m.entities) == 1 and m.country in (None, country)), None)
            if whoever is not None and whoever.country is None:
                return None  # who was named last may be meant as well
        if value in ("king", "emir", "sovereign"):
            if not country and len(self._reigning_here(value)) > 1:
                return None  # "نقل إلى الملك تحيات أخيه الملك وتمنياته لجلالته": which of the two?
            return last(lambda m: m.role == HEADS[0] and len(m.entities) == 1 and self.reigns(m.country, value))
        if value == "highness":
            return self._highness(mentions)
        if value == "president":
            heads = (m for m in reversed(self._here()) if m.role in HEADS[:2] and len(m.entities) == 1)
            here = {m.entities: m for m in heads if m.role != HEADS[0] or not self.is_monarchy(m.country)}
            if len(here) > 1 and not country:  # "سيجري رئيس الوزراء مباحثات مع الرئيس، ويرعى سيادته التوقيع": who acts, though he is no president
                acts = [m for m in here.values() if not self.governed(m)]
                return acts[0] if len(acts) == 1 else None
            return last(lambda m: _heads(m) and len(m.entities) == 1 and not self.is_monarchy(m.country))
        if value == "excellency":  # of two ministers him whom the report calls so
            called = {m.entities: m for m in mentions if _ministers(m) and len(m.entities) == 1 and self._is_addressed(m, value)}
            return next(iter(called.values())) if len(called) == 1 else self.back("minister", country, but, woman)
        if value in ("head", "minister"):
            one = self._of_the_house([m for m in mentions if len(m.entities) == 1 and _TESTS[value](m)])
            return one or (self._one_of_several(country, _TESTS[value]) if country else None)
        if value in ("envoy", "spokesperson", "ambassador"):
            return last(lambda m: bool(m.role and m.role.endswith(value) and not m.role.startswith("deputy") and len(m.entities) == 1))
        if value == "servant":
            speaks = last(lambda m: m.kind == "person" and len(m.entities) == 1 and not self.governed(m) and self._behind_verb(m))
            return speaks or last(lambda m: m.kind == "person" and len(m.entities) == 1)
        if value == "person":  # "المسؤول الفرنسي" is no head of state
            return last(lambda m: m.kind == "person" and len(m.entities) == 1 and m.role not in HEADS[:1])
        return last(lambda m: m.kind == "person" and len(m.entities) == 1)

    def _told(self, mentions: list[Mention]) -> list[Mention]:
        """Those of whom the report itself speaks, where there are such; not those of whom somebody spoke whose quoted words are over:
        "وقال الوزير: «سألتقي الوزير بلينكن». وأضاف الوزير"."""
        here = self.tokens[self.sentences[self.sentence].first].start
        over = [q for q in self.quoted if q.stop <= here]
        return [m for m in mentions if not any(q.start <= m.span.start < q.stop for q in over)] or mentions

    def is_saying(self, i: int) -> bool:
        """Is token i a verb of saying, or of an act that is done in words?"""
        readings = self.pack.readings(self.tokens[i].fold)
        frames = (f for r in readings if r.kind == "verb" for f in self.pack.verb_frames.get(r.lemma, ()))
        return any(f.in_words for f in frames)

    def _behind_verb(self, m: Mention) -> bool:
        """Does a verb stand right before the mention, so that it is who says or does something?"""
        return m.first > 0 and any(r.kind == "verb" for r in self.pack.readings(self.tokens[m.first - 1].fold))

    def _one_of_several(self, country: str, test: Callable[[Mention], bool]) -> Mention | None:
        """ "وزيرا خارجية باكستان والهند … وقال الوزير الباكستاني": of those whom one phrase named him of the country."""
        for m in reversed(self.recent):
            theirs = [e for e in m.entities if m.kind == "person" and len(m.entities) > 1 and test(m) and self.entity(e).country == country]
            if len(theirs) == 1:
                return replace(m, entities=(theirs[0],), country=country)
        return None

    def _press(self, mentions: Sequence[Mention]) -> Mention | None:
        """The outlet of these that spoke last: "قالت وكالة تاس إن الوفد وصل، بحسب رويترز. وأضافت الوكالة" goes on with the words of the first."""
        spoke = self._who_spoke(mentions)
        if spoke is None or self._behind_verb(spoke) or spoke.first >= self.sentences[self.sentence].first:
            return spoke
        at = next(k for k in reversed(range(self.sentence)) if self.sentences[k].first <= spoke.first)
        behind = self.tokens[spoke.last : self.sentences[at].last]
        if not at or any(t.kind == "word" for t in behind):
            return spoke  # "ووفق رويترز، فإن الوفد وصل"
        before = (m for m in reversed(mentions) if self.sentences[at - 1].first <= m.first < spoke.first and self._behind_verb(m))
        return next(before, spoke)  # a sentence of its own: "بحسب رويترز."

    def _is_press(self, m: Mention, kind: str) -> bool:
        """Is the outlet of this kind, as far as is known: "القناة" is no agency?"""
        press = self.world.outlets.get(m.entities[0]) if m.entities else None
        return not kind or press is None or press.kind == kind

    def is_monarchy(self, country: str | None) -> bool:
        """Does a king, emir or sultan head the country?"""
        return country in _MONARCHIES or country in KINGDOMS

    def reigns(self, country: str | None, title: str) -> bool:
        """May the head of the country be called by a title of this class: ``king``, ``emir`` or ``sovereign``, which is any of the two?"""
        if title == "emir":
            return country in _EMIRATES
        return self.is_monarchy(country) and (title == "sovereign" or country not in _EMIRATES)

    def _highness(self, mentions: Sequence[Mention]) -> Mention | None:
        """Whom "سموه" means: the one of a ruling house who was named last. Of several in a sentence and the one before it the emir, where they
        are of his land: whom he receives one after the other are his guests, and the report is on him; else nobody."""
        royal = [m for m in mentions if m.kind == "person" and len(m.entities) == 1 and self.is_monarchy(m.country) and self._is_royal(m)]
        if not royal:
            return None
        begin = self.sentences[max(0, self.sentence - 1)].first
        near = [m for m in royal if m.first >= begin] or royal[-1:]
        if len({m.entities for m in near}) == 1:
            return near[-1]
        heads = {m.entities: m for m in royal if m.role == HEADS[0]}
        house = {m.country for m in near}
        own = [m for m in heads.values() if house == {m.country}]
        return own[0] if len(own) == len(heads) == 1 else None

    def _reigning_here(self, title: str) -> set[str]:
        """The heads of monarchies whom the sentence has named so far."""
        one = (m for m in self._here() if m.kind == "person" and len(m.entities) == 1 and self.reigns(m.country, title))
        return {m.entities[0] for m in one if m.role == HEADS[0] or self.world.held(m.entities[0], HEADS[0], self.day)}

    def _is_royal(self, m: Mention) -> bool:
        """Is it somebody of a ruling house, no king: a head, or one whom a title like "الأمير" or "الشيخ" stands before?"""
        if m.country in KINGDOMS | REALMS["sultanate"] and (m.role == HEADS[0] or any(self.world.held(e, HEADS[0], None) for e in m.entities)):
            return False  # "وقال سموه" after the king was named, or one of old
        titled = self.tokens[max(0, m.first - 1) : m.last]  # "وزير الخارجية السعودي الأمير فيصل بن فرحان"
        return m.role in HEADS or self._is_addressed(m, "highness") or any(t.fold in self.pack.word_class("royal") for t in titled)

    def _is_addressed(self, m: Mention, form: str) -> bool:
        """Does a form of address of this class stand before the mention: "صاحب السمو السيد شهاب بن طارق", "لمعالي السيد فلان"?"""
        courteous = self.tokens[max(0, m.first - _COURTESY) : m.first]
        return any(t.fold in self.pack.word_class(form) for t in courteous)

    def _of_the_house(self, mentions: Sequence[Mention]) -> Mention | None:
        """The last of them; of those of one sentence the one whose title said no state, because it is the outlet's own, else the one who acts."""
        if not mentions:
            return None
        sentence = next(s for s in reversed(self.sentences) if s.first <= mentions[-1].first)
        here = [m for m in mentions if m.first >= sentence.first]
        bare = [m for m in here if m.of is None and m.rule.startswith("post")]
        if len({m.entities for m in bare}) == 1:
            return bare[-1]
        free = [m for m in here if not self.governed(m)]  # "قال بارك إنه سيجتمع مع وزير الخارجية الياباني … وأضاف الوزير"
        return free[-1] if len({m.entities for m in free}) == 1 else mentions[-1]

    def latter(self, feminine: bool) -> Mention | None:
        """ "the latter": the last one of the sentence, else of the one before: a person or group (m), a state, city or body (f)."""
        stop = len(self.mentions)
        for sentence in reversed(self.sentences[max(0, self.sentence - 1) : self.sentence + 1]):
            group, stop = self._of(sentence, stop)
            for m in reversed(group):
                if len(m.entities) != 1:
                    continue
                if feminine and m.kind in _LATTER and m.country and (m.kind != "place" or m.stands_for):
                    return replace(m, entities=(m.stands_for,), kind="state") if m.stands_for else m
                if not feminine and m.kind in ("person", *_GROUPS):
                    serves = m.role is not None and (m.role in ("adviser", "spokesperson") or m.role.endswith("-spokesperson"))
                    return None if serves else m  # "قال الناطق باسم الرئيس فلان إن الأخير": he whose spokesman it is, whom his mention swallows
        return None

    def subject_state(self, i: int, last: bool = False) -> str | None:
        """The state that is the subject of the sentence, right behind its first verb, where no relative clause leads on to token i.

        last: of several that stand right behind a verb the last ("طردت ألمانيا دبلوماسيا، وردت طهران بأن استدعى وزير خارجيتها"), be it by a city.
        """
        free = [m for m in self._here() if not self.governed(m) and (not last or self._behind_verb(m))]
        m = next(iter(reversed(free) if last else free), None)
        kinds = ("state", "place") if last else ("state",)
        if m is None or m.kind not in kinds or not m.first or f"state/{m.country}" not in self.world.entities:
            return None
        phrases = [p for k in range(m.last, i) if (p := self.pack.phrase_at(self.tokens, k)) is not None and p.cls in ("rel", "conj")]
        back = max((k for k, p in enumerate(phrases) if p.cls == "conj" and p.value == "that"), default=0)  # "…، وذلك في": back to who acts
        if any(p.cls == "rel" for p in phrases[back:]):
            return None  # "انتقدت مالي فرنسا التي قالت خارجيتها"
        return f"state/{m.country}" if self._behind_verb(m) else None

    def host_of_guest(self) -> str | None:
        """The state of the place named last, where an envoy of another state acts in the sentence: whoever he meets there is of it."""
        acts = next((m for m in self._here() if m.kind in _SPEAKERS and m.country and not self.governed(m)), None)
        if acts is None or acts.kind != "person" or acts.role not in self.pack.word_class("sent"):
            return None
        here = self.place_here() or self.last_place(len(self.mentions))
        return here if here and here != f"state/{acts.country}" else None

    def acting_state(self) -> str | None:
        """The state of the first official or body of the sentence that no preposition governs: who acts here."""
        for m in self._here():
            if m.kind in _SPEAKERS and m.country and f"state/{m.country}" in self.world.entities and not self.governed(m):
                return f"state/{m.country}"
        return None

    def acted_before(self) -> str | None:
        """The state of whoever acted first in the sentence before: the first that no preposition governs there."""
        stop = len(self.mentions) - len(self._here())
        group, _ = self._of(self.sentences[self.sentence - 1], stop) if self.sentence else ((), 0)
        first = next((m for m in group if m.country and m.kind in (*_SPEAKERS, "state", "armed-group", "party") and not self.governed(m)), None)
        state = f"state/{first.country}" if first is not None else ""
        return state if state in self.world.entities else None

    def where_here(self) -> str | None:
        """The state of the last state or place of the sentence that a preposition of place stands before ("في تشاد")."""
        here = [m for m in self._here() if m.kind in ("state", "place") and f"state/{m.country}" in self.world.entities]
        found = next((m for m in reversed(here) if self.preposition(m.first, m.prep) in self.pack.word_class("within")), None)
        return f"state/{found.country}" if found else None

    def invited_to(self, i: int) -> str | None:
        """ "وصل إلى كوريا الشمالية بدعوة من السلطات": the state that is gone to, where whoever stands at token i has invited."""
        asked = i >= _CLOSE and self.tokens[i - 2].fold in self.pack.word_class("invited-by")
        if not asked or self.tokens[i - 1].fold not in self.pack.word_class("from"):
            return None
        here = [m for m in self._here() if m.kind in ("state", "place") and f"state/{m.country}" in self.world.entities]
        to = here[-1] if here and i - here[-1].last <= _CLOSE else None
        gone = to is not None and self.preposition(to.first, to.prep) in self.pack.word_class("towards")
        return f"state/{to.country}" if to is not None and gone else None

    def where_only(self) -> str | None:
        """The state in which the sentence happens, where it names nobody and nothing of another and no two by one word."""
        where = self.where_here()
        others = {m.country for m in self._here() if m.country and m.kind != "demonym"} if where else set()
        return where if where and others == {self.entity(where).country} else None

    def scene_before(self, i: int) -> str | None:
        """The state that opens the sentence as its scene, before token i: "وفي الأردن، استدعت الحكومة", "في نيامي حظرت السلطات المسيرة"."""
        m = next(iter(self._here()), None)
        if m is None or m.kind not in ("state", "place") or m.first - self.sentences[self.sentence].first > 2:
            return None
        if self.preposition(m.first, m.prep) not in self.pack.word_class("within"):
            return None
        marked = self.tokens[m.last].kind != "word" and i - m.last <= 3
        if not marked and ((m.kind == "place" and not m.stands_for) or m.first - self.sentences[self.sentence].first > 1):
            return None
        state = f"state/{m.country}"
        return state if state in self.world.entities else None

    def speaks_of(self, country: str | None) -> bool:
        """Is the country, or something or somebody of it, named in the sentence that is read or one of the two before?"""
        stop = len(self.mentions)
        for sentence in reversed(self.sentences[max(0, self.sentence - 2) : self.sentence + 1]):
            group, stop = self._of(sentence, stop)
            if any(m.country == country or any(self.entity(e).country == country for e in m.entities) for m in group):
                return True
        return False

    def place_here(self) -> str | None:
        """The state of most places of the sentence, of as many that of the last: whose police and soldiers act there."""
        found = [f"state/{m.country}" for m in reversed(self._here()) if m.kind == "place" and f"state/{m.country}" in self.world.entities]
        return max(found, key=found.count) if found else None

    def place_in(self) -> str | None:
        """The state of the place that the sentence names last with "in" before it."""
        places = (m for m in reversed(self._here()) if m.kind == "place" and self.preposition(m.first, m.prep) in _INSIDE)
        return self.state_of(next((m.country for m in places), None))

    # ---------------------------------------------------------------- bodies

    def body(self, slug: str, home: str | None = None) -> str | None:
        """The body of that kind that was named last, or that of the minister who was named last: whose title is told without a land before
        others ("الرئيس تبون … نظيره الفرنسي … رئاسة الجمهورية"), of several him of ``home``."""

        length, end = len(slug) + 8, f"-{slug}"  # org/rus-mfa, not org/arab-parliament

        def of_kind(m: Mention) -> list[str]:
            if slug == _GOVERNMENT and m.rule == "agent.GOV" and self.tokens[m.first].fold in self.pack.word_class("government-noun"):
                return [self.body_of(slug, ref) for ref in m.entities if ref.startswith("state/")]  # "أي حكومة فلسطينية … الحكومة المقبلة"
            return [ref for ref in m.entities if len(ref) == length and ref.endswith(end) and ref.startswith("org/")]

        last = self._who_spoke([m for m in self.recent if m.entities and of_kind(m)])
        if slug == _GOVERNMENT and (other := self._other_government(last)) is not None:
            return other
        if last is not None:
            return of_kind(last)[0]
        heads = [m for m in reversed(self.recent) if m.role in self.world.posts and self.world.posts[m.role].body == slug and self._one_state(m)]
        plain = [m for m in heads if m.rule == "post" and m.of is None]
        states = [f"state/{m.country}" for m in plain or heads]
        return self.body_of(slug, home if home in states else states[0]) if states else None

    def _other_government(self, plain: Mention | None) -> str | None:
        """ "نددت حكومة إقليم كردستان بالقصف. وقالت الحكومة": the government with a name of its own that acted after the last of a state's (plain)."""
        for m in reversed(self.recent):
            if plain is not None and m.first <= plain.first:
                return None
            named = m.kind == "government-body" and len(m.entities) == 1 and m.last - m.first > 1
            if named and self.tokens[m.first].fold.removeprefix(m.conj) in self.pack.word_class("government-noun") and self._behind_verb(m):
                return m.entities[0]
        return None

    def _who_spoke(self, mentions: Sequence[Mention]) -> Mention | None:
        """ "اعتبرت الخارجية التركية أن بيان الخارجية اليونانية مرفوض. وأضافت الخارجية": of several that a sentence before this one names the one
        that says something there, if the last one does not; else the last."""
        last = mentions[-1] if mentions else None
        if last is None or last.first >= self.sentences[self.sentence].first or self._behind_verb(last):
            return last
        its = next(s for s in reversed(self.sentences[: self.sentence]) if s.first <= last.first)
        return next((m for m in reversed(mentions) if m.first >= its.first and self._behind_verb(m)), last)

    def namesake(self, word: str, slug: str) -> str | None:
        """The organisation with a name of its own that was named after any body of that kind and begins with its word: "البرلمان الأوروبي"."""
        for m in reversed(self.recent):
            if any(ref.endswith(f"-{slug}") and len(ref) == len(slug) + 8 for ref in m.entities):
                return None
            if m.kind == "organisation" and len(m.entities) == 1 and m.last - m.first > 1 and self.tokens[m.first].fold.removeprefix(m.conj) == word:
                return m.entities[0]
        return None

    def headed(self, word: str) -> Mention | None:
        """The last body whose name begins with this word (folded, without article): "the movement" after "the X movement"."""
        if (told := self._in_its_words(word)) is not None:
            return told
        for m in reversed(self.recent):
            if m.kind in _BODIES and len(m.entities) == 1 and self._begins(self.entity(m.entities[0]), m, word):
                return replace(m, role=None)
        for m in reversed(self.recent):  # "قمة الناتو": whose summit it is
            for ref in self.entity(m.entities[0]).members if m.kind == "gathering" and m.entities else ():
                if word in self.world.heads.get(ref, ()):
                    return replace(m, entities=(ref,), kind=self.entity(ref).kind, country=self.entity(ref).country)
        for m in reversed(self.recent):  # "القطاع" after "قطاع غزة" or "غزة"
            if m.kind == "place" and len(m.entities) == 1 and self._begins(self.entity(m.entities[0]), m, word):
                return replace(m, role=None)
        for m in reversed(self.recent):  # "الأمين العام للأمم المتحدة": the organisation of the post
            if m.of is None and m.kind == "person" and m.role and len(m.entities) == 1:  # "الأمين العام للحلف ينس ستولتنبرغ"
                serves = {t.of for t in self.world.held(m.entities[0], m.role, None)}
                m = replace(m, of=serves.pop()) if len(serves) == 1 else m
            if m.of and word in self.world.heads.get(m.of, ()):
                entity = self.entity(m.of)
                return Mention(m.span, m.text, m.first, m.last, (m.of,), entity.kind, "", country=entity.country)
        return None

    def _in_its_words(self, word: str) -> Mention | None:
        """The last body that the text itself calls by this word, in a title as well: "الهيئة" after "الناطق باسم الهيئة العليا للمفاوضات" is not
        that body which was named by another name since."""
        for m in reversed(self.recent):
            told = self.tokens[m.first].fold.removeprefix(m.conj + m.prep).removeprefix("ال")
            if (m.kind in _BODIES or (m.kind == "state" and m.rule == "name")) and len(m.entities) == 1 and told == word:
                return replace(m, role=None)
            of = m.of or (m.entities[0] if m.role and len(m.entities) == 1 else "")  # or he speaks for it and is not named
            words = self.tokens[m.first + 1 : m.last] if word in self.world.heads.get(of, ()) else ()
            if any(t.fold.removeprefix("لل").removeprefix("ال") == word for t in words):
                entity = self.entity(of)
                return Mention(m.span, m.text, m.first, m.last, (of,), entity.kind, "", country=entity.country)
        return None

    def only_group(self) -> Mention | None:
        """ "قالت جبهة تحرير تيغراي … وأضافت الحركة": the one armed group or party that the report has named so far."""
        met = {m.entities: m for m in self.recent if m.kind in _GROUPS and len(m.entities) == 1}
        return replace(next(iter(met.values())), role=None) if len(met) == 1 else None

    def both_headed(self, word: str) -> tuple[str, ...]:
        """The two bodies of the report whose names begin with this word ("الحركتان" after Fatah and Hamas), or its two groups; none of more."""
        met: dict[str, None] = {}
        for m in reversed(self.recent):
            for ref in m.entities if m.kind in (_BODIES if word else _GROUPS) else ():
                if not word or self._begins(self.entity(ref), m, word):
                    met.setdefault(ref)
        return tuple(reversed(met)) if len(met) == 2 else ()

    def _begins(self, entity: Entity, m: Mention, word: str) -> bool:
        if self.tokens[m.first].fold.removeprefix(m.conj + m.prep).removeprefix("ال") == word:
            return True
        called = any(fold(name).split()[:1] == [word] for _, name in entity.names)  # "وزارتا الخارجية والدفاع": the second by its own name
        return called or word in self.world.heads.get(entity.id, ())

    def _ministry(self, mentions: Sequence[Mention]) -> Mention | None:
        """The ministry named last; one that this sentence itself names, before that of a minister in it."""
        named = (m for m in reversed(self._here()) if m.kind == "government-body" and m.entities and self._is_ministry(m.entities[0]))
        if (here := next(named, None)) is not None and here in mentions:
            return here
        ministries = [m for m in mentions if m.kind == "government-body" and m.entities and self._is_ministry(m.entities[0])]
        for m in reversed(mentions):
            if m in ministries:
                return self._who_spoke(ministries)
            if m.role in self.world.posts and m.role.endswith("minister") and self._one_state(m) and self.world.posts[m.role].body:
                return self._as_mention(self.body(self.world.posts[m.role].body))
        return None

    def _is_ministry(self, ref: str) -> bool:
        slug = ref.rpartition("/")[2].partition("-")[2]
        return slug in self.world.bodies and any(p.body == slug and p.slug.endswith("minister") for p in self.world.posts.values())

    def _one_state(self, m: Mention) -> bool:
        return len(m.entities) == 1 and f"state/{m.country}" in self.world.entities

    def _as_mention(self, ref: str | None) -> Mention | None:
        return Mention(Span(0, 0), "", 0, 0, (ref,), "government-body", "", country=self.entity(ref).country) if ref else None

    def _group(self, mentions: Sequence[Mention]) -> Mention | None:
        for m in reversed(mentions):
            if m.kind == "group":
                return m
            if m.kind == "gathering" and m.entities and (members := self.entity(m.entities[0]).members):
                return replace(m, entities=members, kind="group")
        return None

    def others(self) -> tuple[str, ...] | None:
        """The last group without the country of whoever was named last."""
        group = self._group(self.mentions)
        speaker = next((m for m in reversed(self.recent) if m.kind == "person" and m.country), None)
        if group is None:
            return None
        return tuple(e for e in group.entities if not speaker or e != f"state/{speaker.country}")

    # ---------------------------------------------------------------- two parties

    def subjects(self, all_of_them: bool = False) -> frozenset[str]:
        """Who acts in the sentence that is read, and his state: whoever speaks first in it and stands behind no preposition, or all who do."""
        acts = [m for m in self._here() if m.kind in _SPEAKERS and m.country and not self.governed(m)]
        return frozenset(e for m in acts[: None if all_of_them else 1] for e in (*m.entities, f"state/{m.country}"))

    def pair(
        self, value: str, role: str = "", main: tuple[str, ...] = (), home: str | None = None, but: frozenset[str] = frozenset()
    ) -> tuple[str, ...] | None:
        """The two whom a dual means. value: ``head``, ``leaders``, ``minister``, ``role`` (that of ``role``), ``state``, ``party``, ``foes``,
        ``men``, ``any``.

        Nearest sentence first, a plain pair before a loose one: two people, two who are named in one, "between X and Y"; then "X and Y",
        then any two. "The two sides" prefers the people, "the two parties" and "the two countries" those whom "between" joins. ``main``: the
        two states that the report is about; two others from sentences before are not meant. ``home``: the one state that it is about; of a war
        inside it the two sides are meant. ``but``: who is none of them, as he does something to them.
        """
        tests: dict[str, Callable[[Mention], bool]] = {**_TESTS, "role": lambda m: m.role == role}
        test = tests.get(value, lambda m: m.kind in _SIDES)
        groups: list[list[Mention]] = []
        stop = len(self.mentions)
        for sentence in reversed(self.sentences[max(0, self.sentence - _BACK) : self.sentence + 1]):
            group, stop = self._of(sentence, stop)
            group = [m for m in group if (m.entities or m.stands_for) and not (value == "foes" and m.role in _MEDIATORS)]
            group = [m for m in group if not (self._is_no_more(m) or but.intersection(m.entities))]
            if group or not groups:
                groups.append(group)  # the first: of the sentence that is read
        if value == "leaders":  # of one state as well ("مشار الذي أقاله سلفاكير … الزعيمين")
            for group in groups[:_NEAR]:
                two = tuple(dict.fromkeys(e for m in group if m.kind == "person" and (m.role in HEADS or m.role in _LEAD) for e in m.entities))
                if len(two) == 2:
                    return two
        if value == "men":  # "قال الوزير إن سلفا كير سيلتقي مشار، والتقى الرجلان من قبل": two of one state as well
            joined = [(a, b) for a, b in pairwise(groups[0] if groups else []) if self._and(a, b) and len(a.entities) == len(b.entities) == 1]
            joined = [(a, b) for a, b in joined if "person" not in (a.kind, b.kind)]
            for group in groups[: 1 if joined else _NEAR]:
                met = (m for m in group if m.kind == "person" and m.rule != "post.holder-unknown" and not self._aside(m))
                men = tuple(dict.fromkeys(e for m in met for e in m.entities))
                if len(men) == 2:
                    return men
            if joined:  # "الاعتراف بأبخازيا وأوسيتيا الجنوبية، والتفاوض مع كل منهما"
                return joined[-1][0].entities + joined[-1][1].entities
        delegations = value == "foes"
        value = {"foes": "party", "leaders": "head", "men": "any"}.get(value, value)
        lands = [m for group in groups[:_NEAR] for m in group if m.rule == "pair" and m.kind == "state"]  # "توتر بين البلدين"
        told = bool(lands) and (not main or any(self._are(m.entities, main) for m in lands))
        if value in ("party", "any") and home and not told and (civil := self._civil(self.recent)):
            main = civil if home in {f"state/{self.entity(c).country}" for c in civil} else main
        if value == "state" and groups and (beside := self._neighbours(groups[0])):
            return beside
        last = groups[0][-1] if groups and groups[0] and groups[0][-1].kind == "person" and len(groups[0][-1].entities) == 2 else None
        if value == "role" and last is not None and last.rule != "pair" and last.role == role:
            return last.entities
        if value == "state" and last is not None:
            states = tuple(dict.fromkeys(f"state/{self.entity(e).country}" for e in last.entities))
            if len(states) == 2 and all(s in self.world.entities for s in states):
                return states  # "اجتمع مع نظيريه الإثيوبي والصومالي، واستضاف وزيري خارجية البلدين"
        if value == "state" and groups:  # "بلاده تدرس الاستيراد من الهند، والتجارة بين البلدين معلقة"
            here = tuple(dict.fromkeys(e for m in groups[0] if m.kind == "state" for e in m.entities))
            if len(here) == 2 and (not main or self._are(here, main)):
                return here
            named = [m for m in groups[0] if m.kind in ("state", "government-body", "person", "role", "group")]
            states = tuple(dict.fromkeys(f"state/{m.country}" for m in named))
            if len(states) == 2 and any(m.kind == "state" for m in named) and all(s in self.world.entities for s in states):
                return states  # "تلقت الحكومة الإسبانية قرار الجزائر تعليق المعاهدة بين البلدين"
        other, any_two = None, False
        for near in (groups[:_NEAR], groups[_NEAR:]):
            for loose in (False, True):
                for group in near:
                    found = self._loose(group, test, value) if loose else self._plain(group, test, value, civil=not told)
                    if found and (self._is_man_and_body(found) or (value in ("party", "any") and self._on_one_side(found, group))):
                        continue
                    found = self._as_states(found, group) if value in ("party", "any") else found
                    if delegations and found and group is not groups[0] and all(self.entity(r).kind == "person" for r in found):
                        found = self._who_talk(groups) or found
                    near_enough = len(found or ()) > 2 or value in _BY_POST or (group is groups[0] and not loose) or self._meet_first(found)
                    strangers = loose and group is not groups[0] and any(self.entity(r).kind == "person" for r in found or ())
                    if strangers and value in ("party", "any"):
                        any_two = True  # men, any two, of a sentence before are not "the two sides"
                        continue
                    if found and (not main or near_enough or self._are(found, main)):
                        return found
                    if found and not loose and group is groups[1] and not groups[0] and self._with_a_body(found):
                        return found
                    other = other or found
        return (main if (other or any_two) and main else None) or other or (self._civil(self.recent) if value == "party" else None)

    def _who_talk(self, groups: Sequence[Sequence[Mention]]) -> tuple[str, ...] | None:
        """ "محادثات بين إيران وأمريكا … تلقى فلان رسالة من فلان … الوفدان": the two whom "between" joins, no men."""
        joined = (self._joined(group, "party", between=True) for group in groups)
        return next((two for two in joined if two and all(self.entity(r).kind != "person" for r in two)), None)

    def _is_man_and_body(self, refs: Sequence[str]) -> bool:
        """ "المقاومة وقوات الرئيس … الطرفين": of a man and a state or a group nearly always one is not meant (2 of 22 in the news were)."""
        return len({self.entity(r).kind == "person" for r in refs}) > 1

    def _meet_first(self, refs: Sequence[str] | None) -> bool:
        """Are the two the only people whom the first sentence of the report names: those whose talks are its news, whatever they talk about?"""
        return bool(refs) and set(refs or ()) == set(self._first_two())

    def _is_no_more(self, m: Mention) -> bool:
        """ "استقلالها عن يوغوسلافيا": a state that is no more."""
        state = self.world.states.get(m.entities[0]) if m.kind == "state" and len(m.entities) == 1 else None
        return state is not None and state.status == "former" and (self.day or "") > _LAST_FALLEN

    def _as_states(self, refs: tuple[str, ...] | None, group: Sequence[Mention]) -> tuple[str, ...] | None:
        """ "قال تسيبراس إن توقيع بلاده اتفاقية مع مقدونيا يصب في مصلحة الطرفين": two states, where one half is somebody who speaks of his country."""
        kinds = [self.entity(r).kind for r in refs or ()]
        homes = {m.entities[0] for m in group if m.rule == "homeland"}
        homes |= {f"state/{self.entity(r).country}" for r in refs or () if any(set(m.entities) == set(refs or ()) for m in group)}
        homes |= {f"state/{m.country}" for m in group if m.kind == "person" and str(m.role).endswith("spokesperson")}
        if refs is None or sorted(kinds) != ["person", "state"]:
            return refs
        states = tuple(f"state/{self.entity(r).country}" for r in refs)
        told = all(s in homes for s, kind in zip(states, kinds, strict=True) if kind == "person")
        return states if told and len(set(states)) == len(refs) and all(s in self.world.entities for s in states) else refs

    def _first_two(self) -> tuple[str, ...]:
        """The two people, and no third, whom the first sentence with people in it names."""
        first = next((m.first for m in self.mentions if m.kind == "person"), None)
        at = next((s for s in self.sentences if first is not None and s.first <= first < s.last), None)
        men = dict.fromkeys(e for m in self.mentions[: 4 * _NEAR] if at and m.first < at.last and m.kind == "person" for e in m.entities)
        return tuple(men) if len(men) == 2 else ()

    def lead_states(self) -> tuple[str, ...] | None:
        """ "بحث الوزير الكويتي مع نظيره البريطاني الحدود مع العراق … العلاقات التي تربط البلدين": the states of the two whose talks are the news."""
        states = {f"state/{self.entity(p).country}": None for p in self._first_two()}
        here = {f"state/{m.country}" for m in self._here() if m.country}
        return tuple(states) if len(states) == 2 and here <= states.keys() <= self.world.entities.keys() else None

    def _neighbours(self, group: Sequence[Mention]) -> tuple[str, str] | None:
        """ "دعا سفير إريتريا قطر إلى الوساطة مع جارتها جيبوتي … بين البلدين": whoever acts in the sentence and the state called its neighbour."""
        for m in reversed(group):
            word = self.tokens[m.first - 1].fold if m.first and m.kind == "state" and len(m.entities) == 1 else ""
            if word and any(p.cls == "neighbour" and len(p.tokens) == 1 for p in self.pack.reference.get(word, ())):
                acts = next((x for x in group if x.country and x.country != m.country and not self.governed(x)), None)
                home = f"state/{acts.country}" if acts is not None else ""
                return (home, m.entities[0]) if home in self.world.entities else None
        return None

    def just_joined(self, at: int) -> tuple[str, ...] | None:
        """ "بين روسيا والمجر … تبادلت بودابست وكييف استدعاء سفيري البلدين": the two states or seats of theirs that stand a few words before
        token ``at``, joined by "and" right behind a verb."""
        two = self._here()[-2:]
        if len(two) < 2 or at - two[1].last > _CLOSE or not self._and(*two) or not two[0].first:
            return None
        plain = all(t.kind == "word" for t in self.tokens[two[1].last : at])
        verb = any(r.kind == "verb" for r in self.pack.readings(self.tokens[two[0].first - 1].fold))
        states = tuple(f"state/{m.country}" for m in two if m.kind in ("state", "place"))
        return states if plain and verb and len(set(states)) == 2 and all(s in self.world.entities for s in states) else None

    def _with_a_body(self, refs: Sequence[str]) -> bool:
        """ "استقبل رئيس المفوضية السفيرة. وناقش الطرفان": does one of the two act for a body of several states, so that no two states meet?"""
        return any(self.entity(r).kind == "person" and self.entity(r).country in OF_NO_STATE for r in refs)

    def is_half_mediator(self, refs: Sequence[str]) -> bool:
        """ "يلتقي وفد النظام دي ميستورا الذي يتفاوض معه الطرفان": a body or group, and one who is sent to mediate?"""
        sent = {m.entities[0] for m in self.recent if m.role in _MEDIATORS and len(m.entities) == 1 and m.country in OF_NO_STATE}
        return any(r in sent for r in refs) and any(self.entity(r).kind != "person" for r in refs)

    def _on_one_side(self, refs: Sequence[str], group: Sequence[Mention]) -> bool:
        """Are the two people of one organisation: a secretary-general and his envoy, two commissioners?"""
        told = [next((m for m in group if m.kind == "person" and m.entities == (r,)), None) for r in refs]
        people = [m for m in told if m is not None]
        if len(people) < len(refs):
            return False
        serve, countries = {m.of for m in people}, {m.country for m in people}
        return (len(serve) == 1 and str(people[0].of).startswith("org/")) or (len(countries) == 1 and people[0].country in OF_NO_STATE)

    def _are(self, refs: Sequence[str], states: Sequence[str]) -> bool:
        """Are the two these two, or of these two states?"""
        return {r if r in states else f"state/{self.entity(r).country}" for r in refs} <= set(states)

    def several(self, count: int, value: str) -> tuple[str, ...] | None:
        """The ``count`` whom a numeral means ("the three countries"); with 0, three or more, or two sides that are called so ("the parties")."""

        if count == 2:
            return self.pair("foes")  # "طرفا النزاع": who mediates is none of them

        def fits(refs: Iterable[str]) -> tuple[str, ...] | None:
            sides = dict(self._side(r, value) for r in refs)
            sides.pop(None, None)
            return tuple(sides.values()) if (len(sides) == count if count else 2 < len(sides) < 8) else None

        test = _TESTS.get(value)
        if test is not None:  # "الوزراء الثلاثة": all who were named with such a post, if they are so many
            return fits(dict.fromkeys(e for m in self.recent if m.kind == "person" and test(m) for e in m.entities))
        stop = len(self.mentions)
        for sentence in reversed(self.sentences[max(0, self.sentence - _BACK) : self.sentence + 1]):
            group, stop = self._of(sentence, stop)
            people = [e for m in group if m.kind == "person" and m.rule != "pair" for e in m.entities]
            if found := next((f for refs in (people, *self._runs(group)) if (f := fits(refs))), None):
                return found
            if not count and (two := self._civil(group) or self._joined([m for m in group if m.entities or m.stands_for], value, between=True)):
                return two
        return None

    def row(self) -> Mention | None:
        """Those whom one phrase named last by their office: "وزراء خارجية دول الجوار", "قادة السعودية ومصر والأردن"."""
        named = (m for m in reversed(self.recent) if m.rule.startswith(_NAMED_BY_OFFICE))
        return next((m for m in named if len(m.entities) > 2 or (m.kind == "organisation" and m.entities)), None)

    def _runs(self, group: Sequence[Mention]) -> Iterable[list[str]]:
        """Those whom one phrase names, and those whom commas and "and" join; the last first."""
        for k in range(len(group) - 1, -1, -1):
            if len(group[k].entities) > 2 and group[k].kind != "demonym":
                yield list(group[k].entities)
            if group[k].conj != _AND or not k:
                continue
            refs, j = list(self._meant(group[k])), k
            while j and all(t.fold in _COMMAS for t in self.tokens[group[j - 1].last : group[j].first]):
                j -= 1
                refs = [*(self._meant(group[j]) or group[j].entities), *refs]
            yield refs

    def _plain(self, group: Sequence[Mention], test: Callable[[Mention], bool], value: str, civil: bool = True) -> tuple[str, ...] | None:
        """civil: may the two sides of a war inside one country be meant?"""
        if value == "party" and civil and (sides := self._civil(group)):
            return sides
        people = self._two((m for m in group if m.kind == "person" and test(m)), value)
        if value in _BY_POST:
            crowd = {e for m in group if m.kind == "person" and test(m) for e in m.entities}
            joined = self._joined([m for m in group if m.kind == "person" and test(m)], value, between=False) if len(crowd) > 2 else None
            return joined or people  # of three heads, the two whom "and" joins
        if value == "state":  # "وجه رسالة إلى كل من كاسترو وأوباما، واستقبل وفدين من البلدين"
            people = self._joined([m for m in group if m.kind == "person"], value, between=False) or people
        between = self._joined(group, value, between=True)
        return (people or between) if value == "any" else (between or people)

    def _loose(self, group: Sequence[Mention], test: Callable[[Mention], bool], value: str) -> tuple[str, ...] | None:
        joined = self._joined(group, value, between=False) if value not in _BY_POST else None
        if joined:
            return joined
        kinds = frozenset(("person", "government-body", "state")) | (_GROUPS if value in ("party", "any") else frozenset())
        return self._two((m for m in group if m.kind in kinds and test(m) and not (m.kind == "state" and self._is_where(m))), value)

    def _civil(self, group: Sequence[Mention]) -> tuple[str, ...] | None:
        """The two sides of a war inside one country: an armed group and that state's government or army."""
        for m in reversed(group):
            opposed = m.kind == "armed-group" or (m.kind == "people-group" and m.entities[:1] and m.entities[0].startswith(_OPPOSITION))
            if opposed and len(m.entities) == 1 and (m.country or m.kind == "people-group"):
                for other in group:
                    if other.kind == "government-body" and m.country in (None, other.country) and len(other.entities) == 1:
                        return (*other.entities, *m.entities)
        return None

    def _is_where(self, m: Mention) -> bool:
        return self.preposition(m.first, m.prep) in self.pack.word_class("where")

    def _two(self, mentions: Iterable[Mention], value: str) -> tuple[str, ...] | None:
        """The first two of different sides; who mediates or looks on is none of them where two others are there."""
        sides: dict[str, str] = {}
        mediators: dict[str, str] = {}
        before, aside = None, False
        for m in mentions:
            aside = self._aside(m) or (aside and before is not None and self._and(before, m))
            before = m
            for ref in m.entities:
                key, ref = self._side(ref, value)
                if key:
                    third = aside or (m.role == "envoy" and key in OF_NO_STATE) or key in _NO_SIDE
                    (mediators if third else sides).setdefault(key, ref)
        of_states = {key: ref for key, ref in sides.items() if key not in OF_NO_STATE}
        if len(of_states) == 2:
            sides = of_states  # "قال بوريل في مؤتمر مع رئيس صربيا ورئيس وزراء كوسوفو … من الجانبين"
        both = list((sides if len(sides) >= 2 else sides | mediators).values())
        return tuple(both[:2]) if len(both) >= 2 else None

    def _aside(self, m: Mention) -> bool:
        """Does a word of attending or mediating lead to it ("بحضور", "بوساطة"), or does it say what others did ("قال X إن Y وZ")?"""
        phrase = self.pack.phrase_at(self.tokens, m.first - 1) if m.first else None
        if phrase is not None and phrase.cls == "third":
            return True
        before, behind = m.first - 1, m.last
        before -= before > 0 and self.tokens[before].fold in _QUOTES
        behind += behind < len(self.tokens) and self.tokens[behind].fold in _COMMAS | _QUOTES
        told = self.pack.phrase_at(self.tokens, behind) if m.kind == "person" and behind < len(self.tokens) else None
        says = before >= 0 and any(r.kind == "verb" for r in self.pack.readings(self.tokens[before].fold))
        return says and told is not None and told.cls == "comp"

    def _side(self, ref: str, value: str) -> tuple[str | None, str]:
        """(what tells this side from others, who it is as the word for two means it)."""
        entity = self.entity(ref)
        if entity.kind == "organisation" and entity.country in _NO_SIDE:
            return None, ref
        if value == "state":
            state = f"state/{entity.country}"
            return (entity.country, state) if state in self.world.entities else (None, ref)
        return (entity.id if entity.kind in _GROUPS else entity.country), ref

    def _joined(self, group: Sequence[Mention], value: str, between: bool) -> tuple[str, ...] | None:
        """The last two of the sentence that "and" joins, and no third; with ``between``, only behind that word. One phrase may name both."""
        for k in range(len(group) - 1, -1, -1):
            m = group[k]
            lead = self.preposition(m.first, m.prep)
            if between and len(m.entities) == 2 and (m.kind != "demonym" or value in ("party", "any")):
                refs: tuple[str, ...] = m.entities
            elif k + 1 < len(group) and self._and(m, group[k + 1]) and not (k and self._and(group[k - 1], m)):
                if k + 2 < len(group) and self._and(group[k + 1], group[k + 2]):
                    continue
                if between != (lead in self.pack.word_class("between")):
                    continue
                refs = (*self._meant(m), *self._meant(group[k + 1]))
                apart = not set(m.entities) & set(group[k + 1].entities)
                if between and apart and {m.kind, group[k + 1].kind} == {"state", "group"}:
                    return tuple(dict.fromkeys((*m.entities, *group[k + 1].entities)))  # "بين إيران ومجموعة خمسة زائد واحد"
            else:
                continue
            sides = dict(self._side(r, value) for r in refs)
            sides.pop(None, None)
            if len(sides) == 2:
                return tuple(sides.values())
        return None

    def _meant(self, m: Mention) -> tuple[str, ...]:
        if m.stands_for:
            return (m.stands_for,)
        if m.kind in _SIDES and len(m.entities) == 1:
            return m.entities
        return (f"state/{m.country}",) if m.kind == "place" and f"state/{m.country}" in self.world.entities else ()

    def _and(self, one: Mention, other: Mention) -> bool:
        """Does "and" join the two, with at most a comma and one noun between them ("جنوب تركيا وشمال سوريا")?"""
        gap = [t for t in self.tokens[one.last : other.first] if t.fold not in _COMMAS]
        if other.conj == _AND:
            return not gap
        return len(gap) == 1 and gap[0].fold.startswith(_AND) and gap[0].kind == "word" and not self.pack.phrase_at(self.tokens, other.first - 1)
