"""Vectors of leads and sentences, made once: what whoever keeps the reports has kept of them is not made again.

A vector is used as it is kept, in whole numbers: one taken up again is the same as one just made, and a record that grows the same as
one of all its reports at once.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING

from khabar.encoder import DIMENSIONS, Encoder, one_thread

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# The numbers of 265 sentences' vectors lie within .153. A cosine is off by .001 (standard deviation), by .005 at most. With half as many
# steps a vector takes 350 bytes and not 400, and a cosine is off by twice as much; with twice as many it is the other way round.
STEPS, MOST = 400, 127
KEY, COUNT = 8, 2  # bytes that stand for a text, bytes for how many there are


class Vectors:
    """The vectors of texts that stand in reports."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._packed: dict[str, bytes] = {}
        self._held: dict[str, dict[bytes, bytes]] = {}
        self._new: dict[str, None] = {}

    def know(self, kept: Mapping[str, bytes]) -> None:
        """Take up what is kept of more reports: report id -> what ``fresh`` gave for it before."""
        self._packed |= kept

    def of(self, texts: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """One unit vector a text, as rows. texts: (id of its report, text)."""
        one_thread()
        import numpy as np

        keys = [(report, hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=KEY).digest()) for report, text in texts]
        missing = {text: None for (report, key), (_, text) in zip(keys, texts, strict=True) if key not in self._of(report)}
        if missing:
            rows = np.clip(np.rint(self._encoder.encode(list(missing)) * STEPS), -MOST, MOST).astype(np.int8)
            made = dict(zip(missing, (row.tobytes() for row in rows), strict=True))
            for (report, key), (_, text) in zip(keys, texts, strict=True):
                if text in made and key not in self._of(report):
                    self._of(report)[key] = made[text]
                    self._new[report] = None
        found = b"".join(self._of(report)[key] for report, key in keys)
        out = np.frombuffer(found, dtype=np.int8).reshape(len(keys), DIMENSIONS).astype(np.float32)
        unit: NDArray[np.float32] = out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1)
        return unit

    def _of(self, report: str) -> dict[bytes, bytes]:
        held = self._held.get(report)
        if held is None:
            held = self._held[report] = _unpacked(self._packed.get(report, b""))
        return held

    def fresh(self) -> dict[str, bytes]:
        """All that is to be kept of the reports of which vectors were made here."""
        return {report: _packed(self._held[report]) for report in self._new}


def _packed(rows: Mapping[bytes, bytes]) -> bytes:
    """How many, the keys, and the numbers; these by how frequent each is: small ones are."""
    press = zlib.compressobj(strategy=zlib.Z_HUFFMAN_ONLY)
    numbers = press.compress(b"".join(rows.values())) + press.flush()
    return len(rows).to_bytes(COUNT, "big") + b"".join(rows) + numbers


def _unpacked(packed: bytes) -> dict[bytes, bytes]:
    if not packed:
        return {}
    start = COUNT + KEY * int.from_bytes(packed[:COUNT], "big")
    keys, numbers = packed[COUNT:start], zlib.decompress(packed[start:])
    return {keys[k : k + KEY]: numbers[n : n + DIMENSIONS] for n, k in zip(count(0, DIMENSIONS), range(0, len(keys), KEY), strict=False)}
