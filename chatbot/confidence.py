"""Confidence: whether the passages that were found fit the question at all."""

from __future__ import annotations

from chatbot.ranking import Ranking

COVERAGE_WEIGHT = 0.3
"""What the share of the question that the best passage meets weighs beside the nearest cosine."""

FIT_FLOOR = 0.41
"""A question whose fit is lower is not answered.

On the development set 3 % of the answerable questions lie below it, and 85 % of those on another subject.
"""


def fits(ranking: Ranking) -> bool:
    """Whether the corpus answers the question, as far as likeness can tell.

    The fit is the cosine of the question with the nearest sentence of the corpus, plus the weighted
    share of the question that the first passage meets.
    """
    nearest = float(ranking.similarities.sentences.max())
    coverage = float(ranking.coverage[ranking.order[0]])
    return nearest + COVERAGE_WEIGHT * coverage >= FIT_FLOOR
