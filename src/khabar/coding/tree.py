"""What a sentence is read into: units with one function each, predicates with their arguments, a tree of clauses."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from khabar.model import Mention, Sentence, When
from khabar.morphology import US
from khabar.packs import Frame, Operator, Phrase, Reading
from khabar.text import Token, fold

ACTOR_KINDS = frozenset(["person", "role", "state", "demonym", "government-body", "organisation", "armed-group", "party", "people-group", "group"])


@dataclass(slots=True, eq=False)
class Unit:
    """A stretch of tokens with one function. kind: mention, verb, noun, participle, phrase, date, mark, word."""

    kind: str
    first: int
    last: int
    fold: str = ""
    conj: str = ""
    prep: str = ""
    mention: Mention | None = None
    reading: Reading | None = None
    phrase: Phrase | None = None
    date: When | None = None
    medium: str | None = None  # of a mention: it stands as "the statement of X"

    def is_phrase(self, classes: Container[str]) -> bool:
        """Is it a phrase of grammar.tsv, of one of these classes?"""
        phrase = self.phrase
        return phrase is not None and phrase.cls in classes

    def is_actor(self) -> bool:
        """Is it a mention of somebody who can act?"""
        return self.kind == "mention" and self.mention is not None and self.mention.kind in ACTOR_KINDS


@dataclass(slots=True)
class Arg:
    """An argument: a mention (or the subject of another clause) with the preposition that brought it ('' for none)."""

    mention: Mention
    prep: str
    role: str  # subject, object, genitive, prep, loose, third, initiator, source, named, early, topic, party, leader, backer
    medium: str | None = None
    gap: int = 0  # plain words between its preposition and what stands before: it may belong to them


@dataclass(slots=True, eq=False)
class Pred:
    """A predicate as it stands. ``governor`` and ``link`` say what it hangs on: link is a preposition, ``obj``, ``subj``, ``gen``, or a
    class of grammar.tsv such as ``time:after``, ``cause:response-to``, ``need:``; '' for none."""

    kind: str  # verb, noun, participle
    lemma: str
    reading: Reading
    first: int
    last: int
    clause: Clause
    frames: Sequence[Frame]
    operators: Sequence[Operator]
    says: bool  # this and what follows: as in `Sense`
    types: frozenset[str | None]
    operates: frozenset[str]
    links: frozenset[str]
    preps: frozenset[str]
    governor: Pred | None = None
    link: str = ""
    args: list[Arg] = field(default_factory=list)
    dates: list[When] = field(default_factory=list)
    children: list[Pred] = field(default_factory=list)
    content: Clause | None = None
    content_start: int = -1
    future: str | None = None
    negated: str | None = None
    was: bool = False
    reached: bool = False  # a pronoun behind it takes up whom its clause is about, to whom it is done: "الصحفي أفرج عنه", "الذي حكمت عليه المحكمة"
    stop: int = 0  # token after the last one that belongs to it
    again: int = 0  # token at which it goes on behind an insertion; 0 for none
    impersonal: bool = False  # "قال البيان": the statement itself speaks
    taken: bool = False  # its subject stands before it in words that name nobody we know
    aside: bool = False  # "بحسب ما نشرته الصحافة": it only says whose words stand around it
    strange: bool = False  # its subject is a word that names nobody we know
    owed: bool = False  # its object would be its subject, were nobody told before who can be it
    after_strange: bool = False  # it goes on with the subject of such a verb, unless one of its own follows
    definite: bool = False
    owned: bool = False  # it stands in the genitive of a plain noun: "تعزيز التعاون"

    def of_role(self, role: str) -> list[Arg]:
        """Its arguments of one role, in the order of the text."""
        return [a for a in self.args if a.role == role] if self.args else []

    @property
    def has_object(self) -> bool:
        """Does its object stand with it: somebody, or the noun of a deed?"""
        return bool(self.of_role("object")) or any(c.link == "obj" for c in self.children)

    @property
    def subject(self) -> list[Arg]:
        """The subject that stands with it; [] when it has none of its own (`Thread.subject` looks further)."""
        return [a for a in self.args if a.role == "subject"] if self.args else []


@dataclass(slots=True)
class Clause:
    """kind: root, comp (content of a predicate), rel, coord, part."""

    kind: str
    parent: Clause | None = None
    head: Pred | None = None  # what the clause is the content of, or what its participle continues
    antecedent: Arg | Pred | None = None
    topic: list[Arg] = field(default_factory=list)  # a subject before its verb
    scene: list[Arg] = field(default_factory=list)  # a place before its verb: "وفي إسطنبول، تجمع …"
    verb: Pred | None = None
    preds: list[Pred] = field(default_factory=list)
    background: bool = False
    hypothetical: bool = False
    medium: str | None = None
    sources: list[Arg] = field(default_factory=list)  # attribution: "according to X"
    quote: bool = False
    spoken_for: bool = False  # "أنها": a pronoun is its subject
    brought_up: bool = False  # "…، أما الوزارة فقالت": behind "as for" in the middle of a sentence
    whom: bool = False  # what a "rel" clause describes is not the subject of its verb
    plain: str = ""  # a definite word that names nobody we know stands where its subject does: "أن السفينة كانت متوجهة إلى"


@dataclass(slots=True)
class Parsed:
    """One sentence as read: its units, its predicates in the order of the text, and the tree of its clauses."""

    sentence: Sentence
    units: list[Unit]
    preds: list[Pred]
    root: Clause
    clauses: list[Clause]
    leads: list[tuple[Mention, Mention]]  # (leader, led): "قوات الدعم السريع بقيادة حميدتي"

    def take_apart(self) -> None:
        """For when all is read from it: predicates and clauses lead to each other in circles, which stay until rubbish is looked for."""
        for pred in self.preds:
            pred.governor = None
        for clause in self.clauses:
            clause.parent = clause.head = clause.verb = clause.antecedent = None
            clause.preds.clear()


def first_person(pred: Pred, tokens: Sequence[Token]) -> bool:
    """ "نحث", "سندعو", "أفرجنا عن": is it we who do it?"""
    verb, word = pred.reading.verb, tokens[pred.first].fold.removeprefix(pred.reading.conj)
    if verb is not None and (verb.tense, verb.gender, verb.obj) == ("past", "m", US):
        if not pred.reading.pronoun:
            return True  # "الجيش: قصفنا قاعدة"
        return bool(pred.frames) and not any(f.object for f in pred.frames)  # "جندي أفرجنا عنه": a verb that takes no object
    return verb is not None and verb.tense in ("present", "future") and word.removeprefix("س").startswith("ن")


def is_outer(clause: Clause, inner: Clause) -> bool:
    """Is ``clause`` inner's ancestor (so that its predicates stay open)?"""
    probe: Clause | None = inner.parent
    while probe is not None:
        if probe is clause:
            return True
        probe = probe.parent
    return False


def links(pred: Pred, prep: str) -> bool:
    """Has the predicate an operator that carries its event noun with this preposition?"""
    return bool(prep) and fold(prep) in pred.links


def within(clause: Clause, outer: Clause) -> bool:
    return clause is outer or is_outer(clause, outer) or is_outer(outer, clause)


def oblique(word: str, mention: Mention) -> bool:
    """Is a noun for people written in a case that a subject does not have ("دبلوماسيين", "جنديا")?"""
    if not mention.rule.startswith(("agent", "unnamed", "post.plural")) or len(word) <= 4 - mention.rule.startswith("unnamed"):
        return False
    if word.endswith("ا") and not word.startswith("ال"):
        return not (word.endswith("يا") and word[-3:-2] == "ا")  # "أعلنته شخصا"; "رعايا", "ضحايا" do not change
    return word.endswith("ين") and (not word.startswith("ال") or word[-3:-2] == "ي")  # "البريطانيين"


# Letters and marks that more than one part of the reading looks at.
ENVOYS = frozenset(("ambassador", "charge-daffaires", "consul"))
MISSIONS = ("-embassy", "-consulate", "-mission")  # of ids: a state's bodies abroad
IN, BETWEEN = "في", "بين"
LED = frozenset(["state", "government-body", "organisation", "armed-group", "party", "people-group", "group"])
FROM = ("من", "عن")
ITSELF = ("ال", "لل")  # a text with its article has been told of
AND, FA, TA, WITH = "و", "ف", "ت", "مع"
HER_TITLE = ("ة", "ى", "اء")  # ends of titles of a woman: "الرئيسة", "الشيخة حسناء"
HERS = ("ة", TA)  # ends of words of the feminine, and of its plural: "القوات الروسية"
DASH = frozenset(("-", "–", "—", "/", ":"))
COMMA = frozenset(("،", ",", "-", "–", "؛", ";"))
NOMINAL = frozenset(("prep", "time", "third", "initiator", "attribution", "need", "cause", "purpose"))
UNWILLED = "neg:idea"  # words for no plan or chance, behind which the act stands that is not to be
VERBAL = frozenset(("comp", "rel", "neg", "fut", "was", "qad", "conj", "background", "opinion", "skip"))
