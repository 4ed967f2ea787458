"""What the whole report tells, for acts that stand without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from khabar.coding.draft import AHEAD, Draft, below, refs
from khabar.coding.ends.addressees import doer_of_it
from khabar.coding.ends.rivals import acts_abroad, is_for_others, two_sides
from khabar.coding.ends.search import AGAINST, ANSWERED, AT_WAR, BACK, REACH, Case, Gap, Search, in_a_row, is_passive, stands_with_state
from khabar.coding.tree import BETWEEN, IN, WITH, Pred
from khabar.model import Mention
from khabar.text import fold

_PARTICLES = ("ب", "ل")
_ADDRESSED = frozenset(("REQUEST", "AID"))  # to one with whom he deals, not only to one whom he is at odds with
_OF_WAR = ("aerial", "heavy-weapons")


def other_side(look: Search, c: Case) -> list[Mention]:
    """ "وطالبت القاهرة بالإفراج عنه": the one with whom the report tells that the actor's state has most to do, unless somebody else is named
    with the act. Who accuses, refuses or punishes does so to one with whom he is at odds."""
    home, doers = look.actors(c), {m.first for m in c.at("actor")}
    if len(home) != 1 or None in home or is_for_others(look, c) or _is_order(look, c) or not acts_abroad(c):
        return []
    met: Counter[str | None] = Counter()
    for d in c.made:
        ends = look.thread.countries(d.parts, "actor"), look.thread.countries(d.parts, "recipient")
        if c.frame.type in _ADDRESSED:
            met.update((ends[0] | ends[1]) - home if home <= ends[0] | ends[1] else ())
        elif d.type in ANSWERED and home in ends:
            met.update((ends[1] if home == ends[0] else ends[0]) - home)
    top = [*met.most_common(2), (None, 0), (None, 0)]
    other = top[0][0] if top[0][1] >= 2 * top[1][1] else None
    near = {m.country for m in look.ahead(c.pred, REACH) if m.country and m.first not in doers}
    suffers = {a.mention.country for k in below(c.pred) if "ASSAULT" in k.types for a in k.args if fold(a.prep) in AGAINST}
    main = {*look.thread.two} == home | {other} and top[0][1] > 1
    ref = f"state/{other}"
    if not main or other in suffers or near - {other} or ref not in look.thread.world.entities:
        return []
    named = (m for m in look.a.mentions if m.country == other and m.kind != "outlet")
    return [replace(m, entities=(ref,), kind="state", role=None, rule="name", stands_for=None) for m in islice(named, 1)]


def who_fight(look: Search, c: Case) -> list[Mention]:
    """ "اندلعت اشتباكات على الحدود": the two who fight, or make peace, in the rest of the report."""
    return _foes(look, c) if c.frame.parts.get("بين") == "actor" and not c.at("recipient") else []


def foe_of_struck(look: Search, c: Case) -> list[Mention]:
    """ "تواصل القصف على القطاع": where two states are at war, what arms of war hit of the one is struck by the other."""
    hit = look.reached(c)
    foes = _foes(look, c) if len(hit) == 1 and c.frame.mode in _OF_WAR else []
    return [m for m in foes if m.country not in hit] if not hit.isdisjoint(m.country for m in foes) else []


def other_of_truce(look: Search, c: Case) -> list[Mention]:
    """ "في اليوم الأول من الهدنة", "نفى المسؤول وجود هدنة", "توصلت الحركة إلى هدنة": no truce that is known, denied or agreed is one side's."""
    over = c.pred.governor
    agreed = over is not None and "AGREE" in over.types
    goes_on = c.pred.link.startswith("time") or fold(c.pred.link) in (IN, "subj")  # "بعد هدنة", "في أول أيام هدنة", "دخلت هدنة حيز التنفيذ"
    known = not c.at("actor") or c.pred.definite or goes_on or agreed or _is_denied(look, c.pred)
    deal = c.frame.parts.get(WITH) == "actor" and any(f.mode == "ceasefire" for k in below(c.pred) for f in k.frames)
    truce = c.pred.kind == "noun" and known if c.frame.type == "RETREAT" else deal
    if not truce or c.at("recipient") or len(refs(c.parts, "actor")) > 1:
        return c.at("actor")
    main = any(m.kind in AT_WAR and not m.rule.startswith(("side", "agent")) for m in c.at("actor"))  # "اتفق وفدا الحكومة والشرق"
    home, foes = look.actors(c), _foes(look, c) or (_main_two(look) if main else [])
    if home and home.isdisjoint(m.country for m in foes):
        return c.at("actor")
    helps = look.thread.countries(c.parts, "third")  # "اتفاق سلام بوساطة جزائرية"
    return [*c.at("actor"), *(m for m in foes if m.country not in home and m.country not in helps)]


def _is_denied(look: Search, pred: Pred) -> bool:
    over = pred.governor
    return over is not None and ("deny" in over.operates or _is_denied(look, over))


def _foes(look: Search, c: Case) -> list[Mention]:
    """The two sides between which the report's attacks, truces and deals on a truce are, where nearly all are between the same two, and the
    act takes place with one of them: fighting elsewhere is another war. Where it tells of none, the two who free each other's people."""
    there = {m.country for m in look.thread.states_of(c.at("place"))}
    for tells in (_tells_of_war, _tells_of_release):
        met: Counter[frozenset[str]] = Counter()
        sides: dict[frozenset[str], list[Mention]] = {}
        for d in c.made:
            ends = [m for part in BACK[::-1] for m in d.parts.get(part, ()) if m.country and look.thread.can_act(m)]
            if tells(d) and (two := two_sides(ends)):
                met[frozenset(two)] += 1
                sides[frozenset(two)] = list(two.values())
        top = met.most_common(2)
        if top:
            pair = sides[top[0][0]]
            clear = len(top) == 1 or top[0][1] >= 2 * top[1][1]
            return [_as_side(look, m) for m in pair] if clear and there <= {m.country for m in pair} else []
    return []


def _main_two(look: Search) -> list[Mention]:
    """The two states that the whole report is about, each as it is first named."""
    named = {m.country: m for m in reversed(look.a.mentions) if m.country in look.thread.two and m.kind != "outlet"}
    return [_as_side(look, named[k]) for k in look.thread.two]


def _as_side(look: Search, m: Mention) -> Mention:
    """A state, a body or an armed group as it is; of anybody else, as of men and weapons of a state, the state as the report first names it."""
    state = f"state/{m.country}"
    if m.kind in AT_WAR[1:] or (m.kind == "state" and m.rule == "name") or state not in look.thread.world.entities:
        return m
    named = next((x for x in look.a.mentions if x.entities == (state,) and x.kind == "state"), m)
    return replace(named, entities=(state,), kind="state", role=None, rule="name", stands_for=None)


def who_took(look: Search, c: Case) -> list[Mention]:
    """ "بعد تحرير المدينة": who takes ground in the rest of the report, where that is clear."""
    if c.at("recipient"):
        return []  # "تحرير عدن من الحوثيين": told by whom it was lost
    took, who = Counter[str](), dict[str, list[Mention]]()
    for d in c.made:
        if d.status in ("denied", *AHEAD):
            continue
        does = _sides(d.parts.get("actor", ()))
        if does and d.mode == "seize":
            took[key := " ".join(sorted(does))] += 1
            who[key] = list(does.values())
    top = [*took.most_common(2), ("", 0)]
    return who[top[0][0]] if took and (len(took) == 1 or top[0][1] >= 2 * top[1][1]) else []


def whom_he_fights(look: Search, c: Case) -> list[Mention]:
    """ "دمرت القوات العراقية ثلاث عجلات مفخخة": the armed group against which, by all that the report tells of force, a state or its allies fight, or
    against which they mostly do; else the only rebels that it names. A group that is with no state may strike whomever it meets, but takes ground
    from it: "سيطرت المقاومة على منطقة العلم"."""
    if c.frame.parts.get(BETWEEN) == "actor":
        return []  # "المعارك": who else fights in it is no end of it
    met = _met(look, c)
    return _only_rebels(look, c) if met is None else met


def whom_he_fights_there(look: Search, c: Case) -> list[Mention] | None:
    """ "غارة أمريكية في الصومال": whom, as the report tells, he fights there, not the land; or the rebels of whom this very sentence tells."""
    if not all(_is_ground(c.pred, m) for m in c.at("recipient")):
        return None
    met, here = _met(look, c), next((s for s in look.a.sentences if s.first <= c.pred.first < s.last), None)
    rebels = _only_rebels(look, c) if met is None and here is not None else []
    if here is not None and any(here.first <= m.first < here.last for m in _rebels(look) if {*m.entities} & {e for r in rebels for e in r.entities}):
        return rebels
    return met or None


def who_fights_them(look: Search, c: Case) -> list[Mention]:
    """ "تم أسر أربعين حوثيا", "قتل عشرة من عناصر الحركة": who, as the report tells, fights the armed group whose men fell or were taken."""
    theirs = _sides(c.at("recipient"))
    if c.pred.negated or not theirs or any(m.kind != "armed-group" or look.thread.entity(m.entities[0]).sector != "REB" for m in theirs.values()):
        return []
    met, who = Counter[str](), dict[str, Mention]()
    for d in c.made:
        if (d.type != "ASSAULT" and d.mode != "seize") or d.status in ("denied", *AHEAD):
            continue
        ends = _sides(d.parts.get("actor", ())), _sides(d.parts.get("recipient", ()))
        if d.frame.parts.get(BETWEEN) == "actor":
            ends = ends[0] | ends[1], ends[0] | ends[1]
        for one, other in (ends, ends[::-1]) if d.type == "ASSAULT" else (ends,):
            if not theirs.keys().isdisjoint(other):
                foes = {k: m for k, m in one.items() if k not in theirs and stands_with_state(look, m)}
                met.update(foes.keys())
                who |= foes
    top = [*met.most_common(2), ("", 0)]
    return [who[top[0][0]]] if met and top[0][1] >= 2 * top[1][1] else []


def _met(look: Search, c: Case) -> list[Mention] | None:
    """The group that those who act fight, or fight most; [] where that is not clear, None where nothing is told of a fight of theirs."""
    actors = c.at("actor")
    official = _with_state(look, c)
    own, met, groups = {*_sides(actors), *(m.country for m in actors if official)}, Counter[str](), dict[str, Mention]()
    seizes = c.frame.mode == "seize" and not _of_the_land(look, c)
    for d in c.made if official or seizes else ():
        if d.type != "ASSAULT" or d.status in ("denied", *AHEAD):
            continue
        ends = _sides(d.parts.get("actor", ())), _sides(m for m in d.parts.get("recipient", ()) if not _is_ground(d.pred, m))
        if d.frame.parts.get(BETWEEN) == "actor":
            ends = ends[0] | ends[1], ends[0] | ends[1]
        for one, other in (ends, ends[::-1]):
            if not own.isdisjoint(one):
                met.update(other.keys() - own)
                groups |= {k: m for k, m in other.items() if m.kind == "armed-group"}
    top = [*met.most_common(2), ("", 0), ("", 0)]
    clear = top[0][0] in groups and top[0][1] >= 2 * top[1][1]
    return None if not met else [groups[top[0][0]]] if clear else []


def _with_state(look: Search, c: Case) -> bool:
    return bool(c.at("actor")) and all(stands_with_state(look, m) for m in c.at("actor"))


def _is_ground(pred: Pred, m: Mention) -> bool:
    """Is it the land in which the act is, and neither its object nor whom it is aimed at?"""
    aimed = (a.mention for a in pred.args if a.role in ("object", "genitive", "named") or fold(a.prep) in AGAINST)
    return m.kind == "state" and not any(x.first <= m.first < x.last for x in aimed)


def _rebels(look: Search) -> list[Mention]:
    named = (m for m in look.a.mentions if m.kind == "armed-group" and len(m.entities) == 1 and not m.entities[0].startswith("unnamed/"))
    return [m for m in named if look.thread.entity(m.entities[0]).sector == "REB"]


def _only_rebels(look: Search, c: Case) -> list[Mention]:
    """The one group of rebels that the report names, or two side by side ("الحوثيون وقوات صالح"), where they act who stand with a state."""
    rebels = _rebels(look)
    names = {m.entities[0] for m in rebels} - refs(c.parts, "actor") - _friends(look, c) if _with_state(look, c) else set()
    if not rebels and c.frame.mode == "seize" and _with_state(look, c):
        nameless = [m for m in look.a.mentions if look.are_gunmen(m, m.first)]
        return nameless[:1]  # "المتمردون"
    rows = (in_a_row(rebels[k:]) for k in range(len(rebels)))
    return next((row for row in rows if names and {m.entities[0] for m in row} == names), [])


def _friends(look: Search, c: Case) -> set[str]:
    """Who does something in the report, or suffers it, together with those who act or with others of their land."""
    own, home, friends = refs(c.parts, "actor"), look.actors(c) - {None}, set[str]()
    for d in c.made:
        if d.frame.parts.get(BETWEEN) != "actor":  # "خاض الجيش معارك مع الحركة"
            for end in (d.parts.get(part, ()) for part in BACK):
                if any((m.kind != "armed-group" and m.country in home) or not own.isdisjoint(m.entities) for m in end):
                    friends |= {e for m in end for e in m.entities}
    return friends


def _of_the_land(look: Search, c: Case) -> bool:
    """ "سيطرت الحركة على مناطق واسعة في البلاد", "على مؤسسات الدولة": is it the state that loses it, and no other group?"""
    words = look.pack.word_class("home-ground")
    far = range(c.pred.last, min(look.thread.sentence_end, c.pred.last + REACH))
    near = look.thread.within(c.pred.last, c.pred.last + REACH)
    return any(look.a.tokens[i].fold in words for i in far) or any(m.kind == "state" and m.rule == "name" for m in near)


def _sides(mentions: Iterable[Mention]) -> dict[str, Mention]:
    """Those for whom they fight: a group in arms or a party for itself, anybody else for his country."""
    return {m.entities[0] if m.kind in ("armed-group", "party") else m.country or m.text: m for m in mentions if m.entities}


def _denies(look: Search, c: Case) -> bool:
    """ "ونفت بكين مزاعم الجماعات": what is said of him may be anybody's."""
    return c.frame.type == "REJECT" and (look.words.has(c.pred, look.pack.word_class("answered")) or "deny" in c.pred.operates)


def council_asked(look: Search, c: Case) -> list[Mention]:
    """ "قدمت بريطانيا مشروع قرار": the Council of the United Nations that the report names."""
    seat = look.pack.word_class("bloc")
    return [m for m in look.a.mentions if m.kind == "organisation" and m.country == "UNO" and look.a.tokens[m.first].fold in seat][:1]


def _is_order(look: Search, c: Case) -> bool:
    """ "أمر الرئيس بإرسال مساعدات", "حُكم عليها", "تطالب بالسيادة", "ستعاقب": is it told of nobody in particular, by its form?"""
    plain = c.frame.type == "REQUEST" and (c.pred.kind == "noun" or c.frame.mode is None)
    order = plain or "decide" in c.pred.operates or (c.frame.type == "SANCTION" and c.frame.object == "recipient" and c.pred.kind != "noun")
    return order or c.frame.mode in ("convict", "investigate") or is_passive(c.pred) or _has_object(look, c) or _denies(look, c)


def _has_object(look: Search, c: Case) -> bool:
    """ "ودعا الوزير المنظمات إلى القدوم", "واتهم خصومه": does a word stand where he to whom it is done would, that names nobody we know?"""
    if c.pred.kind == "noun" or c.frame.object != "recipient" or c.frame.type == "REJECT":
        return False
    behind = max([c.pred.last, *(m.last for m in c.at("actor") if c.pred.last <= m.first < c.pred.last + REACH)])
    word = look.a.tokens[behind] if behind < len(look.a.tokens) else None
    asked = word is not None and word.kind == "word" and look.pack.phrase_at(look.a.tokens, behind) is None
    return asked and word is not None and word.fold[:1] not in _PARTICLES


def told_to_stop(look: Search, c: Case) -> list[Mention]:
    """ "ندد بالقصف، مطالبا إسرائيل بوقفه": who is asked to yield, in a participle of the one who condemns, did what he condemns."""
    who, home = refs(c.parts, "actor"), look.actors(c)
    asked = [d for d in c.made if d.type == "REQUEST" and d.pred.clause.head is c.pred and d.mode == "yield" and who == refs(d.parts, "actor")]
    blamed = [m for d in asked for m in d.parts.get("recipient", ()) if m.country]
    return blamed[:1] if len({m.country for m in blamed}) == 1 and blamed[0].country not in home else []


def _tells_of_war(d: Draft) -> bool:
    """Is it an attack, a truce or a deal on one, so that those at its ends are at war?"""
    truce = d.mode == "ceasefire" or (d.type == "AGREE" and any(f.mode == "ceasefire" for k in below(d.pred) for f in k.frames))
    return truce or (d.type == "ASSAULT" and d.status not in ("denied", *AHEAD))


def _tells_of_release(d: Draft) -> bool:
    return d.mode == "release"


AIMS = (
    Gap("actor", "seize", "open", who_took, "noun"),
    Gap("actor", "ASSAULT arrest", "open", who_fights_them, but="aerial heavy-weapons suicide-attack explosives crowd-control abduct"),
    Gap("recipient", "REJECT SUPPORT", "open", doer_of_it),
    Gap("recipient", "REQUEST", "open", council_asked, words="draft-text"),
    Gap("recipient", "ACCUSE", "open", told_to_stop),
    Gap("recipient", "ACCUSE THREATEN SANCTION REJECT REQUEST AID", "open", other_side),
    Gap("recipient", "ASSAULT seize", "open", whom_he_fights, but="crowd-control abduct torture sexual suicide-attack"),
    Gap("recipient", "ASSAULT", "land", whom_he_fights_there, but="crowd-control abduct torture sexual suicide-attack"),
)


STRIKES = (
    Gap("actor", "ASSAULT", "open", who_fight),
    Gap("actor", "ASSAULT", "open", foe_of_struck),
    Gap("actor", "ceasefire AGREE", "any", other_of_truce),
)
