"""Scores a record against gold cases (format: the gold's SCHEMA.md). Measures as those of the real gold's scorer, code our own.

An event is found when one of the same type is told where the gold's anchor stands; pairs are chosen so that as many as can be
are found, then the closest. ``who``: at least half of the participants, ``exact``: all of them, by country where they have one,
by name where they have none, each on its side (in CONSULT the side does not matter). Values are judged on pairs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from khabar import packs, tables
from khabar.text import fold
from khabar.text import sentences as split_sentences
from khabar.world import all_forms

Json = dict[str, Any]
SIDES = ("actors", "recipients")
JUDGED = frozenset(["supports", "opposes", "leads", "member-of", "controls"])  # the relations that the gold codes


@dataclass
class Tally:
    """Counts that add up. found: measure -> [found, given, gold]; right: measure -> [right, judged]."""

    found: dict[str, list[int]] = field(default_factory=dict)
    right: dict[str, list[int]] = field(default_factory=dict)
    items: dict[str, bool] = field(default_factory=dict)  # "case/report: what" -> right, for what was won and lost
    confused: dict[str, int] = field(default_factory=dict)
    more: dict[str, float] = field(default_factory=dict)  # figures that do not add up case by case

    def add(self, measure: str, found: int, given: int, gold: int) -> None:
        old = self.found.setdefault(measure, [0, 0, 0])
        self.found[measure] = [old[0] + found, old[1] + given, old[2] + gold]

    def mark(self, measure: str, right: bool) -> None:
        old = self.right.setdefault(measure, [0, 0])
        self.right[measure] = [old[0] + right, old[1] + 1]

    def take(self, other: Tally) -> None:
        for name, counts in other.found.items():
            self.add(name, *counts)
        for name, (right, judged) in other.right.items():
            old = self.right.setdefault(name, [0, 0])
            self.right[name] = [old[0] + right, old[1] + judged]
        self.items |= other.items
        for name, n in other.confused.items():
            self.confused[name] = self.confused.get(name, 0) + n

    def scores(self) -> dict[str, float]:
        """One figure a measure: F1 with its precision and recall, or the share that is right."""
        out: dict[str, float] = {}
        for name, (found, given, gold) in self.found.items():
            p, r = (found / n if n else 0.0 for n in (given, gold))
            out |= {f"{name}_p": p, f"{name}_r": r, f"{name}_f1": f1(p, r)}
        return out | self.more | {name: right / judged for name, (right, judged) in self.right.items() if judged}


def f1(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0


# ------------------------------------------------------------------ names

_BODIES = {
    "ministry of foreign affairs": "mfa",
    "foreign ministry": "mfa",
    "state department": "usa mfa",
    "department of state": "usa mfa",
    "foreign office": "gbr mfa",
    "ministry of defence": "mod",
    "ministry of defense": "mod",
    "defence ministry": "mod",
    "defense ministry": "mod",
    "white house": "usa presidency",
    "kremlin": "rus presidency",
    "elysee": "fra presidency",
    "presidency": "presidency",
    "presidential office": "presidency",
    "royal court": "presidency",
    "armed forces": "army",
    "military": "army",
}
_EMPTY = frozenset(
    "the of for and a an in to at al el ul bin ben ibn office government republic".split()  # noqa: SIM905
    + "spokesman spokesperson spokeswoman minister president".split()  # noqa: SIM905
)


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """Entity id -> every name that the world has of it."""
    return all_forms(tables.data_dir() / "world")


@cache
def lands() -> tuple[tuple[str, str], ...]:
    """(name or adjective of a state in English, its code), longest first."""
    w = packs.the_world()
    out = {}
    for e in w.entities.values():
        if e.kind == "state":
            code = e.id.removeprefix("state/").lower()
            out[latin(e.name("en"))] = code
            out |= {latin(form): code for form in spellings().get(e.id, ()) if form.isascii()}  # "American" is the second adjective
    out |= {"us": "usa", "u s": "usa", "uae": "are", "uk": "gbr", "un": "uno", "united nations": "uno", "eu": "eur", "european union": "eur"}
    return tuple(sorted(out.items(), key=lambda x: -len(x[0])))


def latin(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c))))


@cache
def words(name: str) -> frozenset[str]:
    """The telling words of an English name; countries and ministries in one form each."""
    text = f" {latin(name)} "
    for form, code in _BODIES.items():
        text = text.replace(f" {form} ", f" {code} ")
    for form, code in lands():
        text = text.replace(f" {form} ", f" {code} ")
    return frozenset(w for w in text.split() if w not in _EMPTY)


def arabic(name: str) -> str:
    return re.sub(r"\W+", "", fold(name)).removeprefix("ال")


_GENERIC = frozenset(("mfa", "mod", "presidency", "army"))


def same_name(gold: str, other: str) -> bool:
    if not gold or not other:
        return False
    if re.search("[ء-ي]", gold + other):
        a, b = sorted((arabic(gold), arabic(other)), key=len)
        return len(a) > 2 and a in b
    a_words, b_words = sorted((words(gold), words(other)), key=len)
    codes = {c for _, c in lands()}
    if a_words == b_words:
        return bool(a_words)
    return a_words <= b_words and bool(a_words - codes - _GENERIC)


_TITLES = frozenset(
    fold("الأمير الملك السلطان الشيخ الملا السيد الدكتور المشير الفريق أول اللواء العميد العقيد الركن الجنرال الأميرال الأدميرال").split()
)
_COMMON = re.compile("(?:^|[ (])(?!(?:bin|ibn|de) |[ae]l-)[a-z]")  # a common noun in an English name: "US official" is no person's name
_KIND_WORD = re.compile("^(?:وزارة|حركة|دولة|قناة) ")


def called(gold: str, name: str, person: bool, known: bool) -> bool:
    """Is an Arabic naming of the gold this Arabic name? The same words; «الخارجية القطرية» is the ministry, «مسؤولا مغربيا» a «مسؤول مغربي».

    A person may have more names ("محمد بن سلمان [بن عبدالعزيز]", "خواجة [محمد] آصف") but not begin with another: the son's name
    ends with the father's. The family name alone is enough only for somebody whom the world data do not know by an English name.
    """
    plain = re.sub(r"(?<=\w{3})ا(?= |$)", "", fold(gold)) if " " in gold else gold
    if len(arabic(name)) > 2 and arabic(name) in (arabic(gold), arabic(plain)):
        return True
    if not person:
        return arabic(_KIND_WORD.sub("", gold)) == arabic(_KIND_WORD.sub("", name)) != ""
    short, long = sorted((_own_names(gold), _own_names(name)), key=len)
    if len(short) < 2:
        return not known and bool(short) and short[0].removeprefix("ال") == long[-1].removeprefix("ال")
    if short == long[: len(short)]:
        return short == long or long[len(short)] in ("بن", "ال")
    left = iter(long)
    return (short[0], short[-1]) == (long[0], long[-1]) and all(w in left for w in short)


def _own_names(name: str) -> list[str]:
    """The words of a personal name without titles; "عبد الله" is one."""
    own = re.sub(r"\bعبد (?=\w)", "عبد", " ".join(re.findall(r"\w+", fold(name)))).split()
    while len(own) > 1 and own[0] in _TITLES:
        own = own[1:]
    return own


class Entities:
    """The entities of a record, by the names that a gold file may call them."""

    def __init__(self, record: Json, case: Json) -> None:
        self.by_id = {e["id"]: e for e in record.get("entities", ())}
        self._arabic: dict[str, set[str]] = {}
        for report in case["reports"]:
            for event in report.get("events") or ():
                for p in (p for side in SIDES for p in event.get(side) or ()):
                    if p.get("en") and p.get("ar"):
                        self._arabic.setdefault(latin(p["en"]), set()).add(p["ar"])
        self._in_text: dict[tuple[str, str], set[str]] = {}  # (report, words that stand for a participant) -> entities
        for event in record.get("events", ()):
            for p in (p for side in (*SIDES, "third_parties") for p in event.get(side) or ()):
                if p.get("entity") and p.get("text"):
                    self._in_text.setdefault((event["report"], arabic(p["text"])), set()).add(p["entity"])

    def country(self, ref: str | None) -> str | None:
        return self.by_id.get(ref or "", {}).get("country")

    def names(self, ref: str | None, *more: str | None) -> list[str]:
        if ref is None:
            return [n for n in more if n]
        entity = self.by_id.get(ref, {})
        out = [*entity.get("names", {}).values(), ref.rpartition("/")[2].replace("-", " "), *more]
        if entity.get("country") and entity.get("kind") not in ("person", "place", "state"):
            out += [f"{n} {entity['country']}" for n in out if n and n.isascii()]
        return [n for n in out if n]

    def answers(self, gold: str, ref: str | None) -> bool:
        """Is the entity the one that the gold calls so? "X (Y)" is X or Y, "A and B" either."""
        if ref is None:
            return False
        outer, inner = re.sub(r"\(.*?\)", " ", gold), re.findall(r"\((.*?)\)", gold)
        wanted = [outer, *outer.split(" and "), *(i for i in inner if not i.startswith("to "))]
        wanted += [a for w in list(wanted) for a in self._arabic.get(latin(w), ())]
        return any(same_name(w, n) for w in wanted for n in self.names(ref))

    def speaks(self, gold: str, in_text: str | None, ref: str | None, report: str) -> bool:
        """``answers``, or an Arabic name of the entity is the one by which the report's text calls the one meant ("X; Y": either).

        Another country than the English name's is another entity, and a place is nobody. Where the record itself takes those words
        (two at least) for this entity alone, that counts too, but not for states and for people whom the world data know: there the
        English name decides.
        """
        if self.answers(gold, ref):
            return True
        entity = self.by_id.get(ref or "", {})
        countries = {c.upper() for _, c in lands() if c in words(gold)}
        if ref is None or not in_text or entity.get("kind") == "place" or (countries and entity.get("country") not in (None, *countries)):
            return False
        person, state, known = entity.get("kind") == "person", entity.get("kind") == "state", bool(entity.get("known"))
        own = {entity.get("names", {}).get("ar") or "", *(n for n in spellings().get(ref, ()) if not state and not n.isascii())}
        if any(called(part, name, person and not _COMMON.search(gold), known) for part in in_text.split("; ") for name in own):
            return True
        return not (state or (person and known)) and " " in in_text and self._in_text.get((report, arabic(in_text))) == {ref}


# ------------------------------------------------------------------ places in the text


def find(text: str, anchor: str) -> list[tuple[int, int]]:
    """Where words stand, verbatim, else with folded letters and free white space."""
    out, at = [], text.find(anchor)
    while at >= 0:
        out.append((at, at + len(anchor)))
        at = text.find(anchor, at + 1)
    if not out and anchor.split():
        pattern = r"\s+".join(map(re.escape, anchor.split()))
        out = [m.span() for m in re.finditer(pattern, text)]
    return out


def meet(one: Iterable[Sequence[int]], other: Iterable[Sequence[int]]) -> int:
    other = list(other)
    return max((min(a[1], b[1]) - max(a[0], b[0]) for a in one for b in other), default=0)


def pairs(rows: Sequence[Any], columns: Sequence[Any], quality: Callable[[Any, Any], float | None]) -> list[tuple[int, int]]:
    """One-to-one pairs: as many as can be, then the best (augmenting paths over the best first)."""
    table = {(i, j): q for i, r in enumerate(rows) for j, c in enumerate(columns) if (q := quality(r, c)) is not None}
    of_row: dict[int, int] = {}
    of_column: dict[int, int] = {}
    near = {i: sorted((j for (k, j) in table if k == i), key=lambda j: -table[i, j]) for i in {i for i, _ in table}}

    def place(i: int, seen: set[int]) -> bool:
        for j in near[i]:
            if j not in seen:
                seen.add(j)
                if j not in of_column or place(of_column[j], seen):
                    of_row[i], of_column[j] = j, i
                    return True
        return False

    for i in sorted(near, key=lambda i: -max(table[i, j] for j in near[i])):
        place(i, set())
    changed = True
    while changed:  # swap two pairs while that makes the whole better
        changed = False
        for a in list(of_row):
            for b in list(of_row):
                if a < b and (a, of_row[b]) in table and (b, of_row[a]) in table:
                    ja, jb = of_row[a], of_row[b]
                    if table[a, jb] + table[b, ja] > table[a, ja] + table[b, jb] + 1e-9:
                        of_row[a], of_row[b] = jb, ja
                        of_column[ja], of_column[jb] = b, a
                        changed = True
    return sorted(of_row.items())


# ------------------------------------------------------------------ participants


@dataclass(frozen=True)
class Party:
    side: str
    country: str | None
    names: tuple[str, ...]

    def is_(self, other: Party) -> bool:
        if self.country and other.country:
            return self.country == other.country
        return any(same_name(a, b) for a in self.names for b in other.names)


def gold_parties(event: Json) -> list[Party]:
    return [Party(s, p.get("iso3"), tuple(n for n in (p.get("en"), p.get("ar")) if n)) for s in SIDES for p in event.get(s) or ()]


def our_parties(event: Json, entities: Entities) -> list[Party]:
    return [Party(s, p["country"] or entities.country(p["entity"]), tuple(entities.names(p["entity"], p["text"]))) for s in SIDES for p in event[s]]


def share(gold: Sequence[Party], ours: Sequence[Party]) -> float:
    """Of all participants, those that both have; several people of one country are one."""
    gold = list({g.country or g.names: g for g in gold}.values())
    extra = {o.country or o.names[:1] for o in ours if not any(g.is_(o) for g in gold)}
    total = len(gold) + len(extra)
    return sum(any(g.is_(o) for o in ours) for g in gold) / total if total else 1.0


def all_right(kind: str, gold: Sequence[Party], ours: Sequence[Party]) -> bool:
    if share(gold, ours) < 1:
        return False
    return kind == "CONSULT" or all(share([g for g in gold if g.side == s], [o for o in ours if o.side == s]) == 1 for s in SIDES)


# ------------------------------------------------------------------ a case


def score_case(case: Json, record: Json, ids: Mapping[str, str]) -> Tally:
    """ids: the record's report id -> the gold's."""
    tally, entities = Tally(), Entities(record, case)
    for report in case["reports"]:
        mine = {k: [x for x in record.get(k, ()) if ids.get(x["report"]) == report["id"]] for k in ("events", "statements", "relations")}
        _events(tally, case, report, mine["events"], entities)
        _statements(tally, case, report, mine["statements"], entities)
        _relations(tally, case, report, mine["relations"], entities)
    return tally


def _events(tally: Tally, case: Json, report: Json, events: Sequence[Json], entities: Entities) -> None:
    text, gold = report["text"], report.get("events") or []
    bounds = [(s.start, s.stop) for s in split_sentences(text)]
    anchors = {id(g): find(text, g["anchor"]) for g in gold}
    raw = {id(e): [tuple(v["span"]) for v in e["evidence"]] for e in events}
    wide = {k: [b for b in bounds if meet([b], spans) > 0] or spans for k, spans in raw.items()}
    who = {id(g): gold_parties(g) for g in gold} | {id(e): our_parties(e, entities) for e in events}

    def quality(g: Json, e: Json, any_type: bool = False) -> float | None:
        if (g["type"] != e["type"] and not any_type) or meet(anchors[id(g)], wide[id(e)]) <= 0:
            return None
        near = max(meet(anchors[id(g)], raw[id(e)]), 0) / max(len(g["anchor"]), 1)
        return (
            4 * share(who[id(g)], who[id(e)]) + 3 * min(near, 1) + (bool(g.get("background")) == e["background"]) + 0.5 * (g["status"] == e["status"])
        )

    for part, flags in (("", (True, False)), ("_news", (False,)), ("_background", (True,))):
        theirs = [g for g in gold if bool(g.get("background")) in flags]
        ours = [e for e in events if e["background"] in flags]
        made = [(theirs[i], ours[j]) for i, j in pairs(theirs, ours, quality)]
        exact = [(g, e) for g, e in made if all_right(g["type"], who[id(g)], who[id(e)])]
        tally.add(f"events_type{part}", len(made), len(ours), len(theirs))
        tally.add(f"events_who{part}", sum(share(who[id(g)], who[id(e)]) >= 0.5 for g, e in made), len(ours), len(theirs))
        tally.add(f"events_exact{part}", len(exact), len(ours), len(theirs))
        if not part:
            done, found = {id(x) for pair in made for x in pair}, {id(g) for g, _ in exact}
            for g, e in made:
                _values(tally, g, e, entities)
                tally.add(f"type {g['type']}", 0, 0, 0)
            for g in gold:
                tally.items[f"{report['id']}: {g['type']} {g['anchor']}"] = id(g) in found
            for kind in {x["type"] for x in (*gold, *events)}:
                tally.add(
                    f"type {kind}",
                    sum(g["type"] == kind for g, _ in made),
                    sum(e["type"] == kind for e in events),
                    sum(g["type"] == kind for g in gold),
                )
            left, spare = [g for g in gold if id(g) not in done], [e for e in events if id(e) not in done]
            for i, j in pairs(left, spare, lambda g, e: quality(g, e, True)):
                name = f"{left[i]['type']} given as {spare[j]['type']}"
                tally.confused[name] = tally.confused.get(name, 0) + 1
            for e in spare:
                tally.items[f"{report['id']}: false {e['type']} {e['evidence'][0]['text'] if e['evidence'] else ''}"] = False


def _values(tally: Tally, g: Json, e: Json, entities: Entities) -> None:
    value = _as_precise(e["date"], g.get("date"))
    tally.mark("date", value == g.get("date"))
    if g.get("date"):
        tally.mark("date_where_gold_has_one", value == g["date"])
    tally.mark("status", g["status"] == e["status"])
    tally.mark("background", bool(g.get("background")) == e["background"])
    if g["type"] == "CONSULT" and g.get("mode"):
        tally.mark("mode", e["mode"] in ("meet", None) if g["mode"] == "meet" else e["mode"] == g["mode"])
    if g.get("initiator"):
        tally.mark("initiator", g["initiator"] in (e["initiator"], entities.country(e["initiator"])))
    if g.get("place"):
        tally.mark("place", entities.answers(g["place"], e["place"]))


def _as_precise(date: Json | None, gold: str | None) -> str | None:
    """The value of a date; of a part of a month ("late July", a range of its days) the month, where the gold gives a month."""
    value = ((date or {}).get("value") or "")[:10] or None
    end = (date or {}).get("end")
    part = value and end and gold and len(gold) == 7 and value[:7] == end[:7]
    return value[:7] if part and value else value


def _statements(tally: Tally, case: Json, report: Json, statements: Sequence[Json], entities: Entities) -> None:
    gold = report.get("statements") or []
    anchors = {id(g): find(report["text"], g["anchor"]) for g in gold}

    def here(g: Json, s: Json) -> float | None:
        inside = any(meet([a], [s["span"]]) >= 0.8 * (a[1] - a[0]) for a in anchors[id(g)])
        return len(g["anchor"]) / max(s["span"][1] - s["span"][0], 1) + (g.get("kind") == s["kind"]) if inside else None

    def right(g: Json, s: Json) -> float | None:
        return here(g, s) if entities.speaks(g["speaker"], g.get("speaker_ar"), s["speaker"], s["report"]) else None

    made = pairs(gold, statements, right)
    tally.add("statements", len(made), len(statements), len(gold))
    tally.add("statements_any_speaker", len(pairs(gold, statements, here)), len(statements), len(gold))
    found = {i for i, _ in made}
    for i, g in enumerate(gold):
        tally.items[f"{report['id']}: {g['speaker']} says {g['anchor']}"] = i in found
    for i, j in made:
        tally.mark("statement_kind", gold[i].get("kind") == statements[j]["kind"])


def _relations(tally: Tally, case: Json, report: Json, relations: Sequence[Json], entities: Entities) -> None:
    def kind(r: Json) -> str:
        return str(r["relation"]).replace("_", "-")

    gold, ours = report.get("relations") or [], [r for r in relations if kind(r) in JUDGED]

    def right(g: Json, r: Json) -> float | None:
        same = kind(g) == kind(r) and all(entities.speaks(g[end], g.get(f"{end}_ar"), r[end], r["report"]) for end in ("subject", "object"))
        return 1.0 if same else None

    made = pairs(gold, ours, right)
    tally.add("relations", len(made), len(ours), len(gold))
    found = {i for i, _ in made}
    for i, g in enumerate(gold):
        tally.items[f"{report['id']}: {g['subject']} {kind(g)} {g['object']}"] = i in found


# ------------------------------------------------------------------ detection


def detection(rows: Iterable[tuple[bool, bool]]) -> dict[str, float]:
    """(found, true) -> precision, recall, F1."""
    both = found = true = 0
    for ours, gold in rows:
        both, found, true = both + (ours and gold), found + ours, true + gold
    p, r = both / found if found else 0.0, both / true if true else 0.0
    return {"p": p, "r": r, "f1": f1(p, r)}


def macro_f1(rows: Sequence[tuple[str, str]]) -> float:
    """(ours, gold) labels: the mean of the classes' F1."""
    classes = sorted({g for _, g in rows})
    return sum(detection((o == c, g == c) for o, g in rows)["f1"] for c in classes) / len(classes) if classes else 0.0


def token_f1(ours: Iterable[str], gold: Iterable[str]) -> tuple[int, int, int]:
    """(both, ours, gold) of two bags of words."""
    a, b = [fold(w) for w in ours], [fold(w) for w in gold]
    left, both = list(b), 0
    for w in a:
        if w in left:
            left.remove(w)
            both += 1
    return both, len(a), len(b)


# ------------------------------------------------------------------ what the reports of a case say together


def record_of_case(tally: Tally, case: Json, record: Json, ids: Mapping[str, str]) -> None:
    """Pairs of reports of one origin, the number of origins, and disagreements, over the stories that are some report's main news.

    ids: the record's report id -> the gold's. The number of origins is right where the gold's lies between those that are named (a
    minimum, by the contract) and these with the reports of unknown origin. A disagreement is found by a fact that ``differs`` or is
    ``contradicted`` with values from reports that the gold sets against each other; of facts as many count as there are.
    """
    main = {r["main_story"] for r in record["reports"]}
    origins = [o for s in record["stories"] if s["id"] in main for o in s["origins"]]

    def together(groups: Iterable[Iterable[str | None]]) -> set[frozenset[str]]:
        here = {r["id"] for r in case["reports"]}
        sets = [[r for r in g if r in here] for g in groups]
        return {frozenset((a, b)) for g in sets for a in g for b in g if a != b and a and b}

    given = together([ids.get(r) for r in o["reports"]] for o in origins)
    gold = together(case.get("shared_origin_groups") or [])
    tally.add("origin_pairs", len(given & gold), len(given), len(gold))
    if "independent_origins" in case:
        named = len({o["entity"] or o["name"] for o in origins})
        unknown = sum(s["n_unknown"] for s in record["stories"] if s["id"] in main)
        tally.mark("n_origins", named <= case["independent_origins"] <= named + unknown)
    disputes = case.get("disagreements") or []
    facts = [f for s in record["stories"] for f in s["facts"] if f["verdict"] in ("contradicted", "differs")]

    def shows(dispute: Json, fact: Json) -> float | None:
        said = dispute["values"]
        values = [{ids.get(r) for r in v["reports"]} & set(said) for v in fact["values"]]
        across = any(said[a] != said[b] for n, one in enumerate(values) for other in values[n + 1 :] for a in one for b in other)
        # Two accounts in one report: the gold's value for it names both, with a semicolon between, or it is the only value.
        two = {r for r, v in said.items() if ";" in v or len(set(said.values())) == 1}
        within = any(one & other & two for n, one in enumerate(values) for other in values[n + 1 :])
        return 0.0 if across or within else None

    found = pairs(disputes, facts, shows)
    for n, d in enumerate(disputes):
        tally.items[f"{case['case']}: disagreement {d['about']}"] = n in {i for i, _ in found}
    tally.add("disagreements", len(found), len(facts), len(disputes))
    firm = [f for f in facts if f["verdict"] == "contradicted"]
    tally.add("contradicted", len(pairs(disputes, firm, shows)), len(firm), len(disputes))


def stories_b_cubed(cases: Sequence[Json], record: Json, ids: Mapping[str, str]) -> dict[str, float]:
    """B-cubed of main stories over the reports of all cases read together; a report in no story is one of its own.

    A case's ``stories`` are those of its reports that tell one happening. Cases of several reports without the key are not judged.
    ids: the record's report id -> the gold's.
    """
    gold: dict[str, str] = {}
    for c in cases:
        if "stories" in c or len(c["reports"]) == 1:
            gold |= {r["id"]: r["id"] for r in c["reports"]}
            gold |= {r: f"{c['case']} {n}" for n, group in enumerate(c.get("stories", ())) for r in group}
    mine = {ids[r["id"]]: r["main_story"] or r["id"] for r in record["reports"]}
    precision = recall = 0.0
    for a in gold:
        near = [b for b in gold if mine.get(b, b) == mine.get(a, a)]
        same = [b for b in gold if gold[b] == gold[a]]
        both = sum(gold[b] == gold[a] for b in near)
        precision, recall = precision + both / len(near), recall + both / len(same)
    p, r = precision / max(len(gold), 1), recall / max(len(gold), 1)
    if not any(c.get("stories") for c in cases):
        return {}
    return {"stories_b_cubed_p": p, "stories_b_cubed_r": r, "stories_b_cubed_f1": f1(p, r)}
