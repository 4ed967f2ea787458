"""The record as pages for a terminal: ids, dates and Latin words first, Arabic last on the line.

``marks=True`` wraps Arabic in FSI…PDI (U+2068, U+2069) so that a terminal keeps the line in order; never do so in a file.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

_VERDICT = {"corroborated": "=", "repeated": "~", "single": ".", "differs": "/", "contradicted": "!"}
_LEGEND = "= corroborated (independent origins)  ~ repeated (one origin)  . single report  / differs  ! contradicted"


class _Names:
    """Names and short labels of one record."""

    def __init__(self, record: dict[str, Any], marks: bool) -> None:
        self.entities = {e["id"]: e for e in record["entities"]}
        self.reports = {r["id"]: r for r in record["reports"]}
        self.label = {r["id"]: chr(ord("A") + k) if k < 26 else f"R{k + 1}" for k, r in enumerate(record["reports"])}
        self.marks = marks

    def of(self, ref: str | None) -> str:
        if ref is None:
            return "-"
        names = self.entities.get(ref, {}).get("names", {})
        return self.iso(names.get("en") or names.get("ar") or ref)

    def iso(self, text: str) -> str:
        text = " ".join(text.split())
        foreign = any("\u0590" <= c <= "\u08ff" for c in text)
        return f"\u2068{text}\u2069" if self.marks and foreign else text

    def who(self, people: Iterable[dict[str, Any]]) -> str:
        out = []
        for p in people:
            name = self.of(p["entity"]) if p["entity"] else self.iso(p["text"])
            out.append(f"{name} ({p['country']})" if p["country"] and not str(p["entity"]).startswith("state/") else name)
        return ", ".join(out) or "-"

    def labels(self, reports: Iterable[str]) -> str:
        return "".join(self.label.get(r, "?") for r in reports)


def page(record: Any, marks: bool = False) -> str:
    """The whole record: reports, stories with their facts and origins, other events, statements, relations, dossiers."""
    data = record.to_dict()
    names = _Names(data, marks)
    lines: list[str] = []
    lines += _reports(data, names)
    for story in data["stories"]:
        lines += _story(story, data, names)
    told = {e for s in data["stories"] for e in s["events"]}
    rest = [e for e in data["events"] if e["id"] not in told]
    if rest:
        lines += ["", "OTHER EVENTS", *(line for e in rest for line in _event(e, names))]
    if data["statements"]:
        lines += ["", "STATEMENTS"]
        for s in data["statements"]:
            lines.append(f"  {names.label[s['report']]}  {names.of(s['speaker'])}, {s['kind']}: {names.iso(_short(s['content'], 110))}")
    if data["relations"]:
        lines += ["", "RELATIONS"]
        for r in data["relations"]:
            date = f"  {r['date']['value']}" if r["date"] else ""
            lines.append(f"  {names.label[r['report']]}  {names.of(r['subject'])} -- {r['relation']} --> {names.of(r['object'])}{date}")
    for dossier in data["dossiers"]:
        lines += _dossier(dossier, names)
    return "\n".join(lines) + "\n"


def _reports(data: dict[str, Any], names: _Names) -> Iterator[str]:
    yield f"{len(data['reports'])} REPORTS"
    for r in data["reports"]:
        when = (r["published"] or {}).get("value") or "no date"
        outlet = names.of(r["outlet"]["id"]) if r["outlet"]["id"] else names.iso(r["outlet"]["name"] or "outlet unknown")
        via = ", ".join(sorted({names.iso(c["name"]) for c in r["credits"] if c["role"] in ("agency", "source")}))
        carried = f", via {via}" if via else ""
        several = f"  {len(r['items'])} items" if len(r["items"]) > 1 else ""
        yield f"  {names.label[r['id']]}  {when[:10]}  {outlet}{carried}{several}"
        title = r["title"] or (r["items"][0]["title"] if r["items"] else "")
        if title:
            yield f"     {names.iso(_short(title, 90))}"
        for issue in r["issues"]:
            yield f"     note: {issue['code']}: {names.iso(issue['message'])}"


def _story(story: dict[str, Any], data: dict[str, Any], names: _Names) -> Iterator[str]:
    yield ""
    yield f"STORY  {story['title'].get('en') or story['id']}"
    if story["title"].get("ar"):
        yield f"       {names.iso(story['title']['ar'])}"
    unknown = f", {story['n_unknown']} of unknown origin" if story["n_unknown"] else ""
    origins = f"{story['n_origins']} independent origin{'s' if story['n_origins'] != 1 else ''}"
    yield f"  {story['n_reports']} reports ({names.labels(story['reports'])}), {origins}{unknown}"
    for origin in story["origins"]:
        for chain in origin["chains"]:
            yield "    " + " <- ".join(names.of(c) for c in chain)
        if origin["why"]:
            yield f"    because: {names.iso(origin['why'])}"
    for fact in story["facts"]:
        for k, value in enumerate(fact["values"]):
            mark = _VERDICT[fact["verdict"]] if k == 0 else " "
            field = fact["field"] if k == 0 else ""
            shown = names.of(value["value"]) if value["value"] in names.entities else names.iso(_short(value["value"], 90))
            yield f"  {mark} {field:<12} {names.labels(value['reports']):<6} {shown}"
    events = {e["id"]: e for e in data["events"]}
    for ref in story["events"]:
        if ref in events:
            yield from _event(events[ref], names)


def _event(e: dict[str, Any], names: _Names) -> Iterator[str]:
    mode = f"/{e['mode']}" if e["mode"] else ""
    date = (e["date"] or {}).get("value") or "no date"
    flags = "".join(f", {x}" for x in (e["change"], "background" if e["background"] else None) if x)
    arrow = f" -> {names.who(e['recipients'])}" if e["recipients"] else ""
    yield f"  {names.label[e['report']]}  {e['type']}{mode}  {date}  {e['status']}{flags}: {names.who(e['actors'])}{arrow}"
    about = [names.of(t["entity"]) if t["entity"] else names.iso(_short(t["text"], 60)) for t in e["about"]]
    extra = []
    if about:
        extra.append("about " + "; ".join(about[:6]))
    if e["place"]:
        extra.append("in " + names.of(e["place"]))
    if e["initiator"]:
        extra.append("at the initiative of " + names.of(e["initiator"]))
    extra += [f"{n['kind']} {n['value'] if n['value'] is not None else '{min}-{max}'.format(**n)}" for n in e["numbers"]]
    if e["said_by"]:
        extra.append("said by " + " <- ".join(names.of(s["entity"]) for s in e["said_by"]))
    if extra:
        yield "       " + " | ".join(extra)


def _dossier(dossier: dict[str, Any], names: _Names) -> Iterator[str]:
    yield ""
    yield f"DOSSIER  {dossier['title'].get('en') or dossier['id']}"
    for step in dossier["steps"]:
        date = (step["date"] or {}).get("value") or "no date"
        yield f"  {date:<11} {step['status']:<10} {names.labels(step['reports']):<5} {names.iso(_short(_text(step['text']), 90))}"
    if dossier["open"]:
        yield "  open: " + ", ".join(dossier["open"])


def _text(text: Any) -> str:
    return text if isinstance(text, str) else text.get("en") or text.get("ar") or ""


def comparison(record: Any, marks: bool = False) -> str:
    """The accounts of each story side by side: what they share, what only one says, where they part."""
    data = record.to_dict()
    names = _Names(data, marks)
    lines = [*_reports(data, names), "", _LEGEND]
    for story in data["stories"]:
        if story["n_reports"] < 2:
            continue
        lines += ["", f"STORY  {story['title'].get('en') or story['id']}"]
        columns = story["reports"]
        lines.append("    " + "".join(f"{names.label[r]:^4}" for r in columns) + "  fact")
        for fact in story["facts"]:
            for value in fact["values"]:
                cells = "".join(f"{'x' if r in value['reports'] else '':^4}" for r in columns)
                shown = names.of(value["value"]) if value["value"] in names.entities else names.iso(_short(value["value"], 70))
                lines.append(f"  {_VERDICT[fact['verdict']]} {cells}  {fact['field']}: {shown}")
    return "\n".join(lines) + "\n"


def explanation(result: dict[str, Any]) -> str:
    """``khabar pack try``: the reading of one sentence, from what ``khabar.explain`` gives."""
    lines = [result["sentence"], "", "mentions"]
    for m in result["mentions"]:
        who = ", ".join(m["entities"]) or "? " + ", ".join(m["candidates"])
        lines.append(f"  {m['rule']:<22} {m['kind']:<16} {who}  {m['text']}")
    if result["dates"]:
        lines += ["dates", *(f"  {d['value']}{' to ' + d['end'] if d['end'] else ''} ({d['basis']})  {d['text']}" for d in result["dates"])]
    lines.append("predicates")
    for p in result["predicates"]:
        hangs = f" <- {p['by']} {p['hangs_on']}" if p["hangs_on"] else f" <- {p['by']}" if p["by"] else ""
        if p["coded_by"]:
            verdict = f"coded by {p['coded_by']}"
        else:
            frames, operators = (", ".join(p[k]) or "none" for k in ("frames", "operators"))
            verdict = f"not coded (status {p['status']}; frames {frames}; operators {operators})"
        lines.append(f"  {p['kind']:<10} {p['clause']:<5} {verdict}  {p['word']} ({p['lemma']}){hangs}")
        around = f"subject: {' + '.join(p['subject']) or '-'}; args: {' | '.join(p['args']) or '-'}"
        lines += textwrap.wrap(around, 120, initial_indent="      ", subsequent_indent="      ")
    lines.append("events")
    for e in result["events"]:
        mode = f"/{e['mode']}" if e["mode"] else ""
        parties = " -> ".join(" + ".join(e[side]) or "-" for side in ("actors", "recipients"))
        lines.append(f"  {e['type']}{mode} {e['status']} [{e['rule']}]  {parties}")
    if not result["events"]:
        lines.append("  none")
    lines += [f"statement  {s['speaker']}, {s['kind']}: {s['content']}" for s in result["statements"]]
    lines += [f"relation   {r['subject']} {r['relation']} {r['object']}" for r in result["relations"]]
    return "\n".join(lines) + "\n"


def _short(text: str, width: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
