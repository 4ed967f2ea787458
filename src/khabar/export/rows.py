"""Rows of the tables: one dict a story, event or claim, keyed by the names of ``columns``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from khabar.export.columns import columns
from khabar.export.view import Act, View, chief, counts, overall, verdict

Row = dict[str, Any]


def rows(view: View) -> Iterator[Row]:
    """The table of the view's level, in the order of the store: the latest first. Lists are lists, what is not known is None."""
    names = [c.name for c in columns(view.level, view.words)]
    made = {"story": _stories, "event": _events, "claim": _claims}[view.level]
    for row in made(view):
        yield {n: row.get(n) for n in names}


def _stories(view: View) -> Iterator[Row]:
    for told, acts in view.stories():
        main = next((a for a in acts if a.main), None)
        row: Row = {} if main is None else of_act(view, main)
        (story,) = view.store.stories(story=told["id"])
        yield {
            **row, "story_id": told["id"], "title_en": told["title_en"], "title_ar": told["title_ar"], "first_added": told["first_at"],
            "n_reports": told["n_reports"], "n_origins": told["n_origins"], "n_unknown": told["n_unknown"],
            "origins": [o.entity or o.id for o in story.origins if not o.id.startswith("text/")],
            "reports": list(story.reports), "acts": [_short(a) for a in acts if a is not main],
        }  # fmt: skip


def _short(act: Act) -> str:
    best = chief(act.events)
    mode = next((f"/{e['mode']}" for e in act.events if e["mode"]), "")
    return f"{best['type']}{mode} {best['status']} {best['day'] or '-'} {counts(act)[0]}"


def of_act(view: View, act: Act) -> Row:
    """The columns that stories and single acts share: what the fullest account says, and what the accounts agree on."""
    best = chief(act.events)
    n_reports, n_origins, n_unknown, origins = counts(act)
    dated = [e for e in act.events if e["date"]]
    when = max(dated, key=lambda e: (e["date"]["value"][0] != "X", len(e["date"]["value"]), e is best), default=best)
    placed = best if best["place"] else next((e for e in act.events if e["place"]), best)
    first = next((e for e in act.events if e["initiator"]), best)
    moded = best if best["mode"] else next((e for e in act.events if e["mode"]), best)
    letter = best["plover"] or {}
    if moded is not best and moded["plover"] and letter.get("type") == moded["plover"]["type"]:
        letter = moded["plover"]
    clashes = [
        f"{f['field']}: " + " / ".join(dict.fromkeys(v["value"] for v in f["values"] if view.words or v["value"].isascii()))
        for f in act.facts
        if f["verdict"] in ("differs", "contradicted")
    ]
    return {
        **_what(view, best), **_date(when), **_place(view, placed["place"]),
        "event_id": act.id, "story_id": act.story["id"] if act.story else None,
        "mode": moded["mode"], "initiator": first["initiator"],
        "plover_type": letter.get("type"), "plover_mode": letter.get("mode"), "quad": letter.get("quad"), "intensity": letter.get("intensity"),
        "contexts": list(dict.fromkeys(c for e in act.events for c in e["contexts"])),
        "third_parties": list(dict.fromkeys(view.party(p) for e in act.events for p in e["third_parties"])),
        "background": all(e["background"] for e in act.events),
        "origins": origins, "n_reports": n_reports, "n_origins": n_origins, "n_unknown": n_unknown, "verdict": overall(act),
        "verdict_date": verdict(act, "date"), "verdict_place": verdict(act, "place"), "verdict_actors": verdict(act, "actors"),
        "verdict_recipients": verdict(act, "recipients"), "verdict_number": verdict(act, "number"), "verdict_status": verdict(act, "status"),
        "contradictions": clashes,
    }  # fmt: skip


def _what(view: View, e: Mapping[str, Any]) -> Row:
    letter = e["plover"] or {}
    row: Row = {
        "type": e["type"], "mode": e["mode"], "status": e["status"], "change": e["change"], "background": e["background"],
        "plover_type": letter.get("type"), "plover_mode": letter.get("mode"), "quad": letter.get("quad"), "intensity": letter.get("intensity"),
        "contexts": list(e["contexts"]), "initiator": e["initiator"],
        "third_parties": [view.party(p) for p in e["third_parties"]],
        "about": [t["entity"] for t in e["about"] if t["entity"]], "topics": [t["text"] for t in e["about"] if not t["entity"]],
        "numbers": [_number(n) for n in e["numbers"]],
    }  # fmt: skip
    for side, name in (("actors", "actor"), ("recipients", "recipient")):
        row |= _side(view, e[side], side, name)
    return row


def _side(view: View, parties: Sequence[Mapping[str, Any]], side: str, name: str) -> Row:
    who = {view.party(p): p for p in parties} if view.words else dict(_unnamed(view, parties))
    return {
        side: list(who),
        f"{name}_names": [view.name(p["entity"]) if p["entity"] else "unnamed" for p in who.values()],
        f"{name}_names_ar": [view.name(p["entity"], "ar") if p["entity"] else "unnamed" for p in who.values()],
        f"{name}_countries": [p["country"] or "?" for p in who.values()],
        f"{name}_sectors": [view.entities.get(p["entity"] or "", {}).get("sector") or "?" for p in who.values()],
        f"{name}_roles": [p["role"] or "?" for p in who.values()],
    }


def _unnamed(view: View, parties: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    number = 0
    for p in parties:
        if p["entity"]:
            yield p["entity"], p
        else:
            number += 1
            yield "unnamed" if number == 1 else f"unnamed {number}", p


def _number(n: Mapping[str, Any]) -> str:
    def plain(x: float | None) -> str:
        return "" if x is None else f"{x:.15g}"

    value = plain(n["value"]) if n["value"] is not None else f"{plain(n['min'])}..{plain(n['max'])}"
    return " ".join(filter(None, (n["kind"], value, n["unit"])))


def _date(e: Mapping[str, Any]) -> Row:
    date = e["date"] or {}
    return {
        "day": e["day"], "day_basis": e["day_basis"], "date": date.get("value"), "date_end": date.get("end"), "date_basis": date.get("basis"),
    }  # fmt: skip


def _place(view: View, place: str | None) -> Row:
    spot = view.spot(place)
    return {
        "place": place, "place_name": view.name(place) or None, "place_country": view.country(place) or None,
        "latitude": spot[0] if spot else None, "longitude": spot[1] if spot else None,
    }  # fmt: skip


def _report(view: View, id: str) -> Row:
    r = view.reports[id]
    return {
        "report_id": id, "outlet": view.outlet(id) or None, "outlet_id": r["outlet"]["id"], "language": r["language"],
        "published": (r["published"] or {}).get("value"), "url": r["url"],
    }  # fmt: skip


def _events(view: View) -> Iterator[Row]:
    for e, act in view.events():
        n_reports, n_origins, n_unknown, _ = counts(act)
        told: dict[str, Any] = e["evidence"][0] if e["evidence"] else {"span": (None, None), "text": None}
        yield {
            **_what(view, e), **_date(e), **_place(view, e["place"]), **_report(view, e["report"]),
            "event_id": e["id"], "story_id": act.story["id"] if act.story else None,
            "said_by": [s["entity"] or (s["name"] if view.words else None) or "unnamed" for s in e["said_by"]],
            "verdict": overall(act), "n_reports": n_reports, "n_origins": n_origins, "n_unknown": n_unknown,
            "rule": e["rule"], "text_start": told["span"][0], "text_stop": told["span"][1], "text": told["text"],
        }  # fmt: skip


def _claims(view: View) -> Iterator[Row]:
    for c, e, said, act in view.claims():
        entity = c["value"] in view.entities or c["value"].startswith(("state/", "person/", "org/", "place/"))
        span = c["spans"][0] if c["spans"] else (None, None)
        text = next((x["text"] for x in e["evidence"] if span[0] is not None and x["span"][0] <= span[0] and span[1] <= x["span"][1]), None)
        yield {
            **_report(view, e["report"]),
            "claim_id": c["id"], "event_id": e["id"], "story_id": act.story["id"] if act.story else None,
            "field": c["field"], "value": c["value"] if view.words or c["value"].isascii() else None,
            "value_name": view.name(c["value"]) if entity else None,
            "day": e["day"], "day_basis": e["day_basis"], "type": e["type"], "mode": e["mode"], "status": e["status"],
            "chain": list(c["chain"]), "verdict": said, "rule": c["rule"], "text_start": span[0], "text_stop": span[1], "text": text,
        }  # fmt: skip
