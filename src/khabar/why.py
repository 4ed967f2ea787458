"""Why does the record say so? From a value to the rule, the words, the sentence, the report and the chain behind it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from khabar.model import Claim, Coded, Fact, Report, Source, Span
from khabar.record import Record


def story(record: Record, field: str | None) -> list[dict[str, Any]]:
    """Every value of every fact of a story; field: only this one."""
    claims = {c.id: c for c in record.claims}
    reports = {r.id: r for r in record.reports}
    names = {e.id: e.name("en") for e in record.entities}
    rules = {e.id: e.rule for e in record.events}
    out = []
    for s in record.stories:
        reasons = {o.id: {"name": o.name, "why": o.why} for o in s.origins}
        for fact in s.facts:
            if field not in (None, fact.field):
                continue
            out += [_value(fact, n, claims, reports, names, rules, reasons) for n in range(len(fact.values))]
    return out


def _value(
    fact: Fact, n: int, claims: dict[str, Claim], reports: dict[str, Report], names: dict[str, str], rules: dict[str, str],
    reasons: dict[str, dict[str, str]],
) -> dict[str, Any]:  # fmt: skip
    value = fact.values[n]
    claim = claims.get(value.claim)
    return {
        "field": fact.field,
        "value": value.value,
        "verdict": fact.verdict,
        "rule": rules.get(claim.about) if claim else None,
        "origins": [reasons[o] for o in value.origins if o in reasons],
        "chain": _names(claim.chain, names) if claim else [],
        "evidence": [_place(reports[r], [span]) for r, span in value.evidence if r in reports],
    }


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
