"""Runs the commands that the pages show and prints their output anew: ``make docs``, or ``python docs/reprint.py [--check] [PAGE…]``.

A block fenced ``console`` holds commands behind ``$ `` and what they print. The blocks of a page run in order in one empty folder that
has ``examples`` and ``notes`` (``docs/notes``). A line ``…`` stands for lines that are left out (behind an empty line: paragraphs),
``…`` in a line for what it leaves out there. Where a block needs more than that (a changed pack, a server), a word behind ``console``
says so, and it is left as it is.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import started

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
CUT = "…"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
_CHANCE = (  # what differs from run to run: ids of decisions, moments, how khabar names its data
    re.compile(r"\bd-[0-9a-f]{12}\b"),
    re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"),
    re.compile(r"sha256:[0-9a-f]{12}"),
)


@dataclass
class Step:
    """A command of a page and the lines that stand below it; ``got``: those that it prints."""

    command: str
    shown: list[str]
    got: list[str] = field(default_factory=list)


def steps(block: str) -> list[Step]:
    """The commands in the text of a block, in order."""
    out: list[Step] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            out.append(Step(line[2:], []))
        elif out:
            out[-1].shown.append(line)
    return out


def run(page: str) -> list[list[Step]]:
    """Runs all blocks of a page. Out: the steps of each, with what they print; standard error stands before standard output."""
    blocks = [steps(m.group(1)) for m in _BLOCK.finditer(page)]
    with tempfile.TemporaryDirectory() as folder:
        for name, where in (("examples", ROOT / "examples"), ("notes", ROOT / "docs" / "notes"), ("bin", None)):
            (Path(folder) / name).symlink_to(where) if where else (Path(folder) / name).mkdir()
        started.program(Path(folder) / "bin")
        env = {**os.environ, "PATH": f"{folder}/bin{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80", "PYTHONUTF8": "1"}
        code, ids = 0, dict[str, str]()
        for step in (s for block in blocks for s in block):
            command = step.command.partition("   #")[0].replace("$?", str(code))
            for shown, real in ids.items():
                command = command.replace(shown, real)
            done = subprocess.run(["bash", "-c", command], cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
            code = done.returncode
            step.got = (done.stderr + done.stdout).rstrip().splitlines()
            ids |= {a: b for a, b in zip(_decisions(step.shown), _decisions(step.got), strict=False) if a not in ids}
    return blocks


def _decisions(lines: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(_CHANCE[0].findall("\n".join(lines))))


def holds(shown: Sequence[str], got: Sequence[str]) -> bool:
    """Is what a page shows what the command prints, but for what the page leaves out and what chance decides?"""
    lines = [".*(?:\n.*)*" if line.strip() == CUT else re.escape(_settled(line)).replace(re.escape(CUT), ".*") for line in shown]
    pattern = "".join(x if k == 0 else f"(?:\n{x})?" if x.startswith(".*(?:") else f"\n{x}" for k, x in enumerate(lines))
    return re.fullmatch(pattern, "\n".join(map(_settled, got))) is not None


def _settled(line: str) -> str:
    for pattern in _CHANCE:
        line = pattern.sub("X", line)
    return line.rstrip()


def printed(step: Step) -> list[str] | None:
    """The lines for the page, cut where it cut them; None where it has to be done by hand: it cuts in lines that are other lines now."""
    if holds(step.shown, step.got):
        return step.shown
    if CUT not in step.shown:
        own = any(CUT in line for line in step.got)  # khabar itself cuts long words: "«… …»"
        return step.got if own or not any(CUT in line for line in step.shown) else None
    head = step.shown.index(CUT)
    if head != len(step.shown) - 1:
        return None
    if head and not step.shown[head - 1]:  # so many paragraphs, not so many lines
        ends = [k for k, line in enumerate([*step.got, ""]) if not line]
        head = ends[min(step.shown[: head - 1].count(""), len(ends) - 1)] + 1
        return [*step.got[: head - 1], "", CUT]
    return [*step.got[:head], CUT]


def main(arguments: Sequence[str]) -> int:
    """Prints what does not hold; without ``--check``, writes it anew. Out: 1 where something is left."""
    check, left = "--check" in arguments, 0
    names = [a for a in arguments if not a.startswith("-")]
    for path in (p for p in PAGES if not names or p.name in names):
        page = path.read_text(encoding="utf-8")
        for block, done in zip(list(_BLOCK.finditer(page)), run(page), strict=True):
            text = ""
            for step in done:
                new = step.shown if check else printed(step)
                if not holds(step.shown, step.got) and (check or new is None):
                    left += 1
                    sys.stdout.write(f"{path.name}: $ {step.command}\n  shown: {step.shown[:40]}\n  now: {step.got[:40]}\n")
                text += "".join(f"{line}\n" for line in (f"$ {step.command}", *(new if new is not None else step.shown)))
            page = page.replace(block.group(0), f"```console\n{text}```", 1)
        if not check:
            path.write_text(page, encoding="utf-8")
    return int(left > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
