"""The gold of eval/gold/ar names who speaks by the report's own words, and the scorer takes no other for him."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

EVAL = Path(__file__).resolve().parents[1] / "eval"
sys.path.insert(0, str(EVAL))
import score  # noqa: E402


def test_everybody_whom_the_gold_names_is_named_so_in_the_report() -> None:
    wrong = []
    for path in sorted((EVAL / "gold" / "ar").glob("*.json")):
        for report in json.loads(path.read_text("utf-8"))["reports"]:
            named = [(s, "speaker") for s in report.get("statements") or ()]
            named += [(r, end) for r in report.get("relations") or () for end in ("subject", "object")]
            for row, key in named:
                for name in (row.get(f"{key}_ar") or "-").split("; "):
                    # A word begins it, or a word's first letters (و ف ب ل ك) stand before it; a word ends it.
                    if not re.search(rf"(?<!\w)[وفبلك]{{0,2}}{re.escape(name)}(?!\w)", report["text"]):
                        wrong.append(f"{report['id']}: {row[key]}: {name}")
    assert not wrong


@pytest.mark.parametrize(
    ("gold", "in_text", "entity", "right"),
    [
        ("Afghan Interior Ministry", "وزارة الداخلية الأفغانية", ("government-body", "الداخلية الأفغانية", "AFG"), True),
        ("Moroccan official", "مسؤولا مغربيا", ("person", "مسؤول مغربي", "MAR"), True),
        ("Mohamed bin Selman", "محمد بن سلمان", ("person", "الأمير محمد بن سلمان بن عبد العزيز", "SAU"), True),
        ("Khwaja Asif", "خواجة آصف", ("person", "خواجة محمد آصف", "PAK"), True),
        ("A. Karti and H. Dessalegn", "علي كرتي; هايلي مريم دسالين", ("person", "هايلي مريم دسالين", "ETH"), True),
        ("Salman", "سلمان بن عبد العزيز", ("person", "محمد بن سلمان بن عبد العزيز", "SAU"), False),  # his father
        ("US president", "الرئيس", ("person", "الرئيس الأوكراني", None), False),
        ("Qatari MFA", "وزارة الخارجية القطرية", ("state", "قطر", "QAT"), False),
        ("Egyptian MFA", "الخارجية", ("government-body", "وزارة الخارجية", "TUR"), False),  # another country's
        ("United Kingdom", "لندن", ("place", "لندن", "GBR"), False),
        ("Macron", "ماكرون", ("person", "إيمانويل ماكرون", None), True),
        ("Joe Biden", "الرئيس الأميركي", ("person", "الرئيس الأميركي دونالد ترامب", None), False),
        ("security source", "مصدر أمني", ("person", "مصدر أمني رفيع", None), False),
        ("police", "الشرطة", ("government-body", "شرطة النجف", "IRQ"), False),
    ],
)
def test_a_speaker_answers_to_the_words_of_the_report_and_to_no_others(
    gold: str, in_text: str, entity: tuple[str, str, str | None], right: bool
) -> None:
    kind, name, country = entity
    record = {"entities": [{"id": "x/1", "kind": kind, "names": {"ar": name}, "country": country, "known": False}]}
    assert score.Entities(record, {"reports": []}).speaks(gold, in_text, "x/1", "r") is right


@pytest.mark.parametrize(("others", "right"), [([], True), (["x/2"], False)])
def test_words_that_the_record_gives_two_entities_name_neither(others: list[str], right: bool) -> None:
    entities = [{"id": i, "kind": "organisation", "names": {"ar": "هيئة"}, "country": None, "known": False} for i in ("x/1", "x/2")]
    actors = [{"entity": i, "text": "هيئة الإغاثة المنظمة"} for i in ("x/1", *others)]
    record = {"entities": entities, "events": [{"report": "r", "actors": actors, "recipients": []}]}
    assert score.Entities(record, {"reports": []}).speaks("IHH", "هيئة الإغاثة المنظمة", "x/1", "r") is right
