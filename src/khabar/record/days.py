"""The days that a date may mean, and how far two dates are apart."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from khabar.model import When

NEARBY = 1  # days by which two accounts of one happening may differ ("today" across time zones, Saturday or Sunday)
LONG = 4  # the same for a gathering or a round of talks at one place, which lasts
TODAY = 2  # days before publication that are told by "today", "yesterday", "the day before"

@dataclass(frozen=True, slots=True)
class Days:
    """First and last day that a date may mean, as ordinals. ``month``: a month (and day) whose year the text does not say."""

    low: int
    high: int
    month: tuple[int, int] | None = None

    @property
    def exact(self) -> bool:
        """One day of a known year."""
        return self.month is None and self.low == self.high


@lru_cache(maxsize=65536)
def days(value: str, end: str | None = None) -> Days | None:
    """``2020``, ``2020-07``, ``2020-07-13``, a timestamp, a range; ``XXXX-06`` has a month only. None for what is no date."""
    parts = value[:10].split("-")
    try:
        if parts[0] == "XXXX":
            return Days(0, 0, (int(parts[1]), int(parts[2]) if len(parts) > 2 else 0))
        year = int(parts[0])
        month = int(parts[1]) if len(parts) > 1 else 0
        day = int(parts[2]) if len(parts) > 2 else 0
        low = date(year, month or 1, day or 1).toordinal()
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1]).toordinal()
    except (ValueError, IndexError):
        return None
    later = days(end) if end else None
    return Days(low, max(last, later.high) if later and later.month is None else last)


def of(when: When | None) -> Days | None:
    """The days of a date; None for no date or what is none."""
    return days(when.value, when.end) if when else None


def gap(one: Days | None, other: Days | None) -> int | None:
    """Days between two dates: 0 when they may be one; None when that cannot be told."""
    if one is None or other is None:
        return None
    if one.month and other.month:
        (month, day), (m, d) = one.month, other.month
        return 0 if month == m and (day == d or 0 in (day, d)) else 365
    if one.month or other.month:
        month, day = one.month or other.month or (0, 0)
        dated = other if one.month else one
        for year in {date.fromordinal(dated.low).year, date.fromordinal(dated.high).year}:
            inside = days(f"{year}-{month:02}" + (f"-{day:02}" if day else ""))
            if inside and inside.low <= dated.high and dated.low <= inside.high:
                return 0
        return 365
    return max(0, one.low - other.high, other.low - one.high)
