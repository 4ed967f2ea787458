"""Whom what is threatened, refused, asked for or complained of hits, by the words that tell it."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.coding.draft import DEEDS, bases, below, has_article, refs
from khabar.coding.ends.search import AGAINST, DECIDED, OFFICIAL, REACH, THE, WITHIN, Case, Search
from khabar.coding.thread import is_rebel
from khabar.coding.tree import ACTOR_KINDS, FROM, IN, Pred
from khabar.model import Mention
from khabar.packs import Frame
from khabar.text import fold

_BY_NATION = frozenset(("ACCUSE", "SUPPORT", "COERCE", "RETREAT"))  # a nationality beside the object tells whom they reach
_JUDGED = frozenset(("ACCUSE", "SUPPORT", "REJECT"))
_UNDERGONE = frozenset(("reverse", "passive", "host"))  # operators whose subject did nothing
_VICTIM = 4  # tokens behind an attack in which the nationality of whom it struck stands
_WORDED = 4  # tokens in which what is asked for begins behind a word for whoever is asked
_BESIDE = 6  # tokens behind the words in which a name still belongs to them
_DEEDS = 3  # tokens more where "any" leads to the deed that would be answered


def aimed_within(look: Search, c: Case) -> list[Mention] | None:
    """ "هدد بقصف إيران", "وقف الواردات اللبنانية": what is threatened, refused or stopped tells whom it hits."""
    pred, frame = c.pred, c.frame
    if frame.type == "REQUEST" and (_warns_his_own(look, c) or _asks_by_a_word(look, c)):
        return None  # "نصحت رعاياها بمغادرة لبنان", "دعا التنظيم المسلمين إلى مهاجمة فرنسا"
    doers, sure = _who_does_it(look, c), list[Mention]()
    if frame.type == "REQUEST":
        inside = _asked_for(look, c)
    else:
        inside = _in_its_words(look, c)
        if frame.type == "ACCUSE":
            inside, sure = _blamed(look, c, inside)
        if frame.when == "if":  # "إذا هاجمتنا الهند فسنرد"
            inside = [a.mention for p in look.thread.preds if p.first < pred.first and p.clause.hypothetical for a in p.subject]
            inside = inside or _in_its_condition(look, pred)
        # "أدانت الحملة التي تشنها تركيا في سوريا": not where they do it
        first, then = (doers, inside) if frame.type in _JUDGED else (inside, doers)
        inside = [*first, *then, *_nations_behind(look, pred)]
    if frame.type == "THREATEN":
        inside += _threatened(look, c)
        inside.sort(key=lambda m: m.kind == "people-group")
        inside = inside or _in_its_condition(look, pred)
    if frame.type == "PROTEST":
        inside += _protested(look, pred)
    if frame.type == "REJECT":
        inside += _refused(c)
    inside = [m for m in inside if m.rule != "powers"]  # "حذر من الاتفاق بين القوى الكبرى وإيران": Iran is meant
    return _first_struck(look, c, inside, doers, sure)


def _first_struck(look: Search, c: Case, inside: Sequence[Mention], doers: Sequence[Mention], sure: Sequence[Mention]) -> list[Mention] | None:
    """The first of them that can be the one who is hit: no one at home, and where only a nationality or a doer tells it, one of these."""
    pred, frame = c.pred, c.frame
    own = look.actors(c) | refs(c.parts, "actor")
    rebels = bool(c.at("actor")) and all(is_rebel(m) for m in c.at("actor"))
    by_nation = frame.type in _BY_NATION and not (frame.negated and pred.negated)  # "لن تسمح بعودة السفير": he is refused
    aside = {m.first for p in ("third", "initiator") for m in c.at(p)}
    for m in (x for x in inside if x.first not in aside):
        blamed = frame.type == "ACCUSE" and any(a.mention is m and (a.role == "loose" or a.prep) for p in (pred, *below(pred)) for a in p.args)
        told = m in doers or m in sure or (blamed and m.kind != "people-group") or _does(look, m, frame)
        if by_nation and m.kind != "demonym" and not told:
            continue  # "ندد بقصف غزة": the victim; "بالقصف الإسرائيلي": whom it accuses
        at_home = not own.isdisjoint(m.entities) or (m.country in own and not _fight(m, rebels))
        if (m.kind in ACTOR_KINDS or m.kind == "demonym" or m.stands_for) and m.entities and not at_home:
            return [x for x in doers if x is m or own.isdisjoint((x.country, *x.entities))] if m in doers and look.thread.can_act(m) else [m]
    return None


def _in_its_words(look: Search, c: Case) -> list[Mention]:
    """Whose the things are that the words name, and against or with whom they are."""
    pred, frame = c.pred, c.frame
    against = {"ضد", "علي", "مع", "ب", *look.pack.word_class("by")}
    said = (p for p in look.thread.preds if p.clause.head is pred and p.clause.kind == "comp")  # "حذر من أنها لن تعيد العمل مع"
    held_out = list(said) if frame.type == "THREATEN" else []
    if frame.type in _JUDGED:  # "رفض العقوبات ضد روسيا", "استنكر تصريحات الوزير ضد أوغندا": they suffered what is judged
        against -= AGAINST - frame.parts.keys()
    if frame.type == "SANCTION":  # "أوقفت عمليات التصدير إلى كينيا"
        against |= {fold(prep) for prep, part in frame.parts.items() if part == "recipient"}
    found = [a.mention for p in (pred, *below(pred), *held_out) for a in p.args if a.role == "genitive" or fold(a.prep) in against]
    breaks = frame.subject == "recipient" and frame.type == "ACCUSE" and pred.kind == "verb"  # "قالت إن الاتفاق ينتهك حقوق ليبيا"
    return [m for m in found if not breaks or m.first < pred.first]


def _who_does_it(look: Search, c: Case) -> list[Mention]:
    """ "رفض المطالب التي قدمتها …": who does, or sends, what a clause describes."""
    objects = [k for k in c.pred.children if k.link == "obj" or fold(k.link) in {"ب", "علي", "ل", *look.pack.word_class("right-by")}]
    if c.frame.type == "REJECT":
        objects += [p for p in below(c.pred) if fold(p.link) == "ضد"]  # "استخدمت حق النقض ضد مشروع قرار تقدمت به الجزائر"
    told = [rel for k in objects for rel in look.thread.relatives(k)]
    if c.frame.type in _JUDGED:
        told += _described_words(look, c.pred)
    described = [rel for rel in told if _is_done(look, rel)]
    comes = (rel for rel in described if fold(rel.lemma) in look.pack.word_class("comes-from"))
    sent = [a.mention for rel in comes for a in rel.args if fold(a.prep) in FROM]  # "ردت على الانتقادات التي صدرت عن واشنطن"
    return [a.mention for rel in described for a in look.thread.subject(rel)] + sent


def _is_done(look: Search, rel: Pred) -> bool:
    """Does the verb tell what its subject did, not what befell it: "الاعتداء الذي تعرضت له السفارة", "الظلم الذي يعانيه السكان"?"""
    return rel.operates.isdisjoint(_UNDERGONE) and fold(rel.lemma) not in look.pack.word_class("undergoes")


def _described_words(look: Search, pred: Pred) -> list[Pred]:
    """ "انتقدت الخطاب العدواني الذي ألقاه الرئيس", "اللهجة التي تحدث بها الوزير": the verb that tells of an object in definite words which no lexicon
    has who did it, taking it up by a pronoun."""
    tokens, what = look.a.tokens, look.pack.word_class("what")
    start = max([_goes_on(pred), *(a.mention.last for a in pred.args if a.role == "subject")])
    for rel in look.thread.preds:
        if not (rel.kind == "verb" and rel.clause.kind == "rel" and rel.clause.verb is rel and rel.clause.antecedent is None):
            continue
        led = look.pack.phrase_at(tokens, start) if start < len(tokens) else None
        first = start + (len(led.tokens) if led is not None and led.cls == "prep" else 0)  # "سخرت كينيا من المزاعم التي أطلقتها"
        words = [i for i in range(first, rel.first - 1) if tokens[i].kind == "word"]
        near = rel.clause.parent is pred.clause and start < rel.first <= start + WITHIN
        near = near and (bool(words) or tokens[rel.first - 1].fold in what)  # "أدانت ما فعلته أوغندا"
        behind = look.pack.phrase_at(tokens, rel.last) if rel.last < len(tokens) else None
        taken_up = bool(rel.reading.pronoun) or (behind is not None and behind.cls == "prep-pron")
        known = (look.thread.is_definite(i) or has_article(tokens[i].fold) for i in words)  # "بالجرائم التي ارتكبها"
        if near and taken_up and all(known):
            return [rel]
    return []


def _goes_on(pred: Pred) -> int:
    """The token at which what is judged begins: right behind the verb, or behind an insertion ("رفضت كينيا، في بيان أصدرته، المقترح")."""
    return pred.last if pred.types.isdisjoint(_JUDGED) else pred.again or pred.last


def _nations_behind(look: Search, pred: Pred) -> list[Mention]:
    """The nationalities that stand right behind it."""
    start, tokens, beside = _goes_on(pred), look.a.tokens, look.pack.word_class("neighbouring")
    near = start + _BESIDE
    if "THREATEN" in pred.types and any(t.fold in look.pack.word_class("any") for t in tokens[start:near]):
        near += _DEEDS  # "توعدت برد قاس على أي هجوم كيني"
    found = (m for m in look.thread.within(start, near if start > pred.last else min(pred.stop or near, near)) if m.kind == "demonym")
    if not pred.types.isdisjoint(_JUDGED):  # "أدان العنف ضد الأقلية الأوغندية"
        found = (m for m in found if tokens[m.first - 2].fold not in look.pack.word_class("wronged-by"))
    taken = pred.kind == "noun" and "COERCE" in pred.types
    elsewhere = [p for p in look.thread.preds if taken and p.first > pred.first and p.link.startswith(("time", "cause"))]
    others = {a.mention.first for p in elsewhere for a in p.args}  # "احتجاز الناقلة بعد يوم من تهديدات أميركية": of what was before
    found = (m for m in found if m.first not in others)
    return [m for m in found if all(bases(t.fold).isdisjoint(beside) for t in tokens[max(0, m.first - 2) : m.first])]  # "متاخمة للحدود الإثيوبية"


def _blamed(look: Search, c: Case, named: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Whom a charge may be at, the likeliest first, from those whom its words name; with those of them who are sure to have done it."""
    pred, own = c.pred, look.actors(c) | refs(c.parts, "actor")
    attacks = [p for p in below(pred) if "ASSAULT" in p.types]
    suffered = [a.mention for p in attacks for a in p.args if fold(a.prep) in ("علي", "ضد")]  # "أدان الهجوم على سفارة السعودية"
    suffered += _victims(look, attacks)
    by = look.pack.word_class("by")  # "جريمة حرق الرضيع الفلسطيني على يد مستوطنين إسرائيليين"
    did = [a.mention for p in (pred, *below(pred)) for a in p.args if fold(a.prep) in by and a.mention.country]
    inside = [m for m in (*did, *named) if m not in suffered]
    coup = any(f.type == "COERCE" and f.alone and not f.mode for k in pred.children for f in k.frames)  # "أدان الانقلاب في ميانمار"
    held = _where_coup_was(look, pred) if coup else []
    inside += held
    if coup and not inside:
        inside += _coup_before(look)
    deeds = _whose_deeds(look, pred)
    if all(own & {*m.entities, m.country} for m in deeds):
        deeds = _done_there(look, pred)
    # "أدان إمعان سلطات الاحتلال": a noun that no lexicon has, and whose doing it is
    loose = [a.mention for a in pred.args if a.role == "loose" and not a.prep and a.mention.first - pred.last <= _BESIDE]
    return [*did, *loose, *deeds, *inside], [*did, *deeds, *held]


def _victims(look: Search, attacks: Sequence[Pred]) -> list[Mention]:
    """ "قتل الطفل التنزاني", "حرق المسجد الأوغندي": whose nationality the thing or the man has who stands behind an act without an article; not a
    force's ("قصف المدفعية الروسية")."""
    tokens, force = look.a.tokens, look.pack.word_class("men-and-arms") | look.pack.word_class("weapon")
    out = []
    for p in attacks if not any(p.reading.article or p.reading.pronoun for p in attacks) else ():
        for m in look.thread.within(p.last + 1, p.last + _VICTIM):
            if m.kind == "demonym" and tokens[p.last].fold.startswith(THE) and bases(tokens[p.last].fold).isdisjoint(force):
                out.append(m)
    return out


def _where_coup_was(look: Search, pred: Pred) -> list[Mention]:
    """ "الانقلاب الذي أطاح بحكومة النيجر": the state in which it was."""
    told_of = [p for k in pred.children for p in (k, *look.thread.relatives(k))]
    return look.thread.states_of(a.mention for p in told_of for a in p.args if fold(a.prep) in ("في", "ب"))


def _coup_before(look: Search) -> list[Mention]:
    """Where the coup was that the report told last, or who made it."""
    coups = (d for d in reversed(look.thread.drafts[-8:]) if d.type in ("SANCTION", "COERCE"))
    coup = next((d for d in coups if d.parts.get("recipient") or (d.frame.alone and d.parts.get("actor"))), None)
    return (coup.parts.get("recipient") or coup.parts.get("actor") or []) if coup is not None else []


def _threatened(look: Search, c: Case) -> list[Mention]:
    """ "هدد بإرسال قوات إلى شمال سوريا": where what is threatened would be, and whom it concerns."""
    sent = [p for p in below(c.pred) if not p.types.isdisjoint(("MOBILIZE", "ASSAULT", "COERCE"))]
    danger = c.frame.parts.get(FROM[0]) == "content"  # "حذر من تصعيد العنف في تركيا": no deed of his own
    there = [a.mention for p in sent if not danger for a in p.args if fold(a.prep) in ("الي", "في")]
    there = ([m for m in there if m.kind == "state"] or look.thread.states_of(there)) + _held_against(look, c.pred, danger)
    return there if danger else [*there, *_aimed_at(look, c.pred)]


def _aimed_at(look: Search, pred: Pred) -> list[Mention]:
    """ "هدد بتدمير اقتصاد كينيا", "بضرب المنشآت الإيرانية", "بعملية تستهدف الحركة": whose the thing is that the deed would hit, or at whom it is."""
    deeds = [k for k in pred.children if k.kind == "noun" and fold(k.link) in {"ب", "الي", "obj"}]
    inside = [a.mention for k in deeds for a in k.args if a.role == "loose" and not a.prep and a.mention.first - k.last <= _BESIDE]
    nations = [m for k in deeds for m in _nations_behind(look, k)]
    aimed = [a.mention for k in deeds for rel in look.thread.relatives(k) for a in rel.args if a.role == "object" or fold(a.prep) == "علي"]
    return [*inside, *nations, *aimed]


def _asked_for(look: Search, c: Case) -> list[Mention]:
    """ "اقترح قمة مع …", "طالبت بوقف الضربات الإسرائيلية", "دعا إلى فرض حظر سلاح على ميانمار": whose doing it is, with whom, on whom."""
    pred, meet = c.pred, c.frame.mode == "meet"
    asked = [p for k in pred.children if not k.link.startswith("time") for p in (k, *below(k))]  # not "في مؤتمر مشترك مع نظيره"
    acts = [p for p in asked if not meet and not p.types.isdisjoint(DEEDS)]
    punished = [p for p in acts if p.types <= {"SANCTION", "COERCE", None}]
    out = [*_whose_doing(look, pred), *(a.mention for p in asked for a in p.args if meet and fold(a.prep) == "مع")]  # not "الاتفاق مع إيران"
    done = [p for p in acts if not any(f.type in DEEDS and f.subject in ("recipient", "source") for f in p.frames)]  # not "مقتل الفلسطينيين"
    whose = [a.mention for p in done for a in p.args if a.role == "genitive" and a.mention.kind != "people-group"]
    out += [m for m in whose if not look.is_let_go(m)]
    out += [a.mention for p in punished for a in p.args if fold(a.prep) in ("علي", "ضد") and a.mention.kind in ("state", "armed-group")]
    return out + (_quarrelled(look, pred) if meet else [])


def _refused(c: Case) -> list[Mention]:
    """ "أبدى رفضه مقترح تشيلي", "رفض مقترح الولايات المتحدة": whose the thing is that is refused."""
    pred, over = c.pred, c.pred.governor
    his = pred.kind == "noun" and pred.reading.pronoun and over is not None
    out = [a.mention for a in over.args if a.mention.first > pred.last and a.mention.first - pred.last <= 3] if his and over is not None else []
    behind = max((a.mention.last for a in pred.subject if a.mention.first > pred.first), default=pred.last)
    matter = (m for m in (*c.at("about"), *c.at("content")) if m.first - behind <= 4)
    return out + [m for m in matter if m.kind != "person" or m.first > pred.first]  # "ورفضته برلين": a thing


def _in_its_condition(look: Search, pred: Pred) -> list[Mention]:
    """ "حذرت من عواقب وخيمة إذا مضت غانا في خطتها": who does what the condition behind the threat names."""
    behind = (p for p in look.thread.preds if p.kind == "verb" and p.first > pred.last and p.future == "hypothetical")
    first = next(behind, None)
    return [a.mention for a in look.thread.subject(first)] if first is not None else []


def _warns_his_own(look: Search, c: Case) -> bool:
    """Does a word for people of his own stand right behind a verb and its subject?"""
    behind = max([c.pred.last, *(m.last for m in c.at("actor") if c.pred.last <= m.first < c.pred.last + REACH)])
    own = c.pred.kind != "noun" and behind < len(look.a.tokens)
    return own and not bases(look.a.tokens[behind].fold).isdisjoint(look.pack.word_class("own-people"))


def _asks_by_a_word(look: Search, c: Case) -> bool:
    """Does a definite word that names nobody we know stand where whoever is asked would, right before what is asked for?"""
    pred, tokens = c.pred, look.a.tokens
    at = max([pred.last, *(m.last for m in c.at("actor") if pred.last <= m.first < pred.last + REACH)])
    led = {prep for prep, part in c.frame.parts.items() if part in ("content", "demand", "about")}
    if pred.kind == "noun" or c.frame.object != "recipient" or at >= len(tokens):
        return False
    if not look.thread.is_definite(at) or look.pack.phrase_at(tokens, at) is not None:
        return False  # "إلى"
    return any(t.fold in led or t.fold[:1] in led & {"ب", "ل"} for t in tokens[at + 1 : at + _WORDED])


def _fight(m: Mention, rebels: bool) -> bool:
    """ "رفضت الحكومة اليمنية شروط جماعة الحوثي": one land's government and its armed groups are two sides. rebels: such a group acts."""
    return m.kind == "armed-group" or (rebels and (m.kind in OFFICIAL or bool(m.stands_for)))


def _held_against(look: Search, pred: Pred, danger: bool) -> list[Mention]:
    """ "هدد بوقف المساعدات عن باكستان", "لوح بضربة إذا شنت إسرائيل حربا": whom what is threatened concerns; who sets it off.

    danger: what is warned of need be no deed of the speaker, so that it is not aimed at where it would be.
    """
    near = look.a.tokens[pred.last : pred.last + WITHIN]
    if not pred.children or any(t.fold in look.pack.word_class("own-people") for t in near):
        return []  # "لوح بيده"; "حذرت رعاياها من السفر إلى هايتي"
    concerned = [a.mention for p in (pred, *below(pred)) for a in p.args if a.prep and a.role != "subject" and fold(a.prep) != "ب"]
    concerned = [m for m in concerned if not danger or fold(m.prep or look.a.tokens[m.first - 1].fold) != IN]
    far = pred.last + 2 * REACH
    sets_off = [p for p in look.thread.preds if pred.last < p.first < far and p.kind == "verb" and (p.clause.hypothetical or p.negated)]
    doers = [a.mention for p in sets_off for a in p.subject]
    return [m for m in concerned if m.kind != "place"] + doers + look.thread.states_of(m for m in concerned if m.kind == "place")


def _protested(look: Search, pred: Pred) -> list[Mention]:
    """ "تظاهروا احتجاجا على نهب الحوثيين رواتبهم", "ضد منع طالبان الفتيات": whose doing a crowd is against."""
    at = {"ضد", "علي"}
    acts = [p for p in look.thread.preds if p.first > pred.last and (p.link.startswith("cause:protest") or fold(p.link) in at)]
    return [a.mention for p in acts for a in p.args if (a.role == "genitive" or fold(a.prep) == "بين") and a.mention.kind != "people-group"]


def _whose_deeds(look: Search, pred: Pred) -> list[Mention]:
    """ "احتجت على زيارة الوزير الياباني", "احتجاجا على الخروقات التي ارتكبها الطيران": who does what is complained of; else whence it came."""
    out: list[Mention] = []
    of_it = {"obj", "gen", *look.pack.word_class("complained-of"), *(("ل",) if pred.kind == "noun" else ())}  # "إدانتها للغزو"
    for child in pred.children:
        frame = next((f for f in child.frames if f.type in DECIDED | {"CONSULT", "REJECT"} and look.words.fits(child, f)), None)
        if fold(child.link) not in of_it and not child.link.startswith("cause:protest"):
            continue
        if frame is not None:
            out += [m for m in look.parts_of.of(child, frame).get("actor", ()) if look.thread.can_act(m)]
        elif child.operators:  # "احتجاجا على قرار واشنطن بيع أسلحة لتايوان": who decided it
            out += [a.mention for a in child.args if a.role == "genitive" and look.thread.can_act(a.mention)]
    doings = look.pack.word_class("doings")
    behind = look.thread.within(_goes_on(pred), min(look.thread.sentence_end, _goes_on(pred) + WITHIN))
    for m in behind:  # "احتجاجا على خطة الصين لإقامة محمية"
        i = m.first - (2 if look.a.tokens[m.first - 1].fold in look.pack.word_class("chief") else 1)
        if not m.prep and not m.conj and not bases(look.a.tokens[i].fold).isdisjoint(doings) and i > pred.last:
            out.append(m)
    setting_out = look.pack.word_class("setting-out")
    at = next((i for i in range(pred.last, look.thread.sentence_end) if look.a.tokens[i].fold in setting_out), None)
    whence = look.thread.within(at + 1, at + 5) if at is not None else ()  # "اعتداء على أوغندا انطلاقا من كيغالي"
    return out + look.thread.states_of(whence)[:1]


def _done_there(look: Search, pred: Pred) -> list[Mention]:
    """ "ندد بنتائج الانتخابات في بوروندي", "احتجت على إعدام مواطنين في ماليزيا": what a state does on its ground."""
    words, tokens = look.pack.word_class("state-doing"), look.a.tokens
    stop = min(look.thread.sentence_end, pred.last + REACH)
    at = next((i for i in range(pred.last, min(stop, pred.last + WITHIN)) if not bases(tokens[i].fold).isdisjoint(words)), None)
    near = look.thread.within(at, stop) if at is not None else ()
    there = [m for m in near if m.kind in ("state", "place") and "في" in (fold(m.prep), tokens[m.first - 1].fold)]
    return look.thread.states_of(there)[:1]


def _quarrelled(look: Search, pred: Pred) -> list[Mention]:
    """ "الخلاف مع بليز … دعت إلى مفاوضات": the state with which the sentence says that there is a quarrel."""
    words, tokens = look.pack.word_class("quarrel"), look.a.tokens
    for m in reversed(look.thread.within(look.thread.preds[0].first, pred.first)):
        near = tokens[max(0, m.first - 4) : m.first]
        if m.kind == "state" and "مع" in (m.prep, *(t.fold for t in near[-1:])) and any(not bases(t.fold).isdisjoint(words) for t in near):
            return [m]
    return []


def _whose_doing(look: Search, pred: Pred) -> list[Mention]:
    """ "طالب بانسحاب القوات التركية": whoever would do what is asked for."""
    nouns = look.pack.word_class("own-doing")
    if fold(pred.lemma) in look.pack.word_class("asks-for"):
        nouns = nouns | look.pack.word_class("asked-for")  # "طلبت مساعدة تشاد": that it helps
    doers = [a.mention for p in pred.children if fold(p.lemma) in nouns for a in p.args if a.role == "genitive"]
    before = ((a.mention, look.a.tokens[a.mention.first - 1].fold) for a in pred.args if a.mention.first > pred.last)
    return doers + [m for m, word in before if not bases(word).isdisjoint(nouns)]


def _does(look: Search, m: Mention, frame: Frame) -> bool:
    """ "إدانته لإطلاق كوريا الشمالية صاروخا": whom an accusative follows does the deed that is condemned."""
    after = look.a.tokens[m.last : m.last + 3] if frame.type == "ACCUSE" and m.rule != "unnamed" else ()
    return any(t.kind == "word" and t.fold.endswith("ا") for t in after)
