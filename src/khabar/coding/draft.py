"""An event in the making, and the small questions about a predicate that several parts of the coder ask."""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from khabar.coding.tree import Arg, Clause, Pred
from khabar.model import Mention, Source, Span, Topic, When
from khabar.packs import SPEECH, Frame
from khabar.text import Token, fold

# What hangs on a verb like this shares its subject; "reports about a coup" does not.
AIMED = SPEECH | {"SANCTION"}
DEEDS = frozenset(("SANCTION", "COERCE", "ASSAULT", "MOBILIZE"))
TAKEN_IN = ("arrest", "deport", "abduct", "release")  # what befalls people who themselves arrest nobody
FORCE = frozenset(("ASSAULT", "PROTEST", "MOBILIZE", "COERCE"))
FOR_A_STATE = ("PRM", "MIL")  # sectors of armed groups that stand with a state
RESUMED = frozenset(("ASSAULT", "PROTEST"))  # acts that a definite noun takes up again ("the attack")
AHEAD = ("planned", "hypothetical", "proposed")
IN_ANSWER = "cause:response-to"
ANSWERED = (IN_ANSWER, "cause:protest-at")  # links of what was done before
LEAD = 2  # sentences in which a report tells its news, whatever clause names the day
_WEEK = datetime.timedelta(days=7)
COMMAS, AND = ("،", ","), "و"
NEAR = 120  # tokens between a proposal and the sentence that says what it is for
POSSESSIVES = ("هما", "ها", "هم", "ه")
_NOUN, _CONSTRUCT, _HER = 3, "ت", "ه"  # letters of a noun; the ending of a woman's noun before a possessive, and as it is folded
CLOSE = frozenset(("", "obj", "subj", "gen", "ب", "ل", "علي", "الي", "من", "بشان", "في"))


@dataclass(slots=True)
class Draft:
    """An event before it is merged with its other tellings in the report."""

    pred: Pred
    frame: Frame
    type: str
    mode: str | None
    status: str
    change: str | None
    background: bool
    parts: dict[str, list[Mention]]
    initiator: str | None
    date: When | None
    place: str | None
    about: list[Topic]
    said_by: list[Source]
    span: Span
    item: int
    order: int
    sentence: int = 0
    harm: bool = False  # told by its victims ("مقتل جندي"), not by the deed
    same_as: Draft | None = None  # the earlier telling that a definite noun takes up
    contexts: list[str] = field(default_factory=list)


def is_headline(span: Span, text: str) -> bool:
    """Does it stand in the report's first line, which others follow?"""
    _, line, body = text[span.stop :].partition("\n")
    return "\n" not in text[: span.start].strip() and bool(line and body.strip())


def week_on(day: When) -> When:
    """The same weekday a week later: "تبدأ الجمعة" is next Friday; what is no day of a known year stays as it is."""
    try:
        return replace(day, value=(datetime.date.fromisoformat(day.value) + _WEEK).isoformat())
    except ValueError:
        return day


def refs(parts: Mapping[str, Sequence[Mention]], *names: str) -> set[str]:
    """The entities in these parts of an event."""
    return {e for name in names for m in parts.get(name, ()) for e in m.entities}


def goes(pred: Pred) -> bool:
    """May ل behind this verb say what for? It arrives or travels, or no frame of its own takes ل."""
    return pred.kind == "verb" and (any(f.mode == "visit" for f in pred.frames) or not any("ل" in f.parts for f in pred.frames))


def carries(pred: Pred, link: str) -> bool:
    """Is it an operator of what hangs on it with this link?"""
    word = fold(link)
    return (word in CLOSE and "" in pred.links) or (bool(word) and word in pred.links)


def below(pred: Pred, depth: int = 0) -> Iterable[Pred]:
    """The predicates that hang on this one, at any depth."""
    if depth < 5:
        for child in pred.children:
            yield child
            yield from below(child, depth + 1)


def up(clause: Clause, steps: int = 12) -> Iterable[Clause]:
    """The clause and those above it, as many as a reader keeps in mind."""
    probe: Clause | None = clause
    for _ in range(steps):
        if probe is None:
            return
        yield probe
        probe = probe.parent


def governors(pred: Pred) -> Iterable[Pred]:
    """What a predicate hangs on, what that hangs on, and so on."""
    over = pred.governor
    while over is not None:
        yield over
        over = over.governor


def speakers(clause: Clause) -> Iterable[Pred | Arg]:
    for probe in up(clause):
        yield from probe.sources
        if probe.kind == "comp" and probe.head is not None and (probe.head.says or _warns(probe.head)):
            yield probe.head


def _warns(pred: Pred) -> bool:
    """ "حذر من أن الحكومة ستدفع الثمن": does a verb of threatening bring the clause?"""
    return pred.kind != "noun" and "THREATEN" in pred.types


_PARTICLES = frozenset(("و", "ف", "ب", "ل", "ك"))
_THE = "ال"
_DUAL = 5  # letters that a dual has at least


@lru_cache(maxsize=65536)
def bases(word: str) -> frozenset[str]:
    """A folded word with and without its particles, article, accusative and dual ending."""
    out = [word, word[1:]] if word[:1] in _PARTICLES else [word]
    if "ل" in word[1:4]:  # of an article, behind two particles at most
        out += [w[2:] for w in out if w.startswith("لل")]
        out += [w[2:] for w in out if w.startswith(_THE)]
    if word.endswith("ا"):
        out += [w[:-1] for w in out if w]
    elif word[-1:] == "ن" and word[-2:-1] in ("ي", "ا") and word[-3:-2] == "ت":  # "قاعدتين"
        out += [w[:-3] + "ه" for w in out if len(w) > _DUAL]
    return frozenset(out)


def unowned(word: str) -> Iterable[str]:
    """The nouns that a folded word with a possessive may be: "قاعدتها" is "قاعدة"."""
    for ending in POSSESSIVES:
        noun = word.removesuffix(ending)
        if noun != word and len(noun) >= _NOUN:
            yield noun
            if noun.endswith(_CONSTRUCT):
                yield noun[:-1] + _HER


def has_article(word: str) -> bool:
    """Has a folded word its article, at its head or behind a particle ("بالجرائم")?"""
    return any(base.startswith(_THE) for base in bases(word))


def stands_before(tokens: Sequence[Token], i: int, words: Container[str]) -> bool:
    """Does one of these words stand right before token i, or before its preposition?"""
    return any(word in words for t in tokens[max(0, i - 2) : i] for word in bases(t.fold))
