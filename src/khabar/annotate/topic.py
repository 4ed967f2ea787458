"""Which state a report is about, as far as its names tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from khabar.annotate.memory import Memory
from khabar.annotate.names import Hit, Names
from khabar.model import Sentence
from khabar.world import World

_AMBASSADOR = "ambassador"
_TITLE = 3  # tokens of "غير المقيم لجمهورية"
_SENDER = 5  # tokens of "سفير جمهورية مصر العربية المعتمد" before "to the country"
_NAMES = ("entity", "adjective", "people", "surname")
_LINES, _FIRST = 4, 8  # lines of a headline and what stands below it; mentions in them
_DASHES = frozenset(("-", "–", "—", "/", ""))  # the last: "الخرطوم ـــ"
_OPENING, _ENDS_OPENING = 7, frozenset((":", "-", "–"))


class Topic:
    """What one report is about; counted once, when first asked."""

    def __init__(self, world: World, sentences: Sequence[Sentence], names: Names, memory: Memory) -> None:
        self.world, self.sentences, self.names, self.memory = world, sentences, names, memory
        self._home_state: str | None = None
        self._named_states: Counter[str] | None = None
        self._weighed: Counter[str] | None = None
        self._backing: Counter[str] | None = None
        self._outright: Counter[str] = Counter()
        self._bare: Counter[str] = Counter()
        self._sent: frozenset[str] | None = None
        self._guests: frozenset[str] | None = None
        self._two: tuple[str, ...] | None = None
        self._region: str | None = None
        self._beyond: dict[str, bool] = {}  # entity: is anything else of its country named
        self._posts: list[tuple[int, Hit, set[str]]] | None = None  # end of its sentence, a post that the report names, whose names end there

    @property
    def home(self) -> str | None:
        """The state that the report is about, when one is named far more than any other: whose "the ministry" must be."""
        if self._home_state is None or not self.memory.mentions:
            top = [(s, n) for s, n in self._weights.most_common() if s not in self.guests][:2]
            clear = top and top[0][1] >= 3 and (len(top) == 1 or top[0][1] >= 1.3 * top[1][1])
            at = self.dateline
            told = at and at in dict(top) and 2 * self._weights[at] >= top[0][1] >= 3
            self._home_state = at if told else top[0][0] if clear else ""
        return self._home_state or None

    @property
    def senders(self) -> frozenset[str]:
        """The states whose ambassadors the report names: "تقبل الملك أوراق اعتماد سفير المملكة العربية السعودية" is another king's."""
        if self._sent is None:
            self._sent = frozenset(s for k, hits in self.all_hits() for h in hits if h.name.ref == _AMBASSADOR for s in self._behind(h.stop))
        return self._sent

    def _behind(self, j: int) -> Iterator[str]:
        """The first state named in the few tokens from here on."""
        near = (h.name.ref for k in range(j, min(j + _TITLE, self.names.stop)) for h in self.names.hits(k) if h.name.ref.startswith("state/"))
        yield from islice(near, 1)

    @property
    def guests(self) -> frozenset[str]:
        """The states that have an ambassador "to the country" ("سفير الولايات المتحدة لدى البلاد"), which is the reporter's, and so none of them;
        those whose ambassadors present their credentials, if several do; and those that it calls sisters ("جمهورية العراق الشقيقة")."""
        if self._guests is None:
            self._guests = frozenset(self._accredited())
        return self._guests

    def _accredited(self) -> Iterator[str]:
        folds, words = self.names.folds, self.memory.pack.word_class
        papers, credits, beside, land = words("papers"), words("accreditation"), words("beside"), words("reporters-land")
        second = credits | land
        behind = [k for k, word in enumerate(folds) if word in second and k]  # few: only there are the words before looked at
        if any(folds[k] in credits and folds[k - 1] in papers for k in behind) and len(self.senders) > 1:
            yield from self.senders
        sisters = words("sister-state")
        yield from (h.name.ref for k, hits in self.all_hits() for h in hits if h.name.ref.startswith("state/") and self._word(h.stop) in sisters)
        limit = self.names.stop
        for k in (k - 1 for k in behind if k > 1):
            if folds[k] in beside and folds[k + 1] in land:
                self.names.stop = k
                yield from (h.name.ref for j in range(max(0, k - _SENDER), k) for h in self.names.hits(j) if h.name.ref.startswith("state/"))
        self.names.stop = limit

    def _word(self, k: int) -> str:
        """The folded word at token k, empty behind the last."""
        return self.names.folds[k] if k < len(self.names.folds) else ""

    @property
    def dateline(self) -> str | None:
        """The state of the place that the report, or the line behind its headline, begins with: "الجزائر - أعلنت رئاسة الجمهورية". None for a city
        that means a body of many states."""
        first = self.memory.mentions[0] if self.memory.mentions else None
        if first is None or first.first > 1 or first.kind not in ("place", "state") or first.prep:
            heads = {s.first for s in self.sentences[1:_LINES]}
            met = (m for m in self.memory.mentions[:_FIRST] if m.kind == "place" and m.first in heads and not (m.prep or m.conj))
            first = next((m for m in met if m.last < len(self.names.folds) and self._word(m.last) in _DASHES), None)
        if first is None or (first.stands_for is not None and not first.stands_for.startswith("state/")):
            return None
        state = f"state/{first.country}"
        return state if state in self.world.entities else None

    def touches(self, states: Iterable[str]) -> bool:
        """Does the report name one of the states, or somebody or some place of theirs?"""
        return any(self._weights[s] for s in states)

    def speaks_of(self, country: str) -> bool:
        """Does the report name the country, a place, body or demonym of it, or somebody of it in full: anything but a bare surname?"""
        return bool(self.backing[country] - self._bare[country])

    @property
    def region(self) -> str | None:
        """The part of a state with a government of its own that the report names at least as often as that state: "بونتلاند", "إقليم كردستان"."""
        if self._region is None:
            named: Counter[str] = Counter()
            for _, hits in self.all_hits():
                refs = {h.name.ref for h in hits if h.stop == hits[0].stop and h.name.what in ("entity", "adjective")}
                named.update(refs if len(refs) == 1 else ())
            regions = [r for r in self.memory.pack.word_class("self-governing") if named[r]]
            best = max(regions, key=lambda r: (named[r], r), default="")
            state = f"state/{self.world.entities[best].country}" if best else ""
            whole = named[state] + sum(n for r, n in named.items() if r in self.world.places and self.world.places[r].stands_for == state)
            self._region = best if best and named[best] >= whole else ""
        return self._region or None

    def beyond(self, ref: str) -> bool:
        """Does the report name anything of the country of an entity but the entity itself, by a name that is of no other country?"""
        if ref not in self._beyond:
            country = self.world.entities[ref].country
            kinds = frozenset(_NAMES) - {"surname"}  # "خلاف" is an Egyptian's, and a quarrel
            others = [[h.name.ref for h in hits if h.stop == hits[0].stop and h.name.what in kinds] for _, hits in self.all_hits()]
            self._beyond[ref] = any(refs and ref not in refs and all(self.world.entities[r].country == country for r in refs) for refs in others)
        return self._beyond[ref]

    @property
    def backing(self) -> Counter[str]:
        """How many names of the report belong to one country and no other, by its code: states, places, people, bodies, demonyms."""
        if self._backing is None:
            self._backing = Counter()
            for _, hits in self.all_hits():
                longest = [h for h in hits if h.stop == hits[0].stop and h.name.what in _NAMES]
                countries = {self.world.entities[h.name.ref].country for h in longest}
                country = countries.pop() if len(countries) == 1 else None
                if country:
                    self._backing[country] += 1
                    people = (h.name for h in longest if h.name.ref.startswith("person/"))
                    self._bare[country] += any(n.what == "surname" or len(n.tokens) == 1 for n in people)
                    self._outright[f"state/{country}"] += any(h.name.what == "entity" and not h.name.ref.startswith("person/") for h in longest)
        return self._backing

    @property
    def outright(self) -> Counter[str]:
        """How often the report names each state or what lies in it by name, not by a demonym."""
        _ = self.backing  # both are counted in one go
        return self._outright

    @property
    def mostly(self) -> str | None:
        """The state that is named at least twice as much as any other."""
        top = self._weights.most_common(2)
        return top[0][0] if top and (len(top) == 1 or top[0][1] >= 2 * top[1][1]) else None

    @property
    def ranked(self) -> list[str]:
        """The states of the report, the one that it is most about first."""
        return [s for s, _ in self._weights.most_common()]

    @property
    def two(self) -> tuple[str, ...]:
        """The two states that the report is about: those that it joins most often ("القمة الروسية الأميركية", "بين أنقرة وأثينا", a treaty of
        two), of the three that it names most; else those of which each is named at least twice as much as any third.
        """
        if self._two is None:
            top = self._weights.most_common(3)
            bonds = [b for b in self._bonds().most_common(2) if b[0] <= {s for s, n in top if n >= 3}]
            first = len(bonds) == 1 or (len(bonds) == 2 and bonds[0][1] > bonds[1][1])
            bound = first and (bonds[0][1] >= 2 or bonds[0][0] == {s for s, _ in top[:2]})
            clear = not bonds and len(top) > 1 and top[1][1] >= 4 and (len(top) == 2 or top[1][1] >= 2 * top[2][1])
            self._two = tuple(sorted(bonds[0][0])) if bound else (top[0][0], top[1][0]) if clear else ()
        return self._two

    def _bonds(self) -> Counter[frozenset[str]]:
        """How often the report joins two states and no third."""
        out: Counter[frozenset[str]] = Counter()
        run: list[str] = []
        last = -1
        for k, hits in self.all_hits():
            matters = next((self.world.matters[h.name.ref] for h in hits if len(self.world.matters.get(h.name.ref, ())) == 2), None)
            if matters:
                out[frozenset(matters)] += 1
            hit = next((h for h in hits if h.name.what in ("entity", "adjective") and self._state_of(h)), None)
            if hit is None or k < last:  # "الجمهورية اليوغوسلافية السابقة" is one
                continue
            near = k <= last + 1 and (bool(hit.conj) or hit.name.what == "adjective")
            if not near and len(set(run)) == 2:
                out[frozenset(run)] += 1
            run = [*run, self._state_of(hit)] if near else [self._state_of(hit)]
            last = hit.stop
        if len(set(run)) == 2:
            out[frozenset(run)] += 1
        return out

    def _state_of(self, hit: Hit) -> str:
        """The state of a state's name or a capital's, else empty."""
        place = self.world.places.get(hit.name.ref)
        state = hit.name.ref if hit.name.ref.startswith("state/") else place.stands_for if place else ""
        return state or ""

    @property
    def _weights(self) -> Counter[str]:
        """How much the report is about each state: its names count twice, its places, people and bodies once."""
        if self._weighed is None:
            self._weighed = self._weigh()
        return self._weighed

    def _weigh(self) -> Counter[str]:
        out: Counter[str] = Counter()
        opening = self._opening()
        for k, hits in self.all_hits():
            refs = [h.name.ref for h in hits[:6] if h.name.what in ("entity", "adjective")]
            if not refs:
                continue
            states = [r for r in refs if r.startswith("state/")]
            countries = {self.world.entities[r].country for r in refs}
            state = states[0] if states else f"state/{countries.pop()}" if len(countries) == 1 else ""
            if state in self.world.entities:
                out[state] = 1 if k < opening else out[state] + (2 if states else 1)  # "بغداد - العراق اليوم: أعلن رئيس غينيا بيساو"
        return out

    def _opening(self) -> int:
        """The token behind the place and the paper that a report begins with, 0 where no colon or dash ends them."""
        first = self.memory.tokens[:_OPENING]
        return max((k for k, t in enumerate(first) if t.fold in _ENDS_OPENING), default=0)

    def all_hits(self) -> Iterator[tuple[int, list[Hit]]]:
        """The names at every token of the report, none beyond its sentence: looked up once for all."""
        limit = self.names.stop
        yield from self.names.everywhere(self.sentences)
        self.names.stop = limit

    def titled(self, slug: str) -> set[str]:
        """The people whose full names stand by this post without a state anywhere in the report: "وزير الخارجية السيد فؤاد حسين", "سامح شكري
        وزير الخارجية"."""
        out: set[str] = set()
        if self._posts is None:  # they stay the same while the report is read
            self._posts = []
            ended: dict[int, set[str]] = {}
            for k, hits in self.all_hits():
                for h in hits:
                    if h.name.what == "post" and h.name.number == "s":
                        self._posts.append((self.names.stop, h, ended.get(k, set()) if not (h.conj or h.prep) else set()))
                    elif _is_full_name(h):
                        ended.setdefault(h.stop, set()).add(h.name.ref)
        limit = self.names.stop
        for stop, post, before in (p for p in self._posts if p[1].name.ref == slug):
            self.names.stop = stop
            j = self.names.past_address(post.stop)
            behind = self.names.hits(j) if j < self.names.stop else ()
            out |= {h.name.ref for h in behind if _is_full_name(h) and not (h.conj or h.prep)}
            if not any(h.name.what in ("adjective", "entity") for h in behind):
                out |= before
        self.names.stop = limit
        return out

    @property
    def named(self) -> Counter[str]:
        """How often the report names each state, by its name or demonym alone."""
        if self._named_states is None:
            self._named_states = Counter()
            for _, hits in self.all_hits():
                states = {h.name.ref for h in hits if h.name.what in ("entity", "adjective")}
                if len(states) == 1 and (ref := next(iter(states))).startswith("state/"):
                    self._named_states[ref] += 1
        return self._named_states


def _is_full_name(hit: Hit) -> bool:
    """Is it the name of somebody, not his surname alone?"""
    return hit.name.what == "entity" and hit.name.ref.startswith("person/")
