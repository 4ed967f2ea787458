"""Work grows with the length of a report, not faster; what is cut off is an Issue, never silence."""

from __future__ import annotations

import gc
import random
import sys

import pytest

import khabar
from khabar import ingest
from khabar.ingest import decoding

SENTENCES = [
    "التقى وزير الخارجية المصري سامح شكري نظيره التركي مولود تشاووش أوغلو في القاهرة يوم الثلاثاء وبحثا العلاقات بين البلدين.",
    "وقال الوزير التركي إن الجانبين اتفقا على مواصلة الحوار، مضيفا أن بلاده تدعم جهود الأمم المتحدة في ليبيا.",
    "ودعا الأمين العام للأمم المتحدة أنطونيو غوتيريش جميع الأطراف إلى وقف إطلاق النار والعودة إلى المفاوضات.",
    "واتهمت الحكومة اليمنية جماعة الحوثي بقصف مأرب، فيما نفت الجماعة ذلك في بيان صدر مساء الأحد.",
    "وكان الرئيس الروسي فلاديمير بوتين قد أجرى في 13 يوليو 2020 اتصالا هاتفيا مع نظيره التركي رجب طيب أردوغان.",
    "ارتفعت أسعار النفط في الأسواق الآسيوية بعد أن أعلنت الشركة نتائجها الفصلية.",
]


def text_of(size: int) -> str:
    """A report of that many bytes or a little more, always the same."""
    dice, out, length = random.Random(size), [], 0
    while length < size:
        sentence = dice.choice(SENTENCES)
        out.append(sentence + ("\n" if dice.random() < 0.3 else " "))
        length += len(out[-1].encode())
    return "".join(out)


def work(text: str) -> int:
    """How many function calls the coding of a text takes: the same on every machine and under every load, unlike seconds."""
    calls = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        khabar.code(text, published="2022-06-15", language="ar")
    finally:
        sys.setprofile(None)
    return calls


def test_work_grows_with_the_length() -> None:
    khabar.code(text_of(20_000), published="2022-06-15", language="ar")  # load and warm everything
    small, large = work(text_of(50_000)), work(text_of(400_000))
    assert large < 8 * small * 1.5, f"50 KB: {small:,} calls, 400 KB: {large:,}: more than its share"


def test_what_a_report_is_read_into_dies_with_it() -> None:
    """Nothing of it is held in a circle until Python looks for rubbish: to look took a twentieth of the time of reading and coding."""
    text = text_of(20_000)
    khabar.code(text, language="ar")  # load and warm everything
    gc.collect()
    gc.disable()
    try:
        khabar.code(text, language="ar")
        assert gc.collect() == 0
    finally:
        gc.enable()


SHAPES = {
    # one unit, how often in the small text; the large one has it eight times as often
    "one word": ("ا", 10_000),
    "quotes": ("« ", 2_000),
    "clauses in clauses": ("قال إن ", 100),
    "relative clauses": ("التقى الوزير الذي قال إن ", 30),
    "one sentence": (SENTENCES[0].replace(".", " "), 40),
    "newlines": ("\n", 10_000),
    "digits": ("1", 10_000),
    "tatweel": ("\u0640", 10_000),
    "names": ("سامح شكري وأنطونيو غوتيريش و", 200),
    "dates": ("في 13 يوليو 2020 وفي 14 يوليو 2020 ", 200),
    "brackets": ("(", 5_000),
    "says": ("وقال الوزير التركي إن بلاده تدعم الحوار. ", 200),
}


@pytest.mark.parametrize("name", list(SHAPES))
def test_no_shape_of_text_takes_more_than_its_length(name: str) -> None:
    unit, count = SHAPES[name]
    khabar.code(unit * 3 + "خبر", published="2022-06-15", language="ar")
    small, large = work(unit * count + "خبر"), work(unit * count * 8 + "خبر")
    assert large < 8 * small * 2 + 20_000, f"{small:,} calls, {large:,} for eight times the text: more than sixteen times as many"


def test_what_is_cut_off_is_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_TEXT", 5_000)
    text = text_of(40_000)
    coded = khabar.code(text, published="2022-06-15", language="ar")
    assert len(coded.report.text) == 5_000
    assert text.startswith(coded.report.text)
    cut = [i for i in coded.report.issues if i.code == "truncated"]
    assert len(cut) == 1
    assert "5,000" in cut[0].message
    assert all(e.evidence[0].span.stop <= 5_000 for e in coded.events)


def test_twenty_megabytes_in_one_line_are_read() -> None:
    """The door only: decoding and the masthead of the longest text that is not cut."""
    text = (text_of(200_000).replace("\n", " ") * 60)[:11_000_000]
    (raw,) = ingest.raw_reports("-", text.encode(), ingest.Given(language="ar"))
    assert isinstance(raw, ingest.Raw)
    assert len(raw.text) == len(text)
    assert not [i for i in raw.issues if i.code == "truncated"]
