"""``khabar.Store``: a record that is kept. Reports are added once; everything else asks.

Thin on purpose: the corridor is ``pipeline``, the database ``khabar.store``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib import import_module
from importlib.util import find_spec
from types import TracebackType
from typing import Any, TypeVar

from khabar import keeping, pipeline
from khabar.encoder import Encoder
from khabar.errors import StoreError
from khabar.ingest import Given
from khabar.model import Claim, Coded, Dossier, Entity, Event, Relation, Report, Statement, Story
from khabar.pipeline import Failure
from khabar.record import Record, as_dict
from khabar.store import Filters, Hit, Shelf, search

T = TypeVar("T")
LEVELS = ("story", "event", "claim", "report")


class Rows(list[dict[str, Any]]):
    """Rows as dicts, in order."""

    def to_frame(self) -> Any:
        """A pandas DataFrame, or a polars one where only polars is installed. Raises StoreError where neither is."""
        for name in ("pandas", "polars"):
            if find_spec(name) is not None:
                return import_module(name).DataFrame(list(self))
        raise StoreError("to_frame needs pandas or polars: pip install pandas")


@dataclass(frozen=True, slots=True)
class Added:
    """What ``Store.add`` did: reports that are new, reports that were there, inputs that could not be read."""

    new: int
    known: int
    failures: tuple[Failure, ...]


class Store:
    """A kept record: a SQLite file, or a PostgreSQL database by its URL (``postgresql+psycopg://user@host/name``).

    readonly: never writes, sees what is finished while others write. create: make the file where there is none.
    Raises StoreError with what is wrong and what to do. To be closed, or used in a ``with``.
    """

    def __init__(self, where: str | os.PathLike[str], *, readonly: bool = False, create: bool = True) -> None:
        self._shelf = Shelf(where, readonly=readonly, create=create)
        self._encoder = Encoder()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the file or the connections back."""
        self._shelf.close()

    @property
    def where(self) -> str:
        """Its path or URL, without a password."""
        return self._shelf.name

    # ------------------------------------------------------------------ putting in

    def add(
        self,
        paths: Iterable[str | os.PathLike[str]],
        *,
        outlet: str | None = None,
        published: str | None = None,
        url: str | None = None,
        language: str | None = None,
        on_report: Callable[[Report, bool], None] | None = None,
        on_grouped: Callable[[int], None] | None = None,
    ) -> Added:
        """Read, code and keep reports, and find their stories. A report that is there already (by its id) is passed over.

        paths and the four keywords: as in ``khabar.read``. on_report(report, new): called once it is safely kept;
        on_grouped(n): once n more have their stories. What cannot be read is in the result and in ``failures()``.
        """
        given = Given(outlet=outlet, published=published, url=url, language=language)
        handed = {k: v for k, v in asdict(given).items() if v is not None}
        new = known = 0
        failures: list[Failure] = []
        for report in pipeline.reports(paths, given):
            if isinstance(report, Failure):
                failures.append(report)
                self._shelf.fail(report.path, report.reason, handed)
                continue
            fresh = not self._shelf.has(report.id) and keeping.put(self._shelf, pipeline.code(report))
            new, known = new + fresh, known + (not fresh)
            if on_report is not None:
                on_report(report, fresh)
        keeping.group(self._shelf, self._encoder, on_grouped)
        return Added(new, known, tuple(failures))

    def failures(self) -> Rows:
        """Inputs that could not be read: path, reason, at, tries, given."""
        return Rows(self._shelf.failures())

    # ------------------------------------------------------------------ taking up

    def coded(self, **filters: Any) -> Iterator[Coded]:
        """Reports with all that they say, the latest first."""
        yield from self._shelf.coded(self._shelf.reports(Filters.of(filters)))

    def reports(self, **filters: Any) -> Iterator[Report]:
        """Reports, the latest first. Filters: see ``khabar.store.Filters`` and docs/store.md."""
        return (c.report for c in self.coded(**filters))

    def report(self, id: str) -> Report:
        """One report. StoreError where there is none."""
        return self._one(self._shelf.coded([id]), "report", id).report

    def versions(self, id: str) -> tuple[str, ...]:
        """Ids of all words that the address of a report has had, the earliest first."""
        return tuple(self._shelf.versions(self.report(id).id))

    def events(self, **filters: Any) -> Iterator[Event]:
        """Events, the latest first."""
        wanted = self._shelf.events(Filters.of(filters))
        for some in _runs(wanted, 200):
            by_id = {e.id: e for c in self._shelf.coded(dict.fromkeys(r for _, r in some)) for e in c.events}
            yield from (by_id[e] for e, _ in some)

    def statements(self, **filters: Any) -> Iterator[Statement]:
        """What the reports that fit have people say."""
        return (s for c in self.coded(**filters) for s in c.statements)

    def relations(self, **filters: Any) -> Iterator[Relation]:
        """Lasting ties that the reports that fit tell of."""
        return (r for c in self.coded(**filters) for r in c.relations)

    def claims(self, **filters: Any) -> Iterator[Claim]:
        """Claims of the events that fit."""
        wanted = self._shelf.events(Filters.of(filters))
        for some in _runs(wanted, 200):
            events = {e for e, _ in some}
            yield from (c for c in self._shelf.claims(dict.fromkeys(r for _, r in some)) if c.about in events)

    def stories(self, **filters: Any) -> Iterator[Story]:
        """Stories, the latest first, with facts and origins."""
        return self._shelf.told_stories(self._shelf.stories(Filters.of(filters)))

    def story(self, id: str) -> Story:
        """One story, also by an id that it had before it was merged into another. StoreError where there is none."""
        return self._one(self._shelf.told_stories([self._shelf.present(id) or id]), "story", id)

    def dossiers(self) -> list[Dossier]:
        """All matters over time, by id."""
        return self._shelf.dossiers()

    def dossier(self, id: str) -> Dossier:
        """One dossier. StoreError where there is none."""
        return self._one(iter(self._shelf.dossiers([id])), "dossier", id)

    def entities(self, ids: Iterable[str] | None = None) -> list[Entity]:
        """Entities by id; all of them without ids."""
        return self._shelf.entities(ids)

    def entity(self, id: str) -> Entity:
        """One entity. StoreError where no report names it."""
        return self._one(iter(self._shelf.entities([id])), "entity", id)

    @staticmethod
    def _one(found: Iterator[T], kind: str, id: str) -> T:
        for one in found:
            return one
        raise StoreError(f"no {kind} {id!r} in this store")

    def record(self, *, story: str | None = None, **filters: Any) -> Record:
        """A part of the store as a ``Record``: its ``to_dict`` is the contract's JSON, ``khabar.page`` shows it.

        story: this story with its reports; else the reports that fit the filters and the stories that lie wholly in them.
        """
        if story is not None:
            found = self.story(story)
            return keeping.recall(self._shelf, found.reports, [found.id])
        return keeping.recall(self._shelf, self._shelf.reports(Filters.of(filters)))

    def show(self, id: str) -> dict[str, Any]:
        """One thing by its id, as JSON can hold it: the record of a story or report, else the event, entity or dossier."""
        if (story := self._shelf.present(id)) is not None:
            return self.record(story=story).to_dict()
        if self._shelf.has(id):
            return keeping.recall(self._shelf, [id]).to_dict()
        if (report := self._shelf.report_of(id)) is not None:
            data = keeping.recall(self._shelf, [report]).to_dict()
            for kind in ("events", "statements", "relations", "claims"):
                for one in data[kind]:
                    if one["id"] == id:
                        return dict(one)
        for dossier in self._shelf.dossiers([id]):
            return as_dict(dossier)
        for entity in self._shelf.entities([id]):
            return as_dict(entity)
        raise StoreError(f"nothing with the id {id!r} in this store")

    # ------------------------------------------------------------------ asking

    def search(self, query: str, *, exact: bool = False, limit: int = 20, offset: int = 0, **filters: Any) -> list[Hit]:
        """Reports about something, the best first.

        query: words (all their forms, Arabic as people type it), names of entities in Arabic, English or Russian, "phrases", -without;
        '' gives what fits the filters, the latest first. exact: these very words in this order, letter by letter (vowel marks
        and the kind of digits do not count).
        """
        return search(self._shelf, query, Filters.of(filters), exact, limit, offset)

    def rows(self, level: str = "event", **filters: Any) -> Rows:
        """A table: one row a story, an event, a claim or a report. Columns: docs/store.md."""
        if level not in LEVELS:
            raise StoreError(f"no level {level!r}; there are: {', '.join(LEVELS)}")
        return Rows(self._shelf.rows(level, Filters.of(filters)))

    def sql(self, query: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Rows of a query over the views of docs/store.md. Nothing but reading is possible, whatever the query says."""
        if self._shelf.readonly:
            return Rows(self._shelf.sql(query, parameters))
        reader = Shelf(self._shelf.where, readonly=True)
        try:
            return Rows(reader.sql(query, parameters))
        finally:
            reader.close()

    def stats(self) -> dict[str, Any]:
        """How much of what is kept, and where it is from."""
        return self._shelf.stats()


def _runs(values: list[Any], size: int) -> Iterator[list[Any]]:
    for n in range(0, len(values), size):
        yield values[n : n + size]
