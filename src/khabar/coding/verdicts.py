"""What somebody says of another in a word of judgement: "قال إن تصرفات إيران تصعيد خطير", "أكد أن ادعاءات لندن لا أساس لها"."""

from __future__ import annotations

from bisect import bisect_left

from khabar.coding.thread import Thread
from khabar.coding.tree import AND, COMMA, Parsed, Pred, Unit
from khabar.model import Mention
from khabar.packs import Frame, Pack

_FAR = 24  # units of what is said in which the judgement must stand
_NO_TOPIC = frozenset(("comp", "conj", "neg", "fut", "cause", "purpose"))  # behind them another matter begins


def is_stance(frame: Frame) -> bool:
    """Does the judgement say what he who speaks is ready for, not what another has done?"""
    return frame.needs == ("actor",)


class Verdicts:
    """Finds the judgements of one report."""

    def __init__(self, thread: Thread) -> None:
        self.thread, self.a, self.pack = thread, thread.a, thread.pack
        self._first = self.pack.once(_by_first)

    def of(self, pred: Pred, parsed: Parsed) -> tuple[Frame, list[Mention]] | None:
        """The frame of the judgement that opens what a verb says, and who are judged; nobody where only "this" is ("هذه الاتهامات")."""
        units = parsed.units
        start = bisect_left(units, pred.content_start, key=_first)
        who: list[Mention] = []
        described = inner = False
        for k in range(start, min(start + _FAR, len(units))):
            unit, before = units[k], units[k - 1] if k else None
            governed = bool(unit.prep) or (before is not None and before.is_phrase(("prep", "time")))
            if not governed and (frame := self._judges(unit, before)) is not None:
                if who or frame.type == "THREATEN" or is_stance(frame) or self.a.tokens[units[start].first].fold in self.pack.word_class("this"):
                    return frame, who
                return None
            if unit.mention is not None:
                joined = bool(who) and unit.conj == AND and before is not None and before.mention is not None
                if not governed and (not who or joined) and self.thread.can_act(unit.mention):
                    who.append(unit.mention)
            elif unit.kind == "verb" and unit.reading is not None:
                if not described and not inner and unit.reading.lemma not in self.pack.word_class("amounts"):
                    return None
                described = False
            elif unit.is_phrase(("rel",)):
                described = True
            elif who and unit.is_phrase(("comp",)) and unit.fold.startswith(_THAT):
                inner = True  # "ادعاءات نيبال بأن الهند … لا أساس لها"
            elif (unit.kind == "mark" and (unit.fold in COMMA or unit.fold in ".؛")) or (unit.is_phrase(_NO_TOPIC) and not self._is_un(unit)):
                return None
        return None

    def _is_un(self, unit: Unit) -> bool:
        return unit.fold in self.pack.word_class("un")

    def _judges(self, unit: Unit, before: Unit | None) -> Frame | None:
        """The frame whose words stand here; not "a victim of terror"."""
        tokens = self.a.tokens
        word = tokens[unit.first].fold
        rows = self._first.get(word.removesuffix("ا")) or self._first.get(word)
        if rows is None or (before is not None and before.fold in self.pack.word_class("suffers")):
            return None
        for frame, words in rows:
            near = tokens[unit.first : unit.first + len(words)]
            if all(t.fold in (w, w + "ا") for t, w in zip(near, words, strict=False)) and len(near) == len(words):
                return frame
        return None


def _by_first(pack: Pack) -> dict[str, list[tuple[Frame, tuple[str, ...]]]]:
    """The judgements by their first words, each with its frame."""
    out: dict[str, list[tuple[Frame, tuple[str, ...]]]] = {}
    for frame in pack.verdicts:
        for words in frame.objects:
            out.setdefault(words[0], []).append((frame, words))
    return out


_THAT = "بان"


def _first(unit: Unit) -> int:
    return unit.first
