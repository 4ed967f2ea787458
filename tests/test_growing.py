"""A record that grows report by report: joins, opens, bridges; ids stay; what a person decided outranks the machine."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from test_record import Page, call

from khabar import record as recording
from khabar.model import Coded, Kept, Trace
from khabar.record import Bond, Growth, grow
from khabar.world import World

TITLES = recording.titles()


class Shelf:
    """What a store is to the record, in memory."""

    def __init__(self) -> None:
        self.traces: dict[str, Trace] = {}
        self.reports: dict[str, Coded] = {}
        self.stories: dict[str, Kept] = {}
        self.ids: set[str] = set()
        self.decided: list[Bond] = []

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

    def taken(self, id: str, left: Collection[str] = ()) -> bool:
        return id in self.ids

    def bonds(self, reports: Iterable[str]) -> Iterable[Bond]:
        wanted = set(reports)
        return [b for b in self.decided if {b.one, b.other} & wanted]

    def add(self, *pages: Page) -> list[tuple[str, str]]:
        """What changed, as (kind, story); written down."""
        return self.place(*(p.coded for p in pages))

    def place(self, *rows: Coded) -> list[tuple[str, str]]:
        growth: Growth = grow(rows, self, TITLES, None, world=World((), ()))
        self.reports |= {c.report.id: c for c in rows}
        self.traces |= {t.report: t for t in growth.traces}
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
