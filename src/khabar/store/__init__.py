"""The store: reports, events and stories kept in a SQLite file or a PostgreSQL database. SQL does not leave this room.

It keeps and finds; what it keeps was worked out by the rooms before.
"""

from __future__ import annotations

from khabar.store.codec import pack, unpack
from khabar.store.filters import Filters
from khabar.store.find import Hit, search
from khabar.store.health import Finding, backup, examine, reindex, repair
from khabar.store.leaf import Leaf, Line, Made, now
from khabar.store.shelf import Shelf

__all__ = [
    "Filters", "Finding", "Hit", "Leaf", "Line", "Made", "Shelf",
    "backup", "examine", "now", "pack", "reindex", "repair", "search", "unpack",
]  # fmt: skip
