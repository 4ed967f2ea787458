"""khabar: reads news reports and keeps one sourced record of diplomacy.

>>> import khabar
>>> record = khabar.read(["a.txt", "b.txt"])   # Record; record.to_dict() is the JSON of docs/record.md

Everything is loaded when it is first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from khabar import page as page
    from khabar.api import (
        check_pack,
        code,
        countries,
        examples,
        explain,
        format_pack,
        gazetteer,
        geonames,
        is_store,
        languages,
        located,
        names,
        places,
        posts,
        read,
        read_all,
        read_feed,
        tenures,
        vocabulary,
    )
    from khabar.errors import InputError, KhabarError, PackError, StoreError
    from khabar.export import FORMATS, Taken, read_polecat, take
    from khabar.fetch import Fetched, fetch_feeds
    from khabar.keeping import Recoded
    from khabar.kept import Added, Rows, Store
    from khabar.model import Claim, Coded, Decision, Dossier, Entity, Event, Report, Statement, Story
    from khabar.record import Record
    from khabar.store import Finding, Hit
    from khabar.web import desk, hashed, serve

_HOME = {
    **dict.fromkeys(("read", "read_all", "code", "examples", "explain", "check_pack", "format_pack", "is_store", "languages"), "khabar.api"),
    **dict.fromkeys(("gazetteer", "geonames", "located", "names", "places", "posts", "read_feed", "tenures"), "khabar.api"),
    **dict.fromkeys(("desk", "hashed", "serve"), "khabar.web"),
    **dict.fromkeys(("countries", "vocabulary"), "khabar.api"),
    **dict.fromkeys(("FORMATS", "Taken", "read_polecat", "take"), "khabar.export"),
    **dict.fromkeys(("Fetched", "fetch_feeds"), "khabar.fetch"),
    **dict.fromkeys(("KhabarError", "InputError", "PackError", "StoreError"), "khabar.errors"),
    **dict.fromkeys(("Added", "Rows", "Store"), "khabar.kept"),
    **dict.fromkeys(("Claim", "Coded", "Decision", "Dossier", "Entity", "Event", "Report", "Statement", "Story"), "khabar.model"),
    "Record": "khabar.record",
    "Finding": "khabar.store",
    "Hit": "khabar.store",
    "Recoded": "khabar.keeping",
}

__all__ = [
    "FORMATS", "Added", "Claim", "Coded", "Decision", "Dossier", "Entity", "Event", "Fetched", "Finding", "Hit", "InputError",
    "KhabarError", "PackError", "Recoded", "Record", "Report", "Rows", "Statement", "Store", "StoreError", "Story", "Taken", "check_pack",
    "code", "countries", "desk", "examples", "explain", "fetch_feeds", "format_pack", "gazetteer", "geonames", "hashed", "is_store", "languages",
    "located", "names", "page", "places", "posts", "read", "read_all", "read_feed", "read_polecat", "serve", "take", "tenures", "vocabulary",
]  # fmt: skip
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name == "page":
        return import_module("khabar.page")
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'khabar' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
