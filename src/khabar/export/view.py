"""What is to be taken out: the part of a store that fits the filters, as plain dicts, read in batches."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import khabar

BATCH = 1000  # events read together; stories a quarter of it. Larger: fewer reports are read twice, more memory
_OF_EVENTS = ("actor", "recipient", "country", "entity", "type", "mode", "status", "since", "until", "place", "background", "dossier")
_OF_REPORTS = ("outlet", "language", "report", "added_since")
_WEAKEST = ("contradicted", "differs", "single", "repeated", "corroborated")


@dataclass(frozen=True, slots=True)
class Act:
    """One happening as one or several reports tell it: the events, the facts that compare them, and its story.

    main: it is what the story is about. Events in no story are an act each, with story None.
    """

    id: str
    story: dict[str, Any] | None
    main: bool
    events: tuple[dict[str, Any], ...]
    facts: tuple[dict[str, Any], ...]


class View:
    """A store through its filters. words: False leaves out what reports have written."""

    def __init__(self, store: khabar.Store, filters: Mapping[str, Any], level: str, words: bool) -> None:
        self.store, self.filters, self.level, self.words = store, dict(filters), level, words
        self.entities: dict[str, dict[str, Any]] = {}
        self.reports: dict[str, dict[str, Any]] = {}
        self.chains: dict[str, dict[tuple[str, ...], None]] = {}  # event -> the chains of its claims
        self.spots = _spots()
        self.places = khabar.places()
        self.geonames = khabar.geonames()
        self.states = khabar.countries()

    # ------------------------------------------------------------------ reading

    @functools.cached_property
    def wanted(self) -> dict[str, str]:
        """Event -> report, of the events that fit, the latest first."""
        return {r["id"]: r["report"] for r in self.store.rows("event", **self.filters)}

    @functools.cached_property
    def told(self) -> list[dict[str, Any]]:
        """Rows of the stories that fit, the latest first."""
        return list(self.store.rows("story", **self.filters))

    def _read(self, reports: Sequence[str]) -> dict[str, Any]:
        """The record of some reports with all others that their stories rest on."""
        stories = list(self.store.stories(report=",".join(reports)))
        around = dict.fromkeys([*reports, *(r for s in stories for r in s.reports)])
        data = self.store.record(report=",".join(around)).to_dict()
        inside = {s.id for s in stories}
        data["stories"] = [s for s in data["stories"] if s["id"] in inside]
        self._learn(data)
        return data

    def _learn(self, data: dict[str, Any]) -> None:
        self.entities.update((e["id"], e) for e in data["entities"])
        self.reports.update((r["id"], {**r, "text": ""}) for r in data["reports"])
        for c in data["claims"]:
            self.chains.setdefault(c["about"], {})[tuple(c["chain"])] = None

    def batches(self, reports: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Records of so many reports at a time that memory stays bounded."""
        for n in range(0, len(reports), BATCH):
            yield self._read(reports[n : n + BATCH])

    # ------------------------------------------------------------------ units

    def events(self) -> Iterator[tuple[dict[str, Any], Act]]:
        """Events that fit, the latest first, each with the act that it is an account of."""
        order = list(self.wanted.items())
        for n in range(0, len(order), BATCH):
            some = order[n : n + BATCH]
            data = self._read(list(dict.fromkeys(r for _, r in some)))
            events = {e["id"]: e for e in data["events"]}
            home = {e["id"]: act for act in acts(data) for e in act.events}
            for id, _ in some:
                yield events[id], home.get(id) or Act(id, None, True, (events[id],), ())

    def stories(self) -> Iterator[tuple[dict[str, Any], list[Act]]]:
        """Stories that fit (their rows), the latest first, each with its acts, the main one first."""
        for n in range(0, len(self.told), BATCH // 4):
            some = self.told[n : n + BATCH // 4]
            ids = ",".join(r["id"] for r in some)
            reports = list(dict.fromkeys(r for s in self.store.stories(story=ids) for r in s.reports))
            data = self._read(reports)
            of: dict[str, list[Act]] = {r["id"]: [] for r in some}
            for act in acts(data):
                if act.story and act.story["id"] in of:
                    of[act.story["id"]].append(act)
            for row in some:
                yield row, of[row["id"]]

    def acts(self) -> Iterator[Act]:
        """Level story: every act of the stories that fit, once, and the events that fit and are in no story; level event: each event."""
        if self.level != "story":
            for event, act in self.events():
                yield Act(event["id"], act.story, act.main, (event,), act.facts)
            return
        narrow = any(self.filters.get(n) is not None for n in (*_OF_EVENTS, *_OF_REPORTS))
        seen: set[str] = set()
        for _, some in self.stories():
            for act in some:
                # An event may be told in two stories; it is taken out where it is met first.
                ids = {e["id"] for e in act.events}
                if not (ids & seen) and (not narrow or ids & self.wanted.keys()):
                    seen |= ids
                    yield act
        rest = {id: r for id, r in self.wanted.items() if id not in seen}
        if set(self.filters) & {"story", "min_origins", "max_origins", "contradicted"}:
            return
        for n, (id, _) in enumerate(rest.items()):
            if n % BATCH == 0:
                some_ids = list(rest)[n : n + BATCH]
                data = self._read(list(dict.fromkeys(rest[i] for i in some_ids)))
                events = {e["id"]: e for e in data["events"]}
            yield Act(id, None, True, (events[id],), ())

    def claims(self) -> Iterator[tuple[dict[str, Any], dict[str, Any], str, Act]]:
        """Claims of the events that fit, with the event, the verdict on their value, and the act."""
        order = list(self.wanted.items())
        for n in range(0, len(order), BATCH):
            some = dict(order[n : n + BATCH])
            data = self._read(list(dict.fromkeys(some.values())))
            events = {e["id"]: e for e in data["events"]}
            home = {e["id"]: act for act in acts(data) for e in act.events}
            said = verdicts(data)
            claims: dict[str, list[dict[str, Any]]] = {}
            for c in data["claims"]:
                claims.setdefault(c["about"], []).append(c)
            for id in some:
                event = events[id]
                act = home.get(id) or Act(id, None, True, (event,), ())
                for c in claims.get(id, ()):
                    yield c, event, said.get((id, c["field"], c["value"]), "single"), act

    # ------------------------------------------------------------------ names

    def name(self, id: str | None, language: str = "en") -> str:
        """Name of an entity; English stands in for Arabic, and the id for what has no name."""
        if id is None:
            return ""
        names = self.entities.get(id, {}).get("names") or khabar.names(id)
        return str(names.get(language) or names.get("en") or ("" if not self.words else names.get("ar")) or id.rpartition("/")[2])

    def spot(self, place: str | None) -> tuple[float, float] | None:
        """Latitude and longitude of a place; None for a country, which has no point."""
        return None if place is None or place.startswith("state/") else self.spots.get(place)

    def party(self, p: Mapping[str, Any]) -> str:
        """Entity id of a party; where it cannot be named its words, or without words 'unnamed'."""
        return str(p["entity"] or (p["text"] if self.words else "unnamed"))

    def outlet(self, report: str) -> str:
        """What the outlet of a report is called."""
        outlet = self.reports[report]["outlet"]
        return str(outlet["name"] or (self.name(outlet["id"]) if outlet["id"] else ""))

    def country(self, place: str | None) -> str:
        """Country of a place, as its code."""
        if place is None:
            return ""
        return place.removeprefix("state/") if place.startswith("state/") else str(self.entities.get(place, {}).get("country") or "")


@functools.cache
def _spots() -> dict[str, tuple[float, float]]:
    return khabar.gazetteer()


def acts(data: dict[str, Any]) -> Iterator[Act]:
    """The acts of all stories of a record, the main one of a story first. Their ids are story, type and mode, as POLECAT makes them."""
    for story in data["stories"]:
        given: dict[str, int] = {}
        for n, (events, facts) in enumerate(khabar.page.by_event(story, data)):
            best = chief(events)
            mode = next((e["mode"] for e in events if e["mode"]), None)
            stem = f"{story['id']}_{best['type']}" + (f"-{mode}" if mode else "")
            given[stem] = given.get(stem, 0) + 1
            id = stem if given[stem] == 1 else f"{stem}_{given[stem]}"
            yield Act(id, story, n == 0 and any(e["id"] in story["events"] for e in events), tuple(events), tuple(facts))


def chief(events: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The account that says most."""
    return max(events, key=lambda e: (not e["background"], bool(e["date"]), len(e["actors"]) + len(e["recipients"])))


def verdict(act: Act, field: str) -> str | None:
    """Verdict on a field of an act: the weakest of its values, the clashes first. None where no fact is about it."""
    found = {f["verdict"] for f in act.facts if f["field"] == field}
    return next((v for v in _WEAKEST if v in found), None)


def overall(act: Act) -> str:
    """Verdict on the act as such: how many independent origins say that it took place."""
    for field in ("acts", "status"):
        for f in act.facts:
            if f["field"] == field:
                return str(f["verdict"])
    return "repeated" if len({e["report"] for e in act.events}) > 1 else "single"


def counts(act: Act) -> tuple[int, int, int, list[str]]:
    """Reports that tell an act, its independent origins, reports of unknown origin among them; ids of the origins."""
    reports = {e["report"] for e in act.events}
    if act.story is None:
        return len(reports), 0, len(reports), []
    of_story = [o for o in act.story["origins"] if not o["id"].startswith("text/")]
    said = [v for f in act.facts for v in f["values"]]
    found = dict.fromkeys(o for v in said for o in v["origins"] if not o.startswith("text/"))
    if not found:
        found = dict.fromkeys(o["id"] for o in of_story if reports & set(o["reports"]))
    sourced = {r for v in said if v["origins"] for r in v["reports"]} | {r for o in of_story for r in o["reports"]}
    return len(reports), len(found), len(reports - sourced), list(found)


def verdicts(data: dict[str, Any]) -> dict[tuple[str, str, str], str]:
    """(event, field, value) -> the verdict that the fact with this value has."""
    out: dict[tuple[str, str, str], str] = {}
    for story in data["stories"]:
        for f in story["facts"]:
            for v in f["values"]:
                for event in f["events"]:
                    out.setdefault((event, f["field"], v["value"]), f["verdict"])
    return out
