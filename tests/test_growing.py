"""A record that grows report by report: joins, opens, bridges; ids stay; what a person decided outranks the machine."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from test_record import ENTITIES, Fake, Page, call

import khabar
from khabar import packs
from khabar import record as recording
from khabar.encoder import Encoder
from khabar.model import Coded, Kept, Known, Reuse, Trace
from khabar.record import Bond, Growth, grow
from khabar.record.happenings import happenings
from khabar.record.sketches import sketch
from khabar.record.vectors import Vectors
from khabar.world import World

TITLES = recording.titles()


class Shelf:
    """What a store is to the record, in memory."""

    def __init__(self, encoder: Encoder | None = None) -> None:
        self.encoder = encoder
        self.traces: dict[str, Trace] = {}
        self.reports: dict[str, Coded] = {}
        self.stories: dict[str, Kept] = {}
        self.ids: set[str] = set()
        self.decided: list[Bond] = []
        self.shared: dict[frozenset[str], list[Reuse]] = {}
        self.happenings: dict[str, int] = {}
        self.vectors: dict[str, bytes] = {}

    def found(self, keys: Iterable[int], days: tuple[str, str] | None, most: int) -> Iterable[tuple[int, str]]:
        wanted = set(keys)
        for t in self.traces.values():
            if days is None or t.days is None or (t.days[0] <= days[1] and days[0] <= t.days[1]):
                yield from ((k, t.report) for k in t.keys if k in wanted)

    def stories_of(self, reports: Iterable[str]) -> Iterable[Kept]:
        wanted = set(reports)
        return [k for k in self.stories.values() if wanted & set(k.reports)]

    def coded(self, reports: Iterable[str]) -> Iterable[Coded]:
        return [self.reports[r] for r in reports]

    def known(self, reports: Sequence[str]) -> Known:
        wanted = set(reports)
        return Known(tuple(r for pair, rows in self.shared.items() if pair <= wanted for r in rows), self.happenings, self.vectors)

    def taken(self, id: str, left: Collection[str] = ()) -> bool:
        return id in self.ids

    def bonds(self, reports: Iterable[str]) -> Iterable[Bond]:
        wanted = set(reports)
        return [b for b in self.decided if {b.one, b.other} & wanted]

    def add(self, *pages: Page) -> list[tuple[str, str]]:
        """What changed, as (kind, story); written down."""
        return self.place(*(p.coded for p in pages))

    def place(self, *rows: Coded) -> list[tuple[str, str]]:
        growth: Growth = grow(rows, self, TITLES, self.encoder, world=World((), ()))
        self.last = growth
        self.reports |= {c.report.id: c for c in rows}
        self.traces |= {t.report: t for t in growth.traces}
        pairs = defaultdict(list)
        for r in growth.reuse:
            pairs[frozenset((r.source, r.target))].append(r)
        self.shared |= pairs
        self.vectors |= growth.vectors
        for free, (number, events) in enumerate(growth.happenings, max(self.happenings.values(), default=0) + 1):
            self.happenings |= dict.fromkeys(events, number or free)
        told = {s.id: s for s in growth.record.stories}
        for change in growth.changes:
            if change.kind == "gone":
                del self.stories[change.story]
                continue
            s = told[change.story]
            mains = tuple(r for r in s.reports if growth.record.main_stories.get(r) == s.id)
            self.stories[s.id] = Kept(s.id, mains, s.reports, s.events)
            self.ids.add(s.id)
        return [(c.kind, c.story) for c in growth.changes]

    def story(self, report: str) -> str:
        (found,) = (k.id for k in self.stories.values() if report in k.main)
        return found


DAY = {"date": "2020-07-13"}


def test_a_report_opens_a_story_and_the_next_one_joins_it() -> None:
    shelf = Shelf()
    assert shelf.add(call("one", published="2020-07-13", **DAY)) == [("opened", "2020-07-13-phone-rus-usa")]
    assert shelf.add(call("two", published="2020-07-14", **DAY)) == [("joined", "2020-07-13-phone-rus-usa")]
    assert shelf.add(call("later", published="2020-07-20", date="2020-07-20")) == [("opened", "2020-07-20-phone-rus-usa")]
    assert shelf.stories["2020-07-13-phone-rus-usa"].main == ("one", "two")


def test_an_id_stays_when_later_reports_tell_another_day() -> None:
    shelf = Shelf()
    shelf.add(call("one", published="2020-07-14", date="2020-07-14"))
    for name in ("two", "three"):
        shelf.add(call(name, published="2020-07-14", **DAY))
    assert shelf.story("one") == shelf.story("three") == "2020-07-14-phone-rus-usa"


def test_a_second_story_of_the_same_name_has_an_id_of_its_own_although_the_first_is_not_at_hand() -> None:
    shelf = Shelf()
    shelf.ids.add("2020-07-13-phone-rus-usa")
    shelf.add(call("one", published="2020-07-13", **DAY))
    assert shelf.story("one").startswith("2020-07-13-phone-rus-usa-")


def test_what_a_person_decided_holds_when_new_reports_come() -> None:
    shelf = Shelf()
    shelf.add(call("one", published="2020-07-13", **DAY))
    shelf.add(call("two", published="2020-07-13", **DAY))
    shelf.decided.append(Bond(False, "one", "two"))
    first = shelf.story("one")
    changes = shelf.place(shelf.reports["two"])
    assert shelf.story("one") == first != shelf.story("two")
    assert sorted(changes) == [("changed", first), ("opened", shelf.story("two"))]
    shelf.add(call("three", published="2020-07-13", **DAY))
    assert shelf.story("one") != shelf.story("two")
    assert shelf.story("three") in (shelf.story("one"), shelf.story("two"))
    shelf.decided.append(Bond(True, "one", "two"))  # undone: the last word counts
    shelf.place(shelf.reports["two"])
    assert shelf.story("one") == shelf.story("two") == shelf.story("three")


def test_a_decision_of_a_person_bridges_two_stories() -> None:
    shelf = Shelf()
    shelf.add(call("one", published="2020-07-13", **DAY))
    shelf.add(call("two", published="2020-07-20", date="2020-07-20"))
    shelf.decided.append(Bond(True, "one", "two"))
    first, second = shelf.story("one"), shelf.story("two")
    assert shelf.place(shelf.reports["two"]) == [("bridged", first), ("gone", second)]
    assert shelf.story("one") == shelf.story("two")


def test_reports_all_at_once_and_one_by_one_give_the_same_stories() -> None:
    pages = [
        call("a", published="2020-07-13", **DAY),
        call("b", published="2020-07-14", **DAY),
        call("c", published="2020-07-20", date="2020-07-20"),
        call("d", published="2020-07-20", date="2020-07-20"),
    ]
    slow, fast = Shelf(), Shelf()
    for page in pages:
        slow.add(page)
    fast.add(*pages)
    assert {k.main for k in slow.stories.values()} == {k.main for k in fast.stories.values()} == {("a", "b"), ("c", "d")}


class Counting(Fake):
    """An encoder that tells what it was asked for."""

    def encode(self, texts: Sequence[str]) -> Any:
        self.asked = list(texts)
        return super().encode(texts)


def test_what_was_found_out_of_kept_reports_is_not_found_out_again() -> None:
    shelf = Shelf(encoder := Counting())
    same = "A بحث لافروف وبومبيو هاتفيا الوضع في ليبيا وسبل التسوية بين الأطراف"
    shelf.add(call("one", same, published="2020-07-13", **DAY))
    shelf.add(call("two", same + " في مكالمة طويلة", published="2020-07-13", **DAY))
    vectors, shared = dict(shelf.vectors), dict(shelf.shared)
    assert shared.keys() == {frozenset(("one", "two"))}
    assert len(set(shelf.happenings.values())) == 1
    third = call("three", same + " جرت مساء", published="2020-07-13", **DAY)
    shelf.add(third)
    assert shelf.story("one") == shelf.story("three")
    assert encoder.asked
    assert all(text.strip(". ") in third.text for text in encoder.asked)  # of the new report only
    assert {frozenset((r.source, r.target)) for r in shelf.last.reuse} == {frozenset(("one", "three")), frozenset(("two", "three"))}
    assert shared.items() <= shelf.shared.items()
    assert vectors.items() <= shelf.vectors.items()
    assert len(set(shelf.happenings.values())) == 1
    assert len(shelf.happenings) == 3


def test_kept_events_are_compared_with_new_ones_only() -> None:
    pages = [call("one", published="2020-07-13", **DAY), call("two", published="2020-07-13", **DAY)]
    sketches = [s for n, page in enumerate(pages) for s in sketch(page.coded, n, ENTITIES)]
    assert happenings(sketches, ENTITIES, None) == [[0, 1]]
    assert happenings(sketches, ENTITIES, None, known={0: 1}) == [[0, 1]]
    assert happenings(sketches, ENTITIES, None, known={0: 1, 1: 2}) == [[0], [1]]
    far = [call("one", published="2020-07-13", **DAY), call("two", published="2020-09-20", date="2020-09-20")]
    sketches = [s for n, page in enumerate(far) for s in sketch(page.coded, n, ENTITIES)]
    assert happenings(sketches, ENTITIES, None) == [[0], [1]]
    assert happenings(sketches, ENTITIES, None, known={0: 1, 1: 1}) == [[0, 1]]


def test_vectors_that_were_kept_are_the_same_as_those_just_made() -> None:
    made = Vectors(encoder := Counting())
    texts = [("one", "A b"), ("one", "B c"), ("two", "A b")]
    rows = made.of(texts)
    assert encoder.asked == ["A b", "B c"]
    assert (rows[0] == rows[2]).all()
    again = Vectors(encoder)
    again.know(made.fresh())
    encoder.asked = []
    assert (again.of(texts) == rows).all()
    assert encoder.asked == []
    assert again.fresh() == {}
    again.of([("two", "C d")])
    assert again.fresh().keys() == {"two"}
    assert len(again.fresh()["two"]) > len(made.fresh()["two"])


def test_who_serves_a_body_of_many_states_is_found_by_that_body() -> None:
    told = [
        khabar.code(json.dumps({"text": text, "published": "2020-06-15"}))
        for text in ("أدان أحمد أبو الغيط القصف التركي في العراق", "أدانت جامعة الدول العربية الغارات التركية على العراق")
    ]
    by_him, by_it = (set(recording.trace(c, packs.the_world()).keys) for c in told)
    assert (by_him & by_it) - set(recording.trace(told[0]).keys)  # a key that he has for the League's sake
