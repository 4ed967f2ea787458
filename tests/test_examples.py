"""``khabar read examples/*`` against ``examples/expected.toml``, line by line; what does not hold yet is in ``known_examples.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from held import Line, example_lines, known, split


def test_the_record_of_the_examples(example_record: dict[str, Any]) -> None:
    lines = example_lines(example_record)
    broken, mended = split(lines, known("examples"))
    assert not broken, f"{len(broken)} lines of examples/expected.toml do not hold any more:\n" + "\n".join(broken)
    assert not mended, "these hold now; take them out of tests/known_examples.toml:\n" + "\n".join(mended)


def test_the_list_of_known_failures_only_shrinks() -> None:
    """The number stands here so that a longer list has to be written down in two places."""
    assert len(known("examples")) <= MOST


MOST = 110


def test_split_tells_both_ways() -> None:
    lines = [Line("a", None), Line("b", "wrong"), Line("c", None), Line("d", "wrong")]
    assert split(lines, ["b", "c"]) == (["d: wrong"], ["c"])


def test_every_example_report_is_marked_as_retold(examples: Path) -> None:
    mark = tomllib.loads((examples / "expected.toml").read_text("utf-8"))["mark"]
    files = [p for p in examples.iterdir() if p.suffix in (".txt", ".html", ".jsonl")]
    assert len(files) >= 8
    assert not [p.name for p in files if mark not in p.read_text("utf-8")]


def test_the_package_carries_the_examples(examples: Path) -> None:
    import khabar

    assert {p.name for p in khabar.examples()} == {p.name for p in examples.iterdir() if p.suffix in (".txt", ".html", ".jsonl")}
