"""What stands on each page, worked out from the store. Nothing here knows HTML or HTTP; every page is also rows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import khabar
from khabar.web import drawing, marks
from khabar.web.guard import Person
from khabar.web.reader import Reader
from khabar.web.words import Names, Words, direction

FILTERS = (
    "actor",
    "recipient",
    "country",
    "entity",
    "type",
    "mode",
    "status",
    "place",
    "outlet",
    "origin",
    "language",
    "since",
    "until",
    "story",
    "report",
    "dossier",
    "min_origins",
    "max_origins",
    "contradicted",
    "background",
    "added_since",
)
FACETS = ("type", "status", "country", "actor", "place", "outlet", "origin")
SORTS = ("newest", "oldest", "origins", "contradictions", "reports")
COLUMNS = (
    "day",
    "type",
    "mode",
    "status",
    "actors",
    "recipients",
    "place",
    "text",
    "date",
    "date_basis",
    "initiator",
    "third_parties",
    "contexts",
    "plover_type",
    "plover_mode",
    "quad",
    "intensity",
    "background",
    "rule",
    "story",
    "report",
    "id",
)
USUAL = ("day", "type", "mode", "status", "actors", "recipients", "place", "text")
SIZE = 30
MOST = 500  # rows of one answer
LISTS = 200  # reports that a search looks through
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")
_TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?")
_NUMBER = re.compile(r"\d{1,9}")


class Wrong(Exception):
    """A question that cannot be answered, and why."""


class Missing(Exception):
    """There is nothing of that name."""


@dataclass(slots=True)
class Ask:
    """One question: who asks for what, in which language."""

    reader: Reader
    words: Words
    params: Mapping[str, list[str]]
    person: Person
    store: khabar.Store = field(init=False)
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        self.store = self.reader.store()
        self.names = Names(self.words.language)

    def one(self, name: str, usual: str = "") -> str:
        """The (last) value of a parameter."""
        values = self.params.get(name)
        return values[-1].strip() if values else usual

    def number(self, name: str, usual: int, least: int, most: int) -> int:
        """A whole number between two others; Wrong for anything else."""
        given = self.one(name)
        if not given:
            return usual
        if not _NUMBER.fullmatch(given) or not least <= int(given) <= most:
            raise Wrong(f"{name}: a number from {least} to {most}")
        return int(given)

    @property
    def filters(self) -> dict[str, Any]:
        """The filters of the store that were asked for; Wrong for a value that cannot be one."""
        found: dict[str, Any] = {}
        for name in FILTERS:
            given = ",".join(v.strip() for v in self.params.get(name, ()) if v.strip())
            if not given:
                continue
            if name in ("since", "until") and not _DAY.fullmatch(given):
                raise Wrong(f"{name}: a day as 2020-07-13, or less of it")
            if name == "added_since" and not _TIME.fullmatch(given):
                raise Wrong("added_since: a day or a time as 2020-07-13T12:00:00Z")
            if name in ("min_origins", "max_origins"):
                found[name] = self.number(name, 0, 0, 10**6)
            elif name in ("contradicted", "background"):
                if given not in ("0", "1", "true", "false"):
                    raise Wrong(f"{name}: 1 or 0")
                found[name] = given in ("1", "true")
            else:
                found[name] = given
        return found

    @property
    def sees_text(self) -> bool:
        """May this person read the words of others' reports?"""
        return self.person.may("reader")

    def once(self, key: tuple[Any, ...], make: Callable[[], Any]) -> Any:
        """Worked out once until the store changes."""
        return self.reader.once(key, make)


@dataclass(slots=True)
class Page:
    """One page. rows: what it is as a table; next: where the following rows begin; more: keys that its JSON has besides."""

    template: str
    title: str
    context: dict[str, Any]
    rows: list[dict[str, Any]]
    next: int | None = None
    more: dict[str, Any] = field(default_factory=dict)
    columns: Sequence[str] | None = None


def _key(filters: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(sorted(filters.items()))


# ------------------------------------------------------------------ filters and facets


def _chosen(ask: Ask, filters: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What was narrowed down, each with the value that stays when it is taken away."""
    out = []
    for name, given in filters.items():
        if name in ("contradicted", "background"):
            yes = ask.words("desk.only-contradicted") if name == "contradicted" else ask.words("facet.background")
            out.append({"name": name, "label": yes if given else f"{yes}: 0", "rest": None, "facet": ask.words.label("facet", name)})
            continue
        values = str(given).split(",")
        for value in values:
            rest = ",".join(v for v in values if v != value) or None
            out.append({"name": name, "label": _label(ask, name, value), "rest": rest, "facet": ask.words.label("facet", name)})
    return out


def _label(ask: Ask, name: str, value: str) -> str:
    if name in ("type", "mode", "status"):
        return ask.words.label(name, value)
    if name in ("actor", "recipient", "country", "entity", "place"):
        return ask.names(value)
    if name == "origin":
        return _origin_name(ask, value)
    if name in ("since", "until"):
        return ask.words.date(value)
    return value


def _origin_name(ask: Ask, name: str) -> str:
    """An origin is kept under its English name; in the reader's language where an entity has it."""
    known = ask.once(("origins", ask.words.language), lambda: _origin_names(ask))
    return cast(str, known.get(name, name))


def _origin_names(ask: Ask) -> dict[str, str]:
    return {n["en"]: n[ask.words.language] for e in ask.store.entities() if (n := dict(e.names)).get("en") and n.get(ask.words.language)}


def _facets(
    ask: Ask, level: str, names: Sequence[str], filters: Mapping[str, Any], narrowed: Mapping[str, Any] | None = None
) -> list[dict[str, Any]]:
    asked = {**filters, **(narrowed or {})}
    found = ask.once(("facets", level, *names, _key(asked)), lambda: ask.store.facets(level, names, most=9, **asked))
    _know(ask, [v for n in ("actor", "place") for v, _ in found.get(n, ())] + [f"state/{v}" for v, _ in found.get("country", ())])
    out = []
    for name in names:
        taken = set(str(filters.get(name, "")).split(","))
        values = [{"value": v, "n": n, "label": _label(ask, name, v), "taken": v in taken} for v, n in found[name]]
        if values:
            out.append({"name": name, "label": ask.words.label("facet", name), "values": values, "given": filters.get(name)})
    return out


def _know(ask: Ask, ids: Iterable[str]) -> None:
    """Learn the names of entities in one go."""
    missing = [i for i in dict.fromkeys(ids) if i and i not in ask.names.of_entity]
    for e in ask.store.entities(missing) if missing else ():
        ask.names.of_entity[e.id] = dict(e.names)


# ------------------------------------------------------------------ stories


def stories(ask: Ask) -> Page:
    """The desk: stories by day."""
    filters, q = ask.filters, ask.one("q")
    exact = ask.one("exact") in ("1", "true", "on")
    size, offset = ask.number("_size", SIZE, 1, MOST), ask.number("_next", 0, 0, 10**7)
    sort = ask.one("_sort") or ("relevance" if q else "newest")
    if sort not in (*SORTS, "relevance"):
        raise Wrong(f"_sort: one of {', '.join(SORTS)}")
    hits: dict[str, Any] = {}
    narrowed: dict[str, Any] | None = None
    if q:
        for hit in ask.once(("hits", q, exact, _key(filters)), lambda: ask.store.search(q, exact=exact, limit=LISTS, **filters)):
            if hit.story:
                hits.setdefault(hit.story, hit)
        narrowed = {"story": ",".join(hits)} if hits else None
    if q and not hits:
        rows, total, facets = khabar.Rows(), 0, []
    elif q and sort == "relevance":
        ids = list(hits)
        rows, total = ask.store.named("story", ids[offset : offset + size]), len(ids)
        facets = _facets(ask, "story", FACETS, filters, narrowed)
    else:
        asked = {**filters, **(narrowed or {})}
        rows = ask.store.browse("story", sort="newest" if sort == "relevance" else sort, limit=size, offset=offset, **asked)
        total = ask.once(("count", "story", _key(asked)), lambda: ask.store.count("story", **asked))
        facets = _facets(ask, "story", FACETS, filters, narrowed)
    cards = _cards(ask, rows, hits)
    days: list[dict[str, Any]] = []
    for card in cards:
        if sort not in ("newest", "oldest"):
            days = days or [{"day": None, "cards": []}]
        elif not days or days[-1]["day"] != card["day"]:
            days.append({"day": card["day"], "cards": []})
        days[-1]["cards"].append(card)
    after = offset + size if offset + size < total else None
    context = {
        "days": days,
        "by_day": sort in ("newest", "oldest"),
        "total": total,
        "facets": facets,
        "chosen": _chosen(ask, filters),
        "q": q,
        "exact": exact,
        "sort": sort,
        "sorts": (("relevance",) if q else ()) + SORTS,
        "filters": filters,
        "offset": offset,
        "size": size,
        "empty_store": not total and not q and not filters,
    }
    return Page("stories.html", ask.words("desk.title"), context, list(rows), after, {"count": total, "facets": _plain_facets(facets)})


def _plain_facets(facets: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {f["name"]: [{"value": v["value"], "count": v["n"], "label": v["label"]} for v in f["values"]] for f in facets}


def _cards(ask: Ask, rows: Sequence[Mapping[str, Any]], hits: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
    told = ask.store.happenings([r["id"] for r in rows]) if rows else {}
    _know(
        ask,
        [p["entity"] for events in told.values() for e in events for p in e["parties"]] + [e["place"] for events in told.values() for e in events],
    )
    cards = []
    for row in rows:
        events = told.get(row["id"], [])
        main = events[0] if events else None
        same = [e for e in events if main and all(e[k] == main[k] for k in ("type", "mode", "status"))]
        who = list(dict.fromkeys(p["entity"] or p["text"] for e in same[:1] for p in e["parties"] if p["part"] != "third"))
        title, language = _title(ask, row["title_ar"], row["title_en"])
        cards.append(
            {
                **row,
                "title": title or ask.words("report.no-title"),
                "language": language,
                "main": main,
                "who": [_party(ask, w) for w in who[:6]],
                "place": next((e["place"] for e in same if e["place"]), None),
                "hit": (hits or {}).get(row["id"]),
                "snippet": _snippet((hits or {}).get(row["id"])) if ask.sees_text else None,
            }
        )
    return cards


def cards(ask: Ask, ids: Sequence[str]) -> list[dict[str, Any]]:
    """Stories by id as the desk shows them."""
    return _cards(ask, ask.store.named("story", ids))


def _title(ask: Ask, ar: str | None, en: str | None) -> tuple[str, str]:
    first, second = ((ar, "ar"), (en, "en")) if ask.words.language == "ar" else ((en, "en"), (ar, "ar"))
    words, language = first if first[0] else second
    return words or "", language


def _party(ask: Ask, ref: str) -> dict[str, Any]:
    name, language = ask.names.in_language(ref)
    return {"id": ref if ask.names.of_entity.get(ref) else None, "name": name, "language": language}


def _snippet(hit: Any) -> list[tuple[str, bool]] | None:
    if hit is None:
        return None
    out, last = [], 0
    for a, b in hit.marks:
        out += [(hit.snippet[last:a], False), (hit.snippet[a:b], True)]
        last = b
    return [*out, (hit.snippet[last:], False)]


# ------------------------------------------------------------------ one story

_ACROSS = ("terms", "role", "blamed")
_ORDER = ("acts", "mode", "status", "date", "place", "actors", "recipients", "third_parties", "initiator", "about", "number")


def story(ask: Ask, id: str) -> Page:
    """The merged record of one happening: facts as rows, reports as columns."""
    try:
        record = ask.once(("record", id), lambda: ask.store.record(story=id).to_dict())
    except khabar.StoreError as error:
        raise Missing(id) from error
    found = record["stories"][0]
    _learn(ask, record)
    columns, groups_of_columns = _columns(ask, found, record)
    place = {c["id"]: n for n, c in enumerate(columns)}
    texts = {r["id"]: r for r in record["reports"]}
    happenings = []
    for n, (events, facts) in enumerate(khabar.page.by_event(found, record)):
        heading = _heading(ask, events)
        rows = _telling(_fact_rows(ask, facts or _own_facts(events), place, texts))
        happenings.append({**heading, "rows": rows, "background": khabar.page.recalled(events), "main": n == 0, "anchor": events[0]["id"]})
    happenings.sort(key=lambda h: (not h["main"], h["background"]))
    across = _fact_rows(ask, [f for f in found["facts"] if f["field"] in _ACROSS], place, texts)
    every = [r for h in happenings if not h["background"] for r in h["rows"]] + across
    title, language = _title(ask, found["title"].get("ar"), found["title"].get("en"))
    verdicts = {v: sum(r["verdict"] == v for r in every) for v in ("corroborated", "repeated", "single", "differs", "contradicted")}
    context = {
        "story": found,
        "id": found["id"],
        "name": title,
        "language": language,
        "day": found["id"][:10] if _DAY.fullmatch(found["id"][:10]) else None,
        "columns": columns,
        "column_groups": groups_of_columns,
        "happenings": happenings,
        "across": across,
        "verdicts": verdicts,
        "origins": _origins(ask, found, columns),
        "readouts": _readouts(happenings, across, columns) if len(columns) > 1 else [],
        "review": _review(
            ask,
            {found["id"], *found["reports"], *(e["id"] for e in record["events"])},
            [e for h in happenings for e in record["events"] if e["id"] in h["events"]],
            story=found["id"],
            reports=columns,
            near=_near(ask, found["id"]),
            choices=[(e["id"], ask.names(e["id"])) for e in record["entities"]],
        ),
        "dossiers": [{"id": d["id"], "title": _title(ask, d["title"].get("ar"), d["title"].get("en"))} for d in record["dossiers"]],
    }
    rows = [
        {"field": f["field"], "verdict": f["verdict"], "value": v["value"], "reports": v["reports"], "origins": v["origins"], "claim": v["claim"]}
        for f in found["facts"]
        for v in f["values"]
    ]
    return Page("story.html", title or found["id"], context, rows, more={"story": found["id"], "record": _shareable(ask, record)})


def _near(ask: Ask, id: str) -> list[tuple[str, str]]:
    """Stories of about the same days, that it might be one with."""
    day = id[:10]
    if not _DAY.fullmatch(day) or len(day) < 10 or not ask.person.may("coder"):
        return []
    month = ask.once(("month", day[:7]), lambda: ask.store.browse("story", limit=MOST, since=day[:7], until=day[:7]))
    near = sorted((r for r in month if r["id"] != id), key=lambda r: abs(int((r["day"] or day)[8:10]) - int(day[8:])))
    return [(r["id"], _title(ask, r["title_ar"], r["title_en"])[0]) for r in near[:30]]


def _learn(ask: Ask, record: Mapping[str, Any]) -> None:
    ask.names.of_entity.update((e["id"], e["names"]) for e in record["entities"])


def _shareable(ask: Ask, record: dict[str, Any]) -> dict[str, Any]:
    """The record without other people's prose for those who may not read it, and without paths for all but admins."""
    texts = ask.sees_text
    out = {**record, "reports": [{**r, "path": r["path"] if ask.person.may("admin") else None} for r in record["reports"]]}
    if texts:
        return out
    out["reports"] = [{**r, "text": ""} for r in out["reports"]]
    out["events"] = [{**e, "evidence": [{"span": v["span"], "text": ""} for v in e["evidence"]]} for e in record["events"]]
    out["statements"] = [{**s, "content": ""} for s in record["statements"]]
    return out


def _columns(ask: Ask, found: Mapping[str, Any], record: Mapping[str, Any]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The reports in the order of their origins, and the origins that head them."""
    reports = {r["id"]: r for r in record["reports"]}
    columns: list[dict[str, Any]] = []
    groups: list[dict[str, Any]] = []
    left = dict.fromkeys(found["reports"])
    for origin in [*found["origins"], None]:
        mine = [r for r in (origin["reports"] if origin else list(left)) if r in left]
        for r in mine:
            del left[r]
        if mine:
            groups.append({"origin": _origin(ask, origin) if origin else None, "n": len(mine)})
        for r in mine:
            columns.append(
                {
                    "id": r,
                    "outlet": reports[r]["outlet"]["name"] or ask.words("app.unknown"),
                    "published": (reports[r]["published"] or {}).get("value"),
                    "title": reports[r]["title"],
                    "letter": _letter(len(columns)),
                    "language": reports[r]["language"],
                }
            )
    return columns, groups


def _letter(n: int) -> str:
    return chr(ord("A") + n) if n < 26 else f"R{n + 1}"


def _origin(ask: Ask, origin: Mapping[str, Any]) -> dict[str, Any]:
    if origin["id"].startswith("text/"):
        return {"id": None, "name": ask.words("story.one-text")}
    if origin["entity"] and " + " not in origin["name"]:
        return {"id": origin["entity"], "name": ask.names(origin["entity"])}
    parts = [_origin_name(ask, p) for p in str(origin["name"]).split(" + ")]
    return {"id": origin["entity"] if len(parts) == 1 else None, "name": " + ".join(parts)}


def _origins(ask: Ask, found: Mapping[str, Any], columns: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Each origin with its chains, the first speaker first, and the reason."""
    by_id = {c["id"]: c for c in columns}
    english = {n["en"]: ask.names(i) for i, n in ask.names.of_entity.items() if n and n.get("en")}
    out = []
    for origin in found["origins"]:
        mine = [by_id[r] for r in origin["reports"] if r in by_id]
        chains = []
        for chain in origin["chains"]:
            links = []
            for n, ref in enumerate(reversed(chain)):
                name, language = ask.names.in_language(ref)
                if ref.startswith("outlet/x-") and name == ref.partition("/")[2].replace("-", " ") and mine:
                    name, language = mine[0]["outlet"], "ar"
                place = "first" if n == 0 else "last" if n == len(chain) - 1 else "middle"
                links.append({"id": ref, "name": name, "language": language, "place": place, "linked": bool(ask.names.of_entity.get(ref))})
            chains.append(links)
        out.append({**_origin(ask, origin), "reports": mine, "chains": chains, "why": ask.words.reason(origin["why"], english)})
    told = {r for o in found["origins"] for r in o["reports"]}
    unknown = [c for c in columns if c["id"] not in told]
    return (
        [*out, {"id": None, "name": ask.words("story.of-unknown"), "reports": unknown, "chains": [], "why": [], "unknown": True}] if unknown else out
    )


def _heading(ask: Ask, events: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    best = max(events, key=lambda e: (not e["background"], bool(e["date"]), len(e["actors"]) + len(e["recipients"])))
    day = max((e["date"] for e in events if e["date"]), key=lambda d: (not d["value"].startswith("XXXX"), len(d["value"])), default=None)

    def side(people: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        return [_party(ask, r) for r in dict.fromkeys(p["entity"] or p["text"] for p in people)]

    return {
        "type": best["type"],
        "mode": next((e["mode"] for e in events if e["mode"]), None),
        "status": best["status"],
        "change": best["change"],
        "date": day,
        "actors": side(best["actors"]),
        "recipients": side(best["recipients"]),
        "events": [e["id"] for e in events],
        "rule": best["rule"],
        "place": best["place"],
    }


def _own_facts(events: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Facts of an event that one report tells and nobody compared: as the record would give them."""
    out: list[dict[str, Any]] = []
    for event in events[:1]:
        evidence = [{"report": event["report"], "span": v["span"]} for v in event["evidence"][:1]]

        def put(name: str, value: str | None, span: Sequence[int] | None, event: Any = event, evidence: Any = evidence) -> None:
            if value:
                where = [{"report": event["report"], "span": span}] if span else evidence
                values = [{"claim": None, "value": value, "reports": [event["report"]], "origins": [], "evidence": where}]
                out.append({"field": name, "verdict": "single", "values": values})

        put("acts", event["type"], None)
        put("status", event["status"], None)
        if event["date"]:
            put("date", event["date"]["value"] + (f"/{event['date']['end']}" if event["date"]["end"] else ""), event["date"].get("span"))
        put("place", event["place"], None)
        for part in ("actors", "recipients"):
            for p in event[part]:
                put(part, p["entity"] or p["text"], p["span"])
        for topic in event["about"]:
            put("about", topic["entity"] or topic["text"], topic["span"])
    return out


def _fact_rows(
    ask: Ask, facts: Sequence[Mapping[str, Any]], place: Mapping[str, int], texts: Mapping[str, Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """A row a fact: cells in the order of the columns. Facts of one field that the same reports give stand in one row."""
    merged: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for n, fact in enumerate(facts):
        reports = tuple(sorted(r for v in fact["values"] for r in v["reports"]))
        alone = fact["verdict"] in ("differs", "contradicted")
        merged.setdefault((fact["field"], fact["verdict"], reports, n if alone else None), []).append(fact)
    rows: list[dict[str, Any]] = []
    for (name, verdict, _, _), same in merged.items():
        cells: list[list[dict[str, Any]]] = [[] for _ in place]
        shown: list[str] = []
        for fact in same:
            for value in fact["values"]:
                words, language = value_in_words(ask, name, value["value"])
                shown.append(words)
                for report in value["reports"]:
                    if report in place:
                        evidence = next((e for e in value["evidence"] if e["report"] == report), None)
                        cells[place[report]].append(
                            {
                                "words": words,
                                "language": language,
                                "id": value["value"] if ask.names.of_entity.get(value["value"]) else None,
                                "report": report,
                                "span": evidence["span"] if evidence else None,
                                "claim": value["claim"],
                                "sentence": marks.sentence(texts[report]["text"], evidence["span"]) if evidence and ask.sees_text else None,
                                "text_language": texts[report]["language"],
                            }
                        )
        rows.append(
            {
                "field": name,
                "verdict": verdict,
                "cells": cells,
                "n": sum(bool(c) for c in cells),
                "shown": list(dict.fromkeys(shown)),
                "claims": [{"claim": v["claim"], "value": v["value"]} for f in same for v in f["values"] if v["claim"]],
            }
        )
    rank = {n: k for k, n in enumerate(_ORDER)}
    weight = {"contradicted": 0, "differs": 1}
    return sorted(rows, key=lambda r: (weight.get(str(r["verdict"]), 2), rank.get(str(r["field"]), 99)))


def value_in_words(ask: Ask, name: str, value: str) -> tuple[str, str]:
    """A value of a fact for a reader, and the language it is in."""
    words = ask.words
    if name == "date":
        return words.date(value), words.language
    if name in ("status", "mode"):
        return words.label(name, value), words.language
    if name == "acts":
        act, _, mode = value.partition("/")
        return words.act(act, mode or None), words.language
    if name == "number":
        kind, _, number = value.partition(" ")
        return f"{words.label('figure', kind)}: {number}", words.language
    if name == "role":
        return words.post(value), words.language
    return ask.names.in_language(value)


def _telling(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without the rows that only repeat the heading: a status or mode on which all agree who tell the act at all."""
    if any(r["field"] in ("acts", "mode") for r in rows) and len(rows) > 1:
        act = next((r for r in rows if r["field"] == "acts"), None) or next(r for r in rows if r["field"] == "mode")
        dull = [r for r in rows if r is not act and r["field"] in ("mode", "status") and len(r["shown"]) == 1 and r["n"] <= act["n"]]
        rows = [r for r in rows if r not in dull]
    if len(rows) > 2 and all(r["verdict"] == "single" for r in rows):
        rows = [r for r in rows if r["field"] not in ("acts", "mode", "status")] or rows
    return rows


def _readouts(happenings: Sequence[dict[str, Any]], across: Sequence[dict[str, Any]], columns: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """For each report what others of the story tell and it does not, and what it tells alone."""
    out = []
    for n, column in enumerate(columns):
        lacks: list[dict[str, Any]] = []
        alone: list[dict[str, Any]] = []
        for h in happenings:
            if h["background"]:
                continue
            here = any(r["cells"][n] for r in h["rows"])
            if not here:
                others = sum(any(r["cells"][k] for r in h["rows"]) for k in range(len(columns)))
                lacks.append({"happening": h, "n": others})
                continue
            if all(not c for r in h["rows"] for k, c in enumerate(r["cells"]) if k != n):
                alone.append({"happening": h})
                continue
            for r in h["rows"]:
                if r["field"] in ("acts", "mode", "status"):
                    continue
                if not r["cells"][n]:
                    lacks.append({"row": r, "n": r["n"]})
                elif r["n"] == 1:
                    alone.append({"row": r})
        for r in across:
            if r["cells"][n] and r["n"] == 1:
                alone.append({"row": r})
        lacks.sort(key=lambda x: -int(x["n"]))
        out.append({"column": column, "lacks": lacks, "alone": alone})
    return out


# ------------------------------------------------------------------ review


def _decisions(ask: Ask, about: set[str] | None = None) -> list[dict[str, Any]]:
    """The log, the latest first: decisions about some ids, or all."""
    log = ask.once(("log",), ask.store.decisions)
    undone: set[str] = set()
    for d in reversed(log):
        if d.verb == "undo" and d.id not in undone:
            undone.add(d.subject)
    wanted = log
    if about is not None:
        concerned = ask.once(("concerned",), lambda: {d.id: ask.store.concerned(d) for d in log if d.verb in ("accept", "correct", "reject")})
        wanted = [d for d in log if about & {d.subject, d.value or "", *(r for _, a, b in d.bonds for r in (a, b)), *concerned.get(d.id, ())}]
    if about is not None:
        named = {d.id for d in wanted}
        wanted = [*wanted, *(d for d in log if d.verb == "undo" and d.subject in named)]
    out = []
    for d in reversed(wanted):
        kind = "/story/" if d.verb in ("merge", "split") else "/actor/" if d.verb == "alias" or d.field == "in" else None
        out.append(
            {
                "id": d.id,
                "at": d.at,
                "who": d.who,
                "why": d.why,
                "verb": d.verb,
                "subject": d.subject,
                "value": d.value,
                "field": d.field if d.verb in ("correct", "reject") else None,
                "undone": d.id in undone,
                "link": kind and kind + d.subject,
            }
        )
    return out


def _review(ask: Ask, about: set[str], events: Sequence[Mapping[str, Any]] = (), **more: Any) -> dict[str, Any]:
    """What the drawer needs. events: those that may be decided on; more: story, reports, entity, near, choices."""
    listed = []
    for e in events:
        who = list(dict.fromkeys(ask.names(p["entity"]) or p["text"] for p in (*e["actors"], *e["recipients"])))[:3]
        words = f"{ask.words.act(e['type'], e['mode'])}, {ask.words.label('status', e['status'])}: {', '.join(who)}"
        if e["evidence"] and ask.sees_text:
            words += f" «{e['evidence'][0]['text'][:50]}»"
        listed.append({"id": e["id"], "label": words})
    base: dict[str, Any] = {}
    base |= {"events": listed, "story": None, "entity": None, "near": [], "choices": [], "reports": [], "open": ask.one("review") == "1"}
    return {**base, "decisions": _decisions(ask, about), **more}


def log(ask: Ask) -> Page:
    """All decisions."""
    size, offset = ask.number("_size", 60, 1, MOST), ask.number("_next", 0, 0, 10**7)
    found = _decisions(ask)
    rows = [{k: v for k, v in d.items() if k != "link"} for d in found[offset : offset + size]]
    after = offset + size if offset + size < len(found) else None
    context = {"review": {"decisions": found[offset : offset + size]}, "offset": offset, "size": size}
    return Page("log.html", ask.words("review.log"), context, rows, after)


def checked(words: Words, verb: str, field_: str | None, value: str | None) -> None:
    """Raises Wrong for a correction to what no record may hold."""
    if verb != "correct":
        return
    if field_ in ("type", "mode", "status", "change") and value:
        section = "status" if field_ == "change" else field_
        allowed = {v for v, _ in words.options(section)}
        if field_ == "change":
            allowed = {"cancelled", "postponed"}
        elif field_ == "status":
            allowed -= {"cancelled", "postponed"}
        if value not in allowed:
            raise Wrong(f"{field_}: one of {', '.join(sorted(allowed))}")
    if field_ == "date" and value and not re.fullmatch(r"(\d{4}|XXXX)(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?", value):
        raise Wrong("date: a day as 2020-07-13, less of it, or two with / between")
    if field_ == "background" and value not in ("0", "1"):
        raise Wrong("background: 1 or 0")
    if field_ in ("place", "initiator", "actor", "recipient") and value and "/" not in value:
        raise Wrong(f"{field_}: the id of an entity, as place/geneva")


# ------------------------------------------------------------------ one report


def report(ask: Ask, id: str) -> Page:
    """The untouched text with its marks, and what was read from it."""
    try:
        ask.store.report(id)
    except khabar.StoreError as error:
        raise Missing(id) from error
    record = ask.once(("report", id), lambda: ask.store.record(report=id).to_dict())
    _learn(ask, record)
    found = record["reports"][0]
    at = _span(ask.one("at"))

    def called(kind: str, thing: Any) -> str:
        label = ask.words.label("mark", kind)
        if kind == "act":
            return f"{label}: {ask.words.label('type', thing['type'])}, {ask.words.label('status', thing['status'])}"
        if kind == "actor":
            return f"{label}: {ask.names(thing['entity']) or thing['text']}"
        if kind == "date":
            return f"{label}: {ask.words.date(thing['value'], thing['end'])}"
        if kind == "place":
            return f"{label}: {ask.names(thing)}"
        if kind == "statement":
            return f"{label}: {ask.names(thing['speaker']) or ask.words('app.unknown')}"
        return label

    paragraphs = marks.segments(found["text"], marks.of_record(record, called), at) if ask.sees_text else []
    row = ask.store.named("report", [id])[0]
    events = [_event_lines(ask, e, record) for e in record["events"]]
    context = {
        "report": found,
        "row": row,
        "id": id,
        "paragraphs": paragraphs,
        "events": events,
        "statements": record["statements"] if ask.sees_text else [],
        "relations": record["relations"],
        "stories": _cards(ask, ask.store.stories_of(id)),
        "reuse": _reuse(ask, id) if ask.sees_text else [],
        "versions": [v for v in ask.store.versions(id) if v != id],
        "at": at,
        "review": _review(
            ask,
            {id, *(x["id"] for kind in ("events", "statements", "relations") for x in record[kind])},
            record["events"],
            choices=[(e["id"], ask.names(e["id"])) for e in record["entities"]],
        ),
        "kinds": [
            k
            for k in ("act", "actor", "date", "place", "about", "number", "statement", "credit")
            if any(k in s["kinds"] for p in paragraphs for s in p)
        ],
        "path_of": found["path"] if ask.person.may("admin") else None,
    }
    title = found["title"] or next((i["title"] for i in found["items"] if i["title"]), "") or ask.words("report.no-title")
    context["name"] = title
    rows = [_flat(ask, e) for e in ask.store.browse("event", limit=MOST, report=id)]
    return Page("report.html", title, context, rows, more={"record": _shareable(ask, record)})


def _span(given: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{1,7})-(\d{1,7})", given)
    return (int(match[1]), int(match[2])) if match else None


def _event_lines(ask: Ask, event: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, Any]:
    """An event for the list beside the text."""
    claims = [c for c in record["claims"] if c["about"] == event["id"]]
    chain: list[str] = next((c["chain"] for c in claims if len(c["chain"]) > 1), [])
    return {
        **_heading(ask, [event]),
        "id": event["id"],
        "background": event["background"],
        "about": [_party(ask, t["entity"] or t["text"]) for t in event["about"]],
        "third": [_party(ask, p["entity"] or p["text"]) for p in event["third_parties"]],
        "initiator": ask.names(event["initiator"]),
        "numbers": [f"{ask.words.label('figure', n['kind'])}: {_figure(n)}" for n in event["numbers"]],
        "said_by": [{"name": ask.names(s["entity"]) or s["name"], "medium": ask.words.label("medium", s["medium"])} for s in event["said_by"]],
        "evidence": event["evidence"],
        "chain": [ask.names(c) for c in reversed(chain)],
        "plover": event["plover"],
        "contexts": event["contexts"],
        "basis": event["date"]["basis"] if event["date"] else None,
    }


def _figure(n: Mapping[str, Any]) -> str:
    value = n["value"] if n["value"] is not None else n["min"] if n["max"] is None else f"{n['min'] or '…'}–{n['max']}"
    shown = Words.number(value) if isinstance(value, int | float) else str(value or "?")
    return f"{shown} {n['unit']}" if n["unit"] else shown


def _reuse(ask: Ask, id: str) -> list[dict[str, Any]]:
    """Passages that stand in other reports too, side by side."""
    others = ask.store.copies(id)[:6]
    if not others:
        return []
    record = ask.store.record(report=",".join([id, *others])).to_dict()
    reports = {r["id"]: r for r in record["reports"]}
    out = []
    for r in record["reuse"]:
        mine, theirs = (r["from"], r["to"]) if r["from"]["report"] == id else (r["to"], r["from"])
        if mine["report"] != id:
            continue
        left, right = (reports[x["report"]]["text"][x["span"][0] : x["span"][1]] for x in (mine, theirs))
        here, there = marks.differing(left, right)
        other = reports[theirs["report"]]
        out.append(
            {
                "kind": r["kind"],
                "similarity": round(100 * r["similarity"]),
                "here": here,
                "there": there,
                "other": other["id"],
                "outlet": other["outlet"]["name"] or ask.words("app.unknown"),
                "language": other["language"],
                "dir": direction(other["language"]),
                "at": theirs["span"],
                "mine_at": mine["span"],
                "title": other["title"],
            }
        )
    return out


# ------------------------------------------------------------------ actors


def actors(ask: Ask) -> Page:
    """Who takes part most."""
    filters = ask.filters
    size = ask.number("_size", 100, 1, MOST)
    found = ask.once(("actors", size, _key(filters)), lambda: ask.store.facets("event", ["party"], most=size, **filters)["party"])
    entities = {e.id: e for e in ask.store.entities([i for i, _ in found])}
    ask.names.of_entity.update((i, dict(e.names)) for i, e in entities.items())
    q = ask.one("q")
    if q:
        often = dict(found)
        found = [(r["id"], often.get(r["id"], 0)) for r in ask.store.candidates(q, most=size)]
        entities |= {e.id: e for e in ask.store.entities([i for i, _ in found])}
        ask.names.of_entity.update((i, dict(e.names)) for i, e in entities.items())
    rows = [
        {"id": i, "name": ask.names(i), "kind": entities[i].kind, "country": entities[i].country, "events": n, "known": entities[i].known}
        for i, n in found
        if i in entities
    ]
    context = {"actors": rows, "most": max((r["events"] for r in rows), default=1), "chosen": _chosen(ask, filters), "filters": filters, "q": q}
    return Page("actors.html", ask.words("actor.title"), context, rows)


def actor(ask: Ask, id: str) -> Page:
    """One actor: names, roles by date, partners, ties, timeline, statements."""
    try:
        entity = ask.store.entity(id)
    except khabar.StoreError as error:
        raise Missing(id) from error
    ask.names.of_entity[id] = dict(entity.names)
    spellings = ask.once(("spellings", id), lambda: ask.store.spellings(id))
    offset, size = ask.number("_next", 0, 0, 10**7), ask.number("_size", 60, 1, MOST)
    events = ask.store.browse("event", limit=size + 1, offset=offset, entity=id)
    after = offset + size if len(events) > size else None
    events = khabar.Rows(events[:size])
    facets = ask.once(("partners", id), lambda: ask.store.facets("event", ["party", "type", "status"], most=16, entity=id))
    total = ask.once(("count", "event", ("entity", id)), lambda: ask.store.count("event", entity=id))
    ties = ask.store.ties(id)
    _know(
        ask,
        [v for v, _ in facets["party"]]
        + [p["entity"] for e in events for p in e["parties"]]
        + [x for t in ties for x in (t["subject"], t["object"])]
        + [e["place"] for e in events]
        + ([f"state/{entity.country}"] if entity.country else []),
    )
    roles: dict[str, dict[str, Any]] = {}
    for s in spellings:
        if s["role"]:
            role = roles.setdefault(s["role"], {"role": s["role"], "first": None, "last": None, "times": 0})
            role["times"] += s["times"]
            role["first"] = min(filter(None, (role["first"], s["first"])), default=None)
            role["last"] = max(filter(None, (role["last"], s["last"])), default=None)
    forms: dict[str, int] = {}
    for s in spellings:
        forms[s["words"]] = forms.get(s["words"], 0) + s["times"]
    name, language = ask.names.in_language(id)
    alike = ask.once(("alike", id), lambda: ask.store.candidates(entity.name("ar"), kind=entity.kind, most=9))
    _know(ask, [r["id"] for r in alike])
    inside = ask.store.named("report", list(dict.fromkeys(e["report"] for e in events))[:40])
    context = {
        "entity": entity,
        "id": id,
        "name": name,
        "language": language,
        "names": entity.names,
        "forms": sorted(forms.items(), key=lambda x: -x[1])[:40],
        "roles": sorted(roles.values(), key=lambda r: (r["first"] or "9", r["role"])),
        "total": total,
        "partners": [(p, n) for p, n in facets["party"] if p != id][:14],
        "types": facets["type"],
        "statuses": facets["status"],
        "ties": ties if ask.sees_text else [{**t, "text": ""} for t in ties],
        "timeline": _timeline(ask, events),
        "offset": offset,
        "statements": ask.store.said(id, limit=20) if ask.sees_text else [],
        "most": max((n for p, n in facets["party"] if p != id), default=1),
        "review": _review(
            ask,
            {id},
            entity=id,
            near=[(r["id"], ask.names(r["id"])) for r in alike if r["id"] != id],
            reports=[{"id": r["id"], "label": f"{r['day'] or ''} {r['outlet_name'] or ''}: {(r['title'] or '')[:60]}"} for r in inside],
        ),
    }
    return Page("actor.html", name, context, [_flat(ask, e) for e in events], after, {"entity": {**_entity(entity)}, "spellings": list(spellings)})


def _entity(entity: khabar.Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "names": dict(entity.names),
        "country": entity.country,
        "sector": entity.sector,
        "wikidata": entity.wikidata,
        "known": entity.known,
    }


def _timeline(ask: Ask, events: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Events by month, the latest first; an event without a day stands by that of its report. Accounts of one act on one day stand once."""
    months: list[dict[str, Any]] = []
    told: dict[tuple[Any, ...], dict[str, Any]] = {}
    for e in events:
        own = e["day"] or (e["date"][:10] if e["date"] and not e["date"].startswith("X") else None)
        day = own or e["reported"]
        month = day[:7] if day else None
        sides = {part: tuple(dict.fromkeys(p["entity"] or p["text"] for p in e["parties"] if p["part"] == part)) for part in ("actor", "recipient")}
        key = (day, e["type"], e["mode"], e["status"], frozenset(sides["actor"]), sides["recipient"])
        if key in told:
            told[key]["reports"] += 1
            told[key]["story"] = told[key]["story"] or e["story"]
            continue
        if not months or months[-1]["month"] != month:
            months.append({"month": month, "events": []})
        shown = {**e, "shown_day": day, "own_day": own is not None, "actors": [_party(ask, r) for r in sides["actor"]], "reports": 1}
        shown["recipients"] = [_party(ask, r) for r in sides["recipient"]]
        told[key] = shown
        months[-1]["events"].append(shown)
    return months


# ------------------------------------------------------------------ dossiers


def dossiers(ask: Ask) -> Page:
    """All matters over time."""
    found = ask.once(("dossiers",), ask.store.dossiers)
    size, offset = ask.number("_size", 60, 1, MOST), ask.number("_next", 0, 0, 10**7)
    ordered = sorted(
        found, key=lambda d: (max((s.date.value for s in d.steps if s.date and not s.date.value.startswith("X")), default=""), d.id), reverse=True
    )
    shown = ordered[offset : offset + size]
    _know(ask, [e for d in shown for e in d.entities])
    cards = []
    for d in shown:
        title, language = _title(ask, dict(d.title).get("ar"), dict(d.title).get("en"))
        dates = sorted(s.date.value for s in d.steps if s.date and not s.date.value.startswith("X"))
        cards.append(
            {
                "id": d.id,
                "title": title,
                "language": language,
                "n": len(d.steps),
                "open": d.open,
                "last": d.steps[-1].status if d.steps else None,
                "who": [_party(ask, e) for e in d.entities[:5]],
                "from": dates[0] if dates else None,
                "to": dates[-1] if dates else None,
                "reports": len({r for s in d.steps for r in s.reports}),
            }
        )
    rows = [
        {"id": c["id"], "title": c["title"], "steps": c["n"], "from": c["from"], "to": c["to"], "open": list(c["open"]), "last": c["last"]}
        for c in cards
    ]
    after = offset + size if offset + size < len(ordered) else None
    return Page("dossiers.html", ask.words("dossier.title"), {"dossiers": cards, "total": len(found), "offset": offset, "size": size}, rows, after)


def dossier(ask: Ask, id: str) -> Page:
    """One matter, step by step."""
    try:
        found = ask.store.dossier(id)
    except khabar.StoreError as error:
        raise Missing(id) from error
    reports = {r["id"]: r for r in ask.store.named("report", list(dict.fromkeys(r for s in found.steps for r in s.reports)))}
    events = {e["id"]: e for e in ask.store.named("event", [e for s in found.steps for e in s.events])}
    claims = ask.store.claims(report=",".join(reports)) if reports else ()
    origin: dict[str, set[str]] = {}
    for c in claims:
        if c.chain and not c.chain[-1].startswith("outlet/"):
            origin.setdefault(c.about, set()).add(c.chain[-1])
    _know(ask, [*found.entities, *(o for os in origin.values() for o in os), *(e["place"] for e in events.values())])
    steps: list[dict[str, Any]] = []
    for n, s in enumerate(found.steps):
        words, language = _title(ask, dict(s.text).get("ar"), dict(s.text).get("en"))
        told = [events[e] for e in s.events if e in events]
        parties = {p["entity"] for e in told for p in e["parties"] if p["entity"]}
        later = [
            t
            for t in found.steps[n + 1 :]
            if t.status == "denied" and any({p["entity"] for p in events[e]["parties"]} & parties for e in t.events if e in events)
        ]
        steps.append(
            {
                "n": n + 1,
                "status": s.status,
                "date": s.date,
                "words": words,
                "says_status": words.casefold().startswith(ask.words.label("stage", s.status).casefold()),
                "language": language,
                "events": told,
                "reports": [reports[r] for r in s.reports if r in reports],
                "origins": sorted({ask.names(o) for e in s.events for o in origin.get(e, ())}),
                "denied": [{"date": t.date, "words": _title(ask, dict(t.text).get("ar"), dict(t.text).get("en"))} for t in later]
                if s.status != "denied"
                else [],
                "places": list(dict.fromkeys(ask.names(e["place"]) for e in told if e["place"])),
            }
        )
    title, language = _title(ask, dict(found.title).get("ar"), dict(found.title).get("en"))
    brief = ask.one("view") == "brief"
    context = {
        "dossier": found,
        "id": id,
        "name": title,
        "language": language,
        "steps": steps,
        "brief": brief,
        "who": [_party(ask, e) for e in found.entities],
        "n_reports": len(reports),
        "n_origins": len({o for os in origin.values() for o in os}),
        "reports": list(reports.values()),
        "numbers": {r: n + 1 for n, r in enumerate(reports)},
    }
    rows = [
        {
            "step": s["n"],
            "status": s["status"],
            "date": s["date"].value if s["date"] else None,
            "text": s["words"],
            "reports": [r["id"] for r in s["reports"]],
            "events": [e["id"] for e in s["events"]],
            "origins": s["origins"],
        }
        for s in steps
    ]
    return Page("brief.html" if brief else "dossier.html", title, context, rows, more={"open": list(found.open)})


# ------------------------------------------------------------------ data


def _flat(ask: Ask, e: Mapping[str, Any]) -> dict[str, Any]:
    """An event's row with its parties as lists of ids (or words); its own words for those only who may read them."""
    out = {k: v for k, v in e.items() if k != "parties"}
    if not ask.sees_text:
        out["text"] = ""
    for part, name in (("actor", "actors"), ("recipient", "recipients"), ("third", "third_parties")):
        out[name] = [p["entity"] or p["text"] for p in e["parties"] if p["part"] == part]
    return out


def events(ask: Ask) -> Page:
    """The table of events."""
    filters = ask.filters
    size, offset = ask.number("_size", 50, 1, MOST), ask.number("_next", 0, 0, 10**7)
    sort = ask.one("_sort") or "newest"
    if sort not in ("newest", "oldest", "type"):
        raise Wrong("_sort: newest, oldest or type")
    chosen = [c for c in COLUMNS if c in ask.params.get("col", ())] or list(USUAL)
    found = ask.store.browse("event", sort=sort, limit=size, offset=offset, **filters)
    total = ask.once(("count", "event", _key(filters)), lambda: ask.store.count("event", **filters))
    facets = _facets(ask, "event", ("type", "status", "country", "actor", "place", "outlet"), filters)
    _know(ask, [p["entity"] for e in found for p in e["parties"]] + [x for e in found for x in (e["place"], e["initiator"])])
    table = []
    for e in found:
        cells = {**e, "text": e["text"] if ask.sees_text else ""}
        for part, name in (("actor", "actors"), ("recipient", "recipients"), ("third", "third_parties")):
            cells[name] = [_party(ask, r) for r in dict.fromkeys(p["entity"] or p["text"] for p in e["parties"] if p["part"] == part)]
        table.append(cells)
    rows = [_flat(ask, e) for e in found]
    after = offset + size if offset + size < total else None
    context = {
        "table": table,
        "total": total,
        "columns": chosen,
        "all_columns": COLUMNS,
        "facets": facets,
        "chosen": _chosen(ask, filters),
        "filters": filters,
        "offset": offset,
        "size": size,
        "sort": sort,
        "cli": _command(ask, filters),
        "python": _python(filters),
        "exports": EXPORTS,
        "missing_date": sum(not e["date"] for e in found),
        "missing_actor": sum(any(p["entity"] is None for p in e["parties"]) for e in found),
    }
    more = {"count": total, "facets": _plain_facets(facets)}
    return Page("events.html", ask.words("data.title"), context, rows, after, more, ("id", *(c for c in COLUMNS if c != "id")))


EXPORTS = ("csv", "jsonl", "parquet", "xlsx", "polecat", "ninjs", "prov", "gexf", "geojson", "ftm", "timelinejs")


def _options(filters: Mapping[str, Any]) -> str:
    out = []
    for name, value in filters.items():
        flag = "--" + name.replace("_", "-")
        out.append(flag if value is True else f"{flag} {json.dumps(value, ensure_ascii=False) if ' ' in str(value) else value}")
    return " ".join(out)


def _command(ask: Ask, filters: Mapping[str, Any]) -> str:
    return f"khabar list {ask.store.where.rpartition('/')[2]} events {_options(filters)}".strip()


def _python(filters: Mapping[str, Any]) -> str:
    return f'store.rows("event"{"".join(f", {k}={v!r}" for k, v in filters.items())})'


def places(ask: Ask) -> Page:
    """The map: how many events at which place."""
    filters = ask.filters
    found = ask.once(("places", _key(filters)), lambda: ask.store.facets("event", ["place"], most=400, **filters)["place"])
    total = ask.once(("count", "event", _key(filters)), lambda: ask.store.count("event", **filters))
    _know(ask, [p for p, _ in found])
    where = ask.once(("gazetteer",), khabar.gazetteer)
    rows = [
        {
            "place": p,
            "name": ask.names(p),
            "latitude": where[p][0] if p in where else None,
            "longitude": where[p][1] if p in where else None,
            "events": n,
        }
        for p, n in found
    ]
    context = {
        "rows": rows,
        "map": drawing.world(rows, where),
        "nowhere": total - sum(n for _, n in found),
        "chosen": _chosen(ask, filters),
        "filters": filters,
    }
    return Page("map.html", ask.words("map.title"), context, rows)


def network(ask: Ask) -> Page:
    """The network: who meets whom."""
    filters, by = ask.filters, ask.one("by") or "country"
    if by not in ("country", "entity"):
        raise Wrong("by: country or entity")
    most = ask.number("_size", 45, 1, 200)
    found = ask.once(("pairs", by, most, _key(filters)), lambda: ask.store.pairs(by, most=most, **filters))
    _know(ask, [f"state/{x}" if by == "country" else x for r in found for x in (r["one"], r["other"])])
    rows = [{**r, "one_name": ask.names(r["one"]), "other_name": ask.names(r["other"])} for r in found]
    drawn = ask.once(("network", by, most, _key(filters)), lambda: drawing.layout(found))
    labels = {r[k]: r[f"{k}_name"] for r in rows for k in ("one", "other")}
    context = {"rows": rows, "net": drawn, "labels": labels, "by": by, "chosen": _chosen(ask, filters), "filters": filters}
    return Page("network.html", ask.words("network.title"), context, rows)
