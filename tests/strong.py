"""Strong encoders for tests: quick, and the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase
from threading import Event

import numpy as np
from numpy.typing import NDArray

from chatbot.encoders.encoder import TokenStates, Window

DIMENSIONS = 384


class LetterCounts:
    """Embeds a text by how often it has each letter, and a word like a text.

    Questions are turned into `preferred`, if there is one, so that a test can say which passage is meant. Passages
    wait for `may_go_on`, so that a test can ask between two batches. `read` has all texts in their order.
    """

    identity = "letter counts"

    def __init__(self, preferred: str = "") -> None:
        self.may_go_on = Event()
        self.may_go_on.set()
        self.preferred = preferred
        self.questions: list[str] = []
        self.read: list[Window] = []

    def encode_question(self, question: str) -> TokenStates:
        self.questions.append(question)
        return self._states((self.preferred or question,))

    def encode_passages(self, texts: Sequence[Window]) -> list[TokenStates]:
        assert self.may_go_on.wait(120)
        self.read += texts
        return [self._states(text) for text in texts]

    def _states(self, parts: Window) -> TokenStates:
        rows = tuple(
            np.array([_counts(word) for word in part.split()], np.float32).reshape(-1, DIMENSIONS) for part in parts
        )
        return TokenStates(_counts(" ".join(parts)), rows)


class Broken:
    """A strong encoder that fails."""

    identity = "broken"

    def encode_question(self, question: str) -> TokenStates:
        raise RuntimeError(question)

    def encode_passages(self, texts: Sequence[Window]) -> list[TokenStates]:
        raise RuntimeError(f"no room for {len(texts)} texts")


def _counts(text: str) -> NDArray[np.float32]:
    counts = np.full(DIMENSIONS, 1e-3, np.float32)
    counts[: len(ascii_lowercase)] += [text.lower().count(letter) for letter in ascii_lowercase]
    return counts
