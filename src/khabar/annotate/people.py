"""Who a name is: somebody whom the world knows, somebody of this report, or a newcomer; and what looks like a name at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import islice

from khabar.annotate.memory import HEADS
from khabar.annotate.names import PRONOUNS, Hit, first_names, keys, one_letter_off, same_sound, sound, spelled, stripped
from khabar.annotate.reading import AND, COMMAS, GLUED, Part, Reading, Title, country_of
from khabar.lemmas import known, whole
from khabar.model import Entity, Mention, Tenure
from khabar.text import tokenize
from khabar.world import ARAB, FAMILY_FIRST, FIRST_ALONE, Name

_NAME_PARTICLES = frozenset(("بن", "ابن", "ال", "ابو", "عبد", "بنت", "ولد", "دي", "فان", "فون"))
_FILIAL = ("بن", "بنت")
_TWO = 2  # words of a name
_OF_MANY = ("secretary-general", "director-general", "president-of-commission")
_FATHERS = 4  # tokens of a name in which "son of" is looked for
_SERVANT, _THE = "عبد", "ال"
_SERVANT_OF = _SERVANT + _THE
_OWNED = ("ته", "تها", "تهم")  # a noun with its owner
_DEED, _LONG = ("ت", "إ", "ا"), 6  # what a verbal noun of a derived stem begins with; letters with its preposition
_FAMILY = 6  # letters of a family name with its article
_POWERS = "org/p5"
_GONE = 5  # years
_KIN = 2  # tokens between a word for a kinsman and his name
_OF_OLD = 2000  # the year before which nobody was in office last of whom a report without a day speaks by one word
_LATE = 2008  # and by a name that many have
_LEADS_ON = ("ب", "ل")
_SHORT = 4  # letters: what is shorter is seldom a surname by itself
_RARE = 2  # people whom the world knows by a first name that is hardly one
_LONG_NAME = 7  # letters of a foreign surname that is hardly any other
_MINISTER = 2  # level of a minister in posts.tsv
_HYPHEN, _POINT = "-", "."
_CLEAR = 3  # letters of a name's sound
_ABOUT = 3  # states that a report is about
_LINES = 60  # tokens of a text that is no more than a headline and a line or two
_QUOTES = frozenset(('"', "«", "»", "“", "”"))
_BOUND = ("ب", "ل", "ك")  # prepositions that are written in one with their noun
_FULL_NAMES = 12  # first times that a word stands in a report, where names are told in full
_HAMZAS = ("إ", "أ", "آ")  # of a name, where an article has none


_FULL = 2  # words of a full name
_HER, _NUNATED = "ة", ("اً", "ًا")
_INFLECTED = ("ة", "ا", "ين", "ون", "ات", "ان", "ه", "ها")


class People(Part):
    """See the module. ``bound``: folded surnames and names of newcomers -> person of this report."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.bound: dict[str, str] = {}
        self.opening: set[str] = set()  # the first words of ``bound``
        self.leading: set[str] = set()  # every token that may lead to a word of ``bound``: so all others need not be taken apart
        self._first_names = first_names(self.world)
        self._fronted_names = first_names(self.world, fronted=True)
        self._dots = reading.dots

    def person_at(self, j: int, post: Title | None) -> tuple[str | None, int]:
        """A person whom the world or this report knows, by a full name or by a surname that the post makes certain."""
        if post is not None and (holder := self._called_as(j, post)) is not None:
            return holder, self._is_told(holder, j) or j + 1
        hits = [h for h in self.names.hits(j) if not h.conj and not h.prep]
        full = [h for h in hits if h.name.what == "entity" and h.name.ref.startswith("person/") and self.may_be_meant(h)]
        full = [h for h in full if not self._is_cut(h, post)]
        if full:
            best = [h for h in full if h.stop == full[0].stop]
            ref = best[0].name.ref if len(best) == 1 else self.choose([h.name.ref for h in best], post)
            titled = post is not None and post.slug in self.world.posts
            if ref and titled and self.is_foreign(full[0].stop) and not self.world.held(ref, post.slug if post else None, None):
                return None, j  # "سفير إسبانيا خوان كارلوس غافو" is no king
            if ref:
                return ref, self.whole_name(ref, full[0].stop)
        if self.tokens[j].fold in self.pack.word_class("before-name") and j + 1 < self.names.stop:
            whole_name = [h for h in self.names.hits(j + 1) if h.name.ref.startswith("person/") and len(h.name.tokens) > 1 and not (h.conj or h.prep)]
            if whole_name and self.may_be_meant(whole_name[0]):
                return whole_name[0].name.ref, whole_name[0].stop  # "سيد عباس عراقجي"
        if self.pack.phrase_at(self.tokens, j):
            return None, j  # "الرئيس الكيني على …": no surname
        bound, after = self._bound_at(j, self.tokens[j].fold)
        surnames = [h for h in hits if h.name.what == "surname" and not self._is_first(h) and not self._ends_otherwise(h)]
        surnames = [h for h in surnames if not (self._before_given(h.name.ref, h.stop) or self._is_former_title(j, h.stop))]
        if self.is_given(j):  # "الرئيس عمر يار أدو" is no Mullah Omar of years ago
            slug = post.slug if post is not None else None
            surnames = [h for h in surnames if h.stop > j + 1 or h.name.ref in self.memory.entities or self.world.held(h.name.ref, slug, self.day)]
        if post is not None and post.slug in HEADS and any(self.world.held(h.name.ref, post.slug, self.day) for h in surnames):
            bound = None  # "الرئيس الأسد" after a cousin of his
        if bound and self._before_given(bound, after) and not self._is_told(bound, j):
            bound = None  # "كيم بيونج كوان" after "كيم كوان جين"
        if bound and not (surnames and surnames[0].stop > after) and not (self.is_given(j) and self._goes_on_as_name(after)):
            return bound, after
        if surnames and post is not None and post.slug in self.world.posts and self.is_foreign(surnames[0].stop):
            surnames = [
                h for h in surnames if h.name.ref in self.memory.entities or self.world.held(h.name.ref, post.slug, None)
            ]  # "وكيل الأمين العام جيل ميشو"
        if post is not None and post.slug not in HEADS:
            surnames = [h for h in surnames if h.name.ref in self.memory.entities or not self._goes_on_given(h.stop)]
        if surnames:
            ref = self.choose([h.name.ref for h in surnames if h.stop == surnames[0].stop], post)
            if ref and not self._is_to_come(ref):
                return ref, surnames[0].stop
        return None, j

    def _is_former_title(self, j: int, stop: int) -> bool:
        """ "مستشار رئيس الحكومة الوزير السابق فلان": a family name that is a title as well, before a word such as "former", of a title only."""
        return self.names.reference(j, "back") is not None and self.names.reference(stop, "qualifier") is not None

    def _goes_on_given(self, stop: int) -> bool:
        """ "وكيل وزارة الخارجية قاضي خليل": does a given name stand behind what would be a surname, that begins nobody's known name?"""
        return self.is_given(stop) and not any(h.name.ref.startswith("person/") and h.stop > stop + 1 for h in self.names.hits(stop))

    def _has_namesake(self, person: str, post: Title, people: Sequence[str]) -> bool:
        """Has somebody held the post since whose name begins with the last of a man of old: "الملك عبد الله"?"""
        terms = self.world.tenures_of.get((post.slug, post.of or f"state/{self.memory.origin(person)}"), ())
        last = {"".join(form[-2:]) for form in self.spellings(person)} | {form[-1] for form in self.spellings(person)}
        others = {t.person for t in terms if t.person not in people and not self._is_bygone(t.person)}
        return any(_first_word(form) in last or form[0] in last for p in others for form in self.spellings(p))

    def _is_cut(self, hit: Hit, post: Title | None) -> bool:
        """Is a name of several words only the end of its bearer's, whose land and offices are not those of the title before it: "مفوض الاتحاد
        الأفريقي جين بينغ" is no "شي جين بينغ"?"""
        of = post.of if post is not None else None
        if post is None or of is None or len(hit.name.tokens) == 1 or self.memory.origin(hit.name.ref) == country_of(of):
            return False
        longer = any(len(form) > len(hit.name.tokens) and form[-len(hit.name.tokens) :] == hit.name.tokens for form in self.spellings(hit.name.ref))
        return longer and not any(t.of == of or t.post == post.slug for t in self.world.held(hit.name.ref, None, None))

    def whole_name(self, person: str, stop: int) -> int:
        """Token after the rest of a known man's name, which ends at ``stop``: "عمر عبد الرشيد علي شارماركي", whose last word sounds as his does."""
        while stop + 1 < self.names.stop and self.tokens[stop].fold == _FILIAL[0] and self.is_of_names(stop + 1) and self._has_father(stop):
            stop += 2 + (self.tokens[stop + 1].fold == _SERVANT)  # "عبدالعزيز بن سعود بن نايف بن عبدالعزيز"
        if stop + 1 < self.names.stop and self.tokens[stop].fold == _THE and self.tokens[stop + 1].kind == "word" and self._has_father(stop):
            return stop + 2  # "سلطان بن عبدالعزيز آل سعود", of whom the world has only the first words
        matched = self.tokens[stop - 1].fold
        last = {sound(form[-1]) for form in self.spellings(person) if len(form) > 1 and form[-1] != matched}
        for k in range(stop, min(stop + 3, self.names.stop)):
            if self.tokens[k].kind != "word" or k in self.dated:
                break
            if len(ends := sound(self.tokens[k].fold)) >= _CLEAR and ends in last:
                return k + 1
            if not (self.is_of_names(k) or (self.tokens[k].form.endswith("ي") and self.tokens[k].fold in self.pack.word_class("given-name"))):
                break  # "علي" as well
        return stop

    def _has_father(self, stop: int) -> bool:
        """Does "son of" stand in the name that ends before this token?"""
        return any(self.tokens[k].fold in _FILIAL for k in range(max(0, stop - _FATHERS), stop))

    def _called_as(self, j: int, post: Title) -> str | None:
        """ "وزير الخارجية الكوري الجنوبي كيم": the holder of the post whose family name comes first, not the one man of another state whom that
        word alone means else."""
        one = next((h for h in self.names.hits(j) if h.name.what == "entity" and h.stop == j + 1 and not (h.conj or h.prep)), None)
        country = country_of(post.of)
        if one is None or country not in FAMILY_FIRST or not self.day or self.world.entities[one.name.ref].country == country:
            return None
        holders = {t.person for t in self.world.holders(post.slug, post.of or "", self.day)}
        fit = [p for p in holders if any(form[0] == self.tokens[j].fold for form in self.spellings(p))]
        return fit[0] if len(fit) == 1 and (self._is_told(fit[0], j) or not self._goes_on_as_name(j + 1)) else None

    def _is_told(self, person: str, j: int) -> int:
        """Token after the whole of a name of three words that begins with the family's, at token j: "كيم تا يونغ", "كيم يونغ-هو"; else 0."""
        at = [k for k in range(j, min(j + 5, self.names.stop)) if self.tokens[k].kind == "word"][:3]
        words = [self.tokens[k].fold for k in at]
        names = (tuple(w for w in form if w != _HYPHEN) for form in self.spellings(person))
        return at[-1] + 1 if any(len(n) == len(words) == 3 and (n[0], n[-1]) == (words[0], words[-1]) for n in names) else 0

    def _is_to_come(self, person: str) -> bool:
        """Do the first posts that a person ever held begin more than a year after the report?"""
        first = min((t.since for t in self.world.tenures_by.get(person, ())), default="")
        return bool(first and self.day) and int(first[:4]) > int((self.day or "")[:4]) + 1

    def _ends_otherwise(self, hit: Hit) -> bool:
        """Does the text, which tells ى from ي, write a word of the dictionary where the surname has ي ("المنفى" is exile)?"""
        form = self.tokens[hit.stop - 1].form
        return self._dots and form.endswith("ى") and known(form) and not known(form[:-1] + "ي")

    def choose(self, people: list[str], post: Title | None) -> str | None:
        """The only one it can be: met in this report; with that post; in any post on that day."""
        people = list(dict.fromkeys(people))
        met = [p for p in people if p in self.memory.entities]
        if post is not None and post.slug == HEADS[0] and any(self.world.held(p, post.slug, None) for p in people):
            # "الرئيس كلينتون" is not the senator who was met, but "الرئيس بري" the speaker, and no president of another land
            met = [p for p in met if self.world.held(p, post.slug, None) or self._presides(p)]
        if len(met) == 1:
            return met[0]
        if post is not None and not post.deputy:
            for day in (self.day, None):
                fit = [p for p in people if any(_is_of(t, post) for t in self.world.held(p, post.slug, day))]
                if not self.day:  # "الملك عبد الله" is no king of old
                    fit = [p for p in fit if not (self._is_bygone(p) and self._has_namesake(p, post, people))]
                if post.of is None:  # "وزير الخارجية داو" is no minister of a land of which the report does not speak
                    fit = [p for p in fit if self.is_of_here(p)]
                if not fit and day and post.slug == HEADS[0]:
                    fit = [p for p in people if self._presides(p)]
                if len(fit) == 1:
                    return fit[0]
            if post.of:
                country = country_of(post.of)
                fit = [p for p in people if country and self.world.entities[p].country == country and self._near(p)]
                if post.slug in HEADS and (self.world.holders(post.slug, post.of, self.day) if self.day else self._had_heads(post)):
                    fit = [p for p in fit if self.world.held(p, post.slug, None)]  # "الملك السلطان عبد الله" is no minister of that name
                return fit[0] if len(fit) == 1 else None
            return None
        if post is not None and post.of is None:  # "نائب رئيس مجلس الوزراء الشامي" is no minister of another land
            people = [p for p in people if self.is_of_here(p) and self._is_named_land(p)]
        elif post is not None and post.of and post.of.startswith("state/"):  # "مستشار رئيس الحكومة اللبنانية الوزير": no man of that name elsewhere
            people = [p for p in people if self.world.entities[p].country == country_of(post.of)]
        if len(people) == 1 and self._near(people[0]):
            return people[0]
        levels = {p: level for p in people if (level := self._rank(p)) is not None}
        first = [p for p, level in levels.items() if level == min(levels.values())]
        if len(first) > 1:  # "الملك عبد الله": the king of whom the report is more about
            backing = {p: self.topic.backing[self.world.entities[p].country or ""] for p in first}
            first = [p for p in first if backing[p] == max(backing.values())]
        return first[0] if len(first) == 1 and (len(levels) == 1 or levels[first[0]] <= 1) else None

    def _had_heads(self, post: Title) -> bool:
        """Are those known who have held the post of a head: "الرئيس الصيني تشي جين بينغ" is no minister whose last name is "تشي"?"""
        return (post.slug, post.of or "") in self.world.tenures_of

    def _rank(self, person: str) -> int | None:
        """How high the highest of the posts is that a person holds on the day, or all the time in which a report of no day may have been written;
        None for who holds none."""
        if self.day:
            return self._level(person) if self.world.held(person, None, self.day) else None
        held = [t for t in self.world.held(person, None, None) if t in self.reading.holders(t.post, t.of)] if self.reading.spans else []
        return min((self.world.posts[t.post].level for t in held), default=None)

    def _lately(self, person: str) -> int:
        """The same; who headed a state or its government within the last year still counts: who was overthrown is in the news."""
        level = self._level(person)
        if level < 9 or not self.day:
            return level
        year_ago = f"{int(self.day[:4]) - 1}{self.day[4:]}"
        left = [t for t in self.world.held(person, None, None) if t.until and year_ago <= t.until <= self.day and t.post in HEADS[:2]]
        return min((self.world.posts[t.post].level for t in left), default=9)

    def _presides(self, person: str) -> bool:
        """Does the person on the day hold a post whose holder is called "الرئيس" as well, in a state that the report is about?"""
        held = self.world.held(person, None, self.day) if self.day else ()
        return any(t.post in self.pack.word_class("presides") and t.of in self.topic.ranked for t in held)

    def _level(self, person: str) -> int:
        """Of the posts that a person holds on the day, how high the highest is: 1 heads a state."""
        return min((self.world.posts[t.post].level for t in self.world.held(person, None, self.day) if t.post in self.world.posts), default=9)

    def _near(self, person: str) -> bool:
        """Was the person in some post within three years of the day? People without tenures are always near."""
        tenures = self.world.tenures_by.get(person, ())
        if not tenures:
            return True
        if not self.day:
            return not self._is_bygone(person)
        year = int(self.day[:4])
        return any(int(t.since[:4] or 0) - 1 <= year <= int(t.until[:4] or 9999) + 3 for t in tenures)

    def _is_bygone(self, person: str, since: int = _OF_OLD) -> bool:
        """Did the last of a person's posts end before the year ``since``, or years before a report of no day can have been written?"""
        ends = [t.until for t in self.world.tenures_by.get(person, ())]
        first = int(self.reading.spans[0][0][:4]) - _GONE if self.reading.spans else since
        return bool(ends and all(ends)) and int(max(ends)[:4]) < max(since, first)

    def foremost(self, held: Sequence[Tenure]) -> str:
        """Of the posts that a person holds on the day, the one that heads most."""
        latest = sorted(held, key=lambda t: t.since, reverse=True)
        latest = [t for t in latest if t.of.startswith("state/")] or latest  # a minister who leads a party as well
        return min(latest, key=lambda t: self.world.posts[t.post].level if t.post in self.world.posts else 9).post

    def may_be_meant(self, hit: Hit) -> bool:
        """May a name of the world be whom the text means: not the beginning of another's, and one word only near his time in office?"""
        if self._is_numbered(hit):
            return False
        return not self.is_begun(hit) and (len(hit.name.tokens) > 1 or self._near(hit.name.ref))

    def _is_numbered(self, hit: Hit) -> bool:
        """ "الملك فيليب الثاني": does a king's number stand behind the name of one who has none?"""
        if not self.is_kings_number(hit.stop):
            return False
        person = hit.name.ref
        return self.memory.is_monarchy(self.memory.origin(person)) and bool(self.world.held(person, HEADS[0], None))

    def is_kings_number(self, k: int) -> bool:
        """Is token k one of those by which kings of one name are told apart: "السادس"?"""
        word = self.tokens[k].fold if k < self.names.stop else ""
        return word.startswith(_THE) and bool(self.pack.ordinal(word.removeprefix(_THE)))

    def stands_alone(self, i: int, hit: Hit) -> bool:
        """Does a name tell by itself whom it means? One of given names only ("محمد بن عبد الرحمن") wants its bearer's country in the report, and
        one with his father's in it that he has not left all posts years ago: "خالد بن عبد العزيز" is no king of old."""
        words = range(i, hit.stop)
        if len(hit.name.tokens) > 1 and self.pack.phrase_at(self.tokens, i) is not None and self._dots and not self.tokens[i].form.endswith("ي"):
            return not self.tokens[i + 1].fold.startswith(_THE)  # "على الأمين العام"
        common = all(self.is_of_names(k) or self.tokens[k - 1].fold == _SERVANT for k in words)
        if not common or len(hit.name.tokens) == 1:
            return True
        shared = any(self.tokens[k].fold in _FILIAL for k in words)
        if len(hit.name.tokens) == _TWO and not self._has_company(hit.name.ref):
            return False  # "وزير الإعلام الحاج محمد إدريس" in a report on Nigeria
        return self.is_of_here(hit.name.ref) and not (shared and self._is_gone(hit.name.ref))

    def _has_company(self, person: str) -> bool:
        """Does the report name anything else of the land of one whose name is of two given names, has it met him, or did he head that land or
        serve a body of many; or does it name nothing of any other?"""
        country = self.world.entities[person].country or ""
        held = self.world.held(person, None, None)
        held = [t for t in held if not (self.day and t.since and t.since > self.day)]
        known_by_all = country not in ARAB or person in self.memory.entities or any(t.post in HEADS or t.post in _OF_MANY for t in held)
        return known_by_all or f"state/{country}" not in self.world.entities or self.topic.beyond(person) or not set(self.topic.backing) - {country}

    def _is_gone(self, person: str) -> bool:
        """Did the last of a person's posts end more than five years before the report?"""
        if not self.day:
            return self._is_bygone(person, _LATE)
        ends = [t.until for t in self.world.tenures_by.get(person, ())]
        return bool(ends and all(ends)) and int(max(ends)[:4]) + _GONE < int(self.day[:4])

    def is_begun(self, hit: Hit) -> bool:
        """Is a name only the beginning of another's: "كيم" in "كيم كاي غوان", "خليل إبراهيم" in "خليل إبراهيم المنصوري"?"""
        if len(hit.name.tokens) > 1:
            if self._goes_on_in_two(hit):
                return True
            son = hit.stop < self.names.stop and self.tokens[hit.stop].fold in _FILIAL and self._is_grandsons(hit)
            more = self._before_family(hit.stop) or self._has_family_of_another(hit) or self._is_heirs(hit)
            return self.is_given(hit.stop - 1) and (son or more)  # "فهد بن عبدالعزيز بن معمر"
        if self._before_given(hit.name.ref, hit.stop):
            return True  # "كيم بيونج كوان" is no other Kim
        if not self._goes_on_as_name(hit.stop):
            return False
        return not any(h.name.what == "entity" and h.name.ref.startswith("person/") for h in self.names.hits(hit.stop))

    def _goes_on_in_two(self, hit: Hit) -> bool:
        """Is a name of two words cut out of a longer one: "عصام شرف" of "عصام شرف الدين"; "كيم سونغ" of "كيم سونغ كيوم", if families come first?"""
        k = hit.stop
        if k >= self.names.stop or self.tokens[k].kind != "word":
            return False
        if self.tokens[k].fold in self.pack.word_class("name-close") or self._is_from_elsewhere(hit):
            return True
        begin = k - len(hit.name.tokens)
        quoted = begin > 0 and k + 1 < self.names.stop and self.tokens[begin - 1].fold in _QUOTES and self.tokens[k + 1].fold in _QUOTES
        if quoted and not self.names.hits(k):
            return True  # «"كيم سونغ كيوم"»
        first = len(hit.name.tokens) == _TWO and self.memory.origin(hit.name.ref) in FAMILY_FIRST and not self.names.hits(k)
        return first and not self.tokens[k].fold.startswith((AND, *_BOUND)) and self._before_given(hit.name.ref, k)

    def _is_from_elsewhere(self, hit: Hit) -> bool:
        """ "أبو عبيدة التونسي": does the nationality of another land stand behind "father of so and so", by which men of arms are told apart?"""
        if hit.name.tokens[0] not in self.pack.word_class("kunya"):
            return False
        nations = [h for h in self.names.hits(hit.stop) if h.name.what == "adjective" and h.article and not (h.conj or h.prep)]
        own = f"state/{self.memory.origin(hit.name.ref)}"
        return any(h.name.ref.startswith("state/") for h in nations) and not any(h.name.ref == own for h in nations)

    def _is_grandsons(self, hit: Hit) -> bool:
        """Does "son of" behind a name with a father's in it bring a grandfather who is not its bearer's: "عبدالعزيز بن سعود بن محمد"?"""
        if not self._near(hit.name.ref) or (not self.day and self._is_bygone(hit.name.ref, _LATE)):
            return True
        told = "".join(hit.name.tokens) + _FILIAL[0]
        return any(w in _FILIAL for w in hit.name.tokens) and any("".join(form).startswith(told) for form in self.spellings(hit.name.ref))

    def _is_heirs(self, hit: Hit) -> bool:
        """Does a family's name with the article that is not its bearer's stand behind a name with his father's in it: "خالد بن أحمد السديري"; in a
        report of no day, behind that of a king of old, any such word: "خالد بن عبدالعزيز البراك"?"""
        k = hit.stop
        if k >= self.names.stop or not self.tokens[k].fold.startswith(_THE) or not any(w in _FILIAL for w in hit.name.tokens):
            return False
        hits = self.names.hits(k)
        if self.reading.is_word(k) or self.names.reference(k, "qualifier") or any(h.name.what != "surname" for h in hits):
            return False
        others = all(h.name.ref != hit.name.ref and self._lately(h.name.ref) > _MINISTER for h in hits)  # "استقبل محمد بن سلمان السيسي": two men
        family = bool(hits) and self.tokens[k].form.endswith("ي") and others
        return family or (not self.day and self._is_bygone(hit.name.ref, _LATE))

    def _before_given(self, person: str, stop: int) -> bool:
        """Does a word that no dictionary has and that names nothing stand behind the family name of somebody of a land where it comes first?"""
        if self.memory.origin(person) not in FAMILY_FIRST or stop >= self.names.stop:
            return False
        word, hits = self.tokens[stop], self.names.hits(stop)
        if self._is_hyphenated(stop):
            return True  # "كيم سو-يونغ": of two syllables that are words as well
        return word.kind == "word" and not (known(word.form) or self.reading.is_word(stop)) and all(h.name.what == "surname" for h in hits)

    def _is_hyphenated(self, j: int) -> bool:
        """Are tokens j and j + 2 two words that a hyphen makes one: "جيه-إن"?"""
        if j + 2 >= self.names.stop or self.tokens[j + 1].fold != _HYPHEN:
            return False
        first, mark, second = self.tokens[j : j + 3]
        return first.kind == second.kind == "word" and first.stop == mark.start and mark.stop == second.start

    def _has_family_of_another(self, hit: Hit) -> bool:
        """Does the surname of somebody else with the same first name follow: "عبدالله بن عبدالعزيز الربيعة"?"""
        families = [h for h in self.names.hits(hit.stop) if h.name.what == "surname" and h.article and not (h.conj or h.prep)]
        if not families or any(h.name.ref == hit.name.ref for h in families):
            return False
        first = _first_word(hit.name.tokens)
        return any(_first_word(form) == first for h in families for form in self.spellings(h.name.ref))

    def without_father(self, j: int, stop: int) -> str | None:
        """Whom the world knows by the first word and the last of a longer name with "son of" in it: "مساعد بن محمد العيبان"."""
        if not any(t.fold in _FILIAL for t in self.tokens[j + 1 : stop - 1]):
            return None
        first = j + 1 + (self.tokens[j].fold == _SERVANT)
        words = "".join(t.fold for t in self.tokens[j:first]) + self.tokens[stop - 1].fold
        families = (h.name.ref for h in self.names.hits(stop - 1) if h.name.what == "surname" and not (h.conj or h.prep))
        found = {p for p in families if any("".join(form) == words for form in self.spellings(p)) and self._near(p)}
        return found.pop() if len(found) == 1 else None

    def one_slip(self, j: int, stop: int) -> str | None:
        """Whom the world knows by a name of two words that differs from tokens[j:stop] by one letter of its last, which no dictionary has
        ("عباس عراقشي"): the only one near his time in office, of a state that the report is about."""
        if stop - j != 2 or known(self.tokens[j + 1].form) or len(self.tokens[j + 1].fold) < _FAMILY - 1:
            return None
        first, last = self.tokens[j].fold, self.tokens[j + 1].fold
        near = (n for n in self.world.names.get(first, ()) if n.what == "entity" and len(n.tokens) == 2 and n.ref.startswith("person/"))
        heard = sound(last) if len(sound(last)) > _CLEAR and first not in self.pack.word_class("given-name") else None  # "روزا أوتنبايفا"
        found = {n.ref for n in near if one_letter_off(last, n.tokens[1]) or sound(n.tokens[1]) == heard}
        found = {p for p in found if f"state/{self.memory.origin(p)}" in self.topic.ranked[:_ABOUT] and self._near(p)}
        return found.pop() if len(found) == 1 else None

    def _before_family(self, stop: int) -> bool:
        """Does a family name stand at this token that is nobody's who is in office, and no demonym: a relative adjective, or no word at all?"""
        if stop >= self.names.stop or stop in self.dated or self.reading.is_word(stop):
            return False
        word = self.tokens[stop]
        if not word.fold.startswith(_THE) or len(word.fold) < _FAMILY:
            return False
        weak = word.fold in self.pack.word_class("no-surname")
        shared = all(h.name.what == "surname" and (weak or not self._near(h.name.ref)) for h in self.names.hits(stop))
        relative = word.form.endswith("ي") and word.fold not in self.pack.word_class("noun-in-y")
        return shared and (relative or not known(word.form))

    def is_namesake(self, i: int, person: str) -> bool:
        """Is the name at token i, of somebody whom the report has not named before, that of another man?

        A demonym of another state stands right before it ("المدرب البلغاري جورج إيفانوف"), or a trade that no politician has ("الفنان علي سلمان").
        """
        if person in self.memory.entities or not i:
            return False
        k = i - 1
        state = f"state/{self.world.served(person, self.day)}"
        told = next((h for h in self.names.hits(k) if h.name.what == "adjective" and h.article and h.stop == i), None)
        if told is not None and self.memory.mentions and self.memory.mentions[-1].last == i and self.memory.mentions[-1].kind == "demonym":
            return told.name.ref.startswith("state/") and told.name.ref != state and state in self.world.entities
        if self.tokens[k].fold.startswith(_THE) and self.tokens[k].form.endswith("ي") and k:
            k -= 1  # "الفنان التشكيلي"
        return any(w in self.pack.word_class("trade") for w in stripped(self.tokens[k].fold))

    def is_tail(self, i: int) -> bool:
        """Does a given name that is no verb stand before token i, so that what stands here is the rest of another's name?"""
        if not i or self.reading.ends_mention(i):
            return False
        if i > 1 and self.tokens[i - 2].fold.removeprefix(AND) == _SERVANT and not self.names.hits(i - 1):
            return True  # "وعبد الخالق الحوثي"
        if self.tokens[i - 1].fold in _FILIAL or (self.tokens[i].fold in _FILIAL and i > 1 and self.tokens[i - 2].fold in (_SERVANT, *_FILIAL)):
            return True  # "معاذ بن إبراهيم الجعفري", "عبد الله بن إبراهيم", "سعود بن قابل بن بريك"
        ali = self.tokens[i - 1].form.endswith("ي") and self.tokens[i - 1].fold in self.pack.word_class("given-name")  # "الأمير علي بن الحسين"
        return (self.is_given(i - 1) or ali) and not self.reading.is_verb(i - 1)

    def is_borne_by(self, i: int) -> bool:
        """Does a thing bear the name at token i, with the title before it: "مدير مركز الملك فهد الثقافي"?"""
        if i < 2 or not (self.names.reference(i - 1, "honorific") or self.names.reference(i - 1, "back")):
            return False
        thing = self.tokens[i - 2].fold
        return thing in self.pack.word_class("called-after") or thing in self.pack.word_class("named-thing")

    def called(self, i: int, titled: bool = False) -> list[Mention]:
        """ "الشيخ محمد" after "الشيخ محمد بن زايد": who was named last with this first name, by a form of address and no more than it.

        titled: a title stands before it.
        """
        if not titled and (not i or self.names.reference(i - 1, "honorific") is None):
            return []
        stop = i + 1 + (self.tokens[i].fold in _NAME_PARTICLES)  # "عبد الله"
        if stop > self.names.stop or self._goes_on_as_name(stop) or self._has_surname(stop):
            return []
        if not self.is_given(stop - 1):
            return self._called_foreign(i)
        if self._before_family(stop):
            return []  # "السفير محمد الكلابي" is no prince of that first name
        met = (m.entities[0] for m in reversed(self.memory.recent) if m.kind == "person" and len(m.entities) == 1)
        person = next((p for p in met if self._is_first_of(p, i, stop)), None) or self._sovereign(i, stop)
        if person is None:  # "الدكتور مهاتير" after "مهاتير محمد"
            return [] if stop > i + 1 or self.tokens[i].fold in self.pack.word_class("given-name") else self.by_first_name(i)
        conj, prep = self.names.particles(i)
        return self._person_again(i, person, Hit(Name((), False, "entity", person), stop, conj, prep, False))

    def _called_foreign(self, i: int) -> list[Mention]:
        """ "السفيرة هيروت" after "هيروت زمني": see `by_first_name`."""
        return self.by_first_name(i) if self.is_foreign(i) else []

    def by_first_name(self, i: int) -> list[Mention]:
        """The one person of the report whose name begins with this word that no dictionary has: "وقالت كاثرين إن" after "كاثرين أشتون"."""
        if whole(self.tokens[i].form):
            return []
        word = self.tokens[i].fold
        met = dict.fromkeys(m.entities[0] for m in self.memory.recent if m.kind == "person" and len(m.entities) == 1)
        named = [p for p in met if any(form[0] == word and len(form) > 1 for form in self.spellings(p))]
        return self._person_again(i, named[0], Hit(Name((), False, "entity", named[0]), i + 1, "", "", False)) if len(named) == 1 else []

    def _sovereign(self, i: int, stop: int) -> str | None:
        """ "الملك عبد الله" in a report on Jordan: the one who reigns on its day in a state that it is about and whose name begins so."""
        title = self.names.reference(i - 1, "back")
        if title is None or title.value not in ("king", "emir") or not self.day:
            return None
        lands = [s for s in self.topic.ranked if self.memory.reigns(country_of(s), title.value)]
        reigning = {t.person for s in lands for t in self.world.holders(HEADS[0], s, self.day)}
        named = [p for p in reigning if self._is_first_of(p, i, stop)]
        return named[0] if len(named) == 1 else None

    def is_another(self, person: str, j: int) -> bool:
        """Does a given name that is none of the person's stand at token j, behind a bare title?"""
        if j >= self.names.stop or not self.is_given(j) or self.reading.is_verb(j):
            return False
        stop = j + 1 + (self.tokens[j].fold in _NAME_PARTICLES)
        word = "".join(t.fold for t in self.tokens[j:stop])
        return not any(word in "".join(form) for form in self.spellings(person))

    def _is_first_of(self, person: str, i: int, stop: int) -> bool:
        """Do tokens[i:stop] begin the name of a person that has more words?"""
        word = "".join(t.fold for t in self.tokens[i:stop])
        for n, form in enumerate(self.spellings(person)):
            numbered = len(form) > 1 and self.pack.ordinal(form[-1].removeprefix(_THE)) is not None  # "محمد السادس"
            shown = n == 0 and len(form) > 2  # not "Muhammad" Shehbaz Sharif
            if (shown or numbered) and "".join(form[: 1 + (form[0] in _NAME_PARTICLES)]) == word:
                return True
        return False

    def surname(self, i: int, hits: list[Hit]) -> list[Mention]:
        if self.tokens[i].fold not in self.leading and not any(h.name.what == "surname" for h in hits):
            return []
        if (group := self._group_of(i, hits)) is not None:
            return group
        if self.tokens[i].fold == _THE and self.reading.ends_mention(i):
            return []  # "عيسى بن سلمان بن حمد آل خليفة", whom the world does not know: the house is not its foremost man
        if self.pack.ordinal(self.tokens[i].fold.removeprefix(_THE)) and i and self.tokens[i - 1].kind == "word":
            return []  # "الملك فيلبي السادس" is not Muhammad the Sixth
        if self.is_tail(i) or self.pack.phrase_at(self.tokens, i):
            return []  # "مثنى العامري" is not the Amiri whom the world knows, and "على" nobody's name
        if i + 1 < self.names.stop and self.tokens[i + 1].fold in self.pack.word_class("junior"):
            return []  # "القذافي الابن" is not the father
        if i and self.tokens[i - 1].fold in self.pack.word_class("named-thing") and not self.tokens[i].fold.startswith(_THE):
            return []  # "صواريخ كروز", but "صواريخ الأسد"
        if i > 1 and self.tokens[i - 1].fold in _QUOTES and any(w in self.pack.word_class("named-thing") for w in stripped(self.tokens[i - 2].fold)):
            return []  # "فندق «كابيلا»"
        surnames = [h for h in hits if h.name.what == "surname" and not self._is_first(h) and not self._ends_otherwise(h)]
        best = [h for h in surnames if h.stop == surnames[0].stop] if surnames else []
        if best and self._is_from_elsewhere(best[0]):
            return []
        demonym = next((h.name.ref for h in hits if h.name.what == "adjective" and h.name.ref.startswith("state/")), None)
        word = self.tokens[best[0].stop - 1].fold.removeprefix(best[0].conj + best[0].prep if best[0].stop == i + 1 else "") if best else ""
        if best and (demonym or word in self.pack.word_class("no-surname")):
            met = [h for h in best if h.name.ref in self.memory.entities] or [h for h in best if demonym and self._outdoes(h.name.ref, demonym)]
            begun = self.reading.opens(i) or self._of_former(i) or self._is_titled(i)
            best = met if (best[0].prep if best[0].prep and demonym else begun and not best[0].prep) else []
            if len({h.name.ref for h in best}) != 1:
                return []
            return self._person_again(i, best[0].name.ref, best[0])
        if i and self.names.reference(i - 1, "kin") is not None:
            return []  # "زوجة مرسي"
        refs = list(dict.fromkeys(h.name.ref for h in best))
        after = best[0].stop if best else i + 1
        if self.is_given(after - 1) and after < self.names.stop and self.tokens[after].fold in ("بن", "ابن", "بنت"):
            return []  # "الأمير فيصل بن نواف" begins with his own name
        if refs and not self.memory.entities.keys() & set(refs) and (self._describes(i) or self._begins_foreign(i, after)):
            return []  # "الحلم الزيدي", "يونغ كوان الناطق باسم"
        if refs and not self.memory.entities.keys() & set(refs) and (self._is_part(i, best[0]) or self._opens_new(i, after)):
            refs = []
        for key, conj, prep, article in keys(self.tokens[i].fold):
            bound, stop = self._bound_at(i, (_THE if article else "") + key)
            another = bound is not None and self.memory.origin(bound) in FIRST_ALONE and self._goes_on_as_name(stop)
            if another and not any(h.name.ref.startswith("person/") and len(h.name.tokens) > 1 for h in self.names.hits(stop)):
                continue  # "أبي بكر" beside "آبي أحمد"; but "شكر آبي أسياس أفورقي"
            if bound and (not refs or bound in refs or best[0].stop == i + 1):
                hit = Hit(Name((key,), article, "surname", bound), best[0].stop if bound in refs else stop, conj, prep, article)
                return self._person_again(i, bound, hit)
        refs = [r for r in refs if r in self.memory.entities or not (self._of_titled(r, i) or self._before_given(r, after))]
        if not refs:
            return []
        if not best[0].conj and (self.is_foreign(i - 1) or self._is_unmet(i - 1)) and not any(self._first_sounds(r, i - 1) for r in refs):
            return []  # "نيستور كيرشنر" is not the Kirchner whom the world knows
        refs = [r for r in refs if r in self.memory.entities or not self._is_otherwise(r, i)]
        if not refs:
            return []
        if self._has_initial(i) and not (refs := [r for r in refs if self._fits_initial(r, i)]):
            return []  # "ج. ك. بيلاي" is not Navi Pillay
        if self._begins_quoted(i, after) and not any(r in self.memory.entities for r in refs):
            return []  # «"كورتز كوبر"»
        if (first := self._opens_quoted(i, after)) is not None and not (refs := [r for r in refs if self._first_sounds(r, first)]):
            return []  # «"ماثيو تود ميلر"»
        if self.reading.is_word(i) and not any(r in self.memory.entities for r in refs) and not self._strong(best[0]):
            return []
        ref = self.choose(refs, None)
        if ref and (ref in self.memory.entities or self._strong(next(h for h in best if h.name.ref == ref))):
            if self.is_namesake(i, ref) or not self.is_of_here(ref) or self._is_hers(i, ref):
                return []
            return self._person_again(i, ref, best[0])
        return []

    def _is_otherwise(self, person: str, i: int) -> bool:
        """Has the surname at token i stood in the report behind another first name than the person's: "إنريكي إغليسياس … وكان إغليسياس"?"""
        stood = (k for k in islice(self._stands[self.tokens[i].fold], _FULL_NAMES) if 0 < k < i)
        before = [k - 1 for k in stood if not self.reading.ends_mention(k)]
        return any((self.is_foreign(k) or self.is_given(k)) and not self._first_sounds(person, k) for k in before)

    @cached_property
    def _stands(self) -> Mapping[str, Sequence[int]]:
        """Folded word -> at which tokens of the report it stands, in order."""
        stands: defaultdict[str, list[int]] = defaultdict(list)
        for k, token in enumerate(self.tokens):
            stands[token.fold].append(k)
        return stands

    def _opens_new(self, i: int, after: int) -> bool:
        """ "قال جاويد لودين المتحدث باسم": does a foreign word stand behind a surname that begins names, and a title behind both?"""
        if after + 1 >= self.names.stop or not self.is_foreign(after) or not self.is_given(i):
            return False
        at = after + 1 + (self.tokens[after + 1].fold in COMMAS)
        return at < self.names.stop and self.names.is_office(at, words=1)

    def _group_of(self, i: int, hits: list[Hit]) -> list[Mention] | None:
        """ "وفد الحوثي", "بين الحكومة والحوثي": the group with its leader's name for an adjective, where its leader is not meant; else None.

        He is meant behind a verb, and once he was named in full, but for men, arms and delegations, which are the group's.
        """
        surname = next((h for h in hits if h.name.what == "surname" and h.article), None)
        if surname is None or not i:
            return None
        groups = (h for h in hits if h.name.what == "adjective" and h.article and h.name.ref.startswith("org/") and h.name.number == "s")
        group = next((h for h in groups if h.stop == surname.stop), None)
        if group is None or self.world.entities[group.name.ref].kind != "armed-group":
            return None
        theirs = any(self.names.reference(i - 1, cls) for cls in ("actor-noun", "unnamed", "group-noun", "side"))
        theirs = theirs or any(w in self.pack.word_class("men-and-arms") for w in stripped(self.tokens[i - 1].fold))
        person = self.memory.entities.keys() & {h.name.ref for h in hits if h.name.what == "surname"}
        readings = self.pack.readings(self.tokens[i - 1].fold)
        acts = bool(readings) and all(r.kind == "verb" for r in readings) and not (group.conj or group.prep)
        if (person or acts or self.is_given(i - 1)) and not theirs:
            return None
        if self.reading.is_definite(i - 1) and not (group.conj or group.prep):
            return None  # "الوفد الحوثي": the adjective
        entity = self.memory.entity(group.name.ref)
        return [self.reading.mention(i, group.stop, (entity.id,), entity.kind, "name", country=entity.country, conj=group.conj, prep=group.prep)]

    def _of_former(self, i: int) -> bool:
        """ "نائبه السابق مشار": does "former", "new" behind a title stand before token i?"""
        return i > 1 and self.names.reference(i - 1, "qualifier") is not None

    def _is_titled(self, i: int) -> bool:
        """ "أوضح الوزير المعلم موقف بلاده": does a title, or a form of address, stand right before token i?"""
        title = next((p for cls in ("back", "honorific") if i and (p := self.names.reference(i - 1, cls)) is not None), None)
        return title is not None and len(title.tokens) == 1 and self.reading.is_definite(i - 1)

    def is_of_here(self, person: str) -> bool:
        """Was the person named in this report, or does it name his country, a place or body or another man of it: no "فيكو" on a page of shops?

        A line or two may name nothing else ("هاتف ماكرون شولتس"), and who heads a permanent member of the Security Council needs no country.
        """
        country = self.world.entities[person].country or ""
        powers = self.world.entities[_POWERS].members
        power = f"state/{country}" in powers and self._lately(person) <= 1
        short = len(self.tokens) < _LINES or person in self.memory.entities or power
        return short or f"state/{country}" not in self.world.entities or self.topic.speaks_of(country)

    def _is_named_land(self, person: str) -> bool:
        """Does the report name the state that somebody is from, or what lies in it, outright; or was he met?"""
        state = f"state/{self.world.entities[person].country}"
        return person in self.memory.entities or state not in self.world.entities or bool(self.topic.outright[state])

    def _has_initial(self, i: int) -> bool:
        """Does a single letter with a point stand before token i: "ج. ك. بيلاي"; no title, as in "د. الزياني"?"""
        letter = self.tokens[i - 2].fold if i > 1 and self.tokens[i - 1].fold == _POINT and self.tokens[i - 2].kind == "word" else ""
        return len(letter) == 1 and letter not in self.pack.word_class("title-letter")

    def _fits_initial(self, person: str, i: int) -> bool:
        """May the first of the single letters before token i begin the person's name?"""
        k = i - 2
        while k > 1 and self.tokens[k - 1].fold == _POINT and len(self.tokens[k - 2].fold) == 1:
            k -= 2
        letter = self.tokens[k].fold
        return any(form[0][:1] == letter or sound(form[0])[:1] == (sound(letter) or letter) for form in self.spellings(person))

    def _begins_quoted(self, i: int, after: int) -> bool:
        """Do quotation marks stand around the surname at token i and one word behind it, which is no verb, and nothing else?"""
        marked = i > 0 and after + 1 < self.names.stop and self.tokens[i - 1].fold in _QUOTES and self.tokens[after + 1].fold in _QUOTES
        return marked and self.tokens[after].kind == "word" and not self.reading.is_verb(after)

    def _opens_quoted(self, i: int, after: int) -> int | None:
        """The first token of the words in quotation marks, two to four and no more, that the surname at token i ends; None where there are none."""
        if after >= len(self.tokens) or self.tokens[after].fold not in _QUOTES:
            return None
        for k in range(i - 1, max(-1, i - 4), -1):
            if self.tokens[k].fold in _QUOTES:
                return k + 1 if k + 1 < i and not self.reading.is_verb(k + 1) else None  # «وصل أوباما» is no name of two words
            if self.tokens[k].kind != "word" or self.pack.phrase_at(self.tokens, k) is not None:
                return None
        return None

    def _is_part(self, i: int, hit: Hit) -> bool:
        """Is the surname of somebody whom nobody has named a part of another's name, or that of a house?

        "صالح بن عبد الله آل الشيخ", "ودلال المالكي", "إليزابيث هاربرت", "الحسين بن زين", "مدينة الحسين".
        """
        last = self.memory.mentions[-1] if self.reading.ends_mention(i) and not (hit.conj or hit.prep) else None
        new = last is not None and last.kind == "person" and not any(self.memory.entity(e).known for e in last.entities)
        if hit.name.tokens[0] == _THE or new:  # "شكرت ليز تراس زيلينسكي": who is known has his whole name
            return True
        if i and (self.is_joined_name(i - 1) or any(w in self.pack.word_class("called-after") for w in stripped(self.tokens[i - 1].fold))):
            return True
        return hit.stop < self.names.stop and (self.tokens[hit.stop].fold in _FILIAL or self.is_foreign(hit.stop))

    def _begins_foreign(self, i: int, after: int) -> bool:
        """Is the surname the first word of a foreign name of two words that a post follows?"""
        if after + 1 >= self.names.stop or not self.may_be_foreign(i) or not self.may_be_foreign(after):
            return False
        return any(h.name.what == "post" and not h.conj and not h.prep for h in self.names.hits(after + 1))

    def _describes(self, i: int) -> bool:
        """Is the word with the article and the ending of an adjective one of the dictionary's, behind a definite noun that is no title?"""
        if not i or not self.tokens[i].fold.startswith(_THE) or not self.tokens[i].form.endswith("ي") or not known(self.tokens[i].form):
            return False
        before = self.tokens[i - 1]
        titled = self.names.reference(i - 1, "honorific") or any(h.name.what == "post" for h in self.names.hits(i - 1))
        return before.kind == "word" and self.reading.is_definite(i - 1) and not titled and not self.reading.ends_mention(i)

    def is_foreign(self, k: int) -> bool:
        return self.reading.is_foreign(k)

    def _is_unmet(self, k: int) -> bool:
        """Is the token the surname of people of whom the text does not speak, and read as none: "رانجيل" before "سيلفا"?"""
        if k < 0 or self.reading.ends_mention(k + 1) or known(self.tokens[k].form) or self.pack.phrase_at(self.tokens, k) is not None:
            return False  # "وأن بوتين": no Ann
        hits = self.names.hits(k)
        return bool(hits) and all(h.name.what == "surname" and not h.prep and h.name.ref not in self.memory.entities for h in hits)

    def _is_hers(self, i: int, person: str) -> bool:
        """ "أرسلت كاميرون وزير دفاعها": does a verb of the feminine that opens its clause stand before the surname of a man whom nobody has named?"""
        if person in self.memory.entities or person not in self.world.men or not i or self.names.particles(i) != ("", ""):
            return False
        verbs = [r for r in self.pack.readings(self.tokens[i - 1].fold) if r.verb is not None and not r.verb.obj]
        before = (self.pack.phrase_at(self.tokens, k) for k in range(max(0, i - 3), i - 1))
        opens = i == 1 or self.tokens[i - 2].kind != "word" or any(p is not None and p.tokens[-1] == self.tokens[i - 2].fold for p in before)
        opens = opens or any(r.conj for r in verbs)  # not "قواته ستعتقل البرهان"
        return opens and bool(verbs) and all(r.verb is not None and r.verb.gender == "f" for r in verbs)

    def _of_titled(self, person: str, i: int) -> bool:
        """ "النائب بهية الحريري": does a word that is nobody's, and no first name of the person, stand between a title and the surname at token i?"""
        if i < 2 or self.reading.ends_mention(i) or self.names.particles(i) != ("", ""):
            return False
        word, hits = self.tokens[i - 1], self.names.hits(i - 1)
        posts = (h for h in self.names.hits(i - 2) if h.name.what == "post" and h.stop == i - 1 and h.article)
        titled = self.names.reference(i - 2, "honorific") or next(posts, None)
        if not titled or word.kind != "word" or word.fold.startswith(_THE) or any(h.name.what != "surname" for h in hits):
            return False
        return not (self.names.opens[i - 1].phrases or self.reading.is_word(i - 1) or self._first_sounds(person, i - 1))

    def _first_sounds(self, person: str, k: int) -> bool:
        """Does token k sound like the first name of the person?"""
        return any(len(form) > 1 and same_sound(form[0], self.tokens[k].fold) for form in self.spellings(person))

    def _outdoes(self, person: str, state: str) -> bool:
        """ "أكد السوداني": a head whose surname is a demonym, in a report on his country that does not name that state."""
        country = self.world.entities[person].country or ""
        return self._level(person) <= 1 and bool(self.topic.backing[country]) and not self.topic.outright[state]

    def _strong(self, hit: Hit) -> bool:
        """A surname that may stand alone without having been introduced: of somebody in a leading post, and not an ordinary word."""
        word = hit.name.tokens[-1]
        given = word in self._first_names and (not hit.article or word in self._fronted_names) and not self._given_elsewhere(word, hit.name.ref)
        if sum(map(len, hit.name.tokens)) < _SHORT or given:  # "ألكسندر", whose own letters look like an article, is a first name
            return sum(map(len, hit.name.tokens)) == _SHORT - 1 and word not in self._first_names and self._is_short(hit)
        if self.pack.readings(hit.name.tokens[0]) and self.world.entities[hit.name.ref].country != (country_of(self.topic.home) or ""):
            return False  # "البرهان" is proof, but in a report on Sudan
        ordinary = known(self.tokens[hit.stop - 1].form) and len(hit.name.tokens) == 1 and word not in self.pack.word_class("telling-surname")
        if not ordinary and self._is_only_one(word, hit):
            return True
        return self._lately(hit.name.ref) <= (1 if ordinary else 2) and (self.day is not None or not ordinary)

    def is_articled(self, k: int) -> bool:
        """Is token k a first name with an article and the next one another: "الهادي إدريس يحيى"?"""
        return self.tokens[k].fold in self.pack.word_class("articled-given") and k + 1 < self.names.stop and self.is_given(k + 1)

    def remember_inside(self, i: int, stop: int) -> None:
        """ "مقتل قاسم سليماني … في الغارة التي قتل فيها سليماني": whom the name of a thing tells in full may be meant by his surname."""
        for k in range(i, stop - 1):
            for h in self.names.hits(k):
                if h.name.what == "entity" and h.name.ref.startswith("person/") and k + 1 < h.stop <= stop:
                    self.memory.entity(h.name.ref)
                    self.remember(h.name.ref, k, h.stop)
                    return

    def _given_elsewhere(self, word: str, person: str) -> bool:
        """ "التقى باسيل نظيره": does the surname of somebody in office in a state of the report begin only names of men of other states?"""
        if whole(word) or word in self.pack.word_class("given-name") or self._lately(person) > _MINISTER or not self.topic.beyond(person):
            return False
        begun = {n.ref for n in self.world.names.get(word, ()) if n.what == "entity" and n.ref.startswith("person/") and n.tokens[0] == word}
        return len(begun) <= _RARE and not any(self.topic.backing[self.world.entities[p].country or ""] for p in begun)

    def _is_only_one(self, word: str, hit: Hit) -> bool:
        """A long foreign surname that one person of the world alone has, in a report that speaks of his state: "ميدفيدتشوك"."""
        country = self.world.entities[hit.name.ref].country or ""
        if len(word) < _LONG_NAME or hit.article or country in ARAB or not self._near(hit.name.ref):
            return False
        bearers = {n.ref for n in self.world.names.get(word, ()) if n.what == "surname"}
        return len(bearers) == 1 and self.topic.beyond(hit.name.ref)

    def _is_short(self, hit: Hit) -> bool:
        """ "قال بوش": a surname of three letters right behind a verb, of the head of a state of which the report speaks; a word, of the report's."""
        at, country = hit.stop - 1, self.world.entities[hit.name.ref].country or ""
        if not at or hit.conj or hit.prep or self._level(hit.name.ref) > 1 or not self.reading.is_verb(at - 1):
            return False
        ordinary = known(self.tokens[at].form) or bool(self.pack.readings(self.tokens[at].fold))
        return self.topic.speaks_of(country) and (not ordinary or country == country_of(self.topic.home))

    def _who_speaks_so(self, i: int, ref: str, hit: Hit) -> str:
        """ "قال الناطق سنان المجالي إن السفير غسان المجالي منع … وبحسب المجالي": of several met with a surname he who spoke last, where it tells who
        says something; else the one who was found (``ref``)."""
        if hit.stop != i + 1 or hit.prep or not i:
            return ref
        word, cited = self.tokens[i].fold.removeprefix(hit.conj), self.pack.word_class("cited")
        if not (self.reading.is_saying(i - 1) or self.tokens[i - 1].fold in cited):
            return ref
        met = [m for m in self.memory.recent if m.kind == "person" and len(m.entities) == 1]
        alike = {p for p in {m.entities[0] for m in met} if any(len(form) > 1 and form[-1] == word for form in self.spellings(p))}
        from_whom = self.pack.word_class("relayed-from") | cited
        spoke = (m for m in reversed(met) if m.entities[0] in alike and m.first)
        told = (m for m in spoke if self.reading.is_saying(m.first - 1) or self.tokens[m.first - 1].fold in from_whom)
        return next((m.entities[0] for m in told), ref) if len(alike) > 1 else ref

    def _person_again(self, i: int, ref: str, hit: Hit) -> list[Mention]:
        ref = self._who_speaks_so(i, ref, hit)
        entity = self.memory.entity(ref)
        if hit.stop == i + 1 < self.names.stop:
            two = self.tokens[i].fold.removeprefix(hit.conj + hit.prep), self.tokens[hit.stop].fold
            if any(form[-2:] == two for form in self.spellings(ref)):
                hit = replace(hit, stop=hit.stop + 1)  # "باقري كني" after "علي باقري كني"
        before = next((m for m in reversed(self.memory.recent) if m.entities == (ref,)), None)
        role = before.role if before else None
        if role is None and self.day:
            held = self.world.held(ref, None, self.day)
            role = self.foremost(held) if held else None
        return [self.reading.mention(i, hit.stop, (ref,), "person", "surname", role=role, country=entity.country, conj=hit.conj, prep=hit.prep)]

    def is_given(self, k: int) -> bool:
        """Is the token a given name, as people whom the world knows have, or of the list; and no preposition ("علي", not "على")?"""
        if k >= len(self.tokens):
            return False  # the text is cut behind a name and a comma
        token = self.tokens[k]
        servant = token.fold.startswith(_SERVANT_OF)  # "عبدالكريم"
        if (token.fold not in self.names.given and not servant) or token.fold in self.pack.word_class("but-for"):
            return False  # "سوى", which folds like a name
        if k and self.tokens[k - 1].fold in self.pack.word_class("known-as") and token.fold in self.pack.word_class("by-name"):
            return False  # "الجزر المعروفة باسم دوكدو": by the name of
        if self.pack.phrase_at(self.tokens, k) is None:
            return True
        if not token.form.endswith("ي") or k == 0:
            return self._is_ali_titled(k)
        titled = k + 1 < self.names.stop and self._dots and (self.names.reference(k - 1, "honorific") or self.names.reference(k - 1, "speaker"))
        if titled and self.tokens[k + 1].fold.startswith(_THE) and self._is_family(k + 1):
            return True  # "القيادي علي القحوم"
        if k + 1 < self.names.stop and self.names.reference(k - 1, "honorific") is not None:
            return self.is_given(k - 1) or self.is_given(k + 1)  # "الدكتور علي مثنى"
        return self.is_given(k - 1) or (k + 1 < self.names.stop and self._dots and self._begins_with_ali(k))

    def _is_ali_titled(self, k: int) -> bool:
        """ "وزير الخارجية، السيد على محمد عمر": behind a form of address that a comma sets apart, before two given names, with ى for ي."""
        address = k > 1 and self.names.reference(k - 1, "honorific") is not None and self.tokens[k - 2].fold in (*COMMAS, "/", "(")
        return address and all(self.is_given(n) for n in (k + 1, k + 2))

    def _begins_with_ali(self, k: int) -> bool:
        """ "قال علي ولد محمد الناطق باسم": right behind a verb of saying, before a given name or a particle of names."""
        if not (self.is_given(k + 1) or self.tokens[k + 1].fold in _NAME_PARTICLES - {_THE}):
            return False
        verbs = [r for r in self.pack.readings(self.tokens[k - 1].fold) if r.kind == "verb"]
        if verbs and k + 2 < self.names.stop and self.is_given(k + 1) and self.is_given(k + 2):
            return True  # "استقبل علي محمد عمر السفير"
        return any(f.say for r in verbs for f in self.pack.verb_frames.get(r.lemma, ()))

    def _is_ali(self, k: int) -> bool:
        """Is "علي" inside of a name, between two of its words, the given name and no preposition: "محمد الغالي علي يوسف"?"""
        token = self.tokens[k]
        return token.form.endswith("ي") and token.fold in self.pack.word_class("given-name") and k + 1 < self.names.stop and self.is_given(k + 1)

    def is_of_names(self, k: int) -> bool:
        """Is the token a given name or one of the words that names are made with ("بن")?"""
        return self.is_given(k) or self.tokens[k].fold in _NAME_PARTICLES

    def is_family_or_given(self, k: int) -> bool:
        """Can the second word of a name be one: a given name, or no word with the article that says something else ("الأمر")?"""
        return not self.tokens[k].fold.startswith(_THE) or self._is_family(k)

    def _is_family(self, k: int) -> bool:
        """Is the word with the article a family name: a relative adjective, a given name, or no word of the dictionary?"""
        token = self.tokens[k]
        bare = token.fold[2:]
        given = bare in self._first_names or bare in self.pack.word_class("given-name")
        given = given and bare not in self.pack.word_class("no-given")  # "نفى عون الأمر", though Amrullah begins a name
        return given or token.form.endswith("ي") or not known(token.form)

    def _joined_on(self, k: int) -> bool:
        """Does "and" begin the token, so that somebody or something else follows?"""
        token = self.tokens[k]
        rest = token.fold[1:]
        if not token.fold.startswith(AND):
            return False
        named = rest in self._first_names or rest in self.pack.word_class("given-name") or rest in self.bound or known(token.form[1:])
        return named or any(h.name.what == "surname" and h.conj for h in self.names.hits(k))

    def _goes_on_as_name(self, stop: int) -> bool:
        """Does a name that ends before this token go on, so that it was another man's?"""
        if stop >= self.names.stop or self.tokens[stop].kind != "word" or stop in self.dated:
            return False
        word = self.tokens[stop]
        if word.fold in self.pack.word_class("clause-word") or self._joined_on(stop) or self._is_wish(stop):
            return False  # "لقاء جيفري وساترفيلد"
        foreign = not known(word.form) and not self.reading.is_word(stop) and not self.names.hits(stop)
        return word.fold in _NAME_PARTICLES or self.is_given(stop) or foreign

    def _is_wish(self, k: int) -> bool:
        """ "الملك سلمان متعه الله بالصحة", "طيب الله ثراه": does a wish for whoever is named begin at token k?"""
        if self.names.reference(k, "nobody") is not None:
            return True
        of_god = k + 1 < self.names.stop and self.tokens[k + 1].fold in self.pack.word_class("name-second")
        return of_god and self.tokens[k].form.endswith(PRONOUNS)

    def _is_first(self, hit: Hit) -> bool:
        """Is a surname that is also a given name the first name of somebody here ("محمود قرشي", "عبد الله فرماجو")?"""
        servant = len(hit.name.tokens) > 1 and hit.name.tokens[0] == "عبد"  # "عبد العزيز الشمري"
        if not servant and not self.is_given(hit.stop - 1):
            return False
        if hit.name.ref in self.memory.entities and not servant and hit.name.tokens[-1] not in self.pack.word_class("given-name"):
            return False  # "وزير الخارجية جون كيري … سيصبح كيري أكبر مسؤول"
        j = hit.stop
        family = j < self.names.stop and j not in self.dated and self.tokens[j].fold.startswith(_THE) and self._is_family(j)
        family = family and self.pack.phrase_at(self.tokens, j) is None  # "سلامة الذي يزور برلين"
        if family and not any(h.name.what == "adjective" for h in self.names.hits(j)):
            return True  # "علي الأمين الزيني"
        if servant and j < self.names.stop and self.tokens[j].form.endswith("ي") and len(self.tokens[j].fold) > _CLEAR and self._is_odd(j):
            return True  # "السفير عبد العزيز تركستاني" after "سلمان بن عبد العزيز"
        return self._goes_on_as_name(hit.stop) or any(h.name.what == "surname" and not h.conj and not h.prep for h in self.names.hits(hit.stop))

    def is_joined(self, i: int) -> bool:
        """Does a given name with "and" on it stand right behind somebody who is named: "محمد عبدالسلام، وياسر العواضي"?"""
        last = self.memory.mentions[-1] if self.memory.mentions and self.tokens[i].fold.startswith(AND) else None
        if last is None or last.kind != "person":
            return False
        right_behind = all(t.fold in COMMAS for t in self.tokens[last.last : i])
        return self.is_joined_name(i) and (right_behind or self._is_made(self.unknown_name(i, joined=True)))

    def _is_made(self, stop: int) -> bool:
        """Does a name end before this token, which says what its bearer is made: "وفلان الفلاني وزيرا للصحة"?"""
        return 0 < stop < self.names.stop and self.tokens[stop].fold in self.pack.word_class("made")

    def is_joined_name(self, i: int) -> bool:
        """Is the token "and" with a given name, and no verb or other word?"""
        word = self.tokens[i].fold
        if not word.startswith(AND):
            return False
        given = word[1:] in self._first_names or word[1:] in self.pack.word_class("given-name")
        after = self.tokens[i + 1].fold if i + 1 < self.names.stop else _THE
        heads = self.pack.word_class("title-head")
        if word[1:] in heads and not after.startswith(_THE) and (after in heads or not self.is_given(i + 1)):
            return False  # "عمدة المحافظة فلان، وشيخ قبيلة كذا"
        verb = self.reading.is_verb(i) and not (i + 1 < self.names.stop and self.tokens[i + 1].fold.startswith(_THE) and self._is_family(i + 1))
        return given and not (verb or self.is_given(i) or word[1:] in self.pack.word_class("no-given"))

    def are_two(self, k: int) -> bool:
        """ "التقى كيري لافروف": are tokens k and k + 1 the surnames of two people in leading posts on the day, neither of them his first name?"""
        leaders = []
        for at in (k, k + 1):
            hits = (h for h in self.names.hits(at) if h.name.what == "surname" and not (h.conj or h.prep) and h.stop == at + 1)
            leaders.append({h.name.ref for h in hits if self._lately(h.name.ref) <= _MINISTER})
        given = self.tokens[k].fold in self.pack.word_class("given-name")
        return all(leaders) and not given and not any(self._first_sounds(p, k) for p in leaders[1])

    def ends_in_leader(self, last: int) -> bool:
        """Is the token the surname of somebody in a leading post on the day, of a country of which the report speaks?"""
        families = (h.name.ref for h in self.names.hits(last) if h.name.what == "surname" and not (h.conj or h.prep))
        return any(self._level(p) <= 1 and self.topic.speaks_of(self.world.entities[p].country or "") for p in families)

    def unknown_name(self, j: int, sure: bool = False, joined: bool = False) -> int:
        """Token after a name that the world does not know, right after a title; 0 when none stands there.

        It begins with a given name, or with a word that no dictionary has (a foreign name); with ``sure`` (behind an honorific) with any
        noun; ``joined``: "and" stands on the given name. Two words; more after a particle of names (بن، آل), a family name with the article,
        a given name, or another word that no dictionary has.
        """
        k, units = j, 0
        while k < self.names.stop and units < 5:
            token = self.tokens[k]
            given = self.is_given(k) or self._is_ali(k) or (joined and k == j)
            if units and self._is_hyphen(k):
                k += 1  # "كيم كاي - غوان"
                continue
            if token.kind != "word" or k in self.dated or token.fold.startswith(GLUED) or len(token.fold) < 2:
                break
            if token.fold in self.pack.word_class("clause-word" if k > j else "pronoun") or (k > j and self._is_wish(k)):
                break  # "الرئيس هادي فهو", "قال الوزير القطري نحن مطالبون"
            bound = k > j and self.tokens[k - 1].fold in _NAME_PARTICLES  # "ولد الشيخ"
            if k > j and not bound and (self._is_office(k) or (units >= _FULL and self._heads_something(k))):
                break  # "أسامة البار أمين العاصمة المقدسة"
            family = self.tokens[k - 1].fold.startswith(_THE) and self.tokens[k - 1].fold not in self.pack.word_class("name-close")
            if units >= _FULL and family and not (given or bound or token.fold in _NAME_PARTICLES or token.fold.startswith(_THE)):
                break  # "استهجن المحافظ صخر الوجيه مزاعم الحوثيين": no second name behind a family's with the article
            sure_given = self.tokens[j].fold in self.pack.word_class("given-name")
            if k > j and token.form.endswith(_NUNATED):
                break  # "وكتب فلان شعراً"
            if k == j + 1 and not (given or bound or sure_given) and known(token.form) and self._tells_deed(k):
                break  # "النائب العام شاي نيتسان رفض ذلك"
            if units == 1 and self._is_rank_for_name(k) and self.is_given(k - 1):
                k, units = k + 1, units + 1
                break
            third = units == _FULL and self._is_name_of_stance(k) and self.is_given(j) and self.is_given(k - 1)
            if third:
                k, units = k + 1, units + 1
                break  # "محمد تقي مؤيد"
            if not (given or bound or self._is_family_too(k, j)) and (self.reading.is_word(k) or (k > j and self._joined_on(k))):
                break
            of_house = k > j and self.reading.is_of_house(k - 1)  # "عبدالعزيز آل الشيخ"
            if not of_house and any(self._is_no_name(h, k > j) for h in self.names.hits(k)):
                k += self._is_family_of_son(j, k)
                break
            whole_name = any(h.name.ref.startswith("person/") and h.stop > k + 1 for h in self.names.hits(k))
            if k > j and whole_name and token.fold not in (*_FILIAL, _THE) and not (given and (self.is_of_names(j) or self._ends_family_first(k))):
                break  # "نقل ولي العهد تحيات خادم الحرمين", "رئيس غوايانا عرفان علي"
            hamza = token.form.startswith(_HAMZAS) and (given or not known(token.form))  # "إليزابيث", "ألفريدو": no article
            if k == j and token.fold.startswith(_THE) and not hamza and (known(token.form) or not given) and not self.is_articled(k):
                return 0
            if k == j and token.fold.endswith("ه") and self.names.reference(k, "back") is not None:
                return 0  # "نقل رئيس المجلس لفخامته تحيات أخيه"
            if k == j and (self._is_office(k) or self._heads_something(k) or (token.fold in self.reading.strange and not given)):
                return 0  # "رئيس مجلس الوزراء حاكم دبي", "رئيس بلدية هالغان محمد علي"
            if k == j and not given and token.fold[:1] in _LEADS_ON and not whole(token.form) and whole(token.form[1:]):
                return 0  # "أشاد وزير خارجية كينيا بجهود فلان": a noun with its preposition
            name = given or sure or not known(token.form)
            if k == j and not (name or self._has_surname(k + 1) or self._before_foreign(k) or self._before_that(k)):
                return 0
            if k == j and not (given or sure) and self._is_borne(k):
                return 0  # "وعد الرئيس بحل كافة الخلافات"
            if k > j and not given and self._is_accusative(k):
                break  # "اختار الرئيس ميقاتي بدلا منه"
            if k == j and not given and self.tells_how(k):
                return 0
            if k == j + 1 and not (given or sure_given) and token.fold.startswith(_THE) and token.form.endswith(_HER):
                return 0  # "جهود الرئيس شي المضنية"
            if k == j + 1 and not given and self._is_governed(k) and any(h.name.ref.startswith("place/") for h in self.names.hits(j)):
                return 0  # "طالب وزير الخارجية الغاني باكو بسحب القوات"
            if k > j and not (given or bound) and k + 1 < self.names.stop and self.names.reference(k + 1, "homeland") is not None:
                break  # "أكد وزير الخارجية عمرو رفض بلاده": the matter, and no name
            if not (given or bound) and self._is_deed(k):
                break  # "أمر الملك فيصل بتحديد الموقع", "تقدم رئيس البرلمان بورقة إصلاحات"
            if units >= 2 and not (
                given
                or self.tokens[k - 1].fold in _NAME_PARTICLES
                or token.fold in _NAME_PARTICLES
                or (token.fold.startswith(_THE) and (self._is_family(k) or self._closes_name(k) or self._fills_apposition(j, k)))
                or not known(token.form)
                or self.tokens[k - 1].fold == _HYPHEN
                or (token.form.endswith("ي") and self._is_odd(k) and not self.names.hits(k))  # "محمد ظاهر عزيمي"
                or any(h.name.what == "surname" and not h.conj and not h.prep for h in self.names.hits(k))
            ):
                break
            part = k == j + 1 and token.fold in self.pack.word_class("name-second") and self.tokens[j].fold not in _NAME_PARTICLES
            part = part and not self.reading.is_verb(j)  # "قريب الله خضر": a first name of two words
            units += token.fold not in _NAME_PARTICLES and not part
            k += 1
        if k == j + 2 and self._is_towns(j):
            return 0  # "فعاليات عيد الرياض"
        return k if units >= 2 and self.tokens[k - 1].fold not in _NAME_PARTICLES else 0

    def _is_accusative(self, k: int) -> bool:
        """Has a word of the dictionary the ending of an indefinite accusative at token k, as few names have?"""
        form = self.tokens[k].form
        return len(form) > _SHORT and form.endswith("ا") and whole(form[:-1]) and not whole(form)

    def tells_how(self, k: int) -> bool:
        """ "زيارة لمسؤول أوروبي ثنائيا بعد توقيع": no name begins with an accusative before a word of the dictionary; "أليسا سلوتكين" is one."""
        plain = k + 1 < self.names.stop and whole(self.tokens[k + 1].form) and not self.is_given(k + 1)
        return plain and not self.is_given(k) and self._is_accusative(k)

    def _is_name_of_stance(self, k: int) -> bool:
        """Is token k a participle that is no predicate and no title there, behind a full name: without article or ending, and before a mark, "that"
        or the noun of an act: "طلب من السفير محمد تقي مؤيد مغادرة البلاد", but "محمد سالم مدير الشركة", "محمد سالم معارض للقرار"?"""
        readings = self.pack.readings(self.tokens[k].fold)
        plain = bool(readings) and all(r.kind == "participle" and not (r.conj or r.prep or r.pronoun or r.article) for r in readings)
        if not plain or self.tokens[k].form.endswith(_INFLECTED) or self.names.hits(k):
            return False
        if k + 1 >= self.names.stop or self.tokens[k + 1].kind == "mark":
            return True
        that = self.pack.phrase_at(self.tokens, k + 1)
        nouns = (r for r in self.pack.readings(self.tokens[k + 1].fold) if r.kind == "noun" and not (r.article or r.prep))
        deed = any(r.lemma in self.pack.noun_frames for r in nouns)
        return deed or (that is not None and that.cls == "comp")

    def _is_family_of_son(self, j: int, k: int) -> bool:
        """ "عبدالعزيز بن سليمان التركي": does a family's name that is a demonym too stand at token k, right behind the father's?"""
        if k < j + 2 or not any(t.fold in _FILIAL for t in self.tokens[j + 1 : k - 1]) or not (self.is_given(k - 1) or self._is_ali(k - 1)):
            return False
        return self.tokens[k].fold.startswith(_THE) and self.tokens[k].form.endswith("ي")

    def _is_family_too(self, k: int, j: int) -> bool:
        """ "النائب خالد العدوان", not "أدان الأمير فيصل العدوان على": does a family's name that is also the word for a deed follow a given name?"""
        if k != j + 1 or self.tokens[k].fold not in self.pack.word_class("family-too") or not self.is_given(j):
            return False
        if k + 1 >= self.names.stop:
            return True
        told_more = any(h.name.what == "adjective" for h in self.names.hits(k + 1))
        return not told_more and self.tokens[k + 1].fold not in self.pack.word_class("struck-by")

    def _is_towns(self, j: int) -> bool:
        """Is this a common noun, at most some man's name too, and the town behind it whose it is?"""
        token = self.tokens[j]
        if not known(token.form) or token.fold in self.pack.word_class("given-name"):
            return False
        towns = (self.world.places.get(h.name.ref) for h in self.names.hits(j + 1) if h.stop == j + 2 and not (h.conj or h.prep))
        return any(town is not None and town.kind in ("capital", "city") for town in towns)

    def _is_rank_for_name(self, k: int) -> bool:
        """ "وزير الداخلية نايف القاضي، …": does a form of address with the article end a name, as a family's: at a mark or before "that"?"""
        rank = self.names.reference(k, "honorific")
        if rank is None or len(rank.tokens) > 1 or not self.tokens[k].fold.startswith(_THE):
            return False
        that = self.pack.phrase_at(self.tokens, k + 1) if k + 1 < self.names.stop else None
        return k + 1 >= self.names.stop or self.tokens[k + 1].kind != "word" or (that is not None and that.cls == "comp")

    def _ends_family_first(self, k: int) -> bool:
        """Do the words at token k name by his given names somebody whose family name comes first: "تشي جين بينغ"?"""
        people = (h.name.ref for h in self.names.hits(k) if h.name.ref.startswith("person/") and h.stop > k + 1)
        return any(self.memory.origin(p) in FAMILY_FIRST for p in people)

    def name_with_articles(self, j: int) -> int:
        """Token after two words with the article that are a name behind an office and its state ("وزير الخارجية السوداني السماني الوسيلة"), else 0.

        They are no two adjectives of the office: the first is a given name with the article, or the second a noun that agrees with nothing
        (a feminine, or a word that no dictionary has); and a mark or "that" follows, not more words that they may belong to.
        """
        stop = j + 2
        if stop > self.names.stop or any(k in self.dated or self.tokens[k].kind != "word" for k in (j, j + 1)):
            return 0
        first, second = self.tokens[j], self.tokens[j + 1]
        if not (first.fold.startswith(_THE) and second.fold.startswith(_THE)) or any(self.reading.is_word(k) for k in (j, j + 1)):
            return 0
        if any(h.name.what != "surname" for k in (j, j + 1) for h in self.names.hits(k)) or first.fold.endswith(("ه", "ات")):
            return 0  # "التطورات الإقليمية"
        bare = first.fold[2:]
        given = bare in self._first_names or bare in self.pack.word_class("given-name")
        alone = second.fold.endswith("ه") or not known(second.form)
        ends = stop == self.names.stop or self.tokens[stop].kind != "word"
        that = self.pack.phrase_at(self.tokens, stop) if not ends else None
        return stop if (given or alone) and (ends or (that is not None and that.cls in ("comp", "prep"))) else 0

    def _is_office(self, k: int) -> bool:
        """Does a post stand at token k with a place or state right behind it; or a noun for an office that is a given name too, with what it is of:
        "فهد العيسى ومعالي مساعد أمين مجلس الوزراء"?"""
        if k + 1 >= self.names.stop:
            return False
        owners = [h for h in self.names.hits(k + 1) if not (h.conj or h.prep)]
        if any(h.name.ref.startswith(("place/", "state/")) for h in owners) and any(h.name.what == "post" for h in self.names.hits(k)):
            return True
        noun = self.tokens[k].fold in self.pack.word_class("title-head")
        return noun and any((h.name.what in ("body", "body-of", "post") and h.stop > k + 2) or h.name.ref.startswith("place/") for h in owners)

    def _heads_something(self, k: int) -> bool:
        """Is the word at token k, which is a given name too, a noun for an office, and what its bearer heads behind it?"""
        if self.tokens[k].fold not in self.pack.word_class("title-head") or k + 1 >= self.names.stop:
            return False
        return self.tokens[k + 1].fold.startswith(_THE) and not self._is_family(k + 1)

    def _tells_deed(self, k: int) -> bool:
        """May the word at token k be a verb, or a noun of what somebody does; and is it nobody's name?"""
        readings = (r for r in self.pack.readings(self.tokens[k].fold) if not (r.conj or r.prep))
        deed = any(r.kind == "verb" or (r.kind == "noun" and r.lemma in self.pack.noun_frames) for r in readings)
        return deed and not self.names.hits(k)

    def _is_borne(self, k: int) -> bool:
        """Is it a plain word with its preposition, before another plain word?"""
        form = self.tokens[k].form
        if form[:1] in _BOUND and not self.is_given(k) and k + 1 < self.names.stop and self.tokens[k + 1].fold.startswith(_THE):
            return True  # "الأمين العام لنظمة الدول": a word with a slip in it
        if form[:1] == AND and known(form[1:]) and not known(form):
            return True  # "السفير النيجري وتم إعلام"
        follows = k + 1 < self.names.stop and known(self.tokens[k + 1].form) and not self.is_given(k + 1)
        return form[:1] in _BOUND and known(form[1:]) and follows

    def _is_deed(self, k: int) -> bool:
        """Is it a noun of an act, or a feminine one, with a preposition, which the dictionary has only without it ("بورقة")?"""
        form = self.tokens[k].form
        deed = form[1:2] in _DEED and len(form) >= _LONG
        return form[:1] in _BOUND[:2] and (deed or form.endswith("ة")) and len(form) >= _LONG - 1 and whole(form[1:]) and not whole(form)

    def _closes_name(self, k: int) -> bool:
        """ "محمد بن إبراهيم المهوس أن": does the word with the article end a name with "son of", though the dictionary has it?"""
        son = self.tokens[k - 2].fold in _FILIAL or (self.tokens[k - 2].fold == _SERVANT and self.tokens[k - 3].fold in _FILIAL)
        if not son or self.names.reference(k, "qualifier") is not None or self.reading.is_verb(k):
            return False
        follows = self.pack.phrase_at(self.tokens, k + 1) if k + 1 < self.names.stop else None
        return k + 1 >= self.names.stop or self.tokens[k + 1].kind != "word" or (follows is not None and follows.cls == "comp")

    def _fills_apposition(self, j: int, k: int) -> bool:
        """ "نائب الوزير، عبد الرحمن يوسف العدالة، أن": is it the last word of a name that stands by itself between commas?"""
        closed = k + 1 < self.names.stop and self.tokens[k + 1].fold in COMMAS
        return closed and j > 0 and self.tokens[j - 1].fold in COMMAS and not self.names.hits(k)

    def _before_foreign(self, k: int) -> bool:
        """Is the word, though the dictionary has it, the first name of somebody whose second no dictionary has ("فاد بيترسون")?"""
        listed = self.tokens[k + 1].fold in self.pack.word_class("given-name") if k + 1 < self.names.stop else True
        foreign = self.is_foreign(k + 1) or (not listed and self.is_given(k + 1) and not known(self.tokens[k + 1].form))
        return foreign and not self.reading.is_verb(k) and all(h.name.what == "surname" for h in self.names.hits(k))

    def _before_that(self, k: int) -> bool:
        """Do two words that are nothing else stand between a title and "that": "أكد نائب وزير الخارجية النرويجي فاد بيترسون أن"?"""
        stop = k + 2
        if stop >= self.names.stop or any(self.names.hits(n) or n in self.dated or self.tokens[n].kind != "word" for n in (k, k + 1)):
            return False
        that = self.pack.phrase_at(self.tokens, stop + (self.tokens[stop].fold in COMMAS))
        nouns = not any(self.reading.is_word(n) or self.reading.is_verb(n) or self.tokens[n].fold.endswith("ا") for n in (k, k + 1))
        return that is not None and that.cls == "comp" and nouns and self._is_odd(k + 1)

    def _is_odd(self, k: int) -> bool:
        """Has the dictionary no such word as it stands, though it may take it apart, and has it no article?"""
        word = self.tokens[k]
        return word.kind == "word" and len(word.fold) > 3 and not whole(word.form) and not word.fold.startswith((_THE, *GLUED))

    def named_before(self, i: int, begin: int) -> int:
        """The first token of a foreign name of two words and more that ends right before token i, none before ``begin``; i if none does."""
        k = i
        while k > begin and i - k < 4 and self.may_be_foreign(k - 1):
            k -= 1
        verb = k > 0 and self.reading.is_verb(k - 1)  # "قال ليندون برايت السفير البريطاني"
        while k < i and not (verb or self.is_foreign(k) or self.is_given(k)):
            k += 1
        return k if i - k > 1 else i

    def may_be_foreign(self, k: int) -> bool:
        if self.is_foreign(k) or (self.is_given(k) and not self.reading.is_verb(k)):
            return True
        if not self._is_odd(k) or k in self.dated or self.reading.is_word(k) or self.reading.is_verb(k) or self._is_governed(k):
            return False
        return all(h.name.what == "surname" for h in self.names.hits(k))

    def _is_governed(self, k: int) -> bool:
        """Is the token a plain word with its preposition, or in the accusative: "احتفالا بطرد السفير"?"""
        form = self.tokens[k].form
        joined = form[:1] == AND and len(form) > 3 and known(form[1:])  # "الذي حصل وذاق مرارته وزير الداخلية"
        owned = form.endswith(_OWNED) and known(form)
        return joined or owned or (form[:1] in _BOUND[:2] and known(form[1:])) or (form.endswith("ا") and known(form[:-1]))

    def _is_hyphen(self, k: int) -> bool:
        """Does a hyphen at token k join two parts of a foreign name?"""
        if self.tokens[k].fold != _HYPHEN or k + 1 >= self.names.stop:
            return False
        if self._is_hyphenated(k - 1) and not any(self.tokens[n].fold.startswith(_THE) for n in (k - 1, k + 1)):
            return True
        return all(self.tokens[n].kind == "word" and not whole(self.tokens[n].form) and not self.reading.is_word(n) for n in (k - 1, k + 1))

    def _has_surname(self, k: int) -> bool:
        return any(
            h.name.what == "surname" and not h.conj and not h.prep and h.stop == k + 1 for h in self.names.hits(k)
        ) and not self.reading.is_word(k)

    def _is_no_name(self, hit: Hit, inside: bool) -> bool:
        """Does something stand here that is no part of a person's name: a state, a body, a demonym, inside of a name also a post?"""
        if hit.name.what == "post":
            return inside
        return hit.name.what not in ("surname", "people") and hit.name.ref.split("/")[0] not in ("person", "place")

    def unknown_person(self, j: int, stop: int, of: str | None, sector: str | None = "GOV", cut: int = 0) -> str:
        """The person of this report whose name tokens[j:stop] are, without the first ``cut`` letters."""
        while stop > j + 1 and self.tokens[stop - 1].kind != "word":
            stop -= 1  # «محمد فياض»: the mark that closes belongs to no name
        if not cut and (met := self._met_otherwise(j, stop)) is not None:
            return met
        name = self.report.text[self.tokens[j].start + cut : self.tokens[stop - 1].stop]
        id = f"person/{self.pack.romanise(name)}"
        if id not in self.memory.entities:
            if sector:
                of = of or self.topic.home or self._acting_state()
            country = self.memory.entity(of).country if of else None
            self.memory.entities[id] = Entity(id, "person", ((self.report.language, name),), country, sector, None, False)
        return id

    def _met_otherwise(self, j: int, stop: int) -> str | None:
        """Who was named in the report by a full name that sounds as this one does, word by word: "باكاري سانغاري" after "بكاري سانغاري"."""
        words = [t.fold for t in self.tokens[j:stop] if t.kind == "word"]
        if len(words) < 2 or any(len(w) < _SHORT - 1 or w in self.pack.word_class("given-name") for w in (words[0], words[-1])):
            return None
        met = dict.fromkeys(m.entities[0] for m in self.memory.recent if m.kind == "person" and len(m.entities) == 1)
        people = [p for p in met if self.memory.origin(p) not in FAMILY_FIRST and self.memory.origin(p) not in ARAB]
        alike = [p for p in people if any(_sounds_like(f, words) for f in self.spellings(p))]
        return alike[0] if len(alike) == 1 else None

    def _acting_state(self) -> str | None:
        """Who acts in the sentence, but for a guest's state: "كان في استقبال الوزير الأميركي رئيس الأركان فلان وسفير الولايات المتحدة لدى البلاد"."""
        acts = self.memory.acting_state()
        return acts if acts not in self.topic.guests else None

    def shortened(self, j: int, stop: int) -> str | None:
        """Who was named with these words and more: "هايلي مريم" after "هايلي مريم ديسالين"; nobody where two were."""
        folds = self.names.folds
        words, first = folds[j:stop], folds[j]
        met = (m for m in self.memory.recent if m.kind == "person" and len(m.entities) == 1 and not m.rule.endswith(".kin"))
        said = ((m.entities[0], folds[m.first : m.last]) for m in met)
        found = dict.fromkeys(p for p, told in said if first in told and any(told[k : k + len(words)] == words for k in range(len(told))))
        return next(iter(found)) if len(found) == 1 else None

    def tail_of(self, j: int, stop: int) -> str | None:
        """Who was named with more words that end with these, if only one; nobody for a name of one word."""
        if stop - j < 2:
            return None
        met = self.shortened(j, stop)
        if met and any(self.names.reference(k, "kin") is not None for k in range(max(0, j - _KIN), j)):
            return None  # "أحمد علي عبدالله صالح … والده الزعيم علي عبدالله صالح"
        return met if met and any(form[-(stop - j) :] == tuple(t.fold for t in self.tokens[j:stop]) for form in self.spellings(met)) else None

    def borne_by_met(self, i: int, hit: Hit) -> str | None:
        """ "روبرت مالي … والتقى مالي الوزير": whom the report has named, by a last name that a state, a place or a group in arms has too, of which
        it has not spoken."""
        land = hit.name.ref.startswith(("state/", "place/"))
        if hit.stop != i + 1 or hit.name.ref in self.memory.entities or not (land or self.world.entities[hit.name.ref].kind == "armed-group"):
            return None
        word = self.tokens[i].fold.removeprefix(hit.conj + hit.prep)
        people = [m for m in self.memory.recent if m.kind == "person" and len(m.entities) == 1]
        nameless = {m.entities[0] for m in people if m.rule == "post.holder-unknown"}  # "القائم بالأعمال القطري في مصر" is not called Egypt
        met = dict.fromkeys(m.entities[0] for m in people if m.entities[0] not in nameless)
        found = [p for p in met if any(len(form) > 1 and form[-1] == word for form in self.spellings(p))]
        return found[0] if len(found) == 1 else None

    def met_as(self, i: int, hit: Hit) -> str | None:
        """Whom the report has called by this one word, whoever bears it else."""
        word = self.tokens[i].fold.removeprefix(hit.conj + hit.prep)
        return self.bound.get(word) if hit.stop == i + 1 else None

    def remember(self, person: str, j: int, stop: int) -> None:
        """The last word of a new name leads to its bearer from here on; so does a word in its middle that is no given name.

        Of whom the world knows only a family name does that comes first: "كيم", "بارك".
        """
        if not j:
            return
        if stop > j + 1 and self.memory.origin(person) in FIRST_ALONE and any(form[:1] == (self.tokens[j].fold,) for form in self.spellings(person)):
            self._bind(self.tokens[j].fold, self.tokens[j].fold, person)  # "وصل آبي أحمد … وتوجه آبي"
        if self.memory.entity(person).known:
            first = self.tokens[j].fold
            if self.memory.origin(person) in FAMILY_FIRST and any(form[0] == first for form in self.spellings(person)):
                self._bind(first, first, person)
            self._remember_spelling(person, j, stop)
            if stop > j + 2 and self.tokens[stop - 1].kind == self.tokens[stop - 2].kind == "word":
                first, second = self.tokens[stop - 2].fold, self.tokens[stop - 1].fold
                if first not in (*_NAME_PARTICLES, _SERVANT) and not self.is_given(stop - 2) and f"{first} {second}" not in self.bound:
                    self._bind(first, f"{first} {second}", person)  # "الطيب الفاسي الفهري … وأبرز الفاسي الفهري", who is not Abbas el-Fassi
            return
        if self.memory.origin(person) in FAMILY_FIRST:
            self._bind(self.tokens[j].fold, self.tokens[j].fold, person)  # "كيم يونغ هو … وقال كيم"
        while stop > j + 2 and self.tokens[stop - 1].fold in self.pack.word_class("rank-tail"):
            stop -= 1  # "أحمد حسنين باشا"
        first, second = self.tokens[stop - 2].fold, self.tokens[stop - 1].fold
        if self.reading.is_of_house(stop - 2):
            self._bind(first, f"{first} {second}", person)  # "عبدالعزيز آل الشيخ … وأضاف آل الشيخ"
            return
        if self._ends_in_two(j, stop):
            if first not in _NAME_PARTICLES:  # "محمد عبد الله" is called so by many
                self._bind(first, f"{first} {second}", person)  # "محيي الدين"
            stop -= 2
        for k in range(j + 1, stop):
            inner = k < stop - 1 and (self.memory.origin(person) in FAMILY_FIRST or len(self.tokens[k].fold) < _CLEAR)
            if inner or self._is_of_a_head_met(k):  # "سوزان أي رايس … أي عملية"
                continue  # "نعمت عون" beside "الرئيس جوزاف عون": "عون" alone is still he
            if k == stop - 1 or not (self.is_given(k) or self.tokens[k].fold in _NAME_PARTICLES or self.tokens[k - 1].fold in _NAME_PARTICLES):
                self._bind(self.tokens[k].fold, self.tokens[k].fold, person)

    def _is_of_a_head_met(self, k: int) -> bool:
        """Is token k the surname of one who was named in the report and heads a state or its government on the day, or headed a state before: "سهى
        عرفات" beside him?"""
        families = (h.name.ref for h in self.names.hits(k) if h.name.what == "surname" and not (h.conj or h.prep))
        met = (p for p in families if p in self.memory.entities)
        return any(self._level(p) <= 1 or self.world.held(p, HEADS[0], None) for p in met)

    def is_before_met(self, j: int) -> bool:
        """ "اتهم زعيم المعارضة أوديجا كيباكي" after "الرئيس مواي كيباكي": is the next word the surname of one who was named, and this one, which
        is no given name, nothing like his first? Two men."""
        if self.is_given(j):
            return False
        met = {h.name.ref for h in self.names.hits(j + 1) if h.name.what == "surname" and not (h.conj or h.prep)} & self.memory.entities.keys()
        return bool(met) and not any(self._first_sounds(p, j) for p in met)

    def is_owned(self, j: int) -> bool:
        """ "مهاتير محمد … خليفة مهاتير": is the word at token j, a noun that is some men's name too, what one is to a man who was named?"""
        if self.tokens[j].fold not in self.pack.word_class("role-to-man") or j + 1 >= self.names.stop:
            return False
        word = self.tokens[j + 1].fold
        met = {m.entities[0] for m in self.memory.recent if m.kind == "person" and len(m.entities) == 1}
        return any(word in form for p in met for form in self.spellings(p) if form[0] != self.tokens[j].fold)

    def _bind(self, first: str, name: str, person: str) -> None:
        """From here on the name, whose first word is ``first``, leads to the person."""
        self.bound[name] = person
        self.opening.add(first)
        self.leading.update(spelled(first))

    def _ends_in_two(self, j: int, stop: int) -> bool:
        """Is the last name of tokens[j:stop] one of two words: "سراج الدين محيي الدين"?"""
        return stop - j > 2 and self.tokens[stop - 1].fold in self.pack.word_class("name-close") and self.tokens[stop - 2].kind == "word"

    def _remember_spelling(self, person: str, j: int, stop: int) -> None:
        """The last word of a name as this report spells it, which the world does not have so ("شارماركي"), leads to its bearer: no given
        name and no word of the language."""
        while stop > j + 2 and self.tokens[stop - 1].kind != "word":
            stop -= 1
        forms = self.spellings(person)
        if self._ends_in_two(j, stop):
            name, last = f"{self.tokens[stop - 2].fold} {self.tokens[stop - 1].fold}", self.tokens[stop - 2].fold
        else:
            name = last = self.tokens[stop - 1].fold
        new = stop - j > 1 and not any(last in form for form in forms)
        if new and (name != last or not (self.is_given(stop - 1) or known(self.tokens[stop - 1].form) or self.reading.is_word(stop - 1))):
            self._bind(last, name, person)

    def _bound_at(self, j: int, first: str) -> tuple[str | None, int]:
        """(whom the folded word ``first`` at token j, alone or with the next, has led to in this report; token after it)."""
        if j + 1 < self.names.stop and (both := self.bound.get(f"{first} {self.tokens[j + 1].fold}")):
            return both, j + 2
        return self.bound.get(first), j + 1

    def is_bound(self, j: int) -> bool:
        """Has the word at token j alone led to somebody in this report?"""
        return self.tokens[j].fold in self.bound

    def rename(self, person: str, other: str) -> None:
        """Whoever was taken for somebody new is another: what led to him leads to the other from here on."""
        self.memory.entities.pop(person, None)
        self.bound = {word: other if bound == person else bound for word, bound in self.bound.items()}

    def spellings(self, person: str) -> list[tuple[str, ...]]:
        """The Arabic names of a person, folded: those of the world, or what the report calls somebody new."""
        met = self.memory.entities.get(person)
        forms = self.world.spellings.get(person) or ((met.name(self.report.language),) if met is not None else ())
        return [_folded(form) for form in forms]


@lru_cache(maxsize=65536)
def _folded(name: str) -> tuple[str, ...]:
    """The folded words of a name: asked again for the same people in all reports."""
    return tuple(t.fold for t in tokenize(name))


def _is_of(tenure: Tenure, post: Title) -> bool:
    """Was the tenure of the owner and the mandate that the title names, as far as both name them?"""
    mandate = not post.about or not tenure.about or tenure.about == post.about
    return mandate and (not post.of or tenure.of == post.of)


def _sounds_like(form: tuple[str, ...], words: list[str]) -> bool:
    """Does a full name sound as these words do, one by one; or as the first and last of them, where either has no more than two?"""
    if len(form) != len(words) and 2 in (len(form), len(words)):
        form, words = (form[0], form[-1]), [words[0], words[-1]]
    return len(form) == len(words) > 1 and all(map(same_sound, form, words))


def _first_word(name: Sequence[str]) -> str:
    """The first of the words of a name, "عبد الله" for one."""
    return "".join(name[: 1 + (name[0] == _SERVANT)])
