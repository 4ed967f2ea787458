"""For all tests: no network but loopback, a cache folder of their own, the same examples of hypothesis every time."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("khabar", deadline=None, database=None, derandomize=True)
settings.load_profile("khabar")

# ------------------------------------------------------------------ network

LOOPBACK = frozenset(("localhost", "ip6-localhost", "::1", "0:0:0:0:0:0:0:1", ""))
_REAL = {name: getattr(socket.socket, name) for name in ("connect", "connect_ex", "bind", "sendto")}
_REAL_LOOKUP = socket.getaddrinfo


class NetworkBlocked(RuntimeError):
    """A test reached for the network."""


def is_loopback(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    return host is None or (isinstance(host, str) and (host in LOOPBACK or host.startswith("127.")))


def _guarded(name: str) -> Any:
    def guard(self: socket.socket, *args: Any) -> Any:
        address = args[-1]  # sendto(data, flags, address)
        if self.family in (socket.AF_INET, socket.AF_INET6) and isinstance(address, tuple) and not is_loopback(address[0]):
            raise NetworkBlocked(f"socket.{name}{address}: tests run without a network; only loopback is open")
        return _REAL[name](self, *args)

    return guard


def _lookup(host: object, *args: Any, **kwargs: Any) -> Any:
    if not is_loopback(host):
        raise NetworkBlocked(f"the name {host!r} was looked up: tests run without a network; only loopback is open")
    return _REAL_LOOKUP(host, *args, **kwargs)  # type: ignore[arg-type]


for _name in _REAL:
    setattr(socket.socket, _name, _guarded(_name))
socket.getaddrinfo = _lookup

# ------------------------------------------------------------------ the cache

_CACHE = "KHABAR_TEST_CACHE"  # set by the first process; the workers of -n inherit it


def pytest_configure(config: pytest.Config) -> None:
    if _CACHE not in os.environ:
        os.environ[_CACHE] = tempfile.mkdtemp(prefix="khabar-test-cache-")
        config.add_cleanup(lambda: shutil.rmtree(os.environ.pop(_CACHE, ""), ignore_errors=True))
    os.environ["KHABAR_CACHE"] = os.environ[_CACHE]
    # The processes that tests start compile khabar once, not each anew, also where nothing may be written beside the sources.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = os.path.join(os.environ[_CACHE], "compiled")


# ------------------------------------------------------------------ what many tests use

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"


@pytest.fixture(scope="session")
def examples() -> Path:
    return HERE.parent / "examples"


@pytest.fixture(scope="session")
def example_record(examples: Path) -> dict[str, Any]:
    """The record of ``khabar read examples/*``."""
    import khabar

    return khabar.read(sorted(str(p) for p in examples.iterdir() if p.suffix in (".txt", ".html", ".jsonl"))).to_dict()


@pytest.fixture(scope="session")
def example_store(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the example reports; nobody writes into it."""
    import khabar

    path = tmp_path_factory.mktemp("desk") / "examples.db"
    with khabar.Store(path) as store:
        store.add([str(examples)])
    return path


@pytest.fixture(scope="session")
def seed_record() -> dict[str, Any]:
    """The record of the two seed reports; they lie outside the repository."""
    import khabar

    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    if len(seeds) != 2:
        pytest.skip("../shared/seeds is not here")
    return khabar.read([str(p) for p in seeds]).to_dict()


@pytest.fixture
def no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder for one test."""
    monkeypatch.setenv("KHABAR_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


# ------------------------------------------------------------------ stores


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL cluster of our own on a loopback port, without a database name; skipped where there is no PostgreSQL."""
    with cluster() as url:
        yield url


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """The same for whoever is no test."""
    folder = shutil.which("postgres") and os.path.dirname(os.path.realpath(shutil.which("postgres") or ""))
    programs = [shutil.which("initdb") or f"{folder}/initdb", shutil.which("pg_ctl") or f"{folder}/pg_ctl"]
    if not folder or not all(os.path.exists(p) for p in programs):
        pytest.skip("no PostgreSQL on this machine (initdb, pg_ctl, postgres on the PATH)")
    pytest.importorskip("psycopg", reason="the extra postgres is not installed")
    home = tempfile.mkdtemp(prefix="khabar-pg-")
    account: dict[str, Any] = {}
    if getattr(os, "getuid", lambda: 1)() == 0:  # PostgreSQL refuses to run as root
        account = {"user": "nobody"}
        shutil.chown(home, "nobody")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    initdb, pg_ctl = programs
    call = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": home, **account}
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= -c fsync=off -c max_connections=40"
    subprocess.run([initdb, "-D", f"{home}/data", "-U", "khabar", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], **call)
    subprocess.run([pg_ctl, "-D", f"{home}/data", "-w", "-l", f"{home}/log", "-o", options, "start"], **call)
    try:
        yield f"postgresql+psycopg://khabar@127.0.0.1:{port}"
    finally:
        subprocess.run([pg_ctl, "-D", f"{home}/data", "-m", "immediate", "stop"], **{**call, "check": False})
        shutil.rmtree(home, ignore_errors=True)


_NUMBER = itertools.count()


def fresh(request: pytest.FixtureRequest, engine: str, folder: Path) -> str:
    """Where a new, empty store may be made on an engine."""
    if engine == "sqlite":
        return str(folder / "store.db")
    return database(request.getfixturevalue("postgres"))


def copied(where: str, folder: Path) -> str:
    """Where a copy of a store is that nobody has open: adding the same reports again takes far longer."""
    if "://" not in where:
        return str(shutil.copy(where, folder))
    base, _, name = where.rpartition("/")
    return database(base, like=name)


def database(base: str, like: str = "template1") -> str:
    """The URL of a new database in a cluster, with all that another one has."""
    import psycopg

    name = f"s{next(_NUMBER)}"
    with psycopg.connect(base.replace("+psycopg", "") + "/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
    return f"{base}/{name}"


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A path or URL for a new store, on each engine."""
    return fresh(request, request.param, tmp_path)
