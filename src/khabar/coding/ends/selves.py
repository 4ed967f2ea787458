"""Nobody acts on himself."""

from __future__ import annotations

from khabar.coding.draft import AIMED, DEEDS, FORCE, TAKEN_IN, bases, refs
from khabar.coding.ends.search import OFFICIAL, REACH, THE, Case, Gap, Search, are_official, are_people
from khabar.coding.thread import is_private
from khabar.coding.tree import ENVOYS
from khabar.model import Mention

_OFFICE = 5  # tokens behind a verb and its doer in which the office stands from which he removes somebody
_AIMED, _DEEDS = " ".join(AIMED), " ".join(DEEDS)


def cited_behind(look: Search, c: Case) -> list[Mention] | None:
    """ "على العراق إيداع الخرائط، بحسب مذكرة سلمتها الكويت", "…، هكذا علق الناطق الصيني": who says so, behind what must be done."""
    tokens, stop = look.a.tokens, look.thread.sentence_end
    words = look.pack.word_class("cited") | look.pack.word_class("so-said")
    at = next((i for i in range(c.pred.last, stop) if tokens[i].fold in words), None)
    near = look.thread.within(at + 1, min(stop, at + REACH)) if at is not None else ()
    whom = refs(c.parts, "recipient")
    return next(([m] for m in near if look.thread.can_act(m) and whom.isdisjoint(m.entities)), None)


def not_himself(look: Search, c: Case) -> list[Mention]:
    """ "قال الوزير المصري إن بلاده تدعم …": nobody accuses himself by his own mouth."""
    home, own = look.actors(c), refs(c.parts, "actor")
    return [m for m in c.at("recipient") if own.isdisjoint(m.entities) and not (m.kind == "state" and m.country in home)]


def not_his_state(look: Search, c: Case) -> list[Mention] | None:
    """ "توعد شريف برد على من يهاجم بلاده": no official speaks against his own state, nor does a state refuse its own navy."""
    if not are_official(c, "actor"):
        return None
    home, kind = look.thread.homes(c.at("actor")) - {None}, c.frame.type
    refuses = kind == "REJECT" and all(m.kind == "state" for m in c.at("actor"))
    bare = OFFICIAL if refuses or kind in ("ACCUSE", "SANCTION") else ("state",)
    others = [m for m in c.at("recipient") if m.kind not in bare or m.rule not in ("name", "body") or m.country not in home]
    return [m for m in others if kind != "ACCUSE" or m.role not in ENVOYS or m.country not in home]  # nor summons his own envoy


def not_his_government(look: Search, c: Case) -> list[Mention] | None:
    """ "احتجزت النيجر": not her own government; but "القبض على عدد من الكويتيين"."""
    if not are_official(c, "actor"):
        return None
    home = look.thread.homes(c.at("actor")) - {None}
    takes = c.frame.mode in TAKEN_IN
    return [m for m in c.at("recipient") if m.kind not in OFFICIAL or m.country not in home or (takes and (are_people(m) or is_private(m)))]


def not_beside_himself(look: Search, c: Case) -> list[Mention] | None:
    """Nobody is addressed beside himself: of several, a group without its own member."""
    if len(look.reached(c)) < 2:
        return None
    home = look.actors(c)
    theirs = (({look.thread.entity(e).country for e in m.entities} & home - {None}, m) for m in c.parts["recipient"])
    others = [m for own, m in theirs if not own or (m.kind == "government-body" and m.rule == "name")]  # a region that left
    return [(look.thread.without(m, home) if len(m.entities) > 1 else m) or m for m in others or c.parts["recipient"]]


def no_witness(look: Search, c: Case) -> list[Mention] | None:
    """ "رصد الجيش إطلاق كوريا الشمالية صاروخا": who sees a launch, not a craft near him, is no end of it."""
    seen = any(x.kind == "noun" and not x.types.isdisjoint(FORCE) for x in c.pred.children)
    watches = {a.mention.first for a in look.thread.subject(c.pred)} if seen else set()
    return [m for m in c.at("recipient") if m.first not in watches] if watches else None


def own_officer(look: Search, c: Case) -> list[Mention]:
    """ "أقال الرئيس قادة الجيش", "إنهاء مهام ثلاثة وزراء": who serves the state that removes him, told only by his office."""
    tokens, posts = look.a.tokens, look.pack.word_class("post-lost")
    home = look.actors(c)
    stop = min(look.thread.sentence_end, c.behind + _OFFICE)
    at = next((i for i in range(c.behind, stop) if not bases(tokens[i].fold).isdisjoint(posts)), None)
    if at is None or len(home) != 1 or None in home:
        return []
    last = next((i for i in range(at + 1, stop) if not tokens[i].fold.startswith(THE)), stop)
    return [look.nameless(at, last, "own-officer", home.pop())]


def own_army(look: Search, c: Case) -> list[Mention]:
    """ "إطاحة الجيش بالرئيس المالي", "عزل العسكريون رئيس النيجر": men in arms of no nation who bring down a man in office are of his land."""
    tokens, at, theirs = look.a.tokens, c.pred.last, look.reached(c)
    men = at < look.thread.sentence_end and tokens[at].fold in look.pack.word_class("the-army")
    if not men or len(theirs) != 1 or None in theirs or any(m.kind not in ("person", "role") for m in c.at("recipient")):
        return []
    return [look.nameless(at, at + 1, "own-army", theirs.pop())]


GAPS = (
    Gap("recipient", "*", "any", not_himself, "of-subject"),
    Gap("recipient", _AIMED, "any", not_his_state),
    Gap("recipient", "COERCE", "any", not_his_government),
    Gap("recipient", _AIMED, "any", not_beside_himself),
    Gap("recipient", "MOBILIZE", "any", no_witness, "seen"),
    Gap("actor", "REQUEST THREATEN", "open", cited_behind, "of-subject"),
    Gap("recipient", "withdraw", "open", own_officer, words="post-lost"),
    Gap("actor", "COERCE", "open", own_army, but="seize restrict censor deport"),
)
