"""Is a store sound? Every check says what it looked at, so that "nothing found" means something."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError

from khabar.errors import StoreError
from khabar.model import Coded, Dossier, Entity, Story
from khabar.store import codec, schema, terms
from khabar.store.engine import told
from khabar.store.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Finding:
    """One check. faults: what is wrong, a line each; () when all is well. cure: what to do."""

    check: str
    faults: tuple[str, ...]
    cure: str


def examine(shelf: Shelf) -> Iterator[Finding]:
    """All checks, the medium first."""
    with shelf.transaction() as c:
        yield Finding("the file", tuple(_file(shelf, c)), "take the last backup")
        for name, query, cure in _QUERIES:
            yield Finding(name, tuple(" ".join(map(str, row)) for row in c.execute(text(query)).fetchmany(20)), cure)
        yield Finding("every report and story can be read", tuple(_bodies(c)), "khabar recode STORE --all")
        yield Finding("every value of a story leads to its claim", tuple(_claims(c)), "khabar doctor STORE --repair")
        yield Finding("every step of a dossier rests on events that are there", tuple(_steps(c)), "khabar recode STORE --all")
        yield Finding("every report can be searched", tuple(_indexed(shelf, c)), "khabar doctor STORE --repair")


# What has to be true of the rows, as queries for what breaks it.
_QUERIES = (
    (
        "every report has the events that it was coded with",
        "SELECT r.id, r.n_events, count(e.id) FROM t_report r LEFT JOIN t_event e ON e.report = r.id"
        " GROUP BY r.id, r.n_events HAVING count(e.id) <> r.n_events",
        "khabar recode STORE --all",
    ),
    (
        "every story has its reports",
        "SELECT s.id, s.n_reports, count(t.report) FROM t_story s LEFT JOIN t_told t ON t.story = s.id"
        " GROUP BY s.id, s.n_reports HAVING count(t.report) <> s.n_reports",
        "khabar doctor STORE --repair",
    ),
    (
        "the story of a report's main news tells it",
        "SELECT r.id, r.main_story FROM t_report r WHERE r.main_story IS NOT NULL AND r.grouped = 1 AND NOT EXISTS"
        " (SELECT 1 FROM t_told t WHERE t.story = r.main_story AND t.report = r.id AND t.main = 1)",
        "khabar doctor STORE --repair",
    ),
    ("the stories of every report have been looked for", "SELECT id FROM t_report WHERE grouped = 0", "khabar doctor STORE --repair"),
    (
        "every story told of is there",
        "SELECT f.id, f.story FROM t_former f WHERE NOT EXISTS (SELECT 1 FROM t_story s WHERE s.id = f.story)",
        "khabar doctor STORE --repair",
    ),
)


def _file(shelf: Shelf, c: Connection) -> Iterator[str]:
    if shelf.sqlite:
        try:
            for (line,) in c.execute(text("PRAGMA integrity_check")):
                if line != "ok":
                    yield str(line)
            for row in c.execute(text("PRAGMA foreign_key_check")):
                yield f"{row[0]}: row {row[1]} leads to no {row[2]}"
        except DBAPIError as error:
            yield str(error.orig)
    if (found := schema.version(c)) != schema.HEAD:
        yield f"schema {found}, not {schema.HEAD}"


_BROKEN = (ValueError, TypeError, KeyError, zlib.error)  # what unpacking raises for what was not packed here


def _bodies(c: Connection) -> Iterator[str]:
    for table, kind in ((schema.report, Coded), (schema.story, Story), (schema.dossier, Dossier), (schema.entity, Entity)):
        for row in c.execute(select(table.c.id, table.c.body)):
            try:
                codec.unpack(kind, row.body)
            except _BROKEN as error:
                yield f"{row.id}: {type(error).__name__} {error}"


def _claims(c: Connection) -> Iterator[str]:
    there = set(c.execute(select(schema.claim.c.id)).scalars())
    for row in c.execute(select(schema.story.c.id, schema.story.c.body)):
        try:
            story = codec.unpack(Story, row.body)
        except _BROKEN:
            continue  # said above
        yield from (f"{row.id}: {v.claim}" for f in story.facts for v in f.values if v.claim not in there)


def _steps(c: Connection) -> Iterator[str]:
    for row in c.execute(select(schema.dossier.c.id, schema.dossier.c.body)).all():
        try:
            told = {e for step in codec.unpack(Dossier, row.body).steps for e in step.events}
        except _BROKEN:
            continue  # said above
        filed = set(c.execute(select(schema.filed.c.event).where(schema.filed.c.dossier == row.id)).scalars())
        yield from (f"{row.id}: {event}" for event in sorted(told ^ filed))


def _indexed(shelf: Shelf, c: Connection) -> Iterator[str]:
    source = "t_text_docsize d ON d.id" if shelf.sqlite else "t_text d ON d.rowid"
    for (id,) in c.execute(text(f"SELECT r.id FROM t_report r LEFT JOIN {source} = r.seq WHERE {source.split()[-1]} IS NULL")):
        yield str(id)


def reindex(shelf: Shelf) -> None:
    """Make the index of words anew: the lists of words that say what is one word may have changed."""
    with shelf.transaction() as c:
        if shelf.sqlite:
            c.execute(text("INSERT INTO t_text (t_text) VALUES ('delete-all')"))
        else:
            c.execute(text("DELETE FROM t_text"))
        for row in c.execute(select(schema.report.c.seq, schema.report.c.title, schema.report.c.text)).all():
            shelf.index(row.seq, terms.stream(row.title), terms.stream(row.text))


def repair(shelf: Shelf) -> None:
    """Make the index of words anew, and let the stories of reports that are not whole be looked for again."""
    with shelf.transaction() as c:
        reindex(shelf)
        broken = [row[0] for row in c.execute(text(_QUERIES[2][1]))]
        for story in {fault.partition(": ")[0] for fault in _claims(c)}:
            broken += c.execute(select(schema.told.c.report).where(schema.told.c.story == story)).scalars()
        for row in c.execute(text(_QUERIES[1][1])).all():
            told_by = schema.told.c
            broken += c.execute(select(told_by.report).where(told_by.story == row[0])).scalars()
        c.execute(text("DELETE FROM t_former WHERE NOT EXISTS (SELECT 1 FROM t_story s WHERE s.id = t_former.story)"))
        shelf.loosen(sorted(set(broken)))


def backup(shelf: Shelf, path: Path) -> None:
    """A copy of a SQLite store as it is at one moment, while others read and write. StoreError for PostgreSQL, which has pg_dump."""
    if not shelf.sqlite:
        raise StoreError("a PostgreSQL store is backed up with pg_dump")
    if path.exists():
        raise StoreError(f"{path}: exists. A backup overwrites nothing")
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with told(str(path)), closing(shelf.engine.raw_connection()) as one, closing(sqlite3.connect(part)) as other:
        one.driver_connection.backup(other)  # type: ignore[union-attr]  # that of sqlite3
    part.replace(path)
