"""GeoJSON, TimelineJS, FollowTheMoney and ninjs: JSON in other people's words."""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterator
from typing import IO, Any

import khabar
from khabar.export.rows import of_act
from khabar.export.stamp import Losses, Stamp
from khabar.export.view import Act, View

# ------------------------------------------------------------------ labels


def label(view: View, row: dict[str, Any]) -> str:
    """An act in one line of English, without words of a report: ``CONSULT/phone: Joe Biden, Vladimir Putin``."""
    act = row["type"] + (f"/{row['mode']}" if row["mode"] else "")
    if row["status"] != "happened":
        act += f" ({row['status']})"
    sides = [", ".join(row["actor_names"]), ", ".join(row["recipient_names"])]
    return f"{act}: " + " -> ".join(s for s in sides if s) if any(sides) else act


def _words(act: Act) -> str | None:
    return next((x["text"] for e in act.events for x in e["evidence"]), None)


# ------------------------------------------------------------------ GeoJSON (RFC 7946)

GEO_LOSSES = (
    "A feature has a point only where a place is known, not just a country: geometry is null otherwise, and `precision` says which.",
    "GeoJSON has no time: `day`, `day_basis`, `date` and `date_end` are properties.",
)


def write_geojson(out: IO[str], view: View, stamp: Stamp, losses: Losses) -> int:
    """A FeatureCollection, one feature an act or event; how many. The stamp is a foreign member."""
    out.write('{"type": "FeatureCollection",\n"features": [')
    number = 0
    for act in view.acts():
        row = of_act(view, act)
        spot = view.spot(row["place"])
        precision = "place" if spot else "country" if row["place"] and row["place"].startswith("state/") else "none"
        if not spot:
            losses.count("features have no point (no place, a country only, or a place without coordinates)")
        keep = (
            "story_id", "day", "day_basis", "date", "date_end", "type", "mode", "status", "plover_type", "quad", "intensity", "actors", "actor_names",
            "actor_countries", "recipients", "recipient_names", "recipient_countries", "place", "place_name", "place_country",
            "n_reports", "n_origins", "n_unknown", "verdict", "verdict_place",
        )  # fmt: skip
        said = {"words": _words(act)} if view.words else {}
        feature = {
            "type": "Feature", "id": act.id, "geometry": {"type": "Point", "coordinates": [spot[1], spot[0]]} if spot else None,
            "properties": {"label": label(view, row), "precision": precision, **{k: row[k] for k in keep}, **said},
        }  # fmt: skip
        out.write(("," if number else "") + "\n" + json.dumps(feature, ensure_ascii=False))
        number += 1
    about = json.dumps({**stamp.as_dict(), "losses": losses.sentences()}, ensure_ascii=False)
    out.write(f'\n],\n"khabar": {about}}}\n')
    return number


# ------------------------------------------------------------------ TimelineJS

TIMELINE_LOSSES = (
    "A slide needs a date: what has none, or a month without a year, is left out.",
    "Slides are HTML: text is escaped. Third parties, figures and verdicts of single fields are left out.",
)


def write_timeline(out: IO[str], view: View, stamp: Stamp, losses: Losses) -> int:
    """One JSON object; how many slides: one a story (its main act), or one an event."""
    slides = []
    for row, act in _main_acts(view):
        start, end = _parts(row["date"] or row["day"]), _parts(row["date_end"])
        if start is None:
            losses.count("have no date and no slide")
            continue
        basis = "" if row["date"] else " (day of publication)"
        when = (row["date"] or row["day"]) + (f"/{row['date_end']}" if end else "")
        number = f"{row['n_reports']} reports, {row['n_origins']} independent origins, {row['n_unknown']} of unknown origin; {row['verdict']}"
        said = f'<blockquote dir="auto">{html.escape(_words(act) or "")}</blockquote>' if view.words and _words(act) else ""
        slide: dict[str, Any] = {
            "start_date": start, "text": {"headline": html.escape(label(view, row)), "text": f"<p>{html.escape(number)}</p>{said}"},
            "group": row["type"], "display_date": when + basis, "unique_id": re.sub(r"[^\w-]", "-", act.id),
        }  # fmt: skip
        if end:
            slide["end_date"] = end
        slides.append(slide)
    title = {"text": {"headline": "khabar", "text": html.escape(stamp.citation)}}
    json.dump({"title": title, "events": slides}, out, ensure_ascii=False, indent=1)
    out.write("\n")
    return len(slides)


def _main_acts(view: View) -> Iterator[tuple[dict[str, Any], Act]]:
    if view.level == "story":
        for told, acts in view.stories():
            main = next((a for a in acts if a.main), None)
            if main is not None:
                row = of_act(view, main)
                row["day"] = row["day"] or told["day"]
                yield row, main
    else:
        for act in view.acts():
            yield of_act(view, act), act


def _parts(date: str | None) -> dict[str, int] | None:
    if not date or date.startswith("X"):
        return None
    return dict(zip(("year", "month", "day"), (int(x) for x in date[:10].split("-")), strict=False))


# ------------------------------------------------------------------ FollowTheMoney

FTM_LOSSES = (
    "FtM's Event knows parties only as involved: who acts and who is acted upon stands in summary; what did not happen begins there with its status.",
    "Parties without an entity, figures, verdicts and chains of sources are left out; an origin that is a person or body is not a publisher.",
)
_FTM = {
    "person": "Person", "state": "PublicBody", "government-body": "PublicBody", "organisation": "Organization", "armed-group": "Organization",
    "party": "Organization", "outlet": "Company",
}  # fmt: skip


def _key(id: str) -> str:
    return "khabar-" + (re.sub(r"[^A-Za-z0-9.-]", "-", id) if id.isascii() else hashlib.sha1(id.encode()).hexdigest())


def write_ftm(out: IO[str], view: View, losses: Losses) -> int:
    """Entities one a line: the events, and before each the people and bodies in it that were not yet told; how many lines."""
    told: set[str] = set()
    number = 0

    def line(id: str, schema: str, properties: dict[str, list[Any]]) -> None:
        nonlocal number
        number += 1
        kept = {k: [str(v) for v in dict.fromkeys(values) if v] for k, values in properties.items()}
        row = {"id": _key(id), "schema": schema, "properties": {k: v for k, v in kept.items() if v}}
        out.write(json.dumps(row, ensure_ascii=False) + "\n")

    for act in view.acts():
        row = of_act(view, act)
        who: list[str] = []
        for p in (p for e in act.events for side in ("actors", "recipients", "third_parties") for p in e[side]):
            entity = view.entities.get(p["entity"] or "", {})
            if entity.get("kind") not in _FTM:
                losses.count("parties are no people or bodies known by name, and are left out")
                continue
            who.append(p["entity"])
            if p["entity"] not in told:
                told.add(p["entity"])
                country = (entity["country"] or "").lower()
                names = {"name": [view.name(p["entity"])], "alias": [n for n in entity["names"].values() if n != view.name(p["entity"])]}
                iso = [_iso2(view, country)] if country else []
                line(p["entity"], _FTM[entity["kind"]], {**names, "country": iso, "wikidataId": [entity["wikidata"]]})
        said = _words(act) if view.words else None
        reports = list(dict.fromkeys(e["report"] for e in act.events))
        prefix = "" if row["status"] == "happened" else f"{row['status']}: "
        date = [row["date"] if row["date"] and not row["date"].startswith("X") else row["day"]]
        line(
            act.id,
            "Event",
            {
                "name": [label(view, row)], "summary": [prefix + label(view, row)], "description": [said] if said else [],
                "date": [] if row["date_end"] else date, "startDate": date if row["date_end"] else [], "endDate": [row["date_end"]],
                "location": [row["place_name"]], "country": [_iso2(view, (row["place_country"] or "").lower())], "involved": [_key(w) for w in who],
                "sourceUrl": [view.reports[r]["url"] for r in reports], "publisher": [view.outlet(r) for r in reports], "recordId": [act.id],
                "keywords": [row["type"], row["mode"], *row["contexts"]],
            },
        )  # fmt: skip
    return number


def _iso2(view: View, country: str) -> str | None:
    return view.states.get(country.upper(), {}).get("iso2", "").lower() or None


# ------------------------------------------------------------------ ninjs 3.1

NINJS_LOSSES = (
    "ninjs allows no keys of our own: events are named by id and a line of English; their fields, spans, figures and verdicts are left out.",
    "ninjs wants a time to the second for contentCreated: a report that gives only a day has it in descriptions (role khabar:published).",
    "A meeting that is planned or proposed is an object of type event beside its report. `located` is the town of the dateline, where we know it.",
    "The chain of sources stands in infoSources by role (khabar:outlet, khabar:carrier, khabar:origin); which event each link told is lost.",
)


def urn(kind: str, id: str) -> str:
    """A name for one of our things where a URI is wanted."""
    return f"urn:khabar:{kind}:{id}" if id.isascii() else f"urn:khabar:{kind}:{hashlib.sha1(id.encode()).hexdigest()}"


def ninjs(view: View, stamp: Stamp, losses: Losses) -> Iterator[dict[str, Any]]:
    """News objects, one a report that fits, the latest first."""
    rows = {r["id"]: r for r in view.store.rows("report", **view.filters)}
    for data in view.batches(list(rows)):
        reports = {r["id"]: r for r in data["reports"] if r["id"] in rows}
        of: dict[str, list[dict[str, Any]]] = {}
        for e in data["events"]:
            if e["id"] in view.wanted:
                of.setdefault(e["report"], []).append(e)
        stories: dict[str, list[dict[str, Any]]] = {}
        for s in data["stories"]:
            for r in s["reports"]:
                stories.setdefault(r, []).append(s)
        for id in [r for r in rows if r in reports]:
            yield _item(view, reports[id], rows[id], of.get(id, []), stories.get(id, []), losses)
            for e in of.get(id, []):
                if e["type"] == "CONSULT" and e["status"] in ("planned", "proposed"):
                    yield _planned(view, e, rows[id])


_STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}


def _planned(view: View, e: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """A meeting that is planned or proposed, as an object of type event: for a calendar of what is to come."""
    details: dict[str, Any] = {}
    if e["date"] and not e["date"]["value"].startswith("X"):
        details["dates"] = {"expectedStartDate": e["date"]["value"]} | ({"expectedEndDate": e["date"]["end"]} if e["date"]["end"] else {})
    host = next((p["entity"] for p in e["recipients"] if p["entity"]), None)
    if host is not None:
        details["organiser"] = {"name": view.name(host), "rel": "khabar:host", "uri": urn("entity", host)}
    return {
        "uri": urn("event", e["id"]), "type": "event", "standard": _STANDARD, "versionCreated": row["coded_at"], "firstCreated": row["added_at"],
        "pubStatus": "canceled" if e["change"] == "cancelled" else "usable", "title": label(view, of_act(view, Act(e["id"], None, True, (e,), ()))),
        "altIds": [{"role": "khabar:event", "value": e["id"]}, {"role": "khabar:status", "value": e["change"] or e["status"]}],
        "eventDetails": details, **_groups(view, [e]),
        "associations": [{"name": f"report {e['report']}", "rel": "khabar:reported-by", "uri": urn("report", e["report"])}],
    }  # fmt: skip


def _item(
    view: View, r: dict[str, Any], row: dict[str, Any], events: list[dict[str, Any]], stories: list[dict[str, Any]], losses: Losses
) -> dict[str, Any]:
    item: dict[str, Any] = {
        "uri": urn("report", r["id"]), "type": "text", "representationType": "full" if view.words else "partial",
        "standard": _STANDARD,
        "language": r["language"], "versionCreated": row["coded_at"], "firstCreated": row["added_at"], "pubStatus": "usable",
        "altIds": [{"role": "khabar:report", "value": r["id"]}],
    }  # fmt: skip
    published = (r["published"] or {}).get("value")
    item["descriptions"] = [{"role": "khabar:version", "contentType": "text/plain", "value": f"khabar {row['khabar']}, data {row['data'][:19]}"}]
    if published and len(published) > 18 and re.search(r"(Z|[+-]\d\d:\d\d)$", published):
        item["contentCreated"] = published
    elif published:
        item["descriptions"].append({"role": "khabar:published", "contentType": "text/plain", "value": published})
        losses.count("reports give their publication without a time and zone: no contentCreated")
    if r["source_id"] and view.words:
        item["altIds"].append({"role": "source", "value": r["source_id"]})
    if r["url"]:
        item["altIds"].append({"role": "url", "value": r["url"]})
    report = view.store.report(r["id"])
    if (town := khabar.located(report)) is not None:
        item["located"] = view.name(town)
    if view.words:
        if r["title"]:
            item["headlines"] = [{"role": "main", "contentType": "text/plain", "value": r["title"]}]
        text = report.text
        item["bodies"] = [{"role": "main", "contentType": "text/plain", "charCount": len(text), "wordCount": len(text.split()), "value": text}]
        authors = [c["name"] for c in r["credits"] if c["role"] == "author"]
        if authors:
            item["by"] = ", ".join(authors)
    item |= _groups(view, events)
    if events:
        lines = {e["id"]: label(view, of_act(view, Act(e["id"], None, True, (e,), ()))) for e in events}
        item["events"] = [{"id": id, "name": line, "uri": urn("event", id)} for id, line in lines.items()]
    item["infoSources"] = _sources(view, r, stories)
    beside = {o: s["id"] for s in stories for o in s["reports"] if o != r["id"]}
    if beside:
        item["associations"] = [{"name": f"report {o}", "rel": f"khabar:same-story {s}", "uri": urn("report", o)} for o, s in beside.items()]
    return item


def _groups(view: View, events: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """People, organisations, places and subjects of events."""
    groups: dict[str, list[dict[str, Any]]] = {"people": [], "organisations": [], "places": [], "subjects": []}
    for id, rel in _rels(events).items():
        kind = view.entities.get(id, {}).get("kind")
        group = {"person": "people", "place": "places", "state": "places"}.get(str(kind), "organisations" if kind in _FTM else "subjects")
        one: dict[str, Any] = {"name": view.name(id), "rel": rel, "uri": urn("entity", id)}
        if group == "places" and (spot := view.spot(id)):
            one["geoJSON"] = {"type": "Point", "coordinates": [spot[1], spot[0]]}
        groups[group].append(one)
    for type in dict.fromkeys(e["type"] for e in events):
        groups["subjects"].append({"name": type, "rel": "khabar:event-type", "uri": f"urn:khabar:plover:{type}"})
    return {k: v for k, v in groups.items() if v}


def _rels(events: list[dict[str, Any]]) -> dict[str, str]:
    out: dict[str, str] = {}
    for e in events:
        for side, rel in (("actors", "actor"), ("recipients", "recipient"), ("third_parties", "third-party"), ("about", "about")):
            for p in e[side]:
                if p["entity"]:
                    out.setdefault(p["entity"], f"khabar:{rel}")
        if e["place"]:
            out.setdefault(e["place"], "khabar:place")
    return out


def _sources(view: View, r: dict[str, Any], stories: list[dict[str, Any]]) -> list[dict[str, Any]]:
    out: dict[str, dict[str, Any]] = {}
    name = view.outlet(r["id"])
    if name:
        out["outlet"] = {"name": name, "role": "khabar:outlet", **({"uri": urn("entity", r["outlet"]["id"])} if r["outlet"]["id"] else {})}
    for s in stories:
        for o in s["origins"]:
            if r["id"] in o["reports"] and not o["id"].startswith("text/"):
                named = o["name"] if view.words or o["entity"] else o["id"]
                out.setdefault(o["id"], {"name": named, "role": "khabar:origin", "uri": urn("entity", o["id"])})
    for c in r["credits"]:
        if c["role"] in ("agency", "source") and view.words:
            out.setdefault(c["name"], {"name": c["name"], "role": "khabar:carrier"})
    return list(out.values())
