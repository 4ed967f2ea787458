"""A report that stops anywhere is read as far as it goes: what is cut behind a name, a comma or a word of saying must not cost all of it."""

import random

import pytest
from cases import load

import khabar

CUT = [
    "وصل الوفد الكيني إلى نيروبي. من جانبه، أكد المتحدث باسم الوزارة رأفت الهادي،",  # behind a man's name, where his office may stand
    "أغلقت الحدود أمس. وبحسب صحيفة محلية، فإنه",  # behind the particle that opens what is said
    "قتل ثلاثة من رجال الشرطة من القوة الكينية المشاركة في",
    "شهدت المنطقة تركيزا على التعاون. وبحسب تقرير شركة الأبحاث «اكسفورد",
    "أوضح المتحدث باسم الرئاسة أن كينيا عينت سفيرا. ولم يذكر",
    "اتهمت كينيا الصومال خلافا لما",
    "لجأ نائب الرئيس السابق إلى السفارة الكينية في كيتو منذ 17 ديسمبر",  # a day of no known year, in a report of no known day
]


def faults(text: str) -> list[str]:
    try:
        return [i.message for i in khabar.code(text, language="ar").report.issues if i.code == "not-coded"]
    except khabar.InputError:
        return []


@pytest.mark.parametrize("text", CUT)
def test_no_cut_costs_the_report(text: str) -> None:
    assert not faults(text)


def test_the_cases_cut_anywhere() -> None:
    luck = random.Random(32)
    for case in luck.sample(load("coding")["case"], 400):
        words = case["text"].split(" ")
        marks = [i for i, w in enumerate(words) if w[-1:] in "،:»" and i + 1 < len(words)]
        for stop in {luck.randrange(1, len(words) + 1), *luck.sample(marks, min(2, len(marks)))}:
            assert not faults(" ".join(words[: stop + 1])), " ".join(words[: stop + 1])
