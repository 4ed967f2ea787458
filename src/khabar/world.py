"""The world: who and what there is, by which names, and who held which post on which day.

Loads ``data/world/*.tsv`` (format: ``data/FORMAT.md``) into look-up tables over folded tokens. Names are indexed without the
article of their first word; whether a form has it is kept, so that ``القاهرة`` needs it and ``للجيش`` finds ``الجيش``.

What is kept between runs are plain rows (``marshal``), and a name, a person, a term of office is made of its row when it is first asked
for (``Made``): a run asks for few of them.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field, fields, replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Generic, TypeVar

from khabar import tables
from khabar.errors import PackError
from khabar.lemmas import known
from khabar.model import Entity, Tenure
from khabar.text import fold, tokenize

_COMMON = ("id", "ar", "en", "ru", "country", "source", "note")
_COLUMNS = {
    "states": (*_COMMON, "ar_formal", "en_formal", "ar_adj", "ar_people", "en_adj", "ru_adj", "iso2", "cow", "capital", "status"),
    "people": (*_COMMON, "sector", "wikidata", "gender"),
    "organisations": (*_COMMON, "kind", "sector", "wikidata", "members", "ar_adj"),
    "places": (*_COMMON, "kind", "lat", "lon", "part_of", "stands_for"),
    "instruments": (*_COMMON, "kind", "date", "about"),
    "gatherings": (*_COMMON, "kind", "date", "place", "members"),
    "conflicts": (*_COMMON, "since", "until", "parties", "place"),
    "outlets": (*_COMMON, "kind", "domains", "credit", "owner", "zone"),
    "tenures": ("person", "post", "of", "about", "since", "until", "source", "note"),
    "posts": ("slug", "ar", "ar_f", "ar_dual", "ar_plural", "en", "ru", "sector", "level", "body", "note"),
    "bodies": ("slug", "ar", "ar_of", "en", "ru", "sector", "note"),
}
_SECTORS = frozenset(
    (
        "GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "LEG", "SPY", "MED", "EDU", "BUS", "CRM", "CVL", "PRM", "UAF", "LAB", "REL",
        "SOC", "JRN", "REF", "ELI", "PRE",
    )
)  # PLOVER's, and ELI for former elites
_SORTS = {  # what a column named kind, status or gender may say
    "states": ("member", "observer", "partial", "former"),
    "people": ("m", "f"),
    "organisations": ("organisation", "government-body", "party", "armed-group", "people-group"),
    "places": (
        "capital", "city", "town", "governorate", "region", "crossing", "strait", "base", "palace", "airport", "river", "sea", "island", "camp",
    ),
    "instruments": ("agreement", "resolution", "process", "treaty", "plan"),
    "gatherings": ("summit", "conference", "forum", "format"),
    "outlets": ("agency", "newspaper", "broadcaster", "site"),
}
_DATE = re.compile(r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?")
_STATELESS = ("IGO", "UNO", "EUR", "NGO")  # of bodies whose officials serve no state
OF_NO_STATE = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")  # codes that stand in country for what belongs to no state
_DAY = 86400  # seconds
_TERRITORIES = ("HKG", "MAC", "GRL", "PRI", "NCL", "FLK", "GIB")  # ISO 3166, but no states
# table -> the kind of its rows; organisations have a column for it
_KIND = {
    "states": "state", "people": "person", "organisations": "", "places": "place", "instruments": "instrument",
    "gatherings": "gathering", "conflicts": "conflict", "outlets": "outlet",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """One form of a name in the index. what: ``entity``, ``surname``, ``adjective``, ``people``, ``post``, ``body``, ``body-of``."""

    tokens: tuple[str, ...]  # folded, the first without its article
    article: bool
    what: str
    ref: str
    number: str = "s"  # s, d, p
    gender: str = "m"


@dataclass(frozen=True, slots=True)
class Post:
    """A row of ``posts.tsv``: the office, not who holds it. level: 1 heads a state, the higher the lower."""

    slug: str
    sector: str
    level: int
    body: str
    english: str


@dataclass(frozen=True, slots=True)
class Place:
    """A row of ``places.tsv``. part_of and stands_for are ids, '' for none: a capital stands for its state.

    since: the day from which it stands for whom the row says, '' for always.
    """

    country: str | None
    kind: str
    lat: float | None
    lon: float | None
    part_of: str
    stands_for: str
    since: str = ""

    def stood_for(self, day: str | None) -> str:
        """The id of whom the place stands for on a day (ISO; None: today), '' for nobody."""
        if self.since and day and day < self.since:
            return f"state/{self.country}" if self.kind == "capital" else ""
        return self.stands_for


@dataclass(frozen=True, slots=True)
class State:
    """What ``states.tsv`` knows beyond names. status: ``member``, ``observer``, ``partial`` (not recognised by all), ``former``.

    formal: (language, formal name); iso2 and cow (number in Correlates of War) are '' for what has none; capital: a place id.
    """

    status: str
    formal: tuple[tuple[str, str], ...]
    iso2: str
    cow: str
    capital: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row of ``conflicts.tsv``: ISO dates of any precision ('' = open or unknown), who fights (ids), where (a place id or '')."""

    since: str
    until: str
    parties: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Press:
    """A row of ``outlets.tsv``. kind: ``agency``, ``newspaper``, ``broadcaster``, ``site``; owner: a state, or ''; zone: IANA, or ''."""

    kind: str
    owner: str
    zone: str


_K = TypeVar("_K")
_V = TypeVar("_V")


class Made(MutableMapping[_K, _V], Generic[_K, _V]):
    """Plain rows by key; each is made what it stands for when it is first asked for, once. In the order of the rows, what is set later last."""

    __slots__ = ("_made", "_make", "_rows")

    def __init__(self, rows: dict[_K, Any], make: Callable[[_K, Any], _V]) -> None:
        self._rows, self._make, self._made = rows, make, dict[_K, _V]()

    def __getitem__(self, key: _K) -> _V:
        made = self._made
        if key not in made:
            made[key] = self._make(key, self._rows[key])
        return made[key]

    def __setitem__(self, key: _K, value: _V) -> None:
        self._rows[key], self._made[key] = None, value

    def __delitem__(self, key: _K) -> None:
        del self._rows[key]
        self._made.pop(key, None)

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[_K]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@dataclass(slots=True)
class World:
    """See the module. ``names`` maps the first (folded, article-less) token to forms, longest first."""

    entities: MutableMapping[str, Entity] = field(default_factory=dict)
    names: Mapping[str, list[Name]] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what is asked of all names at once, without making one: see _words
    posts: dict[str, Post] = field(default_factory=dict)
    bodies: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # slug -> arabic, English template, sector
    places: MutableMapping[str, Place] = field(default_factory=dict)
    states: dict[str, State] = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)
    outlets: dict[str, Press] = field(default_factory=dict)
    unions: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)  # members -> the organisations that have just these
    adjectives: dict[str, str] = field(default_factory=dict)  # state -> Arabic masculine demonym, for names of bodies
    english_adj: dict[str, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    matters: dict[str, frozenset[str]] = field(default_factory=dict)  # an instrument, conflict or gathering -> the states it is about
    tenures_of: MutableMapping[tuple[str, str], list[Tenure]] = field(default_factory=dict)  # (post, of) ->
    tenures_by: MutableMapping[str, list[Tenure]] = field(default_factory=dict)  # person ->
    heads: dict[str, frozenset[str]] = field(default_factory=dict)  # body or region -> first words of its longer names (see _heads)
    credits: dict[str, str] = field(default_factory=dict)  # folded credit form -> outlet
    domains: dict[str, str] = field(default_factory=dict)
    spellings: dict[str, tuple[str, ...]] = field(default_factory=dict)  # person -> all Arabic forms
    mandates: set[str] = field(default_factory=set)  # what envoys are sent for: states, regions, conflicts
    men: set[str] = field(default_factory=set)  # people whose row says so: no title with a feminine ending is theirs

    # ---- outlets

    def lookup(self, name: str) -> str | None:
        """The outlet that a credit or masthead names, in any script."""
        return self.credits.get(_plain(name))

    def by_domain(self, host: str) -> str | None:
        """The outlet whose site, or a part of it, this host is."""
        host = host.lower().removeprefix("www.")
        while "." in host:
            if host in self.domains:
                return self.domains[host]
            host = host.partition(".")[2]
        return None

    def zone(self, outlet: str | None) -> str | None:
        """The time zone (IANA) of an outlet's "today"; None where it is not known."""
        press = self.outlets.get(outlet) if outlet else None
        return press.zone or None if press else None

    # ---- posts

    def holders(self, post: str, of: str, day: str | None, about: str | None = None) -> list[Tenure]:
        """Who held ``post`` of ``of`` on ``day`` (ISO, any precision), for the mandate ``about`` where one is given. Without a day: nobody."""
        if day is None:
            return []
        found = [t for t in self.tenures_of.get((post, of), ()) if _within(t, day) and about in (None, t.about)]
        if len(found) > 1:  # an open end of a predecessor never hides a later beginning
            last: dict[str, str] = {}
            for t in found:
                last[t.about] = max(t.since, last.get(t.about, ""))
            closed = [t for t in found if t.until or t.since == last[t.about]]
            found = closed or found
        return found

    def held(self, person: str, post: str | None, day: str | None) -> list[Tenure]:
        """The tenures of a person, of that post where one is given, running on that day where one is given."""
        return [
            t
            for t in self.tenures_by.get(person, ())
            if (post is None or t.post == post) and (day is None or _within(t, day))
        ]

    def served(self, person: str, day: str | None) -> str | None:
        """The code for which a person acts on the day: of the state whose post he holds, else of the international body ("الأمين العام للحلف").

        Nobody's country but his own where he holds none, or the posts of two states.
        """
        held = self.held(person, None, day) if day else []
        states = {t.of.rpartition("/")[2] for t in held if t.of.startswith("state/")}
        bodies = {self.international(t.of) for t in held} - {None}
        codes = states or bodies
        return codes.pop() if len(codes) == 1 else self.entities[person].country

    def international(self, ref: str) -> str | None:
        """The code of a body of many states or of none ("الأمم المتحدة"), for which its officials stand; None for anybody else."""
        entity = self.entities.get(ref)
        return entity.country if entity is not None and entity.kind == "organisation" and entity.country in _STATELESS else None

    def body(self, slug: str, state: str) -> Entity:
        """The government body ``slug`` of a state, made on demand: ``org/rus-mfa``. KeyError for an owner that is no state."""
        if not state.startswith("state/"):
            raise KeyError(state)
        iso3 = state.rpartition("/")[2]
        id = f"org/{iso3.lower()}-{slug}"
        if id not in self.entities:
            arabic, english, sector = self.bodies[slug]
            adjective = self.english_adj.get(state) or self.entities[state].name("en")
            feminine = arabic.split()[0].endswith("ة")
            arabic_adj = self.adjectives.get(state, "")
            arabic_adj = "ال" + arabic_adj + ("ة" if feminine else "") if arabic_adj else self.entities[state].name("ar")
            names = (("ar", f"{arabic} {arabic_adj}"), ("en", english.replace("{adj}", adjective)))
            known_from = self.entities[state].source  # a body is made by a rule: as sure as its state
            self.entities[id] = Entity(id, "government-body", names, iso3, sector or "GOV", source=known_from)
        return self.entities[id]

    def entity(self, ref: str) -> Entity:
        """The entity with this id; bodies of states are made on demand. KeyError for an id that nothing has."""
        found = self.entities.get(ref)
        if found is None and ref.startswith("org/"):
            iso3, _, slug = ref.removeprefix("org/").partition("-")
            if slug in self.bodies and f"state/{iso3.upper()}" in self.entities:
                return self.body(slug, f"state/{iso3.upper()}")
        if found is None:
            raise KeyError(ref)
        return found

    def dangling(self) -> list[str]:
        """References of the data that lead nowhere: ``file: row -> missing id``."""
        refs = [("places.tsv", k, p.stands_for) for k, p in self.places.items() if p.stands_for]
        refs += [("places.tsv", k, p.part_of) for k, p in self.places.items() if p.part_of]
        refs += [("tenures.tsv", t.person, r) for ts in self.tenures_by.values() for t in ts for r in (t.of, t.about) if r]
        refs += [("world", e.id, m) for e in self.entities.values() for m in e.members]
        refs += [("states.tsv", k, s.capital) for k, s in self.states.items() if s.capital]
        refs += [("conflicts.tsv", k, r) for k, c in self.conflicts.items() for r in (*c.parties, c.place) if r]
        refs += [("outlets.tsv", k, o.owner) for k, o in self.outlets.items() if o.owner]
        out = []
        for file, row, ref in refs:
            try:
                self.entity(ref)
            except KeyError:
                out.append(f"{file}: {row} -> {ref}")
        return out

    def inside(self, place: str, other: str) -> bool:
        """Is ``place`` the same as or part of ``other`` (a place or a state)?"""
        seen = 0
        while place and seen < 8:
            if place == other:
                return True
            row = self.places.get(place)
            if row is None:
                return False
            if other == f"state/{row.country}":
                return True
            place, seen = row.part_of, seen + 1
        return False


def _within(tenure: Tenure, day: str) -> bool:
    since, until = tenure.since, tenure.until
    return (not since or since[: len(day)] <= day[: len(since)]) and (not until or day[: len(until)] <= until)


def _plain(name: str) -> str:
    return " ".join(t.fold for t in tokenize(name) if t.kind != "mark")


def split_article(word: str) -> tuple[str, bool]:
    """A folded word without the article ال, and whether it had it."""
    if word.startswith("ال") and len(word) > 4:
        return word[2:], True
    return word, False


# ------------------------------------------------------------------ loading


def load(folder: Traversable, language: str = "ar") -> World:
    """The world from a folder of TSV files, through a cache that is rebuilt when any file changes.

    language: only keeps the caches of two languages apart.

    Raises PackError for a row that breaks the format.
    """
    sources = sorted((f for f in folder.iterdir() if f.name.endswith(".tsv")), key=lambda f: f.name)
    digest = hashlib.sha256(Path(__file__).read_bytes())
    digest.update(str(sys.implementation.cache_tag).encode())  # each Python marshals in its own way
    for f in sources:
        digest.update(f.name.encode() + f.read_bytes())
    key = digest.hexdigest()[:16]
    cache = _cache_file(language, key)
    if cache is not None and (found := _kept(cache)) is not None:
        return _world(found)
    packed = _packed(_build(folder))
    if cache is not None:
        try:
            cache.parent.mkdir(parents=True, exist_ok=True)
            draft = cache.with_suffix(f".{key}.{os.getpid()}.tmp")
            data = marshal.dumps(packed)
            draft.write_bytes(hashlib.sha256(data).digest() + data)
            draft.replace(cache)
            _clear(cache)
        except OSError:
            pass  # a read-only home only costs time
    return _world(packed)


def _clear(current: Path) -> None:
    """Deletes what older tables left beside the current cache of this language; what is not a day old may be another version's that runs now."""
    for old in current.parent.glob("-".join((*current.stem.split("-")[:2], "*"))):
        if old != current and time.time() - old.stat().st_mtime > _DAY:
            old.unlink(missing_ok=True)


def _kept(cache: Path) -> dict[str, Any] | None:
    """What a cache file holds; None where there is none, or not as it was written: marshal itself would not notice."""
    try:
        data = memoryview(cache.read_bytes())
    except OSError:
        return None
    size = hashlib.sha256().digest_size
    if hashlib.sha256(data[size:]).digest() != data[:size]:
        return None
    with tables.in_one_go():
        found: dict[str, Any] = marshal.loads(data[size:])
    return found


# field of World -> what its rows are made
_ROWS: dict[str, Callable[..., Any]] = {
    "entities": Entity, "posts": Post, "places": Place, "states": State, "conflicts": Conflict, "outlets": Press,
}  # fmt: skip
_MANY = ("entities", "places")  # made when asked for; the others are few
_TERMS = ("tenures_of", "tenures_by")


def _packed(w: World) -> dict[str, Any]:
    """The fields of a world as plain rows: objects as tuples of their fields, the names that begin with one word as one text."""
    one: dict[str, str] = {}  # equal strings are kept once

    def row(item: Any) -> tuple[object, ...]:
        cells = (getattr(item, f.name) for f in fields(item))
        return tuple(one.setdefault(c, c) if isinstance(c, str) else c for c in cells)

    out = {f.name: getattr(w, f.name) for f in fields(World)}
    for name in _ROWS:
        out[name] = {k: row(v) for k, v in out[name].items()}
    terms: dict[Tenure, tuple[object, ...]] = {}
    for name in _TERMS:
        out[name] = {k: tuple(terms.setdefault(t, row(t)) for t in v) for k, v in out[name].items()}
    out["names"] = {k: "\n".join(map(_line, v)) for k, v in w.names.items()}
    out["words"] = {k: " ".join(v) for k, v in w.words.items()}
    return out


def _world(rows: dict[str, Any]) -> World:
    made: dict[str, Any] = {name: {k: make(*row) for k, row in rows[name].items()} for name, make in _ROWS.items() if name not in _MANY}
    made |= {name: Made(rows[name], lambda _, row: [Tenure(*t) for t in row]) for name in _TERMS}
    made["entities"] = Made(rows["entities"], lambda _, row: Entity(*row))
    made["places"] = Made(rows["places"], lambda _, row: Place(*row))
    made["names"] = Made(rows["names"], lambda first, lines: [_name(first, line) for line in lines.split("\n")])
    made["words"] = Made(rows["words"], lambda _, words: tuple(words.split()))
    return World(**(rows | made))


def _line(n: Name) -> str:
    return "\t".join((" ".join(n.tokens[1:]), "ال" if n.article else "", n.what, n.ref, n.number, n.gender))


def _name(first: str, line: str) -> Name:
    rest, article, what, ref, number, gender = line.split("\t")
    return Name((first, *rest.split()), article != "", what, ref, number, gender)


def _cache_file(language: str, key: str) -> Path | None:
    import os

    home = os.environ.get("KHABAR_CACHE") or os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        base = Path(home) if home else Path.home() / ".cache"
    except RuntimeError:
        return None
    return base / "khabar" / f"world-{language}-{key}.marshal"


def _build(folder: Traversable) -> World:
    w = World()
    index: dict[str, set[Name]] = defaultdict(set)

    def rows(name: str) -> Iterable[tuple[int, dict[str, str]]]:
        path = folder / f"{name}.tsv"
        return tables.read_tsv(path, _COLUMNS[name]) if path.is_file() else ()

    def add(form: str, what: str, ref: str, number: str = "s", gender: str = "m") -> None:
        if _FOREIGN_G in form and what in ("entity", "surname", "adjective") and w.entities[ref].country not in ARAB:
            for letter in _OTHER_G:
                variant = form.replace(_FOREIGN_G, letter)
                if " " in variant or not (known(variant) or known(fold(variant))):  # إيغاد, but إيجاد is a word; آغدام, but إقدام is one
                    add(variant, what, ref, number, gender)
        for tokens in _variants(form):
            first, article = split_article(tokens[0])
            index[first].add(Name((first, *tokens[1:]), article, what, ref, number, gender))

    for table, kind in _KIND.items():
        for line, row in rows(table):
            _entity(w, table, line, row, kind or row["kind"])
            if row.get("gender") == "m":
                w.men.add(row["id"])
            _index_row(w, table, row, add)
    for line, row in rows("posts"):
        slug = row["slug"]
        if slug in w.posts:
            raise PackError("posts.tsv", line, f"slug {slug} stands twice", "Merge the rows")
        if row["level"] not in ("1", "2", "3", "4", "5"):
            raise PackError("posts.tsv", line, f"level {row['level']!r}", "Write 1 (heads a state or an organisation) to 5 (local)")
        _among("posts", line, "sector", row["sector"], _SECTORS)
        w.posts[slug] = Post(slug, row["sector"], int(row["level"]), row["body"], (tables.forms(row["en"]) or (slug,))[0])
        for column, number, gender in (("ar", "s", "m"), ("ar_f", "s", "f"), ("ar_dual", "d", "m"), ("ar_plural", "p", "m")):
            for form in tables.forms(row[column]):
                add(form, "post", slug, number, gender)
    for line, row in rows("bodies"):
        _among("bodies", line, "sector", row["sector"], _SECTORS)
        w.bodies[row["slug"]] = ((tables.forms(row["ar"]) or ("",))[0], (tables.forms(row["en"]) or ("{adj}",))[0], row["sector"])
        for form in tables.forms(row["ar"]):
            add(form, "body", row["slug"])
        for form in tables.forms(row["ar_of"]):
            add(form, "body-of", row["slug"])
    for line, row in rows("tenures"):
        if row["person"] not in w.entities:
            raise PackError("tenures.tsv", line, f"no person {row['person']}", "Add the person or mend the id")
        if w.posts and row["post"] not in w.posts:
            raise PackError("tenures.tsv", line, f"no post {row['post']}", "Add it to posts.tsv or mend the slug")
        for column in ("of", "about"):
            if row[column] and not _is(w, row[column]):
                raise PackError("tenures.tsv", line, f"{column}: nothing has the id {row[column]}", "Add its row or mend the id")
        for column in ("since", "until"):
            _dated("tenures", line, column, row[column])
        tenure = Tenure(row["person"], row["post"], row["of"], row["about"], row["since"], row["until"], row["source"])
        w.tenures_of.setdefault((tenure.post, tenure.of), []).append(tenure)
        w.tenures_by.setdefault(tenure.person, []).append(tenure)
        if tenure.about:
            w.mandates.add(tenure.about)
        if tenure.source == "unchecked":  # who is found by an office is no surer than the row that gives him the office
            w.entities[tenure.person] = replace(w.entities[tenure.person], source="unchecked")
    for id, state in w.states.items():  # a seat of government that its own row calls a city
        if state.status != "former" and (seat := w.places.get(state.capital)) and not seat.stands_for:
            w.places[state.capital] = replace(seat, stands_for=id)
    w.names = {k: sorted(v, key=lambda n: (-len(n.tokens), n.what, n.ref, n.article)) for k, v in index.items()}
    w.words = _words(w.names)
    for e in w.entities.values():
        if e.kind == "organisation" and e.members:
            w.unions[e.members] = (*w.unions.get(e.members, ()), e.id)
    return w


_OF_LANDS = ("state/", "org/")


def _words(names: Mapping[str, Iterable[Name]]) -> dict[str, tuple[str, ...]]:
    """What is asked of all names at once. ``body-of``, ``post``, ``adjective``: the first words of such names; ``person`` and ``person-article``:
    those of people's names of two words and more, and those of them that begin like an article; ``land``: states and organisations of one
    word; ``two``: the first two words of a name, written in one.
    """
    out: dict[str, dict[str, None]] = {k: {} for k in ("body-of", "post", "adjective", "person", "person-article", "land", "two")}
    for first, found in names.items():
        for n in found:
            if n.what in out:
                out[n.what][first] = None
            if len(n.tokens) == 1 and n.ref.startswith(_OF_LANDS):
                out["land"][first] = None
            if len(n.tokens) > 1:
                out["two"][first + n.tokens[1]] = None
                if n.what == "entity" and n.ref.startswith("person/"):
                    out["person"][first] = None
                    if n.article:
                        out["person-article"][first] = None
    return {k: tuple(v) for k, v in out.items()}


def _is(w: World, ref: str) -> bool:
    try:
        return bool(w.entity(ref))
    except KeyError:
        return False


def _heads(row: dict[str, str]) -> frozenset[str]:
    """The folded first words, without article, of the longer names in a row."""
    firsts = (tokens[0] for form in tables.forms(row["ar"]) for tokens in _variants(form) if len(tokens) > 1)
    return frozenset(split_article(first)[0] for first in firsts)


def _among(table: str, line: int, column: str, value: str, allowed: Iterable[str]) -> None:
    if value and value not in allowed:
        raise PackError(f"{table}.tsv", line, f"{column} {value!r}", f"Allowed: {' '.join(sorted(allowed))}, or empty")


def _dated(table: str, line: int, column: str, value: str) -> None:
    if not _DATE.fullmatch(value):
        raise PackError(f"{table}.tsv", line, f"{column} {value!r}", "Write YYYY, YYYY-MM or YYYY-MM-DD, or leave it empty")


def _checked(table: str, line: int, row: dict[str, str], states: Iterable[str]) -> None:
    """Stops at a cell that says what its column cannot. What the names of states are is known when theirs is the first table."""
    sort = row["status"] if table == "states" else row["gender"] if table == "people" else row.get("kind", "")
    _among(table, line, "status" if table == "states" else "gender" if table == "people" else "kind", sort, _SORTS.get(table, (sort,)))
    _among(table, line, "sector", row.get("sector", ""), _SECTORS)
    if not row["source"]:
        raise PackError(f"{table}.tsv", line, "no source", "Write where the row is known from, or unchecked")
    for column in ("date", "since", "until"):
        _dated(table, line, column, row.get(column, ""))
    if table != "states" and row["country"] and f"state/{row['country']}" not in states and row["country"] not in OF_NO_STATE + _TERRITORIES:
        raise PackError(f"{table}.tsv", line, f"country {row['country']!r}", "Write the code of a state in states.tsv, or " + " ".join(OF_NO_STATE))


def _entity(w: World, table: str, line: int, row: dict[str, str], kind: str) -> None:
    id = row["id"]
    if not id.isascii() or "/" not in id:
        raise PackError(f"{table}.tsv", line, f"id {id!r}", "Write kind/name in ASCII letters")
    if id in w.entities:
        raise PackError(f"{table}.tsv", line, f"id {id} stands twice", "Merge the rows")
    _checked(table, line, row, w.states)
    names = tuple((lang, tables.forms(row[lang])[0]) for lang in ("ar", "en", "ru") if tables.forms(row[lang]))
    country = row["country"] or (id.rpartition("/")[2] if table == "states" else None)
    members = tuple(m if "/" in m else f"state/{m}" for m in tables.forms(row.get("members", "")))
    w.entities[id] = Entity(
        id, kind, names, country or None, row.get("sector") or ("GOV" if table == "states" else None),
        row.get("wikidata") or None, True, members, row["source"],
    )


def _index_row(w: World, table: str, row: dict[str, str], add: Callable[..., None]) -> None:
    id = row["id"]
    if table == "outlets":
        for form in (*tables.forms(row["ar"]), *tables.forms(row["en"]), *tables.forms(row["ru"]), *tables.forms(row["credit"])):
            w.credits.setdefault(_plain(form), id)
        for domain in tables.forms(row["domains"]):
            w.domains.setdefault(domain.lower().removeprefix("www."), id)
        w.outlets[id] = Press(row["kind"], row["owner"], row["zone"])
        for form in tables.forms(row["ar"]):
            if len(form.split()) > 1 or row["kind"] == "agency":
                add(form, "entity", id)
        return
    for form in tables.forms(row["ar"]):
        add(form, "entity", id)
    if table == "people":
        w.spellings[id] = tuple(tables.forms(row["ar"]))
    if table == "states":
        for form in tables.forms(row["ar_formal"]):
            add(form, "entity", id)
        adjectives = tables.forms(row["ar_adj"])
        for adj in adjectives:
            for form, number, gender in adjective_forms(adj):
                add(form, "adjective", id, number, gender)
        for people in tables.forms(row["ar_people"]):
            add(people, "people", id, "p")
        if adjectives:
            w.adjectives[id] = adjectives[0]
        w.english_adj[id] = (tables.forms(row["en_adj"]) or ("",))[0]
        formal = tuple((lang, row[f"{lang}_formal"]) for lang in ("ar", "en") if row[f"{lang}_formal"])
        w.states[id] = State(row["status"], formal, row["iso2"], row["cow"], row["capital"])
    elif table == "conflicts":
        w.conflicts[id] = Conflict(row["since"], row["until"], tables.forms(row["parties"]), row["place"])
    elif table == "people":
        for form in tables.forms(row["ar"]):
            surname = _surname(form)
            if surname and len(surname) > 2:
                add(surname, "surname", id)
            if row["country"] in FAMILY_FIRST and surname and len(form.split()[0]) > 2 and form[0] not in _GLUED:
                add(form.split()[0], "surname", id)  # مون جاي إن is Moon
    elif table == "places":
        country = row["country"] or None
        stands_for = row["stands_for"] or (f"state/{country}" if row["kind"] == "capital" and country else "")
        stands_for, _, since = stands_for.partition("@")
        w.places[id] = Place(country, row["kind"], _float(row["lat"]), _float(row["lon"]), row["part_of"], stands_for, since)
        if row["kind"] == "region":
            w.heads[id] = _heads(row)
    elif table == "organisations":
        w.heads[id] = _heads(row)
        for adj in tables.forms(row["ar_adj"]):
            for form, number, gender in adjective_forms(adj):
                add(form, "adjective", id, number, gender)
    if row.get("date"):
        w.dates[id] = row["date"]
    if table in ("instruments", "conflicts", "gatherings"):
        about = tables.forms(row.get("about") or row.get("parties") or "")
        if states := frozenset(r for r in (*about, f"state/{row['country']}") if r.startswith("state/") and r in w.entities):
            w.matters[id] = states


def _float(cell: str) -> float | None:
    return float(cell) if cell else None


def adjective_forms(masculine: str) -> list[tuple[str, str, str]]:
    """All forms of a demonym from its masculine singular without the article: (form, number, gender).

    Of two adjectives ("كوري جنوبي") both take the ending; the second may have the article where the first has it.
    """
    first, _, second = masculine.partition(" ")
    out = []
    for ending, number, gender in _ENDINGS:
        if second:
            head = first + ending if first.endswith("ي") else first
            out += [(f"{head} {article}{second}{ending}", number, gender) for article in ("", "ال")]
        else:
            out.append((masculine + ending, number, gender))
    return out


_ENDINGS = (
    ("", "s", "m"), ("ة", "s", "f"), ("ان", "d", "m"), ("ين", "p", "m"), ("تان", "d", "f"), ("تين", "d", "f"), ("ون", "p", "m"), ("ات", "p", "f"),
)


# Egypt and Sudan write the g of foreign names with other letters: تيغراي, تيجراي and تيقراي.
_FOREIGN_G, _OTHER_G = "غ", ("ج", "ق")
ARAB = frozenset(("DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SOM SDN SYR TUN ARE YEM ESH").split())  # noqa: SIM905

FAMILY_FIRST = frozenset(("CHN", "TWN", "KOR", "PRK", "VNM"))
FIRST_ALONE = frozenset(("ETH", "ERI"))  # a man's second name is his father's, and he is called by the first: "آبي", "أسياس"
"""Countries whose people write their family name first."""
_GLUED = ("ل", "ب", "و", "ف")  # particles that short words may begin with: لأي is no Lai
_WRITTEN_IN_ONE = frozenset(("عبد", "ابو", "ابن", "ال"))
_PARTICLES = frozenset(("بن", "ابن", "ابو", "عبد", "ال", "ام", "بو", "ولد"))


def _surname(form: str) -> str | None:
    """What newspapers call a person by after the first time: the last word, with the particle before it."""
    words = form.split()
    if len(words) < 2:
        return None
    if len(words) > 2 and fold(words[-2]) in _PARTICLES:
        return " ".join(words[-2:])
    return words[-1]


def _variants(form: str) -> Iterable[tuple[str, ...]]:
    """The folded tokens of a form, also with عبد/أبو written together with the next word and with the first two words glued."""
    tokens = [t.fold for t in tokenize(form) if t.kind != "mark" or t.fold in ("-", "+")]  # أوبك+ is not أوبك
    tokens = [t for t in tokens if t != "-"]
    if not tokens:
        return
    yield tuple(tokens)
    glued: list[str] = []
    for i, token in enumerate(tokens):
        first = glued and tokens[i - 1] in _WRITTEN_IN_ONE and glued[-1] == tokens[i - 1]
        if token in _WRITTEN_IN_ONE and i + 1 < len(tokens):
            yield (*tokens[:i], token + tokens[i + 1], *tokens[i + 2 :])
        glued = [*glued[:-1], glued[-1] + token] if first else [*glued, token]
    if len(glued) < len(tokens) - 1:
        yield tuple(glued)  # "أبوبكر عبدالله"
    if len(tokens) > 1 and len(tokens[0]) > 3 and len(tokens[1]) > 3:
        yield (tokens[0] + tokens[1], *tokens[2:])


def all_forms(folder: Traversable) -> dict[str, tuple[str, ...]]:
    """Entity id -> every name and demonym that the tables give it, in all languages, as they are written."""
    out: dict[str, tuple[str, ...]] = {}
    for table in _KIND:
        path = folder / f"{table}.tsv"
        if path.is_file():
            columns = [c for c in _COLUMNS[table] if c.startswith(("ar", "en", "ru")) or c == "credit"]
            for _, row in tables.read_tsv(path, _COLUMNS[table]):
                out[row["id"]] = tuple(dict.fromkeys(f for c in columns for f in tables.forms(row[c])))
    return out
