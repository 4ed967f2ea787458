"""Whose the thing is that a deed of force hits or takes."""

from __future__ import annotations

from khabar.coding.draft import FORCE, bases, refs
from khabar.coding.ends.search import OFFICIAL, Case, Gap, Search, in_a_row, stands_with_state
from khabar.coding.tree import BETWEEN, COMMA, FROM, Pred
from khabar.model import Mention
from khabar.text import fold

_BEYOND = frozenset(("time", "cause", "attribution", "conj"))  # phrases behind which something else is told
_HELD = 4  # tokens from the words for whose hands a thing is in to whoever has it
_NEAR = 14  # tokens behind a deed in which a group is that which it hits, though no word says whose the thing is
_MEN_OF = 5  # tokens from an arrest to the group that those are of who are arrested
_FACED = 3  # tokens from a word for facing or following somebody to him
_BEFORE = 60  # tokens before the sentence in which the land is named
_MAIN = ("root", "comp")


def whose_target(look: Search, c: Case) -> list[Mention] | None:
    """ "غارات على مواقع يسيطر عليها الحوثيون", "طرق يستخدمها التنظيم", "مستودعات تابعة للحركة", "معقل الحركة": the group whose the thing
    is that is hit or taken, or whose men fell by it."""
    own, tokens = refs(c.parts, "actor"), look.a.tokens
    if c.frame.parts.get(BETWEEN) == "actor":
        return None
    groups = [m for m in look.thread.within(c.pred.last, _ends_at(look, c)) if m.kind == "armed-group" and m.entities]
    others = [m for m in groups if own.isdisjoint(m.entities) and not _is_only_faced(look, m)]
    if own and not others and c.frame.mode == "seize":  # "سيطر على مواقع المتمردين", not "بدعم من سكان مسلحين"
        near = look.thread.within(c.pred.last, _ends_at(look, c))
        others = [m for m in near if look.are_gunmen(m, m.last - 1) and not _is_only_faced(look, m)]
    if c.frame.mode == "arrest":
        # "اعتقال أشخاص ينتمون للتنظيم", "اعتقلت خلية من التنظيم"; not "في حملة ضد التنظيم"
        others = [m for m in others if _holds_it(look, m) or (tokens[m.first - 1].fold == FROM[0] and m.first - c.pred.last <= _MEN_OF)]
    elif not own and groups:  # who did it is not told: he may be the group
        others = [m for m in others if _holds_it(look, m) or not bases(tokens[m.first - 1].fold).isdisjoint(look.pack.word_class("target"))]
    else:
        others = [m for m in others if m.first - c.pred.last <= _NEAR or _holds_it(look, m)]
    return in_a_row(others) or None


def _ends_at(look: Search, c: Case) -> int:
    """The token at which what is told of a deed ends: at another main verb, or at words for when and why."""
    tokens, end = look.a.tokens, look.thread.sentence_end
    for p in look.thread.preds:
        if p.first < c.pred.last:
            continue
        if _tells_more(look, p) or p.link.startswith(("time", "cause", "attribution")) or _is_another_deed(look, c, p):
            end = min(end, p.first)
            break
    for i in range(c.pred.last, end):
        phrase = look.pack.phrase_at(tokens, i)
        if phrase is not None and phrase.cls.partition(":")[0] in _BEYOND:
            return i
    return end


def _tells_more(look: Search, p: Pred) -> bool:
    """Does the verb or participle go on with something else? One without "and" or a comma describes what stands before it ("جسرين يقعان على")."""
    if p.kind == "verb":
        return p.clause.kind in _MAIN or (p.clause.kind == "coord" and (bool(p.reading.conj) or look.a.tokens[p.first - 1].fold in COMMA))
    return p.kind == "participle" and p.clause.kind == "part"


def _is_another_deed(look: Search, c: Case, p: Pred) -> bool:
    """ "أطلقت جماعة صاروخا رد عليه الجيش بغارة على الحركة": does it tell of force of its own, not in whose hands the thing is?"""
    return not p.types.isdisjoint(FORCE) and p.governor is not c.pred and fold(p.lemma) not in look.pack.word_class("in-hands")


def _is_only_faced(look: Search, m: Mention) -> bool:
    """ "دعما للقوات الموالية للحكومة في مواجهة الحركة", "المناهضة للتنظيم": is he spoken of as whom others fight or follow?"""
    words = look.pack.word_class("loyal") | look.pack.word_class("against") | look.pack.word_class("fought") | look.pack.word_class("backed")
    return any(not bases(t.fold).isdisjoint(words) for t in look.a.tokens[max(0, m.first - _FACED) : m.first])


def _holds_it(look: Search, m: Mention) -> bool:
    """ "يسيطر عليها الحوثيون", "تابعة للتنظيم": do the words before say that the thing is in his hands?"""
    words = look.pack.word_class("in-hands") | look.pack.word_class("belonging")
    return any(not bases(t.fold).isdisjoint(words) for t in look.a.tokens[max(0, m.first - _HELD) : m.first])


def of_their_land(look: Search, c: Case) -> list[Mention]:
    """ "تبنى حزب العمال هجوما بسيارة مفخخة", "أول عملية انتحارية منذ تعيين زعيم لطالبان": whom a group strikes, where nothing says it, is the land
    that it is of, if the report names that here and no other group whom it may fight."""
    mutual = c.frame.parts.get(BETWEEN) == "actor" or c.pred.lemma in look.pack.word_class("fights")
    if mutual or "recipient" in c.frame.needs or len(refs(c.parts, "actor")) != 1 or any(m.kind != "armed-group" for m in c.at("actor")):
        return []
    home, own = look.actors(c) - {None}, refs(c.parts, "actor")
    near = look.thread.within(max(0, look.thread.sentence_start - _BEFORE), look.thread.sentence_end)
    if any(m.kind == "armed-group" and own.isdisjoint(m.entities) and not stands_with_state(look, m) for m in near):
        return []
    named = [m for m in near if m.country in home and m.kind in ("state", "government-body", "people-group", "demonym", "place")]
    return look.thread.states_of(named)[-1:]


def who_charges(look: Search, c: Case) -> list[Mention]:
    """ "اتهمت تايلاند كمبوديا بفتح النار": where nothing is said of whom it hit, the other state, which charges it with that."""
    over, home = look.thread.accuser(c.pred), look.actors(c)
    told = look.thread.speaker(over) if over is not None and home - {None} and not c.at("recipient") else []
    return [a.mention for a in told if a.mention.kind in OFFICIAL and a.mention.country and a.mention.country not in home][:1]


GAPS = (
    Gap("recipient", "ASSAULT seize restrict arrest", "open", whose_target),
    Gap("recipient", "arrest", "nameless", whose_target),
)

LAST = (
    Gap("recipient", "ASSAULT", "open", of_their_land),
    Gap("recipient", "ASSAULT COERCE", "open", who_charges),
)
