"""Posts in the text: one ("وزير الخارجية الروسي"), several of one kind ("وزيرا خارجية روسيا وأميركا"), a counterpart, the leaders of a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.annotate.holders import Holders
from khabar.annotate.memory import HEADS
from khabar.annotate.names import PRONOUNS, Hit, demonyms, owned_by, stripped
from khabar.annotate.people import People
from khabar.annotate.reading import AND, COMMAS, Part, Reading, Title, country_of
from khabar.annotate.titles import HEAD_OF, Titles
from khabar.lemmas import known
from khabar.model import Mention
from khabar.packs import Phrase

_THE, _BY = "ال", "ب"
_TWO = ("ان", "ين")  # ends of a dual
_SECONDS = ("deputy", "assistant", "undersecretary")  # whoever stands for the holder of an office, by the word for him
_MINISTER = 2  # level of a minister in posts.tsv
_NEAR, _WORDS = 6, 40  # mentions, and tokens, between a ministry and "its minister"
_AMBASSADOR, _ARMY = "ambassador", "army"
_OF_A_MINISTER = "minister"
_HERS = "ة"  # ends a feminine adjective
_RELATIVE = "ية"  # ends of a feminine adjective of relation
_BY_TITLE = ("head-of-state", "head-of-government")  # "الملك" alone is the king


class Posts(Part):
    """See the module."""

    def __init__(self, reading: Reading, people: People, titles: Titles, holders: Holders) -> None:
        super().__init__(reading)
        self.people, self.titles, self.holders = people, titles, holders
        self.listed_in = -1  # the sentence that named several ambassadors last

    def post(self, i: int, hits: list[Hit]) -> list[Mention]:
        deputy, posts, lead = None, [], hits
        if (phrase := self.names.reference(i, "deputy")) and not self._helps(i):
            lead = self.names.hits(i + len(phrase.tokens))
            posts = [h for h in lead if h.name.what == "post"]
            if phrase.value in _SECONDS and self._has_row(hits, posts):
                posts = []  # "مساعد الأمين العام": one of many, not his deputy
            deputy = phrase.value if posts else None
            if posts and self.tokens[i].fold.removeprefix(AND) in self.pack.word_class("many-deputies"):
                return []  # "رئيس الحكومة ونواب رئيس الوزراء": nobody who was named
        if deputy is None:
            lead = hits
            posts = [h for h in hits if h.name.what == "post" and not _is_parted(h)]
            under = i > 0 and self.names.reference(i - 1, "deputy") is not None and not self._helps(i - 1)
            group = under and self.tokens[i - 1].fold.removeprefix(AND) in self.pack.word_class("many-deputies")  # "ثلاثة نواب لرئيس الوزراء"
            if posts and under and not (posts[0].conj or (posts[0].prep and not group)):
                return []  # "نائب الرئيس التنفيذي" who stands in no table is not his chief
        posts = [h for h in posts if not self._is_two(i, h)] if deputy is None else posts
        if not posts or len(posts[0].name.tokens) == 1:
            theirs = self.of_theirs(i)
            if theirs or not posts:
                return theirs
        hit = self._of_no_row(posts) or posts[0]
        if any(h.stop > hit.stop for h in lead if h.name.what in ("entity",)):
            return []
        if len(hit.name.tokens) == 1 and i and hit.article and self.tokens[i].form.endswith(_RELATIVE) and self.reading.is_of_article(i - 1):
            return []  # "الجمعية البرلمانية الدولية": an adjective
        if len(hit.name.tokens) == 1 and hit.article and self.tokens[i].form.endswith(_HERS) and self._is_main(i, hit.stop):
            return []  # "المؤسسات الرئيسة في الاتحاد"
        if i and any(w in self.pack.word_class("prize") for w in stripped(self.tokens[i - 1].fold)):
            return []  # "كأس ولي العهد", "جائزة خادم الحرمين الشريفين"
        if hit.name.ref == _AMBASSADOR and hit.name.number in ("d", "p"):
            self.listed_in = self.memory.sentence
        inside = self.titles.inside(i, hit)
        if longer := self.titles.reaches_into(i, hit):
            hit, inside = Hit(hit.name, longer[1], hit.conj, hit.prep, hit.article), longer[0]
        post = self.titles.complement(Title(hit.name.ref, hit.name.number, hit.stop, inside, len(hit.name.tokens), deputy=deputy is not None))
        if (governs := self._governs(i, post)) is not None:
            post.slug, post.of = "governor", governs
        headed = self.names.reference(post.stop - 1, "headed") if not post.of and post.words > 1 else None
        if headed is not None and (body := self.memory.headed(headed.tokens[0].removeprefix("ال"))):
            post.of = body.entities[0]  # "زعيم التيار": of a party or a group, whichever it is
            led = (slug for slug in HEAD_OF.values() if post.slug in HEAD_OF.values() and self.world.holders(slug, post.of, self.reading.day))
            post.slug = next(led, post.slug)
        self.titles.settle(post)
        if not (post.of or deputy or hit.conj or hit.prep) and len(hit.name.tokens) == 1 and (named := self._behind_joined_name(i, post)):
            return named
        if not post.of and len(hit.name.tokens) == 1 and (self._is_form_of_address(hit.stop - 1, post) or self._is_namesake(i)):
            return []
        if not post.of and post.slug == HEADS[0] and len(hit.name.tokens) == 1 and not (hit.conj or hit.prep) and self._is_main(i, post.stop):
            return []  # "السبب الرئيس لاتخاذ القرار"
        if not (post.of or post.number != "s") and post.stop < self.names.stop and self.tokens[post.stop].fold in self.pack.word_class("sole"):
            return []  # "كان الرئيس الوحيد الذي غاب": what he is told to be
        if not post.of and not (hit.conj or hit.prep) and self._describes_deed(i, hit):
            return []  # "دوره القيادي في"
        if not post.of and post.slug == HEADS[0] and len(hit.name.tokens) == 1 and self.reading.is_chair(hit.stop):
            return []  # "الرئيس الحالي للقمة العربية"
        titled = post.slug == "minister" and post.stop > hit.stop and self.titles.name_after(post)[0]
        listed = post.number == "p" and hit.stop < self.names.stop and self.pack.phrase_at(self.tokens, hit.stop) and self._listed(hit.stop)
        if not post.of and not (titled or listed) and len(hit.name.tokens) == 1:
            adjective = hit.name.ref == "governor" and deputy is None and not self.reading.opens(i)  # "الحزب المحافظ"
            if not hit.article or adjective or hit.name.ref == "leader" or (deputy is None and self._is_honorific(i)):
                return []  # "أمير" and "ملك" are names too, "السفير" is a form of address
        conj, prep = (hit.conj, hit.prep) if deputy is None else self.names.particles(i)
        if post.slug == "spokesperson" and not (post.of or deputy) and (speaks := self._in_his_name(i, post)):
            return [replace(speaks, conj=conj, prep=prep)]
        tongue = self.names.hits(post.stop) if post.slug == "spokesperson" and post.words == 1 and post.stop < self.names.stop else ()
        if any(h.name.what in ("adjective", "people") and h.prep == "ب" and h.article for h in tongue):
            return []  # "الصحيفة الناطقة بالفرنسية"
        if post.stop < self.names.stop and self.tokens[post.stop].fold in self.pack.word_class("of-sport"):
            return []  # "رئيس الاتحاد الأوروبي لكرة القدم"
        if post.number in ("d", "p") and not deputy:
            return self._several(i, post, conj, prep)
        if post.number == "p" and not post.of:
            return []  # "على مستوى نواب وزراء الخارجية": those of all who meet
        if deputy is None and (kin := self.holders.relative(i, post)):
            return kin
        return self.holders.holder(i, post, conj, prep, deputy)

    def _is_two(self, i: int, hit: Hit) -> bool:
        """ "هنأ الرئيس الحكومة", "دعا الوزير الدفاع المدني": does the first word of a title in construct have the article, so that the second is
        another's, unless whose it is stands behind it, as where that is a slip ("الوزير الخارجية الروسي سيرغي لافروف")?"""
        if not hit.article or hit.name.article or len(hit.name.tokens) == 1 or not self.reading.is_definite(i + 1):
            return False
        behind = self.names.hits(hit.stop) if hit.stop < self.names.stop else ()
        nations = (h for h in behind if h.name.what == "adjective" and h.article and h.name.number == "s")
        his = any(not self.tokens[h.stop - 1].form.endswith(_HERS) for h in nations)
        return not his and not any(h.name.ref.startswith(("person/", "state/")) and h.name.what == "entity" for h in behind)

    @staticmethod
    def _has_row(hits: Sequence[Hit], posts: Sequence[Hit]) -> bool:
        """Has the title with the word for a deputy a row of its own, which is not that of the deputy of ``posts``, read behind the word?"""
        own = next((h for h in hits if h.name.what == "post" and not _is_parted(h)), None)
        return bool(posts) and own is not None and own.stop >= posts[0].stop and own.name.ref != f"deputy-{posts[0].name.ref}"

    def _helps(self, i: int) -> bool:
        """ "مستعد لمساعدة رئيس كوستاريكا": is the word for an assistant, who would be a woman, the help that somebody gets?"""
        if self.tokens[i].fold.removeprefix("ل").removeprefix("ب") not in self.pack.word_class("help"):
            return False
        return self.names.particles(i)[1] != "" or (i > 0 and self.tokens[i - 1].fold in self.pack.word_class("leads-to-help"))

    def _in_his_name(self, i: int, post: Title) -> Mention | None:
        """ "أعلن الأمين العام أنه مستعد، حسب متحدثة باسمه": he in whose name a pronoun lets somebody speak, who acts in the sentence or in the one
        before it; where a name follows it is the speaker's own."""
        at = post.stop - (self.tokens[post.stop - 1].fold in self.pack.word_class("in-his-name"))
        named = at < self.names.stop and self.tokens[at].fold in self.pack.word_class("in-his-name")
        if not named or self.titles.name_after(replace(post, stop=at + 1))[0]:
            return None
        begin = self.memory.sentences[max(0, self.memory.sentence - 1)].first
        near = [m for m in self.memory.mentions if m.first >= begin and m.kind == "person" and len(m.entities) == 1]
        acts = next((m for m in near if not self.memory.governed(m)), None)
        if acts is None:
            return None
        return self.reading.mention(i, at + 1, acts.entities, "person", "post.speaks-for", role=acts.role, country=acts.country)

    def _of_no_row(self, posts: list[Hit]) -> Hit | None:
        """ "وزير التنمية الإدارية": a minister of what no row has, where the name of another portfolio begins as his does."""
        at = posts[0].stop
        if not posts[0].name.ref.endswith("-minister") or at >= self.names.stop or at in self.dated:
            return None
        goes_on = self.tokens[at].fold.startswith("ال") and self.tokens[at].form.endswith(_RELATIVE) and self.tokens[at - 1].form.endswith("ة")
        if not goes_on or self.names.hits(at) or self.names.opens[at].phrases:
            return None  # a nationality, "الكورية" of one half, "العامة"
        return next((h for h in posts if h.name.ref == "minister" and h.stop < at), None)

    def _governs(self, i: int, post: Title) -> str | None:
        """ "أمير الرياض": the city, a capital, that a prince governs where the head of its state is no emir."""
        title = self.names.reference(i, "back")
        if post.slug != HEADS[0] or post.words > 1 or not post.of or self.memory.reigns(country_of(post.of), "emir"):
            return None
        if self.tokens[i].fold.removeprefix(AND) not in self.pack.word_class("governing-prince") or title is not None:
            return None
        hits = (h for h in self.names.hits(post.stop - 1) if h.name.ref.startswith("place/") and h.stop == post.stop and not (h.conj or h.prep))
        return next((h.name.ref for h in hits), None)

    def _parted(self, i: int) -> tuple[Title, str, str] | None:
        """ "الممثل الباكستاني الخاص", "القائم الأميركي بالأعمال": a title of two words with the nationality between them."""
        if i + 2 >= self.names.stop or self.tokens[i + 2].fold not in self.names.opens[i].posts:
            return None
        whose = (h for h in self.names.hits(i + 1) if h.name.what == "adjective" and h.article and h.stop == i + 2 and not (h.conj or h.prep))
        owner = next(whose, None)
        found = next(self.names.titled_with(i, self.tokens[i + 2].fold), None) if owner is not None else None
        if owner is None or found is None or found[0].number != "s":
            return None
        return self.titles.complement(Title(found[0].ref, "s", i + 3, owner.name.ref, 2)), found[1], found[2]

    def of_theirs(self, i: int) -> list[Mention]:
        """ "وزير خارجيتها": the post of the state that was named last, by a pronoun on the portfolio; "وزيرها": of the ministry.

        Also other titles that stand in no table as they are written: with a nationality inside, or a pronoun on an envoy.
        """
        word = self.names.opens[i]
        if word.posts and (parted := self._parted(i)) is not None:
            return self.holders.holder(i, *parted, None)
        if "its-minister" in word.phrases and self.names.reference(i, "its-minister") and (title := self._at_its_head(i)):
            return self.holders.holder(i, title, *self.names.particles(i), None)
        if "its-envoy" in word.phrases and (phrase := self.names.reference(i, "its-envoy")):
            return self._their_envoy(i, phrase.value)
        if not word.posts or i + 1 >= self.names.stop or not self.tokens[i + 1].fold.endswith(PRONOUNS) or self.reading.is_definite(i):
            return []  # not "الرئيس وحكومته"
        second = owned_by(self.tokens[i + 1].fold)
        doubled = i > 0 and self.tokens[i - 1].fold in (self.tokens[i].fold, AND + self.tokens[i].fold)  # "ولي ولي عهده": one title
        for name, conj, prep in self.names.posts_with(i, second) if not doubled else ():
            if name.number == "s" and name.ref == "spokesperson" and (speaks := self._in_his_name(i, Title(name.ref, "s", i + 2))):
                return [replace(speaks, conj=conj, prep=prep)]
            if name.number == "s":
                beside = self.memory.mentions[-1] if conj and self.reading.ends_mention(i) else None  # "الملك سلمان وولي عهده"
                his = f"state/{beside.country}" if beside is not None and beside.role in _BY_TITLE else ""
                man = None if self.tokens[i + 1].fold.endswith(PRONOUNS[0]) else self.memory.last_man()  # "أوفد الرئيس السوداني وزير خارجيته"
                # "حثت اليابان كوريا الشمالية على …، وذلك في اتصال أجراه وزير خارجيتها": behind a verb of his own he is of whoever acts
                acts = any(r.kind == "verb" for t in self.tokens[max(0, i - 2) : i] for r in self.pack.readings(t.fold))
                told = (self.memory.subject_state(i, last=True) if acts else None) or self.memory.last_state()
                state = his if his in self.world.entities else man or told
                if state is None:
                    return []
                stop = i + 2 + self._has_epithet(i + 2)
                title = self.titles.complement(Title(name.ref, "s", stop, state, 2))
                return self.holders.holder(i, self._by_name(title), conj, prep, None)
        return []

    def _is_main(self, i: int, stop: int) -> bool:
        """Is "الرئيس" at token i the adjective of a noun with the article that is nobody's title, with no name behind it: "the main cause"?"""
        if self.tokens[i].fold not in self.pack.word_class("main"):
            return False
        noun = i > 0 and self.reading.is_definite(i - 1) and self.tokens[i - 1].kind == "word" and known(self.tokens[i - 1].form)
        if not noun or self.names.hits(i - 1) or self.names.opens[i - 1].phrases or self.reading.ends_mention(i) or self.reading.is_verb(i - 1):
            return False
        return not self.titles.name_after(Title(HEADS[0], "s", stop))[0]

    def _behind_joined_name(self, i: int, post: Title) -> list[Mention]:
        """ "وخالد الزروالي، الوالي مدير الهجرة": who is named by a given name with "and" and one more word, and titled behind a comma."""
        begin = i - 3
        last = self.memory.mentions[-1].last if self.memory.mentions else 0
        if begin < max(last, self.memory.begin) or self.tokens[i - 1].fold not in COMMAS or not self.people.is_joined_name(begin):
            return []
        if self.people.unknown_name(begin, joined=True) != i - 1:
            return []
        person = self.people.unknown_person(begin, i - 1, None, None, cut=len(AND))
        self.people.remember(person, begin, i - 1)
        country = self.memory.entity(person).country
        return [self.reading.mention(begin, post.stop, (person,), "person", "name.new", role=post.slug, country=country, conj=AND)]

    def _has_epithet(self, j: int) -> bool:
        """Is token j the epithet of an heir, "the faithful", and not the first word of a secretary-general's title?"""
        office = j + 1 < self.names.stop and any(h.name.what == "post" and h.stop > j + 1 for h in self.names.hits(j))
        return j < self.names.stop and self.tokens[j].fold in self.pack.word_class("epithet") and not office

    def _their_envoy(self, i: int, slug: str) -> list[Mention]:
        """ "استدعت فنزويلا سفيرها في كولومبيا بافيل رودون": whom the state that acts has sent, by his name; without one he is nobody's mention."""
        state = self.memory.subject_state(i) or self.memory.acting_state()
        title = self.titles.complement(Title(slug, "s", i + 1, state)) if state else None
        if title is None or not self.titles.name_after(title)[0]:
            return []
        return self.holders.holder(i, title, *self.names.particles(i), None)

    def _by_name(self, title: Title) -> Title:
        """A title with a pronoun for its state, of that state of which the man named behind it holds it: "كوسوفو، ورئيس وزرائها فلان"."""
        _, known, _ = self.titles.name_after(title)
        held = {t.of for t in self.world.held(known, title.slug, self.day)} if known and self.day else set()
        return replace(title, of=held.pop()) if len(held) == 1 and title.of not in held else title

    def _at_its_head(self, i: int) -> Title | None:
        """The minister of the ministry that was named last, a few words before token i."""
        body = next((m for m in reversed(self.memory.mentions[-_NEAR:]) if m.kind == "government-body" and len(m.entities) == 1), None)
        if body is None or not body.country or i - body.last > _WORDS:
            return None
        office = body.entities[0].removeprefix(f"org/{body.country.lower()}-")
        slug = next((p.slug for p in self.world.posts.values() if p.body == office and p.slug.endswith("minister") and p.level == _MINISTER), None)
        return self.titles.complement(Title(slug, "s", i + 1, f"state/{body.country}", 1)) if slug else None

    def _describes_deed(self, i: int, hit: Hit) -> bool:
        """Does the title look like an adjective and stand behind a noun with its owner's pronoun, which it tells of?"""
        if not i or not hit.article or not self.tokens[i].form.endswith("ي") or self.reading.ends_mention(i):
            return False
        word = self.tokens[i - 1]
        owned = word.kind == "word" and word.fold.endswith(PRONOUNS) and not word.form.endswith("ة")
        return owned and (known(word.form) or any(r.kind == "noun" and r.pronoun for r in self.pack.readings(word.fold)))

    def _is_namesake(self, i: int) -> bool:
        """Is a thing called after whoever the title at token i brings: "مطار الملك فهد الدولي"?"""
        return i > 0 and any(w in self.pack.word_class("called-after") for w in stripped(self.tokens[i - 1].fold))

    def _is_form_of_address(self, k: int, post: Title) -> bool:
        """ "المستشار أحمد أبو زيد": of a land whose head of government is no chancellor it is a judge or an adviser."""
        if self.tokens[k].fold.removeprefix(AND) not in self.pack.word_class("weak-title"):
            return False
        _, known, _ = self.titles.name_after(post)
        country = self.memory.entity(known).country if known else country_of(self.topic.home)
        return not self.reading.has_chancellor(country)

    def _is_honorific(self, i: int) -> bool:
        phrase = self.names.reference(i, "honorific")
        return phrase is not None and len(phrase.tokens) == 1 and self.names.hits(i)[0].name.ref not in _BY_TITLE

    def _several(self, i: int, post: Title, conj: str, prep: str) -> list[Mention]:
        """Two or more holders of one post: "وزيرا خارجية روسيا وأميركا", "الرئيسان الروسي فلاديمير بوتين والتركي رجب طيب أردوغان"."""
        parts: list[tuple[str, int, str | None]] = []  # owner, stop, person
        j = post.stop
        if not post.of and post.number == "d" and (both := self._named_pair(post)):
            return [self.reading.mention(i, both[1], both[0], "person", "post.several", role=post.slug, conj=conj, prep=prep)]
        if not post.of and post.number == "d" and (two := self._each_with_name(post)):
            return [self.reading.mention(i, two[1], two[0], "person", "post.several", role=post.slug, conj=conj, prep=prep)]
        if not post.of and post.number == "d" and (cabinet := self._two_portfolios(i, post)):
            people, stop, of = cabinet
            return [self.reading.mention(i, stop, people, "person", "post.several", role=post.slug, of=of, conj=conj, prep=prep)]
        if not post.of and (listed := self._listed(post.stop)):
            people = tuple(dict.fromkeys(self.holders.on_the_day(Title(post.slug, "s", post.stop, o)) or o for o in listed[0]))
            return [self.reading.mention(i, listed[1], people, "person", "post.listed", role=post.slug, conj=conj, prep=prep)]
        if post.of:
            person, stop = self._owned_person(post, post.of, post.stop)
            parts.append((post.of, stop, person))
            j = stop
            while j < self.names.stop and len(parts) < 8:
                k = j + 1 if self.tokens[j].fold in COMMAS and j + 1 < self.names.stop else j
                owner = self.reading.next_owner(k)
                if not owner:
                    break
                person, stop = self._owned_person(post, owner[0], owner[1])
                parts.append((owner[0], stop, person))
                j = stop
        if len(parts) > 1:
            people = tuple(dict.fromkeys(p or self.holders.office(post, o) for o, _, p in parts))
            return [self.reading.mention(i, j, people, "person", "post.several", role=post.slug, conj=conj, prep=prep)]
        if parts and self.world.entities[parts[0][0]].kind in ("state",):
            if post.number == "p":  # "وزراء الخارجية العرب" is a group of its own
                return [self.reading.mention(i, parts[0][1], (parts[0][0],), "state", "post.plural", role=post.slug, conj=conj, prep=prep)]
            return []
        if parts and self.world.entities[parts[0][0]].members:
            members = self.world.entities[parts[0][0]].members
            return [self.reading.mention(i, parts[0][1], members, "group", "post.members", role=post.slug, conj=conj, prep=prep)]
        if parts:
            return [self.reading.mention(i, parts[0][1], (parts[0][0],), "organisation", "post.of-body", role=post.slug, conj=conj, prep=prep)]
        if post.number != "d":
            return []
        told = self.tokens[post.stop] if post.stop < self.names.stop else None
        more = told is not None and not self.names.hits(post.stop) and self.names.reference(post.stop, "pair") is None
        if more and told is not None and self.reading.is_definite(post.stop) and told.fold.endswith(_TWO):  # "رئيسي الوزراء السابقين فلان وفلان"
            two = self._both_by_name([Title(post.slug, "s", post.stop + 1), Title(post.slug, "s", post.stop + 1)])
            return [self.reading.mention(i, two[1], two[0], "person", "post.pair", role=post.slug, conj=conj, prep=prep)] if two else []
        pair = self.memory.pair("role", post.slug)
        if pair and not any(self._is_president(p) for p in pair if post.slug == HEADS[1]):
            return [self.reading.mention(i, post.stop, pair, "person", "post.pair", role=post.slug, conj=conj, prep=prep)]
        inside = told is not None and told.fold in self.pack.word_class("within") and post.stop + 1 < self.names.stop
        word = self.names.reference(post.stop + inside, "pair")  # "وزيرا دفاع البلدين", "رئيسا الوزراء في البلدين"
        after = post.stop + inside + len(word.tokens) if word else post.stop
        if word and after < self.names.stop and self.tokens[after].fold in self.pack.word_class("said-before"):
            return []  # "رئيسي البلدين المذكورين": of two who were named last, whoever else the report is about
        states = self.memory.pair("state", main=self.topic.two) if (word and word.value == "state") or not self.topic.two else self.topic.two
        if not states or self.world.posts[post.slug].level > 2 or not (word or post.words > 1):
            return []
        if word is not None and (named := self._both_by_name([Title(post.slug, "s", after, s) for s in states])) is not None:
            return [self.reading.mention(i, named[1], named[0], "person", "post.pair", role=post.slug, conj=conj, prep=prep)]
        people = tuple(self._head_met(post, s) or self.holders.office(post, s) for s in states)
        return [self.reading.mention(i, after, people, "person", "post.pair", role=post.slug, conj=conj, prep=prep)]

    def _is_president(self, person: str) -> bool:
        """Does somebody head a state on the day, and no government: a president is no "prime minister"?"""
        day = self.holders.day
        return bool(day) and bool(self.world.held(person, HEADS[0], day)) and not self.world.held(person, HEADS[1], day)

    def _two_portfolios(self, i: int, post: Title) -> tuple[tuple[str, ...], int, str] | None:
        """ "وزيري الدفاع والداخلية": two ministers of one cabinet, of the state behind them, else of the report's; and the token after them."""
        j = post.stop
        word = self.tokens[j].fold if j < self.names.stop else ""
        if post.words < 2 or not word.startswith(AND + "ال"):
            return None
        single = self._alike(post.slug, self.tokens[j - 1].fold, word[1:])
        if single is None or single == post.slug:
            return None
        owner = (self.titles.owner(j + 1) or self._of_both(j + 1)) if j + 1 < self.names.stop else None
        state = owner[0] if owner is not None else self.holders.whose.state_with(post.slug, -1, i)
        if state is None or not state.startswith("state/"):
            return None
        stop = owner[1] if owner is not None else j + 1
        titles = [Title(slug, "s", stop, state) for slug in (post.slug, single)]
        if (two := self._both_by_name(titles)) is not None:
            return *two, state
        return tuple(self.holders.on_the_day(t) or self.holders.office(t, state) for t in titles), stop, state

    def _of_both(self, j: int) -> tuple[str, int] | None:
        """ "وزيرا الدفاع والداخلية الأفغانيان": the state of an adjective in the dual, which no table has, at token j, and the token after it."""
        word = self.tokens[j].fold
        if not word.startswith(_THE) or not word.endswith(_TWO):
            return None
        found = {ref for form, ref in demonyms(self.world, word[2:3]) if form == word[2:-2]}
        return (found.pop(), j + 1) if len(found) == 1 else None

    def _each_with_name(self, post: Title) -> tuple[tuple[str, str], int] | None:
        """ "وزيري الخارجية مولود تشاووش أوغلو، والدفاع خلوصي أكار": two ministers, each named behind his portfolio; and the token after them."""
        name_at, first, stop = self.titles.name_after(Title(post.slug, "s", post.stop, words=post.words))
        at = stop + (stop < self.names.stop and self.tokens[stop].fold in COMMAS)
        word = self.tokens[at].fold if name_at and at < self.names.stop else ""
        other = self._alike(post.slug, self.tokens[post.stop - 1].fold, word[1:]) if word.startswith(AND + "ال") and post.words > 1 else None
        if other is None or first is None:
            return None
        state = f"state/{self.memory.origin(first)}"
        behind, second, after = self.titles.name_after(Title(other, "s", at + 1, state if state in self.world.entities else None))
        if not behind:
            return None
        second = second or self.people.unknown_person(behind, after, state if state in self.world.entities else None)
        for person, begin, end in ((first, name_at, stop), (second, behind, after)):
            self.memory.entity(person)
            self.people.remember(person, begin, end)
        return (first, second), after

    def _both_by_name(self, titles: list[Title]) -> tuple[tuple[str, str], int] | None:
        """ "وزيري الدفاع والداخلية إلياس المر وحسن السبع": the two whose names stand behind two titles, in their order; and the token after them."""
        name_at, first, stop = self.titles.name_after(titles[0])
        if not name_at or stop >= self.names.stop:
            return None
        hits = [h for h in self.names.hits(stop) if h.conj == AND and not h.prep and h.name.what in ("entity", "surname")]
        people = [h.name.ref for h in hits if h.name.ref.startswith("person/") and h.stop == hits[0].stop]
        second, after = self.people.choose(people, titles[1]) if people else None, hits[0].stop if people else stop
        if second is None and self.people.is_joined_name(stop):
            after = self.people.unknown_name(stop, joined=True)
            second = self.people.unknown_person(stop, after, titles[1].of, cut=len(AND)) if after else None
            self.people.remember(second, stop, after) if second is not None else None
        if second is None:
            return None
        first = first or self.people.unknown_person(name_at, stop, titles[0].of)
        self.people.remember(first, name_at, stop)
        return (first, second), after

    def _alike(self, slug: str, field: str, other: str) -> str | None:
        """The post named as this one but for its field: "وزير الداخلية" beside "وزير الدفاع"."""
        names = (n for key in self.world.words["post"] for n in self.world.names[key] if n.what == "post" and len(n.tokens) == 2)
        named = {n.tokens: n.ref for n in names}
        return next((named[t[0], other] for t, ref in named.items() if ref == slug and t[1] == field and (t[0], other) in named), None)

    def _head_met(self, post: Title, state: str) -> str | None:
        """Who holds the post in the state; of "the heads of both countries" the prime minister whom the report names, where it names no president."""
        holder = self.holders.on_the_day(Title(post.slug, "s", post.stop, state))
        if post.slug != HEADS[0] or holder in self.memory.entities:
            return holder  # "رئيسا الوزراء" are no presidents
        country = country_of(state)
        met = {m.entities[0] for m in self.memory.recent if m.role in _BY_TITLE and m.country == country and len(m.entities) == 1 and not m.qualifier}
        return met.pop() if len(met) == 1 else holder

    def _named_pair(self, post: Title) -> tuple[tuple[str, str], int] | None:
        """The two whose names follow a dual: "الرئيسين البشير والتشادي إدريس ديبي", "الوزيران لافروف وكيري"; and the token after them."""
        one = Title(post.slug, "s", post.stop)
        first, stop = self.people.person_at(post.stop, one) if post.stop < self.names.stop else (None, 0)
        if not first or stop >= self.names.stop:
            return None
        if owner := self.reading.next_owner(stop):
            second, after = self._owned_person(post, *owner)
        else:
            hits = [h for h in self.names.hits(stop) if h.conj == AND and not h.prep and h.name.what in ("entity", "surname")]
            people = [h.name.ref for h in hits if h.name.ref.startswith("person/") and h.stop == hits[0].stop]
            second, after = self.people.choose(people, one) if people else None, hits[0].stop if hits else stop
        if post.slug in HEADS and not all(self._has_presided(p) for p in (first, second)):
            return None  # "كلف الرئيسان صلوخ والمعلم": two ministers, whom the presidents charge
        return ((first, second), after) if second and second != first else None

    def _has_presided(self, person: str | None) -> bool:
        """May somebody be called "الرئيس": who has headed a state, a government or a house, or of whom we know no post at all?"""
        held = self.world.held(person, None, None) if person else ()
        return not held or any(t.post in HEADS or t.post in self.pack.word_class("presides") for t in held)

    def _listed(self, j: int) -> tuple[list[str], int] | None:
        """ "وزيري الخارجية والري من كل من مصر والسودان": the states behind "of each of", over one more portfolio."""
        for _ in range(3):
            phrase = self.pack.phrase_at(self.tokens, j) if j < self.names.stop else None
            if phrase is not None and phrase.cls in ("prep", "list") and phrase.value not in self.pack.word_class("between"):
                j += len(phrase.tokens)  # but "تبادل أسرى بين روسيا وأوكرانيا"
            elif j < self.names.stop and self.tokens[j].fold.startswith(AND + "ال") and j + 1 < self.names.stop:
                j += 1
            else:
                break
        else:
            phrase = None
        first = (
            next((h for h in self.names.hits(j) if h.name.what == "entity" and h.name.ref.startswith("state/") and not h.conj), None)
            if j < self.names.stop
            else None
        )
        if first is None:
            return None
        owners, stop = [first.name.ref], first.stop
        while stop < self.names.stop:
            k = stop + 1 if self.tokens[stop].fold in COMMAS else stop
            more = self.reading.next_owner(k) if k < self.names.stop else None
            if more is None:
                break
            owners.append(more[0])
            stop = more[1]
        return (owners, stop) if len(owners) > 1 else None

    def sent(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "سفراء كل من فرنسا برونو فوشيه وألمانيا جورج بيرغلن": a state with its ambassador's name right behind it, in a sentence on several."""
        if self.listed_in != self.memory.sentence:
            return []
        if i and self.tokens[i - 1].fold in self.pack.word_class("towards"):
            return []  # "سفير كوبا المقيم في الجزائر فلان": where he lives
        state = next((h for h in hits if h.name.what == "entity" and h.name.ref.startswith("state/") and not h.prep), None)
        if state is None or state.stop >= self.names.stop or self.tokens[state.stop].kind != "word":
            return []
        title = Title(_AMBASSADOR, "s", state.stop, state.name.ref)
        name_at, person, _ = self.titles.name_after(title)
        alone = person is None or self.memory.origin(person) == country_of(state.name.ref)
        return self.holders.holder(i, title, state.conj, "", None) if name_at and alone else []

    def _owned_person(self, post: Title, of: str, stop: int, alone: bool = False) -> tuple[str | None, int]:
        """Who is named behind the owner at token ``stop``, else the holder; nobody where somebody unknown is named, if one man is meant."""
        one = Title(post.slug, "s", stop, of)
        name_at, person, after = self.titles.name_after(one)
        held = {t.of for t in self.world.held(person, post.slug, self.holders.day)} if person and post.number != "s" else set()
        foreign = bool(held) and of not in held
        if person and not foreign:  # "وزراء خارجية روسيا وأرمينيا، سيرغي لافروف"
            self.people.remember(person, stop, after)
            return person, after
        if name_at and not person and alone:
            return None, stop  # "نظيره النيجيري أحمد بلو"
        if name_at and post.number == "d" and self._ends_a_pair(after):  # "رئيسا الوزراء الصربي فلان والكوسوفي هاشم تاجي"
            person = self.people.unknown_person(name_at, after, of)
            self.people.remember(person, name_at, after)
            return person, after
        holder = self.holders.on_the_day(one)
        if holder is None and post.slug == _OF_A_MINISTER and post.words == 1:
            holder = self.memory.minister_of(country_of(of))  # "بين الوزيرين المغربي والإسباني"
        return holder, stop

    def _ends_a_pair(self, j: int) -> bool:
        """Does token j go on with "and" and a state, or stand where no name can: behind both names of two?"""
        return j >= self.names.stop or self.tokens[j].kind != "word" or self.reading.next_owner(j) is not None or self.reading.is_word(j)

    def counterpart(self, i: int, hits: list[Hit]) -> list[Mention]:
        phrase = self.names.reference(i, "counterpart") or self._colleague(i)
        if not phrase:
            return []
        conj, prep = self.names.particles(i)
        j = i + len(phrase.tokens)
        role = self.memory.role_met() or "official"
        if role == HEADS[2] and (at := self.titles.owner(j)) and not self.holders.whose.has_seat(role, at[0]):
            others = (m.role for m in reversed(self.memory.recent) if m.kind == "person" and m.role and m.role != role)
            role = next(others, role)  # no republic has a crown prince
        if (titled := self._titled_behind(j, role)) is not None:
            j = titled  # "مع نظيره، وزير الخارجية «محمد سيالة»"
        parts: list[tuple[str, int, str | None]] = []
        owner = (self.titles.owner(j) or self.titles.half(j)) if j < self.names.stop else None
        if owner and (body := self._counterpart_body(i, owner[0])):
            country = self.memory.entity(body).country
            return [self.reading.mention(i, owner[1], (body,), "government-body", "counterpart", country=country, conj=conj, prep=prep)]
        if owner:
            owner = owner[0], self.titles.past_qualifiers(owner[1])  # "نظيره الأميركي الجديد ماركو روبيو"
        if phrase.value == "p" and (members := self._members_in(j)):
            return [self.reading.mention(i, members[1], members[0], "group", "counterpart.members", role=role, conj=conj, prep=prep)]
        if not owner and j + 1 < self.names.stop and (self.tokens[j].fold == "في" or self.tokens[j].fold in self.pack.word_class("from")):
            owner = self.titles.owner(j + 1)  # "نظيره في جمهورية الكونغو الديمقراطية", "نظيره من الرأس الأخضر"
        if owner:
            one = phrase.value not in ("d", "p")
            person, stop = self._owned_person(Title(role, "s", owner[1], owner[0]), owner[0], owner[1], alone=one)
            parts.append((owner[0], stop, person))
            while phrase.value in ("d", "p"):
                comma = stop < self.names.stop and self.tokens[stop].fold in COMMAS
                more = self.reading.next_owner(stop + comma)
                if not more:
                    break
                person, stop = self._owned_person(Title(role, "s", more[1], more[0]), more[0], more[1])
                parts.append((more[0], stop, person))
        else:
            name_at, person, stop = self.titles.name_after(Title(role, "s", j))
            if not person and name_at and role in self.world.posts:  # "نظيره أمادو أوري باه"
                person = self.people.unknown_person(name_at, stop, None, None)
                self.people.remember(person, name_at, stop)
                return [self.reading.mention(i, stop, (person,), "person", "counterpart", role=role, conj=conj, prep=prep)]
            if not person and phrase.value in ("m", "f") and (again := self.memory.other_holder(role)):
                person, stop = again, j
            if not person:
                return []
            parts.append((f"state/{self.memory.entity(person).country}", stop, person))
        if len(parts) == 1 and parts[0][2] is None and owner and (his := self._with_his_post(owner)):
            role, parts[0] = his[0], (owner[0], his[1].last, his[1].entities[0])
            stop = his[1].last
        people = []
        if len(parts) == 1 and parts[0][2] is None and owner and (seat := self.holders.whose.seat(role, owner[0])) != role:
            role, parts[0] = seat, (owner[0], parts[0][1], self.holders.on_the_day(Title(seat, "s", owner[1], owner[0])))
        begin = self.memory.sentences[self.memory.sentence].first
        like_a_body = role == "official" and any(m.first >= begin for m in self.memory.mentions[-1:])  # "خفر السواحل … نظيره"
        for of, after, person in parts:
            if person is None and role in self.world.posts and not (like_a_body and not self.titles.name_after(Title(role, "s", after, of))[0]):
                name = self.titles.name_after(Title(role, "s", after, of))
                if name[0] and name[1] is None and of == parts[-1][0]:
                    person, stop = self.people.unknown_person(name[0], name[2], of), name[2]
                    self.people.remember(person, name[0], name[2])
                else:
                    person = self.holders.office(Title(role, "s", after), of)
            people.append(person or of)
        if len(parts) > 1 and self._of_two_offices(i):
            people = [of for of, _, _ in parts]  # "تحدث الوزير والرئيس مع نظيريهما في تايلاند وكمبوديا": two of each, of whom we cannot tell
        if len(people) == 1 and people[0] and stop > (owner[1] if owner else j):
            stop = self.holders.titles_after(people[0], stop)[0]  # "نظيره الفنلندي فلان، الرئيس الحالي لمنظمة …"
        country = country_of(parts[0][0]) if len(parts) == 1 else None
        kind = "person" if any(p.startswith("person/") for p in people) else "state"  # whose counterpart it is was not told
        told = (self._own_role(people[0], role) if len(people) == 1 else role) if kind == "person" else None
        return [self.reading.mention(i, stop, tuple(dict.fromkeys(people)), kind, "counterpart", role=told, country=country, conj=conj, prep=prep)]

    def _of_two_offices(self, i: int) -> bool:
        """ "الوزير فلان والرئيس فلان … نظيريهما": are the two whose counterparts token i brings, named last with "and", of different offices?"""
        two = [m for m in self.memory.mentions[-2:] if m.kind == "person" and m.role and len(m.entities) == 1]
        begin = self.memory.sentences[self.memory.sentence].first
        both = self.tokens[i].fold in self.pack.word_class("of-both") and len(two) == 2 and two[0].first >= begin and two[1].conj == AND
        return both and two[0].role != two[1].role

    def _colleague(self, i: int) -> Phrase | None:
        """ "أبلغ الوزير زميله الألماني": a colleague of another state, where a nationality stands right behind him and whoever acts holds a post."""
        phrase = self.names.reference(i, "colleague")
        j = i + len(phrase.tokens) if phrase is not None else self.names.stop
        if phrase is None or j >= self.names.stop or self.memory.role_met() not in self.world.posts:
            return None
        nations = (h for h in self.names.hits(j) if h.name.what == "adjective" and h.article and h.name.ref.startswith("state/"))
        return phrase if any(not (h.conj or h.prep) for h in nations) else None

    def _members_in(self, j: int) -> tuple[tuple[str, ...], int] | None:
        """ "نظراءه في دول مجلس التعاون": the states of the group behind plural counterparts, and the token after it."""
        at = j + (j < self.names.stop and self.tokens[j].fold in self.pack.word_class("of-land"))
        hits = (h for h in self.names.hits(at) if h.name.what == "entity" and not h.conj) if at < self.names.stop else ()
        return next(((self.world.entities[h.name.ref].members, h.stop) for h in hits if self.world.entities[h.name.ref].members), None)

    def _titled_behind(self, j: int, role: str) -> int | None:
        """The token behind the title without an owner that tells, behind a comma, the post that a counterpart shares, before his name."""
        if j + 1 >= self.names.stop or self.tokens[j].fold not in COMMAS:
            return None
        hit = next((h for h in self.names.hits(j + 1) if h.name.what == "post" and h.name.ref == role and not (h.conj or h.prep)), None)
        if hit is None or self.titles.owner(hit.stop) is not None:
            return None
        return hit.stop if self.titles.name_after(Title(role, "s", hit.stop))[0] else None

    def _own_role(self, person: str, role: str) -> str:
        """The post that a counterpart with a name is met in: his own, where he does not hold the other's on the day."""
        held = [t for t in self.world.held(person, None, self.day) if t.since] if self.day else []
        if not self.day and role not in HEADS and any(t.post in HEADS for t in self.world.held(person, None, None)):
            held = [t for t in self.world.held(person, None, None) if t.post in HEADS or t.post == role]  # a president is no ambassador
            served = [t for t in self.world.held(person, None, None) if t.post.endswith(_OF_A_MINISTER)] if _OF_A_MINISTER in role else []
            held = served or held  # "نظيره السويسري إينياتسيو كاسيس", who headed the state for a year, beside a minister of state
        return role if not held or any(t.post == role for t in held) else self.people.foremost(held)

    def _with_his_post(self, owner: tuple[str, int]) -> tuple[str, Mention] | None:
        """(role, mention) of the person whose post and name follow a counterpart's state: "نظيره الصيني نائب وزير الخارجية الصيني وو داوي"."""
        at = owner[1]
        if at >= self.names.stop or not (self.names.reference(at, "deputy") or any(h.name.what == "post" for h in self.names.hits(at))):
            return None
        found = self.post(at, self.names.hits(at))
        if len(found) != 1 or found[0].conj or found[0].prep or found[0].kind != "person" or len(found[0].entities) != 1:
            return None
        his = found[0]
        named = his.rule == "post" and his.role and his.country == country_of(owner[0])
        return (str(his.role), his) if named else None

    def _counterpart_body(self, i: int, state: str) -> str | None:
        """ "طلبت الخارجية العراقية من نظيرتها السعودية": the like of the body that was named last, where the word is feminine or it is an
        army."""
        last = self.memory.mentions[-1] if self.memory.mentions else None
        if last is None or last.kind != "government-body" or len(last.entities) != 1 or not state.startswith("state/"):
            return None
        slug = last.entities[0].removeprefix(f"org/{(last.country or '').lower()}-")
        hers = owned_by(self.tokens[i].fold).endswith(PRONOUNS[1])
        return self.memory.body_of(slug, state) if slug in self.world.bodies and (hers or slug == _ARMY) else None  # "اشتبك الجيش مع نظيره"

    def leaders(self, i: int, hits: list[Hit]) -> list[Mention]:
        """ "قادة الدول الخمس الدائمة العضوية": the members, as heads of state. "الجانب الأميركي": the state."""
        for cls in ("leaders", "side"):
            phrase = self.names.reference(i, cls)
            if not phrase or i + len(phrase.tokens) >= self.names.stop:
                continue
            conj, prep = self.names.particles(i)
            j = i + len(phrase.tokens)
            for h in self.names.hits(j):
                if h.conj or h.prep:
                    continue
                if h.name.what == "adjective" and h.article and cls == "side":
                    self.memory.entity(h.name.ref)
                    return [self.reading.mention(i, h.stop, (h.name.ref,), "state", "side", country=country_of(h.name.ref), conj=conj, prep=prep)]
                if h.name.what == "entity" and cls == "leaders" and self.world.entities[h.name.ref].members:
                    self.memory.entities.setdefault(h.name.ref, self.world.entities[h.name.ref])
                    return [
                        self.reading.mention(
                            i, h.stop, self.world.entities[h.name.ref].members, "group", "leaders", role=phrase.value, conj=conj, prep=prep
                        )
                    ]
            if cls == "leaders":
                return self._state_list(i, j, phrase.value, conj, prep)
        return []

    def _state_list(self, i: int, j: int, role: str, conj: str, prep: str) -> list[Mention]:
        parts, stop = [], j
        for h in self.names.hits(j):
            if h.name.what == "entity" and h.name.ref.startswith("state/") and not h.conj and not h.prep and not self.titles.begins_name(j, h):
                parts, stop = [h.name.ref], h.stop
                break
        while parts:
            k = stop + 1 if stop < self.names.stop and self.tokens[stop].fold in COMMAS else stop
            more = self.reading.next_owner(k) if k < self.names.stop else None
            if not more:
                break
            parts.append(more[0])
            stop = more[1]
        if not parts:
            return []
        for p in parts:
            self.memory.entity(p)
        return [
            self.reading.mention(
                i,
                stop,
                tuple(parts),
                "state",
                "leaders.states",
                role=role,
                conj=conj,
                prep=prep,
                country=country_of(parts[0]) if len(parts) == 1 else None,
            )
        ]


def _is_parted(hit: Hit) -> bool:
    """ "ودعا الرئيس حزب العمال إلى", not "رئيس حزب العمال": with its article the first word has no genitive, so the title ends with it."""
    second = hit.name.tokens[1] if hit.article and len(hit.name.tokens) > 1 else _THE
    return not second.startswith((_THE, _BY))
