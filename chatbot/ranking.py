"""Ranking: which passages fit a question best, and how well."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chatbot.bm25 import Scores
from chatbot.index import Index, Similarities
from chatbot.query import QueryTerm

PASSAGE_WEIGHT = 0.7
"""What the cosine of question and passage weighs beside the best BM25 score, which counts as 1."""

SENTENCE_WEIGHT = 0.7
"""The same for the cosine of the question and the nearest sentence of the passage.

Both weights were chosen on the articles of one half of the development set; on the other half they
gave the same order of methods.
"""


@dataclass(frozen=True, slots=True)
class Ranking:
    """All passages of an index in the order in which they fit one question, the best first.

    `scores` and `similarities` are in the order of the index, `order` holds the passages' numbers.
    """

    query: tuple[QueryTerm, ...]
    similarities: Similarities
    scores: Scores
    order: NDArray[np.int_]


def rank_passages(index: Index, query: tuple[QueryTerm, ...], similarities: Similarities) -> Ranking:
    """Order the passages by BM25 over the query and by their likeness to the question in meaning."""
    words: Scores = np.zeros(len(index.passages))
    for query_term in query:
        words += index.term_score(query_term)
    best_score = words.max()
    nearest_sentences = np.maximum.reduceat(similarities.sentences, index.first_sentences[:-1])
    scores = (
        (words / best_score if best_score > 0 else words)
        + PASSAGE_WEIGHT * similarities.passages
        + SENTENCE_WEIGHT * nearest_sentences
    )
    return Ranking(query, similarities, scores, np.argsort(-scores, kind="stable"))
