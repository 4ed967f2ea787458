"""Who says the words that have no speaker of their own."""

from __future__ import annotations

from khabar.coding.draft import AIMED, DEEDS, below, refs
from khabar.coding.ends.search import Case, Gap, Search
from khabar.coding.tree import ENVOYS
from khabar.model import Mention
from khabar.text import fold

_ASIDE = frozenset(("agent.CVL", "unnamed"))  # experts and observers comment; they do not act
_AIMED, _DEEDS = " ".join(AIMED), " ".join(DEEDS)
_BUT_FORCE = "ACCUSE THREATEN SANCTION REJECT REQUEST SUPPORT CONCEDE COERCE AID AGREE COOPERATE"


def in_the_state(look: Search, c: Case) -> list[Mention]:
    """ "جرى استدعاء السفير في بغداد": the state in which it was done."""
    return look.thread.states_of(c.at("place"))[:1]


def in_the_body(look: Search, c: Case) -> list[Mention]:
    """ "اعتُمد القرار في مجلس الأمن": the body in which it was carried."""
    return [m for m in c.at("place") if m.kind == "organisation"][:1]


def called_to(look: Search, c: Case) -> list[Mention]:
    """ "استدعاء السفير التركي إلى وزارة الخارجية البلغارية": the ministry to which he is called."""
    if not any(m.role in ENVOYS for m in c.at("recipient")):
        return []  # "اتهامات للجيش": of no envoy
    return [a.mention for a in c.pred.args if fold(a.prep) in ("الي", "ل") and a.mention.kind == "government-body"][:1]


def posted_with(look: Search, c: Case) -> list[Mention]:
    """ "استُدعي السفير الإيراني في الكويت": the state to which the envoy is sent."""
    return [host for m in c.at("recipient") if m.role in ENVOYS for host in look.thread.hosts(m)][:1]


def voice(look: Search, c: Case) -> list[Mention]:
    """Who says what the act stands in."""
    if c.pred.kind == "noun" and (c.pred.reading.article or c.frame.mode == "investigate"):
        return []  # "قال إن التصريحات المعادية مرفوضة", "قال إن الشهود تم استجوابهم": by others
    return [a.mention for a in look.thread.voice_over(c.pred) if look.thread.can_act(a.mention) and a.mention.rule not in _ASIDE]


def by_whom(look: Search, c: Case) -> list[Mention]:
    """ "بعد تهديدات بفرض عقوبات عليها من قبل إيكواس": whose words they are, told by what they are about."""
    told = (a for p in (c.pred, *below(c.pred)) for a in p.args if fold(a.prep) in look.pack.word_class("by"))
    return [a.mention for a in told if look.thread.can_act(a.mention)][:1]


def who_did_before(look: Search, c: Case) -> list[Mention] | None:
    """ "استُدعي السفير … وتم تسليمه مذكرة": who did to the same one what the sentence told just before."""
    hit = refs(c.parts, "recipient")
    if not c.at("recipient"):
        return None
    same = (d for d in reversed(c.made) if d.type in AIMED and hit and hit <= refs(d.parts, "recipient"))
    return next((list(d.parts.get("actor", ())) for d in same), [])


GAPS = (
    Gap("actor", "ACCUSE", "open", in_the_state, "passive"),
    Gap("actor", "AGREE", "open", in_the_body, "undergone"),
    Gap("actor", "ACCUSE", "open", called_to),
    Gap("actor", "ACCUSE SANCTION", "open", posted_with, "undergone"),
    Gap("actor", _AIMED, "open", who_did_before, "undergone"),
    Gap("actor", "ACCUSE", "open", voice, "not-by-subject"),  # "تتهمها دول غربية": others do
    Gap("actor", _BUT_FORCE, "open", voice, "of-subject"),  # "ذكرت يريفان أن جنودها سقطوا قتلى": she did not kill them
    Gap("actor", _AIMED, "nobody", by_whom, "noun"),
    Gap("actor", "*", "open", voice, "if"),
    Gap("actor", "expel", "open", voice, "undone"),  # "أعلن الوزير أنه تم منح الدبلوماسيين مهلة للمغادرة"
)
