"""What is laid beside a table: codebook, CSVW metadata, readers for R and Python, citation, denominators."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

import khabar
from khabar.export.columns import Column
from khabar.export.stamp import DENOMINATORS, Stamp
from khabar.export.tables import write_csv

_VALUES = {
    "day_basis": "text | publication", "date_basis": "text | weekday | relative | dateline",
    "status": "happened | ongoing | planned | proposed | denied | hypothetical", "change": "cancelled | postponed",
    "background": "true | false", "quad": "1 | 2 | 3 | 4",
}  # fmt: skip
_VERDICTS = "corroborated | repeated | single | differs | contradicted"
_READ_AS = {
    "text": "string", "day": "date (ISO 8601)", "date": "string (ISO 8601 of any precision)",
    "list": "strings joined with '; ' (JSON Lines, Parquet: a list)",
}  # fmt: skip


def denominator_columns() -> tuple[Column, ...]:
    """Columns of ``denominators.csv``."""
    return tuple(Column(name, kind, (), says) for name, (kind, says) in DENOMINATORS.items())


def values_of(column: Column) -> str:
    """Which values a column takes, where they are a closed list."""
    if column.name.startswith("verdict"):
        return _VERDICTS
    words = khabar.vocabulary()
    listed = {"type": "types", "plover_type": "types", "contexts": "contexts"}.get(column.name)
    if listed:
        return " | ".join(words[listed])
    if column.name in ("mode", "plover_mode"):
        return " | ".join(dict.fromkeys(m for modes in words["modes"].values() for m in modes))
    return _VALUES.get(column.name, "")


def codebook_csv(tables: dict[str, Sequence[Column]]) -> str:
    """table, column, type, values, meaning."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(("table", "column", "type", "values", "meaning"))
    for table, columns in tables.items():
        for c in columns:
            writer.writerow((table, c.name, _READ_AS.get(c.kind, c.kind), values_of(c), c.says))
    return page.getvalue()


def codebook_md(stamp: Stamp, tables: dict[str, Sequence[Column]], losses: Iterable[str], number: int, what: str) -> str:
    """The same to read, with stamp, citation and losses."""
    lines = [
        f"# Codebook: {number} {what}", "", f"Format {stamp.format}, level {stamp.level}. {stamp.version}.",
        f"Store: {stamp.store}. Filters: {stamp.asked}. Exported {stamp.at}.",
        "" if stamp.words else "Made with --no-text: columns with words of the reports are left out, parties without a name are 'unnamed'.",
        "", "## Cite as", "", stamp.citation, "", "## What this format does not hold", "", *(f"- {x}" for x in losses), "",
    ]  # fmt: skip
    for table, columns in tables.items():
        lines += [f"## {table}", "", "| column | type | values | meaning |", "|---|---|---|---|"]
        lines += [f"| `{c.name}` | {_READ_AS.get(c.kind, c.kind)} | {_bars(values_of(c))} | {_bars(c.says)} |" for c in columns]
        lines.append("")
    lines += [
        "## Denominators", "", "`denominators.csv` counts the reports that stand behind these rows, a day, outlet and language, with those in which",
        "nothing was found (`n_empty`) and the inputs that could not be read (`n_failed`). A day without events need not be one without reports.", "",
        "Empty cells mean: not known, or the text does not say. Nothing is filled in.",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _bars(text: str) -> str:
    return text.replace("|", "\\|")


def citation_cff(stamp: Stamp, number: int, what: str) -> str:
    """Citation File Format 1.2.0."""
    rows = {
        "cff-version": "1.2.0", "type": "dataset", "message": "If you use these data, please cite them as below.",
        "title": f"Event data from {stamp.store} ({number} {what})", "abstract": stamp.citation, "version": stamp.version,
        "date-released": stamp.at[:10],
    }  # fmt: skip
    # Every JSON string is a YAML string.
    lines = [f"{k}: {json.dumps(v, ensure_ascii=False) if k != 'date-released' else v}" for k, v in rows.items()]
    return "\n".join([*lines, "authors:", '  - name: "the khabar authors"']) + "\n"


def csvw(tables: dict[str, tuple[Sequence[Column], str]], stamp: Stamp, key: str) -> str:
    """Metadata of CSV on the Web: url -> (columns, delimiter). key: the column of the first table that is unique."""
    kinds = {"integer": "integer", "number": "number", "boolean": "boolean", "day": "date"}
    described: list[dict[str, Any]] = []
    for n, (url, (columns, delimiter)) in enumerate(tables.items()):
        listed = []
        for c in columns:
            one: dict[str, Any] = {"titles": c.name, "datatype": kinds.get(c.kind, "string"), "dc:description": c.says}
            one["null"] = "" if delimiter == "," else ["", "None"]
            if c.name.isidentifier():
                one["name"] = c.name
            if c.kind == "list":
                one["separator"] = "; "
            listed.append(one)
        schema: dict[str, Any] = {"columns": listed}
        if n == 0 and key.isidentifier():
            schema["primaryKey"] = key
        dialect: dict[str, Any] = {"header": True, "delimiter": delimiter, "encoding": "utf-8", "lineTerminators": ["\n"]}
        if delimiter == "\t":
            dialect |= {"quoteChar": None}
        described.append({"url": url, "dialect": dialect, "tableSchema": schema})
    group = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}], "dc:title": f"khabar, level {stamp.level}", "dc:description": stamp.citation,
        "dc:date": {"@value": stamp.at[:10], "@type": "xsd:date"}, "tables": described,
    }  # fmt: skip
    return json.dumps(group, ensure_ascii=False, indent=1) + "\n"


# ------------------------------------------------------------------ readers


def read_py(name: str, format: str, columns: Sequence[Column]) -> str:
    """A module that reads the export with the standard library alone (Parquet and XLSX: with their packages)."""
    kinds = {c.name: c.kind for c in columns if c.kind != "text"}
    head = f'"""Reads {name}: rows = read(). Written by khabar {khabar.__version__}; types as in codebook.csv."""\n\n'
    if format == "parquet":
        return head + f'import pyarrow.parquet\n\n\ndef read(path="{name}"):\n    return pyarrow.parquet.read_table(path).to_pylist()\n'
    if format == "jsonl":
        return head + (
            f'import json\n\n\ndef read(path="{name}"):\n    with open(path, encoding="utf-8") as lines:\n'
            "        return [json.loads(line) for line in lines]\n"
        )
    if format == "polecat":
        return head + (
            "import csv\n\n\n"
            f'def read(path="{name}"):\n    """A dict a row; None for the word None, as POLECAT writes what is missing."""\n'
            '    with open(path, encoding="utf-8", newline="") as file:\n'
            '        rows = csv.DictReader(file, delimiter="\\t", quoting=csv.QUOTE_NONE)\n'
            '        return [{k: None if v == "None" else v for k, v in row.items()} for row in rows]\n'
        )
    body = (
        f"KINDS = {json.dumps(kinds)}\n\n\n"
        "def value(column, cell):\n"
        "    kind = KINDS.get(column)\n"
        '    if cell is None or cell == "":\n'
        '        return [] if kind == "list" else None\n'
        '    if kind in ("integer", "number", "boolean") and not isinstance(cell, str):\n'
        "        return cell\n"
        '    if kind == "integer":\n        return int(cell)\n'
        '    if kind == "number":\n        return float(cell)\n'
        '    if kind == "boolean":\n        return cell == "true"\n'
        '    if kind == "day" and not isinstance(cell, str):\n        return cell.strftime("%Y-%m-%d")\n'
        "    if GUARDED.match(cell):  # one apostrophe keeps spreadsheets from taking the cell for a formula\n"
        "        cell = cell[1:]\n"
        '    return cell.split("; ") if kind == "list" else cell\n\n\n'
    )
    if format == "xlsx":
        guard = 'GUARDED = re.compile("(?!)")  # in XLSX nothing is put in front\n'
        reader = (
            f'def read(path="{name}"):\n'
            "    rows = openpyxl.load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True)\n"
            "    names = next(rows)\n    return [{n: value(n, v) for n, v in zip(names, row)} for row in rows]\n"
        )
        return head + "import re\n\nimport openpyxl\n\n" + guard + body + reader
    guard = "GUARDED = re.compile(\"''*[=+\\\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]\")\n"
    reader = (
        f'def read(path="{name}"):\n    with open(path, encoding="utf-8-sig", newline="") as file:\n'
        "        return [{n: value(n, v) for n, v in row.items()} for row in csv.DictReader(file)]\n"
    )
    return head + "import csv\nimport re\n\n" + guard + body + reader


def read_r(name: str, format: str, columns: Sequence[Column]) -> str:
    """The same for R: tables of text with R alone, the others with jsonlite, arrow, readxl."""
    kinds = {"integer": "integer", "number": "numeric", "boolean": "character", "day": "Date"}
    lists = ", ".join(json.dumps(c.name) for c in columns if c.kind == "list")
    head = f"# Reads {name}. Written by khabar {khabar.__version__}; types as in codebook.csv.\n"
    split = f"lists <- c({lists})\nevents[lists] <- lapply(events[lists], function(x) strsplit(ifelse(is.na(x), \"\", x), \"; \", fixed = TRUE))\n"
    plain = 'encoding = "UTF-8", comment.char = "", check.names = FALSE'
    if format == "parquet":
        return head + f'events <- arrow::read_parquet("{name}")\n'
    if format == "jsonl":
        return head + f'events <- jsonlite::stream_in(file("{name}", encoding = "UTF-8"), verbose = FALSE)\n'
    if format == "polecat":
        side = f'side <- read.csv("polecat-side.csv", na.strings = "", colClasses = "character", {plain})\n'
        return head + f'events <- read.delim("{name}", na.strings = "None", quote = "", colClasses = "character", {plain})\n' + side
    if format == "xlsx":
        return head + f'events <- readxl::read_excel("{name}", guess_max = 100000)\n' + split
    types = ",\n  ".join(f"{json.dumps(c.name)} = {json.dumps(kinds.get(c.kind, 'character'))}" for c in columns)
    flags = ", ".join(json.dumps(c.name) for c in columns if c.kind == "boolean")
    guard = (
        f"flags <- c({flags})\n"
        'events[flags] <- lapply(events[flags], function(x) x == "true")\n'
        "# One apostrophe keeps spreadsheets from taking a cell of text for a formula: take it away.\n"
        "text <- vapply(events, is.character, logical(1))\n"
        "guarded <- \"^'(?='*[=+\\\\-@\\\\t\\\\r\\\\n\\uff1d\\uff0b\\uff0d\\uff20])\"\n"
        'events[text] <- lapply(events[text], function(x) sub(guarded, "", x, perl = TRUE))\n'
    )
    return head + f'events <- read.csv("{name}", na.strings = "", {plain}, colClasses = c(\n  {types}\n))\n' + guard + split


def denominators_csv(rows: Iterable[dict[str, Any]]) -> str:
    """The table of denominators."""
    page = io.StringIO(newline="")
    write_csv(page, denominator_columns(), rows)
    return page.getvalue()
