"""Words that a page ran together ("الولاياتالمتحدة", "فرنساوألمانيا", "علىإيران"), taken apart before anything is looked up; and "و" that
stands apart ("و قال"), joined to its word. And the marks around a nationality (القوات "الروسية"), by which a paper keeps its distance, left out.

Pages that link their names lose the spaces beside them. Only what cannot be one word is cut: behind a ة, which ends every word that
has it; behind ى, where both halves are words; and where an unknown word is two names, or the first two words of one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from khabar.annotate.names import first_names, keys
from khabar.lemmas import known
from khabar.packs import Pack
from khabar.text import QUOTE_MARKS, ByWord, Token, fold
from khabar.world import World

_PLAIN = re.compile("(?:[\u0621-\u063a]|[\u0641-\u064a])+")  # letters only: without marks a fold is as long as its form
_TA, _MAKSURA, _AND = "ة", "ى", "و"
_THE = "ال"
_ARTICLED = 4  # letters in which a word has its article, behind one-letter particles
_SHADDA = "\u0651"
_ENDS = frozenset(".!؟?")
_SPEAKER = 14  # tokens within which what somebody says begins behind the verb
_LEAST = 3  # letters of either half
_NAME = 4  # letters of each of two names; two short ones make many a word ("إسبان" and "يول")
_SHORT, _LONG = 7, 40  # a word of fewer letters is no two names; one of more is none, and would take long
_CUTS: dict[tuple[int, int], ByWord[tuple[int, ...]]] = {}


def unglued(tokens: Sequence[Token], pack: Pack, world: World) -> list[Token]:
    """The tokens, each that holds several words cut into them, an "and" in one with its word; spans and order stay those of the text."""
    key = id(pack), id(world)
    cuts = _CUTS[key] if key in _CUTS else _CUTS.setdefault(key, ByWord(_Cuts(pack, world).of))
    forms = [t.form for t in tokens]
    if _AND not in forms and not any(map(cuts.__getitem__, forms)):
        return list(tokens)
    whole = next(k for k, t in enumerate(tokens) if t.form == _AND or cuts[t.form])
    out = list(tokens[:whole])
    for token in tokens[whole:]:
        if out and out[-1].form == _AND and token.kind == "word" and len(token.form) >= _LEAST and token.start - out[-1].stop == 1:
            form = _AND + token.form
            out[-1] = Token(out[-1].start, token.stop, form, fold(form), "word")
            continue
        places = cuts[token.form]
        start = 0
        for stop in (*places, len(token.form)) if places else ():
            form = token.form[start:stop]
            out.append(Token(token.start + start, token.start + stop, form, fold(form), "word"))
            start = stop
        if not places:
            out.append(token)
    return out


def without_distance(tokens: list[Token], world: World) -> list[Token]:
    """The tokens but for the marks around one nationality behind a definite noun: 'الاعتداءات "الإسرائيلية" على لبنان' tells who attacks as
    plainly as without them. Behind a bare noun they hold a name ('صحيفة "السعودية"')."""
    marks = [k for k, t in enumerate(tokens) if t.fold in QUOTE_MARKS]
    aside = set[int]()
    for opens, closes in itertools.pairwise(marks):
        told = opens > 0 and closes - opens == 2 and opens not in aside and _THE in tokens[opens - 1].fold[:_ARTICLED]
        if told and tokens[opens + 1].fold.startswith(_THE):
            names = (n for key, *_ in keys(tokens[opens + 1].fold) for n in world.names.get(key, ()))
            if any(n.what == "adjective" and n.ref.startswith("state/") for n in names):
                aside |= {opens, closes}
    return [t for k, t in enumerate(tokens) if k not in aside] if aside else tokens


def with_verbs(tokens: list[Token], text: str, pack: Pack) -> list[Token]:
    """The tokens, each that a verb shares with a particle read as another verb of its sense where it is the verb: "وبيّن الوزير أن القرار" and,
    at the head of a sentence, "وبين الوزير أن" for "وأوضح"; not "وبين القاهرة والخرطوم", "الاختيار بين أن يبقى وأن يرحل"."""
    told = {and_ + form: and_ + verb for form, verb in pack.particle_verbs.items() for and_ in ("", _AND)}
    out = list(tokens)
    for k, token in enumerate(tokens):
        if token.fold in told and _says(tokens, k, text, pack):
            form = told[token.fold]
            out[k] = Token(token.start, token.stop, form, fold(form), "word")
    return out


def _says(tokens: Sequence[Token], k: int, text: str, pack: Pack) -> bool:
    """Does token k tell that somebody says what follows: "that" and no verb, or a colon, soon behind it, and a head of a sentence before it?"""
    outright = _SHADDA in tokens[k].form
    before = tokens[k - 1] if k else None
    opens = before is None or before.fold in _ENDS or "\n" in text[before.stop : tokens[k].start]
    for i in range(k + 1, min(len(tokens), k + _SPEAKER)):
        phrase, token = pack.phrase_at(tokens, i), tokens[i]
        if token.fold == ":":
            return opens or outright
        if token.fold in _ENDS or token.fold == tokens[k].fold:
            return False
        if phrase is not None and phrase.cls == "comp":
            behind = pack.readings(tokens[i + 1].fold) if i + 1 < len(tokens) else ()
            wished = any(r.verb is not None and r.verb.tense == "present" for r in behind) and phrase.tokens == (tokens[i].fold,)
            return (opens or outright or i == k + 1) and not wished
        acts = pack.readings(token.fold)
        if not outright and any(r.verb is not None and (r.verb.tense == "present" or all(x.verb is not None for x in acts)) for r in acts):
            return False  # "وبين هذا وذاك يرى مراقبون أن", "وبين الشوطين أدخل المدرب:"
    return False


class _Cuts:
    """Where words end inside a form."""

    def __init__(self, pack: Pack, world: World) -> None:
        self.pack, self.world = pack, world
        self._given = first_names(world) | pack.word_class("given-name")
        self._lands = frozenset(world.words["land"])  # no towns: one is too often the beginning of a word ("العلاجية")
        self._begun = frozenset(world.words["two"])
        self._behind_land = self._given | self._lands

    def of(self, form: str) -> tuple[int, ...]:
        """The places in the form at which another word begins; () for one word."""
        if not (_LEAST < len(form) <= _LONG and _PLAIN.fullmatch(form)):
            return ()
        inside = form[:-2]
        ending = _TA in inside or _MAKSURA in inside
        first = next((i for i in range(1, len(form) - 1) if self._ends(form, i)), 0) if ending else 0
        if not first and len(form) >= _SHORT and self._may_hold_two(fold(form)) and not self._is_word(form):
            first = next((i for i in range(_LEAST, len(form) - _LEAST + 1) if self._two_names(fold(form[:i]), fold(form[i:]))), 0)
        if not first:
            return ()
        return (*self.of(form[:first]), first, *(first + i for i in self.of(form[first:])))

    def _ends(self, form: str, i: int) -> bool:
        """Does a word end before letter i by how it is spelt?"""
        if form[i - 1] == _TA:
            return True
        halves = form[i - 1] == _MAKSURA and i >= _LEAST - 1 and len(form) - i >= _LEAST
        return halves and self._is_word(form[:i]) and self._is_word(form[i:])

    def _may_hold_two(self, word: str) -> bool:
        """Does a folded word end in the first two words of a name, or in what may stand behind a land's? One in six: asked before the dictionary."""
        ends = [word[i:] for i in range(len(word) - _LEAST + 1)]
        return not (self._begun.isdisjoint(ends) and self._behind_land.isdisjoint(ends[_LEAST:]))

    def _is_word(self, form: str) -> bool:
        word = fold(form)
        return bool(self.pack.readings(word)) or self._is_name(word) or known(form)  # the dictionary last: it costs most

    def _is_name(self, word: str) -> bool:
        return any(key in self.world.names for key, *_ in keys(word))

    def _two_names(self, one: str, other: str) -> bool:
        """Are these two names, the first of a land or body, or the first two words of one name?"""
        begun = {key for key, *_ in keys(one)}
        if any(len(n.tokens) > 1 and n.tokens[1] == other for key in begun for n in self.world.names.get(key, ())):
            return True
        if min(len(one), len(other)) < _NAME or begun.isdisjoint(self._lands):
            return False
        return not self._lands.isdisjoint(key for key, *_ in keys(other)) or other in self._given
