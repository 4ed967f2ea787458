"""One export from its beginning to its end: the view, the data, the papers beside them.

Nothing is left out in silence: what a format cannot hold is said in ``Taken.losses``, on standard error and in the codebook.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import khabar
from khabar.export import FORMATS, feed, graphs, notes, papers, polecat, provenance, tables
from khabar.export.columns import Column, columns
from khabar.export.rows import rows
from khabar.export.stamp import Losses, Stamp, denominators, stamp
from khabar.export.view import View

_CSV = (
    "CSV has no lists and no empty text: lists are joined with '; ' (a ';' in a value becomes ','), empty means not known.",
    "A cell of text that begins with = + - @, a tab or a line break has one apostrophe in front, so that no spreadsheet runs it; read.py and read.R "
    "take it away.",
)
_XLSX = (
    "XLSX has no lists: they are joined with '; ' (a ';' in a value becomes ',').",
    "A cell of text that looks like a formula is stored as text and marked so (quote prefix).",
    "A cell holds 32,767 characters, a sheet 1,048,575 rows: longer text is cut, longer tables go on in a second sheet.",
)
_LOSSES = {
    "csv": _CSV, "xlsx": _XLSX, "polecat": polecat.LOSSES, "ninjs": notes.NINJS_LOSSES, "prov": provenance.LOSSES, "gexf": graphs.LOSSES,
    "geojson": notes.GEO_LOSSES, "ftm": notes.FTM_LOSSES, "timelinejs": notes.TIMELINE_LOSSES, "atom": feed.LOSSES,
}  # fmt: skip
_ROW_LOSS = {
    "story": "A row is a story with its main act; of its further acts only type, status, day and number of reports stand in `acts`.",
    "event": "A row shows the first piece of evidence; others, and what each value was read from, stand at level claim.",
    "claim": "A row shows the first place in the text that gives the value.",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Taken:
    """What was written: files in order, how many rows (features, edges, slides …), what the format cannot hold, how to cite it."""

    files: tuple[Path, ...]
    number: int
    losses: tuple[str, ...]
    citation: str
    version: str


def take(
    store: khabar.Store,
    format: str,
    out: str | os.PathLike[str] | IO[bytes] | None = None,
    *,
    level: str | None = None,
    text: bool = True,
    bom: bool = False,
    **filters: Any,
) -> Taken:
    """Take out what fits the filters.

    format: one of ``FORMATS``. out: None for standard output, an open binary file, a file, or a folder (a path without an ending, or one that
    is a folder): the data come first, and beside them in a folder or beside a file codebook, citation, denominators and, with tables, CSVW
    metadata and readers for R and Python. level: story, event or claim. text: False leaves out what reports have written. bom: CSV with a
    byte-order mark, for Excel. Raises StoreError for a format, level or filter that is none, and where a file would be written over that
    an export has not made.
    """
    if format not in FORMATS:
        raise khabar.StoreError(f"no format {format!r}; there are: {', '.join(FORMATS)}")
    how = FORMATS[format]
    level = level or how.level
    if level not in how.levels:
        raise khabar.StoreError(f"{format} has no level {level!r}; it has: {', '.join(how.levels)}")
    if bom and format != "csv":
        raise khabar.StoreError("a byte-order mark goes with csv only")
    view = View(store, {k: v for k, v in filters.items() if v is not None}, level, text)
    behind, coded = denominators(view)
    made = stamp(view, format, behind, coded)
    losses = Losses(_LOSSES.get(format, ()) + ((_ROW_LOSS[level],) if how.tabular and format != "polecat" else ()))
    if not text:
        losses.always += ("Made without words of the reports (--no-text): no titles, evidence, topics in words, names as they stand in the text.",)
    job = _Job(view, format, made, losses, behind, bom)
    if out is None or hasattr(out, "write"):
        target: IO[bytes] = sys.stdout.buffer if out is None else out  # type: ignore[assignment]
        number = job.write(target, None)
        target.flush()
        return Taken((), number, tuple(losses.sentences()), made.citation, made.version)
    path = Path(os.fspath(out))
    folder = path.is_dir() or not path.suffix
    home = path if folder else path.parent
    name = f"{_stem(format, level)}.{how.ending}" if folder else path.name
    home.mkdir(parents=True, exist_ok=True)
    number, files = job.lay(home, name, folder)
    return Taken(tuple(files), number, tuple(losses.sentences()), made.citation, made.version)


def _stem(format: str, level: str) -> str:
    if format in ("csv", "jsonl", "parquet", "xlsx"):
        return {"story": "stories", "event": "events", "claim": "claims"}[level]
    return {"polecat": "polecat", "ninjs": "reports"}.get(format, "khabar")


_OURS = b"khabar"  # every paper that we write says so in its first lines


@dataclass(slots=True)
class _Job:
    view: View
    format: str
    stamp: Stamp
    losses: Losses
    behind: list[dict[str, Any]]
    bom: bool
    side: list[dict[str, Any]] | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        if self.format == "polecat":
            return tuple(Column(n, "text", (), "As POLECAT has it.") for n in polecat.HEADER)
        return columns(self.view.level, self.view.words)

    def lay(self, home: Path, name: str, folder: bool) -> tuple[int, list[Path]]:
        """Write the data and the papers; each file appears whole or not at all."""
        if self.format == "ninjs" and folder:
            return self._items(home)
        files = [home / name]
        papers_ = ["codebook.md", "CITATION.cff", "denominators.csv"]
        if FORMATS[self.format].tabular:
            papers_ += ["codebook.csv", "read.R", "read.py", self._metadata(name), *(["polecat-side.csv"] if self.format == "polecat" else [])]
        for paper in papers_:
            _mine(home / paper)
        if self.format == "polecat":
            self.side = []
        number = _whole(files[0], lambda out: self.write(out, self.side))
        for paper, text in self._papers(name, number).items():
            files.append(home / paper)
            _whole(files[-1], lambda out, text=text: out.write(text.encode("utf-8")))  # type: ignore[misc]
        return number, files

    def _metadata(self, name: str) -> str:
        return f"{name}-metadata.json" if self.format in ("csv", "polecat") else "csv-metadata.json"

    def _papers(self, name: str, number: int) -> dict[str, str]:
        tabular = FORMATS[self.format].tabular
        tables_: dict[str, Any] = {name: self.columns} if tabular else {}
        side = polecat.side_columns(self.view.words)
        if self.side is not None:
            tables_["polecat-side.csv"] = side
        tables_["denominators.csv"] = papers.denominator_columns()
        what = f"rows, level {self.view.level}" if tabular else f"items, level {self.view.level}"
        out = {
            "codebook.md": papers.codebook_md(self.stamp, tables_, self.losses.sentences(), number, what),
            "CITATION.cff": papers.citation_cff(self.stamp, number, what), "denominators.csv": papers.denominators_csv(self.behind),
        }  # fmt: skip
        if tabular:
            csvs: dict[str, tuple[Any, str]] = {"denominators.csv": (tables_["denominators.csv"], ",")}
            if self.side is not None:
                page = io.StringIO(newline="")
                tables.write_csv(page, side, self.side)
                out["polecat-side.csv"] = page.getvalue()
                csvs = {"polecat-side.csv": (side, ","), **csvs}
            if self.format in ("csv", "polecat"):
                csvs = {name: (self.columns, "," if self.format == "csv" else "\t"), **csvs}
            key = {"story": "story_id", "event": "event_id", "claim": "claim_id"}[self.view.level] if self.format == "csv" else ""
            out |= {
                "codebook.csv": papers.codebook_csv(tables_), "read.R": papers.read_r(name, self.format, self.columns),
                "read.py": papers.read_py(name, self.format, self.columns), self._metadata(name): papers.csvw(csvs, self.stamp, key),
            }  # fmt: skip
        return out

    def _items(self, home: Path) -> tuple[int, list[Path]]:
        files = []
        for item in notes.ninjs(self.view, self.stamp, self.losses):
            path = home / f"{item['altIds'][0]['value']}.json"
            _whole(path, lambda out, item=item: out.write((json.dumps(item, ensure_ascii=False, indent=1) + "\n").encode()))  # type: ignore[misc]
            files.append(path)
        for paper, text in self._papers("", len(files)).items():
            _mine(home / paper)
            _whole(home / paper, lambda out, text=text: out.write(text.encode("utf-8")))  # type: ignore[misc]
        return len(files), [*files, *(home / p for p in ("codebook.md", "CITATION.cff", "denominators.csv"))]

    def write(self, out: IO[bytes], side: list[dict[str, Any]] | None) -> int:
        """The data alone; how many rows. side: takes the rows of POLECAT's side file."""
        if self.format == "parquet":
            about = {"khabar": json.dumps(self.stamp.as_dict(), ensure_ascii=False)}
            return tables.write_parquet(out, self.columns, rows(self.view), about)
        if self.format == "xlsx":
            return self._book(out)
        page = io.TextIOWrapper(out, encoding="utf-8", newline="", errors="surrogatepass", write_through=False)
        try:
            return self._text(page, side)
        finally:
            page.flush()
            page.detach()

    def _text(self, page: IO[str], side: list[dict[str, Any]] | None) -> int:
        view, losses = self.view, self.losses
        if self.format == "csv":
            if self.bom:
                page.write("\ufeff")
            return tables.write_csv(page, self.columns, rows(view))
        if self.format == "jsonl":
            return tables.write_jsonl(page, rows(view))
        if self.format == "polecat":
            page.write("\t".join(polecat.HEADER) + "\n")
            number = 0
            for number, (row, beside) in enumerate(polecat.records(view, losses), 1):  # noqa: B007
                page.write("\t".join(row[n] for n in polecat.HEADER) + "\n")
                if side is not None:
                    side.append(beside)
            return number
        if self.format == "ninjs":
            return tables.write_jsonl(page, notes.ninjs(view, self.stamp, losses))
        if self.format == "ftm":
            return notes.write_ftm(page, view, losses)
        write: Callable[[IO[str], View, Stamp, Losses], int] = {
            "gexf": graphs.write_gexf, "geojson": notes.write_geojson, "timelinejs": notes.write_timeline, "prov": provenance.write_prov,
            "atom": feed.write_atom,
        }[self.format]  # fmt: skip
        return write(page, view, self.stamp, losses)

    def _book(self, out: IO[bytes]) -> int:
        book = tables.Book(out)
        languages = [r["language"] for r in self.behind for _ in range(r["n_reports"])]
        from_right = sum(x in ("ar", "fa", "ur", "he", "ckb", "ps") for x in languages) * 2 > len(languages)
        name = _stem(self.format, self.view.level)
        number = book.sheet(name, self.columns, rows(self.view), from_right)
        if book.cut:
            self.losses.count(f"cells were longer than a cell can be and were cut in {name}", book.cut)
        named = [Column(n, "text", (), "") for n in ("column", "type", "values", "says")]
        words = [{"column": c.name, "type": c.kind, "values": papers.values_of(c), "says": c.says} for c in self.columns]
        book.sheet("codebook", named, words, False)
        book.sheet("denominators", papers.denominator_columns(), self.behind, from_right)
        about = [Column(n, "text", (), "") for n in ("what", "says")]
        told = [("citation", self.stamp.citation), ("version", self.stamp.version), ("filters", self.stamp.asked), ("exported", self.stamp.at)]
        told += [("does not hold", x) for x in self.losses.sentences()]
        book.sheet("about", about, [{"what": k, "says": v} for k, v in told], False)
        book.close()
        return number


def _mine(path: Path) -> None:
    """A file that lies there must be of an earlier export."""
    if path.exists():
        with open(path, "rb") as file:
            head = file.read(4000)
        firsts = (b"table,column,type,values,meaning", b"day,outlet,language,n_reports", b"Event ID,story_id")
        if _OURS not in head and not head.startswith(firsts):
            raise khabar.StoreError(f"{path} is there already and was not written by an export. Give -o a folder of its own")


def _whole(path: Path, write: Callable[[IO[bytes]], int]) -> int:
    """Write beside, then put in place; straight into what is no plain file, such as a pipe or a device."""
    beside = path.with_name(f".{path.name}.part")
    try:
        if path.exists() and not path.is_file():
            with open(path, "wb") as out:
                return write(out)
        with open(beside, "wb") as out:
            number = write(out)
        os.replace(beside, path)
    except OSError as error:
        raise khabar.StoreError(f"{path} cannot be written: {error.strerror or error}") from None
    finally:
        beside.unlink(missing_ok=True)
    return number
