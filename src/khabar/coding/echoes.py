"""Told again: where a report tells an act once more, in words that alone would make no event.

"قصفت روسيا المدينة … وأدان المجلس القصف": the second telling names too little to be an event of its own, but a reader finds the act there too.
It is evidence of the event, and nothing else of that changes: who said so, and what else its sentence tells, are read from where it is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from khabar.annotation import Annotation
from khabar.coding.draft import AHEAD, Draft
from khabar.coding.thread import Thread
from khabar.coding.tree import Pred
from khabar.model import Event, Evidence, Mention, Span
from khabar.packs import Frame

_ENDS = ("actor", "recipient")
_TOGETHER = frozenset(("AGREE", "CONSULT", "COOPERATE"))  # what two do, whoever of them is told to act
_SAID = frozenset(("ACCUSE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))  # of these each mouth and each sentence has its own
_LOOSE = frozenset(("AGREE", "COOPERATE", "MOBILIZE", "PROTEST", "SANCTION"))  # taken up by nouns of other frames: "الاتفاقية", "الخطوة"
_FAMILY, _FRAMES, _NOUN = range(3)  # how near its words are to those of the event, the nearest first


@dataclass(slots=True)
class Echo:
    """A predicate that the words of a frame fit, and that made no event: who it is told to be of by its own grammar, and where it stands."""

    pred: Pred
    frame: Frame
    status: str
    parts: Mapping[str, Sequence[Mention]]
    span: Span


class Echoes:
    """Leads each echo of a report to the event that it tells again."""

    def __init__(self, thread: Thread) -> None:
        self.thread, self.pack, self.world = thread, thread.pack, thread.world
        self.heard: list[Echo] = []

    def lead_home(self, events: Sequence[Event], groups: Sequence[Sequence[Draft]], a: Annotation) -> tuple[Event, ...]:
        """The events, each with the places where it is told again (`Event.retold`); groups: the drafts that each is made of."""
        out = list(events)
        taken = {id(d.pred) for g in groups for d in g}
        for echo in self.heard:
            if id(echo.pred) in taken:
                continue
            near = {k: how for k, (e, g) in enumerate(zip(out, groups, strict=True)) if (how := self._nearness(e, g, echo)) is not None}
            if not near:
                continue
            taken.add(id(echo.pred))
            nearest = min(near.values())
            best = [k for k, how in near.items() if how == nearest]
            home = max(best, key=lambda k: max((d.pred.first for d in groups[k] if d.pred.first < echo.pred.first), default=-groups[k][0].pred.first))
            told = out[home]
            if not any(e.span.covers(echo.span) for e in told.everywhere):
                out[home] = replace(told, retold=(*told.retold, Evidence(echo.span, echo.span.of(a.report.text))))
        return tuple(out)

    def _nearness(self, event: Event, group: Sequence[Draft], echo: Echo) -> int | None:
        """How near the words of the echo are to those of the event; None where it tells another act."""
        if event.type != echo.frame.type or (echo.frame.mode and event.mode and echo.frame.mode != event.mode):
            return None
        if (event.status == "denied") != (echo.status == "denied") or (event.status in AHEAD) != (echo.status in AHEAD):
            return None
        if not (self._of_them(event, echo) and self._of_then(event, echo) and self._of_there(event, echo)):
            return None
        family = self._family(echo.pred)
        if any(not family.isdisjoint(self._family(d.pred)) for d in group):
            return _FAMILY
        if event.type in _SAID:
            return None  # "دعا" and "طالب" are two demands, and may be of two mouths
        frames = {f.id for f in echo.pred.frames if f.type == event.type}
        if any(f.id in frames for d in group for f in d.pred.frames):
            return _FRAMES
        taken_up = event.type in _LOOSE and echo.pred.definite and echo.pred.reading.number == "s"
        return _NOUN if taken_up and not self._named(echo) else None

    def _family(self, pred: Pred) -> frozenset[str]:
        """The verbs that a predicate is of: "قصف" of "القصف"."""
        return frozenset((pred.lemma, *self.pack.verbs_of.get(pred.lemma, ()))) if pred.kind == "noun" else frozenset((pred.lemma,))

    def _named(self, echo: Echo) -> set[str]:
        return {c for end in _ENDS for c in self.thread.countries(echo.parts, end) if c}

    def _of_them(self, event: Event, echo: Echo) -> bool:
        """Is it told of nobody who has no part in the event, and of nobody in the other part?"""
        sides = {"actor": {p.country for p in event.actors} - {None}, "recipient": {p.country for p in event.recipients} - {None}}
        everybody = sides["actor"] | sides["recipient"]
        named = self._named(echo)
        if event.type == "CONSULT":  # of meetings a report tells many
            return (len(named) > 1 and named <= everybody) or (not named and echo.pred.kind == "noun" and echo.pred.definite)
        if event.type in _SAID and (not named or echo.pred.strange or echo.pred.taken):
            return False
        if event.type in _TOGETHER:
            return not named or bool(named & everybody)
        does, met = ({c for c in self.thread.countries(echo.parts, end) if c} for end in _ENDS)
        if does and does.isdisjoint(sides["actor"]) and (sides["actor"] or not does.isdisjoint(sides["recipient"])):
            return False
        return not met or not met.isdisjoint(everybody)  # on whose ground, of whose men: who is met is told in many ways

    @staticmethod
    def _of_then(event: Event, echo: Echo) -> bool:
        """Is it told with no day but the event's?"""
        days = {d.value for d in echo.pred.dates if d.end is None}
        return not days or event.date is None or any(event.date.value.startswith(d) or d.startswith(event.date.value) for d in days)

    def _of_there(self, event: Event, echo: Echo) -> bool:
        """Is it told of no ground but the event's?"""
        if event.place is None:
            return True
        places = [e for m in echo.parts.get("place", ()) for e in m.entities]
        return all(self.world.inside(p, event.place) or self.world.inside(event.place, p) for p in places)
