"""The commands over a store: putting in, asking, keeping it right."""

from __future__ import annotations

import dataclasses
import functools
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import click

import khabar
from khabar.cli.frame import end, failing, forms, give, main, name

_STORE = click.argument("store")

_FILTERS = (
    ("actor", "Who acts: an entity id or a country (RUS).", str),
    ("recipient", "Whom it hits.", str),
    ("country", "A party on any side.", str),
    ("entity", "A party, topic or place.", str),
    ("type", "PLOVER type; several parted by commas.", str),
    ("mode", "PLOVER mode.", str),
    ("status", "happened, ongoing, planned, proposed, denied, hypothetical.", str),
    ("since", "First day of the event: YYYY-MM-DD, or less.", str),
    ("until", "Last day of the event.", str),
    ("place", "A place id, or a country.", str),
    ("outlet", "An outlet's id, or a part of its name.", str),
    ("language", "ar, en, ru …", str),
    ("origin", "Who said it first: an entity id or a name.", str),
    ("report", "A report's id.", str),
    ("story", "A story's id.", str),
    ("dossier", "A dossier's id.", str),
    ("min-origins", "At least so many independent origins.", int),
    ("max-origins", "At most so many.", int),
    ("contradicted", "Only stories whose accounts contradict each other, or only the others.", bool),
    ("background", "Only what is recalled as older context, or only news. Default: both.", bool),
    ("added-since", "Added to the store at that time or later: YYYY-MM-DD, or YYYY-MM-DDTHH:MM:SSZ.", str),
)


_STATUSES = ("happened", "ongoing", "planned", "proposed", "denied", "hypothetical")


def filters(command: Callable[..., None]) -> Callable[..., None]:
    """The filters of docs/store.md as options; the command gets ``chosen``, those that were given."""

    names = [n.replace("-", "_") for n, _, _ in _FILTERS]

    @functools.wraps(command)
    def chosen(**given: Any) -> None:
        asked = {n: given.pop(n) for n in names}
        for name_, words in (("type", khabar.vocabulary()["types"]), ("status", _STATUSES)) if asked["type"] or asked["status"] else ():
            unknown = [w for w in (asked[name_] or "").split(",") if w.strip() and w.strip() not in words and w.strip().upper() not in words]
            if unknown:
                raise click.UsageError(f"no {name_} {', '.join(unknown)}; there are: {', '.join(words)}")
        for name_ in ("since", "until", "added_since"):
            if asked[name_] and not re.fullmatch(r"\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d.*)?)?)?", asked[name_]):
                raise click.UsageError(f"--{name_.replace('_', '-')} {asked[name_]}: write YYYY-MM-DD, or less of it")
        for name_ in ("actor", "recipient", "country", "entity", "place"):
            for word in (asked[name_] or "").split(","):
                if word.strip() and "/" not in word and not (name_ != "entity" and re.fullmatch("[A-Z]{3}", word.strip())):
                    wanted = "an entity's id" if name_ == "entity" else "an entity's id or a country (RUS)"
                    raise click.UsageError(f"--{name_} {word}: {wanted} is wanted; {_ids_for(given['store'], word)}")
        command(chosen={n: v for n, v in asked.items() if v is not None}, **given)

    wrapped: Callable[..., None] = chosen
    for option, text, kind in reversed(_FILTERS):
        more: dict[str, Any] = {"default": None} if kind is bool else {"type": kind}
        wrapped = click.option(f"--{option}/--no-{option}" if kind is bool else f"--{option}", help=text, **more)(wrapped)
    return wrapped


def _ids_for(store: str, name: str) -> str:
    """What to write in a filter instead of a name: the ids that it may mean in this store."""
    with failing(), khabar.Store(store, readonly=True) as kept:
        ids = [str(c["id"]) for c in kept.candidates(name, most=3)]
    return f"here the name may mean {', '.join(ids)}" if ids else "nobody here has such a name"


# ------------------------------------------------------------------ putting in


@main.command()
@_STORE
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--outlet", help="Who published it. With one PATH.")
@click.option("--published", help="When: YYYY-MM-DD or a timestamp. With one PATH.")
@click.option("--url", help="Where. With one PATH.")
@click.option("--lang", "language", help="Its language, e.g. ar. With one PATH.")
@click.option("--workers", type=click.IntRange(1), default=lambda: os.cpu_count() or 1, show_default="one a core", help="Processes that code.")
@click.option("--json", "as_json", is_flag=True, help="What was added, as JSON.")
def add(store: str, paths: tuple[str, ...], workers: int, as_json: bool, **given: str | None) -> None:
    """Keep reports in STORE, a file or a database URL. What is there already is passed over; a run that was cut off is taken up."""
    handed = {k: v for k, v in given.items() if v is not None}
    if handed and len(paths) > 1:
        raise click.UsageError("--outlet, --published, --url and --lang go with one PATH")
    progress = _Progress()
    with failing(), khabar.Store(store) as kept:
        added = kept.add(
            paths, workers=workers, on_report=progress.report, on_grouped=progress.grouped, on_share=progress.share,
            outlet=given["outlet"], published=given["published"], url=given["url"], language=given["language"],
        )  # fmt: skip
    progress.done()
    if as_json:
        failed = [dataclasses.asdict(f) for f in added.failures]
        click.echo(json.dumps({"new": added.new, "known": added.known, "failures": failed}, ensure_ascii=False))
    else:
        click.echo(f"{added.new} new, {added.known} known, {len(added.failures)} failed", err=True)
    if added.failures and not added.new and not added.known:
        name(list(added.failures))
        sys.exit(1)
    end(list(added.failures))


class _Progress:
    """Reports, rate and time left, on a terminal only."""

    def __init__(self) -> None:
        self.begin, self.last, self.count, self.stories, self.part = time.monotonic(), 0.0, 0, 0, 0.0
        self.shown = sys.stderr.isatty()

    def report(self, id: str, new: bool) -> None:
        self.count += 1
        self._show()

    def grouped(self, number: int) -> None:
        self.stories += number
        self._show()

    def share(self, part: float) -> None:
        self.part = part

    def _show(self) -> None:
        now = time.monotonic()
        if self.shown and now - self.last > 0.2:
            self.last, spent = now, now - self.begin
            words = f"{self.count} reports, {self.count / max(spent, 0.01):.0f}/s, stories of {self.stories}"
            if 0.01 < self.part < 1:
                left = int(spent / self.part - spent)
                filled = int(20 * self.part)
                words = f"[{'#' * filled}{'.' * (20 - filled)}] {words}, {left // 60}:{left % 60:02} left"
            click.echo(f"\r{words:<78}", nl=False, err=True)

    def done(self) -> None:
        if self.shown:
            click.echo("\r" + " " * 80 + "\r", nl=False, err=True)


# ------------------------------------------------------------------ asking

_COLUMNS = {
    "stories": ("id", "n_reports", "n_origins", "n_contradicted", "title_en"),
    "events": ("day", "type", "mode", "status", "actors", "recipients", "id", "report"),
    "claims": ("event", "field", "value", "report", "id"),
    "reports": ("id", "day", "outlet_name", "n_events", "main_story", "title"),
    "dossiers": ("id", "n_steps", "title"),
    "failures": ("at", "tries", "path", "reason"),
}
_LEVEL = {"stories": "story", "events": "event", "claims": "claim", "reports": "report"}


@main.command("list")
@_STORE
@click.argument("what", type=click.Choice(list(_COLUMNS)), default="stories")
@filters
@click.option("--limit", type=int, help="At most so many.")
@forms
def list_(store: str, what: str, limit: int | None, form: str, chosen: dict[str, Any]) -> None:
    """List what STORE holds, the latest first: stories (default), events, claims, reports, dossiers, or inputs that failed."""
    if chosen and what not in _LEVEL:
        raise click.UsageError(f"no filter narrows {what}; filters go with {', '.join(_LEVEL)}")
    with failing(), khabar.Store(store, readonly=True) as kept:
        if what in _LEVEL:
            rows = kept.rows(_LEVEL[what], **chosen)
        elif what == "dossiers":
            rows = khabar.Rows({"id": d.id, "n_steps": len(d.steps), "title": dict(d.title).get("en"), "open": list(d.open)} for d in kept.dossiers())
        else:
            rows = kept.failures()
    give(rows[:limit], form, _COLUMNS[what])


def _tell(found: Any, as_json: bool, page: Callable[..., str]) -> None:
    """Print what was found as JSON, or as the page that a person reads."""
    click.echo(json.dumps(found, ensure_ascii=False, indent=1) + "\n" if as_json else page(found, marks=sys.stdout.isatty()), nl=False)


@main.command()
@_STORE
@click.argument("id")
@click.option("--json", "as_json", is_flag=True, help="As JSON (khabar.record/1 for a story or report).")
def show(store: str, id: str, as_json: bool) -> None:
    """Show one thing by its id: a story, report, event, entity or dossier."""
    with failing(), khabar.Store(store, readonly=True) as kept:
        found = kept.show(id)
    _tell(found, as_json, khabar.page.shown)


@main.command()
@_STORE
@click.argument("query")
@click.option("--exact", is_flag=True, help="These very letters in this order, also inside a longer word.")
@filters
@click.option("--limit", type=int, default=20, show_default=True)
@click.option("--offset", type=int, default=0)
@forms
def search(store: str, query: str, exact: bool, limit: int, offset: int, form: str, chosen: dict[str, Any]) -> None:
    """Find reports: Arabic as people type it, names also in English and Russian, "phrases", -without."""
    with failing(), khabar.Store(store, readonly=True) as kept:
        hits = kept.search(query, exact=exact, limit=limit, offset=offset, **chosen)
    if form == "table":
        click.echo(khabar.page.hits(hits, marks=sys.stdout.isatty()), nl=False)
    else:
        give([dataclasses.asdict(h) for h in hits], form)


@main.command()
@_STORE
@click.argument("query")
@forms
def sql(store: str, query: str, form: str) -> None:
    """Ask with SQL, reading only. Views: reports events actors claims statements relations stories origins dossiers (docs/store.md)."""
    with failing(), khabar.Store(store, readonly=True) as kept:
        rows = kept.sql(query)
    give(rows, form)


@main.command()
@_STORE
@click.option("--json", "as_json", is_flag=True)
def stats(store: str, as_json: bool) -> None:
    """How much of what is kept."""
    with failing(), khabar.Store(store, readonly=True) as kept:
        found = kept.stats()
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for key, value in found.items():
        if isinstance(value, dict):
            click.echo(f"{key}")
            for name_, n in list(value.items())[:15]:
                click.echo(f"  {n!s:>10}  {name_}")
        else:
            click.echo(f"{key:<12} {value:>8}")


@main.command()
@_STORE
@click.argument("id")
@click.argument("field", required=False)
@click.option("--all", "everything", is_flag=True, help="Of a story: every value, every place in the texts, every chain.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with all of it.")
def why(store: str, id: str, field: str | None, everything: bool, as_json: bool) -> None:
    """Why does the record say so? ID: a story, event, claim, statement or relation; FIELD: date, actors, place …"""
    with failing(), khabar.Store(store, readonly=True) as kept:
        found = kept.why(id, field)
    _tell(found, as_json, khabar.page.all_reasons if everything else khabar.page.reasons)


# ------------------------------------------------------------------ keeping it right


@main.command()
@_STORE
@click.option("--all", "everything", is_flag=True, help="Also what the present code and data have coded.")
@click.option("--workers", type=click.IntRange(1), default=lambda: os.cpu_count() or 1, show_default="one a core")
@click.option("--json", "as_json", is_flag=True)
def recode(store: str, everything: bool, workers: int, as_json: bool) -> None:
    """Bring old reports up to the present code and data; what people decided is kept."""
    progress = _Progress()
    with failing(), khabar.Store(store, create=False) as kept:
        found = kept.recode(everything=everything, workers=workers, on_report=lambda r: progress.report(r.report, True))
        idle = kept.idle()
    progress.done()
    changed = [dataclasses.asdict(r) for r in found if r.new or r.gone or r.changed]
    if as_json:
        click.echo(json.dumps({"reports": len(found), "changed": changed, "idle": idle}, ensure_ascii=False, indent=1))
        return
    for r in changed:
        click.echo(f"{r['report']}  {len(r['new'])} events new, {len(r['gone'])} gone, {len(r['changed'])} told otherwise")
    click.echo(f"{len(found)} reports coded anew, {len(changed)} changed", err=True)
    for id in idle:
        click.echo(f"khabar: decision {id} finds nothing to change any more", err=True)


@main.command()
@_STORE
def retry(store: str) -> None:
    """Try the inputs that could not be read once more."""
    with failing(), khabar.Store(store, create=False) as kept:
        added = kept.retry()
        addresses = sum("fetch" in f["given"] for f in kept.failures())
    click.echo(f"{added.new} new, {added.known} known, {len(added.failures)} failed", err=True)
    if addresses:
        click.echo(f"khabar: {addresses} more are addresses: khabar fetch {store} --failed tries them", err=True)
    end(list(added.failures))


@main.command()
@_STORE
@click.option("--repair", is_flag=True, help="Make anew what can be made from the reports.")
@click.option("--upgrade", is_flag=True, help="Bring an older schema up to the present one.")
@click.option("--backup", metavar="PATH", help="Copy the store as it is now (SQLite), then check.")
@click.option("--json", "as_json", is_flag=True)
def doctor(store: str, repair: bool, upgrade: bool, backup: str | None, as_json: bool) -> None:
    """Is STORE sound? Status 1 where something is wrong."""
    with failing(), khabar.Store(store, readonly=not (repair or upgrade), create=False) as kept:
        if backup:
            kept.backup(backup)
        found = kept.doctor(repair=repair)
    if as_json:
        click.echo(json.dumps([dataclasses.asdict(f) for f in found], ensure_ascii=False, indent=1))
    else:
        for f in found:
            click.echo(f"{'wrong' if f.faults else 'well '}  {f.check}" + (f"   cure: {f.cure}" if f.faults else ""))
            for fault in f.faults[:10]:
                click.echo(f"         {fault}")
    if any(f.faults for f in found):
        sys.exit(1)


_VERBS = {
    "list": "", "merge": "STORY OTHER", "split": "STORY REPORT...", "accept": "ID", "correct": "EVENT FIELD VALUE",
    "reject": "ID | ENTITY --in REPORT", "alias": "ENTITY OTHER [--in REPORT]", "undo": "DECISION", "export": "", "apply": "FILE",
}  # fmt: skip


@main.command()
@_STORE
@click.argument("verb", type=click.Choice(list(_VERBS)), default="list")
@click.argument("args", nargs=-1)
@click.option("--who", default=lambda: os.environ.get("USER") or os.environ.get("USERNAME"), show_default="the user's name")
@click.option("--why", default="", help="The reason; it stands in the log.")
@click.option("--in", "inside", help="A report: it holds there only.")
@click.option("--json", "as_json", is_flag=True)
def review(store: str, verb: str, args: tuple[str, ...], who: str | None, why: str, inside: str | None, as_json: bool) -> None:
    """What people decide: it outranks the machine, is logged, and can be undone.

    \b
    merge STORY OTHER            two stories are one
    split STORY REPORT...        these reports tell another one
    accept ID                    an event, statement or relation has been looked at, and is so
    correct EVENT FIELD VALUE    type mode status change background date place initiator, actor|recipient OLD>NEW
    reject ID                    an event, statement or relation that is not so
    reject ENTITY --in REPORT    this is not that man
    alias ENTITY OTHER           one is the other [--in REPORT: there only]
    undo DECISION                take a decision back
    list, export                 the log; export gives JSON Lines for
    apply FILE                   in another store (- is standard input)
    """
    wanted = {"merge": 2, "accept": 1, "correct": 3, "reject": 1, "alias": 2, "undo": 1, "apply": 1, "list": 0, "export": 0}
    if (verb == "split" and len(args) < 2) or len(args) != wanted.get(verb, len(args)):
        raise click.UsageError(f"khabar review STORE {verb} {_VERBS[verb]}".rstrip())
    reading = verb in ("list", "export")
    if not reading and verb != "apply" and not who:
        raise click.UsageError("say who decides: --who NAME")
    person = {"who": who or "", "why": why}
    with failing(), khabar.Store(store, readonly=reading, create=False) as kept:
        if reading:
            rows = list(kept.log())
            if verb == "export":
                give(rows, "jsonl")
            else:
                give(rows, "json" if as_json else "table", ("id", "at", "who", "verb", "subject", "field", "value", "why"))
            return
        if verb == "apply":
            with click.open_file(args[0], encoding="utf-8") as lines:
                number = kept.apply(_lines(lines))
            click.echo(f"{number} decisions applied", err=True)
            return
        if verb == "undo":
            done = kept.undo(args[0], **person)
        elif verb == "split":
            done = kept.decide("split", args[0], reports=args[1:], **person)
        elif verb == "correct":
            done = kept.decide("correct", args[0], args[2], args[1], **person)
        elif verb == "accept":
            done = kept.decide("accept", args[0], **person)
        elif verb == "reject":
            done = kept.decide("reject", args[0], inside, "in" if inside else None, **person)
        else:
            done = kept.decide(verb, args[0], args[1], inside, **person)
    click.echo(json.dumps(dataclasses.asdict(done), ensure_ascii=False) if as_json else done.id)


def _lines(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for n, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise khabar.StoreError(f"line {n}: no JSON ({error})") from None
