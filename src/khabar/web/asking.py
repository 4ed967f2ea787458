"""One question to the desk: who asks for what, in which language; and the page that answers it. Nothing here knows HTML or HTTP."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import khabar
from khabar.web.guard import Person
from khabar.web.reader import Reader
from khabar.web.words import Names, Words

FILTERS = (
    "actor",
    "recipient",
    "country",
    "entity",
    "type",
    "mode",
    "status",
    "place",
    "outlet",
    "origin",
    "language",
    "since",
    "until",
    "story",
    "report",
    "dossier",
    "min_origins",
    "max_origins",
    "contradicted",
    "background",
    "added_since",
)
SIZE = 30
MOST = 500  # rows of one answer
PARTS = {"actor": "actors", "recipient": "recipients", "third": "third_parties"}
DAY = re.compile(r"\d{4}(-\d\d){0,2}")
_TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?")
_NUMBER = re.compile(r"\d{1,9}")


class Wrong(Exception):
    """A question that cannot be answered, and why."""


class Missing(Exception):
    """There is nothing of that name."""


@dataclass(slots=True)
class Ask:
    """One question: who asks for what, in which language."""

    reader: Reader
    words: Words
    params: Mapping[str, list[str]]
    person: Person
    store: khabar.Store = field(init=False)
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        self.store = self.reader.store()
        self.names = Names(self.words.language)

    def one(self, name: str, usual: str = "") -> str:
        """The (last) value of a parameter."""
        values = self.params.get(name)
        return values[-1].strip() if values else usual

    def number(self, name: str, usual: int, least: int, most: int) -> int:
        """A whole number between two others; Wrong for anything else."""
        given = self.one(name)
        if not given:
            return usual
        if not _NUMBER.fullmatch(given) or not least <= int(given) <= most:
            raise Wrong(f"{name}: a number from {least} to {most}")
        return int(given)

    @property
    def filters(self) -> dict[str, Any]:
        """The filters of the store that were asked for; Wrong for a value that cannot be one."""
        found: dict[str, Any] = {}
        for name in FILTERS:
            given = ",".join(v.strip() for v in self.params.get(name, ()) if v.strip())
            if not given:
                continue
            if name in ("since", "until") and not DAY.fullmatch(given):
                raise Wrong(f"{name}: a day as 2020-07-13, or less of it")
            if name == "added_since" and not _TIME.fullmatch(given):
                raise Wrong("added_since: a day or a time as 2020-07-13T12:00:00Z")
            if name in ("min_origins", "max_origins"):
                found[name] = self.number(name, 0, 0, 10**6)
            elif name in ("contradicted", "background"):
                if given not in ("0", "1", "true", "false"):
                    raise Wrong(f"{name}: 1 or 0")
                found[name] = given in ("1", "true")
            else:
                found[name] = given
        return found

    @property
    def sees_text(self) -> bool:
        """May this person read the words of others' reports?"""
        return self.person.may("reader")

    def once(self, key: tuple[Any, ...], make: Callable[[], Any]) -> Any:
        """Worked out once until the store changes."""
        return self.reader.once(key, make)

    def know(self, ids: Iterable[str]) -> None:
        """Learn the names of entities in one go."""
        missing = [i for i in dict.fromkeys(ids) if i and i not in self.names.of_entity]
        for e in self.store.entities(missing) if missing else ():
            self.names.of_entity[e.id] = dict(e.names)

    def learn(self, record: Mapping[str, Any]) -> None:
        """Learn the names of a record's entities."""
        self.names.of_entity.update((e["id"], e["names"]) for e in record["entities"])

    def title(self, ar: str | None, en: str | None) -> tuple[str, str]:
        """A title in the reader's language, else in the other one; and which that is."""
        first, second = ((ar, "ar"), (en, "en")) if self.words.language == "ar" else ((en, "en"), (ar, "ar"))
        words, language = first if first[0] else second
        return words or "", language

    def party(self, ref: str) -> dict[str, Any]:
        """Somebody as templates show him: name, its language, and an id to link to where he is an entity."""
        name, language = self.names.in_language(ref)
        return {"id": ref if self.names.of_entity.get(ref) else None, "name": name, "language": language}

    def flat(self, event: Mapping[str, Any]) -> dict[str, Any]:
        """An event's row with its parties as lists of ids (or words); its own words for those only who may read them."""
        out = {k: v for k, v in event.items() if k != "parties"}
        if not self.sees_text:
            out["text"] = ""
        for part, name in PARTS.items():
            out[name] = [p["entity"] or p["text"] for p in event["parties"] if p["part"] == part]
        return out

    def shareable(self, record: dict[str, Any]) -> dict[str, Any]:
        """The record without other people's prose for those who may not read it, and without paths for all but admins."""
        out = {**record, "reports": [{**r, "path": r["path"] if self.person.may("admin") else None} for r in record["reports"]]}
        if self.sees_text:
            return out
        out["reports"] = [{**r, "text": ""} for r in out["reports"]]
        out["events"] = [{**e, "evidence": [{"span": v["span"], "text": ""} for v in e["evidence"]]} for e in record["events"]]
        out["statements"] = [{**s, "content": ""} for s in record["statements"]]
        return out


@dataclass(slots=True)
class Page:
    """One page. rows: what it is as a table; next: where the following rows begin; more: keys that its JSON has besides."""

    template: str
    title: str
    context: dict[str, Any]
    rows: list[dict[str, Any]]
    next: int | None = None
    more: dict[str, Any] = field(default_factory=dict)
    columns: Sequence[str] | None = None

def key(filters: Mapping[str, Any]) -> tuple[Any, ...]:
    """Filters as a key of what is kept."""
    return tuple(sorted(filters.items()))
