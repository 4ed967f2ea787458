"""Taking out: the part of a store that fits the filters, in other people's formats. A door: it uses only the public names of ``khabar``.

Here stands which formats there are; how they are written is loaded when something is taken out.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from khabar.export.foreign import read_polecat
    from khabar.export.taking import Taken, take

__all__ = ["FORMATS", "LEVELS", "Format", "Taken", "read_polecat", "take"]

LEVELS = ("story", "event", "claim")
_ACTS = ("story", "event")


class Format(NamedTuple):
    """level: the one when none is asked for; levels: those that it can have; ending: of its file."""

    level: str
    levels: tuple[str, ...]
    ending: str
    tabular: bool = False
    binary: bool = False


FORMATS = {
    "csv": Format("event", LEVELS, "csv", tabular=True),
    "jsonl": Format("event", LEVELS, "jsonl", tabular=True),
    "parquet": Format("event", LEVELS, "parquet", tabular=True, binary=True),
    "xlsx": Format("event", LEVELS, "xlsx", tabular=True, binary=True),
    "polecat": Format("story", _ACTS, "txt", tabular=True),
    "ninjs": Format("event", ("event",), "ninjs.jsonl"),
    "prov": Format("event", LEVELS, "prov.jsonld"),
    "gexf": Format("story", _ACTS, "gexf"),
    "geojson": Format("story", _ACTS, "geojson"),
    "ftm": Format("story", _ACTS, "ftm.jsonl"),
    "timelinejs": Format("story", _ACTS, "timeline.json"),
    "atom": Format("story", ("story",), "atom"),
}


def __getattr__(name: str) -> Any:
    if name in ("Taken", "take"):
        return getattr(import_module("khabar.export.taking"), name)
    if name == "read_polecat":
        return import_module("khabar.export.foreign").read_polecat
    raise AttributeError(f"module 'khabar.export' has no attribute {name!r}")
