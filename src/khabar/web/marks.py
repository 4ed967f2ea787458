"""A report's text with marks in it, sentences around a span, and two passages with the words that differ."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

END = re.compile(r"[.!?؟…\n]+[\s\"»”)]*")
LONGEST = 420  # characters of a sentence that is shown whole


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text, what it is, and what it is called."""

    start: int
    stop: int
    kind: str
    title: str = ""


def segments(text: str, marks: Iterable[Mark], at: tuple[int, int] | None = None) -> list[list[dict[str, Any]]]:
    """Paragraphs of segments: ``text``, ``kinds``, ``title``, ``at`` (inside what was asked for), ``first`` (where that begins)."""
    size = len(text)
    whole = [m for m in marks if 0 <= m.start < m.stop <= size]
    cuts = {0, size, *(x for m in whole for x in (m.start, m.stop))}
    if at is not None:
        cuts |= {max(0, min(at[0], size)), max(0, min(at[1], size))}
    cuts |= {x for n in re.finditer("\n", text) for x in (n.start(), n.end())}
    order = sorted(cuts)
    starts = sorted(whole, key=lambda m: m.start)
    active: list[Mark] = []
    k = 0
    paragraphs: list[list[dict[str, Any]]] = [[]]
    for a, b in itertools.pairwise(order):
        active = [m for m in active if m.stop > a]
        while k < len(starts) and starts[k].start <= a:
            active.append(starts[k])
            k += 1
        words = text[a:b]
        if words == "\n":
            paragraphs.append([])
            continue
        inside = [m for m in active if m.start <= a and b <= m.stop]
        here = at is not None and at[0] <= a and b <= at[1]
        paragraphs[-1].append(
            {
                "text": words,
                "kinds": list(dict.fromkeys(m.kind for m in inside)),
                "title": " · ".join(dict.fromkeys(m.title for m in inside if m.title)),
                "at": here,
                "first": here and at is not None and a == at[0],
            }
        )
    return [p for p in paragraphs if any(s["text"].strip() for s in p)]


def sentence(text: str, span: Sequence[int]) -> dict[str, str]:
    """The sentence around a span, in three parts: before, marked, after. A very long one is cut."""
    start, stop = span[0], span[1]
    begin = max((m.end() for m in END.finditer(text, max(0, start - LONGEST), start)), default=max(0, start - LONGEST))
    after = END.search(text, stop)
    end = min(after.start() + 1 if after else len(text), stop + LONGEST)
    begin = min(begin, start)
    return {"before": text[begin:start].lstrip(), "marked": text[start:stop], "after": text[stop:end].rstrip()}


def differing(one: str, other: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Two passages as (words, do they differ) pieces."""
    a, b = re.findall(r"\s+|\w+|[^\w\s]", one), re.findall(r"\s+|\w+|[^\w\s]", other)
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    for op, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        for out, words in ((left, a[i:j]), (right, b[k:m])):
            if words:
                out.append(("".join(words), op != "equal"))
    return left, right


def of_record(data: Mapping[str, Any], call: Any) -> list[Mark]:
    """All marks of one report's record. call(kind, thing): what a mark is called."""
    marks: list[Mark] = []

    def put(span: Sequence[int] | None, kind: str, thing: Any) -> None:
        if span:
            marks.append(Mark(span[0], span[1], kind, call(kind, thing)))

    for event in data["events"]:
        for evidence in event["evidence"]:
            put(evidence["span"], "act", event)
        for party in (*event["actors"], *event["recipients"], *event["third_parties"]):
            put(party["span"], "actor", party)
        for topic in event["about"]:
            put(topic["span"], "about", topic)
        if event["date"]:
            put(event["date"].get("span"), "date", event["date"])
        for number in event["numbers"]:
            put(number["span"], "number", number)
        for source in event["said_by"]:
            put(source["span"], "credit", source)
    for claim in data["claims"]:
        if claim["field"] == "place":
            for span in claim["spans"]:
                put(span, "place", claim["value"])
    for statement in data["statements"]:
        put(statement["span"], "statement", statement)
    for report in data["reports"]:
        for credit in report["credits"]:
            put(credit["span"], "credit", credit)
    return marks
