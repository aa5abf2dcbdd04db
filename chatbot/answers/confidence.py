"""Confidence: how likely it is that the articles answer the question, and how sure an answer may sound."""

from __future__ import annotations

import math
from collections.abc import Sequence

from chatbot.answers.answer import Certainty
from chatbot.answers.key_sentences import ANSWER_LOGIT, RankedSentence
from chatbot.answers.ranking import Ranking

LACKING_AMOUNT = 0.35
"""Factor for a question whose best passages lack the amount that it asks for."""

FLOOR = 0.5
"""A question with less confidence than this is not answered: 95 % of those on other subjects have less."""

SURE = 0.8
"""One with less than this may be answered, no more."""

NUMBER_GAP = 1.0
"""Logits below the best sentence from which on the best one with a number is no answer to a question for a number.

Likeness cannot tell a question on a subject of the articles that they leave open; of those in three sets of questions
half are told by this, as 2 % of the others are.
"""


def certainty(ranking: Ranking, sentences: Sequence[RankedSentence], confidence: float) -> Certainty:
    """How sure an answer with these sentences may sound."""
    if confidence < FLOOR:
        return "not found"
    wants_number = ranking.question.quantity is not None or ranking.question.answer_type == "number"
    return "perhaps" if confidence < SURE or (wants_number and _lacks_number(sentences)) else "answered"


def _lacks_number(sentences: Sequence[RankedSentence]) -> bool:
    """Whether the sentences with a number lie far below the best, without what they get for having one."""
    numbers = [one.quoted.score - ANSWER_LOGIT for one in sentences if one.is_typed]
    others = [one.quoted.score for one in sentences if not one.is_typed]
    return max(numbers, default=-math.inf) < max(others, default=-math.inf) - NUMBER_GAP


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
