"""What ``../shared/seeds/EXPECTED.md`` says, as data, and how a record is held against it.

The two seed reports are other people's texts: none of their words stand here. A place in them is the number of a line
(from 0, blank lines counted), as (first, last).
"""


from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from held import Json, Line, Names, differences, meets, pair, refs, short, value_of

# ------------------------------------------------------------------ the page as data

LAVROV, POMPEO = "person/sergey-lavrov", "person/mike-pompeo"
PUTIN, ERDOGAN = "person/vladimir-putin", "person/recep-tayyip-erdogan"
MFA = "org/rus-mfa"
P5 = ["state/RUS", "state/USA", "state/CHN", "state/GBR", "state/FRA"]
NUMBER = {"A": (0, 24), "B": (0, 15)}

REPORTS: dict[str, dict[str, Any]] = {
    "A": {
        "publisher": "Urdu Point",
        "carried": "Sputnik",
        "published": "2020-07-14",
        "items": 2,
        "second": 12,
        "photo": None,
        "legal": None,
        "subhead": None,
    },
    "B": {
        "publisher": 'Strategic Vision Group "Russia – Islamic World"',
        "carried": "RIA Novosti",
        "published": None,
        "items": 1,
        "photo": "org/rus-mfa",
        "legal": 10,
        "subhead": 8,
    },
}

# number of the row, report, lines that tell it, what it is
EVENTS: list[tuple[str, str, list[tuple[int, int]], dict[str, Any]]] = [
    (
        "1",
        "A",
        [(0, 4), (12, 18)],
        {
            "type": "CONSULT",
            "mode": "phone",
            "status": "happened",
            "background": False,
            "actors": [LAVROV, POMPEO],
            "date": "2020-07-13",
            "place": "",
        },
    ),
    (
        "1",
        "B",
        [(0, 2), (8, 9)],
        {
            "type": "CONSULT",
            "mode": "phone",
            "status": "happened",
            "background": False,
            "actors": [LAVROV, POMPEO],
            "date": "",
            "place": "",
            "initiator": "state/USA",
        },
    ),
    ("2", "A", [(6, 6)], {"type": "CONSULT", "mode": "phone", "status": "happened", "actors": [PUTIN, ERDOGAN], "date": "2020-07-13", "place": ""}),
    (
        "3",
        "A",
        [(10, 10)],
        {
            "type": "REQUEST",
            "status": "happened",
            "actors": [PUTIN, ERDOGAN],
            "recipients": ["state/LBY"],
            "date": "2020-07-13",
            "open": ["recipients"],
        },
    ),
    (
        "4",
        "A",
        [(8, 8)],
        {"type": "SUPPORT", "status": "happened", "actors": [PUTIN, ERDOGAN], "recipients": ["org/rus-mod", "org/tur-mod"], "date": "2020-07-13"},
    ),
    (
        "5",
        "A",
        [(12, 16), (20, 22)],
        {"type": "REQUEST", "status": "happened", "background": True, "actors": [PUTIN], "date": "2020-06", "open": ["recipients"]},
    ),
    (
        "5",
        "B",
        [(0, 1), (3, 3), (7, 7)],
        {"type": "REQUEST", "status": "happened", "background": True, "actors": [PUTIN], "date": "XXXX-06", "open": ["recipients"]},
    ),
    ("6", "B", [(5, 5)], {"type": "SUPPORT", "status": "happened", "background": True, "actors": P5, "date": "", "open": ["recipients"]}),
    (
        "6a",
        "A",
        [(22, 22)],
        {"type": "AGREE", "status": "happened", "background": True, "actors": ["state/USA", "state/CHN", "state/GBR", "state/FRA"], "date": ""},
    ),
    ("7", "A", [(12, 24)], {"type": "CONSULT", "mode": "multilateral", "status": "proposed", "actors": P5, "date": "", "place": ""}),
    ("7", "B", [(0, 7)], {"type": "CONSULT", "mode": "multilateral", "status": "proposed", "actors": P5, "date": "", "place": ""}),
    ("8", "A", [(18, 18)], {"type": "CONSULT", "status": "planned", "actors": ["state/RUS", "state/USA"], "date": "", "place": ""}),
    ("8", "B", [(2, 2)], {"type": "CONSULT", "status": "planned", "actors": ["state/RUS", "state/USA"], "date": "", "place": ""}),
]
# Allowed, not required.
ALLOWED: list[tuple[str, tuple[int, int], str]] = [
    ("A", (22, 22), "SUPPORT"), ("A", (10, 10), "AGREE"), ("A", (10, 10), "ASSAULT"), ("B", (10, 12), "ASSAULT"),
]  # fmt: skip

# What the events are about: row, report, entities (any of those of one tuple) that must be among the topics.
ABOUT: list[tuple[str, str, list[tuple[str, ...]]]] = [
    ("1", "A", [("gathering/p5-summit",), ("state/LBY", "conflict/libyan-civil-war"), ("state/SYR", "conflict/syrian-civil-war"), ("state/AFG",)]),
    ("1", "B", [("gathering/p5-summit",), ("state/LBY", "conflict/libyan-civil-war"), ("state/SYR", "conflict/syrian-civil-war"), ("state/AFG",)]),
    ("2", "A", [("place/idlib",), ("state/LBY", "conflict/libyan-civil-war")]),
    (
        "3",
        "A",
        [
            ("state/LBY", "conflict/libyan-civil-war"),
            ("instrument/berlin-conclusions-libya", "gathering/berlin-conference-libya"),
            ("instrument/unscr-2510",),
        ],
    ),
    ("4", "A", [("place/idlib",), ("place/northeast-syria",)]),
    ("5", "A", [("gathering/p5-summit",)]),
    ("5", "B", [("gathering/p5-summit",)]),
    ("6", "B", [("gathering/p5-summit",)]),
    ("6a", "A", [("gathering/p5-summit",)]),
]
# Topics in words: row, report, a line in which the topic's words stand.
TOPICS = [
    ("1", "A", "strategic stability", 18), ("1", "B", "strategic stability", 2), ("1", "B", "other international issues, bilateral problems", 9),
    ("7", "A", "peace, security, strategic arms, terrorism", 24), ("7", "B", "peace, security, strategic arms, terrorism", 4),
    ("8", "A", "strategic stability", 18), ("8", "B", "strategic stability", 2),
]  # fmt: skip

RELATIONS = [
    ("B", "person/fayez-al-sarraj", "leads", "org/gna"),
    ("B", "person/fayez-al-sarraj", "controls", "place/tripoli-lby"),
    ("B", "person/khalifa-haftar", "leads", "org/lna"),
    ("B", "person/khalifa-haftar", "cooperates-with", "org/lby-parliament"),
    ("B", "state/TUR", "supports", "org/gna"),
    ("B", "state/EGY", "supports", "org/lna"),
]
# Happenings of the background: report, line, what must be dated so (an event or a relation told there).
BACKGROUND = [("B", 10, "armed conflict in Syria since 2011", "2011"), ("B", 10, "victory over ISIS declared at the end of 2017", "2017")]

# report, lines, speaker, kind, how many at least, what it is
STATEMENTS = [
    ("A", (4, 4), MFA, "direct", 1, "the conflicts"),
    ("A", (16, 16), MFA, "direct", 1, "the preparation"),
    ("A", (18, 18), MFA, "indirect", 1, "strategic stability"),
    ("B", (1, 1), MFA, "direct", 1, "the preparation"),
    ("B", (9, 9), MFA, "direct", 1, "the conflicts"),
    ("B", (0, 9), MFA, "indirect", 3, "several reported ones"),
    ("A", (20, 20), PUTIN, "indirect", 1, "many undefined matters, such a meeting is wanted and useful"),
    ("B", (7, 7), PUTIN, "indirect", 1, "many undefined matters, such a meeting is wanted and useful"),
    ("A", (24, 24), PUTIN, "indirect", 1, "open discussion is needed"),
    ("B", (4, 4), PUTIN, "indirect", 1, "open discussion is needed"),
    ("A", (10, 10), PUTIN, "indirect", 1, "the request of both presidents"),
    ("A", (10, 10), ERDOGAN, "indirect", 1, "the request of both presidents"),
    ("B", (0, 0), MFA, "indirect", 1, "the call was at the American side's initiative"),
    ("B", (6, 6), MFA, "indirect", 1, "date and place after the agenda"),
]

# Sentences that both carry: line of A, line of B, what.
ALIGNED = [
    (16, 1, "the quotation on the preparation"),
    (18, 2, "the exchange on strategic stability"),
    (4, 9, "the quotation on Afghanistan, Libya and Syria"),
    (22, 3, "Putin's proposal of June"),
    (24, 4, "his list of topics"),
]

# Facts of the story: field, row of the event, value ("" = any), reports, verdict
FACTS = [
    ("status", "1", "happened", "AB", "repeated"),
    ("actors", "1", LAVROV, "AB", "repeated"),
    ("actors", "1", POMPEO, "AB", "repeated"),
    ("about", "1", "state/AFG", "AB", "repeated"),
    ("about", "1", "state/LBY", "AB", "repeated"),
    ("about", "1", "state/SYR", "AB", "repeated"),
    ("about", "1", "gathering/p5-summit", "AB", "repeated"),
    ("status", "8", "planned", "AB", "repeated"),
    ("status", "7", "proposed", "AB", "repeated"),
    ("date", "1", "2020-07-13", "A", "single"),
    ("initiator", "1", "state/USA", "B", "single"),
]

DOSSIERS = [
    ("libya", ("state/LBY", "conflict/libyan-civil-war")),
    ("syria", ("state/SYR", "conflict/syrian-civil-war")),
    ("afghanistan", ("state/AFG",)),
]


# ------------------------------------------------------------------ holding


class Seeds:
    def __init__(self, record: Json) -> None:
        self.record, self.names = record, Names(record)
        by_name = sorted(record["reports"], key=lambda r: r["path"])
        self.reports = dict(zip("AB", by_name, strict=True))
        self.spans = {k: _line_spans(r["text"]) for k, r in self.reports.items()}
        self.events = {k: [e for e in record["events"] if e["report"] == r["id"]] for k, r in self.reports.items()}
        self.found: dict[tuple[str, str], Json] = {}  # (row, report) ->
        self.lines: list[Line] = []

    def line(self, id: str, right: object, why: object = "not so") -> None:
        self.lines.append(Line(id, None if right else str(why)))

    def within(self, report: str, lines: tuple[int, int]) -> tuple[int, int]:
        return self.spans[report][lines[0]][0], self.spans[report][lines[1]][1]

    def run(self) -> list[Line]:
        for k, want in REPORTS.items():
            self._report(k, want)
        self._events()
        self._relations()
        self._statements()
        self._together()
        self._dossiers()
        return self.lines

    def _report(self, k: str, want: dict[str, Any]) -> None:
        r, entities = self.reports[k], self.names.entities
        called = entities.get(r["outlet"]["id"], {}).get("names", {})
        self.line(f"{k}: publisher", called.get("en") == want["publisher"], f"{r['outlet']} {called}")
        carried = [c["name"] for c in r["credits"] if c["role"] in ("agency", "source")]
        self.line(f"{k}: carried from {want['carried']}", len(carried) == 1 and self._outlet(carried[0]) == want["carried"], carried)
        value = value_of(r["published"]) or None
        self.line(f"{k}: published", value == want["published"] and (value is None or r["published"]["basis"] == "dateline"), r["published"])
        starts = [i["span"][0] for i in r["items"]]
        right = len(r["items"]) == want["items"] and ("second" not in want or abs(starts[-1] - self.spans[k][want["second"]][0]) <= 1)
        self.line(f"{k}: items", right, r["items"])
        photo = [c["name"] for c in r["credits"] if c["role"] == "photo"]
        self.line(f"{k}: photo credit", len(photo) == (want["photo"] is not None), photo)
        for kind in ("legal", "subhead"):
            notes = [n["span"] for n in r["notes"] if n["kind"] == kind]
            right = not notes if want[kind] is None else len(notes) == 1 and meets(notes, [self.spans[k][want[kind]]])
            self.line(f"{k}: {kind}", right, notes)
        odd = [i["code"] for i in r["issues"]]
        self.line(f"{k}: Issue of the weekday", ("dateline-weekday-mismatch" in odd) == (k == "A"), odd)

    def _outlet(self, credit: str) -> str | None:
        from khabar import packs

        world = packs.the_world()
        found = world.lookup(credit)
        return world.entities[found].name("en").split(" (")[0] if found else None

    def _events(self) -> None:
        for k in "AB":
            rows = [(n, w, lines) for n, report, lines, w in EVENTS if report == k]
            places = [[self.within(k, x) for x in lines] for _, _, lines in rows]
            wanted = [w for _, w, _ in rows]
            paired = pair(wanted, self.events[k], places, self.names)
            for i, (number, want, _) in enumerate(rows):
                event = paired.get(i)
                if event is not None:
                    self.found[number, k] = event
                self.line(
                    f"{k}: event {number}",
                    event is not None and not differences(want, event, self.names),
                    "; ".join(differences(want, event, self.names)) if event else f"no {want['type']} there",
                )
            used = {e["id"] for e in paired.values()}
            false = [short(e) for e in self.events[k] if e["id"] not in used and not self._allowed(k, e)]
            self.line(f"{k}: nothing false among the events", not false, "; ".join(false))
        for number, k, topics in ABOUT:
            event = self.found.get((number, k))
            have = {t["entity"] for t in event["about"]} if event else set()
            missing = [t for t in topics if not have & set(t)]
            self.line(
                f"{k}: event {number} is about what it is about",
                not missing,
                f"without {missing}, only {sorted(filter(None, have))}" if event else "no such event",
            )
        for number, k, what, line in TOPICS:
            event = self.found.get((number, k))
            spans = [t["span"] for t in event["about"]] if event else []
            self.line(
                f"{k}: event {number} is about {what}",
                meets(spans, [self.spans[k][line]]),
                [t["text"] for t in event["about"]] if event else "no such event",
            )
        for number, k in (("3", "A"), ("4", "A"), ("5", "A"), ("5", "B")):
            event = self.found.get((number, k))
            said = [s["entity"] for s in event["said_by"]] if event else []
            self.line(f"{k}: event {number} rests on nobody outside it", event and not set(said) - {PUTIN, ERDOGAN, MFA}, said)

    def _allowed(self, k: str, event: Json) -> bool:
        spans = [v["span"] for v in event["evidence"]]
        return any(r == k and event["type"] == kind and meets(spans, [self.within(k, lines)]) for r, lines, kind in ALLOWED)

    def _relations(self) -> None:
        left = {k: [r for r in self.record["relations"] if r["report"] == self.reports[k]["id"]] for k in "AB"}
        for k, subject, relation, obj in RELATIONS:
            hit = next((r for r in left[k] if (r["subject"], r["relation"], r["object"]) == (subject, relation, obj)), None)
            if hit is not None:
                left[k].remove(hit)
            self.line(f"{k}: {subject} {relation} {obj}", hit is not None, "not found")
        for k in "AB":
            # Haftar or the LNA with the parliament, the GNA through Sarraj: both ways of saying it are right
            spare = [
                r
                for r in left[k]
                if (r["subject"], r["relation"], r["object"])
                not in {("org/lna", "cooperates-with", "org/lby-parliament"), ("org/gna", "controls", "place/tripoli-lby")}
            ]
            self.line(f"{k}: nothing false among the relations", not spare, "; ".join(f"{r['subject']} {r['relation']} {r['object']}" for r in spare))
        for k, line, what, year in BACKGROUND:
            here = [e for e in self.events[k] if meets([v["span"] for v in e["evidence"]], [self.spans[k][line]])]
            dates = [value_of(e["date"]) for e in here] + [
                value_of(r["date"]) for r in self.record["relations"] if meets([r["span"]], [self.spans[k][line]])
            ]
            self.line(f"{k}: {what}", any(d.startswith(year) for d in dates), f"only {dates}")

    def _statements(self) -> None:
        used: set[str] = set()
        for k, lines, speaker, kind, count, what in STATEMENTS:
            place = self.within(k, lines)
            here = [
                s
                for s in self.record["statements"]
                if s["report"] == self.reports[k]["id"] and s["speaker"] == speaker and s["kind"] == kind and meets([s["span"]], [place])
            ]
            used |= {s["id"] for s in here}
            self.line(f"{k}: {speaker} {kind}: {what}", len(here) >= count, f"{len(here)} found")
        for k in "AB":
            false = [s for s in self.record["statements"] if s["report"] == self.reports[k]["id"] and s["id"] not in used]
            # Putin's proposal and the partners' interest may be told as statements too
            false = [s for s in false if s["speaker"] not in (PUTIN, MFA)]
            self.line(f"{k}: nobody speaks who does not", not false, [s["speaker"] for s in false])

    def _together(self) -> None:
        ids = {self.reports[k]["id"]: k for k in "AB"}
        chief = {e["id"] for n, e in self.found.items() if n[0] == "1"}
        story = max(self.record["stories"], key=lambda s: len(chief & set(s["events"])), default=None)
        assert story is not None
        reports = "".join(sorted(ids[r] for r in story["reports"]))
        self.line("AB: one story for the call", len(chief) == 2 and chief <= set(story["events"]) and reports == "AB", f"{story['id']}: {reports}")
        self.line(
            "AB: main story", {r["main_story"] for r in self.record["reports"]} == {story["id"]}, [r["main_story"] for r in self.record["reports"]]
        )
        self.line(
            "AB: one independent origin", story["n_origins"] == 1 and story["n_unknown"] == 0, f"{story['n_origins']}, {story['n_unknown']} unknown"
        )
        origins = [o["entity"] for o in story["origins"]]
        self.line("AB: the origin is the ministry", origins == [MFA], origins)
        chains = [c for o in story["origins"] if o["entity"] == MFA for c in o["chains"]]
        for k, middle in (("A", "outlet/sputnik"), ("B", "outlet/ria-novosti")):
            want = [self.reports[k]["outlet"]["id"], middle, MFA]
            self.line(f"{k}: chain", want in chains, f"{chains}")
        for a, b, what in ALIGNED:
            left, right = self.spans["A"][a], self.spans["B"][b]
            hit = any(
                (ids[r["from"]["report"]], ids[r["to"]["report"]]) in (("A", "B"), ("B", "A"))
                and meets([r["from" if ids[r["from"]["report"]] == "A" else "to"]["span"]], [left])
                and meets([r["to" if ids[r["from"]["report"]] == "A" else "from"]["span"]], [right])
                for r in self.record["reuse"]
            )
            self.line(f"AB: aligned: {what}", hit, "no reuse between the two lines")
        facts = [f for s in self.record["stories"] for f in s["facts"]]
        for field, number, value, who, verdict in FACTS:
            events = {self.found[number, k]["id"] for k in "AB" if (number, k) in self.found}
            near = [
                (f["verdict"], v["value"], "".join(sorted(ids[r] for r in v["reports"])))
                for f in facts
                if f["field"] == field and events & set(f["events"])
                for v in f["values"]
            ]
            self.line(f"AB: {field} of {number}: {value} {verdict}", (verdict, value, who) in near, [n for n in near if n[1] == value] or near)
        proposal = {self.found["5", k]["id"] for k in "AB" if ("5", k) in self.found}
        both = any(f["verdict"] == "repeated" and proposal <= set(f["events"]) for f in facts if len(proposal) == 2) or any(
            f["verdict"] == "repeated" and proposal & set(f["events"]) and any(len(v["reports"]) == 2 for v in f["values"]) for f in facts
        )
        self.line("AB: Putin's idea of June is told by both", both, "no repeated fact on it")
        for number, k, what in (
            ("2", "A", "the call of Putin and Erdogan"),
            ("4", "A", "the praise of the ministries"),
            ("6", "B", "the interest of all members"),
        ):
            other = "B" if k == "A" else "A"
            self.line(f"{k} alone: {what}", (number, k) in self.found and (number, other) not in self.found, "not found there alone")
        event = self.found.get(("2", "A"))
        single = any(f["verdict"] == "single" and event and event["id"] in f["events"] for f in facts)
        self.line("A alone: the call of Putin and Erdogan is single", single, "no fact says so")
        pair_ = {self.found[n, k]["id"] for n, k in (("6a", "A"), ("6", "B")) if (n, k) in self.found}
        differs = any(f["verdict"] == "differs" and len(pair_) == 2 and pair_ <= set(f["events"]) and len(f["values"]) > 1 for f in facts)
        self.line("AB: agreed (A) and voiced interest (B) differs", differs, "no fact lays them side by side")
        contradicted = [f["field"] for f in facts if f["verdict"] == "contradicted"]
        self.line("AB: nothing is contradicted", not contradicted, contradicted)

    def _dossiers(self) -> None:
        dossiers = self.record["dossiers"]
        summit = next((d for d in dossiers if "gathering/p5-summit" in d["entities"] or "p5" in d["id"]), None)
        self.line("dossier: the summit of the five", summit is not None, [d["id"] for d in dossiers])
        steps = [(s["status"], value_of(s["date"]), set(s["events"])) for s in summit["steps"]] if summit else []

        def at(numbers: Iterable[tuple[str, str]], date: str) -> int | None:
            ids = {self.found[n]["id"] for n in numbers if n in self.found}
            return next((i for i, (_, value, events) in enumerate(steps) if events & ids and value.startswith(date)), None)

        order: list[tuple[str, Sequence[tuple[str, str]], str]] = [
            ("proposed in June 2020", [("5", "A"), ("5", "B")], "2020-06"),
            ("interest of all members", [("6", "B"), ("6a", "A")], ""),
            ("preparation discussed on 13 July 2020", [("1", "A"), ("1", "B")], "2020-07-13"),
        ]
        places = [at(numbers, date) for _, numbers, date in order]
        for (what, _, _), place in zip(order, places, strict=True):
            self.line(f"dossier: {what}", place is not None, [(s, d) for s, d, _ in steps])
        known = [p for p in places if p is not None]
        self.line("dossier: its steps are in order", len(known) == 3 and known == sorted(known), known)
        opened = summit["open"] if summit else []
        self.line("dossier: agenda, date and place are open", {"agenda", "date", "place"} <= set(opened), opened)
        for what, ids in DOSSIERS:
            self.line(f"dossier: {what}", any(set(ids) & set(d["entities"]) for d in dossiers), [d["id"] for d in dossiers])
        groups = {self.found["8", k]["id"] for k in "AB" if ("8", k) in self.found}
        strategic = any(groups & set(s["events"]) for d in dossiers for s in d["steps"])
        self.line("dossier: Russian-American strategic stability", strategic, "no dossier has the working groups")


def _line_spans(text: str) -> list[tuple[int, int]]:
    out, at = [], 0
    for line in text.split("\n"):
        out.append((at, at + len(line)))
        at += len(line) + 1
    return out


def lines(record: Json) -> list[Line]:
    return Seeds(record).run()


__all__ = ["lines", "refs"]
