"""From a verb's two principal forms to every form that stands in a report, over folded letters without vowel marks.

Unvowelled Arabic conjugates by prefix and suffix; only weak endings and hollow stems change inside. So a verb is its past and its
present (``data/FORMAT.md``), and what is generated here is looked up, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from khabar.text import fold


@dataclass(slots=True)
class VerbForm:
    """One reading of a form. tense: past, present, future. number: s, d, p. gender: m, f. obj: object pronoun or ''. cut: jussive ("لم يجب").

    Not frozen, though nothing changes it: a hundred thousand are made when a pack is loaded.
    """

    lemma: str
    tense: str
    number: str
    gender: str
    passive: bool = False
    obj: str = ""
    cut: bool = False


def regular_present(past: str) -> str:
    """The present of a verb whose letters follow from its past (forms II to X without an inner change)."""
    if past.startswith("است"):
        rest = past[1:]
        if rest[-2] == "ا":
            rest = rest[:-2] + "ي" + rest[-1]
        return "ي" + _weak_ending(rest)
    if past[0] == "ا":
        return "ي" + _weak_ending(past[1:])
    if past[0] in "أآ":
        rest = past[1:]
        if len(rest) == 3 and rest[-2] == "ا":
            rest = rest[:-2] + "ي" + rest[-1]
        return "ي" + _weak_ending(rest)
    return "ي" + past


def _weak_ending(stem: str) -> str:
    return stem[:-1] + "ي" if stem.endswith("ى") else stem


def regular_passive(past: str, present: str) -> tuple[str, ...]:
    """The past passive of a verb of form III, which has other letters than the active: راقب, روقب. Nothing of other verbs, nor of واجه:
    "ووجه" is "and he sent"."""
    third = len(past) == _OF_FORM_III and past[1] == "ا" and past[0] != "و" and present == "ي" + past
    return (past[0] + "و" + past[2:],) if third else ()


_OF_FORM_III = 4  # letters
US = "نا"
_HERS = "ت"
OBJECTS = ("ه", "ها", "هم", "هما", US)


def conjugate(lemma: str, past: str, present: str, passive: tuple[str, ...] = ()) -> Iterator[tuple[str, VerbForm]]:
    """(folded form, reading) of a verb, third person, active and the passives whose letters differ.

    past and present as in ``verbs.tsv``; passive: its past, or its past and its present, or nothing.
    """
    hers = past.endswith(_HERS) and not present.endswith(_HERS)  # named by its feminine: "قبلت", "يقبل"
    yield from _past(lemma, past, False, hers)
    yield from _present(lemma, present, past, False)
    if passive:
        yield from _past(lemma, passive[0], True, hers and passive[0] == past)
    if len(passive) > 1:
        yield from _present(lemma, passive[1], "", True)


def _past(lemma: str, past: str, passive: bool, hers: bool) -> Iterator[tuple[str, VerbForm]]:
    weak = past[-1] in "ىا"
    whole, stem = fold(past), fold(past[:-1] if weak or hers else past)  # folded here: no letter of an ending changes
    if hers:  # "قبلت": his own form is another word, those of many are not
        yield from ((form, VerbForm(lemma, "past", number, gender, passive)) for form, number, gender in (
            (whole, "s", "f"), (whole + "ا", "d", "f"), (stem + "وا", "p", "m"), (stem + "ن", "p", "f"),
        ))  # fmt: skip
        if not passive:
            yield from ((whole + obj, VerbForm(lemma, "past", "s", "f", False, obj)) for obj in OBJECTS)
        return
    dual = (stem + ("وا" if past.endswith("ا") else "يا")) if weak else stem + "ا"
    for form, number, gender in (
        (whole, "s", "m"), (stem + "ت", "s", "f"), (dual, "d", "m"), (stem + "تا", "d", "f"),
        (stem + "وا", "p", "m"), (whole + "ن" if not weak else stem + "ين", "p", "f"),
    ):
        yield form, VerbForm(lemma, "past", number, gender, passive)
    if not passive:
        base = stem + "ا" if weak else whole
        for obj in OBJECTS:
            yield base + obj, VerbForm(lemma, "past", "s", "m", False, obj)
            yield stem + "ت" + obj, VerbForm(lemma, "past", "s", "f", False, obj)


def _present(lemma: str, present: str, past: str, passive: bool) -> Iterator[tuple[str, VerbForm]]:
    letters = present[1:]
    weak = letters[-1] in "يوى" and len(letters) > 1
    stem, short = fold(letters), fold(letters[:-1] if weak else letters)
    long = (short + "ي" if letters.endswith("ى") else stem) if weak else stem
    shapes = [
        ("ي" + stem, "s", "m"), ("ت" + stem, "s", "f"), ("ن" + stem, "p", "m"),
        ("ي" + long + "ان", "d", "m"), ("ت" + long + "ان", "d", "f"), ("ي" + long + "ا", "d", "m"), ("ت" + long + "ا", "d", "f"),
        ("ي" + short + "ون", "p", "m"), ("ي" + short + "وا", "p", "m"),
    ]
    cut = []  # jussive: never behind the letter of the future (سير is traffic)
    if weak:
        cut = [("ي" + short, "s", "m"), ("ت" + short, "s", "f")]
    elif len(letters) > 2 and letters[-2] in "ويا" and (len(past) > 1 and past[-2] == "ا"):
        hollow = fold(letters[:-2] + letters[-1])
        cut = [("ي" + hollow, "s", "m"), ("ت" + hollow, "s", "f")]
    for form, number, gender in shapes:
        yield form, VerbForm(lemma, "present", number, gender, passive)
    for form, number, gender in cut:
        yield form, VerbForm(lemma, "present", number, gender, passive, cut=True)
    for form, number, gender in shapes:
        yield "س" + form, VerbForm(lemma, "future", number, gender, passive)
    if not passive:
        base = short + "ا" if letters.endswith("ى") else stem
        for obj in OBJECTS:
            for head, gender in (("ي", "m"), ("ت", "f")):
                yield head + base + obj, VerbForm(lemma, "present", "s", gender, False, obj)
                yield "س" + head + base + obj, VerbForm(lemma, "future", "s", gender, False, obj)


def of_many(form: str) -> Iterator[tuple[str, str, str]]:
    """(form without it, object pronoun, number of the verb) of a folded form that may be a verb of two or many with its object.

    "استقبلوه" is "استقبلوا", "ناشداه" is "ناشدا", "يتهمونها" is "يتهمون". Only looked up, for they would double the forms of all verbs.
    """
    for obj in OBJECTS if form.endswith(OF_MANY) else ():
        rest = form.removesuffix(obj)
        if rest == form or len(rest) <= _CLEAR:
            continue
        if rest.endswith("و"):
            yield rest + "ا", obj, "p"
        elif rest.endswith("ون"):
            yield rest, obj, "p"
        elif (rest.endswith("ان") and rest.startswith(("ي", "س"))) or (rest.endswith("ا") and len(rest) > _DERIVED and not rest.startswith("ت")):
            yield rest, obj, "d"


OF_MANY = tuple(ending + obj for ending in ("و", "ون", "ا", "ان") for obj in OBJECTS)
_CLEAR = 3  # letters up to which it is a noun with its owner: "سموه" is His Highness, "نموها" her growth
_DERIVED = 4  # letters up to which two may be a plural with its owner: "قتلاهم"


def marks_passive(past: str) -> bool:
    """Do the vowel marks of a past form, as written and without conjunctions, say that it is passive (قُتل, أُعلن, اعتُبر)?"""
    at = past.find("\u064f")
    return 0 < at <= 4 and at + 2 < len(past) and past[at + 1] != "و" and (at == 1 or fold(past[0]) == "ا")


def is_feminine(noun: str) -> bool:
    """Does the end of a noun, as folded, say that a verb before it would be hers: ـة, ـات?"""
    return noun.endswith(("ه", "ات"))


def participle(present: str) -> str | None:
    """The active participle of a derived verb (forms II to X): م for the ي of its present."""
    return "م" + present[1:] if len(present) > 3 else None


def adjective_forms(adjective: str) -> Iterator[tuple[str, str, str]]:
    """(folded form, number, gender) of an adjective without article; of a feminine (مصادرة) only those of feminines."""
    stem = fold(adjective.removesuffix("ة"))
    yield from ((stem + ending, number, "f") for ending, number in (("ه", "s"), (_HERS + "ان", "d"), (_HERS + "ين", "d"), ("ات", "p")))
    if not adjective.endswith("ة"):
        yield from ((stem + ending, number, "m") for ending, number in (("", "s"), ("ا", "s"), ("ان", "d"), ("ين", "p"), ("ون", "p")))


def noun_forms(noun: str) -> Iterator[tuple[str, str]]:
    """(folded form, possessive pronoun or '') of a noun without article: bare, tanwin, with possessives, dual construct."""
    base = fold(noun)
    yield base, ""
    tail = noun[-1]
    if (tail not in "ةىاءه" and not noun.endswith("ات")) or noun.endswith(("وء", "يء")):
        yield base + "ا", ""
    stem = base[:-1] + "ت" if tail == "ة" else base[:-1] + "ا" if tail == "ى" else base
    for pronoun in ("ه", "ها", "هم", "هما", "نا"):
        yield stem + pronoun, pronoun
    if tail == "ء":
        for seat in "ئؤ":
            for pronoun in ("ه", "ها", "هم", "هما"):
                yield base[:-1] + seat + pronoun, pronoun


_OWNERS, _NISBA, _FEMININE, _PLURAL = OBJECTS[:3], "ي", "ة", "ات"
# Ends of regular forms of nouns and adjectives, and the end of the word itself instead: "شركاؤه", "أعضائها", "تدريبية", "صلاحيات".
REGULAR_ENDS = ((_NISBA + _FEMININE, ""), (_NISBA + _PLURAL, _NISBA + _FEMININE), *((seat + owner, "ء") for seat in ("ؤ", "ئ") for owner in _OWNERS))
# The same of participles and verbal nouns of derived stems, "مقابلات"; several doers alone, before a genitive, with their owner: "مؤيدون", "معارضو",
# "منتقدوها". Other nouns that end so may be names ("عرفات").
DERIVED_ENDS = ((_PLURAL, _FEMININE), ("و", ""), *((case + end, "") for case in ("و", "ي") for end in ("ن", *_OWNERS)))
