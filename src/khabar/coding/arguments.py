"""Where a mention stands: subject, object, genitive, behind a preposition, beside another, or beside the clause."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from khabar.coding.draft import POSSESSIVES, TAKEN_IN, bases, stands_before
from khabar.coding.stack import Stack
from khabar.coding.thread import is_private
from khabar.coding.tree import (
    ACTOR_KINDS,
    AND,
    BETWEEN,
    COMMA,
    DASH,
    FROM,
    IN,
    ITSELF,
    LED,
    MISSIONS,
    UNWILLED,
    VERBAL,
    WITH,
    Arg,
    Clause,
    Pred,
    Unit,
    oblique,
)
from khabar.model import Mention
from khabar.packs import SPEECH, Frame
from khabar.text import QUOTE_MARKS, fold

_QUARREL = 4  # tokens before those whom "between" parts in which their quarrel and its adjectives stand


class Arguments(Stack):
    """The part of the pass that hides to which predicate a mention goes, and as what."""

    def _mention(self, unit: Unit, k: int) -> None:
        assert unit.mention is not None
        mention, prep = unit.mention, unit.prep or self.prep
        special = self.special
        nxt_unit = self._next(k)
        opens = k <= 1 and not any(u.kind == "verb" for u in self.units[:k])  # not "ورفض الصومال - الذي …"
        bracketed = k < _OPENING and nxt_unit is not None and (self.units[k - 1].fold, nxt_unit.fold) == ("(", ")") and not self.preds
        if mention.kind in ("place", "state") and nxt_unit is not None and ((opens and nxt_unit.fold in _DATELINE) or bracketed):
            return  # a dateline, "الأخبار (نواكشوط)"
        after = self._next(k + 1)
        if mention.kind == "organisation" and opens and nxt_unit is not None and nxt_unit.fold in DASH and after is not None and after.kind == "verb":
            return  # "الأمم المتحدة - استخدمت روسيا": her seat, from where it is told
        titled = 1 < self.between < k and self.units[k - self.between].fold in self.pack.word_class("chief")  # "عن رئيس لجنة الأسرى فلان"
        ranks = self.units[k - self.between + self.gap : k]  # "مع الفريق أول ركن فلان"
        letter = self.prep if self.borrowed else ""  # "بالفريق أول ركن فلان"
        titled = titled or all(u.fold.removeprefix(letter) in self.pack.word_class("rank-word") for u in ranks)
        counted = k > 1 and self.units[k - 1].kind == "number" and self.units[k - 2].kind == "word" and self.units[k - 2].fold.startswith("ال")
        late = self.between - self.gap >= 2 and mention.kind in ("person", "role") and not titled
        opener = self.tokens[unit.first]
        some = opener.form.endswith("ا") and opener.fold in self.pack.word_class("some-of")  # "إلى النيابة عددا من المتظاهرين"
        if self.prep and not unit.prep and (late or counted or some or self._is_behind_its_matter(unit, mention, k) or self._is_next_target(unit, k)):
            prep = self.prep = ""  # "في وقت لاحق ملك الأردن", "في المطار ثلاثة أتراك": the preposition has had its noun
        if self.prep and self._takes_lives(self._counted_from(k) - 1):
            prep = self.prep = ""  # "أودى قصف بحياة خمسة مدنيين"
        named = self.prep and not (unit.prep or unit.conj) and mention.kind == "person" and k and self.units[k - 1].fold in COMMA
        verb = self.clause.verb
        if named and self.between > self.gap and verb is not None and any(a.mention.kind in ("person", "role") for a in verb.subject):
            self.prep = ""
            return  # "وصل المبعوث إلى الصحراء، فلان، إلى المخيمات": who he is
        between, plans = self.units[k - self.between : k], self.pack.word_class("plan-noun")
        if special.startswith("attribution") and any(not bases(u.fold).isdisjoint(plans) for u in between):
            self.prep = self.special = ""
            return  # "تبادل الأسرى وفقا لخطة ترامب": whose plan it is says nothing here
        if k > 1 and fold(self.prep) in self.pack.word_class("by") and self.units[k - 2].fold in self.pack.word_class("sent-out"):
            self.prep = ""
            return  # "وصل الوزير إلى باماكو موفدا من قبل الرئيس": who sends him makes no visit
        if special in ("time:after", "time:before") and not (self.between or prep) and mention.kind in (*ACTOR_KINDS, "place"):
            self.special, self.last, self.last_stop, self.between = "", Arg(mention, "", "beside"), unit.last, 0
            return  # "أصبحت كينيا ثاني بلد يستدعي سفيره، بعد تشاد": who did so before
        if special.startswith(_PROTEST) and prep == "ب" and mention.kind in ACTOR_KINDS and not self.between:
            prep = _AGAINST  # "مسيرة تنديدا بإسرائيل": nobody marches in the land that is protested at
        led = self.units[k - 1] if mention.kind == "demonym" and k else None
        account = led is not None and led.is_phrase(("attribution",)) and led.phrase is not None and led.phrase.tokens[-1].startswith(ITSELF)
        if account or (led is not None and led.is_phrase(("third", "initiator"))):
            mention = replace(mention, kind="state")  # "بوساطة إماراتية", "وبحسب الرواية الإسرائيلية"
        if mention.kind == "demonym" and not (self.prep and fold(self.prep) in self.pack.word_class("by")):  # "برصاص إسرائيلي"
            self._demonym(unit, mention, k)
            return
        if mention.kind == "place" and not prep and self._is_called(unit):
            return  # "تدريباتهما المشتركة «حماة النيل»"
        if mention.kind in ("gathering", "conflict") and self.stack and self.stack[-1].kind == "noun" and self.stack[-1].first == mention.first:
            self.stack[-1].args.append(Arg(mention, "", "named"))
            return
        gap = (self.between if unit.prep else self.gap if self.prep else 0) if isinstance(self.last, Arg) else 0
        arg = Arg(mention, prep, "loose", unit.medium, gap)
        listed, self.listed = self.listed, False
        beside, self.beside = self.beside, False
        self.one_of = listed and self.last_arg is None
        joined = unit.conj == AND and not unit.prep and not self.prep and (self.between == 0 or self._after_adjective(k))
        joined = joined or (not unit.prep and not self.prep and self.between == 1 and self._states_too(k))
        joined = joined or (not unit.prep and not self.prep and self.between == 1 and self._more_of_them(k))
        joined = joined or (not (unit.conj or unit.prep or self.prep) and self._is_listed(mention, k))
        crowd = mention.kind == "people-group" and self.last_arg is not None and self.last_arg[1].mention.kind != mention.kind
        joined = joined or (beside and not (unit.prep or self.prep or crowd) and self.between == 0)  # "ندد الرئيس، ومعه رؤساء ثلاث دول، بـ"
        member = listed and not prep and self.last_arg is not None
        if member and self.last_arg is not None and self.last_arg[1].role == "subject":  # "تعهدت الدول المانحة، بينها الاتحاد الأوروبي"
            member = mention.kind in ("state", "organisation") and self.last_arg[1].mention.kind in ("group", "people-group")
        coordinated = self.last_arg is not None and (joined or member)
        if not coordinated and self.last_arg is not None and not unit.prep and not self.prep and mention.kind == "person" and self.between <= 6:
            # "الرئيس الأميركي X، والزعيم الكوري الشمالي Y"; "نائب رئيس الوزراء ووزير الخارجية وشؤون المغتربين الأردني، والأمير Y"
            coordinated = self.last_arg[1].mention.kind == "person" and self._joined(unit, k)
        if coordinated:
            nxt = self._next(k)
            verbal = nxt is not None and nxt.kind == "verb" and not nxt.conj and self.clause.verb is not None
            verbal = verbal and not (self._closes_pair() or self._ends_row(k))  # "اتفاقا بين واشنطن وطالبان يمهد"
            if verbal and nxt is not None and not self._is_second_doer(mention, nxt) and not self._tells_in_it(nxt):
                coordinated = False  # "… ومصر تدعم …": a clause of its own
                self._new_clause(Clause("coord", self._up(self.clause)))
                self._leave()
        elif self._opens_anew(unit, mention, nxt_unit):
            self._new_clause(Clause("coord", self._up(self.clause)))
            self._leave()
            self.prep = self.special = prep = ""
            arg = Arg(mention, "", "loose", unit.medium, 0)
        apart = joined and k > 0 and self.units[k - 1].fold in COMMA and self.last_arg is not None and fold(self.last_arg[1].prep) != BETWEEN
        free = unit.conj == AND and not unit.prep and not self.prep and (not coordinated or apart)
        half = self._half_a_pair(mention, apart) if free else None
        if half is not None:  # "بين واشنطن التي تتهم …، وموسكو"
            arg.role, arg.prep = half[1].role, half[1].prep
            self._give(half[0], arg)
            self.prep = self.special = ""
            self.last, self.last_stop, self.between = arg, unit.last, 0
            return
        signed = k == len(self.units) - 1 and k and self.units[k - 1].fold in DASH and mention.kind in ("government-body", "person", "outlet")
        if special.startswith("attribution") and mention.kind == "instrument":
            self.prep = self.special = ""  # "دعت إلى انسحاب القوات وفقا لاتفاق الطائف": by its terms, and it says nothing
        elif special.startswith("attribution") or signed:  # "… - الخارجية الروسية" at the end of a headline
            arg.role = "mouth" if special == "attribution:mouth" else "source"
            clause = self._up(self.clause)  # "تلقى اتصالا من فلان، الذي أعرب عن حزنه، وفق بيان": of the whole, not of the description alone
            clause.sources.append(arg)
            self.last_arg = (clause, arg)
        elif special == "led:" and self.clause.kind in ("comp", "root") and not (self.clause.verb or self.clause.preds or self.clause.topic):
            self._set_topic(arg)  # "إن وفدا من قيادتها برئاسة فلان وصل إلى قطر": whoever leads those who act
        elif special == "led:" and isinstance(self.last, Arg) and self.between <= 2 and self.last.mention.kind in LED:
            self.leads.append((mention, self.last.mention))
            self.prep = self.special = ""
            self.last, self.last_stop, self.between = Arg(mention, "", "leader"), unit.last, 0
            return
        elif special.startswith(("third", "initiator", "party", "led")):
            arg.role = "party" if special == "led:" else special.partition(":")[0]
            held = self.stack[-1] if self.rel and self.stack and self.stack[-1].kind == "noun" else None  # "القمة التي ترأسها تونس"
            target, self.rel = held or self._main_pred(), self.rel and held is None
            if target is not None:
                target.args.append(arg)
                self.last_arg = (target, arg)
            else:
                self.early_parts.append(arg)
                self.last_arg = (self.clause, arg)
        elif (
            special == "likewise:"
            and not (prep or self.between)
            and (first := next((p for p in self.preds if p.kind == "verb" and p.subject), None)) is not None
        ):
            arg.role, arg.prep = "subject", ""  # "طردت بولندا السفير، كما فعلت المجر"
            first.args.append(arg)
            self.last_arg = (first, arg)
        elif mention.kind == "outlet" and unit.first and self.tokens[unit.first - 1].fold in ("(", "["):
            return  # an agency in brackets
        elif verb is not None and verb.last == unit.first and unit.conj == AND and not unit.prep and self.clause.topic and not verb.subject:
            self._set_topic(arg)  # "إن الوزير الإيراني بحث ونظيره العماني التطورات": he too does it
        elif unit.conj == AND and k and self.units[k - 1].fold in COMMA and self.clause.verb is not None and self._same_again(mention, nxt_unit):
            arg.role, arg.prep = "subject", ""  # "أرسلت رواندا جنودا إلى موزمبيق، وأنغولا 20 عسكريا"
            self.clause.verb.args.append(arg)
            self.last_arg = (self.clause.verb, arg)
        elif self.stack and self._is_aside(unit):
            arg.role, arg.prep = "aside", ""  # "أجرت تجربة في تحد للولايات المتحدة": no end of the act
            self._give(self.stack[-1], arg)
        elif (backed := self._backed_by(arg, unit)) is not None:
            arg.role, self.backed = "backer", backed
        elif coordinated:
            assert self.last_arg is not None
            holder, previous = self._before_place(mention) or self.last_arg
            arg.role, arg.prep = previous.role, previous.prep
            if isinstance(holder, Pred):
                holder.args.append(arg)
            elif arg.role in ("source", "mouth"):
                holder.sources.append(arg)
            elif previous in self.early_parts:
                self.early_parts.append(arg)
            elif arg.role != "early":
                holder.topic.append(arg)
            self.last_arg = (holder, arg)
        elif not prep and self._is_one_of_them(mention, k):
            arg.role = "aside"
            self._give(self.clause.verb or self.stack[-1], arg)
        else:
            self._attach(arg, unit, k)
        self.prep = ""
        if not (special.startswith("neg") and (self.between or special == UNWILLED)):  # "بعدم قدرة X على المشاركة"
            self.special = ""
        self.last, self.last_stop, self.between = arg, unit.last, 0
        if unit.medium and unit.medium != "office":
            self.clause.medium = self.clause.medium or unit.medium

    def _is_next_target(self, unit: Unit, k: int) -> bool:
        """ "هاجم المقاتلون بقذائف الهاون مواقع للجيش": does a thing that is struck stand without an article behind a noun with one, which closes
        what the preposition leads to, while the verb waits for its object?"""
        verb, before = self.clause.verb, self.units[k - 1] if k else None
        if verb is None or before is None or before.kind != "word" or not before.fold.startswith(ITSELF) or unit.conj or not verb.subject:
            return False
        return self._is_struck_thing(verb, unit) and not verb.of_role("object")

    def _is_struck_thing(self, verb: Pred, unit: Unit) -> bool:
        """ "هاجم المقاتلون مدعومين بالمدفعية مواقع للجيش": is it, without an article, such a thing as verbs of force hit, so that words for how it
        was done may stand between?"""
        word = self.tokens[unit.first]
        struck = not word.fold.startswith(ITSELF) and not bases(word.fold).isdisjoint(self.pack.word_class("target"))
        return struck and bool(verb.subject) and any(f.type in _MATERIAL and f.object == "recipient" for f in verb.frames)

    def _is_behind_its_matter(self, unit: Unit, mention: Mention, k: int) -> bool:
        """ "وافقت على هذا المقترح أيضا أنقرة": has the verb's preposition had a definite noun, which takes no genitive, so that who stands behind it
        is the subject that the verb waits for? Not "العاصمة أنقرة", "الجارة مصر": that noun only says what the name names."""
        verb = self.clause.verb
        if verb is None or unit.conj or not self._may_come_late(verb, self.prep, mention):
            return False
        at = next((j for j in range(k - 1, max(-1, k - _MATTER), -1) if not self.units[j].is_phrase(("skip", "conj"))), k)
        matter, lead = self.units[at], self.units[max(0, at - 2) : at]
        letter = self.prep if self.borrowed else ""
        taken = any(u.is_phrase(("prep",)) for u in lead) or (bool(letter) and any(u.fold.startswith(letter) for u in (matter, *lead)))
        if not taken or matter.mention is not None or matter.conj or matter.is_phrase(("prep",)):
            return False
        if not matter.fold.removeprefix(letter).startswith(ITSELF):
            return False
        return bases(matter.fold).isdisjoint(self.pack.word_class("neighbouring") | self.pack.word_class("city-noun"))

    def _waits_behind(self, verb: Pred, act: Pred, mention: Mention, k: int) -> bool:
        """ "ندد بهذا الهجوم أيضا وزير الخارجية": does a verb still wait for its subject behind the definite act that its preposition leads to?"""
        if verb.kind != "verb" or verb is not self.clause.verb or verb.reading.pronoun or verb.taken or self.goes_on(verb):
            return False
        if act.kind != "noun" or not act.reading.article or not act.link or act.args:
            return False
        if not all(u.kind == "date" or u.is_phrase(("skip", "conj")) for u in self.units[:k] if u.first >= act.last):
            return False
        return self._may_come_late(verb, act.link, mention)

    def _may_come_late(self, verb: Pred, prep: str, mention: Mention) -> bool:
        """May the mention be the subject that a verb has not had, behind what a preposition of the verb's own leads to? "في" leads anywhere."""
        if verb.subject or verb.clause.topic or fold(prep) == IN or mention.kind not in (*LED, "person", "place"):
            return False
        if mention.kind == "person" and not mention.rule.startswith("post"):
            return False  # "السيد فلان"
        return self._accepts(verb, prep) and self._agrees(verb.reading, mention)

    def _is_listed(self, mention: Mention, k: int) -> bool:
        """ "التقى الأمير وزير الخارجية الكيني، وزير الدفاع الأوغندي ورئيس وزراء تشاد": one of several of a kind and of different lands, with nothing
        but commas between them and an "and" before the last?"""
        verb, before = self.clause.verb, self.units[k - 1] if k else None
        if before is None or before.fold not in _PAUSE or self.last_stop != before.first or self.last_arg is None or not isinstance(self.last, Arg):
            return False
        told = self.last.mention
        if not _alike(told, mention) or told.country == mention.country:
            return False
        waits = verb is not None and self.last_arg[1].role == "subject" and any(f.object for f in verb.frames) and not verb.children
        if waits and verb is not None and not verb.of_role("object"):
            return False  # "التقى الرئيس المصري، وزير الخارجية الكيني ووزير الدفاع الأوغندي"
        for unit in self.units[k + 1 :]:
            if unit.fold in _PAUSE:
                continue
            if unit.mention is None or unit.prep or not _alike(unit.mention, mention):
                return False
            if unit.conj == AND:
                return True
        return False

    def _is_one_of_them(self, mention: Mention, k: int) -> bool:
        """ "أن خمسة أشخاص قتلوا في الهجوم بينهم امرأة": does a word for some of many lead back to the people before the verb?"""
        verb, before = self.clause.verb, self.units[k - 1] if k else None
        if before is not None and before.kind == "number":
            before = self.units[k - 2] if k > 1 else None
        if verb is None or before is None or before.phrase is None or verb.of_role("object"):
            return False
        some = before.phrase.value in _SOME if before.is_phrase(("list",)) else before.is_phrase(("prep-pron",)) and before.phrase.value == BETWEEN
        added = any(u.kind == "number" and verb.last <= u.first < before.first for u in self.units[:k])  # "قتلوا في الهجوم عشرة بينهم ألماني"
        people = [mention, *(a.mention for a in verb.clause.topic)] if some and verb.clause.topic and not added else []
        return bool(people) and all(m.rule in ("unnamed", "people") or m.rule.startswith("agent") for m in people)

    def _backed_by(self, arg: Arg, unit: Unit) -> Arg | None:
        """ "الحركة المدعومة من رواندا", "الموالية لتركيا وقطر": who has the mention behind him, and so acts himself; None if nobody."""
        last, words = self.last, self.pack.word_class("backed") | self.pack.word_class("loyal")
        if not isinstance(last, Arg):
            return None
        if last.role == "backer":
            sided = self.last_arg is not None and fold(self.last_arg[1].prep) == BETWEEN  # "بين كييف المدعومة من الغرب وموسكو"
            both = unit.conj == AND and not arg.prep and self.between == 0 and arg.mention.kind == last.mention.kind == "state"
            return self.backed if both and not sided else None
        at = unit.first - (1 if unit.prep else 2)
        near = all(t.fold in QUOTE_MARKS or t.fold.startswith("ال") for t in self.tokens[self.last_stop : at])
        behind = near and self.last_stop <= at < self.last_stop + _BACKED and fold(arg.prep) in self.pack.word_class("backed-by")
        return last if behind and not bases(self.tokens[at].fold).isdisjoint(words) else None

    def _closes_pair(self) -> bool:
        """Does one of the two whom "between" parts still wait for the other?"""
        holder, first = self.last_arg if self.last_arg is not None else (None, None)
        if not isinstance(holder, Pred) or first is None or fold(first.prep) != BETWEEN:
            return False
        return sum(fold(a.prep) == BETWEEN for a in holder.args) == 1 and len(first.mention.entities) == 1

    def _ends_row(self, k: int) -> bool:
        """ "جولة تشمل غانا وتوغو وبنين تستغرق أسبوعا": do two of a row stand right before the mention of unit k, in a clause that describes?"""
        before = self.units[max(0, k - 2) : k]
        row = len(before) == 2 and all(u.kind == "mention" and u.mention is not None and u.mention.kind == "state" for u in before)
        return row and before[1].conj == AND and self.clause.kind == "rel"

    def _same_again(self, mention: Mention, behind: Unit | None) -> bool:
        """Does a state with a number of things behind it do what another did, behind a comma and without a verb of its own?"""
        verb = self.clause.verb
        if verb is None or not any(a.role == "prep" for a in verb.args) or mention.kind != "state" or behind is None or behind.kind != "number":
            return False
        return bool(verb.subject) and all(a.mention.kind == "state" for a in verb.subject)

    def _is_of_occasion(self, unit: Unit) -> bool:
        """ "طردت فرنسا، خلال مؤتمر صحفي عقد في نيقوسيا، السفير": is it where the occasion was, in words that only tell on which occasion it was?"""
        opener = self.units[self.aside.k + 1].phrase if self.aside is not None and self.aside.k + 1 < len(self.units) else None
        if self.aside is None or opener is None or (opener.cls, opener.value) != ("time", "during") or fold(unit.prep or self.prep) not in (IN, "ب"):
            return False
        verb, top = self.aside.clause.verb, self.stack[-1]
        told = top not in self.aside.stack and bool(top.types - {None})  # "خلال زيارة إلى باريس"
        return not told and verb is not None and "CONSULT" not in verb.types and self.clause is self.aside.clause

    def _is_aside(self, unit: Unit) -> bool:
        """Does "in defiance of", "in allusion to" lead to the mention?"""
        words, i = self.pack.word_class("aside-noun"), unit.first - 1
        if self._is_of_occasion(unit):
            return True
        near = [self.tokens[k].fold for k in (i, i - 1) if k > 0]
        if not self.pack.word_class("mentioning").isdisjoint(near):
            return True  # "ولم تفته الإشارة إلى السعودية"
        return not words.isdisjoint(near) and any(self.tokens[k].fold in words and self.tokens[k - 1].fold == IN for k in (i, i - 1) if k > 0)

    def _before_place(self, mention: Mention) -> tuple[Pred | Clause, Arg] | None:
        """ "سلطات طالبان في أفغانستان والحكومة الباكستانية": behind a place an "and" before a body or a man goes back to whoever stands there."""
        assert self.last_arg is not None
        holder, place = self.last_arg
        if fold(place.prep) != IN or place.mention.kind not in ("state", "place") or mention.kind not in ("government-body", "person", "armed-group"):
            return None
        args = holder.args if isinstance(holder, Pred) else holder.topic
        there = next((a for a in reversed(args) if a is not place and a.mention.last == place.mention.first - (not place.mention.prep)), None)
        return (holder, there) if there is not None and there.mention.kind in ACTOR_KINDS else None

    def _after_adjective(self, k: int) -> bool:
        """ "بين القوات الحكومية والحوثيين": is there only an adjective of the one before the "and"?"""
        before = self.units[k - 1] if k else None
        if before is None or before.kind != "word" or self.between != 1 or not isinstance(self.last, Arg):
            return False
        return before.fold.startswith("ال") and before.first == self.last_stop and self.last.mention.rule in _ADJECTIVE_TOO

    def _opens_anew(self, unit: Unit, mention: Mention, after: Unit | None) -> bool:
        """ "حميدتي يعلن هدنة لثلاثة أشهر والبرهان يرفض", "نددت قبرص بالهجوم؛ فرنسا استدعت السفير": who has a verb of his own behind him begins a
        clause."""
        begins = unit.conj == AND or self.tokens[unit.first - 1].fold in self.pack.word_class("semicolon")
        if not begins or unit.prep or self.prep or self.clause.verb is None or mention.kind not in ACTOR_KINDS:
            return False
        if after is None or after.kind != "verb":
            return False
        return not after.conj and not self._tells_in_it(after) and after.reading is not None and self._agrees(after.reading, mention)

    def _is_second_doer(self, mention: Mention, behind: Unit) -> bool:
        """ "مشروع قرار قدمته ألمانيا وبلجيكا يقضي بتمديد": does the mention stand beside who acts on a thing in the clause that describes it, so
        that the verb behind them goes on with the thing?"""
        verb, first = self.clause.verb, self.last_arg[1] if self.last_arg is not None else None
        described = self.clause.kind == "rel" and self.clause.antecedent is not None and verb is not None and bool(verb.reading.pronoun)
        if first is None or first.role != "subject" or not described or first.mention.kind != mention.kind or behind.reading is None:
            return False
        if not isinstance(self.clause.antecedent, Pred) and self._agrees(behind.reading, mention):
            return False  # "الوزير الذي استقبلته غانا وكينيا تنتقده"; not "مشروع قرار في المجلس قدمته غانا وكينيا يطالب"
        reading = behind.reading.verb
        return reading is not None and reading.tense == "present"

    def _tells_in_it(self, verb: Unit) -> bool:
        """ "وجهت رسالتين إلى الأمين العام ومجلس الأمن تدين فيهما القصف": is the verb of a text, not of who stands before it?"""
        behind = self.pack.phrase_at(self.tokens, verb.last) if verb.last < len(self.tokens) else None
        return behind is not None and behind.cls == "prep-pron" and behind.value == IN

    def _half_a_pair(self, mention: Mention, apart: bool) -> tuple[Pred, Arg] | None:
        """The predicate of this sentence with "between" whose second party has not come, if the mention is like the first.

        apart: a comma parts the mention from who stands before it ("بين الحكومة المدعومة من تركيا بقيادة X، وقوات Y").
        """
        for pred in reversed(self.preds):
            sides = [a for a in pred.args if fold(a.prep) == BETWEEN]
            alike = sides and (sides[0].mention.kind == mention.kind or (apart and mention.kind in ACTOR_KINDS))
            described = pred.clause is not self.clause or self.preds[-1].clause is not pred.clause  # "بين الوزير، الذي وصل أمس، ونظيره"
            if len(sides) == 1 and alike and len(sides[0].mention.entities) == 1 and (apart or described):
                return pred, sides[0]
        return None

    def _joined(self, unit: Unit, k: int) -> bool:
        """Does an "and" behind a comma lead to this mention, with nothing but plain words between?"""
        for before in reversed(self.units[max(0, k - 5) : k + 1]):
            if before is not unit and before.kind not in ("word", "mention"):
                return False
            if before.kind == "mention" and before.mention is not None and before.mention.kind not in ("demonym", "person", "role"):
                return False
            if before.conj == AND:  # "المشير X والمشير Y": a title that is no word of an office
                return self.tokens[before.first - 1].fold in COMMA or (before.last == unit.first and before.first == self.last_stop)
        return False

    def _demonym(self, unit: Unit, mention: Mention, k: int) -> None:
        """ "القصف التركي", "المحادثات السعودية الإيرانية": beside an act a demonym names its parties, elsewhere it only describes."""
        beside_it = self.pack.word_class("neighbouring")
        if self.between and any(not bases(t.fold).isdisjoint(beside_it) for t in self.tokens[max(0, unit.first - 2) : unit.first]):
            self.between += 1
            return  # "السيطرة على منطقة متاخمة للحدود الإثيوبية": beside what it lies
        if self._another(mention, k):
            return
        top = self.stack[-1] if self.stack else None
        beside = top is not None and top.kind == "noun" and unit.first - top.last <= 1 and not top.of_role("genitive")
        if top is not None and "AGREE" in top.types and mention.entities[0] in self.pack.word_class("body-adjective"):
            return  # "توافق على اتفاق أوروبي": of what kind the deal is
        hers = top is not None and unit.first > top.last and self.tokens[top.last].fold.startswith("لل")
        if top is not None and beside and self._is_of_victim(top, unit):
            self._give(top, Arg(mention, "", "object"))  # "قتل الطفل التنزاني"
            self.between += 1
            return
        if top is not None and beside and (hers or unit.first == top.last or not top.reading.pronoun):  # not "ترحيبه بالمبادرة الأردنية"
            hers = hers and bool(top.reading.pronoun)
            arg = Arg(mention, "", "object" if hers or self._takes_in(top, unit) else "genitive")  # "قصفها للأراضي العراقية"
            self._give(top, arg)
            self.last_arg = None
            return
        if (
            top is not None
            and top.kind == "noun"
            and self.prep
            and any(_reaches(f, self.prep) for f in top.frames)
            and not top.of_role("prep")
        ):
            self._give(top, Arg(mention, self.prep, "prep"))  # "تقديم 200 مليون دولار للاجئين السوريين"
            self.between += 1
            return
        if top is not None and self._of_its_object(top, unit, k):
            self._give(top, Arg(replace(mention, kind="state"), "", "object"))  # "احتلال كينيا جزيرة تشادية", "احتجازها سفينة تشادية"
            self.between += 1
            return
        verb = self.clause.verb
        if verb is not None and self.prep and k and self.units[k - 1].fold in self.pack.word_class("others") and self._accepts(verb, self.prep):
            self._give(verb, Arg(replace(mention, kind="state"), self.prep, "prep"))  # "اشتبكت سفن صينية مع أخرى فلبينية"
            self.between += 1
            return
        if self.special.startswith(("time", "cause")):
            self.between += 1
            return  # "علقت التمويل بعد المزاعم الإسرائيلية": whose claims, not whom it hits
        armed = verb is not None and verb.kind == "verb" and not verb.args and self._is_weapon(verb.last)
        if armed and verb is not None and unit.first == verb.last + 1:
            self._give(verb, Arg(replace(mention, kind="state"), "", "subject"))  # "أصابت قذيفة إسرائيلية منزلا": whose the weapon is
            return
        aimed = verb is not None and any(f.object == "recipient" or "recipient" in f.parts.values() or _sees(f) for f in verb.frames)
        word = self.tokens[unit.first]
        him = word.fold.endswith(_ACCUSATIVE) and not word.form.startswith("ال")  # "اعتقلت الشرطة الإسبانية مغربيا"
        asked = verb is not None and verb.reading.conj == AND and not verb.args and fold(self.prep) == FROM[0] and unit.first == verb.last + 2
        # "وطلبت من البنوك التشادية": who acted before asks them
        doer = verb is not None and bool(verb.subject or verb.clause.topic or asked or (verb.strange and self._is_weapon(verb.last)))
        became = verb is not None and fold(verb.lemma) in self.pack.word_class("becomes")  # "أصبحت غانا ثاني بلد أوروبي يعترف"
        if aimed and verb is not None and (self.between or him) and doer and not became:
            if not self.prep and not verb.of_role("object") and any(f.object == "recipient" or _sees(f) for f in verb.frames):
                self._give(verb, Arg(mention, "", "object"))  # "اخترقت الحدود السودانية"
            elif self.prep and any(_reaches(f, self.prep) for f in verb.frames) and not self._is_his_own(verb, mention):
                self._give(verb, Arg(mention, self.prep, "prep"))
        self.between += 1

    def _takes_in(self, act: Pred, unit: Unit) -> bool:
        """ "عملية لاعتقال سوري مطلوب", "ترحيل تشادي": does a nationality, bare as the noun of the act right before it, stand for a man?"""
        bare = not (act.reading.article or act.reading.pronoun or self.tokens[unit.first].form.startswith(ITSELF))
        return bare and unit.first == act.last and any(f.mode in TAKEN_IN and f.object == "recipient" for f in act.frames)

    def _another(self, demonym: Mention, k: int) -> bool:
        """ "وصلت طائرة سعودية وأخرى سودانية": does it tell whose another one is of those just named? Then it stands where they do."""
        word, before = self.units[k - 1] if k else None, self.last_arg
        if word is None or before is None or self.between != 1 or not word.fold.startswith(AND):
            return False
        holder, first = before
        if word.fold.removeprefix(AND) not in self.pack.word_class("others") or first.mention.last != word.first or not isinstance(holder, Pred):
            return False
        self._give(holder, Arg(replace(demonym, kind="state"), first.prep, first.role))
        self.between = 0
        return True

    def _is_of_victim(self, act: Pred, unit: Unit) -> bool:
        """Does a definite word stand between an attack without an article and the nationality, that is no force's ("قصف المدفعية الروسية")?"""
        word = self.tokens[act.last].fold
        force = self.pack.word_class("men-and-arms") | self.pack.word_class("weapon")
        bare = act.types - {None} == {"ASSAULT"} and not (act.reading.article or act.reading.pronoun)
        return bare and unit.first == act.last + 1 and word.startswith("ال") and bases(word).isdisjoint(force)

    def _is_his_own(self, verb: Pred, demonym: Mention) -> bool:
        """ "أدرجت كندا الوزير على القائمة السوداء الكندية": the nationality of who acts, beside a thing of his, tells nobody else."""
        return any(f"state/{a.mention.country}" in demonym.entities for a in (verb.subject or verb.clause.topic))

    def _told_apart(self, verb: Pred, k: int) -> bool:
        """ "حذر المجلس على مستوى وزراء الخارجية، غانا من مغبة": does unit k stand between a comma and what a verb asks for behind its object?"""
        nxt, before = self._next(k), self.units[k - 1] if k else None
        if before is None or before.fold not in COMMA or nxt is None or not verb.subject or self.units[k].conj:
            return False
        led = fold(nxt.phrase.value) if nxt.phrase is not None and nxt.is_phrase(("prep",)) else fold(nxt.prep)
        return any(f.object == "recipient" and led in f.parts for f in verb.frames) if led else nxt.fold == "("

    def _opens_between(self, at: int, k: int) -> bool:
        """Does what somebody says begin between token at and the unit?"""
        between = itertools.takewhile(lambda u: u.first >= at, reversed(self.units[:k]))
        return any(u.is_phrase(("comp",)) or u.fold == _COLON for u in between)

    def _attach(self, arg: Arg, unit: Unit, k: int) -> None:
        prep = arg.prep
        last = self.last
        if (post := self._post_of(arg)) is not None:
            post.mention = arg.mention
            return
        office = isinstance(last, Arg) and last.mention.kind == "role" and not last.mention.entities and last.role in ("subject", "topic")
        his = office and isinstance(last, Arg) and arg.mention.kind == "person" and unit.first - last.mention.last <= 3
        if his and not prep and isinstance(last, Arg) and not self._opens_between(last.mention.last, k):  # not "قال وزير الخارجية إن الرئيس …"
            last.mention = arg.mention  # "المتحدثة باسم الوزارة، فلانة"
            return
        takes = self.clause.verb is not None and any(f.mode in TAKEN_IN for f in self.clause.verb.frames)
        behind = isinstance(last, Arg) and unit.first - last.mention.last in (0, k > 0 and self.units[k - 1].fold in COMMA)
        trade = isinstance(last, Arg) and last.role == "subject" and is_private(last.mention) and behind and takes
        named = arg.mention.kind == "person" and not (prep or unit.conj)
        if trade and named and isinstance(last, Arg) and arg.mention.country in (None, last.mention.country):
            last.mention = replace(arg.mention, country=last.mention.country)  # "اعتقل الناشط الروسي أليكسي نافالني"
            return
        named = isinstance(last, Arg) and bool(arg.mention.entities) and arg.mention.entities == last.mention.entities
        if named and isinstance(last, Arg) and not prep and arg.mention.kind == "person" and unit.first - last.mention.last <= _FIRST_NAME:
            return  # "برئاسة وزير الطاقة الروسي ألكساندر نوفاك"
        doer = self.clause.verb.subject[-1:] if self.clause.verb is not None and not prep and self.between == 0 else []
        if doer and arg.mention.kind == "person" and arg.mention.entities and arg.mention.entities == doer[0].mention.entities:
            return  # "وزير الإعلام في الحكومة المعترف بها دوليا فلان": he who has been told of by his office
        if not prep and self.special.startswith(("time:after", "cause")) and self.between <= 1 and (unit.medium or self._said_by(unit.first - 1)):
            return  # "طلبت مغادرة السفير بعد تصريحات الوزير"
        if not prep:
            ally = self.between == 1 and self.tokens[unit.first - 1].fold in self.pack.word_class("allied") and isinstance(last, Arg)
            if ally and self.tokens[unit.first - 2].fold in COMMA:
                return  # "تستضيف إيران، حليفة الرئيس السوري، مسؤولين": who she is
            near = k > 0 and self.units[k - 1].kind in ("mark", "mention")  # not "مسؤولون من باكستان والهند أن البلدين"
            again = near and self.between == 0 and isinstance(self.last, Arg) and bool(arg.mention.entities)
            own = isinstance(self.last, Arg) and is_private(arg.mention) and not is_private(self.last.mention)  # "اعتقلت إيران مواطنين إيرانيين"
            if again and isinstance(self.last, Arg) and arg.mention.entities == self.last.mention.entities and not own:
                return  # "جماعة أنصار الله - الحوثيون -"
            body = again and isinstance(self.last, Arg) and self.last.mention.kind in LED and arg.mention.kind == "person"
            if body and isinstance(self.last, Arg) and self._has_chief(self.last.mention) and self.last.mention.country == arg.mention.country:
                return  # "إدارة الرئيس الأميركي فلان": whose it is
            if self._is_headed(arg, unit) or self._bare(arg, unit, k):
                return
        else:
            if self.between and isinstance(last, Arg) and self._describing(last.mention, unit):
                return  # "في العراق، البلد الحليف لإيران"
            land = isinstance(last, Arg) and last.mention.kind == "place" and unit.first == last.mention.last and fold(prep) == "ب"
            if land and isinstance(last, Arg) and arg.mention.kind == "state" and last.mention.stands_for in (None, *arg.mention.entities):
                return  # "سيلتقي نظيره في مسقط بسلطنة عمان": in which land the town is
            belongs = stands_before(self.tokens, unit.first, self.pack.word_class("belonging"))
            if belongs and self.between == 1 and isinstance(last, Arg) and last.mention.kind in ("organisation", "government-body"):
                return  # "محكمة العدل الدولية التابعة للأمم المتحدة": whose body it is
            if belongs and self.clause.plain and self.clause.verb is None and not self.clause.topic:
                arg.role, arg.prep = "topic", ""  # "إن السفينتين التابعتين للبحرية التركية وصلتا": it acts by them
                self.clause.topic.append(arg)
                self.last_arg = (self.clause, arg)
                return
            if self._is_meddled_in(prep, unit) or self._is_where_they_live(arg, unit, k):
                arg.role, arg.prep = "aside", ""
                self._give(self.stack[-1], arg)
                return
            verb = self.clause.verb
            if (
                verb is not None
                and verb is (self.stack[-1] if self.stack else None)
                and fold(prep) == IN
                and arg.mention.kind == "organisation"
                and self.gap
                and not (verb.subject or verb.args or self.clause.topic or verb.children or verb.says or verb.taken)
            ):
                arg.role, arg.prep = "subject", ""  # "اتفق وزراء الطاقة في تحالف أوبك": they act for it
                self._give(verb, arg)
                return
            came = k > 1 and fold(prep) == FROM[0] and self.units[k - 2].fold in self.pack.word_class("coming-from")
            if came and verb is not None and verb.types - {None} == {"ACCUSE"}:  # "اتهمت كينيا مسيرات قادمة من أوغندا بقصف قرية"
                arg.role, arg.prep = "aside" if verb.of_role("object") else "object", ""
                self._give(verb, arg)
                return
            if self.clause.verb is None and not self.clause.topic and fold(prep) == FROM[0] and self._counted(k):
                arg.role, arg.prep, arg.gap = "topic", "", 1  # "إن خمسة من عناصر داعش قتلوا"
                self.clause.topic.append(arg)
                self.last_arg = (self.clause, arg)
                return
            if verb is not None and verb is (self.stack[-1] if self.stack else None) and fold(prep) == FROM[0] and self._some_of(k, verb, unit):
                arg.role, arg.prep = "object", ""  # "قتلت القوات عشرين من مسلحي الحركة"
                self._give(verb, arg)
                return
            if self.between and self.stack and self.stack[-1].kind == "noun" and fold(prep) == "ب" and _is_mission(arg.mention):
                arg.role = "prep"  # "أكد طرد أحد الموظفين بالسفارة الكولومبية": where he serves
                self._give(self.stack[-1], arg)
                return
            if fold(prep) == "ل" and (hits := self._hits_what_is_his(unit)) is not None:
                arg.role, arg.prep = "object", ""
                self._give(hits, arg)
                return
            for pred in reversed(self.stack):
                if pred.kind == "noun" and self._is_amid(pred, k):
                    arg.role, arg.prep = "aside", ""  # "صفقة لتايوان وسط تصاعد التوتر مع الصين": no deal with China
                    self._give(pred, arg)
                    return
                aside = fold(prep) == WITH and bool(self.gap) and self.stack[-1].link.startswith(("time", "cause"))
                if aside and pred.kind == "noun" and pred is not self.stack[-1]:
                    break  # "جلسة بعد نشر كينيا قوات على الحدود مع تشاد": no session with Chad
                if pred.kind == "noun" and fold(prep) == FROM[0] and "decide" in pred.operates and pred.link == "subj":
                    got = pred.governor is not None and "reverse" in pred.governor.operates
                    if got and pred is not self.stack[-1]:
                        continue  # "حظي القرار الكيني بترحيب من اليابان": who welcomes it did not take it
                if fold(prep) == "ل" and pred.kind == "noun" and "CONSULT" in pred.types and pred.clause is not self.clause and pred.link == "obj":
                    continue  # "أجريا اتصالا، بحثا فيه التصدي للحركة": of what was talked of, no party
                if pred is self.clause.antecedent and fold(prep) == FROM[0] and arg.mention.kind == "place" and self._is_launched(self.stack[-1]):
                    arg.role, arg.prep = "aside", ""  # "هجوم شنته من كيسمايو": whence it came is no side of it
                    self._give(pred, arg)
                    return
                over = pred.governor if fold(prep) in (WITH, BETWEEN) and fold(pred.lemma) in self.pack.word_class("shooting") else None
                if over is not None and pred.link == "ل" and fold(over.lemma) in self.pack.word_class("halt"):
                    continue  # "وقفا لإطلاق النار مع غانا": the truce is with her
                if fold(prep) == IN and pred.says and self._tells_of_another(pred, k):
                    break
                met = pred.kind == "noun" and fold(prep) == "ب" and self.borrowed and "CONSULT" in pred.types and bool(pred.of_role("object"))
                if met and pred.link.startswith("time"):
                    continue  # "أشاد خلال لقائه السفير بدور كينيا": nobody met a role
                if self._accepts(pred, prep) and not (self._is_traced(pred, prep) or self._is_talked_with(pred, prep)):
                    if pred.kind == "verb" and fold(prep) == IN and self._is_of_cause(pred, k):
                        arg.role, arg.prep = "aside", ""
                        self._give(pred, arg)
                        return
                    arg.role = "prep"
                    if fold(prep) == BETWEEN and (self._in_topic(pred, k) or self._is_told_between(pred, unit) or self._is_of_quarrel(pred, unit)):
                        arg.role, arg.prep = "aside", ""
                    self._give(pred, arg)
                    return
        target = self.stack[-1] if self.stack else None
        if target is None:
            if not prep:
                self._set_topic(arg)
            elif self.clause.verb is None:  # a prepositional phrase before any predicate belongs to nobody yet
                arg.role = "early"
                self.clause.scene.append(arg)
                self.last_arg = (self.clause, arg)
            return
        self._give(target, arg)

    def _tells_of_another(self, saying: Pred, k: int) -> bool:
        """ "قال إن مواطنا كنديا حكم عليه بالسجن في الصين": does the verb of what is said stand between a saying and the place of unit k, in one
        stretch with it? There he was sentenced; nobody spoke there."""
        verb = self.clause.verb
        inside = verb is not None and verb.clause is not saying.clause and verb.first > saying.last
        return inside and verb is not None and not any(u.kind == "mark" for u in self.units[:k] if u.first >= verb.last)

    def _is_headed(self, arg: Arg, unit: Unit) -> bool:
        """ "وجه رئيس الهيئة بفتح تحقيق": a body right behind a chief without a name and without "the" is his who orders, and no object."""
        last, verb = self.last, self.clause.verb
        if not isinstance(last, Arg) or last.role != "subject" or unit.first != self.last_stop or arg.mention.kind != "government-body":
            return False
        if verb is None or not any(f.type == "REQUEST" and f.object == "recipient" for f in verb.frames):
            return False
        who = last.mention
        return who.rule == "unnamed" and who.last - who.first == 1 and self.tokens[who.first].fold in self.pack.word_class("chief-of-bureau")

    def _is_launched(self, verb: Pred) -> bool:
        """Is it the verb of a clause by which somebody is told to carry out the act that it describes?"""
        return verb is self.clause.verb and self.clause.kind == "rel" and "light" in verb.operates and bool(verb.reading.pronoun)

    def _is_meddled_in(self, prep: str, unit: Unit) -> bool:
        """ "رفضت مصر التدخل في الشؤون الداخلية للعراق": whose affairs they are, by ل, is no end of what is said of the meddling."""
        at = unit.first - 1
        while at > 0 and self.tokens[at].fold.startswith("ال") and self.tokens[at].fold not in self.pack.word_class("affairs-of"):
            at -= 1
        meddles = self.stack and self.stack[-1].kind == "verb" and "MOBILIZE" in self.stack[-1].types  # "تدخلت في الشؤون الداخلية للعراق"
        return bool(self.stack) and not meddles and fold(prep) == "ل" and self.tokens[at].fold in self.pack.word_class("affairs-of")

    def _is_where_they_live(self, arg: Arg, unit: Unit, k: int) -> bool:
        """ "نددت الجالية الكينية بتنزانيا بالتصريحات": a land with ب right behind who acts, before another ب, is where they are."""
        last, here = self.last, arg.mention.kind in ("state", "place") and arg.mention.rule == "name"
        beside = isinstance(last, Arg) and last.role == "subject" and unit.first == self.last_stop and last.mention.rule != "name"
        return bool(self.stack) and here and beside and unit.prep == "ب" and self._led_by(self._next(k)) == "ب"

    def _is_traced(self, act: Pred, prep: str) -> bool:
        """ "نسبت نيروبي الهجوم إلى أوغندا": is it the object of a verb of tracing things to somebody, who is told by this preposition?"""
        over = act.governor if act.kind == "noun" and act.link == "obj" else None
        return over is not None and fold(over.lemma) in self.pack.word_class("traces-to") and self._accepts(over, prep)

    def _is_amid(self, act: Pred, k: int) -> bool:
        """Do words of the circumstances ("amid rising tension") stand between an act and the preposition before unit k?"""
        at = k - 1
        while at > 0 and self.units[at].first >= act.last and (self.units[at].kind in ("word", "number") or at == k - 1):
            at -= 1
        phrase = self.units[at].phrase
        return self.units[at].first >= act.last and at < k - 2 and phrase is not None and phrase.value in self.pack.word_class("amid")

    def _is_of_cause(self, act: Pred, k: int) -> bool:
        """ "طردت السفير بسبب تصرفات نيروبي في أوغندا": do words for a cause, whose noun no lexicon has, lead to the "in" before unit k?"""
        at = k - 1 - self.units[k - 1].is_phrase(("prep",))
        while at > 0 and self.units[at].first >= act.last and self.units[at].kind in ("word", "mention") and not self.units[at].prep:
            at -= 1
        return self.units[at].first >= act.last and at < k - 1 and self.units[at].is_phrase(("cause",))

    @staticmethod
    def _is_told_between(pred: Pred, unit: Unit) -> bool:
        """ "مناقشة العلاقات بين تونس وإيطاليا والعلاقات بين تونس والاتحاد": does another "between" begin, behind an act that has its two?"""
        return not unit.conj and sum(fold(a.prep) == BETWEEN for a in pred.args) > 1

    def _is_of_quarrel(self, pred: Pred, unit: Unit) -> bool:
        """ "تطرقت المباحثات إلى حل الخلاف الحدودي بين جيبوتي وإريتريا": do talks that are told to deal with something deal with the quarrel of
        those whom "between" parts?"""
        over = pred.governor if pred.kind == "noun" and pred.link == "subj" and "CONSULT" in pred.types else None
        if over is None or over.kind != "verb" or over.operates:
            return False
        return any(t.fold in self.pack.word_class("quarrel") for t in self.tokens[max(pred.last, unit.first - _QUARREL) : unit.first])

    def _in_topic(self, pred: Pred, k: int) -> bool:
        """ "بحثا الوضع بين إسرائيل والفلسطينيين": behind an act whose parties are told, or a word for "about", does "between" part two others?"""
        if not self.gap or not any(f.object == "about" for f in pred.frames):
            return False
        nxt = self._next(k)
        sides = {u.mention.country for u in (self.units[k], nxt) if u is not None and u.mention is not None}
        over = pred.governor if pred.kind == "noun" else pred  # "اجتمع المجلس لبحث الأزمة بين إثيوبيا والسودان"
        who = (over.subject or over.clause.topic) if over is not None and (over is pred or "CONSULT" in over.types) else ()
        if who and over is not None:
            met = {a.mention.country for a in (*who, *over.of_role("object"), *(a for a in over.args if fold(a.prep) == WITH))} - {None}
            return not sides <= met if len(met) > 1 else sides.isdisjoint(met)  # not "بحث الرئيس الفرنسي التعاون بين مصر وفرنسا"
        return pred.kind == "verb" and self._numbered(pred) and any("CONSULT" in p.types for p in self.preds if p is not pred)

    def _is_called(self, unit: Unit) -> bool:
        """Is it, behind an act, the first word of several in quotation marks, by which the act is called?"""
        top, tokens = self.stack[-1] if self.stack else None, self.tokens
        opens = 0 < unit.first < unit.last < len(tokens) and tokens[unit.first - 1].fold in QUOTE_MARKS and tokens[unit.last].fold not in QUOTE_MARKS
        closes = opens and any(t.fold in QUOTE_MARKS for t in tokens[unit.last + 1 : unit.last + _CALLED])
        return closes and top is not None and top.kind == "noun" and top is self.last and not top.types.isdisjoint(("COOPERATE", "MOBILIZE"))

    def _is_of_being(self, verb: Pred) -> bool:
        """ "نفت أن تكون طائراتها اخترقت المجال الجوي": does the subject of "be" stand right before a past that tells what he did?"""
        being = self.preds[-2] if len(self.preds) > 1 and self.preds[-1] is verb else None
        if being is None or being.kind != "verb" or not being.subject or fold(being.lemma) not in self.pack.word_class("being") or verb.reading.conj:
            return False
        past = verb.reading.verb is not None and verb.reading.verb.tense == "past"
        return past and being.subject[-1].mention.last == verb.first

    def _has_chief(self, m: Mention) -> bool:
        """Does the name of a body hold the office of who heads it ("إدارة الرئيس الأميركي")?"""
        return any(not bases(t.fold).isdisjoint(self.pack.word_class("chief")) for t in self.tokens[m.first + 1 : m.last])

    def _of_its_object(self, act: Pred, unit: Unit, k: int) -> bool:
        """Does the demonym tell of the one bare noun that stands behind an act with its doer, and so is what the act is done to?"""
        word = self.units[k - 1]
        if act.kind != "noun" or self.prep or act.of_role("object") or word.kind != "word" or word.conj or word.first != unit.first - 1:
            return False
        if not any(f.object == "recipient" and f.type in _MATERIAL for f in act.frames):
            return False
        doer = [a.mention.last for a in act.of_role("genitive")] or ([act.last] if act.reading.pronoun else [])
        return bool(doer) and self._counted_from(k - 1) == max(doer)

    def _post_of(self, arg: Arg) -> Arg | None:
        """ "وصف نائب رئيس الوزراء في أيرلندا مايكل مارتن": the post before its land, whose name stands right behind the land."""
        last, subject = self.last, self.clause.verb.subject[-1:] if self.clause.verb is not None else []
        named = not arg.prep and arg.mention.kind == "person" and self.between == 0 and isinstance(last, Arg) and fold(last.prep) == IN
        unnamed = bool(subject) and (subject[0].mention.rule == "post.holder-unknown" or not subject[0].mention.entities)
        if not named or not unnamed or not isinstance(last, Arg):
            return None
        beside = subject[0].mention.last == last.mention.first - (not last.mention.prep)
        alike = arg.mention.country in (subject[0].mention.country, last.mention.country)
        return subject[0] if beside and alike and last.mention.kind in ("state", "place", "government-body", "organisation") else None

    def _describing(self, m: Mention, unit: Unit) -> bool:
        """Do words between the two tell what the first is to the second: its ally, its neighbour?"""
        words = self.pack.word_class("allied") | self.pack.word_class("neighbouring")
        return any(not bases(t.fold).isdisjoint(words) for t in self.tokens[m.last : unit.first])

    def _counted(self, k: int) -> bool:
        """Does a number that opens its clause stand before the "of" of unit k, and a verb behind it?"""
        after = k + 1
        while after + 1 < len(self.units) and self.units[after].conj == AND:  # "وخمسة جنود هنود", "وجنديا هنديا"
            more = self.units[after + 1].kind == "mention" and self._more_of_them(after + 1)
            if not more and self.units[after].kind != "mention":
                break
            after += 1 + more
        nxt = self.units[after] if after < len(self.units) else None
        some = self.pack.word_class("some-men")  # "أن أفرادا من الحرس الفنزويلي دخلوا"
        at = next((j for j in range(k - 1, max(-1, k - 5), -1) if self.units[j].kind == "number" or self.units[j].fold in some), None)
        if at is None or nxt is None or nxt.kind != "verb" or nxt.conj:
            return False
        return at == 0 or self.units[at - 1].is_phrase(VERBAL) or self.units[at - 1].kind == "mark"

    def _some_of(self, k: int, verb: Pred, unit: Unit) -> bool:
        """Does a number, or a word for leaders or members, that is the verb's object stand right before the "of" of unit k: "اعتقلت قيادات من
        الحركة"?"""
        named = unit.mention is not None and unit.mention.kind == "state" and unit.mention.rule == "name"
        at = k - 1 if unit.prep else k - 2
        if named or at < 0 or not unit.is_actor():
            return False
        if self.units[at].kind != "number" and self.units[at].fold not in self.pack.word_class("some-men"):
            return False
        suffers = verb.reading.verb is not None and verb.reading.verb.passive
        told = bool(verb.subject or verb.clause.topic) or suffers
        return told and not verb.of_role("object") and any(f.object == "recipient" for f in verb.frames)

    def _is_met_by(self, arg: Arg) -> Pred | None:
        """ "كان في استقبال الرئيس الكيني لدى وصوله وزير الخارجية": the welcome that tells of a guest and not yet of who was there for him."""
        if arg.mention.kind not in ("person", "role") or not arg.mention.country:
            return None
        words, was = self.pack.word_class("welcoming"), self.pack.word_class("was-there")
        met = next((p for p in self.preds if p.kind == "noun" and p.lemma in words and fold(p.link) == IN), None)
        guest = met.of_role("genitive") if met is not None else []
        if met is None or not (guest or met.reading.pronoun) or any(a.mention.country == arg.mention.country or a.prep == _TO_HIM for a in met.args):
            return None
        there = any(t.fold in was for t in self.tokens[max(0, met.first - _WAS_THERE) : met.first])
        return met if there and (guest or not met.frames or all(f.nouns for f in met.frames)) else None

    def _counted_from(self, k: int) -> int:
        """The token at which unit k begins with the number before it and a day before that: "توقيف السلطات المالية أمس 49 جنديا"."""
        while k and (self.units[k - 1].kind in ("number", "date") or (self.units[k - 1].is_phrase(("prep",)) and self.units[k].kind == "date")):
            k -= 1
        return self.units[k].first

    def _said_by(self, i: int) -> bool:
        """Is token i a word for somebody's words, so that whoever stands behind it said them?"""
        return self.tokens[i].fold in self.pack.word_class("words-of")

    def _addressing(self, verb: Pred, mention: Mention, k: int) -> Sequence[Arg]:
        """ "نددت الوزارة بالعنف، ودعت القوات إلى ضبط النفس": who goes on speaking to a crowd or an army, which itself demands little."""
        goes_on = self.pack.phrase_at(self.tokens, verb.first - 1) if verb.first else None  # "كما ناشدت الأمم المتحدة"
        asks = any(f.type == "REQUEST" for f in verb.frames)
        joined = verb.reading.conj == AND or (asks and goes_on is not None and goes_on.value == "joins")
        if not joined or verb.says or not any(f.object == "recipient" for f in verb.frames):
            return ()  # "وردت موسكو بأن": she answers
        speaks = any(f.object == "recipient" and f.type in SPEECH and not f.objects for f in verb.frames)  # not "وقصف الجيش بلدة"
        crowd = mention.kind == "people-group" or mention.rule in ("pair", "parties") or mention.rule.startswith("agent.MIL")
        army = mention.kind == "government-body" and any(e.endswith("-army") for e in mention.entities)
        man = mention.kind == "person"  # "وتوعد رئيس الوزراء فلان برد": he does
        alone = k
        while (nxt := self._next(k)) is not None and nxt.kind == "mention" and nxt.conj == AND and not nxt.prep:
            k += 1  # "وقصفت واشنطن ولندن مواقع", but "وناشدت الأمم المتحدة والاتحاد الأفريقي التدخل"
        if nxt is not None and nxt.is_actor() and not (nxt.prep or nxt.conj):
            return ()  # "كما حث الجيش السوداني ليبيا على": he asks, and of whom stands behind him
        has_thing = nxt is not None and not (nxt.prep or nxt.conj) and self._is_thing(nxt)  # "وقدمت كازاخستان مليون دولار"
        has_thing = has_thing and (k == alone or (nxt is not None and not nxt.fold.startswith("ال")))
        aimed = not has_thing and any(f.type != "ACCUSE" and f.object == "recipient" and "recipient" in f.needs for f in verb.frames)
        if not ((speaks and (crowd or army)) or (aimed and not man)):
            return ()
        return _spoke_before(self.preds, verb)

    def _is_thing(self, unit: Unit) -> bool:
        """Can the unit be the object of a verb before it: a number, a deed, an indefinite word, "all", men whom one asks?"""
        if unit.kind in ("noun", "number") or unit.is_phrase(("skip",)):
            return True
        return unit.kind == "word" and (not unit.fold.startswith("ال") or not bases(unit.fold).isdisjoint(self.pack.word_class("those-asked")))

    def _owed(self, verb: Pred, k: int) -> bool:
        """ "وحث الأسد على التنحي", "وحمل الحركة المسؤولية", with a subject told before: he is the one who is urged or blamed."""
        again = verb.first > 0 and self.tokens[verb.first - 1].fold in self.pack.word_class("as")  # "كما ناشد المجلس بـ"
        joined = (verb.reading.conj == AND or again or verb.was) and not verb.reading.pronoun
        near = all(u.kind == "date" for u in self.units[:k] if u.first >= verb.last)  # "وكان التقى مساء الأحد الزعيم الدرزي"
        return joined and near and self._wants_him(verb, k)

    def _is_a_state(self, verb: Pred) -> bool:
        """ "بعد أن أدان وجود مئات المسلحين": right behind a verb of speech stands what is spoken of, which does not speak."""
        nxt = self.tokens[verb.last].fold if verb.last < len(self.tokens) else ""
        return nxt in self.pack.word_class("state-of-things") and any(f.type in _SPOKEN for f in verb.frames)

    def _is_weapon(self, i: int) -> bool:
        return i < len(self.tokens) and self.tokens[i].fold in self.pack.word_class("weapon")

    def _men_in_case(self, verb: Pred, k: int) -> bool:
        """ "واتهم مسؤولي الاتحاد الأوروبي بدعم": do men of the mention at unit k stand right behind the verb, in the case of its object?"""
        before = self.units[k - 1] if k else None
        return before is not None and before.first == verb.last and before.fold in self.pack.word_class("men-in-case")

    def _states_too(self, k: int) -> bool:
        """ "طالبت الولايات المتحدة ودول آسيان": is the word before unit k "and the states of"?"""
        before = self.units[k - 1] if k > 1 else None
        if before is None or before.kind != "word" or self.units[k - 2].kind != "mention" or not before.fold.startswith(AND):
            return False
        return before.fold.removeprefix(AND) in self.pack.word_class("states-of")

    def _more_of_them(self, k: int) -> bool:
        """ "على ثلاثة سوريين وأربعة أتراك": is the word before unit k "and" with a number, right behind somebody?"""
        before = self.units[k - 1] if k > 1 and self.units[k - 2].kind == "mention" else None
        return before is not None and before.conj == AND and before.fold.removeprefix(AND) in self.pack.number_words

    def _of_him(self, verb: Pred, mention: Mention, k: int) -> bool:
        """ "وشكر نظيره السوداني على جهوده": the counterpart of whoever acts, if nobody and nothing without a preposition follows."""
        aimed = verb.reading.conj == AND and not verb.reading.pronoun and any(f.object == "recipient" and not f.say for f in verb.frames)
        if not aimed or mention.rule != "counterpart":
            return False
        nxt = self._next(k)
        led = nxt is not None and (nxt.prep or (nxt.reading is not None and nxt.reading.prep))
        return nxt is None or bool(led) or nxt.kind == "date" or nxt.is_phrase(("prep", "time", "attribution", "cause"))

    def _carry_it_out(self, verb: Pred, mention: Mention, k: int) -> bool:
        """ "نفذ 20 عاملا إضرابا": before what a verb only carries stand those who do it, in the case that their number asks for."""
        nxt = self._next(k)
        deed = nxt is not None and nxt.kind == "noun" and not (nxt.prep or nxt.conj) and nxt.fold.endswith("ا")
        return deed and "light" in verb.operates and oblique(self.tokens[mention.first].fold, mention) and self._behind_number(mention.first)

    def _is_done_to(self, verb: Pred, mention: Mention, k: int) -> bool:
        """Does what the verb means tell that the mention behind it is no doer: who is sent off, what is brought down, a land that is visited?"""
        done_to = self._sent_off(verb, mention) or self._brought_down(verb.reading, mention, k) or self._is_gone_to(verb, mention, k)
        return done_to or self._is_valued(verb, mention)

    def _is_valued(self, verb: Pred, mention: Mention) -> bool:
        """ "وثمنت جهود قطر": whose is what a verb asks for as its object and stands between the two, without "the"?"""
        if verb.last != mention.first - 1 or not any(f.type == "SUPPORT" and f.object == "recipient" and f.objects for f in verb.frames):
            return False
        thing = bases(self.tokens[verb.last].fold)
        return any(f.object == "recipient" and f.objects and f.wanted.met_by(thing) for f in verb.frames)

    def _is_gone_to(self, verb: Pred, mention: Mention, k: int) -> bool:
        """ "زار لبنان وزير الخارجية الفرنسي", "وصلت السودان أمس طائرة قطرية": no land comes or goes; does who does stand behind its name?"""
        land = mention.kind == "state" and mention.rule == "name" and verb.last == mention.first
        if not land or fold(verb.lemma) not in self.pack.word_class("comes-or-goes"):
            return False
        beside = (u for u in self.units[k + 1 : k + _COMER] if u.kind not in ("date", "number", "mark"))
        behind = next((u for u in beside if not (u.kind == "word" and u.fold.endswith(_ENDS_OBJECT))), None)  # "يزور العراق حاليا وفد"
        comer = behind.mention if behind is not None and not (behind.prep or behind.conj) else None
        return comer is not None and comer.kind in ACTOR_KINDS and not (comer.kind == "state" and comer.rule == "name")

    def _leave_it(self, mention: Mention, k: int) -> bool:
        """ "غادر 282 جنديا فرنسيا النيجر": those counted right before a bare land are who does something there."""
        nxt = self._next(k)
        land = nxt is not None and nxt.mention is not None and nxt.mention.kind in ("state", "place") and not (nxt.prep or nxt.conj)
        return land and nxt is not None and nxt.first == self.units[k].last and self._behind_number(mention.first)

    def _behind_number(self, i: int) -> bool:
        """Does a number stand right before token i?"""
        before = self.tokens[i - 1] if i else None
        return before is not None and (before.kind == "number" or before.fold in self.pack.number_words)

    @staticmethod
    def _strikes(told: Pred, verb: Pred) -> bool:
        """ "الغارات التي استهدفت مطار دمشق": what is described is itself the subject of a verb of force."""
        return "ASSAULT" in told.types and any(f.type == "ASSAULT" and f.object for f in verb.frames)

    def _is_of_weapon(self, verb: Pred) -> bool:
        """ "العبوة التي استهدفت دورية": does a verb of force describe a weapon that stands right before it?"""
        if verb.reading.pronoun or verb.subject or not any(f.type == "ASSAULT" and f.object == "recipient" for f in verb.frames):
            return False
        near = self.tokens[max(self.sentence.first, verb.first - _BACKED) : verb.first]
        return any(not bases(t.fold).isdisjoint(self.pack.word_class("weapon")) for t in near)

    def _behind_issued(self, arg: Arg) -> bool:
        """ "اتهم بيان أصدرته صربيا كوسوفو": behind the paper and who issued it stands whom it is about; who issued it is the one who speaks."""
        issued = self.clause.verb if self.clause.kind == "rel" and not isinstance(self.clause.antecedent, Arg) else None
        outer = self.clause.parent.verb if self.clause.parent is not None else None
        if issued is None or outer is None or not (issued.reading.pronoun and outer.impersonal) or outer.args or arg.mention.kind not in ACTOR_KINDS:
            return False
        if not issued.subject and not self.between:
            return False  # it is who issued it
        self._close_to(outer.clause)
        outer.args.extend(Arg(a.mention, "", "subject", "statement") for a in issued.subject)
        arg.role = "object"
        self._give(outer, arg)
        return True

    def _hits_what_is_his(self, unit: Unit) -> Pred | None:
        """ "استهدفت الغارات معسكرا لحركة الشباب": the verb of a strike, its subject, whose object, a thing of the unit's, stands before."""
        strikes = (p for p in reversed(self.stack) if p.kind == "noun" and p.link == "subj" and "ASSAULT" in p.types)
        over = next((p.governor for p in strikes), None)
        if over is None or over is not self.clause.verb or over.of_role("object") or not any(f.object == "recipient" for f in over.frames):
            return None
        word = self.tokens[unit.first - 1].fold
        fixed = self.pack.word_class("target") | self.pack.word_class("premises") | self.pack.word_class("vessel")
        thing = (word.endswith(_ENDS_OBJECT) and not word.startswith("ال")) or not bases(word).isdisjoint(fixed)
        return over if thing and unit.first - 1 > over.last else None

    def _harms_behind(self, mention: Mention, k: int) -> Pred | None:
        """ "قتل في الانفجار ثلاثة جنود كينيين", "اعتقل في المطار تركيان": the verb of what is done to men, behind whose place or means those
        stand who are counted, and nobody before them."""
        inner, clause = self.clause.verb, self.clause
        if clause.kind == "rel" and inner is not None and (inner.reading.pronoun or not self._harms_men(inner)):
            clause = self._up(clause)  # "قتل في الهجوم الذي وقع أمس ثلاثة جنود"
        verb, start = clause.verb, self._counted_from(k)
        men = mention.rule.startswith("agent") or mention.rule in ("people", "unnamed")
        if verb is None or verb.kind != "verb" or not men or start <= verb.last or verb.reading.pronoun or self.goes_on(verb):
            return None
        told = verb.subject or verb.clause.topic or verb.taken or verb.of_role("object") or any(c.link in ("", "obj", "subj") for c in verb.children)
        return verb if self._harms_men(verb) and not told and self._is_number_of(mention, k) and self._leads_away(verb) else None

    def _harm_behind_clause(self, mention: Mention, k: int) -> Pred | None:
        """ "أعلن المتمردون أنهم قتلوا في المعارك التي دارت أمس ثمانين جنديا": the verb of what those told of before did to men, who stand counted
        behind the clause that describes its place or means. Not "عدد الذين قتلوا في الهجوم الذي وقع أمس ثمانون"."""
        inner = self.clause.verb
        if self.clause.kind != "rel" or inner is None or inner.reading.pronoun or self._harms_men(inner) or mention.conj or mention.prep:
            return None
        verb = self._up(self.clause).verb
        if verb is None or verb.kind != "verb" or verb.clause.kind == "rel" or verb.reading.pronoun or verb.of_role("object"):
            return None
        told = self.goes_on(verb) or bool(verb.clause.topic)
        return verb if told and self._harms_men(verb) and self._counted_from(k) < self.units[k].first and self._leads_away(verb) else None

    def _leads_away(self, verb: Pred) -> bool:
        """Does a preposition, a day or words for when stand right behind the verb? Not "سترحل الطائرة بسبعين جريحا يمنيا"."""
        behind = next((u for u in self.units if u.first == verb.last), None)
        if behind is None or behind.kind == "date" or behind.is_phrase(("prep", "time", "cause")):
            return behind is not None
        return bool(behind.prep) or (behind.reading is not None and bool(behind.reading.prep))

    def _harms_men(self, verb: Pred) -> bool:
        """Is it what is done to men: they are killed, wounded, taken in or let go?"""
        taken = any(f.mode in TAKEN_IN and f.object == "recipient" != f.subject for f in verb.frames)
        return taken or fold(verb.lemma) in self.pack.word_class("kills")

    def _is_number_of(self, mention: Mention, k: int) -> bool:
        """Are the men of unit k counted, by a number before them or as two?"""
        word = self.tokens[mention.first].fold
        two = not word.startswith("ال") and any(word.endswith(end) for end in self.pack.word_class("dual-end"))
        return two or self._counted_from(k) < self.units[k].first

    def _is_struck(self, top: Pred, arg: Arg, k: int) -> bool:
        """ "استهدف هجوم قاعدة عسكرية تركية": behind a strike that is the subject of such a verb stands what was hit, unless it is a force that is
        not counted ("أصاب انفجار ثلاثة جنود أميركيين") and has not the case of what is hit."""
        over = top.governor
        strikes = top.kind == "noun" and top.link == "subj" and not top.definite and "ASSAULT" in top.types
        if not strikes or over is None or over.kind != "verb" or over.of_role("object"):
            return False
        if not any(f.type == "ASSAULT" and f.object == "recipient" for f in over.frames):
            return False
        word = self.tokens[arg.mention.first].fold.removeprefix("ال")
        if oblique(self.tokens[arg.mention.first].fold, arg.mention) or self._counted_from(k) < arg.mention.first:
            return True
        if arg.mention.kind in ("place", "person", "role") or arg.mention.rule == "post":
            return True
        return word in self.pack.word_class("target") or word in self.pack.word_class("vessel") or word in self.pack.word_class("premises")

    def _joins_in(self, matter: Pred, arg: Arg, unit: Unit, k: int) -> Pred | None:
        """ "شارك في الاجتماع وزير الخارجية", "وقعت على الاتفاق كل من …": the verb whose doer stands right behind the definite thing that a
        preposition of its own brings."""
        verb = matter.governor
        if matter.kind != "noun" or not matter.reading.article or verb is None or verb.kind != "verb" or verb is not self.clause.verb:
            return None
        if verb.subject or verb.taken or verb.reading.pronoun or self.clause.topic or arg.mention.kind not in ACTOR_KINDS:
            return None
        own = any(fold(o.link) == fold(matter.link) for o in verb.operators)
        own = own or any(fold(matter.link) in f.parts and f.object not in ("actor", "recipient") for f in verb.frames)
        each = self.units[k - 1].is_phrase(("list",)) and not unit.prep
        near = unit.first == matter.last or (each and self.units[k - 1].first == matter.last)
        return verb if own and matter.link and near and (each or self._agrees(verb.reading, arg.mention)) else None

    def _says_what_place(self, unit: Unit, k: int) -> bool:
        """ "وفي صعدة، معقل الحوثيين، قصف التحالف": do the words between two commas behind a place only say what place it is?"""
        nxt, then = self._next(k), self._next(k + 1)
        at = k - 1 - self.between
        place = self.clause.scene[-1].mention if self.clause.scene else None
        opened = at >= 0 and self.units[at].fold in COMMA and place is not None and place.last == self.units[at].first
        closed = nxt is not None and nxt.fold in COMMA and then is not None and then.kind == "verb" and not then.conj
        return opened and closed and self.between > 0 and not unit.conj

    def _takes_lives(self, at: int) -> Pred | None:
        """ "أودى قصف شنه الجيش بحياة خمسة مدنيين": the verb whose word for life is token at."""
        if self.tokens[at].fold not in self.pack.word_class("loosed"):
            return None
        verbs = (c.verb for c in (self.clause, self._up(self.clause)) if c.verb is not None)
        return next((v for v in verbs if fold(v.lemma) in self.pack.word_class("takes-life")), None)

    def _looses(self, at: int) -> Pred | None:
        """ "أعلنت إريتريا إطلاق سراح ثلاثة صيادين", "إطلاقها سراحهم": the noun of freeing whose word for freedom is token at."""
        act = self.stack[-1] if self.stack else None
        if act is None or act.kind != "noun" or "RETREAT" not in act.types or at < act.last:
            return None
        if self.tokens[at].fold not in self.pack.word_class("loosed"):
            return None
        return act if at == max([act.last, *(a.mention.last for a in act.of_role("genitive"))]) else None

    def _is_talked_with(self, meanwhile: Pred, prep: str) -> bool:
        """ "بحث الوزير على هامش الاجتماع الوزاري مع نظيره العلاقات": does the verb before what goes on meanwhile wait for this "with"?"""
        verb = meanwhile.clause.verb
        if verb is None or fold(prep) != WITH or not meanwhile.link.startswith("time:during") or not meanwhile.reading.article:
            return False
        waits = any(f.parts.get(WITH) == "actor" for f in verb.frames) and not any(fold(a.prep) == WITH for a in verb.args)
        return waits and bool(self.gap) and bool(verb.subject) and any(p is verb for p in self.stack)

    def _is_met_meanwhile(self, top: Pred, m: Mention) -> bool:
        """ "التقى الوزير على هامش أعمال الجمعية العامة نظيره", "استهدفت خلال عملية واسعة القوات الكينية": behind the words for what goes on
        meanwhile, does the verb with its subject still wait for this object?"""
        verb = top.clause.verb
        behind = self.between or top.of_role("named")
        if verb is None or verb.kind != "verb" or verb.says or not behind or not top.link.startswith("time:during") or m.kind not in ACTOR_KINDS:
            return False
        waits = any(f.object in ("actor", "recipient") for f in verb.frames) and bool(verb.subject) and any(p is verb for p in self.stack)
        return waits and not (verb.reading.pronoun or verb.has_object)

    def _behind_titles(self, at: int, unit: Unit) -> bool:
        """ "زيارة صاحب السمو الملكي الأمير فلان", "زيارة العاصمة باريس": do only forms of address stand between a token and a man's name, or the word
        for a city before its name?"""
        town = unit.mention is not None and unit.mention.kind == "place" and unit.first == at + 1
        if town and self.tokens[at].fold in self.pack.word_class("city-noun"):
            return True
        man = unit.mention is not None and unit.mention.kind in ("person", "role")
        while man and at < unit.first and (title := self.pack.reference_at(self.tokens, at)) is not None and title.cls == "honorific":
            at += len(title.tokens)
        return man and at == unit.first

    def _says_that(self, verb: Pred, mention: Mention, k: int) -> bool:
        """ "وهو أمر قالت تركيا إنه يمسها", "ضباط تشتبه أنقرة أنهم متورطون": does the one right behind a verb say what "that" leads in behind him,
        whatever the clause describes? Not where the verb may tell it to him ("القرار الذي أبلغ الوزير أنه نهائي")."""
        behind = self.units[k + 1] if k + 1 < len(self.units) else None
        if behind is not None and behind.fold in COMMA:  # "غداة تكليف الرئيس، أعلن وزير الخارجية، فلان، أن": the comma closes the name
            behind = self._next(k + 1)
            if behind is not None and behind.fold.endswith(POSSESSIVES):
                return False  # "أي روح يتحدث بها هذا الوزير، إنه مهزوز"
        if verb.kind != "verb" or verb.subject or verb.reading.pronoun or self.between or behind is None or not behind.is_phrase(("comp",)):
            return False
        tells = any(f.object == "third" for f in verb.frames if f.say) or behind.fold.startswith(_OF_IT)
        speaks = any(f.say or f.type in _SPOKEN for f in verb.frames) and not tells
        return speaks and (mention.kind in ACTOR_KINDS or bool(mention.stands_for)) and self._agrees(verb.reading, mention)

    def _bare(self, arg: Arg, unit: Unit, k: int) -> bool:
        """A mention without preposition: subject, object or genitive. True when it found its place."""
        if arg.mention.kind == "outlet" and self.clause.verb is None and k and not self.units[k - 1].is_phrase(VERBAL):
            return True  # "في تصريحات لـ«رويترز» أعرب …": whom it was told to
        if self._behind_issued(arg):
            return True
        if not unit.conj and (welcome := self._is_met_by(arg)) is not None:
            arg.role, arg.prep = "prep", _TO_HIM
            self._give(welcome, arg)
            return True
        if not unit.conj:
            self._leave_told(arg, k)
        if (harms := self._harms_behind(arg.mention, k) or self._harm_behind_clause(arg.mention, k)) is not None:
            arg.role = "object"
            self._give(harms, arg)
            return True
        at, over = self._counted_from(k) - 1, self.clause.verb
        loosed = self.pack.word_class("loosed")
        if (act := self._looses(at)) is not None:
            arg.role = "object" if act.of_role("genitive") or act.reading.pronoun else "genitive"
            self._give(act, arg)
            return True
        tied = over is not None and over.last <= at < over.last + _LOOSED and self.tokens[at].fold in loosed
        if (takes := self._takes_lives(at)) is not None:
            over, tied = takes, True
        first = over is not None and not (over.subject or over.args or over.clause.topic) and self.tokens[over.last].fold in loosed
        if over is not None and (tied or (first and self.between <= _LOOSED and arg.mention.kind == "people-group")):
            arg.role = "object"  # "أخلي سبيل مقاتل أوكراني", "أودى الهجوم بحياة ثمانية جنود"
            self._give(over, arg)
            return True
        if self.clause.verb is None and not self.clause.preds and not self.clause.topic:
            if self._says_what_place(unit, k):
                return True
            self._set_topic(arg)
            before = self.units[k - 1].fold if k and self.units[k - 1].kind == "word" else "ال"
            arg.gap = int(not before.startswith("ال") and arg.mention.kind in ("state", "place"))  # "تصرفات إيران"
            return True
        if self.stack:
            top = self.stack[-1]
            each = self.units[k - 1].is_phrase(("list",)) and self.units[k - 1].first == top.last  # "زيارة كل من قطر وعمان"
            first = self.between == 1 and unit.first - top.last == 1  # "انسحاب أول دفعة من القوات"
            ranked = first and self.tokens[top.last].fold in self.pack.word_class("the-first")
            near = unit.first - top.last <= 1 or self.units[k - 1].last == top.last or each
            beside = ranked or (self.between == 0 and near)
            if self._is_struck(top, arg, k):
                arg.role = "object"
                self._give(top.governor or top, arg)
                return True
            if (doing := self._joins_in(top, arg, unit, k)) is not None:
                arg.role = "subject"
                self._give(doing, arg)
                return True
            whose = top.of_role("genitive") or top.of_role("named")
            if top.kind == "noun" and not (top.definite or whose) and (beside or self._behind_titles(top.last, unit)):
                arg.role = "genitive"
                self._give(top, arg)
                return True
            over = top.governor
            if (
                top.kind == "noun"
                and top.link == "subj"
                and top.reading.article
                and (arg.mention.kind in ("person", "role") or self.units[k - 1].is_phrase(("list",)))
                and over is not None
                and not over.operators
                and not over.subject
                and any(f.object for f in over.frames)
            ):
                top.link = "obj"  # "ووقع الاتفاق الرئيس X": the thing stands before its doer
                arg.role = "subject"
                self._give(over, arg)
                return True
            announced = top.kind == "noun" and top.link == "obj" and bool(top.reading.article) and unit.first == top.last
            spoken_of = over is not None and over.content_start >= 0  # "لافتا إلى أن «مجرم الحرب فلان مصر على»": he is spoken of
            if announced and over is not None and over.says and not (over.subject or spoken_of) and arg.mention.kind == "person":
                arg.role = "subject"  # "وأعلن القرار نائب رئيس الوزراء"
                self._give(over, arg)
                return True
            if over is not None and self._waits_behind(over, top, arg.mention, k):
                arg.role = "subject"
                self._give(over, arg)
                return True
            transitive = any(f.object or f.genitive == "object" for f in top.frames)
            counted = self._counted_from(k)
            if (
                top.kind == "noun"
                and self.between == 0
                and transitive
                and not top.of_role("object")
                and not top.reading.article
                and (
                    (top.reading.pronoun and counted == top.last)
                    or (top.of_role("genitive") and counted == self.last_stop and top.args and top.args[-1].role == "genitive")
                )
            ):
                arg.role = "object"  # "خلال لقائه السفيرة", "طرد باماكو السفير"
                self._give(top, arg)
                return True
            if self._is_met_meanwhile(top, arg.mention):
                assert top.clause.verb is not None
                arg.role = "object"
                self._give(top.clause.verb, arg)
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
            told = self.clause.antecedent if self.clause.kind == "rel" and not self.taken_up(verb) and not verb.subject else None
            plainly = fold(verb.lemma) in self.pack.word_class("says-plainly") and not self.between
            told = None if self.clause.whom or plainly else told  # "اتصالات مع كينيا، في خطوة قال مسؤول كيني إنها": nobody is said
            weapon = self.clause.kind == "rel" and self._is_of_weapon(verb)
            described = isinstance(told, Arg) or (told is not None and self._strikes(told, verb)) or weapon or self._is_of_being(verb)
            if described and not verb.reached:  # "الصحفي الذي أفرجت عنه روسيا": whoever stands behind did it
                verb.taken = True  # the one described is the subject, or who "was"
            if self._says_that(verb, arg.mention, k):
                arg.role = "subject"
                self._give(verb, arg)
                return True
            if (
                not verb.subject
                and verb.kind == "verb"
                and not self.goes_on(verb)
                and not verb.clause.topic
                and not verb.taken
                and not self._is_done_to(verb, arg.mention, k)
                and (self._agrees(verb.reading, arg.mention) or self._carry_it_out(verb, arg.mention, k) or self._leave_it(arg.mention, k))
                and not (
                    verb.strange
                    and self.between
                    and not self.one_of
                    and (arg.mention.kind not in ("person", "outlet") or self._told_to(verb))
                )
                and not (self.between and self._is_a_state(verb))
                and not self._men_in_case(verb, k)
                and not verb.reading.pronoun
                and (self.between <= (2 if verb.strange and arg.mention.kind == "outlet" else 0) or arg.mention.kind in ACTOR_KINDS)
                and all(c.link == "time:during" for c in verb.children)  # "التقى على هامش القمة ماكرون والسيسي"
            ):
                his = self._of_him(verb, arg.mention, k) or self._owed(verb, k)
                speaker = _spoke_before(self.preds, verb) if his else self._addressing(verb, arg.mention, k)
                verb.clause.topic.extend(Arg(a.mention, "", "topic") for a in speaker)
                arg.role = "object" if speaker or his else "subject"
                verb.owed = his and not speaker
                self._give(verb, arg)
                return True
            whom = "" if self.goes_on(verb) else verb.reading.pronoun
            freed = bool(whom) and self.tokens[verb.last].fold.removesuffix(whom) in loosed  # "أطلقت سراحهم حركة الشباب"
            if whom and not verb.subject and self.between == freed and not oblique(unit.fold, arg.mention):
                arg.role = "subject"
                self._give(verb, arg)
                return True
            nominal = any(f.object in ("recipient", "about", "actor") for f in verb.frames)
            if (
                not verb.of_role("object")
                and (
                    self.between <= (2 if nominal and not verb.children else 0)
                    or self._told_apart(verb, k)
                    or self._is_struck_thing(verb, unit)
                )
                and (
                    verb.kind == "participle"  # "متهما كولومبيا"
                    or verb.subject
                    or verb.clause.topic
                    or verb.taken
                    or (verb.strange and self._is_weapon(verb.last))  # "أصابت قذيفة السفارة الروسية"
                    or self.goes_on(verb)
                    or self._is_done_to(verb, arg.mention, k)
                    or not self._agrees(verb.reading, arg.mention)
                    or self._men_in_case(verb, k)
                )
            ):
                arg.role = "object"
                self._give(verb, arg)
                return True
            return False
        if self.clause.verb is None and not self.stack:
            self._set_topic(arg)
            return True
        if self.stack and self.stack[-1].kind == "participle" and not self.stack[-1].of_role("object") and self.between == 0:
            arg.role = "object"
            self._give(self.stack[-1], arg)
            return True
        return False


def _reaches(frame: Frame, prep: str) -> bool:
    """Does the preposition bring whom the act is done to, or who lets somebody go ("أعيدوا من الأراضي الأوكرانية")?"""
    part = frame.parts.get(fold(prep))
    return part == "recipient" or (part == "actor" and frame.type == "RETREAT")


def _sees(frame: Frame) -> bool:
    """ "رصدت تايوان طائرات صينية": is it the object who acts?"""
    return frame.object == "actor" and frame.subject == "recipient"


def _spoke_before(preds: Sequence[Pred], verb: Pred) -> Sequence[Arg]:
    """The subject of the last verb of a clause of the same height, if its gender and number let it go on with this one."""
    said = [p for p in preds if p is not verb and p.kind == "verb"]
    if said and said[-1].clause.kind == "rel" and said[-1].clause.antecedent is None and said[-1].subject:
        before: Pred | None = said[-1]  # "وهو ما تنفيه كينشاسا وتتهم الجيش بـ"
    else:
        before = next((p for p in reversed(said) if p.clause.kind in ("root", "coord")), None)
    if before is None or before.reading.verb is None or verb.reading.verb is None:
        return ()
    if (before.reading.verb.gender, before.reading.verb.number) != (verb.reading.verb.gender, verb.reading.verb.number):
        return ()
    return before.subject or before.clause.topic


def _of_one(args: Sequence[Arg], mention: Mention) -> bool:
    """Is the mention of the country of the one who stands before it?"""
    return len(args) == 1 and args[0].mention.kind == "person" and args[0].mention.country == mention.country


def _alike(one: Mention, other: Mention) -> bool:
    """Are both people with an office, or both states?"""
    return one.kind == other.kind and one.kind in ("person", "role", "state")


def _is_mission(m: Mention) -> bool:
    """Is it a state's embassy, consulate or mission?"""
    return m.kind == "government-body" and any(e.endswith(MISSIONS) for e in m.entities)


_SOME = ("among", "including")  # of words that list
_BACKED = 3  # tokens from whoever is described to the word that tells who backs him
_PROTEST, _AGAINST = "cause:protest-at", "ضد"
_COLON = ":"
_PAUSE = frozenset(("،", ","))
_COMER = 6  # units behind the name of a land among which who came there stands
_LOOSED = 5  # tokens behind a verb in which the word stands that ties its object to it
_ACCUSATIVE = "يا"
_ENDS_OBJECT = "ا"
_MATERIAL = frozenset(("ASSAULT", "COERCE", "SANCTION", "RETREAT"))
_ADJECTIVE_TOO = frozenset(("body", "body.again", "unnamed", "people"))  # mentions that their name does not close
_SPOKEN = frozenset(("ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN"))
_WAS_THERE = 4  # tokens before a welcome in which "was" stands: "وكان في مقدمة مستقبليه"
_TO_HIM = "ل"
_OF_IT = "ب"
_FIRST_NAME = 3  # tokens between an office and the surname of who holds it, at most
_CALLED = 4  # words of the name of an act behind its first
_MATTER = 4  # units back to the noun behind which a subject that comes late may stand
_OPENING = 4  # units that stand before the place of a dateline in brackets
_DATELINE = frozenset(("-", "–", "—", "ـ", "/", "("))
