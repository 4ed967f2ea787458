"""What a report sets against each other: one voice behind a word of contrast ("but", "while"), an answer, a denial of what was said before,
or two accounts of which it says itself that they differ.

Only what stands side by side counts: the other voice speaks in the same sentence or in the one before, what is denied at most five before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Sequence

from khabar.annotation import Annotation
from khabar.coding.speech import Saying
from khabar.model import Span
from khabar.packs import GLUED, Pack
from khabar.text import ByWord, Token, fold

_LONGEST = 3  # words of a phrase of contrast
_SHORTEST = 25  # characters of what something may be set against
_BACK = 3  # sentences before a denial in which one word in common shows what a voice says that it denies
_SAID = 5  # sentences before it in which what it denies may stand at all
_LEAD = 14  # tokens before the verb of saying in which its word of contrast stands: further off it belongs to what the voice before says
_GAP = 8  # words between the two halves of a phrase ("did not come, in its statement, to mention")
_SAME = 2  # words that a denial and what it denies share, further away than the sentence before
_NEAR = 4  # tokens beside a word for differing in which it is said that accounts do
_STEPS = 1  # tokens between a word of contrast with its pronoun and the verb that goes on
_AFTER = 2  # sentences behind one that says so in which the accounts are told
_COMMAS, _AND, _THE = ("،", ","), "و", "ال"
_STEM = 4  # letters of a word, without what is glued to it, that make it the same


def against(a: Annotation, pack: Pack, sayings: Sequence[Saying]) -> list[tuple[Span | None, bool]]:
    """For each statement the stretch of the report that it is set against, or None; and whether nothing but a word of contrast does so."""
    if not sayings:
        return []
    starts = [s.span.start for s in a.sentences]
    out: list[tuple[Span | None, bool]] = []
    for saying in sayings:
        k = max(0, bisect_right(starts, saying.at) - 1)
        sentence = a.sentences[k].span
        others = [s for s in sayings if s.speaker != saying.speaker and s.span.start < saying.at and s.at < saying.at]
        near = [s for s in others if s.span.start >= a.sentences[max(0, k - 1)].span.start]
        before = max(near, key=lambda s: s.span.start, default=None)
        lowest = max(sentence.start, before.span.start if before is not None else 0)
        cue = a.token_from(saying.at)
        described = _describes(a, pack, cue)
        aside = saying.denies and described
        mark = _mark(a.tokens, max(a.token_from(lowest), cue - _LEAD), cue, pack) if not described else None
        if mark is not None and not saying.denies and _goes_on(a.tokens, mark, cue, pack):
            mark = None
        found: Span | None = None
        had = False
        # "While Cairo says that Khartoum asked for the call, Khartoum says that Cairo did"
        fronted = mark is None and _of_phrase(a.tokens, a.sentences[k].first, "while", pack)
        if fronted and before is not None and before.span.start >= sentence.start:
            found = _trimmed(a.report.text, before.span.start, min(before.span.stop, saying.at))
        if mark is not None:
            at = a.tokens[mark].start
            # "لم يصدر عن الكرملين تعليق، إلا أن نائبا توقع": what stands before the word in its own sentence, not the voice before that
            own = at - sentence.start >= _SHORTEST and (before is None or before.span.start < sentence.start)
            if own:
                found = _trimmed(a.report.text, sentence.start, at)
            elif before is not None:
                found = _trimmed(a.report.text, before.span.start, min(before.span.stop, at))
        if found is not None and (fronted or (mark is not None and _of_phrase(a.tokens, mark, "beside", pack))):
            # "in a time when Athens stressed": two pieces of news side by side, unless they share a word
            alike = _words(found.of(a.report.text)) & _words(saying.span.of(a.report.text))
            both = all(_names_doers(a, pack, span) for span in (found, saying.span))
            had = fronted and any(t.fold in pack.word_class("being") for t in a.tokens[a.sentences[k].first + 1 :][:_LONGEST])
            if had:  # "While officials had spoken of a week, the ambassador said": now it is told otherwise
                found = _trimmed(a.report.text, sentence.start, found.stop)
            elif not (alike or both or _of_class(saying.cue, "insists", pack)):
                found = None
        behind = mark if mark is not None else a.sentences[k].first if fronted and not had else None
        beside = found is not None and behind is not None and not saying.denies and not _at_odds(a, pack, behind, found, saying)
        voiced = before is not None and found is not None and before.span.overlaps(found)  # not a charge, which who is charged answers
        if beside and voiced and mark is not None and _of_phrase(a.tokens, mark, "juxtaposes", pack):
            found = None  # "while Cairo stressed": each tells its own
        if saying.denies and not _of_anybody(a, pack, cue) and (found is None or before is None or not before.span.overlaps(found)):
            # "Charges that it called baseless": its own, unless it points back ("these reports").
            theirs = aside or (calls_false(a, pack, saying) and not _points_back(a, pack, saying))
            back_to = before.span if before is not None and not theirs else None
            before_it = [s.span for s in sayings if s.speaker == saying.speaker and saying.at < s.span.start and s.span.stop < saying.span.start]
            # "He denied, a day after saying that Ankara would pay, that": what he takes back
            denied = before_it[-1] if before_it else (_denied(a, pack, saying, k, others) or back_to)
            if denied is not None:
                found = _trimmed(a.report.text, denied.start, denied.stop if before_it else min(denied.stop, saying.at))
        back = a.sentences[max(0, k - 1)]
        if found is None and k and _denies_charge(a, a.sentences[k].first, cue, pack):
            found = _trimmed(a.report.text, back.span.start, back.span.stop)
        replies = found is None and _any_of_phrase(a.tokens, max(back.first, cue - _LEAD), cue, "answer-noun", pack)
        asked_of = _any_of_phrase(a.tokens, back.first, a.token_from(saying.span.start), "question", pack)  # who answers a question disputes nothing
        if found is None and not asked_of and (replies or _of_class(saying.cue, "answer", pack)):
            alone = back if replies else a.sentences[max(0, k - (saying.at - sentence.start < _SHORTEST))]
            asked = before.span if before is not None else alone.span
            found = _trimmed(a.report.text, asked.start, min(asked.stop, saying.at)) if asked.start < saying.at else None
        out.append((found, beside))
    return out


def _goes_on(tokens: Sequence[Token], mark: int, cue: int, pack: Pack) -> bool:
    """ "He called the talks hard, but he admitted that": does a word of contrast with the pronoun of whoever spoke before stand by the verb?"""
    words = [t.fold for t in tokens[mark : mark + 2]]
    words[0] = words[0][1:] if words[0][:1] in GLUED and words[0] not in pack.word_class("contrast-own") else words[0]
    own = pack.word_class("contrast-own")
    length = 1 if words[0] in own else 2 if " ".join(words) in own else 0
    return bool(length) and cue - mark - length <= _STEPS


def _at_odds(a: Annotation, pack: Pack, mark: int, one: Span, other: Saying) -> bool:
    """Does more than a word of contrast set two voices against each other?

    A concession ("although"), a voice that insists, a negation in what one of them says, or that each names a cause. Two pieces of news stand
    side by side with "while" and "but" more often than two accounts of one.
    """
    if _of_phrase(a.tokens, mark, "concedes", pack) or _of_class(other.cue, "insists", pack):
        return True
    both = [(a.token_from(span.start), a.token_from(span.stop)) for span in (one, other.span)]
    if any(_negates(a.tokens, i, pack) for first, last in both for i in range(first, last)):
        return True
    return all(any(_is_one(a.tokens[i].fold, pack.word_class("cause-noun")) for i in range(first, last)) for first, last in both)


def _negates(tokens: Sequence[Token], i: int, pack: Pack) -> bool:
    """Does a particle that negates a verb or a sentence stand at a token? "Is no longer" does, "is still", which has one too, does not."""
    behind = tokens[i + 1].fold if i + 1 < len(tokens) else ""
    return _is_one(tokens[i].fold, pack.word_class("not")) and behind not in pack.word_class("still-verb")


def _denies_charge(a: Annotation, i: int, last: int, pack: Pack) -> bool:
    """Does a verb of denial with "this charge" lead to a saying, among these tokens: "denied this charge, saying that"?"""
    demonstratives = pack.word_class("this")
    for n in range(i, last - 1):
        this = a.tokens[n].fold in demonstratives and _is_one(a.tokens[n + 1].fold, pack.word_class("the-charge"))
        if this and any(r.kind == "verb" and "deny" in pack.verb_senses[r.lemma].operates for t in a.tokens[i:n] for r in pack.readings(t.fold)):
            return True
    return False


def silences(a: Annotation, pack: Pack, sayings: Sequence[Saying], cues: Sequence[tuple[int, int]]) -> list[tuple[Span, Span]]:
    """Where the report says that an account leaves out what another voice says: the words that say so, and that voice's; one in a sentence.

    "The statement did not mention recognition" counts behind a word of contrast, or where it shares a word with what was said.
    """
    out, done = [], -1
    for k, i in cues:
        sentence = a.sentences[k]
        if k == done or i + 1 == sentence.last:
            continue
        stop = _silent(a.tokens, i, sentence.last, pack)
        unsaid = stop is None and " ".join(t.fold for t in a.tokens[i : i + 2]) in pack.word_class("unsaid")
        if stop is None and not unsaid:
            continue
        here = a.tokens[i].start
        before = [s for s in sayings if s.at < here and s.span.start < here and a.sentences[max(0, k - _SAID)].span.start <= s.span.start]
        start, text = sentence.span.start, a.report.text
        other = before[-1] if before and before[-1].span.start > start else None
        mark = _mark(a.tokens, a.token_from(other.span.start), i, pack) if other is not None else None
        if mark is not None and (stop is not None or i - mark <= _LONGEST) and not _turns_back(a.tokens, mark, pack):
            start = a.tokens[mark].start
        elif stop is not None and (beyond := _before_as_for(a, k, before, pack)) is not None:
            other = beyond  # "the office said that …. As for a source, he said only that …, and did not mention …"
        elif unsaid:
            continue  # "nobody has claimed it" is no silence about what somebody said, "while Riyadh has announced nothing" is
        else:
            mine = _words(text[a.tokens[(stop or i) - 1].stop : sentence.span.stop])
            told = [(len(mine & _words(text[s.span.start : min(s.span.stop, here)])), s.at, s) for s in before]
            most, _, other = max(told, key=lambda x: x[:2], default=(0, 0, None))
            if not most or (other is not None and _speaks(a, start, sentence.span.stop, other)):
                continue
        if other is None:
            continue
        left = _trimmed(text, other.span.start, min(other.span.stop, start if start > other.span.start else here))
        words = _trimmed(text, start, sentence.span.stop)
        if left is not None and words is not None:
            out.append((words, left))
            done = k
    return out


def _before_as_for(a: Annotation, k: int, sayings: Sequence[Saying], pack: Pack) -> Saying | None:
    """The last voice of the sentence before one that opens with "as for", by another than who speaks behind it."""
    sentence = a.sentences[k]
    if not k or a.tokens[sentence.first].fold not in pack.word_class("as-for"):
        return None
    own = {s.speaker for s in sayings if s.span.start >= sentence.span.start}
    back = a.sentences[k - 1].span.start
    return next((s for s in reversed(sayings) if back <= s.span.start < sentence.span.start and s.speaker not in own), None)


def clefts(a: Annotation, pack: Pack, sayings: Sequence[Saying]) -> list[tuple[Span, Span]]:
    """Where somebody says who began it ("it was Macron who took the initiative"): his words, and what tells the act of another.

    That is the voice before, else what stands before in the sentence, else the sentence before, with a word in common.
    """
    out, text = [], a.report.text
    starts = [s.span.start for s in a.sentences]
    words, began = pack.word_class("it-was-he"), pack.word_class("began")
    for saying in sayings:
        first, last = (a.token_from(place) for place in (saying.span.start, saying.span.stop))
        folds = [t.fold for t in a.tokens[first : min(last, first + _LEAD)]]
        if not any(f"{he} {who}" in words and did in began for he, who, did in zip(folds, folds[1:], folds[2:], strict=False)):
            continue
        k = max(0, bisect_right(starts, saying.at) - 1)
        back = a.sentences[max(0, k - 1)].span
        near = [s for s in sayings if s.speaker != saying.speaker and back.start <= s.span.start < saying.at and s.at < saying.at]
        areas = [*(s.span for s in near[-1:]), Span(a.sentences[k].span.start, saying.at), back]
        told = [t for area in areas if area.start < saying.at and (t := _trimmed(text, area.start, min(area.stop, saying.at))) is not None]
        same = [t for t in told if _words(saying.span.of(text)) & _words(t.of(text))]
        out += [(saying.span, t) for t in same[:1]]
    return out


def disputes(a: Annotation, pack: Pack, sayings: Sequence[Saying], cues: Sequence[tuple[int, int]]) -> list[tuple[Span, Span]]:
    """Where the report itself says that accounts differ ("the reports conflict", "the two versions diverge"): the words of one, and of the other.

    Two voices behind those words, or the one behind them and the one before ("the Indian account was another: …"); without voices the two
    halves of what stands behind a colon.
    """
    out, done = [], -1
    text, starts = a.report.text, [s.span.start for s in a.sentences]
    for k, mark in cues:
        if k == done or not _about_accounts(a, mark, pack):
            continue
        sentence, done = a.sentences[k], k
        at, stop = a.tokens[mark].start, a.sentences[min(k + _AFTER, len(a.sentences) - 1)].span.stop
        later = [s for s in sayings if at < s.at < stop and s.span.start > at]
        own = [s for s in later if s.at < sentence.span.stop]
        first = later[0] if later else None
        told_before = _is_another(a, mark, pack)  # "the Indian account was another": than the one before it
        others = [s for s in later if first is not None and s.speaker != first.speaker and not s.span.overlaps(first.span)]
        second = others[0] if others and not told_before else None
        halves = _halves(a, mark, sentence.span.stop)
        if first is not None and second is not None:
            out.append((second.span, first.span))
        elif halves is not None and len(own) < 2 and not told_before:
            out.append((halves[1], halves[0]))
        elif first is not None and first.at < a.sentences[min(k + 1, len(a.sentences) - 1)].span.stop:
            back = starts[max(0, k - _BACK)]
            before = [s for s in sayings if back <= s.span.start and s.span.stop <= at and s.speaker != first.speaker]
            told = before[-1].span if before else _trimmed(text, a.sentences[k - 1].span.start, a.sentences[k - 1].span.stop) if k else None
            if told is not None:
                out.append((first.span, told))
    return out


def differs(pack: Pack) -> Callable[[str], bool]:
    """Is a folded word one for differing, as it stands or with the article and a letter glued to it?"""
    various = pack.word_class("various")  # "the different services" are several
    bare = [form for w in pack.word_class("accounts-differ") for form in ((w,) if w in various else (w, _THE + w))]
    return frozenset((*bare, *(letter + form for letter in GLUED for form in bare))).__contains__


def _about_accounts(a: Annotation, i: int, pack: Pack) -> bool:
    """Do the words beside a token name accounts: news, versions, figures?"""
    near = a.tokens[max(0, i - _NEAR) : i + _NEAR]
    return any(_is_one(t.fold, pack.word_class("account")) for t in near)


def _is_another(a: Annotation, i: int, pack: Pack) -> bool:
    """Is it one account of which a token says that it is not like the one before?"""
    near = a.tokens[max(0, i - _NEAR) : i + _NEAR]
    return _is_one(a.tokens[i].fold, pack.word_class("is-another")) and any(_is_one(t.fold, pack.word_class("one-account")) for t in near)


def _is_one(word: str, words: Container[str]) -> bool:
    """Is a folded word one of these, whatever is glued to it?"""
    fronts = (word, word[1:]) if word[:1] in GLUED else (word,)
    return any(bare in words or (bare.startswith(_THE) and bare.removeprefix(_THE) in words) for bare in fronts)


def _halves(a: Annotation, mark: int, stop: int) -> tuple[Span, Span] | None:
    """The two accounts behind a colon: "…: the North says that nothing is left, and pictures show that a part stands"."""
    tokens, text = a.tokens, a.report.text
    colon = next((i for i in range(mark, len(tokens)) if tokens[i].start < stop and tokens[i].fold == ":"), None)
    last = a.token_from(stop)
    if colon is None:
        return None
    for i in range(colon + 1, last - 1):
        if tokens[i].fold in _COMMAS and tokens[i + 1].fold[:1] == _AND:
            one, other = _trimmed(text, tokens[colon].stop, tokens[i].start), _trimmed(text, tokens[i].stop, stop)
            if one is not None and other is not None and min(len(one), len(other)) >= _SHORTEST:
                return one, other
    return None


def calls_false(a: Annotation, pack: Pack, saying: Saying) -> bool:
    """Do the words of a saying begin by calling something untrue ("these reports are baseless", "that Iran has nothing to do with it")?"""
    first, last = (a.token_from(place) for place in (saying.span.start, saying.span.stop))
    return _any_of_phrase(a.tokens, first, min(last, first + _GAP), "false-claim", pack)


def _names_doers(a: Annotation, pack: Pack, span: Span) -> bool:
    """Does a voice say who they are that did it ("those who burnt the house are boys of the town", "that who did it are strangers")?"""
    first, last = (a.token_from(place) for place in (span.start, span.stop))
    heads = (i for i in range(first, last - 2) if a.tokens[i].fold in pack.word_class("those-who"))
    return any(r.verb is not None and r.verb.number == "p" for i in heads for r in pack.readings(a.tokens[i + 1].fold))


def _describes(a: Annotation, pack: Pack, cue: int) -> bool:
    """ "Tehran, which denies arming the group, welcomed": does the cue stand in a clause that only says who it is?"""
    before = pack.phrase_at(a.tokens, cue - 1) if cue else None
    return before is not None and before.cls == "rel" and before.value != "x"


def _of_anybody(a: Annotation, pack: Pack, cue: int) -> bool:
    """ "He answered those who deny climate change": does the cue say whom somebody speaks of, and not who speaks?"""
    return cue > 1 and a.tokens[cue - 1].fold in pack.word_class("those-who") and a.tokens[cue - 2].fold in pack.word_class("of-those")


def _points_back(a: Annotation, pack: Pack, saying: Saying) -> bool:
    """Does a "this" stand between the cue of a saying and its end?"""
    first, last = (a.token_from(place) for place in (saying.at, saying.span.stop))
    return any(t.fold in pack.word_class("this") for t in a.tokens[first:last])


def leaves_open(a: Annotation, pack: Pack, saying: Saying) -> bool:
    """Do the words of a saying leave open whether it is so ("whether they committed", "the expected agreement")?"""
    first, last = (a.token_from(place) for place in (saying.span.start, saying.span.stop))
    return _any_of_phrase(a.tokens, first, last, "leaves-open", pack)


def _denied(a: Annotation, pack: Pack, saying: Saying, k: int, others: Sequence[Saying]) -> Span | None:
    """What a denial denies by its words: the statement, else the sentence, of the last few that shares most with it.

    One word in common is enough for a voice, not for a sentence, nor for a voice further back; without any it counts where it names who denies.
    """
    text = a.report.text
    mine = _words(saying.span.of(text)) | _words(text[saying.at : saying.span.stop])
    mine -= {stem for word in pack.word_class("being") for stem in _words(word)}  # "denied that it be": every denial has it
    near, far = (a.sentences[max(0, k - n)].span.start for n in (_BACK, _SAID))
    charged = _charges(a, saying, others) if calls_false(a, pack, saying) else None
    if charged is not None:
        return charged
    whose = _whose_claim(a, pack, saying)
    if whose:  # "the minister's charges are baseless": his words, not those of others who reject them too
        beside = [s.span for s in others if s.speaker not in whose]
        others = [s for s in others if s.speaker in whose]
    told = [(s.span, 1 if s.span.start >= near else _SAME) for s in others if s.span.start >= far]
    back = _BACK if _points_back(a, pack, saying) else _SAID  # "this report is untrue": what stands right before it
    before = [s.span for s in a.sentences[max(0, k - back) : k]]
    if whose:
        theirs = [m.span for m in a.mentions if not whose.isdisjoint(m.entities)]
        before = [s for s in before if any(s.covers(m) for m in theirs) and not any(s.overlaps(b) for b in beside)]
    told += [(span, _SAME) for span in before]
    shared = [(len(mine & _words(span.of(text))), least, -n) for n, (span, least) in enumerate(told)]
    most, _, n = max(((m, -least, n) for m, least, n in shared if m >= least), default=(0, 0, 0))
    if most:
        return told[-n][0]
    named = [s.span for s in others if far <= s.span.start and any(saying.speaker in m.entities and s.span.covers(m.span) for m in a.mentions)]
    return named[-1] if named else None


def _whose_claim(a: Annotation, pack: Pack, saying: Saying) -> frozenset[str]:
    """Whose claim the words of a denial begin by calling untrue ("the minister's charges are baseless"); nobody where that is not said."""
    if not calls_false(a, pack, saying):
        return frozenset()
    first = a.token_from(saying.span.start)
    if not _is_one(a.tokens[first].fold, pack.word_class("a-claim")):
        return frozenset()
    return frozenset(e for m in a.mentions if m.first == first + 1 for e in m.entities)


def _charges(a: Annotation, saying: Saying, others: Sequence[Saying]) -> Span | None:
    """The last voice, however far back, that names who denies and the thing that he denies his part in ("that it had no part in the attack")."""
    theirs = [m.span for m in a.mentions if saying.speaker in m.entities]
    denied = _words(saying.span.of(a.report.text))
    named = [s.span for s in others if any(s.span.covers(m) for m in theirs) and denied & _words(s.span.of(a.report.text))]
    return named[-1] if named else None


def opens_silence(pack: Pack) -> Callable[[str], bool]:
    """May a phrase begin with a folded word that says that something is not told?"""
    heads = pack.once(_heads)
    return (heads["silent"] | heads["silent-head"] | heads["unsaid"]).__contains__


def _silent(tokens: Sequence[Token], i: int, last: int, pack: Pack) -> int | None:
    """The token behind a phrase at i that says that something is not told ("did not mention", "did not come … to mention")."""
    words = pack.word_class("silent")
    for n in range(_LONGEST, 1, -1):
        run = [t.fold for t in tokens[i : min(i + n, last)]]
        for phrase in (run, [run[0][1:], *run[1:]] if run[0][:1] in GLUED else run):
            if " ".join(phrase) in words:
                return i + len(run)
            if " ".join(phrase) in pack.word_class("silent-head"):
                tails = pack.word_class("silent-tail")
                near = range(i + n, min(i + n + _GAP, last - 1))
                return next((j + 2 for j in near if f"{tokens[j].fold} {tokens[j + 1].fold}" in tails), None)
    return None


def _turns_back(tokens: Sequence[Token], mark: int, pack: Pack) -> bool:
    """Does a phrase of contrast carry the pronoun of whoever spoke before ("but he")?"""
    words = [t.fold for t in tokens[mark : mark + 2]]
    words[0] = words[0][1:] if words[0][:1] in GLUED and words[0] not in pack.word_class("contrast-own") else words[0]
    return not pack.word_class("contrast-own").isdisjoint((words[0], " ".join(words)))


def _speaks(a: Annotation, start: int, stop: int, other: Saying) -> bool:
    """Is whoever speaks in a statement named in this stretch, so that he leaves out what he said himself?"""
    return any(other.speaker in m.entities and start <= m.span.start < stop for m in a.mentions)


def _any_of_phrase(tokens: Sequence[Token], first: int, last: int, cls: str, pack: Pack) -> bool:
    """Does a phrase of a class begin at one of these tokens?"""
    heads = pack.once(_heads)[cls]
    begun = [i for i in range(first, last) if tokens[i].fold in heads]
    return any(_of_phrase(tokens, i, cls, pack) for i in begun)


def _of_phrase(tokens: Sequence[Token], at: int, cls: str, pack: Pack) -> bool:
    """Does a phrase of a class begin at a token, whatever is glued to it?"""
    words = pack.word_class(cls)
    for n in range(_LONGEST, 0, -1):
        run = " ".join(t.fold for t in tokens[at : at + n])
        if run in words or (run[:1] in GLUED and run[1:] in words):
            return True
    return False


def _of_class(cue: str, cls: str, pack: Pack) -> bool:
    word = fold(cue).partition(" ")[0]
    return not pack.word_class(cls).isdisjoint((word, word[1:] if word[:1] in GLUED else word))


def _words(text: str) -> set[str]:
    out = set()
    for word in fold(text).split():
        bare = (word[1:] if word[:1] in GLUED and len(word) > _STEM else word).removeprefix(_THE)
        if len(bare) >= _STEM:
            out.add(bare[:_STEM])
    return out


def _heads(pack: Pack) -> ByWord[frozenset[str]]:
    """Class -> the words with which its phrases begin, as they stand and with a letter glued to them: asked of every token."""

    def of(cls: str) -> frozenset[str]:
        bare = {w.partition(" ")[0] for w in pack.word_class(cls)}
        return frozenset((*bare, *(letter + w for w in bare for letter in GLUED)))

    return ByWord(of)


def _mark(tokens: Sequence[Token], start: int, stop: int, pack: Pack) -> int | None:
    """The last token from start to stop with which a phrase of contrast begins."""
    words, heads = pack.word_class("contrast"), pack.once(_heads)["contrast"]
    for i in range(stop - 1, start - 1, -1):
        if tokens[i].fold not in heads:
            continue
        for n in range(_LONGEST, 0, -1):
            run = [t.fold for t in tokens[i : min(i + n, stop)]]
            bare = [run[0][1:], *run[1:]] if run[0][:1] in GLUED else run
            if " ".join(run) in words or " ".join(bare) in words:
                if i + len(run) < len(tokens) and tokens[i + len(run)].fold in pack.word_class("of-a-time"):
                    break  # "في وقت سابق": when, not against what
                return i
    return None


def _trimmed(text: str, start: int, stop: int) -> Span | None:
    words = text[start:stop].strip(" \n،,.;؛")
    if len(words) < _SHORTEST // 2:
        return None
    begin = text.index(words, start)
    return Span(begin, begin + len(words))
