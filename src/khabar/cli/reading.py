"""``demo``, ``read``, ``compare``: reports in, a record out, nothing kept."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

import khabar
from khabar.cli.frame import end, failing, main, name

_PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


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
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | STORE STORY")
@click.option("--json", "as_json", is_flag=True, help="The stories' facts as JSON.")
def compare(paths: tuple[str, ...], as_json: bool) -> None:
    """Lay the accounts of one happening side by side: what each says and leaves out."""
    record: Any
    failures: list[Any] = []
    if len(paths) == 2 and khabar.is_store(paths[0]):
        with failing(), khabar.Store(paths[0], readonly=True) as kept:
            record = kept.record(story=paths[1])
    else:
        record, failures = _collect(list(paths), {})
    if as_json:
        stories = record.to_dict()["stories"]
        click.echo(json.dumps(stories, ensure_ascii=False, indent=1))
    else:
        click.echo(khabar.page.comparison(record, marks=sys.stdout.isatty()), nl=False)
    end(failures)


def _read(paths: list[str], form: str, given: dict[str, str]) -> None:

    record, failures = _collect(paths, given)
    if form == "json":
        click.echo(record.to_json())
    else:
        click.echo(khabar.page.page(record, marks=sys.stdout.isatty()), nl=False)
    end(failures)


def _collect(paths: list[str], given: dict[str, str]) -> tuple[Any, list[Any]]:

    count = 0

    def progress(_: object) -> None:
        nonlocal count
        count += 1
        if sys.stderr.isatty() and count % 5 == 0:
            click.echo(f"\r{count} reports read", nl=False, err=True)

    with failing():
        record, failures = khabar.read_all(paths, on_report=progress, **given)
    if sys.stderr.isatty() and count >= 5:
        click.echo(f"\r{count} reports read", err=True)
    if not record.reports and failures:
        name(failures)
        sys.exit(1)
    return record, failures
