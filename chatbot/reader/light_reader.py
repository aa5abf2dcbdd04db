"""The reader without a strong encoder: the cosines of the question with each sentence, by the light encoder."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from chatbot.encoders.encoder import Encoder
from chatbot.passages.passage import Passage
from chatbot.reader.relevance import Calibration, Comparison, Relevance, length_share

SENTENCE_WEIGHT = 1.4
"""Weight of the cosine of the question and the nearest sentence of a passage, beside the scores of the first stage."""

COSINE_LOGIT, LENGTH_LOGIT = 6.3, 4.0
"""Weights of a sentence's cosine with the question, and of its length."""

CENTRALITY_LOGIT = 4.2
"""Penalty for a sentence's mean cosine with the others of its passage: one that says what the passage says as a whole
is near to every question about it, and answers none."""

CALIBRATION = Calibration(
    answer=0.28,
    words_logit=2.5,
    similarity=34.6,
    relevance=4.1,
    coverage=8.5,
    across_languages=1.3,
    size=-1.0,
    intercept=-8.36,
)


CACHE_SIZE = 20_000
"""Sentences whose vectors are held in memory, in 40 MB."""


class LightReader:
    """Embeds the sentences of the candidates when a question comes, under the title of their article."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def compare(self, question: str, passages: Sequence[Passage]) -> Comparison:
        """The relevance of each passage: that of its nearest sentence."""
        texts = [
            f"{passage.article.title}. {passage.sentence_text(number)}"
            for passage in passages
            for number in range(len(passage.sentences))
        ]
        asked = self._encoder.encode([question])[0]
        vectors = iter(self._embedded(texts))
        relevances = []
        for passage in passages:
            own = np.array([next(vectors) for _ in passage.sentences])
            cosines = own @ asked
            lengths = np.array([length_share(passage.sentence_text(number)) for number in range(len(own))])
            centrality = own @ own.mean(axis=0)
            logits = COSINE_LOGIT * cosines - CENTRALITY_LOGIT * centrality + LENGTH_LOGIT * lengths
            relevances.append(Relevance(0.0, tuple((SENTENCE_WEIGHT * cosines).tolist()), tuple(logits.tolist())))
        return Comparison(tuple(relevances), CALIBRATION)

    def _embedded(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        """The vectors of the texts, those of earlier questions from memory."""
        known = {text: self._vectors.get(text) for text in texts}
        new = [text for text, vector in known.items() if vector is None]
        found = {text: vector for text, vector in known.items() if vector is not None}
        found |= zip(new, self._encoder.encode(new), strict=True)
        if len(self._vectors) > CACHE_SIZE:
            self._vectors.clear()
        self._vectors |= found
        return [found[text] for text in texts]
