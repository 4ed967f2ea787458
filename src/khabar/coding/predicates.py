"""Where a predicate stands: what a noun hangs on, which clause a verb opens or joins, whose participle it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from khabar.coding.draft import bases, has_article, up
from khabar.coding.stack import Stack
from khabar.coding.tree import ACTOR_KINDS, AND, COMMA, ENVOYS, FA, FROM, HER_TITLE, HERS, IN, NOMINAL, TA, WITH, Arg, Clause, Pred, Unit, links
from khabar.lemmas import known
from khabar.model import Mention
from khabar.packs import SPEECH, Reading
from khabar.text import QUOTE_MARKS, Token, fold


class Predicates(Stack):
    """The part of the pass that hides how nouns, verbs and participles are hung up and which clauses they make."""

    def _pred(self, unit: Unit, kind: str) -> Pred:
        assert unit.reading is not None
        lemma = unit.reading.lemma
        sense = (self.pack.noun_senses if unit.kind == "noun" else self.pack.verb_senses)[lemma]
        frames = sense.frames
        if sense.conditional and kind != "verb":  # "ثماني طائرات مقاتلة", "خبراء ومقاتلون": no "he will fight if"
            frames = tuple(f for f in frames if f.when is None or (kind == "noun" and f.when not in _OF_VERBS))  # "مصافحا نظيره" is no refusal
        pred = Pred(
            kind, lemma, unit.reading, unit.first, unit.last, self.clause,
            frames, sense.operators, sense.says, sense.types, sense.operates, sense.links, sense.preps,
        )  # fmt: skip
        pred.definite = (unit.reading.article and not self._is_for(unit)) or bool(unit.reading.pronoun)
        self.preds.append(pred)
        self.clause.preds.append(pred)
        return pred

    def _is_for(self, unit: Unit) -> bool:
        """ "للقاء مبعوث": where the noun itself begins with ل, the letters do not show an article; a party right behind shows there is none."""
        if unit.reading is None or not (unit.reading.lemma.startswith("ل") and unit.fold.removeprefix(unit.conj).startswith("لل")):
            return False
        nxt = self._next(self.units.index(unit))
        return nxt is not None and nxt.is_actor() and not nxt.prep

    def _is_over(self, unit: Unit, k: int) -> bool:
        """ "أقر المجلس بعد أشهر من المماطلة حزمة مساعدات", "علقت حتى إشعار آخر جميع مساعداتها": have the words of the time ended before the noun?"""
        at = next((j for j in range(k - 1, max(-1, k - _TIME), -1) if self.units[j].is_phrase(("time", "cause"))), k)
        words = self.units[at + 1 : k]
        if not words or unit.conj or unit.fold.startswith("ال"):
            return False
        if any(u.kind not in ("word", "date", "number") and not u.is_phrase(("prep", "skip")) for u in words):
            return False
        return words[-1].is_phrase(("skip",)) or (words[-1].kind == "word" and words[-1].fold.startswith("ال"))

    def _stands_in_text_too(self, unit: Unit, said: Pred) -> bool:
        """ "تضمن القرار إدانة للعدوان ومطالبة بالانسحاب": is the noun one more act in words beside one that a text contains?"""
        over = said.governor if said.kind == "noun" and said.link == "obj" else None
        inside = over is not None and over.lemma in self.pack.word_class("contains") and not said.types.isdisjoint(SPEECH)
        return inside and unit.reading is not None and not unit.prep and not self.pack.noun_senses[unit.reading.lemma].types.isdisjoint(SPEECH)

    def _only_when(self, k: int) -> bool:
        """ "فرض واشنطن في اليوم نفسه عقوبات على": do only words for when or how stand between the last party and unit k?"""
        between = [u for u in self.units[max(0, k - _TIME) : k] if u.first >= self.last_stop]
        return bool(between) and all(u.kind == "date" or u.is_phrase(("skip",)) for u in between)

    def _said_with_it(self, unit: Unit, k: int) -> Unit | None:
        """ "دعت مصر إلى الهدنة، مع التنديد بالقصف": what whoever acts says besides, as "منددة بالقصف" would tell it; None if it is no such noun."""
        verb, nxt, form = self._up(self.clause).verb, self._next(k), unit.reading
        if form is None or verb is None or nxt is None or unit.prep or unit.conj or not k or self.units[k - 1].fold != WITH:
            return None
        if not (self._led_by(nxt) or nxt.is_phrase(("comp",))) or not (form.article or form.pronoun) or not (verb.subject or verb.clause.topic):
            return None
        doer = max([verb.last, *(a.mention.last for a in verb.subject)])
        if self.units[k - 1].first == doer or fold(verb.lemma).removesuffix(TA) in self.pack.word_class("deals-with"):
            return None  # "تعاملت فرنسا مع التهديد بالحرب"
        sense = self.pack.noun_senses[form.lemma]
        if not (sense.says or sense.types & SPEECH) or not sense.types.isdisjoint(_HELD_WITH):
            return None
        return replace(unit, reading=replace(form, gender=_gender(verb), article=False, pronoun=""))

    def _is_cognate(self, unit: Unit) -> bool:
        """ "نفت طهران نفيا قاطعا اتهامات لندن": a verb's own noun that only tells how it is done, with such an adjective behind."""
        verb = self.clause.verb
        if verb is None or unit.prep or unit.conj or self.prep or self.special or unit.last >= len(self.tokens):
            return False
        if unit.reading is None or unit.reading.article or unit.reading.pronoun or self.tokens[unit.last].fold not in self.pack.word_class("sheer"):
            return False
        return not {f.id for f in verb.frames}.isdisjoint(f.id for f in self.pack.noun_senses[unit.reading.lemma].frames)

    def _has_backers(self, unit: Unit, k: int) -> bool:
        """ "شنت القوات العراقية بمساندة طيران التحالف هجوما": does the noun lead to those who stand behind a deed of force?"""
        reading = unit.reading
        if reading is None or fold(reading.lemma) not in self.pack.word_class("backing") or (unit.prep or reading.prep) != _LINKED[0]:
            return False
        if reading.article or reading.pronoun or any(self._accepts(p, _LINKED[0]) or links(p, _LINKED[0]) for p in self.stack):
            return False  # "وعد بمساعدة مالي"
        nxt = self._next(k)
        return nxt is not None and nxt.is_actor() and not (nxt.prep or nxt.conj) and nxt.mention is not None and nxt.mention.kind != "demonym"

    def _noun(self, unit: Unit, k: int) -> None:
        if self._is_cognate(unit):
            return
        if (said := self._said_with_it(unit, k)) is not None:
            self._participle(said, k)
            return
        if self._has_backers(unit, k):
            self.special, self.prep = "third:", ""
            return
        prep = unit.prep or self.prep
        if prep and not unit.prep and self.between and unit.fold.endswith("ا") and unit.reading is not None and not unit.reading.lemma.endswith("ا"):
            prep = self.prep = ""  # "نفذ أكثر من ألف شخص اعتصاما": an accusative hangs on the verb
        if self.special.startswith(("time", "cause")) and not prep and self._is_over(unit, k):
            self.special = ""
        if not (prep or unit.conj or self.special):
            self._leave_told()
        previous = self.preds[-1] if self.preds else None
        goes_on = unit.conj == AND and self.between and not unit.fold.startswith(_AND_THE)
        if self.special.startswith("neg") and goes_on and self.clause.verb is not None:
            done = _done_on(self.clause.verb, unit.first)  # "أعلنت إلغاء القمة، وعدم ذهاب الوزير، وتجميد الأموال"
            if done is not None:
                previous, prep, self.special, self.prep = done, unit.prep, "", ""
        special = self.special
        governor: Pred | None = None
        link = ""
        if special.startswith(("time", "cause", "need", "neg", "purpose", "initiator", "attribution", "third", "idea")):
            link = special
            governor = self.clause.verb or (self.stack[-1] if self.stack else None)
            if special.startswith(("need", "neg", "idea")) and self.stack:
                governor = self.stack[-1]
            if special.startswith("neg"):  # "قررت استدعاء سفيرها للتشاور، وعدم المشاركة": what is decided
                governor = next((p for p in reversed(self.stack) if "decide" in p.operates), governor)
        elif (
            prep
            and fold(prep) == "في"
            and self.clause.verb is not None
            and unit.reading is not None
            and not unit.reading.article
            and self._meeting(unit.reading.lemma)
            and not any(links(p, "في") for p in (self.clause.verb, *self.stack))
            and not self._is_entered(unit)
        ):
            link, governor = "time:during", self.clause.verb  # "أكد … في اتصال مع"
        elif prep and fold(prep) in self.pack.word_class("during") and self.clause.verb is not None:
            link, governor = "time:during", self.clause.verb  # "اتفقوا لدى لقاء …"
        elif (act := self._done_to_it(unit)) is not None:
            governor, link = act, "obj"
        elif prep:
            link = prep
            top = self.stack[-1] if self.stack else None
            whose = [a.mention.last for a in top.of_role("genitive")] if top is not None and not top.reading.article else []  # "قرار فرنسا بطرد"
            if top is not None and top.kind == "noun" and unit.first == max([top.last, *whose]):
                his = top.governor is not None and top.link == "subj" and links(top.governor, prep)  # "حظي القرار بتأييد غانا"
                decides = "decide" in top.operates and prep == "ب" and not his
                does = "light" in top.operates and links(top, prep)  # "وصل للقيام بوساطة"
                if decides or does or any(f.parts.get(fold(prep)) == "content" for f in top.frames):
                    governor = top  # "والسماح بإيصال المساعدات", "قرارا بالعفو"
            near = top is not None and top.kind == "noun" and "CONSULT" in top.types and unit.first - top.last <= _ADJECTIVES
            of_round = near and top is not None and (not top.definite or self.pack.series(fold(top.lemma)) == "round")
            if of_round and prep == FROM[0] and unit.reading is not None and self._meeting(unit.reading.lemma):
                governor = top  # "أن جولة جديدة من المحادثات ستعقد"
            borne = top is not None and top.kind == "noun" and top.last == unit.first - 2 and any(not o.link for o in top.operators)
            if borne and prep == FROM[0] and self._is_some_of(unit):
                governor = top  # "تعهد بشن المزيد من الغارات"
            governor = governor or next((p for p in reversed(self.stack) if p.kind == "verb" and self._reaches(p) and links(p, prep)), None)
            governor = governor or next(
                (p for p in reversed(self.stack) if self._accepts(p, prep) or links(p, prep)),
                None,
            )
            governor = self._what_bore_fruit(governor, prep) or governor or (self.stack[-1] if self.stack else None)
        elif (
            unit.conj == AND
            and previous is not None
            and previous.kind == "noun"
            and previous.clause is self.clause
            and (previous.governor is not None or self.clause.verb is None)
        ):
            above = previous.governor
            if above is not None and above.kind == "noun" and above.link == "obj" and previous.reading.prep and k and self.units[k - 1].fold in COMMA:
                previous = above  # "استدعاء سفيرها للتشاور، ووقف الواردات": what is decided goes on, not what it is for
            if above is not None and self._stands_in_text_too(unit, above):
                previous = above
            again = unit.reading is not None and unit.reading.lemma == previous.lemma  # "إيقاف مساعداتها التنموية ومساعدات الميزانية"
            while previous.link == "gen" and previous.definite and not (again or unit.fold.startswith(_AND_THE)) and previous.governor is not None:
                if previous.governor.kind != "noun" or previous.governor.link in ("", "gen") or previous.governor.clause is not self.clause:
                    break
                previous = previous.governor  # "اتفقا على توزيع المساعدات وسحب القوات"
            if not unit.fold.startswith(_AND_THE):
                previous = self._beside_denied(previous)
            matter = self._matter(previous, unit, k)
            governor, link = (previous, matter) if matter else (previous.governor, previous.link)
        elif self.stack:
            top = self.stack[-1]
            if (
                top.kind == "noun"
                and not top.definite
                and not top.args
                and unit.first - top.last <= (2 if top.operators and self.between <= 2 else 0)
            ):
                governor, link = top, "gen"
            elif top.kind == "noun" and top.reading.pronoun and unit.first == top.last and "host" not in top.operates:
                governor, link = top, "obj"  # "فرضها عقوبات"
            elif (
                top.kind == "noun"
                and (top.operators or any(f.object and f.objects for f in top.frames))
                and top.args
                and self.between == 0
                and (unit.first - self.last_stop <= 1 or self._only_when(k))
                and isinstance(self.last, Arg)
                and not self._befalls(top, unit)
            ):
                governor, link = top, "obj"  # "قرار الجزائر طرد …", not "لقي العرض الروسي رفضا"
            else:
                verb = self.clause.verb if self.clause.verb in self.stack else top
                assert verb is not None
                if (holds := self._still_holds(unit, verb)) is not None:
                    self._close_to(holds.clause)
                    governor, link = holds, "obj"
                elif unit.conj == AND and "CONSULT" in verb.types and (matter := self._matter(verb, unit, k)):
                    governor, link = verb, matter  # "تبادلا وجهات النظر حول الأزمة الليبية والمفاوضات الروسية الأوكرانية"
                elif (
                    verb.kind == "verb"
                    and not verb.subject
                    and not verb.taken  # "المجلس العسكري أعطى السفير مهلة"
                    and not verb.clause.topic
                    and not verb.reading.pronoun
                    and not self.goes_on(verb)  # "لن نقبل مقترحات إسرائيل"
                    and not self._is_his_plan(verb)
                    and not verb.children
                    and not (unit.reading is not None and unit.fold == fold(unit.reading.lemma) + "ا")  # "بعد أن وقع اتفاقا"
                    and (not self._wants_object(verb) or ("reverse" in verb.operates and unit.fold.startswith("ال")))
                    and not self._told_of_speaker(verb)
                    and not self._is_done_by_described(verb, unit)
                ):
                    governor, link = verb, "subj"
                else:
                    governor, link = verb if verb.kind != "noun" else top, "obj"
                    if verb.kind != "noun" and any(c.link == "obj" for c in verb.children) and top.kind == "noun":
                        governor, link = top, "gen"
        carried = governor is not None and (link == "gen" or (fold(link) == FROM[0] and unit.first - governor.last <= _ADJECTIVES))
        if carried and governor is not None and governor.kind == "noun" and self._carries_on(governor, unit):
            link, governor = governor.link, governor.governor  # "نفذ سلسلة غارات", "سلسلة من الغارات": the raids hang where the series does
        elif governor is not None and fold(link) == FROM[0] and self._is_some_of(unit) and any(not o.link for o in governor.operators):
            link = "obj" if governor.kind == "verb" else "gen"  # "سيعقد عددا من الاجتماعات": the meetings are what he will hold
        pred = self._pred(unit, "noun")
        before = self.units[k - 1] if k else None
        plain = before is not None and before.kind == "word" and not before.fold.startswith("ال")
        no_matter = self.pack.word_class("degree") | self.pack.word_class("in-force-noun")  # "بالغ تعاطفه"; "بدأ سريان الهدنة"
        plain = plain and before is not None and bases(before.fold).isdisjoint(no_matter)
        pred.owned = plain and pred.definite and not prep and not unit.conj and not self._behind_a_place(k)
        pred.governor, pred.link = governor, link
        if link == "obj" and governor is not None and self._has_plain_doer(governor, unit, k):
            governor.strange = True
        pred.future = "hypothetical" if special.startswith("need") else None
        ahead = self.units[k - 1].phrase if k and self.units[k - 1].is_phrase(("fut",)) else None
        if ahead is not None and (self.future == "hypothetical" or ahead.letter):
            pred.future, self.future = self.future, None  # "في حال التوصل إلى هدنة", "تمهيدا للاجتماع"
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

    def _befalls(self, noun: Pred, unit: Unit) -> bool:
        """ "لقي العرض الروسي رفضا", "أثار توقيف المعارض انتقادات": does unit tell what the deed that is the verb's subject met with or roused?"""
        verb, reading = noun.governor, unit.reading
        if noun.link != "subj" or verb is None or reading is None or unit.fold.startswith("ال"):
            return False
        roused = any(fold(verb.lemma) in f.wanted.single for f in self.pack.noun_frames.get(reading.lemma, ()))
        return roused or (unit.fold.endswith("ا") and "reverse" in verb.operates)

    def _behind_a_place(self, k: int) -> bool:
        """ "اختتم الجيشان في منطقة أم سيالة تدريباتهما": do "in", a word for a kind of place and its name end right before unit k?"""
        at = next((i for i in range(k - 1, max(-1, k - _PLACED), -1) if self.units[i].kind != "word"), -1)
        led = self.units[at].phrase if at >= 0 else None
        return led is not None and led.value == IN and k - at > 2 and self.units[at + 1].fold in self.pack.word_class("settlement")

    def _is_entered(self, unit: Unit) -> bool:
        """ "رفضت الدخول في محادثات": is a meeting what somebody enters, not when something was said?"""
        at = unit.first - 2
        return at >= 0 and not bases(self.tokens[at].fold).isdisjoint(self.pack.word_class("entering"))

    def _still_holds(self, unit: Unit, verb: Pred) -> Pred | None:
        """ "عقد الوزير الذي وصل أمس اجتماعا": the verb of holding, with its subject, that waits behind a clause about him for its meeting."""
        word = unit.reading
        meets = word is not None and not (word.article or word.prep or word.conj) and self._meeting(word.lemma)
        if verb.kind != "verb" or verb.clause.kind != "rel" or not meets or any(not o.link for o in verb.operators):
            return None
        over = next((p for p in reversed(self.stack) if p.kind == "verb" and p.clause is verb.clause.parent), None)
        if over is None or not over.subject or all(o.link or o.cls != "light" for o in over.operators):
            return None
        return over if not any(c.link in ("obj", "subj") for c in over.children) else None

    def _is_some_of(self, unit: Unit) -> bool:
        """Does a word of number and "of" stand right before the unit ("عددا من اللقاءات")?"""
        at = unit.first - 2
        return at >= 0 and self.tokens[at + 1].fold == FROM[0] and self.tokens[at].fold in self.pack.word_class("some-of")

    def _has_plain_doer(self, verb: Pred, unit: Unit, k: int) -> bool:
        """ "شنت عدة جماعات مقاتلة هجوما": do only plain words stand between a verb and the deed that it tells, with the ending of an object? They
        are its subject."""
        if verb.kind != "verb" or "light" not in verb.operates or verb.subject or verb.clause.topic:
            return False
        between = list(takewhile(lambda u: u.first >= verb.last, reversed(self.units[:k])))
        owned = unit.reading is not None and bool(unit.reading.pronoun)
        if not between or not (unit.fold.endswith(_NOT_WHO[0]) or owned) or any(u.kind != "word" or u.conj or u.prep for u in between):
            return False
        first, man = between[-1], verb.reading.verb is not None and verb.reading.verb.gender == "m"
        return not (self._governed(first) or first.fold.endswith(_NOT_WHO[0]) or (man and self._gender_of(first.first) == "f"))  # "شن فجأة هجوما"

    def _done_to_it(self, unit: Unit) -> Pred | None:
        """ "فرض اليابان لعقوبات على", "تعليق السويد للمساعدات": the act to which a thing with ل right behind its doer is the object."""
        act = self.stack[-1] if self.stack else None
        doer = act.of_role("genitive")[-1:] if act is not None and act.kind == "noun" else []
        if act is None or not doer or unit.prep != _LINKED[1] or unit.first != doer[0].mention.last:
            return None
        things = bases(unit.fold.removeprefix(unit.conj))
        return act if any(words[0] in things for f in act.frames for words in f.objects) else None

    @staticmethod
    def _beside_denied(act: Pred) -> Pred:
        """ "أعلنت إلغاء القمة، وعدم حضور الوزير، وتجميد الأموال": behind what is not to be done "and" goes on with what is, on the same verb."""
        probe, depth = act, 0
        while not probe.link.startswith("neg") and probe.governor is not None and probe.governor.kind == "noun" and depth < _STEPS:
            probe, depth = probe.governor, depth + 1
        verb = probe.governor if probe.link.startswith("neg") else None
        return (_done_on(verb, probe.first) if verb is not None else None) or act

    def _matter(self, act: Pred, unit: Unit, k: int) -> str:
        """The preposition behind an act that a noun with "and" goes on from: "محادثات بشأن الوضع والعمليات العسكرية"; empty for none."""
        if act.definite or unit.reading is None or not unit.reading.article:
            return ""
        for before in reversed(self.units[:k]):
            if before.first < act.last:
                break
            if before.phrase is not None and before.phrase.cls == "prep" and fold(before.phrase.value) in self.pack.word_class("topic-prep"):
                return before.phrase.value
        return ""

    def _says_where(self, k: int) -> bool:
        """Does a preposition follow the verb at unit k, so that nobody is its subject or object?"""
        nxt = self._next(k)
        led = nxt is not None and (nxt.prep or (nxt.reading is not None and nxt.reading.prep))
        return nxt is not None and (bool(led) or nxt.is_phrase(("prep", "time", "cause")))

    def _reaches(self, p: Pred) -> bool:
        """May a noun here hang on this verb? Not over the verb of a clause that describes something ("…، التي أسفرت عن اتفاق")."""
        return p.clause is self.clause or self.clause.kind != "rel" or self.clause.verb is None

    def _carries_on(self, outer: Pred, unit: Unit) -> bool:
        """Is the outer noun only the form of the deed that follows it ("عملية تبادل", "حملة اعتقالات", "أعمال الاجتماع")?"""
        word = self.tokens[outer.first].fold
        bare = word.removeprefix(outer.reading.conj).removeprefix(outer.reading.prep)
        if bare in self.pack.word_class("proceedings") and unit.reading is not None and self._held(unit.reading.lemma):
            return True
        if bare not in self.pack.word_class("carrier") or unit.reading is None:
            return False
        return any(f.type in _MATERIAL for f in self.pack.noun_frames.get(unit.reading.lemma, ()))

    def _meeting(self, noun: str) -> bool:
        """Is the noun a call, a meeting, talks: something in which things are said?"""
        return any(f.type == "CONSULT" and f.mode in (None, "phone") and f.factive for f in self.pack.noun_frames.get(noun, ()))

    def _held(self, noun: str) -> bool:
        """Is the noun a meeting or manoeuvres, which have proceedings ("انتهاء فعاليات التدريب")?"""
        return self._meeting(noun) or any(f.type == "COOPERATE" and f.factive for f in self.pack.noun_frames.get(noun, ()))

    @staticmethod
    def _what_bore_fruit(noun: Pred | None, prep: str) -> Pred | None:
        """ "نجاح وساطتها في الإفراج عن", "نجحت وساطة قام بها الأمير في الإفراج عن": the success of a mediation, on which hangs what came of it."""
        over = noun.governor if noun is not None and noun.kind == "noun" and noun.link in ("subj", "gen") else None
        brokered = noun is not None and any(f.mode == "third-party" for f in noun.frames)
        return over if over is not None and brokered and links(over, prep) else None

    def _is_done_by_described(self, verb: Pred, unit: Unit) -> bool:
        """ "تركيا التي وقعت معاهدة مع العراق عام 1994": is it what he whom the clause describes did? Not "السودان الذي تدور فيه حرب"."""
        about, reading = verb.clause.antecedent, verb.reading.verb
        mine = verb.clause.kind == "rel" and isinstance(about, Arg) and about.mention.kind in ACTOR_KINDS and not self.taken_up(verb)
        active = reading is not None and reading.tense == "past" and reading.number == "s" and "passive" not in verb.operates
        agrees = isinstance(about, Arg) and reading is not None and (reading.gender == "f") == self._is_feminine(about.mention)
        return mine and active and agrees and not unit.fold.startswith(_THE) and any(f.objects for f in verb.frames)

    @staticmethod
    def _wants_object(verb: Pred) -> bool:
        """A verb without a named subject whose object is an event: "أجرى اتصالا", dual "اتفقا"."""
        return any(not o.link for o in verb.operators) and verb.operates.isdisjoint(("passive", "host"))

    def _lets_loose(self, unit: Unit, reading: Reading) -> str:
        """The pronoun of whose freedom it is that the verb gives: "أطلقت مالي سراحهم"; empty if it gives nobody's that is told before."""
        if fold(reading.lemma) not in self.pack.word_class("lets-loose"):
            return ""
        near = takewhile(lambda t: t.kind == "word", self.tokens[unit.last : unit.last + _FREED])
        return next((whose for t in near if (whose := self._whose_freedom(t))), "")

    def _whose_freedom(self, word: Token) -> str:
        """The pronoun at the end of a word for somebody's freedom ("سراحه"); empty for other words."""
        freedom = (w for w in self.pack.word_class("loosed") if word.fold.startswith(w) and len(word.fold) > len(w))
        return next((word.fold.removeprefix(w) for w in freedom), "")

    def _reached(self, verb: Pred, k: int) -> Arg | None:
        """Whom the clause is about, if a pronoun behind its verb, at unit k, takes him up as the one to whom the act is done, with the preposition
        that says so: "الصحفي أفرج عنه", "الذي حكمت عليه المحكمة", "ألقي القبض عليه", "أطلق سراحه"."""
        described = verb.clause.kind == "rel"
        about = verb.clause.antecedent if described else verb.clause.topic[0] if len(verb.clause.topic) == 1 else None
        if not isinstance(about, Arg) or about.mention.kind == "place":
            return None
        for t in self.tokens[verb.last : verb.last + 1 + self._is_caught(verb)]:
            prep = fold(self.pack.prep_pronouns.get(t.fold, ""))
            freed = fold(verb.lemma) in self.pack.word_class("lets-loose") and bool(self._whose_freedom(t))
            if (prep or freed) and not self._fits_pronoun(t, about.mention):
                return None
            if freed or any(f.parts.get(prep) == "recipient" and f.type in _REACHES for f in verb.frames):
                alone = not described and self._is_mighty(about.mention, verb) and not self._explicit_subject(k)  # "الجيش أفرج عنه": he did
                return None if alone else Arg(about.mention, prep, "prep" if prep else "object", about.medium)
        return None

    def _is_caught(self, verb: Pred) -> bool:
        """ "ألقي القبض عليه": does a word that a frame demands stand between the verb and the pronoun?"""
        near = self.tokens[verb.last : verb.last + 2]
        if len(near) < 2 or not (near[1].fold in self.pack.prep_pronouns or self._whose_freedom(near[1])):
            return False
        word = bases(near[0].fold)
        return any(f.wanted.met_by(word) for f in verb.frames if f.objects and f.type in _REACHES)

    def _is_mighty(self, mention: Mention, verb: Pred) -> bool:
        """May he do himself what a verb that is no passive by its form tells: a state, a body, armed men, who holds an office?"""
        passive = verb.reading.verb is not None and verb.reading.verb.passive
        man = mention.kind in ("person", "role", "people-group") or mention.rule.startswith("agent")
        powerful = mention.rule.startswith(("post", "agent.GOV", "agent.MIL")) and mention.role not in ENVOYS
        return not passive and (powerful or not man)

    def _fits_pronoun(self, pronoun: Token, mention: Mention) -> bool:
        """Does a pronoun at the end of a word agree with whom it is to mean?"""
        hers, theirs = (pronoun.fold.endswith(tuple(self.pack.word_class(ends))) for ends in ("end-of-hers", "end-of-theirs"))
        feminine = self._is_feminine(mention) or self.tokens[mention.first].form.endswith(HERS)
        return theirs or hers == (feminine or mention.kind == "people-group")

    @staticmethod
    def _told_of_speaker(verb: Pred) -> bool:
        """ "الرئيس الذي انتقد قرار أوغندا": of whom a clause tells what he says or thinks of a deed, and no deed does."""
        who = verb.clause.antecedent if verb.clause.kind == "rel" and verb.clause.verb is verb else None
        speaks = any(f.type in SPEECH and f.object for f in verb.frames) and "passive" not in verb.operates
        return speaks and isinstance(who, Arg) and who.mention.kind in ACTOR_KINDS

    def _is_said_of_text(self, k: int) -> bool:
        """ "البيان قال إن": does a text, with its article, stand at the head of the sentence right before the verb at unit k?"""
        return k == 1 and self.units[0].is_phrase(("medium",)) and self.units[0].fold.startswith((_THE, _AND_THE)) and not self.special

    def _verb(self, unit: Unit, k: int) -> None:
        reading = unit.reading
        assert reading is not None
        if not reading.pronoun and (whom := self._lets_loose(unit, reading)):
            reading = unit.reading = replace(reading, pronoun=whom)  # "أسرى أطلق الحوثيون سراحهم", as "أسرى حررهم الحوثيون"
        if self._calls_on_god(k):
            self.between += 1
            return
        text = k > 0 and self.units[k - 1].is_phrase(("medium",)) and self.special.startswith("attribution")
        if text and reading.pronoun and fold(reading.lemma) in self.pack.word_class("issues"):
            return  # "وفق بيان أصدره المكتب": who issues the text is its source
        purpose = reading.prep == "ل"
        then = reading.conj == FA or (reading.verb is not None and reading.verb.tense == "future" and not self.rel)
        if then and self._leave_condition() and self.clause.kind == "comp" and self._explicit_subject(k):
            self.clause.topic, self.clause.spoken_for = [], False  # "قال إنه إذا اندلعت حرب فسيدفع لبنان الثمن": the pronoun is of nobody
        if self._he_is_nobody(reading) and self._explicit_subject(k):
            self.clause.topic, self.clause.plain, self.clause.spoken_for = [], "", False
        passed = unit.conj and k > 0 and not self.units[k - 1].is_phrase(("rel",))  # "التي تقودها كينيا، وأفرجت": described without a verb
        described_more = passed and self.rel and self._tells_more_of(unit, reading)
        pending_rel, self.rel = self.rel and not passed, False
        joins, self.joins = self.joins, False
        referred, self.pronoun = self.pronoun, False
        continued: list[Arg] = []
        becomes = False  # it stands right behind "has come to"
        named_not = False  # its clause describes words that name nobody, behind an insertion
        of_word = been = False  # its subject is a word that names nobody, or a name, before it
        joined: Pred | None = None  # the verb before it, whose subject it goes on with
        before = self.units[k - 1].phrase if k else None
        in_passing = self._in_passing(unit, k)
        as_said = in_passing or (before is not None and before.cls == "attribution" and before.value == "clause")  # "…، حسبما أفادت الوكالة"
        described = self._described(unit, reading, k) if not as_said else None
        if as_said:
            self._new_clause(Clause("coord", self._up(self.clause)))
        elif described is not None:
            self._new_clause(Clause("rel", self.clause, None, described))
        elif (paper := self._goes_on_saying(unit, reading, joins)) is not None:
            self._new_clause(Clause("rel", self.clause.parent, None, paper))
        elif described_more:
            self._new_clause(Clause("rel", self.clause, None, self.last))
        elif pending_rel:
            what = before is not None and before.cls == "rel" and before.value == "x"
            behind = self.units[k - 3 if k > 2 and self.units[k - 2].fold in COMMA else k - 2] if k > 1 else None
            stood = (u for u in self.units[max(0, k - 4) : k - 1] if u.first >= self.last_stop)
            another = any(u.kind == "word" and u.fold.startswith(_AND_THE) for u in stood)  # "بين بيرو والدول الكبرى التي أعربت"
            another = another and not self._is_adjective_too(k - 2)
            land = isinstance(self.last, Pred) and behind is not None and behind.fold in self.pack.word_class("part-of-land")
            another = another or land  # "نفذ الهجوم في الشطر الذي تحتله تركيا"
            his = isinstance(self.last, Pred) and bool(self.last.reading.pronoun) and self.between > 1 and not reading.pronoun
            named_not = self._names_nobody(k) or (behind is not None and self._are_those(behind))
            its = isinstance(self.last, Pred) and bool(self.last.reading.pronoun) and behind is not None  # "رفضها المقترح الذي قدمته"
            its = its and isinstance(self.last, Pred) and any(not bases(behind.fold).isdisjoint(f.wanted.single) for f in self.last.frames if behind)
            another = another or his or its or named_not  # "أسفها إزاء حادث الطائرة الذي دفع …": the accident did
            led = behind is not None and behind.kind == "word" and behind.fold.startswith(_LINKED) and behind.fold[1:].startswith((_THE, _TO))
            led = led or (behind is not None and behind.fold.startswith(_THE) and k > 2 and self.units[k - 3].is_phrase(("prep",)))
            another = another or (led and isinstance(self.last, Pred) and bool(self.last.reading.pronoun))  # "ارتياحه للمرونة التي تبديها أوغندا"
            antecedent = None if what or another or self._is_plain_so_far() else self.last  # "ما وصفه بالعدوان" describes nobody
            if isinstance(antecedent, Arg) and self._is_of_object(antecedent, k):
                antecedent = None
            since = self.special.startswith(("time", "cause")) and self.between > 0
            if isinstance(antecedent, Arg) and since and antecedent.mention.kind in ("state", "place"):
                antecedent = None  # "المقيم في دمشق هي الأولى منذ الانتفاضة التي أطاحت بالرئيس"
            forced = reading.pronoun and not self.pack.verb_senses[reading.lemma].types.isdisjoint(_FORCE)
            apart = behind is not None and self.between > 0 and (self.between > 1 or not behind.fold.startswith("ال"))
            between = self.tokens[self.last_stop : unit.first - 1]
            his_name = len(between) < _NAME and not any(t.fold.startswith("ال") for t in between)  # "الطيار الأردني فلان الفلاني الذي قتله"
            if isinstance(antecedent, Arg) and forced and apart and not (his_name and antecedent.mention.rule.startswith(("agent", "post"))):
                antecedent = replace(antecedent, role="far")  # "زار فلان أسرة الطفل آدم الذي قتلته القوات"
            suffers = reading.lemma in self.pack.word_class("kills") and not reading.pronoun and self._says_where(k)  # "الذي قتل في غارة"
            if (reading.pronoun or suffers) and behind is not None and behind.mention is not None and _is_adjective(behind):
                antecedent = Arg(replace(behind.mention, kind="state"), "", "loose")  # "الجزيرة التشادية التي احتلتها كينيا"
            if isinstance(antecedent, Arg) and antecedent.role == "backer" and self.units[k - 1].conj == AND:
                antecedent = self.backed  # "الحركة المدعومة من رواندا والتي سيطرت على المدينة"
            if isinstance(antecedent, Arg) and before is not None and (deed := self._deed_at(antecedent.mention, before.value)) is not None:
                antecedent = deed
            antecedent = self._deed_told_of(unit, reading, k) or antecedent
            if isinstance(antecedent, Arg) and not self._is_of_which(antecedent.mention):
                antecedent = self._the_other(antecedent) if not self.between else None
            if isinstance(antecedent, Arg) and behind is not None and behind.mention is antecedent.mention and self.units[k - 2].fold in COMMA:
                antecedent = self._lodged(antecedent) or antecedent
            listed = self.clause.topic if self.clause.verb is None and self.between else []
            if before is not None and before.cls == "rel" and before.value == "d":
                listed = listed or self._both()  # "قطر والسعودية اللتين دعتا"
            wrote = self._wrote_in_it(unit, reading, k) if antecedent is None and self._is_his_text(unit.first - 2) else []
            self._new_clause(Clause("rel", self.clause, None, antecedent, whom=self._is_whom(reading, k)))
            if wrote:
                self.clause.topic = wrote  # "قال في خطابه الذي دعا فيه إيران إلى"
            if isinstance(antecedent, Arg) and len(listed) > 1 and antecedent in listed:  # "فرنسا وألمانيا من أول الدول التي اعترفت …"
                self.clause.topic = [Arg(a.mention, "", "subject", a.medium) for a in listed]
        elif self._stands_within(k) and (deed := self._deed_told_of(unit, reading, k)) is not None:
            self._new_clause(Clause("rel", self.clause, None, deed))
        elif wrote := self._wrote_in_it(unit, reading, k):
            self._new_clause(Clause("rel", self.clause, None, None))
            self.clause.topic = wrote
        elif self._describes(unit) or self._in_it(unit, k):
            self._new_clause(Clause("rel", self.clause, None, self.last))
        elif (speaking := self._speaking_text(unit, reading)) and self.clause.verb is not None:
            writers = self._writers(self.clause.verb)
            self._new_clause(Clause("rel", self.clause, None, None, topic=writers, plain="" if writers else speaking))
        elif self._describes_a_thing(unit, k) or self._did_it_to_them(unit, k):
            self._new_clause(Clause("rel", self.clause, None, None))
        elif self._has_become(unit, self.clause.verb):
            joined, becomes = self.clause.verb, True
            continued = (joined.subject if joined is not None else []) or self.clause.topic
            self._new_clause(Clause("coord", self.clause))
        elif (waiting := self._waiting(unit, reading, joins, k)) is not None:
            self._close_to(waiting)  # "أن المجلس الذي يحكم البلاد …، أمهل السفير"
            if self._he_is_nobody(reading) and self._explicit_subject(k):  # "أنه بعد هجوم وقع في مقديشو، طردت القوات"
                self.clause.topic, self.clause.plain, self.clause.spoken_for = [], "", False
        elif (comma := self._called_by_name(reading, k)) is not None:
            self._new_clause(Clause("rel", self.clause, None, None))
            self.occasion = comma
        elif (
            self.clause.verb is not None
            or self._tells_next(unit, reading)
            or ((unit.conj or joins) and self.clause.preds and self.clause.kind != "rel" and not self._as_for(reading))
            or self._is_done_without(unit, k)
        ):
            joined = self.clause.verb
            been = self._has_been(unit) and joined is not None
            of_word = been and joined is not None and not joined.subject and self.between > 0
            parent, continued = self._level(unit, reading, joins or referred)
            self._new_clause(Clause("coord", parent))
        if self.at is not None:
            self.clause.scene.append(self.at)
            self.at = None
        pred = self._pred(unit, "verb")
        pred.aside = as_said
        if self.future == "proposed" and unit.conj:
            self.future = None  # "رفضت المقترح واستدعت السفير": "the proposed" belongs to what stands before it
        pred.was, pred.negated, pred.future = self.was, self.negated, self.future
        assert reading.verb is not None
        if reading.verb.tense == "future":
            pred.future = pred.future or "planned"
        elif reading.verb.tense == "present" and unit.conj and joined is not None and joined.future == "planned":
            pred.future = pred.future or "planned"  # "سيجري مشاورات ويبحث الملف"
        elif reading.verb.tense == "present" and self.qad:
            pred.future = "hypothetical"  # "قد تغلق الحدود": in the past "قد" tells that it is done, in the present that it may be
        elif self._goes_on_from_wish(unit, reading, joined) and not pred.says:
            pred.future = pred.future or "hypothetical"  # "ستمدد إذا أبدوا التزاما بها وسمحوا بدخول المساعدات"
        if purpose:  # "وصل إلى القاهرة ليلتقي الرئيس", as "للقاء الرئيس": on the way there
            travels = any(f.mode == "visit" for p in self.preds if p.kind == "verb" and p is not pred for f in p.frames)
            pred.future = "planned" if travels and "CONSULT" in pred.types else "hypothetical"
        if self.pack.verb_senses[pred.lemma].conditional:
            pred.frames = [f for f in pred.frames if f.when is None or _holds(f.when, pred, self.preds, self._has_condition(k))]
            pred.preps = frozenset(prep for f in pred.frames for prep in f.parts)
        if self.negated:
            self.negated = None
        self.future = None
        if self.was and (self.qad or reading.verb.tense == "past") and not (unit.conj and self.between):  # "كان عنيفا وحث الرئيس"
            self.clause.background = True
        if before is not None and self.units[k - 1].first == self.units[k - 1].last:  # "الباحثة المحتجزة في": so she was before
            self.clause.background = True
        self.qad = False
        if self._is_of_the_opening(reading, k):
            self.clause.scene, self.clause.topic = [*self.clause.scene, *self.clause.topic], []
        self.clause.verb = pred
        pred.impersonal = pred.says and self._is_said_of_text(k)
        if not as_said and not self._breaks_in(pred, k):
            self._fronted_noun(pred, bool(reading.pronoun) and self._explicit_subject(k))
        owed = self._one_is_led(pred, k)
        opens = self.clause.kind == "coord" and joined is None and not (continued or self.clause.topic)  # not "لكن مصر حثت إيران"
        over = self.clause.parent if opens else None
        if over is not None and (owed or self._sends_off(pred, k) or self._meets_a_man(k, pred)):
            # "طردت ثلاثة دبلوماسيين، فيما استدعت السفيرة", "زار موسكو بعدما التقى ماكرون": whoever acted
            continued = [a for a in (over.verb.subject if over.verb is not None else []) or over.topic if self._continues(reading, a.mention)]
        alike = bool(continued) and all(a.mention.kind == "person" for a in continued)
        if continued and (self._another_speaks(pred, k) or ((unit.conj or joins) and self._another_comes(pred, k))):
            continued = []
        goes_on = referred or owed or becomes or been or (bool(continued) and self._sends_off(pred, k))
        if continued and (goes_on or not self._explicit_subject(k) or (alike and self._meets_one(k, pred))):
            states = len(continued) > 2 and reading.verb.gender == "f" and all(a.mention.kind == "state" for a in continued)
            alone = reading.verb.number == "s" and len(continued) > 1 and not states  # "رفضت روسيا والصين وتركيا العرض، وأعلنت"
            self.clause.topic = continued[:1] if alone else continued
        self._leave()
        if self.clause.kind == "coord" and (unit.conj or joins):
            # "على إثر الهجوم، كما بحث معه الوضع على": nothing more goes to the attack; "أطلق صاروخا، وأدى إلى التوتر مع": nor to a deed
            self.stack = [p for p in self.stack if p.kind != "noun" and (p.says or p.clause is not self.clause.parent or joins)]
        self.stack.append(pred)
        pred.dates.extend(self.early_dates)
        self.early_dates.clear()
        pred.args.extend(self.early_parts)
        self.early_parts.clear()
        self.was = False
        fronted = unit.conj != AND and self.between > 0 and not self.clause.topic and len(self.clause.preds) == 1
        unknown = fronted and self._unknown_before(k)
        nxt, at = self._next(k), k
        while nxt is not None and nxt.fold in QUOTE_MARKS and len(self.page.quotes.get(self.tokens[nxt.first].stop, ())) <= _TITLE:
            nxt = self._next(k := k + 1)  # "وأضاف «شكري»", not "وأضاف «هم يخطئون …»"
        says = pred.says
        if nxt is not None and nxt.kind == "word":
            named = self.page.names.get(nxt.fold) if says else None
            if named is not None and named.first < pred.first and self._agrees(reading, named):
                pred.args.append(Arg(named, "", "subject"))
            describes = reading.lemma in self.pack.word_class("describing")
            judged = describes and bool(reading.pronoun) and not nxt.fold.startswith("ال")  # "بما عدته أكبر طرد": what she calls it
            judged = judged or nxt.fold.startswith(_TO_THE)  # "وقال للصحافيين": to whom
            unknown_man = self._is_somebody(nxt) or (says and not (nxt.conj or judged) and not nxt.fold.endswith(_NOT_WHO))
            pred.strange = named is None and unknown_man and not self._is_titled(k + 1)
        if nxt is not None and (state := self._by_its_chief(pred, nxt, self._next(k + 1))) is not None:
            pred.args.append(Arg(state, "", "subject"))
            pred.strange = False
        behind = self._next(k + 1)
        back = nxt.phrase if nxt is not None and nxt.is_phrase(("prep-pron",)) else None
        if back is not None and behind is not None and (back.value == IN or self.clause.whom):  # "في الوقت الذي يطالب فيه المزيد من الناس"
            pred.strange = pred.strange or self._is_somebody(behind) or (self.clause.whom and behind.kind == "number")
        if self._he_told(pred):
            self.clause.spoken_for = True
        gathers = "gather" in pred.operates
        unknown = unknown or bool(self.clause.plain and not self.clause.topic)
        chanted = unit.first > 0 and self.tokens[unit.first - 1].fold in self.pack.word_class("chants")
        unknown = unknown or chanted  # "هتافات تدعو طهران إلى الخروج"
        unknown = unknown or of_word
        described_plain = pending_rel and self.clause.antecedent is None and (named_not or bool(self.clause.parent and self.clause.parent.plain))
        # "الأحزاب والجهات التي تطالب أوغندا": what is described asks, and who stands right behind is asked
        described_plain = described_plain or (pending_rel and self.clause.antecedent is None and self._addresses_him(pred, k))
        unknown = unknown or (described_plain and not self.taken_up(pred))
        unknown = unknown and not (self.clause.kind == "rel" and self.taken_up(pred))  # "نقل محتجزين أفرج عنهم الطرفان"
        pred.taken = unknown or self.clause.spoken_for or (described is not None and not self.taken_up(pred) and not gathers)
        pred.strange = pred.strange or unknown
        if nxt is not None and nxt.kind in ("word", "noun") and nxt.fold in self.pack.word_class("weapon"):
            pred.strange = True
        titled = nxt is not None and self._is_titled(k + 1)
        counted = nxt is not None and nxt.kind == "number" and not self._counts_doers(nxt, self._next(k + 1))
        counted = counted and not self._men_for_her(reading, self._next(k + 1))
        if nxt is not None and not titled and (counted or self._is_somebody(nxt) or self._acts(pred, nxt, self._next(k + 1))):
            pred.strange = True
        if nxt is not None and nxt.kind == "word" and (self._is_no_doer(pred, nxt) or self._is_asked(pred, nxt, k + 1)):
            pred.strange = False
        if (hit := self._reached(pred, at)) is not None:
            pred.reached, pred.strange, pred.taken = True, not self._explicit_subject(at), False
            self.clause.topic = []
            pred.args.append(hit)
        pred.after_strange = bool(joined is not None and joined.strange and not joined.subject and not continued and self._alike(joined, pred))
        self.prep, self.special, self.between, self.last_arg = "", "", 0, None
        self.last, self.last_stop = pred, unit.last

    def _is_of_the_opening(self, reading: Reading, k: int) -> bool:
        """ "تزامنا مع احتفالات مصر بعيدها أصدر الرئيس السوداني": is a land that only says whose the thing before it is, and with which the verb
        does not agree, no subject, since one stands right behind the verb?"""
        topic, nxt, verb = self.clause.topic, self._next(k), reading.verb
        his = verb is not None and (verb.gender, verb.number) == ("m", "s")
        whose = his and len(topic) == 1 and bool(topic[0].gap) and self._is_feminine(topic[0].mention)
        led = whose and any(u.is_phrase(("prep", "time", "cause")) for u in self.units[:k] if u.first < topic[0].mention.first)
        if not led or self.tokens[topic[0].mention.first - 1].fold.removeprefix(AND) in self.pack.word_class("as-for"):
            return False  # "لو شاءت كينيا التصعيد، كما يقول أحدهم"; "أما كينيا فقد قال وزير خارجيتها"
        behind = nxt.mention if nxt is not None and not (nxt.prep or nxt.conj) else None
        return behind is not None and behind.kind in ACTOR_KINDS and self._agrees(reading, behind) and not reading.pronoun

    def _calls_on_god(self, k: int) -> bool:
        """ "أيده الله", "داعيا المولى أن يحفظه": a wish or a prayer tells of no act between people."""
        nxt = self._next(k)
        return nxt is not None and nxt.kind == "word" and nxt.fold in self.pack.word_class("god")

    def _is_adjective_too(self, k: int) -> bool:
        """ "المساعدات الإنسانية والطبية التي": is the word with "and" at unit k the second adjective of one noun, by its end?"""
        first, second = self.units[k - 1], self.units[k]
        return k > 0 and first.kind == "word" and first.fold.startswith(_AND_THE[1:]) and first.fold[-2:] == second.fold[-2:]

    def _has_become(self, unit: Unit, before: Pred | None) -> bool:
        """ "إن بلاده باتت تعتبر الإمارات خصما": right behind "has come to" a present goes on with its subject."""
        verb = unit.reading.verb if unit.reading is not None else None
        present = verb is not None and verb.tense == "present" and not unit.conj
        return present and before is not None and before.last == unit.first and before.lemma in self.pack.word_class("has-become")

    def _counts_doers(self, number: Unit, after: Unit | None) -> bool:
        """ "بدأ ثلاثون أسيرا إضرابا": does the number, in the case of a subject, count those who stand right behind it?"""
        return after is not None and after.mention is not None and after.first == number.last and self._are_counted(after.mention)

    def _is_done_without(self, unit: Unit, k: int) -> bool:
        """ "أكدت فرنسا أن البحارة مدنيون، وقالت إيران", "أن الاتفاق خطوة مهمة، في حين قال": does a verb behind a comma with "and" or "while" leave
        a clause that is whole without one?"""
        clause, before = self.clause, self.units[k - 1] if k else None
        if clause.kind != "comp" or clause.head is None or clause.verb is not None or before is None:
            return False
        meanwhile = before.phrase is not None and " ".join(before.phrase.tokens) in self.pack.word_class("while")
        comma = before.first - 1 if meanwhile else unit.first - 1
        apart = comma >= 0 and self.tokens[comma].fold in COMMA and comma - clause.head.content_start >= _WHOLE
        return apart and (meanwhile or unit.conj == AND)

    def _men_for_her(self, reading: Reading, counted: Unit | None) -> bool:
        """ "بعدما طردت ثلاثة دبلوماسيين": does the number behind a woman's verb count men, who can only be its object?"""
        verb, m = reading.verb, counted.mention if counted is not None else None
        if verb is None or (verb.gender, verb.number) != ("f", "s") or verb.passive or m is None:
            return False
        people = m.kind in ("state", "people-group", "person") and m.rule.startswith(("agent", "unnamed"))
        return people and not self.tokens[m.first].fold.endswith(tuple(self.pack.word_class("her-end")))

    def _he_is_nobody(self, reading: Reading) -> bool:
        """ "ذكرت الصحيفة أنه في الفجر قصفت القوات التركية القرية": "he" before the first verb, which is a woman's, stands for nobody."""
        clause, verb = self.clause, reading.verb
        if clause.kind != "comp" or clause.verb is not None or clause.head is None or verb is None or reading.pronoun:
            return False
        that = self.tokens[clause.head.content_start - 1].fold if clause.head.content_start > 0 else ""
        return (verb.gender, verb.number) == ("f", "s") and that in self.pack.word_class("that-he")

    def _he_told(self, pred: Pred) -> bool:
        """ "قال إنه أبلغ المجلس": the pronoun of "that he" is the subject of a verb that takes whom it tells, so that he stands behind it."""
        clause, before = self.clause, self.tokens[pred.first - 1].fold if pred.first else ""
        if clause.kind != "comp" or clause.verb is not pred or before not in self.pack.word_class("that-he"):
            return False
        return clause.head is not None and clause.head.says and self._alike(clause.head, pred) and self._told_to(pred)

    def _in_passing(self, unit: Unit, k: int) -> bool:
        """ "التفت إلى نظيره، كما ذكرت وكالة رويترز، قائلا": a saying whose words stand around it, not behind it."""
        if k < 2 or self.units[k - 1].fold not in self.pack.word_class("as") or unit.reading is None or self.stack == []:
            return False
        says = [f for f in self.pack.verb_frames.get(unit.reading.lemma, ()) if f.say]
        if not says:
            return False
        if any("source" in f.needs and self._led_by(self._next(k)) in f.parts for f in says):  # "كما جاء في بيان للوزارة"
            behind = (u for u in self.units[k + 1 : k + _TURN] if u.kind in ("mark", "verb") or u.is_phrase(("comp",)))
            return (end := next(behind, None)) is None or end.fold in COMMA
        i = k + 1
        while i < len(self.units) and self.units[i].kind == "mention" and not self.units[i].prep:
            i += 1
        if i == k + 1 or i + 1 >= len(self.units) or self.units[i].fold not in COMMA:
            return i > k + 1 and i + 1 >= len(self.units)
        then = self.units[i + 1]
        return then.kind == "participle" or then.fold in self.pack.word_class("leads-on")

    def _is_of_which(self, m: Mention) -> bool:
        """May the last word for "which" tell of the mention? No "التي" of a man or of men, no "الذي" of a body with a woman's name or of men."""
        first, last = self.tokens[m.first].form, self.tokens[m.last - 1].fold
        if self.which not in ("m", "f", "p") or len(m.entities) > 1 or m.kind == "group":
            return True
        land = m.kind == "state" and m.rule in ("name", "homeland")
        if land or m.kind == "place":
            he = not {self.tokens[m.first].fold, last}.isdisjoint(self.pack.word_class("masculine")) and not first.endswith("ة")
            return self.which != "p" and (not land or he == (self.which == "m") or self._is_part_of(m))
        if m.kind in ("person", "role"):
            if self.which == "f":
                inside = (t.form for t in self.tokens[m.first + 1 : m.last])  # "رئيس حركة الشباب التي"
                hers = first.endswith(HER_TITLE) or any(w.endswith("ة") and not w.startswith("ال") for w in inside)
                return hers or not m.rule.startswith(("post", "back"))
            return self.which != "m" or not (first.endswith("ة") and m.rule.startswith("post"))
        many = tuple(self.pack.word_class("many-end"))
        if m.kind in ("people-group", "state") and (first.endswith(many) or last.endswith(many)):
            return self.which == "p"  # "الجنود الأميركيين"
        if self.which == "m" and m.kind == "people-group" and m.entities and m.entities[0].endswith(_SEVERAL):
            return False  # "ضحايا الحادث الذي"
        if self.which == "m":
            return not first.endswith(HERS) or not (self._whose_arms(m) or first).endswith(HERS)
        arms = self.tokens[m.first].fold in self.pack.word_class("men-and-arms")  # "عناصر الحزب الإسلامي التي اقتحمت"
        return self.which == "p" or arms or first.endswith(HERS) or not (last.startswith("ال") and last.endswith("ي"))

    def _is_part_of(self, m: Mention) -> bool:
        """ "الشطر الشمالي من قبرص الذي تحتله تركيا": does a word for a part of a land lead to the mention? What befalls the part befalls the land."""
        near = self.tokens[max(0, m.first - _PART) : m.first]
        return any(t.fold in self.pack.word_class("part-of-land") for t in near)

    def _whose_arms(self, m: Mention) -> str:
        """ "مقاتلات التحالف العربي الذي شن غارات": the word for whose men or arms they are, of whom a description may tell; empty for none."""
        arms = m.last - m.first > 1 and self.tokens[m.first].fold in self.pack.word_class("men-and-arms")
        return self.tokens[m.first + 1].form if arms and self.tokens[m.first + 1].form.startswith(_THE) else ""

    def _is_of_object(self, near: Arg, k: int) -> bool:
        """ "دانت الإمارات الجريمة التي استهدفت": do definite words stand before "which" behind the subject of a verb whose object has not come?"""
        verb = self.clause.verb
        if verb is None or near.role != "subject" or near not in verb.args or k < 2:
            return False
        which = next((i for i in range(k - 1, 0, -1) if self.units[i].is_phrase(("rel",))), 1)
        between = self.units[which].first - near.mention.last
        if between <= 0 or (near.mention.kind in ("person", "role") and between < _TITLED and self.units[which - 1].kind == "word"):
            return False  # "الرئيس المخلوع الذي"; but "استنكر الرئيس الخطاب الذي"
        word, preps = self.tokens[near.mention.last].fold, self.pack.verb_senses[verb.lemma].preps
        phrase = self.pack.phrase_at(self.tokens, near.mention.last)
        if phrase is not None and phrase.cls == "prep" and fold(phrase.value) in preps:
            return self.tokens[near.mention.last + len(phrase.tokens)].fold.startswith(_THE)  # "سخرت كينيا من المزاعم التي أطلقتها الوزارة"
        if word[:1] in preps and has_article(word):
            return True  # "نددت كينيا بالجرائم التي ارتكبها الجيش"
        return word.startswith(_THE) and self._waits(verb)

    @staticmethod
    def _waits(verb: Pred) -> bool:
        """Has the object of a verb that takes one not come, or in words that we do not know?"""
        done = verb.has_object
        return not done and any(f.object for f in verb.frames)

    def _the_other(self, near: Arg) -> Arg | None:
        """Whom a clause describes that cannot be of the mention right before it: the next one before, with nothing but names between."""
        holder = self.last_arg[0] if self.last_arg is not None else None
        args = holder.args if isinstance(holder, Pred) else holder.topic if holder is not None else []
        others = (a for a in reversed(args) if a is not near and 0 <= near.mention.first - a.mention.last <= _BESIDE)
        return next((a for a in others if self._is_of_which(a.mention)), None)

    def _lodged(self, where: Arg) -> Arg | None:
        """ "قاعدة لجماعة مسلحة داخل باكستان، التي شنت هجمات": the men in arms right before the land they are in, of whom the clause behind a comma
        tells."""
        if where.mention.kind not in ("state", "place") or fold(where.prep) != IN or self.last_arg is None:
            return None
        args = [a for pred in self.clause.preds for a in pred.args if a.mention.kind == "armed-group"]
        near = (a for a in reversed(args) if 0 < where.mention.first - a.mention.last <= _LODGED)
        return next((a for a in near if self._is_of_which(a.mention)), None)

    def _is_whom(self, reading: Reading, k: int) -> bool:
        """Is what the clause of the verb at unit k describes not its subject: "القوات التي قتل الجيش", "المدنيين الذين يحاصرهم التنظيم"?"""
        verb, nxt = reading.verb, self._next(k)
        if verb is None or self.which not in ("m", "f", "p"):
            return False
        if self.which == "p" or verb.number != "s":
            differs = (self.which == "p") == (verb.number == "s")
        else:
            differs = verb.gender != self.which
        doer = nxt is not None and (self._is_somebody(nxt) or (nxt.kind == "noun" and not self._is_led(nxt)))
        taken_up = doer and reading.pronoun == _TAKEN_UP[self.which]
        behind = self._next(k + 1)
        if nxt is not None and behind is not None and nxt.is_phrase(("prep-pron",)):  # "القرار الذي وافق عليه 14 عضوا"
            taken_up = nxt.fold.endswith(_TAKEN_UP[self.which]) and (behind.kind == "number" or self._is_somebody(behind))
        return differs or taken_up

    def _deed_at(self, m: Mention, gender: str) -> Pred | None:
        """ "الهجوم الصاروخي على قطر، الذي أدانه الوزير": the noun before a state that the word for "which", of this gender, cannot be of."""
        if m.kind != "state" or m.rule not in ("name", "homeland") or not self.preds or gender not in ("m", "f"):
            return None
        he = self.tokens[m.last - 1].fold in self.pack.word_class("masculine")
        noun = self.preds[-1]
        took = noun.kind == "noun" and noun.definite and any(a.mention is m and a.prep for a in noun.args)
        if he == (gender == "m") or not took:
            return None
        return noun if self.tokens[noun.first].fold.endswith(_FEMININE) == (gender == "f") else None

    def _deed_told_of(self, unit: Unit, reading: Reading, k: int) -> Pred | None:
        """ "تعليق المساعدات لكينيا الذي قررته غانا", "قرار برفع الحظر عن كينيا اتخذته غانا": the deed that the pronoun of a verb of doing or deciding
        means, though other words stand behind it; only where its doer follows."""
        verb, does = reading.verb, self.pack.verb_senses[reading.lemma].operates
        if unit.conj or verb is None or verb.passive or verb.tense != "past" or does.isdisjoint(("light", "decide")) or not self._explicit_subject(k):
            return None
        for noun in reversed(self.preds):
            if noun.clause is not self.clause or noun.kind != "noun" or unit.first - noun.last > _TOLD_BEHIND:
                return None
            acts = not noun.types <= {None} or "decide" in noun.operates
            if acts and reading.pronoun == ("ها" if self.tokens[noun.first].fold.endswith(_FEMININE) else "ه"):
                return noun
        return None

    def _stands_within(self, k: int) -> bool:
        """Does the verb at unit k stand, without a mark before it, in a clause that has its verb or behind a word of time?"""
        begun = self.clause.verb is not None or any(p.link.startswith("time") for p in self.clause.preds)
        return begun and k > 0 and self.units[k - 1].kind != "mark"

    def _names_nobody(self, k: int) -> bool:
        """ "استقبل الوزير، اليوم بمقر الوزارة، سفراء الدول العربية التي تعرضت": behind an insertion a noun and its words stand before "which"."""
        at = k - 2
        while at > 0 and self.units[at].kind == "word" and self.units[at].fold.startswith("ال"):
            at -= 1
        if not 0 < at < k - 2 or self.units[at].kind != "word" or self.units[at].fold.startswith("ال") or self.units[at - 1].fold not in COMMA:
            return False
        return isinstance(self.last, Arg) and self.last_stop < self.units[at - 1].first

    def _are_those(self, unit: Unit) -> bool:
        """ "بمحاسبة أولئك الذين يسعون": a word before "which" that means whoever does what the clause tells, and nobody named before."""
        word = unit.fold.removeprefix(unit.conj)
        return unit.kind in ("word", "phrase") and any(w in self.pack.word_class("those") for w in (word, word[1:]))

    def _is_plain_so_far(self) -> bool:
        """ "إن الجماعة التي تسيطر على صنعاء": does only a plain word stand in the clause, which a description then is of?"""
        return bool(self.clause.plain) and self.clause.verb is None and not self.clause.topic and not self.clause.preds

    def _waiting(self, unit: Unit, reading: Reading, joins: bool, k: int) -> Clause | None:
        """The clause above a description that has its subject and no verb yet, if this verb agrees with that subject."""
        probe: Clause | None = self.clause
        if unit.conj or joins or self.clause.kind == "comp":
            return None
        while probe is not None and probe.kind in ("part", "coord") and probe.parent is not None and probe.parent.kind in ("rel", "coord"):
            probe = probe.parent
        above = probe.parent if probe is not None and probe.kind == "rel" and probe.verb is not None else None
        if above is None or above.verb is not None or above.kind not in ("root", "comp", "coord"):
            return None
        told = probe.verb if probe is not None else None
        if told is None or (told.last == unit.first and not told.reading.pronoun):
            return None  # "الدول التي لا تزال تعترف"
        if above.plain:
            verb = reading.verb
            return above if verb is not None and (verb.number != "s" or (verb.gender == "f") == above.plain.endswith("ه")) else None
        opens = probe is not None and isinstance(probe.antecedent, Pred) and above.preds[:1] == [probe.antecedent] and not above.topic
        if opens and reading.pronoun and self._explicit_subject(k):
            return above  # "الاتفاق الذي دخل حيز التنفيذ أمس وقعه الرئيسان"
        return above if above.topic and all(self._continues(reading, a.mention) for a in above.topic) else None

    def _another_speaks(self, pred: Pred, k: int) -> bool:
        """ "وقال وزير شؤون الاتصالات في كينيا": right behind a verb of saying stands a word for who speaks, though we do not know him."""
        nxt, then = self._next(k), self._next(k + 1)
        if nxt is not None and nxt.kind == "noun" and nxt.reading is not None and nxt.reading.article and not (nxt.conj or nxt.prep):
            # "لم يسحبا القوات كما يطالب الاتفاق": who can only be asked is a party, so that a deed behind the verb is its subject
            return "REQUEST" in pred.types and all(f.object in (None, "recipient") for f in pred.frames)
        if nxt is None or nxt.kind != "word" or nxt.conj:
            return False
        if not any(f.say for f in pred.frames):  # "وطالب اتحاد للتجار بمقاطعة السلع"
            led = then is None or then.prep or then.is_phrase(("prep",)) or (then.kind in ("word", "open", "noun") and not then.fold.startswith("ال"))
            return bool(led) and nxt.fold in self.pack.word_class("who") and any(f.type in SPEECH for f in pred.frames)
        return nxt.fold.removeprefix("ال") in self.pack.word_class("who")

    def _addresses_him(self, pred: Pred, k: int) -> bool:
        """Does a verb of speech without a pronoun stand between the definite word that its clause describes and a party, agreeing with the word?"""
        before, who = self.units[k - 2] if k > 1 else None, self._next(k)
        word = before is not None and before.kind == "word" and before.fold.removeprefix(AND).startswith(_THE)
        speaks = not pred.reading.pronoun and any(f.object == "recipient" and f.type in SPEECH for f in pred.frames)
        return word and speaks and not self.clause.whom and who is not None and who.is_actor() and not (who.prep or who.conj)

    def _by_its_chief(self, pred: Pred, word: Unit, then: Unit | None) -> Mention | None:
        """ "نيجيريا التي اتهم رئيسها الكاميرون": the state or body that a clause describes, where its own chief is the subject of the verb."""
        told, ending = pred.clause.antecedent, _TAKEN_UP.get(self.which, "")
        if pred.clause.kind != "rel" or not isinstance(told, Arg) or pred.reading.pronoun or word.kind != "word" or not ending:
            return None
        if then is not None and then.mention is not None and then.mention.kind in ("person", "role"):
            return None  # "التي زار رئيسها بشار الأسد موسكو"
        owned = word.fold.endswith(ending) and word.fold.removesuffix(ending) in self.pack.word_class("chief")
        return told.mention if owned and word.first == pred.last and told.mention.kind in _TELLS | {"place"} else None

    def _has_condition(self, k: int) -> bool:
        """ "ستجمد كينيا التمويل إذا لم تسحب غانا القانون": does a condition stand behind the verb, before the next thing that is told?"""
        ifs = self.pack.word_class("if")
        for unit in self.units[k + 1 : k + _TERMS]:
            if (unit.kind == "mark" and unit.fold in ".؛") or (unit.kind == "verb" and unit.conj):
                return False
            if unit.phrase is not None and unit.is_phrase(("fut",)) and unit.phrase.value == "hypothetical" and unit.phrase.tokens[0] in ifs:
                return True
        return False

    def _tells_next(self, unit: Unit, reading: Reading) -> bool:
        """ "قال إنه سعيد، وذكرت الوكالة أن …": a further saying behind what is said without a verb."""
        if unit.conj != AND or self.clause.kind != "comp" or self.clause.quote:
            return False
        owned = self.clause.topic and self.tokens[self.clause.topic[0].mention.first - 1].fold in self.pack.prep_pronouns
        if self.between == 0 and not owned:
            return False  # but "بأن لديها قاعدة عسكرية فرنسية وحث …"
        return reading.lemma in self.pack.word_class("addresses") or any(f.in_words for f in self.pack.verb_frames.get(reading.lemma, ()))

    def _is_titled(self, k: int) -> bool:
        """ "وأبلغ الشيخ محمد رئيس الوزراء": is unit k only a form of address before somebody whom we know?"""
        if self.units[k].fold not in self.pack.word_class("form-of-address"):
            return False
        then = self._next(k)
        return then is not None and then.is_actor() and not then.prep

    def _is_somebody(self, unit: Unit) -> bool:
        """A definite word, or one that no dictionary has (a name): right behind a verb it is its subject."""
        if unit.kind != "word" or self._governed(unit) or unit.fold in self.pack.word_class("saying"):
            return False  # "وأضافت قائلة «…»"
        return unit.fold.startswith("ال") or (len(unit.fold) > 3 and not known(self.tokens[unit.first].form))

    def _is_no_doer(self, pred: Pred, unit: Unit) -> bool:
        """ "بعد أن قطع العلاقات", "كما رفضت المقترح": is the definite word behind the verb a feminine one where the verb is a man's, or, behind a
        later verb, ties or what is refused?"""
        verb = pred.reading.verb
        if verb is None or verb.passive or verb.number != "s" or not unit.fold.startswith("ال") or not any(f.object for f in pred.frames):
            return False
        if verb.gender == "m" and self.tokens[unit.first].form.endswith(HERS):
            return True
        things = self.pack.word_class("refusable") | self.pack.word_class("tie")
        return not bases(unit.fold).isdisjoint(things) and any(p.kind == "verb" and p is not pred for p in self.preds)

    def _is_asked(self, pred: Pred, unit: Unit, k: int) -> bool:
        """ "وطالب المجتمع الدولي بالتدخل": are those at unit k, behind a man's verb of asking that goes on, whom he asks, since no other follows?"""
        verb, asks = pred.reading.verb, any(f.type == "REQUEST" and f.object == "recipient" for f in pred.frames)
        again = pred.first > 0 and self.tokens[pred.first - 1].fold in self.pack.word_class("as")  # "كما ناشد العالم"
        if verb is None or not asks or (verb.gender, verb.number) != ("m", "s") or not (pred.reading.conj == AND or again):
            return False
        others = takewhile(lambda u: not (u.kind in ("mark", "verb") or u.prep or u.is_phrase(("prep", "comp"))), self.units[k + 1 : k + _TURN])
        return unit.fold in self.pack.word_class("those-asked") and not any(u.kind == "mention" for u in others)

    def _acts(self, pred: Pred, unit: Unit, then: Unit | None) -> bool:
        """ "رحبت وزارة الوحدة بـ …": behind a verb that takes no object a plain noun is its subject, though it names nobody we know."""
        word = unit.fold
        if then is not None and then.is_actor() and not then.prep:
            return False  # "خرج مئات الغزيين"
        if unit.kind != "word" or unit.conj or word.endswith(_NOT_WHO[0]) or any(f.object for f in pred.frames) or pred.operators:
            return False
        return bool(pred.frames) and known(self.tokens[unit.first].form) and not self._governed(unit)

    def _another_comes(self, pred: Pred, k: int) -> bool:
        """ "نددت الوزارة بالهجوم، واندلعت اشتباكات", "وخرج آلاف المغاربة": behind a verb of coming and going, which takes no object, stands who
        or what comes, whoever acted before it."""
        nxt = next((u for u in self.units[k + 1 : k + _TURN] if u.kind != "date" and not u.is_phrase(("skip",))), None)
        if nxt is None or fold(pred.lemma) not in self.pack.word_class("no-object") or nxt.prep or nxt.conj:
            return False
        led = nxt.reading is not None and bool(nxt.reading.prep or nxt.reading.conj)
        named = nxt.kind in ("mention", "number", "noun", "word") and not led
        return named and not self.tokens[nxt.first].form.endswith(_NOT_WHO[0]) and not self._governed(nxt)

    def _governed(self, unit: Unit) -> bool:
        """Is a preposition written in one with the word ("رحب بالخطوة")?"""
        form = self.tokens[unit.first].form
        if form.startswith(_TO_THE):
            return True
        return unit.fold[:1] in _LINKED and known(form[1:].removeprefix("ال"))

    @staticmethod
    def _alike(one: Pred, other: Pred) -> bool:
        """Do two verbs agree, so that they may have one subject?"""
        a, b = one.reading.verb, other.reading.verb
        return a is not None and b is not None and (a.gender, a.number) == (b.gender, b.number)

    def _unknown_before(self, k: int) -> bool:
        """Does a definite word that names nobody we know stand before the verb as its subject ("الفرق العسكرية استهدفت …")?"""
        for unit in reversed(self.units[max(0, k - 6) : k]):
            if unit.kind == "mark" or unit.is_phrase(("was",)):  # "وفي المقابل كان البرهان قد أعلن"
                break
            if unit.is_phrase(NOMINAL):
                return False  # "وفي بادئ الأمر سيلتقي بلينكن": words behind a preposition are no subject
        for at in range(k - 1, max(0, k - 4) - 1, -1):
            unit = self.units[at]
            if unit.kind == "word":
                form = self.tokens[unit.first].form
                if at and self.units[at - 1].is_phrase(("prep", "time")):
                    return False  # "في المقابل ستفرج …"
                joined = unit.conj and at and self.units[at - 1].kind != "mark"
                if (unit.fold.removeprefix(unit.conj).startswith("ال") and not joined) or not known(form):
                    return True  # a definite word ("…، والثاني قال"), or a name that no dictionary has
                continue
            if unit.mention is not None and unit.mention.kind == "demonym":
                continue
            return False
        return False

    def _both(self) -> list[Arg]:
        """The last two that were named together, if one of them was named last."""
        holder = self.last_arg[0] if self.last_arg is not None else None
        args = holder.args if isinstance(holder, Pred) else holder.topic if holder is not None else []
        two = [a for a in args if isinstance(self.last, Arg) and (a.role, a.prep) == (self.last.role, self.last.prep)][-2:]
        return two if self.last in two and len(two) == 2 else []

    def _fronted_noun(self, verb: Pred, done: bool) -> None:
        """ "أن المحادثة جرت …": an event noun before its verb is the verb's subject. done: its object ("الاتفاق الذي بدأ وقعه الرئيسان")."""
        before = [p for p in self.clause.preds if p is not verb and p.kind == "noun" and p.link in ("", "obj", "subj") and not self._adverb(p)]
        before = [p for p in before if p.link != "obj" or p.governor is None or p.governor.kind != "noun"]  # "رفع الاتحاد العقوبات"
        if not before or self.clause.topic or self.clause.kind not in ("comp", "root") or "host" in verb.operates:
            return
        noun = before[0]
        if _gender(verb) == "f" and self._is_he(noun):
            return  # "… وتطبيق طلب الأمين العام، ستقوم المملكة": a verb that is a woman's does not go with it
        if noun.governor is not None and noun in noun.governor.children:
            noun.governor.children.remove(noun)
        noun.governor, noun.link = verb, "obj" if done else "subj"
        verb.children.append(noun)

    def _is_he(self, noun: Pred) -> bool:
        """Is it a verbal noun in the singular, without a feminine ending?"""
        word = self.tokens[noun.first].fold
        return word.endswith(noun.lemma) and not word.endswith(("ه", "ت", "ا", "ي")) and noun.types != {"ASSAULT"}

    def _as_for(self, reading: Reading) -> bool:
        """ "أما نوفاك، وهو خاضع للعقوبات، فحذر من": the verb of whoever "as for" brought up."""
        first = self.units[0].fold.removeprefix(AND) if self.units else ""
        brought_up = self.clause.brought_up or first in self.pack.word_class("as-for")
        return reading.conj == FA and self.clause.verb is None and bool(self.clause.topic) and brought_up

    def _breaks_in(self, verb: Pred, k: int) -> bool:
        """ "ولئن تعذر الحوار، قال دبلوماسي، فإن": a saying between commas with its own speaker, of which what stands before is no subject."""
        nxt = self._next(k)
        return verb.says and nxt is not None and nxt.is_actor() and not nxt.prep and k > 0 and self.units[k - 1].fold in COMMA

    def _adverb(self, noun: Pred) -> bool:
        """ "تعليقا على الحادث، قال …": an indefinite accusative outside أنّ is no subject."""
        return self.clause.kind == "root" and not noun.definite and self.tokens[noun.first].fold.endswith("ا") and not noun.lemma.endswith("ا")

    def _described(self, unit: Unit, reading: Reading, k: int) -> Pred | None:
        """ "قمة ثلاثية تجمع …": a verb right after an indefinite event noun opens a relative clause without a particle."""
        last = self.stack[-1] if self.stack else None
        if unit.conj or last is None or last.kind != "noun" or last.definite or reading.verb is None or self.negated or self.future:
            return None
        if k and self.units[k - 1].is_phrase(("comp",)):
            return None  # "اتفاق على أن تغادر القوات"
        gather = "gather" in self.pack.verb_senses[reading.lemma].operates
        if gather and "CONSULT" in last.types and unit.first - last.last <= _ROOM and not reading.pronoun:
            return last  # "قمة ثلاثية في أثينا ضمت رئيسي قبرص ومصر"
        if self._is_main_behind(last, unit, reading, k):
            return None
        goes_with = reading.verb.gender == self._gender_of(last.first)
        made = reading.verb.tense == "past" and bool(reading.pronoun)  # "مشروع قرار في مجلس الأمن قدمته تشاد"
        says = (made or (reading.verb.tense == "present" and goes_with)) and last.lemma in self.pack.word_class("paper")
        if says and unit.first - last.last <= _PAPER and all(u.kind != "mark" for u in self.units[k - 5 : k]):
            return last  # "مشروع قرار فرنسي حول حلب يدعو إلى …": the draft does
        violent = not last.types.isdisjoint(("ASSAULT", "PROTEST", "COERCE"))  # "إثر تفجير وقع في …", "حملة اعتقالات واسعة استهدفت …"
        nxt = self._next(k)
        back = nxt is not None and nxt.first == unit.last and nxt.is_phrase(("prep-pron",))  # "إليها", "فيها"
        back = back and (reading.verb.number == "s" or self.tokens[unit.last].fold in self.pack.prep_pronouns)  # not "اتصال قررا فيه"
        its = made and violent and reading.pronoun == _TAKEN_UP[self._gender_of(last.first)] and self._explicit_subject(k)
        its = its or (back and reading.verb.tense == "past" and "ASSAULT" in last.types and unit.first - self.last_stop <= 1)
        if (
            its
            and all(a.mention.kind == "demonym" or fold(a.prep) in self.pack.word_class("struck-there") for a in last.args)
            and unit.first - last.last <= _ROOM
        ):
            return last  # "وقع انفجار في أنقرة نسبته تركيا إلى", "معارك في ليبيا قتل فيها العشرات"
        if any(a.mention.kind != "demonym" for a in last.args):
            return None  # but "في غارة إسرائيلية استهدفت قياديا"
        if not (0 < unit.first - last.last <= 2 or unit.first == last.last) or self.between > 2:
            return None
        if back and (reading.verb.tense == "past" or "CONSULT" in last.types):
            return last  # "اتفاق توصلت إليه إثيوبيا وإريتريا", "خلال زيارة يقوم بها إلى بودابست"
        resumed = bool(reading.pronoun) or unit.first == last.last or violent
        if not (goes_with or reading.pronoun or back) and self._waiting(unit, reading, False, k) is not None:
            return None  # "الرئيس الذي وجهت له المحكمة اتهامات سافر"
        return last if gather or (last.governor is not None and (reading.verb.tense != "past" or resumed)) else None

    def _is_main_behind(self, when: Pred, unit: Unit, reading: Reading, k: int) -> bool:
        """ "قال إنه إثر هجوم، انسحبت القوات الكينية", "بعد معارك عنيفة تمكنت القوات من", "من أجل وقف إطلاق النار، أجرت الهند": is it the verb
        for which its clause waits behind the words for when, why or what for, with its own subject and nothing that takes up the noun before?"""
        led = [when]
        while led[-1].link == "gen" and led[-1].governor is not None:
            led.append(led[-1].governor)
        nxt, light = self._next(k), "light" in self.pack.verb_senses[reading.lemma].operates
        leads = led[-1].link.startswith(("time", "cause")) or (len(led) > 1 and led[-1].governor is None and bool(led[-1].link))
        waits = self.clause.verb is None and leads and all(p in led for p in self.clause.preds)
        back = bool(reading.pronoun) or (nxt is not None and nxt.is_phrase(("prep-pron",)))
        return waits and not back and (light or self.units[k - 1].fold in COMMA) and self._explicit_subject(k)

    def _called_by_name(self, reading: Reading, k: int) -> int | None:
        """ "وفي خطوة اعتبرت أنها مؤقتة، طردت كينيا السفير": the unit, a comma, up to which a verb says what the occasion is with which the sentence
        opens; None where it does not."""
        if self.clause is not self.root or self.root.verb is not None or reading.conj or not 1 < k <= _OPENS:
            return None
        before = self.units[k - 1]
        bare = before.kind in ("noun", "word") and not before.fold.startswith(_THE) and not (before.reading is not None and before.reading.pronoun)
        if not bare or not self.units[k - 2].is_phrase(("prep", "time")) or not self.pack.verb_senses[reading.lemma].says:
            return None
        behind = self.units[k + 1 : k + _CALLED]
        at = next((i for i, u in enumerate(behind[:-1]) if u.fold in COMMA), None)
        if at is None or behind[at + 1].kind != "verb" or behind[at + 1].conj:
            return None
        of_it = bool(reading.pronoun) or any(u.is_phrase(("comp",)) and self.tokens[u.first].fold.endswith(_ITSELF) for u in behind[:at])
        return k + 1 + at if of_it else None

    @staticmethod
    def _is_his_plan(verb: Pred) -> bool:
        """ "تعتزم كينيا أن تفرض عقوبات": is it what the subject of a verb of planning means to do, in one form with that?"""
        head = verb.clause.head if verb.clause.kind == "comp" else None
        if head is None or head.kind != "verb" or "plan" not in head.operates or not (head.subject or head.clause.topic):
            return False
        return (head.reading.gender, head.reading.number) == (verb.reading.gender, verb.reading.number)

    def _goes_on_saying(self, unit: Unit, reading: Reading, joins: bool) -> Pred | None:
        """ "مشروع قرار يدعو إلى وقف القتال، كما يدعو إلى هدنة": the paper whose clause the verb goes on with."""
        paper, before, verb = self.clause.antecedent, self.clause.verb, reading.verb
        if self.clause.kind != "rel" or not isinstance(paper, Pred) or paper.lemma not in self.pack.word_class("paper"):
            return None
        if before is None or before.reading.verb is None or verb is None or verb.tense != "present" or not (unit.conj or joins):
            return None
        return paper if before.reading.verb.tense == "present" and verb.gender == before.reading.verb.gender else None

    def _describes(self, unit: Unit) -> bool:
        """ "أرفع مسؤول أمريكي يزور الجزيرة": a verb right behind somebody indefinite tells what he does."""
        last = self.last
        if unit.conj or not isinstance(last, Arg) or not (self.clause.verb is not None or self._ends_headline(unit, last)):
            return False
        if self.was and unit.first - self.last_stop == 1:
            return self._is_some_man(last)  # "الإفراج عن صحفي كيني كان محتجزا"
        if unit.first != self.last_stop and not (unit.first - self.last_stop == 1 and self._is_plural(unit) and self._is_plain(unit.first - 1)):
            return False  # "مسؤولين إثيوبيين كبار رفضوا"
        return self._is_some_man(last)

    def _is_some_man(self, who: Arg) -> bool:
        return who.mention.rule.startswith(("agent", "unnamed")) and not self.tokens[who.mention.first].fold.startswith("ال")

    def _ends_headline(self, unit: Unit, last: Arg) -> bool:
        """ "الإفراج عن صحفي كيني احتجزته أوغندا": is he the other end of a deed that a headline tells without a verb, and the verb at the unit,
        of the past or with a pronoun for him, no verb of the deed ("مقتل جندي كيني يثير غضبا")?"""
        told = self.stack[-1] if self.stack else None
        deed = told is not None and told.kind == "noun" and told.governor is None and bool(told.types - {None}) and last in told.args
        verb = unit.reading.verb if unit.reading is not None else None
        back = unit.reading is not None and bool(unit.reading.pronoun or self.was)
        return deed and verb is not None and (back or (verb.tense == "past" and bool(last.prep)))

    def _is_plural(self, unit: Unit) -> bool:
        verb = unit.reading.verb if unit.reading is not None else None
        return verb is not None and verb.number == "p"

    def _is_plain(self, i: int) -> bool:
        """Is token i an indefinite word that the language knows?"""
        token = self.tokens[i]
        return token.kind == "word" and not token.fold.startswith("ال") and known(token.form) and self.pack.phrase_at(self.tokens, i) is None

    def _in_it(self, unit: Unit, k: int) -> bool:
        """ "تصريحات وزير الإعلام، جورج قرداحي، استنكر فيها العدوان": what somebody said in his words, told behind his name."""
        verb, nxt = unit.reading.verb if unit.reading is not None else None, self._next(k)
        if unit.conj or self.clause.verb is None or verb is None or verb.tense != "past" or nxt is None or not nxt.is_phrase(("prep-pron",)):
            return False
        if nxt.phrase is None or nxt.phrase.value != IN or not isinstance(self.last, Arg) or self.last.mention.kind not in ("person", "role"):
            return False
        return unit.first - self.last_stop <= 2

    def _wrote_in_it(self, unit: Unit, reading: Reading, k: int) -> list[Arg]:
        """ "بعثت تشاد برسالة إلى المجلس تتهم فيها السودان", "تلقى اتصالا من الرئيس أعرب فيه عن": who wrote or called, where a verb says
        something in that, before somebody who is its object."""
        nxt, then, over = self._next(k), self._next(k + 1), self.clause.verb
        if nxt is not None and nxt.is_phrase(("prep-pron",)) and nxt.phrase is not None and nxt.phrase.value == _TO_HIM:
            nxt, then = then, self._next(k + 2)  # "عبر له فيها عن"
        if unit.conj or reading.prep or over is None or nxt is None or nxt.phrase is None or nxt.phrase.cls != "prep-pron" or nxt.phrase.value != IN:
            return []
        speaks = not self.pack.verb_senses[reading.lemma].types.isdisjoint(SPEECH) or fold(reading.lemma) in self.pack.word_class("voices")
        led = self._led_by(then) != ""  # "نددت فيه بالتجارب", "أعلنت فيه عن"
        if not speaks or then is None or then.conj or not (led or then.kind in ("mention", "noun")):
            return []  # "اتهمت فيها السودان"
        text = self.pack.word_class("written") | self.pack.word_class("phoned")
        if not any(not bases(t.fold).isdisjoint(text) for t in self.tokens[over.last : unit.first]):
            return []
        from_him = [a for p in (over, *over.children) for a in p.args if fold(a.prep) in FROM[:1] and a.mention.kind in _SENDERS]
        sender = [self.last] if isinstance(self.last, Arg) and fold(self.last.prep) in FROM else from_him[:1]  # "تلقت رسالة من الرئيس يشكر فيها"
        for who in (sender, over.subject or self.clause.topic):
            if who and all(self._continues(reading, a.mention) for a in who):
                return [Arg(a.mention, "", "subject", a.medium) for a in who]
        return []

    def _speaking_text(self, unit: Unit, reading: Reading) -> str:
        """ "وجه الأردن رسالة تدعو إسرائيل إلى", "أصدر بيانا أدان", "صدر بيان عن الوزارة يدين": the word for a text right before what it says; empty
        for none."""
        over, verb = self.clause.verb, reading.verb
        if unit.conj or reading.prep or over is None or verb is None or self.negated or self.future:
            return ""
        if self.pack.verb_senses[reading.lemma].types.isdisjoint(SPEECH):
            return ""
        text = self.pack.word_class("written")
        near = reversed(range(max(over.last, unit.first - _TEXT), unit.first))
        at = next((i for i in near if not bases(self.tokens[i].fold).isdisjoint(text)), unit.first)
        word = self.tokens[at].fold
        if at == unit.first or word.startswith("ال") or verb.gender != self._gender_of(at):
            return ""
        if verb.tense == "past" and not (word.endswith(_OBJECT) or fold(over.lemma) in self.pack.word_class("published")):
            return ""  # "في بيان دعا": he who speaks in it
        return word if all(t.kind == "word" for t in self.tokens[at : unit.first]) else ""

    def _writers(self, over: Pred) -> list[Arg]:
        """Whose the text is that the verb brings out: its subject's, or his from whom it comes ("صدر بيان عن الوزارة")."""
        whence = (
            [a for a in over.args if fold(a.prep) in self.pack.word_class("issued-by")]
            if fold(over.lemma) in self.pack.word_class("published")
            else []
        )
        return [Arg(a.mention, "", "subject", a.medium) for a in whence or over.subject or self.clause.topic if a.mention.kind != "outlet"]

    def _gender_of(self, i: int) -> str:
        """The gender of a noun, by its ending."""
        return "f" if self.tokens[i].form.endswith(HERS) else "m"

    def _is_his_text(self, i: int) -> bool:
        """Is token i a text of somebody told of before: "بيانه", "كلمتها"?"""
        word = self.tokens[i]
        return i > 0 and word.form.endswith(("ه", "ها", "هم")) and not bases(word.fold).isdisjoint(self.pack.word_class("written"))

    def _describes_a_thing(self, unit: Unit, k: int) -> bool:
        """ "مشروع قانون يلغي العقوبات": a present verb right behind an indefinite word tells what that is, not what the subject does."""
        before = self.units[k - 1] if k else None
        if unit.conj or self.clause.verb is None or before is None or unit.reading is None or unit.reading.prep:
            return False
        if before.fold in COMMA and k > 1 and unit.reading.pronoun and self._explicit_subject(k):
            before = self.units[k - 2]  # "تدمير طائرة مفخخة، أطلقها الحوثيون تجاه المدينة"
        if before.mention is not None and before.mention.kind == "demonym" and k > 1 and not before.fold.startswith("ال"):
            before = self.units[k - 2]  # "ثاني بلد أوروبي يعترف بكوسوفو"
        if before.kind != "word" and not before.is_phrase(("medium",)):
            return False
        verb = unit.reading.verb
        plain = not before.fold.startswith("ال") and not before.conj and known(self.tokens[before.first].form)
        nxt = self._next(k)
        taken_up = bool(unit.reading.pronoun) or (nxt is not None and nxt.is_phrase(("prep-pron",)))  # "تصريحات أدلى بها رئيس البرلمان"
        tells = before.fold in self.pack.word_class("telling") and any(f.say for f in self.pack.verb_frames.get(unit.reading.lemma, ()))
        vessel = any(u.fold in self.pack.word_class("aircraft") for u in self.units[max(0, k - 2) : k])  # "أسقطت طائرات مسيرة دخلت مجالها"
        if plain and verb is not None and verb.tense == "past" and (taken_up or tells or vessel) and not verb.passive:
            return True
        if plain and verb is not None and verb.tense == "past" and verb.passive and self.special.startswith("time"):
            return True  # "سلم الوزير، خلال احتفال أقيم في القاعدة، نظيره"
        medium = any(u.is_phrase(("medium",)) for u in self.units[max(0, k - 2) : k])
        on_text = self.pack.word_class("published") | self.pack.word_class("gets-copy")
        if medium and verb is not None and verb.tense == "past" and fold(verb.lemma) in on_text:
            return True  # "قائلا في مقابلة إذاعية بثت الثلاثاء إنه", "في بيان تلقت الوكالة نسخة منه أن"
        return plain and verb is not None and verb.tense == "present" and verb.number == "s" and not (self.negated or self.future)

    def _did_it_to_them(self, unit: Unit, k: int) -> bool:
        """ "وصلت طائرة على متنها أسرى أفرجت عنهم الحكومة": a verb, a pronoun behind a preposition and its doer describe what stands before."""
        it, doer, verb = self._next(k), self._next(k + 1), unit.reading.verb if unit.reading is not None else None
        if unit.conj or self.clause.verb is None or verb is None or verb.tense != "past" or it is None or not it.is_phrase(("prep-pron",)):
            return False
        before = self.units[k - 1] if k else None
        plain = before is not None and before.kind in ("mention", "word") and not before.fold.startswith("ال")
        if not plain or doer is None or doer.mention is None or doer.prep or doer.conj or unit.reading is None:
            return False
        return self._agrees(unit.reading, doer.mention, doer.first - 1)

    def _explicit_subject(self, k: int) -> bool:
        """Does the verb at unit k have a subject of its own right after it?"""
        for unit in self.units[k + 1 : k + 5]:
            if unit.kind == "mention" and not unit.prep:
                reading = self.units[k].reading
                able = unit.mention is not None and (unit.mention.kind in _TELLS or unit.mention.stands_for is not None)
                if reading is not None and unit.mention is not None and self._brought_down(reading, unit.mention, self.units.index(unit)):
                    return False
                if reading is not None and unit.mention is not None and self._is_addressed(reading, unit.mention):
                    return False
                return able and unit.mention is not None and (reading is None or self._agrees(reading, unit.mention, self.units[k].last))
            if unit.kind == "mark" or unit.is_phrase(("skip", "conj", "prep-pron")) or unit.kind == "date":
                continue  # "وأثنت عليها السويد"
            if unit.is_phrase(("list",)) and unit.fold in self.pack.word_class("each") - self.pack.word_class("each-accusative"):
                if self._has_partner(self.units[k]):
                    return False  # "استقبل الرئيس المصري، ثم استقبل كل من ميركل ودراغي": whom he meets is written so as well
                continue  # "غادر الوزير القاعة، وأدانت كل من فرنسا وألمانيا القرار"
            if unit.is_phrase(("time",)) and unit.fold.endswith(_IN_IT):
                continue  # "جرت مباحثات، رحب خلالها الرئيس بضيفه"
            if unit.is_phrase(("medium",)):
                return False
            break
        return False

    def _has_partner(self, unit: Unit) -> bool:
        """Is it a verb whose object is met or called, and acts with its subject?"""
        frames = self.pack.verb_frames.get(unit.reading.lemma, ()) if unit.reading is not None else ()
        return any(f.type == "CONSULT" and f.object == "actor" for f in frames)

    def _is_addressed(self, reading: Reading, mention: Mention) -> bool:
        """ "دعا الرئيس كينيا إلى …، واتهم في المقابل إريتريا": a state with a woman's name is whom a man's verb of speech addresses."""
        verb, speaks = reading.verb, any(f.object == "recipient" and f.type in SPEECH for f in self.pack.verb_frames.get(reading.lemma, ()))
        state = mention.kind in ("state", "place") and mention.rule == "name"
        return speaks and state and verb is not None and (verb.gender, verb.number) == ("m", "s") and self._is_feminine(mention)

    def _meets_one(self, k: int, pred: Pred) -> bool:
        """ "…، والتقى نظيره الأميركي": where one party alone stands behind a verb of meeting, it is whom the subject before met."""
        if pred.operators or not any(f.type == "CONSULT" and f.object == "actor" for f in pred.frames):
            return False  # "ووجه الرئيس الشكر إلى"
        bare = 0
        for unit in self.units[k + 1 : k + 9]:
            if unit.kind in ("verb", "participle") or unit.is_phrase(("comp", "rel")) or unit.prep or (unit.is_phrase(("prep",)) and bare):
                break
            bare += unit.is_actor() and not unit.conj
        return bare == 1 and not any(u.is_phrase(("prep",)) and u.fold == WITH for u in self.units[k + 1 : k + 9])

    def _meets_a_man(self, k: int, pred: Pred) -> bool:
        """As `_meets_one`, and is it a man?"""
        nxt = self._next(k)
        return nxt is not None and nxt.mention is not None and nxt.mention.kind in ("person", "role") and self._meets_one(k, pred)

    def _sends_off(self, pred: Pred, k: int) -> bool:
        """ "واستدعت السفيرة الروسية": does an envoy stand right behind a verb for what is only done to envoys?"""
        nxt = self._next(k)
        return nxt is not None and nxt.mention is not None and self._sent_off(pred, nxt.mention)

    def _one_is_led(self, pred: Pred, k: int) -> bool:
        """ "وحث الأسد على التنحي": does one party stand right behind a verb that wants him for its object?"""
        who = self._next(k)
        return who is not None and who.is_actor() and not (who.prep or who.conj) and self._wants_him(pred, k + 1)

    def _continues(self, reading: Reading, mention: Mention) -> bool:
        """May a verb without a subject of its own go on with this one? Behind its subject a verb agrees: "واشنطن … ذكر" does not."""
        verb = reading.verb
        if verb is None or verb.number != "s":
            return True
        first = self.tokens[mention.first]
        men = mention.kind == "people-group" or (mention.kind == "state" and mention.rule not in ("name", "homeland"))
        if men and first.fold.endswith("ن") and first.fold[-2:-1] in _MEN:
            return False  # "مسؤولون بولنديون … واستهدف", "استسلم المكسيكيون ووقع الجنرال"
        if mention.rule == "agent.GOV":
            return (verb.gender == "f") == first.form.endswith("ة")  # "لكن مسؤولا مغربيا لم يكشف عن هويته استبعد": not as his state does
        if mention.kind in ("person", "role"):
            return verb.gender == "m" or self._agrees(reading, mention)
        if mention.kind == "state" and mention.rule not in ("name", "homeland"):
            return (verb.gender == "f") == first.form.endswith(HERS)  # "الاحتلال الإسرائيلي", "جنديان كينيان"
        feminine = (mention.kind in ("state", "place") and first.fold not in self.pack.word_class("masculine")) or (
            mention.kind in ("government-body", "organisation") and first.form.endswith(HERS)
        )
        return feminine == (verb.gender == "f") or (mention.kind not in ("state", "place", "government-body") and not feminine)

    def _goes_on_from_wish(self, unit: Unit, reading: Reading, joined: Pred | None) -> bool:
        """ "إذا أبدوا التزاما بها وسمحوا بدخول المساعدات": is it joined to what has not happened, in its tense and person?"""
        if joined is None or not unit.conj or joined.future != "hypothetical" or reading.verb is None:
            return False
        return _tense(joined) == reading.verb.tense and self._is_we(unit, reading) == self._is_we(joined, joined.reading)

    def _can_go_on(self, reading: Reading, subject: Sequence[Arg]) -> bool:
        """As `_continues`, of all who stand there; no verb in the plural goes on with one man."""
        one = len(subject) == 1 and subject[0].mention.kind == "person" and len(subject[0].mention.entities) < 2
        several = reading.verb is not None and reading.verb.number == "p"
        return not (one and several) and all(self._continues(reading, a.mention) for a in subject)

    def _has_been(self, unit: Unit) -> bool:
        """ "نفى أن يكون النص قد تحدث عن": the verb behind "had" of what is said, with the subject that stands before it."""
        verb = self.clause.verb
        did = unit.reading is not None and unit.reading.verb is not None and unit.reading.verb.tense == "past"
        beside = verb is not None and bool(verb.subject) and did and verb.subject[-1].mention.last == unit.first  # "أن تكون طائراتها اخترقت"
        said = (self.qad or beside) and not unit.conj and self.clause.kind == "comp" and verb is not None
        return said and verb is not None and self.tokens[verb.first].fold in self.pack.word_class("being")

    def _level(self, unit: Unit, reading: Reading, joins: bool) -> tuple[Clause | None, list[Arg]]:
        """The clause that a further verb is coordinated with, and the subject it continues."""
        says = self.pack.verb_senses[reading.lemma].says
        clause: Clause | None = self.clause
        described = self.clause
        if self._has_been(unit):
            return described, described.verb.subject if described.verb is not None else []
        if unit.conj and self._is_we(unit, reading):
            for clause_ in up(described, _STEPS):
                if clause_.verb is not None and self._is_we(clause_.verb, clause_.verb.reading):
                    return clause_, clause_.verb.subject  # "نرفض أن تكون أرضنا ساحة للحرب ونناشد الجميع": we do both
        # "إن القرار الذي صدر أمس ويقر الاتفاق غير مقبول": there is no verb outside to go on with
        alone = self._up(described).kind == "comp" and self._up(described).verb is None and self.tokens[unit.first - 1].fold not in COMMA
        told_more = unit.conj and (alone or not says) and described.kind == "rel"
        if told_more and described.verb is not None and described.verb.reading.verb is not None:
            outer, theirs = self._up(described).verb, described.verb.reading.verb.gender
            above = outer.reading.verb.gender if outer is not None and outer.reading.verb is not None else theirs
            goes_with = reading.verb is not None and (reading.verb.gender == theirs != above or self._tells_more(described, unit, reading))
            if goes_with or alone:
                who = described.antecedent if isinstance(described.antecedent, Arg) and not self.taken_up(described.verb) else None
                who = None if described.whom else who
                goes_on = who is not None and who.mention.kind in ACTOR_KINDS and self._continues(reading, who.mention)
                # "هندوراس التي سحبت سفيرها وطلبت"; not "أدانت الوزارة الهجوم الذي ضرب تركيا واستهدف …"
                theirs_too = described.verb.subject if described.whom and not described.verb.reading.pronoun else []
                theirs_too = theirs_too if self.tokens[unit.first - 1].fold not in COMMA else []
                if theirs_too and all(self._continues(reading, a.mention) for a in theirs_too):
                    return described, [Arg(a.mention, "", "subject", a.medium) for a in theirs_too]  # "الذي تنفي باكستان صلة به وتطالب"
                return described, [Arg(who.mention, "", "subject", who.medium)] if who is not None and goes_on else []
            told = described.antecedent if isinstance(described.antecedent, Pred) else None
            forces = any(f.type in _FORCE for f in self.pack.verb_frames.get(reading.lemma, ()))
            force = forces and told is not None and not told.types.isdisjoint(_FORCE)
            if force and described.verb.reading.pronoun:
                loose = [a for a in described.verb.args if a.role == "loose" and not a.prep]
                return described, described.verb.subject or loose  # "الانقلاب الذي قاده الجنرال وأطاح بالرئيس"
        outer = self._up(described).verb  # "قبلت أوغندا المبادرة التي طرحتها كينيا وأفرجت عن": who accepted did
        of_object = outer is not None and bool(outer.subject) and self._waits(outer) and self.which != "x"
        of_nobody = described.kind == "rel" and described.antecedent is None and not of_object
        said = described.verb.subject if of_nobody and described.verb is not None else []
        if unit.conj and said and self.tokens[unit.first - 1].fold not in COMMA and all(self._continues(reading, a.mention) for a in said):
            return self._up(described), [Arg(a.mention, "", "subject", a.medium) for a in said]  # "وهو ما تنفيه كينشاسا وتتهم الجيش بـ"
        if unit.conj and reading.verb is not None and reading.verb.tense == "past" and (outside := self._out_of_wish(clause)) is not None:
            clause = outside
        if unit.conj or says or joins:
            while clause is not None and clause.kind in ("rel", "part") and clause.parent is not None:
                clause = clause.parent
            if clause is not None and (says or self._speaks_above(clause, unit, reading)):
                clause = self._saying_level(clause)
        subject: list[Arg] = []
        probe, acts = clause, clause
        while probe is not None and not subject:
            if probe.verb is not None:
                subject, acts = probe.verb.subject or probe.topic, probe
            if probe.kind == "root":
                break
            probe = probe.parent if probe.kind == "coord" else None
        top = clause
        while unit.conj and top is not None and top.kind == "coord" and top.verb is not None and self._is_of_nobody(top.verb, reading):
            top = top.parent
        bare = top is not None and (top.verb is None or (bool(unit.conj) and self._is_of_nobody(top.verb, reading)))
        if not subject and top is not None and top.kind == "comp" and bare and not top.quote:
            beyond = self._over_content(top, reading)  # "اتهمه بأن لديه قاعدة وحث المواطنين": what is said has no verb
            clause, subject = beyond if beyond is not None else (clause, subject)
        if not subject and joins and described.kind == "rel" and described.verb is not None and not described.whom:
            who = described.antecedent if isinstance(described.antecedent, Arg) and not self.taken_up(described.verb) else None
            if who is not None and who.mention.kind in ACTOR_KINDS and self._continues(reading, who.mention):
                subject = [Arg(who.mention, "", "subject", who.medium)]  # "بعد أزمة مع كينيا التي أرسلت قوات، حيث سيطرت على المطار"
        goes_on = self._can_go_on(reading, subject)
        if subject and not goes_on and (asked := self._asked_man(acts, reading)):
            subject = asked
        elif subject and not goes_on:
            for p in islice(reversed(self.preds), 12):
                before = (p.subject or p.clause.topic) if p.kind == "verb" and p.says else []
                if before and all(self._continues(reading, a.mention) for a in before):
                    if not says:  # "قالت إثيوبيا إن السودان يحتل أراضيها، واتهمته …"
                        clause = p.clause
                    subject = before
                    break
            else:
                beyond = self._over_content(clause, reading)
                clause, subject = beyond if beyond is not None else (clause, [])
        plainly = unit.conj == AND and fold(reading.lemma) in self.pack.word_class("says-plainly")
        kinds = _TELLS if says and plainly else ACTOR_KINDS  # "قالت الصحيفة إن … وأضافت أن"
        return clause, [Arg(a.mention, "", "subject", a.medium) for a in subject if a.mention.kind in kinds or a.mention.stands_for]

    def _speaks_above(self, clause: Clause, unit: Unit, reading: Reading) -> bool:
        """ "قال الوزير إن نظيره سيزور نيروبي، ودعا أوغندا إلى": behind a comma a past that asks, blames or praises goes on with who speaks, not with
        one of whom he told a deed."""
        verb, told, above = reading.verb, clause.verb, self._saying_level(clause)
        if above is clause or above.verb is None or told is None or verb is None or verb.tense != "past" or unit.conj != AND:
            return False
        if self.tokens[unit.first - 1].fold not in COMMA or (self._speaks(told.lemma) and not told.negated):
            return False
        who = above.verb.subject or above.topic
        heard = bool(who) and all(a.mention.kind != "outlet" for a in who)  # a paper asks for nothing
        heard = heard and (_gender(above.verb) or above.verb.reading.gender) in ("", verb.gender)
        types = self.pack.verb_senses[reading.lemma].types
        return heard and not types.isdisjoint(SPEECH) and types.isdisjoint(_FORCE) and self._can_go_on(reading, who)

    def _is_we(self, verb: Unit | Pred, reading: Reading) -> bool:
        """Is it a present of the first person plural?"""
        word, form = self.tokens[verb.first].fold.removeprefix(reading.conj), reading.verb
        return form is not None and (form.tense, form.number) == ("present", "p") and word.startswith(_WE)

    def _tells_more_of(self, unit: Unit, reading: Reading) -> bool:
        """ "استقبل الوزير نظيره، الذي تفقد المدينة ودعا إلى هدنة": as `_tells_more`, where the description begins with a verb that we do not know."""
        who, verb = self.last, reading.verb
        if not isinstance(who, Arg) or verb is None or verb.tense != "past" or reading.pronoun or self.tokens[unit.first - 1].fold in COMMA:
            return False
        begins = self.tokens[who.mention.last].fold in COMMA and (which := self.pack.phrase_at(self.tokens, who.mention.last + 1)) is not None
        back = unit.last < len(self.tokens) and self.tokens[unit.last].fold in self.pack.prep_pronouns
        able = who.mention.kind in ACTOR_KINDS and self._continues(reading, who.mention)
        inside = (t.fold for t in self.tokens[who.mention.last + 2 : unit.first])
        return able and begins and which is not None and which.cls == "rel" and not back and COMMA.isdisjoint(inside)

    def _tells_more(self, described: Clause, unit: Unit, reading: Reading) -> bool:
        """ "استقبل الوزير نظيره، الذي زار المدينة ودعا إلى هدنة": does "and" without a comma go on with a description that a comma begins?"""
        told, verb, who = described.verb, reading.verb, described.antecedent
        if told is None or verb is None or not isinstance(who, Arg) or self.tokens[unit.first - 1].fold in COMMA:
            return False
        begins = told.first - 2 == who.mention.last and self.tokens[told.first - 2].fold in COMMA
        alike = told.reading.verb is not None and (told.reading.verb.tense, told.reading.verb.gender) == (verb.tense, verb.gender)
        back = unit.last < len(self.tokens) and self.tokens[unit.last].fold in self.pack.prep_pronouns  # "الذي زار المدينة وبحث معه"
        able = who.mention.kind in ACTOR_KINDS and self._continues(reading, who.mention)
        return able and begins and alike and not (self.taken_up(told) or reading.pronoun or back)

    @staticmethod
    def _is_of_nobody(verb: Pred, reading: Reading) -> bool:
        """ "معتبرة أن أحدا لن يقبل بذلك، وحملت الحركة المسؤولية": a present in what is said, of nobody we know, which a past does not go on with."""
        return _tense(verb) == "present" and reading.verb is not None and reading.verb.tense == "past" and not verb.subject

    def _asked_man(self, clause: Clause | None, reading: Reading) -> list[Arg]:
        """ "دعت المجموعة الرئيس إلى المغادرة، لكنه يصر على البقاء": the one man to whom the verb before speaks, if the verb agrees with him alone."""
        verb = clause.verb if clause is not None else None
        if verb is None or verb.types.isdisjoint(SPEECH):
            return []
        men = [a for a in verb.args if a.role in ("object", "prep") and a.mention.kind in ("person", "role") and a.mention.first > verb.first]
        return men if len(men) == 1 and self._continues(reading, men[0].mention) else []

    def _over_content(self, clause: Clause | None, reading: Reading) -> tuple[Clause, list[Arg]] | None:
        """ "اتهم الرئيس تشاد بأن لديها قاعدة فرنسية وحث المواطنين": the clause above what is said, if its subject can go on."""
        above = clause.parent if clause is not None and clause.kind == "comp" else None
        subject = (above.verb.subject or above.topic) if above is not None and above.verb is not None else []
        if above is None or not subject or not all(self._continues(reading, a.mention) for a in subject):
            return None
        return above, subject

    def _out_of_wish(self, clause: Clause | None) -> Clause | None:
        """ "طلب ألا تستخدم القوة، ووعد ترامب بأن …": what happened is not joined to a present under أن; it stands beside what asks for it."""
        probe = clause
        for _ in range(_STEPS):
            if probe is not None and probe.kind in ("rel", "part", "coord"):
                probe = probe.parent
        verb = probe.verb if probe is not None and probe.kind == "comp" and not probe.topic and not probe.spoken_for else None
        if verb is None or verb.first == 0 or verb.reading.verb is None or verb.reading.verb.tense != "present":
            return None
        opener = self.pack.phrase_at(self.tokens, verb.first - 1)
        return probe.parent if probe is not None and opener is not None and opener.cls == "comp" else None

    def _not_of_occasion(self, main: Clause, unit: Unit, k: int) -> Clause:
        """ "توعد الجيش بالرد إذا شنت واشنطن حربا، قائلا", "بعد أن نشرت فرنسا سفنا، قائلا": the clause above one that tells when or
        whether, where who acts above it speaks; else the clause itself."""
        over, reading = main.parent, unit.reading
        if main.kind != "coord" or main.verb is None or over is None or over.verb is None or reading is None or self.units[k - 1].fold not in COMMA:
            return main
        spoken = self._speaks(over.verb.lemma) and not main.verb.says and _gender(over.verb) == reading.gender
        if not (spoken and self._speaks(reading.lemma) and (over.verb.subject or over.topic)):
            return main
        at = next(i for i, u in enumerate(self.units) if u.first >= main.verb.first)
        led = self.units[max(0, at - 2) : at]
        occasion = any(u.is_phrase(("conj",)) and u.phrase is not None and u.phrase.value in _WHEN for u in led)
        condition = any(u.is_phrase(("fut",)) and u.phrase is not None and u.phrase.value == "hypothetical" for u in led)
        after = len(led) == 2 and led[0].is_phrase(("time",)) and led[1].is_phrase(("comp",))
        return over if occasion or condition or after else main

    @staticmethod
    def _agreeing(main: Clause, unit: Unit) -> Clause:
        """ "أعلن استقالته في كلمة بثت من الرياض، قائلا": he whose verb agrees with the participle, where the nearer verb does not."""
        gender = unit.reading.gender if unit.reading is not None and unit.reading.number == "s" else ""
        if not gender or main.verb is None or _gender(main.verb) == gender or main.verb.subject or main.topic:
            return main
        probe = main.parent
        for _ in range(_STEPS):
            if probe is not None and not (probe.verb is not None and (probe.verb.subject or probe.topic)):
                probe = probe.parent
        return probe if probe is not None and _gender(probe.verb) == gender else main

    def _is_predicate(self, k: int) -> bool:
        """ "إن السفينة كانت متوجهة إلى": does the participle tell what the subject of a clause without a verb does?"""
        if self.clause.kind != "comp" or self.clause.verb is not None or not (self.clause.topic or self.clause.plain):
            return False
        return all(u.fold not in COMMA for u in self.units[max(0, k - 2) : k])

    def _participle_before(self, unit: Unit) -> Clause | None:
        """The clause of the last participle of its form, which one with "and" is joined to."""
        before, form = next((p for p in reversed(self.preds) if p.kind == "participle"), None), unit.reading
        if before is None or form is None or unit.conj != AND or before.clause.kind != "part":
            return None
        return before.clause if (before.reading.gender, before.reading.number) == (form.gender, form.number) else None

    def _in_his_words(self, unit: Unit) -> bool:
        """ "تلقى اتصالا من الرئيس، عرض فيه المساعدة، معتبرا": does the participle go on with what he told in the call?"""
        told, verb = self.clause.antecedent, self.clause.verb
        if self.clause.kind != "rel" or verb is None or unit.reading is None or not isinstance(told, Arg):
            return False
        behind = self.pack.phrase_at(self.tokens, verb.last) if verb.last < len(self.tokens) else None
        in_it = behind is not None and behind.cls == "prep-pron" and behind.value == IN
        return in_it and told.mention.kind in ("person", "role") and _gender(verb) == unit.reading.gender

    def _is_right_behind(self, unit: Unit, k: int) -> bool:
        """ "…، وهو ما نفته باكستان مطالبة بتحقيق": does the participle stand right behind who acts in the clause that describes?"""
        verb, who = self.clause.verb, self.units[k - 1].mention if k else None
        if self.clause.kind != "rel" or verb is None or unit.reading is None or who is None:
            return False
        return any(a.mention is who for a in verb.subject) and _gender(verb) == unit.reading.gender

    def _whose_stand(self, unit: Unit) -> list[Arg]:
        """ "انتقد اتخاذ الاتحاد موقفا مؤيدا لإثيوبيا": whose is the deed whose bare object a participle describes?"""
        thing = self.preds[-1] if self.preds else None
        if thing is None or thing.kind != "noun" or thing.last != unit.first or not self.tokens[thing.first].fold.endswith("ا"):
            return []
        return thing.governor.of_role("genitive") if thing.governor is not None and thing.governor.kind == "noun" else []

    def _who_goes_on(self, main: Clause, unit: Unit) -> list[Arg]:
        """Whom a participle tells of: the subject of the verb that it goes with, else one within what is said."""
        subject = (main.verb.subject if main.verb is not None else []) or main.topic
        probe: Clause | None = self.clause
        while not subject and probe is not None and probe is not main:  # "ويشار إلى أن السفير صرح أن …، مشيرا": who says, where nobody is above him
            if probe.verb is not None and probe.verb.says:
                subject = probe.verb.subject or probe.topic
            probe = probe.parent
        who_spoke = bool(subject)
        probe = self.clause
        while not subject and probe is not None and probe is not main:  # "ذكرت الشبكة أن الرئيس أمر بـ …، متهما كولومبيا": he who acts
            alike = unit.reading is None or _gender(probe.verb) == unit.reading.gender
            subject = (probe.verb.subject or probe.topic) if probe.verb is not None and alike else []
            probe = probe.parent
        over = main.verb
        if not who_spoke and over is not None and over.says and unit.reading is not None and _gender(over) == unit.reading.gender:
            man = over.impersonal and all(a.mention.kind in ("person", "role") for a in subject)  # "أوضح البيان أن بوتين عرض …، مشددا"
            return subject if man else []  # "وأضاف أن النظام يسعى إلى …، مؤكدا": whoever it is that spoke
        return subject

    def _who_speaks_within(self, main: Clause, unit: Unit) -> Clause | None:
        """ "وقعت إثيوبيا مذكرة أدانتها الحكومة الصومالية، واصفة الاتفاق": who speaks in a clause that describes, where nobody speaks above it."""
        reading, above = unit.reading, main.verb
        if reading is None or above is None or above.says or above.operators or above.types <= SPEECH or not self._speaks(reading.lemma):
            return None
        for pred in reversed(self.preds):
            clause = pred.clause
            if clause is main:
                return None
            if clause.kind == "rel" and pred.kind == "verb" and pred.subject and self._speaks(pred.lemma) and _gender(pred) == reading.gender:
                return clause
        return None

    def _speaks(self, lemma: str) -> bool:
        """Is it a verb of saying, or of an act that is done in words?"""
        return self.pack.verb_senses[lemma].says or any(f.type in SPEECH for f in self.pack.verb_frames.get(lemma, ()))

    def _participle(self, unit: Unit, k: int) -> None:
        if self._calls_on_god(k):
            self.between += 1
            return
        main = self.clause
        while main.parent is not None and (main.kind in ("comp", "rel", "part") or (main.kind == "coord" and main.parent.kind in ("comp", "rel"))):
            main = main.parent
        if (
            self.clause.kind == "comp"
            and self.clause.quote is False
            and self.clause.verb is not None
            and self.clause.verb.subject
            and not self.pack.verb_senses[unit.reading.lemma if unit.reading else ""].says
        ):
            main = self.clause
        main = self._who_speaks_within(main, unit) or self._agreeing(self._not_of_occasion(main, unit, k), unit)
        if self._in_his_words(unit) or self._is_right_behind(unit, k):
            main = self.clause
        if main.verb is not None and main.verb.aside and main.parent is not None and main.parent.verb is not None:
            alike = unit.reading is not None and _gender(main.verb) == unit.reading.gender
            as_well = main.verb.first > 0 and self.tokens[main.verb.first - 1].fold in self.pack.word_class("as")
            if (as_well or not alike) and unit.reading is not None and _gender(main.parent.verb) == unit.reading.gender:
                main = main.parent  # "توجه إلى نظيره، كما ذكرت الوكالة، قائلا"
        if self._is_predicate(k):
            main = self.clause
        clause = Clause("part", main, plain=main.plain if main is self.clause else "")
        clause.topic = [Arg(a.mention, "", "subject", a.medium) for a in self._whose_stand(unit) or self._who_goes_on(main, unit)]
        clause.head = main.verb
        if (before := self._participle_before(unit)) is not None:  # "واصفا إياه بأداة خطفت الحكومة، وداعيا": he who described
            clause.parent, clause.head = before.parent, before.head
            clause.topic = before.topic
        self._new_clause(clause)
        pred = self._pred(unit, "participle")
        clause.verb = pred
        self._leave()
        self.stack.append(pred)
        self.prep, self.special, self.between, self.last_arg = "", "", 0, None
        self.last, self.last_stop = pred, unit.last


def _done_on(verb: Pred, before: int) -> Pred | None:
    """The last act before a token that hangs on the verb as what is decided or told."""
    return next((p for p in reversed(verb.children) if p.kind == "noun" and p.link in _HANGS and p.first < before), None)


def _is_adjective(unit: Unit) -> bool:
    """Is it a nationality beside a word that no lexicon has ("الجزيرة التشادية")?"""
    return unit.mention is not None and unit.mention.kind == "demonym" and not unit.prep


def _gender(verb: Pred | None) -> str:
    return verb.reading.verb.gender if verb is not None and verb.reading.verb is not None else ""


def _tense(verb: Pred) -> str:
    return verb.reading.verb.tense if verb.reading.verb is not None else ""


def _holds(when: str, pred: Pred, before: Sequence[Pred], goes_on: bool) -> bool:
    """Is the verb negated, in the future or behind a condition as its frame wants it?"""
    if when == "if":
        return pred.future == "planned" and (goes_on or any(p.clause.hypothetical for p in before))
    if when == "future":
        return pred.future == "planned" and not pred.negated
    return pred.negated is not None and (when == "negated" or (pred.negated == "future") == (when == "wont"))


_WHEN = ("when", "ever-since")
_PLACED = 6  # units of a place that is told by its kind and name
_OF_VERBS = ("if", "future")  # conditions that only a verb can meet, by its tense
_FORCE = frozenset(("COERCE", "ASSAULT"))
_TO_HIM = "ل"
# What one does to somebody whom the clause may be about.
_REACHES = frozenset(
    ("ASSAULT", "COERCE", "SANCTION", "ACCUSE", "REQUEST", "SUPPORT", "REJECT", "RETREAT", "CONCEDE", "AID", "THREATEN")
)
_MATERIAL = frozenset(("ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "SANCTION", "AID", "CONCEDE"))
_HANGS = ("obj", "ب", "عن")
_NAME = 4  # tokens that a name behind an office has at most, and one
_TIME = 8  # units from a word of time to what no longer belongs to it
_ADJECTIVES = 2  # words between "a round" and "of talks"
_STEPS = 3  # clauses upwards that a reader looks for the wish
_PART = 4  # tokens before a land in which a word for its part stands
_HELD_WITH = frozenset(("CONSULT", "COOPERATE", "AGREE"))  # acts that others take part in
_LINKED = ("ب", "ل", "ك")
_THE, _TO = "ال", "ل"
_AND_THE = AND + "ال"
_FEMININE = ("ه", "ت")
_MEN = ("و", "ي")
_IN_IT = ("ه", "ها")
_SENDERS = ("person", "role", "government-body")
_TURN = 12  # units behind "as has come in" among which the text and who issued it stand
_SEVERAL = ("s", "men", "people", "children")  # ends of ids of the unnamed
_TITLED = 2  # definite words behind a man of which one is no adjective of his
_LODGED = 3  # tokens between men in arms and the name of the land they are in
_BESIDE = 2  # tokens between two mentions of which the first may be described behind the second
_TOLD_BEHIND = 9  # tokens between a deed and the verb whose pronoun means it
_TAKEN_UP = {"m": "ه", "f": "ها", "p": "هم"}
_WE = "ن"  # the letter before a present of the first person plural
_TERMS = 24  # units behind a verb in which its condition stands
_ROOM = 8  # tokens between a meeting and the verb that tells whom it brought together
_FREED = 7  # tokens behind the verb in which the word for freedom stands
_PAPER = 8  # tokens between a draft and what it says
_OPENS = 5  # units in which a sentence opens with its occasion
_CALLED = 16  # units behind an occasion in which it is called by a name
_ITSELF = ("ه", "ها")
_TEXT = 4  # tokens between a text and the verb that tells what it says
_OBJECT = ("ا", "ه")  # ends of an indefinite object, as folded: "بيانا", "رسالة"
_TO_THE = "لل"
_TITLE = 25  # characters in marks that may be a name
_WHOLE = 2  # words of a clause that needs no verb
_NOT_WHO = ("ا", "ه")  # "قال لاحقا", "تابع حديثه": no subject
_TELLS = ACTOR_KINDS | {"outlet"}
