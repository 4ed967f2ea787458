"""For all tests: no network but loopback, a cache folder of their own, the same examples of hypothesis every time."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
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
