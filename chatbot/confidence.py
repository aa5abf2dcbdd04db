"""Confidence: whether the passages that were found fit the question at all."""

from __future__ import annotations

from chatbot.ranking import Ranking

COVERAGE_WEIGHT = 0.4
"""What the largest share of the question that a passage meets weighs beside the nearest cosine."""

FIT_FLOOR = 0.48
"""A question whose fit is lower is not answered.

On the development set 3 % of the answerable questions lie below it, and 95 % of those on another
subject; with the floor chosen on one half of the articles it was the same on the other half. Of the
questions on a subject of the articles that they leave open, all lie above it: their likeness is no less.
"""


def fits(ranking: Ranking) -> bool:
    """Whether the corpus answers the question, as far as likeness can tell.

    The fit is the cosine of the question with the nearest sentence of the corpus, plus the weighted
    share of the question that the passage meets which meets most of it.
    """
    nearest = float(ranking.similarities.sentences.max())
    return nearest + COVERAGE_WEIGHT * float(ranking.coverage.max()) >= FIT_FLOOR
