"""The other side of deals, truces, joint work and meetings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from khabar.coding.draft import bases, below, governors, refs
from khabar.coding.ends.search import BACK, REACH, THE, TO, WITHIN, Case, Gap, Search, as_state, earlier, in_a_row
from khabar.coding.tree import BETWEEN, COMMA, FROM, IN, WITH, Pred
from khabar.model import Mention
from khabar.packs import Frame
from khabar.text import fold
from khabar.world import OF_NO_STATE

_GIVEN = frozenset(("AID", "COOPERATE"))
_ALONE = frozenset(("RETREAT", "CONCEDE", "AID"))
_BEFORE = ("time:after", "time:before")
_OF_TWO = frozenset(("CONSULT", "AGREE", "ASSAULT"))  # acts that two do with each other
_HOLDING = frozenset(("begin", "continue", "end", "gather", "host", "light", "passive"))  # operators of verbs that tell of a meeting's being held
_SIDES = frozenset(("مع", "بين", "ل"))  # prepositions of who meets
_TIE = 2  # adjectives between "relations" and "with"
_OF_FIRM = "head-of-organisation"  # the office of who heads a company, too, which deals for no state
_THEM = "هم"
_HIS, _BOTH = "ه", "هما"
_HARM = frozenset(("ASSAULT", "SANCTION", "COERCE", "MOBILIZE", "THREATEN", "ACCUSE", "REJECT"))
_OFFER = 22  # tokens behind an offer in which it says for whom
_MADE = 4  # tokens between "concluded" and where it was
_STOP = 5  # tokens between a land and the word that calls it a stop
_GOODS = 5  # tokens around an export in which a nationality tells whose the goods are


def _inside(pred: Pred) -> set[str]:
    return {fold(a.prep) for a in pred.args}


def us_too(look: Search, c: Case) -> list[Mention]:
    """ "قال إن الاتفاق مع الولايات المتحدة أُقر", "أكد الوزير المصري التوصل إلى تفاهم مع تركيا": the speaker's side is the other one."""
    with_one = any("مع" in _inside(p) for p in (c.pred, *(below(c.pred) if c.frame.type == "AGREE" else ())))
    his_own = any(a.mention in c.at("actor") for a in c.pred.of_role("genitive"))  # "بعد إبرام إيران اتفاقا مع الصين": both sides are told
    told_whole = his_own or _is_known_pact(look, c.pred) or _is_of_others(look, c.pred)
    one_side = len(refs(c.parts, "actor")) == 1 and with_one and not c.pred.subject and not told_whole
    over = next((p for p in governors(c.pred) if p.kind != "noun"), None)
    said = look.thread.speaker(over) if over is not None and over.says and one_side else ()
    if over is not None and over is c.pred.governor and not over.says and one_side and c.pred.link in _BEFORE:
        said = look.thread.subject(over)  # "عاد الوزير من دمشق بعد محادثات مع الرئيس"
    told = (look.told_by(c) or [a.mention for a in said]) if one_side else []
    ours = [m for m in told if look.thread.can_act(m) and m.country and m.first < c.pred.first and m.role != _OF_FIRM]
    return [*c.at("actor"), *(m for m in ours[:1] if m.country not in look.actors(c))]


def _is_known_pact(look: Search, pred: Pred) -> bool:
    """ "قال إن الاتفاق مع إيران سيئ": of a deal that is known, and that nothing describes, anybody may speak."""
    tokens = look.a.tokens
    known = pred.kind == "noun" and pred.reading.article and fold(pred.lemma) in look.pack.word_class("pact")
    far = min(len(tokens), pred.last + WITHIN)
    return known and all((p := look.pack.phrase_at(tokens, i)) is None or p.cls != "rel" for i in range(pred.last, far))


def _is_of_others(look: Search, pred: Pred) -> bool:
    """ "اتفاق الدول العظمى مع إيران": does a definite word that names nobody we know stand in the genitive behind a noun?"""
    word = look.a.tokens[pred.last].fold if pred.kind == "noun" and pred.last < len(look.a.tokens) else ""
    return word.startswith(THE) and not pred.reading.article


def received(look: Search, c: Case) -> list[Mention] | None:
    """ "لقي العرض الروسي رفضا من كييف", "قوبلت الخطوة بإدانة تركية": whose the thing is that met with it."""
    over = c.pred.governor
    if over is None or ("reverse" not in over.operates and fold(over.lemma) not in look.pack.word_class("rousing")):
        return None
    whose = (m for m in look.thread.within(over.last, c.pred.first) if m.entities and (m.kind == "demonym" or look.thread.can_act(m)))
    found = [replace(m, kind="state") if m.kind == "demonym" else m for m in whose if m.country not in look.actors(c)]
    return found[:1] or None


def together(look: Search, c: Case) -> list[Mention] | None:
    """ "مشطت وحدات جزائرية وتونسية، في عملية مشتركة، الجبال": those of two states do together what their deed is done in."""
    over = next((p for p in governors(c.pred) if p.kind == "verb"), None)
    men = [a.mention for a in look.thread.subject(over) if look.thread.can_act(a.mention)] if over is not None else []
    return men if len({look.thread.entity(e).country for m in men for e in m.entities} - {None}) > 1 else None


def whose_pact(look: Search, c: Case) -> list[Mention]:
    """ "بعد توقيع الاتفاق النووي مع إيران", "الاتفاق النووي الذي تم التوصل إليه": the state that a deal of a name is about has made it."""
    told = c.pred.clause.antecedent if c.pred.clause.kind == "rel" else None
    held = told.args if isinstance(told, Pred) else [told] if told is not None else []
    named = [a.mention for a in (*c.pred.args, *held) if a.mention.kind == "instrument"]
    return _about_whom(look, named)


def pact_told_of(look: Search, c: Case) -> list[Mention]:
    """ "بعد توقيع الاتفاق": the only deal of a name of which the report has told before."""
    deals = [m for m in look.a.mentions if m.kind == "instrument"]
    known = c.pred.link.startswith("time") or (c.pred.clause.kind == "rel" and c.pred.clause.antecedent is not None)
    one = known and len({e for m in deals for e in m.entities}) == 1
    return _about_whom(look, [m for m in deals if m.first < c.pred.first]) if one else []


def _about_whom(look: Search, deals: Sequence[Mention]) -> list[Mention]:
    sides = tuple(dict.fromkeys(s for m in deals[:1] for e in m.entities for s in sorted(look.thread.world.matters.get(e, ()))))
    return [replace(deals[0], entities=sides, kind="state", country=None)] if len(sides) in (1, 2) else []


def council_of_vote(look: Search, c: Case) -> list[Mention]:
    """ "صوتت عشر دول لصالح القرار", "حصل النص على 14 صوتا": the council in which votes are only counted, of the sentence, else the last before it."""
    if not c.frame.alone:
        return []
    seats, here = look.pack.word_class("council-word"), look.thread.within(look.thread.sentence_start, look.thread.sentence_end)
    behind = [m for m in here if m.first > c.pred.first]
    councils = (
        m for m in (*behind, *reversed(look.thread.before(c.pred.first)))
        if m.kind in ("organisation", "government-body") and not bases(look.a.tokens[m.first].fold).isdisjoint(seats)
    )
    return list(islice(councils, 1))


def came_of_meeting(look: Search, c: Case) -> list[Mention]:
    """ "توجت المباحثات باتفاق", "انتهى اللقاء بتفاهم": who met has agreed."""
    over = c.pred.governor
    if over is None or fold(over.lemma) not in look.pack.word_class("ends-in") or fold(c.pred.link) not in ("ب", "عن", "الي"):
        return []
    met = next((d for d in earlier(look, c, 2) if d.type == "CONSULT" and d.status in ("happened", "ongoing")), None)
    return list(met.parts.get("actor", ())) if met is not None else []


def he_before(look: Search, c: Case) -> list[Mention] | None:
    """ "خلال زيارته الأخيرة لموسكو", "مباحثات يعقدها مع نظيره", "اجتماعهما": the man, or the two, told of last before the
    noun, where a pronoun of its own or of its clause stands for them."""
    told = [r for r in look.thread.relatives(c.pred) if not r.subject and not r.operates.isdisjoint(_HOLDING)]
    both = c.pred.reading.pronoun == _BOTH
    others = [a.mention for r in told for a in (*r.args, *c.pred.args) if fold(a.prep) == WITH and look.thread.can_act(a.mention)]
    alone = bool(others) and all(m in others for m in c.at("actor"))
    if not (told or c.pred.reading.pronoun in (_HIS, _BOTH)) or (refs(c.parts, "actor") and not alone):
        return None
    there = look.reached(c) | {a.mention.country for r in (c.pred, *told) for a in r.args}
    men = [m for m in reversed(look.thread.before(c.pred.first)) if m.kind in ("person", "role") and m.country and (both or m.country not in there)]
    if both:
        two = {m.country: m for m in reversed(men)}
        return [*two.values()][-2:] if len(two) > 1 else None
    return [*men[:1], *others] if men and (others or c.frame.mode == "visit") else None


def who_is_gathered(look: Search, c: Case) -> list[Mention] | None:
    """ "أبلغت كينيا الوزير الأميركي خلال محادثات جمعته مع وزير خارجيتها": whom the pronoun of the verb that brings them together means."""
    for rel in look.thread.relatives(c.pred):
        if "gather" not in rel.operates or not rel.reading.pronoun or rel.subject:
            continue
        named = {e for a in rel.args for e in a.mention.entities} | {e for a in c.pred.args for e in a.mention.entities}
        him = look.thread.meant(rel.first, rel.reading.pronoun, named)
        told = any(m.kind in ("person", "role") and named.isdisjoint(m.entities) for m in c.at("actor"))  # "اجتمع بنظيره قبل قمة ستجمعه بنظيريه"
        if not told and him is not None and him.country and him.country not in look.actors(c):
            return [*c.at("actor"), him]
    return None


def as_reported(look: Search, c: Case) -> list[Mention]:
    """ "التفاهم الذي تم التوصل إليه في الدوحة": a deal of which a clause tells only that it was reached is between the two of whom the report is."""
    known = c.pred.clause.kind == "rel" and isinstance(c.pred.clause.antecedent, Pred) and "AGREE" in c.pred.clause.antecedent.types
    if not known or len(look.thread.two) != len(BACK):
        return []
    named = {m.country: m for m in reversed(look.a.mentions) if m.country in look.thread.two and m.kind == "state"}
    return [named[k] for k in look.thread.two] if len(named) == len(BACK) else []


def who_had_met(look: Search, c: Case) -> list[Mention]:
    """ "توسطت قطر بين إسرائيل وحماس، فتم الاتفاق على هدنة": those of two sides who had just met; not "تم الاتفاق مع الشركة", "الخطة التي تم الاتفاق
    عليها"."""
    behind = look.a.tokens[c.pred.last].fold if c.pred.last < len(look.a.tokens) else ""
    others = behind in (WITH, BETWEEN) or behind in look.pack.prep_pronouns
    met = next((d for d in earlier(look, c, 2) if d.type == "CONSULT" and d.status in ("happened", "ongoing")), None)
    sides = met.parts.get("actor", []) if met is not None and not others else []
    return list(sides) if len({look.thread.entity(e).country for m in sides for e in m.entities} - {None}) > 1 else []


def with_whom(look: Search, c: Case) -> list[Mention] | None:
    """ "وقعت الحكومة اتفاقا يضمن وقف القتال مع الحركة": the other side stands in the terms."""
    if not refs(c.parts, "actor") or (c.pred.kind != "verb" and len(refs(c.parts, "actor")) != 1) or _is_offer(c.frame):
        return None
    council = all(look.thread.entity(e).country in OF_NO_STATE for e in refs(c.parts, "actor"))
    if council and "actor" not in c.frame.parts.values():
        return None  # "تبنى مجلس الأمن قرارا يصادق على اتفاق مع إيران": it has made no deal itself
    home = look.actors(c) | refs(c.parts, "actor")
    return [*c.at("actor"), *[m for m in _other_in_terms(look, c) if not home & {*m.entities}][:1]]


def granted(look: Search, c: Case) -> list[Mention] | None:
    """ "أبدى استعداده لاستئناف العلاقات مع فنزويلا", "وافقت على بيع أسلحة لتايوان", "سيصدق على عضوية فنلندا": to whom one side offers it."""
    if not refs(c.parts, "actor") or not _is_offer(c.frame):
        return None
    home, tokens = look.actors(c), look.a.tokens
    joins = next((t for t in tokens[c.pred.last : c.pred.last + REACH] if not bases(t.fold).isdisjoint(look.pack.word_class("membership"))), None)
    members = [a.mention for a in c.pred.args if a.prep and joins is not None and tokens[a.mention.first].start > joins.start]
    given = [(p, a) for p in below(c.pred) if not p.types.isdisjoint(_GIVEN) or _lets(p) for a in p.args if a.prep]
    gets = [a.mention for p, a in given if any(f.parts.get(fold(a.prep)) in ("recipient", "actor") for f in p.frames)]
    found = members or [m for m in gets if look.thread.can_act(m)] or _other_in_terms(look, c)
    others = [m for m in found if m.country not in home]
    return others if members else others[:1]


def _matter(pred: Pred) -> Iterator[Pred]:
    """What hangs on an act, without what is told as its time or cause: "اتفقوا على التعاون بعد الاتفاق مع إيران", "وعد بدعمها بعد الهجوم"."""
    return (p for k in pred.children if not k.link.startswith(("time", "cause")) for p in (k, *_matter(k)))


def _lets(pred: Pred) -> bool:
    """ "السماح للجيش الأميركي باستخدام القاعدة": does it tell whom something is allowed?"""
    return any(f.type == "CONCEDE" and f.parts.get("ل") == "recipient" and f.parts.get("ب") == "content" for f in pred.frames)


def promised_to(look: Search, c: Case) -> list[Mention]:
    """ "تعهد بالدفاع عن أراضي ليتوانيا", "مستعدة لتنفيذ مشروع مع روسيا": the first other state in what one side offers, unless it means harm."""
    home, tokens = look.actors(c) - {None}, look.a.tokens
    parts = {c.frame.object, *c.frame.parts.values()}
    offers = c.frame.verdict or ("content" in parts and ("recipient" in parts or "actor" not in parts))
    if len(home) != 1 or not offers:
        return []
    start = max(c.pred.last, c.pred.content_start)
    end = min(look.thread.sentence_end, start + _OFFER)
    verbs = (p.first for p in look.thread.preds if p.kind != "noun" and start < p.first < end and not c.frame.verdict)
    stop = min([_clause_end(look, start, end, ("rel",)), *verbs])
    harm, found = look.pack.word_class("against") | look.pack.word_class("ill-will"), _first_other(look, start, stop, home)
    if any(_is_of_paper(look, c, m) for m in found):
        return []
    ends = min((m.first for m in found), default=stop)  # "وافقت على استخدام الطائرات الأميركية قواعدها ضد التنظيم": what stands behind aims at others
    hurts = any(f.type in _HARM and look.words.fits(p, f) for p in _matter(c.pred) if p.first < ends for f in p.frames)
    return [] if hurts or any(not bases(tokens[i].fold).isdisjoint(harm) for i in range(start, ends)) else found


def _is_of_paper(look: Search, c: Case, m: Mention) -> bool:
    """ "صوت المجلس على اقتراح أميركي", "صادق على الاتفاق المبرم في باريس": does he only stand with the paper, as its author or where it was made? Or
    as the union in which the land itself is ("وعد باستفتاء على بقاء بريطانيا في الاتحاد")?"""
    tokens, concluded = look.a.tokens, look.pack.word_class("concluded")
    if fold(m.prep or tokens[m.first - 1].fold) == IN:
        ours = (x for x in look.thread.within(c.pred.last, m.first) if x.kind == "state" and m.first - x.last <= 1)
        return any(x.country in look.actors(c) for x in ours) or any(
            not bases(t.fold).isdisjoint(concluded) for t in tokens[max(c.pred.last, m.first - _MADE) : m.first]
        )
    paper = look.pack.word_class("asked") | look.pack.word_class("draft-text") | look.pack.word_class("decree")
    council = all(look.thread.entity(e).country in OF_NO_STATE for e in refs(c.parts, "actor"))
    return council and not bases(tokens[m.first - 1].fold).isdisjoint(paper)


def eased_for(look: Search, c: Case) -> list[Mention]:
    """ "سهلت إجراءات دخول الأتراك", "الحظر الذي كان يحول دون نبش رفات البولنديين": the first other state in what is eased or given back."""
    home = look.actors(c) - {None}
    if len(home) != 1 or c.frame.object != "about" or c.passive:
        return []
    return _first_other(look, c.pred.last, _clause_end(look, c.pred.last, min(look.thread.sentence_end, c.pred.last + REACH), ()), home)


def _first_other(look: Search, start: int, stop: int, home: set[str | None]) -> list[Mention]:
    """The first party between two tokens that is of another state."""
    near = (m for m in look.thread.within(start, stop) if not look.thread.names_pact(m))
    named = (m for m in near if m.kind == "demonym" or look.thread.can_act(m) or m.kind in ("state", "place"))
    told = (m for m in named if m.country not in home and m.rule != "unnamed")
    others = [replace(as_state(m), rule="name" if m.rule == "land" else m.rule) for m in told]
    return look.first_party(others)


def _clause_end(look: Search, start: int, end: int, also: tuple[str, ...]) -> int:
    """The first token behind start at which a comma stands or a time, a cause, a source is told; also: phrases that end it too."""
    phrases = ((i, look.pack.phrase_at(look.a.tokens, i)) for i in range(start, end))
    ends = (i for i, p in phrases if look.a.tokens[i].fold in COMMA or (p is not None and p.cls in ("time", "cause", "attribution", *also)))
    return next(ends, end)


def _other_in_terms(look: Search, c: Case) -> list[Mention]:
    """Those with whom what is agreed would be done."""
    terms = [r for k in _matter(c.pred) for rel in look.thread.relatives(k) for r in (rel, *below(rel))]
    shared = [p for p in (*_matter(c.pred), *terms) if not _is_of_one(p)]  # not "على الإفراج عن سجناء في سياق التقارب مع بولندا"
    other = (a.mention for p in shared for a in p.args if fold(a.prep) == "مع" and look.thread.can_act(a.mention))
    return [m for m in other if not _is_of_matter(look, m)]


def of_their_matter(look: Search, c: Case) -> list[Mention]:
    """ "معاهدة التعاون بين روسيا وطاجيكستان", "مفاوضات وقف إطلاق النار بين كييف وموسكو": between whom the matter of a deal, council or talks is."""
    if c.frame.type == "CONSULT" and "actor" not in c.frame.needs and not c.frame.factive:
        return []
    return [a.mention for k in _said_of(c.pred) for a in k.args if fold(a.prep) == "بين" and look.thread.can_act(a.mention)]


def _said_of(pred: Pred) -> Iterator[Pred]:
    """What a noun is of, and what that is of: "مفاوضات وقف إطلاق النار"."""
    for k in pred.children:
        if k.link == "gen":
            yield k
            yield from _said_of(k)


def who_joins(look: Search, c: Case) -> list[Mention]:
    """ "صدق البرلمان التركي على بروتوكول انضمام السويد": whose joining or membership is agreed to."""
    joining, tokens = look.pack.word_class("joining"), look.a.tokens
    near = look.ahead(c.pred, REACH, REACH)
    return in_a_row([m for m in near if m.first and m.kind == "state" and (m.conj or not bases(tokens[m.first - 1].fold).isdisjoint(joining))])


def both_before(look: Search, c: Case) -> list[Mention]:
    """ "خلص الرئيسان بعد لقاء دام ساعات إلى مذكرة", "أكد قائدا الجيشين، في اجتماع في جوبا": the two who then act are those who met."""
    then = c.pred.link == "time:after" or (not c.pred.definite and (c.pred.link == "time:during" or fold(c.pred.link) == IN))
    over = c.pred.governor if then and not c.pred.reading.pronoun else None
    told = [a.mention for a in look.thread.subject(over)] if over is not None and over.kind == "verb" else []
    sides = {look.thread.entity(e).country for m in told for e in m.entities} - {None}
    return told if len(sides) == 2 and all(look.thread.can_act(m) for m in told) else []


def host_and_signers(look: Search, c: Case) -> list[Mention]:
    """ "وقع علييف وباشينيان إعلانا عقب قمة استضافها ترامب": of a meeting with a host alone, those who then sign took part too."""
    over, host = c.pred.governor, look.actors(c) - {None}
    if over is None or over.kind != "verb" or c.pred.link != "time:after" or len(host) != 1 or "AGREE" not in over.types:
        return c.at("actor")
    told = [a.mention for a in look.thread.subject(over) if look.thread.can_act(a.mention) and a.mention.country not in host]
    return [*told, *c.at("actor")] if len({m.country for m in told} - {None}) > 1 else c.at("actor")


def two_just_told(look: Search, c: Case) -> list[Mention]:
    """ "أبلغ الرئيس التركي نظيره الأذربيجاني دعمه. جاء ذلك في اتصال هاتفي": the two of the sentence before, if it tells of no third; with one
    named, who acted there is the other ("جاء ذلك خلال اتصال مع الرئيس السوداني")."""
    over, tokens, start, home = c.pred.governor, look.a.tokens, look.thread.sentence_start, look.actors(c) - {None}
    if over is None or fold(over.lemma) not in look.pack.word_class("came-so") or over.subject or over.first > start + 2 or len(home) > 1:
        return c.at("actor")
    if c.at("actor"):
        ours = [a.mention for a in look.thread.last_subject if a.mention.country and a.mention.country not in home]
        return [*ours[:1], *c.at("actor")]
    first = next((i for i in range(start - 2, -1, -1) if tokens[i].fold == "."), -1) + 1
    men = [m for m in look.thread.within(first, start) if m.kind in ("person", "role") and m.country]
    by_state = {m.country: m for m in reversed(men)}
    return [*reversed(by_state.values())] if len(by_state) == 2 else []


def whose_work(look: Search, c: Case) -> list[Mention]:
    """ "أوقفت الشرطة الإسبانية، في عملية نسقت مع نظيرتها الألمانية، تسعة", "طلبت أوغندا تفعيل خطة تم الاتفاق عليها مع البنك": who acts in the main
    clause worked, or made the deal, with them."""
    clause, home = c.pred.clause, look.actors(c)
    over = clause.parent.verb if clause.kind == "rel" and clause.parent is not None else None
    alone = c.pred.kind == "verb" if c.frame.type != "AGREE" else not c.pred.of_role("genitive")
    if over is None or not alone or c.pred.subject or len(home) != 1 or "مع" not in _inside(c.pred):
        return c.at("actor")
    if over.says or any(f.type in ("REJECT", "ACCUSE") and look.words.fits(over, f) for f in over.frames):
        return c.at("actor")
    ours = [a.mention for a in look.thread.subject(over) if look.thread.can_act(a.mention) and a.mention.country not in home]
    return [*ours[:1], *c.at("actor")]


def host_and_guest(look: Search, c: Case) -> list[Mention]:
    """ "انطلقت في بيلاروس تدريبات مشتركة مع القوات الروسية": the land of a drill holds it with its guests, where no other does."""
    home, guests = look.actors(c) - {None}, [a.mention for a in c.pred.args if fold(a.prep) == "مع"]
    if "military" not in c.frame.contexts or len(home) != 1 or c.at("actor") != guests:
        return c.at("actor")
    hosts = [m for m in look.thread.states_of(c.at("place")) if m.country and m.country not in home]
    return [*hosts[:1], *c.at("actor")]


def where_it_lands(look: Search, c: Case) -> list[Mention]:
    """ "استقبل مطار بغداد أول رحلة من الرياض": the state of the place that receives it."""
    return look.thread.states_of(c.at("place"))[:1] if c.frame.subject == "recipient" else []


def whose_goods(look: Search, c: Case) -> list[Mention]:
    """ "بدأ الغاز النرويجي التدفق إلى بولندا": whose the goods are that flow."""
    goods, tokens = look.pack.word_class("goods"), look.a.tokens
    near = look.thread.within(max(0, c.pred.first - _GOODS), min(look.thread.sentence_end, c.pred.last + _GOODS))
    of_goods = (m for m in near if m.kind == "demonym" and m.first and not bases(tokens[m.first - 1].fold).isdisjoint(goods))
    return [as_state(m) for m in of_goods if m.country not in look.reached(c)][:1]


def _is_of_matter(look: Search, m: Mention) -> bool:
    """ "وافق على فتح الحدود في إطار المصالحة مع إثيوبيا": does the preposition stand on a plain definite word, no act and no tie?"""
    at = m.first - 2
    if any(t.fold in look.pack.word_class("tie") for t in look.a.tokens[max(0, at - _TIE) : at + 1]):
        return False  # "استعداده لاستئناف العلاقات الدبلوماسية مع فنزويلا"
    return look.a.tokens[at].fold.startswith(THE) and all(not p.first <= at < p.last for p in look.thread.preds)


def _is_offer(frame: Frame) -> bool:
    """Is it something that one side says to the other: a readiness, a consent?"""
    return "actor" not in frame.parts.values() and (frame.verdict or "content" in frame.needs)


def _is_of_one(pred: Pred) -> bool:
    """Is it something that one side does alone, such as a release?"""
    kinds = [f for f in pred.frames if f.type]
    return bool(kinds) and all(f.type in _ALONE and f.mode != "ceasefire" for f in kinds)


def makers_of_truce(look: Search, c: Case) -> list[Mention] | None:
    """ "ويشمل الاتفاق وقفا لإطلاق النار": those who made the deal."""
    if refs(c.parts, "recipient"):
        return None
    deals = (d for d in earlier(look, c) if d.type == "AGREE" or d.mode == "ceasefire")
    return next((list(d.parts["actor"]) for d in deals if len(refs(d.parts, "actor")) > 1), [])


def who_declares(look: Search, c: Case) -> list[Mention]:
    """ "أعلنت الحكومة الكولومبية وجيش التحرير الوطني وقف إطلاق النار": a party in arms or a government that declares its own truce."""
    over = next((p for p in governors(c.pred) if p.kind != "noun" or p.governor is None), None)
    if over is None or "decide" not in over.operates or over.negated or c.at("place") or c.at("third") or refs(c.parts, "recipient"):
        return []
    said = [a.mention for a in look.thread.subject(over)]
    groups = [m for m in said if m.kind in ("armed-group", "government-body") or (m.kind == "state" and m.rule != "demonym")]
    return groups if groups == said else []


def where_he_came(look: Search, c: Case) -> list[Mention]:
    """ "وصل الوزير إلى مقر الحكومة في جاكرتا": the land of the building to which a traveller came."""
    tokens, home, seats = look.a.tokens, look.actors(c) - {None}, look.pack.word_class("premises")
    if c.pred.kind != "verb" or len(home) != 1:
        return []
    to = next((i for i in range(c.pred.last, min(look.thread.sentence_end - 1, c.pred.last + REACH)) if tokens[i].fold == TO), None)
    if to is None or bases(tokens[to + 1].fold).isdisjoint(seats):
        return []
    near = [m for m in look.thread.within(to + 2, to + 2 + WITHIN) if m.kind in ("place", "state")][:1]
    return [m for m in look.thread.states_of(near) if m.country and m.country not in home]


def host_told(look: Search, c: Case) -> list[Mention]:
    """ "زار فابيوس طهران. وقال خلال زيارته …": the host of the same country's last visit; else, in a report on two states, the other of them."""
    home = look.actors(c) - {None}
    if len(home) != 1 or c.pred.kind != "noun" or _leads_elsewhere(look, c.pred):
        return []
    if (where := _place_where(look, c.pred, home)) is not None:
        return [where]
    told = next((d for d in earlier(look, c) if d.mode == "visit" and look.thread.countries(d.parts, "actor") & home), None)
    if told is not None and told.parts.get("recipient"):
        return list(told.parts["recipient"])
    other = {*look.thread.two} - home
    men = all(m.kind in ("person", "role") for m in c.at("actor"))
    hosts = [m for m in look.a.mentions if m.kind == "state" and m.country in other] if men and len(other) == 1 else []
    return hosts[:1]


def _place_where(look: Search, visit: Pred, home: set[str | None]) -> Mention | None:
    """ "الموجود في واشنطن حيث يقوم بزيارة": the land of the place right before "where"."""
    over = visit.governor
    at = over.first - 1 if over is not None and over.kind == "verb" else 0
    if at < 1 or look.a.tokens[at].fold not in look.pack.word_class("where-to"):
        return None
    near = [m for m in look.thread.within(max(0, at - WITHIN), at) if m.last == at and m.kind in ("place", "state")]
    return next((m for m in look.thread.states_of(near) if m.country and m.country not in home), None)


def _leads_elsewhere(look: Search, visit: Pred) -> bool:
    """Do words of its own tell where a visit leads, to what is no state ("زيارة إلى المنطقة", "جولة خليجية", "زيارته للمستشفى")?"""
    at = max([visit.last, *(a.mention.last for a in visit.of_role("genitive"))])
    word = look.a.tokens[at].fold if at < len(look.a.tokens) else ""
    return fold(visit.lemma) in look.pack.word_class("tours") or word == TO or word.startswith("لل")


def while_it_lasted(look: Search, c: Case) -> list[Mention]:
    """ "في ختام زيارة استمرت ثلاثة أيام إلى طوكيو": the land that stands behind how long a visit lasted."""
    behind = (p for p in look.thread.preds if c.pred.last <= p.first < c.pred.last + WITHIN and p.kind == "verb" and not p.subject)
    verb = next(behind, None) if c.pred.kind == "noun" else None
    if verb is None or fold(verb.lemma) not in look.pack.word_class("lasts"):
        return []
    home = look.actors(c) - {None}
    there = [a.mention for a in verb.args if c.frame.parts.get(fold(a.prep)) == "recipient"]
    return [m for m in look.thread.states_of(there) if m.country and m.country not in home][:1]


def where_tour_leads(look: Search, c: Case) -> list[Mention]:
    """ "أنهى جولة خارجية شملت قطر والصين", "جولة تقوده إلى تونس": the lands that a tour takes in, named by the verb behind it."""
    if c.pred.kind != "noun" or fold(c.pred.lemma) not in look.pack.word_class("tours"):
        return []
    leads = look.pack.word_class("tour-leads")
    verb = next((p for p in look.thread.preds if c.pred.last <= p.first < c.pred.last + REACH and p.kind == "verb"), None)
    if verb is None or fold(verb.lemma) not in leads:
        return []
    home = look.actors(c) - {None}
    return [m for m in look.thread.states_of(a.mention for a in verb.args) if m.country and m.country not in home]


def stop_of_tour(look: Search, c: Case) -> list[Mention]:
    """ "كينيا محطة مهمة في جولة الوزير الهندي", "بيرو هي محطته الأخيرة في الجولة": the land that is told to be a stop of the tour."""
    if c.pred.kind != "noun" or fold(c.pred.lemma) not in look.pack.word_class("tours"):
        return []
    stops, tokens, first = look.pack.word_class("stop-of-tour"), look.a.tokens, look.thread.sentence_start
    at = next((i for i in range(c.pred.first, max(first, c.pred.first - WITHIN), -1) if not bases(tokens[i].fold).isdisjoint(stops)), None)
    near = [m for m in look.thread.within(max(first, at - _STOP), at) if m.kind in ("state", "place")] if at is not None else []
    return [m for m in look.thread.states_of(near[-1:]) if m.country not in look.actors(c)]


def and_then(look: Search, c: Case) -> list[Mention]:
    """ "ستزور كينيا الاثنين، ثم أوغندا الثلاثاء": the lands to which a traveller goes on, told with "then" behind the first."""
    tokens, home, then = look.a.tokens, look.actors(c), look.pack.word_class("goes-on-to")
    stop = min([look.thread.sentence_end, *(p.first for p in look.thread.preds if p.first > c.pred.last and p.kind == "verb")])
    near = look.thread.within(c.pred.last, stop) if c.at("recipient") and c.pred.kind == "verb" else ()
    next_ones = [
        m for m in near if m.kind in ("state", "place") and not {fold(m.prep), tokens[m.first - 1].fold, tokens[m.first - 2].fold}.isdisjoint(then)
    ]
    theirs = look.reached(c) | home
    return [*c.at("recipient"), *(m for m in look.thread.states_of(next_ones) if m.country and m.country not in theirs)]


def who_came_for_it(look: Search, c: Case) -> list[Mention]:
    """ "وصل الوزير الهندي إلى نيروبي في زيارة للقاء مسؤولين كينيين": who travels to a meeting meets."""
    over = c.pred.governor
    for_it = over is not None and fold(c.pred.link) == "ل"
    trips = (d for p in governors(c.pred) for d in c.made if for_it and d.pred is p and d.mode == "visit" and d.parts.get("actor"))
    home = look.actors(c)
    return [*(m for m in next((d.parts["actor"] for d in trips), ()) if m.country not in home), *c.at("actor")]


def of_several_bodies(look: Search, c: Case) -> list[Mention]:
    """ "مسؤولون من المفوضية الأوروبية والبنك الدولي", "وزراء من كينيا وأوغندا": those of each body that "and" joins to the first."""
    officials = [m for m in c.at("actor") if m.rule == "unnamed"]
    rows = (in_a_row(look.thread.within(m.first + 1, m.first + REACH)) for m in officials)
    more = (x for row in rows if row and row[0].prep for x in row[1:] if look.thread.can_act(x))
    return [*c.at("actor"), *(x for x in more if x.kind == "organisation" or x.country not in look.actors(c))]


def who_speak_for_them(look: Search, c: Case) -> list[Mention]:
    """ "تغيبت الحركة، لكن المبعوث سيلتقي ممثلين عنها": those for whom the people met speak, by a pronoun: of "them" also a band told of before."""
    tokens, sent = look.a.tokens, look.pack.word_class("represented")
    for i in range(c.pred.last + 1, min(c.pred.stop or c.pred.last + WITHIN, c.pred.last + WITHIN)):
        if look.pack.prep_pronouns.get(tokens[i].fold) not in FROM or bases(tokens[i - 1].fold).isdisjoint(sent):
            continue
        own = refs(c.parts, "actor")
        bands = (m for m in reversed(look.thread.before(i)) if m.kind in ("armed-group", "party") and own.isdisjoint(m.entities))
        whose = look.thread.meant(i, tokens[i].fold, own) or (next(bands, None) if tokens[i].fold.endswith(_THEM) else None)
        if whose is not None:
            return [*c.at("actor"), whose]
    return c.at("actor")


def of_them(look: Search, c: Case) -> list[Mention]:
    """ "استقبل الرئيس الكيني وزراء الدول الست لحضور اجتماعهم مع نظيرهم": a meeting of "theirs" is that of the many who were received, not of the one
    who receives them."""
    over = next((p for p in governors(c.pred) if p.kind == "verb"), None)
    if over is None or c.pred.reading.pronoun != _THEM:
        return c.at("actor")
    one = [a.mention for a in look.thread.subject(over)]
    many = [a.mention for a in over.of_role("object") if len(a.mention.entities) > 1]
    if len(one) != 1 or len(one[0].entities) > 1 or one[0] not in c.at("actor") or not many:
        return c.at("actor")
    return [*many, *(m for m in c.at("actor") if m != one[0])]


def same_sides(look: Search, c: Case) -> list[Mention]:
    """ "وقعت الحكومة والحركة اتفاقا. وجرت المحادثات في هافانا", "الجولة المقبلة ستعقد في نيروبي": a definite meeting of no sides of its own is of the
    two who met, agreed or fought last."""
    own = [a for a in c.pred.args if a.role == "genitive" or fold(a.prep) in _SIDES]
    over = next((p for p in governors(c.pred) if p.kind == "verb"), None)
    held = over is not None and not over.operates.isdisjoint(_HOLDING)
    if not held or not c.pred.reading.article or own or c.pred.reading.pronoun or look.thread.relatives(c.pred):
        return []
    told = (d for d in earlier(look, c) if d.type in _OF_TWO and d.status != "denied" and not d.background)
    sides = ((d.parts.get("actor", []), {e for m in d.parts.get("actor", ()) for e in m.entities}) for d in told)
    return list(next((men for men, who in sides if 2 in (len(who), len({look.thread.entity(e).country or e for e in who}))), []))


def as_agreed(look: Search, c: Case) -> list[Mention]:
    """ "تم الاتفاق على عقد اجتماع في جنيف": those who made the deal are to meet."""
    over = list(takewhile(lambda p: p.kind == "noun", governors(c.pred)))
    deals = (d for p in over for d in c.made if d.pred is p and d.type == "AGREE")
    return next((list(d.parts.get("actor", ())) for d in deals), [])


def who_comes_to_sign(look: Search, c: Case) -> list[Mention]:
    """ "وصل الوزير الصيني إلى نيروبي لتوقيع اتفاق", "يتوجه وفدا الحكومة والحركة إلى الدوحة لتوقيع اتفاق": those who come, if they are two sides,
    else the one who comes and the land where he does."""
    over = look.words.journey(c.pred)
    if over is None:
        return []
    men = [a.mention for a in look.thread.subject(over) if look.thread.can_act(a.mention)]
    there = look.thread.states_of(a.mention for a in over.args if a.role in ("prep", "object") and a.mention not in men)
    return men if len({m.entities for m in men}) > 1 else [*men, *there] if men and there else []


GAPS = (
    Gap("actor", "AGREE", "nobody", who_comes_to_sign, "noun"),
    Gap("actor", "AGREE", "nobody", of_their_matter, "noun"),
    Gap("actor", "AGREE REJECT", "nobody", council_of_vote, words="voter"),
    Gap("actor", "AGREE", "nobody", who_had_met, "undergone"),
    Gap("actor", "AGREE", "nobody", whose_pact, "noun"),
    Gap("actor", "AGREE", "nobody", as_reported, "passive"),
    Gap("actor", "AGREE", "nobody", pact_told_of, "noun"),
    Gap("actor", "AGREE", "nobody", came_of_meeting, "noun"),
    Gap("recipient", "AGREE", "open", who_joins, words="joining"),
    Gap("actor", "AGREE", "any", us_too),
    Gap("actor", "AGREE", "any", with_whom),
    Gap("recipient", "AGREE", "open", granted),
    Gap("recipient", "AGREE", "open", promised_to),
    Gap("recipient", "CONCEDE", "open", eased_for),
    Gap("actor", "ceasefire", "nobody", makers_of_truce),
    Gap("actor", "ceasefire", "nobody", who_declares),
    Gap("actor", "COOPERATE", "open", together, "noun"),
    Gap("actor", "COOPERATE AGREE", "any", whose_work),
    Gap("actor", "COOPERATE", "any", host_and_guest, "noun"),
    Gap("actor", "COOPERATE", "nobody", whose_goods, "noun"),
    Gap("recipient", "COOPERATE", "open", where_it_lands),
    Gap("recipient", "ACCUSE SUPPORT REJECT", "open", received, "noun"),
)

MEETINGS = (
    Gap("recipient", "visit", "open", where_he_came),
    Gap("recipient", "visit", "open", while_it_lasted),
    Gap("recipient", "visit", "open", where_tour_leads),
    Gap("recipient", "visit", "open", stop_of_tour),
    Gap("recipient", "visit", "open", host_told),
    Gap("recipient", "visit", "any", and_then),
    Gap("actor", "CONSULT", "nobody", of_their_matter, "noun"),
    Gap("actor", "CONSULT", "nobody", as_agreed, "noun"),
    Gap("actor", "CONSULT", "nobody", both_before, "noun", but="visit"),
    Gap("actor", "CONSULT", "any", two_just_told, "noun", but="visit"),
    Gap("actor", "multilateral", "any", host_and_signers, "noun"),
    Gap("actor", "CONSULT", "any", who_came_for_it, "noun", but="visit"),
    Gap("actor", "CONSULT", "any", who_speak_for_them, but="visit"),
    Gap("actor", "CONSULT", "any", of_them, "noun", but="visit"),
    Gap("actor", "CONSULT", "any", of_several_bodies, but="visit"),
    Gap("actor", "CONSULT", "any", us_too, "noun", but="visit"),
    Gap("actor", "CONSULT", "nobody", same_sides, "noun", but="visit multilateral"),
    Gap("actor", "CONSULT", "any", he_before, "noun"),
    Gap("actor", "CONSULT", "any", who_is_gathered, "noun", but="visit"),
)
