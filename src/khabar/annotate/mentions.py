"""Finds the noun phrases that name somebody or something, and says who it is.

One pass over the tokens. At each place the longest phrase wins: a post with its country and holder ("وزير الخارجية الروسي، سيرغي
لافروف"), a person, a body of a state, any other entity, a counterpart ("نظيره الأميركي"), a pair ("الرئيسان"), a word that leads back
("الوزارة"), an agent with a demonym ("القوات التركية"). Each kind is a part of its own; this module is the pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from khabar.annotate.back import Back
from khabar.annotate.bearers import Bearers
from khabar.annotate.crowds import Crowds
from khabar.annotate.groups import Groups
from khabar.annotate.holders import Holders
from khabar.annotate.names import Hit, stripped
from khabar.annotate.people import People
from khabar.annotate.posts import Posts
from khabar.annotate.reading import Part, Reading
from khabar.annotate.strangers import Strangers
from khabar.annotate.things import Things
from khabar.annotate.titles import Titles
from khabar.model import Mention
from khabar.packs import Pack
from khabar.world import OF_NO_STATE

_BODIES = frozenset(("government-body", "organisation", "armed-group"))
_HAS_MEN = frozenset(("armed-group", "party"))
_HOUSES = frozenset(("government-body",))
_SEATED = frozenset(("GOV", "LEG", "JUD"))  # sectors of bodies in which somebody sits
_OWNERS = _BODIES | {"state", "party", "person", "role"}
_LEADING_BACK = (  # classes of `Back`
    "pair", "several", "row", "powers", "parties", "homeland", "region-state", "own-forces", "neighbour", "one-of-two", "others", "latter", "headed",
    "world-body", "sent-again", "these-men", "back",
)  # fmt: skip
_GROUPS = frozenset(("organisation", "armed-group", "party"))
_LINE = "\n"
_BELOW = 3  # sentences below a headline in which its people are told
_LONG = 2  # words of a name that may be cut short
_UNDER_ARMS = frozenset(("MIL", "REB", "COP", "UAF"))  # sectors of forces and of their men
_OWNED = _UNDER_ARMS | {"BUS"}  # and of craft
_SPEAKS_BY = _BODIES | {"party"}
_SENT = _UNDER_ARMS | {"GOV"}  # and of delegations and officials
# Kinds of names that stand there though no name of the world does: a nationality in the accusative, and what leads to somebody of the report.
_NATIONALITY, _LEADING = "nationality", "leading"
_ADJECTIVES = 2  # words that may stand between a thing and "belonging to"
_THE = "ال"
_AND = "و"
_HERS = "ة"  # ends a title of a woman

_Attempt = Callable[[int, list[Hit]], list[Mention]]

# Classes of phrases and kinds of names that stood together -> which attempts have what they need there: the same for every report.
_WORTH: dict[tuple[frozenset[str], frozenset[str]], tuple[int, ...]] = {}


class Finder(Part):
    """Finds the mentions of one report; see the module. Use once: ``Finder(reading).run()``."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.sentences = reading.sentences
        self.callings: dict[int, tuple[str, str | None]] = {}
        """First token of who has no name -> what he is called, in the report's words and in English."""
        self.people = People(self.reading)
        titles = Titles(self.reading, self.people)
        holders = Holders(self.reading, self.people, titles)
        self.posts = Posts(self.reading, self.people, titles, holders)
        self.things = Things(self.reading, self.people, holders)
        self.strangers = Strangers(self.reading)
        self.back, self.crowds = Back(self.reading), Crowds(self.reading, self.people, holders)
        self.bearers = Bearers(self.reading, self.people, titles, holders)
        groups = Groups(self.crowds, self._at)
        # In the order in which they are made, each with what must stand there: a phrase of one of these classes, or a name of one of these
        # kinds; () and () where neither need.
        self._attempts: tuple[tuple[_Attempt, tuple[str, ...], tuple[str, ...]], ...] = (
            (self.posts.counterpart, ("counterpart", "colleague"), ()), (self._fellow, ("fellow",), ()),
            (self.crowds.press, ("press-man", "speaking-body"), ()),
            (self.crowds.marked, ("speaking-body", "headed"), ()),
            (self.posts.leaders, ("leaders", "side"), ()), (self.posts.post, ("deputy", "its-minister", "its-envoy"), ("post",)),
            (self.posts.sent, (), ("entity",)), (self.crowds.nations, (), ("adjective", _NATIONALITY)),
            (self.things.names_here, (), ("entity", "body", "body-of", "surname", _LEADING)),
            (self.things.body, (), ("body", "body-of")),
            (self.back.back, _LEADING_BACK, ()), (groups.listed, ("listed",), ()),
            (groups.sworn, ("actor-noun", "many", "more-men"), ()), (self.crowds.some, ("some-who",), ()),
            (self._some_of, ("actor-noun",), ()), (self.crowds.anonymous, ("unnamed",), ()),
            (self.crowds.organ, ("organ-noun",), ()), (self.crowds.text_of_body, ("text-of-body",), ()), (self._page_of, ("page",), ()),
            (self.crowds.agent, ("actor-noun",), ("people", "adjective")), (self.crowds.land, ("land-noun",), ()),
            (self.crowds.occupier, ("occupier",), ()),
            (self.crowds.people_met, ("people",), ()), (groups.group, ("many",), ()),
            (self.crowds.speaker, ("speaker", "speaking-body"), ()), (self._member, ("member",), ()),
            (self._of_house, ("sits-in",), ()),
            (self.crowds.demonym, (), ("adjective",)), (self.things.stranger, ("honorific",), ()), (self.things.newcomer, (), ()),
        )  # fmt: skip
        self._bearers = self.pack.word_class("named-thing") | self.pack.word_class("called-after")

    def _attempts_at(self, classes: Iterable[str], kinds: Iterable[str]) -> Sequence[int]:
        """Those, by their number, that have what they need where phrases of these classes and names of these kinds stand."""
        key = begun, named = frozenset(classes), frozenset(kinds)
        worth = _WORTH.get(key)
        if worth is None:
            worth = _WORTH[key] = tuple(
                k
                for k, (_, phrases, names) in enumerate(self._attempts)
                if not (phrases or names) or not begun.isdisjoint(phrases) or not named.isdisjoint(names)
            )
        return worth

    def run(self) -> list[Mention]:
        """The mentions in the order of the text, none inside another; fills ``entities`` and ``issues`` on the way."""
        opens, leading, may_speak, tokens, dated = self.names.opens, self.people.leading, self.crowds.may_speak, self.tokens, self.dated
        strange = self.reading.strange
        by_name = self.pack.once(_by_name)
        for at, sentence in enumerate(self.sentences):
            i, self.names.stop, self.memory.sentence, begin = sentence.first, sentence.last, at, len(self.memory.mentions)
            if item := self.things.item():
                self.memory.mentions.extend(item)
                i = item[0].last
            while i < sentence.last:
                if i in dated or tokens[i].kind != "word":
                    i += 1
                    continue
                if tokens[i].fold in strange and (stranger := self.strangers.mentioned(i)):
                    self.memory.mentions.extend(stranger)
                    i = stranger[0].last
                    continue
                if i in may_speak and (stop := self.bearers.before_title(i)):
                    self.memory.mentions.append(self.crowds.introduced(i, stop))
                    i = self.memory.mentions[-1].last
                    continue
                if tokens[i].fold in by_name and (named := self.crowds.by_the_name(i)) is not None:
                    while self.memory.mentions and self.memory.mentions[-1].first >= named.first:
                        self.memory.mentions.pop()
                    self.memory.mentions.append(named)
                    i = named.last
                    continue
                titled = self.bearers.opens(i)
                if opens[i].nothing and not titled and not (tokens[i].fold in leading and self._is_bound(i)):
                    i = self._heard(i) if i in may_speak else i + 1
                    continue
                phrases = opens[i].phrases
                if "nobody" in phrases and (nobody := self.names.reference(i, "nobody")):  # "القوة القاهرة"
                    i += len(nobody.tokens)
                    continue
                team = self.names.reference(i, "team") if "team" in phrases else None  # "نادي القاهرة", "منتخب مصر": no state and no city
                if team is not None and not self._is_body(i):
                    i += len(team.tokens)
                    i = max((h.stop for h in self.names.hits(i) if not h.conj and h.name.ref.startswith(("state/", "place/"))), default=i)
                    continue
                if i and tokens[i - 1].fold in self._bearers and (after := self._bears_name(i)):  # "سفينة خليفة حفتر", "جامعة الملك سعود"
                    i = after
                    continue
                found = self._at(i)
                if titled:
                    found = self.bearers.named(i, found, self.crowds.speaks_at(i)) or found
                if found:
                    self.memory.mentions.extend(found)
                    whole = found[-1].kind in _GROUPS and found[-1].last - i > _LONG
                    if whole and found[-1].entities:  # none, of two parties of one name
                        self.names.told_in_full(found[-1].entities[0], i, found[-1].last)
                    i = max([m.last for m in found])
                else:
                    i = self._heard(i) if i in may_speak else i + 1
            self.crowds.settle(begin)
            called = ((m.first, self._again(m) or self.crowds.calling(m)) for m in self.memory.mentions[begin:])
            self.callings.update((first, words) for first, words in called if words is not None)
        self._name_from_below()
        self._name_headline()
        self._attempts = ()  # methods of this very object: a circle that holds all that was read until rubbish is looked for
        return self.memory.mentions

    def _again(self, m: Mention) -> tuple[str, str | None] | None:
        """What somebody without a name was called where the report told of him first: "المسؤول" after "مسؤول إسرائيلي"."""
        word = self.tokens[m.first].fold.removeprefix(m.conj + m.prep)
        if m.last != m.first + 1 or not word.startswith(_THE) or not m.rule.startswith("agent"):
            return None
        alike = (n for n in reversed(self.memory.recent) if n.first < m.first and (n.entities, n.rule) == (m.entities, m.rule))
        return next((self.callings.get(n.first) for n in alike if self.tokens[n.first].fold.endswith(word.removeprefix(_THE))), None)

    def _name_headline(self) -> None:
        """ "وزير الخارجية يستقبل السفير", and below it "استقبل وزير الخارجية الموريتاني فلان": a title without a state in the headline is his whom
        the report names with that office first, in its next sentences."""
        mentions = self.memory.mentions
        if len(self.sentences) < _LONG or not self.report.text[self.sentences[0].span.stop :].startswith(_LINE):
            return
        lines, body = self.sentences[0].last, self.sentences[: _BELOW + 1][-1].last
        for k, m in enumerate(mentions):
            if m.first >= lines:
                return
            former = m.qualifier == "former" and m.rule == "post.holder-unknown"
            if m.rule not in ("post.open", "post.holder-unknown") or ((m.qualifier or self._has_owner(m)) and not former) or m.role is None:
                continue
            first = next((n for n in mentions[k + 1 :] if lines <= n.first < body and n.role == m.role and n.kind == "person"), None)
            if first is not None and len(first.entities) == 1 and first.rule in ("post", "name", "name.new") and first.qualifier == m.qualifier:
                one = self.memory.entity(first.entities[0])
                if self._is_named(first) and all(n.entities != first.entities for n in mentions[:k]):
                    mentions[k] = replace(m, entities=first.entities, kind="person", rule="post", country=one.country, of=first.of)

    def _has_owner(self, m: Mention) -> bool:
        """Does a mention tell whose the office is?"""
        hits = (h for k in range(m.first, m.last) for h in self.names.hits(k))
        return any(h.name.what in ("adjective", "entity") and h.name.ref.startswith(("state/", "org/", "place/")) for h in hits)

    def _is_named(self, m: Mention) -> bool:
        """Does a mention bring the name of whom it means, not his office alone?"""
        told = {t.fold for t in self.tokens[m.first : m.last]}
        return any(told & {form[-1]} for form in self.people.spellings(m.entities[0]) if form)

    def _is_body(self, i: int) -> bool:
        """Does the name of a body that the world knows begin here, though with a word for clubs: "نادي الأسير الفلسطيني"?"""
        return any(h.stop > i + 1 and h.name.what == "entity" and h.name.ref.startswith("org/") for h in self.names.hits(i))

    def _heard(self, i: int) -> int:
        """The token after whoever speaks at token i by no noun or name that we know, else the next."""
        found = self.crowds.heard(i)
        self.memory.mentions.extend(found)
        return found[0].last if found else i + 1

    def _at(self, i: int) -> list[Mention]:
        """What stands at token i. Each attempt takes the token and the names that stand there, whether it needs them or not."""
        word, hits = self.names.opens[i], self.names.hits(i)
        if (word.body or word.bodies) and (theirs := self.things.theirs(i)):
            return theirs
        phrases = word.phrases
        if not hits and not phrases and not self._is_bound(i):
            if word.posts and (theirs := self.posts.of_theirs(i)):
                return theirs  # "ولي عهده"
            named = self.tokens[i].fold in self.pack.word_class("given-name") or self.people.is_joined(i)
            return self.things.newcomer(i, hits) if named else []
        kinds = {h.name.what for h in hits}
        if word.posts:
            kinds.add("post")  # of two words, with others between
        if word.nationality:
            kinds.add(_NATIONALITY)
        if self.tokens[i].fold in self.people.leading:
            kinds.add(_LEADING)
        for k in self._attempts_at(phrases, kinds):
            found = self._attempts[k][0](i, hits)
            if found:
                return found
        return []

    def _fellow(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "خصمه السياسي نوري المالكي", "حليفه البيلاروسي ألكسندر لوكاشينكو": what a man is to who was told of before, and his name."""
        phrase = self.names.reference(i, "fellow")
        hers = self.tokens[i].form.endswith("ة")  # "إيران، حليفة الرئيس السوري": she is an ally, and not he who is named
        k = i + len(phrase.tokens) if phrase is not None and not hers else self.names.stop
        for at in range(k, min(k + _ADJECTIVES + 1, self.names.stop)):
            if self.tokens[at].kind != "word" or at in self.dated:
                break
            man = next((m for m in self._at(at) if m.kind == "person" and len(m.entities) == 1), None)
            if man is not None and not (man.conj or man.prep):
                conj, prep = self.names.particles(i)
                span = self.reading.span(i, man.last, conj, prep)
                return [replace(man, span=span, text=span.of(self.report.text), first=i, conj=conj, prep=prep)]
            if not self.reading.is_definite(at):
                break
        return []

    def _some_of(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "مسلحون من حركة الشباب", "ضباط في الجيش الغابوني", "قافلة تابعة للأمم المتحدة", "طائرات التحالف" (which was named before): men, arms
        and craft are those to whom they belong."""
        part = self.names.reference(i, "actor-noun")
        j = i + len(part.tokens) if part is not None else self.names.stop
        named = part is not None and part.value in _SENT and j < self.names.stop and self.names.reference(j, "headed") is not None
        if part is not None and part.value in _UNDER_ARMS and j < self.names.stop and self.tokens[j].fold.startswith(_THE):
            army = self._owner(j, "", _BODIES)  # "قوات الجيش", of the land of which was told
            named = named or (army is not None and self.memory.entity(army.entities[0]).sector in _UNDER_ARMS)
        if part is None or not (named or part.value in _OWNED) or self.crowds.qualifies(i):
            return []
        at, prep, owners = (j, "", _BODIES) if named else self._whose(j, part.value in _UNDER_ARMS)
        serving = at > j and not prep
        whole = self._owner(at, prep, owners)
        if whole is None or (serving and whole.kind != "armed-group" and self.memory.entity(whole.entities[0]).sector not in _UNDER_ARMS):
            return []  # "جنود من الأمم المتحدة" are hers by their mission only
        land = whole.kind in ("person", "role")  # a politician's men are his state's
        refs = (f"state/{whole.country}",) if land else whole.entities
        if land and refs[0] not in self.world.entities:
            return []
        rule = whole.rule if self.memory.entity(refs[0]).sector in _UNDER_ARMS else f"agent.{part.value}"
        conj, prep = self.names.particles(i)
        return [self.reading.mention(i, whole.last, refs, "state" if land else whole.kind, rule, country=whole.country, conj=conj, prep=prep)]

    def _page_of(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "ذكر الموقع الرسمي لوزارة الدفاع", "نشر حساب تابع للحرس الثوري", "أفاد المكتب الإعلامي للجيش": what a body writes or gives out is that
        body, where it speaks."""
        page = self.names.reference(i, "page")
        if page is None or not i or not self.crowds.may_tell(i):
            return []
        j = i + len(page.tokens)
        at, prep, _ = self._whose(j, False)
        if at >= self.names.stop and not page.tokens[-1].startswith(_THE):
            at, prep = j, ""  # "حساب رئاسة الجمهورية"
        whole = self._owner(at, prep, _SPEAKS_BY if page.value else _SPEAKS_BY | {"person"})  # "المكتب الإعلامي لرئيس الوزراء" is not he
        if whole is None:
            return []
        conj, prep = self.names.particles(i)
        span = self.reading.span(i, whole.last, conj, prep)
        return [replace(whole, span=span, text=span.of(self.report.text), first=i, conj=conj, prep=prep)]

    def _member(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "اعتقلت القوات قياديا بارزا في حركة حماس": who belongs to a group or a party and does not speak is the group."""
        calling = self.names.reference(i, "member")
        at, prep, _ = self._whose(i + len(calling.tokens), True) if calling is not None else (self.names.stop, "", _BODIES)
        whole = None if prep or self.crowds.qualifies(i) else self._owner(at, prep, _HAS_MEN)
        return [self._as_whole(i, whole)] if whole is not None else []

    def _as_whole(self, i: int, whole: Mention) -> Mention:
        """Whoever is called so from token i is the body named behind him."""
        conj, prep = self.names.particles(i)
        return self.reading.mention(i, whole.last, whole.entities, whole.kind, whole.rule, country=whole.country, conj=conj, prep=prep)

    def _of_house(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "استقال وزراء في الحكومة الكينية", "زار أعضاء بمجلس الشيوخ الأميركي كييف": who sits in a body of a state and does not
        speak is that body."""
        calling = self.names.reference(i, "sits-in")
        if calling is None or self.crowds.qualifies(i):
            return []
        for k in range(i + len(calling.tokens), min(i + len(calling.tokens) + _ADJECTIVES + 1, self.names.stop)):
            inside = self.tokens[k].fold in self.pack.word_class("serving-in")
            whole = self._owner(k + 1, "", _HOUSES) if inside else self._owner(k, "ب", _HOUSES)
            if whole is not None and self.memory.entity(whole.entities[0]).sector in _SEATED:
                return [self._as_whole(i, whole)]
            if inside or self.names.hits(k):
                break
        return []

    def _owner(self, at: int, prep: str, kinds: frozenset[str]) -> Mention | None:
        """Who of one of these kinds is named at token `at` with this preposition."""
        whole = next(iter(self._at(at)), None) if at < self.names.stop else None
        owns = whole is not None and not whole.conj and whole.prep == prep and whole.entities and whole.kind in kinds
        return whole if owns else None

    def _whose(self, j: int, armed: bool) -> tuple[int, str, frozenset[str]]:
        """(token at which the owner of what ends before token j stands, the preposition that he has, who he may be)."""
        belonging = self.pack.word_class("belonging")
        serving = self.pack.word_class("from") | self.pack.word_class("serving-in") if armed else frozenset()
        for k in range(j, min(j + _ADJECTIVES + 1, self.names.stop)):
            if self.tokens[k].fold.removeprefix("ال") in belonging:
                return k + 1, "ل", _OWNERS
            if self.tokens[k].fold in serving and k + 1 < self.names.stop:
                return k + 1, "", _BODIES
            if armed and (at := self._behind_belonging(k)) < self.names.stop:
                return at, "ل" if self.tokens[at].fold.startswith("ل") else "", _BODIES
            if self.names.hits(k) or self.pack.phrase_at(self.tokens, k) is not None:
                break
        return (j, "ل", _BODIES) if j < self.names.stop and self.tokens[j].fold.startswith("ل") else (self.names.stop, "", _BODIES)

    def _behind_belonging(self, k: int) -> int:
        """Token at which the group stands to which a clause at token k says that men belong, or are thought to: "ينتمون إلى تنظيم", "يشتبه بانتمائهم
        لحركة", "يعتقد أنهم من جماعة"; the end where no such clause stands."""
        doubt, them = self.pack.word_class("is-thought"), self.pack.word_class("that-they")
        belong, membership, lead = (self.pack.word_class(c) for c in ("belong-to-them", "their-belonging", "from"))
        doubted = self.tokens[k].fold in doubt
        k += doubted
        if doubted and k < self.names.stop and self.tokens[k].fold in self.pack.word_class("serving-in"):
            k += 1  # "يشتبه في انتمائهم"
        said = doubted and k < self.names.stop and self.tokens[k].fold in them
        k += said
        if k + 1 >= self.names.stop:
            return self.names.stop
        word = self.tokens[k].fold
        if said and word in lead:
            return k + 1
        if word not in belong and not (doubted and word in membership):
            return self.names.stop
        to = self.tokens[k + 1].fold
        return k + 2 if to in self.pack.word_class("belongs-to") and k + 2 < self.names.stop else k + 1 if to.startswith("ل") else self.names.stop

    def _bears_name(self, i: int) -> int:
        """Token after a person's name at token i, behind the word for a thing that bears it: a ship, a street, a university; 0 where none stands."""
        thing = self.tokens[i - 1].fold
        royal = self.tokens[i].fold in self.pack.word_class("royal")
        if thing not in self.pack.word_class("named-thing") and not (royal and thing in self.pack.word_class("called-after")):
            return 0
        names = (h for h in self.names.hits(i) if h.name.what == "entity" and not (h.conj or h.prep))
        full = next(names, None)
        if full is not None:
            return full.stop if full.name.ref.startswith("person/") and len(full.name.tokens) > 1 else 0
        post = next((h for h in self.names.hits(i) if h.name.ref == "head-of-state" and h.article), None)
        after = i + 1
        while (post is not None or royal) and after < self.names.stop and self.people.is_of_names(after):
            after += 1  # "مركز الملك عبدالله بن عبدالعزيز العالمي"
        return after if after > i + 1 else 0

    def _is_bound(self, i: int) -> bool:
        """Does the word lead to somebody of this report whom the world does not know?"""
        word = self.tokens[i].fold
        return word in self.people.leading and not self.people.opening.isdisjoint(stripped(word))

    def _name_from_below(self) -> None:
        """ "موسكو تستدعي السفير التشيكي", and further on "السفير التشيكي فلان": a post whose holder is not known is his whom the report names
        with it, where it names one; no man's where it stands in the feminine."""
        mentions = self.memory.mentions
        nameless = {m.entities for m in mentions if m.rule == "post.holder-unknown"}
        for k, m in enumerate(mentions):
            if m.rule != "post.holder-unknown" or m.qualifier:
                continue
            later = (n for n in mentions[k + 1 :] if (n.role, n.country) == (m.role, m.country) and not n.qualifier and len(n.entities) == 1)
            named = (n for n in later if n.entities not in nameless and (n.of == m.of if n.rule == "post" else n.rule == "name.new"))
            holders: set[tuple[str, ...]] = {n.entities for n in named}
            if self.tokens[m.first].form.endswith(_HERS):
                holders = {h for h in holders if h[0] not in self.world.men}
            if m.first and self.tokens[m.first - 1].fold in self.pack.word_class("highest"):
                holders = holders or self._chief_of(m.country)
            if len(holders) == 1:
                whom = holders.pop()
                for n in range(k, len(mentions)):
                    if mentions[n].entities == m.entities:
                        mentions[n] = replace(mentions[n], entities=whom, rule="post")

    def _chief_of(self, country: str | None) -> set[tuple[str, ...]]:
        """ "أكبر مسؤول بالأمم المتحدة في البلاد": whom the report names as sent there by that body of many states."""
        named = (m for m in self.memory.mentions if m.kind == "person" and len(m.entities) == 1 and m.country == country)
        sent = {m.entities for m in named if m.role in self.pack.word_class("sent") and m.rule != "post.holder-unknown"}
        return sent if country in OF_NO_STATE else set()


def _by_name(pack: Pack) -> frozenset[str]:
    """The folded words that a name follows what it is the name of by, also with "and"."""
    return frozenset(conj + word for word in pack.word_class("goes-by") for conj in ("", _AND))
