"""Vectors that are kept: as they are where there are few, in a quarter of the room where there are many.

In 8 bits a number is off by at most a 254th of the largest of its vector, and a cosine by 0.0002, at most by 0.001:
kept so, the bundled articles answer as many questions as with floats. Two cores make 500,000 cosines in 60 ms; in
16-bit floats, which processors turn back more slowly, that takes seven times as long and twice the room. Once all are
made they are mapped from the cache, and need not be in memory (`chatbot.index.index` tells where that goes).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chatbot.encoders.blas import one_core_each
from chatbot.encoders.encoder import Encoder, Vectors

EXACT_ROWS = 20_000
"""Up to this many vectors are kept as they are: 40 MB, and a product with all of them takes 10 ms."""

LARGEST = 127
"""The largest of the whole numbers that stand for the numbers of a vector."""

BLOCK = 512
"""Vectors that are turned back at a time: as floats they fill 1 MB and stay within a processor's cache."""

RUN = 64 * BLOCK
"""Vectors that one thread multiplies before it takes others."""


@dataclass(frozen=True, slots=True)
class KeptVectors:
    """Vectors of length 1, one a row: 32-bit floats, or whole numbers of 8 bits with a scale for each row.

    `scales` is empty where the numbers are floats. Both arrays may be mapped from a file.
    """

    numbers: NDArray[np.float32] | NDArray[np.int8]
    scales: NDArray[np.float32]

    @classmethod
    def of(cls, vectors: Vectors, exact_rows: int = EXACT_ROWS) -> KeptVectors:
        """Keep the vectors; those of more than `exact_rows` texts in 8 bits."""
        if len(vectors) <= exact_rows:
            return cls(vectors, np.empty(0, dtype=np.float32))
        return cls(*in_eight_bits(vectors))

    @classmethod
    def embed(cls, texts: Sequence[str], encoder: Encoder, exact_rows: int = EXACT_ROWS) -> KeptVectors:
        """Keep the vectors of the texts, of which no more than a few thousand are floats at a time if they are many."""
        if len(texts) <= exact_rows:
            return cls.of(encoder.encode(texts), exact_rows)
        return cls.joined([in_eight_bits(encoder.encode(texts[at : at + BLOCK])) for at in range(0, len(texts), BLOCK)])

    @classmethod
    def joined(cls, parts: Sequence[tuple[NDArray[np.int8], NDArray[np.float32]]]) -> KeptVectors:
        """Keep vectors of which `in_eight_bits` made these parts, one after the other."""
        return cls(np.concatenate([numbers for numbers, _ in parts]), np.concatenate([scales for _, scales in parts]))

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def is_exact(self) -> bool:
        """Whether the vectors are kept as they are."""
        return self.numbers.dtype == np.float32

    def rows(self, which: slice | NDArray[np.int_]) -> Vectors:
        """Those of the vectors that `which` picks, as floats."""
        picked = self.numbers[which].astype(np.float32, copy=False)
        return picked * self.scales[which, np.newaxis] if not self.is_exact else picked

    def cosines_of(self, which: NDArray[np.int_], vector: Vectors) -> NDArray[np.float32]:
        """The cosines of one vector with those that `which` picks."""
        cosines = self._products((self.numbers[which[at : at + BLOCK]] for at in range(0, len(which), BLOCK)), vector)
        return cosines if self.is_exact else cosines * self.scales[which]

    def cosines(self, vector: Vectors) -> NDArray[np.float32]:
        """The cosines of one vector with all."""
        if self.is_exact:
            return np.asarray(self.numbers @ vector, dtype=np.float32)

        def multiply(first: int) -> NDArray[np.float32]:
            run = self.numbers[first : first + RUN]
            return self._products((run[at : at + BLOCK] for at in range(0, len(run), BLOCK)), vector)

        with one_core_each() as threads:
            return np.concatenate(list(threads.map(multiply, range(0, len(self), RUN)))) * self.scales

    def _products(self, blocks: Iterable[NDArray[np.float32 | np.int8]], vector: Vectors) -> NDArray[np.float32]:
        """The products of one vector with the rows of all blocks, none of more than `BLOCK`, in their order."""
        floats = np.empty((BLOCK, self.numbers.shape[1]), dtype=np.float32)
        products = [np.empty(0, dtype=np.float32)]
        for block in blocks:
            np.copyto(floats[: len(block)], block)
            products.append(floats[: len(block)] @ vector)
        return np.concatenate(products)


def in_eight_bits(vectors: Vectors) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Whole numbers from -127 to 127, and what one of them is worth in each row."""
    scales = np.abs(vectors).max(axis=1) / np.float32(LARGEST)
    safe = np.where(scales > 0, scales, 1)[:, np.newaxis]
    return np.rint(vectors / safe).astype(np.int8), scales.astype(np.float32)
