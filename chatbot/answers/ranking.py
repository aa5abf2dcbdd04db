"""Ranking: which passages fit a question best, and how well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chatbot.index.best import Scores, best_first
from chatbot.index.index import Index, Similarities
from chatbot.index.query import QueryTerm
from chatbot.passages.passage import WORD_LIMIT
from chatbot.text.answer_type import AnswerType

COVERAGE_WEIGHT = 0.8
"""What the share of the question that a passage meets weighs beside the root of its BM25 score over the best one's.

BM25 lets one rare word outweigh three others; the share sees to it that a passage with all of them
comes first. This weight and the following were fitted by logistic regression over all passages of
the development set; then those of the cosines and of the length were chosen on the questions about
other articles, for their recall and mean reciprocal rank together. From 1.4 to 1.6 for either cosine
and from 0.25 to 0.4 for the length those change by half a point.
"""

PASSAGE_WEIGHT = 1.4
"""What the cosine of question and passage weighs."""

SENTENCE_WEIGHT = 1.4
"""What the cosine of the question and the nearest sentence of the passage weighs."""

ANSWER_TYPE_WEIGHT = 0.2
"""What a sentence gains, beside its cosine, that holds what the question asks for: a number, a time, a person or
a reason. From 0.1 to 0.3 the order of the passages hardly changes; with more, reasons take the place of answers.
"""

ARTICLE_WEIGHT = 0.1
"""What the score of the best passage of its article gives to each passage: one subject, one article.

It found 1 point more on the development set, and from 0.05 to 0.3 the same.
"""

OPINION_WEIGHT = 40.0
"""What the cosine of question and passage weighs that a strong encoder gives.

Those cosines lie close together: of one question they differ by 0.03 from passage to passage. On the
development set 93 % of the Dutch and 92 % of the English questions have their answer among the first
five, where the light encoder alone finds 91 and 90 %. From 20 to 50 that changes by one question; the answer
is a little higher among the five with 40 than with 26.
"""

LENGTH_WEIGHT = 0.35
"""What the length of a passage weighs, as a share of the longest allowed: a few words seldom answer a question."""

SCORE_DECIMALS = 5
"""Decimals of a score; passages whose scores are the same in all of them keep the order of the articles."""

FIRST_SORTED = 256
"""Passages that are put in order before any other: far more than an answer cites, near-duplicates and all."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages of an index in the order in which they fit one question, the best first.

    `holds_answer` tells of each sentence whether it has anything of the type that the question asks
    for; `scores` and `coverage`, the share of the question that each passage meets, are in the
    order of the index. `lacks_amount` says that the question asks for an amount that none of the
    passages that fit best gives.
    """

    query: tuple[QueryTerm, ...]
    similarities: Similarities
    holds_answer: NDArray[np.bool_]
    scores: Scores
    coverage: Scores
    lacks_amount: bool = False

    @property
    def order(self) -> NDArray[np.intp]:
        """The numbers of all passages, the best first; they are sorted at each call."""
        return best_first(self.scores, len(self.scores))

    def best_first(self) -> Iterator[int]:
        """The numbers of all passages, the best first; they are sorted only as far as is likely to be read."""
        yield from best_first(self.scores, FIRST_SORTED).tolist()
        yield from self.order[FIRST_SORTED:].tolist()


def rank_passages(
    index: Index, query: tuple[QueryTerm, ...], similarities: Similarities, kind: AnswerType | None
) -> Ranking:
    """Order the passages by the words of the question that they meet and by their likeness to it in meaning.

    `kind` is the type of answer that the question asks for, if it says so.
    """
    bm25: Scores = np.zeros(len(index.passages))
    coverage: Scores = np.zeros(len(index.passages))
    asked = 0.0
    for query_term in query:
        passages, scores, weights = index.met(query_term)
        bm25[passages] += query_term.weight * scores
        if not query_term.is_pair:
            idf = query_term.weight * index.idf(query_term)
            coverage[passages] += idf * weights
            asked += idf
    holds_answer = index.sentences_that_hold(kind) if kind else np.zeros(len(similarities.sentences), dtype=np.bool_)
    sentence_scores = similarities.sentences + ANSWER_TYPE_WEIGHT * holds_answer
    scores = (
        # The root keeps a passage that repeats the question's rarest word from leaving all others far behind:
        # on four sets of questions in two languages it raises the mean reciprocal rank by half a point.
        np.sqrt(_shares(bm25, bm25.max()))
        + COVERAGE_WEIGHT * _shares(coverage, asked)
        + PASSAGE_WEIGHT * similarities.passages
        + SENTENCE_WEIGHT * np.maximum.reduceat(sentence_scores, index.first_sentences[:-1])
        + LENGTH_WEIGHT * index.lengths / WORD_LIMIT
    )
    if similarities.opinion is not None:
        scores += OPINION_WEIGHT * similarities.opinion
    scores += ARTICLE_WEIGHT * _best_of_article(index, scores)
    # Products of matrices give equal passages cosines that differ in the seventh decimal.
    scores = scores.round(SCORE_DECIMALS)
    return Ranking(query, similarities, holds_answer, scores, _shares(coverage, asked))


def _best_of_article(index: Index, scores: Scores) -> Scores:
    """For each passage, the score of the best passage of its article."""
    best: Scores = np.full(int(index.article_numbers.max()) + 1, -np.inf)
    np.maximum.at(best, index.article_numbers, scores)
    return best[index.article_numbers]


def _shares(values: Scores, whole: float) -> Scores:
    return values / whole if whole > 0 else values
