"""Coded events of real news against what readers judged of them (eval/gold/news): how many are right, how many are false."""

from __future__ import annotations

import csv
import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator
from pathlib import Path
from typing import Any, NamedTuple

_OWN = ("armed-group", "party")  # kinds that stand for themselves, not for a country


class Label(NamedTuple):
    """One row of labels.tsv."""

    part: str
    article: str
    start: int
    stop: int
    coded: str
    type: str
    status: str
    actors: frozenset[str]
    recipients: frozenset[str]


def read(path: Path) -> dict[str, list[Label]]:
    """Article -> its labels."""
    out: dict[str, list[Label]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            ends = (frozenset(row[end].split()) - {"?", "-"} for end in ("actors", "recipients"))
            out[row["article"]].append(
                Label(row["part"], row["article"], int(row["start"]), int(row["stop"]), row["coded"], row["type"], row["status"], *ends)
            )
    return out


def articles(path: Path, wanted: Container[str]) -> Iterator[dict[str, Any]]:
    """The articles that have labels."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] in wanted:
                yield row


def _parties(found: Any, people: Any, told: frozenset[str]) -> frozenset[str]:
    """The participants by country, or by entity where they stand for themselves; people without a name as the reader told them, by either."""
    kinds = {e.id: e.kind for e in found.entities}

    def one(p: Any) -> str:
        nameless = p.entity is not None and p.entity.startswith("unnamed/")
        alone = p.entity in told if nameless and p.country in told else nameless or kinds.get(p.entity) in _OWN
        return str((p.entity if alone else p.country) or p.entity or p.text)

    return frozenset(map(one, people))


def judge(label: Label, found: Any) -> str:
    """right, wrong, false, or none (nothing is coded there any more)."""
    here = [e for e in found.events if any(v.span.start <= label.start and label.stop <= v.span.stop for v in e.everywhere)]
    if label.type == "-":
        return "false" if any(e.type == label.coded for e in here) else "none"
    told = [e for e in here if e.type == label.type] or [e for e in here if e.type == label.coded]
    for e in told:
        ends = _parties(found, e.actors, label.actors), _parties(found, e.recipients, label.recipients)
        same = ends[0] | ends[1] == label.actors | label.recipients if e.type == "CONSULT" and e.mode != "visit" else ends == label[-2:]
        if same and e.type == label.type and e.status == label.status:
            return "right"
    return "wrong" if told else "none"


def score(labels: Path, news: Path, code: Callable[[dict[str, Any]], Any]) -> dict[str, dict[str, float]]:
    """Part -> precision (of what is still coded where a label is, the share that is right) and the counts behind it."""
    wanted = read(labels)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles(news, wanted):
        found = code(article)
        for label in wanted[article["id"]] if found is not None else ():
            counts[label.part][judge(label, found)] += 1
    return {
        part: {
            "precision": n["right"] / max(n["right"] + n["wrong"] + n["false"], 1),
            **{k: float(n[k]) for k in ("right", "wrong", "false", "none")},
        }
        for part, n in sorted(counts.items())
    }
