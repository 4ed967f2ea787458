"""The words around a report: dateline, credits, "read also", captions, legal notes, and the language it is in.

Every word is in ``lang/XX/words/masthead.tsv``; here is only how they stand: a label before a colon, names between dashes before
the lead, an agency in brackets after the last word. A name counts as an outlet's when the index of outlets knows it, when
a word in it says so ("... news"), or when it stands in a full masthead above or before the lead as only an outlet does
(``PLACE DATE (NAME) -``, ``PLACE: "NAME"``, ``NAME | DATE``) and is short, no place, person or body. Nothing else becomes a
credit because it stands where credits often stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Protocol

from khabar.errors import PackError
from khabar.model import Credit, Issue, Note, Span, When
from khabar.tables import forms, read_tsv
from khabar.text import Token, clitics, tokenize
from khabar.when import Calendar, find

HEAD = 240
"""Code points in which a dateline must end. The longest of 31,000 Saudi reports of 2015 had 95."""
SHORT = 240
"""A line longer than this is no label, credit, headline or sub-heading."""

_ROLES = frozenset(["source", "photo", "author", "publisher", "agency", "date", "caption", "genre"])
_VALUES: dict[str, frozenset[str]] = {
    "label": _ROLES,
    "byline": _ROLES,
    "read-also": frozenset(("", "open")),
    "caption": frozenset(("",)),
    "legal": frozenset(("", "weak", "listed", "head")),
    "end": frozenset(("",)),
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
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u0640")
_SEPARATORS = _DASHES | frozenset("/:|.,\u060c()[]")
_QUOTES = frozenset("\"'«»“”„‹›‘’{}")
_BULLETS = frozenset("*•●■◄►▪+#>") | _DASHES
_FULL_STOPS = frozenset(".!?\u061f")
_DIGIT = re.compile(r"\d")


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


# ------------------------------------------------------------------ names


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
class Dateline:
    """What stands before the lead: names of outlets in order, writers, dates; ``span`` from its first to its last mark."""

    span: Span
    names: tuple[Named, ...]
    authors: tuple[Named, ...]
    dates: tuple[When, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page. kind: ``text``, or what it is instead of text: ``credit``, ``dateline``, ``caption``, ``read-also``,
    ``end``, ``rule``, ``contact``."""

    span: Span
    kind: str = "text"
    credits: tuple[Credit, ...] = ()
    notes: tuple[Note, ...] = ()
    dateline: Dateline | None = None
    date: When | None = None


@dataclass(slots=True)
class _Segment:
    """What stands between two separators of a would-be dateline."""

    tokens: list[Token] = field(default_factory=list)
    before: str = ""
    after: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """A text and everything needed to read its masthead."""

    text: str
    words: Masthead
    calendar: Calendar
    outlets: OutletIndex

    def tokens(self, start: int, stop: int) -> list[Token]:
        """The tokens of a stretch, with their places in the whole text."""
        return [Token(t.start + start, t.stop + start, t.form, t.fold, t.kind) for t in tokenize(self.text[start:stop])]

    # ---- names

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
            if token.kind == "mark" and (token.form in _SEPARATORS or token.form in "+&;\u061b") and token.form != ".":
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
        while start < stop and (text[start].isspace() or text[start] in _BULLETS or not text[start].isprintable()):
            start += 1
        while stop > start and (
            text[stop - 1].isspace() or text[stop - 1] in ".,\u060c:-\u2013" or not text[stop - 1].isprintable()
        ):
            stop -= 1
        if (
            stop - start > 2
            and text[start] in _QUOTES
            and text[stop - 1] in _QUOTES
            and not any(c in _QUOTES for c in text[start + 1 : stop - 1])
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

    # ---- datelines

    def dates(self, start: int, stop: int) -> tuple[list[When], tuple[Issue, ...]]:
        """The dates said in full in a stretch, with their spans in the text."""
        part = self.text[start:stop]
        if not _DIGIT.search(part):
            return [], ()
        found, issues = find(part, tokenize(part), self.calendar, None)
        moved = [
            When(w.value, None, "dateline", Span(w.span.start + start, w.span.stop + start))
            for w in found
            if w.basis == "text" and w.span is not None and w.end is None
        ]
        days = [w for w in moved if re.fullmatch(r"(?:\d{4}|XXXX)-\d\d-\d\d", w.value)]
        return days, tuple(
            Issue(i.code, i.message, Span(i.span.start + start, i.span.stop + start) if i.span else None) for i in issues
        )

    def dateline(self, span: Span, top: bool = False) -> Dateline | None:
        """The dateline at the beginning of a line; None when there is none. ``top``: the line stands above the lead, below a headline.

        Forms: ``(X / AGENCY - DATE)``, ``PLACE - AGENCY - DATE``, ``PLACE, DATE (AGENCY)``, ``PLACE in DATE/AGENCY/``,
        ``PLACE/X``, ``PLACE: "OUTLET"``, ``WRITER - OUTLET - PLACE:``, a line ``PLACE DATE AGENCY``. It must name an outlet
        that is known or give a day, and must end in a mark or with the line; ``_shaped`` finds the names that nobody knows.
        """
        stop = min(span.stop, span.start + HEAD)
        whole_line = stop == span.stop
        head = self.text[span.start : stop]
        if not any(c in _SEPARATORS for c in head) and not whole_line:
            return None
        tokens = self.tokens(span.start, stop)[:60]
        while tokens and tokens[0].kind == "mark" and tokens[0].form in _BULLETS:
            del tokens[0]
        if not tokens:
            return None
        if tokens[0].form in "([":
            return self._bracketed(tokens)
        dates, issues = self.dates(span.start, min(stop, tokens[min(len(tokens), 30) - 1].stop))
        segments = self._segments(tokens, dates, span.start + len(head), whole_line)
        found = self._walk(segments, dates, issues)
        if found is not None and found.names:
            return found
        return self._shaped(segments, dates, issues, span if top and whole_line else None) or found

    def _bracketed(self, tokens: list[Token]) -> Dateline | None:
        close = next((i for i, t in enumerate(tokens) if t.form in ")]"), None)
        if close is None or close < 2:
            return None
        inner = tokens[1:close]
        dates, issues = self.dates(inner[0].start, inner[-1].stop)
        dated = any(not w.value.startswith("X") for w in dates)
        names: list[Named] = []
        unknown: list[_Segment] = []
        for segment in self._segments(inner, dates, inner[-1].stop, True):
            words = self._without_dates(segment.tokens, dates)
            if not words:
                continue
            found = self._outlets_of(segment, words)
            if found and not self._is_town(found[0]):
                names += found
            elif self._says_media(words) or (dated and self._may_be_outlet(words)):
                names.append(self._named(words, segment.quoted))
            elif len(words) > 4:
                return None
            else:
                unknown.append(segment)
        full = [w for w in dates if not w.value.startswith("X")]
        if not names and not (
            full and all(self._place_like(s.tokens) for s in unknown if self._without_dates(s.tokens, dates) != [])
        ):
            return None
        if not any(n.id or n.generic for n in names) and not dates:
            return None
        return Dateline(Span(tokens[0].start, tokens[close].stop), tuple(names), (), tuple(dates), issues)

    def _segments(self, tokens: list[Token], dates: list[When], stop: int, whole_line: bool) -> list[_Segment]:
        """The stretches between separators; one inside a date ("July/Tammuz") or an abbreviation ("A.F.P") is none."""
        segments = [_Segment()]
        for n, token in enumerate(tokens):
            current = segments[-1]
            inside = any(w.span is not None and w.span.start <= token.start < w.span.stop for w in dates)
            if not token.fold and not inside:  # a lengthening mark by itself is typed for a dash
                if current.tokens:
                    current.after = "-"
                    segments.append(_Segment(before="-"))
            elif token.kind != "mark" or inside:
                current.tokens.append(token)
            elif token.form in _QUOTES:
                if current.tokens and current.quoted and token.form not in "«“":
                    current.after = token.form
                    segments.append(_Segment(before=token.form))
                current.quoted = True
            elif token.form == "." and self._in_abbreviation(tokens, n):
                current.tokens.append(token)
            elif token.form in _SEPARATORS:
                if current.tokens:
                    current.after = token.form
                    segments.append(_Segment(before=token.form))
                else:
                    current.before += token.form
                    if len(segments) > 1:
                        segments[-2].after += token.form
            else:
                current.after = "?"  # a mark that no dateline has
                return segments
        if not segments[-1].tokens:
            segments.pop()
        elif whole_line:
            segments[-1].after = "\n"
        if segments and whole_line and tokens[-1].kind == "mark" and tokens[-1].stop == stop:
            segments[-1].after += "\n"
        return segments

    def _in_abbreviation(self, tokens: list[Token], n: int) -> bool:
        before = tokens[n - 1] if n else None
        after = tokens[n + 1] if n + 1 < len(tokens) else None
        if before is None or after is None or before.kind != "word" or after.kind == "mark" or before.stop != tokens[n].start:
            return False
        return len(before.form) == 1 or after.start == tokens[n].stop

    def _without_dates(self, tokens: list[Token], dates: list[When]) -> list[Token]:
        """The words of a segment beside its dates and the small words around them."""
        dated = [t for t in tokens if any(w.span is not None and w.span.start <= t.start < w.span.stop for w in dates)]
        if not dated:
            return tokens
        return [t for t in tokens if t not in dated and t.kind == "word" and not self.words.match("particle", [t], 0)]

    def _outlets_of(self, segment: _Segment, words: list[Token]) -> tuple[Named, ...]:
        """The outlets that a segment names: all of its words, or those before or after its date ("... 2015 SPA")."""
        if len(words) == len(segment.tokens):
            return self.outlet(words[0].start, words[-1].stop, segment.quoted)
        runs: list[list[Token]] = []
        for token in words:
            if runs and segment.tokens.index(token) == segment.tokens.index(runs[-1][-1]) + 1:
                runs[-1].append(token)
            else:
                runs.append([token])
        return tuple(n for run in runs for n in self.outlet(run[0].start, run[-1].stop, segment.quoted))

    def _walk(self, segments: list[_Segment], dates: list[When], issues: tuple[Issue, ...]) -> Dateline | None:
        names: list[Named] = []
        unknown: list[tuple[int, list[Token]]] = []
        end = -1  # the last segment of the dateline
        known_at: list[int] = []
        dated = False
        for i, segment in enumerate(segments[:7]):
            words = self._without_dates(segment.tokens, dates)
            has_date = len(words) < len(segment.tokens)
            found = self._outlets_of(segment, words) if words else ()
            if found and self._is_town(found[0]):
                found = ()
            if (
                not found
                and words
                and known_at
                and self._says_media(words)
                and (segment.after[:1] in ("/", "\n") or segment.after[:1] in _DASHES)
            ):
                found = (self._named(words, segment.quoted),)
            if found or has_date:
                if has_date and not found and len(words) > 4:
                    break
                names += found
                dated = dated or has_date
                if found:
                    known_at.append(i)
                if self._ends(segment) or (found and segment.quoted and i > 0 and segment.before[:1] == ":" and segment.after):
                    end = i
            elif known_at and end == i - 1 and len(words) <= 3 and segment.after[:1] in (":", "\n") and self._place_like(words):
                unknown.append((i, words))
                end = i
            elif len(words) <= (5 if i else 4) and segment.after[:1] not in ("", "?", "\n") and len(unknown) < 2:
                unknown.append((i, words))
            else:
                break
        if end < 0:
            return None
        names = [n for n in names if n.span.stop <= segments[end].tokens[-1].stop]
        known_at = [i for i in known_at if i <= end]
        before = [i for i, _ in unknown if i < end]
        used = [w for w in dates if w.span is not None and w.span.start < segments[end].tokens[-1].stop]
        if not names:
            # A day alone makes a dateline only behind a place ("Riyadh, 3 May 2021 -") or as a line of its own.
            place = bool(before) or any(len(self._without_dates(s.tokens, dates)) for s in segments[: end + 1])
            if not dated or not (place or segments[end].after[:1] == "\n") or segments[end].after[:1] == ":":
                return None
        elif (
            segments[end].after[:1] in (")", "]")
            and len(segments[end].after) == 1
            and not dated
            and end
            and not self._place_like(segments[end - 1].tokens)
        ):
            return None  # "a source told (X) that"
        elif end == 0 and not dated and segments[0].after[:1] != "\n" and not self._beyond_doubt(names[0]):
            return None  # one name and nothing else before the lead: "Reuters - " may be, "The Gulf: " not
        first, last = segments[0].tokens[0], segments[end].tokens[-1]
        stop = self._after(last.stop)
        authors = tuple(
            self._named(w) for i, w in unknown if i < end and self._is_person(w) and self._signs(i, end, known_at, segments)
        )
        return Dateline(Span(first.start, stop), tuple(names), authors, tuple(used), issues if used else ())

    # ---- outlets that nobody knows

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

    def _shaped(
        self, segments: list[_Segment], dates: list[When], issues: tuple[Issue, ...], line: Span | None
    ) -> Dateline | None:
        """A dateline whose outlet is no known one. In every line: ``PLACE DATE (NAME) -``, ``PLACE (SOME NEWS) -``,
        ``PLACE, DATE - NAME. Lead``. As a whole line above the lead (``line``): ``PLACE: "NAME"``, ``NAME | DATE``, ``PLACE - NAME``
        above a line with a date."""
        parts = [s for s in segments[:7] if s.tokens]
        bare = [self._without_dates(s.tokens, dates) for s in parts]
        days = [
            [w for w in dates if w.span is not None and s.tokens[0].start <= w.span.start < s.tokens[-1].stop] for s in parts
        ]
        full = [any(not w.value.startswith("X") for w in found) for found in days]
        if line is not None and len(parts) == len(segments) == 2:
            named = self._headed(parts, bare, full, line)
            if named is not None:
                used = tuple(w for found in days for w in found)
                return Dateline(line, (named,), (), used, issues if used else ())
        for i in range(1, len(parts)):
            part = parts[i]
            if len(bare[i - 1]) > 4 or (i > 1 and bare[i - 1] and not full[i - 1]):
                return None
            dated = any(full[:i])
            opens = part.before[-1:] or parts[i - 1].after[-1:]
            closing = part.after.lstrip('»”"›')
            if opens in ("(", "[") and closing[:1] in (")", "]") and not full[i]:
                if not bare[0] or len(bare[i]) > 5:
                    return None
                ended = closing[1:2] in (":", "\n") or closing[1:2] in _DASHES or (closing[1:2] == "." and closing[2:3] == "\n")
                media = self._says_media(bare[i])
                place = self._is_known_place(bare[0])
                if dated:
                    good = (ended or media) and self._may_be_outlet(bare[i], 1)
                else:
                    good = ended and place and self._may_be_outlet(bare[i]) and (media or part.quoted)
                if not good and not (dated and ended):
                    return None
                used = tuple(w for found in days[:i] for w in found)
                stop = self._after(part.tokens[-1].stop)
                names = (self._named(bare[i], part.quoted),) if good else ()
                return Dateline(Span(parts[0].tokens[0].start, stop), names, (), used, issues if used else ())
            if full[i - 1] and part.before[-1:] in ("", *_DASHES) and parts[i - 1].after[-1:] in _DASHES:
                place = bool(bare[0]) and self._place_like(bare[0])
                if place and part.after[:1] == "." and len(bare[i]) <= 3 and not full[i] and self._may_be_outlet(bare[i]):
                    used = tuple(w for found in days[:i] for w in found)
                    stop = self._after(part.tokens[-1].stop)
                    return Dateline(
                        Span(parts[0].tokens[0].start, stop), (self._named(bare[i], part.quoted),), (), used, issues
                    )
        return None

    def _headed(self, parts: list[_Segment], bare: list[list[Token]], full: list[bool], line: Span) -> Named | None:
        """The outlet in a line of its own: two parts, one of them a name, the other a place or a date."""
        between = parts[0].after[:1]
        if not any(full):
            if not bare[0] or not bare[1] or any(len(b) < len(p.tokens) for p, b in zip(parts, bare, strict=True)):
                return None
            town = self._is_known_place(bare[0])
            if between == ":" and parts[1].quoted and (town or self._is_dated(line)):
                return self._named(bare[1], True) if self._place_like(bare[0]) and self._may_be_outlet(bare[1], 1) else None
            if (between in _DASHES or between in ("/", "|")) and town and not parts[0].quoted:
                media = self._says_media(bare[1])
                if (media or self._is_dated(line)) and self._may_be_outlet(bare[1]):
                    return self._named(bare[1], parts[1].quoted)
            return None
        if all(full) or not (between in _DASHES or between in ("/", "|")):
            return None
        name, other = (0, 1) if full[1] else (1, 0)
        if bare[other] or not bare[name] or not self._may_be_outlet(bare[name]):
            return None
        return self._named(bare[name], parts[name].quoted)

    def _is_dated(self, line: Span) -> bool:
        """The next line is a date and nothing else."""
        m = _NEXT_LINE.match(self.text, line.stop)
        return m is not None and len(m.group(1)) <= 100 and self._stamp(Span(*m.span(1))) is not None

    def _stamp(self, span: Span) -> Dateline | None:
        """A line that is a day with its year, perhaps the hour and the address of the site, and nothing else."""
        host = _HOST.search(self.text, span.start, span.stop)
        days, issues = self.dates(span.start, host.start() if host else span.stop)
        if len(days) != 1 or days[0].value.startswith("X"):
            return None
        day = days[0].span
        clock = [m.span() for m in _HOUR.finditer(self.text, span.start, span.stop)]
        for token in self.tokens(span.start, span.stop):
            inside = day is not None and day.start <= token.start < day.stop
            inside = inside or (host is not None and host.start() <= token.start < host.end())
            inside = inside or any(a <= token.start < b for a, b in clock)
            if not inside and (token.kind == "number" or (token.kind == "word" and not self.words.match("particle", [token], 0))):
                return None
        names = (Named(host.group(), Span(*host.span()), self.outlets.by_domain(host.group())),) if host else ()
        return Dateline(span, names, (), (days[0],), issues)

    @staticmethod
    def _beyond_doubt(named: Named) -> bool:
        """No everyday word: a wire, a name in quotation marks or of several words."""
        return named.wire or named.generic or named.quoted or " " in named.name

    def _signs(self, i: int, end: int, known_at: list[int], segments: list[_Segment]) -> bool:
        """A person's name between place and agency (``PLACE/ WRITER/ AGENCY``), or before both (``WRITER - OUTLET - PLACE:``)."""
        if not known_at:
            return False
        if 0 < i < known_at[-1]:
            return segments[i].before[:1] == "/" or segments[i].before[:1] in _DASHES
        return i == 0 and known_at[0] == 1 and end == 2 and self._place_like(segments[2].tokens)

    @staticmethod
    def _ends(segment: _Segment) -> bool:
        after = segment.after.lstrip('»”"›')
        mark = after[:1]
        return mark in _DASHES or mark in (":", "/", ")", "]", "\n") or (mark == "." and after[1:2] in ("\n", "/"))

    def _after(self, stop: int) -> int:
        """Past the marks that close a dateline."""
        text = self.text
        while stop < len(text) and (text[stop] in '-–—:/)].»"”|' or text[stop] in " \u00a0\u0640"):
            stop += 1
        while text[stop - 1] in " \u00a0":
            stop -= 1
        return stop

    # ---- lines

    def line(self, span: Span, edge: bool, top: bool = False) -> Line:
        """What a line is. ``edge``: it stands among the first or last lines of the page, where names stand by themselves; ``top``:
        among the first, and the headline stands above it or came apart from the text."""
        text = self.text
        if len(span) > SHORT:
            return Line(span)
        form = text[span.start : span.stop]
        if _RULE.fullmatch(form):
            return Line(span, "rule")
        tokens = self.tokens(span.start, span.stop)
        first = next((i for i, t in enumerate(tokens) if t.kind != "mark"), None)
        if first is None:
            return Line(span, "rule")
        if _CONTACT.fullmatch(form):
            return Line(span, "contact")
        words = [t for t in tokens if t.kind == "word"]
        numbers = len([t for t in tokens if t.kind == "number"])
        if (
            edge
            and words
            and numbers <= 3
            and (self.words.is_all("end", words) or (self.words.match("end", words, 0) is not None and _CLOCK.search(form)))
        ):
            return Line(span, "end")
        lead = self.words.match("read-also", tokens, first)
        if lead is not None and (
            lead[1] == "open"
            or first + lead[0] == len(tokens)
            or tokens[first + lead[0]].form in ":|…»"
            or tokens[first + lead[0]].form in _DASHES
        ):
            return Line(span, "read-also", notes=(Note("read-also", span),))
        bare = [t for t in tokens if t.kind != "mark"]
        said = self.words.match("caption", tokens, first)
        if said is not None and (len(bare) == said[0] or (first + said[0] < len(tokens) and tokens[first + said[0]].form in ":|")):
            return Line(span, "caption", notes=(Note("caption", span),))
        labelled = self.labelled(tokens, edge) if len(bare) <= 16 and tokens[-1].form not in _FULL_STOPS else None
        if labelled:
            credits, roles, date = labelled
            if "photo" in roles or "caption" in roles:
                return Line(span, "caption", credits, (Note("caption", span),))
            if credits or date is not None:
                return Line(span, "credit", credits, date=date)
        if edge and len(bare) <= 16:
            stamp = self._stamp(span) if numbers and len(span) <= 100 else None
            if stamp is not None:
                return Line(span, "dateline", dateline=stamp)
            names = self.outlet(span.start, span.stop)
            if names and (len(names) > 1 or self._beyond_doubt(names[0]) or tokens[0].form in "([/*"):
                return Line(span, "dateline", dateline=Dateline(span, names, (), ()))
            found = self.dateline(span, top)
            if found is not None and found.span.stop >= span.stop:
                return Line(span, "dateline", dateline=found)
        return Line(span)

    def labelled(self, tokens: list[Token], edge: bool = True) -> tuple[tuple[Credit, ...], frozenset[str], When | None] | None:
        """Credits behind labels in a short line or bracket: ``PHOTO: X``, ``WROTE - X / PHOTOS: Y``, ``BY X``.

        Out: None when there is no label at its beginning; else the credits, the roles of all labels (also of those whose name was
        no name: a photo's caption), and the date behind a label for dates.
        """
        found: list[tuple[int, int, str]] = []  # token where the label begins, where its name begins, role
        signed = self.words.has("name-end", tokens)
        i = 0
        while i < len(tokens):
            opening = i == 0 or (tokens[i - 1].kind == "mark" and tokens[i - 1].form not in ".:\"'")
            label = self.words.match("label", tokens, i) if opening else None
            if label is not None and label[1] != "genre":
                after = i + label[0]
                quoted = after < len(tokens) and tokens[after].form in '«"“{' and any(t.form in "*•" for t in tokens[:i])
                if after < len(tokens) and (tokens[after].form in ":/|\\" or tokens[after].form in _DASHES or quoted):
                    found.append((i, after if quoted else after + 1, label[1]))
                    i = after
                elif self._needs_no_mark(tokens, i, after, edge, signed and label[1] == "author"):
                    found.append((i, after, label[1]))
            i += 1
        if not found or any(t.kind != "mark" for t in tokens[: found[0][0]]):
            return None
        credits: list[Credit] = []
        date: When | None = None
        for n, (_, start, role) in enumerate(found):
            stop = found[n + 1][0] if n + 1 < len(found) else len(tokens)
            part = tokens[start:stop]
            while part and part[-1].kind == "mark" and part[-1].form not in '»"”':
                part.pop()
            while part and part[0].kind == "mark" and part[0].form not in '«"“':
                del part[0]
            if not part:
                continue
            if role == "caption":
                continue
            if role == "date":
                days, _ = self.dates(part[0].start, part[-1].stop)
                date = date or next((d for d in days), None)
                continue
            credits += self._credit(role, part)
        return tuple(credits), frozenset(role for _, _, role in found), date

    def _needs_no_mark(self, tokens: list[Token], i: int, after: int, edge: bool, signed: bool) -> bool:
        """ "By X" in a line of its own; "(prepared by X for the Arabic service - edited by Y)", as Reuters signs."""
        return signed or (edge and self.words.match("byline", tokens, i) is not None and 2 <= len(tokens) - after <= 6)

    def _credit(self, role: str, part: list[Token]) -> Iterator[Credit]:
        close = (
            next((i + 1 for i in range(2, len(part)) if part[i].form in _QUOTES), len(part))
            if part[0].form in _QUOTES
            else len(part)
        )
        part = part[:close]  # «X» for «Y»: the first is meant
        known = self.outlet(part[0].start, part[-1].stop)
        if known:
            yield from (Credit(role, n.name, n.span, n.generic) for n in known)
            return
        end = next((i for i in range(1, len(part)) if self.words.match("name-end", part, i)), len(part))
        if role == "author":  # several writers, a town in brackets
            end = next((i for i in range(1, end) if part[i].form in "(["), end)
            group: list[Token] = []
            for token in (*part[:end], None):
                if token is not None and not (token.kind == "mark" and token.form in _SEPARATORS and token.form not in "."):
                    group.append(token)
                    continue
                words = [t for t in group if t.kind == "word"]
                odd = any(t.kind == "number" for t in group) or self._is_place(words) or self.words.has("inside", words)
                if 1 <= len(words) <= 5 and not odd:
                    one = self._named(group)
                    yield Credit(role, one.name, one.span)
                    if token is not None and token.form in "-–—/:|":
                        return  # behind it stands the town or the outlet
                group = []
            return
        part = part[:end]
        words = [t for t in part if t.kind != "mark"]
        if role == "agency" or (role == "photo" and self.words.has("inside", words)):
            return
        limit = 6 if role == "photo" else 10
        if 1 <= len(words) <= limit and part[-1].form not in _FULL_STOPS:
            start, stop, _ = self._bare(part[0].start, part[-1].stop)
            yield Credit(role, " ".join(self.text[start:stop].split()), Span(start, stop))

    def tail(self, span: Span) -> tuple[Credit, ...]:
        """Credits in the bracket, or between the slashes, that ends the last line of a piece:
        ``(AGENCY)``, ``/AGENCY/``, ``(PHOTO: X)``."""
        start = max(span.start, span.stop - 160)
        m = _TAIL.search(self.text, start, span.stop)
        if m is None:
            return ()
        where = m.span(1) if m.group(1) is not None else m.span(2)
        names = self.outlet(*where)
        if names:
            before = self.text[start : m.start()].rstrip()[-1:]
            sure = any(self._beyond_doubt(n) for n in names)
            if not sure and before and before not in '.!?\u061f\u2026"»”':  # "... the meeting (today)"
                return ()
            return tuple(Credit("agency", n.name, n.span, n.generic) for n in names)
        tokens = self.tokens(*where)
        if not tokens:
            return ()
        found = self.labelled(tokens)
        return found[0] if found is not None else ()

    def signature(self, span: Span) -> tuple[Credit, ...]:
        """The writer named before a lead that begins in the same line: ``WROTE - WRITER: ...``."""
        tokens = self.tokens(span.start, min(span.stop, span.start + 100))
        label = self.words.match("label", tokens, 0) if tokens else None
        if label is None or label[1] != "author":
            return ()
        stop = next((i for i in range(label[0] + 1, len(tokens)) if tokens[i].form in (":", "(")), None)
        found = self.labelled(tokens[:stop]) if stop is not None and stop <= label[0] + 7 else None
        return found[0] if found is not None else ()

    def is_signed(self, span: Span) -> bool:
        """A line that is perhaps a writer and a town (``WRITER - PLACE``): too unsure for a credit, but no headline either."""
        parts = self._segments(self.tokens(span.start, min(span.stop, span.start + 80)), [], span.stop, True)
        if len(parts) != 2 or parts[1].before[:1] not in _DASHES:
            return False
        return any(self._is_person(a.tokens) and self._place_like(b.tokens) for a, b in (parts, parts[::-1]))

    def publisher(self, span: Span) -> Credit | None:
        """The name of an organisation or outlet that makes up a line of the foot: "the ... group"."""
        if len(span) > 160:
            return None
        start, stop, _ = self._bare(span.start, span.stop)
        tokens = tokenize(self.text[start:stop])
        words = [t for t in tokens if t.kind != "mark"]
        known = self._one(start, stop, False)
        body = words and (self.words.match("body", words, 0) is not None or self._says_media(words))
        if known is None and not (body and 2 <= len(words) <= 12):
            return None
        return Credit("publisher", " ".join(self.text[start:stop].split()), Span(start, stop))

    # ---- notes in brackets

    def brackets(self) -> Iterator[Note]:
        """Legal notes, captions and "read also" in brackets, or in a line behind a star, anywhere in the text."""
        for m in _BRACKET.finditer(self.text):
            inner = m.group(1) if m.group(1) is not None else m.group(2)
            tokens = tokenize(inner)
            if not tokens or len(tokens) > 24:
                continue
            if self.is_legal(tokens):
                yield Note("legal", Span(*m.span()) if m.group(1) is not None else Span(m.start(2), m.end(2)))
            elif m.group(1) is not None:
                words = [t for t in tokens if t.kind != "mark"]
                lead = self.words.match("read-also", tokens, 0)
                if self.words.is_all("caption", words):
                    yield Note("caption", Span(*m.span()))
                elif lead is not None and lead[0] < len(tokens) and tokens[lead[0]].form == ":":
                    yield Note("read-also", Span(*m.span()))

    def is_legal(self, tokens: list[Token]) -> bool:
        """A note that the law demands: banned, or listed as terrorist; said of an organisation or as the whole of the note."""
        said = [found[1] for i in range(len(tokens)) if (found := self.words.match("legal", tokens, i)) is not None]
        if not said:
            return False
        if "" in said:
            first = self.words.match("legal", tokens, 0)
            return first is not None or "head" in said
        return "listed" in said and "weak" in said


_RULE = re.compile(r"[\s*•=_~#.\-\u2010-\u2015\u2022\u25a0-\u25ff\u0640<>|/\\]+")
_CONTACT = re.compile(
    r"(?:[\w .:/\u060c\u0640-]{0,40}[:\s])?(?:https?://\S+|www\.\S+|@[A-Za-z0-9_]{2,}|[\w.+-]+@[\w-]+\.[\w.-]+)\W*"
)
_NEXT_LINE = re.compile(r"\s{0,20}?[\r\n]\s{0,20}([^\r\n]{1,101})")
_HOUR = re.compile(r"(?<!\d)\d\d?:\d\d(?::\d\d)?(?!\d)")
_HOST = re.compile(r"(?<![\w.@/-])(?:[a-z0-9][a-z0-9-]{0,40}\.){1,4}[a-z]{2,12}(?![\w.@/-])", re.I)
_CLOCK = re.compile(r"\d\d?[:.]\d\d")
_TAIL = re.compile(r"(?:[(\[]([^()\[\]\n]{2,120})[)\]]|/\s*([^/\n.]{2,40}?)\s*/)[\s.\u200e\u200f]*$")
_BRACKET = re.compile(r"[(\[\uff08]([^()\[\]\n\uff08\uff09]{3,160})[)\]\uff09]|^\s{0,8}\*{1,3}\s*([^\n*]{3,160})$", re.M)


def byline(words: Masthead, calendar: Calendar, outlets: OutletIndex, said: str) -> list[Credit]:
    """Credits in what metadata call the author: ``WRITER``, ``PLACE: WRITER``, ``AGENCY - PLACE``, ``WRITER (PLACE)``.

    Without spans: it is not in the text. "From" before the town ends a name, so does a bracket.
    """
    said = said.replace("&nbsp;", " ")[:300]
    desk = Desk(said, words, calendar, outlets)
    tokens = tokenize(said)
    if not tokens:
        return []
    found = desk.labelled(tokens)
    if found is not None and found[0]:
        return [Credit(c.role, c.name, generic=c.generic) for c in found[0]]
    dates, _ = desk.dates(0, len(said))
    out: list[Credit] = []
    role = "author"
    for segment in _byline_parts(desk, tokens, dates):
        part = desk._without_dates(segment, dates)
        if not part:
            continue
        at = next((i for i in range(1, len(part)) if words.match("from", part, i) is not None), len(part))
        part = part[:at]
        label = words.match("label", part, 0)
        if label is not None:  # "photos - X": the name is in the next part; "translation X": behind the word
            role, part = "author" if label[1] == "genre" else label[1], part[label[0] :]
            if not part:
                continue
        names = tuple(n for n in desk.outlet(part[0].start, part[-1].stop) if not desk._is_town(n))
        if names:
            out += [Credit("agency", n.name, generic=n.generic) for n in names]
        elif desk._is_person(part) and role in ("author", "photo"):
            out.append(Credit(role, desk._named(part).name))
        role = "author"
    return out


def _byline_parts(desk: Desk, tokens: list[Token], dates: list[When]) -> Iterator[list[Token]]:
    for segment in desk._segments(tokens, dates, len(desk.text), True):
        run: list[Token] = []
        for token in segment.tokens:
            if token.kind == "mark" and token.form in ";\u061b&+":
                if run:
                    yield run
                run = []
            else:
                run.append(token)
        if run:
            yield run
