"""Dictionary look-up of Arabic words: simplemma behind our own clitic splitter.

Names are looked up in the world first; this only answers whether a word is a word of the language, and what its lemma is.
"""

from __future__ import annotations

from functools import lru_cache

from khabar.text import clitics


@lru_cache(maxsize=1)
def _lemmatizer() -> tuple[object, object]:
    from simplemma import is_known, lemmatize

    return is_known, lemmatize


@lru_cache(maxsize=65536)
def known(word: str, language: str = "ar") -> bool:
    """Does the dictionary know this word (as written), whole or without its particles?"""
    is_known, _ = _lemmatizer()
    assert callable(is_known)
    return any(is_known(stem, language) for stem in _stems(word))


@lru_cache(maxsize=65536)
def lemmas(word: str, language: str = "ar") -> tuple[str, ...]:
    """Every lemma that the word can have, over all ways to take its clitics off; () when the dictionary knows none."""
    is_known, lemmatize = _lemmatizer()
    assert callable(is_known) and callable(lemmatize)
    return tuple(dict.fromkeys(lemmatize(stem, language) for stem in _stems(word) if is_known(stem, language)))


def _stems(word: str) -> tuple[str, ...]:
    out = [c.stem for c in clitics(word)]
    out += [s[:-1] + "ة" for s in out if s.endswith("ت") and len(s) > 3]
    return tuple(dict.fromkeys(out))
