"""Confidence: how likely it is that the passages that were found answer the question."""

from __future__ import annotations

import math

from chatbot.ranking import Ranking

COVERAGE_WEIGHT = 0.4
"""What the largest share of the question that a passage meets weighs beside the nearest cosine."""

CROWD_WEIGHT = 0.03
"""What the logarithm of the number of sentences takes away: the nearest of many is nearer by chance.

Without it, the floor that suits the development set of 1,500 sentences refuses 14 % of the
answerable questions about two articles with 120 sentences; with it, 5 %.
"""

STEEPNESS = 4.9
"""How fast confidence rises with the fit; with the next, a logistic regression on the development set."""

MIDDLE = 0.28
"""The fit at which an answer is as likely right as wrong."""

WORDS_STEEPNESS, WORDS_MIDDLE = 5.0, 0.2
"""The same where the words themselves are all that there is to go by, for the share of the question that is met.

Of the questions in `tests/` about the two articles whose best passage meets a fifth to a third of the question, seven
in ten have their answer among the first three; of those on another subject, three of 24 meet as much.
"""

FLOOR = 0.5
"""A question with less confidence than this is not answered: a wrong answer would be likelier than a right one.

On the development set 3 % of the answerable questions lie below it, and 95 % of those on another
subject; with the regression on one half of the articles it was the same on the other half. Questions
on a subject of the articles that they leave open lie above it: likeness cannot tell them apart.
"""


def confidence(ranking: Ranking) -> float:
    """The share of right answers among questions that fit the corpus as well as this one, from 0 to 1.

    Right is an answer with a passage that answers the question among the first three. The fit is
    the cosine of the question with the nearest sentence of the corpus, less what chance makes of
    it, plus the weighted share of the question that the passage meets which meets most of it. In
    sixths of the development set by confidence, the mean confidence and the share of right answers
    differ by at most 3 points.
    """
    coverage = float(ranking.coverage.max())
    if ranking.similarities.words_only:
        return 1 / (1 + math.exp(-WORDS_STEEPNESS * (coverage - WORDS_MIDDLE)))
    cosines = ranking.similarities.sentences
    nearest = float(cosines.max()) - CROWD_WEIGHT * math.log(len(cosines))
    fit = nearest + COVERAGE_WEIGHT * coverage
    return 1 / (1 + math.exp(-STEEPNESS * (fit - MIDDLE)))
