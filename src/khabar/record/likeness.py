"""How alike words are: of two sets, of two forms of a word, of whole reports, of their leads."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from khabar.encoder import one_thread
from khabar.record.days import LONG, Days, gap
from khabar.record.reuse import Words
from khabar.text import fold, scan

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from khabar.record.vectors import Vectors

TERMS, INDEXED, POSTINGS = 60, 20, 400  # telling words a report; those that propose pairs; reports a word may propose

@lru_cache(maxsize=16384)  # the sentences of a few thousand reports: a growing record asks for the same ones again and again
def content_words(text: str) -> frozenset[str]:
    """Words long enough to tell something; in any language most of the short ones are grammar."""
    return frozenset(folded for _, _, form, kind in scan(text) if len(folded := fold(form)) > 3 or kind == "number")


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set that the other holds too, 0..1; 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


@lru_cache(maxsize=65536)
def pieces(word: str) -> frozenset[str]:
    return frozenset(word[k : k + 4] for k in range(len(word) - 3)) or frozenset((word,))


@lru_cache(maxsize=4096)
def _all_pieces(text: str) -> tuple[str, ...]:
    return tuple(sorted({p for word in content_words(text) for p in pieces(word)}))


@lru_cache(maxsize=8192)
def _by_piece(words: frozenset[str]) -> dict[str, list[str]]:
    """The words that have a run of letters."""
    out: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for p in pieces(word):
            out[p].append(word)
    return dict(out)


@lru_cache(maxsize=8192)  # the copies of an agency's sentence are laid beside those of another one pair by pair
def akin(one: frozenset[str], other: frozenset[str]) -> float:
    """As ``overlap``, but a word counts as shared where the other side has a form of it: half of the runs of four letters agree."""
    if len(one) > len(other):
        one, other = other, one

    forms = _by_piece(other)

    def shared(word: str) -> bool:
        if word in other:
            return True
        mine = pieces(word)
        common: dict[str, int] = {}  # no Counter: nearly always empty, and asked for a million times
        for p in mine:
            for w in forms.get(p, ()):
                common[w] = common.get(w, 0) + 1
        return any(2 * n >= len(mine) + len(pieces(w)) - n for w, n in common.items())

    return sum(map(shared, one)) / len(one) if one else 0.0


class Likeness:
    """Cosines of the telling words (tf-idf) of reports."""

    def __init__(self, words: Sequence[Words], vocabulary: Sequence[str]) -> None:
        telling = [len(w) > 3 or w.isdigit() for w in vocabulary]
        counts = [Counter(i for i in w.ids[:400] if telling[i]) for w in words]
        self.df = Counter(i for c in counts for i in c)
        # In a set of a few reports every word is "rare": the floor keeps the weights nearly even there.
        size = max(len(words), 60)
        rare = {i: math.log(1 + size / n) for i, n in self.df.items()}
        self.vectors: list[dict[int, float]] = []
        for c in counts:
            weights = {i: (1 + math.log(n)) * rare[i] for i, n in c.items()}
            top = sorted(weights.items(), key=lambda e: (-e[1], e[0]))[:TERMS]
            norm = math.sqrt(sum(v * v for _, v in top)) or 1.0
            self.vectors.append({i: v / norm for i, v in top})
        self._counts, self._rare = counts, rare
        self._whole: dict[int, dict[int, float]] = {}

    def of(self, a: int, b: int) -> float:
        """How alike the words of two reports are, 0..1."""
        one, other = self.vectors[a], self.vectors[b]
        return round(sum(v * other[i] for i, v in one.items() if i in other), 4)

    def whole(self, a: int, b: int) -> float:
        """The same over all words. In a set of one matter the words of the matter are the common ones, and stand in no top list."""
        for r in (a, b):
            if r not in self._whole:
                weights = {i: (1 + math.log(n)) * self._rare[i] for i, n in sorted(self._counts[r].items())}
                norm = math.sqrt(sum(v * v for v in weights.values())) or 1.0
                self._whole[r] = {i: v / norm for i, v in weights.items()}
        one, other = self._whole[a], self._whole[b]
        return max(self.of(a, b), round(sum(v * other[i] for i, v in one.items() if i in other), 4))

    def pairs(self, issued: Sequence[Days | None], wanted: Collection[int], least: float) -> list[tuple[tuple[int, int], float]]:
        """Pairs that share several of their rarest words, were published within days and are alike so far; the most alike first.

        wanted: reports of which one is in each pair.
        """
        postings: dict[int, list[int]] = defaultdict(list)
        rare = [[i for i in vector if self.df[i] > 1][:INDEXED] for vector in self.vectors]  # a word of one report ties nothing
        for r, telling in enumerate(rare):
            for i in telling:
                postings[i].append(r)
        out: dict[tuple[int, int], float] = {}
        some = len(wanted) < len(rare)
        for r in sorted(wanted):
            common: Counter[int] = Counter()
            for i in rare[r]:
                rows = postings.get(i, ())
                if len(rows) <= POSTINGS:
                    common.update(rows if some else rows[bisect_right(rows, r) :])
            for q, n in common.items():
                if q != r and n > 2 and (gap(issued[r], issued[q]) or 0) <= LONG and (value := self.of(min(r, q), max(r, q))) >= least:
                    out[min(r, q), max(r, q)] = value
        return sorted(out.items(), key=lambda e: (-e[1], e[0]))


class Leads:
    """How alike the leads of reports are: by what they mean (sentence encoder), and by runs of four letters of their words.

    texts: (report id, lead). Without vectors there is no cosine and there are no pairs.
    """

    def __init__(self, texts: Sequence[tuple[str, str]], vectors: Vectors | None) -> None:
        self._texts, self._encoded = texts, vectors
        self._row: dict[int, int] = {}
        self._vectors: NDArray[np.float32] | None = None
        self._runs: list[frozenset[int]] | None = None
        self._weight: list[float] = []
        self._total: list[float] = []

    def read(self, reports: Iterable[int]) -> None:
        """Get the vectors of these reports, those that are not yet known in one go."""
        new = sorted(set(reports) - self._row.keys())
        if self._encoded is None or not new:
            return
        one_thread()
        import numpy as np

        made = self._encoded.of([self._texts[r] for r in new])
        known = len(self._row)
        self._row |= {r: known + n for n, r in enumerate(new)}
        self._vectors = made if self._vectors is None else np.concatenate((self._vectors, made))

    def cosine(self, a: int, b: int) -> float:
        """Cosine of two leads that were read; 0 for others."""
        if self._vectors is None or a not in self._row or b not in self._row:
            return 0.0
        return round(float(self._vectors[self._row[a]] @ self._vectors[self._row[b]]), 4)

    def share(self, a: int, b: int) -> float:
        """How much of the shorter lead's telling runs of letters stands in the other, 0..1."""
        if self._runs is None:
            self._weigh()
        runs = self._runs or []
        least = min(self._total[a], self._total[b])
        return round(sum(sorted(self._weight[i] for i in runs[a] & runs[b])) / least, 4) if least else 0.0

    def _weigh(self) -> None:
        numbers: dict[str, int] = {}
        self._runs = []
        for _, text in self._texts:
            self._runs.append(frozenset(numbers.setdefault(p, len(numbers)) for p in _all_pieces(text)))
        df = Counter(i for runs in self._runs for i in runs)
        size = max(len(self._runs), 60)  # as in Likeness: in a small set everything is rare
        self._weight = [math.log(1 + size / df[i]) for i in range(len(numbers))]
        self._total = [sum(sorted(self._weight[i] for i in runs)) for runs in self._runs]

    def pairs(self, day: Mapping[int, int], apart: int, least: float) -> list[tuple[int, int]]:
        """Of the reports of these days (ordinals) each with its nearest by cosine, at most so many days away; in order."""
        if self._encoded is None or len(day) < 2:
            return []
        self.read(day)
        import numpy as np

        order = sorted(day, key=lambda r: (day[r], r))
        days = np.array([day[r] for r in order])
        vectors = np.stack([self._vectors[self._row[r]] for r in order]) if self._vectors is not None else np.zeros((0, 0))
        out: set[tuple[int, int]] = set()
        for first in range(0, len(order), _ROWS):
            last = min(first + _ROWS, len(order))
            stop = int(np.searchsorted(days, days[last - 1] + apart, side="right"))
            cosine = np.round(vectors[first:last] @ vectors[first:stop].T, 4)
            rows, columns = np.arange(first, last)[:, None], np.arange(first, stop)[None, :]
            cosine[(columns <= rows) | (days[first:stop][None, :] - days[first:last][:, None] > apart)] = -1
            nearest = np.argsort(-cosine, axis=1, kind="stable")[:, :_NEAREST]
            for row in range(last - first):
                for column in nearest[row].tolist():
                    if cosine[row, column] < least:
                        break
                    a, b = order[first + row], order[first + column]
                    out.add((min(a, b), max(a, b)))
        return sorted(out)


_ROWS, _NEAREST = 256, 20  # leads compared at a time; neighbours of each
