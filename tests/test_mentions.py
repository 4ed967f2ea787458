"""Who is who in single sentences: ``data/lang/ar/cases/mentions.toml``, known failures marked there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cases import annotate, load, mention_faults

import khabar
from khabar.model import Span

CASES = load("mentions")["case"]


@pytest.mark.parametrize("case", CASES, ids=[f"{k}-{c.get('published', 'undated')}" for k, c in enumerate(CASES)])
def test_mentions(case: dict[str, Any]) -> None:
    faults = mention_faults(case)
    if case.get("expect") == "fail":
        assert faults, f'read rightly now: take expect = "fail" out of cases/mentions.toml: {case["text"]}'
    else:
        assert not faults, f"{case['text']}: {'; '.join(faults)}"


def test_cases_have_known_keys_and_stand_once() -> None:
    allowed = {"text", "published", "mention", "absent", "issue", "expect"}
    assert not [c for c in CASES if set(c) - allowed or c.get("expect", "fail") != "fail"]
    keys = [(c["text"], c.get("published")) for c in CASES]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("case", CASES[::4], ids=lambda c: str(c.get("published")))
def test_mentions_lie_in_the_text_in_order(case: dict[str, Any]) -> None:
    a = annotate(case["text"], case.get("published"))
    end = 0
    for m in a.mentions:
        assert m.text == m.span.of(case["text"])
        assert a.tokens[m.first].start <= m.span.start
        assert m.span.stop <= a.tokens[m.last - 1].stop
        assert end <= m.span.start
        end = m.span.stop
        assert set(m.entities) <= set(a.entities)
        assert not (m.entities and m.candidates), "one candidate or none: candidates are kept only where nobody was decided on"


def test_new_people_are_joined_inside_a_report() -> None:
    text = "قال وزير الزراعة البوليفي خوان كيسبي إن المحصول جيد. وأضاف كيسبي أن الأسعار مستقرة."
    a = annotate(text, "2022-06-15")
    new = [e for e in a.entities.values() if not e.known and e.kind == "person"]
    assert len(new) == 1, [e.id for e in new]
    assert new[0].country == "BOL"
    assert new[0].id.isascii()
    assert any(m.entities == (new[0].id,) and m.span == Span(text.rindex("كيسبي"), text.rindex("كيسبي") + 5) for m in a.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n", ".", "«", "و", "ال", "وزير", "وزير الخارجية", "نظيره", "123", "\u202b\u202c", "أ" * 5000, "الوزير " * 500,
        "رئيس رئاسة الأركان", "فرنسي",
    ],
)
def test_odd_text_never_raises(text: str) -> None:
    annotate(text, "2020-01-01")
    annotate(text, None)


def test_the_two_countries_after_somebody_of_no_country() -> None:
    text = "التقى الأمين العام للأمم المتحدة أنطونيو غوتيريش الرئيس الروسي فلاديمير بوتين. وبحثا العلاقات بين البلدين."
    a = annotate(text, "2022-04-26")
    assert not [m for m in a.mentions if m.text == "البلدين" and len(m.entities) > 1]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("تحدث السفير الفرنسي جان بريمون عن الوجود العسكري والدبلوماسي في الساحل.", "الدبلوماسي"),
        ("كان هدف الوزير جون كيري الأول والأخير هو الهدنة.", "الأخير"),
        ("رحب الرئيس هادي بحرص الحلفاء على اليمن وسيادته ووحدته.", "سيادته"),
        ("حضر الرئيس الأميركي السابق جيمي كارتر وجو بيرنز الرئيس التنفيذي لشركة النقل.", "الرئيس"),
        ("وصل وزير الخارجية الفرنسي آلان جوبيه إلى الجزائر، واستقبله الوزير بن مرادي.", "الوزير"),
        ("أعلن ديمتري بيسكوف، الناطق باسم رئيس الوزراء الروسي فلاديمير بوتين، أن الأخير لن يسافر.", "الأخير"),
        ("تحدث فلان الفلاني الناطق باسم الحركة إلى صحيفة بلجيكية هي الناطقة بالهولندية.", "الناطقة"),
    ],
)
def test_what_only_looks_like_a_word_for_a_man_is_no_mention(text: str, word: str) -> None:
    assert word not in [m.text.removeprefix("و") for m in annotate(text, "2015-08-01").mentions]


@pytest.mark.parametrize(("outlet", "home"), [("okaz", {"SAU"}), ("hespress", {"MAR"}), ("france24-ar", set())])
def test_the_kingdom_is_the_outlets_own_where_none_is_named(outlet: str, home: set[str]) -> None:
    line = {"id": "1", "text": "رحبت المملكة بالاتفاق بين غانا وتوغو.", "outlet": outlet, "published": "2022-03-04"}
    coded = khabar.code(json.dumps(line, ensure_ascii=False))
    assert {p.country for e in coded.events if e.type == "SUPPORT" for p in e.actors} == home


@pytest.mark.parametrize(("outlet", "president"), [("nna", "person/michel-aoun"), ("aps", "person/abdelmadjid-tebboune"), ("reuters", None)])
def test_an_agency_of_a_state_calls_its_president_by_his_bare_title(outlet: str, president: str | None) -> None:
    text = "استقبل رئيس الجمهورية السفير الصيني. وأكد السفير الصيني دعم بلاده."
    coded = khabar.code(json.dumps({"id": "1", "text": text, "outlet": outlet, "published": "2022-03-04"}, ensure_ascii=False))
    met = {p.entity for e in coded.events if e.type == "CONSULT" for p in e.actors}
    assert (president in met) == (president is not None)


def test_a_party_of_two_lands_is_read_though_nothing_says_which() -> None:
    coded = khabar.code("عاد حزب العدالة والتنمية إلى البرلمان. وأدانت كينيا الهجوم على تشاد.", language="ar")
    assert not [i for i in coded.report.issues if i.code == "not-coded"]
    assert {e.type for e in coded.events} == {"ACCUSE", "ASSAULT"}
