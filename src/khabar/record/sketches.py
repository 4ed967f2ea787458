"""Events with what it takes to compare them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khabar.model import Coded, Entity, Event, Span
from khabar.record.days import Days, of
from khabar.record.likeness import content_words
from khabar.record.parties import Party, party, unnamed

if TYPE_CHECKING:
    from khabar.record.happenings import World

STALE = 2  # days before publication in which undated news happened
AHEAD = 30  # days after publication in which an undated plan may lie

@dataclass(frozen=True, slots=True)
class Sketch:
    """An event with what it takes to compare it."""

    event: Event
    report: int
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    parties: tuple[Party, ...]  # actors, then recipients
    thirds: tuple[Party, ...]  # who mediates or hosts: nobody's side, but one of whom the report tells
    objects: frozenset[str]
    topic: frozenset[str]
    when: Days | None
    sure: bool  # the text gives the date; else the publication stands in for it
    told: int | None  # the day on which the report was published
    words: frozenset[str]
    rank: tuple[int, int, int]  # the smaller, the nearer to being the report's main news

    @property
    def news(self) -> bool:
        """Told as new, not recalled."""
        return not self.event.background


def sketch(coded: Coded, report: int, entities: Mapping[str, Entity], world: World | None = None) -> list[Sketch]:
    """The events of one report, prepared. world: as for ``party``."""
    published = of(coded.report.published)
    starts = [s.start for s in coded.sentences]
    out = []
    for event in coded.events:
        when, sure = of(event.date), event.date is not None
        if when is None and published is not None and not event.background and event.status != "hypothetical":
            # News without a time word happened about when it was published; a plan lies ahead. Only for comparing: the record's
            # date stays empty.
            coming = event.status in ("planned", "proposed")
            low, high = (0, AHEAD) if coming else (-STALE, 0)
            when = Days(published.low + low, published.high + high)
        first = min((e.span.start for e in event.evidence), default=10**9)
        sentence = sum(s <= first for s in starts)
        words = {t for e in event.evidence for t in content_words(_sentence(coded, e.span))}
        actors, recipients = (tuple(party(p, entities, world, coded.report.day) for p in side) for side in (event.actors, event.recipients))
        out.append(
            Sketch(
                event,
                report,
                actors,
                recipients,
                actors + recipients,
                tuple(party(p, entities, world, coded.report.day) for p in event.third_parties),
                frozenset(t.entity for t in event.about if t.entity and not unnamed(t.entity)),
                frozenset(w for t in event.about for w in content_words(t.text)),
                when,
                sure,
                published.low if published is not None and published.month is None else None,
                frozenset(words),
                (max(sentence - 2, 0) if sentence < 5 else sentence, -min(len(event.evidence), 3), first),
            )
        )
    return out


def _sentence(coded: Coded, span: Span) -> str:
    covering = [s for s in coded.sentences if s.overlaps(span)]
    start = min([s.start for s in covering] + [span.start])
    stop = max([s.stop for s in covering] + [span.stop])
    return coded.report.text[start:stop]


def done(event: Event) -> bool:
    return event.status not in ("planned", "proposed", "hypothetical")
