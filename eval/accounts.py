"""Accounts of one happening that we set against each other: how many planted disagreements are shown, and how many are shown that are none.

    python eval/accounts.py [read]

`accounts/read.toml` and `accounts/counted.toml` hold groups of two or three short reports in our own words, told of real happenings by
invented outlets, written by readers who had not seen the program; groups without `disagree` are decoys (another wording of one value,
another precision, two calls of the same two people). `later_read.toml` and `later_counted.toml`: six groups each that somebody who knew it
wrote later, before a mending. Of the counted parts nothing but totals is ever printed; with `read` the failures of the others are.

A disagreement is shown when one fact that `differs` or is `contradicted` has two values from reports that it sets against each other,
each with evidence in a sentence that holds the words marked there. Every other such fact is one too many.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import score

import khabar
from khabar import pipeline
from khabar.encoder import Encoder
from khabar.model import Coded, Fact
from khabar.record.compare import CLASHES
from khabar.text import sentences

FOLDER = Path(__file__).with_name("accounts")
PARTS = ("read", "counted", "later_read", "later_counted")

Json = dict[str, Any]


def groups(part: str) -> list[Json]:
    """The groups of one part, as written."""
    with (FOLDER / f"{part}.toml").open("rb") as file:
        return list(tomllib.load(file)["group"])


def coded(group: Json) -> list[Coded]:
    """Each report of a group, coded."""
    lines = ({"title": r["title"], "text": r["text"].strip(), "published": r["published"], "outlet": r["outlet"]} for r in group["report"])
    return [khabar.code(json.dumps(line | {"language": "ar"}, ensure_ascii=False)) for line in lines]


def _holds(text: str, start: int, stop: int, words: str) -> bool:
    """Do these words stand in a sentence of the text that the span touches?"""
    return any(s.start < stop and start < s.stop and words in text[s.start : s.stop] for s in sentences(text))


def _shows(dispute: Json, fact: Fact, reports: list[Coded]) -> bool:
    where: list[set[int]] = []  # of each value: the reports whose marked words it rests on
    for value in fact.values:
        here: set[int] = set()
        for n, (r, words) in enumerate(zip(reports, dispute["words"], strict=True)):
            spans = [span for id, span in value.evidence if id == r.report.id]
            if words and any(_holds(r.report.text, s.start, s.stop, words) for s in spans):
                here.add(n)
        where.append(here)
    said = dispute["values"]
    pairs = ((a, b) for k, one in enumerate(where) for other in where[k + 1 :] for a in one for b in other)
    return any(said[a] != said[b] or (a == b and ";" in said[a]) for a, b in pairs)


def judged(part: str, encoder: Encoder, tell: bool = False) -> Counter[str]:
    """Counts of a part: ``planted``, ``found``, ``shown``, ``firm`` (contradicted), ``firm_false`` (of these: planted as no contradiction)."""
    count: Counter[str] = Counter()
    for group in groups(part):
        reports = coded(group)
        record = pipeline.merge(reports, encoder)
        facts = [f for s in record.stories for f in s.facts if f.verdict in CLASHES]
        disputes = group.get("disagree", [])
        matched = score.pairs(disputes, facts, lambda d, f, reports=reports: 0.0 if _shows(d, f, reports) else None)
        firm = [n for n, f in enumerate(facts) if f.verdict == "contradicted"]
        right = {j for i, j in matched if disputes[i]["kind"] == "contradicted"}
        count.update(planted=len(disputes), found=len(matched), shown=len(facts), firm=len(firm), firm_false=len(set(firm) - right))
        if tell:
            _tell(group, facts, {i for i, _ in matched}, {j for _, j in matched}, len(record.stories))
    return count


def _tell(group: Json, facts: list[Fact], found: set[int], used: set[int], stories: int) -> None:
    lost = [d for n, d in enumerate(group.get("disagree", [])) if n not in found]
    more = [f for n, f in enumerate(facts) if n not in used]
    if not lost and not more:
        return
    print(f"\n{group['id']} ({len(group['report'])} reports, {stories} stories)")
    for d in lost:
        print(f"  not shown: {d['kind']} {d['about']}: {' / '.join(d['words'])}")
    for f in more:
        print(f"  one too many: {f.verdict} {f.field}: {' / '.join(v.value for v in f.values)}")


def figures(part: str, encoder: Encoder, tell: bool = False) -> dict[str, float]:
    """Precision, recall and F1 of shown disagreements, and the share of firm contradictions that are none."""
    n = judged(part, encoder, tell)
    p, r = n["found"] / max(n["shown"], 1), n["found"] / max(n["planted"], 1)
    return {"p": p, "r": r, "f1": score.f1(p, r), "firm_false": n["firm_false"] / max(n["firm"], 1)}


def lines(encoder: Encoder, tell: bool = False) -> Iterator[tuple[str, dict[str, float]]]:
    """Each part with its figures. tell: print the failures of those that may be read."""
    for part in PARTS:
        yield part, figures(part, encoder, tell and part.endswith("read"))


if __name__ == "__main__":
    for part, values in lines(Encoder(), tell=sys.argv[1:] == ["read"]):
        print(f"{part:14}" + "  ".join(f"{k} {v:.3f}" for k, v in values.items()))
