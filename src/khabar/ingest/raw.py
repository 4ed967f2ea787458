"""One report as it comes in: what the caller knows of it, what its format held, and the days that metadata write."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from khabar.model import Issue, When


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows of an input and the input need not say. ``published`` is an ISO date or timestamp; ``content_type`` is
    what a server said with it."""

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    """One report: decoded, its body taken out of the format. ``byline``: what metadata call the author, as it stands there."""

    text: str
    title: str | None
    outlet: str | None
    url: str | None
    published: When | None
    language: str | None
    source_id: str | None
    path: str | None
    issues: tuple[Issue, ...]
    byline: str | None = None


def iso(value: str) -> str | None:
    """A date as metadata write it, as ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or a full ISO timestamp; None for what is no date."""
    value = "".join(
        str(unicodedata.digit(c)) if c.isdigit() and unicodedata.digit(c, None) is not None else c for c in value.strip()[:64]
    )
    try:
        if re.fullmatch(r"\d{4}", value):
            return value if 1900 <= int(value) <= 2100 else None
        if re.fullmatch(r"\d{4}-\d\d", value):
            return value if 1900 <= int(value[:4]) <= 2100 and 1 <= int(value[5:]) <= 12 else None
        if m := re.fullmatch(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)", value):
            day = date(*map(int, m.groups()))
            return day.isoformat() if 1900 <= day.year <= 2100 else None
        if re.match(r"\d{4}", value):
            text = re.sub(r"\s+(?=[+-]\d\d:?\d\d$)|\s+(?=UTC$|GMT$|Z$)", "", value)
            text = re.sub(r"(?:UTC|GMT)$", "Z", text).replace("/", "-")
            moment = datetime.fromisoformat(text)
        elif re.match(r"(?:[A-Za-z]{3}, ?)?\d{1,2} [A-Za-z]{3} \d{4} \d", value):  # RFC 2822
            moment = parsedate_to_datetime(value)
        else:
            return None
        if not 1900 <= moment.year <= 2100:
            return None
        return moment.date().isoformat() if len(value) <= 10 else moment.isoformat(timespec="seconds")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
