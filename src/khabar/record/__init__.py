"""The record: reports laid side by side. Who copied whom, who said it first, which happening it is, what accounts differ in.

Holds no word of any language (titles are templates of the packs) and no database handle.
"""

from __future__ import annotations

from khabar.record.record import SCHEMA, Generator, Record, merge
from khabar.record.stories import World
from khabar.record.titles import Titles
from khabar.record.titles import load as load_titles

__all__ = ["SCHEMA", "Generator", "Record", "Titles", "World", "load_titles", "merge"]
