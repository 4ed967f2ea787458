"""The store: reports, events and stories kept in a SQLite file or a PostgreSQL database. SQL does not leave this room.

It keeps and finds; what it keeps was worked out by the rooms before.
"""

from __future__ import annotations

from khabar.store.filters import Filters
from khabar.store.find import Hit, search
from khabar.store.shelf import Kept, Line, Made, Mark, Shelf

__all__ = ["Filters", "Hit", "Kept", "Line", "Made", "Mark", "Shelf", "search"]
