"""The record's JSON: valid by the published schema, offsets that give the text, ids that lead somewhere, the same every time."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped, unused-ignore]  # the stubs are not needed
import pytest

import khabar
from khabar import coding
from khabar.annotation import Annotation
from khabar.model import Coded
from khabar.tables import data_dir

SCHEMA = json.loads((data_dir() / "record.schema.json").read_text("utf-8"))
Json = dict[str, Any]

ODD = {
    "empty.txt": "",
    "blank.txt": " \n\n\t\n",
    "one-word.txt": "خبر",
    "latin.txt": "The two ministers met in Geneva on Monday.",
    "marks.txt": "«»()[]{}!؟…—" * 20,
    "bidi.txt": "\u202bالتقى الوزير المصري نظيره التركي\u202c \u2067في القاهرة\u2069.",
    "html.html": "<html><body><article><h1>خبر</h1><p>"
    "التقى وزير الخارجية المصري نظيره التركي في القاهرة يوم الاثنين وبحثا العلاقات بين البلدين.</p></article></body></html>",
    "many.jsonl": '{"id": "1", "text": "التقى وزير الخارجية المصري نظيره التركي في القاهرة.", "published": "2022-06-15"}\n'
    '{"id": "2", "text": "قالت الخارجية التركية إن الوزيرين بحثا ملف ليبيا."}\n',
    "emoji.txt": "🇪🇬🇹🇷 التقى وزير الخارجية المصري نظيره التركي 👍🏽 في القاهرة 😀.",
}  # fmt: skip


@pytest.fixture(scope="module")
def odd_record(tmp_path_factory: pytest.TempPathFactory) -> Json:
    folder = tmp_path_factory.mktemp("odd")
    for name, text in ODD.items():
        (folder / name).write_text(text, "utf-8", newline="")
    record, _ = khabar.read_all([str(folder)])
    return record.to_dict()


@pytest.fixture(params=["examples", "seeds", "odd"])
def record(request: pytest.FixtureRequest) -> Json:
    name = {"examples": "example_record", "seeds": "seed_record", "odd": "odd_record"}[request.param]
    out: Json = request.getfixturevalue(name)
    return out


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_record_is_valid(record: Json) -> None:
    errors = sorted(jsonschema.Draft202012Validator(SCHEMA).iter_errors(record), key=lambda e: list(map(str, e.path)))
    assert not errors, [f"{'/'.join(map(str, e.path))}: {e.message[:120]}" for e in errors[:8]]


def test_it_is_json_and_nothing_else(record: Json) -> None:
    assert json.loads(json.dumps(record, ensure_ascii=False, allow_nan=False)) == record


def _spans(node: Any, path: str = "") -> Iterator[tuple[str, list[int]]]:
    if isinstance(node, dict):
        for k, v in node.items():
            if k in ("span", "spans") and v:
                yield from ((f"{path}/{k}", s) for s in ([v] if k == "span" else v))
            else:
                yield from _spans(v, f"{path}/{k}")
    elif isinstance(node, list):
        for i, v in enumerate(node):
            yield from _spans(v, f"{path}/{i}")


def test_offsets_lie_in_the_text(record: Json) -> None:
    texts = {r["id"]: r["text"] for r in record["reports"]}
    owners = [(r["id"], r) for r in record["reports"]]
    owners += [(x["report"], x) for k in ("events", "statements", "relations", "claims") for x in record[k]]
    bad = [f"{path} {span}" for report, node in owners for path, span in _spans(node) if not 0 <= span[0] <= span[1] <= len(texts[report])]
    for reuse in record["reuse"]:
        for side in (reuse["from"], reuse["to"]):
            bad += [] if 0 <= side["span"][0] < side["span"][1] <= len(texts[side["report"]]) else [f"reuse {side}"]
    for story in record["stories"]:
        for v in (v for f in story["facts"] for v in f["values"]):
            bad += [f"fact {e}" for e in v["evidence"] if not 0 <= e["span"][0] < e["span"][1] <= len(texts[e["report"]])]
    assert not bad, bad[:10]


def test_offsets_give_the_words_beside_them(record: Json) -> None:
    texts = {r["id"]: r["text"] for r in record["reports"]}
    bad = []
    for e in record["events"]:
        text = texts[e["report"]]
        for part in ("actors", "recipients", "third_parties", "about", "evidence"):
            bad += [f"{e['id']} {part} {x['text']!r} != {text[slice(*x['span'])]!r}" for x in e[part] if text[slice(*x["span"])] != x["text"]]
    bad += [s["id"] for s in record["statements"] if texts[s["report"]][slice(*s["span"])] != s["content"]]
    for r in record["reports"]:
        bad += [f"credit {c}" for c in r["credits"] if c["span"] and r["text"][slice(*c["span"])].strip() == ""]
    assert not bad, bad[:10]


def test_ids_are_unique(record: Json) -> None:
    for kind in ("reports", "entities", "events", "statements", "relations", "stories", "dossiers", "claims"):
        ids = [x["id"] for x in record[kind]]
        assert len(ids) == len(set(ids)), f"{kind}: {sorted(i for i in set(ids) if ids.count(i) > 1)[:5]}"
        assert all(i.isascii() and not any(c.isspace() for c in i) for i in ids), kind


def test_ids_lead_somewhere(record: Json) -> None:
    reports, entities, events = ({x["id"] for x in record[k]} for k in ("reports", "entities", "events"))
    stories, claims = ({x["id"] for x in record[k]} for k in ("stories", "claims"))
    lost: list[str] = []

    def need(where: str, ref: str | None, known: set[str]) -> None:
        if ref is not None and ref not in known:
            lost.append(f"{where}: {ref}")

    for r in record["reports"]:
        need("main_story", r["main_story"], stories)
        need("outlet", r["outlet"]["id"], entities)
    for e in record["events"]:
        need("event", e["report"], reports)
        for p in (*e["actors"], *e["recipients"], *e["third_parties"], *e["about"], *e["said_by"]):
            need("participant", p["entity"], entities)
        need("initiator", e["initiator"], entities)
        need("place", e["place"], entities)
        for c in e["causes"]:
            need("cause", c["event"], events)
    for s in record["statements"]:
        need("speaker", s["speaker"], entities)
        for link in s["said_by"]:
            need("statement's chain", link["entity"], entities)
    for r in record["relations"]:
        need("relation", r["subject"], entities)
        need("relation", r["object"], entities)
    for s in record["stories"]:
        for ref in s["reports"]:
            need("story", ref, reports)
        for ref in s["events"]:
            need("story", ref, events)
        for o in s["origins"]:
            need("origin", o["entity"], entities)
            for link in (x for c in o["chains"] for x in c):
                need("chain", link, entities)
        origins = {o["id"] for o in s["origins"]}
        for v in (v for f in s["facts"] for v in f["values"]):
            need("fact", v["claim"], claims)
            for ref in v["reports"]:
                need("fact", ref, reports)
            for ref in v["origins"]:
                need("fact's origin", ref, origins | entities)  # a happening beside the chief one may have its own
    for d in record["dossiers"]:
        for step in d["steps"]:
            for ref in step["events"]:
                need("step", ref, events)
    for c in record["claims"]:
        need("claim", c["about"], events)
    assert not lost, f"{len(lost)}: {sorted(set(lost))[:12]}"


def test_verdicts_count_origins(record: Json) -> None:
    bad = []
    for s in record["stories"]:
        if s["n_reports"] != len(s["reports"]):
            bad.append(f"{s['id']}: n_reports")
        for f in s["facts"]:
            reports = {r for v in f["values"] for r in v["reports"]}
            if f["verdict"] in ("corroborated", "repeated") and len(reports) < 2:
                bad.append(f"{s['id']}: {f['field']} {f['verdict']} by one report")
            if f["verdict"] == "corroborated" and s["n_origins"] < 2:
                bad.append(f"{s['id']}: {f['field']} corroborated with {s['n_origins']} origin")
            if f["verdict"] in ("differs", "contradicted") and len(f["values"]) < 2:
                bad.append(f"{s['id']}: {f['field']} {f['verdict']} with one value")
    assert not bad, bad[:10]


def test_denied_and_hypothetical_events_have_no_letter(record: Json) -> None:
    bad = [e["id"] for e in record["events"] if (e["plover"] is None) != (e["status"] in ("denied", "hypothetical")) and not e["change"]]
    assert not bad, bad[:10]


def test_a_date_is_never_invented(record: Json) -> None:
    """Every date rests on words of the text; the day for tables is apart from it and says so."""
    for e in record["events"]:
        assert e["date"] is None or e["date"]["span"] is not None
        assert e["day_basis"] in (None, "text", "publication")
        assert (e["day"] is None) == (e["day_basis"] is None)


# ------------------------------------------------------------------ the same every time


def test_twice_and_in_another_order(examples: Path, example_record: Json) -> None:
    paths = sorted(str(p) for p in examples.iterdir() if p.suffix in (".txt", ".html", ".jsonl"))
    assert khabar.read(paths).to_dict() == example_record
    other = khabar.read(paths[::-1]).to_dict()
    assert {s["id"]: sorted(s["reports"]) for s in other["stories"]} == {s["id"]: sorted(s["reports"]) for s in example_record["stories"]}
    assert {s["id"]: [(f["field"], f["verdict"]) for f in s["facts"]] for s in other["stories"]} == {
        s["id"]: [(f["field"], f["verdict"]) for f in s["facts"]] for s in example_record["stories"]
    }


def test_the_same_file_twice_is_one_report(examples: Path) -> None:
    path = str(examples / "call-1.txt")
    assert khabar.read([path, path]).to_dict()["reports"] == khabar.read([path]).to_dict()["reports"]


def test_another_seed_of_hashing_gives_the_same_bytes(examples: Path) -> None:
    """Sets are walked in another order in every process: nothing of that may be seen."""
    code = "import sys, khabar; sys.stdout.reconfigure(encoding='utf-8'); r, _ = khabar.read_all(sys.argv[1:]); sys.stdout.write(r.to_json())"
    files = [str(examples / n) for n in ("call-1.txt", "call-2.txt", "beijing-3.jsonl", "tunis-3.txt")]
    digests = set()
    for seed in ("0", "1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", code, *files], capture_output=True, env=env, check=True)
        digests.add(hashlib.sha256(done.stdout).hexdigest())
    assert len(digests) == 1


def test_a_report_in_a_language_without_a_pack_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "pl.txt"
    path.write_text(
        "Minister spraw zagranicznych spotkał się w poniedziałek w Warszawie ze swoim niemieckim odpowiednikiem i omówił sytuację.",
        "utf-8",
    )
    record = khabar.read([str(path)], language="pl").to_dict()
    (report,) = record["reports"]
    assert report["language"] == "pl"
    assert [i["code"] for i in report["issues"]] == ["no-pack"]
    assert record["events"] == []


def test_a_text_on_which_the_coder_fails_is_kept_and_the_others_go_on(tmp_path: Path, examples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("نيروبي (اختبار) - قال وزير الخارجية الكيني إن بلاده ترحب بالاتفاق الذي أعلن أمس في أديس أبابا.", "utf-8")
    real = coding.code

    def fails(annotation: Annotation, *rooms: Any) -> Coded:
        if "اختبار" in annotation.report.text:
            raise ValueError("an argument that is not in list")
        return real(annotation, *rooms)

    monkeypatch.setattr(coding, "code", fails)
    record = khabar.read([str(bad), str(examples / "call-1.txt")]).to_dict()
    told = {r["id"]: [i for i in r["issues"] if i["code"] == "not-coded"] for r in record["reports"]}
    (issue,) = [i for issues in told.values() for i in issues]
    assert "ValueError an argument that is not in list at test_record_contract.py:" in issue["message"]
    assert {told[e["report"]] == [] for e in record["events"]} == {True}
    with khabar.Store(tmp_path / "s.db", create=True) as kept:
        assert kept.add([bad, examples / "call-1.txt"]).new == 2
        assert len(list(kept.events())) == len(record["events"])
