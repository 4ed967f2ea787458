"""Feeds (RSS 0.9 to 2.0, RDF, Atom): what they say of each of their entries. Nothing is loaded, no entity is resolved."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit

from khabar.errors import InputError
from khabar.ingest.raw import iso

MAX_FEED = 50_000_000
"""Bytes of a feed: its tree takes ten times as much memory. Feeds of news have 20 kB to 2 MB."""
# Media RSS and the elements for podcasts have a title and a description too: those of a picture or a sound.
_BESIDE = ("http://search.yahoo.com/mrss", "http://www.itunes.com/dtds/podcast")
_DATES = ("pubDate", "published", "date", "updated", "modified")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one page. body: markup or text, as it stands; published: ISO, or None; changed: tells this version from the next."""

    url: str | None
    title: str | None
    body: str
    author: str | None
    outlet: str | None
    published: str | None
    changed: str


def read_feed(data: bytes, base: str | None = None) -> list[Entry]:
    """The entries of a feed in its order. base: its address, for links that are not whole. Raises InputError for what is no feed.

    An entry's outlet is the source that it names, else the title of the feed.
    """
    from lxml import etree  # type: ignore[import-untyped]

    if len(data) > MAX_FEED:
        raise InputError(f"is a feed of more than {MAX_FEED:,} bytes. Split it")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"is no feed: {error}") from None
    if root is None or _name(root) not in ("rss", "RDF", "feed"):
        raise InputError("is no feed (RSS or Atom). Give the address of the feed, not of a page")
    channel = next((c for c in root if _name(c) == "channel"), root)
    name = _text(channel, "title")
    return [_entry(e, base, name) for e in root.iter() if _name(e) in ("item", "entry")]


def _entry(item: Any, base: str | None, feed: str | None) -> Entry:
    source = next((c for c in item if _name(c) == "source"), None)
    outlet = (_text(source, "title") or _line(source.text)) if source is not None else None
    dates = {_name(c): (c.text or "").strip() for c in item if _name(c) in _DATES}
    said = next((dates[n] for n in _DATES if dates.get(n)), "")
    bodies = {_name(c): _markup(c) for c in item if _name(c) in ("encoded", "content", "description", "summary")}
    body = next((bodies[n] for n in ("encoded", "content", "description", "summary") if bodies.get(n)), "")
    person = next((c for c in item if _name(c) in ("creator", "author")), None)
    author = (_text(person, "name") or _line(person.text)) if person is not None else None
    return Entry(_link(item, base), _text(item, "title"), body, author, outlet or feed, iso(said), json.dumps(dates, sort_keys=True))


def _name(element: object) -> str:
    """The name without its namespace; '' for comments and for what describes a picture or a sound."""
    tag = getattr(element, "tag", "")
    if not isinstance(tag, str) or tag.startswith(tuple("{" + b for b in _BESIDE)):
        return ""
    return tag.rpartition("}")[2]


def _text(element: Any, name: str) -> str | None:
    child = next((c for c in element if _name(c) == name), None)
    return _line("".join(child.itertext())) if child is not None else None


def _line(words: str | None) -> str | None:
    """Words on one line. A title may be markup that was escaped once more; its tags go."""
    return " ".join(re.sub(r"</?[a-zA-Z][^<>]{0,300}>", " ", words or "").split())[:500] or None


def _markup(element: Any) -> str:
    from lxml import etree

    inside = "".join(etree.tostring(c, encoding="unicode", method="html") for c in element)
    return ((element.text or "") + inside).strip()


def _link(item: Any, base: str | None) -> str | None:
    """The address of the page, whole where that can be known, without its fragment."""
    found = ""
    for child in item:
        if _name(child) == "link":
            if child.get("href"):  # Atom
                if child.get("rel", "alternate") == "alternate":
                    found = str(child.get("href")).strip()
            elif (child.text or "").strip():
                found = str(child.text).strip()
        if found:
            break
    if not found:
        guid = next((c for c in item if _name(c) == "guid" and c.get("isPermaLink", "true") == "true"), None)
        found = (guid.text or "").strip() if guid is not None else ""
        if not found.startswith("http"):
            return None
    try:
        return urlunsplit(urlsplit(urljoin(base or "", found))._replace(fragment="")) or None
    except ValueError:  # "http://[": no address
        return None
