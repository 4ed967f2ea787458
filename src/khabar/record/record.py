"""The record over many reports, and its JSON (``data/record.schema.json``)."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources.abc import Traversable
from typing import Any

from khabar import ontology, packs
from khabar.encoder import Encoder
from khabar.model import (
    Claim,
    Coded,
    Dossier,
    Entity,
    Event,
    Evidence,
    Fact,
    FactValue,
    Known,
    Origin,
    Participant,
    Relation,
    Report,
    Reuse,
    Source,
    Span,
    Statement,
    Step,
    Story,
    When,
)
from khabar.record import compare, contests, days, happenings, news, origins, reuse, stories
from khabar.record.dossiers import cast_of, dossiers
from khabar.record.sketches import Sketch
from khabar.record.sketches import sketch as sketches_of
from khabar.record.vectors import Vectors
from khabar.record.wording import Titles
from khabar.tables import data_dir

SCHEMA = "khabar.record/1"
AROUND = 12  # reports of other stories that a story is compared with
RECALLED = 2  # days by which a report may recall an attack under another one


@dataclass(frozen=True, slots=True)
class Generator:
    """What made the record: version, digest of the data, options."""

    khabar: str
    data: str
    options: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that the reports say, sourced; ``to_dict`` is the public contract."""

    generator: Generator
    reports: tuple[Report, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]
    stories: tuple[Story, ...]
    reuse: tuple[Reuse, ...]
    dossiers: tuple[Dossier, ...]
    claims: tuple[Claim, ...]
    main_stories: Mapping[str, str]  # report -> the story of its main news

    def to_dict(self) -> dict[str, Any]:
        """The record as the contract's JSON object."""
        published = {r.id: r.published for r in self.reports}
        instruments = {e.id for e in self.entities if e.kind == "instrument"}
        claimed: dict[str, Claim] = {c.id: c for c in self.claims}
        alike: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
        for c in self.claims:
            alike[c.report, c.field, c.value].append(c)
        return {
            "schema": SCHEMA,
            "generator": {"khabar": self.generator.khabar, "data": self.generator.data, "options": dict(self.generator.options)},
            "reports": [_report(r, self.main_stories.get(r.id)) for r in self.reports],
            "entities": [_entity(e) for e in self.entities],
            "events": [_event(e, published.get(e.report), instruments) for e in self.events],
            "statements": [_statement(s) for s in self.statements],
            "relations": [_relation(r) for r in self.relations],
            "stories": [_story(s, claimed, alike) for s in self.stories],
            "reuse": [_reuse(r) for r in self.reuse],
            "dossiers": [_dossier(d) for d in self.dossiers],
            "claims": [_claim(c) for c in self.claims],
        }

    def to_json(self, indent: int | None = None) -> str:
        """``to_dict`` as JSON text, Arabic left readable; on one line without indent."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)


# ------------------------------------------------------------------ merging


def merge(
    coded: Sequence[Coded],
    titles: Titles,
    encoder: Encoder | None,
    *,
    world: happenings.World | None = None,
    options: Mapping[str, Any] | None = None,
    together: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> Record:
    """Reports, each read alone, laid side by side. The same reports in any order give the same stories.

    encoder: proposes rewordings; None does without. world: says which place holds which, who speaks for whom, and which outlet
    a credit names; None: the world data of the package. together, apart: pairs of report ids whose main news is one story, or two,
    whatever the machine finds; apart outranks together.
    """
    world = packs.the_world() if world is None else world
    vectors = Vectors(encoder) if encoder is not None else None
    return tell(lay(coded, vectors, world, together=together, apart=apart), titles, vectors, world, options)


@dataclass(frozen=True, slots=True)
class Laid:
    """Reports laid side by side: which stories there are, before anything is told of them.

    coded: as they were handed in; rows: in the order of their ids, which all indexes are about; order: row -> place in coded.
    wanted: the rows whose stories are wanted. settled: row -> the number of the kept story that it is in. passages: copies, of which ``known``
    were known before, as the rewordings ``reworded`` were. happenings: before the stories were known; clusters: after. stories: ids,
    reports and events only.
    """

    coded: Sequence[Coded]
    rows: Sequence[Coded]
    order: Sequence[int]
    entities: dict[str, Entity]
    words: Sequence[reuse.Words]
    settled: Mapping[int, int]
    passages: Sequence[reuse.Passage]
    known: Collection[reuse.Passage]
    reworded: Sequence[reuse.Reworded]
    sketches: Sequence[Sketch]
    drafts: Sequence[stories.Draft]
    clusters: Sequence[Sequence[int]]
    happenings: Sequence[Sequence[int]]
    wanted: set[int]
    stories: tuple[Story, ...]
    main_stories: Mapping[str, str]

    def found_out(self, before: Mapping[str, int]) -> Iterator[tuple[int | None, tuple[str, ...]]]:
        """The happenings that are new or have grown: the number that one has, if any, and its events (ids). before: event -> number."""
        for cluster in self.happenings:
            numbers = {None if self.sketches[i].report in self.wanted else before.get(self.sketches[i].event.id) for i in cluster}
            if None in numbers or len(numbers) > 1:
                yield min((n for n in numbers if n is not None), default=None), tuple(self.sketches[i].event.id for i in cluster)


def lay(
    coded: Sequence[Coded],
    vectors: Vectors | None,
    world: happenings.World,
    *,
    together: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
    about: Iterable[str] = (),
    kept: Iterable[Sequence[str]] = (),
    known: Known = Known(),
) -> Laid:
    """Which stories reports tell; see ``merge``.

    about: ids of the reports whose stories are wanted; empty: all. kept: the main reports (ids) of each kept story, which stay together.
    known: what was found out of these reports before; only what has to do with those of ``about`` is looked for anew.
    """
    coded = list({c.report.id: c for c in coded}.values())  # the same file twice is one report
    order = sorted(range(len(coded)), key=lambda i: coded[i].report.id)
    rows = [coded[i] for i in order]
    entities = _entities(rows)
    words, vocabulary = reuse.read_words([c.report for c in rows])
    sketches = [s for n, c in enumerate(rows) for s in sketches_of(c, n, entities, world)]
    place = {c.report.id: n for n, c in enumerate(rows)}
    firm = [[place[r] for r in mains if r in place] for mains in kept]
    settled = {r: n for n, mains in enumerate(firm) for r in mains}
    bound = (*((mains[0], r) for mains in firm for r in mains[1:]), *((place[a], place[b]) for a, b in together if a in place and b in place))
    bonds = happenings.Bonds(bound, [(place[a], place[b]) for a, b in apart if a in place and b in place])
    asked = {place[r] for r in about if r in place}
    wanted = asked or set(range(len(rows)))
    old, reworded = reuse.taken_up((r for r in known.reuse if place[r.source] not in wanted and place[r.target] not in wanted), place, words)
    passages = [p for p in reuse.copies(words, asked) if _telling(rows, words, p)]
    passages = sorted((*passages, *old), key=lambda p: (p.a, p.b, p.a0, p.b0))
    copied = reuse.by_pair(passages)
    numbers = {i: known.happenings.get(s.event.id) for i, s in enumerate(sketches) if s.report not in wanted}
    found = happenings.happenings(sketches, entities, world, bonds, {i: n for i, n in numbers.items() if n is not None})
    drafts, clusters = stories.draft(rows, sketches, found, words, vocabulary, copied, entities, world, vectors, bonds, wanted)
    bare = tuple(_bare(rows, d, sketches) for d in drafts)
    mains = {rows[r].report.id: d.id for d in drafts for r in d.main}
    return Laid(coded, rows, order, entities, words, settled, passages, set(old), reworded, sketches, drafts, clusters, found, wanted, bare, mains)


def tell(
    laid: Laid,
    titles: Titles,
    vectors: Vectors | None,
    world: happenings.World,
    options: Mapping[str, Any] | None = None,
    beside: Iterable[str] = (),
) -> Record:
    """What the stories of reports say, and who says it; see ``merge``.

    beside: ids of reports whose stories have to be told besides those of ``laid.wanted``. All other stories stay bare, and their reports
    have claims only where they tell a story with one of these. What was known of reuse before is not in the record again.
    """
    rows, sketches, words, drafts, clusters = laid.rows, laid.sketches, laid.words, laid.drafts, laid.clusters
    entities, copied = dict(laid.entities), reuse.by_pair(laid.passages)
    others = set(beside)
    asked = laid.wanted | {n for n, c in enumerate(rows) if c.report.id in others}
    near = [bool(asked & {*d.main, *d.others}) for d in drafts]
    within = _reports_of(drafts, asked)

    told = [d.main for d in drafts if laid.wanted & set(d.main)]
    proposed = reuse.rewordings(rows, told, vectors, copied, words, laid.settled, laid.reworded) if vectors is not None else []
    reworded: dict[tuple[int, int], list[tuple[Span, Span]]] = defaultdict(list)
    for i, j, left, right, _ in sorted((*laid.reworded, *proposed)):
        reworded[i, j].append((left, right))

    chains = origins.Chains(rows, entities, world, titles)
    told_in: dict[int, int] = {}
    for n, d in enumerate(drafts):
        for i in (*(i for c in d.clusters for i in c), *d.parts):
            told_in.setdefault(i, n)
    further = _beside(drafts, sketches, clusters)
    around = _around(drafts, sketches, rows)
    recalled = _recalled(drafts, sketches)
    laid_beside = {i for n, more in enumerate(further) if near[n] for c in more for i in clusters[c]}
    laid_beside |= {i for n, more in recalled.items() if near[n] for i in more}
    spoken = within | {r for n, more in around.items() if near[n] for r in more}
    weighed = [i for i, s in enumerate(sketches) if s.report in spoken or i in laid_beside]
    counted = {n for n, tells in enumerate(near) if tells} | {told_in[i] for i in weighed if i in told_in}
    sourced = {n: origins.attribute(drafts[n], sketches, chains, titles, words, copied, reworded) for n in sorted(counted)}
    said: dict[int, list[compare.Said]] = {}
    of_report: dict[int, list[int]] = defaultdict(list)
    for i in weighed:
        s = sketches[i]
        context = sourced[told_in[i]] if i in told_in else None
        chain, counts_for = origins.sources_of(s.event, s.report, chains, context)
        said[i] = [compare.Said(c, counts_for, s) for c in compare.claims(s.event, chain)]
        of_report[s.report].append(i)

    def heard(report: int, said_by: Sequence[Source], context: origins.Sourced) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return origins.told_by(said_by, report, chains, context)

    home = {i: n for n, cluster in enumerate(clusters) for i in cluster}
    zones = {c.report.id: zone for c in rows if (zone := world.zone(c.report.outlet.id)) is not None}
    issued = {c.report.id: days.days(c.report.published.value) for c in rows if c.report.published}
    acts = Counter((sketches[i].event.report, sketches[i].event.type) for i in said if sketches[i].news)
    desk = compare.Desk(sketches, home, clusters, entities, world, zones, issued, of_report, acts, rows, heard)
    entities |= {e.id: e for e in chains.met()}
    compared = {n: compare.facts(d, further[n], around[n], recalled[n], sourced[n], said, desk) for n, d in enumerate(drafts) if near[n]}
    made = tuple(
        _tell(rows, d, bare, sketches, sourced[n], compared[n][0], entities, titles) if near[n] else bare
        for n, (d, bare) in enumerate(zip(drafts, laid.stories, strict=True))
    )
    coded = laid.coded
    return Record(
        generator=generator(options),
        reports=tuple(c.report for c in coded),
        entities=tuple(entities[id] for id in sorted(entities)),
        events=tuple(e for c in coded for e in c.events),
        statements=tuple(s for c in coded for s in c.statements),
        relations=tuple(r for c in coded for r in c.relations),
        stories=made,
        reuse=reuse.to_reuse(rows, words, [p for p in laid.passages if p not in laid.known], proposed, chains.heads),
        dossiers=dossiers(rows, sketches, clusters, entities, titles),
        claims=(
            *(s.claim for i in _input_order(laid.order, sketches) for s in said.get(i, ())),
            *{c.id: c for _, claimed in compared.values() for c in claimed}.values(),
        ),
        main_stories=laid.main_stories,
    )


def _reports_of(drafts: Sequence[stories.Draft], reports: set[int]) -> set[int]:
    """These reports, and all that tell a story with one of them."""
    return reports | {r for d in drafts if reports & {*d.main, *d.others} for r in (*d.main, *d.others)}


def _input_order(order: Sequence[int], sketches: Sequence[Sketch]) -> list[int]:
    """Events in the order of the reports as they were handed in."""
    return sorted(range(len(sketches)), key=lambda i: (order[sketches[i].report], i))


def _entities(coded: Sequence[Coded]) -> dict[str, Entity]:
    """All entities; what one report knows of an entity the others lack is added."""
    out: dict[str, Entity] = {}
    for entity in (e for c in coded for e in c.entities):
        old = out.get(entity.id)
        if old is None or old == entity:
            out[entity.id] = entity
            continue
        first, second = (old, entity) if old.known or not entity.known else (entity, old)
        names = {**dict(second.names), **dict(first.names)}
        out[entity.id] = Entity(
            entity.id,
            first.kind,
            tuple(sorted(names.items())),
            first.country or second.country,
            first.sector or second.sector,
            first.wikidata or second.wikidata,
            first.known,
            first.members or second.members,
            first.source or second.source,
        )
    return out


def _telling(coded: Sequence[Coded], words: Sequence[reuse.Words], passage: reuse.Passage) -> bool:
    """Within one outlet only a large copy tells something: its foot and its fixed phrases stand under everything."""
    one, other = coded[passage.a].report.outlet, coded[passage.b].report.outlet
    if (one.id or one.name) is None or (one.id or one.name) != (other.id or other.name):
        return True
    return passage.shared >= 0.3 * min(len(words[passage.a].ids), len(words[passage.b].ids))


def _beside(
    drafts: Sequence[stories.Draft], sketches: Sequence[Sketch], clusters: Sequence[Sequence[int]]
) -> list[list[int]]:
    """For each story the other happenings that several of its reports tell, or that one report tells with a contradiction."""
    tells: dict[int, list[int]] = defaultdict(list)
    for n, d in enumerate(drafts):
        for r in (*d.main, *d.others):
            tells[r].append(n)
    chief = {i for d in drafts for c in d.clusters for i in c}
    out: list[list[int]] = [[] for _ in drafts]
    for n, cluster in enumerate(clusters):
        if len(cluster) < 2 or any(i in chief for i in cluster):
            continue
        votes = Counter(d for i in cluster for d in tells[sketches[i].report])
        if votes:
            # The story with most of its accounts; among equals the one whose main news they belong to.
            reports = {sketches[i].report for i in cluster}
            story = min(votes, key=lambda d: (-votes[d], -len(reports & set(drafts[d].main)), d))
            if votes[story] > 1:
                out[story].append(n)
    return out


def _around(drafts: Sequence[stories.Draft], sketches: Sequence[Sketch], rows: Sequence[Coded]) -> dict[int, list[int]]:
    """For each story the reports of earlier ones that speak of what it tells: of two of its main parties, in the same days.

    Only those that count weapons or hours, which are compared; and of two stories that each tell an attack it is another one. So do those
    that count many dead at the same place.
    """
    spots = ontology.load().spots
    events: dict[int, list[int]] = defaultdict(list)
    for i, s in enumerate(sketches):
        events[s.report].append(i)
    day: dict[int, int] = {}
    pairs: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    dead: dict[str, list[tuple[int, int]]] = defaultdict(list)
    attacks = set()
    for n, d in enumerate(drafts):
        dated = [(at, r) for r in d.main if (at := news.day_of(rows[r].report, sketches, events[r])) is not None]
        for at, r in dated:
            for place in sorted(contests.toll_at(rows[r])):
                day[r] = at
                dead[place].append((n, r))
        known = [(at, r) for at, r in dated if contests.counts_one(rows[r])]
        if d.clusters and any(sketches[i].event.type in spots and sketches[i].event.status in compare.DONE for i in d.clusters[0]):
            attacks.add(n)
        day |= {r: at for at, r in known}
        for _, r in known:
            names = sorted(news.foremost(sketches, events[r]))
            for k, name in enumerate(names):
                for other in names[k + 1 :]:
                    pairs[name, other].append((n, r))
    out: dict[int, set[int]] = defaultdict(set)
    for told, counted in [*((rows, False) for _, rows in sorted(pairs.items())), *((rows, True) for _, rows in sorted(dead.items()))]:
        for n, r in told:
            for m, q in told:
                later = (day[r], n) > (day[q], m)
                if n != m and later and day[r] - day[q] <= days.LONG and (counted or not {n, m} <= attacks):
                    out[n].add(q)
    return defaultdict(list, {n: sorted(more, key=lambda q: (-day[q], q))[:AROUND] for n, more in out.items()})


def _recalled(drafts: Sequence[stories.Draft], sketches: Sequence[Sketch]) -> dict[int, list[int]]:
    """For each story of an attack the events of other stories that recall one by the same under another day close by.

    "The North had blown up the office on the 17th", of which others say that it was on the 16th.
    """
    spots = ontology.load().spots
    told: dict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
    for i, s in enumerate(sketches):
        if s.event.background and s.event.type in spots and s.sure and s.actors and s.event.status in compare.DONE:
            told[s.event.type, frozenset(p.block for p in s.actors)].append(i)
    out: dict[int, list[int]] = defaultdict(list)
    for n, d in enumerate(drafts):
        mine = {s.report for c in d.clusters for s in (sketches[i] for i in c)}
        for i in d.clusters[0] if d.clusters else ():
            one = sketches[i]
            same = told.get((one.event.type, frozenset(p.block for p in one.actors)), ()) if one.news and one.sure else ()
            out[n] += [j for j in same if sketches[j].report not in mine and 0 < (days.gap(one.when, sketches[j].when) or 0) <= RECALLED]
    return out


def _tell(
    coded: Sequence[Coded],
    d: stories.Draft,
    bare: Story,
    sketches: Sequence[Sketch],
    sourced: origins.Sourced,
    facts: tuple[Fact, ...],
    entities: Mapping[str, Entity],
    titles: Titles,
) -> Story:
    if d.clusters:
        chief = [sketches[i].event for i in d.clusters[0]]
        told = Counter((e.status, e.change) for e in chief)
        # What has happened outweighs what was planned of it the day before.
        status, change = min(told, key=lambda s: (s[0] not in ("happened", "ongoing"), -told[s], s[0], s[1] or ""))
        modes = Counter(e.mode for e in chief if e.mode)
        mode = min(modes, key=lambda m: (-modes[m], m)) if modes else None
        cast = cast_of(chief, coded[sketches[d.clusters[0][0]].report].report.language)
        title = titles.story(chief[0].type, mode, status, change, cast, entities)
    else:
        first = coded[d.main[0]].report
        title = titles.text_story(first.title or first.text[:60].strip())
    return replace(bare, title=title, origins=sourced.origins, n_unknown=sourced.n_unknown, facts=facts)


def _bare(coded: Sequence[Coded], d: stories.Draft, sketches: Sequence[Sketch]) -> Story:
    """A story that is not told: which reports, which events."""
    events = [i for c in d.clusters for i in c]
    ids = tuple(sketches[i].event.id for i in (*events, *(i for i in d.parts if i not in set(events))))
    reports = sorted({*d.main, *d.others}, key=lambda r: (_published(coded[r].report), coded[r].report.id))
    return Story(d.id, (), tuple(coded[r].report.id for r in reports), ids, (), 0, ())


def _published(report: Report) -> str:
    return report.published.value if report.published else "9999"


def generator(options: Mapping[str, Any] | None = None) -> Generator:
    """What makes records here: this version, these data."""
    return Generator(_version(), _digest(), tuple(sorted((options or {}).items())))


@cache
def _version() -> str:
    try:
        return version("khabar")
    except PackageNotFoundError:
        return "0.1.0"


@cache
def _digest() -> str:
    """The digest of ``data/``: two records of one digest were made with the same words, rules and world."""
    digest = hashlib.sha256()

    def walk(folder: Traversable, path: str) -> None:
        for item in sorted(folder.iterdir(), key=lambda f: f.name):
            if item.is_dir() and item.name != "examples":  # they come with the wheel only
                walk(item, f"{path}/{item.name}")
            elif item.is_file() and item.name.endswith((".tsv", ".toml", ".json")):
                digest.update(f"{path}/{item.name}\n".encode() + item.read_bytes())

    walk(data_dir(), "")
    return "sha256:" + digest.hexdigest()


# ------------------------------------------------------------------ JSON


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.stop]


def _when(when: When | None) -> dict[str, Any] | None:
    return None if when is None else {"value": when.value, "end": when.end, "basis": when.basis, "span": _span(when.span)}


def _report(r: Report, main_story: str | None) -> dict[str, Any]:
    published = None
    if r.published is not None:
        basis = r.published.basis if r.published.basis in ("given", "metadata", "dateline") else "dateline"
        published = {"value": r.published.value, "basis": basis, "span": _span(r.published.span)}
    return {
        "id": r.id,
        "source_id": r.source_id,
        "path": r.path,
        "url": r.url,
        "outlet": {"name": r.outlet.name, "id": r.outlet.id},
        "title": r.title,
        "language": r.language,
        "text": r.text,
        "published": published,
        "items": [{"title": i.title, "span": _span(i.span)} for i in r.items],
        "credits": [{"role": c.role, "name": c.name, "span": _span(c.span)} for c in r.credits],
        "notes": [{"kind": n.kind, "span": _span(n.span)} for n in r.notes],
        "issues": [{"code": i.code, "message": i.message, "span": _span(i.span)} for i in r.issues],
        "main_story": main_story,
    }


def _entity(e: Entity) -> dict[str, Any]:
    return {
        "id": e.id,
        "kind": e.kind,
        "names": dict(e.names),
        "country": e.country,
        "sector": e.sector,
        "wikidata": e.wikidata,
        "known": e.known,
        "checked": e.known and e.source != "unchecked",
    }


def _participant(p: Participant) -> dict[str, Any]:
    return {"entity": p.entity, "country": p.country, "role": p.role, "text": p.text, "span": _span(p.span)}


def _source(s: Source) -> dict[str, Any]:
    return {"entity": s.entity, "medium": s.medium, "name": s.name, "span": _span(s.span)}


def _evidence(e: Evidence) -> dict[str, Any]:
    return {"span": _span(e.span), "text": e.text}


def _event(e: Event, published: When | None, instruments: set[str]) -> dict[str, Any]:
    letter = ontology.load().letter(e.type, e.mode, e.status, e.change, _is_treaty(e, instruments))
    day, basis = _day(e, published)
    return {
        "id": e.id,
        "report": e.report,
        "item": e.item,
        "type": e.type,
        "mode": e.mode,
        "plover": None
        if letter is None
        else {"type": letter.type, "mode": letter.mode, "quad": letter.quad, "intensity": letter.intensity},
        "contexts": list(e.contexts),
        "status": e.status,
        "change": e.change,
        "background": e.background,
        "actors": [_participant(p) for p in e.actors],
        "recipients": [_participant(p) for p in e.recipients],
        "third_parties": [_participant(p) for p in e.third_parties],
        "initiator": e.initiator,
        "date": _when(e.date),
        "day": day,
        "day_basis": basis,
        "place": e.place,
        "about": [{"entity": t.entity, "text": t.text, "span": _span(t.span)} for t in e.about],
        "numbers": [
            {"kind": n.kind, "value": n.value, "min": n.min, "max": n.max, "unit": n.unit, "span": _span(n.span)}
            for n in e.numbers
        ],
        "causes": [{"event": c.event, "kind": c.kind, "span": _span(c.span)} for c in e.causes],
        "said_by": [_source(s) for s in e.said_by],
        "rule": e.rule,
        "evidence": [_evidence(x) for x in e.everywhere],
    }


def _is_treaty(e: Event, instruments: set[str]) -> bool:
    """Do several parties do something about an instrument (ids of those that are one)?"""
    return any(t.entity in instruments for t in e.about) and len({p.entity or p.country for p in e.actors}) > 1


@dataclass(frozen=True, slots=True)
class Filed:
    """An event in PLOVER's own words (all None where PLOVER has none), and the day to file it under."""

    type: str | None
    mode: str | None
    quad: int | None
    intensity: float | None
    day: str | None
    day_basis: str | None


def filed(coded: Coded) -> tuple[Filed, ...]:
    """What is filed with each event of a report, in their order."""
    instruments = {e.id for e in coded.entities if e.kind == "instrument"}
    out = []
    for e in coded.events:
        letter = ontology.load().letter(e.type, e.mode, e.status, e.change, _is_treaty(e, instruments))
        day, basis = _day(e, coded.report.published)
        if letter is None:
            out.append(Filed(None, None, None, None, day, basis))
        else:
            out.append(Filed(letter.type, letter.mode, letter.quad, letter.intensity, day, basis))
    return tuple(out)


def day_of(coded: Coded) -> str | None:
    """The day of a report: that of its publication, else the one that most of its news gives."""
    published = coded.report.published
    if published is not None and len(published.value) >= 10 and not published.value.startswith("X"):
        return published.value[:10]
    said = Counter(day for e in coded.events if not e.background and (day := _day(e, None)[0]) is not None)
    return max(said, key=lambda d: (said[d], d), default=None)


def _day(e: Event, published: When | None) -> tuple[str | None, str | None]:
    """A day for tables that need one. The publication's stands in only for news that gives no date of its own."""
    if e.date is not None:
        when = days.of(e.date)
        full = when is not None and when.month is None and len(e.date.value) >= 10
        return (e.date.value[:10], "text") if full else (None, None)
    if published is None or e.background or len(published.value) < 10 or published.value.startswith("X"):
        return None, None
    return published.value[:10], "publication"


def _statement(s: Statement) -> dict[str, Any]:
    return {
        "id": s.id,
        "report": s.report,
        "speaker": s.speaker,
        "kind": s.kind,
        "cue": s.cue,
        "content": s.content,
        "span": _span(s.span),
        "against": _span(s.against),
        "said_by": [_source(x) for x in s.said_by],
    }


def _relation(r: Relation) -> dict[str, Any]:
    return {
        "id": r.id,
        "report": r.report,
        "subject": r.subject,
        "relation": r.relation,
        "object": r.object,
        "date": _when(r.date),
        "span": _span(r.span),
    }


def _origin(o: Origin) -> dict[str, Any]:
    return {
        "id": o.id,
        "name": o.name,
        "entity": o.entity,
        "reports": list(o.reports),
        "chains": [list(c) for c in o.chains],
        "why": o.why,
    }


def _value(v: FactValue) -> dict[str, Any]:
    return {
        "claim": v.claim,
        "value": v.value,
        "reports": list(v.reports),
        "origins": list(v.origins),
        "evidence": [{"report": report, "span": _span(span)} for report, span in v.evidence],
    }


_Alike = Mapping[tuple[str, str, str], Sequence[Claim]]


def _fact(f: Fact, claimed: Mapping[str, Claim], alike: _Alike) -> dict[str, Any]:
    # The events that it compares: a story tells of more than one, and "planned" has to be planned of something.
    events: dict[str, None] = {}
    for v in f.values:
        first = claimed[v.claim]
        events[first.about] = None
        shown = set(v.evidence)
        for report in v.reports:
            for c in alike.get((report, first.field, first.value), ()):
                if shown.issuperset((report, span) for span in c.spans):
                    events[c.about] = None
    return {"field": f.field, "verdict": f.verdict, "events": list(events), "values": [_value(v) for v in f.values]}


def _story(s: Story, claimed: Mapping[str, Claim], alike: _Alike) -> dict[str, Any]:
    return {
        "id": s.id,
        "title": dict(s.title),
        "reports": list(s.reports),
        "events": list(s.events),
        "origins": [_origin(o) for o in s.origins],
        "n_reports": len(s.reports),
        "n_origins": sum(not o.id.startswith("text/") for o in s.origins),
        "n_unknown": s.n_unknown,
        # Where a process was stopped between a correction and the comparison behind it, a fact may rest on what is not read so any more: it is
        # told again when the stories are brought up to date.
        "facts": [_fact(f, claimed, alike) for f in s.facts if all(v.claim in claimed for v in f.values)],
    }


def _reuse(r: Reuse) -> dict[str, Any]:
    return {
        "from": {"report": r.source, "span": _span(r.source_span)},
        "to": {"report": r.target, "span": _span(r.target_span)},
        "kind": r.kind,
        "similarity": r.similarity,
        "directed": r.directed,
    }


def _step(s: Step) -> dict[str, Any]:
    return {
        "status": s.status,
        "date": None if s.date is None else {"value": s.date.value, "end": s.date.end, "basis": s.date.basis},
        "text": dict(s.text),
        "events": list(s.events),
        "reports": list(s.reports),
    }


def _dossier(d: Dossier) -> dict[str, Any]:
    return {
        "id": d.id,
        "title": dict(d.title),
        "entities": list(d.entities),
        "steps": [_step(s) for s in d.steps],
        "open": list(d.open),
    }


def as_dict(one: Dossier | Entity) -> dict[str, Any]:
    """A dossier or an entity as the contract's JSON object."""
    return _dossier(one) if isinstance(one, Dossier) else _entity(one)


def _claim(c: Claim) -> dict[str, Any]:
    return {
        "id": c.id,
        "about": c.about,
        "field": c.field,
        "value": c.value,
        "report": c.report,
        "spans": [_span(s) for s in c.spans],
        "chain": list(c.chain),
        "rule": c.rule,
    }
