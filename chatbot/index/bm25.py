"""BM25 over postings: rank-bm25's model with an idf that is never negative."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from chatbot.index.best import Scores, best_first
from chatbot.passages.occurrences import Occurrences

PassageNumbers = NDArray[np.int32]
"""Places of passages in the order of the corpus, each once and ascending."""

K1 = 0.9
"""How fast repeating a term stops counting; 0.9 and 0.5 are Anserini's defaults for short passages
(Yang et al. 2017), and did better on the development set than rank-bm25's 1.5 and 0.75."""

B = 0.5
"""How much the length of a passage counts, from 0 to 1."""

Document = TypeVar("Document")


class Bm25(BM25Okapi):  # type: ignore[misc]  # rank-bm25 has no types
    """rank-bm25's Okapi model, with the postings of each term instead of the terms of each passage.

    The stock class asks every passage for every term of a question. Here a term costs as much as
    there are passages that have it. The postings of all terms lie in two arrays, one after the
    other, which may be mapped from a file: four bytes for the number of the passage and four for how
    often it has the term. What a term adds to the scores is worked out when it is first asked for, and
    kept, eight bytes a posting.

    The stock idf is zero for a term in half of the passages and negative for one in more; with two
    articles on one subject that is every important word. This one is Lucene's, log(1 + (N - n + 0.5)
    / (n + 0.5)), which is always positive.
    """

    def __init__(self, terms: Occurrences, lengths: NDArray[np.int32]) -> None:
        """Rank passages by the terms that occur in them; `lengths` tell how many each has, and one must have any."""
        super().__init__((terms, lengths), k1=K1, b=B)
        self._starts: list[int] = terms.starts.tolist()
        self._term_scores: dict[str, tuple[PassageNumbers, Scores]] = {}
        self._length_norms: Scores = self.k1 * (1 - self.b + self.b * self.doc_len / (self.avgdl or 1))

    @property
    def terms(self) -> Set[str]:
        """The terms that any passage has."""
        return self._numbers.keys()

    def term_scores(self, term: str) -> tuple[PassageNumbers, Scores]:
        """The passages that hold the term, and what it adds to the score of each."""
        found = self._term_scores.get(term)
        if found is None:
            number = self._numbers[term]
            where = slice(self._starts[number], self._starts[number + 1])
            passages, frequencies = self._postings.places[where], self._postings.counts[where]
            scores = self.idf[term] * frequencies * (self.k1 + 1) / (frequencies + self._length_norms[passages])
            found = self._term_scores[term] = (passages, scores)
        return found

    def get_scores(self, query: Iterable[str]) -> Scores:
        """What every passage scores on the terms of a query; a term that it repeats counts again."""
        return self._sum([self.term_scores(term) for term in query if term in self._numbers])

    def get_batch_scores(self, query: Iterable[str], doc_ids: Sequence[int]) -> list[float]:
        """What those passages score on the terms of a query."""
        return [float(score) for score in self.get_scores(query)[doc_ids]]

    def get_top_n(self, query: Sequence[str], documents: Sequence[Document], n: int = 5) -> list[Document]:
        """Of as many documents as there are passages, those of the `n` that score best, if they score at all.

        `n` passages have the rarest term that so many have, and score what the last of them does or more:
        whatever scores less is not among the best, and need not be sorted.
        """
        postings = [self.term_scores(term) for term in query if term in self._numbers]
        scores = self._sum(postings)
        rarest = min((passages for passages, _ in postings if len(passages) >= n), key=len, default=None)
        floor = np.finfo(np.float64).tiny if rarest is None else np.partition(scores[rarest], -n)[-n]
        hits = np.flatnonzero(scores >= floor)
        return [documents[passage] for passage in hits[best_first(scores[hits], n)].tolist()]

    def unseen_idf(self) -> float:
        """The idf of a term that no passage has: as for one that a single passage has."""
        return inverse_document_frequency(self.corpus_size, 1)

    def _sum(self, postings: Iterable[tuple[PassageNumbers, Scores]]) -> Scores:
        """For every passage, the sum of what it gets from each of the postings."""
        scores: Scores = np.zeros(self.corpus_size)
        for passages, term_scores in postings:
            np.add.at(scores, passages, term_scores)
        return scores

    def _initialize(self, corpus: tuple[Occurrences, NDArray[np.int32]]) -> dict[str, int]:
        """Take the postings and the lengths as they are; gives the number of each term."""
        self._postings, lengths = corpus
        self.corpus_size = len(lengths)
        self._numbers = {term: number for number, term in enumerate(self._postings.strings)}
        self.doc_len: Scores = lengths.astype(np.float64)
        self.avgdl = float(self.doc_len.sum()) / self.corpus_size
        return self._numbers

    def _calc_idf(self, numbers: dict[str, int]) -> None:
        self.idf: Mapping[str, float] = _Idfs(self.corpus_size, numbers, self._postings.starts)


class _Idfs(dict[str, float]):
    """The idf of each term, worked out when it is first asked for: of a large vocabulary hardly any ever is."""

    def __init__(self, passages: int, numbers: Mapping[str, int], starts: NDArray[np.int64]) -> None:
        super().__init__()
        self._passages, self._numbers, self._starts = passages, numbers, starts

    def __missing__(self, term: str) -> float:
        number = self._numbers[term]
        with_term = int(self._starts[number + 1] - self._starts[number])
        idf = self[term] = inverse_document_frequency(self._passages, with_term)
        return idf


def inverse_document_frequency(passages: int, passages_with_term: int) -> float:
    """Lucene's idf: how much it says that a passage has the term."""
    return math.log(1 + (passages - passages_with_term + 0.5) / (passages_with_term + 0.5))
