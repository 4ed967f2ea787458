"""Who speaks under a title: the name behind it is found, however long the title goes on."""

from __future__ import annotations

import pytest

import khabar

TITLES = (
    "القائم بأعمال وزير الدفاع الأفغاني",
    "رئيس بعثة الاتحاد الأوروبي في ليبيا",
    "المنسق المقيم للأمم المتحدة في لبنان",
    "رئيس وفد الحكومة السورية إلى جنيف",
    "مفوض الاتحاد الأفريقي للسلم والأمن",
    "المقرر الأممي الخاص المعني بالتعذيب",
    "المتحدث الإقليمي باسم الخارجية الأمريكية",
    "القيادي في حركة الجهاد الإسلامي",
    "القيادي في قوى الحرية والتغيير",
    "والي شمال دارفور",
    "مساعد وزير الخارجية الإيراني للشؤون القانونية",
    "سفير الاتحاد الأوروبي في تونس",
)
SENTENCES = ("قال {title} جون ماكالستر إن الوضع صعب.", "أكد {title}، جون ماكالستر، أن الوضع صعب.", "جون ماكالستر، {title}، قال إن الوضع صعب.")


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_name_behind_the_title_speaks(sentence: str, title: str) -> None:
    coded = khabar.code(sentence.format(title=title))
    names = {e.id: e.name("ar") for e in coded.entities}
    assert [names[s.speaker] for s in coded.statements if s.speaker] == ["جون ماكالستر"]


def test_a_statement_that_relays_has_another_speak() -> None:
    coded = khabar.code("ونقل البيان عن وزير الدفاع التركي قوله إن العملية مستمرة.")
    assert [s.speaker for s in coded.statements] == ["person/tur-defence-minister"]


@pytest.mark.parametrize("verb", ["سارعت تركيا إلى التأكيد أن", "سارعت تركيا إلى التحذير من أن", "سارعت تركيا إلى نفي أن"])
def test_a_light_verb_leads_to_a_noun_of_saying(verb: str) -> None:
    assert [s.speaker for s in khabar.code(f"{verb} قواتها هناك.").statements] == ["state/TUR"]
