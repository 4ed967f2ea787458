"""From bytes to text: which format, which encoding, which body.

What an input is, its content says, never its name. ``raw_reports`` is the whole of it: it hands out one ``Raw`` a report, or an
``InputError`` for what cannot be read, so that one broken line of a file takes nothing else with it. Every step is linear in
the length of the input and bounded: ``MAX_TEXT`` code points a report, ``MAX_TAGS`` tags for the parser of pages.
"""

from __future__ import annotations

import codecs
import html
import io
import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any, BinaryIO

from khabar.errors import InputError
from khabar.ingest.archives import is_archive, pages
from khabar.model import Issue, Span, When

MAX_TEXT = 20_000_000
"""Code points of one report that are read. What lies behind is cut off, with an Issue."""
MAX_TAGS = 30_000
"""Tags of a page up to which trafilatura (70 microseconds a tag, on 2 cores, November 2025) looks for the body. Real pages have
300 to 5,000; above, the plain reader takes the text."""
MAX_TAG = 2_000
"""Length of one tag that the parser is given with its attributes: their cost is the square of their number."""
MAX_NODE = 2_000_000
"""Code points of a page for trafilatura; its patterns are not made for more."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows of an input and the input need not say. ``published`` is an ISO date or timestamp; ``content_type`` is
    what a server said with it."""

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    """One report: decoded, its body taken out of the format. ``byline``: what metadata call the author, as it stands there."""

    text: str
    title: str | None
    outlet: str | None
    url: str | None
    published: When | None
    language: str | None
    source_id: str | None
    path: str | None
    issues: tuple[Issue, ...]
    byline: str | None = None


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
    _refuse(path, data)
    probe, encoding = decode(path, data[:65_536], whole=len(data) <= 65_536)
    if is_json(probe):
        yield from _json(path, data, probe, encoding, given, published)
        return
    if _FEED.search(probe[:4096]):
        yield from _feed(path, data, given, published)
        return
    page = is_page(probe)
    if not page and _XML.match(probe):
        raise InputError(f"{path}: is XML of a kind that khabar does not read. Give it as text, HTML or JSON Lines")
    issues: list[Issue] = []
    limit = 4 * MAX_TEXT + 4
    text, _ = decode(path, data[:limit], len(data) <= limit)
    if page:
        cut = _cut(text, issues)
        yield _page(path, cut, given, published, [Issue(i.code, i.message) for i in issues])
        return
    cut = _cut(_clean(text, issues), issues)
    if not cut.strip():
        raise InputError(f"{path}: is empty")
    yield Raw(cut, None, given.outlet, given.url, published, given.language, None, path, tuple(issues))


_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF; save its text"),
    (b"PK\x03\x04", "a ZIP archive or an office document; save its text"),
    (b"\xd0\xcf\x11\xe0", "an office document; save its text"),
    (b"{\\rtf", "an RTF document; save its text"),
    (b"\x1f\x8b", "packed with gzip; unpack it"),
    (b"BZh", "packed with bzip2; unpack it"),
    (b"\xfd7zXZ\x00", "packed with xz; unpack it"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd; unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "packed with 7-Zip; unpack it"),
    (b"Rar!", "packed with RAR; unpack it"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "sound, video or a picture"),
    (b"\x00\x00\x00\x18ftyp", "a video"),
    (b"\x00\x00\x00\x20ftyp", "a video"),
    (b"ID3", "sound"),
    (b"OggS", "sound or video"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
)


def _refuse(path: str, data: bytes) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"{path}: is {what}" if ";" in what else f"{path}: is {what}, not text")


# ------------------------------------------------------------------ encodings

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CHARSET = re.compile(
    rb"<(?:meta\b[^<>]{0,300}?charset|\?xml\b[^<>]{0,100}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I
)
# What news is written in, in UTF-16: ASCII, Latin-1, Cyrillic, Hebrew to Arabic, punctuation, presentation forms.
_PLAUSIBLE = re.compile("[\t\n\r -~\u00a0-\u00ff\u0400-\u04ff\u0590-\u06ff\u0750-\u077f\u200b-\u206f\ufb50-\ufdff\ufe70-\ufefc]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f\ufffd]")
_AL_WORD = re.compile(
    "(?<![^\\W\\d_])[\u0648\u0641\u0628\u0643]?\u0627\u0644[\u0621-\u064a]{2,}"
)  # a word with the Arabic article
_WORD = re.compile(r"[^\W\d_]{2,}")


def decode(path: str, data: bytes, whole: bool = True) -> tuple[str, str]:
    """The text of some bytes and the name of their encoding: byte-order mark, UTF-8, UTF-16 without a mark, what a page declares,
    windows-1256 and its relatives by their letters, else what charset-normalizer finds.

    In: ``whole`` is False when ``data`` is only the beginning and may end inside a character. Errors: raises InputError for
    binary data and for text in no encoding that can be told.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            text = _decoded(data, name, whole)
            return _readable(path, text.removeprefix("\ufeff")), name
    bad: UnicodeDecodeError | None = None
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(data, whole)
        if not _binary(text):
            return text, "utf-8"
    except UnicodeDecodeError as error:
        bad = error
    for name in ("utf-16-le", "utf-16-be"):
        sample = data[:8192].decode(name, "replace")
        if len(data) > 3 and sum(1 for _ in _PLAUSIBLE.finditer(sample)) >= 0.95 * len(sample):
            return _readable(path, _decoded(data, name, whole)), name
    if b"\x00" in data or bad is None:
        raise InputError(f"{path}: is binary, not text")
    # UTF-8 with a few broken bytes: cut through the middle of a letter, or one bad paste.
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken * 20 <= sum(1 for c in text if c > "\x7f"):
        return _readable(path, text), "utf-8"
    declared = _CHARSET.search(data[:4096])
    if declared is not None:
        try:
            name = codecs.lookup(declared.group(1).decode("ascii")).name
            text = data.decode(name)
            if not _binary(text):
                return text, name
        except (LookupError, UnicodeError):
            pass  # pages lie about it
    best, share = "", 0.08  # of 100 words of Arabic news 25 to 40 have the article; of other text so decoded hardly one
    for name in ("cp1256", "iso8859-6", "mac-arabic", "cp864"):
        sample = data[:32_768].decode(name, "replace")
        words = sum(1 for _ in _WORD.finditer(sample))
        found = sum(1 for _ in _AL_WORD.finditer(sample)) / max(words, 1)
        if found > share and not _binary(sample):
            best, share = name, found
    if not best:
        from charset_normalizer import from_bytes

        match = from_bytes(data[:32_768]).best()
        best = match.encoding if match is not None else ""
    if not best:
        raise InputError(f"{path}: is in no encoding that khabar knows. Save it as UTF-8")
    return _readable(path, _decoded(data, best, whole)), best


def _decoded(data: bytes, encoding: str, whole: bool) -> str:
    return codecs.getincrementaldecoder(encoding)("replace").decode(data, whole)


def _binary(text: str) -> bool:
    """No text that anybody wrote: a NUL, or more than one control character or broken byte in fifty."""
    return "\x00" in text or sum(1 for _ in islice(_CONTROL.finditer(text), len(text) // 50 + 1)) * 50 > len(text)


def _readable(path: str, text: str) -> str:
    if _binary(text):
        raise InputError(f"{path}: is binary, not text")
    return text


# ------------------------------------------------------------------ text that is odd, but text

_SURROGATE = re.compile("[\ud800-\udfff\x00]")
_OVERRIDE = re.compile("[\u202d\u202e]")
_MOJIBAKE = re.compile("[\u00d8\u00d9][\u00a0-\u00bf\u2018-\u203a\u0152-\u017e\u02c6\u2020-\u2026\u20ac\u2122\u0192]")


def _clean(text: str, issues: list[Issue]) -> str:
    """The text without what no store can hold (NUL, half a surrogate pair: U+FFFD instead), and Issues for what is odd."""
    if _SURROGATE.search(text):
        text, n = _SURROGATE.subn("\ufffd", text)
        issues.append(
            Issue("bad-characters", f"{n} characters that are none (NUL, half of a surrogate pair) were replaced by U+FFFD")
        )
    elif "\ufffd" in text:
        issues.append(Issue("bad-characters", f"{text.count(chr(0xFFFD))} broken bytes stand as U+FFFD"))
    override = _OVERRIDE.search(text)
    if override is not None:
        issues.append(
            Issue(
                "bidi-override",
                "the text turns the direction of reading by force (U+202D, U+202E): it may not be what it looks like",
                Span(*override.span()),
            )
        )
    head = text[:20_000]
    if sum(1 for _ in _MOJIBAKE.finditer(head)) * 5 > sum(1 for _ in _WORD.finditer(head)) + 20:
        issues.append(Issue("mojibake", "the text was decoded wrongly before it came here (UTF-8 taken for Latin): get it anew"))
    return text


def _cut(text: str, issues: list[Issue]) -> str:
    if len(text) <= MAX_TEXT:
        return text
    issues.append(
        Issue(
            "truncated",
            f"only the first {MAX_TEXT:,} characters were read, {len(text) - MAX_TEXT:,} or more were cut off",
            Span(MAX_TEXT, MAX_TEXT),
        )
    )
    return text[:MAX_TEXT]


def iso(value: str) -> str | None:
    """A date as metadata write it, as ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or a full ISO timestamp; None for what is no date."""
    value = "".join(
        str(unicodedata.digit(c)) if c.isdigit() and unicodedata.digit(c, None) is not None else c for c in value.strip()[:64]
    )
    try:
        if re.fullmatch(r"\d{4}", value):
            return value if 1900 <= int(value) <= 2100 else None
        if re.fullmatch(r"\d{4}-\d\d", value):
            return value if 1900 <= int(value[:4]) <= 2100 and 1 <= int(value[5:]) <= 12 else None
        if m := re.fullmatch(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)", value):
            day = date(*map(int, m.groups()))
            return day.isoformat() if 1900 <= day.year <= 2100 else None
        if re.match(r"\d{4}", value):
            text = re.sub(r"\s+(?=[+-]\d\d:?\d\d$)|\s+(?=UTC$|GMT$|Z$)", "", value)
            text = re.sub(r"(?:UTC|GMT)$", "Z", text).replace("/", "-")
            moment = datetime.fromisoformat(text)
        elif re.match(r"(?:[A-Za-z]{3}, ?)?\d{1,2} [A-Za-z]{3} \d{4} \d", value):  # RFC 2822
            moment = parsedate_to_datetime(value)
        else:
            return None
        if not 1900 <= moment.year <= 2100:
            return None
        return moment.date().isoformat() if len(value) <= 10 else moment.isoformat(timespec="seconds")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


# ------------------------------------------------------------------ JSON Lines


def is_json(text: str) -> bool:
    """JSON Lines, a JSON object or an array of objects, by its beginning: one of the first lines is a whole object, or the
    text begins as only JSON does."""
    if re.match(r"\s*(?:\{\s*\"|\[\s*\{)", text):
        return True
    lines = [line for line in text.split("\n", 20)[:20] if line.strip()]
    if sum(line.lstrip().startswith("{") for line in lines) * 2 < len(lines) or not lines:
        return False
    return any(isinstance(_parse(line), dict) for line in lines)


def _parse(line: str) -> Any:
    """The value, or an exception object: broken JSON, nested too deep."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        return error


def _json(path: str, data: bytes, probe: str, encoding: str, given: Given, published: When | None) -> Iterator[Raw | InputError]:
    rows: Iterable[tuple[str, Any]]
    whole = None
    array = probe.lstrip().startswith("[")
    if array or isinstance(_parse(probe.lstrip().split("\n", 1)[0]), Exception):  # no JSON Lines, or the first line is broken
        whole = _parse(_decoded(data, encoding, True).removeprefix("\ufeff"))
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
            yield where, _parse(line)


def _row(where: str, path: str, row: dict[str, Any], given: Given, published: When | None) -> Raw | InputError:
    issues: list[Issue] = []
    text = row.get("text")
    if not isinstance(text, str):
        return InputError(f'{where}: has no "text"')
    if not text.strip():
        return InputError(f'{where}: its "text" is empty')
    text = _cut(_clean(text, issues), issues)
    fields: dict[str, str | None] = {}
    for name in ("id", "title", "outlet", "url", "published", "language", "author"):
        value = row.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and name == "id":
            value = str(value)
        if value is not None and not isinstance(value, str):
            issues.append(Issue("bad-field", f'"{name}" is no string and was left out'))
            value = None
        fields[name] = (_SURROGATE.sub("\ufffd", value).strip() or None) if value is not None else None
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
        text = _cut(_clean(plain(e.body), issues), issues)
        title = _line(e.title)
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
    for page in pages(file):
        number += 1
        if isinstance(page, InputError):
            yield InputError(f"{path}: {page}")
            continue
        try:
            mine = replace(given, url=given.url or page.url, content_type=page.content_type)
            yield from (replace(r, path=path) if isinstance(r, Raw) else r for r in raw_reports(f"{path}, {page.url}", page.body, mine))
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


# ------------------------------------------------------------------ pages

_FEED = re.compile(
    r"\A\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?(?:<\?[^<>]{0,300}\?>\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.S
)
_XML = re.compile(r"\s*<\?xml[\s?]")
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


def _page(path: str, text: str, given: Given, published: When | None, issues: list[Issue]) -> Raw:
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
    body = _cut(_clean(body, issues), issues)
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
    return _Meta(_line(title), _line(site), _line(author), published, canonical)


def _line(value: str | None) -> str | None:
    return " ".join(_SURROGATE.sub("", html.unescape(value)).split())[:500] or None if value else None


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
        value = _parse(tag.text.strip())
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
