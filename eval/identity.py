"""Who is who: does a name or a role in a report lead to the right country, person or body?

``surfaces``: the participants of coded gold events, by the words that the gold copied from the text. ``marked``: our own reports with
every person, state and body marked in the text (eval/gold/identity). ``far``: people, states and bodies found on pages of sport, culture
and local business. ``wojood``: how many of others' marked names are found at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import score

from khabar import annotate, packs, pipeline
from khabar.annotation import Annotation
from khabar.errors import InputError
from khabar.ingest import Given
from khabar.model import Mention

Json = dict[str, Any]


@dataclass
class Count:
    """right of total; misses are (report, words, what it should be, what was found)."""

    right: int = 0
    total: int = 0
    misses: list[tuple[str, str, str, str]] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.right / self.total if self.total else 0.0

    def take(self, right: bool, report: str, words: str, want: str, found: str) -> None:
        self.right, self.total = self.right + right, self.total + 1
        if not right:
            self.misses.append((report, words, want, found))


def annotated(text: str, published: str | None) -> Annotation | None:
    """One Arabic report with its mentions; None for a text that cannot be read."""
    try:
        for report in pipeline.reports(["-"], Given(published=published, language="ar"), lambda _: text.encode("utf-8")):
            if not isinstance(report, pipeline.Failure):
                return annotate.annotate(report, packs.load("ar"), packs.the_world(), pipeline.calendar("ar"))
    except InputError:
        pass
    return None


# ------------------------------------------------------------------ the participants of gold events


def surfaces(cases: Iterable[Json]) -> Count:
    """The participants of the coded events that the text names: the mention that stands there has the right country and bears the name.

    Left out: a participant whose words stand nowhere in the text, and one of no country that is only described ("civilians"). A name that
    is only a state's, or a description of people of a state, asks for the state.
    """
    out = Count()
    for case in cases:
        names = score.Entities({}, case)
        for report in case["reports"]:
            a = annotated(report["text"], report.get("published")) if report.get("text") else None
            if a is None:
                continue
            done: set[tuple[int, str, str]] = set()
            for event in report.get("events") or ():
                for party in (p for side in score.SIDES for p in event.get(side) or () if p.get("ar")):
                    at = _nearest(a.report.text, party["ar"], event["anchor"])
                    key = (at[0] if at else 0, party["ar"], party.get("en") or "")
                    if at is None or key in done or not (party.get("iso3") or re.search("[A-Z]", key[2])):
                        continue
                    done.add(key)
                    found = _at(a.mentions, at)
                    want = f"{party.get('en')} ({party.get('iso3')})"
                    right = _is(a, found, party, names)
                    if not right and found is not None and found.span.stop - found.span.start > len(party["ar"]) + 2:
                        alone = annotated(party["ar"], report.get("published"))  # a state inside an envoy's title is a name of its own
                        right = alone is not None and any(_is(alone, m, party, names) for m in alone.mentions)
                    out.take(right, report["id"], party["ar"], want, _shown(found))
    return out


def _nearest(text: str, words: str, anchor: str) -> tuple[int, int] | None:
    """Where the words stand: inside the anchor, else nearest to it."""
    places, anchors = score.find(text, words), score.find(text, anchor)
    if not places or not anchors:
        return places[0] if places else None
    return min(places, key=lambda p: max(anchors[0][0] - p[0], p[1] - anchors[0][1], 0))


def _at(mentions: Sequence[Mention], at: tuple[int, int]) -> Mention | None:
    """The mention that shares most with the place; of equals the first."""
    best = max(mentions, key=lambda m: min(m.span.stop, at[1]) - max(m.span.start, at[0]), default=None)
    return best if best is not None and min(best.span.stop, at[1]) > max(best.span.start, at[0]) else None


def _is(a: Annotation, m: Mention | None, party: Json, names: score.Entities) -> bool:
    if m is None:
        return False
    refs = [*m.entities, *((m.stands_for,) if m.stands_for else ())]
    entities = [a.entities.get(r) or packs.the_world().entity(r) for r in refs]
    countries = {m.country, *(e.country for e in entities)}
    if party.get("iso3") and party["iso3"] not in countries:
        return False
    wanted = party.get("en") or party["ar"]
    if party.get("iso3") and not _names_somebody(wanted):
        return True
    names.by_id |= {e.id: {"names": dict(e.names), "country": e.country, "kind": e.kind} for e in entities}
    return any(names.answers(wanted, r) for r in refs)


_A_BODY = frozenset(("mfa", "mod", "presidency", "army", "parliament", "police"))


def _names_somebody(name: str) -> bool:
    """Does an English name say more than a state and a kind of people ("Algerians", "Ethiopian gangs")?"""
    lands = {code for _, code in score.lands()} | {f"{form}s" for form, _ in score.lands()}
    plain = " ".join(w for w in name.split() if w[:1].isupper() or w.casefold() in _A_BODY | {"ministry", "foreign", "defence", "armed", "forces"})
    return bool(score.words(plain) - lands)


def _shown(m: Mention | None) -> str:
    return f"{m.text} = {'+'.join(m.entities) or '?'} [{m.rule}]" if m else "-"
