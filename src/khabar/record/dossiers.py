"""Dossiers: a matter over time, found from gatherings, instruments, conflicts, places and plans that events come back to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from khabar import ontology
from khabar.model import Coded, Dossier, Entity, Event, Step, When
from khabar.record.days import NEARBY, of
from khabar.record.likeness import content_words, overlap
from khabar.record.naming import ascii_tail
from khabar.record.news import main_news
from khabar.record.origins import slug
from khabar.record.sketches import Sketch
from khabar.record.wording import Cast, Titles

KINDS = ("gathering", "instrument", "conflict", "state", "place")
VAGUE = ("state", "place")  # those of which a matter is only what nothing nearer tells
LEAST = 3  # steps from which what goes on between two parties is a matter
SILENCE = 60  # days without a step after which it is another one
TURNS = frozenset(("accepted", "refused", "in-force", "broken"))  # one of these has to be among them: talk alone is none
SIGNED = "instrument"  # the kind of what is signed
MOST = 2 / 3  # share of what two parties did that is told in another matter, from which it is none of its own
NAMED = ("gathering", "instrument")  # matters that are one thing: whoever proposes, prepares or signs does so with it
AHEAD = ("planned", "date-set", "postponed")  # steps that are taken when they are told, not on the day that they speak of
NAMES = 2  # words of a matter's name by which an act of its two parties belongs to it
BEGUN = ("ongoing", "held", "cancelled")  # once it has come to this nothing prepares a gathering any more
AGENDA = ("date", "place", "agenda")  # what a gathering still lacks, in the order in which it is shown


@dataclass(frozen=True, slots=True)
class _Row:
    """One happening in a matter."""

    step: str
    when: When | None
    events: tuple[int, ...]


def dossiers(
    coded: Sequence[Coded],
    sketches: Sequence[Sketch],
    clusters: Sequence[Sequence[int]],
    entities: Mapping[str, Entity],
    titles: Titles,
) -> tuple[Dossier, ...]:
    """All matters that several events, or one plan, are about; ordered by id."""
    matters, related, selves, signed = _matters(sketches, clusters, entities)
    _take_in(matters, sketches, clusters, entities)
    out: dict[str, Dossier] = {}
    named: dict[str, Entity] = {}
    for subject, members in sorted(matters.items()):
        entity = entities[subject]
        rows = _rows(sketches, members, entity, selves[subject], signed.get(subject, set()))
        if not rows or not _enough(sketches, members, entity, selves[subject]):
            continue
        steps = _steps(coded, sketches, rows, selves[subject], entities, titles, entity.kind)
        around = tuple(dict.fromkeys((subject, *sorted(related[subject]))))
        id = _id(entity)
        id = id if id not in out else f"{id}-{entity.kind}"
        mine = [i for c in members for i in c if i in selves[subject]]
        lacks = _open(sketches, mine, rows) if entity.kind == "gathering" else _awaited(sketches, rows)
        named[id] = entity
        out[id] = Dossier(id, titles.dossier(entity), around, steps, lacks)
    for dossier in _plans(coded, sketches, clusters, {i for rows in selves.values() for i in rows}, entities, titles):
        if not any(_holds(d, dossier) for d in out.values()):
            out.setdefault(dossier.id, dossier)
    for dossier in _between(coded, sketches, clusters, entities, titles):
        if not any(_holds(d, dossier, MOST) for d in out.values()):
            out.setdefault(dossier.id, dossier)
    # "The Riyadh agreement" of two others is no matter of Riyadh's state.
    between = [d for id, d in out.items() if id not in named]
    vague = {id for id, entity in named.items() if entity.kind in VAGUE and any(_holds(d, out[id]) for d in between)}
    return tuple(out[id] for id in sorted(out) if id not in vague)


def _holds(one: Dossier, other: Dossier, least: float = 1.0) -> bool:
    """Are the events of a dossier, or this share of them, told in another one already?"""
    mine, theirs = ({e for s in d.steps for e in s.events} for d in (one, other))
    return len(mine & theirs) >= least * len(theirs)


def _take_in(
    matters: Mapping[str, list[Sequence[int]]], sketches: Sequence[Sketch], clusters: Sequence[Sequence[int]], entities: Mapping[str, Entity]
) -> None:
    """What two parties of a conflict do to each other or agree on belongs to its matter, also where it is not named."""
    pairs: dict[tuple[str, ...], set[str]] = defaultdict(set)
    by_pair: dict[tuple[str, ...], list[Sequence[int]]] = defaultdict(list)
    conflicts = {tuple(sorted(c)): subject for subject, members in matters.items() if entities[subject].kind == "conflict" for c in members}
    for cluster in clusters:
        if (pair := _pair(sketches, cluster)) is not None:
            by_pair[pair].append(cluster)
            if (subject := conflicts.get(tuple(sorted(cluster)))) is not None:
                pairs[pair].add(subject)
    for pair, subjects in sorted(pairs.items()):
        if len(subjects) == 1:
            (subject,) = subjects
            matters[subject].extend(c for c in by_pair[pair] if c not in matters[subject])


def _pair(sketches: Sequence[Sketch], cluster: Sequence[int]) -> tuple[str, ...] | None:
    """The two parties between whom a happening is; None for one or many, and where somebody is not known."""
    parties = tuple(sorted({ascii_tail(p.block) for i in cluster for p in sketches[i].parties} - {""}))
    return parties if len(parties) == 2 and all(p.words is None for i in cluster for p in sketches[i].parties) else None


def _id(entity: Entity) -> str:
    tail = ascii_tail(entity.id)
    return slug(dict(entity.names).get("en", tail)) if entity.kind == "state" else tail or slug(entity.name("en"))


def _matters(
    sketches: Sequence[Sketch], clusters: Sequence[Sequence[int]], entities: Mapping[str, Entity]
) -> tuple[dict[str, list[Sequence[int]]], dict[str, set[str]], dict[str, set[int]], dict[str, set[int]]]:
    """Subject -> its happenings; -> what else it takes in (a state its places); -> events that ARE it; -> those about what talks came to."""
    things = sorted({t for s in sketches for t in s.objects if t in entities and entities[t].kind in KINDS})
    conflict_of = Counter(entities[t].country for t in things if entities[t].kind == "conflict" and entities[t].country)
    conflicts = {
        entities[t].country: t for t in things if entities[t].kind == "conflict" and conflict_of[entities[t].country] == 1
    }
    subject_of: dict[str, str] = {}
    for thing in things:
        entity, subject = entities[thing], thing
        # What is said of Idlib belongs to the matter of Syria, and that to its war where there is just one.
        if entity.kind in ("state", "place") and entity.country in conflicts:
            subject = conflicts[entity.country]
        elif entity.kind == "place" and f"state/{entity.country}" in entities:
            subject = f"state/{entity.country}"
        subject_of[thing] = subject
    matters: dict[str, list[Sequence[int]]] = defaultdict(list)
    related: dict[str, set[str]] = defaultdict(set)
    selves: dict[str, set[int]] = defaultdict(set)
    invited = _invited(sketches, entities)
    for cluster in clusters:
        found: dict[str, set[str]] = defaultdict(set)
        for i in cluster:
            parties = {p.country for p in sketches[i].parties}
            parties |= {c for thing in sketches[i].objects for c in invited.get(thing, ())}
            for thing in sketches[i].objects & subject_of.keys():
                entity = entities[thing]
                # States that talk about themselves, or are asked to a summit, are no matter of their own.
                if entity.kind in ("state", "place") and entity.country in parties:
                    continue
                subject = subject_of[thing]
                found[subject].add(thing)
                if entity.kind == "gathering" and (_is_gathering(sketches[i].event) or _all_meet(sketches[i], entity)):
                    selves[subject].add(i)
        for subject, inside in found.items():
            matters[subject].append(cluster)
            related[subject] |= inside - {subject}
    # A gathering whose members are known is also meant where they meet without its name.
    for subject in [s for s in matters if entities[s].kind == "gathering" and len(entities[s].members) > 2]:
        for cluster in clusters:
            if cluster not in matters[subject] and any(_members_meet(sketches[i], entities[subject]) for i in cluster):
                matters[subject].append(cluster)
                selves[subject].update(cluster)
    signed = _also_named(matters, selves, sketches, clusters, entities)
    return *_one_gathering(dict(matters), related, selves, entities), signed


def _also_named(
    matters: dict[str, list[Sequence[int]]],
    selves: dict[str, set[int]],
    sketches: Sequence[Sketch],
    clusters: Sequence[Sequence[int]],
    entities: Mapping[str, Entity],
) -> dict[str, set[int]]:
    """Talks of two, and what the same two do in words of their name: "agreed to begin talks on their sea border", "the fifth round ended".

    What they sign in such words is their outcome, and belongs to them: one matter, under the name of the talks, which is there first.
    Gives the events about outcomes by subject.
    """
    signed: dict[str, set[int]] = {}
    for subject in [s for s in matters if entities[s].kind == "gathering" and len(entities[s].members) == 2]:
        entity = entities[subject]
        pair = tuple(sorted(ascii_tail(m).upper() for m in entity.members))
        named = _names(entity)
        for cluster in clusters:
            about = frozenset(w for i in cluster for w in (*sketches[i].topic, *sketches[i].words))
            parties = tuple(sorted({p.block for i in cluster for p in sketches[i].parties}))
            if cluster in matters[subject] or len(about & named) < NAMES or parties != pair:
                continue
            matters[subject].append(cluster)
            selves[subject].update(i for i in cluster if _all_meet(sketches[i], entity))
        outcomes = [s for s in matters if entities[s].kind == "instrument" and len(_names(entities[s]) & named) >= NAMES]
        for outcome in outcomes:
            theirs = {p.block for c in matters[outcome] for i in c for p in sketches[i].actors}
            if theirs <= set(pair):
                came = matters.pop(outcome)
                signed.setdefault(subject, set()).update(i for c in came for i in c)
                matters[subject] += [c for c in came if c not in matters[subject]]
    return signed


def _names(entity: Entity) -> frozenset[str]:
    return frozenset(w for _, name in entity.names for w in content_words(name))


def _one_gathering(
    matters: dict[str, list[Sequence[int]]], related: dict[str, set[str]], selves: dict[str, set[int]], entities: Mapping[str, Entity]
) -> tuple[dict[str, list[Sequence[int]]], dict[str, set[str]], dict[str, set[int]]]:
    """Gatherings that are told as one happening ("the Arab summit", "the Jeddah summit") are one matter, under the name with its place or year."""
    names = sorted((s for s in matters if entities[s].kind == "gathering"), key=lambda s: (not any(c.isdigit() for c in s), -len(selves[s]), s))
    for n, name in enumerate(names):
        for other in names[n + 1 :]:
            mine = [c for c in matters.get(name, ()) if selves[name] & set(c)]
            if other not in matters or not any(selves[other] & set(c) for c in mine):
                continue
            matters[name] += [c for c in matters.pop(other) if c not in matters[name]]
            related[name] |= related.pop(other) | {other}
            selves[name] |= selves.pop(other)
    return matters, related, selves


def _invited(sketches: Sequence[Sketch], entities: Mapping[str, Entity]) -> dict[str, set[str]]:
    """Gathering -> the countries that take part in it."""
    out: dict[str, set[str]] = defaultdict(set)
    for s in sketches:
        for thing in s.objects:
            entity = entities.get(thing)
            if entity is not None and entity.kind == "gathering":
                out[thing].update(ascii_tail(m).upper() for m in entity.members)
                if _is_gathering(s.event):
                    out[thing].update(p.country for p in s.parties if p.country)
    return out


def _is_gathering(event: Event) -> bool:
    """Is the event a gathering itself, and not talk about one?"""
    return event.type in ontology.load().personal and event.mode == "multilateral"


def _all_meet(s: Sketch, gathering: Entity) -> bool:
    """Do all whose talks these are meet, so that it is a round of them and no talk about them?"""
    members = {ascii_tail(m).upper() for m in gathering.members}
    return len(members) > 1 and s.event.type in ontology.load().personal and s.event.mode != "phone" and members <= {p.country for p in s.parties}


def _members_meet(s: Sketch, gathering: Entity) -> bool:
    if s.event.type not in ontology.load().personal or s.event.mode != "multilateral" or s.event.background:
        return False
    members = {ascii_tail(m) for m in gathering.members}
    mine = {(p.country or ascii_tail(p.key)).lower() for p in s.parties}
    return len(members & mine) >= 0.8 * len(members) and len(mine) <= len(members) + 1


def _enough(sketches: Sequence[Sketch], members: Sequence[Sequence[int]], entity: Entity, selves: set[int]) -> bool:
    """Is it a matter, and not a name dropped once? A planned gathering is one from the first word."""
    events = [i for c in members for i in c]
    if entity.kind == "gathering" and selves and any(sketches[i].event.status in ("planned", "proposed") for i in selves):
        return True
    if entity.kind in ("instrument", "gathering"):
        return len(members) > 1
    return len(events) > 1


def _rows(
    sketches: Sequence[Sketch], members: Sequence[Sequence[int]], entity: Entity, selves: set[int], signed: Collection[int] = ()
) -> list[_Row]:
    """The happenings of a matter as its steps. signed: events about the instrument that talks came to."""
    rules = ontology.load()
    rows: list[_Row] = []
    for cluster in members:
        by_step: dict[str, list[int]] = defaultdict(list)
        for i in cluster:
            event = sketches[i].event
            step = rules.step(
                SIGNED if i in signed else entity.kind, i in selves, event.type, event.mode, event.status, event.change, event.date is not None
            )
            if step == "signed" and len({p.block for j in cluster for p in sketches[j].parties}) < 2:
                step = "accepted"  # who alone agrees to it approves it
            if step is not None:
                by_step[step].append(i)
        for step, events in by_step.items():
            rows.append(_Row(step, _best_date([sketches[i].event for i in events]), tuple(events)))
    # "Proposed", told with its date in one sentence and without in another, is one step.
    out: list[_Row] = []
    for row in sorted(rows, key=lambda r: (r.when is None or of(r.when) is None, r.events)):
        same = [n for n, r in enumerate(out) if r.step == row.step and (row.when is None or r.when is None or r.when.value == row.when.value)]
        if len(same) == 1 and (row.step in rules.once or _one_step(sketches, out[same[0]], row)):
            out[same[0]] = _Row(row.step, out[same[0]].when or row.when, tuple(sorted(out[same[0]].events + row.events)))
        else:
            out.append(row)
    # A plan without a day that a report recalls beside the meeting itself is no step of its own.
    there = {sketches[i].report for r in out if r.step in BEGUN for i in r.events}
    out = [r for r in out if r.step != "planned" or r.when or any(sketches[i].news or sketches[i].report not in there for i in r.events)]
    return _prepared(_ordered(sketches, out, entity.kind))


def _one_step(sketches: Sequence[Sketch], one: _Row, other: _Row) -> bool:
    """Are two steps of one day one: the same act of the same parties, told in words that were not found to be one happening?"""
    if one.when is None or other.when is None:
        return False
    acts = [{(sketches[i].event.type, sketches[i].event.mode) for i in row.events} for row in (one, other)]
    blocks = [{p.block for i in row.events for p in sketches[i].parties} for row in (one, other)]
    return bool(acts[0] & acts[1]) and blocks[0] == blocks[1]


def _prepared(rows: list[_Row]) -> list[_Row]:
    """What is discussed once a gathering has begun does not prepare it."""
    begun = next((n for n, r in enumerate(rows) if r.step in BEGUN), len(rows))
    day = min((w.low for r in rows[begun:] if r.step in BEGUN and (w := of(r.when)) is not None and w.month is None), default=None)

    def late(row: _Row) -> bool:
        when = of(row.when)
        return day is not None and when is not None and when.month is None and when.low >= day

    return [replace(r, step="discussed") if r.step == "prepared" and late(r) else r for r in rows]


def _best_date(events: Sequence[Event]) -> When | None:
    """The most precise date; among equals the one that more give, then the earlier."""
    given = [e.date for e in events if e.date]
    votes = Counter(w.value for w in given)
    return min(given, key=lambda w: (w.value.startswith("XXXX"), -len(w.value), -votes[w.value], w.value), default=None)


def _ordered(sketches: Sequence[Sketch], rows: Sequence[_Row], kind: str) -> list[_Row]:
    """By date; news without one by the day it was published; what is recalled without one before the first step that naturally follows it.

    Between two parties, or in a war, steps come again and again: there it stands right before the news of the report that recalls it.
    """
    rank = {s: n for n, s in enumerate(ontology.load().stages)}

    def low(row: _Row) -> int | None:
        told = [sketches[i].told for i in row.events if sketches[i].news]
        if row.step in AHEAD and (days := [d for d in told if d is not None]):
            return min(days)
        when = of(row.when)
        if when is not None:
            return when.low if when.month is None else None
        return min((w.low for i in row.events if sketches[i].news and (w := sketches[i].when) is not None and w.month is None), default=None)

    out = sorted((r for r in rows if low(r) is not None), key=lambda r: (low(r), rank[r.step], r.events))
    for row in sorted((r for r in rows if low(r) is None), key=lambda r: (rank[r.step], r.events)):
        told = None if kind in NAMED else _day(sketches, row)
        here = {sketches[i].report for i in row.events}
        news = [any(sketches[i].news and sketches[i].report in here for i in r.events) for r in out]
        later = [rank[r.step] > rank[row.step] if told is None else own or (low(r) or told) >= told for r, own in zip(out, news, strict=True)]
        out.insert(later.index(True) if True in later else len(out), row)
    return out


def _steps(
    coded: Sequence[Coded],
    sketches: Sequence[Sketch],
    rows: Sequence[_Row],
    selves: set[int],
    entities: Mapping[str, Entity],
    titles: Titles,
    kind: str = "pair",
) -> tuple[Step, ...]:
    """The rows as steps. kind: of the matter; of a war or of two states the words of a step say which act it was."""
    out = []
    for row in rows:
        # A summit is proposed by who proposed it, not by those who are to come.
        telling = [i for i in row.events if i not in selves] or row.events
        cast = cast_of([sketches[i].event for i in telling], coded[sketches[telling[0]].report].report.language)
        events = tuple(sketches[i].event.id for i in row.events)
        reports = tuple(dict.fromkeys(coded[sketches[i].report].report.id for i in row.events))
        text = titles.step(row.step, cast, entities) if kind in NAMED else _told([sketches[i].event for i in telling], cast, entities, titles)
        out.append(Step(row.step, row.when, text, events, reports))
    return tuple(out)


def _told(events: Sequence[Event], cast: Cast, entities: Mapping[str, Entity], titles: Titles) -> tuple[tuple[str, str], ...]:
    """An act in the words of a story's title."""
    modes = Counter(e.mode for e in events if e.mode)
    mode = min(modes, key=lambda m: (-modes[m], m), default=None)
    return titles.story(events[0].type, mode, events[0].status, events[0].change, replace(cast, about=cast.about[:1]), entities)


def cast_of(events: Sequence[Event], language: str) -> Cast:
    """Whom a title names: the parties of the event that names most of them, and what most of the events are about; of many, no one's own."""
    fullest = max(events, key=lambda e: (len({p.entity for p in e.actors if p.entity}), len(e.recipients)))
    votes = Counter(t.entity or t.text for e in events for t in e.about)
    first = {t.entity or t.text: t for e in reversed(events) for t in e.about}
    least = 2 if len(events) > 2 else 1
    told = sorted((v for v in votes if votes[v] >= least), key=lambda v: (first[v].entity is None, -votes[v], first[v].span.start))
    return Cast(fullest.actors, fullest.recipients, tuple(first[v] for v in told[:3]), language)


def _open(sketches: Sequence[Sketch], selves: Sequence[int], rows: Sequence[_Row]) -> tuple[str, ...]:
    """What is still open of a gathering that has not been held or called off."""
    rules = ontology.load()
    if any(r.step in rules.final for r in rows):
        return ()
    events = [sketches[i].event for i in selves]
    ahead = [e for e in events if e.status == "planned" and e.change != "postponed"]
    lacks = set()
    if not any(e.date for e in ahead):
        lacks.add("date")
    if not any(e.place for e in events):
        lacks.add("place")
    # While it is only an idea nobody has agreed what to talk about, whatever its author would like.
    if not ahead:
        lacks.add("agenda")
    return tuple(x for x in AGENDA if x in lacks)


def _awaited(sketches: Sequence[Sketch], rows: Sequence[_Row]) -> tuple[str, ...]:
    """What a matter still waits for: acts that were announced, and neither done nor called off since; not old plans that came to nothing."""
    rules = ontology.load()
    days = [d for r in rows if (d := _day(sketches, r)) is not None]
    out: list[str] = []
    for n, row in enumerate(rows):
        plans = [e for i in row.events if (e := sketches[i].event).status in ("planned", "proposed") and _awaits(e) is not None]
        day = _day(sketches, row)
        recalled = not any(sketches[i].news for i in row.events)
        if recalled or row.step in ("cancelled", "denied") or (day is not None and max(days) - day > SILENCE):
            continue
        # What is told of the same day may stand before it: "they agreed on a truce", which another report has come into force.
        since = [r for k, r in enumerate(rows) if k > n or (k < n and day is not None and (_day(sketches, r) or 0) >= day - NEARBY)]
        ended = any(r.step in ("cancelled", "refused", "broken") for r in rows[n + 1 :])
        for plan in plans:
            later = [e for r in since for i in r.events if (e := sketches[i].event).type == plan.type and (r.when or not e.background)]
            done = any(e.status in ("happened", "ongoing") and not rules.distinct_modes(plan.type, plan.mode, e.mode) for e in later)
            if not ended and not done and (what := _awaits(plan)) is not None:
                out.append(what)
    return tuple(dict.fromkeys(out))


def _awaits(plan: Event) -> str | None:
    awaited = ontology.load().awaited
    return awaited.get(f"{plan.type}/{plan.mode}", awaited.get(plan.type))


def _day(sketches: Sequence[Sketch], row: _Row) -> int | None:
    """The day on which a step was told first, as an ordinal."""
    return min((d for i in row.events if (d := sketches[i].told) is not None), default=None)


def _between(
    coded: Sequence[Coded],
    sketches: Sequence[Sketch],
    clusters: Sequence[Sequence[int]],
    entities: Mapping[str, Entity],
    titles: Titles,
) -> list[Dossier]:
    """What goes on between two parties without a name of its own: a truce, a quarrel, a rapprochement, told step by step."""
    rules = ontology.load()
    by_pair: dict[tuple[str, ...], list[Sequence[int]]] = defaultdict(list)
    for cluster in clusters:
        if (parties := _pair(sketches, cluster)) is not None:
            by_pair[parties].append(cluster)
    _alone(by_pair, coded, sketches, clusters)
    out: dict[str, Dossier] = {}
    for pair, members in sorted(by_pair.items()):
        for part in _apart(sketches, members):
            rows = _rows(sketches, part, Entity("pair/" + "-".join(pair), "pair", ()), set())
            reports = {sketches[i].report for row in rows for i in row.events}
            turns = {row.step for row in rows} & (rules.once | rules.final | TURNS)
            if len(rows) < LEAST or len({r.step for r in rows}) < 2 or len(reports) < 2 or not turns:
                continue
            first = [sketches[i].event for row in rows for i in row.events]
            around = tuple(dict.fromkeys(p.entity for e in first for p in (*e.actors, *e.recipients) if p.entity))
            cast = cast_of(first, coded[sketches[rows[0].events[0]].report].report.language)
            began = next((r.when.value[:7] for r in rows if r.when is not None and not r.when.value.startswith("XXXX")), "undated")
            id = "-".join((*pair, began)).lower()
            steps = _steps(coded, sketches, rows, set(), entities, titles)
            out[id] = Dossier(id, titles.pair(_matter_of(cast, entities), entities), around, steps, _awaited(sketches, rows))
    return list(out.values())


def _alone(
    by_pair: Mapping[tuple[str, ...], list[Sequence[int]]], coded: Sequence[Coded], sketches: Sequence[Sketch], clusters: Sequence[Sequence[int]]
) -> None:
    """What one of the two did alone, where a report that tells of both has it for its main news: "the army suspended its part in the talks"."""
    of_report: dict[int, list[int]] = defaultdict(list)
    for i, s in enumerate(sketches):
        of_report[s.report].append(i)
    mains = {main_news(coded[r].report, sketches, events) for r, events in of_report.items()}
    telling: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for pair, members in by_pair.items():
        for r in {sketches[i].report for c in members for i in c}:
            telling[r].add(pair)
    for cluster in clusters:
        parties = {ascii_tail(p.block) for i in cluster for p in sketches[i].parties} - {""}
        named = all(p.words is None for i in cluster for p in sketches[i].parties)
        if len(parties) == 1 and named and not mains.isdisjoint(cluster):
            pairs = {pair for i in cluster for pair in telling[sketches[i].report] if parties <= set(pair)}
            if len(pairs) == 1:
                by_pair[pairs.pop()].append(cluster)


def _apart(sketches: Sequence[Sketch], members: Sequence[Sequence[int]]) -> list[list[Sequence[int]]]:
    """The happenings of two parties in runs without a long silence; what nothing dates belongs to the last run."""
    dated: list[tuple[int, Sequence[int]]] = []
    undated: list[Sequence[int]] = []
    for cluster in members:
        lows = [w.low for i in cluster if (w := sketches[i].when) is not None and w.month is None and not sketches[i].event.background]
        if lows:
            dated.append((min(lows), cluster))
        else:
            undated.append(cluster)
    runs: list[list[Sequence[int]]] = []
    last = None
    for day, cluster in sorted(dated):
        if last is None or day - last > SILENCE:
            runs.append([])
        runs[-1].append(cluster)
        last = day
    if runs:
        runs[-1] += undated
    return runs


def _plans(
    coded: Sequence[Coded],
    sketches: Sequence[Sketch],
    clusters: Sequence[Sequence[int]],
    taken: set[int],
    entities: Mapping[str, Entity],
    titles: Titles,
) -> list[Dossier]:
    """Meetings that are planned between the same parties and have no name: the matter is what they are to talk about."""
    personal = ontology.load().personal
    by_pair: dict[tuple[str, ...], list[Sequence[int]]] = defaultdict(list)
    for cluster in clusters:
        parties = tuple(sorted({ascii_tail(p.block) for i in cluster for p in sketches[i].parties} - {""}))
        if len(parties) == 2 and sketches[cluster[0]].event.type in personal:
            by_pair[parties].append(cluster)
    out = []
    for pair, members in sorted(by_pair.items()):
        plans = [c for c in members if not taken & set(c) and any(sketches[i].event.status in ("planned", "proposed") for i in c)]
        if not plans:
            continue
        topic = frozenset(w for c in plans for i in c for w in sketches[i].topic)
        things = frozenset(t for c in plans for i in c for t in sketches[i].objects)
        near = [
            c
            for c in members
            if c in plans or any(overlap(topic, sketches[i].topic) >= 0.5 or things & sketches[i].objects for i in c)
        ]
        if sum(map(len, near)) < 2:
            continue
        first = [sketches[i].event for c in plans for i in c]
        kind = Entity("pair/" + "-".join(pair), "pair", ())
        rows = _rows(sketches, near, kind, {i for c in plans for i in c})
        cast = cast_of(first, coded[sketches[plans[0][0]].report].report.language)
        around = tuple(dict.fromkeys(p.entity for e in first for p in e.actors if p.entity))
        if rows:
            id = "-".join((*pair, first[0].type)).lower()
            steps = _steps(coded, sketches, rows, set(), entities, titles)
            out.append(Dossier(id, titles.pair(_matter_of(cast, entities), entities), around, steps, _awaited(sketches, rows)))
    return out


def _matter_of(cast: Cast, entities: Mapping[str, Entity]) -> Cast:
    """Whom and what the title of a matter names: of what its acts are about no man and no crowd, who are in them and not what it is over."""
    over = [t for t in cast.about if t.entity is None or ((e := entities.get(t.entity)) is not None and e.kind in (*KINDS, "organisation"))]
    return replace(cast, about=tuple(over))


def without(old: Dossier, owners: Mapping[str, str]) -> Dossier:
    """A dossier less the events that have no owner (event -> its report); a step that is left without an event goes."""
    steps = []
    for step in old.steps:
        if events := tuple(e for e in step.events if e in owners):
            left = {owners[e] for e in events}
            steps.append(replace(step, events=events, reports=tuple(r for r in step.reports if r in left)))
    return replace(old, steps=tuple(steps))


def weave(old: Dossier, new: Dossier, changed: set[str], owners: Mapping[str, str]) -> Dossier:
    """A dossier made again from some of its reports: what others have told of it stays, by date.

    changed: the reports whose stories were made again; owners: event -> its report, for the events of the old one that are there still.
    """
    again = {e for s in new.steps for e in s.events}
    stay = list(without(old, {e: r for e, r in owners.items() if r not in changed and e not in again}).steps)
    if not stay:
        return new

    def when(step: Step) -> tuple[bool, str]:
        return step.date is None or step.date.value.startswith("X"), step.date.value if step.date else ""

    steps = []
    for step in new.steps:
        if (same := next((s for s in stay if (s.status, when(s)) == (step.status, when(step))), None)) is not None:
            stay.remove(same)
            step = replace(step, events=(*step.events, *same.events), reports=(*step.reports, *same.reports))
        steps.append(step)
    return Dossier(old.id, new.title, tuple(dict.fromkeys((*new.entities, *old.entities))), tuple(sorted((*steps, *stay), key=when)), new.open)
