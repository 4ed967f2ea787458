"""Statements: who is said to have said what, directly or not, with the cue and the exact stretch of the content."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, pairwise

from khabar.annotation import Annotation
from khabar.coding.draft import COMMAS, POSSESSIVES, up
from khabar.coding.events import Coder
from khabar.coding.tree import ACTOR_KINDS, AND, HERS, ITSELF, Arg, Clause, Parsed, Pred, Unit, first_person
from khabar.lemmas import known, whole
from khabar.model import Mention, Quote, Source, Span
from khabar.packs import SPEECH, Pack
from khabar.text import QUOTE_MARKS, Token, fold


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement before it gets its id. at: where its cue stands; denies: the cue says that it is not so."""

    speaker: str | None
    kind: str
    cue: str
    span: Span
    said_by: tuple[Source, ...]
    at: int
    denies: bool = False


class Speech:
    """Collects the statements of one report; sentences must come in order."""

    def __init__(self, a: Annotation, pack: Pack, coder: Coder) -> None:
        self.a, self.pack, self.coder = a, pack, coder
        self._days = sorted((d.span.start, d.span.stop) for d in a.dates if d.span is not None)
        self.last: Arg | None = None
        self.told: Span | None = None  # the sentence before, where it holds no statement

    def sentence(self, parsed: Parsed) -> list[Saying]:
        """The statements of one sentence, which the coder has already coded: one for each speaker and stretch."""
        if self._is_label(parsed.sentence.span):
            return []
        out: list[Saying] = []
        sayers = [p for p in parsed.preds if self._says(p)]
        for k, pred in enumerate(sayers):
            speakers = self._speakers(pred)
            start = self._content_start(pred, parsed) if not pred.aside else None
            if start is None:
                span = self._said_before(pred, parsed, out)
                stop = span.stop if span is not None else 0
            else:
                stop = self._before_reporter(start, self._content_stop(pred, start, parsed, sayers[k + 1 :]))
                span = self._trim(start, stop)
            if span is None or not speakers or _in_quote(pred.clause):
                continue
            his = pred.kind == "participle" and (self._is_spoken_of(speakers[0], pred, out) or self._is_his(pred, speakers[0], out))
            if his and self.last is not None:
                speakers = [self.last]
            if len(speakers) > 1 and speakers[0].mention.kind == "person":  # "فلان وزير الخارجية والمغاربة المقيمين بالخارج": more of his office
                speakers = [s for s in speakers if s.mention.rule not in ("people", "agent.people", "agent.man")]
            if len(speakers) > 1 and not pred.says and "AGREE" in pred.types:
                continue  # "اتفق الوزيران على أن": what two agree on is no saying
            if (self._is_courtesy(span.start) and not self._is_quoted(span.start)) or self._is_name(span):
                continue
            if speakers[0].mention.kind == "group" and len(self._entities(speakers[:1])) > 2:
                continue
            quote = self._quote(span)
            kind = "direct" if quote is not None else "indirect"
            if quote is not None:
                if self._stands_alone(quote, span):
                    span = quote.span
                elif len(quote.span) < 0.5 * len(span):
                    kind = "indirect"  # "أنها «لن تعترف إطلاقا» بالحدود …": some words of it
                elif not quote.span.covers(span) or len(quote.span) >= len(span):
                    led = self._leads_in(span.start, quote.span.start)
                    span = Span(span.start, quote.span.stop) if led else quote.span
            span = span if quote is not None else self._from_that(span)
            chain = (*self._through(pred, speakers), *self._chain(pred))
            if any(s.span == span or (s.span.covers(span) and (not pred.says or (s.kind, s.span.stop) == ("direct", span.stop))) for s in out):
                continue  # "قال إن بلاده تعلن «…»", "قال إن موسكو ستضرب «…»": the outer speaker's
            if self._so_called(pred) and any(s.speaker in self._entities(speakers) and s.span.covers(span) for s in out):
                continue  # "قال إن جنوده أحبطوا ما سماه شغبا": a word of what he says
            spans = [span, *(self._further_quotes(span, stop) if kind == "direct" else ())]
            voices = self._entities(speakers)
            # "قال الوزير وأطباء أجانب إن": he, and others whom nobody knows
            voices = voices[:1] + [v for v in voices[1:] if not v.startswith(_NAMELESS)]
            if pred.clause.kind == "comp" and pred.clause.verb is pred and (over := pred.clause.head) is not None:
                relayed = self.a.tokens[over.first].start  # "ذكرت صحيفة أن الرئيس قال إن": she says only that he does
                out = [s for s in out if (s.at, s.span.stop) != (relayed, span.stop) or self.coder.entity(s.speaker or "").kind != "outlet"]
            chain = tuple(link for link in chain if link.entity not in voices)  # "وبحسب الصحيفة، التي نشرت الخبر، فإن"
            for speaker in voices if len(voices) < _MANY else voices[:1]:  # many who speak with one voice: the first
                if any(s.span.covers(span) and self._is_his_state(speaker, s.speaker) for s in out):
                    continue  # "قال لافروف إن روسيا تستبعد أن": he says so for her
                at, denies = self.a.tokens[pred.first].start, "deny" in pred.operates
                out.extend(Saying(speaker, kind, self._cue(pred), one, chain, at, denies) for one in spans)
            self.last = speakers[0]
        out.extend(self._attributed(parsed, out))
        self.told = None if out or sayers else parsed.sentence.span
        return out

    def _is_label(self, line: Span) -> bool:
        """ "كتب: وكالات", "المصدر: رويترز + وزارة الدفاع": is it a line that credits somebody behind a colon, and tells nothing?"""
        credited = (c.span.start for c in self.a.report.credits if c.span is not None and line.covers(c.span))
        return any(at - line.start <= _LABEL and self.a.report.text[line.start : at].rstrip().endswith(":") for at in credited)

    def _is_spoken_of(self, who: Arg, pred: Pred, out: list[Saying]) -> bool:
        """ "أوضح أن «العراق يتطلع إلى السلام»، شاكرا «كل من …»": does he stand within the quotation before the participle, which another said?"""
        said = out[-1] if out else None
        return said is not None and said.kind == "direct" and said.span.covers(who.mention.span) and said.span.stop <= self.a.tokens[pred.first].start

    def _is_his(self, pred: Pred, who: Arg, out: list[Saying]) -> bool:
        """ "أعرب الوزير عن ارتياحه بعدما استعادت القوات المدينة، معبرا عن أمله": is it a man's participle, behind a body of the feminine that another
        speaker, a man, told of?"""
        man = self.last is not None and self.last.mention.kind in ("person", "role") and bool(out)
        his = not self.a.tokens[pred.first].form.endswith(_NOT_HIS)
        return man and his and who.mention.kind not in ("person", "role") and self.a.tokens[who.mention.first].form.endswith(HERS)

    def _is_courtesy(self, start: int) -> bool:
        """ "عبرت عن تضامنها مع", "عن خالص تعازيه": what is done by expressing it tells nothing."""
        first = self.a.token_from(start)
        words = (r.lemma for t in self.a.tokens[first : first + _GRACES] for r in self.pack.readings(t.fold) if r.kind == "noun" and r.pronoun)
        return any(fold(w) in self.pack.word_class("done-by-expressing") for w in words)

    def _from_that(self, span: Span) -> Span:
        """ "وأضاف: أن المملكة تؤكد", "ورجح ألا يعقد اللقاء": what is said begins behind "that", and with "that not"."""
        first = self.a.token_from(span.start)
        that = self.pack.phrase_at(self.a.tokens, first)
        if that is not None and that.cls == "comp" and not that.value and first + len(that.tokens) < len(self.a.tokens):
            begin = self.a.tokens[first + len(that.tokens)].start
            return Span(begin, span.stop) if begin < span.stop else span
        before = self.pack.phrase_at(self.a.tokens, first - 1) if first else None
        return Span(self.a.tokens[first - 1].start, span.stop) if before is not None and (before.cls, before.value) == ("comp", "not") else span

    def _is_quoted(self, start: int) -> bool:
        """Does a quotation begin here?"""
        return any(q.span.start == start for q in self.a.quotes_from(start - 1, start + 1))

    def _is_name(self, span: Span) -> bool:
        """ "كشف الناطق باسم الوزارة «فلان الفلاني»": does what seems to be said name a man, and tell nothing?"""
        named = self.coder.thread.within(self.a.token_from(span.start), self.a.token_from(span.stop))
        return any(m.kind in ("person", "role") and m.span.covers(span) for m in named)

    def _speakers(self, pred: Pred) -> list[Arg]:
        """Who speaks: the mouth that the clause names ("على لسان"), whoever "contents himself with saying", else the verb's speaker."""
        said_in = pred.clause.parent if pred.clause.kind == "part" and pred.clause.parent is not None else pred.clause
        mouth = [a for a in said_in.sources if a.role == "mouth" and self.coder.thread.can_act(a.mention) and a.mention.entities]
        if mouth:
            return mouth
        return self.coder.speaker(pred)

    def _said_before(self, pred: Pred, parsed: Parsed, found: list[Saying]) -> Span | None:
        """ "«…»، قال الوزير", "قتل خمسة، كما أعلنت الوزارة", "لن تعود، على ما أفادت الوكالة": what stands before a saying without content."""
        k = bisect_left(parsed.units, pred.first, key=_first)
        named = pred.subject or self._text_cited(pred)
        if pred.kind != "verb" or not named or k == 0 or pred.reading.conj:
            return None
        lemma = fold(pred.lemma)
        if lemma in self.pack.word_class("enacts") or lemma in self.pack.word_class("only-of"):
            return None  # "…، أقر الرئيس قانونا", "…، عبر وسطاء، …"
        if pred.has_object:
            return None  # "…، كما علق الاتحاد مساعداته"
        before = parsed.units[k - 1]
        thus = before.kind == "word" and before.fold in self.pack.word_class("thus")
        as_said = before.is_phrase(("attribution",)) or (before.is_phrase(("conj",)) and before.fold in self.pack.word_class("as")) or thus
        if as_said:
            k -= 1
        if k == 0 and as_said:
            return self._said_behind(max(pred.last, *(a.mention.last for a in named)), parsed)
        if k == 0:
            return None
        paused = parsed.units[k - 1].kind == "mark"
        if not (paused or before.is_phrase(("attribution",))):
            return None  # but "وقتل راع وفق ما أفاد عمدة البلدة"
        at_token = parsed.units[k].first - paused
        at = self.a.tokens[at_token].start
        near = bisect_left(self.a.quotes, at - 3, key=lambda q: q.span.stop)
        quote = next((q for q in self.a.quotes[near : near + 4] if len(q.span) > 20 and 0 <= at - q.span.stop <= 3), None)
        if quote is not None and not (as_said and self._is_matter(quote)):
            return quote.span
        after = max(pred.last, *(a.mention.last for a in named))
        comma = next((i for i in range(after, min(after + 5, parsed.sentence.last)) if self.a.tokens[i].fold in COMMAS), after)
        goes_on = comma < parsed.sentence.last - 4 and self.a.tokens[comma].fold in COMMAS
        goes_on = goes_on and not any(after <= p.first < comma for p in pred.children)  # not "أعلن التلفزيون عن الزيارة، وأكد"
        after = comma if goes_on else after
        if not (goes_on or as_said or after >= parsed.sentence.last - 1):
            return None  # at the end: "لن نعترف بضم القرم، قالت المستشارة."
        best = self._trim(self.a.tokens[parsed.units[0].first].start, at)
        told = [p for p in parsed.preds if p.kind == "verb" and p.last < at_token]
        if as_said and any(fold(p.lemma) in self.pack.word_class("only-of") for p in told):
            return None  # "عبرت طهران، وفق ما نقلت وكالة، عن استيائها"
        acts = as_said and any(not p.says for p in told)
        rest = self._trim(self.a.tokens[after].stop, parsed.sentence.span.stop) if goes_on and not acts else None  # "…، وفق الوكالة، بعدما"
        if rest is not None and (best is None or len(rest) > len(best)):
            best = rest  # "أما المعاهدة، تضيف البعثة، فقد علقت"
        if best is None or any(f.span.overlaps(best) for f in found):
            return None
        sayings = (self.a.tokens[p.first].start for p in parsed.preds if p.content_start >= 0 and self._says(p))
        return best if not any(best.start <= i < best.stop for i in sayings) else None

    def _is_matter(self, quote: Quote) -> bool:
        """ "تباحثا حول «مسار السلام»، حسبما جاء في بيان": is the quotation only that on which somebody talks, and no sentence of the account?"""
        i = self.a.token_from(quote.span.start)
        return i > 1 and self.a.tokens[i - 2].fold in self.pack.word_class("topic-prep")

    def _text_cited(self, pred: Pred) -> list[Arg]:
        """ "وفق ما جاء في بيان الوزارة": whose the text is in which the account stands."""
        comes_in = fold(pred.lemma) in self.pack.word_class("comes-in")
        return [a for a in pred.of_role("prep") if comes_in and self.coder.thread.can_act(a.mention) and (a.medium or fold(a.prep) == _IN)]

    def _said_behind(self, first: int, parsed: Parsed) -> Span | None:
        """ "ووفق ما ذكرت صحيفة محلية، فإن الوفد غادر": what stands behind the clause that opens the sentence and tells whose account it is."""
        for i in range(first, min(first + _ASIDE, parsed.sentence.last)):
            comma = self.a.tokens[i].fold in COMMAS
            behind = self._behind_that(i + comma)
            if comma or behind is not None:
                begin = i + 1 if behind is None else behind
                if begin >= parsed.sentence.last:
                    return None
                then = next((p for p in parsed.preds if p.kind == "verb" and p.first >= begin), None)
                if then is not None and then.first - begin < _NEAR and then.content_start >= 0 and self._says(then):
                    return None  # "ووفق ما ذكرت الصحيفة، قال الوزير إن": he says it
                return self._trim(self.a.tokens[begin].start, parsed.sentence.span.stop)
        return None

    def _says(self, pred: Pred) -> bool:
        if not pred.says and (pred.kind == "noun" or pred.types.isdisjoint(_TELLING)):
            return False
        over = pred.governor
        contents = {p for f in pred.frames if f.say for p, part in f.parts.items() if part == "content"} if pred.kind == "noun" else ()
        behind = self.a.tokens[pred.last].fold if pred.last < len(self.a.tokens) else ""
        mark = self.a.tokens[pred.last + 1].fold if behind == ":" and pred.last + 1 < len(self.a.tokens) else behind
        if pred.kind == "noun" and pred.says and (self._is_told_of(pred) or self._voiced_in_noun(pred) is not None):
            return True
        quoted = pred.kind == "noun" and pred.says and mark in QUOTE_MARKS  # "نقلت عن الوزير قوله «…»", "ومضى بالقول: «…»"
        holds = pred.content is not None or quoted or behind in contents
        paper = over is not None and over.impersonal and pred.link == "subj"  # "نقل البيان عن الوزير قوله إن"
        if pred.kind == "noun" and holds and (paper or pred.link in ("ب", "obj")) and over is not None and over.kind != "noun":
            his = bool(pred.reading.pronoun)
            theirs = his or bool(pred.of_role("genitive"))
            again = (his or pred.definite) and not over.operates.isdisjoint(("light", "continue"))  # "جددت تأكيدها أن", "أعاد التأكيد على أن"
            relayed = theirs and over.lemma in self.pack.word_class("relaying")  # "نقلت الوكالة عن الوزير تأكيده أن", "أوردت قول مسؤول إن"
            silent = not over.says or over.negated is not None  # "اكتفى بالقول إن", "لم يعلق إلا بالقول إن"
            return pred.says and (silent if pred.link == "ب" else (again or relayed) and over.content_start < 0)
        if pred.kind == "noun" and pred.says and holds and pred.link == "ب" and over is None and pred.clause.kind == "root":
            return True  # "ومضى بالقول: «…»": whatever he did by saying so
        if pred.kind == "noun" and pred.says and pred.content is not None and pred.link.startswith("time"):
            whose = bool(pred.reading.pronoun or pred.of_role("genitive"))
            return whose and over is not None and over.says  # "نفى الوزير، بعد قوله إن بلاده ستدفع، أن …": he said so before
        told = holds or "deny" in pred.operates  # "سارعت بغداد إلى نفي تعرضها لضغوط", "عادت أنقرة إلى التحذير من أن"
        if pred.kind == "noun" and pred.says and told and over is not None and over.kind != "noun":
            carries = {fold(o.link) for o in over.operators if o.cls == "light"}
            return not over.says and fold(pred.link) in carries
        passive = pred.reading.verb is not None and pred.reading.verb.passive
        relayed = passive and pred.lemma in self.pack.word_class("relaying") and bool(pred.of_role("prep"))  # "نُقل عن الوزير قوله"
        if pred.kind == "noun" or (pred.negated and fold(pred.lemma) not in self.pack.word_class("unsaid")) or (passive and not relayed):
            return False  # but "لم يستبعد أن" says that it may be
        unsigned = not (pred.subject or pred.reading.conj or pred.clause.topic or pred.content)
        if fold(pred.lemma) in self.pack.word_class("names-it") and not self._so_called(pred):
            return False  # "سمى الرئيس سفيرا"
        if fold(pred.lemma) in self.pack.word_class("only-of") and self.pack.prep_pronouns.get(behind) == _ABOUT:
            return False  # "الحالات التي عبر عنها الفقهاء": what is voiced stands before it
        if self._is_nobodys(pred) or (unsigned and pred.clause.kind != "rel" and fold(pred.lemma) in self.pack.word_class("published")):
            return False  # "في مقابلة مع صحيفة إكسبرسن السويدية نشرت أمس"
        if pred.content is None and pred.clause.kind == "rel" and not pred.subject and fold(pred.lemma) in self.pack.word_class("points-at"):
            return False  # "علامات تشير إلى خرائط": things point, and say nothing
        if pred.says and pred.content is None and (self._is_to_come(pred) or self._closes_else(pred, behind)):
            return False
        if pred.says:
            acts = [f for f in pred.frames if f.type == "SUPPORT" or (f.type == "SANCTION" and f.objects)] if pred.content is None else ()
            return not self._is_deemed(pred) and not any(self.coder.words.fits(pred, f) for f in acts)
        in_passing = pred.clause.kind == "rel" and not any(f.type in SPEECH for f in pred.frames)
        if in_passing or not any(f.type in _TELLING and f.subject == "actor" for f in pred.frames):
            return False  # "الهجوم الذي نفذته «مجموعات …»"
        if not pred.types.isdisjoint(SPEECH) and self._quoted_in(pred) is not None:
            # not "أجرى «مباحثات …»", nor "استقبل وزيرا بحث معه «الوضع»"
            return any(f.type in SPEECH and self.coder.words.fits(pred, f) for f in pred.frames)
        return pred.content is not None and pred.types != {"REQUEST"}  # "طلبت باكستان من البنك أن يتدخل" asks, and says nothing

    def _is_told_of(self, noun: Pred) -> bool:
        """ "بعد إعلان الرئيس الكيني أن بلاده ستسحب القوات", "وسط تحذير المنظمة من أن": does the noun of a saying lead to who says it and to "that"
        behind him? Not below a verb of saying, which reads it in its own way ("جدد تأكيد الوزير أن")."""
        over = noun.governor
        if noun.content is None or noun.negated or (over is not None and (over.says or over.negated)):
            return False
        who = [a.mention for a in noun.of_role("genitive") if self.coder.thread.can_act(a.mention) or a.mention.stands_for]
        that = noun.content_start - 1
        behind = max((m.last for m in who), default=that)
        return bool(who) and all(self._is_filler(i) or self.a.tokens[i].fold in _LED_BY_IT for i in range(behind, that))

    @staticmethod
    def _is_to_come(pred: Pred) -> bool:
        """ "سيركز في لقائه على العلاقات": what he will speak of he has not said."""
        return pred.reading.verb is not None and pred.reading.verb.tense == "future"

    def _closes_else(self, pred: Pred, behind: str) -> bool:
        """ "اختتمت اللجنة زيارتها": with a verb that says something by its object alone, does another object stand, and no quotation?"""
        ways = [f for f in pred.frames if f.say]
        return all(f.objects for f in ways) and behind not in _MARKS and not any(self.coder.words.fits(pred, f) for f in ways)

    def _is_nobodys(self, pred: Pred) -> bool:
        """ "كان متوقعا أن", "ويعتقد أن", "…، على أن تعلن النتائج", "اطلع على المنشآت": a form of a verb of saying with which nobody speaks."""
        tokens, i = self.a.tokens, pred.first
        word = tokens[i].fold.removeprefix(pred.reading.conj)
        if word in self.pack.word_class("is-called") and tokens[i].form.endswith("ى") and (pred.content is None or pred.content.quote):
            return True  # "مواطنا يدعى سارج"
        if self.coder.thread.prays(pred) or self._stands_in_text(pred):
            return True
        if pred.kind == "participle":
            return not pred.reading.conj and any(t.fold in self.pack.word_class("being") for t in tokens[max(0, i - _BEING) : i])
        if not pred.subject and word in self.pack.word_class("held-to-be"):
            return pred.clause.kind != "rel"
        upon, that = self.pack.word_class("upon"), self.pack.phrase_at(tokens, i - 1) if i > 2 else None
        if that is not None and that.cls == "comp" and tokens[i - 2].fold in upon and tokens[i - 3].fold in COMMAS:
            return True
        behind = tokens[pred.last].fold if pred.last < len(tokens) else ""
        on_it = behind in upon or self.pack.prep_pronouns.get(behind) in upon  # "صور اطلعت عليها الصحيفة"
        return fold(pred.lemma) in self.pack.word_class("tells-somebody") and not pred.reading.pronoun and on_it

    def _stands_in_text(self, pred: Pred) -> bool:
        """ "استغرابها مما ورد في بيان الوزارة من «مغالطات»", but not "وفق ما ورد في البيان": is what stands in a text only what another speaks of?"""
        what = self.a.tokens[pred.first - 1].fold if pred.first else ""
        if what not in self.pack.word_class("what") or fold(pred.lemma) not in self.pack.word_class("stands-in"):
            return False
        before = self.pack.phrase_at(self.a.tokens, pred.first - 2) if pred.first > 1 else None
        return before is None or before.cls != "attribution"

    def _is_deemed(self, pred: Pred) -> bool:
        """ "الوسيط الذي يعتبر صديقا", "خطوة اعتبرت تحولا": a passive without marks, of what stands before it."""
        if pred.content is not None or pred.subject or pred.reading.pronoun or not any(f.say and f.alone for f in pred.frames):
            return False
        before = self.a.tokens[pred.first - 1] if pred.first else None
        described = before is not None and before.kind == "word" and not pred.reading.conj and not before.fold.startswith("ال")
        now = pred.reading.verb is not None and pred.reading.verb.tense == "present"
        topic = now and before is not None and before.kind == "word" and not (pred.reading.conj or pred.clause.topic or pred.clause.spoken_for)
        led = topic and self.pack.phrase_at(self.a.tokens, pred.first - 1) is not None  # "كما يعتبر": of the one told before
        return described or (topic and not led) or (now and pred.clause.kind == "rel")  # "الانتصارات التي تحققت تعتبر مقدمة"

    def _so_called(self, pred: Pred) -> bool:
        """ "انتقد ما وصفه بالعدوان", "بما سماه الوزير ريعا": what somebody calls it, in a clause that is a word of his judgement."""
        if not pred.reading.pronoun or pred.clause.kind not in ("rel", "coord", "root") or not pred.first:
            return False
        what = self.a.tokens[pred.first - 1].fold
        if what not in self.pack.word_class("what") and what not in self.pack.word_class("what-he"):
            return False
        return any(fold(pred.lemma) in self.pack.word_class(cls) for cls in ("describing", "names-it"))

    def _quoted_in(self, pred: Pred) -> Quote | None:
        """The quotation in a demand or a charge: "طالب … بـ «…»"."""
        tokens, led = self.a.tokens, any(f.type in _CHARGES and _BY in f.parts for f in pred.frames)
        says_more = next((p.first for p in self.coder.thread.preds if p.first >= pred.last and p.kind == "participle" and p.says), len(tokens))
        start, stop = tokens[pred.last - 1].stop, tokens[min(pred.stop, pred.last + 16, says_more) - 1].stop  # not "نفت المزاعم، قائلة إن «…»"
        quotes = (q for q in self.a.quotes_from(start, stop + 1) if len(q.span) > 20 or (led and self._is_charge(q.span)))
        occasion = next((c.first for c in pred.children if c.link.startswith(("time", "cause")) and c.first >= pred.last), len(tokens))
        quotes = (q for q in quotes if self.a.token_from(q.span.start) < occasion or not self._is_accounted_for(q))
        names = [a.mention.span for a in pred.args]  # "رفضت «حركة العدل والمساواة في السودان» توقيع الاتفاق"
        return next((q for q in quotes if not any(q.span.covers(name) and len(name) > 0.6 * len(q.span) for name in names)), None)

    def _is_accounted_for(self, quote: Quote) -> bool:
        """ "بعد «اقتحام مبنى القنصلية»، حسبما أعلنت الخارجية": does it stand behind the quotation whose words they are?"""
        i = self.a.token_from(quote.span.stop) + quote.closed
        i += i < len(self.a.tokens) and self.a.tokens[i].fold in COMMAS
        cue = self.pack.phrase_at(self.a.tokens, i) if i < len(self.a.tokens) else None
        return cue is not None and cue.cls == "attribution"

    def _is_charge(self, quote: Span) -> bool:
        """ "تتهمه الحكومة ب"تنظيم ميلشيا"": are these a few words, not one, right behind the particle that leads to a charge, and not how it is
        made ("ب"أشد العبارات"")?"""
        first = self.a.token_from(quote.start)
        if first < 2 or self.a.tokens[first - 2].fold != _BY or _BY + self.a.tokens[first].fold in self.pack.word_class("in-manner"):
            return False
        return len(quote.of(self.a.report.text).split()) > 1

    def _behind_subject(self, pred: Pred) -> int:
        """Token behind a verb of saying and its speaker with what is told of him: "أقر مسؤول تشادي رفيع بـ"."""
        at = max([pred.last, *(a.mention.last for a in pred.args if a.role == "subject")])
        while pred.last < at < len(self.a.tokens) and (told := self.pack.reference_at(self.a.tokens, at)) is not None and told.cls == "unnamed-of":
            at += len(told.tokens)
        return at

    def _content_start(self, pred: Pred, parsed: Parsed) -> int | None:
        tokens = self.a.tokens
        why = pred.clause.kind == "rel" and bool(pred.reading.pronoun) and pred.content_start > 0 and self._is_because(pred.content_start - 1)
        if pred.content_start >= 0 and not why and not self._opens_other(pred, parsed):
            first = pred.content_start
            if (voiced := self._voiced(pred)) is not None and voiced < first:
                return tokens[voiced].start
            if first >= parsed.sentence.last - 2 and any(f.object == "content" for f in pred.frames):  # "وصف المحادثات بأنها مثمرة"
                told = [c.first for c in pred.children if c.link == "obj"] + [a.mention.first for a in pred.of_role("object")]
                told += [i for i in range(pred.last, first) if self.a.tokens[i].fold in self.pack.word_class("what")][:1]  # "وصف ما جرى بأنه"
                told = [i for i in told if pred.last <= i] or ([pred.last] if pred.kind == "participle" and pred.last + 1 < first else [])
                first = min([first, *told])
            if pred.content is not None and pred.content.quote and tokens[first - 1].fold in _MARKS and tokens[first - 2].kind == "word":
                near = (c.first for c in pred.children if c.link == "obj" and pred.last <= c.first)
                first = min([first, *near])  # "مؤكدا رفض بلاده «التام للقرار»"
            if first >= len(tokens):
                return None
            around = (q for q in self.a.quotes_from(tokens[pred.last - 1].stop, tokens[first - 1].start) if q.span.covers(tokens[first].span))
            around = (q for q in around if not any(q.span.covers(a.mention.span) for a in pred.subject))  # "أكد «مصدر في الوزارة أن …»"
            return next((q.span.start for q in around), tokens[first].start)  # "قال: «هذه ضربة .. إنها خطوة»": "that" stands within it
        if pred.kind == "noun" and (voiced := self._voiced_in_noun(pred)) is not None:
            return tokens[voiced].start
        if not pred.says:
            quote = self._quoted_in(pred)
            return quote.span.start if quote is not None else None
        behind = self._behind_subject(pred)
        if (answer := self._quote_in_answer(pred, behind, parsed)) is not None:
            return answer
        deciding = {fold(o.link) or "obj" for o in pred.operators if o.cls == "decide"}
        if deciding and (taken := self._own_stance(behind, parsed.sentence.last)) is not None:
            return tokens[taken].start
        if deciding:  # "أعلنت طرد …" does; "أعلنت اختراق طائرة إثيوبية …", "أعلن انهيار الهدنة" tell
            mine = {e for a in self.coder.subject(pred) for e in a.mention.entities}
            acts = [c for c in pred.children if fold(c.link) in deciding]
            if pred.kind == "participle":  # "معلنة انتهاء الهدنة"
                acts = [c for c in acts if any(f.type for f in c.frames)]
            if acts and acts[0].negated:  # "أعلن الوزير عدم ترحيب بلاده بالزيارة"
                return tokens[self._behind(acts[0].first, fold(acts[0].negated), pred.last) - 1].start
            theirs = next((c for c in acts if self._by_another(c, mine)), None)
            if theirs is not None:
                return tokens[self._behind(theirs.first, fold(theirs.link), pred.last)].start if mine else None  # "عن تنظيم جسر جوي"
            affirmed = None if acts else self._noun_content(pred, parsed)
            if acts or affirmed is not None:
                return affirmed
        if fold(pred.lemma) in self.pack.word_class("relaying"):
            cited = [a.mention.last for a in pred.args if fold(a.prep) == _ABOUT]
            if cited and (taken := self._own_stance(cited[-1], parsed.sentence.last)) is not None:
                return tokens[taken].start  # "نقل الزوار عن الرئيس تمسكه بالحوار"
        affirmed = self._noun_content(pred, parsed) if any(f.say and f.object == "content" for f in pred.frames) else None
        if affirmed is not None:
            return affirmed
        preps = {p for f in pred.frames if f.say for p, part in f.parts.items() if part == "content"}
        it = pred.clause.kind == "rel" and bool(pred.reading.pronoun) and not self._so_called(pred)
        if it and any(f.object == "content" for f in pred.frames if f.say):
            preps.discard(_BY)  # "الهدنة التي أعلنتها القوات بالتعاون مع الحكومة": what is announced stands before it
        describes = pred.lemma in self.pack.word_class("describing")
        if behind + 1 < len(tokens) and self.pack.prep_pronouns.get(tokens[behind].fold) in preps:
            return tokens[behind + 1].start
        if self._so_called(pred) and behind < len(tokens) and tokens[behind].fold in _MARKS:
            return tokens[behind].stop  # "ما اعتبرته «غض الطرف»"
        if _IN in preps and behind + 1 < len(tokens) and tokens[pred.last].fold in self.pack.word_class("in-it"):
            return tokens[max(behind, pred.last + 1)].start  # "رأت فيه تدخلا", "رأت فيه الوزارة تدخلا"
        if pred.kind == "verb" and pred.lemma in self.pack.word_class("answering"):
            preps = set()  # "ردت بطرد السفيرة" is what she did; only "رد بأن" and a quotation say something
        if (stressed := self._stressed_there(behind, preps, parsed)) is not None:
            return tokens[stressed].start
        for child in pred.children:
            bare = bool(child.reading.pronoun) and child.last < len(tokens) and tokens[child.last].kind == "mark"
            if child.link and fold(child.link) in preps and self._close(pred, child.first) and not bare:
                if child.says and child.last < len(tokens) and tokens[child.last].fold in _MARKS:
                    return tokens[child.last].stop  # "ختم حديثه بالقول «…»"
                return tokens[self._behind(child.first, fold(child.link), pred.last)].start
            if child.link.startswith("need") and child.governor is pred and any(f.object == "content" for f in pred.frames):
                first = behind
                while first < child.first and self._is_filler(first):
                    first += 1
                return tokens[first if child.first - first <= 4 else child.first].start
        for a in pred.args:
            if a.prep and fold(a.prep) in preps and self._close(pred, a.mention.first):
                return tokens[self._behind(a.mention.first, fold(a.prep), pred.last)].start  # "عزا القرار إلى عناية ولي العهد"
        where = {p for f in pred.frames if f.say for p, part in f.parts.items() if part == "source"}  # "في مذكرة الاحتجاج"
        others = (
            c.first
            for c in pred.children
            if c.kind == "noun" and c.first >= pred.last and not c.link.startswith(("time", "cause")) and fold(c.link) not in where
        )
        for i in range(pred.last, min(pred.stop, pred.last + 14, next(others, len(tokens)) + 1)):  # not "اشتكت من خطط لبناء قناة على نهر"
            if tokens[i].fold in preps and i + 1 < len(tokens):
                noun = i + 2 < len(tokens) and tokens[i + 2].fold.startswith("ال")
                pointed = tokens[i + 1].fold in self.pack.word_class("this") and not noun  # "أشار إلى ذلك فلان في كلمته": told before
                return None if pointed else tokens[i + 1].start
            if i + 1 >= len(tokens) or tokens[i + 1].kind == "mark":
                continue  # "أبلغت إيران بقرارها،": what it is stands elsewhere
            letter = tokens[i].fold[:1]
            governed = any(r.prep == letter for r in self.pack.readings(tokens[i].fold)) or (describes and tokens[i].fold.startswith(letter + "ال"))
            governed = governed or self._bears(i, letter)
            if letter in preps and governed:
                return tokens[i].start
        subject_end = max([pred.last, *(a.mention.last for a in pred.args if a.role == "subject")])
        for i in range(subject_end, min(pred.stop, subject_end + 10)):
            if tokens[i].fold in _MARKS:
                at = tokens[i].stop
                if any(f.say and f.parts.get(tokens[i - 1].fold) == "about" for f in pred.frames):
                    return None  # "ردت على «تصريحات الوزير»"
                shouted = fold(pred.lemma) in self.pack.word_class("shouts")  # "هتفوا «يسقط حكم العسكر»": few words are enough
                if any(len(q.span) > _AT_LENGTH or shouted or self._is_brief(q, i, pred, parsed) for q in self.a.quotes_from(at, at + 1)):
                    return at
        return self._own_words(pred, subject_end, parsed)

    def _voiced(self, pred: Pred) -> int | None:
        """ "عبر الحلفاء عن أسفهم لإصرارها على التصويت مع علمها بأن": the token of what is said, right behind the speaker and the particle that leads
        to it, however far behind it "that" stands."""
        at = max([pred.last, *(a.mention.last for a in pred.args if a.role == "subject")])
        beside = self.pack.prep_pronouns.keys() | self.pack.word_class("in-it")
        while at + 1 < len(self.a.tokens) and self.a.tokens[at].fold in beside:
            at += 1  # "عبر له خلاله عن"
        told = at + 1 + (at + 2 < len(self.a.tokens) and self.a.tokens[at + 1].fold in QUOTE_MARKS)  # "عبر عن «قلقه»"
        led = at + 1 < len(self.a.tokens) and self.a.tokens[at].fold == _ABOUT and not self._is_filler(told)
        return told if led and fold(pred.lemma) in self.pack.word_class("only-of") else None

    def _voiced_in_noun(self, noun: Pred) -> int | None:
        """ "بعد إعراب الوزير عن قلقه", "عقب إبداء الرئيس حزنه": the token of what he voices, right behind who does and the particle; not what
        another says of it."""
        who = [a.mention.last for a in noun.of_role("genitive") if self.coder.thread.can_act(a.mention)]
        if not who or noun.negated or fold(noun.lemma) not in self.pack.word_class("voicing") or any(c.kind == "comp" for c in up(noun.clause)):
            return None
        at = who[-1] + (who[-1] < len(self.a.tokens) and self.a.tokens[who[-1]].fold == _ABOUT)
        return at if at < len(self.a.tokens) and self.a.tokens[at].form.endswith(POSSESSIVES) else None

    def _is_because(self, i: int) -> bool:
        """ "المرونة التي يبديها الوزير، لأن الحرب": does token i tell why, and not what is said?"""
        word = self.a.tokens[i].fold
        return word in self.pack.word_class("because") or word in self.pack.word_class("because-that")

    def _opens_other(self, pred: Pred, parsed: Parsed) -> bool:
        """ "شدد على تقديم تنازلات قائلا: «…»، وأضاف: «إننا أبدينا مرونة»": does the quotation of a later verb open with what was taken for its
        content?"""
        at = pred.content_start - 2
        if at <= pred.last or self.a.tokens[at].fold not in _MARKS:
            return False
        return any(pred.first < p.first and 0 <= at - p.last <= 1 and p.kind != "noun" and p.says for p in parsed.preds)

    def _own_stance(self, first: int, stop: int) -> int | None:
        """ "أعلنت الجماعة أمس مسؤوليتها عن": the noun of what one takes upon himself at token first, or behind the days that stand there."""
        while first < stop and self._is_filler(first):
            first += 1
        beside = self.pack.phrase_at(self.a.tokens, first) if first < stop else None
        if beside is not None and beside.cls == "rel" and self.a.tokens[first - 1].fold in COMMAS:
            first = self._next_comma(first, stop) or first  # "أعلنت طهران، التي تنفي تسليح الجماعة، ترحيبها"
        at = first + (first < stop and self.a.tokens[first].fold == _ABOUT)  # "أعلن الحلف عن أسفه"
        going_on = at < stop and self.a.tokens[at].fold in self.pack.word_class("going-on")  # "أعلن الاتحاد استمرار دعمه"
        if any(self._is_own(i, stop) for i in ((at, at + 1) if going_on else (at,))):
            return at
        return None

    def _is_own(self, i: int, stop: int) -> bool:
        """ "مسؤوليتها", "استعداد بلاده": does token i tell what one takes upon himself, with a pronoun on it or on what follows?"""
        word = self.a.tokens[i].fold if i < stop else ""
        stances = self.pack.word_class("own-stance")
        if word in stances:
            behind = self.a.tokens[i + 1].form if i + 1 < stop else ""
            return behind.endswith(POSSESSIVES) and not behind.startswith("ال")
        nouns = (n.removesuffix(_SHE) + "ت" if n.endswith(_SHE) else n for n in stances)
        return any(word.startswith(n) and 0 < len(word) - len(n) <= _HIS for n in nouns)

    def _quote_in_answer(self, pred: Pred, first: int, parsed: Parsed) -> int | None:
        """ "وقال الوزير ردا على سؤال عن القاعدة «لا تعليق»", "حين سئل عنها «…»": the quotation behind what it answers, from token first."""
        k = bisect_left(parsed.units, first, key=_first)
        unit = parsed.units[k] if k < len(parsed.units) else None
        if pred.kind != "verb" or unit is None or unit.phrase is None or pred.has_object:
            return None
        if not (unit.is_phrase(("cause",)) or (unit.is_phrase(("conj",)) and unit.phrase.value == "when")):
            return None
        start, stop = self.a.tokens[first].stop, self.a.tokens[min(first + _OCCASION, parsed.sentence.last) - 1].stop
        return next((q.span.start for q in self.a.quotes_from(start, stop) if q.span.start > start and len(q.span) > _AT_LENGTH), None)

    def _own_words(self, pred: Pred, first: int, parsed: Parsed) -> int | None:
        """ "وتابع الصفدي نحمل إسرائيل المسؤولية", "وقال الوزير في بيان استدعينا السفير": the token at which what is said begins, where neither a mark
        nor "that" leads in what the speaker tells of himself."""
        if pred.kind != "verb" or not pred.subject or fold(pred.lemma) not in self.pack.word_class("says-outright"):
            return None
        then = next((p for p in parsed.preds if p.first >= first and p.kind == "verb"), None)
        if then is None or not first_person(then, self.a.tokens) or then.clause.kind == "rel":
            return None
        k = bisect_left(parsed.units, first, key=_first)
        while k < len(parsed.units) and (parsed.units[k].kind == "date" or parsed.units[k].is_phrase(("prep", "medium", "skip"))):
            if parsed.units[k].is_phrase(("prep",)) and not (k + 1 < len(parsed.units) and parsed.units[k + 1].is_phrase(("medium",))):
                break
            k += 1
        return parsed.units[k].first if k < len(parsed.units) else None

    def _is_brief(self, quote: Quote, i: int, pred: Pred, parsed: Parsed) -> bool:
        """ "وأضاف «سنرد بالمثل»، مشيرا إلى": a few words with which it closes what is told, not "لصحيفة «لا ناسيون» إن"; i: token of the mark."""
        ends = {pred.last, *(a.mention.last for a in pred.args)}
        if len(quote.span.of(self.a.report.text).split()) < 2 or not (i in ends or self.a.tokens[i - 1].fold == ":"):
            return False
        behind = self.a.token_from(quote.span.stop) + quote.closed
        goes_on = any(p.first == behind and p.kind == "participle" and p.says for p in parsed.preds)
        return behind >= len(self.a.tokens) or goes_on or self.a.tokens[behind].fold in _PAUSES

    def _behind(self, first: int, prep: str, least: int) -> int:
        """Token right behind the preposition that leads to the token: "حذر من اتساع الحرب"; the token itself where none stands near."""
        near = (i + 1 for i in range(first - 1, max(least, first - _NEAR) - 1, -1) if self.a.tokens[i].fold == prep)
        own = (i for i in range(max(least, first - _NEAR), first) if len(prep) == 1 and self._bears(i, prep))  # "بوقوع انفجار"
        return next(near, next(own, first))

    def _bears(self, i: int, letter: str) -> bool:
        """Does the noun at token i bear this preposition of one letter?"""
        word = self.a.tokens[i]
        return not self._is_filler(i) and word.fold.startswith(letter) and len(word.fold) > _SHORT and known(word.form[1:]) and not whole(word.form)

    def _noun_content(self, pred: Pred, parsed: Parsed) -> int | None:
        """ "أكد الوزير، في ختام اللقاء، متانة العلاقات": what is affirmed in a noun of no frame, behind the subject and what is said beside it."""
        matter = pred.first > 1 and self.a.tokens[pred.first - 2].fold in self.pack.word_class("the-matter")  # "الأمر الذي اعتبرته بكين خرقا"
        told = pred.clause.kind == "rel" and pred.clause.verb is pred and not matter  # "نجار الذي أعلنته الهند إرهابيا"
        judged = pred.reading.verb is not None and pred.reading.verb.tense == "past" and bool(pred.subject)
        if pred.reading.pronoun and not self._so_called(pred) and (told or not judged):
            return None  # "تايوان، التي تعدها بكين جزءا من أراضيها"; but "اعتبرته ميركل منافيا للقانون"
        subject_end = self._behind_subject(pred)
        if "deny" in pred.operates and subject_end < parsed.sentence.last and self.a.tokens[subject_end].fold in self.pack.word_class("what"):
            return self.a.tokens[subject_end].start  # "تنفي الشرطة ما تداولته القنوات"
        own = {_ABOUT} | {p for f in pred.frames if f.say for p, part in f.parts.items() if part == "content"}
        beside = False  # behind a preposition or a time word: the next unit is its own
        led = None  # that unit
        past = 0  # the token up to which a clause in between is passed over
        begin = bisect_left(parsed.units, subject_end, key=_first)
        if begin < len(parsed.units) and parsed.units[begin].is_phrase(("time",)) and (behind := self._behind_occasion(parsed, begin)) is not None:
            return self.a.tokens[behind].start
        for k in range(begin, len(parsed.units)):
            unit = parsed.units[k]
            if unit.first < past:
                continue
            if unit.fold in _INSERTS and (past := self._behind_insertion(unit.first, parsed.sentence.last)):
                continue  # "أكدت الهيئة (تضم عشرة أحزاب) التمسك بالحوار"
            if unit.is_phrase(("rel",)) or (unit.kind == "verb" and k and parsed.units[k - 1].is_phrase(("medium",))):
                past = self._next_comma(unit.first, parsed.sentence.last)  # "أبدت الجزائر، التي ترعى الاتفاق، خشيتها", "في بيان بثه التلفزيون، …"
                past = past or self._past_day(parsed.units, k + 1)  # "في بيان صادر اليوم استهداف"
                beside = False
                if past:
                    continue
            if unit.first >= max(min(pred.stop, subject_end + 14), past + 2) or unit.kind in ("verb", "participle"):
                return None
            near = unit.first == subject_end or (led is not None and led.kind == "mention" and led.last == unit.first)
            if unit.kind == "number" and not beside and near and pred.subject:
                return self.a.tokens[unit.first].start  # "أحصت الوزارة 22 قتيلا"
            if unit.kind in ("mark", "date", "number") or unit.is_phrase(("skip", "opinion", "medium", "office", "issued")):
                beside = beside and unit.kind == "number"
            elif unit.kind == "phrase":
                ruled_out = unit.is_phrase(("idea",)) and fold(pred.lemma) in self.pack.word_class("unsaid")  # "استبعد خيار الحرب"
                if ruled_out or unit.is_phrase(("need", "neg")):
                    return self.a.tokens[unit.first].start
                beside = unit.is_phrase(("prep", "time"))
                if not beside or unit.fold in own:
                    return None  # "أعلن عن تنظيم جسر جوي", "أكد على وقف إطلاق النار": what it is of stands right behind the particle
            elif unit.prep and self._so_called(pred) and any(f.parts.get(unit.prep) == "content" for f in pred.frames):
                return None  # "ما وصفته بالعدوان"
            elif beside or unit.prep:
                beside, led = False, unit
            elif led is not None and led.last == unit.first and not self._is_definite(led) and self._is_definite(unit) and not unit.conj:
                led = None  # "في ختام محادثات حول اتفاقية التجارة"
            elif unit.kind in ("word", "noun") and not unit.conj and k + 1 < len(parsed.units) and parsed.units[k + 1].kind == "date":
                continue  # "أعلن الحرس، فجر اليوم، إطلاق …"
            elif unit.kind in ("word", "noun") and not unit.conj:
                if unit.fold in self.pack.word_class("the-news"):
                    return None  # "أعلن النبأ خلال مؤتمر": what it is stands elsewhere
                if "deny" in pred.operates and unit.fold in self.pack.word_class("charge-itself"):
                    return None  # "نفت الاتهامات"
                if fold(pred.lemma) in self.pack.word_class("enacts") and unit.fold.removesuffix(_ACCUSATIVE) in self.pack.word_class("law-noun"):
                    return None  # "أقر الرئيس قانونا": a deed
                its_own = unit.kind == "noun" and whole(self.a.tokens[unit.first].form)  # "برر الجيش بناء السياج بـ"
                if unit.fold[:1] in _PARTICLES and len(unit.fold) > 2 and known(unit.fold[1:]) and not its_own:
                    return None
                return self.a.tokens[unit.first].start
            elif unit.kind != "mention" or unit.mention is None or unit.mention.kind != "demonym":
                return None
        return None

    def _is_definite(self, unit: Unit) -> bool:
        return self.a.tokens[unit.first].fold.removeprefix(unit.prep).startswith("ال") or unit.kind == "mention"

    def _behind_occasion(self, parsed: Parsed, k: int) -> int | None:
        """ "أكد الوزير خلال جلسة عمل ضمت خبراء ضرورة فتح المعبر", "خلال اتصال مع نظيره دعم بلاده": the token at which what is affirmed begins,
        behind the occasion that unit k opens; None before a mark, or where it stands under another word."""
        units = parsed.units[k + 2 : k + _OCCASION]
        for before, unit in pairwise(units):
            if unit.kind == "mark" or unit.is_phrase(("comp",)):
                return None
            if unit.is_phrase(("need",)):
                return unit.first
            bare = unit.reading is not None and not (unit.prep or unit.conj or unit.reading.article)
            if unit.kind == "noun" and bare and before.kind in ("mention", "date"):
                return unit.first
        return None

    def _stressed_there(self, first: int, preps: set[str], parsed: Parsed) -> int | None:
        """ "شدد الوزير خلال اجتماع ضم السفراء على أهمية التعاون": the token of what must be, behind the occasion that opens at token first and the
        verb's own preposition."""
        k = bisect_left(parsed.units, first, key=_first)
        past, opened = first, False  # the token up to which an insertion is passed over; has the occasion begun?
        for unit in parsed.units[k : k + _OCCASION]:
            if unit.first < past:
                continue
            if unit.fold in _INSERTS and (behind := self._behind_insertion(unit.first, parsed.sentence.last)):
                past = behind  # "شدد مسؤول -حسب القناة- في اتصال مع الوزير على أهمية"
            elif unit.kind == "mark" or not (opened or unit.is_phrase(("time",)) or unit.fold == _IN):
                return None
            elif opened and unit.is_phrase(("need",)) and self.a.tokens[unit.first].fold in preps:
                return unit.first + 1
            else:
                opened = True
        return None

    @staticmethod
    def _past_day(units: list[Unit], k: int) -> int:
        """Token of the unit behind the dates that begin with unit k; 0 where none does."""
        after = next((u for u in units[k : k + _LEAD] if u.kind != "date"), None)
        return after.first if after is not None and after is not units[k] else 0

    def _behind_insertion(self, first: int, stop: int) -> int:
        """Token behind what stands in brackets or between dashes from token first on; 0 where nothing closes it soon."""
        closing = _INSERTS[self.a.tokens[first].fold]
        near = range(first + 1, min(stop, first + 2 * _ASIDE, len(self.a.tokens)))
        return next((i + 1 for i in near if self.a.tokens[i].fold == closing), 0)

    def _next_comma(self, first: int, stop: int) -> int:
        """Token behind the next comma, within what a clause in between may take; 0 without one."""
        near = range(first, min(stop, first + _ASIDE, len(self.a.tokens)))
        return next((i + 1 for i in near if self.a.tokens[i].fold in COMMAS), 0)

    def _by_another(self, act: Pred, mine: set[str]) -> bool:
        """Does the event noun name a doer who is none of the speakers, or tell what befell somebody ("تعرض قوة لكمين")?"""
        if not act.operates.isdisjoint(("reverse", "passive")) or act.lemma in self.pack.word_class("befell"):
            return True
        frame = next((f for f in act.frames if f.type and self.coder.words.fits(act, f)), None)
        if frame is not None and frame.alone and frame.subject == "recipient":
            return True  # "أعلنت الوزارة عودة جنود من الأسر"
        if frame is not None and (frame.type in _TOLD or (frame.type, frame.mode) in _TOLD or act.lemma in self.pack.word_class("reached")):
            return True  # "أعلن الجيش اعتقال 20 شخصا", "أعلنت العاصمتان التوصل إلى اتفاق": done before it is told
        doers = {e for m in self.coder.parts(act, frame).get("actor", ()) for e in m.entities} if frame is not None else set()
        return bool(doers) and not doers & mine

    def _is_filler(self, i: int) -> bool:
        """A mark, a date or a joining word: no content begins with it."""
        token = self.a.tokens[i]
        if token.kind != "word" or self._is_of_a_date(token):
            return True
        phrase = self.pack.phrase_at(self.a.tokens, i)
        return phrase is not None and phrase.cls in ("skip", "conj")

    def _is_of_a_date(self, token: Token) -> bool:
        """Does the token stand inside a date?"""
        at = bisect_left(self._days, (token.start + 1, 0)) - 1
        return at >= 0 and token.stop <= self._days[at][1]

    def _close(self, pred: Pred, first: int) -> bool:
        """Does the preposition stand right behind the verb and its subject (dates and marks apart), so that it is the verb's own?"""
        start = max([pred.last, *(a.mention.last for a in pred.args if a.role == "subject")])
        if start < first and self.a.tokens[start].fold in COMMAS and (past := self._next_comma(start + 1, first)):
            start = past  # "عبرت طهران، وفق ما نقلت الوكالة، عن استيائها"
        words = [t for t in self.a.tokens[start:first] if t.kind == "word" and not self._is_of_a_date(t)]
        return len(words) <= 4

    def _content_stop(self, pred: Pred, start: int, parsed: Parsed, later: list[Pred]) -> int:
        """The content runs to the sentence's end, or to where its speaker says or does something else ("…، وحث المواطنين على")."""
        end = parsed.sentence.span.stop
        if self._so_called(pred):  # "انتقد ما سماه عدوانا، وقرر": a few words of his in what another tells
            commas = (self.a.tokens[i].start for i in range(pred.last, parsed.sentence.last) if self.a.tokens[i].fold in COMMAS)
            end = next((i for i in commas if i > start), end)
        end = self._before_source(start, end, parsed)
        if pred.content is None and pred.clause.kind == "rel" and pred.first > 1 and self.a.tokens[pred.first - 2].fold in COMMAS:
            behind = self._next_comma(self.a.token_from(start), parsed.sentence.last)
            end = min(end, self.a.tokens[behind - 1].start) if behind else end  # "أعلنت طهران، التي تنفي تسليح الجماعة، ترحيبها"
        main = pred.clause.verb if pred.kind == "noun" else None
        if main is not None and main.first > pred.first and not _said_by(main.clause, pred) and (at := self.a.tokens[main.first].start) > start:
            end = min(end, at)  # "رغم إعلان الحكومة أن الحرب انتهت، تواصلت المعارك"
        outer = pred.governor if pred.kind == "noun" and pred.link.startswith("time") else None
        if outer is not None and outer.content_start >= 0:  # "نفى الوزير، بعد قوله إن بلاده ستدفع، أن …"
            end = max(start, min(end, self.a.tokens[outer.content_start - 1].start))
        sayings = {id(p) for p in islice(later, _LATER) if not (p.kind == "noun" and self._is_told_of(p))}  # "قلقه من إعلان كييف أنها"
        k = bisect_left(parsed.preds, pred.first + 1, key=_token)
        for other in islice(parsed.preds, k, k + _LATER):
            if pred.clause.kind == "rel" and other.clause is pred.clause.parent and other.clause.verb is other and not other.reading.conj:
                return min(end, self.a.tokens[other.first].start)  # "وفي خطوة قالت إنها مؤقتة، طردت كينيا السفير"
            away = id(other) not in sayings and self._turns_away(other, parsed)
            if id(other) not in sayings and not away and not (pred.content is not None and _goes_on(pred, other)):
                continue
            if other.clause.kind == "rel" or _said_by(other.clause, pred) or self._so_called(other):
                continue  # said in what is said, also behind "… وإن"
            at = self.a.tokens[self._turn_before(other, parsed)].start
            if at > start:
                return min(end, at)
        return end

    def _before_source(self, start: int, end: int, parsed: Parsed) -> int:
        """ "أكد أن التسوية ممكنة، حسبما أفادت القناة": where a last comma leads to whose account it is, what is said stops before it."""
        for k in range(len(parsed.units) - 1, 0, -1):
            unit = parsed.units[k]
            if self.a.tokens[unit.first].start <= start:
                return end
            if unit.is_phrase(("attribution",)) and parsed.units[k - 1].fold in COMMAS:
                return min(end, self.a.tokens[parsed.units[k - 1].first].start)
            if unit.fold in COMMAS:
                return end
        return end

    def _before_reporter(self, start: int, end: int) -> int:
        """ "إن القاعدة ستغلق، على حد قوله", "إن الوفد سيعود، من دون أن يحدد موعدا": what is said stops where the reporter speaks again."""
        tokens, says, adds = self.a.tokens, self.pack.word_class("so-he-says"), self.pack.word_class("reporter-adds")
        behind, begins = self.a.token_from(end), self.pack.once(_adding)
        for i in range(self.a.token_from(start) + 1, behind):
            if tokens[i].fold not in begins:
                continue
            words = [t.fold for t in tokens[i : i + _ADDED]]
            closes = next((n for n in range(2, _ADDED + 1) if " ".join(words[:n]) in says), 0)
            again = tokens[i - 1].fold in COMMAS and any(" ".join(words[:n]) in adds for n in range(2, _ADDED + 1))
            ends = again or (closes and all(t.kind == "mark" for t in tokens[i + closes : behind]))
            if ends and not any(q.span.covers(tokens[i].span) for q in self.a.quotes_from(start - 1, tokens[i].start)):
                return tokens[i].start
        return end

    def _turns_away(self, verb: Pred, parsed: Parsed) -> bool:
        """ "أكدت حقها في الرد، فيما انتقد النواب الهجوم": does somebody else act behind a word that sets him apart?"""
        if verb.kind != "verb" or not verb.subject or verb.types <= {None} or "passive" in verb.operates:
            return False
        k = bisect_left(parsed.units, verb.first, key=_first)
        before = parsed.units[k - 1].phrase if k and parsed.units[k - 1].is_phrase(("conj",)) else None
        return before is not None and before.value == "clause"

    def _turn_before(self, verb: Pred, parsed: Parsed) -> int:
        """Token where the words that lead to a verb begin: "…، غير أنه استبعد", "…، إلا أن رئيسه كان قد أوضح", "…، أما الوزارة فقالت"."""
        i, brought_up = verb.first, verb.clause.brought_up
        k = bisect_left(parsed.units, i, key=_first)
        for unit in reversed(parsed.units[max(0, k - _LEAD) : k]):
            words = " ".join(t.fold for t in self.a.tokens[unit.first : unit.last])
            if unit.is_phrase(("conj",)) or words in self.pack.word_class("contrast"):
                return unit.first
            if brought_up and words.removeprefix(AND) in self.pack.word_class("as-for"):
                return unit.first
            if unit.kind in ("verb", "participle", "noun", "mark") and not brought_up:
                break
        return i

    def _trim(self, start: int, stop: int) -> Span | None:
        text = self.a.report.text
        while stop > start and (text[stop - 1].isspace() or text[stop - 1] in '،,."”»؛:'):
            stop -= 1
        if text[start : start + 1] in _PARTICLES and text[start + 1 : stop].lstrip(_TATWEEL)[:1] in _MARKS:
            start += 1  # "بـ «العداء»"
        while start < stop and (text[start].isspace() or text[start] in _LEADING):
            start += 1
        return Span(start, stop) if stop - start > (_BRIEF if text[start - 1 : start] in QUOTE_MARKS else 8) else None

    def _quote(self, span: Span) -> Quote | None:
        """The quotation that the content is, or opens with after a word or two."""
        near = self.a.quotes_from(span.start - 2, min(span.start + 14, span.stop))
        return next((q for q in near if (len(q.span) > 14 or abs(q.span.start - span.start) <= 1) and q.span.stop > span.start), None)

    def _stands_alone(self, quote: Quote, span: Span) -> bool:
        """ "قوله: «لن نسمح بذلك»، داعيا نظيره إلى الحذر": does what is said open with the quotation, and a comma close it?"""
        behind = self.a.report.text[quote.span.stop : span.stop].lstrip('"”»“« ')
        more = behind[1:].lstrip().startswith(AND)  # "«…»، و«…»"
        return abs(quote.span.start - span.start) <= 1 and behind[:1] in COMMAS and not more

    def _is_his_state(self, state: str, speaker: str | None) -> bool:
        """Is it the state for which the other speaks?"""
        if speaker is None or not state.startswith("state/"):
            return False
        return self.coder.entity(state).country == self.coder.entity(speaker).country

    def _leads_in(self, start: int, stop: int) -> bool:
        """ "إن موسكو ستضرب «المتطرفين …»": do words of what is said stand before its quotation, and no mere "that"?"""
        first = self.a.token_from(start)
        words = [i for i in range(first, self.a.token_from(stop)) if self.a.tokens[i].kind == "word"]
        phrases = (self.pack.phrase_at(self.a.tokens, i) for i in words)
        return bool(words) and not any(p is not None and p.cls == "comp" for p in phrases)

    def _further_quotes(self, span: Span, stop: int) -> list[Span]:
        """Quotations that go on after the first in the same sentence: «…»، و«…»."""
        text, end = self.a.report.text, span.stop
        out: list[Span] = []
        for q in self.a.quotes_from(end + 1, stop):
            if q.span.start > end and len(q.span) > 15 and len(text[end : q.span.start].strip('"”»“«،,. و')) <= 25:
                out.append(q.span)
                end = q.span.stop
        return out

    def _cue(self, pred: Pred) -> str:
        stop = pred.last
        if stop < len(self.a.tokens) and any(fold(o) == self.a.tokens[stop].fold for f in pred.frames for o in f.parts):
            stop += 1
        return self.a.report.text[self.a.tokens[pred.first].start : self.a.tokens[stop - 1].stop]

    def _entities(self, args: list[Arg]) -> list[str]:
        out: list[str] = []
        for a in args:
            if a.mention.kind in ACTOR_KINDS or a.mention.kind == "outlet" or a.mention.stands_for:
                out.extend(self.coder.voice(a.mention, a.medium == "office"))
        return list(dict.fromkeys(out))

    def _chain(self, pred: Pred) -> tuple[Source, ...]:
        out: list[Source] = []
        for clause in up(pred.clause):
            for a in clause.sources:
                out.extend(self._link(a.mention, clause.medium or "statement"))
            if clause.kind == "comp" and clause.head is not None and clause.head.says:
                for a in self.coder.speaker(clause.head):
                    out.extend(self._link(a.mention, clause.head.clause.medium or "statement"))
        return tuple(dict.fromkeys(out))

    def _through(self, pred: Pred, speakers: list[Arg]) -> list[Source]:
        """The agency that passes on what somebody else says."""
        spoken = {e for a in speakers for e in a.mention.entities}
        return [x for a in self.coder.thread.carrier(pred) for x in self._link(a.mention, "agency") if x.entity not in spoken]

    def _link(self, m: Mention, medium: str) -> list[Source]:
        return [Source(e, "agency" if m.kind == "outlet" else medium, m.span) for e in self.coder.voice(m)[:1]]

    def _sources(self, parsed: Parsed) -> Iterable[tuple[int, Span, list[str]]]:
        """Whom the sentence is attributed to: the token at which that begins, where he is named, who he is."""
        told = (a for c in parsed.clauses for a in c.sources if a.role == "source" and (a.mention.kind in ACTOR_KINDS or a.mention.kind == "outlet"))
        sources = [a for a in told if a.mention.entities or self._opens(a, parsed)]
        for source in sources[:_SOURCES]:
            k = bisect_left(parsed.units, source.mention.first, key=_first)
            cue = next((u for u in reversed(parsed.units[max(0, k - 5) : k + 1]) if u.is_phrase(("attribution",))), None)
            who = self._issued(source) or self._entities([source])
            yield (cue.first if cue is not None else source.mention.first), source.mention.span, who[:1]

    def _issued(self, source: Arg) -> list[str]:
        """ "وبحسب الإعلان الكيني، فقد": who spoke last, where a land's adjective only tells that the text is his, of whom the report has told."""
        last = self.coder.thread.last_speaker if source.mention.rule == "demonym" else []
        return self._entities([a for a in last if a.mention.country == source.mention.country])

    def _goes_on_behind(self, first: int, parsed: Parsed) -> bool:
        """Does the sentence go on behind a comma at token first with what its verb still lacks: no other verb, and nothing joined to it?"""
        if first + 1 >= parsed.sentence.last or self.a.tokens[first].fold not in COMMAS:
            return False
        k = bisect_left(parsed.units, first + 1, key=_first)
        unit = parsed.units[k] if k < len(parsed.units) else None
        joined = unit is not None and (bool(unit.conj) or (unit.fold.startswith(AND) and not whole(unit.fold.removesuffix(_ACCUSATIVE))))  # "وفدا"
        return unit is not None and not joined and unit.kind in ("noun", "word", "mention", "open")

    def _is_late(self, i: int, span: Span, parsed: Parsed) -> bool:
        """ "وبحسب الأمم المتحدة فإن النزوح زاد، حيث تشير الأرقام إلى أن": is the saying at token i a later one, behind another verb?"""
        verbs = (p for p in parsed.preds if p.kind == "verb" and span.start <= self.a.tokens[p.first].start and p.first < i)
        return any(p.clause.kind != "rel" and not p.says for p in verbs)

    def _told_before(self, first: int, parsed: Parsed) -> Span | None:
        """ "سيطر الجيش على سرت. بحسب مصادر عسكرية.": the sentence before one that only tells whose account it is (nothing but marks stands at
        token first and behind), where nobody is said to say it."""
        bare = parsed.units[0].is_phrase(("attribution",)) and all(t.kind == "mark" for t in self.a.tokens[first : parsed.sentence.last])
        return self._trim(self.told.start, self.told.stop) if bare and self.told is not None else None

    def _behind_that(self, first: int) -> int | None:
        """ "وبحسب الوزير، فإن الوفد غادر": the token behind the particle with which goes on what stands behind token first."""
        near = (i for i in range(first, min(first + 2, len(self.a.tokens) - 1)) if self.a.tokens[i].kind == "word")
        led = next(near, None)
        phrase = self.pack.phrase_at(self.a.tokens, led) if led is not None else None
        if led is None or phrase is None or phrase.cls != "comp":
            return None
        behind = led + len(phrase.tokens)
        return behind if behind < len(self.a.tokens) else None

    def _behind_where(self, first: int, parsed: Parsed) -> int | None:
        """ "وحسب شهود في نيامي، فإن الجنود", "ووفق سكان بلدة بورغ فقد قتل": the token behind the word with which it goes on, past where they are."""
        past = first  # the token up to which a clause in between is passed over
        for i in range(first, min(first + 2 * _ASIDE, parsed.sentence.last)):
            if i < past or i - past >= _ASIDE:
                continue
            phrase = self.pack.phrase_at(self.a.tokens, i)
            if phrase is not None and phrase.cls == "rel" and (behind := self._next_comma(i, parsed.sentence.last)):
                past = behind  # "وبحسب صحيفة محلية، التي نشرت الخبر، فإن"
                continue
            if phrase is not None and phrase.cls in ("comp", "qad"):
                behind = i + len(phrase.tokens)
                return behind if self.a.tokens[i].fold.startswith(_SO) and behind < len(self.a.tokens) else None
            if any(p.first == i and p.kind != "noun" for p in parsed.preds):
                return None
        return None

    @staticmethod
    def _opens(source: Arg, parsed: Parsed) -> bool:
        """ "وبحسب صحيفة محلية، فإن": does the sentence open with whose account it is?"""
        return bool(parsed.units) and source.mention.first - parsed.units[0].first <= _OPENING

    def _texts(self, parsed: Parsed) -> Iterable[tuple[int, Span, list[str]]]:
        """ "أعلنت الوزارة في بيان …. ووفقا للبيان فإن": a text told of before, which is the statement of whoever issued it."""
        issuer = self._entities(self.coder.thread.last_speaker)[:1]
        for k, (cue, text) in enumerate(pairwise(parsed.units) if issuer else ()):
            if cue.phrase is None or cue.phrase.cls != "attribution" or not text.is_phrase(("medium",)) or not text.fold.startswith(ITSELF):
                continue
            behind = parsed.units[k + 2] if k + 2 < len(parsed.units) else None
            opens = k < 2 and behind is not None and not behind.is_phrase(("issued",))  # "للبيان الصادر عن الوزارة": its own source
            if opens or behind is None or behind.kind == "mark":
                yield cue.first, Span(self.a.tokens[text.first].start, self.a.tokens[text.last - 1].stop), issuer

    def _attributed(self, parsed: Parsed, found: list[Saying]) -> list[Saying]:
        """ "وفقا للرئيس الروسي، …": the sentence is a statement of the one it is attributed to."""
        out: list[Saying] = []
        attributed = [*self._sources(parsed), *self._texts(parsed)]
        said = (p for p in parsed.preds if attributed and p.content_start >= 0 and p.clause.kind != "rel")
        told = [p.first for p in said if self._says(p)]
        start = parsed.units[0].first if parsed.units else parsed.sentence.first
        for first, named, speaker in attributed:
            opens = None
            if " ".join(t.fold for t in self.a.tokens[start:first]) in self.pack.word_class("reporter-adds"):
                continue  # "جاء ذلك بحسب وكالة سانا مساء اليوم": told before
            if any(f.at <= self.a.tokens[start + 1].start < self.a.tokens[first].start <= f.span.start for f in found if start + 1 < first):
                continue  # "شدد المسؤول -حسب رويترز- على أهمية الحوار": it passes on what he says
            if first - start <= 2:
                his = (p.content_start for p in parsed.preds if p.kind == "noun" and p.says and p.content_start >= 0)  # "ونقلت عن مصدر قوله إن"
                last = self.a.token_from(named.stop)
                opens = next((i for i in his if 0 <= i - last <= _ASIDE // 2), None)
                opens = self._behind_that(last) if opens is None else opens
                opens = self._behind_where(last, parsed) if opens is None else opens
                span = self._trim(named.stop if opens is None else self.a.tokens[opens].start, parsed.sentence.span.stop)
                span = self._told_before(last, parsed) if span is None else span
            elif (opens := self._behind_where(self.a.token_from(named.stop), parsed)) is not None:
                span = self._trim(self.a.tokens[opens].start, parsed.sentence.span.stop)  # "قصف الطيران الميناء، وحسب شهود عيان فإن القصف"
            else:
                before = [f.span.stop for f in (*found, *out) if f.span.stop <= self.a.tokens[first].start]
                stop = self.a.tokens[first].start
                if not before and self._goes_on_behind(self.a.token_from(named.stop), parsed):
                    stop = parsed.sentence.span.stop  # "ومنعت القوات، بحسب المنظمة، شحن أدوية": all of it is her account
                span = self._trim(max([self.a.tokens[start].start, *before]), stop)
            if any(span is not None and span.start <= self.a.tokens[i].start < span.stop and not self._is_late(i, span, parsed) for i in told):
                continue  # another says it, whom we do not know
            near = (*found[-_LATELY:], *out)  # those far behind it cannot stand where it does
            others = [f for f in near if not (span is not None and span.covers(f.span) and f.speaker in speaker)]
            if span is not None and len(span) > (8 if opens is not None else 20) and not any(f.span.overlaps(span) for f in others):
                for e in speaker:
                    kind = "direct" if self._quote(span) else "indirect"
                    out.append(Saying(e, kind, named.of(self.a.report.text), span, (), named.start))
        opinion = parsed.units[0] if parsed.units else None
        own = opinion is not None and opinion.is_phrase(("opinion",)) and opinion.phrase is not None and opinion.phrase.value == "own"
        if opinion is not None and own and opinion.first == parsed.sentence.first and not found and not out:
            thinker = [a for a in self.coder.thread.last_subject if a.mention.kind == "person"] or ([self.last] if self.last is not None else [])
            span = self._trim(self.a.tokens[opinion.last - 1].stop, parsed.sentence.span.stop)
            if span is not None and thinker and thinker[0].mention.entities:
                words = self.a.report.text[self.a.tokens[opinion.first].start : self.a.tokens[opinion.last - 1].stop]
                at = self.a.tokens[opinion.first].start
                out.append(Saying(thinker[0].mention.entities[0], "indirect", words, span, (), at))
        return out


def _first(unit: Unit) -> int:
    return unit.first


def _goes_on(pred: Pred, other: Pred) -> bool:
    """Does the other verb tell, in the past and joined by "and", what the speaker of the first did next, or somebody else?"""
    verb, mine = other.reading.verb, pred.reading.verb
    if other.kind != "verb" or other.reading.conj != AND or other.clause.kind != "coord" or verb is None or verb.tense != "past":
        return False
    if verb.passive or not other.operates.isdisjoint(("passive", "host")):
        return False  # "وتم أسر"
    return bool(other.subject) or mine is None or (verb.gender, verb.number) == (mine.gender, mine.number)


def _token(pred: Pred) -> int:
    return pred.first


def _in_quote(clause: Clause) -> bool:
    """Is it said inside the words of somebody else?"""
    return any(c.quote for c in up(clause))


def _said_by(clause: Clause, pred: Pred) -> bool:
    """Does the clause belong to what the predicate says, be it through a noun ("أعرب عن أمله في أن")?"""
    for probe in up(clause):
        head = probe.head if probe.kind == "comp" else None
        for _ in range(_NOUNS):
            if head is pred:
                return True
            head = head.governor if head is not None and head.kind == "noun" else None
    return False


def _adding(pack: Pack) -> frozenset[str]:
    """The words with which it begins that the reporter speaks again: hardly any token is one."""
    return frozenset(words.partition(" ")[0] for cls in ("so-he-says", "reporter-adds") for words in pack.word_class(cls))


_TELLING = SPEECH | {"AGREE", "CONCEDE", "SANCTION", "AID"}  # acts that may say something: "تعهد بأن", "قرر أن"
_CHARGES = frozenset(("ACCUSE", "REQUEST", "THREATEN"))  # acts whose words a particle may lead to
_MANY = 3  # speakers of one saying who count as one
_LATELY = 12  # sayings before a sentence that may reach into it
_LATER = 60  # sayings of a sentence among which the end of one is looked for
_OCCASION = 24  # units that the occasion of a saying may take
_BEING = 2  # tokens before a participle in which "was" or "seems" makes it impersonal
_NEAR = 5  # tokens between a preposition and the head of what it leads to
_GRACES = 2  # words of what is expressed among which its noun stands
_LEAD = 8  # units before a verb among which the word stands that sets it apart
_LABEL = 30  # characters of a label before whom it credits
_NOUNS = 4  # nouns between a saying and the clause that hangs on them
_ASIDE = 14  # tokens that a clause between commas may take
_PARTICLES = ("ب", "ل")
_LED_BY_IT = frozenset(("من", "علي", "الي"))  # folded: between who says it, in a noun, and "that"
_IN, _ABOUT, _SO, _BY = "في", "عن", "ف", "ب"
_TATWEEL = "ـ "
# What is done before it is told, even by who tells it; a sanction, a withdrawal or a refusal is made by announcing it.
_TOLD = frozenset(("ASSAULT", ("COERCE", "arrest"), ("COERCE", "seize"), ("RETREAT", "release")))
_LEADING = '"“”«:،ـ'
_MARKS = frozenset('"«“”:')
_INSERTS = {"(": ")", "-": "-", "–": "–", "—": "—"}  # what opens an insertion, and what closes it
_ACCUSATIVE = "ا"
_AT_LENGTH = 25  # characters of a quotation that can be no name
_ADDED = 4  # words that tell that it is the reporter who speaks again
_NOT_HIS = (*HERS, "ين")  # of a participle
_NAMELESS = "unnamed/"  # ids of those of whom only their calling is told
_SHE, _HIS = "ه", 3  # the end of a noun of the feminine, as folded; letters that say whose it is
_SHORT = 3  # letters of a word that may begin with its own ب or ل
_OPENING = 3  # tokens of an attribution before whom it names
_BRIEF = 4  # characters that a quotation may have at least
_PAUSES = frozenset("،,.؛!؟")
_SOURCES = 3  # attributions that one sentence is read for
