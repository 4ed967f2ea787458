"""What a search for a missing party looks into, the rows of the table, and what several searches ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from khabar.coding.draft import DEEDS, FOR_A_STATE, Draft, bases, refs, speakers
from khabar.coding.parts import Parts
from khabar.coding.thread import Thread
from khabar.coding.tree import AND, Pred
from khabar.coding.wording import Wording
from khabar.model import Mention, Span
from khabar.packs import Frame

DECIDED = DEEDS | {"SUPPORT", "CONCEDE", "RETREAT", "AGREE"}  # what a third party speaks of as "the step"
_DONE_TO = frozenset(("SANCTION", "COERCE", "RETREAT", "MOBILIZE", "AID", "CONCEDE"))  # told in the passive, they may name no doer
OFFICIAL = ("state", "government-body")
THE = "ال"
TO = "الي"  # the preposition of where somebody or something goes
REACH = 16  # tokens on in which somebody is looked for; acts back as well
WITHIN = 8  # tokens between a verb and the clause that describes its object
_GUNMEN = "unnamed/gunmen"
NATIONLESS = ("unnamed", "people")
ANSWERED = frozenset(("SANCTION", "COERCE", "ACCUSE", "REJECT", "ASSAULT", "THREATEN", "MOBILIZE", "REQUEST"))
AT_WAR = ("state", "government-body", "armed-group")
AGAINST = frozenset(("علي", "ضد"))
ONTO, BACK = ("recipient", "actor"), ("actor", "recipient")  # who did it to him, to whom he did it


@dataclass(slots=True)
class Case:
    """An act whose ends are sought: who stands in which part so far, and the events that its sentence told before it."""

    pred: Pred
    frame: Frame
    parts: dict[str, list[Mention]]
    made: list[Draft]
    passive: bool  # the object or subject of a verb that names no doer ("took place")

    def at(self, part: str) -> list[Mention]:
        """Who stands in this part so far."""
        return self.parts.get(part, [])

    @property
    def behind(self) -> int:
        """The token behind the predicate and whoever acts."""
        return max([self.pred.last, *(m.last for m in self.at("actor"))])


class Search:
    """What a search looks into: the thread of the report, the words around an act, the parts of other acts.

    Each search is a function of it and a case: it gives who stands at the end that is sought, [] if nobody, None to leave that end as it is.
    One that must move somebody between the two ends does so itself.
    """

    def __init__(self, thread: Thread, words: Wording, parts: Parts) -> None:
        self.thread, self.words, self.parts_of = thread, words, parts
        self.a, self.pack = thread.a, thread.pack
        self.hail: dict[int, Mention] = {}  # people without a name -> the state they are from

    def actors(self, c: Case) -> set[str | None]:
        """The countries of those who act; None among them for people of no country."""
        return self.thread.countries(c.parts, "actor")

    def nameless(self, first: int, last: int, rule: str, country: str | None) -> Mention:
        """Somebody of a country whom the tokens from first to last tell without a name."""
        span = Span(self.a.tokens[first].start, self.a.tokens[last - 1].stop)
        return Mention(span, span.of(self.a.report.text), first, last, (), "role", rule, country=country)

    def are_gunmen(self, m: Mention, at: int) -> bool:
        """ "المتمردون": men in arms whom nothing names, definite by their word at token at."""
        return m.entities == (_GUNMEN,) and self.a.tokens[at].fold.removeprefix(m.prep).startswith(THE)

    def is_let_go(self, m: Mention) -> bool:
        """ "إطلاق سراح رئيس النيجر": is he whose freedom the word right before him is? A genitive, and no doer."""
        return m.first > 0 and self.a.tokens[m.first - 1].fold in self.pack.word_class("loosed")

    def reached(self, c: Case) -> set[str | None]:
        """The countries of those who are acted on."""
        return self.thread.countries(c.parts, "recipient")

    def ahead(self, pred: Pred, most: int, least: int = 0) -> Sequence[Mention]:
        """The mentions in the predicate's own stretch, in at most so many tokens; least: tokens where its stretch is not known."""
        near = self.thread.within(pred.last, min(pred.stop or pred.last + least, pred.last + most))
        return [m for m in near if not self.thread.only_backs(m)]

    def first_party(self, named: Sequence[Mention]) -> list[Mention]:
        """The first of those named, as a party: the state of a place, or itself."""
        first = named[:1]
        return [m for m in (*self.thread.states_of(first), *first) if m.country and self.thread.can_act(m)][:1]

    def told_by(self, c: Case) -> list[Mention]:
        """Who says, in a verb over its clause, that it was done."""
        said = next((x for x in speakers(c.pred.clause) if isinstance(x, Pred)), None)
        return [a.mention for a in self.thread.speaker(said)] if said is not None else []


class Gap(NamedTuple):
    """One way to fill an end. It applies to an event of these kinds if all that it asks for holds; the first that finds somebody fills it."""

    end: str  # the part that is filled: actor, recipient, own; "both": the search puts both
    of: str  # types and modes of events, "*" for all
    left: str  # what stands at that end so far: "open" for nothing, or a key of _LEFT
    look: Callable[[Search, Case], list[Mention] | None]
    told: str = ""  # a key of _TOLD: how the act is told
    words: str = ""  # a word of this class stands with the act
    but: str = ""  # no events of these modes


def is_passive(pred: Pred) -> bool:
    """Is it a verb in the passive, by its vowel marks or its form?"""
    return pred.reading.verb is not None and pred.reading.verb.passive


def is_undone(pred: Pred, frame: Frame) -> bool:
    """Is it a deed told in the passive ("أُطلق سراح الجنود"), so that nobody need be named who did it?"""
    reaches = frame.object is not None or "recipient" in frame.parts.values()
    return is_passive(pred) and reaches and frame.type in _DONE_TO


def are_official(c: Case, part: str) -> bool:
    return all(m.kind in OFFICIAL or m.role for m in c.at(part))


def stands_with_state(look: Search, m: Mention) -> bool:
    """A state, its bodies and its allies, or an armed group that fights for it ("المقاومة الشعبية")."""
    armed = m.kind == "armed-group" and all(look.thread.entity(e).sector in FOR_A_STATE for e in m.entities)
    return armed or m.kind in (*OFFICIAL, "organisation")


def states_here(look: Search, c: Case) -> list[Mention]:
    """The state in which an act takes place: its own place, else the scene of the sentence, unless somebody from elsewhere speaks there."""
    own = first_of(look.thread.states_of(m for m in c.at("place") if m.kind in ("state", "place")))
    scene = look.thread.scene
    if own or scene is None:
        return own
    said = next((x for x in speakers(c.pred.clause) if isinstance(x, Pred)), None)
    if said is not None and said.first < scene.first < said.content_start:  # "قال الوزير الإيراني في دافوس إن"
        home = {a.mention.country for a in look.thread.speaker(said)}
        return [scene] if scene.country in home or home <= {None} else []
    return [scene]


def is_in_sight(look: Search, home: set[str | None], other: str | None) -> bool:
    """Does the sentence itself name the other side, or is the whole report about these two? Of three states told of, whom an act with no word
    of its other end reaches is anybody's guess."""
    here = {m.country for m in look.thread.within(look.thread.sentence_start, look.thread.sentence_end)}
    return other in here or {*look.thread.two} == home | {other}


def their_people(look: Search, c: Case, *owned: str) -> list[Mention]:
    """ "سبعة من جنودها قتلوا", "هجوم استهدف أسطولها": whose people or things were hit. owned: the classes of words for what is somebody's."""
    pred, parts = c.pred, c.parts
    men = frozenset().union(*(look.pack.word_class(k) for k in owned or ("own-people", "own-assets")))
    described = [rel for rel in look.thread.relatives(pred) if "ASSAULT" in rel.types] if pred.kind == "noun" else []
    stop = max([pred.stop or pred.last, *(rel.stop for rel in described)])
    for i in range(max(0, pred.first - 3), min(stop, pred.last + 7)):
        word = look.a.tokens[i].fold
        if bases(word).isdisjoint(men):
            continue
        over = pred.governor if pred.link.startswith("time") else None  # "أعلنت غانا خفض علاقاتها مع توغو بعد إصابة عدد من جنودها"
        main = [a.mention for a in look.thread.outer_subject(over)] if over is not None else []
        if len(main) == 1 and main[0].country and not refs(parts, "actor") & {*main[0].entities} and not look.thread.is_hers(word[-2:], main[0]):
            return main
        if (owner := look.thread.meant(i, word, refs(parts, "actor"))) is not None:
            return [owner]
    return []


def first_of(found: Sequence[Mention]) -> list[Mention]:
    """The first, and those whom "and" joins to him one by one: "في الكاميرون وتشاد والنيجر"."""
    apart = (k for k in range(1, len(found)) if found[k].conj != AND or found[k].first - found[k - 1].last > 1)
    return list(found[: next(apart, len(found))])


def in_a_row(mentions: Sequence[Mention]) -> list[Mention]:
    """The first, and those that follow it each with an "and" of its own right behind the one before, or the mark that closes its name."""
    row = [*mentions[:1]]
    for m in mentions[1:]:
        if m.conj != AND or m.first - row[-1].last > 1:
            break
        row.append(m)
    return row


def are_people(m: Mention) -> bool:
    """ "أربعة كويتيين", "الكويتيون": does it name people by their nation, though it stands for their state?"""
    return m.rule in ("agent.people", "agent.CVL", "agent.man", "people")


def as_state(m: Mention) -> Mention:
    """A nationality as the state whose it is."""
    return replace(m, kind="state") if m.kind == "demonym" else m


def earlier(look: Search, c: Case, most: int = REACH) -> list[Draft]:
    """The events told before this one, the last first; most: of the sentences before."""
    return [*reversed(c.made), *reversed(look.thread.drafts[-most:])]
