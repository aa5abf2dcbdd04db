"""Confidence: whether the passages that were found fit the question at all."""

from __future__ import annotations

from chatbot.analysis import terms
from chatbot.index import Index
from chatbot.ranking import Ranking

COVERAGE_WEIGHT = 0.3
"""What the share of the question's words that the best passage answers to weighs beside the nearest cosine."""

FIT_FLOOR = 0.41
"""A question whose fit is lower is not answered.

On the development set 3 % of the answerable questions lie below it, and 85 % of those on another subject.
"""


def fits(index: Index, ranking: Ranking) -> bool:
    """Whether the corpus answers the question, as far as likeness can tell.

    The fit is the cosine of the question with the nearest sentence of the corpus, plus the weighted
    share of the question's words, by their idf, that the first passage answers to.
    """
    nearest = float(ranking.similarities.sentences.max())
    return nearest + COVERAGE_WEIGHT * _coverage(index, ranking) >= FIT_FLOOR


def _coverage(index: Index, ranking: Ranking) -> float:
    passage = index.passages[int(ranking.order[0])]
    article = passage.article
    present = {term for term, _ in terms(article.text, article.language, passage.start, passage.end)}
    present |= {term for term, _ in terms(f"{article.title} {passage.section or ''}", article.language)}
    asked = answered = 0.0
    for query_term in ranking.query:
        own = [index.bm25.idf[term] for term, found in query_term.alternatives.items() if found.weight == 1]
        weight = query_term.weight * max(own, default=index.bm25.unseen_idf())
        asked += weight
        answered += weight * max(
            (found.weight for term, found in query_term.alternatives.items() if term in present), default=0.0
        )
    return answered / asked if asked else 0.0
