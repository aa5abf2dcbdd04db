"""The nearest words: for a word of one language, those of the other that the encoder puts closest to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from chatbot.encoders.encoder import Encoder, Vectors
from chatbot.index.bridge import stored_hubness
from chatbot.index.embeddings import Embeddings
from chatbot.storage.store import Store
from chatbot.text.function_words import DUTCH, ENGLISH
from chatbot.text.language_code import Language
from chatbot.text.word_lists import word_counts

LEAST_MEANING_COUNT = {"nl": 500, "en": 1000}
"""The least count of a word to be a meaning, in a list of 260 and 600 million words: 13,000 words, and 18,000.

With all 42,000 words of a count over 50, or 53,000, as many nearest words are right, within a point.
"""

HUB_WEIGHT = 0.7
"""The share of its penalty for being a hub that a word pays; from 0.5 to 1 as many nearest words are right."""

NEIGHBOUR_COMMONNESS = 0.02
"""What a word gains with its count, a tenfold one: 3 to 5 points more of the nearest words are right than without."""

NEAREST_WORD_COUNT = 50  # the nearest words that are found; the farther the first is ahead of the last, the surer it is
NEAREST_BLOCK = 256  # words that are compared at a time, in 18 MB


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The nearest words, the nearest first, and how near each is: the cosine, without hubs and with commonness."""

    words: tuple[str, ...]
    nearness: tuple[float, ...]

    @property
    def lead(self) -> float:
        """How far the first is ahead of the last."""
        return self.nearness[0] - self.nearness[-1]


class NearestWords:
    """The common words of one language with their vectors: 37 MB, which come from the store in 0.2 s.

    To embed them takes 5 s on two cores, once.
    """

    def __init__(self, language: Language, encoder: Encoder, store: Store | None) -> None:
        """Take the vectors from the store, or embed the words."""
        counts = word_counts(language)
        function_words = DUTCH if language == "nl" else ENGLISH
        self._words = [
            word
            for word, count in counts.items()
            if count >= LEAST_MEANING_COUNT[language]
            and len(word) > 1
            and word.isalpha()
            and word not in function_words
        ]
        embeddings = Embeddings(self._words, self._words.__getitem__, encoder, store)
        while embeddings.left:
            embeddings.add_next_batch()
        self._vectors = embeddings.take_vectors()
        penalties = stored_hubness(self._words, self._vectors, encoder, store)
        commonness = np.log10([counts[word] for word in self._words], dtype=np.float32)
        self._bonus = NEIGHBOUR_COMMONNESS * commonness - HUB_WEIGHT * penalties

    def nearest(self, vectors: Vectors) -> Iterator[Neighbours]:
        """The nearest words of each vector."""
        for start in range(0, len(vectors), NEAREST_BLOCK):
            for nearness in vectors[start : start + NEAREST_BLOCK] @ self._vectors.T + self._bonus:
                some = np.argpartition(-nearness, NEAREST_WORD_COUNT)[:NEAREST_WORD_COUNT]
                order = some[np.argsort(-nearness[some], kind="stable")]
                yield Neighbours(tuple(self._words[place] for place in order), tuple(nearness[order].tolist()))
