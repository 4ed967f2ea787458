"""On whom a measure falls."""

from __future__ import annotations

from dataclasses import replace

from khabar.coding.draft import AIMED, DEEDS, bases, below, refs, stands_before
from khabar.coding.ends.search import NATIONLESS, REACH, WITHIN, Case, Gap, Search, as_state, first_of, in_a_row
from khabar.coding.tree import ACTOR_KINDS, COMMA, FROM
from khabar.model import Mention
from khabar.text import fold

_TOGETHER = frozenset(("بين", "مع", "ب"))
_BODIES = ("armed-group", "party", "government-body")  # "عقوبات على مسؤولين من الحركة", "على وزراء من حكومة ميانمار"
_OWNER = 7  # tokens between "belongs to" and the end of the owner's name
_AIMED, _DEEDS = " ".join(AIMED), " ".join(DEEDS)


def official_teller(look: Search, c: Case) -> list[Mention]:
    """ "أعلن الوزير أنه تم منح السفير مهلة": a man of office or a body that tells it in the passive."""
    theirs = look.reached(c)
    return [m for m in look.told_by(c) if m.country and m.country not in theirs and (m.kind == "government-body" or m.role)][:1]


def _container(look: Search, c: Case) -> range:
    """ "الإجراءات السعودية تشمل طرد السفير": the tokens of the sentence up to what the act is told to be part of; none if it is part of nothing."""
    over = c.pred.governor
    if c.pred.kind != "noun" or over is None or over.lemma not in look.pack.word_class("contains"):
        return range(0)
    return range(look.thread.sentence_start, c.pred.first)


def whose_measures(look: Search, c: Case) -> list[Mention] | None:
    """Whose nationality the measures bear of which the act is told to be one, or whose they are."""
    reach, theirs = _container(look, c), look.reached(c)
    near = look.thread.within(reach.start, reach.stop) if reach else ()
    owned = (m for m in near if m.first and not bases(look.a.tokens[m.first - 1].fold).isdisjoint(look.pack.word_class("measures")))
    return [as_state(m) for m in owned if (m.country or m.kind == "demonym") and m.country not in theirs and not m.prep][:1] if reach else None


def whose_sanctions(look: Search, c: Case) -> list[Mention] | None:
    """ "طالت العقوبات البريطانية وزير الدفاع", "شملت العقوبات قائد الجيش": whose the sanctions are that reach somebody: of whom their own words
    tell, else whoever imposed those told of before."""
    if c.frame.subject != "recipient" or c.frame.object != "recipient":
        return None
    stop, words, theirs = min(look.thread.sentence_end, c.pred.last + WITHIN), look.pack.word_class("measures"), look.reached(c)
    for m in look.thread.within(max(look.thread.sentence_start, c.pred.first - WITHIN), stop):
        if m.first and not bases(look.a.tokens[m.first - 1].fold).isdisjoint(words) and m.country and m.country not in theirs:
            return [as_state(m)]
    before = next((d for d in reversed([*look.thread.drafts, *c.made]) if d.type == "SANCTION" and d.parts.get("actor")), None)
    return list(before.parts["actor"]) if before is not None else []


def against_whom_measures(look: Search, c: Case) -> list[Mention] | None:
    """ "الإجراءات ضد باكستان تشمل إغلاق المعبر": against whom they are."""
    reach, home = _container(look, c), look.actors(c)
    near = look.thread.within(reach.start, reach.stop) if reach else ()
    hit = (m for m in near if m.first > reach.start and look.a.tokens[m.first - 1].fold in look.pack.word_class("directed-at"))
    return [m for m in hit if m.country not in home][:1] if reach else None


def joined_before(look: Search, c: Case) -> list[Mention]:
    """ "العلاقات بين تشاد والسودان التي قطعت": those whom "between" joins before a verb that names no doer."""
    tokens, first = look.a.tokens, c.pred.first
    at = next((i for i in range(first - 1, max(0, first - REACH), -1) if tokens[i].fold == "بين"), None)
    joined = [m for m in look.thread.within(at + 1, first) if look.thread.can_act(m)] if at is not None else []
    return joined[:2] if len({e for m in joined[:2] for e in m.entities}) > 1 else []


def staff(look: Search, c: Case) -> list[Mention] | None:
    """ "طرد 12 موظفا من السفارة الفرنسية": the body of another state beside it."""
    home = look.actors(c)
    ends = ("about", "place") if c.frame.type == "COERCE" else ("about", "place", "third")  # "بدعم من الطيران الأمريكي": who helps to take it
    bodies = [m for p in ends for m in c.at(p) if m.kind == "government-body" and m.country not in home]
    return bodies[:1] or None


def put_off(look: Search, c: Case) -> list[Mention]:
    """ "ألغت الصين اجتماعا بين وزيري الخارجية الصيني والياباني", "ألغى لقاء كان سيجمعه بالرئيس": whom the meeting would have been with."""
    home = look.actors(c)
    met = [k for k in c.pred.children if k.link == "obj" and "CONSULT" in k.types]
    with_whom = [a for k in met for p in (k, *look.thread.relatives(k)) for a in p.args if a.prep and fold(a.prep) in _TOGETHER]
    others = (look.thread.without(a.mention, home) for a in with_whom if look.thread.can_act(a.mention))
    return [m for m in others if m is not None and m.country not in home - {None}]


def dealt_with(look: Search, c: Case) -> list[Mention]:
    """ "ألغى المجلس الاتفاقات التي توصل إليها مع المعارضة": with whom the deal was made that is undone, as the clause tells that describes it."""
    deals = [k for k in c.pred.children if k.link == "obj" and "AGREE" in k.types]
    made = [a.mention for k in deals for r in look.thread.relatives(k) for a in r.args if fold(a.prep) in _TOGETHER]
    return [m for m in made if look.thread.can_act(m) and not {*m.entities} & refs(c.parts, "actor")]


def other_side_of_treaty(look: Search, c: Case) -> list[Mention] | None:
    """India's treaty of the waters is with Pakistan."""
    home = look.actors(c)
    deals = [m for p in ("about", "place") for m in c.at(p) if m.kind == "instrument"]
    deals += [a.mention for k in c.pred.children if k.link == "obj" for a in k.args if a.mention.kind == "instrument"]
    sides = {s for m in deals for e in m.entities for s in look.thread.world.matters.get(e, ())}
    if not home or len(sides) != 2 or all(look.thread.entity(s).country not in home for s in sides):
        return None
    others = tuple(s for s in sides if look.thread.entity(s).country not in home)
    return [replace(deals[0], entities=others, kind="state", country=look.thread.entity(others[0]).country)]


def in_named_state(look: Search, c: Case) -> list[Mention]:
    """ "عقوبات على مسؤولين في ميانمار", "أغلقت الحدود مع غزة": the state in or at which it hits people of no country."""
    home, whose = look.actors(c), c.at("recipient")
    inside = [a.mention for p in (c.pred, *c.pred.children) for a in p.args if whose and fold(a.prep) in ("ب", "في")]
    near = first_of([m for m in look.thread.states_of(c.at("place")) if home and m.country not in home])
    states = [m for m in inside if m.kind == "state"]
    if states:
        look.hail |= {m.first: states[0] for m in whose}  # "متهما إياهم بقمع المعارضة"
    return states or whose or near


def in_their_clause(look: Search, c: Case) -> list[Mention]:
    """ "تبنت سويسرا العقوبات التي أقرها الاتحاد بحق موسكو", "أصدر المجلس قرارا بحظر السفر بحق القائد": whom the measures hit, beside them or in
    the clause that tells whose they were."""
    home, aimed = look.actors(c), look.pack.word_class("aimed-with")
    named = [k for k in (c.pred, *below(c.pred)) if k.kind == "noun" and "SANCTION" in k.types]
    told = (a for k in named for p in (k, *look.thread.relatives(k)) for a in p.args if fold(a.prep) in aimed)
    return [m for m in (a.mention for a in told) if m.country and m.country not in home][:1]


def reached_by_them(look: Search, c: Case) -> list[Mention]:
    """ "فرضت عقوبات طالت سبعة مسؤولين روس", "أعلنت عقوبات تستهدف مسؤولين في ميانمار", "حملة اعتقالات شملت إيرانيين": whom the measures hit, in
    the clause that tells of it."""
    home, words, at = look.actors(c), look.pack.word_class("reaching"), None
    named = c.frame.type in c.pred.types and c.pred.kind == "noun"
    for p in look.thread.preds:
        if c.pred.last <= p.first < c.pred.last + REACH and at is None:
            if p.kind == "verb" and p.lemma in words and named:
                at = p.last
            named = p.kind == "noun" and c.frame.type in p.types  # not "ردا على هجوم استهدف أسطولها"
    near = look.thread.within(at, min(look.thread.sentence_end, at + REACH)) if at is not None else ()
    hit = [x for m in near for x in (look.thread.states_of([m]) if m.kind == "place" else [as_state(m)])]
    return in_a_row([m for m in hit if m.country and m.country not in home])


def same_target(look: Search, c: Case) -> list[Mention]:
    """ "أعلنت موريتانيا قطع علاقاتها مع قطر، أما الأردن فاكتفى بتخفيض التمثيل": whom another state's measure hit before in the sentence."""
    home = look.actors(c) - {None}
    before = next((d for d in reversed(c.made) if d.type == c.frame.type and d.parts.get("recipient")), None)
    if before is None or not home or home & look.thread.countries(before.parts, "actor"):
        return []
    return [m for m in before.parts["recipient"] if m.country and m.country not in home]


def bearer(look: Search, c: Case) -> list[Mention]:
    """ "ألغت تأشيرة المبعوث البلجيكي", "حظر منح تأشيرات دخول للرئيس العاجي": who bears the paper, or would."""
    home = look.actors(c)
    held = [a for p in (c.pred, *c.pred.children) for a in p.args if look.thread.can_act(a.mention)]
    args = [a for a in held if fold(a.prep) == "ل" or (not a.prep and a.role in ("loose", "object", "genitive"))]
    return [a.mention for a in args if a.mention.country and a.mention.country not in home][:1]


def acts_beside(look: Search, c: Case) -> list[Mention] | None:
    """ "على الرغم من رفع الاتحاد العقوبات، أبقت مالي", "أدى الانقلاب في مالي إلى فرض عقوبات": who acts beside it, if it is one state."""
    if not c.at("actor"):
        return None
    home = look.actors(c)
    act = [a.mention for p in look.thread.preds if p is not c.pred for a in p.args if a.role in ("subject", "named", "topic")]
    act += [a.mention for p in look.thread.preds if p.kind == "verb" for a in p.args if a.role == "loose" and not a.prep]
    states = {m.country: m for m in look.thread.states_of(m for m in act if m.kind in ("state", "conflict")) if m.country not in home}
    return list(states.values()) if len(states) == 1 else []


def across_border(look: Search, c: Case) -> list[Mention]:
    """ "على الحدود المصرية الفلسطينية": what Egypt does there is done to the other."""
    home = look.actors(c)
    return [
        replace(m, entities=tuple(e for e in m.entities if look.thread.entity(e).country not in home)) if len(m.entities) > 1 else m
        for m in c.at("recipient")
    ]


def listed_from(look: Search, c: Case) -> list[Mention]:
    """ "عقوبات على 86 مسؤولا وشركة من بيلاروسيا", "أمام الطائرات الآتية من المغرب": whence they are whom "on" leads to, or who come, where
    nobody else stands between."""
    tokens, coming = look.a.tokens, look.pack.word_class("coming-from")
    hit = {fold(prep) for prep, part in c.frame.parts.items() if part == "recipient"}
    other = (p.first for p in look.thread.preds if p.kind == "verb" and p.first > c.pred.last and p.clause.kind != "rel")
    stop = min([look.thread.sentence_end, c.pred.last + 2 * REACH, *other])
    near = look.thread.within(c.pred.last, stop)
    for m in near:
        if m.kind not in ("state", "place", *_BODIES) or FROM[0] not in (fold(m.prep), tokens[m.first - 1].fold):
            continue
        comes = stands_before(tokens, m.first, coming)
        on = next((i for i in range(m.first - 3, c.pred.last, -1) if tokens[i].fold in hit), None)
        between = [x for x in near if x.rule not in NATIONLESS and on is not None and on < x.first < m.first]
        whence = [m] if m.kind in _BODIES else look.thread.states_of([m])
        if (comes or (on is not None and not between)) and whence and whence[0].country not in look.actors(c):
            return whence
    return c.at("recipient")


def sold_to(look: Search, c: Case) -> list[Mention]:
    """ "شددت القيود على تصدير الأرز إلى بنغلاديش": whither the thing goes that is stopped or held back."""
    home, trade = look.actors(c) - {None}, look.pack.word_class("trade")
    stop = min(look.thread.sentence_end, c.pred.last + REACH)
    at = next((i for i in range(c.pred.last, stop) if not bases(look.a.tokens[i].fold).isdisjoint(trade)), stop)
    near = (m for m in look.thread.within(at, stop) if m.kind == "state" and fold(m.prep or look.a.tokens[m.first - 1].fold) in ("الي", "ل"))
    return [m for m in near if home and m.country not in home][:1]


def under_flag(look: Search, c: Case) -> list[Mention] | None:
    """ "احتجز ناقلة ترفع علم ليبيريا": whose flag the ship flies."""
    home, last, tokens = look.actors(c), c.pred.last, look.a.tokens
    flag, flies = look.pack.word_class("flag"), look.pack.word_class("flies")
    behind = range(last + 1, min(look.thread.sentence_end, last + REACH))
    at = next((i for i in behind if tokens[i].fold in flag and not bases(tokens[i - 1].fold).isdisjoint(flies)), None)
    near = look.thread.within(at + 1, at + 3) if at is not None else ()
    return [as_state(m) for m in near if m.country and m.country not in home][:1] or None


def belongs_to(look: Search, c: Case) -> list[Mention] | None:
    """ "وضعت يدها على يخت يعود إلى ملياردير روسي": whose it is that is taken or hit, told behind it."""
    home, last, words = look.actors(c), c.pred.last, look.pack.word_class("is-owned")
    behind = range(last + 1, min(look.thread.sentence_end, last + REACH))
    at = next((i for i in behind if look.a.tokens[i].fold in words), None)
    near = look.thread.within(at + 1, at + _OWNER) if at is not None else ()
    whose = [m for m in near if m.kind in (*ACTOR_KINDS, "demonym") and (m.country or m.kind == "demonym")]
    return [as_state(m) for m in whose[:1] if look.thread.countries({"recipient": [as_state(m)]}, "recipient").isdisjoint(home)] or None


def whose_men(look: Search, c: Case) -> list[Mention]:
    """ "أمر الدبلوماسيين التابعين لكولومبيا بالمغادرة": whose they are to whom it is done."""
    home, belonging = look.actors(c), look.pack.word_class("belonging")
    owners = [a.mention for a in c.pred.args if fold(a.prep) == "ل" and stands_before(look.a.tokens, a.mention.first, belonging)]
    return [m for m in owners if m.country and m.country not in home][:1]


def told_by_kin(look: Search, c: Case) -> list[Mention]:
    """ "عقوبات على فلان وفلان، نجل رئيس تشاد": of a row of names that nobody knows, whose kin or what officer one of them is."""
    home, on = look.actors(c), {fold(prep) for prep, part in c.frame.parts.items() if part == "recipient"}
    acts = [c.pred, *(k for k in c.pred.children if "SANCTION" in k.types)]
    men = [a.mention for p in acts for a in p.args if a.role == "loose" and not a.prep and a.mention.kind == "person" and a.mention.first > p.last]
    hit = [m for m in men if m.country and m.country not in home and look.a.tokens[m.first - 1].fold in COMMA]
    return [m for m in hit if any(look.a.tokens[i].fold in on for i in range(acts[-1].last, m.first))][:1]


def who_regrets(look: Search, c: Case) -> list[Mention]:
    """ "أعربت النرويج عن أسفها إزاء الحادث الذي دفع السويد إلى تعليق التعاون": who says sorry for what led to it."""
    home = look.actors(c) - {None}
    sorry = (d for d in c.made if d.type == "CONCEDE" and home and look.thread.countries(d.parts, "recipient") == home)
    return next((list(d.parts.get("actor", ())) for d in sorry), [])


def who_refuses_them(look: Search, c: Case) -> list[Mention] | None:
    """ "ترفض العقوبات التي فرضتها واشنطن": on her."""
    over = c.pred.clause.parent if c.pred.clause.kind == "rel" else None
    refused = next((d for d in reversed(c.made) if d.type in ("REJECT", "ACCUSE") and d.pred.clause is over), None) if over else None
    return list(refused.parts["actor"]) if refused is not None and refs(refused.parts, "recipient") & refs(c.parts, "actor") else None


GAPS = (
    Gap("recipient", "SANCTION COERCE", "open", staff),
    Gap("recipient", "COERCE ASSAULT", "open", under_flag),
    Gap("recipient", "seize ASSAULT", "open", belongs_to),
    Gap("actor", _DEEDS, "nobody", whose_measures, "noun"),
    Gap("actor", "discontinue", "nobody", whose_sanctions, "of-subject"),
    Gap("recipient", _DEEDS, "open", against_whom_measures, "noun"),
    Gap("actor", "SANCTION AID", "open", official_teller, "passive"),
    Gap("recipient", "SANCTION", "nameless", listed_from),
    Gap("recipient", "SANCTION", "open", put_off),
    Gap("recipient", "discontinue", "open", dealt_with),
    Gap("recipient", "SANCTION", "open", other_side_of_treaty),
    Gap("recipient", "SANCTION", "nameless", in_named_state),
    Gap("recipient", "SANCTION", "open", in_their_clause),
    Gap("recipient", "SANCTION arrest deport", "open", reached_by_them),
    Gap("recipient", "SANCTION", "open", whose_men),
    Gap("recipient", "SANCTION", "open", told_by_kin),
    Gap("recipient", "SANCTION", "open", who_regrets),
    Gap("recipient", "SANCTION", "open", bearer, words="visa"),
    Gap("recipient", "SANCTION", "open", bearer, words="permit"),
    Gap("recipient", "SANCTION", "open", who_refuses_them),
    Gap("recipient", "SANCTION", "open", same_target),
    Gap("recipient", "SANCTION CONCEDE", "open", acts_beside, "noun", words="measure"),
    Gap("recipient", "SANCTION restrict", "open", sold_to),
    Gap("actor", "discontinue", "open", joined_before, "of-matter"),
    Gap("recipient", _DEEDS, "any", across_border),
)
