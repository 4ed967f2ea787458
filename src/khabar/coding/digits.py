"""A number as it is written in digits: "251,6", "29،176،352", "92.54" also where a page has turned its halves round."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.text import Token

_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_COMMAS = ("،", ",")
_POINT = "ر"  # the agencies' point: "84ر3" is 3.84, "5ر45" 45.5, the fraction always first
_TURNED = "\u200f"  # a right-to-left mark behind the point: what stands before it is the fraction


def written(text: str, tokens: Sequence[Token], i: int) -> tuple[float | None, int]:
    """(value, token after it) of the digits at token i; None and i where none stand there."""
    if tokens[i].kind != "number" or _of_a_name(tokens, i):
        return None, i
    value, stop = _plain(tokens[i].fold), i + 1
    if value is None or i + 2 >= len(tokens) or tokens[i + 2].kind != "number" or tokens[i + 1].start != tokens[i].stop:
        return value, stop
    mark, after = tokens[i + 1], tokens[i + 2]
    if mark.fold == _POINT and after.start == mark.stop:
        return _plain(f"{after.fold}.{tokens[i].fold}"), i + 3
    if mark.kind != "mark":
        return value, stop
    between = text[mark.stop : after.start]
    if mark.form == "." and between == _TURNED and after.fold.isdigit():
        return _plain(f"{after.fold}.{tokens[i].fold}"), i + 3
    if mark.form in _COMMAS and not between and tokens[i].fold.isdigit():
        groups, stop = [tokens[i].fold], i + 1
        while (
            stop + 1 < len(tokens)
            and tokens[stop].form in _COMMAS
            and tokens[stop + 1].kind == "number"
            and tokens[stop].start == tokens[stop - 1].stop
            and tokens[stop + 1].start == tokens[stop].stop
        ):
            groups.append(tokens[stop + 1].fold)
            stop += 2
        return _plain(",".join(groups)), stop
    return value, stop


def _of_a_name(tokens: Sequence[Token], i: int) -> bool:
    """Is the number at token i glued to Latin letters: "F16", "28th"?"""
    before, after = tokens[i - 1 : i], tokens[i + 1 : i + 2]
    glued = [t for t in before if t.stop == tokens[i].start] + [t for t in after if t.start == tokens[i].stop]
    return any(t.kind == "word" and t.form.isascii() for t in glued)


def of_clock(tokens: Sequence[Token], i: int) -> bool:
    """Is the number at token i a part of "08:50"?"""
    near = tokens[max(0, i - 2) : i + 3]
    at = i - max(0, i - 2)
    return any(
        one.kind == "number" and colon.fold == ":" and other.kind == "number" and one.stop == colon.start and colon.stop == other.start
        for n, (one, colon, other) in enumerate(zip(near, near[1:], near[2:], strict=False))
        if at in (n, n + 2)
    )


def _plain(word: str) -> float | None:
    """Groups of three behind commas, or behind more than one point, are thousands; one other group is a fraction."""
    if _POINTED.fullmatch(word):
        word = word.replace(".", "")  # "375.526.840"
    bare = word.replace(",", "") if _GROUPS.fullmatch(word) or word.count(",") != 1 else word.replace(",", ".")
    try:
        return float(bare)
    except ValueError:
        return None
