"""Who asked for an act of two sides, where a report says so apart from telling it.

"The call was at Nairobi's request", "it was Tunis that sought the meeting", "the initiative came from Helsinki".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from khabar.annotation import Annotation
from khabar.coding.draft import bases, has_article
from khabar.model import Event, Evidence, Mention, Span
from khabar.packs import Pack

_ACTS = {"asked-talk": ("CONSULT",), "asked-truce": ("RETREAT",)}  # class of the noun that is asked for -> the acts that it may be
_BACK = 12  # tokens between that noun and the words that say who asked
_NEXT = 2  # tokens between those words and who it is
_ASKING = 6  # tokens behind the verb of asking in which the noun stands
_SIDES = 2  # countries of an act that one of them can have asked the other for


def told_by_whom(a: Annotation, pack: Pack, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, with who asked for them and the words that say so; where a report has two askers of one act it leaves open who it was."""
    acts = {k: sides for k, e in enumerate(events) if (sides := _sides(e))}
    if not acts:
        return tuple(events)  # of most reports: not a word need be looked at
    found: dict[int, dict[str, tuple[str, Span]]] = {}
    named = {m.first: m for m in a.mentions if m.country and (m.entities or m.stands_for or m.kind == "demonym")}
    for types, who, span in _told(a, pack, named):
        k = _act(events, acts, types, who.country or "", span)
        if k is not None:
            found.setdefault(k, {}).setdefault(who.country or "", (_id(who), span))
    out = list(events)
    for k, askers in found.items():
        spans = [span for _, span in askers.values()]
        evidence = {e.span: e for e in (*events[k].evidence, *(Evidence(s, s.of(a.report.text)) for s in spans))}
        asker = next(id for id, _ in askers.values()) if len(askers) == 1 else events[k].initiator
        out[k] = replace(events[k], initiator=asker, evidence=tuple(evidence[s] for s in sorted(evidence)))
    return tuple(out)


def _id(who: Mention) -> str:
    return who.stands_for or (who.entities[0] if who.entities else f"state/{who.country}")


def _sides(e: Event) -> frozenset[str]:
    """The two countries of an act that one of them can have asked the other for; none of another act."""
    sides = frozenset(p.country for p in (*e.actors, *e.recipients) if p.country)
    asked = any(e.type in types for types in _ACTS.values()) and e.status != "denied" and bool(e.evidence)
    return sides if asked and len(sides) == _SIDES else frozenset()


def _act(events: Sequence[Event], acts: Mapping[int, frozenset[str]], types: Sequence[str], country: str, span: Span) -> int | None:
    """The act that is asked for: the last one told up to these words, between the asker's country and another one."""
    told = ((events[k].evidence[0].span.start, k) for k, sides in acts.items() if events[k].type in types and country in sides)
    return max((act for act in told if act[0] < span.stop), default=(0, None))[1]


def _told(a: Annotation, pack: Pack, named: Mapping[int, Mention]) -> Iterator[tuple[tuple[str, ...], Mention, Span]]:
    """What was asked for (types of act), by whom, in which words."""
    for sentence in a.sentences:
        for i in range(sentence.first, sentence.last):
            if (told := _at_request(a, pack, named, i, sentence.first) or _sought(a, pack, named, i, sentence.first, sentence.last)) is not None:
                yield told


def _at_request(
    a: Annotation, pack: Pack, named: Mapping[int, Mention], i: int, first: int
) -> tuple[tuple[str, ...], Mention, Span] | None:
    """ "The call was at the request of", "a truce at the insistence of", "the initiative came from"."""
    phrase, following = pack.phrase_at(a.tokens, i), [t.fold for t in a.tokens[i + 1 : i + 2]]
    came = a.tokens[i].fold in pack.word_class("initiative") and not pack.word_class("came-from").isdisjoint(following)
    if not came and (phrase is None or phrase.cls != "initiator"):
        return None
    stop = i + (2 if came or phrase is None else len(phrase.tokens))
    who = next((named[n] for n in range(stop, min(stop + _NEXT + 1, len(a.tokens))) if n in named), None)
    if who is None or (came and a.tokens[stop].fold not in pack.word_class("from-whom")):
        return None
    for n in range(i - 1, max(first, i - _BACK) - 1, -1):
        if (types := _asked_for(a, pack, n)) is not None:
            return types, who, Span(a.tokens[n].start, a.tokens[who.last - 1].stop)
    return (_ACTS["asked-talk"], who, Span(a.tokens[i].start, a.tokens[who.last - 1].stop)) if came else None


def _sought(
    a: Annotation, pack: Pack, named: Mapping[int, Mention], i: int, first: int, last: int
) -> tuple[tuple[str, ...], Mention, Span] | None:
    """ "It was the Libyan side that asked for the meeting"."""
    if i + 2 >= last or f"{a.tokens[i].fold} {a.tokens[i + 1].fold}" not in pack.word_class("it-was-he"):
        return None
    if a.tokens[i + 2].fold not in pack.word_class("sought"):
        return None
    who = next((m for m in named.values() if first <= m.first and m.last == i), None)
    if who is None:
        return None
    for n in range(i + 3, min(i + 3 + _ASKING, last)):
        if has_article(a.tokens[n].fold) and (types := _asked_for(a, pack, n)) is not None:
            return types, who, Span(a.tokens[who.first].start, a.tokens[n].stop)
    return None


def _asked_for(a: Annotation, pack: Pack, n: int) -> tuple[str, ...] | None:
    """The types of act that the noun at token n may be, where it is one that is asked for."""
    words = bases(a.tokens[n].fold)
    return next((types for cls, types in _ACTS.items() if not words.isdisjoint(pack.word_class(cls))), None)
