"""Statements: who is said to have said what, directly or not, with the cue and the exact stretch of the content."""

from __future__ import annotations

from dataclasses import dataclass

from khabar.annotation import Annotation
from khabar.coding.clauses import ACTOR_KINDS, Arg, Clause, Parsed, Pred
from khabar.coding.events import SPEECH, Coder
from khabar.model import Mention, Quote, Source, Span
from khabar.packs import Pack
from khabar.text import fold


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement before it gets its id."""

    speaker: str | None
    kind: str
    cue: str
    span: Span
    said_by: tuple[Source, ...]


class Speech:
    """Collects the statements of one report; sentences must come in order."""

    def __init__(self, a: Annotation, pack: Pack, coder: Coder) -> None:
        self.a, self.pack, self.coder = a, pack, coder
        self.last: Arg | None = None

    def sentence(self, parsed: Parsed) -> list[Saying]:
        """The statements of one sentence, which the coder has already coded: one for each speaker and stretch."""
        out: list[Saying] = []
        sayers = [p for p in parsed.preds if self._says(p)]
        for k, pred in enumerate(sayers):
            speakers = self.coder.speaker(pred)
            start = self._content_start(pred)
            if start is None:
                continue
            stop = self._content_stop(pred, parsed, sayers[k + 1 :])
            span = self._trim(start, stop)
            if span is None or not speakers or (speakers[0].mention.kind == "group" and len(speakers[0].mention.entities) > 2):
                continue
            quote = self._quote(span)
            kind = "direct" if quote is not None else "indirect"
            if quote is not None:
                span = quote.span if not quote.span.covers(span) or len(quote.span) >= len(span) else span
            chain = self._chain(pred)
            if any(s.span == span for s in out):
                continue  # "قال إن بلاده تعلن «…»": the outer speaker's
            spans = [span, *(self._further_quotes(span, stop) if quote is not None else ())]
            for speaker in self._entities(speakers)[:2]:
                out.extend(Saying(speaker, kind, self._cue(pred), one, chain) for one in spans)
            self.last = speakers[0]
        out.extend(self._attributed(parsed, out))
        return out

    def _says(self, pred: Pred) -> bool:
        if pred.kind == "noun" or pred.negated:
            return False
        if any(f.say for f in pred.frames):
            return True
        return any(f.type for f in pred.frames) and (
            pred.content is not None or (any(f.type in SPEECH for f in pred.frames) and self._quoted_in(pred) is not None)
        )

    def _quoted_in(self, pred: Pred) -> Quote | None:
        """The quotation in a demand or a charge: "طالب … بـ «…»"."""
        tokens = self.a.tokens
        start, stop = tokens[pred.last - 1].stop, tokens[min(pred.stop, pred.last + 16, len(tokens)) - 1].stop
        return next((q for q in self.a.quotes if start <= q.span.start <= stop and len(q.span) > 20), None)

    def _content_start(self, pred: Pred) -> int | None:
        tokens = self.a.tokens
        if pred.content_start >= 0:
            return tokens[pred.content_start].start if pred.content_start < len(tokens) else None
        if not any(f.say for f in pred.frames):
            quote = self._quoted_in(pred)
            return quote.span.start if quote is not None else None
        if any(o.cls == "decide" for o in pred.operators):
            mine = {e for a in self.coder.subject(pred) for e in a.mention.entities}
            theirs = next((c for c in pred.children if c.link == "obj" and _by_another(c, mine)), None)
            return tokens[theirs.first].start if theirs is not None and mine else None  # "أعلنت طرد …" does; "أعلنت اختراق طائرة إثيوبية …" tells
        preps = {p for f in pred.frames if f.say for p, part in f.parts.items() if part == "content"}
        for child in pred.children:
            if child.link and fold(child.link) in preps and self._close(pred, child.first):
                return tokens[child.first].start
            if child.link.startswith("need") and child.governor is pred and any(f.object == "content" for f in pred.frames):
                first = max([pred.last, *(a.mention.last for a in pred.args if a.role == "subject")])
                while first < child.first and self._is_filler(first):
                    first += 1
                return tokens[first if child.first - first <= 4 else child.first].start
        for a in pred.args:
            if a.prep and fold(a.prep) in preps and self._close(pred, a.mention.first):
                return a.mention.span.start
        for i in range(pred.last, min(pred.stop, pred.last + 14)):
            if tokens[i].fold in preps and i + 1 < len(tokens):
                return tokens[i + 1].start
            if tokens[i].fold[:1] in preps and any(r.prep == tokens[i].fold[:1] for r in self.pack.readings(tokens[i].fold)):
                return tokens[i].start
        subject_end = max([pred.last, *(a.mention.last for a in pred.args if a.role == "subject")])
        for i in range(subject_end, min(pred.stop, subject_end + 10)):
            if tokens[i].fold in _MARKS:
                at = tokens[i].stop
                if any(q.span.start == at and len(q.span) > 25 for q in self.a.quotes):
                    return at
        return None

    def _is_filler(self, i: int) -> bool:
        """A mark, a date or a joining word: no content begins with it."""
        token = self.a.tokens[i]
        if token.kind != "word" or any(d.span is not None and d.span.covers(token.span) for d in self.a.dates):
            return True
        phrase = self.pack.phrase_at(self.a.tokens, i)
        return phrase is not None and phrase.cls in ("skip", "conj")

    def _close(self, pred: Pred, first: int) -> bool:
        """Does the preposition stand right behind the verb and its subject (dates and marks apart), so that it is the verb's own?"""
        start = max([pred.last, *(a.mention.last for a in pred.args if a.role == "subject")])
        words = [
            t for t in self.a.tokens[start:first] if t.kind == "word" and not any(d.span is not None and d.span.covers(t.span) for d in self.a.dates)
        ]
        return len(words) <= 4

    def _content_stop(self, pred: Pred, parsed: Parsed, later: list[Pred]) -> int:
        """The content runs to the sentence's end, or to the next saying of the same level."""
        end = parsed.sentence.span.stop
        for other in later:
            if pred.content is not None and _inside(other.clause, pred.content):
                continue
            if other.first > pred.first and other.clause.kind != "rel":
                return min(end, self.a.tokens[other.first].start)
        return end

    def _trim(self, start: int, stop: int) -> Span | None:
        text = self.a.report.text
        while stop > start and (text[stop - 1].isspace() or text[stop - 1] in '،,."”»؛:'):
            stop -= 1
        while start < stop and (text[start].isspace() or text[start] in '"“«:،'):
            start += 1
        return Span(start, stop) if stop - start > 12 else None

    def _quote(self, span: Span) -> Quote | None:
        """The quotation that the content is, or opens with after a word or two."""
        for q in self.a.quotes:
            if q.span.start >= span.stop:
                break
            if -2 <= q.span.start - span.start < 14 and len(q.span) > 14 and q.span.stop > span.start:
                return q
        return None

    def _further_quotes(self, span: Span, stop: int) -> list[Span]:
        """Quotations that go on after the first in the same sentence: «…»، و«…»."""
        text, end = self.a.report.text, span.stop
        out: list[Span] = []
        for q in self.a.quotes:
            if q.span.start > end and q.span.start < stop and len(q.span) > 15 and len(text[end : q.span.start].strip('"”»“«،,. و')) <= 25:
                out.append(q.span)
                end = q.span.stop
        return out

    def _cue(self, pred: Pred) -> str:
        stop = pred.last
        if stop < len(self.a.tokens) and any(fold(o) == self.a.tokens[stop].fold for f in pred.frames for o in f.parts):
            stop += 1
        return self.a.report.text[self.a.tokens[pred.first].start : self.a.tokens[stop - 1].stop]

    def _entities(self, args: list[Arg]) -> list[str]:
        out: list[str] = []
        for a in args:
            if a.mention.kind in ACTOR_KINDS or a.mention.kind == "outlet":
                out.extend(r for r in a.mention.entities if r)
            elif a.mention.stands_for:
                out.append(a.mention.stands_for)
        return list(dict.fromkeys(out))

    def _chain(self, pred: Pred) -> tuple[Source, ...]:
        out: list[Source] = []
        clause: Clause | None = pred.clause
        while clause is not None:
            for a in clause.sources:
                out.extend(self._link(a.mention, clause.medium or "statement"))
            if clause.kind == "comp" and clause.head is not None and any(f.say for f in clause.head.frames):
                for a in self.coder.speaker(clause.head):
                    out.extend(self._link(a.mention, clause.head.clause.medium or "statement"))
            clause = clause.parent
        return tuple(dict.fromkeys(out))

    def _link(self, m: Mention, medium: str) -> list[Source]:
        return [Source(e, "agency" if m.kind == "outlet" else medium, m.span) for e in m.entities[:1]]

    def _attributed(self, parsed: Parsed, found: list[Saying]) -> list[Saying]:
        """ "وفقا للرئيس الروسي، …": the sentence is a statement of the one it is attributed to."""
        out = []
        source = next((a for a in parsed.root.sources if a.mention.kind in ACTOR_KINDS and a.mention.entities), None)
        if source is not None and not found:
            text_end = parsed.sentence.span.stop
            if source.mention.first - parsed.sentence.first <= 4:
                span = self._trim(source.mention.span.stop, text_end)
            else:
                first = source.mention.first
                while first > parsed.sentence.first and self.a.tokens[first - 1].kind == "word" and source.mention.first - first < 3:
                    first -= 1
                span = self._trim(parsed.sentence.span.start, self.a.tokens[first].start)
            if span is not None and len(span) > 30:
                cue = self.a.report.text[source.mention.span.start : source.mention.span.stop]
                for e in source.mention.entities[:1]:
                    out.append(Saying(e, "direct" if self._quote(span) else "indirect", cue, span, ()))
        opinion = next(
            (u for u in parsed.units if u.kind == "phrase" and u.phrase is not None and u.phrase.cls == "opinion" and u.phrase.value == "own"), None
        )
        if opinion is not None and opinion.first == parsed.sentence.first and not found and not out:
            thinker = [a for a in self.coder.last_subject if a.mention.kind == "person"] or ([self.last] if self.last is not None else [])
            span = self._trim(self.a.tokens[opinion.last - 1].stop, parsed.sentence.span.stop)
            if span is not None and thinker and thinker[0].mention.entities:
                cue = self.a.report.text[self.a.tokens[opinion.first].start : self.a.tokens[opinion.last - 1].stop]
                out.append(Saying(thinker[0].mention.entities[0], "indirect", cue, span, ()))
        return out


def _by_another(act: Pred, mine: set[str]) -> bool:
    """Does the event noun name a doer, who is none of the speakers?"""
    doers = {e for a in act.args if a.role == "genitive" for e in a.mention.entities}
    return bool(doers) and not doers & mine and not any(f.genitive == "object" for f in act.frames)


def _inside(clause: Clause, outer: Clause) -> bool:
    probe: Clause | None = clause
    while probe is not None:
        if probe is outer:
            return True
        probe = probe.parent
    return False


_MARKS = frozenset('"«“:')
