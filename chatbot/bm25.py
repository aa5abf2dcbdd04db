"""BM25 over postings: rank-bm25's model with an idf that is never negative."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from itertools import chain, count, islice
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from chatbot.best import Scores, best_first

PassageNumbers = NDArray[np.int32]
"""Places of passages in the order of the corpus, each once and ascending."""

K1 = 0.9
"""How fast repeating a term stops counting; 0.9 and 0.5 are Anserini's defaults for short passages
(Yang et al. 2017), and did better on the development set than rank-bm25's 1.5 and 0.75."""

B = 0.5
"""How much the length of a passage counts, from 0 to 1."""

BLOCK_SIZE = 16_384
"""Passages whose postings are sorted at a time: blocked sort-based indexing (Manning et al. 2008, section 4.2)."""


Document = TypeVar("Document")


class Bm25(BM25Okapi):  # type: ignore[misc]  # rank-bm25 has no types
    """rank-bm25's Okapi model, with the postings of each term instead of the terms of each passage.

    The stock class asks every passage for every term of a question. Here a term costs as much as
    there are passages that have it. The postings of all terms lie in two arrays, one after the
    other: four bytes for the number of the passage and eight for what the term adds to its score.

    The stock idf is zero for a term in half of the passages and negative for one in more; with two
    articles on one subject that is every important word. This one is Lucene's, log(1 + (N - n + 0.5)
    / (n + 0.5)), which is always positive.
    """

    def __init__(self, passages: Iterable[Sequence[str]]) -> None:
        """Index passages, each a list of terms, of which none is kept; at least one must have a term."""
        self._blocks: list[_Block] = []
        super().__init__(passages, k1=K1, b=B)
        self._place(self._blocks)
        del self._blocks

    @property
    def terms(self) -> Set[str]:
        """The terms that any passage has."""
        return self._numbers.keys()

    def term_scores(self, term: str) -> tuple[PassageNumbers, Scores]:
        """The passages that hold the term, and what it adds to the score of each."""
        number = self._numbers[term]
        where = slice(self._starts[number], self._starts[number + 1])
        return self._passages[where], self._weights[where]

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

    def _initialize(self, corpus: Iterable[Sequence[str]]) -> dict[str, int]:
        """Sort the postings of one block of passages after the other; tells how many passages have each term."""
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        lengths = []
        passages = iter(corpus)
        while block := list(islice(passages, BLOCK_SIZE)):
            lengths.append(np.fromiter(map(len, block), dtype=np.int64, count=len(block)))
            self._blocks.append(_sorted_block(block, lengths[-1], numbers, self.corpus_size))
            self.corpus_size += len(block)
        self.doc_len = np.concatenate(lengths)
        self.avgdl = int(self.doc_len.sum()) / self.corpus_size
        self._numbers = dict(numbers)
        frequencies = np.zeros(len(numbers), dtype=np.int64)
        for sorted_block in self._blocks:
            frequencies += np.bincount(sorted_block.terms, minlength=len(numbers))
        self._starts = np.concatenate(([0], np.cumsum(frequencies)))
        return dict(zip(numbers, frequencies.tolist(), strict=True))

    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.idf = {term: inverse_document_frequency(self.corpus_size, passages) for term, passages in nd.items()}

    def _place(self, blocks: list[_Block]) -> None:
        """Put the postings of each term, block by block, behind one another."""
        idf: Scores = np.fromiter(self.idf.values(), dtype=np.float64, count=len(self.idf))
        length_norms: Scores = self.k1 * (1 - self.b + self.b * self.doc_len / (self.avgdl or 1))
        self._passages: PassageNumbers = np.empty(self._starts[-1], dtype=np.int32)
        self._weights: Scores = np.empty(self._starts[-1])
        free = self._starts[:-1].copy()
        for terms, passages, frequencies in blocks:
            counts = np.bincount(terms, minlength=len(free))
            places = np.arange(len(terms)) + np.repeat(free - (np.cumsum(counts) - counts), counts)
            free += counts
            self._passages[places] = passages
            self._weights[places] = idf[terms] * frequencies * (self.k1 + 1) / (frequencies + length_norms[passages])


class _Block(NamedTuple):
    """The postings of some neighbouring passages, by term and then by passage."""

    terms: NDArray[np.int32]
    passages: PassageNumbers
    frequencies: NDArray[np.int32]


def _sorted_block(
    passages: Sequence[Sequence[str]], lengths: NDArray[np.int64], numbers: defaultdict[str, int], first: int
) -> _Block:
    """The postings of passages numbered from `first`; new terms get their number from `numbers`."""
    terms = np.fromiter(
        map(numbers.__getitem__, chain.from_iterable(passages)), dtype=np.int64, count=int(lengths.sum())
    )
    occurrences = terms * BLOCK_SIZE + np.repeat(np.arange(len(passages)), lengths)
    postings, frequencies = np.unique(occurrences, return_counts=True)
    found, where = np.divmod(postings, BLOCK_SIZE)
    return _Block(found.astype(np.int32), (first + where).astype(np.int32), frequencies.astype(np.int32))


def inverse_document_frequency(passages: int, passages_with_term: int) -> float:
    """Lucene's idf: how much it says that a passage has the term."""
    return math.log(1 + (passages - passages_with_term + 0.5) / (passages_with_term + 0.5))
