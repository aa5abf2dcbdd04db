"""Outlines: many vectors by their few main directions, which tell quickly which of them may lie near."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chatbot.encoders.encoder import Vectors
from chatbot.encoders.vectors import KeptVectors

DIRECTIONS = 47
"""The principal components that are kept of each vector: they and what is taken off fill 192 bytes.

A question takes as long as it takes to read them: with 63, of which fewer vectors need be compared exactly to find as
many of the nearest, half as long again for one of four words.
"""

STEP = 64
"""One in so many vectors is looked at first, to tell how near the nearest lie."""

BLOCK = 1024
"""Vectors that stand together in memory: few enough that BLAS multiplies them by 15 words without copying them first.

OpenBLAS has a way of its own for products of up to a million multiplications. Multiplying 500,000 vectors of 63
components by nine words takes 19 ms of a busy core so, 28 ms in blocks of twice as many, and 37 ms in one piece.
"""

BLOCKS_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Outline:
    """The principal components of vectors, at length 1, and of each what is to be taken from its cosines.

    Of vectors of the same length, those that agree in their main directions agree in the others about as much, so that
    the cosine of the components foretells that of the vectors better than their product does, by which one more in a
    hundred of those that are really nearest to a word would be missed.

    `axes` has one column a component. `numbers` are in blocks, each of one row a component and one more, for what is
    to be taken off, and one column a vector. `drawn` are one in `STEP` of the columns. All may be mapped from files.
    """

    axes: NDArray[np.float32]
    numbers: NDArray[np.float32]
    drawn: NDArray[np.float32]

    @classmethod
    def of(cls, vectors: KeptVectors, sample: Vectors, taken_off: NDArray[np.float32]) -> Outline:
        """Find the components in a sample of the vectors, and those of all vectors."""
        _, components = np.linalg.eigh(sample.T @ sample)  # the largest come last
        axes = components[:, -DIRECTIONS:].astype(np.float32)
        numbers = np.zeros((-(-len(vectors) // BLOCK), axes.shape[1] + 1, BLOCK), dtype=np.float32)
        numbers[:, -1] = -np.inf  # what fills the last block up lies near nothing
        for block, start in zip(numbers, range(0, len(vectors), BLOCK), strict=True):
            outlines = _unit(vectors.rows(slice(start, start + BLOCK)) @ axes)
            block[:-1, : len(outlines)] = outlines.T
            block[-1, : len(outlines)] = -taken_off[start : start + BLOCK]
        return cls(axes, numbers, np.concatenate(numbers[:, :, ::STEP], axis=1))

    def best(self, vectors: Vectors, count: int) -> list[NDArray[np.int_]]:
        """For each vector, the numbers of the roughly `count` that lie nearest by this outline, ascending."""
        asked = np.hstack((_unit(vectors @ self.axes), np.ones((len(vectors), 1), dtype=np.float32)))
        drawn = asked @ self.drawn
        rank = min(max(1, count // STEP), drawn.shape[1])
        least = np.partition(drawn, -rank, axis=1)[:, -rank, np.newaxis]
        found: list[list[NDArray[np.int_]]] = [[] for _ in vectors]
        for start in range(0, len(self.numbers), BLOCKS_AT_ONCE):
            is_near = asked @ self.numbers[start : start + BLOCKS_AT_ONCE] >= least
            for row, parts in enumerate(found):
                parts.append(np.flatnonzero(is_near[:, row]) + start * BLOCK)
        return [np.concatenate(parts) for parts in found]


def _unit(vectors: Vectors) -> Vectors:
    """The vectors at length 1; those of no length stay as they are."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)
