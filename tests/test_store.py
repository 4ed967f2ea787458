"""The store, on both engines: what goes in comes out whole, once, whatever happens in between."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import khabar


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> khabar.Store:
    kept = khabar.Store(tmp_path_factory.mktemp("store") / "s.db")
    kept.add([str(examples)])
    return kept


def plain(value: Any) -> Any:
    """Lists of objects in one order."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return sorted(json.dumps(v, ensure_ascii=False, sort_keys=True) for v in value)
    return value


def test_the_store_gives_back_the_record(store: khabar.Store, example_record: dict[str, Any]) -> None:
    kept = store.record().to_dict()
    for key in example_record:
        assert plain(kept[key]) == plain(example_record[key]), key


def test_adding_twice_adds_nothing(store: khabar.Store, examples: Path) -> None:
    before = store.stats()
    added = store.add([str(examples)])
    assert (added.new, added.known) == (0, before["reports"])
    assert store.stats() == before


def test_one_at_a_time_gives_the_same_stories(tmp_path: Path, examples: Path, example_record: dict[str, Any]) -> None:
    with khabar.Store(tmp_path / "one.db") as kept:
        for path in sorted(examples.iterdir(), reverse=True):
            kept.add([str(path)])
        assert {tuple(sorted(s.reports)) for s in kept.stories()} == {tuple(sorted(s["reports"])) for s in example_record["stories"]}


def test_what_cannot_be_read_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "later.txt"
    with khabar.Store(tmp_path / "s.db") as kept:
        added = kept.add([str(path)])
        assert [f.path for f in added.failures] == [str(path)]
        (failure,) = kept.failures()
        assert (failure["path"], failure["tries"]) == (str(path), 1)
        kept.add([str(path)])
        assert kept.failures()[0]["tries"] == 2


def test_filters(store: khabar.Store) -> None:
    events = list(store.events(type="consult", actor="RUS", status="happened"))
    assert events
    assert all(e.type == "CONSULT" and e.status == "happened" and any(p.country == "RUS" for p in e.actors) for e in events)
    assert {e.report for e in events} == {r.id for r in store.reports(type="CONSULT", actor="RUS", status="happened")}
    ids = {s.id for s in store.stories(type="CONSULT", actor="RUS", status="happened")}
    assert ids == {s.id for s in store.stories() if set(s.events) & {e.id for e in events}}
    assert len(ids) == 1
    assert not list(store.events(since="2030"))
    with pytest.raises(khabar.StoreError, match="no filter"):
        list(store.events(actors="RUS"))


@pytest.mark.parametrize("query", ["بوتين", "Putin", "Путин", "لبوتين", "\"الضمانات الأمنية\"", "المفاوضات الامنيه", "بايدن يحثّ"])
def test_search(store: khabar.Store, query: str) -> None:
    (first, *_) = store.search(query)
    assert first.complete
    assert first.story == "2021-12-30-phone-rus-usa"
    assert store.report(first.report).text[first.start :].startswith(first.snippet)
    assert first.marks


def test_search_exact(store: khabar.Store) -> None:
    assert store.search("الضمانات الأمنية", exact=True)
    assert not store.search("الضمانات الامنية", exact=True)


def test_sql_reads_and_nothing_else(store: khabar.Store, tmp_path: Path) -> None:
    (row,) = store.sql("SELECT count(*) AS n FROM events")
    assert row["n"] == store.stats()["events"]
    for query in ("DELETE FROM t_report", f"ATTACH '{tmp_path / 'other.db'}' AS other", "SELECT load_extension('x')", "PRAGMA query_only=0"):
        with pytest.raises(khabar.StoreError):
            store.sql(query)
    assert not (tmp_path / "other.db").exists()


def test_no_store(tmp_path: Path) -> None:
    with pytest.raises(khabar.StoreError, match="no such store"):
        khabar.Store(tmp_path / "none.db", readonly=True)
    (tmp_path / "text.db").write_text("no database")
    with pytest.raises(khabar.StoreError, match="not a store"):
        khabar.Store(tmp_path / "text.db")
    with pytest.raises(khabar.StoreError, match="folder"):
        khabar.Store(tmp_path)
