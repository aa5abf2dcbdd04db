"""The reader without a strong encoder: the cosines of the question with each sentence, by the light encoder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from chatbot.encoders.encoder import Encoder
from chatbot.passages.passage import Passage
from chatbot.reader.relevance import Calibration, Comparison

SENTENCE_WEIGHT = 1.4
"""Weight of the cosine of the question and the nearest sentence of a passage, beside the scores of the first stage."""

CALIBRATION = Calibration(
    answer=0.28,
    other_language=0.0,
    passage_logit=2.8,
    words_logit=4.2,
    length_logit=1.5,
    similarity=20.0,
    relevance=4.0,
    coverage=8.5,
    across_languages=0.7,
    size=-1.0,
    intercept=-5.17,
)


CACHE_SIZE = 20_000  # sentences whose vectors are held in memory, in 40 MB


class LightReader:
    """Embeds the sentences of the candidates when a question comes, under the title of their article."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def compare(self, question: str, passages: Sequence[Passage]) -> Comparison:
        """The relevance of each sentence."""
        cosines = (own for own, _ in self._similarities(question, passages))
        return Comparison(tuple(tuple((SENTENCE_WEIGHT * own).tolist()) for own in cosines), CALIBRATION)

    def specificity(self, question: str, passages: Sequence[Passage]) -> tuple[NDArray[np.float64], ...]:
        """For each sentence of each passage, its cosine with the question less its mean cosine with its passage.

        A sentence that says what its passage says as a whole is near to every question about it, and answers none.
        """
        return tuple(
            (cosines - centrality).astype(np.float64) for cosines, centrality in self._similarities(question, passages)
        )

    def _similarities(
        self, question: str, passages: Sequence[Passage]
    ) -> Iterator[tuple[NDArray[np.float32], NDArray[np.float32]]]:
        """For each passage, the cosines of its sentences with the question, and the mean ones with each other."""
        texts = [
            f"{passage.article.title}. {passage.sentence_text(number)}"
            for passage in passages
            for number in range(len(passage.sentences))
        ]
        asked = self._encoder.encode([question])[0]
        vectors = iter(self._embedded(texts))
        for passage in passages:
            own = np.array([next(vectors) for _ in passage.sentences])
            yield own @ asked, own @ own.mean(axis=0)

    def _embedded(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        """The vectors of the texts, those of earlier questions from memory."""
        if len(self._vectors) > CACHE_SIZE:
            self._vectors = {}
        vectors = self._vectors  # which another thread may replace
        new = [text for text in dict.fromkeys(texts) if text not in vectors]
        vectors |= zip(new, self._encoder.encode(new), strict=True)
        return [vectors[text] for text in texts]
