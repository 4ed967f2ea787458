"""Does the search find what is there? Queries with known answers (eval/search.toml) over the examples, our own gold and the news.

    python eval/search.py [--news N] [--store PATH]

The news are read from ../shared where they are, and are in no part of this checkout. For N articles, evenly chosen, the first words of
their title are asked for, typed as people type (no hamza, ه for ة, ي for ى). PATH keeps the store for the next time.
Exit status 1: a query that should find something finds nothing.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import khabar
from khabar import ingest, keeping, pipeline
from khabar.store import Shelf

HERE = Path(__file__).resolve().parent
NEWS = HERE.parents[1] / "shared" / "data" / "news" / "saudinewsnet.jsonl.xz"
KNOWN = 40  # articles whose title is asked for


@dataclass
class Tally:
    """queries; those whose first hit is right, whose first ten hold a right one; found and right of the ten, found of all."""

    queries: int = 0
    first: int = 0
    ten: int = 0
    empty: list[str] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    found: list[float] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def sources(folder: Path, news: int) -> list[str]:
    """Paths of everything that is searched: examples, own gold and news as JSON Lines."""
    own = folder / "gold.jsonl"
    with own.open("w", encoding="utf-8") as out:
        for path in sorted((HERE / "gold" / "ar").glob("*.json")):
            case = json.loads(path.read_text("utf-8"))
            for r in case.get("reports", ()):
                row = {k: r.get(k) for k in ("id", "title", "text", "published", "outlet") if isinstance(r.get(k), str)}
                out.write(json.dumps({**row, "language": "ar"}, ensure_ascii=False) + "\n")
    paths = [*map(str, khabar.examples()), str(own)]
    if NEWS.is_file() and news:
        rows = folder / "news.jsonl"
        with lzma.open(NEWS, "rt", encoding="utf-8") as lines, rows.open("w", encoding="utf-8") as out:
            number = 0
            for line in lines:
                r = json.loads(line)
                if number < news and r["text"].strip():
                    number += 1
                    row = {k: r[k] for k in ("id", "title", "text", "url", "outlet")} | {"published": r["extracted"][:10]}
                    out.write(json.dumps({**row, "language": "ar"}, ensure_ascii=False) + "\n")
        paths.append(str(rows))
    return paths


def fill(store: str, news: int) -> None:
    """Everything kept in a store; its stories are not needed here."""
    shelf = Shelf(store)
    held = shelf.ids()
    with tempfile.TemporaryDirectory() as folder:
        raws = (r for r in pipeline.raws(sources(Path(folder), news)) if not isinstance(r, pipeline.Failure))
        for ready in keeping.prepare_all((r for r in raws if ingest.identity(r) not in held), 2):
            keeping.put(shelf, ready)
    shelf.close()


def typed(words: str) -> str:
    """As many people type: no hamza on the alif, no marks, ه for ة, ي for ى."""
    return re.sub("[\u064b-\u0652\u0640]", "", words).translate(str.maketrans("أإآةى", "اااهي"))


def answers(reports: list[khabar.Report]) -> Iterator[tuple[str, str, set[str]]]:
    """(kind, query, ids of the right reports)."""
    asked = tomllib.loads((HERE / "search.toml").read_text("utf-8"))
    for row in asked["own"]:
        right = {r.id for r in reports if (r.source_id or Path(r.path or "").name).startswith(row["find"])}
        yield from (("own", q, right) for q in row["queries"])
    news = [r for r in reports if r.url]
    if news:
        for row in asked["news"]:
            pattern = re.compile(row["pattern"])
            right = {r.id for r in reports if pattern.search(r.text) or pattern.search(r.title or "")}
            yield from (("news", q, right) for q in row["queries"])
        for r in news[:: max(len(news) // KNOWN, 1)][:KNOWN]:
            words = (r.title or "").split()[:6]
            same = {x.id for x in news if x.title == r.title}
            yield "title", typed(" ".join(words)).replace('"', " ").replace("-", " "), same
    yield from (("nothing", q, set()) for row in asked["nothing"] for q in row["queries"])


def run(store: khabar.Store) -> int:
    reports = list(store.reports())
    say(f"{len(reports):,} reports")
    tallies: dict[str, Tally] = {}
    times = []
    for kind, query, right in answers(reports):
        begin = time.perf_counter()
        hits = store.search(query, limit=10)
        times.append(time.perf_counter() - begin)
        t = tallies.setdefault(kind, Tally())
        t.queries += 1
        ids = [h.report for h in hits if h.complete]
        if kind == "nothing":
            t.first += not ids
            t.missed += [query] * bool(ids)
            continue
        if not hits:
            t.empty.append(query)
        good = [i in right for i in ids or [h.report for h in hits]]
        t.first += good[:1] == [True]
        t.ten += any(good)
        if good[:1] != [True]:
            t.missed.append(f"{query} ({good.index(True) + 1 if any(good) else 'not in ten'})")
        if kind == "news":
            t.right.append(sum(good) / max(len(good), 1))
            everything = {h.report for h in store.search(query, limit=len(reports)) if h.complete}
            t.found.append(len(everything & right) / max(len(right), 1))
    for kind, t in tallies.items():
        line = f"{kind:<8} {t.queries:>4} queries  first hit right {t.first}"
        if kind != "nothing":
            line += f"  a right one in ten {t.ten}  empty {len(t.empty)}"
        if t.found:
            line += f"  of ten right {sum(t.right) / len(t.right):.3f}  of all found {sum(t.found) / len(t.found):.3f}"
        say(line)
        for miss in t.missed:
            say(f"         missed: {miss}")
    times.sort()
    say(f"a search: median {median(times) * 1000:.0f} ms, 99th percentile {times[int(len(times) * 0.99)] * 1000:.0f} ms")
    return sum(len(t.empty) for t in tallies.values())


def main() -> None:
    parser = argparse.ArgumentParser(description="Does the search find what is there?")
    parser.add_argument("--news", type=int, default=5000, metavar="N")
    parser.add_argument("--store", help="kept for the next time")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.store or str(Path(folder) / "search.db")
        fill(path, args.news)
        with khabar.Store(path, readonly=True) as store:
            sys.exit(1 if run(store) else 0)


if __name__ == "__main__":
    main()
