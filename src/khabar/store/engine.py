"""Opening a store: a SQLite file or a PostgreSQL database, for writing or for reading only.

SQLite runs in WAL: readers see the last finished transaction while one process writes. A commit is on the disk when it returns.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import QueuePool

from khabar.errors import StoreError
from khabar.store import schema

LOCK = 0x6B686162  # PostgreSQL's lock for writers of a store: any number that nobody else takes
WAIT = 60  # seconds that a writer waits for another one
LOG = 8000  # pages of SQLite's log (32 MB) before they go into the file: with 1,000, the default, a report cost three times the writing


def is_url(where: str) -> bool:
    """A database URL, not a path (``C:\\store.db`` is one)."""
    return "://" in where


def connect(where: str | os.PathLike[str], readonly: bool, create: bool) -> Engine:
    """An engine for a path or a database URL. Raises StoreError that says what is wrong with it."""
    name = os.fspath(where)
    if not is_url(name):
        return _sqlite(Path(name), readonly, create)
    try:
        url = make_url(name)
    except ArgumentError:
        raise StoreError(f"{name}: no database URL. Write postgresql+psycopg://user@host/name, or a path") from None
    if url.get_backend_name() == "sqlite":
        return _sqlite(Path(url.database or ""), readonly, create)
    if url.get_backend_name() != "postgresql":
        raise StoreError(f"{url.get_backend_name()}: no engine of khabar. A store is a SQLite file or a PostgreSQL database")
    try:
        options = f"-c default_transaction_read_only={'on' if readonly else 'off'} -c search_path=public -c client_min_messages=warning"
        arguments: dict[str, Any] = {"options": options}
        if readonly:
            arguments["prepare_threshold"] = 0  # a prepared query is one statement: nothing can be hung onto it
        made = create_engine(url.set(drivername="postgresql+psycopg"), connect_args=arguments, pool_size=2)
        made.dialect.import_dbapi()
    except (NoSuchModuleError, ModuleNotFoundError):
        raise StoreError("PostgreSQL needs the extra: pip install 'khabar[postgres]'") from None

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        if not readonly:  # one writer at a time, as in SQLite: stories are read, thought over and written in one piece
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")

    return made


def _sqlite(path: Path, readonly: bool, create: bool) -> Engine:
    if path.is_dir():
        raise StoreError(f"{path}: a folder. A store is one file; give it a name in the folder")
    if not path.exists():
        if readonly or not create:
            raise StoreError(f"{path}: no such store. Make one with: khabar add {path} PATH…")
        if not path.parent.is_dir():
            raise StoreError(f"{path}: there is no folder {path.parent}")
    elif path.stat().st_size and path.open("rb").read(16) != b"SQLite format 3\0":
        raise StoreError(f"{path}: not a store (no SQLite file)")
    still = readonly and not os.access(path.parent, os.W_OK) and not _logged(path)
    mode = "ro" if readonly else "rwc"
    address = f"file:{quote(str(path.absolute()))}?mode={mode}{'&immutable=1' if still else ''}"
    made = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(address, uri=True, timeout=WAIT, check_same_thread=False),
        poolclass=QueuePool,  # a connection that stays open keeps its cache; closing the last one writes all of the log into the file
        pool_size=1,
    )

    @event.listens_for(made, "connect")
    def _prepare(raw: Any, _: object) -> None:
        raw.isolation_level = None  # SQLAlchemy begins and ends, see _begin
        for line in ("foreign_keys=ON", "cache_size=-65536", "temp_store=MEMORY", f"busy_timeout={WAIT * 1000}"):
            raw.execute(f"PRAGMA {line}")
        if readonly:
            raw.execute("PRAGMA query_only=ON")
        else:
            raw.execute("PRAGMA journal_mode=WAL")
            raw.execute("PRAGMA synchronous=FULL")
            raw.execute(f"PRAGMA wal_autocheckpoint={LOG}")

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")

    return made


def _logged(path: Path) -> bool:
    """For who may not write beside the store: does what was added last still stand in its log? Raises StoreError where that cannot be read.

    Without a log nobody writes, and the file alone is all there is. With one, SQLite reads it by way of its index (``-shm``), which only who may
    write can make: a process that was killed leaves it, a copy may lack it. To pass the log over would give less than the store holds, or a
    file that seems damaged.
    """
    log, index = (path.with_name(path.name + end) for end in ("-wal", "-shm"))
    if not log.exists() or not log.stat().st_size:
        return False
    if not index.exists():
        raise StoreError(
            f"{path}: what was added last stands in {log.name}, which cannot be read where nothing can be written. Copy both to another folder"
        )
    return True


@contextmanager
def begun(connection: Connection, lasting: bool) -> Iterator[None]:
    """A transaction; lasting: the end of it waits until it is on the disk, with all before it."""
    if connection.dialect.name == "sqlite":
        if connection.info.get("lasting", True) != lasting:
            raw: Any = connection.connection.driver_connection
            raw.execute(f"PRAGMA synchronous={'FULL' if lasting else 'NORMAL'}")
            connection.info["lasting"] = lasting
        with connection.begin():
            yield
        return
    with connection.begin():
        if not lasting:
            connection.exec_driver_sql("SET LOCAL synchronous_commit = off")
        yield


@contextmanager
def told(where: str) -> Iterator[None]:
    """Faults of the medium in plain words: full, not writable, broken, not there."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{where}: {_cause(str(error.orig))}") from error
    except sqlite3.Error as error:
        raise StoreError(f"{where}: {_cause(str(error))}") from error


_CAUSES = {
    "not authorized": "only reading is allowed: SELECT over the views (docs/store.md)",
    "database or disk is full": "the disk is full. What was added before is kept; make room and run the same command again",
    "attempt to write a readonly database": "the store cannot be written (read-only file, folder or medium)",
    "unable to open database file": "the store cannot be opened: no right to write here, or no such folder",
    "database is locked": f"another process has been writing for more than {WAIT} seconds",
    "database disk image is malformed": "the file is damaged. Take the last backup, or run: khabar doctor",
    "file is not a database": "not a store (no SQLite file)",
    "No space left on device": "the disk is full. What was added before is kept; make room and run the same command again",
    "disk I/O error": "the disk fails or is full. What was added before is kept",
}


def _cause(message: str) -> str:
    first = (message.strip().splitlines() or ["unknown fault"])[0]
    return next((cause for part, cause in _CAUSES.items() if part in message), first)


def ready(engine: Engine, where: str, readonly: bool) -> None:
    """See that the schema is the present one; bring an older one up to it where that is allowed."""
    with told(where), engine.begin() as connection:
        found = schema.version(connection)
        if found == schema.HEAD:
            return
        if found is None and readonly:
            raise StoreError(f"{where}: not a store of khabar")
        if found is not None and found > schema.HEAD:
            raise StoreError(f"{where}: made by a later khabar (schema {found}, here {schema.HEAD}). Update khabar")
        if readonly:
            raise StoreError(f"{where}: an older schema ({found}). Bring it up with: khabar doctor {where} --upgrade")
        schema.upgrade(connection)
