"""Ways to say what the sixteen types of event are: how many are coded, with whom and with what status.

    python eval/expressions.py [A|B|C|D|E|F|G|H|I|J [TYPE ...]]

expressions.tsv holds some 5,700 sentences of our own, each with one act in other words, written from knowledge of the wires before
anybody looked at the frames; lines whose type begins with "!" look like that type and are none. Part A may be read while rules are
written; of B nobody reads more than the totals, since it measures what A's words win for words that nobody has looked at; C was written
later. D and E are to each other what A and B are, in the wires' longer sentences: a lead with its source, insertions, passives, verbal
nouns, stances told as sayings. F and G are again such a pair, of plain sentences in ways that unseen reports had shown to be missing.
H is the largest, of plain sentences each with another verb, noun or kind of object; it may be read.
I and J are a pair again: the bare constructions of acts in real reports (predicate, object, insertions), told of other lands in our words.
Without arguments: totals of every part and type. With a part, and types: its failures too (B, E, G and J are never printed).

A row is right when one event has the type, the status (alternatives behind "|"; ongoing counts as happened) and exactly these at its
ends: an ISO code stands for everybody of that state, an id of the world for itself or its people, "*" for anybody, "-" for nobody with
a country; "?" behind one: may be left out. Meetings, agreements and cooperation have one side only, and an attack of two on each other.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import khabar
from khabar.packs import the_world

ROWS = Path(__file__).with_name("expressions.tsv")
DAY = "2023-05-10"
UNREAD = ("B", "E", "G", "J")  # parts that are only counted
TOGETHER = ("CONSULT", "AGREE", "COOPERATE")


def is_right(row: dict[str, str], events: Sequence[khabar.Event]) -> bool:
    """Does one of the events say what the row says (for a look-alike: none has its type)?"""
    kind = row["type"]
    if kind.startswith("!"):
        return all(e.type != kind[1:] for e in events)
    statuses = set(row["status"].split("|"))
    return any(
        e.type == kind and ({e.status} | ({"happened"} if e.status == "ongoing" else set())) & statuses and _ends(row, e) for e in events
    )


def _ends(row: dict[str, str], e: khabar.Event) -> bool:
    actors, recipients = ([t for t in row[side].split() if t != "-"] for side in ("actors", "recipients"))
    if row["type"] in TOGETHER or (row["type"] == "ASSAULT" and len(actors) > 1):
        return _side([*actors, *recipients], [*e.actors, *e.recipients])
    return _side(actors, e.actors) and _side(recipients, e.recipients)


def _side(wanted: Sequence[str], given: Sequence[khabar.Participant]) -> bool:
    named = [p for p in given if p.country or (p.entity or "").startswith("org/")]
    ids = [w.rstrip("?") for w in wanted]
    everybody = all(any(_is(w, p) for p in given) for w in ids if not wanted[ids.index(w)].endswith("?"))
    return everybody and ("*" in ids or all(any(_is(w, p) for w in ids) for p in named))


def _is(wanted: str, p: khabar.Participant) -> bool:
    if wanted == "*":
        return True
    if not wanted.startswith("org/"):
        return p.country == wanted
    owner = the_world().entities.get(wanted)
    man = (p.entity or "").startswith("person/") and owner is not None and p.country == owner.country
    return p.entity == wanted or man


def measure(part: str | None = None, types: Sequence[str] = (), tell: bool = False) -> dict[tuple[str, str], tuple[int, int]]:
    """(part, type, "all" or "look-alikes") -> rows that are right, rows. tell: print what failed, with what was coded (never of B, E, G and J)."""
    with ROWS.open(encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if part in (None, r["part"])]
    right: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for row in rows:
        alike, name = row["type"].startswith("!"), row["type"].removeprefix("!")
        if types and name not in types:
            continue
        events = khabar.code(row["sentence"], language="ar", published=DAY).events
        good = is_right(row, events)
        for key in ((row["part"], "look-alikes"),) if alike else ((row["part"], name), (row["part"], "all")):
            seen[key] += 1
            right[key] += good
        if tell and not good and row["part"] not in UNREAD:
            told = "; ".join(f"{e.type} {e.status} {[p.text for p in e.actors]} > {[p.text for p in e.recipients]}" for e in events)
            print(f"{row['type']} {row['status']} {row['actors']} > {row['recipients']} | {row['sentence']}\n    {told or 'nothing'}")
    return {key: (right[key], n) for key, n in sorted(seen.items())}


if __name__ == "__main__":
    for (part, name), (good, n) in measure(next(iter(sys.argv[1:]), None), sys.argv[2:], tell=len(sys.argv) > 1).items():
        print(f"{part} {name:12} {good:4} of {n:4} ({good / n:.3f})")
