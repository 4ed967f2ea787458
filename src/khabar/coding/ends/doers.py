"""Who did it, where the act is told in the passive or by others."""

from __future__ import annotations

from khabar.coding.draft import AIMED, DEEDS, IN_ANSWER, bases, below, governors, speakers
from khabar.coding.ends.rivals import state_of_envoy
from khabar.coding.ends.search import AGAINST, ANSWERED, WITHIN, Case, Gap, Search
from khabar.coding.tree import Pred
from khabar.model import Mention
from khabar.text import fold

_AIMED, _DEEDS = " ".join(AIMED), " ".join(DEEDS)
_LAID = 4  # tokens before a deed in which it is told whose fault it is
_TO = "علي"  # how an act hangs on the verb that answers it
_NEAR = 2  # tokens between "sent by" and who sent it
_LOADED = 30  # tokens behind an arrival in which it is told who sent what arrives
_ORDERED = "SANCTION COERCE MOBILIZE AID release"  # whoever tells of these in the passive speaks for those who did them


def whose_thing(look: Search, c: Case) -> list[Mention]:
    """ "قُطعت المساعدات الأميركية", "نُشرت قوات فرنسية", "أعيد فتح المجال الجوي الباكستاني": whose the thing is tells who acted."""
    whose = [a.mention for k in c.pred.children if k.link == "subj" for a in k.args if a.role == "genitive"]
    if c.frame.type == "MOBILIZE":
        whose += [m for m in c.at("about") if m.rule.startswith("agent")]
    if c.frame.type == "CONCEDE" and c.frame.object == "about":
        near = look.ahead(c.pred, WITHIN + 2, WITHIN + 2)
        whose += [m for m in near if m.kind == "demonym" or m.rule == "land"] or look.thread.states_of(near)  # "فتح مطارات في شمال الهند"
    theirs = look.reached(c)
    return [m for m in whose if m.country not in theirs and not {look.thread.entity(e).country for e in m.entities} & theirs][:1]


def state_of_teller(look: Search, c: Case) -> list[Mention]:
    """ "أعلن الوزير الكوبي أنه تم طرد السفير": his state did it."""
    said = next(iter(speakers(c.pred.clause)), None)
    over = c.pred.governor
    no_more = c.pred.negated or (over is not None and over.negated)
    if c.frame.mode == "release" and (no_more or look.words.has(c.pred, look.pack.word_class("kidnapped"))):
        return []  # "إن الإفراج لن يتم قبل الجمعة"; "أعلنت قطر أنه تم الإفراج عن الرهائن": of those whom others held
    theirs = {m.country for m in c.at("recipient") if not _is_of_a_group(look, m)}  # "قال مسؤول صومالي إنه تم أسر أربعين من مقاتلي الحركة"
    tellers = look.thread.speaker(said) if isinstance(said, Pred) else [said] if said is not None else ()
    return [a.mention for a in tellers if look.thread.can_act(a.mention) and a.mention.country and a.mention.country not in theirs][:1]


def _is_of_a_group(look: Search, m: Mention) -> bool:
    """An armed group, or "قيادي في الحركة", whose country is the land that the group is from and not one for which he acts."""
    return m.kind == "armed-group" or (m.of is not None and look.thread.entity(m.of).kind == "armed-group")


def not_who_counts(look: Search, c: Case) -> list[Mention] | None:
    """ "أعلنت الوزارة ارتفاع عدد ضحايا الهجوم الذي استهدف …": who counts the dead did not attack."""
    victims = look.pack.word_class("victims")
    if not any(t.fold in victims for t in look.a.tokens[max(0, c.pred.first - 3) : c.pred.first]):
        return None
    return [m for m in c.at("actor") if m.first > c.pred.first]


def whose_craft(look: Search, c: Case) -> list[Mention]:
    """ "رصد طائرة تابعة للجيش الصيني": who is seen, behind the verb."""
    home = look.reached(c)
    return [m for m in look.ahead(c.pred, 12, 12) if (m.country or m.kind == "demonym") and m.country not in home][:1]


def who_sent_load(look: Search, c: Case) -> list[Mention]:
    """ "وصلت طائرة إغاثية يسيرها مركز فلان", "هبطت طائرة مساعدات قادمة من الدوحة": what carries aid has a sender, told behind it."""
    if fold(c.pred.lemma) not in look.pack.word_class("on-the-way"):
        return []
    sent, tokens, home = look.pack.word_class("sent-by"), look.a.tokens, look.reached(c)
    for m in look.thread.within(c.pred.last, min(look.thread.sentence_end, c.pred.last + _LOADED)):
        if m.country not in home and any(t.fold in sent for t in tokens[max(c.pred.last, m.first - _NEAR) : m.first]):
            return [m] if look.thread.can_act(m) else look.thread.states_of([m])
    return []


def answers_with(look: Search, c: Case) -> list[Mention] | None:
    """ "وردت إسرائيل بقصف الميناء": who answers does what he answers with."""
    over = c.pred.governor
    if over is None or fold(c.pred.link) != "ب" or over.lemma not in look.pack.word_class("answers-by"):
        return None
    return [a.mention for a in look.thread.subject(over) if look.thread.can_act(a.mention)]


def who_is_blamed(look: Search, c: Case) -> list[Mention] | None:
    """ "حملت كييف موسكو مسؤولية قصف المستشفى": he on whom the deed is laid did it, as who lays it on him says; not where its noun names its doer."""
    before = {word for t in look.a.tokens[max(0, c.pred.first - _LAID) : c.pred.first] for word in bases(t.fold)}
    if before.isdisjoint(look.pack.word_class("own-fault")) or any(m.first > c.pred.first for m in c.at("actor")):
        return None
    laid = next((d for d in reversed(c.made) if d.type == "ACCUSE" and d.pred in governors(c.pred)), None)
    return [m for m in laid.parts.get("recipient", ()) if look.thread.can_act(m)] if laid is not None else None


def who_is_punished(look: Search, c: Case) -> list[Mention] | None:
    """ "سحبت سفيرها من مقديشو احتجاجا على اعتقال ضباط", "عقوبات على إيران بعد الهجوم على قطر": whom a hostile act answers did the deed."""
    over = c.pred.governor
    complaint = over is not None and over.kind == "noun" and "ACCUSE" in over.types and fold(c.pred.link) == "علي"  # "للاحتجاج على احتجاز"
    if not complaint and not c.pred.link.startswith(("time:after", "cause")):
        return None
    hit = look.reached(c) - {None}
    for over in governors(c.pred):
        blamed = next((d for d in reversed(c.made) if d.pred is over and d.type in ANSWERED), None)
        if blamed is not None:
            theirs = look.thread.countries(blamed.parts, "recipient") - {None}
            who = [state_of_envoy(look, m) for m in blamed.parts["recipient"]]
            return who if len(theirs) == 1 and hit and not theirs & hit else None
        acts = [p for p in (over, *below(over)) if p.first < c.pred.first and not p.types.isdisjoint(ANSWERED)]
        if acts:  # "تحاول تشديد العقوبات على إيران بعد الهجوم": nothing that happened, but against her
            args = (a for x in acts for p in (x, *x.children) for a in p.args if a.mention.first < c.pred.first and fold(a.prep) in AGAINST)
            who = [a.mention for a in args if a.mention.kind in ("state", "armed-group")]
            return who if len({m.country for m in who}) == 1 and hit and who[0].country not in hit else None
    return None


def other_of_two(look: Search, c: Case) -> list[Mention]:
    """ "توترت العلاقات بين كينيا وإيران بعد طرد السفير الإيراني": in a report on two states, the other of them did it."""
    hit = look.reached(c) - {None}
    other = {*look.thread.two} - hit
    if len(hit) != 1 or len(other) != 1 or not hit < {*look.thread.two}:
        return []
    return [m for m in look.a.mentions if m.kind == "state" and m.country in other][:1]


def answerer(look: Search, c: Case) -> list[Mention] | None:
    """ "ردت إسرائيل على هجمات صاروخية", "قصفت مواقع ردا على هجوم": the state that answers a hostile act is the one that it was done to, unless the
    words of the act name another."""
    over, home = c.pred.governor, look.actors(c) - {None}
    if over is None or not home or not look.reached(c) <= home:
        return None
    told = fold(over.lemma) in look.pack.word_class("answers") and fold(c.pred.link) == _TO
    alike = (d for d in reversed(c.made) if d.pred is over and d.type == c.frame.type)  # a raid for a raid, not a complaint about attacks on others
    answer = next(alike, None) if c.pred.link == IN_ANSWER else None
    if not told and answer is None:
        return None
    who = answer.parts.get("actor", []) if answer is not None else [a.mention for a in look.thread.subject(over)]
    named = {a.mention.country for a in c.pred.args if a.role in ("object", "prep")} - home - {None}
    who = [m for m in who if m.country and m.country not in home and look.thread.can_act(m)]
    return who if who and named <= {m.country for m in who} else None


def not_of_himself(look: Search, c: Case) -> list[Mention] | None:
    """ "قالت الخارجية الروسية إن ألمانيا قررت الطرد، وتدين تصرفات برلين": nobody condemns what he does himself; she who tells of it does."""
    pred, home = c.pred, look.actors(c) - {None}
    if pred.kind != "verb" or pred.subject or pred.clause.kind != "coord" or len(home) != 1:
        return None
    own = [m for m in look.ahead(pred, WITHIN) if m.country in home][:1]
    told = [m for m in look.told_by(c) if m.country and m.country not in home and look.thread.can_act(m)]
    if not own or not told:
        return None
    c.parts["recipient"] = look.first_party(own)
    return told[:1]


GAPS = (
    Gap("actor", "ACCUSE", "any", not_of_himself),
    Gap("actor", "*", "open", whose_thing, "undone"),
    Gap("actor", _ORDERED, "nobody", state_of_teller, "passive"),
    Gap("actor", "ASSAULT", "any", not_who_counts),
    Gap("actor", "*", "open", whose_craft, "seen"),
    Gap("actor", "AID", "nobody", who_sent_load),
    Gap("actor", _DEEDS, "any", who_is_blamed, "noun"),
    Gap("actor", _DEEDS, "open", answers_with, "noun"),
    Gap("actor", _DEEDS, "nobody", who_is_punished, "noun"),
    Gap("actor", "SANCTION", "nobody", other_of_two, "noun"),
    Gap("recipient", "ACCUSE THREATEN SANCTION COERCE ASSAULT MOBILIZE", "any", answerer, "noun"),
)
