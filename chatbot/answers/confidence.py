"""Confidence: how likely it is that the articles answer the question, and how sure an answer may sound."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from chatbot.answers.answer import Certainty
from chatbot.answers.key_sentences import ANSWER_LOGIT, RankedSentence
from chatbot.answers.ranking import Ranking
from chatbot.text.amounts import YEAR

LACKING_AMOUNT = 0.35  # factor for a question whose best passages lack the amount that it asks for
FLOOR = 0.5  # a question with less confidence than this is not answered

NOISE = 0.1
"""Below this, not even what comes closest is worth showing.

Three of 676 questions that the articles answer have less, and half of those that only other articles answer.
"""

SURE = 0.7
"""One with less than this may be answered, no more: of questions that only other articles answer 92 % have less."""

NUMBER_GAP = 1.0
"""If the best sentence with a number scores this many logits below the best without, the answer is only "perhaps".

This flags half of the questions for a number that the articles leave open, and 2 % of the others wrongly.
"""

LACKING_NAME = 3.0
"""Logits that a question loses by a name that no word of the articles comes near.

Of 910 questions that only other articles answer 33 % have such a name, and of those that the articles answer 4 %; with
this 86 % of the former are refused, 78 % without it, and one more of 676 of the latter.
"""

NAME_FLOOR = 0.4
"""Weight below which the nearest word of the articles is not the name that was asked about.

That is so of 16 % of the questions of three sets that the articles leave open, and of 4 % of those that they answer.
"""


def certainty(
    ranking: Ranking, sentences: Sequence[RankedSentence], confidence: float, at_hand: str | None = None
) -> Certainty:
    """How sure an answer with these sentences may sound; `at_hand` is the article that the conversation is about.

    Few words, as in "hoeveel doden" or "what brand", give the reader little to go on; where the best passage gives the
    amount that they ask for, or has their only word, it may be the answer all the same. That changes what is said to
    none of 676 questions of four sets, nor to any of them asked of the articles of another set.
    """
    if confidence < FLOOR:
        best = ranking.passages[0]
        gives_amount = ranking.question.quantity is not None and any(best.typed)
        stays = best.passage.article.name == at_hand
        has_only_word = len(ranking.question.content_words) == 1 and best.coverage == 1
        is_near = gives_amount or stays or has_only_word
        return "perhaps" if is_near and confidence >= FLOOR / 2 else "not found"
    wants_number = ranking.question.quantity is not None or ranking.question.answer_type == "number"
    lacks_number = wants_number and _lacks_number(sentences)
    lacks = lacks_number or _lacks_name(ranking) or _lacks_year(ranking, sentences)
    return "perhaps" if confidence < SURE or lacks else "answered"


def _lacks_name(ranking: Ranking) -> bool:
    """Whether the question has a name, a word with a capital within it, that no word of the articles comes near."""
    weights: dict[str, float] = {}
    for query_term in ranking.query:
        best = max((alternative.weight for alternative in query_term.alternatives.values()), default=0.0)
        for word in query_term.text.split():
            weights[word] = max(best, weights.get(word, 0.0))
    names = (word.form for word in ranking.question.words[1:] if word.form[0].isupper())
    return any(weights.get(name, 1.0) < NAME_FLOOR for name in names)


def _lacks_year(ranking: Ranking, sentences: Sequence[RankedSentence]) -> bool:
    """Whether the question has a year that neither the cited passages nor their headings have: "and in 2017?".

    That is so of one of 676 questions that the articles answer.
    """
    places = [(one.quoted.article, one.quoted.start) for one in sentences]
    cited = [
        f"{one.passage.heading} {one.passage.text}"
        for one in ranking.passages
        if any(name == one.passage.article.name and one.passage.start <= at < one.passage.end for name, at in places)
    ]
    return any(all(year not in text for text in cited) for year in re.findall(YEAR, ranking.question.text))


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
        - LACKING_NAME * _lacks_name(ranking)
    )
    probability = 1 / (1 + math.exp(-logit))
    return LACKING_AMOUNT * probability if ranking.lacks_amount else probability
