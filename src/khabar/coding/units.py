"""Words into units: mentions, dates, phrases of grammar.tsv, numbers, marks, and words that may be a predicate (still open)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from khabar.annotation import Annotation
from khabar.coding.draft import DEEDS, POSSESSIVES, bases
from khabar.coding.tree import ACTOR_KINDS, AND, BETWEEN, COMMA, DASH, FA, FROM, IN, LED, WITH, Unit
from khabar.lemmas import whole
from khabar.model import Sentence, When
from khabar.morphology import US, VerbForm
from khabar.packs import Pack, Phrase, Reading
from khabar.text import QUOTE_MARKS, ByWord, Token, fold

_SEATS = frozenset(("organisation", "party", "armed-group", "people-group", "government-body"))
_THE, _TO_THE = "ال", "لل"
_THAT = Phrase((), "rel", "")  # what a participle with its noun says without a word
_FOR = "ل"
_SEVERAL = 2
_ASIDE = 8  # units between who is meant and "is he who"
_SOME = frozenset((("prep-pron", BETWEEN), ("list", "among")))  # phrases for some of many
_NOMINATIVE = AND + "ن"  # the ending of men of whom something is said
_INSERTED = 10  # units of an insertion
_VERBS_BEHIND = {"until": "when", "since": "ever-since"}  # times behind which a verb may stand: what it is then said to open
_LEADS = ("prep", "prep-pron")
_SAYS = 3  # units of a place, a colon and the first word behind it
_NOUN = 3  # letters of a noun
_VERB_AND_WHO = 2  # units before what a light verb carries: itself and its subject
_NAMED = 3  # words between "what is called" and a name
_TOUCH, _IN, _UNDER = "in-touch", "in-state", "under-deed"  # classes of phrases that stand for a verb
_AS_VERB = frozenset((_TOUCH, _IN, _UNDER))
_GROUP = 12  # tokens that the name of a group has at most
_LANDS = frozenset(("state", "place"))
_STATES = frozenset(("state", "demonym", "government-body", "organisation", "person", "place"))


class Units:
    """Makes the units of the sentences of one annotated report."""

    def __init__(self, annotation: Annotation, pack: Pack) -> None:
        self.a, self.pack = annotation, pack
        self._mentions = {m.first: m for m in annotation.mentions}
        self._dates = _by_token(annotation)
        self._plain = [*map(pack.once(_plain).__getitem__, annotation.folds)]
        """For each token the kind of its unit, where its word alone tells it; None where mentions, dates and words beside it must be looked at."""
        for i in (*self._mentions, *self._dates):
            self._plain[i] = None

    def of(self, sentence: Sentence) -> list[Unit]:
        """The units of a sentence in the order of the text, without its dateline; what may be a predicate has the kind ``open``."""
        units = self._units(sentence)
        return units if self._speaks(units) else _without_dateline(units)

    def _speaks(self, units: Sequence[Unit]) -> bool:
        """ "موسكو: نرفض العقوبات", "باريس: يجب وقف التصعيد": is it no dateline, but a land before what only somebody says?"""
        if len(units) < _SAYS or units[0].mention is None or units[0].mention.kind not in _LANDS or units[1].fold != ":":
            return False
        word = units[2]
        if word.fold in QUOTE_MARKS or word.fold in self.pack.word_class("must") or word.is_phrase(("neg", "need", "need-to")):
            return True
        return word.kind == "open" and any(r.kind == "verb" and self._is_ours(r, word) for r in self.pack.readings(word.fold))

    def _is_ours(self, reading: Reading, unit: Unit) -> bool:
        """Is it a verb of "we", in the present or of a deed in the past?"""
        verb = reading.verb
        if verb is None or verb.tense == "past":
            ours = reading.pronoun == US and verb is not None and verb.gender == "m"
            return ours and not self.pack.verb_senses[reading.lemma].types.isdisjoint(DEEDS)
        return unit.fold.removeprefix(reading.conj).removeprefix("س").startswith("ن")

    def _units(self, s: Sentence) -> list[Unit]:
        tokens, pack, i = self.a.tokens, self.pack, s.first
        out: list[Unit] = []
        mentions, dates, numbers, about = self._mentions, self._dates, pack.number_words, pack.word_class("about")
        halves, shy, those = pack.word_class("before-ten"), pack.word_class("keeps-back"), pack.word_class("those-states")
        plain, last = self._plain, s.last
        while i < last:
            token, known = tokens[i], plain[i]
            if known is not None:
                out.append(Unit(known, i, i + 1, token.fold, self._conjunction(token, known) if token.fold[:1] in _CONJUNCTIONS else ""))
                i += 1
                continue
            if token.fold == "(" and (behind := self._names_members(i, s)) > i:
                i = behind
                continue
            if token.fold in those and i not in mentions and (behind := self._named_behind(i)) > i:
                i = behind
                continue
            if token.fold in shy and (behind := self._anonymous(i, s)) > i:
                i = behind  # "لكن مسؤولا تشاديا، طلب عدم ذكر اسمه، وصف الخطوة": nothing that anybody does to anybody
                continue
            mention = mentions.get(i)
            if mention and mention.kind in ("gathering", "conflict") and any(r.kind == "noun" for r in pack.readings(token.fold)):
                out.append(Unit("open", i, i + 1, token.fold, mention.conj))  # a named summit is a summit
                out.append(Unit("mention", i + 1 if mention.last > i + 1 else i, mention.last, mention=mention))
                i = mention.last
                continue
            if mention:
                out.append(Unit("mention", i, mention.last, token.fold, mention.conj, mention.prep, mention))
                i = mention.last
                continue
            dated = dates.get(i)
            if dated:
                conj = token.fold[0] if token.fold[:1] == AND and len(token.fold) > 1 else ""
                out.append(Unit("date", i, dated[1], token.fold, conj, date=dated[0]))
                i = dated[1]
                continue
            if token.kind != "word":
                out.append(Unit("mark" if token.kind == "mark" else "number", i, i + 1, token.fold))
                i += 1
                continue
            phrase = pack.phrase_at(tokens, i)
            if phrase and phrase.cls == "medium" and phrase.value in pack.word_class("shared") and self._is_shared(i + len(phrase.tokens), s):
                phrase = None  # "مؤتمر صحفي مع نظيره": two hold it
            if phrase and phrase.cls == "prep" and len(phrase.tokens) == 1 and self._is_verb_here(i, s, phrase):
                phrase = None  # "عبّر الوزير عن", not "across"
            if phrase and phrase.cls in (_IN, _UNDER) and not _is_told_of_him(out, pack.word_class("stays-so")):
                phrase = pack.phrase_at(tokens[: i + 1], i)  # "وضعت أستراليا الجيش في حالة تأهب": the verb tells what was done
            if phrase and phrase.cls == "skip" and any(i + k in dates for k in range(1, len(phrase.tokens))):
                phrase = pack.phrase_at(tokens[: i + 1], i)  # "ردا على طرد السفير في اليوم نفسه": of another day than the one told before
            if phrase and phrase.cls == "third" and len(phrase.tokens) == 1 and self._is_done(token, out):
                phrase = None  # "قامت قطر بوساطة بين الطرفين": what she did, not by whose help
            if phrase and phrase.cls == "neg" and len(phrase.tokens) == 1 and self._falls_short(i, phrase.tokens[0]):
                phrase = None  # "فشل مجلس الأمن في تبني القرار": what he did, and no word before what did not come about
            if phrase and phrase.cls == "so-called":
                opens = not out or out[-1].is_phrase(("comp",))  # "أن ما يسمى مجلس الأمن لجأ إلى": who opens a clause may be lost to its verb
                if not opens and (behind := self._named_behind_it(i + len(phrase.tokens), s)) > i:
                    out += [Unit("mark", k, k + 1, tokens[k].fold) for k in range(i, behind) if tokens[k].kind == "mark"]
                    named, conj = mentions[behind], token.fold[0] if token.fold != phrase.tokens[0] else ""
                    out.append(Unit("mention", behind, named.last, tokens[behind].fold, conj, mention=named))
                    i = named.last
                    continue
                phrase = pack.phrase_at(tokens[: i + 1], i)  # "ما يعرف بالربيع العربي": it tells what something is
            if phrase and phrase.cls == "prep" and token.fold in about and self._counts(i + 1):
                i += 1
                continue  # "نحو 200 أسير"
            if phrase and (len(phrase.tokens) == 1 or not any((i + k) in mentions for k in range(1, len(phrase.tokens)))):
                conj = token.fold[0] if token.fold != phrase.tokens[0] else ""
                out.append(Unit("phrase", i, i + len(phrase.tokens), token.fold, conj, phrase=phrase))
                i += len(phrase.tokens)
                continue
            alone = token.fold in halves and not (i + 1 < s.last and tokens[i + 1].fold in numbers)
            if token.fold in numbers and not alone:  # "أثنى على": praised, no twelve
                out.append(Unit("number", i, i + 1, token.fold))  # "تسع طائرات" strives for nothing
                i += 1
                continue
            kind = "open" if pack.readings(token.fold) else "word"
            out.append(Unit(kind, i, i + 1, token.fold, self._conjunction(token, kind)))
            i += 1
        out, classes = self._with_parts(out), {u.phrase.cls for u in out if u.phrase is not None}
        out = self._with_states(out) if not classes.isdisjoint(_AS_VERB) or not pack.once(_of_state).isdisjoint([u.fold for u in out]) else out
        out = self._had_done(out) if "background" in classes else out
        out = self._until_done(out) if "time" in classes else out
        out = self._with_must(out) if "prep" in classes else out
        return self._singled_out(out) if not classes.isdisjoint(("prep", "rel")) else out

    def _singled_out(self, units: list[Unit]) -> list[Unit]:
        """ "إن أوغندا هي التي بدأت القصف", "الرئيس هو من طلب": "it is he who" says no more than that he did it."""
        words = self.pack.word_class("he-or-she")
        for k, unit in enumerate(units[1:-2], 1):
            who, verb = units[k + 1], units[k + 2]
            if unit.kind != "word" or unit.fold not in words or not (who.fold == FROM[0] or (who.is_phrase(("rel",)) and who.fold.startswith(_THE))):
                continue
            told = next((u for u in reversed(units[max(0, k - _ASIDE) : k]) if u.mention is not None), None)
            does = any(r.kind == "verb" and not r.prep for r in self.pack.readings(verb.fold)) if verb.kind == "open" else False
            able = told is not None and told.mention is not None and (told.is_actor() or told.mention.stands_for is not None)
            if able and told is not None and not told.prep and does:
                return [*units[:k], *self._singled_out(units[k + 2 :])]
        return units

    def _named_behind(self, i: int) -> int:
        """ "وقع البلدان، النيجر وتشاد، اتفاقا", "قمة الدول الثلاث اليونان وقبرص": the token at which those states are named, or i."""
        tokens = self.a.tokens
        at = i + 1 + (tokens[i + 1].fold in self.pack.word_class("how-many-states") if i + 1 < len(tokens) else 0)
        at += at < len(tokens) and (tokens[at].fold in COMMA or tokens[at].fold == ":")
        named = self._mentions.get(at)
        parted = named is not None and (at > i + 1 or named.kind == "state")
        return at if named is not None and parted and named.kind in _STATES and not (named.prep or named.conj) else i

    def _names_members(self, i: int, s: Sentence) -> int:
        """ "وقعت الدول الخمس (روسيا والصين …) وإيران اتفاقا": the token behind brackets that name those of whom a group right before them consists,
        all or some; i where they name others."""
        group = next((m for k in range(max(s.first, i - _GROUP), i) if (m := self._mentions.get(k)) is not None and m.last == i), None)
        if group is None or len(group.entities) < _SEVERAL:
            return i
        k, named = i + 1, 0
        while k < s.last and self.a.tokens[k].fold != ")":
            m = self._mentions.get(k)
            if m is None and self.a.tokens[k].fold not in (*COMMA, AND):
                return i
            if m is not None and not set(m.entities) <= set(group.entities):
                return i
            named, k = named + (m is not None), m.last if m is not None else k + 1
        return k + 1 if named >= _SEVERAL and k < s.last else i

    def _anonymous(self, i: int, s: Sentence) -> int:
        """The token behind "asked not to be named", where that begins at token i; i where it does not."""
        tokens, k = self.a.tokens, i + 1
        while k < s.last and tokens[k].fold in self.pack.word_class("not-telling"):
            k += 1
        return k + 1 if i + 1 < k < s.last and tokens[k].fold in self.pack.word_class("own-name") else i

    def _is_shared(self, i: int, s: Sentence) -> bool:
        """Does "joint" or "with" somebody stand at token i?"""
        if i + 1 >= s.last:
            return False
        other = self._mentions.get(i + 1) if self.a.tokens[i].fold == WITH else None
        man = other is not None and (other.kind in ("person", "role") or other.rule == "counterpart")
        readings, holds = self.pack.readings(self.a.tokens[i].fold), self.pack.word_class("holds")
        held = any(r.pronoun and r.kind != "participle" and fold(r.lemma) in holds for r in readings)  # "مؤتمر صحفي عقده مع نظيره"
        return man or held or self.a.tokens[i].fold in self.pack.word_class("joint")

    @staticmethod
    def _conjunction(token: Token, kind: str) -> str:
        """The letter of a conjunction on a word, as far as its letters tell."""
        word = token.fold
        return word[0] if word[:1] in _CONJUNCTIONS and len(word) > 3 and (kind == "open" or not whole(token.form)) else ""

    def _named_behind_it(self, i: int, s: Sentence) -> int:
        """ "دربت عناصر ما يسمى بجماعة الحوثي", "ما يعرف بـ«تنظيم الدولة»": where does he stand whose name the words before token i only give?"""
        for k in range(i, min(i + _NAMED, s.last)):
            mention, token = self._mentions.get(k), self.a.tokens[k]
            if mention is not None:
                return k if mention.kind in ACTOR_KINDS else 0
            if token.kind != "mark" and not ((p := self.pack.phrase_at(self.a.tokens, k)) and p.cls == "prep"):
                return 0
        return 0

    @staticmethod
    def _had_done(units: list[Unit]) -> list[Unit]:
        """ "سبق للرئيس أن أعلن": whom the words for "before" bring is the subject of what he had done."""
        for k, unit in enumerate(units[:-2]):
            if unit.phrase is None or unit.phrase.cls != "background":
                continue
            who, then = units[k + 1], units[k + 2]
            if who.is_actor() and who.prep == "ل" and then.is_phrase(("comp",)):
                return [*units[: k + 1], replace(who, prep=""), *units[k + 3 :]]
        return units

    def _until_done(self, units: list[Unit]) -> list[Unit]:
        """ "لم تمض ساعات حتى طردت كينيا السفير", "منذ أرسلت كينيا قوات": "until" or "since" before a verb in the past, which can be no noun, says
        when that was done."""
        for k, unit in enumerate(units[:-2]):
            if unit.phrase is None or unit.phrase.cls != "time" or unit.phrase.value not in _VERBS_BEHIND or units[k + 1].kind != "open":
                continue
            readings = self.pack.readings(units[k + 1].fold)
            past = [r for r in readings if r.verb is not None and r.verb.tense == "past" and not (r.conj or r.prep)]
            if past and len(past) == len(readings) and units[k + 2].is_actor() and not units[k + 2].prep:
                when = replace(unit.phrase, cls="conj", value=_VERBS_BEHIND[unit.phrase.value])
                units = [*units[:k], replace(unit, phrase=when), *units[k + 1 :]]
        return units

    def _with_states(self, units: list[Unit]) -> list[Unit]:
        """ "الباحثة المحتجزة في إيران", "والرحلات معلقة منذ 2020": a passive participle tells that it was done, as "that was held" does beside what
        it describes, and as "was held" behind what it is said of. "إن بلاده داعمة لكينيا": an active one, what they do."""
        out: list[Unit] = []
        stance: VerbForm | None = None
        for k, unit in enumerate(units):
            led, word = stance is not None, unit.kind in ("open", "word")
            stance = self._stance_at(units, k) if word or unit.phrase is not None else None
            state = self._state_at(units, k) if word else None
            verb, of_noun = (stance, False) if state is None else state
            if of_noun:
                out.append(Unit("phrase", unit.first, unit.first, phrase=_THAT))
            if verb is not None:
                told = Reading("verb", verb.lemma, "", "", False, "", verb, verb.number, verb.gender)
                out.append(replace(unit, kind="verb", phrase=None, reading=told))
            else:
                out.append(_without_its_particle(unit) if led else unit)
        return out

    def _stance_at(self, units: Sequence[Unit], k: int) -> VerbForm | None:
        """ "إن بلاده داعمة لكينيا", "كانت رافضة للقرار": the verb of which an active participle tells, behind who it is said of."""
        unit = units[k]
        if unit.phrase is not None and unit.phrase.cls in (_IN, _UNDER):  # "الجيش في حالة تأهب", "ثلاثة فرنسيين رهن الاحتجاز"
            done = unit.phrase.cls == _UNDER
            return VerbForm(unit.phrase.value, "past" if done else "present", "s", "m", done)
        touch = unit.phrase if unit.is_phrase((_TOUCH,)) else None  # "المنظمة على اتصال بالسلطات"
        found = (touch.value, "s", "m") if touch else self.pack.is_doing.get(unit.fold) if unit.kind in ("open", "word") else None
        if found is None or not 0 < k < len(units) - 1 or unit.fold.endswith("ا"):
            return None
        before, after = units[k - 1], units[k + 1]
        led = bool(after.prep) or after.is_phrase(("prep",)) or (after.kind in ("open", "word") and after.fold.startswith(_LED))
        told = before.is_phrase(("was", "skip")) or (before.is_actor() and not before.prep and self._is_definite(before))
        told = told or (touch is not None and before.kind == "word" and before.fold.startswith(_THE))
        we = before.fold in self.pack.word_class("we") or (before.is_phrase(("comp",)) and before.fold.endswith((*POSSESSIVES, US)))
        told = told or (touch is not None and we)  # "نحن على اتصال مع", "قالت إنها على تواصل مع"
        return VerbForm(found[0], "present", found[1], found[2]) if led and told else None

    def _state_at(self, units: Sequence[Unit], k: int) -> tuple[VerbForm, bool] | None:
        """The passive that a participle stands for, and whether it describes the noun before it; None where it is a noun, or tells of no deed."""
        unit = units[k]
        found = self.pack.passive_participle(unit.fold)
        if found is None or not 0 < k < len(units):
            return None
        before, after, named = units[k - 1], units[k + 1] if k + 1 < len(units) else None, unit.fold.startswith(_THE)
        if not named and self._is_said_to_be(units, k) and (after is None or self._ends_state(after)):
            return VerbForm(found[0], "past", found[1], found[2], True), False
        if after is None:
            return None
        follows = after.is_phrase(("prep", "time")) or after.kind == "date" or bool(after.prep)
        follows = follows or (not named and after.fold in self.pack.word_class("over-there"))
        if not follows or (before.prep and named and before.mention is None):
            return None
        if before.kind == "mark":  # "إن خمسة مواطنين، بينهم صحافي، موقوفون في ليبيا"
            told = found[1] != "s" and found[2] == "m" and unit.fold.endswith(_NOMINATIVE) and self._behind_some(units, k)
            return (VerbForm(found[0], "past", found[1], found[2], True), False) if told else None
        verb = VerbForm(found[0], "past", found[1], found[2], True)
        men = found[1] != "s" and found[2] == "m"
        if (men and after.fold == FROM[0]) or self._is_held(before):
            return None  # "معتقلين من القاعدة" are those held; "لقاءات مغلقة مع" nobody shuts
        stands = before.kind in ("mention", "word") or (before.kind == "open" and not men)
        if before.is_phrase(("was", "skip")):
            return (verb, False) if not named else None
        definite = self._is_definite(before)
        if not (named or definite) and fold(found[0]) in self.pack.word_class("forbids"):
            return None  # "بضائع محظورة من الصين": what kind of goods they are, whoever forbids such
        return (verb, named or not definite) if stands and (definite or not named) else None

    def _is_said_to_be(self, units: Sequence[Unit], k: int) -> bool:
        """ "لا يزال الرئيس محتجزا", "ظل المعبر مغلقا", "أبقت بنين حدودها مغلقة": does a verb of being or staying stand before a state of its
        subject?"""
        stays = self.pack.word_class("stays-so")
        for unit in reversed(units[max(0, k - _STAYS) : k]):
            if unit.kind == "mark" or unit.is_phrase(("comp", "rel", "conj")):
                return False
            if any(self.a.tokens[i].fold.removeprefix(unit.conj if i == unit.first else "") in stays for i in range(unit.first, unit.last)):
                return True
        return False

    @staticmethod
    def _ends_state(after: Unit) -> bool:
        """Can a state end before this unit: a mark, a verb or noun, "without", "for the third day"?"""
        return after.kind in ("mark", "open") or after.is_phrase(("neg", "conj")) or (after.kind == "word" and after.fold.startswith(_LED))

    @staticmethod
    def _behind_some(units: Sequence[Unit], k: int) -> bool:
        """Does a comma right before unit k close an insertion that tells of some of those before it ("بينهم نائب")?"""
        opens = next((i for i in range(k - 2, max(-1, k - _INSERTED), -1) if units[i].fold in COMMA), -1)
        some = units[opens + 1]
        return units[k - 1].fold in COMMA and opens >= 0 and some.phrase is not None and (some.phrase.cls, some.phrase.value) in _SOME

    def _is_held(self, unit: Unit) -> bool:
        """Does a noun of meeting stand here?"""
        return unit.kind == "open" and any(r.kind == "noun" and self.pack.is_meeting(r.lemma) for r in self.pack.readings(unit.fold))

    def _is_definite(self, unit: Unit) -> bool:
        """Does a word with the article end here, or the name of somebody or something?"""
        m = unit.mention
        if m is not None and m.kind != "demonym" and not m.rule.startswith(("agent", "unnamed", "people")):
            return True
        word = self.a.tokens[unit.last - 1].form  # as written: "ألمان" has no article
        return word.removeprefix(unit.conj).removeprefix(unit.prep).startswith(_THE) or word.startswith(_TO_THE)

    def _with_must(self, units: list[Unit]) -> list[Unit]:
        """ "أعلنت أن على إيران وقف التخصيب": على at the head of what is said, before somebody and a deed, is "must"."""
        on = self.pack.word_class("must-on")
        for k, unit in enumerate(units[:-2]):
            if unit.phrase is None or unit.phrase.cls != "prep" or unit.fold.removeprefix(unit.conj) not in on:
                continue
            before, who = units[k - 1] if k else None, units[k + 1]
            deed = next((u for u in units[k + 2 : k + 4] if u.fold not in QUOTE_MARKS), who)
            opens = before is None or before.is_phrase(("comp", "opinion")) or before.fold in QUOTE_MARKS or before.fold == ":" or unit.conj == AND
            definite = deed.kind in ("word", "open") and deed.fold.startswith("ال")
            ends = deed.kind == "open" and k + 3 < len(units) and units[k + 3].kind in ("word", "mention", "open") and self._gives_up(deed)
            if opens and who.is_actor() and not who.prep and (definite or ends or deed.is_phrase(("comp",))):
                must = Unit("open", unit.first, unit.first, fold=next(iter(self.pack.word_class("must"))), conj=unit.conj)
                return [*units[:k], must, replace(unit, conj=""), *units[k + 1 :]]
        return units

    def _gives_up(self, deed: Unit) -> bool:
        """ "وعلى كينيا سحب قواتها": is it a bare noun of giving something up? "وعلى الحدود هجوم" tells what happened there."""
        bare = (r for r in self.pack.readings(deed.fold) if r.kind == "noun" and not (r.conj or r.prep or r.article or r.pronoun))
        return any(f.type in ("RETREAT", "CONCEDE") for r in bare for f in self.pack.noun_frames.get(r.lemma, ()))

    def _with_parts(self, units: list[Unit]) -> list[Unit]:
        """ "وفد من حماس", "ممثلون عن الحكومة": those who come from a party stand for it."""
        out: list[Unit] = []
        for unit in units:
            if unit.mention is None:
                out.append(unit)
                continue
            men = out[-1] if out else None  # "مقاتلو طالبان", "أنصار التيار الصدري" are theirs
            led = unit.mention.kind == "person" and unit.mention.country and not (unit.prep or unit.conj)
            if led and men is not None and men.kind == "word" and men.fold.removeprefix(men.conj) in self.pack.word_class("troops-of"):
                state = replace(unit.mention, kind="state", entities=(f"state/{unit.mention.country}",), rule="agent.MIL", role=None)
                out[-1] = replace(unit, first=men.first, conj=men.conj, mention=state)  # "جنود عمر البشير": his country's
                continue
            if (
                men is not None
                and men.kind == "word"
                and unit.mention is not None
                and not unit.prep
                and (
                    (unit.mention.kind in LED and men.fold.removeprefix(men.conj) in self.pack.word_class("men-of"))
                    or (unit.mention.kind in LED and self._are_members(men, unit))
                    or (unit.mention.rule == "agent.MIL" and men.fold.removeprefix(men.conj) in self.pack.word_class("drone"))
                )
            ):
                out.pop()
                unit = replace(unit, first=men.first, conj=men.conj)
            many = men is not None and men.kind == "word" and men.fold.removeprefix(men.conj) in self.pack.word_class("many-of")
            assert unit.mention is not None
            people = unit.mention.kind == "people-group" or unit.mention.rule.startswith("agent")
            if men is not None and many and people and not (unit.prep or unit.conj) and unit.first == men.last:
                out.pop()  # "سار آلاف الأستراليين": in a genitive, so that nothing tells whether they act
                unit = replace(unit, first=men.first, fold=men.fold, conj=men.conj, mention=replace(unit.mention, first=men.first))
            unit = self._forces_of(out, unit)
            sent = men is not None and men.fold.removeprefix(men.conj) in self.pack.word_class("sent-by")
            if men is not None and sent and unit.mention is not None and unit.prep == "ل":
                out.pop()
                unit = replace(unit, first=men.first, conj=men.conj, prep="")
            if unit.kind == "mention" and unit.mention is not None and not unit.prep and unit.mention.kind in ACTOR_KINDS and len(out) >= 2:
                link, part = out[-1], out[-2]
                sits = link.fold == IN and unit.mention.kind in _SEATS  # "أعضاء في المعارضة السورية"
                like = link.fold == IN and unit.mention.kind == "state" and part.fold.removeprefix(part.conj) in self.pack.word_class("his-like")
                words = self.pack.word_class("his-like" if like else "sits-in" if sits else "part-of")
                if link.fold in FROM and unit.mention.kind in _SEATS:
                    words = words | self.pack.word_class("sits-in")  # "قياديون من طالبان"
                if (
                    link.phrase is not None
                    and link.phrase.cls == "prep"
                    and (link.fold in FROM or sits or like)
                    and (part.mention is None or not part.mention.country)
                    and not {part.fold, part.fold.removeprefix(part.conj)}.isdisjoint(words)
                ):  # وفدان is no و + فدان
                    del out[-2:]
                    unit = replace(unit, first=part.first, conj=part.conj)
                    if unit.mention is not None and unit.mention.rule == "agent.people":  # "حشود من المجريين": the case of the genitive tells nothing
                        unit = replace(unit, mention=replace(unit.mention, first=part.first))
            unit = self._with_batch(out, unit)
            if self._names_the_pair(out, unit):
                continue
            unit = self._pair_by_nation(out, unit)
            unit = self._with_courtesy(out, unit)
            unit = self._with_settlement(out, unit)
            named = _same_again(out, unit)
            if named:
                del out[-named + 1 or len(out) :]
                out[-1] = replace(out[-1], last=unit.last)
                continue
            out.append(unit)
        return out

    def _with_batch(self, units: list[Unit], unit: Unit) -> Unit:
        """ "سلمت الدفعة الرابعة من الأسرى", "الإفراج عن 39 من المعتقلين", "استسلم 200 من مقاتلي الحزب": a word or a number for some of these
        people means them."""
        m = unit.mention
        army = m is not None and m.kind == "government-body" and all(e.endswith("-army") for e in m.entities)
        people = army or (m is not None and (m.kind == "people-group" or m.rule.startswith(("agent", "unnamed", "post.of-body"))))
        if m is None or not people or unit.prep or unit.conj or len(units) < 2 or units[-1].phrase is None or units[-1].fold != FROM[0]:
            return unit
        if units[-2].kind == "number" and len(units) > 2 and units[-3].is_phrase(("prep",)):
            units.pop()
            return unit
        if units[-2].kind == "number" and len(units) > 2 and self._may_do(units[-3]):
            some = units[-2]
            del units[-2:]
            return replace(unit, first=some.first, mention=replace(m, first=some.first))  # in a genitive
        batch = self.pack.word_class("batch")
        for back in range(2, min(len(units), _BATCH) + 1):
            word = units[-back]
            bare = word.fold.removeprefix(word.conj)
            led = next((p for p in _LED if bare.startswith(p) and bare.removeprefix(p) in batch), "")
            if bare in batch or led:
                del units[-back:]
                own = replace(m, first=word.first)  # in a genitive, so that its case tells nothing
                return replace(unit, first=word.first, fold=word.fold, conj=word.conj, prep=led[:1], mention=own)
            if word.kind not in ("word", "open", "number"):
                break
        return unit

    def _may_do(self, unit: Unit) -> bool:
        """ "استسلم 200 من", "غادر 200 من": may the word be a verb?"""
        return unit.kind == "open" and any(r.kind == "verb" for r in self.pack.readings(unit.fold))

    def _forces_of(self, units: list[Unit], unit: Unit) -> Unit:
        """ "القوات البحرية لإيران وروسيا": the forces of several states, so that each of them acts by its own."""
        state, nxt = unit.mention, self._mentions.get(unit.last)
        several = nxt is not None and nxt.kind == "state" and nxt.conj == AND and not nxt.prep
        if state is None or state.kind != "state" or unit.prep != "ل" or not several or not units:
            return unit
        body = units[-1].mention
        if body is not None and body.kind == "government-body" and body.rule.startswith("body") and units[-1].last == unit.first:
            forces = units.pop()
            return replace(unit, first=forces.first, conj=forces.conj, prep="")
        for n in (1, 2):
            words = units[-n:]
            phrase = self.pack.reference_at(self.a.tokens, words[0].first) if len(words) == n else None
            whole = phrase is not None and phrase.cls == "actor-noun" and phrase.value == "MIL" and words[0].first + len(phrase.tokens) == unit.first
            if whole and all(w.kind in ("word", "open") for w in words):
                del units[-n:]
                return replace(unit, first=words[0].first, conj=words[0].conj, prep="")
        return unit

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

    def _pair_by_nation(self, units: list[Unit], unit: Unit) -> Unit:
        """ "وقع الجانبان السعودي والباكستاني", in a report that named neither before: the nationalities alone say who the two are."""
        named = unit.mention
        if named is None or named.kind != "demonym" or len(named.entities) != 2 or unit.prep or not units or units[-1].kind != "word":
            return unit
        word = units[-1]
        phrase = self.pack.reference_at(self.a.tokens, word.first)
        if phrase is None or phrase.cls != "pair" or unit.first != word.last:
            return unit
        units.pop()
        return replace(unit, first=word.first, conj=word.conj, mention=replace(named, kind="group", country=None, rule="pair.named"))

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
            unit = replace(unit, first=word.first, conj=letter if letter in (AND, FA) else "", prep="" if letter in (AND, FA) else letter)
        return unit

    def _with_settlement(self, units: list[Unit], unit: Unit) -> Unit:
        """ "مدينة مكة", "بمحافظة صعدة": the word for what kind of place it is belongs to the name, and so do its particles."""
        kinds, seat = self.pack.word_class("settlement"), self.pack.word_class("capital-of")
        land = units[-1] if len(units) > 1 else unit
        of_land = land.mention is not None and land.mention.kind == "state" and not (land.prep or land.conj or unit.prep or unit.conj)
        if of_land and unit.mention is not None and unit.mention.kind == "place" and not bases(units[-2].fold).isdisjoint(seat):
            del units[-1]  # "إلى عاصمة تشاد نجامينا"
        if unit.mention is None or unit.mention.kind != "place" or unit.prep or unit.conj or not units or units[-1].kind != "word":
            return unit
        word = units[-1].fold
        conj = word[0] if word not in kinds and word[:1] == AND else ""
        prep = word[len(conj)] if word[len(conj) :] not in kinds and len(word) > 3 else ""
        if word[len(conj) + len(prep) :] not in kinds:
            return unit
        return replace(unit, first=units.pop().first, conj=conj, prep=prep)

    def _counts(self, i: int) -> bool:
        """Is token i a number, in digits or in words?"""
        tokens = self.a.tokens
        return i < len(tokens) and (tokens[i].kind == "number" or self.pack.number_word(tokens[i].fold) is not None)

    def _is_done(self, token: Token, before: Sequence[Unit]) -> bool:
        """Does a noun with its preposition say what the light verb right before it, or before its subject, did, or what that verb's noun right before
        it is to do ("للقيام بوساطة")?"""
        pack, prep = self.pack, token.fold[0]
        verbs = [pack.verb_senses[r.lemma] for u in before[-_VERB_AND_WHO:] if u.kind == "open" for r in pack.readings(u.fold) if r.kind == "verb"]
        nouns = [pack.noun_senses[r.lemma] for u in before[-1:] if u.kind == "open" for r in pack.readings(u.fold) if r.kind == "noun"]
        return any("light" in sense.operates and prep in sense.links for sense in (*verbs, *nouns))

    def _is_verb_here(self, i: int, s: Sentence, phrase: Phrase) -> bool:
        """A preposition's letters at the head of a clause, before somebody who can act, are the verb's."""
        tokens = self.a.tokens
        if not any(r.kind == "verb" for r in self.pack.readings(tokens[i].fold)):
            return False
        behind = self.pack.phrase_at(tokens, i + 1) if i + 1 < s.last else None
        if behind is not None and behind.cls in _LEADS and behind.value != phrase.value:
            return True  # "وعبر عن شكره", "عبر له خلاله عن تهانيه": no preposition before another
        if i + 1 < s.last and tokens[i + 1].fold in self.pack.word_class("in-it"):
            return True  # "اتصالا من نظيره، عبر خلاله عن قلقه"
        after, near = self._mentions.get(i + 1), max(s.first, i - _OPENER)
        opens = (
            i == s.first
            or tokens[i - 1].kind == "mark"
            or bool(tokens[i].fold[:1] == AND)
            or any((p := self.pack.phrase_at(tokens, k)) and p.cls in ("opinion", "conj", "qad") and len(p.tokens) == i - k for k in range(near, i))
        )
        links = {fold(x) for r in self.pack.readings(tokens[i].fold) if r.kind == "verb" for x in self.pack.verb_senses[r.lemma].links} - {""}
        if opens and after is None and self._is_of_somebody(i + 1, s, links):
            return True
        if not (opens and after is not None and after.kind in ACTOR_KINDS and not after.prep):
            return False
        aside = i > s.first and tokens[i - 1].kind == "mark" and not tokens[i].fold.startswith(AND)
        return not (aside and links) or any(t.fold in links for t in tokens[after.last : after.last + _LINK])  # "طلبت، عبر وسطاء، هدنة"

    def _falls_short(self, i: int, word: str) -> bool:
        """ "فشل المجلس في", "كان المجلس فشل في": is token i, a word of failing, told of somebody, with what it leads to behind it?"""
        verbs = [r.lemma for r in self.pack.readings(word) if r.kind == "verb"]
        links = {link for v in verbs for link in self.pack.verb_senses[v].links} - {""}
        who, tokens = self._mentions.get(i + 1), self.a.tokens
        if who is None or who.kind not in ACTOR_KINDS or who.prep:
            return False
        return any(t.fold in links for t in tokens[who.last : who.last + 1])

    def _are_members(self, men: Unit, of: Unit) -> bool:
        """ "عبر أعضاء مجلس الأمن عن", but not "أعضاء اللجنة، وهم روسيا و": the members of a body, who are not told one by one behind a comma."""
        named = of.last < len(self.a.tokens) and self.a.tokens[of.last].fold in COMMA
        return not named and men.fold.removeprefix(men.conj) in self.pack.word_class("members-of")

    def _is_of_somebody(self, i: int, s: Sentence, links: set[str]) -> bool:
        """ "وعبر أعضاء المجلس في بيان عن قلقهم", "عبر معالي وزير الخارجية عن", "عبر القائد العام لقوات الجبهة فلان عن": does token i begin plain
        words with somebody right behind them, and what the verb leads to after him, before any mark and any other verb?"""
        tokens, k = self.a.tokens, i + 1
        while k < min(s.last, i + _STYLE) and tokens[k].kind == "word":
            of = self._mentions.get(k)
            if (of is not None and of.prep != _FOR) or (of is None and self.pack.phrase_at(tokens, k) is not None):
                break
            k = of.last if of is not None else k + 1
        who = self._mentions.get(k)
        if i + 1 >= s.last or who is None or who.kind not in ACTOR_KINDS or who.prep or who.conj or (k > i + 1 and who.kind != "person"):
            return False
        for t in self.a.tokens[who.last : min(s.last, who.last + _LEADS_TO)]:
            if t.fold in links:
                return True
            if t.kind == "mark" or any(r.kind == "verb" for r in self.pack.readings(t.fold)):
                return False
        return False


def _plain(pack: Pack) -> ByWord[str | None]:
    """Folded word -> the kind of its unit where it is neither a number nor begins a phrase or what is passed over; None for others and for marks."""
    begins = pack.word_class("those-states") | pack.word_class("keeps-back") | pack.number_words.keys()

    def of(word: str) -> str | None:
        if not word[:1].isalpha() or word in begins or pack.may_begin(word):
            return None
        return "open" if pack.readings(word) else "word"

    return ByWord(of)


def _of_state(pack: Pack) -> frozenset[str]:
    """The folded words that may be participles of a state or a stance, with their article and without: few sentences have one."""
    done = pack.was_done.keys()
    return frozenset((*pack.is_doing, *done, *(_THE + word for word in done)))


def _without_dateline(units: list[Unit]) -> list[Unit]:
    """The units behind "جدة في 14 سبتمبر (واس) --": a place, a day, an agency and a dash say where the report comes from, not who acts."""
    first = units[0].mention if units else None
    if first is None or first.kind not in ("place", "state", "outlet") or units[0].prep:
        return units
    if (told := _behind_agency(units)) is not None:
        return told
    words = 0
    for k, unit in enumerate(units[1:14], 1):
        if unit.kind == "mark" and unit.fold in DASH and (k + 1 == len(units) or units[k + 1].fold not in DASH):
            return _behind_day(units[k + 1 :]) if k + 1 < len(units) else units
        words += unit.kind in ("word", "open")
        named = unit.mention is not None and unit.mention.kind not in ("place", "outlet", "state")
        if words > 3 or named or unit.is_phrase(("comp", "rel", "neg")):
            break
    return units


def _behind_agency(units: list[Unit]) -> list[Unit] | None:
    """The units behind "أبوجا 30 يوليو 2023 (شينخوا)", which no dash ends: a day and an agency between brackets; None where none stand there."""
    k = 1
    while k < len(units) and units[k].kind in ("date", "number"):
        k += 1
    if k == 1 or k + 2 >= len(units) or units[k].fold != "(":
        return None
    closing = next((j for j in range(k + 1, min(k + 5, len(units) - 1)) if units[j].fold == ")"), None)
    return units[closing + 1 :] if closing is not None else None


def _behind_day(units: list[Unit]) -> list[Unit]:
    """The units behind a second dash, where only a day and an agency stand before it: "موسكو - 31 ديسمبر 2021 (وكالة المدار) - "."""
    if not units or (units[0].kind != "date" and units[0].fold not in _OPENING):
        return units
    for k, unit in enumerate(units[:10]):
        if unit.kind == "mark" and unit.fold in DASH:
            return units[k + 1 :] or units
        if unit.kind not in ("date", "mark", "word", "number") and (unit.mention is None or unit.mention.kind not in ("place", "outlet", "state")):
            break
    return units


def _is_told_of_him(units: Sequence[Unit], stays: Collection[str]) -> bool:
    """Can what follows these units be told of the last of them: of "was", or of somebody, whose number may stand behind him, whom no verb or noun
    right before governs but one of staying ("ظلت الأسترالية رهن الاعتقال")?"""
    if not units or units[-1].is_phrase(("was", "skip")):
        return bool(units)
    if len(units) > 1 and units[-1].kind in ("number", "word") and units[-1].fold.startswith(_THE) and units[-2].is_actor():
        units = units[:-1]  # "الضباط الثمانية"
    before = units[-2] if len(units) > 1 else None
    if before is not None and before.fold.removeprefix(before.conj) in stays:
        return not units[-1].prep
    free = before is None or before.kind in ("mark", "number") or (before.phrase is not None and before.phrase.cls not in ("prep", "list"))
    return units[-1].is_actor() and not units[-1].prep and free


def _without_its_particle(unit: Unit) -> Unit:
    """ "داعمة لكينيا", "رافضة للقرار": what a participle takes with a particle a verb takes without."""
    if unit.mention is not None:
        return replace(unit, prep=unit.prep.removeprefix(_FOR))
    if unit.kind not in ("open", "word") or not unit.fold.startswith(_FOR) or len(unit.fold) <= _NOUN:
        return unit
    return replace(unit, fold=_THE + unit.fold.removeprefix(_TO_THE) if unit.fold.startswith(_TO_THE) else unit.fold.removeprefix(_FOR))


def _same_again(units: Sequence[Unit], unit: Unit) -> int:
    """How many units back the one stands that this mention names again: "العاصمة السودانية الخرطوم", "ولي العهد «محمد بن سلمان»"; 0 if none."""
    mention, back = unit.mention, 1
    if mention is None or unit.prep or unit.conj or not mention.entities:
        return 0
    while back <= len(units) and (units[-back].fold in QUOTE_MARKS or units[-back].fold in _OPENING):
        back += 1
    if back > 2 or back > len(units):
        return 0
    before = units[-back].mention
    same = before is not None and before.entities == mention.entities and before.kind == mention.kind
    return back if same and (back == 2 or mention.kind in ("person", "place")) else 0


def _by_token(a: Annotation) -> dict[int, tuple[When, int]]:
    out: dict[int, tuple[When, int]] = {}
    i = 0
    for when in a.dates:
        if when.span is None:
            continue
        i = k = bisect_right(a.tokens, when.span.start, i, key=_stop)
        while k < len(a.tokens) and a.tokens[k].start < when.span.stop:
            k += 1
        if k > i:
            out[i] = (when, k)
    return out


def _stop(token: Token) -> int:
    return token.stop


_BATCH = 4  # units from a batch to "of" at most: the word, two adjectives and "of"
_STAYS = 9  # units between a verb of staying and the state in which somebody stays
_LED = ("لل", "ب", "ل")
_OPENING = frozenset("([/")
_LEADS_TO = 8  # tokens behind whom a verb tells of, among which its own preposition stands
_STYLE = 6  # words by which a man may be called before his name
_LINK = 12  # tokens behind who acts in which stands the preposition that his verb needs
_OPENER = 3  # words of what opens a clause: "من جانبه"
_CONJUNCTIONS = frozenset((AND, FA))
