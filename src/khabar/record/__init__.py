"""The record: reports laid side by side. Who copied whom, who said it first, which happening it is, what accounts differ in.

Holds no word of any language (titles are templates of the packs) and no database handle.
"""

from __future__ import annotations

from khabar.record.deciding import check, decided
from khabar.record.dossiers import weave, without
from khabar.record.growing import Bond, Change, Growth, Shelf, grow, trace
from khabar.record.happenings import World
from khabar.record.record import SCHEMA, Filed, Generator, Record, as_dict, day_of, filed, generator, merge
from khabar.record.wording import Titles
from khabar.record.wording import load as titles

__all__ = [
    "SCHEMA",
    "Bond",
    "Change",
    "Filed",
    "Generator",
    "Growth",
    "Record",
    "Shelf",
    "Titles",
    "World",
    "as_dict",
    "check",
    "day_of",
    "decided",
    "filed",
    "generator",
    "grow",
    "merge",
    "titles",
    "trace",
    "weave",
    "without",
]
