"""The store, on both engines: what goes in comes out whole, once, whatever happens in between."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import copied, fresh

import khabar
from khabar.store import Shelf


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Iterator[khabar.Store]:
    """A store of the example reports, to be asked."""
    with khabar.Store(fresh(request, request.param, tmp_path_factory.mktemp("store"))) as kept:
        kept.add([str(examples)])
        yield kept


CALL = ["call-1.txt", "call-2.txt", "call-3.txt", "call-4.html"]


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def called(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, examples: Path) -> str:
    """Where a store of the four reports of one phone call is; nobody opens it."""
    where = fresh(request, request.param, tmp_path_factory.mktemp("call"))
    with khabar.Store(where) as kept:
        kept.add([str(examples / n) for n in CALL])
    return where


@pytest.fixture
def call(called: str, tmp_path: Path) -> Iterator[khabar.Store]:
    """The same store, to be changed."""
    with khabar.Store(copied(called, tmp_path)) as kept:
        yield kept


def plain(value: Any) -> Any:
    """Lists of objects in one order."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return sorted(json.dumps(v, ensure_ascii=False, sort_keys=True) for v in value)
    return value


def test_the_store_gives_back_the_record(store: khabar.Store, example_record: dict[str, Any]) -> None:
    kept = store.record().to_dict()
    for key in example_record:
        assert plain(kept[key]) == plain(example_record[key]), key


ASKED = (
    {}, {"country": "RUS"}, {"actor": "state/RUS"}, {"recipient": "TUN"}, {"entity": "place/geneva"}, {"entity": "state/UKR"},
    {"type": "consult,AGREE"}, {"mode": "phone"}, {"status": "planned"}, {"place": "UKR"}, {"place": "place/geneva"}, {"background": False},
    {"background": True}, {"since": "2022"}, {"until": "2022-08"}, {"outlet": "اليوم"}, {"outlet": "a'b"}, {"language": "ar"},
    {"origin": "Kremlin"}, {"min_origins": 2}, {"max_origins": 2}, {"contradicted": True}, {"contradicted": False}, {"added_since": "2020-01-01"},
    {"country": "RUS", "type": "CONSULT", "since": "2021-12-30", "background": False},
)  # fmt: skip


def test_the_sql_of_a_view_finds_the_very_same_events(store: khabar.Store) -> None:
    from khabar.store import Filters

    assert {k for v in ASKED for k in v} | {"story", "report", "dossier"} == set(Filters.__dataclass_fields__)
    first = next(store.stories())
    more = [{"story": first.id}, {"report": first.reports[0]}, *({"dossier": d.id} for d in store.dossiers())]
    more += [{"entity": e.id} for e in store.entities()]
    found = 0
    for view in (*ASKED, *more):
        for sort in ("newest", "oldest", "type"):
            rows = store.browse("event", sort=sort, limit=10**6, **view)
            told = store.sql(store.as_sql(["id", "actors"], sort=sort, **view))
            parties = [[p["entity"] or p["text"] for p in r["parties"] if p["part"] == "actor"] for r in rows]
            wanted = [(r["id"], "; ".join(p) or None) for r, p in zip(rows, parties, strict=True)]
            assert [(r["id"], r["actors"]) for r in told] == wanted, (view, sort)
            found += len(rows)
    assert found > 500
    with pytest.raises(khabar.StoreError, match="no column"):
        store.as_sql(["id; DROP TABLE t_event"])


@pytest.mark.parametrize("view", [{}, {"country": "RUS"}, {"type": "CONSULT", "background": False}, {"min_origins": 3}])
def test_facets_count_the_events_of_a_view(store: khabar.Store, view: dict[str, Any]) -> None:
    rows = store.browse("event", limit=10**6, **view)
    found = store.facets("event", ["type", "status", "place", "country"], most=500, **view)
    for name in ("type", "status", "place"):
        assert dict(found[name]) == Counter(r[name] for r in rows if r[name]), name
    assert dict(found["country"]) == Counter(c for r in rows for c in {p["country"] for p in r["parties"]} if c)
    assert list(found["type"]) == sorted(found["type"], key=lambda v: (-v[1], v[0]))
    assert set(store.facets("story", ["outlet", "origin"], **view)) == {"outlet", "origin"}


def test_the_share_that_is_told_is_that_of_what_is_kept(tmp_path: Path, examples: Path) -> None:
    shares: list[float] = []
    kept_at: list[int] = []  # how many shares had been told when a report was kept
    with khabar.Store(tmp_path / "s.db") as kept:
        for _ in range(2):
            kept.add([examples / n for n in CALL], workers=2, on_share=shares.append, on_report=lambda id, new: kept_at.append(len(shares)))
    assert kept_at == [1, 2, 3, 4, 5, 6, 7, 8]  # read ahead, all four had been told before the first was kept
    for told in (shares[:4], shares[4:]):
        assert told == sorted(set(told))
        assert 0 < told[0] < 0.5 < told[-1] <= 1


def test_adding_twice_adds_nothing(store: khabar.Store, examples: Path) -> None:
    before = store.stats()
    added = store.add([str(examples)])
    assert (added.new, added.known) == (0, before["reports"])
    assert store.stats() == before


def test_one_at_a_time_gives_the_same_stories(where: str, examples: Path, example_record: dict[str, Any]) -> None:
    with khabar.Store(where) as kept:
        for path in sorted(examples.iterdir(), reverse=True):
            kept.add([str(path)])
        assert {tuple(sorted(s.reports)) for s in kept.stories()} == {tuple(sorted(s["reports"])) for s in example_record["stories"]}


def test_what_cannot_be_read_is_remembered_and_tried_again(where: str, tmp_path: Path, examples: Path) -> None:
    path = tmp_path / "later.txt"
    with khabar.Store(where) as kept:
        added = kept.add([str(path)])
        assert [f.path for f in added.failures] == [str(path)]
        (failure,) = kept.failures()
        assert (failure["path"], failure["tries"]) == (str(path), 1)
        kept.add([str(path)])
        assert kept.failures()[0]["tries"] == 2
        path.write_bytes((examples / "call-1.txt").read_bytes())
        assert kept.retry().new == 1
        assert kept.failures() == []


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


@pytest.mark.parametrize(
    ("query", "word"),
    [("الرؤساء", "الرئيس"), ("بالرؤساء", "الرئيس"), ("phone", "هاتفي"), ("президента", "الرئيس"), ("кошки", "")],
)
def test_plurals_and_words_of_other_languages(store: khabar.Store, query: str, word: str) -> None:
    hits = store.search(query)
    assert any(word in h.snippet[a:b] for h in hits for a, b in h.marks) == bool(word)


@pytest.mark.parametrize("query", ["بوتين", "Putin", "Путин", "لبوتين", "\"الضمانات الأمنية\"", "المفاوضات الامنيه", "بايدن يحثّ"])
def test_search(store: khabar.Store, query: str) -> None:
    (first, *_) = store.search(query)
    assert first.complete
    assert first.story == "2021-12-30-phone-rus-usa"
    assert store.report(first.report).text[first.start :].startswith(first.snippet)
    assert first.marks


def test_both_engines_find_the_same(request: pytest.FixtureRequest, example_store: Path, examples: Path, tmp_path: Path) -> None:
    """In the same order, with the same scores: how often a term stands where is counted, whatever the engine thinks of it."""
    queries = ["امريكي", '"الضمانات الأمنية"', '"وزير الخارجية"', "قال", "sanctions", "طرد دبلوماسيين", "العلاقات السعودية الإيرانية", "بوتين -كييف"]
    with khabar.Store(fresh(request, "postgres", tmp_path)) as other, khabar.Store(example_store, readonly=True) as one:
        other.add([str(examples)])
        for query in queries:
            assert one.search(query)
            assert one.search(query) == other.search(query)


@pytest.mark.parametrize("query", ["ـ", "ليبيا ـ", "'", "؟", '""', "َ ِ"])
def test_what_is_no_word_finds_nothing(store: khabar.Store, query: str) -> None:
    assert store.search(query) == []


def test_search_exact(store: khabar.Store) -> None:
    assert store.search("الضمانات الأمنية", exact=True)
    assert not store.search("الضمانات الامنية", exact=True)


def test_sql_reads_and_nothing_else(store: khabar.Store, tmp_path: Path) -> None:
    (row,) = store.sql("SELECT count(*) AS n FROM events")
    assert row["n"] == store.stats()["events"]
    forbidden = [
        "DELETE FROM t_report", f"ATTACH '{tmp_path / 'other.db'}' AS other", "SELECT load_extension('x')", "PRAGMA query_only=0",
        "COMMIT; DELETE FROM t_report", "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE; COMMIT; DELETE FROM t_report", "nonsense",
    ]  # fmt: skip
    for query in forbidden:
        with pytest.raises(khabar.StoreError):
            store.sql(query)
    assert not (tmp_path / "other.db").exists()
    assert store.sql("SELECT count(*) AS n FROM events") == [row]
    assert store.sql("SELECT id FROM reports WHERE day = :day", {"day": "2021-12-30"})


def test_no_store(tmp_path: Path) -> None:
    with pytest.raises(khabar.StoreError, match="no such store"):
        khabar.Store(tmp_path / "none.db", readonly=True)
    (tmp_path / "text.db").write_text("no database")
    with pytest.raises(khabar.StoreError, match="not a store"):
        khabar.Store(tmp_path / "text.db")
    with pytest.raises(khabar.StoreError, match="folder"):
        khabar.Store(tmp_path)


VIEWS = (
    "reports", "events", "actors", "claims", "statements", "relations", "stories", "story_reports", "story_events", "origins", "dossiers",
    "dossier_events", "entities", "report_entities", "failures", "decisions",
)  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_views(store: khabar.Store, view: str) -> None:
    rows = store.sql(f"SELECT * FROM {view}")
    assert rows or view in ("failures", "decisions")


def test_the_words_of_the_views_are_those_of_the_report(store: khabar.Store) -> None:
    texts = {r.id: r.text for r in store.reports()}
    events = {e.id: e for e in store.events()}
    rows = store.sql("SELECT * FROM events")
    assert len(rows) == len(events)
    for row in rows:
        assert row["text"] == events[row["id"]].evidence[0].text
        assert row["text"] in texts[row["report"]]


def test_rows(store: khabar.Store) -> None:
    stories = store.rows("story")
    assert [s["id"] for s in stories] == [s.id for s in store.stories()]
    assert len(store.rows("event")) == store.stats()["events"]
    assert {r["event"] for r in store.rows("claim", type="SANCTION")} == {e.id for e in store.events(type="SANCTION")}
    frame = pytest.importorskip("pandas", reason="pandas is not installed") and store.rows("event").to_frame()
    assert len(frame) == store.stats()["events"]


def test_what_is_several_is_a_list(store: khabar.Store) -> None:
    claims = {c.id: c for c in store.claims(type="CONSULT")}
    for row in store.rows("claim", type="CONSULT"):
        assert row["chain"] == list(claims[row["id"]].chain)
        assert row["spans"] == [[s.start, s.stop] for s in claims[row["id"]].spans]
    events = {e.id: e for e in store.events(type="CONSULT")}
    for row in store.rows("event", type="CONSULT"):
        assert row["contexts"] == list(events[row["id"]].contexts)
        assert row["actors"] == [p.entity or p.text for p in events[row["id"]].actors]


def test_a_report_is_told_of_once_it_is_on_the_disk(where: str, examples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each report is a transaction of its own, and of none is said that it is kept before one that waited for the disk."""
    done: list[tuple[str, bool]] = []
    put = Shelf.put

    def seen(shelf: Shelf, leaf: Any, names: Any, lasting: bool = True) -> bool:
        assert shelf._within is None
        fresh = put(shelf, leaf, names, lasting)
        done.append((leaf.coded.report.id, lasting))
        return fresh

    monkeypatch.setattr(Shelf, "put", seen)
    said: list[str] = []

    def told(id: str, fresh: bool) -> None:
        said.append(id)
        at = [i for i, _ in done].index(id)
        grouped = kept.sql("SELECT count(*) AS n FROM reports WHERE main_story IS NOT NULL")[0]["n"] > 0
        assert grouped or any(lasting for _, lasting in done[at:])

    with khabar.Store(where) as kept:
        kept.add([str(examples)], on_report=told)
    assert said == [i for i, _ in done]
    assert sum(lasting for _, lasting in done) < len(done)


def test_added_since(store: khabar.Store) -> None:
    first = min(r["added_at"] for r in store.rows("report"))
    assert len(store.rows("story", added_since=first)) == store.stats()["stories"]
    assert store.rows("story", added_since="2999-01-01") == []
    assert store.rows("report", added_since="2999-01-01") == []


@pytest.mark.parametrize(("moscow", "rabat", "one"), [("2021-12-31", "2021-12-30", True), ("2021-12-30", "2021-12-31", False)])
def test_today_in_moscow_and_in_rabat(where: str, tmp_path: Path, moscow: str, rabat: str, one: bool) -> None:
    """After midnight in Moscow it is the evening before in Rabat, never the evening after."""
    text = "أجرى الرئيس الروسي فلاديمير بوتين اليوم اتصالا هاتفيا مع نظيره الأمريكي جو بايدن، بحثا فيه الوضع حول أوكرانيا، وفق ما أعلن {}."
    rows = [("RT", moscow, "الكرملين"), ("هسبريس", rabat, "البيت الأبيض")]
    lines = [json.dumps({"text": text.format(w), "outlet": o, "published": p, "language": "ar"}, ensure_ascii=False) for o, p, w in rows]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    with khabar.Store(where) as kept:
        kept.add([tmp_path / "a.jsonl"])
        (story,) = (s for s in kept.stories() if len(s.reports) == 2)
        (date,) = (f for f in story.facts if f.field == "date")
        assert {v.value for v in date.values} == {moscow, rabat}
        assert (date.verdict == "single") == one
        assert (date.verdict == "differs") == (not one)


def test_a_page_that_comes_again_with_other_words(where: str, tmp_path: Path) -> None:
    text = "أجرى وزير الخارجية الروسي سيرغي لافروف اتصالا هاتفيا مع نظيره المصري سامح شكري، الاثنين 13 يوليو 2020، لبحث الوضع في ليبيا."
    with khabar.Store(where) as kept:
        for n, words in enumerate((text, text + " وأكد لافروف دعم موسكو للحل السياسي.")):
            (tmp_path / f"{n}.txt").write_text(words, "utf-8")
            kept.add([str(tmp_path / f"{n}.txt")], url="https://outlet.example/1", outlet="وكالة المثال")
        ids = [r["id"] for r in sorted(kept.rows("report"), key=lambda r: r["version_of"] or "")]
        assert kept.versions(ids[0]) == kept.versions(ids[1]) == tuple(ids)
        assert kept.report(ids[0]).text == text


@pytest.fixture(scope="module")
def kept_by_two(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Iterator[khabar.Store]:
    with khabar.Store(tmp_path_factory.mktemp("two") / "two.db") as kept:
        assert kept.add([str(examples)], workers=2).new == kept.stats()["reports"]
        yield kept


def test_many_workers_keep_what_one_keeps(kept_by_two: khabar.Store, store: khabar.Store) -> None:
    assert kept_by_two.stats()["reports"] == store.stats()["reports"]
    assert plain(kept_by_two.record().to_dict()["events"]) == plain(store.record().to_dict()["events"])
    assert {s.id for s in kept_by_two.stories()} == {s.id for s in store.stories()}


# ------------------------------------------------------------------ what people decide


def sound(kept: khabar.Store) -> None:
    assert [f for f in kept.doctor() if f.faults] == []


def test_merge_split_undo(call: khabar.Store, examples: Path) -> None:
    call.add([str(p) for p in examples.iterdir() if p.name.startswith("prague")])
    (phone,) = [s for s in call.stories() if s.id.startswith("2021-12-30-phone")]
    (other,) = [s for s in call.stories() if "expel" in s.id]
    before = {s.id: s.reports for s in call.stories()}
    done = call.decide("merge", phone.id, other.id, who="desk", why="one matter")
    assert set(call.story(phone.id).reports) >= {*phone.reports, *other.reports}
    assert call.story(other.id).id == phone.id  # the old id leads on
    call.undo(done.id, who="desk", why="it was not")
    assert before == {s.id: s.reports for s in call.stories()}  # each under its own id again
    leaving = phone.reports[0]
    call.decide("split", phone.id, reports=[leaving], who="desk", why="another call")
    assert leaving not in call.story(phone.id).reports
    with pytest.raises(khabar.StoreError, match="not all"):
        call.decide("split", phone.id, reports=call.story(phone.id).reports, who="desk", why="")
    sound(call)


def test_correct_and_reject(call: khabar.Store) -> None:
    event = next(iter(call.events(type="CONSULT", mode="phone", status="happened", background=False)))
    done = call.decide("correct", event.id, "planned", "status", who="desk", why="it was only announced")
    assert next(e for e in call.events() if e.id == event.id).status == "planned"
    assert event.id in {r["id"] for r in call.rows("event", status="planned")}
    gone = call.decide("reject", event.id, who="desk", why="no such call")
    assert event.id not in {e.id for e in call.events()}
    sound(call)
    call.undo(gone.id, who="desk", why="there was one")
    call.undo(done.id, who="desk", why="it happened")
    assert next(e for e in call.events() if e.id == event.id) == event
    assert len(call.decisions()) == 4
    with pytest.raises(khabar.InputError, match="no field"):
        call.decide("correct", event.id, "x", "rule", who="desk", why="")
    sound(call)


def test_a_store_stopped_between_a_correction_and_its_comparison_is_read(call: khabar.Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {s.id: len(s.facts) for s in call.stories()}
    with monkeypatch.context() as stopped:
        stopped.setattr(khabar.Store, "_settle", lambda self: None)
        for event in list(call.events(type="CONSULT", mode="phone", status="happened", background=False)):
            call.decide("correct", event.id, "SUPPORT", "type", who="desk", why="")
    told = call.record().to_dict()["stories"]
    assert told
    assert sum(len(s["facts"]) for s in told) < sum(before.values())
    call.doctor(repair=True)
    sound(call)


@pytest.mark.parametrize(
    ("field", "value", "now"),
    [
        ("date", "2021-12-29", "2021-12-29"), ("date", "2021-12-28/2021-12-29", "2021-12-28"), ("background", "1", True),
        ("mode", "", None), ("change", "postponed", "postponed"), ("place", "place/geneva", "place/geneva"), ("type", "REQUEST", "REQUEST"),
    ],
)  # fmt: skip
def test_every_field_can_be_corrected(call: khabar.Store, field: str, value: str, now: object) -> None:
    event = next(iter(call.events(type="CONSULT", mode="phone", status="happened", background=False)))
    call.decide("correct", event.id, value, field, who="desk", why="")
    found = getattr(next(e for e in call.events() if e.id == event.id), field)
    assert (found.value if field == "date" else found) == now
    sound(call)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "nonsense"), ("type", "INVADE"), ("mode", "telegram"), ("change", "late"), ("background", "perhaps"), ("date", "yesterday"),
        ("date", "2021-13-01"), ("place", "Geneva"), ("actor", "state/RUS"), ("actor", "Russia>Ukraine"), ("status", ""),
    ],
)  # fmt: skip
def test_a_correction_to_what_no_record_may_hold(call: khabar.Store, field: str, value: str) -> None:
    event = next(iter(call.events(type="CONSULT", mode="phone", status="happened", background=False)))
    with pytest.raises(khabar.InputError, match="correct: "):
        call.decide("correct", event.id, value, field, who="desk", why="")
    line = {"id": "d-1", "at": "2026-01-01T00:00:00Z", "who": "x", "why": "", "verb": "correct", "subject": event.id, "field": field, "value": value}
    fit = {**line, "id": "d-0", "field": "status", "value": "planned", "bonds": []}
    with pytest.raises(khabar.StoreError, match="no line of a log"):
        call.apply([fit, {**line, "bonds": []}])
    assert call.decisions() == []
    assert next(e for e in call.events() if e.id == event.id) == event


def test_alias_holds_for_what_comes_later(where: str, examples: Path) -> None:
    with khabar.Store(where) as kept:
        kept.add([str(examples / "call-1.txt")])
        kept.decide("alias", "person/joe-biden", "person/barack-obama", who="desk", why="a test")
        kept.add([str(examples / "call-3.txt")])
        assert not list(kept.events(actor="person/joe-biden"))
        assert len({e.report for e in kept.events(actor="person/barack-obama")}) == 2
        assert kept.entity("person/barack-obama").name("en") == "Barack Obama"
        report = next(iter(kept.reports())).id
        kept.decide("reject", "person/barack-obama", report, "in", who="desk", why="this is not that man")
        assert len({e.report for e in kept.events(actor="person/barack-obama")}) == 1
        assert kept.idle() == []
        sound(kept)


def test_the_log_in_another_store(call: khabar.Store, tmp_path: Path, examples: Path) -> None:
    event = next(iter(call.events(type="CONSULT", mode="phone", status="happened")))
    call.decide("correct", event.id, "planned", "status", who="desk", why="")
    lines = [json.loads(json.dumps(line)) for line in call.log()]
    with khabar.Store(tmp_path / "other.db") as other:
        other.add([str(examples / n) for n in CALL])
        assert other.apply(lines) == 1
        assert other.apply(lines) == 0
        assert plain(other.record().to_dict()["events"]) == plain(call.record().to_dict()["events"])
        with pytest.raises(khabar.StoreError, match="no line"):
            other.apply([{"id": "x"}])


def test_recode(call: khabar.Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from khabar import keeping
    from khabar.store import Made

    event = next(iter(call.events(type="CONSULT", mode="phone", status="happened")))
    call.decide("correct", event.id, "planned", "status", who="desk", why="")
    before = call.record().to_dict()
    assert call.recode() == []
    monkeypatch.setattr(keeping, "made", lambda: Made("9.9", "sha256:later"))
    with call._shelf.transaction() as c:  # as if the words were counted otherwise then
        c.exec_driver_sql("INSERT INTO t_text (t_text) VALUES ('delete-all')" if call._shelf.sqlite else "DELETE FROM t_text")
    assert not call.search("الضمانات")
    done = call.recode()
    assert call.search("الضمانات")
    assert {r.report for r in done} == {r.id for r in call.reports()}
    assert not any(r.new or r.gone or r.changed for r in done)
    assert {r["khabar"] for r in call.rows("report")} == {"9.9"}
    after = call.record().to_dict()
    for key in ("reports", "events", "stories", "claims", "dossiers"):
        assert plain(after[key]) == plain(before[key]), key
    sound(call)


def test_claims_of_an_older_khabar_get_their_ids(call: khabar.Store) -> None:
    """Ids of claims were once made of more: such a store is sound, grows, and has the ids of today when it is coded anew."""
    from khabar.model import Story
    from khabar.store import codec, schema

    today = {c.id for c in call.claims()}
    shelf = call._shelf
    with shelf.transaction() as c:
        c.exec_driver_sql("UPDATE t_claim SET id = 'claim/0' || substr(id, 7)")
        for story in list(shelf.told_stories(shelf.stories_of(shelf.ids()))):
            assert isinstance(story, Story)
            facts = tuple(replace(f, values=tuple(replace(v, claim="claim/0" + v.claim[6:]) for v in f.values)) for f in story.facts)
            c.execute(schema.story.update().where(schema.story.c.id == story.id).values(body=codec.pack(replace(story, facts=facts))))
    assert not today & {c.id for c in call.claims()}
    sound(call)
    event = next(iter(call.events(type="CONSULT", mode="phone", status="happened")))
    call.decide("correct", event.id, "planned", "status", who="desk", why="")
    sound(call)
    call.undo(call.decisions()[-1].id, who="desk", why="")
    call.recode(everything=True)
    assert {c.id for c in call.claims()} == today
    sound(call)


def told(kept: khabar.Store) -> set[Any]:
    """What dossiers say, whatever the order of steps without a date."""
    return {(d.id, d.title, d.open, s.status, s.date, s.text, frozenset(s.events), frozenset(s.reports)) for d in kept.dossiers() for s in d.steps}


def test_a_dossier_tells_what_its_reports_tell_now(where: str, examples: Path) -> None:
    with khabar.Store(where) as kept:
        kept.add([str(examples)])
        before = told(kept)
        steps = [(d.id, s) for d in kept.dossiers() for s in d.steps]
        alone = next((d, s) for d, s in steps if len(s.events) == 1)
        shared = next((d, s) for d, s in steps if len(set(s.reports)) > 1 and len(s.events) > 1)
        for dossier, step in (alone, shared):
            event = step.events[0]
            kept.decide("reject", event, who="desk", why="")
            now = [s.events for d in kept.dossiers() if d.id == dossier for s in d.steps]
            assert not any(event in events for events in now)
            assert len(step.events) == 1 or any(set(step.events[1:]) <= set(events) for events in now)
            sound(kept)
            kept.undo(kept.decisions()[-1].id, who="desk", why="")
            assert told(kept) == before
        kept.recode(everything=True)
        assert told(kept) == before


# ------------------------------------------------------------------ soundness


LAUNCHED = (
    (
        "2024-07-02",
        "أجرى وزير الخارجية التركي هاكان فيدان، الاثنين، اتصالا هاتفيا مع نظيره العراقي فؤاد حسين. "
        "وقالت أنقرة إن إيران أطلقت عشرة صواريخ على شيلادزي.",
    ),
    (
        "2024-07-03",
        "التقى وزير الخارجية التركي هاكان فيدان، الثلاثاء، نظيره العراقي فؤاد حسين في بغداد وبحثا ملف المياه في دجلة. "
        "وقالت بغداد إن ثمانية عشر صاروخا سقطت على شيلادزي.",
    ),
)


def test_a_figure_is_compared_with_what_another_story_has_and_leads_to_its_claim(where: str) -> None:
    with khabar.Store(where) as kept:

        def tell(day: str, text: str) -> str:
            return kept.add_bytes("-", text.encode(), language="ar", published=day)[1][0]

        one, other = (tell(*report) for report in LAUNCHED)
        stories = kept._shelf.main_stories([one, other])
        if stories[one] == stories[other]:
            kept.decide("split", stories[one], reports=[other], who="desk", why="a call and a meeting")
            stories = kept._shelf.main_stories([one, other])
        assert stories[one] != stories[other]
        (fact,) = [f for s in kept.stories() for f in s.facts if f.field == "figure"]
        assert {r for v in fact.values for r in v.reports} == {one, other}
        sound(kept)
        tell("2024-07-02", LAUNCHED[0][1] + " ولم تعلق طهران.")  # the first story is written anew, and compares no missiles itself
        sound(kept)
        with kept._shelf.transaction() as c:
            c.exec_driver_sql("DELETE FROM t_claim WHERE field = 'figure'")
        assert [f.check for f in kept.doctor() if f.faults] == ["every value of a story leads to its claim"]
        assert [f for f in kept.doctor(repair=True) if f.faults] == []


def test_doctor_finds_what_is_broken_and_mends_it(call: khabar.Store) -> None:
    sound(call)
    shelf = call._shelf
    with shelf.transaction() as c:
        c.exec_driver_sql("DELETE FROM t_told WHERE nr = 0")
        c.exec_driver_sql("DELETE FROM t_event WHERE nr = 0")
    wrong = {f.check for f in call.doctor() if f.faults}
    assert wrong >= {"every story has its reports", "every report has the events that it was coded with"}
    call.recode(everything=True)
    assert [f for f in call.doctor(repair=True) if f.faults] == []


def test_backup(tmp_path: Path, examples: Path) -> None:
    with khabar.Store(tmp_path / "s.db") as kept:
        kept.add([str(examples / "call-1.txt")])
        kept.backup(tmp_path / "copy.db")
        with khabar.Store(tmp_path / "copy.db", readonly=True) as copy:
            assert copy.stats() == kept.stats()
            sound(copy)
        with pytest.raises(khabar.StoreError, match="exists"):
            kept.backup(tmp_path / "copy.db")


def test_why(store: khabar.Store) -> None:
    (story,) = (s for s in store.stories(type="CONSULT", mode="phone", status="happened") if s.id.startswith("2021-12-30"))
    rows = store.why(story.id, "date")
    assert {r["value"] for r in rows} >= {"2021-12-30"}
    texts = {r.id: r.text for r in store.reports()}
    for row in rows:
        assert row["rule"]
        assert row["verdict"]
        for place in row["evidence"]:
            assert all(texts[place["report"]][a:b] == w for (a, b), w in zip(place["spans"], place["words"], strict=True))
        for said in row["said"]:
            assert any(said["words"] in texts[r] for r in said["reports"])
            assert said["origin"] is None or said["origin"] in {o.name for o in story.origins}
    assert {s["origin"] for r in rows if r["main"] for s in r["said"]} == {"Kremlin", "White House"}
    event = story.events[0]
    assert {r["field"] for r in store.why(event)} >= {"type", "status", "actors"}
    assert all(w in (p["sentence"] or "") for r in store.why(event, "actors") for p in r["evidence"] for w in p["words"])
    statement = next(iter(store.statements()))
    assert store.why(statement.id)[0]["evidence"]
    with pytest.raises(khabar.StoreError):
        store.why("nothing")
