"""Stories: which reports, and which events in them, are one happening.

Three floors. An event of one report and an event of another are one HAPPENING when type, parties, persons, date, place and
matter agree. Reports belong to one STORY when their main news is one happening, when each also tells the other's, or when
their texts are copies or nearly one. A story never spans two dates that cannot be one: a weekly call of the same two people
is a new story every week, however alike the words.

Everything is compared inside blocks (same type and parties, near in time; shared rare words), so cost grows with the number
of reports, not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from khabar import ontology
from khabar.model import Coded, Entity
from khabar.record.days import NEARBY, gap, of
from khabar.record.grouping import (
    COPIED,
    LED,
    LIKE,
    LIKE_BARE,
    LIKE_COPY,
    LIKE_LED,
    LIKE_REPRINT,
    REPRINT,
    TOLD,
    Groups,
    crossings,
    matters,
    one_news,
    refuted,
)
from khabar.record.happenings import Bonds, World, settle
from khabar.record.likeness import Leads, Likeness
from khabar.record.naming import name
from khabar.record.news import lead, main_news
from khabar.record.parties import persons, persons_clash, same_party, sides
from khabar.record.reuse import Passage, Words, share
from khabar.record.sketches import AHEAD, Sketch, done

if TYPE_CHECKING:
    from khabar.record.vectors import Vectors

@dataclass(slots=True)
class Draft:
    """A story before it is told: which reports, which happening first, what belongs to it."""

    main: list[int]  # reports whose main news it is
    clusters: list[list[int]]  # happenings as indexes of sketches, the chief one first
    parts: list[int] = field(default_factory=list)  # acts done in it, or by its parties about it
    others: list[int] = field(default_factory=list)  # reports that tell it beside their main news
    why: list[str] = field(default_factory=list)
    id: str = ""


def draft(
    coded: Sequence[Coded],
    sketches: Sequence[Sketch],
    clusters: Sequence[list[int]],
    words: Sequence[Words],
    vocabulary: Sequence[str],
    copied: Mapping[tuple[int, int], Sequence[Passage]],
    entities: Mapping[str, Entity],
    world: World | None,
    vectors: Vectors | None = None,
    bonds: Bonds = Bonds(),
    wanted: Collection[int] = (),
) -> tuple[list[Draft], list[list[int]]]:
    """The stories of a set of reports, and the happenings in them.

    clusters: the happenings as far as the events alone tell them. Each report is main in at most one story; a report without events is in
    one only through its text. wanted: reports (indexes) whose stories count, the others stay where ``bonds`` hold them; empty: all.
    """
    wanted = wanted or set(range(len(coded)))
    home = {i: c for c, cluster in enumerate(clusters) for i in cluster}
    of_report: dict[int, list[int]] = defaultdict(list)
    for i, s in enumerate(sketches):
        of_report[s.report].append(i)
    mains = {r: m for r in of_report if (m := main_news(coded[r].report, sketches, of_report[r])) is not None}
    groups = Groups(coded, sketches, mains, entities, world, bonds, home)
    for a, b in bonds.together:
        groups.join(a, b, firm=True)

    # 1. the main news is one happening
    by_cluster: dict[int, list[int]] = defaultdict(list)
    for r, i in sorted(mains.items()):
        by_cluster[home[i]].append(r)
    for reports in by_cluster.values():
        for r in reports[1:]:
            groups.join(reports[0], r, firm=True)
    # 2. each tells the other's main news, or one does and the parties are the same
    alike = Likeness(words, vocabulary)

    def apart(one: int, other: int) -> bool:
        return not groups.joined(by_cluster[one][0], by_cluster[other][0])

    for one, other in crossings(coded, sketches, clusters, mains, home, of_report, entities, apart):
        if groups.coherent(by_cluster[one][0], by_cluster[other][0], alike, TOLD):
            groups.join(by_cluster[one][0], by_cluster[other][0], told=True)
    # 3. one text. Cables of congratulation share their sentences too: the telling words (who, where) have to be the same.
    second: set[tuple[int, int]] = set()  # pairs of which one has the other's text for a piece beside its main news
    for part, (a, b) in sorted((-share(passages, words), pair) for pair, passages in copied.items()):
        if groups.joined(a, b) and not (a in wanted or b in wanted):
            continue  # two kept reports of one story: most copies are
        value = alike.whole(a, b)
        shared = [_copied(sketches[mains[r]], [sketches[i] for i in of_report[r]], copied[a, b], words) if r in mains else None for r in (a, b)]
        if False in shared:
            if True in shared:
                second.add((a, b))
        elif -part >= COPIED and value >= LIKE_COPY and groups.coherent(a, b, alike, LIKE / 2):
            groups.join(a, b, text=True, reprint=-part >= REPRINT and value >= LIKE_REPRINT)
    # 4. nearly one text
    near = alike.pairs([of(c.report.published) for c in coded], wanted, LIKE_LED if vectors is not None else LIKE_BARE)
    leads = Leads([(c.report.id, lead(c)) for c in coded], vectors)
    leads.read(r for pair, value in near if value < LIKE_BARE for r in pair)
    for (a, b), value in near:
        if (a, b) in second:
            continue
        groups.join_alike(a, b, value, alike, value < LIKE_BARE and leads.cosine(a, b) >= LED)
    # 5. one matter: the same main parties in the same days, in words that are alike, however each report is coded
    for a, b in matters(coded, sketches, of_report, mains, alike, leads, wanted):
        if (a, b) not in second:
            groups.join_matter(a, b, alike, leads)
    # 6. one news: an act and the answer to it, which share their lead's words and day only
    for a, b in one_news(coded, sketches, of_report, mains, entities, alike, leads, wanted):
        groups.join_news(a, b, alike, leads)

    # 7. a denial belongs to what it denies
    for a, b in refuted(coded, sketches, of_report, leads, wanted):
        groups.join(a, b, told=True)

    clusters = settle(groups.all(), sketches, clusters, of_report, entities, world)
    home = {i: c for c, cluster in enumerate(clusters) for i in cluster}
    out = []
    for members in groups.all():
        told = [r for r in members if r in mains]
        if not told:
            if len(members) > 1:
                out.append(Draft(members, []))
            continue
        counts = Counter(home[mains[r]] for r in told)
        chief = sorted(counts, key=lambda c: (-counts[c], *_weight([sketches[i] for i in clusters[c]]), clusters[c][0]))
        out.append(Draft(members, [clusters[c] for c in chief]))
    _parts(out, sketches, of_report)
    out += _second(out, sketches, clusters, of_report)
    name(out, coded, sketches)
    return sorted(out, key=lambda d: d.id), clusters


def _copied(main: Sketch, events: Sequence[Sketch], passages: Sequence[Passage], words: Sequence[Words]) -> bool | None:
    """Does what two reports share tell the main news of this one? None where it tells no news of it, but what both recall.

    A round-up shares its second piece with whoever tells that alone.
    """
    mine = words[main.report]
    if sum(p.shared for p in passages) >= REPRINT * len(mine.ids):
        return True
    spans = [mine.span(*((p.a0, p.a1) if p.a == main.report else (p.b0, p.b1))) for p in passages]
    inside = [s for s in events if s.news and any(e.span.overlaps(span) for e in s.event.evidence for span in spans)]
    if not inside:
        return None
    return any(s.event.type == main.event.type and (s is main or sides(s.parties, main.parties) == 1) for s in inside)


def _weight(members: Sequence[Sketch]) -> tuple[float, int]:
    """Of two happenings that as many reports have for their main news: told as news, near the head, by more reports."""
    return -round(sum((1.0 if s.news else 0.5) / (1 + s.rank[0]) for s in members), 4), -len(members)


def _parts(drafts: Sequence[Draft], sketches: Sequence[Sketch], of_report: Mapping[int, list[int]]) -> None:
    """Acts that belong to a story: news of its reports, done by its parties, about its time (REQUESTs made in the call)."""
    speech = ontology.load().speech
    for d in drafts:
        if not d.clusters:
            continue
        inside = {i for c in d.clusters for i in c}
        days = list(dict.fromkeys(sketches[i].when for i in d.clusters[0]))
        circle = list(dict.fromkeys(p for i in sorted(inside) for p in sketches[i].parties))
        for r in d.main:
            for i in of_report.get(r, ()):
                s = sketches[i]
                if i in inside or not s.news or not s.actors or not (done(s.event) or s.event.type in speech):
                    continue
                apart = min((g for day in days if (g := gap(s.when, day)) is not None), default=None)
                if all(any(same_party(p, q) for q in circle) for p in s.actors) and (apart is None or apart <= NEARBY):
                    d.parts.append(i)


def _second(
    drafts: Sequence[Draft],
    sketches: Sequence[Sketch],
    clusters: Sequence[list[int]],
    of_report: Mapping[int, list[int]],
) -> list[Draft]:
    """Happenings told beside the main news that are stories of their own; and those reports that tell a story beside theirs."""
    owner = {i: d for d in drafts for c in d.clusters for i in c}
    taken = set(owner) | {i for d in drafts for i in d.parts}
    for d in drafts:
        reports = {sketches[i].report for c in d.clusters for i in c}
        d.others = sorted(reports - set(d.main))
    chief_of = {r: [sketches[i] for i in d.clusters[0]] for d in drafts if d.clusters for r in d.main}
    main_in = {r: d for d in drafts if d.clusters for r in d.main}
    out = []
    speech = ontology.load().speech
    for cluster in clusters:
        members = [sketches[i] for i in cluster]
        if any(i in taken for i in cluster) or not any(s.news for s in members):
            continue
        # What somebody says about it belongs to the story it was said in; a plan is a matter for a dossier.
        if members[0].event.type in speech or not any(s.event.status in ("happened", "ongoing") for s in members):
            continue
        if not any(s.parties for s in members) or _old(members, chief_of):
            continue
        if _inside(members, main_in, sketches):
            continue
        second = Draft([], [cluster])
        second.others = sorted({s.report for s in members})
        circle = [p for s in members for p in s.parties]
        for r in second.others:
            for i in of_report[r]:
                s = sketches[i]
                if i not in taken and i not in cluster and s.news and s.actors and s.event.type in speech:
                    apart = gap(s.when, members[0].when)
                    if all(any(same_party(p, q) for q in circle) for p in s.actors) and (apart is None or apart <= NEARBY):
                        second.parts.append(i)
                        taken.add(i)
        out.append(second)
    return out


def _inside(members: Sequence[Sketch], main_in: Mapping[int, Draft], sketches: Sequence[Sketch]) -> bool:
    """Is it a detail of one story: told by its reports only, of its parties or without a second one that is named?

    "The two presidents also spoke of the talks in Geneva" is no story beside the call; another call of another president is.
    """
    reports = {s.report for s in members}
    d = main_in.get(min(reports))
    if d is None or any(main_in.get(r) is not d for r in reports):
        return False
    circle = [p for c in d.clusters for i in c for p in sketches[i].parties]
    item = {sketches[i].event.item for i in d.clusters[0]}
    known = [p for s in members for p in s.parties if p.words is None]
    if all(any(same_party(p, q) for q in circle) for p in known):
        return not any(persons_clash(s.parties, circle) for s in members) and len(d.main) > 1
    return len(reports) == 1 and not persons(known) and all(s.event.item in item for s in members)


def _old(members: Sequence[Sketch], chief_of: Mapping[int, Sequence[Sketch]]) -> bool:
    """Did it happen long before the main news of every report that tells it? Then it is a recollection, whatever it is called."""
    far = []
    for s in members:
        gaps = [g for c in chief_of.get(s.report, ()) if s.sure and (g := gap(s.when, c.when)) is not None]
        far.append(bool(gaps) and min(gaps) > AHEAD)
    return all(far)
