"""Ids of stories: readable, stable, ASCII."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.model import Coded
from khabar.record.sketches import Sketch

if TYPE_CHECKING:
    from khabar.record.stories import Draft

def name(drafts: Sequence[Draft], coded: Sequence[Coded], sketches: Sequence[Sketch]) -> None:
    """Readable, stable, ASCII: day, what, who. Two of one name are numbered in the order of their reports' ids."""
    named: dict[str, list[Draft]] = defaultdict(list)
    for d in drafts:
        named[_slug(d, coded, sketches)].append(d)
    for name, same in named.items():
        same.sort(key=lambda d: min(coded[r].report.id for r in (*d.main, *d.others)))
        for n, d in enumerate(same, 1):
            d.id = name if n == 1 else f"{name}-{n}"


def _slug(d: Draft, coded: Sequence[Coded], sketches: Sequence[Sketch]) -> str:
    issued = sorted(w.value[:10] for r in (*d.main, *d.others) if (w := coded[r].report.published))
    if not d.clusters:
        return f"{issued[0] if issued else 'undated'}-text-{_short(min(coded[r].report.id for r in d.main))}"
    members = [sketches[i] for i in d.clusters[0]]
    said = Counter(s.event.date.value[:10] for s in members if s.event.date and s.event.status != "denied")
    said = said or Counter(s.event.date.value[:10] for s in members if s.event.date)
    # The most precise date, then the one most reports give, then the earlier.
    day = min(said, key=lambda v: (v.startswith("XXXX"), -len(v), -said[v], v), default=None)
    if day is None or day.startswith("XXXX"):
        day = issued[0] if issued else day.lower() if day else "undated"
    modes = Counter(s.event.mode for s in members if s.event.mode)
    what = min(modes, key=lambda m: (-modes[m], m)) if modes else members[0].event.type.lower()
    votes = Counter(p for s in members for p in {ascii_tail(p.block) for p in s.parties} if p)
    who = sorted(sorted(votes, key=lambda p: (-votes[p], p))[:4])
    if not who:
        things = Counter(ascii_tail(t) for s in members for t in (*s.objects, *([s.event.place] if s.event.place else [])))
        who = (
            [min(things, key=lambda t: (-things[t], t))] if things else [_short(min(coded[s.report].report.id for s in members))]
        )
    return "-".join((day, what, *who)).lower()


def ascii_tail(name: str) -> str:
    """The last part of an id, or '' for what is not ASCII (a name met in a text only)."""
    tail = name.rpartition("/")[2].lower().replace(" ", "-")
    return tail if tail.isascii() else ""


def _short(id: str) -> str:
    """A few letters for a report's id, where nothing readable is known."""
    return hashlib.sha256(id.encode()).hexdigest()[:6]
