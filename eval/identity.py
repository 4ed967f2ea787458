"""Who is who: does a name or a role in a report lead to the right country, person or body?

``surfaces``: the participants of coded gold events, by the words that the gold copied from the text. ``marked``: our own reports with
every person, state and body marked in the text (eval/gold/identity). ``far``: people, states and bodies found on pages of sport, culture
and local business. ``wojood``: how many of others' marked names are found at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import score

from khabar import annotate, coding, packs, pipeline
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
    if (party.get("iso3") and not _names_somebody(wanted)) or _is_his_post(m, wanted):
        return True
    if any(score.same_name(wanted, form) for r in refs for form in score.spellings().get(r, ())):
        return True  # "King Salman", which is not the name that is shown
    if len(refs) > 1 and any(set(e.members) == set(refs) for e in packs.the_world().entities.values() if wanted in score.spellings().get(e.id, ())):
        return True  # "G7": all of its members
    names.by_id |= {e.id: {"names": dict(e.names), "country": e.country, "kind": e.kind} for e in entities}
    return any(names.answers(wanted, r) for r in refs)


# ------------------------------------------------------------------ reports of our own, every name marked

_ANSWERS = frozenset(("person", "state", "government-body", "organisation", "armed-group", "party", "people-group", "group"))
_SILENT = ("unnamed", "demonym")  # who is not named has no identity


@dataclass
class Marked:
    """given: names that were given an identity; gold: marks that have one; right: both and the same. misses as in Count."""

    given: int = 0
    gold: int = 0
    right: int = 0
    misses: list[tuple[str, str, str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0


def marked(folder: Path) -> Marked:
    """The reports of eval/gold/identity: format in its README. Each mark and each unmarked name is judged once."""
    out = Marked()
    for path in sorted(folder.glob("*.txt")):
        for part in re.split(r"(?m)^## ", path.read_text("utf-8"))[1:]:
            head, _, body = part.partition("\n")
            day, name = head.split()
            _judge(out, name, *_unmark(body.strip()), day)
    return out


def _unmark(body: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and (start, stop, what) of each."""
    text, marks = "", []
    for plain, words, what in re.findall(r"([^\[]*)(?:\[([^|\]]+)\|([^\]]+)\])?", body):
        text += plain
        if words:
            marks.append((len(text), len(text) + len(words), what.strip()))
            text += words
    return text, marks


def _judge(out: Marked, name: str, text: str, marks: Sequence[tuple[int, int, str]], day: str) -> None:
    a = annotated(text, day)
    assert a is not None, name
    told = [m for m in a.mentions if m.kind in _ANSWERS and m.entities and not m.rule.startswith(_SILENT)]
    for start, stop, what in marks:
        m = _at(a.mentions, (start, stop))
        found = _answer(a, m)
        told = [x for x in told if not (x.span.start < stop and x.span.stop > start)]
        wanted = frozenset(what.split(" + ")) if what not in ("-", "?") else frozenset[str]()
        for ref in wanted - {"new"}:
            packs.the_world().entity(ref)  # KeyError: the mark names nobody of the world
        answered = bool(found) and not (m is not None and m.rule.startswith(_SILENT) and not wanted)
        out.given, out.gold = out.given + answered, out.gold + bool(wanted)
        if wanted and (wanted == found or (m is not None and m.stands_for and wanted == {m.stands_for})):
            out.right += 1
        elif wanted or answered:
            out.misses.append((name, text[start:stop], what, _shown(m)))
    out.given += len(told)
    out.misses += [(name, m.text, "nobody", _shown(m)) for m in told]


def _answer(a: Annotation, m: Mention | None) -> frozenset[str]:
    if m is None:
        return frozenset()
    return frozenset("new" if r in a.entities and not a.entities[r].known and a.entities[r].kind == "person" else r for r in m.entities)


# ------------------------------------------------------------------ pages of sport, culture, business; others' marks


def far(articles: Iterable[Json]) -> tuple[int, int, int]:
    """(articles, participants of coded events, officials and bodies of states named as who acts) on pages that have no diplomacy."""
    pages = actors = officials = 0
    for row in articles:
        a = annotated(row["text"], row["extracted"][:10])
        if a is None:
            continue
        coded = coding.code(a, packs.load("ar"), packs.the_world())
        pages += 1
        actors += sum(len(e.actors) + len(e.recipients) for e in coded.events)
        officials += sum(_official(a, m) for m in a.mentions)
    return pages, actors, officials


def _official(a: Annotation, m: Mention) -> bool:
    """Is the mention an official or a body of a state, at the head of what it stands in (no preposition before it)?"""
    if m.kind == "government-body":
        return not m.prep
    post = packs.the_world().posts.get(m.role or "")
    known = any(a.entities[e].known for e in m.entities if e in a.entities)
    return m.kind == "person" and known and post is not None and post.sector in ("GOV", "MIL", "LEG") and not m.prep


_KINDS = ("PERS", "GPE", "LOC", "ORG")


def wojood(rows: Iterable[Json]) -> dict[str, Count]:
    """Of the names that others marked in running text, how many stand in a mention at all, by their kind."""
    out: dict[str, Count] = {k: Count() for k in _KINDS}
    for row in rows:
        words = [w for w in row["tokens"] if w != "$#$"]
        starts, text = [], ""
        for word in words:
            starts.append(len(text))
            text += word + " "
        a = annotated(text, None)
        for k, tags in enumerate(row["tags"][: len(words)]):
            for tag in tags:
                if tag.startswith("B-") and tag[2:] in out:
                    at = (starts[k], starts[k] + len(words[k]))
                    m = _at(a.mentions, at) if a is not None else None
                    out[tag[2:]].take(m is not None, "", words[k], tag, _shown(m))
    return out


# ------------------------------------------------------------------ participants, named or only described

_A_BODY = frozenset(("mfa", "mod", "presidency", "army", "parliament", "police"))


def _names_somebody(name: str) -> bool:
    """Does an English name say more than a state and a kind of people ("Algerians", "Ethiopian gangs")?"""
    lands = {code for _, code in score.lands()} | {f"{form}s" for form, _ in score.lands()}
    plain = " ".join(w for w in name.split() if w[:1].isupper() or w.casefold() in _A_BODY | {"ministry", "foreign", "defence", "armed", "forces"})
    return bool(score.words(plain) - lands)


def _is_his_post(m: Mention, wanted: str) -> bool:
    """Does the gold call somebody by a post and state alone ("Russian defence minister"), and was the mention found as that post?"""
    post = packs.the_world().posts.get(m.role or "")
    if post is None or len(m.entities) > 2:
        return False
    told = [w for w in re.split(r"[\s-]+", wanted.casefold()) if w not in re.split(r"[\s-]+", post.english.casefold())]
    lands = {code for _, code in score.lands()}
    return len(told) < len(re.split(r"[\s-]+", wanted)) and not score.words(" ".join(told)) - lands


def _shown(m: Mention | None) -> str:
    return f"{m.text} = {'+'.join(m.entities) or '?'} [{m.rule}]" if m else "-"
