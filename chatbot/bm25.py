"""BM25 over postings: rank-bm25's model with an idf that is never negative."""

from __future__ import annotations

import math
from collections.abc import Sequence, Set

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

Scores = NDArray[np.float64]
"""One score a passage."""

K1 = 0.9
"""How fast repeating a term stops counting; 0.9 and 0.5 are Anserini's defaults for short passages
(Yang et al. 2017), and did better on the development set than rank-bm25's 1.5 and 0.75."""

B = 0.5
"""How much the length of a passage counts, from 0 to 1."""


class Bm25(BM25Okapi):  # type: ignore[misc]  # rank-bm25 has no types
    """rank-bm25's Okapi model, asked for one term at a time.

    The stock idf is zero for a term in half of the passages and negative for one in more; with two
    articles on one subject that is every important word. This one is Lucene's, log(1 + (N - n + 0.5)
    / (n + 0.5)), which is always positive.
    """

    def __init__(self, passages: Sequence[Sequence[str]]) -> None:
        """Index passages, each a list of terms; at least one must have a term."""
        super().__init__(passages, k1=K1, b=B)
        postings: dict[str, tuple[list[int], list[int]]] = {}
        for passage, frequencies in enumerate(self.doc_freqs):
            for term, frequency in frequencies.items():
                passages_of_term, frequencies_of_term = postings.setdefault(term, ([], []))
                passages_of_term.append(passage)
                frequencies_of_term.append(frequency)
        self._postings = {
            term: (np.array(where), np.array(how_often, dtype=np.float64))
            for term, (where, how_often) in postings.items()
        }
        lengths = np.array(self.doc_len, dtype=np.float64)
        self._length_norms: Scores = self.k1 * (1 - self.b + self.b * lengths / (self.avgdl or 1))

    @property
    def terms(self) -> Set[str]:
        """The terms that any passage has."""
        return self._postings.keys()

    def term_scores(self, term: str) -> tuple[NDArray[np.int_], Scores]:
        """The passages that hold the term, and what it adds to the score of each."""
        passages, frequencies = self._postings[term]
        scores = self.idf[term] * frequencies * (self.k1 + 1) / (frequencies + self._length_norms[passages])
        return passages, scores

    def unseen_idf(self) -> float:
        """The idf of a term that no passage has: as for one that a single passage has."""
        return inverse_document_frequency(self.corpus_size, 1)

    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.idf = {term: inverse_document_frequency(self.corpus_size, count) for term, count in nd.items()}


def inverse_document_frequency(passages: int, passages_with_term: int) -> float:
    """Lucene's idf: how much it says that a passage has the term."""
    return math.log(1 + (passages - passages_with_term + 0.5) / (passages_with_term + 0.5))
