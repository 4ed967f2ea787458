"""The same reports as other pages would have kept them: without a day, without hamzas, linked by commas … What becomes of the coding?

Own gold's readable part is coded as it stands and changed; no gold answer is needed, so this shows faults that no reader had to find.
The share of acts, and of statements by their speaker, that come out the same, and how many reports are not coded any more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

Json = dict[str, Any]
_HAMZAS, _EGYPTIAN, _FULL_STOP = re.compile("[أإآ]"), re.compile(r"ي\b"), re.compile(r"\. (?=[وف][^ ]{2,})")


def _written(change: Callable[[str], str]) -> Callable[[Json], Json]:
    """A change of what the report's text and title say."""
    return lambda report: report | {k: change(report[k]) for k in ("text", "title") if report.get(k)}


CONDITIONS: Mapping[str, Callable[[Json], Json]] = {
    "no_day": lambda report: {k: v for k, v in report.items() if k != "published"},
    "no_hamzas": _written(lambda text: _HAMZAS.sub("ا", text)),
    "no_dots": _written(lambda text: _EGYPTIAN.sub("ى", text)),
    "no_quotes": _written(lambda text: re.sub("[«»\"“”]", "", text)),
    "no_commas": _written(lambda text: text.replace("،", "")),
    "commas_for_stops": _written(lambda text: _FULL_STOP.sub("، ", text)),
    "one_line": _written(lambda text: re.sub(r"\s*\n\s*", " ", text)),
}


def _acts(coded: Any) -> Iterable[Hashable]:
    for e in coded.events:
        yield e.type, tuple(sorted(p.country or "" for p in e.actors)), tuple(sorted(p.country or "" for p in e.recipients)), e.status


def _sayings(coded: Any) -> Iterable[Hashable]:
    return (str(s.speaker) for s in coded.statements)


def measure(reports: Iterable[Json], code: Callable[[Json], Any]) -> dict[str, dict[str, float]]:
    """Condition -> the share of ``acts`` and ``statements`` of both codings that they have in common (F1), and ``lost_reports``: those not coded.

    code: codes one report of the gold."""
    kept: dict[str, Counter[str]] = {name: Counter() for name in CONDITIONS}
    for report in reports:
        plain = code(report)
        for name, change in CONDITIONS.items():
            changed = change(report)
            other = plain if changed == report else code(changed)
            count = kept[name]
            count["lost"] += any(i.code == "not-coded" for i in other.report.issues)
            for what, told in (("acts", _acts), ("statements", _sayings)):
                one, two = Counter(told(plain)), Counter(told(other))
                count[what] += 2 * (one & two).total()
                count[f"{what} of"] += one.total() + two.total()
    return {
        name: {"acts": c["acts"] / max(1, c["acts of"]), "statements": c["statements"] / max(1, c["statements of"]), "lost_reports": float(c["lost"])}
        for name, c in kept.items()
    }
