"""Envoys who are called home or sent away: whose they are, by whom, from where."""

from __future__ import annotations

from khabar.coding.ends.search import REACH, TO, Case, Gap, Search, as_state
from khabar.coding.tree import ENVOYS, MISSIONS
from khabar.model import Mention
from khabar.text import fold


def who_recalls(look: Search, c: Case) -> list[Mention] | None:
    """ "قال مكتب الرئيس إنه أمر باستدعاء السفير البولندي من مينسك": who says it, if the envoy is his state's."""
    if "own" not in c.parts:
        return None
    theirs = {m.country for m in c.parts["own"]}
    return [a.mention for a in look.thread.voice_over(c.pred) if look.thread.can_act(a.mention) and a.mention.country in theirs]


def called_home(look: Search, c: Case) -> list[Mention] | None:
    """ "أخطرت السفارة بقرار استدعاء سفير مالي في باريس إلى باماكو": who is called to a place in his own land is called by it, whoever tells of it."""
    if "own" not in c.parts:
        return None
    theirs = {m.country for m in c.parts["own"]} - {None}
    whither = look.thread.states_of(a.mention for a in c.pred.args if fold(a.prep) == TO)
    return [as_state(m) for m in whither if m.country in theirs][:1] or None


def own_envoys(look: Search, c: Case) -> list[Mention] | None:
    """ "استدعت الجزائر السفير الجزائري": those envoys who are hers."""
    home = look.actors(c) - {None}
    return [m for m in c.parts["own"] if m.country in home] if "own" in c.parts else None


def recalled_from(look: Search, c: Case) -> list[Mention] | None:
    """ "استدعت الجزائر السفير الجزائري في باريس": home from there."""
    return [host for m in c.parts["own"] for host in look.thread.hosts(m)] if "own" in c.parts else None


def who_sends_away(look: Search, c: Case) -> list[Mention]:
    """ "طرد السفير الهندي من كندا", "أعطى السفير الفرنسي في باماكو مهلة للمغادرة": the state in which the envoy is."""
    theirs = look.reached(c)
    states = [m for m in (*c.at("about"), *c.at("place")) if m.kind == "state"]
    hosts = [h for m in c.at("recipient") if m.role in ENVOYS for h in look.thread.hosts(m)]
    return [m for m in (*states, *hosts) if m.country not in theirs][:1]


def no_envoy_expels(look: Search, c: Case) -> None:
    """ "قرار البحرين باعتبار السفير النرويجي شخصا غير مرغوب فيه": an envoy who stands as the doer is the one sent away."""
    envoys = [m for m in c.at("actor") if m.role in ENVOYS]
    if envoys:
        theirs = {m.country for m in envoys}
        hosts = [m for p in ("actor", "recipient") for m in c.at(p) if m.country and m.country not in theirs]
        hosts = hosts or [h for m in envoys for h in look.thread.hosts(m)]  # "أُبلغ السفير النمساوي في لاباز بأنه"
        hosts = hosts or [m for m in look.told_by(c) if m.country and m.country not in theirs]
        c.parts["actor"], c.parts["recipient"] = hosts[:1], envoys


def charged_with(look: Search, c: Case) -> None:
    """ "استدعت اليابان السفير بعد طرد يابانيين من سفارتها في كييف بسبب اتهامات بالتجسس": the charges for which somebody was sent away are theirs who
    sent him, not of who tells of it."""
    if c.pred.kind != "noun" or not c.pred.link.startswith("cause"):
        return
    sent = next((d for d in reversed(c.made) if d.mode == "expel" and d.pred.first < c.pred.first), None)
    nearest = max((p.first for p in look.thread.preds if p.first < c.pred.first), default=-1)
    if sent is not None and sent.pred.first == nearest and sent.pred.kind == "noun" and sent.parts.get("actor"):
        c.parts["actor"], c.parts["recipient"] = list(sent.parts["actor"]), list(sent.parts.get("recipient", ()))


def sent_away(look: Search, c: Case) -> list[Mention] | None:
    """ "أعلنت أن السفير غير مرغوب فيه": of whom the clause tells."""
    return [a.mention for a in c.pred.content.topic if look.thread.can_act(a.mention)][:1] if c.pred.content is not None else None


def others_too(look: Search, c: Case) -> list[Mention]:
    """ "طردت إيطاليا ثلاثين دبلوماسيا روسيا، وأمهلت الدنمارك 15 آخرين": others of those whom the same was done to before."""
    if not look.words.has(c.pred, look.pack.word_class("others-alike")):
        return []
    home = look.actors(c)
    before = next((d for d in reversed([*look.thread.drafts[-REACH:], *c.made]) if d.type == c.frame.type and d.mode == c.frame.mode), None)
    return [m for m in before.parts.get("recipient", []) if m.country and m.country not in home] if before is not None else []


def not_their_own(look: Search, c: Case) -> list[Mention] | None:
    """ "قطعت العلاقات مع إيران وأمرت أعضاء سفارتها بالمغادرة": nobody sends his own envoys away; they are of whom he dealt with before."""
    home, whom = look.actors(c) - {None}, c.at("recipient")
    if not whom or not home or any(m.country not in home for m in whom):
        return None
    before = next((d for d in reversed(c.made) if d.type == c.frame.type and home & look.thread.countries(d.parts, "actor")), None)
    return [m for m in before.parts.get("recipient", []) if m.country and m.country not in home] if before is not None else None


def whose_mission(look: Search, c: Case) -> list[Mention]:
    """ "أعيد فتح السفارة البريطانية في طهران": whose the embassy is that is opened."""
    return [m for m in c.at("about") if m.country and any(e.endswith(MISSIONS) for e in m.entities)][:1]


def where_it_opens(look: Search, c: Case) -> list[Mention]:
    """ "أعيد فتح السفارة البريطانية في طهران": in whose land."""
    if not whose_mission(look, c):
        return []
    return [m for m in look.thread.states_of(c.at("place")) if m.country and m.country not in look.actors(c)][:1]


GAPS = (
    Gap("actor", "SUPPORT", "nobody", whose_mission),
    Gap("recipient", "SUPPORT", "open", where_it_opens),
    Gap("actor", "*", "open", who_recalls),
    Gap("actor", "*", "any", called_home),
    Gap("own", "*", "any", own_envoys),
    Gap("recipient", "*", "open", recalled_from),
    Gap("actor", "expel", "open", who_sends_away),
    Gap("both", "expel", "any", no_envoy_expels),
    Gap("both", "ACCUSE", "any", charged_with),
    Gap("recipient", "expel", "open", sent_away),
    Gap("recipient", "expel", "open", others_too),
    Gap("recipient", "expel", "any", not_their_own),
)
