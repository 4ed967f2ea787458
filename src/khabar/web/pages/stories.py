"""The desk itself: stories by day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import khabar
from khabar.web import narrowing
from khabar.web.asking import MOST, SIZE, Ask, Page, Wrong, key

FACETS = ("type", "status", "country", "actor", "place", "outlet", "origin")
SORTS = ("newest", "oldest", "origins", "contradictions", "reports")
LISTS = 200  # reports that a search looks through


def listing(ask: Ask) -> Page:
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
        for hit in ask.once(("hits", q, exact, key(filters)), lambda: ask.store.search(q, exact=exact, limit=LISTS, **filters)):
            if hit.story:
                hits.setdefault(hit.story, hit)
        narrowed = {"story": ",".join(hits)} if hits else None
    if q and not hits:
        rows, total, facets = khabar.Rows(), 0, []
    elif q and sort == "relevance":
        ids = list(hits)
        rows, total = ask.store.named("story", ids[offset : offset + size]), len(ids)
        facets = narrowing.facets(ask, "story", FACETS, filters, narrowed)
    else:
        asked = {**filters, **(narrowed or {})}
        rows = ask.store.browse("story", sort="newest" if sort == "relevance" else sort, limit=size, offset=offset, **asked)
        total = ask.once(("count", "story", key(asked)), lambda: ask.store.count("story", **asked))
        facets = narrowing.facets(ask, "story", FACETS, filters, narrowed)
    days: list[dict[str, Any]] = []
    for card in cards(ask, rows, hits):
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
        "chosen": narrowing.chosen(ask, filters),
        "q": q,
        "exact": exact,
        "sort": sort,
        "sorts": (("relevance",) if q else ()) + SORTS,
        "filters": filters,
        "offset": offset,
        "size": size,
        "empty_store": not total and not q and not filters,
    }
    return Page("stories.html", ask.words("desk.title"), context, list(rows), after, {"count": total, "facets": narrowing.plain(facets)})


def cards(ask: Ask, rows: Sequence[Mapping[str, Any]], hits: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
    told = ask.store.happenings([r["id"] for r in rows]) if rows else {}
    ask.know(
        [p["entity"] for events in told.values() for e in events for p in e["parties"]] + [e["place"] for events in told.values() for e in events],
    )
    first = {id: events[0]["report"] for id, events in told.items() if events}
    reports = {r["id"]: r for r in ask.store.named("report", list(dict.fromkeys(first.values())))} if ask.sees_text else {}
    cards = []
    for row in rows:
        events = told.get(row["id"], [])
        main = events[0] if events else None
        same = [e for e in events if main and all(e[k] == main[k] for k in ("type", "mode", "status"))]
        who = list(dict.fromkeys(p["entity"] or p["text"] for e in same[:1] for p in e["parties"] if p["part"] != "third"))
        title, language = ask.title(row["title_ar"], row["title_en"])
        cards.append(
            {
                **row,
                "title": title or ask.words("report.no-title"),
                "language": language,
                "main": main,
                "who": [ask.party(w) for w in who[:6]],
                "place": next((e["place"] for e in same if e["place"]), None),
                "headline": reports.get(first.get(row["id"], "")),
                "hit": (hits or {}).get(row["id"]),
                "snippet": _snippet((hits or {}).get(row["id"])) if ask.sees_text else None,
            }
        )
    return cards


def _snippet(hit: Any) -> list[tuple[str, bool]] | None:
    if hit is None:
        return None
    out, last = [], 0
    for a, b in hit.marks:
        out += [(hit.snippet[last:a], False), (hit.snippet[a:b], True)]
        last = b
    return [*out, (hit.snippet[last:], False)]
