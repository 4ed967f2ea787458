"""What the pages show is what the commands print: ``make docs`` mends a page that no longer does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "docs"))
import reprint

SHOWN = [p.name for p in reprint.PAGES if "```console\n" in p.read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", SHOWN)
def test_page_shows_what_is_printed(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert reprint.main(["--check", page]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("shown", "got", "same"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a", "b"], ["a", "c"], False),
        (["a", "…"], ["a", "b", "c"], True),
        (["a", "…"], ["a"], True),
        (["…", "c"], ["a", "b", "c"], True),
        (["a …, z"], ["a, b, z"], False),
        (["a, …, z"], ["a, b, c, z"], True),
        (["a.c"], ["abc"], False),
        (["at 2026-01-02T03:04:05Z"], ["at 2027-11-12T13:14:15Z"], True),
        (["d-0123456789ab done"], ["d-ba9876543210 done"], True),
    ],
)
def test_cuts_and_chance(shown: list[str], got: list[str], same: bool) -> None:
    assert reprint.holds(shown, got) is same


def test_only_paragraphs_or_lines_are_cut_again() -> None:
    step = reprint.Step("x", ["old", "", "…"], ["new", "more", "", "rest"])
    assert reprint.printed(step) == ["new", "more", "", "…"]
    step = reprint.Step("x", ["old", "…"], ["new", "more", "", "rest"])
    assert reprint.printed(step) == ["new", "…"]
    assert reprint.printed(reprint.Step("x", ["old", "…", "last"], ["new", "last"])) is None


@pytest.mark.parametrize(
    "line",
    ["khabar --version", "khabar reed", "khabar list none.db", "cd notes; khabar read none.txt", "khabar --help | head -n 1", "khabar read - < none",
     "set -o pipefail; khabar read --help | true", "printf '' | khabar read -", "COLUMNS=50 khabar list --help 2>&1 >/dev/null"],
)  # fmt: skip
def test_a_started_khabar_does_what_one_does_that_starts(line: str, tmp_path: Path) -> None:
    (tmp_path / "started").mkdir()
    (tmp_path / "notes").mkdir()
    reprint.started.program(tmp_path / "started")
    told = []
    for folder in (tmp_path / "started", Path(sys.executable).parent):
        env = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
        done = subprocess.run(["bash", "-c", line], cwd=tmp_path, env=env, capture_output=True, check=False)
        told.append((done.returncode, done.stdout, done.stderr))
    assert told[0] == told[1]
