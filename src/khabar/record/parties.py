"""Who is a side of an event, and how far two sets of sides agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from khabar import ontology
from khabar.model import Entity, Participant
from khabar.record.likeness import content_words
from khabar.text import fold

if TYPE_CHECKING:
    from khabar.record.happenings import World

_BODY, _STATE = "org/", "state/"


@dataclass(frozen=True, slots=True)
class Party:
    """A side of an event: a state (whoever acts for it), or a body of its own (the LNA, the Houthis, the Arab League)."""

    key: str
    country: str | None
    own: bool
    person: str | None
    words: frozenset[str] | None = None  # of somebody who is neither identified nor of a known country

    @property
    def block(self) -> str:
        """What the party is looked up and counted by: itself where it acts for itself, else its country."""
        return self.key if self.own or not self.country else self.country


def same_party(one: Party, other: Party) -> bool:
    """May the two be one side? A minister and his state are; two bodies of their own of one country are not."""
    if one.words is not None and other.words is not None:
        return one.words <= other.words or other.words <= one.words
    return one.key == other.key or (bool(one.country) and one.country == other.country and not (one.own and other.own))


def unnamed(id: str) -> bool:
    """An id for somebody that a text does not name (sources, diplomats): not an identity across reports."""
    return id.startswith("unnamed/")


def party(who: Participant, entities: Mapping[str, Entity], world: World | None = None, day: str | None = None) -> Party:
    """The side that a participant stands for: his state, unless he or his body acts for itself.

    Whoever serves a body of many states stands for that body. world: knows who holds which office; day: on which, ISO, where one is told.
    """
    rules = ontology.load()
    entity = entities.get(who.entity) if who.entity and not unnamed(who.entity) else None
    country = who.country or (entity.country if entity else None)
    own = country in rules.own_countries or (
        entity is not None and (entity.kind in rules.own_kinds or (entity.sector or "") in rules.own_sectors)
    )
    named = who.entity if who.entity and not unnamed(who.entity) else None
    man = who.entity if entity is not None and entity.kind == "person" else None
    post = office(entity, entities) if man and entity is not None and not entity.known else None  # by which alone the report calls him
    body = _served(man, post, world, day) if man and country in rules.own_countries else None
    key = body or named or (country if country and not own else None) or fold(who.text)
    unknown = None if named or country else content_words(who.text) or frozenset((key,))
    return Party(key, country, own or not country, man if post is None else None, unknown)


def office(person: Entity, entities: Container[str]) -> tuple[str, str] | None:
    """(post, whose) of somebody known by his office alone: of person/jor-leader the state, of person/arab-league-secretary-general the body."""
    words = person.id.rpartition("/")[2].split("-")
    if person.country and words[0] == person.country.lower():
        return "-".join(words[1:]), _STATE + person.country
    owners = ((n, _BODY + "-".join(words[:n])) for n in range(len(words) - 1, 0, -1))
    return next((("-".join(words[n:]), owner) for n, owner in owners if owner in entities), None)


def _served(person: str, post: tuple[str, str] | None, world: World | None, day: str | None) -> str | None:
    """The body of many states for which somebody acts: that of his office on the day, else of the one by which he is called."""
    held = {t.of for t in world.held(person, None, day) if t.of.startswith(_BODY)} if world is not None else set()
    return held.pop() if len(held) == 1 else post[1] if post else None


def sides(parties: Sequence[Party], others: Sequence[Party]) -> float | None:
    """How far two sets of parties agree, 0..1; None where that cannot be told. Who names a part of the other's half agrees.

    Somebody unidentified ("civilians", "holidaymakers") can agree with somebody, but disagrees with nobody.
    """
    return _sides(tuple(parties), tuple(others))


@lru_cache(maxsize=65536)  # the reports of a day tell of the same few sides
def _sides(parties: tuple[Party, ...], others: tuple[Party, ...]) -> float | None:
    known, theirs = ([p for p in side if p.words is None] for side in (parties, others))
    if not known or not theirs:
        return 1.0 if any(same_party(p, q) for p in parties for q in others) else None
    met = [p for p in known if any(same_party(p, q) for q in theirs)]
    if not met:
        return 0.0
    # Several people of one state are one party: counted by block.
    n, m = len({p.block for p in known}), len({q.block for q in theirs})
    hit = min(len({p.block for p in met}), m)
    part = hit / (n + m - hit)
    if min(n, m) > 1 and (len(met) == len(known) or all(any(same_party(p, q) for p in known) for q in theirs)):
        return 1.0 if part == 1 else 0.75 if part >= 0.5 else 0.5
    return part


def persons_clash(one: Iterable[Party], other: Iterable[Party]) -> float:
    """Of the states for which both name persons: the share where no person is the same. 0 when no state is.

    At home a host receives one guest after the other: two meetings in one state of two people each are of other people where one of them is.
    """
    mine: dict[str, set[str]] = defaultdict(set)
    theirs: dict[str, set[str]] = defaultdict(set)
    for parties, names in ((one, mine), (other, theirs)):
        for p in parties:
            if p.person:
                names[p.block].add(p.person)
    shared = mine.keys() & theirs.keys()
    if len(mine.keys() | theirs.keys()) == 1 and all(len(p) == _HOST_AND_GUEST for side in (mine, theirs) for p in side.values()):
        return float(mine != theirs)
    return sum(not mine[b] & theirs[b] for b in shared) / len(shared) if shared else 0.0


def persons(parties: Iterable[Party]) -> set[str]:
    return {p.person for p in parties if p.person}


_HOST_AND_GUEST = 2
