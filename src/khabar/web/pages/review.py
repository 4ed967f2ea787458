"""What people decide: the drawer on stories, reports and actors, and the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import khabar
from khabar.web.asking import MOST, Ask, Page


def _decisions(ask: Ask, about: set[str] | None = None) -> list[dict[str, Any]]:
    """The log, the latest first: decisions about some ids, or all."""
    log = ask.once(("log",), ask.store.decisions)
    undone: set[str] = set()
    for d in reversed(log):
        if d.verb == "undo" and d.id not in undone:
            undone.add(d.subject)
    wanted = log
    if about is not None:
        concerned = ask.once(("concerned",), lambda: {d.id: ask.store.concerned(d) for d in log if d.verb in ("accept", "correct", "reject")})
        wanted = [d for d in log if about & {d.subject, d.value or "", *(r for _, a, b in d.bonds for r in (a, b)), *concerned.get(d.id, ())}]
    if about is not None:
        named = {d.id for d in wanted}
        wanted = [*wanted, *(d for d in log if d.verb == "undo" and d.subject in named)]
    shown = list(reversed(wanted))
    events = {e["id"]: e for e in ask.store.named("event", [d.subject for d in shown if d.verb in _ON_EVENTS])}
    ask.know([p["entity"] for e in events.values() for p in e["parties"]])
    titled = {r["id"]: ask.title(r["title_ar"], r["title_en"])[0] for r in ask.store.named("story", _stories(shown))}
    by_id = {d.id: d for d in log}
    return [_line(ask, d, d.id in undone, events.get(d.subject), titled, by_id) for d in shown]


_ON_EVENTS = ("accept", "correct", "reject")


def _stories(decisions: Sequence[khabar.Decision]) -> list[str]:
    return [s for d in decisions if d.verb in ("merge", "split") for s in (d.subject, d.value or "")]


def _line(
    ask: Ask, d: khabar.Decision, undone: bool, event: Mapping[str, Any] | None, titled: Mapping[str, str], log: Mapping[str, khabar.Decision]
) -> dict[str, Any]:
    """One decision in words, with the place to look at."""
    words, link, value = d.subject, None, d.value
    if event is not None:
        words, link = _told(ask, event, [p["entity"] or p["text"] for p in event["parties"]]), f"/report/{event['report']}#{event['id']}"
    elif d.verb in ("merge", "split"):
        words, link, value = titled.get(d.subject, d.subject), f"/story/{d.subject}", titled.get(d.value or "", d.value or "") or None
    elif d.verb == "alias" or d.field == "in":
        words, link, value = ask.names(d.subject), f"/actor/{d.subject}", ask.names(d.value) if d.verb == "alias" else d.value
    elif d.verb == "undo" and d.subject in log:
        words = ask.words("review.undid", verb=ask.words.label("review", log[d.subject].verb))
    if d.verb == "correct" and d.value:
        value = _corrected(ask, d.field or "", d.value)
    return {
        "id": d.id,
        "at": d.at,
        "who": d.who,
        "why": d.why,
        "verb": d.verb,
        "subject": d.subject,
        "value": d.value,
        "field": d.field if d.verb in ("correct", "reject") else None,
        "undone": undone,
        "link": link,
        "words": words,
        "new": value,
    }


def _told(ask: Ask, event: Mapping[str, Any], who: Sequence[str]) -> str:
    """An event in a line."""
    comma = ask.words("app.comma")
    names = comma.join(list(dict.fromkeys(ask.names(w) for w in who))[:3])
    return f"{ask.words.act(event['type'], event['mode'])}{comma}{ask.words.label('status', event['status'])}: {names}"


def _corrected(ask: Ask, name: str, value: str) -> str:
    if name in ("type", "mode", "status"):
        return ask.words.label(name, value)
    if name == "change":
        return ask.words.label("status", value)
    if name == "date":
        return ask.words.date(value)
    return ask.names(value) if name in ("place", "initiator") else value


def drawer(
    ask: Ask, about: set[str], events: Sequence[Mapping[str, Any]] = (), letters: Mapping[str, str] | None = None, **more: Any
) -> dict[str, Any]:
    """What the drawer needs. events: those that may be decided on; letters: of their reports; more: story, reports, entity, near, choices.

    ``event`` and ``field`` in the address choose beforehand what the form is about.
    """
    listed = []
    for e in events:
        words = _told(ask, e, [p["entity"] or p["text"] for p in (*e["actors"], *e["recipients"])])
        if e["evidence"] and ask.sees_text:
            words += f" «{e['evidence'][0]['text'][:50]}»"
        letter = (letters or {}).get(e["report"])
        listed.append({"id": e["id"], "label": f"{letter} · {words}" if letter else words})
    base: dict[str, Any] = {"events": listed, "story": None, "entity": None, "near": [], "choices": [], "reports": []}
    base |= {"open": ask.one("review") == "1", "event": ask.one("event"), "field": ask.one("field")}
    return {**base, "decisions": _decisions(ask, about), **more}


def log(ask: Ask) -> Page:
    """All decisions."""
    size, offset = ask.number("_size", 60, 1, MOST), ask.number("_next", 0, 0, 10**7)
    found = _decisions(ask)
    rows = [{k: v for k, v in d.items() if k not in ("link", "words", "new")} for d in found[offset : offset + size]]
    after = offset + size if offset + size < len(found) else None
    context = {"review": {"decisions": found[offset : offset + size]}, "offset": offset, "size": size}
    return Page("log.html", ask.words("review.log"), context, rows, after)
