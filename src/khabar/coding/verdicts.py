"""What somebody says of another in a word of judgement: "قال إن تصرفات إيران تصعيد خطير", "أكد أن ادعاءات لندن لا أساس لها"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from khabar.coding.thread import Thread
from khabar.coding.tree import AND, COMMA, Parsed, Pred, Unit
from khabar.model import Mention
from khabar.packs import Frame, Pack

_FAR = 24  # units of what is said in which the judgement must stand
_ON = 32  # units of it in which it goes on behind "and that"
_NO_TOPIC = frozenset(("comp", "conj", "neg", "fut", "cause", "purpose"))  # behind them another matter begins


def is_stance(frame: Frame) -> bool:
    """Does the judgement say what he who speaks is ready for, not what another has done?"""
    return frame.needs == ("actor",)


class Verdicts:
    """Finds the judgements of one report."""

    def __init__(self, thread: Thread) -> None:
        self.thread, self.a, self.pack = thread, thread.a, thread.pack
        self._first = self.pack.once(_by_first)

    def of(self, pred: Pred, parsed: Parsed) -> tuple[Frame, list[Mention], range] | None:
        """The frame of the judgement that opens what a verb says, who are judged, and the tokens of its clause up to its last word;
        nobody is judged where only "this" is ("هذه الاتهامات")."""
        units = parsed.units
        start = bisect_left(units, pred.content_start, key=_first)
        starts = chain((start,), self._further(start, parsed))
        return next((found for k in starts if (found := self._from(pred, k, units)) is not None), None)

    def _further(self, start: int, parsed: Parsed) -> Iterator[int]:
        """Where it goes on behind "and that": "أكد أن القناة ملك لبلاده وأن مطالبة واشنطن بها مرفوضة"; not where another has spoken between."""
        units = parsed.units
        for k in range(start + 1, min(start + _ON, len(units) - 1)):
            unit = units[k]
            if unit.kind == "mark" and unit.fold in ".؛":
                return
            if unit.kind == "verb" and any(p.first == unit.first and p.says for p in parsed.preds):
                return
            if unit.conj == AND and unit.is_phrase(("comp",)):
                yield k + 1
            elif unit.conj == AND and units[k - 1].fold in COMMA and self._is_upon(unit):
                yield k  # "هذه التصريحات تثير القلق، وعلى اليونان التراجع عنها"

    def _from(self, pred: Pred, start: int, units: Sequence[Unit]) -> tuple[Frame, list[Mention], range] | None:
        describes = pred.lemma in self.pack.word_class("describing")
        who = self._described(pred, start, units) if describes else []
        described = inner = False
        told = apart = False  # a clause has begun that describes what is judged; behind a comma, so that another ends it
        for k in range(start, min(start + _FAR, len(units))):
            unit, before = units[k], units[k - 1] if k else None
            governed = bool(unit.prep) or (before is not None and before.is_phrase(("prep", "time")))
            if governed and k > start + 1 and self._amounts(units[k - 2 if not unit.prep else k - 1]):
                governed = False  # "القرار ينطوي على انتهاك"
            bound = before is not None and before.kind == "noun" and before.reading is not None and bool(before.reading.prep)  # "بارتكاب جرائم حرب"
            frame, stop = self._judges(unit, before) if not (governed or apart or bound) else (None, 0)
            if frame is not None and frame.type == "REQUEST" and self._is_upon(unit):
                if k == start and (bidden := self._bidden(units, k)):
                    return frame, bidden, range(units[start].first, bidden[-1].last)
                frame = None  # "على" further on is a preposition
            elif frame is not None and frame.type == "REQUEST" and not (who or frame.object):
                frame = None  # "مطالب إثيوبيا غير مقبولة" are demands, nobody who is called upon
            if frame is not None:
                this = self.a.tokens[units[start].first].fold in self.pack.word_class("this")
                if who or frame.object or describes or is_stance(frame) or this:
                    return frame, who, range(units[start].first, stop)
                return None
            if unit.mention is not None:
                joined = bool(who) and unit.conj == AND and before is not None and before.mention is not None
                if not governed and (not who or joined) and self.thread.can_act(unit.mention):
                    who.append(unit.mention)
            elif unit.kind == "verb" and unit.reading is not None:
                if not described and not inner and not self._amounts(unit) and not (told and unit.conj):  # "القرار الذي صدر أمس ويقر الاتفاق"
                    return None
                told, described = told or described, False
            elif unit.is_phrase(("rel",)):
                described = True
            elif who and unit.is_phrase(("comp",)) and unit.fold.startswith(_BY):
                inner = True  # "ادعاءات نيبال بأن الهند … لا أساس لها"
            elif unit.fold in COMMA and who and not apart and k + 1 < len(units) and units[k + 1].is_phrase(("rel",)):
                apart = True  # "المطالب التركية، التي قدمت أمس، غير مقبولة"
            elif unit.fold in COMMA and apart and told:
                apart = told = False
            elif (unit.kind == "mark" and (unit.fold in COMMA or unit.fold in ".؛")) or (unit.is_phrase(_NO_TOPIC) and not self._is_un(unit)):
                return None
        return None

    def _is_upon(self, unit: Unit) -> bool:
        return unit.fold.removeprefix(unit.conj) in self.pack.word_class("upon")

    def _bidden(self, units: Sequence[Unit], k: int) -> list[Mention]:
        """ "قال إن على بنين تأجيل الانتخابات": whom the words for a duty name, with what he is to do right behind."""
        if k + 2 >= len(units):
            return []
        who, what = units[k + 1].mention, units[k + 2]
        does = what.is_phrase(("comp",)) or (what.kind == "noun" and not what.prep and what.reading is not None and what.reading.number != "p")
        does = does or (what.kind == "word" and what.fold in self.pack.word_class("to-be-done"))  # "على البوسنة تعديل القانون"
        return [who] if who is not None and does and self.thread.can_act(who) else []

    def _amounts(self, unit: Unit) -> bool:
        return unit.kind == "verb" and unit.reading is not None and unit.reading.lemma in self.pack.word_class("amounts")

    def _described(self, pred: Pred, start: int, units: Sequence[Unit]) -> list[Mention]:
        """ "وصف الرئيس ما تقوم به روسيا بأنه احتلال": who did what is described, between its subject and the judgement."""
        subject = {a.mention.first for a in self.thread.subject(pred)}
        between = ((u, units[k - 1]) for k, u in enumerate(units[:start]) if u.first >= pred.last and u.mention is not None)
        free = (u.mention for u, before in between if not u.prep and not before.is_phrase(("prep",)))
        return [m for m in free if m is not None and m.first not in subject and self.thread.can_act(m)][:1]

    def _is_un(self, unit: Unit) -> bool:
        """Not the end of what is judged: "غير مقبول"; nor is "the proposal"."""
        return unit.fold in self.pack.word_class("un") or (unit.phrase is not None and unit.phrase.value == "proposed")

    def _judges(self, unit: Unit, before: Unit | None) -> tuple[Frame | None, int]:
        """The frame whose words stand here, and the token behind them; not "a victim of terror"."""
        tokens = self.a.tokens
        joined = self._is_upon(unit) or unit.is_phrase(("neg",))  # "مكررة ولا أساس لها"
        word = tokens[unit.first].fold.removeprefix(unit.conj if joined else "")
        judgements = self._first.get(word.removesuffix("ا")) or self._first.get(word)
        if judgements is None or (before is not None and before.fold in self.pack.word_class("suffers")):
            return None, 0
        second = tokens[unit.first + 1].fold if unit.first + 1 < len(tokens) else ""
        rows = {n: row for behind in ("", second, second.removesuffix("ا")) for n, row in judgements.get(behind, {}).items()}
        for _, (frame, words) in sorted(rows.items()):
            if len(words) == 1 and unit.kind == "verb":
                continue  # "قال إن الرئيس سافر": no flagrant thing
            near = [word, *(t.fold for t in tokens[unit.first + 1 : unit.first + len(words)])]
            if all(f in (w, w + "ا") for f, w in zip(near, words, strict=False)) and len(near) == len(words):
                return frame, unit.first + len(words)
        return None, 0


def _by_first(pack: Pack) -> dict[str, dict[str, dict[int, tuple[Frame, tuple[str, ...]]]]]:
    """The judgements, each with its frame, by their first words and their second ("" where there is none), numbered in the order of the pack."""
    out: dict[str, dict[str, dict[int, tuple[Frame, tuple[str, ...]]]]] = {}
    for n, (frame, words) in enumerate((f, words) for f in pack.verdicts for words in f.objects):
        out.setdefault(words[0], {}).setdefault(words[1] if len(words) > 1 else "", {})[n] = frame, words
    return out


_BY = "ب"  # before "that"


def _first(unit: Unit) -> int:
    return unit.first
