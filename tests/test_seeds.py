"""``khabar read`` on the two seed reports against ``../shared/seeds/EXPECTED.md``, line by line.

What does not hold yet is in ``known_seeds.toml``.
"""

from __future__ import annotations

from typing import Any

from held import known, split
from seeds_expected import NUMBER, lines


def test_the_record_of_the_seeds(seed_record: dict[str, Any]) -> None:
    broken, mended = split(lines(seed_record), known("seeds"))
    assert not broken, f"{len(broken)} lines of EXPECTED.md do not hold any more:\n" + "\n".join(broken)
    assert not mended, "these hold now; take them out of tests/known_seeds.toml:\n" + "\n".join(mended)


def test_every_line_holds_once_and_for_all() -> None:
    assert not known("seeds"), "all 116 lines held on 2026-11-26: none may be listed as a known failure again"


def test_the_lines_of_the_seeds_are_where_the_data_say(seed_record: dict[str, Any]) -> None:
    reports = dict(zip("AB", sorted(seed_record["reports"], key=lambda r: r["path"]), strict=True))
    for k, (first, last) in NUMBER.items():
        assert len(reports[k]["text"].rstrip("\n").split("\n")) == last - first + 1
