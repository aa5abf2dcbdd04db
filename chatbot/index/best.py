"""The best few of many scores, without sorting all of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
"""One score a passage."""


def best_first(scores: Scores, count: int) -> NDArray[np.intp]:
    """The places of the `count` highest scores, the highest first and equal ones in their order.

    All places if there are fewer. Only scores as high as the lowest of the best are sorted.
    """
    if count >= len(scores):
        return np.argsort(-scores, kind="stable")
    among_best = np.flatnonzero(scores >= np.partition(scores, -count)[-count])
    return among_best[np.argsort(-scores[among_best], kind="stable")][:count]
