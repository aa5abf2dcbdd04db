"""Outlines: many vectors by their few main directions, which tell quickly which of them may lie near."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from chatbot.encoders.encoder import Vectors
from chatbot.encoders.vectors import KeptVectors, in_eight_bits

ROUGH_DIRECTIONS = 47
"""The principal components by which all vectors are looked at: they and what is taken off fill 192 bytes a vector.

A question takes as long as it takes to read them: with 63, of which fewer vectors need be looked at again to find as
many of the nearest, half as long again for one of four words.
"""

DIRECTIONS = 128
"""The principal components by which the vectors that lie near by the first of them are looked at again, in 8 bits.

Among 500,000 Dutch and English words the 256 nearest by these hold as many of the eight nearest to a word, of 520, as
the whole vectors of all that were looked at; by 96 components 0.4 % fewer.
"""

LOOKED_AT_AGAIN = 8
"""How many vectors are looked at again for each that is wanted."""

STEP = 64
"""One in so many vectors is looked at first, to tell how near the nearest lie."""

BLOCK = 1024
"""Vectors that stand together in memory: few enough that BLAS multiplies them by 15 words without copying them first.

OpenBLAS has a way of its own for products of up to a million multiplications. Multiplying 500,000 vectors of 63
components by nine words takes 19 ms of a busy core so, 28 ms in blocks of twice as many, and 37 ms in one piece.
"""

BLOCKS_AT_ONCE = 32
"""How many of those one thread multiplies before it takes others."""

LEAST = 1e-3
"""The least cosine with which anything is near: what has less lies at a right angle or beyond."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The principal components of vectors, at length 1, and of each what is to be taken from its cosines.

    Of vectors of the same length, those that agree in their main directions agree in the others about as much, so that
    the cosine of the components foretells that of the vectors better than their product does, by which one more in a
    hundred of those that are really nearest to a word would be missed.

    `axes` has one column a component, the largest last. `rough` are the largest components of all vectors, in blocks,
    each of one row a component and one more, for what is to be taken off, and one column a vector. `drawn` are one in
    `STEP` of the columns. `fine` are all the components. All may be mapped from files.
    """

    axes: NDArray[np.float32]
    rough: NDArray[np.float32]
    drawn: NDArray[np.float32]
    fine: KeptVectors

    @classmethod
    def of(cls, vectors: KeptVectors, sample: Vectors, taken_off: NDArray[np.float32]) -> Outline:
        """Find the components in a sample of the vectors, and those of all vectors."""
        _, components = np.linalg.eigh(sample.T @ sample)  # the largest come last
        axes = components[:, -DIRECTIONS:].astype(np.float32)
        rough = np.zeros((-(-len(vectors) // BLOCK), axes[:, -ROUGH_DIRECTIONS:].shape[1] + 1, BLOCK), dtype=np.float32)
        rough[:, -1] = -np.inf  # what fills the last block up lies near nothing
        fine = []
        for block, start in zip(rough, range(0, len(vectors), BLOCK), strict=True):
            outlines = vectors.rows(slice(start, start + BLOCK)) @ axes
            block[:-1, : len(outlines)] = _unit(outlines[:, -ROUGH_DIRECTIONS:]).T
            block[-1, : len(outlines)] = -taken_off[start : start + BLOCK]
            fine.append(in_eight_bits(_unit(outlines)))
        return cls(axes, rough, np.concatenate(rough[:, :, ::STEP], axis=1), KeptVectors.joined(fine))

    def best(self, vectors: Vectors, count: int, threads: Executor) -> list[NDArray[np.int_]]:
        """For each vector, the numbers of the `count` that lie nearest by this outline, ascending."""
        asked = vectors @ self.axes
        found = self._roughly_best(asked[:, -ROUGH_DIRECTIONS:], LOOKED_AT_AGAIN * count, threads)
        return list(threads.map(self._finely_best, _unit(asked), found, repeat(count)))

    def _roughly_best(self, asked: Vectors, count: int, threads: Executor) -> list[NDArray[np.int_]]:
        """For each vector of main components, the numbers of the roughly `count` that lie nearest by those."""
        asked = np.hstack((_unit(asked), np.ones((len(asked), 1), dtype=np.float32)))
        drawn = asked @ self.drawn
        rank = min(max(1, count // STEP), drawn.shape[1])
        least = np.partition(drawn, -rank, axis=1)[:, -rank, np.newaxis]
        asked /= np.maximum(least, LEAST)  # comparing with 1 takes a quarter of comparing each row with its own least

        def near(start: int) -> NDArray[np.int_]:
            return np.flatnonzero(asked @ self.rough[start : start + BLOCKS_AT_ONCE] >= 1) + start * len(asked) * BLOCK

        places = np.concatenate(list(threads.map(near, range(0, len(self.rough), BLOCKS_AT_ONCE))))
        blocks, rows, columns = np.unravel_index(places, (len(self.rough), len(asked), BLOCK))
        numbers = blocks * BLOCK + columns
        return [numbers[rows == row] for row in range(len(asked))]

    def _finely_best(self, asked: Vectors, numbers: NDArray[np.int_], count: int) -> NDArray[np.int_]:
        """Of the vectors with these numbers, those of the `count` that lie nearest to one by all components."""
        if len(numbers) <= count:
            return numbers
        blocks, columns = np.divmod(numbers, BLOCK)
        nearness = self.fine.cosines_of(numbers, asked) + self.rough[blocks, -1, columns]
        return numbers[np.sort(np.argpartition(nearness, -count)[-count:])]


def _unit(vectors: Vectors) -> Vectors:
    """The vectors at length 1; those of no length stay as they are."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)
