"""Who holds a post: by the name behind its title, by the day, by what the report said before; else the office itself."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from khabar.annotate.callings import Callings
from khabar.annotate.memory import HEADS
from khabar.annotate.names import PRONOUNS, Hit, stripped
from khabar.annotate.people import People
from khabar.annotate.reading import AND, COMMAS, Part, Reading, Title, country_of
from khabar.annotate.titles import HEAD_OF, HEAD_OF_BODY, Titles
from khabar.annotate.whose import Whose
from khabar.lemmas import known
from khabar.model import Entity, Issue, Mention, Span
from khabar.text import QUOTE_MARKS, fold

_IN = "في"
_FOR = "ل"
_STATELESS = "IMG"  # country of bands of no state
_MARKS = COMMAS | {"؛"}  # between a name and the post of its bearer
_THE = "ال"
_OF_THE = "لل"
_WHOLE_DAY = len("2000-01-01")
_BACK = 6  # mentions of a sentence before a post
_LATELY = 6  # months
_FORTNIGHT = 14  # days
_REMEMBERED = 4  # years in which "the former president" is the last one, where only one left
_SENT = ("envoy", "special-envoy", "special-representative", "chief-negotiator")
_HEADING = ("director-general", "secretary-general", "president-of-commission", "council-president")


_RAPPORTEUR = "special-rapporteur"
_MINISTER = "minister"  # of anything that has no slug
_SHORT_OF = 3  # letters of "for him"
_OPENS_SPEECH = frozenset((":", *QUOTE_MARKS))
_HIGH = 3  # level of a post in posts.tsv that the head of a state may have as well
_NAMES = 5  # tokens of a name in quotation marks
_SAID_OF = 8  # tokens between a presidency that speaks and its president
_LED = ("armed-group", "party")
_SHORT_NAME = 3  # tokens
_LONG_SURNAME = 6  # letters
_NISBA = ("ي", "ية")
_NEW = 3  # tokens between a title and "new": "رئيس الحكومة الصومالية الجديد"


@dataclass(slots=True)
class _Titled:
    """A title while its bearer is looked for: at token ``i``, with its particles; tokens[name_at:stop] are the name behind it (0: none), of the
    person ``known`` where it is known whose."""

    i: int
    post: Title
    conj: str
    prep: str
    deputy: str | None
    name_at: int = 0
    known: str | None = None
    stop: int = 0
    role: str = ""


class Holders(Part):
    """See the module."""

    def __init__(self, reading: Reading, people: People, titles: Titles) -> None:
        super().__init__(reading)
        self.people, self.titles = people, titles
        self.whose = Whose(reading, titles)
        self.callings = Callings(reading, titles)
        self._alone: frozenset[str] | None = None
        self.sent: dict[str, tuple[str, str, str | None]] = {}  # post, owner, host of holders without a name: "سفير تركيا في طهران"
        self.of_office = 0  # the token behind a post that somebody holds or held: "شغل منصب نائب رئيس وزراء ماليزيا"

    def holder(self, i: int, post: Title, conj: str, prep: str, deputy: str | None) -> list[Mention]:
        """A single post: with the name that follows it, else its holder on the day, else what was said before."""
        at = _Titled(i, post, conj, prep, deputy)
        stages = (self._named_before, self._behind_it, self._of_an_office, self._of_nobody, self._of_a_land, self._of_whom_he_serves)
        for stage in stages:
            read = stage(at)
            if read is not None:
                return read
        self._doubt_name(at)
        return self._borne(at)

    def _open(self, at: _Titled) -> list[Mention]:
        """The title alone, of which the text does not tell whose it is."""
        return [self.reading.mention(at.i, at.post.stop, (), "role", "post.open", role=at.post.slug, conj=at.conj, prep=at.prep)]

    def _his(self, at: _Titled, person: str, country: str | None, *, of: str | None = None, qualifier: str | None = None) -> list[Mention]:
        """The title as that of a person whom the report has told of, without a name behind it."""
        post, i = at.post, at.i
        mention = self.reading.mention(
            i, post.stop, (person,), "person", "post", role=post.slug, conj=at.conj, prep=at.prep, qualifier=qualifier, of=of, country=country
        )
        return [mention]

    def _named_before(self, at: _Titled) -> list[Mention] | None:
        """Of whom the report named with just this title, before any name behind it is looked for."""
        post = at.post
        if not (post.of or at.deputy) and post.words == 1 and (throned := self._throned(at.i, post, at.conj, at.prep)):
            return throned
        if post.of and at.deputy is None and post.qualifier is None and (met := self._by_his_name(post)) is not None:
            return self._his(at, met, self.memory.origin(met))
        return None

    def _behind_it(self, at: _Titled) -> list[Mention] | None:
        """Looks for the name behind the title, with or without the land that "in" tells: "وزير الدفاع في الإكوادور غوستافو لاريا"."""
        post, deputy = at.post, at.deputy
        at.name_at, at.known, at.stop = self.titles.name_after(post)
        if at.name_at and at.known is None and not (post.of or deputy) and self._is_received(at.i, post, at.name_at):
            at.name_at, at.stop = 0, post.stop  # "استقبل وزير الخارجية، بيتر ماورر رئيس الصليب الأحمر": whom he received
        if not at.name_at and post.of and not deputy and (apart_named := self._named_apart(at.i, post)) is not None:
            return self._his(at, apart_named, country_of(post.of), of=post.of)
        leads = post.slug in self.pack.word_class("leads-in")  # the name has been found over a group that counted as one that nobody knows
        if not post.of and (leads or not at.name_at) and (land := self._seated_in(post)):
            seated = replace(post, of=land[0], stop=land[1])
            if (named := self.titles.name_after(seated))[0]:
                at.post, (at.name_at, at.known, at.stop) = seated, named
            elif post.slug.endswith("spokesperson"):
                at.post = seated
            elif self._is_told(land[1]) or (deputy and self.memory.same_post(f"deputy-{post.slug}") is None):
                at.post = replace(post, of=land[0])  # "وزير الخارجية في ميانمار الذي عينه العسكر", "نائب رئيس الوزراء في جمهورية فيتنام"
        return None

    def _of_an_office(self, at: _Titled) -> list[Mention] | None:
        """A title that is only that of an office: whose head is named, which somebody has taken, or which heads another in a chain of titles."""
        i, post = at.i, at.post
        if at.name_at and at.known is None and self._heads_office(i, at.prep):  # "مدير مكتب وزير الخارجية فلان": his name, not the minister's
            person = self.people.unknown_person(at.name_at, at.stop, post.of)
            self.people.remember(person, at.name_at, at.stop)
            return [self.reading.mention(at.name_at, at.stop, (person,), "person", "name.new", country=self.memory.entity(person).country)]
        if not at.name_at and i and (self.tokens[i - 1].fold in self.pack.word_class("the-office") or (at.conj == AND and i == self.of_office)):
            self.of_office = post.stop
            return []  # "تولى منصب نائب رئيس وزراء ماليزيا ووزير المالية": no man
        if not at.name_at and post.slug in self.pack.word_class("of-many") and (chain := self._named_behind(post)):
            at.post, (at.name_at, at.known, at.stop) = chain
        return None

    def _of_nobody(self, at: _Titled) -> list[Mention] | None:
        """A title whose bearer the text leaves open: of a land that is no state, a predicate, of a branch, of then, of a post just taken."""
        i, post = at.i, at.post
        if post.fresh and post.slug in HEADS and not (post.of or at.name_at) and self._is_of_a_land(post.stop):
            return self._open(at)
        if not (at.name_at or post.of or at.deputy or at.conj or at.prep) and "minister" in post.slug and (host := self._host_met(i)) is not None:
            at.post = post = replace(post, of=host)
        if not (at.name_at or post.of or at.deputy) and self._is_anybodys(i, post, at.conj):
            return self._open(at)
        if not at.name_at and post.of and (self._is_predicate(i) or self._leads_branch(post)):
            return self._open(at)  # not today's
        if not at.name_at and self.titles.past_then(post.stop) > post.stop:
            return self._open(at)  # "الرئيس حينذاك": not today's
        if at.prep == _FOR and not (post.of or at.name_at or at.deputy) and (theirs := self.whose.accompanied(i)):
            at.post = post = replace(post, of=theirs)  # "الوفد الكوبي المرافق للرئيس"
        if post.slug in HEADS and post.of and not (at.name_at or at.deputy or post.qualifier) and self._is_toppled(i):
            if (gone := self._gone(post)) is not None:
                return self._his(at, gone, country_of(post.of), of=post.of, qualifier="former")
            if any(_is_near(t.since, self.day or "") for t in self.world.holders(post.slug, post.of, self.day)):
                return self._open(at)
        return None

    def _of_a_land(self, at: _Titled) -> list[Mention] | None:
        """Looks for the land of a title in the words beside it, and leaves those open that are of none: a mission's, a local one's."""
        i, post = at.i, at.post
        in_cabinet = (post.slug in HEADS or "minister" in post.slug) and not (post.of or at.name_at or at.deputy)
        if at.conj == AND and in_cabinet and (joined := self.whose.joined_office(i, post.slug)):
            at.post = post = replace(post, of=joined)  # "فيجي للقاء رئيس وزرائها ووزير الخارجية"
        sent = post.slug in self.pack.word_class("sent") or post.qualifier == "former"  # "الأمين العام السابق للجامعة وزير الخارجية السابق فلان"
        sent = sent and not at.name_at and (post.of or "").startswith("org/")
        if sent and (chain := self._named_behind(post, short=True)) and chain[0].qualifier == "former":
            at.post = post = replace(post, stop=chain[0].stop)  # "مبعوث الأمم المتحدة رئيس نيجيريا السابق فلان": one man
            at.name_at, at.known, at.stop = chain[1]
        if at.deputy == "deputy" and not at.name_at and (second := self._second_title(i, post)):
            return self.holder(i, second, at.conj, at.prep, None)
        if not at.name_at and not post.of and post.words == 1 and self._names_follow(post.stop):
            return self._open(at)
        if not post.of and not at.name_at and "minister" in post.slug and self._at_mission(post.stop):
            return []  # "وزير الشؤون الاقتصادية في السفارة": a counsellor
        apart = post.stop < self.names.stop and self.tokens[post.stop].fold in self.pack.word_class("not-the-state")
        apart = apart or any(t.fold in self.pack.word_class("not-the-state") for t in self.tokens[i + post.words : post.stop])
        if apart and post.of and not at.name_at and not post.of.startswith("state/"):  # "زعيم حركة طالبان المحلية": of a branch of it
            return self._open(at)
        if not post.of and (apart or self.names.reference(post.stop, "half")):
            return self._open(at)  # "وزير الداخلية المحلي"
        home = post.stop < self.names.stop and self.tokens[post.stop].fold in self.pack.word_class("the-country")
        if self._is_a_states(post) and home and not (post.of or at.name_at) and (here := self.memory.place_here() or self.topic.home) is not None:
            at.post = replace(post, of=here, stop=post.stop + 1)  # "استقبله رئيس وزراء البلاد زوران زائيف"
            at.name_at, at.known, at.stop = self.titles.name_after(at.post)
        return None

    def _is_a_states(self, post: Title) -> bool:
        """Is it a post that each state has its own of?"""
        return post.slug in HEADS or "minister" in post.slug or post.slug in self.pack.word_class("whose")

    def _of_whom_he_serves(self, at: _Titled) -> list[Mention] | None:
        """A title without the article, whose next word is no name of its bearer: whom he serves, what he heads, whose it is."""
        i, post = at.i, at.post
        definite = self.tokens[i + post.words - 1].fold.removeprefix(AND).removeprefix("ب").startswith(_THE)  # "والجالية بالخارج"
        bare = self._is_a_states(post) and not (post.of or at.deputy or definite) and post.words > 1
        if at.known is not None and bare and self._is_served(at.known, post):
            at.post = post = replace(post, of=f"state/{self.memory.origin(at.known)}", stop=at.stop, mans=True)
            at.name_at, at.known, at.stop = self.titles.name_after(post)
            bare = False
        if bare and not at.known:
            if (again := self._of_what_he_heads(post)) is not None:
                return self._his(replace(at, post=replace(post, stop=post.stop + 1)), again, self.memory.entity(again).country)
            return []  # "رئيس وزراء …": what follows is whose it is, and no name of a man
        whose = self.names.hits(i + post.words) if post.of and i + post.words < self.names.stop else ()
        told = post.stop > i + post.words  # not "زيارة وزير خارجيتها لأثينا"
        if told and not (definite or at.name_at or at.deputy) and whose and all(h.prep == "ل" and not h.conj for h in whose):
            return []  # "سيكون هناك سفير للسعودية": anybody
        return None

    def _doubt_name(self, at: _Titled) -> None:
        """Leaves out a known name behind the title that is not its bearer's, and goes on to the bearer behind the name of the chief he serves."""
        post, known = at.post, at.known
        if known is not None and at.deputy is None and self._is_not_its_bearer(at, known):
            at.name_at, at.known, at.stop = 0, None, post.stop
        elif known is not None and self._is_chief(known, post, at.deputy is not None):
            post.stop = at.stop
            self._serves_here(post, known)
            post.of = post.of or next((t.of for t in self.world.held(known, post.slug, self.day)), None) or self.memory.headed_by(known)
            at.name_at, at.known, at.stop = self.titles.name_after(post)  # "مستشار الرئيس الأميركي دونالد ترامب للشؤون الأفريقية مسعد بولس"

    def _is_not_its_bearer(self, at: _Titled, known: str) -> bool:
        """Is the known name behind the title another's: whom its bearer charges, chooses or appoints, or who has the next title?"""
        alone = at.stop == at.name_at + 1
        return (
            self._is_another(known, at.post)  # "كلف الرئيس التونسي السيد مساهل بنقل تحياته"
            or (alone and self._is_charged_by(known, at.post))  # "كلف العاهل الأردني الخصاونة بتشكيل الحكومة"
            or self._is_chosen_by(known, at.post, at.i)  # "عين الرئيس التونسي هشام المشيشي رئيسا للحكومة"
            or (alone and self._is_appointed(known, at.post))  # "كلف الأمين العام باشيليت بالمهمة", who was named with another post
            or self._is_next(known, at.post)  # "الوزير المكلف بديوان رئيس الجمهورية، المختار ولد أجاي"
            or (alone and self._is_any(at))  # "الأولى لوزير دفاع روسي", no Rossi
        )

    def _is_any(self, at: _Titled) -> bool:
        """Is what seems to be a surname behind a title without article the adjective of a land?"""
        indefinite = not self.tokens[at.name_at - 1].fold.startswith(_THE)
        return indefinite and any(h.name.what == "adjective" and not h.article for h in self.names.hits(at.name_at))

    def _borne(self, at: _Titled) -> list[Mention]:
        """Who bears the title: whom its name tells, else whom the day and the report do, else its nameless holder."""
        post = at.post
        at.role = {"": post.slug, "adviser": "adviser"}.get(at.deputy or "", f"deputy-{post.slug}")
        if at.known is not None:
            person: str | None = at.known
            at.role = self._presides(at.known) if at.role == HEADS[0] and post.words == 1 else at.role
            if not at.deputy and post.of and not post.qualifier and self.titles.past_then(post.stop) == post.stop:
                self._check_role(at.known, post, Span(self.tokens[at.i].start, self.tokens[at.stop - 1].stop))
        elif at.name_at:
            joined = post.of or (self.whose.joined_state(at.i, post.slug) if at.conj else self.whose.escorted(at.i))
            person = self.people.unknown_person(at.name_at, at.stop, joined or self._spoken_for(post))
        else:
            at.stop = post.stop
            person = self._in_passing(at)
            if person is None and not self._is_of_capacity(at):
                person = self._told_elsewhere(at) or self._named_in_front(at)
        if person is None:
            return self._nameless(at.i, post, at.role, at.conj, at.prep)
        self.people.remember(person, at.name_at, at.stop)
        if post.qualifier != "former":
            self.memory.stands_for(person, post.of)
        return [
            self.reading.mention(
                at.i,
                self.titles_after(person, at.stop)[0] if at.name_at else at.stop,
                (person,),
                "person",
                "post",
                role=at.role,
                conj=at.conj,
                prep=at.prep,
                qualifier=post.qualifier,
                of=post.of,
                country=country_of(post.of) or self.memory.entity(person).country,
            )
        ]

    def _in_passing(self, at: _Titled) -> str | None:
        """Who leaves the post, or goes on speaking, at the title without a name."""
        if at.post.qualifier or at.deputy:
            return None
        return self._outgoing(at.i, at.post) or self._speaks_on(at.i, at.post)

    def _told_elsewhere(self, at: _Titled) -> str | None:
        """The bearer of a title without a name: by the terms of office, else by what the report says of who comes and went."""
        i, post = at.i, at.post
        if not post.qualifier and (holder := self._by_table(i, at.role, post, at.deputy)) and self._suits(holder, i):
            at.role = self._presides(holder) if at.role == HEADS[0] and not post.of else at.role
            return holder
        if not (self.day or post.qualifier or post.fresh or at.deputy) and (only := self._only_one_named(post)) is not None:
            return only
        coming = self._elect(post) if not (post.qualifier or at.deputy) else None
        if coming and coming in self.memory.entities and self._suits(coming, i):
            return coming  # "الرئيسة الكورية" after "الرئيسة المنتخبة", while a man is president
        if post.qualifier == "former" and not at.deputy and (met := self._formerly(post)):
            return met
        if post.qualifier == "acting" and post.of and not at.deputy:
            named = (m for m in reversed(self.memory.recent) if m.qualifier == "acting" and (m.role, m.of) == (post.slug, post.of))
            return next((m.entities[0] for m in named if len(m.entities) == 1), None)  # "وزير خارجية السودان المكلف", who was named
        return self._elect(post) if post.qualifier == "designate" and not at.deputy else None

    def _only_one_named(self, post: Title) -> str | None:
        """ "رئيس وزراء أرمينيا … باشينيان" in a report whose day is not known: of those who have held the post the one whom it names anywhere."""
        held = {t.person for t in self.world.tenures_of.get((post.slug, post.of or ""), ())}
        named = held & self._named_alone() if held else held
        return named.pop() if len(named) == 1 else None

    def _named_alone(self) -> frozenset[str]:
        """The people whose names in the report tell of them alone: looked for once for all its titles."""
        if self._alone is None:
            hits = ((k, h) for k, found in self.topic.all_hits() for h in found if h.name.ref.startswith("person/"))
            self._alone = frozenset(h.name.ref for k, h in hits if self._tells_him(k, h))
        return self._alone

    def _tells_him(self, k: int, hit: Hit) -> bool:
        """Does the name at token k tell of that man alone, not as of who held a post before, nor as the end of a longer name?"""
        if any(self.names.is_former(n) for n in (*range(max(0, k - 2), k), *range(hit.stop, min(hit.stop + 2, len(self.tokens))))):
            return False
        if hit.name.what == "entity":
            return True
        return self._is_nobody_elses(hit) and not (k and (self.people.is_given(k - 1) or self.people.is_foreign(k - 1)))

    def _is_nobody_elses(self, hit: Hit) -> bool:
        """Is it a surname that means hardly anybody else, or a long one that the world knows of one man alone?"""
        word = hit.name.tokens[-1]
        if word in self.pack.word_class("telling-surname"):
            return True
        return len(word) >= _LONG_SURNAME and len({n.ref for n in self.world.names.get(word, ()) if n.what in ("surname", "entity")}) == 1

    def _is_of_capacity(self, at: _Titled) -> bool:
        """ "مصر بصفتها رئيسة الاتحاد الأفريقي": is it the state that has the title?"""
        return at.post.slug == HEAD_OF_BODY and at.i > 0 and self.tokens[at.i - 1].fold in self.pack.word_class("in-capacity")

    def _named_in_front(self, at: _Titled) -> str | None:
        """The bearer whose name stands before his title, from where the mention then begins; else whom the land has sent."""
        post = at.post
        if not post.of:
            return None
        if not (at.conj or at.prep):
            begin, end = self.people.named_before(at.i, self.memory.begin), at.i  # "كونغ كوان الناطق باسم وزارة الخارجية الصينية"
            if begin >= at.i and not at.deputy:
                begin, end = self._named_before_comma(at.i), at.i - 1  # "تحدث ماريوش كامينسكي، وزير الداخلية البولندي، مع"
            if begin < at.i:
                person = self.people.unknown_person(begin, end, post.of)
                self.people.remember(person, begin, end)
                at.i = begin
                return person
        return self.memory.sent_by(country_of(post.of)) if at.role in _SENT else None

    def _by_his_name(self, post: Title) -> str | None:
        """ "رئيس الوزراء السوداني" after "رئيس الوزراء العراقي محمد شياع السوداني": who was named last with that post and whose name is that of
        another land's men."""
        met = self.memory.same_post(post.slug)
        if met is None or self.memory.origin(met) == country_of(post.of):
            return None
        last = self.tokens[post.stop - 1].fold
        return met if any(form[-1] == last for form in self.people.spellings(met) if len(form) > 1) else None

    def _of_what_he_heads(self, post: Title) -> str | None:
        """ "رئيس وزراء الإقليم" after "رئيس وزراء إقليم كردستان فلان": who was named with that post, where the noun behind it leads to a body of
        his land."""
        noun = self.names.reference(post.stop, "headed") if post.stop < self.names.stop else None
        body = self.memory.headed(noun.tokens[0].removeprefix(_THE)) if noun is not None else None
        met = self.memory.same_post(post.slug) if body is not None else None
        return met if body is not None and met is not None and self.memory.entity(met).country == body.country else None

    def _throned(self, i: int, post: Title, conj: str, prep: str) -> list[Mention]:
        """ "الملك عبد الله" after "الملك عبد الله الثاني": who was named with that first name, or reigns where the report is, not another land's
        man whose last name it is."""
        again = self.people.called(post.stop, titled=True) if post.stop < self.names.stop else []
        if not again or not self.world.held(again[0].entities[0], post.slug, None):
            return []
        who, stop = again[0].entities, again[0].last
        return [self.reading.mention(i, stop, who, "person", "post", role=post.slug, conj=conj, prep=prep, country=again[0].country)]

    def _named_before_comma(self, i: int) -> int:
        """The first token of a foreign name of two words behind a verb and before the comma at token i - 1; i where none stands so."""
        if i < 1 or self.tokens[i - 1].fold not in COMMAS:
            return i
        begin = self.people.named_before(i - 1, self.memory.begin)
        behind_verb = 0 < begin < i - 1 and (self.reading.is_verb(begin - 1) or self.reading.is_saying(begin - 1))
        return begin if behind_verb and i - 1 - begin <= _SHORT_NAME else i

    def _is_predicate(self, i: int) -> bool:
        """ "الذي كان رئيس وزراء تايلاند", "عندما كان وزير خارجية بلاده": does the title at token i tell what somebody was?"""
        if i < 2 or self.names.particles(i) != ("", ""):
            return False
        was, lead = (self.pack.phrase_at(self.tokens, k) for k in (i - 1, i - 2))
        return was is not None and was.cls == "was" and lead is not None and (lead.cls == "rel" or (lead.cls == "conj" and lead.value == "when"))

    def _is_received(self, i: int, post: Title, name_at: int) -> bool:
        """Does a verb of receiving stand before the bare title of one who was named with it, and behind the comma the name of somebody with a title
        of his own?"""
        received = i > 0 and self.tokens[i - 1].fold in self.pack.word_class("receives") and name_at > post.stop
        if not received or self.memory.same_post(post.slug) is None:
            return False
        titles = range(name_at + 1, min(name_at + 1 + _NAMES, self.names.stop))
        return any(self.names.is_office(k, words=1) for k in titles)

    def _named_apart(self, i: int, post: Title) -> str | None:
        """ "أعلن المتحدث باسم الحكومة أمس لوكالة الأنباء فلان الفلاني أن": who speaks, where his name stands behind the day on which or the outlet
        to which he does so, and before what he says."""
        if not i or not self.reading.is_saying(i - 1):
            return None
        j = post.stop
        while j < self.names.stop and (behind := self._past_occasion(j)) > j:
            j = behind
        if j == post.stop or j >= self.names.stop:
            return None
        name_at, known, stop = self.titles.name_after(replace(post, stop=j))
        if name_at != j or stop < j + 2 or stop >= self.names.stop:
            return None
        led = self.pack.phrase_at(self.tokens, stop)
        if not (self.tokens[stop].fold in _OPENS_SPEECH or (led is not None and led.cls == "comp")):
            return None
        person = known or self.people.unknown_person(j, stop, post.of)
        self.people.remember(person, j, stop)
        self.memory.stands_for(person, post.of)
        return person

    def _past_occasion(self, j: int) -> int:
        """The token behind the date at token j, or behind the outlet to which something is said; j where neither stands there."""
        if j in self.dated or (self.tokens[j].fold in self.pack.word_class("time-about") and self.tokens[j].fold != _IN):
            return j + 1
        to = next((h for h in self.names.hits(j) if h.prep == "ل" and not h.conj and h.name.ref.startswith("outlet/")), None)
        if to is None:
            return j
        return to.stop + (to.stop < self.names.stop and self.tokens[to.stop].fold in QUOTE_MARKS)

    def _by_table(self, i: int, role: str, post: Title, deputy: str | None) -> str | None:
        """Who holds the post at token i by the world data; nobody for a spokesman who is told as one of several ("متحدث باسم الجيش")."""
        if deputy:
            return self._the_deputy(role, post)
        speaks = post.slug.endswith("spokesperson") and not self.reading.is_of_article(i)
        if speaks and any(t.fold in self.pack.word_class("in-the-name") for t in self.tokens[i + 1 : i + post.words + 1]):
            return None
        return self.on_the_day(post)

    def _leads_branch(self, post: Title) -> bool:
        """ "زعيم تنظيم داعش في أفغانستان": does a land stand behind the leader of a band of no state, who may lead no more than its men there?"""
        if post.stop + 1 >= self.names.stop or self.tokens[post.stop].fold != _IN or self.memory.entity(post.of or "").country != _STATELESS:
            return False
        return any(h.name.what == "entity" and h.name.ref.startswith(("state/", "place/")) for h in self.names.hits(post.stop + 1))

    def _heads_office(self, i: int, prep: str) -> bool:
        """Is the post at token i that of whom the head of an office serves, or one who was titled right before it: "مدير عام مكتب معالي وزير
        الخارجية", "رئيس ديوان رئيس مجلس الوزراء", "رئيس الأركان الخاصة لرئيس الجمهورية"?"""
        k = i - 1
        while k > 0 and self.tokens[k].fold in self.pack.word_class("courtesy"):
            k -= 1
        last = self.memory.mentions[-1] if self.memory.mentions else None
        titled = last is not None and last.kind in ("person", "role")
        if prep == "ل" and titled and last is not None:
            return all(self.tokens[n].kind == "word" and self.reading.is_definite(n) for n in range(last.last, i))
        if k < 1 or self.tokens[k].fold not in self.pack.word_class("bureau"):
            return False
        headed = titled and last is not None and last.last == k
        headed = headed or self.tokens[k - 1].fold in self.pack.word_class("chief-of-bureau")
        return headed or any(h.name.what == "post" and h.stop == k for h in self.names.hits(k - 1))

    def _speaks_on(self, i: int, post: Title) -> str | None:
        """ "وأضاف رئيس الوزراء الإثيوبي": the former one who spoke so far, where his title is told without "former"."""
        if not (i and post.of) or self.tokens[i - 1].fold.removeprefix(AND) not in self.pack.word_class("adds"):
            return None
        country = country_of(post.of)
        last = next((m for m in reversed(self.memory.recent) if m.role == post.slug and m.country == country and len(m.entities) == 1), None)
        return last.entities[0] if last is not None and last.qualifier == "former" else None

    def _second_title(self, i: int, post: Title) -> Title | None:
        """ "نائب رئيس الوزراء وزير الخارجية فلان": the second title of one man, right behind the first; that of another state is another's.

        Behind a comma only where his name follows it.
        """
        comma = bool(post.of) and post.stop + 1 < self.names.stop and self.tokens[post.stop].fold in COMMAS
        hits = (h for h in self.names.hits(post.stop + comma) if h.name.what == "post" and not (h.conj or h.prep) and h.name.number == "s")
        more = next(hits, None) if post.slug == HEADS[1] else None
        if more is None or len(more.name.tokens) < 2 or more.name.ref == post.slug:
            return None
        second = self.titles.complement(Title(more.name.ref, "s", more.stop, words=len(more.name.tokens)))
        object_ = second.of is not None and post.of is None and i > 0 and self.reading.is_verb(i - 1)  # "استقبل نائب رئيس الوزراء وزير الدفاع القطري"
        if object_ or (post.of and second.of and post.of != second.of) or (comma and not self.titles.name_after(second)[0]):
            return None
        return replace(second, of=second.of or post.of)

    def _named_behind(self, post: Title, short: bool = False) -> tuple[Title, tuple[int, str | None, int]] | None:
        """ "عضو مجلس الوزراء رئيس الديوان فلان": the name behind the second title of a man whose first title many have."""
        more = next((h for h in self.names.hits(post.stop) if h.name.what == "post" and not (h.conj or h.prep) and h.name.number == "s"), None)
        if more is None or (len(more.name.tokens) < 2 and not short):
            return None
        second = self.titles.complement(Title(more.name.ref, "s", more.stop, words=len(more.name.tokens)))
        found = self.titles.name_after(second)
        return (second, found) if found[0] else None

    def relative(self, i: int, post: Title) -> list[Mention]:
        """ "نجل الرئيس المصري جمال مبارك", "شقيق رئيس الوزراء": a man of the head's family, not the head; by the name that follows, if it is his.

        A name of whoever held that post is the head's own: "نجل الرئيس الأميركي دونالد ترامب" has no name.
        """
        served = i > 1 and self.names.reference(i - 1, "honorific") is not None and self.names.reference(i - 2, "kin") is not None
        i -= served  # "نجل سمو ولي العهد"
        brother = i > 0 and self.tokens[i - 1].form.endswith(PRONOUNS) and self._is_brother(i - 1)  # "شقيقه الرئيس بشار الأسد": another land's head
        if not i or brother or self.names.reference(i - 1, "kin") is None or (self.memory.mentions and self.memory.mentions[-1].last == i):
            return []
        name_at, known, stop = self.titles.name_after(post)
        conj, prep = self.names.particles(i - 1)
        before = self.memory.mentions[-1] if self.memory.mentions else None
        apart = before is not None and before.last == i - 2 and self.tokens[i - 2].fold in COMMAS
        apart = apart and before is not None and (not post.of or before.country in (None, country_of(post.of)))
        beside = before is not None and (before.last == i - 1 or (apart and not name_at))
        if before is not None and before.kind == "person" and len(before.entities) == 1 and beside and not (conj or prep):
            who, stop = before.entities, stop if name_at else post.stop  # "سيف الإسلام القذافي نجل الزعيم الليبي": he who was named
            return [self.reading.mention(i - 1, stop, who, "person", "post.kin", country=before.country)]
        himself = self.reading.dots and self.tokens[i - 1].form.endswith(PRONOUNS)  # "خلفا لوالده الرئيس السابق فلان"
        slug = HEADS[0] if post.slug == "leader" else post.slug  # "نجل الزعيم الليبي معمر القذافي"
        his_own = known is not None and (himself or not self.world.held(known, slug, None) or self._is_heir(known))
        if known is not None and his_own:
            person = known
        elif name_at and known is None:
            person = self.people.unknown_person(name_at, stop, post.of, None)
            self.people.remember(person, name_at, stop)
        else:
            stop = stop if known is not None else post.stop
            person = self.people.unknown_person(i - 1, stop, post.of, None, cut=len(conj))
        country = country_of(post.of) or self.memory.entity(person).country
        return [self.reading.mention(i - 1, stop, (person,), "person", "post.kin", conj=conj, prep=prep, country=country)]

    def _is_heir(self, person: str) -> bool:
        """ "نجل الرئيس الراحل محمد إدريس ديبي" after "الرئيس إدريس ديبي": was another head of his state named whose last name is his as well?"""
        family = {form[-1] for form in self.people.spellings(person)}
        met = (e for m in self.memory.recent if m.role == HEADS[0] and len(m.entities) == 1 for e in m.entities if e != person)
        kin = (e for e in met if self.memory.origin(e) == self.memory.origin(person))
        return any(form[-1] in family for e in kin for form in self.people.spellings(e))

    def _is_brother(self, i: int) -> bool:
        return self.tokens[i].fold.removeprefix(AND) in self.pack.word_class("brother")

    def _spoken_for(self, post: Title) -> str | None:
        """The state of the body that was named last of those for which such a spokesman speaks: "الناطق باسم الخارجية فلان"."""
        body = self.world.posts[post.slug].body if post.slug.endswith("-spokesperson") else None
        ref = self.memory.body(body) if body else None
        return f"state/{self.memory.entity(ref).country}" if ref else None

    def _formerly(self, post: Title) -> str | None:
        """Who was named, held the post and holds it no more, if only one: "الرئيس التونسي الراحل"."""
        past = {t.person for t in self.world.tenures_of.get((post.slug, post.of or ""), ()) if t.person in self.memory.entities}
        titled = {p for m in self._formers(post) if m.country == country_of(post.of) for p in m.entities}
        others = {p for m in self._formers(replace(post, words=1)) for p in m.entities} - titled
        past = (past | titled) - others
        if not self.day:  # "الرئيس هادي … أتباع الرئيس المخلوع": not he who is called president in the same report
            past -= {m.entities[0] for m in self.memory.recent if m.role == post.slug and not m.qualifier and len(m.entities) == 1} - titled
        held = self.world.holders(post.slug, post.of or "", self.day)
        past -= {t.person for t in held if not self.day or not _weeks_from(t.until, self.day)}  # who is overthrown resigns some days later
        return past.pop() if len(past) == 1 else None if past else self._last_former(post)

    def _outgoing(self, i: int, post: Title) -> str | None:
        """ "فلان يخلف مبعوث الأمم المتحدة إلى الصومال", "يحل محل وزير الخارجية": who held the post last before him who takes it in these weeks."""
        if not (self.day and post.of and i and self.tokens[i - 1].fold in self.pack.word_class("succeeds")):
            return None
        comes = [t for t in self.world.holders(post.slug, post.of, self.day, post.about) if _takes_office(t.since, self.day)]
        terms = self.world.tenures_of.get((post.slug, post.of), ()) if comes else ()
        gone = [t for t in terms if t.until and t.until <= comes[0].since and post.about in (None, t.about)]
        return max(gone, key=lambda t: t.until).person if gone else None

    def _last_former(self, post: Title) -> str | None:
        """ "الرئيس السابق" of whom nothing was told: the only one who left the post in the years before the report."""
        quoted = post.stop < self.names.stop and self.tokens[post.stop].fold in self.pack.word_class("opening-quote")
        quoted = quoted and self.people.unknown_name(post.stop + 1, sure=True) > 0  # "الرئيس المطاح «بخير»": no name of his
        quoted = quoted or self._is_crown_gone(post)
        if post.slug not in HEADS[:1] or not self.day or not post.of or quoted:
            return None  # "الرئيس الفرنسي السابق «فلان»" is whoever is named
        since = f"{int(self.day[:4]) - _REMEMBERED}{self.day[4:]}"
        left = {t.person for t in self.world.tenures_of.get((post.slug, post.of), ()) if since <= t.until <= self.day}
        left -= {t.person for t in self.world.holders(post.slug, post.of, self.day)}
        return left.pop() if len(left) == 1 else None

    def _elect(self, post: Title) -> str | None:
        """Who is to have the post: whoever was named so in the report, else whose term begins within a year of it."""
        met = [m for m in self.memory.recent if m.role == post.slug and m.qualifier == "designate" and post.of in (None, f"state/{m.country}")]
        if met and len(met[-1].entities) == 1:
            return met[-1].entities[0]
        day = self.day or ""
        terms = self.world.tenures_of.get((post.slug, post.of or ""), ()) if len(day) == _WHOLE_DAY else ()
        coming = {t.person for t in terms if day < t.since <= f"{int(day[:4]) + 1}{day[4:]}"}
        return coming.pop() if len(coming) == 1 else None

    def _formers(self, post: Title, role: str | None = None) -> list[Mention]:
        """The mentions of those who were named as former holders of a post, the last first; with the words of a title of more than one.

        "الرئيس المصري السابق عدلي منصور ورئيس المجلس العسكري الأسبق": two men.
        """
        title = self.tokens[post.stop - 1 - (post.qualifier is not None)].fold if post.words > 1 else ""
        met = (m for m in reversed(self.memory.recent) if m.role == (role or post.slug) and m.qualifier == "former" and len(m.entities) == 1)
        return [m for m in met if not title or any(t.fold == title for t in self.tokens[m.first : m.last])]

    def _is_another(self, person: str, post: Title) -> bool:
        """Is a known name behind a leading post of a state that of somebody from another state, who never held it?"""
        country = self.memory.origin(person)
        if not post.of or not post.of.startswith("state/") or self.world.posts[post.slug].level > 2 or country in (None, country_of(post.of)):
            return False
        held = self.world.held(person, post.slug, None)
        if post.slug in HEADS[:2]:  # "رئيس جمهورية غانا، فخامة السيد أومارو سيسوكو، رئيس غينيا بيساو": two heads
            held = [t for t in held if t.of == post.of]
        return f"state/{country}" in self.world.entities and not held

    def _is_charged_by(self, person: str, post: Title) -> bool:
        """Is a surname right behind the title of a state's head that of somebody else of that land, who never was its head?"""
        if post.slug != HEADS[0] or not post.of or post.qualifier or self.world.held(person, post.slug, None):
            return False
        if not self.day:  # no minister of a monarchy becomes its king
            return self.memory.is_monarchy(country_of(post.of)) and bool(self.world.held(person, None, None))
        return bool(self.world.held(person, None, None)) and len(self.world.holders(post.slug, post.of, self.day)) == 1

    def _is_chosen_by(self, person: str, post: Title, i: int) -> bool:
        """Does a verb of appointing or dismissing stand before a head's title, and behind it the name of one who never was such a head?"""
        if post.slug != HEADS[0] or not i or post.qualifier or self.world.held(person, post.slug, None) or not self.world.held(person, None, None):
            return False
        word = self.tokens[i - 1].fold.removeprefix(AND)
        verbs = (fold(r.lemma) for r in self.pack.readings(word) if r.kind == "verb")
        return not self.pack.word_class("appoints").isdisjoint((word, *verbs))

    def _is_appointed(self, person: str, post: Title) -> bool:
        """Is a surname behind the title of a body's head that of somebody who was named before in another office, and never was such a head?"""
        if post.slug not in self.pack.word_class("of-bodies") or post.words < 2 or self.world.held(person, post.slug, None):
            return False
        before = next((m for m in reversed(self.memory.recent) if m.entities == (person,) and m.role), None)
        return before is not None and before.role != post.slug and before.role not in (*HEAD_OF.values(), "leader")

    def _is_next(self, person: str, post: Title) -> bool:
        """Is a known name behind a comma not the head's who was titled before it: of somebody who never was one, where we know who is?"""
        if post.slug not in HEADS or post.stop >= self.names.stop or self.tokens[post.stop].fold not in COMMAS or not self.day:
            return False
        state = post.of or f"state/{self.memory.origin(person)}"
        holders = self.world.holders(post.slug, state, self.day)
        return len(holders) == 1 and not self.world.held(person, post.slug, None) and bool(self.world.tenures_by.get(person))

    def _names_follow(self, j: int) -> bool:
        """Does a name that is a city's too follow the bare title, so that it is of whom we cannot tell ("الرئيس دبي")?"""
        return j < self.names.stop and any(h.name.ref.startswith("place/") and not (h.conj or h.prep) for h in self.names.hits(j))

    def _at_mission(self, j: int) -> bool:
        """Does "in the embassy", "at the consulate" follow?"""
        at = j + 1 if j < self.names.stop and self.tokens[j].fold in self.pack.word_class("of-land") else j
        return any(h.name.ref in self.pack.word_class("body-abroad") and h.name.what.startswith("body") for h in self.names.hits(at))

    def _is_served(self, person: str, post: Title) -> bool:
        """ "رئيس وزراء بوتين فلان": is a man behind a minister's title without an article whom the minister serves, having never been one himself?"""
        heads = f"state/{self.memory.origin(person)}" in self.world.entities and bool(self.world.held(person, HEADS[0], None))
        return heads and not self.world.held(person, post.slug, None)

    def _serves_here(self, post: Title, chief: str) -> None:
        """Keep who is spoken for in this sentence: "قال بيسكوف المتحدث باسم الرئيس فلاديمير بوتين إن الرئيس سيجتمع"."""
        if post.slug in self.pack.word_class("serving"):
            self.memory.served = self.memory.sentence, chief

    def _is_chief(self, person: str, post: Title, deputy: bool) -> bool:
        """Is the name behind a post that of whom its holder serves: an adviser's president, the president of a chief of staff?"""
        if deputy and not post.of and self.day:  # "مستشار الرئيس حامد كرزاي للشؤون الأمنية"
            return post.slug in HEADS and bool(self.world.held(person, post.slug, self.day))
        if not deputy and self.titles.serves(person, post):  # "مبعوث الرئيس فلاديمير بوتين إلى أفريقيا"
            return True
        serving = post.slug in self.pack.word_class("serving") and not deputy  # "مستشار السياسة الخارجية للرئيس البولندي أندريه دودا", on any day
        if not post.of or not (self.day or serving):
            return False
        if deputy:
            return (post.slug in HEADS or "minister" in post.slug) and any(t.of == post.of for t in self.world.held(person, post.slug, self.day))
        if post.slug not in self.pack.word_class("serving") or self.world.held(person, post.slug, None):
            return False
        return any(t.post in HEADS and t.of == post.of for t in self.world.held(person, None, self.day))

    def _is_crown_gone(self, post: Title) -> bool:
        """ "ملك مصر السابق فاروق": is a state's crown meant that it has no more, so that none of its presidents is?"""
        at = post.stop - post.words - 1 - (post.qualifier is not None)
        words = {self.tokens[k].fold for k in range(max(0, at - 1), post.stop)}
        country = country_of(post.of)
        return post.slug == HEADS[0] and country is not None and bool(words & self.pack.word_class("crown")) and not self.memory.is_monarchy(country)

    def on_the_day(self, post: Title) -> str | None:
        if self._is_crown_gone(post) or post.mans:
            return None
        if not post.of:
            at = self._begin_of(post)
            again = None if self._is_of_another(post) else self._same_post(post.slug, at)
            again = None if again and self._is_counterparts(post, again) else again
            return self._before_brackets(at) or again or self._of_a_body_met(post)
        if post.slug == _MINISTER:
            return None  # "وزير الاستثمار المصري" is not whichever minister without a table of his own the world knows
        if post.slug in self.pack.word_class("of-many"):
            return self.memory.same_post(post.slug, country_of(post.of))  # "عضو الكونغرس" is not the one whom the world knows
        holders = self.reading.holders(post.slug, post.of, post.about) if self.day or not post.fresh else []
        if post.fresh and self.day and not any(_is_near(t.since, self.day) for t in holders):
            coming = {t.person for t in self.world.tenures_of.get((post.slug, post.of), ()) if t.person in self.memory.entities}
            coming = {p for p in coming if any(_is_near(t.since, self.day) for t in self.world.held(p, post.slug, None))}
            return coming.pop() if len(coming) == 1 else None  # "رئيس الوزراء الجديد" before he takes his seat
        if post.slug in self.pack.word_class("sent") and not post.about and any(t.about for t in holders):
            matters = {t.about for t in holders} & {f"state/{m.country}" for m in self.memory.of_sentence(0)}  # "أكد الناطق باسم الحوثيين أن المبعوث"
            if len(matters) != 1:
                matters = {t.about for t in holders} & ({self.topic.home} if self.topic.home else self.memory.entities.keys())
            holders = [t for t in holders if t.about in matters] if len(matters) == 1 else []
        if post.slug == _RAPPORTEUR and post.about:
            return holders[0].person if len({t.person for t in holders}) == 1 else None  # not of another field who was named before
        if post.slug in self.pack.word_class("sent") and (met_here := self._sent_before(post, {t.person for t in holders})):
            return met_here
        if post.slug == "leader" and (named := self._leader_named(post.of)) is not None:
            return named
        if post.slug == "leader":  # "الزعيمان الأردني والمصري"
            holders = self.reading.holders("head-of-state", post.of) or self.reading.holders("head-of-government", post.of)
            led = (self.reading.holders(slug, post.of) for slug in HEAD_OF.values()) if holders else ()
            holders = next((t for t in led if t), holders)  # "زعيم البوليساريو" is not its prime minister
        if post.slug == "head-of-state" and not holders and self.day:
            holders = self.world.holders("head-of-government", post.of, self.day)
            if len(holders) != 1:
                holders = []
        if post.slug == HEAD_OF_BODY and not holders:  # "رئيس الوكالة الدولية للطاقة الذرية": its director general
            heads = (t for slug in _HEADING for t in self.world.tenures_of.get((slug, post.of), ()))
            holders = [t for t in heads if t in self.world.holders(t.post, post.of, self.day)]
        if (moved := self._moved(post)) is not None:
            return moved
        if len({t.person for t in holders}) == 1:
            return holders[0].person  # one man may have had two terms about the day
        if not (holders or post.fresh) and self.reading.spans:  # "أمير عبداللهيان … وزير الخارجية الإيراني", beside ministers of these years
            met = list({t.person for t in self.reading.held_within(post.slug, post.of) if t.person in self.memory.entities})
            by_turn = not post.of.startswith("state/") and len(met) == 1 and any(self.world.held(met[0], slug, None) for slug in HEADS)
            if len(met) == 1 and not by_turn:  # the heads of states head a union by turns
                return met[0]
        if not (holders or self.day) and post.slug == HEADS[0] and not (post.qualifier or post.fresh or post.deputy):
            ever = {t.person for t in self.world.tenures_of.get((post.slug, post.of), ())}
            if len(ever) == 1 and ever <= self.memory.entities.keys():
                return ever.pop()  # "سلفا كير … رئيس جنوب السودان", which has had no other
        met = [t.person for t in holders if t.person in self.memory.entities]
        if len(met) == 1:
            return met[0]
        if holders:  # "الوزير المسؤول عن الشؤون الخارجية" beside a sultan who holds the title: he who was named with it, else who is no head
            people = {t.person for t in holders}
            titled = {m.entities[0] for m in self.memory.recent if m.role == post.slug and len(m.entities) == 1} & people
            minister = post.slug not in HEADS and post.of.startswith("state/")
            at_work = {p for p in people if minister and not any(t.post in HEADS for t in self.world.held(p, None, self.day))}
            return next((one.pop() for one in (titled, at_work) if len(one) == 1), None)
        leads = post.slug == "leader" or post.slug in self.pack.word_class("of-bodies") or post.of.startswith("place/")
        if leads and not post.of.startswith("state/"):  # "زعيم شبكة حقاني" is not the last leader from that country
            mentions = (m for m in reversed(self.memory.recent) if m.role == post.slug and m.of == post.of and len(m.entities) == 1)
            return next((m.entities[0] for m in mentions), None)
        if not post.of.startswith("state/"):
            return None  # "نظراءه في دول مجلس التعاون" are not he whose like they are
        before = self.memory.same_post(post.slug, country_of(post.of)) or self._left(post.slug, post.of)
        if before and ((post.fresh and self._is_followed(post.slug, before)) or self._is_sent_elsewhere(before, post)):
            return None
        return before or self._overthrown(post.slug, post.of)

    def _leader_named(self, of: str) -> str | None:
        """ "زعيمي إثيوبيا وجيبوتي": the one of a state's two heads whom the report has named."""
        heads = {t.person for slug in HEADS[:2] for t in (self.reading.holders(slug, of) or self.reading.held_within(slug, of))}
        met = heads & self.memory.entities.keys()
        return met.pop() if len(met) == 1 else None

    def _is_counterparts(self, post: Title, person: str) -> bool:
        """ "سيعقد وزير الخارجية مؤتمرا مع نظيره السريلانكي": does the sentence bring a counterpart, of nobody else's office, from the land of him who
        was named last with a bare title, so that another is meant?"""
        for k in range(post.stop, self.names.stop):
            if self.names.reference(k, "counterpart") is not None:
                met = self.reading.met_by(post.stop - 1)
                return met is not None and met == f"state/{self.memory.origin(person)}"
            if any(h.name.what == "post" for h in self.names.hits(k)) or self.tokens[k].fold in COMMAS:
                return False
        return False

    def _begin_of(self, post: Title) -> int:
        """The token at which a title begins, before the words that qualify it: "رئيس الوزراء الجديد"."""
        last = post.stop - post.words
        places = range(last, max(-1, last - _NEW), -1)
        return next((k for k in places if any(h.name.what == "post" and h.name.ref == post.slug for h in self.names.hits(k))), last)

    def _is_of_another(self, post: Title) -> bool:
        """ "المدير التنفيذي لمدينة الأمير", "مدير عام الهيئة": does the body follow whose head is meant, though the world does not know it?"""
        if post.slug not in self.pack.word_class("of-bodies") or post.stop >= self.names.stop or self.tokens[post.stop].kind != "word":
            return False
        form, bare = self.tokens[post.stop].form, not self.reading.is_definite(post.stop - 1)
        noun = form.startswith("ل") and len(form) > _SHORT_OF and not self.reading.is_word(post.stop)
        relative = self.reading.is_definite(post.stop) and form.endswith(_NISBA) and not self.names.hits(post.stop) and not known(form)
        if relative and not self.names.opens[post.stop].phrases:
            return True  # "الأمين العام الأيبيري"
        noun = noun or (bare and any(h.name.what.startswith("body") and not (h.conj or h.prep) for h in self.names.hits(post.stop)))
        return noun or (bare and self.reading.is_definite(post.stop) and not self.reading.is_verb(post.stop))

    def _sent_before(self, post: Title, holders: set[str]) -> str | None:
        """Whom the report named before as this sender's envoy, where the world has another: states send more than one."""
        met = (m for m in reversed(self.memory.recent) if m.role == post.slug and m.of == post.of and m.kind == "person" and len(m.entities) == 1)
        last = next((m.entities[0] for m in met if not self._is_sent_elsewhere(m.entities[0], post)), None)
        return last if last is not None and last not in holders else self._of_a_pair(post)

    def _of_a_pair(self, post: Title) -> str | None:
        """ "السفير الروسي" after "السفيرين الإيراني فلان والروسي فلان": the newcomer among several with one title who is of this sender."""
        rows = (m.entities for m in reversed(self.memory.recent) if m.role == post.slug and len(m.entities) > 1 and m.rule == "post.several")
        of_them = [e for e in next(rows, ()) if self.memory.entity(e).country == country_of(post.of)]
        return of_them[0] if len(of_them) == 1 and of_them[0] in self.memory.entities and not self.memory.entity(of_them[0]).known else None

    def _moved(self, post: Title) -> str | None:
        """Who was named with this post and left it some weeks before the report, or takes it some weeks after: "رئيس مالي" on the day of the coup.

        A title that says "former" or "new" decides by itself.
        """
        if not self.day or not post.of or not post.of.startswith("state/") or post.qualifier or post.fresh:
            return None
        country = country_of(post.of)
        titled = (m for m in self.memory.recent if m.role == post.slug and m.of in (None, post.of) and m.country == country and not m.qualifier)
        met = {m.entities[0] for m in titled if len(m.entities) == 1}
        if len(met) != 1:
            return None
        (person,) = met
        terms = [t for t in self.world.held(person, post.slug, None) if t.of == post.of]
        return person if any(_weeks_from(d, self.day) for t in terms for d in (t.since, t.until)) else None

    def _overthrown(self, slug: str, state: str) -> str | None:
        """Who headed the state, or its government, until some weeks before the report, where nobody has followed: "اعتقل الجنود رئيس الوزراء"."""
        terms = self.world.tenures_of.get((slug, state), ()) if slug in HEADS[:2] and self.day else ()
        late = {t.person for t in terms if t.until <= (self.day or "") and _weeks_from(t.until, self.day or "")}
        return late.pop() if len(late) == 1 else None

    def _of_a_body_met(self, post: Title) -> str | None:
        """ "الأمين العام": that of the one organisation met, or named in the report, that has such a head on the day."""
        if post.slug not in self.pack.word_class("of-bodies") or post.words < 2 or self.world.posts[post.slug].level > 2:
            return None
        if post.stop < self.names.stop and self.tokens[post.stop].fold.startswith(_OF_THE) and not self.names.reference(post.stop, "headed"):
            return None  # "المدير العام للعلاقات الخارجية في الوزارة"
        if post.stop < self.names.stop and any(h.prep == "ل" and h.name.what.startswith("body") for h in self.names.hits(post.stop)):
            return None  # "الأمين العام لوزارة الخارجية"
        if self._is_of_another(post):
            return None  # "الأمين العام لمنظمة …", which the world does not know
        heads = {t.person for ref in self.memory.entities if ref.startswith("org/") for t in self.world.holders(post.slug, ref, self.day)}
        return heads.pop() if len(heads) == 1 else None

    def _left(self, slug: str, state: str | None) -> str | None:
        """Who was named in the report and left the post (of that state) within a year: "رئيس الوزراء" after a coup."""
        if not self.day or slug not in HEADS:
            return None
        people = [p for p in self.memory.entities if p.startswith("person/")]
        held = [t for p in people for t in self.world.held(p, slug, None) if t.until and t.until <= self.day and state in (None, t.of)]
        late = {t.person for t in held if int(self.day[:4]) - int(t.until[:4]) <= 1}
        return late.pop() if len(late) == 1 else None

    def _is_sent_elsewhere(self, person: str, post: Title) -> bool:
        """ "سفير تركيا في طهران … السفير التركي في العراق": is he who was named by this post alone posted with another host than this title tells?"""
        role, sender, host = self.sent.get(person, ("", "", None))
        return None not in (host, post.about) and (role, sender) == (post.slug, post.of) and host != post.about

    def _same_post(self, slug: str, at: int) -> str | None:
        """Who was named with the post of the bare title at token ``at``; a judge or adviser ("المستشارة") is no chancellor, a president no king."""
        hit = next((h for h in self.names.hits(at) if h.name.what == "post" and h.name.ref == slug), None)
        if hit is not None and len(hit.name.tokens) == 2 and not any(self.reading.is_definite(k) for k in (at, at + 1)) and not hit.conj + hit.prep:
            return None  # "رئيس وفد …": whose it is would have to follow
        if hit is not None and (self._is_strangers(hit.stop) or self._is_numbered(hit.stop)):
            return None  # "والتقى في كاستريز برئيس الوزراء الين كاستانيت", after another prime minister
        spoken_in, chief = self.memory.served
        if chief is not None and slug == HEADS[0] and spoken_in == self.memory.sentence and self.world.held(chief, slug, None):
            return chief  # "قال المتحدث باسم الرئيس الروسي فلاديمير بوتين إن الرئيس سيجتمع"
        before = self.memory.same_post(slug, at=at)
        before = self._in_these_words(slug, at, before) if before else None
        if before and hit is not None and (self.titles.is_a_womans(hit.name.ref, at, before) or self._is_predecessor(hit, before)):
            return None
        if before and hit is not None and slug == HEADS[0] and len(hit.name.tokens) > 1:
            before = self._of_this_land(hit, before)
        if before and hit is not None and self._seized_power(at, hit.stop) and not self.world.held(before, slug, self.day):
            ruling = {t.person for t in self.reading.holders(slug, f"state/{self.memory.origin(before)}")} & self.memory.entities.keys()
            return ruling.pop() if len(ruling) == 1 else None  # "قائد المجلس العسكري" beside "الرئيس المعزول"
        title = self.names.reference(at, "back")
        kind = title.value if title and title.value in ("king", "emir", "sovereign") else None
        if before and kind and not self.memory.reigns(self.memory.entity(before).country, kind):
            sovereign = self.memory.back(kind)
            before = sovereign.entities[0] if sovereign else None
        if before and title and title.value == "head" and slug == HEADS[0] and self.memory.is_monarchy(self.memory.entity(before).country):
            return self.memory.same_post(HEADS[1], self.memory.entity(before).country, at)  # "إقالة الرئيس" where an emir reigns: his prime minister
        if before and slug == "minister" and at + 1 < self.names.stop and self._is_portfolio(at + 1) and not self._is_his(before, at + 1):
            return None  # "وزيرة الاندماج الإفريقي": of a portfolio that has no row, and not that of whoever was a minister before
        behind = hit.stop if hit is not None else at + 1  # "الوزير الأول", whose second word is a surname as well
        if before and (self.people.is_another(before, at + 1) or self._is_anothers(before, behind)):
            return None  # "الملك عبد الله" after "الملك سلمان"
        word = self.tokens[at].fold.removeprefix(AND)
        weak = word in self.pack.word_class("weak-title") and before and not self.reading.has_chancellor(self.memory.entity(before).country)
        if weak and not any(m.entities == (before,) and self.tokens[m.first].fold.removeprefix(AND) == word for m in self.memory.recent):
            return None
        return before

    def _seized_power(self, at: int, stop: int) -> bool:
        """Do tokens[at:stop] title whoever rules through men in arms: "رئيس المجلس العسكري"?"""
        return any(t.fold in self.pack.word_class("seized-power") for t in self.tokens[at:stop])

    def _is_of_a_land(self, j: int) -> bool:
        """ "رئيس الوزراء الجديد في غرينلاند": does token j lead with "in" to a land that is no state, and no city where one only is?"""
        if j + 1 >= self.names.stop or self.tokens[j].fold != _IN:
            return False
        hits = (h.name.ref for h in self.names.hits(j + 1) if h.name.ref in self.world.places)
        return any(self.world.places[ref].kind not in ("capital", "city") for ref in hits)

    def _is_numbered(self, j: int) -> bool:
        """ "الملك فيلبي السادس": does a name that nobody is known by stand at token j, with a king's number behind it?"""
        return self.people.is_kings_number(j + 1) and self.tokens[j].kind == "word" and not self.tokens[j].fold.startswith(_THE)

    def _is_strangers(self, j: int) -> bool:
        """Do two words stand at token j that look like a name which nobody has been told by: one that no dictionary has, and a foreign one?"""
        if j + 1 >= self.names.stop or self.tokens[j].kind != "word" or self.names.hits(j):
            return False
        return not known(self.tokens[j].form) and not self.reading.is_word(j) and self.people.is_foreign(j + 1)

    def _is_anothers(self, person: str, j: int) -> bool:
        """Do surnames stand at token j, none of them the person's: "الرئيس عمر كرامي … الرئيس الحريري"?"""
        hits = self.names.hits(j) if j < self.names.stop and not self.reading.is_verb(j) else ()
        families = [h.name.ref for h in hits if h.name.what == "surname" and h.article and not (h.conj or h.prep)]
        return bool(families) and person not in families

    def _before_brackets(self, i: int) -> str | None:
        """ "رئيس مجلس الدولة الصيني (رئيس الوزراء) فلان": whose title the brackets behind it explain."""
        last = self.memory.mentions[-1] if self.memory.mentions else None
        glossed = last is not None and i > 0 and self.tokens[i - 1].fold == "(" and last.last == i - 1 and last.kind == "person"
        return last.entities[0] if last is not None and glossed and len(last.entities) == 1 else None

    def _presides(self, person: str) -> str:
        """What "الرئيس" before a known name means: of who never headed a state, as prime ministers and speakers are called so, his own post."""
        if self.world.held(person, HEADS[0], None) or not self.day:
            return HEADS[0]
        posts = [t.post for t in self.world.held(person, None, self.day) if t.post in self.pack.word_class("presides")]
        return posts[0] if posts else HEADS[0]

    def _suits(self, person: str, i: int) -> bool:
        """May the person bear the title at token i: no man is "وزيرة"."""
        titles = [(h.name.gender, h.name.ref) for h in self.names.hits(i) if h.name.what == "post" and h.name.number == "s"]
        if person not in self.world.men:
            return not any(self.titles.is_a_womans(slug, i, person) for _, slug in titles)
        return not titles or any(gender == "m" for gender, _ in titles)

    def _called_so(self, i: int, stop: int, particles: str, role: str) -> str | None:
        """ "ووصل النائب الأول" after "النائب الأول لرئيس مجلس الوزراء وزير الدفاع فلان": whose longer title, of another
        post, began with just these words."""
        words = [t.fold for t in self.tokens[i:stop]]
        words[0] = words[0].removeprefix(particles)
        begun = [m for m in self.memory.recent if m.kind == "person" and len(m.entities) == 1 and m.role not in (None, role)]
        told = (m for m in begun if self.tokens[m.first].fold.removeprefix(m.conj + m.prep) == words[0])
        found = {m.entities[0] for m in told if [t.fold for t in self.tokens[m.first + 1 : m.first + len(words)]] == words[1:]}
        return found.pop() if len(found) == 1 else None

    def _is_anybodys(self, i: int, post: Title, conj: str) -> bool:
        """Can we not tell whose a title without an owner is: one that "and" joins to others of a row, of which one has such an office of a land
        that is told ("وزير خارجية سنغافورة فلان، ووزير الخارجية والتعاون في تيمور"); a president of a republic in a place of another land than
        that of the only one who was named, with his land ("رئيس جمهورية التشاد … التأمت في نواكشوط برئاسة رئيس الجمهورية")?"""
        begin = self.memory.sentences[self.memory.sentence].first
        if conj == AND:
            last = self.memory.mentions[-1] if self.memory.mentions else None
            row = last is not None and last.first >= begin and last.kind == "person" and all(t.kind != "word" for t in self.tokens[last.last : i])
            return row and any(m.first >= begin and m.role == post.slug and m.of is not None for m in self.memory.recent)
        if post.slug != HEADS[0] or post.words < 2 or (scene := country_of(self.memory.place_in())) is None:
            return False
        told = [m for m in self.memory.recent if m.role == post.slug and m.kind == "person" and len(m.entities) == 1]
        lands = {self.memory.entity(m.entities[0]).country for m in told}
        return len(lands) == 1 and scene not in lands and all(self._tells_land(m) for m in told)

    def _host_met(self, i: int) -> str | None:
        """ "اختتم المبعوث النرويجي زيارة لمصر التقى خلالها وزير الخارجية": the land that a guest visits, where the minister at token i is
        whom he met there, by a verb that the sentence has for it."""
        met = any(self.tokens[k].fold in self.pack.word_class("met-there") for k in range(max(0, i - _NEW), i))
        begin = self.memory.sentences[self.memory.sentence].first
        here = [m for m in self.memory.mentions[-_BACK:] if m.first >= begin] if met else []
        guest = next((m for m in here if m.kind == "person" and m.country and not self.memory.governed(m)), None)
        if guest is None:
            return None
        visited = (m for m in here if m.first > guest.last and m.kind in ("state", "place") and self._is_visit(m))
        land = next((m.country for m in visited), None)
        return self.memory.state_of(land) if land != guest.country else None

    def _is_visit(self, m: Mention) -> bool:
        """Does a word for a journey stand before the land of a mention, with "to" at most between?"""
        before = [k for k in (m.first - 1, m.first - 2) if k >= 0]
        words = {self.tokens[k].fold for k in before} | {fold(r.lemma) for k in before for r in self.pack.readings(self.tokens[k].fold)}
        return not words.isdisjoint(self.pack.word_class("journey"))

    def _tells_land(self, m: Mention) -> bool:
        """Does a mention name the state whose office somebody holds?"""
        return m.of is not None or any(h.name.ref.startswith("state/") for k in range(m.first, m.last) for h in self.names.hits(k))

    def _of_this_land(self, hit: Hit, before: str) -> str | None:
        """ "يرافق رئيس الجمهورية" after "رئيس جمهورية مالي": of several heads of state who were met the one of the land that the report is about; no
        king where the title says "of the republic"."""
        home = country_of(self.topic.home or next(iter(self.topic.ranked), None))
        heads = (m for m in reversed(self.memory.recent) if m.role == hit.name.ref and m.kind == "person" and len(m.entities) == 1)
        met = {m.entities[0]: self.memory.entity(m.entities[0]).country for m in heads}
        if not self.pack.word_class("the-republic").isdisjoint(hit.name.tokens):
            met = {p: land for p, land in met.items() if not self.memory.is_monarchy(land)}
            before = before if before in met else next(iter(met), "")
        here = [p for p, land in met.items() if home and land == home]
        return here[0] if len(here) == 1 else before or None

    def _is_predecessor(self, hit: Hit, person: str) -> bool:
        """ "رئيس الوزراء الجديد" after "خلفا لرئيس الوزراء الحالي فلان": is a title with "new" meant for whom another follows?"""
        behind = range(hit.stop, min(hit.stop + _NEW, self.names.stop))
        if not any(self.tokens[k].fold in self.pack.word_class("newly") for k in behind):
            return False
        return self._is_followed(hit.name.ref, person)

    def _is_followed(self, slug: str, person: str) -> bool:
        """Does the report name the person with this post only as one whom another follows?"""
        told = [m for m in self.memory.recent if m.entities == (person,) and m.role == slug]
        return bool(told) and all(m.first and self.tokens[m.first - 1].fold in self.pack.word_class("succeeds") for m in told)

    def _woman(self, slug: str, i: int) -> str | None:
        """Whom a feminine title leads back to, where men hold such posts as well: "وزيرة الخارجية" after three foreign ministers."""
        people = (m.entities[0] for m in reversed(self.memory.recent) if m.role == slug and m.kind == "person" and len(m.entities) == 1)
        return next((p for p in people if self._suits(p, i)), None)

    def _in_these_words(self, slug: str, at: int, before: str) -> str:
        """Of two heads in a report the one whom the words of the bare title named before: "رئيس الدولة" after "ملك ماليزيا" and "رئيس الدولة"."""
        hit = next((h for h in self.names.hits(at) if h.name.what == "post"), None)
        words = [t.fold for t in self.tokens[at + 1 : hit.stop]] if hit is not None else []
        met = (m for m in reversed(self.memory.recent) if m.role == slug and m.kind == "person" and len(m.entities) == 1)
        here = self.memory.is_here(before)  # "بحث رئيس الوزراء مع نظيره الماليزي مهاتير. وقالت إن مهاتير وصل في أول زيارة لرئيس الوزراء"
        last = words[-1] if words else None
        titled = (m for m in met if (here and m.rule == "counterpart") or last in {t.fold for t in self.tokens[m.first : m.last]})
        told = [m.entities[0] for m in titled]
        return told[0] if told and before not in told else before

    def _is_portfolio(self, j: int) -> bool:
        """Does a definite noun stand at token j that is no state's adjective and no title: what a ministry is for?"""
        word = self.tokens[j]
        if word.kind != "word" or not word.fold.startswith("ال") or self.names.reference(j, "honorific") or self.names.reference(j, "qualifier"):
            return False
        return not any(h.name.what in ("adjective", "entity", "surname") for h in self.names.hits(j))

    def _crowned(self, i: int, home: str | None) -> str | None:
        """ "جلالة الملك" at token i, of whom nothing was told: of the report's state, else of the one state in it, but for those with an ambassador
        there, that has a king."""
        title = self.names.reference(i, "back")
        if title is None or title.value != "king" or not i or self.tokens[i - 1].fold not in self.pack.word_class("majesty"):
            return None
        lands = [s for s in self.topic.ranked if self.memory.reigns(country_of(s), title.value) and s not in self.topic.senders]
        return home if home in lands else lands[0] if len(lands) == 1 else None

    def _is_his(self, person: str, j: int) -> bool:
        """Does the word at token j stand in a mention of the person too?"""
        mentions = (m for m in self.memory.recent if m.entities == (person,))
        return any(self.tokens[k].fold == self.tokens[j].fold for m in mentions for k in range(m.first, m.last))

    def _the_deputy(self, role: str, post: Title) -> str | None:
        """The one deputy of a head of state on that day; of ministers there are more than the world data know."""
        if not post.of:
            return None
        titled = (m for m in self.memory.recent if m.role == role and m.of == post.of and not m.qualifier)
        met = {m.entities[0] for m in titled if m.kind == "person" and len(m.entities) == 1}
        if len(met) == 1:
            return met.pop()
        if role != "deputy-head-of-state":
            return None
        holders = self.world.holders(role, post.of, self.day)
        return holders[0].person if len(holders) == 1 else None

    def _head_of_body(self, post: Title, i: int) -> str | None:
        """ "أعلنت الرئاسة العراقية أن الرئيس سيلتقي": the state whose body of this post is the one who speaks, named last in the sentence."""
        last, body = self.memory.mentions[-1] if self.memory.mentions else None, self.world.posts[post.slug].body
        if last is None or not body or last.kind != "government-body" or len(last.entities) != 1 or not last.country:
            return None
        between = self.tokens[last.last : i]
        apart = len(between) > _SAID_OF or any(t.fold in (".", "؟", "\n") for t in between)
        return f"state/{last.country}" if not apart and last.entities[0].endswith(f"-{body}") else None

    def _is_told(self, j: int) -> bool:
        """Does a relative clause begin at token j?"""
        phrase = self.pack.phrase_at(self.tokens, j) if j < self.names.stop else None
        return phrase is not None and phrase.cls == "rel"

    def _seated_in(self, post: Title) -> tuple[str, int] | None:
        """ "وزير الداخلية في غينيا", "القيادي في حركة فتح": the state behind "in", or the group that somebody leads in, and the token after it."""
        kinds = _LED if post.slug in self.pack.word_class("leads-in") else ("state",)
        at = post.stop + 1
        told = at < self.names.stop and self.reading.is_definite(post.stop) and not self.names.hits(post.stop)
        if told and post.slug.endswith("spokesperson") and self.tokens[at].fold == _IN:
            at += 1  # "متحدث باسم الحكومة العسكرية في ميانمار"
        if at >= self.names.stop or self.tokens[at - 1].fold != _IN:
            return None
        at += self.tokens[at].fold in self.pack.word_class("realm")  # "في دولة أنغولا"
        hits = (h for h in self.names.hits(at) if h.name.what == "entity" and not h.conj and not h.prep)
        return next(((h.name.ref, h.stop) for h in hits if self.memory.entity(h.name.ref).kind in kinds), None)

    def _nameless(self, i: int, post: Title, role: str, conj: str, prep: str) -> list[Mention]:
        """A post whose holder is not known: of a state or body the office itself, with its country."""
        if not post.of:
            return self._ownerless(i, post, role, conj, prep)
        if post.slug in self.pack.word_class("worldwide") and post.of.startswith("state/"):
            return []  # "البابا البولندي" is whom the church has, not his country
        if post.slug == "spokesperson":
            governs = post.of.startswith("state/") and "government" in self.world.bodies
            target = self.memory.entity(self.memory.body_of("government", post.of) if governs else post.of)
            return [
                self.reading.mention(
                    i,
                    post.stop,
                    (target.id,),
                    target.kind,
                    "post.speaks-for",
                    role=role,
                    conj=conj,
                    prep=prep,
                    country=target.country,
                )
            ]
        return [
            self.reading.mention(
                i,
                post.stop,
                (self._unknown_holder(i, post, role, conj, prep),),
                "person",
                "post.holder-unknown",
                role=role,
                conj=conj,
                prep=prep,
                qualifier=post.qualifier,
                of=post.of,
                country=self.memory.entity(post.of).country,
            )
        ]

    def _unknown_holder(self, i: int, post: Title, role: str, conj: str, prep: str) -> str:
        """The entity of a post's holder of whom only the post is told; made when it is new."""
        owner = self.memory.entity(post.of or "")
        tag = post.qualifier + "-" if post.qualifier else ""
        about = "-" + post.about.rpartition("/")[2].lower() if post.about else ""
        source = self.names.reference(i, "unnamed")  # "مصدر عسكري" holds no office, as an official does
        heard = "-" + source.value.replace(" ", "-") if source is not None else ""
        id = f"person/{owner.id.rpartition('/')[2].lower()}-{tag}{role}{about}{heard}"
        if id not in self.memory.entities:
            told = self.callings.english(i, post.stop) if source is not None else None
            text = self.report.text[self.tokens[i].start : self.tokens[post.stop - 1].stop]
            names = ((self.report.language, _bare(text, conj, prep)), ("en", told or self._english(owner, role, post)))
            self.memory.entities[id] = Entity(id, "person", names, owner.country, self.world.posts[post.slug].sector or None, None, False)
            self.sent[id] = (tag + role, owner.id, post.about)
        return id

    def _ownerless(self, i: int, post: Title, role: str, conj: str, prep: str) -> list[Mention]:
        """A post of which no word tells whose it is: of who was named with it before, else of the state whose such titles here are."""
        before = self._again(i, post, role, conj, prep)
        if before and not (post.qualifier == "former" and self.world.held(before, role, self.day)):  # "الرئيس الأسبق" is not who is it now
            country = self.memory.entity(before).country
            return [self.reading.mention(i, post.stop, (before,), "person", "post.again", role=role, country=country, conj=conj, prep=prep)]
        if self.world.posts[post.slug].level > _HIGH:
            return []
        below = ("adviser" if role == "adviser" else "deputy") if post.deputy else None
        land = self._seated_in(post) if post.slug in self.pack.word_class("seated-post") else None  # "زعيم المعارضة في مدغشقر"
        home = land[0] if land is not None else self.whose.state_with(post.slug, i if conj else -1, i)
        if self._is_weak(post) and not self.reading.has_chancellor(country_of(home)):
            return []
        if post.slug == HEADS[0] and not post.qualifier and (crowned := self._crowned(i, home)) is not None:
            return self.holder(i, replace(post, of=crowned), conj, prep, below)
        speaks = post.slug.endswith("-spokesperson")
        if speaks and self.tokens[i].fold.removeprefix(conj).startswith(_THE) and (again := self.memory.holds(post.slug)):
            return [self.reading.mention(i, post.stop, again.entities, "person", "post.again", role=again.role, conj=conj, prep=prep)]
        if speaks:  # "اتهمت تشاد جارتها. وقال ناطق باسم الحكومة"
            home = self.titles.in_capital(post.stop) or home or self.titles.spoken_from(i)
        if home is None and (land := self._seated_in(post)):
            home = land[0]  # where nothing else in the report tells whose the post is
        if home and role in HEADS[:2] and not self.whose.has_seat(role, home) and any(self.whose.has_seat(r, home) for r in HEADS[:2]):
            home = None  # "رئيس الوزراء" in a report on a land that has none
        if home and (self.world.posts[post.slug].level <= 2 or speaks) and post.stop - i > 1:
            return self.holder(i, replace(post, of=home), conj, prep, below)
        if (home is None or post.stop - i == 1) and (mine := self._head_of_body(post, i)) is not None:
            return self.holder(i, replace(post, of=mine), conj, prep, below)
        if post.qualifier not in ("designate", "acting") and (left := self._left(role, home)) and post.stop - i > 1:
            return [self.reading.mention(i, post.stop, (left,), "person", "post.again", role=role, conj=conj, prep=prep)]
        return [self.reading.mention(i, post.stop, (), "role", "post.open", role=role, conj=conj, prep=prep)]

    def _is_weak(self, post: Title) -> bool:
        """Is the last word of a title one that is more often no title: "المستشار"?"""
        return self.tokens[post.stop - 1].fold in self.pack.word_class("weak-title")

    def _again(self, i: int, post: Title, role: str, conj: str, prep: str) -> str | None:
        """Whom the report has named before with the post of a title that tells by no word whose it is."""
        before = None if self._is_of_another(post) else self._same_post(role, i)
        last = self.memory.mentions[-1] if conj and self.memory.mentions else None
        if last is not None and last.entities == (before,) and all(t.fold in COMMAS for t in self.tokens[last.last : i]):
            before = None  # "نائب رئيس الوزراء ووزير الداخلية فلان ونائب رئيس الوزراء": two men
        if before and not self._suits(before, i):
            before = self._woman(role, i)
        if before and self._is_counterparts(post, before):
            before = None
        if before is None and post.stop - i > 1 and not post.qualifier:
            before = self._called_so(i, post.stop, conj + prep, role)
        if before and post.qualifier == "acting" and before in {m.entities[0] for m in self._formers(post, role)}:
            before = None  # "الرئيس المكلف" is not "الرئيس السابق"
        if post.qualifier == "designate" or (post.deputy and self.titles.has_field(post.stop)) or (post.qualifier == "former" and post.words > 1):
            before = None  # of whoever was named with other words
        formers = self._formers(post, role) if post.qualifier == "former" else []
        return formers[0].entities[0] if formers else before

    def _is_toppled(self, i: int) -> bool:
        """Does a word for overthrow stand before the title at token i?"""
        return i > 0 and any(w in self.pack.word_class("overthrow") for w in stripped(self.tokens[i - 1].fold))

    def _gone(self, post: Title) -> str | None:
        """ "نظام فيكتور يانوكوفيتش … الإطاحة بالرئيس الأوكراني": of those named in the report the one who held the post once, though another was
        named with it since."""
        terms = self.world.tenures_of.get((post.slug, post.of or ""), ())
        gone = {t.person for t in terms if t.person in self.memory.entities and t.until}
        gone -= {m.entities[0] for m in self.memory.recent if m.role == post.slug and m.qualifier != "former" and len(m.entities) == 1}
        return gone.pop() if len(gone) == 1 else None

    def _english(self, owner: Entity, role: str, post: Title) -> str:
        adjective = self.world.english_adj.get(owner.id) or owner.name("en")
        words = [post.qualifier or "", adjective, role.replace(post.slug, self.world.posts[post.slug].english).replace("-", " ")]
        return " ".join(filter(None, words))

    def office(self, post: Title, of: str) -> str:
        """The id of a post's unknown holder; made if it is new."""
        return self._nameless(post.stop - 1, Title(post.slug, "s", post.stop, of), post.slug, "", "")[0].entities[0]

    def _check_role(self, person: str, post: Title, span: Span) -> None:
        """A known person with a post that he did not hold then: the text stands, and an Issue says so."""
        if not post.of or not self.day or post.about:
            return
        holders = self.world.holders(post.slug, post.of, self.day)
        if not holders or any(t.person == person for t in holders) or self.world.held(person, post.slug, self.day):
            return
        if not post.of.startswith("state/") and any(t.of == post.of for t in self.world.held(person, None, self.day)):
            return  # secretary-general and leader of one party
        others = self.world.held(person, None, self.day) or self.world.held(person, None, None)
        if others and self.world.posts[post.slug].level <= 2:
            known_as = " ".join(filter(None, (others[0].post, others[0].since, others[0].until)))
            self.reading.issues.append(
                Issue("role-mismatch", f"{person} is called {post.slug} of {post.of} on {self.day}; known as {known_as}", span)
            )

    def titles_after(self, person: str, stop: int) -> tuple[int, Title | None]:
        """(token after the posts that stand behind a person's name, the first of them): "سيرغي لافروف، وزير الخارجية الروسي", several in a row."""
        country, first = self.memory.entity(person).country, None
        if stop < self.names.stop and self._closes_name(stop):
            stop += 1  # «فلان الفلاني» نائب الرئيس
        for _ in range(4):
            listed = first is None and self.is_item(stop)
            comma = listed or (stop < self.names.stop and self.tokens[stop].fold in _MARKS)
            j = stop + 1 if comma else stop
            if comma and (acting := self.pack.phrase_at(self.tokens, j)) is not None and acting.cls == "skip":
                j += len(acting.tokens)  # "أمير خان متقي، القائم بأعمال وزير الخارجية"
            phrase = self.names.reference(j, "deputy")
            if phrase and self.names.particles(j)[0]:
                break
            hit = next(
                (
                    h
                    for h in self.names.hits(j + len(phrase.tokens) if phrase else j)
                    if h.name.what == "post" and (not h.prep or phrase) and h.name.number == "s" and (not h.conj or (first is not None and not comma))
                ),
                None,
            )
            if hit is None or not self._suits(person, j):
                break
            inside, end = self.titles.inside(j, hit), hit.stop
            if longer := self.titles.reaches_into(j + len(phrase.tokens) if phrase else j, hit):
                inside, end = longer  # "خليفة حفتر، قائد الجيش الوطني الليبي"
            post = self.titles.complement(Title(hit.name.ref, "s", end, inside, len(hit.name.tokens), deputy=phrase is not None))
            bare = post.of is None and post.words == 1
            if (bare and not comma) or not self._may_be_his(person, country, post):
                break
            met = post.slug in self.pack.word_class("of-bodies") or post.slug.endswith("spokesperson")
            met = met or (post.slug in self.world.posts and self.world.posts[post.slug].level > _HIGH)
            if post.of is None and not comma and met and self._heads_state(person):
                break  # "استقبل الرئيس النيجيري محمد بخاري رئيس بعثة القوة المشتركة", "الناطق باسم النقابة": whom he met
            name_at, other, after = self.titles.name_after(post)
            if name_at and other:
                self._serves_here(post, other)
            if name_at and post.of and any(t.of == post.of for t in self.world.held(person, post.slug if post.slug != "leader" else None, self.day)):
                name_at = 0  # "كاثرين آشتون، مسؤولة الشؤون الخارجية في الاتحاد الأوروبي، رئيس الوزراء فلان"
            if name_at and hit.conj and self.tokens[post.stop].fold in COMMAS:
                name_at = 0  # "استقبل فلان رئيس الوزراء ووزير الداخلية، السيد فلان": both are his who was named before them
            if name_at and not (post.of or other) and self.day and self.world.held(person, post.slug, self.day):
                name_at = 0  # "استقبل الشيخ خالد آل خليفة وزير الخارجية سعادة السيد فلان"
            if name_at and not (other and self._is_chief(other, post, phrase is not None)):
                break  # the post is the next man's
            titled = comma and not hit.conj and post.stop < self.names.stop and self.names.reference(post.stop, "honorific") is not None
            if titled and not any(self.names.particles(post.stop)) and not self.world.held(person, post.slug, None):
                break  # "استقبل وزير الخارجية فلان، وزير الدفاع السيد كريم البنا", whose name is a word like others
            if bare and self.tokens[j].fold in self.pack.word_class("weak-title") and not self.reading.has_chancellor(country):
                break  # "فلان، المستشار برئاسة الجمهورية"
            behind = {t.fold for t in self.tokens[max(end, post.stop - 1) : min(post.stop + 1, self.names.stop)]}
            if not post.of and behind & self.pack.word_class("not-the-state"):
                break  # "قائد الأركان الخاصة لرئيس الجمهورية"
            post.stop = after if name_at else post.stop
            if post.of is None and post.slug == "spokesperson" and (crowd := self.names.reference(post.stop, "unnamed")):
                post.stop += len(crowd.tokens)  # "المتحدث باسم المتظاهرين"
            post.role = f"deputy-{post.slug}" if phrase and phrase.value != "adviser" else "adviser" if phrase else post.slug
            if not bare or hit.article:  # "فلان، رئيس شركة كذا": of what we do not know
                first = first if first and not (first.role.startswith("deputy") and hit.conj) else post
            stop = post.stop
        return stop, first

    def _closes_name(self, stop: int) -> bool:
        """Does a quotation mark close at this token that was opened right before a name of few words, with a title of one man behind it?"""
        if self.tokens[stop].fold not in QUOTE_MARKS or stop + 1 >= self.names.stop:
            return False
        opened = any(self.tokens[k].fold in QUOTE_MARKS for k in range(max(0, stop - _NAMES), stop))
        if opened and self.tokens[stop + 1].fold in COMMAS:
            return stop + 2 < self.names.stop and self.names.is_office(stop + 2, words=1)  # «"غسان المجالي"، السفير الأردني»
        titles = (h for h in self.names.hits(stop + 1) if h.name.what == "post" and h.name.number == "s" and not (h.conj or h.prep))
        return opened and (self.names.reference(stop + 1, "deputy") is not None or any(len(h.name.tokens) > 1 for h in titles))

    def is_item(self, stop: int) -> bool:
        """ "- علي سيني سانو: وزير الاقتصاد والمالية": an item of a list, a name with its title behind a colon and no verb behind that?"""
        if stop + 1 >= self.names.stop or self.tokens[stop].fold != ":":
            return False
        first = self.reading.sentences[self.memory.sentence].first
        opens = self.tokens[first].kind != "word" or self.tokens[first].kind == "number"
        return opens and not any(self.reading.is_only_verb(k) for k in range(stop + 1, self.names.stop))

    def _heads_state(self, person: str) -> bool:
        """Is the person, on the day, the head of a state or of its government?"""
        return bool(self.day) and any(t.post in HEADS[:2] for t in self.world.held(person, None, self.day))

    def introduced(self, i: int, stop: int, person: str) -> tuple[str, int, Title | None]:
        """(whom tokens[i:stop] name, the token after the posts that stand behind the name, the first of these).

        The posts tell of which state a newcomer is, or that he is somebody known, spelled otherwise: "نيكولاس دي ريفيير الممثل الدائم لفرنسا".
        """
        end, title = self.titles_after(person, stop)
        entity = self.memory.entity(person)
        if title is None or not title.of or entity.known:
            return person, end, title
        other = self.titles.spelled_otherwise(title, i, stop)
        if other is not None and other != person:
            self.people.rename(person, other)
            self.memory.entity(other)
            return other, end, title
        if not entity.country:
            sector = "GOV" if title.of.startswith("state/") else None
            self.memory.entities[person] = replace(entity, country=self.memory.entity(title.of).country, sector=sector)
        return person, end, title

    def _may_be_his(self, person: str, country: str | None, post: Title) -> bool:
        """May a post that stands behind a name be its bearer's: of his country, or of a body whose head is not known to be another?"""
        if post.of is None or (country is None and not self.memory.entity(person).known):
            return True
        if not {country, self.memory.origin(person)}.isdisjoint((country_of(post.of), self.memory.entity(post.of).country)):
            return True
        if post.of.startswith("state/"):
            return False
        if post.qualifier == "former":
            return any(t.of == post.of for t in self.world.held(person, post.slug, None))
        holders = self.world.holders(post.slug, post.of, self.day)
        return all(t.person == person for t in holders)


def _is_near(since: str, day: str) -> bool:
    """Do two days, the first maybe without its day or month, lie within half a year?"""
    if len(since) < 7:
        return since[:4] == day[:4] or not since
    return abs(int(since[:4]) * 12 + int(since[5:7]) - int(day[:4]) * 12 - int(day[5:7])) <= _LATELY


def _weeks_from(date: str, day: str) -> bool:
    """Is a date that is known to the day within a fortnight of the report?"""
    if len(date) < _WHOLE_DAY:
        return False
    return abs((datetime.date.fromisoformat(date) - datetime.date.fromisoformat(day)).days) <= _FORTNIGHT


def _takes_office(since: str, day: str) -> bool:
    """Does a term begin, as far as its month is known, at most a month from the report?"""
    return len(since) > len("2000") and abs(int(since[:4]) * 12 + int(since[5:7]) - int(day[:4]) * 12 - int(day[5:7])) <= 1


def _bare(text: str, conj: str, prep: str) -> str:
    return text[len(conj) + len(prep) :] if prep != "ل" else text[len(conj) :]
