"""Why does the record say so? From a value to the rule, the words, the sentence, the report and the chain behind it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from khabar.model import Claim, Coded, Fact, FactValue, Origin, Report, Source, Span, Story
from khabar.record import Record

LINE = 110  # letters of a quotation that is read at a glance


def story(record: Record, field: str | None) -> list[dict[str, Any]]:
    """Every value of every fact of a story; field: only this one. ``said`` tells who gives it, a row an origin; ``main``: of its happening."""
    claims = {c.id: c for c in record.claims}
    reports = {r.id: r for r in record.reports}
    names = {e.id: e.name("en") for e in record.entities}
    rules = {e.id: e.rule for e in record.events}
    out = []
    acts = {e.id: (e.type, e.status) for e in record.events}
    for s in record.stories:
        chief = {e for e in s.events if acts.get(e) == acts.get(s.events[0])}
        for fact in s.facts:
            if field in (None, fact.field):
                out += [_value(s, chief, fact, v, claims.get(v.claim), reports, names, rules) for v in fact.values]
    return out


def _value(
    s: Story, chief: set[str], fact: Fact, value: FactValue, claim: Claim | None, reports: dict[str, Report], names: dict[str, str],
    rules: dict[str, str],
) -> dict[str, Any]:  # fmt: skip
    told = {r: [span.of(reports[r].text) for of, span in value.evidence if of == r] for r, _ in value.evidence if r in reports}
    behind = [o for o in s.origins if o.id in value.origins]
    return {
        "field": fact.field,
        "value": value.value,
        "name": names.get(value.value, value.value),
        "verdict": fact.verdict,
        "event": claim.about if claim else None,
        "main": claim is not None and claim.about in chief,
        "rule": rules.get(claim.about) if claim else None,
        "said": [_said(o, [r for r in told if r in o.reports], told) for o in behind] + _unsourced(behind, told),
        "origins": [{"name": o.name, "why": o.why} for o in behind],
        "chain": _names(claim.chain, names) if claim else [],
        "evidence": [_place(reports[r], [span]) for r, span in value.evidence if r in reports],
    }


def _said(origin: Origin | None, mine: list[str], told: dict[str, list[str]]) -> dict[str, Any]:
    """What one origin says, in the words of the first of its reports that say it."""
    return {"origin": origin.name if origin else None, "reports": mine, "words": _fullest(told[mine[0]]) if mine else None}


def _fullest(words: list[str]) -> str:
    """Of several places the one that says most in a line."""
    return max(words, key=lambda w: (len(w) <= LINE, len(w) if len(w) <= LINE else -len(w)))


def _unsourced(behind: list[Origin], told: dict[str, list[str]]) -> list[dict[str, Any]]:
    left = [r for r in told if not any(r in o.reports for o in behind)]
    return [_said(None, left, told)] if left else []


def event(record: Record, coded: Coded, id: str, field: str | None) -> list[dict[str, Any]]:
    """A claim, all claims of an event, or where a statement or relation stands."""
    names = {e.id: e.name("en") for e in record.entities}
    wanted = [c for c in record.claims if id in (c.id, c.about) and field in (None, c.field)]
    if wanted:
        return [
            {
                "field": c.field, "value": c.value, "rule": c.rule, "event": c.about, "chain": _names(c.chain, names),
                "evidence": [_place(coded.report, c.spans, coded.sentences)],
            }
            for c in wanted
        ]  # fmt: skip
    for s in coded.statements:
        if s.id == id:
            row = {"field": "speaker", "value": s.speaker, "rule": s.cue, "chain": _sources(s.said_by, names)}
            return [{**row, "evidence": [_place(coded.report, [s.span], coded.sentences)]}]
    for r in coded.relations:
        if r.id == id:
            row = {"field": r.relation, "value": f"{r.subject} -> {r.object}", "rule": r.relation, "chain": []}
            return [{**row, "evidence": [_place(coded.report, [r.span], coded.sentences)]}]
    return []


def _names(chain: Iterable[str], names: dict[str, str]) -> list[str]:
    return [names.get(id, id) for id in chain]


def _sources(sources: Iterable[Source], names: dict[str, str]) -> list[str]:
    return [names.get(s.entity or "", s.name or s.entity or "?") for s in sources]


def _place(report: Report, spans: Iterable[Span], sentences: Iterable[Span] = ()) -> dict[str, Any]:
    found = list(spans)
    around = [s for s in sentences if any(s.overlaps(x) for x in found)]
    sentence = Span(min(s.start for s in around), max(s.stop for s in around)) if around else None
    return {
        "report": report.id,
        "outlet": report.outlet.name,
        "published": report.published.value if report.published else None,
        "url": report.url,
        "path": report.path,
        "words": [s.of(report.text) for s in found],
        "spans": [[s.start, s.stop] for s in found],
        "sentence": sentence.of(report.text) if sentence else None,
    }
