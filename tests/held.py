"""Holds a record against what an analyst wrote down, one line at a time.

A line has an id and, where it does not hold, a reason. The lines that do not hold today stand in a list (``known_examples.toml``,
``known_seeds.toml``); a test fails when a line outside the list breaks and when a line of the list begins to hold.

    python tests/held.py examples|seeds [--mark]        prints the lines that do not hold; --mark writes the list anew
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khabar.text import fold

HERE = Path(__file__).parent
Json = dict[str, Any]


@dataclass(frozen=True)
class Line:
    id: str
    why: str | None  # None: it holds


def split(lines: Sequence[Line], known: Iterable[str]) -> tuple[list[str], list[str]]:
    """(what broke, what holds again) against the list of known failures."""
    listed = set(known)
    ids = [x.id for x in lines]
    assert len(ids) == len(set(ids)), f"ids stand twice: {sorted(i for i in set(ids) if ids.count(i) > 1)}"
    assert listed <= set(ids), f"no such lines: {sorted(listed - set(ids))}"
    return [f"{x.id}: {x.why}" for x in lines if x.why and x.id not in listed], [x.id for x in lines if not x.why and x.id in listed]


def known(name: str) -> list[str]:
    path = HERE / f"known_{name}.toml"
    return list(tomllib.loads(path.read_text("utf-8"))["fails"]) if path.is_file() else []


# ------------------------------------------------------------------ names


def plain(name: str) -> str:
    return re.sub(r"\W+", " ", fold(name)).strip().removeprefix("the ")


class Names:
    """Which entities of a record answer to an id of the expectations."""

    def __init__(self, record: Json, expected: Iterable[Json] = ()) -> None:
        self.entities = {e["id"]: e for e in record["entities"]}
        self.country: dict[str, str | None] = {e["id"]: e.get("country") or None for e in expected}
        self._alias: dict[str, set[str]] = {}
        for want in expected:
            called = {plain(want[k]) for k in ("en", "ar") if want.get(k)}
            self._alias[want["id"]] = {i for i, e in self.entities.items() if called & {plain(n) for n in e["names"].values()}} | {want["id"]}

    def same(self, want: str, have: str | None) -> bool:
        """Is it the one that is meant? A state and a body of its government may stand for each other; a person for nobody."""
        if have is None:
            return False
        if have in self._alias.get(want, {want}):
            return True
        return self._governs(want) and self._governs(have) and self._land(want) == self._land(have) is not None

    def _governs(self, ref: str) -> bool:
        kind = self.entities.get(ref, {}).get("kind")
        if ref.startswith("state/") or kind == "government-body":
            return True
        return kind is None and bool(re.match(r"org/[a-z]{3}-(mfa|presidency|mod|government)$", ref))

    def _land(self, ref: str) -> str | None:
        entity = self.entities.get(ref)
        if entity is not None and entity.get("country"):
            return str(entity["country"])
        return ref.removeprefix("state/") if ref.startswith("state/") else self.country.get(ref)

    def people(self, want: Sequence[str], have: Sequence[str | None]) -> str | None:
        """What differs between two parties; None when they are the same."""
        left = list(dict.fromkeys(h for h in have if h is not None))
        missing = []
        for w in want:
            hit = next((h for h in left if h in self._alias.get(w, {w})), None) or next((h for h in left if self.same(w, h)), None)
            if hit is None:
                missing.append(w)
            else:
                left.remove(hit)
        if not missing and not left:
            return None
        return " ".join(filter(None, (f"without {missing}" if missing else "", f"also {left}" if left else "")))


def refs(people: Sequence[Json]) -> list[str | None]:
    return [p["entity"] or (f"state/{p['country']}" if p["country"] else f"text/{p['text']}") for p in people]


# ------------------------------------------------------------------ events


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    out, at = [], text.find(words)
    while at >= 0:
        out.append((at, at + len(words)))
        at = text.find(words, at + 1)
    return out


def meets(spans: Iterable[Sequence[int]], others: Iterable[Sequence[int]]) -> bool:
    others = list(others)
    return any(a[0] < b[1] and b[0] < a[1] for a in spans for b in others)


def value_of(when: Json | None) -> str:
    return (when or {}).get("value") or ""


def differences(want: Mapping[str, Any], have: Json, names: Names) -> list[str]:
    """Fields of an expected event that the record's event has otherwise. Fields in ``open`` are not held against anyone."""
    free, out = set(want.get("open", ())), []
    if "mode" in want and "mode" not in free and (have["mode"] or "") != want["mode"]:
        out.append(f"mode {have['mode']}, not {want['mode'] or None}")
    for field in ("status", "background"):
        if field in want and field not in free and have[field] != want[field]:
            out.append(f"{field} {have[field]}, not {want[field]}")
    sides: list[tuple[str, tuple[str, ...]]] = [("actors", ("actors",)), ("recipients", ("recipients",)), ("third_parties", ("third_parties",))]
    if want["type"] == "CONSULT":
        sides = [("actors", ("actors", "recipients")), ("third_parties", ("third_parties",))]
    for field, parts in sides:
        if free & set(parts) or (field == "third_parties" and field not in want):
            continue
        wanted = [p for part in parts for p in want.get(part, ())]
        wrong = names.people(wanted, [r for part in parts for r in refs(have[part])])
        if wrong:
            out.append(f"{field}: {wrong}")
    if "date" in want and "date" not in free:
        value, end = value_of(have["date"]), (have["date"] or {}).get("end") or ""
        if not (want.get("inherited") and not value) and (value[:10], end) != (want["date"], want.get("end", "")):
            out.append(f"date {value or None}{'..' + end if end else ''}, not {want['date'] or None}{'..' + want['end'] if want.get('end') else ''}")
    if "place" in want and "place" not in free and not (have["place"] is None if not want["place"] else names.same(want["place"], have["place"])):
        out.append(f"place {have['place']}, not {want['place'] or None}")
    if want.get("initiator") and "initiator" not in free and not names.same(want["initiator"], have["initiator"]):
        out.append(f"initiator {have['initiator']}, not {want['initiator']}")
    for number in want.get("numbers", ()) if "numbers" not in free else ():
        same = [n for n in have["numbers"] if n["kind"] == number["kind"] and n["value"] == number["value"]]
        if not any(number.get("unit") in (None, n["unit"]) for n in same):
            out.append(f"number {number} not in {[(n['kind'], n['value'], n['unit']) for n in have['numbers']]}")
    return out


def pair(wanted: Sequence[Mapping[str, Any]], events: Sequence[Json], places: Sequence[Sequence[Sequence[int]]], names: Names) -> dict[int, Json]:
    """Expected events to the record's: same type, told at the same place, fewest differences first; each used once."""
    options = []
    for i, want in enumerate(wanted):
        for event in events:
            if event["type"] == want["type"] and meets(places[i], [v["span"] for v in event["evidence"]]):
                options.append((len(differences(want, event, names)) + 0.5 * bool(want.get("optional")), i, event["id"], event))
    out: dict[int, Json] = {}
    used: set[str] = set()
    for _, i, id, event in sorted(options, key=lambda o: (o[0], o[1], o[2])):
        if i not in out and id not in used:
            out[i] = event
            used.add(id)
    return out


def short(event: Json) -> str:
    def who(people: Sequence[Json]) -> str:
        return "+".join(str(r) for r in refs(people)) or "-"

    return f"{event['type']}/{event['mode'] or ''} {event['status']} {who(event['actors'])} > {who(event['recipients'])} [{event['rule']}]"


def begins(span: Sequence[int], text: str, words: str) -> bool:
    """Does a stretch begin with these words, up to a particle or a quotation mark?"""
    return any(
        abs(at[0] - span[0]) <= 6 or (span[0] <= at[0] and text[span[0] : at[0]].strip(' "«“:،') in ("أن", "إن", "بأن", ""))
        for at in occurrences(text, words)
    )


# ------------------------------------------------------------------ the examples


# Arabic names of people whom the world data may not have, or have under another English spelling.
ALSO = {
    "person/jan-hamacek": "يان هاماتشيك",
    "person/andrej-babis": "أندريه بابيش",
    "person/vitezslav-pivonka": "فيتيزسلاف بيفونكا",
    "person/sergei-skripal": "سيرغي سكريبال",
    "person/musaad-al-aiban": "مساعد العيبان",
    "org/polisario-front": "جبهة البوليساريو",
    "org/african-union-commission": "المفوضية الإفريقية",
    "place/tunis-carthage-airport": "مطار تونس قرطاج",
}


class Examples:
    """``examples/expected.toml`` against the record of the example reports."""

    def __init__(self, expected: Json, record: Json) -> None:
        self.expected, self.record = expected, record
        self.names = Names(record, [{"ar": ALSO.get(e["id"]), **e} for e in expected["entity"]])
        self.reports = {key(r): r for r in record["reports"]}
        self.found: dict[tuple[str, str], list[Json]] = {}  # (report, event key) -> the record's events
        self.lines: list[Line] = []

    def run(self) -> list[Line]:
        for want in self.expected["report"]:
            name = want["file"] + (f"#{want['id']}" if "id" in want else "")
            have = self.reports.get(name)
            self._line(f"{name}: read", None if have else "not among the reports")
            if have is not None:
                self._report(name, want, have)
        for want in self.expected["story"]:
            self._story(want)
        return self.lines

    def _line(self, id: str, why: str | None) -> None:
        self.lines.append(Line(id, why))

    # ---- one report

    def _report(self, name: str, want: Json, have: Json) -> None:
        text, entities = have["text"], self.names.entities
        called = {have["outlet"]["name"], *entities.get(have["outlet"]["id"], {}).get("names", {}).values()}
        named = plain(want["outlet"]) in {plain(c) for c in called if c}
        self._line(f"{name}: outlet", None if named else f"{have['outlet']['name']}, not {want['outlet']}")
        published = have["published"] or {}
        right = value_of(published)[:10] == want["published"] and published.get("basis") == want["basis"]
        fault = f"{value_of(published) or None} ({published.get('basis')}), not {want['published']} ({want['basis']})"
        self._line(f"{name}: published", None if right else fault)
        if "title" in want:
            self._line(f"{name}: title", None if have["title"] == want["title"] else f"{have['title']}, not {want['title']}")
        for credit in want.get("credits", ()):
            roles = {"source", "agency"} if credit["role"] in ("source", "agency") else {credit["role"]}
            found = any(c["role"] in roles and plain(c["name"]) == plain(credit["name"]) for c in have["credits"])
            self._line(f"{name}: credit {credit['name']}", None if found else f"only {[(c['role'], c['name']) for c in have['credits']]}")
        for note in want.get("notes", ()):
            found = any(n["kind"] == note["kind"] and text[n["span"][0] :].startswith(note["starts"]) for n in have["notes"])
            notes = [(n["kind"], text[n["span"][0] : n["span"][0] + 20]) for n in have["notes"]]
            self._line(f"{name}: {note['kind']}", None if found else f"only {notes}")
        for k, chain in enumerate([want["chain"], *want.get("chains_more", ())]):
            origins = [o for s in self.record["stories"] if have["id"] in s["reports"] for o in s["origins"]]
            chains = [c for o in origins if have["id"] in o["reports"] for c in o["chains"]]
            if len(chain) == 1 and not chains:
                found = self._is_chain(chain, [have["outlet"]["id"] or self._outlet(want["outlet"])])
            else:
                found = any(self._is_chain(chain, c) for c in chains)
            self._line(f"{name}: chain {k + 1}", None if found else f"{chains}, not {chain}")
        self._events(name, want, have)
        self._statements(name, want, have)
        self._relations(name, want, have)

    def _events(self, name: str, want: Json, have: Json) -> None:
        text = have["text"]
        events = [e for e in self.record["events"] if e["report"] == have["id"]]
        wanted = want["events"]
        places = [occurrences(text, w["anchor"]) for w in wanted]
        assert all(places), f"{name}: anchors not in the text: {[w['key'] for w, p in zip(wanted, places, strict=True) if not p]}"
        paired = pair(wanted, events, places, self.names)
        seen: dict[str, int] = {}
        for i, w in enumerate(wanted):
            seen[w["key"]] = seen.get(w["key"], 0) + 1
            if i in paired:
                self.found.setdefault((name, w["key"]), []).append(paired[i])
            if w.get("optional"):
                continue
            again = f" {seen[w['key']]}" if seen[w["key"]] > 1 else ""
            if i not in paired:
                there = [short(e) for e in events if meets(places[i], [v["span"] for v in e["evidence"]])]
                why: str | None = f"no {w['type']} there" + (f", only {there}" if there else "")
            else:
                why = "; ".join(differences(w, paired[i], self.names)) or None
            self._line(f"{name}: event {w['key']}{again}", why)
        used = {e["id"] for e in paired.values()}
        false = [short(e) for e in events if e["id"] not in used]
        self._line(f"{name}: no false event", "; ".join(false) or None)
        for cause in want.get("causes", ()):
            effects, reasons = (self.found.get((name, cause[k]), []) for k in ("event", "cause"))
            ids = {e["id"] for e in reasons}
            found = any(c["kind"] == cause["kind"] and c["event"] in ids for e in effects for c in e["causes"])
            fault = f"only {[c for e in effects for c in e['causes']]}"
            self._line(f"{name}: cause {cause['event']} {cause['kind']} {cause['cause']}", None if found else fault)

    def _statements(self, name: str, want: Json, have: Json) -> None:
        text, left = have["text"], [s for s in self.record["statements"] if s["report"] == have["id"]]
        for w in want["statements"]:
            assert occurrences(text, w["starts"]), f"{name}: not in the text: {w['starts']}"
            near = [s for s in left if begins(s["span"], text, w["starts"])]
            free = "speaker" in w.get("open", ())
            hit = next((s for s in near if free or self.names.same(w["speaker"], s["speaker"])), None) or next(iter(near), None)
            if hit is not None:
                left.remove(hit)
            if w.get("optional"):
                continue
            why = "no statement begins there"
            if hit is not None:
                wrong = [] if free or self.names.same(w["speaker"], hit["speaker"]) else [f"speaker {hit['speaker']}, not {w['speaker']}"]
                wrong += [] if hit["kind"] == w["kind"] else [f"{hit['kind']}, not {w['kind']}"]
                why = "; ".join(wrong)
            self._line(f"{name}: statement {w['speaker']}: {w['starts']}", why or None)
        self._line(f"{name}: no false statement", "; ".join(f"{s['speaker']}: {s['content'][:40]}" for s in left) or None)

    def _relations(self, name: str, want: Json, have: Json) -> None:
        left = [r for r in self.record["relations"] if r["report"] == have["id"]]
        for w in want.get("relations", ()):
            same = [r for r in left if r["relation"] == w["relation"] and self.names.same(w["subject"], r["subject"])]
            hit = next((r for r in same if self.names.same(w["object"], r["object"])), None)
            if hit is not None:
                left.remove(hit)
            self._line(f"{name}: relation {w['subject']} {w['relation']} {w['object']}", None if hit else "not found")
        self._line(f"{name}: no false relation", "; ".join(f"{r['subject']} {r['relation']} {r['object']}" for r in left) or None)

    # ---- stories

    def _story(self, want: Json) -> None:
        name = f"story {want['key']}"
        free = set(want.get("open", ()))
        chief = {e["id"] for r in want["reports"] for e in self.found.get((r, want["event"]), [])}
        wanted = {self.reports[r]["id"] for r in want["reports"] if r in self.reports}
        stories = sorted(self.record["stories"], key=lambda s: (-len(chief & set(s["events"])), -len(wanted & set(s["reports"]))))
        story = stories[0] if stories and chief & set(stories[0]["events"]) else None
        if story is None:
            story = {"id": None, "reports": [], "origins": [], "facts": [], "events": [], "n_origins": 0, "n_unknown": 0, "n_reports": 0}
        files = {r["id"]: k for k, r in self.reports.items()}
        have = sorted(files[r] for r in story["reports"])
        right = set(want["reports"]) <= set(have) if "story" in free else sorted(want["reports"]) == have
        self._line(f"{name}: reports", None if right else f"{have}, not {want['reports']}")
        if "story" not in free:
            mains = sorted(k for k, r in self.reports.items() if story["id"] and r["main_story"] == story["id"])
            wanted_mains = sorted(w["file"] + (f"#{w['id']}" if "id" in w else "") for w in self.expected["report"] if w["main_story"] == want["key"])
            self._line(f"{name}: main story of", None if mains == wanted_mains else f"{mains}, not {wanted_mains}")
        if "n_origins" not in free:
            self._line(f"{name}: origins are {want['n_origins']}", None if story["n_origins"] == want["n_origins"] else f"{story['n_origins']}")
            self._line(f"{name}: unknown are {want['n_unknown']}", None if story["n_unknown"] == want["n_unknown"] else f"{story['n_unknown']}")
        for origin in want["origins"]:
            self._line(f"{name}: origin {origin.get('entity') or origin['name']}", self._origin(origin, story, files))
        for fact in want["facts"]:
            self._line(f"{name}: fact {fact['field']} of {fact['of']}", self._fact(fact))
        for reuse in want.get("reuse", ()):
            one, other = (self.reports[reuse[k]]["id"] for k in ("from", "to"))
            found = any(
                r["kind"] == reuse["kind"] and r["directed"] == reuse["directed"] and (r["from"]["report"], r["to"]["report"]) == (one, other)
                for r in self.record["reuse"]
            )
            between = [r for r in self.record["reuse"] if {r["from"]["report"], r["to"]["report"]} == {one, other}]
            there = [(r["kind"], r["directed"], files[r["from"]["report"]]) for r in between]
            self._line(f"{name}: reuse {reuse['from']} {reuse['to']}", None if found else f"only {there}")
        if "dossier" in want:
            self._line(f"{name}: dossier", self._dossier(want["dossier"], want["reports"]))

    def _origin(self, want: Json, story: Json, files: Mapping[str, str]) -> str | None:
        issuers = [want["entity"]] if "entity" in want else [*want["entities"], f"name:{want['name']}"]
        for origin in story["origins"]:
            if any(self._is_link(i, origin["entity"] or origin["name"]) for i in issuers):
                reports = sorted(files[r] for r in origin["reports"])
                wrong = [] if reports == sorted(want["reports"]) else [f"reports {reports}"]
                wrong += [f"no chain {c}" for c in want["chains"] if not any(self._is_chain(c, h, issuers) for h in origin["chains"])]
                return "; ".join(wrong) + f" in {origin['chains']}" if wrong else None
        return f"only {[o['entity'] or o['name'] for o in story['origins']]}"

    def _is_chain(self, want: Sequence[str], have: Sequence[str], issuers: Sequence[str] = ()) -> bool:
        return len(want) == len(have) and all(
            self._is_link(w, h) or (w.startswith("name:") and any(self._is_link(i, h) for i in issuers)) for w, h in zip(want, have, strict=True)
        )

    def _is_link(self, want: str, have: str) -> bool:
        kind, _, name = want.partition(":")
        called = {plain(n) for n in self.names.entities.get(have, {}).get("names", {}).values()}
        if kind == "outlet":
            return plain(name) in called or have == self._outlet(name)
        if kind == "name":
            return any(plain(w) in c for w in ("بيان ثلاثي", "بيان مشترك", "joint statement") for c in (*called, plain(have)))
        return self.names.same(want, have)

    def _outlet(self, name: str) -> str:
        from khabar.record import origins

        return "outlet/" + str(origins.slug(name))

    def _fact(self, want: Json) -> str | None:
        free = set(want.get("open", ()))
        about = {e["id"]: r for (r, k), es in self.found.items() if k == want["of"] for e in es}
        facts = [f for s in self.record["stories"] for f in s["facts"] if f["field"] == want["field"] and set(f["events"]) & set(about)]
        if not facts:
            return f"no fact on {want['field']} of it" if about else "the event is not found"
        best = "no fact"
        for fact in facts:
            wrong = [] if "verdict" in free or fact["verdict"] == want["verdict"] else [f"{fact['verdict']}, not {want['verdict']}"]
            for value in want["values"]:
                parts = value["value"].split(", ") if want["field"] == "actors" else [value["value"]]
                same_kind = [f for f in facts if f["verdict"] == fact["verdict"]] if want["field"] == "actors" else [fact]
                for part in parts:
                    values = [v for f in same_kind for v in f["values"] if self._is_value(want["field"], part, v["value"])]
                    reports = {self._file(r) for v in values for r in v["reports"]}
                    groups = [{self._file(r) for r in v["reports"]} for v in fact["values"]]
                    wanted = set(value["reports"])
                    arabic = re.search("[\u0621-\u064a]", part) is not None
                    if not (wanted in groups if arabic else reports == wanted):
                        wrong.append(f"{part}: in {sorted(reports) or groups}, not {sorted(wanted)}")
            if not wrong:
                return None
            best = "; ".join(wrong)
        return best

    def _file(self, report: str) -> str:
        return next((k for k, r in self.reports.items() if r["id"] == report), report)

    def _is_value(self, field: str, want: str, have: str) -> bool:
        if field == "number":
            return set(want.split()) <= set(have.split())
        if "/" in want and field in ("actors", "initiator", "place"):
            return self.names.same(want, have)
        return want == have

    def _dossier(self, want: Json, reports: Sequence[str]) -> str | None:
        """Its steps rest on the events in this order, and what is open is open."""
        best = "no dossier"
        for dossier in self.record["dossiers"]:
            at = []
            for step in want["steps"]:
                ids = {e["id"] for r in reports for e in self.found.get((r, step), [])}
                at.append(next((k for k, s in enumerate(dossier["steps"]) if ids & set(s["events"])), None))
            missing = [s for s, k in zip(want["steps"], at, strict=True) if k is None]
            order = [k for k in at if k is not None]
            opens = [o for o in want["open"] if o not in dossier["open"]]
            if not missing and order == sorted(order) and not opens:
                return None
            if len(missing) < len(want["steps"]):
                best = f"{dossier['id']}: without {missing}, not open {opens}" + ("" if order == sorted(order) else ", in another order")
        return best


def key(report: Json) -> str:
    """``beijing-3.jsonl#beijing-3a``: the file, and the id where it holds several reports."""
    name = re.split(r"[/\\]", report["path"] or "-")[-1]
    name = re.split(r"[#:]", name)[0]
    return f"{name}#{report['source_id']}" if name.endswith(".jsonl") else name


def example_lines(record: Json) -> list[Line]:
    expected = tomllib.loads((HERE.parent / "examples" / "expected.toml").read_text("utf-8"))
    return Examples(expected, record).run()


# ------------------------------------------------------------------ as a program


def main(what: str, mark: bool) -> None:
    import khabar

    if what == "examples":
        lines = example_lines(khabar.read([str(p) for p in khabar.examples()]).to_dict())
    else:
        import seeds_expected

        lines = seeds_expected.lines(khabar.read([str(p) for p in sorted((HERE.parents[1] / "shared" / "seeds").glob("*.txt"))]).to_dict())
    failing = [x for x in lines if x.why]
    for x in failing:
        sys.stdout.write(f"{x.id}\n      {x.why}\n")
    sys.stdout.write(f"{len(lines)} lines, {len(lines) - len(failing)} hold\n")
    if mark:
        head = f"# Lines of the {what} that do not hold yet. The test fails when one of them begins to hold (take it out) and when another breaks.\n"
        head += f"# Written by: python tests/held.py {what} --mark\nfails = [\n"
        (HERE / f"known_{what}.toml").write_text(head + "".join("  '" + x.id + "',\n" for x in failing) + "]\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1], "--mark" in sys.argv)
