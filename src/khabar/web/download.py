"""Exports of just what a page of events shows: every format of ``khabar.take``, alone or in a ZIP file with its codebook and citation."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

import khabar
from khabar.web.asking import Ask, Missing, Wrong
from khabar.web.pages.data import exports

_PIECE = 1 << 16
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "polecat": "text/tab-separated-values; charset=utf-8",
    "prov": "application/ld+json",
    "gexf": "application/gexf+xml",
    "geojson": "application/geo+json",
    "timelinejs": "application/json",
    "atom": "application/atom+xml",
}


def made(ask: Ask, format: str) -> tuple[IO[bytes], str, str]:
    """A file on the disk that vanishes when it is closed, what it is called, and its media type.

    Parameters of the question besides the filters: level, ``papers=1`` (ZIP with all papers), ``_bom=1`` (CSV for Excel). Who may not read
    the reports' words gets none.
    """
    if format not in exports():
        raise Missing(format)
    how = khabar.FORMATS[format]
    level = ask.one("level") or how.level
    if level not in how.levels:
        raise Wrong(f"level: one of {', '.join(how.levels)}")
    more: dict[str, Any] = {"level": level, "text": ask.sees_text, **ask.filters}
    with ExitStack() as until_made:
        file = until_made.enter_context(tempfile.TemporaryFile())
        if ask.one("papers") == "1":
            _zipped(ask, format, file, more)
            name, media = f"khabar-{format}.zip", "application/zip"
        else:
            khabar.take(ask.store, format, file, bom=format == "csv" and ask.one("_bom") == "1", **more)
            name, media = f"khabar-{level}.{how.ending}", _TYPES.get(format, "application/jsonl")
        until_made.pop_all()
    return file, name, media


def _zipped(ask: Ask, format: str, file: IO[bytes], more: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        taken = khabar.take(ask.store, format, Path(folder, "khabar"), **more)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
            for path in taken.files:
                out.write(path, f"khabar/{path.name}")


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """The file piece by piece; closed at the end, however that comes."""
    with file:
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece
