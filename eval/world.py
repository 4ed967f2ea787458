"""``make world``: the world data against ../shared/data/kb and against themselves. Prints; changes nothing.

    python eval/world.py [--all]

Neither side is always right: which one is kept, and why, stands in the row's note. A difference whose row has a note is listed apart.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import itertools
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from khabar import packs, tables, world
from khabar.text import fold, tokenize

KB = Path(__file__).resolve().parents[2] / "shared" / "data" / "kb"
FROM = "2000"
SEATS = {"head-of-state": FROM, "head-of-government": FROM, "foreign-minister": FROM, "defence-minister": "2010"}
POSTS = {
    "head-of-state": (
        "president",
        "president of the republic",
        "king",
        "emir",
        "sultan",
        "monarch",
        "king of saudi arabia",
        "president of the united states",
        "federal president",
        "president of the united states of america",
        "president of the presidential council",
        "president of the people's republic of china",
    ),
    "head-of-government": (
        "prime minister",
        "chancellor",
        "federal chancellor",
        "premier",
        "president of the government",
        "chairman of the council of ministers",
    ),
    "foreign-minister": (
        "minister of foreign affairs",
        "minister for foreign affairs",
        "foreign minister",
        "secretary of state",
        "united states secretary of state",
        "foreign secretary",
        "secretary of state for foreign affairs",
        "secretary of state for foreign and commonwealth affairs",
        "secretary of state for foreign, commonwealth and development affairs",
        "federal minister for foreign affairs",
        "minister of external affairs",
        "minister of foreign affairs and cooperation",
    ),
    "defence-minister": (
        "minister of defence",
        "minister of defense",
        "secretary of defense",
        "secretary of state for defence",
        "united states secretary of defense",
        "minister of national defence",
        "minister of national defense",
    ),
}
_POST = {name: post for post, names in POSTS.items() for name in names}


@dataclass(frozen=True)
class Row:
    person: str  # Wikidata id where there is one, else the name
    name: str
    post: str
    state: str
    since: str
    until: str
    note: str = ""
    source: str = ""


def ours() -> list[Row]:
    w = packs.the_world()
    out = []
    for _, r in tables.read_tsv(tables.data_dir() / "world" / "tenures.tsv", world._COLUMNS["tenures"]):
        entity = w.entities.get(r["person"])
        if entity is not None and r["of"].startswith("state/"):
            out.append(
                Row(
                    entity.wikidata or r["person"],
                    entity.name("en"),
                    r["post"],
                    r["of"].removeprefix("state/"),
                    r["since"],
                    r["until"],
                    r["note"],
                    r["source"],
                )
            )
    return out


def theirs(folder: Path) -> list[Row]:
    file = folder / "officeholders.csv"
    if not file.is_file():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [
            Row(r["wikidata"], r["person"], post, r["iso3"], r["start"], r["end"])
            for r in csv.DictReader(lines)
            if (post := _POST.get(r["position"].strip().casefold())) and r["iso3"]
        ]
    return joined(rows)


def joined(rows: Sequence[Row]) -> list[Row]:
    """Terms of one person that follow each other are one: kb counts cabinets."""
    out: list[Row] = []
    for row in sorted(rows, key=lambda r: (r.state, r.post, r.person, r.since)):
        last = out[-1] if out else None
        if last is not None and (last.state, last.post, last.person) == (row.state, row.post, row.person):
            end, begin = last_day(last.until), first_day(row.since)
            if end is not None and begin is not None and (begin - end).days <= 62:
                out[-1] = replace(last, until="" if not row.until else max(last.until, row.until))
                continue
        out.append(row)
    return out


# ------------------------------------------------------------------ days


def first_day(value: str) -> datetime.date | None:
    parts = [int(x) for x in value.split("-") if x.isdigit()]
    return datetime.date(*([*parts, 1, 1])[:3]) if parts else None


def last_day(value: str) -> datetime.date | None:
    parts = [int(x) for x in value.split("-") if x.isdigit()]
    if len(parts) == 3:
        return datetime.date(*parts)
    if len(parts) == 2:
        return datetime.date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1) - datetime.timedelta(1)
    return datetime.date(parts[0], 12, 31) if parts else None


def agree(one: str, other: str) -> bool:
    """As far as both say it: "2014" and "2014-06-08" agree, and so do two days of one change of hands."""
    if not one or not other:
        return True
    n = min(len(one), len(other))
    if one[:n] == other[:n]:
        return True
    a, b = first_day(one), first_day(other)
    return n == 10 and a is not None and b is not None and abs((a - b).days) <= 1


# ------------------------------------------------------------------ reports


class Page:
    def __init__(self, everything: bool) -> None:
        self.everything = everything

    def show(self, title: str, rows: Iterable[str]) -> None:
        found = list(rows)
        sys.stdout.write(f"\n{title}: {len(found)}\n")
        for row in found if self.everything else found[:25]:
            sys.stdout.write(f"  {row}\n")
        if len(found) > 25 and not self.everything:
            sys.stdout.write(f"  … {len(found) - 25} more (--all)\n")


def against_kb(page: Page, mine: Sequence[Row], folder: Path) -> None:
    kb = theirs(folder)
    if not kb:
        sys.stdout.write(f"\n{folder} is not here: nothing to compare with\n")
        return
    by_seat: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in mine:
        by_seat[row.post, row.state].append(row)
    names = {fold(row.name): row.person for row in mine}
    differs, noted, missing = [], [], []
    matched = 0
    for row in kb:
        seat = by_seat.get((row.post, row.state), [])
        if (row.until and row.until < SEATS[row.post]) or (not seat):
            continue
        same = [m for m in seat if m.person == row.person or fold(m.name) == fold(row.name)]
        if not same:
            if row.since >= SEATS[row.post] or row.until:
                known = " (we know the person)" if fold(row.name) in names or any(m.person == row.person for m in mine) else ""
                missing.append(f"{row.state} {row.post}: {row.name} {row.person} {row.since or '?'}..{row.until or '?'}{known}")
            continue
        hit = min(same, key=lambda m: (not agree(m.since, row.since)) + (not agree(m.until, row.until)))
        matched += 1
        if not agree(hit.since, row.since) or (row.until and hit.until and not agree(hit.until, row.until)):
            line = f"{row.state} {row.post}: {hit.name}: ours {hit.since or '?'}..{hit.until or '?'}, kb {row.since or '?'}..{row.until or '?'}"
            (noted if hit.note else differs).append(line + (f"  [{hit.note}]" if hit.note else ""))
    sys.stdout.write(f"\nkb: {len(kb)} rows on these four posts, {matched} of them are tenures of ours\n")
    page.show("tenures that differ from kb, no note says why", differs)
    page.show("tenures that differ from kb, with a note", noted)
    page.show("tenures of kb that we have not, in seats that we cover", missing)
    ids = {r.person for r in kb}
    page.show(
        "ids that a kb source should have and has not",
        (
            f"{m.name} {m.person} {m.post} {m.state}"
            for m in mine
            if m.source.startswith("kb/officeholders") and m.post in SEATS and m.person.startswith("Q") and m.person not in ids
        ),
    )


def seats(page: Page, mine: Sequence[Row]) -> None:
    """Gaps and overlaps of more than a month in the seats that only one can hold."""
    gaps, overlaps, open_ends = [], [], []
    by_seat: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in mine:
        if row.post in SEATS:
            by_seat[row.state, row.post].append(row)
    for (state, post), held in sorted(by_seat.items()):
        known = sorted((r for r in held if first_day(r.since)), key=lambda r: (r.since, r.until or "9999"))
        for before, after in itertools.pairwise(known):
            end, begin = last_day(before.until), first_day(after.since)
            assert begin is not None
            if end is None:
                open_ends.append(f"{state} {post}: {before.name} has no end, {after.name} begins {after.since}")
            elif (begin - end).days > 31 and after.since[:4] >= SEATS[post]:
                gaps.append(f"{state} {post}: nobody from {end} to {begin} ({before.name}, {after.name})")
            elif (end - begin).days > 31:
                noted = f"  [{before.note or after.note}]" if before.note or after.note else ""
                overlaps.append(f"{state} {post}: {before.name} to {before.until}, {after.name} from {after.since}{noted}")
    page.show("gaps of more than a month in one post", gaps)
    page.show("overlaps of more than a month in one post", overlaps)
    page.show("ends left open before somebody else begins", open_ends)
    page.show("tenures without a beginning", (f"{r.state} {r.post}: {r.name}" for r in mine if r.post in SEATS and not r.since))


def names(page: Page) -> None:
    w = packs.the_world()
    page.show("people without an Arabic form", (e.id for e in w.entities.values() if e.kind == "person" and "ar" not in dict(e.names)))
    page.show("people without a tenure", (e.id for e in w.entities.values() if e.kind == "person" and e.id not in w.tenures_by))
    claimed: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for forms in w.names.values():
        for name in forms:
            if name.what == "entity":
                claimed[name.tokens].add(name.ref)
    twins = []
    for tokens, refs in sorted(claimed.items()):
        if len(refs) > 1 and not _one_thing(refs):
            twins.append(f"{' '.join(tokens)}: {', '.join(sorted(refs))}")
    page.show("spellings claimed by two entities", twins)
    latin: dict[str, set[str]] = defaultdict(set)
    for e in w.entities.values():
        if e.kind == "person":
            latin[" ".join(t.fold for t in tokenize(e.name("en")))].add(e.id)
    page.show("people of one English name", (f"{n}: {', '.join(sorted(ids))}" for n, ids in sorted(latin.items()) if len(ids) > 1))
    page.show("references that lead nowhere", w.dangling())


def _one_thing(refs: set[str]) -> bool:
    """A palace and the presidency in it, a city and the government it stands for: the reading decides, both are meant."""
    w = packs.the_world()
    kinds = {w.entities[r].kind for r in refs}
    countries = {w.entities[r].country for r in refs}
    return len(countries) == 1 and len(refs) == 2 and "place" in kinds and len(kinds) == 2


def sources() -> None:
    sys.stdout.write("\nrows, and the share that nobody has checked\n")
    rows = unchecked = 0
    for path in sorted((tables.data_dir() / "world").iterdir(), key=lambda p: p.name):
        table = path.name.removesuffix(".tsv")
        if path.name.endswith(".tsv") and "source" in world._COLUMNS.get(table, ()):
            kinds = Counter(
                r["source"].partition(":")[0].partition("/")[0] if "://" not in r["source"] else "page"
                for _, r in tables.read_tsv(path, world._COLUMNS[table])
            )
            total = sum(kinds.values())
            rows, unchecked = rows + total, unchecked + kinds["unchecked"]
            sys.stdout.write(
                f"  {path.name:<20} {total:>6} rows  {kinds['unchecked'] / max(total, 1):5.0%} unchecked   {dict(kinds.most_common(5))}\n"
            )
    sys.stdout.write(f"  {'all':<20} {rows:>6} rows  {unchecked / max(rows, 1):5.0%} unchecked\n")


def main() -> None:
    parser = argparse.ArgumentParser(description="Checks data/world against ../shared/data/kb and against itself.")
    parser.add_argument("--all", action="store_true", help="print every line")
    parser.add_argument("--kb", type=Path, default=KB, help="the folder of reference facts")
    args = parser.parse_args()
    page = Page(args.all)
    mine = ours()
    sources()
    against_kb(page, mine, args.kb)
    seats(page, mine)
    names(page)


if __name__ == "__main__":
    main()
