"""The dateline: what stands before the lead, of outlets, writers, towns and days.

A name that nobody knows is an outlet's only in a full masthead above or before the lead, as only an outlet stands (``PLACE DATE (NAME) -``,
``PLACE: "NAME"``, ``NAME | DATE``), and if it is short, no place, person or body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from khabar.ingest.nameplates import BULLETS, DASHES, QUOTES, SEPARATORS, Named, Nameplates
from khabar.model import Issue, Span, When
from khabar.text import Token, tokenize
from khabar.when import find

HEAD = 240
"""Code points in which a dateline must end. The longest of 31,000 Saudi reports of 2015 had 95."""
_DIGIT = re.compile(r"\d")
_NEXT_LINE = re.compile(r"\s{0,20}?[\r\n]\s{0,20}([^\r\n]{1,101})")
_HOUR = re.compile(r"(?<!\d)\d\d?:\d\d(?::\d\d)?(?!\d)")
_HOST = re.compile(r"(?<![\w.@/-])(?:[a-z0-9][a-z0-9-]{0,40}\.){1,4}[a-z]{2,12}(?![\w.@/-])", re.I)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the lead: names of outlets in order, writers, dates; ``span`` from its first to its last mark."""

    span: Span
    names: tuple[Named, ...]
    authors: tuple[Named, ...]
    dates: tuple[When, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(slots=True)
class _Segment:
    """What stands between two separators of a would-be dateline."""

    tokens: list[Token] = field(default_factory=list)
    before: str = ""
    after: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Datelines(Nameplates):
    """Finds where a line begins with a dateline, and what it says."""

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
        if not any(c in SEPARATORS for c in head) and not whole_line:
            return None
        tokens = self.tokens(span.start, stop)[:60]
        while tokens and tokens[0].kind == "mark" and tokens[0].form in BULLETS:
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
            elif token.form in QUOTES:
                if current.tokens and current.quoted and token.form not in "«“":
                    current.after = token.form
                    segments.append(_Segment(before=token.form))
                current.quoted = True
            elif token.form == "." and self._in_abbreviation(tokens, n):
                current.tokens.append(token)
            elif token.form in SEPARATORS:
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
                and (segment.after[:1] in ("/", "\n") or segment.after[:1] in DASHES)
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
                ended = closing[1:2] in (":", "\n") or closing[1:2] in DASHES or (closing[1:2] == "." and closing[2:3] == "\n")
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
            if full[i - 1] and part.before[-1:] in ("", *DASHES) and parts[i - 1].after[-1:] in DASHES:
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
            if (between in DASHES or between in ("/", "|")) and town and not parts[0].quoted:
                media = self._says_media(bare[1])
                if (media or self._is_dated(line)) and self._may_be_outlet(bare[1]):
                    return self._named(bare[1], parts[1].quoted)
            return None
        if all(full) or not (between in DASHES or between in ("/", "|")):
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
            return segments[i].before[:1] == "/" or segments[i].before[:1] in DASHES
        return i == 0 and known_at[0] == 1 and end == 2 and self._place_like(segments[2].tokens)

    @staticmethod
    def _ends(segment: _Segment) -> bool:
        after = segment.after.lstrip('»”"›')
        mark = after[:1]
        return mark in DASHES or mark in (":", "/", ")", "]", "\n") or (mark == "." and after[1:2] in ("\n", "/"))

    def _after(self, stop: int) -> int:
        """Past the marks that close a dateline."""
        text = self.text
        while stop < len(text) and (text[stop] in '-–—:/)].»"”|' or text[stop] in " \u00a0\u0640"):
            stop += 1
        while text[stop - 1] in " \u00a0":
            stop -= 1
        return stop
