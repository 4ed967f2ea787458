"""Who, where and when in one report: mentions with identity, dates, quotations. Knows no PLOVER type and no second report."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections import ChainMap

from khabar.annotate.glue import unglued, with_verbs, without_distance
from khabar.annotate.mentions import Finder
from khabar.annotate.reading import Reading
from khabar.annotation import Annotation
from khabar.model import Entity, Item, Outlet, Report, Sentence, Span, When
from khabar.packs import Pack
from khabar.tables import in_one_go
from khabar.text import Token, sentences, tokenize
from khabar.when import Calendar, counted_from, find, stands_in
from khabar.world import World

SILENT_NOTES = frozenset(("caption", "read-also", "legal"))
_LEAD = 2  # sentences, a title among them, in which a report says of which day it is


@in_one_go()
def annotate(report: Report, pack: Pack, world: World, calendar: Calendar) -> Annotation:
    """Annotate one report. Notes that are not of the account (captions, legal notes, read-also lines) and credits are left out."""
    tokens = with_verbs(without_distance(unglued(tokenize(report.text), pack, world), world), report.text, pack)
    hidden = sorted(
        [n.span for n in report.notes if n.kind in SILENT_NOTES]
        + [c.span for c in report.credits if c.span]
        + ([report.published.span] if report.published and report.published.span else [])
    )
    tokens = _visible(tokens, hidden)
    found = _sentences(report, tokens)
    lead = found[:_LEAD][-1].last if found else 0
    counted = _date(report.published) if report.published else counted_from(report.text, tokens, calendar, lead)
    dates, issues = find(report.text, tokens, calendar, counted)
    told = counted.isoformat() if counted is not None and not stands_in(counted.isoformat()) else None
    reading = Reading(report, pack, world, tokens, found, dates, told)
    finder = Finder(reading)
    mentions = finder.run()
    within = {tokens[k].start for m in mentions for k in range(m.first + 1, m.last)}
    dates = [d for d in dates if d.span is None or d.span.start not in within]  # "حركة 23 مارس"
    issues = [*issues, *reading.issues]
    day = report.day or (counted.isoformat() if counted is not None else None)
    quotes, entities = reading.quotes, reading.memory.entities
    places = ChainMap(finder.strangers.places, world.places)
    return Annotation(report, tokens, found, mentions, dates, quotes, entities, issues, reading.dots, finder.callings, day, places)


def body_named(name: str, pack: Pack, world: World, calendar: Calendar) -> Entity | None:
    """The ministry or organisation whose name this is, but for what stands behind it in brackets; None for any other name.

    "وزارة الخارجية القطرية (بيان)" as the outlet of a report: the ministry publishes its own statement.
    """
    alone = Report("outlet", None, None, None, Outlet(None), None, pack.language, name, None, (Item("", Span(0, len(name))),))
    found = annotate(alone, pack, world, calendar)
    first = found.mentions[0] if found.mentions else None
    if first is None or first.kind not in ("government-body", "organisation") or name[: first.span.start].strip() or len(first.entities) > 1:
        return None
    behind = name[first.span.stop :].strip()
    return found.entities.get(first.entities[0]) if not behind or behind[0] in "([" else None


def _date(published: When | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(published.value[:10]) if published else None
    except ValueError:
        return None


def _visible(tokens: list[Token], hidden: list[Span]) -> list[Token]:
    out: list[Token] = []
    shown = 0  # before this token all is told
    for span in hidden:
        first = bisect_right(tokens, span.start, shown, key=_stop)
        out += tokens[shown:first]
        shown = max(first, bisect_left(tokens, span.stop, first, key=_start))
    return [*out, *tokens[shown:]]


def _start(token: Token) -> int:
    return token.start


def _stop(token: Token) -> int:
    return token.stop


def _sentences(report: Report, tokens: list[Token]) -> list[Sentence]:
    out, i = [], 0
    for span in sentences(report.text):
        first, i = i, bisect_left(tokens, span.stop, i, key=_start)
        if i > first:
            item = next((k for k, it in enumerate(report.items) if it.span.start <= span.start < it.span.stop), 0)
            out.append(Sentence(span, first, i, item))
    return out
