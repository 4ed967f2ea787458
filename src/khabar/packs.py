"""Loads and checks the data of one language: words, frames, operators, and the lexicon of all their forms.

Everything is read once and compiled into look-up tables over folded tokens. A mistake in the data stops the program here, with
file, place and cure; nothing later has to doubt it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources.abc import Traversable
from itertools import product
from typing import Any, TypeVar

from khabar import morphology, ontology, tables, world
from khabar.errors import PackError
from khabar.morphology import VerbForm
from khabar.text import ByWord, Token, fold, tokenize

T = TypeVar("T")

PARTS = frozenset(("actor", "recipient", "about", "place", "third", "initiator", "content", "source", "demand", "own"))
OPERATORS = frozenset(
    (
        "light", "reverse", "passive", "host", "gather", "decide", "begin", "continue", "end",
        "plan", "propose", "cancel", "postpone", "deny", "want", "try", "able",
    )
)  # the classes of words/operators.tsv
_BY = ("armed", "civil", "protesting")
_FRAME_KEYS = frozenset(
    (
        "id", "type", "mode", "verbs", "nouns", "subject", "object", "genitive", "with", "say", "needs", "alone", "by", "objects", "heads",
        "status", "change", "contexts", "factive", "negated", "when", "verdict", "rank", "relation", "example", "counter",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of a frame and what it must give: an event type, ``statement`` or ``relation``; None: not looked at."""

    text: str
    gives: str
    actors: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    status: str | None = None
    mode: str | None = None


# Acts that are done in words: whoever does one is its source, unless somebody else reports it.
SPEECH = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words that a frame demands: all of them, those of which one does, and those that must stand together by the first of them."""

    every: frozenset[str]
    single: frozenset[str]
    together: dict[str, list[tuple[str, ...]]]

    @classmethod
    def of(cls, objects: Sequence[tuple[str, ...]]) -> Wanted:
        """From a frame's ``objects``."""
        together: dict[str, list[tuple[str, ...]]] = {}
        for words in objects:
            if len(words) > 1:
                together.setdefault(words[0], []).append(words)
        return cls(frozenset(w for words in objects for w in words), frozenset(words[0] for words in objects if len(words) == 1), together)

    def met_by(self, words: set[str] | frozenset[str]) -> bool:
        """Do those words stand among these that the frame demands?"""
        if not words.isdisjoint(self.single):
            return True
        together = self.together
        if not together or words.isdisjoint(together):
            return False
        return any(words.issuperset(ws) for first in together.keys() & words for ws in together[first])


@dataclass(frozen=True, slots=True)
class Frame:
    """What a predicate does; see ``data/FORMAT.md``. ``parts`` maps a preposition to a part."""

    id: str
    type: str | None
    mode: str | None
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    subject: str
    object: str | None
    genitive: str
    parts: dict[str, str]
    say: bool
    needs: tuple[str, ...]
    alone: bool
    by: str | None  # only by these: people "armed", "civil", "protesting"
    objects: tuple[tuple[str, ...], ...]  # any of these; each may be several words that must all stand there
    heads: bool  # not right behind another event noun, whose they would be
    status: str | None
    change: str | None
    contexts: tuple[str, ...]
    factive: bool
    negated: str | None  # the type of the act when the verb is negated
    when: str | None  # "negated", "undone" (but not in the future), "wont", "future": only then
    verdict: bool  # what is said of another, in one of the words of objects
    rank: int
    relation: str | None
    examples: tuple[Example, ...]
    counters: tuple[str, ...]
    wanted: Wanted  # the words of objects

    @property
    def in_words(self) -> bool:
        """Does its subject say something, or do what is done by saying it? Not where the verb must be negated for that: "will not cooperate"."""
        return self.say or (self.type in SPEECH and self.subject == "actor" and self.when is None)


@dataclass(frozen=True, slots=True)
class Operator:
    """A verb that says how a deed stands (begins, refuses, may) instead of telling one; class and link: ``data/FORMAT.md``."""

    verb: str
    cls: str
    link: str


@dataclass(slots=True)
class Sense:
    """What a verb or a noun can tell: its frames and operators, and what is asked of them for each predicate."""

    frames: Sequence[Frame]
    operators: Sequence[Operator]
    says: bool  # has it a frame of saying?
    types: frozenset[str | None]  # of its frames
    operates: frozenset[str]  # the classes of its operators
    links: frozenset[str]  # the folded prepositions with which its operators carry a noun, "" for none
    preps: frozenset[str]  # those that its frames take, folded
    wanted: frozenset[str]  # the words that any of its frames demands
    conditional: bool  # has it a frame that holds only in some tense, or negated?

    @classmethod
    def of(cls, frames: Sequence[Frame], operators: Sequence[Operator]) -> Sense:
        """The sense of these frames and operators."""
        types, classes = frozenset(f.type for f in frames), frozenset(o.cls for o in operators)
        return cls(
            frames, operators, any(f.say for f in frames), types, classes, frozenset(fold(o.link) for o in operators),
            frozenset(prep for f in frames for prep in f.parts), frozenset().union(*(f.wanted.every for f in frames)),
            any(f.when for f in frames),
        )  # fmt: skip


@dataclass(slots=True)
class Reading:
    """One reading of a token. kind: verb, noun, participle. pronoun: the possessive or object pronoun on it.

    Nothing changes it; like `Token` it is not frozen because so many are made.
    """

    kind: str
    lemma: str
    conj: str = ""
    prep: str = ""
    article: bool = False
    pronoun: str = ""
    verb: VerbForm | None = None
    number: str = "s"
    gender: str = "m"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A grammatical word or fixed phrase. cls and value as in ``words/grammar.tsv``."""

    tokens: tuple[str, ...]
    cls: str
    value: str
    letter: str = ""  # the particle at its end that is written in one with the next word


@dataclass(slots=True)
class Pack:
    """The data of one language, compiled for look-up by folded token; what each file says: ``data/FORMAT.md``."""

    language: str
    frames: dict[str, Frame] = field(default_factory=dict)
    verb_frames: dict[str, list[Frame]] = field(default_factory=dict)
    noun_frames: dict[str, list[Frame]] = field(default_factory=dict)
    verbs_of: dict[str, list[str]] = field(default_factory=dict)  # of each verbal noun the verbs whose noun it is
    verdicts: list[Frame] = field(default_factory=list)  # frames of no verb: what somebody says of another
    operators: dict[str, list[Operator]] = field(default_factory=dict)
    noun_operators: dict[str, list[Operator]] = field(default_factory=dict)  # verbal noun of an operator ->
    verbs: dict[str, list[VerbForm]] = field(default_factory=dict)  # folded form ->
    nouns: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # folded form -> (noun, pronoun)
    participles: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)  # form -> (verb, number, gender)
    was_done: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # form of a passive participle -> (verb, number, gender)
    is_doing: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # the same of an active one that tells a stance
    opposites: dict[str, tuple[str, bool, frozenset[str]]] = field(default_factory=dict)  # form of an adjective: see `opposite`
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)  # first folded token -> longest first
    reference: dict[str, list[Phrase]] = field(default_factory=dict)
    callings: dict[str, list[Phrase]] = field(default_factory=dict)  # what people without a name are called: as `phrases`
    letters: dict[str, str] = field(default_factory=dict)
    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    prep_pronouns: dict[str, str] = field(default_factory=dict)  # معه -> مع
    counts: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    count_pairs: dict[str, tuple[str, str | None]] = field(default_factory=dict)  # يومين -> two of duration in days
    scales: dict[str, float] = field(default_factory=dict)
    number_words: dict[str, float] = field(default_factory=dict)
    ordinals: dict[str, float] = field(default_factory=dict)
    particle_verbs: dict[str, str] = field(default_factory=dict)  # verb that is written as a particle -> one of its sense
    in_order: dict[str, str] = field(default_factory=dict)  # جولة -> round: what is counted off one by one
    tallies: dict[str, str] = field(default_factory=dict)  # قتل -> killed: what people beside it are counted for
    vagues: dict[str, float] = field(default_factory=dict)  # عشرات -> 20 at least
    verb_senses: ByWord[Sense] = field(init=False)  # lemma ->
    noun_senses: ByWord[Sense] = field(init=False)
    readings: Callable[[str], tuple[Reading, ...]] = field(init=False)
    """Every reading of a folded token that the lexicon knows; remembered."""
    word_class: Callable[[str], frozenset[str]] = field(init=False)
    """The folded words of a class of ``words/lists.tsv``."""
    _made: dict[Callable[[Pack], Any], Any] = field(default_factory=dict)
    _grammar: ByWord[tuple[_Begun, ...]] = field(init=False)
    _references: ByWord[tuple[_Begun, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.verb_senses = ByWord(lambda lemma: Sense.of(self.verb_frames.get(lemma, ()), self.operators.get(lemma, ())))
        self.noun_senses = ByWord(lambda lemma: Sense.of(self.noun_frames.get(lemma, ()), self.noun_operators.get(lemma, ())))
        # Asked for at every word: looked up without a method of ours in between.
        self.readings = ByWord(lambda word: tuple(self._read(word))).__getitem__
        self.word_class = ByWord(lambda cls: self.lists.get(cls, frozenset())).__getitem__
        self._grammar = ByWord(lambda word: tuple(_begun(self.phrases, word)))
        self._references = ByWord(lambda word: tuple(_begun(self.reference, word)))

    def once(self, make: Callable[[Pack], T]) -> T:
        """What somebody makes of the pack (a table of his own): made when it is first asked for, kept as long as the pack."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def _read(self, word: str) -> Iterable[Reading]:
        if self.once(_stems).isdisjoint(tails(word)) and not word.endswith(morphology.OF_MANY):
            return  # so it is of most names and of whatever no lexicon has
        for conj, rest in fronts(word):
            for form in self.verbs.get(rest) or self._of_many(rest):
                yield Reading("verb", form.lemma, conj, "", False, form.obj, form, form.number, form.gender)
            if rest.startswith("ل"):
                for form in self.verbs.get(rest[1:], ()):
                    if form.tense == "present":
                        yield Reading("verb", form.lemma, conj, "ل", False, form.obj, form, form.number, form.gender)
            for prep, article, stem in _heads(rest):
                for noun, pronoun in self.nouns.get(stem, ()):
                    if not (article and pronoun):
                        yield Reading("noun", noun, conj, prep, article, pronoun)
                for verb, number, gender in self.participles.get(stem, ()):
                    yield Reading("participle", verb, conj, prep, article, "", None, number, gender)

    def _of_many(self, form: str) -> Iterable[VerbForm]:
        """A verb of two or many with an object pronoun ("استقبلوه"), which the table has without it."""
        if any(rest in self.word_class("no-verb") for _, rest in fronts(form)):
            return  # "القوة" is no "they threw it", "وسموه" is "and His Highness"
        for plain, obj, number in morphology.of_many(form):
            for found in self.verbs.get(plain, ()):
                if found.number == number and not found.obj and not found.passive:
                    yield replace(found, obj=obj)

    def passive_participle(self, word: str) -> tuple[str, str, str] | None:
        """(verb, number, gender) of a folded passive participle that tells of a deed, with its article or without ("المحتجزة")."""
        return self.was_done.get(word.removeprefix("ال"))

    def is_meeting(self, noun: str) -> bool:
        """Does a noun tell, in one of its senses, that people meet or talk?"""
        return "CONSULT" in self.noun_senses[noun].types

    def phrase_at(self, tokens: Sequence[Token], i: int) -> Phrase | None:
        """The longest phrase of ``grammar.tsv`` that starts at token i; a conjunction written in one with it is looked through."""
        found = self._grammar[tokens[i].fold] if i < len(tokens) else ()
        return _that_stands(found, tokens, i) if found else None

    def may_begin(self, word: str) -> bool:
        """May a phrase of ``grammar.tsv`` begin with a folded word?"""
        return bool(self._grammar[word])

    def reference_at(self, tokens: Sequence[Token], i: int) -> Phrase | None:
        """The same of ``reference.tsv``."""
        return _that_stands(self._references[tokens[i].fold], tokens, i)

    def counted(self, word: str) -> tuple[str | None, str | None]:
        """(kind, unit) of a counted noun: ``قتيلا`` is killed, ``دولار`` money in USD."""
        for form in (word, word[2:] if word.startswith("ال") else word):
            if form in self.counts:
                return self.counts[form]
        return None, None

    def scale(self, word: str) -> float | None:
        """What a folded word, with its article or without, multiplies a number by (a thousand, a million); None for other words."""
        return self.scales.get(word, self.scales.get(word.removeprefix("ال")))

    def number_word(self, word: str) -> float | None:
        """The value of a number written as a folded word; None for other words."""
        return self.number_words.get(word)

    def ordinal(self, word: str) -> float | None:
        """The place in a series that a folded word without article says ("third"); None for other words."""
        return self.ordinals.get(word)

    def series(self, word: str) -> str | None:
        """What a folded noun without article counts off (``round``, ``day``); None for other words."""
        return self.in_order.get(word)

    def opposite(self, word: str) -> tuple[str, bool, frozenset[str]] | None:
        """(which opposites, is it the first of them, of which types of act) a folded adjective says, with its article or without."""
        return self.opposites.get(word.removeprefix("ال"))

    def tally(self, word: str) -> str | None:
        """For what a folded word counts the people beside it ("قتل", "باعتقال"); None for other words."""
        if word in self.tallies:
            return self.tallies[word]
        if word[:1] not in GLUED and not word.startswith("ال"):
            return None
        for form in (word[1:], word.removeprefix("ال"), word[1:].removeprefix("ال")):
            if form in self.tallies:
                return self.tallies[form]
        return None

    def vague(self, word: str) -> float | None:
        """How many at least a folded word says ("عشرات"); None for other words."""
        return self.vagues.get(word, self.vagues.get(word.removeprefix("ال")))

    def counted_pair(self, word: str) -> tuple[str, str | None] | None:
        """(kind, unit) of a counted noun whose form says two of it ("two days"); None for other words."""
        found = self.count_pairs.get(word)
        return self.count_pairs.get(word[1:]) if found is None and word[:1] in CONJUNCTIONS and len(word) > 2 else found

    def pair(self, word: str) -> bool:
        """Is a folded word two people ("جنديان")?"""
        return word in self.word_class("two")

    def romanise(self, name: str) -> str:
        """ASCII letters for an id: ``bassam-radi``."""
        out = "".join(self.letters.get(c, c if c.isascii() and c.isalnum() else "-" if c == " " else "") for c in fold(name))
        return "-".join(filter(None, out.split("-")))[:60] or "unnamed"


# The phrases that one spelling of a first word may begin: by the second word, the longest first; and the one that is this word alone.
_Begun = tuple[dict[str, list[Phrase]], tuple[Phrase, ...]]


def _begun(table: dict[str, list[Phrase]], word: str) -> Iterable[_Begun]:
    """What a folded word begins as it stands, then what it begins behind a conjunction."""
    found = [table.get(word, [])]
    if word[:1] in CONJUNCTIONS and len(word) > 2 and (joined := table.get(word[1:])):
        sure = ("comp", "neg", "qad", "was", "fut")  # فتحت is no ف + تحت, but "ففي الوقت الذي"
        found.append([p for p in joined if word[0] == "و" or p.cls in sure or len(p.tokens) > 2])
    for phrases in found:
        if phrases:
            longer: dict[str, list[Phrase]] = {}
            for phrase in phrases:
                if len(phrase.tokens) > 1:
                    longer.setdefault(phrase.tokens[1], []).append(phrase)
            yield longer, tuple(p for p in phrases if len(p.tokens) == 1)


def _that_stands(begun: Sequence[_Begun], tokens: Sequence[Token], i: int) -> Phrase | None:
    """The first of the phrases begun at token i whose further words stand behind it."""
    second = tokens[i + 1].fold if i + 1 < len(tokens) else ""
    for longer, alone in begun:
        for phrase in longer.get(second, ()):
            words = phrase.tokens
            n = len(words)
            if (n == 2 or (i + n <= len(tokens) and all(tokens[i + k].fold == words[k] for k in range(2, n)))) and _is_glued(phrase, tokens, i + n):
                return phrase
        for phrase in alone:
            if not phrase.letter or _is_glued(phrase, tokens, i + 1):
                return phrase
    return None


def _is_glued(phrase: Phrase, tokens: Sequence[Token], i: int) -> bool:
    """Does the particle at a phrase's end, where it has one, begin the word at token i ("رفضا للاتفاق", not "رفضا الاتفاق")?"""
    return not phrase.letter or (i < len(tokens) and tokens[i].fold.startswith(phrase.letter))


GLUED = frozenset(("و", "ف", "ب", "ل"))
CONJUNCTIONS = frozenset(("و", "ف"))


def fronts(word: str, longer: int = 2) -> Sequence[tuple[str, str]]:
    """(conjunction, rest) for a folded word as it stands, and without the conjunction that it may begin with if it has more letters than so many."""
    return (("", word), (word[0], word[1:])) if word[:1] in CONJUNCTIONS and len(word) > longer else (("", word),)


_FRONT = re.compile("(?:و|ف)?(?:لل|ب|ل|ك)?(?:ال){0,2}")  # twice: "الألماني" is no article alone


def tails(word: str) -> Sequence[str]:
    """A folded word, and what is left of it where one letter or more of the particles and articles are cut off that it may begin with.

    All that any way of taking it apart leaves, and a few more; of most words only the word.
    """
    front = _FRONT.match(word)
    cut = front.end() if front is not None else 0
    return [word[k:] for k in range(cut + 1)] if cut else (word,)


def _stems(pack: Pack) -> frozenset[str]:
    """All folded forms of the lexicon."""
    return frozenset((*pack.verbs, *pack.nouns, *pack.participles))


def _heads(rest: str) -> Sequence[tuple[str, bool, str]]:
    heads = [("", False, rest)]
    if rest.startswith("ال"):
        heads.append(("", True, rest[2:]))
    if rest.startswith("لل"):
        heads.append(("ل", True, rest[2:]))
        heads.append(("ل", True, rest[1:]))  # للقاء: ل + لقاء or ل + ال + لقاء
    if rest[:1] in ("ب", "ل", "ك") and len(rest) > 2:
        heads.append((rest[0], False, rest[1:]))
        if rest[1:3] == "ال":
            heads.append((rest[0], True, rest[3:]))
    return heads


# ------------------------------------------------------------------ loading


@cache
def load(language: str) -> Pack:
    """The pack of a language. Raises PackError for data that break the format, KeyError where there is no such pack."""
    folder = tables.data_dir() / "lang" / language
    if not (folder / "pack.toml").is_file():
        raise KeyError(language)
    with tables.in_one_go():
        return _load(folder, language)


def cases(language: str, name: str) -> dict[str, Any]:
    """A file of the language's ``cases/`` as it stands; {} where the pack has none."""
    path = tables.data_dir() / "lang" / language / "cases" / f"{name}.toml"
    return tables.read_toml(path) if path.is_file() else {}


def languages() -> list[str]:
    """Codes of the languages that have a pack, in order."""
    return sorted(f.name for f in (tables.data_dir() / "lang").iterdir() if (f / "pack.toml").is_file())


@cache
def the_world() -> world.World:
    """The world data of the package, loaded once. Raises PackError for data that break the format."""
    return world.load(tables.data_dir() / "world")


def _load(folder: Traversable, language: str) -> Pack:
    head = tables.read_toml(folder / "pack.toml")
    pack = Pack(language, letters=dict(head.get("romanise", {})))
    _phrases(folder / "words" / "grammar.tsv", pack.phrases)
    _phrases(folder / "words" / "reference.tsv", pack.reference)
    _phrases(folder / "words" / "callings.tsv", pack.callings)
    _lists(folder / "words" / "lists.tsv", pack)
    masdars: dict[str, list[str]] = {}
    known: set[str] = set()
    for path in _files(folder / "words", "verbs", ".tsv"):
        for line, row in tables.read_tsv(path, ("past", "present", "passive", "masdar", "participle", "note")):
            past = row["past"]
            if past in known:
                raise PackError(path.name, line, f"{past} stands twice", "Merge the rows")
            known.add(past)
            _verb(pack, past, row["present"], tables.forms(row["passive"]), tables.forms(row["participle"]))
            masdars[past] = list(tables.forms(row["masdar"]))
            for noun in masdars[past]:
                pack.verbs_of.setdefault(noun, []).append(past)
    for line, row in tables.read_tsv(folder / "words" / "operators.tsv", ("verb", "class", "link", "note")):
        if row["class"] not in OPERATORS:
            raise PackError("operators.tsv", line, f"no class {row['class']!r}", f"Classes: {' '.join(sorted(OPERATORS))}")
        if row["verb"] not in known:
            known.add(row["verb"])
            _verb(pack, row["verb"], "", (), ())
        pack.operators.setdefault(row["verb"], []).append(Operator(row["verb"], row["class"], row["link"]))
        for noun in masdars.get(row["verb"], ()):
            _noun(pack, noun)
            pack.noun_operators.setdefault(noun, []).append(pack.operators[row["verb"]][-1])
    for path in _files(folder / "frames", "", ".toml"):
        for raw in tables.read_toml(path).get("frame", ()):
            frame = _frame(path.name, raw, pack.lists)
            if frame.id in pack.frames:
                raise PackError(path.name, None, f"frame {frame.id} stands twice", "Give one another id")
            pack.frames[frame.id] = frame
            if frame.verdict:
                pack.verdicts.append(frame)
            for verb in frame.verbs:
                if verb not in known:
                    known.add(verb)
                    _verb(pack, verb, "", (), ())
                pack.verb_frames.setdefault(verb, []).append(frame)
            told_of = frame.when is not None or frame.subject == "recipient" or raw.get("nouns") == []  # only the verb says it of its subject
            for noun in dict.fromkeys((*frame.nouns, *(m for v in frame.verbs for m in masdars.get(v, ()) if not told_of))):
                _noun(pack, noun)
                pack.noun_frames.setdefault(noun, []).append(frame)
    for frames in (*pack.verb_frames.values(), *pack.noun_frames.values()):
        frames.sort(key=lambda f: (-f.rank, -len(f.objects) if f.objects else 0, -len(f.needs)))
    return pack


def _lists(path: Traversable, pack: Pack) -> None:
    lists: dict[str, set[str]] = defaultdict(set)
    for line, row in tables.read_tsv(path, ("form", "class", "value", "note")):
        form, cls, value = fold(row["form"]), row["class"], row["value"]
        if cls in ("count", "count-pair"):
            kind, _, unit = value.partition(" ")
            (pack.counts if cls == "count" else pack.count_pairs)[form] = (kind, unit or None)
        elif cls == "prep-pronoun":
            pack.prep_pronouns[form] = fold(value)
        elif cls == "tally":
            pack.tallies[form] = value
        elif cls == "man-past":  # the past of a man, of a verb that stands in the words by its feminine
            pack.verbs.setdefault(form, []).append(VerbForm(value, "past", "s", "m"))
            lists[cls].add(form)
        elif cls in ("was-done", "is-doing"):
            forms = pack.was_done if cls == "was-done" else pack.is_doing
            forms |= {adjective: (value, number, gender) for adjective, number, gender in morphology.adjective_forms(row["form"])}
        elif cls == "particle-too":
            pack.particle_verbs[form] = value
        elif cls == "series":
            pack.in_order[form] = value
        elif cls == "opposite":
            try:
                kind, side, types = value.split()
            except ValueError:
                raise PackError(path.name, line, f"{value!r} is no pair of opposites", "Write: directness + CONSULT") from None
            said = (kind, side == "+", frozenset(types.split(",")))
            pack.opposites |= {adjective: said for adjective, _, _ in morphology.adjective_forms(row["form"])}
        elif cls in ("scale", "number", "vague", "ordinal"):
            try:
                {"scale": pack.scales, "number": pack.number_words, "vague": pack.vagues, "ordinal": pack.ordinals}[cls][form] = float(value)
            except ValueError:
                raise PackError(path.name, line, f"{value!r} is no number", "Write digits") from None
        else:
            lists[cls].add(form)
    pack.lists = {k: frozenset(v) for k, v in lists.items()}


def _files(folder: Traversable, start: str, end: str) -> list[Traversable]:
    return sorted((f for f in folder.iterdir() if f.name.startswith(start) and f.name.endswith(end)), key=lambda f: f.name)


def _phrases(path: Traversable, table: dict[str, list[Phrase]]) -> None:
    for _, row in tables.read_tsv(path, ("form", "class", "value", "note")):
        tokens = tuple(t.fold for t in tokenize(row["form"]))
        letter = tokens[-1] if len(tokens) > 1 and len(tokens[-1]) == 1 else ""
        if letter:  # "وفقا ل": the particle is written in one with the next word
            tokens = tokens[:-1]
        table.setdefault(tokens[0], []).append(Phrase(tokens, row["class"], row["value"], letter))
    for phrases in table.values():
        phrases.sort(key=lambda p: -len(p.tokens))


def _verb(pack: Pack, past: str, present: str, passive: tuple[str, ...], participles: tuple[str, ...]) -> None:
    present = present or morphology.regular_present(past)
    for form, reading in morphology.conjugate(past, past, present, passive or morphology.regular_passive(past, present)):
        readings = pack.verbs.setdefault(form, [])
        if reading not in readings:
            readings.append(reading)
    for base in participles or filter(None, (morphology.participle(present),)):
        stem = fold(base)
        weak = stem[:-1] if stem.endswith("ي") else stem
        table: tuple[tuple[str, str, str], ...] = (
            (stem, "s", "m"), (stem + "ه", "s", "f"), (stem + "ا", "s", "m"), (weak + "ين", "p", "m"), (weak + "ون", "p", "m"),
            (stem + "ان", "d", "m"), (stem + "ات", "p", "f"),
        )  # fmt: skip
        if base.endswith("ة"):
            table = ((stem, "s", "f"),)  # a form that stands in the table itself
        elif base.endswith("ين") and base[:-2] + "ا" in participles:
            table = ((stem, "p", "m"),)
        if base.endswith("ع") and past.endswith("ا") and len(base) == 3:  # داع: داعيا، داعية
            table = ((stem, "s", "m"), (stem + "ي", "s", "m"), (stem + "يا", "s", "m"), (stem + "يه", "s", "f"), (stem + "ين", "p", "m"))
        for form, number, gender in table:
            entry = (past, number, gender)
            if entry not in (found := pack.participles.setdefault(form, [])):
                found.append(entry)


def _noun(pack: Pack, noun: str) -> None:
    for form, pronoun in morphology.noun_forms(noun):
        if (noun, pronoun) not in (found := pack.nouns.setdefault(form, [])):
            found.append((noun, pronoun))


def _frame(file: str, raw: dict[str, Any], lists: Mapping[str, frozenset[str]]) -> Frame:
    id = str(raw.get("id", "?"))
    unknown = set(raw) - _FRAME_KEYS
    if unknown:
        raise PackError(file, None, f"frame {id}: unknown keys {sorted(unknown)}", f"Allowed: {sorted(_FRAME_KEYS)}")
    parts = dict(raw.get("with", {}))
    bad = {p for p in (*parts.values(), raw.get("subject", "actor"), raw.get("object") or "about") if p not in PARTS}
    if bad:
        raise PackError(file, None, f"frame {id}: unknown parts {sorted(bad)}", f"Allowed: {sorted(PARTS)}")
    plover = ontology.load()
    if raw.get("type") is not None and raw["type"] not in plover.types:
        raise PackError(file, None, f"frame {id}: no type {raw['type']!r}", f"PLOVER's types: {' '.join(sorted(plover.types))}")
    if raw.get("by") not in (None, *_BY):
        raise PackError(file, None, f"frame {id}: no people {raw['by']!r}", f"People: {' '.join(_BY)}")
    examples = tuple(
        Example(
            e["text"], e["gives"], _tuple(e.get("actors")), _tuple(e.get("recipients")), e.get("status"), e.get("mode"),
        )
        for e in raw.get("example", ())
    )
    objects = tuple(dict.fromkeys(ws for o in raw.get("objects", ()) for ws in expanded(file, id, o, lists)))
    return Frame(
        id=id, type=raw.get("type"), mode=raw.get("mode"), verbs=tuple(raw.get("verbs", ())), nouns=tuple(raw.get("nouns", ())),
        subject=raw.get("subject", "actor"), object=raw.get("object"), genitive=raw.get("genitive", "subject"),
        parts={fold(k): v for k, v in parts.items()}, say=bool(raw.get("say")), needs=tuple(raw.get("needs", ())),
        alone=bool(raw.get("alone")), by=raw.get("by"), objects=objects, heads=bool(raw.get("heads")), status=raw.get("status"),
        change=raw.get("change"), contexts=tuple(raw.get("contexts", ())), factive=bool(raw.get("factive")),
        negated=raw.get("negated"), when=raw.get("when"), verdict=bool(raw.get("verdict")), rank=int(raw.get("rank", 0)),
        relation=raw.get("relation"), examples=examples, counters=tuple(c["text"] for c in raw.get("counter", ())),
        wanted=Wanted.of(objects),
    )


def expanded(file: str, id: str, demand: str, lists: Mapping[str, frozenset[str]]) -> list[tuple[str, ...]]:
    """What one of a frame's ``objects`` means: "@cease+@violence" is each word of the one class with each of the other."""
    return list(product(*(_members(file, id, w, lists) for w in demand.split("+"))))


def _members(file: str, id: str, word: str, lists: Mapping[str, frozenset[str]]) -> Sequence[str]:
    """A word that a frame demands, folded; for "@craft" all words of that class of ``lists.tsv``."""
    if not word.startswith("@"):
        return (fold(word),)
    if word[1:] not in lists:
        raise PackError(file, None, f"frame {id}: no class {word[1:]!r}", "Classes stand in lists.tsv")
    return sorted(lists[word[1:]])


def _tuple(value: list[str] | None) -> tuple[str, ...] | None:
    return None if value is None else tuple(value)
