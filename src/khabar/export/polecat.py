"""POLECAT's tables: 40 columns, tab-separated; and a side file, keyed by Event ID, with what they cannot carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import khabar
from khabar.export.columns import COLUMNS, Column
from khabar.export.rows import of_act
from khabar.export.stamp import Losses
from khabar.export.view import Act, View

HEADER = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country", "Actor COW",
    "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country",
    "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
NONE = "None"
FEATURES = {
    "capital": "PPLC", "city": "PPL", "town": "PPL", "governorate": "ADM1", "region": "RGN", "island": "ISL", "river": "STM", "sea": "SEA",
    "strait": "STRT", "airport": "AIRP", "palace": "PAL", "base": "MILB",
}  # fmt: skip
"""Our kinds of places -> feature codes of GeoNames; others have none that is sure."""
_ORGANISATIONS = ("organisation", "government-body", "armed-group", "party")

LOSSES = (
    "POLECAT has no status: a planned meeting is written AGREE; what is denied, hypothetical or called off has no row.",
    "POLECAT has one date: Event Date is `day`; the date as the text gives it and its basis stand in the side file.",
    "District, Raw Placename and the Wikipedia ids are 'None': our data have Wikidata ids, in the side file.",
    "City, Province and GeoNames ID are given as far as our data know them; Feature Type is the GeoNames code of the kind of place.",
    "Several values in a cell are joined with '; ' as upstream does; tabs and line breaks in a value become blanks, ';' becomes ','.",
    "Initiator, third parties, topics, figures, origins, verdicts, story and reports stand in the side file only.",
)
_SIDE = (
    "story_id", "day_basis", "date", "date_end", "date_basis", "type", "mode", "status", "change", "background", "actors", "recipients",
    "third_parties", "initiator", "place", "about", "topics", "numbers", "origins", "verdict", "verdict_date", "verdict_place", "verdict_actors",
    "verdict_recipients", "verdict_number", "verdict_status", "contradictions", "n_reports", "n_origins", "n_unknown",
)  # fmt: skip


def side_columns(words: bool) -> tuple[Column, ...]:
    """The columns of the side file."""
    of = {c.name: c for c in COLUMNS}
    own = (
        Column("Event ID", "text", (), "As in the POLECAT file; unique."),
        Column("actor_wikidata", "list", (), "Wikidata items of the actors, in their order; '?' where unknown."),
        Column("recipient_wikidata", "list", (), "Wikidata items of the recipients, in their order."),
        Column("reports", "list", (), "Ids of the reports that tell it."),
        Column("events", "list", (), "Ids of the events (`khabar show`, `khabar why`)."),
        Column("urls", "list", (), "Addresses of the reports."),
    )
    shared = [of[n] for n in _SIDE if words or not of[n].words]
    return (own[0], *shared, *own[1:])


def records(view: View, losses: Losses) -> Iterator[tuple[dict[str, str], dict[str, Any]]]:
    """A POLECAT row and its row of the side file, one an act (level story) or one an event."""
    version = f"khabar {khabar.__version__}"
    for act in view.acts():
        row = of_act(view, act)
        if row["plover_type"] is None:
            losses.count("acts without a PLOVER type (denied, hypothetical, called off) have no row")
            continue
        if row["day"] is None:
            losses.count("rows have the Event Date 'None': no day is known")
        yield _main(view, act, row, version), _side(view, act, row)


def _main(view: View, act: Act, row: dict[str, Any], version: str) -> dict[str, str]:
    out = dict.fromkeys(HEADER, NONE)
    reports = sorted({e["report"] for e in act.events})
    first = min(reports, key=lambda r: ((view.reports[r]["published"] or {}).get("value") or "9", r))
    published = (view.reports[first]["published"] or {}).get("value")
    mode = row["plover_mode"]
    out |= {
        "Event ID": act.id, "Event Date": row["day"] or NONE, "Event Type": row["plover_type"],
        "Event Mode": f"{row['plover_type']}-{mode}" if mode else NONE, "Intensity": str(row["intensity"]), "Quad Code": QUADS[row["quad"]],
        "Contexts": _cell(row["contexts"]), "Source": _cell(view.outlet(r) for r in reports), "Publication Date": (published or NONE)[:10],
        "Language": _cell(view.reports[r]["language"] for r in reports), "Version": version,
    }  # fmt: skip
    for side, key, name in (("actors", "actor", "Actor"), ("recipients", "recipient", "Recipient")):
        parties = [p for e in act.events for p in e[side]]
        sectors = [s for s in row[f"{key}_sectors"] if s != "?"]
        countries = [c for c in row[f"{key}_countries"] if c != "?"]
        out |= {
            f"{name} Name": _cell(row[f"{key}_names"]), f"{name} Country": _cell(countries),
            f"{name} COW": _cell(view.states.get(c, {}).get("cow") for c in countries), f"Primary {name} Sector": sectors[0] if sectors else NONE,
            f"{name} Sectors": _cell(sectors), f"{name} Title": _cell(r for r in row[f"{key}_roles"] if r != "?"),
            f"{name} Name Raw": _cell(p["text"] for p in parties) if view.words else NONE,
        }  # fmt: skip
    if row["place"]:
        out |= {"Placename": _cell([row["place_name"]]), "Country": row["place_country"] or NONE} | _levels(view, row["place"])
    if row["latitude"] is not None:
        out |= {"Latitude": str(row["latitude"]), "Longitude": str(row["longitude"])}
    told = dict.fromkeys(id for e in act.events for id in _named(e))
    for name, kinds in (("Story People", ("person",)), ("Story Organizations", _ORGANISATIONS), ("Story Locations", ("state", "place"))):
        out[name] = _cell(view.name(id) for id in told if view.entities.get(id, {}).get("kind") in kinds)
    return out


def _levels(view: View, place: str) -> dict[str, str]:
    """City, Province, Feature Type and GeoNames ID of a place."""
    if place.startswith("state/"):
        return {"Feature Type": "PCLI"}
    out: dict[str, str] = {}
    kind, above = view.places.get(place, ("", ""))
    if kind in FEATURES:
        out["Feature Type"] = FEATURES[kind]
    if place in view.geonames:
        out["GeoNames ID"] = view.geonames[place]
    if kind in ("capital", "city", "town"):
        out["City"] = _cell([view.name(place)])
    for id in (place, above):
        if view.places.get(id, ("", ""))[0] == "governorate":
            out.setdefault("Province", _cell([view.name(id)]))
    return out


def _named(e: dict[str, Any]) -> Iterator[str]:
    for p in (*e["actors"], *e["recipients"], *e["third_parties"], *e["about"], *e["said_by"]):
        if p["entity"]:
            yield p["entity"]
    if e["place"]:
        yield e["place"]


def _cell(values: Any) -> str:
    return "; ".join(dict.fromkeys(re.sub(r"\s+", " ", str(v)).replace(";", ",").strip() for v in values if v)) or NONE


def _side(view: View, act: Act, row: dict[str, Any]) -> dict[str, Any]:
    def wikidata(ids: list[str]) -> list[str]:
        return [view.entities.get(i, {}).get("wikidata") or "?" for i in ids]

    reports = list(dict.fromkeys(e["report"] for e in act.events))
    return {
        **row, "Event ID": act.id, "actor_wikidata": wikidata(row["actors"]), "recipient_wikidata": wikidata(row["recipients"]), "reports": reports,
        "events": [e["id"] for e in act.events], "urls": [u for r in reports if (u := view.reports[r]["url"])],
    }  # fmt: skip
