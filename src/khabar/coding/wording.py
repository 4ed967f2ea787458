"""Which words stand with a predicate: in its own stretch of the sentence, its object, its relative clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from khabar.coding.draft import DEEDS, IN_ANSWER, POSSESSIVES, bases, carries, unowned
from khabar.coding.thread import Thread, are_private
from khabar.coding.tree import COMMA, Arg, Clause, Pred, is_outer
from khabar.packs import Frame, Pack, Sense
from khabar.text import ByWord, fold

_NAMED = frozenset(("armed-group", "organisation", "party", "person", "outlet"))  # kinds whose names are made of common words
_THE = "ال"
_HER = "ة"  # the ending of a woman's title
_OF_OTHERS = ("ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "REQUEST")  # told of by what stands with them alone
_NOT_OWN = ("ASSAULT", "COERCE", "PROTEST", "SANCTION")  # who hits, seizes or bars, does so to what is another's
_FOR = "ل"
_NOT_ITS = {"ه": "ending-of-hers", "ها": "ending-of-men"}  # pronoun -> the class of endings of nouns that it does not stand for
_NOUN = 3  # letters of a noun
_LOAD = 14  # tokens behind an arrival in which its load is named
_BESIDE = 3  # tokens between words of one object
_SUM = 8  # tokens of how much something amounts to, before the clause that describes it
_BEHIND = 20  # tokens behind an insertion
_JUDGED = 5  # tokens behind a deed in which it is called what somebody finds it
_BEFORE = 12  # tokens before a verb in which its subject's words count


class Wording:
    """The words near the predicates of one report, as far as the pack asks for them."""

    def __init__(self, thread: Thread) -> None:
        self.thread, self.a, self.pack = thread, thread.a, thread.pack
        asked = self.pack.once(_asked)
        self._bases = [*map(asked.__getitem__, [t.form for t in self.a.tokens])]
        self._named: dict[int, frozenset[str]] = {}  # what the tokens are that stand in names
        self._set_names_aside()
        self._set_emphasis_aside()
        self._of_citizens = self.pack.once(_of_citizens)
        self._of_that = self.pack.once(_of_that)
        self._told: dict[int, frozenset[str]] = {}  # words before a predicate that it takes up
        self._near: dict[int, set[str]] = {}  # words in a predicate's stretch
        self._met: dict[int, frozenset[str]] = {}  # those of them that any of its frames demands

    def _set_names_aside(self) -> None:
        """ "قطع عناصر الدعم السريع الطريق": a deed's noun within a name is no word of a frame; its head may be one ("مجلس", "بعثة"). Nor is a word of
        a man's name behind his office ("وزير الدولة نزار مدني")."""
        for m in self.a.mentions:
            man = self.thread.entity(m.entities[0]) if m.kind == "person" and m.role and len(m.entities) == 1 else None
            if man is not None and man.known:
                called = {fold(w) for _, name in man.names for w in name.split()}
                for i in range(m.first, m.last):
                    if self.a.tokens[i].fold in called:
                        self._bases[i] = _NONE
            if m.rule == "name" and m.kind in _NAMED:
                for i in range(m.first, m.last):
                    headed = i == m.first and not self.a.tokens[i].fold.startswith(_THE)
                    if not headed and any(b in self.pack.nouns for b in bases(self.a.tokens[i].fold)):
                        self._named[i], self._bases[i] = self._bases[i], _NONE

    def _set_emphasis_aside(self) -> None:
        """ "في اليوم نفسه": behind a definite noun "self" means that very one, and nobody does anything to himself, as in "أحرق الشاب نفسه"."""
        own, tokens = self.pack.word_class("own-self"), self.a.tokens
        for i in (i for i, word in enumerate(self.a.folds) if i > 1 and word in own and tokens[i - 1].fold.startswith(_THE)):
            named = any(m.first < i <= m.last for m in self.a.mentions)
            does = any(r.kind == "verb" for r in self.pack.readings(tokens[i - 2].fold))
            if not (named or does):
                self._bases[i] = _NONE

    def fits(self, pred: Pred, frame: Frame) -> bool:
        """Do the words stand there that the frame demands of its object?"""
        if not frame.objects:
            return True
        if frame.type in DEEDS and self._dwells_on(pred):
            return False
        near: set[str] | frozenset[str] = self._words(pred) if frame.verdict else self._demanded(pred)
        if frame.heads:
            near = near - self._owned(pred)
        if near and frame.wanted.met_by(near):
            return frame.id not in self._of_that or self._leads_to_that(pred, frame)
        if frame.id in self._of_citizens and self._is_done_to_people(pred):
            return True
        others = self._elsewhere(pred, frame)
        return bool(others) and frame.wanted.met_by(near | others)

    def journey(self, act: Pred) -> Pred | None:
        """ "وصل إلى نيروبي لتوقيع اتفاق": the verb of coming or going for the sake of the act."""
        over = act.governor
        goes = over is not None and fold(act.link) == _FOR and any(f.mode == "visit" and self.fits(over, f) for f in over.frames)
        return over if goes else None

    def _lacks_all(self, pred: Pred) -> bool:
        """Stands none of the words that any of its frames demands where `fits` looks for them? So it is of most verbs with dozens of frames."""
        if self._demanded(pred) or (pred.kind == "verb" and self._taken_up(pred)):
            return False
        return self._outside(pred).isdisjoint(self._sense(pred).wanted) and not self._is_done_to_people(pred)

    def _outside(self, pred: Pred) -> frozenset[str]:
        """The words for who acts or is acted upon, wherever they stand; of `_elsewhere` all but what a verb takes up."""
        others = self._beginners(pred) if pred.kind == "noun" else self._doers(pred)
        him = self.thread.object_pronoun(pred) if pred.kind == "verb" and pred.reading.pronoun else None
        return others.union(*self._bases[him.first : him.last]) if him is not None else others

    def _that_fit(self, pred: Pred) -> list[Frame]:
        """The frames that fit: of dozens most demand what stands nowhere that `fits` looks, and are not asked."""
        reach = self._demanded(pred) | self._outside(pred)
        if pred.kind == "verb":
            reach |= self._taken_up(pred)
        asked = self._of_citizens
        return [
            f
            for f in pred.frames
            if not f.objects or ((f.verdict or f.id in asked or not f.wanted.every.isdisjoint(reach)) and self.fits(pred, f))
        ]

    def _sense(self, pred: Pred) -> Sense:
        return (self.pack.noun_senses if pred.kind == "noun" else self.pack.verb_senses)[pred.lemma]

    def _elsewhere(self, pred: Pred, frame: Frame) -> frozenset[str]:
        """The words for who acts or is acted upon, where what the frame demands may stand outside of the predicate's own stretch."""
        if pred.kind == "noun":
            return self._beginners(pred) if frame.object == "place" and frame.type in ("RETREAT", "MOBILIZE") else _NONE
        if pred.kind != "verb":
            return _NONE
        him = self.thread.object_pronoun(pred) if pred.reading.pronoun and frame.object == "recipient" else None
        if him is not None and (words := _NONE.union(*self._bases[him.first : him.last])) and not words.isdisjoint(frame.wanted.single):
            return words  # "استدعت السفير ثم طردته"
        if (taken_up := self._resumed(pred, frame)) and frame.wanted.met_by(taken_up):
            return taken_up
        counted = frame.alone and frame.object == "recipient" and any(a.gap for a in pred.clause.topic)  # "خمسة من عناصر التنظيم قتلوا"
        if frame.subject == "about" and frame.type == "ASSAULT" and (weapon := self._weapon_before(pred)):
            return weapon
        arrives = frame.type == "AID" and fold(pred.lemma) in self.pack.word_class("on-the-way")
        by_doer = counted or arrives or frame.object in (None, "place") or frame.type == "PROTEST"
        return self._doers(pred) if by_doer or self.thread.befalls(pred) else _NONE  # "السفير الإيراني طرد من كندا"

    def _weapon_before(self, pred: Pred) -> frozenset[str]:
        """ "إن صواريخ بعيدة المدى دمرت مستودعا": the words of a subject that names nobody, from the head of what is said to its verb."""
        clause = pred.clause
        start = clause.head.content_start if clause.kind == "comp" and clause.head is not None else self.thread.sentence_start
        told = clause.verb is pred and clause.kind in ("comp", "root") and 0 <= start < pred.first <= start + _BEFORE
        if not told or pred.subject or clause.topic or any(start <= p.first < pred.first for p in self.thread.preds):
            return _NONE
        return _NONE.union(*self._bases[start : pred.first])

    def _resumed(self, pred: Pred, frame: Frame) -> frozenset[str]:
        """The words of the thing before a verb that the pronoun on it, or right behind it, takes up, where nothing else stands with the verb that its
        frames demand: "صفقة لتبادل السجناء أبرمتها طهران", "خطة توصل إليها الجانبان"; and of what a passive describes: "اتفاق أمني أبرم بين"."""
        undergone = self.thread.undergoes(pred)  # "إن السفينة لا تزال محتجزة لدى"
        owned = frame.object == "recipient" and not undergone
        if owned or frame.relation or (frame.type in _OF_OTHERS and not (undergone and frame.type == "COERCE")):
            return _NONE  # who is meant is looked for among the people of the report
        return self._taken_up(pred)

    def _taken_up(self, pred: Pred) -> frozenset[str]:
        """As `_resumed`, whatever the frame; looked for once."""
        told = self._told.get(id(pred))
        if told is None:
            told = self._told[id(pred)] = self._look_back(pred)
        return told

    def _look_back(self, pred: Pred) -> frozenset[str]:
        tokens = self.a.tokens
        if self._demanded(pred):
            return _NONE
        behind = tokens[pred.last].fold if pred.last < len(tokens) else ""
        apart = behind if self.pack.prep_pronouns.get(behind) in pred.preps else ""  # "توصل إليها"; "اقتربت منها" takes up nothing
        word = pred.reading.pronoun or next((p for p in POSSESSIVES if apart.endswith(p)), "")
        undergone = not word and not pred.subject and self.thread.undergoes(pred)  # "الرحلات الجوية إلى الهند علقت", "أصولها مجمدة في"
        bare = pred.subject or pred.reading.conj or pred.was or not self.thread.nothing_follows(pred.last)
        if word not in POSSESSIVES and not undergone and bare:
            return _NONE
        wanted, reach = self._sense(pred).wanted, _BEFORE if word or undergone else _BESIDE
        others = tuple(self.pack.word_class(_NOT_ITS[word])) if word in _NOT_ITS else ()
        for i in range(pred.first - 1, max(self.thread.sentence_start, pred.first - reach) - 1, -1):
            if self._bases[i].isdisjoint(wanted) or tokens[i].fold.endswith(others):
                continue
            if (not word and not undergone and tokens[i].fold.startswith(_THE)) or any(d.pred.first <= i < d.pred.last for d in self.thread.made):
                return _NONE  # "الاتفاق أبرم": its own noun tells it; "الهدنة التي توصلت إليها": so it has
            return _NONE.union(*self._bases[i : min(i + _BESIDE, pred.first)])
        return _NONE

    def _stands_behind_when(self, pred: Pred) -> bool:
        """ "قطعت علاقاتها بعدما اقتحم محتجون سفارتها": does the verb open a clause of its own, which tells what others did before?"""
        starts = range(max(0, pred.first - 3), pred.first) if pred.kind == "verb" else ()  # "في وقت", "بعد أن", "بعدما"
        found = ((i, self.pack.phrase_at(self.a.tokens, i)) for i in starts)
        return any(p is not None and p.value == "when" and i + len(p.tokens) == pred.first for i, p in found)

    def _leads_to_that(self, pred: Pred, frame: Frame) -> bool:
        """ "أكد ضرورة أن تسحب": does "that" stand right behind the word that brings it ("أكد أهمية الزيارة، مشيرا إلى أن")?"""
        tokens, need = self.a.tokens, {words[0] for words in frame.objects}
        near = range(pred.last, min(self.thread.sentence_end, len(tokens) - 1))
        return any(not need.isdisjoint(self._bases[i]) and tokens[i + 1].fold in self.pack.word_class("that") for i in near)

    def _dwells_on(self, pred: Pred) -> bool:
        """ "شدد على أن العقوبات …": does a preposition lead from the verb to a clause, which then is no thing that a deed is done to?"""
        at = pred.content_start - 2
        if pred.kind != "verb" or pred.content is None or at < pred.last:
            return False
        phrase = self.pack.phrase_at(self.a.tokens, at)
        return phrase is not None and phrase.cls == "prep"

    def _is_done_to_people(self, pred: Pred) -> bool:
        """ "خطف مسلحون خمسة بريطانيين", "احتجاز البريطانية نازنين زاغري": may what is done to a citizen be done to these people?"""
        hit = pred.of_role("object") or pred.of_role("genitive") or (pred.clause.topic if self.thread.befalls(pred) else [])
        return are_private(hit) or (bool(hit) and all(a.mention.rule == "name.new" for a in hit))

    def met(self, pred: Pred, frame: Frame) -> frozenset[str]:
        """The words of its stretch that the frame demands."""
        return frozenset(frame.wanted.every.intersection(self._words(pred)))

    def _owned(self, pred: Pred) -> set[str]:
        """ "قدم اعتذاره عن إسقاط الطائرة": the words right behind other event nouns of the predicate's stretch."""
        owners = (p for p in self.thread.preds if p.kind == "noun" and pred.last <= p.first < pred.stop and p.last < len(self.a.tokens))
        own = {*self._bases[pred.first]} if pred.kind == "noun" else set[str]()  # "الإمدادات" are no supplies given
        owned: list[Iterable[str]] = []
        for p in owners:
            owned.append(self._bases[p.last])
            if "AID" in pred.types and p.types & DEEDS and p.of_role("genitive"):
                owned.append(self._bases[p.first])  # "قدم تفسيرا لطرد السفير": the deed of expelling, no parcel
        return own.union(*owned)

    def opens(self, pred: Pred, frame: Frame) -> bool:
        """Does one of the words that the frame demands stand right behind the predicate, or behind "all" ("وقف جميع المساعدات")?"""
        at = pred.last
        phrase = self.pack.phrase_at(self.a.tokens, at) if at < len(self.a.tokens) else None
        at += phrase is not None and phrase.cls == "skip"
        return at < len(self.a.tokens) and not self._bases[at].isdisjoint(frame.wanted.every)

    def nearest_first(self, pred: Pred) -> Sequence[Frame]:
        """The frames of a predicate that fit, by rank; of equal ones that whose words stand nearest, without those whose words stand behind them
        ("علقت مشاركتها … بعد الهجوم" stops no attack)."""
        fit = [f for f in pred.frames if not f.objects] if self._lacks_all(pred) else self._that_fit(pred)
        if len(fit) < 2 or len([f for f in pred.frames if f.objects]) < 2:
            return fit
        far = {id(f): self._distance(pred, f) for f in fit if f.objects}
        near: dict[int, int] = {}  # rank -> the least distance
        for f in fit:
            if id(f) in far:
                near[f.rank] = min(far[id(f)], near.get(f.rank, far[id(f)]))
        kept = [f for f in fit if not f.objects or far[id(f)] <= near[f.rank] + _BESIDE]
        return sorted(kept, key=lambda f: (-f.rank, not f.objects, far.get(id(f), 0)))

    def _distance(self, pred: Pred, frame: Frame) -> int:
        """Tokens between the predicate and the first of the words that the frame demands."""
        wanted = frame.wanted.every
        stop = min(pred.stop or pred.last + 12, pred.last + 20)
        return next((i for i, words in enumerate(self._bases[pred.first : stop], pred.first) if not words.isdisjoint(wanted)), stop)

    def has(self, pred: Pred, words: Iterable[str]) -> bool:
        """Does one of these words stand in the predicate's own stretch of the sentence?"""
        return not self._words(pred).isdisjoint(words)

    def _words(self, pred: Pred) -> set[str]:
        """The words of a predicate's own stretch of the sentence, with and without their particles; gathered once."""
        near = self._near.get(id(pred))
        if near is None:
            near = self._near[id(pred)] = self._gather(pred)
        return near

    def _demanded(self, pred: Pred) -> frozenset[str]:
        """The words of its stretch that any frame of the predicate demands: few or none, where a verb with a dozen frames asks for hundreds."""
        met = self._met.get(id(pred))
        if met is None:
            met = self._met[id(pred)] = self._sense(pred).wanted.intersection(self._words(pred))
        return met

    def _doers(self, pred: Pred) -> frozenset[str]:
        """The words for who acts, where they stand before the verb: "القوات الفرنسية ستغادر"."""
        early = [a.mention for a in (pred.subject or pred.clause.topic) if pred.first - _BEFORE < a.mention.first < pred.first]
        return frozenset().union(*(words for m in early for words in self._bases[max(0, m.first - 1) : m.last]))

    def _beginners(self, pred: Pred) -> frozenset[str]:
        """The words for who acts, of what only carries the noun: "بدأت القوات الفرنسية مغادرة تشاد", "قيام قوات إريترية بتوغل"."""
        over = pred.governor
        if over is None or not any(fold(o.link) == fold(pred.link.removeprefix("obj")) for o in over.operators):
            return _NONE
        doers = over.subject if over.kind == "verb" else over.of_role("genitive")
        return frozenset().union(*(words for a in doers for words in self._bases[max(0, a.mention.first - 1) : a.mention.last]))

    def _gather(self, pred: Pred) -> set[str]:
        stop = min(pred.stop or pred.last + 12, pred.last + (40 if pred.kind == "verb" else 14))
        if pred.content is not None:  # "حذر من أنها سترد": the words of the clause count
            stop = max(stop, min(pred.last + 30, len(self.a.tokens), self._end_of_words(pred, pred.content)))
        if "AID" in pred.types and fold(pred.lemma) in self.pack.word_class("on-the-way"):  # "وصلت طائرة قطرية تحمل أدوية"
            stop = max(stop, min(pred.last + _LOAD, self.thread.sentence_end))
        if "ASSAULT" in pred.types:  # "قتل جندي وأصيب آخران في هجوم"
            for p in self.thread.preds:
                if p.first >= stop and (p.first > stop + 1 or "ASSAULT" not in p.types or self._stands_behind_when(p)):
                    break
                if p.first >= stop:
                    stop = min(p.stop, p.last + 20)
        if fold(pred.lemma) in self.pack.word_class("describing") and pred.kind == "verb":  # "وصف الرئيس ما تفعله إسرائيل في غزة بالإبادة"
            what = self.pack.word_class("what")
            told = (p for p in self.thread.preds if pred.last <= p.first - 1 < stop and self.a.tokens[p.first - 1].fold in what)
            stop = max([stop, *(min(p.last + _JUDGED, self.thread.sentence_end) for p in told)])
        if pred.kind == "noun":  # "هجوم شنته ميليشيات على قرية"
            for rel in self.thread.relatives(pred):
                stop = max(stop, min(rel.stop, rel.last + 8))
        if stop in self.thread.participles:
            stop += 1  # "هاجم نظيره، قائلا …"
        if pred.kind == "noun" and pred.governor is not None and stop > pred.last:  # "طرد السفير واستدعاء سفيرها": behind "and" stands another's
            beside = (p.first for p in pred.governor.children if p.link == pred.link and p.reading.conj and p.first > pred.last)
            stop = min([stop, *beside])
        if pred.kind == "verb" and stop < len(self.a.tokens) and self.a.tokens[stop].fold in self.pack.was_done:
            stop += 1  # "استعادت بريطانيا مواطنة كانت مسجونة في إيران": what was done to her says what she is
        own = self._bases[pred.first : stop]
        for c in pred.children if pred.kind == "verb" else ():
            if c.link.startswith("cause") and pred.first <= c.first < stop:
                own[c.first - pred.first] = _NONE  # "أوقفت، ردا على القصف، عبور الغاز"
        for i in range(pred.last, stop) if "THREATEN" in pred.types else ():
            if (phrase := self.pack.phrase_at(self.a.tokens, i)) is not None and f"{phrase.cls}:{phrase.value}" == IN_ANSWER:
                own[i - pred.first] = _NONE  # "هددت بقطع المياه ردا على القرار": the answer is why, not what is threatened
        near: set[str] = set().union(*own)
        if "MOBILIZE" in pred.types and self._named:  # "نشر العراق الحشد الشعبي": forces go by their names
            near.update(*(words for i, words in self._named.items() if pred.first <= i < stop))
        if "ASSAULT" in pred.types:
            near -= self._of_truce(pred.first, stop)
        if pred.kind == "noun" and pred.governor is not None and carries(pred.governor, pred.link):
            near.add(fold(pred.governor.lemma))  # "شن هجمات"
        if pred.kind == "noun" and (at := self._described_by(pred)) is not None:  # "الاتفاق الذي تم التوصل إليه", "صفقة تم إبرامها"
            near |= self._bases[at]
        if pred.kind == "noun":  # "جلسة مباحثات"
            near.update(*[self._bases[c.first] for c in pred.children if c.link == "gen" and not c.definite])
        verb = pred.clause.verb if pred.kind == "noun" else None
        if verb is not None and pred.first < verb.first and verb.lemma in self.pack.word_class("amounts"):  # "تصرفات تشكل انتهاكا"
            near.update(*self._bases[verb.last : verb.last + 4])
        if pred.kind == "verb" and pred.reading.pronoun and pred.first > 1:  # "وهو ما تنفيه الخرطوم"
            near.update(t.fold for t in self.a.tokens[pred.first - 2 : pred.first])
        if pred.kind == "verb":  # "رفضت، في جلسة عقدتها، المذكرة"
            outside = [c for c in pred.children if c.link in ("obj", "subj") and not pred.first < c.first < stop]
            near.update(*[self._bases[c.first] for c in outside])
            near.update(*[self._bases[c.last] for c in outside if c.last < pred.first])  # "العمليات العسكرية توقفت": its adjective
            near.update(*[self._bases[i] for i in self._after_insertion(pred)])
        if pred.kind == "verb" and pred.lemma in self.pack.word_class("cuts"):  # "كانت العلاقات بين البلدين قطعت", "العلاقات التي قطعت"
            near.update(t.fold for t in self.a.tokens[max(0, pred.first - _BEFORE) : pred.first])
        if pred.kind == "verb" and pred.reading.pronoun and pred.lemma in self.pack.word_class("attend"):  # "عقد الاجتماع …، وحضره رؤساء …"
            met = next((p for p in reversed(self.thread.preds) if p.first < pred.first and p.kind == "noun" and "CONSULT" in p.types), None)
            near |= self._bases[met.first] if met is not None else set()
        behind = self.a.tokens[pred.last].fold if pred.last < len(self.a.tokens) else ""
        by_prep = "REQUEST" in pred.types and self.pack.prep_pronouns.get(behind) in pred.preps  # "القرار الذي تقدمت به"
        taken_up = pred.kind == "verb" and pred.clause.kind == "rel" and (bool(pred.reading.pronoun) or by_prep or self.thread.undergoes(pred))
        described = pred.clause.antecedent if taken_up else None
        if isinstance(described, Pred):  # "العقوبات التي أقرتها …"
            comes = "CONSULT" in pred.types and "REQUEST" not in pred.types  # but "مشروع القرار الذي قدمته": a draft, by a verb of coming too
            near |= self._bases[described.first] | (_NONE if comes else self._bases_of_head(described))
        elif described is not None and described.role != "far":  # "الاتفاق النووي الذي وقعته …", "السفير التشادي الذي طردته …"
            near |= self._bases[described.mention.first]
        known = taken_up and not (isinstance(described, Pred) and described.kind == "noun" and self._is_described(described, pred))
        if known and "REQUEST" not in pred.types:
            that = self.pack.phrase_at(self.a.tokens, pred.first - 1)
            at = pred.first - 1 - (that is not None)  # "الحدود البرية التي أغلقتها …", a word that no lexicon has and its adjectives
            amounting = self.pack.word_class("amounting-to")  # "الرسوم البالغة خمسين في المئة التي فرضتها"
            sums = range(at, max(at - _SUM, self.thread.sentence_start), -1)
            end = at = next((i - 1 for i in sums if self.a.tokens[i].fold in amounting), at)
            while at > self.thread.sentence_start and end - at < _BESIDE + (that is None) and self.thread.is_definite(at):
                near |= self._bases[at]
                at -= 1
            if at < end and not any(p.first == at and p.kind == "verb" for p in self.thread.preds):
                near |= self._bases[at]  # "ناقلة النفط التي احتجزتها": the head whose genitive stands before the clause
        if known and described is None and self.a.tokens[pred.first - 1].fold in COMMA:  # "طائرة مسيرة مفخخة، أطلقها الحوثيون"
            near |= _NONE.union(*self._bases[max(self.thread.sentence_start, pred.first - 1 - _BESIDE) : pred.first - 1])
        return near

    def _bases_of_head(self, noun: Pred) -> frozenset[str]:
        """ "مشروع القرار الذي أعدته بريطانيا": the words of the head of which the noun is the genitive, where no lexicon has it."""
        i = noun.first - 1
        if i < self.thread.sentence_start or self.thread.is_definite(i) or self.a.tokens[i].kind != "word":
            return _NONE
        plain = self.pack.phrase_at(self.a.tokens, i) is None and all(p.first != i for p in self.thread.preds)
        return self._bases[i] if plain else _NONE

    def _is_described(self, noun: Pred, verb: Pred) -> bool:
        """Does the clause of the verb describe the noun itself? Not in "سفينة الشحن التي صادرتها", "بالإفراج عن ناقلة النفط التي احتجزتها": there a
        word that no lexicon has stands before it, or a preposition leads from it to one."""
        between = range(noun.last, max(noun.last, verb.first - 1))
        i = noun.first - 1
        headed = noun.reading.article and i > 0 and not self.thread.is_definite(i) and self.pack.phrase_at(self.a.tokens, i) is None
        headed = headed and self.a.tokens[i].kind == "word" and all(p.first != i for p in self.thread.preds)
        return not headed and all(self.thread.is_definite(i) for i in between)

    def _described_by(self, pred: Pred) -> int | None:
        """The token of what a clause describes, or is about, whose verb only says that the noun was done, where a pronoun on or right behind the noun
        means it: "الاتفاق الذي تم التوصل إليه", "كانت الاتفاقية قد تم توقيعها"."""
        over, clause, tokens = pred.governor, pred.clause, self.a.tokens
        if over is None or over is not clause.verb or "passive" not in over.operates or over.negated or over.future:
            return None
        behind = tokens[pred.last].fold if pred.last < len(tokens) else ""
        if not (pred.reading.pronoun or self.pack.prep_pronouns.get(behind)):
            return None
        if clause.kind != "rel":
            before = (p.first for p in reversed(self.thread.preds) if p.kind == "noun" and p.first < over.first and p.clause is clause and p.definite)
            return next(before, clause.topic[0].mention.first if clause.topic else None)
        described = clause.antecedent
        return described.mention.first if isinstance(described, Arg) else described.first if described is not None else None

    def _end_of_words(self, pred: Pred, content: Clause) -> int:
        """The token where somebody else begins to speak behind what the verb says: "أعلنت غانا أنها ستسحب …، كما أعلنت كينيا أن …"."""
        others = (
            p for p in self.thread.preds if p.first > pred.last and p.kind == "verb" and p.says and not p.aside and p.clause.kind in ("root", "coord")
        )
        return next((p.first for p in others if p.clause is not content and not is_outer(content, p.clause)), self.thread.sentence_end)

    def _of_truce(self, first: int, stop: int) -> frozenset[str]:
        """ "عملية التبادل ضمن اتفاق وقف إطلاق النار": the word for fire, where it stands only in a ceasefire."""
        fire, halting, tokens = self.pack.word_class("truce"), self.pack.word_class("halting"), self.a.tokens
        told = [i for i in range(first, stop) if tokens[i].fold in fire]
        ended = [i for i in told if i - 2 >= 0 and not bases(tokens[i - 2].fold).isdisjoint(halting)]
        return self._bases[ended[0]] if ended and len(ended) == len(told) else _NONE

    def _after_insertion(self, pred: Pred) -> Iterable[int]:
        """The tokens of a verb's clause that go on behind an insertion: "استعرض X مع Y، الذي يزور المملكة، العلاقات"."""
        if pred.again:
            nxt = (p.first for p in self.thread.preds if p.first >= pred.again and (p.clause is not pred.clause or p.kind == "verb"))
            yield from range(pred.again, min(next(nxt, self.thread.sentence_end), pred.again + _BEHIND))


def _asked(pack: Pack) -> ByWord[frozenset[str]]:
    """Word as it is written -> those of its `bases` that a frame demands or a class of words has: none of most, so that what stands near is a set
    of few. "نقلت كتائبها", "عززت حاميتها": a noun with a possessive is the noun too."""
    known = frozenset().union(*pack.lists.values(), *(f.wanted.every for f in pack.frames.values()))
    endings = tuple(e for e in (*pack.word_class("ending-of-men"), *pack.word_class("ending-of-hers")) if len(e) > 1)
    owned, gone, his = _owned(pack), pack.prep_pronouns, pack.word_class("his-envoy")

    def plain(word: str) -> frozenset[str]:
        own = bases(word)
        if not known.isdisjoint(own):
            return own & known
        many = [w for one in own if one.endswith(endings) for w in _singular(one, endings)]
        return (known.intersection(many) if many else _NONE) or _NONE

    def of(form: str) -> frozenset[str]:
        word = fold(form)
        if word.endswith(POSSESSIVES):
            if form.endswith(_HER) and not his.isdisjoint(bases(word)):
                return plain(word[:-1])  # "سفيره" is folded as "سفيرة", also behind an article: "استدعاء السفيرة"
            if form.endswith(POSSESSIVES) and word not in gone:
                return plain(word) | owned(word)
        return plain(word)

    return ByWord(of)


def _singular(word: str, endings: Sequence[str]) -> Iterable[str]:
    """The nouns that a folded word with an ending of two or of many may count: "مبادرات" is "مبادرة"; of "هدنتين" `bases` tells it."""
    for ending in endings:
        noun = word.removesuffix(ending)
        if noun != word and len(noun) > _NOUN:  # "المعاون" is not "معا"
            yield noun
            yield noun + fold(_HER)


def _of_that(pack: Pack) -> frozenset[str]:
    """The ids of the frames whose words bring a clause under "that"."""
    that = pack.word_class("that")
    return frozenset(f.id for f in pack.frames.values() if f.objects and all(len(ws) > 1 and ws[-1] in that for ws in f.objects))


def _of_citizens(pack: Pack) -> frozenset[str]:
    """The ids of the frames of what is done to a citizen, whoever he is."""
    return frozenset(f.id for f in pack.frames.values() if f.object == "recipient" and not f.wanted.single.isdisjoint(pack.word_class("citizen")))


def _owned(pack: Pack) -> Callable[[str], frozenset[str]]:
    """Folded word with a possessive -> the bases of its noun that a frame demands which is about what one has: who seizes offices, seizes
    another's."""
    known = frozenset().union(*(f.wanted.every for f in pack.frames.values() if f.type not in _NOT_OWN))

    def of(word: str) -> frozenset[str]:
        if word in pack.nouns:
            return _NONE  # "اقترحت روسيا عقده": a deed is nothing that one has
        return frozenset().union(*(bases(noun) for noun in unowned(word))) & known

    return of


_NONE = frozenset[str]()
