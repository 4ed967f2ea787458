"""What ``annotate`` hands to ``coding``: one report with its tokens, sentences, mentions, dates and quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from khabar.model import Entity, Issue, Mention, Quote, Report, Sentence, When
from khabar.text import Token
from khabar.world import Place


def unnamed(english: str) -> str:
    """The id of whoever has no name and is called by these English words, or by others in Latin letters, alone."""
    return "unnamed/" + "-".join(re.findall(r"[a-z0-9]+", english.lower()))


@dataclass(slots=True)
class Annotation:
    """Everything in the order of the text. ``entities`` holds every entity that a mention names."""

    report: Report
    tokens: list[Token]
    sentences: list[Sentence]
    mentions: list[Mention]
    dates: list[When]
    quotes: list[Quote]
    entities: dict[str, Entity]
    issues: list[Issue] = field(default_factory=list)
    dots: bool = True  # does the text write a final ي with its dots (`keeps_dots`)?
    callings: Mapping[int, tuple[str, str | None]] = field(default_factory=dict)
    """First token of who has no name -> the whole of what he is called, in the report's words and in English."""
    day: str | None = None
    """ISO, the day from which "today" and "on Monday" count: that of publication; without one `when.counted_from`, which may only stand in."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Those of the world, and the towns that only this report names."""
    folds: list[str] = field(init=False)  # of the tokens, for who asks a table of words about every one of them
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.folds = [t.fold for t in self.tokens]
        self._starts = [t.start for t in self.tokens]

    def token_from(self, place: int) -> int:
        """The first token that begins at this code point or behind it."""
        return bisect_left(self._starts, place)

    def quotes_from(self, start: int, stop: int) -> Sequence[Quote]:
        """The quotations that begin at one of these code points: found without a walk through all of a long report."""
        first = bisect_left(self.quotes, start, key=_begin)
        return self.quotes[first : bisect_left(self.quotes, stop, first, key=_begin)]


def _begin(quote: Quote) -> int:
    return quote.span.start
