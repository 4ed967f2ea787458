"""One report: its untouched text with marks, and what was read from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import khabar
from khabar.web import marks
from khabar.web.asking import MOST, Ask, Missing, Page
from khabar.web.pages import review, stories, story
from khabar.web.words import direction


def page(ask: Ask, id: str) -> Page:
    """The untouched text with its marks, and what was read from it."""
    try:
        ask.store.report(id)
    except khabar.StoreError as error:
        raise Missing(id) from error
    record = ask.once(("report", id), lambda: ask.store.record(report=id).to_dict())
    ask.learn(record)
    found = record["reports"][0]
    at = _span(ask.one("at"))

    def called(kind: str, thing: Any) -> str:
        label = ask.words.label("mark", kind)
        if kind == "act":
            return f"{label}: {ask.words.label('type', thing['type'])}, {ask.words.label('status', thing['status'])}"
        if kind == "actor":
            return f"{label}: {ask.names(thing['entity']) or thing['text']}"
        if kind == "date":
            return f"{label}: {ask.words.date(thing['value'], thing['end'])}"
        if kind == "place":
            return f"{label}: {ask.names(thing)}"
        if kind == "statement":
            return f"{label}: {ask.names(thing['speaker']) or ask.words('app.unknown')}"
        return label

    paragraphs = marks.segments(found["text"], marks.of_record(record, called), at) if ask.sees_text else []
    row = ask.store.named("report", [id])[0]
    events = [_event_lines(ask, e, record) for e in record["events"]]
    context = {
        "report": found,
        "row": row,
        "id": id,
        "paragraphs": paragraphs,
        "events": events,
        "statements": record["statements"] if ask.sees_text else [],
        "relations": record["relations"],
        "stories": stories.cards(ask, ask.store.stories_of(id)),
        "reuse": _reuse(ask, id) if ask.sees_text else [],
        "versions": [v for v in ask.store.versions(id) if v != id],
        "at": at,
        "review": review.drawer(
            ask,
            {id, *(x["id"] for kind in ("events", "statements", "relations") for x in record[kind])},
            record["events"],
            choices=[(e["id"], ask.names(e["id"])) for e in record["entities"]],
        ),
        "kinds": [
            k
            for k in ("act", "actor", "date", "place", "about", "number", "statement", "credit")
            if any(k in s["kinds"] for p in paragraphs for s in p)
        ],
        "path_of": found["path"] if ask.person.may("admin") else None,
    }
    title = found["title"] or next((i["title"] for i in found["items"] if i["title"]), "") or ask.words("report.no-title")
    context["name"] = title
    rows = [ask.flat(e) for e in ask.store.browse("event", limit=MOST, report=id)]
    return Page("report.html", title, context, rows, more={"record": ask.shareable(record)})


def _span(given: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{1,7})-(\d{1,7})", given)
    return (int(match[1]), int(match[2])) if match else None


def _event_lines(ask: Ask, event: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, Any]:
    """An event for the list beside the text."""
    claims = [c for c in record["claims"] if c["about"] == event["id"]]
    chain: list[str] = next((c["chain"] for c in claims if len(c["chain"]) > 1), [])
    return {
        **story.heading(ask, [event]),
        "id": event["id"],
        "background": event["background"],
        "about": [ask.party(t["entity"] or t["text"]) for t in event["about"]],
        "third": [ask.party(p["entity"] or p["text"]) for p in event["third_parties"]],
        "initiator": ask.names(event["initiator"]),
        "numbers": [ask.words.figure(n["kind"], _amount(n), n["unit"]) for n in event["numbers"]],
        "said_by": [{"name": ask.names(s["entity"]) or s["name"], "medium": ask.words.label("medium", s["medium"])} for s in event["said_by"]],
        "evidence": event["evidence"],
        "chain": [ask.names(c) for c in reversed(chain)],
        "plover": event["plover"],
        "contexts": event["contexts"],
        "basis": event["date"]["basis"] if event["date"] else None,
    }


def _amount(n: Mapping[str, Any]) -> str:
    if n["value"] is not None:
        return str(n["value"])
    low, high = ("" if x is None else str(x) for x in (n["min"], n["max"]))
    return f"{low}..{high}" if low or high else "?"


def _reuse(ask: Ask, id: str) -> list[dict[str, Any]]:
    """Passages that stand in other reports too, side by side."""
    others = ask.store.copies(id)[:6]
    if not others:
        return []
    record = ask.store.record(report=",".join([id, *others])).to_dict()
    reports = {r["id"]: r for r in record["reports"]}
    out = []
    for r in record["reuse"]:
        mine, theirs = (r["from"], r["to"]) if r["from"]["report"] == id else (r["to"], r["from"])
        if mine["report"] != id:
            continue
        left, right = (reports[x["report"]]["text"][x["span"][0] : x["span"][1]] for x in (mine, theirs))
        here, there = marks.differing(left, right)
        other = reports[theirs["report"]]
        out.append(
            {
                "kind": r["kind"],
                "similarity": ask.words.number(round(100 * r["similarity"])),
                "here": here,
                "there": there,
                "other": other["id"],
                "outlet": other["outlet"]["name"] or ask.words("app.unknown"),
                "language": other["language"],
                "dir": direction(other["language"]),
                "at": theirs["span"],
                "mine_at": mine["span"],
                "title": other["title"],
            }
        )
    return out
