"""Dictionary look-up of Arabic words: simplemma behind our own clitic splitter.

Names are looked up in the world first; this only answers whether a word is a word of the language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from khabar.morphology import DERIVED_ENDS, REGULAR_ENDS
from khabar.text import ARTICLE, seated, stems


@lru_cache(maxsize=65536)
def known(word: str, language: str = "ar") -> bool:
    """Does the dictionary know this word (as written), whole or without its particles?"""
    if word and whole(word, language):  # without taking it apart
        return True
    if _PLAIN.fullmatch(word):  # so are its stems
        words = _dictionary(language)[0]
        return any(words.get(stem) is not None for stem in _stems(word)) or _is_inflected(word, words)
    return any(_has(stem, language) for stem in _stems(word) if stem)


@lru_cache(maxsize=65536)
def whole(word: str, language: str = "ar") -> bool:
    """Does the dictionary know this word as it stands, no particle cut off ("وجود" is no و + جود)?"""
    return _has(word, language)


@lru_cache(maxsize=65536)
def singular(word: str, language: str = "ar") -> str:
    """The dictionary's form of a noun as written, without article: رهائن is رهينة; a word that it has not is left as it stands."""
    return _dictionary(language)[0].get(word) or word


_PLAIN = re.compile(r"[\u0621-\u063a\u0641-\u064a]+")  # letters without marks, case or apostrophes: as the dictionary has them


def _has(word: str, language: str) -> bool:
    """What ``simplemma.is_known`` says. Plain words, which nearly all are, are looked up without its many checks, in less than half the time."""
    words, lookup = _dictionary(language)
    if _PLAIN.fullmatch(word):
        return words.get(word) is not None
    return lookup.get_lemma(unicodedata.normalize("NFC", word), language) is not None


@cache
def _dictionary(language: str) -> tuple[Mapping[str, str], Any]:
    from simplemma.strategies import DefaultDictionaryFactory, DictionaryLookupStrategy  # now: importing khabar costs nothing

    factory = DefaultDictionaryFactory()
    return factory.get_dictionary(language), DictionaryLookupStrategy(factory)


def _is_inflected(word: str, words: Mapping[str, str]) -> bool:
    """Is it a regular form, which the dictionary lacks, of a word that it has: a plural, with its owner too, or a relative adjective?"""
    if word.startswith(ARTICLE) and len(word) == len(ARTICLE) + _SHORT and words.get(word[len(ARTICLE) :]) is not None:
        return True  # "الحل", "الرد": too short to be taken apart elsewhere
    for stem in stems(word):
        for ending, base in REGULAR_ENDS:
            if stem.endswith(ending) and len(root := stem[: -len(ending)]) > _SHORT and words.get(root + base) is not None:
                return True
        for ending, base in DERIVED_ENDS:
            root = stem.removesuffix(ending)
            if root == stem or len(root) <= _SHORT + 1 or root[0] != _DERIVED or root[1] == _OF_FORM_I:
                continue
            if words.get(root + base) is not None:
                return True
    return False


def _stems(word: str) -> list[str]:
    out = stems(word)
    if (other := seated(word)) != word:
        out += stems(other)  # "مسئولو" in Egyptian print
    out += [s[:-1] + "ة" for s in out if s.endswith("ت") and len(s) > 3]
    out += [front + s[1:] for s in out if s.startswith("ا") and len(s) > 4 for front in _HAMZAS]  # outlets write "اصلاحات" too
    return out


_HAMZAS = ("أ", "إ")
_SHORT = 2  # letters
_DERIVED, _OF_FORM_I = "م", "ا"  # begins participles and verbal nouns of derived stems; their second letter in those of the first ("ماكرون")
