"""Events, statements and relations of single sentences: ``data/lang/ar/cases/coding.toml``, known failures marked there."""

from __future__ import annotations

from typing import Any

import pytest
from cases import coded, coding_faults, load

from khabar import ontology, packs

CASES = load("coding")["case"]


@pytest.mark.parametrize("case", CASES, ids=[str(k) for k in range(len(CASES))])
def test_coding(case: dict[str, Any]) -> None:
    faults = coding_faults(case)
    if case.get("expect") == "fail":
        assert faults, f'coded rightly now: take expect = "fail" out of cases/coding.toml: {case["text"]}'
    else:
        assert not faults, f"{case['text']}: {'; '.join(faults)}"


def test_cases_have_known_keys_and_stand_once() -> None:
    allowed = {"text", "published", "events", "may", "statements", "says", "relations", "expect"}
    assert not [c for c in CASES if set(c) - allowed or c.get("expect", "fail") != "fail"]
    texts = [c["text"] for c in CASES]
    assert len(texts) == len(set(texts))


def test_the_first_report_of_a_process_is_read_as_any_other() -> None:
    """What is remembered of words saves time and decides nothing."""
    pack = packs.load("ar")
    for told in (pack.verb_senses, pack.noun_senses):
        told.clear()
    assert not coding_faults({"text": "قامت النرويج بوساطة بين السودان وتشاد", "events": ["CONSULT/third-party happened SDN+TCD"]})


@pytest.mark.parametrize("case", CASES[::3], ids=lambda c: str(len(c["text"])))
def test_what_is_coded_is_in_the_ontology_and_in_the_text(case: dict[str, Any]) -> None:
    result, known = coded(case), ontology.load()
    text, ids = result.report.text, {e.id for e in result.entities}
    for e in result.events:
        assert e.type in known.types
        assert e.mode is None or e.mode in known.modes.get(e.type, {}) or e.type == "CONSULT"
        assert e.status in ("happened", "ongoing", "planned", "proposed", "denied", "hypothetical")
        assert e.evidence
        for p in (*e.actors, *e.recipients, *e.third_parties):
            assert p.span.of(text) == p.text
            assert p.entity is None or p.entity in ids
        for v in e.evidence:
            assert v.span.of(text) == v.text
    for s in result.statements:
        assert s.span.of(text) == s.content
        assert s.speaker is None or s.speaker in ids


NO_WORDS_OF_ITS_OWN = [
    "", " ", "\n\n\n", "إن", "قال", "قال إن", "بحث", "أعلن أعلن أعلن", "لم", "لن يتم", "و و و", "«»", "قال: «", "» قال «", "بحث مع مع بين من إلى",
    "اتفق" * 50, "قال إن " * 100, "التقى الوزير الذي " * 60, "(" * 500, "«" * 500, "\u200f" * 500,
    "رحب ب ـ", "وقال ـ ـ إن الوزير ـ", "خرج ـ ل", "أشاد ب 12 ب",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_WORDS_OF_ITS_OWN, ids=range(len(NO_WORDS_OF_ITS_OWN)))
def test_odd_text_never_raises(text: str) -> None:
    coded({"text": text + " .", "published": "2020-01-01"})


def test_the_same_sentence_twice_is_coded_the_same() -> None:
    case = {"text": "التقى وزير الخارجية المصري سامح شكري نظيره التركي في القاهرة، أمس الثلاثاء", "published": "2022-06-15"}
    assert coded(case) == coded(case)


def test_who_acts_is_named_as_in_one_telling() -> None:
    text = "استدعت وزارة الخارجية الكويتية سفير العراق.\nوقال البيان إن الحكومة الكويتية استدعت السفير العراقي."
    assert [[p.entity for p in e.actors] for e in coded({"text": text, "published": "2023-01-17"}).events] == [["org/kwt-mfa"]]


def test_a_particle_that_stands_alone_is_no_fault() -> None:
    import khabar

    coded = khabar.code("أكد وزير الخارجية الأردني ل الصحفيين متانة العلاقات بين البلدين", published="2022-06-15", language="ar")
    assert {s.speaker for s in coded.statements} <= {"person/ayman-safadi"}


def test_who_is_cited_is_not_where_it_was() -> None:
    """A capital that speaks ("according to New Delhi") is no scene."""
    events = coded({"text": "أصيب جندي هندي بجروح على خط المراقبة، وفقا لنيودلهي", "published": "2018-02-05"}).events
    assert [e.place for e in events] == ["place/line-of-control-kashmir"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("نقلت وكالة رويترز عن دبلوماسي غربي قوله إن كندا استدعت سفيرها لدى بيرو", ["outlet/reuters", "unnamed/"]),
        ("وقال دبلوماسي غربي لوكالة فرانس برس إن كندا استدعت سفيرها لدى بيرو", ["outlet/afp", "unnamed/"]),
        ("نقلت وكالة الأناضول عن سيرغي لافروف قوله إن كندا استدعت سفيرها لدى بيرو", ["outlet/anadolu", "person/sergey-lavrov"]),
        ("وقالت وكالة رويترز إن كندا استدعت سفيرها لدى بيرو", ["outlet/reuters"]),
        ("وقال دبلوماسي غربي للوزير إن كندا استدعت سفيرها لدى بيرو", ["unnamed/"]),
    ],
    ids=["passed on", "told to it", "of somebody with a name", "on its own", "told to nobody's outlet"],
)
def test_the_agency_through_which_somebody_is_heard(text: str, chain: list[str]) -> None:
    """It stands before him, behind what he says and behind the acts told in that."""
    found = coded({"text": text, "published": "2022-06-15"})
    (event,) = (e for e in found.events if e.type == "SANCTION")
    (statement,) = found.statements
    assert [s.entity for s in statement.said_by] == [c for c in chain if c.startswith("outlet/") and len(chain) > 1]
    assert len(event.said_by) == len(chain)
    assert all((s.entity or "").startswith(c) for s, c in zip(event.said_by, chain, strict=True))
