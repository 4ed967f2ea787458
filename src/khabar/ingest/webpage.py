"""A page of HTML: the body of the piece and what its metadata say.

The parser gets pages of ``MAX_TAGS`` tags and ``MAX_NODE`` code points at most; a scanner that is linear in any input takes what is left.
"""

from __future__ import annotations

import html
import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

from khabar.errors import InputError
from khabar.ingest.decoding import NO_CHARACTER, clean, cut_off, json_value
from khabar.ingest.raw import Given, Raw, iso
from khabar.model import Issue, When

MAX_TAGS = 30_000
"""Tags of a page up to which trafilatura (70 microseconds a tag, on 2 cores, November 2025) looks for the body. Real pages have
300 to 5,000; above, the plain reader takes the text."""
MAX_TAG = 2_000
"""Length of one tag that the parser is given with its attributes: their cost is the square of their number."""
MAX_NODE = 2_000_000
"""Code points of a page for trafilatura; its patterns are not made for more."""
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.I)
_FRAGMENT = re.compile(
    r"\s*<(?:p|div|article|section|main|h1|h2|h3|span|table|meta|title|header|figure|a|b|br|ul|strong)(?:\s[^<>]{0,2000})?/?>",
    re.I,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})([^<>]*)>|<!--|<[!?][^<>]*>")
_LONG_TAG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9]{{0,20}})\b[^<>]{{{MAX_TAG},}}>")
_BLOCK = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
    "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "select", "table",
    "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
))  # fmt: skip
_DROP = frozenset(["noscript", "template", "svg", "math", "iframe", "object", "textarea", "select", "head"])
_FRAME = frozenset(["nav", "header", "footer", "aside", "form", "menu", "button"])  # around the piece, not in it


def is_page(text: str) -> bool:
    """HTML: begins with a tag and has the tags of a page near its beginning, or begins with a tag that only HTML has."""
    head = text[:4096]
    if head.lstrip()[:1] != "<":
        return False
    return _PAGE.search(head) is not None or _FRAGMENT.match(head) is not None


def page(path: str, text: str, given: Given, published: When | None, issues: list[Issue]) -> Raw:
    """The body of a page and what its metadata say. Raises InputError for a page without a word."""
    tame = _LONG_TAG.sub(r"<\1>", re.sub(r"\A\s*<\?xml[^<>]{0,300}>", "", text))
    tree = None
    if len(tame) <= MAX_NODE and sum(1 for _ in islice(_TAG.finditer(tame), MAX_TAGS + 1)) <= MAX_TAGS:
        tree = _tree(tame)
    meta = _meta(tree, given.url) if tree is not None else _Meta()
    body = _body(tree) if tree is not None else None
    if body is None:
        body = plain(tame)
        if not body.strip():
            raise InputError(f"{path}: a page without text")
        issues.append(
            Issue("plain-page", "the body of the page could not be told from what surrounds it: all its text was taken")
        )
    body = cut_off(clean(body, issues), issues)
    if published is None and meta.published is not None:
        published = When(meta.published, None, "metadata")
    title = meta.title
    if title and meta.site:
        title = re.sub(r"\s*[|\u2013\u2014-]\s*" + re.escape(meta.site) + r"\s*$", "", title)
    return Raw(
        body,
        title or None,
        given.outlet or meta.site,
        given.url or meta.url,
        published,
        given.language,
        None,
        path,
        tuple(issues),
        meta.author,
    )


@dataclass(frozen=True, slots=True)
class _Meta:
    title: str | None = None
    site: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None


def _tree(text: str) -> Any:
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as pages

    try:
        parser = pages.HTMLParser(
            collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
        )
        tree = pages.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    depth = 0
    for what, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if what == "start" else -1
        if depth > 200:  # trafilatura goes down by recursion; real pages are 15 to 40 deep
            return None
    return tree


_FAULTS = (ValueError, RecursionError, AttributeError, TypeError, KeyError, IndexError)
"""What trafilatura raises by its own fault on pages that nobody meant to be read."""


def _body(tree: Any) -> str | None:
    """The piece itself, as trafilatura finds it; None when it finds nothing."""
    import logging
    from copy import deepcopy

    from lxml import etree
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells standard error what we say as an Issue
    try:
        found = bare_extraction(deepcopy(tree), include_comments=False, with_metadata=False)
    except (etree.LxmlError, *_FAULTS):
        return None  # the plain reader takes over
    text = getattr(found, "text", None)
    return text if isinstance(text, str) and text.strip() else None


_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date",
    "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date.created",
    "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "article.published",
    "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "article_date_original",
    "rnews:datepublished", "citation_publication_date",
)  # fmt: skip


def _meta(tree: Any, url: str | None) -> _Meta:
    """What a page says of itself in meta tags, JSON-LD and ``<time>``: what is marked as such, nothing guessed from its text.

    trafilatura finds title and author where they are marked in other ways. Its date is not used: it takes any date of the page.
    """
    from lxml import etree
    from trafilatura.metadata import extract_author, extract_title

    names: dict[str, str] = {}
    for tag in islice(tree.iter("meta"), 500):
        content = (tag.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = (tag.get(attribute) or "").strip().lower()
            if name and content:
                names.setdefault(name, content[:2000])
    data = _linked(tree)
    published = next((day for name in _DATE_NAMES if name in names and (day := iso(names[name]))), None)
    if published is None and isinstance(data.get("datePublished"), str):
        published = iso(data["datePublished"])
    if published is None:
        for tag in islice(tree.iter("time"), 50):
            marked = f"{tag.get('itemprop') or ''} {tag.get('class') or ''}".lower()
            if tag.get("pubdate") is not None or re.search(r"publish|entry-date|post-date|posted", marked):
                published = iso(tag.get("datetime") or "")
                if published:
                    break
    found_title = found_author = None
    with suppress(etree.LxmlError, *_FAULTS):  # what the page marks itself is read below
        found_title, found_author = extract_title(tree), extract_author(tree)
    title = names.get("og:title") or _string(data.get("headline")) or found_title
    author = (
        _name(data.get("author"))
        or next((names[n] for n in ("author", "article:author", "dc.creator", "byl") if n in names), None)
        or found_author
    )
    if author and re.match(r"https?:|www\.|@", author):
        author = None
    canonical = url
    if canonical is None:
        link = next((t.get("href") for t in islice(tree.iter("link"), 200) if (t.get("rel") or "").lower() == "canonical"), None)
        canonical = next((u for u in (link, names.get("og:url")) if u and re.match(r"https?://", u)), None)
    site = names.get("og:site_name") or _name(data.get("publisher")) or names.get("application-name")
    return _Meta(one_line(title), one_line(site), one_line(author), published, canonical)


def one_line(value: str | None) -> str | None:
    return " ".join(NO_CHARACTER.sub("", html.unescape(value)).split())[:500] or None if value else None


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _name(value: Any) -> str | None:
    """The name in a JSON-LD value: a string, an object with a name, or a list of these."""
    if isinstance(value, list):
        names = [n for v in value[:5] if (n := _name(v) if not isinstance(v, list) else None)]
        return "; ".join(names) or None
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _linked(tree: Any) -> dict[str, Any]:
    """The JSON-LD object that describes an article; {} when there is none."""
    for tag in islice(tree.iter("script"), 500):
        if (tag.get("type") or "").lower() != "application/ld+json" or not tag.text or len(tag.text) > 200_000:
            continue
        value = json_value(tag.text.strip())
        found: list[Any] = value if isinstance(value, list) else [value]
        if isinstance(value, dict) and isinstance(value.get("@graph"), list):
            found = value["@graph"]
        for entry in found[:50]:
            if isinstance(entry, dict) and re.search(r"Article|Report|Posting", str(entry.get("@type"))):
                return entry
    return {}


def plain(text: str) -> str:
    """All the text of a page, without scripts and, where something is left then, without what surrounds the piece (navigation,
    header, footer). A scanner, no parser: linear in any input."""
    return _scan(text, _DROP | _FRAME) or _scan(text, _DROP) or _scan(text, frozenset())


_RAW = {name: re.compile(rf"</{name}\b[^<>]*>?", re.I) for name in ("script", "style")}


def _scan(text: str, drop: frozenset[str]) -> str:
    parts: list[str] = []
    at, dropped, depth = 0, "", 0
    while True:
        m = _TAG.search(text, at)
        if not dropped:
            parts.append(re.sub(r"\s+", " ", text[at : m.start() if m else len(text)]))
        if m is None:
            break
        at = m.end()
        if m.group() == "<!--":
            stop = text.find("-->", at)
            at = stop + 3 if stop >= 0 else len(text)
            continue
        name, closing = (m.group(2) or "").lower(), bool(m.group(1))
        if name in _RAW and not closing:  # nothing inside is a tag
            stopped = _RAW[name].search(text, at)
            at = stopped.end() if stopped else len(text)
        elif dropped:
            if name == dropped:
                depth += -1 if closing else 1
                if depth == 0:
                    dropped = ""
        elif name in drop and not closing and not m.group(3).endswith("/"):
            dropped, depth = name, 1
        elif name in _BLOCK:
            parts.append("\n")
    lines = (re.sub(r"\s+", " ", line).strip() for line in html.unescape("".join(parts)).split("\n"))
    return "\n".join(line for line in lines if line)
