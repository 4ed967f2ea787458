"""What a list was narrowed down to, and by what it can be narrowed further."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from khabar.web.asking import Ask, key


def chosen(ask: Ask, filters: Mapping[str, Any]) -> list[dict[str, Any]]:
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
        return origin_name(ask, value)
    if name in ("since", "until"):
        return ask.words.date(value)
    return value


def origin_name(ask: Ask, name: str) -> str:
    """An origin is kept under its English name; in the reader's language where an entity has it."""
    known = ask.once(("origins", ask.words.language), lambda: _origin_names(ask))
    return cast(str, known.get(name, name))


def _origin_names(ask: Ask) -> dict[str, str]:
    return {n["en"]: n[ask.words.language] for e in ask.store.entities() if (n := dict(e.names)).get("en") and n.get(ask.words.language)}


def facets(
    ask: Ask, level: str, names: Sequence[str], filters: Mapping[str, Any], narrowed: Mapping[str, Any] | None = None
) -> list[dict[str, Any]]:
    asked = {**filters, **(narrowed or {})}
    found = ask.once(("facets", level, *names, key(asked)), lambda: ask.store.facets(level, names, most=9, **asked))
    ask.know([v for n in ("actor", "place") for v, _ in found.get(n, ())] + [f"state/{v}" for v, _ in found.get("country", ())])
    out = []
    for name in names:
        taken = set(str(filters.get(name, "")).split(","))
        values = [{"value": v, "n": n, "label": _label(ask, name, v), "taken": v in taken} for v, n in found[name]]
        if values:
            out.append({"name": name, "label": ask.words.label("facet", name), "values": values, "given": filters.get(name)})
    return out

def plain(facets: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {f["name"]: [{"value": v["value"], "count": v["n"], "label": v["label"]} for v in f["values"]] for f in facets}
