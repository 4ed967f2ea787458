"""Origins: for each claim the chain from the outlet through agencies to who first said it.

What the text says of its sources comes first, then whose statement dominates the report, then whose text it copies. A report
without any of these is of unknown origin: it never corroborates. Two outlets that carry one ministry's statement are one
origin; two bodies' own read-outs of one call are two.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from khabar import ontology
from khabar.model import Coded, Entity, Event, Origin, Source, Span, Statement
from khabar.record.happenings import World
from khabar.record.likeness import content_words, overlap
from khabar.record.parties import office, unnamed
from khabar.record.reuse import Passage, Words, share
from khabar.record.sketches import Sketch
from khabar.record.stories import Draft
from khabar.record.wording import Titles
from khabar.text import fold

# How sure an attribution is. Only those from NAMED on count as an origin; weaker ones wait for a copy that names its source.
SAID, NAMED, WEAK = 3, 2, 1
ON_IT = 1.0  # how much more a statement weighs that is all about the event
CARRIES = 0.9  # weight of a speaker's statements, beside that of the weightiest, from which he is a source too
ASIDE = 0.5  # of how often the report's chief voice is heard, from which another is a source too
LIKE = 0.1  # words that a voice beside the happening shares between two reports, from which both have it from him
# Share of the shorter report from which a copy hands on its origin; a smaller one those that are heard in it: of 24 copies in reports of one
# story of our own gold's dev part and of the real gold's one was of another origin, the smallest.
CARRIED, LITTLE = 0.3, 0.15
SAME_WORDS, FEW_WORDS = 0.5, 3  # share of the words of the shorter of two statements of one voice, and words, from which they are one
REWORDED = 2  # reworded sentences that hand on an origin without a common speaker
STATED = ("statement", "post", "press-conference", "interview")  # media in which somebody speaks for himself
JOINT = "instrument/joint-statement-"
ALONE = STATED[1:]  # those in which he does so outside the room: what is "stated" in a call is known from its read-out


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source of one report for one story."""

    origin: str
    name: str
    entity: str | None
    chain: tuple[str, ...]
    strength: int
    why: str  # key of the reason in the titles
    beside: tuple[tuple[str, ...], ...] = ()  # chains of those who said it together with the origin
    aside: bool = False  # heard of what stands beside the happening, of which somebody else tells


@dataclass(frozen=True, slots=True)
class Sourced:
    """The origins of a story, and for each report the ids of its own, the surest first."""

    origins: tuple[Origin, ...]
    n_unknown: int
    of: Mapping[int, tuple[str, ...]]
    chains: Mapping[int, tuple[str, ...]]  # report -> the chain of its surest origin
    counted: frozenset[str]  # ids of origins that can corroborate


# ------------------------------------------------------------------ chains


def slug(name: str) -> str:
    """ASCII letters for an id; a name in another script becomes a short hash."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    letters = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    foreign = sum(c.isalpha() and not c.isascii() for c in unicodedata.normalize("NFKC", name))
    return letters if letters and foreign * 2 <= len(letters) else "x-" + hashlib.sha256(fold(name).encode()).hexdigest()[:8]


class Chains:
    """Turns what a report says of its sources into chains of ids, and keeps the names behind the ids."""

    def __init__(self, coded: Sequence[Coded], entities: Mapping[str, Entity], world: World | None, titles: Titles) -> None:
        self.coded, self.entities, self.world, self.titles = coded, dict(entities), world, titles
        self.names: dict[str, str] = {}
        self.issuers: dict[str, tuple[str, ...]] = {}  # of joint statements
        self.said: dict[tuple[int, str], frozenset[str]] = {}  # the words of a voice in a report: all others are compared with them
        self._outlets: dict[str, str] = {}
        self._found: dict[str, str] = {}  # names of outlets that were asked for: most reports are those of a few
        for entity in sorted(entities.values(), key=lambda e: e.id):
            if entity.kind == "outlet":
                for _, name in entity.names:
                    self._outlets.setdefault(_plain(name), entity.id)
        self.heads = [self._head(c) for c in coded]
        self._speaks_for = {(n, s.person): s.body.id for n, c in enumerate(coded) for s in c.spokesmen}
        self.has_spokesman = {(n, body) for (n, _), body in self._speaks_for.items()}
        # A body that no report but its spokesman names is known from him.
        self.entities |= {s.body.id: s.body for c in coded for s in c.spokesmen if s.body.id not in entities}

    def name(self, id: str) -> str:
        """The readable name behind an id of a chain; the id itself where none is known."""
        if id in self.issuers:
            return dict(self.titles.joint([self.entities[i] for i in self.issuers[id]]))[self.titles.languages[0]]
        return self.entities[id].name("en") if id in self.entities else self.names.get(id, id)

    def called(self, report: int) -> str:
        """How a reader is told which report is meant: its outlet and the agencies it credits; without an outlet its title."""
        head = self.heads[report]
        if head[0] in self.entities or head[0] in self.names:
            return " ← ".join(self.name(link) for link in head)
        about = self.coded[report].report
        title = about.title or next((i.title for i in about.items if i.title), "") or about.text.strip().partition("\n")[0]
        return " ← ".join((f"«{title[:60].strip()}»", *(self.name(link) for link in head[1:])))

    def met(self) -> list[Entity]:
        """What is known from mastheads, credits and attributions only, as entities: an id has a name for its reader."""
        joint = [
            Entity(id, "instrument", self.titles.joint([self.entities[i] for i in ids]), None, None, None, False)
            for id, ids in sorted(self.issuers.items())
        ]
        heard = set(self._speaks_for.values())
        return joint + [self.entities[id] for id in sorted(heard)] + [
            Entity(id, "outlet", ((self.coded[0].report.language, name),), None, None, None, False)
            for id, name in sorted(self.names.items())
            if id.startswith("outlet/") and id not in self.entities
        ]

    def outlet(self, name: str) -> str:
        """The id of an outlet by a name in a masthead or a credit."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = self._outlet(name)
        return found

    def _outlet(self, name: str) -> str:
        plain = _plain(name)
        found = self._outlets.get(plain) or (self.world.lookup(name) if self.world else None)
        if found is None and len(plain) > 3:
            # A credit is often short for the name (its last word only): good where only one outlet can be meant.
            wanted = set(plain.split())
            near = {id for other, id in self._outlets.items() if wanted <= set(other.split())}
            found = near.pop() if len(near) == 1 else None
        if found is None:
            found = "outlet/" + slug(name)
            self.names.setdefault(found, name)
        return found

    def _head(self, coded: Coded) -> tuple[str, ...]:
        """The first links, that all claims of a report share: its outlet, then the agencies that it credits."""
        outlet = coded.report.outlet
        first = outlet.id or (self.outlet(outlet.name) if outlet.name else "outlet/unknown")
        if outlet.name:
            self.names.setdefault(first, outlet.name)
        links = [first]
        for credit in coded.report.credits:
            if credit.role in ("source", "agency") and not credit.generic and (link := self.outlet(credit.name)) not in links:
                links.append(link)
        return tuple(links)

    def of(self, report: int, said_by: Sequence[Source]) -> tuple[str, ...]:
        """The whole chain of a claim: outlet, agencies, speakers; nearest first.

        Somebody unnamed is no link behind an outlet or a body: who heard him first is the origin. Several states or bodies that
        speak in one statement are one link, the statement.
        """
        links = list(self.heads[report])
        for run in _runs(said_by):
            source = run[0]
            before = self.entities.get(links[-1])
            nobody = len(links) > 1 and source.medium != "agency" and (not source.entity or unnamed(source.entity))
            if nobody and (before is None or before.kind in ("government-body", "outlet")):
                continue  # "a senior official of the White House": the house speaks; "diplomats told the agency": the agency does
            link = self.joint(run) or self.link(report, source, links[-1])
            if link is not None and link not in links:
                links.append(link)
        return tuple(links)

    def beside(self, report: int, said_by: Sequence[Source]) -> list[tuple[str, ...]]:
        """The chains of the others who speak side by side at the end of it (two presidents before the press)."""
        runs = _runs(said_by)
        if not runs or self.joint(runs[-1]):
            return []
        before = [run[0] for run in runs[:-1]]
        return [self.of(report, (*before, source)) for source in runs[-1][1:]]

    def joint(self, run: Sequence[Source]) -> str | None:
        """The id of a statement that several states or bodies issue together; None for a voice alone."""
        known = [self.entities.get(s.entity or "") for s in run]
        if any(s.medium != "statement" for s in run) or any(e is None or e.kind == "person" for e in known):
            return None
        issuers = sorted({e.id for e in known if e is not None})
        if len({e.country or e.id for e in known if e is not None}) < 2:
            return None
        id = JOINT + "-".join(slug(i.rpartition("/")[2]) for i in issuers)
        self.issuers.setdefault(id, tuple(issuers))
        return id

    def link(self, report: int, source: Source, before: str) -> str | None:
        """The id of one link. None for the outlet's own report."""
        if source.medium == "own":
            return None
        if source.entity and not unnamed(source.entity):
            return self.voice(source.entity, source.medium, report)
        name = source.name or (self.name(source.entity) if source.entity else None)
        if not name:
            return None
        if source.medium == "agency" and not unnamed(source.entity or ""):
            return self.outlet(name)  # "the site said" is nobody's name
        # Somebody unnamed: one man only where both heard of him through the same link ("a diplomat told AFP").
        found = "source/" + slug(name) + "-" + hashlib.sha256(f"{before} {fold(name)}".encode()).hexdigest()[:6]
        self.names.setdefault(found, name)
        return found

    def government(self, report: int, origin: str) -> str | None:
        """The country for whose government an origin speaks: a state, a body of it, somebody who held an office that day."""
        known = self.entities.get(origin)
        if known is None or not known.country or known.country in ontology.load().own_countries:
            return known.country if known is not None and known.kind == "state" else None
        if known.kind != "person":
            return known.country if known.kind in ("state", "government-body") else None
        offices = self.world.held(origin, None, self._day(report)) if self.world is not None else []
        return known.country if any(t.of.startswith("state/") or self._official(t.of) for t in offices) else None

    def _day(self, report: int) -> str | None:
        """The publication day of a report, where its year is known."""
        day = self.coded[report].report.day
        return day if day and not day.startswith("X") else None

    def _official(self, body: str) -> bool:
        known = self.entities.get(body)
        return known is not None and known.kind == "government-body"

    def voice(self, entity: str, medium: str, report: int) -> str:
        """Who speaks: a spokesman is his ministry; a minister's written statement is the ministry's, his interview is his own."""
        if (body := self._speaks_for.get((report, entity))) is not None:
            return body
        known = self.entities.get(entity)
        if known is not None and known.kind == "place" and known.country:
            return f"state/{known.country}"  # "Moscow says": a capital speaks for its state
        if self.world is None or known is None or known.kind != "person":
            return entity
        held = [(t.post, t.of) for t in self.world.held(entity, None, self._day(report))]
        if not held and not known.known and (his := office(known, self.entities)) is not None:
            held = [his]  # "the minister of foreign affairs", whose name neither the report nor the world data tell
        for role, whose in held:
            spokesman = role in ontology.load().voices
            if not spokesman and medium != "statement":
                continue
            post = self.world.posts.get(role)
            body = whose if not whose.startswith("state/") else ""
            if not body and post is not None and post.body:
                body = f"org/{whose.rpartition('/')[2].lower()}-{post.body}"
            if body in self.entities:
                return body
        return entity


# Characters between two speakers of one "and": less is a body and its spokesman ("the ministry's Zakharova").
SIDE_BY_SIDE = (2, 3)


def _runs(said_by: Sequence[Source]) -> list[list[Source]]:
    """The links of a chain; those who speak side by side are one link: neither is heard through the other."""
    runs: list[list[Source]] = []
    for source in said_by:
        if runs and _together(runs[-1][-1], source):
            runs[-1].append(source)
        else:
            runs.append([source])
    return runs


def _together(one: Source, other: Source) -> bool:
    a, b = one.span, other.span
    if one.medium != other.medium or one.medium == "agency" or not one.entity or not other.entity or a is None or b is None:
        return False
    return a == b or max(a.start - b.stop, b.start - a.stop) in SIDE_BY_SIDE


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold(name)))


def _stated(event: Event) -> tuple[Source, ...]:
    """The sources of an event. Who acts in it is its source only where nobody else is, and he acts alone.

    "The president urged …, the palace said": the palace; "the two states resumed relations" is not their joint statement.
    """
    doers = {(p.entity, p.span) for p in event.actors}
    outside = tuple(s for s in event.said_by if (s.entity, s.span) not in doers)
    return outside or (event.said_by if len(event.said_by) == 1 else ())


def _accounts(event: Event, coded: Coded) -> list[tuple[Source, ...]]:
    """The sources of an event, one chain for each account: who tells of a meeting in a sentence of its own is not heard through who did before.

    "The presidency said that the two spoke of grain. The Kremlin said that they spoke of gas": two read-outs of one call.
    """
    starts = [s.start for s in coded.sentences]
    told = {bisect_right(starts, e.span.start) for e in event.evidence} if event.type in ontology.load().personal else set()
    out: list[list[Source]] = []
    last = None
    for source in _stated(event):
        at = bisect_right(starts, source.span.start) if source.span is not None else None
        anew = at is not None and last is not None and at != last and {at, last} <= told
        if not out or (anew and "agency" not in (source.medium, out[-1][-1].medium)):  # an agency passes on what somebody tells
            out.append([])
        out[-1].append(source)
        last = at if at is not None else last
    return [tuple(chain) for chain in out]


# ------------------------------------------------------------------ the origins of a story


def attribute(
    drafted: Draft,
    sketches: Sequence[Sketch],
    chains: Chains,
    titles: Titles,
    words: Sequence[Words],
    copied: Mapping[tuple[int, int], Sequence[Passage]],
    reworded: Mapping[tuple[int, int], Sequence[tuple[Span, Span]]],
) -> Sourced:
    """Who first said what the reports of a story say."""
    mine: dict[int, list[Sketch]] = defaultdict(list)
    for cluster in drafted.clusters:
        for i in cluster:
            mine[sketches[i].report].append(sketches[i])
    parts: dict[int, list[Sketch]] = defaultdict(list)
    for i in drafted.parts:
        parts[sketches[i].report].append(sketches[i])
    reports = sorted({*drafted.main, *mine})
    personal = ontology.load().personal
    room = {
        p.entity
        for rows in mine.values()
        for s in rows
        if s.event.type in personal and s.news
        for p in (*s.event.actors, *s.event.recipients)
        if p.entity
    }
    found = {r: _spoken(chains, r, mine[r], parts[r], r in drafted.main, room) for r in reports}
    _narrow(found, chains)
    _hand_on(found, chains, words, copied, reworded, room)
    _heard_in_both(found, chains, room)
    _leave_asides(found, chains)
    _one_side(found, chains)
    by_origin: dict[str, list[tuple[int, Attribution]]] = defaultdict(list)
    for r in reports:
        for a in found[r]:
            if a.strength >= NAMED:
                by_origin[a.origin].append((r, a))
    unknown = [r for r in reports if not any(a.strength >= NAMED for a in found[r])]
    # Who only recalls the happening as background is no witness of it, known or not.
    unknown = [r for r in unknown if r in drafted.main or any(s.news for s in mine[r])]
    texts = _common_texts(unknown, chains, words, copied, reworded)
    texts += _partly_named(sorted(set(unknown).difference(*texts)), reports, words, copied, reworded)
    origins = []
    for id, rows in sorted(by_origin.items(), key=lambda e: (min(r for r, _ in e[1]), e[0])):
        chain_set = tuple(dict.fromkeys(c for _, a in rows for c in (a.chain, *a.beside)))
        ids = tuple(dict.fromkeys(chains.coded[r].report.id for r, _ in rows))
        origins.append(Origin(id, rows[0][1].name, rows[0][1].entity, ids, chain_set, _why(rows, chains, titles)))
    for group in texts:
        first = group[0]
        name = chains.called(first)
        outlets = [chains.called(r) for r in group]
        origins.append(
            Origin(
                "text/" + chains.coded[first].report.id,
                name,
                None,
                tuple(chains.coded[r].report.id for r in group),
                tuple(dict.fromkeys(chains.heads[r] for r in group)),
                titles.why("common-text", outlets=outlets, origin=name),
            )
        )
    of = {r: tuple(dict.fromkeys(a.origin for a in found[r] if a.strength >= NAMED)) for r in reports}
    of |= {r: ("text/" + chains.coded[g[0]].report.id,) for g in texts for r in g if r in unknown}
    best = {r: found[r][0].chain if found[r] and found[r][0].strength >= NAMED else chains.heads[r] for r in reports}
    return Sourced(tuple(origins), len(unknown), of, best, frozenset(by_origin))


def _spoken(
    chains: Chains, report: int, events: Sequence[Sketch], parts: Sequence[Sketch], main: bool, room: set[str]
) -> list[Attribution]:
    """What the report itself says of its sources for this story, the surest first.

    main: it is the report's main news. room: who took part in the meeting or call that the story is about, in any account.
    """
    coded = chains.coded[report]
    head = chains.heads[report]
    issuer = chains.entities.get(head[0])
    if issuer is not None and issuer.kind in ("government-body", "organisation"):
        return [_attribution(chains, head[:1], SAID, "own")]  # a ministry's own statement: what it says of others is its word too
    rules = ontology.load()
    told = [s.event for s in events if s.news] or [s.event for s in events]
    personal = bool(room) or any(e.type in rules.personal for e in told)
    inside = room | {p.entity for e in told for p in (*e.actors, *e.recipients) if p.entity}
    # A ministry, or its spokesman, sits in no room: what it says is its read-out.
    inside = {i for i in inside if _attends(chains, i, report)}
    found: list[Attribution] = []

    def add(said_by: Sequence[Source], strength: int, why: str, aside: bool = False) -> None:
        chain = chains.of(report, said_by)
        last = said_by[-1] if said_by else None
        if last is not None and last.medium == "own":
            found.append(_attribution(chains, chain[:1], strength, "own"))
        elif last is not None and chain[-1].startswith("source/"):
            return  # "an informed source" of the outlet's own: nobody that could be the same elsewhere
        elif len(chain) > 1:
            found.append(replace(_attribution(chains, chain, strength, why, tuple(chains.beside(report, said_by))), aside=aside))

    readouts: set[str] = set()
    for event in (*told, *(s.event for s in parts)):
        accounts = _accounts(event, coded)
        readouts |= {chains.of(report, said_by)[-1] for said_by in accounts if len(accounts) > 1}
        for said_by in accounts:
            last = said_by[-1]
            # What the two said to each other is what the read-out says they said: the read-out is the origin, not they.
            weak = personal and last.entity in inside and last.medium not in ALONE and chains.joint(_runs(said_by)[-1]) is None
            add(said_by, WEAK if weak else SAID, "said", not any(event is e for e in told))
    for event in told if main else ():  # "they met, the ministry announced": the words of the happening are its
        over = [s for s in coded.statements if not event.said_by and any(s.span.covers(e.span) for e in event.evidence)]
        for s in sorted(over, key=lambda s: len(s.span))[:1]:
            entity = chains.entities.get(s.speaker or "")
            if entity is not None and not unnamed(entity.id) and entity.id not in inside:
                add((*s.said_by, Source(s.speaker, "statement", s.span)), SAID, "said")
    countries = {p.country for s in events for p in s.parties if p.country}
    thirds = {p.country for s in events for p in s.thirds if p.country}
    # Who speaks for one of those who issued a joint statement is heard through it.
    issued = {i for a in found for i in chains.issuers.get(a.origin, ())}
    issuing = {e.country for i in issued if (e := chains.entities.get(i)) is not None}
    # Whoever carries the report is a source of its main news, not of what it adds about others.
    matter = frozenset(w for s in events for w in s.words)
    # What somebody said before the news is recalled with the act that it was: "he had threatened that".
    starts = [s.start for s in coded.sentences]
    recalled = {(p.entity, bisect_right(starts, e.span.start)) for x in coded.events if x.background for p in x.actors for e in x.evidence}
    fresh = [s for s in coded.statements if (s.speaker, bisect_right(starts, s.span.start)) not in recalled]
    for statement, sure in _carriers(fresh, chains.entities, countries, inside, matter) if main else ():
        said_by = statement.said_by
        if _voice(statement) == statement.speaker and not any(s.entity == statement.speaker for s in said_by):
            said_by = (*said_by, Source(statement.speaker, "statement", statement.span))
        behind = chains.entities.get(said_by[-1].entity or "")
        if behind is not None and behind.country in issuing:
            continue
        body = behind is not None and behind.kind == "government-body" and behind.id not in inside
        foreign = behind is None or behind.country not in countries | thirds
        add(said_by, NAMED if sure or body else WEAK, "stated", foreign and any(a.strength == SAID and not a.aside for a in found))
    for event in told if main and not personal else ():  # a ministry that recalls its envoy lets it be known
        who = {p.entity for p in event.actors if p.entity}
        alone = chains.entities.get(who.pop()) if len(who) == 1 else None
        public = event.type in rules.speech | rules.public and not event.said_by
        if public and alone is not None and alone.kind == "government-body" and not _whole_state(alone):
            add((Source(alone.id, "statement", None),), NAMED, "act")
    if not any(a.strength == SAID for a in found):
        # Who accuses, demands or votes in public is also who tells of it.
        for event in (*told, *(s.event for s in parts)):
            doers = [p.entity for p in event.actors if p.entity and not unnamed(p.entity)]
            mediated = bool(event.third_parties)  # a deal of two, of whom one is not named
            if event.type in rules.speech and len(doers) == 1 and not mediated and not event.said_by and not (personal and doers[0] in inside):
                entity = chains.entities.get(doers[0])
                if entity is not None and entity.kind in ("government-body", "organisation", "person") and not event.background:
                    add((Source(doers[0], "statement", None),), NAMED, "act")
    if not any(a.strength >= NAMED for a in found) and len(chains.heads[report]) > 1:
        found.append(_attribution(chains, chains.heads[report], NAMED, "credit"))
    # Who is heard once beside somebody who is heard throughout reacts to the news, or is recalled: it does not come from him.
    heard = Counter(a.origin for a in found if a.strength >= NAMED)
    most = max(heard.values(), default=0)
    best: dict[str, Attribution] = {}
    for a in found:
        if a.strength >= NAMED and heard[a.origin] < ASIDE * most and a.origin not in readouts and a.why != "act":
            continue
        if a.origin not in best or (a.strength, not a.aside) > (best[a.origin].strength, not best[a.origin].aside):
            best[a.origin] = a
    return sorted(best.values(), key=lambda a: -a.strength)


def _attends(chains: Chains, id: str, report: int) -> bool:
    entity = chains.entities.get(id)
    return (entity is None or entity.kind != "government-body") and chains.voice(id, "interview", report) == id


def _narrow(found: dict[int, list[Attribution]], chains: Chains) -> None:
    """Voices of one story that may be one are one, so that their number stays a minimum.

    "Sudan said" is the ministry whose statement the same report, or the others, name; a joint statement of two states is that of
    the three whom another report names.
    """
    votes: Counter[str] = Counter(a.origin for rows in found.values() for a in rows if a.strength >= NAMED)
    bodies: dict[str, list[str]] = defaultdict(list)
    for origin in sorted(votes, key=lambda o: (-votes[o], o)):
        entity = chains.entities.get(origin)
        if entity is not None and entity.kind == "government-body" and entity.country and not _whole_state(entity):
            bodies[entity.country].append(origin)
    for country in {e.country for o in votes if (e := chains.entities.get(o)) is not None and e.country and _whole_state(e)} - bodies.keys():
        whole = [o for o in votes if (e := chains.entities.get(o)) is not None and e.country == country and _whole_state(e)]
        bodies[country] = sorted(whole, key=lambda o: (chains.entities[o].kind == "state", -votes[o], o))[:1]  # "Somalia" is its government
    joint = sorted((o for o in votes if o in chains.issuers), key=lambda o: (-len(chains.issuers[o]), o))
    for report, rows in found.items():
        here = {a.origin for a in rows}
        for n, a in enumerate(rows):
            if (report, a.origin) in chains.has_spokesman:
                continue  # the report says by name who in it speaks
            entity = chains.entities.get(a.origin)
            better: list[str] = []
            if entity is not None and entity.kind in ("state", "government-body") and a.origin not in chains.issuers:
                better = [o for o in joint if entity.country in {chains.entities[i].country for i in chains.issuers[o]}]
                if not better and entity.country and _whole_state(entity):
                    better = bodies.get(entity.country, [])
            elif a.origin in chains.issuers:
                mine = set(chains.issuers[a.origin])
                better = [o for o in joint if o != a.origin and mine < set(chains.issuers[o])]
            better = sorted(better, key=lambda o: o not in here)[:1]
            elsewhere = bool(better) and better[0] not in here and entity is not None and _whole_state(entity)
            if elsewhere and not _of_one_matter(found, chains, report, a.origin, better[0]):
                rows[n] = replace(a, aside=True)  # the other report has something else from the ministry
            elif better and better != [a.origin]:
                rows[n] = replace(_attribution(chains, (*a.chain[:-1], better[0]), a.strength, a.why, a.beside), aside=a.aside)
        best = {a.origin: a for a in sorted(rows, key=lambda a: (a.strength, not a.aside))}
        rows[:] = sorted(best.values(), key=lambda a: -a.strength)


def _of_one_matter(found: Mapping[int, Sequence[Attribution]], chains: Chains, report: int, origin: str, other: str) -> bool:
    """Has another report from another voice the like of what this one has from the origin?"""
    mine = _words_of(chains, report, origin)
    holders = (r for r, rows in found.items() if r != report and any(a.origin == other and a.strength >= NAMED for a in rows))
    return any(overlap(mine, _words_of(chains, r, other)) >= LIKE for r in holders)


def _leave_asides(found: Mapping[int, list[Attribution]], chains: Chains) -> None:
    """A voice beside the happening is its origin only where another report has the like from it; a report with nothing else keeps it.

    "It expelled them, the ministry announced. Washington protested": the ministry tells of it, and of Washington nobody else has heard.
    """
    for report, rows in found.items():
        if not any(a.strength >= NAMED and not a.aside for a in rows):
            continue
        for aside in [a for a in rows if a.aside]:
            if not _of_one_matter(found, chains, report, aside.origin, aside.origin):
                rows.remove(aside)


def _one_side(found: Mapping[int, list[Attribution]], chains: Chains) -> None:
    """Of several voices of one government in one report the surest stands for all: they are not independent of each other.

    One that another report has too stays, for it ties the two.
    """
    votes = Counter(a.origin for rows in found.values() for a in rows if a.strength >= NAMED)
    for report, rows in found.items():
        seen: set[str] = set()
        for a in [a for a in rows if a.strength >= NAMED]:
            side = chains.government(report, a.origin)
            if side is None:
                continue
            if side in seen and votes[a.origin] < 2:
                rows.remove(a)
            seen.add(side)


def _words_of(chains: Chains, report: int, origin: str) -> frozenset[str]:
    """The telling words of what a voice says, and of the acts that it tells, in a report."""
    if (found := chains.said.get((report, origin))) is not None:
        return found
    coded = chains.coded[report]
    said = [((*s.said_by, Source(s.speaker, "statement", None)), s.content) for s in coded.statements]
    said += [(e.said_by, " ".join(v.text for v in e.evidence)) for e in coded.events]
    mine = [text for who, text in said if any(s.entity and origin in (s.entity, chains.voice(s.entity, "statement", report)) for s in who)]
    found = chains.said[report, origin] = frozenset(w for text in mine for w in content_words(text))
    return found


def _whole_state(entity: Entity) -> bool:
    """A state, or its government as a whole: somebody in it speaks, and this does not say who."""
    state = (entity.country or "").lower()
    return entity.kind == "state" or entity.id in (f"org/{state}-government", f"org/{state}-cabinet")


def _attribution(
    chains: Chains, chain: tuple[str, ...], strength: int, why: str, beside: tuple[tuple[str, ...], ...] = ()
) -> Attribution:
    last = chain[-1]
    known = last in chains.entities or last in chains.issuers or last.startswith("outlet/")
    name = " + ".join(dict.fromkeys(chains.name(c[-1]) for c in (chain, *beside)))
    return Attribution(last, name, last if known else None, chain, strength, why, beside)


def _carriers(
    statements: Sequence[Statement],
    entities: Mapping[str, Entity],
    countries: set[str],
    inside: set[str],
    matter: frozenset[str],
) -> list[tuple[Statement, bool]]:
    """The statements of those who carry the report, the weightiest first, and whether it is sure that they are its source.

    A body of one of the parties, or somebody whose words are said to be a statement, is a source. A man who took part and is
    quoted from the room is not: his words reached the outlet through somebody. matter: words of the event; who speaks of it weighs
    more than who speaks of something else.
    """
    weight: dict[str, float] = defaultdict(float)
    first: dict[str, Statement] = {}
    sure: dict[str, bool] = {}
    for n, statement in enumerate(sorted(statements, key=lambda s: (s.span.start, s.id))):
        speaker = _voice(statement)
        if speaker is not None and unnamed(speaker):  # "an official source told the agency": nobody but the agency has heard him
            speaker = next((s.entity for s in statement.said_by if s.medium == "agency"), speaker)
        entity = entities.get(speaker) if speaker else None
        if speaker is None or entity is None or unnamed(speaker):
            continue
        media = ALONE if speaker in inside else STATED
        official = any(s.medium in media for s in statement.said_by)
        body = entity.kind in ("government-body", "organisation", "armed-group", "party")
        ours = not countries or entity.country in countries
        if not (official or body or ours):
            continue
        value = (2.0 if body else 1.0) * (1.5 if official else 1.0) * (1.0 if ours else 0.4)
        value *= (1.5 if statement.kind == "direct" else 1.0) * (1.5 if n == 0 else 1.0)
        value *= 1 + ON_IT * overlap(matter, content_words(statement.content))
        weight[speaker] += value
        first.setdefault(speaker, statement)
        sure[speaker] = sure.get(speaker, False) or official or body or (ours and speaker not in inside)
    # A body or an official statement outweighs any number of quotations from the room.
    order = sorted(weight, key=lambda s: (not sure[s], -weight[s], first[s].span.start, s))
    return [(first[s], sure[s]) for n, s in enumerate(order) if n == 0 or (sure[s] and weight[s] >= CARRIES * weight[order[0]])]


def _voice(statement: Statement) -> str | None:
    """Who gave a statement out: whoever passes on what another is said to have said, else the speaker."""
    outer = [s.entity for s in statement.said_by if s.entity and s.medium != "agency" and not unnamed(s.entity)]
    return outer[-1] if outer else statement.speaker


# ------------------------------------------------------------------ origins through texts


def _hand_on(
    found: dict[int, list[Attribution]],
    chains: Chains,
    words: Sequence[Words],
    copied: Mapping[tuple[int, int], Sequence[Passage]],
    reworded: Mapping[tuple[int, int], Sequence[tuple[Span, Span]]],
    room: Container[str],
) -> None:
    """A report without a source of its own has those of the text that it copies, or rewords from the same speaker."""
    reports = sorted(found)
    links: list[tuple[float, int, int, str]] = []
    for n, a in enumerate(reports):
        for b in reports[n + 1 :]:
            if (passages := copied.get((a, b))) and (part := share(passages, words)) >= LITTLE:
                links.append((-part, a, b, "copied"))
            elif (pairs := reworded.get((a, b))) and (len(pairs) >= REWORDED or _one_speaker(chains, a, b, pairs, room)):
                links.append((-min(0.3, 0.05 * len(pairs)), a, b, "reworded"))
    for _ in range(len(reports)):  # a copy of a copy; ends when nothing is handed on any more
        given: dict[int, list[Attribution]] = {}
        for part, a, b, why in sorted(links):
            for source, target in ((a, b), (b, a)):
                # Who is merely credited passes on what he has from somebody: the copy of his text may say from whom.
                if target in given or any(x.strength >= NAMED and x.why != "credit" for x in found[target]):
                    continue
                carried = [x for x in found[source] if x.strength >= NAMED]
                if why == "reworded" or -part < CARRIED:
                    spans = [pair[source == b] for pair in reworded[a, b]] if why == "reworded" else _copies(copied[a, b], source, words)
                    heard = _heard(chains, source, spans)
                    carried = [x for x in carried if x.origin in heard or x.why not in ("said", "stated", "act")]
                strong = [x for x in carried if x.why != "credit"]
                if not strong and not found[target]:
                    strong = carried
                if strong:
                    head = chains.heads[target]
                    # Only a copy has come the same way; other words of one speaker may have been heard from him.
                    ways = {x.origin: _chain(head, x.chain if why == "copied" else x.chain[-1:]) for x in strong}
                    given[target] = [Attribution(x.origin, x.name, x.entity, ways[x.origin], NAMED, why) for x in strong]
        if not given:
            break
        for target, rows in given.items():
            found[target] = rows + [x for x in found[target] if x.why != "credit"]
    for part, a, b, why in sorted(links):
        if why == "copied" and -part >= CARRIED:
            _agree(found, chains, a, b)


def _heard_in_both(found: Mapping[int, list[Attribution]], chains: Chains, room: Container[str]) -> None:
    """Two reports without an origin in common have one in whoever says in both of them nearly the same.

    room: those who met or called, whom the read-outs of both sides let say the same.
    """
    said: dict[tuple[int, str], list[Statement]] = defaultdict(list)
    for r in found:
        for s in chains.coded[r].statements:
            if s.speaker and s.speaker not in room and not unnamed(s.speaker):
                said[r, s.speaker].append(s)
    for (a, speaker), mine in sorted(said.items()):
        for b in sorted(r for r in found if r > a and (r, speaker) in said):
            if {x.origin for x in found[a] if x.strength >= NAMED} & {x.origin for x in found[b] if x.strength >= NAMED}:
                continue
            pairs = ((s, t) for s in mine for t in said[b, speaker] if _said_alike(s, t))
            if (both := next(pairs, None)) is None:
                continue
            for r, s in zip((a, b), both, strict=True):
                chain = chains.of(r, (*s.said_by, Source(speaker, "statement", s.span)))
                found[r].append(_attribution(chains, chain, NAMED, "stated"))


def _said_alike(one: Statement, other: Statement) -> bool:
    mine, theirs = content_words(one.content), content_words(other.content)
    return len(mine & theirs) >= FEW_WORDS and overlap(mine, theirs) >= SAME_WORDS


def _copies(passages: Iterable[Passage], report: int, words: Sequence[Words]) -> list[Span]:
    """Where the passages stand in one of their two reports."""
    return [words[report].span(*((p.a0, p.a1) if p.a == report else (p.b0, p.b1))) for p in passages]


def _heard(chains: Chains, report: int, spans: Sequence[Span]) -> set[str]:
    """The origins that are heard in these sentences of a report."""
    coded = chains.coded[report]
    said: list[tuple[tuple[Source, ...], list[Span]]] = [(e.said_by, [x.span for x in e.evidence]) for e in coded.events if e.said_by]
    said += [((*s.said_by, Source(s.speaker, "statement", s.span)), [s.span]) for s in coded.statements if s.speaker]
    here = [who for who, where in said if any(w.overlaps(s) for w in where for s in spans)]
    return {link for who in here for link in chains.of(report, who)}


def _agree(found: dict[int, list[Attribution]], chains: Chains, a: int, b: int) -> None:
    """One text in two reports has an origin in common, whatever else each of them names: the surest, a body before a man."""
    mine, theirs = ([x for x in found[r] if x.strength >= NAMED] for r in (a, b))
    if not mine or not theirs:
        return

    def sure(x: Attribution) -> tuple[bool, bool, int, str]:
        entity = chains.entities.get(x.origin)
        return x.why == "credit", entity is None or entity.kind == "person", -x.strength, x.origin

    best = min((*mine, *theirs), key=sure)
    target = b if best in mine else a
    if any(x.origin == best.origin for x in (theirs if target == b else mine)):
        return
    found[target] = [Attribution(best.origin, best.name, best.entity, _chain(chains.heads[target], best.chain), NAMED, "copied"), *found[target]]


def _chain(head: Sequence[str], carried: Sequence[str]) -> tuple[str, ...]:
    """The copier's outlet, then the links of the copied report behind its own outlet (which may have copied as well)."""
    return tuple(dict.fromkeys((*head, *(carried[1:] if len(carried) > 1 else carried))))


def _one_speaker(chains: Chains, a: int, b: int, pairs: Iterable[tuple[Span, Span]], room: Container[str] = ()) -> bool:
    """Is some reworded pair of sentences, in both reports, what the same speaker stated?

    room: those who met or called, whom the read-outs of both sides let say the same.
    """
    for left, right in pairs:
        mine, theirs = (
            {s.speaker for s in chains.coded[r].statements if s.speaker and s.speaker not in room and s.span.overlaps(span)}
            for r, span in ((a, left), (b, right))
        )
        if mine & theirs:
            return True
    return False


def _common_texts(
    unknown: Sequence[int],
    chains: Chains,
    words: Sequence[Words],
    copied: Mapping[tuple[int, int], Sequence[Passage]],
    reworded: Mapping[tuple[int, int], Sequence[tuple[Span, Span]]],
) -> list[list[int]]:
    """Reports that credit nobody but carry one text, or one statement of one speaker in other words: not independent, whoever wrote it."""

    def tied(q: int, r: int) -> bool:
        pairs = reworded.get((q, r), ())
        passages = copied.get((q, r))
        return (
            (passages is not None and share(passages, words) >= LITTLE)
            or len(pairs) >= REWORDED
            or _one_speaker(chains, q, r, pairs)
        )

    groups: list[list[int]] = []
    for r in unknown:
        near = [g for g in groups if any(tied(q, r) for q in g)]
        merged = sorted({r, *(q for g in near for q in g)})
        groups = [g for g in groups if g not in near] + [merged]
    return sorted(g for g in groups if len(g) > 1)


def _partly_named(
    unknown: Sequence[int],
    reports: Sequence[int],
    words: Sequence[Words],
    copied: Mapping[tuple[int, int], Sequence[Passage]],
    reworded: Mapping[tuple[int, int], Sequence[tuple[Span, Span]]],
) -> list[list[int]]:
    """Reports without a source, with the one that tells the same, partly word for word, and names a voice of its own beside it."""
    beside: dict[int, list[int]] = defaultdict(list)  # that one -> those without a source
    for r in unknown:
        pairs = {q: (min(q, r), max(q, r)) for q in reports if q not in unknown}
        near = (q for q, p in pairs.items() if (c := copied.get(p)) and (share(c, words) >= LITTLE or len(reworded.get(p, ())) >= REWORDED))
        if (one := next(near, None)) is not None:
            beside[one].append(r)
    return sorted(sorted([one, *several]) for one, several in beside.items())


def _why(rows: Sequence[tuple[int, Attribution]], chains: Chains, titles: Titles) -> str:
    """Why these reports count as one origin, readable."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for r, a in rows:
        reasons[a.why].append(chains.called(r))
    return "; ".join(titles.why(key, outlets=outlets, origin=rows[0][1].name) for key, outlets in sorted(reasons.items()))


def sources_of(event: Event, report: int, chains: Chains, sourced: Sourced | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The chain of an event's claims, and the ids of the origins it counts for. What an event lacks, its report's story gives."""
    accounts = [told_by(said_by, report, chains, sourced) for said_by in _accounts(event, chains.coded[report]) or [()]]
    return accounts[0][0], tuple(dict.fromkeys(id for _, ids in accounts for id in ids))


def told_by(
    said_by: Sequence[Source], report: int, chains: Chains, sourced: Sourced | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The chain of what a report has from these sources, and the ids of the origins it counts for."""
    if said_by and said_by[-1].medium != "own":
        chain = chains.of(report, said_by)
        if sourced is not None and chain[-1] not in sourced.counted:
            return chain, sourced.of.get(report, ())
        return chain, (chain[-1],)
    if sourced is not None:
        return sourced.chains.get(report, chains.heads[report]), sourced.of.get(report, ())
    return chains.heads[report], ()
