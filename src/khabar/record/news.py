"""What a report is about: its main news, its main parties, its day, its lead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from khabar.model import Coded, Entity, Report, Span
from khabar.record.days import of
from khabar.record.parties import Party, unnamed
from khabar.record.sketches import AHEAD, Sketch, done

FOREMOST = 3  # parties of a report that count as its main ones
HEAD = 3  # sentences at the head of a report, in which its main news stands
LEAD = 300  # characters of a report that the encoder reads

def main_news(report: Report, sketches: Sequence[Sketch], events: Sequence[int]) -> int | None:
    """The report's main news: the first event that is news; if all is background, one that stands in the lead.

    A caption of an old photograph is no news, nor is what happened months before the report was published.
    """
    issued = of(report.published)

    def told(i: int) -> bool:
        s = sketches[i]
        if not s.news or s.event.status == "hypothetical":
            return False
        spans = [e.span for e in s.event.evidence]
        if spans and all(any(n.span.overlaps(span) for n in report.notes if n.kind != "subhead") for span in spans):
            return False
        return not (issued and s.sure and s.when and s.when.month is None and issued.low - s.when.high > AHEAD)

    news = [i for i in events if told(i)] or [
        i for i in events if sketches[i].news and sketches[i].event.status != "hypothetical"
    ]
    if not news:
        news = [i for i in events if sketches[i].rank[0] == 0]
    return min(news, key=lambda i: (sketches[i].event.item, sketches[i].rank, i), default=None)


def circle(s: Sketch, entities: Mapping[str, Entity]) -> list[Party]:
    """Parties of an event, with who mediates it and the state in which it happens."""
    place = entities.get(s.event.place) if s.event.place else None
    here = [Party(place.country, place.country, False, None)] if place is not None and place.country else []
    return [*s.parties, *s.thirds, *here]


def foremost(sketches: Sequence[Sketch], events: Iterable[int]) -> set[str]:
    """The main parties of a report: those that do and suffer most of its news."""
    weight: Counter[str] = Counter()
    for i in events:
        for block in {p.block for p in (*sketches[i].parties, *sketches[i].thirds) if p.words is None and not unnamed(p.key)}:
            weight[block] += 2 if sketches[i].news else 1
    order = sorted(weight, key=lambda b: (-weight[b], b))
    least = weight[order[FOREMOST - 1]] if len(order) > FOREMOST else 0
    return {b for b in order[: 2 * FOREMOST] if weight[b] >= least}  # four who sign together are four main parties


def day_of(report: Report, sketches: Sequence[Sketch], events: Iterable[int]) -> int | None:
    """The day a report belongs to: its publication, else the last day that most of its news is dated."""
    if (issued := of(report.published)) is not None and issued.exact:
        return issued.low
    told = [sketches[i] for i in events if sketches[i].news and done(sketches[i].event)]
    said = Counter(s.when.low for s in told if s.sure and s.when and s.when.month is None and s.when.exact)
    return max(said, key=lambda d: (said[d], d), default=None)


def lead(coded: Coded) -> str:
    """Title and first sentences."""
    report = coded.report
    first = " ".join(s.of(report.text) for s in coded.sentences[:HEAD])
    return f"{report.title or ''}. {first}"[:LEAD]


def at_head(coded: Coded, span: Span) -> bool:
    """Do the words stand at the head of the report?"""
    return any(s.overlaps(span) for s in coded.sentences[:HEAD])


def named(coded: Coded) -> set[str]:
    """Who stands in a report of which no act was read, as ``foremost`` gives those of others: countries, and who has none."""
    return {e.country or e.id for e in coded.entities if e.kind not in _NOBODY and not unnamed(e.id)}


_NOBODY = ("place", "outlet", "instrument", "people-group")
