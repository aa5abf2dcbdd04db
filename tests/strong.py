"""A strong encoder for tests: quick, and the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase
from threading import Event

import numpy as np

from chatbot.encoders.encoder import Vectors


class LetterCounts:
    """Embeds a text by how often it has each letter.

    Questions are turned into `preferred`, if there is one, so that a test can say which passage is meant. Passages
    wait for `may_go_on`, so that a test can ask between two batches.
    """

    identity = "letter counts"

    def __init__(self, preferred: str = "") -> None:
        self.may_go_on = Event()
        self.may_go_on.set()
        self.preferred = preferred
        self.questions: list[str] = []

    def encode_question(self, question: str) -> Vectors:
        self.questions.append(question)
        (vector,) = self._vectors([self.preferred or question])
        return np.asarray(vector, dtype=np.float32)

    def encode_passages(self, passages: Sequence[str]) -> Vectors:
        assert self.may_go_on.wait(10)
        return self._vectors(passages)

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        counts = np.array([[text.lower().count(letter) for letter in ascii_lowercase] for text in texts], np.float32)
        return np.asarray(counts / np.linalg.norm(counts, axis=1, keepdims=True), dtype=np.float32)


class Broken:
    """A strong encoder that fails."""

    identity = "broken"

    def encode_question(self, question: str) -> Vectors:
        raise RuntimeError(question)

    def encode_passages(self, passages: Sequence[str]) -> Vectors:
        raise RuntimeError(f"no room for {len(passages)} texts")
