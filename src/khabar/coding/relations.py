"""Standing relations: who leads, supports, opposes, controls, belongs to, cooperates with whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from khabar.coding.clauses import ACTOR_KINDS, Parsed
from khabar.coding.events import Coder
from khabar.model import Mention, Span, When

_HEADS = frozenset(["commander", "group-leader", "party-leader", "head", "leader", "secretary-general", "chairman"])


@dataclass(frozen=True, slots=True)
class Link:
    """A relation before it gets its id: ids of the entities, the kind of relation, its date and its stretch of text."""

    subject: str
    relation: str
    object: str
    date: When | None
    span: Span


def sentence(parsed: Parsed, coder: Coder) -> Iterator[Link]:
    """The relations of one sentence that the coder has coded: frames with ``relation``, "led by", and posts at the head of groups.

    A relation that is denied or lies in the future is none.
    """
    for leader, led in parsed.leads:
        for s in _refs([leader])[:1]:
            for o in _refs([led])[:1]:
                if s != o:
                    yield Link(s, "leads", o, None, Span(led.span.start, leader.span.stop))
    for unit in parsed.units:
        m = unit.mention
        if (
            m is not None
            and m.of
            and m.role in _HEADS
            and m.qualifier is None
            and len(m.entities) == 1
            and coder.entity(m.of).kind in ("armed-group", "party")
        ):
            yield Link(m.entities[0], "leads", m.of, None, m.span)
    for pred in parsed.preds:
        for frame in pred.frames:
            if not frame.relation or pred.negated or pred.future:
                continue
            if pred.kind == "verb" and pred.reading.verb is not None and pred.reading.verb.tense not in ("present", "past"):
                continue
            parts = coder.parts(pred, frame)
            subjects = _refs(parts.get("actor", []))
            held = parts.get("place", []) if frame.relation in ("controls", "based-in") else []
            objects = _refs([*parts.get("recipient", []), *held], places=True)
            if not subjects or not objects:
                continue
            span = coder.evidence(pred, parsed)
            for s in subjects[:3]:
                for o in objects[:4]:
                    if s != o:
                        yield Link(s, frame.relation, o, pred.dates[0] if pred.dates else None, span)
            break


def _refs(mentions: list[Mention], places: bool = False) -> list[str]:
    out: list[str] = []
    for m in mentions:
        if m.kind in ACTOR_KINDS or (places and m.kind == "place"):
            out.extend(m.entities)
        elif m.stands_for:
            out.append(m.stands_for)
    return list(dict.fromkeys(out))


__all__ = ["Link", "sentence"]
