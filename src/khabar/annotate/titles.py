"""Reads what stands behind the title of a post: whose post it is, the words that qualify it, the name of its holder."""

from __future__ import annotations

from dataclasses import replace

from khabar.annotate.memory import HEADS, REALMS
from khabar.annotate.names import Hit, alike, demonyms, one_letter_off, same_consonants, same_sound, same_spelling, stripped
from khabar.annotate.people import People
from khabar.annotate.reading import AND, COMMAS, NUNATED, Part, Reading, Title, country_of
from khabar.lemmas import known, whole
from khabar.model import Mention
from khabar.world import FAMILY_FIRST

_ARMY = "army-chief"
_OPEN = frozenset(("(", "«", '"', "“", "”"))  # ”…“ is a pair the wrong way round
_PORTFOLIO = 4  # words of a minister's title before its last: "وزير الدولة للشؤون الخارجية"
_FOR, _IN, _BY = "ل", "في", "ب"
_MINISTRY = "ministry"
_OF_HIM = ("ي", "ية")  # ends of an adjective
_CLOSE = frozenset((")", "»", '"', "”", "“"))
_FEW = 6
_OF_STATE = "minister-of-state"
_ENVOY = "envoy"
_RAPPORTEUR = "special-rapporteur"
_NEGOTIATOR = "chief-negotiator"
_TASK = 8  # tokens of what an envoy is sent for
_MORE = 3  # posts of one man behind his first
_FIELD = 10  # tokens of a portfolio
_NAMED_BY = 6  # tokens of who appointed somebody, or of his cabinet
_CHARGE = 12  # tokens of what somebody is charged with, between two commas
_FOR_GOVERNMENT = "government-spokesperson"
_MINISTER = 2  # level of a minister in posts.tsv
_JOURNEY = 6  # tokens before the end of an envoy's title in which it is told that he travels
_ABROAD = 3  # tokens of "المقيمين في الخارج"
_MOSTLY = 2  # states that a report is mostly about
_POINT = "."
_SLASH = "/"
_SERVANT = "عبد"
_ARTICLE, _TO_THE = "ال", "لل"
_SEMICOLON = "؛"
_LED = ("organisation", "armed-group", "party")

HEAD_OF_BODY = "head-of-organisation"
HEAD_OF = {"party": "party-leader", "armed-group": "group-leader"}
_SENT = frozenset(("ambassador", "envoy", "permanent-representative"))  # to an organisation, not of it
_OF_STATES = ("EUR", "IGO", "UNO")
_OF_ALL = "org/un"


class Titles(Part):
    """See the module."""

    def __init__(self, reading: Reading, people: People) -> None:
        super().__init__(reading)
        self.people = people

    def inside(self, i: int, hit: Hit) -> str | None:
        """The organisation that a title names itself, or the one state that has such a title: "رئيس مفوضية الاتحاد الأفريقي", "خادم الحرمين"."""
        if (own := self.names.reference(i, "own-title")) and not self._heads_army(hit.stop):
            return f"state/{own.value}"
        if hit.name.ref.endswith("minister"):
            return None  # "وزير الخارجية والاتحاد الأوروبي والتعاون" is a state's
        for k in range(i + 1, hit.stop):
            if hit.name.ref in self.pack.word_class("sent") and k == hit.stop - 1 and self.tokens[k].fold in self.pack.word_class("of-all-nations"):
                return _OF_ALL  # "المبعوث الدولي إلى اليمن"
            for h in self.names.hits(k):
                if h.name.what == "adjective" and h.article and h.stop <= hit.stop and h.name.ref.startswith("org/"):
                    return h.name.ref  # "المبعوث الأممي الخاص"
                if k + 1 < h.stop <= hit.stop and h.name.what == "entity" and self.world.entities[h.name.ref].kind == "organisation":
                    return h.name.ref
        return None

    def _heads_army(self, j: int) -> bool:
        """ "رئيس مجلس السيادة القائد العام للقوات المسلحة الفريق فلان": the name behind his next title, at token j, tells whose the first is."""
        return j < self.names.stop and any(h.name.what == "post" and h.name.ref == _ARMY for h in self.names.hits(j))

    def reaches_into(self, i: int, hit: Hit) -> tuple[str, int] | None:
        """The body whose name begins with the last words of a title: "قائد قوات سوريا الديمقراطية"."""
        for k in range(i + 1, hit.stop):
            for h in self.names.hits(k):
                longer = h.stop > hit.stop and h.name.what == "entity" and h.prep in ("", "ل")
                if longer and self.world.entities[h.name.ref].kind in _LED and not self._is_others_party(h.name.ref, k, h.stop):
                    return h.name.ref, h.stop
        return None

    def _is_others_party(self, ref: str, j: int, stop: int) -> bool:
        """ "زعيم الحزب الاشتراكي الديمقراطي": does a party of a name that several states have not belong to those of the report?"""
        return self.world.entities[ref].kind in ("party", "armed-group") and self.reading.of_others(ref, j, stop)

    def complement(self, post: Title) -> Title:
        """Reads what follows the title: demonym, country or body, and words such as السابق, in any order."""
        j = begin = post.stop
        for _ in range(4):
            if j >= self.names.stop or j in self.dated:
                break
            if j + 2 < self.names.stop and self.tokens[j].fold in _OPEN and self.tokens[j + 2].fold in _CLOSE:
                aside = self.names.reference(j + 1, "qualifier")
                if aside is not None and aside.value and not any(self.names.particles(j + 1)):  # "الرئيس الباكستاني (المخلوع) برويز مشرف"
                    post.qualifier = post.qualifier or aside.value
                    j = post.stop = j + 3
                    continue
            qualifier = self.names.reference(j, "qualifier")
            if qualifier and self._is_charged(j + len(qualifier.tokens), qualifier.tokens[-1]):
                charged = replace(post, stop=j + len(qualifier.tokens))
                if post.of and self.name_after(charged)[0]:
                    post.stop = charged.stop  # "وزير الدولة الفرنسي المكلف بالشؤون الأوروبية، جان نويل بارو": his name stands behind it
                break
            if qualifier and not _fronted(self.tokens[j].fold):
                post.qualifier = post.qualifier or qualifier.value or None
                post.fresh = post.fresh or self.tokens[j].fold in self.pack.word_class("newly")
                j += len(qualifier.tokens)
                post.stop = j
                continue
            if post.of and not post.of.startswith("state/"):  # "زعيم جماعة «أنصار الله» اليمنية، فلان"
                told = next((h for h in self.names.hits(j) if h.name.what == "adjective" and h.article and not h.conj and not h.prep), None)
                if told is not None and told.name.number == "p" and post.number == "s":
                    break  # "حمل المبعوث الأممي الحوثيين المسؤولية"
                if told is not None and j == post.stop:
                    j = post.stop = told.stop
                    continue
                if (land := self._in_its_land(post, j)) is not None:
                    post.stop = land
            if post.of and j == post.stop:  # "رئيس مجلس السيادة السوداني"
                same = (h for h in self.names.hits(j) if h.name.what == "adjective" and h.name.ref == post.of and h.article)
                if (own := next(same, None)) is not None and not (own.conj or own.prep):
                    j = post.stop = own.stop
                    continue
            if not post.of and post.slug == _OF_STATE and j == post.stop and (seat := self._in_ministry(j)) is not None:
                post.of, post.stop = seat  # "وزير الدولة في وزارة الخارجية الصومالية"
                break
            if post.of:
                break
            if (
                j == post.stop
                and self.tokens[j - 1].fold.endswith(NUNATED)
                and post.number == "p"
                and not any(h.name.what == "adjective" for h in self.names.hits(j))
            ):
                break  # "محتجون السفارة": a plural that kept its nun is nobody's
            of_it = post.qualifier or post.fresh or (post.slug in _SENT and (post.words > 1 or j > begin))
            if of_it and (state := next((h for h in self.names.hits(j) if h.prep == "ل" and h.name.ref.startswith("state/")), None)):
                # "الرئيسة السابقة لجمهورية إفريقيا الوسطى", "المندوب الدائم لفرنسا", "السفير غير المقيم لكوبا"
                post.of, post.stop = state.name.ref, state.stop
                break
            if (full := self._in_full(post, j)) is not None:
                post.of, post.stop = full
                break
            if of_it and self.names.particles(j) == ("", _FOR) and (kingdom := self.reading.kingdom(j)):
                post.of, post.stop = kingdom, j + 1  # "المندوب الدائم للمملكة لدى الأمم المتحدة"
                break
            owner = self._place(post, j) or self.owner(j) or self._behind_portfolio(j) or self._served(post, j)
            owner = owner or self._behind_any(post, j) or self._within(post, j) or self._in_mission(post, j)
            owner = owner or (self.half(j) if j == post.stop else None) or self._misspelt(post, j)
            if not owner or self._is_object(post, j, owner) or self._is_cut_off(j, owner):
                break
            post.of, j = owner
            post.stop = j
        if not post.of:
            self._share_owner(post)
        if not post.of and self._is_sent(post.slug) and (sender := self._of_whom(post.stop)) is not None:
            post.of, post.stop = sender.name.ref, sender.stop
        if not post.of and post.slug == _OF_STATE:  # "الوزيرة المنتدبة المكلفة بالشؤون الأفريقية وبالموريتانيين في الخارج"
            abroad = (self._of_those_abroad(k) for k in range(post.stop, min(post.stop + 2 * _CHARGE, self.names.stop)))
            post.of = next((land[0] for land in abroad if land is not None), None)
        if not post.of and post.slug == _FOR_GOVERNMENT:
            post.of = self.topic.region  # "المتحدث باسم الحكومة" in a report on Kurdistan
        post.about = self._mandate(post)
        self.settle(post)
        return post

    def _in_ministry(self, j: int) -> tuple[str | None, int] | None:
        """(the state of the ministry that token j brings with "in", if it is told; the token behind it)."""
        at = j + (self.tokens[j].fold == _IN)
        hits = (h for h in self.names.hits(at) if h.name.what == "body" and not h.conj) if at < self.names.stop else ()
        body = next((h for h in hits if (h.prep == _BY) != (at > j) and h.name.ref in self.world.bodies), None)
        owner = self.owner(body.stop) if body is not None else None
        if body is None or (owner is None and len(body.name.tokens) == 1):
            return None  # "بالخارجية الألمانية", but "بالداخل"
        return owner if owner is not None and owner[0].startswith("state/") else (None, body.stop)

    def _in_its_land(self, post: Title, j: int) -> int | None:
        """ "قائد قوات الدعم السريع في السودان محمد حمدان دقلو": the token behind the land of whom one leads, before the leader's name."""
        land = self.reading.in_land(j) if post.of is not None else None
        if land is None or post.of is None or self.memory.entity(post.of).country != country_of(land[0]):
            return None
        return land[1] if self.name_after(replace(post, stop=land[1]))[1] is not None else None

    def _in_full(self, post: Title, j: int) -> tuple[str, int] | None:
        """ "وزير الخارجية لمملكة إسبانيا، خوسيه ألباريس": the state by its full name behind "of", before the name of him who holds the post there."""
        hits = (h for h in self.names.hits(j) if h.prep == _FOR and not h.conj and h.name.ref.startswith("state/") and h.stop > j + 1)
        full = next(hits, None) if post.words > 1 and j == post.stop and post.slug in self.world.posts else None
        if full is None or self.world.posts[post.slug].level > _MINISTER:
            return None
        _, person, _ = self.name_after(Title(post.slug, post.number, full.stop, full.name.ref, post.words))
        held = person is not None and any(t.of == full.name.ref for t in self.world.held(person, post.slug, None))
        return (full.name.ref, full.stop) if held else None

    def _is_charged(self, j: int, word: str) -> bool:
        """ "وزير الشؤون الخارجية المكلف باتحاد المغرب العربي": is he charged with what token j brings, and not acting?"""
        charged = word in self.pack.word_class("charged") and j < self.names.stop
        body = charged and any(h.prep == _BY and not h.conj and not h.name.ref.startswith("state/") for h in self.names.hits(j))
        affairs = self.pack.word_class("affairs") | self.pack.word_class("affairs-of")
        return body or (charged and not affairs.isdisjoint(stripped(self.tokens[j].fold)))

    def settle(self, post: Title) -> None:
        """Whoever is "رئيس" of what is no state heads a group, a party or a body: "رئيس هيئة قناة السويس"."""
        told = {self.tokens[k].fold for k in range(max(0, post.stop - _FEW), post.stop)} if post.slug == HEADS[1] else set()
        if not told.isdisjoint(self.pack.word_class("the-state")):
            state = (country_of(post.of) or "").lower()
            if state in self.pack.word_class("council-of-state"):
                post.slug = "speaker-of-senate"  # "رئيس مجلس الدولة الليبي" heads no government
            elif state in self.pack.word_class("ruling-council"):
                post.slug = HEADS[0]  # "رئيس مجلس الدولة الكوري الشمالي"
        if post.slug == HEADS[0] and post.of and not post.of.startswith("state/") and (post.slug, post.of) not in self.world.tenures_of:
            post.slug = HEAD_OF.get(self.memory.entity(post.of).kind, HEAD_OF_BODY)

    def _is_object(self, post: Title, j: int, owner: tuple[str, int]) -> bool:
        """ "غادر وزير الدفاع جمهورية مصر العربية", "غادر السفير نيامي": a land or city right behind a title with the article is not whose it is, nor
        is a group with which one man's title does not agree ("ودعا الرئيس الحوثيين إلى", "حركة الشباب")."""
        hits = [h for h in self.names.hits(j) if h.stop == owner[1] and not h.prep]
        groups = (h for h in hits if h.name.what == "entity" and h.name.ref.startswith("org/"))
        if post.number == "s" and self.reading.is_definite(j - 1) and any(self.memory.entity(h.name.ref).kind in HEAD_OF for h in groups):
            return not self.tokens[j].form.endswith(_OF_HIM)  # "الناطق الحوثي"
        definite = self.reading.is_definite(j - 1) or self.tokens[j - 1].fold.startswith(_TO_THE)  # "غادر الوفد المرافق للرئيس بكين"
        if not definite or any(h.name.what == "adjective" or self.tokens[j].fold.startswith("ال") for h in hits):
            return False  # "الرئيس التشيلي", which is a name of the land too
        lands = [h for h in hits if h.name.what == "entity" and h.name.ref.startswith(("state/", "place/"))]
        return bool(lands) and not (lands[0].name.ref.startswith("state/") and self._is_his_land(post, lands[0]))

    def _is_his_land(self, post: Title, land: Hit) -> bool:
        """ "وزير الخارجية بروناي فلان", written with one article too many: does the name of whoever holds the post there follow the land?"""
        behind = replace(post, of=land.name.ref, stop=land.stop)
        person = self.name_after(behind)[1] if post.words > 1 and post.number == "s" else None
        return person is not None and any(t.of == land.name.ref for t in self.world.held(person, post.slug, self.day))

    def _is_cut_off(self, j: int, owner: tuple[str, int]) -> bool:
        """ "رئيس جمهورية قبرص التركية": does another state's adjective follow a state's name, so that another land is meant, whichever it is?"""
        named = any(h.name.what == "entity" and h.name.ref == owner[0] and h.stop == owner[1] for h in self.names.hits(j))
        behind = self.names.hits(owner[1]) if named and owner[0].startswith("state/") and owner[1] < self.names.stop else ()
        others = (h.name.ref for h in behind if h.name.what == "adjective" and h.article and not (h.conj or h.prep))
        return any(ref.startswith("state/") and ref != owner[0] for ref in others)

    def past_then(self, j: int) -> int:
        """The token behind "then" at token j: "الرئيس التشيلي آنذاك ريكاردو لاغوس"."""
        then = self.names.reference(j, "then") if j < self.names.stop else None
        return j + len(then.tokens) if then is not None else j

    def past_qualifiers(self, j: int) -> int:
        """The token behind words such as "السابق", "الجديد" at token j."""
        while j < self.names.stop and j not in self.dated and (word := self.names.reference(j, "qualifier")) and not _fronted(self.tokens[j].fold):
            j += len(word.tokens)
        return j

    def _within(self, post: Title, j: int) -> tuple[str, int] | None:
        """ "مسؤول السياسة الخارجية في الاتحاد الأوروبي": an office inside an organisation of states."""
        if j > post.stop or post.slug in _SENT:
            return None
        for h in self._inside_of(j):
            if h.name.what == "entity" and h.name.ref.startswith("org/"):
                its_own = h.name.ref in self.pack.word_class("self-governing")  # "وزير الموانئ في بونتلاند"
                return (h.name.ref, h.stop) if its_own or self.world.entities[h.name.ref].country in _OF_STATES else None
        return None

    def _inside_of(self, j: int) -> list[Hit]:
        """What "in" leads to at token j, as a word of its own or written in one: "في السفارة", "بالسفارة"."""
        at = j + (self.tokens[j].fold == "في" and j + 1 < self.names.stop)
        return [h for h in self.names.hits(at) if not h.conj and (at > j) != (h.prep == "ب")]

    def _in_mission(self, post: Title, j: int) -> tuple[str, int] | None:
        """ "القائم بالأعمال في السفارة الأفغانية بطهران", "الملحق العسكري بسفارة كينيا": whose mission an envoy serves in."""
        missions, row = self.pack.word_class("mission-body"), self.world.posts.get(post.slug)
        if j > post.stop or row is None or row.body not in missions:
            return None
        body = next((h for h in self._inside_of(j) if h.name.what in ("body", "body-of") and h.name.ref in missions), None)
        return self.owner(body.stop) if body is not None and body.stop < self.names.stop else None

    def _place(self, post: Title, j: int) -> tuple[str, int] | None:
        """ "محافظ كركوك", "عمدة لندن": the place that a local post is of, or the body it stands for with such a head: "رئيس إقليم كردستان"."""
        if post.slug not in self.pack.word_class("local-post"):
            return None
        hit = next((h for h in self.names.hits(j) if h.name.ref.startswith("place/") and not (h.conj or h.prep)), None)
        if hit is None:
            return None
        body = self.world.places[hit.name.ref].stood_for(self.day)
        return body if (post.slug, body) in self.world.tenures_of else hit.name.ref, hit.stop

    def half(self, j: int) -> tuple[str, int] | None:
        """ "وزير النفط الجنوبي": the state with such a name that the report names, where it is one of two."""
        half = self.names.reference(j, "half")
        codes = half.value.split() if half else []
        named = [c for c in codes if self.topic.speaks_of(c.removesuffix("*"))] or [c for c in codes if c.endswith("*")]
        return (f"state/{named[0].removesuffix('*')}", j + 1) if len(named) == 1 else None

    def _misspelt(self, post: Title, j: int) -> tuple[str, int] | None:
        """ "رئيس الوزراء الإيثوبي": a demonym with one letter wrong, if no dictionary has the word and only one state's is so near."""
        word = self.tokens[j]
        if j > post.stop or not word.fold.startswith("ال") or self.names.hits(j) or known(word.form) or known(_dotted(word.form)):
            return None
        near = {state for form, state in demonyms(self.world, word.fold[2:3]) if one_letter_off(word.fold[2:], form)}
        return (near.pop(), j + 1) if len(near) == 1 else None

    def _behind_any(self, post: Title, j: int) -> tuple[str, int] | None:
        """ "وزير البنية التحتية الأوكراني": the owner, or the name, behind a portfolio that has no row of its own."""
        if post.slug != "minister" or post.words > 1:
            return None
        for k in range(j, min(j + 5, self.names.stop)):
            if k > j and (owner := self.owner(k)):
                return owner
            if k > j and self.tokens[k].fold in self.pack.word_class("of-land"):
                return self._land(k + 1)  # "وزير شؤون الاتصالات في كينيا"
            named = any(h.name.what == "entity" and h.name.ref.startswith("person/") and not h.conj for h in self.names.hits(k))
            if k > j and (named or self.people.is_given(k)):
                post.stop = k
                return None
            affairs = k == j and self.tokens[k].fold in self.pack.word_class("affairs")
            if self.tokens[k].kind != "word" or not (affairs or self.tokens[k].fold.startswith(("ال", "وال"))) or k in self.dated:
                return None
        return None

    def _served(self, post: Title, j: int) -> tuple[str, int] | None:
        """Whose post, by whom it serves: "المستشار الدبلوماسي لرئيس الإمارات", "المتحدث باسم الأمين العام للأمم المتحدة",
        "الناطق باسم مجلس النواب", "رئيس المجلس العسكري في مالي"."""
        speaks = post.slug == "spokesperson" and post.words > 1
        for h in self.names.hits(j):
            governs = post.slug in HEADS or post.slug.endswith("minister")  # "أعرب الملك للرئيس المصري", "نقل وزير الخارجية للرئيس التونسي"
            named = (h.prep == "ل" and not governs) or self._is_sender(post, j, h)
            named = named or (speaks and not h.prep and (h.article or len(h.name.tokens) > 1))
            if h.name.what == "post" and named and not h.conj and h.name.number == "s":
                inner = self.complement(Title(h.name.ref, "s", h.stop, None, len(h.name.tokens)))
                _, chief, after = self.name_after(inner) if speaks else (0, None, 0)
                if chief is not None and self.world.held(chief, inner.slug, None):
                    inner.stop, post.mans = after, True  # "المتحدثة باسم الممثل الأعلى خافيير سولانا، فلانة"
                    self.memory.entity(chief)
                    self.memory.served = self.memory.sentence, chief
                of = inner.of or ((self.memory.office_of(h.name.ref) or self.topic.home) if not h.prep else None)
                return (of, inner.stop) if of else None
            if post.slug == "spokesperson" and h.name.what == "body" and not h.conj and not h.prep:
                if there := self.reading.in_land(h.stop):
                    return self.memory.body_of(h.name.ref, there[0]), there[1]
                arms = self.memory.arms_of() if self.world.bodies[h.name.ref][2] == "MIL" else None
                home = self.in_capital(h.stop) or arms or self.topic.home or self.spoken_from(j - post.words)
                body = self.memory.body(h.name.ref) or (home and self.memory.body_of(h.name.ref, home))
                return (body, h.stop) if body else None
        if speaks and (whose := self._spoken_for(j)):
            post.mans = True
            return whose
        if post.slug == "spokesperson" and (phrase := self.names.reference(j, "headed")):
            headed = self.memory.headed(phrase.tokens[0].removeprefix("ال"))
            return (headed.entities[0], j + 1) if headed else None
        if post.slug in self.pack.word_class("of-bodies") and self.names.particles(j) == ("", _FOR) and (phrase := self.names.reference(j, "headed")):
            headed = self.memory.headed(phrase.tokens[0].removeprefix("ال"))  # "الأمين العام للجامعة"
            return (headed.entities[0], j + 1) if headed and (post.slug, headed.entities[0]) in self.world.tenures_of else None
        return self._land(j + 1) if self.tokens[j].fold in self.pack.word_class("of-land") and post.words > 2 else None

    def home_ministry(self, j: int, prep: str = "") -> tuple[str, int] | None:
        """ "مصدر مسؤول في وزارة الخارجية": the ministry at token j of which no state is told, and the token behind it: that of the report's state,
        or of whoever was named last with one."""
        for h in self.names.hits(j) if j < self.names.stop else ():
            further = h.stop < self.names.stop and self.tokens[h.stop].fold.startswith("ال")  # "الدفاع المدني"
            if h.name.what == "body" and h.name.ref in self.pack.word_class("ministry-body") and h.prep == prep and not (h.conj or further):
                home = self.in_capital(h.stop) or self.topic.dateline or self.topic.home
                body = self.memory.body_of(h.name.ref, home) if home else self.memory.body(h.name.ref)
                return (body, h.stop) if body else None
        return None

    def _is_sender(self, post: Title, j: int, hit: Hit) -> bool:
        """ "مبعوث أمير دولة الكويت فلان": is a state's head at token j whom an envoy is of, whose own name stands behind that title?"""
        if post.slug != _ENVOY or post.words > 1 or self.reading.is_definite(j - 1) or hit.prep or hit.name.ref not in HEADS:
            return False
        head = self.complement(Title(hit.name.ref, "s", hit.stop, None, len(hit.name.tokens)))
        name_at, person, _ = self.name_after(head)
        return name_at > 0 and (person is None or not self.world.held(person, head.slug, None))

    def _spoken_for(self, j: int) -> tuple[str, int] | None:
        """ "المتحدث باسم عنان": what the man serves for whom somebody speaks, and the token after his name."""
        person, stop = self.people.person_at(j, None)
        sure = person is not None and (stop > j + 1 or person in self.memory.entities)
        if person is None or not sure or self.tokens[j - 1].fold not in self.pack.word_class("in-the-name"):
            return None
        held = self.world.held(person, None, self.day) if self.day else []
        slug = self.people.foremost(held) if held else None
        of = next((t.of for t in held if t.post == slug), f"state/{self.memory.entity(person).country}")
        return (of, stop) if of in self.world.entities else None

    def in_capital(self, k: int) -> str | None:
        """The state whose capital token k leads to with "in": "متحدث باسم وزارة الخارجية في سانتياغو"."""
        if k + 1 >= self.names.stop or self.tokens[k].fold != _IN:
            return None
        hits = (h for h in self.names.hits(k + 1) if h.name.what == "entity" and not h.prep and h.name.ref in self.world.places)
        seat = next((self.world.places[h.name.ref] for h in hits if self.world.places[h.name.ref].kind == "capital"), None)
        return f"state/{seat.country}" if seat is not None and f"state/{seat.country}" in self.world.entities else None

    def spoken_from(self, i: int) -> str | None:
        """The state of a spokesman at token i whose body is named without one: of the scene ("وفي واشنطن، قال متحدث"), else of whoever
        acted in the sentence before ("اتهمت تشاد جارتها. وقال ناطق باسم الحكومة"), if the report is mostly about it."""
        acted = self.memory.acted_before()
        return self.memory.scene_before(i) or (acted if acted in self.topic.ranked[:_MOSTLY] else None)

    def _land(self, j: int) -> tuple[str, int] | None:
        """The state named at token j, behind "in", and the token after it."""
        hits = self.names.hits(j) if j < self.names.stop else ()
        named = (h for h in hits if h.name.what == "entity" and h.name.ref.startswith("state/") and not h.prep)
        land = next(named, None)
        return (self.reading.of_here(j, land), land.stop) if land is not None else None

    def _share_owner(self, post: Title) -> None:
        """ "نائب رئيس الوزراء ووزير الخارجية الباكستاني": a post whose state stands behind the second post of the same man."""
        for h in self.names.hits(post.stop):
            joined = h.conj == AND or (not h.conj and h.name.ref != post.slug)  # "رئيس مجلس الوزراء وزير الخارجية القطري": both held by one man
            if h.name.what == "post" and joined and not h.prep and h.name.number == "s" and post.words > 1 and len(h.name.tokens) > 1:
                second = self.complement(Title(h.name.ref, "s", h.stop))
                rare = post.slug in self.pack.word_class("rare-post") and (post.slug, second.of) not in self.world.tenures_of
                sure = bool(h.conj) and (post.slug.startswith("deputy") or bool(self.name_after(second)[0]))
                if second.of and not rare and (sure or self._holds_both(post, second)):
                    post.of, post.stop = second.of, second.stop
                    if post.slug.startswith("deputy"):
                        post.slug = second.slug  # his counterpart is a foreign minister
                return

    def _holds_both(self, post: Title, second: Title) -> bool:
        holders = {t.person for t in self.world.holders(second.slug, second.of or "", self.day)}
        return bool(holders & {t.person for t in self.world.holders(post.slug, second.of or "", self.day)})

    def _behind_portfolio(self, j: int) -> tuple[str, int] | None:
        """ "وزير الخارجية والتعاون الدولي الموريتاني": the owner behind one more portfolio."""
        if not self.tokens[j].fold.startswith(AND + "ال") or any(h.name.what == "post" for h in self.names.hits(j)):
            return None  # "ولي العهد والرئيس المصري": the second title is another's
        for k in range(j, min(j + 5, self.names.stop)):
            if (abroad := self._of_those_abroad(k)) is not None:
                return abroad
            if k == j:
                continue
            told = self.pack.phrase_at(self.tokens, k) is not None or self.reading.is_verb(k)
            if self.tokens[k].kind != "word" or told or k in self.dated:
                return None
            owner = self.owner(k)
            if owner:
                return owner
            if self.reading.is_word(k) and not self.reading.is_definite(k):
                return None
        return None

    def _of_those_abroad(self, k: int) -> tuple[str, int] | None:
        """ "وزير الخارجية والموريتانيين في الخارج": the state whose people abroad a minister is for as well, and the token behind them."""
        people = next((h for h in self.names.hits(k) if h.name.number == "p" and h.article and h.conj and h.name.ref.startswith("state/")), None)
        ends = range(people.stop, min(people.stop + _ABROAD, self.names.stop)) if people is not None else ()
        at = next((n for n in ends if self.tokens[n].fold in self.pack.word_class("abroad")), None)
        return (people.name.ref, at + 1) if people is not None and at is not None else None

    def owner(self, j: int) -> tuple[str, int] | None:
        """Whose post: a demonym (with its article), a state, organisation or body, right after the title."""
        if j >= self.names.stop:
            return None
        if self.tokens[j].fold == _FOR and j + 3 < self.names.stop and self.tokens[j + 1].fold in _OPEN:
            return self.owner(j + 1)  # "الأمين العام لـ«حزب الله»"
        if self.tokens[j].fold in _OPEN and j + 2 < self.names.stop:
            inside = self.owner(j + 1)  # "زعيم جماعة «أنصار الله»"
            return (inside[0], inside[1] + 1) if inside and inside[1] < self.names.stop and self.tokens[inside[1]].fold in _CLOSE else None
        if (theirs := self.reading.theirs(j)) and not theirs.conj:
            return theirs.name.ref, theirs.stop  # "المتحدث باسم خارجيتها"
        named_for = j > 0 and self.tokens[j - 1].fold in self.pack.word_class("in-the-name")
        if named_for and not self.names.hits(j + 1) and (again := self.names.reference(j, "back")) is not None and again.value == _MINISTRY:
            met = self.memory.back(_MINISTRY)  # "المتحدث باسم الوزارة"
            if met is not None and len(met.entities) == 1:
                return met.entities[0], j + len(again.tokens)
        his = self.names.reference(j, "homeland") is not None and not (self.tokens[j].form.endswith("ة") or self.names.particles(j)[0])
        if his and (home := self.memory.homeland(self.tokens[j].fold.endswith("ه"))):
            return f"state/{home.country}", j + 1  # "أعلن رئيس الوزراء أن وزير خارجية بلاده"
        if (own := self.names.reference(j, "own-title")) and not self.reading.is_definite(j - 1) and not any(self.names.particles(j)):
            return f"state/{own.value}", j + len(own.tokens)  # "سفير خادم الحرمين الشريفين لدى سلطنة عمان"
        if not self.names.hits(j) and not any(self.names.particles(j)) and (kingdom := self.reading.kingdom(j)):
            hits = self.names.hits(j + 1) if j + 1 < self.names.stop else ()
            nation = next((h for h in hits if h.name.what == "adjective" and h.article and not h.conj and h.name.ref.startswith("state/")), None)
            return (nation.name.ref, nation.stop) if nation is not None else (kingdom, j + 1)  # "عاهل المملكة الإسبانية", "وزير خارجية المملكة"
        if not any(self.names.particles(j)) and (occupier := self.reading.occupier(j)):
            return occupier, j + 1  # "وزير خارجية الاحتلال"
        realm = self.tokens[j].fold.removeprefix(_BY) if self._is_portfolio(j - 1) else self.tokens[j].fold
        if realm in self.pack.word_class("realm") and (land := self._land(j + 1)) and land[0].startswith("state/"):
            whole_name = (h for h in self.names.hits(j) if h.name.ref == land[0] and h.stop > land[1] and not h.conj)
            if (full := next(whole_name, None)) is not None:
                return land[0], full.stop  # "سفير جمهورية فنزويلا البوليفارية"
            return land  # "سفير دولة النيجر", "وزير الدفاع بدولة تشاد"
        if not any(self.names.particles(j)) and (whole := self.reading.world_body(j)) is not None:
            return whole  # "مبعوث المنظمة الدولية"
        force = self.names.reference(j, "group-noun")
        if force and j + len(force.tokens) < self.names.stop:  # "المتحدث باسم قوات الحوثيين"
            behind = self.owner(j + len(force.tokens))
            if behind and not behind[0].startswith("state/"):
                return behind
        beyond = 0  # token after a body that is named without its state: no shorter name is meant ("مجلس الأمن القومي")
        for h in self.names.hits(j):
            if h.stop < beyond:
                break
            if h.prep == "ب" and not h.conj and h.name.what == "entity" and self.world.entities[h.name.ref].kind == "government-body":
                return h.name.ref, h.stop  # "وزير الخارجية بحكومة الوفاق"
            if h.prep == "ب" and not h.conj and h.name.what == "entity" and h.name.ref.startswith("state/") and self._is_portfolio(j - 1):
                return h.name.ref, h.stop  # "وزير الإعلام بلبنان"
            if (
                h.prep == "ل"
                and not h.conj
                and h.name.what == "entity"
                and self.world.entities[h.name.ref].kind in ("organisation", "party", "armed-group", "government-body")
            ):
                return h.name.ref, h.stop  # "الأمين العام للأمم المتحدة", "لمجلس السيادة"
            behind = self.owner(h.stop) if h.prep == _FOR and not h.conj and h.name.what == "body" else None
            if behind is not None and behind[0].startswith("state/"):
                army = h.name.ref == "army"  # "رئيس الأركان للقوات المسلحة السعودية": the state's; "المدير العام لوزارة الخارجية اليابانية"
                return behind[0] if army else self.memory.body_of(h.name.ref, behind[0]), behind[1]
            if h.conj or h.prep or (h.name.what == "entity" and self.begins_name(j, h)):
                continue
            plural = self.tokens[j - 1].fold.endswith(NUNATED) and h.name.number == "p"  # "كبير الدبلوماسيين الصينيين"
            unnamed = not h.article and self.tokens[j - 1].fold in self.pack.word_class("of-office")  # "متحدث عسكري باكستاني"
            if h.name.what == "adjective" and (h.article or unnamed) and (h.name.number == "s" or plural):
                return h.name.ref, h.stop
            if h.name.what == "entity" and self.world.entities[h.name.ref].kind in (
                "state",
                "organisation",
                "armed-group",
                "party",
                "government-body",
            ):
                if self._is_others_party(h.name.ref, j, h.stop):
                    continue
                if self.pack.ordinal(self.tokens[h.stop - 1].fold.removeprefix("ال")) and self.reading.of_others(h.name.ref, j, h.stop):
                    continue  # "قائد الفرقة الرابعة" of an army that the report does not touch
                return self.reading.of_here(j, h), h.stop
            if h.name.what in ("body", "body-of"):
                owner = self.owner(h.stop)
                if owner and owner[0].startswith("state/"):
                    return self.memory.body_of(h.name.ref, owner[0]), owner[1]
                beyond = h.stop
        for h in self.names.hits(j):
            if h.name.what == "entity" and not h.conj and not h.prep and h.name.ref.startswith("place/"):
                place = self.world.places[h.name.ref]
                if stands_for := place.stood_for(self.day):
                    return stands_for, h.stop
        return None

    def _is_portfolio(self, k: int) -> bool:
        """Does a minister's title of two words or more end with token k?"""
        ends = (h for j in range(max(0, k - _PORTFOLIO), k) for h in self.names.hits(j) if h.stop == k + 1)
        return any(h.name.what == "post" and "minister" in h.name.ref for h in ends)

    def begins_name(self, j: int, hit: Hit) -> bool:
        """Is a state's name the first word of a person's ("الرئيس السابق بليز كومباوري"), or of a wider land's ("وزراء خارجية أمريكا الجنوبية")?"""
        longer = (h for h in self.names.hits(j) if h.stop > hit.stop and h.name.what == "entity" and not (h.conj or h.prep))
        wider = (h.name.ref for h in longer if hit.name.ref.startswith("state/") or h.name.ref.startswith("person/"))
        return any(ref.startswith("person/") or (ref in self.world.places and not self.world.places[ref].country) for ref in wider)

    def _mandate(self, post: Title) -> str | None:
        """The matter of an envoy's post: "إلى ليبيا", "لليمن"."""
        if post.slug not in self.pack.word_class("sent") | self.pack.word_class("accredited"):
            return None
        if post.slug == _RAPPORTEUR and self.has_field(post.stop):
            return self._field_of(post)
        j = post.stop + (post.stop < self.names.stop and self.tokens[post.stop].fold in self.pack.word_class("posted"))
        if j < self.names.stop and self.tokens[j].fold in self.pack.word_class("towards"):
            j += 1
        elif j >= self.names.stop:
            return None
        if (realm := self._realm(j, post.of)) is not None:
            host, post.stop = realm
            return host
        for h in self.names.hits(j):
            aside = h.name.ref.startswith("place/") and h.name.ref not in self.world.mandates
            if aside and (self.world.places[h.name.ref].kind not in ("capital", "city") or self._travels(post)):
                continue  # "المبعوث الأممي في مطار عدن", "وصل المبعوث الأممي إلى صنعاء"
            kinds = ("state", "place", "conflict", "org") if post.slug in self.pack.word_class("accredited") else ("state", "place", "conflict")
            if h.name.what == "entity" and (h.prep or j > post.stop) and not h.conj and h.name.ref.split("/")[0] in kinds:
                post.stop = self._past_second_field(h.stop)
                place = self.world.places.get(h.name.ref)
                return place.stood_for(self.day) or h.name.ref if place else h.name.ref
        return None

    def _past_second_field(self, j: int) -> int:
        """ "مبعوث الرئيس الروسي للشرق الأوسط و أفريقيا": the token behind one more wide region that "and" joins."""
        at = j + (j < self.names.stop and self.tokens[j].fold == AND)
        hits = self.names.hits(at) if at < self.names.stop else ()
        more = (h for h in hits if h.name.ref in self.world.places and not h.prep and (at > j) != (h.conj == AND))
        return next((h.stop for h in more if not self.world.places[h.name.ref].country), j)

    def _field_of(self, post: Title) -> str | None:
        """The land of a special rapporteur's field: "المقررة الخاصة المعنية بحقوق الإنسان في السودان". One of another field is nobody whom the world
        knows by such a title alone."""
        for k in range(post.stop + 1, min(post.stop + _FIELD, self.names.stop - 1)):
            if land := self.reading.in_land(k):
                post.stop = land[1]
                return land[0]
            if not self.reading.is_plain(k):
                break
        post.mans = True
        return None

    def _travels(self, post: Title) -> bool:
        """ "وصول المبعوث الأممي إلى صنعاء": does a word for a journey stand before the title, so that the city behind it is where that leads?"""
        before = range(max(0, post.stop - _JOURNEY), post.stop)
        return any(r.lemma in self.pack.word_class("journey") for i in before for r in self.pack.readings(self.tokens[i].fold))

    def _realm(self, j: int, sender: str | None) -> tuple[str | None, int] | None:
        """ "سفير بلجيكا لدى المملكة", "سفير قطر لدى الجمهورية الجيبوتية": (the host that a word for a realm at token j means, if that is known,
        who is not the sender; the token behind it)."""
        if self.names.hits(j) or any(self.names.particles(j)):
            return None
        nation = next((h for h in self.names.hits(j + 1) if h.name.what == "adjective" and h.article), None) if j + 1 < self.names.stop else None
        if nation is not None and nation.name.ref.startswith("state/") and self.tokens[j].fold.removeprefix("ال") in self.pack.word_class("realm"):
            return nation.name.ref, nation.stop
        phrase = self.names.reference(j, "back")
        return (self.reading.kingdom(j, but=sender), j + 1) if phrase is not None and phrase.value in REALMS else None

    def name_after(self, post: Title) -> tuple[int, str | None, int]:
        """(token where a name starts or 0, the person if known, token after it). Honorifics and one comma are passed over."""
        j, comma = self._past_mission(post, self._past_portfolio(self.past_then(post.stop))), False
        if j < self.names.stop and (second := next((h for h in self.names.hits(j) if h.name.what == "post" and h.conj == AND), None)):
            more = self.complement(Title(second.name.ref, "s", second.stop))  # "وزير الإعلام والمتحدث باسم الحكومة فلان"
            found = self.name_after(more)
            both = found[1] is not None and bool(self.world.held(found[1], post.slug, self.day))  # "رئيس مجلس الوزراء ووزير الخارجية فلان"
            both = both or (post.deputy and post.slug == HEADS[1] and "minister" in more.slug)  # "نائب رئيس الوزراء ووزير الداخلية فلان"
            two = more.slug == post.slug and more.of is None  # "فلان رئيس حكومة الوحدة ورئيس الحكومة المعينة فلان": two heads
            served = found[1] is not None and self.serves(found[1], more)
            if found[0] and not (two or served) and more.of in (None, post.of) and (both or (post.of and not self._is_the_second(found, post, more))):
                return found
        j = self._past_charge(self._past_unmet(post, self._to_holder(post, j)))
        if (post.slug == "spokesperson" or post.slug in self.pack.word_class("leads-in")) and not post.of:  # of a body that the world may not know
            j = self._past_unknown_body(j)
        brackets = j + 2 < self.names.stop and self.tokens[j].fold in _OPEN and self.tokens[j + 2].fold in _CLOSE
        if brackets:  # "قائد قوات سوريا الديمقراطية (قسد) مظلوم عبدي", "زعيم «جمهورية صرب البوسنة» (صربسكا)، ميلوراد دوديك"
            behind = j + 3 + (j + 3 < self.names.stop and self.tokens[j + 3].fold in COMMAS)
            courtesy = self.names.reference(j + 1, "honorific") is not None  # "الملك «ضون» فيليبي السادس"
            j += 3 * (any(h.name.ref == post.of for h in self.names.hits(j + 1)) or ((bool(post.of) or courtesy) and bool(self._full_names(behind))))
        if j < self.names.stop and (self.tokens[j].fold in COMMAS or self.tokens[j].fold == _SEMICOLON):
            j, comma = j + 1, True
        at_once = j == post.stop and post.slug == HEAD_OF_BODY
        if (comma or at_once) and post.of and not post.of.startswith("state/"):  # "رئيس الاتحاد الأفريقي، الرئيس السنغالي ماكي سال"
            heads = (h for h in self.names.hits(j) if h.name.what == "post" and h.name.ref in HEADS and not h.conj and not h.prep)
            if (head := next(heads, None)) and (found := self.name_after(self.complement(Title(head.name.ref, "s", head.stop))))[0]:
                holders = {t.person for t in self.world.holders(post.slug, post.of, self.day)} if self.day else set()
                if comma or (self.day and not holders) or found[1] in holders:  # a head whom he meets, if the chair is another
                    return found
        ranks = post.slug in HEADS or (comma and post.slug in self.world.posts and self.world.posts[post.slug].level <= _MINISTER)
        if (comma or j == post.stop) and not post.of and ranks and (same := self._second(post, j)):
            return same  # "وزير الخارجية، الناطق باسم الحكومة الجيبوتية فلان"
        bracket = j < self.names.stop and self.tokens[j].fold in _OPEN
        quoted = bracket and self.tokens[j].fold != "("
        if bracket:
            j += 1
        title = j = self._past_slash(j)
        j = self.past_ranks(j)
        if j > title and j < self.names.stop and self.tokens[j].fold in _OPEN and self.tokens[j].fold != "(":
            bracket = quoted = True  # "رئيس مجلس النواب المستشار «عقيلة صالح»"
            j += 1
        j = self._past_initials(j)
        if j >= self.names.stop:
            return 0, None, post.stop
        if j > title and self.names.is_office(j):
            return 0, None, post.stop  # "نائب رئيس الوزراء الكويتي معالي وزير المالية فلانا": an office, and another man's
        person, stop = self.people.person_at(j, post)
        if person is None and (holder := self._by_family(j, post)):
            person, stop = holder, j + 2  # "وزير الخارجية البرازيلي سيسلو أموريم", with a slip in his first name
        if person is None and j > title and self._is_met_from_elsewhere(post, j):
            return 0, None, post.stop  # "حمل الرئيس اليمني سمو الأمير محمد بن نايف تحياته"
        past = self.past_then(post.stop) > post.stop
        if person and past and person not in self._full_names(j) and self.world.held(person, post.slug, self.day):
            return 0, None, post.stop  # "الملك المؤسس عبد العزيز" is no son of his who reigns today
        if person and quoted and not self._is_closed(stop):
            return 0, None, post.stop
        land = country_of(post.of)
        if person and not comma and land not in (None, self.memory.origin(person)) and self.of_title_behind([person], stop):
            return 0, None, post.stop  # "التقى الوزير العماني سوشما سواراج وزيرة الخارجية الهندية"
        if person:
            terms = self.world.held(person, post.slug, None)  # "أمير قطر وقتها، حمد بن خليفة آل ثاني"
            before = any(t.of == post.of and t.since[:4] <= (self.day or t.since)[:4] for t in terms)
            if post.of and self.day and stop > j + 1 and not before and not self.world.held(person, None, self.day):
                other, longer = self.spelled_otherwise(post, j, stop), self.people.unknown_name(j)
                if other is None and longer > stop:
                    return j, self.spelled_otherwise(post, j, longer), longer  # "حسن محمود علي", who is not the later minister Hasan Mahmud
                person = other or person  # two leaders whose names differ by one letter
            if bracket and stop < self.names.stop and self.tokens[stop].fold in _CLOSE:
                stop += 1
            return j, person, stop
        family = quoted and country_of(post.of) in FAMILY_FIRST  # "وزير الوحدة الكوري الجنوبي «كيم يونغ-هو»"
        named = family or self.people.is_given(j) or ((comma or quoted) and (self._is_between(j) or self._ends_in_head(j, post)))
        if (comma or j == post.stop) and j == title and (epithet := self._past_epithet(j, post)):
            person, stop = self.people.person_at(epithet, post)
            if person is not None:
                return epithet, person, stop
        if bracket and not quoted and post.of and self.people.is_given(j) and (stop := self.people.unknown_name(j)) and self._is_closed(stop):
            return j, None, stop + 1  # "السفير الأردني في تل أبيب (غسان المجالي)"
        if (bracket and not quoted) or ((comma or quoted) and j == title and not named):
            return 0, None, post.stop
        kind = post.deputy and j == post.stop and self.reading.is_definite(j) and self.tokens[j].form.endswith("ي") and not self.names.hits(j)
        if kind and j + 1 < self.names.stop and self.people.is_given(j + 1):
            j = title = j + 1  # "مستشار الرئيس الدبلوماسي فلان"
        stop = self.people.unknown_name(j, sure=j > title or family or (quoted and named))
        if stop and quoted and named:
            stop = self._to_mark(stop)  # "وزير الخارجية «محمد طاهر سيالا»"
        if not stop and post.of and j == post.stop:
            stop = self.people.name_with_articles(j)
        if not stop or (stop == j + 2 and self.people.is_before_met(j)) or (quoted and not self._is_closed(stop)):
            return 0, None, post.stop
        if past:
            return j, None, stop  # "أمير البحرين حينها الشيخ عيسى بن سلمان": not today's
        person = self.spelled_otherwise(post, j, stop)
        if person is None and (slip := self.people.one_slip(j, stop)) and country_of(post.of) in (None, self.memory.origin(slip)):
            person = slip
        if person is None and j == post.stop and self._is_matter(post, j):
            return 0, None, post.stop
        if quoted and stop < self.names.stop and self.tokens[stop].fold in _CLOSE:
            stop += 1
        return j, person, stop

    def _is_met_from_elsewhere(self, post: Title, j: int) -> bool:
        """Does the whole name of one whom the report has named, from another land than the title's, stand at token j?"""
        land = country_of(post.of)
        named = [h.name.ref for h in self.names.hits(j) if h.name.ref.startswith("person/") and len(h.name.tokens) > 1 and not (h.conj or h.prep)]
        met = [p for p in named if p in self.memory.entities]
        return land is not None and len(met) == 1 and self.memory.origin(met[0]) != land

    def _to_mark(self, stop: int) -> int:
        """The token behind a name's last word in quotation marks, up to two more words than the name was read to; the same where no mark closes."""
        for k in range(stop, min(stop + 3, self.names.stop)):
            if self.tokens[k].fold in _CLOSE:
                return k
            if self.tokens[k].kind != "word" or self.reading.is_verb(k):
                break
        return stop

    def _by_family(self, j: int, post: Title) -> str | None:
        """The one who holds or held the post whose family name stands behind a word that no dictionary has, his first name with a letter wrong."""
        if not post.of or post.deputy or j + 1 >= self.names.stop or known(self.tokens[j].form) or self.tokens[j].kind != "word":
            return None
        families = {h.name.ref for h in self.names.hits(j + 1) if h.name.what == "surname" and not (h.conj or h.prep) and h.stop == j + 2}
        held = [p for p in families if any(t.of == post.of for t in self.world.held(p, post.slug, self.day))]
        told = self.tokens[j].fold, self.tokens[j + 1].fold
        named = (form for p in held for form in self.people.spellings(p) if len(form) == len(told))
        alike = (one_letter_off(told[0], name[0]) or same_consonants(told, name) for name in named)
        return held[0] if len(held) == 1 and any(alike) else None

    def serves(self, chief: str, post: Title) -> bool:
        """Does whoever has the post serve the head named behind it: "مبعوث الرئيس دونالد ترامب"? Whoever speaks in a man's name counts as he."""
        serving = post.slug in self.pack.word_class("serving") and not post.slug.endswith("spokesperson")
        if post.of or not serving or self.world.held(chief, post.slug, None):
            return False
        return self.memory.headed_by(chief) is not None

    def _to_holder(self, post: Title, j: int) -> int:
        """The name of one who has held the post, behind who appointed him or in whose cabinet he sits: "رئيس الحكومة المعينة من البرلمان فلان",
        "وزيرة الخارجية بحكومة الوحدة فلانة"; j where none stands there."""
        if post.deputy or j + 2 >= self.names.stop or self.tokens[j].fold not in self.pack.word_class("named-by"):
            return j
        for k in range(j + 1, min(j + _NAMED_BY, self.names.stop)):
            if any(self.world.held(p, post.slug, self.day) for p in self._full_names(k)):
                return k
            if not self.reading.is_plain(k):
                break
        return j

    def _past_unmet(self, post: Title, j: int) -> int:
        """The token behind "of the movement" of which nothing was told, before the name of its head: "رئيس المكتب السياسي للحركة فلان"."""
        if post.of or j + 1 >= self.names.stop or post.slug not in self.pack.word_class("of-bodies"):
            return j
        headed = self.names.particles(j) == ("", _FOR) and self.names.reference(j, "headed") is not None
        return j + 1 if headed and self.people.unknown_name(j + 1) else j

    def _past_charge(self, j: int) -> int:
        """The comma behind what somebody is charged with, told between two commas before his name: "الوزيرة المنتدبة لدى وزير الخارجية، المكلفة
        بالشؤون الأفريقية وبالمغتربين، السيدة فلانة"; j where nothing of that kind stands."""
        at = j + (j < self.names.stop and self.tokens[j].fold in COMMAS)
        charged = at + 2 < self.names.stop and self.tokens[at].fold in self.pack.word_class("charged")
        if not charged or not self.tokens[at + 1].fold.startswith(_BY):
            return j
        for k in range(at + 2, min(at + 2 + _CHARGE, self.names.stop - 1)):
            if self.tokens[k].fold in COMMAS:
                titled = self.names.reference(k + 1, "honorific") is not None or self.people.is_given(k + 1)
                return k if titled or bool(self._full_names(k + 1)) else j
            if not self.reading.is_plain(k):
                return j
        return j

    def _is_closed(self, j: int) -> bool:
        """Does a quotation mark close at token j or right before it: «فلان الفلاني», and not "قال متحدث باسم الجيش «سلامة الجميع مضمونة»"?"""
        return self.tokens[j - 1].fold in _CLOSE or (j < len(self.tokens) and self.tokens[j].fold in _CLOSE)

    def _full_names(self, j: int) -> list[str]:
        """Whom the world knows by a name of two words and more that stands at token j."""
        hits = self.names.hits(j) if j < self.names.stop else ()
        people = (h for h in hits if h.name.ref.startswith("person/") and not (h.conj or h.prep))
        return [h.name.ref for h in people if len(h.name.tokens) > 1 + (h.name.tokens[0] == _SERVANT)]

    def _past_epithet(self, j: int, post: Title) -> int:
        """ "نائب الرئيس السوداني السابق المتمرد فلان", "الرئيس السابق، اليساري فلان", "رئيس الوزراء المحافظ، فلان": the token behind a definite word
        that is nobody's title or name, before the full name of one of that land, or of one who has held the post; else 0."""
        at = j + 1 + (j + 1 < self.names.stop and self.tokens[j + 1].fold in COMMAS)
        hits = self.names.hits(j)
        titled = any(h.name.what != "post" for h in hits) or (bool(hits) and at == j + 1)  # "المحافظ، فلان": he leans right
        if self.tokens[j].kind != "word" or not self.reading.is_definite(j) or titled or self.names.particles(j) != ("", ""):
            return 0
        if self.names.reference(j, "back") is not None:
            return 0
        home = self.memory.entity(post.of).country if post.of else None
        if not self._full_names(at) and at == j + 1 and self._goes_on_describing(at):
            at += 1  # "وزير الخارجية الإسرائيلي اليميني المتطرف فلان"
        fits = any(self.memory.origin(p) == home if home else self.world.held(p, post.slug, None) for p in self._full_names(at))
        return at if fits else 0

    def _goes_on_describing(self, j: int) -> bool:
        """Is token j one more definite adjective, that is nobody's title or name?"""
        plain = j + 1 < self.names.stop and self.tokens[j].kind == "word" and self.reading.is_definite(j)
        plain = plain and not self.names.hits(j) and self.names.particles(j) == ("", "")
        return plain and self.names.reference(j, "back") is None

    def _is_matter(self, post: Title, j: int) -> bool:
        """ "منح رئيس الوزراء المجري وسام الصداقة": is what stands behind the title of somebody whom we know no name but what he did or got?

        A plain word that is no given name, or one before a feminine noun with the article; a place of two words; two words of the dictionary.
        """
        holders = self.world.holders(post.slug, post.of, self.day) if post.of and self.day and not (post.deputy or post.qualifier) else []
        if len({t.person for t in holders}) != 1 or post.slug not in self.world.posts or self.world.posts[post.slug].level > _MINISTER:
            return False
        if any(h.name.ref.startswith("place/") and h.stop > j + 1 for h in self.names.hits(j)):
            return True  # "زار الرئيس الكوري الجنوبي بيونغ يانغ"
        first, second = self.tokens[j].form, self.tokens[j + 1].form
        if first.startswith("ال"):
            return second.endswith("ية")  # "الإصلاحات الاقتصادية"; "السماني الوسيلة" is a name
        plain = (known(first) or (first.endswith("ا") and whole(first[:-1]))) and not self.people.is_given(j)
        return plain or (known(first) and second.startswith("ال") and second.endswith("ة") and known(second))

    def _second(self, post: Title, j: int) -> tuple[int, str | None, int] | None:
        """The name behind more posts of the same man, who held the first on the day: "رئيس الجمهورية، رئيس الاتحاد الأفريقي فلان",
        "ولي العهد نائب رئيس مجلس الوزراء وزير الدفاع الأمير فلان"."""
        for _ in range(_MORE):
            if j < self.names.stop and (deputy := self.names.reference(j, "deputy")):
                j += len(deputy.tokens)
            also = next((h for h in self.names.hits(j) if h.name.what == "post" and not h.conj and not h.prep), None) if j < self.names.stop else None
            if also is None or also.name.ref == post.slug:
                return None
            more = self.complement(Title(also.name.ref, "s", also.stop, words=len(also.name.tokens)))
            if not more.of and (land := self.reading.in_land(more.stop)) is not None:
                more.of, more.stop = land  # "نائب رئيس الدولة، وزير ديوان الرئاسة في دولة الإمارات، الشيخ فلان"
            found = self.name_after(more)
            if found[0]:
                slug = f"deputy-{post.slug}" if post.deputy else post.slug
                return found if found[1] and self.world.held(found[1], slug, self.day) else None
            j = more.stop + (more.stop < self.names.stop and self.tokens[more.stop].fold in COMMAS)
        return None

    def past_ranks(self, j: int) -> int:
        """The token behind forms of address at token j, and the slash behind them: not "وصاحب السمو", "بالأمير", which with a particle is the next
        man's."""
        while j < self.names.stop and (rank := self.names.reference(j, "honorific")) is not None and not any(self.names.particles(j)):
            j = self._past_slash(j + len(rank.tokens))
        titled = j + 1 < self.names.stop and self.names.reference(j, "back") is not None and not any(self.names.particles(j))
        behind = self.past_qualifiers(j + 1) if titled else j
        named = behind > j + 1 and (self.people.is_given(behind) or bool(self._full_names(behind)))
        return behind if named else j  # "مستشار الرئيس الوزير السابق فلان"

    def _past_slash(self, j: int) -> int:
        """The token behind the slash that papers of officials put before a name: "وزير الخارجية الدكتور/ بدر عبد العاطي"."""
        return j + (j + 1 < self.names.stop and self.tokens[j].fold == _SLASH)

    def _past_initials(self, j: int) -> int:
        """The token behind single letters with points: "وزير الخارجية س. جايشانكار"."""
        while j + 2 < self.names.stop and len(self.tokens[j].fold) == 1 and self.tokens[j].kind == "word" and self.tokens[j + 1].fold == _POINT:
            j += 2
        return j

    def _is_between(self, j: int) -> bool:
        """Do two or three words that no dictionary has stand between two marks: "نائب رئيس المفوضية، مارغاريتيس شيناس،"?"""
        ends = (k for k in range(j, min(j + 4, len(self.tokens))) if self.tokens[k].kind != "word")
        stop = next(ends, j)
        return stop > j + 1 and self.people.named_before(stop, j) == j

    def _ends_in_head(self, j: int, post: Title) -> bool:
        """ "الرئيس، بوبكر كيتا، …": does the surname of one who holds the post on the day, in a state of the report, end two words between marks?"""
        end = j + 2
        if post.slug not in HEADS or end >= self.names.stop or self.tokens[end].fold not in COMMAS or self.reading.is_verb(j):
            return False
        lands = [post.of] if post.of else self.topic.ranked[:_FEW]
        holders = {t.person for state in lands for t in self.world.holders(post.slug, state, self.day)}
        return any(h.name.what == "surname" and h.name.ref in holders and not (h.conj or h.prep) for h in self.names.hits(j + 1))

    def spelled_otherwise(self, post: Title, j: int, stop: int) -> str | None:
        """Whoever holds the post on the day, or was named with it, if this is one more spelling of his name. Without a day: who has ever held it."""
        slug = HEADS[0] if post.slug == "leader" else post.slug
        ever = [t.person for t in self.world.tenures_of.get((slug, post.of or ""), ())] if not self.day else []
        people = [*(t.person for t in self.world.holders(slug, post.of, self.day, post.about)), *ever] if post.of else []
        if post.qualifier == "former":  # "الرئيس اليمني السابق علي صالح"
            people += [t.person for t in self.world.tenures_of.get((slug, post.of or self.topic.home or ""), ()) if t.until < (self.day or "")]
        people += self._lately_left(slug, post.of)
        people += [m.entities[0] for m in self.memory.recent if m.role == post.slug and len(m.entities) == 1 and m.kind == "person"]
        if not post.of and slug in self.world.posts and self.world.posts[slug].level <= 2:  # "الرئيس حميد كارزاي": of the states of the report
            people += [t.person for state in self.topic.ranked[:_FEW] for t in self.world.holders(slug, state, self.day)]
        name = tuple(t.fold for t in self.tokens[j:stop] if t.kind == "word")
        people = [p for p in people if not any(self._is_sons(j, name, form) for form in self.people.spellings(p))]
        named = [(p, form) for p in people for form in self.people.spellings(p) if not self._shares_given(name, form)]
        fits = {p for p, form in named if same_spelling(name, form) or _is_begun(name, form)}
        if not fits and post.of and slug in self.world.posts and self.world.posts[slug].level <= _MINISTER:
            served = {t.person for t in self.world.holders(slug, post.of, self.day, post.about)} | set(self._lately_left(slug, post.of))
            one = set(people) if len(set(people)) == 1 else served  # "خوسيه مانويل باروزو", though he before him left within the year
            fits = {p for p in one for form in self.people.spellings(p) if alike(name, form)}
        held = {t.person for t in self.world.holders(slug, post.of, self.day, post.about)} if post.of and slug in self.world.posts else set()
        if not fits and len(held) == 1 and not (post.deputy or post.qualifier) and self.world.posts[slug].level <= _MINISTER:
            foreign = len(name) == 2 and not any(self.people.is_given(k) or known(self.tokens[k].form) for k in (j, stop - 1))
            fits = {p for p in held for form in self.people.spellings(p) if foreign and same_consonants(name, form)}  # "ميتشيل باتشيلات"
        if not fits and len(name) > 2 and held:
            fits = {p for p in held for form in self.people.spellings(p) if _has_more(name, form)}
        fits = {p for p in fits if self.memory.origin(p) not in FAMILY_FIRST or self._sounds_as(p, name)}  # "كيم بيونج كوان", "كيم كوان جين"
        return fits.pop() if len(fits) == 1 else None

    def _shares_given(self, name: tuple[str, ...], form: tuple[str, ...]) -> bool:
        """ "علي محمد عمر" and "أبشر عمر", "محمد عبد الله عمر": do two men of other first names share a given name of many as their last word?"""
        if len(name) < 2 or name[-1:] != form[-1:] or name[-1] not in self.names.given or any(same_sound(name[0], w) for w in form):
            return False
        return form[0] not in name or name[0] not in self.pack.word_class("besides")

    def _is_sons(self, j: int, name: tuple[str, ...], form: tuple[str, ...]) -> bool:
        """ "أحمد علي عبدالله صالح": does a given name stand at token j before the whole of a man's name, whose son he is? Many are "محمد" besides."""
        whole_name = len(form) > 1 and "".join(name[1:]) == "".join(form)
        return whole_name and self.people.is_given(j) and name[0] not in self.pack.word_class("besides")

    def of_title_behind(self, people: list[str], stop: int) -> str | None:
        """Which of some people of one name holds the post that is told right behind it: "أمينة محمد وزيرة خارجية كينيا"."""
        at = stop + (stop < self.names.stop and self.tokens[stop].fold in COMMAS)
        posts = (h for h in self.names.hits(at) if h.name.what == "post" and h.name.number == "s" and not (h.conj or h.prep))
        hit = next(posts, None) if at < self.names.stop else None
        if hit is None:
            return None
        post = self.complement(Title(hit.name.ref, "s", hit.stop, words=len(hit.name.tokens)))
        fits = {p for p in people if any(post.of in (None, t.of) for t in self.world.held(p, post.slug, self.day))}
        return fits.pop() if len(fits) == 1 else None

    def _sounds_as(self, person: str, name: tuple[str, ...]) -> bool:
        """Of a name whose family comes first: does one spelling sound like it word by word, where both have three?"""
        forms = [f for f in self.people.spellings(person) if len(f) == len(name) == 3]
        return not forms or any(all(same_sound(a, b) for a, b in zip(name, f, strict=True)) for f in forms)

    def _lately_left(self, slug: str, of: str | None) -> list[str]:
        """Who left the post within a year before the report: "الرئيس إبراهيم كيتا", days after the coup."""
        if not self.day:
            return []
        year_ago = f"{int(self.day[:4]) - 1}{self.day[4:]}"
        states = [of] if of else self.topic.ranked[:_FEW]
        return [t.person for s in states for t in self.world.tenures_of.get((slug, s), ()) if year_ago <= t.until < self.day]

    def _is_the_second(self, found: tuple[int, str | None, int], post: Title, more: Title) -> bool:
        """Is the name behind two posts that of the second only: known with it, or the first held by another on that day?"""
        holders = {t.person for t in self.world.holders(post.slug, post.of or "", self.day)}
        if "minister" in post.slug and more.slug in self.pack.word_class("officers"):
            return True
        if found[1] is None:  # two ministers in one cabinet; a head of two offices keeps his name
            return bool(holders) and self.spelled_otherwise(post, found[0], found[2]) is None
        return found[1] not in holders and bool(holders) and bool(self.world.held(found[1], more.slug, None))

    def _past_mission(self, post: Title, j: int) -> int:
        """Over the body or place that an envoy is sent to, to his name: "السفيرة الأميركية لدى الأمم المتحدة نيكي هايلي"."""
        if post.slug == _OF_STATE and j + 1 < self.names.stop and self.tokens[j].fold in self.pack.word_class("beside"):
            inner = next((h for h in self.names.hits(j + 1) if h.name.what == "post" and "minister" in h.name.ref and not h.prep), None)
            if inner is not None:  # "الوزير المنتدب لدى وزير الداخلية شركي درايس"
                return self._past_portfolio(self.complement(Title(inner.name.ref, "s", inner.stop, None, len(inner.name.tokens))).stop)
        sent = self._is_sent(post.slug)
        if post.of and (sent or post.slug == _NEGOTIATOR) and (task := self._past_task(post, j)):
            return task
        if not post.of or not sent or j + 2 >= self.names.stop:
            return j
        if self.tokens[j].fold.startswith(_ARTICLE) and self.tokens[j].fold in self.pack.word_class("posted"):
            return self._past_mission(post, j + 1)  # "سفير السويد في عمان المقيم في دمشق فلان"
        joined = self.tokens[j].fold not in self.pack.word_class("towards")  # "الملحق العسكري الفرنسي بصنعاء العقيد فلان"
        seats = (h for h in self.names.hits(j if joined else j + 1) if h.name.what == "entity" and (h.prep == _BY or not joined))
        seat = next((h for h in seats if h.name.ref.split("/")[0] in _SEATS and not h.conj), None)
        if seat is None or seat.stop >= self.names.stop:
            return j
        at = seat.stop + 1 if self.tokens[seat.stop].fold in COMMAS else seat.stop
        while at + 1 < self.names.stop and (rank := self.names.reference(at, "honorific")) and not any(self.names.particles(at)):
            at += len(rank.tokens)
        known = any(h.name.what == "entity" and h.name.ref.startswith("person/") and not h.conj for h in self.names.hits(at))
        named = self.people.is_given(at) or self.people.is_foreign(at) or any(h.name.what == "surname" for h in self.names.hits(at))
        return seat.stop if known or (named and self.people.unknown_name(at)) else j

    def _of_whom(self, j: int) -> Hit | None:
        """ "الممثل الخاص للولايات المتحدة في كوريا الشمالية": the state behind "of" before the other to which he is sent."""
        hits = (h for h in self.names.hits(j) if h.prep == _FOR and not h.conj and h.name.what == "entity" and h.name.ref.startswith("state/"))
        sender = next(hits, None)
        if sender is None or sender.stop + 1 >= self.names.stop:
            return None
        to = self.tokens[sender.stop].fold in self.pack.word_class("towards") | self.pack.word_class("posted") | self.pack.word_class("within")
        return sender if to and any(h.name.ref.startswith("state/") and not h.prep for h in self.names.hits(sender.stop + 1)) else None

    def _is_sent(self, slug: str) -> bool:
        return slug in self.pack.word_class("sent") or slug.endswith("representative")

    def _past_task(self, post: Title, j: int) -> int:
        """Over what somebody is sent for, to his name: "موفد الأمين العام لتنفيذ القرار 1559 تيري رود لارسن", "المفاوض في الملف النووي"; else 0."""
        for k in range(j, min(j + _TASK, self.names.stop)):
            hits = (h.name.ref for h in self.names.hits(k) if h.name.what == "entity" and not (h.conj or h.prep) and len(h.name.tokens) > 1)
            held = (t for p in hits if p.startswith("person/") for t in self.world.tenures_by.get(p, ()))
            if k > j + 1 and any(t.of == post.of and (t.post == _NEGOTIATOR or self._is_sent(t.post)) for t in held):
                return k
            if self.tokens[k].fold in COMMAS or self.reading.is_verb(k) or self.names.particles(k)[0]:
                return 0
        return 0

    def _past_unknown_body(self, j: int) -> int:
        """Over a body that the world does not know, to the name behind it: "المتحدث باسم قوات التحالف، تركي المالكي"."""
        for k in range(j, min(j + 6, self.names.stop)):
            at = k + 1 if self.tokens[k].fold in COMMAS else k
            if k > j and (any(h.name.what == "entity" and h.name.ref.startswith("person/") and not h.conj for h in self.names.hits(at))):
                return k
            if k > j and self.people.is_given(at) and self.people.unknown_name(at):
                return k  # "الناطق باسم ولاية خوست شرق أفغانستان كريم ساري"
            if self.tokens[k].kind != "word" or any(r.kind == "verb" for r in self.pack.readings(self.tokens[k].fold)):
                break
            if (that := self.pack.phrase_at(self.tokens, k)) is not None and that.cls == "comp":
                break  # "أعلن ناطق باسم الرئاسة أن سلفا كير سيوقع"
        return j

    def _past_portfolio(self, j: int) -> int:
        """Over "للشؤون السياسية", "المكلف بالشؤون الأوروبية" to the comma or name behind it; j where nothing of that kind stands."""
        joined = j + 2 < self.names.stop and self.tokens[j].fold.startswith(AND + "ال") and not self.names.hits(j)
        if joined and self.names.reference(j, "honorific") is None:  # not "محافظ الفيوم واللواء فلان"
            k = self.names.past_address(j + 1)
            if k > j + 1 and k < self.names.stop and (self.people.is_given(k) or self.people.is_foreign(k)):
                return k  # "وزير الدفاع والإنتاج الفريق أول صدقي صبحي"
            foreign = self.people.is_foreign(j + 1) and self.people.is_foreign(j + 2)
            named = foreign or self.people.is_given(j + 1) or (self.tokens[j + 1].fold in COMMAS and self.people.is_given(j + 2))
            return j + 1 if named else j  # "وزيرة العمل والإدماج توني برينا", "وزير الداخلية واللامركزية، محمد أحمد"
        affairs = self.has_field(j)  # "مساعد وزير الخارجية لشؤون مجلس التعاون السفير فلان"
        if j >= self.names.stop or not (affairs or self.tokens[j].fold.startswith(("لل", "بال"))):
            return j
        if self.names.reference(j, "honorific") or any(h.name.what == "post" for h in self.names.hits(j)):
            return j  # "أشاد الرئيس الإريتري بالملك سلمان"
        for k in range(j + 1, min(j + (_FIELD if affairs else 6), self.names.stop)):
            if affairs and self.names.reference(k, "honorific") and k + 1 < self.names.stop and self.people.unknown_name(k + 1, sure=True):
                return k
            if affairs and (self.names.is_office(k) or k in self.dated):
                break  # "استقبل نائب رئيس الوزراء لشؤون مجلس الوزراء اليوم وزير الخارجية فلانا"
            if self.tokens[k].fold in COMMAS or any(h.name.what == "entity" and h.name.ref.startswith("person/") for h in self.names.hits(k)):
                return k
            son = {self.tokens[n].fold for n in (k - 1, k)} & self.pack.word_class("name-particle")
            if k > j + 1 and not son and self.people.may_be_foreign(k) and self.people.unknown_name(k):
                return k - (k > j + 2 and self.people.unknown_name(k - 1) > k)  # "مستشار الرئيس للأمن القومي تشونغ سيوك"
            ends = self.pack.phrase_at(self.tokens, k) is not None if affairs else self.reading.is_word(k)
            if self.tokens[k].kind != "word" or (ends and not self.tokens[k].fold.removeprefix(AND).startswith("ال")):
                break  # but "للسلم والأمن"
        return j

    def has_field(self, j: int) -> bool:
        """Does a portfolio stand at token j, by which one deputy or assistant is told from another: "لشؤون آسيا", "للشؤون الأفريقية"?"""
        if j >= self.names.stop:
            return False
        word = self.tokens[j].fold
        return word in self.pack.word_class("for-affairs") or (word.startswith("لل") and "ال" + word[2:] in self.pack.word_class("for-affairs"))

    def is_a_womans(self, slug: str, i: int, person: str) -> bool:
        """ "وزير الخارجية" after "وزيرة الخارجية فلانة": is the title at token i masculine, of one whom the report calls by the feminine only?"""
        titles = {h.name.gender for h in self.names.hits(i) if h.name.what == "post" and h.name.number == "s"}
        told = [m for m in self.memory.recent if m.entities == (person,) and m.role == slug] if titles == {"m"} else []
        return bool(told) and person not in self.world.men and all(self._is_feminine(m) for m in told)

    def _is_feminine(self, m: Mention) -> bool:
        """Does a mention's title stand in the feminine?"""
        titles = [h for k in range(m.first, m.last) for h in self.names.hits(k) if h.name.what == "post" and h.name.ref == m.role]
        return bool(titles) and all(h.name.gender == "f" for h in titles)


_SEATS = ("org", "place", "state")


def _dotted(form: str) -> str:
    """A word as those write it who tell ى from ي: "الكوري" of "الكورى", which is no Cuban."""
    return form[:-1] + "ي" if form.endswith("ى") else form


def _fronted(word: str) -> bool:
    """Does "and" with an article begin the folded word?"""
    return word[:1] in ("و", "ف") and word[1:3] == "ال"


def _has_more(name: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """Does a longer name begin and end as one of two words sounds: "جواو مانويل لورينسو" of "جواو لورنسو"?"""
    return len(form) == 2 and same_sound(name[0], form[0]) and same_sound(name[-1], form[-1])


def _is_begun(name: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """Are two words and more the beginning of a longer name: "علي عبدالله" of "علي عبد الله صالح"?"""
    return len(name) > 1 and len(form) > len(name) and "".join(form).startswith("".join(name))
