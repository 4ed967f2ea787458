"""The pieces on a page: which lines are headlines, sub-headings, foot, and where a second piece begins.

Most pages carry one piece. A second one is only believed on strong signs, because a false split tears a report apart: a
headline behind a dash whose words its lead takes up again, a headline above a dateline of its own, or a headline after the
end of the piece before it. A short line between two paragraphs is a sub-heading.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from khabar.ingest.desk import SHORT, Desk, Line
from khabar.model import Item, Note, Span
from khabar.text import Token, clitics, fold, tokenize

MAX_LINES = 50_000
"""Lines in which headlines and credits are looked for. Real pages have at most a few hundred."""
EDGE = 4
"""How many lines at the top of a page may be masthead; at its foot three times as many."""

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_DASHED = re.compile(r"[-\u2010-\u2015]\s*(?=[^\W\d_\"\u00ab\u201c])")
_NO_END = frozenset(".,:;\u060c\u061b")
_SENTENCE_END = frozenset(".!?\u061f\u2026")
_CLOSERS = "\"'\u00bb\u201d\u203a)] \u200e\u200f"


def lines(text: str) -> list[Span]:
    """The lines that are not blank, without the white space around them; at most ``MAX_LINES``, the rest joined to the last."""
    starts, stops = array("q"), array("q")
    for m in _LINE.finditer(text):
        start, stop = m.span()
        if text[start].isspace() or text[stop - 1].isspace():
            line = m.group()
            start, stop = start + len(line) - len(line.lstrip()), stop - len(line) + len(line.rstrip())
        if start < stop:
            starts.append(start)
            stops.append(stop)
            if len(starts) > MAX_LINES:
                stops[-1] = len(text.rstrip())
                break
    return [Span(a, b) for a, b in zip(starts, stops, strict=True)]


@dataclass(frozen=True, slots=True)
class Piece:
    """One item with what the masthead of it is read from: the indices of its lines, its headline's and its lead's."""

    item: Item
    first: int
    last: int
    headline: int | None
    lead: int | None


class Page:
    """The lines of a page and what each of them is. ``title`` is the one that came with the report, apart from its text."""

    def __init__(self, desk: Desk, title: str | None) -> None:
        self.desk, self.text, self.title = desk, desk.text, title
        spans = lines(desk.text)
        self.cut = len(spans) > MAX_LINES
        last = len(spans) - 3 * EDGE
        self.lines: list[Line] = []
        for i, span in enumerate(spans):
            line = desk.line(span, i < EDGE or i >= last, i < EDGE and (i > 0 or title is not None))
            if i == 0 and not self._may_open(line):
                line = Line(span)
            if line.kind == "text" and self.lines and self.lines[-1].kind == "read-also" and self._is_led(i, spans):
                line = Line(span, "read-also", notes=(Note("read-also", span),))
            elif (
                line.kind == "text"
                and self.lines
                and self.lines[-1].kind == "end"
                and len(span) < 40
                and re.match(r"\d\d?[:.]\d\d", span.of(self.text))
            ):
                line = Line(span, "end")  # the hour under the end mark
            self.lines.append(line)

    def _may_open(self, line: Line) -> bool:
        """Above everything stands the headline: "Video: ..." and "Pictures: ..." are its words there, no labels."""
        if line.kind == "credit":
            return all(c.role in ("author", "publisher") or self.desk.outlets.lookup(c.name) is not None for c in line.credits)
        return line.kind not in ("read-also", "caption")

    def _is_led(self, i: int, spans: Sequence[Span]) -> bool:
        """A headline in the list under "read also": the label stood alone, or the line before was in the list."""
        before = self.lines[-1].span
        label = self.text[before.start : before.stop].rstrip(" :\u2026.-|")
        tokens = tokenize(label[:SHORT])
        alone = self.desk.words.is_all("read-also", [t for t in tokens if t.kind != "mark"])
        listed = len(self.lines) > 1 and self.lines[-2].kind == "read-also" and not self._labelled(before)
        return (alone or listed) and len(spans[i]) <= 140 and self._ending(spans[i]) not in _NO_END

    def _labelled(self, span: Span) -> bool:
        tokens = tokenize(self.text[span.start : min(span.stop, span.start + 60)])
        return bool(tokens) and self.desk.words.match("read-also", tokens, 0) is not None

    # ---- what a line looks like

    def _ending(self, span: Span) -> str:
        """The last character that is no closing quotation mark or bracket."""
        stop = span.stop
        while stop > span.start and self.text[stop - 1] in _CLOSERS:
            stop -= 1
        return self.text[stop - 1 : stop]

    def _ends_sentence(self, i: int) -> bool:
        return self._ending(self.lines[i].span) in _SENTENCE_END

    def _words(self, i: int) -> list[Token]:
        span = self.lines[i].span
        return [t for t in tokenize(self.text[span.start : min(span.stop, span.start + 600)]) if t.kind != "mark"]

    def _is_blank_between(self, i: int, j: int) -> bool:
        return len(re.findall(r"\r\n|[\r\n]", self.text[self.lines[i].span.stop : self.lines[j].span.start])) > 1

    @cached_property
    def _punctuated(self) -> bool:
        """Some paragraph ends as sentences end; where none does, a line without a full stop is no sign of a headline."""
        return any(
            line.kind == "text" and (self._ends_sentence(i) or ". " in self.text[line.span.start : line.span.start + 2000])
            for i, line in enumerate(self.lines[:2000])
        )

    def _next(self, i: int) -> int | None:
        """The next line that is text or a dateline."""
        return next(
            (
                j
                for j in range(i + 1, min(i + 6, len(self.lines)))
                if self.lines[j].kind in ("text", "dateline", "credit", "caption")
            ),
            None,
        )

    def _next_text(self, i: int) -> int | None:
        return next((j for j in range(i + 1, min(i + 6, len(self.lines))) if self.lines[j].kind == "text"), None)

    def _is_heading(self, i: int, most: int) -> bool:
        """Short, and no sentence by its end: a full stop, comma or colon is none (three dots are allowed)."""
        line = self.lines[i]
        if line.kind != "text" or len(line.span) > SHORT:
            return False
        text = line.span.of(self.text)
        if self._ending(line.span) in _NO_END and not text.rstrip(_CLOSERS).endswith(("...", "..")):
            return False
        words = len(self._words(i))
        return 1 <= words <= most and any(c.isalpha() for c in text)

    def _is_headline(self, i: int) -> bool:
        """A heading of three words or more above something longer."""
        if not self._is_heading(i, 25) or len(self._words(i)) < 3:
            return False
        j = self._next(i)
        if j is None or not (self._punctuated or len(self.lines[j].span) >= 2.5 * len(self.lines[i].span)):
            return False
        if self.desk.is_signed(self.lines[i].span) or self.desk.dateline(self.lines[i].span) is not None:
            return False
        if self.lines[j].kind != "text" or self._is_blank_between(i, j):
            return self._next_text(i) is not None
        if i < EDGE and len(self._words(j)) <= 6 < len(self._words(i)) + 3 and self._is_heading(j, 6) and j + 1 < len(self.lines):
            return len(self.lines[j + 1].span) >= 100  # a name or town between headline and lead
        return len(self.lines[j].span) >= 1.3 * len(self.lines[i].span) or self._ends_sentence(j)

    def _goes_on(self, i: int) -> bool:
        words = self._words(i)
        return bool(words) and self.desk.words.match("continues", words, 0) is not None

    def _is_subhead(self, i: int) -> bool:
        """A short line without an end between two paragraphs."""
        if not 0 < i < len(self.lines) - 1 or not self._is_heading(i, 12) or len(self.lines[i].span) > 90:
            return False
        before, after = self.lines[i - 1], self.lines[i + 1]
        if before.kind not in ("text", "read-also", "caption") or after.kind != "text":
            return False
        if before.kind == "text" and not (self._ends_sentence(i - 1) and len(before.span) >= 60):
            return False
        if len(after.span) < max(100, int(1.5 * len(self.lines[i].span))) or not self._ends_sentence(i + 1):
            return False
        form = self.lines[i].span.of(self.text)
        if (
            self._ending(self.lines[i].span) in _SENTENCE_END
            or not re.match(r"(?:\*\s*)?[\"\u00ab\u201c']?[^\W\d_]", form)
            or re.search(r"[@=%\d]{3}", form)
        ):
            return False
        return not self._goes_on(i)

    def closes(self, i: int) -> bool:
        """Line ``i`` may be the name under a piece: short, no sentence, after the end of one."""
        return i > 0 and self._is_heading(i, 12) and self.lines[i - 1].kind == "text" and self._ends_sentence(i - 1)

    def is_sourced(self, first: int, last: int) -> bool:
        """Among these lines is a labelled source or picture: they are a foot."""
        return any(
            line.kind == "caption" or any(c.role in ("source", "photo") for c in line.credits)
            for line in self.lines[first : last + 1]
        )

    # ---- a second piece

    def _takes_up(self, i: int, j: int) -> float:
        """The share of the headline's words that its lead has too, whatever is glued to them."""
        lead = {stem for t in self._words(j)[:60] for stem in _stems(t.fold)}
        words = [t for t in self._words(i) if len(t.fold) > 2 and t.kind == "word"]
        return sum(not _stems(t.fold).isdisjoint(lead) for t in words) / len(words) if len(words) > 2 else 0.0

    def _is_fresh(self, i: int) -> bool:
        """Line ``i`` begins another piece."""
        line = self.lines[i]
        if i == 0 or line.kind != "text" or len(line.span) > SHORT:
            return False
        before = self.lines[i - 1]
        text = line.span.of(self.text)
        dashed = _DASHED.match(text) is not None
        if before.kind == "text" and not self._ends_sentence(i - 1):
            return False
        if not self._is_headline(i):
            return False
        j = self._next_text(i)
        if j is None or self._goes_on(j) or self._goes_on(i):
            return False
        if dashed:
            listed = _DASHED.match(self.lines[j].span.of(self.text)[:10]) or (
                before.kind == "text" and _DASHED.match(before.span.of(self.text)[:10])
            )
            question = self._ending(line.span) in "?\u061f"
            return not listed and not question and len(self.lines[j].span) >= 100 and self._takes_up(i, j) >= 0.4
        follows = self._next(i)
        own = self.lines[follows].dateline if follows is not None else None
        if own is None and follows == j:
            own = self.desk.dateline(self.lines[j].span)
        if own is not None:
            return True
        if before.kind in ("credit", "dateline", "end") or (
            before.kind in ("rule", "contact") and i > 1 and self.lines[i - 2].kind in ("credit", "dateline", "end")
        ):
            return i > EDGE and self._takes_up(i, j) >= 0.3
        return False

    # ---- the whole

    def pieces(self) -> list[Piece]:
        """The items in order: every line that is not blank is in exactly one of them. A page without lines has one empty item."""
        if not self.lines:
            return [Piece(Item(self.title or "", Span(0, len(self.text))), 0, -1, None, None)]
        starts = [0, *(i for i in range(1, len(self.lines)) if self._is_fresh(i))]
        out = []
        for n, first in enumerate(starts):
            last = (starts[n + 1] if n + 1 < len(starts) else len(self.lines)) - 1
            headline = self._headline(first, last) if n == 0 else first
            title = self._title(headline) if headline is not None else ""
            if n == 0 and self.title and (headline is None or not self._same_title(headline)):
                title, headline = self.title, None
            lead = next(
                (i for i in range(first if headline is None else headline + 1, last + 1) if self.lines[i].kind == "text"), None
            )
            span = Span(self.lines[first].span.start, self.lines[last].span.stop)
            out.append(Piece(Item(title, span), first, last, headline, lead))
        return out

    def _headline(self, first: int, last: int) -> int | None:
        """The first line that is text, when it is a headline; masthead lines may stand above it."""
        i = next((i for i in range(first, min(first + EDGE, last + 1)) if self.lines[i].kind == "text"), None)
        return i if i is not None and (self._is_headline(i) or (self.title is not None and self._same_title(i))) else None

    def _same_title(self, i: int) -> bool:
        return self.title is not None and _plain(self.lines[i].span.of(self.text)[:SHORT]) == _plain(self.title)

    def _title(self, i: int) -> str:
        text = self.lines[i].span.of(self.text)
        return " ".join(re.sub(r"^[-\u2010-\u2015*\u2022\s]+", "", text).split())

    def subheads(self, pieces: Sequence[Piece]) -> list[Note]:
        """The headings inside the pieces, as notes; headlines and leads are none."""
        taken = {p.headline for p in pieces} | {p.first for p in pieces[1:]} | {pieces[0].lead}
        return [
            Note("subhead", self.lines[i].span) for i in range(1, len(self.lines) - 1) if i not in taken and self._is_subhead(i)
        ]


def _stems(word: str) -> frozenset[str]:
    """What a word may be without its proclitics and endings, long enough to mean something."""
    return frozenset(c.stem for c in clitics(word) if len(c.stem) > 2)


def _plain(text: str) -> str:
    return " ".join(fold(t.form) for t in tokenize(text) if t.kind != "mark")
