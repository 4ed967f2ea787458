"""A khabar that has started: every command of the pages runs in a fork of one process, which has loaded what each would load again.

``program(folder)`` puts a program ``khabar`` into a folder. Whoever calls it is led to that process, which forks and becomes the command:
with the caller's folder, arguments and environment, and its very own standard input, output and error, so that pipes and ``<`` are the
shell's. Its end is the caller's. Only the seconds of the start are missing; what else a process of its own is, tests/test_cli.py looks at.
"""

from __future__ import annotations

import gc
import json
import os
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

STATUS = struct.Struct("!i")
HERE = Path(__file__).resolve()


def program(folder: Path) -> None:
    """Puts ``khabar`` into a folder."""
    tool = folder / "khabar"
    path, _ = _server()
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -S "{HERE}" "{path}" "$@"\n', "utf-8")
    tool.chmod(0o755)


@cache
def _server() -> tuple[str, subprocess.Popen[bytes]]:
    """Where the started khabar of this process listens, and it. It ends with this process: then its standard input does."""
    path = f"{tempfile.mkdtemp(prefix='khabar-started-')}/socket"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen()
        number = listener.fileno()
        server = subprocess.Popen(
            [sys.executable, HERE, str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            pass_fds=[number],
            env={**os.environ, "PYTHONUTF8": "1"},
        )
    return path, server


def call(path: str, arguments: list[str]) -> None:
    """The program: hands the command over, waits for its end and ends with its status."""
    with socket.socket(socket.AF_UNIX) as server:
        server.connect(path)
        told = json.dumps([os.getcwd(), arguments, dict(os.environ)]).encode()
        socket.send_fds(server, [STATUS.pack(len(told))], [0, 1, 2])
        server.sendall(told)
        (status,) = STATUS.unpack(server.recv(STATUS.size, socket.MSG_WAITALL))
    sys.exit(status if status >= 0 else 128 - status)  # ended by a signal: as a shell tells it


def serve(listener: socket.socket) -> None:
    """Loads, then takes calls until nobody is left to call. Comes back in every process that has become a command."""
    _load()
    gc.freeze()  # what all share is not looked through, and so not copied
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while listener in select.select([listener, sys.stdin], [], [])[0]:
        caller, _ = listener.accept()
        if os.fork():
            caller.close()
            continue
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        listener.close()
        if command := os.fork():  # this one only waits for the command
            _, status = os.waitpid(command, 0)
            caller.sendall(STATUS.pack(os.waitstatus_to_exitcode(status)))
            os._exit(0)
        return _become(caller)
    shutil.rmtree(os.path.dirname(listener.getsockname()))
    os._exit(0)


def _load() -> None:
    """What a command loads, by doing once what they do."""
    import khabar
    import khabar.cli

    examples = HERE.parents[1] / "examples"
    with tempfile.TemporaryDirectory() as folder, khabar.Store(Path(folder) / "s.db") as kept:
        kept.add([examples / f"call-{n}.txt" for n in (1, 3)])
        kept.search("Putin")


def _become(caller: socket.socket) -> None:
    """Takes on all in which the caller differs from this process."""
    size, streams, _, _ = socket.recv_fds(caller, STATUS.size, 3)
    told = caller.recv(STATUS.unpack(size)[0], socket.MSG_WAITALL)
    caller.close()
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w", buffering=1)  # noqa: SIM115  they stay open
    folder, arguments, environment = json.loads(told)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["khabar", *arguments]


if __name__ == "__main__":
    if not sys.argv[1].isdecimal():
        call(sys.argv[1], sys.argv[2:])
    serve(socket.socket(fileno=int(sys.argv[1])))
    from khabar.cli import main

    main()
