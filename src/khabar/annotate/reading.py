"""What all parts of the finder share while one report is read: its tokens, what was said so far, how a mention is made.

Also the few questions on a token that several parts ask: is it a word of the language, a verb, the opening of a phrase?
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from khabar.annotate.memory import REALMS, Memory
from khabar.annotate.names import PRONOUNS, Hit, Names, owned_by, stripped
from khabar.annotate.terms import stretches, throughout, within
from khabar.annotate.topic import Topic
from khabar.lemmas import known
from khabar.model import Issue, Mention, Report, Sentence, Span, Tenure, When
from khabar.packs import Pack
from khabar.text import Token, fold_map, keeps_dots, quotes
from khabar.world import OF_NO_STATE, World

AND = "و"
_THE, _TO_THE, _SIGNED = "ال", "لل", "آ"
NUNATED = ("ون", "ين")  # ends of a plural of men
COMMAS = frozenset(("،", ",", "-", "–"))
GLUED = ("وال", "بال", "لل", "فال", "كال")  # a particle and an article: no part of a name
_TITLE, _GUEST = 4, 9  # tokens of a bare title before a verb; of who is received
_SPEAK = frozenset(("person", "role", "government-body", "people-group"))
_GOES_ON = 3  # sentences with more of what somebody says
_SAID = 24  # letters: quoted words of that length are said by somebody, and no name


@dataclass(slots=True)
class Title:
    """A post as it stands in the text, before it is known whose it is."""

    slug: str
    number: str
    stop: int
    of: str | None = None
    words: int = 1  # of the title
    qualifier: str | None = None
    deputy: bool = False
    about: str | None = None
    role: str = ""
    fresh: bool = False  # "الجديد": since lately
    mans: bool = False  # "المتحدث باسم عنان": of one man's, whoever holds such a post of the body that he serves


class Reading:
    """One report while it is read. ``issues`` grows; ``day`` is the day of publication (ISO) or None: the report's own, else the one given, where
    its text tells it."""

    def __init__(
        self,
        report: Report,
        pack: Pack,
        world: World,
        tokens: Sequence[Token],
        sentences: Sequence[Sentence],
        dates: Sequence[When],
        day: str | None = None,
    ) -> None:
        self.report, self.pack, self.world, self.tokens, self.sentences = report, pack, world, tokens, sentences
        self.day = report.day or day
        self.issues: list[Issue] = []
        self.dots = keeps_dots(tokens)
        self.quotes = quotes(report.text)
        said = [q.span for q in self.quotes if q.closed and q.span.stop - q.span.start > _SAID]
        self.memory = Memory(pack, world, tokens, sentences, self.day, said)
        self.dated = _covered(tokens, dates)
        self.names = Names(pack, world, tokens, self.dated, self.memory.entities)
        self.topic = Topic(world, sentences, self.names, self.memory)
        self.strange: frozenset[str] = frozenset()
        """Tokens that may lead to a town or body of this report that no table has; see ``strangers``."""
        self.spans = [] if self.day else stretches(tokens, self.names, sentences, pack, world)
        """Without a day: when the report may have been written, by the offices of those whom its lead names; see ``terms``."""

    def holders(self, post: str, of: str, about: str | None = None) -> list[Tenure]:
        """Who held ``post`` of ``of`` on the day of the report; where no day is known, all the time in which it may have been written."""
        if self.day is not None or not self.spans:
            return self.world.holders(post, of, self.day, about)
        return throughout([t for t in self.world.tenures_of.get((post, of), ()) if about in (None, t.about)], self.spans)

    def held_within(self, post: str, of: str) -> list[Tenure]:
        """Who held ``post`` of ``of`` at some time in which a report without a day may have been written."""
        return within(self.world.tenures_of.get((post, of), ()), self.spans)

    def is_word(self, k: int) -> bool:
        """Is the token a known word of the language (a particle, a verb, an event noun), so that it ends a name?"""
        phrase = self.pack.phrase_at(self.tokens, k)
        if phrase:
            return True
        word = self.tokens[k].fold
        return (any(r.kind == "verb" or r.prep == "" for r in self.pack.readings(word)) and len(word) > 3) or bool(
            self.pack.reference_at(self.tokens, k)
        )

    def is_definite(self, k: int) -> bool:
        """Has the token the article: not "إلى" or "التقى", whose letters only look so?"""
        word = self.tokens[k].fold
        if not word.startswith("ال"):
            return False
        phrase, readings = self.pack.phrase_at(self.tokens, k), self.pack.readings(word)
        return (phrase is None or phrase.cls != "prep") and not (readings and all(r.kind == "verb" for r in readings))

    def behind_loyal(self, k: int) -> int:
        """ "القوات الموالية للشرعية": the token behind what calls men loyal to the government of where they are; k where nothing does."""
        loyal = k + 1 < self.names.stop and self.tokens[k].fold.removeprefix("ال") in self.pack.word_class("loyal")
        if not loyal or self.tokens[k + 1].fold not in self.pack.word_class("rightful"):
            return k
        told = k + 2 < self.names.stop and self.is_definite(k + 2) and self.tokens[k + 2].form.endswith("ية")
        return k + 2 + told  # "للشرعية الدستورية"

    def is_of_article(self, k: int) -> bool:
        """Has the token the article, with or without a letter before it: "الرؤساء", "للرؤساء", "والرؤساء"?"""
        word = self.tokens[k].form
        bare = _THE + word[2:] if word.startswith(_TO_THE) else word[1:] if word[1:].startswith(_THE) else word
        return self.is_definite(k) or (bare != word and known(bare))

    def is_saying(self, i: int) -> bool:
        """Is token i a verb of saying, or of an act that is done in words?"""
        return self.memory.is_saying(i)

    def is_verb(self, i: int) -> bool:
        return any(r.kind == "verb" for r in self.pack.readings(self.tokens[i].fold))

    def is_only_verb(self, i: int) -> bool:
        """Is the token a verb and cannot be the noun of one?"""
        readings = self.pack.readings(self.tokens[i].fold)
        return bool(readings) and all(r.kind == "verb" for r in readings)

    def opens(self, i: int) -> bool:
        """Does the adjective at token i stand where a noun would: behind a verb, a particle or a mark, not behind its noun?"""
        if i == 0 or self.tokens[i - 1].kind != "word" or self.names.particles(i)[0]:
            return True
        if self.is_definite(i - 1):
            return False
        return self.pack.phrase_at(self.tokens, i - 1) is not None or any(r.kind == "verb" for r in self.pack.readings(self.tokens[i - 1].fold))

    def ends_mention(self, i: int) -> bool:
        return bool(self.memory.mentions) and self.memory.mentions[-1].last == i

    def next_owner(self, k: int) -> tuple[str, int] | None:
        """One more state that "and" joins at token k ("روسيا وتركيا", "الروسي والتركي"), and the token after it.

        A comma alone joins where "and" comes in the end: "رؤساء أنغولا، رواندا، كينيا، وبوروندي".
        """
        for h in self.names.hits(k):
            if not ((h.name.what == "adjective" and h.article) or (h.name.what == "entity" and h.name.ref.startswith("state/"))):
                continue
            if h.conj == AND or (not h.conj and not h.prep and self.tokens[k - 1].fold in COMMAS and self._goes_on(h.stop)):
                return self.of_here(k, h) if h.name.what == "entity" else h.name.ref, h.stop
        return None

    def _goes_on(self, k: int) -> bool:
        """Does the list of states go on at token k, behind a comma or without one?"""
        k += k < self.names.stop and self.tokens[k].fold in COMMAS
        return k < self.names.stop and self.next_owner(k) is not None

    def has_chancellor(self, country: str | None) -> bool:
        """Is the head of government called chancellor in that country (its code; the words of a class are folded)?"""
        return (country or "").lower() in self.pack.word_class("chancellor")

    def theirs(self, i: int) -> Hit | None:
        """The body at token i that a pronoun on its last word gives to whoever acts: "وزارة خارجيتها", "خارجيتها"; its ref is the body itself."""
        if i >= self.names.stop:
            return None
        word, stop = self.names.opens[i], i + 1
        found = word.body
        if found is None and word.bodies and stop < self.names.stop and self.tokens[stop].fold.endswith(PRONOUNS):
            found, stop = word.bodies.get(owned_by(self.tokens[stop].fold)), i + 2
        if found is None:
            return None
        name, conj, prep = found
        beside = self.memory.mentions[-1] if conj and self.ends_mention(i) else None  # "رواندا وجيشها"
        state = beside.entities[0] if beside is not None and beside.kind == "state" and len(beside.entities) == 1 else None
        if beside is not None and beside.kind in ("role", "organisation"):
            return None  # "مع الرئيس وحكومته": of whom we do not know; "الأمم المتحدة وبعثتها": no state's
        that = self.pack.phrase_at(self.tokens, i - 1) if i and state is None else None
        speaker = self.memory.homeland() if that is not None and that.cls == "comp" else None
        if speaker is not None and speaker.last == i - 1:
            state = f"state/{speaker.country}"  # "ندد الرئيس القبرصي بالهجوم، وقال الرئيس الكيني إن جيشه": his who speaks there
        his = self.tokens[stop - 1].fold.endswith(PRONOUNS[1]) and not self.memory.acting_state()
        man = self.memory.homeland(True) if his else None  # "اتهم الرئيس الجورجي روسيا. وأعلنت وزارة خارجيته"
        state = state or (f"state/{man.country}" if man is not None and man.kind == "person" else None)
        state = state or (None if conj else self.memory.subject_state(i)) or self.memory.acting_state() or self.memory.last_state()
        return Hit(replace(name, ref=self.memory.body_of(name.ref, state)), stop, conj, prep, False) if state else None

    def met_by(self, i: int) -> str | None:
        """The state of the counterpart that the sentence brings behind token i: whoever stands there is of another ("الوزير … نظيره التركي"); or
        of the guest whom he receives ("رئيس الجمهورية يستقبل القائد العام للقوات الفرنسية")."""
        if (guest := self._received(i)) is not None:
            return guest
        for k in range(i, self.names.stop):
            if (phrase := self.names.reference(k, "counterpart")) and k + len(phrase.tokens) < self.names.stop:
                owner = next((h for h in self.names.hits(k + len(phrase.tokens)) if h.name.what == "adjective" and h.article and not h.conj), None)
                return owner.name.ref if owner and owner.name.ref.startswith("state/") else None
        return None

    def goes_to(self, i: int) -> str | None:
        """ "وزير الخارجية يصل إلى الدوحة": the state of the place to which whoever is titled at token i travels, so that he is of another."""
        beside = range(max(0, i - 1), min(i + _TITLE, self.names.stop))
        verb = next((k for k in beside if self._is_journey(k)), None)
        for k in range(max(verb, i) + 1, min(max(verb, i) + 1 + _GUEST, self.names.stop)) if verb is not None else ():
            to = self.tokens[k].fold in self.pack.word_class("towards")
            for h in self.names.hits(k + to) if to or k == (verb or 0) + 1 else ():
                place = self.world.places.get(h.name.ref)
                state = f"state/{place.country}" if place is not None else h.name.ref
                if state in self.world.entities and state.startswith("state/") and not h.conj:
                    return state
        return None

    def _is_journey(self, k: int) -> bool:
        readings = self.pack.readings(self.tokens[k].fold)
        return any(r.kind == "verb" and r.lemma in self.pack.word_class("journey") for r in readings)

    def _received(self, i: int) -> str | None:
        """The state of the first who is named behind a verb of receiving that stands beside the title at token i."""
        beside = range(max(0, i - 1), min(i + _TITLE, self.names.stop))
        verb = next((k for k in beside if self.tokens[k].fold in self.pack.word_class("receives")), None)
        if verb is None:
            return None
        for k in range(max(verb, i) + 1, min(max(verb, i) + 1 + _GUEST, self.names.stop)):
            if not self.is_plain(k):
                break
            for h in self.names.hits(k):
                if h.name.what == "adjective" and h.article and not h.conj and h.name.ref.startswith("state/"):
                    return h.name.ref
        return None

    def is_plain(self, k: int) -> bool:
        """Is the token a word, no mark, and no verb only?"""
        return self.tokens[k].kind == "word" and not self.is_only_verb(k)

    def of_here(self, j: int, hit: Hit) -> str:
        """Of several with the name the one of whose country the report tells most: "مقاتلو المقاومة الشعبية" in Yemen or in the Sudan; but a state
        and no city has "وزير خارجية عمان"."""
        if hit.name.ref.startswith("state/"):
            return self._of_one_name(j, hit)
        alike = [h.name.ref for h in self.names.hits(j) if h.stop == hit.stop and h.name.what == "entity" and not (h.conj or h.prep)]
        return max(alike, key=lambda ref: self.topic.backing[self.world.entities[ref].country or ""]) if len(alike) > 1 else hit.name.ref

    def _of_one_name(self, j: int, hit: Hit) -> str:
        """Of two states with one full name ("جمهورية الكونغو") the one of which the report tells more, else the first of them in the data,
        whose name it is by right."""
        behind = self.names.hits(j - 1) if j and hit.stop == j + 1 else ()  # "رئيس جمهورية" is a title of two words
        named = (h for h in (*behind, *self.names.hits(j)) if h.stop == hit.stop and h.name.what == "entity" and len(h.name.tokens) > 1)
        alike = {h.name.ref for h in named if h.name.ref.startswith("state/")}
        if len(alike) <= 1:
            return hit.name.ref
        return max((s for s in self.world.states if s in alike), key=lambda s: self.topic.backing[country_of(s) or ""], default=hit.name.ref)

    def of_others(self, ref: str, i: int, stop: int) -> bool:
        """Is it an agreement, a war or a government with a name of everyday words ("إعلان المبادئ", "المبادرة السعودية", "الحكومة الشرعية"),
        of states that the report does not touch?
        """
        entity = self.world.entities[ref]
        party = entity.kind in ("party", "armed-group")
        if party or ref.startswith("place/"):  # "الحزب الاشتراكي الديمقراطي" of Bishkek, "فلول النظام البائد" of Khartoum
            folds = (t.fold.removeprefix(AND) if party else t.fold for t in self.tokens[i:stop])
            plain = self.pack.word_class("party-word" if party else "plain-place").issuperset(folds)
            return plain and bool(self.topic.named or self.topic.backing) and not self.topic.beyond(ref)
        if ref in self.pack.word_class("unmistakable"):
            return False
        own = f"state/{entity.country}" if entity.kind == "government-body" else ""
        states = self.world.matters.get(ref) or frozenset((own,) if own else ())
        if not states or (self.topic.named[own] or self.topic.backing[entity.country or ""] > 2 if own else self.topic.touches(states)):
            return False
        if own and self.topic.touches(self.foes(own)):
            return False  # "قوات الاحتلال" in a report from Ramallah
        words = range(i, stop)
        if entity.kind == "gathering":
            return True  # "مفاوضات جنيف" on Iran are not those on Syria
        others = (h.name for k in words for h in self.names.hits(k) if h.name.ref != ref and h.stop <= stop)
        named = any(n.what in ("entity", "adjective") and (n.ref in states or not n.ref.startswith("state/")) for n in others)
        return not named and all(known(self.tokens[k].form) for k in words)

    def foes(self, state: str) -> frozenset[str]:
        """The states with which it alone has a conflict that nothing has ended."""
        sides = (c.parties for c in self.world.conflicts.values() if not c.until and (not self.day or c.since <= self.day))
        return frozenset(p for s in sides if len(s) == 2 and state in s for p in s if p != state)

    def kingdom(self, i: int, but: str | None = None) -> str | None:
        """The state that "المملكة" or "السلطنة" at token i means, not ``but``: of the realms named so far, else in the report, that of
        which it tells most; where none is named at all, that in which the outlet is at home. In somebody's words it is his own, unless the
        outlet is of another, which writes of its own so."""
        phrase = self.names.reference(i, "back")
        realms = REALMS.get(phrase.value) if phrase is not None else None
        if realms is None:
            return None
        realms -= {country_of(but)}
        own = self._in_whose_words(i, realms)
        if own is not None and (self._outlet_country not in realms or self._outlet_country == own):
            return f"state/{own}"
        met = dict.fromkeys(m.country for m in reversed(self.memory.recent) if m.country in realms)
        lands = list(met) or [c for c in sorted(realms) if self.topic.outright[f"state/{c}"]]
        if not lands and self._outlet_country in realms:
            lands = [self._outlet_country]
        found = max(lands, key=lambda c: self.topic.backing[c or ""], default=None)
        return f"state/{found}" if found else None

    def world_body(self, i: int) -> tuple[str, int] | None:
        """ "المنظمة الدولية" at token i, where its name does not go on ("لحقوق الإنسان"): the body of many states that begins so and was named last,
        else the United Nations in a report that names them or somebody or something of theirs; and the token behind it."""
        phrase = self.names.reference(i, "world-body")
        stop = i + len(phrase.tokens) if phrase is not None else self.names.stop
        more = stop < self.names.stop and (self.tokens[stop].fold.startswith(_TO_THE) or (self.is_definite(stop) and not self.is_verb(i - 1)))
        if phrase is None or more or any(h.stop > i + 1 for h in self.names.hits(i)):
            return None
        met = self.memory.headed(phrase.tokens[0].removeprefix(_THE))
        if met is not None and met.country in OF_NO_STATE:
            return met.entities[0], stop
        united = self.world.entities[phrase.value]
        return (united.id, stop) if self.topic.backing[united.country or ""] else None

    def _in_whose_words(self, i: int, realms: frozenset[str]) -> str | None:
        """Of these countries that of him in whose words token i stands: behind "that" and who says it in this sentence, behind what he does that
        is told right after him ("أكد الوزير الأردني وقوف المملكة مع"), or where the sentence goes on with his words ("وأضاف أن"). None where
        another of them was named in the sentence since."""
        begin = self.sentences[self.memory.sentence].first
        here, back = self.memory.of_sentence(0), 0
        says = self._who_says(here)
        after = says.last if says is not None else begin + 1
        beside = all(m.country == says.country for m in here if m.first >= after) if says is not None else False
        first = here[-1].last if beside else after  # "مصدر بوزارة الخارجية السعودية"
        that = any((p := self.pack.phrase_at(self.tokens, k)) is not None and p.cls == "comp" for k in range(after, i))
        deed = first + (self.tokens[first].fold in COMMAS)
        at_once = deed == i - 1 and not self.is_definite(deed) and any(r.kind == "noun" for r in self.pack.readings(self.tokens[deed].fold))
        goes_on = min(_GOES_ON, self.memory.sentence) if that or at_once else 0  # sentences that may go on with his words
        while says is None and back < goes_on and self.is_saying(self.sentences[self.memory.sentence - back].first):
            back += 1
            says = self._who_says(self.memory.of_sentence(back))
        if says is None or says.country not in realms or any(m.country in realms - {says.country} for m in here if m.first >= after):
            return None
        return says.country if that or at_once else None

    def _who_says(self, mentions: Sequence[Mention]) -> Mention | None:
        """The last of them, with a name or none, before whom a verb of saying stands."""
        speaks = (m for m in reversed(mentions) if m.kind in _SPEAK and m.country and m.first and self.is_saying(m.first - 1))
        return next(speaks, None)

    def occupier(self, i: int) -> str | None:
        """The state that "الاحتلال" at token i means without a demonym: the one that the report names so ("الاحتلال الروسي"), where it tells of
        no foe of the state that goes by that word; else that state, where the report is on it or on them."""
        phrase = self.names.reference(i, "occupier")
        if phrase is None or self._nation_behind(i + len(phrase.tokens)):
            return None
        state = f"state/{phrase.value}"
        foes = self.topic.touches(self.foes(state))
        if not foes and self._occupiers and state not in self._occupiers:
            return next(iter(self._occupiers)) if len(self._occupiers) == 1 else None
        return state if foes or self.topic.touches((state,)) else None

    @cached_property
    def _occupiers(self) -> frozenset[str]:
        """The states of which the report speaks as occupiers with their demonyms."""
        words = {p.tokens[0] for phrases in self.pack.reference.values() for p in phrases if p.cls == "occupier" and len(p.tokens) == 1}
        limit = self.names.stop
        self.names.stop = len(self.tokens)
        told = (k for k, word in enumerate(self.names.folds[:-1]) if not words.isdisjoint(stripped(word)))
        named = frozenset(nation for k in told if (nation := self._nation_behind(k + 1)))
        self.names.stop = limit
        return named

    def _nation_behind(self, j: int) -> str | None:
        """The state whose demonym with the article stands at token j."""
        hits = self.names.hits(j) if j < self.names.stop else ()
        nations = (h.name.ref for h in hits if h.name.what == "adjective" and h.article and not (h.conj or h.prep))
        return next((ref for ref in nations if ref.startswith("state/")), None)

    @cached_property
    def _outlet_country(self) -> str | None:
        """The country of the outlet that published the report, as far as it is known."""
        outlet = self.world.entities.get(self.report.outlet.id or "")
        return outlet.country if outlet is not None else None

    @cached_property
    def published_in(self) -> str | None:
        """The state whose own agency published the report, and so calls its officials by their bare titles."""
        press = self.world.outlets.get(self.report.outlet.id or "")
        if press is None or press.kind != "agency" or press.owner != f"state/{self._outlet_country}":
            return None
        return press.owner

    def in_land(self, j: int) -> tuple[str, int] | None:
        """(the state of the state or place that "in" brings right behind a body, token after it): "وزارة الداخلية في البحرين"."""
        if j + 1 >= self.names.stop or self.tokens[j].fold not in self.pack.word_class("of-land"):
            return None
        if self.tokens[j + 1].fold in self.pack.word_class("settlement"):
            j += 1  # "للجيش في بلدة القنيطرة"
        places = [h for h in self.names.hits(j + 1) if h.name.what == "entity" and not h.prep and not h.conj]
        places = [h for h in places if h.name.ref.split("/")[0] in ("state", "place")]
        countries = {self.world.entities[h.name.ref].country or "" for h in places}
        most = max((self.topic.backing[c] for c in countries), default=0)
        if len(countries) > 1:  # "الحكومة في طرابلس": that which the report tells more of
            countries = {c for c in countries if self.topic.backing[c] == most}
        state = f"state/{countries.pop()}" if len(countries) == 1 else ""
        return (state, places[0].stop) if state in self.world.entities else None

    def is_chair(self, j: int) -> bool:
        """ "الرئاسة الدورية للاتحاد الأفريقي": who chairs a body for a time is no presidency."""
        first = j < self.names.stop and self.tokens[j].fold in self.pack.word_class("foremost")  # "الرئيس الأول لمحكمة الاستئناف"
        more = j < self.names.stop and self.is_definite(j) and (first or not self.names.hits(j))
        at = j + 1 if more else j
        chaired = (h for h in self.names.hits(at) if h.prep == "ل" and not h.conj) if at < self.names.stop else ()
        return any(not h.name.ref.startswith(("state/", "person/")) for h in chaired) or (more and at < self.names.stop and self._is_of(at))

    def _is_of(self, i: int) -> bool:
        """Does "of" begin the token ("لتجمع", "للسلطة")?"""
        word = self.tokens[i]
        noun = word.fold.startswith("ل") and len(word.fold) > 3 and known(word.form[1:]) and self.pack.phrase_at(self.tokens, i) is None
        return noun or word.fold.startswith("لل")

    def unknown_follows(self, stop: int) -> bool:
        """ "الرئيس X": a name or demonym after the word means that it does not lead back."""
        if self._is_ali_of(stop) or (stop < self.names.stop and self.tokens[stop].fold in self.pack.word_class("name-particle")):
            return True  # "الوزير بن مرادي"
        if stop < self.names.stop and (self.pack.phrase_at(self.tokens, stop) is not None or self._is_plain_verb(stop)):
            return False  # "علما بأن الحلف كان", "ردت المملكة على": no Kan and no Ali
        if any(h.name.what in ("adjective", "entity", "surname") and not h.conj and not h.prep for h in self.names.hits(stop)):
            return True
        if self.is_foreign(stop):
            return True  # "الوزير ممدياروف", whom nobody knows by that name
        return stop + 1 < self.names.stop and all(self._is_of_a_name(k) for k in (stop, stop + 1))  # "الأمير سعود بن سعد"

    def _is_ali_of(self, k: int) -> bool:
        """ "الوزير علي الصفتي": the given name before a family name, in a text that writes "on" with ى?"""
        if k + 1 >= self.names.stop or not self.dots or not self.tokens[k].form.endswith("ي"):
            return False
        family = self.tokens[k + 1]
        return self.tokens[k].fold in self.pack.word_class("given-name") and family.fold.startswith("ال") and family.form.endswith("ي")

    def _is_plain_verb(self, k: int) -> bool:
        """Is the token a verb that somebody's surname looks like, of nobody whom the report has named?"""
        hits = self.names.hits(k)
        alone = bool(hits) and all(h.name.what == "surname" and h.name.ref not in self.memory.entities for h in hits)
        return alone and self.is_verb(k) and self.tokens[k].fold in self.pack.word_class("clause-verb")

    def is_foreign(self, k: int) -> bool:
        """Is the token a word that nobody knows, so that it is the first name of somebody whom nobody knows?"""
        if not 0 <= k < len(self.tokens) or k in self.dated or self.ends_mention(k + 1):
            return False
        if self.tokens[k].kind != "word" or len(self.tokens[k].fold) < 4:
            return False
        word = self.tokens[k]
        unknown = not known(word.form) and not self.pack.readings(word.fold) and not self.names.hits(k) and not self.names.opens[k].phrases
        return unknown and not word.fold.startswith((_THE, *GLUED)) and not any(known(w) for w in stripped(word.fold)[1:])

    def is_name_like(self, k: int) -> bool:
        """Is the token a given name or a word that no dictionary has, so that a name begins with it?"""
        word = self.tokens[k]
        return word.kind == "word" and (self._is_of_a_name(k) or not (known(word.form) or self.is_word(k) or self.names.hits(k)))

    def _is_of_a_name(self, k: int) -> bool:
        word = self.tokens[k].fold
        return (word in self.names.given or word in self.pack.word_class("name-particle")) and self.pack.phrase_at(self.tokens, k) is None

    def span(self, i: int, stop: int, conj: str, prep: str) -> Span:
        """Where tokens[i:stop] stand, without the particles that are written in one with the first."""
        token = self.tokens[i]
        cut = len(conj) + len(prep)
        start = token.start
        if cut and not (prep == "ل" and token.fold[cut : cut + 1] == "ل"):
            _, where = fold_map(token.form)
            start += where[cut] if cut < len(where) else 0
        elif cut and conj:
            _, where = fold_map(token.form)
            start += where[len(conj)]
        end = self.tokens[stop - 1]
        return Span(start, end.stop)

    def is_of_house(self, k: int) -> bool:
        """Is token k the word before the name of a house, which without the sign on its first letter would be the article: "آل الشيخ"?"""
        token = self.tokens[k]
        return token.fold == _THE and token.form.startswith(_SIGNED)

    def mention(self, i: int, stop: int, entities: Iterable[str], kind: str, rule: str, **more: object) -> Mention:
        """A mention of tokens[i:stop]; whom it names is of the report from here on. more: further fields of Mention."""
        refs = tuple(entities)
        for ref in refs:
            self.memory.entity(ref)
        conj, prep = str(more.get("conj", "")), str(more.get("prep", ""))
        span = self.span(i, stop, conj, prep)
        return Mention(span, span.of(self.report.text), i, stop, refs, kind, rule, **more)  # type: ignore[arg-type]


class Part:
    """A part of the finder: has the reading's things at hand."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.report, self.day, self.dated = reading, reading.report, reading.day, reading.dated
        self.pack, self.world, self.tokens, self.names = reading.pack, reading.world, reading.tokens, reading.names
        self.memory, self.topic = reading.memory, reading.topic


def country_of(ref: str | None) -> str | None:
    """The code of a state's id; None for what is no state."""
    return ref.rpartition("/")[2] if ref and ref.startswith("state/") else None


def _stop(token: Token) -> int:
    return token.stop


def _covered(tokens: Sequence[Token], dates: Sequence[When]) -> set[int]:
    out: set[int] = set()
    i = 0
    for when in dates:
        if when.span is None:
            continue
        i = k = bisect_right(tokens, when.span.start, i, key=_stop)
        while k < len(tokens) and tokens[k].start < when.span.stop:
            out.add(k)
            k += 1
    return out
