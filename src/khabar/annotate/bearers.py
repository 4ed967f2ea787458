"""Who is named behind a long title whose body the world does not know: "الكاتب الوطني للاتحاد العام للنقل، فلان", "نقيب الصيادين في صيدا فلان".

The words of the title are read to where they can end: a noun without an article wants what it is of, behind a definite word or a name nothing
is wanted any more. What stands there is a name if its words can be one and if the sentence goes on behind it as it does behind a name: with
"that", a mark, a preposition, whom he acts on.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from khabar.annotate.holders import Holders
from khabar.annotate.memory import HEADS
from khabar.annotate.names import PRONOUNS, owned_by, stripped
from khabar.annotate.people import People
from khabar.annotate.reading import AND, COMMAS, GLUED, Part, Reading
from khabar.annotate.titles import Titles
from khabar.lemmas import known, whole
from khabar.model import Mention

_THE, _NISBA, _FEMININE, _HER, _ADVERB = "ال", "ي", "ه", "ة", "ا"
_TITLE = 26  # tokens of titles before a name
_NAME = 5  # words of a name, but for "son of", "father of" and the like
_QUOTED = 8  # tokens in marks inside of a title
_TITLES = 3  # of one man, each behind a comma
_TWO = 2  # words that a name has at least; also how surely who speaks is told, and how surely a name ends
_MINISTER = "minister"
_FOR, _BY = "ل", "ب"
_HAMZAS = ("أ", "إ", "آ")  # of a name, where an article has none
_SO = "ف"  # begins a verb that goes on with a story, and never stands inside of a name
_MANY, _OF_KIND = ("ين", "ون", "ات"), "ية"  # ends of plurals; of an adjective
# Letters written in one with a noun: those that make it no first name; those that lead on inside of a title.
_FRONTS = ("ب", "ل", "و", "ف")
_LETTERS = ("ب", "ل", "ك", "ف")
_LONG = 3  # letters that a word has more than, of which the first is a preposition
_NAMED = ("name.new", "post")  # rules of mentions of somebody new
_WORDS = ("K", "D")  # kinds of a word that has a meaning of its own
_NOBODY = ("post.holder-unknown", "post.open", "post.speaks-for", "post.again", "post")  # rules of titles whose bearer may not be named
_OPEN, _SHUT = frozenset(("«", "“", '"', "”", "(")), frozenset(("»", "”", '"', "“", ")"))


class Bearers(Part):
    """See the module."""

    def __init__(self, reading: Reading, people: People, titles: Titles, holders: Holders) -> None:
        super().__init__(reading)
        self.people, self.titles, self.holders = people, titles, holders
        self._heads = self.pack.word_class("title-head")
        self._binding = self.pack.word_class("binds-name")

    def opens(self, i: int) -> bool:
        """Does a noun for somebody who holds an office, with its article or without, begin at token i?"""
        head = self._bare(i)
        if not head or i + 1 >= self.names.stop or (self.reading.dots and self.tokens[i].form.endswith(_FEMININE)):
            return False  # "نائبه": his
        behind = self.tokens[i + 1].fold
        if head in self.pack.word_class("title-adjective") and behind in self.pack.word_class("of-title"):
            return False  # "على قدر كبير من المسؤولية"
        return head not in self.pack.word_class("acting-head") or behind in self.pack.word_class("charge-of")  # "قائمة المنتخب"

    def named(self, i: int, found: list[Mention], speaks: int) -> list[Mention]:
        """The person whose name stands behind the title at token i, if ``found``, what was read there, is not he by his name already.

        speaks: whether the title stands where who speaks is told; 2 where nothing else can.
        """
        if self._tells_of(i) or (not speaks and self._bare(i) in self.pack.word_class("trade-head")):
            return []
        before = found[0] if len(found) == 1 and found[0].first <= i else None
        if found and before is None:
            return []
        name = self._name(i, speaks)
        if name is None or self.people.tells_how(name[0]):
            return []
        at, stop = name
        if not speaks and any(self._is_of_sport(k) for k in range(i + 1, at)):
            return []
        rank = self.names.reference(i, "honorific")
        if (rank is not None and at <= i + len(rank.tokens)) or (at == i + 1 and self.reading.is_definite(i) and self.people.is_given(at)):
            return []  # "الأستاذ فلان": no title
        tail = before is not None and self._is_tail(before, at, stop)
        if before is not None and before.last >= stop and not tail:
            return self._from(before, i, at)
        if speaks < _TWO and before is not None and before.role in HEADS:
            return []  # "اختار الرئيس الإيراني فلانا وزيرا"
        if stop == at + _TWO and (self.people.is_before_met(at) or self._is_surname(at, before)):
            return []
        if before is not None and not (tail or self._is_open(before, i) or self._is_cut(before, at)):
            return []
        if before is not None and not (tail or self._is_open(before, i) or self._is_all_name(before.last, stop)):
            return []
        longer = self.people.unknown_name(at)
        sons = any(t.fold in self.pack.word_class("name-particle") for t in self.tokens[at:stop])
        if longer > stop and (sons or all(self._kind(k, first=False) in "GUPSND" for k in range(stop, longer))):
            stop = longer
        person, end = self._known(at)
        if person is not None and before is not None and before.country not in (None, self.memory.origin(person)):
            return []  # "رئيس جمهورية غانا، السيد ماكي سال"
        if person is not None:
            stop = end
        else:
            of = self._whose(i, at, before)
            person = self.people.shortened(at, stop) or self.people.unknown_person(at, stop, of or self.topic.home, "GOV" if of else None)
            if before is not None and (tail or self._is_cut(before, at)) and before.entities[0] != person:
                self.people.rename(before.entities[0], person)
        self.people.remember(person, at, stop)
        stop = self._past_nickname(stop)
        if stop < self.names.stop and self.tokens[stop].kind == "word":
            stop = self.holders.titles_after(person, stop)[0]
        conj, prep = (before.conj, before.prep) if before is not None else self._particles(i)
        posts = (h.name.ref for h in self.names.hits(i) if h.name.what == "post" and h.name.number == "s" and len(h.name.tokens) > 1)
        country, role = self.memory.entity(person).country, before.role if before is not None else next(posts, None)
        if role is None and (again := self.names.reference(i, "back")) is not None and again.value == _MINISTER:
            role = again.value
        if self.memory.entity(person).known and role is None and self.day and (held := self.world.held(person, None, self.day)):
            role = self.people.foremost(held)
        of = before.of if before is not None else None
        return [self.reading.mention(i, stop, (person,), "person", "name.new", role=role, of=of, country=country, conj=conj, prep=prep)]

    def before_title(self, i: int) -> int:
        """ "قال نغوين فان لونغ، رئيس الاتحاد، إن": the token behind a name at token i, where a comma and a title follow; 0 where none does."""
        near = range(i + _TWO, min(i + _TWO * _NAME, self.names.stop - 1))
        comma = next((k for k in near if self.tokens[k].fold in COMMAS), 0)
        if not comma or not self.opens(comma + 1) or self.tokens[comma + 1].fold not in self._titles_of(comma + 1):
            return 0
        if any(h.name.what == "entity" and h.stop > i + 1 for h in self.names.hits(i)):
            return 0
        return comma if self._run(i, comma=False, ranked=False, speaks=_TWO) == comma else 0

    def _titles_of(self, k: int) -> tuple[str, ...]:
        """The forms in which a title stands behind a comma that is his who was named before it: with its article or without, and no more."""
        return self._bare(k), _THE + self._bare(k)

    def _from(self, m: Mention, i: int, at: int) -> list[Mention]:
        """The same mention of somebody new, of the land of the body or place that his title from token i to the name at token ``at`` tells."""
        new = m.kind == "person" and len(m.entities) == 1 and not self.memory.entity(m.entities[0]).known
        if not new or m.country or self.memory.entity(m.entities[0]).country or not (of := self._whose(i, at, None)) or m.rule not in _NAMED:
            return []
        country = self.memory.entity(of).country
        self.memory.entities[m.entities[0]] = replace(self.memory.entity(m.entities[0]), country=country)
        return [replace(m, country=country)]

    def _tells_of(self, i: int) -> bool:
        """Does the word at token i tell something of the noun before it, or is whoever is titled only somebody's kin, chief or place?"""
        if not i:
            return False
        told = self.reading.is_definite(i) and (self.tokens[i].fold.removeprefix(_THE) in self.pack.word_class("title-adjective"))
        if self._has_article(i) and self._has_article(i - 1) and (told or not self.reading.ends_mention(i)):
            return True  # "المجلس الحاكم", "المفاوض الإيراني الكبير"
        before = any(self.names.reference(i - 1, c) for c in ("kin", "deputy")) or self._bare(i - 1) in self._heads
        classes = ("bureau", "the-office", "called-after", "named-thing")
        return before or any(self.tokens[i - 1].fold in self.pack.word_class(c) for c in classes)

    def _is_of_sport(self, k: int) -> bool:
        """ "مدير الكرة بالنادي": who runs games is of note only where he speaks."""
        if self.names.reference(k, "team") is not None and self.names.reference(k, "honorific") is None:
            return True
        return any(w in self.pack.word_class(cls) for cls in ("sport", "of-sport") for w in stripped(self.tokens[k].fold))

    def _has_article(self, k: int) -> bool:
        """Has the word at token k the article, also behind a preposition or "and"?"""
        return self.reading.is_definite(k) or (self.tokens[k].fold.startswith(GLUED) and self.tokens[k].fold not in self._heads)

    def _is_ali(self, k: int) -> bool:
        """Is it the given name "علي" in a text that writes "on" with ى?"""
        token = self.tokens[k]
        return self.reading.dots and token.form.endswith(_NISBA) and token.fold in self.pack.word_class("given-name")

    def _is_open(self, m: Mention, i: int) -> bool:
        """Does what was read at a title tell the office, the body or what its bearer is only, and not him by his name?"""
        if m.rule in _NOBODY or m.kind != "person":
            told = {t.fold for t in self.tokens[m.first : m.last]}
            names = (form for e in m.entities if e.startswith("person/") for form in self.people.spellings(e))
            unknown = m.rule in _NOBODY[:2]
            if not unknown and any(self.memory.entity(e).known for e in m.entities if e.startswith("person/")):
                return False  # "قرر الرئيس الكيني زيارة كمبالا"
            return unknown or not any(form and form[-1] in told for form in names)
        return False

    def _is_all_name(self, j: int, stop: int) -> bool:
        """Can all words from token j on be nothing but names?"""
        return all(self._kind(k, first=False) in "GUPSN" or self.tokens[k - 1].fold in self._binding for k in range(j, stop))

    def _known(self, at: int) -> tuple[str | None, int]:
        """Somebody whom the world knows by a full name that stands at token ``at``, or with the form of address before it; and the token after it."""
        for k in (at - 1, at):
            person, end = self.people.person_at(k, None) if k == at or self.names.reference(k, "honorific") else (None, at)
            whole_name = next((h for h in self.names.hits(k) if h.name.ref == person and h.stop <= end), None)
            if person is not None and end > at + 1 and not (whole_name is not None and not self.people.stands_alone(k, whole_name)):
                return person, end
        return None, at

    def _is_surname(self, at: int, title: Mention | None) -> bool:
        """ "أكد الوزير عراقجي دعم بلاده": is the first of two words the surname of one who was named, or of a man of the title's land, and the
        second a word of the language?"""
        if self._kind(at + 1, first=False) not in _WORDS:
            return False
        named = {h.name.ref for h in self.names.hits(at) if h.name.what == "surname" and not (h.conj or h.prep)}
        land = title.country if title is not None else None
        met = self.people.is_bound(at) or any(p in self.memory.entities for p in named)
        return met or (land is not None and any(self.memory.origin(p) == land for p in named))

    def _is_new(self, m: Mention) -> bool:
        """Is it a mention of somebody new whom the report has not named before?"""
        new = m.kind == "person" and len(m.entities) == 1 and not self.memory.entity(m.entities[0]).known and m.rule in _NAMED
        return new and all(m.entities != n.entities for n in self.memory.recent)

    def _is_tail(self, m: Mention, at: int, stop: int) -> bool:
        """Is somebody new read with the last words only of the name that tokens[at:stop] are: "حماد آدم" of "الضو حماد آدم"?"""
        words = tuple(t.fold for t in self.tokens[at:stop] if t.kind == "word")
        forms = self.people.spellings(m.entities[0]) if m.last == stop and self._is_new(m) else []
        return any(len(words) > len(form) > 1 and words[-len(form) :] == form for form in forms) and self._is_all_name(at + 1, stop)

    def _is_cut(self, m: Mention, at: int) -> bool:
        """Is somebody new, whom the report has not named before, read with the first words only of the name that begins at token ``at``?"""
        if not self._is_new(m):
            return False
        told = tuple(t.fold for t in self.tokens[at : m.last] if t.kind == "word")
        return any(form == told for form in self.people.spellings(m.entities[0]))

    def _name(self, i: int, speaks: int) -> tuple[int, int] | None:
        """(the token at which the name behind the title at token i begins, the token after it); None without one."""
        k, closed, titles, head = i + 1, self._has_article(i), 1, i
        end = min(self.names.stop, i + _TITLE)
        while k < end:
            token = self.tokens[k]
            if token.fold in COMMAS:
                at = self.titles.past_ranks(k + 1)
                if stop := self._between(at, ranked=at > k + 1, speaks=speaks):
                    return at, stop
                if titles < _TITLES and k + 1 < end and self._bare(k + 1) in self._heads and not self.tokens[k + 1].fold.startswith(AND):
                    k, closed, titles, head = k + 2, self.reading.is_definite(k + 1), titles + 1, k + 1
                    continue
                return None
            if token.fold in _OPEN and (shut := self._shut(k)):
                k, closed = shut + 1, True
                continue
            if token.kind == "number":
                k, closed = k + 1, True
                continue
            if token.kind != "word" or k in self.dated:
                return None
            if self._is_named_after(k - 1):
                k, closed = self._past_bearer(k), True
                continue
            if closed:
                at = self.titles.past_ranks(k)
                if stop := self._run(at, comma=False, ranked=at > k, speaks=speaks):
                    return at, stop
                if at > k:
                    return None
            step = self._step(k, closed)
            head = k if self._bare(k) in self._heads else head
            far = k > head + _LONG and token.fold in self.pack.word_class("of-charge")  # "المشرف العام على", but "للاطمئنان على صحة فلان"
            if step is None or far or self._is_another_office(i, k):
                return None
            k, closed = step
        return None

    def _is_another_office(self, i: int, k: int) -> bool:
        """Does somebody else's office stand at token k: "استقبل الوزير الملحق العسكري", "نقل وزير الخارجية للرئيس تحيات", not "مستشار للرئيس"?"""
        if not self.reading.is_of_article(k) or not (self._bare(k) in self._heads or any(h.name.what == "post" for h in self.names.hits(k))):
            return False
        if self.tokens[k].form.endswith((_NISBA, _NISBA + _HER)):
            return False  # "المستشار الإعلامي"
        governs = self._bare(i) in self.pack.word_class("governing-head")
        led = self.tokens[k - 1].fold in self.pack.word_class("of-title")  # "دافع الوزير عن الرئيس", "المتحدث باسم الرئيس"
        return (self.reading.is_definite(k) and (k == i + 1 or led)) or (governs and self.tokens[k].fold.startswith(GLUED))

    def _is_titled(self, k: int) -> bool:
        """Does a form of address or an office begin at token k?"""
        return self.titles.past_ranks(k) > k or any(h.name.what == "post" for h in self.names.hits(k))

    def _is_named_after(self, k: int) -> bool:
        """ "مدير مستشفى الملك فهد", "جامعة الإمام محمد بن سعود": does a noun for what is called after a man stand at token k, his name behind it?"""
        at = self.titles.past_ranks(k + 1)
        if at >= self.names.stop or self._has_article(k):
            return False
        if not (at > k + 1 or self.people.is_given(at) or self.tokens[at].fold in self.pack.word_class("rank-of-things")):
            return False
        classes = ("called-after", "named-thing", "bears-name")
        return any(w in self.pack.word_class(c) for c in classes for w in stripped(self.tokens[k].fold))

    def _past_bearer(self, k: int) -> int:
        """The token behind the name at token k that a thing has; of a row of names the last two are those of who heads it."""
        at = self.titles.past_ranks(k)
        at += self.tokens[at].fold in self.pack.word_class("rank-of-things")
        stop = at + 1
        while stop + 1 < self.names.stop and self.tokens[stop].fold in self._binding:
            stop += 2
        if at > k:
            return stop
        end = stop
        while end < self.names.stop and self._kind(end, first=False) != "X":
            end += 1
        return stop + 1 if end >= stop + _LONG or (end == stop + 1 and end < self.names.stop) else stop

    def _step(self, k: int, closed: bool) -> tuple[int, bool] | None:
        """(the token behind what goes on with a title at token k, whether it may end there); None where it does not go on."""
        token = self.tokens[k]
        phrase = self.pack.phrase_at(self.tokens, k)
        hits = self.names.hits(k)
        if token.fold in self.pack.word_class("name-second"):
            return None  # "دعا الرئيس العام للهيئة الله أن"
        if self.names.reference(k, "honorific") is not None and any(self.names.particles(k)):
            return None  # "ممثلة بالأستاذ فلان", "محافظ الفيوم واللواء فلان"
        if any(self.names.reference(k, cls) is not None for cls in ("counterpart", "colleague", "fellow", "kin")):
            return None  # "جمع وزير الخارجية السعودي بنظيره الروسي فلان"
        if token.fold[:1] in _FRONTS[:2] and token.fold[1:] in self.names.given and not whole(token.form):
            return None  # "المركب لأحمد": somebody else's
        whole_name = next((h for h in hits if h.name.what == "entity" and not h.name.ref.startswith("person/")), None)
        if whole_name is not None and (phrase is None or whole_name.stop > k + 1):
            return whole_name.stop, True
        if token.fold in self.pack.word_class("of-title"):
            return k + 1, False
        verb = self.reading.is_only_verb(k) and not whole(token.form) and not self.reading.is_definite(k)
        if (phrase is not None and phrase.cls != "office") or verb:
            return None
        if token.fold in self.pack.word_class("bureau") and k + 1 < self.names.stop and self._is_titled(k + 1):
            return None  # "مدير مكتب وزير الخارجية فلان": who serves whom is read elsewhere
        if token.fold[:1] in (AND, _BY) and self._bare(k) in self._heads and token.fold not in self._heads:
            return None  # "رئيس اللجنة ومقررها": a second man, or a second office; "التقى الوزير بوزير"
        if token.fold.startswith((_THE, *GLUED)):
            return k + 1, True
        if any(h.name.what == "adjective" for h in hits):
            return k + 1, True
        readings = self.pack.readings(token.fold)
        if token.fold.startswith(AND) and len(token.fold) > _LONG and known(token.form[1:]) and not (whole(token.form) or self.reading.is_verb(k)):
            return k + 1, False  # "لشؤون البيئة ومصادر المياه"
        if closed and not (token.fold[:1] in _LETTERS and len(token.fold) > _LONG):
            return None  # a noun without a preposition behind what needs none
        if readings and all(r.kind == "verb" for r in readings) and not any(h.name.what in ("body", "body-of") for h in hits):
            return None  # "وزارة" looks like a verb with a pronoun
        return k + 1, not known(token.form)

    def _between(self, j: int, ranked: bool, speaks: int) -> int:
        """The token after a name that stands between a comma and what closes it; 0 where none does."""
        if j >= self.names.stop or self._bare(j) in self._heads:
            return 0
        return self._run(j, comma=True, ranked=ranked, speaks=speaks)

    def _run(self, j: int, comma: bool, ranked: bool, speaks: int) -> int:
        """The token after the longest name that begins at token j; 0 where none does.

        comma: it stands behind a comma; ranked: behind a form of address; speaks: as of `named`.
        """
        first = self._kind(j, first=True)
        if first not in ("G", "U", "P", "K"):
            return 0
        if first == "U" and self.tokens[j].fold[:1] in _FRONTS[:2] and not (comma or ranked) and self._run(j + 1, comma, ranked, speaks):
            return 0  # "مدير الفرع بجازن سامي الحملي": a town with a slip in it
        stops: list[tuple[int, str]] = []  # where it may end, and its kinds
        kinds, k, units = "", j, 0
        while k < self.names.stop and units < _NAME:
            kind = self._kind(k, first=k == j)
            bound = k > j and self.tokens[k - 1].fold in self._binding
            if kind == "X" and not (bound and self.tokens[k].kind == "word"):
                break
            if k > j + 1 and kinds[-1] in "ND" and not (kind == "N" and all(self.tokens[n].form.endswith(_NISBA) for n in (k - 1, k))):
                break  # behind a family's name with its article; but "الفاسي الفهري"
            kinds += "B" if bound and kind not in ("P",) else kind
            k += 1
            if kind != "P":
                units += bound or self.tokens[k - 1].fold not in self.pack.word_class("name-second")  # "فتح الله" is one
                if units >= _TWO or (j < k - 1 and self.tokens[j].fold in self.pack.word_class("kunya")):
                    stops.append((k, kinds))
        for stop, told in reversed(stops):
            if self._is_name(told, j, stop, comma, ranked, speaks):
                return stop
        return 0

    def _is_name(self, kinds: str, j: int, stop: int, comma: bool, ranked: bool, speaks: int) -> bool:
        """May words of these kinds be a name, by what they are and by what follows?"""
        words = stop - j
        if words < _TWO:
            return False
        end = self._ends(stop)  # 2: "that", a mark, "his words"; 1: a preposition, a date, a definite word, somebody else; 0: anything else
        rest = kinds[1:]
        names, plain = sum(c in "GUPBNS" for c in kinds), sum(c in "KD" for c in kinds)
        if not plain:
            fronted = self.tokens[j].fold[:1] in _FRONTS[:2] and not (comma or ranked)
            strange = j > 0 and not comma and not ranked and not speaks and self._is_strange(j - 1)
            if strange and set(kinds) <= {"U", "S"}:
                return False  # "في نيو ساوث ويلز"
            odd = all(not known(t.form) for t in self.tokens[j:stop])
            if kinds[0] == "U" and set(rest) <= {"N"} and not (odd and not fronted) and (fronted or not (end == _TWO and (comma or speaks))):
                return False
            return end > 0 or comma
        third = end == _TWO and (comma or speaks) and words == _TWO + 1  # "محمد علي سكرية أن"
        if not end or plain > 1 or (words > _TWO and kinds[-1] in "KD" and not (kinds[-2] == "P" or third)):
            return False
        if end < _TWO:
            at_object = stop < self.names.stop and self.tokens[stop].fold.startswith(_THE)  # "طالب رئيس اللجنة خالد الحكومة الفرنسية"
            family = kinds[0] == "G" and kinds[-1] == "K" and not self.pack.readings(self.tokens[stop - 1].fold)
            fronted = (
                kinds[0] == "U"
                and not ranked
                and (self.tokens[j].fold[:1] in _FRONTS or kinds[-1] == "D" or self.tokens[stop - 1].form.endswith(_HER))
            )
            return kinds[0] in "GUP" and not fronted and (family or not at_object) and not self.reading.is_verb(j)
        if kinds[0] in "GUP":
            return bool(speaks) or comma or kinds[-1] == "K"
        # a word of the language that begins a name: only where nothing else can stand
        odd = plain == words == _TWO and kinds == "KD" and speaks == _TWO and not self.tokens[j].fold.endswith((_FEMININE, _ADVERB))
        if odd and not self.pack.readings(self.tokens[j].fold):
            return True  # "قال نقيب الصيادين نزهان الصخر إن"
        between = comma and stop < self.names.stop and self.tokens[stop].fold in COMMAS
        sure = ranked or (names > 0 and (speaks or between))
        return bool(sure) and not self.reading.is_verb(j)

    def _is_strange(self, k: int) -> bool:
        """Is token k no word of the language and no name that the world has?"""
        return self.tokens[k].kind == "word" and not known(self.tokens[k].form) and not self.names.hits(k) and not self.reading.ends_mention(k + 1)

    def _ends(self, k: int) -> int:
        """How surely a name ends before token k."""
        if k >= self.names.stop:
            return 2
        token, phrase = self.tokens[k], self.pack.phrase_at(self.tokens, k)
        if token.kind == "mark":
            return 2 if token.fold not in ("-", "–") else 1
        if phrase is not None and phrase.cls in ("comp", "qad", "was"):
            return 2
        if any(token.fold in self.pack.word_class(cls) for cls in ("his-words", "saying", "nickname")):
            return 2
        if token.fold == _FOR and k + 1 < self.names.stop and self.tokens[k + 1].kind == "mark":
            return 2  # "لـ«القدس»"
        if any(h.prep == _FOR and h.name.ref.startswith("outlet/") for h in self.names.hits(k)):
            return 2
        if k in self.dated or phrase is not None or token.fold.startswith((_THE, *GLUED)) or self.names.hits(k):
            return 1
        if self.reading.is_only_verb(k) or any(r.kind == "noun" for r in self.pack.readings(token.fold)):
            return 1  # "أعلن المتحدث باسم الشرطة خالد زدران إصابة أربعة"
        return 1 if token.fold[:1] in _LETTERS and len(token.fold) > _LONG and known(token.form[1:]) else 0

    def _kind(self, k: int, first: bool) -> str:
        """What a word of a name may be: G a given name, P a particle, U no word of the language, S a surname that the world has, N a family's name
        with the article, D another word with it, K a word without it; X what no name has."""
        if k >= self.names.stop:
            return "X"
        token = self.tokens[k]
        fold = token.fold
        if token.kind != "word" or k in self.dated or len(fold) < _TWO or fold.isascii():
            return "X"
        if fold in self._binding and not (token.form != fold and fold in self.pack.word_class("clause-word")):
            return "P"
        if any(fold in self.pack.word_class(cls) for cls in ("clause-word", "pronoun")):
            return "X"
        hits = self.names.hits(k)
        office = self._bare(k) in self._heads and (first or not (self.people.is_given(k) or (fold in self._heads and self._ends(k + 1) == _TWO)))
        if office or fold in self.pack.word_class("his-words") or fold in self.pack.word_class("nickname"):
            return "X"
        of_god = k + 1 < self.names.stop and self.tokens[k + 1].fold in self.pack.word_class("name-second")
        if of_god and (fold.endswith(_FEMININE) or token.form.endswith(PRONOUNS)) and not token.form.endswith(_HER):
            return "X"  # "رحمه الله", "حفظها الله"
        if first and fold in self.pack.word_class("name-second"):
            return "X"
        if self._is_ali(k) and self.pack.phrase_at(self.tokens, k) is not None:
            return "G"
        if first and fold in self.pack.word_class("of-title"):
            return "X"
        if self.people.is_given(k) or (fold in self.pack.word_class("name-second") and not first):
            return "G"
        if first and of_god and fold[:1] not in _LETTERS and not fold.startswith(_THE) and not fold.endswith(_FEMININE):
            return "G"  # "عين الله", "ذبيح الله"
        phrase = self.pack.phrase_at(self.tokens, k)
        if phrase is not None and not first and token.form == fold and len(fold) <= _LONG and self._ends(k + 1) == _TWO:
            return "K"  # "عثمان به أن", "دودو وان، "
        if phrase is not None and not (not first and phrase.cls in ("medium", "time") and not fold.startswith(_THE)):
            return "X"
        if fold.startswith(GLUED) or any(self.names.reference(k, c) for c in ("honorific", "qualifier", "back", "then")):
            return "X"
        if any(h.name.what == "post" or (h.name.what in ("body", "body-of") and not h.name.ref.startswith("person/")) for h in hits):
            return "X"
        place = [h for h in hits if h.name.what == "entity" and not h.name.ref.startswith("person/")]
        if any(h.stop > k + 1 or not h.name.ref.startswith("place/") for h in place):
            return "X"
        if place and first:
            return "K" if k and (self.tokens[k - 1].fold in COMMAS or self.names.reference(k - 1, "honorific")) else "X"
        if fold.startswith(_THE) and not (token.form.startswith(_HAMZAS) and not known(token.form)):
            if first and (token.form.endswith(_NISBA) or any(h.name.what == "adjective" for h in hits)):
                return "X"  # "الدفاع المدني", "الرئيس النيجيري"
            if first:
                odd = not (known(token.form) or token.form.endswith((_HER, *_MANY)))
                before_given = odd and k + 1 < self.names.stop and self.people.is_given(k + 1)  # "الضو حماد"
                return "G" if fold in self.pack.word_class("articled-given") else "U" if before_given else "X"
            nation = any(h.name.what in ("adjective", "people") for h in hits)
            if nation:
                return "X"
            family = token.form.endswith(_NISBA) or not (known(token.form) or token.form.endswith(_HER))  # "شي المضنية"
            return "N" if family else "D"
        fronted = fold[:1] in _FRONTS and len(fold) >= _LONG and known(token.form[1:]) and not whole(token.form)
        if fronted and not first and fold.startswith(_SO) and self._ends(k + 1) == _TWO:
            fronted = False  # "كارولينا فيستر،": nothing is said inside of a name
        if (fronted and known(token.form)) or (fold.startswith(AND) and self.people.is_joined_name(k)):
            return "X"  # "لشؤون", "وعدد"
        if token.form.endswith(PRONOUNS) and not token.form.endswith(_HER) and whole(owned_by(fold)):
            return "X"  # "استقالته"
        if any(h.name.what == "surname" and not (h.conj or h.prep) for h in hits) and not self.reading.is_word(k):
            return "S" if not first else "U" if not known(token.form) else "K"
        if hits and any(h.name.what == "adjective" for h in hits):
            return "X"
        readings = self.pack.readings(fold)
        if not known(token.form) and not readings:
            if token.form.endswith(_OF_KIND) or (first and token.form[1:2] in _HAMZAS and fold[:1] in _FRONTS[:2]):
                return "X"  # "دراما إذاعية", "لإكس بوكس"
            fathers = (
                not first and fold.startswith(tuple(self.pack.word_class("family-front"))) and self._ends(k + 1) and not self.pack.readings(fold[1:])
            )
            fronted = fronted and not fathers
            return "U" if not fronted else "X"
        if readings and all(r.kind == "verb" for r in readings) and (first or (len(fold) > _LONG and not fold.startswith(_SO))):
            return "X"
        if fold.endswith(_ADVERB) and known(token.form[:-1]) and not first:
            return "X"
        return "K"

    def _bare(self, k: int) -> str:
        """The folded word at token k without its article, "and" or preposition."""
        return _bare(self.tokens[k].fold, self._heads) if k < len(self.tokens) else ""

    def _particles(self, i: int) -> tuple[str, str]:
        """The conjunction and the preposition written in one with the title at token i."""
        word = self.tokens[i].fold
        conj = AND if word.startswith(AND) and self._bare(i) != word else ""
        rest = word[len(conj) :]
        prep = rest[:1] if rest[:1] in ("ب", "ل") and rest not in self._heads else ""
        return conj, prep

    def _shut(self, k: int) -> int:
        """The token of the mark that closes what is opened at token k."""
        return next((n for n in range(k + 2, min(k + _QUOTED, self.names.stop)) if self.tokens[n].fold in _SHUT), 0)

    def _past_nickname(self, stop: int) -> int:
        """The token behind "called so and so" behind a name."""
        if stop + 1 < self.names.stop and self.tokens[stop].fold in self.pack.word_class("nickname"):
            at = stop + 1
            if self.tokens[at].fold in _OPEN:
                return (self._shut(at) or stop - 1) + 1
            return at + 1
        return stop

    def _whose(self, i: int, at: int, before: Mention | None) -> str | None:
        """The state of the body or place that the title between tokens i and at names; None where it names none."""
        if before is not None and before.country and f"state/{before.country}" in self.world.entities:
            return f"state/{before.country}"
        for k in range(i + 1, at):
            whole_name = (h.name.ref for h in self.names.hits(k) if h.name.what in ("entity", "adjective") and not h.name.ref.startswith("person/"))
            owner = self.titles.owner(k)
            for ref in (*((owner[0],) if owner is not None else ()), *whole_name):
                if country := self.memory.entity(ref).country:
                    return f"state/{country}" if f"state/{country}" in self.world.entities else ref
        return None


@lru_cache(maxsize=65536)
def _bare(word: str, heads: frozenset[str]) -> str:
    """A folded word without its article, "and" or preposition, if it is one of these; else the empty word."""
    return next((noun for form in stripped(word) if (noun := form.removeprefix(_THE)) in heads), "")
