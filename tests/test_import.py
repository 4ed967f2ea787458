"""Others' events beside ours: what POLECAT's files and PLOVER's JSON are like, with the faults that people report of them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import khabar
from khabar.cli import main
from khabar.export.polecat import HEADER

ROW = dict.fromkeys(HEADER, "None") | {
    "Event ID": "x_CONSULT", "Event Date": "2021-12-30", "Event Type": "CONSULT", "Event Mode": "CONSULT-phone", "Intensity": "1.5",
    "Quad Code": "VERBAL COOPERATION", "Contexts": "diplomatic; pro-democracy", "Actor Name": "A; B", "Actor Country": "RUS; USA",
    "Primary Actor Sector": "GOV", "Source": "s", "Latitude": "55.75", "Longitude": "37.6", "Country": "RUS", "Placename": "Moscow",
    "Publication Date": "2021-12-31",
}  # fmt: skip


def table(*rows: dict[str, str], header: tuple[str, ...] = HEADER, tail: str = "") -> str:
    return "\n".join("\t".join(cells) + tail for cells in (header, *([r.get(h, "None") for h in header] for r in rows))) + "\n"


def read(tmp_path: Path, text: str | bytes) -> tuple[list[dict[str, Any]], list[tuple[int, str]]]:
    path = tmp_path / "x.txt"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    faults: list[tuple[int, str]] = []
    return list(khabar.read_polecat(path, lambda line, why: faults.append((line, why)))), faults


def test_a_table(tmp_path: Path) -> None:
    (row,), faults = read(tmp_path, table(ROW))
    assert not faults
    assert json.loads(row.pop("raw")) == ROW
    assert row == {
        "id": "x_CONSULT", "date": "2021-12-30", "type": "CONSULT", "mode": "phone", "intensity": 1.5, "quad": 1,
        "contexts": "diplomatic; pro_democracy", "actors": "A; B", "actor_countries": "RUS; USA", "actor_sectors": "GOV", "recipients": None,
        "recipient_countries": None, "recipient_sectors": None, "place": "Moscow", "place_country": "RUS", "latitude": 55.75, "longitude": 37.6,
        "publisher": "s", "published": "2021-12-31", "language": None,
    }  # fmt: skip


def test_headers_and_faults_of_the_real_files(tmp_path: Path) -> None:
    other = tuple("Event Intensity" if h == "Intensity" else h for h in HEADER)
    rows, faults = read(tmp_path, table({**ROW, "Event Intensity": "-3", "Headline": "h"}, header=(*other, "Headline"), tail="\t\t"))
    assert (rows[0]["intensity"], faults) == (-3.0, [])
    rows, _ = read(tmp_path, table({**ROW, "Event Type": "FIGHT"}, {**ROW, "Placename": "M\u00fcnchen"}).encode("iso-8859-1"))
    assert [r["type"] for r in rows] == ["ASSAULT", "CONSULT"]
    assert rows[1]["place"] == "M\u00fcnchen"
    line = table(ROW).split("\n")[1] + "\n"
    broken = table(ROW) + "a\tb\n" + line + line.replace("CONSULT\t", "None\t")
    rows, faults = read(tmp_path, broken)
    assert len(rows) == 2
    assert [number for number, _ in faults] == [3, 5]
    with pytest.raises(khabar.InputError, match="line 3"):
        list(khabar.read_polecat(tmp_path / "x.txt"))
    with pytest.raises(khabar.InputError, match="neither"):
        read(tmp_path, "a,b\n1,2\n")


def test_both_forms_of_json(tmp_path: Path) -> None:
    manual = {
        "id": "m1", "date": "2021-12-30", "event": ["CONSULT"], "mode": ["phone"], "quad_code": 1, "event_scale": 1.5, "context": ["diplomatic"],
        "actor": [{"code": "RUS", "sector": "GOV", "entity_text": "Putin"}, {"code": "USA", "sector": "GOV", "entity_text": "Biden"}],
        "event_loc": {"resolved_place": "Moscow", "lat": 55.75, "lon": 37.6, "country_code": "RUS"}, "cite_info": {"publication": "p"},
    }  # fmt: skip
    ngec = {
        "id": "n1_ACCUSE", "event_type": "ACCUSE", "event_mode": ["ACCUSE-disapprove"], "date_resolved": "2021-12-30", "pub_date": "2021-12-31",
        "publisher": "q", "contexts": [],
        "attributes": {"ACTOR": [{"text": "a", "wiki": "W", "country": "CZE", "code_1": "GOV"}], "RECIP": [{"text": "b", "country": "RUS"}]},
        "event_geolocation": {"geo": {"name": "Prague", "lat": "50.1", "lon": "14.4", "country_code3": "CZE"}},
    }  # fmt: skip
    old = {"id": "o1", "date": "2021-12-30", "event": "DEMAND", "source": ["RUS"], "target": {"entity_text": "x"}, "eventLoc": "Minsk"}
    lines = "\n".join(json.dumps(x) for x in (manual, ngec, old)) + "\n{broken\n[1]\n"
    (a, b, c), faults = read(tmp_path, lines)
    assert (a["type"], a["mode"], a["actors"], a["actor_countries"]) == ("CONSULT", "phone", "Putin; Biden", "RUS; USA")
    assert (a["place"], a["latitude"], a["quad"], a["intensity"]) == ("Moscow", 55.75, 1, 1.5)
    assert (b["type"], b["mode"], b["actors"], b["actor_sectors"], b["recipients"]) == ("ACCUSE", "disapprove", "W", "GOV", "b")
    assert (b["published"], b["publisher"], b["longitude"], b["place_country"]) == ("2021-12-31", "q", 14.4, "CZE")
    assert (c["type"], c["actors"], c["recipients"], c["place"]) == ("REQUEST", "RUS", "x", "Minsk")
    assert [line for line, _ in faults] == [4, 5]
    assert len(read(tmp_path, json.dumps([manual, ngec]))[0]) == 2


def test_they_stay_apart_from_ours(where: str, tmp_path: Path, examples: Path) -> None:
    with khabar.Store(where) as kept:
        kept.add([str(examples / "call-1.txt")])
        before = (kept.stats(), [r["id"] for r in kept.rows("event")])
    file = tmp_path / "theirs.txt"
    file.write_text(table(ROW, {**ROW, "Event ID": "y"}) + "x\n", "utf-8")
    for _ in range(2):  # again: it replaces itself
        done = CliRunner().invoke(main, ["import", "polecat", str(file), where])
        assert done.exit_code == 3
        assert "2 events of theirs.txt imported, 1 rows left out" in done.stderr
    with khabar.Store(where, readonly=True) as kept:
        assert (kept.stats(), [r["id"] for r in kept.rows("event")]) == before
        beside = kept.sql("SELECT i.id FROM imported i JOIN events e ON e.day = i.date AND e.plover_type = i.type AND e.mode = i.mode ORDER BY i.id")
        assert [r["id"] for r in beside] == ["x_CONSULT", "y"]
        assert kept.sql("SELECT DISTINCT source FROM imported") == [{"source": "theirs.txt"}]


def test_what_we_write_we_read(tmp_path: Path, examples: Path) -> None:
    with khabar.Store(tmp_path / "s.db") as kept:
        kept.add([str(examples)])
        out = io.BytesIO()
        taken = khabar.take(kept, "polecat", out)
    rows, faults = read(tmp_path, out.getvalue())
    assert (len(rows), faults) == (taken.number, [])
    assert {r["type"] for r in rows} <= set(khabar.vocabulary()["types"])
