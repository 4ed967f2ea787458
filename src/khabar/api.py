"""The public functions behind ``khabar.read`` and the command line."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import as_file
from pathlib import Path
from typing import Any

from khabar import ontology, packs, pipeline, tables
from khabar.errors import InputError
from khabar.ingest import Given, read_feed
from khabar.model import Coded, Report
from khabar.pipeline import Failure
from khabar.record import Record
from khabar.tables import data_dir
from khabar.text import fold
from khabar.world import all_forms

__all__ = [
    "Failure", "check_pack", "code", "countries", "examples", "explain", "format_pack", "gazetteer", "geonames", "is_store", "languages",
    "located", "names", "places", "posts", "read", "read_all", "read_feed", "tenures", "vocabulary",
]  # fmt: skip

_HEAD = re.compile(r"^([^\n\d،,:;|/()\-–—]{2,30}?)\s*[،,:|/(\-–—\d]", re.MULTILINE)  # what a dateline may begin with
_NEAR = 40  # characters between the town of a dateline and its day or agency


def read(
    paths: Iterable[str | os.PathLike[str]],
    *,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Record:
    """Read, code and compare reports.

    paths: files (text, HTML, JSON Lines, feeds, web archives), folders, or ``-``. outlet, published (ISO date), url, language hold for all of them.
    Raises InputError naming the first input that cannot be read; ``read_all`` goes on without it.
    """
    record, failures = read_all(paths, outlet=outlet, published=published, url=url, language=language)
    if failures:
        raise InputError(f"{failures[0].path}: {failures[0].reason}")
    return record


def read_all(
    paths: Iterable[str | os.PathLike[str]],
    *,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    language: str | None = None,
    on_report: Callable[[Report], None] | None = None,
) -> tuple[Record, list[Failure]]:
    """As ``read``, but what cannot be read is returned beside the record of the others.

    on_report is called with every report once it is coded, for showing progress. Raises PackError for broken data files only.
    """
    return pipeline.read(paths, Given(outlet=outlet, published=published, url=url, language=language), on_report)


def code(text: str, *, outlet: str | None = None, published: str | None = None, url: str | None = None, language: str | None = None) -> Coded:
    """One report's events, statements and relations, from a string; no file, no comparison.

    The string may be text, HTML or JSON Lines, as a file may; of several reports in it the first is coded. Raises InputError
    when it holds none.
    """
    given = Given(outlet=outlet, published=published, url=url, language=language)
    for report in pipeline.reports(["-"], given, lambda _: text.encode("utf-8")):
        if isinstance(report, Failure):
            raise InputError(report.reason)
        return pipeline.code(report)
    raise InputError("nothing to read")


def examples() -> list[Path]:
    """The example reports that come with the package (or lie beside it in a checkout), by name; [] where there are none."""
    for folder in (data_dir() / "examples", Path(__file__).parents[2] / "examples"):
        if folder.is_dir():
            with as_file(folder) as real:
                return sorted(p for p in Path(real).iterdir() if p.suffix in (".txt", ".html", ".jsonl"))
    return []


def languages() -> list[str]:
    """Codes of the languages that have a pack (``ar``), in order."""
    return packs.languages()


def is_store(path: str) -> bool:
    """A SQLite file or a database URL, not reports to read? Only looks; whether it is a store of khabar, opening it says."""
    if "://" in path:
        return True
    try:
        with open(path, "rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False


# ------------------------------------------------------------------ what the world data know


def names(id: str) -> dict[str, str]:
    """Names of an entity of the world data by language; {} for one that is not there."""
    entity = packs.the_world().entities.get(id)
    return dict(entity.names) if entity else {}


def posts() -> dict[str, dict[str, str]]:
    """Slug of a post (``foreign-minister``) -> its usual name by language."""
    path = data_dir() / "world" / "posts.tsv"
    rows = tables.read_tsv(path, ("slug", "ar", "en", "ru"), ("ar_f", "ar_dual", "ar_plural", "sector", "level", "body", "note"))
    return {row["slug"]: {k: (tables.forms(row[k]) or (row["slug"],))[0] for k in ("ar", "en", "ru")} for _, row in rows}


def tenures(person: str) -> list[dict[str, str]]:
    """The posts that somebody has held, by the world data, the latest first: ``post``, ``of`` (state or body), ``about`` (a mandate), ``since``,
    ``until`` (ISO, of any precision; '' is open or unknown), ``source``."""
    held = packs.the_world().tenures_by.get(person, ())
    found = [{"post": t.post, "of": t.of, "about": t.about, "since": t.since, "until": t.until, "source": t.source} for t in held]
    return sorted(found, key=lambda t: (t["since"], t["until"] or "9"), reverse=True)


def gazetteer() -> dict[str, tuple[float, float]]:
    """Place id, or state id (its capital) -> latitude, longitude."""
    world = packs.the_world()
    found = {id: (p.lat, p.lon) for id, p in world.places.items() if p.lat is not None and p.lon is not None}
    for id, place in world.places.items():
        if place.kind == "capital" and place.country and id in found:
            found.setdefault(f"state/{place.country}", found[id])
    return found


def geonames() -> dict[str, str]:
    """Place id -> its id in GeoNames, for those whose row names it."""
    entities = packs.the_world().entities
    return {id: source[1] for id in packs.the_world().places if (source := (entities[id].source or "").split(":"))[0] == "geonames" and source[1:]}


def located(report: Report) -> str | None:
    """The town (place id) that a report's dateline begins with; None where it has none, or where the world has the name twice or not at all."""
    marks = [report.published, *report.credits]
    starts = [m.span.start for m in marks if m is not None and m.span is not None]
    for line in _HEAD.finditer(report.text):
        if any(line.end() <= start <= line.end() + _NEAR and "\n" not in report.text[line.end() : start] for start in starts):
            return _towns().get(fold(line.group(1).strip()))
    return None


@cache
def _towns() -> dict[str, str]:
    """Folded name -> the one capital, city or town that has it."""
    found: dict[str, set[str]] = {}
    kinds = {id: place.kind for id, place in packs.the_world().places.items()}
    for id, forms in all_forms(data_dir() / "world").items():
        if kinds.get(id) in ("capital", "city", "town"):
            for form in forms:
                found.setdefault(fold(form), set()).add(id)
    return {form: min(ids) for form, ids in found.items() if len(ids) == 1}


def places() -> dict[str, tuple[str, str]]:
    """Place id -> its kind (``city``, ``governorate`` …) and the id of what it is a part of, or ''."""
    return {id: (p.kind, p.part_of) for id, p in packs.the_world().places.items()}


def countries() -> dict[str, dict[str, str]]:
    """Code of a state (``RUS``) -> its ``cow`` (number in Correlates of War) and ``iso2``; '' for what it has not."""
    return {id.removeprefix("state/"): {"cow": s.cow, "iso2": s.iso2} for id, s in packs.the_world().states.items()}


def vocabulary() -> dict[str, Any]:
    """PLOVER's words: types (code -> quad, score), modes (type -> mode -> score), contexts (code -> what it covers)."""
    known = ontology.load()
    types = {code: {"quad": t.quad, "score": t.score} for code, t in known.types.items()}
    return {"types": types, "modes": {t: dict(m) for t, m in known.modes.items()}, "contexts": dict(known.contexts)}


# ------------------------------------------------------------------ for linguists


def explain(sentence: str, language: str = "ar", published: str | None = None) -> dict[str, Any]:
    """How a sentence is read: mentions, dates, predicates and events with their rules, as a dict that JSON can hold.

    published: the day of its report (ISO), for dates and posts. Raises KeyError where the language has no pack.
    """
    return pipeline.explain(sentence, language, published)


def check_pack(language: str) -> dict[str, Any]:
    """Load a pack strictly and run its examples; the result counts them and lists those that fail, those that are known to (cases/known.toml)
    apart: ``failed``, ``known``, and ``mended`` for what stands among the known and holds.

    Raises PackError for data that break the format, KeyError where the language has no pack.
    """
    pack = packs.load(language)
    listed = {(case["frame"], case["text"]) for case in packs.cases(language, "known").get("case", ())}
    failed: list[dict[str, Any]] = []
    total = 0
    for frame in pack.frames.values():
        for example in frame.examples:
            total += 1
            got = pipeline.outcome(example.text, language)
            if not _as_expected(frame, example, got):
                failed.append({"frame": frame.id, "text": example.text, "expected": example.gives, "got": _brief(got)})
        for counter in frame.counters:
            total += 1
            got = pipeline.outcome(counter, language)
            if any(e["rule"] == frame.id for e in got["events"]):
                failed.append({"frame": frame.id, "text": counter, "expected": "nothing", "got": _brief(got)})
    counts = {"frames": len(pack.frames), "verbs": len(pack.verbs), "examples": total, "right": total - len(failed)}
    known = [f for f in failed if (f["frame"], f["text"]) in listed]
    mended = sorted(listed - {(f["frame"], f["text"]) for f in failed})
    return {
        "language": language,
        **counts,
        "failed": [f for f in failed if f not in known],
        "known": known,
        "mended": [{"frame": frame, "text": text} for frame, text in mended],
    }


def _as_expected(frame: packs.Frame, example: packs.Example, got: dict[str, Any]) -> bool:
    if example.gives == "statement":
        return bool(got["statements"])
    if example.gives == "relation":
        return any(r["relation"] == frame.relation for r in got["relations"])
    for event in got["events"]:
        if event["type"] != example.gives:
            continue
        parties = ((example.actors, event["actors"]), (example.recipients, event["recipients"]))
        same = all(want is None or set(want) == set(have) for want, have in parties)
        if same and example.status in (None, event["status"]) and example.mode in (None, event["mode"]):
            return True
    return False


def _brief(got: dict[str, Any]) -> str:
    parts = [f"{e['type']} {e['mode'] or ''} {e['status']} {'+'.join(e['actors'])}>{'+'.join(e['recipients'])} [{e['rule']}]" for e in got["events"]]
    parts += ["statement"] * bool(got["statements"]) + [f"relation {r['relation']}" for r in got["relations"]]
    return "; ".join(parts) or "nothing"


def format_pack(language: str, write: bool = True) -> list[str]:
    """Put the word files of a pack into their one form; the names of those that changed (or, with write=False, would)."""
    changed = []
    with as_file(tables.data_dir() / "lang" / language) as folder:
        for path in sorted(Path(folder).glob("words/*.tsv")):
            old = path.read_text("utf-8")
            new = "\n".join(_formatted(line) for line in old.splitlines() if line.strip()) + "\n"
            if new != old:
                changed.append(path.name)
                if write:
                    path.write_text(new, "utf-8", newline="\n")
    return changed


def _formatted(line: str) -> str:
    if line.startswith("#"):
        return line.rstrip()
    cells = [" | ".join(f.strip() for f in cell.split("|") if f.strip()) for cell in line.split("\t")]
    return "\t".join(cells)
