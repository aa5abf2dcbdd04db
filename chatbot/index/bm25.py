"""BM25: rank-bm25's counts and parameters, scored over postings."""

from __future__ import annotations

import math
from collections.abc import Iterable, KeysView
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

Scores = NDArray[np.float64]  # one score a passage
PassageNumbers = NDArray[np.int32]  # numbers of passages in the order of the corpus, each once and ascending
K1 = 0.9  # saturation of the term frequency; 0.9 and 0.5 are Anserini's defaults for short passages (Yang et al. 2017)
B = 0.5  # normalisation by the length of a passage, from 0 to 1
NO_TERM = "\0"  # stands in the passages of a corpus without terms; no question has it


class Bm25:
    """Okapi BM25 (Robertson and Zaragoza 2009) with an inverted index: for each term, the passages that have it.

    rank-bm25 counts the terms and holds the model: term frequencies, lengths and parameters. Its own scoring looks up
    every term of a question in every passage; with postings a term costs as much as there are passages with it. Its
    idf is zero for a term in half of the passages and negative for one in more. Here it is Lucene's,
    log(1 + (N - n + 0.5) / (n + 0.5)), which is always positive.
    """

    def __init__(self, passages: Iterable[list[str]]) -> None:
        """Index passages, at least one, each given as its terms."""
        corpus = list(passages)
        # rank-bm25 divides by the number of terms, of which articles of stop words alone have none.
        model = BM25Okapi(corpus if any(corpus) else [[NO_TERM]] * len(corpus), k1=K1, b=B)
        self.size: int = model.corpus_size
        lengths = np.array(model.doc_len, dtype=np.float64)
        self._length_norms: Scores = K1 * (1 - B + B * lengths / model.avgdl)
        terms = dict.fromkeys(chain.from_iterable(model.doc_freqs))
        self._numbers = {term: number for number, term in enumerate(terms) if term != NO_TERM}
        counts = [len(frequencies) for frequencies in model.doc_freqs]
        numbers = map(self._numbers.get, chain.from_iterable(model.doc_freqs), repeat(0))
        owners = np.fromiter(numbers, np.int32)
        order = np.argsort(owners, kind="stable")
        self._starts = np.searchsorted(owners[order], np.arange(len(terms) + 1))
        self._passages = np.repeat(np.arange(self.size, dtype=np.int32), counts)[order]
        frequencies = chain.from_iterable(frequencies.values() for frequencies in model.doc_freqs)
        self._frequencies = np.fromiter(frequencies, np.int32)[order]

    @property
    def terms(self) -> KeysView[str]:
        """The terms that any passage has."""
        return self._numbers.keys()

    def postings(self, term: str) -> tuple[PassageNumbers, Scores]:
        """The passages that have the term, and what it adds to the score of each."""
        number = self._numbers.get(term)
        if number is None:
            return np.empty(0, np.int32), np.empty(0)
        found = slice(self._starts[number], self._starts[number + 1])
        passages, frequencies = self._passages[found], self._frequencies[found]
        return passages, self.idf(term) * frequencies * (K1 + 1) / (frequencies + self._length_norms[passages])

    def idf(self, term: str) -> float:
        """The inverse document frequency; that of a term in one passage for one that no passage has."""
        number = self._numbers.get(term)
        passages = 1 if number is None else int(self._starts[number + 1] - self._starts[number])
        return math.log(1 + (self.size - passages + 0.5) / (passages + 0.5))
