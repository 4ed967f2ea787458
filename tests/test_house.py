"""The house rule of docs/house.md as data. A failure names the sentence that was broken."""

from __future__ import annotations

import ast
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from conftest import NetworkBlocked

import khabar

ROOT = Path(khabar.__file__).parent
GROUND = frozenset(("model", "text", "when", "packs", "world", "tables", "morphology", "lemmas", "annotation", "ontology", "encoder", "errors"))
ROOMS = frozenset(("ingest", "annotate", "coding", "record", "store"))
DOORS = frozenset(("cli", "page", "export", "web", "spark", "fetch"))
CORRIDOR = frozenset(("pipeline", "keeping"))
ENTRY = frozenset(("__main__",))  # python -m khabar
PUBLIC = frozenset(("__init__", "api", "kept", "why"))  # where the public names are made


@dataclass(frozen=True)
class Rule:
    """who: modules or rooms; may: what they may import (their own parts always)."""

    who: frozenset[str]
    may: frozenset[str]
    sentence: str


RULES = (
    Rule(GROUND, GROUND, "The ground floor imports the standard library, packages and each other; it never knows a room."),
    Rule(ROOMS, GROUND, "A room imports the ground floor only. Rooms never import rooms."),
    Rule(CORRIDOR, GROUND | ROOMS | CORRIDOR, "Only the corridor (pipeline.py, keeping.py) walks through the rooms, and it knows no door."),
    Rule(
        frozenset(("api",)),
        GROUND | CORRIDOR | {"ingest", "record"},
        "The public API stands on the corridor; of ingest and record it takes the types that it hands on.",
    ),
    Rule(
        frozenset(("kept", "why")),
        GROUND | CORRIDOR | {"ingest", "record", "store", "why"},
        "The public Store stands on the corridor too; of ingest, record and store it takes the types that it hands on, and the shelf.",
    ),
    Rule(
        frozenset(("__init__",)),
        GROUND | {"api", "export", "fetch", "keeping", "kept", "page", "record", "store", "web"},
        "khabar/__init__.py only gives names to what others make.",
    ),
    Rule(ENTRY, frozenset(("cli",)), "python -m khabar is the command line and nothing else."),
    Rule(DOORS, frozenset(), "A door uses only the public names of `khabar`: what it needs belongs in the public API."),
)


@dataclass(frozen=True)
class Import:
    module: str  # who imports, e.g. coding
    target: str  # what of ours, e.g. record
    name: str  # the dotted name
    where: str


@cache
def _sources() -> list[Path]:
    return sorted(p for p in ROOT.rglob("*.py") if "data" not in p.relative_to(ROOT).parts)


def _owner(path: Path) -> str:
    """The module or room that a file belongs to."""
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    """All that a source says; to read and walk it once for every rule was half a minute."""
    return tuple(ast.walk(_tree(path)))


def _imports() -> Iterator[Import]:
    for path in _sources():
        package = ("khabar", *path.relative_to(ROOT).parts[:-1])
        for node in _nodes(path):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [a.name for a in node.names]
            elif isinstance(node, ast.ImportFrom):
                base = ".".join((*package[: len(package) - node.level + 1], *filter(None, (node.module,)))) if node.level else node.module or ""
                # "from khabar import packs" names the module, "from khabar import read" a public name
                names = [f"khabar.{a.name}" for a in node.names] if base == "khabar" else [base]
            else:
                continue
            for name in names:
                if name.split(".")[0] == "khabar":
                    target = name.split(".")[1] if "." in name else ""
                    yield Import(_owner(path), target, name, f"{path.relative_to(ROOT).as_posix()}:{node.lineno}")


IMPORTS = list(_imports())
MODULES = frozenset(_owner(p) for p in _sources())


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.sentence[:40])
def test_imports(rule: Rule) -> None:
    public = frozenset(khabar.__all__) - MODULES
    broken = [
        f"{i.where} imports {i.name}"
        for i in IMPORTS
        if i.module in rule.who and i.target and i.target != i.module and i.target not in rule.may and i.target not in public
    ]
    assert not broken, f"{rule.sentence} Broken by: {'; '.join(broken)}"


def test_doors_use_public_names_only() -> None:
    public = frozenset(khabar.__all__) | {"__version__"}
    broken = []
    for path in _sources():
        if _owner(path) not in DOORS:
            continue
        for node in _nodes(path):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "khabar" and node.attr not in public:
                broken.append(f"{path.name}:{node.lineno} uses khabar.{node.attr}")
    assert not broken, f"A door uses only the public names of `khabar`. Broken by: {'; '.join(broken)}"


def test_every_module_has_its_place() -> None:
    placed = GROUND | ROOMS | DOORS | CORRIDOR | PUBLIC | ENTRY
    assert not MODULES - placed, (
        f"The ground floor does not silt up: {sorted(MODULES - placed)} stands in no row of the house rule. "
        "A new module of the ground floor needs a paragraph in docs/decisions.md and a place in this table."
    )


def test_ground_floor_is_imported_downwards() -> None:
    below = {m: {i.target for i in IMPORTS if i.module == m and i.target in GROUND and i.target != m} for m in GROUND & MODULES}
    left = dict(below)
    while left:
        free = [m for m, targets in left.items() if not targets & set(left)]
        assert free, f"The ground floor imports each other downwards only; these go round in a circle: {sorted(left)}"
        for m in free:
            del left[m]


# ------------------------------------------------------------------ what each must never do


def _code_strings(path: Path) -> Iterator[tuple[int, str]]:
    """String constants that are no docstrings."""
    docs = {
        id(n.body[0].value)
        for n in _nodes(path)
        if isinstance(n, ast.Module | ast.FunctionDef | ast.ClassDef) and n.body and isinstance(n.body[0], ast.Expr)
    }
    for node in _nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


def _of(*owners: str) -> list[Path]:
    return [p for p in _sources() if _owner(p) in owners]


def test_record_holds_no_word_of_any_language() -> None:
    word = re.compile("[\u0400-\u04ff\u0621-\u063a\u0641-\u064a]{2,}")
    words = [f"{p.name}:{n} {s!r}" for p in _of("record") for n, s in _code_strings(p) if word.search(s)]
    assert not words, f"`record` must never contain a word of any language. Broken by: {words}"


def test_only_the_store_holds_a_database() -> None:
    broken = [
        f"{p.name}:{n.lineno}"
        for p in _sources()
        if _owner(p) != "store"
        for n in _nodes(p)
        if isinstance(n, ast.Import | ast.ImportFrom)
        for name in (getattr(n, "module", None) or "", *(a.name for a in n.names))
        if name.split(".")[0] in ("sqlite3", "psycopg", "sqlalchemy", "alembic")
    ]
    assert not broken, f"Only `store` holds a database handle. Broken by: {broken}"


def test_annotate_names_no_plover_type() -> None:
    from khabar import ontology

    types = set(ontology.load().types)
    found = [f"{p.name}:{n} {s}" for p in _of("annotate") for n, s in _code_strings(p) if s in types]
    assert not found, f"`annotate` must never name a PLOVER type. Broken by: {found}"


def test_coding_sees_no_html() -> None:
    broken = [f"{p.name}:{n}" for p in _of("coding") for n, s in _code_strings(p) if re.search(r"</?(p|div|a|br|h\d)\b", s)]
    broken += [
        f"{p.name}: {name}"
        for p in _of("coding")
        for node in _nodes(p)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (getattr(node, "module", None) or "", *(a.name for a in node.names))
        if name.split(".")[0] in ("html", "lxml", "trafilatura", "bs4")
    ]
    assert not broken, f"`coding` must never see HTML. Broken by: {broken}"


def test_pipeline_holds_no_condition_on_a_language() -> None:
    broken = []
    for node in (node for path in _of("pipeline", "keeping") for node in _nodes(path)):
        if isinstance(node, ast.If | ast.IfExp):
            for part in ast.walk(node.test):
                if isinstance(part, ast.Compare) and any(
                    "language" in ast.dump(x) or (isinstance(x, ast.Constant) and x.value in ("ar", "en", "ru")) for x in ast.walk(part)
                ):
                    broken.append(f"line {node.lineno}")
    assert not broken, f"`pipeline` must never contain an `if` on a language. Broken by: {broken}"


def test_the_library_does_not_print() -> None:
    broken = [
        f"{p.relative_to(ROOT).as_posix()}:{n.lineno}"
        for p in _sources()
        for n in _nodes(p)
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "print"
    ]
    assert not broken, f"No `print` in the library. Broken by: {broken}"


def test_no_exception_is_hidden() -> None:
    broken = [
        f"{p.relative_to(ROOT).as_posix()}:{n.lineno}"
        for p in _sources()
        for n in _nodes(p)
        if isinstance(n, ast.ExceptHandler) and (n.type is None or (isinstance(n.type, ast.Name) and n.type.id in ("Exception", "BaseException")))
    ]
    assert not broken, f"No `except Exception` to hide a fault. Broken by: {broken}"


def test_no_socket_in_the_library() -> None:
    banned = frozenset(("socket", "http", "ftplib", "requests", "httpx", "aiohttp", "urllib3", "ssl", "smtplib"))
    broken = []
    for p in _sources():
        if _owner(p) == "fetch":
            continue
        for n in _nodes(p):
            if not isinstance(n, ast.Import | ast.ImportFrom):
                continue
            names = [a.name for a in n.names] if isinstance(n, ast.Import) else [n.module or ""]
            broken += [f"{p.name}:{n.lineno} {x}" for x in names if x.split(".")[0] in banned or x == "urllib.request"]
    assert not broken, f"No network in the library outside `fetch`. Broken by: {broken}"


# Python files that hold Arabic particles and endings (grammar of the letters, not words of the news), and how many different ones.
# The number only falls: every Arabic word of the program belongs in data/lang/ar.
LETTERS = {"world": 14, "annotate": 30, "text": 10, "packs": 8, "morphology": 20, "coding": 19, "ingest": 2}


def test_arabic_words_live_in_the_pack() -> None:
    found: dict[str, set[str]] = {}
    for path in _sources():
        for _, text in _code_strings(path):
            found.setdefault(_owner(path), set()).update(re.findall("[\u0621-\u064a]{2,}", text))
    over = {owner: sorted(words) for owner, words in found.items() if len(words) > LETTERS.get(owner, 0)}
    assert not over, f"data/lang/ar holds every Arabic word of the program. Broken by: {over}"
    long = sorted({w for words in found.values() for w in words if len(w) > 6})
    assert not long, f"data/lang/ar holds every Arabic word of the program. Broken by: {long}"


def test_dataclasses_of_the_model_are_frozen_and_slotted() -> None:
    broken = []
    for node in _tree(ROOT / "model.py").body:
        if isinstance(node, ast.ClassDef):
            options = {k.arg: getattr(k.value, "value", None) for d in node.decorator_list if isinstance(d, ast.Call) for k in d.keywords}
            if not (options.get("frozen") and options.get("slots")):
                broken.append(node.name)
    assert not broken, f"Frozen, slotted dataclasses. Broken by: {broken}"


# ------------------------------------------------------------------ the tests' own house


def test_the_network_is_blocked() -> None:
    with socket.socket() as s, pytest.raises(NetworkBlocked):
        s.connect(("192.0.2.1", 80))  # TEST-NET: nobody's address
    with pytest.raises(NetworkBlocked):
        socket.getaddrinfo("example.org", 80)
    with socket.socket() as server, socket.socket() as client:
        server.bind(("127.0.0.1", 0))
        server.listen()
        client.connect(server.getsockname())


PROJECT = ROOT.parents[1]


@pytest.mark.skipif(not (PROJECT / "pyproject.toml").is_file(), reason="installed without the checkout")
def test_no_path_of_a_machine_and_no_host_of_a_registry() -> None:
    """In what is committed beside the sources: paths of one machine, addresses that packages are loaded from."""
    files = [PROJECT / n for n in ("pyproject.toml", "constraints.txt", "Makefile", "README.md", ".ci/run")]
    files += [p for d in ("tests", "eval", "docs") for p in (PROJECT / d).rglob("*") if p.suffix in (".py", ".toml", ".md")]
    files += _sources()
    bad = re.compile(r"(/(?:home|Users|tmp)/\w|/(?:root|work)/|index-url|pypi\.|--find-links|file:///)")
    broken = []
    for path in files:
        if path.is_file() and path.resolve() != Path(__file__).resolve():
            for n, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if bad.search(line):
                    broken.append(f"{path.relative_to(PROJECT)}:{n} {line.strip()[:80]}")
    assert not broken, f"No path of a machine, no registry's host: {broken}"
