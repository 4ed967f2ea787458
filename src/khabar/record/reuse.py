"""Reuse: which passage of which report stands in which other.

Copies are found by shared runs of four words (an index over all reports: near-linear) and measured by word alignment.
Rewordings are PROPOSED by sentence vectors and kept only where the two sentences also share an entity or a number; they say
that two passages look like one text, never that they state the same fact.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from khabar.encoder import one_thread
from khabar.model import Coded, Report, Reuse, Span
from khabar.record.vectors import Vectors
from khabar.text import fold, tokenize

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# All tuned 2026-11 on SaudiNewsNet (31,030 articles): planted copies of whole articles and of two to four sentences with
# 5-40 % of the words changed; figures in docs/evaluation.md.
GRAM = 4  # words in a seed; shorter ones drown in formulas ("the Russian foreign minister"), longer ones lose edited copies
NEIGHBOURS = 6  # a seed is tied to so many next occurrences: a text in a hundred outlets costs 600 ties, not 4,950
COMMON = 60  # a seed in more places than this ties nothing
RARE = 16  # a seed in more places than this lengthens a passage but founds none: formulas ("His Royal Highness Prince …")
SEEDS = 3  # rare seeds on one line of the alignment before a pair is looked at
SLACK = 12  # words by which two seeds of one passage may drift apart
MISS = 0.75  # what an unshared word costs when a passage grows; a match earns 1
SHORTEST = 12  # words that a copied passage must share
LIKENESS = 0.45  # share of equal words in a passage (both sides)

ALIKE = 0.60  # cosine from which two sentences that share an entity or a number are offered as rewordings
ALIKE_ALONE = 0.72  # the same, where they share a long word only
BEST = 3  # rewordings kept a sentence
ENOUGH = 18  # words that two reports must share in all: shorter, it is a title, a name with its offices, a fixed phrase
TELLING = 12  # sentences encoded a report at most; the gold's figures are the same with 12 and with 40
BUDGET = 24_000  # sentences encoded a merge (a minute on one core); shared out evenly

# Coarser and three times as fast as text.tokenize: aligning needs no kinds of tokens. Marks inside a word belong to it.
_WORD = re.compile("[^\\W_]+(?:[\u0640\u064b-\u065f\u0670\u200b-\u200f]+[^\\W_]*)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a report for aligning: folded forms as numbers, with their places in the text (arrays: 12 bytes a word)."""

    ids: array[int]
    starts: array[int]
    stops: array[int]

    def span(self, first: int, last: int) -> Span:
        """The span of words first..last-1."""
        return Span(self.starts[first], self.stops[last - 1])

    def within(self, span: Span) -> tuple[int, int]:
        """The words first..last-1 of a span."""
        return bisect_left(self.starts, span.start), bisect_right(self.stops, span.stop)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words a0..a1-1 of report ``a`` stand as b0..b1-1 in report ``b``; ``shared`` of them are equal."""

    a: int
    b: int
    a0: int
    a1: int
    b0: int
    b1: int
    shared: int

    @property
    def similarity(self) -> float:
        """Share of equal words in both stretches, 0..1."""
        return round(2 * self.shared / (self.a1 - self.a0 + self.b1 - self.b0), 3)


Reworded = tuple[int, int, Span, Span, float]  # report, report, the sentence of each, cosine


def read_words(reports: Sequence[Report]) -> tuple[list[Words], list[str]]:
    """The words of each report, and the forms behind the numbers.

    Captions, legal notes and read-also lines are part of the page, not of the account: left out.
    """
    numbers: dict[str, int] = {}
    out = []
    for report in reports:
        forms, starts, stops = _forms(report.text, tuple(n.span for n in report.notes if n.kind != "subhead"))
        out.append(Words(array("i", [numbers.setdefault(f, len(numbers)) for f in forms]), starts, stops))
    return out, list(numbers)


@lru_cache(maxsize=4096)  # a growing record lays the same reports side by side again and again
def _forms(text: str, masked: tuple[Span, ...]) -> tuple[tuple[str, ...], array[int], array[int]]:
    """The folded words of a text outside these stretches, with their places."""
    forms, starts, stops = [], array("i"), array("i")
    for match in _WORD.finditer(text):
        start, stop = match.span()
        if masked and any(m.start <= start < m.stop for m in masked):
            continue
        forms.append(sys.intern(fold(match[0])))
        starts.append(start)
        stops.append(stop)
    return tuple(forms), starts, stops


# ------------------------------------------------------------------ copies


def copies(words: Sequence[Words], about: Collection[int] = ()) -> list[Passage]:
    """All copied passages between two reports, in order of (a, b, place). about: reports of which one is in each pair; empty: all."""
    out: list[Passage] = []
    for a, b, seeds in _candidates(words, about):
        out += _align(words, a, b, seeds)
    return out


def taken_up(known: Iterable[Reuse], place: Mapping[str, int], words: Sequence[Words]) -> tuple[list[Passage], list[Reworded]]:
    """The copies and the rewordings that were found before. place: report id -> its place among the words."""
    passages: list[Passage] = []
    reworded: list[Reworded] = []
    for r in known:
        a, b, left, right = place[r.source], place[r.target], r.source_span, r.target_span
        if a > b:
            a, b, left, right = b, a, right, left
        if r.kind != "copied":
            reworded.append((a, b, left, right, r.similarity))
            continue
        (a0, a1), (b0, b1) = words[a].within(left), words[b].within(right)
        if a0 < a1 and b0 < b1:
            passages.append(Passage(a, b, a0, a1, b0, b1, round(r.similarity * (a1 - a0 + b1 - b0) / 2)))
    return passages, reworded


def _candidates(words: Sequence[Words], about: Collection[int]) -> Iterable[tuple[int, int, NDArray[np.int64]]]:
    """Pairs of reports that share enough rare seeds on one line; rows: place in the one, place in the other, is it rare."""
    one_thread()
    import numpy as np

    lengths = np.array([len(w.ids) for w in words], dtype=np.int64)
    if len(words) < 2 or int(lengths.sum()) < GRAM:
        return
    flat = np.concatenate([np.array(w.ids, dtype=np.uint64) for w in words])
    doc = np.repeat(np.arange(len(words), dtype=np.int64), lengths)
    place = np.arange(len(flat), dtype=np.int64) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    size = len(flat) - GRAM + 1
    code = np.zeros(size, dtype=np.uint64)
    for k in range(GRAM):  # wraps round on purpose: a hash; a false tie dies in the alignment
        code = code * np.uint64(0x9E3779B97F4A7C15) + (flat[k : size + k] + np.uint64(1)) * np.uint64(0xC2B2AE3D27D4EB4F)
        code ^= code >> np.uint64(29)
    whole = doc[:size] == doc[GRAM - 1 :]
    code, d, p = code[whole], doc[:size][whole], place[:size][whole]
    order = np.argsort(code, kind="stable")  # stable: within a seed by report, then place
    code, d, p = code[order], d[order], p[order]
    starts = np.flatnonzero(np.concatenate(([True], code[1:] != code[:-1])))
    df = np.diff(np.concatenate((starts, [len(code)])))
    rare = np.repeat((df > 1) & (df <= COMMON), df)
    code, d, p, df = code[rare], d[rare], p[rare], np.repeat(df, df)[rare]
    ties = []
    for lag in range(1, NEIGHBOURS + 1):
        same = np.flatnonzero((code[:-lag] == code[lag:]) & (d[:-lag] != d[lag:]))
        ties.append(np.stack((d[same], d[same + lag], p[same], p[same + lag], df[same] <= RARE)))
    tie = np.concatenate(ties, axis=1)
    if about:
        tie = tie[:, np.isin(tie[:2], sorted(about)).any(axis=0)]
    if tie.shape[1] == 0:
        return
    # First sieve: at least SEEDS seeds whose offset between the reports is about the same.
    line = (tie[2] - tie[3] + (1 << 24)) // SLACK
    pair = tie[0] * len(words) + tie[1]
    order = np.lexsort((tie[2], line, pair))
    tie, line, pair = tie[:, order], line[order], pair[order]
    new = np.concatenate(([True], (pair[1:] != pair[:-1]) | (line[1:] != line[:-1])))
    group = np.cumsum(new) - 1
    count = np.bincount(group, weights=tie[4])
    # A passage may sit on the border of two lines: two neighbours with SEEDS together count as well.
    head = np.flatnonzero(new)
    near = np.concatenate(((pair[head][1:] == pair[head][:-1]) & (line[head][1:] - line[head][:-1] == 1), [False]))
    total = count.copy()
    total[:-1] += np.where(near[:-1], count[1:], 0)
    good_pairs = np.unique(pair[head][total >= SEEDS])
    keep = np.isin(pair, good_pairs)
    tie, pair = tie[:, keep], pair[keep]
    order = np.lexsort((tie[3], tie[2], pair))
    tie, pair = tie[:, order], pair[order]
    if not len(pair):
        return
    first = np.flatnonzero(np.concatenate(([True], pair[1:] != pair[:-1])))
    for s, e in pairwise([*first.tolist(), len(pair)]):
        yield int(tie[0, s]), int(tie[1, s]), tie[2:, s:e]


def _align(words: Sequence[Words], a: int, b: int, seeds: NDArray[np.int64]) -> list[Passage]:
    """Seeds of one pair -> passages: chain along lines, then grow both ways over edited words."""
    chains: list[list[int]] = []  # [a0, a1, b0, b1, rare seeds]
    for x, y, rare in zip(*seeds.tolist(), strict=True):
        for chain in reversed(chains[-8:]):
            if 0 <= x - chain[1] + GRAM <= SLACK + GRAM and 0 <= y - chain[3] + GRAM <= SLACK + GRAM:
                chain[1], chain[3], chain[4] = max(chain[1], x + GRAM), max(chain[3], y + GRAM), chain[4] + rare
                break
        else:
            chains.append([x, x + GRAM, y, y + GRAM, rare])
    found: list[Passage] = []
    for a0, a1, b0, b1, n in sorted(chains, key=lambda c: (-c[4], c[0], c[2])):
        if n < SEEDS - 1 or any(p.a0 <= a0 and a1 <= p.a1 and p.b0 <= b0 and b1 <= p.b1 for p in found):
            continue
        passage = _grow(words[a].ids, words[b].ids, a, b, a0, a1, b0, b1)
        if passage is not None and not any(_inside(passage, p) for p in found):
            found.append(passage)
    if sum(p.shared for p in found) < ENOUGH:
        return []
    return sorted(found, key=lambda p: (p.a0, p.b0))


def _inside(one: Passage, other: Passage) -> bool:
    """Do two passages overlap by more than half of the shorter, on either side?"""
    on_a = min(one.a1, other.a1) - max(one.a0, other.a0)
    on_b = min(one.b1, other.b1) - max(one.b0, other.b0)
    return 2 * on_a > min(one.a1 - one.a0, other.a1 - other.a0) or 2 * on_b > min(one.b1 - one.b0, other.b1 - other.b0)


def _grow(x: Sequence[int], y: Sequence[int], a: int, b: int, a0: int, a1: int, b0: int, b1: int) -> Passage | None:
    """Grow a core both ways while the matches pay for the misses; None where too little is shared."""
    shared = sum(i1 - i0 for tag, i0, i1, _, _ in _opcodes(x[a0:a1], y[b0:b1]) if tag == "equal")
    window = 40
    while True:  # to the right
        u, v, gain = _reach(x[a1 : a1 + window], y[b1 : b1 + window])
        if not gain:
            break
        a1, b1, shared = a1 + u, b1 + v, shared + gain
    while True:  # to the left, on reversed words
        u, v, gain = _reach(x[max(0, a0 - window) : a0][::-1], y[max(0, b0 - window) : b0][::-1])
        if not gain:
            break
        a0, b0, shared = a0 - u, b0 - v, shared + gain
    passage = Passage(a, b, a0, a1, b0, b1, shared)
    return passage if shared >= SHORTEST and passage.similarity >= LIKENESS else None


def _opcodes(x: Sequence[int], y: Sequence[int]) -> list[tuple[str, int, int, int, int]]:
    from rapidfuzz.distance import Indel

    return [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Indel.opcodes(list(x), list(y))]


def _reach(x: Sequence[int], y: Sequence[int]) -> tuple[int, int, int]:
    """How far a passage may grow into two stretches of words: words of x, words of y, equal words among them."""
    best = score = 0.0
    out = (0, 0, 0)
    equal = 0
    pending = 0.0
    for tag, i0, i1, j0, j1 in _opcodes(x, y):
        if tag == "equal":
            run = i1 - i0
            # A lone shared preposition among strange words is chance; it pays only half.
            score += run if run > 1 else 0.5
            score -= MISS * pending
            pending = 0.0
            equal += run
            if score > best:
                best, out = score, (i1, j1, equal)
        else:
            # An insertion beside a deletion is one changed word, not two.
            pending = max(pending, 0.0) + (i1 - i0 + j1 - j0) / 2
            if MISS * pending - score > 6:
                break
    return out


# ------------------------------------------------------------------ rewordings


def rewordings(
    coded: Sequence[Coded],
    groups: Iterable[Sequence[int]],
    vectors: Vectors,
    copied: Mapping[tuple[int, int], Sequence[Passage]],
    words: Sequence[Words],
    settled: Mapping[int, int] = {},
    known: Iterable[Reworded] = (),
) -> list[Reworded]:
    """Sentence pairs that may be one text in other words, within the groups only.

    settled: report -> the kept story that it is in. Two of one story have been compared before; known: what came of that.
    """
    one_thread()
    import numpy as np

    groups = [sorted(set(g)) for g in groups if len({settled.get(i, -1 - i) for i in g}) > 1]
    members = sorted({i for g in groups for i in g})
    if not members:
        return []
    limit = max(3, min(TELLING, BUDGET // len(members)))
    chosen = {i: _telling(coded[i], limit) for i in members}
    marks = {i: [_marks(coded[i], s) for s in chosen[i]] for i in members}
    held = _held(settled.keys() & set(members), copied, words, known)
    found: dict[tuple[int, int, int, int], float] = {}

    def propose(one: tuple[int, int], other: tuple[int, int], value: float) -> None:
        """A sentence (report, number) has another among its nearest."""
        (i, k), (j, m) = one, other
        if sum(v >= value for span, v in held.get(i, ()) if span.overlaps(chosen[i][k])) >= BEST:
            return  # it had so many before that are nearer
        if _same_matter(marks[i][k], marks[j][m], value) and not _is_copied(copied, words, i, j, chosen[i][k], chosen[j][m]):
            key = (i, j, k, m) if i < j else (j, i, m, k)
            found[key] = max(found.get(key, 0.0), value)

    for group in groups:
        # Those of its largest kept story are laid beside the others only.
        sizes = Counter(settled[i] for i in group if i in settled)
        largest = max(sizes, key=lambda n: (sizes[n], n), default=None)
        others = {i for i in group if i not in settled or settled[i] != largest}
        asked = _comparable(group, others, settled, chosen, marks, copied, words)
        owner = [(i, k) for i in group for k in range(len(chosen[i])) if (i, k) in asked]
        if not owner:
            continue
        encoded = vectors.of([(coded[i].report.id, chosen[i][k].of(coded[i].report.text)) for i, k in owner])
        reports = np.array([i for i, _ in owner])
        homes = np.array([settled.get(i, -1 - i) for i, _ in owner])
        rows = np.flatnonzero(np.isin(reports, sorted(others)))
        nearest: dict[int, list[tuple[float, int]]] = defaultdict(list)  # a sentence of the largest story -> those of the others
        for r0 in range(0, len(rows), 1024):  # a block of rows at a time keeps a story of a thousand sentences small
            some = rows[r0 : r0 + 1024]
            cosine = np.round(encoded[some] @ encoded.T, 3)
            cosine[homes[some, None] == homes[None, :]] = -1
            top = np.argsort(-cosine, axis=1, kind="stable")[:, :BEST]
            for n, r in enumerate(some.tolist()):
                for c in top[n].tolist():
                    if (value := round(float(cosine[n, c]), 3)) >= ALIKE:
                        propose(owner[r], owner[c], value)
            for n, c in np.argwhere(cosine >= ALIKE).tolist():
                if owner[c][0] not in others:
                    nearest[c].append((-round(float(cosine[n, c]), 3), int(some[n])))
        for c, near in nearest.items():
            for value, r in sorted(near)[:BEST]:
                propose(owner[c], owner[r], -value)
    return [(i, j, chosen[i][k], chosen[j][m], value) for (i, j, k, m), value in sorted(found.items())]


def _held(
    settled: Collection[int], copied: Mapping[tuple[int, int], Sequence[Passage]], words: Sequence[Words], known: Iterable[Reworded]
) -> dict[int, list[tuple[Span, float]]]:
    """The passages of reports that are known to stand in others, with how alike they are; a copy is more alike than any rewording."""
    out: dict[int, list[tuple[Span, float]]] = defaultdict(list)
    for i, j, left, right, value in known:
        out[i].append((left, value))
        out[j].append((right, value))
    for (a, b), passages in copied.items():
        if a in settled and b in settled:
            for p in passages:
                out[a].append((words[a].span(p.a0, p.a1), 1.0))
                out[b].append((words[b].span(p.b0, p.b1), 1.0))
    return out


def _comparable(
    group: Sequence[int],
    others: Collection[int],
    settled: Mapping[int, int],
    chosen: Mapping[int, Sequence[Span]],
    marks: Mapping[int, Sequence[tuple[frozenset[str], ...]]],
    copied: Mapping[tuple[int, int], Sequence[Passage]],
    words: Sequence[Words],
) -> set[tuple[int, int]]:
    """Sentences (report, number) that share something with one of another report of their group, and are no copies of it.

    others: the reports of which one is in each pair. The rest needs no vector: in a story of one agency's text most are copies.
    """
    holders: dict[tuple[int, str], tuple[list[tuple[int, int]], list[tuple[int, int]]]] = defaultdict(lambda: ([], []))
    for i in group:
        for k, sets in enumerate(marks[i]):
            for n, some in enumerate(sets):
                for mark in some:
                    holders[n, mark][i not in others].append((i, k))
    out: set[tuple[int, int]] = set()
    tried: set[tuple[int, int, int, int]] = set()
    for mine, rest in holders.values():
        for x, (i, k) in enumerate(mine):
            for j, m in (*mine[x + 1 :], *rest):
                if ((i, k) in out and (j, m) in out) or (i, k, j, m) in tried or i == j or settled.get(i, -1 - i) == settled.get(j, -1 - j):
                    continue
                tried.add((i, k, j, m))
                if not _is_copied(copied, words, i, j, chosen[i][k], chosen[j][m]):
                    out |= {(i, k), (j, m)}
    return out


def _telling(coded: Coded, limit: int) -> list[Span]:
    """The sentences worth a vector, in order: the lead, what somebody stated, what tells an event; then the others."""
    lead = set(coded.sentences[:2])
    told = [s.span for s in coded.statements] + [e.span for event in coded.events for e in event.evidence]
    told.sort(key=lambda s: s.start)
    scored = []
    for n, sentence in enumerate(coded.sentences):
        if len(sentence) < 30:  # a dateline, a heading: too little to compare
            continue
        carries = any(sentence.overlaps(t) for t in told)
        scored.append((0 if carries else 1 if sentence in lead else 2, n, sentence))
    return sorted((s for _, _, s in sorted(scored)[:limit]), key=lambda s: s.start)


def _marks(coded: Coded, span: Span) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What a sentence is about, for checking a proposal: its entities, its numbers, its long words."""
    entities: set[str] = set()
    for event in coded.events:
        for p in (*event.actors, *event.recipients, *event.third_parties):
            if p.entity and span.covers(p.span):
                entities.add(p.entity)
        entities.update(t.entity for t in event.about if t.entity and span.covers(t.span))
    for relation in coded.relations:
        if span.overlaps(relation.span):
            entities.update((relation.subject, relation.object))
    return frozenset(entities), *_told(coded.report.text[span.start : span.stop])


@lru_cache(maxsize=16384)  # as `_forms`
def _told(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    """The numbers and the long words of a sentence."""
    tokens = tokenize(sentence)
    numbers = frozenset(t.fold for t in tokens if t.kind == "number")
    return numbers, frozenset(t.fold for t in tokens if t.kind == "word" and len(t.fold) > 5)


def _same_matter(one: tuple[frozenset[str], ...], other: tuple[frozenset[str], ...], cosine: float) -> bool:
    if one[1] and other[1] and not one[1] & other[1] and cosine < 0.9:
        return False  # other numbers, another sentence
    if one[0] & other[0] or one[1] & other[1]:
        return True
    # Between two languages there is no word to share: the vector has to be surer.
    return bool(one[2] & other[2]) and cosine >= ALIKE_ALONE


def _is_copied(
    copied: Mapping[tuple[int, int], Sequence[Passage]], words: Sequence[Words], i: int, j: int, left: Span, right: Span
) -> bool:
    """Has the pair of sentences already been found as a copy?"""
    if i > j:
        i, j, left, right = j, i, right, left
    passages = copied.get((i, j), ())
    return any(words[i].span(p.a0, p.a1).overlaps(left) and words[j].span(p.b0, p.b1).overlaps(right) for p in passages)


# ------------------------------------------------------------------ shares and directions


def by_pair(passages: Iterable[Passage]) -> dict[tuple[int, int], list[Passage]]:
    """The passages by their pair of reports (a, b), in order."""
    pairs: dict[tuple[int, int], list[Passage]] = defaultdict(list)
    for p in passages:
        pairs[p.a, p.b].append(p)
    return dict(pairs)


def share(passages: Sequence[Passage], words: Sequence[Words]) -> float:
    """How much of the shorter report of a pair stands in the other: 0..1."""
    shorter = min(len(words[passages[0].a].ids), len(words[passages[0].b].ids))
    return min(1.0, sum(p.shared for p in passages) / max(shorter, 1))


def earlier(one: Report, other: Report) -> int:
    """-1: one was published before other; 1: after; 0: not known. Whole days, or timestamps where both have one."""
    if one.published is None or other.published is None:
        return 0
    x, y = one.published.value, other.published.value
    size = min(len(x), len(y))
    if "T" not in x or "T" not in y or x[19:] != y[19:]:  # a clock in another zone tells nothing within a day
        size = min(size, 10)
    x, y = x[:size], y[:size]
    return (x > y) - (x < y) if x[:1].isdigit() and y[:1].isdigit() else 0


def to_reuse(
    coded: Sequence[Coded],
    words: Sequence[Words],
    passages: Iterable[Passage],
    reworded: Iterable[Reworded],
    heads: Sequence[Sequence[str]],
) -> tuple[Reuse, ...]:
    """The record's reuse. ``heads``: for each report its outlet, then those it says it carries: who is credited came first."""
    found: list[tuple[int, int, Span, Span, str, float]] = []
    for p in passages:
        found.append((p.a, p.b, words[p.a].span(p.a0, p.a1), words[p.b].span(p.b0, p.b1), "copied", p.similarity))
    for i, j, left, right, value in reworded:
        kind = "reworded" if coded[i].report.language == coded[j].report.language else "translated"
        found.append((i, j, left, right, kind, value))
    out = []
    for i, j, left, right, kind, value in found:
        one, other = coded[i].report, coded[j].report
        direction = 0
        if heads[i][0] in heads[j][1:]:
            direction = -1
        elif heads[j][0] in heads[i][1:]:
            direction = 1
        else:
            direction = earlier(one, other)
        if direction > 0:
            one, other, left, right = other, one, right, left
        out.append(Reuse(one.id, left, other.id, right, kind, value, direction != 0))
    return tuple(sorted(out, key=_reuse_key))


def _reuse_key(r: Reuse) -> tuple[Any, ...]:
    return r.source, r.target, r.source_span, r.target_span, r.kind
