"""Twins: one happening that a report tells several times is one event, and two that look alike stay two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khabar.annotation import Annotation
from khabar.coding.draft import AHEAD, ANSWERED, FOR_A_STATE, Draft, is_headline, refs
from khabar.coding.tree import ENVOYS, IN
from khabar.model import Entity, Mention, When
from khabar.packs import Pack
from khabar.text import fold
from khabar.world import OF_NO_STATE, World

# Acts that a report tells again and again: same type, same parties, one event. The others are one act a sentence.
_RETOLD = frozenset(["CONSULT", "AGREE", "SANCTION", "RETREAT", "AID", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "COOPERATE"])


_SIGNED = frozenset(["AGREE", "SANCTION", "COOPERATE"])  # decided, signed and in force are one act at several stages
_MANY = frozenset(OF_NO_STATE) - {"UNO", "EUR"}  # codes that many bodies share, each one its own
_LEAD = 4  # tokens before a verb in which it is told that this is one more deed
_GROUND = frozenset(["ASSAULT", "COERCE", "MOBILIZE"])  # deeds done on some ground
_FURTHER = _GROUND | {"ACCUSE", "AID", "REJECT", "REQUEST", "SANCTION"}  # acts of which a report mostly tells several
_PLACE = "place/"
_MONEY = "money"
_VOICES = frozenset(["person", "government-body"])  # who has a voice of his own beside others of his state
_TAKES = ("obj", "علي", "الي")  # what is signed, agreed to, come to


def merge(drafts: Sequence[Draft], a: Annotation, world: World, pack: Pack) -> list[list[Draft]]:
    """Drafts in the order of the report, in groups of one happening each. world: tells which place lies in which."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        if _is_further(draft, a, pack):
            groups.append([draft])
            continue
        home = next((g for g in groups if draft.same_as in g), None) if draft.same_as is not None else None
        first = 3 if draft.type in _RETOLD else 1
        alike = (g for g in groups if all(_same(d, draft, a, pack) for d in g[:first]))
        home = home or next((g for g in alike if _one_camp(g, draft, a) and _one_way(g, draft) and _one_ground(g, draft, world)), None)
        if home is not None:
            if draft.type == "ASSAULT" and (land := _land_beside(home[0], draft, a)):
                for d in home[0], draft:  # the land in which a group is struck is not hit beside it
                    d.parts["recipient"] = [m for m in d.parts.get("recipient", ()) if m.kind == "armed-group" or land.isdisjoint(_sides([m], a))]
            if _hit_there(home[0], draft, a):
                draft.parts["recipient"] = []
            elif draft.harm and draft.same_as is not None:
                draft.parts["recipient"] = _named_dead(home, draft, a)
            if draft.status in AHEAD and _announced(home[0], a):
                home[0].status = draft.status
            home.append(draft)
        else:
            groups.append([draft])
    return groups


def _is_further(draft: Draft, a: Annotation, pack: Pack) -> bool:
    """ "كما قصفت طائرات مخزنا", "إلى ذلك، قتل ثلاثة": is it told as one more deed beside those told before?"""
    head = draft.pred
    while head.kind == "noun" and head.governor is not None and head.link in ("obj", "subj", "ب"):
        head = head.governor
    if head.kind != "verb" or draft.type not in _FURTHER:
        return False
    before = [t.fold for t in a.tokens[max(0, head.first - _LEAD) : head.first] if t.kind == "word"]
    also = not draft.pred.definite and not pack.word_class("also").isdisjoint(t.fold for t in a.tokens[head.last : head.last + _LEAD - 1])
    return also or any(" ".join(before[-n:]) in pack.word_class("further") for n in (1, 2, 3))


def _one_ground(group: Sequence[Draft], draft: Draft, world: World) -> bool:
    """Was it in one place by all tellings? "سيطرت القوات على سيئون … وسيطرت على تريم" are two deeds."""
    if draft.type not in _GROUND:
        return True
    here = draft.place or ""
    grounds = (d.place for d in group if d.place)
    return not here.startswith(_PLACE) or all(
        not there.startswith(_PLACE) or world.inside(here, there) or world.inside(there, here) for there in grounds
    )


def _one_way(group: Sequence[Draft], draft: Draft) -> bool:
    """Did they phone in all tellings, or in none? Who met somewhere did not do so by telephone."""
    calls = (x.mode == "phone" and y.mode != "phone" and _in_person(y) for d in group for x, y in ((d, draft), (draft, d)))
    return draft.type != "CONSULT" or not any(calls)


def _in_person(d: Draft) -> bool:
    """Did they meet somewhere? What is only talked about ("بحثا الوضع في إدلب") has its own place."""
    return d.place is not None and d.frame.object != "about"


def _one_camp(group: Sequence[Draft], draft: Draft, a: Annotation) -> bool:
    """Did the same do it in all tellings of a deed? A rebel is not of the state that he fights."""
    if draft.type not in _GROUND:
        return True
    sides = [_camp(d, a) for d in (*group, draft)]
    told, new = frozenset().union(*sides[:-1]), sides[-1]
    return not told or told <= new or new <= told


def _camp(d: Draft, a: Annotation) -> frozenset[str]:
    """Who acts: countries, and the groups in arms by their own names."""
    known = (a.entities[e] for m in d.parts.get("actor", ()) for e in m.entities if e in a.entities)
    allied = d.type != "ASSAULT"  # who stands with a state takes ground together with it
    return frozenset(e.id if e.kind in ("armed-group", "party") and not (allied and e.sector in FOR_A_STATE) else _side(e) for e in known)


def _side(entity: Entity) -> str:
    """The state for which somebody acts; a body of many states, or a group of none, is itself."""
    return entity.country if entity.country and entity.country not in _MANY else entity.id


def _groups(d: Draft, a: Annotation) -> frozenset[str]:
    """The parties and groups in arms that act."""
    known = (a.entities[e] for m in d.parts.get("actor", ()) for e in m.entities if e in a.entities)
    return frozenset(e.id for e in known if e.kind in ("armed-group", "party"))


def _who(d: Draft, a: Annotation, part: str) -> frozenset[str]:
    return _sides(d.parts.get(part, ()), a)


def _sides(mentions: Iterable[Mention], a: Annotation) -> frozenset[str]:
    out = set()
    for m in mentions:
        for e in m.entities or ((m.stands_for,) if m.stands_for else ()):
            if e:
                entity = a.entities.get(e)
                out.add(_side(entity) if entity else e)
    return frozenset(out)


def _hit_there(harm: Draft, deed: Draft, a: Annotation) -> bool:
    """ "قتل ثلاثة تشاديين في مالي عندما انفجر لغم": is the land in which it was done told as hit, beside the victims whom the sentence names?"""
    land = frozenset([_land(harm if harm.place else deed, a)]) - {None}
    both = harm.type == deed.type == "ASSAULT" and harm.sentence == deed.sentence and harm.harm and not deed.pred.reading.conj
    victims = _named(_who(harm, a, "recipient"))
    return both and bool(land) and _who(deed, a, "recipient") == land and bool(victims) and not victims & land


def _land_beside(one: Draft, other: Draft, a: Annotation) -> frozenset[str]:
    """The land in which somebody is struck by the telling of one, where only it is told as struck by the other ("غارات على سوريا", "قصفت مواقع
    التنظيم في سوريا"); else nobody."""
    for whole, part in ((one, other), (other, one)):
        land, struck = _who(whole, a, "recipient"), _who(part, a, "recipient")
        bare = len(land) == 1 and all(m.kind in ("state", "place", "demonym") for m in whole.parts.get("recipient", ()))
        groups = bool(struck) and all(e in a.entities and a.entities[e].kind == "armed-group" for e in refs(part.parts, "recipient"))
        if bare and groups and not struck & land and land == {_land(part, a), _land(whole, a)} - {None}:
            return land
    return frozenset()


def _land(d: Draft, a: Annotation) -> str | None:
    """The country where it was done."""
    place = a.entities.get(d.place or "")
    return place.country if place is not None else None


def _named_dead(home: Sequence[Draft], toll: Draft, a: Annotation) -> list[Mention]:
    """Of the dead of an attack that was told before those who are named with the toll and of whom, by their country, that attack has told; all
    of them where it has told of nobody."""
    hit = _named(frozenset().union(*(_who(d, a, "recipient") for d in home)))
    own = {arg.mention for arg in toll.pred.args}
    return [m for m in toll.parts.get("recipient", ()) if not hit or (m in own and _sides([m], a) & hit)]


def _named(refs: frozenset[str]) -> frozenset[str]:
    """Without people of whom neither a name nor a country is told."""
    return frozenset(e for e in refs if not e.startswith("unnamed/"))


def _other_people(one: Draft, other: Draft, a: Annotation) -> bool:
    """Does a country send one man here and another there? Then they are two meetings."""
    sent: list[dict[str, set[str]]] = []
    for d in (one, other):
        people: dict[str, set[str]] = {}
        for m in (*d.parts.get("actor", ()), *d.parts.get("recipient", ())):
            for e in m.entities:
                if e.startswith("person/") and (entity := a.entities.get(e)) is not None and entity.known:
                    people.setdefault(entity.country or "", set()).add(e)
        sent.append(people)
    return any(sent[0][c].isdisjoint(sent[1][c]) for c in sent[0].keys() & sent[1].keys())


def _other_voices(one: Draft, other: Draft, a: Annotation) -> bool:
    """Do two men, or two bodies, of one side say it? A state, or its "authorities", may be either."""
    voices: list[dict[str, set[str]]] = []
    for d in (one, other):
        by: dict[str, set[str]] = {}
        for m in d.parts.get("actor", ()):
            for e in m.entities:
                entity = a.entities.get(e)
                kind = entity.kind if entity is not None and not e.endswith("-government") else ""
                by.setdefault(kind if kind in _VOICES else "", set()).add(e)
        voices.append(by)
    x, y = voices
    return len(x) == len(y) == 1 and x.keys() == y.keys() and "" not in x and all(x[k].isdisjoint(y[k]) for k in x)


def _same(one: Draft, other: Draft, a: Annotation, pack: Pack) -> bool:
    if one.type != other.type or any(y.pred.link in ANSWERED and y.pred.governor is x.pred for x, y in ((one, other), (other, one))):
        return False  # "قصفت تركيا مواقع الحزب ردا على مقتل شرطيين": it is answered with what was done before
    if one.change != other.change and not (one.type == "CONSULT" and one.status == other.status == "planned" and not (one.change and other.change)):
        return False  # "تأجيل اللقاء … وكان من المقرر عقد اللقاء": the one that was put off
    if (one.status == "denied") != (other.status == "denied"):
        return False
    signed = other.pred.kind == "verb" and any(c.definite and "AGREE" in c.types and fold(c.link) in _TAKES for c in other.pred.children)
    both = one.type == "AGREE" and one.pred.kind == other.pred.kind == "verb" and not signed
    if both and not (one.frame is other.frame and _same_matter(one, other)):
        return False  # two things agreed are two agreements; "توصلا إلى اتفاق … ووقعا الاتفاق" is one
    if one.type not in _RETOLD:
        if one.span.overlaps(other.span) and one.frame is other.frame:
            return True
        to, aimed = _who(one, a, "recipient"), _who(other, a, "recipient")
        titled = bool(one.mode) and one.mode == other.mode and not min(one.order, other.order)  # may use another word for it
        envoys = any(m.role in ENVOYS for d in (one, other) for m in d.parts.get("recipient", ()))
        stateless = all("/" in e for e in _who(other, a, "actor"))
        if one.frame is other.frame and envoys and to == aimed and stateless and one.sentence == 0 and not _dates_differ(one.date, other.date):
            return True  # "استدعت الوزارة السفير … وأن نائب الوزير، فلان، استدعى السفير": he for her
        if one.type == "ACCUSE" and _told_in_it(one, other, a, pack):
            return True
        if _other_voices(one, other, a) or (one.frame is not other.frame and _still_ahead(one, other, a, pack)):
            return False  # "أدانت حكومة إقليم كردستان القصف … وكانت وزارة الخارجية قد أدانته", "تعتزم استدعاء السفير … وأدانت القصف"
        if one.frame is other.frame and to and (to == aimed or (to < aimed and one.sentence == 0)):  # a headline names one of those thanked
            by, still = _who(one, a, "actor"), _who(other, a, "actor")
            if (by == still and one.sentence == 0) or (still and still <= by and other.pred.kind == "noun"):
                return True  # the headline's, or "استخدام روسيا الفيتو" of the veto told before
        if (
            (one.frame is other.frame or titled)
            and _who(one, a, "actor") == _who(other, a, "actor")
            and (not to or not aimed or to == aimed)
            and _same_matter(one, other)
        ):
            return True  # the headline's and the lead's
        if one.type == "ACCUSE" and {one.mode, other.mode} == {"disapprove", "allege"} and envoys:
            return False  # summoned, and accused of a deed
        if _groups(one, a) and _groups(other, a) and _groups(one, a).isdisjoint(_groups(other, a)):
            return False  # "رفضت حماس الاعتراف بإسرائيل، ورفضت الجبهة الشعبية المشاركة": of one people, and not one voice
        two = one.frame is not other.frame and "noun" not in (one.pred.kind, other.pred.kind) and _matter(one) and _matter(other)
        apart = "noun" not in (one.pred.kind, other.pred.kind) and "rel" not in (one.pred.clause.kind, other.pred.clause.kind)
        if apart and one.type == "REQUEST" and one.mode != other.mode:
            return False  # "دعا إلى محادثات، مطالبا الدول بتطبيق العقوبات"
        if two and not _same_matter(one, other):
            return False  # "طالب إسرائيل بالإفراج عن السفن، داعيا إلى تحقيق": two demands
        return one.sentence == other.sentence and _who(one, a, "actor") == _who(other, a, "actor") and (not to or not aimed or to == aimed)
    actors, others = _who(one, a, "actor"), _who(other, a, "actor")
    recipients, others_r = _who(one, a, "recipient"), _who(other, a, "recipient")
    if one.type == "PROTEST" and other.pred.kind == "noun" and other.pred.definite and one.sentence < other.sentence and not others_r:
        joined = _named(others) <= _named(actors)  # "تظاهر الآلاف في نيامي … وشارك طلاب في التظاهرة": the one that was told of
        return joined and one.status == other.status and not _dates_differ(one.date, other.date)
    if one.type == "ASSAULT" and actors and actors == others:  # "هجوم على الشرطة", "الهجوم الذي قتل فيه شرطي في كوسوفو"
        recipients, others_r = _named(recipients), _named(others_r)
    if one.type == "ASSAULT" and actors and actors == others and (land := _land_beside(one, other, a)):
        recipients = others_r = land
    if one.type == "CONSULT":
        actors, others = actors | recipients, others | others_r
        recipients = others_r = frozenset()
    told = one.sentence == other.sentence and not (actors and others) and (one.harm or other.harm)  # "مقتل جندي في قصف نفذته …"
    if one.type == "ASSAULT" and told and (not recipients or not others_r or recipients & others_r or _hit_there(one, other, a)):
        return not _dates_differ(one.date, other.date)
    clash = len(actors) > 1 > len(recipients), len(others) > 1 > len(others_r)
    blow = len(actors) == 1 == len(recipients), len(others) == 1 == len(others_r)
    if one.type == "ASSAULT" and one.sentence != other.sentence and ((clash[0] and blow[1]) or (blow[0] and clash[1])):
        return False  # clashes of two, and what one of them did to the other
    if not actors or not others:
        headline = not min(one.order, other.order) and (not recipients or not others_r or recipients & others_r)
        if one.type not in ("ASSAULT", "PROTEST", "RETREAT", "COERCE") or (recipients != others_r and not headline):
            return False
        if one.type != "RETREAT" and not recipients and not headline and not _matters(one) & _matters(other):
            return False  # two unnamed hands are one only in one matter
    elif not (actors <= others or others <= actors) or (recipients and others_r and not recipients & others_r):
        return False
    if one.mode and other.mode and one.mode != other.mode and not (actors == others and recipients == others_r and _one_blow(one, other)):
        return False
    if one.type == "SANCTION" and one.mode == "discontinue" and one.frame is not other.frame and _things(one, pack).isdisjoint(_things(other, pack)):
        return False  # trade stopped and the sky closed are two
    if one.type == "CONSULT" and (one.mode == "visit") != (other.mode == "visit"):
        return False
    if one.type == "CONSULT" and one.mode not in ("visit", "third-party") and min(len(actors), len(others)) < 2 and actors != others:
        return False
    letter = one.frame is other.frame and any(c.definite and c.link == "obj" and "CONSULT" in c.types for c in other.pred.children)
    if one.type == "CONSULT" and one.mode != "visit" and not letter and _other_people(one, other, a):  # not "وسلم الرسالة": the one told before
        return False
    most = 0 if one.mode == other.mode == "phone" else 1
    if one.type == "CONSULT" and abs(len(actors) - len(others)) > most and min(len(actors), len(others)) > 1:
        return False  # two of five is another meeting, two of three another call
    if one.type not in _SIGNED and _still_ahead(one, other, a, pack):
        return False  # "تعهدت الحركة بشن هجمات … وقتلت ستة": what is to come is not what was done
    if _dates_differ(one.date, other.date):
        return False
    alike = bool(recipients) and recipients == others_r and (actors == others or not actors or not others)
    taken_up = alike and other.pred.kind == "noun" and not other.date
    if one.background != other.background and one.type not in ("CONSULT", "SANCTION", "ASSAULT", "AGREE", "COERCE") and not taken_up:
        return False  # but "أعرب عن سعادته بعد إفراج الحركة عنهم", of the release told before
    again = one.type == "CONSULT" and actors == others and other.pred.kind == "noun" and other.pred.definite and not other.date
    return again or taken_up or one.background == other.background or (one.date is None) == (other.date is None)


def _told_in_it(one: Draft, other: Draft, a: Annotation, pack: Pack) -> bool:
    """ "تقدمت بشكوى اتهمت فيها أوغندا بالقصف": is the one brought on a paper, and the other what the same say in it?"""
    pred, tokens = other.pred, a.tokens
    behind = pack.phrase_at(tokens, pred.last) if pred.last < len(tokens) else None
    in_it = behind is not None and (behind.cls, behind.value) == ("prep-pron", IN)
    inside = in_it and one.sentence == other.sentence and pred.kind == "verb" and pred.clause.kind == "rel"
    return inside and one.frame is not other.frame and _who(one, a, "actor") == _who(other, a, "actor")


def _is_term(draft: Draft, pack: Pack) -> bool:
    """ "اتفاق يقضي بسحب القوات": is it told as what a deal lays down?"""
    over = draft.pred.governor
    return over is not None and over.kind == "verb" and fold(over.lemma) in pack.word_class("lays-down")


def _still_ahead(one: Draft, other: Draft, a: Annotation, pack: Pack) -> bool:
    """Is only one of the two still to come, and the other neither a headline of it nor the deed that a deal laid down ("بدأت كينيا سحب قواتها
    … وكان اتفاق يقضي بسحبها")?"""
    ahead, late = one.status in AHEAD, other.status in AHEAD
    if one.type == "RETREAT" and ahead != late and _on_its_day(one, other):
        return False
    return ahead != late and not (late and (_announced(one, a) or _is_term(other, pack)))


def _on_its_day(one: Draft, other: Draft) -> bool:
    """ "أقدم اليوم على سحب قواته … ستقوم ابتداء من اليوم بانسحاب": what is done on the day for which it is told as to come."""
    return one.date is not None and other.date is not None and one.date.value == other.date.value


def _announced(one: Draft, a: Annotation) -> bool:
    """Is it a headline's present ("الوزير يزور الجزائر", "العراق يستدعي السفير"), which may tell the plan that another tells below it?"""
    verb = one.pred.reading.verb
    present = verb is not None and verb.tense == "present"
    return present and one.type in ("CONSULT", "ACCUSE") and one.status == "happened" and one.date is None and is_headline(one.span, a.report.text)


def _one_blow(one: Draft, other: Draft) -> bool:
    """May two words for the means be of one blow: jets shell, and who blows himself up does so with explosives?"""
    means = {one.mode, other.mode}
    jets = any(e.endswith("-air-force") for d in (one, other) for e in refs(d.parts, "actor"))
    return means == {"explosives", "suicide-attack"} or (jets and means == {"aerial", "heavy-weapons"})


def _matter(d: Draft) -> set[str]:
    """The words of what an act is about."""
    return {fold(w) for t in d.about for w in t.text.split() if len(w) > 3}


def _same_matter(one: Draft, other: Draft) -> bool:
    """Do the words of two matters overlap (or has one none)?"""
    a, b = _matter(one), _matter(other)
    return not a or not b or len(a & b) >= 0.3 * min(len(a), len(b))


def _things(d: Draft, pack: Pack) -> set[str]:
    """The nouns that the act is about and its own word: "علق التجارة", "تعليق التجارة"; money that is given is one thing by whatever word."""
    near = [c for c in d.pred.children if c.link in ("obj", "gen")]
    told = {d.pred.lemma, *(c.lemma for c in near), *(x.lemma for c in near for x in c.children if x.link == "gen")}  # "أعلنت فرض عقوبات"
    return told if told.isdisjoint(pack.word_class("given-money")) else told | {_MONEY}


def _matters(d: Draft) -> set[str]:
    return {t.entity for t in d.about if t.entity} | ({d.place} if d.place else set())


def _dates_differ(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return False
    a, b = one.value[:10], other.value[:10]
    n = min(len(a), len(b))
    return a[:n] != b[:n]


__all__ = ["merge"]
