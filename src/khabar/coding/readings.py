"""Which reading of a word holds where it stands: verb, noun, participle, or none. بحث is a deed after أجرى and a verb before a minister."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from khabar.coding.draft import DEEDS, bases
from khabar.coding.tree import ACTOR_KINDS, AND, COMMA, FA, FROM, HER_TITLE, HERS, IN, NOMINAL, TA, VERBAL, WITH, Unit, oblique
from khabar.morphology import US, is_feminine, marks_passive
from khabar.packs import SPEECH, Pack, Phrase, Reading
from khabar.text import QUOTE_MARKS, ByWord, Token, fold, keeps_hamzas

_LETTERS = frozenset(("ب", "ل"))  # prepositions of one letter
_OWN_WORDS = ":"  # behind it somebody tells what he did
_WOMEN_DID = ("past", "p", "f")
_HERSELF = "ها"  # the pronoun on "that"
_SENT = 4  # units between a verb of sending and the drones that are sent
_THE, _BY = "ال", "ب"
_SHE_WHO = ("rel", "f")
_HE, _CASE = "ه", "ا"  # the pronoun on "but he"; the letter of the accusative


class Readings:
    """Settles the open units of a report's sentences."""

    def __init__(self, tokens: Sequence[Token], pack: Pack, dots: bool) -> None:
        """dots: as in `Annotation`."""
        self.tokens, self.pack, self._dots, self._hamzas = tokens, pack, dots, keeps_hamzas(tokens)
        self._titles, self._met, self._particular = pack.once(_titles), pack.once(_forms_met), pack.once(_particular)

    def settle(self, units: list[Unit]) -> None:
        """Chooses one reading for each open unit by what stands before and after it."""
        drone, apart = self.pack.word_class("drone"), self.pack.word_class("apart-pronoun")
        plain = self.pack.word_class("plain-deed")
        for k, unit in enumerate(units):
            if unit.kind != "open":
                continue
            before, after = _beside(units, k, -1), _beside(units, k, 1)
            if after is not None and after.fold in COMMA and k + 2 < len(units) and units[k + 2].kind == "phrase":
                after = units[k + 2]  # "مشيرا، إلى أن"
            if after is not None and after.kind == "word" and self._is_title(after):  # "عقد الشيخ صباح … جلسة"
                behind = next((u for u in units[k + 2 : k + 6] if not self._is_title(u)), None)
                after = behind if behind is not None and behind.mention is not None else after
            if after is not None and _opens(before) and (subject := _behind_adverbs(units, k)) is not None:
                after = subject  # "حمل في نيويورك السفير الإسرائيلي …", "بحث اليوم الرئيس فلان …"
            form = self.tokens[unit.first].form
            able = self._able(unit.fold, form)
            if before is not None and before.fold in drone:  # "طائرة مسيرة" is no march
                able = [r for r in able if r.kind != "noun" or r.lemma not in self.pack.word_class("pilotless")]
            if US in unit.fold and self._we_did(unit, before, after):
                able = [replace(r, pronoun="") for r in able if self._is_ours(r)] or able
            if not plain.isdisjoint([r.lemma for r in able]) and not self._is_of_terror(units, k):
                able = [r for r in able if r.lemma not in plain]
            reading = self._choose(able, before, after, units, k)
            if reading is None:
                unit.kind = "word"
                continue
            if reading.verb is not None:
                marked = reading.verb.tense == "past" and marks_passive(form.removeprefix(reading.conj))
                upon = after is not None and after.fold == _ON and reading.lemma in self.pack.word_class("judged-upon")
                were = after is not None and after.fold in self.pack.word_class("they-are") and not reading.pronoun
                were = were and reading.verb.tense == "past" and reading.lemma in self.pack.word_class("kills")  # "الذين قتلوا هم دركي وجنود"
                if marked or upon or were:
                    reading = replace(reading, verb=replace(reading.verb, passive=True))
            if reading.kind != "noun" and not reading.pronoun and after is not None and after.fold in apart:
                reading = replace(reading, pronoun=after.fold[_APART:])  # "متهما إياه"
            his = after is not None and after.is_phrase(("prep-pron",)) and after.phrase is not None and after.phrase.value == "ل"
            bare = reading.kind == "noun" and not (reading.article or reading.pronoun)
            if his and after is not None and bare and self.pack.is_meeting(reading.lemma):
                reading = replace(reading, pronoun=after.fold.removeprefix("ل"))  # "بعد مكالمة له مع ولي العهد"
            unit.kind, unit.reading, unit.conj, unit.prep = reading.kind, reading, reading.conj, reading.prep

    def _drives(self, verbs: Sequence[Reading], units: list[Unit], k: int) -> bool:
        """ "دفع الهجوم واشنطن إلى تعليق مساعداتها": does somebody stand behind a verb with which a thing makes him act, and behind him "to" and a
        deed? Not "دفع القوات إلى الحدود"."""
        if not any(fold(v.lemma) in self.pack.word_class("drives-to") and v.verb is not None and v.verb.tense == "past" for v in verbs):
            return False
        behind = units[k + 1 : k + _DRIVEN]
        at = next((i for i, u in enumerate(behind) if u.is_phrase(("prep",)) and u.fold == _TO_DO), None)
        if at is None or at + 1 >= len(behind) or not any(u.mention is not None and not u.prep for u in behind[1:at]):
            return False
        return any(r.kind == "noun" for r in self.pack.readings(behind[at + 1].fold))

    def _we_did(self, unit: Unit, before: Unit | None, after: Unit | None) -> bool:
        """ "الجيش: قصفنا قاعدة", "إننا علقنا …", "لقد أوقفنا العلاقات": does the sentence leave nobody but us who can have done it?"""
        if unit.first and self.tokens[unit.first - 1].fold == _OWN_WORDS:
            return True
        if before is None:
            return False
        if before.fold in self.pack.word_class("we") or (before.is_phrase(("comp",)) and before.fold.endswith(US)):
            return True
        if not before.is_phrase(("qad",)) or after is None or after.kind not in ("open", "word", "mention") or after.prep:
            return False
        word = self.tokens[after.first].fold
        if after.mention is not None:  # "لقد هاجمنا السودان": they may have attacked us
            return after.mention.rule == "unnamed" and not word.startswith(_THE)
        return not word.startswith(_THE) or is_feminine(word)  # a verb of his has no subject of hers

    def _is_ours(self, reading: Reading) -> bool:
        """May it be a deed of "we" in the past?"""
        return reading.kind == "verb" and reading.pronoun == US and not self.pack.verb_senses[reading.lemma].types.isdisjoint(DEEDS)

    def _is_of_terror(self, units: Sequence[Unit], k: int) -> bool:
        """ "العمل الإرهابي", "حادث التفجير الإرهابي", but "عملها", "حادث سير": does a word of terror stand right behind?"""
        terror = self.pack.word_class("terror")
        return any(not bases(u.fold).isdisjoint(terror) for u in units[k + 1 : k + _TERROR])

    def _able(self, word: str, form: str) -> Sequence[Reading]:
        """The readings of a folded word that its letters as written, and each other, leave; remembered."""
        found = self._met.get((word, form, self._dots, self._hamzas))
        if found is None:
            if len(self._met) >= _MOST:
                self._met.clear()
            no_verb = word.removeprefix(AND) in self.pack.word_class("no-verb")
            able = [r for r in self.pack.readings(word) if r.kind != "verb" or not no_verb]
            found = self._met[word, form, self._dots, self._hamzas] = self._left(able, form)
        return found

    def _left(self, readings: Sequence[Reading], form: str) -> Sequence[Reading]:
        if form.endswith("ة"):  # فكرة is no verb with a pronoun
            readings = [r for r in readings if r.pronoun != "ه"]
        if self._hamzas and "ا" in form[1:] and not any(seat in form[1:] for seat in _SEATS):  # "رفضها التام": nobody met, التأم; but يرى is of رأى
            readings = [r for r in readings if r.kind != "verb" or "أ" not in r.lemma[1:]]
        readings = [r for r in readings if not _misses_seat(form, r)] or readings  # "أعلن الجيش أسقاط طائرات"
        if form.removeprefix(AND).startswith("أ"):  # "يعتبره أمرا غير مقبول": who orders is آمر
            readings = [r for r in readings if r.kind != "participle"]
        if "آ" in form:  # آثار are traces, أثار roused
            readings = [r for r in readings if r.verb is None or r.verb.tense != "past" or not r.lemma.startswith("أ")]
        if form.endswith("ى") and self._dots:  # تلقى is no noun of receiving where ي has its dots
            readings = [r for r in readings if not (r.kind == "noun" and r.lemma.endswith("ي"))]
        if any(mark in form[-2:] for mark in "ًٌٍ"):  # nunation is on nouns only
            readings = [r for r in readings if r.kind != "verb"]
        if any(not r.prep and not r.conj for r in readings):  # بحث is no ب + حث
            return [r for r in readings if r.article or not (r.prep or r.conj) or (r.conj and not r.prep and self._is_answer(r))]  # "وردت موسكو بأن"
        if any(not r.prep for r in readings):  # وبحث is no و + ب + حث
            return [r for r in readings if r.article or not r.prep]
        return readings

    def _is_flown(self, units: Sequence[Unit], k: int, before: Unit | None, after: Unit | None) -> bool:
        """Are the drones or marches of unit k what arms are: sent, fought off, or told of behind other arms?"""
        if after is not None and after.fold in self.pack.word_class("marching"):
            return False
        arms, sends = self.pack.word_class("weapon"), self.pack.word_class("sends-drones")
        if before is not None and units[k].fold.startswith(AND) and not bases(before.fold).isdisjoint(arms):
            return True
        near = units[max(0, k - _SENT) : k]
        return any(u.reading is not None and u.reading.kind in ("verb", "noun") and fold(u.reading.lemma) in sends for u in near)

    @staticmethod
    def _is_of_his(before: Sequence[Unit]) -> bool:
        """ "علق الاتحاد، اليوم، مشاركة مالي": have only verbs of a man stood before, so that no participle of hers can follow?"""
        verbs = [u.reading.verb for u in before if u.kind == "verb" and u.reading is not None and u.reading.verb is not None]
        return bool(verbs) and all((v.gender, v.number) == ("m", "s") for v in verbs)

    def _calls_it(self, readings: Sequence[Reading], after: Unit | None) -> bool:
        """ "وصفها بأنها": may it be a verb that says what the thing before it is?"""
        that = after is not None and after.is_phrase(("comp",)) and self.tokens[after.first].fold.startswith(_BY)
        return that and any(r.kind == "verb" and r.pronoun and r.lemma in self.pack.word_class("describing") for r in readings)

    def _choose(self, readings: Sequence[Reading], before: Unit | None, after: Unit | None, units: list[Unit], k: int) -> Reading | None:
        if self._particular[units[k].fold] and self._tells_no_deed(readings, before, after, units, k):
            return None
        cls, value = _phrase(before)
        next_cls, next_value = _phrase(after)
        if before is not None and before.kind == "number" and units[k].fold.endswith("ا"):
            readings = [r for r in readings if r.kind == "noun"]  # "325 صوتا", "33 متهما"
        if before is not None and before.kind == "noun" and units[k].fold in self.pack.word_class("adjective-too"):
            readings = [r for r in readings if r.kind != "verb"]  # "برفض قاطع": nobody boycotts
        if before is not None and before.fold in self.pack.word_class("any"):
            readings = [r for r in readings if r.kind == "noun"]  # "أي تدخل فرنسي"
        if cls == "neg" and value == "noun":
            readings = [r for r in readings if r.kind == "noun"] or readings  # "دون رد"
        if self._is_led_into(units[k].first):
            readings = [r for r in readings if r.kind == "noun"]  # "هددت بـ «رد سريع»"
        if cls == "neg" and value in ("past", "future"):
            cut = value == "past"  # "لم يدع" has called nobody, "لن تدع" lets nobody
            readings = [r for r in readings if r.verb is not None and r.verb.tense == "present" and (cut or not r.verb.cut)]  # "لن تسلم"
        elif self._she_does_not(units, k):
            readings = [r for r in readings if r.verb is not None and r.verb.tense == "present"] or readings
        elif units[k].fold.removeprefix(AND) in self.pack.word_class("after-not"):
            readings = [r for r in readings if r.verb is None]  # "يصب في مصلحة الشعب": nobody was hit
        if units[k].fold.endswith("ا") and not (before is not None and before.is_phrase(("neg", "comp", "conj"))):
            readings = [r for r in readings if r.verb is None or (r.verb.tense, r.verb.number, r.verb.gender) != _BOTH_WOMEN]  # "حققت تقدما"
        described = after is not None and after.mention is not None and after.mention.kind == "demonym" and not after.prep  # "مطالبا أميركية"
        if units[k].fold.endswith("ا") and any(r.kind == "participle" for r in readings) and not described:
            readings = [r for r in readings if r.kind != "noun" or not _BROKEN_PLURAL.fullmatch(r.lemma)]  # مطالبا: "demanding"
        if before is not None and before.kind in ("noun", "word") and not before.fold.startswith(_THE) and self._calls_it(readings, after):
            readings = [r for r in readings if r.kind == "verb"]  # "مفاوضات وصفها بأنها شاقة"
        verbs = [r for r in readings if r.kind == "verb"]
        if verbs and units[k].fold.removeprefix(verbs[0].conj) in self.pack.word_class("man-past") and not self._man_acts(
            verbs[0], before, after, next((u for u in units[k + 1 :] if not u.is_phrase(("skip", "conj"))), None)
        ):
            hers = before is not None and before.mention is not None and not before.prep and self._starts_clause(units, k - 1)
            verbs = [v for v in verbs if v.lemma == units[k].fold.removeprefix(v.conj) or (hers and v.verb and v.verb.tense == "present")]
        if verbs and units[k].fold in self.pack.word_class("only-with-for") and not any(_is_for(u) for u in units[k + 1 : k + _LED_FOR]):
            verbs = []  # "علق الرئيس خطط التحرك العسكري": plans, where nothing is planned for
        if units[k].fold in self.pack.word_class("only-carried"):  # "تم أسر جنديين"; "زار الوزير أسر الجنود": families
            by = units[k - 2] if before is not None and before.mention is not None and k > 1 else before  # "أعلنت أوكرانيا أسر جنديين"
            if by is None or by.fold not in self.pack.word_class("carrying"):
                readings = [r for r in readings if r.kind != "noun"]
        nouns = [r for r in readings if r.kind == "noun"]
        parts = [r for r in readings if r.kind == "participle" and not r.article]
        if parts and units[k].fold.removeprefix(parts[0].conj) in self.pack.word_class("only-with-particle"):
            parts = parts if next_cls in ("comp", "prep") else []  # "رفعوا لافتة"
            readings = [r for r in readings if r.kind != "participle" or r in parts]
        if verbs and cls == "qad":
            return self._best_verb(verbs, before, after, units[k + 1 : k + 7])  # "كان الرئيس قد توعد إيران": behind that particle stands a verb
        if cls == "prep" and before is not None and before.fold == FROM[0] and not (nouns or parts):
            who = next((v for v in verbs if v.verb is not None and (v.verb.gender, v.verb.number) == ("m", "p")), None)
            if who is not None and not who.conj:
                before.phrase = _WHO
                return who  # "معاقبة من قصفوا المستشفى": those who
        after_prep = cls in NOMINAL and value != "clause"
        if before is not None and cls == "background":  # "جاء ذلك بعد توصل أرمينيا إلى"
            last = self.pack.phrase_at(self.tokens, before.last - 1)
            after_prep = after_prep or (last is not None and last.cls in NOMINAL)
        opens = _opens(before)
        if verbs and (opens or verbs[0].conj) and not after_prep and self._drives(verbs, units, k):
            return self._best_verb(verbs, before, after, units[k + 1 : k + 7])
        if verbs and cls == "attribution" and not after_prep:
            return self._best_verb(verbs, before, after, units[k + 1 : k + 7])  # "حسبما كشف عنه متحدث"
        if verbs and not verbs[0].conj:
            gathering = next((v for v in verbs if "gather" in self.pack.verb_senses[v.lemma].operates), None)
            if gathering is not None and any(u.kind == "noun" for u in units[max(0, k - _HELD) : k]):
                return gathering  # "قمة ثلاثية تجمع …", not those who gathered
        both = next((v for v in verbs if v.conj and v.verb is not None and v.verb.number == "d"), None) if parts and not nouns else None
        if both is not None and after is not None and after.is_actor() and not (after.prep or after.conj):
            return both  # "بحث مع نظيره الأوضاع، وطالبا أوغندا بسحب قواتها"
        if parts and not verbs and not nouns:
            return parts[0] if self._adverbial(parts[0], before, after, units[k].fold) else None
        if parts and self._adverbial(parts[0], before, after, units[k].fold) and not nouns:
            return parts[0]
        apart = before is not None and (before.fold in COMMA or _has_its_object(units, k - 1))
        if parts and nouns and apart and units[k].fold.endswith("ه") and after is not None:
            able = after.mention is not None and (after.mention.kind in ACTOR_KINDS or after.mention.stands_for is not None)
            goes_on = able or next_cls == "comp" or self._takes(parts[0].lemma, after)
            goes_on = goes_on and not self._is_of_his(units[:k])
            if goes_on and self._adverbial(parts[0], before, after, units[k].fold):
                return parts[0]  # "قالت الرئيسة …، مطالبة واشنطن بـ", "…، مطالبة بانسحاب": no noun of demanding
        if (
            parts
            and verbs
            and not nouns
            and all(v.verb is not None and v.verb.number == "d" for v in verbs)
            and (self._adverbial(parts[0], before, after, units[k].fold) or (before is not None and self._is_land(before)))
        ):
            return parts[0]  # طالبا: "asking", before "the two asked"; "زار باريس ولندن طالبا الدعم": no two lands are men
        if verbs and not nouns:
            best = self._best_verb(verbs, before, after, units[k + 1 : k + 7])
            if after_prep and not best.conj and best.prep == "":
                return None
            if best.verb is not None and (best.verb.tense, best.verb.number) == ("past", "d") and not best.conj and self._behind_verb(before):
                return None  # "لم تبد قدرا أكبر من": an accusative, not what two did
            return best
        if nouns and not verbs:
            return nouns[0]
        if not nouns and not verbs:
            return None
        noun, verb = nouns[0], self._best_verb(verbs, before, after, units[k + 1 : k + 7])
        if before is not None and cls == "rel" and before.fold.startswith("ال") and not (noun.article or noun.prep):
            return verb  # "الذي دفع السويد إلى"
        if before is not None and before.mention is None and before.fold in self.pack.word_class("what") and not (noun.article or noun.prep):
            return verb  # "رحب بما وصفه بالتقدم", "…، ما دفع تشاد إلى"
        if cls == "medium" and verb.pronoun and self._is_spread(verb, before):
            return verb
        if not (noun.article or noun.prep) and (self._behind_conjunction(before) or self._tells_what_in(units, k, verb, after)):
            return verb
        past = verb.verb is not None and verb.verb.tense == "past" and not (noun.article or noun.prep)
        behind_he = past and before is not None and cls in ("conj", "comp") and before.fold.endswith(_HE)
        object_ = after is not None and (after.kind == "number" or (after.is_actor() and self.tokens[after.first].form.endswith(_CASE)))
        if behind_he and object_:
            return verb  # "لكنه طرد صحفيا تركيا": an object in the accusative
        strikes = self.pack.word_class("blast") | self.pack.word_class("strike-noun")
        if past and verb.lemma in self.pack.word_class("kills") and after is not None and after.fold in strikes:
            return verb  # "قتل هجوم ثلاثة جنود": nobody kills an attack
        if past and not verb.conj and self._is_said_to_be(units, k):
            return noun
        harms = self.pack.word_class("kills")
        bare = before.reading if before is not None and before.kind == "noun" else None
        if past and verb.conj and verb.lemma in harms and bare is not None and bare.lemma in harms and not (bare.article or bare.pronoun):
            return noun  # "مسؤولية قتل وجرح الجنود"
        suffers = past and (opens or bool(verb.conj))
        if suffers and after is not None and (after.kind == "date" or after.fold in self.pack.word_class("also")):
            return verb  # "قتل أمس ثلاثة جنود", "ورفض أيضا العرض"
        if past and opens and next_cls == "list":
            return verb  # "قبل اللقاء، عقد كل من الوزيرين اجتماعا"
        inside = next_cls == "prep" and fold(next_value) == IN
        if suffers and inside and verb.lemma in self.pack.word_class("kills"):
            return verb  # "قتل في الانفجار ثلاثة جنود": a killing has its genitive before that
        if suffers and marks_passive(self.tokens[units[k].first].form.removeprefix(verb.conj)):
            return verb  # "حُكم على", "التي حُكم عليها"
        upon = next_cls in ("prep", "prep-pron") and fold(next_value) == _ON
        if suffers and upon and verb.lemma in self.pack.word_class("judged-upon"):
            return verb  # "حكم على مواطنين كنديين بالإعدام"
        if not (verb.conj or noun.article or noun.prep) and self._has_topic(units, k, verb):
            return verb
        if past and verb.conj == FA and k > 1 and units[k - 2].fold.removeprefix(AND) in self.pack.word_class("as-for"):
            return verb  # "أما البرلمان فرفض طلبا من"
        then = units[k + 2] if k + 2 < len(units) else None
        by_it = next_cls == "prep-pron" and then is not None and then.is_actor() and not (then.prep or then.conj)
        by_it = by_it and fold(next_value) != IN  # "اتفاق توسط فيه": rather a noun
        if by_it and past and before is not None and cls not in NOMINAL:
            return verb  # "طائرات دفع بها الجيش الصيني"
        held = verb.pronoun and fold(verb.lemma) in self.pack.word_class("holds") and not (noun.article or noun.prep)
        meeting = before if not (after is not None and after.is_actor() and not after.prep) else _described_by(units, k)
        if held and meeting is not None and meeting.kind == "noun" and meeting.reading is not None and not meeting.reading.article:
            return verb  # "في جلسة عقدها صباح الجمعة", "جلسة مباحثات رسمية عقدها الرئيس"
        if k == 0 and verb.conj and not (noun.article or noun.prep) and self._is_man_named(verb, after):
            return verb
        arrived = before is not None and before.kind == "noun" and before.reading is not None and bool(before.reading.pronoun)
        if arrived and k > 1 and units[k - 2].is_phrase(("time",)) and any(f.mode == "visit" for f in self.pack.verb_frames.get(verb.lemma, ())):
            return verb  # "وعقب وصوله توجه إلى القصر"
        if past and not after_prep and self._undergoes(units, k, verb, opens):
            return verb
        if past and verb.pronoun and noun.pronoun and not noun.prep and after is not None and self._are_doers(after):
            return verb  # "عبوة زرعها مسلحون": behind its pronoun a noun has nobody in the nominative
        if self._awaited(units, k):
            return noun
        if past and not verb.conj and after is not None and after.is_actor() and not after.prep and self._behind_where(units, k, after):
            return verb if after.mention is None or not oblique(after.fold, after.mention) else noun
        if not (after_prep or verb.conj or noun.article or noun.prep) and self._is_waited_for(units, k, verb):
            return verb
        if any(n.article or n.prep for n in nouns) or after_prep:
            return next((n for n in nouns if n.article or n.prep), noun)
        told = before is not None and before.mention is not None and not before.prep and not verb.conj and self._carried(units, k)
        doer = after is not None and (after.is_actor() or (after.mention is not None and after.mention.stands_for is not None))
        if told and doer and after is not None and not (after.prep or after.conj):
            return noun  # "أكدت المصادر توصل أرمينيا إلى اتفاق": what was told, with its doer
        if self._is_in_construct(before) and verb.verb is not None and (verb.verb.tense, verb.verb.gender) == ("present", "f") and not verb.pronoun:
            return noun  # "رفض تدخل إيران": no verb of hers describes a noun of the other gender
        if verb.verb is not None and verb.verb.tense != "past":
            return verb
        if verb.verb is not None and verb.verb.gender == "m" and verb.verb.number == "s" and after is not None and self._is_land(after):
            return noun  # "أكد الرئيس، دعم بلاده لأوكرانيا": behind a country's name the verb would be feminine
        if opens and verb.verb is not None and (self._has_doer(units, k) or (verb.verb.number == "d" and units[k].fold[:1] == TA)):
            return verb  # "…، تبادلا فيها الاتهامات", "وتعهد كل من موسكو وكييف"
        if verb.verb is not None and verb.verb.number == "d" and next_cls == "prep-pron":
            return verb  # "مكالمة تبادلا فيها الاتهامات"
        two = before is not None and before.mention is not None and before.mention.rule.startswith("pair") and not before.prep
        if two and verb.verb is not None and verb.verb.number == "d" and next_cls == "prep":
            return verb  # "أن الوفدين توافقا على إطار"
        if (opens or verb.conj) and after is not None and after.fold in self.pack.word_class("the-two"):
            return verb  # "توصل البلدان": no genitive ends so
        if (
            verb.verb is not None
            and verb.verb.number == "d"
            and noun.lemma
            and cls != "qad"  # "كان الرئيسان قد بحثا"
            and not (before is not None and before.kind == "mention" and before.mention is not None and len(before.mention.entities) > 1)
            and not self._are_two(units, k)
        ):
            return noun
        resumes = verb.pronoun and before is not None and before.kind == "noun" and not (before.reading is not None and before.reading.article)
        if resumes and after is not None and after.mention is not None and not after.prep:
            return verb  # "هجوما شنه مسلحون"
        outlet = after is not None and after.mention is not None and after.mention.kind == "outlet"  # "وكشف موقع محلي أن"
        subject_next = after is not None and not after.prep and (after.is_actor() or outlet or next_cls in ("medium", "office"))
        subject_next = subject_next or (after is not None and not after.prep and self._is_man(after))
        if subject_next and after is not None and after.mention is not None and oblique(after.fold, after.mention):
            return noun  # "طرد دبلوماسيين روس": the noun, in a headline
        if opens and next_cls == "prep" and verb.lemma in self.pack.word_class("relaying"):
            return verb  # "نُقل عن الوزير قوله"
        manner = after is not None and after.fold in self.pack.word_class("in-manner")
        if manner and verb.conj and before is not None and before.fold in COMMA and not (noun.article or noun.prep):
            return verb  # "…، ورفض بشكل قاطع مبررات القرار"
        particle_next = next_cls == "comp"
        of_man = before is not None and before.mention is not None and before.mention.kind == "person"
        its_own = after is not None and next_cls == "prep" and fold(after.fold) in self.pack.verb_senses[verb.lemma].preps
        if past and verb.conj and its_own and not noun.pronoun and self.pack.verb_senses[verb.lemma].says:
            return verb  # "أن اللقاء تم، وكشف عن": no bare noun
        if verb.conj and verb.lemma in self.pack.word_class("rather-verb") and (of_man or not noun.pronoun):
            return verb  # "أدان الهجوم وتوعد بالرد", "اتصل بنظيره فلان وشكره على"
        if (opens or verb.conj or (before is not None and before.kind in ("date",))) and (
            subject_next or particle_next or (verb.verb and verb.verb.number == "d")
        ):
            return verb
        with_him = fold(next_value) if next_cls == "prep-pron" else IN
        if past and verb.conj and with_him not in (IN, _FOR) and with_him in self.pack.verb_senses[verb.lemma].preps:
            return verb  # "اتصل بنظيره وطلب منه سحب القوات"
        asked = units[k + 2] if past and verb.conj and next_cls == "prep" and fold(next_value) == FROM[0] and k + 3 < len(units) else None
        if asked is not None and asked.is_actor() and not asked.prep and _is_bare_deed(units[k + 3]) and self._asks(verb.lemma):
            return verb  # "دعا إلى الهدوء وطلب من أوغندا سحب قواتها"
        if before is not None and before.kind == "date" and self._carried(units, k):
            return noun  # "أعلنت أمس (الأربعاء) طرد السفير"
        told = before is not None and before.kind == "mention" and not before.prep and verb.lemma in self.pack.word_class("describing")
        if told and self._starts_clause(units, k - 1) and any(u.fold in self.pack.word_class("as-being") for u in units[k + 1 : k + 9]):
            return verb  # "إن الرئيس الكيني وصف القرار بأنه خطأ"
        if after is not None and after.kind in ("word", "open") and after.fold.startswith("ال") and self._behind_a_man(units, k, verb):
            return verb  # "أوضح البيان أن بوتين عرض المبادئ": no noun can follow him
        gathers = opens and after is not None and after.kind == "open" and "gather" in self.pack.verb_senses[verb.lemma].operates
        if gathers and after is not None and any(r.article and self.pack.is_meeting(r.lemma) for r in self.pack.readings(after.fold)):
            return verb  # "وضم الاجتماع كلا من الوزيرين"
        resumed = before is not None and cls == "comp" and before.fold.endswith(_RESUMING)
        if resumed or (opens and cls in ("qad", "was", "rel")):
            return verb  # "إنه قتل قائدا"
        if (
            before is not None
            and before.kind == "mention"
            and not before.prep
            and self._starts_clause(units, k - 1)
            and after is not None
            and (after.kind in ("phrase", "mention", "date") or (after.kind == "open" and self._carries_bare(verb.lemma)))
        ):
            if subject_next and k > 1 and units[k - 2].is_phrase(("comp", "background")):
                return verb  # "يذكر أن الصومال طرد السفير": behind that particle and a subject a verb must come
            marked = verb.verb is not None and (verb.verb.gender == "f" or verb.verb.number != "s")
            return noun if subject_next and not marked else verb
        if verb.verb and verb.verb.gender == "f" and verb.verb.number == "s" and units[k].fold.endswith("ت") and not noun.lemma.endswith("ت"):
            return verb
        return verb if self._goes_on_doing(units, k, verb) else noun

    def _is_led_into(self, i: int) -> bool:
        """Does a preposition of one letter stand before the quotation that begins with token i ("بـ «رد»")?"""
        return i > 1 and self.tokens[i - 1].fold in QUOTE_MARKS and self.tokens[i - 2].fold in _LETTERS

    def _tells_no_deed(self, readings: Sequence[Reading], before: Unit | None, after: Unit | None, units: Sequence[Unit], k: int) -> bool:
        """Is it, by the words beside it, another word of the same letters, or only a word of somebody's?"""
        unmanned = before is not None and units[k].fold in self.pack.word_class("unmanned")
        if unmanned and before is not None and not bases(before.fold).isdisjoint(self.pack.word_class("aircraft")):
            return True  # "طائرات مسيرة" march nowhere
        if unmanned and before is not None and before.fold.removeprefix(before.conj).removeprefix("ال") in self.pack.word_class("strike-noun"):
            return True  # "هجوم بالمسيرات"
        province = after is not None and after.mention is not None and after.mention.kind == "place"
        if province and units[k].fold in self.pack.word_class("province-too"):
            return True  # "غارة على مقاطعة وزيرستان": no boycott
        if unmanned and self._is_flown(units, k, before, after):
            return True  # "أطلقت إيران مسيرات", "بصواريخ ومسيرات"
        if self._tells_how_much(before, after) and not bases(units[k].fold).isdisjoint(self.pack.word_class("degree")):
            return True  # "خالص تعازيه وصادق مواساته", "اعتذار صادق"
        man = before is not None and before.mention is not None and before.mention.kind in ("person", "role")
        man = man or (before is not None and before.fold in self.pack.word_class("pronoun"))  # "سافرت هي وأسرتها"
        if man and any(r.conj and units[k].fold.removeprefix(r.conj) in self.pack.word_class("family") for r in readings):
            return True  # "دعا الرئيس وأسرته": nobody was captured
        did = before is not None and (before.fold in self.pack.word_class("one-among") or before.kind == "verb")
        if did and units[k].fold in self.pack.word_class("their-leaders"):
            return True  # "قتلت أحد قادته", "قمة عقدها قادتها": nobody led
        liaison = before is not None and before.fold.removeprefix(before.conj) in self.pack.word_class("contact-body")
        # "مجموعة اتصال", "ضابط اتصال": nobody rings anybody
        return liaison and units[k].fold.removeprefix("ال") in self.pack.word_class("call-noun")

    def _is_in_construct(self, before: Unit | None) -> bool:
        """Is the unit before a deed without article and pronoun that is no "she", so that the word behind it may be its genitive?"""
        bare = before is not None and before.kind == "noun" and before.reading is not None and not (before.reading.article or before.reading.pronoun)
        return bare and before is not None and not self.tokens[before.first].form.endswith("ة")

    def _is_said_to_be(self, units: list[Unit], k: int) -> bool:
        """ "قال إن طرد السفير خطأ": behind a verb of saying and the particle that is followed by a noun, so by no past?"""
        before = units[k - 1] if k > 1 else None
        if before is None or not before.is_phrase(("comp",)) or self.tokens[before.first].form != _THAT:
            return False
        told = [u.reading.lemma for u in units[max(0, k - _SAID) : k - 1] if u.kind == "verb" and u.reading is not None]
        return any(self.pack.verb_senses[lemma].says for lemma in told)

    def _goes_on_doing(self, units: list[Unit], k: int, verb: Reading) -> bool:
        """ "قطع العراق علاقاته وطرد السفير": behind "and" and a past of a man that tells a deed, whose object is no other deed, he goes on."""
        form = verb.verb
        if not verb.conj or verb.pronoun or form is None or (form.tense, form.gender, form.number) != ("past", "m", "s"):
            return False
        at = next((i for i in range(k - 1, -1, -1) if units[i].kind in ("verb", "participle")), None)
        did = units[at].reading if at is not None and units[at].kind == "verb" else None
        if at is None or did is None or did.verb is None or (did.verb.tense, did.verb.gender, did.verb.number) != ("past", "m", "s"):
            return False
        sense = self.pack.verb_senses[did.lemma]
        deed = bool(sense.types & DEEDS) and not sense.types & (SPEECH | {"CONSULT", "AGREE"}) and not (sense.operates or sense.says)
        between = [u.reading for u in units[at + 1 : k] if u.kind == "noun" and u.reading is not None]
        return deed and not did.pronoun and all(r.pronoun or r.article for r in between)

    def _tells_how_much(self, before: Unit | None, after: Unit | None) -> bool:
        """Is it before a noun that is somebody's, or behind a bare noun?"""
        his = after is not None and after.kind == "open" and any(r.kind == "noun" and r.pronoun for r in self.pack.readings(after.fold))
        return his or (before is not None and before.kind == "noun" and not (after is not None and after.mention is not None))

    def _behind_verb(self, before: Unit | None) -> bool:
        """Is the unit before a verb, and none of being?"""
        being = self.pack.word_class("being")
        return before is not None and before.kind == "verb" and before.fold.removeprefix(before.conj) not in being

    def _is_spread(self, verb: Reading, text: Unit | None) -> bool:
        """ "في بيان نقله التلفزيون", "في كلمة بثتها القناة": does the verb behind an indefinite text tell who brought it, and is it no noun?"""
        spread = self.pack.word_class("published") | self.pack.word_class("relaying")
        return text is not None and not text.fold.startswith(_THE) and fold(verb.lemma) in spread

    @staticmethod
    def _behind_conjunction(before: Unit | None) -> bool:
        """ "بعد أن قطع في التاسع منه الاتصالات", "كما رفض العرض": a particle behind which no noun can stand."""
        return before is not None and before.is_phrase(("conj",)) and before.phrase is not None and before.phrase.value in _BEFORE_VERBS

    def _tells_what_in(self, units: list[Unit], k: int, verb: Reading, after: Unit | None) -> bool:
        """ "تلقى اتصالا هاتفيا من نظيره شكره فيه على": does it tell, behind an act without its article, what was done in that?"""
        past = verb.verb is not None and verb.verb.tense == "past" and not verb.conj
        if not past or after is None or after.fold not in self.pack.word_class("in-it"):
            return False
        acts = (u.reading for u in units[max(0, k - _DESCRIBED) : k] if u.kind == "noun" and u.reading is not None)
        return any(not (r.article or r.pronoun) for r in acts)

    def _is_waited_for(self, units: list[Unit], k: int, verb: Reading) -> bool:
        """ "أن الجيش الذي يحكم البلاد منذ الانقلاب طرد السفير": is a subject described before it, with a verb, that has none of its own yet?"""
        start = max(0, k - _DESCRIBED)
        rel = next((i for i in range(k - 2, start, -1) if units[i].is_phrase(("rel",)) and units[i].fold.startswith("ال")), None)
        if rel is None or not any(u.kind == "verb" and u.reading is not None and not u.conj for u in units[rel + 1 : k - 1]):
            return False
        woman = units[rel].fold[-2:-1] == TA
        if verb.verb is None or (verb.verb.gender == "f") != woman or verb.verb.number != "s":
            return False
        head = [u for u in units[start:rel] if u.fold not in COMMA]
        opener = next((i for i in range(len(head) - 1, -1, -1) if head[i].is_phrase(("comp",))), -1)
        if opener < 0 and start > 0:
            return False
        stretch = head[opener + 1 :]
        return bool(stretch) and all(u.kind in ("mention", "word") and not u.prep and not u.is_phrase(("prep",)) for u in stretch)

    def _behind_where(self, units: Sequence[Unit], k: int, after: Unit) -> bool:
        """ "وفي بنغازي رفع المعتصمون حصارهم", "على هامش قمة عمان بحث الوزير مع نظيره": does nothing but where or when it was stand before it, at the
        head of the sentence, and right before it a word that takes no genitive?"""
        at = k - 1
        while at > 0 and k - at < _WHERE and (units[at].mention is not None or units[at].fold.startswith("ال")) and not units[at].prep:
            at -= 1
        led = units[at].phrase if at >= 0 and units[at].is_phrase(("prep",)) else None
        if led is not None and fold(led.value) == IN and at < k - 1 and (at == 0 or units[at - 1].fold in _STOPS):
            return True
        return self._behind_opening(units, k) and not self._is_land(after)

    def _behind_opening(self, units: Sequence[Unit], k: int) -> bool:
        """Does the sentence begin with a preposition or words for when, and go on without a verb to a name or a noun with its article?"""
        start = next((i + 1 for i in range(k - 1, -1, -1) if units[i].fold in _STOPS), 0)
        first, last = units[start], units[k - 1]
        if not start < k <= start + _HEAD or not (first.is_phrase(("prep", "time")) or (first.mention is not None and first.prep)):
            return False
        definite = last.mention is not None or last.fold.startswith("ال") or last.kind == "date" or last.fold in self.pack.word_class("phone")
        return definite and not any(u.kind in ("verb", "participle", "open", "mark") or u.is_phrase(VERBAL) for u in units[start:k])

    def _has_topic(self, units: list[Unit], k: int, verb: Reading) -> bool:
        """ "وكان الأردن طرد السفير", "أن الاتحاد الأفريقي فرض عقوبات": does a subject with which the verb agrees, and nothing else, stand
        between the opening of the clause and word k?"""
        start = k - 1
        while start >= 0 and units[start].kind in ("mention", "word") and not units[start].prep:
            start -= 1
        subject = units[start + 1 : k]
        if len(subject) > 1 and subject[0].kind == "word" and subject[0].fold.startswith("ال") and self._is_named_by(subject[1]):
            subject = subject[1:]  # "إن الوزير فؤاد حسين تلقى اتصالا"
        opened = start < 0 or units[start].is_phrase(_OPENING) or units[start].fold in _STOPS
        if not opened or not subject or subject[0].kind != "mention" or verb.verb is None or verb.verb.tense != "past":
            return False
        actors = [u for u in subject if u.kind == "mention"]
        if not all(u.is_actor() or (u.mention is not None and u.mention.stands_for is not None) for u in actors):
            return False
        named = subject[0].mention is not None and subject[0].mention.rule == "name"  # "لبنان" are no two
        two = len(actors) > 1 or (not named and self.tokens[actors[0].first].fold.endswith(("ان", "ين")))
        if verb.verb.number == "d":
            return two
        return not two and verb.verb.number == "s" and verb.verb.gender == "m" and not self._is_land(actors[0]) and not self._feminine(actors[0])

    @staticmethod
    def _are_two(units: list[Unit], k: int) -> bool:
        """ "أنهما توافقا على", "أنه ونظيره اتفقا": do two stand right before word k, by a pronoun or one joined to him of whom it is told?"""
        before = units[k - 1] if k else None
        if before is not None and before.is_phrase(("comp",)):
            return before.fold.endswith(_BOTH)
        told = units[k - 2] if k > 1 else None
        joined = before is not None and before.is_actor() and before.conj == AND and not before.prep
        return joined and told is not None and told.is_phrase(("comp",)) and told.fold.endswith(_RESUMING)

    def _undergoes(self, units: list[Unit], k: int, verb: Reading, opens: bool) -> bool:
        """ "تعرض المطار لهجوم", "إن الميناء تعرض لقصف": does the preposition of a verb of undergoing lead a deed right behind it,
        or behind a man's noun that follows it at the opening of a clause? A noun of undergoing would have whom it befell right behind it."""
        links = {o.link for o in self.pack.operators.get(verb.lemma, ()) if o.cls == "reverse" and o.link}
        after = units[k + 1] if links and k + 1 < len(units) else None
        if after is None or verb.pronoun or (not opens and not after.fold.startswith(tuple(links))):
            return False
        hers = self._feminine(after) or self._is_land(after) or after.fold.endswith(tuple(self.pack.word_class("her-end")))
        if hers and not self._is_his_place(after):
            return False  # "تعرض سفينة لهجوم", in a headline
        for unit in units[k + 1 : k + _UNDERGONE if opens else k + 2]:
            if unit.kind == "mark":
                return False
            if any(r.kind == "noun" and r.prep in links for r in ((unit.reading,) if unit.reading is not None else self.pack.readings(unit.fold))):
                return True
        return False

    def _are_doers(self, unit: Unit) -> bool:
        """Men without a name, or of a nation, in the nominative that their plural shows."""
        men = unit.mention is not None and not unit.prep and unit.mention.rule.startswith(("unnamed", "agent"))
        return men and self.tokens[unit.first].fold.endswith(tuple(self.pack.word_class("many-do")))

    def _is_his_place(self, unit: Unit) -> bool:
        """ "تعرض ميناء الحديدة لهجوم": does a masculine word for what kind of place it is lead a place's name?"""
        return unit.mention is not None and unit.mention.kind == "place" and self.tokens[unit.first].fold in self.pack.word_class("masculine")

    def _is_man_named(self, verb: Reading, after: Unit | None) -> bool:
        """ "وعقد البرلمان جلسة": does a masculine word with its article stand behind a past of his at the head of the sentence?"""
        past = verb.verb is not None and verb.verb.tense == "past" and verb.verb.gender == "m" and verb.verb.number == "s"
        return past and after is not None and after.kind == "word" and after.fold.startswith("ال") and not after.fold.endswith(_NOT_HE)

    def _is_land(self, unit: Unit) -> bool:
        """Is it the name of a state or place that verbs agree with as a woman?"""
        named = unit.mention is not None and unit.mention.kind in ("state", "place") and not unit.prep
        people = unit.mention is not None and unit.mention.rule.startswith("agent")  # "عقد الضباط الكينيون"
        return named and not people and unit.fold not in self.pack.word_class("masculine")

    def _is_man(self, unit: Unit) -> bool:
        """Is it a word for somebody by what he does, so that a verb before it has its subject: "وصف مدير المكتب الحادث"?"""
        return unit.kind in ("word", "open") and unit.fold in self.pack.word_class("chief")

    def _is_led_by_men(self, unit: Unit) -> bool:
        """ "وفدا حكومة الوفاق", "ممثلو الحكومة": does a word for two or many men open a body's name?"""
        head = self.tokens[unit.first].fold.removeprefix(unit.conj)
        return unit.mention is not None and unit.first < unit.mention.first and head.endswith(_MEN_ACT)

    @staticmethod
    def _is_named_by(unit: Unit) -> bool:
        """Is it somebody's name alone, before which his rank may stand as a word?"""
        who = unit.mention
        return who is not None and who.kind == "person" and who.rule in ("name", "surname") and not (unit.prep or unit.conj)

    def _is_title(self, unit: Unit) -> bool:
        """Is it a title of respect, which stands before a name and is no part of it?"""
        return unit.kind == "word" and unit.fold in self._titles

    def _man_acts(self, reading: Reading, before: Unit | None, after: Unit | None, behind: Unit | None) -> bool:
        """Does he who acts stand right behind a past that is a noun elsewhere ("أمر الرئيس بطرد", "وصادر الجيش", "نصب مسلحون كمينا"), and
        does it open its clause? behind: what stands there apart from an adverb."""
        opens = before is None or before.kind in ("mark", "date") or before.is_phrase((*VERBAL, "qad", "was")) or bool(reading.conj)
        he = before.mention if before is not None and before.is_actor() and not before.prep else None
        if he is not None and he.kind in ("person", "role") and behind is not None and behind.kind == "open" and behind.fold.startswith(_WITH):
            return True  # "أن مادورو أمر باستدعاء السفير", "أن الوزير أمر كذلك باعتقال الحراس"
        mention = after.mention if after is not None and after.is_actor() and not after.prep else None
        if mention is None or not opens:
            return False
        ends = tuple(self.pack.word_class("men-end"))
        many = after is not None and mention.rule.startswith(("unnamed", "agent")) and self.tokens[mention.first].fold.endswith(ends)
        return many or mention.kind in ("person", "role", "government-body", "armed-group", "organisation") or (
            after is not None and after.fold in self.pack.word_class("masculine")
        )

    def _has_doer(self, units: list[Unit], k: int) -> bool:
        """Does "each of" or a dual without its end ("وفدا الحكومة") show that a subject follows the word at k?"""
        if units[k].fold.removeprefix(units[k].conj)[:1] != TA or k + 2 >= len(units):
            return False
        nxt, then = units[k + 1], units[k + 2]
        each = nxt.fold in self.pack.word_class("each") and (
            (nxt.is_phrase(("skip",)) and then.is_phrase(("prep",)) and then.fold == FROM[0]) or (nxt.is_phrase(("list",)) and then.is_actor())
        )
        return each or (nxt.kind == "word" and nxt.fold.endswith("ا") and then.is_actor() and not then.prep)

    def _carries_bare(self, verb: str) -> bool:
        """Does the verb carry an event noun without a preposition ("تلقى اتصالا")?"""
        return any(not o.link for o in self.pack.operators.get(verb, ()))

    @staticmethod
    def _before_insertion(units: list[Unit], k: int) -> int:
        """The unit at which an insertion begins that a comma right before unit k closes: "أعلنت، غداة هجوم استهدف كنيسا، طرد السفير"; else k."""
        if k == 0 or units[k - 1].fold not in COMMA:
            return k
        opens = (j for j in range(k - 2, max(0, k - _INSERTED), -1) if units[j].fold in COMMA)
        at = next(opens, None)
        return at if at is not None and units[at + 1].is_phrase(("time", "cause", "prep", "attribution")) else k

    def _awaited(self, units: list[Unit], k: int) -> bool:
        """Does a verb before it still wait for its event noun ("تم خلال الحوار تبادل …", "أجرى أمس بحث …")?"""
        k = self._before_insertion(units, k)
        for unit in reversed(units[max(0, k - 8) : k]):
            if unit.kind == "noun" and unit.prep == "" and (unit.reading is not None and not unit.reading.prep):
                before = units[units.index(unit) - 1] if units.index(unit) else None
                if not (before is not None and before.is_phrase(("time", "prep"))):
                    return False
            if unit.kind == "verb" and unit.reading is not None:
                return not unit.reading.pronoun and self._carries_bare(unit.reading.lemma)  # "أعلنت باكستان أمس (الأربعاء) طرد السفير"
            apart = unit.phrase is not None and (unit.phrase.cls, unit.phrase.value) == ("conj", "clause")  # "أطلقوا النار، فيما نفى الجيش"
            if (unit.kind == "mark" and unit.fold in _STOPS) or apart or unit.is_phrase(("comp", "rel")):
                return False
        return False

    def _carried(self, units: list[Unit], k: int) -> bool:
        """Does a verb before it, of deciding or doing, still want the noun of its deed?"""
        for unit in reversed(units[max(0, k - 8) : k]):
            if unit.kind == "noun" and not unit.prep:
                return False
            if unit.kind == "verb" and unit.reading is not None:
                operators = self.pack.operators.get(unit.reading.lemma, ())
                frames = self.pack.verb_frames.get(unit.reading.lemma, ())
                tells = any(f.say and f.object == "content" for f in frames)
                judges = any(f.type in _OF_DEEDS and f.object in _TOLD for f in frames)  # "استنكرت كينيا تدخل أوغندا", "طلبت تدخل تشاد"
                return tells or judges or any(not o.link and o.cls in ("decide", "light", "plan", "begin", "end") for o in operators)
            if unit.kind == "mark" and unit.fold in _STOPS:
                return False
        return False

    def _she_does_not(self, units: Sequence[Unit], k: int) -> bool:
        """ "أعلنت أنها لا توافق على الشروط": behind "that she" and "not" stands her verb, no noun of one form with it."""
        if k < 2 or not units[k - 1].is_phrase(("neg",)) or not units[k].fold.startswith(TA):
            return False
        return units[k - 2].is_phrase(("comp",)) and units[k - 2].fold.endswith(_HERSELF)

    def _best_verb(self, verbs: list[Reading], before: Unit | None, after: Unit | None, following: Sequence[Unit]) -> Reading:
        """Of several verbs with one form: active before passive, uncut before cut, those with frames first; then the one whose
        prepositions follow, none in the feminine behind a man, the feminine present before a feminine name, the past elsewhere."""
        several = [v for v in verbs if v.verb is None or (v.verb.tense, v.verb.number, v.verb.gender) != _WOMEN_DID]
        verbs = several or verbs  # "أدين ضابط": no women led
        if len(verbs) == 1:
            return verbs[0]
        active = [v for v in verbs if v.verb is not None and not v.verb.passive] or verbs
        if before is None or not before.is_phrase(("neg",)):
            active = [v for v in active if v.verb is None or not v.verb.cut] or active  # "يجب أن ترفع", not "لم يجب عن السؤال"
        plain = [v for v in active if not v.conj and not v.prep] or [v for v in active if not v.prep] or active
        bare = [v for v in plain if not v.pronoun] or plain
        joined = [v for v in active if v.conj and not v.prep and not v.pronoun and (self.pack.operators.get(v.lemma) or self._is_answer(v))]
        if len(bare) == 1 and not joined:
            return bare[0]
        answer = next((v for v in joined if self._is_answer(v)), None)
        next_to = following[0] if following else None
        if answer is not None and next_to is not None and next_to.is_actor() and not (next_to.prep or next_to.conj):
            return answer  # "ورد المتحدث مؤكدا": no man is received
        preps = {fold(u.prep or (u.phrase.value if u.phrase is not None and u.phrase.cls == "prep" else "")) for u in following}
        preps |= {r.prep for u in following if u.kind == "open" for r in self.pack.readings(u.fold) if r.kind == "noun"}
        in_kind = self.pack.word_class("in-kind")
        preps |= {_WITH for u in following if (u.is_phrase(("comp",)) and u.fold.startswith(_WITH)) or u.fold in in_kind}  # "بأن", "بالمثل"
        preps.discard("")
        feminine = (
            after is not None
            and after.mention is not None
            and (after.mention.kind in ("state", "place", "government-body") or self._is_her_group(after))
            and not (after.mention.rule.startswith("agent") and not after.fold.endswith("ه"))  # "توصل وفدا كينيا والصومال"
            and after.fold not in self.pack.word_class("masculine")
            and not self._is_his_place(after)
            and not self._is_led_by_men(after)
        )
        if _phrase(before) == _SHE_WHO:
            feminine = feminine or next_to is None or next_to.fold not in self.pack.prep_pronouns  # "الدولة التي ترأس الاتحاد", not "التي تقدم بها"

        man = (
            before is not None
            and before.mention is not None
            and before.mention.kind in ("person", "role")
            and before.mention.rule.startswith("post")
            and not self.tokens[before.first].form.endswith(HER_TITLE)
        )
        men = (  # "تبادل الجيشان القصف": two men or many are no "she"
            after is not None
            and after.mention is not None
            and not after.prep
            and after.mention.rule != "name"
            and self.tokens[after.first].fold.endswith(tuple(self.pack.word_class("men-end")))
        )

        nouns = (r for u in following[:2] if u.kind == "open" and not u.prep for r in self.pack.readings(u.fold))
        event = any(r.kind == "noun" and not r.prep for r in nouns)  # "أجّلت إطلاق سراحهم" puts off, "أجلت رعاياها" takes out

        leads = self.pack.once(_leads)

        def rank(v: Reading) -> tuple[int, int, int, int, int]:
            frames, operators, taken = self.pack.verb_frames.get(v.lemma, ()), self.pack.operators.get(v.lemma, ()), leads[v.lemma]
            present = v.verb is not None and v.verb.tense == "present"
            carries = 0 if event and any(not o.link and o.cls in ("cancel", "postpone", "plan") for o in operators) else 1
            she = v.verb is not None and v.verb.gender == "f" and v.verb.number == "s"
            wrong = she and (man or (men and present))
            tense = (0 if present else 1) if feminine else (1 if present else 0)
            return (wrong, not frames and not operators, carries, 1 if taken.isdisjoint(preps) else 0, tense)

        best = min(bare, key=rank)
        other = min(joined, key=rank, default=best)
        answers = other is not best and self._is_answer(other) and rank(other)[3] < rank(best)[3]
        return other if answers or (rank(best)[1] and not rank(other)[1]) else best  # "وردت بخفض": answered by, not arrived

    def _asks(self, verb: str) -> bool:
        """Does the verb ask something of somebody, whom "from" leads to?"""
        return any(f.type == "REQUEST" and f.parts.get(FROM[0]) == "recipient" for f in self.pack.verb_frames.get(verb, ()))

    def _is_answer(self, reading: Reading) -> bool:
        """Is it a verb of saying that takes what is said with a preposition ("رد بأن")?"""
        return any(f.say and f.parts.get(_WITH) == "content" for f in self.pack.verb_frames.get(reading.lemma, ()))

    def _adverbial(self, reading: Reading, before: Unit | None, after: Unit | None, word: str) -> bool:
        """An accusative participle that continues the subject (مضيفا، داعية), not an adjective or a noun."""
        if reading.prep or not word.endswith(("ا", "ه", "ين", "ان")) or reading.lemma not in self.pack.verb_frames:
            return False
        if word in self.pack.word_class("no-participle") or (before is not None and before.is_phrase(("prep", "time"))):
            return False
        if before is not None and before.is_phrase(("neg",)) and not (after is not None and after.is_phrase(("comp",))):
            return False  # "زيارة غير معلنة إلى": an adjective that is denied
        says = any(f.say for f in self.pack.verb_frames[reading.lemma])
        apart = says and before is not None and self.tokens[before.first].fold.startswith("ال")  # "الغارات الجوية مشيرة إلى": no adjective of theirs
        if word.endswith("ه") and not reading.conj and not apart and before is not None and self._feminine(before) and not self._is_land(before):
            return False  # "أطراف يمنية مؤيدة للرئيس": an adjective; "سحبت سفيرها من أنقرة متهمة تركيا": a name has none without article
        if word.endswith(_MEN) and not reading.conj and before is not None and self._are_some_men(before):
            return False  # "اعتقلت صحفيين مؤيدين للمعارضة": an adjective
        if word in self.pack.word_class("some-of") and after is not None and after.is_phrase(("prep",)) and after.fold == FROM[0]:
            return False  # "نشرت مزيدا من القوات": more of them
        beside = before is not None and before.kind == "noun" and before.fold.endswith("ا") and not reading.conj
        if beside and after is not None and after.fold == WITH:
            return False  # "اجتماعا مباشرا مع نظيره"
        frames = self.pack.verb_frames[reading.lemma]
        bare = before is not None and before.kind in ("noun", "open", "word") and not (reading.conj or before.fold.startswith(_THE))
        if bare and after is not None and FROM[0] in (after.fold, after.prep) and any(f.type == "AID" for f in frames):
            return False  # "قرضا مقدما من البنك": who gives it stands behind "from"
        if (after is None or after.kind == "mark") and reading.lemma in self.pack.word_class("wishes-well"):
            return before is not None and word.endswith("ا") and before.kind in ("mention", "word", "open", "verb")  # "اتصل بنظيره شاكرا."
        if after is None:
            return False
        if after.is_phrase(("comp", "prep", "neg")) or after.fold in self.pack.word_class("apart-pronoun"):
            return True
        if (after.fold == ":" or after.fold in QUOTE_MARKS) and any(f.say for f in frames):
            return True  # "ومضى قائلا: «…»"
        if after.kind == "open" and (self._carries_bare(reading.lemma) or any(f.say and f.object == "content" for f in frames)):
            return any(r.kind == "noun" and not r.prep for r in self.pack.readings(after.fold))  # "معلنا استقالة حكومته"
        alone = word.endswith("ا") and before is not None and before.kind in ("mention", "word", "date") and not before.fold.endswith("ا")
        if after.kind in ("open", "word") and self._governs(reading, after, alone):
            return True  # "اختتم زيارته مشيدا بشجاعة نظيره", "متعهدة بالدفاع عن ليتوانيا"
        if after.kind == "mention" and (before is None or before.kind in ("mark", "mention", "date", "word", "noun") or bool(reading.conj)):
            able = after.mention is not None and (after.mention.kind in ACTOR_KINDS or after.mention.stands_for is not None)
            return able and (bool(after.prep) or any(f.object for f in frames))
        return before is None or before.kind == "mark" or bool(reading.conj)

    def _are_some_men(self, unit: Unit) -> bool:
        """Does a plural of men without article end here, in the case of an object: "صحفيين"?"""
        word = self.tokens[unit.last - 1].fold
        return word.endswith(_MEN) and not word.startswith("ال") and unit.last - unit.first == 1

    def _governs(self, reading: Reading, after: Unit, alone: bool) -> bool:
        """Does a word stand here behind a particle with which a verb of words takes its object ("مشيدا بشجاعة"); alone: or without one?"""
        spoken = [f for f in self.pack.verb_frames.get(reading.lemma, ()) if f.type in _WORDS or f.say]
        taken = {fold(prep) for f in spoken for prep, part in f.parts.items() if len(prep) == 1 and part in ("recipient", "content", "demand")}
        if reading.number != "p" and after.fold[:1] in taken and len(after.fold) > _STEM:
            return True
        bare = alone and any(f.object == "recipient" and not f.say for f in spoken)  # "انتقد الحرب مؤيدا انضمام فلسطين"
        return bare and after.kind == "open" and any(r.kind == "noun" and not r.prep and not r.article for r in self.pack.readings(after.fold))

    def _takes(self, verb: str, after: Unit) -> bool:
        """Does a noun stand here behind a particle with which the verb takes what is asked for ("مطالبة بانسحاب القوات"), or the particle alone
        before a mark ("مطالبة بـ «التنفيذ الفوري»")?"""
        taken = {prep for f in self.pack.verb_frames.get(verb, ()) for prep, part in f.parts.items() if part == "demand"}
        if after.fold in taken:
            return after.last < len(self.tokens) and self.tokens[after.last].fold in QUOTE_MARKS
        return after.kind == "open" and any(r.kind == "noun" and fold(r.prep) in taken for r in self.pack.readings(after.fold))

    def _feminine(self, unit: Unit) -> bool:
        """Does a word or a name stand here that ends like a feminine, or a noun in the plural of one ("محادثات مكثفة مع")?"""
        word = self.tokens[unit.last - 1].fold
        hers = unit.kind == "noun" and word.endswith(tuple(self.pack.word_class("her-end")))
        return hers or (unit.kind in ("word", "mention") and word.endswith("ه"))

    def _is_her_group(self, unit: Unit) -> bool:
        """ "تواصل المقاومة الشعبية", "تواصل حركة طالبان": a group in arms, a party or an organisation with a feminine name."""
        groups = unit.mention is not None and unit.mention.kind in ("armed-group", "party", "organisation")
        return groups and self.tokens[unit.first].form.endswith(HERS)

    @staticmethod
    def _behind_a_man(units: list[Unit], k: int, verb: Reading) -> bool:
        """Is it a man's verb in the past right behind a man, who stands behind "that" or "but"?"""
        man = units[k - 1].mention if k > 1 else None
        if man is None or units[k - 1].prep or not units[k - 2].is_phrase(("comp", "conj")) or units[k - 1].last != units[k].first:
            return False
        past = verb.verb is not None and (verb.verb.tense, verb.verb.gender, verb.verb.number) == ("past", "m", "s")
        return past and not verb.conj and (man.kind in ("person", "role") or man.rule in ("agent.GOV", "agent.CVL"))

    def _starts_clause(self, units: list[Unit], k: int) -> bool:
        return k == 0 or units[k - 1].kind == "mark" or units[k - 1].is_phrase(VERBAL)


def _beside(units: Sequence[Unit], k: int, step: int) -> Unit | None:
    """The nearest unit before (-1) or after (1) unit k that is no quotation mark, three away at most."""
    for n in range(k + step, k + 4 * step, step):  # a loop: asked twice for every word, and nearly always answered at once
        if not 0 <= n < len(units):
            return None
        if units[n].fold not in QUOTE_MARKS:
            return units[n]
    return None


def _described_by(units: Sequence[Unit], k: int) -> Unit | None:
    """The noun right before unit k, or before the adjectives without an article that stand there."""
    at = k - 1
    while at > 0 and k - at <= _HELD_ADJECTIVES and units[at].kind in ("word", "open") and not (units[at].prep or units[at].fold.startswith("ال")):
        at -= 1
    return units[at] if at >= 0 and units[at].kind == "noun" else None


def _phrase(unit: Unit | None) -> tuple[str, str]:
    """The class and value of the phrase of grammar.tsv that the unit is; ("", "") for none."""
    phrase = unit.phrase if unit is not None else None
    return (phrase.cls, phrase.value) if phrase is not None else ("", "")


def _has_its_object(units: Sequence[Unit], k: int) -> bool:
    """ "نفته باكستان مطالبة بتحقيق": is unit k who acts, behind a verb whose pronoun is its object, so that no noun can be?"""
    verb = units[k - 1] if k > 0 and units[k].mention is not None else None
    return verb is not None and verb.kind == "verb" and verb.reading is not None and bool(verb.reading.pronoun)


def _is_bare_deed(unit: Unit) -> bool:
    """Is it a word without article and particle, as the noun of what is asked for is?"""
    return unit.kind in ("open", "noun", "word") and not (unit.conj or unit.prep or unit.fold.startswith("ال"))


def _is_for(unit: Unit) -> bool:
    """Is it led by ل?"""
    return unit.fold.startswith(_FOR) or unit.prep == _FOR


def _opens(before: Unit | None) -> bool:
    """Does a clause open behind it: at the head of the sentence, behind a mark or a particle of a verb?"""
    return before is None or (before.kind == "mark" and before.fold not in _CLOSING) or before.is_phrase(VERBAL)


def _behind_adverbs(units: Sequence[Unit], k: int) -> Unit | None:
    """Who acts, where only a day, a place, a text and words that tell how stand between the word at k and him; else None."""
    led = False  # a preposition waits for its noun
    for n in range(k + 1, min(len(units), k + _ADVERBS)):
        unit = units[n]
        if unit.kind == "mention" and not led:
            return unit if n > k + 1 and unit.is_actor() and not (unit.prep or unit.conj) else None
        within = unit.is_phrase(("prep",)) and unit.fold == IN
        if not (led or within or unit.kind == "date" or unit.fold in COMMA or unit.is_phrase(("skip",)) or units[n - 1].kind == "word" == unit.kind):
            return None
        led = within
    return None


_WHO = Phrase((), "rel", "x")  # "from" that is "who"
_HELD_ADJECTIVES = 2  # between a meeting and the verb that tells who held it
_HELD = 5  # units between a meeting and the verb that tells whom it brings together
_ADVERBS = 9  # units of what stands between a verb and its subject
_BROKEN_PLURAL = re.compile("م.ا..")
_WITH, _ON, _FOR, _MEN = "ب", "علي", "ل", "ين"
_WORDS = SPEECH | {"AGREE", "CONCEDE"}  # types of what is done in words
_OF_DEEDS = frozenset(("ACCUSE", "REJECT", "REQUEST", "SUPPORT"))  # types of what is said of another's deed, which stands as the object
_TOLD = frozenset(("about", "content", "demand", "recipient"))  # parts that such an object may be
_STEM = 3  # letters of the shortest word with a particle
_TERROR = 3  # units from "act" in which "of terror" stands
_APART = 3  # letters of إيا, which carries the pronoun of an object
_MOST = 100_000  # forms; then it begins anew
_DESCRIBED = 24  # units between a subject with its description and its verb
_OPENING = frozenset(("comp", "was", "conj", "background"))  # phrases behind which a clause may open with its subject
_BEFORE_VERBS = ("when", "ever-since", "joins")  # conjunctions, by their value, behind which a verb stands
_NOT_HE = ("ه", "ت", "ين", "ى")  # ends of words that are no masculine singular
_STOPS = (".", "؛", ":")
_LED_FOR = 6  # units behind a verb of planning in which what is planned begins
_WHERE = 5  # units of what tells where
_HEAD = 12  # units of what opens a sentence before its verb
_MEN_ACT = ("ا", AND, "ان", AND + "ن")  # how words for men who act end
_THAT = "إن"
_SAID = 6  # units from a verb of saying to the first word of what is said
_INSERTED = 14  # units in an insertion
_DRIVEN, _TO_DO = 12, "الي"  # units from a verb of driving to the deed, and the preposition before that
_UNDERGONE = 9  # units from a verb of undergoing to the deed that is undergone
_RESUMING = ("ه", "ها", "هم")
_BOTH = "هما"
_BOTH_WOMEN = ("present", "d", "f")
_SEATS = ("أ", "آ", "ؤ", "ئ", "ء")  # what carries a hamza inside a word
_CLOSING = (")", "]")


def _forms_met(_: Pack) -> dict[tuple[str, str, bool, bool], Sequence[Reading]]:
    """What `Readings._able` remembers."""
    return {}


def _titles(pack: Pack) -> frozenset[str]:
    """The words with which a title of respect may begin."""
    return frozenset(word for word, phrases in pack.reference.items() if any(p.cls == "honorific" for p in phrases))


def _particular(pack: Pack) -> ByWord[bool]:
    """May a folded word be one for which `Readings._tells_no_deed` looks? Few are."""
    classes = ("unmanned", "province-too", "degree", "family", "their-leaders", "call-noun")
    words = frozenset().union(*map(pack.word_class, classes))
    return ByWord(lambda word: not words.isdisjoint(bases(word)))


def _leads(pack: Pack) -> ByWord[frozenset[str]]:
    """Verb -> the folded prepositions that it takes, but for those of a place and of what it is about."""

    def of(verb: str) -> frozenset[str]:
        sense = pack.verb_senses[verb]
        links = {k for f in sense.frames for k, part in f.parts.items() if part not in ("place", "about")}
        return frozenset((sense.links - {""}) | links | ({FROM[0]} if "reverse" in sense.operates else set()))

    return ByWord(of)


def _misses_seat(form: str, reading: Reading) -> bool:
    """Does the seat of a written hamza speak against the reading: أدانته is no noun (إدانة), إعلان no verb?"""
    letter = form.removeprefix(reading.conj).removeprefix(reading.prep)[:1]
    if letter == "أ":
        return reading.kind == "noun" and reading.lemma.startswith("إ")
    return letter == "إ" and reading.kind == "verb" and reading.lemma.startswith("أ")  # إستدعت is written for استدعت
