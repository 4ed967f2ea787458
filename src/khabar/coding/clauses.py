"""Reads a sentence from first word to last into predicates with their arguments.

One pass, no backtracking. Words become units (mention, predicate, particle, date, mark); predicates stay open on a stack, and
each argument goes to the nearest open predicate whose frames take it. Arabic news puts the verb first, then the subject with its
appositions, then the rest: so a bare mention after a verb is its subject, the next one its object; before a verb, after أنّ or in
a headline, it is the subject too. A verbal noun is a predicate of its own, governed by what stands before it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from khabar.annotation import Annotation
from khabar.lemmas import known
from khabar.model import Mention, Sentence, When
from khabar.packs import Frame, Operator, Pack, Phrase, Reading
from khabar.text import Token, fold

ACTOR_KINDS = frozenset(["person", "role", "state", "demonym", "government-body", "organisation", "armed-group", "party", "people-group", "group"])


@dataclass(slots=True)
class Unit:
    """A stretch of tokens with one function. kind: mention, verb, noun, participle, phrase, date, mark, word."""

    kind: str
    first: int
    last: int
    mention: Mention | None = None
    reading: Reading | None = None
    phrase: Phrase | None = None
    date: When | None = None
    conj: str = ""
    prep: str = ""
    medium: str | None = None  # of a mention: it stands as "the statement of X"
    fold: str = ""

    def is_phrase(self, classes: Container[str]) -> bool:
        """Is it a phrase of grammar.tsv, of one of these classes?"""
        return self.kind == "phrase" and self.phrase is not None and self.phrase.cls in classes

    def is_actor(self) -> bool:
        """Is it a mention of somebody who can act?"""
        return self.kind == "mention" and self.mention is not None and self.mention.kind in ACTOR_KINDS


@dataclass(slots=True)
class Arg:
    """An argument: a mention (or the subject of another clause) with the preposition that brought it ('' for none)."""

    mention: Mention
    prep: str
    role: str  # subject, object, genitive, prep, loose, third, initiator, source, named, early, topic, party, leader
    medium: str | None = None
    gap: int = 0  # plain words between its preposition and what stands before: it may belong to them


@dataclass(slots=True)
class Pred:
    """A predicate as it stands. ``governor`` and ``link`` say what it hangs on: link is a preposition, ``obj``, ``subj``, ``gen``, or a
    class of grammar.tsv such as ``time:after``, ``cause:response-to``, ``need:``; '' for none."""

    kind: str  # verb, noun, participle
    lemma: str
    reading: Reading
    first: int
    last: int
    clause: Clause
    frames: Sequence[Frame]
    operators: Sequence[Operator]
    governor: Pred | None = None
    link: str = ""
    args: list[Arg] = field(default_factory=list)
    dates: list[When] = field(default_factory=list)
    children: list[Pred] = field(default_factory=list)
    content: Clause | None = None
    content_start: int = -1
    future: str | None = None
    negated: str | None = None
    was: bool = False
    stop: int = 0  # token after the last one that belongs to it
    impersonal: bool = False  # "قال البيان": the statement itself speaks
    taken: bool = False  # its subject stands before it in words that name nobody we know
    strange: bool = False  # its subject is a word that names nobody we know
    definite: bool = False
    owned: bool = False  # it stands in the genitive of a plain noun: "تعزيز التعاون"

    def of_role(self, role: str) -> list[Arg]:
        """Its arguments of one role, in the order of the text."""
        return [a for a in self.args if a.role == role]

    @property
    def subject(self) -> list[Arg]:
        """The subject that stands with it; [] when it has none of its own (`Coder.subject` looks further)."""
        return self.of_role("subject")


@dataclass(slots=True)
class Clause:
    """kind: root, comp (content of a predicate), rel, coord, part."""

    kind: str
    parent: Clause | None = None
    head: Pred | None = None  # what the clause is the content of, or what its participle continues
    antecedent: Arg | Pred | None = None
    topic: list[Arg] = field(default_factory=list)  # a subject before its verb
    verb: Pred | None = None
    preds: list[Pred] = field(default_factory=list)
    background: bool = False
    hypothetical: bool = False
    medium: str | None = None
    sources: list[Arg] = field(default_factory=list)  # attribution: "according to X"
    quote: bool = False
    spoken_for: bool = False  # "أنها": a pronoun is its subject


@dataclass(slots=True)
class Parsed:
    """One sentence as read: its units, its predicates in the order of the text, and the tree of its clauses."""

    sentence: Sentence
    units: list[Unit]
    preds: list[Pred]
    root: Clause
    clauses: list[Clause]
    leads: list[tuple[Mention, Mention]]  # (leader, led): "قوات الدعم السريع بقيادة حميدتي"


class Reader:
    """Parses the sentences of one annotated report."""

    def __init__(self, annotation: Annotation, pack: Pack) -> None:
        self.a, self.pack = annotation, pack
        self._mentions = {m.first: m for m in annotation.mentions}
        self._dates = _by_token(annotation)
        self._quotes = {q.span.start: q.span for q in annotation.quotes}
        self.surnames = dict(self._names())

    def goes_on(self, pred: Pred) -> bool:
        """Does the verb's form say that its subject stands before it: plural or dual ("وانتقدوا بيلاروس"), or first person ("نحث اليابان")?"""
        return pred.kind == "verb" and (first_person(pred, self.a.tokens) or self._numbered(pred))

    def _numbered(self, pred: Pred) -> bool:
        verb, word = pred.reading.verb, self.a.tokens[pred.first].fold.removesuffix(pred.reading.pronoun)
        return verb is not None and verb.number != "s" and (verb.number == "d" or verb.gender == "m") and word.endswith(("ا", "ن"))

    def _names(self) -> Iterator[tuple[str, Mention]]:
        """Last words of full names, and who bears them: "قال نوبخت" goes back to who was introduced with office and name."""
        tokens = self.a.tokens
        for m in reversed(self.a.mentions):
            if m.kind in ("person", "role") and len(m.entities) == 1:
                last = m.last
                while last < min(len(tokens), m.last + 4) and self._is_name(last):
                    last += 1
                if last - m.first > 1:
                    yield tokens[last - 1].fold, m

    def _is_name(self, i: int) -> bool:
        """Is it a word that means nothing to us (behind an office: a name)?"""
        token = self.a.tokens[i]
        if token.kind != "word" or i in self._mentions or self.pack.phrase_at(self.a.tokens, i) is not None:
            return False
        return all(r.kind == "participle" and not r.article for r in self.pack.readings(token.fold))  # محمد

    def parse(self, sentence: Sentence) -> Parsed:
        """Reads one sentence of the report; the result does not depend on the sentences before it."""
        units = _without_dateline(self._units(sentence))
        self._settle(units)
        return _Pass(self, sentence, units).run()

    # ---------------------------------------------------------------- units

    def _units(self, s: Sentence) -> list[Unit]:
        tokens, pack, out, i = self.a.tokens, self.pack, [], s.first
        while i < s.last:
            token = tokens[i]
            mention = self._mentions.get(i)
            if mention and mention.kind in ("gathering", "conflict") and any(r.kind == "noun" for r in pack.readings(token.fold)):
                out.append(Unit("open", i, i + 1, fold=token.fold, conj=mention.conj))  # a named summit is a summit
                out.append(Unit("mention", i + 1 if mention.last > i + 1 else i, mention.last, mention=mention, fold=""))
                i = mention.last
                continue
            if mention:
                out.append(Unit("mention", i, mention.last, mention=mention, conj=mention.conj, prep=mention.prep, fold=token.fold))
                i = mention.last
                continue
            dated = self._dates.get(i)
            if dated:
                out.append(
                    Unit(
                        "date",
                        i,
                        dated[1],
                        date=dated[0],
                        fold=token.fold,
                        conj=token.fold[0] if token.fold[:1] == _AND and len(token.fold) > 1 else "",
                    )
                )
                i = dated[1]
                continue
            if token.kind != "word":
                out.append(Unit("mark" if token.kind == "mark" else "number", i, i + 1, fold=token.fold))
                i += 1
                continue
            phrase = pack.phrase_at(tokens, i)
            if phrase and phrase.cls == "prep" and len(phrase.tokens) == 1 and self._is_verb_here(i, s):
                phrase = None  # "عبّر الوزير عن", not "across"
            if phrase and phrase.cls == "prep" and token.fold in pack.word_class("about") and self._counts(i + 1):
                i += 1
                continue  # "نحو 200 أسير"
            if phrase and not any((i + k) in self._mentions for k in range(1, len(phrase.tokens))):
                conj = token.fold[0] if token.fold != phrase.tokens[0] else ""
                out.append(Unit("phrase", i, i + len(phrase.tokens), phrase=phrase, conj=conj, fold=token.fold))
                i += len(phrase.tokens)
                continue
            if pack.number_word(token.fold) is not None:
                out.append(Unit("number", i, i + 1, fold=token.fold))  # "تسع طائرات" strives for nothing
                i += 1
                continue
            readings = pack.readings(token.fold)
            out.append(
                Unit(
                    "open" if readings else "word",
                    i,
                    i + 1,
                    fold=token.fold,
                    conj=token.fold[0] if token.fold[:1] in (_AND, _FA) and len(token.fold) > 3 else "",
                )
            )
            i += 1
        return self._with_parts(out)

    def _with_parts(self, units: list[Unit]) -> list[Unit]:
        """ "وفد من حماس", "ممثلون عن الحكومة": those who come from a party stand for it."""
        out: list[Unit] = []
        for unit in units:
            men = out[-1] if out else None  # "مقاتلو طالبان", "أنصار التيار الصدري" are theirs
            if (
                men is not None
                and men.kind == "word"
                and unit.mention is not None
                and unit.mention.kind in _LED
                and not unit.prep
                and men.fold.removeprefix(men.conj) in self.pack.word_class("men-of")
            ):
                out.pop()
                unit = replace(unit, first=men.first, conj=men.conj)
            if unit.kind == "mention" and unit.mention is not None and not unit.prep and unit.mention.kind in ACTOR_KINDS and len(out) >= 2:
                link, part = out[-1], out[-2]
                if (
                    link.phrase is not None
                    and link.phrase.cls == "prep"
                    and link.fold in _FROM
                    and part.fold.removeprefix(part.conj) in self.pack.word_class("part-of")
                ):
                    del out[-2:]
                    unit = replace(unit, first=part.first, conj=part.conj)
            if self._names_the_pair(out, unit):
                continue
            unit = self._with_courtesy(out, unit)
            unit = self._with_settlement(out, unit)
            named = _same_again(out, unit)
            if named:
                del out[-named + 1 or len(out) :]
                out[-1] = replace(out[-1], last=unit.last)
                continue
            out.append(unit)
        return out

    @staticmethod
    def _names_the_pair(units: list[Unit], unit: Unit) -> bool:
        """ "الجانبان السعودي والإيراني": the nationalities say who the two are; they go into the mention before them."""
        before = units[-1] if units else None
        two, named = before.mention if before is not None else None, unit.mention
        if before is None or two is None or named is None or two.rule not in ("pair", "parties") or named.kind != "demonym":
            return False
        if unit.first != before.last or unit.prep or len(named.entities) < (2 if two.entities else 1):
            return False
        units[-1] = replace(before, last=unit.last, mention=replace(two, entities=named.entities, kind="group", country=None, rule="pair.named"))
        return True

    def _with_courtesy(self, units: list[Unit], unit: Unit) -> Unit:
        """ "فخامة الرئيس", "صاحب السمو الملكي ولي العهد": forms of courtesy belong to the one they honour."""
        courtesy = self.pack.word_class("courtesy")
        while (
            unit.mention is not None
            and unit.mention.kind in ("person", "role")
            and not (unit.prep or unit.conj)
            and units
            and units[-1].kind == "word"
            and (units[-1].fold in courtesy or units[-1].fold[1:] in courtesy)
        ):
            word = units.pop()
            letter = "" if word.fold in courtesy else word.fold[0]
            unit = replace(unit, first=word.first, conj=letter if letter in (_AND, _FA) else "", prep="" if letter in (_AND, _FA) else letter)
        return unit

    def _with_settlement(self, units: list[Unit], unit: Unit) -> Unit:
        """ "مدينة مكة", "بمحافظة صعدة": the word for what kind of place it is belongs to the name, and so do its particles."""
        kinds = self.pack.word_class("settlement")
        if unit.mention is None or unit.mention.kind != "place" or unit.prep or unit.conj or not units or units[-1].kind != "word":
            return unit
        word = units[-1].fold
        conj = word[0] if word not in kinds and word[:1] == _AND else ""
        prep = word[len(conj)] if word[len(conj) :] not in kinds and len(word) > 3 else ""
        if word[len(conj) + len(prep) :] not in kinds:
            return unit
        return replace(unit, first=units.pop().first, conj=conj, prep=prep)

    def _counts(self, i: int) -> bool:
        """Is token i a number, in digits or in words?"""
        tokens = self.a.tokens
        return i < len(tokens) and (tokens[i].kind == "number" or self.pack.number_word(tokens[i].fold) is not None)

    def _is_verb_here(self, i: int, s: Sentence) -> bool:
        """A preposition's letters at the head of a clause, before somebody who can act, are the verb's."""
        tokens = self.a.tokens
        if not any(r.kind == "verb" for r in self.pack.readings(tokens[i].fold)):
            return False
        after = self._mentions.get(i + 1)
        opens = (
            i == s.first
            or tokens[i - 1].kind == "mark"
            or bool(tokens[i].fold[:1] == _AND)
            or ((p := self.pack.phrase_at(tokens, i - 1)) is not None and p.cls in ("opinion", "conj", "qad"))
        )
        return opens and after is not None and after.kind in ACTOR_KINDS and not after.prep

    def _settle(self, units: list[Unit]) -> None:
        """Chooses one reading for each open unit by what stands before and after it."""
        for k, unit in enumerate(units):
            if unit.kind != "open":
                continue
            before = next((u for u in reversed(units[max(0, k - 3) : k]) if u.fold not in _QUOTE_MARKS), None)
            after = next((u for u in units[k + 1 : k + 4] if u.fold not in _QUOTE_MARKS), None)
            if after is not None and after.fold in _COMMA and k + 2 < len(units) and units[k + 2].kind == "phrase":
                after = units[k + 2]  # "مشيرا، إلى أن"
            readings = self.pack.readings(unit.fold)
            form = self.a.tokens[unit.first].form
            if form.endswith("ة"):  # فكرة is no verb with a pronoun
                readings = tuple(r for r in readings if r.pronoun != "ه")
            if any(mark in form[-2:] for mark in "ًٌٍ"):  # nunation is on nouns only
                readings = tuple(r for r in readings if r.kind != "verb")
            reading = self._choose(readings, before, after, units, k)
            if reading is None:
                unit.kind = "word"
                continue
            unit.kind, unit.reading, unit.conj, unit.prep = reading.kind, reading, reading.conj, reading.prep

    def _choose(self, readings: Sequence[Reading], before: Unit | None, after: Unit | None, units: list[Unit], k: int) -> Reading | None:
        if any(not r.prep and not r.conj for r in readings):  # بحث is no ب + حث
            readings = [r for r in readings if r.article or not (r.prep or r.conj)]
        elif any(not r.prep for r in readings):  # وبحث is no و + ب + حث
            readings = [r for r in readings if r.article or not r.prep]
        if before is not None and before.kind == "number" and units[k].fold.endswith("ا"):
            readings = [r for r in readings if r.kind != "verb"]  # "325 صوتا"
        verbs = [r for r in readings if r.kind == "verb"]
        nouns = [r for r in readings if r.kind == "noun"]
        parts = [r for r in readings if r.kind == "participle" and not r.article]
        after_prep = before is not None and before.is_phrase(_NOMINAL)
        opens = before is None or (before.kind == "mark" and before.fold not in _CLOSING) or before.is_phrase(_VERBAL)
        gathering = [v for v in verbs if any(o.cls == "gather" for o in self.pack.operators.get(v.lemma, ()))]
        if gathering and not verbs[0].conj and any(u.kind == "noun" for u in units[max(0, k - 3) : k]):
            return gathering[0]  # "قمة ثلاثية تجمع …", not those who gathered
        if parts and not verbs and not nouns:
            return parts[0] if self._adverbial(parts[0], before, after, units[k].fold) else None
        if parts and self._adverbial(parts[0], before, after, units[k].fold) and not nouns:
            return parts[0]
        if parts and nouns and before is not None and before.fold in _COMMA and units[k].fold.endswith("ه") and after is not None:
            able = after.mention is not None and (after.mention.kind in ACTOR_KINDS or after.mention.stands_for is not None)
            if (able or after.is_phrase(("comp",))) and self._adverbial(parts[0], before, after, units[k].fold):
                return parts[0]  # "قالت الرئيسة …، مطالبة واشنطن بـ": no noun of demanding
        if (
            parts
            and verbs
            and not nouns
            and all(v.verb is not None and v.verb.number == "d" for v in verbs)
            and self._adverbial(parts[0], before, after, units[k].fold)
        ):
            return parts[0]  # طالبا: "asking", before "the two asked"
        if verbs and not nouns:
            best = self._best_verb(verbs, before, after, units[k + 1 : k + 7])
            if after_prep and not best.conj and best.prep == "":
                return None
            return best
        if nouns and not verbs:
            return nouns[0]
        if not nouns and not verbs:
            return None
        noun, verb = nouns[0], self._best_verb(verbs, before, after, units[k + 1 : k + 7])
        if self._awaited(units, k):
            return noun
        if any(n.article or n.prep for n in nouns) or after_prep:
            return next((n for n in nouns if n.article or n.prep), noun)
        if verb.verb is not None and verb.verb.tense != "past":
            return verb
        if opens and verb.verb is not None and (self._has_doer(units, k) or (verb.verb.number == "d" and units[k].fold[:1] == _TA)):
            return verb  # "…، تبادلا فيها الاتهامات", "وتعهد كل من موسكو وكييف"
        if (
            verb.verb is not None
            and verb.verb.number == "d"
            and noun.lemma
            and not (before is not None and before.kind == "mention" and before.mention is not None and len(before.mention.entities) > 1)
        ):
            return noun
        subject_next = after is not None and not after.prep and (after.is_actor() or after.is_phrase(("medium", "office")))
        if subject_next and after is not None and after.mention is not None and _oblique(after.fold, after.mention):
            return noun  # "طرد دبلوماسيين روس": the noun, in a headline
        particle_next = after is not None and after.is_phrase(("comp",))
        if (opens or verb.conj or (before is not None and before.kind in ("date",))) and (
            subject_next or particle_next or (verb.verb and verb.verb.number == "d")
        ):
            return verb
        if before is not None and before.kind == "date" and self._carried(units, k):
            return noun  # "أعلنت أمس (الأربعاء) طرد السفير"
        resumed = before is not None and before.is_phrase(("comp",)) and before.fold.endswith(_RESUMING)
        if resumed or (opens and before is not None and before.is_phrase(("qad", "was", "rel"))):
            return verb  # "إنه قتل قائدا"
        if (
            before is not None
            and before.kind == "mention"
            and not before.prep
            and self._starts_clause(units, k - 1)
            and after is not None
            and (after.kind in ("phrase", "mention", "date") or (after.kind == "open" and self._carries_bare(verb.lemma)))
        ):
            marked = verb.verb is not None and (verb.verb.gender == "f" or verb.verb.number != "s")
            return noun if subject_next and not marked else verb
        if verb.verb and verb.verb.gender == "f" and verb.verb.number == "s" and units[k].fold.endswith("ت") and not noun.lemma.endswith("ت"):
            return verb
        return noun

    def _has_doer(self, units: list[Unit], k: int) -> bool:
        """Does "each of" or a dual without its end ("وفدا الحكومة") show that a subject follows the word at k?"""
        if units[k].fold.removeprefix(units[k].conj)[:1] != _TA or k + 2 >= len(units):
            return False
        nxt, then = units[k + 1], units[k + 2]
        each = nxt.is_phrase(("skip",)) and nxt.fold in self.pack.word_class("each") and then.is_phrase(("prep",)) and then.fold == _FROM[0]
        return each or (nxt.kind == "word" and nxt.fold.endswith("ا") and then.is_actor() and not then.prep)

    def _carries_bare(self, verb: str) -> bool:
        """Does the verb carry an event noun without a preposition ("تلقى اتصالا")?"""
        return any(not o.link for o in self.pack.operators.get(verb, ()))

    def _awaited(self, units: list[Unit], k: int) -> bool:
        """Does a verb before it still wait for its event noun ("تم خلال الحوار تبادل …", "أجرى أمس بحث …")?"""
        for unit in reversed(units[max(0, k - 8) : k]):
            if unit.kind == "noun" and unit.prep == "" and (unit.reading is not None and not unit.reading.prep):
                before = units[units.index(unit) - 1] if units.index(unit) else None
                if not (before is not None and before.is_phrase(("time", "prep"))):
                    return False
            if unit.kind == "verb" and unit.reading is not None:
                return self._carries_bare(unit.reading.lemma)  # "أعلنت باكستان أمس (الأربعاء) طرد السفير"
            if (unit.kind == "mark" and unit.fold in ".؛") or unit.is_phrase(("comp", "rel")):
                return False
        return False

    def _carried(self, units: list[Unit], k: int) -> bool:
        """Does a verb before it, of deciding or doing, still want the noun of its deed?"""
        for unit in reversed(units[max(0, k - 8) : k]):
            if unit.kind == "noun" and not unit.prep:
                return False
            if unit.kind == "verb" and unit.reading is not None:
                operators = self.pack.operators.get(unit.reading.lemma, ())
                return any(not o.link and o.cls in ("decide", "light", "plan", "begin", "end") for o in operators)
            if unit.kind == "mark" and unit.fold in ".؛":
                return False
        return False

    def _best_verb(self, verbs: list[Reading], before: Unit | None, after: Unit | None, following: Sequence[Unit]) -> Reading:
        """Of several verbs with one form: active before passive, uncut before cut, those with frames first; then the one whose
        prepositions follow, none in the feminine behind a man, the feminine present before a feminine name, the past elsewhere."""
        active = [v for v in verbs if v.verb is not None and not v.verb.passive] or verbs
        plain = [v for v in active if not v.conj and not v.prep] or [v for v in active if not v.prep] or active
        bare = [v for v in plain if not v.pronoun] or plain
        joined = [v for v in active if v.conj and not v.prep and not v.pronoun and self.pack.operators.get(v.lemma)]
        if len(bare) == 1 and not joined:
            return bare[0]
        preps = {fold(u.prep or (u.phrase.value if u.phrase is not None and u.phrase.cls == "prep" else "")) for u in following}
        preps |= {r.prep for u in following if u.kind == "open" for r in self.pack.readings(u.fold) if r.kind == "noun"}
        preps.discard("")
        feminine = (
            after is not None
            and after.mention is not None
            and after.mention.kind in ("state", "place", "government-body")
            and after.fold not in self.pack.word_class("masculine")
        )

        man = (
            before is not None
            and before.mention is not None
            and before.mention.kind in ("person", "role")
            and before.mention.rule.startswith("post")
            and not self.a.tokens[before.first].form.endswith(("ة", "ى", "اء"))
        )

        def rank(v: Reading) -> tuple[int, int, int, int]:
            frames, operators = self.pack.verb_frames.get(v.lemma, ()), self.pack.operators.get(v.lemma, ())
            links = {fold(o.link) for o in operators if o.link} | {
                k for f in frames for k, part in f.parts.items() if part not in ("place", "about")
            }
            if any(o.cls == "reverse" for o in operators):
                links.add(_FROM[0])
            present = v.verb is not None and v.verb.tense == "present"
            wrong = man and v.verb is not None and v.verb.gender == "f" and v.verb.number == "s"
            return (wrong, not frames and not operators, 0 if links & preps else 1, (0 if present else 1) if feminine else (1 if present else 0))

        best = min(bare, key=rank)
        other = min(joined, key=rank, default=best)
        return other if rank(best)[1] and not rank(other)[1] else best  # "وردت بخفض": answered by, not arrived

    def _adverbial(self, reading: Reading, before: Unit | None, after: Unit | None, word: str) -> bool:
        """An accusative participle that continues the subject (مضيفا، داعية), not an adjective or a noun."""
        if reading.prep or not word.endswith(("ا", "ه", "ين", "ان")) or reading.lemma not in self.pack.verb_frames:
            return False
        if before is not None and before.is_phrase(("prep", "time")):
            return False
        if word.endswith("ه") and not reading.conj and before is not None and self._feminine(before):
            return False  # "أطراف يمنية مؤيدة للرئيس": an adjective
        frames = self.pack.verb_frames[reading.lemma]
        if after is None:
            return False
        if after.is_phrase(("comp", "prep", "neg")):
            return True
        if after.kind == "mention" and (before is None or before.kind in ("mark", "mention", "date", "word", "noun") or bool(reading.conj)):
            able = after.mention is not None and (after.mention.kind in ACTOR_KINDS or after.mention.stands_for is not None)
            return able and (bool(after.prep) or any(f.object for f in frames))
        return before is None or before.kind == "mark" or bool(reading.conj)

    def _feminine(self, unit: Unit) -> bool:
        """Does a word or a name stand here that ends like a feminine?"""
        return unit.kind in ("word", "mention") and self.a.tokens[unit.last - 1].fold.endswith("ه")

    def _starts_clause(self, units: list[Unit], k: int) -> bool:
        return k == 0 or units[k - 1].kind == "mark" or units[k - 1].is_phrase(_VERBAL)


class _Pass:
    """The pass over one sentence."""

    def __init__(self, reader: Reader, sentence: Sentence, units: list[Unit]) -> None:
        self.reader, self.pack, self.sentence, self.units = reader, reader.pack, sentence, units
        self.tokens = reader.a.tokens
        self.root = Clause("root")
        self.clause = self.root
        self.clauses = [self.root]
        self.stack: list[Pred] = []
        self.preds: list[Pred] = []
        self.prep = ""  # pending preposition
        self.special = ""  # pending third, initiator, attribution, time:…, cause:…, need:, neg…
        self.negated: str | None = None
        self.future: str | None = None
        self.was = False
        self.qad = False
        self.early_dates: list[When] = []  # dates before their verb
        self.last: Arg | Pred | None = None
        self.last_stop = -1
        self.last_arg: tuple[Pred | Clause, Arg] | None = None
        self.between = 0  # plain words since the last mention or predicate
        self.gap = 0
        self.listed = False  # "بينهم": the next mention is one of those before it
        self.rel = False
        self.joins = False
        self.leads: list[tuple[Mention, Mention]] = []

    def run(self) -> Parsed:
        """Gives each unit to the handler of its kind (all take the unit and its index), then closes the predicates' stretches."""
        for k, unit in enumerate(self.units):
            getattr(self, f"_{unit.kind}")(unit, k)
        end = self.sentence.last
        for i, pred in enumerate(self.preds):
            following = [p.first for p in self.preds[i + 1 :] if p.clause is not pred.clause or p.kind == "verb"]
            pred.stop = min([end, *following])
        return Parsed(self.sentence, self.units, self.preds, self.root, self.clauses, self.leads)

    def _next(self, k: int) -> Unit | None:
        """The unit after unit k, if there is one."""
        return self.units[k + 1] if k + 1 < len(self.units) else None

    # ---------------------------------------------------------------- small units

    def _word(self, unit: Unit, k: int) -> None:
        if self.pack.number_word(unit.fold) is not None or self.pack.scale(unit.fold) is not None:
            return
        self.between += 1
        self.negated = None  # it belonged to a verb that the lexicon does not have
        if unit.conj and self.stack and not self.prep:
            self.special = ""
        if not self.prep and unit.fold[:1] in ("ب", "ل") and self.stack and len(unit.fold) > 3 and self._accepts(self.stack[-1], unit.fold[0]):
            stems = (unit.fold[1:].removeprefix("ال"),) if not unit.fold.startswith("لل") else (unit.fold[2:], unit.fold[1:])
            if any(known(stem) for stem in stems):
                self.prep = unit.fold[0]  # "أشاد بدور قطر": the genitive goes with the preposition on the word before it

    def _number(self, unit: Unit, k: int) -> None:
        """A number changes nothing: it is part of what stands around it."""

    def _mark(self, unit: Unit, k: int) -> None:
        if unit.fold == ":" and self.stack:
            say = self._sayer()
            if say is not None and say.content is None and not say.content_start >= 0:
                self._open_content(say, unit.last)
        elif unit.fold == ":" and self.clause is self.root and len(self.root.topic) == 1 and self.root.verb is None and k <= 6:
            nxt = self._next(k)
            speaker = self.root.topic.pop()  # a headline: "الخارجية السودانية: …"
            if speaker.mention.kind in ("state", "place") and not (
                nxt is not None and (nxt.kind == "verb" or nxt.is_phrase(("neg", "need", "need-to")) or nxt.fold in _QUOTE_MARKS)
            ):
                return  # "السودان: الجيش يعتقل …": a label
            speaker.role = "source"
            self.root.sources.append(speaker)
            self.last_arg = None
        elif unit.fold in _QUOTE_MARKS:
            start = self.tokens[unit.first].stop
            previous = self.units[k - 1] if k else None
            near = previous is not None and (
                previous.kind in ("mention", "verb", "participle", "date", "mark") or previous.is_phrase(("medium", "conj", "skip", "opinion"))
            )
            quoted = len(self.reader._quotes.get(start, ()))
            if quoted > (25 if near else 50):  # a few words in marks may be a name
                say = self._sayer()
                if say is not None and say.content_start < 0:
                    self._open_content(say, unit.last, quote=True)
        elif unit.fold in _COMMA and self.clause.kind == "rel" and self.clause.parent is not None and self.clause.verb is not None:
            nxt = self._next(k)
            full = nxt is not None and nxt.kind == "noun" and not nxt.conj and bool(self.clause.verb.reading.pronoun)
            if nxt is not None and (nxt.kind == "mention" or full) and not nxt.prep:  # "رفض، في جلسة عقدها اليوم، المذكرة"
                self._close_to(self.clause.parent)
        if unit.fold not in _QUOTE_MARKS:
            self.prep = "" if unit.fold not in _COMMA else self.prep
            if unit.fold in _COMMA:
                self.special = "" if self.special.startswith(("time", "need", "cause", "idea")) else self.special

    def _date(self, unit: Unit, k: int) -> None:
        assert unit.date is not None
        if self.special == "time:until":
            self.special = ""
            return  # an end, not the day of the act
        if self.special.startswith("time") and self.between:
            return  # "منذ استقلال الجزائر عام 1962": the date of what stands behind the time word
        target = next(
            (p for p in reversed(self.stack) if p.kind != "noun" or p.link.startswith("time") or self._adjacent(p, unit) or p.governor is None), None
        )
        if target is None and self.clause.verb is not None:
            target = self.clause.verb
        if target is not None:
            target.dates.append(unit.date)
        else:
            self.early_dates.append(unit.date)
        self.prep = ""
        self.special = "" if self.special.startswith("time") else self.special

    def _adjacent(self, pred: Pred, unit: Unit) -> bool:
        return unit.first - pred.last <= 2

    def _phrase(self, unit: Unit, k: int) -> None:
        assert unit.phrase is not None
        cls, value = unit.phrase.cls, unit.phrase.value
        if unit.conj and cls not in ("comp", "conj"):
            self.between = 0
        if cls == "prep":
            if self.special.startswith("time:") and self.between <= 3 and self._counts_from(unit, k):
                return  # "بعد سبعة أشهر على اندلاع القتال", "بعد يوم من إعلانها"
            nxt = self._next(k)
            if unit.phrase.letter and nxt is not None and nxt.prep == unit.phrase.letter:
                nxt.prep = ""  # "فيما يتعلق بتطبيع العلاقات": the letter is the phrase's
            self.prep, self.gap = value, self.between
            if self.special.startswith(("time", "need")):
                self.special = ""
        elif cls == "prep-pron":
            self.prep = ""
        elif cls in ("time", "cause"):
            self.special, self.prep = f"{cls}:{value}", ""
        elif cls == "led":
            self.special, self.prep = "led:", ""
        elif cls == "third" and value == "party":
            self.special, self.prep = "party:", ""
        elif cls in ("third", "initiator", "attribution", "need", "need-to", "purpose", "idea"):
            self.special, self.prep = cls + ":", ""
            if cls == "need-to":
                self.future = "hypothetical"
        elif cls == "conj" and value == "when":
            self._new_clause(Clause("coord", self._up(self.clause)))
            self.stack = [p for p in self.stack if _outer(p.clause, self.clause)]
        elif cls == "list":
            self.listed = value == "among"
        elif cls == "comp":
            self._comp(unit)
        elif cls == "rel":
            self.rel = True
        elif cls == "neg":
            if value == "noun":
                self.special = "neg:"
            else:
                self.negated = value or "x"
        elif cls == "fut":
            nxt = self._next(k)
            if self.negated:
                value, self.negated = "hypothetical", None  # "لا يتوقع إجراء محادثات"
            if value == "planned" and self.stack and (unit.first - self.stack[-1].last <= 3) and not (nxt is not None and nxt.is_phrase(("comp",))):
                self.stack[-1].future = self.stack[-1].future or "planned"
            else:
                self.future = value
                if value == "hypothetical" and self.clause.verb is None:
                    self.clause.hypothetical = True  # a condition behind its main clause leaves that as it is
        elif cls == "office":
            nxt = self._next(k)
            if nxt is not None and nxt.kind == "mention":
                nxt.medium = "office" if not nxt.prep or nxt.prep == "ل" else None
                nxt.prep = nxt.prep.removeprefix("ل")  # "المكتب الإعلامي لرئيس الوزراء" speaks for him
        elif cls == "was":
            self.was = True
        elif cls == "qad":
            self.qad = True
        elif cls == "conj" and value == "joins":
            self.joins = True  # "كما أجرى …": whoever acted goes on
        elif cls == "conj" and value == "back":
            nxt = self._next(k)
            lemma = nxt.reading.lemma if nxt is not None and nxt.kind == "verb" and nxt.reading is not None else ""
            if any(f.say for f in self.pack.verb_frames.get(lemma, ())):
                self._speak_on()
        elif cls == "conj" and value == "clause":
            self._turn(self._up(self.clause))  # "… لكن طهران تؤكد أنها …"
        elif cls == "background":
            if value == "open":
                self._turn(self.root)  # "…، الجدير بالذكر أن …"
            self.clause.background = True
            self.root.background = self.root.background or value == "open"
        elif cls == "medium":
            nxt = self._next(k)
            if nxt is not None and nxt.is_phrase(("issued",)) and k + 2 < len(self.units):
                nxt = self.units[k + 2]
            if nxt is not None and nxt.is_actor() and not nxt.conj and not nxt.prep:
                nxt.medium = value
            elif nxt is not None and nxt.is_actor() and not nxt.conj and nxt.prep == "ل":  # "بيان لوزير الخارجية"
                nxt.medium, nxt.prep = value, self.prep
            if nxt is not None and nxt.kind == "mention" and nxt.medium:
                nxt.prep = nxt.prep or self.prep
                nxt.conj = nxt.conj or unit.conj
            else:
                self.clause.medium = self.clause.medium or value
                speaker = self.stack[-1] if self.stack else None
                if speaker is not None and not speaker.subject and speaker.kind == "verb" and self.prep == "":
                    speaker.impersonal = True
            self.prep = ""

    def _counts_from(self, unit: Unit, k: int) -> bool:
        """Does من or على behind a stretch of time lead to what it is counted from?"""
        return unit.fold in self.pack.word_class("counted-from") and any(
            u.kind == "number" or u.fold in self.pack.word_class("span") for u in self.units[max(0, k - 4) : k]
        )

    def _speak_on(self) -> None:
        """ "أضاف أن بلاده مستعدة، لكنه استدرك: …": back to who speaks."""
        top = self.clause
        while top.kind in ("comp", "rel", "part") and top.parent is not None:
            top = top.parent
        if top is self.clause or top.verb is None:
            return
        subject = top.verb.subject or top.topic
        self._new_clause(Clause("coord", top))
        self.clause.topic = [Arg(a.mention, "", "subject", a.medium) for a in subject]
        self.stack = [p for p in self.stack if _outer(p.clause, self.clause)]
        self.prep, self.special, self.between = "", "", 0

    def _turn(self, beside: Clause) -> None:
        """A new clause beside this one, where a word says that another begins; nothing where the present one has no verb yet."""
        if self.clause.verb is None:
            return
        self._new_clause(Clause("coord", beside))
        self.stack = [p for p in self.stack if _outer(p.clause, self.clause)]
        self.prep, self.special, self.between = "", "", 0

    def _comp(self, unit: Unit) -> None:
        """أنّ, إنّ: opens the content of the predicate that it hangs on."""
        with_b = self.tokens[unit.last - 1].fold.startswith("بان")
        says = [p for p in self.stack if p.content is None and p.content_start < 0 and p.kind != "noun" and any(f.say for f in p.frames)]
        pool = says if says and self.tokens[unit.last - 1].form.startswith("إ") else self.stack
        able = [p for p in reversed(pool) if p.content is None and self._takes_content(p)]
        if with_b:  # "وصف التصريحات بأنها": the verb that takes ب, before a nearer noun of saying
            able = [p for p in able if p.kind != "noun" and any("ب" in f.parts for f in p.frames)] or [p for p in able if p.kind != "participle"]
        telling = (p for p in reversed(self.stack) if p.content is not None and any(f.say for f in p.frames))
        goes_on = next(telling, None) if unit.conj == _AND else None
        if goes_on is not None:  # "قائلا إن … وإن …": more of what is said
            while self.stack and self.stack[-1] is not goes_on:
                self.stack.pop()
            self.clause = goes_on.clause
            self._new_clause(Clause("comp", goes_on.clause, goes_on))
            self.prep = ""
            return
        head = able[0] if able else None
        if head is not None and head.kind == "noun" and says and unit.first and self.tokens[unit.first - 1].fold in _COMMA:
            head = says[-1]  # "أكد مسؤول، طلب عدم الكشف عن هويته، أن …"
        if head is not None:
            while self.stack and self.stack[-1] is not head:
                self.stack.pop()
            self.clause = head.clause
            self._open_content(head, unit.last)
            word = self.tokens[unit.last - 1].fold
            self.clause.spoken_for = word.endswith(("ها", "هم", "هما"))
            speaker = head.subject or [t for t in head.clause.topic if t.mention.kind in ACTOR_KINDS]
            if len(word) > 2 and word.endswith(("ه", "ها", "هم", "هما")) and speaker:
                self.clause.topic = [Arg(a.mention, "", "topic", a.medium) for a in speaker]
        else:
            self._new_clause(Clause("comp", self.clause, self.stack[-1] if self.stack else None))
        self.prep = ""

    def _takes_content(self, p: Pred) -> bool:
        """May a clause under أنّ hang on this predicate?"""
        if any(f.say or "content" in f.parts.values() or f.object == "content" for f in p.frames):
            return True
        if any(o.cls in ("decide", "plan", "propose", "deny", "want", "try") for o in p.operators):
            return True
        return (
            p.kind != "noun" and not p.operators and any("ب" in f.parts or "علي" in f.parts or "الي" in f.parts or "من" in f.parts for f in p.frames)
        )

    def _sayer(self) -> Pred | None:
        says = [p for p in reversed(self.stack) if p.kind != "noun" and any(f.say for f in p.frames) and p.content_start < 0]
        says = [p for p in says if not p.reading.pronoun] or says  # "قال في مقابلة بثتها القناة: …"
        return next((p for p in says if p.clause.kind != "rel"), says[0] if says else None)

    def _open_content(self, head: Pred, start: int, quote: bool = False) -> None:
        clause = Clause("comp", head.clause, head, quote=quote)
        head.content, head.content_start = clause, start
        self._new_clause(clause)

    def _new_clause(self, clause: Clause) -> None:
        clause.hypothetical = clause.hypothetical or bool(clause.parent and clause.parent.hypothetical and clause.kind in ("rel",))
        clause.background = bool(clause.parent and clause.parent.background)
        clause.medium = clause.parent.medium if clause.parent else None
        self.clause = clause
        self.clauses.append(clause)
        self.last_arg = None

    def _close_to(self, clause: Clause) -> None:
        self.clause = clause
        while self.stack and not _within(self.stack[-1].clause, clause):
            self.stack.pop()
        inside = [p for p in self.stack if p.clause is clause]
        while self.stack and self.stack[-1].clause is not clause and inside:
            self.stack.pop()

    # ---------------------------------------------------------------- mentions

    def _mention(self, unit: Unit, k: int) -> None:
        assert unit.mention is not None
        mention, prep = unit.mention, unit.prep or self.prep
        special = self.special
        nxt_unit = self._next(k)
        if k <= 1 and mention.kind in ("place", "state") and nxt_unit is not None and nxt_unit.fold in _DATELINE:
            return  # a dateline
        if self.prep and not unit.prep and self.between >= 2 and mention.kind in ("person", "role"):
            prep = self.prep = ""  # "في وقت لاحق ملك الأردن": the preposition has had its noun
        if mention.kind == "demonym":
            self._demonym(unit, mention)
            return
        if mention.kind in ("gathering", "conflict") and self.stack and self.stack[-1].kind == "noun" and self.stack[-1].first == mention.first:
            self.stack[-1].args.append(Arg(mention, "", "named"))
            return
        gap = (self.between if unit.prep else self.gap if self.prep else 0) if isinstance(self.last, Arg) else 0
        arg = Arg(mention, prep, "loose", unit.medium, gap)
        listed, self.listed = self.listed, False
        joined = unit.conj == _AND and not unit.prep and not self.prep and self.between == 0
        coordinated = self.last_arg is not None and (joined or (listed and not prep and self.last_arg[1].role != "subject"))
        if not coordinated and self.last_arg is not None and not unit.prep and not self.prep and mention.kind == "person" and self.between <= 6:
            # "الرئيس الأميركي X، والزعيم الكوري الشمالي Y"; "نائب رئيس الوزراء ووزير الخارجية وشؤون المغتربين الأردني، والأمير Y"
            coordinated = self.last_arg[1].mention.kind == "person" and self._joined(unit, k)
        if coordinated:
            nxt = self._next(k)
            if nxt is not None and nxt.kind == "verb" and not nxt.conj and self.clause.verb is not None:
                coordinated = False  # "… ومصر تدعم …": a clause of its own
                self._new_clause(Clause("coord", self._up(self.clause)))
                self.stack = [p for p in self.stack if _outer(p.clause, self.clause)]
        half = self._half_a_pair(mention) if unit.conj == _AND and not unit.prep and not self.prep and not coordinated else None
        if half is not None:  # "بين واشنطن التي تتهم …، وموسكو"
            arg.role, arg.prep = half[1].role, half[1].prep
            self._give(half[0], arg)
            self.prep = self.special = ""
            self.last, self.last_stop, self.between = arg, unit.last, 0
            return
        signed = k == len(self.units) - 1 and k and self.units[k - 1].fold in _DASH and mention.kind in ("government-body", "person", "outlet")
        if special.startswith("attribution") or signed:  # "… - الخارجية الروسية" at the end of a headline
            arg.role = "source"
            self.clause.sources.append(arg)
            self.last_arg = (self.clause, arg)
        elif special == "led:" and isinstance(self.last, Arg) and self.between <= 2 and self.last.mention.kind in _LED:
            self.leads.append((mention, self.last.mention))
            self.prep = self.special = ""
            self.last, self.last_stop, self.between = Arg(mention, "", "leader"), unit.last, 0
            return
        elif special.startswith(("third", "initiator", "party", "led")):
            arg.role = "party" if special == "led:" else special.rstrip(":")
            target = self._main_pred()
            if target is not None:
                target.args.append(arg)
                self.last_arg = (target, arg)
        elif mention.kind == "outlet" and unit.first and self.tokens[unit.first - 1].fold in ("(", "["):
            return  # an agency in brackets
        elif coordinated:
            assert self.last_arg is not None
            holder, previous = self.last_arg
            arg.role, arg.prep = previous.role, previous.prep
            if isinstance(holder, Pred):
                holder.args.append(arg)
            elif arg.role == "source":
                holder.sources.append(arg)
            elif arg.role != "early":
                holder.topic.append(arg)
            self.last_arg = (holder, arg)
        else:
            self._attach(arg, unit, k)
        self.prep = ""
        if not (special.startswith("neg") and self.between):  # "بعدم قدرة X على المشاركة"
            self.special = ""
        self.last, self.last_stop, self.between = arg, unit.last, 0
        if unit.medium and unit.medium != "office":
            self.clause.medium = self.clause.medium or unit.medium

    def _half_a_pair(self, mention: Mention) -> tuple[Pred, Arg] | None:
        """The predicate of this sentence with "between" whose second party has not come, if the mention is like the first."""
        for pred in reversed(self.preds):
            sides = [a for a in pred.args if fold(a.prep) == _BETWEEN]
            if len(sides) == 1 and len(sides[0].mention.entities) == 1 and sides[0].mention.kind == mention.kind and pred.clause is not self.clause:
                return pred, sides[0]
        return None

    def _joined(self, unit: Unit, k: int) -> bool:
        """Does an "and" behind a comma lead to this mention, with nothing but plain words between?"""
        for before in reversed(self.units[max(0, k - 5) : k + 1]):
            if before is not unit and before.kind not in ("word", "mention"):
                return False
            if before.kind == "mention" and before.mention is not None and before.mention.kind not in ("demonym", "person", "role"):
                return False
            if before.conj == _AND:
                return self.tokens[before.first - 1].fold in _COMMA
        return False

    def _demonym(self, unit: Unit, mention: Mention) -> None:
        """ "القصف التركي", "المحادثات السعودية الإيرانية": beside an act a demonym names its parties, elsewhere it only describes."""
        top = self.stack[-1] if self.stack else None
        if top is not None and top.kind == "noun" and unit.first - top.last <= 1 and not top.of_role("genitive"):
            arg = Arg(mention, "", "genitive")
            self._give(top, arg)
            self.last_arg = None
            return
        if (
            top is not None
            and top.kind == "noun"
            and self.prep
            and any(f.parts.get(fold(self.prep)) == "recipient" for f in top.frames)
            and not top.of_role("prep")
        ):
            self._give(top, Arg(mention, self.prep, "prep"))  # "تقديم 200 مليون دولار للاجئين السوريين"
            self.between += 1
            return
        verb = self.clause.verb
        if self.special.startswith(("time", "cause")):
            self.between += 1
            return  # "علقت التمويل بعد المزاعم الإسرائيلية": whose claims, not whom it hits
        aimed = verb is not None and any(f.object == "recipient" or "recipient" in f.parts.values() for f in verb.frames)
        if aimed and verb is not None and self.between and (verb.subject or verb.clause.topic):
            if not self.prep and not verb.of_role("object") and any(f.object == "recipient" for f in verb.frames):
                self._give(verb, Arg(mention, "", "object"))  # "اخترقت الحدود السودانية"
            elif self.prep and any(f.parts.get(fold(self.prep)) == "recipient" for f in verb.frames):
                self._give(verb, Arg(mention, self.prep, "prep"))
        self.between += 1

    @staticmethod
    def _up(clause: Clause) -> Clause:
        """The clause that a coordinated one stands beside: relative and participle clauses are left."""
        while clause.kind in ("rel", "part") and clause.parent is not None:
            clause = clause.parent
        return clause

    def _main_pred(self) -> Pred | None:
        if self.clause.kind == "rel" and isinstance(self.clause.antecedent, Pred):
            return self.clause.antecedent
        if self.clause.verb is not None:
            carried = [c for c in self.clause.verb.children if c.link == "obj"]
            return carried[-1] if carried and self.clause.verb.operators else self.clause.verb
        return self.stack[-1] if self.stack else None

    def _attach(self, arg: Arg, unit: Unit, k: int) -> None:
        prep = arg.prep
        last = self.last
        office = isinstance(last, Arg) and last.mention.kind == "role" and not last.mention.entities and last.role in ("subject", "topic")
        if not prep and office and isinstance(last, Arg) and arg.mention.kind == "person" and unit.first - last.mention.last <= 3:
            last.mention = arg.mention  # "المتحدثة باسم الوزارة، فلانة"
            return
        if not prep:
            if self.between == 0 and isinstance(self.last, Arg) and arg.mention.entities and arg.mention.entities == self.last.mention.entities:
                return  # "جماعة أنصار الله - الحوثيون -"
            if self._bare(arg, unit, k):
                return
        else:
            verb = self.clause.verb
            if (
                verb is not None
                and verb is (self.stack[-1] if self.stack else None)
                and fold(prep) == _IN
                and arg.mention.kind == "organisation"
                and self.gap
                and not (verb.subject or verb.args or self.clause.topic or verb.children or any(f.say for f in verb.frames))
            ):
                arg.role, arg.prep = "subject", ""  # "اتفق وزراء الطاقة في تحالف أوبك": they act for it
                self._give(verb, arg)
                return
            for pred in reversed(self.stack):
                if self._accepts(pred, prep):
                    arg.role = "prep"
                    self._give(pred, arg)
                    return
        target = self.stack[-1] if self.stack else None
        if target is None:
            if not prep or self.clause.verb is None:
                arg.role = "topic" if not prep else "early"
                if not prep:  # a prepositional phrase before any predicate belongs to nobody yet
                    self.clause.topic.append(arg)
                self.last_arg = (self.clause, arg)
            return
        self._give(target, arg)

    def _give(self, pred: Pred, arg: Arg) -> None:
        pred.args.append(arg)
        self.last_arg = (pred, arg)

    def _accepts(self, pred: Pred, prep: str) -> bool:
        key = fold(prep)
        if any(key in f.parts for f in pred.frames):
            return True
        return key == "من" and any(o.cls == "reverse" for o in pred.operators)

    def _bare(self, arg: Arg, unit: Unit, k: int) -> bool:
        """A mention without preposition: subject, object or genitive. True when it found its place."""
        if arg.mention.kind == "outlet" and self.clause.verb is None and k and not self.units[k - 1].is_phrase(_VERBAL):
            return True  # "في تصريحات لـ«رويترز» أعرب …": whom it was told to
        if self.clause.verb is None and not self.clause.preds and not self.clause.topic:
            arg.role = "topic"
            before = self.units[k - 1].fold if k and self.units[k - 1].kind == "word" else "ال"
            arg.gap = int(not before.startswith("ال") and arg.mention.kind in ("state", "place"))  # "تصرفات إيران"
            self.clause.topic.append(arg)
            self.last_arg = (self.clause, arg)
            return True
        if self.stack:
            top = self.stack[-1]
            if top.kind == "noun" and not top.definite and self.between == 0 and unit.first - top.last <= 1 and not top.of_role("genitive"):
                arg.role = "genitive"
                self._give(top, arg)
                return True
            over = top.governor
            if (
                top.kind == "noun"
                and top.link == "subj"
                and top.reading.article
                and arg.mention.kind in ("person", "role")
                and over is not None
                and not over.operators
                and not over.subject
                and any(f.object for f in over.frames)
            ):
                top.link = "obj"  # "ووقع الاتفاق الرئيس X": the thing stands before its doer
                arg.role = "subject"
                self._give(over, arg)
                return True
            transitive = any(f.object or f.genitive == "object" for f in top.frames)
            if (
                top.kind == "noun"
                and self.between == 0
                and transitive
                and not top.of_role("object")
                and not top.reading.article
                and (
                    (top.reading.pronoun and unit.first == top.last)
                    or (top.of_role("genitive") and unit.first - self.last_stop == 0 and top.args and top.args[-1].role == "genitive")
                )
            ):
                arg.role = "object"  # "خلال لقائه السفيرة", "طرد باماكو السفير"
                self._give(top, arg)
                return True
            if (
                top.kind == "noun"
                and self.between
                and not top.reading.pronoun
                and unit.first - top.last <= 4
                and top.clause.verb is not None
                and (top.clause.verb.subject or top.clause.topic)
            ):
                arg.role = "loose"
                self._give(top, arg)
                return True
        verb = self.clause.verb
        if verb is not None and verb.subject and self.between and arg.mention.rule.startswith("agent") and _of_one(verb.subject, arg.mention):
            return True  # "التقت بيلوسي، أرفع مسؤول أمريكي …، رئيسة تايوان": who she is
        if verb is not None and verb in self.stack:
            if self.clause.kind == "rel" and isinstance(self.clause.antecedent, Arg) and not verb.reading.pronoun and not verb.subject:
                verb.taken = True  # the one described is the subject
            if (
                not verb.subject
                and verb.kind == "verb"
                and not self.reader.goes_on(verb)
                and not verb.clause.topic
                and not verb.taken
                and self._agrees(verb.reading, arg.mention)
                and not (verb.strange and self.between and arg.mention.kind not in ("person", "outlet"))
                and not verb.reading.pronoun
                and (self.between <= (2 if verb.strange and arg.mention.kind == "outlet" else 0) or arg.mention.kind in ACTOR_KINDS)
                and not verb.children
            ):
                arg.role = "subject"
                self._give(verb, arg)
                return True
            if verb.reading.pronoun and not verb.subject and self.between == 0:
                arg.role = "subject"
                self._give(verb, arg)
                return True
            nominal = any(f.object in ("recipient", "about", "actor") for f in verb.frames)
            if (
                not verb.of_role("object")
                and self.between <= (2 if nominal and not verb.children else 0)
                and (verb.subject or verb.clause.topic or verb.taken or self.reader.goes_on(verb))
            ):
                arg.role = "object"
                self._give(verb, arg)
                return True
            return False
        if self.clause.verb is None and not self.stack:
            arg.role = "topic"
            self.clause.topic.append(arg)
            self.last_arg = (self.clause, arg)
            return True
        if self.stack and self.stack[-1].kind == "participle" and not self.stack[-1].of_role("object") and self.between == 0:
            arg.role = "object"
            self._give(self.stack[-1], arg)
            return True
        return False

    # ---------------------------------------------------------------- predicates

    def _pred(self, unit: Unit, kind: str) -> Pred:
        assert unit.reading is not None
        lemma = unit.reading.lemma
        frames = self.pack.noun_frames.get(lemma, ()) if kind == "noun" else self.pack.verb_frames.get(lemma, ())
        operators = self.pack.operators.get(lemma, ()) if kind != "noun" else self._noun_operators(lemma)
        pred = Pred(kind, lemma, unit.reading, unit.first, unit.last, self.clause, frames, operators)
        pred.definite = (unit.reading.article and not self._is_for(unit)) or bool(unit.reading.pronoun)
        self.preds.append(pred)
        self.clause.preds.append(pred)
        return pred

    def _is_for(self, unit: Unit) -> bool:
        """ "للقاء مبعوث": where the noun itself begins with ل, the letters do not show an article; a party right behind shows there is none."""
        after = self.units.index(unit) + 1
        nxt = self.units[after] if after < len(self.units) else None
        return (
            unit.reading is not None
            and unit.reading.lemma.startswith("ل")
            and unit.fold.removeprefix(unit.conj).startswith("لل")
            and nxt is not None
            and nxt.is_actor()
            and not nxt.prep
        )

    def _noun_operators(self, noun: str) -> Sequence[Operator]:
        return self.pack.noun_operators.get(noun, ())

    def _noun(self, unit: Unit, k: int) -> None:
        prep = unit.prep or self.prep
        if prep and not unit.prep and self.between and unit.fold.endswith("ا") and unit.reading is not None and not unit.reading.lemma.endswith("ا"):
            prep = self.prep = ""  # "نفذ أكثر من ألف شخص اعتصاما": an accusative hangs on the verb
        special = self.special
        governor: Pred | None = None
        link = ""
        previous = self.preds[-1] if self.preds else None
        if special.startswith(("time", "cause", "need", "neg", "purpose", "initiator", "attribution", "third", "idea")):
            link = special
            governor = self.clause.verb or (self.stack[-1] if self.stack else None)
            if special.startswith(("need", "neg", "idea")) and self.stack:
                governor = self.stack[-1]
        elif (
            prep
            and fold(prep) == "في"
            and self.clause.verb is not None
            and unit.reading is not None
            and not unit.reading.article
            and self._meeting(unit.reading.lemma)
            and not any(_links(p, "في") for p in (self.clause.verb, *self.stack))
        ):
            link, governor = "time:during", self.clause.verb  # "أكد … في اتصال مع"
        elif prep and fold(prep) in self.pack.word_class("during") and self.clause.verb is not None:
            link, governor = "time:during", self.clause.verb  # "اتفقوا لدى لقاء …"
        elif prep:
            link = prep
            governor = next((p for p in reversed(self.stack) if p.kind == "verb" and self._reaches(p) and _links(p, prep)), None)
            governor = governor or next(
                (p for p in reversed(self.stack) if self._accepts(p, prep) or _links(p, prep)),
                None,
            )
            governor = governor or (self.stack[-1] if self.stack else None)
        elif (
            unit.conj == _AND
            and previous is not None
            and previous.kind == "noun"
            and previous.clause is self.clause
            and (previous.governor is not None or self.clause.verb is None)
        ):
            governor, link = previous.governor, previous.link
        elif self.stack:
            top = self.stack[-1]
            if (
                top.kind == "noun"
                and not top.definite
                and not top.args
                and unit.first - top.last <= (2 if top.operators and self.between <= 2 else 0)
            ):
                governor, link = top, "gen"
            elif (
                top.kind == "noun"
                and top.operators
                and top.args
                and self.between == 0
                and unit.first - self.last_stop <= 1
                and isinstance(self.last, Arg)
            ):
                governor, link = top, "obj"  # "قرار الجزائر طرد …"
            else:
                verb = self.clause.verb if self.clause.verb in self.stack else top
                assert verb is not None
                if (
                    verb.kind == "verb"
                    and not verb.subject
                    and not verb.clause.topic
                    and not verb.reading.pronoun
                    and not verb.children
                    and not self._wants_object(verb)
                ):
                    governor, link = verb, "subj"
                else:
                    governor, link = verb if verb.kind != "noun" else top, "obj"
                    if verb.kind != "noun" and any(c.link == "obj" for c in verb.children) and top.kind == "noun":
                        governor, link = top, "gen"
        if link == "gen" and governor is not None and governor.kind == "noun" and self._carries_on(governor, unit):
            link, governor = governor.link, governor.governor  # "نفذ سلسلة غارات": the raids hang where the series does
        pred = self._pred(unit, "noun")
        before = self.units[k - 1] if k else None
        plain = before is not None and before.kind == "word" and not before.fold.startswith("ال")
        pred.owned = plain and pred.definite and not prep and not unit.conj
        pred.governor, pred.link = governor, link
        pred.future = "hypothetical" if special.startswith("need") else None
        if self.future is not None and (governor is None or (governor.content is self.clause and self.clause.verb is None)):
            pred.future, self.future = self.future, None  # "من المزمع انعقاد", "قال إنه لا يتوقع إجراء محادثات"
        if special.startswith("neg"):
            pred.negated = "noun"
        if governor is not None:
            governor.children.append(pred)
        elif self.clause.verb is None:
            pred.dates.extend(self.early_dates)
            self.early_dates.clear()
        if unit.first and self.tokens[unit.first - 1].fold in self.pack.word_class("any"):
            pred.future = "hypothetical"  # "أي هجوم على تايوان"
        if self.rel:
            self.rel = False
        self.stack.append(pred)
        self.prep, self.special, self.between, self.last_arg = "", "", 0, None
        self.last, self.last_stop = pred, unit.last

    def _reaches(self, p: Pred) -> bool:
        """May a noun here hang on this verb? Not over the verb of a clause that describes something ("…، التي أسفرت عن اتفاق")."""
        return p.clause is self.clause or self.clause.kind != "rel" or self.clause.verb is None

    def _carries_on(self, outer: Pred, unit: Unit) -> bool:
        """Is the outer noun only the form of the deed that follows it ("عملية تبادل", "حملة اعتقالات")?"""
        word = self.tokens[outer.first].fold
        bare = word.removeprefix(outer.reading.conj).removeprefix(outer.reading.prep)
        if bare not in self.pack.word_class("carrier") or unit.reading is None:
            return False
        return any(f.type in _MATERIAL for f in self.pack.noun_frames.get(unit.reading.lemma, ()))

    def _meeting(self, noun: str) -> bool:
        """Is the noun a call, a meeting, talks: something in which things are said?"""
        return any(f.type == "CONSULT" and f.mode in (None, "phone") and f.factive for f in self.pack.noun_frames.get(noun, ()))

    @staticmethod
    def _wants_object(verb: Pred) -> bool:
        """A verb without a named subject whose object is an event: "أجرى اتصالا", dual "اتفقا"."""
        return any(not o.link for o in verb.operators) and not any(o.cls in ("passive", "host") for o in verb.operators)

    def _verb(self, unit: Unit, k: int) -> None:
        reading = unit.reading
        assert reading is not None
        purpose = reading.prep == "ل"
        pending_rel, self.rel = self.rel, False
        joins, self.joins = self.joins, False
        continued: list[Arg] = []
        described = self._described(unit, reading)
        if described is not None:
            self._new_clause(Clause("rel", self.clause, None, described))
        elif pending_rel:
            antecedent = self.last
            self._new_clause(Clause("rel", self.clause, None, antecedent))
        elif self._describes(unit):
            self._new_clause(Clause("rel", self.clause, None, self.last))
        elif self._describes_a_thing(unit, k):
            self._new_clause(Clause("rel", self.clause, None, None))
        elif self.clause.verb is not None or ((unit.conj or joins) and self.clause.preds and self.clause.kind != "rel"):
            parent, continued = self._level(unit, reading, joins)
            self._new_clause(Clause("coord", parent))
        pred = self._pred(unit, "verb")
        pred.was, pred.negated, pred.future = self.was, self.negated, self.future
        assert reading.verb is not None
        if reading.verb.tense == "future":
            pred.future = pred.future or "planned"
        if purpose:
            pred.future = "hypothetical"
        if self.negated:
            self.negated = None
        self.future = None
        if self.was and (self.qad or reading.verb.tense == "past"):
            self.clause.background = True
        self.qad = False
        self.clause.verb = pred
        self._fronted_noun(pred)
        alike = bool(continued) and all(a.mention.kind == "person" for a in continued)
        if continued and (not self._explicit_subject(k) or (alike and self._meets_one(k, pred))):
            alone = reading.verb.number == "s" and len(continued) > 1
            self.clause.topic = continued[:1] if alone else continued
        self.stack = [p for p in self.stack if p.clause is not self.clause and _outer(p.clause, self.clause)]
        self.stack.append(pred)
        pred.dates.extend(self.early_dates)
        self.early_dates.clear()
        self.was = False
        unknown = self.between > 0 and not self.clause.topic and len(self.clause.preds) == 1 and self._unknown_before(k)
        nxt = self._next(k)
        while nxt is not None and nxt.fold in _QUOTE_MARKS:
            nxt = self._next(k := k + 1)
        says = any(f.say for f in pred.frames)
        if nxt is not None and nxt.kind == "word":
            named = self.reader.surnames.get(nxt.fold) if says else None
            if named is not None and named.first < pred.first and self._agrees(reading, named):
                pred.args.append(Arg(named, "", "subject"))
            pred.strange = named is None and (self._is_somebody(nxt) or (says and not nxt.conj and not nxt.fold.endswith(_NOT_WHO)))
        gathers = any(o.cls == "gather" for o in pred.operators)
        pred.taken = unknown or self.clause.spoken_for or (described is not None and not reading.pronoun and not gathers)
        pred.strange = pred.strange or unknown or (nxt is not None and (nxt.kind == "number" or self._is_somebody(nxt)))
        self.prep, self.special, self.between, self.last_arg = "", "", 0, None
        self.last, self.last_stop = pred, unit.last

    def _is_somebody(self, unit: Unit) -> bool:
        """A definite word, or one that no dictionary has (a name): right behind a verb it is its subject."""
        return unit.kind == "word" and (unit.fold.startswith("ال") or (len(unit.fold) > 3 and not known(self.tokens[unit.first].form)))

    def _unknown_before(self, k: int) -> bool:
        """Does a definite word that names nobody we know stand before the verb as its subject ("الفرق العسكرية استهدفت …")?"""
        stretch = self.units[max(0, k - 6) : k]
        marks = [i for i, u in enumerate(stretch) if u.kind == "mark"]
        if any(u.is_phrase(_NOMINAL) for u in stretch[marks[-1] + 1 if marks else 0 :]):
            return False  # "وفي بادئ الأمر سيلتقي بلينكن": words behind a preposition are no subject
        for unit in reversed(stretch[-4:]):
            if unit.kind == "word":
                form = self.tokens[unit.first].form
                before = self.units[self.units.index(unit) - 1] if self.units.index(unit) else None
                if before is not None and before.is_phrase(("prep", "time")):
                    return False  # "في المقابل ستفرج …"
                if (unit.fold.startswith("ال") and not unit.conj) or not known(form):
                    return True  # a definite word, or a name that no dictionary has
                continue
            if unit.mention is not None and unit.mention.kind == "demonym":
                continue
            return False
        return False

    def _fronted_noun(self, verb: Pred) -> None:
        """ "أن المحادثة جرت …": an event noun before its verb is the verb's subject."""
        before = [p for p in self.clause.preds if p is not verb and p.kind == "noun" and p.link in ("", "obj", "subj") and not self._adverb(p)]
        if not before or self.clause.topic or self.clause.kind not in ("comp", "root") or any(o.cls == "host" for o in verb.operators):
            return
        noun = before[0]
        if noun.governor is not None and noun in noun.governor.children:
            noun.governor.children.remove(noun)
        noun.governor, noun.link = verb, "subj"
        verb.children.append(noun)

    def _adverb(self, noun: Pred) -> bool:
        """ "تعليقا على الحادث، قال …": an indefinite accusative outside أنّ is no subject."""
        return self.clause.kind == "root" and not noun.definite and self.tokens[noun.first].fold.endswith("ا") and not noun.lemma.endswith("ا")

    def _described(self, unit: Unit, reading: Reading) -> Pred | None:
        """ "قمة ثلاثية تجمع …": a verb right after an indefinite event noun opens a relative clause without a particle."""
        last = self.stack[-1] if self.stack else None
        if unit.conj or last is None or last.kind != "noun" or last.definite or last.args or reading.verb is None or self.negated or self.future:
            return None
        if not (0 < unit.first - last.last <= 2 or unit.first == last.last) or self.between > 2:
            return None
        gather = any(o.cls == "gather" for o in self.pack.operators.get(reading.lemma, ()))
        violent = any(f.type in ("ASSAULT", "PROTEST") for f in last.frames)  # "إثر تفجير وقع في …", "غارات استهدفت …"
        resumed = bool(reading.pronoun) or unit.first == last.last or violent
        return last if gather or (last.governor is not None and (reading.verb.tense != "past" or resumed)) else None

    def _describes(self, unit: Unit) -> bool:
        """ "أرفع مسؤول أمريكي يزور الجزيرة": a verb right behind somebody indefinite tells what he does."""
        last = self.last
        if unit.conj or self.clause.verb is None or not isinstance(last, Arg) or unit.first != self.last_stop:
            return False
        return last.mention.rule.startswith("agent") and not self.tokens[last.mention.first].fold.startswith("ال")

    def _describes_a_thing(self, unit: Unit, k: int) -> bool:
        """ "مشروع قانون يلغي العقوبات": a present verb right behind an indefinite word tells what that is, not what the subject does."""
        before = self.units[k - 1] if k else None
        if unit.conj or self.clause.verb is None or before is None or before.kind != "word" or unit.reading is None or unit.reading.prep:
            return False
        verb = unit.reading.verb
        plain = not before.fold.startswith("ال") and not before.conj and known(self.tokens[before.first].form)
        return plain and verb is not None and verb.tense == "present" and verb.number == "s" and not (self.negated or self.future)

    def _explicit_subject(self, k: int) -> bool:
        """Does the verb at unit k have a subject of its own right after it?"""
        for unit in self.units[k + 1 : k + 5]:
            if unit.kind == "mention" and not unit.prep:
                reading = self.units[k].reading
                able = unit.mention is not None and (unit.mention.kind in ACTOR_KINDS or unit.mention.stands_for is not None)
                return able and unit.mention is not None and (reading is None or self._agrees(reading, unit.mention))
            if unit.kind == "mark" or unit.is_phrase(("skip", "conj")) or unit.kind == "date":
                continue
            if unit.is_phrase(("medium",)):
                return False
            break
        return False

    def _meets_one(self, k: int, pred: Pred) -> bool:
        """ "…، والتقى نظيره الأميركي": where one party alone stands behind a verb of meeting, it is whom the subject before met."""
        if not any(f.type == "CONSULT" and f.object == "actor" for f in pred.frames):
            return False
        bare = 0
        for unit in self.units[k + 1 : k + 9]:
            if unit.kind in ("verb", "participle") or unit.is_phrase(("comp", "rel")) or unit.prep or (unit.is_phrase(("prep",)) and bare):
                break
            bare += unit.is_actor() and not unit.conj
        return bare == 1 and not any(u.is_phrase(("prep",)) and u.fold == _WITH for u in self.units[k + 1 : k + 9])

    def _agrees(self, reading: Reading, mention: Mention) -> bool:
        """A feminine verb has no man for its subject ("وستطرد السفير"): he is its object."""
        verb = reading.verb
        first = self.tokens[mention.first]
        if verb is not None and not verb.passive and _oblique(first.fold, mention):
            return False  # "طردت 12 دبلوماسيا روسيا"
        if verb is None or verb.gender != "f" or verb.number != "s":
            return True
        if mention.kind in ("person", "role"):
            return first.form.endswith(("ة", "ى", "اء")) or not mention.rule.startswith("post")
        return not (mention.rule.startswith("agent") and first.fold in self.pack.word_class("man"))

    def _continues(self, reading: Reading, mention: Mention) -> bool:
        """May a verb without a subject of its own go on with this one? Behind its subject a verb agrees: "واشنطن … ذكر" does not."""
        verb = reading.verb
        if verb is None or verb.number != "s":
            return True
        first = self.tokens[mention.first]
        if mention.kind in ("person", "role"):
            return verb.gender == "m" or self._agrees(reading, mention)
        feminine = (mention.kind in ("state", "place") and first.fold not in self.pack.word_class("masculine")) or (
            mention.kind == "government-body" and first.form.endswith("ة")
        )
        return feminine == (verb.gender == "f") or mention.kind not in ("state", "place", "government-body")

    def _level(self, unit: Unit, reading: Reading, joins: bool) -> tuple[Clause | None, list[Arg]]:
        """The clause that a further verb is coordinated with, and the subject it continues."""
        says = any(f.say for f in self.pack.verb_frames.get(reading.lemma, ()))
        clause: Clause | None = self.clause
        described = self.clause
        if unit.conj and not says and described.kind == "rel" and described.verb is not None and described.verb.reading.verb is not None:
            outer, theirs = self._up(described).verb, described.verb.reading.verb.gender
            above = outer.reading.verb.gender if outer is not None and outer.reading.verb is not None else theirs
            if reading.verb is not None and reading.verb.gender == theirs != above:
                return described, []  # "أدانت الوزارة الهجوم الذي ضرب تركيا واستهدف …"
        if unit.conj or says or joins:
            while clause is not None and clause.kind in ("rel", "part") and clause.parent is not None:
                clause = clause.parent
            if says and clause is not None:
                top = clause
                while top.kind in ("comp", "coord") and top.parent is not None:
                    top = top.parent
                clause = top
        subject: list[Arg] = []
        probe = clause
        while probe is not None and not subject:
            if probe.verb is not None:
                subject = probe.verb.subject or probe.topic
            if probe.kind == "root":
                break
            probe = probe.parent if probe.kind == "coord" else None
        if says and subject and not all(self._continues(reading, a.mention) for a in subject):
            before = (p.subject or p.clause.topic for p in islice(reversed(self.preds), 12) if any(f.say for f in p.frames))
            subject = next((s for s in before if s and all(self._continues(reading, a.mention) for a in s)), [])
        return clause, [Arg(a.mention, "", "subject", a.medium) for a in subject if a.mention.kind in ACTOR_KINDS or a.mention.stands_for]

    def _participle(self, unit: Unit, k: int) -> None:
        main = self.clause
        while main.parent is not None and (main.kind in ("comp", "rel", "part") or (main.kind == "coord" and main.parent.kind in ("comp", "rel"))):
            main = main.parent
        if (
            self.clause.kind == "comp"
            and self.clause.quote is False
            and self.clause.verb is not None
            and self.clause.verb.subject
            and not any(f.say for f in self.pack.verb_frames.get(unit.reading.lemma if unit.reading else "", ()))
        ):
            main = self.clause
        clause = Clause("part", main)
        subject = (main.verb.subject if main.verb is not None else []) or main.topic
        probe: Clause | None = self.clause
        while not subject and probe is not None and probe is not main:  # "ويشار إلى أن السفير صرح أن …، مشيرا": who says, where nobody is above him
            if probe.verb is not None and any(f.say for f in probe.verb.frames):
                subject = probe.verb.subject or probe.topic
            probe = probe.parent
        clause.topic = [Arg(a.mention, "", "subject", a.medium) for a in subject]
        self._new_clause(clause)
        pred = self._pred(unit, "participle")
        clause.verb = pred
        clause.head = main.verb
        self.stack = [p for p in self.stack if _outer(p.clause, clause)]
        self.stack.append(pred)
        self.prep, self.special, self.between, self.last_arg = "", "", 0, None
        self.last, self.last_stop = pred, unit.last


def _of_one(args: Sequence[Arg], mention: Mention) -> bool:
    """Is the mention of the country of the one who stands before it?"""
    return len(args) == 1 and args[0].mention.kind == "person" and args[0].mention.country == mention.country


def _without_dateline(units: list[Unit]) -> list[Unit]:
    """The units behind "جدة في 14 سبتمبر (واس) --": a place, a day, an agency and a dash say where the report comes from, not who acts."""
    first = units[0].mention if units else None
    if first is None or first.kind not in ("place", "state", "outlet") or units[0].prep:
        return units
    words = 0
    for k, unit in enumerate(units[1:14], 1):
        if unit.kind == "mark" and unit.fold in _DASH and (k + 1 == len(units) or units[k + 1].fold not in _DASH):
            return units[k + 1 :] if k + 1 < len(units) else units
        words += unit.kind in ("word", "open")
        named = unit.mention is not None and unit.mention.kind not in ("place", "outlet", "state")
        if words > 3 or named or unit.is_phrase(("comp", "rel", "neg")):
            break
    return units


def _same_again(units: Sequence[Unit], unit: Unit) -> int:
    """How many units back the one stands that this mention names again: "العاصمة السودانية الخرطوم", "ولي العهد «محمد بن سلمان»"; 0 if none."""
    mention, back = unit.mention, 1
    if mention is None or unit.prep or unit.conj or not mention.entities:
        return 0
    while back <= len(units) and (units[-back].fold in _QUOTE_MARKS or units[-back].fold in _OPENING):
        back += 1
    if back > 2 or back > len(units):
        return 0
    before = units[-back].mention
    same = before is not None and before.entities == mention.entities and before.kind == mention.kind
    return back if same and (back == 2 or mention.kind in ("person", "place")) else 0


def _oblique(word: str, mention: Mention) -> bool:
    """Is a noun for people written in a case that a subject does not have ("دبلوماسيين", "جنديا")?"""
    return mention.rule.startswith("agent") and len(word) > 4 and word.endswith(("ين", "يا")) and not word.startswith("ال")
def first_person(pred: Pred, tokens: Sequence[Token]) -> bool:
    """ "نحث", "سندعو": is it we who do it?"""
    verb, word = pred.reading.verb, tokens[pred.first].fold.removeprefix(pred.reading.conj)
    return verb is not None and verb.tense in ("present", "future") and word.removeprefix("س").startswith("ن")


def _outer(clause: Clause, inner: Clause) -> bool:
    """Is ``clause`` inner's ancestor (so that its predicates stay open)?"""
    probe: Clause | None = inner.parent
    while probe is not None:
        if probe is clause:
            return True
        probe = probe.parent
    return False


def _links(pred: Pred, prep: str) -> bool:
    """Has the predicate an operator that carries its event noun with this preposition?"""
    return any(o.link and fold(o.link) == fold(prep) for o in pred.operators)


def _within(clause: Clause, outer: Clause) -> bool:
    return clause is outer or _outer(clause, outer) or _outer(outer, clause)


def _by_token(a: Annotation) -> dict[int, tuple[When, int]]:
    out: dict[int, tuple[When, int]] = {}
    i = 0
    for when in a.dates:
        if when.span is None:
            continue
        while i < len(a.tokens) and a.tokens[i].stop <= when.span.start:
            i += 1
        k = i
        while k < len(a.tokens) and a.tokens[k].start < when.span.stop:
            k += 1
        if k > i:
            out[i] = (when, k)
    return out


_MATERIAL = frozenset(("ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "SANCTION", "AID", "CONCEDE"))
_IN, _BETWEEN = "في", "بين"
_LED = frozenset(["state", "government-body", "organisation", "armed-group", "party", "people-group", "group"])
_FROM = ("من", "عن")
_AND, _FA, _TA, _WITH = "و", "ف", "ت", "مع"
_NOT_WHO = ("ا", "ه")  # "قال لاحقا", "تابع حديثه": no subject
_DASH = frozenset(("-", "–", "—", "/", ":"))
_DATELINE = frozenset(("-", "–", "—", "ـ", "/", "("))
_COMMA = frozenset(("،", ",", "-", "–", "؛", ";"))
_OPENING = frozenset("([/")
_RESUMING = ("ه", "ها", "هم")
_CLOSING = (")", "]")
_QUOTE_MARKS = frozenset('"«»“”‹›„')
_NOMINAL = frozenset(("prep", "time", "third", "initiator", "attribution", "need", "cause", "purpose"))
_VERBAL = frozenset(("comp", "rel", "neg", "fut", "was", "qad", "conj", "background", "opinion", "skip"))
__all__ = ["ACTOR_KINDS", "Arg", "Clause", "Parsed", "Pred", "Reader", "Unit", "first_person"]
