"""Dictionary look-up of Arabic words: simplemma behind our own clitic splitter.

Names are looked up in the world first; this only answers whether a word is a word of the language.
"""

from __future__ import annotations

from functools import lru_cache

from khabar.text import clitics


@lru_cache(maxsize=65536)
def known(word: str, language: str = "ar") -> bool:
    """Does the dictionary know this word (as written), whole or without its particles?"""
    if word and whole(word, language):  # without taking it apart
        return True
    from simplemma import is_known  # loaded when the first word is asked for: importing khabar costs nothing

    return any(is_known(stem, language) for stem in _stems(word) if stem and stem != word)


@lru_cache(maxsize=65536)
def whole(word: str, language: str = "ar") -> bool:
    """Does the dictionary know this word as it stands, no particle cut off ("وجود" is no و + جود)?"""
    from simplemma import is_known

    return is_known(word, language)


def _stems(word: str) -> tuple[str, ...]:
    out = [c.stem for c in clitics(word)]
    out += [s[:-1] + "ة" for s in out if s.endswith("ت") and len(s) > 3]
    out += [front + s[1:] for s in out if s.startswith("ا") and len(s) > 4 for front in _HAMZAS]  # outlets write "اصلاحات" too
    return tuple(dict.fromkeys(out))


_HAMZAS = ("أ", "إ")
