"""Places: where values stand among others that ascend."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Value = TypeVar("Value", bound=np.generic)


def places_in(ascending: NDArray[Value], wanted: NDArray[Value]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Where each of the wanted values stands, and whether it does; the place of one that does not tells nothing."""
    if not len(ascending):
        return np.zeros(len(wanted), dtype=np.intp), np.zeros(len(wanted), dtype=np.bool_)
    places = np.minimum(np.searchsorted(ascending, wanted), len(ascending) - 1)
    return places, ascending[places] == wanted
