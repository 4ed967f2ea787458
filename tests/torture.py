"""Kills at random moments while reports are added: what was acknowledged is there, and nothing is half there.

    python tests/torture.py [KILLS] [SEED]        (make torture: a thousand)

Every round forks a process that adds reports and kills it somewhere between its first statement and its last. Then doctor looks at
the store, every report that the process said was kept is looked for, and the next round goes on with the same store.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import khabar
from khabar import keeping, pipeline
from khabar.encoder import Encoder

ROUNDS = 8  # times that one store is added to: later its few stories are so large that telling them anew is all that a round does
BATCH = 12  # reports a round


def torture(
    examples: Path, kills: int, seed: int, store: str | None = None, on_store: Callable[[dict[str, int]], None] | None = None
) -> dict[str, int]:
    """Kill so often; what happened, counted. store: where (empty); None: files in a temporary folder. Raises AssertionError.

    on_store: given the count so far whenever a store of its own has lived through its rounds.
    """
    chance = random.Random(seed)
    texts = [p.read_text("utf-8") for p in sorted(examples.iterdir()) if p.suffix == ".txt"]
    Encoder().encode(["وصل الوزير إلى القاهرة"])  # loaded once, not in every process
    for raw in pipeline.raws([str(examples)]):
        assert isinstance(raw, pipeline.Raw)
        keeping.prepare(raw)
    count = {"kills": 0, "finished": 0, "killed before the first report": 0, "acknowledged": 0, "kept": 0, "unfinished stories": 0}
    with tempfile.TemporaryDirectory() as folder:
        where, acknowledged, longest, n = store or "", set[str](), 1.0, 0
        while count["kills"] < kills:
            if n % ROUNDS == 0 and store is None:
                if on_store is not None and n:
                    on_store(count)
                where, acknowledged = str(Path(folder) / f"{n}.db"), set()
                count["kept"] = 0
            lines = [
                json.dumps({"text": t, "outlet": f"صحيفة {n}-{k}", "language": "ar"}, ensure_ascii=False)
                for k, t in enumerate(chance.choices(texts, k=BATCH))
            ]
            path, said = Path(folder) / "reports.jsonl", Path(folder) / "said"
            path.write_text("\n".join(lines), "utf-8")
            said.write_bytes(b"")
            begin = time.perf_counter()
            child = os.fork()
            if child == 0:
                _add(where, path, said)
            until = begin + chance.uniform(0, longest)
            while not (ended := os.waitpid(child, os.WNOHANG))[0] and time.perf_counter() < until:
                time.sleep(0.002)
            if not ended[0]:
                os.kill(child, signal.SIGKILL)
                ended = os.waitpid(child, 0)
            status = ended[1]
            done = set(said.read_text("ascii").split())
            if os.WIFEXITED(status):  # it was faster
                assert os.WEXITSTATUS(status) == 0, "the process that adds failed by itself"
                count["finished"] += 1
                longest = (longest + time.perf_counter() - begin) / 2
            else:  # a little longer each time, until a round finishes: so kills hit every part of one, however busy the machine is
                count["kills"] += 1
                count["killed before the first report"] += not done
                longest = min(longest * (1.1 if done else 1.5), 60.0)
            count["acknowledged"] += len(done - acknowledged)
            acknowledged |= done
            before, count["kept"] = count["kept"], _look(where, acknowledged, count)
            assert count["kept"] >= before
            n += 1
    return count


def _add(where: str, path: Path, said: Path) -> None:
    """The process that will be killed. Says every id on its own line once the store has acknowledged it."""
    code = 1
    try:
        out = os.open(said, os.O_WRONLY | os.O_APPEND)
        kept = khabar.Store(where)
        kept.add([str(path)], on_report=lambda id, _: (os.write(out, f"{id}\n".encode()), None)[1])
        code = 0
    finally:
        os._exit(code)


def _look(where: str, acknowledged: set[str], count: dict[str, int]) -> int:
    """How many reports the store has."""
    try:
        kept = khabar.Store(where, create=False)
    except khabar.StoreError:
        assert not acknowledged, "there is no store, but reports were acknowledged"
        return 0
    with kept:
        faults = [f for f in kept.doctor() if f.faults]
        unfinished = [f for f in faults if f.check == "the stories of every report have been looked for"]
        count["unfinished stories"] += bool(unfinished)
        assert faults == unfinished, faults
        there = {r["id"] for r in kept.sql("SELECT id FROM reports")}
        assert acknowledged <= there, f"acknowledged, but not there: {acknowledged - there}"
        return len(there)


if __name__ == "__main__":
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    begin = time.perf_counter()
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    done = torture(Path(__file__).resolve().parent.parent / "examples", kills, seed, on_store=lambda c: print(c, file=sys.stderr, flush=True))
    sys.stdout.write(f"{done} in {time.perf_counter() - begin:.0f} s\n")
