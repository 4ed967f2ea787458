"""``make world``: the world data against ../shared/data/kb and against themselves. Prints; changes nothing.

    python eval/world.py [--all] [--kb FOLDER] [--counts docs/world.md]

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
        "chairman of the transitional military council",
        "chairman of the sovereignty council",
        "chairman of the presidential council",
    ),
    "head-of-government": (
        "prime minister",
        "chancellor",
        "federal chancellor",
        "premier",
        "president of the government",
        "chairman of the council of ministers",
        "premier of the state council",
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
        "federal minister of foreign affairs",
        "minister of europe and foreign affairs",
        "minister of external affairs",
        "minister of foreign affairs and cooperation",
    ),
    "defence-minister": (
        "minister of defence",
        "minister of defense",
        "secretary of defense",
        "secretary of defence",
        "federal minister of defence",
        "minister of the armed forces",
        "minister of defence and armed forces logistics",
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
    rival: bool = False  # of a government beside the recognised one: the seat hangs on its organisation


def ours() -> list[Row]:
    w = packs.the_world()
    out = []
    for _, r in tables.read_tsv(tables.data_dir() / "world" / "tenures.tsv", world._COLUMNS["tenures"]):
        entity, of = w.entities[r["person"]], w.entity(r["of"])
        rival = of.kind != "state" and r["post"] in SEATS and of.country is not None
        if of.kind == "state" or rival:
            seat = (entity.wikidata or r["person"], entity.name("en"), r["post"], of.country or "", r["since"], r["until"])
            out.append(Row(*seat, r["note"], r["source"], rival))
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
    seated: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in mine:
        seated[row.post, row.state].append(row)
    names = {fold(row.name): row.person for row in mine}
    differs, noted, missing = [], [], []
    matched = 0
    for row in kb:
        seat = seated.get((row.post, row.state), [])
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


def sure(before: str, after: str) -> int:
    """Days by which a term that ends ``before`` surely runs into one that begins ``after``: two bare years prove nothing."""
    end, begin = first_day(before), last_day(after)
    return (end - begin).days if end and begin else 0


def seats(page: Page, mine: Sequence[Row]) -> None:
    """Gaps and overlaps of more than a month in the seats that only one can hold.

    A gap is explained where a note at its edge says ``vacant``, an overlap where one of its rows has a note.
    """
    gaps, empty, overlaps, noted, open_ends = [], [], [], [], []
    for (state, post), held in sorted(by_seat(mine).items()):
        known = sorted((r for r in held if first_day(r.since)), key=lambda r: (r.since, r.until or "9999"))
        for before, after in itertools.pairwise(known):
            end, begin = last_day(before.until), first_day(after.since)
            assert begin is not None
            rest = [r for r in known if r is not before and r is not after and first_day(r.since) < begin]  # type: ignore[operator]
            if end is None:
                if not before.note and not after.note:
                    open_ends.append(f"{state} {post}: {before.name} has no end, {after.name} begins {after.since}")
            elif (begin - end).days > 31 and after.since[:4] >= SEATS[post]:
                if not any(r.until == "" or (last_day(r.until) or end) > end for r in rest):
                    why = next((n for n in (after.note, before.note) if "vacant" in n), "")
                    line = f"{state} {post}: nobody from {end} to {begin} ({before.name}, {after.name})"
                    empty.append(f"{line}  [{why}]") if why else gaps.append(line)
            elif sure(before.until, after.since) > 31:
                line = f"{state} {post}: {before.name} to {before.until}, {after.name} from {after.since}"
                why = " / ".join(n for n in (before.note, after.note) if n)
                noted.append(f"{line}  [{why}]") if why else overlaps.append(line)
    page.show("gaps of more than a month in one post", gaps)
    page.show("such gaps that a note explains", empty)
    page.show("overlaps of more than a month in one post", overlaps)
    page.show("such overlaps that a note explains", noted)
    page.show("ends left open before somebody else begins", open_ends)
    page.show("tenures without a beginning", (f"{r.state} {r.post}: {r.name}" for r in mine if r.post in SEATS and not r.since and not r.note))


def by_seat(mine: Sequence[Row]) -> dict[tuple[str, str], list[Row]]:
    out: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in mine:
        if row.post in SEATS and not row.rival:
            out[row.state, row.post].append(row)
    return out


# ------------------------------------------------------------------ floors



def codes(*lines: str) -> list[str]:
    return " ".join(lines).split()


ARAB = "DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SOM SDN SYR TUN ARE YEM"
FIRST = codes(ARAB, "USA RUS CHN GBR FRA TUR IRN ISR ETH ERI SSD KEN UGA")
REST = codes(
    "MLI NER TCD BFA IND PAK AFG BGD LKA NPL KAZ UZB KGZ TJK TKM DEU ITA ESP PRT NLD BEL LUX IRL DNK SWE FIN AUT GRC CYP MLT",
    "POL CZE SVK HUN ROU BGR SVN HRV EST LVA LTU SRB BIH MNE MKD ALB KOS UKR BLR ARM AZE GEO MDA JPN KOR PRK CAN AUS BRA ZAF NGA",
)
AT_WAR = codes(
    "SYR IRQ YEM LBY SDN SSD SOM ETH UKR RUS ISR LBN AFG ARM AZE MLI NER BFA SAU ARE QAT KWT BHR OMN JOR EGY MAR DZA TUN IRN TUR USA",
    "GBR FRA DEU ITA IND PAK POL CHN KOR JPN EST LVA LTU CAN ESP NLD BEL PRT DNK NOR SWE FIN ROU BGR HUN GRC CZE SVK HRV",
    "GEO BLR SRB TWN AUS PHL UGA RWA COD NGA KEN",
)
# Whose king or queen reigns elsewhere, or by turns and without a name in the news; whose president is the only head.
NO_HEAD_OF_STATE = codes("CAN AUS MYS")
NO_HEAD_OF_GOVERNMENT = codes("COM USA IRN ERI SSD TKM CYP BRA ZAF NGA KEN AFG")
HEADS = {  # (post, organisation): what it has had all the time since
    ("secretary-general", "org/un"): "2000",
    ("secretary-general", "org/nato"): "2000",
    ("secretary-general", "org/arab-league"): "2000",
    ("secretary-general", "org/gcc"): "2000",
    ("secretary-general", "org/oic"): "2000",
    ("director-general", "org/iaea"): "2000",
    ("president-of-commission", "org/european-commission"): "2000",
    ("high-representative", "org/eu"): "2000",
    ("president-of-commission", "org/au-commission"): "2003-09",
    ("prosecutor", "org/icc"): "2003",
}
SENT = ("envoy", "special-representative")
SENDERS = ("org/un", "org/eu", "org/african-union", "org/osce", "state/USA", "state/RUS", "state/CHN")
CONFLICTS = codes("state/LBY state/SYR state/YEM state/SDN state/ESH state/AFG state/IRN state/UKR place/middle-east place/horn-of-africa")
PAIRS = 36  # of senders and conflicts; most others never had an envoy
MANDATES = {  # about: what the UN's envoy is for, and since when there has been one
    "state/LBY": "2011-10",
    "state/SYR": "2012-03",
    "state/YEM": "2012",
    "state/SDN": "2005",
    "state/ESH": "2000",
    "state/AFG": "2002-04",
    "state/IRQ": "2003-06",
    "state/LBN": "2005",
    "place/middle-east": "2000",
}


def share(rows: Iterable[Row], since: str, until: str = "2025-12-31") -> float:
    """Of the days from ``since`` to ``until``, the share on which it is known who of ``rows`` holds the post, or that nobody does."""
    start, stop = first_day(since), last_day(until)
    assert start is not None
    assert stop is not None
    days = [False] * ((stop - start).days + 1)
    rows = list(rows)
    for row in rows:
        begin, end = first_day(row.since) or start, last_day(row.until) or stop
        if "vacant before" in row.note:  # back to whoever left before he came, of all governments
            begin = max((left for r in rows if (left := last_day(r.until)) and left < begin), default=start)
        end = stop if "vacant after" in row.note else end
        for n in range((max(begin, start) - start).days, (min(end, stop) - start).days + 1):
            days[n] = True
    return sum(days) / len(days)


def floors(page: Page, mine: Sequence[Row]) -> None:
    """How much of what is asked for there is: counts, and the share of days with a known holder. Whom rival rows of a seat name counts too."""
    w = packs.the_world()
    seat: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in mine:
        seat[row.post, row.state].append(row)
    short: list[str] = []

    def tell(what: str, have: float, want: float, form: str = "{:.0f}") -> None:
        word = "pass " if have >= want else "short"
        sys.stdout.write(f"  {word} {what}: {form.format(have)} (at least {form.format(want)})\n")

    def held(what: str, post: str, states: Iterable[str], since: str, but: Iterable[str] = ()) -> None:
        shares = {s: share(seat[post, s], max(since, BEGAN.get(s, since))) for s in states if s not in but}
        short.extend(f"{post} {s}: {v:.0%} of the days since {max(since, BEGAN.get(s, since))}" for s, v in shares.items() if v < 0.95)
        tell(f"{what}, states with a holder on 95 % of the days", sum(v >= 0.95 for v in shares.values()), len(shares))

    bodies: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for _, r in tables.read_tsv(tables.data_dir() / "world" / "tenures.tsv", world._COLUMNS["tenures"]):
        if r["of"].startswith("org/"):
            about = r["about"] if (r["post"], r["of"]) == ("envoy", "org/un") else ""
            bodies[r["post"], r["of"], about].append(Row(r["person"], "", r["post"], r["of"], r["since"], r["until"], r["note"]))
    kinds = Counter(e.kind for e in w.entities.values() if e.known)
    sys.stdout.write("\nfloors\n")
    tell("people", kinds["person"], 1500)
    tell("organisations and government bodies", kinds["organisation"] + kinds["government-body"], 300)
    tell("armed groups", kinds["armed-group"], 200)
    tell("parties", kinds["party"], 120)
    tell("places with coordinates", sum(p.lat is not None for p in w.places.values()), 2500)
    resolutions = [k for k in w.entities if k.startswith("instrument/unscr-")]
    tell("resolutions of the Security Council with a date", sum(k in w.dates for k in resolutions), 200)
    tell("agreements and processes", kinds["instrument"] - len(resolutions), 100)
    tell("gatherings", kinds["gathering"], 100)
    tell("outlets and agencies", kinds["outlet"], 400)
    tell("members of the UN", sum(s.status == "member" for s in w.states.values()), 193)
    tell("states that not all recognise, marked", sum(s.status in ("partial", "observer") for s in w.states.values()), 5)
    held("heads of state since 2000", "head-of-state", FIRST + REST, "2000", NO_HEAD_OF_STATE)
    held("heads of government since 2000", "head-of-government", FIRST + REST, "2000", NO_HEAD_OF_GOVERNMENT)
    held("foreign ministers since 2000", "foreign-minister", FIRST, "2000")
    held("foreign ministers since 2010", "foreign-minister", REST, "2010")
    held("defence ministers since 2010", "defence-minister", AT_WAR, "2010")
    for what, wanted in (("heads of organisations", HEADS), ("UN envoys", {("envoy", a): s for a, s in MANDATES.items()})):
        good = 0
        for (post, of), since in wanted.items():
            rows = bodies[post, "org/un", of] if what == "UN envoys" else bodies[post, of, ""]
            value = share(rows, since)
            good += value >= 0.9
            if value < 0.9:
                short.append(f"{what}: {post} {of}: {value:.0%} of the days since {since}")
        tell(f"{what} with a holder on 90 % of the days", good, len(wanted))
    terms = (r for _, r in tables.read_tsv(tables.data_dir() / "world" / "tenures.tsv", world._COLUMNS["tenures"]))
    sent = {(r["of"], r["about"]) for r in terms if r["post"] in SENT}
    tell("senders and conflicts with a known envoy", sum((s, c) in sent for s in SENDERS for c in CONFLICTS), PAIRS)
    page.show("seats that are short", short)


BEGAN = {"SSD": "2011-07-09", "KOS": "2008-02-17", "MNE": "2006-06-03"}  # states younger than the floor


def names(page: Page) -> None:
    w = packs.the_world()
    page.show("people without an Arabic form", (e.id for e in w.entities.values() if e.kind == "person" and "ar" not in dict(e.names)))
    page.show("people without a tenure", (e.id for e in w.entities.values() if e.kind == "person" and e.id not in w.tenures_by))
    claimed: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for forms in w.names.values():
        for name in forms:
            if name.what == "entity":
                claimed[name.tokens].add(name.ref)
    twins: dict[str, list[str]] = defaultdict(list)
    told: set[str] = set()
    for tokens, refs in sorted(claimed.items(), key=lambda c: (-len(c[0]), c[0])):
        if len(refs) > 1 and (word := "".join(tokens)) not in told:  # words glued together are no second spelling
            told.add(word)
            twins[told_apart(refs)].append(f"{' '.join(tokens)}: {', '.join(sorted(refs))}")
    page.show("spellings claimed by two entities that nothing tells apart", twins.pop("", []))
    for why, lines in sorted(twins.items()):
        sys.stdout.write(f"  besides {len(lines)} spellings that {why} tells apart, as it should be\n")
    latin: dict[str, set[str]] = defaultdict(set)
    for e in w.entities.values():
        if e.kind == "person":
            latin[" ".join(t.fold for t in tokenize(e.name("en")))].add(e.id)
    page.show("people of one English name", (f"{n}: {', '.join(sorted(ids))}" for n, ids in sorted(latin.items()) if len(ids) > 1))
    page.show("references that lead nowhere", w.dangling())


def told_apart(refs: set[str]) -> str:
    """By what a reader, and khabar, knows which of the things with one name is meant; '' where by nothing."""
    w = packs.the_world()
    entities = [w.entities[r] for r in refs]
    if len({e.kind for e in entities}) == len(entities):
        return "its kind"  # a palace and the presidency in it, a city and a state, an organisation and its site
    if len({e.country for e in entities}) == len(entities) and all(e.country for e in entities):
        return "the country"
    if all(e.kind in ("gathering", "instrument") for e in entities) and sum(e.id not in w.dates for e in entities) < 2:
        return "the date"  # the one of the series that has none is meant by its bare name
    return ""


def sources() -> list[tuple[str, int, int, str]]:
    """(table, rows, rows that nobody has checked, the commonest sources) of every table that has a source, and of all of them."""
    out = []
    for path in sorted((tables.data_dir() / "world").iterdir(), key=lambda p: p.name):
        table = path.name.removesuffix(".tsv")
        if path.name.endswith(".tsv") and "source" in world._COLUMNS.get(table, ()):
            kinds = Counter(
                r["source"].partition(":")[0].partition("/")[0] if "://" not in r["source"] else "page"
                for _, r in tables.read_tsv(path, world._COLUMNS[table])
            )
            common = ", ".join(f"{n} {k}" for k, n in kinds.most_common(5))
            out.append((table, sum(kinds.values()), kinds["unchecked"], common))
    return [*out, ("all", sum(r[1] for r in out), sum(r[2] for r in out), "")]


def counts(page: Path) -> None:
    """Writes the table of ``docs/world.md`` anew between its two marks."""
    w = packs.the_world()
    lines = ["| table | rows | checked |", "|---|---|---|"]
    lines += [f"| {table} | {rows:,} | {1 - bare / rows:.0%} |" for table, rows, bare, _ in sources()]
    kinds = Counter(e.kind for e in w.entities.values() if e.known)
    names = sum(len(forms) for forms in w.names.values())
    lines += ["", f"Kinds: {', '.join(f'{n:,} {k}' for k, n in kinds.most_common())}. {names:,} forms of names are looked up.", ""]
    head, _, rest = page.read_text("utf-8").partition("<!-- counts -->\n")
    page.write_text(head + "<!-- counts -->\n" + "\n".join(lines) + rest[rest.index("<!-- /counts -->") :], "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Checks data/world against ../shared/data/kb and against itself.")
    parser.add_argument("--all", action="store_true", help="print every line")
    parser.add_argument("--kb", type=Path, default=KB, help="the folder of reference facts")
    parser.add_argument("--counts", type=Path, help="only write the table of this page (docs/world.md) anew")
    args = parser.parse_args()
    if args.counts:
        return counts(args.counts)
    page = Page(args.all)
    mine = ours()
    sys.stdout.write("\nrows, and the share that nobody has checked\n")
    for table, rows, bare, common in sources():
        sys.stdout.write(f"  {table:<20} {rows:>6} rows  {bare / max(rows, 1):5.0%} unchecked   {common}\n")
    against_kb(page, mine, args.kb)
    seats(page, mine)
    floors(page, mine)
    names(page)


if __name__ == "__main__":
    main()
