"""Standing relations: who leads, supports, opposes, controls, belongs to, cooperates with whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from khabar.coding.events import Coder
from khabar.coding.tree import ACTOR_KINDS, Parsed
from khabar.model import Mention, Span, When
from khabar.packs import Pack

_STANDS = ("happened", "ongoing", "told")
_GROUPS = frozenset(("organisation", "armed-group", "party", "government-body", "group"))
_OF_BODIES = {"leads": _GROUPS, "member-of": _GROUPS, "part-of": _GROUPS}  # a summit or a sea has neither head nor members
_WORDS = {"backed": "supports", "allied": "allied-with"}  # word class: what it says of the one whom it describes
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
    yield from _described(parsed, coder.pack)
    for pred in parsed.preds:
        for frame in pred.frames:
            if not frame.relation or pred.negated or pred.future:
                continue
            if pred.kind == "verb" and pred.reading.verb is not None and pred.reading.verb.tense not in ("present", "past"):
                continue
            if coder.status(pred)[0] not in _STANDS:
                continue
            parts = coder.parts(pred, frame)
            subjects = _refs(parts.get("actor", []))
            held = parts.get("place", []) if frame.relation in ("controls", "based-in") else []
            objects = _refs([*parts.get("recipient", []), *held], places=True)
            if frame.relation in _OF_BODIES:
                objects = [o for o in objects if coder.entity(o).kind in _OF_BODIES[frame.relation]]
            if not subjects or not objects:
                continue
            span = coder.evidence(pred, parsed)
            for s in subjects[:3]:
                for o in objects[:4]:
                    if s != o:
                        yield Link(s, frame.relation, o, pred.dates[0] if pred.dates else None, span)
            break


def _described(parsed: Parsed, pack: Pack) -> Iterator[Link]:
    """ "قوات حفتر المدعومة من روسيا", "فصائل متحالفة مع إيران": a word behind the one whom it describes and before the other."""
    for k, unit in enumerate(parsed.units[:-1]):
        if unit.kind == "mention" or unit.is_phrase(("comp",)):
            continue
        base = unit.fold.removeprefix("ال")
        relation = next((r for cls, r in _WORDS.items() if base in pack.word_class(cls)), None)
        before = next((u.mention for u in reversed(parsed.units[max(0, k - 3) : k]) if u.mention is not None and u.mention.kind != "demonym"), None)
        after = next((u.mention for u in parsed.units[k + 1 : k + 4] if u.mention is not None), None)
        if relation is None or before is None or after is None:
            continue
        described, other = _refs([before])[:1], _refs([after])[:1]
        for s, o in zip(*((other, described) if relation == "supports" else (described, other)), strict=False):
            if s != o:
                yield Link(s, relation, o, None, Span(before.span.start, after.span.stop))


def _refs(mentions: list[Mention], places: bool = False) -> list[str]:
    out: list[str] = []
    for m in mentions:
        if m.kind in ACTOR_KINDS or (places and m.kind == "place"):
            out.extend(m.entities)
        elif m.stands_for:
            out.append(m.stands_for)
    return list(dict.fromkeys(out))


__all__ = ["Link", "sentence"]
