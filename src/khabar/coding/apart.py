"""How long before another act one was done: "بعد يومين من موافقة الطرفين", "غداة استدعاء السفير"."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from khabar.annotation import Annotation
from khabar.coding.digits import written
from khabar.coding.tree import Pred
from khabar.model import Span, When
from khabar.packs import Pack

_REACH = 7  # tokens before the noun of the earlier act in which "after" stands
_AFTER = "time:after"
_HOURS = ("hour", "minute")
_DAYS = {"minute": 0.0, "hour": 1 / 24, "day": 1.0, "week": 7.0}
_DAY, _MONTH, _YEAR = 10, 7, 4  # characters of a date as precise as a day, a month, a year
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Gap:
    """count units (``minute``, ``hour``, ``day``, ``week``, ``month``, ``year``) that lie between; span: the words that say so."""

    count: float
    unit: str
    span: Span

    def before(self, day: str) -> When:
        """The date that lies so long before a day, YYYY-MM-DD: of weeks and months a month, of years a year."""
        if self.unit in _DAYS:
            then = (datetime.date.fromisoformat(day) - datetime.timedelta(int(self.count * _DAYS[self.unit]))).isoformat()
            value = then if self.unit != "week" else then[:_MONTH]
        elif self.unit == "month":
            months = int(day[:_YEAR]) * _MONTHS + int(day[_YEAR + 1 : _MONTH]) - 1 - int(self.count)
            value = f"{months // _MONTHS:04}-{months % _MONTHS + 1:02}"
        else:
            value = f"{int(day[:_YEAR]) - int(self.count):04}"
        return When(value, None, "relative", self.span)


def gap(pred: Pred, a: Annotation, pack: Pack) -> Gap | None:
    """How long an act lies before the one that it is said to be followed by; None where that is not said."""
    if not pred.link.startswith(_AFTER) or pred.governor is None:
        return None
    tokens = a.tokens
    for i in range(pred.first - 1, max(0, pred.first - _REACH) - 1, -1):
        if tokens[i].fold in pack.word_class("day-after"):
            return Gap(1, "day", tokens[i].span)
        if tokens[i].fold not in pack.word_class("counts-after"):
            continue
        counted = _count(i + 1, a, pack)
        if counted is None:
            return None
        count, unit, stop = counted
        of = stop < pred.first and tokens[stop].fold in pack.word_class("apart-from")
        return Gap(count, unit, Span(tokens[i].start, tokens[stop - 1].stop)) if of else None
    return None


def _count(i: int, a: Annotation, pack: Pack) -> tuple[float, str, int] | None:
    """(count, unit, token behind) of a stretch of time at token i: "يومين", "ثلاثة أيام", "48 ساعة", "ساعات"; None for "أيام", which says no day."""
    tokens = a.tokens
    kind: str | None
    pair = pack.counted_pair(tokens[i].fold)
    if pair is not None:
        kind, unit, count, stop = *pair, 2.0, i + 1
    else:
        value, at = written(a.report.text, tokens, i)
        if at == i and (value := pack.number_word(tokens[i].fold)) is not None:
            at = i + 1
        kind, unit = pack.counted(tokens[at].fold) if at < len(tokens) else (None, None)
        alone = 1.0 if tokens[i].fold in pack.word_class("one-of-time") else 0.0 if unit in _HOURS else None
        if value is None and alone is None:
            return None
        count, stop = alone or 0.0 if value is None else value, at + 1
    return (count, unit, stop) if kind == "duration" and unit is not None and count == int(count) else None
