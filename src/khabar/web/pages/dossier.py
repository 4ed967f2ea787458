"""Matters over time: all of them, and one step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import khabar
from khabar.web.asking import MOST, Ask, Missing, Page


def listing(ask: Ask) -> Page:
    """All matters over time."""
    found = ask.once(("dossiers",), ask.store.dossiers)
    size, offset = ask.number("_size", 60, 1, MOST), ask.number("_next", 0, 0, 10**7)
    ordered = sorted(
        found, key=lambda d: (max((s.date.value for s in d.steps if s.date and not s.date.value.startswith("X")), default=""), d.id), reverse=True
    )
    shown = ordered[offset : offset + size]
    ask.know([e for d in shown for e in d.entities])
    cards = []
    for d in shown:
        title, language = ask.title(dict(d.title).get("ar"), dict(d.title).get("en"))
        dates = sorted(s.date.value for s in d.steps if s.date and not s.date.value.startswith("X"))
        cards.append(
            {
                "id": d.id,
                "title": title,
                "language": language,
                "n": len(d.steps),
                "open": d.open,
                "last": d.steps[-1].status if d.steps else None,
                "who": [ask.party(e) for e in d.entities[:5]],
                "from": dates[0] if dates else None,
                "to": dates[-1] if dates else None,
                "reports": len({r for s in d.steps for r in s.reports}),
            }
        )
    rows = [
        {"id": c["id"], "title": c["title"], "steps": c["n"], "from": c["from"], "to": c["to"], "open": list(c["open"]), "last": c["last"]}
        for c in cards
    ]
    after = offset + size if offset + size < len(ordered) else None
    return Page("dossiers.html", ask.words("dossier.title"), {"dossiers": cards, "total": len(found), "offset": offset, "size": size}, rows, after)


def page(ask: Ask, id: str) -> Page:
    """One matter, step by step."""
    try:
        found = ask.store.dossier(id)
    except khabar.StoreError as error:
        raise Missing(id) from error
    reports = {r["id"]: r for r in ask.store.named("report", list(dict.fromkeys(r for s in found.steps for r in s.reports)))}
    events = {e["id"]: e for e in ask.store.named("event", [e for s in found.steps for e in s.events])}
    claims = ask.store.claims(report=",".join(reports)) if reports else ()
    origin: dict[str, set[str]] = {}
    for c in claims:
        if c.chain and not c.chain[-1].startswith("outlet/"):
            origin.setdefault(c.about, set()).add(c.chain[-1])
    ask.know([*found.entities, *(o for os in origin.values() for o in os), *(e["place"] for e in events.values())])
    steps: list[dict[str, Any]] = []
    denied = denials(found.steps, events, {r: row["day"] for r, row in reports.items()})
    for n, s in enumerate(found.steps):
        words, language = ask.title(dict(s.text).get("ar"), dict(s.text).get("en"))
        told = [events[e] for e in s.events if e in events]
        outlets: dict[str, list[dict[str, Any]]] = {}
        for r in s.reports:
            if r in reports:
                outlets.setdefault(reports[r]["outlet_name"] or ask.words("app.unknown"), []).append(reports[r])
        steps.append(
            {
                "n": n + 1,
                "status": s.status,
                "date": s.date,
                "words": words,
                "says_status": words.casefold().startswith(ask.words.label("stage", s.status).casefold()),
                "language": language,
                "events": told,
                "reports": [reports[r] for r in s.reports if r in reports],
                "origins": sorted({ask.names(o) for e in s.events for o in origin.get(e, ())}),
                "outlets": outlets,
                "denied": [_denial(ask, t, events) for t in denied[n]],
                "places": list(dict.fromkeys(ask.names(e["place"]) for e in told if e["place"])),
            }
        )
    title, language = ask.title(dict(found.title).get("ar"), dict(found.title).get("en"))
    brief = ask.one("view") == "brief"
    context = {
        "dossier": found,
        "id": id,
        "name": title,
        "language": language,
        "steps": steps,
        "brief": brief,
        "who": [p for p in (ask.party(e) for e in found.entities) if p["name"] != title],
        "n_reports": len(reports),
        "n_origins": len({o for os in origin.values() for o in os}),
        "reports": list(reports.values()),
        "numbers": {r: n + 1 for n, r in enumerate(reports)},
    }
    rows = [
        {
            "step": s["n"],
            "status": s["status"],
            "date": s["date"].value if s["date"] else None,
            "text": s["words"],
            "reports": [r["id"] for r in s["reports"]],
            "events": [e["id"] for e in s["events"]],
            "origins": s["origins"],
        }
        for s in steps
    ]
    return Page("brief.html" if brief else "dossier.html", title, context, rows, more={"open": list(found.open)})


def _denial(ask: Ask, step: Any, events: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """A denying step: who denies, in which words of which report."""
    told = [events[e] for e in step.events if e in events]
    who = list(dict.fromkeys(p["entity"] for e in told for p in e["parties"] if p["part"] == "actor" and p["entity"]))
    ask.know(who)
    shown = told[0] if told else None
    return {"date": step.date, "who": [ask.party(w) for w in who[:2]], "event": shown, "text": shown["text"] if shown and ask.sees_text else ""}


def denials(steps: Sequence[Any], events: Mapping[str, Mapping[str, Any]], days: Mapping[str, str | None]) -> list[list[Any]]:
    """For each step the steps that deny an act of its type: told no earlier, by one of its parties or a body that speaks for their state.

    events: rows with their parties, by id; days: of the reports.
    """

    def when(step: Any) -> str:
        if step.date and not step.date.value.startswith("X"):
            return str(step.date.value)
        return max(filter(None, (days.get(r) for r in step.reports)), default="")

    def who(step: Any, kinds: tuple[str, ...]) -> set[str]:
        parties = [p for e in step.events if e in events for p in events[e]["parties"]]
        named = {p["entity"] for p in parties if p["entity"]}
        return named | {f"state/{p['country']}" for p in parties if p["country"] and str(p["entity"]).startswith(kinds)}

    def types(step: Any) -> set[str]:
        return {events[e]["type"] for e in step.events if e in events}

    denying = [(s, when(s), who(s, ("state/", "org/"))) for s in steps if s.status == "denied"]
    out = []
    for s in steps:
        at, parties = when(s), who(s, ("",))
        later = [d for d, day, by in denying if day >= at[: len(day)] and by & parties and types(d) & types(s)]
        out.append([] if s.status == "denied" else later)
    return out
