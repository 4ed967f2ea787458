"""Letters, tokens, sentences, quotations and clitics. No offset is ever lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.model import Span
from khabar.text import clitics, fold, fold_map, quotes, sentences, tokenize

# Letters of Arabic script, marks, controls and what stands between them in real pages, beside anything else.
ARABIC = st.text(
    alphabet=st.one_of(
        st.characters(min_codepoint=0x600, max_codepoint=0x6FF),
        st.characters(min_codepoint=0xFB50, max_codepoint=0xFDFF),
        st.characters(min_codepoint=0xFE70, max_codepoint=0xFEFF),
        st.sampled_from(" \n\t.،؛:!؟…«»“”\"'()[]-–/0123٤٥٦۷abcXYZßİ\u200c\u200f\u202b\u2067\u2069\u00ad\ufeff"),
    ),
    max_size=80,
)
ANY = st.one_of(ARABIC, st.text(max_size=60))


# ------------------------------------------------------------------ folding


@given(ANY)
def test_folding_maps_back(text: str) -> None:
    folded, where = fold_map(text)
    assert folded == fold(text)
    assert len(folded) == len(where)
    assert all(a <= b for a, b in pairwise(where)), "offsets never go back"
    assert all(0 <= i < len(text) for i in where)
    rebuilt = "".join(fold(text[i]) for i in dict.fromkeys(where))
    assert rebuilt == folded, "each folded letter comes from the code point that its offset names"


@given(ANY)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY, ANY)
def test_folding_is_letter_by_letter(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


SAME = [
    # what is folded, spellings that become equal
    ("alef and hamza", "أحمد", "إحمد", "آحمد", "احمد", "ٱحمد"),
    ("yeh and alef maqsura", "مصطفى", "مصطفي", "مصطفی"),
    ("teh marbuta and heh", "القاهرة", "القاهره", "القاهرہ", "القاهرۃ"),
    ("vowel marks", "مُحَمَّد", "محمد", "مُحمّد"),
    ("tanwin and superscript alef", "هٰذا", "هذا", "هذاً"),
    ("tatweel", "محـــمد", "محمد"),
    ("presentation forms", "ﻣﺼﺮ", "مصر"),
    ("ligature", "ﷲ", "الله"),
    ("lam-alef", "ﻻ", "لا"),
    ("Persian letters", "کردی", "كردي"),
    ("Urdu letters", "پاکستان", "باكستان"),
    ("gaf and cheh", "گچ", "كج"),
    ("Arabic-Indic digits", "٢٠٢٠", "2020"),
    ("Persian digits", "۲۰۲۰", "2020"),
    ("full-width digits", "２０２０", "2020"),
    ("decimal and thousands marks", "٣٫٥", "3.5"),
    ("zero-width characters", "مص\u200cر", "مصر", "م\u200dص\ufeffر"),
    ("bidi controls", "\u202bمصر\u202c", "مصر", "\u2067مصر\u2069"),
    ("soft hyphen", "Mos\u00adcow", "moscow"),
    ("Latin case", "NATO", "nato"),
    ("Cyrillic case and ё", "Королёв", "королев"),
    ("Koranic signs", "قالۖ", "قال"),
]


@pytest.mark.parametrize("row", SAME, ids=lambda r: r[0])
def test_spellings_become_one(row: tuple[str, ...]) -> None:
    assert len({fold(form) for form in row[1:]}) == 1, [fold(f) for f in row[1:]]


@pytest.mark.parametrize(("one", "other"), [("ؤ", "و"), ("ئ", "ي"), ("ء", "ا"), ("ذ", "د"), ("ض", "د"), ("ط", "ت"), ("س", "ص")])
def test_letters_that_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_offsets_lead_into_the_original() -> None:
    text = "التقى «مُحَمَّد» الوزيرَ في القاهرة"
    folded, where = fold_map(text)
    start = folded.index("محمد")
    assert text[where[start] : where[start + 3] + 1] == "مُحَمَّد"


# ------------------------------------------------------------------ tokens


@given(ANY)
def test_tokens_lose_nothing(text: str) -> None:
    tokens = tokenize(text)
    end = 0
    for t in tokens:
        assert end <= t.start < t.stop <= len(text)
        assert t.form == text[t.start : t.stop]
        assert t.fold == fold(t.form)
        assert t.kind in ("word", "number", "mark")
        end = t.stop
    covered = {i for t in tokens for i in range(t.start, t.stop)}
    lost = [text[i] for i in range(len(text)) if text[i].isalpha() and i not in covered]
    assert not lost, f"letters outside every token: {lost}"


def forms(text: str) -> list[str]:
    return [t.form for t in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14 يوليو 2020ء)", ["14", "يوليو", "2020", "ء", ")"]),
        ("13يوليو", ["13", "يوليو"]),
        ("يونيو/حزيران", ["يونيو", "/", "حزيران"]),
        ("٣٫٥ مليارات", ["٣٫٥", "مليارات"]),
        ("1,350,000 دولار", ["1,350,000", "دولار"]),
        ("قال: «لا».", ["قال", ":", "«", "لا", "»", "."]),
        ("مُحَمَّد", ["مُحَمَّد"]),
        ("مص\u200cر", ["مص\u200cر"]),
        ("روسيا-الناتو", ["روسيا", "-", "الناتو"]),
        ("أ ف ب", ["أ", "ف", "ب"]),
        ("", []),
        ("   \n ", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


# ------------------------------------------------------------------ sentences


WRAPPED = """استقبل وزير الخارجية الكيني في نيروبي
اليوم نظيره الغاني، وبحث معه «سبل
تعزيز التعاون التجاري والأمني بين
البلدين».
وقال الوزير إن بلاده ترحب بزيارة الوفد
الغاني.
وغادر الوفد مساء إلى أكرا بعد زيارة
استمرت يومين."""


def test_lines_broken_at_a_width_are_one_sentence() -> None:
    assert [s.of(WRAPPED).count("\n") for s in sentences(WRAPPED)] == [3, 1, 1]
    assert [q.span.of(WRAPPED) for q in quotes(WRAPPED)] == ["سبل\nتعزيز التعاون التجاري والأمني بين\nالبلدين"]


def test_headlines_and_long_paragraphs_stay_apart() -> None:
    headlines = "\n".join(f"وزير الخارجية الكيني يصل إلى العاصمة رقم {n}" for n in range(6))
    assert len(sentences(headlines)) == 6
    told = "قال الوزير إن الحكومة تدرس العرض الذي قدمته الدول المجاورة منذ أسابيع وإنها سترد عليه قريبا بعد أن تنتهي من المشاورات"
    long = "\n".join([told] * 6)
    assert len(sentences(long)) == 6


@given(ANY)
def test_sentences_hold_every_letter(text: str) -> None:
    spans = sentences(text)
    end = 0
    for span in spans:
        assert end <= span.start < span.stop <= len(text)
        assert not text[span.start].isspace()
        assert not text[span.stop - 1].isspace()
        end = span.stop
    covered = {i for s in spans for i in range(s.start, s.stop)}
    assert not [c for i, c in enumerate(text) if not c.isspace() and i not in covered]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوزير. غادر السفير.", ["وصل الوزير.", "غادر السفير."]),
        ("وصل الوزير\nغادر السفير", ["وصل الوزير", "غادر السفير"]),
        ("هل وصل الوزير؟ نعم!", ["هل وصل الوزير؟", "نعم!"]),
        ("قال: «لن نقبل. لن نوقع». ثم غادر.", ["قال: «لن نقبل.", "لن نوقع».", "ثم غادر."]),
        ("التقى د. أحمد السفير.", ["التقى د. أحمد السفير."]),
        ("وقال الدبلوماسي أ. ف. ب. أمس", ["وقال الدبلوماسي أ. ف. ب. أمس"]),
        ("نشر الموقع example.com الخبر.", ["نشر الموقع example.com الخبر."]),
        ("بلغ 3.5 مليارات. وزاد.", ["بلغ 3.5 مليارات.", "وزاد."]),
        ("وصل الوزير.غادر السفير.", ["وصل الوزير.", "غادر السفير."]),
        ("انتظر… ثم رحل.", ["انتظر…", "ثم رحل."]),
        ("", []),
        (" \n \n", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [s.of(text) for s in sentences(text)] == expected


# ------------------------------------------------------------------ quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال «نعم» ثم «لا»", [("نعم", True), ("لا", True)]),
        ('قال "نعم" ثم "لا"', [("نعم", True), ("لا", True)]),
        ("قال “نعم” وغادر", [("نعم", True)]),
        ("قال ”نعم“ وغادر", [("نعم", True)]),
        ("قال «إن «داعش» انتهى» وغادر", [("إن «داعش» انتهى", True)]),
        ('قال «إن تنظيم "داعش" انتهى» وغادر', [('إن تنظيم "داعش" انتهى', True)]),
        ("قال «لم يغلق أحد القوس", [("لم يغلق أحد القوس", False)]),
        ("قال «لم يغلق\nوقال «نعم»", [("لم يغلق", False), ("نعم", True)]),
        ('شاشة 50" في القاعة', []),
        ("لا اقتباس هنا", []),
    ],
)
def test_quotations(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(q.span.of(text), q.closed) for q in quotes(text)] == expected


@given(ANY)
def test_quotations_never_overlap(text: str) -> None:
    end = 0
    for q in quotes(text):
        assert end <= q.span.start <= q.span.stop <= len(text)
        assert "\n" not in q.span.of(text)
        end = q.span.stop


# ------------------------------------------------------------------ clitics


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("والوزير", ("و", "", True, "وزير", "")),
        ("للوزير", ("", "ل", True, "وزير", "")),
        ("وللوزير", ("و", "ل", True, "وزير", "")),
        ("بالاتفاق", ("", "ب", True, "اتفاق", "")),
        ("كالعاده", ("", "ك", True, "عاده", "")),
        ("نظيره", ("", "", False, "نظير", "ه")),
        ("لقائهما", ("", "", False, "لقائ", "هما")),
        ("فبحث", ("ف", "", False, "بحث", "")),
        ("بحث", ("", "", False, "بحث", "")),
        ("ولبنان", ("و", "", False, "لبنان", "")),
        ("وليد", ("", "", False, "وليد", "")),  # a name: the lexicon decides, both candidates are kept
    ],
)
def test_clitics_keep_every_candidate(word: str, expected: tuple[str, str, bool, str, str]) -> None:
    found = [(c.conj, c.prep, c.article, c.stem, c.suffix) for c in clitics(word)]
    assert expected in found
    assert found[0] == ("", "", False, word, ""), "the word as it stands comes first"


@given(st.text(alphabet="وفبلكاسهيمنرتدعح", min_size=1, max_size=10))
def test_clitics_can_be_put_together_again(word: str) -> None:
    for c in clitics(word):
        article = "ال" if c.article else ""
        whole = c.conj + c.prep + article + c.stem + c.suffix
        contracted = c.conj + c.prep + "ل" + c.stem + c.suffix  # ل + ال is written لل
        assert word in (whole, contracted if c.article and c.prep == "ل" else whole)
        assert c.stem


@given(st.integers(0, 50), st.integers(0, 50))
def test_spans(start: int, length: int) -> None:
    span = Span(start, start + length)
    assert len(span) == length
    assert span.covers(span)
    assert span.overlaps(span) == bool(length)


def test_a_word_in_the_accusative_with_its_mark_ends_a_sentence() -> None:
    text = "وكان الاجتماع مغلقًا. ثم صدر بيان. وقال أ. ب. سالم كلمته."
    assert [s.of(text) for s in sentences(text)] == ["وكان الاجتماع مغلقًا.", "ثم صدر بيان.", "وقال أ. ب. سالم كلمته."]
