"""Every form of a verb from its past and present; forms of nouns and participles."""

from __future__ import annotations

import pytest

from khabar.morphology import VerbForm, conjugate, noun_forms, participle, regular_present
from khabar.text import fold


def forms(past: str, present: str = "", passive: tuple[str, ...] = ()) -> dict[str, list[VerbForm]]:
    found: dict[str, list[VerbForm]] = {}
    for form, reading in conjugate(past, past, present or regular_present(past), passive):
        found.setdefault(form, []).append(reading)
    return found


@pytest.mark.parametrize(
    ("past", "present"),
    [
        ("التقى", "يلتقي"), ("ناقش", "يناقش"), ("استقبل", "يستقبل"), ("استفاد", "يستفيد"), ("أعلن", "يعلن"), ("أدان", "يدين"),
        ("أعرب", "يعرب"), ("اتفق", "يتفق"), ("تباحث", "يتباحث"), ("أجرى", "يجري"), ("استدعى", "يستدعي"), ("انسحب", "ينسحب"),
    ],
)  # fmt: skip
def test_regular_present(past: str, present: str) -> None:
    assert fold(regular_present(past)) == fold(present)


# past, present, form, tense, number, gender
FORMS = [
    ("بحث", "يبحث", "بحث", "past", "s", "m"),
    ("بحث", "يبحث", "بحثت", "past", "s", "f"),
    ("بحث", "يبحث", "بحثا", "past", "d", "m"),
    ("بحث", "يبحث", "بحثوا", "past", "p", "m"),
    ("بحث", "يبحث", "يبحث", "present", "s", "m"),
    ("بحث", "يبحث", "تبحث", "present", "s", "f"),
    ("بحث", "يبحث", "يبحثان", "present", "d", "m"),
    ("بحث", "يبحث", "يبحثون", "present", "p", "m"),
    ("بحث", "يبحث", "سيبحث", "future", "s", "m"),
    ("بحث", "يبحث", "سيبحثان", "future", "d", "m"),
    ("التقى", "", "التقى", "past", "s", "m"),
    ("التقى", "", "التقت", "past", "s", "f"),
    ("التقى", "", "التقيا", "past", "d", "m"),
    ("التقى", "", "التقوا", "past", "p", "m"),
    ("التقى", "", "يلتقيان", "present", "d", "m"),
    ("التقى", "", "يلتقون", "present", "p", "m"),
    ("التقى", "", "يلتق", "present", "s", "m"),
    ("دعا", "يدعو", "دعت", "past", "s", "f"),
    ("دعا", "يدعو", "دعوا", "past", "d", "m"),
    ("دعا", "يدعو", "يدعو", "present", "s", "m"),
    ("دعا", "يدعو", "تدعو", "present", "s", "f"),
    ("قال", "يقول", "قالت", "past", "s", "f"),
    ("قال", "يقول", "يقل", "present", "s", "m"),
    ("قال", "يقول", "ستقول", "future", "s", "f"),
    ("أدان", "", "أدانت", "past", "s", "f"),
    ("أدان", "", "يدينون", "present", "p", "m"),
    ("أجرى", "", "أجريا", "past", "d", "m"),
    ("أجرى", "", "يجريان", "present", "d", "m"),
    ("استدعى", "", "استدعت", "past", "s", "f"),
]


@pytest.mark.parametrize(("past", "present", "form", "tense", "number", "gender"), FORMS)
def test_conjugation(past: str, present: str, form: str, tense: str, number: str, gender: str) -> None:
    readings = [(r.tense, r.number, r.gender) for r in forms(past, present).get(fold(form), ()) if not r.passive and not r.obj]
    assert (tense, number, gender) in readings


@pytest.mark.parametrize(
    ("past", "form", "obj"),
    [
        ("استقبل", "استقبله", "ه"), ("استقبل", "يستقبلها", "ها"), ("استدعى", "استدعاه", "ه"), ("استدعى", "استدعته", "ه"),
        ("اتهم", "تتهمها", "ها"), ("اتهم", "ستتهمهم", "هم"),
    ],
)  # fmt: skip
def test_object_pronouns(past: str, form: str, obj: str) -> None:
    assert obj in {r.obj for r in forms(past).get(fold(form), ())}


def test_passives_whose_letters_differ() -> None:
    found = forms("قال", "يقول", ("قيل", "يقال"))
    assert any(r.passive and r.tense == "past" for r in found["قيل"])
    assert any(r.passive and r.tense == "present" for r in found["يقال"])
    assert not any(r.passive for r in found["قال"])


def test_every_form_is_folded_and_keeps_its_lemma() -> None:
    for past in ("أعلن", "التقى", "دعا", "ناقش"):
        for form, reading in conjugate(past, past, regular_present(past)):
            assert form == fold(form)
            assert reading.lemma == past
            assert reading.tense in ("past", "present", "future")
            assert reading.number in ("s", "d", "p")


@pytest.mark.parametrize(("present", "expected"), [("يضيف", "مضيف"), ("يتهم", "متهم"), ("يستقبل", "مستقبل"), ("يقل", None)])
def test_participles(present: str, expected: str | None) -> None:
    assert participle(present) == expected


@pytest.mark.parametrize(
    ("noun", "form", "pronoun"),
    [
        ("اجتماع", "اجتماع", ""), ("اجتماع", "اجتماعا", ""), ("اجتماع", "اجتماعه", "ه"), ("اجتماع", "اجتماعهما", "هما"),
        ("زيارة", "زيارته", "ه"), ("زيارة", "زياره", ""),
        ("لقاء", "لقائه", "ه"), ("لقاء", "لقاؤهما", "هما"), ("محادثات", "محادثاتهما", "هما"), ("لجوء", "لجوءا", ""),
    ],
)  # fmt: skip
def test_nouns(noun: str, form: str, pronoun: str) -> None:
    assert (form, pronoun) in set(noun_forms(noun))


def test_no_tanwin_where_none_is_written() -> None:
    assert ("زيارها", "") not in set(noun_forms("زيارة"))
    assert "محادثاتا" not in {f for f, _ in noun_forms("محادثات")}
    assert "لقاءا" not in {f for f, _ in noun_forms("لقاء")}
