"""The store as the pages read it: opened for reading only, one for each thread, and what was counted once is kept until it changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar, cast

import khabar

T = TypeVar("T")
KEPT = 400  # answers


class Reader:
    """where: a path or a database URL. Raises khabar.StoreError where it cannot be read."""

    def __init__(self, where: str) -> None:
        self.where = where
        self._thread = threading.local()
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
        self._stamp = ""
        self._writing = threading.Lock()
        self.store()

    def store(self) -> khabar.Store:
        """This thread's store, opened anew when it has changed."""
        held: khabar.Store | None = getattr(self._thread, "store", None)
        stamp = held.stamp() if held is not None else ""
        if held is None or stamp != self._thread.stamp:
            if held is not None:
                held.close()
            held = self._thread.store = khabar.Store(self.where, readonly=True)
            stamp = self._thread.stamp = held.stamp()
        with self._lock:
            if stamp != self._stamp:
                self._stamp = stamp
                self._kept.clear()
        return held

    def once(self, key: tuple[Any, ...], make: Callable[[], T]) -> T:
        """What ``make`` gives, made once for this state of the store."""
        with self._lock:
            stamp = self._stamp
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast(T, self._kept[key])
        made = make()
        with self._lock:
            if stamp == self._stamp:
                self._kept[key] = made
                if len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
        return made

    def write(self, change: Callable[[khabar.Store], T]) -> T:
        """Do something with the store opened for writing; one at a time."""
        with self._writing, khabar.Store(self.where) as store:
            return change(store)
