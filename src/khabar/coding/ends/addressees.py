"""At whom words are aimed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from khabar.coding.draft import AHEAD, AIMED, DEEDS, NEAR, Draft, bases, below, has_article, refs, speakers, unowned, up
from khabar.coding.ends.force import of_that_land
from khabar.coding.ends.hits import aimed_within
from khabar.coding.ends.rivals import is_for_others, is_told_of_another, only_opponent, opponent, suffers_there
from khabar.coding.ends.search import (
    ANSWERED,
    BACK,
    DECIDED,
    ONTO,
    REACH,
    THE,
    WITHIN,
    Case,
    Gap,
    Search,
    are_official,
    as_state,
    earlier,
    in_a_row,
    is_in_sight,
    is_passive,
    is_undone,
)
from khabar.coding.tree import ACTOR_KINDS, AND, COMMA, ENVOYS, FROM, IN, Arg, Pred, first_person
from khabar.model import Mention, Span
from khabar.text import fold
from khabar.world import OF_NO_STATE

_ANSWERS = frozenset(("AGREE", "REJECT"))
_WELCOMED = frozenset(("AGREE", "CONSULT", "SUPPORT", "AID", "CONCEDE", "RETREAT"))
_CROWD = 6  # tokens behind the subject in which the land stands of those who are asked: "جميع القوى السياسية المتنازعة في"
_LAST = 8  # events back in which that is looked for which somebody answers
_ALL = 2  # tokens in which "the parties", "all the parties" stand
_WHICH = 2  # tokens before a verb at which "and that is" stands, before "what"
_CONDEMNED = frozenset(("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"))  # deeds whose noun takes up what was told
_PRAISED = frozenset(("RETREAT", "CONCEDE", "AID", "SUPPORT"))
_SUFFERS = frozenset(("علي", "عن", "ضد"))
_AIMED, _DEEDS = " ".join(AIMED), " ".join(DEEDS)
_THEIRS = ("ه", "ها", "هم", "هما")  # pronouns at the end of a word as written
_PARTY_HEADS = ("party-leader", "opposition-leader")
_OPPOSITION = "-opposition"
_TO, _TO_HIM = "الي", "ل"
_HERS, _HIS = "ها", "ه"
_PARTICLES = ("ب", "ل")
_ONTO_WHAT = frozenset(("الي", "علي", "من", "ان"))  # what leads to the matter of words
_TIED = ("بين", "مع")
_WORDS = 6  # tokens around a verb in which the words stand that somebody says by it
_TOLD = 40  # tokens before the sentence in which words have been told of
_MANY = 12  # tokens behind the verb and its subject in which one of many is named: "شكر كل من ساعد في ذلك، خاصة"
_BESIDE = 4  # tokens behind people in which their land is told
_SPOKEN_TO = {False: ("object", "genitive", "prep"), True: ("object", "genitive", "prep", "subject")}  # by whether the verb is in the passive
_HELD = ("arrest", "convict")
_HITS = "ACCUSE SUPPORT COERCE RETREAT SANCTION THREATEN REJECT PROTEST REQUEST"
_HOSTILE = "ACCUSE THREATEN SANCTION REJECT"


def told_of_it(look: Search, c: Case) -> list[Mention]:
    """ "أبلغت مصر إسرائيل رفضها …": whom somebody tells of his refusal."""
    over = c.pred.governor
    if over is None or c.pred.link != "obj" or fold(over.lemma) not in look.pack.word_class("addresses"):
        return []
    whom = (a.mention for a in over.of_role("object") if a.mention.country and a.mention.country not in look.actors(c))
    return [m for m in whom if look.thread.can_act(m)][:1]


def where_told(look: Search, c: Case) -> list[Mention] | None:
    """ "حُكم عليها بالسجن في إيران", "مُنح السفير مهلة لمغادرة الكويت": the state in which an official deed is told without its doer."""
    if not is_undone(c.pred, c.frame) or (c.frame.type == "RETREAT" and look.words.has(c.pred, look.pack.word_class("kidnapped"))):
        return None
    theirs = look.reached(c) | {m.country for m in c.at("recipient")}
    inside = [m for m in c.at("place") if fold(m.prep or look.a.tokens[m.first - 1].fold) in ("في", "ب", "من")]
    leaves = look.pack.word_class("leaving")
    inside += [a.mention for p in below(c.pred) for a in p.args if fold(p.lemma) in leaves and a.role == "genitive"]
    inside += [a.mention for p in below(c.pred) for a in p.args if a.role == "loose" and fold(a.prep) in ("في", "ب")]
    return [m for m in look.thread.states_of(inside) if m.country and m.country not in theirs][:1] if theirs - {None} else []


def not_the_speaker(look: Search, c: Case) -> list[Mention]:
    """ "قال إنه يجب وقف القتال": he asks it of nobody."""
    return [m for m in c.at("recipient") if not {*m.entities} & refs(c.parts, "actor")]


def whose_meeting(look: Search, c: Case) -> list[Mention]:
    """ "طلبت واشنطن عقد اجتماع طارئ لمجلس الأمن": the body whose meeting is asked for."""
    meetings = [p for p in below(c.pred) if "CONSULT" in p.types]
    near = (m for p in meetings for m in look.thread.within(p.last, p.last + 3) if m.kind == "organisation" and fold(m.prep) == "ل")
    return list(near)[:1]


def body_that_tells(look: Search, c: Case) -> list[Mention]:
    """ "قال الحلف إن تركيا طلبت هذا الاجتماع": the body that tells of it, which is to meet."""
    behind = look.a.tokens[c.pred.last].fold if c.pred.last < len(look.a.tokens) else ""
    bodies = [m for m in look.told_by(c) if m.kind == "organisation" and m.country not in look.actors(c)]
    return bodies if behind in look.pack.word_class("this") else []


def those_in_the_land(look: Search, c: Case) -> list[Mention]:
    """ "دعا مجلس الأمن الأطراف في هايتي إلى الحوار", "دعت الدول الأعضاء في الاتحاد": those of a land or a bloc who are
    asked, told by a plain word right behind the verb and its subject."""
    pred, tokens, home = c.pred, look.a.tokens, look.actors(c)
    begin = max([pred.last, *(a.mention.last for a in look.thread.subject(pred) if a.mention.first >= pred.last)])
    asked, content = look.pack.word_class("those-asked"), {prep for prep, part in c.frame.parts.items() if part in ("content", "about", "demand")}
    there = [a.mention for a in pred.args if fold(a.prep) == IN and begin < a.mention.first <= begin + _CROWD]
    for k, m in enumerate(there if pred.kind != "noun" and c.frame.subject == "actor" else ()):
        behind = tokens[m.last] if m.last < len(tokens) else None
        leads = behind is not None and (fold(behind.fold) in content or behind.fold[:1] in ("ب", "ل"))
        if leads and any(not bases(t.fold).isdisjoint(asked) for t in tokens[begin : begin + _CROWD - 2]):
            theirs = [m] if m.country in OF_NO_STATE else look.thread.states_of(there[: k + 1])  # "المسؤولين في اليونان وفرنسا"
            return [x for x in theirs if x.country not in home]
    return _at_war_here(look, c, begin)


def those_of_nation(look: Search, c: Case) -> list[Mention]:
    """ "دعا جميع الأطراف والقيادات السياسية العراقية إلى التوافق": those who are asked, of a nation told at the end of the row."""
    tokens, asked = look.a.tokens, look.pack.word_class("those-asked")
    begin = c.behind
    content = {prep for prep, part in c.frame.parts.items() if part in ("content", "about", "demand")}
    for m in look.thread.within(begin + 1, min(look.thread.sentence_end, begin + _CROWD + 1)) if c.frame.object == "recipient" else ():
        behind = tokens[m.last].fold if m.last < look.thread.sentence_end else ""
        row = any(not bases(t.fold).isdisjoint(asked) for t in tokens[begin : m.first])
        if m.kind == "demonym" and not m.prep and row and (behind in content or behind[:1] in _PARTICLES):
            return [as_state(m)] if m.country is None or m.country not in look.actors(c) else []
    return []


def in_their_ranks(look: Search, c: Case) -> list[Mention]:
    """ "وجه أصابع الاتهام إلى قادة في الجيش الصومالي": in whose ranks those are, told by a plain word, to whom the words go."""
    tokens, begin = look.a.tokens, c.behind
    to = {prep for prep, part in c.frame.parts.items() if part == "recipient"} | {_TO}
    for m in look.thread.within(begin + 3, min(look.thread.sentence_end, begin + WITHIN)):
        inside = tokens[m.first - 1].fold in (IN, FROM[0]) and tokens[m.first - 3].fold in to and look.thread.can_act(m)
        if inside and not m.prep and m.kind in ("government-body", "organisation", "armed-group", "party"):
            return [m]
    return []


def _at_war_here(look: Search, c: Case, begin: int) -> list[Mention]:
    """ "اندلعت معارك في بورتسودان … ودعت كل الأطراف إلى وقف إطلاق النار": those who fight in the land of which the report has just told."""
    tokens, scene, home = look.a.tokens, look.thread.scene, look.actors(c)
    words = tokens[begin : begin + _ALL]
    named = any(not bases(t.fold).isdisjoint(look.pack.word_class("those-asked")) for t in words)
    if c.pred.kind == "noun" or c.frame.subject != "actor" or not named or scene is None or scene.country in home:
        return []
    fights = [d.parts for d in (*look.thread.drafts, *c.made) if d.type in ("ASSAULT", "RETREAT", "COERCE")]
    there = any(scene.country in look.thread.countries(parts, end) for parts in fights for end in ("actor", "recipient"))
    return [scene] if there else []


def who_answers(look: Search, c: Case) -> list[Mention]:
    """ "رفضت بوركينا فاسو طلب توغو تسليم ضابط", "استجابت فرنسا لطلب مالي": who refuses or grants what was asked of him."""
    over = c.pred.governor if c.pred.kind == "noun" else None
    if over is None or not any(f.type in _ANSWERS and look.words.fits(over, f) for f in over.frames):
        return []
    return [a.mention for a in look.thread.subject(over) if look.thread.can_act(a.mention)]


def whose_call(look: Search, c: Case) -> list[Mention] | None:
    """ "رفضت دعوة الصين إزالة سفينة للبحرية الماليزية": whose call it was, not who owns what it is about."""
    calls = [k for k in c.pred.children if k.link == "obj" and "REQUEST" in k.types]
    callers = [a.mention for k in calls for a in k.args if a.role == "genitive" and look.thread.can_act(a.mention)]
    return [m for m in callers if not {*m.entities} & refs(c.parts, "actor")][:1] or None


def hosts_of_envoy(look: Search, c: Case) -> list[Mention]:
    """ "احتج السفير الكوبي لدى بنما": with those to whom he is sent, unless he speaks of something: "استنكر السفير لدى بنما العمل الإرهابي"."""
    home, tokens = look.actors(c), look.a.tokens
    behind = c.behind
    if c.pred.kind == "noun" or c.pred.children or (behind < len(tokens) and tokens[behind].fold.startswith(THE)):
        return []
    return [h for m in c.at("actor") if m.role in ENVOYS for h in look.thread.hosts(m) if h.country not in home]


def summoned(look: Search, c: Case) -> list[Mention]:
    """ "استدعاء السفير للإعراب عن احتجاجها": the envoy to whom it is said, in what the protest hangs on."""
    home, over = look.actors(c), c.pred.governor
    for _ in range(4):
        if over is None:
            return []
        told = [a.mention for a in over.args if a.role in _SPOKEN_TO[is_passive(over)] and a.mention.role in ENVOYS]
        if told and told[0].country not in home:
            return told[:1]
        over = over.governor
    return []


def claimant(look: Search, c: Case) -> list[Mention]:
    """ "زعمت فرنسا أن تركيا …، فيما نفى مسؤولون أتراك المزاعم": who told it of those who deny it, in the same sentence."""
    own = look.actors(c) - {None}
    for p in reversed(look.thread.preds):
        if p.first < c.pred.first and p.says and p.content_start >= 0:
            who = [a.mention for a in look.thread.speaker(p) if look.thread.can_act(a.mention) and a.mention.country]
            if who and who[0].country not in own and any(m.country in own for m in look.thread.within(p.content_start, c.pred.first)):
                return who[:1]
    return []


def people_of_land(look: Search, c: Case) -> list[Mention] | None:
    """ "أوقفت الشرطة الروسية بعض المحتجين": people of that country."""
    if any(m.kind != "government-body" for m in c.at("actor")):
        return None
    home = look.actors(c) - {None}
    land = next(iter(home)) if len(home) == 1 else None
    return [replace(m, country=land) if m.rule == "unnamed" and not m.country else m for m in c.at("recipient")]


def who_holds(look: Search, c: Case) -> list[Mention]:
    """ "طالبت بالإفراج عن رئيسها الذي تحتجزه الولايات المتحدة": of whoever holds him."""
    held = (p for p in look.thread.preds if c.pred.last < p.first < c.pred.last + REACH and p.kind == "verb" and p.clause.kind == "rel")
    doers = [a.mention for p in held if "COERCE" in p.types and p.reading.pronoun for a in look.thread.subject(p)]
    return [m for m in doers if look.thread.can_act(m) and m.country not in look.actors(c)][:1]


def who_must(look: Search, c: Case) -> list[Mention] | None:
    """ "يجب أن توقف إيران هجماتها", "مطالبا بأن تسحب تركيا قواتها": the subject of what must be done."""
    home, asked = look.actors(c), c.pred.content.verb if c.pred.content is not None else None
    if asked is None or is_passive(asked):
        return None
    doers = asked.subject or [a for a in asked.clause.topic if a.role == "topic" and asked.clause.kind == "comp"]
    others = [a.mention for a in doers if look.thread.can_act(a.mention)]
    return [m for m in others if m.country not in home or (m.kind == "government-body" and _are_out_of_office(c))]


def _are_out_of_office(c: Case) -> bool:
    """Are those who act a party or the opposition of their land, which speaks to its own government?"""
    who = c.at("actor")
    return bool(who) and all(m.kind == "party" or m.role in _PARTY_HEADS or any(e.endswith(_OPPOSITION) for e in m.entities) for m in who)


def own_government(look: Search, c: Case) -> list[Mention]:
    """ "نددت المعارضة الفنزويلية باعتقال زعيمها", "رفض الحزب نتائج الانتخابات": the state in which that is done, where no other is named with it."""
    home, whose = look.actors(c) - {None}, c.at("actor")
    near = {m.country for m in look.ahead(c.pred, REACH, REACH)} - {None}
    if len(home) != 1 or not _are_out_of_office(c) or near - home:
        return []
    named = (m for m in look.a.mentions if m.kind in ("state", "demonym", "government-body") and m.country in home and m.entities)
    return [as_state(m) for m in named if m not in whose and not any(e.endswith(_OPPOSITION) for e in m.entities)][:1]


def who_goes_on_with_it(look: Search, c: Case) -> list[Mention]:
    """ "طالبت بوقف الهجمات التي يشنها الجيش السوداني": who does what is to end, in the clause that describes it."""
    described = [rel for k in below(c.pred) if not k.link.startswith(("time", "cause")) for rel in look.thread.relatives(k)]
    doers = [a.mention for rel in described if _takes_up(look, rel) for a in look.thread.subject(rel)]
    return [m for m in doers if look.thread.can_act(m) and m.country not in look.actors(c)][:1]


def guest(look: Search, c: Case) -> list[Mention]:
    """ "رحب الرئيس الكيني بضيف كينيا رئيس الوزراء الهندي": the man named behind the word for a guest."""
    tokens, words = look.a.tokens, look.pack.word_class("guest")
    at = next((i for i in range(c.pred.last, look.thread.sentence_end) if not bases(tokens[i].fold).isdisjoint(words)), 0)
    men = (m for m in look.thread.within(at + 1, at + WITHIN) if m.kind in ("person", "role") and m.prep == "")
    return [m for m in men if m.country and m.country not in look.actors(c)][:1]


def who_did_what_is_called(look: Search, c: Case) -> list[Mention]:
    """ "وصف ما حدث بأنه جريمة", "اعتبر أن هذا الهجوم …": who did the deed of force that was told last."""
    tokens, words = look.a.tokens, look.pack.word_class("what-befell")
    points = look.pack.word_class("what") | look.pack.word_class("this")
    far = range(c.pred.last, min(look.thread.sentence_end - 1, c.pred.last + REACH))
    if not any(tokens[i].fold in points and tokens[i + 1].fold in words for i in far):
        return []
    own = look.actors(c) | refs(c.parts, "actor")
    told = next((d for d in earlier(look, c) if d.type == "ASSAULT" and d.status not in ("denied", *AHEAD)), None)
    return [m for m in (told.parts.get("actor", ()) if told is not None else ()) if not own & {m.country, *m.entities}]


def who_does_what_is_said(look: Search, c: Case) -> list[Mention]:
    """ "إن إطلاق كوريا الشمالية صواريخ ينتهك القرارات": who does the deed that is itself the subject of what it is blamed for."""
    if c.frame.subject != "recipient" or c.pred.kind != "verb":
        return []
    own = look.actors(c) | refs(c.parts, "actor")
    deeds = [k for k in c.pred.children if k.link == "subj"]
    told = (m for d in c.made if d.pred in deeds for m in d.parts.get("actor", ()))
    named = (a.mention for k in deeds for a in k.of_role("genitive") if look.thread.can_act(a.mention))
    return [m for m in (*told, *named) if m.country and not own & {m.country, *m.entities}][:1]


def who_must_leave(look: Search, c: Case) -> list[Mention]:
    """ "طالبت المعارضة باستقالة الرئيس التوغولي": of whoever is to leave; not "نصحت رعاياها بمغادرة لبنان"."""
    leaving = [k for k in c.pred.children if "RETREAT" in k.types and fold(k.link) in ("ب", "الي", "obj")] if c.frame.subject == "actor" else []
    men = (a.mention for k in leaving for a in k.of_role("genitive") if a.mention.kind in ("person", "role", "government-body"))
    return [m for m in men if m.country and look.thread.can_act(m) and not look.is_let_go(m)][:1]


def to_be_persuaded(look: Search, c: Case) -> list[Mention]:
    """ "مارست الصين ضغوطا لإقناع البرلمان الكيني بالتصويت": who is to be persuaded or made to do it."""
    tokens, words = look.a.tokens, look.pack.word_class("persuading")
    at = next((i for i in range(c.pred.last, min(look.thread.sentence_end, c.pred.last + WITHIN)) if bases(tokens[i].fold) & words), None)
    return [m for m in look.thread.within(at + 1, at + 2) if look.thread.can_act(m)] if at is not None else []


def who_tries_his_own(look: Search, c: Case) -> list[Mention]:
    """ "طلبت الأمم المتحدة الإفراج عن الكاتب الكوبي الذي حكم عليه بالسجن": his own state holds him, where it is told that he was tried or jailed, by
    nobody who is named and in no land."""
    home, words = look.actors(c), look.pack.word_class("kidnapped")
    behind = [p for p in look.thread.preds if p.first > c.pred.last]
    freed = any(f.mode == "release" and look.words.fits(k, f) for k in c.pred.children for f in k.frames)  # not "إنهاء الحصار"
    taken = any(f.mode == "abduct" for p in behind for f in p.frames if f.type == "ASSAULT")
    held = freed and not taken and any(f.mode in _HELD for p in behind for f in p.frames)
    near = [m for m in look.thread.within(c.pred.last, look.thread.sentence_end) if m not in c.at("actor")]
    states = {x.country: x for m in reversed(near) if m.country for x in (look.thread.states_of([m]) or [as_state(m)])}
    if len(states) != 1 or not held or look.words.has(c.pred, words) or any(m.kind in ("armed-group", "place") for m in near):
        return []
    return [m for m in states.values() if m.country not in home]


def named_in_his_words(look: Search, c: Case) -> list[Mention] | None:
    """ "نحترم سيادة إندونيسيا لكننا نستنكر ما حدث": the one state that a speaker in the first person has just named."""
    if not first_person(c.pred, look.a.tokens):
        return None
    home, start = look.actors(c), look.thread.preds[0].first
    head = next((k.head for k in up(c.pred.clause) if k.head is not None and k.head.says), None)
    named = look.thread.within(head.last if head is not None else start, c.pred.first)
    states = [m for m in named if m.kind == "state" and m.country not in home]
    return states[-1:] if len({m.country for m in states}) == 1 else []


def fighting_in(look: Search, c: Case) -> list[Mention] | None:
    """An end to the fighting in a country is asked of those who fight there."""
    states = [a.mention for p in (c.pred, *below(c.pred)) for a in p.args if a.mention.kind == "state" and fold(a.prep) == "في"]
    wronged = look.pack.word_class("wronged-by")  # "وقف الهجمات ضد الأهداف في مصر": there they are suffered
    if len({m.entities for m in states}) != 1 or any(t.fold in wronged for t in look.a.tokens[c.pred.last : states[0].first]):
        return None
    c.parts.setdefault("about", []).extend(states[:1])
    return states[:1]


def valued(look: Search, c: Case) -> list[Mention]:
    """ "رحب بالاتفاق السعودي الإيراني", "ثمن الجهود التي قادها أمير الكويت": the parties of what is welcomed, the doer of what is praised."""
    own, pred = look.actors(c), c.pred
    found: list[Mention] = []
    for child in pred.children:
        told = (f for f in child.frames if f.type in _WELCOMED and look.words.fits(child, f))
        frame = next(told, None) if fold(child.link) in ("obj", "ب") else None
        if frame is not None:
            theirs = look.parts_of.of(child, frame)
            found += [*theirs.get("actor", ()), *theirs.get("recipient", ())]
            if frame.mode == "release" and not theirs.get("actor"):  # "ترحيبه بالإفراج عن الفرنسيين المحتجزين في إيران"
                near = (m for m in look.thread.within(child.last, child.last + WITHIN) if look.a.tokens[m.first - 1].fold == "في")
                found += look.thread.states_of(near)[:1]
    if not found:
        # "رفضت غانا المقترح، في خطوة وصفها مراقبون بأنها": who says what to call it is none of those whom it reaches
        calls = look.pack.word_class("describing")
        clauses = (p for p in look.thread.preds if p.clause.kind == "rel" and 0 < p.first - pred.last <= WITHIN)
        ahead = (p for p in clauses if p.lemma not in calls and _takes_up(look, p))
        found = [a.mention for p in ahead for a in p.subject][:2]
    if not found:  # "أشاد بالعلاقات التي تربط أثينا بالقاهرة"
        binding = look.pack.word_class("binding")
        ties = (p for p in look.thread.preds if p.clause.kind == "rel" and 0 < p.first - pred.last <= WITHIN and fold(p.lemma) in binding)
        found = [a.mention for p in ties for a in p.args]
    if not found and pred.types - {None} == {"SUPPORT"}:  # "أشاد الوزير اليوناني بالعلاقات بين أثينا والقاهرة"
        found = [a.mention for p in (pred, *below(pred)) for a in p.args if fold(a.prep) in _TIED and look.thread.can_act(a.mention)]
    if not found and pred.clause.kind == "comp":  # "أكد أن بلاده تثمن علاقاتها مع القاهرة": "with" has gone to the verb of saying
        found = [m for m in look.ahead(pred, WITHIN, WITHIN) if fold(m.prep or look.a.tokens[m.first - 1].fold) in _TIED][:1]
    deals = [a.mention for a in pred.args if a.mention.kind == "instrument" and fold(a.prep) in ("", "ب", "ل")]
    sides = tuple(dict.fromkeys(s for m in deals for e in m.entities for s in sorted(look.thread.world.matters.get(e, ()))))
    if not found and len(sides) in (1, 2):
        found = [replace(deals[0], entities=sides, kind="state", country=None)]
    others = [look.thread.without(m, own - {None}) if m.rule == "pair" else m for m in found]  # "العلاقات بين البلدين"
    return [m for m in others if m and look.thread.can_act(m) and not own & {look.thread.entity(e).country for e in m.entities}]


def _takes_up(look: Search, p: Pred) -> bool:
    """Does the verb of a clause take up what it describes, with its own pronoun or one of a particle ("الدور الذي اضطلعت به قطر")?"""
    behind = look.pack.phrase_at(look.a.tokens, p.last) if p.last < len(look.a.tokens) else None
    return bool(p.reading.pronoun) or (behind is not None and behind.cls == "prep-pron")


def who_does_it(look: Search, c: Case) -> list[Mention]:
    """ "دانت قطر الجريمة التي نفذها مستوطنون", "أشاد بالدور الذي تقوم به دول الاتحاد": who does what is condemned or praised, in the clause that
    describes it, where nobody is named before."""
    own, begin = refs(c.parts, "actor"), c.behind
    does = (p for p in look.thread.preds if p.kind == "verb" and begin < p.first <= c.pred.last + REACH and p.clause.verb is p)
    verb = next((p for p in does if p.clause.kind == "rel" and "light" in p.operates and _takes_up(look, p)), None)
    met = verb is not None and isinstance(verb.clause.antecedent, Pred) and "CONSULT" in verb.clause.antecedent.types
    if verb is None or met or any(look.thread.can_act(m) for m in look.thread.within(begin, verb.first)):
        return []  # "وصف المحادثات التي أجراها بأنها جيدة": talks are nobody's alone
    doers = verb.subject or [a for a in verb.args if a.role == "loose" and not a.prep]
    home = look.actors(c) - {None} if c.frame.type != "SUPPORT" else set()  # nobody condemns his own army; he may praise it
    others = [a.mention for a in doers if look.thread.can_act(a.mention) and a.mention.country not in home]
    return [m for m in others if own.isdisjoint(m.entities)]


def named_above_all(look: Search, c: Case) -> list[Mention]:
    """ "شكر كل من ساعد في ذلك، خاصة سلطان عمان", "أشاد بالدول المانحة وعلى رأسها اليابان": who is named of many to whom words are said."""
    own, begin = look.actors(c), c.behind
    for i in range(begin, min(look.thread.sentence_end, begin + _MANY)):
        phrase = look.pack.phrase_at(look.a.tokens, i)
        if phrase is not None and phrase.cls == "list" and phrase.value != "beside":
            at = i + len(phrase.tokens)
            named = in_a_row(look.thread.within(at, at + REACH))
            if named and named[0].first == at:
                return [m for m in named if m.country and m.country not in own and look.thread.can_act(m)]
        if any(m.first <= i < m.last and look.thread.can_act(m) for m in look.thread.within(begin, begin + _MANY)):
            return []
    return []


def where_received(look: Search, c: Case) -> list[Mention]:
    """ "أشاد بحفاوة استقباله في المغرب", "شكره على كرم الضيافة في الرباط": the state in which somebody was well received."""
    tokens, words, stop = look.a.tokens, look.pack.word_class("well-received"), min(look.thread.sentence_end, c.pred.last + REACH)
    at = next((i for i in range(c.pred.last, stop) if not bases(tokens[i].fold).isdisjoint(words)), stop)
    inside = [m for m in look.thread.within(at + 1, min(stop, at + WITHIN)) if fold(m.prep or tokens[m.first - 1].fold) in (IN, "ب")]
    return [m for m in look.thread.states_of(inside) if m.country and m.country not in look.actors(c)][:1]


def behind_occasion(look: Search, c: Case) -> list[Mention]:
    """ "اتهم الرئيس في مقابلة بثت أمس نظيره بالكذب", "دعوة الرئيس في حديث لقناة محلية، إيطاليا إلى البقاء": who stands behind the words for where and
    when it was said, and before what is said of him."""
    tokens, own = look.a.tokens, look.actors(c)
    begin = c.behind
    stop = c.pred.content_start if c.pred.content_start >= 0 else look.thread.sentence_end
    if c.frame.object != "recipient" or begin >= stop or tokens[begin].fold != IN:
        return []
    ends = {d.span.stop for d in look.a.dates if d.span is not None}  # of "yesterday", "on Monday"
    for m in look.thread.within(begin + 1, min(stop, begin + REACH)):
        apart = tokens[m.first - 1].fold in COMMA or tokens[m.first - 1].stop in ends
        behind = tokens[m.last].fold if m.last < look.thread.sentence_end else ""
        said = behind[:1] in _PARTICLES or behind in _ONTO_WHAT
        if apart and said and not (m.prep or m.conj) and m.country and m.country not in own and look.thread.can_act(m):
            return [m]
    return []


def whose_affairs(look: Search, c: Case) -> list[Mention]:
    """ "ارتياحه لتنظيم الانتخابات في السنغال", "بارك للحزب الحاكم في جورجيا": the state in which what is welcomed is a matter of the state."""
    tokens, end = look.a.tokens, min(c.pred.stop or look.thread.sentence_end, c.pred.last + WITHIN)
    affairs = look.pack.word_class("own-affairs")
    at = next((i for i in range(c.pred.last, end) if not bases(tokens[i].fold).isdisjoint(affairs)), None)
    if at is None or not look.actors(c) - {None}:
        return []
    inside = [m for m in look.thread.within(at + 1, at + WITHIN) if fold(m.prep or tokens[m.first - 1].fold) in (IN, "ب", "ل")]
    return [m for m in look.thread.states_of(inside) if m.country not in look.actors(c)][:1]


def whose_merit(look: Search, c: Case) -> list[Mention]:
    """ "استقبل وفد كينيا وأشاد بقيادتها": whom the pronoun on what is praised means."""
    tokens, valued_things, own = look.a.tokens, look.pack.word_class("valued"), refs(c.parts, "actor")
    near = range(c.pred.last, min(c.pred.last + 2, look.thread.sentence_end))
    theirs = (i for i in near if tokens[i].form.endswith(_THEIRS))
    at = next((i for i in theirs if not bases(tokens[i].fold).isdisjoint(valued_things)), None)
    owner = look.thread.meant(at, tokens[at].fold, own) if at is not None else None
    return [owner] if owner is not None and owner.country and owner.country not in look.actors(c) else []


def wronged(look: Search, c: Case) -> list[Mention]:
    """ "ندمه على فظائع الاستعمار في الكونغو", "اعتذاره عن مجازر بحق الجزائريين": who suffered what is regretted."""
    tokens, amends = look.a.tokens, look.pack.word_class("amends")
    end = min(c.pred.stop or look.thread.sentence_end, c.pred.last + WITHIN)
    at = next((i for i in range(c.pred.last, end) if not bases(tokens[i].fold).isdisjoint(amends)), None)
    near = look.thread.within(at + 1, min(look.thread.sentence_end, at + WITHIN)) if at is not None else ()
    named = [as_state(m) for m in near if m.country and m.country not in look.actors(c)]
    return look.first_party(named)


def hit_by_own_people(look: Search, c: Case) -> list[Mention]:
    """ "اقتحم عراقيون السفارة البحرينية. وأعربت بغداد عن أسفها لقيام متظاهرين": to whom those of one's own land did what is regretted."""
    home = look.actors(c) - {None}
    if fold(c.pred.lemma) not in look.pack.word_class("sorrow"):
        return []
    riots = (d for d in _told_last(look, c.made) if d.type == "PROTEST" and home & look.thread.countries(d.parts, "actor"))
    return next(([m for m in d.parts.get("recipient", ()) if m.country and m.country not in home] for d in riots), [])


def people_of(look: Search, c: Case) -> list[Mention] | None:
    """ "السكان الأصليين في كندا", "نساء المتعة الكوريات": of which land people without a name are, told right behind them."""

    def known(m: Mention) -> Mention:
        behind = (x for x in look.thread.within(m.last, m.last + _BESIDE) if x.country)
        of = next((x for x in behind if x.kind == "demonym" or fold(x.prep or look.a.tokens[x.first - 1].fold) == IN), None)
        return replace(m, country=of.country) if of is not None and of.country not in look.actors(c) else m

    return [known(m) if m.rule == "unnamed" and not m.country else m for m in c.at("recipient")] if c.at("recipient") else None


def land_backed(look: Search, c: Case) -> list[Mention]:
    """ "جددت تأييدها وحدة أراضي جورجيا": whose land it is."""
    home = look.actors(c) - {None}
    return [replace(m, rule="name") for m in look.ahead(c.pred, 6) if home and m.rule == "land" and m.country and m.country not in home][:1]


def told_to(look: Search, c: Case) -> list[Mention]:
    """ "أبلغت إيران الولايات المتحدة أنها سترد": to whom what is threatened was said."""
    home = look.actors(c) - {None}
    said = next((x for x in speakers(c.pred.clause) if isinstance(x, Pred)), None)
    args = said.args if said is not None and home == {a.mention.country for a in look.thread.speaker(said)} else ()
    told = (a.mention for a in args if (a.role == "object" or fold(a.prep) in ("الي", "ل")) and a.mention.first > (said.first if said else 0))
    return [m for m in told if m.country and m.country not in home and look.thread.can_act(m)][:1]


def whose_is_refused(look: Search, c: Case) -> list[Mention]:
    """ "اعترضت الشرطة السفير ورفضت دخوله": whose the refused thing is by its own pronoun, where that cannot mean whoever refuses it."""
    verb, tokens = c.pred.reading.verb, look.a.tokens
    thing = tokens[c.pred.last] if c.pred.last < len(tokens) else None
    if c.pred.kind != "verb" or verb is None or verb.number != "s" or thing is None:
        return []
    hers = thing.form.endswith(_HERS)
    if not (hers or thing.form.endswith(_HIS)) or hers == (verb.gender == "f") or look.pack.word_class("refusable").isdisjoint(unowned(thing.fold)):
        return []
    who = look.thread.meant(c.pred.first, thing.fold, refs(c.parts, "actor"))
    return [who] if who is not None and who.country and who.country not in look.actors(c) else []


def said_to_him(look: Search, c: Case) -> list[Mention]:
    """ "تلقى اتصالا من نظيره، عبر له خلاله عن تهانيه": whom "to him" right behind the verb means that carries the words, a party of theirs."""
    over = c.pred if c.pred.kind == "verb" else c.pred.governor
    tokens = look.a.tokens
    if over is None or over.kind != "verb" or over.last >= len(tokens) or look.pack.prep_pronouns.get(tokens[over.last].fold) != _TO_HIM:
        return []
    him = look.thread.meant(over.first, tokens[over.last].fold, refs(c.parts, "actor"))
    return [him] if him is not None and him.country not in look.actors(c) else []


def handed_to(look: Search, c: Case) -> list[Mention]:
    """ "سلم الوزير السعودي الرئيس التونسي دعوة من الملك", "نقل إليه دعوة", "الذي سلمه دعوة": to whom the words are brought."""
    over = c.pred.governor
    if over is None or over.kind != "verb" or c.pred.link != "obj" or fold(over.lemma) not in look.pack.word_class("hands-over"):
        return []
    him = look.thread.object_pronoun(over) if over.reading.pronoun else None
    told = [him] if him is not None else [a.mention for a in over.args if a.role == "object" or fold(a.prep) in (_TO, _TO_HIM)]
    return [m for m in told if look.thread.can_act(m) and m.country not in look.actors(c)][:1]


def to_his_own(look: Search, c: Case) -> list[Mention]:
    """ "ودعا المواطنين إلى", "دعوة إلى اجتماع لكل الأحزاب": the people of his own land, told by a plain word."""
    home, tokens, people = look.actors(c) - {None}, look.a.tokens, look.pack.word_class("home-people")
    state = f"state/{next(iter(home))}" if len(home) == 1 and are_official(c, "actor") else ""
    start, far = (c.pred.again, look.thread.sentence_end) if c.pred.again else (c.pred.last, c.pred.stop or look.thread.sentence_end)
    at = next((i for i in range(start, min(far, start + REACH)) if not bases(tokens[i].fold).isdisjoint(people)), None)
    if at is None or state not in look.thread.world.entities or look.thread.within(at + 1, at + 3):
        return []
    if at + 1 < len(tokens) and tokens[at + 1].fold.endswith(tuple(look.pack.word_class("nations-end"))):
        return []  # "حث المواطنين الكينيين على المغادرة": wherever they are
    t = tokens[at]
    who = replace(c.at("actor")[0], span=Span(t.start, t.stop), text=t.form, first=at, last=at + 1, entities=(state,), kind="people-group")
    return [replace(who, rule="own", role=None, country=state.rpartition("/")[2], stands_for=None, conj="", prep="")]


def made_between(look: Search, c: Case) -> list[Mention]:
    """ "أدانت المذكرة المبرمة بين تركيا وليبيا", "رفضت مذكرة التفاهم بين إثيوبيا والصومال": those who made the paper that is spoken of."""
    spoken_of = [k for k in c.pred.children if fold(k.link) in ("obj", "ب", "علي") and k.kind == "noun"]
    papers = [p for k in spoken_of for p in (k, *below(k)) if p.link != "time:during"]
    own, signed = look.actors(c), look.pack.word_class("concluded")
    for p in papers:
        sides = [a.mention for a in p.args if fold(a.prep) == "بين" and look.thread.can_act(a.mention)]
        head = look.a.tokens[sides[0].first - (1 if sides[0].prep else 2)].fold.removeprefix(THE) if sides else ""
        if len({e for m in sides for e in m.entities}) > 1 and ("AGREE" in p.types or head in signed):
            apart = (m if m.kind != "state" and m.rule == "name" else look.thread.without(m, own) for m in sides)  # a region that left
            return [m for m in apart if m is not None]
    return []


def whose_words(look: Search, c: Case) -> list[Mention]:
    """ "انتقدت ما ورد في بيان الخارجية المغربية", "رحب بما تضمنه تقرير الأمم المتحدة", "نددت بتصريحات صدرت عن السفير": whose text it is in which
    what is spoken of stands, or from whom the words came."""
    stands, holds, comes = (look.pack.word_class(k) for k in ("stands-in", "holds-within", "comes-from"))
    for p in look.thread.preds:
        if p.clause.kind == "rel" and fold(p.lemma) in comes and 0 < p.first - c.pred.last <= WITHIN:
            told = p.clause.antecedent
            args = [*p.args, *(a for a in (told.args if isinstance(told, Pred) else ()) if a.mention.first >= p.last)]
            theirs = [a.mention for a in args if a.role == "prep" and fold(a.prep) in FROM]
            if theirs := [m for m in theirs if look.thread.can_act(m) and m.country not in look.actors(c) - {None}][:1]:
                return theirs
        near = p.kind == "verb" and 0 < p.first - c.pred.last <= WITHIN and look.a.tokens[p.first - 1].fold in look.pack.word_class("what")
        if near and fold(p.lemma) in stands | holds:
            theirs = [a.mention for a in p.args if (fold(a.prep) == IN if fold(p.lemma) in stands else a.role == "subject")]
            return [m for m in theirs if look.thread.can_act(m) and m.kind != "place" and m.country not in look.actors(c) - {None}]
    return []


def who_said_it(look: Search, c: Case) -> list[Mention]:
    """ "أدلى الوزير التشادي بتصريحات … ونددت مصر بهذه التصريحات", "بينما استنكرت الجامعة التصريحات": who has said the words, which are told with
    nobody's name."""
    tokens, words, begin = look.a.tokens, look.pack.word_class("words-of"), c.behind
    at = begin + (begin < len(tokens) and not bases(tokens[begin].fold).isdisjoint(look.pack.word_class("this")))
    if c.pred.kind == "noun" or at >= look.thread.sentence_end or not _is_bare_word(look, at, words):
        return []
    home = look.actors(c) - {None}
    meant = next((w for w in bases(tokens[at].fold) if w in words), "")
    for p in reversed([p for p in look.thread.preds if p.last < c.pred.first and p.kind == "verb" and p.subject]):
        near = tokens[max(0, p.first - _WORDS) : p.last + _WORDS]
        if p.says or any(meant in bases(t.fold) for t in near):
            return _foreign(look, p.subject, home)
    told = any(meant in bases(t.fold) for t in tokens[max(0, look.thread.sentence_start - _TOLD) : look.thread.sentence_start])
    who = look.thread.last_said or (look.thread.last_subject if told else [])
    return _foreign(look, who, home)


def _foreign(look: Search, who: Sequence[Arg], home: set[str | None]) -> list[Mention]:
    """Those of them who can act, of countries other than these."""
    return [a.mention for a in who if look.thread.can_act(a.mention) and a.mention.country and a.mention.country not in home]


def _is_bare_word(look: Search, at: int, words: frozenset[str]) -> bool:
    """Is it one of these words, with its article, and neither an adjective nor anybody's name nor a clause behind it?"""
    tokens, behind = look.a.tokens, at + 1
    if bases(tokens[at].fold).isdisjoint(words) or not has_article(tokens[at].fold):
        return False
    nxt = tokens[behind] if behind < look.thread.sentence_end else None
    phrase = look.pack.phrase_at(tokens, behind) if nxt is not None else None
    owned = any(m.first <= behind < m.last for m in look.thread.within(behind, behind + 1))
    return not owned and (nxt is None or nxt.kind != "word" or (phrase is not None and phrase.cls != "rel") or nxt.fold[:1] == AND)


def whose_dead(look: Search, c: Case) -> list[Mention] | None:
    """ "قدم تعازيه في ضحايا الزلزال الذي ضرب المغرب": the land that is named with those who are mourned; else that of which it was told before
    that it was hit ("أدان الهجوم على مسجد في غانا. وعبر عن تعازيه لأسر الضحايا"), or whose man is written or spoken to."""
    if fold(c.pred.lemma) not in look.pack.word_class("condoles"):
        return None
    home, near = look.actors(c), look.thread.within(c.pred.last, look.thread.sentence_end)
    lands = (m for m in near if m.kind in ("state", "place") and m.rule == "name" and m.country not in home)
    if found := look.thread.states_of(lands)[:1]:
        return found
    if not home - {None}:
        return None  # "قدم الأمير تعازيه لأسرة الشهيد", whose prince nobody tells: a man at home
    hit = (m for d in earlier(look, c) if d.type == "ASSAULT" for m in d.parts.get("recipient", ()))
    men = (m for m in reversed(look.thread.within(look.thread.sentence_start, c.pred.first)) if m.kind in ("person", "role"))
    met, scene = look.thread.last_meeting, look.thread.scene
    told = (*hit, *men, *(met.parts.get("actor", ()) if met is not None else ()), *((scene,) if scene is not None else ()))
    theirs = (m for m in told if m.country and m.country not in home and m.country not in OF_NO_STATE)
    return [replace(m, kind="state", entities=(f"state/{m.country}",), role=None) for m in theirs][:1] or None


def in_his_terms(look: Search, c: Case) -> list[Mention] | None:
    """ "أدان ما سماه الانتهاك التركي", "ندد بما وصفه باللعبة التي تمارسها باريس": whose the thing is by the name that he gives it."""
    calls, tokens = look.pack.word_class("describing") | look.pack.word_class("naming"), look.a.tokens
    start = c.pred.again or c.pred.last  # "نددت كينيا، في بيان صدر أمس، بما وصفته بالعدوان الذي شنته أوغندا"
    behind = (p for p in look.thread.preds if p.kind == "verb" and 0 <= p.first - start <= WITHIN and fold(p.lemma) in calls)
    by_name = next((p for p in behind if p.reading.pronoun and tokens[p.first - 1].fold in look.pack.word_class("what")), None)
    if by_name is None or any(p.kind != "noun" and start <= p.first < by_name.first for p in look.thread.preds):
        return None
    own, at = look.thread.countries(c.parts, "actor") | refs(c.parts, "actor"), by_name.last
    other = (p.first for p in look.thread.preds if p.kind != "noun" and p.first > at and p.clause.kind != "rel")
    stop = min([look.thread.sentence_end, at + REACH, *other])
    near = [m for m in look.thread.within(at + 1, stop) if m.entities and (m.kind in ACTOR_KINDS or m.stands_for)]
    owners = [m for m in near if _tells_of(look, m, at, near)]
    doers = [a.mention for p in look.thread.preds if p.clause.kind == "rel" and at < p.first < stop for a in look.thread.subject(p)]
    found = owners or [m for m in near if m in doers or tokens[m.first - 1].fold in (FROM[0], *look.pack.word_class("by"))]
    return [as_state(m) for m in found if not own & {m.country, *m.entities}] or None


def _tells_of(look: Search, m: Mention, head: int, near: Sequence[Mention]) -> bool:
    """Is it the nationality or the genitive of the noun at token head, right behind it, one adjective or another such between?"""
    tokens, inside = look.a.tokens, {i for x in near for i in range(x.first, x.last)}
    between = [tokens[i].fold for i in range(head + 1, m.first) if i not in inside]
    if m.prep or len(between) > 1 or any(look.pack.phrase_at(tokens, i) for i in range(head + 1, m.first)):
        return False
    noun, word = tokens[head].fold, tokens[m.first].fold.removeprefix(AND)
    if m.kind == "demonym":  # not "بقصف الأحياء الأوكرانية"
        return word.startswith(THE) == noun.startswith((THE, "ب" + THE))
    return not between and (not noun.startswith((THE, "ب" + THE)) or word.endswith("ا"))


def addressed_before(look: Search, c: Case) -> list[Mention] | None:
    """ "أدانت … وطالبت بعدم تكرار ذلك": who goes on speaking goes on to the same addressee."""
    pred, who = c.pred, refs(c.parts, "actor")
    if pred.of_role("object") or is_for_others(look, c) or is_told_of_another(c) or (pred.negated and c.frame.type != "REJECT"):
        return None
    official = all(m.kind in ("state", "government-body") or m.role for m in c.at("actor"))
    goes_on = official and "ACCUSE" in pred.types and not (pred.kind == "noun" and pred.definite)  # not "في مذكرة الاحتجاج"
    home = look.actors(c) - {None} if goes_on else set()  # the ministry, and its spokesman
    for d in reversed([*look.thread.drafts[-3:], *c.made][-4:]):
        if (
            d.type in ("ACCUSE", "REQUEST", "REJECT", "THREATEN", "SANCTION")
            and d.parts.get("recipient")
            and pred.first - d.pred.first < NEAR
            and (who <= refs(d.parts, "actor") if who and not home else home == look.thread.countries(d.parts, "actor") - {None})
        ):
            own = look.actors(c) - {None}
            reached = look.thread.countries(d.parts, "recipient") - {None}
            rebels = any(m.kind == "armed-group" for m in d.parts["recipient"])
            if suffers_there(look, pred) & reached:
                return None
            others = reached - own or (reached if rebels else set())  # "دعا المزارعين … محذرا من السيول": no talk to those at home
            return list(d.parts["recipient"]) if any(is_in_sight(look, own, other) for other in others) else None
    return None


def maker(look: Search, c: Case) -> list[Mention] | None:
    """ "قام رئيس تايوان بزيارة اعتبرتها الصين استفزازية": who made it."""
    told = c.pred.clause.antecedent if c.pred.clause.kind == "rel" else None
    made = (d for d in c.made if isinstance(told, Pred) and d.pred is told)
    return next((list(d.parts.get("actor", ())) for d in made), None)


def _told_last(look: Search, made: Sequence[Draft]) -> Iterator[Draft]:
    """The events told before, of this sentence and of the report, the last first."""
    return reversed([*look.thread.drafts[-_LAST:], *made][-_LAST:])


def answered(look: Search, parts: Mapping[str, Sequence[Mention]], made: Sequence[Draft]) -> list[Mention]:
    """ "انتقدت باريس القرار": who did to us what is answered."""
    own = look.thread.countries(parts, "actor") - {None}
    for d in _told_last(look, made):
        if d.type in ANSWERED and own & look.thread.countries(d.parts, "recipient") and not own & look.thread.countries(d.parts, "actor"):
            return list(d.parts.get("actor", ()))
    return []


def meant_by_this(look: Search, parts: Mapping[str, Sequence[Mention]], made: Sequence[Draft]) -> list[Mention]:
    """ "قصفت أنقرة البلدة، وقال الوزير إن هذه الخطوة انتهاك": whom the speaker has just accused, or whose hostile deed was told last."""
    own = look.thread.countries(parts, "actor") - {None}
    for d in _told_last(look, made):
        theirs = look.thread.countries(d.parts, "actor") - {None}
        if d.type == "ACCUSE" and own & theirs and d.parts.get("recipient"):
            return list(d.parts["recipient"])
        if d.type in DEEDS and theirs and own.isdisjoint(theirs) and d.status in ("happened", "ongoing"):
            return list(d.parts["actor"])
    return []


def did_what_is_described(look: Search, c: Case) -> list[Mention]:
    """ "عرضت تشاد الحوار، وهو ما رفضته كينيا", "هدنة اقترحتها تشاد ورفضتها": whoever did in this sentence what the clause takes up."""
    pred, clause = c.pred, c.pred.clause
    if pred.kind != "verb" or clause.kind != "rel" or clause.verb is not pred or pred.first < _WHICH:
        return []
    told = clause.antecedent if isinstance(clause.antecedent, Pred) else None
    taken_up = look.a.tokens[pred.first - _WHICH].fold in look.pack.word_class("which-is")
    if told is None and (clause.antecedent is not None or not taken_up):
        return []
    before = [d for d in c.made if d.pred.first < pred.first and (told is None or d.pred in (told, told.governor))]
    own = look.actors(c) - {None}
    doers = [m for d in before[-1:] for m in d.parts.get("actor", ()) if m.country]
    return doers if doers and own and own.isdisjoint(m.country for m in doers) else []


def whose_offer(look: Search, c: Case) -> list[Mention]:
    """ "اقترحت موسكو تحقيقا فرفضته لندن", "طلبت أوغندا تسليمه، لكن كينيا رفضت الطلب", "وهو ما رفضته": who has just offered or asked for what is
    refused; who refuses it is whom he asked."""
    own = look.actors(c) - {None}
    asked = next((p for p in reversed(look.thread.preds) if p.first < c.pred.first and p.kind == "verb" and "REQUEST" in p.types), None)
    if (
        asked is None
        or c.pred.first - asked.first >= NEAR
        or not own
        or asked.negated
        or asked.future == "hypothetical"
        or not _takes_up_wish(look, c, asked)
    ):
        return []
    askers = [a.mention for a in look.thread.subject(asked) if look.thread.can_act(a.mention)]
    if not askers or not own.isdisjoint(m.country for m in askers):
        return []
    for d in c.made:
        if d.pred is asked:
            d.parts["recipient"] = d.parts.get("recipient") or list(c.at("actor"))
    return [m for m in askers if m.country]


def _takes_up_wish(look: Search, c: Case, asked: Pred) -> bool:
    """Is what is refused told by a pronoun, "that" or a bare word for a wish, so that it is what was asked for before?"""
    pred, tokens, wish = c.pred, look.a.tokens, look.pack.word_class("asked")
    if pred.kind == "noun":  # "لكن الاقتراح قوبل برفض": the word stands before
        return any(not bases(t.fold).isdisjoint(wish) or _owned_wish(t.form, wish) for t in tokens[asked.last : pred.first])
    if pred.reading.pronoun:
        return bool(pred.reading.conj) or pred.clause.kind == "rel"
    at = max([pred.last, *(a.mention.last for a in pred.subject if a.mention.first >= pred.last)])
    word = tokens[at].fold if at < len(tokens) else ""
    owner = next((m for m in look.thread.within(at + 1, at + _BESIDE) if m.kind == "demonym" or not m.prep), None)
    return word in look.pack.word_class("this") or (word.startswith(THE) and word.removeprefix(THE) in wish and owner is None)


def _owned_wish(form: str, wish: frozenset[str]) -> bool:
    """ "قوبل اقتراحها برفض"."""
    return any(form.endswith(ending) and not bases(fold(form.removesuffix(ending))).isdisjoint(wish) for ending in _THEIRS)


def met_meanwhile(look: Search, c: Case) -> list[Mention]:
    """ "دعا الرئيس خلال لقائه نظيره إلى زيارة مومباسا": whom he meets while he invites."""
    visit = any(f.mode == "visit" for k in c.pred.children if fold(k.link) in ("الي", "ل") for f in k.frames)
    for meeting in c.pred.children if visit else ():
        frame = next((f for f in meeting.frames if f.type == "CONSULT" and look.words.fits(meeting, f)), None)
        if meeting.link == "time:during" and frame is not None and c.frame.type == "REQUEST":
            theirs = look.parts_of.of(meeting, frame)
            others = [m for end in ("actor", "recipient") for m in theirs.get(end, ()) if m.country and m.country not in look.actors(c)]
            return others if len({m.country for m in others}) == 1 else []
    return []


def whom_he_deals_with(look: Search, c: Case) -> list[Mention]:
    """ "اتصل بنظيره شاكرا", "بعث برسالة إلى نظيره يطلب فيها": the other one of the meeting, call or letter in which he says so."""
    pred, clause, own = c.pred, c.pred.clause, look.actors(c)
    over = pred.governor if pred.kind == "noun" and pred.link == "obj" and pred.governor is not None else pred
    to_him = look.pack.phrase_at(look.a.tokens, over.last) if over.last < len(look.a.tokens) else None
    given = over.kind == "verb" and to_him is not None and to_him.cls == "prep-pron" and fold(to_him.value) in ("ل", "الي")  # "وقدم له دعوة"
    beside = given or (pred.kind == "participle" and clause.parent is not None and c.frame.type != "REQUEST")
    beside = beside or (c.frame.type == "SUPPORT" and pred.kind == "verb" and clause.kind == "coord" and bool(c.made))  # "التقاه وأثنى على حنكته"
    behind = look.a.tokens[pred.last].fold if pred.last < len(look.a.tokens) else ""
    in_it = pred.kind == "verb" and clause.kind == "rel" and behind in look.pack.word_class("in-it")
    if pred.of_role("object") or not (beside or in_it) or not own - {None}:
        return []
    told = (d for d in reversed(c.made) if d.type == "CONSULT" and d.pred.first < pred.first)
    met = next((d for d in told if own <= look.thread.countries(d.parts, "actor") | look.thread.countries(d.parts, "recipient")), None)
    if met is None and beside and c.frame.type == "SUPPORT" and not c.made:
        met = look.thread.last_meeting  # "ورد الأمير شاكرا": in the call that was told before
    sides = [m for end in ("actor", "recipient") for m in met.parts.get(end, ())] if met is not None else []
    others = [m for m in sides if m.country not in own]
    return others if len({m.country for m in others}) == 1 else []


def decider(look: Search, c: Case) -> list[Mention]:
    """ "ودان الرئيس الأميركي القرار": the one of whom most deeds are told before, and not one of those who speak of it."""
    if c.pred.reading.pronoun and c.pred.clause.kind != "rel":
        return []  # "هدنة توصلت إليها موسكو وأيدها المجلس بقرار"
    own = look.actors(c) - {None}
    deeds = [d for d in (*look.thread.drafts[-REACH:], *c.made) if d.type in DECIDED and d.status != "denied"]
    did = {m.country: m for d in deeds for m in d.parts.get("actor", ())}
    often = Counter(country for d in deeds for country in look.thread.countries(d.parts, "actor")).most_common(2)
    clear = len(did) == 1 or (len(often) > 1 and often[0][1] > 1 and often[0][1] >= 2 * often[1][1])
    who = often[0][0] if clear and often else None
    return [did[who]] if who and who not in own and who in did else []


def doer_of_it(look: Search, c: Case) -> list[Mention] | None:
    """ "وأدانت إيران القصف", "ندد بالزيارة": who did what is condemned, as the report told it last; never the one to whom it was done."""
    own = look.actors(c) - {None}
    kinds = _PRAISED if c.frame.type == "SUPPORT" else _CONDEMNED
    deeds = _deeds_spoken_of(look, c.pred)
    told = {f.id for k in deeds for f in k.frames if f.type in kinds or f.mode == "visit"}
    wanted = {f.type for k in deeds for f in k.frames if f.id in told}
    own |= {a.mention.country for k in deeds for a in k.args if fold(a.prep) in _SUFFERS} - {None}  # "رفع الحصار عن الأراضي الفلسطينية"
    if not look.actors(c) - {None} or not wanted:
        return None
    same = [d for d in earlier(look, c) if d.frame.id in told]
    others = [d for d in earlier(look, c) if d.frame.id not in told]
    if c.frame.type == "REQUEST":  # "ودعت بكين إلى رفع العقوبات": what was done to her
        others = [d for d in others if look.thread.countries(d.parts, "recipient") & look.actors(c) - {None}]
    for d in (*same, *others):  # of the same word before others of its type
        meant = d.type in wanted and d.status != "denied" and d.mode != "ceasefire" and (d.type != "CONSULT" or d.mode == "visit")
        sides = look.thread.countries(d.parts, "actor") - {None} if meant else set()
        if sides and not sides & own:
            return [m for m in d.parts["actor"] if m.country in sides]
    return _by_nation_before(look, deeds, own) or None


def _by_nation_before(look: Search, deeds: Sequence[Pred], own: set[str | None]) -> list[Mention]:
    """ "المناورات الصينية … وطالب بوقف المناورات": whose the deed was where the report named it last with a nationality."""
    tokens = look.a.tokens
    for k in deeds:
        words = bases(tokens[k.first].fold)
        for m in reversed(look.thread.before(k.first)):
            near = (tokens[i].fold for i in range(max(0, m.first - 2), m.first))
            if m.kind == "demonym" and m.country not in own and any(not words.isdisjoint(bases(w)) for w in near):
                return [replace(m, kind="state")]
    return []


def _deeds_spoken_of(look: Search, pred: Pred) -> list[Pred]:
    """The nouns of deeds, with no party of their own, that a verb of speech takes: definite, as what has been told."""
    of_it = {"obj", "ب", "علي", *look.pack.word_class("complained-of")}
    known = (k for k in pred.children if fold(k.link) in of_it and not k.reading.pronoun)
    whole = look.thread.sentence_end
    deeds = [k for k in known if k.definite or (k.last < whole and has_article(look.a.tokens[k.last].fold))]  # "نددت باعتقال الصحفيين"
    if "REQUEST" in pred.types:  # "طالب بوقف المناورات"
        ends = [k for k in pred.children if fold(k.lemma) in look.pack.word_class("halt")]
        deeds = [p for k in ends for p in k.children if p.link == "gen" and p.definite and not p.reading.pronoun]
    if isinstance(pred.clause.antecedent, Pred) and pred.reading.pronoun and pred.clause.verb is pred:
        deeds.append(pred.clause.antecedent)  # "الهجوم الذي أدانه الرئيس"
    return [k for k in deeds if all(a.mention.rule == "unnamed" and has_article(look.a.tokens[a.mention.first].fold) for a in k.of_role("genitive"))]


def dealers(look: Search, c: Case) -> list[Mention]:
    """ "ونددت مصر بالاتفاقية": those who made the agreement that was told last, without those who speak of it."""
    home = look.actors(c)
    deal = next((d for d in earlier(look, c) if d.type == "AGREE" and d.status != "denied"), None)
    sides = deal.parts.get("actor", ()) if deal is not None else ()
    return [x for m in sides if (x := look.thread.without(m, home)) is not None]


def whose_envoys(look: Search, c: Case) -> list[Mention]:
    """ "استدعت السفير عثمان الطيب ردا على هجمات سودانية": an envoy who is told by his name is of the only other state in sight."""
    return [_whose_envoy(look, c, m) for m in c.at("recipient")]


def hit_before(look: Search, c: Case) -> list[Mention]:
    """ "احتجزت ثلاث سفن أوكرانية واعتقلت 20 بحارا": the same as in the deed before, of the same doer."""
    who = refs(c.parts, "actor")
    same = (d for d in reversed(c.made) if d.type == "COERCE" and who and who == refs(d.parts, "actor"))
    return next((list(d.parts.get("recipient", ())) for d in same), [])


def _whose_envoy(look: Search, c: Case, m: Mention) -> Mention:
    words = look.pack.word_class("envoy")
    if m.country or m.kind != "person" or any(look.thread.entity(e).country for e in m.entities):
        return m
    if m.role not in ENVOYS and look.a.tokens[max(0, m.first - 1)].fold not in words and look.a.tokens[m.first].fold not in words:
        return m
    home = look.actors(c) - {None}
    near = {x.country for x in look.thread.within(c.pred.last, look.thread.sentence_end) if x.kind != "place"} - home - {None}
    if not near:
        near |= {x.country for x in only_opponent(look, c, (ONTO, BACK))}
    return replace(m, country=next(iter(near))) if home and len(near) == 1 else m


def in_his_letter(look: Search, c: Case) -> list[Mention]:
    """ "طلبت السويد وفنلندا، في رسالة وجهتاها إلى المفوضية، فرض رسوم", "وجه مذكرة إلى الحكومة الغانية تطلب فيها": to whom the letter goes in
    which it is said."""
    sent = look.pack.word_class("sends-word")
    rel, behind = c.pred.clause, look.a.tokens[c.pred.last].fold if c.pred.last < len(look.a.tokens) else ""
    told = [p for p in look.thread.preds if p.clause.kind == "rel" and p.clause.parent is rel and p.reading.pronoun and p.lemma in sent]
    if rel.kind == "rel" and rel.verb is c.pred and behind in look.pack.word_class("in-it"):
        told = [p for q in look.thread.preds if q.clause is rel.parent and q.lemma in sent for p in (q, *below(q))]
    to = [a.mention for p in told for a in p.args if fold(a.prep) in ("الي", "ل") and look.thread.can_act(a.mention)]
    return [m for m in to if m.country not in look.actors(c)][:1] if c.pred.kind == "verb" else []


GAPS = (
    Gap("recipient", "*", "any", not_the_speaker, "of-subject"),
    Gap("recipient", "REQUEST ACCUSE THREATEN", "open", in_his_letter),
    Gap("recipient", "REQUEST ACCUSE THREATEN", "open", behind_occasion),
    Gap("recipient", "REQUEST", "open", handed_to, "noun"),
    Gap("recipient", "REQUEST", "open", whose_meeting),
    Gap("recipient", "meet", "open", met_meanwhile),
    Gap("recipient", "meet", "open", body_that_tells),
    Gap("recipient", "REQUEST ACCUSE THREATEN", "open", those_in_the_land),
    Gap("recipient", "REQUEST", "open", those_of_nation),
    Gap("recipient", "ACCUSE", "open", in_their_ranks),
    Gap("recipient", "yield", "open", who_holds),
    Gap("recipient", "REQUEST", "open", who_must),
    Gap("recipient", "REQUEST", "open", who_must_leave),
    Gap("recipient", "yield", "open", who_goes_on_with_it),
    Gap("recipient", "change", "open", to_be_persuaded),
    Gap("recipient", "REQUEST", "open", who_answers),
    Gap("recipient", "REQUEST", "open", to_his_own),
    Gap("recipient", "REJECT", "any", whose_call),
    Gap("recipient", "ACCUSE REJECT SUPPORT", "open", did_what_is_described),
    Gap("recipient", "ACCUSE REJECT SUPPORT", "open", whose_words),
    Gap("recipient", "ACCUSE REJECT SUPPORT", "open", who_said_it),
    Gap("recipient", "SUPPORT", "nameless", whose_dead),
    Gap("recipient", "SUPPORT", "open", said_to_him),
    Gap("recipient", "SUPPORT REJECT", "open", valued),
    Gap("recipient", "ACCUSE REJECT SUPPORT", "open", who_does_it),
    Gap("recipient", "ACCUSE SUPPORT REQUEST", "open", named_above_all),
    Gap("recipient", "ACCUSE REJECT SUPPORT", "open", made_between),
    Gap("recipient", "ACCUSE REJECT REQUEST THREATEN", "open", told_of_it, "noun"),
    Gap("recipient", "REJECT", "open", whose_offer),
    Gap("recipient", "REJECT", "open", whose_is_refused),
    Gap("recipient", "ACCUSE REJECT REQUEST", "open", doer_of_it),
    Gap("recipient", "SUPPORT REQUEST THREATEN", "open", whom_he_deals_with),
    Gap("recipient", "SUPPORT", "open", guest, words="guest"),
    Gap("recipient", "SUPPORT", "open", land_backed),
    Gap("recipient", "SUPPORT", "open", whose_merit),
    Gap("recipient", "SUPPORT", "open", whose_affairs),
    Gap("recipient", "SUPPORT", "open", where_received),
    Gap("recipient", "CONCEDE", "open", wronged),
    Gap("recipient", "CONCEDE", "open", hit_by_own_people),
    Gap("recipient", "CONCEDE SUPPORT", "nameless", people_of),
    Gap("recipient", _HITS, "open", in_his_terms, but="ceasefire"),
    Gap("recipient", _HITS, "open", aimed_within, but="ceasefire"),
    Gap("recipient", _HITS, "open", named_in_his_words, but="ceasefire"),
    Gap("actor", "SANCTION RETREAT", "open", where_told),
    Gap("recipient", _HOSTILE, "open", hosts_of_envoy),
    Gap("recipient", "ACCUSE", "open", summoned, "noun"),
    Gap("recipient", " ".join(AIMED - {"SUPPORT"}), "open", addressed_before),
    Gap("recipient", "ACCUSE", "open", maker),
    Gap("recipient", "ACCUSE", "open", who_did_what_is_called),
    Gap("recipient", "ACCUSE", "open", who_does_what_is_said),
    Gap("recipient", "ACCUSE REJECT REQUEST", "open", own_government, words="home-matters"),
    Gap("recipient", "ACCUSE REJECT", "open", claimant, words="answered"),
    Gap("recipient", "COERCE", "any", people_of_land),
    Gap("recipient", "ACCUSE REJECT SUPPORT", "open", decider, words="decided"),
    Gap("recipient", "ACCUSE REJECT SUPPORT", "open", dealers, words="deal"),
    Gap("recipient", "ACCUSE expel", "any", whose_envoys),
    Gap("recipient", "COERCE", "open", hit_before),
    Gap("recipient", "THREATEN", "open", told_to),
    Gap("recipient", _HOSTILE, "nameless", opponent),
    Gap("recipient", "REQUEST", "open", fighting_in, words="fighting"),
    Gap("recipient", "yield", "open", who_tries_his_own),
    Gap("recipient", "ASSAULT", "nameless", of_that_land),
)
