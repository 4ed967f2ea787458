"""``pack``: for linguists."""

from __future__ import annotations

import datetime
import json
import sys

import click

import khabar
from khabar.cli.frame import failing, main


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
    _known(language)
    with failing():
        result = khabar.check_pack(language)
    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        click.echo(f"{result['frames']} frames, {result['verbs']} verb forms, {result['examples']} examples: {result['right']} right")
        for kind in ("failed", "known"):
            for miss in result[kind]:
                click.echo(f"{kind}\t{miss['frame']}\texpected {miss['expected']}\tgot {miss['got']}\t{miss['text']}")
        for case in result["mended"]:
            click.echo(f"mended\t{case['frame']}\ttake it out of cases/known.toml\t{case['text']}")
    if result["failed"] or result["mended"]:
        sys.exit(1)


@pack.command("try")
@click.argument("language")
@click.argument("sentence")
@click.option("--published", help="The report's day, YYYY-MM-DD, for dates and posts.")
@click.option("--json", "as_json", is_flag=True)
def pack_try(language: str, sentence: str, published: str | None, as_json: bool) -> None:
    """Explain how a sentence is read: mentions, dates, predicates, events, each with its rule, and why not."""
    _known(language)
    if published is not None:
        try:
            datetime.date.fromisoformat(published)
        except ValueError:
            raise click.UsageError(f"--published {published!r} is no day; write YYYY-MM-DD") from None
    with failing():
        result = khabar.explain(sentence, language, published)
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
