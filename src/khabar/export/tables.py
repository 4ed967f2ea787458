"""Tables as CSV, JSON Lines, Parquet and XLSX.

A spreadsheet may take a cell of text for a formula. In CSV such a cell is given one apostrophe in front (``guarded``), which the
readers that come with the export take away again; in XLSX it is stored as text and marked as such (quote prefix). JSON Lines and
Parquet are not touched. Numbers are never touched.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import IO, Any

import khabar
from khabar.export.columns import Column

_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_LIST = "; "
_SHEET, _CELL = 1_048_575, 32_767  # rows below the heading, characters: what a sheet of Excel holds

Row = Mapping[str, Any]


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula. ``text.removeprefix("'")`` of what was guarded gives it back."""
    return "'" + text if _FORMULA.match(text) else text


def cell(value: Any, kind: str) -> str:
    """A value as CSV has it: '' for None, true/false, lists joined with '; ' (a ';' inside becomes ',')."""
    if value is None:
        return ""
    if kind == "boolean":
        return "true" if value else "false"
    if kind == "list":
        return guarded(_LIST.join(str(v).replace(";", ",") for v in value))
    if kind in ("integer", "number"):
        return str(value)
    return guarded(str(value))


def write_csv(out: IO[str], columns: Sequence[Column], rows: Iterable[Row], delimiter: str = ",") -> int:
    """RFC 4180 with line feeds; how many rows. out: opened with newline=''."""
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow([c.name for c in columns])
    number = 0
    for row in rows:
        number += 1
        writer.writerow([cell(row[c.name], c.kind) for c in columns])
    return number


def write_jsonl(out: IO[str], rows: Iterable[Row]) -> int:
    """One object a line, UTF-8, lists as lists; how many."""
    number = 0
    for number, row in enumerate(rows, 1):  # noqa: B007
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return number


def write_parquet(out: IO[bytes], columns: Sequence[Column], rows: Iterable[Row], about: Mapping[str, str]) -> int:
    """Typed columns, real lists, days as dates; about: kept in the file's metadata. Raises StoreError without the extra ``parquet``."""
    try:
        pa: Any = import_module("pyarrow")
        pq: Any = import_module("pyarrow.parquet")
    except ImportError:
        raise khabar.StoreError("parquet needs pyarrow: pip install 'khabar[parquet]'") from None
    kinds = {"day": pa.date32(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "list": pa.list_(pa.string())}
    schema = pa.schema([pa.field(c.name, kinds.get(c.kind, pa.string()), metadata={"description": c.says}) for c in columns], metadata=dict(about))
    number = 0
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for some in _batches(rows, 5000):
            number += len(some)
            table = {c.name: [_day(r[c.name]) if c.kind == "day" else r[c.name] for r in some] for c in columns}
            writer.write_table(pa.Table.from_pydict(table, schema=schema))
    return number


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    some: list[Row] = []
    for row in rows:
        some.append(row)
        if len(some) == size:
            yield some
            some = []
    yield some


# ------------------------------------------------------------------ XLSX


class Book:
    """An XLSX workbook: sheets that open from the right where their reports are written so."""

    def __init__(self, out: IO[bytes]) -> None:
        writer: Any = import_module("xlsxwriter")
        # No guessing: text stays text. Rows are written out as they come, so that memory stays bounded.
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._out, self._page = out, io.BytesIO()
        self._book = writer.Workbook(self._page, options)
        self._heading = self._book.add_format({"bold": True, "bottom": 1})
        self._plain = self._book.add_format({"text_wrap": False})
        self._quoted = self._book.add_format({"quote_prefix": True})
        self._date = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self.cut = 0

    def sheet(self, name: str, columns: Sequence[Column], rows: Iterable[Row], from_right: bool) -> int:
        """Add a table; one that is too long for a sheet goes on in the next. How many rows; ``cut``: cells that had to be shortened."""
        number, sheet = 0, None
        for row in rows:
            if number % _SHEET == 0:
                sheet = self._begin(name if number == 0 else f"{name} {number // _SHEET + 1}", columns, from_right)
            number += 1
            for n, c in enumerate(columns):
                self._write(sheet, (number - 1) % _SHEET + 1, n, row[c.name], c.kind)
        if sheet is None:
            self._begin(name, columns, from_right)
        return number

    def _begin(self, name: str, columns: Sequence[Column], from_right: bool) -> Any:
        sheet = self._book.add_worksheet(name)
        if from_right:
            sheet.right_to_left()
        sheet.freeze_panes(1, 1)
        for n, c in enumerate(columns):
            wide = 48 if c.name in ("text", "says", "citation", "value") or c.name.startswith("title") else 22 if c.kind == "list" else 14
            sheet.set_column(n, n, wide, self._plain)
            sheet.write_string(0, n, c.name, self._heading)
        return sheet

    def _write(self, sheet: Any, row: int, column: int, value: Any, kind: str) -> None:
        if value is None:
            return
        if kind == "boolean":
            sheet.write_boolean(row, column, bool(value))
        elif kind in ("integer", "number"):
            sheet.write_number(row, column, value)
        elif kind == "day" and str(value) >= "1900-03-01":  # Excel counts a 29 February 1900
            sheet.write_datetime(row, column, date.fromisoformat(value), self._date)
        else:
            text = _LIST.join(str(v).replace(";", ",") for v in value) if kind == "list" else str(value)
            if not text:
                return
            if len(text) > _CELL:
                self.cut += 1
                text = text[:_CELL]
            sheet.write_string(row, column, text, self._quoted if _FORMULA.match(text) else None)

    def close(self) -> None:
        """Write the file."""
        self._book.close()
        self._out.write(self._page.getvalue())
