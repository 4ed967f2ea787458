"""Words as they are searched: every word of a text becomes one term, and a word that is asked for finds the terms it may stand in.

What is sure is taken off when a text is kept: the article with what is written before it, endings of gender, number and relation.
What is not (و in وزير is a letter, in وقال a word) stays, and is tried when somebody asks. Affixes and variants are data:
``lang/*/words/search.tsv``; what common words of English and Russian are called stands in ``glossary.tsv``.
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
_OTHERS = ("en", "ru")  # languages that are asked in, beside those of the texts
_ENDING = 4  # letters of an ending at most


@dataclass(frozen=True, slots=True)
class Affixes:
    """The affixes of all languages that have them, longest first; words that are searched as another one."""

    articles: tuple[str, ...]
    particles: tuple[str, ...]
    endings: tuple[str, ...]
    variants: dict[str, str]


@cache
def affixes() -> Affixes:
    """Read once. Raises PackError for a row that breaks the format."""
    found: dict[str, list[str]] = {"article": [], "particle": [], "ending": []}
    variants: dict[str, str] = {}
    plurals: list[tuple[str, str]] = []
    for language in packs.languages():
        path = tables.data_dir() / "lang" / language / "words" / "search.tsv"
        if not path.is_file():
            continue
        for line, row in tables.read_tsv(path, ("class", "form", "value", "note")):
            if row["class"] == "variant":
                variants[row["form"]] = row["value"]
            elif row["class"] == "plural":
                plurals.append((_plain(row["form"]), row["value"]))
            elif row["class"] in found:
                found[row["class"]].append(row["form"])
            else:
                raise PackError("search.tsv", line, f"class {row['class']!r}", "Write article, particle, ending, variant or plural")
    sets = {k: tuple(sorted(v, key=lambda f: (-len(f), f))) for k, v in found.items()}
    spelled = Affixes(sets["article"], sets["particle"], sets["ending"], variants)
    broken = {form: _reduced(_plain(value), spelled) for form, value in plurals}
    broken |= {form[:-1] + "ت": value for form, value in broken.items() if form.endswith("ه")}  # قادة, قادتهم
    broken |= {p + form: value for form, value in broken.items() for p in spelled.particles}  # بصواريخ
    return Affixes(spelled.articles, spelled.particles, spelled.endings, {**broken, **variants})


def _plain(form: str) -> str:
    return fold(form).translate(_HAMZA)


@cache
def _stem(word: str) -> str:
    """One term for the forms of a folded word."""
    return _reduced(word.translate(_HAMZA), affixes())


def _reduced(word: str, known: Affixes) -> str:
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


@cache
def _glossary() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Common words of other languages -> terms of the words that say it; words with any ending, by their beginning."""
    whole: dict[str, list[str]] = {}
    begun: dict[str, list[str]] = {}
    for language in packs.languages():
        path = tables.data_dir() / "lang" / language / "words" / "glossary.tsv"
        if not path.is_file():
            continue
        for _, row in tables.read_tsv(path, (language, *_OTHERS, "note")):
            said = [_stem(fold(w)) for w in tables.forms(row[language])]
            for form in (f for other in _OTHERS for f in tables.forms(row[other])):
                (begun if form.endswith("*") else whole).setdefault(fold(form.rstrip("*")), []).extend(said)
    return whole, begun


def _meant(form: str) -> list[str]:
    """Terms of the texts' languages for a common word of another one (sanctions, санкций)."""
    whole, begun = _glossary()
    folded = fold(form)
    found = [*whole.get(folded, ())]
    for stop in range(len(folded) - _ENDING, len(folded) + 1):
        found += begun.get(folded[:stop], ()) if stop > 0 else ()
    return list(dict.fromkeys(found))


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
    return " ".join(found for _, _, form, kind in scan(text or "") if kind != "mark" and (found := term(form, kind)))


def ways(form: str, kind: str) -> tuple[list[str], list[str]]:
    """Terms that a word asked for may stand in: for certain (itself, with particles before it), and if it has particles itself."""
    own = term(form, kind)
    if kind == "number":
        return [own], []
    known = affixes()
    sure = [own, *_meant(form)]
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
