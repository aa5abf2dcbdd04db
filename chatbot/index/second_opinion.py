"""The second opinion: how near a strong encoder, which takes its time, finds each passage to a question."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from chatbot.encoders.encoder import StrongEncoder
from chatbot.index.best import Scores
from chatbot.index.embedding import Embedder, Embedding
from chatbot.passages.passage import Passage
from chatbot.storage.cache import Cache
from chatbot.text.text_keys import text_keys

WINDOW = 2
"""Sentences that are embedded together.

Whole passages say too much at once: on the development set windows of two sentences, of which the
nearest counts for its passage, find 2 points more of the questions than whole passages.
"""

BATCH_SIZE = 8
"""Windows that are embedded at a time: about half a second, after which progress is told or a reader may have quit."""

KEPT_TOGETHER = 128
"""Windows that are put in the cache at a time: about ten seconds of work."""


class SecondOpinion:
    """The passages' vectors by a strong encoder, as far as there are any yet.

    One thread may add vectors while others ask.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        encoder: StrongEncoder,
        cache: Cache | None = None,
        earlier: SecondOpinion | None = None,
    ) -> None:
        """Take what the cache and an `earlier` opinion have; embed nothing yet."""
        windows = [_windows(passage) for passage in passages]
        counts = [len(texts) for texts in windows]
        texts = list(chain.from_iterable(windows))
        self._firsts: NDArray[np.int_] = np.cumsum([0, *counts[:-1]]) if counts else np.empty(0, np.int_)
        self._encoder = encoder
        self.embedding: Embedding = Embedding(
            text_keys(texts),
            texts.__getitem__,
            Embedder(encoder.identity, encoder.encode_passages, BATCH_SIZE, KEPT_TOGETHER, math.inf),
            cache,
            [earlier.embedding] if earlier else [],
        )

    @property
    def total(self) -> int:
        """How many windows there are."""
        return len(self.embedding.keys)

    @property
    def left(self) -> int:
        """How many of them have no vector yet."""
        return self.embedding.left

    def add_next_batch(self) -> bool:
        """Embed some more windows; tells whether there are any left after those."""
        return self.embedding.add_next_batch()

    def scores(self, question: str) -> Scores | None:
        """For every passage, the cosine of its nearest window less the mean of those; None before there is any.

        A passage without all of its vectors yet gets 0: it is taken for as near as the mean of the others.
        """
        if self.embedding.vectors is None or not len(self._firsts):
            return None
        is_there = np.logical_and.reduceat(self.embedding.is_there, self._firsts)
        if not is_there.any():
            return None
        cosines = self.embedding.vectors.cosines(self._encoder.encode_question(question))
        nearest = np.maximum.reduceat(cosines, self._firsts)
        scores: Scores = np.zeros(len(self._firsts))
        scores[is_there] = nearest[is_there] - nearest[is_there].mean()
        return scores


def _windows(passage: Passage) -> list[str]:
    """Every run of two sentences of the passage, under the title; a single sentence where it has no more."""
    article, sentences = passage.article, passage.sentences
    pairs = zip(sentences, sentences[WINDOW - 1 :] or sentences[-1:], strict=False)
    return [f"{article.title}. {article.plain[first[0] : last[1]]}" for first, last in pairs]
