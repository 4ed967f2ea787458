"""What a name names: a person, a state, a place, an organisation or group, a body of a state; and newcomers."""

from __future__ import annotations

from dataclasses import replace

from khabar.annotate.holders import Holders
from khabar.annotate.memory import HEADS
from khabar.annotate.names import PRONOUNS, Hit, stripped
from khabar.annotate.people import People
from khabar.annotate.reading import AND, COMMAS, Part, Reading, country_of
from khabar.lemmas import known
from khabar.model import Entity, Mention
from khabar.world import OF_NO_STATE, Place

_STATE = "state/"
_BARE_BODIES = frozenset(("army", "government", "parliament", "junta"))  # so short a name, and never another thing
_OF_CAPITALS = _BARE_BODIES | {"mfa", "delegation"}  # named by the seat of their state; not embassies, nor a city's own police
_LOCAL = ("armed-group", "party", "people-group")
_HALF_YEAR = 6  # months, as the next two
_AHEAD = 12
_CALLED = 8  # tokens from a ministry to the word that it summons, and to the envoy
_SERVES = 4  # tokens from an envoy's title to the place where he serves
_BREWING = 3
_FOR, _ABROAD, _IN = "ل", "ب", "في"
_FEW = 3  # states that a report is about
_MORE = 7  # tokens that tell what else a ministry is for
_QUOTES = frozenset(("«", "»", '"', "“", "”"))
_TWO_WORDS = 2
_NISBA = "ية"
_THEIRS = ("ته", "تها", "تهم", "تنا")  # a noun with its owner
_SHADDA = "\u0651"
_RULES = frozenset(("state", "government-body"))
_DEFENCE, _GOVERNMENT = "mod", "government"


class Things(Part):
    """See the module."""

    def __init__(self, reading: Reading, people: People, holders: Holders) -> None:
        super().__init__(reading)
        self.people, self.holders = people, holders

    def names_here(self, i: int, hits: list[Hit]) -> list[Mention]:
        if not hits:
            return self.people.surname(i, hits)
        people: list[Hit] = []
        others: list[Hit] = []
        bodies: list[Hit] = []
        for h in hits:
            if h.name.what == "entity":
                (people if h.name.ref.startswith("person/") else others).append(h)
            elif h.name.what in ("body", "body-of"):
                bodies.append(h)
        people = [h for h in people if self.people.may_be_meant(h) and not self.people.is_namesake(i, h.name.ref) and self.people.stands_alone(i, h)]
        if people and self.people.is_tail(i) and not people[0].conj and not people[0].prep:
            return []  # "محمد علي" in "أحمد محمد علي": the tail of another's name
        if people and people[0].stop >= max((h.stop for h in others), default=0):
            best = [h for h in people if h.stop == people[0].stop]
            ref = best[0].name.ref if len(best) == 1 else self.people.choose([h.name.ref for h in best], None)
            ref = ref or self.holders.titles.of_title_behind([h.name.ref for h in best], people[0].stop)
            if ref and ref not in self.memory.entities and (met := self.people.tail_of(i, people[0].stop) or self.people.met_as(i, people[0])):
                ref = met  # "محمود علي يوسف … وقال علي يوسف", "الوزير كيم سونغ هوان … وقال كيم"
            if ref:
                return self._person(i, ref, people[0])
            return [
                self.reading.mention(
                    i,
                    people[0].stop,
                    (),
                    "person",
                    "name.ambiguous",
                    candidates=tuple(dict.fromkeys(h.name.ref for h in best)),
                    conj=best[0].conj,
                    prep=best[0].prep,
                )
            ]
        if others and (bearer := self.people.borne_by_met(i, others[0])) is not None:
            return self._person(i, bearer, others[0])
        if others and not (bodies and bodies[0].stop > others[0].stop):
            return self._entity_at(i, others)
        if bodies and (body := self.body(i, bodies)):
            return body
        return self.people.surname(i, hits)

    def _person(self, i: int, ref: str, hit: Hit) -> list[Mention]:
        if i and self.names.reference(i - 1, "kin") is not None and not self._is_his(i - 1):
            return self._relative(i, ref, hit)
        end = self.people.whole_name(ref, hit.stop)
        stop, first = self.holders.titles_after(ref, end)
        role, qualifier, of = (first.role, first.qualifier, first.of) if first else (None, None, None)
        if qualifier != "former":
            self.memory.stands_for(ref, of)
        country = self.memory.entity(ref).country
        if role is None:
            held = [t for t in self.world.held(ref, None, self.day) if t.since] if self.day else []
            role = (
                self.people.foremost(held) if held else next((m.role for m in reversed(self.memory.recent) if m.entities == (ref,) and m.role), None)
            )
            role = role or self._reigns_by_title(i, ref)
        self.people.remember(ref, i, end)
        return [
            self.reading.mention(
                i, stop, (ref,), "person", "name", role=role, country=country, conj=hit.conj, prep=hit.prep, qualifier=qualifier, of=of
            )
        ]

    def _is_elsewhere(self, place: Place, stop: int) -> bool:
        """ "مقر الأمم المتحدة في صنعاء": a house of that name in a town of another land is not the one that we know."""
        at = stop + (stop < self.names.stop and self.tokens[stop].fold == _IN)
        hits = self.names.hits(at) if at < self.names.stop else []
        towns = (self.world.places.get(h.name.ref) for h in hits if at > stop or h.prep == _ABROAD)
        return any(town is not None and town.country and town.country != place.country for town in towns)

    def _reigns_by_title(self, i: int, ref: str) -> str | None:
        """ "الملك عبدالله الثاني" in a report of no known day: the head of a state, by the title that his name begins with or stands behind."""
        titles = (self.names.reference(k, "back") for k in (i, i - 1) if k >= 0)
        reigns = any(t is not None and self.memory.reigns(self.memory.origin(ref), t.value) for t in titles)
        return HEADS[0] if reigns and self.world.held(ref, HEADS[0], None) else None

    def _is_his(self, k: int) -> bool:
        """ "خلفا لوالده علي خامنئي": does a pronoun end the word for a kinsman, who is the man named behind it; not "والدة" in a text with dots?"""
        return self.reading.dots and self.tokens[k].form.endswith(PRONOUNS)

    def _relative(self, i: int, ref: str, hit: Hit) -> list[Mention]:
        """Somebody of a man's family, not the man: "شقيق بشار الأسد"; by the name that follows, where one does."""
        person, stop = self.people.person_at(hit.stop, None) if hit.stop < self.names.stop else (None, hit.stop)
        stop = stop if person else hit.stop
        person = person or self.people.unknown_person(i - 1, stop, None, None)
        conj, prep = self.names.particles(i - 1)
        country = self.memory.origin(ref)
        return [self.reading.mention(i - 1, stop, (person,), "person", "name.kin", conj=conj, prep=prep, country=country)]

    def _entity_at(self, i: int, hits: list[Hit]) -> list[Mention]:
        best = [h for h in hits if h.stop == hits[0].stop and (h.conj, h.prep) == (hits[0].conj, hits[0].prep)]
        since = self.names.reference(i, "name-since")
        if self._of_a_state(best[0]) or self._of_strangers(best[0]) or self._qualifies(i, best[0]):
            return []
        if since and i + len(since.tokens) == best[0].stop and (self.day or since.value) < since.value:
            return []  # "الدولة الإسلامية" before there was a group of that name
        refs = [r for r in dict.fromkeys(h.name.ref for h in best) if not self.reading.of_others(r, i, best[0].stop) and not self._is_to_come(r)]
        refs = [r for r in refs if not (r.startswith("instrument/") and self._is_announced(i, best[0].stop))]
        if (met := self._of_its_kind_met(i, best[0])) is not None:
            refs = [met]
        if not refs:
            return []
        if len(refs) > 1:
            refs = self._decide(refs, i)
        hit = best[0]
        behind = self.tokens[hit.stop].fold if hit.stop < self.names.stop else ""
        if behind in self.pack.word_class("of-sport") or (behind in self.pack.word_class("venue-after") and refs[0].startswith("place/")):
            return []  # "الاتحاد الأوروبي لكرة القدم", "الأندلس مول"
        if refs[0].startswith("place/") and hit.stop == i + 1 and not (hit.conj or hit.prep) and self._ends_name(i):
            return []  # "رافائيل باردو"
        if refs[0].startswith("place/") and self.tokens[i].fold in self.pack.word_class("city-noun"):
            city = next((h for h in self.names.hits(hit.stop) if h.name.ref.startswith("place/") and not (h.conj or h.prep)), None)
            if city is not None and self.world.places[city.name.ref].kind == "capital":
                refs, hit = [city.name.ref], replace(city, conj=hit.conj, prep=hit.prep)  # the name decides where the demonym is a slip
        if len(refs) != 1:
            kind = self.world.entities[refs[0]].kind
            return [self.reading.mention(i, hit.stop, (), kind, "name.ambiguous", candidates=tuple(refs), conj=hit.conj, prep=hit.prep)]
        ref = refs[0]
        entity = self.world.entities[ref]
        place = self.world.places.get(ref)
        if place is not None and self._at_seat(i + 1) and self._is_elsewhere(place, hit.stop):
            return []  # but "أزمة دارفور في الدوحة" tells of Darfur
        stop = self._after_entity(hit.stop, entity)
        bloc = self.tokens[i].fold.removeprefix(hit.conj + hit.prep) in self.pack.word_class("bloc")  # the council itself, not its members
        kind = "group" if entity.members and entity.kind != "gathering" and not bloc else entity.kind
        entities = entity.members if kind == "group" else (ref,)
        self.memory.entities.setdefault(ref, entity)
        if entity.kind == "conflict":
            self.people.remember_inside(i + 1, stop)
        return [
            self.reading.mention(
                i,
                stop,
                entities,
                kind,
                "name",
                country=entity.country,
                conj=hit.conj,
                prep=hit.prep,
                stands_for=place.stood_for(self.day) or None if place else None,
            )
        ]

    def _ends_name(self, i: int) -> bool:
        """Does a foreign first name, which is no other word, stand before token i in the same phrase?"""
        return i > 0 and not self.reading.ends_mention(i) and self.people.is_given(i - 1) and not known(self.tokens[i - 1].form)

    def _of_its_kind_met(self, i: int, hit: Hit) -> str | None:
        """ "الكونغرس" after "الكونغرس البيروفي": the body of a state whose name begins with the word by which alone the text calls the best known of
        such bodies, of which the report has not spoken."""
        if hit.stop != i + 1 or hit.name.ref in self.memory.entities or self.world.entities[hit.name.ref].kind != "government-body":
            return None
        met = self.memory.headed(self.tokens[i].fold.removeprefix(hit.conj + hit.prep).removeprefix("ال"))
        return met.entities[0] if met is not None and met.kind == "government-body" and met.entities[0] in self.world.entities else None

    def _is_to_come(self, ref: str) -> bool:
        """Is it a gathering or agreement of more than a year, a war of more than some months, after the report: another with that name?"""
        war = self.world.conflicts.get(ref)
        date = war.since if war is not None else self.world.dates.get(ref, "")
        day = self.day or (self.reading.spans[-1][1] if self.reading.spans else None)
        if not day or len(date) < 4:
            return False
        begin = date if len(date) >= 7 else f"{date[:4]}-01"
        return _months(begin) - _months(day) > (_BREWING if war is not None else _AHEAD)

    def _qualifies(self, i: int, hit: Hit) -> bool:
        """Is a place's name of one word with the ending of an adjective one, behind its noun: "الحقبة الناصرية"?"""
        alone = hit.article and hit.stop == i + 1 and not (hit.conj or hit.prep) and hit.name.ref.startswith("place/")
        if not alone or not i or not self.tokens[i].form.endswith(_NISBA) or self.reading.ends_mention(i) or not self.reading.is_definite(i - 1):
            return False
        return self.tokens[i - 1].form.endswith(_NISBA[1:]) and self.tokens[i - 1].fold not in self.pack.word_class("city-noun")

    def _of_a_state(self, hit: Hit) -> bool:
        """Does a demonym make a body that is of no state one of that state's: "قوات حفظ السلام الروسية"?"""
        entity = self.world.entities[hit.name.ref]
        if entity.kind != "organisation" or entity.country != "UNO":
            return False
        return any(h.name.what == "adjective" and h.article and not h.conj and h.name.ref.startswith(_STATE) for h in self.names.hits(hit.stop))

    def _of_strangers(self, hit: Hit) -> bool:
        """Do demonyms of states that are no members of it stand behind an organisation's name of two words: "مجلس التعاون التركي اليوناني"?"""
        members = self.world.entities[hit.name.ref].members
        if len(hit.name.tokens) != _TWO_WORDS or not members or self.world.entities[hit.name.ref].kind != "organisation":
            return False
        told = [h.name.ref for h in self.names.hits(hit.stop) if h.name.what == "adjective" and h.article and not h.conj]
        return any(ref.startswith(_STATE) for ref in told) and not set(told) & set(members)

    def _after_entity(self, stop: int, entity: Entity) -> int:
        """ "إدلب السورية": a demonym of the place's own state belongs to its name."""
        if stop < self.names.stop and entity.country:
            for h in self.names.hits(stop):
                if h.name.what == "adjective" and h.article and h.name.ref == f"state/{entity.country}" and not h.conj:
                    return h.stop
        return stop

    def _decide(self, refs: list[str], i: int) -> list[str]:
        """Of several things with one name: the one met before, a state before its own capital, one of the countries met."""
        if city := self._city(refs, i):
            return city
        met = [r for r in refs if r in self.memory.entities]
        if len(met) == 1:
            return met
        if self.day and len(dated := [r for r in refs if r.startswith("gathering/") and self._recently(r)]) == 1:
            return dated
        if len(signed := [r for r in refs if not self._is_unsigned(r)]) == 1 and all(r.startswith("instrument/") for r in refs):
            return signed  # "اتفاقية الدوحة" in 2010 is not that of 2011
        states = [r for r in refs if r.startswith("state/")]
        others = [r for r in refs if self.world.entities[r].country not in {country_of(s) for s in states}]
        if len(states) == 1 and not others:
            return states
        if states and others:  # عمان: Oman, or the capital of Jordan
            count = {r: self.topic.backing[self.world.entities[r].country or ""] for r in refs}
            most = max(count.values())
            best = [r for r in refs if count[r] == most]
            if len(best) == 1:
                return best
            return states[:1] if self._acts(i) or self._listed_with_state(i) else refs
        governing = [r for r in refs if self.world.holders("head-of-government", r, self.day)]
        if len(governing) == 1:
            return governing  # "حكومة طرابلس": the one that there was on the day
        organisations = [r for r in refs if not r.startswith("place/")]
        if len(organisations) == 1:
            return organisations
        countries = {e.country for e in self.memory.entities.values()}
        near = [r for r in refs if self.world.entities[r].country in countries]
        if len(near) == 1:
            return near
        backing = {r: self.topic.backing[self.world.entities[r].country or ""] for r in refs}
        backed = [r for r in refs if backing[r] and backing[r] == max(backing.values())]
        if len(backed) == 1 and all(r.startswith("place/") or self.world.entities[r].kind in _LOCAL for r in refs):
            return backed  # "القنيطرة": that in Syria or that in Morocco
        touched = [r for r in refs if self.topic.touches(self.world.matters.get(r) or frozenset())]
        if len(touched) == 1 and all(r.startswith(("instrument/", "gathering/")) for r in refs):
            return touched  # "اتفاقية الدوحة": that on Darfur or that with the Taliban
        capitals = [r for r in refs if r in self.world.places and self.world.places[r].kind == "capital"]
        return capitals if len(capitals) == 1 else refs

    def _city(self, refs: list[str], i: int) -> list[str]:
        """The one city among things of one name, where vowel marks or "the capital" before it say so ("عَمّان", "العاصمة عمان")."""
        cities = [r for r in refs if r.startswith("place/")]
        doubled = self.names.reference(i, "doubled")
        told = bool(doubled) and _SHADDA in self.tokens[i].form
        return cities if len(cities) == 1 and (told or (i and self.tokens[i - 1].fold in self.pack.word_class("city-noun"))) else []

    def _acts(self, i: int) -> bool:
        return i > 0 and self.reading.is_verb(i - 1)

    def _listed_with_state(self, i: int) -> bool:
        """Does "and" or a comma join the name to a state before it, or "and" a state behind it to the name?"""
        before = self.memory.mentions[-1] if self.memory.mentions else None
        if before is not None and before.kind == "state" and all(t.fold in COMMAS for t in self.tokens[before.last : i]):
            return True
        return any(h.name.ref.startswith("state/") and h.conj for h in self.names.hits(i + 1))

    def _recently(self, gathering: str) -> bool:
        """Was the gathering within half a year of the report?"""
        date = self.world.dates.get(gathering, "")
        return len(date) >= 7 and abs(_months(date) - _months(self.day or "")) <= _HALF_YEAR

    def _is_unsigned(self, ref: str) -> bool:
        """Is it an agreement of which the date is more than a month after the report?"""
        date = self.world.dates.get(ref, "")
        return bool(self.day) and len(date) >= len("2000-01") and _months(date) - _months(self.day or "") > 1

    def body(self, i: int, hits: list[Hit]) -> list[Mention]:
        for h in hits:
            if h.name.what not in ("body", "body-of"):
                continue
            if i and h.stop == i + 1 and self.tokens[i - 1].fold in self.pack.word_class("affairs-of") | self.pack.word_class("at-sea"):
                continue  # "الشؤون الداخلية العراقية"
            if h.name.ref == _DEFENCE and h.prep and h.stop < self.names.stop and self.tokens[h.stop].fold in self.pack.word_class("defended"):
                continue  # "نقاتل للدفاع عن أنفسنا"
            owner = self._owner_state(h.stop, h.name.what == "body", both=bool(h.conj)) or self._owner_past_more(h)
            if owner is None and h.name.what == "body" and (org := self._of_organisation(h.stop)):
                country = self.world.entities[org.name.ref].country
                return [self.reading.mention(i, org.stop, (org.name.ref,), "organisation", "body.of", country=country, conj=h.conj, prep=h.prep)]
            if owner is None and h.name.what == "body-of" and (h.name.ref in _OF_CAPITALS or self._is_seated_abroad(h)):
                owner = self._by_capital(h.stop)
            if owner is None and (shared := self._shared_owner(h.stop, h.name.what == "body-of")):
                owner = shared, h.stop
            owner = owner or self._of_its_army(h.stop) or self._of_its_men(h) or self._of_sovereign(h.stop) or self._belonging_to(h)
            if owner and not owner[0].startswith(_STATE):  # "الجيش الحوثي"
                whose = self.world.entities[owner[0]]
                return [self.reading.mention(i, owner[1], (whose.id,), whose.kind, "body.of", country=whose.country, conj=h.conj, prep=h.prep)]
            if owner:
                owners, stop = [owner[0]], owner[1]
                while stop < self.names.stop and (more := self.reading.next_owner(stop)) and (self._dual(i) or self._adjectives(stop)):
                    owners.append(more[0])
                    stop = more[1]
                # "وفدا الحكومة اليمنية والحوثيين": a group is a side of its own, only states have bodies without a row of their own
                refs = tuple(self.memory.body_of(h.name.ref, o) if o.startswith(_STATE) else o for o in owners)
                if len(owners) == 1 and self._dual(i) and h.stop < stop:  # "وزارتا الخارجية والعدل المغربيتان": the second is told by its short name
                    second = (x.name.ref for x in self.names.hits(h.stop) if x.conj and x.name.what == "body" and x.stop < stop)
                    refs += tuple(self.memory.body_of(slug, owners[0]) for slug in second)[:1]
                return [
                    self.reading.mention(
                        i,
                        stop,
                        refs,
                        "government-body",
                        "body",
                        country=self.memory.entity(refs[0]).country if len(refs) == 1 else None,
                        conj=h.conj,
                        prep=h.prep,
                    )
                ]
            if h.name.what == "body" and h.name.ref not in self.pack.word_class("body-abroad") and (land := self.reading.in_land(h.stop)):
                ref = self.memory.body_of(h.name.ref, land[0])
                country = self.memory.entity(ref).country
                return [self.reading.mention(i, h.stop, (ref,), "government-body", "body", country=country, conj=h.conj, prep=h.prep)]
            if h.name.what == "body" and (ruled := self._of_its_government(h.stop)) is not None:
                ref = self.memory.body_of(h.name.ref, ruled)
                country = self.memory.entity(ref).country
                return [self.reading.mention(i, h.stop, (ref,), "government-body", "body", country=country, conj=h.conj, prep=h.prep)]
            goes_on = h.stop + 1 < self.names.stop
            bare = h.name.ref in _BARE_BODIES or (goes_on and self.tokens[h.stop].fold in self.pack.word_class("federal"))
            if h.name.what == "body" and bare and goes_on and (state := self._in_land_after(h.stop)):
                ref = self.memory.body_of(h.name.ref, state)
                country = self.memory.entity(ref).country
                return [self.reading.mention(i, h.stop + 1, (ref,), "government-body", "body", country=country, conj=h.conj, prep=h.prep)]
            apart = h.name.ref == "army" and self._is_told_apart(h.stop)
            apart = apart or (h.name.ref == "presidency" and self.reading.is_chair(h.stop))
            adjective = apart or (h.stop == i + 1 and (self._is_adjective(i) or self._in_post(i)))
            apart = apart or (h.name.ref == "army" and i > 0 and self.tokens[i - 1].fold in self.pack.word_class("this"))  # "هذه القوات"
            apart = apart or self._of_a_union(h.stop)
            apart = apart or any(g.stop > h.stop and g.name.what == "body" for g in hits)  # "المجلس الوطني الانتخابي"
            if h.name.what == "body" and not (adjective or apart) and (region := self._of_region(h)):
                country = self.memory.entity(region).country
                return [self.reading.mention(i, h.stop, (region,), "government-body", "body.of", country=country, conj=h.conj, prep=h.prep)]
            if h.name.what == "body" and not (adjective or apart) and not self.names.reference(i, "pair"):
                if (org_again := self._of_same_organisation(i, h)) is not None:
                    country = self.memory.entity(org_again).country
                    return [self.reading.mention(i, h.stop, (org_again,), "organisation", "body.again", country=country, conj=h.conj, prep=h.prep)]
                issuer = self._issuer(i, h) or self._headed_behind(h) or self._host_of_summoned(h)
                before = None if issuer or self.memory.scene_before(i) else self._again(i, h)
                before = before or (self.memory.body_of(h.name.ref, state) if (state := issuer or self._whose(i, h)) else None)
                before = self._by_who_reigns(h.name.ref, self._house(i, h, before))
                unarmed = h.name.ref == "army" and self.memory.entity(before).country in self.pack.word_class("unarmed") if before else False
                if before and not (unarmed or self._is_called_otherwise(before, i, h)):
                    before = self._of_those_who_have(h.name.ref, before)
                    country = self.memory.entity(before).country
                    stop = self.reading.behind_loyal(h.stop)
                    return [self.reading.mention(i, stop, (before,), "government-body", "body.again", country=country, conj=h.conj, prep=h.prep)]
        return []

    def _of_its_men(self, hit: Hit) -> tuple[str, int] | None:
        """ "حرس الحدود الأفغان": the state whose people the men of such a force are, which their name tells in the plural, as no adjective does."""
        if hit.name.what != "body" or hit.name.ref not in self.pack.word_class("men-on-guard") or hit.stop >= self.names.stop:
            return None
        theirs = (h for h in self.names.hits(hit.stop) if h.name.what == "people" and h.article and not (h.conj or h.prep))
        return next(((h.name.ref, h.stop) for h in theirs if h.name.ref.startswith(_STATE)), None)

    def _of_region(self, hit: Hit) -> str | None:
        """The part of a state that the report is about and that has such bodies of its own: "قوات الأمن" in a report from Puntland."""
        army = hit.name.ref == "army"
        region = self.topic.region if army or hit.name.ref in self.pack.word_class("regional-body") else None
        return region if not army or region in self.pack.word_class("own-army") else None

    def _house(self, i: int, hit: Hit, body: str | None) -> str | None:
        """ "مجلس الأمة" in a report on Iraq and Kuwait: of the parliaments that few states call so the one of a state that the report is about."""
        phrase = self.names.reference(i, "house") if hit.name.ref == "parliament" else None
        if phrase is None or (body is not None and self.memory.entity(body).country in phrase.value.split()):
            return body
        states = (s for s in (self.reading.published_in, *self.topic.ranked) if s and country_of(s) in phrase.value.split())
        state = next(states, None)
        return self.memory.body_of(hit.name.ref, state) if state else None

    def _by_who_reigns(self, slug: str, body: str | None) -> str | None:
        """ "الديوان الملكي" in a report on Syria and Jordan, "الرئاسة" in one on Egypt and Jordan: of a state that has a king, or has none."""
        throne = slug in self.pack.word_class("of-a-throne")
        if not (throne or (body and slug in self.pack.word_class("of-a-republic"))):
            return body
        if body and self.memory.is_monarchy(self.memory.entity(body).country) is throne:
            return body
        fit = (s for s in self.topic.ranked if s.startswith("state/") and self.memory.is_monarchy(country_of(s)) is throne)
        return self.memory.body_of(slug, state) if (state := next(fit, None)) else body

    def _is_called_otherwise(self, body: str, i: int, hit: Hit) -> bool:
        """ "الجمعية الوطنية" in a report on a land whose parliament is a council: do the names that the world has for a house begin otherwise?"""
        own = self.world.heads.get(body, ()) if hit.name.ref == "parliament" and hit.stop > i + 1 else ()
        return bool(own) and self.tokens[i].fold.removeprefix(hit.conj + hit.prep).removeprefix("ال") not in own

    def _of_those_who_have(self, slug: str, body: str) -> str:
        """ "المجلس العسكري" in a report on France and Mali: of bodies that few states have the one that the world has of a state of the report."""
        if slug not in self.pack.word_class("few-have") or body in self.world.heads:
            return body
        own = (f"org/{(country_of(s) or '').lower()}-{slug}" for s in self.topic.ranked)
        return next((b for b in own if b in self.world.heads), body)  # with a row of its own

    def _of_organisation(self, j: int) -> Hit | None:
        """The organisation of several states that a body belongs to: "المجلس الوزاري لمنظمة التعاون"."""
        hits = self.names.hits(j) if j < self.names.stop else ()
        orgs = (h for h in hits if h.prep == _FOR and not h.conj and h.name.what == "entity")
        return next((h for h in orgs if self.world.entities[h.name.ref].kind == "organisation"), None)

    def _issuer(self, i: int, hit: Hit) -> str | None:
        """The state of the dateline, where a body without an owner issues a text: "الرباط - عبر المغرب عن أسفه …، وفق بلاغ لوزارة الخارجية"."""
        issued = i > 0 and hit.prep == _FOR and self.tokens[i - 1].fold in self.pack.word_class("issued-text")
        state = (self.memory.subject_state(i) or self.topic.dateline) if issued else None  # "قالت جيبوتي، في بيان لوزارة الخارجية"
        return state if state and self.topic.touches([state]) else None

    def _host_of_summoned(self, hit: Hit) -> str | None:
        """ "استدعت وزارة الخارجية السفير التركي في بغداد": whose ministry calls in the envoy who serves there."""
        if hit.name.ref != "mfa":
            return None
        near = range(hit.stop, min(hit.stop + _CALLED, self.names.stop))
        envoys = self.pack.word_class("sent")
        at = next((k for k in near if any(h.name.what == "post" and h.name.ref in envoys for h in self.names.hits(k))), None)
        calls = self.pack.word_class("summons")
        if at is None or not any(self.tokens[k].fold in calls for k in range(max(0, hit.stop - _CALLED), at)):
            return None
        return next((state for k in range(at + 1, min(at + _SERVES, self.names.stop)) if (state := self.holders.titles.in_capital(k))), None)

    def _is_announced(self, i: int, stop: int) -> bool:
        """ "بعد إعلان أديس أبابا توقيعها مذكرة": does a capital announce what it has done, and is no declaration called after it?"""
        deed = self.tokens[stop].fold if stop < self.names.stop else ""
        return self.tokens[i].fold in self.pack.word_class("announcing") and deed.endswith(PRONOUNS) and not self.names.hits(stop)

    def _of_same_organisation(self, i: int, hit: Hit) -> str | None:
        """ "المجلس الوزاري" after "المجلس الوزاري للجامعة العربية": the organisation whose body was the last that was called by these words."""
        words = [t.fold for t in self.tokens[i : hit.stop]]
        words[0] = words[0].removeprefix(hit.conj + hit.prep)
        told = (m for m in reversed(self.memory.recent) if m.rule.startswith("body") and len(m.entities) == 1)
        last = next((m for m in told if [t.fold for t in self.tokens[m.first : m.last]][: len(words)] == words), None)
        return last.entities[0] if last is not None and last.rule == "body.of" and last.kind == "organisation" else None

    def _again(self, i: int, hit: Hit) -> str | None:
        """The body of this kind that was named last; not one of a state of which the report has ceased to speak, where another acts."""
        if self._at_seat(i):
            return None
        if hit.name.ref in _BARE_BODIES and (namesake := self.memory.namesake(self.tokens[i].fold, hit.name.ref)) is not None:
            return namesake
        before = self.memory.body(hit.name.ref, self.topic.home)
        here = self.memory.place_here() if before and hit.name.ref in self.pack.word_class("local-body") else None
        if here:
            return self.memory.body_of(hit.name.ref, here)  # "تظاهر المئات في حيفا، فاعتقلت الشرطة": that of the place
        if hit.name.ref in _BARE_BODIES and (host := self.memory.invited_to(i)) is not None:
            return self.memory.body_of(hit.name.ref, host)
        scene = self.memory.where_only() if hit.name.ref in _BARE_BODIES else None
        if scene in self.topic.ranked[:_FEW] and scene:
            return self.memory.body_of(hit.name.ref, scene)  # "اضطرابات في بانكوك حيث يدعو محتجون للانقلاب على الحكومة"
        apart = hit.stop < self.names.stop and self.tokens[hit.stop].fold in self.pack.word_class("state-forces")
        if apart and hit.name.ref == "army" and (there := self.memory.place_here()) in self.topic.ranked[:_FEW] and there:
            return self.memory.body_of(hit.name.ref, there)  # "أرسلت كينيا قوات إلى شرق الكونغو لدعم القوات الحكومية"
        abroad = hit.name.ref in self.pack.word_class("body-abroad")
        if before and not abroad and not self.memory.speaks_of(self.memory.entity(before).country):
            state = self._whose(i, hit) or self.memory.homeland_state()
            return self.memory.body_of(hit.name.ref, state) if state else before
        return before

    def _at_seat(self, i: int) -> bool:
        """Is the seat of the body named ("وصل إلى مقر وزارة الخارجية"), so that it is that of the place and not the visitor's?"""
        return i > 0 and self.tokens[i - 1].fold in self.pack.word_class("seat")

    def _in_land_after(self, j: int) -> str | None:
        """The state that "in" brings behind a definite adjective: "السلطات العسكرية في النيجر"."""
        adjective = self.tokens[j]
        if adjective.kind != "word" or not adjective.fold.startswith("ال") or self.names.hits(j) or self.reading.is_verb(j):
            return None
        return land[0] if (land := self.reading.in_land(j + 1)) else None

    def _is_adjective(self, i: int) -> bool:
        """Does "الخارجية" stand behind a definite noun, so that it is an adjective: "سياسته الخارجية", "الشؤون الخارجية"?"""
        if not i or not self.tokens[i].form.endswith(_NISBA) or self.tokens[i - 1].kind != "word" or self.reading.is_verb(i - 1):
            return False
        if self.tokens[i - 1].fold.startswith(_FOR + _FOR) and not self.names.hits(i - 1):
            return True  # "مركز للعلاقات الخارجية"
        before = self.memory.mentions[-1] if self.memory.mentions else None
        if before is not None and before.kind == "state" and before.last == i and before.rule == "name" and not any(self.names.particles(i)):
            return True  # "علاقات أرمينيا الخارجية", "ديون مصر الخارجية"
        return self.reading.is_definite(i - 1) or self.tokens[i - 1].form.endswith(_THEIRS)

    def _of_a_union(self, j: int) -> bool:
        """Does the adjective of an organisation follow, so that the body is none of a state's: "المصرف المركزي الأوروبي"?"""
        hits = self.names.hits(j) if j < self.names.stop else ()
        return any(h.name.what == "adjective" and h.article and not h.conj and h.name.ref.startswith("org/") for h in hits)

    def _in_post(self, i: int) -> bool:
        """Is "الخارجية" part of a title whose holders are not told: "وزراء الخارجية العرب"?"""
        return i > 0 and any(h.name.what == "post" and h.stop > i for h in self.names.hits(i - 1))

    def _is_told_apart(self, j: int) -> bool:
        """Does an adjective make forces others than a state's army: "القوات الموالية لهم"?"""
        if j >= self.names.stop or not self.reading.is_definite(j) or self.names.reference(j, "qualifier"):
            return False
        if self.tokens[j].fold in self.pack.word_class("state-forces") or self.reading.behind_loyal(j) > j:
            return False
        return not self.names.hits(j) and not self.reading.is_verb(j)

    def theirs(self, i: int) -> list[Mention]:
        """ "وزارة خارجيتها", "في بيان لخارجيتها": the body of whoever acts."""
        hit = self.reading.theirs(i)
        if hit is None:
            return []
        if (sender := self._sends(hit)) is not None:
            entity = self.memory.entity(sender)
            return [self.reading.mention(i, hit.stop, (sender,), entity.kind, "body.theirs", country=entity.country, conj=hit.conj, prep=hit.prep)]
        country = self.memory.entity(hit.name.ref).country
        return [self.reading.mention(i, hit.stop, (hit.name.ref,), "government-body", "body.theirs", country=country, conj=hit.conj, prep=hit.prep)]

    def _sends(self, hit: Hit) -> str | None:
        """ "أعلنت الأمم المتحدة أن بعثتها في كولومبيا": the body of many states that acts in the sentence, where a mission is its."""
        slug = hit.name.ref.partition("-")[2]
        begin = self.memory.sentences[self.memory.sentence].first
        acts = next((m for m in self.memory.mentions[-_FEW:] if m.first >= begin and not self.memory.governed(m)), None)
        of_many = acts is not None and len(acts.entities) == 1 and acts.country in OF_NO_STATE
        return acts.entities[0] if acts is not None and of_many and slug in self.pack.word_class("body-abroad") else None

    def _whose(self, i: int, hit: Hit) -> str | None:
        """The state of a body that stands without one: the report's; of forces, that of the place; of a government, that of who acts."""
        if hit.name.ref in self.pack.word_class("local-body"):
            return self.memory.place_here() or self.topic.home
        if (led := self._led_by(hit.stop)) is not None:
            return led
        in_arms = self.world.bodies[hit.name.ref][2] == "MIL" and not self._at_seat(i)
        if in_arms and (theirs := self.memory.arms_of() or self.memory.at_war(self.topic.home)):
            return theirs  # "اتهمت قوات الدعم السريع سلاح الجو", "أفاد شويغو بأن سلاح الجو"
        if hit.name.ref == "army" and not self.topic.mostly and len(self.memory.states_near()) > 1:
            acts, here = self.memory.acting_state(), self.memory.where_here()
            return acts if here in (None, acts) else None  # between two states that fight, and where one of them is only visited
        if self._at_seat(i):
            return self.memory.last_place(len(self.memory.mentions)) or self.topic.home
        if hit.stop - i > 1 and self._tells(i) and (state := self.memory.subject_state(i)) is not None:
            return state  # "استدعت الفيلبين سفير الصين، حسبما قالت وزارة الخارجية"
        if hit.stop - i > 1 or hit.name.ref in _BARE_BODIES:
            own = hit.name.ref in _BARE_BODIES and (hit.name.ref != "army" or self.reading.opens(i))  # "طالبت واشنطن بسحب القوات"
            who = self.memory.acting_state() or self.memory.homeland_state() if own else None
            ahead = self._ahead(hit.stop) if hit.name.ref in _BARE_BODIES else None
            return self.memory.scene_before(i) or self.topic.home or who or self.topic.dateline or ahead
        return None

    def _led_by(self, j: int) -> str | None:
        """ "الحرس الرئاسي بقيادة الجنرال عبد الرحمن تياني": the state of the man who leads a body, right behind it."""
        if j >= self.names.stop or self.tokens[j].fold not in self.pack.word_class("led-by"):
            return None
        k = self.names.past_address(j + 1)
        person, _ = self.people.person_at(k, None) if k < self.names.stop else (None, k)
        state = f"state/{self.memory.origin(person)}" if person else ""
        return state if state in self.world.entities else None

    def _headed_behind(self, hit: Hit) -> str | None:
        """ "مكتب رئيس الوزراء أرييل شارون": the state that the man heads whose name stands right behind his office."""
        if hit.name.ref not in self.pack.word_class("heads-office") or hit.stop >= self.names.stop:
            return None
        person, _ = self.people.person_at(hit.stop, None)
        return self.memory.headed_by(person) if person else None

    def _tells(self, i: int) -> bool:
        """Does a word like "according to", with a verb or without, stand before token i?"""
        return any(self.tokens[k].fold in self.pack.word_class("cited") | self.pack.word_class("as-told") for k in range(max(0, i - 2), i))

    def _ahead(self, j: int) -> str | None:
        """The one state where the sentence goes on to say that it happens: "بحثت الحكومة والمعارضة في السودان"."""
        states = set()
        for k in range(j, self.names.stop):
            inside = self.tokens[k - 1].fold in self.pack.word_class("of-land")
            for h in self.names.hits(k):
                if h.name.what == "entity" and h.name.ref.split("/")[0] in ("state", "place") and (inside or h.prep == "ب"):
                    states.add(f"state/{self.world.entities[h.name.ref].country}")
        return states.pop() if len(states) == 1 and states <= self.world.entities.keys() else None

    def _dual(self, i: int) -> bool:
        """Is the head word a dual or plural construct ("وزارتي الدفاع في روسيا وتركيا")?"""
        return any(i_form.endswith(("تا", "تي", "ات", "ان", "ين")) for i_form in stripped(self.tokens[i].fold))

    def _of_its_army(self, j: int) -> tuple[str, int] | None:
        """The state of a body that stands behind the one of which it is a part, and the token after it: "هيئة الأركان العامة للجيش الشمالي"."""
        bodies = (h for h in self.names.hits(j) if h.name.what == "body" and h.prep == _FOR and not h.conj)
        whole = next(bodies, None)
        return self._owner_state(whole.stop, True) if whole is not None else None

    def _of_its_government(self, j: int) -> str | None:
        """ "وزارة الخارجية بالحكومة", "وزارة الداخلية في الحكومة" after "رئيس حكومة الوحدة فلان": the state of a ministry that is told with its
        government: whose stands behind that, else of the government, or the head of one, that was named last."""
        inside = j + 1 < self.names.stop and self.tokens[j].fold == _IN
        hits = self.names.hits(j + inside) if j < self.names.stop else ()
        ruling = (h for h in hits if h.name.what == "body" and h.name.ref == _GOVERNMENT and not h.conj and h.prep == ("" if inside else _ABROAD))
        government = next(ruling, None)
        if government is None:
            named = (h.name.ref for h in hits if h.name.what == "entity" and not h.conj and h.prep == ("" if inside else _ABROAD))
            rules = next((ref for ref in named if self.world.entities[ref].kind == "government-body"), None)  # "بحكومة الوحدة الوطنية"
            own = rules is not None and (HEADS[1], rules) not in self.world.tenures_of and _GOVERNMENT in rules
            return self.memory.state_of(self.world.entities[rules].country) if own and rules is not None else None
        if (owner := self._owner_state(government.stop, True)) is not None:
            return owner[0] if owner[0].startswith(_STATE) else None
        met = (m for m in reversed(self.memory.recent) if m.role == HEADS[1] or any(e.endswith(f"-{_GOVERNMENT}") for e in m.entities))
        return next((s for m in met if (s := self.memory.state_of(m.country))), None)

    def _belonging_to(self, body: Hit) -> tuple[str, int] | None:
        """ "التلفزيون الرسمي لسلطنة عمان", "للنظام السوري": the state of a body that is told with "of" it, and the token behind it."""
        if body.name.ref not in self.pack.word_class("body-of-it") or body.stop >= self.names.stop:
            return None
        owners = (h for h in self.names.hits(body.stop) if h.prep == _FOR and not h.conj and h.name.what == "entity")
        owner = next((h for h in owners if self.world.entities[h.name.ref].kind in _RULES), None)
        state = f"state/{self.world.entities[owner.name.ref].country}" if owner is not None else ""
        return (state, owner.stop) if owner is not None and state in self.world.entities else None

    def _of_sovereign(self, j: int) -> tuple[str, int] | None:
        """ "سفارة خادم الحرمين الشريفين": the state of the head whose own title stands for it, and the token behind that."""
        own = self.names.reference(j, "own-title") if j < self.names.stop and not any(self.names.particles(j)) else None
        return (f"{_STATE}{own.value}", j + len(own.tokens)) if own is not None else None

    def _adjectives(self, j: int) -> bool:
        """ "الشرطة الفرنسية والبلجيكية": does a second nationality follow the first, so that each has a body of its own?"""
        first = any(h.name.what == "adjective" and h.article and h.stop == j for h in self.names.hits(j - 1))
        return first and any(h.name.what == "adjective" and h.article and h.conj == AND for h in self.names.hits(j))

    def _shared_owner(self, j: int, construct: bool) -> str | None:
        """ "السفارة والقنصلية السعوديتين", "سفارة وقنصلية السعودية": the state that stands behind a second body; behind any second noun of a
        construct, "حكومة وشعب الكويت"."""
        for second in self.names.hits(j):
            if second.name.what in ("body", "body-of") and second.conj and not second.prep:
                owner = self._owner_state(second.stop, second.name.what == "body", both=True)
                return owner[0] if owner is not None else None
        word = self.tokens[j].form if construct and j + 1 < self.names.stop and not self.names.hits(j) else ""
        if not word.startswith(AND) or not known(word[1:]) or self.reading.is_definite(j):
            return None
        owner = self._owner_state(j + 1, adjective=False)
        return owner[0] if owner is not None else None

    def _owner_state(self, j: int, adjective: bool, both: bool = False) -> tuple[str, int] | None:
        """The state of a body right behind it, and the token after it. both: it may be that of two ("السعوديتين")."""
        if j >= self.names.stop:
            return None
        for h in self.names.hits(j):
            if h.conj or h.prep or not h.name.ref.startswith("state/"):
                continue
            if h.name.what == "adjective" and h.article and (h.name.number == "s" or adjective or (both and h.name.number == "d")):
                return h.name.ref, h.stop  # "خفر السواحل الفيليبينيون"
            if h.name.what == "entity" and not adjective and not self.holders.titles.begins_name(j, h):
                return h.name.ref, h.stop
        kingdom = None if adjective or self.names.hits(j) or any(self.names.particles(j)) else self.reading.kingdom(j)
        if kingdom:
            return kingdom, j + 1  # "حكومة المملكة"
        if not adjective and not any(self.names.particles(j)) and (occupier := self.reading.occupier(j)):
            return occupier, j + 1  # "شرطة الاحتلال"
        if adjective and (beyond := self._past_adjective(j)):
            return beyond
        return self.holders.titles.half(j)  # "المحكمة العليا الكورية"

    def _past_adjective(self, j: int) -> tuple[str, int] | None:
        """The demonym behind one more adjective, of the same gender, and the token after it: "السلطات الكردية العراقية"."""
        word = self.tokens[j]
        named = any(h.name.what != "adjective" or h.name.ref.startswith("state/") for h in self.names.hits(j))
        if word.kind != "word" or not word.fold.startswith("ال") or named or self.reading.is_verb(j) or j + 1 >= self.names.stop:
            return None
        same = self.tokens[j + 1].fold.endswith("ه") == word.fold.endswith("ه")
        hits = (h for h in self.names.hits(j + 1) if h.name.what == "adjective" and h.article and not h.conj and h.name.number == "s")
        return next(((h.name.ref, h.stop) for h in hits if same and h.name.ref.startswith("state/")), None)

    def _owner_past_more(self, h: Hit) -> tuple[str, int] | None:
        """ "وزارة الخارجية والشؤون الأوروبية المالطية": the state of a ministry behind what else it is for."""
        j, words = h.stop, self.pack.word_class("ministry-too")
        if h.name.what != "body" or j >= self.names.stop or not self.tokens[j].fold.startswith(AND):
            return None
        while j < min(self.names.stop, h.stop + _MORE) and self.tokens[j].fold.removeprefix(AND).removeprefix(_ABROAD) in words:
            j += 1
        return self._owner_state(j, True) if h.stop < j < self.names.stop else None

    def _is_seated_abroad(self, h: Hit) -> bool:
        """ "سفارة أبوظبي لدى مقديشو", "سفارة باريس هناك": is the city behind a mission not where it stands, as that is told behind it?"""
        if h.name.ref not in self.pack.word_class("body-abroad") or h.stop + 1 >= self.names.stop:
            return False
        behind = self.tokens[h.stop + 1].fold
        seated = any(n.prep == "ب" and n.name.ref.startswith(("place/", "state/")) for n in self.names.hits(h.stop + 1))
        return seated or any(behind in self.pack.word_class(cls) for cls in ("of-land", "there"))

    def _by_capital(self, j: int) -> tuple[str, int] | None:
        """Whose seat stands right behind a body, and the token after it: "سلطات بكين", "وفد صنعاء"; not behind "in" (`in_land`)."""
        if self.tokens[j - 1].fold in self.pack.word_class("of-land"):
            return None
        seats = [h for h in (self.names.hits(j) if j < self.names.stop else ()) if not (h.conj or h.prep) and h.name.ref in self.world.places]
        ruler = self.world.places[seats[0].name.ref].stood_for(self.day) if seats else ""
        return (ruler, seats[0].stop) if ruler else None

    def stranger(self, i: int, hits: list[Hit]) -> list[Mention]:
        """A foreign name that nobody knows behind a form of address: "السيد روبير فونتين سفير فرنسا"."""
        j = self.names.past_address(i)
        return self.newcomer(j, [], titled=True) if i < j < self.names.stop and self.people.is_foreign(j) else []

    def newcomer(self, i: int, hits: list[Hit], titled: bool = False) -> list[Mention]:
        """A full name of somebody whom nobody knows, without a title before it: "وقال رياض الناكوع", "مستشار الوزارة، فيصل العواضي".

        titled: behind a form of address, where it need not begin with a given name.
        """
        if met := self.people.called(i):
            return met
        joined = not titled and self.people.is_joined(i)
        if not (titled or joined or self.people.is_given(i) or self.people.is_articled(i)):
            return []
        verb = any(r.kind == "verb" and not r.conj for r in self.pack.readings(self.tokens[i].fold))
        thing = i > 0 and self.tokens[i - 1].fold in self.pack.word_class("named-thing")
        ranked = i > 0 and self.names.reference(i - 1, "honorific") is not None  # "واللواء ناصر العبد"
        verb = verb and not (ranked or (i and self.tokens[i - 1].fold in self.pack.word_class("courtesy")))  # "سعادة ناصر بن محمد"
        stop = self.people.unknown_name(i, joined=joined)
        if verb or thing or not (joined or self._stands_as_name(i) or self._is_met(i, stop)) or self.people.is_tail(i):
            return []  # "طالب السيسي": he demanded
        stop += bool(stop) and self._is_nisba_of_house(stop)
        marked = stop and i and stop < len(self.tokens) and self.tokens[i - 1].fold in _QUOTES and self.tokens[stop].fold in _QUOTES
        if marked and not (self.people.is_given(i) and self._ends_at_office(stop + 1)):
            return []  # "شركة «مون إكسبريس»": a person's name needs no marks
        noun = bool(stop) and known(self.tokens[i].form) and self.tokens[i + 1].fold not in self.pack.word_class("name-particle")
        whole = (h for h in self.names.hits(i + 1) if noun and h.name.what == "entity" and not (h.conj or h.prep))
        if any(h.name.ref.startswith("person/") and h.stop == stop > i + 2 for h in whole):
            return []  # "سلامة روبرت موغابي مضمونة"
        last = stop - 1
        listed = joined and bool(stop) and (stop >= self.names.stop or self.tokens[stop].kind != "word" or self.tokens[stop].fold.startswith(AND))
        if joined and self.people.ends_in_leader(last):
            return []  # "رئيسا نيجيريا والنيجر محمد بخاري ومحمد يوسفو"
        short = stop == i + 2 and not listed and not self.people.is_family_or_given(last)
        if stop == i + 2 and (self.people.are_two(i) or self.people.is_owned(i)):
            return []  # "التقى كيري لافروف", "خليفة مهاتير"
        if stop and self.tokens[i].fold in self.pack.word_class("by-name") and self.reading.is_definite(last) and known(self.tokens[last].form):
            return []  # "باسم الإسلام"
        if stop and i and self.tokens[i - 1].fold in self.pack.word_class("settlement"):
            return []  # "منطقة غيل باوزير"
        if short and any(h.name.what == "surname" for h in hits):
            return []  # "نفى عون الأمر"
        if short and known(self.tokens[i].form) and not ranked:
            return []  # "لم يكن وليد اللحظة"
        if stop == i + 2 and any(h.name.ref.startswith("place/") and not (h.conj or h.prep) for h in self.names.hits(last)):
            return []  # "أمين الطائف": his office
        ends = listed or (titled and self._ends_at_post(stop))
        if not (stop and ends) and (
            not stop or (known(self.tokens[last].form) and not self.tokens[last].fold.startswith("ال") and not self.people.is_given(last))
        ):
            return []
        before = self.memory.mentions[-1] if self.memory.mentions else None
        body = None
        if before is not None and before.kind == "government-body" and all(t.kind != "word" for t in self.tokens[before.last : i]):
            body = before.entities[0]  # "مستشار وزارة الإعلام، فلان": of that body
        known_as = self._ends_in_known(i, stop) or self.people.shortened(i, stop) or self.people.without_father(i, stop)
        known_as = known_as or self.people.one_slip(i, stop)
        person = known_as or self.people.unknown_person(i, stop, body, "GOV" if body else None, cut=len(AND) if joined else 0)
        self.people.remember(person, i, stop)
        entity = self.memory.entity(person)
        if not entity.country and before is not None and self._is_of_his(before, i):
            entity = self.memory.entities[person] = replace(entity, country=before.country)  # "الطيار الروسي فلان"
        if not entity.country and (home := self._home_behind(stop)):
            self.memory.entities[person] = replace(entity, country=home)
        country = self.memory.entity(person).country
        person, stop, title = self.holders.introduced(i, stop, person)
        entity, role = self.memory.entity(person), title.role if title else None
        if title and title.of and not country and not entity.known:
            body = title.of  # "فيصل اليوسف، المتحدث باسم المجلس"
        rule = "name" if entity.known else "name.new"
        conj = AND if joined else ""
        if before is not None and before.rule == "agent.man" and before.last == i:  # "البريطانية نازنين زاغري": one person
            self.memory.mentions.pop()
            i, conj, prep = before.first, before.conj, before.prep
            return [self.reading.mention(i, stop, (person,), "person", rule, role=role, of=body, country=entity.country, conj=conj, prep=prep)]
        return [self.reading.mention(i, stop, (person,), "person", rule, role=role, of=body, country=entity.country, conj=conj)]

    def item(self) -> list[Mention]:
        """ "- علي سيني سانو: وزير الاقتصاد والمالية": the name with which an item of a list begins, with its title behind a colon."""
        first = i = self.reading.sentences[self.memory.sentence].first
        while i < self.names.stop and (self.tokens[i].kind != "word" or self.names.reference(i, "honorific")):
            i += 1
        stop = next((k for k in range(i + 2, min(i + 6, self.names.stop)) if self.tokens[k].fold == ":"), 0) if i > first else 0
        if not stop or not self.holders.is_item(stop) or any(self.names.particles(i)):
            return []
        posts = (h for h in self.names.hits(stop + 1) if h.name.what == "post" and h.name.number == "s" and not (h.conj or h.prep))
        if next(posts, None) is None or any(self.tokens[k].kind != "word" for k in range(i, stop)):
            return []
        if any(h.name.what not in ("surname", "people") and not h.name.ref.startswith("person/") for k in range(i, stop) for h in self.names.hits(k)):
            return []
        if any(h.name.what == "entity" and h.stop == stop for h in self.names.hits(i)):
            return []  # of somebody known
        person = self.people.one_slip(i, stop) or self.people.unknown_person(i, stop, None, None)
        self.people.remember(person, i, stop)
        person, end, title = self.holders.introduced(i, stop, person)
        entity, role = self.memory.entity(person), title.role if title else None
        rule = "name" if entity.known else "name.new"
        return [self.reading.mention(i, end, (person,), "person", rule, role=role, of=title.of if title else None, country=entity.country)]

    def _is_nisba_of_house(self, j: int) -> bool:
        """ "أحمد سالم الكندي سفير الكويت": does a man's family name stand at token j that looks like a nationality, with his title right behind?"""
        hits = self.names.hits(j) if j + 1 < self.names.stop and self.people.is_given(j - 1) else ()
        nation = any(h.name.what == "adjective" and h.name.gender == "m" and h.name.number == "s" and h.article and not h.conj for h in hits)
        return nation and any(h.name.what == "post" and not (h.conj or h.prep) and h.name.number == "s" for h in self.names.hits(j + 1))

    def _ends_at_office(self, j: int) -> bool:
        """Does a comma with a title stand behind the mark that closes a name: "«غسان المجالي»، السفير الأردني"?"""
        return j + 1 < self.names.stop and self.tokens[j].fold in COMMAS and self.names.is_office(j + 1, words=1)

    def _home_behind(self, j: int) -> str | None:
        """The state of which somebody is whose nationality stands behind the name: "نازنين زاغري البريطانية"."""
        if j >= self.names.stop:
            return None
        hits = (h for h in self.names.hits(j) if h.name.what == "adjective" and h.name.number == "s" and h.article and not (h.conj or h.prep))
        refs = {h.name.ref for h in hits if h.name.ref.startswith("state/")}
        return country_of(refs.pop()) if len(refs) == 1 else None

    def _ends_at_post(self, j: int) -> bool:
        """Does a mark or the title of a post stand at token j?"""
        return j >= self.names.stop or self.tokens[j].kind != "word" or any(h.name.what == "post" and not h.conj for h in self.names.hits(j))

    def _ends_in_known(self, i: int, stop: int) -> str | None:
        """Whose full name stands behind a word that men of religion and their houses put before it: "سيد عباس عراقجي"."""
        if self.tokens[i].fold not in self.pack.word_class("before-name"):
            return None
        known = {h.name.ref for h in self.names.hits(i + 1) if h.stop == stop and h.name.ref.startswith("person/") and len(h.name.tokens) > 1}
        known = {p for p in known if self.people.is_of_here(p)}
        return known.pop() if len(known) == 1 else None

    def _is_of_his(self, before: Mention, i: int) -> bool:
        """Does a mention end before the name at token i that says of which state its bearer is: "الجاسوس الروسي السابق فلان"?"""
        beside = before.last == i or (before.last == i - 1 and self.names.reference(i - 1, "qualifier") is not None)
        return beside and bool(before.country) and (before.kind == "demonym" or before.rule.startswith("agent"))

    def _is_met(self, i: int, stop: int) -> bool:
        """ "خلال لقاء أحمد البكر مساعد وزير الخارجية", "التقى الوزير أمس أحمد البكر، مستشار الرئيس": does a name stand behind a verbal noun or a
        day, with its bearer's title right behind it?"""
        readings = (r for r in self.pack.readings(self.tokens[i - 1].fold) if r.kind == "noun" and not (r.article or r.pronoun))
        deed = any(r.lemma in self.pack.noun_frames for r in readings)
        if not stop or not (deed or i - 1 in self.people.dated):
            return False
        title = stop + 1 if stop < self.names.stop and self.tokens[stop].fold in COMMAS and not deed else stop
        titled = title < self.names.stop and (self.names.reference(title, "deputy") or any(h.name.what == "post" for h in self.names.hits(title)))
        return bool(titled) and not any(self.names.particles(title))

    def _stands_as_name(self, i: int) -> bool:
        """Does a given name stand behind a mark, a title or a verb, or is it no word of the language?"""
        if i == 0 or self.tokens[i - 1].kind != "word" or not known(self.tokens[i].form):
            return True
        if self.reading.is_definite(i - 1) and (not self.reading.ends_mention(i) or self.memory.mentions[-1].kind == "demonym"):
            return True  # "الروائي وليد علاء الدين", "الجنرال الأميركي ديفيد ماكيرنان"
        told = self.pack.phrase_at(self.tokens, i - 1)
        if told is not None and told.cls == "comp":
            return True  # "أشار إلى أن عبد المنعم الهوني"
        phrase = self.names.reference(i - 1, "honorific")
        return phrase is not None or any(r.kind == "verb" for r in self.pack.readings(self.tokens[i - 1].fold))


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])
