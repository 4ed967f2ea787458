"""What all commands share: the group, failures named on standard error, tables, JSON, CSV."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

import khabar


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(khabar.__version__, prog_name="khabar")
def main() -> None:
    """Reads news reports and keeps one sourced record of diplomacy.

    PATH is text, HTML, JSON Lines, a feed or a WARC, told apart by content; a folder is read through; - is standard input.
    """
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not be UTF-8; the data always are
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace", newline="\n")


@contextmanager
def failing() -> Iterator[None]:
    """A failure that khabar raises on purpose becomes its message and exit status 1."""
    try:
        yield
    except khabar.KhabarError as error:
        click.echo(f"khabar: {error}", err=True)
        sys.exit(1)


def end(failures: list[Any]) -> None:
    name(failures)
    if failures:
        sys.exit(3)


def name(failures: list[Any]) -> None:
    """Each input that could not be read, with the reason; one that names the input itself is not named twice."""
    for failure in failures:
        named = failure.reason.startswith((f"{failure.path}:", f"{failure.path}, "))
        click.echo(f"khabar: {failure.reason}" if named else f"khabar: {failure.path}: {failure.reason}", err=True)


# ------------------------------------------------------------------ rows

FORMS = ("table", "json", "jsonl", "csv")


def forms(command: Callable[..., None]) -> Callable[..., None]:
    """The options --json, --jsonl, --csv; the command gets ``form``."""
    for form in reversed(FORMS[1:]):
        command = click.option(f"--{form}", "form", flag_value=form, help=f"As {form.upper()}.")(command)
    return click.option("--table", "form", flag_value="table", default="table", help="As a table (default).")(command)


def give(rows: Iterable[dict[str, Any]], form: str, columns: Sequence[str] | None = None) -> None:
    """Print rows. columns: those that a table shows; the other forms have all."""
    found = list(rows)
    if form == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    elif form == "jsonl":
        for row in found:
            click.echo(json.dumps(row, ensure_ascii=False))
    elif form == "csv":
        import csv
        import io

        page = io.StringIO(newline="")
        names = list(dict.fromkeys(k for row in found for k in row)) or list(columns or ())
        writer = csv.DictWriter(page, names, lineterminator="\n")
        writer.writeheader()
        for row in found:
            writer.writerow({k: _flat(v) for k, v in row.items()})
        click.echo(page.getvalue(), nl=False)
    else:
        flat = [{k: _flat(v) for k, v in row.items()} for row in found]
        click.echo(khabar.page.table(flat, columns, marks=sys.stdout.isatty()), nl=False)


def _flat(value: Any) -> Any:
    """A value as a cell that has no lists: words with a bar between, anything else as JSON."""
    if isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
        return " | ".join(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict | tuple) else value
