"""The door: what kind of input it is, and the reports in it.

What an input is, its content says, never its name. ``raw_reports`` is the whole of it: it hands out one ``Raw`` a report, or an
``InputError`` for what cannot be read, so that one broken line of a file takes nothing else with it. Every step is linear in
the length of the input and bounded: ``MAX_TEXT`` code points a report, ``MAX_TAGS`` tags for the parser of pages (`webpage`).
"""

from __future__ import annotations

import codecs
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from typing import Any, BinaryIO

from khabar.errors import InputError
from khabar.ingest.archives import is_archive, pages
from khabar.ingest.decoding import MAX_TEXT, NO_CHARACTER, clean, cut_off, decode, decoded, json_value, refuse
from khabar.ingest.raw import Given, Raw, iso
from khabar.ingest.webpage import is_page, one_line, page, plain
from khabar.model import Issue, When

_FEED = re.compile(
    r"\A\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?(?:<\?[^<>]{0,300}\?>\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.S
)
_XML = re.compile(r"\s*<\?xml[\s?]")


# ------------------------------------------------------------------ where reports lie


def paths(args: Iterable[str]) -> Iterator[str]:
    """The arguments, folders replaced by the files in them.

    In: paths as the user wrote them; ``-`` (standard input) stays. Out: files of a folder in sorted order, at any depth, that by
    their ending may be reports; others (``README.md``, pictures) and hidden files and folders (``.git``) are passed over when they
    are not named themselves. A path that does not exist is handed on:
    ``content`` says so.
    """
    for arg in args:
        if arg != "-" and os.path.isdir(arg):
            for folder, folders, files in os.walk(arg):
                folders[:] = sorted(f for f in folders if not f.startswith("."))
                for name in sorted(f for f in files if not f.startswith(".") and _may_be(f.lower())):
                    path = os.path.join(folder, name)
                    if os.path.isfile(path):  # a pipe or a dead link in a folder is no report
                        yield path
        else:
            yield arg


_ENDINGS = frozenset(
    ("", ".txt", ".text", ".htm", ".html", ".xhtml", ".json", ".jsonl", ".ndjson", ".rss", ".atom", ".rdf", ".xml", ".warc")
)


def _may_be(name: str) -> bool:
    return os.path.splitext(name)[1] in _ENDINGS or name.endswith(".warc.gz")


def content(path: str) -> bytes | BinaryIO:
    """The bytes of a file, or of standard input for ``-``; a web archive, which may be larger than the memory, as an open file.

    Raises InputError with what is wrong and what to do.
    """
    try:
        if path == "-":
            return sys.stdin.buffer.read()
        with ExitStack() as stack:
            file = stack.enter_context(open(path, "rb"))
            head = file.read(512)
            if is_archive(head):
                file.seek(0)
                stack.pop_all()
                return file
            return head + file.read()
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file. Check the path") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder. Give its files, or let khabar walk it") from None
    except PermissionError:
        what = "is a folder" if os.path.isdir(path) else "may not be read"  # Windows refuses to open a folder
        raise InputError(f"{path}: {what}. Check its permissions") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise InputError(f"{path}: cannot be read ({error})") from None


# ------------------------------------------------------------------ the door


def raw_reports(path: str, data: bytes | BinaryIO, given: Given) -> Iterator[Raw | InputError]:
    """The reports in one input, told apart by content: text, HTML, JSON Lines (also one JSON object or array), feeds, web archives.

    In: the path (for messages and ``Raw.path``), what ``content`` gave, what the caller gives. Out: a ``Raw`` a report; for a line of
    JSON Lines, an entry of a feed, a page of an archive that cannot be read an ``InputError`` object in its place. Errors: raises
    InputError when the input as a whole cannot be read (empty, binary, no known encoding, a format that khabar does not read) or
    ``given.published`` is no date.
    """
    if not isinstance(data, bytes):
        with data:
            yield from _archive(path, data, given)
        return
    if given.content_type is not None:
        data = _sent(path, data, given.content_type)
    published = None
    if given.published is not None:
        value = iso(given.published)
        if value is None:
            raise InputError(
                f"{path}: publication date {given.published!r} is no date. Write it as 2020-07-14 or 2020-07-14T09:30:00+03:00"
            )
        published = When(value, None, "given")
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise InputError(f"{path}: is empty")
    if given.content_type is None and is_archive(data[:512]):  # no archive in an archive: it might hold itself
        yield from _archive(path, io.BytesIO(data), given)
        return
    refuse(path, data)
    probe, encoding = decode(path, data[:65_536], whole=len(data) <= 65_536)
    if is_json(probe):
        yield from _json(path, data, probe, encoding, given, published)
        return
    if _FEED.search(probe[:4096]):
        yield from _feed(path, data, given, published)
        return
    is_html = is_page(probe)
    if not is_html and _XML.match(probe):
        raise InputError(f"{path}: is XML of a kind that khabar does not read. Give it as text, HTML or JSON Lines")
    issues: list[Issue] = []
    limit = 4 * MAX_TEXT + 4
    text, _ = decode(path, data[:limit], len(data) <= limit)
    if is_html:
        cut = cut_off(text, issues)
        yield page(path, cut, given, published, [Issue(i.code, i.message) for i in issues])
        return
    cut = cut_off(clean(text, issues), issues)
    if not cut.strip():
        raise InputError(f"{path}: is empty")
    yield Raw(cut, None, given.outlet, given.url, published, given.language, None, path, tuple(issues))


# ------------------------------------------------------------------ JSON Lines


def is_json(text: str) -> bool:
    """JSON Lines, a JSON object or an array of objects, by its beginning: one of the first lines is a whole object, or the
    text begins as only JSON does."""
    if re.match(r"\s*(?:\{\s*\"|\[\s*\{)", text):
        return True
    lines = [line for line in text.split("\n", 20)[:20] if line.strip()]
    if sum(line.lstrip().startswith("{") for line in lines) * 2 < len(lines) or not lines:
        return False
    return any(isinstance(json_value(line), dict) for line in lines)


def _json(path: str, data: bytes, probe: str, encoding: str, given: Given, published: When | None) -> Iterator[Raw | InputError]:
    rows: Iterable[tuple[str, Any]]
    whole = None
    array = probe.lstrip().startswith("[")
    if array or isinstance(json_value(probe.lstrip().split("\n", 1)[0]), Exception):  # no JSON Lines, or the first line is broken
        whole = json_value(decoded(data, encoding, True).removeprefix("\ufeff"))
    if array and isinstance(whole, Exception):
        raise InputError(f"{path}: {_broken(whole)}")
    if isinstance(whole, dict):
        rows = [(path, whole)]
    elif isinstance(whole, list):
        rows = [(f"{path}, entry {i}", value) for i, value in enumerate(whole, 1)]
    else:
        rows = _rows(path, data, encoding)
    for where, value in rows:
        if isinstance(value, InputError):
            yield value
        elif isinstance(value, Exception):
            yield InputError(f"{where}: {_broken(value)}")
        elif not isinstance(value, dict):
            yield InputError(
                f'{where}: is no JSON object. A report has "text" and optionally id, title, outlet, url, published, language'
            )
        else:
            yield _row(where, path, value, given, published)


def _broken(error: Exception) -> str:
    return "is nested too deep" if isinstance(error, RecursionError) else f"is broken JSON ({str(error)[:120]})"


def _rows(path: str, data: bytes, encoding: str) -> Iterator[tuple[str, Any]]:
    lines: Iterable[bytes | str] = (
        io.BytesIO(data) if encoding in ("utf-8", "utf-8-sig") else data.decode(encoding, "replace").split("\n")
    )
    for number, line in enumerate(lines, 1):
        where = f"{path}:{number}"
        if isinstance(line, bytes):
            try:
                line = line.decode("utf-8")
            except UnicodeDecodeError as error:
                yield where, InputError(f"{where}: is not UTF-8 (byte {error.start})")
                continue
        line = line.removeprefix("\ufeff").strip()
        if line:
            yield where, json_value(line)


def _row(where: str, path: str, row: dict[str, Any], given: Given, published: When | None) -> Raw | InputError:
    issues: list[Issue] = []
    text = row.get("text")
    if not isinstance(text, str):
        return InputError(f'{where}: has no "text"')
    if not text.strip():
        return InputError(f'{where}: its "text" is empty')
    text = cut_off(clean(text, issues), issues)
    fields: dict[str, str | None] = {}
    for name in ("id", "title", "outlet", "url", "published", "language", "author"):
        value = row.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and name == "id":
            value = str(value)
        if value is not None and not isinstance(value, str):
            issues.append(Issue("bad-field", f'"{name}" is no string and was left out'))
            value = None
        fields[name] = (NO_CHARACTER.sub("\ufffd", value).strip() or None) if value is not None else None
    said = fields["published"]
    if published is None and said is not None:
        day = iso(said)
        if day is None:
            issues.append(Issue("bad-date", f"publication date {said[:40]!r} is no date that khabar reads, and was left out"))
        else:
            published = When(day, None, "metadata")
    return Raw(
        text,
        fields["title"],
        given.outlet or fields["outlet"],
        given.url or fields["url"],
        published,
        given.language or fields["language"],
        fields["id"],
        path,
        tuple(issues),
        fields["author"],
    )


# ------------------------------------------------------------------ feeds and archives


def _feed(path: str, data: bytes, given: Given, published: When | None) -> Iterator[Raw | InputError]:
    """A report an entry: what the feed tells of it, its address, its date, who published it. The page itself is not fetched."""
    from khabar.ingest.feeds import read_feed

    try:
        entries = read_feed(data, given.url)
    except InputError as error:
        raise InputError(f"{path}: {error}") from None
    if not entries:
        raise InputError(f"{path}: is a feed without entries")
    for number, e in enumerate(entries, 1):
        issues: list[Issue] = []
        text = cut_off(clean(plain(e.body), issues), issues)
        title = one_line(e.title)
        if not text.strip():
            text, title = title or "", None  # a headline is all that it tells
        if not text:
            yield InputError(f"{path}, entry {number}: has neither text nor title")
            continue
        when = published or (When(e.published, None, "metadata") if e.published else None)
        yield Raw(text, title, given.outlet or e.outlet, e.url, when, given.language, None, path, tuple(issues), e.author)


def _archive(path: str, file: BinaryIO, given: Given) -> Iterator[Raw | InputError]:
    """A report a page of a web archive. When it was stored is not when it was published: that is what the page says."""
    number = 0
    for stored in pages(file):
        number += 1
        if isinstance(stored, InputError):
            yield InputError(f"{path}: {stored}")
            continue
        try:
            mine = replace(given, url=given.url or stored.url, content_type=stored.content_type)
            yield from (replace(r, path=path) if isinstance(r, Raw) else r for r in raw_reports(f"{path}, {stored.url}", stored.body, mine))
        except InputError as error:
            yield error
    if not number:
        raise InputError(f"{path}: is a web archive without pages")


def _sent(path: str, data: bytes, content_type: str) -> bytes:
    """What a server sent, in UTF-8 with a mark where it said another encoding: the mark outranks what the page says."""
    kind, _, rest = content_type.partition(";")
    if kind.strip().lower() not in ("text/html", "application/xhtml+xml", "text/plain", ""):
        raise InputError(f"{path}: is {kind.strip()}, not a page of text")
    if found := re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", rest):
        with suppress(LookupError, UnicodeError):  # servers lie about it: the content decides
            name = codecs.lookup(found.group(1)).name
            if name != "utf-8":
                return codecs.BOM_UTF8 + data.decode(name).encode("utf-8")
    return data
