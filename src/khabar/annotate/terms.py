"""Between which days a report came out of which no day is known, as far as those tell whom its lead names with their offices.

"بحث وزير الخارجية المصري سامح شكري" was written while he held the post, so "the Egyptian president" beside him is whoever held that post all
that time, and nobody where it changed hands. Only the lead is asked: what led to the news tells of other years.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from khabar.annotate.names import Hit, Names
from khabar.model import Sentence, Tenure
from khabar.packs import Pack
from khabar.text import Token
from khabar.world import World

Span = tuple[str, str]
"""The first and the last day (ISO) of a stretch of time."""

_LEAD = 3  # sentences, a title among them
_FAR = 6  # sentences that may tell more, where they name no year and fit with the lead
_APART = 7  # tokens between a title and its bearer's name: "وزير الخارجية والهجرة المصري الدكتور"
_BEGIN, _END = "0000-01-01", "9999-12-31"
_FILIAL = ("بن", "ابن", "بنت")
_MARKS = frozenset(("،", ",", "(", ")", "«", "»", '"', "“", "”", ":", "/", "-"))
_YEARS = re.compile(r"(19|20)\d\d")
_SLACK = 31  # days for which the term of another may reach into a stretch: as exact as months are
_YEAR = 366


def stretches(tokens: Sequence[Token], names: Names, sentences: Sequence[Sentence], pack: Pack, world: World) -> list[Span]:
    """The stretches of time, in order, in which all who are named with their offices in the lead held them; [] where that tells nothing.

    Moves ``names.stop``.
    """
    limit, found = names.stop, list[Span]()
    lead = sentences[:_LEAD][-1].last if sentences else 0
    for at, terms in _held(tokens, names, sentences, pack, world):
        if at >= lead and not found:
            break
        told = sorted({_days(t, world.tenures_of.get((t.post, t.of), ())) for t in terms})
        both = [s for a in found for b in told if (s := (max(a[0], b[0]), min(a[1], b[1])))[0] <= s[1]] if found else told
        if both or at < lead:
            found = both
        if not found:
            break  # of two times: no day that we could tell
    names.stop = limit
    return found


def throughout(terms: Sequence[Tenure], spans: Sequence[Span]) -> list[Tenure]:
    """Those of the terms of one office that go on all through the stretches, if nobody else held it within them; [] without stretches."""
    held = within(terms, spans)
    if not spans or len({t.person for t in held}) != 1:
        return []
    whole = all(any(_common(_days(t, terms), s) + _SLACK >= _length(s) for t in held) for s in spans)
    return held if whole else []


def within(terms: Sequence[Tenure], spans: Sequence[Span]) -> list[Tenure]:
    """Those of the terms of one office that reach into one of the stretches."""
    return [t for t in terms if any(_common(_days(t, terms), s) > _SLACK for s in spans)]


def _held(tokens: Sequence[Token], names: Names, sentences: Sequence[Sentence], pack: Pack, world: World) -> Iterator[tuple[int, list[Tenure]]]:
    """(token, terms) of each who is named in the first sentences with an office that he held at some time, and not as one who held it before."""
    near = sentences[:_FAR]
    bygone = [any(_YEARS.fullmatch(t.fold) for t in tokens[s.first : s.last]) for s in near[_LEAD:]]
    lead = [*near[:_LEAD], *(s for s, past in zip(near[_LEAD:], bygone, strict=True) if not past)]
    for k, hits in names.everywhere(sentences):
        if not near or k >= near[-1].last:
            return
        sentence = next((s for s in lead if s.first <= k < s.last), None)
        if sentence is None:
            continue
        people = [h for h in hits if h.stop == hits[0].stop and h.name.what == "entity" and h.name.ref.startswith("person/") and h.stop > k + 1]
        if len({h.name.ref for h in people}) != 1 or _is_part(names, k, people[0].stop):
            continue
        person = people[0].name.ref
        slugs = {p.name.ref for p in (*_before(tokens, names, k, sentence.first, pack), *_behind(names, people[0].stop, pack))}
        terms = [t for t in world.tenures_by.get(person, ()) if t.post in slugs]
        if terms:
            yield k, terms


def _before(tokens: Sequence[Token], names: Names, k: int, first: int, pack: Pack) -> Iterator[Hit]:
    """The title of one man that stands before the name at token k, with what it is of and forms of address at most between."""
    for j in range(k - 1, max(first, k - _APART) - 1, -1):
        post = _title(names, j)
        if post is not None:
            plain = all(n >= post.stop and _is_of_title(tokens, names, n, pack) for n in range(post.stop, k))
            if plain and not (j > first and names.reference(j - 1, "deputy")):
                yield post
            return
        if not _is_of_title(tokens, names, j, pack) and not tokens[j].fold.startswith(("ال", "وال", "لل")):
            return


def _behind(names: Names, stop: int, pack: Pack) -> Iterator[Hit]:
    """The title that stands right behind the name that ends at token ``stop``, or behind a comma."""
    at = stop + (stop < names.stop and names.folds[stop] in _MARKS)
    post = _title(names, at) if at < names.stop else None
    if post is None or post.conj:
        return
    past = any(_is_past(names, n) for n in range(post.stop, min(post.stop + 3, names.stop)))
    owner = post.stop < names.stop and any(h.name.ref.startswith("state/") and not h.conj for h in names.hits(post.stop))
    if not past and (owner or post.stop > at + 1):  # not "رئيس" of a board
        yield post


def _is_part(names: Names, k: int, stop: int) -> bool:
    """Is the name at tokens[k:stop] a piece of a longer one: "عبد الله بن عبد العزيز" of "فيصل بن عبد الله بن عبد العزيز"?"""
    before = names.folds[k - 1] if k else ""
    behind = names.folds[stop] if stop < names.stop else ""
    return before in _FILIAL or before in names.given or behind in _FILIAL


def _title(names: Names, j: int) -> Hit | None:
    """The longest title of one man that begins at token j."""
    return next((h for h in names.hits(j) if h.name.what == "post" and h.name.number == "s"), None)


def _is_of_title(tokens: Sequence[Token], names: Names, n: int, pack: Pack) -> bool:
    """May the token stand between a title and a name: a state, its adjective, a form of address, a mark, and no word for who held it before?"""
    if _is_past(names, n) or any(r.kind == "verb" for r in pack.readings(tokens[n].fold)):
        return False
    if tokens[n].fold in _MARKS or tokens[n].fold.startswith(("ال", "وال", "لل")) or names.reference(n, "honorific"):
        return True
    return any(h.name.what in ("entity", "adjective", "post", "body", "body-of") for h in names.hits(n))


def _is_past(names: Names, n: int) -> bool:
    qualifier = names.reference(n, "qualifier")
    return bool(qualifier and qualifier.value) or names.reference(n, "then") is not None


def _days(term: Tenure, others: Iterable[Tenure]) -> Span:
    """The first and the last day of a term, as wide as its dates may mean; one without an end ends where the next of the same office begins."""
    later = (t.since for t in others if t.since > term.since and t.about == term.about)
    since, until = term.since or _BEGIN, term.until or min(later, default="") or _END
    return since + _BEGIN[len(since) :], until + _END[len(until) :] if len(until) != len("2000-01") else until + "-31"


def _common(a: Span, b: Span) -> int:
    """About how many days two stretches have in common."""
    return max(0, _length((max(a[0], b[0]), min(a[1], b[1]))))


def _length(span: Span) -> int:
    return _number(span[1]) - _number(span[0]) + 1


def _number(day: str) -> int:
    return int(day[:4]) * _YEAR + int(day[5:7]) * _SLACK + int(day[8:10])
