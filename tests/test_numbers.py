"""Figures of events: written out, told by the word before or behind them, bounded, and what counts nothing. Sentences of our own."""

from __future__ import annotations

import pytest

import khabar

FIGURES = [
    ("قتل خمسة وعشرون شخصا في هجوم شنته جماعة مسلحة على قرية في مالي", ("killed", 25, None, None, None)),
    ("قصفت إسرائيل دمشق ما أسفر عن مقتل أحد عشر جنديا", ("killed", 11, None, None, None)),
    ("شنت جماعة مسلحة هجوما على قرية في مالي أدى إلى مقتل ما لا يقل عن 17 جنديا", ("killed", None, 17, None, None)),
    ("طردت روسيا مئة وخمسين دبلوماسيا أمريكيا من موسكو", ("expelled", 150, None, None, None)),
    ("أمهلت موسكو السفير الأمريكي 48 ساعة للمغادرة وطردت عشرة دبلوماسيين", ("deadline", 48, None, None, "hour")),
    ("أجرى الرئيس الروسي فلاديمير بوتين اتصالا هاتفيا مع نظيره الأمريكي جو بايدن استغرق ساعتين", ("duration", 2, None, None, "hour")),
]


@pytest.mark.parametrize(("sentence", "figure"), FIGURES)
def test_a_figure_and_what_it_counts(sentence: str, figure: tuple[object, ...]) -> None:
    found = [(n.kind, n.value, n.min, n.max, n.unit) for e in khabar.code(sentence, language="ar").events for n in e.numbers]
    assert figure in found


@pytest.mark.parametrize(
    "sentence",
    [
        "التقى وزير الخارجية الروسي نظيره الأمريكي في جنيف يوم 12 من الشهر الجاري",
        "يلتقي وزير الخارجية الروسي نظيره الأمريكي بعد مكالمة دامت 50 دقيقة",
    ],
)
def test_a_date_and_the_length_of_something_else_count_nothing_of_a_meeting(sentence: str) -> None:
    coded = khabar.code(sentence, language="ar", published="2022-01-05")
    assert not [n for e in coded.events if e.mode != "phone" for n in e.numbers]
