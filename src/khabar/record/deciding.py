"""What people decide outranks what the machine reads: a report's coding with their corrections, rejections and aliases in it.

Pure: the machine's coding is kept beside it, so that taking a decision back gives it again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from khabar import ontology
from khabar.errors import InputError
from khabar.model import Coded, Decision, Entity, Event, Participant, Source, When
from khabar.record.days import days

FIELDS = ("type", "mode", "status", "change", "background", "date", "place", "initiator", "actor", "recipient")
"""What ``correct`` may change of an event. actor and recipient take ``OLD>NEW``, two entity ids."""


_STATUSES = ("happened", "ongoing", "planned", "proposed", "denied", "hypothetical")
_CHANGES = ("cancelled", "postponed")
_YES, _NO = ("1", "true", "yes"), ("0", "false", "no")


def check(field: str | None, value: str | None) -> None:
    """Raises InputError where ``correct`` cannot set this field to this value. No value takes away what may be missing."""
    if field not in FIELDS:
        raise InputError(f"correct: no field {field!r}; there are: {', '.join(FIELDS)}")
    if not value:
        if field in ("type", "status", "background", "actor", "recipient"):
            raise InputError(f"correct: {field} needs a value")
        return
    known = ontology.load()
    words: Mapping[str, Sequence[str]] = {
        "type": tuple(known.types), "mode": sorted({m for modes in known.modes.values() for m in modes}), "status": _STATUSES,
        "change": _CHANGES, "background": (*_YES, *_NO),
    }  # fmt: skip
    if field in words and value not in words[field]:
        raise InputError(f"correct: no {field} {value!r}; there are: {', '.join(words[field])}")
    if field == "date" and any(not re.fullmatch(r"(\d{4}|XXXX)(-\d\d){0,2}", v) or days(v) is None for v in value.split("/", 1)):
        raise InputError(f"correct: no date {value!r}; write YYYY-MM-DD, less of it, or two with / between")
    if field in ("place", "initiator") and "/" not in value:
        raise InputError(f"correct: {field} takes the id of an entity, as place/geneva")
    if field in ("actor", "recipient") and [("/" in v) for v in value.split(">")] != [True, True]:
        raise InputError(f"correct: {field} takes OLD>NEW, the ids of two entities")


def decided(coded: Coded, decisions: Sequence[Decision], entity: Callable[[str], Entity | None]) -> tuple[Coded, list[str]]:
    """A report's coding as people want it, and the ids of the decisions that changed it.

    decisions: those that stand, in order; entity: looks one up that a decision names.
    """
    applied: list[str] = []
    for d in decisions:
        before = coded
        if d.verb == "alias" and d.value and d.field in (None, coded.report.id):
            coded = _renamed(coded, d.subject, d.value, entity)
        elif d.verb == "reject" and d.field == "in" and d.value == coded.report.id:
            coded = _renamed(coded, d.subject, None, entity)
        elif d.verb == "reject" and d.field is None:
            coded = _without(coded, d.subject)
        elif d.verb == "correct":
            coded = replace(coded, events=tuple(_corrected(e, d) if e.id == d.subject else e for e in coded.events))
            coded = _with(coded, [x for x in (d.value or "").split(">")[-1:] if "/" in x], entity)
        if coded != before:
            applied.append(d.id)
    return coded, applied


def _without(coded: Coded, id: str) -> Coded:
    events = tuple(replace(e, causes=tuple(c for c in e.causes if c.event != id)) for e in coded.events if e.id != id)
    return replace(
        coded,
        events=events,
        statements=tuple(s for s in coded.statements if s.id != id),
        relations=tuple(r for r in coded.relations if r.id != id),
    )


def _corrected(e: Event, d: Decision) -> Event:
    value: Any = d.value or None
    name = str(d.field)
    if d.field == "date":
        start, _, end = (value or "").partition("/")
        value = When(start, end or None, "text", e.date.span if e.date else None) if value else None
    elif d.field == "background":
        value = value in _YES
    elif d.field in ("actor", "recipient"):
        old, _, new = (value or "").partition(">")
        name = f"{d.field}s"
        value = tuple(replace(p, entity=new) if p.entity == old else p for p in getattr(e, name))
    change: dict[str, Any] = {name: value}
    return replace(e, **change)


def _renamed(coded: Coded, old: str, new: str | None, entity: Callable[[str], Entity | None]) -> Coded:
    """Everybody who was taken for one entity is another one, or nobody known."""

    def other(id: str | None) -> str | None:
        return new if id == old else id

    def people(parties: tuple[Participant, ...]) -> tuple[Participant, ...]:
        return tuple(replace(p, entity=other(p.entity)) for p in parties)

    def chain(sources: tuple[Source, ...]) -> tuple[Source, ...]:
        return tuple(replace(s, entity=other(s.entity)) for s in sources)

    events = tuple(
        replace(
            e,
            actors=people(e.actors), recipients=people(e.recipients), third_parties=people(e.third_parties),
            initiator=other(e.initiator), place=other(e.place), said_by=chain(e.said_by),
            about=tuple(replace(t, entity=other(t.entity)) for t in e.about),
        )
        for e in coded.events
    )  # fmt: skip
    statements = tuple(replace(s, speaker=other(s.speaker), said_by=chain(s.said_by)) for s in coded.statements)
    relations = tuple(
        replace(r, subject=other(r.subject) or "", object=other(r.object) or "")
        for r in coded.relations
        if new is not None or old not in (r.subject, r.object)
    )
    same = (events, statements, relations) == (coded.events, coded.statements, coded.relations)
    if same and all(e.id != old for e in coded.entities):
        return coded
    coded = replace(
        coded, events=events, statements=statements, relations=relations, entities=tuple(e for e in coded.entities if e.id != old)
    )
    return _with(coded, [new] if new else [], entity)


def _with(coded: Coded, ids: Sequence[str], entity: Callable[[str], Entity | None]) -> Coded:
    """The same with these entities among its own."""
    known = {e.id for e in coded.entities}
    more = tuple(e for e in (entity(id) for id in ids if id not in known) if e is not None)
    return replace(coded, entities=tuple(sorted((*coded.entities, *more), key=lambda e: e.id))) if more else coded
