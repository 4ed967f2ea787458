"""Simple events in many shapes of sentence: which shapes lose them.

    python eval/shapes.py [SHAPE ...]

Each event of shapes.toml is put into each shape and coded alone; it comes out whole when one coded event has its type, exactly its
countries at both ends, and its status. Prints how many do, the shapes and events that lose most, and every loss of the shapes named.
It shows where the grammar breaks, whatever the words; it is no measure of real reports (`run.py` is).
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import khabar

HERE = Path(__file__).resolve().parent
DAY = "2023-05-10"
FACTS = ("happened", "planned", "ongoing")
# Words that agree with the subject, for a man and for a woman.
AGREE = {
    "was": ("وكان", "وكانت"),
    "who": ("الذي", "التي"),
    "who_faces": ("الذي يواجه", "التي تواجه"),
    "announced": ("أعلن", "أعلنت"),
    "decided": ("قرر", "قررت"),
    "did": ("قام", "قامت"),
    "said": ("قال", "قالت"),
    "that": ("إنه", "إنها"),
    "hastened": ("سارع", "سارعت"),
    "went_on": ("واصل", "واصلت"),
}


def sentence(shape: dict[str, Any], event: dict[str, Any]) -> str:
    """The event in the words of the shape."""
    words = {
        "V": event["past"],
        "S": event["subject"],
        "O": event["object"],
        "M": event["told"].format(S=event["subject"]),
        "m": event["deed"],
        "now": event["present"],
        "not": event["short"],
    }
    agreeing = {k: forms[event["woman"]] for k, forms in AGREE.items()}
    return str(shape["text"].format_map({**words, **agreeing}))


def whole(text: str, shape: dict[str, Any], event: dict[str, Any]) -> bool:
    """Does the event come out of the sentence with its type, parties and status?"""
    wanted = (shape["status"],) if "status" in shape else FACTS
    return any(
        e.type in event["types"]
        and e.status in wanted
        and {p.country for p in e.actors} == set(event["actors"])
        and {p.country for p in e.recipients} == set(event["recipients"])
        for e in khabar.code(text, language="ar", published=DAY).events
    )


def main(shown: list[str]) -> None:
    """Prints the count, what is lost most, and the lost sentences of the shapes named."""
    data = tomllib.loads((HERE / "shapes.toml").read_text("utf-8"))
    lost = [
        (shape["name"], event["told"], text)
        for shape in data["shape"]
        for event in data["event"]
        if not whole(text := sentence(shape, event), shape, event)
    ]
    tried = len(data["shape"]) * len(data["event"])
    print(f"{tried - len(lost)} of {tried} whole ({(tried - len(lost)) / tried:.3f})")
    for what, column in (("shapes", 0), ("events", 1)):
        print(f"{what} that lose most: " + ", ".join(f"{name} {n}" for name, n in Counter(x[column] for x in lost).most_common(12)))
    for name, _, text in lost:
        if name in shown:
            print(f"{name}: {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
