"""``khabar.Store``: a record that is kept. Reports are added once; everything else asks.

Thin on purpose: the corridor is ``pipeline``, the database ``khabar.store``.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar
from uuid import uuid4

from khabar import keeping, pipeline, why
from khabar.encoder import Encoder
from khabar.errors import InputError, StoreError
from khabar.ingest import Given, Raw, identity
from khabar.keeping import Recoded
from khabar.model import Claim, Coded, Decision, Dossier, Entity, Event, Relation, Report, Statement, Story
from khabar.pipeline import Failure
from khabar.record import Record, as_dict, check
from khabar.store import Filters, Finding, Hit, Shelf, backup, browse, examine, now, reindex, search, spelled
from khabar.store import repair as mend

T = TypeVar("T")
FLUSH = 8  # reports that go to the disk together at most, each in a transaction of its own; none is told of before
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
        workers: int = 1,
        on_report: Callable[[str, bool], None] | None = None,
        on_grouped: Callable[[int], None] | None = None,
        on_share: Callable[[float], None] | None = None,
    ) -> Added:
        """Read, code and keep reports, and find their stories. A report that is there already (by its id) is passed over.

        paths and the four keywords: as in ``khabar.read``. workers: processes that code; more than one needs the usual
        ``if __name__ == "__main__"`` in a script. on_report(id, new): called once a report is safely on the disk, of several at a time;
        on_grouped(n): once n more have their stories; on_share(x): how much of the input is dealt with, 0..1, by size. What cannot be
        read is in the result and in ``failures()``.
        """
        paths = list(paths)
        given = Given(outlet=outlet, published=published, url=url, language=language)
        handed = {k: v for k, v in asdict(given).items() if v is not None}
        new = known = 0
        failures: list[Failure] = []

        held: set[str] = set()  # in hand; whether one is kept is asked of each: a store of a hundred thousand is not read for one more
        decisions = keeping.standing(self._shelf.decisions())
        failing = {f["path"] for f in self._shelf.failures()}
        read: set[str | None] = set()

        sizes = pipeline.sizes(paths) if on_share is not None else {}
        total, through = max(sum(sizes.values()), 1), 0
        ahead: deque[int] = deque()  # what had been read with each report that is in hand: they are read long before they are kept

        def tell(read_so_far: int) -> None:
            if on_share is not None:
                on_share(min(read_so_far / total, 1.0))

        def unknown() -> Iterator[Raw]:
            nonlocal known, through
            for raw in pipeline.raws(paths, given):
                if isinstance(raw, Failure):
                    failures.append(raw)
                    self._shelf.fail(raw.path, raw.reason, handed)
                    continue
                read.add(raw.path)
                through += 2 * len(raw.text)  # an Arabic letter has two bytes
                if (id := identity(raw)) in held or self._shelf.has(id):
                    known += 1
                    if not ahead:
                        tell(through)
                    if on_report is not None:
                        on_report(id, False)
                else:
                    held.add(id)
                    ahead.append(through)
                    yield raw

        unsaid: list[tuple[str, bool, int]] = []  # kept, but not yet known to be on the disk
        flushed = time.monotonic()

        def say() -> None:
            nonlocal flushed
            for id, fresh, so_far in unsaid:
                tell(so_far)
                if on_report is not None:
                    on_report(id, fresh)
            unsaid.clear()
            flushed = time.monotonic()

        for ready in keeping.prepare_all(unknown(), workers, self._encoder):
            lasting = len(unsaid) + 1 >= FLUSH or time.monotonic() - flushed > 1
            fresh = keeping.put(self._shelf, ready, decisions, lasting)
            new, known = new + fresh, known + (not fresh)
            unsaid.append((ready.id, fresh, ahead.popleft()))
            if fresh and lasting:
                say()
            if fresh and new % keeping.BATCH == 0 and self._group(on_grouped):
                say()
        while self._group(on_grouped):
            say()
        say()
        for path in failing & read - {f.path for f in failures}:
            self._shelf.forgive(str(path))
        return Added(new, known, tuple(failures))

    def _group(self, on_grouped: Callable[[int], None] | None) -> int:
        number = keeping.group(self._shelf, self._encoder)
        if number and on_grouped is not None:
            on_grouped(number)
        return number

    def add_bytes(
        self,
        name: str,
        data: bytes,
        *,
        outlet: str | None = None,
        published: str | None = None,
        url: str | None = None,
        language: str | None = None,
        content_type: str | None = None,
    ) -> tuple[Added, list[str]]:
        """Keep what somebody pasted or sent, as ``add`` does with a file. name: what it is called. Also gives the ids of its reports.

        content_type: what a server said with it.
        """
        given = Given(outlet=outlet, published=published, url=url, language=language, content_type=content_type)
        decisions = keeping.standing(self._shelf.decisions())
        ids: list[str] = []
        failures: list[Failure] = []
        new = 0
        for raw in pipeline.raws(["-"], given, lambda _: data):
            if isinstance(raw, Failure):
                failures.append(Failure(name, raw.reason.removeprefix("-: ")))
                continue
            ids.append(identity(raw))
            if not self._shelf.has(ids[-1]):
                new += keeping.put(self._shelf, keeping.prepare(replace(raw, path=name)), decisions)
        while self._group(None):
            pass
        return Added(new, len(ids) - new, tuple(failures)), ids

    def failures(self) -> Rows:
        """Inputs that could not be read: path, reason, at, tries, given. Addresses that could not be fetched are among them."""
        return Rows(self._shelf.failures())

    def fail(self, path: str, reason: str, given: Mapping[str, Any]) -> None:
        """Remember an input that a door could not get. given: with what it was asked for."""
        self._shelf.fail(path, reason, given)

    def forgive(self, path: str) -> None:
        """Forget that: it has been read."""
        self._shelf.forgive(path)

    def retry(self) -> Added:
        """Try the inputs that could not be read once more; those that can be now leave ``failures()``. Addresses are for ``fetch_feeds``."""
        done: list[Added] = []
        failed = [f for f in self._shelf.failures() if "fetch" not in f["given"]]
        for given in {tuple(sorted(f["given"].items())) for f in failed}:
            paths = dict.fromkeys(f["path"] for f in failed if tuple(sorted(f["given"].items())) == given)
            done.append(self.add(paths, **dict(given)))
        return Added(sum(a.new for a in done), sum(a.known for a in done), tuple(f for a in done for f in a.failures))

    def recode(self, *, everything: bool = False, workers: int = 1, on_report: Callable[[Recoded], None] | None = None) -> list[Recoded]:
        """Bring reports that an older code or older data have coded up to the present; everything: all reports.

        Decisions of people are kept. What comes out is what changed, report by report; those whose events stayed the same are in it.
        """
        shelf = self._shelf
        ids = sorted(shelf.ids()) if everything else shelf.outdated(keeping.made())
        out: list[Recoded] = []
        for one in keeping.recode(shelf, ids, workers):
            out.append(one)
            if on_report is not None:
                on_report(one)
        if out:
            reindex(shelf)
        self._settle()
        return out

    def _settle(self) -> None:
        while self._group(None):
            pass

    # ------------------------------------------------------------------ deciding

    def decide(
        self, verb: str, subject: str, value: str | None = None, field: str | None = None, *, who: str, why: str, reports: Iterable[str] = ()
    ) -> Decision:
        """What a person decides; it outranks the machine, is kept in the log, and holds when reports are coded anew.

        ``merge`` STORY with the story ``value``; ``split`` the ``reports`` from STORY; ``correct`` EVENT: ``field`` becomes ``value``;
        ``accept`` an EVENT, statement or relation: somebody has looked, and it is so (it changes nothing);
        ``reject`` an EVENT, statement or relation, or with field ``in`` an ENTITY in the report ``value``; ``alias`` ENTITY is ``value``
        (in the report ``field`` only). Raises StoreError or InputError for what cannot be.
        """
        bonds = self._bonds(verb, subject, value, tuple(reports))
        if verb == "correct":
            check(field, value)
        if verb in ("accept", "correct", "reject") and field != "in" and self._shelf.report_of(subject) is None:
            raise StoreError(f"{verb}: nothing with the id {subject!r} in this store")
        if verb == "alias" and not value:
            raise StoreError("alias: who is it? Give the id of the entity")
        return self._decide(Decision(f"d-{uuid4().hex[:12]}", now(), who, why, verb, subject, field, value, bonds))

    def _bonds(self, verb: str, subject: str, value: str | None, reports: tuple[str, ...]) -> tuple[tuple[bool, str, str], ...]:
        if verb not in ("merge", "split"):
            if verb not in ("accept", "correct", "reject", "alias"):
                raise StoreError(f"no verb {verb!r}; there are: accept, merge, split, correct, reject, alias, undo")
            return ()
        mine = self._main(subject)
        if verb == "merge":
            return tuple((True, mine[0], r) for r in self._main(value or ""))
        leaving = [r for r in mine if r in reports]
        staying = [r for r in mine if r not in reports]
        if not leaving or not staying or len(leaving) < len(reports):
            raise StoreError(f"split: give some, not all, of the reports whose main news it is: {', '.join(mine)}")
        return (*((False, r, other) for r in leaving for other in staying), *((True, leaving[0], r) for r in leaving[1:]))

    def _main(self, story: str) -> list[str]:
        found = self.story(story)
        mains = self._shelf.main_stories(found.reports)
        mine = [r for r in found.reports if mains.get(r) == found.id]
        if not mine:
            raise StoreError(f"{found.id}: no report has it for its main news; it goes where their stories go")
        return mine

    def _decide(self, decision: Decision) -> Decision:
        with self._shelf.transaction():  # a line of the log and what it does, or neither
            self._shelf.decide(decision)
            keeping.carry_out(self._shelf, [decision])
        self._settle()
        return decision

    def undo(self, id: str, *, who: str, why: str) -> Decision:
        """Take a decision back: a new line of the log. An undo can be undone."""
        log = {d.id: d for d in self._shelf.decisions()}
        if id not in log:
            raise StoreError(f"undo: no decision {id!r} in the log")
        undo = Decision(f"d-{uuid4().hex[:12]}", now(), who, why, "undo", id)
        first = log[id]
        while first.verb == "undo":
            first = log[first.subject]
        with self._shelf.transaction():
            self._shelf.decide(undo)
            keeping.carry_out(self._shelf, [first])
        self._settle()
        return undo

    def decisions(self) -> list[Decision]:
        """The log, in order."""
        return self._shelf.decisions()

    def concerned(self, decision: Decision) -> list[str]:
        """Ids of the reports whose coding a decision is about, also where it has taken the event away."""
        return keeping.touched(self._shelf, decision)[0]

    def idle(self) -> list[str]:
        """Decisions that stand, but find nothing to change any more (their event is coded otherwise now, their report is not here)."""
        return keeping.idle(self._shelf)

    def log(self) -> Iterator[dict[str, Any]]:
        """The log as JSON can hold it, for ``apply`` in another store."""
        return (asdict(d) for d in self._shelf.decisions())

    def apply(self, lines: Iterable[Mapping[str, Any]]) -> int:
        """Add the lines of another store's log that this one lacks; how many there were. All or none: raises StoreError for what is no line."""
        read = []
        for line in lines:
            try:
                bonds = tuple((bool(s), str(a), str(b)) for s, a, b in line["bonds"])
                decision = Decision(**{**line, "bonds": bonds})
                if decision.verb == "correct":
                    check(decision.field, decision.value)
            except (KeyError, TypeError, ValueError, InputError) as error:
                raise StoreError(f"no line of a log of decisions: {error}") from None
            read.append(decision)
        with self._shelf.transaction():
            new = [d for d in read if self._shelf.decide(d)]
            log = {d.id: d for d in self._shelf.decisions()}
            keeping.carry_out(self._shelf, [log.get(d.subject, d) if d.verb == "undo" else d for d in new])
        self._settle()
        return len(new)

    # ------------------------------------------------------------------ soundness

    def doctor(self, *, repair: bool = False) -> list[Finding]:
        """Every check of the store, with what is wrong. repair: first make anew what can be made from the reports."""
        if repair:
            mend(self._shelf)
            self._settle()
        return list(examine(self._shelf))

    def backup(self, path: str | os.PathLike[str]) -> None:
        """Copy a SQLite store as it is now, while others read and write. StoreError where the path exists, and for PostgreSQL."""
        backup(self._shelf, Path(path))

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

    def why(self, id: str, field: str | None = None) -> list[dict[str, Any]]:
        """From a value to where it is from: one row a claim, with rule, words, sentence, report and chain.

        id: a claim, an event, a statement, a relation, or a story (then with the verdict of each fact). field: only this one.
        """
        if (story := self._shelf.present(id)) is not None:
            return why.story(self.record(story=story), field)
        if (report := self._shelf.report_of(id)) is None:
            raise StoreError(f"no story, event, claim, statement or relation {id!r} in this store")
        (coded,) = self._shelf.coded([report])
        return why.event(keeping.recall(self._shelf, [report]), coded, id, field)

    # ------------------------------------------------------------------ asking

    def search(self, query: str, *, exact: bool = False, limit: int = 20, offset: int = 0, **filters: Any) -> list[Hit]:
        """Reports about something, the best first.

        query: words (all their forms, Arabic as people type it), names of entities in Arabic, English or Russian, "phrases", -without;
        '' gives what fits the filters, the latest first. exact: these very letters in this order, also inside a longer word
        (vowel marks and the kind of digits do not count).
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

    def keep_imported(self, source: str, rows: Iterable[Mapping[str, Any]]) -> int:
        """Keep events that others have coded (rows of ``khabar.read_polecat``), apart from ours: only the view ``imported`` shows them.

        source: the name of the file; what was imported under it before is replaced. How many rows there are now.
        """
        return self._shelf.keep_foreign(source, rows)

    def setting(self, key: str) -> str | None:
        """A value that a door keeps here for the next time, such as what a feed was when it was read last."""
        return self._shelf.setting(key)

    def set_setting(self, key: str, value: str) -> None:
        """Keep it."""
        self._shelf.set_setting(key, value)

    def stats(self) -> dict[str, Any]:
        """How much of what is kept, and where it is from."""
        return self._shelf.stats()

    # ------------------------------------------------------------------ leafing through it

    def browse(self, level: str = "story", *, sort: str | None = None, limit: int = 50, offset: int = 0, **filters: Any) -> Rows:
        """One page of ``story``, ``event`` or ``report`` rows. sort: newest (usual), oldest; of stories also origins, reports, contradictions.

        Events carry ``parties`` (part, entity, country, role, text, span). Raises StoreError for a level, order or filter that is none.
        """
        return Rows(browse.rows(self._shelf, level, Filters.of(filters), sort, limit, offset))

    def count(self, level: str = "story", **filters: Any) -> int:
        """How many stories, events or reports fit."""
        return browse.count(self._shelf, level, Filters.of(filters))

    def facets(self, level: str, names: Iterable[str], *, most: int = 12, **filters: Any) -> dict[str, list[tuple[str, int]]]:
        """How what fits divides: for each of type, mode, status, actor, party, country, place, outlet, origin, language its values
        with counts. actor: who acts, states left out; party: all."""
        return browse.facets(self._shelf, level, Filters.of(filters), list(names), most)

    def filled(self, **filters: Any) -> dict[str, int]:
        """In how many of the events that fit a column holds something; ``unnamed``: how many have a party that is no known entity."""
        return browse.filled(self._shelf, Filters.of(filters))

    def as_sql(self, columns: Iterable[str] = (), *, sort: str = "newest", **filters: Any) -> str:
        """The query over the views of docs/store.md that finds the events that fit, in the order of ``browse``; for ``sql``, or to keep.

        columns: of the view ``events`` (none: all), or ``actors``, ``recipients``, ``third_parties`` with '; ' between.
        """
        return spelled.events(Filters.of(filters), columns, sort, self._shelf.sqlite)

    def named(self, level: str, ids: Iterable[str]) -> Rows:
        """Rows of ``browse`` by id, in the order asked for."""
        return Rows(browse.named(self._shelf, level, list(ids)))

    def happenings(self, stories: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
        """Story -> rows of the events that are its happening, the main one first."""
        return browse.events_of(self._shelf, list(stories))

    def stories_of(self, report: str) -> Rows:
        """Rows of the stories that a report tells, its main one first."""
        return Rows(browse.stories_of(self._shelf, report))

    def copies(self, report: str) -> list[str]:
        """Ids of the reports that share passages with a report."""
        return browse.copies(self._shelf, report)

    def spellings(self, entity: str, *, most: int = 60) -> Rows:
        """How reports name a party: words, role, times, first and last day."""
        return Rows(browse.spellings(self._shelf, entity, most))

    def pairs(self, by: str = "country", *, most: int = 60, **filters: Any) -> Rows:
        """Which two countries (or, by ``entity``, actors) meet in events: one, other, n, cooperation, conflict; the most frequent first."""
        return Rows(browse.pairs(self._shelf, by, Filters.of(filters), most))

    def candidates(self, name: str, *, kind: str | None = None, most: int = 10) -> Rows:
        """Entities that a name in any spelling may mean: id, kind, score (0 to 100), the likeliest first."""
        return Rows(browse.candidates(self._shelf, name, kind, most))

    def said(self, entity: str, *, limit: int = 50, offset: int = 0) -> Rows:
        """What an entity is reported to have said, the latest first."""
        return Rows(browse.said(self._shelf, entity, limit, offset))

    def ties(self, entity: str, *, limit: int = 100) -> Rows:
        """Lasting relations in which an entity stands."""
        return Rows(browse.ties(self._shelf, entity, limit))

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is asked inside sees one state of the store, over one connection."""
        with self._shelf.transaction():
            yield

    def stamp(self) -> str:
        """Changes with every change of the store, so that a page made before can be told to be still right."""
        return browse.stamp(self._shelf)


def _runs(values: list[Any], size: int) -> Iterator[list[Any]]:
    for n in range(0, len(values), size):
        yield values[n : n + size]
