"""Finding reports: what was typed becomes units (a word, a phrase, a name); a report has to have all of them.

A word stands for all its forms, a name in any language for the entity wherever a report names it. Scores are BM25's idea on both
engines: how often (and whether in the title) against how many reports have it. Where no report has everything, those that have
most of it are given, and say so.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text

from khabar.store import schema, terms
from khabar.store.filters import Filters
from khabar.store.shelf import Shelf
from khabar.text import tokenize

TITLE = 3.0  # a word in the title counts as so many in the text
HALF = 1.5  # occurrences that give half of what endless ones would
COMMON = 0.5  # a word that more of the reports have is passed over where there are others
LONGEST = 5  # words of a name
CROWD = 40  # entities of one name: above, it tells nobody
MANY = 2000  # reports: a word that more have is a common one
AGAIN = 300  # best reports whose order is looked at more closely
PHRASES = 300  # spellings of a phrase that are tried
HEAD = 1500  # characters of a report that are looked at first for its snippet
MARKS = 24  # places of a report that are looked at for its snippet
WIDTH = 160  # characters of a snippet
MOST = 0.5  # share of what was asked for that an incomplete hit must have


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that was found. marks: stretches of ``snippet`` (half-open) that were asked for; start: where it stands in the text.

    complete: it has all that was asked for. why: ``text``, ``title``, ``entity``.
    """

    report: str
    title: str | None
    outlet: str | None
    day: str | None
    story: str | None
    score: float
    complete: bool
    why: tuple[str, ...]
    snippet: str
    start: int
    marks: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Unit:
    """One thing asked for. words: (form, kind) in order; together: they stand side by side."""

    words: list[tuple[str, str]]
    together: bool = False
    entities: tuple[str, ...] = ()
    excluded: bool = False
    ways: list[list[str]] = field(default_factory=list)
    found: dict[int, float] = field(default_factory=dict)
    titled: set[int] = field(default_factory=set)
    by_entity: set[int] = field(default_factory=set)
    weight: float = 1.0
    reports: int = 0  # how many have its commonest word, about


_QUOTED = re.compile(r"(-?)[\"“”«„]([^\"“”«»„]+)[\"“”»]")


def search(shelf: Shelf, query: str, filters: Filters, exact: bool, limit: int, offset: int) -> list[Hit]:
    """The best reports first. query: words, "phrases", -without; empty: all that fit the filters, the latest first."""
    with shelf.transaction() as c:
        finder = _Finder(shelf, c)
        return finder.search(query, filters, exact, limit, offset)


class _Finder:
    def __init__(self, shelf: Shelf, connection: Connection) -> None:
        self.shelf, self.c = shelf, connection
        self.size = max(1, self.c.execute(select(func.count()).select_from(schema.report)).scalar_one())

    def search(self, query: str, filters: Filters, exact: bool, limit: int, offset: int) -> list[Hit]:
        units = [Unit(_words(query), together=True)] if exact else self._units(query)
        units = [u for u in units if u.words]
        if not units and query.strip():  # marks only: nobody writes of them
            return []
        fitting = None if filters == Filters() else set(self.c.execute(filters.reports()).scalars())
        if not any(not u.excluded for u in units):
            return self._latest(fitting, limit, offset)
        for unit in units:
            unit.ways = [self._ways(form, kind, unit) for form, kind in unit.words]
        asked = [u for u in units if not u.excluded]
        # Words that nearly every report has decide nothing, unless there are no others.
        telling = [u for u in asked if u.entities or u.together or u.reports < COMMON * self.size]
        asked = telling if telling and not exact else asked
        for unit in (*asked, *(u for u in units if u.excluded)):
            self._look(unit)
        for u in asked:
            u.weight = math.log(1 + (self.size - len(u.found) + 0.5) / (len(u.found) + 0.5))
        # A word that no report has cannot tell which of them is meant.
        whole = sum(u.weight for u in asked if u.found) or 1.0
        scores: dict[int, float] = defaultdict(float)
        share: dict[int, float] = defaultdict(float)
        number: dict[int, int] = defaultdict(int)
        for u in asked:
            for seq, value in u.found.items():
                scores[seq] += u.weight * value
                share[seq] += u.weight
                number[seq] += 1
        for u in units:
            if u.excluded:
                for seq in u.found:
                    scores.pop(seq, None)
        if fitting is not None:
            scores = {seq: s for seq, s in scores.items() if seq in fitting}
        complete = {seq for seq in scores if number[seq] == len(asked)}
        pool = complete or ({seq for seq in scores if share[seq] >= MOST * whole} if not exact else set())
        ranked = self._again(sorted(pool, key=lambda seq: (-scores[seq], -seq))[: max(AGAIN, offset + limit)], scores, asked, complete)
        if len(pool) > len(ranked) and exact:
            ranked = sorted(pool, key=lambda seq: (-scores[seq], -seq))
        wanted = terms.exact(query) if exact else None
        return list(self._hits(ranked, scores, asked, complete, wanted, limit, offset))

    def _latest(self, fitting: set[int] | None, limit: int, offset: int) -> list[Hit]:
        t = schema.report.c
        query = select(t.seq).order_by(t.day.is_(None), t.day.desc(), t.seq.desc())
        seqs = [s for s in self.c.execute(query).scalars() if fitting is None or s in fitting]
        return list(self._hits(seqs[offset : offset + limit], defaultdict(float), [], set(seqs), None, limit, 0))

    # ------------------------------------------------------------------ what was asked for

    def _units(self, query: str) -> list[Unit]:
        units = [Unit(_words(m.group(2)), together=True, excluded=bool(m.group(1))) for m in _QUOTED.finditer(query)]
        for phrase in units:
            phrase.entities = self._named(phrase.words)
        for stretch in _QUOTED.sub("\n", query).split("\n"):
            words: list[tuple[str, str, bool]] = []
            for token in tokenize(stretch):
                if token.kind != "mark" and terms.term(token.form, token.kind):
                    minus = token.start > 0 and stretch[token.start - 1] == "-" and (token.start < 2 or stretch[token.start - 2].isspace())
                    words.append((token.form, token.kind, minus))
            at = 0
            while at < len(words):
                if words[at][2]:
                    units.append(Unit([words[at][:2]], excluded=True))
                    at += 1
                    continue
                for size in range(min(LONGEST, len(words) - at), 0, -1):
                    some = [w[:2] for w in words[at : at + size]]
                    entities = self._named(some)
                    if entities or size == 1:
                        units.append(Unit(some, entities=entities))
                        at += size
                        break
        return units

    def _named(self, words: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """The entities that bear these words as a name."""
        name = terms.names(" ".join(w for w, _ in words))
        if not name:
            return ()
        found = list(self.c.execute(select(schema.name.c.entity).where(schema.name.c.name == name).limit(CROWD + 1)).scalars())
        return tuple(found) if len(found) <= CROWD else ()

    # ------------------------------------------------------------------ where it stands

    def _look(self, unit: Unit) -> None:
        """Fill in which reports have the unit, and how much of it (0..1)."""
        if unit.together and len(unit.words) > 1:
            self._phrase(unit)
        else:
            each = [self._word(ways, unit) for ways in unit.ways]
            least = min(each, key=len)
            if len(each) > 1:
                unit.found = {seq: sum(f[seq] for f in each) / len(each) for seq in least if all(seq in f for f in each)}
            else:
                unit.found = least
        if unit.entities:
            # Named in the text under another name: as good, but what was typed comes first among equals.
            query = text(
                "SELECT seq, 0.9 * (1 + n) / (1 + n + :half) FROM (SELECT seq, CAST(sum(times) AS FLOAT) AS n FROM t_named"
                " WHERE entity IN :some GROUP BY seq) counted"
            ).bindparams(bindparam("some", expanding=True))
            named = {row[0]: row[1] for row in self.c.execute(query, {"some": list(unit.entities), "half": HALF}).all()}
            unit.by_entity = set(named)
            unit.found = {**named, **{seq: max(value, named.get(seq, 0.0)) for seq, value in unit.found.items()}}

    def _ways(self, form: str, kind: str, unit: Unit) -> list[str]:
        sure, perhaps = terms.ways(form, kind)
        held = self._frequency([*sure, *perhaps])
        # وليبيا means ليبيا, but كيان is no يان: what is left without the particle has to be the commoner word.
        own = held.get(sure[0], 0)
        out = [t for t in sure if held.get(t)] + [t for t in perhaps if held.get(t, 0) > own]
        unit.reports = max(unit.reports, sum(held.get(t, 0) for t in out))
        return out or sure[:1]

    def _frequency(self, words: Sequence[str]) -> dict[str, int]:
        """How many reports have each of these terms; those that none has are missing."""
        if self.shelf.sqlite:
            query = text("SELECT term, doc FROM t_terms WHERE term IN :some").bindparams(bindparam("some", expanding=True))
            return {row[0]: row[1] for row in self.c.execute(query, {"some": list(words)})}
        query = text(
            "SELECT w.term, (SELECT count(*) FROM (SELECT 1 FROM t_text t WHERE t.words @@ CAST(w.quoted AS tsquery) LIMIT 500) AS few)"
            " FROM unnest(CAST(:terms AS text[]), CAST(:quoted AS text[])) AS w (term, quoted)"
        )
        return {t: n for t, n in self.c.execute(query, {"terms": list(words), "quoted": [_lexeme(w) for w in words]}) if n}

    def _word(self, ways: Sequence[str], unit: Unit) -> dict[int, float]:
        if self.shelf.sqlite and unit.reports > MANY:  # counting each place of a common word takes long, and tells little
            wanted = " OR ".join(f'"{w}"' for w in ways)
            query = text("SELECT rowid FROM t_text WHERE t_text MATCH :wanted")
            found = dict.fromkeys(self.c.execute(query, {"wanted": wanted}).scalars().all(), 0.6)
            unit.titled.update(self.c.execute(query, {"wanted": f"title : ({wanted})"}).scalars().all())
            return {**found, **dict.fromkeys(unit.titled & found.keys(), 0.8)}
        if self.shelf.sqlite:
            times = (
                "SELECT doc, sum(CASE col WHEN 'title' THEN :title ELSE 1.0 END) AS n, max(col = 'title') AS titled"
                " FROM t_places WHERE term IN :some GROUP BY doc"
            )
            query = text(f"SELECT doc, n / (n + :half), titled FROM ({times})").bindparams(bindparam("some", expanding=True))
            rows = self.c.execute(query, {"some": list(ways), "title": TITLE, "half": HALF}).all()
            unit.titled.update(row[0] for row in rows if row[2])
            return {row[0]: row[1] for row in rows}
        # PostgreSQL tells no counts: its rank of one term with all weights at one hangs on nothing but how often the term stands there.
        query = text(
            "SELECT t.rowid, ts_rank('{1,1,1,1}', t.words, q.q), ts_rank('{0,0,0,1}', t.words, q.q)"
            " FROM unnest(CAST(:some AS text[])) w (way), CAST(w.way AS tsquery) q (q), t_text t WHERE t.words @@ q.q"
        )
        often: dict[int, float] = defaultdict(float)
        for seq, everywhere, in_title in self.c.execute(query, {"some": [_lexeme(w) for w in ways]}):
            titled = _occurrences(in_title)
            often[seq] += _occurrences(everywhere) + (TITLE - 1) * titled
            if titled:
                unit.titled.add(seq)
        return {seq: n / (n + HALF) for seq, n in often.items()}

    def _phrase(self, unit: Unit) -> None:
        ways: list[list[str]] = [[]]
        for options in unit.ways:
            ways = [[*w, o] for w in ways for o in options][:PHRASES]
        if self.shelf.sqlite:
            query, wanted = text("SELECT rowid FROM t_text WHERE t_text MATCH :wanted"), " OR ".join('"' + " ".join(w) + '"' for w in ways)
            in_title = f"title : ({wanted})"
        else:
            query = text("SELECT rowid FROM t_text WHERE words @@ CAST(:wanted AS tsquery)")
            wanted, in_title = (
                " <-> ".join("(" + " | ".join(_lexeme(o) + weight for o in options) + ")" for options in unit.ways) for weight in ("", ":A")
            )
        unit.found = dict.fromkeys(self.c.execute(query, {"wanted": wanted}).scalars(), 0.7)
        unit.titled.update(self.c.execute(query, {"wanted": in_title}).scalars())
        unit.found |= dict.fromkeys(unit.titled, 0.9)

    # ------------------------------------------------------------------ the best of them

    def _again(self, seqs: Sequence[int], scores: dict[int, float], asked: Sequence[Unit], complete: set[int]) -> list[int]:
        """The order of the best, looked at more closely: long reports mention much; what stands in the title is what it is about."""
        if not seqs:
            return []
        t = schema.report.c
        words = {r.seq: r.n_words for r in self.c.execute(select(t.seq, t.n_words).where(t.seq.in_(seqs)))}
        middle = sorted(words.values())[len(words) // 2] or 1
        for seq in seqs:
            scores[seq] *= 1 / (0.75 + 0.25 * max(words[seq], 20) / middle)
            whole = sum(u.weight for u in asked) or 1.0
            scores[seq] += whole * 0.6 * sum(u.weight for u in asked if seq in u.titled) / whole
        return sorted(seqs, key=lambda seq: (seq not in complete, -scores[seq], -seq))

    def _hits(
        self, ranked: Sequence[int], scores: Mapping[int, float], asked: Sequence[Unit], complete: set[int], wanted: str | None,
        limit: int, offset: int,
    ) -> Iterator[Hit]:  # fmt: skip
        t = schema.report.c
        left, skip = limit, offset
        step = 200 if wanted else limit + offset
        columns = (t.seq, t.id, t.title, t.outlet, t.outlet_name, t.day, t.main_story, t.text)
        for n in range(0, len(ranked), max(step, 1)):
            some = list(ranked[n : n + step])
            rows = {r.seq: r for r in self.c.execute(select(*columns).where(t.seq.in_(some)))}
            named = self._mentions(some, {e for u in asked for e in u.entities})
            for seq in some:
                row = rows[seq]
                if wanted is not None and wanted not in terms.exact(row.text) and wanted not in terms.exact(row.title or ""):
                    continue
                if skip:
                    skip -= 1
                    continue
                if not left:
                    return
                left -= 1
                yield self._hit(row, round(scores[seq], 4), asked, seq in complete, named.get(seq, []))

    def _mentions(self, seqs: Sequence[int], entities: set[str]) -> dict[int, list[tuple[int, int]]]:
        """Where the entities that were asked for take part in what these reports tell."""
        out: dict[int, list[tuple[int, int]]] = defaultdict(list)
        if entities:
            p, e, r = schema.party.c, schema.event.c, schema.report.c
            query = select(r.seq, p.start, p.stop).join(schema.event, e.id == p.event).join(schema.report, r.id == e.report)
            for seq, start, stop in self.c.execute(query.where(r.seq.in_(seqs), p.entity.in_(sorted(entities)))):
                out[seq].append((start, stop))
        return out

    def _hit(self, row: Any, score: float, asked: Sequence[Unit], complete: bool, named: list[tuple[int, int]]) -> Hit:
        why = []
        if any(row.seq in u.titled for u in asked):
            why.append("title")
        marks = _marks(row.text[:HEAD], asked) or _marks(row.text, asked)
        if marks:
            why.append("text")
        if any(row.seq in u.by_entity for u in asked):
            why.append("entity")
            marks = sorted({*marks, *named})
        start, stop = _window(row.text, marks)
        inside = tuple((a - start, b - start) for a, b in _merged(marks) if a >= start and b <= stop)
        return Hit(
            row.id, row.title, row.outlet_name or row.outlet, row.day, row.main_story, score, complete, tuple(why),
            row.text[start:stop], start, inside,
        )  # fmt: skip


def _words(stretch: str) -> list[tuple[str, str]]:
    return [(t.form, t.kind) for t in tokenize(stretch) if t.kind != "mark" and terms.term(t.form, t.kind)]  # a lone ـ is no word


@cache
def _ranks() -> list[float]:
    """What PostgreSQL's rank of one term is where it stands so often (at most 255 places are kept): 1 + 1/4 + 1/9 …, over what that leads to."""
    return [n * 6 / math.pi**2 for n in accumulate(1 / k**2 for k in range(1, 257))]


def _occurrences(rank: float) -> int:
    """How often a term stands there, from its rank; 0 for none."""
    return bisect_right(_ranks(), rank + 1e-6)


def _lexeme(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"


def _marks(words: str, asked: Iterable[Unit]) -> list[tuple[int, int]]:
    """Where what was asked for stands."""
    single = {w for u in asked if not (u.together and len(u.words) > 1) for ways in u.ways for w in ways}
    phrases = [[set(w) for w in u.ways] for u in asked if u.together and len(u.words) > 1]
    last: deque[terms.Placed] = deque(maxlen=max(map(len, phrases), default=1))
    out: list[tuple[int, int]] = []
    for word in terms.placed(words):
        last.append(word)
        if word.term in single:
            out.append((word.start, word.stop))
        for sets in phrases:
            tail = list(last)[-len(sets) :]
            if len(tail) == len(sets) and all(w.term in s for w, s in zip(tail, sets, strict=True)):
                out.append((tail[0].start, word.stop))
        if len(out) >= MARKS:
            break
    return sorted(out)


def _merged(marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for a, b in sorted(marks):
        if out and a < out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


def _window(words: str, marks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The stretch of about ``WIDTH`` characters with most marks, cut at blanks."""
    best, start = 0, marks[0][0] if marks else 0
    for n, (a, _) in enumerate(marks):
        inside = len({words[x:y] for x, y in marks[n : n + 12] if y <= a + WIDTH - 30})
        if inside > best:
            best, start = inside, a
    start = max(0, start - 30)
    stop = min(len(words), start + WIDTH)
    if start and (blank := words.find(" ", start, start + 30)) >= 0:
        start = blank + 1
    if stop < len(words) and (blank := words.rfind(" ", start, stop)) > start:
        stop = blank
    return start, stop
