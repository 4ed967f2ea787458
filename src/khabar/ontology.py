"""PLOVER's types and scores, the letter in which PLOVER writes an act, and how acts add up to a matter.

The tables stand in ``data/ontology/``: ``plover.toml`` (the standard) and ``matters.toml`` (khabar's own). An unknown key or a
type that does not exist stops the program at load.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from khabar.errors import PackError
from khabar.tables import data_dir, read_toml


@dataclass(frozen=True, slots=True)
class Type:
    """A PLOVER type; recipient: the standard wants one."""

    code: str
    quad: int
    score: float
    recipient: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """An event as PLOVER 0.8 writes it."""

    type: str
    mode: str | None
    quad: int
    intensity: float


@dataclass(frozen=True, slots=True)
class _LetterRow:
    act: str | None
    mode: str | None
    status: frozenset[str]
    change: str | None
    instrument: bool
    type: str
    letter_mode: str | None  # None: the act's own mode stays


@dataclass(frozen=True, slots=True)
class _StepRow:
    act: str | None
    mode: str | None
    status: frozenset[str]
    change: str | None
    of: frozenset[str]
    self: bool | None
    dated: bool | None
    step: str


@dataclass(frozen=True)
class Ontology:
    """Both tables, checked; what each entry means stands beside it in ``plover.toml`` and ``matters.toml``."""

    types: Mapping[str, Type]
    modes: Mapping[str, Mapping[str, float]]
    contexts: Mapping[str, str]
    speech: frozenset[str]
    public: frozenset[str]
    mutual: frozenset[str]
    terms: tuple[frozenset[str], ...]
    personal: frozenset[str]
    blames: frozenset[str]
    spots: frozenset[str]
    taken: frozenset[str]  # acts with their mode
    weapons: frozenset[str]  # kinds of figures
    tolls: frozenset[str]
    distinct: Mapping[str, tuple[frozenset[str], ...] | None]  # None: each mode for itself
    apart: tuple[frozenset[str], ...]
    voices: frozenset[str]
    own_kinds: frozenset[str]
    own_sectors: frozenset[str]
    own_countries: frozenset[str]
    stages: tuple[str, ...]
    once: frozenset[str]
    final: frozenset[str]
    awaited: Mapping[str, str]  # type, or type/mode -> what a matter waits for where such an act is announced
    letters: tuple[_LetterRow, ...]
    steps: tuple[_StepRow, ...]

    def letter(
        self, act: str, mode: str | None, status: str, change: str | None = None, instrument: bool = False
    ) -> Letter | None:
        """What PLOVER 0.8 writes for an act; None where it has no such event (denied, hypothetical, called off)."""
        kind, how = act, mode
        for row in self.letters:
            if (
                (row.act is None or row.act == act)
                and (row.mode is None or row.mode == mode)
                and (not row.status or status in row.status)
                and (row.change is None or row.change == change)
                and (not row.instrument or instrument)
            ):
                kind, how = row.type, mode if row.letter_mode is None else row.letter_mode or None
                break
        if kind not in self.types:
            return None
        if how not in self.modes.get(kind, {}):
            how = None
        score = self.types[kind].score if how is None else self.modes[kind][how]
        return Letter(kind, how, self.types[kind].quad, score)

    def distinct_modes(self, act: str, mode: str | None, other: str | None) -> bool:
        """Do the two modes make two acts of one type two different acts?"""
        if mode is None or other is None or mode == other or act not in self.distinct:
            return False
        groups = self.distinct[act]
        if groups is None:
            return True
        mine, theirs = ([g for g in groups if m in g] for m in (mode, other))
        return bool(mine and theirs) and mine != theirs

    def step(self, of: str, itself: bool, act: str, mode: str | None, status: str, change: str | None, dated: bool) -> str | None:
        """The step that an event is in a matter of the kind ``of``; ``itself``: the event is the gathering, not about it."""
        for row in self.steps:
            if (
                (row.act is None or row.act == act)
                and (row.mode is None or row.mode == mode)
                and (not row.status or status in row.status)
                and (row.change is None or row.change == change)
                and (not row.of or of in row.of)
                and (row.self is None or row.self == itself)
                and (row.dated is None or row.dated == dated)
            ):
                return row.step
        return None


def _check(file: str, row: Mapping[str, Any], allowed: Iterable[str], needed: Iterable[str]) -> None:
    known = set(allowed)
    if unknown := sorted(set(row) - known):
        raise PackError(file, None, f"unknown keys {unknown} in {dict(row)}", f"Allowed: {sorted(known)}")
    if missing := sorted(set(needed) - set(row)):
        raise PackError(file, None, f"keys {missing} missing in {dict(row)}", "Add them")


@cache
def load() -> Ontology:
    """The ontology of ``data/``, read once. Raises PackError for an unknown key, type or stage."""
    folder = data_dir() / "ontology"
    plover, matters = read_toml(folder / "plover.toml"), read_toml(folder / "matters.toml")
    sections: tuple[str, ...] = ("version", "quads", "type", "modes", "contexts", "letter")
    _check("plover.toml", plover, sections, sections)
    sections = ("speech", "public", "mutual", "personal", "blames", "spots", "taken", "weapons", "tolls", "distinct", "terms", "posts", "voices")
    sections += ("own", "stages", "once", "final", "awaited", "step")
    _check("matters.toml", matters, sections, sections)
    for row in plover["type"]:
        columns = ("code", "quad", "score", "recipient", "says")
        _check("plover.toml", row, columns, columns)
    types = {r["code"]: Type(r["code"], r["quad"], r["score"], r["recipient"]) for r in plover["type"]}
    letters, steps = [], []
    for row in plover["letter"]:
        _check("plover.toml", row, ("act", "mode", "status", "change", "instrument", "type", "letter_mode"), ("type",))
        status = frozenset(row.get("status", ()))
        treaty = bool(row.get("instrument", False))
        letters.append(
            _LetterRow(row.get("act"), row.get("mode"), status, row.get("change"), treaty, row["type"], row.get("letter_mode"))
        )
    for row in matters["step"]:
        _check("matters.toml", row, ("act", "mode", "status", "change", "of", "self", "dated", "step"), ("step",))
        status, of = frozenset(row.get("status", ())), frozenset(row.get("of", ()))
        itself, dated = row.get("self"), row.get("dated")
        steps.append(_StepRow(row.get("act"), row.get("mode"), status, row.get("change"), of, itself, dated, row["step"]))
    named = [
        *(("plover.toml", r.act) for r in letters),
        *(("plover.toml", r.type) for r in letters),
        *(("plover.toml", t) for t in plover["modes"]),
        *(("matters.toml", t) for key in ("speech", "public", "mutual", "personal", "blames", "spots") for t in matters[key]),
        *(("matters.toml", t.partition("/")[0]) for t in (*matters["awaited"], *matters["taken"])),
        *(("matters.toml", d["act"]) for d in matters["distinct"]),
        *(("matters.toml", t) for group in matters["terms"] for t in group["acts"]),
        *(("matters.toml", r.act) for r in steps),
    ]
    for file, code in named:
        if code and code not in types:
            raise PackError(file, None, f"no type {code!r}", f"Types: {sorted(types)}")
    stages = tuple(matters["stages"])
    for word in (*(r.step for r in steps), *matters["final"], *matters["once"]):
        if word not in stages:
            raise PackError("matters.toml", None, f"step {word!r} is not among the stages", "Add it to stages, at its place")
    return Ontology(
        types=types,
        modes=plover["modes"],
        contexts=plover["contexts"],
        speech=frozenset(matters["speech"]),
        public=frozenset(matters["public"]),
        mutual=frozenset(matters["mutual"]),
        terms=tuple(frozenset(g["acts"]) for g in matters["terms"]),
        personal=frozenset(matters["personal"]),
        blames=frozenset(matters["blames"]),
        spots=frozenset(matters["spots"]),
        taken=frozenset(matters["taken"]),
        weapons=frozenset(matters["weapons"]),
        tolls=frozenset(matters["tolls"]),
        distinct={
            d["act"]: None if d["groups"] == "each" else tuple(frozenset(g) for g in d["groups"]) for d in matters["distinct"]
        },
        voices=frozenset(matters["voices"]["posts"]),
        own_kinds=frozenset(matters["own"]["kinds"]),
        own_sectors=frozenset(matters["own"]["sectors"]),
        own_countries=frozenset(matters["own"]["countries"]),
        apart=tuple(frozenset(g["apart"]) for g in matters["posts"]),
        stages=stages,
        once=frozenset(matters["once"]),
        final=frozenset(matters["final"]),
        awaited=dict(matters["awaited"]),
        letters=tuple(letters),
        steps=tuple(steps),
    )
