"""Whose a title is that tells it by no word of its own: the state of who stands beside it, who acts, or whom the report is about."""

from __future__ import annotations

from khabar.annotate.memory import HEADS
from khabar.annotate.names import PRONOUNS, stripped
from khabar.annotate.reading import AND, COMMAS, Part, Reading, country_of
from khabar.annotate.titles import Titles

_BACK = 6  # mentions of a sentence before a post
_MINISTER = "minister"  # of anything that has no slug
_MODERN = "2000"  # a post that nobody held since then is no seat to be met in
_MORE = 4  # tokens between people and those of them who are told
_SCENES = 4  # states that a report names most, of which its dateline may be one
_LONG = 3  # tokens of a title


class Whose(Part):
    """See the module."""

    def __init__(self, reading: Reading, titles: Titles) -> None:
        super().__init__(reading)
        self.titles = titles

    def state_with(self, slug: str, joined: int, at: int) -> str | None:
        """Whose a post without an owner is: of whom "and" joins it to at token ``joined``, of the report's state, else of who acts.

        Where such posts are rare, of those that have one.
        """
        if slug in self.pack.word_class("of-bodies"):
            return None
        if state := self.joined_state(joined, slug) or self.escorted(at) or self._among(at):
            return state
        told = {t.of for p in self.topic.titled(slug) for t in self.world.held(p, slug, self.day)} if self.day else set()
        if len(told) == 1:
            return told.pop()  # a headline leaves out the name that the text brings
        home, acts = self.topic.home, self.memory.acting_state()
        if acts is None and self.world.posts[slug].sector == "MIL" and (fights := self.memory.at_war(home)):
            return fights
        states = [s for s in ((home, acts) if self.topic.mostly else (acts, home)) if s] + ([self.topic.dateline] if self.topic.dateline else [])
        if slug.endswith("-spokesperson") and self.topic.dateline in self.topic.ranked[:_SCENES]:
            states = [str(self.topic.dateline), *states]  # "الخرطوم - …" and "المتحدث باسم الخارجية"
        if (own := self._land_of_bare(at)) is not None:
            states = [own, *states]
        if (host := self._accredited_to() or self.memory.host_of_guest()) is not None:
            states = [host, *states]  # "وصل المبعوث الأميركي إلى كابل، والتقى هولبروك وزير الدفاع"
        if (theirs := self.memory.met_state(at)) is not None:
            states = [theirs, *states]  # "اجتمع الأمير مع مستشار رئيس الوزراء الباكستاني، كما اجتمع مع رئيس الجمعية الوطنية"
        if beside := self.memory.beside(at):  # "أجرى رئيس الوزراء المصري محادثات في طرابلس مع رئيس الوزراء"
            here = self.memory.place_here()
            states = [s for s in ([here] if here else []) + states if country_of(s) not in beside]
        if met := self.reading.met_by(at):  # "وزير الخارجية يستقبل نظيره المغربي"
            states = [s for s in (*states, *self.topic.ranked) if s != met]
        if (reached := self.reading.goes_to(at)) is not None:
            states = [s for s in states if s != reached]
        titled = (m for m in self.memory.recent if m.role == slug and len(m.entities) == 1)
        women = {m.country for m in titled if self.titles.is_a_womans(slug, at, m.entities[0])}
        states = [s for s in states if country_of(s) not in women]
        states = [s for s in states if s not in self.topic.guests]
        if slug in self.pack.word_class("rare-post"):
            return next((s for s in (*states, *self.topic.named) if self.world.holders(slug, s, self.day)), None)
        own = self.reading.published_in
        if own is not None and not (states and self.memory.mentions):
            return own  # "استقبل رئيس الجمهورية وزير الخارجية الروسي" at the head of a Lebanese report
        return states[0] if states else None

    def _land_of_bare(self, at: int) -> str | None:
        """ "أجرى وزير الخارجية أحمد عطاف محادثات بتكليف من رئيس الجمهورية": the one state whose ministers the report has named, as its own
        are, without telling whose they are, and none of another state so."""
        bare = (m for m in self.memory.recent if m.rule == "post" and m.of is None and len(m.entities) == 1 and not m.qualifier)
        ministers = {m.country for m in bare if _MINISTER in str(m.role) and m.last - m.first > _LONG and self.memory.entity(m.entities[0]).known}
        return self.memory.state_of(ministers.pop()) if len(ministers) == 1 else None

    def _among(self, at: int) -> str | None:
        """ "سيلتقي مسؤولين في طالبان، من بينهم رئيس الوزراء", "ومنهم وزيرا الدفاع": the state of those among whom the title at token ``at`` is."""
        last = self.memory.mentions[-1] if self.memory.mentions else None
        told = at > 0 and self.tokens[at - 1].fold.removeprefix(AND) in self.pack.word_class("among-them")
        return self.memory.state_of(last.country) if told and last is not None and at - last.last <= _MORE else None

    def _accredited_to(self) -> str | None:
        """ "التقى السفير التركي لدى الخرطوم وزير الخارجية": the state where the ambassador who acts in the sentence serves, by his title."""
        begin = self.memory.sentences[self.memory.sentence].first
        acts = next((m for m in self.memory.mentions[-_BACK:] if m.first >= begin and m.kind == "person" and not self.memory.governed(m)), None)
        if acts is None or acts.role != "ambassador":
            return None
        hits = (h for k in range(acts.first + 1, acts.last) for h in self.names.hits(k) if h.name.what == "entity")
        lands = {self.world.places[h.name.ref].stood_for(self.day) if h.name.ref in self.world.places else h.name.ref for h in hits}
        lands = {s for s in lands if s and s.startswith("state/") and country_of(s) != acts.country}
        return lands.pop() if len(lands) == 1 else None

    def joined_state(self, at: int, slug: str) -> str | None:
        """The state of the person whose mention ends at token ``at``, or before a comma: "وزير الخارجية النرويجي فلان، ووزيرة العمل". One that has
        no such head is not: "السفيرة الأميركية فلانة ومستشار رئيس الحكومة"."""
        last = self.memory.mentions[-1] if self.memory.mentions else None
        ends = last is not None and last.last == at - (at > 0 and self.tokens[at - 1].fold in COMMAS)
        state = self.memory.state_of(last.country) if last is not None and ends and last.kind == "person" else None
        return None if state is not None and slug in HEADS[:2] and not self.has_seat(slug, state) else state

    def joined_office(self, at: int, slug: str) -> str | None:
        """The state of the office that ends at token ``at``, told by a pronoun and without a name, to which "and" joins the next."""
        if self.tokens[at - 1].fold in self.pack.word_class("their-head"):  # "للقاء رئيسها ووزير الدفاع"
            return self.memory.last_state()
        last = self.memory.mentions[-1] if self.memory.mentions else None
        unnamed = last is not None and last.last == at and last.rule.startswith("post") and self.tokens[at - 1].fold.endswith(PRONOUNS)
        return self.joined_state(at, slug) if unnamed and last is not None and last.role in (*HEADS[:2], "foreign-minister") else None

    def escorted(self, at: int) -> str | None:
        """ "ويرافق المسؤول الباكستاني وزير المالية فلان": the state of him whose company is told of right before token ``at``."""
        last = self.memory.mentions[-1] if self.memory.mentions else None
        if last is None or last.last != at or last.kind != "person" or not last.first:
            return None
        goes = not self.pack.word_class("accompanies").isdisjoint(stripped(self.tokens[last.first - 1].fold))
        return self.memory.state_of(last.country) if goes else None

    def accompanied(self, at: int) -> str | None:
        """The state of the delegation that goes "with the president" at token ``at``."""
        last = self.memory.mentions[-1] if self.memory.mentions else None
        goes = last is not None and last.last == at - 1 and self.tokens[at - 1].fold in self.pack.word_class("goes-with")
        return self.memory.state_of(last.country) if last is not None and goes else None

    def seat(self, role: str, state: str) -> str:
        """The post of a head's counterpart: a prime minister's in a republic without one is its president."""
        if role not in HEADS[:2] or not self.day or self.has_seat(role, state):
            return role
        other = HEADS[1] if role == HEADS[0] else HEADS[0]
        return other if len(self.world.holders(other, state, self.day)) == 1 else role

    def has_seat(self, role: str, state: str) -> bool:
        """Has anybody held the post in that state since 2000, as far as is known?"""
        return any(not t.until or t.until >= _MODERN for t in self.world.tenures_of.get((role, state), ()))
