"""Finds the noun phrases that name somebody or something, and says who it is.

One pass over the tokens. At each place the longest phrase wins: a post with its country and holder ("وزير الخارجية الروسي، سيرغي
لافروف"), a person, a body of a state, any other entity, a counterpart ("نظيره الأميركي"), a pair ("الرئيسان"), a word that leads back
("الوزارة"), an agent with a demonym ("القوات التركية"). Who holds a post is looked up for the report's day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from khabar.lemmas import known
from khabar.model import Entity, Issue, Mention, Report, Sentence, Span, Tenure, When
from khabar.packs import Pack, Phrase
from khabar.text import Token, fold_map
from khabar.world import Name, World

# Posts whose holders are called by a common short word ("the minister", "the president").
_HEADS = ("head-of-state", "head-of-government", "crown-prince", "supreme-leader")


@dataclass(frozen=True, slots=True)
class _Hit:
    name: Name
    stop: int
    conj: str
    prep: str
    article: bool


@dataclass(slots=True)
class _Post:
    """A post as it stands in the text, before it is known whose it is."""

    slug: str
    number: str
    stop: int
    of: str | None = None
    qualifier: str | None = None
    deputy: bool = False
    about: str | None = None


@lru_cache(maxsize=65536)
def _keys(word: str) -> tuple[tuple[str, str, str, bool], ...]:
    """(key, conj, prep, article) for each way to read a folded token as the first word of a name."""
    out: list[tuple[str, str, str, bool]] = []
    fronts = [("", word)] + ([(word[0], word[1:])] if word[:1] in ("و", "ف") and len(word) > 2 else [])
    for conj, rest in fronts:
        heads = [("", rest)]
        if rest.startswith("لل") and len(rest) > 4:
            heads.append(("ل", "ال" + rest[2:]))
            heads.append(("ل", rest[1:]))
        elif rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
            heads.append((rest[0], rest[1:]))
        for prep, stem in heads:
            if stem.startswith("ال") and len(stem) > 4:
                out.append((stem[2:], conj, prep, True))
                if stem.startswith("الال") and len(stem) > 6:
                    out.append((stem[4:], conj, prep, True))  # الألماني: the name's own letters look like an article
            else:
                out.append((stem, conj, prep, False))
    return tuple(out)


_BACK = 40  # sentences that a word for two parties may look back
_NUNATED = ("ون", "ين")
_CROWDS = frozenset(("unnamed/protesters", "unnamed/civilians", "unnamed/opposition"))


class Finder:
    """Finds the mentions of one report; see the module. Use once: ``Finder(...).run()``."""

    def __init__(
        self, report: Report, pack: Pack, world: World, tokens: Sequence[Token], sentences: Sequence[Sentence], dates: Sequence[When]
    ) -> None:
        self.report, self.pack, self.world, self.tokens, self.sentences = report, pack, world, tokens, sentences
        self.day = report.published.value[:10] if report.published else None
        self.entities: dict[str, Entity] = {}
        self.issues: list[Issue] = []
        self.mentions: list[Mention] = []
        self._dated = _covered(tokens, dates)
        self._stop = 0
        self._sentence = 0  # the one that is read
        self._home_state: str | None = None
        self._phrases: dict[str, tuple[Phrase, ...]] = {}
        self._seen: dict[int, tuple[int, list[_Hit]]] = {}
        self._bound: dict[str, str] = {}  # folded surname or name -> person of this report

    # ---------------------------------------------------------------- the pass

    def run(self) -> list[Mention]:
        """The mentions in the order of the text, none inside another; fills ``entities`` and ``issues`` on the way."""
        for at, sentence in enumerate(self.sentences):
            i, self._stop, self._sentence, begin = sentence.first, sentence.last, at, len(self.mentions)
            while i < sentence.last:
                if i in self._dated or self.tokens[i].kind != "word":
                    i += 1
                    continue
                found = self._at(i)
                if found:
                    self.mentions.extend(found)
                    i = max(m.last for m in found)
                else:
                    i += 1
            self._place_crowds(begin)
        return self.mentions

    @property
    def _recent(self) -> list[Mention]:
        """The mentions that a word may lead back to: bounded, so that time grows with the length of a report and not faster."""
        return self.mentions[-400:]

    def _place_crowds(self, begin: int) -> None:
        """Protesters and civilians without a nationality are those of the place that their sentence names, else of the report's state."""
        here, dropped = self.mentions[begin:], list[int]()
        for k, m in enumerate(here, begin):
            if m.rule != "unnamed" or m.country or m.entities[0] not in _CROWDS:
                continue
            if m.entities[0] == "unnamed/opposition":  # "بين الحكومة السورية والمعارضة": that of the state beside it
                near = [x for x in here if x.country and x.country.isalpha() and x.kind in ("government-body", "state", "people-group", "demonym")]
            else:
                near = [x for x in here if x.kind == "place" and x.country] + [x for x in here if x.kind == "state" and x.prep]
            state = f"state/{near[0].country}" if near else self._home if m.entities[0] != "unnamed/civilians" else None
            if state is None or state not in self.world.entities:
                if m.entities[0] == "unnamed/opposition":
                    dropped.append(k)  # an opposition is one of somewhere
                continue
            country = _country(state)
            crowd = self.entities[m.entities[0]]
            ref = f"{crowd.id}-{(country or '').lower()}"
            if ref not in self.entities:
                english = " ".join(filter(None, (self.world.english_adj.get(state, ""), crowd.name("en"))))
                self.entities[ref] = Entity(ref, crowd.kind, ((self.report.language, m.text), ("en", english)), country, None, None, False)
            self.mentions[k] = replace(m, entities=(ref,), country=country)
        for k in reversed(dropped):
            del self.mentions[k]

    def _at(self, i: int) -> list[Mention]:
        """What stands at token i. Each attempt takes the token and the names that stand there, whether it needs them or not."""
        hits = self._hits(i)
        if not hits and not self._leads(self.tokens[i].fold) and not any(k in self._bound for k in _stripped(self.tokens[i].fold)):
            return []
        for attempt in (
            self._counterpart,
            self._leaders,
            self._post,
            self._named,
            self._body,
            self._back,
            self._anonymous,
            self._agent,
            self._demonym,
        ):
            found = attempt(i, hits)
            if found:
                return found
        return []

    def _hits(self, i: int) -> list[_Hit]:
        """The names of the world that stand at token i, longest first; remembered while the sentence is read."""
        seen = self._seen.get(i)
        if seen is None or seen[0] != self._stop:
            seen = self._seen[i] = (self._stop, self._find_hits(i))
        return seen[1]

    def _find_hits(self, i: int) -> list[_Hit]:
        tokens, out = self.tokens, []
        for key, conj, prep, article in _keys(tokens[i].fold):
            for name in self.world.names.get(key, ()):
                if name.article and not article:
                    continue
                if article and not name.article and name.what in ("entity", "surname", "body-of"):
                    continue
                if (
                    name.what == "adjective"
                    and self.tokens[i].fold in self.pack.word_class("weak-demonym")
                    and name.ref not in self.entities
                    and not (i and self.tokens[i - 1].fold.replace("لل", "ال", 1) in self.pack.word_class("before-demonym"))
                ):
                    continue  # "مالية" is Mali's only where Mali is the matter
                if name.what in ("post", "body") and article and not name.article and len(name.tokens) == 1:
                    continue
                stop = self._match(name.tokens, i)
                if stop and not (stop > i + 1 and (stop - 1) in self._dated):
                    out.append(_Hit(name, stop, conj, prep, article))
        out.sort(key=lambda h: (-h.stop, len(h.conj) + len(h.prep)))
        return out

    def _match(self, words: tuple[str, ...], i: int) -> int:
        """The token after the form if it stands at i (its first word is known to), else 0."""
        j = i + 1
        for word in words[1:]:
            if j < self._stop and self.tokens[j].fold in _SOFT_MARKS and j + 1 < self._stop:
                j += 1
            if j >= self._stop or self.tokens[j].fold != word:
                return 0
            j += 1
        return j

    # ---------------------------------------------------------------- posts

    def _post(self, i: int, hits: list[_Hit]) -> list[Mention]:
        deputy, start, lead = None, i, hits
        phrase = self._reference(i, "deputy")
        if phrase:
            deputy = phrase.value
            start = i + len(phrase.tokens)
            if start >= self._stop:
                return []
            lead = self._hits(start)
        posts = [h for h in lead if h.name.what == "post"]
        if not posts:
            return []
        hit = posts[0]
        if any(h.stop > hit.stop for h in lead if h.name.what in ("entity",)):
            return []
        post = self._complement(_Post(hit.name.ref, hit.name.number, hit.stop, deputy=deputy is not None))
        if not post.of and len(hit.name.tokens) == 1 and not hit.article:
            return []  # "أمير" and "ملك" are names too
        conj, prep = (hit.conj, hit.prep) if deputy is None else self._particles(i)
        if post.number in ("d", "p") and not deputy:
            return self._several(i, post, conj, prep)
        return self._holder(i, post, conj, prep, deputy)

    def _complement(self, post: _Post) -> _Post:
        """Reads what follows the title: demonym, country or body, and words such as السابق, in any order."""
        j = post.stop
        for _ in range(4):
            if j >= self._stop or j in self._dated:
                break
            qualifier = self._reference(j, "qualifier")
            if qualifier and not _fronted(self.tokens[j].fold):
                post.qualifier = post.qualifier or qualifier.value or None
                j += len(qualifier.tokens)
                post.stop = j
                continue
            if post.of:
                break
            if (
                j == post.stop
                and self.tokens[j - 1].fold.endswith(_NUNATED)
                and post.number == "p"
                and not any(h.name.what == "adjective" for h in self._hits(j))
            ):
                break  # "محتجون السفارة": a plural that kept its nun is nobody's
            owner = self._owner(j) or self._behind_portfolio(j)
            if not owner:
                break
            post.of, j = owner
            post.stop = j
        post.about = self._mandate(post)
        return post

    def _behind_portfolio(self, j: int) -> tuple[str, int] | None:
        """ "وزير الخارجية والتعاون الدولي الموريتاني": the owner behind one more portfolio."""
        if not self.tokens[j].fold.startswith(_AND + "ال"):
            return None
        for k in range(j + 1, min(j + 5, self._stop)):
            if self.tokens[k].kind != "word" or self._is_word(k) or k in self._dated:
                return None
            owner = self._owner(k)
            if owner:
                return owner
        return None

    def _owner(self, j: int) -> tuple[str, int] | None:
        """Whose post: a demonym (with its article), a state, organisation or body, right after the title."""
        for h in self._hits(j):
            if (
                h.prep == "ل"
                and not h.conj
                and h.name.what == "entity"
                and self.world.entities[h.name.ref].kind in ("organisation", "party", "armed-group")
            ):
                return h.name.ref, h.stop  # "الأمين العام للأمم المتحدة"
            if h.conj or h.prep:
                continue
            if h.name.what == "adjective" and h.article and h.name.number == "s":
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
                    return self._body_of(h.name.ref, owner[0]), owner[1]
        for h in self._hits(j):
            if h.name.what == "entity" and not h.conj and not h.prep and h.name.ref.startswith("place/"):
                place = self.world.places[h.name.ref]
                if place.stands_for:
                    return place.stands_for, h.stop
        return None

    def _mandate(self, post: _Post) -> str | None:
        """The matter of an envoy's post: "إلى ليبيا", "لليمن"."""
        if post.slug not in ("envoy", "ambassador", "charge-daffaires", "high-representative"):
            return None
        j = post.stop
        if j < self._stop and self.tokens[j].fold in _TOWARDS:
            j += 1
        elif j >= self._stop:
            return None
        for h in self._hits(j):
            if h.name.what == "entity" and (h.prep or j > post.stop) and not h.conj and h.name.ref.split("/")[0] in ("state", "place", "conflict"):
                post.stop = h.stop
                place = self.world.places.get(h.name.ref)
                return place.stands_for or h.name.ref if place else h.name.ref
        return None

    def _holder(self, i: int, post: _Post, conj: str, prep: str, deputy: str | None) -> list[Mention]:
        """A single post: with the name that follows it, else its holder on the day, else what was said before."""
        name_at, known, stop = self._name_after(post)
        role = f"deputy-{post.slug}" if deputy else post.slug
        if known is not None:
            person = known
            if not deputy and post.of and not post.qualifier:
                self._check_role(person, post, Span(self.tokens[i].start, self.tokens[stop - 1].stop))
        elif name_at:
            person = self._unknown_person(name_at, stop, post.of)
        elif not deputy and not post.qualifier and (holder := self._on_the_day(post)):
            person, stop = holder, post.stop
        else:
            return self._nameless(i, post, role, conj, prep)
        self._remember(person, name_at, stop)
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
                country=_country(post.of) or self._entity(person).country,
            )
        ]

    def _name_after(self, post: _Post) -> tuple[int, str | None, int]:
        """(token where a name starts or 0, the person if known, token after it). Honorifics and one comma are passed over."""
        j, comma = self._past_portfolio(post.stop), False
        if post.of and j < self._stop and (second := next((h for h in self._hits(j) if h.name.what == "post" and h.conj == _AND), None)):
            more = self._complement(_Post(second.name.ref, "s", second.stop))  # "وزير الإعلام والمتحدث باسم الحكومة فلان"
            found = self._name_after(more)
            if found[0]:
                return found
        if j < self._stop and self.tokens[j].fold in _COMMAS:
            j, comma = j + 1, True
        bracket = j < self._stop and self.tokens[j].fold in _OPEN
        if bracket:
            j += 1
        while j < self._stop and (h := self._reference(j, "honorific")) and not _fronted(self.tokens[j].fold):
            j += len(h.tokens)
        if j >= self._stop:
            return 0, None, post.stop
        person, stop = self._person_at(j, post)
        if person:
            if bracket and stop < self._stop and self.tokens[stop].fold in _CLOSE:
                stop += 1
            return j, person, stop
        if comma or bracket:
            return 0, None, post.stop
        stop = self._unknown_name(j)
        return (j, None, stop) if stop else (0, None, post.stop)

    def _past_portfolio(self, j: int) -> int:
        """Over "للشؤون السياسية", "المكلف بالشؤون الأوروبية" to the comma or name behind it; j where nothing of that kind stands."""
        if j >= self._stop or not self.tokens[j].fold.startswith(("لل", "بال")):
            return j
        for k in range(j + 1, min(j + 6, self._stop)):
            if self.tokens[k].fold in _COMMAS or any(h.name.what == "entity" and h.name.ref.startswith("person/") for h in self._hits(k)):
                return k
            if self.tokens[k].kind != "word" or self._is_word(k):
                break
        return j

    def _person_at(self, j: int, post: _Post | None) -> tuple[str | None, int]:
        """A person whom the world or this report knows, by a full name or by a surname that the post makes certain."""
        hits = [h for h in self._hits(j) if not h.conj and not h.prep]
        full = [h for h in hits if h.name.what == "entity" and h.name.ref.startswith("person/")]
        if full:
            best = [h for h in full if h.stop == full[0].stop]
            ref = best[0].name.ref if len(best) == 1 else self._choose([h.name.ref for h in best], post)
            if ref:
                return ref, full[0].stop
        bound = self._bound.get(self.tokens[j].fold)
        surnames = [h for h in hits if h.name.what == "surname"]
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
        met = [p for p in people if p in self.entities]
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
        fit = [p for p in people if self.day and self.world.held(p, None, self.day)]
        return fit[0] if len(fit) == 1 else None

    def _near(self, person: str) -> bool:
        """Was the person in some post within three years of the day? People without tenures are always near."""
        tenures = self.world.tenures_by.get(person, ())
        if not tenures or not self.day:
            return True
        year = int(self.day[:4])
        return any(int(t.since[:4] or 0) - 1 <= year <= int(t.until[:4] or 9999) + 3 for t in tenures)

    def _on_the_day(self, post: _Post) -> str | None:
        if not post.of:
            return self._same_post_before(post.slug)
        holders = self.world.holders(post.slug, post.of, self.day)
        if post.slug == "leader":  # "الزعيمان الأردني والمصري"
            holders = self.world.holders("head-of-state", post.of, self.day) or self.world.holders("head-of-government", post.of, self.day)
        if post.about:
            holders = [t for t in holders if t.about == post.about]
        if post.slug == "head-of-state" and not holders and self.day:
            holders = self.world.holders("head-of-government", post.of, self.day)
            if len(holders) != 1:
                holders = []
        if len(holders) == 1:
            return holders[0].person
        met = [t.person for t in holders if t.person in self.entities]
        if len(met) == 1:
            return met[0]
        return self._same_post_before(post.slug, _country(post.of)) if not holders else None

    def _same_post_before(self, slug: str, country: str | None = None) -> str | None:
        for m in reversed(self._recent):
            if m.role == slug and len(m.entities) == 1 and m.kind == "person" and (country is None or m.country == country):
                return m.entities[0]
        return None

    def _nameless(self, i: int, post: _Post, role: str, conj: str, prep: str) -> list[Mention]:
        """A post whose holder is not known: the office itself, with its country."""
        if not post.of:
            before = self._same_post_before(role)
            if before:
                return [self._mention(i, post.stop, (before,), "person", "post.again", role=role, conj=conj, prep=prep)]
            if self.world.posts[post.slug].level > 3:
                return []
            if self._home and self.world.posts[post.slug].level <= 2 and post.stop - i > 1:
                return self._holder(i, replace_post(post, self._home), conj, prep, "deputy" if post.deputy else None)
            return [self._mention(i, post.stop, (), "role", "post.open", role=role, conj=conj, prep=prep)]
        if post.slug == "spokesperson":
            governs = post.of.startswith("state/") and "government" in self.world.bodies
            target = self._body_of("government", post.of) if governs else post.of
            return [
                self._mention(
                    i,
                    post.stop,
                    (target,),
                    self._entity(target).kind,
                    "post.speaks-for",
                    role=role,
                    conj=conj,
                    prep=prep,
                    country=self._entity(target).country,
                )
            ]
        country = self._entity(post.of).country
        owner = self._entity(post.of)
        tag = post.qualifier + "-" if post.qualifier else ""
        about = "-" + post.about.rpartition("/")[2].lower() if post.about else ""
        id = f"person/{owner.id.rpartition('/')[2].lower()}-{tag}{role}{about}"
        if id not in self.entities:
            sector = self.world.posts[post.slug].sector or None
            text = self.report.text[self.tokens[i].start : self.tokens[post.stop - 1].stop]
            self.entities[id] = Entity(
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
            while j < self._stop and len(parts) < 8:
                k = j + 1 if self.tokens[j].fold in _COMMAS and j + 1 < self._stop else j
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
        pair = self._last_two(lambda m: m.role == post.slug)
        if pair and post.number == "d":
            return [self._mention(i, post.stop, pair, "person", "post.pair", role=post.slug, conj=conj, prep=prep)]
        return []

    def _listed(self, j: int) -> tuple[list[str], int] | None:
        """ "وزيري الخارجية والري من كل من مصر والسودان": the states behind "of each of", over one more portfolio."""
        for _ in range(3):
            phrase = self.pack.phrase_at(self.tokens, j) if j < self._stop else None
            if phrase is not None and phrase.cls in ("prep", "list"):
                j += len(phrase.tokens)
            elif j < self._stop and self.tokens[j].fold.startswith(_AND + "ال") and j + 1 < self._stop:
                j += 1
            else:
                break
        else:
            phrase = None
        first = (
            next((h for h in self._hits(j) if h.name.what == "entity" and h.name.ref.startswith("state/") and not h.conj), None)
            if j < self._stop
            else None
        )
        if first is None:
            return None
        owners, stop = [first.name.ref], first.stop
        while stop < self._stop:
            k = stop + 1 if self.tokens[stop].fold in _COMMAS else stop
            more = self._next_owner(k) if k < self._stop else None
            if more is None:
                break
            owners.append(more[0])
            stop = more[1]
        return (owners, stop) if len(owners) > 1 else None

    def _next_owner(self, k: int) -> tuple[str, int] | None:
        for h in self._hits(k):
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
        if not post.of or not self.day or post.slug not in ("head-of-state", "head-of-government", "foreign-minister", "defence-minister"):
            return
        held = self.world.held(person, None, self.day)
        if (
            held
            and not any(t.post == post.slug and t.of == post.of for t in held)
            and not any(t.person == person for t in self.world.holders(post.slug, post.of, self.day))
        ):
            other = self.world.holders(post.slug, post.of, self.day)
            if other:
                self.issues.append(Issue("role-mismatch", f"{person} is called {post.slug} of {post.of}; known on that day as {held[0].post}", span))

    # ---------------------------------------------------------------- names and bodies

    def _named(self, i: int, hits: list[_Hit]) -> list[Mention]:
        people = [h for h in hits if h.name.what == "entity" and h.name.ref.startswith("person/")]
        others = [h for h in hits if h.name.what == "entity" and not h.name.ref.startswith("person/")]
        bodies = [h for h in hits if h.name.what in ("body", "body-of")]
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

    def _person(self, i: int, ref: str, hit: _Hit) -> list[Mention]:
        stop, role, country, qualifier, of = hit.stop, None, self.world.entities[ref].country, None, None
        for _ in range(4):  # "سيرغي لافروف، وزير الخارجية الروسي"; posts in a row: "ولي العهد نائب رئيس الوزراء وزير الدفاع"
            j = stop + 1 if stop < self._stop and self.tokens[stop].fold in _COMMAS else stop
            if j >= self._stop:
                break
            phrase = self._reference(j, "deputy")
            start = j + len(phrase.tokens) if phrase else j
            post_hits = [
                h
                for h in (self._hits(start) if start < self._stop else [])
                if h.name.what == "post" and not h.conj and (not h.prep or phrase) and h.name.number == "s"
            ]
            if not post_hits:
                break
            post = self._complement(_Post(post_hits[0].name.ref, "s", post_hits[0].stop))
            if post.of is not None and _country(post.of) != country and self._entity(post.of).country != country:
                break
            if j == stop and post.of is None and len(post_hits[0].name.tokens) == 1:
                break
            if self._name_after(post)[0]:
                break  # the post is the next man's
            if role is None:
                role, qualifier, of = (f"deputy-{post.slug}" if phrase else post.slug), post.qualifier, post.of
            stop = post.stop
        if role is None:
            held = [t for t in self.world.held(ref, None, self.day) if t.since] if self.day else []
            role = self._foremost(held) if held else next((m.role for m in reversed(self._recent) if m.entities == (ref,) and m.role), None)
        self._remember(ref, i, hit.stop)
        return [
            self._mention(i, stop, (ref,), "person", "name", role=role, country=country, conj=hit.conj, prep=hit.prep, qualifier=qualifier, of=of)
        ]

    def _foremost(self, held: Sequence[Tenure]) -> str:
        """Of the posts that a person holds on the day, the one that heads most."""
        return min(held, key=lambda t: (self.world.posts[t.post].level if t.post in self.world.posts else 9, t.since)).post

    def _surname(self, i: int, hits: list[_Hit]) -> list[Mention]:
        surnames = [h for h in hits if h.name.what == "surname"]
        best = [h for h in surnames if h.stop == surnames[0].stop] if surnames else []
        if best and self.tokens[best[0].stop - 1].fold.removeprefix(
            best[0].conj + best[0].prep if best[0].stop == i + 1 else ""
        ) in self.pack.word_class("no-surname"):
            return []
        refs = list(dict.fromkeys(h.name.ref for h in best))
        for key, conj, prep, article in _keys(self.tokens[i].fold):
            bound = self._bound.get(("ال" if article else "") + key)
            if bound and (not refs or bound in refs or best[0].stop == i + 1):
                hit = _Hit(Name((key,), article, "surname", bound), best[0].stop if bound in refs else i + 1, conj, prep, article)
                return self._person_again(i, bound, hit)
        if not refs:
            return []
        if self._is_word(i) and not any(r in self.entities for r in refs):
            return []
        ref = self._choose(refs, None)
        if ref and (ref in self.entities or self._strong(best[0])):
            return self._person_again(i, ref, best[0])
        return []

    def _strong(self, hit: _Hit) -> bool:
        """A surname that may stand alone without having been introduced: of somebody in a leading post, and not an ordinary word."""
        word = hit.name.tokens[-1]
        if sum(map(len, hit.name.tokens)) < 4 or word in self._first_names() or self.pack.readings(hit.name.tokens[0]):
            return False
        levels = [self.world.posts[t.post].level for t in self.world.held(hit.name.ref, None, self.day) if t.post in self.world.posts]
        ordinary = known(self.tokens[hit.stop - 1].form) and len(hit.name.tokens) == 1
        return min(levels, default=9) <= (1 if ordinary else 2) and (self.day is not None or not ordinary)

    def _first_names(self) -> frozenset[str]:
        return _first_names_of(self.world)

    def _person_again(self, i: int, ref: str, hit: _Hit) -> list[Mention]:
        entity = self._entity(ref)
        before = next((m for m in reversed(self._recent) if m.entities == (ref,)), None)
        role = before.role if before else None
        if role is None and self.day:
            held = self.world.held(ref, None, self.day)
            role = self._foremost(held) if held else None
        return [self._mention(i, hit.stop, (ref,), "person", "surname", role=role, country=entity.country, conj=hit.conj, prep=hit.prep)]

    def _entity_at(self, i: int, hits: list[_Hit]) -> list[Mention]:
        best = [h for h in hits if h.stop == hits[0].stop and (h.conj, h.prep) == (hits[0].conj, hits[0].prep)]
        refs = list(dict.fromkeys(h.name.ref for h in best))
        if len(refs) > 1:
            refs = self._decide(refs)
        hit = best[0]
        if len(refs) != 1:
            kind = self.world.entities[refs[0]].kind
            return [self._mention(i, hit.stop, (), kind, "name.ambiguous", candidates=tuple(refs), conj=hit.conj, prep=hit.prep)]
        ref = refs[0]
        entity = self.world.entities[ref]
        place = self.world.places.get(ref)
        stop = self._after_entity(hit.stop, entity)
        kind = "group" if entity.members and entity.kind != "gathering" else entity.kind
        entities = entity.members if kind == "group" else (ref,)
        self.entities.setdefault(ref, entity)
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

    def _after_entity(self, stop: int, entity: Entity) -> int:
        """ "إدلب السورية": a demonym of the place's own state belongs to its name."""
        if stop < self._stop and entity.country:
            for h in self._hits(stop):
                if h.name.what == "adjective" and h.article and h.name.ref == f"state/{entity.country}" and not h.conj:
                    return h.stop
        return stop

    def _decide(self, refs: list[str]) -> list[str]:
        """Of several things with one name: the one met before, else a state before its capital, else one of the countries met."""
        met = [r for r in refs if r in self.entities]
        if len(met) == 1:
            return met
        states = [r for r in refs if r.startswith("state/")]
        if len(states) == 1:
            return states
        organisations = [r for r in refs if not r.startswith("place/")]
        if len(organisations) == 1:
            return organisations
        countries = {e.country for e in self.entities.values()}
        near = [r for r in refs if self.world.entities[r].country in countries]
        if len(near) == 1:
            return near
        capitals = [r for r in refs if r in self.world.places and self.world.places[r].kind == "capital"]
        return capitals if len(capitals) == 1 else refs

    def _body(self, i: int, hits: list[_Hit]) -> list[Mention]:
        for h in hits:
            if h.name.what not in ("body", "body-of"):
                continue
            owner = self._owner_state(h.stop, h.name.what == "body")
            if owner:
                owners, stop = [owner[0]], owner[1]
                while stop < self._stop and (more := self._next_owner(stop)) and self._dual(i):
                    owners.append(more[0])
                    stop = more[1]
                refs = tuple(self._body_of(h.name.ref, o) for o in owners)
                return [
                    self._mention(
                        i,
                        stop,
                        refs,
                        "government-body",
                        "body",
                        country=self._entity(refs[0]).country if len(refs) == 1 else None,
                        conj=h.conj,
                        prep=h.prep,
                    )
                ]
            if h.name.what == "body":
                before = self._body_before(h.name.ref) or (
                    self._body_of(h.name.ref, self._home) if (h.stop - i > 1 or h.name.ref in _BARE_BODIES) and self._home else None
                )
                if before:
                    return [
                        self._mention(
                            i, h.stop, (before,), "government-body", "body.again", country=self._entity(before).country, conj=h.conj, prep=h.prep
                        )
                    ]
        return []

    @property
    def _home(self) -> str | None:
        """The state that the report is about, when one is named far more than any other: whose "the ministry" must be."""
        if self._home_state is None:
            count: Counter[str] = Counter()
            limit, self._stop = self._stop, len(self.tokens)
            for k in range(len(self.tokens)):
                for h in self._hits(k):
                    if h.name.ref.startswith("state/") and h.name.what in ("entity", "adjective"):
                        count[h.name.ref] += 1
                        break
            self._stop = limit
            top = count.most_common(2)
            clear = top and top[0][1] >= 2 and (len(top) == 1 or top[0][1] >= 1.5 * top[1][1])
            self._home_state = top[0][0] if clear else ""
        return self._home_state or None

    def _dual(self, i: int) -> bool:
        """Is the head word a dual or plural construct ("وزارتي الدفاع في روسيا وتركيا")?"""
        return any(i_form.endswith(("تا", "تي", "ات", "ان", "ين")) for i_form in _stripped(self.tokens[i].fold))

    def _owner_state(self, j: int, adjective: bool) -> tuple[str, int] | None:
        if j >= self._stop:
            return None
        for h in self._hits(j):
            if h.conj or h.prep or not h.name.ref.startswith("state/"):
                continue
            if h.name.what == "adjective" and h.article and h.name.number == "s":
                return h.name.ref, h.stop
            if h.name.what == "entity" and not adjective:
                return h.name.ref, h.stop
        return None

    def _body_before(self, slug: str) -> str | None:
        suffix = f"-{slug}"
        for m in reversed(self._recent):
            for ref in m.entities:
                if ref.startswith("org/") and ref.endswith(suffix):
                    return ref
        for m in reversed(self._recent):  # "الوزارة" of the minister who was named
            if (
                m.role
                and m.role in self.world.posts
                and self.world.posts[m.role].body == slug
                and f"state/{m.country}" in self.world.entities
                and len(m.entities) == 1
            ):
                return self._body_of(slug, f"state/{m.country}")
        return None

    def _body_of(self, slug: str, state: str) -> str:
        entity = self.world.body(slug, state)
        self.entities.setdefault(entity.id, entity)
        return entity.id

    # ---------------------------------------------------------------- words that lead to others

    def _counterpart(self, i: int, hits: list[_Hit]) -> list[Mention]:
        phrase = self._reference(i, "counterpart")
        if not phrase:
            return []
        conj, prep = self._particles(i)
        j = i + len(phrase.tokens)
        me = next((m for m in reversed(self._recent) if m.role and m.kind in ("person", "role")), None)
        role = me.role if me and me.role else "official"
        parts: list[tuple[str, int, str | None]] = []
        owner = self._owner(j) if j < self._stop else None
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
            parts.append((f"state/{self._entity(person).country}", stop, person))
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

    def _leaders(self, i: int, hits: list[_Hit]) -> list[Mention]:
        """ "قادة الدول الخمس الدائمة العضوية": the members, as heads of state. "الجانب الأميركي": the state."""
        for cls in ("leaders", "side"):
            phrase = self._reference(i, cls)
            if not phrase or i + len(phrase.tokens) >= self._stop:
                continue
            conj, prep = self._particles(i)
            j = i + len(phrase.tokens)
            for h in self._hits(j):
                if h.conj or h.prep:
                    continue
                if h.name.what == "adjective" and h.article and cls == "side":
                    self._entity(h.name.ref)
                    return [self._mention(i, h.stop, (h.name.ref,), "state", "side", country=_country(h.name.ref), conj=conj, prep=prep)]
                if h.name.what == "entity" and cls == "leaders" and self.world.entities[h.name.ref].members:
                    self.entities.setdefault(h.name.ref, self.world.entities[h.name.ref])
                    return [
                        self._mention(i, h.stop, self.world.entities[h.name.ref].members, "group", "leaders", role=phrase.value, conj=conj, prep=prep)
                    ]
            if cls == "leaders":
                return self._state_list(i, j, phrase.value, conj, prep)
        return []

    def _state_list(self, i: int, j: int, role: str, conj: str, prep: str) -> list[Mention]:
        parts, stop = [], j
        for h in self._hits(j):
            if h.name.what == "entity" and h.name.ref.startswith("state/") and not h.conj and not h.prep:
                parts, stop = [h.name.ref], h.stop
                break
        while parts:
            k = stop + 1 if stop < self._stop and self.tokens[stop].fold in _COMMAS else stop
            more = self._next_owner(k) if k < self._stop else None
            if not more:
                break
            parts.append(more[0])
            stop = more[1]
        if not parts:
            return []
        for p in parts:
            self._entity(p)
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

    def _back(self, i: int, hits: list[_Hit]) -> list[Mention]:
        """Pairs, and words that lead back to one who was named: "الرئيسان", "الوزارة", "بلاده", "المجموعة"."""
        if not self.mentions:
            return []
        conj, prep = self._particles(i)
        if phrase := self._reference(i, "pair"):
            stop = i + len(phrase.tokens)
            tests: dict[str, Callable[[Mention], bool]] = {
                "any": lambda m: m.kind in ("person", "state", "government-body") and m.country is not None,
                "state": lambda m: m.country is not None and m.kind in ("person", "state", "government-body"),
                "head": lambda m: m.role in _HEADS,
                "minister": lambda m: bool(m.role and "minister" in m.role),
            }
            pair = self._last_two(tests[phrase.value])
            if pair and phrase.value == "state":
                states = dict.fromkeys(f"state/{self._entity(p).country}" for p in pair)
                pair = tuple(s for s in states if s in self.world.entities)  # an official of the UN is of no country
            if pair:
                return [self._mention(i, stop, pair, "person" if phrase.value != "state" else "state", "pair", conj=conj, prep=prep)]
            return []
        if phrase := self._reference(i, "parties"):
            pair = self._last_two(lambda m: m.country is not None and m.kind in ("person", "state", "government-body", "armed-group")) or ()
            return [self._mention(i, i + len(phrase.tokens), pair, "group", "parties", conj=conj, prep=prep)]
        if phrase := self._reference(i, "homeland"):
            owner = next(
                (
                    m
                    for m in reversed(self._recent)
                    if (m.kind in ("person", "role", "government-body") or m.rule.startswith("agent")) and m.country and m.country.isalpha()
                ),
                None,
            )
            if owner and f"state/{owner.country}" in self.world.entities:
                ref = f"state/{owner.country}"
                self._entity(ref)
                return [self._mention(i, i + len(phrase.tokens), (ref,), "state", "homeland", country=owner.country, conj=conj, prep=prep)]
            return []
        if phrase := self._reference(i, "others"):
            group = self._last_group(self.mentions)
            speaker = next((m for m in reversed(self._recent) if m.kind == "person" and m.country), None)
            if group:
                rest = tuple(e for e in group.entities if not speaker or e != f"state/{speaker.country}")
                return [self._mention(i, i + len(phrase.tokens), rest, "group", "others", conj=conj, prep=prep)]
            return []
        phrase = self._reference(i, "back")
        if not phrase:
            return []
        stop = i + len(phrase.tokens)
        after = self._hits(stop) if stop < self._stop else []
        demonym = next((h for h in after if h.name.what == "adjective" and h.article and not h.conj and h.name.ref.startswith("state/")), None)
        if demonym is not None:  # "الوزير الفرنسي"
            found = self._lead_back(phrase.value, _country(demonym.name.ref))
            if not found:
                return []
            stop = demonym.stop
        else:
            found = self._lead_back(phrase.value)
            if not found or self._unknown_follows(stop):
                return []
        return [
            replace(
                found,
                span=self._span(i, stop, conj, prep),
                text=self._span(i, stop, conj, prep).of(self.report.text),
                first=i,
                last=stop,
                rule=f"back.{phrase.value}",
                conj=conj,
                prep=prep,
            )
        ]

    def _unknown_follows(self, stop: int) -> bool:
        """ "الرئيس X": a name or demonym after the word means that it does not lead back."""
        return stop < self._stop and any(h.name.what in ("adjective", "entity", "surname") and not h.conj and not h.prep for h in self._hits(stop))

    def _lead_back(self, value: str, country: str | None = None) -> Mention | None:
        """The last mention that a word can lead back to, of that country where one is said."""
        mentions = [m for m in self._recent if m.country == country] if country else self._recent

        def body(slug: str) -> Mention | None:
            ref = self._body_before(slug)
            return Mention(Span(0, 0), "", 0, 0, (ref,), "government-body", "", country=self._entity(ref).country) if ref else None

        if value == "ministry":
            for m in reversed(mentions):
                if m.kind == "government-body" and m.entities and self._is_ministry(m.entities[0]):
                    return m
                if (
                    m.role in self.world.posts
                    and m.role.endswith("minister")
                    and f"state/{m.country}" in self.world.entities
                    and len(m.entities) == 1
                    and self.world.posts[m.role].body
                ):
                    return body(self.world.posts[m.role].body)
            return None
        if value == "kingdom":
            return next(
                (replace(m, entities=(f"state/{m.country}",), kind="state", role=None) for m in reversed(mentions) if m.country in _KINGDOMS), None
            )
        if value == "presidency":
            return body("presidency")
        if value == "group":
            return self._last_group(mentions)
        if value == "outlet":
            return next((m for m in reversed(mentions) if m.kind == "outlet"), None)
        if value == "head":
            return next((m for m in reversed(mentions) if m.role in _HEADS and len(m.entities) == 1), None)
        if value == "minister":
            return next((m for m in reversed(mentions) if m.role and "minister" in m.role and len(m.entities) == 1), None)
        if value in ("envoy", "spokesperson"):
            return next((m for m in reversed(mentions) if m.role == value and len(m.entities) == 1), None)
        return next((m for m in reversed(mentions) if m.kind == "person" and len(m.entities) == 1), None)

    def _last_group(self, mentions: Sequence[Mention]) -> Mention | None:
        """The last group with known members, or gathering of such a group."""
        for m in reversed(mentions):
            if m.kind == "group":
                return m
            if m.kind == "gathering" and m.entities and (members := self._entity(m.entities[0]).members):
                return replace(m, entities=members, kind="group")
        return None

    def _is_ministry(self, ref: str) -> bool:
        slug = ref.rpartition("/")[2].partition("-")[2]
        return slug in self.world.bodies and any(p.body == slug and p.slug.endswith("minister") for p in self.world.posts.values())

    def _agent(self, i: int, hits: list[_Hit]) -> list[Mention]:
        """A noun for people or forces with a demonym or state: "القوات التركية", "12 دبلوماسيا روسيا", "مسؤول أميركي"."""
        phrase = self._reference(i, "actor-noun")
        if not phrase:
            return self._people(i, hits)
        conj, prep = self._particles(i)
        j = i + len(phrase.tokens)
        for k in range(j, min(j + 3, self._stop)):
            if k > j and (self.tokens[k - 1].kind != "word" or self.pack.phrase_at(self.tokens, k - 1)):
                break
            for h in self._hits(k):
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
            if any(h.name.what == "entity" for h in self._hits(k)):
                break
        return []

    def _anonymous(self, i: int, hits: list[_Hit]) -> list[Mention]:
        """Somebody who is not named: "مصدر دبلوماسي", "وسائل إعلام محلية". An entity of its own, so that it can be quoted."""
        phrase = self._reference(i, "unnamed")
        if not phrase:
            return []
        conj, prep = self._particles(i)
        stop, words, country = i + len(phrase.tokens), [phrase.value], None
        while stop < self._stop and stop < i + 4:
            more = self._reference(stop, "unnamed-of")
            demonym = next(
                (
                    h
                    for h in self._hits(stop)
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
        if ref not in self.entities:
            span = self._span(i, stop, conj, prep)
            self.entities[ref] = Entity(
                ref, "people-group", ((self.report.language, span.of(self.report.text)), ("en", english)), country, None, None, False
            )
        return [self._mention(i, stop, (ref,), "people-group", "unnamed", country=country, conj=conj, prep=prep)]

    def _further(self, hit: _Hit) -> tuple[tuple[str, ...], int]:
        """The states of one demonym or of several in a row: "الروسية الأميركية", "الروسية والتركية"."""
        refs, stop = [hit.name.ref], hit.stop
        while stop < self._stop and len(refs) < 4:
            more = next(
                (
                    h
                    for h in self._hits(stop)
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

    def _demonym(self, i: int, hits: list[_Hit]) -> list[Mention]:
        """A demonym beside a noun that is no agent: kept for the coder, who knows whether the noun is an act ("القصف التركي")."""
        for h in hits:
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

    def _people(self, i: int, hits: list[_Hit]) -> list[Mention]:
        for h in hits:
            if h.name.what == "people" or (h.name.what == "adjective" and h.name.number == "p" and h.article and h.name.ref.startswith("state/")):
                if h.name.what == "adjective" and i and self.tokens[i - 1].kind == "word":
                    return []
                self._entity(h.name.ref)
                return [self._mention(i, h.stop, (h.name.ref,), "state", "people", country=_country(h.name.ref), conj=h.conj, prep=h.prep)]
        return []

    def _last_two(self, test: Callable[[Mention], bool]) -> tuple[str, ...] | None:
        """The two of different countries in the nearest sentence before (or this one) that has two."""
        groups: list[list[Mention]] = []
        k = len(self.mentions) - 1
        for sentence in reversed(self.sentences[max(0, self._sentence - _BACK) : self._sentence + 1]):
            group = []
            while k >= 0 and self.mentions[k].first >= sentence.first:
                if self.mentions[k].first < sentence.last:
                    group.append(self.mentions[k])
                k -= 1
            if group:
                groups.append(list(reversed(group)))
        for group in groups:
            for kinds in (("person",), ("person", "government-body", "state")):
                seen: dict[str, str] = {}
                for m in group:
                    where = m.prep == "ب" or (m.first > 0 and self.tokens[m.first - 1].fold in _AT)
                    if m.kind in kinds and test(m) and not (where and m.kind == "state"):
                        for e in m.entities:
                            country = self._entity(e).country
                            if country and country not in seen:
                                seen[country] = e
                if len(seen) >= 2:
                    return tuple(seen.values())[:2]
        return None

    # ---------------------------------------------------------------- unknown names

    def _unknown_name(self, j: int) -> int:
        """Token after a name that the world does not know, right after a title; 0 when none stands there.

        It begins with a given name that some known person has, or with a word that no dictionary has (a foreign name). Two words;
        more after a particle of names (بن، آل), a family name with the article, or another word that no dictionary has.
        """
        k = j
        while k < self._stop and k - j < 5:
            token = self.tokens[k]
            if token.kind != "word" or k in self._dated or token.fold.startswith(_GLUED) or len(token.fold) < 2 or self._is_word(k):
                break
            if any(h.name.what not in ("surname", "people", "post") and h.name.ref.split("/")[0] not in ("person", "place") for h in self._hits(k)):
                break
            first = k == j
            if first and (token.fold.startswith("ال") or (token.fold not in self._first_names() and known(token.form))):
                return 0
            if k - j >= 2 and not (
                self.tokens[k - 1].fold in _NAME_PARTICLES
                or token.fold in _NAME_PARTICLES
                or (token.fold.startswith("ال") and token.fold not in self.world.names)
                or not known(token.form)
            ):
                break
            k += 1
        return k if k - j >= 2 and self.tokens[k - 1].fold not in _NAME_PARTICLES else 0

    def _is_word(self, k: int) -> bool:
        """Is the token a known word of the language (a particle, a verb, an event noun), so that it ends a name?"""
        phrase = self.pack.phrase_at(self.tokens, k)
        if phrase:
            return True
        word = self.tokens[k].fold
        return (any(r.kind == "verb" or r.prep == "" for r in self.pack.readings(word)) and len(word) > 3) or bool(
            self.pack.phrase_at(self.tokens, k, self.pack.reference)
        )

    def _unknown_person(self, j: int, stop: int, of: str | None) -> str:
        name = self.report.text[self.tokens[j].start : self.tokens[stop - 1].stop]
        id = f"person/{self.pack.romanise(name)}"
        if id not in self.entities:
            country = self._entity(of).country if of else None
            self.entities[id] = Entity(id, "person", ((self.report.language, name),), country, "GOV", None, False)
        return id

    def _remember(self, person: str, j: int, stop: int) -> None:
        """The last word of a name leads to its bearer from here on."""
        entity = self._entity(person)
        if not entity.known and j and stop > j:
            self._bound[self.tokens[stop - 1].fold] = person

    # ---------------------------------------------------------------- small things

    def _leads(self, word: str) -> tuple[Phrase, ...]:
        """The phrases of the reference table that can begin with this token; remembered."""
        found = self._phrases.get(word)
        if found is None:
            found = self._phrases[word] = tuple(p for first in _stripped(word) for p in self.pack.reference.get(first, ()))
        return found

    def _reference(self, i: int, cls: str) -> Phrase | None:
        for phrase in self._leads(self.tokens[i].fold):
            if phrase.cls == cls and all(i + k < self._stop and self.tokens[i + k].fold == w for k, w in enumerate(phrase.tokens) if k):
                return phrase
        return None

    def _particles(self, i: int) -> tuple[str, str]:
        """The conjunction and preposition written in one with a word of the reference table."""
        word = self.tokens[i].fold
        for first, conj, prep in _stripped_full(word):
            if first in self.pack.reference or first in self.world.names:
                return conj, prep
        return "", ""

    def _entity(self, ref: str) -> Entity:
        entity = self.entities.get(ref)
        if entity is None:
            entity = self.entities[ref] = self.world.entity(ref)
        return entity

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
            self._entity(ref)
        conj, prep = str(more.get("conj", "")), str(more.get("prep", ""))
        span = self._span(i, stop, conj, prep)
        return Mention(span, span.of(self.report.text), i, stop, refs, kind, rule, **more)  # type: ignore[arg-type]


def replace_post(post: _Post, of: str) -> _Post:
    """The same post, of a state that the report makes plain."""
    return _Post(post.slug, post.number, post.stop, of, post.qualifier, post.deputy, post.about)


_AND = "و"
_COMMAS = frozenset(("،", ",", "-", "–"))
_SOFT_MARKS = frozenset(('"', "«", "»", "“", "”", "'", "-", "‑"))
_NAME_PARTICLES = frozenset(("بن", "ابن", "ال", "ابو", "عبد", "بنت", "ولد", "دي", "فان", "فون"))
_GLUED = ("وال", "بال", "لل", "فال", "كال")  # a particle and an article: no part of a name
_OPEN = frozenset(("(", "«", '"', "“"))
_CLOSE = frozenset((")", "»", '"', "”"))
_AT = frozenset(("في", "من", "الي", "داخل", "عبر"))
_TOWARDS = frozenset(("الي", "في", "لدي", "بشان", "عند"))
_BARE_BODIES = frozenset(("army", "government", "parliament"))  # so short a name, and never another thing
_KINGDOMS = frozenset(("SAU", "MAR", "JOR", "BHR", "GBR", "ESP", "NLD", "BEL", "SWE", "NOR", "DNK", "THA"))


def _country(ref: str | None) -> str | None:
    return ref.rpartition("/")[2] if ref and ref.startswith("state/") else None


def _bare(text: str, conj: str, prep: str) -> str:
    return text[len(conj) + len(prep) :] if prep != "ل" else text[len(conj) :]


def _fronted(word: str) -> bool:
    return word[:1] in ("و", "ف") and word[1:3] == "ال"


@lru_cache(maxsize=65536)
def _stripped_full(word: str) -> tuple[tuple[str, str, str], ...]:
    out = [(word, "", "")]
    fronts = [("", word)] + ([(word[0], word[1:])] if word[:1] in ("و", "ف") and len(word) > 3 else [])
    for conj, rest in fronts:
        if conj:
            out.append((rest, conj, ""))
        if rest.startswith("لل"):
            out.append(("ال" + rest[2:], conj, "ل"))
            out.append((rest[1:], conj, "ل"))  # للاجئين
        elif rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
            out.append((rest[1:], conj, rest[0]))
    return tuple(out)


@lru_cache(maxsize=65536)
def _stripped(word: str) -> tuple[str, ...]:
    return tuple(w for w, _, _ in _stripped_full(word))


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


_FIRST_NAMES: dict[int, frozenset[str]] = {}


def _first_names_of(world: World) -> frozenset[str]:
    """Words that begin some person's name: too common to be a surname alone."""
    key = id(world)
    if key not in _FIRST_NAMES:
        _FIRST_NAMES[key] = frozenset(
            names[0].tokens[0]
            for names in world.names.values()
            if any(n.what == "entity" and n.ref.startswith("person/") and len(n.tokens) > 1 for n in names)
        )
    return _FIRST_NAMES[key]
