"""What goes with every export: by what it was made, how to cite it, what the format cannot hold, and how many reports stand behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import khabar
from khabar.export.view import View


@dataclass(frozen=True, slots=True)
class Stamp:
    """Version of khabar and of its data, the store, the filters, the moment; coded: versions that coded the reports."""

    store: str
    format: str
    level: str
    words: bool
    filters: tuple[tuple[str, Any], ...]
    coded: tuple[tuple[str, int], ...]
    n_reports: int
    at: str

    @property
    def version(self) -> str:
        """One line: khabar and the data that coded the reports."""
        data = ", ".join(f"{v} ({n} reports)" for v, n in self.coded) or "no reports"
        return f"khabar {khabar.__version__}; coded by {data}"

    @property
    def asked(self) -> str:
        """The filters in words of the command line."""
        return " ".join(f"--{k.replace('_', '-')} {v}" for k, v in self.filters) or "none (the whole store)"

    @property
    def citation(self) -> str:
        """How to cite the export."""
        coded = ", ".join(v for v, _ in self.coded) or "no reports"
        return (
            f"Event data coded from news reports with khabar {khabar.__version__} (PLOVER 0.8; {coded}). "
            f"Store {self.store}, level {self.level}, filters: {self.asked}. {self.n_reports} reports. Exported {self.at}."
        )

    def as_dict(self) -> dict[str, Any]:
        """For formats that have a place for it."""
        return {
            "khabar": khabar.__version__, "coded_by": dict(self.coded), "store": self.store, "level": self.level, "text": self.words,
            "filters": dict(self.filters), "exported": self.at, "citation": self.citation,
        }  # fmt: skip


@dataclass(slots=True)
class Losses:
    """What a format cannot hold: sentences, and counts of what was left out."""

    always: tuple[str, ...] = ()
    counted: Counter[str] = field(default_factory=Counter)

    def count(self, what: str, number: int = 1) -> None:
        """So many more of something left out."""
        self.counted[what] += number

    def sentences(self) -> list[str]:
        """All that is lost, the counted first."""
        return [f"{n} {what}" for what, n in self.counted.items() if n] + list(self.always)


def stamp(view: View, format: str, denominators: list[dict[str, Any]], coded: Mapping[str, int]) -> Stamp:
    """The stamp of an export now."""
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    name = view.store.where.replace("\\", "/").rpartition("/")[2]
    number = sum(r["n_reports"] for r in denominators)
    return Stamp(name, format, view.level, view.words, tuple(sorted(view.filters.items())), tuple(sorted(coded.items())), number, at)


DENOMINATORS = {
    "day": ("day", "Day of publication; where nothing says it, the last day that the report dates its news. Empty where there is neither."),
    "outlet": ("text", "Who published; empty where nothing says it."),
    "language": ("text", "BCP 47."),
    "n_reports": ("integer", "Reports in the store."),
    "n_with_events": ("integer", "Of them with at least one event."),
    "n_empty": ("integer", "Of them without any event."),
    "n_events": ("integer", "Events coded in them."),
    "n_words": ("integer", "Words in them."),
    "n_failed": ("integer", "Inputs that could not be read; not in n_reports. Their day and outlet are known only where they were given."),
}


def denominators(view: View) -> tuple[list[dict[str, Any]], Counter[str]]:
    """Reports a day, outlet and language, empty and failed ones included; and by which versions they were coded.

    They count all reports in which an event that fits could have stood: outlet, language, report and time of adding narrow them,
    since and until by the day of the report; type, actor and the like do not.
    """
    own = {k: v for k, v in view.filters.items() if k in ("outlet", "language", "report", "added_since")}
    since, until = view.filters.get("since"), view.filters.get("until")
    table: dict[tuple[str, str, str], Counter[str]] = {}
    coded: Counter[str] = Counter()
    for r in view.store.rows("report", **own):
        day = r["day"] or ""
        if (since and day < since) or (until and day[: len(until)] > until):
            continue
        row = table.setdefault((day, r["outlet_name"] or r["outlet"] or "", r["language"]), Counter())
        row.update(n_reports=1, n_with_events=int(r["n_events"] > 0), n_empty=int(r["n_events"] == 0), n_events=r["n_events"], n_words=r["n_words"])
        coded[f"khabar {r['khabar']}, data {r['data'][:19]}"] += 1
    if not own and not since and not until:
        for f in view.store.failures():
            given = f["given"] if isinstance(f["given"], dict) else {}
            key = (str(given.get("published") or "")[:10], str(given.get("outlet") or ""), str(given.get("language") or ""))
            table.setdefault(key, Counter()).update(n_failed=1)
    return list(_rows(table)), coded


def _rows(table: Mapping[tuple[str, str, str], Counter[str]]) -> Iterator[dict[str, Any]]:
    for (day, outlet, language), n in sorted(table.items()):
        yield {"day": day or None, "outlet": outlet or None, "language": language or None, **{k: n[k] for k in list(DENOMINATORS)[3:]}}
