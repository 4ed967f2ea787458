"""TSV and TOML files of ``data/``, read strictly: what breaks the format is an error with file, line and cure."""

from __future__ import annotations

import gc
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from khabar.errors import PackError


def data_dir() -> Traversable:
    """The folder ``khabar/data`` wherever the package is installed."""
    return files("khabar") / "data"


def read_tsv(path: Traversable, columns: Iterable[str], optional: Iterable[str] = ()) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows as (line number, column -> cell). ``columns`` must all be there, ``optional`` may; nothing else may.

    Blank lines and lines that begin with # are passed over; missing cells at the end of a row are ''. Raises PackError.
    """
    required, allowed = tuple(columns), {*columns, *optional}
    head: list[str] | None = None
    name = path.name
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if head is None:
            head = cells
            unknown, missing = [c for c in head if c not in allowed], [c for c in required if c not in head]
            if unknown or missing:
                raise PackError(name, number, f"columns unknown: {unknown}, missing: {missing}", f"Allowed: {sorted(allowed)}")
            continue
        if len(cells) > len(head):
            raise PackError(name, number, f"{len(cells)} cells, {len(head)} columns", "Take out the extra tab")
        yield number, dict(zip(head, [c.strip() for c in cells] + [""] * (len(head) - len(cells)), strict=True))


def forms(cell: str) -> tuple[str, ...]:
    """The forms in one cell, parted by `` | ``."""
    return tuple(f.strip() for f in cell.split("|") if f.strip())


def read_toml(path: Traversable) -> dict[str, Any]:
    """A TOML file as a dict. Raises PackError where it is no TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(path.name, None, str(error), "Mend the TOML") from error


@contextmanager
def in_one_go() -> Iterator[None]:
    """For making many objects of which none is rubbish: a hundred thousand that stay (a pack, the world), or thousands that die together, none
    in a circle (what one report is read into). Until then Python does not look for rubbish.

    Looked for on the way, it takes as long as making a pack; what a report is read into is found alive, counts as old, and makes Python go
    through the whole world and pack again and again: a sixth of the time of reading and coding. Where the program itself has switched the
    search off, it stays off.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
            gc.collect(0)  # of the youngest: else Python looks at once, and every few hundred reports through all that there is
