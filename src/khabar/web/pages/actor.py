"""Actors: who takes part most, and one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import khabar
from khabar.web import narrowing
from khabar.web.asking import MOST, Ask, Missing, Page, key
from khabar.web.pages import review


def listing(ask: Ask) -> Page:
    """Who takes part most."""
    filters = ask.filters
    size, offset = ask.number("_size", 100, 1, MOST), ask.number("_next", 0, 0, 10**5)
    most = offset + size + 1
    found = ask.once(("actors", most, key(filters)), lambda: ask.store.facets("event", ["party"], most=most, **filters)["party"])[offset:]
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
        for i, n in found[:size]
        if i in entities
    ]
    longest = max((r["events"] for r in rows), default=1)
    context: dict[str, Any] = {"actors": rows, "most": longest, "chosen": narrowing.chosen(ask, filters), "filters": filters}
    context |= {"q": q, "offset": offset, "size": size, "all": not offset and len(found) <= size}
    return Page("actors.html", ask.words("actor.title"), context, rows, offset + size if len(found) > size else None)


def page(ask: Ask, id: str) -> Page:
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
    ask.know(
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
    ask.know([r["id"] for r in alike])
    inside = ask.store.named("report", list(dict.fromkeys(e["report"] for e in events))[:40])
    held = khabar.tenures(id) if entity.kind == "person" else []
    ask.know([x for t in held for x in (t["of"], t["about"])])
    context = {
        "entity": entity,
        "held": held,
        "id": id,
        "name": name,
        "language": language,
        "names": entity.names,
        "forms": sorted(forms.items(), key=lambda x: -x[1])[:40],
        "roles": sorted(roles.values(), key=lambda r: (r["first"] or "9", r["role"])),
        "total": total,
        "partners": _partners(ask, id, facets["party"]),
        "types": facets["type"],
        "statuses": facets["status"],
        "ties": ties if ask.sees_text else [{**t, "text": ""} for t in ties],
        "timeline": _timeline(ask, events),
        "offset": offset,
        "statements": ask.store.said(id, limit=20) if ask.sees_text else [],
        "most": max((n for p, n in facets["party"] if p != id), default=1),
        "review": review.drawer(
            ask,
            {id, *(e["id"] for e in events)},
            [_as_told(e) for e in events],
            entity=id,
            near=[(r["id"], ask.names(r["id"])) for r in alike if r["id"] != id],
            reports=[{"id": r["id"], "label": f"{r['day'] or ''} {r['outlet_name'] or ''}: {(r['title'] or '')[:60]}"} for r in inside],
        ),
    }
    more = {"entity": _entity(entity), "spellings": list(spellings), "tenures": held}
    return Page("actor.html", name, context, [ask.flat(e) for e in events], after, more)


def _as_told(row: Mapping[str, Any]) -> dict[str, Any]:
    """An event's row in the shape of the record, for the drawer."""
    actors, recipients = ([p for p in row["parties"] if p["part"] == part] for part in ("actor", "recipient"))
    return {**row, "actors": actors, "recipients": recipients, "evidence": [{"text": row["text"] or ""}]}


def _partners(ask: Ask, id: str, often: Sequence[tuple[str, int]]) -> list[dict[str, Any]]:
    """With whom an actor has to do most, and of which kind that is: events of cooperation, of conflict."""
    pairs = ask.once(("partners of", id), lambda: ask.store.pairs("entity", most=MOST, entity=id))
    with_whom = {r["other"] if r["one"] == id else r["one"]: r for r in pairs if id in (r["one"], r["other"])}
    out: list[dict[str, Any]] = []
    for other, n in often:
        if other != id and len(out) < 14:
            kinds = with_whom.get(other, {})
            out.append({"id": other, "n": n, "cooperation": kinds.get("cooperation", 0), "conflict": kinds.get("conflict", 0)})
    return out


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
        shown = {**e, "shown_day": day, "own_day": own is not None, "actors": [ask.party(r) for r in sides["actor"]], "reports": 1}
        shown["recipients"] = [ask.party(r) for r in sides["recipient"]]
        told[key] = shown
        months[-1]["events"].append(shown)
    return months
