"""The table of events, its codebook, and all the ways to take out just what it shows."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

import khabar
from khabar.web import narrowing
from khabar.web.asking import MOST, PARTS, Ask, Page, Wrong, key

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
SORTS = ("newest", "oldest", "type")
COUNTED = ("type", "mode", "status", "place")  # columns whose codebook says which values there are
_NEEDS = {"parquet": "pyarrow"}


def page(ask: Ask) -> Page:
    """The table of events."""
    filters = ask.filters
    size, offset = ask.number("_size", 50, 1, MOST), ask.number("_next", 0, 0, 10**7)
    sort = ask.one("_sort") or "newest"
    if sort not in SORTS:
        raise Wrong(f"_sort: one of {', '.join(SORTS)}")
    chosen = [c for c in COLUMNS if c in ask.params.get("col", ())] or list(USUAL)
    found = ask.store.browse("event", sort=sort, limit=size, offset=offset, **filters)
    total = ask.once(("count", "event", key(filters)), lambda: ask.store.count("event", **filters))
    facets = narrowing.facets(ask, "event", ("type", "status", "country", "actor", "place", "outlet"), filters)
    ask.know([p["entity"] for e in found for p in e["parties"]] + [x for e in found for x in (e["place"], e["initiator"])])
    table = []
    for e in found:
        cells = {**e, "text": e["text"] if ask.sees_text else ""}
        for part, name in PARTS.items():
            cells[name] = [ask.party(r) for r in dict.fromkeys(p["entity"] or p["text"] for p in e["parties"] if p["part"] == part)]
        table.append(cells)
    filled = ask.once(("filled", key(filters)), lambda: ask.store.filled(**filters))
    after = offset + size if offset + size < total else None
    context = {
        "table": table,
        "total": total,
        "columns": chosen,
        "all_columns": COLUMNS,
        "codebook": _codebook(ask, filters, filled, total),
        "facets": facets,
        "chosen": narrowing.chosen(ask, filters),
        "filters": filters,
        "offset": offset,
        "size": size,
        "sort": sort,
        "sorts": SORTS,
        "exports": exports(),
        "sql": ask.store.as_sql([c for c in chosen if c != "text" or ask.sees_text], sort=sort, **filters),
        "commands": commands(ask, filters),
        "python": f"khabar.take(store, 'csv', 'folder'{''.join(f', {k}={v!r}' for k, v in filters.items())})",
        "missing_date": total - filled["date"],
        "missing_actor": filled["unnamed"],
    }
    more = {"count": total, "facets": narrowing.plain(facets)}
    rows = [ask.flat(e) for e in found]
    return Page("events.html", ask.words("data.title"), context, rows, after, more, ("id", *(c for c in COLUMNS if c != "id")))


def exports() -> list[str]:
    """The formats that can be taken out here: those whose packages are there."""
    return [f for f in khabar.FORMATS if f not in _NEEDS or find_spec(_NEEDS[f])]


def _codebook(ask: Ask, filters: Mapping[str, Any], filled: Mapping[str, int], total: int) -> list[dict[str, Any]]:
    """Each column: what it means, in how many events of this view it holds something, and its most frequent values here."""
    counted = ask.once(("values", key(filters)), lambda: ask.store.facets("event", COUNTED, most=6, **filters))
    ask.know([v for v, _ in counted["place"]])
    out = []
    for name in COLUMNS:
        values = [(ask.names(v) if name == "place" else ask.words.label(name, v), n) for v, n in counted.get(name, ())]
        out.append({"name": name, "filled": filled.get(name), "share": round(100 * filled.get(name, 0) / total) if total else 0, "values": values})
    return out


def commands(ask: Ask, filters: Mapping[str, Any]) -> list[str]:
    """The same view by command line: as a list, and as a folder with codebook and citation."""
    store = shlex.quote(ask.store.where.replace("\\", "/").rpartition("/")[2])
    flags = []
    for name, value in filters.items():
        flag = name.replace("_", "-")
        flags.append(f"--{flag}" if value is True else f"--no-{flag}" if value is False else f"--{flag} {shlex.quote(str(value))}")
    return [" ".join(["khabar list", store, "events", *flags]), " ".join(["khabar export csv", store, *flags, "-o folder"])]
