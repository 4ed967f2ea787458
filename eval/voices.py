"""Statements and relations that readers found in real news (eval/gold/news/statements.tsv, relations.tsv), scored by the real gold's own scorer."""

from __future__ import annotations

import csv
import importlib
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from labelled import articles

Row = dict[str, str]
_NAMED = (("statements.tsv", ("named",)), ("relations.tsv", ("subject", "object")))  # of each file: whose names are told by their place


def read(folder: Path) -> dict[str, dict[str, list[Row]]]:
    """Article -> its rows by file; one row of kind "-" where a reader found nothing."""
    out: dict[str, dict[str, list[Row]]] = defaultdict(lambda: {name: [] for name, _ in _NAMED})
    for name, _ in _NAMED:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                out[row["article"]][name].append(row)
    return out


def _words(row: Row, text: str, name: str = "") -> str:
    """The words at a place that the row gives; none where it gives none."""
    start, stop = (row[f"{name}_{end}" if name else end] for end in ("start", "stop"))
    return text[int(start) : int(stop)] if start.isdigit() else ""


def _arabic(rows: dict[str, list[Row]], text: str) -> Iterator[tuple[str, str]]:
    """(English name, words by which the article names it)."""
    for file, names in _NAMED:
        for row in rows[file]:
            for name in names:
                english = row["speaker_en" if name == "named" else f"{name}_en"]
                if words := _words(row, text, name):
                    yield english, words


def score(folder: Path, news: Path, gold: Path, record: Callable[[dict[str, Any]], Any]) -> dict[str, dict[str, float]]:
    """Part -> precision, recall and F1 of statements with their speaker, of statements whoever speaks, and of relations.

    news: the articles; gold: folder of the real gold's scorer; record: an article -> its record, or None where it cannot be read.
    """
    sys.path.insert(0, str(gold))
    scorer, match = (importlib.import_module(name) for name in ("score_gold", "gold_match"))
    wanted, tallies = read(folder), {}
    for article in articles(news, wanted):
        rows = wanted[article["id"]]
        first = next(r for found in rows.values() for r in found)
        text = article["text"].strip()[: int(first["chars"])]
        if (made := record(article | {"text": text})) is None:
            continue
        entities, arabic = {e["id"]: e for e in made["entities"]}, defaultdict(set)
        for english, words in _arabic(rows, text):
            arabic[match.fold(english)].add(words)
        said = [r for r in rows["statements.tsv"] if r["kind"] != "-"]
        report = {
            "text": made["reports"][0]["text"],
            "statements": [{"anchor": _words(r, text), "speaker": r["speaker_en"], "kind": r["kind"]} for r in said],
            "relations": [
                {"anchor": _words(r, text), "subject": r["subject_en"], "relation": r["relation"], "object": r["object_en"]}
                for r in rows["relations.tsv"]
            ],
        }
        tally = tallies.setdefault(first["part"], scorer.Tally())
        scorer.score_statements(tally, report, made["statements"], entities, arabic)
        scorer.score_relations(tally, report, made["relations"], entities, arabic)
    return {part: _figures(tally.prf) for part, tally in sorted(tallies.items())}


def _figures(counts: dict[str, list[int]]) -> dict[str, float]:
    out: dict[str, float] = {}
    for name, (found, given, gold) in counts.items():
        out |= {f"{name}_found": float(found), f"{name}_given": float(given), f"{name}_gold": float(gold)}
        out |= {f"{name}_p": found / max(given, 1), f"{name}_r": found / max(gold, 1), f"{name}_f1": 2 * found / max(given + gold, 1)}
    return out
