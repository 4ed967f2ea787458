"""Denials that do not say again what they deny: "which Moscow denied", "Moscow denied that", and accounts told "contrary to what Moscow said".

The statement is what stood before; so they are no statements of their own, but pairs of stretches of the report that do not agree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from khabar.annotation import Annotation
from khabar.coding.speech import Saying
from khabar.model import Sentence, Span
from khabar.packs import GLUED, Pack
from khabar.text import ByWord, fold

_OPENS = 5  # tokens before a denial in which its clause begins: "وهو ما", "الأمر الذي", "غير أن موسكو"
_OBJECT = 8  # tokens behind a verb of denial in which "that", "these reports" stand: its subject stands between
_LEAST = 25  # characters of what is denied
_STOPS = ("،", ",", "؛", ";", ":", ".")
_THE = "ال"


def refusals(a: Annotation, pack: Pack, sayings: Sequence[Saying], cues: Sequence[tuple[int, int]]) -> list[tuple[Span, Span]]:
    """For each denial without words of its own, by somebody who is named: the words of the denial, and what is denied.

    That is what stands before it in its sentence, else the sentence before: the last voice there, or all of it.
    """
    out = []
    for k, i in cues:
        sentence = a.sentences[k]
        if _negated(a, pack, i, sentence):
            continue
        charge = _charge_of(a, pack, i, sentence)
        if charge is not None:
            out.append(charge)
            continue
        begin = _begin(a, pack, i, sentence)
        if begin is None:
            continue
        stop = _end(a, i, sentence)
        start = a.tokens[begin].start
        who = {e for m in a.mentions if start <= m.span.start < stop for e in m.entities}
        denied = _before(a, k, start, sayings) if who else None
        if denied is not None and not any(s.speaker in who for s in sayings if s.span == denied[0]):
            out.append((Span(start, stop), denied[1]))
    return out


def _charge_of(a: Annotation, pack: Pack, i: int, sentence: Sentence) -> tuple[Span, Span] | None:
    """"The army denied the movement's charges that it shelled the hospital": the denial, and the charge with who makes it."""
    for j in range(i + 1, min(i + 1 + _OBJECT, sentence.last)):
        if a.tokens[j].fold in _STOPS or a.tokens[j].kind != "word":
            return None
        if a.tokens[j].fold in pack.word_class("the-charge"):  # bare: somebody's, who stands behind it
            start, stop = a.tokens[j].start, _end(a, j, sentence)
            made, denied = ([m for m in a.mentions if m.entities and b <= m.span.start < e] for b, e in ((start, stop), (sentence.span.start, start)))
            said = _trimmed(a, start, stop)
            return (Span(a.tokens[i].start, start), said) if made and denied and said is not None and made[0].first == j + 1 else None
    return None


def contraries(a: Annotation, pack: Pack, sayings: Sequence[Saying], cues: Sequence[tuple[int, int]]) -> list[tuple[Span, Span]]:
    """What an account is said to be contrary to ("contrary to what Moscow announced"), and that account: before it in its sentence, or behind it."""
    out = []
    says = pack.once(_saying)
    for k, i in cues:
        sentence = a.sentences[k]
        length = _phrase(a, pack, i, sentence.last, "contrary") if i + 1 < sentence.last else 0
        if not length:
            continue
        stop, start = _end(a, i + length, sentence), a.tokens[i].start
        last = a.token_from(stop)
        named = any(m.entities for m in a.mentions if start <= m.span.start < stop) and any(says[t.fold] for t in a.tokens[i + length : last])
        if not named and a.tokens[i + length - 1].fold not in pack.word_class("the-account"):
            continue
        words = Span(start, stop)
        behind = _trimmed(a, stop, sentence.span.stop)
        before = _before(a, k, start, sayings) if start - sentence.span.start >= _LEAST else None
        told = before[1] if before is not None else behind
        if told is not None:
            out.append((words, told))
    return out


def denies(pack: Pack) -> Callable[[str], bool]:
    """May a folded word be a verb of denial, or one with which charges are refused and reports doubted?"""
    doubts = pack.word_class("disputes")
    return _verbs(pack, lambda lemma: fold(lemma) in doubts or "deny" in pack.verb_senses[lemma].operates)


def opens_contrary(pack: Pack) -> Callable[[str], bool]:
    """May "contrary to" begin with a folded word, whatever is glued to it?"""
    heads = frozenset(p.partition(" ")[0] for p in pack.word_class("contrary"))
    return lambda word: word in heads or word[1:] in heads


def _saying(pack: Pack) -> ByWord[bool]:
    return ByWord(_verbs(pack, lambda lemma: pack.verb_senses[lemma].says))


def _verbs(pack: Pack, holds: Callable[[str], bool]) -> Callable[[str], bool]:
    """May a folded word be a verb of which something holds?"""
    held, readings = ByWord(holds), pack.readings

    def of(word: str) -> bool:
        found = readings(word)  # none of most words
        return bool(found) and any(held[r.lemma] for r in found if r.kind == "verb")

    return of


def _negated(a: Annotation, pack: Pack, i: int, sentence: Sentence) -> bool:
    """ "Did not deny": no denial, nor a confirmation."""
    if i == sentence.first:
        return False
    phrase = pack.phrase_at(a.tokens, i - 1)
    return phrase is not None and phrase.cls == "neg"


def _begin(a: Annotation, pack: Pack, i: int, sentence: Sentence) -> int | None:
    """The token at which the clause of a denial begins that does not say what it denies; None where it does.

    The object is a pronoun behind a relative ("which Moscow denied"), or a word for what was said ("denied that", "these reports").
    """
    after = range(max(sentence.first, i - _OPENS), i + 1)
    comma = next((j + 1 for j in reversed(after[:-1]) if a.tokens[j].fold in _STOPS), None)
    begin = comma if comma is not None else sentence.first if i - sentence.first < _OPENS else None
    relative = any(a.tokens[j].fold in pack.word_class("which") for j in range(begin if begin is not None else after[0], i))
    pronoun = any(r.kind == "verb" and r.pronoun for r in pack.readings(a.tokens[i].fold))
    if relative or pronoun:
        return begin if relative and pronoun and comma is not None and not _refuses(a, pack, i) else None
    for j in range(i + 1, min(i + 1 + _OBJECT, sentence.last)):
        word = a.tokens[j].fold
        if word in _STOPS or a.tokens[j].kind != "word":
            return None
        if (word in pack.word_class("this") and _clear(a, pack, i, j)) or (word.startswith(_THE) and _told(pack, word) and _clear(a, pack, i, j - 1)):
            ends = [a.tokens[n].fold for n in range(j + 1, min(j + 3, sentence.last))]
            named = ends[:1] if word in pack.word_class("this") and ends[:1] and ends[0].startswith(_THE) else []
            further = ends[len(named) :]
            if (named and not _told(pack, named[0])) or any(word in pack.word_class("that-clause") for word in further):
                return None  # "denied this decision", "the reports about a list": it says what
            return begin if begin is not None else i
        if word in pack.word_class("that-clause"):
            return None
    return None


def _clear(a: Annotation, pack: Pack, i: int, j: int) -> bool:
    """Is what is denied behind token j what was said? To refuse or doubt "that", or data, may be anything; to refuse "these charges" is not."""
    if not _refuses(a, pack, i):
        return True
    return j + 1 < len(a.tokens) and a.tokens[j + 1].fold.removeprefix(_THE) in pack.word_class("the-charge")


def _refuses(a: Annotation, pack: Pack, i: int) -> bool:
    """Is it a verb with which also plans and offers are turned down?"""
    return any(r.kind == "verb" and fold(r.lemma) in pack.word_class("disputes") for r in pack.readings(a.tokens[i].fold))


def _told(pack: Pack, word: str) -> bool:
    """Is a folded word one for what was said: the charge, the reports?"""
    bare = word.removeprefix(_THE)
    return any(bare in pack.word_class(cls) for cls in ("the-charge", "account"))


def _end(a: Annotation, i: int, sentence: Sentence) -> int:
    """Where the clause of a token ends: at the next comma, or with its sentence."""
    stop = next((a.tokens[j].start for j in range(i, sentence.last) if a.tokens[j].fold in _STOPS), sentence.span.stop)
    return stop


def _before(a: Annotation, k: int, start: int, sayings: Sequence[Saying]) -> tuple[Span, Span] | None:
    """(the voice, what it said as far as the denial) before a place: in its sentence, else in the one before."""
    sentence = a.sentences[k].span
    here = start - sentence.start >= _LEAST
    if not here and not k:
        return None
    area = Span(sentence.start, start) if here else a.sentences[k - 1].span
    voice = max((s.span for s in sayings if area.start <= s.span.start < area.stop and s.at < start), key=lambda s: s.start, default=area)
    said = _trimmed(a, voice.start, min(voice.stop, start)) or _trimmed(a, area.start, min(area.stop, start))
    return (voice, said) if said is not None else None


def _phrase(a: Annotation, pack: Pack, i: int, last: int, cls: str) -> int:
    """How many tokens a phrase of a class has that begins at one; 0 for none."""
    words = pack.word_class(cls)
    for n in (3, 2, 1):
        tokens = a.tokens[i : min(i + n, last)]
        run = " ".join(t.fold for t in tokens)
        if run in words or (run[:1] in GLUED and run[1:] in words):
            return len(tokens)
    return 0


def _trimmed(a: Annotation, start: int, stop: int) -> Span | None:
    words = a.report.text[start:stop].strip(" \n،,.;؛«»\"")
    if len(words) < _LEAST // 2:
        return None
    begin = a.report.text.index(words, start)
    return Span(begin, begin + len(words))
