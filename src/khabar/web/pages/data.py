"""The table of events, and how to take it out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from khabar.web import narrowing
from khabar.web.asking import MOST, Ask, Page, Wrong, key

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


def page(ask: Ask) -> Page:
    """The table of events."""
    filters = ask.filters
    size, offset = ask.number("_size", 50, 1, MOST), ask.number("_next", 0, 0, 10**7)
    sort = ask.one("_sort") or "newest"
    if sort not in ("newest", "oldest", "type"):
        raise Wrong("_sort: newest, oldest or type")
    chosen = [c for c in COLUMNS if c in ask.params.get("col", ())] or list(USUAL)
    found = ask.store.browse("event", sort=sort, limit=size, offset=offset, **filters)
    total = ask.once(("count", "event", key(filters)), lambda: ask.store.count("event", **filters))
    facets = narrowing.facets(ask, "event", ("type", "status", "country", "actor", "place", "outlet"), filters)
    ask.know([p["entity"] for e in found for p in e["parties"]] + [x for e in found for x in (e["place"], e["initiator"])])
    table = []
    for e in found:
        cells = {**e, "text": e["text"] if ask.sees_text else ""}
        for part, name in (("actor", "actors"), ("recipient", "recipients"), ("third", "third_parties")):
            cells[name] = [ask.party(r) for r in dict.fromkeys(p["entity"] or p["text"] for p in e["parties"] if p["part"] == part)]
        table.append(cells)
    rows = [ask.flat(e) for e in found]
    after = offset + size if offset + size < total else None
    context = {
        "table": table,
        "total": total,
        "columns": chosen,
        "all_columns": COLUMNS,
        "facets": facets,
        "chosen": narrowing.chosen(ask, filters),
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
    more = {"count": total, "facets": narrowing.plain(facets)}
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
