"""The examples of the frames in other surroundings (constructions.toml): is the act still coded, with the same parties?

No gold answer is needed: what a frame's example gives as it stands it must give behind another clause, with a day, a source or an occasion
between the subject and the rest, and with the subject before the verb. So faults of the grammar show that no reader had to find.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from pathlib import Path
from typing import Any

SURROUNDINGS: Mapping[str, str] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def _act(e: Any) -> Hashable:
    sides = (sorted(p.country or p.entity or p.text for p in side) for side in (e.actors, e.recipients))
    return e.type, *map(tuple, sides)


def _pieces(sentence: str, event: Any) -> dict[str, str]:
    """The sentence as ``s``; where it is one verb, one actor and a rest, these as ``v``, ``a`` and ``r`` too."""
    actor = event.actors[0].text if len(event.actors) == 1 else ""
    verb, found, rest = sentence.partition(f" {actor} ") if actor else (sentence, "", "")
    apart = {"v": verb, "a": actor, "r": f" {rest}"} if found and " " not in verb else {}
    return {"s": sentence, **apart}


def measure(examples: Iterable[tuple[str, str]], code: Callable[[str], Any]) -> dict[str, float]:
    """Surroundings -> the share of the acts that are coded there as they are alone.

    examples: sentences with the type of event that each must give; code: codes one sentence."""
    kept, of = Counter[str](), Counter[str]()
    for sentence, kind in examples:
        event = next((e for e in code(sentence).events if e.type == kind), None)
        if event is None or "." in sentence:
            continue
        pieces = _pieces(sentence, event)
        for name, around in SURROUNDINGS.items():
            if "{v}" in around and "v" not in pieces:
                continue
            of[name] += 1
            kept[name] += _act(event) in map(_act, code(around.format_map(pieces)).events)
    return {name: kept[name] / max(1, of[name]) for name in SURROUNDINGS}
