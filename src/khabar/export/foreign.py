"""Events that others have coded: POLECAT's tables, and PLOVER's JSON in its two forms (the manual's, and what NGEC writes)."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import khabar

# Names that earlier drafts of PLOVER and POLECAT's files have for one thing.
_TYPES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT", "YIELD": "CONCEDE", "CRIME": "COERCE"}
_CONTEXTS = {"pro-democracy": "pro_democracy", "pro-autocracy": "pro_autocracy", "natural_resources": "natural_resource"}
_QUADS = {"VERBAL COOPERATION": 1, "MATERIAL COOPERATION": 2, "VERBAL CONFLICT": 3, "MATERIAL CONFLICT": 4}


def read_polecat(path: str | os.PathLike[str], on_fault: Any = None) -> Iterator[dict[str, Any]]:
    """Rows of a POLECAT table (tab-separated, any year's header) or of PLOVER JSON (a line an event, or one array).

    Keys: id date type mode intensity quad contexts actors actor_countries actor_sectors recipients recipient_countries recipient_sectors place
    place_country latitude longitude publisher published language raw; several values are joined with '; ', what is missing is None,
    ``raw`` is the row as it came. on_fault(line, reason): told of a row that cannot be read, which is left out; None: InputError.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise khabar.InputError(f"{path}: cannot be read ({error.strerror or error})") from None

    def fault(line: int, reason: str) -> None:
        if on_fault is None:
            raise khabar.InputError(f"{path}, line {line}: {reason}")
        on_fault(line, reason)

    text = _decoded(data)
    rows = _json(text, fault) if text.lstrip()[:1] in ("{", "[") else _table(str(path), text, fault)
    for line, row in rows:
        try:
            made = _of_table(row) if "Event Type" in row else _of_json(row)
        except (TypeError, ValueError, AttributeError) as error:
            fault(line, f"is no event ({error})")
            continue
        if not made["type"]:
            fault(line, "has no event type")
            continue
        yield {**made, "raw": json.dumps(row, ensure_ascii=False)}


def _decoded(data: bytes) -> str:
    """POLECAT's files are of two encodings, some within one file."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "\n".join(_line(line) for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n"))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("iso-8859-1")


# ------------------------------------------------------------------ tables


def _table(path: str, text: str, fault: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """Rows by name. Surplus tabs at the end are dropped; a row with too few or too many cells is a fault."""
    lines = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = [h.strip().strip('"') for h in next(lines, [])]
    while header and not header[-1]:
        header.pop()
    if not {"Event ID", "Event Date", "Event Type"} <= set(header):
        raise khabar.InputError(f"{path}: is neither a table of POLECAT (Event ID, Event Date, Event Type … parted by tabs) nor PLOVER JSON")
    for number, cells in enumerate(lines, 2):
        while len(cells) > len(header) and not cells[-1].strip():
            cells.pop()
        if not any(c.strip() for c in cells):
            continue
        if len(cells) != len(header):
            fault(number, f"has {len(cells)} cells, the header {len(header)}: a stray tab or line break")
            continue
        yield number, dict(zip(header, cells, strict=True))


def _of_table(row: Mapping[str, str]) -> dict[str, Any]:
    def of(*names: str) -> str | None:
        found = (row[n].strip().strip('"') for n in names if n in row)
        return next((v for v in found if v not in ("", "None", "NA")), None)

    quad = of("Quad Code")
    return {
        "id": of("Event ID"), "date": (of("Event Date") or "")[:10] or None, "type": _type(of("Event Type")), "mode": _mode(of("Event Mode")),
        "intensity": _number(of("Event Intensity", "Intensity")), "quad": _quad(quad), "contexts": _contexts(_split(of("Contexts"))),
        "actors": of("Actor Name"), "actor_countries": of("Actor Country"), "actor_sectors": of("Actor Sectors", "Primary Actor Sector"),
        "recipients": of("Recipient Name"), "recipient_countries": of("Recipient Country"),
        "recipient_sectors": of("Recipient Sectors", "Primary Recipient Sector"), "place": of("Placename"), "place_country": of("Country"),
        "latitude": _number(of("Latitude")), "longitude": _number(of("Longitude")), "publisher": of("Source"),
        "published": (of("Publication Date") or "")[:10] or None, "language": of("Language"),
    }  # fmt: skip


# ------------------------------------------------------------------ JSON


def _json(text: str, fault: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    if text.lstrip().startswith("["):
        try:
            rows = list(enumerate(json.loads(text), 1))
        except json.JSONDecodeError as error:
            fault(error.lineno, f"is no JSON ({error.msg})")
            return
    else:
        rows = []
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                try:
                    rows.append((number, json.loads(line)))
                except json.JSONDecodeError as error:
                    fault(number, f"is no JSON ({error.msg})")
    for number, row in rows:
        if isinstance(row, dict):
            yield number, row
        else:
            fault(number, "is no object")


def _of_json(row: Mapping[str, Any]) -> dict[str, Any]:
    cite, place = row.get("cite_info") or {}, _place(row)
    attributes = row.get("attributes") or {}
    return {
        "id": _one(row.get("id")), "date": (_one(row.get("date_resolved") or row.get("date")) or "")[:10] or None,
        "type": _type(_one(row.get("event_type") or row.get("event"))), "mode": _mode(_one(row.get("event_mode") or row.get("mode"))),
        "intensity": _number(row.get("event_scale") or row.get("intensity")), "quad": _quad(row.get("quad_code")),
        "contexts": _contexts(_list(row.get("contexts") or row.get("context"))),
        **_party("actor", _list(attributes.get("ACTOR") or row.get("actor") or row.get("source"))),
        **_party("recipient", _list(attributes.get("RECIP") or row.get("recipient") or row.get("target"))),
        "place": place.get("resolved_place") or place.get("extracted_place") or place.get("name"),
        "place_country": place.get("country_code3") or place.get("country_code") or place.get("country"),
        "latitude": _number(place.get("lat")), "longitude": _number(place.get("lon")),
        "publisher": row.get("publisher") or cite.get("publication"),
        "published": (_one(row.get("pub_date") or cite.get("date")) or "")[:10] or None, "language": row.get("language") or cite.get("language"),
    }  # fmt: skip


def _place(row: Mapping[str, Any]) -> Mapping[str, Any]:
    found = (row.get("event_geolocation") or {}).get("geo") or row.get("event_loc") or row.get("eventLoc") or {}
    (first, *_) = _list(found) or [{}]
    return first if isinstance(first, dict) else {"name": first}


def _party(name: str, people: Iterable[Any]) -> dict[str, str | None]:
    rows = [p if isinstance(p, dict) else {"text": p} for p in people]

    def all_of(*keys: str) -> str | None:
        return _join(next((p[k] for k in keys if p.get(k)), None) for p in rows)

    return {
        f"{name}s": all_of("wiki", "entity_name", "identifier_text", "entity_text", "raw_text", "text"),
        f"{name}_countries": all_of("country", "code", "country_code", "country_name"),
        f"{name}_sectors": all_of("code_1", "sector", "sector_code"),
    }


# ------------------------------------------------------------------ values


def _list(value: Any) -> list[Any]:
    return [] if value is None else list(value) if isinstance(value, list | tuple) else [value]


def _one(value: Any) -> str | None:
    """The first of several; of an object its own name."""
    for v in _list(value):
        if isinstance(v, dict):
            v = v.get("type") or v.get("event") or v.get("code") or v.get("text")
        if v is not None and str(v).strip():
            return str(v).strip()
    return None


def _split(cell: str | None) -> list[str]:
    return [c.strip() for c in re.split(r"[;|]", cell or "") if c.strip()]


def _join(values: Iterable[Any]) -> str | None:
    return "; ".join(dict.fromkeys(str(v) for x in values for v in _list(x) if v not in (None, "", "None"))) or None


def _contexts(values: Iterable[Any]) -> str | None:
    return _join(_CONTEXTS.get(str(v).lower(), str(v).lower()) for v in values)


def _type(value: str | None) -> str | None:
    named = (value or "").strip().upper()
    return _TYPES.get(named, named) or None


def _mode(value: str | None) -> str | None:
    """NGEC writes TYPE-mode."""
    named = (value or "").strip()
    bare = named.partition("-")[2] if re.match("[A-Z]+-", named) else named
    return bare or None


def _quad(value: Any) -> int | None:
    named = str(value or "").strip().upper()
    return _QUADS.get(named) or (int(named) if named in ("1", "2", "3", "4") else None)


def _number(value: Any) -> float | None:
    try:
        return None if value in (None, "", "None") else float(value)
    except (TypeError, ValueError):
        return None
