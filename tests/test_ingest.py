"""The front door: formats, encodings, masthead, items. All sentences are our own; the outlets in them are real names in use."""

from __future__ import annotations

import gzip
import io
import json
import re
import time
import tracemalloc
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar import ingest
from khabar.errors import InputError, PackError
from khabar.ingest import Given, Masthead, Raw, report
from khabar.ingest.raw import iso
from khabar.model import Report, Span, When
from khabar.tables import data_dir
from khabar.text import tokenize
from khabar.when import Calendar
from khabar.world import Name

WORDS = data_dir() / "lang" / "ar" / "words"
MASTHEAD = Masthead.load(WORDS / "masthead.tsv")
CALENDAR = Calendar.load(WORDS / "when.tsv")
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


class Outlets:
    """A small index: what the world data of a pack hold, for the outlets of these tests."""

    _names: ClassVar[dict[str, tuple[str, ...]]] = {
        "outlet/sputnik": ("سبوتنيك", "Sputnik"),
        "outlet/urdu-point": ("پاکستان پوائنٹ نیوز",),
        "outlet/reuters": ("رويترز", "Reuters"),
        "outlet/afp": ("أ ف ب", "فرانس برس", "AFP"),
        "outlet/spa": ("واس", "وكالة الأنباء السعودية"),
        "outlet/wam": ("وام",),
        "outlet/tass": ("تاس",),
        "outlet/aa": ("الأناضول",),
        "outlet/aawsat": ("الشرق الأوسط",),
        "outlet/riyadh": ("الرياض",),
        "outlet/quds": ("القدس",),
        "outlet/gulf": ("الخليج",),
        "outlet/today": ("اليوم",),
        "outlet/nyt": ("نيويورك تايمز",),
        "outlet/novosti": ("نوفوستي",),
    }

    def __init__(self) -> None:
        self.names: dict[str, list[Name]] = {}
        for words, ref in (("تونس", "place/tunis"), ("تونس", "state/TUN"), ("إيلدار نوروف", "person/ildar-nurov")):
            tokens = tuple(t.fold for t in tokenize(words))
            self.names.setdefault(tokens[0], []).append(Name(tokens, False, "entity", ref))
        self._ids = {self._plain(n): i for i, names in self._names.items() for n in names}

    @staticmethod
    def _plain(name: str) -> str:
        return " ".join(t.fold for t in tokenize(name) if t.kind != "mark")

    def lookup(self, name: str) -> str | None:
        return self._ids.get(self._plain(name))

    def by_domain(self, host: str) -> str | None:
        return {"aawsat.com": "outlet/aawsat", "reuters.com": "outlet/reuters"}.get(host.removeprefix("www."))

    def zone(self, outlet: str | None) -> str | None:
        return {"outlet/novosti": "Europe/Moscow"}.get(outlet or "")


OUTLETS = Outlets()
LEAD = "بحث وزير الخارجية الأردني مع نظيره المصري في عمان التعاون في مجال الطاقة والنقل، واتفقا على اجتماع آخر في الخريف المقبل."
MORE = "وأضاف الوزير في مؤتمر صحفي أن اللجنة المشتركة ستجتمع مرتين في السنة، وأن الشركات من البلدين مدعوة إلى المشاركة فيها."
TITLE = "وزيرا خارجية الأردن ومصر يبحثان التعاون في الطاقة"


def read(text: str, title: str | None = None, **fields: str | None) -> Report:
    given = Given(outlet=fields.get("outlet"), published=fields.get("published"), url=fields.get("url"))
    (raw,) = ingest.raw_reports("test", text.encode(), given)
    assert isinstance(raw, Raw)
    if title is not None:
        raw = Raw(raw.text, title, raw.outlet, raw.url, raw.published, raw.language, raw.source_id, raw.path, raw.issues)
    return report(raw, MASTHEAD, CALENDAR, OUTLETS)


def credits(r: Report) -> list[tuple[str, str]]:
    for c in r.credits:
        assert c.span is None or " ".join(c.span.of(r.text).split()) == c.name
    return [(c.role, c.name) for c in r.credits]


def notes(r: Report, kind: str) -> list[str]:
    return [n.span.of(r.text) for n in r.notes if n.kind == kind]


# ------------------------------------------------------------------ datelines


@pytest.mark.parametrize(
    ("line", "found", "published"),
    [
        (
            "(پاکستان پوائنٹ نیوز / سبوتنيك - 14 يوليو 2020ء) ",
            [("publisher", "پاکستان پوائنٹ نیوز"), ("agency", "سبوتنيك")],
            "2020-07-14",
        ),
        ("موسكو - سبوتنيك - 14 تموز 2020 - ", [("agency", "سبوتنيك")], "2020-07-14"),
        ("الرياض، 3 مايو 2021 (واس) ", [("agency", "واس")], "2021-05-03"),
        ("الرياض، 3 مايو 2021 (واس) - ", [("agency", "واس")], "2021-05-03"),
        ("لندن: «الشرق الأوسط»\n", [("publisher", "الشرق الأوسط")], None),
        ("لندن: «الشرق الأوسط» ", [("publisher", "الشرق الأوسط")], None),
        ("بغداد/الأناضول\n", [("agency", "الأناضول")], None),
        ("بغداد/ سامي الحاج/ الأناضول\n", [("author", "سامي الحاج"), ("agency", "الأناضول")], None),
        ("موسكو، 14 يوليو/تموز 2020. /تاس/. ", [("agency", "تاس")], "2020-07-14"),
        ("طرابلس 25 شوال 1436 هـ الموافق 10 اغسطس 2015 م واس\n", [("agency", "واس")], "2015-08-10"),
        ("ساو باولو ـ رويترز: ", [("agency", "رويترز")], None),
        ("واشنطن (أ ف ب) - ", [("agency", "أ ف ب")], None),
        ("نيويورك - أ.ف.ب - ", [("agency", "أ.ف.ب")], None),
        ("(رويترز) - ", [("agency", "رويترز")], None),
        ("القدس - رويترز: ", [("agency", "رويترز")], None),
        ("رام الله - «القدس»: ", [("publisher", "القدس")], None),
        ("باريس - رويترز ووكالات: ", [("agency", "رويترز"), ("agency", "وكالات")], None),
        ("سلمى نجار - «الشرق الأوسط» - جدة: ", [("author", "سلمى نجار"), ("publisher", "الشرق الأوسط")], None),
        ("كتب - سامي الحاج: ", [("author", "سامي الحاج")], None),
        ("بقلم سلمى نجار\n", [("author", "سلمى نجار")], None),
        ("كتب: سامي الحاج الأحد 02-05-2021 10:57\n", [("author", "سامي الحاج")], None),
        ("تاريخ النشر: 3 مايو 2021\n", [], "2021-05-03"),
    ],
)
def test_dateline(line: str, found: list[tuple[str, str]], published: str | None) -> None:
    r = read(f"{TITLE}\n\n{line}{LEAD}\n\n{MORE}")
    assert credits(r) == found
    assert (r.published.value if r.published else None) == published
    assert r.title == TITLE
    assert len(r.items) == 1
    if r.published and r.published.span:
        assert r.published.basis == "dateline"
        assert re.search(r"\d", r.published.span.of(r.text))


@pytest.mark.parametrize(
    "line",
    [
        "الخليج: ",  # an everyday word, one name alone
        "اليوم - ",
        "بيروت - قال الوزير - ",
        "أكد مصدر لـ (رويترز) أن ",
        "في 14 يوليو 2020: ",  # an entry of a chronology
        "واشنطن، 14 يوليو ",
        "قمة الرياض - ",
    ],
)
def test_no_dateline(line: str) -> None:
    r = read(f"{TITLE}\n\n{line}{LEAD}\n\n{MORE}")
    assert credits(r) == []
    assert r.published is None


@pytest.mark.parametrize(
    ("line", "name", "published"),
    [
        ("عمان - 3 مايو 2021 (وكالة السنديان للأنباء) - ", "وكالة السنديان للأنباء", "2021-05-03"),
        ("عمان 21 رمضان 1442 هـ الموافق 3 مايو 2021 م (وكالة السنديان للأنباء) -- ", "وكالة السنديان للأنباء", "2021-05-03"),
        ("تونس في 3 ماي 2021 (شرفات تونس) - ", "شرفات تونس", "2021-05-03"),
        ("عمان، 3 أيار/مايو 2021 - سنديان بالعربية. ", "سنديان بالعربية", "2021-05-03"),
        ("تونس (السنديان نيوز) - ", "السنديان نيوز", None),
        ("(سنديان نت / سبوتنيك - 3 مايو 2021) ", "سنديان نت", "2021-05-03"),
        ("تونس: «ضفاف السنديان»\nالاثنين 3 مايو (أيار) 2021\n\n", "ضفاف السنديان", "2021-05-03"),
        ("تونس - قوافل السنديان\nالاثنين 3 ماي 2021\n\n", "قوافل السنديان", "2021-05-03"),
        ("شرفات السنديان | 03/05/2021\n\n", "شرفات السنديان", "2021-05-03"),
        ("2021-05-03 22:14:54|sindiyan.example\n\n", "sindiyan.example", "2021-05-03"),
        ("صحيفة الشرق الأوسط - جدة: ", "صحيفة الشرق الأوسط", None),
        ("القدس - «الخليج»: ", "الخليج", None),
        ("الرياض، 3 مايو 2021 - الشرق الأوسط: ", "الشرق الأوسط", "2021-05-03"),
    ],
)
def test_outlet_by_its_shape(line: str, name: str, published: str | None) -> None:
    r = read(f"{TITLE}\n\n{line}{LEAD}\n\n{MORE}")
    assert r.outlet.name == name
    assert ("publisher", name) in credits(r)
    assert (r.published.value if r.published else None) == published
    assert r.title == TITLE
    assert len(r.items) == 1
    assert r.items[0].span.stop == len(r.text)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("عمان (سامي الحاج) - ", None),
        ("تونس (حزب السنديان) - ", None),
        ("تونس (سند) - ", None),
        ("تونس (س ن د) - ", None),
        ("تونس (مجموعة العشرين) - ", None),
        ("تونس - 3 مايو 2021 (سامي الحاج) - ", "2021-05-03"),
        ("تونس - 3 مايو 2021 (حزب السنديان) - ", "2021-05-03"),
        ("تونس - 3 مايو 2021 (سند) - ", "2021-05-03"),
        ("تونس - 3 مايو 2021 (إيلدار نوروف) - ", "2021-05-03"),
        ("تونس - 3 مايو 2021 (تونس) - ", "2021-05-03"),
        ("تونس - 3 مايو 2021 (تحديث) - ", "2021-05-03"),
        ("تونس - 3 مايو 2021 (الاثنين) - ", "2021-05-03"),
        ("تونس، 3 مايو 2021 - استقال الوزير الأول. ", "2021-05-03"),
        ("تونس - 3 مايو 2021 (استقال الوزير وعاد إلى بيته) - ", "2021-05-03"),
        ("تونس - صلاح السنديان\nالاثنين 3 ماي 2021\n\n", "2021-05-03"),
        ("سامي الحاج | 03/05/2021\n\n", "2021-05-03"),
        ("الدار البيضاء | 03/05/2021\n\n", "2021-05-03"),
        ("الاثنين، 3 مايو 2021 01:24 م\n\n", "2021-05-03"),
        ("تونس - 3 مايو 2021 (رويترز) - ", "2021-05-03"),
        ("تونس: «لن نقبل بذلك»، قال الوزير. ", None),
        ("ذكرت مصادر في تونس (السنديان والزيتون) أن ", None),
    ],
)
def test_no_outlet_by_its_shape(line: str, published: str | None) -> None:
    r = read(f"{TITLE}\n\n{line}{LEAD}\n\n{MORE}")
    assert r.outlet.name is None
    assert (r.published.value if r.published else None) == published


def test_headline_is_no_outlet() -> None:
    for title in ("تونس: «ضفاف السنديان»", "تونس - قمة دول الجوار"):
        r = read(f"{title}\nالاثنين 3 مايو 2021\n\n{LEAD}\n\n{MORE}")
        assert (r.outlet.name, r.published.value if r.published else None) == (None, "2021-05-03")


def test_caption_behind_its_label() -> None:
    line = "الصورة من الأرشيف: الوزيران في عمان، يونيو 2020"
    r = read(f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{MORE}")
    assert notes(r, "caption") == [line]
    assert r.published is None


def test_date_without_year_is_said_and_not_completed() -> None:
    r = read(f"القاهرة في 5 يناير/وام/ {LEAD}")
    assert r.published is None
    assert [i.code for i in r.issues] == ["dateline-without-year"]
    assert r.issues[0].span is not None
    assert r.issues[0].span.of(r.text) == "5 يناير"


def test_given_date_comes_first() -> None:
    r = read(f"موسكو - سبوتنيك - 14 يوليو 2020 - {LEAD}", published="2020-07-15")
    assert r.published is not None
    assert (r.published.value, r.published.basis) == ("2020-07-15", "given")
    assert not r.issues
    late = read(f"موسكو - سبوتنيك - 14 يوليو 2020 - {LEAD}", published="2021-07-15")
    assert [i.code for i in late.issues] == ["dateline-differs"]


def test_outlet_of_the_caller_and_of_the_address() -> None:
    own = read(f"لندن: «الشرق الأوسط» {LEAD}", outlet="الشرق الأوسط")
    assert (own.outlet.name, own.outlet.id) == ("الشرق الأوسط", "outlet/aawsat")
    assert credits(own) == [("publisher", "الشرق الأوسط")]
    carried = read(f"لندن: «الشرق الأوسط» {LEAD}", outlet="دار الأفق")
    assert (carried.outlet.name, carried.outlet.id) == ("دار الأفق", None)
    assert credits(carried) == [("agency", "الشرق الأوسط")]
    assert read(LEAD, url="https://www.aawsat.com/a/1").outlet.id == "outlet/aawsat"
    assert read(LEAD, url="http://[").outlet.name is None


# ------------------------------------------------------------------ the foot, notes


def test_foot() -> None:
    r = read(f'{LEAD}\n{MORE}\nمجموعة الحوار "شرق - غرب"\nالصورة: وزارة الخارجية الأردنية\nالمصدر: نوفوستي')
    assert credits(r) == [("publisher", 'مجموعة الحوار "شرق - غرب"'), ("photo", "وزارة الخارجية الأردنية"), ("source", "نوفوستي")]
    assert r.outlet.name == 'مجموعة الحوار "شرق - غرب"'
    assert notes(r, "caption") == ["الصورة: وزارة الخارجية الأردنية"]
    assert len(r.items) == 1


@pytest.mark.parametrize(
    ("foot", "found"),
    [
        (" (أ ف ب)", [("agency", "أ ف ب")]),
        ("\n(رويترز)", [("agency", "رويترز")]),
        ("\n/وام/", [("agency", "وام")]),
        (" (أ ف ب، رويترز)", [("agency", "أ ف ب"), ("agency", "رويترز")]),
        (" (سبوتنيك)", [("agency", "سبوتنيك")]),
        ("\n* خدمة «نيويورك تايمز»", [("agency", "نيويورك تايمز")]),
        (
            "\n(إعداد سامي الحاج للنشرة العربية - تحرير سلمى نجار)",
            [("author", "سامي الحاج"), ("author", "سلمى نجار")],
        ),
        ("\nتصوير: سامي الحاج", [("photo", "سامي الحاج")]),
        ("\nالمصدر: رويترز + أ ف ب", [("source", "رويترز"), ("source", "أ ف ب")]),
        ("\nترجمة: سلمى نجار", [("author", "سلمى نجار")]),
        ("\n// انتهى //\n08:39 ت م", []),
    ],
)
def test_end_of_a_report(foot: str, found: list[tuple[str, str]]) -> None:
    r = read(f"{LEAD}\n{MORE}{foot}")
    assert credits(r) == found
    assert len(r.items) == 1


@pytest.mark.parametrize("end", [" وعقد الاجتماع في العاصمة (اليوم)", " بلغ عدد المشاركين (24)", " في منطقة المتوسط (الخليج)"])
def test_bracket_that_is_no_credit(end: str) -> None:
    assert credits(read(f"{LEAD}\n{MORE}{end}")) == []


def test_caption_is_no_credit() -> None:
    r = read(f"{TITLE}\n\n{LEAD}\nالصورة: الوزير خلال المؤتمر الصحفي\n{MORE}")
    assert credits(r) == []
    assert notes(r, "caption") == ["الصورة: الوزير خلال المؤتمر الصحفي"]


@pytest.mark.parametrize(
    "title",
    ["صور: احتفالات في شوارع العاصمة", "تقرير: الشركات تعود إلى السوق", "فيديو: الوزير يصل إلى عمان", "مصدر: الاتفاق قريب جدا"],
)
def test_label_words_of_a_headline(title: str) -> None:
    r = read(f"{title}\n\n{LEAD}\n\n{MORE}")
    assert r.title == title
    assert credits(r) == []
    assert not r.notes


def test_legal_note() -> None:
    text = f'{LEAD} وقال إن تنظيم "الراية" (منظمة محظورة في روسيا الاتحادية) أعلن ذلك.'
    text += " وكانت الجماعة (محظورة) سابقا. وقال (كانت الطرق مغلقة)."
    assert notes(read(text), "legal") == ["(منظمة محظورة في روسيا الاتحادية)", "(محظورة)"]
    assert notes(read(f"{LEAD}\n* تنظيم إرهابي محظور في روسيا"), "legal") == ["تنظيم إرهابي محظور في روسيا"]
    assert notes(read(f"{LEAD} (جماعة مدرجة على قوائم الإرهاب)"), "legal") == ["(جماعة مدرجة على قوائم الإرهاب)"]


def test_read_also() -> None:
    r = read(
        f"{TITLE}\n\n{LEAD}\nاقرأ أيضًا: قمة في جدة الأسبوع المقبل\n{MORE}\nشاهد أيضاً\nجولة في السوق القديم\nالخريف يعود إلى الجبل"
    )
    assert notes(r, "read-also") == [
        "اقرأ أيضًا: قمة في جدة الأسبوع المقبل",
        "شاهد أيضاً",
        "جولة في السوق القديم",
        "الخريف يعود إلى الجبل",
    ]
    assert not notes(
        read(f"{TITLE}\n\n{LEAD}\n\nشاهد أيضا الوزير معرضا للكتب في المدينة القديمة مع ضيوفه.\n\n{MORE}"), "read-also"
    )


def test_headlines_of_other_pages_with_their_age() -> None:
    ticker = "طردت كندا السفير الكوبي منذ 36 دقيقة قمة في جدة الأسبوع المقبل منذ 39 دقيقة"
    r = read(f"{TITLE}\n\n{LEAD}\n{ticker}\n{MORE}")
    assert notes(r, "read-also") == [ticker]
    assert not notes(read(f"{TITLE}\n\n{LEAD}\n\nقال الوزير إن الهجوم وقع منذ 30 دقيقة.\n\n{MORE}"), "read-also")


# ------------------------------------------------------------------ items and sub-headings


def test_second_item_behind_a_dash() -> None:
    second = "-الأردن ومصر يتفقان على لجنة مشتركة للنقل..."
    lead = "اتفق الأردن ومصر على لجنة مشتركة للنقل تجتمع مرتين في السنة، وقال بيان للوزارة إن الاجتماع الأول سيكون في عمان."
    r = read(f"{TITLE}\n\n{LEAD}\n\n{MORE}\n\n{second}\n\n{lead}")
    assert [i.title for i in r.items] == [TITLE, second[1:]]
    assert r.items[0].span.of(r.text).endswith(MORE)
    assert r.items[1].span.of(r.text).startswith(second)


def test_second_item_under_its_own_dateline() -> None:
    other = "افتتاح معرض الكتاب في تونس"
    lead = "افتتح وزير الثقافة معرض الكتاب في دورته الجديدة بحضور ناشرين كثيرين."
    r = read(f"{TITLE}\n\nعمان - رويترز: {LEAD}\n\n{MORE}\n\n{other}\n\nتونس - رويترز: {lead}")
    assert [i.title for i in r.items] == [TITLE, other]


@pytest.mark.parametrize(
    "lines",
    [
        ["- تعزيز التعاون في الطاقة والنقل", "- عقد اللجنة المشتركة مرتين في السنة", MORE],  # a list
        ["- هل يبحث الوزيران التعاون في الطاقة؟", MORE],  # an interview
        ["- ماء عذب", MORE],  # nothing of it in what follows
        ["***", MORE],
        ["وقال البيان", MORE],
    ],
)
def test_one_item(lines: list[str]) -> None:
    assert len(read("\n\n".join([TITLE, LEAD, *lines])).items) == 1


def test_subhead() -> None:
    r = read(f"{LEAD}\nزيارة مقبلة إلى القاهرة\n{MORE}\n* ملف المياه\n{MORE}")
    assert notes(r, "subhead") == ["زيارة مقبلة إلى القاهرة", "* ملف المياه"]
    assert len(r.items) == 1
    assert r.title is None
    assert r.items[0].title == ""


@pytest.mark.parametrize(
    "line", ["وقال الوزير في ختام كلمته", "جاء في البيان ما يلي:", "1-2", "sami@example.org", "أهلا بكم.", "من المسؤول؟"]
)
def test_no_subhead(line: str) -> None:
    assert notes(read(f"{LEAD}\n{line}\n{MORE}"), "subhead") == []


def test_wrapped_lines_are_no_headlines() -> None:
    words = (LEAD + " " + MORE).split()
    wrapped = "\n".join(" ".join(words[i : i + 8]) for i in range(0, len(words), 8))
    r = read(wrapped)
    assert r.title is None
    assert len(r.items) == 1
    assert not r.notes


def test_title_given_apart() -> None:
    apart = read(f"{LEAD}\n\n{MORE}", title=TITLE)
    assert (apart.title, apart.items[0].title) == (TITLE, TITLE)
    both = read(f"{TITLE}\n\n{LEAD}", title=TITLE)
    assert both.items == read(f"{TITLE}\n\n{LEAD}").items
    assert read(f"{LEAD}\n\n{MORE}").title is None


# ------------------------------------------------------------------ language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", LEAD),
        ("ar", "اتصال هاتفي بين وزيرين"),
        ("ar", "قال المتحدث الرسمی إن الوزیر سیزور الکویت في الأسبوع المقبل مع وفد من الشركات."),  # typed on a Persian keyboard
        ("fa", "وزیر امور خارجه ایران امروز با همتای عراقی خود درباره همکاری‌های اقتصادی گفتگو کرد و پیشنهاد تازه‌ای داد."),
        ("ur", "وزیر خارجہ نے آج اپنے ہم منصب سے ٹیلی فون پر بات کی اور دونوں نے تعاون بڑھانے پر زور دیا۔"),
        ("ps", "د بهرنیو چارو وزیر نن له خپل سیال سره په ټلیفون خبرې وکړې او د همکارۍ پر زیاتولو یې ټینګار وکړ."),
        ("ckb", "وەزیری دەرەوە ئەمڕۆ لەگەڵ هاوتاکەی بە تەلەفۆن قسەی کرد و هەردووکیان جەختیان لە هاوکاری کردەوە."),
        ("en", "The two foreign ministers spoke by telephone on Monday about energy and transport in the region."),
        ("ru", "Министры иностранных дел обсудили по телефону сотрудничество в области энергетики и транспорта."),
        ("und", "1234 - 5678"),
    ],
)
def test_language(language: str, text: str) -> None:
    assert read(text).language == language


# ------------------------------------------------------------------ encodings and formats


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859-6"])
@pytest.mark.parametrize("text", [f"{TITLE}\r\n\r\n{LEAD}\r\n", f"({LEAD}) {MORE} " * 900])
def test_encodings(encoding: str, text: str) -> None:
    (raw,) = ingest.raw_reports("test", text.encode(encoding), Given())
    assert isinstance(raw, Raw)
    assert raw.text == text
    assert not raw.issues


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_russian_is_not_taken_for_arabic(encoding: str) -> None:
    text = (
        "Министры иностранных дел обсудили по телефону сотрудничество в области энергетики и договорились о новой встрече. " * 3
    )
    (raw,) = ingest.raw_reports("test", text.encode(encoding), Given())
    assert isinstance(raw, Raw)
    assert not re.search("[\u0600-\u06ff]", raw.text)


def test_few_broken_bytes_are_an_issue() -> None:
    data = LEAD.encode()[:-1] + b"\xd9"
    (raw,) = ingest.raw_reports("test", data, Given())
    assert isinstance(raw, Raw)
    assert raw.text.startswith(LEAD[:50])
    assert [i.code for i in raw.issues] == ["bad-characters"]


def test_oddities_are_issues() -> None:
    turned = read(LEAD + " \u202eمقلوب\u202c")
    assert [(i.code, i.span) for i in turned.issues] == [("bidi-override", Span(len(LEAD) + 1, len(LEAD) + 2))]
    assert [i.code for i in read(LEAD.encode().decode("cp1256") and (LEAD * 3).encode().decode("cp1252", "ignore")).issues] == [
        "mojibake"
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \r\n\t ",
        b"\xef\xbb\xbf",
        b"%PDF-1.7 ...",
        b"PK\x03\x04" + bytes(100),
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"\x1f\x8b\x08\x00" + bytes(50),
        b"abc\x00def" * 50,
        bytes(range(256)) * 40,
        b"\x00" * 4096,
        b"WARC/1.0\r\nWARC-Type: response\r\n",
        b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>',
        b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>',
        b'<?xml version="1.0"?><newsItem/>',
        b"<html><body><script>x</script></body></html>",
        b'[{"text": "x"}',
    ],
)
def test_unreadable(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^test[:,] ?.{5,}"):
        raise next(r for r in ingest.raw_reports("test", data, Given()) if isinstance(r, InputError))


@pytest.mark.parametrize(
    ("given", "outlet", "expected"),
    [
        ("Mon, 13 Jul 2020 22:30:00 GMT", "نوفوستي", "2020-07-14T01:30:00+03:00"),  # after midnight in Moscow
        ("2020-07-13T22:30:00+00:00", "رويترز", "2020-07-13T22:30:00+00:00"),  # its clocks are not known
        ("2020-07-13T22:30:00", "نوفوستي", "2020-07-13T22:30:00"),  # of which zone it does not say
        ("2020-07-13", "نوفوستي", "2020-07-13"),
    ],
)
def test_a_report_is_of_the_day_that_its_outlet_has(given: str, outlet: str, expected: str) -> None:
    found = read(LEAD, outlet=outlet, published=given)
    assert found.published is not None
    assert found.published.value == expected


# ------------------------------------------------------------------ feeds and archives


def raws(data: bytes) -> list[Raw | InputError]:
    return list(ingest.raw_reports("f", data, Given()))


def test_the_entries_of_a_feed_are_reports() -> None:
    feed = f"""<?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
         xmlns:media="http://search.yahoo.com/mrss/"><channel><title>دار الأفق</title><link>http://x.example/</link>
    <item><title>{TITLE}</title><link>http://x.example/1#top</link><pubDate>Tue, 14 Jul 2020 10:20:00 +0300</pubDate>
      <dc:creator>سمر الحلبي</dc:creator><description>خبر</description><media:description>صورة</media:description>
      <content:encoded><![CDATA[<p>{LEAD}</p><script>x</script><p>{MORE}</p>]]></content:encoded></item>
    <item><title>{TITLE}</title><source url="http://y.example">وكالة النورس</source><guid>http://x.example/2</guid></item>
    <item><link>http://x.example/3</link></item></channel></rss>"""
    first, headline, empty = raws(feed.encode())
    assert isinstance(first, Raw)
    assert (first.text, first.title, first.outlet, first.byline) == (f"{LEAD}\n{MORE}", TITLE, "دار الأفق", "سمر الحلبي")
    assert (first.url, first.published) == ("http://x.example/1", When("2020-07-14T10:20:00+03:00", None, "metadata"))
    assert isinstance(headline, Raw)
    assert (headline.text, headline.title, headline.outlet, headline.published) == (TITLE, None, "وكالة النورس", None)
    assert isinstance(empty, InputError)
    assert str(empty) == "f, entry 3: has neither text nor title"
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>دار الأفق</title><entry><title type="html">&lt;b&gt;{TITLE}&lt;/b&gt;</title>
    <link href="http://x.example/4"/><published>2020-07-14T07:20:00Z</published><updated>2020-07-15T07:20:00Z</updated>
    <author><name>سمر الحلبي</name></author>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{LEAD}</p></div></content></entry></feed>"""
    (entry,) = raws(atom.encode())
    assert isinstance(entry, Raw)
    assert (entry.text, entry.title, entry.byline, entry.outlet) == (LEAD, TITLE, "سمر الحلبي", "دار الأفق")
    assert entry.published is not None
    assert entry.published.value == "2020-07-14T07:20:00+00:00"


def record(url: str, body: bytes, kind: str = "response", head: str = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", **more: str) -> bytes:
    block = head.encode() + b"\r\n" + body if kind in ("response", "request") else body
    lines = {"WARC-Type": kind, "WARC-Target-URI": url, "WARC-Date": "2024-01-01T00:00:00Z", "Content-Length": str(len(block)), **more}
    return b"WARC/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in lines.items()).encode() + b"\r\n" + block + b"\r\n\r\n"


def page(words: str) -> bytes:
    return f"<html><body><article><p>{words}</p></article></body></html>".encode()


@pytest.mark.parametrize("packed", [False, True])
def test_the_pages_of_a_web_archive_are_reports(packed: bool) -> None:
    html = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={}\r\n{}"
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in (page(MORE)[:30], page(MORE)[30:])) + b"0\r\n\r\n"
    kept = {
        "http://x.example/1": record("http://x.example/1", page(LEAD)),
        "http://x.example/2": record("http://x.example/2", chunks, head=html.format("utf-8", "Transfer-Encoding: chunked\r\n")),
        "http://x.example/3": record("http://x.example/3", gzip.compress(page(LEAD)), head=html.format("utf-8", "Content-Encoding: gzip\r\n")),
        "http://x.example/4": record("http://x.example/4", page(LEAD).decode().encode("cp1256"), head=html.format("windows-1256", "")),
        # headers of what was sent over what was unpacked
        "http://x.example/5": record(
            "http://x.example/5", page(LEAD), head=html.format("utf-8", "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")
        ),
        "http://x.example/6": record("http://x.example/6", LEAD.encode(), "conversion", **{"Content-Type": "text/plain"}),
    }
    passed = [
        record("http://x.example/1", b"", "request", "GET /1 HTTP/1.1\r\n"),
        record("http://x.example/r", b"", head="HTTP/1.1 302 Found\r\nContent-Type: text/html\r\nLocation: /1\r\n"),
        record("http://x.example/p.png", b"\x89PNG", head="HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"),
        record("http://x.example/robots.txt", b"User-agent: *", head="HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"),
    ]
    records = [*passed, *kept.values()]
    found = raws(b"".join(gzip.compress(r) if packed else r for r in records))
    assert [(r.url, r.path) for r in found if isinstance(r, Raw)] == [(u, "f") for u in kept]
    assert len(found) == len(kept)
    assert {r.text for r in found if isinstance(r, Raw)} == {LEAD, MORE}
    assert {r.published for r in found if isinstance(r, Raw)} == {None}  # when it was stored is not when it was published


def test_one_broken_record_takes_nothing_with_it() -> None:
    good, empty = record("http://x.example/1", page(LEAD)), record("http://x.example/2", b"<html><script>x</script></html>")
    found = raws(good + empty + good.replace(b"/1", b"/3") + good[:-90])
    assert [getattr(r, "url", None) or str(r) for r in found] == [
        "http://x.example/1",
        "f, http://x.example/2: a page without text",
        "http://x.example/3",
        "f: record 4 cannot be read (it ends before its end). The archive is damaged from there on",
    ]


def test_archives_that_mean_harm() -> None:
    """Headers without end, chunks and pages that swell, an archive in an archive: an error, and little memory."""
    line = b"WARC/1.0\r\nX: " + b"a" * 50_000_000
    packed = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
    swelling = record("http://x.example/1", gzip.compress(bytes(100_000_000)), head=packed)
    nested = record("http://x.example/1", gzip.compress(record("http://x.example/2", page(LEAD))))
    long = record("http://x.example/1", b"", **{"Content-Length": "99999999999999"})
    tracemalloc.start()
    for data in (gzip.compress(line), swelling, nested, long, b"WARC/1.0\r\nContent-Length: -5\r\n\r\n", b"WARC/1.0\r\n\r\n", b"WARC/"):
        with pytest.raises(InputError, match=r"^f[:,] .{10,}"):
            raise next(r for r in raws(data) if isinstance(r, InputError))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 90_000_000


def test_an_archive_is_read_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record(f"http://x.example/{n}", page(LEAD))) for n in range(5)))
    (tmp_path / "b.gz").write_bytes(b"")
    assert list(ingest.paths([str(tmp_path)])) == [str(path)]
    data = ingest.content(str(path))
    assert not isinstance(data, bytes)
    assert [r.url for r in ingest.raw_reports(str(path), data, Given()) if isinstance(r, Raw)] == [f"http://x.example/{n}" for n in range(5)]
    assert data.closed


def test_json_lines() -> None:
    rows = [
        {
            "text": LEAD,
            "id": 7,
            "title": TITLE,
            "outlet": "دار الأفق",
            "url": "https://x.example/1",
            "published": "Tue, 14 Jul 2020 10:20:00 +0300",
            "language": "ar-EG",
        },
        {"text": LEAD, "published": "soon", "title": 5},
        {"text": "\ud800 \u0000" + LEAD},
    ]
    lines = [
        json.dumps(rows[0]),
        "{broken",
        json.dumps(rows[1]),
        "[1]",
        '{"title": "x"}',
        '{"text": " "}',
        "",
        "[" * 9000,
        json.dumps(rows[2]),
    ]
    out = list(ingest.raw_reports("a.jsonl", "\n".join(lines).encode(), Given()))
    assert [isinstance(r, Raw) for r in out] == [True, False, True, False, False, False, False, True]
    assert [str(r).split(" ")[0] for r in out if isinstance(r, InputError)] == [f"a.jsonl:{n}:" for n in (2, 4, 5, 6, 8)]
    first, second, third = (r for r in out if isinstance(r, Raw))
    assert (first.source_id, first.title, first.outlet, first.url) == ("7", TITLE, "دار الأفق", "https://x.example/1")
    assert first.published is not None
    assert (first.published.value, first.published.basis) == ("2020-07-14T10:20:00+03:00", "metadata")
    assert report(first, MASTHEAD, CALENDAR, OUTLETS).language == "ar"
    assert second.published is None
    assert {i.code for i in second.issues} == {"bad-field", "bad-date"}
    assert third.text == "\ufffd \ufffd" + LEAD
    assert [i.code for i in third.issues] == ["bad-characters"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_json_lines_in_other_encodings(encoding: str) -> None:
    data = (json.dumps({"text": LEAD}, ensure_ascii=False) + "\n" + json.dumps({"text": MORE}, ensure_ascii=False)).encode(
        encoding
    )
    assert [r.text for r in ingest.raw_reports("x", data, Given()) if isinstance(r, Raw)] == [LEAD, MORE]


def test_one_json_object_and_an_array() -> None:
    one = json.dumps({"text": LEAD, "title": TITLE}, ensure_ascii=False, indent=2).encode()
    assert [r.title for r in ingest.raw_reports("x", one, Given()) if isinstance(r, Raw)] == [TITLE]
    two = json.dumps([{"text": LEAD}, 5, {"text": MORE}], indent=1).encode()
    assert [isinstance(r, Raw) for r in ingest.raw_reports("x", two, Given())] == [True, False, True]


def test_what_the_caller_gives_comes_first() -> None:
    data = json.dumps({"text": LEAD, "outlet": "أ", "url": "u", "published": "2001-01-01", "language": "fa"}).encode()
    (raw,) = ingest.raw_reports("x", data, Given("ب", "2020-07-14", "v", "ar"))
    assert isinstance(raw, Raw)
    assert (raw.outlet, raw.url, raw.language) == ("ب", "v", "ar")
    assert raw.published is not None
    assert (raw.published.value, raw.published.basis) == ("2020-07-14", "given")
    with pytest.raises(InputError, match="2020-07-14"):
        list(ingest.raw_reports("x", data, Given(published="the 14th")))


PAGE = f"""<!DOCTYPE html>
<html lang="ar"><head><meta charset="CHARSET"><title>{TITLE} | دار الأفق</title>
<meta property="og:site_name" content="دار الأفق"><meta property="article:published_time" content="2020-07-14T10:20:00+03:00">
<link rel="canonical" href="https://news.example/a/1">
<script type="application/ld+json">{{"@type": "NewsArticle", "author": {{"@type": "Person", "name": "سامي الحاج"}}}}</script>
</head><body><nav><a href="/">الرئيسية</a> <a href="/x">اقتصاد</a></nav><article><h1>{TITLE}</h1>
<p>عمان - رويترز: {LEAD}</p><h2>زيارة مقبلة إلى القاهرة</h2><p>{MORE}</p><p>المصدر: رويترز</p></article>
<footer>جميع الحقوق محفوظة 1999-2030</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "utf-16"])
def test_page(encoding: str) -> None:
    (raw,) = ingest.raw_reports("p", PAGE.replace("CHARSET", encoding).encode(encoding), Given())
    assert isinstance(raw, Raw)
    r = report(raw, MASTHEAD, CALENDAR, OUTLETS)
    assert (r.title, r.outlet.name, r.url) == (TITLE, "دار الأفق", "https://news.example/a/1")
    assert r.published is not None
    assert (r.published.value, r.published.basis) == ("2020-07-14T10:20:00+03:00", "metadata")
    assert credits(r) == [("agency", "رويترز"), ("source", "رويترز"), ("author", "سامي الحاج")]
    assert notes(r, "subhead") == ["زيارة مقبلة إلى القاهرة"]
    assert "الرئيسية" not in r.text
    assert "الحقوق" not in r.text


def test_page_date_is_not_invented() -> None:
    page = (
        PAGE.replace("CHARSET", "utf-8")
        .replace("article:published_time", "x")
        .replace("</article>", "<p>نشرت المجلة أول مرة في 1 يناير 1999.</p></article>")
    )
    (raw,) = ingest.raw_reports("p", page.encode(), Given())
    assert isinstance(raw, Raw)
    assert report(raw, MASTHEAD, CALENDAR, OUTLETS).published is None


def test_page_without_a_body_gives_its_text() -> None:
    page = "<html><body>" + "<div>" * 3000 + f"<p>{LEAD}</p><script>bad()</script>"
    (raw,) = ingest.raw_reports("p", page.encode(), Given())
    assert isinstance(raw, Raw)
    assert raw.text == LEAD
    assert [i.code for i in raw.issues] == ["plain-page"]


@pytest.mark.parametrize(
    "byline",
    [
        "سامي الحاج",
        "جدة: سامي الحاج",
        "سامي الحاج (جدة)",
        "سامي الحاج من جنيف",
        "بقلم: سامي الحاج | Mon, 2015-08-10",
        "رأس تنورة - سامي الحاج",
        "تقرير - سامي الحاج",
    ],
)
def test_byline(byline: str) -> None:
    data = json.dumps({"text": LEAD, "author": byline}).encode()
    (raw,) = ingest.raw_reports("x", data, Given())
    assert isinstance(raw, Raw)
    assert credits(report(raw, MASTHEAD, CALENDAR, OUTLETS)) == [("author", "سامي الحاج")]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020", "2020"),
        ("2020-07", "2020-07"),
        ("2020-7-4", "2020-07-04"),
        ("2020/07/14", "2020-07-14"),
        ("٢٠٢٠-٠٧-١٤", "2020-07-14"),
        ("2020-07-14 09:30", "2020-07-14T09:30:00"),
        ("2020-07-14T09:30:00Z", "2020-07-14T09:30:00+00:00"),
        ("2020-07-14 09:30:00 +0300", "2020-07-14T09:30:00+03:00"),
        ("2020-07-14T09:30:00.000Z", "2020-07-14T09:30:00+00:00"),
        ("Tue, 14 Jul 2020 09:30:00 GMT", "2020-07-14T09:30:00+00:00"),
        ("2020-13-01", None),
        ("0001-01-01", None),
        ("14 July", None),
        ("", None),
        ("²", None),
    ],
)
def test_iso(value: str, expected: str | None) -> None:
    assert iso(value) == expected


# ------------------------------------------------------------------ where reports lie


def test_paths_and_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".git/config", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(LEAD, "utf-8")
    found = list(ingest.paths(["-", str(tmp_path), "missing.txt"]))
    assert [Path(p).name for p in found] == ["-", "a.txt", "b.txt", "c.txt", "missing.txt"]
    assert ingest.content(found[1]) == LEAD.encode()
    with pytest.raises(InputError, match="no such file"):
        ingest.content(str(tmp_path / "missing.txt"))
    with pytest.raises(InputError, match="folder"):
        ingest.content(str(tmp_path))
    with pytest.raises(InputError):
        ingest.content("a\0b")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"abc")))
    assert ingest.content("-") == b"abc"


# ------------------------------------------------------------------ identity, data


def test_id_is_of_what_came_in() -> None:
    a = read(LEAD, outlet="أ")
    assert a.id == read(LEAD, outlet="أ").id
    assert (
        len({a.id, read(LEAD, outlet="ب").id, read(LEAD).id, read(LEAD + " ", outlet="أ").id, read(LEAD, published="2020").id})
        == 5
    )
    assert re.fullmatch("[0-9a-f]{16}", a.id)


@pytest.mark.parametrize(
    ("row", "message"), [("كلمة\tnoun\t\t", "kind 'noun'"), ("كلمة\tlabel\tx\t", "'x'"), ("-\tend\t\t", "no word")]
)
def test_masthead_file_is_checked(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "masthead.tsv"
    path.write_text(f"form\tkind\tvalue\tnote\n{row}\n", "utf-8")
    with pytest.raises(PackError, match=f"masthead.tsv:2: .*{message}"):
        Masthead.load(path)


def test_no_arabic_in_the_program() -> None:
    folder = Path(ingest.__file__).parent
    assert not [p.name for p in folder.glob("*.py") if re.search("[\u0600-\u06ff]", p.read_text("utf-8"))]


# ------------------------------------------------------------------ anything at all


def check(r: Report) -> None:
    """What holds of every report: items side by side over every line, spans inside the text."""
    size = len(r.text)
    spans = (
        [i.span for i in r.items]
        + [c.span for c in r.credits if c.span]
        + [n.span for n in r.notes]
        + [i.span for i in r.issues if i.span]
    )
    assert all(0 <= s.start <= s.stop <= size for s in spans)
    assert r.items
    assert all(a.span.stop <= b.span.start for a, b in zip(r.items, r.items[1:], strict=False))
    covered = "".join(i.span.of(r.text) for i in r.items)
    assert sorted("".join(covered.split())) == sorted("".join(r.text.split()))
    json.dumps(r.text).encode("utf-8")


_PIECES = st.sampled_from(
    [
        *(
            TITLE,
            LEAD,
            MORE,
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "-",
            " - ",
            "(",
            ")",
            "/",
            ":",
            "«",
            "»",
            '"',
            "*",
            "...",
            ".",
            "؟",
            "،",
            "***\n",
            "\u2028",
        ),
        *(
            "رويترز",
            "أ ف ب",
            "واس",
            "سبوتنيك",
            "الرياض",
            "14 يوليو 2020",
            "14 يوليو",
            "المصدر",
            "الصورة",
            "كتب",
            "اقرأ أيضا",
            "شاهد أيضا",
            "انتهى",
        ),
        *(
            "محظورة",
            "(منظمة محظورة في روسيا)",
            "سامي الحاج",
            "\u202e",
            "\u200f",
            "ـ",
            "ًً",
            "https://x.example/",
            "12:30",
            "[",
            "]",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=30).map("".join), st.none() | st.just(TITLE))
def test_pieces_of_mastheads_never_raise(text: str, title: str | None) -> None:
    check(report(Raw(text, title, None, None, None, None, None, None, ()), MASTHEAD, CALENDAR, OUTLETS))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_never_raises(text: str) -> None:
    check(report(Raw(text, None, None, None, None, None, None, None, (), byline=text), MASTHEAD, CALENDAR, OUTLETS))


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=400)
    | st.text(max_size=100).map(lambda t: ("<html>" + t).encode("utf-8", "ignore"))
    | st.text(max_size=60).map(lambda t: ('{"text": "' + t).encode("utf-8", "ignore"))
)
def test_any_bytes_give_a_report_or_an_input_error(data: bytes) -> None:
    try:
        raws = list(ingest.raw_reports("x", data, Given()))
    except InputError:
        return
    for raw in raws:
        if isinstance(raw, Raw):
            check(report(raw, MASTHEAD, CALENDAR, OUTLETS))


MEGA = 1_000_000


@pytest.mark.parametrize(
    "data",
    [
        ("كلمة " * MEGA).encode(),
        ("(" * MEGA).encode(),
        ("(محظور " * (MEGA // 7)).encode(),
        ('"«' * (MEGA // 2)).encode(),
        ("- " * (MEGA // 2)).encode(),
        ("سطر قصير\n" * (MEGA // 9)).encode(),
        ("سطر.\n\n" * (MEGA // 6)).encode(),
        ("رويترز - " * (MEGA // 9)).encode(),
        ("ب" + "\u064b" * MEGA).encode(),
        ("\u202e" * MEGA).encode(),
        b"[" * MEGA,
        b'{"text":' * (MEGA // 8),
        b"<html><body>" + b"<div>" * (MEGA // 5) + b"x",
        b"<html><body><p>" + b"<b>x" * (MEGA // 4),
        b"<html><body><p " + b" ".join(b"a%d=1" % i for i in range(MEGA // 8)) + b">x</p>",
        b"<html><body>x" + b"<!--" * (MEGA // 4),
        b"<html><body>x" + b"<script>" * (MEGA // 8),
        b"<html><body>x" + b"<" * MEGA,
        b"<html><body>" + b"<table><tr><td>" * (MEGA // 15) + b"x",
        b"<html><body><p>" + "كلمة ".encode() * MEGA,
    ],
    ids=lambda d: f"{d[:24]!r}",
)
def test_hostile_input_takes_linear_time(data: bytes) -> None:
    start = time.monotonic()
    for raw in ingest.raw_reports("x", data, Given()):
        if isinstance(raw, Raw):
            check(report(raw, MASTHEAD, CALENDAR, OUTLETS))
    assert time.monotonic() - start < 20  # seconds; a square would take hours


def test_too_long_text_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khabar.ingest.decoding.MAX_TEXT", 1000)
    (raw,) = ingest.raw_reports("x", (LEAD * 20).encode(), Given())
    assert isinstance(raw, Raw)
    assert len(raw.text) == 1000
    assert [i.code for i in raw.issues] == ["truncated"]


# ------------------------------------------------------------------ the two seed reports


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed reports (../shared/seeds) are not part of the project and are not here")
def test_seeds() -> None:
    a, b = sorted(SEEDS.glob("*.txt"))
    (raw_a,), (raw_b,) = (ingest.raw_reports(str(p), ingest.content(str(p)), Given()) for p in (a, b))
    assert isinstance(raw_a, Raw)
    assert isinstance(raw_b, Raw)
    ra, rb = (report(raw, MASTHEAD, CALENDAR, OUTLETS) for raw in (raw_a, raw_b))
    assert credits(ra) == [("publisher", "پاکستان پوائنٹ نیوز"), ("agency", "سبوتنيك")]
    assert ra.outlet.id == "outlet/urdu-point"
    assert ra.published is not None
    assert (ra.published.value, ra.published.basis) == ("2020-07-14", "dateline")
    assert len(ra.items) == 2
    assert ra.text[ra.items[1].span.start] == "-"
    assert not ra.notes
    assert [c.role for c in rb.credits] == ["publisher", "photo", "source"]
    assert rb.outlet.name == rb.credits[0].name
    assert rb.credits[2].name == "نوفوستي"
    assert rb.published is None
    assert len(rb.items) == 1
    assert [n.kind for n in rb.notes] == ["subhead", "legal", "caption"]
    assert (ra.language, rb.language) == ("ar", "ar")
    check(ra)
    check(rb)
