"""Encoders: texts to vectors (embeddings) in which Dutch and English of one meaning lie close together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]  # one row a text, each of unit length, so that a dot product is a cosine

Window = tuple[str, ...]
"""A text in parts that are joined by white space: what stands above its sentences, and each sentence."""


@dataclass(frozen=True, slots=True)
class TokenStates:
    """A text as an encoder sees it: the mean of the last hidden states of all tokens, and the states themselves.

    `vector` counts the states of the prefix and the special tokens too. `parts` has, for each part of the text, a row
    for each token of its own. Neither is of unit length.
    """

    vector: NDArray[np.float32]
    parts: tuple[NDArray[np.float32], ...]


def whole_letters(text: str) -> str:
    """The text with accents composed, as models know them, and without halves of surrogate pairs."""
    return normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))


class Encoder(Protocol):
    """Embeds words, questions and passages of both languages in one space."""

    identity: str
    """Its name and version: as long as that is the same, a text has the same vector."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of the texts, in their order."""
        ...


class StrongEncoder(Protocol):
    """Embeds questions near the texts that answer them, and gives the vectors of their tokens."""

    identity: str
    """Its name and version, as above."""

    def encode_question(self, question: str) -> TokenStates:
        """The states of a question, in one part."""
        ...

    def encode_passages(self, texts: Sequence[Window]) -> Sequence[TokenStates]:
        """The states of texts, in their order."""
        ...
