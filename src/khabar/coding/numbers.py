"""Counts that belong to an event: dead, injured, arrested, expelled, sums of money, votes.

A figure is of the kind that its counted noun says ("12 قتيلا", "3 ملايين دولار"); people who are only counted ("12 شخصا", "جنديان") are of the
kind of the word of harm or capture beside them ("قتل", "اعتقال").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import replace

from khabar.annotation import Annotation
from khabar.coding.digits import of_clock, written
from khabar.coding.draft import bases
from khabar.coding.ordinals import counts_off, is_teen, ordinals
from khabar.model import Mention, Number, Sentence, Span
from khabar.packs import GLUED, Pack
from khabar.text import ByWord, Token


class Figures:
    """The figures of one report; each sentence is read once. What belongs to a date counts nothing."""

    def __init__(self, a: Annotation, pack: Pack, cues: Sequence[tuple[int, int]]) -> None:
        """cues: (sentence, token) of the words that are something to figures (`counts`)."""
        self.a, self.pack = a, pack
        people = {m.first for m in a.mentions if m.rule.startswith("agent") or m.rule == "unnamed"}
        named = {m.last: m for m in a.mentions if m.kind == "person" and len(m.entities) == 1}
        dates = sorted((w.span for w in a.dates if w.span is not None), key=lambda s: s.start)
        words = pack.once(_words)
        told = [(i, role) for _, i in cues if (role := words[a.tokens[i].fold][0]) is not None]
        series = [(i, unit) for _, i in cues if (unit := words[a.tokens[i].fold][1]) is not None]
        counted = [list(_figures(a, pack, s, told, people, named)) for s in a.sentences]
        self._found = [[n for n in numbers if not _is_dated(n, dates)] for numbers in counted]
        # "The first flight for a year and a half": a day to reckon with, and a stretch of time that another account gives otherwise.
        fixed = sorted((w.span for w in a.dates if w.span is not None and w.basis != "relative"), key=lambda s: s.start)
        self._told = [[n for n in numbers if not _is_dated(n, fixed if n.kind == "duration" else dates)] for numbers in counted]
        self._series = [[n for n in ordinals(a, pack, s, series) if not _is_dated(n, dates)] for s in a.sentences]

    def everywhere(self) -> tuple[Number, ...]:
        """Every figure in the order of the text, also where no event was read.

        A figure whose noun has no kind is of the kind ``count``; its unit is the folded noun. One is no figure ("one of", "nobody"), but an
        hour that something lasted is. Behind the figures of a sentence stands which one of a series it speaks of (kind ``ordinal``).
        """
        told = (n for counts, series in zip(self._told, self._series, strict=True) for n in (*_but_names(counts, series), *series))
        return tuple(n for n in told if (n.value != 1 or n.kind == "duration") and not self._is_price(n))

    def _is_price(self, n: Number) -> bool:
        """Is it the price of a barrel or an ounce, which is another one an hour later?"""
        at = self.a.token_from(n.span.stop) if n.kind == "money" and n.span is not None else -1
        return 0 <= at < len(self.a.tokens) and self.a.tokens[at].fold in self.pack.word_class("per-unit")

    def near(self, spans: Sequence[Span], type: str, mode: str | None, status: str) -> tuple[Number, ...]:
        """The figures in the sentences of these spans, of a kind that fits the type of event by their own noun.

        A stretch of time is the duration of what lasts (a meeting that was held, a truce) and the deadline of what sets one.
        """
        out: dict[tuple[str, float | None, float | None, str | None], Number] = {}
        lasts = (type == "CONSULT" and status in ("happened", "ongoing")) or mode == "ceasefire"
        for n in (n for k in _sentences(self.a, spans) for n in self._found[k]):
            if n.against or type not in _FITS.get(n.kind, ()) or n.unit in _ERAS:
                continue
            if n.kind == "duration" and type == "CONSULT" and self._of_truce(n.span):
                continue
            if n.kind == "duration" and not lasts:
                if type not in _SET:
                    continue
                n = replace(n, kind="deadline")
            out.setdefault((n.kind, n.value, n.min, n.unit), n)
        return tuple(out.values())

    def _of_truce(self, span: Span) -> bool:
        """Is a stretch of time that of the truce named before it, not of the talks in its sentence?"""
        at = self.a.token_from(span.start)
        words = self.pack.word_class("truce")
        return any(t.fold in words or (t.fold[:1] in GLUED and t.fold[1:] in words) for t in self.a.tokens[max(0, at - _REACH) : at])


def _opposed(a: Annotation, pack: Pack, start: int, stop: int) -> bool:
    """Does a word at tokens start to stop set what comes against what was said?"""
    classes = [pack.word_class(name) for name in ("contrast", "as-for")]
    for i in range(start, stop):
        for n in range(1, _CONTRAST + 1):
            run = " ".join(t.fold for t in a.tokens[i : min(i + n, stop)])
            if any(run in words or (run[:1] in GLUED and run[1:] in words) for words in classes):
                return True
    return False


def _is_dated(n: Number, dates: Sequence[Span]) -> bool:
    """Does a figure stand in one of these dates (in the order of the text, none inside another)?"""
    at = bisect_right(dates, n.span.start, key=lambda s: s.start) if n.span is not None else 0
    return n.span is not None and any(d.overlaps(n.span) for d in dates[max(0, at - 1) : at + 1])


_FITS = {
    "killed": ("ASSAULT", "PROTEST", "ACCUSE"),
    "injured": ("ASSAULT", "PROTEST"),
    "arrested": ("COERCE",),
    "deported": ("COERCE",),
    "expelled": ("SANCTION",),
    "money": ("AID", "AGREE", "SANCTION", "COOPERATE"),
    "votes-for": ("AGREE", "REJECT"),
    "votes-against": ("AGREE", "REJECT"),
    "abstained": ("AGREE", "REJECT"),
    "released": ("RETREAT", "CONCEDE", "AGREE"),
    "troops": ("MOBILIZE", "RETREAT", "AID"),
    "protesters": ("PROTEST",),
    "drones": ("ASSAULT",),
    "missiles": ("ASSAULT",),
    "trucks": ("AID", "RETREAT"),
    "tons": ("AID", "AGREE"),
    "duration": ("CONSULT", "RETREAT", "SANCTION", "THREATEN"),
}
# With these a stretch of time is one that they set; a meeting or a truce lasts it.
_SET = ("SANCTION", "THREATEN")
_ERAS = ("year",)  # in years a quarrel or an absence is counted, seldom the act of the sentence
# What the counted noun says by itself, whatever stands beside it.
_OWN = frozenset(
    ("money", "votes-for", "votes-against", "abstained", "killed", "injured", "drones", "missiles", "trucks", "tons", "duration")
)
_WHOLE = 1e6  # from which a figure is written out
_CLOSING = (")", "\"", "»", "”")  # behind a figure that is set apart
_PARTICLE = 3  # letters that a word between a number and its noun may have: prepositions, not what is counted
_TOLLS = ("killed", "injured", "arrested")
_CLOCK = 4  # tokens between the word for the clock and the minutes: "الساعة الحادية عشرة وتسع وخمسين دقيقة"
_NUMBER_OF, _WHOM = 14, 3  # tokens between "the number of" and the number; and behind it, in which it is told whose
_REACH = 9  # tokens between a word of harm and the people it counts


def _but_names(counts: Sequence[Number], series: Sequence[Number]) -> Iterator[Number]:
    """Counts that are no figure by which a thing goes: "القرار 2701 الذي" counts nothing."""
    names = [s.span for s in series if s.span is not None]
    yield from (n for n in counts if n.kind != "count" or n.span is None or not any(s.overlaps(n.span) for s in names))


def _figures(
    a: Annotation, pack: Pack, sentence: Sentence, told: Sequence[tuple[int, str]], people: Container[int], named: Mapping[int, Mention]
) -> Iterator[Number]:
    """The figures of a sentence. told: the report's tokens with a role (`_role`); people: those at which somebody is named by what he is;
    named: the token after somebody's name -> the mention."""
    before: tuple[str, str | None] | None = None  # kind and unit of the last figure
    heads: list[str] = []  # the last words of harm or capture: two where they stand together ("مقتل وإصابة العشرات")
    at, begin = -_REACH, sentence.first
    for i, head in told[bisect_left(told, (begin,)) : bisect_left(told, (sentence.last,))]:
        if i < begin:
            continue  # inside the last figure
        if head:
            told_off = at >= 0 and a.tokens[at].fold in pack.word_class("they")  # "ثلاثة جنود قتلوا وأصيب 24 آخرون"
            heads = [*heads, head] if i - at == 1 and not told_off else [head]
            at = i
        value, low, high, stop = _value(a, pack, i, sentence.last)
        if stop == i and _is_alone(a, pack, i, at):
            begin = i + 1
            yield from (Number(k, 1.0, None, None, None, a.tokens[i].span) for k in heads if k in _TOLLS)
        if stop == i or of_clock(a.tokens, i) or is_teen(a.tokens, i, pack):
            continue
        twice = pack.counted_pair(a.tokens[i].fold) or _once(a, pack, i, sentence.last)
        noun, unit, last = (*twice, stop) if twice else _counted(a, pack, stop, sentence.last, people)
        if value == 2 and stop == i + 1 and pack.pair(a.tokens[i].fold):
            noun, last = noun or "people", max(last, stop)
        if noun == "duration" and value is not None and last < sentence.last and a.tokens[last].fold in pack.word_class("and-half"):
            value, last = value + 0.5, last + 1
        span = Span(a.tokens[i].start, a.tokens[max(last, stop) - 1].stop)
        if noun == "duration" and any(t.fold in pack.word_class("clock") for t in a.tokens[max(sentence.first, i - _CLOCK) : i]):
            begin = stop
            continue  # "الساعة 11:59 دقيقة": when, not how long
        later = next((k for k in (pack.tally(a.tokens[j].fold) for j in range(last, min(last + 2, sentence.last))) if k), None)
        besides = _besides(a, pack, i, stop, named)
        reach = _REACH + (i - besides[0].first if besides else 0)
        # "80 soldiers at least were killed": what they suffered stands behind them.
        they = next((pack.tally(t.fold) for t in a.tokens[last : min(last + 4, sentence.last)] if t.fold in pack.word_class("they")), None)
        beside = [they] if they else heads if i - at <= reach else [later] if later else []
        toll = _toll(a, pack, i, sentence.first, begin, noun) if noun in (None, "people") and not _measured(a, pack, stop, sentence.last) else None
        if noun in _OWN:
            kinds = [noun]
        elif toll:
            kinds = [toll]
        elif noun == "people" or (noun is not None and beside):
            kinds = beside
        elif noun is None and i - at <= 4 and not _measured(a, pack, stop, sentence.last):
            kinds = heads
        else:
            kinds = [noun] if noun else []
        kinds = [k for k in kinds if k]
        if not kinds and before is not None and noun is None and before[0] in _TOLLS and _is_more(a, pack, i, stop, begin):
            kinds = [before[0]]
        same = not kinds and before is not None and noun is None and _of_the_same(a, pack, i, stop, sentence)
        if same and before is not None:
            kinds, unit = [before[0]], before[1]
        for k in kinds:
            before = (k, unit)
            more, whole = (len(besides), Span(besides[0].span.start, span.stop)) if k in _TOLLS and besides else (0, span)
            yield Number(k, _plus(value, more), _plus(low, more), _plus(high, more), unit, whole, same)
        by_clock = i > sentence.first and a.tokens[i - 1].fold in pack.word_class("clock")  # "الساعة 1249 بتوقيت جرينتش"
        thing = _thing(a, pack, stop, sentence.last) if not (kinds or by_clock) else ""
        if thing:
            yield Number("count", value, low, high, thing, Span(a.tokens[i].start, a.tokens[stop].stop))
        begin = stop


def _is_more(a: Annotation, pack: Pack, i: int, stop: int, last: int) -> bool:
    """Is a bare number with "and" one more part of a toll: "استشهاد عشرة من الجنود وثلاثة من العاملين", "… إضافة إلى ثلاثة من العاملين"?

    last: the token behind the part before it.
    """
    parted = all(k < len(a.tokens) and a.tokens[k].fold == _OF for k in (last, stop))
    if not parted or i - last > _REACH:
        return False
    besides = pack.phrase_at(a.tokens, i - _BESIDES) if i - last >= _BESIDES else None
    return a.tokens[i].fold.startswith(_AND) or (besides is not None and (besides.cls, besides.value) in (("conj", ""), ("conj", "besides")))


def _is_alone(a: Annotation, pack: Pack, i: int, at: int) -> bool:
    """Is a token the one person whom the word of harm or capture at token ``at`` is about: "مقتل جندي", "توقيف السلطات لموظف قنصلي"?"""
    word, one = a.tokens[i].fold, pack.word_class("one-person")
    if i - at == 1:
        return word in one
    return word[:1] == _TO and word[1:] in one and i - at <= _DOER and all(t.kind == "word" for t in a.tokens[at:i])


def _plus(value: float | None, more: int) -> float | None:
    return None if value is None else value + more


def _besides(a: Annotation, pack: Pack, i: int, stop: int, named: Mapping[int, Mention]) -> list[Mention]:
    """Those who are named before a number of others: "قتل السفير وستة آخرون" are seven."""
    if not any(t.fold in pack.word_class("more-people") for t in a.tokens[stop : stop + _OTHERS]):
        return []
    joined = a.tokens[i].fold.startswith(_AND) or (i > 0 and _is_and(a.tokens, i - 1))
    at = i - (not a.tokens[i].fold.startswith(_AND))
    out: list[Mention] = []
    while joined and (m := named.get(at)) is not None:
        out.insert(0, m)
        joined, at = bool(m.conj), m.first
    return out


def _once(a: Annotation, pack: Pack, i: int, end: int) -> tuple[str, str | None] | None:
    """(kind, unit) of a time word in the singular that is one of it: "دامت أسبوعا", "ساعة كاملة", "أكثر من عام", "عام ونصف العام"."""
    kind, unit = pack.counted(a.tokens[i].fold)
    if kind is None or a.tokens[i].fold not in pack.word_class("one-of") or (i > 0 and _counts(pack, a.tokens[i - 1].fold)):
        return None
    lasts = any(t.fold.removeprefix(_AND) in pack.word_class("lasts") for t in a.tokens[max(0, i - _LASTING) : i])
    behind = a.tokens[i + 1].fold if i + 1 < end else ""
    whole = any(behind in pack.word_class(cls) for cls in ("whole", "and-half"))
    return (kind, unit) if lasts or whole or (not behind[:1].isdigit() and _bound(a, pack, i, i + 1)) else None


def _of_the_same(a: Annotation, pack: Pack, i: int, stop: int, sentence: Sentence) -> bool:
    """Does a figure without a noun count what the one before counts: "تحدثت نظيرتها عن تسعة", "قالت إن العدد بلغ 32"?"""
    after = a.tokens[stop].fold if stop < sentence.last else ""
    if after in _PERCENT:
        return False
    disputed = any(t.fold in pack.word_class("accounts-differ") for t in a.tokens[sentence.first : sentence.last])
    behind = pack.phrase_at(a.tokens, stop) if disputed and stop < sentence.last else None
    sourced = behind is not None and behind.cls in ("attribution", "conj")  # "تضاربت الحصيلة بين تسعة قتلى بحسب الجيش وتسعة عشر كما نقلت قناة"
    if after and a.tokens[stop].kind == "word" and not after.startswith(_AND) and after not in pack.word_class("contrast") and not sourced:
        return False
    if sourced:
        return True
    words = [t.fold for t in a.tokens[max(sentence.first, i - _REACH) : i]]
    if any(w.removeprefix(_AND) in pack.word_class("the-number") for w in words[-4:]):
        return True
    if words and words[-1].startswith(_THE):
        return False  # "التاسعة عشرة"
    return _opposed(a, pack, max(sentence.first, i - _ELLIPSIS), i)


def counts(pack: Pack) -> Callable[[str], bool]:
    """May a folded word be something to figures: begin one, say what was done to those whom it counts, or be counted off?"""
    lists = ("one-of", "one-person", "two", "one-scale")
    stems = frozenset().union(
        pack.tallies, pack.count_pairs, pack.vagues, pack.number_words, pack.in_order, *(pack.word_class(c) for c in lists)
    )

    def of(word: str) -> bool:
        cut = bases(word)  # and one letter more: nearly all new words are done with here
        if stems.isdisjoint(cut) and stems.isdisjoint([w[1:] for w in cut]) and not word[:1].isdigit():
            return False
        return _role(pack, word) is not None or counts_off(pack, word) is not None

    return of


def _words(pack: Pack) -> ByWord[tuple[str | None, str | None]]:
    """Folded word -> what it is to figures (`_role`) and what it counts off (`counts_off`)."""
    return ByWord(lambda word: (_role(pack, word), counts_off(pack, word)))


def _role(pack: Pack, word: str) -> str | None:
    """What a folded word says was done to those who are counted beside it; empty if it may only begin a figure, None if neither."""
    kind = pack.tally(word)
    if kind is not None:
        return kind
    one = word in pack.word_class("one-person") or (word[:1] == _TO and word[1:] in pack.word_class("one-person"))
    return "" if one or word in pack.word_class("one-of") or _begins(pack, word) else None


def _begins(pack: Pack, word: str) -> bool:
    """May a figure begin with a folded word?"""
    pairs = pack.pair(word) or pack.counted_pair(word) is not None
    return pairs or pack.vague(word) is not None or word in pack.word_class("one-scale") or _counts(pack, word)


def _toll(a: Annotation, pack: Pack, i: int, first: int, begin: int, noun: str | None) -> str | None:
    """"The number of dead rose to 60": what a number without a noun counts stands before the word that leads to it.

    Behind "the number of", it may stand further off, be told by a verb ("of those who lost their lives"), and people be counted (noun).
    first: the sentence's first token; begin: the one behind the last figure.
    """
    words = [t.fold for t in a.tokens[max(first, i - _NUMBER_OF) : i]]
    if not any(_is_of(pack, w, "reached") for w in words[-4:]):
        return None
    near = [t.fold for t in a.tokens[max(begin, i - _NUMBER_OF) : i]]
    named = max((k for k, w in enumerate(near) if _is_of(pack, w, "count-of")), default=None)
    of_whom = near[named + 1 : named + 1 + _WHOM] if named is not None else []
    if kind := next((k for w in of_whom for k in (pack.counted(w)[0], pack.tally(w)) if k in _TOLLS), None):
        return kind
    kinds = (pack.counted(w)[0] for w in reversed(words[-_REACH:]))
    return next((k for k in kinds if k in _TOLLS), None) if noun is None else None


def _is_of(pack: Pack, word: str, name: str) -> bool:
    """Is a folded word of a class, or with a letter glued to it?"""
    return word in pack.word_class(name) or (word[:1] in GLUED and word[1:] in pack.word_class(name))


def _thing(a: Annotation, pack: Pack, at: int, end: int) -> str:
    """The folded noun that a number counts, where it stands at once behind it; empty for none."""
    if at >= end or a.tokens[at].kind != "word":
        return ""
    word = a.tokens[at].fold
    if word.startswith(_AND + _THE):
        return ""  # "سبعة من الفرقة 30 والموالين لها"
    if word in pack.word_class("quoted-unit"):
        return ""  # the oil price has risen by 13 cents, and an hour later by 50
    people = pack.counted(word)[0] == "people"
    long = len(word) > _PARTICLE or word in pack.word_class("short-noun")
    return word if people or (long and word not in pack.word_class("prep-pronoun")) else ""


def _counted(a: Annotation, pack: Pack, start: int, stop: int, people: Container[int]) -> tuple[str | None, str | None, int]:
    """(kind, unit, token after it) of the noun that a number counts; people who are named by what they are count as people."""
    for j in range(start, min(start + 4, stop)):
        kind, unit = pack.counted(a.tokens[j].fold)
        if kind == "duration" and j > start:
            break  # "on the 12th of the month" lasts no months
        if kind is not None:
            return kind, unit, j + 1
        if j in people:
            return "people", None, j + 1
        if a.tokens[j].kind != "word" or pack.tally(a.tokens[j].fold):
            break
        if a.tokens[j].fold in pack.word_class("measure") and (j + 1 == stop or pack.counted(a.tokens[j + 1].fold)[0] is None):
            break  # aircraft; but "drone aircraft" are drones
    return None, None, start


def _measured(a: Annotation, pack: Pack, start: int, stop: int) -> bool:
    """Does the number count time, length or things?"""
    return start < stop and (a.tokens[start].fold in pack.word_class("measure") or a.tokens[start].form in _PERCENT)


def _sentences(a: Annotation, spans: Sequence[Span]) -> list[int]:
    """Which sentences the spans touch, in order."""
    found: set[int] = set()
    for span in spans:
        k = max(0, bisect_right(a.sentences, span.start, key=lambda s: s.span.start) - 1)
        while k < len(a.sentences) and a.sentences[k].span.start < span.stop:
            if a.sentences[k].span.overlaps(span):
                found.add(k)
            k += 1
    return sorted(found)


def _value(a: Annotation, pack: Pack, i: int, end: int) -> tuple[float | None, float | None, float | None, int]:
    """(value, least, most, token after it) of the number at token i; the token itself where there is none."""
    tokens = a.tokens
    vague = pack.vague(tokens[i].fold)
    if vague is not None:
        many = pack.scale(tokens[i + 1].fold) if i + 1 < end else None  # "عشرات الآلاف"
        return None, vague * (many or 1), None, i + 1 + (many is not None)
    value, stop = _plain(a, pack, i, end)
    if pack.pair(tokens[i].fold) or pack.counted_pair(tokens[i].fold):
        value, stop = 2.0, i + 1
    if value is None and tokens[i].fold in pack.word_class("one-scale") and i + 1 < end and pack.counted(tokens[i + 1].fold)[0]:
        value, stop = pack.scale(tokens[i].fold), i + 1  # "a thousand soldiers"
    if value is None and _once(a, pack, i, end):
        value, stop = 1.0, i + 1
        if stop < end and tokens[stop].fold in pack.word_class("whole"):
            stop += 1
    if value is None:
        return None, None, None, i
    before = [t.fold for t in tokens[max(0, i - 3) : i]]
    if before[-1:] and before[-1] in pack.word_class("between") and stop < end:
        other, behind = _plain(a, pack, stop + (tokens[stop].fold == _AND and stop + 1 < end), end)
        if other is not None and other > value:
            return None, value, other, behind  # "بين 8 و12"
    words = _bound(a, pack, i, stop)
    if words == "about":
        return None, round(value * 0.8, 2), round(value * 1.2, 2), stop
    if words:
        return None, *((value, None) if words == "at-least" else (None, value)), stop
    return value, None, None, stop


def _bound(a: Annotation, pack: Pack, i: int, stop: int) -> str:
    """The class of the words around the number at tokens i to stop that leave it open: about, at-least, at-most; empty for none.

    They stand before it ("أكثر من 30"), a word or two apart ("تجاوز عددهم 30"), or behind it and what it counts ("30 شخصا على الأقل").
    """
    phrases, lasts = pack.once(_bounds)
    around = [([t.fold for t in a.tokens[max(0, i - 4) : i]], i)]
    around += [([t.fold for t in a.tokens[stop : stop + n]], stop + n) for n in range(_BEHIND, 1, -1)]
    for words, end in around:
        if not words or words[-1] not in lasts:
            continue
        if end > stop and end < len(a.tokens) and _begins(pack, a.tokens[end].fold):
            continue  # "12 were killed and more than 30 injured"
        for n in range(len(words), 0, -1):
            run = " ".join(words[-n:])
            found = phrases.get(run) or (phrases.get(run[1:]) if run[:1] in GLUED else None)  # "12 قتيلا وأكثر من 30 جريحا"
            if found is not None:
                return found
    apart = any(t.fold.removeprefix(_AND) in pack.word_class("over") for t in a.tokens[max(0, i - 3) : i])
    return "at-least" if apart else ""


def _bounds(pack: Pack) -> tuple[Mapping[str, str], frozenset[str]]:
    """Phrases that leave a figure open -> their class; and the words that one may end with."""
    phrases: dict[str, str] = {}
    for name in ("at-least", "at-most", "about"):
        for phrase in pack.word_class(name):
            phrases.setdefault(phrase, name)
    glued = {letter + phrase for phrase in phrases for letter in GLUED}
    return phrases, frozenset(phrase.rpartition(" ")[2] for phrase in (*phrases, *glued))


def _plain(a: Annotation, pack: Pack, i: int, end: int) -> tuple[float | None, int]:
    """A number in digits or words, its tens ("خمسة وعشرين"), its scale ("ألف", "مليون") and what comes on top ("122 مليونا و334 ألفا")."""
    tokens = a.tokens
    value, stop = written(a.report.text, tokens, i)
    if value is None:
        value, stop = _word(pack, tokens[i].fold), i + 1
    if value is None:
        return None, i
    first, i = i, stop
    if i < end and value < 10 and pack.number_word(tokens[i].fold) == 10:
        value, i = value + 10, i + 1  # "أحد عشر"
    more, i = _tens(pack, tokens, i, end)
    value += more
    if i + 1 < end and tokens[i].fold in pack.word_class("point") and (part := pack.number_word(tokens[i + 1].fold)) is not None:
        value, i = value + part / 10 ** len(str(int(part))), i + 2  # "ثلاثة وأربعين فاصلة ثمانية"
    if i + 1 < end and tokens[i].fold in _CLOSING and pack.scale(tokens[i + 1].fold):
        i += 1  # "(375) مليون ريال"
    if scale := pack.scale(tokens[i].fold) if i < end else None:
        value, i = value * (scale if value < _WHOLE else 1), i + 1  # "(375.526.840) مليون": the whole sum stands there already
        if i + 1 < end:  # "3 آلاف و800", "ثلاثة آلاف وثمانمائة"
            rest, stop = written(a.report.text, tokens, i + 1) if _is_and(tokens, i) else _tens(pack, tokens, i, end)
            less = pack.scale(tokens[stop].fold) if rest and stop < end else None
            if rest and (less or 1) < scale and (less or rest >= _HUNDRED) and rest * (less or 1) < scale:
                value, i = value + rest * (less or 1), stop + bool(less)
    return value + _whole(pack, tokens, first, value), i


def _tens(pack: Pack, tokens: Sequence[Token], i: int, end: int) -> tuple[float, int]:
    """The number words that "and" puts one after the other ("وثمانمائة وخمسين"): their sum, 0 where none stands there."""
    value = 0.0
    while i < end and tokens[i].fold[:1] == _AND and (more := pack.number_word(tokens[i].fold[1:])) is not None:
        value, i = value + more, i + 1
    return value, i


def _whole(pack: Pack, tokens: Sequence[Token], first: int, value: float) -> float:
    """The scale without a number before a number ("تريليون و300 مليار", "بألف وثلاثمائة"); 0 where none stands there."""
    glued = tokens[first].fold[:1] == _AND and pack.number_word(tokens[first].fold) is None
    k = first - 2 if first and _is_and(tokens, first - 1) else first - 1 if glued else -1
    if k < 0:
        return 0
    word = tokens[k].fold
    whole = pack.scale(word) or (pack.scale(word[1:]) if word[:1] in GLUED else None)
    counted = k > 0 and (tokens[k - 1].kind == "number" or _word(pack, tokens[k - 1].fold) is not None)
    return whole if whole and whole > value and not counted else 0


def _is_and(tokens: Sequence[Token], i: int) -> bool:
    """Is token i the "and" that is written in one with a number behind it?"""
    return tokens[i].fold == _AND and tokens[i + 1].kind == "number" and tokens[i].stop == tokens[i + 1].start


def _word(pack: Pack, word: str) -> float | None:
    """The value of a number word, also with a particle on it."""
    value = pack.number_word(word)
    return pack.number_word(word[1:]) if value is None and word[:1] in GLUED and len(word) > _PARTICLE else value


def _counts(pack: Pack, word: str) -> bool:
    return word[:1].isdigit() or _word(pack, word) is not None


_PERCENT = ("%", "٪")
_OTHERS = 2  # tokens behind a number in which "others" stands
_HUNDRED = 100  # "7 آلاف و500", not "7 آلاف و3 وزراء"
_AND = "و"
_THE = "ال"
_TO = "ل"
_OF = "من"
_BESIDES = 2  # tokens of "besides" before a further part
_DOER = 5  # tokens between a verbal noun and the object that "to" leads to, whose doer stands between them
_LASTING = 3  # tokens before a time word in which the verb of lasting stands
_CONTRAST = 3  # words of a phrase that sets figures against each other
_ELLIPSIS = 14  # tokens before a figure without a noun in which what opposes it to another stands
_BEHIND = 4  # tokens behind a number that may still bound it
