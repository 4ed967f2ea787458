"""Who tells of an act: the chain of voices behind it, and who speaks where a mention is the speaker."""

from __future__ import annotations

from khabar.annotation import unnamed
from khabar.coding.draft import speakers
from khabar.coding.thread import Thread
from khabar.coding.tree import Clause, Pred
from khabar.model import Entity, Mention, Source, Span
from khabar.packs import SPEECH, Frame
from khabar.text import fold

_BODIES = frozenset(("organisation", "armed-group", "party", "government-body"))
_AND, _THE = "و", "ال"
_UNKNOWN = "post.holder-unknown"  # the rule of a post whose holder nobody knows
_PLURAL = "post.plural"  # of several in an office


class Voices:
    """The voices of one report."""

    def __init__(self, thread: Thread) -> None:
        self.thread, self.a, self.pack, self.world = thread, thread.a, thread.pack, thread.world
        self._words: frozenset[str] | None = None  # of the whole report
        self._unknown = {m.entities: m for m in reversed(self.a.mentions) if m.rule == _UNKNOWN}  # the first of each

    def said_by(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]]) -> list[Source]:
        out: list[Source] = []
        clause: Clause | None = pred.clause
        seen: set[str] = set()

        def add(entity: str | None, medium: str, span: Span | None, name: str | None = None) -> None:
            key = entity or name or ""
            if key and key not in seen:
                seen.add(key)
                out.append(Source(entity, medium, span, name))

        if frame.type in SPEECH and clause is not None and not any(True for _ in speakers(clause)):
            for m in parts.get("actor", ()):
                if len(m.entities) == 1 and (voice := self.voice(m)):
                    add(voice[0], clause.medium or "statement", m.span)
        announcer = pred.governor if pred.kind == "noun" and not pred.link.startswith(("time", "cause")) else None
        if announcer is not None and announcer.kind != "noun" and announcer.says:
            for a in self.thread.speaker(announcer):  # "أعلنت الوزارة اختراق طائرة إثيوبية …"
                for e in self.voice(a.mention) if len(a.mention.entities) < 2 else ():
                    add(e, "agency" if self.thread.entity(e).kind == "outlet" else announcer.clause.medium or "statement", a.mention.span)
        depth = 0
        while clause is not None and depth < 8:
            for a in clause.sources:
                for e in self.voice(a.mention):
                    kind = self.thread.entity(e).kind
                    add(e, "agency" if kind == "outlet" else clause.medium or a.medium or "statement", a.mention.span)
            head = clause.head
            if clause.kind == "comp" and head is not None and head.says:
                for a in self.thread.carrier(head):
                    add(a.mention.entities[0], "agency", a.mention.span)
                for a in self.thread.speaker(head):
                    for e in self.voice(a.mention)[:2]:
                        kind = self.thread.entity(e).kind
                        add(e, "agency" if kind == "outlet" else head.clause.medium or "statement", a.mention.span)
            clause, depth = clause.parent, depth + 1
        return out

    def voice(self, m: Mention, office: bool = False) -> tuple[str, ...]:
        """Who speaks where a mention is the speaker: a capital speaks for its state, a place without one is silent; a spokesman whom
        the report does not name, and an office, are the voice of their body."""
        if m.stands_for:
            return (m.stands_for,)
        if m.kind == "place":
            return ()
        if m.kind in _BODIES and (told := self.a.callings.get(m.first)) is not None and told[1] is not None:
            return (self._called(told[0], told[1], m.country),)  # "ضابط في الجيش السوداني" is not the army
        if (m.kind == "role" and not m.entities) or (m.rule == _PLURAL and m.kind == "state" and len(m.entities) == 1):
            return (self._somebody(m),)  # "قائد ميداني", "مصادر أمنية كينية"
        if m.rule.startswith("agent.") and len(m.entities) == 1 and (who := self._nobody(m)):
            return (who,)
        if m.kind == "group" and m.rule == "name" and len(m.entities) > 2:
            return self.world.unions.get(m.entities, ())[:1] or m.entities  # the organisation of these members speaks with one voice
        of = self.thread.entity(m.of) if m.of and (m.of in self.a.entities or m.of in self.world.entities) else None
        theirs = of is not None and of.kind in ("armed-group", "party") and (m.role or "").endswith("-spokesperson") and len(m.entities) == 1
        if of is not None and theirs and not (self.thread.entity(m.entities[0]).known and self._is_named(m.entities[0])):
            return (of.id,)  # "الناطق العسكري للحوثيين": no army's
        first = self._first_met(m)
        post = self.world.posts.get(first.role or "")
        if post is not None and post.body and len(m.entities) == 1 and (office or (first.role or "").endswith("spokesperson")):
            country = self.thread.entity(m.entities[0]).country or m.country
            unknown = office or first.rule == _UNKNOWN or not self._is_named(m.entities[0])
            if f"state/{country}" in self.world.entities and unknown:
                return (self.world.body(post.body, f"state/{country}").id,)
        return m.entities

    def _first_met(self, m: Mention) -> Mention:
        """The mention to which a bare post leads back, where the report tells no name with it ("متحدث باسم الخارجية … وقال المتحدث")."""
        return self._unknown.get(m.entities, m) if m.last - m.first == 1 and m.kind == "person" else m

    def _nobody(self, m: Mention) -> str | None:
        """ "قال دبلوماسي روسي", "مسؤولان أميركيان", "أحد المحللين الأتراك": of the state's people without a name, who are not the state."""
        words, told = self.a.callings.get(m.first, (m.text, None))
        word = self.a.tokens[m.first].fold.removeprefix(_AND)
        rows = (p for w in (word, word.removeprefix(_THE), word.removeprefix(_THE).removesuffix("ا")) for p in self.pack.reference.get(w, ()))
        some = told is not None and not word.startswith(_THE)
        spoken = {"human", "who-speak"}
        noun = next((p for p in rows if p.cls in spoken or (p.cls == "speaker" and (some or not p.value.endswith("s")))), None)
        if noun is None:
            return None
        english = told or f"{self.world.english_adj.get(m.entities[0], '')} {noun.value}".strip()
        return self._called(words, english, self.thread.entity(m.entities[0]).country)

    def _somebody(self, m: Mention) -> str:
        """ "قال قائد ميداني", "مصادر أمنية كينية": one or more in an office, without a name and without a body that the report names."""
        words, told = self.a.callings.get(m.first, (m.text, None))
        several, country = m.rule == _PLURAL, m.country or (self.thread.entity(m.entities[0]).country if m.entities else None)
        if told is not None:
            return self._called(words, told, country)
        ref = f"unnamed/{m.role or 'official'}{'s' * several}" + (f"-{country.lower()}" if country else "")
        office = (m.role or "official").replace("-", " ") + "s" * several
        return self._called(words, f"{self.world.english_adj.get(f'state/{country}', '')} {office}".strip(), country, ref)

    def _called(self, words: str, english: str, country: str | None, ref: str | None = None) -> str:
        """The id of whoever is called by these words alone, who is one of the report's from here on."""
        ref = ref or unnamed(english)
        if ref not in self.a.entities:
            self.a.entities[ref] = Entity(ref, "people-group", ((self.a.report.language, words), ("en", english)), country, None, None, False)
        return ref

    def _is_named(self, person: str) -> bool:
        """Does the report give the person's name, in whatever spelling?"""
        if self._words is None:
            self._words = frozenset(t.fold for t in self.a.tokens)
        name = fold(self.thread.entity(person).name("ar")).split()
        if name[-1] in self._words:
            return True
        met = [m for m in self.a.mentions if m.entities == (person,)]
        if any(not m.rule.startswith(("post", "back")) for m in met):
            return True
        said = {t.fold for m in met for t in self.a.tokens[m.first : m.last]}
        return any(len(n) > 3 and n in said for n in name)  # "إبراهيم كالن"
