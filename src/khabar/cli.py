"""The command line: a thin door over the public names of ``khabar``. Data goes to standard output, everything else to standard error.

Exit status: 0 all read; 1 failed; 2 wrong usage; 3 done, but some inputs could not be read (each named on standard error).
"""

from __future__ import annotations

import datetime
import sys
from typing import Any

import click

import khabar

_PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(khabar.__version__, prog_name="khabar")
def main() -> None:
    """Reads news reports and keeps one sourced record of diplomacy.

    PATH is text, HTML or JSON Lines, told apart by content; a folder is read through; - is standard input.
    """
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not be UTF-8; the data always are
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace", newline="\n")


@main.command()
@click.option("--json", "form", flag_value="json", help="The record as JSON.")
@click.option("--text", "form", flag_value="text", default="text", help="A page to read (default).")
def demo(form: str) -> None:
    """The main job on the example reports: no store, no clone, no network."""

    click.echo("khabar demo: reading the example reports that come with the package", err=True)
    _read([str(p) for p in khabar.examples()], form, {})


@main.command()
@_PATHS
@click.option("--json", "form", flag_value="json", help="The record as JSON (CONTRACT: khabar.record/1).")
@click.option("--text", "form", flag_value="text", help="A page to read; the default on a terminal.")
@click.option("--outlet", help="Who published it. With one PATH.")
@click.option("--published", help="When: YYYY-MM-DD or a timestamp. With one PATH.")
@click.option("--url", help="Where. With one PATH.")
@click.option("--lang", "language", help="Its language, e.g. ar. With one PATH.")
def read(paths: tuple[str, ...], form: str | None, **given: str | None) -> None:
    """Read, code and compare reports, and print the record."""
    handed = {k: v for k, v in given.items() if v is not None}
    if handed and len(paths) > 1:
        raise click.UsageError("--outlet, --published, --url and --lang go with one PATH")
    _read(list(paths), form or ("text" if sys.stdout.isatty() else "json"), handed)


@main.command()
@_PATHS
@click.option("--json", "as_json", is_flag=True, help="The stories' facts as JSON.")
def compare(paths: tuple[str, ...], as_json: bool) -> None:
    """Lay the accounts of one happening side by side: what each says and leaves out."""
    import json


    record, failures = _collect(list(paths), {})
    if as_json:
        stories = record.to_dict()["stories"]
        click.echo(json.dumps(stories, ensure_ascii=False, indent=1))
    else:
        click.echo(khabar.page.comparison(record, marks=sys.stdout.isatty()), nl=False)
    _end(failures)


def _read(paths: list[str], form: str, given: dict[str, str]) -> None:

    record, failures = _collect(paths, given)
    if form == "json":
        click.echo(record.to_json())
    else:
        click.echo(khabar.page.page(record, marks=sys.stdout.isatty()), nl=False)
    _end(failures)


def _collect(paths: list[str], given: dict[str, str]) -> tuple[Any, list[Any]]:

    count = 0

    def progress(_: object) -> None:
        nonlocal count
        count += 1
        if sys.stderr.isatty() and count % 5 == 0:
            click.echo(f"\r{count} reports read", nl=False, err=True)

    try:
        record, failures = khabar.read_all(paths, on_report=progress, **given)
    except khabar.KhabarError as error:
        click.echo(f"khabar: {error}", err=True)
        sys.exit(1)
    if sys.stderr.isatty() and count >= 5:
        click.echo(f"\r{count} reports read", err=True)
    if not record.reports and failures:
        _name(failures)
        sys.exit(1)
    return record, failures


def _end(failures: list[Any]) -> None:
    _name(failures)
    if failures:
        sys.exit(3)


def _name(failures: list[Any]) -> None:
    """Each input that could not be read, with the reason; one that names the input itself is not named twice."""
    for failure in failures:
        named = failure.reason.startswith(f"{failure.path}:")
        click.echo(f"khabar: {failure.reason}" if named else f"khabar: {failure.path}: {failure.reason}", err=True)


def _known(language: str) -> None:

    if language not in khabar.languages():
        raise click.UsageError(f"no pack for {language!r}; there are: {', '.join(khabar.languages())}")


# ------------------------------------------------------------------ packs


@main.group()
def pack() -> None:
    """For linguists: check a language's data, try a sentence, format the files."""


@pack.command("check")
@click.argument("language")
@click.option("--json", "as_json", is_flag=True)
def pack_check(language: str, as_json: bool) -> None:
    """Load the pack strictly and run every example and counter-example of its frames."""
    import json


    _known(language)
    try:
        result = khabar.check_pack(language)
    except khabar.KhabarError as error:
        click.echo(f"khabar: {error}", err=True)
        sys.exit(1)
    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        click.echo(f"{result['frames']} frames, {result['verbs']} verb forms, {result['examples']} examples: {result['right']} right")
        for miss in result["failed"]:
            click.echo(f"{miss['frame']}\texpected {miss['expected']}\tgot {miss['got']}\t{miss['text']}")
    if result["failed"]:
        sys.exit(1)


@pack.command("try")
@click.argument("language")
@click.argument("sentence")
@click.option("--published", help="The report's day, YYYY-MM-DD, for dates and posts.")
@click.option("--json", "as_json", is_flag=True)
def pack_try(language: str, sentence: str, published: str | None, as_json: bool) -> None:
    """Explain how a sentence is read: mentions, dates, predicates, events, each with its rule, and why not."""
    import json


    _known(language)
    if published is not None:
        try:
            datetime.date.fromisoformat(published)
        except ValueError:
            raise click.UsageError(f"--published {published!r} is no day; write YYYY-MM-DD") from None
    try:
        result = khabar.explain(sentence, language, published)
    except khabar.KhabarError as error:
        click.echo(f"khabar: {error}", err=True)
        sys.exit(1)
    click.echo(json.dumps(result, ensure_ascii=False, indent=1) if as_json else khabar.page.explanation(result), nl=as_json)


@pack.command("format")
@click.argument("language")
@click.option("--check", is_flag=True, help="Only say what would change; status 1 if anything would.")
def pack_format(language: str, check: bool) -> None:
    """Put the word files into their one form: no stray blanks, one line break, forms in a cell parted by ' | '."""

    _known(language)
    changed = khabar.format_pack(language, write=not check)
    for name in changed:
        click.echo(name)
    if check and changed:
        sys.exit(1)


if __name__ == "__main__":
    main()
