"""Finds the noun phrases that name somebody or something, and says who it is.

One pass over the tokens. At each place the longest phrase wins: a post with its country and holder ("وزير الخارجية الروسي، سيرغي
لافروف"), a person, a body of a state, any other entity, a counterpart ("نظيره الأميركي"), a pair ("الرئيسان"), a word that leads back
("الوزارة"), an agent with a demonym ("القوات التركية"). Who holds a post is looked up for the report's day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from khabar.annotate.memory import HEADS, Memory
from khabar.annotate.names import Hit, Names, first_names, keys, same_spelling, stripped
from khabar.lemmas import known
from khabar.model import Entity, Issue, Mention, Report, Sentence, Span, Tenure, When
from khabar.packs import Pack
from khabar.text import Token, fold, fold_map, tokenize
from khabar.world import Name, World


@dataclass(slots=True)
class _Post:
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


_NUNATED = ("ون", "ين")
_FORCES = frozenset(("unnamed/police", "unnamed/security-forces", "unnamed/riot-police"))
_MET = frozenset(("unnamed/people", "unnamed/soldiers", "unnamed/policemen", "unnamed/women-and-children", "unnamed/civilians"))
_CROWDS = _FORCES | _MET | {"unnamed/protesters", "unnamed/civilians", "unnamed/opposition"}


class Finder:
    """Finds the mentions of one report; see the module. Use once: ``Finder(...).run()``."""

    def __init__(
        self, report: Report, pack: Pack, world: World, tokens: Sequence[Token], sentences: Sequence[Sentence], dates: Sequence[When]
    ) -> None:
        self.report, self.pack, self.world, self.tokens, self.sentences = report, pack, world, tokens, sentences
        self.day = report.published.value[:10] if report.published else None
        self.issues: list[Issue] = []
        self.memory = Memory(pack, world, tokens, sentences)
        self._dated = _covered(tokens, dates)
        self.names = Names(pack, world, tokens, self._dated, self.memory.entities)
        self._home_state: str | None = None
        self._named_states: Counter[str] | None = None
        self._bound: dict[str, str] = {}  # folded surname or name -> person of this report

    # ---------------------------------------------------------------- the pass

    def run(self) -> list[Mention]:
        """The mentions in the order of the text, none inside another; fills ``entities`` and ``issues`` on the way."""
        for at, sentence in enumerate(self.sentences):
            i, self.names.stop, self.memory.sentence, begin = sentence.first, sentence.last, at, len(self.memory.mentions)
            while i < sentence.last:
                if i in self._dated or self.tokens[i].kind != "word":
                    i += 1
                    continue
                if nobody := self.names.reference(i, "nobody"):  # "القوة القاهرة"
                    i += len(nobody.tokens)
                    continue
                if team := self.names.reference(i, "team"):  # "نادي القاهرة", "منتخب مصر": no state and no city
                    i += len(team.tokens)
                    i = max((h.stop for h in self.names.hits(i) if not h.conj and h.name.ref.startswith(("state/", "place/"))), default=i)
                    continue
                found = self._at(i)
                if found:
                    self.memory.mentions.extend(found)
                    i = max(m.last for m in found)
                else:
                    i += 1
            self._place_crowds(begin)
        return self.memory.mentions

    def _place_crowds(self, begin: int) -> None:
        """Protesters and civilians without a nationality are those of the place that their sentence names, else of the report's state."""
        here, dropped = self.memory.mentions[begin:], list[int]()
        for k, m in enumerate(here, begin):
            if m.rule != "unnamed" or m.country or m.entities[0] not in _CROWDS:
                continue
            if m.entities[0] == "unnamed/opposition":  # "بين الحكومة السورية والمعارضة": that of the state beside it
                near = [x for x in here if x.country and x.country.isalpha() and x.kind in ("government-body", "state", "people-group", "demonym")]
            else:
                near = sorted((x for x in here if x.country and self._locates(x)), key=lambda x: self._locates(x), reverse=True)
            elsewhere = None if m.entities[0] in _MET else self._home or self.memory.last_place(begin)
            state = f"state/{near[0].country}" if near else elsewhere
            if state is None or state not in self.world.entities:
                if m.entities[0] == "unnamed/opposition":
                    dropped.append(k)  # an opposition is one of somewhere
                continue
            country = _country(state)
            crowd = self.memory.entities[m.entities[0]]
            ref = f"{crowd.id}-{(country or '').lower()}"
            if ref not in self.memory.entities:
                english = " ".join(filter(None, (self.world.english_adj.get(state, ""), crowd.name("en"))))
                self.memory.entities[ref] = Entity(ref, crowd.kind, ((self.report.language, m.text), ("en", english)), country, None, None, False)
            self.memory.mentions[k] = replace(m, entities=(ref,), country=country)
        for k in reversed(dropped):
            del self.memory.mentions[k]

    def _locates(self, m: Mention) -> int:
        """How surely a mention says where the sentence happens: 2 behind "in", 1 a place that is no matter and no neighbour, 0 not at all."""
        if m.kind not in ("place", "state"):
            return 0
        words = self.pack.word_class("scene")
        before = [self.tokens[i].fold for i in range(max(0, m.first - 3), m.first)]
        if (m.prep and fold(m.prep) == "ب") or any(w in words for w in before[-2:]):
            return 2
        matter = self.pack.word_class("topic-prep")
        beyond = self.pack.word_class("beyond")
        return int(m.kind == "place" and not any(w in matter for w in before[-2:]) and not any(w in beyond for w in before[-1:]))

    def _at(self, i: int) -> list[Mention]:
        """What stands at token i. Each attempt takes the token and the names that stand there, whether it needs them or not."""
        hits = self.names.hits(i)
        word = self.tokens[i].fold
        if not hits and not self.names.leads(word) and not any(k in self._bound for k in stripped(word)):
            return self._newcomer(i, hits) if word in self.pack.word_class("given-name") else []
        for attempt in (
            self._counterpart,
            self._leaders,
            self._post,
            self._names_here,
            self._body,
            self._back,
            self._anonymous,
            self._agent,
            self._people_met,
            self._demonym,
            self._newcomer,
        ):
            found = attempt(i, hits)
            if found:
                return found
        return []

    # ---------------------------------------------------------------- posts

    def _post(self, i: int, hits: list[Hit]) -> list[Mention]:
        deputy, posts, lead = None, [], hits
        if phrase := self.names.reference(i, "deputy"):
            lead = self.names.hits(i + len(phrase.tokens))
            posts = [h for h in lead if h.name.what == "post"]
            deputy = phrase.value if posts else None
        if deputy is None:
            lead = hits
            posts = [h for h in hits if h.name.what == "post"]
        if not posts or len(posts[0].name.tokens) == 1:
            theirs = self._of_theirs(i)
            if theirs or not posts:
                return theirs
        hit = posts[0]
        if any(h.stop > hit.stop for h in lead if h.name.what in ("entity",)):
            return []
        inside = self._inside(i, hit)
        if longer := self._reaches_into(i, hit):
            hit, inside = Hit(hit.name, longer[1], hit.conj, hit.prep, hit.article), longer[0]
        post = self._complement(_Post(hit.name.ref, hit.name.number, hit.stop, inside, len(hit.name.tokens), deputy=deputy is not None))
        if post.slug == "head-of-state" and post.of and not post.of.startswith("state/") and (post.slug, post.of) not in self.world.tenures_of:
            post.slug = _HEAD_OF.get(self.memory.entity(post.of).kind, "head-of-organisation")
        titled = post.slug == "minister" and post.stop > hit.stop and self._name_after(post)[0]
        if not post.of and not titled and len(hit.name.tokens) == 1 and (not hit.article or (deputy is None and self._is_honorific(i))):
            return []  # "أمير" and "ملك" are names too, "السفير" is a form of address
        conj, prep = (hit.conj, hit.prep) if deputy is None else self.names.particles(i)
        if post.number in ("d", "p") and not deputy:
            return self._several(i, post, conj, prep)
        return self._holder(i, post, conj, prep, deputy)

    def _of_theirs(self, i: int) -> list[Mention]:
        """ "وزير خارجيتها": the post of the state that was named last, by a pronoun on the portfolio."""
        if i + 1 >= self.names.stop or not self.tokens[i + 1].fold.endswith(_PRONOUNS):
            return []
        word = self.tokens[i + 1].fold
        stem = word[: -len(next(p for p in _PRONOUNS if word.endswith(p)))]
        second = stem[:-1] + "ه" if stem.endswith("ت") else stem
        for key, conj, prep, article in keys(self.tokens[i].fold):
            for name in () if article else self.world.names.get(key, ()):
                if name.what == "post" and name.number == "s" and name.tokens[1:] == (second,):
                    state = self.memory.last_state()
                    return self._holder(i, self._complement(_Post(name.ref, "s", i + 2, state, 2)), conj, prep, None) if state else []
        return []

    def _inside(self, i: int, hit: Hit) -> str | None:
        """The organisation that a title names itself: "رئيس مفوضية الاتحاد الأفريقي"."""
        for k in range(i + 1, hit.stop - 1):
            for h in self.names.hits(k):
                if h.stop == hit.stop and h.name.what == "entity" and self.world.entities[h.name.ref].kind == "organisation":
                    return h.name.ref
        return None

    def _reaches_into(self, i: int, hit: Hit) -> tuple[str, int] | None:
        """The body whose name begins with the last words of a title: "قائد قوات سوريا الديمقراطية"."""
        for k in range(i + 1, hit.stop):
            for h in self.names.hits(k):
                if h.stop > hit.stop and h.name.what == "entity" and h.prep in ("", "ل") and self.world.entities[h.name.ref].kind in _LED:
                    return h.name.ref, h.stop
        return None

    def _is_honorific(self, i: int) -> bool:
        phrase = self.names.reference(i, "honorific")
        return phrase is not None and len(phrase.tokens) == 1 and self.names.hits(i)[0].name.ref not in _BY_TITLE

    def _complement(self, post: _Post) -> _Post:
        """Reads what follows the title: demonym, country or body, and words such as السابق, in any order."""
        j = post.stop
        for _ in range(4):
            if j >= self.names.stop or j in self._dated:
                break
            qualifier = self.names.reference(j, "qualifier")
            if qualifier and not _fronted(self.tokens[j].fold):
                post.qualifier = post.qualifier or qualifier.value or None
                j += len(qualifier.tokens)
                post.stop = j
                continue
            if post.of and not post.of.startswith("state/"):  # "زعيم جماعة «أنصار الله» اليمنية، فلان"
                told = next((h for h in self.names.hits(j) if h.name.what == "adjective" and h.article and not h.conj and not h.prep), None)
                if told is not None and j == post.stop:
                    j = post.stop = told.stop
                    continue
            if post.of:
                break
            if (
                j == post.stop
                and self.tokens[j - 1].fold.endswith(_NUNATED)
                and post.number == "p"
                and not any(h.name.what == "adjective" for h in self.names.hits(j))
            ):
                break  # "محتجون السفارة": a plural that kept its nun is nobody's
            owner = self._owner(j) or self._behind_portfolio(j) or self._served(post, j) or self._behind_any(post, j)
            if not owner:
                break
            post.of, j = owner
            post.stop = j
        if not post.of:
            self._share_owner(post)
        post.about = self._mandate(post)
        return post

    def _behind_any(self, post: _Post, j: int) -> tuple[str, int] | None:
        """ "وزير البنية التحتية الأوكراني": the owner, or the name, behind a portfolio that has no row of its own."""
        if post.slug != "minister" or post.words > 1:
            return None
        for k in range(j, min(j + 5, self.names.stop)):
            if k > j and (owner := self._owner(k)):
                return owner
            named = any(h.name.what == "entity" and h.name.ref.startswith("person/") and not h.conj for h in self.names.hits(k))
            if k > j and (named or self._is_given(k)):
                post.stop = k
                return None
            if self.tokens[k].kind != "word" or not self.tokens[k].fold.startswith(("ال", "وال")) or k in self._dated:
                return None
        return None

    def _served(self, post: _Post, j: int) -> tuple[str, int] | None:
        """Whose post, by whom it serves: "المستشار الدبلوماسي لرئيس الإمارات", "الناطق باسم مجلس النواب", "رئيس المجلس العسكري في مالي"."""
        for h in self.names.hits(j):
            if h.name.what == "post" and h.prep == "ل" and not h.conj and h.name.number == "s":
                inner = self._complement(_Post(h.name.ref, "s", h.stop))
                return (inner.of, inner.stop) if inner.of else None
            if post.slug == "spokesperson" and h.name.what == "body" and not h.conj and not h.prep:
                body = self.memory.body(h.name.ref) or ((home := self._home) and self.memory.body_of(h.name.ref, home))
                return (body, h.stop) if body else None
        if post.slug == "spokesperson" and (phrase := self.names.reference(j, "headed")):
            headed = self.memory.headed(phrase.tokens[0].removeprefix("ال"))
            return (headed.entities[0], j + 1) if headed else None
        if self.tokens[j].fold in self.pack.word_class("of-land") and post.words > 2:
            land = next((h for h in self.names.hits(j + 1) if h.name.what == "entity" and h.name.ref.startswith("state/") and not h.prep), None)
            return (land.name.ref, land.stop) if land else None
        return None

    def _share_owner(self, post: _Post) -> None:
        """ "نائب رئيس الوزراء ووزير الخارجية الباكستاني": a post whose state stands behind the second post of the same man."""
        for h in self.names.hits(post.stop):
            if h.name.what == "post" and h.conj == _AND and h.name.number == "s" and post.words > 1 and len(h.name.tokens) > 1:
                second = self._complement(_Post(h.name.ref, "s", h.stop))
                if second.of and (post.slug.startswith("deputy") or self._holds_both(post, second) or self._name_after(second)[0]):
                    post.of, post.stop = second.of, second.stop
                    if post.slug.startswith("deputy"):
                        post.slug = second.slug  # his counterpart is a foreign minister
                return

    def _holds_both(self, post: _Post, second: _Post) -> bool:
        holders = {t.person for t in self.world.holders(second.slug, second.of or "", self.day)}
        return bool(holders & {t.person for t in self.world.holders(post.slug, second.of or "", self.day)})

    def _behind_portfolio(self, j: int) -> tuple[str, int] | None:
        """ "وزير الخارجية والتعاون الدولي الموريتاني": the owner behind one more portfolio."""
        if not self.tokens[j].fold.startswith(_AND + "ال"):
            return None
        for k in range(j + 1, min(j + 5, self.names.stop)):
            if self.tokens[k].kind != "word" or self._is_word(k) or k in self._dated:
                return None
            owner = self._owner(k)
            if owner:
                return owner
        return None

    def _owner(self, j: int) -> tuple[str, int] | None:
        """Whose post: a demonym (with its article), a state, organisation or body, right after the title."""
        if j >= self.names.stop:
            return None
        if self.tokens[j].fold in _OPEN and j + 2 < self.names.stop:
            inside = self._owner(j + 1)  # "زعيم جماعة «أنصار الله»"
            return (inside[0], inside[1] + 1) if inside and inside[1] < self.names.stop and self.tokens[inside[1]].fold in _CLOSE else None
        force = self.names.reference(j, "group-noun")
        if force and j + len(force.tokens) < self.names.stop:  # "المتحدث باسم قوات الحوثيين"
            behind = self._owner(j + len(force.tokens))
            if behind and not behind[0].startswith("state/"):
                return behind
        for h in self.names.hits(j):
            if (
                h.prep == "ل"
                and not h.conj
                and h.name.what == "entity"
                and self.world.entities[h.name.ref].kind in ("organisation", "party", "armed-group")
            ):
                return h.name.ref, h.stop  # "الأمين العام للأمم المتحدة"
            if h.conj or h.prep:
                continue
            plural = self.tokens[j - 1].fold.endswith(_NUNATED) and h.name.number == "p"  # "كبير الدبلوماسيين الصينيين"
            if h.name.what == "adjective" and h.article and (h.name.number == "s" or plural):
                return h.name.ref, h.stop
            if h.name.what == "entity" and self.world.entities[h.name.ref].kind in (
                "state",
                "organisation",
                "armed-group",
                "party",
                "government-body",
            ):
                return h.name.ref, h.stop
            if h.name.what in ("body", "body-of"):
                owner = self._owner(h.stop)
                if owner and owner[0].startswith("state/"):
                    return self.memory.body_of(h.name.ref, owner[0]), owner[1]
        for h in self.names.hits(j):
            if h.name.what == "entity" and not h.conj and not h.prep and h.name.ref.startswith("place/"):
                place = self.world.places[h.name.ref]
                if place.stands_for:
                    return place.stands_for, h.stop
        return None

    def _mandate(self, post: _Post) -> str | None:
        """The matter of an envoy's post: "إلى ليبيا", "لليمن"."""
        if post.slug not in self.pack.word_class("sent"):
            return None
        j = post.stop
        if j < self.names.stop and self.tokens[j].fold in self.pack.word_class("towards"):
            j += 1
        elif j >= self.names.stop:
            return None
        for h in self.names.hits(j):
            if h.name.ref.startswith("place/") and self.world.places[h.name.ref].kind not in ("capital", "city"):
                continue  # "المبعوث الأممي في مطار عدن"
            if h.name.what == "entity" and (h.prep or j > post.stop) and not h.conj and h.name.ref.split("/")[0] in ("state", "place", "conflict"):
                post.stop = h.stop
                place = self.world.places.get(h.name.ref)
                return place.stands_for or h.name.ref if place else h.name.ref
        return None

    def _holder(self, i: int, post: _Post, conj: str, prep: str, deputy: str | None) -> list[Mention]:
        """A single post: with the name that follows it, else its holder on the day, else what was said before."""
        name_at, known, stop = self._name_after(post)
        if known is not None and self._is_chief(known, post, deputy is not None):
            post.stop = stop
            name_at, known, stop = self._name_after(post)  # "مستشار الرئيس الأميركي دونالد ترامب للشؤون الأفريقية مسعد بولس"
        role = {"": post.slug, "adviser": "adviser"}.get(deputy or "", f"deputy-{post.slug}")
        if known is not None:
            person = known
            if not deputy and post.of and not post.qualifier:
                self._check_role(person, post, Span(self.tokens[i].start, self.tokens[stop - 1].stop))
        elif name_at:
            person = self._unknown_person(name_at, stop, post.of)
        elif not post.qualifier and (holder := self._the_deputy(role, post) if deputy else self._on_the_day(post)):
            person, stop = holder, post.stop
        else:
            return self._nameless(i, post, role, conj, prep)
        self._remember(person, name_at, stop)
        if name_at:
            stop = self._titles_after(person, stop)[0]
        return [
            self._mention(
                i,
                stop,
                (person,),
                "person",
                "post",
                role=role,
                conj=conj,
                prep=prep,
                qualifier=post.qualifier,
                of=post.of,
                country=_country(post.of) or self.memory.entity(person).country,
            )
        ]

    def _is_chief(self, person: str, post: _Post, deputy: bool) -> bool:
        """Is the name behind a post that of whom its holder serves: an adviser's president, the president of a chief of staff?"""
        if not post.of or not self.day:
            return False
        if deputy:
            return (post.slug in HEADS or "minister" in post.slug) and any(t.of == post.of for t in self.world.held(person, post.slug, self.day))
        if post.slug not in self.pack.word_class("serving") or self.world.held(person, post.slug, None):
            return False
        return any(t.post in HEADS and t.of == post.of for t in self.world.held(person, None, self.day))

    def _name_after(self, post: _Post) -> tuple[int, str | None, int]:
        """(token where a name starts or 0, the person if known, token after it). Honorifics and one comma are passed over."""
        j, comma = self._past_portfolio(post.stop), False
        if post.of and j < self.names.stop and (second := next((h for h in self.names.hits(j) if h.name.what == "post" and h.conj == _AND), None)):
            more = self._complement(_Post(second.name.ref, "s", second.stop))  # "وزير الإعلام والمتحدث باسم الحكومة فلان"
            found = self._name_after(more)
            if found[0] and more.of in (None, post.of) and not self._is_the_second(found[1], post, more):
                return found
        if post.slug == "spokesperson" and not post.of:
            j = self._past_unknown_body(j)
        brackets = j + 2 < self.names.stop and self.tokens[j].fold == "(" and self.tokens[j + 2].fold == ")"
        if brackets and any(h.name.ref == post.of for h in self.names.hits(j + 1)):
            j += 3  # "قائد قوات سوريا الديمقراطية (قسد) مظلوم عبدي"
        if j < self.names.stop and self.tokens[j].fold in _COMMAS:
            j, comma = j + 1, True
        bracket = j < self.names.stop and self.tokens[j].fold in _OPEN
        quoted = bracket and self.tokens[j].fold != "("
        if bracket:
            j += 1
        title = j
        while j < self.names.stop and (h := self.names.reference(j, "honorific")) and not _fronted(self.tokens[j].fold):
            j += len(h.tokens)
        if j >= self.names.stop:
            return 0, None, post.stop
        person, stop = self._person_at(j, post)
        if person:
            if bracket and stop < self.names.stop and self.tokens[stop].fold in _CLOSE:
                stop += 1
            return j, person, stop
        if (bracket and not quoted) or ((comma or quoted) and j == title and not self._is_given(j)):
            return 0, None, post.stop
        stop = self._unknown_name(j, sure=j > title)
        if not stop:
            return 0, None, post.stop
        person = self._spelled_otherwise(post, j, stop)
        if quoted and stop < self.names.stop and self.tokens[stop].fold in _CLOSE:
            stop += 1
        return j, person, stop

    def _spelled_otherwise(self, post: _Post, j: int, stop: int) -> str | None:
        """Whoever holds the post on the day, or was named with it, if this is one more spelling of his name."""
        people = [t.person for t in self.world.holders(post.slug, post.of, self.day, post.about)] if post.of else []
        people += [m.entities[0] for m in self.memory.recent if m.role == post.slug and len(m.entities) == 1 and m.kind == "person"]
        name = tuple(t.fold for t in self.tokens[j:stop] if t.kind == "word")
        fits = {p for p in people for form in self._spellings(p) if same_spelling(name, form)}
        return fits.pop() if len(fits) == 1 else None

    def _spellings(self, person: str) -> list[tuple[str, ...]]:
        """The Arabic name that the report or the world shows of a person, folded."""
        entity = self.memory.entities.get(person) or self.world.entities.get(person)
        return [tuple(t.fold for t in tokenize(entity.name(self.report.language)))] if entity else []

    def _is_the_second(self, person: str | None, post: _Post, more: _Post) -> bool:
        """Is the name behind two posts that of the second only: known with it, or the first held by another on that day?"""
        holders = {t.person for t in self.world.holders(post.slug, post.of or "", self.day)}
        if person is None or person in holders:
            return False
        return bool(holders) and bool(self.world.held(person, more.slug, None))

    def _past_unknown_body(self, j: int) -> int:
        """Over a body that the world does not know, to the name behind it: "المتحدث باسم قوات التحالف، تركي المالكي"."""
        for k in range(j, min(j + 4, self.names.stop)):
            at = k + 1 if self.tokens[k].fold in _COMMAS else k
            if k > j and (any(h.name.what == "entity" and h.name.ref.startswith("person/") and not h.conj for h in self.names.hits(at))):
                return k
            if self.tokens[k].kind != "word" or any(r.kind == "verb" for r in self.pack.readings(self.tokens[k].fold)):
                break
        return j

    def _past_portfolio(self, j: int) -> int:
        """Over "للشؤون السياسية", "المكلف بالشؤون الأوروبية" to the comma or name behind it; j where nothing of that kind stands."""
        if j >= self.names.stop or not self.tokens[j].fold.startswith(("لل", "بال")):
            return j
        for k in range(j + 1, min(j + 6, self.names.stop)):
            if self.tokens[k].fold in _COMMAS or any(h.name.what == "entity" and h.name.ref.startswith("person/") for h in self.names.hits(k)):
                return k
            if self.tokens[k].kind != "word" or (self._is_word(k) and not self.tokens[k].fold.startswith("ال")):
                break
        return j

    def _person_at(self, j: int, post: _Post | None) -> tuple[str | None, int]:
        """A person whom the world or this report knows, by a full name or by a surname that the post makes certain."""
        hits = [h for h in self.names.hits(j) if not h.conj and not h.prep]
        full = [h for h in hits if h.name.what == "entity" and h.name.ref.startswith("person/")]
        if full:
            best = [h for h in full if h.stop == full[0].stop]
            ref = best[0].name.ref if len(best) == 1 else self._choose([h.name.ref for h in best], post)
            if ref:
                return ref, full[0].stop
        bound = self._bound.get(self.tokens[j].fold)
        surnames = [h for h in hits if h.name.what == "surname" and not self._is_first(h)]
        if bound and not (surnames and surnames[0].stop > j + 1):
            return bound, j + 1
        if surnames:
            ref = self._choose([h.name.ref for h in surnames if h.stop == surnames[0].stop], post)
            if ref:
                return ref, surnames[0].stop
        return None, j

    def _choose(self, people: list[str], post: _Post | None) -> str | None:
        """The only one it can be: met in this report; with that post; in any post on that day."""
        people = list(dict.fromkeys(people))
        met = [p for p in people if p in self.memory.entities]
        if len(met) == 1:
            return met[0]
        if post is not None and not post.deputy:
            for day in (self.day, None):
                fit = [p for p in people if any(not post.of or t.of == post.of for t in self.world.held(p, post.slug, day))]
                if len(fit) == 1:
                    return fit[0]
            if post.of:
                country = _country(post.of)
                fit = [p for p in people if country and self.world.entities[p].country == country]
                return fit[0] if len(fit) == 1 else None
            return None
        if len(people) == 1 and (self.day is None or self._near(people[0])):
            return people[0]
        levels = {p: self._level(p) for p in people if self.day and self.world.held(p, None, self.day)}
        first = [p for p, level in levels.items() if level == min(levels.values())]
        return first[0] if len(first) == 1 and (len(levels) == 1 or levels[first[0]] <= 1) else None

    def _level(self, person: str) -> int:
        """Of the posts that a person holds on the day, how high the highest is: 1 heads a state."""
        return min((self.world.posts[t.post].level for t in self.world.held(person, None, self.day) if t.post in self.world.posts), default=9)

    def _near(self, person: str) -> bool:
        """Was the person in some post within three years of the day? People without tenures are always near."""
        tenures = self.world.tenures_by.get(person, ())
        if not tenures or not self.day:
            return True
        year = int(self.day[:4])
        return any(int(t.since[:4] or 0) - 1 <= year <= int(t.until[:4] or 9999) + 3 for t in tenures)

    def _on_the_day(self, post: _Post) -> str | None:
        if not post.of:
            return self.memory.same_post(post.slug)
        holders = self.world.holders(post.slug, post.of, self.day, post.about)
        if post.slug in self.pack.word_class("sent") and not post.about and any(t.about for t in holders):
            matters = {t.about for t in holders} & ({self._home} if self._home else self.memory.entities.keys())
            holders = [t for t in holders if t.about in matters] if len(matters) == 1 else []
        if post.slug == "leader":  # "الزعيمان الأردني والمصري"
            holders = self.world.holders("head-of-state", post.of, self.day) or self.world.holders("head-of-government", post.of, self.day)
        if post.slug == "head-of-state" and not holders and self.day:
            holders = self.world.holders("head-of-government", post.of, self.day)
            if len(holders) != 1:
                holders = []
        if len(holders) == 1:
            return holders[0].person
        met = [t.person for t in holders if t.person in self.memory.entities]
        if len(met) == 1:
            return met[0]
        return self.memory.same_post(post.slug, _country(post.of)) if not holders else None

    def _the_deputy(self, role: str, post: _Post) -> str | None:
        """The one deputy of a head of state on that day; of ministers there are more than the world data know."""
        if role != "deputy-head-of-state" or not post.of:
            return None
        holders = self.world.holders(role, post.of, self.day)
        return holders[0].person if len(holders) == 1 else None

    def _nameless(self, i: int, post: _Post, role: str, conj: str, prep: str) -> list[Mention]:
        """A post whose holder is not known: the office itself, with its country."""
        if not post.of:
            before = self.memory.same_post(role)
            if before:
                return [self._mention(i, post.stop, (before,), "person", "post.again", role=role, conj=conj, prep=prep)]
            if self.world.posts[post.slug].level > 3:
                return []
            home = self._state_with(post.slug, i if conj else -1)
            if home and self.world.posts[post.slug].level <= 2 and post.stop - i > 1:
                return self._holder(i, replace_post(post, home), conj, prep, "deputy" if post.deputy else None)
            if self.tokens[post.stop - 1].fold in self.pack.word_class("weak-title"):
                return []
            return [self._mention(i, post.stop, (), "role", "post.open", role=role, conj=conj, prep=prep)]
        if post.slug == "spokesperson":
            governs = post.of.startswith("state/") and "government" in self.world.bodies
            target = self.memory.body_of("government", post.of) if governs else post.of
            return [
                self._mention(
                    i,
                    post.stop,
                    (target,),
                    self.memory.entity(target).kind,
                    "post.speaks-for",
                    role=role,
                    conj=conj,
                    prep=prep,
                    country=self.memory.entity(target).country,
                )
            ]
        country = self.memory.entity(post.of).country
        owner = self.memory.entity(post.of)
        tag = post.qualifier + "-" if post.qualifier else ""
        about = "-" + post.about.rpartition("/")[2].lower() if post.about else ""
        id = f"person/{owner.id.rpartition('/')[2].lower()}-{tag}{role}{about}"
        if id not in self.memory.entities:
            sector = self.world.posts[post.slug].sector or None
            text = self.report.text[self.tokens[i].start : self.tokens[post.stop - 1].stop]
            self.memory.entities[id] = Entity(
                id,
                "person",
                ((self.report.language, _bare(text, conj, prep)), ("en", self._english(owner, role, post))),
                country,
                sector,
                None,
                False,
            )
        return [
            self._mention(
                i, post.stop, (id,), "person", "post.holder-unknown", role=role, conj=conj, prep=prep, qualifier=post.qualifier, country=country
            )
        ]

    def _state_with(self, slug: str, joined: int) -> str | None:
        """Whose a post without an owner is: of whom "and" joins it to at token ``joined``, of the report's state, else of who acts.

        Where such posts are rare, of those that have one.
        """
        last = self.memory.mentions[-1] if self.memory.mentions else None
        if last is not None and last.last == joined and last.kind == "person" and f"state/{last.country}" in self.world.entities:
            return f"state/{last.country}"
        if slug in self.pack.word_class("of-bodies"):
            return None
        states = [s for s in (self._home, self.memory.acting_state(), self._dateline) if s]
        if slug in self.pack.word_class("rare-post"):
            return next((s for s in (*states, *self._named) if self.world.holders(slug, s, self.day)), None)
        return states[0] if states else None

    def _english(self, owner: Entity, role: str, post: _Post) -> str:
        adjective = self.world.english_adj.get(owner.id) or owner.name("en")
        words = [post.qualifier or "", adjective, role.replace(post.slug, self.world.posts[post.slug].english).replace("-", " ")]
        return " ".join(filter(None, words))

    def _several(self, i: int, post: _Post, conj: str, prep: str) -> list[Mention]:
        """Two or more holders of one post: "وزيرا خارجية روسيا وأميركا", "الرئيسان الروسي فلاديمير بوتين والتركي رجب طيب أردوغان"."""
        parts: list[tuple[str, int, str | None]] = []  # owner, stop, person
        j = post.stop
        if not post.of and (listed := self._listed(post.stop)):
            people = tuple(dict.fromkeys(self._on_the_day(_Post(post.slug, "s", post.stop, o)) or o for o in listed[0]))
            return [self._mention(i, listed[1], people, "person", "post.listed", role=post.slug, conj=conj, prep=prep)]
        if post.of:
            person, stop = self._owned_person(post, post.of, post.stop)
            parts.append((post.of, stop, person))
            j = stop
            while j < self.names.stop and len(parts) < 8:
                k = j + 1 if self.tokens[j].fold in _COMMAS and j + 1 < self.names.stop else j
                owner = self._next_owner(k)
                if not owner:
                    break
                person, stop = self._owned_person(post, owner[0], owner[1])
                parts.append((owner[0], stop, person))
                j = stop
        if len(parts) > 1:
            people = tuple(dict.fromkeys(p or self._office(post, o) for o, _, p in parts))
            return [self._mention(i, j, people, "person", "post.several", role=post.slug, conj=conj, prep=prep)]
        if parts and self.world.entities[parts[0][0]].kind in ("state",):
            if post.number == "p":  # "وزراء الخارجية العرب" is a group of its own
                return [self._mention(i, parts[0][1], (parts[0][0],), "state", "post.plural", role=post.slug, conj=conj, prep=prep)]
            return []
        if parts and self.world.entities[parts[0][0]].members:
            members = self.world.entities[parts[0][0]].members
            return [self._mention(i, parts[0][1], members, "group", "post.members", role=post.slug, conj=conj, prep=prep)]
        if parts:
            return [self._mention(i, parts[0][1], (parts[0][0],), "organisation", "post.of-body", role=post.slug, conj=conj, prep=prep)]
        pair = self.memory.pair("role", post.slug)
        if pair and post.number == "d":
            return [self._mention(i, post.stop, pair, "person", "post.pair", role=post.slug, conj=conj, prep=prep)]
        return []

    def _listed(self, j: int) -> tuple[list[str], int] | None:
        """ "وزيري الخارجية والري من كل من مصر والسودان": the states behind "of each of", over one more portfolio."""
        for _ in range(3):
            phrase = self.pack.phrase_at(self.tokens, j) if j < self.names.stop else None
            if phrase is not None and phrase.cls in ("prep", "list"):
                j += len(phrase.tokens)
            elif j < self.names.stop and self.tokens[j].fold.startswith(_AND + "ال") and j + 1 < self.names.stop:
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
            k = stop + 1 if self.tokens[stop].fold in _COMMAS else stop
            more = self._next_owner(k) if k < self.names.stop else None
            if more is None:
                break
            owners.append(more[0])
            stop = more[1]
        return (owners, stop) if len(owners) > 1 else None

    def _next_owner(self, k: int) -> tuple[str, int] | None:
        for h in self.names.hits(k):
            if h.conj != _AND:
                continue
            if (h.name.what == "adjective" and h.article) or (h.name.what == "entity" and h.name.ref.startswith("state/")):
                return h.name.ref, h.stop
        return None

    def _owned_person(self, post: _Post, of: str, stop: int) -> tuple[str | None, int]:
        one = _Post(post.slug, "s", stop, of)
        _, person, after = self._name_after(one)
        if person:
            self._remember(person, stop, after)
            return person, after
        holder = self._on_the_day(one)
        return holder, stop

    def _office(self, post: _Post, of: str) -> str:
        """The id of a post's unknown holder; made if it is new."""
        return self._nameless(post.stop - 1, _Post(post.slug, "s", post.stop, of), post.slug, "", "")[0].entities[0]

    def _check_role(self, person: str, post: _Post, span: Span) -> None:
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
            self.issues.append(Issue("role-mismatch", f"{person} is called {post.slug} of {post.of} on {self.day}; known as {known_as}", span))

    # ---------------------------------------------------------------- names and bodies

    def _names_here(self, i: int, hits: list[Hit]) -> list[Mention]:
        people = [h for h in hits if h.name.what == "entity" and h.name.ref.startswith("person/")]
        others = [h for h in hits if h.name.what == "entity" and not h.name.ref.startswith("person/")]
        bodies = [h for h in hits if h.name.what in ("body", "body-of")]
        if people and self._is_tail(i) and not people[0].conj and not people[0].prep:
            return []  # "محمد علي" in "أحمد محمد علي": the tail of another's name
        if people and people[0].stop >= max((h.stop for h in others), default=0):
            best = [h for h in people if h.stop == people[0].stop]
            ref = best[0].name.ref if len(best) == 1 else self._choose([h.name.ref for h in best], None)
            if ref:
                return self._person(i, ref, people[0])
            return [
                self._mention(
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
        if others and not (bodies and bodies[0].stop > others[0].stop):
            return self._entity_at(i, others)
        if bodies and self._body(i, bodies):
            return self._body(i, bodies)
        return self._surname(i, hits)

    def _is_tail(self, i: int) -> bool:
        """Does a given name that is no verb stand before token i, so that what stands here is the rest of another's name?"""
        return i > 0 and self._is_given(i - 1) and not self._ends_mention(i) and not self._is_verb(i - 1)

    def _is_verb(self, i: int) -> bool:
        return any(r.kind == "verb" for r in self.pack.readings(self.tokens[i].fold))

    def _ends_mention(self, i: int) -> bool:
        return bool(self.memory.mentions) and self.memory.mentions[-1].last == i

    def _person(self, i: int, ref: str, hit: Hit) -> list[Mention]:
        stop, first = self._titles_after(ref, hit.stop)
        role, qualifier, of = (first.role, first.qualifier, first.of) if first else (None, None, None)
        country = self.world.entities[ref].country
        if role is None:
            held = [t for t in self.world.held(ref, None, self.day) if t.since] if self.day else []
            role = self._foremost(held) if held else next((m.role for m in reversed(self.memory.recent) if m.entities == (ref,) and m.role), None)
        self._remember(ref, i, hit.stop)
        return [
            self._mention(i, stop, (ref,), "person", "name", role=role, country=country, conj=hit.conj, prep=hit.prep, qualifier=qualifier, of=of)
        ]

    def _titles_after(self, person: str, stop: int) -> tuple[int, _Post | None]:
        """(token after the posts that stand behind a person's name, the first of them): "سيرغي لافروف، وزير الخارجية الروسي", several in a row."""
        country, first = self.memory.entity(person).country, None
        for _ in range(4):
            comma = stop < self.names.stop and self.tokens[stop].fold in _COMMAS
            j = stop + 1 if comma else stop
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
            if hit is None:
                break
            post = self._complement(_Post(hit.name.ref, "s", hit.stop, self._inside(j, hit), len(hit.name.tokens), deputy=phrase is not None))
            if not self._may_be_his(person, country, post) or (not comma and post.of is None and post.words == 1):
                break
            name_at, other, after = self._name_after(post)
            if name_at and not (other and self._is_chief(other, post, phrase is not None)):
                break  # the post is the next man's
            post.stop = after if name_at else post.stop
            post.role = f"deputy-{post.slug}" if phrase and phrase.value != "adviser" else "adviser" if phrase else post.slug
            first, stop = first if first and not (first.role.startswith("deputy") and hit.conj) else post, post.stop
        return stop, first

    def _may_be_his(self, person: str, country: str | None, post: _Post) -> bool:
        """May a post that stands behind a name be its bearer's: of his country, or of a body whose head is not known to be another?"""
        if post.of is None or (country is None and not self.memory.entity(person).known):
            return True
        if country in (_country(post.of), self.memory.entity(post.of).country):
            return True
        if post.of.startswith("state/"):
            return False
        holders = self.world.holders(post.slug, post.of, self.day)
        return all(t.person == person for t in holders)

    def _foremost(self, held: Sequence[Tenure]) -> str:
        """Of the posts that a person holds on the day, the one that heads most."""
        latest = sorted(held, key=lambda t: t.since, reverse=True)
        return min(latest, key=lambda t: self.world.posts[t.post].level if t.post in self.world.posts else 9).post

    def _surname(self, i: int, hits: list[Hit]) -> list[Mention]:
        if self._is_tail(i):
            return []  # "مثنى العامري" is not the Amiri whom the world knows
        surnames = [h for h in hits if h.name.what == "surname" and not self._is_first(h)]
        best = [h for h in surnames if h.stop == surnames[0].stop] if surnames else []
        if best and self.tokens[best[0].stop - 1].fold.removeprefix(
            best[0].conj + best[0].prep if best[0].stop == i + 1 else ""
        ) in self.pack.word_class("no-surname"):
            best = [h for h in best if h.name.ref in self.memory.entities] if self._opens(i) and not best[0].prep else []
            if len({h.name.ref for h in best}) != 1:
                return []
            return self._person_again(i, best[0].name.ref, best[0])
        refs = list(dict.fromkeys(h.name.ref for h in best))
        for key, conj, prep, article in keys(self.tokens[i].fold):
            bound = self._bound.get(("ال" if article else "") + key)
            if bound and (not refs or bound in refs or best[0].stop == i + 1):
                hit = Hit(Name((key,), article, "surname", bound), best[0].stop if bound in refs else i + 1, conj, prep, article)
                return self._person_again(i, bound, hit)
        if not refs:
            return []
        if self._is_word(i) and not any(r in self.memory.entities for r in refs) and not self._strong(best[0]):
            return []
        ref = self._choose(refs, None)
        if ref and (ref in self.memory.entities or self._strong(next(h for h in best if h.name.ref == ref))):
            return self._person_again(i, ref, best[0])
        return []

    def _strong(self, hit: Hit) -> bool:
        """A surname that may stand alone without having been introduced: of somebody in a leading post, and not an ordinary word."""
        word = hit.name.tokens[-1]
        if sum(map(len, hit.name.tokens)) < 4 or (word in first_names(self.world) and not hit.article):
            return False
        if self.pack.readings(hit.name.tokens[0]) and self.world.entities[hit.name.ref].country != (_country(self._home) or ""):
            return False  # "البرهان" is proof, but in a report on Sudan
        ordinary = known(self.tokens[hit.stop - 1].form) and len(hit.name.tokens) == 1
        return self._level(hit.name.ref) <= (1 if ordinary else 2) and (self.day is not None or not ordinary)

    def _person_again(self, i: int, ref: str, hit: Hit) -> list[Mention]:
        entity = self.memory.entity(ref)
        before = next((m for m in reversed(self.memory.recent) if m.entities == (ref,)), None)
        role = before.role if before else None
        if role is None and self.day:
            held = self.world.held(ref, None, self.day)
            role = self._foremost(held) if held else None
        return [self._mention(i, hit.stop, (ref,), "person", "surname", role=role, country=entity.country, conj=hit.conj, prep=hit.prep)]

    def _entity_at(self, i: int, hits: list[Hit]) -> list[Mention]:
        best = [h for h in hits if h.stop == hits[0].stop and (h.conj, h.prep) == (hits[0].conj, hits[0].prep)]
        if self._of_a_state(best[0]):
            return []
        refs = list(dict.fromkeys(h.name.ref for h in best))
        if len(refs) > 1:
            refs = self._decide(refs, i)
        hit = best[0]
        if len(refs) != 1:
            kind = self.world.entities[refs[0]].kind
            return [self._mention(i, hit.stop, (), kind, "name.ambiguous", candidates=tuple(refs), conj=hit.conj, prep=hit.prep)]
        ref = refs[0]
        entity = self.world.entities[ref]
        place = self.world.places.get(ref)
        stop = self._after_entity(hit.stop, entity)
        bloc = self.tokens[i].fold.removeprefix(hit.conj + hit.prep) in self.pack.word_class("bloc")  # the council itself, not its members
        kind = "group" if entity.members and entity.kind != "gathering" and not bloc else entity.kind
        entities = entity.members if kind == "group" else (ref,)
        self.memory.entities.setdefault(ref, entity)
        return [
            self._mention(
                i,
                stop,
                entities,
                kind,
                "name",
                country=entity.country,
                conj=hit.conj,
                prep=hit.prep,
                stands_for=place.stands_for or None if place else None,
            )
        ]

    def _of_a_state(self, hit: Hit) -> bool:
        """Does a demonym make a body that is of no state one of that state's: "قوات حفظ السلام الروسية"?"""
        entity = self.world.entities[hit.name.ref]
        if entity.kind != "organisation" or entity.country != "UNO":
            return False
        return any(h.name.what == "adjective" and h.article and not h.conj and h.name.ref.startswith("state/") for h in self.names.hits(hit.stop))

    def _after_entity(self, stop: int, entity: Entity) -> int:
        """ "إدلب السورية": a demonym of the place's own state belongs to its name."""
        if stop < self.names.stop and entity.country:
            for h in self.names.hits(stop):
                if h.name.what == "adjective" and h.article and h.name.ref == f"state/{entity.country}" and not h.conj:
                    return h.stop
        return stop

    def _decide(self, refs: list[str], i: int) -> list[str]:
        """Of several things with one name: the one met before, a state before its own capital, one of the countries met."""
        met = [r for r in refs if r in self.memory.entities]
        if len(met) == 1:
            return met
        if self.day and len(dated := [r for r in refs if r.startswith("gathering/") and self._recently(r)]) == 1:
            return dated
        states = [r for r in refs if r.startswith("state/")]
        others = [r for r in refs if self.world.entities[r].country not in {_country(s) for s in states}]
        if len(states) == 1 and not others:
            return states
        if states and others:  # عمان: Oman, or the capital of Jordan
            count = {r: self._named[f"state/{self.world.entities[r].country}"] for r in refs}
            most = max(count.values())
            best = [r for r in refs if count[r] == most]
            if len(best) == 1:
                return best
            behind_noun = i > 0 and self.tokens[i - 1].kind == "word" and not self._opens(i)
            return refs if behind_noun else states[:1]
        organisations = [r for r in refs if not r.startswith("place/")]
        if len(organisations) == 1:
            return organisations
        countries = {e.country for e in self.memory.entities.values()}
        near = [r for r in refs if self.world.entities[r].country in countries]
        if len(near) == 1:
            return near
        capitals = [r for r in refs if r in self.world.places and self.world.places[r].kind == "capital"]
        return capitals if len(capitals) == 1 else refs

    def _recently(self, gathering: str) -> bool:
        """Was the gathering within half a year of the report?"""
        date = self.world.dates.get(gathering, "")
        return len(date) >= 7 and abs(_months(date) - _months(self.day or "")) <= _HALF_YEAR

    def _body(self, i: int, hits: list[Hit]) -> list[Mention]:
        for h in hits:
            if h.name.what not in ("body", "body-of"):
                continue
            owner = self._owner_state(h.stop, h.name.what == "body")
            if owner:
                owners, stop = [owner[0]], owner[1]
                while stop < self.names.stop and (more := self._next_owner(stop)) and self._dual(i):
                    owners.append(more[0])
                    stop = more[1]
                refs = tuple(self.memory.body_of(h.name.ref, o) for o in owners)
                return [
                    self._mention(
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
            if h.name.what == "body" and not self.names.reference(i, "pair"):
                before = self.memory.body(h.name.ref) or (
                    self.memory.body_of(h.name.ref, state) if (state := self._whose(i, h)) else None
                )
                if before:
                    country = self.memory.entity(before).country
                    return [self._mention(i, h.stop, (before,), "government-body", "body.again", country=country, conj=h.conj, prep=h.prep)]
        return []

    def _whose(self, i: int, hit: Hit) -> str | None:
        """The state of a body that stands without one: the report's; of forces, that of the place; of a government, that of who acts."""
        if hit.name.ref in self.pack.word_class("local-body"):
            return self.memory.place_here() or self._home
        if hit.stop - i > 1 or hit.name.ref in _BARE_BODIES:
            who = self.memory.acting_state() or self.memory.homeland_state() if hit.name.ref in _BARE_BODIES else None
            return self._home or who or self._dateline
        return None

    @property
    def _home(self) -> str | None:
        """The state that the report is about, when one is named far more than any other: whose "the ministry" must be."""
        if self._home_state is None:
            top = self._weights.most_common(2)
            clear = top and top[0][1] >= 3 and (len(top) == 1 or top[0][1] >= 1.3 * top[1][1])
            self._home_state = top[0][0] if clear else ""
        return self._home_state or None

    @property
    def _dateline(self) -> str | None:
        """The state of the place that the report begins with: "الجزائر - أعلنت رئاسة الجمهورية"."""
        first = self.memory.mentions[0] if self.memory.mentions else None
        if first is None or first.first > 1 or first.kind not in ("place", "state") or first.prep:
            return None
        state = f"state/{first.country}"
        return state if state in self.world.entities else None

    @property
    def _weights(self) -> Counter[str]:
        """How much the report is about each state: its names count twice, its places, people and bodies once."""
        out: Counter[str] = Counter()
        for hits in self._all_hits():
            refs = [h.name.ref for h in hits[:6] if h.name.what in ("entity", "adjective")]
            if not refs:
                continue
            states = [r for r in refs if r.startswith("state/")]
            countries = {self.world.entities[r].country for r in refs}
            state = states[0] if states else f"state/{countries.pop()}" if len(countries) == 1 else ""
            if state in self.world.entities:
                out[state] += 2 if states else 1
        return out

    def _all_hits(self) -> Iterator[list[Hit]]:
        """The names at every token of the report, none beyond its sentence: looked up once for all."""
        limit = self.names.stop
        for sentence in self.sentences:
            self.names.stop = sentence.last
            for k in range(sentence.first, sentence.last):
                if hits := self.names.hits(k):
                    yield hits
        self.names.stop = limit

    @property
    def _named(self) -> Counter[str]:
        """How often the report names each state, by its name or demonym alone."""
        if self._named_states is None:
            self._named_states = Counter()
            for hits in self._all_hits():
                states = {h.name.ref for h in hits if h.name.what in ("entity", "adjective")}
                if len(states) == 1 and (ref := next(iter(states))).startswith("state/"):
                    self._named_states[ref] += 1
        return self._named_states

    def _dual(self, i: int) -> bool:
        """Is the head word a dual or plural construct ("وزارتي الدفاع في روسيا وتركيا")?"""
        return any(i_form.endswith(("تا", "تي", "ات", "ان", "ين")) for i_form in stripped(self.tokens[i].fold))

    def _owner_state(self, j: int, adjective: bool) -> tuple[str, int] | None:
        if j >= self.names.stop:
            return None
        for h in self.names.hits(j):
            if h.conj or h.prep or not h.name.ref.startswith("state/"):
                continue
            if h.name.what == "adjective" and h.article and h.name.number == "s":
                return h.name.ref, h.stop
            if h.name.what == "entity" and not adjective:
                return h.name.ref, h.stop
        return None

    # ---------------------------------------------------------------- words that lead to others

    def _counterpart(self, i: int, hits: list[Hit]) -> list[Mention]:
        phrase = self.names.reference(i, "counterpart")
        if not phrase:
            return []
        conj, prep = self.names.particles(i)
        j = i + len(phrase.tokens)
        me = next((m for m in reversed(self.memory.recent) if m.role and m.kind in ("person", "role")), None)
        role = me.role if me and me.role else "official"
        parts: list[tuple[str, int, str | None]] = []
        owner = self._owner(j) if j < self.names.stop else None
        if owner:
            person, stop = self._owned_person(_Post(role, "s", owner[1], owner[0]), owner[0], owner[1])
            parts.append((owner[0], stop, person))
            while phrase.value in ("d", "p") and (more := self._next_owner(stop)):
                person, stop = self._owned_person(_Post(role, "s", more[1], more[0]), more[0], more[1])
                parts.append((more[0], stop, person))
        else:
            _, person, stop = self._name_after(_Post(role, "s", j))
            if not person:
                return []
            parts.append((f"state/{self.memory.entity(person).country}", stop, person))
        people = []
        for of, after, person in parts:
            if person is None and role in self.world.posts:
                name = self._name_after(_Post(role, "s", after, of))
                if name[0] and name[1] is None and of == parts[-1][0]:
                    person, stop = self._unknown_person(name[0], name[2], of), name[2]
                    self._remember(person, name[0], name[2])
                else:
                    person = self._office(_Post(role, "s", after), of)
            people.append(person or of)
        country = _country(parts[0][0]) if len(parts) == 1 else None
        return [self._mention(i, stop, tuple(dict.fromkeys(people)), "person", "counterpart", role=role, country=country, conj=conj, prep=prep)]

    def _leaders(self, i: int, hits: list[Hit]) -> list[Mention]:
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
                    return [self._mention(i, h.stop, (h.name.ref,), "state", "side", country=_country(h.name.ref), conj=conj, prep=prep)]
                if h.name.what == "entity" and cls == "leaders" and self.world.entities[h.name.ref].members:
                    self.memory.entities.setdefault(h.name.ref, self.world.entities[h.name.ref])
                    return [
                        self._mention(i, h.stop, self.world.entities[h.name.ref].members, "group", "leaders", role=phrase.value, conj=conj, prep=prep)
                    ]
            if cls == "leaders":
                return self._state_list(i, j, phrase.value, conj, prep)
        return []

    def _state_list(self, i: int, j: int, role: str, conj: str, prep: str) -> list[Mention]:
        parts, stop = [], j
        for h in self.names.hits(j):
            if h.name.what == "entity" and h.name.ref.startswith("state/") and not h.conj and not h.prep:
                parts, stop = [h.name.ref], h.stop
                break
        while parts:
            k = stop + 1 if stop < self.names.stop and self.tokens[stop].fold in _COMMAS else stop
            more = self._next_owner(k) if k < self.names.stop else None
            if not more:
                break
            parts.append(more[0])
            stop = more[1]
        if not parts:
            return []
        for p in parts:
            self.memory.entity(p)
        return [
            self._mention(
                i,
                stop,
                tuple(parts),
                "state",
                "leaders.states",
                role=role,
                conj=conj,
                prep=prep,
                country=_country(parts[0]) if len(parts) == 1 else None,
            )
        ]

    def _back(self, i: int, hits: list[Hit]) -> list[Mention]:
        """Pairs, and words that lead back to one who was named: "الرئيسان", "الوزارة", "بلاده", "المجموعة"."""
        if not self.memory.mentions:
            return []
        conj, prep = self.names.particles(i)
        if phrase := self.names.reference(i, "several"):
            count, _, value = phrase.value.partition(" ")
            several = self.memory.several(int(count), value)
            if several:
                kind = "state" if value == "state" else "person"
                return [self._mention(i, i + len(phrase.tokens), several, kind, "several", conj=conj, prep=prep)]
            return []
        if phrase := self.names.reference(i, "pair"):
            stop = i + len(phrase.tokens)
            if stop < self.names.stop and self.tokens[stop].fold in self.pack.word_class("others"):
                return []  # "الدولتان الأخريان"
            if both := self._both_named(stop):
                return [self._mention(i, both[1], both[0], "state", "side", conj=conj, prep=prep)]
            pair = self.memory.pair(phrase.value)
            if pair:
                return [self._mention(i, stop, pair, "person" if phrase.value != "state" else "state", "pair", conj=conj, prep=prep)]
            return []
        if phrase := self.names.reference(i, "parties"):
            pair = self.memory.several(int(phrase.value or 0), "party") or ()
            return [self._mention(i, i + len(phrase.tokens), pair, "group", "parties", conj=conj, prep=prep)]
        if (phrase := self.names.reference(i, "homeland")) and not self.tokens[i].form.endswith("ة"):  # بلدة is a town
            owner = self.memory.homeland()
            if owner:
                ref = f"state/{owner.country}"
                self.memory.entity(ref)
                return [self._mention(i, i + len(phrase.tokens), (ref,), "state", "homeland", country=owner.country, conj=conj, prep=prep)]
            return []
        if phrase := self.names.reference(i, "others"):
            rest = self.memory.others()
            if rest is not None:
                return [self._mention(i, i + len(phrase.tokens), rest, "group", "others", conj=conj, prep=prep)]
            return []
        if (phrase := self.names.reference(i, "latter")) and self._opens(i):
            return self._again(i, i + 1, self.memory.latter(phrase.value == "f"), "back.latter", conj, prep)
        if (phrase := self.names.reference(i, "headed")) and not self._goes_on(i + 1):
            headed = self.memory.headed(phrase.tokens[0].removeprefix("ال"))
            if headed is not None:
                return self._again(i, i + 1, headed, "back.headed", conj, prep)
        phrase = self.names.reference(i, "back")
        if not phrase or (phrase.value == "person" and not self._opens(i)):
            return []
        stop = i + len(phrase.tokens)
        after = self.names.hits(stop) if stop < self.names.stop else []
        demonym = next((h for h in after if h.name.what == "adjective" and h.article and not h.conj and h.name.ref.startswith("state/")), None)
        if demonym is not None:  # "الوزير الفرنسي"
            found = self.memory.back(phrase.value, _country(demonym.name.ref))
            if not found:
                return []
            stop = demonym.stop
        else:
            found = self.memory.back(phrase.value)
            if not found or self._unknown_follows(stop):
                return []
        return self._again(i, stop, found, f"back.{phrase.value}", conj, prep)

    def _both_named(self, j: int) -> tuple[tuple[str, ...], int] | None:
        """ "الجانبين الباكستاني والأفغاني": the two states that follow the word for two."""
        states = (h for h in self.names.hits(j) if h.name.what == "adjective" and h.article and h.name.ref.startswith("state/"))
        first = next((h for h in states if not h.conj), None)
        second = self._next_owner(first.stop) if first and first.stop < self.names.stop else None
        return ((first.name.ref, second[0]), second[1]) if first and second and second[0].startswith("state/") else None

    def _again(self, i: int, stop: int, found: Mention | None, rule: str, conj: str, prep: str) -> list[Mention]:
        """The one who was found, named once more by tokens[i:stop]."""
        if found is None:
            return []
        span = self._span(i, stop, conj, prep)
        return [replace(found, span=span, text=span.of(self.report.text), first=i, last=stop, rule=rule, conj=conj, prep=prep)]

    def _opens(self, i: int) -> bool:
        """Does the adjective at token i stand where a noun would: behind a verb, a particle or a mark, not behind its noun?"""
        if i == 0 or self.tokens[i - 1].kind != "word" or self.names.particles(i)[0]:
            return True
        if self.tokens[i - 1].fold.startswith("ال"):
            return False
        return self.pack.phrase_at(self.tokens, i - 1) is not None or any(r.kind == "verb" for r in self.pack.readings(self.tokens[i - 1].fold))

    def _goes_on(self, j: int) -> bool:
        """Does the definite noun before token j go on with an adjective, so that it is a name of its own or a kind ("الحركة التجارية")?"""
        if j >= self.names.stop or self.tokens[j].kind != "word":
            return False
        return self.tokens[j].fold.startswith("ال") or bool(self.names.hits(j) and self._unknown_follows(j))

    def _unknown_follows(self, stop: int) -> bool:
        """ "الرئيس X": a name or demonym after the word means that it does not lead back."""
        return any(h.name.what in ("adjective", "entity", "surname") and not h.conj and not h.prep for h in self.names.hits(stop))

    def _agent(self, i: int, hits: list[Hit]) -> list[Mention]:
        """A noun for people or forces with a demonym or state: "القوات التركية", "12 دبلوماسيا روسيا", "مسؤول أميركي"."""
        phrase = self.names.reference(i, "actor-noun")
        if not phrase:
            return self._people(i, hits)
        conj, prep = self.names.particles(i)
        j = i + len(phrase.tokens)
        if " ".join(phrase.tokens) in self.pack.word_class("guard"):
            within = j + 1 if j < self.names.stop and self.tokens[j].fold == "في" else j
            home = next((h for h in self.names.hits(within) if h.name.what == "entity" and h.name.ref.startswith("state/") and not h.conj), None)
            if home is not None and (within > j) != (home.prep == "ب"):  # "حرس الحدود في قرغيزستان"
                country = _country(home.name.ref)
                return [self._mention(i, home.stop, (home.name.ref,), "state", f"agent.{phrase.value}", country=country, conj=conj, prep=prep)]
        for k in range(j, min(j + 3, self.names.stop)):
            if k > j and self._parts_agent(k - 1):
                break
            for h in self.names.hits(k):
                if h.conj or h.prep or not h.name.ref.startswith("state/"):
                    continue
                if h.name.what in ("adjective", "people") or (h.name.what == "entity" and k == j):
                    refs, stop = self._further(h)
                    return [
                        self._mention(
                            i,
                            stop,
                            refs,
                            "state",
                            f"agent.{phrase.value}",
                            country=_country(refs[0]) if len(refs) == 1 else None,
                            conj=conj,
                            prep=prep,
                        )
                    ]
            if any(h.name.what in ("entity", "post") for h in self.names.hits(k)):
                break
        return []

    def _parts_agent(self, i: int) -> bool:
        """Is the word at token i no adjective between people and their nationality ("قتلى الغارات الإسرائيلية", "قاعدة للجيش المالي")?"""
        word = self.tokens[i]
        deed = any(r.kind == "noun" and r.lemma in self.pack.noun_frames for r in self.pack.readings(word.fold))
        return deed or word.kind != "word" or word.fold.startswith("لل") or self.pack.phrase_at(self.tokens, i) is not None

    def _people_met(self, i: int, hits: list[Hit]) -> list[Mention]:
        """Who is only counted: "خمسة أشخاص", "جنديان"; and who has no other name than what he does: "انتحاري"."""
        phrase = self.names.reference(i, "people")
        stop = i + len(phrase.tokens) if phrase is not None else i
        if stop < self.names.stop and any(h.name.what == "entity" and not h.prep and not h.conj for h in self.names.hits(stop)):
            return []  # "المتمردين الحوثيين" are those who are named
        return self._anonymous(i, hits, "people")

    def _anonymous(self, i: int, hits: list[Hit], cls: str = "unnamed") -> list[Mention]:
        """Somebody who is not named: "مصدر دبلوماسي", "وسائل إعلام محلية". An entity of its own, so that it can be quoted."""
        phrase = self.names.reference(i, cls)
        if not phrase:
            return []
        conj, prep = self.names.particles(i)
        stop, words, country = i + len(phrase.tokens), [phrase.value], None
        while stop < self.names.stop and stop < i + 4:
            more = self.names.reference(stop, "unnamed-of")
            demonym = next(
                (
                    h
                    for h in self.names.hits(stop)
                    if h.name.what in ("adjective", "people") and not h.conj and not h.prep and h.name.ref.startswith("state/")
                ),
                None,
            )
            if more is not None:
                words.insert(0, more.value)
                stop += len(more.tokens)
            elif demonym is not None and country is None:
                country = _country(demonym.name.ref)
                words.insert(0, self.world.english_adj.get(demonym.name.ref, ""))
                stop = demonym.stop
            else:
                break
        english = " ".join(filter(None, words))
        ref = "unnamed/" + "-".join(english.lower().split())
        if ref not in self.memory.entities:
            span = self._span(i, stop, conj, prep)
            self.memory.entities[ref] = Entity(
                ref, "people-group", ((self.report.language, span.of(self.report.text)), ("en", english)), country, None, None, False
            )
        return [self._mention(i, stop, (ref,), "people-group", "unnamed", country=country, conj=conj, prep=prep)]

    def _further(self, hit: Hit) -> tuple[tuple[str, ...], int]:
        """The states of one demonym or of several in a row: "الروسية الأميركية", "الروسية والتركية"."""
        refs, stop = [hit.name.ref], hit.stop
        while stop < self.names.stop and len(refs) < 4:
            more = next(
                (
                    h
                    for h in self.names.hits(stop)
                    if h.name.what == hit.name.what == "adjective"
                    and h.article == hit.article
                    and not h.prep
                    and h.name.ref.startswith("state/")
                    and h.name.ref not in refs
                ),
                None,
            )
            if more is None:
                break
            refs.append(more.name.ref)
            stop = more.stop
        return tuple(refs), stop

    def _demonym(self, i: int, hits: list[Hit]) -> list[Mention]:
        """A demonym beside a noun that is no agent: kept for the coder, who knows whether the noun is an act ("القصف التركي")."""
        for h in hits:
            bare = h.name.what == "adjective" and not (h.article or h.conj or h.prep)
            if bare and h.name.ref.startswith("state/") and self.names.counted(i):
                return [self._mention(i, h.stop, (h.name.ref,), "state", "agent.people", country=_country(h.name.ref))]  # "12 فلبينيا"
            if (
                h.name.what == "adjective"
                and h.name.number == "p"
                and not (h.article and self.tokens[i - 1].form.startswith("ال"))
                and not h.conj
                and not h.prep
                and h.name.ref.startswith("state/")
                and i
                and self.tokens[i - 1].kind == "word"
            ):
                return [self._mention(i, h.stop, (h.name.ref,), "state", "agent.people", country=_country(h.name.ref))]  # "مزارعين إثيوبيين"
            if (
                h.name.what == "adjective"
                and h.name.number == "s"
                and not h.conj
                and not h.prep
                and h.name.ref.startswith("state/")
                and i
                and self.tokens[i - 1].kind == "word"
            ):
                refs, stop = self._further(h)
                return [self._mention(i, stop, refs, "demonym", "demonym", country=_country(refs[0]) if len(refs) == 1 else None)]
        return []

    def _people(self, i: int, hits: list[Hit]) -> list[Mention]:
        for h in hits:
            if h.name.what == "people" or (h.name.what == "adjective" and h.name.number == "p" and h.article and h.name.ref.startswith("state/")):
                if h.name.what == "adjective" and i and self.tokens[i - 1].kind == "word" and not h.prep:
                    return []  # "اللاجئين السوريين", but "للسوريين"
                self.memory.entity(h.name.ref)
                return [self._mention(i, h.stop, (h.name.ref,), "state", "people", country=_country(h.name.ref), conj=h.conj, prep=h.prep)]
        return []

    # ---------------------------------------------------------------- unknown names

    def _unknown_name(self, j: int, sure: bool = False) -> int:
        """Token after a name that the world does not know, right after a title; 0 when none stands there.

        It begins with a given name, or with a word that no dictionary has (a foreign name); with ``sure`` (behind an honorific) with any
        noun. Two words; more after a particle of names (بن، آل), a family name with the article, a given name, or another word that no
        dictionary has.
        """
        k, units = j, 0
        while k < self.names.stop and units < 5:
            token = self.tokens[k]
            given = self._is_given(k)
            if token.kind != "word" or k in self._dated or token.fold.startswith(_GLUED) or len(token.fold) < 2:
                break
            if not given and (self._is_word(k) or (k > j and self._joined_on(k))):
                break
            if any(self._is_no_name(h, k > j) for h in self.names.hits(k)):
                break
            if k == j and (token.fold.startswith("ال") or not (given or sure or not known(token.form) or self._has_surname(k + 1))):
                return 0
            if units >= 2 and not (
                given
                or self.tokens[k - 1].fold in _NAME_PARTICLES
                or token.fold in _NAME_PARTICLES
                or (token.fold.startswith("ال") and self._is_family(k))
                or not known(token.form)
                or any(h.name.what == "surname" and not h.conj and not h.prep for h in self.names.hits(k))
            ):
                break
            units += token.fold not in _NAME_PARTICLES
            k += 1
        return k if units >= 2 and self.tokens[k - 1].fold not in _NAME_PARTICLES else 0

    def _has_surname(self, k: int) -> bool:
        return any(h.name.what == "surname" and not h.conj and not h.prep and h.stop == k + 1 for h in self.names.hits(k)) and not self._is_word(k)

    def _is_no_name(self, hit: Hit, inside: bool) -> bool:
        """Does something stand here that is no part of a person's name: a state, a body, a demonym, inside of a name also a post?"""
        if hit.name.what == "post":
            return inside
        return hit.name.what not in ("surname", "people") and hit.name.ref.split("/")[0] not in ("person", "place")

    def _is_given(self, k: int) -> bool:
        """Is the token a given name, as people whom the world knows have, or of the list; and no preposition ("علي", not "على")?"""
        token = self.tokens[k]
        if token.fold not in first_names(self.world) and token.fold not in self.pack.word_class("given-name"):
            return False
        return self.pack.phrase_at(self.tokens, k) is None or (token.form.endswith("ي") and k > 0 and self._is_given(k - 1))

    def _is_family(self, k: int) -> bool:
        """Is the word with the article a family name: a relative adjective, a given name, or no word of the dictionary?"""
        token = self.tokens[k]
        bare = token.fold[2:]
        given = bare in first_names(self.world) or bare in self.pack.word_class("given-name")
        return given or token.form.endswith("ي") or not known(token.form)

    def _joined_on(self, k: int) -> bool:
        """Does "and" begin the token, so that somebody or something else follows?"""
        token = self.tokens[k]
        return token.fold.startswith(_AND) and (token.fold[1:] in first_names(self.world) or known(token.form[1:]))

    def _goes_on_as_name(self, stop: int) -> bool:
        """Does a name that ends before this token go on, so that it was another man's?"""
        if stop >= self.names.stop or self.tokens[stop].kind != "word" or stop in self._dated:
            return False
        word = self.tokens[stop]
        foreign = not known(word.form) and not self._is_word(stop) and not self.names.hits(stop)
        return word.fold in _NAME_PARTICLES or self._is_given(stop) or foreign

    def _is_first(self, hit: Hit) -> bool:
        """Is a surname that is also a given name the first name of somebody here ("محمود قرشي", "عبد الله فرماجو")?"""
        if not self._is_given(hit.stop - 1):
            return False
        return self._goes_on_as_name(hit.stop) or any(h.name.what == "surname" and not h.conj and not h.prep for h in self.names.hits(hit.stop))

    def _is_word(self, k: int) -> bool:
        """Is the token a known word of the language (a particle, a verb, an event noun), so that it ends a name?"""
        phrase = self.pack.phrase_at(self.tokens, k)
        if phrase:
            return True
        word = self.tokens[k].fold
        return (any(r.kind == "verb" or r.prep == "" for r in self.pack.readings(word)) and len(word) > 3) or bool(
            self.pack.phrase_at(self.tokens, k, self.pack.reference)
        )

    def _newcomer(self, i: int, hits: list[Hit]) -> list[Mention]:
        """A full name of somebody whom nobody knows, without a title before it: "وقال رياض الناكوع", "مستشار الوزارة، فيصل العواضي"."""
        verb = any(r.kind == "verb" and not r.conj for r in self.pack.readings(self.tokens[i].fold))
        if verb or not self._is_given(i) or not self._stands_as_name(i):
            return []  # "طالب السيسي": he demanded
        stop = self._unknown_name(i)
        last = stop - 1
        if not stop or (known(self.tokens[last].form) and not self.tokens[last].fold.startswith("ال") and not self._is_given(last)):
            return []
        before = self.memory.mentions[-1] if self.memory.mentions else None
        body = None
        if before is not None and before.kind == "government-body" and all(t.kind != "word" for t in self.tokens[before.last : i]):
            body = before.entities[0]  # "مستشار وزارة الإعلام، فلان": of that body
        person = self._unknown_person(i, stop, body, "GOV" if body else None)
        self._remember(person, i, stop)
        entity = self.memory.entity(person)
        stop, title = self._titles_after(person, stop)
        role = title.role if title else None
        if title and title.of and not entity.country:  # "فيصل اليوسف، المتحدث باسم المجلس"
            body, country = title.of, self.memory.entity(title.of).country
            entity = self.memory.entities[person] = replace(entity, country=country, sector="GOV" if body.startswith("state/") else None)
        return [self._mention(i, stop, (person,), "person", "name.new", role=role, of=body, country=entity.country)]

    def _stands_as_name(self, i: int) -> bool:
        """Does a given name stand behind a mark, a title or a verb, or is it no word of the language?"""
        if i == 0 or self.tokens[i - 1].kind != "word" or not known(self.tokens[i].form):
            return True
        if self.tokens[i - 1].fold.startswith("ال") and not self._ends_mention(i):
            return True  # "الروائي وليد علاء الدين"
        phrase = self.names.reference(i - 1, "honorific")
        return phrase is not None or any(r.kind == "verb" for r in self.pack.readings(self.tokens[i - 1].fold))

    def _unknown_person(self, j: int, stop: int, of: str | None, sector: str | None = "GOV") -> str:
        name = self.report.text[self.tokens[j].start : self.tokens[stop - 1].stop]
        id = f"person/{self.pack.romanise(name)}"
        if id not in self.memory.entities:
            if sector:
                of = of or self._home or self.memory.acting_state()
            country = self.memory.entity(of).country if of else None
            self.memory.entities[id] = Entity(id, "person", ((self.report.language, name),), country, sector, None, False)
        return id

    def _remember(self, person: str, j: int, stop: int) -> None:
        """The last word of a new name leads to its bearer from here on; so does a word in its middle that is no given name."""
        if self.memory.entity(person).known or not j:
            return
        for k in range(j + 1, stop):
            if k == stop - 1 or not (self._is_given(k) or self.tokens[k].fold in _NAME_PARTICLES or self.tokens[k - 1].fold in _NAME_PARTICLES):
                self._bound[self.tokens[k].fold] = person

    def _span(self, i: int, stop: int, conj: str, prep: str) -> Span:
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

    def _mention(self, i: int, stop: int, entities: Iterable[str], kind: str, rule: str, **more: object) -> Mention:
        refs = tuple(entities)
        for ref in refs:
            self.memory.entity(ref)
        conj, prep = str(more.get("conj", "")), str(more.get("prep", ""))
        span = self._span(i, stop, conj, prep)
        return Mention(span, span.of(self.report.text), i, stop, refs, kind, rule, **more)  # type: ignore[arg-type]


def replace_post(post: _Post, of: str) -> _Post:
    """The same post, of a state that the report makes plain."""
    return replace(post, of=of)


_AND = "و"
_COMMAS = frozenset(("،", ",", "-", "–"))
_NAME_PARTICLES = frozenset(("بن", "ابن", "ال", "ابو", "عبد", "بنت", "ولد", "دي", "فان", "فون"))
_GLUED = ("وال", "بال", "لل", "فال", "كال")  # a particle and an article: no part of a name
_OPEN = frozenset(("(", "«", '"', "“"))
_CLOSE = frozenset((")", "»", '"', "”"))
_HEAD_OF = {"party": "party-leader", "armed-group": "group-leader"}
_LED = ("organisation", "armed-group", "party")
_PRONOUNS = ("ها", "ه")
_BY_TITLE = ("head-of-state", "head-of-government")  # "الملك" alone is the king
_BARE_BODIES = frozenset(("army", "government", "parliament"))  # so short a name, and never another thing


_HALF_YEAR = 6


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])


def _country(ref: str | None) -> str | None:
    return ref.rpartition("/")[2] if ref and ref.startswith("state/") else None


def _bare(text: str, conj: str, prep: str) -> str:
    return text[len(conj) + len(prep) :] if prep != "ل" else text[len(conj) :]


def _fronted(word: str) -> bool:
    return word[:1] in ("و", "ف") and word[1:3] == "ال"


def _covered(tokens: Sequence[Token], dates: Sequence[When]) -> set[int]:
    out: set[int] = set()
    i = 0
    for when in dates:
        if when.span is None:
            continue
        while i < len(tokens) and tokens[i].stop <= when.span.start:
            i += 1
        k = i
        while k < len(tokens) and tokens[k].start < when.span.stop:
            out.add(k)
            k += 1
    return out
