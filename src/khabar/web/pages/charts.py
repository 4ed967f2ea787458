"""Where looking beats reading: the map of places and the network of actors, each with its table."""

from __future__ import annotations

import khabar
from khabar.web import drawing, narrowing
from khabar.web.asking import Ask, Page, Wrong, key


def places(ask: Ask) -> Page:
    """The map: how many events at which place."""
    filters = ask.filters
    found = ask.once(("places", key(filters)), lambda: ask.store.facets("event", ["place"], most=400, **filters)["place"])
    total = ask.once(("count", "event", key(filters)), lambda: ask.store.count("event", **filters))
    ask.know([p for p, _ in found])
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
        "chosen": narrowing.chosen(ask, filters),
        "filters": filters,
    }
    return Page("map.html", ask.words("map.title"), context, rows)


def network(ask: Ask) -> Page:
    """The network: who meets whom."""
    filters, by = ask.filters, ask.one("by") or "country"
    if by not in ("country", "entity"):
        raise Wrong("by: country or entity")
    most = ask.number("_size", 45, 1, 200)
    found = ask.once(("pairs", by, most, key(filters)), lambda: ask.store.pairs(by, most=most, **filters))
    ask.know([f"state/{x}" if by == "country" else x for r in found for x in (r["one"], r["other"])])
    rows = [{**r, "one_name": ask.names(r["one"]), "other_name": ask.names(r["other"])} for r in found]
    drawn = ask.once(("network", by, most, key(filters)), lambda: drawing.layout(found))
    labels = {r[k]: r[f"{k}_name"] for r in rows for k in ("one", "other")}
    context = {"rows": rows, "net": drawn, "labels": labels, "by": by, "chosen": narrowing.chosen(ask, filters), "filters": filters}
    return Page("network.html", ask.words("network.title"), context, rows)
