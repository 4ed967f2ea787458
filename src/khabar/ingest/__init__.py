"""The front door: bytes become reports, with outlet, title, date, credits, items and notes told from the account itself.

``paths`` walks folders, ``content`` reads, ``raw_reports`` decodes and takes the body out of its format, ``report`` reads the
masthead. Odd text never raises: it becomes an ``Issue``. Only an input that cannot be read at all is an ``InputError``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from khabar.ingest.datelines import Dateline
from khabar.ingest.desk import Desk, byline
from khabar.ingest.feeds import Entry, read_feed
from khabar.ingest.formats import content, paths, raw_reports
from khabar.ingest.items import Page, Piece
from khabar.ingest.masthead import Masthead, OutletIndex, primary
from khabar.ingest.nameplates import Named
from khabar.ingest.raw import Given, Raw
from khabar.model import Credit, Issue, Outlet, Report, Span, When
from khabar.text import fold
from khabar.when import Calendar, local

__all__ = ["Entry", "Given", "Masthead", "OutletIndex", "Raw", "content", "identity", "paths", "raw_reports", "read_feed", "report"]


def report(raw: Raw, masthead: Masthead, calendar: Calendar, outlets: OutletIndex) -> Report:
    """Reads the masthead of a report.

    In: what ``raw_reports`` gave; the words of the masthead, the date grammar, the index of outlets. Out: the report. Its id is a
    hash of what came in (text, outlet, url, publication date as given), so that better words do not make another report of it.
    Items lie side by side and hold every line. Never raises on odd text.
    """
    desk = Desk(raw.text, masthead, calendar, outlets)
    page = Page(desk, raw.title)
    pieces = page.pieces()
    issues = list(raw.issues)
    if page.cut:
        issues.append(
            Issue(
                "long-page",
                "more lines than a report has: headlines and credits were looked for in the first ones only",
                page.lines[-1].span,
            )
        )

    host = _host(raw.url)
    known = (outlets.lookup(raw.outlet) if raw.outlet else None) or (outlets.by_domain(host) if host else None)
    credits: list[Credit] = []
    dates: list[When] = []
    for n, piece in enumerate(pieces):
        found, days, odd = _masthead(page, piece, raw.outlet, known)
        credits += found
        if n == 0:
            dates = days
        issues += odd
    credits += _own(byline(masthead, calendar, outlets, raw.byline), outlets, raw.outlet, known) if raw.byline else []
    credits = _once(credits, outlets)

    name, outlet_id = raw.outlet, known
    publisher = next((c for c in credits if c.role == "publisher"), None)
    if name is None and known is None and publisher is not None:
        name = publisher.name
        outlet_id = outlets.lookup(name) or (outlets.by_domain(name) if name.isascii() else None)
    if name is None:
        name = host

    published, more = _published(raw.published, dates)
    issues += more
    if published is not None and (zone := outlets.zone(outlet_id)) is not None:
        published = replace(published, value=local(published.value, zone))  # "today" is that of the outlet's clocks
    notes = [note for line in page.lines for note in line.notes]
    notes += page.subheads(pieces)
    inside = {(n.span.start, n.span.stop) for n in notes}
    notes += [n for n in desk.brackets() if (n.span.start, n.span.stop) not in inside]
    return Report(
        id=identity(raw),
        source_id=raw.source_id,
        path=raw.path,
        url=raw.url,
        outlet=Outlet(name, outlet_id),
        title=raw.title or pieces[0].item.title or None,
        language=primary(raw.language) if raw.language else masthead.language(raw.text),
        text=raw.text,
        published=published,
        items=tuple(p.item for p in pieces),
        credits=tuple(credits),
        notes=tuple(sorted(notes, key=lambda n: (n.span, n.kind))),
        issues=tuple(issues),
    )


def identity(raw: Raw) -> str:
    """The id that the report of this will have: a hash of what came in."""
    facts = [raw.text, raw.outlet, raw.url, raw.published.value if raw.published else None]
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()[:16]


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:  # "http://[": no address
        return None
    return host.removeprefix("www.") if host else None


def _masthead(page: Page, piece: Piece, outlet: str | None, known: str | None) -> tuple[list[Credit], list[When], list[Issue]]:
    """Credits, dates and Issues of one piece: its dateline, labelled lines, foot."""
    desk, lines = page.desk, page.lines
    credits: list[Credit] = []
    days: list[When] = []
    issues: list[Issue] = []
    if piece.last < piece.first:
        return credits, days, issues
    body = [i for i in range(piece.first, piece.last + 1) if lines[i].kind == "text" and i != piece.headline]
    last = body[-1] if body else piece.first
    datelines: list[Dateline] = []
    for i in range(piece.first, piece.last + 1):
        line = lines[i]
        credits += line.credits
        if line.date is not None:
            days.append(line.date)
        if line.dateline is not None:
            if i > last:  # at the foot names are who it was taken from; a name above "source: X" is who took it
                signed = (
                    len(line.dateline.names) == 1
                    and not line.dateline.names[0].wire
                    and line.span.of(page.text)[0].isalpha()
                    and page.is_sourced(i + 1, piece.last)
                )
                credits += [
                    Credit("publisher", n.name, n.span) if signed else _agency(n, outlet, known) for n in line.dateline.names
                ]
            else:
                datelines.append(line.dateline)
    if piece.lead is not None:
        lead = lines[piece.lead].span
        credits += desk.signature(lead)
        found = desk.dateline(lead)
        if found is not None:
            datelines.append(found)
    for found in datelines:
        credits += _roles(found, outlet, known)
        days += found.dates
        issues += found.issues
    if body:
        span = lines[last].span
        named = desk.publisher(span) if len(body) > 1 and page.closes(last) else None
        if named is not None and (page.is_sourced(last + 1, piece.last) or desk.outlets.lookup(named.name) is not None):
            credits.append(named)
            last = body[-2]
            span = lines[last].span
        credits += desk.tail(span)
    return credits, days, issues


def _agency(named: Named, outlet: str | None, known: str | None) -> Credit:
    own = (named.id is not None and named.id == known) or (outlet is not None and fold(outlet) == fold(named.name))
    return Credit("publisher" if own else "agency", named.name, named.span, named.generic)


def _own(credits: Sequence[Credit], outlets: OutletIndex, outlet: str | None, known: str | None) -> list[Credit]:
    """An outlet's own name beside its writer is no agency."""
    return (
        [
            _agency(Named(c.name, c.span or Span(0, 0), outlets.lookup(c.name), generic=c.generic), outlet, known)
            if c.role == "agency"
            else c
            for c in credits
        ]
        if known or outlet
        else list(credits)
    )


def _roles(dateline: Dateline, outlet: str | None, known: str | None) -> list[Credit]:
    """Who published and who was carried.

    Where the outlet is not given, the first of several names is the publisher, and so is a single one; a wire never is, for
    others print it under its name.
    """
    names = list(dateline.names)
    credits = [_agency(n, outlet, known) for n in names]
    if outlet is None and known is None and names:
        first = names[0]
        if not first.wire and not first.generic:
            credits[0] = Credit("publisher", first.name, first.span)
    return credits + [Credit("author", a.name, a.span) for a in dateline.authors]


def _once(credits: Sequence[Credit], outlets: OutletIndex) -> list[Credit]:
    """Each name once a role, first the one with a span; a publisher is not its own agency; in the order of the text."""
    out: list[Credit] = []
    seen: set[tuple[str, str]] = set()

    def who(c: Credit) -> str:
        return outlets.lookup(c.name) or fold(c.name)

    publishers = {who(c) for c in credits if c.role == "publisher"}
    for credit in sorted(credits, key=lambda c: (c.span is None, c.span or Span(0, 0))):
        if (credit.role, who(credit)) not in seen and not (credit.role == "agency" and who(credit) in publishers):
            seen.add((credit.role, who(credit)))
            out.append(credit)
    return out


def _published(given: When | None, dates: Sequence[When]) -> tuple[When | None, list[Issue]]:
    """The publication date: given or metadata, else a dateline with a year. A date without a year is an Issue, not completed."""
    full = [d for d in dates if not d.value.startswith("X")]
    best = full[0] if full else None
    issues: list[Issue] = []
    if given is None and best is None and dates:
        issues.append(
            Issue(
                "dateline-without-year",
                f"the dateline gives a day but no year ({dates[0].value}): the report has no publication date",
                dates[0].span,
            )
        )
    if given is not None and best is not None and len(given.value) >= 10:
        from datetime import date

        apart = (date.fromisoformat(given.value[:10]) - date.fromisoformat(best.value)).days
        if not -1 <= apart <= 31:
            issues.append(
                Issue("dateline-differs", f"the dateline says {best.value}, the report came with {given.value[:10]}", best.span)
            )
    return given if given is not None else best, issues
