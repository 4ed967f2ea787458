"""An act that is told again in words that make no event: evidence of the event, and of no other."""

from __future__ import annotations

import pytest

import khabar


def evidence(text: str, of: str) -> list[str]:
    """The words of the one event of this type."""
    (event,) = [e for e in khabar.code(text).events if e.type == of]
    return [v.text for v in event.everywhere]


@pytest.mark.parametrize(
    ("text", "of", "again"),
    [
        ("قصفت روسيا مدينة خاركيف فجر الأحد. وقالت منظمة إن القصف أصاب مستشفى.", "ASSAULT", "القصف"),
        ("احتجزت إيران ناقلة نفط ترفع علم اليونان. ووصفت أثينا احتجاز الناقلة بأنه قرصنة.", "COERCE", "احتجاز"),
    ],
)
def test_told_again_is_evidence(text: str, of: str, again: str) -> None:
    first, *more = evidence(text, of)
    assert again not in first
    assert any(again in words for words in more)


@pytest.mark.parametrize(
    ("text", "of", "other"),
    [
        ("قصفت روسيا مدينة خاركيف. وقالت منظمة إن القصف الإسرائيلي مستمر.", "ASSAULT", "الإسرائيلي"),  # another's
        ("طالبت تركيا اليونان بسحب قواتها. ودعا متحدث إلى الهدوء.", "REQUEST", "ودعا"),  # each demand is its own
    ],
)
def test_another_act_is_none(text: str, of: str, other: str) -> None:
    events = [e for e in khabar.code(text).events if e.type == of]
    assert not any(other in v.text for e in events[:1] for v in e.everywhere)
