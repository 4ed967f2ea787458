"""Who may fill which end of which kind of event when the sentence leaves it open: one table, read from top to bottom.

Its rows stand by kind of act in the modules of this package, each beside the searches that it names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from khabar.coding.draft import Draft, refs
from khabar.coding.ends import addressees, captives, deals, doers, envoys, force, report, sanctions, selves, targets, voices
from khabar.coding.ends.search import Case, Gap, Search, is_passive, is_undone
from khabar.coding.parts import Parts
from khabar.coding.thread import Thread
from khabar.coding.tree import Pred
from khabar.coding.wording import Wording
from khabar.model import Mention
from khabar.packs import SPEECH, Frame


class Missing:
    """Fills the ends of events that their own grammar left open."""

    def __init__(self, thread: Thread, words: Wording, parts: Parts) -> None:
        self.thread, self.words, self.pack = thread, words, thread.pack
        self.search = Search(thread, words, parts)

    def supply(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]], made: list[Draft], passive: bool) -> None:
        """Puts whom it finds by the table into the parts.

        made: the events of the sentence so far; passive: the act is the object or subject of a verb that names no doer ("took place").
        """
        self._fill(Case(pred, frame, parts, made, passive), "act")

    def gather(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]], made: list[Draft]) -> None:
        """Finds who met, where the noun of a meeting does not say it."""
        self._fill(Case(pred, frame, parts, made, False), "meet")

    def aim(self) -> None:
        """Finds at whom the acts of the report are aimed that are still open there, once all of it has been read."""
        for d in self.thread.drafts:
            if _rows("aim", d.frame.type or "", d.frame.mode or ""):
                self._fill(self._told_of(d), "aim")

    def strike(self, groups: Sequence[Sequence[Draft]]) -> None:
        """Finds who fought, and between whom a truce is, where no telling of it (a group each) names anybody, or of a truce more than one side."""
        for group in groups:
            sides = {e for d in group for e in refs(d.parts, "actor", "recipient")}
            lead = next((d for d in group if d.parts.get("actor")), group[0])
            if len(sides) < 2 and _rows("strike", lead.type, lead.mode or ""):
                self._fill(self._told_of(lead), "strike")

    def _told_of(self, draft: Draft) -> Case:
        """The case of an event among all others of the report: those before it last, those behind it before them, the nearest at the end."""
        k = next(i for i, d in enumerate(self.thread.drafts) if d is draft)
        others = [*reversed(self.thread.drafts[k + 1 :]), *self.thread.drafts[:k]]
        return Case(draft.pred, draft.frame, draft.parts, others, False)

    def _fill(self, case: Case, table: str) -> None:
        """Goes through the table with this name."""
        pred, frame, parts = case.pred, case.frame, case.parts
        for gap in _rows(table, frame.type or "", frame.mode or ""):
            taken = parts.get(gap.end) if gap.left == "open" else not _LEFT[gap.left](self.search, case, gap.end)
            if taken or (gap.told and not _TOLD[gap.told](case)):
                continue
            if gap.words and not self.words.has(pred, self.pack.word_class(gap.words)):
                continue
            found = gap.look(self.search, case)
            if found and gap.end == "recipient" and frame.type in SPEECH:  # "حذر من الاتفاق بين القوى الكبرى وإيران": nobody warns the powers
                found = [m for m in found if m.rule != "powers"] or None
            if found is not None:
                parts[gap.end] = found


@cache
def _rows(table: str, type: str, mode: str) -> tuple[Gap, ...]:
    """The lines of a table, by its name, that concern events of this type and mode."""
    kind = {"*", type, mode}
    return tuple(gap for gap in TABLES[table] if not kind.isdisjoint(gap.of.split()) and mode not in gap.but.split())


TABLES = {
    "act": (
        *doers.GAPS, *envoys.GAPS, *deals.GAPS, *sanctions.GAPS, *targets.GAPS, *captives.GAPS, *force.GAPS, *voices.GAPS,
        *addressees.GAPS, *selves.GAPS, *targets.LAST,
    ),
    "meet": deals.MEETINGS,
    "aim": report.AIMS,
    "strike": report.STRIKES,
}
_LEFT: dict[str, Callable[[Search, Case, str], bool]] = {
    "nobody": lambda look, c, end: not refs(c.parts, end),
    "nameless": lambda look, c, end: all(m.rule in ("unnamed", "people") and not m.country for m in c.at(end)),  # "عشرة صيادين"
    "crowd": lambda look, c, end: bool(c.at(end)) and all(m.rule == "unnamed" for m in c.at(end)),
    "stateless": lambda look, c, end: not look.thread.countries(c.parts, end) - {None},
    "land": lambda look, c, end: bool(c.at(end)) and all(m.kind == "state" for m in c.at(end)),
    "any": lambda look, c, end: True,
}
_TOLD: dict[str, Callable[[Case], bool]] = {
    "noun": lambda c: c.pred.kind == "noun",
    "passive": lambda c: c.passive,
    "undone": lambda c: c.passive or is_undone(c.pred, c.frame),
    "undergone": lambda c: c.passive or is_passive(c.pred),
    "not-by-subject": lambda c: c.pred.kind != "verb" or c.passive or is_passive(c.pred) or c.frame.subject != "actor",
    "seen": lambda c: c.frame.object == "actor" and c.frame.subject == "recipient",  # "رصدت تايوان طائرات صينية"
    "of-subject": lambda c: c.frame.subject == "recipient",
    "of-object": lambda c: c.frame.object == "recipient",
    "struck": lambda c: "recipient" in (c.frame.object, c.frame.subject),
    "of-matter": lambda c: c.frame.subject == "about",
    "if": lambda c: c.frame.when == "if",
}
