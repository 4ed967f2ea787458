"""Standing relations: who leads, supports, opposes, controls, belongs to, cooperates with whom."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from khabar.annotation import unnamed
from khabar.coding.draft import COMMAS, bases
from khabar.coding.events import Coder
from khabar.coding.tree import ACTOR_KINDS, AND, FA, Arg, Parsed, Pred, Unit
from khabar.model import Entity, Mention, Span, When
from khabar.packs import Frame, Pack
from khabar.text import QUOTE_MARKS, fold

_STANDS = ("happened", "ongoing", "told")
_GROUPS = frozenset(("organisation", "armed-group", "party", "government-body", "group"))
_OF_BODIES = {"leads": _GROUPS, "member-of": _GROUPS, "part-of": _GROUPS}  # a summit or a sea has neither head nor members
# Word class of lists.tsv: the relation that the word tells, and whether the one described is its subject (else its object).
_WORDS = {
    "backed": ("supports", False),
    "loyal": ("supports", True),
    "allied": ("allied-with", True),
    "against": ("opposes", True),
    "belonging": ("part-of", True),
    "enlisted": ("member-of", True),
    "held": ("controls", False),
    "seated": ("based-in", True),
}
_OF_PLACES = frozenset(["controls", "based-in"])
_OF_GROUPS = frozenset(["allied-with", "opposes", "part-of", "member-of"])
_LEADERS = frozenset(["commander", "group-leader", "leader", "political-chief"])
_RULERS = frozenset(["head-of-state", "head-of-government"])
_OF_REGIONS = _RULERS | {"region-president"}  # of a government without a state: "رئيس وزراء إقليم كردستان"
_CHAIRS = frozenset(["head-of-organisation", "council-president", "chairman", "president-of-commission"])
_STATES = frozenset(["state", "organisation"])  # who may be chair or member as a whole
_UNNAMED = "unnamed/"
_BARE = 2  # tokens of a post without a name
_SINCE = 2  # tokens between who is described and the date
_LONG = 6  # tokens of the longest name looked for
_NEAR = 4  # units between a state and what it is called
_BESIDE, _LYING = 3, 4  # units from the word that describes back to the one described; the same with "which lies" between them
_TOLD_OF, _REACHED = 4, 10  # tokens from a word that describes back to the men in arms; the same to whom it leads
_TO = "ل"
_HER, _MANY = "ه", "ين"  # the endings of an adjective, as folded
_SIDES = frozenset(("person", "armed-group", "party", "government-body"))
_ADVERB, _THE, _TO_THE = "ا", "ال", "لل"
_WE, _WILL = "ن", "س"  # how a verb of ours begins, behind the letter of the future
_HEADS = frozenset(["army-chief", "commander", "group-leader", "political-chief", "party-leader", "head", "leader", "secretary-general", "chairman"])


@dataclass(frozen=True, slots=True)
class Link:
    """A relation before it gets its id: ids of the entities, the kind of relation, its date and its stretch of text."""

    subject: str
    relation: str
    object: str
    date: When | None
    span: Span


def sentence(parsed: Parsed, coder: Coder) -> Iterator[Link]:
    """The relations of one sentence that the coder has coded: frames with ``relation``, "led by", and posts at the head of groups.

    A relation that is denied or lies in the future is none.
    """
    for leader, led in parsed.leads:
        for s in _refs([leader])[:1]:
            for o in _headed([led], coder)[:1]:  # who heads a group's delegation does not lead the group
                if s != o and coder.entity(o).kind in _GROUPS and not o.startswith(_UNNAMED) and not s.startswith(_UNNAMED):
                    yield Link(s, "leads", o, None, Span(led.span.start, leader.span.stop))
    named = [u.mention for u in parsed.units if u.mention is not None]
    for m in named:
        if (
            m.of
            and m.role in _HEADS | _OF_REGIONS
            and m.qualifier is None
            and len(m.entities) == 1
            and not m.entities[0].startswith(_UNNAMED)
            and (coder.entity(m.of).kind in ("armed-group", "party") or (m.role in _LEADERS | _OF_REGIONS and m.of.startswith("org/")))
            and (not any(t.fold in coder.pack.word_class("section") for t in coder.a.tokens[m.first : m.last]) or _heads_it(m, coder))
        ):
            yield Link(m.entities[0], "leads", m.of, None, m.span)
        heads_army = m.role == "army-chief" and (not m.of or m.of.startswith("state/")) and m.qualifier is None
        if heads_army and m.kind == "person" and len(m.entities) == 1 and m.last - m.first > _BARE:
            home = f"state/{coder.entity(m.entities[0]).country}"
            if home in coder.world.entities:  # "قائد الجيش الفريق أول عبد الفتاح البرهان"
                yield Link(m.entities[0], "leads", coder.world.body("army", home).id, None, m.span)
        heads_rulers = m.kind == "person" and m.role in _RULERS and m.qualifier is None and len(m.entities) == 1 and m.last - m.first > _BARE
        body = _name_at(m.first + 1, "org/", coder) if heads_rulers else None
        if body is not None and coder.entity(body).kind == "government-body" and not _is_plain_body(body, coder):
            yield Link(m.entities[0], "leads", body, None, m.span)  # "رئيس مجلس السيادة السوداني عبد الفتاح البرهان"
    yield from _named_after(named, coder)
    yield from _sided_against(named, coder)
    folds = [u.fold for u in parsed.units] if named else []
    if not coder.pack.once(_describing).isdisjoint(folds):
        yield from _described(parsed, coder)
    yield from _men_in_arms(parsed, coder)
    yield from _chairs_too(parsed, coder)
    if len(named) > 1 and (any(m.of and m.role in _CHAIRS for m in named) or not coder.pack.word_class("member").isdisjoint(folds)):
        yield from _members(parsed, coder)
    for pred in parsed.preds:
        for frame in pred.frames:
            if not frame.relation or pred.negated or pred.future == "hypothetical" or not coder.words.fits(pred, frame):
                continue
            to_come = pred.kind == "verb" and pred.reading.verb is not None and pred.reading.verb.tense not in ("present", "past")
            if not (_is_pledge(pred) if to_come or pred.future else coder.status(pred)[0] in _STANDS):
                continue
            parts = coder.parts(pred, frame)
            parts["recipient"] = [m for m in parts.get("recipient", []) if m.kind != "demonym"]  # "تساند المبادرة السعودية": of a thing
            if frame.relation == "supports" and not frame.type:
                away = [a.mention for a in pred.args if not _is_straight(a, coder)]
                parts["recipient"] = [m for m in parts["recipient"] if m not in away]
            heads_them = frame.relation == "leads" and not frame.type
            subjects = _headed(parts.get("actor", []), coder) if heads_them else _refs(parts.get("actor", []))
            if _we(pred, coder):  # "قال الوزير: نقف إلى جانب مصر": he speaks for his land
                people = {s: coder.entity(s).country for s in subjects if coder.entity(s).kind == "person"}
                subjects = [f"state/{people[s]}" if people.get(s) else s for s in subjects]
            if frame.type and pred.kind == "noun":  # "دعم موقفي مصر والسودان" is no standing by them
                reached = [a.mention for a in pred.args if a.prep]
                parts["recipient"] = [m for m in parts.get("recipient", []) if m in reached]
            told_of = [*parts.get("place", []), *_beneath_object(pred, frame)]
            held = [m for m in told_of if m.kind == "place"] if frame.relation in _OF_PLACES else []
            if pred.clause.kind == "rel":  # "المناطق التي تسيطر عليها": what is described, and nobody before it
                told = pred.clause.antecedent
                own = [a.mention for a in pred.args]
                parts["recipient"] = [m for m in parts.get("recipient", []) if m in own]
                after = coder.a.tokens[pred.last].fold if pred.last < len(coder.a.tokens) else ""
                takes_up = after in coder.pack.prep_pronouns or (bool(pred.reading.pronoun) and frame.object in ("recipient", "place"))
                what = _taken_up(told.mention, pred, coder) if isinstance(told, Arg) and takes_up else None
                if what is not None:
                    parts["recipient"].append(what)  # "إدلب التي تسيطر عليها الهيئة", "الحركة التي تدعمها روسيا"
                outer = pred.clause.parent.verb if pred.clause.parent is not None else None
                if outer is not None and what is not None and what.kind == "place" and not (subjects or pred.strange):
                    subjects = _refs([a.mention for a in coder.thread.subject(outer)])  # "رفضت الحركة مغادرة المدينة التي تسيطر عليها"
            reached_by = [*parts.get("recipient", []), *held]
            objects = _headed(reached_by, coder) if heads_them else _refs(reached_by, places=frame.relation in _OF_PLACES)
            heads = [o for o in objects if coder.entity(o).kind == "person"]
            if frame.relation == "leads" and heads and all(coder.entity(s).kind in _GROUPS for s in subjects):
                subjects, objects = heads, subjects  # "وترأس وفد باكستان وزير الدفاع": the head stands behind what he heads
            if frame.relation in _OF_BODIES:
                objects = [o for o in objects if coder.entity(o).kind in _OF_BODIES[frame.relation]]
            if not subjects or not objects:
                continue
            span = coder.evidence(pred, parsed)
            for s in subjects[:3]:
                for o in objects[:4]:
                    if s != o and not (frame.relation == "leads" and not frame.objects and s.startswith(_UNNAMED)):
                        yield Link(s, frame.relation, o, pred.dates[0] if pred.dates else None, span)
            break


def _taken_up(told: Mention, pred: Pred, coder: Coder) -> Mention | None:
    """ "صنعاء، التي يسيطر عليها", "حلايب الواقع على البحر والذي تسيطر عليه": what a clause takes up that stands right behind it, or behind a comma;
    not where it lies."""
    tokens, lies = coder.a.tokens, coder.pack.word_class("which-lies")
    if pred.first - told.last - sum(t.fold in COMMAS for t in tokens[told.last : pred.first]) > 1:
        return None
    at = next((i for i in (told.first - 1, told.first - 2) if i > 0 and tokens[i].fold in lies), None)
    if at is None:
        return told
    return next((m for m in coder.a.mentions if m.last == at and m.kind == "place"), None)


def _beneath_object(pred: Pred, frame: Frame) -> Iterator[Mention]:
    """ "بسطت سيطرتها على المدينة": what a preposition of the frame leads to behind the noun that is its object."""
    for child in pred.children if frame.objects else ():
        if child.link == "obj":
            yield from (a.mention for a in child.args if frame.parts.get(fold(a.prep)) == "place")


def _is_pledge(pred: Pred) -> bool:
    """ "قال إن بلاده ستقف إلى جانب كييف": who says of himself that he will stand by somebody does so."""
    return pred.kind == "verb" and pred.clause.kind == "comp" and any(f.relation == "supports" for f in pred.frames)


def _is_straight(arg: Arg, coder: Coder) -> bool:
    """Does nothing stand between it and its preposition? Who defends a land's right does not defend the land."""
    before = coder.a.tokens[arg.mention.first - 1].fold if arg.mention.first else ""
    return not arg.prep or bool(arg.mention.conj or arg.mention.prep) or fold(arg.prep).endswith(before) or before.startswith(AND)


def _we(pred: Pred, coder: Coder) -> bool:
    """Is it told, or carried by a verb, in the first person of many ("نقف إلى جانب", "نقدم دعما ل")?"""
    many = (p for p in (pred, pred.governor) if p is not None and p.reading.verb is not None and p.reading.verb.number == "p")
    return any(coder.a.tokens[p.first].fold.removeprefix(_WILL).startswith(_WE) for p in many)


def _is_delegation(m: Mention, coder: Coder) -> bool:
    """ "وفد سوري", "الوفد الإيراني": is it men sent by somebody?"""
    words = {w for t in coder.a.tokens[max(0, m.first - 2) : m.first + 1] for w in bases(t.fold)}  # "وفد من قطر"
    return not words.isdisjoint(coder.pack.word_class("delegation"))


def _is_group(ref: str, coder: Coder) -> bool:
    """Is it a body of no state, or of many?"""
    return coder.entity(ref).kind in _GROUPS - {"government-body"}


def _headed(mentions: Sequence[Mention], coder: Coder) -> list[str]:
    """Who they are; the delegation of a state for the state whose men it names, for nobody that of a group."""
    out: list[str] = []
    for m in mentions:
        refs = _refs([m])
        if _is_delegation(m, coder):
            refs = [coder.world.body("delegation", r).id if r in coder.world.states else r for r in refs if not _is_group(r, coder)]
        out += refs
    return list(dict.fromkeys(out))


def _heads_it(m: Mention, coder: Coder) -> bool:
    """ "رئيس المكتب السياسي لحركة حماس": is the head of this part of a group known to lead it as a whole?"""
    return any(t.of == m.of and t.post in _LEADERS for t in coder.world.held(m.entities[0], None, coder.a.report.day))


def _named_after(named: Sequence[Mention], coder: Coder) -> Iterator[Link]:
    """ "قوات المشير خليفة حفتر", "التحالف بقيادة السعودية": forces, a government or a bloc called by the name of whoever leads them."""
    for m in named:
        bloc = m.kind in ("organisation", "armed-group") and len(m.entities) == 1
        if bloc and (leader := _leader_inside(m, coder)) is not None:
            yield Link(leader, "leads", m.entities[0], None, m.span)
        if m.kind not in ("armed-group", "government-body") or len(m.entities) != 1 or m.last - m.first < 2:
            continue
        if _is_plain_body(m.entities[0], coder):
            continue  # "إدارة أوباما", "حكومة نتنياهو": no more than the government of a land
        last = coder.a.tokens[m.last - 1].fold
        people = {n.ref for n in coder.world.names.get(last.removeprefix(_THE), ()) if n.what == "surname" and n.ref.startswith("person/")}
        state = f"state/{coder.entity(m.entities[0]).country}"
        held = [(p, t) for p in sorted(people) for t in coder.world.held(p, None, None)]
        led = {p for p, t in held if t.of == m.entities[0] and t.post in _LEADERS - {"commander"}}
        led = led or {p for p, t in held if t.of == state and t.post in _RULERS}
        if len(led) == 1:
            yield Link(led.pop(), "leads", m.entities[0], None, m.span)


def _is_plain_body(body: str, coder: Coder) -> bool:
    """Is it a body that every state has, not one of a name of its own?"""
    return body.removeprefix(f"org/{(coder.entity(body).country or '').lower()}-") in coder.world.bodies


def _sided_against(named: Sequence[Mention], coder: Coder) -> Iterator[Link]:
    """ "التحالف الدولي ضد تنظيم الدولة": a coalition and whom the word behind it, or inside its name, says it is against."""
    foes, coalition = coder.pack.word_class("fought"), coder.pack.word_class("coalition")
    for m in named:
        if m.kind == "organisation" and len(m.entities) == 1 and coder.a.tokens[m.first].fold in coalition:
            foe = _told_inside(m, foes, "org/", coder)
            if foe is not None and foe != m.entities[0]:
                yield Link(m.entities[0], "opposes", foe, None, m.span)
    for m, other in pairwise(named):
        sides = m.kind == "organisation" and other.kind in _GROUPS and other.first == m.last + 1 and len(m.entities) == len(other.entities) == 1
        if sides and coder.a.tokens[m.last].fold in foes:
            words = {t.fold for t in coder.a.tokens[m.first : m.last]}
            if m.entities != other.entities and not words.isdisjoint(coalition):
                yield Link(m.entities[0], "opposes", other.entities[0], None, Span(m.span.start, other.span.stop))


def _leader_inside(m: Mention, coder: Coder) -> str | None:
    """The state that leads a bloc by its name, or for which the capital there stands: "التحالف الدولي بقيادة واشنطن"."""
    led_by = coder.pack.word_class("led-by")
    seat = coder.world.places.get(_told_inside(m, led_by, "place/", coder) or "")
    return _told_inside(m, led_by, "state/", coder) or (seat.stands_for or None if seat is not None else None)


def _told_inside(m: Mention, words: Container[str], kind: str, coder: Coder) -> str | None:
    """Whom the first of these words inside a mention leads to, by `_name_at`; None where none of them or nobody stands there."""
    at = next((i for i in range(m.first + 1, m.last - 1) if coder.a.tokens[i].fold in words), None)
    return _name_at(at + 1, kind, coder) if at is not None else None


def _name_at(i: int, kind: str, coder: Coder) -> str | None:
    """Whose id begins like that ("state/", "org/") and has the longest name that stands at token i, article or not."""
    folds = [t.fold for t in coder.a.tokens[i : i + _LONG]]
    folds[:1] = [f.removeprefix(_TO_THE).removeprefix(_THE) for f in folds[:1]]
    names = (n for n in coder.world.names.get(folds[0], ()) if n.ref.startswith(kind) and tuple(folds[: len(n.tokens)]) == n.tokens)
    best = max(names, key=lambda n: len(n.tokens), default=None)
    return best.ref if best is not None else None


def _described(parsed: Parsed, coder: Coder) -> Iterator[Link]:
    """ "قوات حفتر المدعومة من روسيا", "فصائل متحالفة مع إيران": a word behind the one whom it describes and before the other."""
    known, grip = coder.pack.once(_tellers), coder.pack.word_class("grip")
    for k, unit in enumerate(parsed.units[:-1]):
        if unit.fold not in known and unit.fold not in grip:
            continue
        beneath = k > 1 and unit.fold in grip and parsed.units[k - 1].fold in coder.pack.word_class("beneath")
        if (unit.fold not in known and not beneath) or unit.kind == "mention" or unit.is_phrase(("comp",)):
            continue
        relation, described_acts = known.get(unit.fold, ("controls", False))  # "إدلب الواقعة تحت سيطرة الهيئة"
        if not bases(parsed.units[k + 1].fold).isdisjoint(coder.pack.word_class("carried-arms")):
            continue  # "مدعومين بقذائف الهاون": with what, and not by whom
        lies = coder.pack.word_class("lies-beneath") if relation == "controls" else ()
        before = _described_by(parsed.units[max(0, k - (_LYING if lies else _BESIDE) - beneath) : k - beneath], lies)
        nations = list(_nations_by_adverb(parsed.units[k + 1 :], coder)) if relation == "supports" and not described_acts else []
        after = _other(parsed.units[k + 1 : k + 4]) if not nations else None
        beside = parsed.units[k - 1] if k else None
        plain = beside is not None and (beside.kind in ("word", "noun") or (beside.mention is not None and beside.mention.kind == "demonym"))
        if after is not None and described_acts and plain:
            follows = next((u.mention for u in parsed.units[k + 1 : k + 6] if u.mention is not None and u.mention.first == after.last), None)
            if follows is not None and follows.kind == "person":
                before = follows  # "السياسي الأوكراني الموالي لموسكو فيكتور ميدفيدتشوك"
        if before is None or ((relation in _OF_GROUPS or described_acts) and (before.rule.startswith("agent") or before.rule == "unnamed")):
            continue  # "السياسي الأوكراني الموالي لموسكو" is not Ukraine
        if before.rule.startswith("agent") and _is_band(before, coder):
            continue  # "فصائل صومالية مدعومة من إريتريا" are not the state
        if _is_claimed(before, coder):
            continue  # "رفض الادعاء بأن إسبانيا معادية لفنزويلا"
        described = _refs([before], places=relation == "controls")[:1]
        other = _refs([after], places=relation == "based-in")[:1] if after is not None else []
        if nations:
            described, other = described * len(nations), nations
        for s, o in zip(*((described, other) if described_acts else (other, described)), strict=False):
            if s != o:
                stop = after if after is not None else before
                yield Link(s, relation, o, _since(parsed, stop.last), Span(before.span.start, stop.span.stop))


def _nations_by_adverb(units: Sequence[Unit], coder: Coder) -> Iterator[str]:
    """ "المدعومة إماراتيا ومصريا": the states of the adverbs that follow one another."""
    for unit in units:
        nations = coder.world.names.get(unit.fold.removeprefix(unit.conj).removesuffix(_ADVERB), ())
        state = next((n.ref for n in nations if n.what == "adjective" and n.ref.startswith("state/") and n.number == "s"), None)
        if state is None or not unit.fold.endswith(_ADVERB):
            return
        yield state


def _men_in_arms(parsed: Parsed, coder: Coder) -> Iterator[Link]:
    """ "القوات الموالية لصالح", "فصيل سوري مدعوم من تركيا": men in arms without a name, whom they stand by, and who backs them.

    They are an entity of the report, called by what is told of them: "pro-Saleh forces", "Syrian factions".
    """
    tokens, loyal, backed = coder.a.tokens, coder.pack.word_class("loyal"), coder.pack.word_class("backed")
    noun: tuple[int, str] | None = None
    for t in range(parsed.sentence.first + 1, parsed.sentence.last - 1):
        word = tokens[t].fold.removeprefix(_THE)
        if word not in loyal and word not in backed:
            continue
        again = noun is not None and tokens[t - 1].fold.removeprefix(AND) in coder.pack.word_class("other-ones")  # "مجموعات موالية له وأخرى مؤيدة"
        noun = noun if again else _armed_noun(t, parsed.sentence.first, coder)
        if noun is None:
            continue
        other = _led_to(t + 1, parsed.sentence.last, word in backed, coder)
        if other is None:
            continue
        ref, stop = other
        whose = coder.entity(ref)
        short = whose.name("en").split()[-1] if whose.kind == "person" else coder.world.english_adj.get(ref) or whose.name("en")
        english = f"pro-{short} {noun[1].split()[-1]}" if word in loyal else noun[1]
        men = unnamed(english)
        span = Span(tokens[noun[0]].start, tokens[stop - 1].stop)
        if men not in coder.a.entities:
            names = ((coder.a.report.language, span.of(coder.a.report.text)), ("en", english))
            coder.a.entities[men] = Entity(men, "armed-group", names, whose.country if word in loyal else None, None, None, False)
        yield Link(men, "supports", ref, None, span) if word in loyal else Link(ref, "supports", men, None, span)


def _armed_noun(t: int, first: int, coder: Coder) -> tuple[int, str] | None:
    """The noun of men in arms that token t describes, with what else is told of them in English; None where somebody with a name stands there."""
    tokens, told, of = coder.a.tokens, list[str](), list[str]()  # of: their nation
    named = {m.last for m in coder.a.mentions if m.rule == "name" and m.kind in _GROUPS}
    k = t - 1 - (tokens[t - 1].fold in COMMAS)
    for i in range(k, max(first, k - _TOLD_OF) - 1, -1):
        if i + 1 in named or tokens[i].kind != "word":
            return None
        forms = [w for b in sorted(bases(tokens[i].fold), key=len) for w in (b, b.removesuffix(_HER), b.removesuffix(_MANY))]
        rows = [p for w in forms for p in coder.pack.callings.get(w, ()) if len(p.tokens) == 1]
        noun = next((p for p in rows if p.cls == "noun" and p.value in coder.pack.word_class("of-arms")), None)
        if noun is not None:
            theirs = bool(of) and noun.value not in coder.pack.word_class("of-bands")  # "القوات الصومالية": the state's, who are the state
            return (i, " ".join([*of, *told, noun.value])) if not theirs else None
        kind = next((p.value for p in rows if p.cls == "kind"), None)
        nations = (n.ref for w in forms for n in coder.world.names.get(w, ()) if n.what == "adjective" and n.ref.startswith("state/"))
        adjective = kind or next((coder.world.english_adj.get(ref) for ref in nations), None)
        if not adjective:
            return None
        (told if kind else of).append(adjective)
    return None


def _is_band(m: Mention, coder: Coder) -> bool:
    """Are those whom the mention names a band in arms, by its first word?"""
    rows = (p for w in bases(coder.a.tokens[m.first].fold) for p in coder.pack.callings.get(w, ()))
    return any(p.cls == "noun" and p.value in coder.pack.word_class("of-bands") for p in rows)


def _led_to(i: int, stop: int, state: bool, coder: Coder) -> tuple[str, int] | None:
    """Whom the word at token i leads to, and the token behind him: with "state" one state, else a man, by his name or behind his title, a group, a
    state or its government."""
    at = {m.first: m for m in coder.a.mentions if i <= m.first < min(stop, i + _REACHED)}
    k = i + (state and coder.a.tokens[i].fold in coder.pack.word_class("issued-by"))  # "مدعوم من تركيا"
    m = at.get(k)
    if m is not None and m.kind != "demonym" and (m.stands_for or len(m.entities) == 1):
        ref = m.stands_for or m.entities[0]
        fits = ref.startswith("state/") or (not state and coder.entity(ref).kind in _SIDES)
        return (ref, m.last) if fits and not ref.startswith(_UNNAMED) else None
    if state:
        return None
    titled = any(n.what == "post" for w in bases(coder.a.tokens[i].fold) for n in coder.world.names.get(w, ()))
    for n in range(i, min(stop, i + _REACHED) if titled else i + 1):
        named = at[n].entities[0] if n in at and at[n].kind == "person" and len(at[n].entities) == 1 else None
        if named is None:
            folds = [t.fold for t in coder.a.tokens[n : n + _LONG]]
            folds[0] = folds[0].removeprefix(_TO) if n == i else folds[0]
            full = (x for x in coder.world.names.get(folds[0], ()) if x.ref.startswith("person/") and tuple(folds[: len(x.tokens)]) == x.tokens)
            named = next((x.ref for x in full if len(x.tokens) > 1 or x.ref in coder.a.entities), None)
        if named is not None:
            return (named, n + 1) if not named.startswith(_UNNAMED) else None
        if coder.a.tokens[n].kind != "word" and coder.a.tokens[n].fold not in QUOTE_MARKS:
            return None
    return None


def _since(parsed: Parsed, last: int) -> When | None:
    """ "المدعومة من روسيا منذ 2014": the date within a few words behind token last, since when it has been so."""
    near = (u for u in parsed.units if last <= u.first <= last + _SINCE)
    return next((u.date for u in near if u.date is not None), None)


def _is_claimed(m: Mention, coder: Coder) -> bool:
    """Does "the claim that" lead to the mention?"""
    return any(t.fold in coder.pack.word_class("claim-noun") for t in coder.a.tokens[max(0, m.first - 3) : m.first])


def _tellers(pack: Pack) -> Mapping[str, tuple[str, bool]]:
    """Each word that tells a relation, with and without its article -> what `_WORDS` says of its class."""
    words: dict[str, tuple[str, bool]] = {}
    for cls, told in _WORDS.items():
        for word in pack.word_class(cls):
            words.setdefault(word, told)
            words.setdefault(_THE + word, told)
    return words


def _describing(pack: Pack) -> frozenset[str]:
    """The words of which `_described` looks for one: few sentences have any."""
    return pack.word_class("grip").union(pack.once(_tellers))


def _described_by(units: Sequence[Unit], lies: Container[str]) -> Mention | None:
    """The one whom a word behind these units describes: named right before it, but for a demonym, marks and "which lies" (`lies`)."""
    for unit in reversed(units):
        if unit.mention is not None and unit.mention.kind != "demonym":
            return unit.mention
        which = lies and (unit.fold in lies or unit.is_phrase(("rel",)))
        if unit.mention is None and unit.kind not in ("mark", "word") and not which:
            return None
    return None


def _other(units: Sequence[Unit]) -> Mention | None:
    """The one whom a word before these units leads to, by a preposition or through one word ("لسيطرة قوات الدعم السريع")."""
    for unit in units:
        if unit.mention is not None:
            return unit.mention
        if unit.kind not in ("phrase", "word", "noun") or (unit.phrase is not None and unit.phrase.cls not in ("prep", "list")):
            return None
    return None


def _as_such(m: Mention, coder: Coder) -> bool:
    """Does "in the capacity of" stand right before the mention?"""
    return m.first > 0 and coder.a.tokens[m.first - 1].fold in coder.pack.word_class("in-capacity")


def _chairs_too(parsed: Parsed, coder: Coder) -> Iterator[Link]:
    """ "رئيس السنغال ماكي سال، الرئيس الدوري للاتحاد الأفريقي": a head of state who is told to preside over a body as well."""
    before: Mention | None = None
    for unit in parsed.units:
        m = unit.mention
        if m is not None and m.rule == "post.of-body" and _as_such(m, coder) and before is not None and m.entities:
            yield Link(before.entities[0], "leads", m.entities[0], None, Span(before.span.start, m.span.stop))
        if m is None:
            before = before if unit.kind == "mark" or unit.fold in coder.pack.word_class("in-capacity") else None
            continue
        if m.kind == "person" and len(m.entities) == 1 and not m.entities[0].startswith(_UNNAMED):
            day = coder.a.report.day
            rules = day is not None and m.role in _CHAIRS and any(t.post in _RULERS for t in coder.world.held(m.entities[0], None, day))
            if rules and m.of and coder.entity(m.of).kind == "organisation":
                yield Link(m.entities[0], "leads", m.of, None, m.span)  # "رئيس الاتحاد الأفريقي، الرئيس الأنغولي"
            if before is not None:
                for head, ruler in ((m, before), (before, m)):  # either may stand first
                    if head.rule == "post.holder-unknown" and head.role in _CHAIRS and head.of and ruler.role in _RULERS:
                        yield Link(ruler.entities[0], "leads", head.of, None, Span(before.span.start, m.span.stop))
            chair = range(m.first + _BARE, m.last) if m.role in _RULERS else ()
            at = next((i for i in chair if coder.a.tokens[i].fold.removeprefix(_THE) in coder.pack.word_class("chair-word")), m.last)
            bodies = (_name_at(i, "org/", coder) for i in range(at + 1, m.last))
            body = next((b for b in bodies if b is not None and coder.entity(b).kind == "organisation"), None)
            yield from [Link(m.entities[0], "leads", body, None, m.span)] if body is not None else ()
            before = m
        else:
            before = None


def _members(parsed: Parsed, coder: Coder) -> Iterator[Link]:
    """ "الكويت، بصفتها العضو العربي في مجلس الأمن", "فرنسا، رئيسة الاتحاد الأوروبي لهذه الدورة": a state as member or chair of a body."""
    whole: Mention | None = None
    beside: list[Mention] = []  # the states that "and" joins before it
    since = 0  # units since the state
    member = False
    body: Mention | None = None  # whose members are to be named: "أعضاء الرباعية، وهم روسيا و…"
    listing = False
    membership, counts = coder.pack.word_class("member"), coder.pack.word_class("counts-as")
    namely = coder.pack.word_class("namely")
    for unit in parsed.units:
        m, since = unit.mention, since + 1
        if listing and m is not None and m.kind in _STATES and body is not None:
            yield from (Link(r, "member-of", body.entities[0], None, Span(body.span.start, m.span.stop)) for r in _refs([m])[:1])
            continue
        listing = (listing and unit.kind == "mark") or (body is not None and unit.fold in namely)
        if m is not None and m.of and m.role in _CHAIRS and (m.rule == "post.holder-unknown" or _as_such(m, coder)):
            if whole is not None and since <= _NEAR and coder.entity(m.of).kind == "organisation":
                yield Link(_refs([whole])[0], "leads", m.of, None, Span(whole.span.start, m.span.stop))
            whole = None
        elif m is not None and member and m.kind == "organisation" and len(m.entities) == 1:
            if whole is None:
                body = m
            if whole is not None and since <= 2 * _NEAR and _refs([whole])[0] != m.entities[0]:
                since_when = _since(parsed, m.last)
                for one in (*beside, whole):
                    yield Link(_refs([one])[0], "member-of", m.entities[0], since_when, Span(one.span.start, m.span.stop))
                if m.last < len(coder.a.tokens) and coder.a.tokens[m.last].fold in coder.pack.word_class("and-its-chair"):
                    yield Link(_refs([whole])[0], "leads", m.entities[0], None, Span(whole.span.start, coder.a.tokens[m.last].stop))
            member = False
        elif m is not None and m.kind != "demonym":
            joined = unit.conj == AND and since == 1 and whole is not None
            beside = [*beside, whole] if joined and whole is not None else []
            whole, since, member = (m, 0, False) if len(_refs([m])) == 1 and (m.kind in _STATES or m.stands_for) else (None, 0, False)
        elif unit.fold in membership:
            member = True
        elif unit.kind in ("verb", "participle") and unit.fold not in counts:
            member = False
            whole = whole if since > 1 or unit.conj in ("", FA) else None  # "أما بيروت فتقدمت، بوصفها عضوا في المجلس"


def _refs(mentions: list[Mention], places: bool = False) -> list[str]:
    out: list[str] = []
    for m in mentions:
        if m.kind in ACTOR_KINDS or (places and m.kind == "place"):
            out.extend(m.entities)
        elif m.stands_for:
            out.append(m.stands_for)
    return list(dict.fromkeys(out))


__all__ = ["Link", "sentence"]
