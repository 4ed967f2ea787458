"""Names as pages print them: which outlets, writers and towns a stretch names.

A name counts as an outlet's when the index of outlets knows it, or when a word in it says so ("... news").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from khabar.ingest.masthead import Masthead, OutletIndex
from khabar.model import Span
from khabar.text import Token, clitics, tokenize
from khabar.when import Calendar

DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u0640")
SEPARATORS = DASHES | frozenset("/:|.,\u060c()[]")
QUOTES = frozenset("\"'«»“”„‹›‘’{}")
BULLETS = frozenset("*•●■◄►▪+#>") | DASHES


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands. ``id`` is the outlet's when the index knows it; ``quoted``: between quotation marks."""

    name: str
    span: Span
    id: str | None = None
    quoted: bool = False
    wire: bool = False
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Nameplates:
    """A text and everything needed to read the names in its masthead."""

    text: str
    words: Masthead
    calendar: Calendar
    outlets: OutletIndex

    def tokens(self, start: int, stop: int) -> list[Token]:
        """The tokens of a stretch, with their places in the whole text."""
        return [Token(t.start + start, t.stop + start, t.form, t.fold, t.kind) for t in tokenize(self.text[start:stop])]

    def outlet(self, start: int, stop: int, quoted: bool = False) -> tuple[Named, ...]:
        """The outlets that a stretch names, all of it: one, or several joined by separators or "and"; else ()."""
        start, stop, marked = self._bare(start, stop)
        if start >= stop or stop - start > 120:
            return ()
        one = self._one(start, stop, quoted or marked)
        if one is not None:
            return (one,)
        tokens = self.tokens(start, stop)
        parts: list[list[Token]] = [[]]
        for token in tokens:
            if token.kind == "mark" and (token.form in SEPARATORS or token.form in "+&;\u061b") and token.form != ".":
                parts.append([])
            else:
                parts[-1].append(token)
        if len(parts) > 1:
            found: list[Named] = []
            for part in (p for p in parts if p):
                names = self.outlet(part[0].start, part[-1].stop, quoted)
                if not names or self._is_town(names[0]):
                    return ()
                found += names
            return tuple(found)
        # "Reuters and-agencies": the conjunction is glued to the second name
        for i in range(1, len(tokens) if len(tokens) <= 8 else 0):
            if tokens[i].kind == "word" and any(c.conj for c in clitics(tokens[i].fold)):
                second = self._one(tokens[i].start + 1, stop, quoted)
                first = self._one(start, tokens[i - 1].stop, quoted) if second is not None else None
                if first is not None and second is not None:
                    return (first, second)
        return ()

    def _bare(self, start: int, stop: int) -> tuple[int, int, bool]:
        """Without white space, bullets, brackets, slashes and one pair of quotation marks around it."""
        text, quoted = self.text, False
        while stop - start > 2 and text[start] + text[stop - 1] in ("()", "[]", "//"):
            start, stop = start + 1, stop - 1
        while start < stop and (text[start].isspace() or text[start] in BULLETS or not text[start].isprintable()):
            start += 1
        while stop > start and (
            text[stop - 1].isspace() or text[stop - 1] in ".,\u060c:-\u2013" or not text[stop - 1].isprintable()
        ):
            stop -= 1
        if (
            stop - start > 2
            and text[start] in QUOTES
            and text[stop - 1] in QUOTES
            and not any(c in QUOTES for c in text[start + 1 : stop - 1])
        ):
            start, stop, quoted = start + 1, stop - 1, True
        return start, stop, quoted

    def _one(self, start: int, stop: int, quoted: bool) -> Named | None:
        name = " ".join(self.text[start:stop].split())
        tokens = [t for t in tokenize(name) if t.kind != "mark"]
        if not tokens or len(tokens) > 12 or all(t.kind == "number" for t in tokens):
            return None
        span = Span(start, stop)
        if self.words.is_all("agencies", tokens):
            return Named(name, span, None, quoted, generic=True)
        found = self.outlets.lookup(name)
        if found is None and len(tokens) > 1 and self.words.match("media", tokens, 0) == (1, "before"):
            found = self.outlets.lookup(name[tokens[1].start :])
        if found is None:
            return None
        return Named(name, span, found, quoted, self.words.is_all("wire", tokens))

    def _is_town(self, named: Named) -> bool:
        """An outlet that is called as a town is, without the quotation marks that would make it the outlet."""
        return not named.quoted and self.words.is_all("place", tokenize(named.name))

    def _says_media(self, tokens: list[Token]) -> bool:
        """An unknown name that begins or ends with a word of the trade: "... News"."""
        words = [t for t in tokens if t.kind != "mark"]
        ends = (
            self.words.match("media", words, 0) or any(self.words.is_all("media", words[-n:]) for n in (1, 2))
            if 2 <= len(words) <= 6
            else None
        )
        return bool(ends)

    def _is_person(self, tokens: list[Token]) -> bool:
        """May be somebody's name: two to five words, no town, outlet or organisation. Used only where writers sign."""
        words = [t for t in tokens if t.kind != "mark"]
        if not 2 <= len(words) <= 5 or any(t.kind == "number" for t in words):
            return False
        if any(self.words.has(kind, words) for kind in ("body", "media", "agencies", "label", "particle")) or self._is_place(
            words
        ):
            return False
        if not self._known_as(words).isdisjoint(("state", "place", "org", "outlet")):
            return False
        return not any(t.kind == "mark" and t.form != "." for t in tokens)

    def _place_like(self, tokens: list[Token]) -> bool:
        words = [t for t in tokens if t.kind != "mark"]
        return len(words) == 1 or self._is_place(words)

    def _is_place(self, words: list[Token]) -> bool:
        found = self.words.match("place", words, 0) if words else None
        return found is not None and (found[0] == len(words) or (found[1] == "head" and 2 <= len(words) <= 3))

    def _named(self, tokens: list[Token], quoted: bool = False) -> Named:
        start, stop, marked = self._bare(tokens[0].start, tokens[-1].stop)
        return Named(" ".join(self.text[start:stop].split()), Span(start, stop), None, quoted or marked)

    def _known_as(self, tokens: Sequence[Token]) -> frozenset[str]:
        """The kinds of what the index knows by this very name: "place", "person" ..."""
        words = tuple(t.fold for t in tokens)
        out = set()
        for first in {words[0], words[0].removeprefix(self.words.article)}:
            form = (first, *words[1:])
            out |= {n.ref.partition("/")[0] for n in self.outlets.names.get(first, ()) if n.tokens == form}
        return frozenset(out)

    def _is_known_place(self, words: Sequence[Token]) -> bool:
        return bool(words) and (self.words.is_all("place", list(words)) or not self._known_as(words).isdisjoint(("place", "state")))

    def _may_be_outlet(self, tokens: Sequence[Token], least: int = 2) -> bool:
        """A name, by its words, that may be an outlet's: two to five words (``least`` may be one), of which none belongs to a
        sentence, and nobody's and nothing's that is known; no abbreviation."""
        words = [t for t in tokens if t.kind != "mark"]
        if len(words) != len(tokens) or not least <= len(words) <= 5 or words[0].kind != "word":
            return False
        if sum(len(t.fold) for t in words) < (5 if len(words) > 1 else 4) or any(len(t.fold) == 1 for t in words):
            return False
        if len(words) == 1 and words[0].form.isupper():
            return False
        if self._says_media(words):
            return self._known_as(words) <= {"outlet"}
        kinds = ("inside", "continues", "label", "particle", "agencies", "caption", "legal", "party", "end", "body", "read-also")
        if any(self.words.has(kind, words) for kind in kinds):
            return False
        if self._is_place(words) or self._known_as(words) - {"outlet"}:
            return False
        first = words[0]
        if self.words.match("given", words, 0) is not None:
            return False
        if len(words) > 1:
            if self._known_as(words[:1]) & {"state", "place"} and self._known_as(words[1:]):
                return False  # "Jordan Amman"
            forms = self.outlets.names.get(first.fold, ())
            if any(n.ref.startswith("person/") and len(n.tokens) > 1 and len(n.tokens[0]) > 1 for n in forms):
                return False  # the first name of somebody known
        return True
