"""Figures that do not meet and voices that a report sets against each other. Sentences of our own."""

from __future__ import annotations

import json

import pytest

import khabar
from khabar import record as recording
from khabar.encoder import Encoder
from khabar.model import Coded, Fact
from khabar.record import contests

CALL = "أجرى وزير الخارجية التركي هاكان فيدان، الاثنين، اتصالا هاتفيا مع نظيره العراقي فؤاد حسين بحثا فيه أمن الحدود. "


def read(*texts: str) -> list[Fact]:
    """The facts of all stories of some reports, each told beside the same call."""
    return laid(*((CALL + text, "2024-07-02") for text in dict.fromkeys(texts)))


def laid(*reports: tuple[str, str]) -> list[Fact]:
    """The facts of all stories of reports as they stand, each with its day of publication."""
    rows = [khabar.code(text, language="ar", published=day) for text, day in reports]
    return [f for s in recording.merge(rows, recording.titles(), None).stories for f in s.facts]


def contested(facts: list[Fact], field: str) -> list[tuple[str, set[str]]]:
    return [(f.verdict, {v.value for v in f.values}) for f in facts if f.field == field]


def figures(text: str) -> list[tuple[str, float | None, float | None, float | None, str | None]]:
    return [(n.kind, n.value, n.min, n.max, n.unit) for n in khabar.code(text, language="ar").figures]


def test_two_exact_figures_of_one_thing_contradict_each_other() -> None:
    sentence = "وكان المخزن في قرية شيلادزي الحدودية يضم {} صناديق من ذخيرة المدفعية القديمة."
    (fact,) = contested(read(sentence.format("ثلاثة"), sentence.format("خمسة")), "figure")
    assert fact == ("contradicted", {"count 3 صناديق", "count 5 صناديق"})


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [("خلال 48 ساعة", "خلال 45 يوما", {"contradicted"}), ("خلال أسبوع", "خلال سبعة أيام", set())],
    ids=["hours and days", "one stretch in two units"],
)
def test_times_are_compared_in_any_unit(one: str, other: str, verdicts: set[str]) -> None:
    told = ["أمرت بيرو اليوم الاثنين السفير البوليفي بمغادرة البلاد " + when + "." for when in (one, other)]
    facts = laid(*((text, "2024-07-01") for text in told))
    clashes = {f.verdict for f in facts if f.field == "number" and f.verdict in ("contradicted", "differs")}
    assert clashes == verdicts


def test_figures_of_one_event_that_clash_are_told_once() -> None:
    sentence = "وأصابت قذيفة إيرانية الاثنين ملعبا في قرية شيلادزي العراقية ما أدى إلى مقتل {} مدنيين."
    facts = read(sentence.format("ثلاثة"), sentence.format("خمسة"))
    # Each of the two stories that tell of it has it, as a figure of the event.
    assert {(f.field, *sorted(v.value for v in f.values)) for f in facts if f.field in ("number", "figure")} == {("number", "killed 3", "killed 5")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ويسري الاتفاق الأمني الجديد بين البلدين الجارين 120 يوما", "ويسري الاتفاق الأمني الجديد بين البلدين الجارين أربعة أشهر"),
        ("وأوقعت القذيفة في قرية شيلادزي الحدودية ثلاثة قتلى", "وأوقعت القذيفة في قرية شيلادزي الحدودية ما لا يقل عن قتيلين"),
        ("وأوقعت القذيفة في قرية شيلادزي الحدودية ثلاثة قتلى", "وأوقعت القذيفة في قرية شيلادزي الحدودية سبعة جرحى"),
        ("وأوقعت القذيفة في قرية شيلادزي الحدودية ثلاثة قتلى", "وقال مصدر آخر إن أربعة قتلى سقطوا في حادث سير بالبصرة"),
        (
            "وأوقعت القذيفة في قرية شيلادزي الحدودية ثلاثة قتلى",
            "وأوقعت القذيفة في قرية شيلادزي الحدودية خمسة قتلى. وكانت الحصيلة الأولى ثلاثة قتلى",
        ),
    ],
    ids=["other unit", "bounded", "other kind", "other matter", "both told"],
)
def test_figures_that_can_both_be_true_are_no_contest(one: str, other: str) -> None:
    assert not contested(read(one + ".", other + "."), "figure")


@pytest.mark.parametrize(
    ("sentence", "one", "other", "values"),
    [
        ("وهذا أول قطار للركاب يعبر جسر زاخو الحدودي منذ {}.", "أكثر من عام", "عام ونصف العام", {"duration 1.. year", "duration 1.5 year"}),
        ("وأوقع القصف على سوق بلدة شيلادزي الحدودية {} قتيلا.", "ما لا يقل عن 12", "31", {"killed 12..", "killed 31"}),
        ("وسبقتها {} في الصراع الحدودي بين الجيشين.", "أكثر من ثلاث هدن", "ست هدن", {"count 3.. هدن", "count 6 هدن"}),
    ],
)
def test_far_more_than_the_least_that_another_account_gives_differs(sentence: str, one: str, other: str, values: set[str]) -> None:
    facts = read(sentence.format(one), sentence.format(other))
    found = contested(facts, "figure") or contested(facts, "number")  # the dead of an act that both accounts are coded with are its own
    assert [told for verdict, told in found if verdict == "differs"] == [values]


def test_a_few_more_than_the_least_that_another_account_gives_are_no_contest() -> None:
    sentence = "وأوقع القصف على سوق بلدة شيلادزي الحدودية {} قتيلا."
    for one, other in (("ما لا يقل عن 12", "13"), ("ما لا يقل عن 12", "12")):
        facts = read(sentence.format(one), sentence.format(other))
        assert all(verdict not in ("differs", "contradicted") for verdict, _ in contested(facts, "number") + contested(facts, "figure"))


def test_what_each_side_has_the_other_hear_in_one_call_is_set_side_by_side() -> None:
    facts = read(
        "بحث الرئيس الفرنسي إيمانويل ماكرون هاتفيا مع نظيره التركي رجب طيب أردوغان ملف ليبيا، وقال ماكرون إن إرسال المقاتلين يهدد أمن أوروبا كلها.",
        "بحث الرئيس التركي رجب طيب أردوغان هاتفيا مع نظيره الفرنسي إيمانويل ماكرون ملف ليبيا، وقال أردوغان إن الحكومة الشرعية تستحق دعم الجميع.",
    )
    assert [verdict for verdict, _ in contested(facts, "said")] == ["differs"]


def test_the_ages_of_children_and_of_women_are_no_contest() -> None:
    assert not contested(read("وكان الأطفال في سن 3 و5 و14 سنة، في حين كانت النساء في سن 19 و32 سنة."), "figure")


def test_the_ages_of_two_people_are_no_contest() -> None:
    text = "وقالت الشرطة إن جنديا (21 عاما) قتل في القصف على شيلادزي. وأكدت الوزارة أن عاملا (25 عاما) قتل في القصف على شيلادزي."
    assert not contested(read(text), "figure")


def test_parts_of_a_toll_are_no_contest_with_the_whole() -> None:
    parts = "وقتل عشرة من الجنود الأتراك وثلاثة من العاملين في قصف عراقي على ثكنة في أنقرة الاثنين."
    whole = "وقتل {} شخصا في قصف عراقي على ثكنة في أنقرة الاثنين."
    tolls = [[f for f in read(parts, whole.format(n)) if f.field == "number" and "killed" in f.values[0].value] for n in ("13", "16")]
    assert [{f.verdict for f in facts} for facts in tolls] == [{"single"}, {"differs"}]


def test_towns_that_are_taken_are_no_two_accounts_of_one() -> None:
    taken = "وسيطرت القوات التركية على مدينة {} العراقية الاثنين بعد معارك مع القوات العراقية."
    assert not [f for f in read(taken.format("الموصل"), taken.format("كركوك")) if f.field == "place" and f.verdict in ("contradicted", "differs")]


def test_what_is_told_in_the_same_words_of_another_day_is_contradicted() -> None:
    sentence = "وكانت إعادة تشغيل محطة المياه القديمة في قرية شيلادزي الحدودية مقررة {} بإشراف مهندسين محليين."
    ((verdict, values),) = contested(read(sentence.format("يوم الخميس 4 يوليو"), sentence.format("يوم الجمعة 5 يوليو")), "said")
    assert verdict == "contradicted"
    assert sorted("الخميس" in v for v in values) == [False, True]
    assert not contested(read(sentence.format("يوم الخميس 4 يوليو"), sentence.format("يوم الأحد 21 يوليو")), "said")
    both = sentence.format("يوم الخميس 4 يوليو") + " " + sentence.format("يوم الجمعة 5 يوليو")
    assert not contested(read(both, sentence.format("يوم الجمعة 5 يوليو")), "said")


def test_two_rough_figures_far_apart_differ() -> None:
    sentence = "وكان نحو {} مليون طن من القمح العراقي حبيسة الصوامع منذ أشهر طويلة."
    ((verdict, _),) = contested(read(sentence.format(20), sentence.format(25)), "figure")
    assert verdict == "differs"


def test_a_voice_behind_a_word_of_contrast_differs_from_the_one_before() -> None:
    text = "وقالت وزارة الخارجية التركية إن الاتصال جرى بطلب من بغداد. لكن وزارة الخارجية العراقية أكدت أن أنقرة هي التي طلبت إجراءه."
    coded = khabar.code(CALL + text, language="ar", published="2024-07-02")
    (opposed,) = [s for s in coded.statements if s.against is not None]
    assert opposed.speaker == "org/irq-mfa"
    assert opposed.against is not None
    assert "بطلب من بغداد" in opposed.against.of(coded.report.text)
    (fact,) = [f for f in read(text) if f.field == "said"]
    assert fact.verdict == "differs"
    chains = {c.id: c.chain for c in recording.merge([coded], recording.titles(), None).claims}
    assert {chains[v.claim][-1] for v in fact.values} == {"org/tur-mfa", "org/irq-mfa"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("وسقط عشرون قتيلا على أقل تقدير في القصف، وقالت لجنة محلية إن العدد بلغ 32.", {"killed 20..", "killed 32"}),
        ("وقدرت الأضرار بعشرة ملايين دولار، في حين قالت الوزارة إن الكلفة تبلغ 30 مليونا.", {"money 10000000 USD", "money 30000000 USD"}),
    ],
    ids=["the number", "the cost"],
)
def test_a_bare_number_is_set_against_the_figure_before(text: str, values: set[str]) -> None:
    assert contested(read(text), "figure") == [("differs", values)]


def test_a_denial_is_set_against_what_it_denies_not_against_the_last_voice() -> None:
    text = (
        "وقالت وزارة الخارجية العراقية إن الطائرات التركية قصفت قرية شيلادزي الحدودية. وأضافت أن الأضرار كبيرة. "
        "وقال مسؤول محلي إن المدارس أغلقت أبوابها. ونفت وزارة الدفاع التركية أن تكون طائراتها قد قصفت القرية."
    )
    coded = khabar.code(CALL + text, language="ar", published="2024-07-02")
    (denial,) = [s.against for s in coded.statements if s.speaker == "org/tur-mod"]
    assert denial is not None
    assert "قصفت قرية شيلادزي" in denial.of(coded.report.text)


def test_what_two_reports_set_against_each_other_is_one_fact() -> None:
    text = "وقالت وزارة الخارجية التركية إن الاتصال جرى بطلب من بغداد{}. لكن وزارة الخارجية العراقية أكدت أن أنقرة هي التي طلبت إجراءه{}."
    (fact,) = [f for f in read(text.format("", ""), text.format(" أمس", " مرتين")) if f.field == "said"]
    assert [len(v.reports) for v in fact.values] == [2, 2]


def test_a_deed_that_another_voice_denies_is_contradicted() -> None:
    text = (
        "وقتل ثلاثة مدنيين عراقيين في قصف تركي على قرية شيلادزي الاثنين، بحسب وزارة الصحة العراقية. "
        "ونفت وزارة الدفاع التركية قصف أي قرية في العراق."
    )
    facts = [f for f in read(text) if f.field == "status" and f.verdict == "contradicted"]
    assert [{v.value for v in f.values} for f in facts] == [{"happened", "denied"}]


FIRED = "أطلق حرس الحدود المجري النار فجر الاثنين على مهاجرين قرب بلدة هورغوش الصربية فقتل شاب، بحسب مكتب محافظ المنطقة."


@pytest.mark.parametrize(
    ("denial", "verdicts"),
    [
        ("نفى المتحدث باسم الحكومة المجرية أن تكون قوات بلاده قد أطلقت النار على مهاجرين في الحدود مع صربيا الاثنين.", {"differs"}),
        ("نفى المتحدث باسم الحكومة المجرية أن تكون بلاده قد أغلقت معبر هورغوش على الحدود مع صربيا.", set()),
        ("نفى المتحدث باسم الحكومة الرومانية أن تكون قوات بلاده قد أطلقت النار على مهاجرين في الحدود مع صربيا الاثنين.", set()),
    ],
    ids=["his state's fire", "another deed", "another state"],
)
def test_a_denial_belongs_to_the_story_of_what_it_denies(denial: str, verdicts: set[str]) -> None:
    facts = laid((FIRED, "2024-07-01"), (denial, "2024-07-02"))
    assert {f.verdict for f in facts if f.field == "status" and "denied" in {v.value for v in f.values}} - {"single"} == verdicts


def test_a_denial_is_set_against_the_charge_that_another_report_tells() -> None:
    charge = "اتهم وزير الخارجية الأوغندي كينيا بإيواء المتمردين. وطالبها بطردهم."
    denial = "أكد وزير الخارجية الكيني أن لا علاقة لبلاده بالمتمردين. ودعا أوغندا إلى الحوار."
    other = "أكد وزير الخارجية الكيني أن لا علاقة لبلاده بأزمة السكر. ودعا تنزانيا إلى الحوار."
    rows = [khabar.code(text, language="ar", published="2024-07-02") for text in (charge, denial, other)]
    found = contests.charges_denied(rows, (0, 1, 2), ())
    assert [(c.verdict, c.one.report, c.other.report) for c in found] == [("differs", 0, 1)]


def test_who_is_said_to_have_fired_and_denies_it_denies_that_attack() -> None:
    deed = "وأطلقت قوات الأمن السودانية الرصاص على متظاهرين في أم درمان الاثنين فقتل ثلاثة منهم، بحسب لجنة الأطباء. "
    denial = "ونفت الشرطة السودانية استخدام الذخيرة الحية."
    told = [f for f in read(deed + denial) if f.field == "status" and f.verdict == "contradicted"]
    assert [{v.value for v in f.values} for f in told] == [{"happened", "denied"}]
    other = "وقصفت طائرات الجيش السوداني سوقا في دارفور الأحد فقتل خمسة مدنيين. "
    assert not [f for f in read(deed + other + denial) if f.verdict == "contradicted"]  # of which of the two, nobody knows


def test_a_word_of_contrast_sets_against_its_own_sentence_first() -> None:
    text = (
        "وقالت وزارة الخارجية التركية إن الاتصال كان مثمرا. "
        "ولم يصدر عن الحكومة العراقية أي تعليق على ذلك، إلا أن وزارة الخارجية العراقية توقعت لقاء قريبا."
    )
    assert not contested(read(text), "said")


@pytest.mark.parametrize(
    "text",
    [
        "وقالت وزارة الخارجية التركية إن الاتصال جرى بطلب من بغداد. وقالت وزارة الخارجية العراقية إن الوزيرين ناقشا ملف المياه.",
        "وقالت وزارة الخارجية التركية إن الاتصال جرى بطلب من بغداد. لكن الرئاسة التركية أوضحت أن الملف سيبحث لاحقا في القمة.",
        "وقالت وزارة الدفاع الروسية إن تركيا والعراق أدتا دور الوساطة في عملية التبادل. "
        "وفي وقت سابق من الاثنين، قال المبعوث الأميركي إن وفدي تركيا والعراق اتفقا على التبادل.",
        "وذكرت وزارة الدفاع التركية أن 146 عسكريا تركيا عادوا إلى أنقرة، وبالمقابل سلم 146 أسيرا إلى بغداد، "
        "موضحة أن ثمانية مواطنين من سكان أنقرة أعيدوا أيضا إلى ديارهم.",
    ],
    ids=["no contrast", "one side", "when", "one voice"],
)
def test_voices_that_nobody_opposes_are_no_contest(text: str) -> None:
    assert not contested(read(text), "said")


FIGURES = [
    ("أسقط الدفاع الجوي ثماني عشرة طائرة مسيرة وسبعة صواريخ", [("drones", 18, None, None, None), ("missiles", 7, None, None, None)]),
    ("قال إن ثمانين عسكريا على الأقل قتلوا في الضربة", [("killed", None, 80, None, None)]),
    ("عقد الجانبان ثلاث جولات من المباحثات", [("count", 3, None, None, "جولات")]),
    ("وارتفعت حصيلة القتلى في المدينة إلى 60", [("killed", 60, None, None, None)]),
    ("لم يقتل أحد في القصف", []),
    ("تحادث الرئيسان ساعة كاملة عبر الهاتف", [("duration", 1, None, None, "hour")]),
    ("استمرت الجولة ساعتين ونصف الساعة", [("duration", 2.5, None, None, "hour")]),
    ("اتصل به بعد ساعة من وصوله", []),
    ("أحصى الجيش أحد عشر صاروخا، بينما تحدثت الوزارة عن تسعة", [("missiles", 11, None, None, None), ("missiles", 9, None, None, None)]),
    ("أحصى الجيش أحد عشر صاروخا في يومها التاسع عشر، بينما هدأ القصف", [("missiles", 11, None, None, None)]),
    ("اتفق عليه في 12 يوليو 2019", []),
    ("قتل 12 شخصا وأصيب أكثر من 30 آخرين", [("killed", 12, None, None, None), ("injured", None, 30, None, None)]),
    ("نشرت بريطانيا ألف جندي", [("troops", 1000, None, None, None)]),
    ("بلغت قيمة الصفقة ملياري دولار", [("money", 2_000_000_000, None, None, "USD")]),
    ("نزح 200 ألف شخص", [("displaced", 200_000, None, None, None)]),
    ("عين مديرا بالمرتبة الرابعة عشرة بوزارة النقل", []),
    ("صوتت الدول الخمس عشرة الأعضاء على القرار", []),
    ("حضر سبعة من الفرقة 30 والموالين لها", []),
]


@pytest.mark.parametrize(("text", "found"), FIGURES, ids=range(len(FIGURES)))
def test_figures_anywhere_in_a_report(text: str, found: list[tuple[str, float | None, float | None, float | None, str | None]]) -> None:
    assert figures(text) == found


def test_coding_is_of_one_report_only() -> None:
    coded: Coded = khabar.code(CALL, language="ar")
    assert not coded.figures
    assert all(s.against is None for s in coded.statements)


def test_a_place_far_behind_a_call_did_not_make_it() -> None:
    held = "بحث رئيس الإمارات محمد بن زايد، خلال اتصال أجراه مع رئيس وزراء باكستان شهباز شريف، آثار الفيضانات التي تجتاح مناطق واسعة من باكستان"
    taken = "تلقى رئيس وزراء باكستان شهباز شريف اتصالا هاتفيا من رئيس الإمارات محمد بن زايد"
    for text in (held, taken):
        events = khabar.code(text, language="ar", published="2022-08-28").events
        assert [e.initiator for e in events if e.type == "CONSULT"] == ["person/mohammed-bin-zayed-al-nahyan"]


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("وقال هاكان فيدان إن بغداد ستفتح معبرا ثانيا، لكن بيان وزارة الخارجية العراقية لم يأت على ذكر المعبر.", "بيان وزارة الخارجية العراقية"),
        ("وقال هاكان فيدان إن بغداد ستفتح معبرا ثانيا. ولم تذكر وزارة الخارجية العراقية المعبر في بيانها.", "ولم تذكر وزارة"),
        ("وأكد هاكان فيدان أن بغداد قبلت الدعوة، في حين لم تعلن بغداد شيئا من ذلك.", "لم تعلن بغداد"),
        (
            "وقال هاكان فيدان إن بغداد ستفتح معبرا ثانيا. أما مصدر عراقي فاكتفى بالقول إن الحدود آمنة، ولم يأت على ذكر شيء آخر.",
            "أما مصدر عراقي",
        ),
    ],
    ids=["behind a contrast", "a word in common", "nothing announced", "as for another"],
)
def test_what_an_account_is_said_to_leave_out_is_set_against_who_tells_it(text: str, silent: str) -> None:
    (fact,) = [f for f in read(text) if f.field == "said"]
    assert fact.verdict == "differs"
    assert any(silent in v.value for v in fact.values)


@pytest.mark.parametrize(
    "text",
    [
        "وقال هاكان فيدان إن بغداد ستفتح معبرا ثانيا، لكنه لم يذكر موعد فتح المعبر.",
        "وقال هاكان فيدان إن بغداد ستفتح معبرا ثانيا. ولم يذكر فيدان متى يفتح المعبر.",
        "وقال هاكان فيدان إن بغداد ستفتح معبرا ثانيا. ولم تعلن أي جهة مسؤوليتها عن قصف المعبر.",
    ],
    ids=["he himself", "his name again", "nobody claimed it"],
)
def test_a_speaker_who_adds_nothing_is_not_set_against_himself(text: str) -> None:
    assert not contested(read(text), "said")


def test_an_answer_is_set_against_what_it_answers() -> None:
    text = "وقالت وزارة الخارجية التركية إن الاتصال جرى بطلب من بغداد. وردت وزارة الخارجية العراقية بأن أنقرة هي التي طلبت إجراءه."
    ((_, values),) = contested(read(text), "said")
    assert len(values) == 2


def test_a_denial_in_one_report_is_set_against_the_statement_in_another() -> None:
    claim = "وقالت وزارة الخارجية التركية إن طائرات عراقية خرقت الحدود التركية قرب شيلادزي."
    denial = "ونفت وزارة الخارجية العراقية أن تكون طائرات عراقية قد خرقت الحدود التركية."
    ((verdict, values),) = contested(read(claim, denial), "said")
    assert verdict == "differs"
    assert len(values) == 2
    assert not contested(read(claim, "ونفت وزارة الخارجية العراقية أن تكون قد استدعت القائم بالأعمال."), "said")


def test_a_denial_is_set_against_the_one_who_said_it_of_the_denier() -> None:
    text = "وقالت وزارة الخارجية التركية إن فؤاد حسين محتجز في فندقه. وأعلن البنك المركزي خفض الفائدة. ونفى فؤاد حسين أن يكون مقيد الحركة."
    ((_, values),) = contested(read(text), "said")
    assert any("محتجز" in v for v in values)


# ------------------------------------------------------------------ values of one happening

SIGNED = "وقعت تركيا والعراق في بغداد، {}، اتفاقية لتقاسم مياه دجلة بعد سنوات من المفاوضات."
RAID = "شنت تركيا غارة جوية على قرية شيلادزي العراقية، الأحد 12 مايو، ما أدى إلى مقتل {} مدنيا."
CALLED = "اتصل {}، الاثنين، هاتفيا {} وبحث معه أمن الحدود."
FIDAN, HUSSEIN = "وزير الخارجية التركي هاكان فيدان", "وزير الخارجية العراقي فؤاد حسين"
DONE = "وقعت تركيا والعراق، الاثنين، اتفاقية لتقاسم مياه دجلة."
MET = "التقى وزير الخارجية التركي هاكان فيدان نظيره العراقي فؤاد حسين في بغداد، الاثنين."


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        ((SIGNED.format("يوم 13 مايو"), "20"), (SIGNED.format("يوم 14 مايو"), "20"), [("contradicted", "date")]),
        ((SIGNED.format("الاثنين"), "15"), (SIGNED.format("الثلاثاء"), "15"), [("contradicted", "date")]),
        ((SIGNED.format("أمس"), "15"), (SIGNED.format("الاثنين"), "15"), [("differs", "date")]),
        ((SIGNED.format("أمس"), "15"), (SIGNED.format("أمس"), "16"), []),
        ((SIGNED.format("يوم 13 مايو"), "20"), (SIGNED.format("هذا الأسبوع"), "16"), []),
        ((SIGNED.format("الاثنين"), "15"), (SIGNED.format("الاثنين").replace("بغداد", "أنقرة"), "15"), [("contradicted", "place")]),
        ((SIGNED.format("الاثنين"), "15"), (SIGNED.format("الاثنين").replace("بغداد", "العراق"), "15"), []),
        ((SIGNED.format("الاثنين"), "15"), (SIGNED.format("الاثنين").replace("بغداد", "الشرق الأوسط"), "15"), []),
        (
            (CALLED.format(FIDAN, "بنظيره العراقي فؤاد حسين"), "14"),
            (CALLED.format(HUSSEIN, "بنظيره التركي هاكان فيدان"), "14"),
            [("contradicted", "initiator")],
        ),
        ((RAID.format(20), "13"), (RAID.format(12), "14"), [("contradicted", "number")]),
        ((RAID.format(12), "13"), (RAID.format(20), "14"), [("differs", "number")]),
        ((RAID.format(20), "14"), (RAID.format(12), "14"), [("contradicted", "number")]),
        ((RAID.format(20), "12"), (RAID.format(12), "12"), [("differs", "number")]),
        ((RAID.format(20), "14"), (RAID.format("ما لا يقل عن 12"), "14"), [("differs", "number")]),
        ((RAID.format(18), "14"), (RAID.format("نحو عشرين"), "14"), []),
        ((DONE, "14"), ("توقع تركيا والعراق غدا الاثنين اتفاقية لتقاسم مياه دجلة.", "12"), []),
        ((DONE, "14"), ("من المقرر أن توقع تركيا والعراق، الاثنين 13 مايو، اتفاقية لتقاسم مياه دجلة.", "14"), [("differs", "status")]),
        (
            (DONE, "14"),
            ("نفت وزارة الخارجية العراقية أن يكون العراق قد وقع مع تركيا اتفاقية لتقاسم مياه دجلة، الاثنين.", "14"),
            [("contradicted", "status")],
        ),
        (
            (MET, "14"),
            ("ألغي لقاء كان مقررا الاثنين بين وزير الخارجية التركي هاكان فيدان ونظيره العراقي فؤاد حسين في بغداد.", "14"),
            [("contradicted", "status")],
        ),
    ],
    ids=[
        "two days", "two weekdays", "yesterday of a paper", "yesterday in both", "within this week", "two capitals", "a town of the land",
        "a part of the world", "who called whom", "a toll that fell", "a toll that rose", "two tolls of one day", "tolls of the day itself",
        "far above the least", "about so many", "announced, then done", "to come and done", "signed or not", "met or called off",
    ],
)  # fmt: skip
def test_only_what_cannot_both_be_true_is_contradicted(one: tuple[str, str], other: tuple[str, str], parted: list[tuple[str, str]]) -> None:
    facts = laid(*((text, f"2024-05-{day}") for text, day in (one, other)))
    assert [(f.verdict, f.field) for f in facts if f.verdict in ("contradicted", "differs")] == parted


TALKS = "استضافت مدينة جنيف اليوم الأربعاء محادثات {} بين وزير الخارجية الأوغندي ونظيره الكيني بشأن الحدود."


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        ("غير مباشرة", "مباشرة", True),
        ("أوغندية كينية غير مباشرة", "مباشرة", True),
        ("مباشرة", "مباشرة", False),
        ("سرية", "مباشرة", False),  # two things that both can be
        ("غير مباشرة", "مباشرة أو غير مباشرة", False),  # who says both leaves it open
    ],
)
def test_opposites_that_two_accounts_say_of_one_act_differ(one: str, other: str, parted: bool) -> None:
    facts = laid((TALKS.format(one), "2024-05-15"), (TALKS.format(other) + " ولم يصدر بيان.", "2024-05-15"))
    assert [verdict for verdict, _ in contested(facts, "terms")] == ["differs"] * parted


def test_who_had_no_part_in_a_deed_denies_the_voice_that_says_so_however_far_back() -> None:
    text = (
        "قالت وزارة الدفاع الكينية اليوم الثلاثاء إن أوغندا هي التي دبرت الهجوم على ميناء مومباسا. ووصل وزير الخارجية التنزاني إلى نيروبي."
        " وقال الوزير إن بلاده تدعو إلى الهدوء. وأعلنت الشركة المشغلة أن الميناء سيفتح غدا. وأفاد شهود بأن الدخان ما زال يتصاعد."
        " وقال مسؤول في البلدية إن المدارس أغلقت. وأبلغت أوغندا السفير الكيني أنها لم تكن طرفا في الهجوم."
    )
    assert any("دبرت الهجوم" in a and "لم تكن طرفا" in b for _, values in contested(read(text), "said") for a in values for b in values)


def test_an_attack_that_another_story_recalls_under_another_day_differs_in_its_day() -> None:
    told = "فجرت أوغندا اليوم الثلاثاء مبنى مكتب التنسيق المشترك مع كينيا في مدينة بوسيا الحدودية."
    later = "علقت أوغندا خططها العسكرية ضد كينيا. وكانت أوغندا قد نسفت في {} مكتب التنسيق المشترك مع كينيا في مدينة بوسيا."
    for day, parted in (("السادس من أغسطس", True), ("الرابع من أغسطس", False)):
        facts = laid((told, "2015-08-04"), (later.format(day), "2015-08-12"))
        assert [f.verdict for f in facts if {v.value for v in f.values} == {"2015-08-04", "2015-08-06"}] == ["differs"] * parted


def test_two_counts_of_one_attack_that_a_report_opposes_are_contradicted() -> None:
    text = "وأحصت وزارة الدفاع التركية أحد عشر صاروخا أصابت القرية، بينما تحدثت نظيرتها العراقية عن {}."
    assert contested(read(text.format("تسعة")), "figure") == [("contradicted", {"missiles 11", "missiles 9"})]
    assert contested(read(text.format("نحو ثلاثين")), "figure") == [("differs", {"missiles 11", "missiles 24..36"})]
    prizes = "ويحصل الفائز بالمركز الأول في المسابقة على 7500 ريال، أما صاحب المركز الثاني فيحصل على 5000 ريال."
    assert not contested(read(prizes), "figure")


def test_what_is_denied_at_once_by_those_of_whom_it_is_told_is_contradicted() -> None:
    told = "وقالت أنقرة إن العراق أغلق المعبر الحدودي صباح الاثنين. "
    assert [v for v, _ in contested(read(told + "ونفت بغداد أن تكون أغلقت المعبر."), "said")] == ["contradicted"]
    # Of something far behind the denial, in other words, nobody knows.
    far = "وعقد الوزراء جلسة مطولة بحثوا فيها أسعار القمح. وعاد الهدوء إلى السوق القديمة بعد أيام من الأمطار الغزيرة التي غمرت شوارعها. "
    assert not contested(read(told + far + "ونفت بغداد أن تكون لها يد في الهجوم."), "said")


def test_ten_days_ago_in_two_reports_is_parted_by_their_days_of_publication_only() -> None:
    text = "وهذا أول هجوم من نوعه منذ سقوط الهدنة بين الجيش والمسلحين في قرية شيلادزي الحدودية قبل عشرة أيام."
    assert not contested(laid(*((CALL + text, f"2024-07-0{n}") for n in (2, 3))), "said")


@pytest.mark.parametrize("asked", ["بمبادرة من القاهرة", "بطلب من الجانب المصري", "بمبادرة مصرية"])
def test_who_asked_for_a_call_is_who_the_report_says_asked(asked: str) -> None:
    lead = "أجرى الرئيس الروسي فلاديمير بوتين، الثلاثاء، اتصالا هاتفيا بنظيره المصري عبد الفتاح السيسي. "
    read_out = f"وأوضح الكرملين أن المكالمة جرت {asked}."
    received = "تلقى الرئيس المصري عبد الفتاح السيسي، الثلاثاء، اتصالا هاتفيا من نظيره الروسي فلاديمير بوتين."
    rows = [khabar.code(text, language="ar", published="2017-06-06") for text in (lead + read_out, received)]
    assert [e.initiator for e in rows[0].events if e.mode == "phone"] == ["state/EGY"]
    facts = [f for s in recording.merge(rows, recording.titles(), None).stories for f in s.facts if f.field == "initiator"]
    assert [f.verdict for f in facts] == ["contradicted"]


SUMMIT = "اختتمت في بغداد اليوم الخميس أعمال القمة العربية بمشاركة قادة وممثلي {}. ودعا العراق في كلمته سوريا إلى وقف العنف."
BARE = "انتهت قمة بغداد العربية التي استضافها العراق أمس وسط حضور ناقص، إذ لم تحضرها سوى {}. وغاب معظم القادة عنها."


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        ("إحدى وعشرين دولة", "ثماني عشرة دولة", [("differs", {"count 21 دوله", "count 18 دوله"})]),
        ("إحدى وعشرين دولة", "ثماني عشرة دولة من 21 دولة", []),
        ("نحو عشرين دولة", "ثماني عشرة دولة", []),
        ("ثلاث دول", "أربع دول", []),
        ("أربعين دولة", "ثماني عشرة دولة", []),
    ],
    ids=["who came", "both are told", "about so many", "a few", "too far apart"],
)
def test_the_only_count_of_its_kind_near_the_head_is_of_the_main_matter(one: str, other: str, parted: list[tuple[str, set[str]]]) -> None:
    """Also where no act was read in one of the reports: then its words are about what the story tells."""
    pages = ((SUMMIT.format(one), "2012-03-29", "قمة بغداد تختتم أعمالها"), (BARE.format(other), "2012-03-30", "قمة بغداد العربية: حضور ناقص"))
    rows = [khabar.code(json.dumps({"title": title, "text": text}), language="ar", published=day) for text, day, title in pages]
    assert rows[0].events
    assert not rows[1].events
    story = next(s for s in recording.merge(rows, recording.titles(), Encoder()).stories if len(s.reports) > 1)
    assert contested(list(story.facts), "figure") == parted


@pytest.mark.parametrize(
    ("one", "other", "askers"),
    [
        (
            "بحث الرئيس الرواندي بول كاغامي هاتفيا مع نظيره الكيني وليام روتو اليوم الثلاثاء أزمة الكونغو. وقال متحدث إن الاتصال جاء بطلب من نيروبي.",
            "أجرى الرئيس الكيني وليام روتو مكالمة هاتفية مع الرئيس الرواندي بول كاغامي. وقالت الرئاسة الكينية إن المكالمة تمت نزولا عند رغبة كيغالي.",
            {"state/KEN", "state/RWA"},
        ),
        (
            "التقى وزير الخارجية التونسي عثمان الجرندي نظيرته الليبية نجلاء المنقوش أمس. وقال مسؤول إن الجانب الليبي هو الذي طلب اللقاء.",
            "التقت وزيرة الخارجية الليبية نجلاء المنقوش أمس نظيرها التونسي عثمان الجرندي. وأوضحت أن تونس هي من بادرت إلى طلب الاجتماع.",
            {"state/LBY", "state/TUN"},
        ),
        (
            "جرت محادثة هاتفية بين الرئيس الفنلندي ساولي نينيستو والرئيس الروسي بوتين أمس. وذكر الكرملين أن المبادرة جاءت من الجانب الفنلندي.",
            "تحدث الرئيس الفنلندي ساولي نينيستو هاتفيا مع نظيره الروسي فلاديمير بوتين أمس. وقالت الرئاسة الفنلندية إن المحادثة جرت بمبادرة من موسكو.",
            {"state/FIN", "state/RUS"},
        ),
        (
            "دخل وقف إطلاق النار بين أرمينيا وأذربيجان حيز التنفيذ اليوم نزولا عند طلب يريفان، بحسب وزارة الدفاع الأذربيجانية.",
            "أعلنت وزارة الدفاع الأرمينية أن هدنة بين أرمينيا وأذربيجان بدأت اليوم بإلحاح من باكو.",
            {"state/ARM", "state/AZE"},
        ),
    ],
    ids=["the call was at the wish of", "it was they who asked", "the initiative came from", "a truce at the insistence of"],
)
def test_who_asked_for_what_two_sides_did_may_be_told_apart_from_it(one: str, other: str, askers: set[str]) -> None:
    facts = laid((one, "2024-03-05"), (other, "2024-03-05"))
    assert contested(facts, "initiator") == [("contradicted", askers)]
    assert not contested(facts, "said")  # the voices that say so are not told again


@pytest.mark.parametrize(
    "told",
    [
        "وقالت الرئاسة إن بخاري هو الذي طلب دعم غانا في الانتخابات.",
        "وقالت الرئاسة إن المبادرة جاءت في وقتها.",
        "وقال متحدث إن الاتصال جاء بطلب من كيغالي.",
    ],
    ids=["something else was asked for", "from nobody", "of no party"],
)
def test_who_asks_for_something_else_did_not_ask_for_the_call(told: str) -> None:
    call = "جرى اتصال هاتفي بين الرئيس النيجيري محمد بخاري والرئيس الغاني نانا أكوفو أدو أمس الثلاثاء. "
    events = khabar.code(call + told, language="ar", published="2022-05-18").events
    assert [e.initiator for e in events if e.mode == "phone"] == [None]


def test_an_agency_is_nearest_to_the_outlet() -> None:
    coded = khabar.code("قالت وكالة سبوتنيك إن وزارة الخارجية الصومالية أعلنت قطع العلاقات الدبلوماسية مع كينيا.", language="ar")
    assert [s.entity for s in coded.events[0].said_by] == ["outlet/sputnik", "org/som-mfa"]


def test_two_read_outs_of_one_call_in_one_report_are_two_origins() -> None:
    call = "بحث الرئيس التركي رجب طيب أردوغان مع نظيره الروسي فلاديمير بوتين، الاثنين، الأزمة في اتصال هاتفي. "
    one = "وقالت الرئاسة التركية في بيان إن أردوغان بحث مع بوتين في الاتصال ملف الحبوب. "
    other = "وقال الكرملين في بيان إن بوتين بحث مع أردوغان في الاتصال تبادل الجرحى."
    (story,) = recording.merge([khabar.code(call + one + other, language="ar", published="2023-01-16")], recording.titles(), None).stories
    assert {o.entity for o in story.origins} == {"org/tur-presidency", "org/rus-presidency"}
    assert all(len(chain) == 2 for o in story.origins for chain in o.chains)  # neither is heard through the other


def test_a_state_and_its_government_are_one_party_and_one_voice() -> None:
    texts = (
        "أعلنت الصومال، الثلاثاء، قطع علاقاتها الدبلوماسية مع كينيا، في أحدث تصعيد للخلاف بين البلدين.",
        "أعلنت الحكومة الصومالية، الثلاثاء، قطع العلاقات الدبلوماسية مع كينيا ردا على تدخلها في شؤون البلاد.",
    )
    rows = [khabar.code(t, language="ar", published="2020-12-15") for t in texts]
    (story,) = recording.merge(rows, recording.titles(), None).stories
    assert [{v.value for v in f.values} for f in story.facts if f.field == "actors"] == [{"state/SOM", "org/som-government"}]
    assert [o.entity for o in story.origins] == ["org/som-government"]


def test_a_figure_told_of_two_acts_contradicts_no_other() -> None:
    one = "وطلبت الخارجية السودانية من الدبلوماسيين التشاديين مغادرة البلاد بعد إعلان تشاد أربعة دبلوماسيين سودانيين أشخاصا غير مرغوب فيهم."
    other = "قررت الخارجية السودانية طرد ثلاثة دبلوماسيين تشاديين."
    rows = [khabar.code(t, language="ar", published="2023-12-18") for t in (one, other)]
    facts = [f for s in recording.merge(rows, recording.titles(), None).stories for f in s.facts if f.field == "number"]
    assert facts
    assert all(f.verdict != "contradicted" for f in facts)


def test_a_movement_in_arms_and_its_own_state_are_two_sides() -> None:
    one = "وقال وزير الخارجية السوداني علي يوسف إن قوات الدعم السريع قصفت مستشفى الفاشر. "
    facts = read(one + "ونفت قوات الدعم السريع أن تكون قصفت مستشفى الفاشر.")
    assert [v for v, _ in contested(facts, "said")] == ["contradicted"]
    # Two officials of one state are not.
    assert not contested(read(one + "ونفى وزير الدفاع السوداني ياسين إبراهيم أن يكون المستشفى قد قصف."), "said")


def test_a_denial_reaches_a_voice_five_sentences_back_that_has_two_of_its_words() -> None:
    one = "وقال وزير الخارجية الأميركي ماركو روبيو إن الهند وافقت على محادثات في مكان محايد. "
    far = "وأكد الوزير الباكستاني النبأ. وانخفضت أسعار القمح. وعاد الهدوء إلى السوق. "
    facts = read(one + far + "ونفى مصدر حكومي هندي أن تكون الهند وافقت على محادثات في مكان آخر.")
    assert [v for v, _ in contested(facts, "said")] == ["differs"]


def test_what_one_report_leaves_open_and_another_tells_as_a_fact_differs() -> None:
    sure = "وقال وزير الخارجية الأميركي ماركو روبيو إن قوات الدعم السريع ارتكبت إبادة جماعية في السودان."
    facts = read(sure, "وقال دبلوماسي إن واشنطن ستقرر ما إذا كانت قوات الدعم السريع ارتكبت إبادة جماعية في السودان.")
    assert [v for v, _ in contested(facts, "said")] == ["differs"]
    assert not contested(read(sure, "وقال دبلوماسي إن قوات الدعم السريع ارتكبت إبادة جماعية في السودان."), "said")


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "وقالت وزارة الخارجية التركية إن أنقرة طلبت الاتصال. أما الرواية العراقية فجاءت مغايرة: قالت وزارة الخارجية العراقية إن فيدان اعتذر فيه.",
            "أنقرة طلبت الاتصال",
            "فيدان اعتذر فيه",
        ),
        (
            "وتضاربت الأنباء بشأن القصف. فقد قالت وزارة الدفاع التركية إن طائراتها لم تعبر الحدود، وأكدت وزارة الداخلية العراقية أن ثلاث قرى قصفت.",
            "طائراتها لم تعبر الحدود",
            "ثلاث قرى قصفت",
        ),
        (
            "وبقيت روايتا القصف متباينتين: الأهالي تحدثوا عن ثلاث غارات على القرية، وصور الأقمار الصناعية تظهر حفرة واحدة قرب النهر.",
            "ثلاث غارات على القرية",
            "حفرة واحدة قرب النهر",
        ),
    ],
    ids=["another account", "news conflict", "two versions"],
)
def test_accounts_of_which_the_report_says_that_they_differ_are_set_against_each_other(text: str, one: str, other: str) -> None:
    said = [values for verdict, values in contested(read(text), "said") if verdict == "differs"]
    assert any(any(one in v for v in values) and any(other in v for v in values) for values in said)


def test_one_account_that_is_another_is_set_against_the_one_before_it() -> None:
    before = "وقالت وزارة الخارجية التركية إن أنقرة طلبت الاتصال. أما الرواية العراقية فجاءت مغايرة: "
    text = before + "قالت وزارة الخارجية العراقية إن فيدان اعتذر فيه. وقال مصدر كردي إن الحدود مغلقة."
    (values,) = [v for _, v in contested(read(text), "said")]
    assert values == {"أنقرة طلبت الاتصال", "فيدان اعتذر فيه"}


def test_a_voice_that_insists_is_set_against_the_one_beside_it() -> None:
    text = "ويقول العراقيون إن الجنود الأتراك يقيمون الحواجز، في وقت {} أنقرة بأن الانسحاب اكتمل الجمعة."
    assert [len(v) for _, v in contested(read(text.format("تجزم")), "said")] == [2]
    assert not contested(read(text.format("صرحت")), "said")


def test_a_denial_in_a_noun_that_a_verb_carries_is_a_denial() -> None:
    text = "وقال هاكان فيدان إن بغداد تعرضت لضغوط. وسارعت بغداد إلى نفي تعرض أي طرف لضغوط."
    denial = next(s for s in khabar.code(text, language="ar").statements if s.denies)
    assert (denial.speaker, denial.content) == ("state/IRQ", "تعرض أي طرف لضغوط")
    assert denial.against is not None


def test_what_a_text_is_said_not_to_have_spoken_of_is_one_denial() -> None:
    text = "نفى عضو في وفد الحوثيين أن يكون النص قد تحدث عن تسليم المدينة لأي طرف."
    (denial,) = khabar.code(text, language="ar").statements
    assert denial.content == "يكون النص قد تحدث عن تسليم المدينة لأي طرف"


MEETING = "التقى وزير الخارجية التركي هاكان فيدان، الثلاثاء، نظيره العراقي فؤاد حسين في بغداد وبحثا ملف المياه في دجلة. "


def between_stories(one: str, other: str, published: str = "2024-07-03") -> list[tuple[str, set[str]]]:
    """The figures in which the reports of two stories of the same two differ."""
    rows = [khabar.code(CALL + one, language="ar", published="2024-07-02"), khabar.code(MEETING + other, language="ar", published=published)]
    record = recording.merge(rows, recording.titles(), None, apart=[(rows[0].report.id, rows[1].report.id)])
    return contested([f for s in record.stories for f in s.facts], "figure")


def test_weapons_and_hours_are_compared_between_stories_of_the_same_two_in_the_same_days() -> None:
    one, other = "وقالت أنقرة إن إيران أطلقت عشرة صواريخ على شيلادزي.", "وقالت بغداد إن ثمانية عشر صاروخا سقطت على شيلادزي."
    assert between_stories(one, other) == [("differs", {"missiles 10", "missiles 18"})]
    assert between_stories(one, other, "2024-07-20") == []
    assert between_stories("وقالت أنقرة إن عشرة منازل احترقت في شيلادزي.", "وقالت بغداد إن ثمانية عشر منزلا احترقت في شيلادزي.") == []


def test_many_dead_at_one_place_are_compared_between_stories() -> None:
    told = "نددت وزارة الخارجية {} بتفجير في مدينة الموصل قتل فيه {}، ودعت {} إلى ضبط النفس."
    pair = between_stories(told.format("الفرنسية", "41 شخصا", "لبنان"), told.format("اليابانية", "47 شخصا", "كينيا"))
    assert ("differs", {"killed 41", "killed 47"}) in pair
    parts = told.format("الفرنسية", "41 شخصا وستة عاملين", "لبنان")
    assert not between_stories(parts, told.format("اليابانية", "47 شخصا", "كينيا"))
    assert not between_stories(told.format("الفرنسية", "41 شخصا", "لبنان"), told.format("اليابانية", "97 شخصا", "كينيا"))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("انفجرت سيارة ملغومة في سوق مدينة بعقوبة صباح السبت. قتل شرطيان قرب الحاجز. وبلغ مجموع القتلى 31 شخصا.", {"place/baqubah"}),
        ("انفجرت سيارة ملغومة في سوق مدينة بعقوبة صباح السبت. قتل 14 شرطيا قرب الحاجز. وبلغ مجموع القتلى 31 شخصا.", set()),
        ("توجه الوزير إلى بغداد أمس. وقال إن هجوما في الموصل أوقع 31 قتيلا.", {"place/mosul"}),
    ],
    ids=["a whole and its part, the place at the head", "two great tolls", "the place beside the toll goes first"],
)
def test_where_many_died_stands_beside_the_toll_or_at_the_head(text: str, places: set[str]) -> None:
    assert contests.toll_at(khabar.code(text, language="ar", published="2024-07-06")) == places


def test_an_act_of_the_sentence_that_names_the_day_was_on_that_day() -> None:
    text = "اتفقت النرويج والسويد على تقاسم الصيد، في وثيقة وقعها الوزيران مساء الأربعاء. وقال وزير نرويجي إن العمل بها يبدأ قريبا."
    coded = khabar.code(text, language="ar", published="2024-07-05")
    assert {e.date.value for e in coded.events if e.type == "AGREE" and e.date} == {"2024-07-03"}


def test_a_place_where_many_died_is_known_by_the_name_that_the_report_has_for_it() -> None:
    told = "نددت وزارة الخارجية {} بقصف {} قتل فيه {} شخصا، ودعت {} إلى ضبط النفس."
    pair = between_stories(told.format("الفرنسية", "في قطاع غزة", 52, "لبنان"), told.format("اليابانية", "في غزة", 60, "كينيا"))
    assert ("differs", {"killed 52", "killed 60"}) in pair


def test_the_same_two_figures_of_several_reports_are_one_fact() -> None:
    told = "وقتل {} شخصا {} في تفجير سوق شيلادزي القديم."
    texts = [told.format(n, who) for n, who in (("15", "بينهم نساء"), ("13", "بينهم نساء"), ("13", "وعشرات من المارة"), ("15", "من المارة"))]
    assert len(contested(read(*texts), "figure")) + len(contested(read(*texts), "number")) == 1


def test_two_voices_in_two_sentences_count_each_its_own() -> None:
    apart = "وقالت أنقرة إن جيشها قتل 26 مسلحا في شيلادزي. وقالت بغداد إن عشرة مدنيين قتلوا في سنجار."
    assert not contested(read(apart), "figure")
    together = "وقالت أنقرة إن جيشها قتل 26 مسلحا في شيلادزي، وقالت بغداد إن عشرة مسلحين قتلوا هناك."
    assert contested(read(together), "figure") == [("differs", {"killed 26", "killed 10"})]


def test_while_at_the_head_of_a_sentence_sets_its_two_voices_against_each_other() -> None:
    text = "وبينما أكدت بغداد أن الاتصال جرى بطلب من أنقرة، قالت وزارة الخارجية التركية إن {}."
    assert [len(v) for _, v in contested(read(text.format("العراق طلب هذا الاتصال")), "said")] == [2]
    assert not contested(read(text.format("الحدود هادئة")), "said")


def test_dozens_are_nobodys_figure() -> None:
    text = "وقال الحرس الثوري الإيراني إن {} كانت في مخزن شيلادزي القديم."
    vague, exact = "عشرات الصواريخ هناك، وإن 15 صاروخا", "22 صاروخا"
    assert contested(read(text.format(vague), text.format(exact)), "figure") == [("contradicted", {"missiles 15", "missiles 22"})]


def test_opinions_that_differ_are_no_accounts() -> None:
    assert not contested(read("واختلفت الآراء بشأن الاتصال. فقال نائب عراقي إنه مفيد، ورأى نائب تركي أنه متأخر."), "said")


def test_a_second_voice_set_beside_the_first_is_not_heard_through_it() -> None:
    text = "وقالت الأمم المتحدة إن 137 شاحنة عبرت الحدود، أما وزارة الخارجية المصرية فتحدثت عن عبور 196 شاحنة."
    un, egypt = khabar.code(text, language="ar").statements
    assert (un.speaker, egypt.speaker, egypt.said_by) == ("org/un", "org/egy-mfa", ())
    assert "المصرية" not in un.content


def test_what_is_said_behind_a_denial_of_a_charge_is_set_against_the_charge() -> None:
    text = "واتهمت أنقرة الجيش العراقي بقصف قرية حدودية. ونفى الناطق باسم الجيش العراقي هذا الاتهام، قائلا إن قواته لم تطلق النار."
    (said,) = khabar.code(text, language="ar").statements
    assert said.against is not None
    assert said.against.of(text).startswith("واتهمت")


def test_a_toll_that_a_report_tells_in_two_ways_has_those_behind_it_who_have_one_of_them() -> None:
    deed = "وأصابت قذيفة إيرانية الاثنين ملعبا في قرية شيلادزي العراقية ما أدى إلى مقتل خمس نساء وطفل"
    facts = read(deed + ".", "وجرى الاتصال بعد مقتل ست نساء وطفل في القصف. " + deed + ".")
    told = [{v.value: len(v.reports) for v in f.values} for f in facts if f.field == "figure"]
    assert {"killed 6": 1, "killed 5": 2} in told


def test_a_figure_without_its_noun_beside_one_of_which_it_is_said_that_the_counts_differ() -> None:
    found = figures("تضاربت حصيلة الإنزال ما بين تسعة قتلى بحسب الجيش وتسعة عشر كما نقلت قناة محلية")
    assert found == [("killed", 9, None, None, None), ("killed", 19, None, None, None)]


def test_two_sides_that_charge_each_other_differ_in_who_is_to_blame() -> None:
    charges = (
        "واتهم فيدان العراق بخرق الاتفاق الأمني بين البلدين.",
        "واتهم حسين تركيا بانتهاك الاتفاق الأمني بين البلدين.",
    )
    assert contested(read(*charges), "blamed") == [("differs", {"state/IRQ", "state/TUR"})]
    assert not contested(read(charges[0], charges[0] + " ورحب حسين بذلك."), "blamed")


def test_every_claim_is_told_once() -> None:
    sentence = "وأصابت قذيفة إيرانية الاثنين ملعبا في قرية شيلادزي العراقية ما أدى إلى مقتل {} مدنيين."
    rows = [khabar.code(CALL + sentence.format(n), language="ar", published="2024-07-02") for n in ("ثلاثة", "خمسة")]
    ids = [c.id for c in recording.merge(rows, recording.titles(), None).claims]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "denied", "words"),
    [
        ("وقالت أنقرة إن بغداد قصفت قرية شيلادزي، وهو ما نفته وزارة الدفاع العراقية.", "بغداد قصفت قرية شيلادزي", "وهو ما نفته"),
        ("وقال الجيش التركي إنه قتل ثلاثة مسلحين، الأمر الذي تنفيه الحكومة العراقية.", "قتل ثلاثة مسلحين", "الأمر الذي تنفيه"),
        ("وقالت أنقرة إن العراق أغلق المعبر الحدودي أمس، لكن بغداد نفت ذلك.", "العراق أغلق المعبر الحدودي أمس", "لكن بغداد نفت ذلك"),
        ("وقالت أنقرة إن العراق أغلق المعبر الحدودي. وكذبت بغداد هذه الأنباء.", "العراق أغلق المعبر الحدودي", "وكذبت بغداد هذه الأنباء"),
        ("وقالت أنقرة إنها أسقطت الطائرة، خلافا لما أعلنته بغداد من أنها هبطت سالمة.", "أسقطت الطائرة", "خلافا لما أعلنته"),
        ("وأجرى فيدان اتصالا بحسين مساء، وقالت الخارجية العراقية إن حسين هو من بادر إلى الاتصال.", "وأجرى فيدان اتصالا بحسين", "هو من بادر"),
        ("وقالت أنقرة إن العراق أغلق المعبر. وشكك وزير الخارجية العراقي في صحة هذه الأنباء.", "العراق أغلق المعبر", "صحة هذه الأنباء"),
        ("وقالت أنقرة إنها استعادت الموقع، خلافا للرواية العراقية.", "استعادت الموقع", "خلافا للرواية"),
        ("وقالت أنقرة إن العراق أغلق المعبر، وهو نبأ نفته بغداد.", "العراق أغلق المعبر", "وهو نبأ نفته بغداد"),
        ("ونفى الجيش العراقي اتهامات أنقرة بقصف قرية شيلادزي.", "اتهامات أنقرة بقصف قرية شيلادزي", "ونفى الجيش العراقي"),
        ("وقالت أنقرة إن العراق أغلق المعبر. وقالت بغداد إن هذه الأنباء لا أساس لها من الصحة.", "العراق أغلق المعبر", "لا أساس لها"),
    ],
)
def test_a_denial_that_does_not_say_again_what_it_denies(text: str, denied: str, words: str) -> None:
    ((verdict, values),) = contested(read(text), "said")
    assert verdict == ("contradicted" if words.startswith("لا أساس") else "differs")  # the denial of a statement, not a clause behind it
    assert all(any(part in v for v in values) for part in (denied, words)), values


@pytest.mark.parametrize(
    "text",
    [
        "وقالت أنقرة إن العراق أغلق المعبر الحدودي. ولم تنف بغداد ذلك.",
        "وبحث الوزيران ملف المياه في أنقرة. ونفت بغداد صحة التقارير حول قائمة المرشحين.",
        "وقالت أنقرة إن المعبر مفتوح للتجارة. وقال وزير عراقي إن الشعب هو من يحرك الاقتصاد على المعبر.",
        "وقالت أنقرة إن المعبر مفتوح، وهو ما أكدته وزارة الداخلية العراقية.",
        "وتسير الأوضاع على الحدود العراقية خلافا لما كان متوقعا.",
        "وعرضت أنقرة إيفاد خبراء إلى المعبر الحدودي، وهو ما رفضته بغداد.",
        "وعرضت أنقرة إيفاد خبراء إلى المعبر الحدودي. ورفضت بغداد ذلك.",
    ],
    ids=["not denied", "of something else", "who moves the economy", "confirmed", "nobody's account", "turned down", "that turned down"],
)
def test_what_only_looks_like_a_denial(text: str) -> None:
    assert not contested(read(text), "said")


def test_a_man_of_a_movement_in_arms_is_not_on_the_side_of_his_state() -> None:
    text = (
        "استقبل وزير الخارجية اليمني المبعوث الأممي. وقال الوزير إن ميناء الحديدة سيسلم إلى قوات الأمن اليمنية. "
        "ونفى عضو في جماعة الحوثي أن يكون الاتفاق قد تحدث عن تسليم الميناء."
    )
    rows = [khabar.code(text, language="ar", published="2024-07-02")]
    facts = [f for s in recording.merge(rows, recording.titles(), None).stories for f in s.facts]
    ((verdict, values),) = contested(facts, "said")
    assert verdict == "differs"
    assert any("سيسلم" in v for v in values)


@pytest.mark.parametrize(
    ("other", "apart"), [("2560", True), ("2450", True), ("2657", True), ("2651", False), ("1701", False), ("2695", False), ("2650", False)]
)
def test_a_text_that_goes_by_another_figure_but_for_a_slip_differs(other: str, apart: bool) -> None:
    sentence = "وصوت مجلس الأمن على القرار {} الذي يمدد مهمة المراقبين على الحدود عاما آخر."
    assert bool(contested(read(sentence.format("2650"), sentence.format("رقم " + other)), "figure")) is apart


@pytest.mark.parametrize(("one", "other", "apart"), [("3.3 مليون", "3,324,641", False), ("3.3 مليون", "4,324,641", True), ("1500", "1560", True)])
def test_a_sum_and_the_same_one_rounded_are_no_contest(one: str, other: str, apart: bool) -> None:
    sentence = "وبلغت كلفة تجديد المعبر الحدودي الكبير بين البلدين {} دولار."
    assert bool(contested(read(sentence.format(one), sentence.format(other)), "figure")) is apart


def test_what_a_man_denies_behind_what_he_said_before_is_set_against_it() -> None:
    text = "ونفى هاكان فيدان، بعد يوم من قوله إن أنقرة مستعدة لدفع التعويض، أن يكون الأمر مطروحا."
    assert contested(read(text), "said") == [("differs", {"أنقرة مستعدة لدفع التعويض", "يكون الأمر مطروحا"})]
    assert not contested(read(text.replace("نفى", "أكد")), "said")


def test_a_denial_right_behind_what_it_answers_may_be_of_a_state_not_concerned_before() -> None:
    text = "وقال هاكان فيدان إن دولا أخرى أجبرت على التصويت. وسارعت نيروبي إلى نفي تعرضها لضغوط."
    assert contested(read(text), "said") == [("differs", {"دولا أخرى أجبرت على التصويت", "تعرضها لضغوط"})]


def test_what_somebody_denies_in_passing_answers_nobody() -> None:
    text = "وكتب هاكان فيدان أن الضغط العسكري أثمر الاتفاق، بينما أعلنت طهران، التي تنفي تسليح الجماعة، ترحيبها بالخطوة."
    assert not contested(read(text), "said")
    denial = next(s for s in khabar.code(text, language="ar").statements if s.denies)
    assert (denial.content, denial.against) == ("تسليح الجماعة", None)


def test_what_others_had_said_is_set_against_what_is_said_now() -> None:
    text = "وبينما كان مسؤولون أميركيون تحدثوا عن إمهال الجنود أسبوعا، قال هاكان فيدان إن الموعد يمتد حتى نهاية الشهر."
    ((verdict, values),) = contested(read(text), "said")
    assert verdict == "differs"
    assert "الموعد يمتد حتى نهاية الشهر" in values
    assert not contested(read(text.replace("كان مسؤولون أميركيون تحدثوا", "تحدث مسؤولون أميركيون")), "said")


def test_the_one_toll_that_each_account_of_a_story_gives_at_its_head_differs_whatever_its_words() -> None:
    attack = "قصفت طائرات روسية الثلاثاء سوقا في مدينة إدلب السورية. "
    first, second = "وقال طبيب إن المستشفى استقبل جثث 14 قتيلا.", "وأحصى متطوعون حتى الليل مصرع تسعة عشر شخصا بين الباعة."
    values = {"killed 14", "killed 19"}
    facts = laid((attack + first, "2024-07-02"), (attack + second, "2024-07-02"))
    assert values in [v for field in ("number", "figure") for _, v in contested(facts, field)]
    # Who gives two counts tells parts, or another attack's dead too.
    facts = laid((attack + first, "2024-07-02"), (attack + second + " وكان أربعون قتيلا سقطوا هناك في آذار.", "2024-07-02"))
    assert values not in [v for field in ("number", "figure") for _, v in contested(facts, field)]


@pytest.mark.parametrize(
    "text",
    [
        "وقالت مصادر أمنية إن الطريق الجبلي أعيد فتحه، في حين أشارت مصادر أخرى إلى أن المزارعين تضرروا من الأمطار.",
        "وقالت وزارة الخارجية التركية إن اللقاء بحث المياه، بينما شددت وزارة الخارجية العراقية على أهمية التجارة بين البلدين.",
        "وقال مستشار الوزير إن المباحثات طويلة ومعقدة، لكنه أقر بأن الوقت يضيق.",
        "وذكر المشرف أن الشركة حذفت الملفات كلها. إلا أن المتسللين الذين يقولون إنهم نسخوا الملفات لم يظهروا بعد.",
        "وقال خبير إن المعبر مغلق، إلا أن رد الحارس كان غامضا.",
        "وسأل نائب عن أسباب التأخير وقال إن الوزارة كانت بطيئة. وردت المتحدثة على سؤال النائب بأن الأمر يتعلق بالتمويل.",
        "وقال تاجر إن الأسعار ارتفعت كثيرا. وتحدث أستاذ مع من ينكرون أن الأسعار ارتفعت.",
    ],
    ids=[
        "two matters side by side", "while of two sides", "but he", "whom a clause describes", "too little said", "an answer to a question",
        "those who deny",
    ],
)  # fmt: skip
def test_a_word_of_contrast_alone_sets_no_voices_against_each_other(text: str) -> None:
    assert not contested(read(text), "said")


@pytest.mark.parametrize(
    "text",
    [
        "وقال مصدر أمني إن الوفد لم يغادر أربيل، لكن دبلوماسيا أوروبيا قال إن الوفد عاد إلى بلاده.",
        "وقال متحدث باسم الشرطة إن سبب الحريق تماس كهربائي. لكن السكان قالوا إن الحريق نجم عن سقوط قذيفة.",
        "وأكد السكان سماع القصف حتى الفجر رغم أن مصدرا عسكريا ذكر أن الهدنة سارية منذ المساء.",
    ],
    ids=["a negation", "two causes", "although"],
)
def test_voices_at_odds_differ_whoever_they_are(text: str) -> None:
    assert [verdict for verdict, _ in contested(read(text), "said")] == ["differs"]


def test_what_is_called_untrue_is_set_against_whose_it_is_and_not_against_who_rejects_it_too() -> None:
    text = (
        "وقال دبلوماسي أردني إن تصريحات وزير الخارجية الإيراني بشأن الحدود تضر بالجوار. "
        "وقال السفير السعودي إن تصريحات وزير الخارجية الإيراني عارية من الصحة."
    )
    assert not contested(read(text), "said")


def test_figures_of_two_days_are_of_two_things() -> None:
    sentence = "وشنت الطائرات، {}، {} غارات على مواقع المسلحين في منطقة شيلادزي الجبلية الوعرة."
    assert not contested(read(sentence.format("الجمعة", "ثلاث"), sentence.format("السبت", "أربع")), "figure")
    assert contested(read(sentence.format("الجمعة", "ثلاث"), sentence.format("الجمعة", "أربع")), "figure")


def test_three_counts_of_one_report_are_of_three_attacks() -> None:
    text = "وقتل 37 مسلحا من التنظيم أمس. وقصفت المدفعية قرى قريبة فقتل 21 مسلحا من التنظيم. وفي الرمادي قتل 16 مسلحا من التنظيم."
    assert not contested(read(text), "figure")


def test_the_time_of_a_clock_is_no_count() -> None:
    assert figures("وتراجع السعر بحلول الساعة 1249 بتوقيت غرينتش") == []


def test_the_day_on_which_somebody_says_it_is_not_the_day_of_the_deed() -> None:
    one = "قال وزير الخارجية التركي هاكان فيدان، الخميس، إن تركيا والعراق وقعتا في بغداد اتفاقية لتقاسم مياه دجلة."
    facts = laid((one, "2024-05-17"), (SIGNED.format("الأربعاء"), "2024-05-17"))
    assert not [f for f in facts if f.field == "date" and f.verdict in ("contradicted", "differs")]


def test_who_neither_confirms_nor_denies_denies_nothing() -> None:
    coded = khabar.code("وقال المتحدث باسم الخارجية التركية إنه لا يمكنه تأكيد أو نفي زيارة الوزير هاكان فيدان إلى أربيل.", language="ar")
    assert not [e for e in coded.events if e.status == "denied"]


RELEASED = "أفرجت السلطات الكينية عن {} سجينا إيرانيا كانوا في سجن مومباسا منذ الشتاء. "


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (RELEASED.format(42), "تسلمت إيران 45 سجينا أطلقت كينيا سراحهم بعد اعتقالهم في مومباسا. ", True),
        (RELEASED.format(42), "تسلمت إيران 45 سجينا أطلقت كينيا سراحهم بعد اعتقالهم في مومباسا. وكانت نيروبي أفرجت عن 42 سجينا. ", False),
        (RELEASED.format(42), "تسلمت إيران 110 سجناء أطلقت كينيا سراحهم بعد اعتقالهم في مومباسا. ", False),
    ],
    ids=["the only count of each", "both told", "too far apart"],
)
def test_those_let_go_are_counted_otherwise(one: str, other: str, apart: bool) -> None:
    rows = [khabar.code(text, language="ar") for text in (one, other)]
    assert bool(contests.figures(rows, [0, 1])) == apart


def test_the_day_of_an_act_that_two_reports_recall() -> None:
    lead = "قرر مجلس الأمن الدولي، الجمعة، إنهاء عمل بعثة الأمم المتحدة في تشاد بحلول نهاية العام. "
    recalled = "وكان الرئيس التشادي محمد إدريس ديبي قد طلب رسميا من المجلس {} إنهاء عمل البعثة في بلاده. "
    at = [(lead + recalled.format(day), "2024-05-31") for day in ("في 21 مايو", "في 3 مايو")]
    assert ("differs", {"2024-05-21", "2024-05-03"}) in contested(laid(*at), "date")
    same = [(lead + recalled.format(day), "2024-05-31") for day in ("في 21 مايو", "في 22 مايو")]
    assert not [f for f in contested(laid(*same), "date") if f[0] == "differs"]


def test_two_voices_of_one_report_that_count_one_act_differ() -> None:
    told = "أعلنت جماعة الحوثي اليوم الاثنين أنها أطلقت سراح {} محتجزا. وأكدت اللجنة الدولية للصليب الأحمر، في بيان، أن الحوثيين أفرجوا عن {} محتجزا."
    (fact,) = contested(laid((told.format(350, 290), "2019-09-30")), "figure")
    assert fact == ("differs", {"released 350", "released 290"})
    assert not contested(laid((told.format(350, 350), "2019-09-30")), "figure")
    assert not contested(laid((told.format(350, 42), "2019-09-30")), "figure"), "forty-two are some of them"


def test_attacks_on_others_do_not_make_a_report_a_round_up_of_this_one() -> None:
    here = "قتل {} في تبادل لإطلاق النار مع الجيش الإسرائيلي قرب معبر رفح اليوم الاثنين. "
    rest = "وقصف الجيش الإسرائيلي مخيما في رفح فقتل 35 فلسطينيا. وشن غارات على جباليا. وقتل الجيش الإسرائيلي أربعة فلسطينيين في نابلس."
    facts = laid((here.format("جنديان مصريان") + rest, "2024-05-27"), (here.format("ثلاثة جنود مصريين"), "2024-05-27"))
    assert ("differs", {"killed 2", "killed 3"}) in contested(facts, "number")


def origins(*reports: str) -> list[set[int]]:
    """Which of some reports of one day share an origin that has a name."""
    rows = [khabar.code(text, language="ar", published="2024-01-16") for text in reports]
    record = recording.merge(rows, recording.titles(), None)
    at = {r.report.id: n for n, r in enumerate(rows)}
    return sorted({at[r] for r in o.reports} for s in record.stories for o in s.origins if o.entity and len(o.reports) > 1)


def test_a_ministry_that_calls_back_its_envoy_is_an_origin_beside_whoever_is_heard_more() -> None:
    one = (
        "استدعت وزارة الخارجية العراقية، اليوم الثلاثاء، سفيرها لدى طهران للتشاور. "
        "وأعلن الحرس الثوري الإيراني في بيان أنه استهدف مراكز تجسس في أربيل."
        " وقال الحرس الثوري إن الهجوم جاء ردا على جرائم الأعداء. وأضاف الحرس الثوري أن الصواريخ أصابت أهدافها."
    )
    other = "قالت وزارة الخارجية العراقية، اليوم الثلاثاء، إن العراق استدعى سفيره لدى طهران للتشاور احتجاجا على الضربات الإيرانية على أربيل."
    assert {0, 1} in origins(one, other)


def test_whoever_says_nearly_the_same_in_two_reports_is_an_origin_of_both() -> None:
    signed = "وقعت الحكومة التشادية اليوم الثلاثاء في الدوحة اتفاق سلام مع جماعات متمردة. "
    one = signed + "وقال الأمين العام للأمم المتحدة أنطونيو غوتيريش إن الاتفاق لحظة أساسية للشعب التشادي."
    other = signed + "ووصف الأمين العام للأمم المتحدة أنطونيو غوتيريش الاتفاق بأنه «لحظة أساسية للشعب التشادي كله»."
    assert {0, 1} in origins(one, other)
    assert {0, 1} not in origins(one, signed + "وقال الأمين العام للأمم المتحدة أنطونيو غوتيريش إن المحادثات ستستمر.")


def test_what_stands_before_as_somebody_told_is_said_by_him() -> None:
    text = "التقى وزير الخارجية القطري نظيره المصري، للمرة الأولى منذ 2017، وفق ما أعلنت الخارجية القطرية."
    coded = khabar.code(text, language="ar", published="2024-01-16")
    assert [[s.entity for s in e.said_by] for e in coded.events] == [["org/qat-mfa"]]
