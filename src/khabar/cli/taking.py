"""``export``, ``import`` and ``fetch``: out of a store, others' events beside it, and into it from the web."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from typing import Any

import click

import khabar
from khabar.cli.frame import failing, main
from khabar.cli.keeping import filters


@main.command()
@click.argument("format", type=click.Choice(list(khabar.FORMATS)))
@click.argument("store")
@click.option("-o", "--output", metavar="PATH", help="A folder or file: the data, with codebook and citation beside. Without: standard output.")
@click.option("--level", type=click.Choice(("story", "event", "claim")), help="One row a happening, an account, or a value. Default: by format.")
@click.option("--no-text", is_flag=True, help="Leave out what the reports have written: for sharing.")
@click.option("--bom", is_flag=True, help="CSV with a byte-order mark, for Excel.")
@filters
def export(format: str, store: str, output: str | None, level: str | None, no_text: bool, bom: bool, chosen: dict[str, Any]) -> None:
    """Take out of STORE exactly what fits the filters. What the format cannot hold is said on standard error and in the codebook."""
    if output is None and khabar.FORMATS[format].binary and sys.stdout.isatty():
        raise click.UsageError(f"{format} is no text for a terminal: give -o PATH")
    with failing(), khabar.Store(store, readonly=True) as kept:
        taken = khabar.take(kept, format, output, level=level, text=not no_text, bom=bom, **chosen)
    for loss in taken.losses:
        click.echo(f"not held: {loss}", err=True)
    for path in taken.files:
        click.echo(f"wrote {path}", err=True)
    click.echo(f"{taken.number} written. {taken.version}\nCite: {taken.citation}", err=True)


@main.command("import")
@click.argument("format", type=click.Choice(("polecat",)))
@click.argument("file")
@click.argument("store")
def import_(format: str, file: str, store: str) -> None:
    """Lay events that others have coded beside ours: FILE is a table of POLECAT or PLOVER JSON.

    They stay apart: nothing of ours changes; the view `imported` of `khabar sql` shows them. A file that is imported again replaces itself.
    """
    faults: list[str] = []
    name = os.path.basename(file)
    with failing(), khabar.Store(store) as kept:
        number = kept.keep_imported(name, khabar.read_polecat(file, lambda line, why: faults.append(f"{file}, line {line}: {why}")))
    click.echo(f"{number} events of {name} imported, {len(faults)} rows left out", err=True)
    for fault in faults:
        click.echo(f"khabar: {fault}", err=True)
    if faults:
        sys.exit(3 if number else 1)


@main.command()
@click.argument("store")
@click.argument("feeds", nargs=-1, metavar="FEED_URL...")
@click.option("--failed", is_flag=True, help="Also what earlier runs could not get (khabar list STORE failures).")
@click.option("--most", type=click.IntRange(1), default=100, show_default=True, help="Entries of a feed that are followed, the first ones.")
@click.option("--pause", type=click.FloatRange(0), default=1.0, show_default=True, help="Seconds between two requests to one host, at least.")
@click.option("--allow-private", is_flag=True, help="Also addresses that are not public, such as a server in the house.")
@click.option("--json", "as_json", is_flag=True, help="What was fetched, as JSON.")
def fetch(store: str, feeds: tuple[str, ...], failed: bool, most: int, pause: float, allow_private: bool, as_json: bool) -> None:
    """Read live feeds (RSS, Atom) and keep the pages that they lead to. robots.txt is obeyed; what did not change is not sent again."""
    if not feeds and not failed:
        raise click.UsageError("give the address of a feed, or --failed")

    def told(url: str, outcome: str) -> None:
        if sys.stderr.isatty():
            click.echo(f"{outcome:<10} {url}", err=True)

    with failing(), khabar.Store(store) as kept:
        fetched = khabar.fetch_feeds(kept, feeds, failed=failed, allow_private=allow_private, most=most, pause=pause, on_page=told)
    if as_json:
        click.echo(json.dumps(dataclasses.asdict(fetched), ensure_ascii=False))
    else:
        counts = f"{fetched.new} new, {fetched.known} known, {fetched.unchanged} unchanged, {fetched.passed} fetched before"
        click.echo(f"{counts}, {len(fetched.failed)} failed", err=True)
    for url, why in fetched.failed:
        click.echo(f"khabar: {url}: {why}", err=True)
    if fetched.failed:
        sys.exit(3 if fetched.new or fetched.known or fetched.unchanged or fetched.passed else 1)
