"""The desk over HTTP, without a browser: pages in both languages, data, words, who may do what."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import khabar
from khabar.web import application
from khabar.web.guard import Guard, hashed
from khabar.web.words import LANGUAGES, Words, catalogue, plural

WEB = Path(khabar.__file__).parent / "web"
HOME = "http://127.0.0.1:8000"


def client(where: Path, guard: Guard | None = None, base: str = HOME) -> TestClient:
    return TestClient(khabar.desk(str(where), guard), base_url=base, raise_server_exceptions=True)


@pytest.fixture(scope="module")
def desk(example_store: Path) -> Iterator[TestClient]:
    with client(example_store) as found:
        yield found


@pytest.fixture(scope="module")
def ids(example_store: Path) -> dict[str, str]:
    with khabar.Store(example_store, readonly=True) as store:
        phone = next(s for s in store.stories() if "phone" in s.id)
        dossier = max(store.dossiers(), key=lambda d: len(d.steps))
        return {"story": phone.id, "report": phone.reports[0], "actor": "person/joe-biden", "dossier": dossier.id}


PAGES = (
    "/stories",
    "/stories?q=روسيا",
    "/stories?q=zzzz",
    "/stories?country=RUS&type=CONSULT",
    "/stories?_sort=origins",
    "/stories?contradicted=1",
    "/story/{story}",
    "/report/{report}",
    "/report/{report}?at=10-20",
    "/actors",
    "/actors?q=بايدن",
    "/actor/{actor}",
    "/actor/state/RUS",
    "/dossiers",
    "/dossier/{dossier}",
    "/dossier/{dossier}?view=brief",
    "/events",
    "/events?country=RUS&col=day&col=rule&_sort=type",
    "/map",
    "/network",
    "/network?by=entity",
)


def at(path: str, form: str = "") -> str:
    head, mark, query = path.partition("?")
    return head + form + mark + query


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_pages_and_their_data(desk: TestClient, ids: dict[str, str], path: str, language: str) -> None:
    address = f"/{language}{path.format(**ids)}"
    page = desk.get(address)
    assert page.status_code == 200
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page.text
    data = desk.get(at(address, ".json"))
    assert data.headers["content-type"] == "application/json"
    found = data.json()
    assert {"ok", "rows", "next", "next_url", "truncated"} <= set(found)
    assert found["ok"] is True
    table = desk.get(at(address, ".csv"))
    assert table.status_code == 200
    assert table.text.count("\n") >= len(found["rows"])


def test_pages_hold_no_script_or_style_of_their_own(desk: TestClient, ids: dict[str, str]) -> None:
    for path in (*PAGES, "/add", "/login"):
        answer = desk.get(f"/ar{path.format(**ids)}")
        text = answer.text
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", text), path
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert answer.headers["referrer-policy"] == "no-referrer"


def test_text_of_a_report_is_untouched(desk: TestClient, ids: dict[str, str], example_store: Path) -> None:
    with khabar.Store(example_store, readonly=True) as store:
        text = store.report(ids["report"]).text
    page = desk.get(f"/en/report/{ids['report']}").text
    shown = page[page.index('<div class="text"') : page.index("</div>", page.index('<div class="text"'))]
    import html

    plain = html.unescape(re.sub(r"<[^>]+>", "", shown.partition(">")[2]))
    assert re.sub(r"\s+", " ", plain).strip() == re.sub(r"\s+", " ", text).strip()


# ------------------------------------------------------------------ words


def keys(table: dict[str, Any], before: str = "") -> Iterator[str]:
    for k, v in table.items():
        if isinstance(v, dict) and "other" in v and "one" in v:
            yield f"{before}{k}"
        elif isinstance(v, dict):
            yield from keys(v, f"{before}{k}.")
        else:
            yield f"{before}{k}"


WORDLESS = ("language", "other", "app.comma", "data.by-sql", "data.filled", "review.value-hint")  # the same in both


def test_every_string_is_translated() -> None:
    ar, en = (catalogue(x) for x in LANGUAGES)
    assert set(keys(ar)) == set(keys(en))
    for key in keys(ar):
        one: Any = ar
        other: Any = en
        for part in key.split("."):
            one, other = one[part], other[part]
        if isinstance(one, list):
            assert one == other
        elif isinstance(one, dict):
            assert set(one) == {"zero", "one", "two", "few", "many", "other"}, key
        else:
            assert set(re.findall(r"{\w+}", one)) == set(re.findall(r"{\w+}", other)), key
            assert key in WORDLESS or re.search("[\u0621-\u064a]", one), key


def test_templates_ask_for_words_that_are_there() -> None:
    known = set(keys(catalogue("en")))
    sections = {k for k, v in catalogue("en").items() if isinstance(v, dict)}
    for path in (WEB / "templates").glob("*.html"):
        text = path.read_text("utf-8")
        for key in re.findall(r"\bt\('([\w.-]+)'(?=[,)])", text):
            assert key in known, f"{path.name}: {key}"
        for section in re.findall(r"\bt\.label\('([\w-]+)'", text):
            assert section in sections, f"{path.name}: {section}"
        for name in re.findall(r"\bt\.count\('([\w-]+)'", text):
            assert f"count.{name}" in known, f"{path.name}: {name}"


def test_no_word_is_left_that_nothing_says() -> None:
    text = "".join(p.read_text("utf-8") for p in [*(WEB / "templates").glob("*.html"), *WEB.rglob("*.py")])
    labels = set(re.findall(r"(?:label|options)\(\s*['\"]([\w-]+)['\"]", text)) | set(re.findall(r"['\"]([\w-]+)\.['\"] [~+]", text))
    by_hand = {"months", "weekdays", "why", "bloc"}  # read by name in words.py
    for section, words in catalogue("en").items():
        if isinstance(words, dict) and section not in labels | by_hand | {"count"}:
            left = [k for k in words if f"{section}.{k}" not in text and f'f"{section}.' not in text and k not in text.split("\"")]
            assert not left, (section, left)
    units = {"minute", "hour", "day", "week", "month", "year", "USD", "EUR", "GBP", "SAR", "AED"}
    for name in set(catalogue("en")["count"]) - units:
        assert re.search(rf"count\(\s*['\"]{name}['\"]", text), name


def test_figures_have_words() -> None:
    from khabar.coding.numbers import _FITS

    rows = [r.split("\t") for r in (WEB.parent / "data/lang/ar/words/lists.tsv").read_text("utf-8").splitlines()]
    counted = {r[2] for r in rows if len(r) > 2 and r[1] in ("count", "tally")}
    for language in LANGUAGES:
        words = catalogue(language)
        assert {*_FITS, "deadline"} <= set(words["figure"])
        for kind, _, unit in (c.partition(" ") for c in counted):
            assert kind == "people" or kind in words["figure"], kind
            assert not unit or unit in words["count"], unit
    ar, en = Words("ar"), Words("en")
    assert en.figure("killed", "8..10", None) == "killed: 8–10"
    assert en.figure("duration", "50", "minute") == "lasted: 50 minutes"
    assert en.figure("money", "1350000000", "USD") == "money: 1,350,000,000 dollars"
    assert en.figure("killed", "?", None) == "killed: …"
    assert ar.figure("duration", "2", "hour").endswith(": ساعتان")
    assert ar.figure("duration", "50", "minute").endswith(": 50 دقيقة")


def test_the_reader_chooses_the_digits(example_store: Path) -> None:
    with client(example_store) as desk:
        assert " 2021</time>" in desk.get("/ar/stories").text
        assert " ٢٠٢١</time>" in desk.get("/ar/stories?_digits=arab").text
        assert " ٢٠٢١</time>" in desk.get("/ar/stories").text  # remembered
        assert "_digits" not in re.sub(r'<a class="digits".*?</a>', "", desk.get("/ar/stories?_digits=arab").text)
        assert " 2021</time>" in desk.get("/en/stories").text
        assert "2021" in desk.get("/ar/stories.json").text
        assert " 2021</time>" in desk.get("/ar/stories?_digits=latn").text
    assert Words("ar", "arab").number(1234.5) == "١٬٢٣٤٫٥"


def test_templates_hold_no_words_of_their_own() -> None:
    allowed = {"khabar", "خبر", "JSON", "CSV", "ZIP", "OpenAPI", "PLOVER", "Excel", "x", "id"}
    for path in (WEB / "templates").glob("*.html"):
        text = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", " ", path.read_text("utf-8"), flags=re.S)
        text = re.sub(r"<[^>]*>", " ", text)
        words = set(re.findall(r"[^\W\d_]{2,}", text)) - allowed
        assert not words, f"{path.name}: {words}"


def test_labels_of_all_that_the_record_may_hold() -> None:
    schema = json.loads((Path(khabar.__file__).parent / "data" / "record.schema.json").read_text("utf-8"))["$defs"]
    for language in LANGUAGES:
        words = catalogue(language)
        for section, values in (
            ("type", schema["eventType"]["enum"]),
            ("mode", schema["eventMode"]["enum"]),
            ("status", schema["status"]["enum"]),
            ("kind", schema["entity"]["properties"]["kind"]["enum"]),
            ("field", schema["fact"]["properties"]["field"]["enum"]),
            ("verdict", schema["fact"]["properties"]["verdict"]["enum"]),
            ("stage", schema["dossier"]["properties"]["steps"]["items"]["properties"]["status"]["enum"]),
            ("relation", schema["relation"]["properties"]["relation"]["enum"]),
        ):
            assert set(values) <= set(words[section]), (language, section)


@pytest.mark.parametrize(
    ("n", "form"), [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"), (100, "other"), (103, "few")]
)
def test_arabic_counts(n: int, form: str) -> None:
    assert plural("ar", n) == form


def test_dates_as_they_are_written() -> None:
    ar, en = Words("ar"), Words("en")
    assert en.date("2020-07-13") == "13 July 2020"
    assert ar.date("2020-07-13").endswith(" 2020")
    assert "/" in ar.date("2020-07-13")
    assert en.date("2020-07") == "July 2020"
    assert en.date("XXXX-06") == "June"
    assert en.date("2022-01-09/2022-01-10") == "9–10 January 2022"
    assert en.date("2022-01-30", "2022-02-02") == "from 30 January 2022 to 2 February 2022"


def test_style_knows_no_left_and_right() -> None:
    css = (WEB / "static" / "desk.css").read_text("utf-8")
    found = re.findall(
        r"(?:margin|padding|border|inset)-(?:left|right)|(?<![\w-])(?:left|right)\s*:|:\s*(?:left|right)\b|letter-spacing|text-transform", css
    )
    assert not found


# ------------------------------------------------------------------ data


def test_pages_of_events_follow_each_other(desk: TestClient) -> None:
    seen: list[str] = []
    address: str | None = "/en/events.json?_size=20"
    while address:
        found = desk.get(address.removeprefix(HOME)).json()
        assert found["truncated"] == (found["next"] is not None)
        seen += [r["id"] for r in found["rows"]]
        address = found["next_url"]
    assert len(seen) == len(set(seen)) == found["count"]


def test_facets_count_what_they_lead_to(desk: TestClient) -> None:
    for page in ("stories", "events"):
        facets = desk.get(f"/en/{page}.json").json()["facets"]
        for name, values in facets.items():
            for v in values[:3]:
                there = desk.get(f"/en/{page}.json", params={name: v["value"]}).json()
                assert there["count"] == v["count"], (page, name, v)


def test_what_people_type_is_found(desk: TestClient) -> None:
    for q in ("بايدن", "Biden", "الرئيس الامريكي", "روسيا"):
        assert desk.get("/ar/stories.json", params={"q": q}).json()["rows"], q


@pytest.mark.parametrize("bad", ["since=2020-7", "_size=0", "_size=x", "_sort=up", "contradicted=maybe", "min_origins=-1", "added_since=now"])
def test_questions_that_cannot_be_asked(desk: TestClient, bad: str) -> None:
    page = desk.get(f"/en/stories?{bad}")
    assert page.status_code == 400
    found = desk.get(f"/en/stories.json?{bad}")
    assert found.status_code == 400
    assert found.json() == {"ok": False, "error": found.json()["error"], "errors": [found.json()["error"]], "status": 400}


@pytest.mark.parametrize(
    "path", ["/en/story/none", "/en/report/none", "/en/actor/none", "/en/dossier/none", "/en/nothing", "/static/../app.py", "/static/guard.py"]
)
def test_nothing_there(desk: TestClient, path: str) -> None:
    assert desk.get(path).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fault_of_the_desk_has_a_page(example_store: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    def broken(_: Any) -> Any:
        raise RuntimeError("a fault with a secret in it")

    monkeypatch.setattr("khabar.web.pages.stories.listing", broken)
    with TestClient(khabar.desk(str(example_store)), base_url=HOME, raise_server_exceptions=False) as desk:
        page = desk.get(f"/{language}/stories")
        assert page.status_code == 500
        assert Words(language)("error.500") in page.text
        assert "secret" not in page.text
        found = desk.get(f"/{language}/stories.json")
        assert (found.status_code, found.json()["ok"]) == (500, False)


def test_csv_runs_no_formula(tmp_path: Path) -> None:
    from khabar.web.answer import as_csv
    from khabar.web.asking import Page

    body = bytes(as_csv(Page("", "", {}, [{"a": "=1+1", "b": ["x", "y"], "c": None}]), "t", None, bom=True).body).decode()
    assert body == "\ufeffa,b,c\r\n'=1+1,x; y,\r\n"


@pytest.mark.parametrize("query", ["", "country=RUS&type=CONSULT", "background=0&_sort=type", "contradicted=1"])
def test_a_view_can_be_had_by_sql_and_by_command(desk: TestClient, example_store: Path, query: str) -> None:
    import html
    import shlex

    from click.testing import CliRunner

    from khabar.cli import main

    columns = ("id", "day", "type", "mode", "status", "actors", "recipients", "third_parties", "place", "text")
    wanted = {"_size": "500", **dict(p.split("=") for p in query.split("&") if p)}
    rows = desk.get("/en/events.json", params=wanted).json()["rows"]
    page = desk.get("/en/events", params={**wanted, "col": list(columns)}).text
    (sql,) = re.findall(r"<pre[^>]*><code>(SELECT.*?)</code></pre>", page, re.S)
    with khabar.Store(example_store, readonly=True) as store:
        told = store.sql(html.unescape(sql))

    def cell(row: dict[str, Any], name: str) -> Any:
        return "; ".join(row[name]) or None if isinstance(row[name], list) else row[name]

    in_order = [c for c in columns if c != "id"]
    assert [tuple(r[c] for c in ("id", *in_order)) for r in told] == [tuple(cell(r, c) for c in ("id", *in_order)) for r in rows]
    lists, export = re.findall(r'<code dir="ltr" class="line">(khabar .*?)</code>', page)[:2]
    name = shlex.split(html.unescape(lists))[2]
    line = [str(example_store) if word == name else word for word in shlex.split(html.unescape(lists))[1:]]
    listed = CliRunner().invoke(main, [*line, "--json"])
    assert listed.exit_code == 0, listed.output
    assert sorted(r["id"] for r in json.loads(listed.stdout)) == sorted(r["id"] for r in rows)
    line = [str(example_store) if word == name else word for word in shlex.split(html.unescape(export))[1:-2]]
    taken = CliRunner().invoke(main, line)
    assert taken.exit_code == 0, taken.output
    assert taken.stdout == desk.get("/en/export/csv", params={k: v for k, v in wanted.items() if not k.startswith("_")}).text


@pytest.mark.parametrize("format", list(khabar.FORMATS))
def test_every_format_can_be_taken_out(desk: TestClient, example_store: Path, format: str) -> None:
    import io
    import zipfile

    if format == "parquet":
        pytest.importorskip("pyarrow")
    view = {"country": "RUS"}
    for level in khabar.FORMATS[format].levels:
        answer = desk.get(f"/ar/export/{format}", params={**view, "level": level})
        assert answer.status_code == 200
        assert re.fullmatch(r'attachment; filename="khabar-[\w.]+"', answer.headers["content-disposition"])
        with khabar.Store(example_store, readonly=True) as store:
            out = io.BytesIO()
            khabar.take(store, format, out, level=level, **view)
        same = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")  # when it was taken out
        if format not in ("xlsx", "parquet"):
            assert same.sub(b"", answer.content) == same.sub(b"", out.getvalue())
    papers = zipfile.ZipFile(io.BytesIO(desk.get(f"/ar/export/{format}", params={**view, "papers": "1"}).content)).namelist()
    assert {"khabar/codebook.md", "khabar/CITATION.cff", "khabar/denominators.csv"} <= set(papers)
    page = desk.get("/ar/events?country=RUS").text
    assert f"/ar/export/{format}?country=RUS&amp;level=" in page


def test_exports_that_cannot_be(desk: TestClient) -> None:
    assert desk.get("/en/export/pdf").status_code == 404
    assert desk.get("/en/export/ninjs?level=story").status_code == 400
    assert desk.get("/en/export/csv?since=x").status_code == 400


def test_the_codebook_counts_this_view(desk: TestClient, example_store: Path) -> None:
    with khabar.Store(example_store, readonly=True) as store:
        rows = store.rows("event", country="RUS")
        filled = store.filled(country="RUS")
        named = {r["id"] for r in store.browse("event", limit=500, country="RUS") if all(p["entity"] for p in r["parties"])}
    assert filled["place"] == sum(r["place"] is not None for r in rows)
    assert filled["contexts"] == sum(bool(r["contexts"]) for r in rows)
    assert filled["background"] == sum(r["background"] for r in rows)
    assert filled["unnamed"] == len(rows) - len(named)
    page = desk.get("/en/events?country=RUS").text
    assert f'<span class="n">{round(100 * filled["place"] / len(rows))} %</span>' in page


def test_a_later_denial_stands_with_the_step() -> None:
    from types import SimpleNamespace as Made

    from khabar.web.pages.dossier import denials

    def step(status: str, date: str | None, event: str) -> Any:
        return Made(status=status, date=Made(value=date) if date else None, events=[event], reports=[f"r-{event}"])

    def act(type: str, entity: str, country: str) -> dict[str, Any]:
        return {"type": type, "parties": [{"entity": entity, "country": country}]}

    events = {
        "a": act("CONSULT", "person/x", "RUS"),
        "b": act("CONSULT", "person/y", "USA"),
        "c": act("CONSULT", "org/rus-mfa", "RUS"),
        "d": act("CONSULT", "person/x", "RUS"),
        "e": act("ASSAULT", "person/x", "RUS"),
        "f": act("CONSULT", "person/z", "RUS"),
    }
    days = {"r-a": "2020-07-02", "r-b": "2020-07-02", "r-c": "2020-07-03", "r-d": "2020-07-01", "r-e": "2020-07-04", "r-f": "2020-07-04"}
    steps = [step("proposed", "2020-07", "a"), step("accepted", "2020-07-02", "b"), step("denied", None, "c"), step("denied", "2020-06-30", "d")]
    steps += [step("denied", None, "e"), step("denied", None, "f")]
    assert denials(steps, events, days) == [[steps[2]], [], [], [], [], []]


def test_an_actor_has_dated_posts(desk: TestClient) -> None:
    found = desk.get("/en/actor/person/joe-biden.json").json()
    assert found["tenures"] == khabar.tenures("person/joe-biden")
    assert found["tenures"][0]["post"] == "head-of-state"
    page = desk.get("/en/actor/person/joe-biden").text
    assert "20 January 2021" in page
    assert khabar.tenures("person/nobody") == []


def test_openapi_names_every_page(desk: TestClient) -> None:
    document = desk.get("/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    for path in ("/{lang}/stories.json", "/{lang}/story/{id}.json", "/{lang}/events.csv", "/reconcile"):
        assert path in document["paths"]
    assert desk.get("/en/add.json").status_code == 404
    # Every route of the desk is in the document, every path of the document is a route.
    routes = {re.sub(r":\w+", "", r.path) for r in khabar.desk(str(desk.app.state.reader.where)).routes}  # type: ignore[attr-defined]
    told = {re.sub(r"\.(json|csv)$", "", p) for p in document["paths"]}
    assert routes - told == {"/", "/openapi.json", "/static/font/{name}.ttf", "/static/{name}", "/{lang}/login", "/{lang}/logout"}
    assert told <= routes


def test_a_program_adds_and_decides(example_store: Path, tmp_path: Path, examples: Path) -> None:
    khabar.Store(tmp_path / "s.db").close()
    with client(tmp_path / "s.db", Guard(loopback=False, token="a-token-of-some-length"), "https://desk.example") as desk:
        head = {"authorization": "Bearer a-token-of-some-length", "accept": "application/json"}
        text = (examples / "call-1.txt").read_text("utf-8")
        assert desk.post("/en/add", data={"text": text}, follow_redirects=False).headers["location"] == "/en/login"
        added = desk.post("/en/add", data={"text": text}, headers=head).json()
        assert added["ok"] is True
        (row,) = added["rows"]
        event = desk.get(f"/en/report/{row['report']}.json", headers=head).json()["rows"][0]["id"]
        made = desk.post("/en/decide", data={"verb": "accept", "subject": event, "why": "read"}, headers=head).json()
        assert (made["rows"][0]["verb"], made["rows"][0]["who"]) == ("accept", "token")


def test_reconciliation(desk: TestClient) -> None:
    assert desk.get("/reconcile").json()["versions"] == ["0.2"]
    queries = json.dumps({"a": {"query": "جو بايدن"}, "b": {"query": "Vladimir Putin", "type": "person", "limit": 2}, "c": {"query": "ألأنالا"}})
    found = desk.post("/reconcile", data={"queries": queries}).json()
    assert found["a"]["result"][0]["id"] == "person/joe-biden"
    assert found["a"]["result"][0]["match"] is True
    assert found["b"]["result"][0]["id"] == "person/vladimir-putin"
    assert not any(r["match"] for r in found["c"]["result"])
    assert desk.get("/reconcile?queries=x").status_code == 400


# ------------------------------------------------------------------ adding


def form_token(found: TestClient, path: str = "/en/add") -> str:
    match = re.search(r'name="form-token" value="([^"]+)"', found.get(path).text)
    assert match
    return match[1]


def test_two_pasted_reports_become_one_story(tmp_path: Path, examples: Path) -> None:
    khabar.Store(tmp_path / "s.db").close()
    with client(tmp_path / "s.db") as desk:
        assert "card" not in desk.get("/en/stories").text
        fields = {
            "form-token": form_token(desk),
            "text": [(examples / f"call-{n}.txt").read_text("utf-8") for n in (1, 3)],
            "outlet": ["", ""],
            "published": ["", ""],
            "url": ["", ""],
        }
        answer = desk.post("/en/add", data=fields, follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/en/story/")
        found = desk.get(answer.headers["location"] + ".json").json()
        assert len(found["record"]["reports"]) == 2
        again = desk.post("/en/add", data={**fields, "form-token": form_token(desk)}, follow_redirects=False)
        assert again.headers["location"] == answer.headers["location"]
        assert desk.get("/en/stories.json").json()["count"] == 1


def test_files_are_added_under_their_name_only(tmp_path: Path, examples: Path) -> None:
    khabar.Store(tmp_path / "s.db").close()
    with client(tmp_path / "s.db") as desk:
        files = [("files", ("../../etc/x.txt", (examples / "call-1.txt").read_bytes())), ("files", ("empty.txt", b"\x00\x01"))]
        answer = desk.post("/en/add", data={"form-token": form_token(desk)}, files=files)
        assert answer.status_code == 200
        assert "empty.txt" in answer.text
    with khabar.Store(tmp_path / "s.db", readonly=True) as store:
        assert [r.path for r in store.reports()] == ["x.txt"]


def test_nothing_to_add(desk: TestClient) -> None:
    assert desk.post("/en/add", data={"form-token": form_token(desk), "text": " "}).status_code == 400


# ------------------------------------------------------------------ safety


def test_a_form_of_somebody_else_is_refused(desk: TestClient, example_store: Path) -> None:
    assert desk.post("/en/add", data={"text": "x"}).status_code == 403
    form_token(desk)
    with client(example_store) as other:
        foreign = form_token(other)
    assert desk.post("/en/add", data={"text": "x", "form-token": foreign}).status_code == 403


def test_a_foreign_name_for_this_computer_is_refused(desk: TestClient) -> None:
    assert desk.get("/en/stories", headers={"host": "evil.example:8000"}).status_code == 421
    assert desk.get("/en/stories", headers={"host": "localhost:8000"}).status_code == 200
    assert desk.get("/en/stories", headers={"host": "[::1]:8000"}).status_code == 200


def test_behind_a_proxy_one_signs_in(example_store: Path) -> None:
    with client(example_store, Guard(token="a-token-of-some-length")) as desk:
        there = {"host": "desk.example"}
        assert desk.get("/en/stories.json", headers=there).status_code == 401
        assert desk.get("/en/stories.json", headers={**there, "authorization": "Bearer a-token-of-some-length"}).status_code == 200


def test_limits(desk: TestClient) -> None:
    assert desk.get("/en/stories?q=" + "x" * 7000).status_code == 414
    assert desk.post("/en/add", content=b"x" * (6 * 1024 * 1024), headers={"content-type": "application/x-www-form-urlencoded"}).status_code == 413

    def endless() -> Iterator[bytes]:
        for _ in range(8):
            yield b"x" * 1024 * 1024

    assert desk.post("/en/add", content=endless(), headers={"content-type": "application/x-www-form-urlencoded"}).status_code == 413


def test_beyond_this_computer_somebody_must_be_asked_for(example_store: Path) -> None:
    with pytest.raises(khabar.InputError, match="--users"):
        application(str(example_store), host="0.0.0.0")
    with pytest.raises(khabar.InputError, match="16"):
        application(str(example_store), host="0.0.0.0", token="short")


@pytest.fixture
def abroad(example_store: Path, tmp_path: Path) -> Iterator[TestClient]:
    shutil.copy(example_store, tmp_path / "s.db")
    users = {name: (name, hashed(f"{name}-password")) for name in ("reader", "coder", "admin")}
    with client(tmp_path / "s.db", Guard(loopback=False, users=users, token="a-token-of-some-length"), "https://desk.example") as found:
        yield found


def sign_in(desk: TestClient, name: str, password: str | None = None) -> Any:
    token = form_token(desk, "/en/login")
    return desk.post("/en/login", data={"form-token": token, "name": name, "password": password or f"{name}-password"}, follow_redirects=False)


def test_beyond_this_computer_one_signs_in(abroad: TestClient, ids: dict[str, str]) -> None:
    for path in ("/en/stories", f"/en/report/{ids['report']}", "/en/add"):
        assert abroad.get(path, follow_redirects=False).headers["location"] == "/en/login"
    assert abroad.get("/en/stories.json").status_code == 401
    assert abroad.get("/openapi.json").status_code == 401
    assert sign_in(abroad, "reader", "wrong").status_code == 401
    assert sign_in(abroad, "nobody", "wrong").status_code == 401
    answer = sign_in(abroad, "reader")
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "secure" in cookie
    assert abroad.get("/en/stories").status_code == 200
    assert "call-" not in abroad.get(f"/en/report/{ids['report']}.json").text  # paths are for admins
    assert abroad.post("/en/add", data={"text": "x"}).status_code == 403
    out = abroad.get("/en/stories").text
    token = re.search(r'name="form-token" value="([^"]+)"', out)
    assert token
    abroad.post("/en/logout", data={"form-token": token[1]})
    assert abroad.get("/en/stories.json").status_code == 401


def test_a_token_opens_the_desk(abroad: TestClient) -> None:
    assert abroad.get("/en/stories.json", headers={"authorization": "Bearer a-token-of-some-length"}).status_code == 200
    assert abroad.get("/en/stories.json", headers={"authorization": "Bearer another-token-of-length"}).status_code == 401


def test_a_forged_session_opens_nothing(abroad: TestClient) -> None:
    abroad.cookies.set("khabar", Guard(users={"admin": ("admin", "")}).cookie({"sid": "x", "name": "admin"}))
    assert abroad.get("/en/stories.json").status_code == 401


def test_guessing_is_slow(abroad: TestClient) -> None:
    found = [sign_in(abroad, "reader", f"guess-{n}").status_code for n in range(10)]
    assert found[0] == 401
    assert found[-1] == 429


def test_visitors_read_no_prose_of_others(example_store: Path, ids: dict[str, str]) -> None:
    with khabar.Store(example_store, readonly=True) as store:
        text = store.report(ids["report"]).text
        titles = " ".join(r.title or "" for r in store.reports())
        words = [s.content for s in store.statements()] + [v.text for e in store.events() for v in e.evidence]
        named = " ".join(t.text for e in store.events() for t in e.about)  # topics are values of the record
        statements = [w for w in words if len(w) > 40 and w not in titles and w not in named]
    assert len(statements) > 20
    sentence = max(re.split(r"[.\n]", text), key=len).strip()
    guard = Guard(loopback=False, token="a-token-of-some-length", public=True)
    with client(example_store, guard, "https://desk.example") as desk:
        for path in PAGES:
            for form in ("", ".json", ".csv"):
                answer = desk.get(at(f"/ar{path.format(**ids)}", form))
                assert answer.status_code == 200
                assert sentence not in answer.text, path
                assert not [s for s in statements if s in answer.text], path
        assert desk.get("/en/add").status_code == 200
        assert desk.post("/en/add", data={"text": "x"}, follow_redirects=False).status_code in (303, 401, 403)


def test_users_file(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from khabar.cli import main
    from khabar.web.guard import read_users

    path = tmp_path / "users.toml"
    answer = CliRunner().invoke(main, ["user", str(path), "amina", "--role", "coder"], input="a long password\n")
    assert answer.exit_code == 0
    users = read_users(path)
    assert users["amina"][0] == "coder"
    assert Guard(users=users).enter("amina", "a long password", "") == "amina"
    assert Guard(users=users).enter("amina", "another", "") is None
    assert "a long password" not in path.read_text("utf-8")
    path.write_text("[user.x]\nrole = 'king'\n", "utf-8")
    with pytest.raises(khabar.InputError, match="needs role"):
        read_users(path)


def test_serve_says_what_is_wrong(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from khabar.cli import main

    answer = CliRunner().invoke(main, ["serve", str(tmp_path / "none.db")])
    assert answer.exit_code == 1
    assert "no such store" in answer.output


# ------------------------------------------------------------------ review


@pytest.fixture
def mine(example_store: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A desk over a store of one's own."""
    shutil.copy(example_store, tmp_path / "s.db")
    with client(tmp_path / "s.db") as found:
        yield found


def decide(desk: TestClient, **fields: Any) -> Any:
    data = {"form-token": form_token(desk), "why": "a reason", "back": "/en/log", **fields}
    return desk.post("/en/decide", data=data, follow_redirects=False)


def test_a_correction_shows_and_can_be_taken_back(mine: TestClient, ids: dict[str, str]) -> None:
    report = f"/en/report/{ids['report']}"
    event = mine.get(report + ".json").json()["rows"][0]
    other = "planned" if event["status"] != "planned" else "happened"

    def status() -> str:
        return next(r["status"] for r in mine.get(report + ".json").json()["rows"] if r["id"] == event["id"])

    answer = decide(mine, verb="correct", subject=event["id"], field="status", value=other, back=report)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{report}?review=1#review"
    assert status() == other
    assert "a reason" in mine.get(report).text
    (line,) = mine.get("/en/log.json").json()["rows"]
    assert (line["verb"], line["subject"], line["undone"]) == ("correct", event["id"], False)
    assert decide(mine, verb="undo", subject=line["id"]).status_code == 303
    assert status() == event["status"]
    rows = mine.get("/en/log.json").json()["rows"]
    assert [r["verb"] for r in rows] == ["undo", "correct"]
    assert rows[1]["undone"] is True


def test_stories_are_merged_and_split(mine: TestClient) -> None:
    rows = mine.get("/en/stories.json?_sort=reports").json()["rows"]
    first, second = rows[0]["id"], rows[1]["id"]
    assert decide(mine, verb="merge", subject=first, value=second).status_code == 303
    assert mine.get("/en/stories.json").json()["count"] == len(rows) - 1
    (line,) = mine.get("/en/log.json").json()["rows"]
    decide(mine, verb="undo", subject=line["id"])
    assert mine.get("/en/stories.json").json()["count"] == len(rows)
    story = mine.get("/en/stories.json?_sort=reports").json()["rows"][0]["id"]
    report = mine.get(f"/en/story/{story}.json").json()["record"]["reports"][0]["id"]
    assert decide(mine, verb="split", subject=story, reports=[report]).status_code == 303
    assert mine.get("/en/stories.json").json()["count"] == len(rows) + 1


def test_an_actor_is_reviewed_too(mine: TestClient, ids: dict[str, str]) -> None:
    page = "/en/actor/person/joe-biden"
    event = mine.get(page + ".json").json()["rows"][0]
    drawer = mine.get(f"{page}?review=1&event={event['id']}").text
    assert f'<option value="{event["id"]}" selected>' in drawer
    assert {"accept", "correct", "reject"} <= set(re.findall(r'name="verb" value="(\w+)"', drawer))
    assert decide(mine, verb="accept", subject=event["id"]).status_code == 303
    assert decide(mine, verb="alias", subject="person/joe-biden", field=ids["report"], value="person/antony-blinken").status_code == 303
    (who,) = {p for r in mine.get(f"/en/report/{ids['report']}.json").json()["rows"] for p in r["actors"] if "joe" in p or "antony" in p}
    assert who == "person/antony-blinken"
    log = mine.get("/en/log")
    assert "Joe Biden" in log.text
    (line, _) = mine.get("/en/log.json").json()["rows"]
    decide(mine, verb="undo", subject=line["id"])
    assert "of: Add a name" in mine.get("/en/log").text


def test_accepting_is_logged_and_changes_nothing(mine: TestClient, ids: dict[str, str]) -> None:
    report = f"/en/report/{ids['report']}.json"
    before = mine.get(report).json()
    assert decide(mine, verb="accept", subject=before["rows"][0]["id"]).status_code == 303
    assert mine.get(report).json()["rows"] == before["rows"]
    assert mine.get("/en/log.json").json()["rows"][0]["verb"] == "accept"


@pytest.mark.parametrize(
    "fields",
    [
        {"verb": "correct", "field": "status", "value": "perhaps"},
        {"verb": "correct", "field": "type", "value": "INVADE"},
        {"verb": "correct", "field": "date", "value": "yesterday"},
        {"verb": "correct", "field": "place", "value": "Geneva"},
        {"verb": "correct", "field": "id", "value": "x"},
        {"verb": "reject", "subject": "e-none"},
        {"verb": "explode"},
        {"verb": "undo", "subject": "d-none"},
    ],
)
def test_decisions_that_cannot_be_taken(mine: TestClient, ids: dict[str, str], fields: dict[str, str]) -> None:
    event = mine.get(f"/en/report/{ids['report']}.json").json()["rows"][0]["id"]
    assert decide(mine, **{"subject": event, **fields}).status_code == 400
    assert mine.get("/en/log.json").json()["rows"] == []


def test_one_is_led_back_into_the_desk_only(mine: TestClient, ids: dict[str, str]) -> None:
    event = mine.get(f"/en/report/{ids['report']}.json").json()["rows"][0]["id"]
    for back in ("https://evil.example/", "//evil.example/x", "/en//evil.example"):
        assert decide(mine, verb="accept", subject=event, back=back).headers["location"].startswith("/en/log?")


def test_readers_do_not_decide(abroad: TestClient, ids: dict[str, str]) -> None:
    sign_in(abroad, "reader")
    assert "/en/decide" not in abroad.get(f"/en/report/{ids['report']}").text
    assert abroad.post("/en/decide", data={"verb": "accept"}).status_code == 403
    sign_in(abroad, "coder")
    assert "/en/decide" in abroad.get(f"/en/report/{ids['report']}").text
