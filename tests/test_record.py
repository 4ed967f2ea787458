"""The record over several reports, tried on hand-built codings of sentences of our own."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped, unused-ignore]  # the stubs are not needed
import numpy as np
import pytest

import khabar
from khabar import ontology
from khabar import record as recording
from khabar.encoder import Encoder
from khabar.model import (
    Coded,
    Credit,
    Entity,
    Event,
    Evidence,
    Number,
    Outlet,
    Participant,
    Relation,
    Report,
    Source,
    Span,
    Statement,
    Tenure,
    Topic,
    When,
)
from khabar.page import page as shown_page
from khabar.record import Record, compare, days, grouping, merge, origins, reuse
from khabar.record.sketches import sketch
from khabar.text import sentences
from khabar.world import World

TITLES = recording.titles()
VALIDATOR = jsonschema.Draft202012Validator(json.loads((files("khabar") / "data" / "record.schema.json").read_text("utf-8")))

ENTITIES = {
    e.id: e
    for e in (
        Entity("person/sergey-lavrov", "person", (("ar", "سيرغي لافروف"), ("en", "Sergey Lavrov")), "RUS", "GOV"),
        Entity("person/mike-pompeo", "person", (("ar", "مايك بومبيو"), ("en", "Mike Pompeo")), "USA", "GOV"),
        Entity("person/vladimir-putin", "person", (("ar", "فلاديمير بوتين"), ("en", "Vladimir Putin")), "RUS", "GOV"),
        Entity("person/donald-trump", "person", (("ar", "دونالد ترامب"), ("en", "Donald Trump")), "USA", "GOV"),
        Entity("person/spokeswoman", "person", (("ar", "المتحدثة"), ("en", "Spokeswoman")), "RUS", "GOV"),
        Entity(
            "org/rus-mfa",
            "government-body",
            (("ar", "وزارة الخارجية الروسية"), ("en", "Russian Ministry of Foreign Affairs")),
            "RUS",
        ),
        Entity("org/usa-mfa", "government-body", (("ar", "وزارة الخارجية الأميركية"), ("en", "US State Department")), "USA"),
        Entity("state/RUS", "state", (("ar", "روسيا"), ("en", "Russia")), "RUS"),
        Entity("state/USA", "state", (("ar", "الولايات المتحدة"), ("en", "United States")), "USA"),
        Entity("state/CHN", "state", (("ar", "الصين"), ("en", "China")), "CHN"),
        Entity("state/FRA", "state", (("ar", "فرنسا"), ("en", "France")), "FRA"),
        Entity("state/GBR", "state", (("ar", "بريطانيا"), ("en", "United Kingdom")), "GBR"),
        Entity("state/LBY", "state", (("ar", "ليبيا"), ("en", "Libya")), "LBY"),
        Entity("state/SAU", "state", (("ar", "السعودية"), ("en", "Saudi Arabia")), "SAU"),
        Entity("place/jeddah", "place", (("ar", "جدة"), ("en", "Jeddah")), "SAU"),
        Entity("place/mecca", "place", (("ar", "مكة"), ("en", "Mecca")), "SAU"),
        Entity("place/geneva", "place", (("ar", "جنيف"), ("en", "Geneva")), "CHE"),
        Entity(
            "gathering/sea-border-talks", "gathering", (("ar", "مفاوضات ترسيم الحدود البحرية"), ("en", "Sea border talks")),
            members=("state/LBY", "state/SAU"),
        ),
        Entity("instrument/sea-border", "instrument", (("ar", "اتفاق ترسيم الحدود البحرية"), ("en", "Sea border agreement"))),
        Entity("gathering/p5-summit", "gathering", (("ar", "قمة الخمس"), ("en", "P5 summit"))),
        Entity("instrument/unsc-2654", "instrument", (("en", "resolution 2654"),)),
        Entity("instrument/unsc-2554", "instrument", (("en", "resolution 2554"),)),
        Entity("outlet/sputnik", "outlet", (("ar", "سبوتنيك"), ("en", "Sputnik"))),
        Entity("outlet/ria-novosti", "outlet", (("ar", "ريا نوفوستي"), ("en", "RIA Novosti"))),
        Entity("outlet/one", "outlet", (("ar", "الأولى"), ("en", "First"))),
        Entity("outlet/two", "outlet", (("ar", "الثانية"), ("en", "Second"))),
    )
}


# ------------------------------------------------------------------ building


class Page:
    """A report written sentence by sentence, with its coding."""

    def __init__(self, id: str, outlet: str | None = None, published: str | None = None, credit: str | None = None) -> None:
        self.id, self.outlet, self.credit = id, outlet, credit
        self.published = When(published, None, "given") if published else None
        self.text = ""
        self.events: list[Event] = []
        self.statements: list[Statement] = []
        self.relations: list[Relation] = []

    def say(self, sentence: str) -> Span:
        start = len(self.text)
        self.text += sentence + "\n"
        return Span(start, start + len(sentence))

    def event(
        self,
        sentence: str,
        type: str = "CONSULT",
        actors: Sequence[str] = (),
        recipients: Sequence[str] = (),
        mode: str | None = None,
        status: str = "happened",
        date: str | None = None,
        basis: str = "text",
        end: str | None = None,
        place: str | None = None,
        about: Sequence[str] = (),
        said_by: Sequence[tuple[str | None, str]] = (),
        initiator: str | None = None,
        background: bool = False,
        numbers: Sequence[tuple[str, float | None, float | None, float | None]] = (),
        change: str | None = None,
        roles: dict[str, str] | None = None,
        name: str | None = None,
    ) -> Page:
        span = self.say(sentence)

        def who(id: str) -> Participant:
            if "/" not in id:
                return Participant(None, None, None, id, span)
            return Participant(id, ENTITIES[id].country, (roles or {}).get(id), id, span)

        event = Event(
            f"{self.id}-e{len(self.events)}", self.id, 0, type, mode, (), status, change, background,
            tuple(map(who, actors)), tuple(map(who, recipients)), (), initiator,
            When(date, end, basis, span) if date else None, place,
            tuple(Topic(t if "/" in t else None, t, span) for t in about),
            tuple(Number(kind, value, low, high, None, span) for kind, value, low, high in numbers), (),
            tuple(Source(entity, medium, Span(span.stop - 1, span.stop), name) for entity, medium in said_by),
            "test", (Evidence(span, sentence),),
        )  # fmt: skip
        self.events.append(event)
        return self

    def state(self, sentence: str, speaker: str, medium: str | None = None, kind: str = "indirect") -> Page:
        span = self.say(sentence)
        sources = (Source(speaker, medium, span),) if medium else ()
        id = f"{self.id}-s{len(self.statements)}"
        self.statements.append(Statement(id, self.id, speaker, kind, "", sentence, span, sources))
        return self

    @property
    def coded(self) -> Coded:
        credits = (Credit("agency", self.credit),) if self.credit else ()
        outlet = Outlet(self.outlet, None)
        report = Report(self.id, None, f"{self.id}.txt", None, outlet, None, "ar", self.text, self.published, (), credits)
        spans = tuple(sentences(self.text))
        return Coded(report, tuple(ENTITIES.values()), tuple(self.events), tuple(self.statements), tuple(self.relations), spans)


def lay(*pages: Page, world: Any = None, encoder: Encoder | None = None) -> Record:
    """Merge, and hold the outcome against the schema."""
    record = merge([p.coded for p in pages], TITLES, encoder, world=world or World())
    errors = [f"{list(e.absolute_path)}: {e.message}" for e in VALIDATOR.iter_errors(record.to_dict())]
    assert not errors, errors[:3]
    return record


def main(record: Record, page: str) -> dict[str, Any]:
    """The main story of a report, as JSON."""
    id = record.main_stories[page]
    found: dict[str, Any] = next(s for s in record.to_dict()["stories"] if s["id"] == id)
    return found


def facts(story: dict[str, Any], field: str) -> list[tuple[str, list[str]]]:
    return [(f["verdict"], [v["value"] for v in f["values"]]) for f in story["facts"] if f["field"] == field]


CALL = ("person/sergey-lavrov", "person/mike-pompeo")
P5 = ("state/CHN", "state/FRA", "state/GBR", "state/RUS", "state/USA")


def call(id: str, sentence: str = "بحث لافروف وبومبيو في اتصال هاتفي الملف الليبي", **kw: Any) -> Page:
    page = Page(id, kw.pop("outlet", None), kw.pop("published", None), kw.pop("credit", None))
    return page.event(
        sentence, actors=kw.pop("actors", CALL), mode=kw.pop("mode", "phone"), about=kw.pop("about", ["state/LBY"]), **kw
    )


# ------------------------------------------------------------------ one statement, two outlets


@pytest.fixture(scope="module")
def carried() -> Record:
    """A ministry's statement on a call, as two outlets carry it through two agencies."""
    a = call("a", outlet="الأولى", published="2020-07-14", credit="سبوتنيك", date="2020-07-13", basis="relative",
             about=["state/LBY", "gathering/p5-summit"], said_by=[("org/rus-mfa", "statement")])  # fmt: skip
    a.event("اقترحت موسكو عقد القمة في يونيو", "REQUEST", ["person/vladimir-putin"], mode="meet", date="2020-06",
            about=["gathering/p5-summit"], background=True)  # fmt: skip
    a.event(
        "اتفق الشركاء على عقدها", "AGREE", [p for p in P5 if p != "state/RUS"], about=["gathering/p5-summit"], background=True
    )
    a.event("قمة الدول الخمس المقترحة", actors=P5, mode="multilateral", status="proposed", about=["gathering/p5-summit"])
    b = call("b", "تحدث الوزيران هاتفيا عن الأزمة في ليبيا بمبادرة أميركية", outlet="الثانية", credit="نوفوستي",
             said_by=[("org/rus-mfa", "statement")], initiator="state/USA")  # fmt: skip
    b.event("أبدى جميع الأعضاء اهتماما بالقمة", "SUPPORT", P5, about=["gathering/p5-summit"], background=True)
    b.event("طرح بوتين الفكرة في يونيو", "REQUEST", ["person/vladimir-putin"], mode="meet", date="XXXX-06",
            about=["gathering/p5-summit"], background=True)  # fmt: skip
    return lay(a, b)


def test_two_outlets_with_one_statement_are_one_origin(carried: Record) -> None:
    story = main(carried, "a")
    assert carried.main_stories["a"] == carried.main_stories["b"] == "2020-07-13-phone-rus-usa"
    assert (story["n_reports"], story["n_origins"], story["n_unknown"]) == (2, 1, 0)
    (origin,) = story["origins"]
    assert origin["entity"] == "org/rus-mfa"
    assert origin["chains"] == [
        ["outlet/one", "outlet/sputnik", "org/rus-mfa"],
        ["outlet/two", "outlet/ria-novosti", "org/rus-mfa"],
    ]
    assert "Russian Ministry of Foreign Affairs" in origin["why"]


def test_what_both_carry_is_repeated_and_the_rest_single(carried: Record) -> None:
    story = main(carried, "a")
    assert ("repeated", ["person/sergey-lavrov"]) in facts(story, "actors")
    assert ("repeated", ["state/LBY"]) in facts(story, "about")
    assert facts(story, "initiator") == [("single", ["state/USA"])]
    assert facts(story, "date")[0] == ("single", ["2020-07-13"])


def test_agreed_and_voiced_interest_differ(carried: Record) -> None:
    (terms,) = [f for f in main(carried, "a")["facts"] if f["field"] == "terms"]
    assert terms["verdict"] == "differs"
    assert {v["value"]: v["reports"] for v in terms["values"]} == {"AGREE": ["a"], "SUPPORT": ["b"]}


def test_a_claim_is_the_same_whoever_turns_out_to_be_behind_it() -> None:
    # A store writes the claims of a report anew when another of its stories grows: the first story's facts still lead to them.
    (event,) = call("a", published="2020-07-14", date="2020-07-13").events
    assert [c.id for c in compare.claims(event, ())] == [c.id for c in compare.claims(event, ("org/rus-mfa",))]


def test_claims_carry_the_chain_and_facts_lead_to_events(carried: Record) -> None:
    data = carried.to_dict()
    claims = {c["id"]: c for c in data["claims"]}
    assert len(claims) == len(data["claims"])
    events = {e["id"]: e for e in data["events"]}
    for story in data["stories"]:
        for fact in story["facts"]:
            assert fact["events"]
            for value in fact["values"]:
                claim = claims[value["claim"]]
                assert claim["value"] == value["value"]
                assert events[claim["about"]]["report"] in value["reports"]
    chain = next(c["chain"] for c in data["claims"] if c["report"] == "b" and c["field"] == "initiator")
    assert chain == ["outlet/two", "outlet/ria-novosti", "org/rus-mfa"]


def test_dossier_of_a_summit(carried: Record) -> None:
    dossier = next(d for d in carried.to_dict()["dossiers"] if d["id"] == "p5-summit")
    assert [s["status"] for s in dossier["steps"]] == ["proposed", "interest", "accepted", "prepared"]
    assert [(s["date"] or {}).get("value") for s in dossier["steps"]] == ["2020-06", None, None, "2020-07-13"]
    assert dossier["steps"][0]["text"]["en"] == "Proposed by Vladimir Putin"
    assert dossier["steps"][0]["reports"] == ["a", "b"]
    assert dossier["open"] == ["date", "place", "agenda"]
    # States that are asked to the summit are no matter of their own.
    assert not {"china", "france"} & {d.id for d in carried.dossiers}


def test_what_goes_on_between_two_parties_is_a_matter_and_a_long_silence_ends_it() -> None:
    both = ["state/RUS", "state/USA"]
    a = Page("a", published="2020-07-02").event("اتفقت موسكو وواشنطن على هدنة", "AGREE", both, date="2020-07-01")
    a.event("وحذرت موسكو واشنطن", "THREATEN", both[:1], both[1:], date="2020-07-02")
    b = Page("b", published="2020-07-10").event("اتهمت واشنطن موسكو بخرق الهدنة", "ACCUSE", both[1:], both[:1], date="2020-07-09")
    c = Page("c", published="2021-01-10").event("اتفقت موسكو وواشنطن من جديد", "AGREE", both, date="2021-01-09")
    (dossier,) = lay(a, b, c).dossiers
    assert (dossier.id, [s.status for s in dossier.steps]) == ("rus-usa-2020-07", ["accepted", "pressed", "disputed"])
    assert not lay(b, c).dossiers


def test_what_was_announced_and_neither_done_nor_called_off_is_open() -> None:
    both = ["state/RUS", "state/USA"]
    a = Page("a", published="2020-07-02").event("اتفقت موسكو وواشنطن على هدنة", "AGREE", both, date="2020-07-01")
    a.event("وحذرت موسكو واشنطن", "THREATEN", both[:1], both[1:], date="2020-07-02")
    b = Page("b", published="2020-07-10").event("وتلتقي موسكو واشنطن في جنيف", "CONSULT", both, date="2020-07-20", status="planned")
    b.event("وتوقع موسكو وواشنطن اتفاقا", "AGREE", both, date="2020-07-21", status="planned")
    c = Page("c", published="2020-07-21").event("التقت موسكو واشنطن في جنيف", "CONSULT", both, date="2020-07-20")
    later = Page("d", published="2020-10-02").event("اتهمت واشنطن موسكو بخرق الهدنة", "ACCUSE", both[1:], both[:1], date="2020-09-01")

    def opened(*pages: Page) -> set[str]:
        return {x for d in lay(*pages).dossiers if d.id == "rus-usa-2020-07" for x in d.open}

    assert opened(a, b) == {"meeting", "signing"}
    assert opened(a, b, c) == {"signing"}
    assert opened(a, b, c, later) == set()  # nothing more was told of it for weeks


def test_talks_of_two_are_one_matter_with_their_rounds_and_what_they_come_to() -> None:
    both, talks = ["state/LBY", "state/SAU"], "gathering/sea-border-talks"
    a = Page("a", published="2020-10-02").event(
        "اتفق البلدان على بدء ترسيم الحدود البحرية", "AGREE", both, date="2020-10-01", about=["بدء ترسيم الحدود البحرية"]
    )
    b = Page("b", published="2020-10-14").event("عقدت الجولة الأولى", actors=both, date="2020-10-14", about=[talks])
    c = Page("c", published="2020-10-29").event("عقدت الجولة الثانية", actors=both, date="2020-10-28", about=[talks])
    d = Page("d", published="2020-11-30").event("أرجئت الجولة", actors=both, status="planned", change="postponed", about=[talks])
    e = Page("e", published="2022-10-13").event("وافقت ليبيا على الاتفاق", "AGREE", both[:1], date="2022-10-13", about=["instrument/sea-border"])
    f = Page("f", published="2022-10-27").event("وقع البلدان الاتفاق", "AGREE", both, date="2022-10-27", about=["instrument/sea-border"])
    (dossier,) = lay(a, b, c, d, e, f).dossiers
    assert dossier.id == "sea-border-talks"
    assert [s.status for s in dossier.steps] == ["accepted", "held", "held", "postponed", "accepted", "signed"]
    assert dossier.open == ()


def test_a_plan_without_a_day_that_is_recalled_beside_the_talks_is_no_step() -> None:
    talks, both = "gathering/sea-border-talks", ["state/LBY", "state/SAU"]

    def steps(*, told_there: bool) -> list[str]:
        a = Page("a", published="2020-07-14").event("انطلقت جولة من المفاوضات", actors=both, about=[talks], status="ongoing", date="2020-07-14")
        b = a if told_there else Page("b", published="2020-07-15")
        b.event("أعلن عن الشروع في المفاوضات", actors=both, about=[talks], status="planned", background=True)
        return [s.status for s in lay(*{a.id: a, b.id: b}.values()).dossiers[0].steps]

    assert steps(told_there=True) == ["ongoing"]
    assert steps(told_there=False) == ["planned", "ongoing"]


def test_a_plan_stands_where_it_was_told_not_on_the_day_it_speaks_of() -> None:
    both = ["state/RUS", "state/USA"]
    a = Page("a", published="2020-07-02").event("سيوقع البلدان الهدنة", "AGREE", both, status="planned", date="2020-07-20")
    b = Page("b", published="2020-07-10").event("اتهمت واشنطن موسكو بخرق الهدنة", "ACCUSE", both[1:], both[:1], date="2020-07-09")
    c = Page("c", published="2020-07-20").event("وقع البلدان الهدنة", "AGREE", both, date="2020-07-20")
    (dossier,) = lay(a, b, c).dossiers
    assert [s.status for s in dossier.steps] == ["planned", "disputed", "accepted"]


def test_what_one_of_two_did_alone_is_a_step_where_it_is_the_news_of_a_report_that_tells_of_both() -> None:
    both = ["state/RUS", "state/USA"]
    a = Page("a", published="2020-07-02").event("اتفقت موسكو وواشنطن على هدنة", "AGREE", both, date="2020-07-01")
    b = Page("b", published="2020-07-10").event("علقت موسكو مشاركتها في المحادثات", "SANCTION", both[:1], date="2020-07-09")
    b.event("واتهمت موسكو واشنطن بخرق الهدنة", "ACCUSE", both[:1], both[1:], date="2020-07-09")
    b.event("بعد يومين من موافقة البلدين على التمديد", "AGREE", both, background=True)
    b.event("وعين الرئيس سفيرا", "SANCTION", both[:1], date="2020-07-09")
    (dossier,) = lay(a, b).dossiers
    # What is recalled without a day stands before the news of the report that recalls it.
    assert [s.status for s in dossier.steps] == ["accepted", "accepted", "pressed", "disputed"]


def test_a_release_to_come_is_no_truce_that_has_yet_to_begin() -> None:
    both = ["state/RUS", "state/USA"]

    def opened(mode: str, *, begun: bool) -> tuple[str, ...]:
        a = Page("a", published="2020-07-02").event("اتفقت موسكو وواشنطن", "AGREE", both, date="2020-07-01")
        a.event("واتهمت موسكو واشنطن", "ACCUSE", both[:1], both[1:], date="2020-07-02")
        b = Page("b", published="2020-07-03").event("يوقفان النار أو يفرجان", "RETREAT", both, mode=mode, status="planned")
        if begun:
            a.event("وبدأت الهدنة", "RETREAT", both, mode="ceasefire", date="2020-07-02")
        return next(d for d in lay(a, b).dossiers if d.id == "rus-usa-2020-07").open

    assert opened("ceasefire", begun=False) == ("entry-into-force",)
    assert opened("ceasefire", begun=True) == opened("release", begun=False) == ()


def test_titles_in_both_languages(carried: Record) -> None:
    title = main(carried, "a")["title"]
    assert title["en"] == "Phone call: Sergey Lavrov and Mike Pompeo, on Libya and P5 summit"
    assert title["ar"] == "اتصال هاتفي: سيرغي لافروف ومايك بومبيو، بشأن ليبيا وقمة الخمس"


# ------------------------------------------------------------------ origins


def test_two_readouts_are_two_origins_and_corroborate() -> None:
    story = main(
        lay(
            call("a", published="2020-07-14", date="2020-07-13", said_by=[("org/rus-mfa", "statement")]),
            call("b", "أعلنت واشنطن مكالمة بين الوزيرين عن ليبيا", published="2020-07-14", date="2020-07-13",
                 said_by=[("org/usa-mfa", "statement")]),
        ),
        "a",
    )  # fmt: skip
    assert {o["entity"] for o in story["origins"]} == {"org/rus-mfa", "org/usa-mfa"}
    assert facts(story, "date") == [("corroborated", ["2020-07-13"])]


def test_unknown_origins_never_corroborate() -> None:
    pages = (
        call("a", published="2020-07-14", date="2020-07-13", said_by=[("org/rus-mfa", "statement")]),
        call("b", "تواصل الوزيران هاتفيا أمس بشأن الوضع في ليبيا", published="2020-07-14", date="2020-07-13"),
        call("c", "ليبيا على طاولة مكالمة جمعت لافروف ونظيره", published="2020-07-14", date="2020-07-13"),
    )
    story = main(lay(*pages), "a")
    assert (story["n_reports"], story["n_origins"], story["n_unknown"]) == (3, 1, 2)
    assert facts(story, "date") == [("repeated", ["2020-07-13"])]


def test_dominant_statement_is_the_origin_but_not_a_guest_of_the_call() -> None:
    a = call("a", published="2020-07-14", date="2020-07-13").state(
        "وقالت الوزارة إن المكالمة كانت مفيدة", "org/rus-mfa", "statement"
    )
    b = call("b", "مكالمة بين الوزيرين حول الأزمة الليبية", published="2020-07-14", date="2020-07-13")
    b.state("أكد لافروف خلال المكالمة أهمية الحل السياسي", "person/sergey-lavrov", "statement")
    story = main(lay(a, b), "a")
    assert [(o["entity"], o["reports"]) for o in story["origins"]] == [("org/rus-mfa", ["a"])]
    assert story["n_unknown"] == 1


def test_the_outlets_own_report_and_a_credited_agency() -> None:
    a = call("a", outlet="الأولى", published="2020-07-14", date="2020-07-13", said_by=[(None, "own")])
    b = call(
        "b", "اتصال بين لافروف ونظيره بشأن ليبيا", outlet="الثانية", published="2020-07-14", date="2020-07-13", credit="سبوتنيك"
    )
    story = main(lay(a, b), "a")
    assert {o["id"]: o["chains"] for o in story["origins"]} == {
        "outlet/one": [["outlet/one"]],
        "outlet/sputnik": [["outlet/two", "outlet/sputnik"]],
    }


def test_an_unnamed_source_is_one_only_through_one_agency() -> None:
    kw: dict[str, Any] = {
        "published": "2020-07-14",
        "date": "2020-07-13",
        "said_by": [(None, "statement")],
        "name": "مصدر دبلوماسي",
    }
    record = lay(
        call("a", credit="سبوتنيك", **kw),
        call("b", "مصدر: مكالمة بين الوزيرين عن ليبيا", credit="سبوتنيك", **kw),
        call("c", "حديث هاتفي روسي أميركي عن ليبيا", **kw),
    )
    story = main(record, "a")
    assert [o["reports"] for o in story["origins"]] == [["a", "b"]]
    assert story["n_unknown"] == 1


def test_a_joint_statement_is_one_origin_with_all_its_issuers() -> None:
    deal = {"type": "AGREE", "actors": ["state/USA", "state/CHN"], "date": "2020-07-13", "about": ["state/LBY"]}
    three = [("state/RUS", "statement"), ("state/USA", "statement"), ("state/CHN", "statement")]
    a = Page("a", outlet="الأولى", published="2020-07-13").event("اتفقت واشنطن وبكين على عودة العلاقات في بيان ثلاثي", said_by=three, **deal)
    b = Page("b", outlet="الثانية", published="2020-07-13").event("اتفقت واشنطن وبكين على عودة العلاقات في بيان مشترك", said_by=three[:2], **deal)
    c = Page("c", outlet="سبوتنيك", published="2020-07-13").event("اتفقت واشنطن وبكين وفق الوزارة", said_by=[("org/rus-mfa", "statement")], **deal)
    story = main(lay(a, b, c), "a")
    assert [(o["id"], o["reports"]) for o in story["origins"]] == [("instrument/joint-statement-chn-rus-usa", ["a", "b", "c"])]
    assert story["origins"][0]["chains"][0] == ["outlet/one", "instrument/joint-statement-chn-rus-usa"]
    assert "Joint statement of China, Russia and United States" in story["origins"][0]["why"]


def test_who_answers_is_no_origin_of_the_happening_unless_another_report_has_it_from_him() -> None:
    def told(id: str) -> Page:
        page = call(id, published="2020-07-14", date="2020-07-13", said_by=[("org/rus-mfa", "statement")])
        return page.event("وردت واشنطن في المساء", "REJECT", ["state/USA"], ["state/RUS"], date="2020-07-13", said_by=[("org/usa-mfa", "statement")])

    assert {o["entity"] for o in main(lay(told("a")), "a")["origins"]} == {"org/rus-mfa"}
    other = call("b", outlet="الثانية", published="2020-07-14", date="2020-07-13", said_by=[("org/usa-mfa", "statement")])
    assert {o["entity"] for o in main(lay(told("a"), other), "a")["origins"]} == {"org/rus-mfa", "org/usa-mfa"}


@pytest.mark.parametrize(("said", "origins"), [(2, {"org/rus-mfa"}), (0, {"org/rus-mfa", "org/usa-mfa"})])
def test_who_is_heard_once_beside_a_voice_heard_throughout_is_no_origin(said: int, origins: set[str]) -> None:
    a = call("a", published="2020-07-14", date="2020-07-13", said_by=[("org/rus-mfa", "statement")])
    acts = ["REQUEST", "ACCUSE"][:said]
    for n, kind in enumerate(acts):
        a.event(f"عمل رقم {n} بعد المكالمة", kind, ["state/RUS"], ["state/USA"], date="2020-07-13", said_by=[("org/rus-mfa", "statement")])
    a.event("وردت واشنطن في المساء", "REJECT", ["state/USA"], ["state/RUS"], date="2020-07-13", said_by=[("org/usa-mfa", "statement")])
    other = call("b", outlet="الثانية", published="2020-07-14", date="2020-07-13", said_by=[("org/usa-mfa", "statement")])
    other.event("وردت واشنطن في المساء", "REJECT", ["state/USA"], ["state/RUS"], date="2020-07-13", said_by=[("org/usa-mfa", "statement")])
    assert {o["entity"] for o in main(lay(a, other), "a")["origins"] if a.id in o["reports"]} == origins


def test_a_state_is_the_body_that_the_other_account_names() -> None:
    kw = {"date": "2020-07-13", "published": "2020-07-13"}
    a = call("a", outlet="الأولى", said_by=[("state/RUS", "statement")], **kw)
    b = call("b", outlet="الثانية", said_by=[("org/rus-mfa", "statement")], **kw)
    (origin,) = main(lay(a, b), "a")["origins"]
    assert (origin["id"], sorted(origin["reports"])) == ("org/rus-mfa", ["a", "b"])


def test_a_state_is_not_the_body_that_says_something_else() -> None:
    kw = {"date": "2020-07-13", "published": "2020-07-13"}
    a = call("a", "أعلنت واشنطن مكالمة بين الوزيرين عن ليبيا", outlet="الأولى", said_by=[("org/usa-mfa", "statement")], **kw)
    a.state("وقالت موسكو إن الصاروخ أوكراني", "state/RUS", "statement")
    b = call("b", outlet="الثانية", said_by=[("org/rus-mfa", "statement")], **kw)
    assert {o["entity"]: o["reports"] for o in main(lay(a, b), "a")["origins"]} == {"org/usa-mfa": ["a"], "org/rus-mfa": ["b"]}


@pytest.mark.parametrize(
    ("outlet", "origin"),
    [
        ("وزارة الخارجية القطرية (بيان)", "org/qat-mfa"),
        ("جامعة الدول العربية", "org/arab-league"),
        ("أخبار وزارة الخارجية القطرية", "org/rus-mfa"),
        ("صحيفة الرياض", "org/rus-mfa"),
    ],
)
def test_a_ministry_that_publishes_its_own_statement_is_its_origin(outlet: str, origin: str) -> None:
    text = "أعلنت وزارة الخارجية الروسية في بيان أن الوزير سيرغي لافروف بحث مع نظيره الأميركي مايك بومبيو الوضع في ليبيا."
    given = json.dumps({"id": "a", "text": text, "outlet": outlet, "published": "2020-07-14"}, ensure_ascii=False)
    (story,) = merge([khabar.code(given)], TITLES, None).stories
    assert [o.entity for o in story.origins] == [origin]


def test_agencies_without_a_name_are_no_origin() -> None:
    kw = {"date": "2020-07-13", "published": "2020-07-13", "outlet": "الأولى"}
    named, nobody = call("a", credit="سبوتنيك", **kw).coded, call("b", credit="وكالات", **kw).coded
    nobody = replace(nobody, report=replace(nobody.report, credits=(replace(nobody.report.credits[0], generic=True),)))
    record = merge([named, nobody], TITLES, None, world=World())
    (story,) = record.stories
    assert [(o.id, o.reports) for o in story.origins] == [("outlet/sputnik", ("a",))]
    assert story.n_unknown == 1


def test_a_spokeswoman_is_her_ministry() -> None:
    class Known(World):
        def held(self, person: str, post: str | None, day: str | None) -> list[Tenure]:
            return (
                [Tenure(person, "mfa-spokesperson", "org/rus-mfa", "", "2015", "", "")] if person == "person/spokeswoman" else []
            )

    a = call("a", published="2020-07-14", date="2020-07-13", said_by=[("org/rus-mfa", "statement")])
    b = call("b", "قالت المتحدثة إن الوزيرين تحدثا عن ليبيا", published="2020-07-14", date="2020-07-13",
             said_by=[("person/spokeswoman", "press-conference")])  # fmt: skip
    assert [o["entity"] for o in main(lay(a, b, world=Known()), "a")["origins"]] == ["org/rus-mfa"]


# ------------------------------------------------------------------ copies

STORY = (
    "أفادت مصادر ملاحية بأن ثلاث سفن محملة بالحبوب غادرت المرفأ صباحا متجهة إلى مرافئ الجنوب بعد توقف دام أسبوعين",
    "وأضافت أن الرحلة تستغرق أربعة أيام إذا بقي البحر هادئا وأن طواقم السفن تسلمت تعليمات جديدة تتعلق بمسار العبور",
    "ومن المنتظر أن تصل شحنة ثانية في نهاية الشهر لتغطية حاجة المطاحن الحكومية إلى القمح حتى بداية الموسم المقبل",
)


def test_a_copy_has_the_origin_of_the_text_that_it_copies() -> None:
    a = call("a", outlet="الأولى", published="2020-07-14", date="2020-07-13", said_by=[("org/rus-mfa", "statement")])
    b = call("b", outlet="الثانية", published="2020-07-15", date="2020-07-13")
    for sentence in STORY:
        a.say(sentence)
        b.say(sentence.replace("ثلاث", "أربع").replace("جديدة", "إضافية"))
    record = lay(a, b)
    story = main(record, "b")
    assert [(o["entity"], sorted(o["reports"])) for o in story["origins"]] == [("org/rus-mfa", ["a", "b"])]
    assert ["outlet/two", "org/rus-mfa"] in story["origins"][0]["chains"]
    assert facts(story, "date") == [("repeated", ["2020-07-13"])]
    (found,) = [r for r in record.reuse if r.kind == "copied"]
    assert (found.source, found.target, found.directed) == ("a", "b", True)
    assert found.similarity > 0.9
    assert STORY[0][20:60] in found.source_span.of(a.text)


def test_two_without_a_source_that_share_a_text_with_one_who_has_a_voice_are_one_text_with_it() -> None:
    a = call("a", outlet="الأولى", published="2020-07-14", date="2020-07-13", said_by=[("org/rus-mfa", "statement")])
    b = call("b", "مكالمة بين الوزيرين حول الأزمة الليبية", outlet="الثانية", published="2020-07-14", date="2020-07-13")
    c = call("c", "جرت مكالمة بين لافروف وبومبيو", outlet="الثالثة", published="2020-07-14", date="2020-07-13")
    own = {
        a: (
            "وقال سكان الحي إن الأسعار ارتفعت منذ مطلع الشهر وإن الناس ينتظرون حلا سريعا",
            "ويشكو التجار من قلة الزبائن ومن كلفة التخزين العالية في الميناء",
        ),
        b: (
            "وذكر صاحب مطحنة أن العمال عادوا إلى أعمالهم بعد العيد وأن الإنتاج سيبلغ ذروته في الخريف المقبل",
            "وتقول سيدة من المدينة إنها اشترت الخبز هذا الصباح بنصف الثمن الذي دفعته قبل أسبوع واحد فقط",
            "ويرى طباخ أن الزبائن يطلبون السمك المشوي أكثر من غيره وأن أسعاره لم تتبدل منذ الشتاء الماضي",
        ),
        c: (
            "وأعلنت دائرة الأرصاد أن الأمطار ستهطل على الساحل كله طوال الأيام الثلاثة القادمة مع رياح شديدة",
            "وستغلق المدارس أبوابها يومين في القرى القريبة من النهر خوفا من السيول التي جرفت الجسر القديم",
            "ونصحت الدائرة الصيادين بألا يخرجوا إلى البحر قبل صباح الاثنين وبأن يربطوا مراكبهم جيدا في المرافئ",
        ),
    }
    for page, shared in ((a, STORY), (b, STORY[:1]), (c, STORY[2:])):
        for sentence in (*shared, *own[page]):
            page.say(sentence)
    origins = main(lay(a, b, c), "a")["origins"]
    assert [(o["id"], o["reports"]) for o in origins] == [("org/rus-mfa", ["a"]), ("text/a", ["a", "b", "c"])]  # one row an id, or no store keeps it


def test_one_text_that_nobody_credits_is_no_origin_with_a_name() -> None:
    pages = [Page(id, published="2020-07-14") for id in ("a", "b")]
    for page in pages:
        for sentence in STORY:
            page.say(sentence)
    story = main(lay(*pages), "a")
    (origin,) = story["origins"]
    assert origin["id"].startswith("text/")
    assert origin["entity"] is None
    assert origin["reports"] == ["a", "b"]
    assert (story["n_reports"], story["n_origins"], story["n_unknown"]) == (2, 0, 2)
    assert story["events"] == []
    assert story["title"]["en"]


def test_direction_by_credit_outweighs_dates_and_may_stay_unknown() -> None:
    a, b = Page("a", "الأولى", "2020-07-15"), Page("b", "الثانية", "2020-07-14", credit="الأولى")
    c = Page("c")
    for sentence in STORY:
        for page in (a, b, c):
            page.say(sentence)
    found = {(r.source, r.target): r.directed for r in lay(a, b, c).reuse}
    assert found["a", "b"] is True
    assert not any(directed for pair, directed in found.items() if "c" in pair)


def test_copies_with_many_words_changed_and_titles_shared_by_chance() -> None:
    rng = random.Random(5)
    vocabulary = ["".join(rng.choice("ابتثجحخدذرزسشصضطظعغفقكلمنهوي") for _ in range(6)) for _ in range(4000)]
    texts = [[rng.choice(vocabulary) for _ in range(160)] for _ in range(60)]
    formula = [rng.choice(vocabulary) for _ in range(14)]  # a name with all its titles
    for text in texts:
        text[20:34] = formula
    host = [rng.choice(vocabulary) for _ in range(150)]
    host[70:70] = texts[3][60:110]
    for k in range(70, 120, 5):
        host[k] = rng.choice(vocabulary)
    edited = [w if rng.random() > 0.35 else rng.choice(vocabulary) for w in texts[8]]
    reports = [
        Report(str(n), None, None, None, Outlet(None), None, "ar", " ".join(t), None, ())
        for n, t in enumerate([*texts, host, edited])
    ]
    words, _ = reuse.read_words(reports)
    pairs = reuse.by_pair(reuse.copies(words))
    assert set(pairs) == {(3, 60), (8, 61)}
    (passage,) = pairs[3, 60]
    assert abs(passage.a0 - 60) < 8
    assert abs(passage.a1 - 110) < 8


class Fake(Encoder):
    """Sentences that begin with the same Latin letter have the same vector."""

    def encode(self, texts: Sequence[str]) -> Any:
        out = np.zeros((len(texts), 512), dtype=np.float32)
        for row, text in enumerate(texts):
            out[row, ord(text[0]) if text[0].isascii() else 200 + row] = 1
        return out


def test_rewordings_are_proposed_only_where_something_is_shared_and_hand_on_the_origin() -> None:
    a = call("a", "A بحث لافروف وبومبيو هاتفيا الوضع في ليبيا وسبل التسوية", published="2020-07-14", date="2020-07-13",
             said_by=[("org/rus-mfa", "statement")])  # fmt: skip
    b = call("b", "A ناقش الوزيران خلال مكالمة مطولة آفاق الحل في ليبيا", published="2020-07-14", date="2020-07-13")
    a.state("B تبادل الطرفان وجهات النظر حول الاستقرار الاستراتيجي بين القوتين", "org/rus-mfa", None)
    b.state("B جرى حديث مفصل بخصوص الاستقرار الاستراتيجي ومستقبل الاتفاقات", "org/rus-mfa", None)
    a.say("C أسعار الفاكهة ترتفع قبل حلول موسم الصيف الطويل هذا العام")
    b.say("C نتائج مباريات كرة القدم لهذا المساء في ملاعب العاصمة كلها")
    record = lay(a, b, encoder=Fake())
    assert {(r.kind, r.source_span.of(a.text)[0]) for r in record.reuse} == {("reworded", "A"), ("reworded", "B")}
    assert [o["entity"] for o in main(record, "a")["origins"]] == ["org/rus-mfa"]


@pytest.mark.parametrize(("speaker", "unknown"), [("org/rus-mfa", 0), ("person/sergey-lavrov", 1)])
def test_what_a_guest_of_the_call_said_hands_on_no_origin_in_other_words(speaker: str, unknown: int) -> None:
    a = call("a", published="2020-07-14", date="2020-07-13", said_by=[("org/rus-mfa", "statement")])
    b = call("b", "مكالمة بين الوزيرين حول الأزمة الليبية", published="2020-07-14", date="2020-07-13")
    a.state("B تبادل الطرفان وجهات النظر حول الاستقرار الاستراتيجي بين القوتين", speaker, None)
    b.state("B جرى حديث مفصل بخصوص الاستقرار الاستراتيجي ومستقبل الاتفاقات", speaker, None)
    story = main(lay(a, b, encoder=Fake()), "a")
    assert (story["n_origins"], story["n_unknown"]) == (1, unknown)


# ------------------------------------------------------------------ stories


def test_the_same_pair_on_another_day_is_another_story() -> None:
    weekly = [call(f"w{n}", published=f"2020-07-{d + 1:02}", date=f"2020-07-{d:02}") for n, d in enumerate((6, 13, 20))]
    record = lay(*weekly, call("w3", published="2020-07-14", date="2020-07-13"))
    assert len({record.main_stories[f"w{n}"] for n in range(3)}) == 3
    assert record.main_stories["w3"] == record.main_stories["w1"]


def test_other_people_or_another_way_of_meeting_are_other_stories() -> None:
    record = lay(
        call("a", published="2020-07-14", date="2020-07-13"),
        call("b", "اتصال بين بوتين وترامب عن ليبيا", actors=("person/vladimir-putin", "person/donald-trump"),
             published="2020-07-14", date="2020-07-13"),
        call("c", "زار لافروف واشنطن والتقى بومبيو وبحثا ليبيا", mode="visit", published="2020-07-14", date="2020-07-13"),
    )  # fmt: skip
    assert len(set(record.main_stories.values())) == 3


def test_two_meetings_that_several_reports_have_for_their_main_news_are_two_stories() -> None:
    call_of, visit_of = "بحث لافروف وبومبيو في اتصال هاتفي الملف الليبي", "زار الرئيس الفرنسي لندن وبحث الملف الليبي"
    day, channel = "2020-07-13", ("state/FRA", "state/GBR")

    def both(n: int, calls: bool) -> Page:
        page = Page(f"{'c' if calls else 'v'}{n}", published="2020-07-14")
        told = [
            lambda: page.event(call_of, actors=CALL, mode="phone", about=["state/LBY"], date=day),
            lambda: page.event(visit_of, actors=channel, mode="visit", about=["state/LBY"], date=day),
        ]
        for tell in told if calls else told[::-1]:
            tell()
        return page

    def stories(n: int) -> int:
        return len(set(lay(*(both(k, calls) for calls in (True, False) for k in range(n))).main_stories.values()))

    assert stories(2) == 1  # each tells the other's
    assert stories(3) == 2


def test_those_who_fight_do_not_tell_one_attack_from_another() -> None:
    def attack(id: str, words: str, thing: str) -> Page:
        page = Page(id, published="2020-07-14")
        return page.event(words, "ASSAULT", ["state/RUS"], ["state/LBY"], about=[thing], date="2020-07-13")

    def stories(thing: str) -> int:
        pages = attack("a", "قصفت طائرات مواقع قرب المطار شرقا", thing), attack("b", "أصيب عمال بنيران مدفع عند جسر بعيد", thing)
        return len(set(lay(*pages).main_stories.values()))

    assert stories("place/jeddah") == 1
    assert stories("org/usa-mfa") == 2


def test_one_event_that_is_coded_otherwise_in_each_report_is_one_story_and_the_next_day_of_a_war_is_not() -> None:
    told = "طردت براغ 18 موظفا في السفارة الروسية على خلفية انفجار مستودع الذخيرة في فربيتيتسه"
    again = "اتهمت موسكو براغ بعد طرد 18 موظفا في السفارة الروسية بسبب انفجار مستودع فربيتيتسه"
    one = Page("a", None, "2021-04-18").event(told, type="SANCTION", mode="expel", actors=["state/USA"], recipients=["state/RUS"])
    two = Page("b", None, "2021-04-19").event(again, type="ACCUSE", mode=None, actors=["state/RUS"], recipients=["state/USA"])
    late = Page("c", None, "2021-06-19").event(again, type="ACCUSE", mode=None, actors=["state/RUS"], recipients=["state/USA"])
    record = lay(one, two, late)
    assert record.main_stories["a"] == record.main_stories["b"] != record.main_stories["c"]


def test_a_day_without_its_year_is_that_day() -> None:
    said = [("org/rus-mfa", "statement")]
    record = lay(
        call("a", published="2022-01-11", date="2022-01-09", end="2022-01-10", said_by=said),
        call("b", published="2022-01-11", date="XXXX-01-09", end="XXXX-01-10", said_by=said),
    )
    assert [v for v, _ in facts(main(record, "a"), "date")] == ["repeated"]


def test_two_who_speak_side_by_side_are_not_heard_through_each_other() -> None:
    sources = [Source("person/vladimir-putin", "statement", Span(0, 5)), Source("person/donald-trump", "statement", Span(7, 12))]
    through = [sources[0], Source("org/rus-mfa", "statement", Span(30, 40))]
    chains = origins.Chains([call("a").coded], ENTITIES, None, TITLES)
    assert chains.of(0, sources)[1:] == ("person/vladimir-putin",)
    assert [c[1:] for c in chains.beside(0, sources)] == [("person/donald-trump",)]
    assert chains.of(0, through)[1:] == ("person/vladimir-putin", "org/rus-mfa")


def test_the_page_shows_no_ids_and_drives_no_terminal() -> None:
    record = lay(
        call("a", "بحث لافروف وبومبيو \x1b[2J في اتصال هاتفي", outlet="صحيفة\x1b]0;x\x07 المثال", published="2020-07-14", date="2020-07-13"),
        call("b", published="2020-07-14", date="2020-07-12", said_by=[("org/rus-mfa", "statement")]),
    )  # fmt: skip
    text = shown_page(record)
    assert not re.search(r"outlet/|[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    assert "report B <- Russian Ministry of Foreign Affairs" in text
    assert "Marks: = corroborated" in text


def test_undated_news_is_placed_by_its_publication_and_never_by_names_alone() -> None:
    record = lay(
        call("a", published="2020-07-14", date="2020-07-13"),
        call("b", "مكالمة روسية أميركية عن الملف الليبي", published="2020-07-14"),
        call("late", "مكالمة روسية أميركية عن الملف الليبي", published="2020-07-25"),
    )
    assert record.main_stories["a"] == record.main_stories["b"] != record.main_stories["late"]
    assert record.to_dict()["events"][1]["date"] is None
    assert (record.to_dict()["events"][1]["day"], record.to_dict()["events"][1]["day_basis"]) == ("2020-07-14", "publication")


def test_a_long_report_stands_in_two_stories_but_joins_neither_to_the_other() -> None:
    putin = ("person/vladimir-putin", "state/CHN")
    a = call("a", published="2020-07-14", date="2020-07-13")
    a.event("وفي سياق آخر تحدث بوتين مع القيادة الصينية", actors=putin, mode="phone", date="2020-07-13")
    b = Page("b", published="2020-07-14").event("أجرى بوتين مكالمة مع بكين", actors=putin, mode="phone", date="2020-07-13")
    record = lay(a, b, call("c", "مكالمة لافروف وبومبيو تناولت ليبيا", published="2020-07-14", date="2020-07-13"))
    assert record.main_stories["a"] == record.main_stories["c"] != record.main_stories["b"]
    assert set(main(record, "b")["reports"]) == {"a", "b"}


def test_reports_that_each_tell_the_others_main_news_are_one_story() -> None:
    expel: dict[str, Any] = {
        "type": "SANCTION",
        "actors": ["state/RUS"],
        "recipients": ["state/USA"],
        "mode": "expel",
        "date": "2020-07-13",
    }
    accuse: dict[str, Any] = {"type": "ACCUSE", "actors": ["state/USA"], "recipients": ["state/RUS"], "date": "2020-07-13"}
    a = (
        Page("a", published="2020-07-13")
        .event("طردت موسكو دبلوماسيين أميركيين", **expel)
        .event("واتهمت واشنطن موسكو بالتصعيد", **accuse)
    )
    b = (
        Page("b", published="2020-07-13")
        .event("اتهمت واشنطن موسكو بالتصعيد", **accuse)
        .event("بعد طرد دبلوماسيين أميركيين", **expel)
    )
    record = lay(a, b)
    assert record.main_stories["a"] == record.main_stories["b"]


def test_a_page_with_two_pieces_is_not_the_story_of_the_second_piece() -> None:
    piece = " ".join(f"كلمة{n} في القرار رقم{n}" for n in range(60))
    lead = "قصف الروس بلدة ليبية " + " ".join(f"لفظ{n}" for n in range(90))
    a = Page("a", "الأولى", "2020-07-14").event(lead, "ASSAULT", ["state/RUS"], ["state/LBY"])
    a.event("وطالبت فرنسا الصين " + piece, "REJECT", ["state/FRA"], ["state/CHN"])
    b = Page("b", "الثانية", "2020-07-14").event("وطالبت فرنسا الصين " + piece, "REQUEST", ["state/FRA"], ["state/CHN"])
    stories = lay(a, b).main_stories
    assert stories["a"] != stories["b"]


def test_two_places_of_what_the_same_two_signed_are_two_accounts_of_it() -> None:
    both = ["state/RUS", "state/FRA"]
    a = Page("a", published="2020-07-14").event("وقعت موسكو وباريس اتفاق الغاز", "AGREE", both, date="2020-07-13", place="place/geneva")
    b = Page("b", published="2020-07-16").event("اتهمت فرنسا الصين", "ACCUSE", both[1:], ["state/CHN"], date="2020-07-16")
    b.event("وكان اتفاق الغاز وقع في البلاد", "AGREE", both, date="2020-07-14", place="state/LBY", background=True)
    told = [f for s in lay(a, b).to_dict()["stories"] for f in s["facts"] if f["field"] == "place"]
    assert [(f["verdict"], {v["value"] for v in f["values"]}) for f in told] == [("contradicted", {"place/geneva", "state/LBY"})]


def test_what_somebody_said_before_the_news_does_not_make_him_its_source() -> None:
    a = Page("a", "الأولى", "2020-07-14").event("هددت واشنطن الصين", "THREATEN", ["org/usa-mfa"], ["state/CHN"], date="2020-07-14")
    a.event("وكان لافروف قد اتهم الصين", "ACCUSE", ["person/sergey-lavrov"], ["state/CHN"], background=True)
    a.statements.append(Statement("s", "a", "person/sergey-lavrov", "indirect", "", "اتهم الصين", Span(len(a.text) - 12, len(a.text) - 2), ()))
    assert {o["entity"] for o in main(lay(a), "a")["origins"]} == {"org/usa-mfa"}


def test_the_order_of_the_reports_changes_nothing(carried: Record) -> None:
    pages = [
        call("a", published="2020-07-14", date="2020-07-13", said_by=[("org/rus-mfa", "statement")]),
        call("b", "مكالمة عن ليبيا بين الوزيرين", published="2020-07-14", date="2020-07-12"),
        call("c", "مكالمة عن ليبيا بين الوزيرين أمس", published="2020-07-15"),
        call("d", published="2020-07-22", date="2020-07-21"),
    ]
    first = lay(*pages)
    for seed in range(4):
        shuffled = pages[:]
        random.Random(seed).shuffle(shuffled)
        again = lay(*shuffled)
        assert again.stories == first.stories
        assert again.reuse == first.reuse
        assert again.dossiers == first.dossiers
        assert [r.id for r in again.reports] == [p.id for p in shuffled]
    assert lay(*pages).to_json() == first.to_json()


# ------------------------------------------------------------------ disagreements


def pair(**both: tuple[Any, Any]) -> Record:
    kw = [{k: v[n] for k, v in both.items() if v[n] is not None} for n in (0, 1)]
    one = call("a", published="2020-07-14", **({"date": "2020-07-13"} | kw[0]))
    return lay(one, call("b", published="2020-07-14", **({"date": "2020-07-13"} | kw[1])))


@pytest.mark.parametrize(
    ("both", "field", "verdict"),
    [
        ({"date": ("2020-07-13", "2020-07-12")}, "date", "contradicted"),
        ({"date": ("2020-07-13", "2020-07-12"), "basis": (None, "relative")}, "date", "differs"),
        ({"date": ("2020-07-13", "2020-07")}, "date", "repeated"),
        ({"date": ("2020-07-13", "2020-07-12"), "end": (None, "2020-07-18"), "basis": (None, "relative")}, "date", "repeated"),
        ({"date": ("2020-07-13", "2020-07-12"), "end": (None, "2020-07-13")}, "date", "differs"),
        ({"initiator": ("state/USA", "state/RUS")}, "initiator", "contradicted"),
        ({"initiator": ("state/USA", "person/mike-pompeo")}, "initiator", "repeated"),
        ({"initiator": ("state/USA", "state/LBY")}, "initiator", "single"),  # of somebody else's call
        ({"place": ("place/jeddah", "state/SAU"), "mode": (None, "phone")}, "place", "repeated"),
        ({"place": ("place/jeddah", "place/mecca")}, "place", "differs"),
        ({"status": ("happened", "denied"), "said_by": (None, [("org/rus-mfa", "statement")])}, "status", "contradicted"),
        ({"status": ("happened", "denied")}, "status", "single"),  # "without firing": nobody denies
        ({"status": ("happened", "denied"), "said_by": ([("org/rus-mfa", "statement")], [("org/rus-mfa", "statement")])}, "status", "single"),
        ({"status": ("happened", "planned")}, "status", "differs"),
        ({"status": ("happened", "ongoing")}, "status", "repeated"),
        ({"change": (None, "cancelled"), "status": ("happened", "planned")}, "status", "contradicted"),
        ({"numbers": ([("killed", 8, None, None)], [("killed", 9, None, None)])}, "number", "contradicted"),
        ({"numbers": ([("killed", 18, None, None)], [("killed", None, 15, 25)])}, "number", "repeated"),
        ({"numbers": ([("killed", 8, None, None)], [("killed", None, 15, 25)])}, "number", "differs"),
        ({"numbers": ([("killed", 8, None, None)], [("killed", None, None, None)])}, "number", "repeated"),
        ({"numbers": ([("killed", 6, None, None)], [("killed", 5, None, None), ("killed", 1, None, None)])}, "number", "single"),
        ({"roles": ({"person/mike-pompeo": "head-of-state"}, {"person/mike-pompeo": "head-of-government"})}, "role", "differs"),
    ],
)  # fmt: skip
def test_verdicts(both: dict[str, Any], field: str, verdict: str) -> None:
    record = pair(**both)
    assert record.main_stories["a"] == record.main_stories["b"]
    assert [v for v, _ in facts(main(record, "a"), field)] == [verdict]


@pytest.mark.parametrize(("day", "place", "parted"), [("2020-07-12", "place/mecca", []), ("2020-07-13", "place/mecca", ["place"])])
def test_accounts_that_part_in_the_day_and_the_place_tell_two_acts(day: str, place: str, parted: list[str]) -> None:
    told = "اعتقلت السلطات السعودية عددا من المهربين في عملية واسعة بعد رصد تحركاتهم أياما طويلة"
    arrest: dict[str, Any] = {"type": "COERCE", "mode": "arrest", "actors": ["state/SAU"], "recipients": ["مهربون"]}
    a = Page("a", published="2020-07-14").event(told, date="2020-07-13", place="place/jeddah", **arrest)
    b = Page("b", published="2020-07-14").event(told, date=day, place=place, **arrest)
    assert [f["field"] for f in main(lay(a, b), "a")["facts"] if f["verdict"] in ("contradicted", "differs")] == parted


def test_raids_told_on_two_days_and_of_other_dead_are_not_two_accounts_of_one() -> None:
    raid: dict[str, Any] = {"type": "COERCE", "mode": "arrest", "actors": ["state/SAU"], "recipients": ["مهربون"]}
    told = "اعتقلت الشرطة السعودية عددا من المهربين خلال حملة واسعة في جنوب البلاد"
    a = Page("a", published="2020-07-14").event(told, date="2020-07-13", numbers=[("arrested", 251, None, None)], **raid)
    b = Page("b", published="2020-07-14").event(told, date="2020-07-12", numbers=[("arrested", 590, None, None)], **raid)
    found = main(lay(a, b), "a")["facts"]
    assert [f["verdict"] for f in found if f["field"] == "number"] == ["differs"]  # those held are counted on while the raids go on
    assert not [f for f in found if f["field"] == "date" and f["verdict"] in ("contradicted", "differs")]


@pytest.mark.parametrize(("victims", "field"), [((["نساء"], ["رجال"]), []), ((["person/mike-pompeo"], ["person/mike-pompeo"]), ["status"])])
def test_who_is_not_named_is_not_the_other_whom_a_denial_means(victims: tuple[list[str], list[str]], field: list[str]) -> None:
    told = "فرضت الشرطة السعودية قيودا على دخول المصلين إلى المسجد الكبير في جدة"
    kw: dict[str, Any] = {"type": "COERCE", "actors": ["state/SAU"], "date": "2020-07-13"}
    a = Page("a", published="2020-07-14").event(told, recipients=victims[0], **kw)
    b = Page("b", published="2020-07-14").event(told, recipients=victims[1], status="denied", said_by=[("state/SAU", "statement")], **kw)
    assert [f["field"] for f in main(lay(a, b), "a")["facts"] if f["verdict"] in ("contradicted", "differs")] == field


def test_men_without_a_name_do_not_make_two_attacks_one() -> None:
    raid: dict[str, Any] = {"type": "ASSAULT", "about": ["unnamed/gunmen"], "date": "2020-07-13"}
    a = call("a", published="2020-07-14", date="2020-07-13").event("اشتباكات عنيفة دارت قرب حلب بين جبهتين", **raid)
    b = call("b", published="2020-07-14", date="2020-07-13").event("لقي خمسة مسلحين مصرعهم عند كراتشي", **raid)
    b.event("أصابت قذيفة مدرسة في تعز", type="ASSAULT", recipients=["state/LBY"], date="2020-07-13")
    assert "repeated" not in {v for v, _ in facts(main(lay(a, b), "a"), "acts")}


@pytest.mark.parametrize(
    ("days", "date", "verdict"),
    [(("2020-07-14", "2020-07-14"), "2020-07-13", "contradicted"), (("2020-07-14", "2020-07-15"), "2020-07-13", "differs"),
     (("2020-07-14", "2020-07-14"), "2020-07-14", "differs")],
    ids=["counted together", "counted on two days", "counted on the day itself"],
)  # fmt: skip
def test_the_dead_may_be_more_the_next_time(days: tuple[str, str], date: str, verdict: str) -> None:
    raid: dict[str, Any] = {"type": "ASSAULT", "recipients": ["مدنيون"], "background": True, "date": date, "place": "state/LBY"}
    pages = [
        call(id, published=day, date="2020-07-13").event("قتل مدنيون في غارة", numbers=[("killed", n, None, None)], **raid)
        for id, day, n in zip("ab", days, (8.0, 9.0), strict=True)
    ]
    assert [v for v, _ in facts(main(lay(*pages), "a"), "number")] == [verdict]


def test_a_report_that_tells_the_plan_and_the_deed_differs_from_nobody() -> None:
    kw: dict[str, Any] = {"type": "REJECT", "actors": ["state/USA"], "recipients": ["state/LBY"], "date": "2020-07-13"}
    a = Page("a", published="2020-07-14").event("رفضت واشنطن المشروع الليبي في المجلس", **kw)
    b = Page("b", published="2020-07-14").event("رفضت واشنطن المشروع الليبي في مجلس الأمن", **kw)
    b.event("وقالت إنها سترفض المشروع الليبي في المجلس", status="planned", **kw)
    assert {v for v, _ in facts(main(lay(a, b), "a"), "status")} <= {"repeated", "single"}


def test_two_posts_that_one_man_may_hold_are_no_difference() -> None:
    roles = ({"person/mike-pompeo": "foreign-minister"}, {"person/mike-pompeo": "head-of-state"})
    assert facts(main(pair(roles=roles), "a"), "role") == []


def test_both_values_stay_with_their_evidence() -> None:
    (fact,) = [f for f in main(pair(initiator=("state/USA", "state/RUS")), "a")["facts"] if f["field"] == "initiator"]
    assert {(v["value"], *v["reports"]) for v in fact["values"]} == {("state/USA", "a"), ("state/RUS", "b")}
    assert all(v["evidence"] for v in fact["values"])


def test_numbers_of_one_text_contradict_but_two_texts_in_one_report_do_not() -> None:
    adopt: dict[str, Any] = {"type": "AGREE", "actors": P5, "date": "2020-07-13"}
    a = Page("a", published="2020-07-13").event("اعتمد المجلس القرار", about=["instrument/unsc-2654", "state/LBY"], **adopt)
    b = Page("b", published="2020-07-13").event(
        "اعتمد المجلس القرار بشأن ليبيا", about=["instrument/unsc-2554", "state/LBY"], **adopt
    )
    assert ("contradicted", ["instrument/unsc-2654", "instrument/unsc-2554"]) in facts(main(lay(a, b), "a"), "about")
    c = Page("b", published="2020-07-13")
    c.event(
        "اعتمد المجلس القرار عملا بالقرار السابق", about=["instrument/unsc-2554", "instrument/unsc-2654", "state/LBY"], **adopt
    )
    assert "contradicted" not in {v for v, _ in facts(main(lay(a, c), "a"), "about")}


def test_differences_beside_the_main_news_are_shown_with_their_event() -> None:
    raid: dict[str, Any] = {
        "type": "ASSAULT",
        "recipients": ["مدنيون"],
        "background": True,
        "date": "2020-07-01",
        "place": "state/LBY",
    }
    a = call("a", published="2020-07-14", date="2020-07-13").event("قتل ستة في غارة", numbers=[("killed", 6, None, None)], **raid)
    b = call("b", published="2020-07-14", date="2020-07-13").event(
        "قتل سبعة في الغارة", numbers=[("killed", 7, None, None)], **raid
    )
    story = main(lay(a, b), "a")
    (fact,) = [f for f in story["facts"] if f["field"] == "number"]
    assert fact["verdict"] == "contradicted"
    assert fact["events"] == ["a-e1", "b-e1"]
    assert ("repeated", ["ASSAULT"]) in facts(story, "acts")
    assert not set(fact["events"]) & set(story["events"])


# ------------------------------------------------------------------ small and odd input


def test_nothing_one_report_and_reports_without_events() -> None:
    empty = lay()
    assert empty.to_dict()["stories"] == []
    assert empty.reports == ()
    one = lay(call("a", published="2020-07-14", date="2020-07-13"))
    assert [s["n_reports"] for s in one.to_dict()["stories"]] == [1]
    assert {f["verdict"] for f in main(one, "a")["facts"]} == {"single"}
    bare = lay(Page("x"), Page("y", published="2020-07-14"))
    assert bare.stories == ()
    assert bare.to_dict()["reports"][0]["main_story"] is None


def test_the_same_report_twice_is_one() -> None:
    page = call("a", published="2020-07-14", date="2020-07-13")
    record = lay(page, page)
    assert len(record.reports) == 1
    assert len(record.events) == 1


def test_an_event_with_nothing_but_its_sentence() -> None:
    record = lay(Page("a").event("وقع انفجار", "ASSAULT"), Page("b").event("وقع انفجار آخر", "ASSAULT"))
    assert len(record.stories) == 2
    assert all(re.fullmatch("[!-~]+", s.id) for s in record.stories)


def test_an_outlet_in_another_script_has_an_ascii_id() -> None:
    story = main(lay(call("a", outlet="جريدة الأفق", published="2020-07-14", said_by=[("org/rus-mfa", "statement")])), "a")
    assert re.fullmatch(r"outlet/x-[0-9a-f]{8}", story["origins"][0]["chains"][0][0])


# ------------------------------------------------------------------ days, letters, titles


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("2020-07-13", "2020-07", 0), ("2020", "2020-07-13", 0), ("2020-07-13", "2020-07-15", 2), ("XXXX-06", "2020-06-03", 0),
        ("XXXX-06", "2020-07-01", 365), ("XXXX-06-03", "XXXX-06", 0), ("XXXX-06-03", "XXXX-06-04", 365),
        ("2020-02-29T10:00+03:00", "2020-02", 0), ("never", "2020", None),
    ],
)  # fmt: skip
def test_gap_between_dates(one: str, other: str, apart: int | None) -> None:
    assert days.gap(days.days(one), days.days(other)) == apart
    assert days.gap(days.days(other), days.days(one)) == apart


@pytest.mark.parametrize(
    ("act", "letter"),
    [
        (("CONSULT", "phone", "happened"), ("CONSULT", "phone", 1, 1.5)),
        (("CONSULT", None, "ongoing"), ("CONSULT", None, 1, 2.5)),
        (("CONSULT", "visit", "planned"), ("AGREE", None, 1, 2.5)),
        (("CONSULT", "visit", "planned", "cancelled"), None),
        (("CONSULT", "visit", "planned", "postponed"), ("AGREE", None, 1, 2.5)),
        (("AGREE", None, "happened", None, True), ("SUPPORT", None, 1, 5.0)),
        (("RETREAT", "ceasefire", "planned"), ("CONCEDE", None, 1, 4.5)),
        (("RETREAT", "ceasefire", "happened"), ("RETREAT", "ceasefire", 2, 7.5)),
        (("SANCTION", "expel", "planned"), ("THREATEN", "expel", 3, -3.5)),
        (("ASSAULT", "aerial", "planned"), ("THREATEN", "violence", 3, -3.5)),
        (("SANCTION", "meet", "happened"), ("REJECT", "meet", 3, -2.0)),
        (("ASSAULT", "aerial", "denied"), None),
        (("AID", None, "hypothetical"), None),
    ],
)  # fmt: skip
def test_the_act_and_the_letter(act: tuple[Any, ...], letter: tuple[Any, ...] | None) -> None:
    found = ontology.load().letter(*act)
    assert (found and (found.type, found.mode, found.quad, found.intensity)) == letter


def test_ontology_is_whole() -> None:
    rules = ontology.load()
    assert len(rules.types) == 16
    assert sum(map(len, rules.modes.values())) == 67
    assert len(rules.contexts) == 37
    assert {t.code for t in rules.types.values() if t.recipient} == {"COOPERATE", "AID", "SANCTION"}


def test_every_type_and_step_has_a_title_in_every_language(carried: Record) -> None:
    assert set(TITLES.languages) == {"ar", "en"}
    cast = recording.wording.Cast((), (), (), "ar")
    rules = ontology.load()
    for type in rules.types:
        for status in ("happened", "planned", "denied"):
            assert all(text and "{" not in text for _, text in TITLES.story(type, None, status, None, cast, {}))
    for step in rules.stages:
        assert all(text and "{" not in text for _, text in TITLES.step(step, cast, {}))


def test_the_schema_is_a_schema_and_rejects_what_breaks_the_contract(carried: Record) -> None:
    jsonschema.Draft202012Validator.check_schema(VALIDATOR.schema)
    data = carried.to_dict()
    assert json.loads(carried.to_json(indent=1)) == json.loads(carried.to_json())
    for path, value in ((("schema",), "khabar.record/2"), (("stories", 0, "id"), "قصة"), (("events", 0, "type"), "MEET")):
        broken = json.loads(json.dumps(data))
        place = broken
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = value
        assert not VALIDATOR.is_valid(broken)


def test_record_holds_no_word_of_a_language() -> None:
    room = Path(recording.__file__).parent
    for path in sorted(room.glob("*.py")):
        assert not re.search("[\u0600-\u06ff\u0400-\u04ff]", path.read_text("utf-8")), path.name


def test_the_encoder_is_blind_to_vowel_marks_and_takes_no_text_at_all() -> None:
    encoder = Encoder()
    assert encoder.encode([]).shape == (0, 512)
    plain, marked, empty = encoder.encode(["مرحبا بكم في المدينة", "مَرْحَبًا بِكُمْ فِي المَدِينَـةِ", ""])
    assert float(plain @ marked) > 0.999
    assert np.isfinite(empty).all()


def test_one_text_in_two_reports_has_an_origin_in_common_whatever_each_names() -> None:
    text = "بحث الوزيران في اتصال هاتفي الأزمة في ليبيا وسبل دفع الأطراف إلى استئناف المفاوضات برعاية الأمم المتحدة في أقرب وقت ممكن من دون شروط"
    a = call("a", text, outlet="الأولى", published="2020-07-14", said_by=[("org/rus-mfa", "statement")])
    b = call("b", text, outlet="الثانية", published="2020-07-14", said_by=[("person/spokeswoman", "interview")])
    origins = {o["entity"]: o["reports"] for o in main(lay(a, b), "a")["origins"]}
    assert origins["org/rus-mfa"] == ["a", "b"]


class Alike:
    """Leads, and all words, that are alike by fiat."""

    def __init__(self, share: float, cosine: float, words: float) -> None:
        self._share, self._cosine, self._words = share, cosine, words

    def whole(self, a: int, b: int) -> float:
        return self._words

    def pairs(self, day: dict[int, int], apart: int, least: float) -> list[tuple[int, int]]:
        return [(0, 1)] if self._cosine >= least else []

    def share(self, a: int, b: int) -> float:
        return self._share

    def cosine(self, a: int, b: int) -> float:
        return self._cosine


@pytest.mark.parametrize(
    ("second", "share", "cosine", "words", "one"),
    [
        ("اتهمت وزارة الخارجية الروسية تركيا بإسقاط الطائرة، وطالبت أنقرة باعتذار.", 0.10, 0.43, 0.0, True),
        ("اتهمت وزارة الخارجية الروسية تركيا بإسقاط الطائرة، وطالبت أنقرة باعتذار.", 0.10, 0.40, 0.0, False),
        ("طالبت وزارة الخارجية الروسية الأرجنتين باعتذار عن تصريحات سفيرها.", 0.10, 0.43, 0.0, False),
        ("طالبت وزارة الخارجية الروسية الأرجنتين باعتذار عن تصريحات سفيرها.", 0.14, 0.45, 0.0, True),
        ("طالبت وزارة الخارجية الروسية الأرجنتين باعتذار عن تصريحات سفيرها.", 0.25, 0.38, 0.15, True),
        ("طالبت وزارة الخارجية الروسية الأرجنتين باعتذار عن تصريحات سفيرها.", 0.25, 0.38, 0.11, False),
        ("طالبت وزارة الخارجية الروسية الأرجنتين باعتذار عن تصريحات سفيرها.", 0.21, 0.37, 0.15, False),
    ],
    ids=["two parties", "leads too far apart", "one party", "one party, leads alike", "three weak signs", "one of them none", "too weak in all"],
)
def test_leads_of_two_common_parties_need_be_less_alike(second: str, share: float, cosine: float, words: float, one: bool) -> None:
    first = "اتهمت وزارة الخارجية التركية روسيا بخرق أجواء تركيا، وطالبت موسكو بتوضيح."
    rows = [khabar.code(t, language="ar", published="2015-11-24") for t in (first, second)]
    entities = {e.id: e for c in rows for e in c.entities}
    sketches = [s for n, c in enumerate(rows) for s in sketch(c, n, entities)]
    of_report = {r: [i for i, s in enumerate(sketches) if s.report == r] for r in (0, 1)}
    mains = {r: of_report[r][0] for r in (0, 1)}
    fiat: Any = Alike(share, cosine, words)
    assert bool(grouping.one_news(rows, sketches, of_report, mains, entities, fiat, fiat, {0, 1})) is one


# ------------------------------------------------------------------ as reports are read


def read(*reports: tuple[str, str | None]) -> Record:
    """The record of (text, day of publication) by two outlets."""
    rows = [khabar.code(text, language="ar", published=day, outlet=f"صحيفة {n}") for n, (text, day) in enumerate(reports)]
    return merge(rows, TITLES, None)


def test_a_spokesman_whom_only_the_report_calls_so_is_his_ministry() -> None:
    named = "وقال المتحدث باسم وزارة الخارجية التركية سالم أوزكان في بيان إن بلاده تدين القصف الروسي على إدلب وتدعو موسكو إلى وقفه فورا."
    bare = "دانت وزارة الخارجية التركية القصف الروسي على إدلب. وقالت الوزارة في بيان إن تركيا تدين القصف وتدعو روسيا إلى وقفه."
    (story,) = read(("أعربت أنقرة عن قلقها من القصف على إدلب. " + named, "2024-03-04"), (bare, "2024-03-04")).stories
    assert [(o.id, len(o.reports)) for o in story.origins] == [("org/tur-mfa", 2)]


@pytest.mark.parametrize(
    ("undated", "stories"),
    [
        ("استدعت نيبال سفير بوتان احتجاجا على إغلاق معبر فونتشولينغ الحدودي أمام شاحنات الشاي النيبالية. وطالبت بوتان بفتح المعبر أمام الشاحنات.", 1),
        ("بحثت نيبال مع بوتان في كاتماندو ربط شبكتي الكهرباء ورحلات جوية بين العاصمتين. وزار وفد من بوتان محطة للطاقة في نيبال.", 2),
    ],
    ids=["the same matter", "another one"],
)
def test_a_report_without_a_day_joins_those_of_its_parties_and_words(undated: str, stories: int) -> None:
    dated = (
        "أعلنت نيبال، الأحد، أنها استدعت سفير بوتان لديها احتجاجا على إغلاق معبر فونتشولينغ الحدودي أمام شاحنات الشاي. "
        "وقالت الخارجية النيبالية إن إغلاق المعبر يخالف اتفاق التجارة بين البلدين."
    )
    assert len(set(read((dated, "2024-03-04"), (undated, None)).main_stories.values())) == stories


def test_several_voices_of_one_government_in_one_report_are_one_origin() -> None:
    page = Page("a", "الأولى", "2020-07-14")
    page.event("دانت روسيا الغارة", "ACCUSE", ["state/RUS"], ["state/USA"], date="2020-07-13", said_by=[("org/rus-mfa", "statement")])
    page.state("وقال الوزير إن الغارة جريمة", "org/rus-mfa", "statement").state("وقالت روسيا إن الغارة جريمة حرب", "state/RUS", "statement")
    assert [o["id"] for o in main(lay(page), "a")["origins"]] == ["org/rus-mfa"]
