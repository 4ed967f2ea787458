"""What each line of a page is when it is no text: credit, dateline, caption, "read also", legal note, contact.

Nothing becomes a credit because it stands where credits often stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from khabar.ingest.datelines import Dateline, Datelines
from khabar.ingest.masthead import Masthead, OutletIndex
from khabar.ingest.nameplates import DASHES, QUOTES, SEPARATORS
from khabar.model import Credit, Note, Span, When
from khabar.text import Token, tokenize
from khabar.when import Calendar

SHORT = 240
"""A line longer than this is no label, credit, headline or sub-heading."""
_AGO, _HEADLINE = 3, 16  # tokens of "36 minutes ago"; of one headline with them
_FULL_STOPS = frozenset(".!?\u061f")
_RULE = re.compile(r"[\s*•=_~#.\-\u2010-\u2015\u2022\u25a0-\u25ff\u0640<>|/\\]+")
_CONTACT = re.compile(
    r"(?:[\w .:/\u060c\u0640-]{0,40}[:\s])?(?:https?://\S+|www\.\S+|@[A-Za-z0-9_]{2,}|[\w.+-]+@[\w-]+\.[\w.-]+)\W*"
)
_CLOCK = re.compile(r"\d\d?[:.]\d\d")
_TAIL = re.compile(r"(?:[(\[]([^()\[\]\n]{2,120})[)\]]|/\s*([^/\n.]{2,40}?)\s*/)[\s.\u200e\u200f]*$")
_BRACKET = re.compile(r"[(\[\uff08]([^()\[\]\n\uff08\uff09]{3,160})[)\]\uff09]|^\s{0,8}\*{1,3}\s*([^\n*]{3,160})$", re.M)


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


@dataclass(frozen=True, slots=True)
class Desk(Datelines):
    """Reads a page line by line."""

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
            or tokens[first + lead[0]].form in DASHES
        ):
            return Line(span, "read-also", notes=(Note("read-also", span),))
        if self.is_ticker(tokens):
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
                if after < len(tokens) and (tokens[after].form in ":/|\\" or tokens[after].form in DASHES or quoted):
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
            next((i + 1 for i in range(2, len(part)) if part[i].form in QUOTES), len(part))
            if part[0].form in QUOTES
            else len(part)
        )
        part = part[:close]  # «X» for «Y»: the first is meant
        days, _ = self.dates(part[0].start, part[-1].stop)
        day = next((d.span.start for d in days if d.span is not None and d.span.start > part[0].start), part[-1].stop)
        part = [t for t in part if t.start < day]  # "WROTE: X Friday 07-06-2019"
        known = self.outlet(part[0].start, part[-1].stop)
        if known:
            yield from (Credit(role, n.name, n.span, n.generic) for n in known)
            return
        end = next((i for i in range(1, len(part)) if self.words.match("name-end", part, i)), len(part))
        if role == "author":  # several writers, a town in brackets
            end = next((i for i in range(1, end) if part[i].form in "(["), end)
            group: list[Token] = []
            for token in (*part[:end], None):
                if token is not None and not (token.kind == "mark" and token.form in SEPARATORS and token.form not in "."):
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
        if len(parts) != 2 or parts[1].before[:1] not in DASHES:
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

    def is_ticker(self, tokens: list[Token]) -> bool:
        """A line of other pages' headlines, with how long ago each was put up behind it ("… 36 minutes ago … 39 minutes ago") and no full
        stop: several, or one that is short."""

        def ago(i: int) -> bool:
            since, unit = self.words.match("ago", tokens, i), self.words.match("ago", tokens, i + 2)
            return since is not None and not since[1] and tokens[i + 1].kind == "number" and unit is not None and unit[1] == "unit"

        ends = len(tokens) > _AGO and ago(len(tokens) - _AGO)
        return ends and (len(tokens) <= _HEADLINE or any(ago(i) for i in range(len(tokens) - 2 * _AGO)))

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
