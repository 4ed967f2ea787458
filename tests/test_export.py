"""Taking out: exactly what was asked for, in the formats' own words, nothing lost in silence, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import khabar
from khabar.export.columns import columns
from khabar.export.polecat import HEADER
from khabar.export.tables import guarded

ODD = "=1+1"
"""A report that brings everything a format may stumble over: a title that is a formula, tabs, quotes, markup, a bell."""
NASTY = {
    "id": "nasty", "outlet": "@SUM(A1)", "title": "=HYPERLINK(\"x\";\"<b>&'\")", "published": "2021-12-31T09:30:00+03:00",
    "url": "https://example.org/a?b=1&c=<2>",
    "text": "أجرى الرئيس الروسي فلاديمير بوتين، أمس الخميس، اتصالا هاتفيا مع نظيره الأمريكي جو بايدن؛ \"بمبادرة\"\tمن <الجانب> الروسي & غيره\x07.",
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> khabar.Store:
    folder = tmp_path_factory.mktemp("store")
    odd = folder / "odd.jsonl"
    odd.write_text(json.dumps(NASTY, ensure_ascii=False) + "\n", "utf-8")
    kept = khabar.Store(folder / "s.db")
    kept.add([str(examples), str(odd), str(folder / "missing.txt")])
    return kept


def needs(format: str) -> None:
    """Skip where the package that a format takes (the extra parquet, a dependency that came later) is not installed."""
    for package in {"parquet": ("pyarrow",), "xlsx": ("xlsxwriter", "openpyxl"), "prov": ("prov",)}.get(format, ()):
        pytest.importorskip(package)


def data(store: khabar.Store, format: str, **asked: Any) -> bytes:
    needs(format)
    out = io.BytesIO()
    khabar.take(store, format, out, **asked)
    return out.getvalue()


def lines(store: khabar.Store, format: str, **asked: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data(store, format, **asked).decode().splitlines()]


def reader(folder: Path) -> Any:
    spec = importlib.util.spec_from_file_location("read", folder / "read.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# ------------------------------------------------------------------ exactly the filtered view


@pytest.mark.parametrize("filters", [{}, {"type": "CONSULT"}, {"country": "RUS", "status": "happened"}, {"min_origins": 2}, {"since": "2023"}])
def test_an_export_is_exactly_the_filtered_view(store: khabar.Store, filters: dict[str, Any]) -> None:
    events = [r["id"] for r in store.rows("event", **filters)]
    assert [r["event_id"] for r in lines(store, "jsonl", **filters)] == events
    assert [r["story_id"] for r in lines(store, "jsonl", level="story", **filters)] == [r["id"] for r in store.rows("story", **filters)]
    assert {r["claim_id"] for r in lines(store, "jsonl", level="claim", **filters)} == {c.id for c in store.claims(**filters)}
    news = [r for r in lines(store, "ninjs", **filters) if r["type"] != "event"]
    assert {r["altIds"][0]["value"] for r in news} == {r.id for r in store.reports(**filters)}
    with_letter = [r["id"] for r in store.rows("event", **filters) if r["plover_type"]]
    assert [r["Event ID"] for r in table(data(store, "polecat", level="event", **filters))] == with_letter
    features = json.loads(data(store, "geojson", level="event", **filters))["features"]
    assert [f["id"] for f in features] == events


def test_five_reports_of_one_call_are_one_row(store: khabar.Store) -> None:
    calls = [r for r in lines(store, "jsonl", type="CONSULT", mode="phone") if r["date"] == "2021-12-30"]
    assert len({c["report_id"] for c in calls}) == 5  # four examples and the odd one
    (story,) = [r for r in lines(store, "jsonl", level="story") if (r["type"], r["mode"], r["date"]) == ("CONSULT", "phone", "2021-12-30")]
    assert (story["n_reports"], story["n_origins"]) == (5, 2)
    assert (story["verdict"], story["verdict_date"]) == ("corroborated", "corroborated")
    once = [r for r in table(data(store, "polecat")) if r["Event Mode"] == "CONSULT-phone" and r["Event Date"] == "2021-12-30"]
    assert len(once) == 1


def test_every_act_is_taken_out_once(store: khabar.Store) -> None:
    folder_rows = table(data(store, "polecat"))
    ids = [r["Event ID"] for r in folder_rows]
    assert len(ids) == len(set(ids))
    features = json.loads(data(store, "geojson"))["features"]
    told = [f["id"] for f in features]
    assert len(told) == len(set(told))
    # every event stands in one act: as many accounts in the side files as there are events
    assert sum(f["properties"]["n_reports"] >= 1 for f in features) == len(features)


# ------------------------------------------------------------------ tables, there and back


@pytest.mark.parametrize("level", ["story", "event", "claim"])
@pytest.mark.parametrize("format", ["csv", "parquet", "xlsx"])
def test_there_and_back(store: khabar.Store, tmp_path: Path, format: str, level: str) -> None:
    needs(format)
    taken = khabar.take(store, format, tmp_path / "out", level=level)
    back = reader(tmp_path / "out").read(taken.files[0])
    kinds = {c.name: c.kind for c in columns(level)}
    want = lines(store, "jsonl", level=level)
    assert taken.number == len(back) == len(want)
    for got, row in zip(back, want, strict=True):
        for name, value in row.items():
            if format == "parquet" and kinds[name] == "day":
                value = value and datetime.strptime(value, "%Y-%m-%d").date()
            if format != "parquet" and kinds[name] == "list":
                value = [v.replace(";", ",") for v in value or []]
            if format != "parquet" and value == "":
                value = None
            assert got[name] == value, name


def test_csv_is_plain_utf8_and_for_excel_with_a_mark(store: khabar.Store) -> None:
    assert not data(store, "csv").startswith(b"\xef\xbb\xbf")
    assert data(store, "csv", bom=True) == b"\xef\xbb\xbf" + data(store, "csv")
    with pytest.raises(khabar.StoreError, match="csv only"):
        data(store, "jsonl", bom=True)


def test_no_cell_is_a_formula(store: khabar.Store, tmp_path: Path) -> None:
    needs("xlsx")
    import openpyxl

    numbers = {c.name for c in columns("event") if c.kind in ("integer", "number")}
    rows = list(csv.DictReader(io.StringIO(data(store, "csv").decode())))
    cells = [(n, v) for r in rows for n, v in r.items() if n not in numbers]
    assert not [c for c in cells if re.match(r"[=+\-@\t\r\n]", c[1])]
    assert "'@SUM(A1)" in {v for _, v in cells}
    khabar.take(store, "xlsx", tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert {c.data_type for sheet in book for row in sheet for c in row} <= {"s", "n", "b", "d"}
    assert book["events"].sheet_view.rightToLeft
    assert book.sheetnames == ["events", "codebook", "denominators", "about"]


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "+", "-x", "@a", "\tx", "\r", "\n", "'", "a", "", "'a", "=" * 3, "\uff1d1"])
def test_guarding_can_be_undone(text: str) -> None:
    read_back = guarded(text)
    assert not re.match(r"[=+\-@\t\r\n\uff1d]", read_back)
    namespace: dict[str, Any] = {}
    from khabar.export.papers import read_py

    exec(read_py("x.csv", "csv", columns("event")), namespace)
    assert (namespace["value"]("text", read_back) or "") == text


def table(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode(), newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_the_papers(store: khabar.Store, tmp_path: Path) -> None:
    taken = khabar.take(store, "csv", tmp_path / "out")
    names = {p.name for p in taken.files}
    assert names == {
        "events.csv", "codebook.csv", "codebook.md", "events.csv-metadata.json", "read.R", "read.py", "CITATION.cff", "denominators.csv",
    }  # fmt: skip
    out = tmp_path / "out"
    header = (out / "events.csv").read_text("utf-8").partition("\n")[0].split(",")
    book = list(csv.DictReader((out / "codebook.csv").open(encoding="utf-8")))
    assert [r["column"] for r in book if r["table"] == "events.csv"] == header
    assert all(r["meaning"] for r in book)
    meta = json.loads((out / "events.csv-metadata.json").read_text("utf-8"))
    assert meta["@context"][0] == "http://www.w3.org/ns/csvw"
    assert [t["url"] for t in meta["tables"]] == ["events.csv", "denominators.csv"]
    for described in meta["tables"]:
        first = (out / described["url"]).read_text("utf-8").partition("\n")[0]
        assert [c["titles"] for c in described["tableSchema"]["columns"]] == first.split(",")
    assert meta["tables"][0]["tableSchema"]["primaryKey"] == "event_id"
    for paper in ("codebook.md", "CITATION.cff"):
        text = (out / paper).read_text("utf-8")
        assert taken.citation in text
        assert "sha256:" in text
    for loss in taken.losses:
        assert loss in (out / "codebook.md").read_text("utf-8")


_R = """
source("read.R", encoding = "UTF-8")
cat(nrow(events), ncol(events), sum(is.na(events[["day"]])), class(events[["day"]]), "\\n")
cat(utf8ToInt(enc2utf8(events[["actor_names"]][[1]][1])), "\\n")
cat(sum(lengths(events[["acts"]])), class(events[["n_reports"]]), sum(events[["n_reports"]]), "\\n")
"""


@pytest.mark.parametrize("format", ["csv", "jsonl", "xlsx"])
@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not here")
def test_r_reads_it(store: khabar.Store, tmp_path: Path, format: str) -> None:
    package = {"jsonl": "jsonlite", "xlsx": "readxl"}.get(format)
    if package and subprocess.run(["Rscript", "-e", f"library({package})"], capture_output=True).returncode:
        pytest.skip(f"the package {package} of R is not here")
    khabar.take(store, format, tmp_path / "out", level="story")
    rows = lines(store, "jsonl", level="story")
    (tmp_path / "out" / "look.R").write_text(_R, "utf-8")
    run = subprocess.run(["Rscript", "look.R"], cwd=tmp_path / "out", capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert run.returncode == 0, run.stderr
    shape, title, counts = (line.split() for line in run.stdout.splitlines())
    assert shape[:3] == [str(len(rows)), str(len(rows[0])), str(sum(r["day"] is None for r in rows))]
    assert shape[3] == ("Date" if format == "csv" else "character" if format == "jsonl" else shape[3])
    assert [int(n) for n in title] == [ord(c) for c in rows[0]["actor_names"][0]]
    assert int(counts[0]) == sum(len(r["acts"]) for r in rows)
    assert int(counts[2]) == sum(r["n_reports"] for r in rows)


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not here")
def test_r_reads_what_is_guarded_and_what_is_missing(store: khabar.Store, tmp_path: Path) -> None:
    khabar.take(store, "csv", tmp_path / "out")
    rows = lines(store, "jsonl")
    counts = 'sum(events[["background"]]), sum(is.na(events[["date"]])), sum(startsWith(events[["text"]], "="))'
    look = f'source("read.R", encoding = "UTF-8")\ncat({counts}, "\\n")'
    (tmp_path / "out" / "look.R").write_text(look, "utf-8")
    for locale in ("C", "C.UTF-8"):
        run = subprocess.run(["Rscript", "look.R"], cwd=tmp_path / "out", capture_output=True, text=True, env={**os.environ, "LC_ALL": locale})
        assert run.returncode == 0, run.stderr
        expected = [sum(r["background"] for r in rows), sum(r["date"] is None for r in rows), sum((r["text"] or "").startswith("=") for r in rows)]
        assert run.stdout.split() == list(map(str, expected))


def test_denominators_count_empty_and_failed(store: khabar.Store, tmp_path: Path) -> None:
    khabar.take(store, "csv", tmp_path / "out", type="SANCTION")
    rows = list(csv.DictReader((tmp_path / "out" / "denominators.csv").open(encoding="utf-8")))
    reports = store.rows("report")
    assert sum(int(r["n_reports"]) for r in rows) == len(reports)  # not only those with a sanction
    assert sum(int(r["n_empty"]) for r in rows) == sum(r["n_events"] == 0 for r in reports)
    assert sum(int(r["n_events"]) for r in rows) == store.stats()["events"]
    assert sum(int(r["n_failed"]) for r in rows) == 1


def test_another_mans_file_is_not_written_over(store: khabar.Store, tmp_path: Path) -> None:
    (tmp_path / "read.py").write_text("import mine\n", "utf-8")
    with pytest.raises(khabar.StoreError, match=r"read\.py is there already"):
        khabar.take(store, "csv", tmp_path / "events.csv")
    assert not (tmp_path / "events.csv").exists()
    (tmp_path / "read.py").unlink()
    for _ in range(2):  # one's own export may be written anew
        khabar.take(store, "csv", tmp_path / "events.csv")


@pytest.mark.parametrize("format", list(khabar.FORMATS))
def test_no_text_leaves_no_sentence(store: khabar.Store, tmp_path: Path, format: str) -> None:
    """No six words in a row of any report; English names are ours."""
    needs(format)
    for level in khabar.FORMATS[format].levels:
        taken = khabar.take(store, format, tmp_path / level, level=level, text=False)
        written = ""
        for path in taken.files:
            if path.suffix == ".xlsx":
                import openpyxl

                written += " ".join(str(c.value) for s in openpyxl.load_workbook(path) for row in s for c in row if c.value is not None)
            elif path.suffix == ".parquet":
                import pyarrow.parquet

                written += str(pyarrow.parquet.read_table(path).to_pylist())
            else:
                written += path.read_text("utf-8")
        for report in store.reports():
            words = report.text.split()
            runs = {" ".join(words[i : i + 6]) for i in range(len(words) - 5)}
            assert not [r for r in runs if r in written], report.id


def test_unknown_formats_levels_and_filters_are_refused(store: khabar.Store) -> None:
    for format, asked, words in (("xml", {}, "no format"), ("gexf", {"level": "claim"}, "no level"), ("csv", {"who": "x"}, "no filter")):
        with pytest.raises(khabar.StoreError, match=words):
            khabar.take(store, format, io.BytesIO(), **asked)  # type: ignore[arg-type]


# ------------------------------------------------------------------ POLECAT


def test_polecat_has_its_forty_columns(store: khabar.Store, tmp_path: Path) -> None:
    taken = khabar.take(store, "polecat", tmp_path)
    rows = table(taken.files[0].read_bytes())
    assert len(HEADER) == 40
    assert taken.files[0].read_text("utf-8").partition("\n")[0].split("\t") == list(HEADER)
    assert all(None not in r and None not in r.values() and "" not in r.values() for r in rows)
    words = khabar.vocabulary()
    for r in rows:
        assert r["Event Type"] in words["types"]
        type_, _, mode = r["Event Mode"].partition("-")
        assert r["Event Mode"] == "None" or (type_ == r["Event Type"] and mode in words["modes"][type_])
        assert r["Quad Code"] in ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")
        assert -10 <= float(r["Intensity"]) <= 10
        assert r["Event Date"] == "None" or datetime.strptime(r["Event Date"], "%Y-%m-%d")
        assert set(r["Contexts"].split("; ")) <= {*words["contexts"], "None"}
    (call,) = [r for r in rows if r["Event Mode"] == "CONSULT-phone" and r["Event Date"] == "2021-12-30"]
    (talks,) = (r for r in rows if r["Placename"] == "Brussels")
    assert (talks["City"], talks["Feature Type"], talks["Country"], talks["Province"]) == ("Brussels", "PPLC", "BEL", "None")
    assert talks["GeoNames ID"] == khabar.geonames()["place/brussels"] == "2800866"
    assert {r["GeoNames ID"] for r in rows if r["Feature Type"] in ("PCLI", "None")} == {"None"}  # a country has none here
    assert {call["Actor Name"], call["Actor COW"]} == {"Joe Biden; Vladimir Putin", "2; 365"}
    assert call["Recipient Name"] == "None"
    side = {r["Event ID"]: r for r in csv.DictReader((tmp_path / "polecat-side.csv").open(encoding="utf-8"))}
    assert side.keys() == {r["Event ID"] for r in rows}
    assert side[call["Event ID"]]["initiator"] == "state/RUS"
    assert any("POLECAT has no status" in x for x in taken.losses)


# ------------------------------------------------------------------ graphs and maps

_GEXF = "{http://gexf.net/1.3}"
# What GEXF 1.3 allows, written down from its grammar (gexf.rnc, dynamics.rnc): attributes and children of each element.
_ALLOWED = {
    "gexf": ({"version", "variant"}, {"meta", "graph"}), "meta": ({"lastmodifieddate"}, {"creator", "keywords", "description"}),
    "creator": (set(), set()), "description": (set(), set()),
    "graph": (
        {"defaultedgetype", "idtype", "mode", "timeformat", "start", "end", "timerepresentation", "timezone"}, {"attributes", "nodes", "edges"}
    ),
    "attributes": ({"class"}, {"attribute"}), "attribute": ({"id", "title", "type"}, {"default", "options"}),
    "nodes": ({"count"}, {"node"}), "edges": ({"count"}, {"edge"}),
    "node": ({"id", "label", "start", "end"}, {"attvalues", "spells"}),
    "edge": ({"id", "type", "label", "source", "target", "weight", "kind", "start", "end"}, {"attvalues", "spells"}),
    "attvalues": (set(), {"attvalue"}), "attvalue": ({"for", "value", "start", "end"}, set()),
    "spells": (set(), {"spell"}), "spell": ({"start", "end"}, set()),
}  # fmt: skip


@pytest.mark.parametrize("level", ["story", "event"])
def test_gexf(store: khabar.Store, level: str) -> None:
    root = etree.fromstring(data(store, "gexf", level=level))
    assert (root.tag, root.get("version")) == (f"{_GEXF}gexf", "1.3")
    for element in root.iter():
        name = str(element.tag).removeprefix(_GEXF)
        attributes, children = _ALLOWED[name]
        assert set(element.attrib) <= attributes, name
        assert {str(c.tag).removeprefix(_GEXF) for c in element} <= children, name
    graph = root.find(f"{_GEXF}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    nodes = {n.get("id") for n in root.iter(f"{_GEXF}node")}
    edges = list(root.iter(f"{_GEXF}edge"))
    assert nodes >= {"person/vladimir-putin", "state/CZE"}
    assert all({e.get("source"), e.get("target")} <= nodes for e in edges)
    keys = [(e.get("source"), e.get("target"), e.get("kind")) for e in edges]
    assert len(keys) == len(set(keys))
    pairs = [k[:2] for k in keys]
    assert len(pairs) > len(set(pairs))  # parallel edges, told apart by kind
    declared = {(a.getparent().get("class"), a.get("id")): a.get("type") for a in root.iter(f"{_GEXF}attribute")}  # type: ignore[union-attr]
    for kind in ("node", "edge"):
        for value in root.iterfind(f".//{_GEXF}{kind}/{_GEXF}attvalues/{_GEXF}attvalue"):
            type_ = declared[kind, value.get("for")]
            assert type_ != "integer" or int(value.get("value", "")) is not None
    for spell in root.iter(f"{_GEXF}spell"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", spell.get("start", ""))


def test_geojson(store: khabar.Store) -> None:
    found = json.loads(data(store, "geojson"))
    assert found["type"] == "FeatureCollection"
    assert found["khabar"]["citation"].startswith("Event data")
    points = 0
    for f in found["features"]:
        assert set(f) == {"type", "id", "geometry", "properties"}
        assert f["type"] == "Feature"
        if f["geometry"] is None:
            assert f["properties"]["precision"] in ("country", "none")
            continue
        points += 1
        assert set(f["geometry"]) == {"type", "coordinates"}
        longitude, latitude = f["geometry"]["coordinates"]
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90
        assert f["properties"]["precision"] == "place"
    assert points
    (geneva, *_) = [f for f in found["features"] if f["properties"]["place"] == "place/geneva"]
    assert geneva["geometry"]["coordinates"] == [6.1457, 46.2022]  # longitude first


def test_timelinejs(store: khabar.Store) -> None:
    found = json.loads(data(store, "timelinejs"))
    assert set(found) == {"title", "events"}
    assert len(found["events"]) == len(store.rows("story"))
    for slide in found["events"]:
        assert set(slide) <= {"start_date", "end_date", "text", "group", "display_date", "unique_id"}
        assert set(slide["start_date"]) <= {"year", "month", "day"}
        assert "year" in slide["start_date"]
        assert set(slide["text"]) == {"headline", "text"}
        bare = re.sub(r'</?(p|blockquote)( dir="auto")?>', "", slide["text"]["text"])
        assert not re.search("[<>]", bare + slide["text"]["headline"])


def test_a_feed_of_new_stories(store: khabar.Store) -> None:
    from datetime import timedelta

    feed = etree.fromstring(data(store, "atom"))
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{atom}entry")
    assert {e.findtext(f"{atom}id") for e in entries} == {f"urn:khabar:story:{s.id}" for s in store.stories()}
    for one in (feed, *entries):  # what RFC 4287 wants of a feed and of an entry without an author
        assert all(one.findtext(f"{atom}{n}") for n in ("id", "title"))
        assert datetime.fromisoformat(one.findtext(f"{atom}updated") or "").utcoffset() == timedelta(0)
    seen = [e.findtext(f"{atom}published") or "" for e in entries]
    assert seen == sorted(seen, reverse=True)
    assert any(link.get("href") == NASTY["url"] for link in feed.iter(f"{atom}link"))
    later = etree.fromstring(data(store, "atom", added_since="2999-01-01"))
    assert not later.findall(f"{atom}entry")


def test_markup_of_a_report_is_escaped(store: khabar.Store) -> None:
    report = next(r.id for r in store.reports() if r.source_id == "nasty")
    slides = json.loads(data(store, "timelinejs", level="event", report=report))["events"]
    assert not any("<الجانب>" in s["text"]["text"] for s in slides)
    etree.fromstring(data(store, "gexf", report=report))
    (item,) = lines(store, "ninjs", report=report)
    assert item["headlines"][0]["value"] == NASTY["title"]


# What FollowTheMoney's schemata have, of what we write (schema/Event.yaml, Interval.yaml, Thing.yaml, Person.yaml …).
_THING = {"name", "alias", "summary", "description", "country", "sourceUrl", "publisher", "wikidataId", "keywords"}
_FTM = {
    "Event": _THING | {"date", "startDate", "endDate", "recordId", "location", "involved", "organizer"},
    **dict.fromkeys(("Person", "PublicBody", "Organization", "Company"), _THING),
}


@pytest.mark.parametrize("level", ["story", "event"])
def test_followthemoney(store: khabar.Store, level: str) -> None:
    rows = lines(store, "ftm", level=level)
    told: set[str] = set()
    for r in rows:
        assert set(r) == {"id", "schema", "properties"}
        assert re.fullmatch(r"[A-Za-z0-9.-]+", r["id"])
        assert r["id"] not in told
        assert set(r["properties"]) <= _FTM[r["schema"]]
        assert all(isinstance(v, list) and v and all(isinstance(x, str) and x for x in v) for v in r["properties"].values())
        assert r["properties"]["name"]
        assert set(r["properties"].get("involved", ())) <= told  # who is involved has been told before
        assert all(re.fullmatch(r"[a-z]{2}", c) for c in r["properties"].get("country", ()))
        assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", d) for k in ("date", "startDate", "endDate") for d in r["properties"].get(k, ()))
        told.add(r["id"])
    assert sum(r["schema"] == "Event" for r in rows) == len(json.loads(data(store, "geojson", level=level))["features"])


# ------------------------------------------------------------------ ninjs

# What ninjs 3.1 allows, of what we write: own words for its schema (required: uri; no other keys anywhere).
_TEXT, _WHOLE = {"type": "string"}, {"type": "integer"}
_NAMED = {"type": "object", "additionalProperties": False, "properties": {"name": _TEXT, "rel": _TEXT, "uri": _TEXT, "literal": _TEXT}}
_ROLED = {
    "type": "object", "additionalProperties": False, "required": ["value"],
    "properties": {"role": _TEXT, "contentType": _TEXT, "value": _TEXT, "charCount": _WHOLE, "wordCount": _WHOLE},
}  # fmt: skip
_POINT = {
    "type": "object", "additionalProperties": False, "required": ["type", "coordinates"],
    "properties": {"type": {"const": "Point"}, "coordinates": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 3}},
}  # fmt: skip


def _many(of: dict[str, Any], **more: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": {**of, "properties": {**of["properties"], **more}}}


_ROLES = {"type": "array", "items": _ROLED}
_TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
NINJS = {
    "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "additionalProperties": False, "required": ["uri"],
    "properties": {
        "uri": {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$"}, "type": {"enum": ["text", "event"]},
        "representationType": {"enum": ["full", "partial"]}, "language": _TEXT, "title": _TEXT, "by": _TEXT, "located": _TEXT,
        "firstCreated": _TIME, "versionCreated": _TIME, "contentCreated": _TIME, "pubStatus": {"enum": ["usable", "withheld", "canceled"]},
        "standard": {"type": "object", "additionalProperties": False, "properties": {"name": _TEXT, "version": {"const": "3.1"}, "schema": _TEXT}},
        "headlines": _ROLES, "bodies": _ROLES, "descriptions": _ROLES,
        "people": _many(_NAMED), "organisations": _many(_NAMED), "subjects": _many(_NAMED), "places": _many(_NAMED, geoJSON=_POINT),
        "events": _many(_NAMED, id=_TEXT),
        "eventDetails": {
            "type": "object", "additionalProperties": False,
            "properties": {
                "organiser": _NAMED,
                "dates": {
                    "type": "object", "additionalProperties": False, "required": ["expectedStartDate"],
                    "properties": {n: {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"} for n in ("expectedStartDate", "expectedEndDate")},
                },
            },
        },
        "infoSources": _many(_NAMED, role=_TEXT),
        "associations": {"type": "array", "items": {**_NAMED, "required": ["name", "uri"]}},
        "altIds": {"type": "array", "items": {"type": "object", "additionalProperties": False, "properties": {"role": _TEXT, "value": _TEXT}}},
    },
}  # fmt: skip


@pytest.mark.parametrize("text", [True, False])
def test_ninjs(store: khabar.Store, text: bool) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(NINJS)
    items = lines(store, "ninjs", text=text)
    for item in items:
        assert not [e.message for e in validator.iter_errors(item)]
        assert ("bodies" in item) == (text and item["type"] == "text")
    coming = {i["uri"]: i for i in items if i["type"] == "event"}
    assert coming.keys() == {f"urn:khabar:event:{e.id}" for e in store.events(type="CONSULT", status="planned,proposed")}
    assert coming.keys() <= {e["uri"] for i in items for e in i.get("events", ())}
    assert {"expectedStartDate": "2022-01-09", "expectedEndDate": "2022-01-10"} in [i["eventDetails"].get("dates") for i in coming.values()]
    (odd,) = [i for i in items if {"role": "url", "value": NASTY["url"]} in i["altIds"]]
    assert odd["contentCreated"] == NASTY["published"]
    sources = {(s["role"], s["name"]) for i in items for s in i.get("infoSources", ())}
    assert ("khabar:origin", "Kremlin") in sources
    assert {"Moscow", "Prague", "Washington"} <= {i["located"] for i in items if "located" in i}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("القاهرة، 14 يوليو 2020 (وكالة المدار) - وصل الوزير.", "place/cairo"),
        (
            "وصول الوزير إلى العاصمة المغربية\n\nالرباط - 14 يوليو 2020 (وكالة المدار للأنباء) - وصل الوزير إلى العاصمة المغربية اليوم.",
            "place/rabat",
        ),
        ("القاهرة، عاصمة مصر، استقبلت الوزير.", None),
        ("مدينة بعيدة - 14 يوليو 2020 - وصل الوزير.", None),
    ],
)
def test_where_a_report_was_written(text: str, town: str | None) -> None:
    assert khabar.located(khabar.code(text).report) == town


def test_ninjs_in_a_folder_is_a_file_a_report(store: khabar.Store, tmp_path: Path) -> None:
    taken = khabar.take(store, "ninjs", tmp_path / "news", outlet="المدار")
    files = [p for p in taken.files if p.suffix == ".json"]
    coming = {e.id for e in store.events(outlet="المدار", type="CONSULT", status="planned,proposed")}
    assert {p.stem for p in files} == {r.id for r in store.reports(outlet="المدار")} | coming
    assert all(json.loads(p.read_text("utf-8"))["uri"].endswith(f":{p.stem}") for p in files)


# ------------------------------------------------------------------ PROV


@pytest.mark.parametrize("level", ["story", "event", "claim"])
def test_prov(store: khabar.Store, level: str) -> None:
    prov = pytest.importorskip("prov")
    jsonschema = pytest.importorskip("jsonschema")
    raw = data(store, "prov", level=level)
    found = json.loads(raw)
    # The context is inline: whoever reads it needs no network. (The schema of the submission wants the address there.)
    assert not [c for c in found["@context"] if isinstance(c, str)]
    schema = Path(prov.__file__).parent / "tests" / "schemas" / "prov-jsonld.schema.json"
    if schema.is_file():
        told = {**found, "@context": [found["@context"][0], "https://openprovenance.org/prov-jsonld/context.jsonld"]}
        rules = json.loads(schema.read_text("utf-8"))
        assert not [e.message for e in jsonschema.validators.validator_for(rules)(rules).iter_errors(told)]
    from prov.model import ProvDocument

    document = ProvDocument.deserialize(content=raw.decode(), format="jsonld")
    assert len(list(document.get_records())) == len(found["@graph"])
    things = {r["@id"] for r in found["@graph"] if "@id" in r}
    for r in found["@graph"]:
        for key in ("entity", "agent", "activity", "generatedEntity", "usedEntity"):
            assert r.get(key, "kh:export") in things, r
    derived = {(r["usedEntity"], *r.get("type", ())) for r in found["@graph"] if r["@type"] == "Derivation"}
    assert ("kh:account/2021-12-30-phone-rus-usa/org/rus-presidency", "prov:PrimarySource") in derived
    agents = {r["agent"] for r in found["@graph"] if r["@type"] == "Attribution"}
    assert {"kh:org/rus-presidency", "kh:org/usa-white-house"} <= agents
