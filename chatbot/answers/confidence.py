"""Confidence: how likely it is that the articles answer the question."""

from __future__ import annotations

import math

from chatbot.answers.ranking import Ranking

LACKING_AMOUNT = 0.35
"""Factor for a question whose best passages lack the amount that it asks for.

Of 130 questions of which that is so the articles answer 28 %, and their mean confidence is 0.75 otherwise.
"""

FLOOR = 0.5
"""A question with less confidence than this is not answered.

Questions on a subject of the articles that they leave open lie above it, but for those for an amount: likeness cannot
tell them apart.
"""


def confidence(ranking: Ranking) -> float:
    """The probability that the articles answer the question, from 0 to 1: a logistic regression (see `Calibration`)."""
    weights, passages = ranking.calibration, ranking.passages
    is_across = passages[0].passage.article.language != ranking.question.language
    logit = (
        weights.similarity * max(ranked.similarity for ranked in passages)
        + weights.relevance * max(ranked.relevance for ranked in passages)
        + weights.coverage * max(ranked.coverage for ranked in passages)
        + weights.across_languages * is_across
        + weights.size * math.log(ranking.size)
        + weights.intercept
    )
    probability = 1 / (1 + math.exp(-logit))
    return LACKING_AMOUNT * probability if ranking.lacks_amount else probability
