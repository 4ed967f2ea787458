"""Force, crowds, troops and aid: from whom they come, whom and where they reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace

from khabar.coding.draft import bases, refs, speakers
from khabar.coding.ends.rivals import enemy
from khabar.coding.ends.search import (
    AT_WAR,
    NATIONLESS,
    OFFICIAL,
    REACH,
    THE,
    WITHIN,
    Case,
    Gap,
    Search,
    as_state,
    earlier,
    first_of,
    in_a_row,
    stands_with_state,
    states_here,
    their_people,
)
from khabar.coding.tree import AND, BETWEEN, FROM, IN, MISSIONS, WITH, Arg, Pred
from khabar.model import Mention
from khabar.text import Token, fold

_FOR_WHOM = 25  # tokens behind aid within which it is told whom it supports
_CROWD = "protesters"  # of an unnamed id
_HERS = "ها"
_AT = (IN, "ب")
_WHITHER = ("الي", "ل")
_INSIDE = 7  # tokens from "on" before a town or post to the land that it is in
_ON = "علي"
_NAMED_FOR = 26  # tokens behind an act in which somebody is named for it
_MEASURES = frozenset(("COERCE", "MOBILIZE", "SANCTION", "PROTEST"))  # how a state answers an attack
_OFFERED = frozenset((_ON, "ل"))


def by_weapon(look: Search, c: Case) -> list[Mention]:
    """ "أصيب بنيران أذربيجانية", "في هجوم روسي", "في عملية قام بها الجيش", "في تبادل لإطلاق النار مع القوات الأرمينية": who fired."""
    tokens, fights = look.a.tokens, look.pack.word_class("fighting")
    weapons, operations = look.pack.word_class("weapon"), look.pack.word_class("operation")
    hit, pred = look.reached(c) - {None}, c.pred
    led = pred.governor.children if pred.governor is not None else ()  # "أسفرت عملية روسية عن مقتل خمسة"
    before = [p.first for p in led if p.link == "subj" and p.first < pred.first]
    for i in (*before, *range(pred.last, min(pred.stop or pred.last + 14, pred.last + 14))):
        words = bases(tokens[i].fold)
        if words.isdisjoint(weapons | operations):
            continue
        did = (a.mention for p in look.thread.preds if p.first == i for v in look.thread.relatives(p) if "light" in v.operates for a in v.subject)
        struck = [a.mention for p in look.thread.preds if i < p.first < i + 3 and p.kind == "verb" for a in p.of_role("object")]
        near = list(did) or [m for m in look.thread.within(i, i + 3) if m not in struck]  # "في كمين استهدف دورية هندية": what was hit
        if words.isdisjoint(weapons):  # "في حملات لقوات الجيش"; not "في عملية ضد الحركة"
            kind = look.pack.word_class("martial")
            near = [m for m in near if all(t.fold in kind for t in tokens[i + 1 : m.first]) or fold(m.prep) == _WHITHER[1]]
        fires = [m for m in near if (m.kind in ("demonym", "government-body", "armed-group") or m.rule == "agent.MIL")]
        if not fires and not words.isdisjoint(fights):
            fires = [m for m in look.thread.within(i + 1, i + 5) if fold(m.prep) == "مع" or tokens[m.first - 1].fold == "مع"]
        for m in fires:
            owns = m.kind == "government-body" and fold(m.prep) == _WHITHER[1]  # "في قصف للجيش الميانماري"
            within = m.kind == "armed-group" or owns or (bool(hit) and all(x.kind == "armed-group" for x in c.at("recipient")))
            within = within and m.first not in {x.first for x in c.at("recipient")}  # "قتل مدنيون في قصف لقوات الدعم السريع"
            if m.entities and (m.country not in hit or within):
                return [as_state(m)]
    return []


def in_whose_midst(look: Search, c: Case) -> list[Mention] | None:
    """ "هاجم مسلحون موكب السفير الإماراتي", "استهدف هجوم اجتماعا للحركة": whose procession or gathering it is that is struck."""
    verbs = [p for p in (c.pred, c.pred.governor if c.pred.link == "subj" else None) if p is not None and p.kind == "verb"]
    struck = [k for v in verbs for k in v.children if k.kind == "noun" and k.link == "obj" and "ASSAULT" not in k.types]
    whose = (a.mention for k in struck for a in k.args if a.role == "genitive" or fold(a.prep) == _WHITHER[1])
    own = refs(c.parts, "actor")
    return [m for m in whose if look.thread.can_act(m) and own.isdisjoint(m.entities)][:1] or None


def who_undergoes_it(look: Search, c: Case) -> list[Mention] | None:
    """ "تعرضت محطة روسية لهجوم", "تعرض مطار طهران لقصف": whose the thing is that stands between the verb of undergoing and the deed."""
    over, home = c.pred.governor, look.actors(c) - {None}
    if over is None or over.kind != "verb" or "reverse" not in over.operates:
        return None
    struck = [m for m in look.thread.within(over.last, c.pred.first) if fold(m.prep) not in _AT and m.entities]
    places = [m for m in struck if m.kind == "place"]
    named = [m for m in struck if m.kind in ("demonym", "state", "government-body", "armed-group", "organisation")]
    whose = [as_state(m) for m in named if not home & {look.thread.entity(e).country for e in m.entities}]
    return (whose or [m for m in look.thread.states_of(places) if m.country not in home])[:1] or None


def who_is_put_to_death(look: Search, c: Case) -> list[Mention] | None:
    """ "نفذت السعودية حكم الإعدام في رجل يمني", "بحق مواطن أردني": on whom the sentence is carried out."""
    home, tokens, on = look.actors(c), look.a.tokens, look.pack.word_class("put-to-death")
    near = look.thread.within(c.pred.last, min(c.pred.stop or c.pred.last + REACH, c.pred.last + REACH))
    men = (m for m in near if fold(m.prep) in _AT or tokens[m.first - 1].fold in on)
    return [m for m in men if m.kind == "person" or m.rule.startswith(("agent", "unnamed", "people"))][:1] if home - {None} else None


def where_it_harmed(look: Search, c: Case) -> list[Mention] | None:
    """ "ألحق هجوم أوكراني أضرارا بمصنع روسي", "أدى هجوم إلى حريق في مصفاة روسية": whose the thing is that was harmed."""
    over, home = c.pred.governor, look.actors(c) - {None}
    if over is None or c.pred.link != "subj" or not home or fold(over.lemma) not in look.pack.word_class("brings-about"):
        return None
    behind = look.thread.within(c.pred.last, min(over.stop or look.thread.sentence_end, c.pred.last + REACH))
    whose = [as_state(m) for m in behind if m.kind in ("demonym", "state", "government-body")]
    whose += look.thread.states_of(m for m in behind if m.kind == "place")
    return [m for m in whose if home.isdisjoint({look.thread.entity(e).country for e in m.entities})][:1] or None


def who_then_acts(look: Search, c: Case) -> list[Mention]:
    """ "إثر هجوم شنته فجرا، تمكنت القوات الكينية من", "بعد غارة نفذها أمس، قال الجيش إن": who is named only with the verb behind the words for when,
    and agrees with the one in them that has no subject."""
    told = [v for v in look.thread.relatives(c.pred) if "light" in v.operates and v.reading.pronoun and not v.subject and v.reading.verb is not None]
    if not told or not c.pred.link.startswith(("time:after", "cause")):
        return []
    then = next((p for p in look.thread.preds if p.kind == "verb" and p.first > told[-1].last and p.clause.kind != "rel" and p.subject), None)
    did, does = told[-1].reading.verb, then.reading.verb if then is not None else None
    if then is None or did is None or does is None or did.gender != does.gender:
        return []
    return [a.mention for a in then.subject if look.thread.can_act(a.mention)]


def fought_with(look: Search, c: Case) -> list[Mention]:
    """ "أصيب جنديان كينيان في مواجهات مع حركة الشباب": those with whom they fight who are hit, or between whom and whom they are hit."""
    theirs, hit, fights = refs(c.parts, "recipient"), look.reached(c) - {None}, look.pack.word_class("fights")
    near = (p for p in look.thread.preds if c.pred.last <= p.first < c.pred.last + REACH)
    fight = [p for p in near if p.kind == "noun" and p.lemma in fights][:1]
    args = [a for p in fight for a in p.args if fold(a.prep) in (WITH, BETWEEN) and not look.parts_of.is_neighbour(p, a)]
    rebels = bool(c.at("recipient")) and all(_is_fighter(m) for m in c.at("recipient"))
    armed = any(m.rule == "agent.MIL" or m.kind in AT_WAR[1:] or _is_fighter(m) for m in c.at("recipient"))
    others = [a for a in args if look.thread.can_act(a.mention) and theirs.isdisjoint(a.mention.entities)]
    return [a.mention for a in others if fold(a.prep) == WITH or not armed or rebels or a.mention.country not in hit or _is_fighter(a.mention)]


def whose_weapon(look: Search, c: Case) -> list[Mention]:
    """ "سقط صاروخ إيراني في أربيل": of what nation it is that fell."""
    fell = (a.mention for a in c.pred.subject if a.mention.rule in ("demonym", "agent.MIL") and a.mention not in c.at("recipient"))
    return [as_state(m) for m in fell if m.country][:1]


def alike(look: Search, c: Case) -> list[Mention]:
    """ "مقتل 35 مدنيا جراء قصف مماثل": who did what is told before, to which this is alike."""
    before = next((d for d in earlier(look, c, 4) if d.type == c.frame.type and d.parts.get("actor")), None)
    return list(before.parts["actor"]) if before is not None else []


def at_hand(look: Search, c: Case) -> list[Mention]:
    """ "لقوا مصرعهم على يد قوات النظام": at whose hands those fell who met their death."""
    pred, hands, tokens = c.pred, look.pack.word_class("at-hands"), look.a.tokens
    near = look.thread.within(pred.last, min(look.thread.sentence_end, pred.last + REACH))
    hit = {m.first for m in c.at("recipient")}
    by = (m for m in near if m.first not in hit and tokens[m.first - 1].fold in hands and look.thread.can_act(m))
    return [m for m in by if m.country][:1]


def who_boasts(look: Search, c: Case) -> list[Mention]:
    """ "أعلن الجيش مقتل عشرة من عناصر طالبان": an army that tells of dead gunmen or dead of a group killed them."""
    hit = c.at("recipient")
    if not hit or not all(_is_fighter(m) for m in hit):
        return []
    said = next((x for x in speakers(c.pred.clause) if isinstance(x, Pred)), None) or c.pred.governor
    tellers = [a.mention for a in look.thread.speaker(said)] if said is not None and said.says else []
    words = look.pack.word_class("of-war")
    arms = (m for m in tellers if m.rule != "unnamed" or m.country)
    return [m for m in arms if any(look.thread.entity(e).sector == "MIL" for e in m.entities) or _says(look, m, words)][:1]


def _says(look: Search, m: Mention, words: Container[str]) -> bool:
    """Does one of these words stand in the mention?"""
    return any(t.fold in words for t in look.a.tokens[m.first : m.last])


def who_claims(look: Search, c: Case) -> list[Mention] | None:
    """ "هجمات تبنى بعضها التنظيم": who says that he did some of what the clause describes."""
    words = look.pack.word_class("claims-deed")
    verbs = [p for p in look.thread.preds if p.kind == "verb" and p.first > c.pred.first and fold(p.lemma) in words]
    told = [p for p in verbs if isinstance(p.clause.antecedent, Pred) and "ASSAULT" in p.clause.antecedent.types]
    return [a.mention for p in told for a in p.args if a.mention.kind == "armed-group" and a.role in ("subject", "object")][:1] or None


def who_is_behind(look: Search, c: Case) -> list[Mention]:
    """ "قتل شرطي في هجوم نسب إلى الحركة", "في تفجير أعلن التنظيم مسؤوليته عنه", "في هجومين يشتبه أن الجماعة نفذتهما": whom the words
    behind the attack, or the means, by which somebody was hit name for it."""
    tokens, means = look.a.tokens, look.pack.word_class("weapon") | look.pack.word_class("operation")
    first = c.pred.first if c.pred.kind == "noun" else c.pred.last
    stop = min(look.thread.sentence_end, c.pred.last + _NAMED_FOR)
    at = next((i for i in range(first, stop) if not bases(tokens[i].fold).isdisjoint(means)), stop)
    ascribed, owns = look.pack.word_class("ascribed"), look.pack.word_class("responsibility")
    word = next((i for i in range(at + 1, stop) if tokens[i].fold in ascribed | owns), None)
    if word is None:
        lemmas = look.pack.word_class("does-attack")
        told = (p for p in look.thread.preds if at < p.first < stop and p.kind == "verb" and p.reading.pronoun and not p.negated)
        named = [a.mention for p in told if fold(p.lemma) in lemmas for a in look.thread.subject(p)][:1]
    elif tokens[word].fold in ascribed:
        near = look.thread.within(word + 1, word + WITHIN)
        named = [m for m in near if fold(m.prep) == _WHITHER[0] or tokens[m.first - 1].fold == _WHITHER[0]][:1]
    else:
        verbs = (p for p in look.thread.preds if at < p.first < word and p.kind == "verb" and "decide" in p.operates and not p.negated)
        named = [a.mention for p in verbs for a in p.subject][:1]
    hit = look.reached(c) - {None}
    return [m for m in named if m.kind in AT_WAR and m.entities and (m.country not in hit or m.kind == "armed-group")]


def _is_fighter(m: Mention) -> bool:
    """A group in arms, one of its men, or gunmen without a name?"""
    return m.kind == "armed-group" or (m.role or "").startswith("group-") or any(e.startswith("unnamed/gunmen") for e in m.entities)


def whose_aid(look: Search, c: Case) -> list[Mention]:
    """ "مساعدات مقدمة من الكويت", "طائرة مساعدات كويتية": whence it is, by the words beside it."""
    near = [m for m in look.ahead(c.pred, 5) if m.kind == "demonym"]
    near += [a.mention for a in c.pred.args if a.role == "loose" and not a.prep and a.mention.kind == "state"]
    return c.at("initiator") or near[:1]


def who_sent_it(look: Search, c: Case) -> list[Mention] | None:
    """ "أفادت الوزارة العمانية بوصول ثلاث طائرات إغاثة إلى المغرب": who tells that it came."""
    if fold(c.pred.lemma) not in look.pack.word_class("on-the-way"):
        return None
    theirs = look.reached(c)
    sender = look.thread.subject(c.pred.governor) if c.pred.governor is not None and c.pred.governor.says else ()
    return [a.mention for a in sender if a.mention.country and a.mention.country not in theirs][:1]


def over_the_border(look: Search, c: Case) -> list[Mention]:
    """ "شن غارات على طول حدوده مع كمبوديا", "دفع بتعزيزات إلى الحدود مع سوريا": the neighbour at whose border a state strikes or moves its men."""
    home = look.actors(c)
    return [m for m in look.parts_of.neighbours_at(c.pred) if home - {None} and m.country not in home]


def not_his_own(look: Search, c: Case) -> list[Mention] | None:
    """ "استهدفت طهران جماعة إيرانية في باكستان": not the nationality of the one who strikes."""
    home = look.actors(c)
    return [m for m in c.at("recipient") if m.kind != "demonym" or m.country not in home] if c.at("place") else None


def on_own_ground(look: Search, c: Case) -> list[Mention]:
    """ "هجوم إيراني داخل أراضيها": whose ground it is."""
    home = look.actors(c) - {None}
    return [m for m in their_people(look, c) if m.country not in home]


def wronged(look: Search, c: Case) -> list[Mention] | None:
    """ "اعتذر عن إسقاط الطائرة الروسية", "أسفه إزاء ما عاناه الكوريون": whose the thing or the suffering is that is regretted."""
    if c.frame.parts.get("عن") != "about":
        return None
    home = look.actors(c) - {None}
    near = look.thread.within(c.pred.last, min(look.thread.sentence_end, c.pred.last + REACH)) if home else ()
    hit = [m for m in near if m.entities and not home & {look.thread.entity(e).country for e in m.entities}]
    whose = (m for m in hit if m.kind in ("demonym", "state", "people-group", "government-body") and (m.country or m.kind == "demonym"))
    return [as_state(m) for m in whose][:1]


def eased_for(look: Search, c: Case) -> list[Mention]:
    """ "رفع حظر تصدير السلاح إلى تركيا", "خفف القيود على الرحلات إلى السليمانية في العراق": the first other state behind what is lifted."""
    home = look.actors(c) - {None}
    near = look.thread.within(c.pred.last, min(c.pred.stop or c.pred.last + REACH, c.pred.last + REACH)) if home else ()
    whose = (as_state(m) for m in near if m.kind in ("demonym", "state", "people-group", "government-body") and m.entities)
    others = [m for m in whose if look.thread.countries({"": [m]}, "").isdisjoint(home)]
    return (others or [m for m in look.thread.states_of(m for m in near if m.kind == "place") if m.country not in home])[:1]


def whose_air(look: Search, c: Case) -> list[Mention]:
    """ "مسيرات روسية انتهكت مجالها الجوي": whose the air is, else who tells of it."""
    home = look.actors(c) - {None}
    if not home or not look.words.has(c.pred, look.pack.word_class("own-air")):
        return []
    named = [m for m in their_people(look, c, "own-air") if m.country not in home]
    voices = [a.mention for p in look.thread.preds if p.says and p.first < c.pred.first for a in look.thread.subject(p)]
    return (named or [m for m in voices if m.country and m.country not in home and look.thread.can_act(m)])[:1]


def whose_space(look: Search, c: Case) -> list[Mention] | None:
    """ "أسقطت رومانيا مسيرات روسية انتهكت مجالها الجوي": whose airspace or waters were entered."""
    home = look.actors(c) - {None}
    if not home:
        return None
    space, tokens, doers, pred = look.pack.word_class("own-space"), look.a.tokens, refs(c.parts, "actor"), c.pred
    at = next((i for i in range(pred.last, min(pred.last + 3, len(tokens))) if tokens[i].fold in space), None)
    outer = [a.mention for p in look.thread.preds if at is not None and p.first < pred.first and p.kind == "verb" for a in look.thread.subject(p)]
    states = look.thread.states_of(m for m in outer if look.thread.can_act(m) and not doers & {*m.entities})
    same = [m for m in states if at is not None and m.country not in home and look.thread.is_her_kind(m) == tokens[at].fold.endswith(_HERS)]
    return same[:1] or None


def sent_there(look: Search, c: Case) -> list[Mention] | None:
    """ "أرسلت قوات إلى ليبيا", "دخلت شاحنات مساعدات إلى غزة": the state in which it is done."""
    home = look.actors(c)
    if c.frame.type == "MOBILIZE" and len(home) > 1 and not any(fold(a.prep) in _WHITHER for a in c.pred.args):
        return None  # armies that train together aim at nobody
    near = [m for p in ("place", "about") for m in c.at(p) if c.frame.type != "AID" or not _is_fought(look, m)]
    if c.frame.type == "ASSAULT":  # "هجوم شنته من مقديشو": whence it came
        near = [m for m in near if FROM[0] not in (fold(m.prep), look.a.tokens[m.first - 1].fold)]
    there = look.thread.states_of(near)
    if home - {None}:
        rebels = c.frame.type == "ASSAULT" and all(m.kind == "armed-group" for m in c.at("actor"))
        inside = {m.country for m in c.at("place") if rebels and _stands_in(m, look.a.tokens)}  # "في مقديشو": rebels hit their own state
        return first_of([m for m in there if m.country in inside - {None} or m.country not in home])
    return first_of(there) if c.frame.type == "AID" else None


def to_that_place(look: Search, c: Case) -> list[Mention]:
    """ "أرسلت قوات إلى هناك": the land or place abroad that has been told last."""
    tokens, there = look.a.tokens, look.pack.word_class("there")
    stop = min(look.thread.sentence_end, c.pred.last + REACH)
    at = next((i for i in range(c.pred.last + 1, stop) if tokens[i].fold in there and tokens[i - 1].fold in _WHITHER), None)
    told = look.thread.states_of(m for m in reversed(look.thread.before(c.pred.first)) if m.kind in ("state", "place")) if at else []
    home = look.actors(c)
    return [m for m in told if home - {None} and m.country not in home][:1]


def hit_here(look: Search, c: Case) -> list[Mention] | None:
    """Whom an unnamed hand hits in Mali is Mali's; in front of an embassy, the embassy."""
    if look.actors(c) - {None} or c.frame.parts.get("بين") == "actor":
        return None
    again = c.pred.kind == "noun" and c.pred.definite and not c.pred.args and not look.thread.relatives(c.pred)
    if look.words.has(c.pred, look.pack.word_class("others-alike")):  # "مقتل جنديين وإصابة خمسة آخرين": others of those
        before = next((d for d in reversed(c.made) if d.type == c.frame.type and d.parts.get("recipient")), None)
        if before is not None:
            return list(before.parts["recipient"])
    told = (d for d in reversed((*look.thread.drafts, *c.made)) if again and d.type == c.frame.type and d.parts.get("recipient"))
    if (same := next(told, None)) is not None:
        return list(same.parts["recipient"])  # "وتنفي روسيا أن تكون لها يد في الهجوم": the one that has been told
    near, at = look.pack.word_class("right-by"), [a for a in c.pred.args if a.mention.country and _is_hit(a.mention)]
    return [a.mention for a in at if look.a.tokens[a.mention.first - 1].fold in near][:1] or _struck_here(look, c)


def _is_hit(m: Mention) -> bool:
    """ "أمام السفارة", "لدى مرور دورية إيطالية": a body, a force or a man of office, not a land."""
    return m.kind in ("government-body", "person") or m.rule.startswith("agent.")


def _struck_here(look: Search, c: Case) -> list[Mention]:
    """Where the act is; not the scene of a sentence before where another land is told right behind the act: "هجوم سوروتش أجبر أنقرة"."""
    here, scene = states_here(look, c), look.thread.scene
    if scene is None or here != [scene]:
        return here
    if scene.first < look.thread.sentence_start:
        lands = [m for m in look.ahead(c.pred, WITHIN) if m.kind in ("state", "place", "demonym")]
        named = {look.thread.entity(e).country for m in lands for e in m.entities if m.kind != "place"}
        named |= {m.country for m in look.thread.states_of(m for m in lands if m.kind == "place")}
        return here if named - {None} <= {scene.country} else []
    return here


def where_felt(look: Search, c: Case) -> list[Mention] | None:
    """ "انقطعت الكهرباء عن أحياء في لفيف إثر قصف روسي": where that happened which the attack is told as the cause of."""
    felt, home = c.pred.governor, look.actors(c) - {None}
    if felt is None or not home or not c.pred.link.startswith(("cause", "time:after", "time:during")):
        return None
    if any(a.mention.kind not in ("place", "state") or a.mention.country in home for a in look.thread.subject(felt)) or felt.says:
        return None  # "قررت تركيا سحب سفيرها على خلفية الهجوم"
    at = [a.mention for a in (*felt.args, *felt.clause.scene) if a.mention.first < c.pred.first and fold(a.prep) in _AT]
    if fold(felt.lemma) in look.pack.word_class("shakes"):  # "هزت انفجارات أوديسا إثر هجوم روسي", "هز كييف انفجاران جراء قصف روسي"
        shaken = (*felt.args, *(a for k in felt.children if k.link == "subj" for a in k.args))
        at += [a.mention for a in shaken if a.mention.first < c.pred.first and not a.prep]
    there = {m.country: m for m in look.thread.states_of(m for m in at if m.kind in ("place", "state"))}
    return [*there.values()] if len(there) == 1 and home.isdisjoint(there) else None


def whose_town(look: Search, c: Case) -> list[Mention] | None:
    """ "حاصرت القوات الروسية ماريوبول", "سيطرت على خيرسون": whose town it is that is cut off, entered or taken, abroad."""
    home, by = look.actors(c), look.pack.word_class("along")
    itself = (a for a in c.pred.args if a.role in ("object", "genitive") and look.a.tokens[a.mention.first - 1].fold not in by)  # not "قبالة كراتشي"
    towns = [a.mention for a in (*itself, *_upon(look, c)) if a.mention.kind == "place"]
    return [m for m in look.thread.states_of(towns) if home - {None} and m.country not in home][:1] or None


def _upon(look: Search, c: Case) -> list[Arg]:
    """ "فرض حصارا على غزة", "حصار القوات الروسية لماريوبول", "قطع الكهرباء عن غزة": on whom it lies, by a preposition of its own or of its object;
    "منعت دخول الشاحنات إلى غزة": who would have got what is let through or kept back."""
    upon = look.pack.word_class("upon") | ({_WHITHER[0]} if c.frame.mode in ("access", "withhold") else set())
    own = (a for a in c.pred.args if fold(a.prep) in upon or (c.pred.kind == "noun" and fold(a.prep) == _WHITHER[1]))
    under = [n for n in c.pred.children if n.kind == "noun" and (n.link in ("obj", "gen") or "content" in c.frame.parts.get(fold(n.link), ""))]
    return [*own, *(a for n in under for a in n.args if fold(a.prep) in upon or look.a.tokens[n.last].fold in upon)]


def on_home_ground(look: Search, c: Case) -> list[Mention]:
    """ "سيطرة الحوثيين على صنعاء", "قصف الجيش السوداني أحياء في نيالا": whom a group, or an army in its own land, hits or robs of a town is that
    land."""
    home, tokens = look.actors(c) - {None}, look.a.tokens
    if fold(c.pred.lemma) in look.pack.word_class("retakes") or (c.frame.mode == "seize" and all(stands_with_state(look, m) for m in c.at("actor"))):
        return []  # "استعادت القوات اليمنية عدن": from others
    aims = look.pack.word_class("target") | look.pack.word_class("settlement")
    over = c.pred.governor
    args = [a for a in c.pred.args if a.mention.kind == "place" and a.mention.first > c.pred.first]
    if over is not None and "reverse" in over.operates:  # "تعرضت حلب لقصف من قبل القوات السورية"
        args += [a for a in over.subject if a.mention.kind == "place"]
    aimed = [a for a in args if fold(a.prep) == IN and not bases(tokens[a.mention.first - 2].fold).isdisjoint(aims)]
    upon = [a for a in _upon(look, c) if a.mention.kind == "place"]
    args += [a for a in upon if a not in args]
    towns = [a.mention for a in args if a.role in ("object", "genitive", "subject") or a in aimed or a in upon]
    return [m for m in look.thread.states_of(towns) if m.country in home][:1]


def who_is_jailed(look: Search, c: Case) -> list[Mention]:
    """ "قضت المحكمة بسجن الناشط فلان", "حكما بسجن ضابط أوغندي": who stands in what the court decides, and does not sit in it."""
    court = look.pack.word_class("in-court")
    men = (m for m in c.at("about") if m.kind in ("person", "role") or m.rule.startswith("agent"))
    return [m for m in men if bases(look.a.tokens[m.first].fold).isdisjoint(court)][:1]


def ground_taken(look: Search, c: Case) -> list[Mention]:
    """ "سيطرت الحركة على بلدة في وسط الصومال", "استولى مسلحون على مطار في جنوب ليبيا": where the town or post without a name is that others than the
    forces of that land take."""
    tokens, taken = look.a.tokens, look.pack.word_class("target") | look.pack.word_class("settlement")
    rulers = {m.country for m in c.at("actor") if m.kind in OFFICIAL}
    end = min(c.pred.stop or look.thread.sentence_end, c.pred.last + REACH)
    on = (i for i in range(c.pred.last, end - 1) if tokens[i].fold == _ON and not bases(tokens[i + 1].fold).isdisjoint(taken))
    at = next(on, None)
    if at is None or fold(c.pred.lemma) in look.pack.word_class("retakes"):
        return []
    near = look.thread.within(at + 2, min(end, at + _INSIDE))
    inside = [m for m in near if fold(m.prep) in _AT or IN in (t.fold for t in tokens[at + 2 : m.first]) or _leads_in(look, tokens[m.first - 1].fold)]
    return [m for m in look.thread.states_of(m for m in inside if m.kind in ("state", "place")) if m.country not in rulers][:1]


def _leads_in(look: Search, word: str) -> bool:
    """ "بإقليم هلمند", "بمدينة عدن": does "in" stand on the word for what kind of place it is?"""
    return word[:1] == _AT[1] and word[1:] in look.pack.word_class("settlement")


def whom_it_made_act(look: Search, c: Case) -> list[Mention]:
    """ "أغلقت كينيا الحدود بعد هجوم لحركة الشباب": the state whose own measure answers the attack of a group was hit by it."""
    if not c.pred.link.startswith(("time:after", "cause")) or any(m.kind == "state" or m.kind == "government-body" for m in c.at("actor")):
        return []
    over = next((d for d in c.made if d.pred is c.pred.governor and d.type in _MEASURES and d.status in ("happened", "ongoing")), None)
    acted = over.parts.get("actor", []) if over is not None else []
    own = refs(c.parts, "actor")
    return [m for m in look.thread.states_of(acted) or acted if m.country and own.isdisjoint(m.entities) and look.thread.can_act(m)][:1]


def people_freed(look: Search, c: Case) -> list[Mention]:
    """ "أطلقت إسرائيل 39 أسيرا فلسطينيا": people of another country that stand beside the act."""
    home = look.actors(c)
    return [m for m in c.at("about") if m.rule.startswith("agent") and m.country and m.country not in home]


def own_people_struck(look: Search, c: Case) -> list[Mention] | None:
    """ "سبعة من جنودها قتلوا", where those who were struck have no country yet."""
    struck = "recipient" in (c.frame.object, c.frame.subject, *c.frame.needs)
    return (their_people(look, c) or None) if struck and not any(m.country for m in c.at("recipient")) else None


def mourner(look: Search, c: Case) -> list[Mention] | None:
    """ "أعلن الجيش استشهاد ضابط": he who tells of a fallen man of no country as a martyr is of his side."""
    tellers = look.told_by(c) or ([a.mention for a in look.thread.subject(c.pred.governor)] if c.pred.governor is not None else [])
    return [m for m in tellers if m.kind in AT_WAR and m.country and m.country not in look.actors(c)][:1] or None


def dispersed(look: Search, c: Case) -> list[Mention]:
    """ "لتفريق متظاهرين": the crowd behind the act."""
    crowd = (m for m in look.thread.within(c.pred.last, look.thread.sentence_end) if m.rule == "unnamed")
    return [m for m in crowd if m.entities and m.entities[0].endswith(_CROWD)][:1]


def in_front_of(look: Search, c: Case) -> list[Mention] | None:
    """ "أمام السفارة الأميركية": the body before which a crowd stands."""
    home = look.actors(c) - {None}
    beside = [m for m in c.at("about") if m.kind == "government-body" and m.country not in home]  # "قبالة المفوضية", "عند مدخل السفارة"
    return ([m for m in c.at("place") if m.kind == "government-body"] or beside)[:1] or None


def of_target(look: Search, c: Case) -> list[Mention] | None:
    """ "اقتحم متظاهرون برلمان سورينام": a crowd of no country that is at a state's own body is of that state."""
    whose = {m.country for m in c.at("recipient") if m.kind == "government-body" and not any(e.endswith(MISSIONS) for e in m.entities)}
    if len(whose) != 1 or not c.at("actor"):
        return None
    return [replace(m, country=next(iter(whose))) if m.rule == "unnamed" else m for m in c.at("actor")]


def against(look: Search, c: Case) -> list[Mention]:
    """ "المظاهرات المناهضة للحكومة": whom the word behind the crowd says that it is against."""
    words, tokens, last = look.pack.word_class("against"), look.a.tokens, c.pred.last
    far = last + (2 if c.pred.kind == "noun" else WITHIN)  # "رددوا في طرابلس هتافات مناهضة لواشنطن"
    at = next((i for i in range(last, min(far, len(tokens))) if tokens[i].fold.removeprefix(THE) in words), None)
    return [m for m in look.thread.within(at + 1, at + 3) if look.thread.can_act(m)][:1] if at is not None else []


def of_that_land(look: Search, c: Case) -> list[Mention] | None:
    """ "غارة على مسلحين في جنوب الصومال", "اعترض سكان في بوركينا فاسو": people without a name are of the land where it happens."""
    end = "actor" if c.frame.type == "PROTEST" else "recipient"
    there = _struck_here(look, c)
    home = look.actors(c) if end == "recipient" else set()
    if not c.at(end) or not there or there[0].country in home - {None}:
        return None
    return [replace(m, country=there[0].country) if m.rule == "unnamed" else m for m in c.at(end)]


def both_of_that_land(look: Search, c: Case) -> list[Mention] | None:
    """ "شهدت تونس صدامات بين متظاهرين والشرطة": a crowd and a police of no nation that clash are of the land where they do."""
    there = states_here(look, c)
    fights = c.frame.parts.get(BETWEEN) == "actor" and any(e.endswith(_CROWD) for m in c.at("actor") for e in m.entities)
    return [replace(m, country=there[0].country) for m in c.at("actor")] if fights and there else None


def no_authority(look: Search, c: Case) -> list[Mention] | None:
    """ "اعتقلت الشرطة مئات المحتجين منذ بدء الاحتجاجات": since when an authority holds people is not told of its own protests."""
    kept = [m for m in c.at("actor") if m.kind != "government-body"]
    return kept if c.pred.link != "subj" and any(p.link.startswith("time") for p in (c.pred, c.pred.governor) if p is not None) else None


def crowd_that_storms(look: Search, c: Case) -> list[Mention] | None:
    """ "أدى اقتحام محتجين برلمان أبخازيا إلى": a crowd right behind the noun of a riot is who does it, whatever else stands there is what it is done
    to."""
    crowd = [m for m in c.at("recipient") if any(e.startswith("unnamed/") and _CROWD in e for e in m.entities)]
    if not crowd:
        return None
    others = [m for m in c.at("recipient") if m not in crowd]
    c.parts["recipient"] = others or [m for m in c.at("about") if m.country and look.thread.can_act(m)][:1]
    return crowd


def crowd_of_place(look: Search, c: Case) -> list[Mention]:
    """A crowd is of its place, a strike of the land that it brings to a halt ("شل إضراب عام سريلانكا"), unrest of the nation of the towns that see
    it ("شهدت مدن مغربية احتجاجات")."""
    over = c.pred.governor if c.pred.kind == "noun" and c.pred.link == "subj" else c.pred
    if over is not None and "host" in over.operates:
        nations = [m for m in look.thread.within(over.last, c.pred.first) if m.kind == "demonym"]
        if len(nations) == 1:
            return [replace(nations[0], kind="state")]
    stopped = over is not None and over.lemma in look.pack.word_class("brings-to-halt")
    near = look.thread.within(over.last, over.last + WITHIN) if stopped and over is not None else ()
    return look.thread.states_of(m for m in near if m.kind in ("state", "place"))[:1] or states_here(look, c)


def helped_near(look: Search, c: Case) -> list[Mention]:
    """ "طائرة لإغاثة متضرري الزلزال في تركيا": the first other state behind the aid."""
    home = look.actors(c)
    if c.frame.object == "recipient" and c.pred.of_role("object"):
        return []  # "تمد بلاده أوروبا بالغاز لتقليص اعتمادها على موسكو": it is he who is helped
    way = look.pack.word_class("by-way")  # "شحنت نفطها عبر أذربيجان"
    near = [m for m in look.ahead(c.pred, 25) if look.a.tokens[m.first - 1].fold not in way and not _is_fought(look, m)]
    helped = look.thread.states_of(near) if home - {None} else []
    first = next((k for k, m in enumerate(helped) if m.conj != AND), len(helped))  # "تعهدت كندا بمليون وبريطانيا بمليونين": she helps too
    helped = helped[first:]
    return in_a_row([m for m in helped if m.country not in home])


def for_whose_support(look: Search, c: Case) -> list[Mention]:
    """ "خصصت فرنسا 30 مليون يورو لدعم الأونروا", "من أجل مساعدة النازحين السودانيين": whom it is told to help, right behind that word."""
    words, home = look.pack.word_class("in-support"), look.actors(c)
    near = [m for m in look.ahead(c.pred, _FOR_WHOM) if bases(look.a.tokens[m.first - 1].fold) & words and not m.prep]
    return [m for m in near if look.thread.can_act(m) and (m.country not in home if m.country else m.rule != "unnamed")][:1]


def offered_to(look: Search, c: Case) -> list[Mention]:
    """ "عرضت روسيا على سوريا المساعدة ضد المتمردين": to whom the offer is made that the aid stands in."""
    over = c.pred.governor
    made = over is not None and over.kind == "verb" and "propose" in over.operates
    return [a.mention for a in over.args if fold(a.prep) in _OFFERED and a.mention.first < c.pred.first] if over is not None and made else []


def _is_fought(look: Search, m: Mention) -> bool:
    """ "مساعدة ضد روسيا", "في محاربة بوكو حرام": help against somebody is no help to him."""
    return look.a.tokens[m.first - 1].fold in look.pack.word_class("fought")


def who_plans(look: Search, c: Case) -> list[Mention]:
    """ "أعلنت الحكومة الألمانية خططا لإرسال دبابات": whoever announces the plan."""
    over = c.pred.governor if c.pred.link == "idea:plan" else None
    return [a.mention for a in look.thread.subject(over) if look.thread.can_act(a.mention)] if over is not None else []


def from_whom(look: Search, c: Case) -> list[Mention]:
    """ "تسلم لبنان شحنة مساعدات من قطر": who stands behind "from" with what is in the load that was received."""
    over = c.pred.governor
    inside = [k for k in c.pred.children if k.link == "gen"] if over is not None and "reverse" in over.operates else []
    return [a.mention for k in inside for a in k.args if fold(a.prep) == FROM[0] and look.thread.can_act(a.mention)]


def helped_there(look: Search, c: Case) -> list[Mention] | None:
    """ "سلال غذائية على النازحين في السودان": people of no country, and the state in which they are."""
    if not c.at("recipient"):
        return None
    return [*c.at("recipient"), *look.thread.states_of(c.at("place"))[:1]]


def who_tells_of_it(look: Search, c: Case) -> list[Mention]:
    """ "قال رئيس بوليفيا إن اعتذار فرنسا غير كاف", "أعلنت وارسو أن صاروخا روسيا اخترق المجال الجوي للبلاد": whom it befell speaks of it."""
    home = look.actors(c) - {None}
    over = c.pred.governor
    tellers = [a.mention for a in (look.thread.subject(over) if over is not None and over.kind == "verb" else look.thread.voice_over(c.pred))]
    return [m for m in look.thread.states_of(tellers) or tellers if home and m.country and m.country not in home and look.thread.can_act(m)][:1]


def whose_attack(look: Search, c: Case) -> list[Mention] | None:
    """ "أسقطت مسيرات دخلت مجالها خلال هجوم شنته روسيا": who flies them is who attacks in the same sentence."""
    home = look.actors(c) - {None}
    attacks = [(p, f) for p in look.thread.preds if p.first > c.pred.last for f in p.frames if f.type == "ASSAULT" and look.words.fits(p, f)]
    doers = [m for p, f in attacks[:2] if home for m in look.parts_of.of(p, f).get("actor", ())]
    return [m for m in look.thread.states_of(doers) if m.country not in home][:1]


def launched_by(look: Search, c: Case) -> list[Mention] | None:
    """ "أسقطت الدفاعات السعودية صاروخا أطلقه الحوثيون": whose it was that is shot down, or from whose land it came."""
    home, launches = look.actors(c) - {None}, look.pack.word_class("launches")
    sent = (p for p in look.thread.preds if c.pred.last < p.first <= c.pred.last + WITHIN and p.kind == "verb" and p.reading.pronoun)
    fired = next((p for p in sent if fold(p.lemma) in launches), None)
    if fired is None:
        return None
    who = [a.mention for a in look.thread.subject(fired) if look.thread.can_act(a.mention) and a.mention.country]
    whence = look.thread.states_of(a.mention for a in fired.args if fold(a.prep) == FROM[0] and a.mention.kind in ("state", "place"))
    return [m for m in who or whence if m.country not in home or m.kind == "armed-group"][:1]


def whose_troops(look: Search, c: Case) -> list[Mention] | None:
    """ "سلمت فرنسا قاعدتها في تشاد. وغادر مئة جندي القاعدة": soldiers of no nation who leave are of those who were told to withdraw."""
    told = (m for d in earlier(look, c) if d.type == "RETREAT" and d.mode == "withdraw" for m in d.parts.get("actor", ()))
    return next(([m] for m in told if m.rule != "unnamed" and m.country), None) if c.frame.mode == "withdraw" else None


def men_from(look: Search, c: Case) -> list[Mention] | None:
    """ "نشر ألف جندي من كينيا في هايتي": men of no nation are of the state right behind "from", at whom they are then not sent."""
    men, tokens = [m for m in c.at("actor") if m.rule in NATIONLESS and not (m.conj or m.prep)], look.a.tokens
    for m in men[:1]:
        near = look.thread.within(m.last, m.last + 2)
        whence = next((x for x in near if x.kind == "state" and x.first == m.last + 1 and tokens[m.last].fold == FROM[0]), None)
        if whence is not None:
            c.parts["recipient"] = [x for x in c.at("recipient") if x.country != whence.country]
            return [replace(whence, role=None)]
    return None


def whose_truck(look: Search, c: Case) -> list[Mention] | None:
    """ "عرقل متظاهرون سير شاحنة هندية": whose the thing is that a crowd stops or breaks."""
    home = look.actors(c)
    things = [a.mention for a in c.pred.of_role("object")] + [m for m in look.ahead(c.pred, WITHIN) if m.kind == "demonym"]
    return [as_state(m) for m in things if m.country and m.country not in home][:1]


def _stands_in(m: Mention, tokens: Sequence[Token]) -> bool:
    """Is it where something happens, not what it happens to: "في مقديشو"?"""
    return "في" in (m.prep, tokens[m.first - 1].fold if m.first else "")


def rioters(look: Search, c: Case) -> list[Mention]:
    """ "هاجم متظاهرون السفارة، وردت الشرطة بالغاز المسيل للدموع": those of the riot that was told."""
    riots = (d for d in earlier(look, c, 4) if d.type == "PROTEST" and d.parts.get("actor"))
    return next((list(d.parts["actor"]) for d in riots), [])


def helped_before(look: Search, c: Case) -> list[Mention]:
    """ "وتعهدت كندا بخمسة ملايين دولار": the one whom all other aid of the report goes to, else of whom it has told most."""
    home = look.actors(c) - {None}
    given = [m for d in (*look.thread.drafts[-REACH:], *c.made) if d.type == "AID" for m in d.parts.get("recipient", ()) if m.country]
    if given or not home or not c.frame.objects:
        return given[-1:] if home and len({m.country for m in given}) == 1 and given[-1].country not in home else []
    if (promised := _promised(look, c.pred.first, home)) is not None:
        return [promised]
    donors = home | {e for d in look.thread.drafts if d.type == "AID" for e in look.thread.countries(d.parts, "actor")}
    named = look.thread.states_of(m for m in look.thread.before(c.pred.first) if m.kind in ("state", "place", "demonym"))
    often = Counter(m.country for m in named if m.country not in donors).most_common(2)
    clear = bool(often) and often[0][1] > 1 and (len(often) == 1 or often[0][1] >= 2 * often[1][1])
    return [m for m in named if m.country == often[0][0]][-1:] if clear else []


def _promised(look: Search, at: int, home: Container[str | None]) -> Mention | None:
    """ "تعهدت حكومات بمساعدات لنيبال. وأرسلت الهند خمسين طنا": the land to which help was promised, or that was struck, before token at."""
    aid, disaster = look.pack.word_class("help-noun"), look.pack.word_class("disaster")
    for m in reversed(look.thread.before(at)[-2 * REACH :]):
        near = [t.fold for t in look.a.tokens[max(0, m.first - 3) : m.first]]
        if m.kind not in ("state", "place") or m.country in home or "." in near:
            continue
        meant = aid if m.prep else disaster  # "بمساعدات لنيبال", "الزلزال الذي ضرب نيبال"
        if any(not bases(t).isdisjoint(meant) for t in near):
            return m if m.kind == "state" else look.thread.state_of(m)
    return None


GAPS = (
    Gap("recipient", "ASSAULT", "any", not_his_own),
    Gap("recipient", "ASSAULT", "open", in_whose_midst),
    Gap("recipient", "ASSAULT", "open", who_is_put_to_death, words="death-sentence"),
    Gap("recipient", "ASSAULT", "open", who_undergoes_it, "noun"),
    Gap("recipient", "ASSAULT", "open", where_it_harmed, "noun"),
    Gap("recipient", "ASSAULT MOBILIZE", "open", over_the_border),
    Gap("recipient", "ASSAULT", "open", on_own_ground, "noun"),
    Gap("recipient", "CONCEDE", "open", wronged),
    Gap("recipient", "CONCEDE", "open", who_tells_of_it, words="apology"),
    Gap("recipient", "CONCEDE", "open", eased_for, words="curb"),
    Gap("actor", "MOBILIZE", "any", men_from),
    Gap("recipient", "MOBILIZE", "open", whose_air, "of-object"),
    Gap("recipient", "MOBILIZE", "open", whose_space),
    Gap("recipient", "AID", "open", offered_to),
    Gap("recipient", "AID", "open", for_whose_support),
    Gap("recipient", "MOBILIZE AID ASSAULT", "open", sent_there),
    Gap("recipient", "MOBILIZE AID", "open", to_that_place),
    Gap("recipient", "MOBILIZE", "open", who_tells_of_it, "of-object", words="own-ground"),
    Gap("actor", "ASSAULT", "open", who_then_acts, "noun"),
    Gap("recipient", "ASSAULT", "open", where_felt, "noun"),
    Gap("recipient", "ASSAULT", "open", launched_by, "of-object", words="flown"),
    Gap("recipient", "ASSAULT", "open", whose_attack, words="flown"),
    Gap("recipient", "ASSAULT", "open", whom_it_made_act, "noun"),
    Gap("recipient", "ASSAULT", "open", hit_here),
    Gap("recipient", "convict", "open", who_is_jailed),
    Gap("recipient", "COERCE access", "open", whose_town, but="arrest deport curfew martial-law censor"),
    Gap("recipient", "ASSAULT seize restrict", "open", on_home_ground),
    Gap("recipient", "seize", "open", ground_taken),
    Gap("recipient", "release", "open", people_freed),
    Gap("recipient", "ASSAULT COERCE release", "stateless", enemy),
    Gap("actor", "ASSAULT", "open", at_hand, "of-subject"),
    Gap("actor", "ASSAULT", "open", alike, words="alike"),
    Gap("actor", "ASSAULT", "open", whose_weapon, "of-matter"),
    Gap("actor", "ASSAULT", "open", fought_with, "struck"),
    Gap("actor", "ASSAULT", "open", who_claims),
    Gap("actor", "ASSAULT", "open", who_is_behind),
    Gap("actor", "ASSAULT", "open", by_weapon, "struck"),
    Gap("actor", "ASSAULT", "open", by_weapon, "noun"),
    Gap("actor", "ASSAULT", "open", who_boasts, "of-object"),
    Gap("recipient", "ASSAULT", "any", own_people_struck),
    Gap("recipient", "ASSAULT", "nameless", mourner, words="mourned"),
    Gap("recipient", "crowd-control", "open", dispersed),
    Gap("recipient", "crowd-control", "open", rioters),
    Gap("recipient", "PROTEST", "open", in_front_of),
    Gap("recipient", "PROTEST", "open", against),
    Gap("recipient", "obstruct vandalize", "open", whose_truck),
    Gap("actor", "ASSAULT", "nameless", both_of_that_land, "noun"),
    Gap("actor", "PROTEST", "any", no_authority, "noun"),
    Gap("actor", "PROTEST", "open", crowd_that_storms, "noun"),
    Gap("actor", "PROTEST police", "open", crowd_of_place),
    Gap("actor", "withdraw", "crowd", whose_troops),
    Gap("actor", "PROTEST", "nameless", of_that_land),
    Gap("actor", "PROTEST", "nameless", of_target),
    Gap("recipient", "AID", "open", helped_near),
    Gap("recipient", "AID", "open", helped_before),
    Gap("recipient", "AID", "stateless", helped_there),
    Gap("actor", "AID COOPERATE MOBILIZE", "nobody", who_plans, "noun"),
    Gap("actor", "AID", "nobody", from_whom, "noun"),
    Gap("actor", "AID", "open", whose_aid),
    Gap("actor", "AID", "open", who_sent_it, "noun"),
)
