"""What may stand at a token: the names of the world and the words of the reference table, with the particles written in one with them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from khabar.model import Sentence
from khabar.packs import CONJUNCTIONS, Pack, Phrase, fronts, tails
from khabar.text import ByWord, Token, fold, keeps_dots
from khabar.world import Name, World


@dataclass(slots=True)
class Hit:
    """A name of the world at a token: up to token ``stop``, with the conjunction, preposition and article written in one with it.

    Nothing changes it; like `Token` it is not frozen because so many are made.
    """

    name: Name
    stop: int
    conj: str
    prep: str
    article: bool


@dataclass(slots=True)
class Tree:
    """Names by their words: those that end here, and by its next word what goes on. So the thousand names that begin with "محمد بن" cost
    one look-up a word, not one each. Nearly no text goes on with most of them: a branch is a list until somebody goes into it."""

    names: list[Name]
    branches: dict[str, list[Name] | Tree]
    depth: int  # words so far, which all of its names have

    @classmethod
    def of(cls, names: Iterable[Name], depth: int = 1) -> Tree:
        """The tree behind the first words."""
        tree = cls([], {}, depth)
        for name in names:
            if len(name.tokens) == depth:
                tree.names.append(name)
            elif (branch := tree.branches.get(word := name.tokens[depth])) is None:
                tree.branches[word] = [name]
            elif isinstance(branch, list):
                branch.append(name)
        return tree

    def behind(self, word: str) -> Tree | None:
        """What goes on with this word."""
        branch = self.branches.get(word)
        if isinstance(branch, list):
            branch = self.branches[word] = Tree.of(branch, self.depth + 1)
        return branch


@dataclass(slots=True)
class Word:
    """What a folded word can open, as far as its own letters tell. ``nothing``: neither a name nor a phrase of the reference table.

    Not frozen, as `Hit`.
    """

    forms: tuple[tuple[Tree, str, str, bool], ...]
    """For each way to read it: the names that it begins, and the conjunction, preposition and article on it."""
    phrases: dict[str, list[Phrase]]  # of the reference table, by class
    particles: tuple[str, str]  # the conjunction and preposition on a word of the reference table or of a name
    nationality: tuple[tuple[Name, str], ...]  # "فرنسيا": demonyms in the accusative, with the conjunction
    people: tuple[Name, ...]  # "روسا"
    body: tuple[Name, str, str] | None  # "خارجيتها": a body with a pronoun on it, with its particles
    bodies: dict[str, tuple[Name, str, str]]  # "وزارة": last word, without the pronoun on it -> the body
    posts: dict[str, list[tuple[Name, str, str, bool]]]  # "وزير": second word -> posts of two words, with the particles and article on the first
    weak: bool  # a demonym only where its state is the matter
    nameless: bool
    nothing: bool


_NOTHING = Word((), {}, ("", ""), (), (), None, {}, {}, weak=False, nameless=True, nothing=True)


class _Words(ByWord[Word]):
    """Folded word -> what it can open in one pack and world; found out when the word is first met."""

    def __init__(self, pack: Pack, world: World) -> None:
        super().__init__(self._of)
        self.pack, self.world = pack, world
        self._trees: dict[tuple[str, bool], Tree] = {}
        self._posts: dict[str, list[Name]] = {}  # first word -> names of posts of two words
        self._bodies: dict[str, list[Name]] = {}  # first word -> names of bodies of a state; a search among "محمد …" would pass a thousand
        self._alone: dict[str, Name] = {}  # of those the one that is this word alone
        for key in world.words["body-of"]:
            self._bodies[key] = bodies = [n for n in world.names[key] if n.what == "body-of"]
            self._alone.update((key, n) for n in reversed(bodies) if len(n.tokens) == 1)
        for key in world.words["post"]:
            if posts := [n for n in world.names[key] if n.what == "post" and len(n.tokens) == _TITLE]:
                self._posts[key] = posts
        self._weak, self._listed = pack.word_class("weak-demonym"), pack.word_class("given-name")
        self._met = frozenset((*world.names, *pack.reference, *self._weak, *self._listed))
        self.given = first_names(world) - pack.word_class("no-given") | self._listed

    def tree(self, key: str, article: bool) -> Tree:
        """The names that begin with ``key``, as far as they may stand with an article on it, or without."""
        found = self._trees.get((key, article))
        if found is None:
            names = self.world.names.get(key, ())
            found = self._trees[key, article] = Tree.of(n for n in names if _may_open(n, article))
        return found

    def _is_met(self, word: str) -> bool:
        """Is anything known that is left of the word where particles are cut off before it, and a pronoun or the accusative at its end?"""
        met = self._met
        for whole in (word, word.replace(_TO_THE, _THE, 1)) if _TO_THE in word[:3] else (word,):
            if not met.isdisjoint(tails(whole)):
                return True
            if whole.endswith(_CHANGED) and not (met.isdisjoint(tails(whole[:-1])) and met.isdisjoint(tails(owned_by(whole)))):
                return True
        return False

    def _of(self, word: str) -> Word:
        if not self._is_met(word):
            return _NOTHING  # asked before all ways to cut it are gone through
        names, reference = self.world.names, self.pack.reference
        forms: list[tuple[Tree, str, str, bool]] = []
        bodies: dict[str, tuple[Name, str, str]] = {}
        posts: dict[str, list[tuple[Name, str, str, bool]]] = {}
        for key, conj, prep, article in keys(word):
            if key not in names:
                continue
            for name in self._posts.get(key, ()):
                posts.setdefault(name.tokens[1], []).append((name, conj, prep, article))
            tree = self.tree(key, article)
            if tree.names or tree.branches:
                forms.append((tree, conj, prep, article))
            for name in () if article else self._bodies.get(key, ()):
                if len(name.tokens) == 2:
                    bodies.setdefault(name.tokens[1], (name, conj, prep))
        body = None
        if word.endswith(PRONOUNS):
            own = (k for k in keys(owned_by(word)) if k[0] in self._alone and not k[3])
            body = next(((self._alone[key], conj, prep) for key, conj, prep, _ in own), None)
        nationality: list[tuple[Name, str]] = []
        people: tuple[Name, ...] = ()
        if word.endswith(_NISBA + _ACCUSATIVE):
            for key, conj, prep, _ in keys(word[:-1]):
                if not prep:  # nothing in the accusative that ends so has an article: "ألمانيا" only looks like it
                    found = names.get(key, ())
                    nationality += [(n, conj) for n in found if n.what == "adjective" and n.number == "s" and len(n.tokens) == 1]
        if word.endswith(_ACCUSATIVE) and word[:-1] in names:
            people = tuple(n for n in names[word[:-1]] if n.what == "people" and len(n.tokens) == 1)
        phrases: dict[str, list[Phrase]] = {}
        particles: tuple[str, str] | None = None
        for first, conj, prep in particled(word):
            begun = reference.get(first)
            for phrase in begun or ():
                phrases.setdefault(phrase.cls, []).append(phrase)
            if particles is None and (begun or first in names):
                particles = conj, prep
        nameless = not (forms or nationality or people)
        nothing = nameless and not (phrases or body or bodies or word in self._listed)
        if nothing and particles is None and not posts and word not in self._weak:
            return _NOTHING  # so are most of the hundred thousand words that are remembered
        return Word(
            tuple(forms), phrases, particles or ("", ""), tuple(nationality), people, body, bodies, posts, word in self._weak, nameless, nothing
        )


def _may_open(name: Name, article: bool) -> bool:
    """May the name stand where its first word has an article, or has none?"""
    if name.article:
        return article
    if article and name.what == "body" and len(name.tokens) > 1 and name.tokens[1].startswith("ال"):
        return False  # "اتهمت الرئاسة الحكومة الإسبانية": two bodies
    return not article or not (name.what in ("entity", "surname", "body-of") or (name.what in ("post", "body") and len(name.tokens) == 1))


class Names:
    """Looks up names in one report. ``stop`` is where the sentence ends that is read: no name goes beyond it."""

    def __init__(self, pack: Pack, world: World, tokens: Sequence[Token], dated: Container[int], met: Container[str]) -> None:
        """dated: tokens of dates, which no name may end in; met: the ids of whom the report has named."""
        self.pack, self.world, self.tokens = pack, world, tokens
        self.stop = 0
        self._dated, self._met, self._dots = dated, met, keeps_dots(tokens)
        self._seen: dict[int, tuple[int, list[Hit]]] = {}
        self._nameable: list[tuple[int, list[int]]] | None = None  # end of a sentence, and its tokens with which a name may begin
        self._spelled: frozenset[str] | None = None  # the words of the whole report
        self._short: dict[str, Name] = {}  # the second word of a body's name that the report has told in full -> its first two
        self._capitals: dict[str, bool] = {}  # state -> is its capital among them?
        key = id(pack), id(world)
        words = _WORDS[key] if key in _WORDS else _WORDS.setdefault(key, _Words(pack, world))
        self.given = words.given
        """Given names: the list's, and the first names of people whom the world knows but for those that are mostly other words."""
        self.folds = [t.fold for t in tokens]
        self.opens = [*map(words.__getitem__, self.folds)]
        """What the word at each token can open."""

    def hits(self, i: int) -> list[Hit]:
        """The names of the world that stand at token i, longest first; none beyond the sentence. Remembered while the sentence is read."""
        if i >= self.stop:
            return []
        if self.opens[i].nameless:
            found = list[Hit]()
        else:
            seen = self._seen.get(i)
            found = seen[1] if seen is not None and seen[0] == self.stop else self._look_up(i)
        if self._short and (cut := self._cut_short(i, found)) is not None:
            return [cut, *found]
        return found

    def _look_up(self, i: int) -> list[Hit]:
        """The names that the world has at token i, with whose word some begin."""
        word = self.opens[i]
        found = self._find(i, word)
        if not word.weak and (len(found) < 2 or [h.name.what for h in found].count("adjective") < 2):
            self._seen[i] = (self.stop, found)  # what other words are changes when the report names the state
        return found

    def told_in_full(self, ref: str, i: int, stop: int) -> None:
        """From here on the first two words of a body's name at tokens[i:stop] lead to it: "حزب العمال" behind "حزب العمال الكردستاني"."""
        for k in range(i, stop - 2):
            whole = next((h for h in self.hits(k) if h.name.ref == ref and h.name.what == "entity" and h.stop == stop), None)
            second = whole.name.tokens[1] if whole is not None and len(whole.name.tokens) > 2 else ""
            titled = any(self.reference(k + 1, cls) for cls in ("back", "honorific"))  # "مركز الملك سلمان"
            if whole is not None and second.startswith(_THE) and not titled:
                self._short.setdefault(second, Name(whole.name.tokens[:2], whole.name.article, "entity", ref))
                return

    def _cut_short(self, i: int, found: Sequence[Hit]) -> Hit | None:
        """The body whose name is cut short at token i, where no name of the world stands (found: those that do) that is as long and none goes on."""
        name = self._short.get(self.tokens[i + 1].fold) if i + 1 < self.stop else None
        behind = self.tokens[i + 2].fold if i + 2 < self.stop else ""
        if name is None or behind.startswith((_THE, _TO_THE)) or any(h.stop > i + 1 for h in found):
            return None  # "برنامج الأمم" of another name
        forms = (f for f in keys(self.tokens[i].fold) if f[0] == name.tokens[0] and f[3] == name.article)
        return next((Hit(name, i + 2, conj, prep, article) for _, conj, prep, article in forms), None)

    def everywhere(self, sentences: Sequence[Sentence]) -> Iterator[tuple[int, list[Hit]]]:
        """The names at every token of these sentences, none beyond its own; moves ``stop``."""
        if self._nameable is None:
            self._nameable = [(s.last, [k for k in range(s.first, s.last) if not self.opens[k].nameless]) for s in sentences]
        for stop, places in self._nameable:
            self.stop = stop
            for k in places:
                seen = self._seen.get(k)
                if hits := seen[1] if seen is not None and seen[0] == stop else self.hits(k):
                    yield k, hits

    def _find(self, i: int, word: Word) -> list[Hit]:
        tokens = self.tokens
        out: list[Hit] = []
        several = len(word.forms) > 1 or bool(word.people or word.nationality)
        for tree, conj, prep, article in word.forms:
            node, j = tree, i + 1
            while node.branches:
                if j < self.stop and tokens[j].fold in _SOFT_MARKS and j + 1 < self.stop:
                    j += 1
                if j >= self.stop or (further := node.behind(tokens[j].fold)) is None:
                    break
                node, j = further, j + 1
                if node.names:
                    several = True
                    dated = (j - 1) in self._dated
                    if self._dots and tokens[j - 1].form.endswith(_UNDOTTED) and self.pack.phrase_at(tokens, j - 1) is not None:
                        continue  # "حث أبي أحمد على": no "علي"
                    out += [Hit(n, j, conj, prep, article) for n in node.names if not dated or any(w.isdigit() for w in n.tokens)]
            if tree.names:
                bare = article and not any(twice in tokens[i].fold for twice in _ARTICLE_TWICE)  # "لوزير خارجية ألماني": its own first letters
                out += [Hit(n, i + 1, conj, prep, article and not (bare and n.article and n.what == "adjective")) for n in tree.names]
        if word.weak and not self._is_meant(i):
            # "مالية" is Mali's only where Mali is the matter
            fiscal = i > 0 and tokens[i - 1].fold in self.pack.word_class("fiscal")  # "دعم مالي": the state only where it is the matter
            doubted = ("adjective", "entity") if fiscal else ("adjective",)
            out = [h for h in out if h.name.what not in doubted or h.name.ref in self._met or self._has_capital(h.name.ref)]
        if out and self._dots and tokens[i].form.endswith(_UNDOTTED) and self.pack.phrase_at(tokens, i) is not None:
            # "من وإلى إيران": no "والي"; "شدد هادي على": no surname; but some write so "على خامنئي"
            out = [h for h in out if h.stop > i + 1 or h.name.what not in ("post", "surname")]
        accusative = bool(word.nationality) and any(not conj for _, conj in word.nationality)
        if accusative and i and not word.weak and all(h.conj or h.prep for h in out):  # "فلبينيا" is no ف, ل and a surname
            out = [Hit(n, i + 1, conj, "", False) for n, conj in word.nationality]  # "مواطنا فرنسيا", "قارب صيد فيتناميا"
        if i and word.people and tokens[i - 1].fold.endswith(_SOUND_PLURAL) and all(h.name.what == "surname" for h in out):
            out += [Hit(n, i + 1, "", "", False) for n in word.people]  # "دبلوماسيين روسا"
        if i + 1 < self.stop and tokens[i + 1].fold in self.pack.word_class("name-particle"):
            out = [h for h in out if h.article or h.name.what != "adjective"]  # "الأمير تركي بن سعود"
        if len(out) > 1:
            alike = {h.name.ref for h in out if h.name.what == "adjective" and h.stop == i + 1}
            if len(alike) > 1 and len(met := [r for r in alike if r in self._met]) == 1:  # "الغيني" of Guinea or of Guinea-Bissau
                out = [h for h in out if h.name.what != "adjective" or h.name.ref not in alike or h.name.ref == met[0]]
        if several and len(out) > 1:  # else all have one word and the same letters before it
            out.sort(key=lambda h: (-h.stop, len(h.conj) + len(h.prep)))
        return out

    def _is_meant(self, i: int) -> bool:
        """Does the word before token i say that a demonym follows, as a counterpart does ("ونظيره المالي")?"""
        before = self.tokens[i - 1].fold.replace("لل", "ال", 1) if i else ""
        return before in self.pack.word_class("before-demonym") or (i > 0 and self.reference(i - 1, "counterpart") is not None)

    def _has_capital(self, state: str) -> bool:
        """Does the report name the state's capital anywhere ("الرئيس المالي … في باماكو")?"""
        if state in self._capitals:
            return self._capitals[state]
        if self._spelled is None:
            self._spelled = frozenset(self.folds)
        seat = self.world.entities.get(self.world.states[state].capital) if state in self.world.states else None
        named = seat is not None and any(fold(w) in self._spelled for language, w in seat.names if language == "ar")
        self._capitals[state] = named
        return named

    def counted(self, i: int) -> bool:
        """Does a number stand before token i?"""
        return i > 0 and (
            self.tokens[i - 1].kind == "number"
            or self.pack.number_word(self.tokens[i - 1].fold) is not None
            or self.pack.scale(self.tokens[i - 1].fold) is not None
        )

    def is_office(self, i: int, words: int = 2) -> bool:
        """Does a post of so many words or more begin at token i, without a particle?"""
        return any(h.name.what == "post" and len(h.name.tokens) >= words and not (h.conj or h.prep) for h in self.hits(i))

    def is_former(self, i: int) -> bool:
        """Does a word stand at token i by which somebody holds his post no more ("السابق")?"""
        told = self.reference(i, "qualifier")
        return told is not None and told.value == "former"

    def reference(self, i: int, cls: str) -> Phrase | None:
        """The phrase of this class of the reference table that stands at token i."""
        if i >= self.stop or cls not in (begun := self.opens[i].phrases):
            return None
        for phrase in begun[cls]:
            if len(phrase.tokens) == 1 or all(i + k < self.stop and self.tokens[i + k].fold == w for k, w in enumerate(phrase.tokens) if k):
                return phrase
        return None

    def particles(self, i: int) -> tuple[str, str]:
        """The conjunction and preposition written in one with a word of the reference table or of a name."""
        return self.opens[i].particles

    def past_address(self, j: int) -> int:
        """The token behind the forms of address that begin at token j."""
        while j < self.stop and (form := self.reference(j, "honorific")) is not None:
            j += len(form.tokens)
        return j

    def titled_with(self, i: int, second: str) -> Iterator[tuple[Name, str, str]]:
        """Posts of two words, with an article, whose first stands at token i and whose second is this one: (name, conj, prep)."""
        return ((n, conj, prep) for n, conj, prep, article in self.opens[i].posts.get(second, ()) if article and n.article)

    def posts_with(self, i: int, second: str) -> Iterator[tuple[Name, str, str]]:
        """Posts of two words that begin at token i, without an article, and go on with this one: (name, conj, prep)."""
        return ((n, conj, prep) for n, conj, prep, article in self.opens[i].posts.get(second, ()) if not article)


PRONOUNS = ("ها", "ه")
PREPOSITIONS = ("ب", "ل", "ك")  # letters written in one with a word
_UNDOTTED = "ى"  # a final letter that a text which keeps dots has for no ي
_THE, _TO_THE = "ال", "لل"
_ARTICLE_TWICE = _THE + _THE, _TO_THE + _THE  # before a nationality that begins with the letters of the article
_SON, _SERVANT = "بن", "عبد"
_ALIKE = 0.7  # of the letters of two spellings
_TITLE = 2  # words of a post that may have something between them
_NISBA, _ACCUSATIVE, _SOUND_PLURAL = "ي", "ا", "ين"
_CHANGED = ("ه", "ا")  # ends of words that may have a pronoun or stand in the accusative
_SOFT_MARKS = frozenset(('"', "«", "»", "“", "”", "'", "-", "‑"))


# What was looked up in a pack and a world, which are kept with it so that their ids stay their own.
_WORDS: dict[tuple[int, int], _Words] = {}


@lru_cache(maxsize=65536)
def keys(word: str) -> tuple[tuple[str, str, str, bool], ...]:
    """(key, conj, prep, article) for each way to read a folded token as the first word of a name."""
    out: list[tuple[str, str, str, bool]] = []
    for conj, rest in fronts(word, 2):
        heads = [("", rest)]
        if rest.startswith("لل") and len(rest) > 4:
            heads.append(("ل", "ال" + rest[2:]))
            heads.append(("ل", rest[1:]))
        elif rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
            heads.append((rest[0], rest[1:]))
        for prep, stem in heads:
            if stem.startswith("ال") and len(stem) > 4:
                out.append((stem[2:], conj, prep, True))
                if stem.startswith("الال") and len(stem) > 6:
                    out.append((stem[4:], conj, prep, True))  # الألماني: the name's own letters look like an article
            else:
                out.append((stem, conj, prep, False))
        if rest.startswith("لل") and len(rest) > 4:
            out.append((rest[1:], conj, "ل", True))  # "للبنانيين": what begins with that letter itself has its article's but once
    return tuple(out)


@lru_cache(maxsize=65536)
def owned_by(word: str) -> str:
    """A folded word without the pronoun at its end, as it stands alone: خارجيتها, خارجيه; وزرائها, وزراء."""
    stem = word.removesuffix("ا").removesuffix("ه")
    return stem[:-1] + "ه" if stem.endswith("ت") else stem[:-1] + "ء" if stem.endswith("ائ") else stem


@lru_cache(maxsize=65536)
def particled(word: str) -> tuple[tuple[str, str, str], ...]:
    """(rest, conjunction, preposition) for a folded word as it stands, and without the particles that it may begin with."""
    out = [(word, "", "")]
    for conj, rest in fronts(word, 3):
        if conj:
            out.append((rest, conj, ""))
        if rest.startswith("لل"):
            out.append(("ال" + rest[2:], conj, "ل"))
            out.append((rest[1:], conj, "ل"))  # للاجئين
        elif rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
            out.append((rest[1:], conj, rest[0]))
    return tuple(out)


@lru_cache(maxsize=65536)
def stripped(word: str) -> tuple[str, ...]:
    """A folded word, and what is left of it without the particles it may begin with."""
    return tuple(w for w, _, _ in particled(word))


def spelled(word: str) -> Iterator[str]:
    """Every folded token that `keys` or `stripped` may lead to a word, and a few more: the word with whatever may be written in one with it."""
    for noun in (word, _THE + word):
        bodies = [noun, *(letter + noun for letter in PREPOSITIONS)]
        if noun.startswith(_THE):
            bodies.append(_TO_THE + noun[len(_THE) :])
        yield from (conj + body for conj in ("", *CONJUNCTIONS) for body in bodies)


@lru_cache(maxsize=64)
def spelled_all(words: frozenset[str]) -> frozenset[str]:
    """Every folded token that may lead to one of these words."""
    return frozenset(form for word in words for form in spelled(word))


# Letters that outlets choose between for one foreign sound; long vowels and the ending are left out.
_SOUNDS = str.maketrans(
    {"غ": "ج", "ق": "ج", "ك": "ج", "ث": "ت", "ط": "ت", "ذ": "د", "ض": "د", "ظ": "ز", "ص": "س", "ڤ": "ف", "چ": "ش", "پ": "ب"}
    | dict.fromkeys(("ا", "و", "ي", "ء", "ئ", "ؤ", "ه"))
)


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """A folded name without what spellings differ in: one for غريفيث and غريفيت, for تيغراي and تيجراي."""
    return word.removeprefix("ال").translate(_SOUNDS)


def same_sound(one: str, other: str) -> bool:
    """Do two folded words begin alike, as far as spellings of one foreign name do?"""
    a, b = sound(one), sound(other)
    return a[:2] == b[:2] or (min(len(a), len(b)) > 1 and (a in b or b in a))  # "باه" is not in "دمبا"


def same_spelling(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Are two folded names spellings of one: two words that sound alike, one of them a last word; or one last word and beginning?"""
    a, b = ([s for w in name if w != _SON and (s := sound(w))] for name in (one, other))
    common = set(a) & set(b)
    if (_ends_in_father(one) and a[0] not in common) or (_ends_in_father(other) and b[0] not in common):
        return False  # "عبد العزيز تركستاني" and "خالد بن سلمان بن عبد العزيز"
    if len(common) >= 2 and (a[-1] in common or b[-1] in common):
        return True
    if len(one) == len(other) == 2 and one[0] == other[0] and one_letter_off(one[1], other[1]):
        return True  # one slip in a surname
    if _ends_in_father(one) or _ends_in_father(other):
        return False  # "خالد بن سلمان" and "محمد بن سلمان", "الملك عبد العزيز" and "سلمان بن عبد العزيز"
    return bool(a and b) and len(a[-1]) > 2 and a[-1] == b[-1] and (one[-1] == other[-1] or a[0][:1] == b[0][:1])


def _ends_in_father(name: tuple[str, ...]) -> bool:
    """Is the last word of the name, "عبد العزيز" for one, that of a father: behind "son of"?"""
    return _SON in name[-3:-1] and (name[-2] == _SON or name[-2] == _SERVANT)


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do two folded names have one first name and last names that begin alike ("ألكسندر فوسيتس" for Vucic)? Enough where the post is one man's."""
    if min(len(one), len(other)) < 2 or len(first := sound(one[0])) < 2 or first != sound(other[0]):
        return False
    return one[-1].removeprefix(_THE)[:1] == other[-1].removeprefix(_THE)[:1] and len(one) == len(other)


def same_consonants(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do two folded foreign names of two words begin with the same letters and share most of what is heard in their order ("ميتشيل باتشيلات" for
    Bachelet)? Enough where the post is one woman's."""
    if len(one) != 2 or len(other) != 2 or any(a[0] != b[0] for a, b in zip(one, other, strict=True)):
        return False
    return SequenceMatcher(None, "".join(map(sound, one)), "".join(map(sound, other))).ratio() >= _ALIKE


def one_letter_off(one: str, other: str) -> bool:
    """Do two words differ by one letter: another, one more, one less, or two that changed places? Both begin alike; short words never do."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1 or one == other or one[0] != other[0]:
        return False
    k = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, more = one[k:], other[k:]
    return rest[1:] in (more, more[1:]) or rest == more[1:] or (rest[:2] == more[1::-1] and rest[2:] == more[2:])


_DEMONYMS: dict[int, tuple[World, dict[str, list[tuple[str, str]]]]] = {}


def demonyms(world: World, letter: str) -> Sequence[tuple[str, str]]:
    """(folded form without article, state) of all demonyms of one word with this first letter that name one man or woman of a state."""
    if id(world) not in _DEMONYMS:
        found: dict[str, list[tuple[str, str]]] = {}
        for n in (n for key in world.words["adjective"] for n in world.names[key] if n.what == "adjective" and n.number == "s"):
            if len(n.tokens) == 1 and n.ref.startswith("state/"):
                found.setdefault(n.tokens[0][0], []).append((n.tokens[0], n.ref))
        _DEMONYMS[id(world)] = world, found
    return _DEMONYMS[id(world)][1].get(letter, ())


_FIRST_NAMES: dict[int, tuple[World, frozenset[str], frozenset[str]]] = {}


def first_names(world: World, fronted: bool = False) -> frozenset[str]:
    """Words that begin some person's name: too common to be a surname alone. fronted: those whose letters begin like an article, without it."""
    key = id(world)
    if key not in _FIRST_NAMES:
        _FIRST_NAMES[key] = world, frozenset(world.words["person"]), frozenset(world.words["person-article"])
    _, every, articled = _FIRST_NAMES[key]
    return articled if fronted else every
