"""The world data as a whole, look-ups in it, and its cache."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from khabar import packs, tables, world
from khabar.errors import PackError
from khabar.text import fold
from khabar.world import World, adjective_forms, split_article


@pytest.fixture(scope="module")
def w() -> World:
    return packs.the_world()


# ------------------------------------------------------------------ the data


def test_no_reference_leads_nowhere(w: World) -> None:
    lost = w.dangling()
    assert not lost, f"{len(lost)} references of data/world lead nowhere: {lost[:20]}"


def test_tenures_name_posts_and_run_forwards(w: World) -> None:
    faults = []
    for person, held in w.tenures_by.items():
        for t in held:
            if t.post not in w.posts:
                faults.append(f"{person}: no post {t.post}")
            if t.since and t.until and t.until[: len(t.since)] < t.since[: len(t.until)]:
                faults.append(f"{person}: {t.post} ends {t.until} before it begins {t.since}")
    assert not faults, faults[:20]


def test_countries_are_codes(w: World) -> None:
    allowed = {e.id.removeprefix("state/") for e in w.entities.values() if e.kind == "state"}
    allowed |= {"KOS", "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
    allowed |= {"HKG", "MAC", "GRL", "PRI", "NCL", "FLK", "GIB"}  # ISO 3166, but no states
    bad = [f"{e.id}: {e.country}" for e in w.entities.values() if e.country and e.country not in allowed]
    assert not bad, bad[:20]


def test_every_row_says_where_it_is_known_from() -> None:
    bare = []
    for path in (tables.data_dir() / "world").iterdir():
        if path.name.endswith(".tsv") and path.name not in ("posts.tsv", "bodies.tsv"):
            name = path.name.removesuffix(".tsv")
            bare += [f"{path.name}:{n}" for n, row in tables.read_tsv(path, world._COLUMNS[name]) if not row["source"]]
    assert not bare, f"rows without a source: {bare[:20]}"


def test_wikidata_ids_look_like_ids(w: World) -> None:
    bad = [e.id for e in w.entities.values() if e.wikidata and not (e.wikidata[0] == "Q" and e.wikidata[1:].isdigit())]
    assert not bad, bad[:20]


def test_coordinates_are_on_earth(w: World) -> None:
    half = [k for k, p in w.places.items() if (p.lat is None) != (p.lon is None)]
    beyond = [k for k, p in w.places.items() if p.lat is not None and p.lon is not None and not (-90 <= p.lat <= 90 and -180 <= p.lon <= 180)]
    bad = half + beyond
    assert not bad, bad[:20]


# ------------------------------------------------------------------ look-ups

HOLDERS = [
    ("foreign-minister", "state/RUS", "2020-07-14", "person/sergey-lavrov"),
    ("head-of-state", "state/RUS", "2021-12-30", "person/vladimir-putin"),
    ("head-of-state", "state/USA", "2020-07-14", "person/donald-trump"),
    ("head-of-state", "state/USA", "2021-12-30", "person/joe-biden"),
    ("head-of-state", "state/USA", "2015-06-01", "person/barack-obama"),
    ("foreign-minister", "state/USA", "2020-07-14", "person/mike-pompeo"),
    ("head-of-state", "state/EGY", "2010-05-01", "person/hosni-mubarak"),
    ("head-of-state", "state/EGY", "2012-12-01", "person/mohamed-morsi"),
    ("head-of-state", "state/EGY", "2019-12-01", "person/abdel-fattah-al-sisi"),
    ("head-of-state", "state/TUN", "2022-08-26", "person/kais-saied"),
]


@pytest.mark.parametrize(("post", "of", "day", "person"), HOLDERS)
def test_holder_by_day(w: World, post: str, of: str, day: str, person: str) -> None:
    assert [t.person for t in w.holders(post, of, day)] == [person]


def test_without_a_day_nobody_is_known_to_hold_a_post(w: World) -> None:
    assert w.holders("head-of-state", "state/EGY", None) == []


def test_a_day_of_any_precision(w: World) -> None:
    assert [t.person for t in w.holders("head-of-state", "state/USA", "2015")] == ["person/barack-obama"]
    assert [t.person for t in w.holders("head-of-state", "state/USA", "2015-06")] == ["person/barack-obama"]


def test_what_a_person_held(w: World) -> None:
    assert {t.of for t in w.held("person/sergey-lavrov", "foreign-minister", "2020-07-14")} == {"state/RUS"}
    assert w.held("person/sergey-lavrov", "foreign-minister", "1999-01-01") == []
    assert w.held("person/nobody-of-this-name", None, None) == []


def test_body_of_a_state_on_demand(w: World) -> None:
    body = w.entity("org/rus-mfa")
    assert body.id == "org/rus-mfa"
    assert body.kind == "government-body"
    assert body.country == "RUS"
    assert body.name("en") == "Russian Ministry of Foreign Affairs"
    assert fold(body.name("ar")) == fold("وزارة الخارجية الروسية")
    with pytest.raises(KeyError):
        w.entity("org/rus-ministry-of-silly-walks")
    with pytest.raises(KeyError):
        w.entity("person/nobody-of-this-name")


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("سبوتنيك", "outlet/sputnik"),
        ("وام", "outlet/wam"),
        ("(وام)", "outlet/wam"),
        ("WAM", "outlet/wam"),
        ("أ ف ب", "outlet/afp"),
        ("نوفوستي", "outlet/ria-novosti"),
    ],
)
def test_outlets_by_credit(w: World, name: str, outlet: str) -> None:
    assert w.lookup(name) == outlet


def test_outlets_by_domain(w: World) -> None:
    assert w.by_domain("www.wam.ae") == "outlet/wam"
    assert w.by_domain("news.wam.ae") == "outlet/wam"
    assert w.by_domain("example.org") is None
    assert w.lookup("وكالة لا وجود لها") is None


def test_places_lie_inside_each_other(w: World) -> None:
    assert w.inside("place/idlib", "state/SYR")
    assert w.inside("place/idlib", "place/idlib")
    assert not w.inside("place/idlib", "state/IRQ")
    assert not w.inside("place/nowhere-at-all", "state/IRQ")


def test_capitals_stand_for_governments(w: World) -> None:
    assert w.places["place/moscow"].stands_for == "state/RUS"
    assert w.places["place/kabul"].stands_for == "state/AFG"


def test_names_are_indexed_without_their_article(w: World) -> None:
    first, article = split_article(fold("القاهرة"))
    assert article
    assert any(n.ref == "place/cairo" and n.article for n in w.names[first])


def test_demonyms_have_every_form() -> None:
    forms = {f for f, _, _ in adjective_forms("مصري")}
    assert {"مصري", "مصرية", "مصريان", "مصريين", "مصريون", "مصريات", "مصريتان", "مصريتين"} == forms


# ------------------------------------------------------------------ a world of our own


STATES = "id\tar\ten\tru\tcountry\tsource\tnote\tar_formal\ten_formal\tar_adj\tar_people\ten_adj\tru_adj\tiso2\tcow\tcapital\tstatus\n"
RURITANIA = "state/RUR\tروريتانيا\tRuritania\t\tRUR\tunchecked\t\t\t\tروريتاني\t\tRuritanian\t\t\t\t\tmember\n"
PEOPLE = "id\tar\ten\tru\tcountry\tsource\tnote\tsector\twikidata\tgender\n"
RUDOLF = "person/rudolf\tرودولف إلفبرغ\tRudolf Elphberg\t\tRUR\tunchecked\t\tGOV\t\tm\n"
TENURES = "person\tpost\tof\tabout\tsince\tuntil\tsource\tnote\n"


POSTS = "slug\tar\tar_f\tar_dual\tar_plural\ten\tru\tsector\tlevel\tbody\tnote\n"
KING = "head-of-state\tملك\tملكة\t\t\tking\t\tGOV\t1\t\t\n"
CONFLICTS = "id\tar\ten\tru\tcountry\tsource\tnote\tsince\tuntil\tparties\tplace\n"


@pytest.fixture
def folder(tmp_path: Path, no_cache: Path) -> Path:
    out = tmp_path / "world"
    out.mkdir()
    (out / "states.tsv").write_text(STATES + RURITANIA, "utf-8")
    (out / "people.tsv").write_text(PEOPLE + RUDOLF, "utf-8")
    (out / "tenures.tsv").write_text(TENURES + "person/rudolf\thead-of-state\tstate/RUR\t\t1890\t1894\tunchecked\t\n", "utf-8")
    return out


def test_a_small_world_loads(folder: Path) -> None:
    small = world.load(folder)
    assert small.entities["state/RUR"].name("en") == "Ruritania"
    assert [t.person for t in small.holders("head-of-state", "state/RUR", "1892-05-01")] == ["person/rudolf"]
    assert small.holders("head-of-state", "state/RUR", "1895") == []
    assert small.dangling() == []


def test_the_cache_is_written_and_rebuilt_when_a_file_changes(folder: Path, no_cache: Path) -> None:
    world.load(folder)
    first = list(no_cache.rglob("*.marshal"))
    assert len(first) == 1
    stamp = first[0].stat().st_mtime_ns
    world.load(folder)
    assert list(no_cache.rglob("*.marshal")) == first
    assert first[0].stat().st_mtime_ns == stamp, "an unchanged world is read from the cache"
    (folder / "people.tsv").write_text(PEOPLE + RUDOLF.replace("Rudolf Elphberg", "Rudolf V"), "utf-8")
    changed = world.load(folder)
    assert changed.entities["person/rudolf"].name("en") == "Rudolf V"
    assert len(list(no_cache.rglob("*.marshal"))) == 2


def test_old_caches_are_cleared_when_a_new_one_is_written(folder: Path, no_cache: Path) -> None:
    world.load(folder)
    (kept,) = no_cache.rglob("*.marshal")
    old, beside, other = kept.with_name("world-ar-0.pickle"), kept.with_name("world-ar-1.marshal"), kept.with_name("world-en-0.pickle")
    for file in (old, beside, other):
        file.write_bytes(b"")
    long_ago = time.time() - 2 * 86400
    for file in (old, other):
        os.utime(file, (long_ago, long_ago))
    kept.unlink()
    world.load(folder)
    assert sorted(f.name for f in kept.parent.iterdir()) == sorted(f.name for f in (kept, beside, other))


@pytest.mark.parametrize("rubbish", [b"", b"\x80\x05", b"not a cache at all", b"\x80\x05K\x01."])
def test_a_broken_cache_is_built_anew(folder: Path, no_cache: Path, rubbish: bytes) -> None:
    world.load(folder)
    (cache,) = no_cache.rglob("*.marshal")
    cache.write_bytes(rubbish)
    assert "state/RUR" in world.load(folder).entities


def test_a_home_that_cannot_be_written_only_costs_time(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("KHABAR_CACHE", str(tmp_path / "file"))
    assert "state/RUR" in world.load(folder).entities


BROKEN = [
    ("states.tsv", STATES.replace("cow", "cows") + RURITANIA, "states.tsv:1", "Allowed"),
    ("states.tsv", STATES + RURITANIA + RURITANIA, "states.tsv:3", "Merge the rows"),
    ("people.tsv", PEOPLE + RUDOLF.replace("person/rudolf", "person/رودولف"), "people.tsv:2", "ASCII"),
    ("people.tsv", PEOPLE + RUDOLF.rstrip("\n") + "\textra\n", "people.tsv:2", "extra tab"),
    ("states.tsv", STATES + RURITANIA.replace("member", "kingdom"), "states.tsv:2", "observer"),
    ("people.tsv", PEOPLE + RUDOLF.replace("GOV", "KING"), "people.tsv:2", "PTY"),
    ("people.tsv", PEOPLE + RUDOLF.replace("RUR", "GRAU"), "people.tsv:2", "states.tsv"),
    ("people.tsv", PEOPLE + RUDOLF.replace("unchecked", ""), "people.tsv:2", "unchecked"),
    ("tenures.tsv", TENURES + "person/rudolf\thead-of-state\tstate/GRA\t\t\t\tunchecked\t\n", "tenures.tsv:2", "Add its row"),
    ("tenures.tsv", TENURES + "person/rudolf\thead-of-state\tstate/RUR\t\t1890-13\t\tunchecked\t\n", "tenures.tsv:2", "YYYY-MM"),
    ("posts.tsv", POSTS + KING.replace("\t1\t", "\t0\t"), "posts.tsv:2", "1 (heads a state"),
    ("conflicts.tsv", CONFLICTS + "conflict/succession\tحرب\tWar\t\tRUR\tunchecked\t\tspring\t\t\t\n", "conflicts.tsv:2", "leave it empty"),
    ("tenures.tsv", TENURES + "person/black-michael\thead-of-state\tstate/RUR\t\t\t\tunchecked\t\n", "tenures.tsv:2", "Add the person"),
]


def test_a_tenure_of_no_post_stops_where_posts_are_known(folder: Path) -> None:
    (folder / "posts.tsv").write_text(POSTS + KING.replace("head-of-state", "regent"), "utf-8")
    with pytest.raises(PackError, match="no post head-of-state"):
        world.load(folder)


def test_what_else_the_tables_tell(w: World) -> None:
    assert w.states["state/PSE"].status == "observer"
    assert (w.states["state/EGY"].iso2, w.states["state/EGY"].cow) == ("EG", "651")
    assert dict(w.states["state/EGY"].formal)["en"] == "Arab Republic of Egypt"
    assert w.places[w.states["state/EGY"].capital].stands_for == "state/EGY"
    assert w.conflicts["conflict/operation-euphrates-shield"].parties[0] == "state/TUR"
    assert (w.outlets["outlet/wam"].owner, w.outlets["outlet/wam"].zone) == ("state/ARE", "Asia/Dubai")


def test_a_name_with_a_plus_is_not_the_name_without(w: World) -> None:
    def named(*tokens: str) -> set[str]:
        return {n.ref for n in w.names[tokens[0]] if n.tokens == tokens and n.what == "entity"}

    opec = fold("أوبك")
    assert named(opec) == {"org/opec"}
    assert named(opec, "+") == {"org/opec-plus"}


def test_rivals_of_a_government_do_not_hold_its_seats(w: World) -> None:
    assert [t.person for t in w.holders("head-of-government", "state/YEM", "2019-06-01")] == ["person/maeen-abdulmalik-saeed"]
    assert [t.person for t in w.holders("head-of-government", "org/houthis", "2019-06-01")] == ["person/abdel-aziz-bin-habtour"]
    assert [t.person for t in w.holders("head-of-government", "state/LBY", "2022-06-01")] == ["person/abdul-hamid-dbeibah"]


@pytest.mark.parametrize(("file", "text", "where", "cure"), BROKEN)
def test_mistakes_stop_with_file_line_and_cure(folder: Path, file: str, text: str, where: str, cure: str) -> None:
    (folder / file).write_text(text, "utf-8")
    with pytest.raises(PackError) as error:
        world.load(folder)
    assert where in str(error.value)
    assert cure in str(error.value)


def test_the_cached_world_loads_fast() -> None:
    """Half a second is the mark; a fifth on a quiet machine, so that other tests beside it do not matter."""
    folder = tables.data_dir() / "world"
    world.load(folder)
    best = min(_timed(folder) for _ in range(3))
    assert best < 0.5, f"{best:.2f} s"


def _timed(folder: object) -> float:
    begin = time.process_time()
    world.load(folder)  # type: ignore[arg-type]
    return time.process_time() - begin


def test_copied_data_give_the_same_world(tmp_path: Path, no_cache: Path, w: World) -> None:
    with_files = tmp_path / "copy"
    with_files.mkdir()
    for file in (tables.data_dir() / "world").iterdir():
        if file.name.endswith(".tsv"):
            (with_files / file.name).write_bytes(file.read_bytes())
    other = world.load(with_files)
    assert set(other.names) == set(w.names)
    shutil.rmtree(with_files)
