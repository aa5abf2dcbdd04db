"""The second opinion: how near a strong encoder, which takes its time, finds each passage to a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from chatbot.best import Scores
from chatbot.encoder import StrongEncoder, Vectors
from chatbot.passages import Passage

WINDOW = 2
"""Sentences that are embedded together.

Whole passages say too much at once: on the development set windows of two sentences, of which the
nearest counts for its passage, find 2 points more of the questions than whole passages.
"""

BATCH_SIZE = 2
"""Passages that are embedded at a time: about a second, after which progress is told or a reader may have quit."""


@dataclass(frozen=True, slots=True)
class _Embedded:
    """The vectors of the windows of the first passages, and which of them is the first of each passage."""

    vectors: Vectors
    firsts: NDArray[np.int_]


class SecondOpinion:
    """The passages' vectors by a strong encoder, as far as there are any yet.

    One thread may add vectors while others ask: they are replaced as a whole, never changed, so
    that a question sees all of a batch or nothing of it.
    """

    def __init__(self, passages: Sequence[Passage], encoder: StrongEncoder) -> None:
        """Embed nothing yet."""
        self._passages = passages
        self._encoder = encoder
        self._embedded: _Embedded | None = None
        self._adding = Lock()

    @property
    def share(self) -> float:
        """The share of the passages that has been embedded, from 0 to 1."""
        return self._count() / len(self._passages) if self._passages else 1.0

    def add_next_batch(self) -> bool:
        """Embed some more passages; tells whether there are any left after those."""
        with self._adding:
            start = self._count()
            windows = [_windows(passage) for passage in self._passages[start : start + BATCH_SIZE]]
            if windows:
                self._add(self._encoder.encode_passages(list(chain(*windows))), [len(texts) for texts in windows])
            return self._count() < len(self._passages)

    def _add(self, vectors: Vectors, counts: Sequence[int]) -> None:
        firsts = np.cumsum([0, *counts[:-1]])
        if old := self._embedded:
            firsts = np.concatenate((old.firsts, firsts + len(old.vectors)))
            vectors = np.concatenate((old.vectors, vectors))
        self._embedded = _Embedded(vectors, firsts)

    def scores(self, question: str) -> Scores | None:
        """For every passage, the cosine of its nearest window less the mean of those; None before the first batch.

        A passage without vectors yet gets 0: it is taken for as near as the mean of the others.
        """
        embedded = self._embedded
        if embedded is None:
            return None
        cosines = np.maximum.reduceat(embedded.vectors @ self._encoder.encode_question(question), embedded.firsts)
        scores: Scores = np.zeros(len(self._passages))
        scores[: len(cosines)] = cosines - cosines.mean()
        return scores

    def _count(self) -> int:
        return len(self._embedded.firsts) if self._embedded else 0


def _windows(passage: Passage) -> list[str]:
    """Every run of two sentences of the passage, under the title; a single sentence where it has no more."""
    article, sentences = passage.article, passage.sentences
    pairs = zip(sentences, sentences[WINDOW - 1 :] or sentences[-1:], strict=False)
    return [f"{article.title}. {article.text[first[0] : last[1]]}" for first, last in pairs]
