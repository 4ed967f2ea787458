"""Arrests, releases and coups: who holds whom, where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.coding.draft import TAKEN_IN, bases, below, has_article, refs
from khabar.coding.ends.search import NATIONLESS, OFFICIAL, REACH, THE, Case, Gap, Search, as_state, in_a_row, is_passive, states_here, their_people
from khabar.coding.parts import TELLERS
from khabar.coding.tree import AND, FROM, IN, WITH, Arg, Pred
from khabar.lemmas import singular
from khabar.model import Mention, Span
from khabar.text import fold

_NOUN_BY = 3  # tokens behind the act and its doer within which the noun stands of what it is done to
_FIRST, _FURTHER = 4, 7  # tokens between "among them" and the first of a list of people, between each and the next: "من نساء وأطفال، و10"


def arrested_here(look: Search, c: Case) -> list[Mention]:
    """Who is arrested in a country is arrested by it."""
    here = [state for m in c.at("place") if (state := look.thread.state_of(m)) is not None]
    return (here + [m for m in c.at("place") if m.kind == "state"])[:1]


def announcer(look: Search, c: Case) -> list[Mention]:
    """ "أعلنت حكومة جنوب السودان وضع نائب الرئيس تحت الإقامة الجبرية", "أكدت طهران اعتقال ثلاثة فرنسيين": who announces or decides the act."""
    told = c.pred.governor if c.pred.kind == "noun" and c.pred.link in ("obj", "ب", "عن") else None
    if told is not None and told.says:
        tells = [a.mention for a in look.thread.speaker(told) if a.mention.kind != "person" and a.mention.country]
        return tells if look.thread.countries({"actor": tells}, "actor").isdisjoint(look.reached(c)) and look.reached(c) - {None} else []
    preds = look.thread.preds
    over = next((p for p in reversed(preds) if p.first < c.pred.first), None)
    if over is None or c.pred.reading.conj or over.kind != "verb" or "decide" not in over.operates or over.content is not None:
        return []
    return [a.mention for a in over.subject] if over.subject and over.subject[-1].mention.last == c.pred.first else []


def captor(look: Search, c: Case) -> list[Mention] | None:
    """ "عاد 60 جنديا من الأسر الأوكراني", "من الأسر في أوكرانيا": who held those that came home, instead of who tells of them."""
    theirs = look.reached(c) - {None}
    if _is_brokered(c.pred):
        held, broker = _captor(look, c.pred, c.parts), c.at("actor")
        c.parts["third"] = [*c.at("third"), *(m for m in broker if m not in held)]
        return held
    if c.frame.subject != "recipient" and (not look.actors(c) <= theirs or (c.pred.kind == "verb" and c.pred.subject and look.actors(c))):
        return None  # not "أعلنت باريس الإفراج عن فرنسيين كانوا محتجزين في", "أفرج الحوثيون عن يمنيين محتجزين في"
    return _captor(look, c.pred, c.parts) or None


def freed_by(look: Search, c: Case) -> list[Mention]:
    """ "أفرجت إيران عن صحفي كيني كان معتقلا": who lets those go of whom the clause tells that they were held, held them."""
    who = c.pred.clause.antecedent
    if c.pred.clause.kind != "rel" or not c.pred.was or not isinstance(who, Arg):
        return []
    freed = next((d for d in reversed(c.made) if d.mode == "release" and who.mention in d.parts.get("recipient", ())), None)
    return list(freed.parts.get("actor", ())) if freed is not None and freed.pred.kind == "verb" and not is_passive(freed.pred) else []


def asked_to_free(look: Search, c: Case) -> list[Mention]:
    """ "طالبت بالإفراج عن مواطنيها المحتجزين لدى إيران", "دعا إلى إطلاق سراح الموظفين المعتقلين في مالي": who holds those whose release is asked."""
    freeing = next((p for p in below(c.pred) if any(f.mode == "release" for f in p.frames)), None)
    if freeing is None:
        return []
    tokens = look.a.tokens
    them = freeing.last < len(tokens) and tokens[freeing.last].fold in look.pack.prep_pronouns
    told = next((d for d in reversed(c.made) if them and d.mode in TAKEN_IN and d.type == "COERCE"), None)
    # "أكد أن عشرين ما زالوا محتجزين لدى الحوثيين، داعيا إلى الإفراج عنهم"
    held = told.parts.get("actor", []) if told is not None else _held_at(look, freeing.last, freeing.last + REACH)
    return [as_state(m) for m in held if m.kind in ("state", "demonym", "armed-group") and m.country not in look.actors(c)]


def _is_brokered(release: Pred) -> bool:
    """ "أسفرت وساطة قطرية عن الإفراج عن ستة", "نجاح وساطتها في الإفراج عن": is it what came of a mediation? Whoever mediates lets nobody go."""
    over = release.governor
    beside = over.children if over is not None and over.operates else ()
    return any(c.link in ("subj", "gen") and any(f.mode == "third-party" for f in c.frames) for c in beside)


def flown_from(look: Search, c: Case) -> list[Mention]:
    """ "وصول تسعين أسيرا من مطار جازان في السعودية إلى مطار صنعاء": the land whose airport captives leave let them go."""
    tokens, theirs = look.a.tokens, look.reached(c) - {None}
    stop, airport = min(look.thread.sentence_end, c.pred.last + REACH), look.pack.word_class("airport")
    at = next((i for i in range(c.pred.last, stop) if tokens[i].fold in airport and tokens[i - 1].fold in FROM), None)
    near = look.thread.within(at, at + 5) if at is not None else ()
    return [m for m in look.thread.states_of(near) if m.country not in theirs][:1] if c.frame.subject == "recipient" else []


def among(look: Search, c: Case) -> list[Mention] | None:
    """ "احتجزت عشرين متطرفا بينهم فرنسيان", "أفرجت عن 20 بحارا، هم 12 هنديا وسريلانكي": of those whom it reached, all whose nation is told."""
    told = _by_nation(look, c.pred)
    if not told or any(m.country and m not in told and m.rule not in NATIONLESS for m in c.at("recipient")):
        return None
    home = look.actors(c)
    return [m for m in told if m.country not in home] or told


def _by_nation(look: Search, pred: Pred) -> list[Mention]:
    """The people of the list behind "among them" or "they are", in the stretch of a predicate and before any other verb."""
    tokens, words = look.a.tokens, look.pack.word_class("among-them") | look.pack.word_class("they-are")
    other = (p.first for p in look.thread.preds if p.kind == "verb" and p.first > pred.last and p.clause.kind != "rel")
    stop = min([look.thread.sentence_end, pred.last + REACH, *other])
    at = next((i for i in range(pred.last, stop) if tokens[i].fold in words), None)
    told: list[Mention] = []
    for m in look.thread.within(at + 1, look.thread.sentence_end) if at is not None else ():
        if told and m.rule in NATIONLESS:
            continue
        before = tokens[m.first - 1]
        joined = m.conj or tokens[m.first].fold.startswith(AND) or before.kind == "number"
        joined = joined or any(look.pack.number_word(word) is not None for word in bases(before.fold))
        near = m.first - (told[-1].last if told else at or 0) <= (_FURTHER if told else _FIRST)
        if not near or not (m.rule.startswith("agent") or m.kind == "demonym") or (told and not joined):
            break
        told.append(as_state(m))
    return told


def from_there(look: Search, c: Case) -> list[Mention]:
    """ "أوقفت عشرة صيادين من توغو", "احتجزت ثلاثين جنديا من ملاوي واتهمتهم": people of a country behind "from" are its people."""
    hit, home, pred = c.at("recipient"), look.actors(c), c.pred
    if any(m.country or m.rule not in NATIONLESS for m in hit):
        return [look.hail.get(m.first, m) for m in hit]
    whence = [a for a in pred.args if a.prep and fold(a.prep) == FROM[0] and a.mention.kind in ("state", "place") and a.mention.first > pred.last]
    apart = not pred.subject  # "الجيش يعتقل عشرة صيادين من توغو": then nothing but them stands between

    def theirs(a: Arg) -> bool:
        """Do they stand right before whence they are?"""
        if not hit:
            return bool(a.gap) or (apart and a.mention.first - 1 > pred.last)
        return any(m.last == a.mention.first - (not a.mention.prep) for m in hit)

    behind = [a for a in whence if theirs(a) and not look.thread.only_backs(a.mention)]
    coming = look.pack.word_class("coming-from")  # "اعتقلت رجلا قادما من أوغندا"
    behind = [a for a in behind if look.a.tokens[a.mention.first - 1 - (not a.mention.prep)].fold not in coming]
    state = next((s for s in look.thread.states_of(a.mention for a in behind) if s.country not in home - {None}), None)
    if state is None:
        return [look.hail.get(m.first, m) for m in hit]
    look.hail |= {m.first: state for m in hit}
    c.parts["actor"] = [m for m in c.at("actor") if m.first != state.first]
    return [state]


def some_of_them(look: Search, c: Case) -> list[Mention]:
    """ "عبر عشرات الأوغنديين الحدود، واعتقلت الشرطة بعضهم", "أفرجت عن خمسة منهم": part of those of whom was told, by a pronoun."""
    tokens, some = look.a.tokens, look.pack.word_class("some-of-them")
    counted, stop = look.pack.word_class("part-of-them"), min(c.pred.stop or c.pred.last + REACH, look.thread.sentence_end, c.pred.last + REACH)
    for i in range(c.pred.last, stop):
        number = tokens[i - 1].kind == "number" or look.pack.number_word(tokens[i - 1].fold) is not None
        of_them = look.pack.prep_pronouns.get(tokens[i].fold) == FROM[0] and i > c.pred.last
        part = of_them and (number or tokens[i - 1].fold in counted)
        if part or tokens[i].fold in some:
            taken = c.frame.object == "recipient" and not c.pred.definite  # not "الهجوم ثلاثة منهم حالتهم خطرة"
            taken = taken or c.frame.parts.get(tokens[i - 1 - part].fold) == "recipient"
            whose = look.thread.meant(i, tokens[i].fold, refs(c.parts, "actor")) if taken else None
            return [whose] if whose is not None and not whose.entities[0].endswith(TELLERS) else []
    return []


def told_by_its_noun(look: Search, c: Case) -> list[Mention]:
    """ "احتجزت أوكرانيا ناقلة روسية. … وداهمت القوات الناقلة", "أفرجت السلطات عن الصحفي", "تحرير الرهائن": whose what is named by a definite noun
    alone was when it was told with that noun before, and with its nation."""
    tokens, home = look.a.tokens, look.actors(c) - {None}
    after = max([c.pred.last, *(a.mention.last for a in c.pred.of_role("subject") if c.pred.kind == "verb")])
    stop = min(c.pred.stop or after + _NOUN_BY, after + _NOUN_BY, look.thread.sentence_end)
    at = next((i for i in range(after, stop) if tokens[i].kind == "word" and has_article(tokens[i].fold)), stop)
    led = at > after and c.frame.parts.get(tokens[at - 1].fold) == "recipient"  # "أفرجت عن الصحفي"
    taken = led or c.frame.object == "recipient" or c.frame.genitive == "object"
    between = at > after and not led and not bases(tokens[at - 1].fold) & look.pack.word_class("all-of")
    further = at + 1 < look.thread.sentence_end and tokens[at + 1].fold.startswith(THE)  # "السفينة اليونانية" is told with its own
    if at >= stop or not taken or between or further or any(m.entities for m in look.thread.within(at, at + 1)):
        return []
    named = singular(tokens[at].form.removeprefix(THE))
    for m in reversed(look.thread.before(c.pred.first)):
        if not m.country or m.country in home or m.kind in ("place", "person"):
            continue
        words = tokens[max(0, m.first - 1) : m.last]
        if any(t.kind == "word" and not t.fold.startswith(THE) and singular(t.form) == named for t in words):
            return [replace(m, span=tokens[at].span, text=tokens[at].form, first=at, last=at + 1, conj="", prep="")]
    return []


def with_him(look: Search, c: Case) -> list[Mention] | None:
    """ "اغتالت القائد مع نائبه فلان", "خطفوا الطبيبة برفقة مترجمها الصومالي": whoever suffers it with the one to whom it is done."""
    hit, beside = c.at("recipient"), look.pack.word_class("along-with")
    if not hit or not all(m.kind == "demonym" or _is_a_man(m) for m in hit) or c.frame.parts.get(WITH) in ("actor", "recipient"):
        return None
    last, stop = max(m.last for m in hit), min(c.pred.stop or look.thread.sentence_end, look.thread.sentence_end)
    near = [m for m in look.thread.within(last, stop) if look.a.tokens[m.first - 1].fold in beside and _is_a_man(m)]
    return [*hit, *(m for m in in_a_row(near) if m not in hit)] if near else None


def _is_a_man(m: Mention) -> bool:
    """Is it somebody, not his state or a body?"""
    return m.kind in ("person", "role") or m.rule.startswith("agent") or m.rule in NATIONLESS


def group_hit(look: Search, c: Case) -> list[Mention]:
    """ "اغتيال قيادي في حماس": whose leader it was."""
    return [a.mention for a in c.pred.args if a.mention.kind in ("armed-group", "party")][:1]


def coup_in(look: Search, c: Case) -> list[Mention] | None:
    """A coup is its country's."""
    if not c.frame.alone or c.frame.mode or look.actors(c) - {None}:
        return None
    first = look.thread.preds[0].first if look.thread.preds else c.pred.first
    before = [m for m in look.thread.within(first, c.pred.first) if m.kind == "state"]
    over = c.pred.governor
    speaks = over is not None and over.says  # "تعيش ميانمار أزمة منذ الانقلاب": she who lives through it says nothing
    says = {e for a in look.thread.outer_subject(over) for e in a.mention.entities} if over is not None and speaks else set()
    before = [m for m in before if not says & {*m.entities}]
    return states_here(look, c) if c.at("place") else before[-1:] or states_here(look, c)


def plotters(look: Search, c: Case) -> list[Mention]:
    """ "أعلن عسكريون في النيجر الإطاحة بالرئيس": soldiers of the land whose rulers are toppled, where the sentence tells of soldiers."""
    if c.frame.mode or not c.frame.alone:
        return []
    start, stop = look.thread.sentence_start, look.thread.sentence_end
    told = any(not bases(t.fold).isdisjoint(look.pack.word_class("plotter")) for t in look.a.tokens[start:stop])
    ruler = next((m for m in c.at("recipient") if told and f"state/{m.country}" in look.thread.world.entities), None)
    return [replace(ruler, entities=(f"state/{ruler.country}",), kind="people-group", rule="own", role=None, stands_for=None)] if ruler else []


def body_arrests(look: Search, c: Case) -> None:
    """ "ووضعت السلطات قادة محليين قيد الإقامة الجبرية": authorities are not put under arrest, they put others under it."""
    arms = ("agent.MIL", "agent.COP")  # not "وضع صحفي فرنسي رهن الاحتجاز"
    bodies = [m for m in c.at("recipient") if m.kind in OFFICIAL and (m.rule in arms or not m.rule.startswith("agent"))]
    if c.frame.subject == "recipient" and bodies and not c.at("actor"):
        c.parts["actor"], c.parts["recipient"] = bodies, [m for m in c.at("recipient") if m not in bodies]


def where_below(look: Search, c: Case) -> list[Mention]:
    """ "فرض حظر التجول في داكار", "وضع رهن الاحتجاز في داكار": the place that stands with the noun the act has for its object."""
    return [a.mention for p in below(c.pred) for a in p.args if fold(a.prep) == IN][:1]


def own_people(look: Search, c: Case) -> list[Mention]:
    """ "سبعة من جنودها قتلوا", "إطلاق سراح مواطنها المعتقل في فنزويلا": whose people they were."""
    return their_people(look, c)


def of_either(look: Search, c: Case) -> list[Mention]:
    """ "نص الاتفاق على إطلاق سراح مواطني كلا الدولتين": each lets go those of the other."""
    return [m for m in look.ahead(c.pred, 6) if m.rule == "pair" and len(m.entities) > 1][:1]


def shared_with(look: Search, c: Case) -> list[Mention]:
    """ "فجرت مكتب الاتصال بين الكوريتين", "قطعت الخط الساخن المشترك مع الجنوب": the other one of those whose thing it is."""
    home, tokens = look.actors(c) - {None}, look.a.tokens
    near = [m for m in look.ahead(c.pred, REACH, REACH) if m.entities and look.thread.can_act(m)]
    at = next((k for k, m in enumerate(near) if "بين" in (fold(m.prep), tokens[m.first - 1].fold)), None) if home else None
    sides = near[at : at + (1 if len(near[at].entities) > 1 else 2)] if at is not None else []
    if home.isdisjoint(look.thread.countries({"": sides}, "")):
        return []
    return [x for m in sides if (x := look.thread.without(m, home)) is not None]


def held_abroad(look: Search, c: Case) -> list[Mention]:
    """ "طوق الجيش الإسرائيلي مستشفى في بيت لاهيا": the other state in which men of a force do it to people or things without a name."""
    home, tokens = look.actors(c) - {None}, look.a.tokens
    inside = [m for m in c.at("place") if "في" in (m.prep, tokens[m.first - 1].fold, tokens[m.first - 2].fold)]
    forces = bool(home) and all(look.thread.is_of("armed", m) for m in c.at("actor"))
    return [m for m in look.thread.states_of(inside) if m.country not in home][:1] if forces else []


def on_the_capital(look: Search, c: Case) -> list[Mention]:
    """ "هجوم شنته قوات حفتر على العاصمة": men of arms who are of no other land attack that of their own."""
    home, tokens = look.actors(c) - {None}, look.a.tokens
    stop = max([c.pred.stop or c.pred.last, *(rel.stop for rel in look.thread.relatives(c.pred))])
    seat = look.pack.word_class("the-capital")
    at = next((i for i in range(c.pred.last + 1, stop) if tokens[i].fold in seat and fold(tokens[i - 1].fold) == "علي"), None)
    if at is None or len(home) != 1 or look.thread.within(at + 1, at + 2) or not all(look.thread.is_of("armed", m) for m in c.at("actor")):
        return []
    state = f"state/{next(iter(home))}"
    whose = replace(c.at("actor")[0], entities=(state,), kind="people-group", rule="own", role=None, first=at, last=at + 1, conj="", prep="")
    t = tokens[at]
    return [replace(whose, span=Span(t.start, t.stop), text=t.form, stands_for=None)] if state in look.thread.world.entities else []


def _captor(look: Search, pred: Pred, parts: dict[str, list[Mention]]) -> list[Mention]:
    """ "عاد 60 جنديا من الأسر الأوكراني", "من الأسر في أوكرانيا": who held those that came home."""
    tokens, held = look.a.tokens, look.pack.word_class("captivity")
    stop = min(pred.stop or pred.last + REACH, pred.last + REACH)
    far, other = pred.last + REACH, look.pack.word_class("in-return")
    far = next((i for i in range(pred.last, min(len(tokens), far)) if tokens[i].fold in other), far)
    behind: Sequence[Mention] = []
    for p in look.thread.preds:  # "رهائن كانت تحتجزهم حماس", "أسرى أفرجت عنهم إسرائيل"
        near = p.kind == "verb" and pred.last < p.first <= far and ("COERCE" in p.types or any(f.mode == "release" for f in p.frames))
        if near and (p.reading.pronoun or (p.last < len(tokens) and tokens[p.last].fold in look.pack.prep_pronouns)):
            keeps = [a.mention for a in look.thread.subject(p) if look.thread.can_act(a.mention)]
            own = refs(parts, "recipient")
            if keeps and own.isdisjoint(keeps[0].entities):
                return keeps[:1]
        elif near and look.thread.undergoes(p):  # "الألمان المحتجزين في فنزويلا"
            behind = behind or look.thread.states_of(a.mention for a in p.args if a.prep)[:1]
    at = next((i for i in range(pred.last, stop) if tokens[i].fold in held), None)
    behind = look.thread.within(at + 1, at + 4)[:1] if at is not None else behind
    swap = next((i for i in range(pred.last, stop) if not bases(tokens[i].fold).isdisjoint(look.pack.word_class("swap"))), None)
    if not behind and swap is not None:  # "في صفقة تبادل للأسرى مع أوكرانيا"
        behind = [m for m in look.thread.within(swap + 1, swap + 6) if tokens[m.first - 1].fold == "مع"][:1]
    if not behind:
        behind = _held_at(look, pred.last, stop)
    captor = [as_state(m) for m in behind if m.kind in ("state", "demonym", "armed-group")]
    if captor and captor[0].country:
        parts["recipient"] = [m for m in parts.get("recipient", ()) if m.country != captor[0].country]
    return captor


def _held_at(look: Search, first: int, stop: int) -> list[Mention]:
    """ "الصحفي الذي كان محتجزا لدى جبهة النصرة", "المعتقل في فنزويلا": where or with whom they were held."""
    tokens, held = look.a.tokens, look.pack.word_class("captive")
    # right behind the stretch too: a participle opens one of its own ("الإفراج عن أميركيين محتجزين لدى طالبان")
    at = next((i for i in range(first, min(stop + 1, len(tokens))) if not bases(tokens[i].fold).isdisjoint(held)), None)
    near = look.thread.within(at + 1, at + 4)[:1] if at is not None else []
    if not near or fold(near[0].prep or tokens[near[0].first - 1].fold) not in look.pack.word_class("held-at"):
        return []
    return look.thread.states_of(near) if near[0].kind == "place" else list(near)


def in_return(look: Search, c: Case) -> None:
    """ "أفرجت إسرائيل عن 90 أسيرا مقابل إطلاق سراح ثلاثة رهائن": the second release is the other side's, to the first."""
    words = look.pack.word_class("in-return")
    if c.pred.link not in words and look.a.tokens[max(0, c.pred.first - 1)].fold not in words:
        return
    first = next((d for d in reversed(c.made) if d.mode == "release"), None)
    if first is None:
        return
    parts = c.parts
    parts["actor"] = parts.get("actor") or list(first.parts.get("recipient", ()))
    parts["recipient"] = parts.get("recipient") or list(first.parts.get("actor", ()))
    theirs = parts["recipient"] if look.reached(c) - {None} else []
    first.parts["actor"] = first.parts.get("actor") or theirs
    first.parts["recipient"] = first.parts.get("recipient") or list(parts["actor"])


GAPS = (
    Gap("both", "arrest", "any", body_arrests),
    Gap("actor", "arrest", "open", announcer),
    Gap("place", "curfew martial-law arrest", "open", where_below),
    Gap("recipient", "REQUEST", "open", asked_to_free),
    Gap("actor", "arrest seize", "open", freed_by),
    Gap("actor", "arrest deport convict curfew martial-law", "open", arrested_here),
    Gap("actor", "release", "any", captor),
    Gap("actor", "release", "open", flown_from),
    Gap("recipient", "release", "open", own_people),
    Gap("both", "release", "any", in_return),
    Gap("actor", "release", "open", of_either),
    Gap("recipient", "COERCE ASSAULT SANCTION release", "any", among),
    Gap("recipient", "COERCE ASSAULT SANCTION RETREAT", "open", told_by_its_noun),
    Gap("recipient", "COERCE ASSAULT SANCTION RETREAT", "open", some_of_them),
    Gap("recipient", "arrest deport expel release ASSAULT", "any", with_him),
    Gap("recipient", "COERCE ASSAULT ACCUSE release", "any", from_there, but="deport expel"),  # "رحلت 50 شخصا من تركيا": whence, not whose
    Gap("recipient", "targeted", "open", group_hit),
    Gap("recipient", "ASSAULT SANCTION COERCE", "open", shared_with),
    Gap("recipient", "ASSAULT", "open", on_the_capital),
    Gap("recipient", "restrict arrest seize", "open", held_abroad),
    Gap("recipient", "COERCE", "open", coup_in),
    Gap("actor", "COERCE", "open", plotters),
)
