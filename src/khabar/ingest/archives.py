"""Web archives (WARC 1.0 and 1.1, plain or packed with gzip): the pages in them, one at a time.

Read as a stream: an archive may be larger than the memory. Every line, header and page is bounded.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from typing import BinaryIO
from urllib.parse import urlsplit

from khabar.errors import InputError

MAX_PAGE = 20_000_000
"""Bytes of a page, also unpacked."""
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")
MAX_HEAD = 200_000
"""Bytes of the headers of a record."""
_FAULTS = (OSError, EOFError, zlib.error, ValueError)
"""What is raised for bytes that are not what they should be."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent for an address. content_type: as its header says."""

    url: str
    content_type: str
    body: bytes


def is_archive(head: bytes) -> bool:
    """Does it begin as a WARC does? head: the first bytes, 512 at least where there are so many."""
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, 5)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def pages(file: BinaryIO) -> Iterator[Page | InputError]:
    """The pages of an archive: what servers sent with status 200, and text that was taken out of pages; pictures and styles are passed over.

    An InputError stands in place of a page that cannot be read; where the archive itself breaks off, it is the last thing.
    """
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    stream = gzip.GzipFile(fileobj=file) if packed else file
    number = 0
    try:
        while line := stream.readline(1024):
            if not line.strip():
                continue
            number += 1
            if not line.startswith(b"WARC/"):
                yield InputError(f"record {number} does not begin as one. The archive is damaged from there on")
                return
            headers = _headers(stream)
            length = int(headers.get("Content-Length", ""))
            if length < 0:
                raise ValueError("a length below nought")
            url = (headers.get("WARC-Target-URI") or "").strip().strip("<>")
            kind = (headers.get("WARC-Type") or "").strip().lower()
            if kind in ("response", "resource", "conversion") and url.startswith(("http://", "https://")) and not _is_rule(url):
                record = stream.read(min(length, MAX_PAGE))
                length -= len(record)
                if length and len(record) < MAX_PAGE:
                    raise EOFError("it ends before its end")
                found = _page(url, record, length > 0) if kind == "response" else Page(url, headers.get("Content-Type") or "", record)
                if isinstance(found, InputError) or (found is not None and found.content_type.partition(";")[0].strip().lower() in _KINDS):
                    yield found
            while length > 0:
                passed = len(stream.read(min(length, 1 << 20)))
                if not passed:
                    raise EOFError("it ends before its end")
                length -= passed
    except _FAULTS as error:
        yield InputError(f"record {number} cannot be read ({str(error)[:120] or type(error).__name__}). The archive is damaged from there on")


def _is_rule(url: str) -> bool:
    """robots.txt is text, but no page."""
    try:
        return urlsplit(url).path == "/robots.txt"
    except ValueError:
        return False


def _headers(stream: BinaryIO | gzip.GzipFile) -> Message:
    """The headers that stand next, to the empty line behind them."""
    lines, left = [], MAX_HEAD
    while (line := stream.readline(left)).strip():
        lines.append(line)
        left -= len(line)
        if left <= 0:
            raise ValueError(f"headers of more than {MAX_HEAD:,} bytes")
    return BytesHeaderParser().parsebytes(b"".join(lines))


def _page(url: str, record: bytes, cut: bool) -> Page | InputError | None:
    """The page in an answer of a server; None for an answer that has none (a redirect, an error)."""
    answer = io.BytesIO(record)
    try:
        status = answer.readline(1024).split(None, 2)
        if status[:1] and not status[0].startswith(b"HTTP/"):
            raise ValueError("it is no answer of a server")
        headers = _headers(answer)
        kind, packing = headers.get("Content-Type", ""), headers.get("Content-Encoding", "").strip().lower()
        if status[1:2] != [b"200"] or kind.partition(";")[0].strip().lower() not in _KINDS:
            return None
        if cut:
            return InputError(f"{url} is larger than {MAX_PAGE:,} bytes")
        body = answer.read()
        # Some archives keep what was joined and unpacked with the headers of what was not: the bytes decide.
        if "chunked" in headers.get("Transfer-Encoding", "").lower():
            body = _joined(body)
        if packing in ("gzip", "x-gzip", "deflate") and body.startswith((b"\x1f\x8b", b"\x78")):
            unpacking = zlib.decompressobj(47)
            body = unpacking.decompress(body, MAX_PAGE)
            if unpacking.unconsumed_tail:
                return InputError(f"{url} is larger than {MAX_PAGE:,} bytes when unpacked")
        elif packing not in ("", "identity", "gzip", "x-gzip", "deflate"):
            return InputError(f"{url} is packed with {packing[:20]}, which khabar does not read")
        return Page(url, kind, body)
    except _FAULTS as error:
        return InputError(f"{url} cannot be read ({str(error)[:120] or type(error).__name__})")


_CHUNK = re.compile(rb"(?:\r?\n)?([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r\n")


def _joined(body: bytes) -> bytes:
    """A body that was sent in chunks, whole; as it is where it is whole already."""
    parts, at = [], 0
    while m := _CHUNK.match(body, at):
        at = m.end() + int(m.group(1), 16)
        parts.append(body[m.end() : at])
        if at == m.end():
            break
    return b"".join(parts) if parts else body
