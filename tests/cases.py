"""Reads ``data/lang/ar/cases/*.toml`` and holds the program against them. Known failures are marked there with ``expect = "fail"``.

Run as a program it prints what it finds: ``python tests/cases.py mentions|coding|known`` (``--mark`` writes the marks anew).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from khabar import api, ingest, packs, pipeline
from khabar.model import Item, Outlet, Report, Span, When
from khabar.tables import data_dir, read_toml

FOLDER = data_dir() / "lang" / "ar" / "cases"


def load(name: str) -> dict[str, Any]:
    return read_toml(FOLDER / f"{name}.toml")


def annotate(text: str, published: str | None) -> Any:
    """One sentence as a report of its own, annotated."""
    from khabar import annotate as annotating

    when = When(published, None, "given") if published else None
    report = Report("sentence", None, None, None, Outlet(None), None, "ar", text, when, (Item("", Span(0, len(text))),))
    return annotating.annotate(report, packs.load("ar"), packs.the_world(), pipeline.calendar("ar"))


# ------------------------------------------------------------------ mentions

_MENTION = frozenset(("text", "is", "part", "first", "unknown", "empty", "stands_for", "role", "called"))


def mention_faults(case: dict[str, Any]) -> list[str]:
    """What is wrong with how a sentence's mentions are read; [] when it is right."""
    a = annotate(case["text"], case.get("published"))
    faults = []
    named = {e for m in a.mentions for e in (*m.entities, *((m.stands_for,) if m.stands_for else ()))}
    if not case.get("mention") and not case.get("absent") and named:
        faults.append(f"nobody is named here, found {sorted(named)}")
    if wrong := named & set(case.get("absent", ())):
        faults.append(f"must not be found: {sorted(wrong)}")
    if (issue := case.get("issue")) and not any(issue in i.code for i in a.issues):
        faults.append(f"no Issue {issue!r}, only {[i.code for i in a.issues]}")
    for want in case.get("mention", ()):
        assert set(want) <= _MENTION, f"unknown keys {set(want) - _MENTION} in {case['text']}"
        faults += _mention(a, want)
    return faults


def _mention(a: Any, want: dict[str, Any]) -> list[str]:
    text = want["text"]
    found = [m for m in a.mentions if (text in m.text if want.get("part") else _bare(m) == text or m.text == text)]
    if not found:
        return [f"no mention {text!r}, only {[m.text for m in a.mentions]}"]
    best: list[str] = []
    for m in found:
        faults = []
        ids = list(m.entities)
        if want.get("unknown"):
            if len(ids) != 1 or a.entities[ids[0]].known:
                faults.append(f"{text}: somebody new, not {ids}")
        elif want.get("empty"):
            if ids:
                faults.append(f"{text}: nobody can be decided on, not {ids}")
        elif want.get("first"):
            if ids[:1] != want["is"] or len(ids) < 2:
                faults.append(f"{text}: {want['is']} and others, not {ids}")
        elif "is" in want and ids != want["is"] and sorted(ids) != sorted(want["is"]):
            faults.append(f"{text}: {want['is']}, not {ids}")
        if "stands_for" in want and want["stands_for"] not in (m.stands_for, *ids):
            faults.append(f"{text}: stands for {want['stands_for']}, not {m.stands_for} {ids}")
        if "role" in want and m.role != want["role"]:
            faults.append(f"{text}: role {want['role']}, not {m.role}")
        if "called" in want and want["called"] not in (names := [a.entities[i].name("ar") for i in ids]):
            faults.append(f"{text}: called {want['called']}, not {names}")
        if not faults:
            return []
        best = best or faults
    return best


def _bare(m: Any) -> str:
    """A mention's text without the particle written in one with it."""
    text = str(m.text)
    for particle in (m.conj, m.prep):
        if particle and text.startswith(particle):
            text = text[len(particle) :]
    return text


# ------------------------------------------------------------------ events, statements, relations

_EVENT = re.compile(r"^(?P<type>[A-Z]+)(?P<mode>/[\w-]*)?(?P<status> (happened|ongoing|planned|proposed|denied|hypothetical))?(?P<rest>.*)$")


def coding_faults(case: dict[str, Any]) -> list[str]:
    """What is wrong with how a sentence is coded; [] when it is right. See the head of cases/coding.toml."""
    result = coded(case)
    events, faults = list(result.events), []
    wanted = case.get("events")
    if wanted is not None:
        left = list(events)
        for line in wanted:
            hit = next((e for e in left if not _event(line, e)), None)
            if hit is None:
                faults.append(f"no event {line!r}")
            else:
                left.remove(hit)
        allowed = case.get("may", [])
        left = [e for e in left if not any(not _event(line, e) for line in allowed)]
        faults += [f"false event {shown(e)} [{e.rule}]" for e in left]
    if "statements" in case:
        found = [f"{s.speaker or '-'} {s.kind}" for s in result.statements]
        if sorted(found) != sorted(case["statements"]):
            faults.append(f"statements {found}, not {case['statements']}")
    for start in case.get("says", ()):
        if not any(s.content.lstrip("أن ").startswith(start) or s.content.startswith(start) for s in result.statements):
            faults.append(f"no statement begins {start!r}: {[s.content[:40] for s in result.statements]}")
    if "relations" in case:
        found = [f"{r.subject} {r.relation} {r.object}" for r in result.relations]
        if sorted(found) != sorted(case["relations"]):
            faults.append(f"relations {found}, not {case['relations']}")
    return faults


def coded(case: dict[str, Any]) -> Any:
    given = ingest.Given(published=case.get("published"), language="ar")
    (report,) = pipeline.reports(["-"], given, lambda _: case["text"].encode())
    assert isinstance(report, Report)
    return pipeline.code(report)


def side(people: Any) -> str:
    return "+".join(sorted({p.country or p.entity or "-" for p in people})) or "-"


def shown(e: Any) -> str:
    extra = f" date={e.date.value}" if e.date else ""
    extra += " background" if e.background else ""
    return f"{e.type}/{e.mode or ''} {e.status} {side(e.actors)} > {side(e.recipients)}{extra}"


def _event(line: str, e: Any) -> str | None:
    """What keeps an event from being the one that the line describes; None when it is."""
    m = _EVENT.match(line)
    assert m, f"not an event: {line!r}"
    if m["type"] != e.type:
        return "type"
    if m["mode"] is not None and m["mode"][1:] != (e.mode or ""):
        return "mode"
    if (m["status"] or " happened").strip() != e.status:
        return "status"
    words = m["rest"].split()
    pairs = dict(w.split("=", 1) for w in words if "=" in w)
    plain = [w for w in words if "=" not in w and w not in ("background", "news")]
    sides = " ".join(plain).split(">")
    actors = sides[0].strip()
    if actors and "+".join(sorted(actors.split("+"))) != side(e.actors):
        return "actors"
    if len(sides) > 1 and "+".join(sorted(sides[1].strip().split("+"))) != side(e.recipients):
        return "recipients"
    if "background" in words and not e.background:
        return "background"
    if "news" in words and e.background:
        return "background"
    have = {
        "date": e.date.value if e.date else "",
        "end": (e.date.end or "") if e.date else "",
        "place": e.place or "",
        "initiator": e.initiator or "",
        "change": e.change or "",
    }
    have["third"] = side(e.third_parties)
    have["number"] = ",".join(f"{n.kind}:{n.value:g}" for n in e.numbers if n.value is not None)
    for key, value in pairs.items():
        assert key in have, f"unknown key {key!r} in {line!r}"
        if have[key] != value:
            return key
    return None


# ------------------------------------------------------------------ frames' own examples


def failing_examples() -> dict[tuple[str, str], str]:
    """(frame, sentence) -> what came out instead."""
    found = api.check_pack("ar")
    return {(f["frame"], f["text"]): f"expected {f['expected']}, got {f['got']}" for f in (*found["failed"], *found["known"])}


FAULTS = {"mentions": mention_faults, "coding": coding_faults}


def main(what: str, mark: bool) -> None:
    if what == "known":
        text = "\n".join(f'[[case]]\nframe = "{frame}"\ntext = "{sentence}"\nexpect = "fail"\n' for frame, sentence in sorted(failing_examples()))
        head = _head("known")
        if mark:
            _path("known").write_text(re.sub(r"most = \d+", f"most = {len(failing_examples())}", head) + text, "utf-8", newline="\n")
        sys.stdout.write(text)
        return
    blocks = re.split(r"(?m)^(?=\[\[case\]\])", _path(what).read_text("utf-8"))
    cases, wrong = load(what)["case"], 0
    for k, case in enumerate(cases, 1):
        faults = FAULTS[what](case)
        wrong += bool(faults)
        if faults:
            sys.stdout.write(f"{case['text']}\n" + "".join(f"    {f}\n" for f in faults))
        plain = blocks[k].replace('expect = "fail"\n', "")
        blocks[k] = re.sub(r"^(.*\n)", r'\1expect = "fail"\n', plain, count=1) if faults else plain
    sys.stdout.write(f"{len(cases)} cases, {wrong} wrong\n")
    if mark:
        _path(what).write_text("".join(blocks), "utf-8", newline="\n")


def _path(name: str) -> Path:
    return Path(str(FOLDER / f"{name}.toml"))


def _head(name: str) -> str:
    text = _path(name).read_text("utf-8")
    return text[: text.index("[[case]]")] if "[[case]]" in text else text


if __name__ == "__main__":
    main(sys.argv[1], "--mark" in sys.argv)
