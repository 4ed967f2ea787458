"""The record as pages for a terminal: ids, dates and Latin words first, Arabic last on the line.

``marks=True`` wraps Arabic in FSI…PDI (U+2068, U+2069) so that a terminal keeps the line in order; never do so in a file.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

ACROSS = ("terms", "role", "blamed", "figure", "said")  # fields of a story's facts that belong to no one of its events
_VERDICT = {"corroborated": "=", "repeated": "~", "single": ".", "differs": "/", "contradicted": "!"}
_LEGEND = "= corroborated (independent origins)  ~ repeated (one origin)  . single report  / differs  ! contradicted"
_ORDER = ("contradicted", "differs", "corroborated", "repeated", "single")
# What the heading of an event says already.
_HEADING = ("acts", "type", "mode", "status", "date", "actors", "recipients")
_SINGLES = 5  # lines of an event that one report alone tells
_EVENTS, _OLD = 8, 4  # events of a story; of those that it recalls


class _Names:
    """Names and short labels of one record."""

    def __init__(self, record: dict[str, Any], marks: bool) -> None:
        self.entities = {e["id"]: e for e in record["entities"]}
        self.reports = {r["id"]: r for r in record["reports"]}
        self.label = {r["id"]: _label(k) for k, r in enumerate(record["reports"])}
        self.marks = marks

    def of(self, ref: str | None, reports: Iterable[str] = ()) -> str:
        """A name for a reader, never an id. reports: those whose outlet is meant where nothing names it."""
        if ref is None:
            return "-"
        names = self.entities.get(ref, {}).get("names", {})
        name = names.get("en") or names.get("ar") or next(iter(names.values()), None)
        if name is None and ref.startswith("outlet/"):
            nameless = [r for r in reports if not self.reports[r]["outlet"]["name"]] or list(reports)
            return "report " + self.labels(nameless) if nameless else "an outlet without a name"
        if name is None and ref.startswith(("source/", "unnamed/")):
            name = ref.partition("/")[2].rpartition("-")[0] if ref.startswith("source/") else ref.partition("/")[2]
            name = "a source" if name.startswith("x-") or not name or name == "x" else name.replace("-", " ")
        return self.iso(name or ref.rpartition("/")[2].replace("-", " "))

    def value(self, fact: dict[str, Any], value: str, width: int = 90) -> str:
        if value in self.entities or value.startswith(("state/", "unnamed/", "person/", "org/", "place/")):
            return self.of(value)
        if fact["field"] == "cause":
            return value.partition(" ")[0]
        return self.iso(_short(value.replace("/", " to ") if fact["field"] == "date" else value, width))

    def quote(self, evidence: dict[str, Any], width: int) -> str:
        """The words of a report that something was read from; empty where none were kept."""
        start, stop = evidence["span"]
        return f"«{_short(self.reports[evidence['report']]['text'][start:stop], width)}»" if stop > start else ""

    def iso(self, text: str) -> str:
        text = _plain(text)
        foreign = any("\u0590" <= c <= "\u08ff" for c in text)
        return f"\u2068{text}\u2069" if self.marks and foreign else text

    def who(self, people: Iterable[dict[str, Any]]) -> str:
        out = []
        for p in people:
            name = self.of(p["entity"]) if p["entity"] else self.iso(p["text"])
            out.append(f"{name} ({p['country']})" if p["country"] and not str(p["entity"]).startswith("state/") else name)
        return ", ".join(out) or "-"

    def order(self, report: str) -> int:
        return list(self.label).index(report) if report in self.label else len(self.label)

    def labels(self, reports: Iterable[str]) -> str:
        return "".join(self.label.get(r, "?") for r in reports)


def _label(place: int) -> str:
    """What a report is called on one page."""
    return chr(ord("A") + place) if place < 26 else f"R{place + 1}"


def page(record: Any, marks: bool = False) -> str:
    """The whole record: reports, stories with their facts and origins, other events, statements, relations, dossiers."""
    return _page(record.to_dict(), marks)


def _page(data: dict[str, Any], marks: bool) -> str:
    names = _Names(data, marks)
    lines: list[str] = []
    lines += [*_reports(data, names), "", f"Letters: the reports. Marks: {_LEGEND}"]
    for story in data["stories"]:
        lines += _story(story, data, names)
    told = {e["id"] for s in data["stories"] for events, _ in by_event(s, data) for e in events}
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
        outlet = names.of(r["outlet"]["id"], [r["id"]]) if r["outlet"]["id"] else names.iso(r["outlet"]["name"] or "outlet unknown")
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
    yield f"STORY  {_plain(story['title'].get('en') or '') or 'without a title'}"
    if story["title"].get("ar"):
        yield f"       {names.iso(story['title']['ar'])}"
    yield from _origins(story, names)
    groups = by_event(story, data)
    for old in (False, True):
        shown = [g for g in groups if recalled(g[0]) == old]
        most = _OLD if old else _EVENTS
        if old and shown:
            yield "  Recalled as background:"
        for n, (events, facts) in enumerate(shown[:most]):
            yield from _happening(events, facts, names, "    " if old else "  ", main=not old and n == 0)
        if len(shown) > most:
            more = len(shown) - most
            yield f"  … and {more} more {'recalled ' if old else ''}event{'s' if more > 1 else ''}"
    across = [f for f in story["facts"] if f["field"] in ACROSS]
    if across:
        yield "  Across the events:"
        for fact in across:
            yield from _fact(fact, names, "    ")


def _origins(story: dict[str, Any], names: _Names) -> Iterator[str]:
    """How many reports and origins a story has; each origin with its chains and its reason; which reports are of none."""
    unknown = f", {story['n_unknown']} of unknown origin" if story["n_unknown"] else ""
    origins = f"{story['n_origins']} independent origin{'s' if story['n_origins'] != 1 else ''}"
    reports = f"{story['n_reports']} report{'s' if story['n_reports'] != 1 else ''}"
    yield f"  {reports} ({names.labels(story['reports'])}), {origins}{unknown}"
    for origin in story["origins"]:
        yield from _origin(origin, names)
    sourced = {r for origin in story["origins"] for r in origin["reports"]}
    if left := [r for r in story["reports"] if r not in sourced]:
        yield f"    {names.labels(left):<5} no source named"


def _origin(origin: dict[str, Any], names: _Names) -> Iterator[str]:
    """Who said it first, through whom it came, and why that is thought."""
    yield f"    {names.labels(origin['reports']):<5} {names.iso(origin['name'])}" if not origin["id"].startswith("text/") else (
        f"    {names.labels(origin['reports']):<5} one text, no source named"
    )
    for chain in origin["chains"]:
        if len(chain) > 1:
            yield "            " + " <- ".join(names.of(c, origin["reports"]) for c in chain)
    if origin["why"]:
        yield from textwrap.wrap(
            names.iso(_lettered(origin, names)), 110, initial_indent="            because ", subsequent_indent="                    "
        )


def _lettered(origin: dict[str, Any], names: _Names) -> str:
    """The reason, with the letter of a report for the name of its outlet or its title."""
    why: str = origin["why"]
    for ref in origin["reports"]:
        report = names.reports[ref]
        title = report["title"] or next((i["title"] for i in report["items"] if i["title"]), "") or _first_line(report["text"])
        outlet = names.entities.get(report["outlet"]["id"] or "", {}).get("names", {})
        for called in (f"«{title[:60].strip()}»", *outlet.values(), report["outlet"]["name"]):
            if called and called in why:
                why = why.replace(called, names.label[ref], 1)
                break
    return why


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]


_Group = tuple[list[dict[str, Any]], list[dict[str, Any]]]


def by_event(story: dict[str, Any], data: dict[str, Any]) -> list[_Group]:
    """The events of a story as several reports tell them, each with its facts: the main one first.

    story, data: of ``Record.to_dict()``. Gives (events, facts) pairs.
    """
    events = {e["id"]: e for e in data["events"]}
    up: dict[str, str] = {}

    def root(ref: str) -> str:
        while up.setdefault(ref, ref) != ref:
            ref = up[ref]
        return ref

    facts = [f for f in story["facts"] if f["field"] not in ACROSS and f["events"]]
    for fact in facts:
        first = next((e for e in fact["events"] if e in events), None)
        for ref in fact["events"]:
            if first and ref in events and events[ref]["type"] == events[first]["type"]:
                taken = {events[e]["report"] for e in list(up) if root(e) == root(first)}
                if root(ref) != root(first) and events[ref]["report"] not in taken:
                    up[root(ref)] = root(first)
    told: dict[str, _Group] = {}
    for ref in (*story["events"], *(e for f in facts for e in f["events"])):
        if ref in events:
            members = told.setdefault(root(ref), ([], []))[0]
            if events[ref] not in members:
                members.append(events[ref])
    for fact in facts:
        home = next((root(e) for e in fact["events"] if e in events), None)
        if home in told:
            told[home][1].append(fact)
    groups = list(told.values())
    first_group = groups[:1]
    return first_group + sorted(groups[1:], key=lambda g: -len({e["report"] for e in g[0]}))


def recalled(events: list[dict[str, Any]]) -> bool:
    """Are all these accounts of one event told as older context?"""
    return all(e["background"] for e in events)


def _happening(
    events: list[dict[str, Any]], facts: list[dict[str, Any]], names: _Names, indent: str, main: bool
) -> Iterator[str]:
    best = max(events, key=lambda e: (not e["background"], bool(e["date"]), len(e["actors"]) + len(e["recipients"])))
    reports = list(dict.fromkeys(e["report"] for e in events))
    day = max((e["date"]["value"] for e in events if e["date"]), key=lambda v: (not v.startswith("XXXX"), len(v)), default="no date")
    mode = next((f"/{e['mode']}" for e in events if e["mode"]), "")
    flags = "".join(f", {x}" for x in (best["change"],) if x)
    arrow = f" -> {names.who(best['recipients'])}" if best["recipients"] else ""
    told = next((f["verdict"] for name in ("acts", "status") for f in facts if f["field"] == name), "single")
    bullet = "> " if main else ""
    letters = names.labels(sorted(reports, key=names.order))
    done = f"{best['type']}{mode}  {day}  {best['status']}{flags}"
    yield f"{indent}{bullet}{_VERDICT[told]} {done}  [{letters}]  {names.who(best['actors'])}{arrow}"
    singles = []
    for verdict in _ORDER:
        same = [f for f in facts if f["verdict"] == verdict]
        for fact in _merged(same):
            clash = verdict in ("contradicted", "differs")
            if not clash and (fact["field"] in ("acts", "type", "mode", "status") or (verdict == "single" and fact["field"] in _HEADING)):
                continue
            lines = list(_fact(fact, names, indent + "    "))
            if verdict == "single":
                singles.append(lines)
            else:
                yield from lines
    if len(reports) == 1 and len(facts) <= 1:
        singles = [[f"{indent}    {x}"] for x in _details(best, names)]
    for lines in singles[:_SINGLES]:
        yield from lines
    if len(singles) > _SINGLES:
        yield f"{indent}    … and {len(singles) - _SINGLES} more that one report alone tells"


def _merged(facts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Facts of one field and the same reports on one line: the parties of a call are one thing to a reader."""
    out: dict[Any, dict[str, Any]] = {}
    for fact in facts:
        together = fact["field"] in ("actors", "recipients", "third_parties", "about") and len(fact["values"]) == 1
        key = (fact["field"], tuple(sorted(fact["values"][0]["reports"]))) if together else id(fact)
        if key in out:
            out[key] = {**out[key], "values": [*out[key]["values"], *fact["values"]]}
        else:
            out[key] = {**fact, "joined": together}
    return list(out.values())


def _fact(fact: dict[str, Any], names: _Names, indent: str) -> Iterator[str]:
    clash = fact["verdict"] in ("contradicted", "differs")
    values = fact["values"]
    if fact.get("joined"):
        shown = ", ".join(dict.fromkeys(names.value(fact, v["value"], 60) for v in values))
        yield _line(indent, _VERDICT[fact["verdict"]], fact["field"], values[0]["reports"], shown, names)
        return
    if not clash and fact["field"] in ("date", "status", "place"):
        # "9 January" beside "9 January 2022", Geneva beside Switzerland: the values go together, the fullest is shown.
        best = max(values, key=lambda v: (not v["value"].startswith("XXXX"), len(v["value"]) if fact["field"] == "date" else 0))
        reports = [r for v in values for r in v["reports"]]
        yield _line(indent, _VERDICT[fact["verdict"]], fact["field"], reports, names.value(fact, best["value"]), names)
        return
    for k, value in enumerate(values):
        mark, field = (_VERDICT[fact["verdict"]], fact["field"]) if k == 0 else (" ", "")
        yield _line(indent, mark, field, value["reports"], names.value(fact, value["value"]), names)


def _line(indent: str, mark: str, field: str, reports: Iterable[str], shown: str, names: _Names) -> str:
    letters = names.labels(sorted(dict.fromkeys(reports), key=names.order))
    return f"{indent}{mark} {field.replace('_', ' '):<13} {letters:<5} {shown}"


def _event(e: dict[str, Any], names: _Names) -> Iterator[str]:
    mode = f"/{e['mode']}" if e["mode"] else ""
    date = (e["date"] or {}).get("value") or "no date"
    flags = "".join(f", {x}" for x in (e["change"], "background" if e["background"] else None) if x)
    arrow = f" -> {names.who(e['recipients'])}" if e["recipients"] else ""
    yield f"  {names.label[e['report']]}  {e['type']}{mode}  {date}  {e['status']}{flags}: {names.who(e['actors'])}{arrow}"
    if extra := _details(e, names):
        yield "       " + " | ".join(extra)


def _details(e: dict[str, Any], names: _Names) -> list[str]:
    extra = []
    about = [names.of(t["entity"]) if t["entity"] else names.iso(_short(t["text"], 60)) for t in e["about"]]
    if about:
        extra.append("about " + "; ".join(dict.fromkeys(about[:4])))
    if e["place"]:
        extra.append("in " + names.of(e["place"]))
    if e["initiator"]:
        extra.append("at the initiative of " + names.of(e["initiator"]))
    extra += [f"{n['kind']} {_figure(n)}" for n in e["numbers"]]
    if e["said_by"]:
        said = [names.of(s["entity"]) if s["entity"] else names.iso(s.get("name") or "a source") for s in e["said_by"]]
        extra.append("said by " + ", ".join(dict.fromkeys(said)))
    return extra


def _figure(n: dict[str, Any]) -> str:
    def plain(x: float | None) -> str:
        return "" if x is None else f"{x:g}" if abs(x) < 1e6 else f"{x:,.0f}"

    value = plain(n["value"]) if n["value"] is not None else f"{plain(n['min'])} to {plain(n['max'])}"
    return f"{value} {n['unit']}" if n["unit"] else value


def _dossier(dossier: dict[str, Any], names: _Names) -> Iterator[str]:
    yield ""
    yield f"DOSSIER  {_plain(dossier['title'].get('en') or dossier['id'])}"
    for step in dossier["steps"]:
        date = (step["date"] or {}).get("value") or "no date"
        yield f"  {date:<11} {step['status']:<10} {names.labels(step['reports']):<5} {names.iso(_short(_text(step['text']), 90))}"
    if dossier["open"]:
        yield "  open: " + ", ".join(dossier["open"])


def _text(text: Any) -> str:
    return text if isinstance(text, str) else text.get("en") or text.get("ar") or ""


def comparison(record: Any, marks: bool = False) -> str:
    """The accounts of each story side by side: what they share, what only one says and another leaves out, where they part.

    A column for each report, under the origin whose read-out it carries; behind each value the words that it was read from.
    """
    data = record.to_dict()
    names = _Names(data, marks)
    lines = [*_reports(data, names), "", _LEGEND, "x says it  - the whole side leaves it out"]
    for story in data["stories"]:
        if story["n_reports"] < 2:
            continue
        sides = _sides(story)
        lines += ["", f"STORY  {_plain(story['title'].get('en') or story['id'])}", *_origins(story, names), ""]
        heads = [f"{n + 1 if origin else '?'}" for n, (origin, _) in enumerate(sides)]
        for n, (origin, _) in enumerate(sides):
            lines.append(f"    {heads[n]} = {names.iso(origin['name']) if origin else 'no source named'}")
        lines.append("    " + " ".join(f"{head:^{4 * len(reports)}}" for head, (_, reports) in zip(heads, sides, strict=True)))
        lines.append("    " + " ".join("".join(f"{names.label[r]:^4}" for r in reports) for _, reports in sides) + "   fact")
        blank = " " * (sum(4 * len(reports) + 1 for _, reports in sides) + 4)
        known: set[tuple[str, str]] = set()  # days and places that stand in the table already
        for events, facts in by_event(story, data):
            old = ", background" if recalled(events) else ""
            lines.append(f"{blank} {events[0]['type']}{old}: {_parties(events[0], names)}")
            last = ""
            for fact in [f for f in facts if not _goes_without_saying(f, events, known)] or [_told_alone(events)]:
                if fact["field"] in ("date", "place"):
                    known.update((fact["field"], v["value"]) for v in fact["values"])
                for line, quote in _accounts(fact, sides, names, blank):
                    lines.append(line if not quote or quote == last else f"{line}  {quote}")
                    last = quote or last
        across = [f for f in story["facts"] if f["field"] in ACROSS]
        if across:
            lines.append(f"{blank} across the events")
        lines += [line for fact in across for line, _ in _accounts(fact, sides, names, blank)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _parties(event: dict[str, Any], names: _Names) -> str:
    """Who did it, and to or for whom."""
    to = names.who(event["recipients"]) if event["recipients"] else ""
    return f"{names.who(event['actors'])} -> {to}" if to else names.who(event["actors"])


def _goes_without_saying(fact: dict[str, Any], events: list[dict[str, Any]], known: set[tuple[str, str]]) -> bool:
    """Does a row tell nothing new: the day and place that stand above, that an act happened, that talks of Iran are about Iran?"""
    if fact["verdict"] in ("contradicted", "differs"):
        return False
    values = {v["value"] for v in fact["values"]}
    if fact["field"] in ("date", "place"):
        return {(fact["field"], v) for v in values} <= known
    if fact["field"] == "status":
        return bool(known) and values <= {"happened", "ongoing"}
    people = [p for e in events for p in (*e["actors"], *e["recipients"])]
    parties = {p["entity"] for p in people} | {f"state/{p['country']}" for p in people} | {e["place"] for e in events}
    return fact["field"] == "about" and values <= parties


_Side = tuple[dict[str, Any] | None, list[str]]


def _sides(story: dict[str, Any]) -> list[_Side]:
    """The origins of a story with the reports that carry each; last, under None, those of unknown origin."""
    out: list[_Side] = [(o, [r for r in story["reports"] if r in o["reports"]]) for o in story["origins"]]
    carried = {r for _, reports in out for r in reports}
    out.append((None, [r for r in story["reports"] if r not in carried]))
    return [(origin, reports) for origin, reports in out if reports]


def _told_alone(events: list[dict[str, Any]]) -> dict[str, Any]:
    """An event of which nothing can be compared, as a fact."""
    evidence = [{"report": e["report"], "span": x["span"]} for e in events for x in e["evidence"][:1]]
    value = {"value": events[0]["type"], "reports": [e["report"] for e in events], "origins": [], "evidence": evidence}
    return {"field": "acts", "verdict": "single", "values": [value]}


def _accounts(fact: dict[str, Any], sides: Sequence[_Side], names: _Names, blank: str) -> Iterator[tuple[str, str]]:
    """(line, the words it was read from) of each value of a fact; where the values part, the words of each report on lines of their own."""

    def says(origin: dict[str, Any] | None, report: str, value: dict[str, Any]) -> bool:
        # What one of a report's two voices says stands in that voice's column.
        others = {o["id"] for o, reports in sides if o is not None and report in reports} & set(value["origins"])
        return report in value["reports"] and (origin is None or not others or origin["id"] in others)

    silent = [not any(says(origin, r, v) for v in fact["values"] for r in reports) for origin, reports in sides]
    clash = fact["verdict"] in ("contradicted", "differs")
    for value in fact["values"]:
        cells = " ".join(
            "".join(f"{'x' if says(origin, r, value) else '-' if silent[n] else '':^4}" for r in reports)
            for n, (origin, reports) in enumerate(sides)
        )
        quoted = {e["report"]: names.quote(e, 60) for e in reversed(value["evidence"])}
        shown = f"{fact['field']}: {names.value(fact, value['value'], 70)}"
        first = next((quoted[r] for r in value["reports"] if r in quoted), "")
        inline = "" if clash or first.strip("«»") in shown else names.iso(first)
        yield f"  {_VERDICT[fact['verdict']]} {cells}   {shown}", inline
        if clash:
            yield from ((f"{blank}   {names.label[r]} {names.iso(quoted[r])}", "") for r in value["reports"] if quoted.get(r))


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


def _plain(text: str) -> str:
    """One line without control characters and invisible direction marks: a hostile title must not drive a terminal."""
    keep = "\u200c\u200d"  # joiners, which Persian needs
    return " ".join("".join(c if c in keep or c.isspace() or unicodedata.category(c)[0] != "C" else "" for c in text).split())


def _short(text: str, width: int) -> str:
    text = _plain(text)
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


# ------------------------------------------------------------------ what a store gives


def table(rows: Sequence[dict[str, Any]], columns: Sequence[str] | None = None, marks: bool = False) -> str:
    """Rows under their names, as wide as they need to be; the last column may be long."""
    names = list(columns or dict.fromkeys(k for row in rows for k in row))
    cells = [names, *([_cell(row.get(n)) for n in names] for row in rows)]
    widths = [max((_wide(line[k]) for line in cells), default=0) for k in range(len(names))]
    out = []
    for line in cells:
        shown = [_iso(c, marks) + " " * (min(widths[k], 44) - _wide(c)) for k, c in enumerate(line)]
        out.append("  ".join(shown).rstrip())
    return "\n".join(out) + "\n" if names else ""


def _cell(value: Any) -> str:
    return "-" if value is None or value == "" else _short(_plain(str(value)), 90)


def _wide(text: str) -> int:
    return sum(not unicodedata.combining(c) for c in text)


def _iso(text: str, marks: bool) -> str:
    return f"\u2068{text}\u2069" if marks and any("\u0590" <= c <= "\u08ff" for c in text) else text


def hits(found: Sequence[Any], marks: bool = False) -> str:
    """What a search found: where, and the words with what was asked for in brackets."""
    lines = []
    for hit in found:
        partly = "" if hit.complete else "  (not all of it)"
        lines.append(f"{hit.report}  {hit.day or 'no date'}  {_iso(_plain(hit.outlet or '-'), marks)}{partly}")
        lines.append(f"  {_iso(_short(_plain(hit.title or '-'), 100), marks)}")
        pieces, at = [], 0
        for start, stop in hit.marks:
            pieces += [hit.snippet[at:start], "[", hit.snippet[start:stop], "]"]
            at = stop
        lines += [f"  {_iso(_plain(''.join((*pieces, hit.snippet[at:]))), marks)}", ""]
    return "\n".join(lines) + ("\n" if lines else "")


def shown(found: dict[str, Any], marks: bool = False) -> str:
    """One thing of a store (``Store.show``): a record as a page, anything else field by field."""
    if "schema" in found:
        return _page(found, marks)
    return "\n".join(_fields(found, marks)) + "\n"


def _fields(value: dict[str, Any], marks: bool, depth: int = 0) -> Iterator[str]:
    for key, held in value.items():
        if isinstance(held, dict) and held:
            yield "  " * depth + key
            yield from _fields(held, marks, depth + 1)
        elif isinstance(held, list) and held and isinstance(held[0], dict):
            for one in held:
                yield "  " * depth + key
                yield from _fields(one, marks, depth + 1)
        elif held not in (None, [], {}, ""):
            text = ", ".join(map(str, held)) if isinstance(held, list) else str(held)
            yield f"{'  ' * depth}{key:<14} {_iso(_plain(text), marks)}"


def reasons(found: Sequence[dict[str, Any]], marks: bool = False) -> str:
    """What ``Store.why`` gives, as an analyst asks for it: of a story each value by its origins, with their words and the rule.

    Of an event, claim, statement or relation: all of it (``all_reasons``).
    """
    if not all("said" in row for row in found):
        return all_reasons(found, marks)
    # Of further acts of the story only that they are told, and what is disputed about them.
    shown = [row for row in found if row["main"] or row["field"] == "acts" or row["verdict"] in ("differs", "contradicted")] or found
    places = {p["report"]: p for row in shown for p in row["evidence"]}
    letter = {report: _label(n) for n, report in enumerate(places)}
    lines = [
        f"{letter[r]}  {r}  {(p['published'] or 'no date')[:10]}  {_iso(_plain(p['outlet'] or '-'), marks)}" for r, p in places.items()
    ]
    lines.append("")
    for origin in {o["name"]: o for row in shown for o in row["origins"]}.values():
        lines.append(f"{_iso(_plain(origin['name']), marks)}: {_iso(_short(_plain(origin['why']), 200), marks)}")
    lines.append("")
    width = min(max((len(said["origin"] or "") for row in shown for said in row["said"]), default=0), 32)
    for row in shown:
        rule = f"; rule {row['rule']}" if row["rule"] else ""
        lines.append(f"{row['field']} = {_iso(_short(_plain(str(row['name'])), 90), marks)}  ({row['verdict']}{rule})")
        for said in row["said"]:
            letters = "".join(letter[r] for r in said["reports"])
            origin = _iso(_plain(said["origin"] or "no source named"), marks)
            lines.append(f"  {origin:<{width}} {letters:<5} {_iso(_short(_plain(said['words'] or '-'), 110), marks)}")
    if more := len(found) - len(shown):
        lines.append(f"… and {more} more values of what else its reports tell. --all shows them, and every place in the texts.")
    return "\n".join(lines) + "\n" if found else ""


def all_reasons(found: Sequence[dict[str, Any]], marks: bool = False) -> str:
    """What ``Store.why`` gives: a value, and below it rule, chain, report and words."""
    lines = []
    for row in found:
        lines.append(f"{row['field']} = {_iso(_plain(str(row['value'])), marks)}" + (f"  ({row['verdict']})" if row.get("verdict") else ""))
        if row.get("rule"):
            lines.append(f"  rule    {row['rule']}")
        if row.get("chain"):
            lines.append("  chain   " + " <- ".join(_iso(_plain(c), marks) for c in row["chain"]))
        for origin in row.get("origins", ()):
            lines.append(f"  origin  {_iso(_plain(origin['name']), marks)}: {_iso(_plain(origin['why']), marks)}")
        for place in row["evidence"]:
            lines.append(f"  report  {place['report']}  {(place['published'] or 'no date')[:10]}  {_iso(_plain(place['outlet'] or '-'), marks)}")
            lines += [f"    words     {_iso(_short(_plain(w), 120), marks)}" for w in place["words"]]
            if place["sentence"]:
                lines.append(f"    sentence  {_iso(_short(_plain(place['sentence']), 200), marks)}")
        lines.append("")
    return "\n".join(lines) + ("\n" if lines else "")
