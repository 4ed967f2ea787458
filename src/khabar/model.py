"""The frozen dataclasses that flow through the house, and nothing else.

Offsets are half-open and count Unicode code points of ``Report.text``. A new fact makes a new object.
Field names are those of the public record (``docs/record.md``); ``khabar.record`` is the only place that turns
them into JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the original text: ``text[start:stop]``."""

    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.stop]

    def covers(self, other: Span) -> bool:
        """Does the other lie wholly inside?"""
        return self.start <= other.start and other.stop <= self.stop

    def overlaps(self, other: Span) -> bool:
        """Have they a code point in common?"""
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True)
class When:
    """A date as precise as the text says.

    value: ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD``, or with an unknown year ``XXXX-06`` / ``XXXX-06-03``; a publication
    date may be a full ISO timestamp. end: last day of a range, else None. basis: ``text`` (said in full), ``weekday``,
    ``relative`` (needs the publication date), ``dateline``, ``metadata``, ``given``.
    """

    value: str
    end: str | None
    basis: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """Something odd about a report, said instead of raising."""

    code: str
    message: str
    span: Span | None = None


# ------------------------------------------------------------------ the report


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published: the name as given or found, the id where the world data have it."""

    name: str | None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A name in the masthead or the foot: role is source, agency, photo, author or publisher. generic: it names nobody ("agencies")."""

    role: str
    name: str
    span: Span | None = None
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Part of the page but not of the account: subhead, caption, read-also, legal."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """One of the pieces that a page carries."""

    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """One published account, masthead read. id: hash of what came in; source_id: the id it came with; path: where from."""

    id: str
    source_id: str | None
    path: str | None
    url: str | None
    outlet: Outlet
    title: str | None
    language: str
    text: str
    published: When | None
    items: tuple[Item, ...]
    credits: tuple[Credit, ...] = ()
    notes: tuple[Note, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def day(self) -> str | None:
        """The publication day, ISO, or None."""
        return self.published.value[:10] if self.published else None


# ------------------------------------------------------------------ who and where


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with an identity. ``known`` is False when it was met in the text only."""

    id: str
    kind: str
    names: tuple[tuple[str, str], ...]  # (language, name)
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    known: bool = True
    members: tuple[str, ...] = ()  # entity ids, of a group whose members are known
    source: str = ""

    def name(self, language: str) -> str:
        """The name in a language, else the English, the Arabic, or the id."""
        names = dict(self.names)
        return names.get(language) or names.get("en") or names.get("ar") or self.id


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody held a post from ``since`` to ``until`` (ISO dates of any precision, '' = open or unknown)."""

    person: str
    post: str
    of: str
    about: str
    since: str
    until: str
    source: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text where somebody or something is named: tokens[first:last] of the annotation.

    entities: who it is; several for a group with known members ("the two presidents"); empty when the text does not
    decide, and then ``candidates`` keeps those that it could be. kind: the entity kind, or ``role`` (a post whose holder
    is not known), or ``group``. conj and prep are the particles written in one with its first word. stands_for: the state
    or body that writers mean by a city or palace. qualifier: former, acting, designate. of: what the post belongs to.
    """

    span: Span
    text: str
    first: int
    last: int
    entities: tuple[str, ...]
    kind: str
    rule: str
    role: str | None = None
    country: str | None = None
    candidates: tuple[str, ...] = ()
    conj: str = ""
    prep: str = ""
    stands_for: str | None = None
    qualifier: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """tokens[first:last] of the annotation; item is the index of the piece on the page that it belongs to."""

    span: Span
    first: int
    last: int
    item: int


@dataclass(frozen=True, slots=True)
class Quote:
    """The words between quotation marks (the marks not included)."""

    span: Span
    closed: bool


# ------------------------------------------------------------------ what one report says


@dataclass(frozen=True, slots=True)
class Participant:
    """A party of an event as it is named in the text; entity and country None where it is not known who that is."""

    entity: str | None
    country: str | None
    role: str | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Topic:
    """What an event is about: an entity, or the words."""

    entity: str | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Number:
    """A figure, of an event or anywhere in a report: value, or min and max of a range; all None for "a number of". unit: a currency or None.

    against: the report sets it against the figure before by a word of contrast.
    """

    kind: str
    value: float | None
    min: float | None
    max: float | None
    unit: str | None
    span: Span
    against: bool = False


@dataclass(frozen=True, slots=True)
class Cause:
    """The event (its id) that another answers to or follows from, and the words that say so."""

    event: str
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a chain; medium is statement, agency, interview, post, press-conference or own."""

    entity: str | None
    medium: str
    span: Span | None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of the report that tells an event."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Event:
    """What ONE report says of one happening; ``record`` takes it apart into claims.

    evidence: where it is told; retold: where the report only speaks of it again ("the shelling"), of which nothing else here is read.
    """

    id: str
    report: str
    item: int
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    status: str
    change: str | None
    background: bool
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    third_parties: tuple[Participant, ...]
    initiator: str | None
    date: When | None
    place: str | None
    about: tuple[Topic, ...]
    numbers: tuple[Number, ...]
    causes: tuple[Cause, ...]
    said_by: tuple[Source, ...]
    rule: str
    evidence: tuple[Evidence, ...]
    retold: tuple[Evidence, ...] = ()

    @property
    def everywhere(self) -> tuple[Evidence, ...]:
        """Where it is told, then where it is told again."""
        return (*self.evidence, *self.retold)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a report has somebody say: content is the words in ``span``, said_by the chain behind them.

    against: what the report sets it against by a word of contrast or denial, the words of another voice or its own.
    """

    id: str
    report: str
    speaker: str | None
    kind: str  # direct, indirect
    cue: str
    content: str
    span: Span
    said_by: tuple[Source, ...]
    against: Span | None = None
    denies: bool = False  # its cue says that what it holds is not so
    open: bool = False  # its words leave open whether what it tells is so, or only yet to come
    beside: bool = False  # nothing but a word of contrast sets it against that: each may tell its own thing


@dataclass(frozen=True, slots=True)
class Silence:
    """Where a report says that an account leaves out what another tells, or that two accounts differ: the words, and what they are set against."""

    span: Span
    against: Span


@dataclass(frozen=True, slots=True)
class Manner:
    """How a report says that an act is: one of two opposites ("direct" and "indirect" talks, a "temporary" and a "lasting" truce).

    types: what the noun may be an act of; kind: which opposites; side: is it the first of them; span: the noun and its adjective.
    """

    types: tuple[str, ...]
    kind: str
    side: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Spokesman:
    """Somebody whom a report calls by name the spokesman of a body of government."""

    person: str
    body: Entity


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting tie between two entities (``relation``: its name in the frames), and since when."""

    id: str
    report: str
    subject: str
    relation: str
    object: str
    date: When | None
    span: Span


@dataclass(frozen=True, slots=True)
class Coded:
    """One report, read: what the rooms before ``record`` hand over."""

    report: Report
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]
    sentences: tuple[Span, ...]
    figures: tuple[Number, ...] = ()  # all of the report, in the order of its text
    silences: tuple[Silence, ...] = ()
    days: tuple[When, ...] = ()  # the single days that its words name, in the order of its text
    places: tuple[Topic, ...] = ()  # named where it counts the dead, as they stand there ("Gaza" is the Gaza Strip)
    manners: tuple[Manner, ...] = ()
    spokesmen: tuple[Spokesman, ...] = ()


# ------------------------------------------------------------------ the record over many reports


@dataclass(frozen=True, slots=True)
class Claim:
    """THE UNIT OF THE RECORD: one value, one sentence, one chain of sources."""

    id: str
    about: str  # event id
    field: str
    value: str
    report: str
    spans: tuple[Span, ...]
    chain: tuple[str, ...]  # entity ids, nearest first; the last is the origin
    rule: str


@dataclass(frozen=True, slots=True)
class Reuse:
    """A passage of one report that stands in another; directed: source is known to be the earlier."""

    source: str
    source_span: Span
    target: str
    target_span: Span
    kind: str  # copied, reworded, translated
    similarity: float
    directed: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent voice behind a story: the reports that go back to it, by which chains, and why they count as one."""

    id: str
    name: str
    entity: str | None
    reports: tuple[str, ...]
    chains: tuple[tuple[str, ...], ...]
    why: str


@dataclass(frozen=True, slots=True)
class FactValue:
    """One value of a fact: who gives it, by which origins, in which words (report id, span)."""

    claim: str
    value: str
    reports: tuple[str, ...]
    origins: tuple[str, ...]
    evidence: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of a story with all values that its reports give."""

    field: str
    verdict: str  # corroborated, repeated, single, differs, contradicted
    values: tuple[FactValue, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One happening as several reports tell it. title: (language, text); n_unknown: reports of unknown origin."""

    id: str
    title: tuple[tuple[str, str], ...]
    reports: tuple[str, ...]
    events: tuple[str, ...]
    origins: tuple[Origin, ...]
    n_unknown: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of a matter (status: a stage of ``matters.toml``). text: (language, text)."""

    status: str
    date: When | None
    text: tuple[tuple[str, str], ...]
    events: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A matter over time, its steps by date. open: what a gathering still lacks."""

    id: str
    title: tuple[tuple[str, str], ...]
    entities: tuple[str, ...]
    steps: tuple[Step, ...]
    open: tuple[str, ...]


# ------------------------------------------------------------------ a record that is kept


@dataclass(frozen=True, slots=True)
class Trace:
    """By what a report is found again: whole numbers (signed, 64 bits), and the days in which its story may lie.

    days: first and last as ISO dates; None where nothing dates the report: it may belong to any time.
    """

    report: str
    days: tuple[str, str] | None
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A story as it was kept: the reports whose main news it is, all its reports, its events (ids)."""

    id: str
    main: tuple[str, ...]
    reports: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What was found out of some reports when they were compared, so that it need not be found out again.

    reuse: passages that stand in two of them. happenings: event (id) -> a number that the events of one happening have in common.
    vectors: report (id) -> vectors of what stands in it, as ``record`` packs them.
    """

    reuse: tuple[Reuse, ...] = ()
    happenings: Mapping[str, int] = field(default_factory=dict)
    vectors: Mapping[str, bytes] = field(default_factory=dict)


# ------------------------------------------------------------------ what people decide


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log of what people decided. at: UTC. It stands until an ``undo`` names it, and so does an undo.

    verb, subject, field, value: ``merge`` and ``split`` (subject: a story; what counts is ``bonds``), ``correct`` (an event, its field,
    the value), ``accept`` (it is so) and ``reject`` (an event, statement or relation; with field ``in`` and a report as value: an entity,
    which that report does not mean), ``alias`` (an entity, value: who it is; field: a report, where it holds there only), ``undo`` (a decision).
    bonds: (same, report, report): the two tell one story, or two.
    """

    id: str
    at: str
    who: str
    why: str
    verb: str
    subject: str
    field: str | None = None
    value: str | None = None
    bonds: tuple[tuple[bool, str, str], ...] = ()
