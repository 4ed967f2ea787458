"""The few kinds of failure. Each message says what is wrong, where, and what to do."""

from __future__ import annotations


class KhabarError(Exception):
    """Root of all failures that khabar raises on purpose."""


class InputError(KhabarError):
    """An input cannot be read (missing, binary, not in a known encoding). The other inputs are not affected."""


class PackError(KhabarError):
    """A data file breaks its format: ``file:line: what; cure``."""

    def __init__(self, file: str, line: int | None, what: str, cure: str) -> None:
        where = file if line is None else f"{file}:{line}"
        super().__init__(f"{where}: {what}. {cure}")


class StoreError(KhabarError):
    """A store cannot be opened, read or written, or does not hold what was asked for."""
