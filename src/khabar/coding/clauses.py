"""Reads a sentence from first word to last into predicates with their arguments.

One pass, no backtracking. Words become units (mention, predicate, particle, date, mark); predicates stay open on a stack, and
each argument goes to the nearest open predicate whose frames take it. Arabic news puts the verb first, then the subject with its
appositions, then the rest: so a bare mention after a verb is its subject, the next one its object; before a verb, after أنّ or in
a headline, it is the subject too. A verbal noun is a predicate of its own, governed by what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from khabar.annotation import Annotation
from khabar.coding.arguments import Arguments
from khabar.coding.particles import Particles
from khabar.coding.predicates import Predicates
from khabar.coding.readings import Readings
from khabar.coding.stack import Page
from khabar.coding.tree import AND, Parsed, Unit
from khabar.coding.units import Units
from khabar.model import Mention, Sentence
from khabar.packs import Pack
from khabar.text import QUOTE_MARKS


class Reader:
    """Parses the sentences of one annotated report."""

    def __init__(self, annotation: Annotation, pack: Pack) -> None:
        self.a, self.pack = annotation, pack
        self._units, self._readings = Units(annotation, pack), Readings(annotation.tokens, pack, annotation.dots)
        self._mentions = {m.first for m in annotation.mentions}
        quotes = {q.span.start: q.span for q in annotation.quotes}
        self._page = Page(pack, annotation.tokens, dict(self._names()), quotes, annotation.day or "")

    def _names(self) -> Iterator[tuple[str, Mention]]:
        """Last words of full names, and who bears them: "قال نوبخت" goes back to who was introduced with office and name."""
        tokens = self.a.tokens
        for m in reversed(self.a.mentions):
            if m.kind in ("person", "role") and len(m.entities) == 1:
                last = m.last
                while last < min(len(tokens), m.last + 4) and self._is_name(last):
                    last += 1
                if last - m.first > 1:
                    yield tokens[last - 1].fold, m

    def _is_name(self, i: int) -> bool:
        """Is it a word that means nothing to us (behind an office: a name)?"""
        token = self.a.tokens[i]
        if token.kind != "word" or i in self._mentions or self.pack.phrase_at(self.a.tokens, i) is not None:
            return False
        return all(r.kind == "participle" and not r.article for r in self.pack.readings(token.fold))  # محمد

    def parse(self, sentence: Sentence) -> Parsed:
        """Reads one sentence of the report; the result does not depend on the sentences before it."""
        units = self._units.of(sentence)
        self._readings.settle(units)
        return _Pass(self._page, sentence, _joined(units)).run()


def _joined(units: list[Unit]) -> list[Unit]:
    """ "و أكد", "«حماس» و«حزب الله»", "الوزير و16 شخصا": an "and" written apart, before a mark or a number, belongs to the word behind it."""
    if AND not in [u.fold for u in units] and not [u for u in units if u.kind == "number" and u.conj]:
        return units
    out: list[Unit] = []
    for unit in units:
        if out and out[-1].kind == "number" and out[-1].conj == AND and unit.kind == "mention" and not (unit.conj or unit.prep):
            unit = replace(unit, conj=AND)
        at = len(out) - (2 if out and out[-1].fold in QUOTE_MARKS and unit.kind == "mention" else 1)
        if at >= 0 and out[at].fold == AND and out[at].kind == "word" and unit.kind != "mark" and not unit.conj:
            del out[at]
            unit = replace(unit, conj=AND, reading=replace(unit.reading, conj=AND) if unit.reading is not None else None)
        out.append(unit)
    return out


class _Pass(Particles, Arguments, Predicates):
    """The pass over one sentence."""

    def run(self) -> Parsed:
        """Gives each unit to the handler of its kind (all take the unit and its index), then closes the predicates' stretches."""
        handlers = {
            "word": self._word, "phrase": self._phrase, "mention": self._mention, "mark": self._mark, "noun": self._noun, "verb": self._verb,
            "participle": self._participle, "date": self._date, "number": self._number,
        }  # fmt: skip
        for k, unit in enumerate(self.units):
            if (said := self.clause.verb) is not None and said.aside:
                self._back_from_passing(unit, said)
            if unit.kind == "noun":
                self._leave_span(unit, k)
            handlers[unit.kind](unit, k)
        end = self.sentence.last
        for i, pred in enumerate(self.preds, 1):  # they stand in the order of the text
            pred.stop = end
            for p in islice(self.preds, i, None):
                if p.kind == "verb" or p.clause is not pred.clause:
                    pred.stop = min(end, p.first)
                    break
        return Parsed(self.sentence, self.units, self.preds, self.root, self.clauses, self.leads)


__all__ = ["Reader"]
