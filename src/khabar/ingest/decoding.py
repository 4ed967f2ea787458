"""From bytes to text: refuses what is none, finds the encoding, says what is odd. Every step is linear in the length of the input."""

from __future__ import annotations

import codecs
import json
import re
from itertools import islice
from typing import Any

from khabar.errors import InputError
from khabar.model import Issue, Span

MAX_TEXT = 20_000_000
"""Code points of one report that are read. What lies behind is cut off, with an Issue."""
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


def refuse(path: str, data: bytes) -> None:
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
            text = decoded(data, name, whole)
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
            return _readable(path, decoded(data, name, whole)), name
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
    return _readable(path, decoded(data, best, whole)), best


def decoded(data: bytes, encoding: str, whole: bool) -> str:
    """The text of bytes in a known encoding, U+FFFD for what is broken; ``whole``: no more of them follow."""
    return codecs.getincrementaldecoder(encoding)("replace").decode(data, whole)


def _binary(text: str) -> bool:
    """No text that anybody wrote: a NUL, or more than one control character or broken byte in fifty."""
    return "\x00" in text or sum(1 for _ in islice(_CONTROL.finditer(text), len(text) // 50 + 1)) * 50 > len(text)


def _readable(path: str, text: str) -> str:
    if _binary(text):
        raise InputError(f"{path}: is binary, not text")
    return text


# ------------------------------------------------------------------ text that is odd, but text

NO_CHARACTER = re.compile("[\ud800-\udfff\x00]")
_OVERRIDE = re.compile("[\u202d\u202e]")
_MOJIBAKE = re.compile("[\u00d8\u00d9][\u00a0-\u00bf\u2018-\u203a\u0152-\u017e\u02c6\u2020-\u2026\u20ac\u2122\u0192]")


_QUOTE_LEFT = re.compile("&?(?:amp;)?quot;")  # an entity that lost its first sign, or was escaped twice


def clean(text: str, issues: list[Issue]) -> str:
    """The text without what no store can hold (NUL, half a surrogate pair: U+FFFD instead), and Issues for what is odd."""
    text = _QUOTE_LEFT.sub('"', text)
    if NO_CHARACTER.search(text):
        text, n = NO_CHARACTER.subn("\ufffd", text)
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


def cut_off(text: str, issues: list[Issue]) -> str:
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


def json_value(line: str) -> Any:
    """The value, or an exception object: broken JSON, nested too deep."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        return error
