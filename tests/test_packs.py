"""The data of a language: mistakes stop the program with file, line and cure; examples and counter-examples of frames hold."""

from __future__ import annotations

import shutil
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from cases import failing_examples, load

from khabar import api, packs, pipeline, tables
from khabar.errors import PackError

LANG = Path(str(tables.data_dir() / "lang" / "ar"))
WORD_FILES = sorted(LANG.glob("words/*.tsv"))


# ------------------------------------------------------------------ examples of frames


def test_examples_of_frames_hold_but_for_the_known_failures() -> None:
    known = load("known")
    listed = {(c["frame"], c["text"]) for c in known.get("case", ())}
    assert all(c.get("expect") == "fail" for c in known.get("case", ()))
    failing = failing_examples()
    broken = [f"{frame}: {text}: {failing[frame, text]}" for frame, text in sorted(set(failing) - listed)]
    mended = [f"{frame}: {text}" for frame, text in sorted(listed - set(failing))]
    assert not broken, f"{len(broken)} examples went wrong: {broken[:12]}"
    assert not mended, f"{len(mended)} are right now: take them out of cases/known.toml: {mended[:12]}"
    assert len(failing) <= known["most"], f"{len(failing)} examples fail, {known['most']} may"


def test_every_frame_has_an_example() -> None:
    frames = packs.load("ar").frames.values()  # one that only says what words do not mean has counter-examples
    bare = [f.id for f in frames if not f.examples and (f.type or f.say or f.relation or not f.counters)]
    assert not bare, bare


def test_every_frame_codes_an_example_of_its_own() -> None:
    """An example that only other frames code tells nothing of it; nineteen frames said what others had said before them."""
    idle = []
    for frame in packs.load("ar").frames.values():
        texts = [e.text for e in frame.examples if e.gives not in ("statement", "relation")] if frame.type else []
        if texts and not any(e["rule"] == frame.id for text in texts for e in pipeline.outcome(text, "ar")["events"]):
            idle.append(frame.id)
    assert not idle, f"Write an example for each that it codes, or merge it with the frame that does: {idle}"


def test_frames_name_types_and_modes_of_the_ontology() -> None:
    from khabar import ontology

    types, modes = ontology.load().types, ontology.load().modes
    bad = []
    for f in packs.load("ar").frames.values():
        if f.type is not None and f.type not in types:
            bad.append(f"{f.id}: type {f.type}")
        elif f.type not in (None, "CONSULT") and f.mode and f.mode not in modes.get(f.type, {}):
            bad.append(f"{f.id}: mode {f.mode} of {f.type}")
    assert not bad, bad


def test_words_that_a_frame_demands_stand_once() -> None:
    """Nothing twice in a list, beside the class that holds it, or in pairs written out: `agree.is-ready` had 535 of them."""
    lists, bad = packs.load("ar").lists, []
    for path in sorted(LANG.glob("frames/*.toml")):
        for raw in tables.read_toml(path)["frame"]:
            entries = [(o, {*packs.expanded(path.name, raw["id"], o, lists)}) for o in raw.get("objects", ())]
            bad += [f"{raw['id']}: {o}" for i, (o, ws) in enumerate(entries) if any(ws <= more and i != j for j, (_, more) in enumerate(entries))]
            behind: dict[str, set[str]] = {}
            for o, _ in entries:
                first, _, rest = o.partition("+")
                if rest:
                    behind.setdefault(first, set()).add(rest)
            firsts = sorted(behind)
            bad += [f"{raw['id']}: {a} and {b} before the same words" for a, b in combinations(firsts, 2) if len(behind[a] & behind[b]) > 5]
    assert not bad, f"Once is enough; what goes with several words is a class of lists.tsv: {bad[:12]}"


def test_languages_with_a_pack() -> None:
    assert "ar" in packs.languages()
    with pytest.raises(KeyError):
        packs.load("xx")


# ------------------------------------------------------------------ mistakes

FRAME = '[[frame]]\nid = "x.y"\ntype = "CONSULT"\nverbs = ["بحث"]\n'

BROKEN = [
    # file, its new text ("+": behind the old), where, what must be said
    ("words/operators.tsv", "verb\tklass\tlink\tnote\n", "operators.tsv:1", ("klass", "Allowed")),
    ("words/operators.tsv", "verb\tclass\tlink\tnote\nبدأ\tstart\t\t\n", "operators.tsv:2", ("start", "begin")),
    ("frames/say.toml", FRAME.replace("CONSULT", "CHAT"), "say.toml", ("x.y", "CHAT", "CONSULT")),
    ("words/verbs.tsv", "past\tpresent\tpassive\tmasdar\tparticiple\tnote\nبحث\t\t\t\t\t\nبحث\t\t\t\t\t\n", "verbs.tsv:3", ("stands twice", "Merge")),
    ("words/verbs.tsv", "past\tpresent\tpassive\tmasdar\tparticiple\tnote\nبحث\t\t\t\t\t\t\t\n", "verbs.tsv:2", ("cells", "extra tab")),
    ("words/lists.tsv", "form\tclass\tvalue\tnote\nمليون\tscale\tكثير\t\n", "lists.tsv:2", ("no number", "digits")),
    ("frames/say.toml", FRAME + "color = 1\n", "say.toml", ("x.y", "color", "Allowed")),
    ("frames/say.toml", FRAME + '[frame.with]\n"مع" = "friend"\n', "say.toml", ("x.y", "friend", "Allowed")),
    ("frames/say.toml", FRAME + FRAME, "say.toml", ("x.y", "stands twice")),
    ("frames/say.toml", "[[frame]\n", "say.toml", ("TOML",)),
    ("pack.toml", "language = \n", "pack.toml", ("TOML",)),
]


@pytest.fixture
def pack_copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LANG, tmp_path / "ar"))


def test_a_copy_loads(pack_copy: Path) -> None:
    assert set(packs._load(pack_copy, "ar").frames) == set(packs.load("ar").frames)


@pytest.mark.parametrize(("file", "text", "where", "said"), BROKEN, ids=[f"{b[0]}-{b[3][0]}" for b in BROKEN])
def test_mistakes_stop_with_file_line_and_cure(pack_copy: Path, file: str, text: str, where: str, said: tuple[str, ...]) -> None:
    (pack_copy / file).write_text(text, "utf-8")
    with pytest.raises(PackError) as error:
        packs._load(pack_copy, "ar")
    message = str(error.value)
    assert message.startswith(where)
    for word in said:
        assert word in message


@pytest.mark.parametrize(("text", "line"), [("a\tb\n1\t2\t3\n", 2), ("# remark\n\na\tc\n", 3), ("a\n1\n", 1)])
def test_tables_are_read_strictly(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(text, "utf-8")
    with pytest.raises(PackError, match=rf"^t\.tsv:{line}: "):
        list(tables.read_tsv(path, ("a", "b")))


def test_short_rows_and_remarks(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("# a remark\na\tb\nx | y\n\n1\t2\n", "utf-8")
    assert list(tables.read_tsv(path, ("a", "b"))) == [(3, {"a": "x | y", "b": ""}), (5, {"a": "1", "b": "2"})]
    assert tables.forms("x | y |  ") == ("x", "y")


# ------------------------------------------------------------------ the form of word files


@pytest.mark.parametrize("path", WORD_FILES, ids=lambda p: p.name)
def test_formatting_twice_is_formatting_once(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        once = api._formatted(line)
        assert api._formatted(once) == once


def test_word_files_have_their_one_form() -> None:
    assert khabar_format() == [], "run: khabar pack format ar"


def test_no_word_of_the_lists_stands_twice() -> None:
    rows = ([*row.split("\t"), "", ""][:3] for row in (LANG / "words" / "lists.tsv").read_text("utf-8").splitlines())
    twice = [row for row, n in Counter(map(tuple, rows)).items() if n > 1]
    assert not twice, f"one row is enough for a form, class and value: {twice[:12]}"


def khabar_format() -> list[str]:
    return api.format_pack("ar", write=False)


@pytest.mark.parametrize("path", WORD_FILES, ids=lambda p: p.name)
def test_words_are_written_plainly(path: Path) -> None:
    """No vowel marks, no tatweel, no invisible control: folding does that, nobody writes it by hand."""
    import re

    marks = re.compile("[\u0640\u064b-\u0652\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
    lines = enumerate(path.read_text("utf-8").splitlines(), 1)
    bad = [f"{path.name}:{n}" for n, line in lines if not line.startswith("#") and marks.search(line.rsplit("\t", 1)[0])]
    assert not bad, bad[:10]


# ------------------------------------------------------------------ readings


@pytest.mark.parametrize(
    ("word", "kind", "lemma", "conj", "prep"),
    [
        ("بحث", "verb", "بحث", "", ""),
        ("وبحث", "verb", "بحث", "و", ""),
        ("سيبحث", "verb", "بحث", "", ""),
        ("التقي", "verb", "التقى", "", ""),
        ("لبحث", "noun", "بحث", "", "ل"),
        ("للقاء", "noun", "لقاء", "", "ل"),
        ("والاجتماع", "noun", "اجتماع", "و", ""),
        ("مضيفا", "participle", "أضاف", "", ""),
    ],
)
def test_readings_of_a_word(word: str, kind: str, lemma: str, conj: str, prep: str) -> None:
    found = {(r.kind, r.lemma, r.conj, r.prep) for r in packs.load("ar").readings(word)}
    assert (kind, lemma, conj, prep) in found, found


def test_names_in_ascii() -> None:
    pack = packs.load("ar")
    assert pack.romanise("خوان كيسبي") == "khwan-kysby"
    assert pack.romanise("") == "unnamed"
    assert pack.romanise("ء") == "unnamed"
    assert len(pack.romanise("محمد " * 40)) <= 60
