"""What one report says: events, statements and relations, from an annotated report. Sees no second report."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from khabar import ontology
from khabar.annotation import Annotation
from khabar.coding import askers, contrast, essay, refusals, relations, twins
from khabar.coding.clauses import Reader
from khabar.coding.cues import cues
from khabar.coding.draft import DEEDS, LEAD, Draft, below, is_headline
from khabar.coding.events import Coder
from khabar.coding.manners import manners
from khabar.coding.numbers import Figures
from khabar.coding.speech import Saying, Speech
from khabar.coding.thread import of_their_own
from khabar.coding.tree import ACTOR_KINDS, Arg, Pred
from khabar.model import Cause, Coded, Event, Evidence, Mention, Participant, Relation, Silence, Source, Span, Spokesman, Statement, Topic, When
from khabar.packs import Pack
from khabar.tables import in_one_go
from khabar.text import fold
from khabar.when import WHOLE_DAY, stands_in
from khabar.world import World

__all__ = ["code", "trace"]

PARAGRAPHS = 3  # line breaks, from which a deed has no part in the day that the lead names
_FURTHER = 200  # characters behind the day from which what only says who somebody is has no part in it; tuned on the own gold's dev half
_DUE = 3  # tokens before a day in which "due" stands
_NEWS = 2  # days before the news for which the main verb of a sentence tells news
_ACROSS = ("REQUEST", "AID")  # acts between states of which nobody does one to his own
_FRESH = 1  # days before publication whose day may be that of all the news


@in_one_go()
def code(annotation: Annotation, pack: Pack, world: World) -> Coded:
    """Code one annotated report. Pure: the same annotation and data give the same result."""
    reader, coder = Reader(annotation, pack), Coder(annotation, pack, world)
    speech = Speech(annotation, pack, coder)
    drafts: list[Draft] = []
    sayings: list[Saying] = []
    links: list[relations.Link] = []
    trees = [reader.parse(s) for s in annotation.sentences]
    for parsed in trees:
        made = coder.sentence(parsed)
        drafts.extend(made)
        said = speech.sentence(parsed)
        _attribute(made, said, annotation)
        sayings.extend(said)
        links.extend(relations.sentence(parsed, coder))
    coder.missing.aim()
    groups = twins.merge(drafts, annotation, world, pack)
    coder.missing.strike(groups)
    groups = [g for g in groups if any(_is_of_somebody(d) for d in g)]
    if essay.is_essay(annotation, pack, len(sayings)):
        groups = essay.facts(groups)
    where = cues(annotation, pack)
    figures = Figures(annotation, pack, where["figure"])
    events = tuple(_event(g, k, annotation, coder, figures) for k, g in enumerate(groups))
    events = coder.echoes.lead_home(events, groups, annotation)
    events = _gatherings(events, groups)
    dated = {d.span: p for parsed in trees for p in parsed.preds for d in p.dates if d.span is not None}
    events = _accompanied(events, groups)
    events = _causes(_news_day(events, groups, annotation, pack, [s.span for s in sayings], dated), groups, annotation)
    events = tuple(_as_told(e) for e in askers.told_by_whom(annotation, pack, events))
    text = annotation.report.text
    told = [replace(s, denies=s.denies or contrast.calls_false(annotation, pack, s)) for s in _distinct(sayings, text)]
    statements = tuple(
        Statement(
            _id(annotation, "s", s.span, s.speaker or ""),
            annotation.report.id,
            s.speaker,
            s.kind,
            s.cue,
            s.span.of(text),
            s.span,
            s.said_by,
            other,
            s.denies,
            contrast.leaves_open(annotation, pack, s),
            beside,
        )
        for s, (other, beside) in zip(told, contrast.against(annotation, pack, told), strict=True)
    )
    stated = tuple(
        Relation(
            _id(annotation, "r", link.span, link.subject, link.relation, link.object),
            annotation.report.id,
            link.subject,
            link.relation,
            link.object,
            link.date if link.date is not None and not stands_in(link.date.value) else None,
            link.span,
        )
        for link in {(x.subject, x.relation, x.object): x for x in reversed(links)}.values()
    )
    used = _used(events, statements, stated) | {e for m in annotation.mentions for e in m.entities}
    entities = tuple(coder.entity(ref) for ref in sorted(used))
    report = annotation.report
    if annotation.issues:
        report = replace(report, issues=(*report.issues, *annotation.issues))
    sentences = tuple(s.span for s in annotation.sentences)
    apart = [
        *contrast.silences(annotation, pack, told, where["silence"]), *contrast.disputes(annotation, pack, told, where["dispute"]),
        *contrast.clefts(annotation, pack, told), *refusals.refusals(annotation, pack, told, where["refusal"]),
        *refusals.contraries(annotation, pack, told, where["contrary"]),
    ]  # fmt: skip
    silences = tuple(Silence(*spans) for spans in apart)
    told_days = (w for w in annotation.dates if w.span is not None and w.end is None and len(w.value) == WHOLE_DAY and w.value[0] != "X")
    days = tuple(w for w in told_days if not stands_in(w.value))
    counted = figures.everywhere()
    deadly = [s for s in sentences if any(n.kind == "killed" and s.covers(n.span) for n in counted)]
    deadly += sentences[:1] if deadly else ()
    places = tuple(
        Topic(e, m.span.of(text), m.span)
        for m in annotation.mentions
        if m.kind == "place" and any(s.covers(m.span) for s in deadly)
        for e in m.entities
    )
    how = tuple(manners(annotation, pack, trees, where["manner"]))
    for parsed in trees:
        parsed.take_apart()
    speaking = tuple(Spokesman(person, world.body(body, state)) for person, body, state in sorted(_spokesmen(annotation, coder, world)))
    return Coded(report, entities, events, statements, stated, sentences, counted, silences, days, places, how, speaking)


def _as_told(e: Event) -> Event:
    """Without a date that only stood in for one, as where nobody says when a report came out."""
    return replace(e, date=None) if e.date is not None and stands_in(e.date.value) else e


def _spokesmen(annotation: Annotation, coder: Coder, world: World) -> set[tuple[str, str, str]]:
    """Who is named in the report as spokesman of a body of government: the person, the body, the state."""
    out = set()
    for m in annotation.mentions:
        post = world.posts.get(m.role or "")
        if post is None or not post.body or not post.slug.endswith("spokesperson") or m.kind != "person" or len(m.entities) != 1:
            continue
        country = coder.entity(m.entities[0]).country or m.country
        if f"state/{country}" in world.entities:
            out.add((m.entities[0], post.body, f"state/{country}"))
    return out


def trace(annotation: Annotation, pack: Pack, world: World) -> list[dict[str, object]]:
    """How each predicate was read: what it hangs on, its arguments, and which frame coded it or that none did."""
    reader, coder = Reader(annotation, pack), Coder(annotation, pack, world)
    out: list[dict[str, object]] = []
    for sentence in annotation.sentences:
        parsed = reader.parse(sentence)
        made = {id(d.pred): d for d in coder.sentence(parsed)}
        for p in parsed.preds:
            draft = made.get(id(p))
            status = coder.status(p)
            out.append(
                {
                    "word": annotation.tokens[p.first].form,
                    "kind": p.kind,
                    "lemma": p.lemma,
                    "hangs_on": p.governor.lemma if p.governor else None,
                    "by": p.link,
                    "clause": p.clause.kind,
                    "args": [f"{a.role} {a.prep} {a.mention.text}".replace("  ", " ") for a in p.args],
                    "subject": [a.mention.text for a in coder.subject(p)],
                    "status": status[0],
                    "frames": [f.id for f in p.frames],
                    "operators": [o.cls for o in p.operators],
                    "coded_by": draft.frame.id if draft else None,
                }
            )
    return out


def _is_of_somebody(d: Draft) -> bool:
    """Has it a side or a place? "ونشبت اشتباكات" tells a reader nothing, "النزاع المسلح في سوريا" at least in which land; a truce is told so only
    with its day ("خلال الهدنة التي بدأت أمس")."""
    told = d.about if d.type != "RETREAT" else d.mode == "ceasefire" and d.date
    return bool(d.place or d.parts.get("actor") or d.parts.get("recipient") or told)


def _gatherings(events: tuple[Event, ...], groups: list[list[Draft]]) -> tuple[Event, ...]:
    """"بحثا الإعداد للاجتماع": who speaks of a meeting that is itself in the record speaks of the gathering that it is."""
    home = {id(d.pred): k for k, g in enumerate(groups) for d in g}
    out = []
    for k, (event, group) in enumerate(zip(events, groups, strict=True)):
        about = {t.entity for t in event.about}
        added: list[Topic] = []
        for pred in (p for d in group for p in below(d.pred)):
            other = home.get(id(pred), _held_again(pred, groups, k))
            for t in events[other].about if other != k and events[other].type == "CONSULT" else ():
                if t.entity and t.entity.startswith("gathering/") and t.entity not in about:
                    about.add(t.entity)
                    added.append(t)
        out.append(replace(event, about=(*event.about, *added)) if added else event)
    return tuple(out)


def _held_again(pred: Pred, groups: list[list[Draft]], k: int) -> int:
    """"اتفاق الشركاء على عقدها": the group of the last meeting told before, where a verb of holding has only a pronoun; else k."""
    if not pred.reading.pronoun or pred.children or not any(o.cls in ("light", "passive") and not o.link for o in pred.operators):
        return k
    before = [(d.pred.first, n) for n, g in enumerate(groups) for d in g if d.type == "CONSULT" and d.pred.first < pred.first]
    return max(before, default=(0, k))[1]


def _used(events: Sequence[Event], statements: Sequence[Statement], stated: Sequence[Relation]) -> set[str]:
    """The ids of all entities that stand anywhere in what is coded."""
    refs: set[str | None] = set()
    for e in events:
        refs |= {e.place, e.initiator}
        refs.update(p.entity for p in (*e.actors, *e.recipients, *e.third_parties))
        refs.update(t.entity for t in e.about)
        refs.update(s.entity for s in e.said_by)
    for statement in statements:
        refs.add(statement.speaker)
        refs.update(s.entity for s in statement.said_by)
    for r in stated:
        refs |= {r.subject, r.object}
    return {ref for ref in refs if ref}


def _id(a: Annotation, kind: str, span: Span, *more: str) -> str:
    return f"{kind}-" + hashlib.sha256("|".join((a.report.id, kind, str(span.start), str(span.stop), *more)).encode()).hexdigest()[:12]


def _attribute(drafts: Sequence[Draft], sayings: Sequence[Saying], a: Annotation) -> None:
    """ "التقى الوزيران أمس، على ما أفادت الخارجية القطرية": what stands before whoever tells of it is said by him."""
    for s in sayings:
        untold = [d for d in drafts if not d.said_by and s.at >= s.span.stop and s.span.covers(d.span)] if s.speaker else []
        if untold:
            named = next((m.span for m in a.mentions if s.speaker in m.entities and m.span.start >= s.at), None)
            passed = [x for x in s.said_by if not (x.entity or "").startswith("unnamed/")]  # "the agency" is known from the report's head
            for d in untold:
                d.said_by = [*passed, Source(s.speaker, "statement", named)]


def _distinct(sayings: Sequence[Saying], text: str) -> list[Saying]:
    """One statement a stretch and speaker; a shorter one inside a longer one, or a headline's that is told below, goes."""
    out: list[tuple[Saying, frozenset[str]]] = []
    told: set[tuple[str | None, frozenset[str]]] = set()  # word for word
    for s in sayings:
        words = frozenset(fold(w) for w in s.span.of(text).split() if len(w) > 3)
        if (s.speaker, words) in told:
            continue
        if words:
            told.add((s.speaker, words))
        mine = [(o, ws) for o, ws in out if o.speaker == s.speaker]
        same = [(o, ws) for o, ws in mine if o.span.overlaps(s.span) or (_retold(words, ws) and any(is_headline(x.span, text) for x in (o, s)))]
        if any(len(o.span) >= len(s.span) for o, _ in same):
            continue
        out = [x for x in out if x not in same]
        out.append((s, words))
    return [s for s, _ in out]


def _retold(words: frozenset[str], others: frozenset[str]) -> bool:
    """Are two statements nearly the same words?"""
    shorter = min(len(words), len(others))
    return shorter > 3 and len(words & others) >= 0.6 * shorter


def _gathering(met: Sequence[Participant], third: Sequence[Participant]) -> str | None:
    """The mode of talks that no word gave one: with somebody who brings the sides together, or of three states and more."""
    return "third-party" if third else "multilateral" if len({p.country for p in met if p.country}) > 2 else None


def _plain_topics(topics: Iterable[Topic]) -> Iterator[Topic]:
    """Topics in words: of those that say the same, the longest."""
    kept: list[tuple[Topic, set[str]]] = []
    for t in sorted(topics, key=lambda t: -len(t.text)):
        words = {fold(w) for w in t.text.split() if len(w) > 2}
        if not any(len(words & other) >= 0.5 * len(words) for _, other in kept):
            kept.append((t, words))
    yield from (t for t, _ in kept[:3])


def _guests(who: tuple[Participant, ...], visited: Sequence[Participant]) -> tuple[Participant, ...]:
    """ "وصل الرئيس إلى بغداد … والتقى رئيس الوزراء في ختام زيارته": nobody visits his own land, where a guest from elsewhere does."""
    hosts = {p.country for p in visited} - {None}
    return tuple(p for p in who if p.country not in hosts) or who


def _event(group: list[Draft], k: int, a: Annotation, coder: Coder, figures: Figures) -> Event:
    text = a.report.text
    lead = max(group, key=lambda d: (sum(len(m.entities) for m in d.parts.get("actor", ())), d.date is not None, -d.order))
    told = {p: [m for d in (lead, *group) for m in d.parts.get(p, ())] for p in ("actor", "recipient", "third")}
    if lead.type in DEEDS or lead.mode == "release":
        told["recipient"] = of_their_own(told["recipient"], told["actor"])
    if lead.type not in ("CONSULT", "AGREE"):
        told["actor"] = _of_one_telling(told["actor"], lead.parts.get("actor", ()), a)
    parts = {p: coder.participants(mentions) for p, mentions in told.items()}
    actors, recipients = parts["actor"], parts["recipient"]
    if lead.type == "CONSULT" and lead.mode not in ("visit", "third-party"):
        actors, recipients = tuple({p.entity or p.text: p for p in (*actors, *recipients)}.values()), ()
    actors = _specific(actors, coder, mutual=lead.type in ("CONSULT", "AGREE"))
    recipients = tuple(r for r in _specific(recipients, coder) if r.entity is None or r.entity not in {p.entity for p in actors})
    if lead.mode == "visit":
        actors = _guests(actors, recipients)
    if lead.type in _ACROSS:
        recipients = _abroad(recipients, actors, coder)
    taken = {p.entity for p in (*actors, *recipients)}
    about: dict[object, Topic] = {}
    for d in group:
        for t in d.about:
            if t.entity is None or t.entity not in taken or (lead.type == "REQUEST" and t.entity.startswith("state/")):
                about.setdefault(t.entity or t.text, t)
    topics = [*(t for t in about.values() if t.entity), *_plain_topics(t for t in about.values() if not t.entity)]
    spans = sorted({d.span for d in group})
    date = next((d.date for d in (lead, *group) if d.date is not None), None)
    status = "proposed" if any(d.status == "proposed" for d in group) else next((d.status for d in group if d.status != "told"), "happened")
    if lead.type == "RETREAT" and status == "planned":
        dated = [d for d in group if d.date is not None]
        if len({d.date.value for d in dated if d.date is not None}) == 1 and any(d.status == "happened" for d in dated):
            status = "happened"  # "ستقوم ابتداء من اليوم بانسحاب", of what is told as done on that day
    if status == "ongoing" and is_headline(group[0].span, text) and any(d.status == "happened" for d in group):
        status = "happened"  # "متظاهرون يقتحمون السفارة": the headline's present, of what its body tells as done
    background = all(d.background for d in group)
    said: dict[object, Source] = {}
    for d in group:
        for s in d.said_by:
            said.setdefault(s.entity or s.name, s)
    contexts = list(dict.fromkeys(c for d in group for c in d.contexts))
    if (
        any(p.role in ("foreign-minister", "ambassador", "envoy") or (p.entity or "").endswith("-mfa") for p in (*actors, *recipients))
        or lead.type == "CONSULT"
    ):
        contexts = list(dict.fromkeys(("diplomatic", *contexts)))
    return Event(
        id=_id(a, "e", spans[0], lead.type, str(k)),
        report=a.report.id,
        item=min(d.item for d in group),
        type=lead.type,
        mode=next((d.mode for d in (lead, *group) if d.mode), None) or (_gathering(actors, parts["third"]) if lead.type == "CONSULT" else None),
        contexts=tuple(contexts),
        status=status,
        change=next((d.change for d in group if d.change), None),
        background=background,
        actors=actors,
        recipients=recipients,
        third_parties=parts["third"],
        # "at the request of Cairo" is worth more than who is said to have made the call
        initiator=next((d.initiator for d in sorted(group, key=lambda d: not d.parts.get("initiator")) if d.initiator), None),
        date=date,
        place=min((d.place for d in (lead, *group) if d.place), key=coder.setting.width, default=None),
        about=tuple(topics),
        numbers=figures.near([d.span for d in group], lead.type, lead.mode, status),
        causes=(),
        # An agency is nearest to the outlet, also where it says that a ministry announced something.
        said_by=tuple(sorted(said.values(), key=lambda s: s.medium != "agency")),
        rule=lead.frame.id,
        evidence=tuple(Evidence(s, s.of(text)) for s in spans),
    )


def _abroad(recipients: tuple[Participant, ...], actors: Sequence[Participant], coder: Coder) -> tuple[Participant, ...]:
    """ "جاءت الهدنة بين باكستان وأفغانستان بطلب من طالبان": whoever acts for a state asks and helps the other of two, not his own."""

    def is_(p: Participant, *kinds: str) -> bool:
        return p.entity is not None and coder.entity(p.entity).kind in kinds

    mine = {p.country for p in actors if p.country and is_(p, "state", "government-body", "person", "armed-group")}
    others = tuple(r for r in recipients if not (is_(r, "state", "government-body") and r.country in mine))
    return others if any(r.country for r in others) else recipients


def _of_one_telling(told: Sequence[Mention], lead: Sequence[Mention], a: Annotation) -> list[Mention]:
    """ "استدعت الخارجية السفير … وأبلغته الحكومة": who acts for a state in the telling that leads is not joined by the others by whom the same
    act is told again."""

    def states(m: Mention) -> set[str]:
        known = (a.entities.get(e) for e in m.entities)
        return {e.country for e in known if e is not None and e.country and e.kind in ("person", "government-body")}

    mine = set[str]().union(*map(states, lead))
    return [m for m in told if m in lead or not states(m) or not states(m) <= mine]


def _specific(people: Sequence[Participant], coder: Coder, mutual: bool = False) -> tuple[Participant, ...]:
    """A person or body stands for his state: the bare state beside him goes when it is the same party.

    mutual: they did it with each other, so that who has no country may be the other side ("مفاوضات بين إيطاليا والخاطفين").
    """
    known = {p.country for p in people if p.country}
    if known and not (mutual and len(known) == 1):  # "خمسة أشخاص بينهم فرنسي": who is of no country goes beside one who is
        people = [p for p in people if p.country or not (p.entity or "").startswith("unnamed/")]
    forces = [p for p in people if (p.entity or "").startswith("unnamed/") and coder.entity(p.entity or "").kind == "armed-group"]
    if len(forces) < len(people):  # "الفصائل" beside one of them that has a name
        people = [p for p in people if p not in forces]
    apart = ("state", "armed-group", "party")  # no group stands for the state that it fights
    persons = {p.country for p in people if p.entity and coder.entity(p.entity).kind not in apart}
    return tuple(p for p in people if not (p.entity and p.entity.startswith("state/") and p.country in persons))


def _news_day(
    events: tuple[Event, ...], groups: list[list[Draft]], a: Annotation, pack: Pack, words: Sequence[Span], dated: Mapping[Span, Pred]
) -> tuple[Event, ...]:
    """The day that a report gives for its news holds for all of it: "today" stands once, in the lead.

    Only for what happened and is news, and only where the text itself names the day; without a time word there is no date. The day
    before yesterday is that of what the news is about, unless a statement came out then. What is told with an earlier day, and not
    by a main verb, is background. words: what somebody is said to have said; dated: the predicate that a day belongs to.
    """
    said = [*a.dates, *(e.date for e in events if _is_news(e) and e.date is not None)]
    told = (d for d in said if d.basis == "text" or not a.day or d.value <= a.day)  # "tomorrow" is not the day of what has happened
    near = [d for d in told if len(d.value) == WHOLE_DAY and d.end is None and (_close(d.value, a.day) if a.day else _in_lead(d, a))]
    if not near:
        return events
    # Where the first is no day of news a later one may be, but none before it: that is of what led to the news.
    day = next((d for d in near if d.value >= near[0].value and not _is_aside(d, a, pack, dated)), None)
    fresh = day is not None and _close(day.value, a.day, _FRESH)
    speech = ontology.load().speech if day is not None and _is_of_statement(day, a, pack) else ()
    out = []
    for e, group in zip(events, groups, strict=True):
        shares = day is not None and e.date is None and _is_news(e) and (fresh or e.type in speech or _beside(e, day, a, words))
        if day is not None and shares and not _far_on(e, group, day, a) and not all(_is_known(d.pred, day) for d in group):
            e = replace(e, date=day)
        elif e.status == "happened" and e.date is not None and not e.background and _is_earlier(e.date, day or near[0]):
            main = any(d.pred.kind == "verb" and _is_main(d.pred) for d in group)
            e = replace(e, background=not main or not _close(e.date.value, (day or near[0]).value, _NEWS))
        out.append(e)
    return tuple(out)


def _is_earlier(date: When, day: When) -> bool:
    """Is a date a day, or some days, before this one?"""
    return len(date.value) == WHOLE_DAY and (date.end or date.value) < day.value


def _in_lead(day: When, a: Annotation) -> bool:
    """Does it stand in the sentences in which a report tells its news?"""
    return day.span is not None and any(s.span.covers(day.span) for s in a.sentences[:LEAD])


def _is_aside(day: When, a: Annotation, pack: Pack, dated: Mapping[Span, Pred]) -> bool:
    """Is a day not that of any news: until or since when something went on ("تضاربت الحصيلة حتى ليل أمس"), on which it was due ("كان مقررا
    أمس"), which is denied with a verb ("لا اليوم ولا غدا"), that of what is only said to come ("دعا إلى اجتماع يعقد اليوم"), or, behind the lead,
    on which somebody did something else ("حمدوك الذي التقاه أمس")?"""
    if day.span is None:
        return False
    tokens, first = a.tokens, a.token_from(day.span.start)
    phrase = next((p for i in range(max(0, first - 3), first) if (p := pack.phrase_at(tokens, i)) is not None and i + len(p.tokens) == first), None)
    if phrase is not None and (phrase.cls == "neg" or (phrase.cls == "time" and phrase.value in ("until", "since"))):
        return True
    due = any(t.fold in pack.word_class("due") for t in tokens[max(0, first - _DUE) : first])
    holder = dated.get(day.span)
    verb = holder.reading.verb if holder is not None and holder.kind == "verb" else None
    if due or holder is None or verb is None or holder.says:
        return due
    ahead = verb.tense == "future" or (verb.tense == "present" and not holder.was)  # "لقاء كان سيجمعه اليوم"
    if ahead and holder.clause.kind in ("rel", "comp"):
        return True
    of = holder.clause.antecedent if holder.clause.kind == "rel" else None
    if isinstance(of, Pred) and of.types - {None} == {"RETREAT"} and day.value != a.day:
        return True  # "طالب باحترام الهدنة التي بدأ سريانها أمس": since when it holds
    if _in_lead(day, a):
        return False  # "التقى الوزير، الذي وصل أمس إلى الدوحة": the lead tells the news all the same
    if isinstance(of, Pred):  # but "في لقاء عقده أمس"
        return bool(of.types - {None}) and "CONSULT" not in of.types and not of.says and day.value != a.day
    return isinstance(of, Arg) and of.mention.kind in ACTOR_KINDS


def _beside(e: Event, day: When, a: Annotation, words: Sequence[Span]) -> bool:
    """Is it told in the sentence that names the day and no other ("agreed on a cabinet, in a paper that both signed on Wednesday evening"), and
    not by somebody of whom only that is told that he spoke on it?"""
    told, named = e.evidence[0].span, day.span
    sentence = next((s.span for s in a.sentences if named is not None and s.span.covers(named)), None)
    if named is None or sentence is None or not sentence.covers(told):
        return False
    days = sum(w.span is not None and sentence.covers(w.span) for w in a.dates)
    return days == 1 and all(said.covers(named) for said in words if said.covers(told))


def _far_on(e: Event, group: Sequence[Draft], day: When, a: Annotation) -> bool:
    """Does it, far from the words that name the day, only say who somebody is, or is it a deed told long after a day before publication? Answers
    share the day of the news; what else was done need not."""
    if day.span is None:
        return False
    if e.type in ontology.load().speech:  # "التقى المبعوث رئيس الحزب الذي يؤيد صالح", further on
        return e.evidence[0].span.start - day.span.stop > _FURTHER and all(_describes(d.pred) for d in group)
    if not a.day or day.value >= a.day:
        return False
    between = a.report.text[day.span.stop : e.evidence[0].span.start]
    return sum(1 for line in between.split("\n")[1:] if line.strip()) >= PARAGRAPHS


def _describes(pred: Pred) -> bool:
    """Does a verb only say who somebody is ("الحزب الذي يؤيد صالح")? What "a call in which he condemned" tells is news."""
    return pred.kind == "verb" and pred.clause.kind == "rel" and not isinstance(pred.clause.antecedent, Pred)


def _is_known(pred: Pred, day: When) -> bool:
    """Is a deed only spoken of ("السفن التي تحتجزها إسرائيل", "أسف لقرار الجزائر قطع العلاقات", "تحدث عن الغارة")? It was done before.

    What was said, and a meeting, is mostly told that way first ("زيارته هي الأولى", "بيانا تعهدا فيه").
    """
    if not pred.types.isdisjoint(ontology.load().speech):
        return False
    if pred.kind == "verb":
        return pred.clause.kind == "rel"
    over = pred.governor
    if over is None or pred.kind != "noun" or "CONSULT" in pred.types or pred.link.startswith("time:during"):
        return False
    if pred.link == "time:since" or (pred.link.startswith("time:after") and any(d.value != day.value for d in over.dates)):
        return True  # "زار المدينة أمس للمرة الأولى منذ تحريرها", "قرر في أبريل استئنافها بعد هجوم"
    return not over.operates or over.kind == "noun"


def _is_of_statement(day: When, a: Annotation, pack: Pack) -> bool:
    """Is a day that on which the text says that a statement came out?"""
    if day.span is None:
        return False
    first = a.token_from(day.span.start)
    return first > 0 and a.tokens[first - 1].fold in pack.word_class("came-out")


def _is_main(pred: Pred) -> bool:
    """Does the verb stand in a main clause, or in what the main clause says ("أفاد بأن مسلحين هاجموا …")?"""
    clause = pred.clause
    if clause.kind == "comp" and clause.head is not None and clause.head.says:
        clause = clause.head.clause
    return clause.kind == "root"


def _is_news(e: Event) -> bool:
    return e.status == "happened" and not e.background


def _close(value: str, day: str | None, days: int = 3) -> bool:
    """Within so many days before publication, or no publication date to doubt it by."""
    if day is None or len(day) != 10:
        return True
    try:
        gap = datetime.date.fromisoformat(day) - datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return -1 <= gap.days <= days


def _accompanied(events: tuple[Event, ...], groups: list[list[Draft]]) -> tuple[Event, ...]:
    """ "وكانت كينيا قد طردت السفير، متهمة إياه بالتجسس": what a participle adds to a deed is as new as the deed, which may be told elsewhere as the
    news."""
    home = {id(d.pred): e for e, g in zip(events, groups, strict=True) for d in g}
    out = []
    for e, group in zip(events, groups, strict=True):
        heads = [home.get(id(d.pred.clause.head)) for d in group if d.pred.kind == "participle" and d.pred.clause.kind == "part"]
        main = heads[0] if len(heads) == len(group) else None
        new = main is not None and main is not e and e.background and not main.background and main.status == "happened"
        out.append(replace(e, background=False, date=e.date or main.date) if new and main is not None else e)
    return tuple(out)


def _causes(events: tuple[Event, ...], groups: list[list[Draft]], a: Annotation) -> tuple[Event, ...]:
    """Links "in response to", "against the background of" between the events of one report."""
    of_pred = {id(d.pred): e.id for e, g in zip(events, groups, strict=True) for d in g}
    out = []
    for event, group in zip(events, groups, strict=True):
        causes: dict[str, Cause] = {}
        for d in group:
            for child in d.pred.children:
                if child.link.startswith("cause:") and id(child) in of_pred and of_pred[id(child)] != event.id:
                    causes.setdefault(
                        of_pred[id(child)],
                        Cause(of_pred[id(child)], child.link.partition(":")[2], Span(a.tokens[child.first].start, a.tokens[child.last - 1].stop)),
                    )
        out.append(replace(event, causes=tuple(causes.values())) if causes else event)
    return tuple(out)
