"""Marks, dates and the small words of grammar.tsv: what each opens, closes, or makes wait for its noun."""

from __future__ import annotations

from dataclasses import replace

from khabar.coding.draft import bases, has_article, up, week_on
from khabar.coding.stack import Aside, Stack
from khabar.coding.tree import ACTOR_KINDS, AND, COMMA, FA, FROM, HER_TITLE, IN, ITSELF, TA, UNWILLED, Arg, Clause, Pred, Unit, links
from khabar.lemmas import known
from khabar.model import Mention, When
from khabar.packs import SPEECH, Phrase
from khabar.text import QUOTE_MARKS, fold
from khabar.when import WHOLE_DAY

_LETTERS = frozenset(("ب", "ل"))
_AS_SAID = "attribution:"  # of somebody, in words of the reporter's own
_IN_FORCE = frozenset(("SANCTION", "COERCE"))  # what is done once and holds from then on
_ISSUERS = frozenset(("government-body", "organisation", "party", "armed-group"))  # of texts
_INSERTED = frozenset(("attribution", "time", "rel", "prep", "cause", "third"))  # phrases that open an insertion
_INSERTION = 24  # units of an insertion between commas
_BEFORE_VERB = 5  # units between who was and what he had done


class Particles(Stack):
    """The part of the pass that hides what a particle does."""

    def _word(self, unit: Unit, k: int) -> None:
        word, bare = unit.fold, unit.fold.removeprefix(AND)
        if word in self.pack.number_words or word in self.pack.scales:
            return
        if k and bare in self.pack.word_class("as-for") and self.units[k - 1].fold in COMMA and self.root.verb is not None:
            self._new_clause(Clause("coord", self._saying_level(self.clause)))  # "قالت المنظمة إن …، أما الوزارة فقالت إن …"
            self._leave()
            self.prep, self.special, self.between = "", "", 0
            self.clause.brought_up = True
            return
        nxt, verb = self._next(k), self.clause.verb
        if nxt is not None and nxt.fold in QUOTE_MARKS and word.removeprefix(unit.conj) in _LETTERS:
            self.prep, self.gap, self.borrowed = word[-1], self.between, False  # "طالبت بـ «انسحاب» القوات"
            return
        subject = verb is None and self._opens_clause(k)
        if subject and (word.startswith("ال") or not known(self.tokens[unit.first].form)):  # few words do: no other is looked up
            self.clause.plain = word
        if verb is not None and nxt is not None and nxt.kind in ("verb", "phrase") and not nxt.is_phrase(("rel",)):
            self.pronoun = bare in self.pack.word_class("he-or-she")
        self.between += 1
        self.negated = None  # it belonged to a verb that the lexicon does not have
        if unit.conj and self.stack and not self.prep:
            self.special = ""
        if self.prep or word[:1] not in _LETTERS:
            return
        if verb is not None and word[0] == "ب" and word[1:] in self.pack.word_class("premises"):
            self.borrowed, self.prep, self.gap = True, IN, 0  # "استقبل الرئيس، بمقر رئاسة الجمهورية، السفير": whose house it is met nobody
            return
        glued = len(word) > 3 and word not in self.pack.word_class("own-letter")
        glued = glued and word not in self.pack.word_class("in-manner")  # "أدان بشدة حملة الاعتقالات"
        taking = self.stack[-1] if glued and self.stack else None
        if taking is not None and (self._accepts(taking, word[0]) or links(taking, word[0])):
            form = self.tokens[unit.first].form  # the dictionary has the words as they are written
            stems = (form[1:].removeprefix("ال"),) if not form.startswith("لل") else (form[2:], form[1:])
            if any(known(stem) for stem in stems):
                self.borrowed = True
                self.prep = word[0]  # "أشاد بدور قطر": the genitive goes with the preposition on the word before it

    def _opens_clause(self, k: int) -> bool:
        """Does the unit stand right behind أنّ, or at the head of the sentence, where the subject of a verb still to come stands?"""
        clause = self.clause
        if clause.preds or self.prep or self.special or clause.topic or clause.kind not in ("comp", "root"):
            return False
        before = next((u for u in reversed(self.units[max(0, k - 2) : k]) if u.fold not in QUOTE_MARKS), None)
        return before is None or before.is_phrase(("comp",))

    def _number(self, unit: Unit, k: int) -> None:
        """A number changes nothing: it is part of what stands around it."""

    def _mark(self, unit: Unit, k: int) -> None:
        if unit.fold in COMMA and self._resumes(k):
            return
        if k == self.occasion:
            self._close_to(self.root)  # "وفي خطوة قالت إنها مؤقتة، طردت كينيا السفير"
        if unit.fold in COMMA and self.negated and (then := self._next(k)) is not None and then.kind == "verb" and then.conj == AND:
            self.negated = None  # "إن المقاومة ليست جريمة، وأضاف أن"
        if unit.fold == ":" and self._is_of_a_time(unit.first):
            return  # "حتى الساعة 10:30"
        if unit.fold == ":" and self.stack:
            say = self._sayer()
            if say is not None and say.content is None and not say.content_start >= 0:
                self._open_content(say, unit.last)
        elif unit.fold == ":" and self.clause is self.root and len(self.root.topic) == 1 and self.root.verb is None and k <= 6:
            nxt = self._next(k)
            speaker = self.root.topic.pop()  # a headline: "الخارجية السودانية: …"
            if speaker.mention.kind in ("state", "place") and not (
                nxt is not None and (nxt.kind == "verb" or nxt.is_phrase(("neg", "need", "need-to")) or nxt.fold in QUOTE_MARKS)
            ):
                return  # "السودان: الجيش يعتقل …": a label
            speaker.role = "source"
            self.root.sources.append(speaker)
            self.last_arg = None
        elif unit.fold in QUOTE_MARKS:
            start = self.tokens[unit.first].stop
            previous = self.units[k - 1] if k else None
            near = previous is not None and (
                previous.kind in ("mention", "verb", "participle", "date", "mark") or previous.is_phrase(("medium", "conj", "skip", "opinion"))
            )
            quoted = len(self.page.quotes.get(start, ()))
            nxt = self._next(k)
            near = near or (nxt is not None and nxt.kind == "verb")  # "ردا على سؤال حول اللقاء «أود ذلك …»"
            if quoted > (25 if near else 50):  # a few words in marks may be a name
                say = self._sayer()
                led = previous.phrase.value if previous is not None and previous.is_phrase(("prep",)) and previous.phrase is not None else ""
                answered = say is not None and any(f.say and f.parts.get(fold(led)) == "about" for f in say.frames)
                opened = any(p.content_start == unit.first and p.says for p in self.stack)  # by the colon before it
                if say is not None and say.content_start < 0 and not (answered or opened or self._opens_with_speaker(say, k)):
                    # not "ردت على «تصريحات الوزير»"
                    self._open_content(say, unit.last, quote=True)
        elif (
            unit.fold in COMMA
            and self.clause.kind == "rel"
            and self.clause.parent is not None
            and self.clause.verb is not None
            and not self._still_gathers(self.clause.verb)
        ):
            nxt = self._next(k)
            full = nxt is not None and nxt.kind in ("noun", "word") and not nxt.conj and bool(self.clause.verb.reading.pronoun)
            whatever = nxt is not None and nxt.is_phrase(("rel",)) and nxt.fold in self.pack.word_class("whatever")
            if nxt is not None and (nxt.kind == "mention" or full or whatever) and not nxt.prep:  # "رفض، في جلسة عقدها اليوم، المذكرة"
                self._close_to(self.clause.parent)
        if unit.fold not in QUOTE_MARKS:
            if self.clause is self.root:
                self.root.plain = ""  # a headline's label, a time: what follows has a subject of its own
            opens = unit.fold == "(" and k > 0 and self.units[k - 1].is_phrase(("prep",))  # "ضربات ضد (داعش)"
            self.prep = "" if (unit.fold not in COMMA and not opens) or self._has_had_its_noun(k) else self.prep
            if unit.fold in COMMA:
                named = k > 0 and (self.units[k - 1].kind == "word" or self.units[k - 1].is_phrase(("medium",)))
                done = ("time", "need", "cause", "idea", "attribution") if named else ("time", "need", "cause", "idea")
                self.special = "" if self.special.startswith(done) else self.special  # "قررت الدول، بحسب بيان صحافي، تجميد …"
                self._set_aside(k)

    def _is_of_a_time(self, i: int) -> bool:
        """Do figures stand right before and behind the mark at token i?"""
        before, behind = self.tokens[i - 1] if i else None, self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return before is not None and behind is not None and before.kind == behind.kind == "number" and before.stop + 1 == behind.start

    def _opens_with_speaker(self, say: Pred, k: int) -> bool:
        """ "أكد «مصدر في الوزارة أن القوات انسحبت»": do the marks at unit k open, right behind the verb, before whoever says it, so that "that" leads
        in what he says?"""
        behind = self.units[k + 1 : k + _SPEAKER]
        if say.kind != "verb" or say.subject or say.last != self.units[k].first or not behind or behind[0].kind != "mention" or behind[0].prep:
            return False
        if behind[0].last < len(self.tokens) and self.tokens[behind[0].last].fold in QUOTE_MARKS:
            return True  # "أكدت «هيئة التنسيق» التمسك بالحوار"
        led = next((u for u in behind if u.kind == "verb" or u.is_phrase(("comp",))), None)
        return led is not None and led.kind != "verb"

    def _has_had_its_noun(self, k: int) -> bool:
        """ "طردت، في المقابل، فرنسا السفير": is what the pending preposition leads to told before the comma at unit k, and no man named behind it?"""
        nxt = self._next(k)
        man = nxt is not None and nxt.mention is not None and nxt.mention.kind in ("person", "role") and self.prep != IN
        return bool(self.prep) and not self.borrowed and self.between > self.gap and not man

    def _set_aside(self, k: int) -> None:
        """Remembers what is open where an insertion may begin: a comma right behind the subject of a verb whose object has not come."""
        verb, nxt = self.clause.verb, self._next(k)
        named = k > 0 and self.units[k - 1].kind in ("mention", "word", "date", "verb")
        if verb is None or nxt is None or not named or not any(p is verb for p in self.stack):
            return
        waits = bool(verb.subject or self.clause.topic) or self.units[k - 1].last == verb.last
        then = nxt.phrase is not None and nxt.phrase.value == "when"  # "طردت إيطاليا، بعد أن درست الملف، السفير"
        described = self.units[k - 1].is_actor() and bool(verb.subject) and not self.prep and self._says_who(nxt, verb.subject[-1].mention)
        if waits and self.aside is None and described:
            self.aside = Aside(k, self.clause, list(self.stack), self.last, self.last_stop, True)
        elif waits and self.aside is None and (then or nxt.kind in ("date", "participle") or nxt.fold == IN or nxt.is_phrase(_INSERTED)):
            self.aside = Aside(k, self.clause, list(self.stack), self.last, self.last_stop)

    def _says_who(self, unit: Unit, who: Mention) -> bool:
        """Behind a comma and who acts, may the unit say who that is: "أحد", "البالغ من العمر", "وهو أول مسؤول", "الرئيس السابق للبرلمان"?"""
        if unit.conj:
            return unit.kind == "word" and unit.fold.removeprefix(AND) in self.pack.word_class("he-or-she")
        m = unit.mention
        office = m is not None and (m.kind == "role" or m.rule.startswith("post")) and (not m.entities or m.country == who.country)
        plain = unit.kind == "word" and unit.fold[:1] not in _LETTERS  # "نوه الأمين العام، فلان، بما تحلى به الوفدان"
        return (plain or office or (m is not None and unit.fold in self.pack.word_class("one-among"))) and not unit.prep

    @staticmethod
    def _still_asks(verb: Pred, prep: str, described: Unit) -> bool:
        """ "رحبت الوزيرة، التي تشارك في المنتدى، بالقرار": is it the verb's subject that was described, and has what it takes with the preposition
        not come?"""
        subject = bool(verb.subject) and verb.subject[-1].mention is described.mention
        return subject and not any(fold(a.prep) == fold(prep) for a in verb.args) and not any(fold(c.link) == fold(prep) for c in verb.children)

    def _resumes(self, k: int) -> bool:
        """Does the comma close an insertion, so that what follows goes on with the verb before it?"""
        aside, nxt = self.aside, self._next(k)
        if aside is None or nxt is None:
            return False
        verb, opener, told = aside.clause.verb, self.units[aside.k + 1], self.clause.verb
        # "أفرجت إيران، وفق ما أفادت به وكالة رويترز، عن الناقلة": who says so has had his say
        said = verb is not None and told is not None and told.aside and told is not verb and nxt.kind != "verb"
        if nxt.conj and not (said and nxt.kind == "mention"):
            return False
        self.aside = None
        within = [a for a in verb.args if a.mention.first > self.units[aside.k].first] if verb is not None and aside.describes else []
        talks = verb is not None and "CONSULT" in verb.types
        if talks and opener.phrase is not None and opener.phrase.value == "during" and self.clause is aside.clause:
            return False  # "بحث الرئيس، خلال اتصال مع نظيره، الوضع": the call is what is told
        prep = nxt.prep or (nxt.phrase.value if nxt.phrase is not None and nxt.phrase.cls == "prep" else "")
        if prep:  # "أصدرت مذكرة بحق فلان، التي أمرت بالمثول، بتهمة …": it stands with what is nearer and takes it
            inside = [p for p in self.stack if p not in aside.stack]
            his = verb is not None and (aside.describes or (opener.is_phrase(("rel",)) and self._still_asks(verb, prep, self.units[aside.k - 1])))
            goes_on = verb is not None and self._accepts(verb, prep) and (his or not any(self._accepts(p, prep) for p in inside))
            then = self._next(k + 1) if nxt.phrase is not None else nxt
            waits = verb is not None and links(verb, prep) and not any(fold(c.link) == fold(prep) for c in verb.children)
            # "أعربت الرئاسة، في بيان صدر بعد اجتماع، عن إدانتها": what it is there to bring has not come
            goes_on = goes_on or (waits and then is not None and then.kind == "noun")
        elif verb is not None and (any(a not in within for a in verb.of_role("object")) or any(c.link == "obj" for c in verb.children)):
            goes_on = nxt.kind in ("noun", "word")  # "منحت بيرو زوجة الرئيس، التي طلبت اللجوء، ممرا آمنا"
        else:
            wants = verb is not None and any(f.object for f in verb.frames)
            goes_on = nxt.kind in ("noun", "word", "number") or nxt.is_phrase(("idea",)) or (wants and nxt.kind == "mention")
        if k - aside.k > _INSERTION or not (goes_on or said):
            return False
        self.clause, self.stack, self.last, self.last_stop = aside.clause, list(aside.stack), aside.last, aside.last_stop
        self.prep, self.special, self.between, self.last_arg, self.rel = "", "", 0, None, False
        if verb is not None:
            verb.again = nxt.first
            verb.args = [a for a in verb.args if a not in within]
        return True

    @staticmethod
    def _still_gathers(verb: Pred) -> bool:
        """ "التي ضمت، بالإضافة إلى المسؤولين العراقيين، الرئيس المصري": does it wait for whom it brings together?"""
        return "gather" in verb.operates and not any(not a.prep for a in verb.args)

    def _to_come(self, unit: Unit, verb: Pred) -> When | None:
        """The coming day of a bare weekday behind a verb in the present that tells a visit, meeting or signing: "يتوجه إلى باريس الأحد"."""
        date, day, reading = unit.date, self.page.day, verb.reading.verb
        if date is None or date.basis != "weekday" or unit.last - unit.first > 1 or reading is None or reading.tense == "past":
            return None
        if self.special or len(date.value) != 10 or len(day) != 10 or not date.value < day or verb.was or verb.clause.kind not in ("root", "coord"):
            return None
        signs = "AGREE" in verb.types and not verb.says and verb.clause.kind == "root" and not verb.reading.conj
        meets = "CONSULT" in verb.types or signs or not verb.operates.isdisjoint(("light", "host", "gather"))
        return week_on(date) if meets else None

    def _date(self, unit: Unit, k: int) -> None:
        assert unit.date is not None
        if k and self.units[k - 1].is_phrase(("neg",)):
            self.negated = None  # "لن يعترف بها لا اليوم ولا غدا، ورحب بالهدنة": no verb is meant
        if self.special == "time:until":
            self.special = ""
            return  # an end, not the day of the act
        if k and self.units[k - 1].is_phrase(("prep",)):
            self.prep = ""  # "زار للمرة الأولى منذ انتخابه في 2014 تونس": whatever day it is, it has taken the preposition
        if self.special.startswith(("time", "cause")) and self.between:
            self.prep = self.special = ""  # "حمّلت في وقت متأخر من ليل أمس باكستان": the words of time end with it
            return  # "احتجاجا على غلق المعبرين الأسبوع الماضي", "منذ استقلال الجزائر عام 1962": the date of what stands behind the time word
        if self._is_first_since(unit) or self._since_then(unit) or self._goes_on_since(unit):
            return
        if unit.date.end and len(unit.date.value) == _YEAR and any("AGREE" in p.types for p in self.stack):
            return  # "التوقيع على برنامج تنفيذي خلال الأعوام 2020 - 2022": how long it runs
        if self._is_due(unit):
            noun = next((p for p in reversed(self.stack) if p.kind == "noun" and p.types), None)
            if noun is not None:
                noun.dates.append(unit.date)
            return
        if self.special.startswith("attribution") and self.between <= 3:
            self.special = ""  # "وفقا لبيان صحفي اليوم": of nobody who is named
        ahead = bool(self.page.day) and len(unit.date.value) == 10 and unit.date.value > self.page.day
        target = next((p for p in reversed(self.stack) if self._may_be_dated(p, unit, ahead)), self.clause.verb)
        concluded = self._concluded(unit)
        if concluded is not None:
            target = next((p for p in reversed(self.stack) if p.kind == "noun" and "AGREE" in p.types and p.last <= concluded), None)
            if target is None:
                return
        elif not ahead:
            target = self._done_by_verb(target, unit)
        if target is self.clause.verb and (old := self._is_of_what_was_judged(unit)) is not None:
            target = old
        verb = target.reading.verb if target is not None else None
        if ahead and verb is not None and verb.tense == "past":
            target = next((p for p in reversed(self.stack) if p.kind == "noun" and p.types), target)  # "ألغى زيارته إلى باريس المقررة غدا"
        asked = self._is_of_what_is_asked(unit, target)
        if asked is not None:
            asked.dates.append(week_on(unit.date) if unit.date.value < self.page.day else unit.date)
        elif target is not None:
            target.dates.append(self._to_come(unit, target) or unit.date)
        else:
            self.early_dates.append(unit.date)
        self.prep = ""
        self.special = "" if self.special.startswith("time") else self.special

    def _is_of_what_is_asked(self, unit: Unit, target: Pred | None) -> Pred | None:
        """ "طلبت مصر عقد اجتماع لوزراء الخارجية العرب الأحد": a bare weekday behind a meeting that is asked for is the day for which it is asked."""
        date, verb = unit.date, target.reading.verb if target is not None else None
        if date is None or target is None or verb is None or target.kind != "verb" or "REQUEST" not in target.types or self.special:
            return None
        if date.basis != "weekday" or unit.last - unit.first > 1 or len(date.value) != WHOLE_DAY or len(self.page.day) != WHOLE_DAY:
            return None  # "أمس الأحد", "الأحد الماضي"
        last = self.stack[-1] if self.stack else None
        meeting = last is not None and last.kind == "noun" and "CONSULT" in last.types and not last.dates and last.first > target.last
        return last if meeting else None

    def _concluded(self, unit: Unit) -> int | None:
        """ "علقت معاهدة الصداقة المبرمة بين البلدين عام 2002": the token of "concluded", behind which the day is that of what was, not of what is
        done with it; None where there is none."""
        words = self.pack.word_class("concluded")
        for i in range(unit.first - 1, max(0, unit.first - _CONCLUDED) - 1, -1):
            word = self.tokens[i].fold
            if self.tokens[i].kind == "mark" or (self.clause.verb is not None and i < self.clause.verb.last):
                break
            if word.startswith(_THE) and word.removeprefix(_THE) in words:
                return i
        return None

    def _done_by_verb(self, target: Pred | None, unit: Unit) -> Pred | None:
        """ "أوقفت كابل عملياتها مساء السبت", "أدانت مصر الهجوم السبت": a day behind an object that takes no genitive is that of the verb's own act.

        But "أدانت هجوم السبت" is of what happened on Saturday.
        """
        over = target.governor if target is not None else None
        if target is None or over is None or target.kind != "noun" or target.link.startswith(("time", "cause")):
            return target
        top = over
        while top.kind == "noun" and top.governor is not None and not top.link.startswith(("time", "cause")):
            top = top.governor
        if top.clause is self.clause and top.reading.verb is not None and top.reading.verb.tense == "past" and not top.dates:
            gone = unit.date is not None and unit.date.basis == "relative" and unit.date.value < self.page.day[: len(unit.date.value)]
            if gone and "REQUEST" in top.types:
                return top  # "دعت مصر إلى وقف القتال في يوليو الماضي": nobody asks for what is past
            if over.governor is top and target.reading.prep == "ل" and "AGREE" in over.types & top.types:
                return top  # "وقع اتفاقا للتعاون في يوليو"
        verb = over.reading.verb
        if over.kind != "verb" or verb is None or verb.tense != "past" or over.types <= {None}:
            return target
        noun = self.tokens[target.first].fold
        closed = bool(target.reading.pronoun) or has_article(noun) or noun.endswith(_ADVERB)
        return over if closed and not over.dates else target

    def _is_of_what_was_judged(self, unit: Unit) -> Pred | None:
        """ "نددت روسيا بإسقاط طائرتها قرب الحدود في نوفمبر الماضي": a week, month or year gone by is that of the act behind a verb of judging."""
        verb, date, day = self.clause.verb, unit.date, self.page.day
        past = verb is not None and verb.reading.verb is not None and verb.reading.verb.tense == "past"
        act = next((p for p in reversed(self.stack) if p.kind == "noun" and p.types and p.governor is verb), None)
        if verb is None or verb.types.isdisjoint(_JUDGES) or "REQUEST" in verb.types or self._was_before(verb):
            return None
        if not past or act is None or date is None:
            return None
        gone = date.value[:_MONTH] < day[:_MONTH] if len(date.value) < WHOLE_DAY else date.end is not None and date.end < day
        return act if gone and not any(t.kind == "mark" for t in self.tokens[act.last : unit.first]) else None

    def _was_before(self, verb: Pred) -> bool:
        """ "وكانت روسيا قد نددت": is the verb told as what had been before?"""
        near = self.tokens[max(0, verb.first - _BEFORE) : verb.first]
        return verb.was or self.clause.background or any(t.fold in self.pack.word_class("being") for t in near)

    def _is_due(self, unit: Unit) -> bool:
        """ "ألغى لقاء كان مقررا الخميس": is it the day of what was still to come?"""
        due = unit.first > 1 and self.tokens[unit.first - 1].fold in self.pack.word_class("due")
        return due and self.tokens[unit.first - 2].fold in self.pack.word_class("being")

    def _is_earlier_on_a_day(self, k: int) -> bool:
        """ "في وقت سابق من اليوم", "في وقت سابق السبت": do the words for earlier at unit k name the day itself?"""
        nxt = self._next(k)
        nxt = self._next(k + 1) if nxt is not None and nxt.fold == FROM[0] else nxt
        date = nxt.date if nxt is not None else None
        return date is not None and date.end is None and len(date.value) == WHOLE_DAY

    def _comes_beside(self, unit: Unit) -> bool:
        """ "ويأتي ذلك في وقت دعت الحكومة", "وتأتي الزيارة فيما تحشد روسيا": what comes at the time of another, not after it, is news as that."""
        later = self.tokens[unit.first].fold.removeprefix(AND) in self.pack.word_class("afterwards")
        return self.root.background and self.root.verb is None and self.clause is self.root and not later

    def _comes_after(self, unit: Unit) -> bool:
        """ "جاء الإعلان بعدما دعا الرئيس الحكومة إلى": what something is only said to come after was before the news."""
        over = self.clause.parent.verb if self.clause.parent is not None else None
        later = self.tokens[unit.first].fold.removeprefix(AND) in self.pack.word_class("afterwards")
        return later and over is not None and fold(over.lemma) in self.pack.word_class("comes")

    def _days_apart(self, unit: Unit) -> bool:
        """ "وقبل الزيارة بأيام، حذر الرئيس": does it open with a day that lies days before another?"""
        near = self.tokens[unit.last : unit.last + _APART]
        return any(t.fold in self.pack.word_class("days-apart") for t in near)

    def _is_first_since(self, unit: Unit) -> bool:
        """ "الأولى من نوعها منذ 30 عاما", "أول اجتماع لهم منذ مارس 2020", "أسوأ اشتباكات هذا العام": since when there was none of the kind,
        not the day of this one."""
        since, ranks = self.pack.word_class("since"), self.pack.word_class("rank")
        of_its_year = unit.date is not None and unit.date.basis == "relative" and len(unit.date.value) == _YEAR
        if not of_its_year and self.tokens[unit.first].fold not in since and (not unit.first or self.tokens[unit.first - 1].fold not in since):
            return False
        return any(self.tokens[i].fold in ranks for i in range(max(0, unit.first - _SINCE), unit.first))

    def _goes_on_since(self, unit: Unit) -> bool:
        """ "بحث الأزمة المستمرة في السودان منذ منتصف أبريل": is it since when a matter goes on, behind a verb that tells what was done once?"""
        verb = self.clause.verb.reading.verb if self.clause.verb is not None else None
        if self.special != "time:since" or self.between or unit.date is None or verb is None or verb.tense != "past":
            return False
        near = (t.fold for t in self.tokens[max(0, unit.first - _LASTING) : unit.first])
        lasts = any(w.startswith(_THE) and w.removeprefix(_THE) in self.pack.word_class("lasting") for w in near)
        long_ago = len(unit.date.value) == WHOLE_DAY == len(self.page.day) and week_on(unit.date).value < self.page.day
        if not lasts and not long_ago and self.clause.verb is not None and not self.clause.verb.types.isdisjoint(_IN_FORCE):
            return False  # "فرضت عقوبات على أوغندا منذ مايو 2017": since when that holds is when it was done
        if long_ago and not lasts:
            self.clause.background = True  # "نفذ تسعة آلاف غارة منذ 30 سبتمبر": a sum of what has been
        return lasts or long_ago or unit.date.basis == "text" or unit.date.end is not None or len(unit.date.value) < WHOLE_DAY  # but "منذ فجر أمس"

    def _since_then(self, unit: Unit) -> bool:
        """ "منذ استقلال الجزائر عام 1962": is it the date of what "since" counts from, two words behind it or more?"""
        since, verbs = self.pack.word_class("since"), {p.first for p in self.preds[-3:] if p.kind == "verb"}
        for i in range(unit.first - 1, max(0, unit.first - _SINCE) - 1, -1):
            if self.tokens[i].fold in since:
                return i < unit.first - 1
            if self.tokens[i].kind != "word" or i in verbs:
                break
        return False

    def _may_be_dated(self, pred: Pred, unit: Unit, ahead: bool) -> bool:
        """May a date be that of this predicate: a verb's, or a noun's that stands right before it or alone?"""
        fronted = self.clause.kind == "comp" and self.clause.verb is None and pred.clause is self.clause  # "إن زيارته في فبراير مهدت …"
        if pred.kind != "noun" or pred.governor is None or fronted or pred.link.startswith(("time", "cause")):
            return True
        return self._adjacent(pred, unit) and (ahead or not self._is_aim(pred))

    @staticmethod
    def _is_aim(pred: Pred) -> bool:
        """ "استدعت سفيرها للتشاور يوم 19 مارس": what the deed is for."""
        over = pred.governor
        past = over is not None and over.reading.verb is not None and over.reading.verb.tense == "past"
        return past and pred.reading.prep == "ل" and not pred.args

    def _was_doing(self, unit: Unit, k: int) -> None:
        """ "أفرجت عن صحفيين كانت السلطات السورية تعتقلهم", "أدانت مصر الهجوم، وكانت باريس قد حذرت منه": "was", somebody and his verb behind another
        verb are a clause of their own."""
        who, behind = self._next(k), range(k + 2, min(k + 2 + _BEFORE_VERB, len(self.units)))
        verb = next((self.units[i] for i in behind if not (self.units[i].kind in ("date", "mark") or self.units[i].is_phrase(("qad",)))), None)
        apart = self.clause.verb is not None or (self.joins and bool(self.clause.preds))  # "قبل حصول احتكاك حيث كان النظام يقصف"
        if unit.conj or self.future or not apart or who is None or verb is None or verb.kind != "verb" or verb.conj or verb.reading is None:
            return  # "عما إذا كانت إيران تقف": behind "if" it is no clause of its own
        if who.prep or who.conj or who.mention is None or not self._agrees(verb.reading, who.mention):
            return
        taken_up, self.prep, self.special = bool(verb.reading.pronoun), "", ""
        self._new_clause(Clause("rel", self.clause, None, self.last) if taken_up else Clause("coord", self._up(self.clause)))
        self._leave()

    def _were_doing(self, unit: Unit, k: int) -> None:
        """ "أطلقت الشرطة النار على معتصمين كانوا يقطعون جسرا": behind men without an article, "were" and a verb of many describe them."""
        men, nxt = self.last, self._next(k)
        beside = isinstance(men, Arg) and unit.first - self.last_stop <= _BESIDE_MEN and self.clause.verb is not None
        if unit.conj or not unit.fold.endswith(_WERE) or not beside or not isinstance(men, Arg):
            return
        verb = nxt.reading.verb if nxt is not None and nxt.reading is not None and nxt.kind == "verb" and not nxt.conj else None
        first = self.tokens[men.mention.first].fold
        many = men.mention.rule.startswith(("unnamed", "agent", "people")) or first.endswith(_MEN)
        many = many and not first.endswith(_WOMEN)
        if verb is None or (verb.gender, verb.number) != ("m", "p") or not many or first.removeprefix(men.prep).startswith(_THE):
            return
        self.prep = self.special = ""
        self._new_clause(Clause("rel", self.clause, None, men))
        self._leave()

    def _was_receiving(self, k: int) -> None:
        """ "وصل الرئيس إلى كيغالي، وكان في استقباله X": where nothing but a reception follows "was", it is no adverb of the verb before."""
        led, noun = self._next(k), self._next(k + 1)
        if led is None or noun is None or self.clause.verb is None or led.phrase is None or led.phrase.value != IN:
            return
        if noun.fold in self.pack.word_class("reception") or noun.fold in self.pack.word_class("reception-of"):
            self._new_clause(Clause("coord", self._up(self.clause)))
            self._leave()
            self.stack = [p for p in self.stack if p.content is not None]

    def _adjacent(self, pred: Pred, unit: Unit) -> bool:
        return unit.first - pred.last <= 2

    def _counts(self, unit: Unit) -> bool:
        return unit.kind == "number" or unit.fold in self.pack.number_words

    def _take_letter(self, phrase: Phrase, k: int) -> None:
        """The particle at the end of the phrase at unit k, which is written in one with the next word, is the phrase's and not that word's."""
        nxt = self._next(k)
        if phrase.letter and nxt is not None and nxt.prep == phrase.letter:
            nxt.prep = ""

    def _phrase(self, unit: Unit, k: int) -> None:
        assert unit.phrase is not None
        cls, value = unit.phrase.cls, unit.phrase.value
        if value == "clause" and unit.phrase.tokens[0] in self.pack.word_class("noted") and k and self.units[k - 1].kind != "mark":
            cls = "comp"  # "أخذ المجلس علما بأن"
        if unit.conj and cls not in ("comp", "conj"):
            self.between = 0
        if cls == "prep" and k and self.units[k - 1].fold in COMMA and fold(value) in self.pack.word_class("besides-apart"):
            cls, value = "conj", "besides"  # "دعت كينيا، إلى جانب أوغندا، إلى"; "وقفت كينيا إلى جانب أوغندا" is another thing
        if cls == "prep":
            if self.special.startswith("time:") and self._counts_from(unit, k):
                return  # "بعد سبعة أشهر على اندلاع القتال", "بعد يوم من إعلانها", "بعد انقضاء اثني عشر يوما على استقالته"
            if self.prep and k and fold(value) == FROM[0] and self._counts(self.units[k - 1]):
                return  # "عقوبات على 22 من كبار الضباط": the many are of them
            self._take_letter(unit.phrase, k)  # "فيما يتعلق بتطبيع العلاقات"
            self.prep, self.gap, self.borrowed = value, self.between, False
            if self.special.startswith(("time", "need", "led")):
                self.special = ""  # "وفد برئاسة فلان إلى القاهرة": led by somebody whom nobody knows
        elif cls == "prep-pron":
            self.prep = ""
        elif cls in ("time", "cause"):
            self.special, self.prep = f"{cls}:{value}", ""
            if value == "before" and self.clause.verb is None and self._days_apart(unit):
                self.clause.background = True
        elif cls == "led":
            self.special, self.prep = "led:", ""
        elif cls == "likewise":
            self.special, self.prep = "likewise:", ""
        elif cls == "third" and value == "party":
            self.special, self.prep = "party:", ""
        elif cls in ("third", "initiator", "attribution", "need", "need-to", "purpose", "idea"):
            unwilled = cls == "idea" and self.special.startswith("neg")  # "عدم نية بلاده تجديد الاتفاق"
            self.special, self.prep = UNWILLED if unwilled else f"{cls}:{value}", ""
            if cls == "need-to":
                self.future = "hypothetical"
        elif cls == "conj" and value in ("when", "ever-since"):
            beside = self._comes_beside(unit)
            self.was = self.qad = False  # "كان التوتر قد تصاعد قبل أن تفرج كينيا عن": whatever had been, she then did it
            self._new_clause(Clause("coord", self._up(self.clause)))
            self.clause.background = self.clause.background and not beside
            before = value == "ever-since" or self._comes_after(unit)
            self.clause.background = self.clause.background or before  # "منذ أن طردت واشنطن"
            self._leave()
            day = next((u.date for u in reversed(self.units[max(0, k - 2) : k]) if u.date is not None), None)
            if day is not None:
                self.early_dates.append(day)  # "في مايو الماضي، عندما شنت"
        elif cls == "list":
            self.listed, self.beside = value == "among", value == "beside"
            if value in _LETTERS:
                self.prep, self.gap, self.borrowed = value, self.between, False  # "زيارة لكل من مصر والأردن"
            if self.listed and unit.conj and k and self.units[k - 1].fold in COMMA and self.clause.verb is not None and not self.clause.verb.subject:
                self.prep = ""  # "تتهم الدول المطلة على البحر، وعلى رأسها فيتنام، الصين"
            elif not value and self._begins_anew(unit, k):
                self.prep = ""  # "ورحب بالخطوة كل من الأردن ومصر", "وهاتف في المساء كلا من شولتس وميلوني"
        elif cls == "comp" and self._is_if(unit, k):
            self._condition()
        elif cls == "comp":
            if self.special == _AS_SAID and self.tokens[unit.first].fold.startswith(FA):
                self.special = ""  # "وبحسب المعارضة، فإن الهند": whoever stands behind it says nothing
            self._comp(unit, k)
        elif cls == "rel":
            self.rel, self.which = True, value
        elif cls == "neg":
            if value == "noun":
                self.special = "neg:"
            else:
                self.negated = value or "x"
        elif cls == "fut":
            nxt = self._next(k)
            if self.negated:
                value, self.negated = "hypothetical", None  # "لا يتوقع إجراء محادثات"
            behind = self.stack and not unit.phrase.letter  # "اجتماع مقرر"; but "تمهيدا للاجتماع" looks on
            if value == "planned" and behind and (unit.first - self.stack[-1].last <= 3) and not (nxt is not None and nxt.is_phrase(("comp",))):
                self.stack[-1].future = self.stack[-1].future or "planned"
            else:
                self.future = value
                if value == "hypothetical" and self.clause.verb is None:
                    self._condition(apart=unit.phrase.tokens[0] in self.pack.word_class("if"))
        elif cls == "office":
            nxt = self._next(k)
            if nxt is not None and nxt.kind == "mention":
                nxt.medium = "office" if not nxt.prep or nxt.prep == "ل" else None
                nxt.prep = nxt.prep.removeprefix("ل")  # "المكتب الإعلامي لرئيس الوزراء" speaks for him
        elif cls == "was":
            self._was_doing(unit, k)
            self._were_doing(unit, k)
            self._was_receiving(k)
            self.was = True
        elif cls == "qad":
            self.qad = True
        elif cls == "conj" and value == "besides":
            self.beside = True
        elif cls == "conj" and value == "joins":
            self.joins = True  # "كما أجرى …": whoever acted goes on
            near = next((u for u in reversed(self.units[max(0, k - 2) : k]) if u.kind != "mark"), None)
            if near is not None and near.mention is not None and near.mention.kind == "place" and unit.fold in self.pack.word_class("where-to"):
                self.at = Arg(near.mention, IN, "early")  # "من القاهرة، حيث استقبله السيسي"
        elif cls == "conj" and value == "back":
            nxt = self._next(k)
            lemma = nxt.reading.lemma if nxt is not None and nxt.kind == "verb" and nxt.reading is not None else ""
            if self.pack.verb_senses[lemma].says:
                self._speak_on()
            else:
                self.pronoun = nxt is not None and nxt.kind in ("verb", "phrase")
        elif cls == "conj" and value == "that":
            self._back_to_main(k)
        elif cls == "conj" and value == "clause":
            self.clause.plain = ""  # "إن الحدود آمنة، فيما أعلن الوزير": what was said of it is said
            beside = self._comes_beside(unit)
            self._turn(self._saying_level(self.clause) if self._another_tells(k) else self._up(self.clause))  # "… لكن طهران تؤكد أنها …"
            if beside:
                self.clause.background = False
        elif cls == "background":
            if value == "open":
                self._turn(self.root)  # "…، الجدير بالذكر أن …"
                self._take_letter(unit.phrase, k)  # "وسبق لموسكو أن رفعت": she did
            elif self._is_earlier_on_a_day(k):
                return  # "في وقت سابق السبت": earlier on the day that is told
            self.clause.background = True
            self.root.background = self.root.background or value == "open"
        elif cls == "medium":
            nxt = self._next(k)
            issued = nxt is not None and k + 2 < len(self.units) and (nxt.is_phrase(("issued",)) or (self.prep == IN and self._is_from_a_body(k + 1)))
            if issued:
                nxt = self.units[k + 2]
            nxt = self._behind_office(k) or nxt
            itself = nxt is not None and not (nxt.conj or nxt.prep) and self._speaks_itself(unit)
            itself = itself and nxt is not None and (nxt.is_actor() or nxt.kind == "noun" or nxt.fold in QUOTE_MARKS)  # "أدان البيان اقتحام"
            closed = len(unit.phrase.tokens) > 1 and nxt is not None and not nxt.prep  # "اتهمت في بيان رسمي باكستان": an adjective is no owner's
            if nxt is not None and nxt.mention is not None and self._is_of_the_text(unit, nxt):
                nxt.mention, nxt.medium = replace(nxt.mention, kind="state"), value  # "قال بيان عماني إن"
            elif itself or (closed and not issued):
                nxt = None  # "واتهم البيان أوغندا": it has an article, so whoever follows is no owner of it
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
                # "الذي أعرب عن حزنه، وفق بيان أصدره مكتبه", "وأضاف خلال المؤتمر الصحفي أن"
                silent = self.prep or self.special.startswith(("attribution", "time"))
                if self.special.startswith("attribution") and self.tokens[unit.first].fold.startswith(ITSELF) and self._is_bare(k):
                    self.special = ""  # "ووفقا للبيان فإن الدبلوماسي": nobody behind it is its source
                if speaker is not None and not speaker.subject and speaker.kind == "verb" and speaker.content is None and not silent:
                    speaker.impersonal = True
                    speaker.taken = speaker.taken or itself
            self.prep = ""

    def _is_bare(self, k: int) -> bool:
        """Does nothing stand behind unit k that tells whose it is, but "that", a verb or a mark?"""
        nxt = self._next(k)
        return nxt is None or nxt.kind in ("mark", "verb", "open") or nxt.is_phrase(("comp",))

    def _is_of_the_text(self, unit: Unit, behind: Unit) -> bool:
        """ "قال بيان عماني إن", "بحسب البيان المصري": does a land's adjective right behind it tell whose text it is that speaks?"""
        if behind.mention is None or behind.mention.kind != "demonym" or behind.first != unit.last or behind.prep or behind.conj:
            return False
        verb = self.stack[-1] if self.stack else None
        told = verb is not None and verb.kind == "verb" and verb.says and verb.last == unit.first and not verb.args and not self.prep
        paper = not bases(self.tokens[unit.last - 1].fold).isdisjoint(self.pack.word_class("speaking-paper"))
        return paper and (told or self.special.startswith("attribution"))

    def _speaks_itself(self, unit: Unit) -> bool:
        """Is the text, with its article and without a preposition, what a verb in the past right before it is said of?"""
        verb = self.stack[-1] if self.stack else None
        told = verb is not None and verb.kind == "verb" and verb.last == unit.first and not verb.args and not self.prep
        return told and self.tokens[unit.first].fold.startswith("ال")

    def _is_from_a_body(self, k: int) -> bool:
        """ "في بيان مكتوب من الوزارة": does "from" stand at unit k and a body, which issued the text, behind it?"""
        behind = self.units[k + 1].mention
        return self.units[k].fold in self.pack.word_class("issued-from") and behind is not None and behind.kind in _ISSUERS

    def _behind_office(self, k: int) -> Unit | None:
        """ "بيان للمكتب الإعلامي لرئيس الوزراء": whose office issues the text."""
        j = k + 1
        while j < min(len(self.units), k + 4) and self.units[j].kind == "word" and self.units[j].fold.startswith(("لل", "ال")):
            j += 1
        found = self.units[j] if k + 1 < j < len(self.units) else None
        return found if found is not None and found.is_actor() and found.prep == "ل" else None

    def _begins_anew(self, unit: Unit, k: int) -> bool:
        """ "ورحب بالخطوة كل من الأردن ومصر", "وهاتف في المساء كلا من شولتس وميلوني", but "رحبت بموقف كل من مصر والأردن": is the word for "each" no
        genitive of a bare noun before it?"""
        if self.borrowed:
            form = self.tokens[self.units[k].first - 1].form
            bare = form[:1] in _LETTERS and ITSELF[0] not in form[:_ARTICLE] and not form.startswith(ITSELF[1]) and not form.endswith(_PRONOUNS)
            return not bare
        return bool(self.between) and unit.fold in self.pack.word_class("each-accusative")

    def _counts_from(self, unit: Unit, k: int) -> bool:
        """Does من or على behind a stretch of time lead to what it is counted from?"""
        if unit.fold not in self.pack.word_class("counted-from"):
            return False
        at = next((i for i in range(k - 1, max(-1, k - _STRETCH), -1) if self.units[i].is_phrase(("time",))), k)
        stretch = self.units[at + 1 : k]
        return all(u.kind in ("word", "number") or u.is_phrase(("skip",)) for u in stretch) and any(
            u.kind == "number" or u.fold in self.pack.word_class("span") for u in stretch
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
        self._leave()
        self.prep, self.special, self.between = "", "", 0

    def _back_to_main(self, k: int) -> None:
        """ "حث روسيا على سحب جنودها ممن يحتلون الجزر، وذلك في مكالمة مع نظيره": "and that", with a preposition behind it, tells when or how the last
        act that has a subject of its own was done, whatever clauses stand between."""
        nxt = self._next(k)
        if nxt is None or not (nxt.prep or nxt.is_phrase(("prep", "time", "cause"))):
            return
        main = next((c for c in up(self.clause) if c.kind == "coord" and c.parent is self.root and c.verb is not None and c.verb.subject), self.root)
        if main.verb is not None and any(p is main.verb for p in self.stack):
            self._close_to(main)
            while self.stack[-1] is not main.verb:
                self.stack.pop()
            self.prep, self.special, self.between, self.last_arg = "", "", 0, None

    def _turn(self, beside: Clause) -> None:
        """A new clause beside this one, where a word says that another begins; nothing where the present one has no verb yet."""
        if self.clause.verb is None:
            return
        self._new_clause(Clause("coord", beside))
        self._leave()
        self.prep, self.special, self.between = "", "", 0

    def _condition(self, apart: bool = True) -> None:
        """What follows is a condition; apart: in a clause of its own, since what comes behind it is none ("إذا هاجمتنا … فسنرد")."""
        self.future = "hypothetical"
        if self.clause.verb is not None:
            return  # a condition behind its main clause leaves that as it is
        if apart and self.clause.kind in ("root", "comp"):
            self._new_clause(Clause("coord", self.clause))
        self.clause.hypothetical = True

    def _is_if(self, unit: Unit, k: int) -> bool:
        """ "سيرد إن هاجمته إيران": before a verb إنْ is "if", unless a verb of saying still waits for what is said."""
        nxt, form = self._next(k), self.tokens[unit.last - 1].form.removeprefix(AND)
        if not form.startswith("إ") or len(form) > 2 or nxt is None or not (nxt.kind == "verb" or nxt.is_phrase(("neg",))):
            return False
        return not any(p.says and p.kind != "noun" and p.content_start < 0 for p in self.stack)

    def _another_tells(self, k: int) -> bool:
        """ "…، فيما قال مصدر عسكري إن": is a saying in the past set against what was said before the comma?"""
        if not k or self.units[k - 1].fold not in COMMA:
            return False
        verb = next((u for u in self.units[k + 1 : k + _TURN] if u.kind == "verb"), None)
        if verb is None or verb.reading is None or verb.reading.verb is None or verb.reading.verb.tense != "past":
            return False
        return self.pack.verb_senses[verb.reading.lemma].says and not verb.reading.verb.passive

    def _comp(self, unit: Unit, k: int) -> None:
        """أنّ, إنّ: opens the content of the predicate that it hangs on; behind a condition, فإنّ begins what follows from it."""
        if unit.conj == FA and self._leave_condition():
            return
        with_b = self.tokens[unit.last - 1].fold.startswith("ب")
        free = [p for p in self.stack if p.content is None and not p.aside]
        says = [p for p in free if p.content_start < 0 and p.kind != "noun" and p.says]
        pool = says if says and self.tokens[unit.last - 1].form.startswith("إ") else free
        able = [p for p in reversed(pool) if self._takes_content(p)]
        if unit.conj == AND:  # "شاركوا في ما سماه شغبا، وإن جنوده …": what is so called says no more
            able = [p for p in able if p.clause.kind != "rel" or p.clause.antecedent is not None]
        if with_b:  # "وصف التصريحات بأنها": the verb that takes ب, before a nearer noun of saying
            able = [p for p in able if p.kind != "noun" and any("ب" in f.parts for f in p.frames)] or [p for p in able if p.kind != "participle"]
            able = self._calling(able)
        telling = (p for p in reversed(self.stack) if p.content is not None and (p.says or (p.kind == "verb" and "AGREE" in p.types)))
        goes_on = next(telling, None) if unit.conj == AND else None
        if goes_on is not None:  # "قائلا إن … وإن …": more of what is said
            while self.stack and self.stack[-1] is not goes_on:
                self.stack.pop()
            self.clause = goes_on.clause
            self._new_clause(Clause("comp", goes_on.clause, goes_on))
            if self.tokens[unit.last - 1].fold.endswith(_PRONOUNS[:3]):  # "قالت الوزارة إن … وإنها …"
                speaker = self._who_says(goes_on)
                self.clause.topic = [Arg(a.mention, "", "topic", a.medium) for a in speaker]
                self.clause.spoken_for = True
            self.prep = ""
            return
        if len(able) > 1 and fold(able[0].lemma) in self.pack.word_class("published") | self.pack.word_class("gets-copy") and able[1].says:
            able = able[1:]  # "قائلا في مقابلة بثت الثلاثاء إنه …", "قالت في بيان اطلعت عليه الوكالة إن"
        sure = [p for p in able if p.says]
        if sure and not self.prep and not with_b and not _takes_that(able[0]):
            able = sure  # "أكد الوزير الذي توجه إلى القاهرة، أن": the verb of saying, before a nearer one that takes no clause of its own
        due = k > 0 and self.units[k - 1].is_phrase(("fut",))  # "ومن المقرر أن": of nobody's words
        god = self.pack.word_class("god")
        due = due or any(u.fold in god for u in self.units[max(0, k - _PRAYED) : k])  # "داعيا الله أن": nor is a prayer
        head = self._denial_of(unit, free) or (able[0] if able and not due else None)
        claims = self.pack.word_class("claim-noun")
        near = (u for u in self.units[max(0, k - _CLAIMED) : k] if u.first >= unit.first - _CLAIMED and u.kind != "mention")
        if with_b and any(t.fold in claims for u in near for t in self.tokens[u.first : u.last]):
            head = None  # "رفض الادعاء بأن": what others claim; but "أفادت وكالة الأنباء السورية بأن"
        if head is not None and self.prep and self.gap and not any(f.say or "content" in f.parts.values() for f in head.frames):
            head = None  # "انتقدت إصرار السعودية على أن": what the noun before it insists on
        if head is not None and head.kind == "noun" and says and (self._ends_aside(k) or fold(head.link) in self.pack.word_class("wherein")):
            head = says[-1]  # "أكد مسؤول، طلب عدم الكشف عن هويته، أمس أن …", "أكدتا في إعلان مشترك أن"
        if head is not None and head.kind == "noun" and says and head.link.startswith("time"):
            head = says[-1]  # "أكد السفير قبل التصويت أن الحظر …"
        if head is not None and (verb := self._strengthened(head)) in says:
            head = verb  # "نفت نفيا قاطعا أن"
        head = self._said_before(unit, k) or head
        if head is not None:
            while self.stack and self.stack[-1] is not head:
                self.stack.pop()
            self.clause = head.clause
            need = k > 0 and self.units[k - 1].is_phrase(("need",))  # "شدد على ضرورة أن": the need is part of what is said
            whole = unit.phrase is not None and unit.phrase.value == "not"
            self._open_content(head, unit.first - 1 if need else unit.first if whole else unit.last)
            word = self.tokens[unit.last - 1].fold
            self.clause.spoken_for = word.endswith(("ها", "هم", "هما"))
            speaker = self._who_says(head)
            if len(word) > 2 and word.endswith(_PRONOUNS) and speaker:
                speaker = self._spoken_of(head, word, speaker) or [a for a in speaker if self._means(word, a.mention)]
                self.clause.plain = "" if speaker else word
                self.clause.topic = [Arg(a.mention, "", "topic", a.medium) for a in speaker]
            elif len(word) > 2 and word.endswith(_HE) and head.says and head.reading.conj == AND:
                self.clause.spoken_for = self._asks_somebody(k)
        else:
            self._new_clause(Clause("comp", self.clause, self.stack[-1] if self.stack and not due else None))
        self.prep = ""

    @staticmethod
    def _who_says(verb: Pred) -> list[Arg]:
        """Whom "he", "she" and "they" in the words said mean: the verb's subject, or whom its clause describes ("المجلس الذي قال إنه يدين")."""
        told = verb.subject or [t for t in verb.clause.topic if t.mention.kind in ACTOR_KINDS]
        who, describes = verb.clause.antecedent, verb.clause.kind == "rel" and verb.clause.verb is verb and not verb.reading.pronoun
        if told or not describes or not isinstance(who, Arg) or verb.clause.whom or who.mention.kind not in ACTOR_KINDS:
            return told
        return [who]

    def _said_before(self, unit: Unit, k: int) -> Pred | None:
        """ "نفى الوزير، بعد قوله إن بلاده ستدفع، أن …": the noun of saying right behind which "that" stands, in what somebody says after he or
        another has said it; behind the comma that closes this, the verb outside."""
        noun = next((p for p in reversed(self.stack) if p.kind == "noun" and p.says and p.link.startswith(_EARLIER)), None)
        if noun is None or noun.governor is None:
            return None
        if noun.content is None:
            behind = max([noun.last, *(a.mention.last for a in noun.of_role("genitive"))])
            return noun if unit.first == behind and noun is self.stack[-1] else None
        verb = noun.governor
        return verb if k and self.units[k - 1].fold in COMMA and verb.says and verb.content is None and verb in self.stack else None

    def _calling(self, able: list[Pred]) -> list[Pred]:
        """ "وصفت الخطاب الذي ألقاه الوزير بأنه": a verb of calling, past the verbs of clauses that only describe what is so called."""
        at = next((i for i, p in enumerate(able) if p.kind != "noun" and fold(p.lemma) in self.pack.word_class("describing")), 0)
        described = all(p.clause.kind == "rel" and (p.reading.pronoun or not p.says) for p in able[:at])
        return able[at:] if described else able

    def _asks_somebody(self, k: int) -> bool:
        """ "وأضاف أنه دعا العراق إلى": does a verb that is done to somebody follow, so that "he" is who goes on speaking?"""
        nxt = self._next(k)
        verb = nxt.reading if nxt is not None and nxt.kind == "verb" else None
        frames = self.pack.verb_frames.get(verb.lemma, ()) if verb is not None and not verb.pronoun else ()
        return any(f.object == "recipient" and f.type in SPEECH for f in frames)

    @staticmethod
    def _strengthened(noun: Pred) -> Pred | None:
        """The verb that a noun of its own only strengthens: "نفى نفيا قاطعا", "أكد تأكيدا"."""
        verb = noun.governor if noun.kind == "noun" and noun.link == "obj" and not noun.definite and not noun.reading.pronoun else None
        said = {f.id for f in verb.frames if f.say} if verb is not None else set()
        return verb if any(f.id in said for f in noun.frames) else None

    def _denial_of(self, unit: Unit, free: list[Pred]) -> Pred | None:
        """ "نفى السفير ما أوردته صحيفة من أن", "نفيه صحة ما تردد عن أنها": the verb or noun of denial whose object is what was told."""
        if self.tokens[unit.first - 1].fold not in FROM:
            return None
        what = self.pack.word_class("what")
        told = (i for i in range(unit.first - 1, self.sentence.first, -1) if self.tokens[i].fold in what)
        at = next(told, None)
        return next((p for p in reversed(free) if at is not None and p.last <= at and "deny" in p.operates), None)

    def _spoken_of(self, head: Pred, word: str, speaker: list[Arg]) -> list[Arg]:
        """ "انتقد المتحدث حركة طالبان، موضحا أنها شنت": of a man no "she" tells; the one party of hers that he spoke of is meant."""
        he = all(a.mention.kind in ("person", "role") for a in speaker) and head.reading.gender == "m"
        if head.kind != "participle" or not word.endswith(_HER) or not he:
            return []
        over = head.clause.head
        told = [p for p in self.preds if over is not None and (p is over or (p.kind == "participle" and p is not head and p.clause.head is over))]
        spoken = [a for p in told for a in p.args if a.role in ("object", "prep") and a.mention.first > p.first]
        hers = [a for a in spoken if a.mention.kind in _HERS and self._is_hers(a.mention)]
        return hers if len(hers) == 1 and len(spoken) == 1 else []

    def _means(self, word: str, mention: Mention) -> bool:
        """May the pronoun of "that he", "that she" be of who speaks: no "he" of a ministry, no "she" of a man with a title?"""
        if word.endswith(_HER):
            title = self.tokens[mention.first].form
            man = mention.kind in ("person", "role") and mention.rule.startswith(("post", "back"))
            return not man or title.endswith(HER_TITLE)
        return not (word.endswith(_HE) and self._is_feminine(mention))

    def _is_hers(self, mention: Mention) -> bool:
        """Does "she" tell of it: a state or a body that is no masculine word?"""
        return self.tokens[mention.first].fold not in self.pack.word_class("masculine")

    def _ends_aside(self, k: int) -> bool:
        """Does a comma stand before unit k, be it with a date between?"""
        before = next((u for u in reversed(self.units[max(0, k - _DATED) : k]) if u.kind != "date"), None)
        return before is not None and before.fold in COMMA

    def _takes_content(self, p: Pred) -> bool:
        """May a clause under أنّ hang on this predicate?"""
        return _takes_that(p) or (
            p.kind != "noun" and not p.operators and any("ب" in f.parts or "علي" in f.parts or "الي" in f.parts or "من" in f.parts for f in p.frames)
        )


def _takes_that(p: Pred) -> bool:
    """Does the predicate take a clause under أنّ by itself, with no preposition?"""
    if any(f.say or "content" in f.parts.values() or f.object == "content" for f in p.frames):
        return True
    return not p.operates.isdisjoint(("decide", "plan", "propose", "deny", "want", "try"))


_WERE, _MEN, _THE = AND + "ا", ("ين", AND + "ن", "ي", AND), "ال"
_WOMEN = ("ه", "ا" + TA)
_BESIDE_MEN = 4  # tokens between men and "were" at most
_STRETCH = 7  # units behind a word of time in which what is counted from stands
_TURN = 7  # units behind a turn among which its verb is looked for
_APART = 5  # tokens behind "before" among which the days stand
_EARLIER = ("time:after", "time:before")
_CLAIMED = 4  # tokens before "that" among which the claim and who makes it stand
_SPEAKER = 8  # units behind marks in which whoever speaks stands, and "that"
_YEAR = 4  # figures of a year
_MONTH = 7
_PRAYED = 2  # units before "that" among which God is called upon
_BEFORE = 12  # tokens before a verb in which "had" stands
_JUDGES = frozenset(("ACCUSE", "SUPPORT", "REJECT"))
_SINCE = 9  # tokens before "since" in which "the first" stands
_DATED = 3  # units before "that" of which all but the comma are a date
_LASTING = 6  # tokens before a day in which a word for what goes on stands
_CONCLUDED = 6  # tokens before a day in which "concluded" stands
_ADVERB = "ا"
_HE, _HER = "ه", "ها"
_HERS = frozenset(("state", "place", "armed-group", "government-body", "organisation"))
_ARTICLE = 3  # letters in which an article stands, behind a particle or none
_PRONOUNS = ("ه", "ها", "هم", "هما")
