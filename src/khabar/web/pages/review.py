"""What people decide: the drawer on stories, reports and actors, and the log."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from khabar.web.asking import MOST, Ask, Page, Wrong
from khabar.web.words import Words


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
    out = []
    for d in reversed(wanted):
        kind = "/story/" if d.verb in ("merge", "split") else "/actor/" if d.verb == "alias" or d.field == "in" else None
        out.append(
            {
                "id": d.id,
                "at": d.at,
                "who": d.who,
                "why": d.why,
                "verb": d.verb,
                "subject": d.subject,
                "value": d.value,
                "field": d.field if d.verb in ("correct", "reject") else None,
                "undone": d.id in undone,
                "link": kind and kind + d.subject,
            }
        )
    return out


def drawer(ask: Ask, about: set[str], events: Sequence[Mapping[str, Any]] = (), **more: Any) -> dict[str, Any]:
    """What the drawer needs. events: those that may be decided on; more: story, reports, entity, near, choices."""
    listed = []
    for e in events:
        who = list(dict.fromkeys(ask.names(p["entity"]) or p["text"] for p in (*e["actors"], *e["recipients"])))[:3]
        words = f"{ask.words.act(e['type'], e['mode'])}, {ask.words.label('status', e['status'])}: {', '.join(who)}"
        if e["evidence"] and ask.sees_text:
            words += f" «{e['evidence'][0]['text'][:50]}»"
        listed.append({"id": e["id"], "label": words})
    base: dict[str, Any] = {}
    base |= {"events": listed, "story": None, "entity": None, "near": [], "choices": [], "reports": [], "open": ask.one("review") == "1"}
    return {**base, "decisions": _decisions(ask, about), **more}


def log(ask: Ask) -> Page:
    """All decisions."""
    size, offset = ask.number("_size", 60, 1, MOST), ask.number("_next", 0, 0, 10**7)
    found = _decisions(ask)
    rows = [{k: v for k, v in d.items() if k != "link"} for d in found[offset : offset + size]]
    after = offset + size if offset + size < len(found) else None
    context = {"review": {"decisions": found[offset : offset + size]}, "offset": offset, "size": size}
    return Page("log.html", ask.words("review.log"), context, rows, after)


def checked(words: Words, verb: str, field_: str | None, value: str | None) -> None:
    """Raises Wrong for a correction to what no record may hold."""
    if verb != "correct":
        return
    if field_ in ("type", "mode", "status", "change") and value:
        section = "status" if field_ == "change" else field_
        allowed = {v for v, _ in words.options(section)}
        if field_ == "change":
            allowed = {"cancelled", "postponed"}
        elif field_ == "status":
            allowed -= {"cancelled", "postponed"}
        if value not in allowed:
            raise Wrong(f"{field_}: one of {', '.join(sorted(allowed))}")
    if field_ == "date" and value and not re.fullmatch(r"(\d{4}|XXXX)(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?", value):
        raise Wrong("date: a day as 2020-07-13, less of it, or two with / between")
    if field_ == "background" and value not in ("0", "1"):
        raise Wrong("background: 1 or 0")
    if field_ in ("place", "initiator", "actor", "recipient") and value and "/" not in value:
        raise Wrong(f"{field_}: the id of an entity, as place/geneva")
