"""Words as they are searched: every word of a text becomes one term, and a word that is asked for finds the terms it may stand in.

What is sure is taken off when a text is kept: the article with what is written before it, endings of gender, number and relation.
What is not (و in وزير is a letter, in وقال a word) stays, and is tried when somebody asks. Affixes and variants are data:
``lang/*/words/search.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from khabar import packs, tables
from khabar.errors import PackError
from khabar.text import clitics, fold, scan, tokenize

SHORTEST = 3  # letters that taking off leaves
LONGEST = 60  # letters of a term
_HAMZA = str.maketrans({"ؤ": "ء", "ئ": "ء"})


@dataclass(frozen=True, slots=True)
class Affixes:
    """The affixes of all languages that have them; longest first."""

    articles: tuple[str, ...]
    particles: tuple[str, ...]
    endings: tuple[str, ...]
    variants: dict[str, str]


@cache
def affixes() -> Affixes:
    """Read once. Raises PackError for a row that breaks the format."""
    found: dict[str, list[str]] = {"article": [], "particle": [], "ending": []}
    variants: dict[str, str] = {}
    for language in packs.languages():
        path = tables.data_dir() / "lang" / language / "words" / "search.tsv"
        if not path.is_file():
            continue
        for line, row in tables.read_tsv(path, ("class", "form", "value", "note")):
            if row["class"] == "variant":
                variants[row["form"]] = row["value"]
            elif row["class"] in found:
                found[row["class"]].append(row["form"])
            else:
                raise PackError("search.tsv", line, f"class {row['class']!r}", "Write article, particle, ending or variant")
    sets = {k: tuple(sorted(v, key=lambda f: (-len(f), f))) for k, v in found.items()}
    return Affixes(sets["article"], sets["particle"], sets["ending"], variants)


@cache
def _stem(word: str) -> str:
    """One term for the forms of a folded word."""
    known = affixes()
    word = word.translate(_HAMZA)
    for article in known.articles:
        if word.startswith(article) and len(word) - len(article) >= SHORTEST:
            word = word[len(article) :]
            break
    word = known.variants.get(word, word)
    while True:
        short = word.removesuffix("ء") if len(word) > SHORTEST else word
        ending = next((e for e in known.endings if short.endswith(e) and len(short) - len(e) >= SHORTEST), "")
        short = short[: len(short) - len(ending)]
        short = known.variants.get(short, short)
        if short == word:
            return word
        word = short


@lru_cache(maxsize=200_000)
def term(form: str, kind: str) -> str:
    """The term of a token (its kind as in ``khabar.text``)."""
    if kind == "number":
        return re.sub(r"[,٬](?=\d{3})", "", fold(form)).replace(".", "p").replace(",", "p")[:LONGEST]
    return _stem(fold(form).replace("'", "").replace("’", ""))[:LONGEST]


class Placed(NamedTuple):
    """A term and where its word stands."""

    term: str
    start: int
    stop: int


def placed(text: str) -> Iterator[Placed]:
    """The terms of a text in order; marks of punctuation are passed over."""
    for start, stop, form, kind in scan(text):
        if kind != "mark" and (found := term(form, kind)):
            yield Placed(found, start, stop)


def stream(text: str | None) -> str:
    """The terms of a text, parted by blanks."""
    return " ".join(p.term for p in placed(text or ""))


def ways(form: str, kind: str) -> tuple[list[str], list[str]]:
    """Terms that a word asked for may stand in: for certain (itself, with particles before it), and if it has particles itself."""
    own = term(form, kind)
    if kind == "number":
        return [own], []
    known = affixes()
    sure = [own]
    if any("\u0621" <= c <= "\u064a" for c in own):
        sure += [p + own for p in known.particles]
        if own.startswith("ل"):  # لليبيا is ل + ليبيا, and was read as the article
            sure.append(own[1:])
    folded = fold(form)
    cut = {_stem(c.stem) for c in clitics(folded) if (c.conj or c.prep) and not c.suffix and len(c.stem) >= SHORTEST}
    return [s for s in dict.fromkeys(sure) if s], sorted(c for c in cut if c and c not in sure)


def exact(text: str) -> str:
    """Text as ``--exact`` compares it: letters as they are, without vowel marks, digits as one."""
    out = []
    for token in tokenize(text):
        if token.kind != "mark":
            kept = "".join(c for c in token.form if fold(c))
            out.append("".join(fold(c) if c.isdigit() else c for c in kept))
    return " " + " ".join(out) + " "


def names(form: str) -> str:
    """A name as it is looked up: folded words."""
    return " ".join(t.fold for t in tokenize(form) if t.kind != "mark")
