"""What ``annotate`` hands to ``coding``: one report with its tokens, sentences, mentions, dates and quotations."""

from __future__ import annotations

from dataclasses import dataclass, field

from khabar.model import Entity, Issue, Mention, Quote, Report, Sentence, When
from khabar.text import Token


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

    @property
    def day(self) -> str | None:
        """The publication day, ISO, or None."""
        return self.report.published.value[:10] if self.report.published else None
