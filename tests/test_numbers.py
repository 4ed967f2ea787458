"""Figures of events: written out, told by the word before or behind them, bounded, and what counts nothing. Sentences of our own."""

from __future__ import annotations

import pytest
from cases import annotate

import khabar
from khabar import coding, packs

FIGURES = [
    ("قتل خمسة وعشرون شخصا في هجوم شنته جماعة مسلحة على قرية في مالي", ("killed", 25, None, None, None)),
    ("قصفت إسرائيل دمشق ما أسفر عن مقتل أحد عشر جنديا", ("killed", 11, None, None, None)),
    ("شنت جماعة مسلحة هجوما على قرية في مالي أدى إلى مقتل ما لا يقل عن 17 جنديا", ("killed", None, 17, None, None)),
    ("طردت روسيا مئة وخمسين دبلوماسيا أمريكيا من موسكو", ("expelled", 150, None, None, None)),
    ("قتل ثلاثة آلاف وثمانمائة وخمسون شخصا في غارات شنتها روسيا على أوكرانيا", ("killed", 3850, None, None, None)),
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


def test_a_number_glued_to_latin_letters_counts_nothing() -> None:
    coded = khabar.code("استلم الجيش المصري طائرات من طراز F16 وصواريخ 9M133 يوم الأحد. نشر الخبر 28th January", language="ar")
    assert not coded.figures


ROWS = [
    ("قتل ما لا يقل عن 12 شخصا وأصيب نحو 30 آخرين في هجوم انتحاري في كابل", "ASSAULT", {("killed", None, 12, None), ("injured", None, 24, 36)}),
    ("قتل 14 جنديا على الأقل في هجوم على قاعدة في مالي", "ASSAULT", {("killed", None, 14, None)}),
    ("قصفت إسرائيل مدرسة في غزة فقتل عدد يتجاوز الأربعين وتجاوز عدد الجرحى 90 جريحا", "ASSAULT", {("injured", None, 90, None)}),
    (
        "قال الجيش الأمريكي إن ثلاثة جنود أمريكيين قتلوا وأصيب ما لا يقل عن 24 آخرين في هجوم على قاعدة في سوريا",
        "ASSAULT",
        {("killed", 3, None, None), ("injured", None, 24, None)},
    ),
    ("أسفر القصف الإسرائيلي على غزة عن مقتل 30 شخصا ونزوح نحو مئتي ألف شخص", "ASSAULT", {("killed", 30, None, None)}),
    ("أعلن الجيش اللبناني مقتل جندي وإصابة ثلاثة في هجوم قرب طرابلس", "ASSAULT", {("killed", 1, None, None), ("injured", 3, None, None)}),
    ("اعترضت الجزائر على توقيف السلطات الفرنسية لموظف قنصلي جزائري", "COERCE", {("arrested", 1, None, None)}),
    (
        "أسفر هجوم على ثكنة للجيش المصري في سيناء عن استشهاد عشرة من الجنود وثلاثة من العاملين",
        "ASSAULT",
        {("killed", 10, None, None), ("killed", 3, None, None)},
    ),
    (
        "أسفر هجوم على ثكنة للجيش المصري في سيناء عن استشهاد عشرة من الجنود إضافة إلى ثلاثة من العاملين",
        "ASSAULT",
        {("killed", 10, None, None), ("killed", 3, None, None)},
    ),
    ("قتلت إسرائيل 20 جنديا مصريا قرب رفح", "ASSAULT", {("killed", 20, None, None)}),
    ("قتل جنديان تركيان وأصيب ثلاثة في قصف على إدلب", "ASSAULT", {("killed", 2, None, None), ("injured", 3, None, None)}),
    ("لقي 15 شخصا مصرعهم في تفجير سيارة مفخخة بمقديشو", "ASSAULT", {("killed", 15, None, None)}),
    ("مقتل وإصابة العشرات في هجوم على مسجد في بيشاور", "ASSAULT", {("killed", None, 20, None), ("injured", None, 20, None)}),
    ("قتل بين 8 و12 جنديا في هجوم على قاعدة في مالي", "ASSAULT", {("killed", None, 8, 12)}),
    ("ارتفعت حصيلة القصف الإسرائيلي على غزة إلى 471 قتيلا و314 جريحا", "ASSAULT", {("killed", 471, None, None), ("injured", 314, None, None)}),
    ("أطلقت إيران 200 صاروخ على إسرائيل وقتل شخصان", "ASSAULT", {("killed", 2, None, None), ("missiles", 200, None, None)}),
    ("أعلن الجيش المصري مقتل خمسة وعشرين إرهابيا في شمال سيناء", "ASSAULT", {("killed", 25, None, None)}),
    ("اعتقلت السلطات المصرية 45 متظاهرا في القاهرة", "COERCE", {("arrested", 45, None, None)}),
    ("طردت موسكو 20 دبلوماسيا تشيكيا", "SANCTION", {("expelled", 20, None, None)}),
    ("أفرجت إسرائيل عن 183 أسيرا فلسطينيا", "RETREAT", {("released", 183, None, None)}),
    ("نشرت بولندا أكثر من 1000 جندي على الحدود مع بيلاروسيا", "MOBILIZE", {("troops", None, 1000, None)}),
    ("قدمت اليابان منحة بقيمة 10 ملايين دولار إلى لبنان", "AID", {("money", 10_000_000, None, None)}),
]


@pytest.mark.parametrize(("text", "kind", "figures"), ROWS, ids=[str(k) for k in range(len(ROWS))])
def test_figures_of_an_event(text: str, kind: str, figures: set[tuple[str, float | None, float | None, float | None]]) -> None:
    coded = coding.code(annotate(text, "2024-05-01"), packs.load("ar"), packs.the_world())
    found = [{(n.kind, n.value, n.min, n.max) for n in e.numbers} for e in coded.events if e.type == kind]
    assert figures in found


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("بدأت في جنيف الجولة الرابعة من المحادثات السورية", {("ordinal", 4, "round")}),
        ("عقد الزعيمان ثالث قمة بينهما في سوتشي", {("ordinal", 3, "round")}),
        ("تواصلت المعارك لليوم الثاني عشر على التوالي", {("ordinal", 12, "day")}),
        ("اختتمت القمة العربية الحادية والثلاثون أعمالها", {("ordinal", 31, "round")}),
        ("صوت مجلس الأمن على القرار رقم 2650 بالإجماع", {("ordinal", 2650, "text")}),
        ("استند الاجتماع إلى قرار مجلس الأمن الدولي 1701", {("ordinal", 1701, "text")}),
        ("صوت المجلس على القرار 7 في البند الثاني", set()),
        # The first of a series counts nothing off.
        ("عقد الزعيمان أول قمة بينهما، وهي القمة الأولى منذ سنوات", set()),
    ],
)
def test_which_one_of_a_series(sentence: str, figures: set[tuple[str, float, str]]) -> None:
    coded = khabar.code(sentence, language="ar")
    assert {(n.kind, n.value, n.unit) for n in coded.figures if n.kind == "ordinal"} == figures


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("قدمت السعودية منحة قدرها 251,6 مليون دولار لليمن", 251_600_000),
        ("قدمت السعودية منحة قدرها 29،176،352 دولارا لليمن", 29_176_352),
        ("قدمت السعودية منحة قدرها 122 مليونا و334 ألف دولار لليمن", 122_334_000),
        ("قدمت السعودية منحة قدرها تريليون و300 مليار دولار لليمن", 1_300_000_000_000),
        ("قدمت السعودية منحة قدرها ألف وثلاثمئة دولار لليمن", 1300),
        ("قدمت السعودية منحة قدرها ثلاثة فاصلة خمسة مليارات دولار لليمن", 3_500_000_000),
        ("قدمت السعودية منحة قدرها (375) مليون دولار لليمن", 375_000_000),
        ("قدمت السعودية منحة قدرها (375.526.840) مليون دولار لليمن", 375_526_840),
        ("قدمت السعودية منحة قدرها 1500 ألف دولار لليمن", 1_500_000),
        ("قدمت السعودية منحة قدرها 54.\u200f92 مليون دولار لليمن", 92_540_000),
    ],
)
def test_a_sum_in_its_parts(sentence: str, value: float) -> None:
    coded = khabar.code(sentence, language="ar")
    assert {n.value for n in coded.figures if n.kind == "money"} == {value}


@pytest.mark.parametrize("clock", ["الحادية عشرة وتسع وخمسين دقيقة مساء", "11:59 دقيقة مساء"])
def test_the_clock_lasts_nothing(clock: str) -> None:
    coded = khabar.code(f"تبدأ الهدنة بين الحكومة اليمنية والحوثيين الساعة {clock} وتدوم خمسة أيام", language="ar")
    assert {(n.kind, n.value) for n in coded.figures} == {("duration", 5)}


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("اعتقلت الشرطة واحدا وعشرين متظاهرا", ("arrested", 21, None, None, None)),
        ("عاد السفير بعد غياب اثني عشر عاما", ("duration", 12, None, None, "year")),
        ("وهي أول رحلة منذ أكثر من عام", ("duration", None, 1, None, "year")),
        ("وهي أول رحلة منذ سنة ونصف السنة", ("duration", 1.5, None, None, "year")),
        ("دامت المحادثات نحو ساعتين", ("duration", None, 1.6, 2.4, "hour")),
        ("قتل في القصف جنديان وأكثر من ثلاثين مدنيا", ("killed", None, 30, None, None)),
        ("قتل في القصف 12 شرطيا ونحو 30 جنديا", ("killed", None, 24, 36, None)),
        ("وانضمت إلى البيان سبع دول", ("count", 7, None, None, "دول")),
    ],
)
def test_figures_of_a_report(sentence: str, figure: tuple[str, float | None, float | None, float | None, str | None]) -> None:
    assert figure in [(n.kind, n.value, n.min, n.max, n.unit) for n in khabar.code(sentence, language="ar", published="2024-05-01").figures]


@pytest.mark.parametrize("sentence", ["قتل سبعة في القصف عام 2020", "اندلعت الحرب في العام الماضي", "انتهت سنوات الحرب في 2019"])
def test_a_year_of_the_calendar_lasts_nothing(sentence: str) -> None:
    assert not [n for n in khabar.code(sentence, language="ar", published="2024-05-01").figures if n.kind == "duration"]


def test_prices_of_the_hour_are_no_figures() -> None:
    coded = khabar.code("ارتفع سعر الخام 13 سنتا إلى 53.51 دولارا للبرميل بحلول الساعة 08:50 بتوقيت غرينتش.", language="ar")
    assert coded.figures == ()


@pytest.mark.parametrize(("written", "value"), [("84ر3", 3.84e9), ("5ر45", 45.5e9), ("2ر3", 3.2e9)])
def test_the_point_of_the_agencies(written: str, value: float) -> None:
    (figure,) = khabar.code(f"بلغ صافي ربح الشركة {written} مليار دولار.", language="ar").figures
    assert figure.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("وأعلنت السلطات الليبية أن إجمالي الوفيات في درنة بلغ 35 حالة.", [("killed", 35, None, None)]),
        ("وذكر الوزير أن عدد الوفيات في الأحداث التي شهدتها العاصمة منذ السبت لم يتجاوز 40.", [("killed", None, None, 40)]),
        ("وقال مسعف إن عدد من فقدوا حياتهم في القصف ارتفع إلى خمسة وعشرين شخصا.", [("killed", 25, None, None)]),
        ("بلغ عدد المشاركين في تشييع القتلى إلى المقبرة 300 شخص.", []),
    ],
)
def test_the_number_of_dead_stands_before_its_figure(sentence: str, figures: list[tuple[str, float | None, float | None, float | None]]) -> None:
    found = khabar.code(sentence, language="ar").figures
    assert [(n.kind, n.value, n.min, n.max) for n in found if n.kind == "killed"] == figures
