"""The merged record of one happening: facts as rows, reports as columns, grouped by origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import khabar
from khabar.web import marks, narrowing
from khabar.web.asking import DAY, MOST, Ask, Missing, Page
from khabar.web.pages import review

_ORDER = ("acts", "mode", "status", "date", "place", "actors", "recipients", "third_parties", "initiator", "about", "number")


def page(ask: Ask, id: str) -> Page:
    """The merged record of one happening: facts as rows, reports as columns."""
    try:
        record = ask.once(("record", id), lambda: ask.store.record(story=id).to_dict())
    except khabar.StoreError as error:
        raise Missing(id) from error
    found = record["stories"][0]
    ask.learn(record)
    columns, groups_of_columns = _columns(ask, found, record)
    place = {c["id"]: n for n, c in enumerate(columns)}
    texts = {r["id"]: r for r in record["reports"]}
    happenings = []
    for n, (events, facts) in enumerate(khabar.page.by_event(found, record)):
        rows = _telling(_fact_rows(ask, facts or _own_facts(events), place, texts, {e["report"]: e["id"] for e in events}))
        recalled = khabar.page.recalled(events)
        happenings.append({**heading(ask, events), "rows": rows, "background": recalled, "main": n == 0, "anchor": events[0]["id"]})
    happenings.sort(key=lambda h: (not h["main"], h["background"]))
    across = _fact_rows(ask, [f for f in found["facts"] if f["field"] in khabar.page.ACROSS], place, texts, {})
    title, language = ask.title(found["title"].get("ar"), found["title"].get("en"))
    context = {
        "story": found,
        "id": found["id"],
        "name": title,
        "language": language,
        "day": found["id"][:10] if DAY.fullmatch(found["id"][:10]) else None,
        "columns": columns,
        "column_groups": groups_of_columns,
        "happenings": happenings,
        "across": across,
        "row": ask.store.named("story", [found["id"]])[0],
        "origins": _origins(ask, found, columns),
        "readouts": _readouts(happenings, across, columns) if len(columns) > 1 else [],
        "review": review.drawer(
            ask,
            {found["id"], *found["reports"], *(e["id"] for e in record["events"])},
            [e for h in happenings for e in record["events"] if e["id"] in h["events"]],
            letters={c["id"]: c["letter"] for c in columns},
            story=found["id"],
            reports=columns,
            near=_near(ask, found["id"]),
            choices=[(e["id"], ask.names(e["id"])) for e in record["entities"]],
        ),
        "dossiers": [{"id": d["id"], "title": ask.title(d["title"].get("ar"), d["title"].get("en"))} for d in record["dossiers"]],
    }
    rows = [
        {"field": f["field"], "verdict": f["verdict"], "value": v["value"], "reports": v["reports"], "origins": v["origins"], "claim": v["claim"]}
        for f in found["facts"]
        for v in f["values"]
    ]
    return Page("story.html", title or found["id"], context, rows, more={"story": found["id"], "record": ask.shareable(record)})


def _near(ask: Ask, id: str) -> list[tuple[str, str]]:
    """Stories of about the same days, that it might be one with."""
    day = id[:10]
    if not DAY.fullmatch(day) or len(day) < 10 or not ask.person.may("coder"):
        return []
    month = ask.once(("month", day[:7]), lambda: ask.store.browse("story", limit=MOST, since=day[:7], until=day[:7]))
    near = sorted((r for r in month if r["id"] != id), key=lambda r: abs(int((r["day"] or day)[8:10]) - int(day[8:])))
    return [(r["id"], ask.title(r["title_ar"], r["title_en"])[0]) for r in near[:30]]


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
                    "outlet_id": reports[r]["outlet"]["id"],
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
    parts = [narrowing.origin_name(ask, p) for p in str(origin["name"]).split(" + ")]
    return {"id": origin["entity"] if len(parts) == 1 else None, "name": " + ".join(parts)}


def _origins(ask: Ask, found: Mapping[str, Any], columns: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Each origin with its chains, the first speaker first, and the reason."""
    by_id = {c["id"]: c for c in columns}
    english = {n["en"]: ask.names(i) for i, n in ask.names.of_entity.items() if n and n.get("en")}
    out = []
    for origin in found["origins"]:
        mine = [by_id[r] for r in origin["reports"] if r in by_id]
        why = ask.words.reason(origin["why"], english)
        out.append({**_origin(ask, origin), "reports": mine, "tree": _tree(ask, origin["chains"], mine), "why": why})
    told = {r for o in found["origins"] for r in o["reports"]}
    unknown = [c for c in columns if c["id"] not in told]
    return (
        [*out, {"id": None, "name": ask.words("story.of-unknown"), "reports": unknown, "tree": [], "why": [], "unknown": True}] if unknown else out
    )


def _tree(ask: Ask, chains: Sequence[Sequence[str]], reports: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Chains of one origin (outlet first) as a tree from who said it first to the outlets, which know their reports."""
    roots: list[dict[str, Any]] = []
    for chain in chains:
        level = roots
        for ref in reversed(chain):
            node = next((n for n in level if n["id"] == ref), None)
            if node is None:
                name, language = ask.names.in_language(ref)
                called = set(ask.names.of_entity.get(ref, {}).values()) if ref.startswith("outlet/") else set()
                told = [r for r in reports if ref == r["outlet_id"] or r["outlet"] in called]
                node = {"id": ref, "name": name, "language": language, "told": told, "next": []}
                level.append(node)
            level = node["next"]
    return roots


def heading(ask: Ask, events: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    best = max(events, key=lambda e: (not e["background"], bool(e["date"]), len(e["actors"]) + len(e["recipients"])))
    day = max((e["date"] for e in events if e["date"]), key=lambda d: (not d["value"].startswith("XXXX"), len(d["value"])), default=None)

    def side(people: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        return [ask.party(r) for r in dict.fromkeys(p["entity"] or p["text"] for p in people)]

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
    ask: Ask,
    facts: Sequence[Mapping[str, Any]],
    place: Mapping[str, int],
    texts: Mapping[str, Mapping[str, Any]],
    told_in: Mapping[str, str],
) -> list[dict[str, Any]]:
    """A row a fact: cells in the order of the columns. Facts of one field that the same reports give stand in one row.

    told_in: report -> the event in it that the facts are about, for those who review it.
    """
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
                words, language = _in_words(ask, name, value["value"])
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
                                "event": told_in.get(report),
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
                "event": next(iter(told_in.values()), None),
            }
        )
    rank = {n: k for k, n in enumerate(_ORDER)}
    weight = {"contradicted": 0, "differs": 1}
    return sorted(rows, key=lambda r: (weight.get(str(r["verdict"]), 2), rank.get(str(r["field"]), 99)))


def _in_words(ask: Ask, name: str, value: str) -> tuple[str, str]:
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
        kind, _, rest = value.partition(" ")
        amount, _, unit = rest.partition(" ")
        return words.figure(kind, amount, unit or None), words.language
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
