"""Against whom the actor stands in the rest of the report."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from khabar.coding.draft import bases, below
from khabar.coding.ends.search import ANSWERED, AT_WAR, BACK, ONTO, REACH, Case, Search, is_in_sight
from khabar.coding.tree import ENVOYS, Pred
from khabar.model import Mention
from khabar.text import fold

_FOUGHT = frozenset(("ASSAULT",))
_WHERE = frozenset(("في", "ب"))


def enemy(look: Search, c: Case) -> list[Mention] | None:
    """ "نفذ عشرات الغارات": against those whom he fights."""
    if not c.at("actor") or any(m.rule != "unnamed" for m in c.at("recipient")):
        return None
    behind = {m.country for m in c.at("third")}  # "بدأت القوات الحكومية بدعم من التحالف هجوما": not those who stand behind him
    return [*c.at("recipient"), *(m for m in only_opponent(look, c, (ONTO, BACK), _FOUGHT) if m.country not in behind)]


def opponent(look: Search, c: Case) -> list[Mention] | None:
    """The one against whom he acts in the report; who refuses answers what was done to him."""
    if not c.at("actor") or is_spared(c) or _is_of_any(look, c) or is_told_of_another(c):
        return None
    return [*c.at("recipient"), *only_opponent(look, c, (ONTO,) if c.frame.type == "REJECT" else (ONTO, BACK))]


def is_told_of_another(c: Case) -> bool:
    """ "هجوم نسبته أنقرة إلى", "متشددون يقفون وراء الهجمات": has the verb a word for whom it is about, though nobody we know?"""
    verb = c.pred.kind != "noun"
    return verb and (c.frame.subject == "recipient" or bool(c.pred.clause.kind == "rel" and c.pred.reading.pronoun))


def acts_abroad(c: Case) -> bool:
    """Is it an act of a state, its government or who speaks for it?"""
    return all(m.kind in ("state", "government-body", "person", "role", "place") and m.rule != "agent.people" for m in c.at("actor"))


def is_spared(c: Case) -> bool:
    """ "لم تقم بطرد سفراء تلك الدول": is it no deed, to others than the one of whom it was told before?"""
    over = c.pred.governor
    return c.frame.type == "SANCTION" and bool(c.pred.negated or (over is not None and over.negated))


def is_for_others(look: Search, c: Case) -> bool:
    """Is it told of others, of nobody in particular, or of the world?"""
    if c.frame.subject == "recipient" or c.frame.when == "if" or is_spared(c):
        return True
    behind = max([c.pred.last, *(m.last for m in c.at("actor") if c.pred.last <= m.first < c.pred.last + REACH)])
    near = look.a.tokens[c.pred.last : behind + 5]
    if _is_of_any(look, c):
        return True
    if c.frame.type in ("REQUEST", "REJECT") and any(t.fold in look.pack.word_class("own-people") for t in near):
        return True  # "دعت الحكومة مواطنيها إلى المغادرة"
    others = {"REQUEST": "addressee", "REJECT": "telling-of"}.get(c.frame.type or "")  # "داعية المجتمع الدولي إلى", "رفض إعطاء تفاصيل"
    return others is not None and any(not bases(t.fold).isdisjoint(look.pack.word_class(others)) for t in near)


def _is_of_any(look: Search, c: Case) -> bool:
    """ "توعد بالرد على أي هجوم", "على كل استفزاز", "ترفض أي نص": is it told of whatever and whoever may come?"""
    behind = max([c.pred.last, *(m.last for m in c.at("actor") if c.pred.last <= m.first < c.pred.last + REACH)])
    words = look.pack.word_class("any") | (look.pack.word_class("each") if c.frame.type == "THREATEN" else frozenset())
    told = c.pred.kind != "noun" and c.pred.content is None  # not "حذرت من أنها ستعد أي تحويل للمياه حربا"
    return told and any(t.fold in words for t in look.a.tokens[c.pred.last : behind + 5])


def only_opponent(look: Search, c: Case, sides: Sequence[tuple[str, str]], types: Container[str] = ANSWERED) -> list[Mention]:
    """The state against which, or which against it, the actor's acted in the report, if it is the only one and no other is named here."""
    home = look.actors(c)
    if not acts_abroad(c) or len(home) != 1 or None in home:
        return []
    near = {m.country for m in look.ahead(c.pred, REACH) if m.country} - home
    there = suffers_there(look, c.pred)
    found: dict[str | None, Mention] = {}
    told = (*look.thread.drafts[-REACH:], *c.made)
    asked = [d for d in told if d.type == "REQUEST" and look.thread.countries(d.parts, "recipient") == home]
    askers = [m for m in asked[-1].parts.get("actor", ()) if m.country not in home] if asked and not near else []
    if "REJECT" in c.pred.types and askers:
        return askers  # "طالبت واشنطن ودول آسيان الصين … أما بكين فرفضت"
    for d in told:
        if d.type not in types or d.status == "denied":
            continue
        for one, other in sides:
            if look.thread.countries(d.parts, one) == home:
                for m in d.parts.get(other, ()):
                    if m.country and m.country not in home | there:
                        found[m.country] = m
    return list(found.values()) if len(found) == 1 and near <= found.keys() and is_in_sight(look, home, next(iter(found))) else []


def suffers_there(look: Search, pred: Pred) -> set[str | None]:
    """ "أدان استهداف البنى التحتية في بورتسودان": the land in which that is done of which he speaks, by others than those who live there."""
    deeds = [k for k in below(pred) if not k.types.isdisjoint(("ASSAULT", "COERCE"))]
    told = [x for k in deeds for x in (k, *look.thread.relatives(k))]  # "الهجمات التي وقعت في بورتسودان"
    struck = [a.mention for x in told for a in x.args if fold(a.prep) in _WHERE]
    return {m.country for m in look.thread.states_of(struck)} - {None}


def state_of_envoy(look: Search, m: Mention) -> Mention:
    """He does nothing himself: his state does."""
    state = f"state/{m.country}"
    return replace(m, entities=(state,), kind="state", role=None) if m.role in ENVOYS and state in look.thread.world.entities else m


def two_sides(ends: Sequence[Mention]) -> dict[str, Mention]:
    """Those at the ends of an act by their sides, if these are two: two countries, or of one country its armed group and who is none."""
    sides = {str(m.country): m for m in ends}
    if len(sides) == 1:
        sides = {m.entities[0] if m.kind == "armed-group" else str(m.country): m for m in ends if m.kind in AT_WAR}
    return sides if len(sides) == 2 else {}
