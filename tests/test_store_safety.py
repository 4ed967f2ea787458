"""The store under strain: kills, full disks, readers beside a writer, older schemas."""

from __future__ import annotations

import gzip
import os
import shutil
import signal
import threading
from pathlib import Path

import pytest
from conftest import fresh
from sqlalchemy import create_engine, event, inspect
from torture import torture

import khabar
from khabar.store import schema
from khabar.store.engine import connect
from khabar.store.shelf import Shelf

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="the kills need fork; on Windows the long run is made by hand")


@forks
def test_kills_lose_nothing_that_was_acknowledged(examples: Path) -> None:
    done = torture(examples, kills=8, seed=7)
    assert done["kills"] == 8
    assert done["acknowledged"] > 0


@forks
def test_kills_on_postgresql(request: pytest.FixtureRequest, tmp_path: Path, examples: Path) -> None:
    done = torture(examples, kills=4, seed=3, store=fresh(request, "postgres", tmp_path))
    assert done["kills"] == 4
    assert done["acknowledged"] > 0


def test_a_full_disk(tmp_path: Path, examples: Path) -> None:
    where = tmp_path / "s.db"
    with khabar.Store(where) as kept:
        kept.add([str(examples / "call-1.txt")])
        before = kept.stats()

        @event.listens_for(kept._shelf.engine, "connect")
        def _small(raw: object, _: object) -> None:
            raw.execute("PRAGMA max_page_count=1")  # type: ignore[attr-defined]  # never less than what is in use

        kept._shelf.engine.dispose()
        with pytest.raises(khabar.StoreError, match="disk is full"):
            kept.add([str(examples)])
    with khabar.Store(where) as kept:
        assert not [f for f in kept.doctor(repair=True) if f.faults]
        assert kept.stats()["reports"] >= before["reports"]
        kept.add([str(examples)])
        assert kept.stats()["stories"] == 5  # four matters, and the video meeting that one report tells of


def test_a_reader_cannot_write(where: str, examples: Path) -> None:
    khabar.Store(where).close()
    with khabar.Store(where, readonly=True) as kept, pytest.raises(khabar.StoreError, match=r"cannot be written|read-only"):
        kept.add([str(examples / "call-1.txt")])


def test_readers_beside_a_writer(where: str, examples: Path) -> None:
    khabar.Store(where).close()
    failed: list[khabar.KhabarError] = []

    def write() -> None:
        try:
            with khabar.Store(where) as kept:
                kept.add([str(examples)])
        except khabar.KhabarError as error:
            failed.append(error)

    writer = threading.Thread(target=write)
    seen: list[int] = []
    with khabar.Store(where, readonly=True) as reader:
        writer.start()
        while writer.is_alive():
            rows = reader.sql(
                "SELECT r.id, r.n_events, (SELECT count(*) FROM events e WHERE e.report = r.id) AS n FROM reports r"
            )
            assert all(r["n_events"] == r["n"] for r in rows), "half a report was seen"
            seen.append(len(rows))
            reader.search("بوتين")
        writer.join()
        assert not failed
        assert seen == sorted(seen)
        assert len(reader.rows("report")) == 14


def test_two_writers(where: str, examples: Path) -> None:
    """The same reports from two sides at once: each is kept once."""
    khabar.Store(where).close()
    added: list[khabar.Added] = []

    def write(names: list[str]) -> None:
        with khabar.Store(where) as kept:
            added.append(kept.add([str(examples / n) for n in names]))

    names = ["call-1.txt", "call-2.txt", "call-3.txt", "prague-1.txt"]
    threads = [threading.Thread(target=write, args=(order,)) for order in (names, names[::-1])]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert sum(a.new for a in added) == len(names)
    with khabar.Store(where) as kept:
        assert not [f for f in kept.doctor() if f.faults]


@forks
def test_a_log_on_a_medium_that_cannot_be_written(tmp_path: Path, examples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a killed process left in the log is read too, or it is said why not; a store without a log is read as it is."""
    where = tmp_path / "s.db"
    khabar.Store(where).close()
    child = os.fork()
    if child == 0:
        try:
            kept = khabar.Store(where)
            kept.add([str(examples / "call-1.txt")], on_report=lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        finally:
            os._exit(1)
    os.waitpid(child, 0)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with khabar.Store(where, readonly=True) as kept:
        assert len(kept.rows("report")) == 1
        kept.backup(tmp_path / "copy.db")
    with khabar.Store(tmp_path / "copy.db", readonly=True) as copy:
        assert len(copy.rows("report")) == 1
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(where, alone)
    shutil.copy(f"{where}-wal", alone)
    with pytest.raises(khabar.StoreError, match="Copy both"):
        khabar.Store(alone / "s.db", readonly=True)


# ------------------------------------------------------------------ schemas


def test_the_steps_lead_to_the_schema(where: str) -> None:
    """What the migrations make is what the code believes in: every table, column and index."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    khabar.Store(where).close()
    shelf = Shelf(where, readonly=True)
    with shelf.transaction() as c:
        ours = {t.name for t in schema.meta.sorted_tables}
        context = MigrationContext.configure(c, opts={"include_name": lambda name, kind, _: kind != "table" or name in ours})
        assert compare_metadata(context, schema.meta) == []
        assert set(inspect(c).get_table_names()) >= ours


# A store of every schema that was ever released lies in tests/schemas/ (one report, "وصول الوزير"); the code of the day has to open it.
SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.db.gz"))


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda p: p.stem)
def test_an_older_store_opens(path: Path, tmp_path: Path, examples: Path) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress(path.read_bytes()))
    with khabar.Store(old) as kept:
        assert [r.text.split("\n")[0] for r in kept.reports()] == ["وصول الوزير"]
        kept.add([str(examples / "call-1.txt")])
        assert len(kept.rows("report")) == 2
        assert kept.search("الوزير")
        assert not [f for f in kept.doctor() if f.faults]


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda p: p.stem)
def test_an_older_schema_is_brought_up(path: Path, where: str, examples: Path) -> None:
    """The same steps on both engines, from every schema that was released."""
    from alembic import command
    from alembic.config import Config

    engine, config = connect(where, False, True), Config()
    config.set_main_option("script_location", "khabar.store:migrations")
    with engine.begin() as c:
        config.attributes["connection"] = c
        command.upgrade(config, path.name.partition(".")[0])
    engine.dispose()
    with khabar.Store(where) as kept:
        kept.add([str(examples / "call-1.txt")])
        assert kept.rows("claim")
        assert not [f for f in kept.doctor() if f.faults]


def test_a_later_store_is_refused(tmp_path: Path) -> None:
    where = tmp_path / "s.db"
    khabar.Store(where).close()
    with create_engine(f"sqlite:///{where}").begin() as c:
        c.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(khabar.StoreError, match="later khabar"):
        khabar.Store(where)
