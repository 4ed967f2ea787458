"""Reuse on planted copies, and the record at scale: what `make bench` prints of it.

Built at run time from ../shared/data/news, whose articles are real; nothing of them is kept. Two kinds of planted sets:
``whole`` (a copy of an article with 5-40 % of its words replaced, left out, added or swapped) and ``part`` (two to four sentences of
an article, up to 20 % of their words changed, inside another article). A copy counts as found when half of its characters are
marked on both sides; the articles copy each other too, so pairs that are found without any planting are left out of precision.
"""

from __future__ import annotations

import json
import lzma
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from khabar.model import Item, Outlet, Report, Span
from khabar.record import reuse
from khabar.text import sentences

NEWS = Path(__file__).resolve().parents[2] / "shared" / "data" / "news" / "saudinewsnet.jsonl.xz"
SHARES = {"whole": (0.05, 0.1, 0.2, 0.3, 0.4), "part": (0.0, 0.05, 0.1, 0.2)}


@dataclass(frozen=True)
class Plant:
    """Where a passage of ``source`` stands in ``target``, and what share of its words was changed."""

    source: int
    target: int
    here: Span
    there: Span
    share: float


def articles(count: int, least: int = 60, seed: int = 3) -> list[str]:
    """Texts of at least so many words, no two with the same beginning, in a fixed random order."""
    found: dict[str, str] = {}
    with lzma.open(NEWS, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"].strip()
            if len(text.split()) >= least:
                found.setdefault(text[:80], text)
    out = list(found.values())
    random.Random(seed).shuffle(out)
    return out[:count]


def edited(words: Sequence[str], share: float, others: Sequence[str], rng: random.Random) -> list[str]:
    """About so many of the words replaced, left out, added or swapped with the next one."""
    out: list[str] = []
    k = 0
    while k < len(words):
        how = rng.random() if rng.random() < share else 2.0
        if how < 0.5:
            out.append(rng.choice(others))
        elif 0.7 <= how < 0.85:
            out += [words[k], rng.choice(others)]
        elif 0.85 <= how < 1 and k + 1 < len(words):
            out += [words[k + 1], words[k]]
            k += 1
        elif not 0.5 <= how < 0.7:
            out.append(words[k])
        k += 1
    return out


def planted(count: int, kind: str, seed: int = 1) -> tuple[list[Report], list[Plant], list[Report]]:
    """So many reports, half of them with something planted; where; and the articles that went into them, unplanted."""
    rng = random.Random(seed)
    texts = articles(count)
    half = len(texts) // 2
    base, hosts = texts[:half], texts[half:]
    others = [w for t in texts[:400] for w in t.split()]
    out, plants = list(base), []
    for k, source in enumerate(base):
        share = rng.choice(SHARES[kind])
        if kind == "whole":
            text = " ".join(edited(source.split(), share, others, rng))
            plants.append(Plant(k, len(out), Span(0, len(source)), Span(0, len(text)), share))
        else:
            told = [s for s in sentences(source) if 8 <= len(s.of(source).split()) <= 60]
            host = hosts[k % len(hosts)]
            if len(told) < 2:
                out.append(host)
                continue
            n = min(rng.randint(2, 4), len(told))
            at = rng.randrange(len(told) - n + 1)
            here = Span(told[at].start, told[at + n - 1].stop)
            piece = " ".join(edited(here.of(source).split(), share, others, rng))
            cut = rng.choice([s.stop for s in sentences(host)] or [len(host)])
            before = host[:cut].rstrip()
            text = f"{before}\n{piece}\n{host[cut:].lstrip()}"
            plants.append(Plant(k, len(out), here, Span(len(before) + 1, len(before) + 1 + len(piece)), share))
        out.append(text)
    return [report(n, t) for n, t in enumerate(out)], plants, [report(n, t) for n, t in enumerate(base + hosts)]


def report(n: int, text: str) -> Report:
    return Report(f"r{n:06}", None, None, None, Outlet(None), None, "ar", text, None, (Item("", Span(0, len(text))),))


def score(count: int, kind: str) -> tuple[str, dict[str, float]]:
    """A line to print, and the figures: recall, precision, recall_chars, precision_chars, reports a second."""
    reports, plants, plain = planted(count, kind)
    begin = time.process_time()
    words, _ = reuse.read_words(reports)
    middle = time.process_time()
    found = reuse.by_pair(reuse.copies(words))
    end = time.process_time()
    # Which article each report was made of: pairs whose articles are copies of each other are no mistakes.
    natural = set(reuse.by_pair(reuse.copies(reuse.read_words(plain)[0])))
    half = len(reports) // 2
    made_of = {n: {n} for n in range(len(plain))} | {p.target: {p.source, *([half + p.source % half] if kind == "part" else [])} for p in plants}
    truth = {(p.source, p.target): p for p in plants}
    hits, chars, marked, given = 0, 0, 0, 0
    lost: Counter[float] = Counter()
    for pair, plant in truth.items():
        both = len(plant.here) + len(plant.there)
        got = 0
        for p in found.get(pair, ()):
            here, there = words[p.a].span(p.a0, p.a1), words[p.b].span(p.b0, p.b1)
            got += common(here, plant.here) + common(there, plant.there)
            given += len(here) + len(there)
        chars, marked = chars + both, marked + got
        if 2 * got >= both:
            hits += 1
        else:
            lost[plant.share] += 1
    wrong = 0
    for a, b in found.keys() - truth.keys():
        roots = {(min(x, y), max(x, y)) for x in made_of.get(a, {a}) for y in made_of.get(b, {b})}
        wrong += not any(x == y or (x, y) in natural for x, y in roots)
    planted_of = Counter(p.share for p in plants)
    figures = {
        "recall": hits / max(len(plants), 1),
        "precision": hits / max(hits + wrong, 1),
        "recall_chars": marked / max(chars, 1),
        "precision_chars": marked / max(given, 1),
        "candidates_and_spans_a_second": len(reports) / max(end - middle, 1e-9),
    }
    line = (
        f"{len(reports):,} reports, {len(plants):,} planted ({kind}): recall {figures['recall']:.3f} precision {figures['precision']:.3f}; "
        f"characters {figures['recall_chars']:.3f} / {figures['precision_chars']:.3f}; reading {len(reports) / (middle - begin):,.0f}/s, "
        f"copies with spans {figures['candidates_and_spans_a_second']:,.0f}/s; lost by share of changed words "
        + " ".join(f"{s:.0%} {lost[s] / n:.3f}" for s, n in sorted(planted_of.items()))
    )
    return line, figures


def common(one: Span, other: Span) -> int:
    return max(0, min(one.stop, other.stop) - max(one.start, other.start))
