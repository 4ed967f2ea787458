"""The shelf: an open store with all that it can do. The only place that writes; nothing is computed here.

One transaction a report; another when the stories around some reports are made anew. What a row holds was worked out by the rooms
before.
"""

from __future__ import annotations

from khabar.store.asking import Asking
from khabar.store.ledger import Ledger
from khabar.store.reports import Reports
from khabar.store.stories import Stories


class Shelf(Reports, Stories, Ledger, Asking):
    """Reports, stories, the lists beside them, and the questions to all of it, over one engine."""
