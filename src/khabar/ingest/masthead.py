"""The words around a report, in ``lang/XX/words/masthead.tsv``, and the index of names that they stand beside.

How they stand is read in `nameplates` (names), `datelines` (what stands before the lead) and `desk` (lines, labels, notes).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Protocol

from khabar.errors import PackError
from khabar.tables import forms, read_tsv
from khabar.text import Token, tokenize

_ROLES = frozenset(["source", "photo", "author", "publisher", "agency", "date", "caption", "genre"])
_VALUES: dict[str, frozenset[str]] = {
    "label": _ROLES,
    "byline": _ROLES,
    "read-also": frozenset(("", "open")),
    "caption": frozenset(("",)),
    "legal": frozenset(("", "weak", "listed", "head")),
    "end": frozenset(("",)),
    "ago": frozenset(("", "unit")),
    "inside": frozenset(("",)),
    "agencies": frozenset(("",)),
    "wire": frozenset(("",)),
    "media": frozenset(("", "before")),
    "body": frozenset(("",)),
    "continues": frozenset(("",)),
    "place": frozenset(("", "head")),
    "given": frozenset(("",)),
    "party": frozenset(("",)),
    "particle": frozenset(("",)),
    "from": frozenset(("",)),
    "name-end": frozenset(("",)),
}
_DIALECTS = frozenset(["arz", "acm", "apc", "ary", "arq", "ajp", "aeb", "afb", "ars", "acq", "acw", "apd", "ayl", "ayn"])


class KnownName(Protocol):
    """A form of a name: folded tokens, the first without its article; ``ref``: the id, which begins with its kind."""

    @property
    def tokens(self) -> tuple[str, ...]: ...
    @property
    def ref(self) -> str: ...


class OutletIndex(Protocol):
    """Who is an outlet: the world data of a pack. ``names``: who and what else has a name, by first token."""

    @property
    def names(self) -> Mapping[str, Sequence[KnownName]]: ...

    def lookup(self, name: str) -> str | None:
        """The id of the outlet with this name or credit form, in any script; None when it is not known."""

    def by_domain(self, host: str) -> str | None:
        """The id of the outlet whose site this host is; None when it is not known."""

    def zone(self, outlet: str | None) -> str | None:
        """The time zone (IANA) that an outlet's "today" is of; None when it is not known."""


Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Masthead:
    """The words of ``masthead.tsv``: kind -> first folded word -> (phrase, value), the longest phrase first."""

    words: dict[str, dict[str, tuple[tuple[Phrase, str], ...]]]
    letters: dict[str, str]
    article: str

    @classmethod
    def load(cls, path: Traversable) -> Masthead:
        """In: ``masthead.tsv``. Errors: raises PackError for an unknown kind or value."""
        found: dict[str, dict[str, list[tuple[Phrase, str]]]] = {kind: {} for kind in _VALUES}
        letters: dict[str, str] = {}
        article = ""
        for line, row in read_tsv(path, ("form", "kind", "value"), ("note",)):
            kind, value = row["kind"], row["value"]
            if kind == "letters":
                letters[value] = row["form"]
                continue
            if kind == "article":
                article = row["form"]
                continue
            if kind not in _VALUES:
                raise PackError(
                    path.name, line, f"kind {kind!r} is unknown", f"Kinds: {', '.join(sorted(_VALUES))}, article, letters"
                )
            if value not in _VALUES[kind]:
                raise PackError(
                    path.name, line, f"{kind} with value {value!r}", f"Values: {', '.join(sorted(_VALUES[kind])) or 'none'}"
                )
            for form in forms(row["form"]):
                phrase = tuple(t.fold for t in tokenize(form))
                if not any(c.isalnum() for c in form):
                    raise PackError(path.name, line, f"{form!r} has no word", "Write the word")
                entries = found[kind].setdefault(phrase[0], [])
                if phrase not in [p for p, _ in entries]:
                    entries.append((phrase, value))
        words = {k: {w: tuple(sorted(e, key=lambda x: -len(x[0]))) for w, e in by.items()} for k, by in found.items()}
        return cls(words, letters, article)

    def match(self, kind: str, tokens: list[Token], i: int) -> tuple[int, str] | None:
        """The longest phrase of a kind at token ``i``: (its length in tokens, its value)."""
        for phrase, value in self.words[kind].get(tokens[i].fold, ()):
            if len(phrase) == 1 or tuple(t.fold for t in tokens[i : i + len(phrase)]) == phrase:
                return len(phrase), value
        return None

    def has(self, kind: str, tokens: list[Token]) -> bool:
        """Does a phrase of the kind stand anywhere among the tokens?"""
        return any(self.match(kind, tokens, i) for i in range(len(tokens)))

    def is_all(self, kind: str, tokens: list[Token]) -> bool:
        """The tokens are one phrase of the kind and nothing else."""
        found = self.match(kind, tokens, 0) if tokens else None
        return found is not None and found[0] == len(tokens)

    def language(self, text: str) -> str:
        """The language of a text as a BCP 47 tag: Arabic script by its letters, the rest by py3langid; ``und`` without letters.

        The shares were set on a dozen sentences a language of our own, November 2025.
        """
        sample = text[:6000]
        counts = Counter(c for c in sample if c.isalpha())
        total = sum(counts.values())
        if not total:
            return "und"
        arabic = sum(n for c, n in counts.items() if "\u0600" <= c <= "\u08ff" or "\ufb50" <= c <= "\ufeff")
        if arabic * 2 < total:
            from py3langid.langid import classify

            return primary(str(classify(sample[:4000])[0]))  # type: ignore[no-untyped-call]

        def share(language: str) -> float:
            return sum(counts[c] for c in self.letters.get(language, "")) / arabic

        own = {language: share(language) for language in ("ckb", "ug", "ps", "ur", "sd")}
        best = max(own, key=lambda language: own[language])
        if own[best] >= 0.02:
            return "ug" if own["ug"] >= 0.02 else best
        words = re.findall(r"[^\W\d_]{2,}", sample)
        with_article = sum(w.startswith(self.article) for w in words) / max(len(words), 1)
        if with_article < 0.1 and (share("fa") >= 0.01 or share("fa-weak") >= 0.02) and share("ar") < 0.02:
            return "fa"
        return "ar"


_DIALECTS = frozenset(["arz", "acm", "apc", "ary", "arq", "ajp", "aeb", "afb", "ars", "acq", "acw", "apd", "ayl", "ayn"])


def primary(tag: str) -> str:
    """The language of a tag, without script and region; every kind of Arabic is ``ar``."""
    head = tag.strip().replace("_", "-").lower().partition("-")[0]
    return "ar" if head in _DIALECTS else head or "und"
