"""Acts that readers found in real news articles (eval/gold/news/acts.tsv): how many are coded, and how many of the coded are among them."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from labelled import articles

_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})  # types whose parties may stand on either side
_STATE = re.compile("[A-Z]{3}")


class Act(NamedTuple):
    """One row of acts.tsv; the place is in the article's text without white space around it, whose first `chars` characters were read."""

    part: str
    chars: int
    start: int
    stop: int
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    found: str


def read(path: Path) -> dict[str, list[Act]]:
    """Article -> what readers found in it; one row of type "-" where they found nothing."""
    out: dict[str, list[Act]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            place = (int(row[k]) for k in ("chars", "start", "stop"))
            ends = (tuple(w for w in row[k].split() if w != "-") for k in ("actors", "recipients"))
            out[row["article"]].append(Act(row["part"], *place, row["type"], *ends, row["found"]))
    return out


def _meets(told: tuple[str, ...], people: list[Any]) -> bool:
    """The states that the reader named are these people's, who have one more for each name that is no state's; "?" may be anybody or nobody."""
    if "?" in told:
        return True
    states = {w for w in told if _STATE.fullmatch(w)}
    ours = {p.country or p.entity or p.text for p in people}
    names = len(set(told)) - len(states)
    return states <= ours and len(ours - states) <= names and bool(ours) == bool(told)


def _who(act: Act, event: Any) -> bool:
    if act.type in _TOGETHER:
        return _meets(act.actors + act.recipients, [*event.actors, *event.recipients])
    return _meets(act.actors, event.actors) and _meets(act.recipients, event.recipients)


def score(path: Path, news: Path, code: Callable[[dict[str, Any]], Any]) -> dict[str, dict[str, float]]:
    """Part -> precision, recall and F1 by type, the same with the parties ("who"), and what is now coded of those that were missed at first.

    An act is found by an event of its type whose words meet its own; each event finds one act, one with the same parties first.
    """
    wanted = read(path)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles(news, wanted):
        acts = wanted[article["id"]]
        text = article["text"].strip()[: acts[0].chars]
        if (found := code(article | {"text": text})) is None:
            continue
        events, n = list(found.events), counts[acts[0].part]
        n["coded"] += len(events)
        acts = [act for act in acts if act.type != "-"]
        n["told"] += len(acts)
        n["missed"] += sum(act.found == "missed" for act in acts)

        def near(act: Act, event: Any) -> bool:
            return event.type == act.type and any(v.span.start < act.stop and act.start < v.span.stop for v in event.everywhere)

        for whole in (True, False):
            for act in list(acts):
                at = next((i for i, e in enumerate(events) if near(act, e) and (not whole or _who(act, e))), None)
                if at is not None:
                    del events[at]
                    acts.remove(act)
                    n["type"] += 1
                    n["who"] += whole
                    n["missed_found"] += act.found == "missed"
    return {part: _figures(n) for part, n in sorted(counts.items())}


def _figures(n: Counter[str]) -> dict[str, float]:
    out = {k: float(n[k]) for k in ("told", "coded", "type", "who", "missed", "missed_found")}
    for name in ("type", "who"):
        out |= {
            f"{name}_precision": n[name] / max(n["coded"], 1),
            f"{name}_recall": n[name] / max(n["told"], 1),
            f"{name}_f1": 2 * n[name] / max(n["coded"] + n["told"], 1),
        }
    return out
