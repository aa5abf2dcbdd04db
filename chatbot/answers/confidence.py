"""Confidence: how likely it is that the passages that were found answer the question."""

from __future__ import annotations

import math

from chatbot.answers.ranking import Ranking

PASSAGE_SHARE = 0.6
"""What the nearest passage counts for in how near the question lies to the corpus; the rest is the nearest sentence.

From a half to two thirds the share of wrong refusals is the same; with a third or none of it, twice as many Dutch
questions about English articles are refused.
"""

COVERAGE_WEIGHT = 0.4
"""What the largest share of the question that a passage meets weighs beside the nearest cosines."""

TRANSLATION_BONUS = 0.05
"""What is added where question and article are in two languages: across them cosines and coverage are lower.

Without it, the floor that refuses 95 % of the questions on other subjects refuses 25 % of the answerable Dutch
questions about English articles; with it about 10 %, and elsewhere no more than before. With 0.1 it is 7 %, and
elsewhere twice as many.
"""

CROWD_WEIGHT = 0.16
"""How far the fits of sentences scatter by chance, which makes the nearest of many nearer.

The most of n values that scatter normally by 1 is about the root of 2 ln n. Without it, the floor that suits the
development set of 1,500 sentences refuses a fifth of the answerable questions about two articles with 120 sentences;
with it, 3 %.
"""

CROWD_LEAST = 50
"""Sentences that are counted beside those there are, as the fits of a few sentences scatter together.

Asked of each article of three sets alone, 5 to 240 sentences, 96 % of the questions on other subjects are refused and
2.5 % of the answerable ones; without it 91 %.
"""

STEEPNESS = 4.5
"""How fast confidence rises with the fit: by logistic regression on the development set; 4.1 on all sets."""

MIDDLE = -0.13
"""The fit at which an answer is as likely right as wrong: -0.143 by the regression on the development set, -0.165 on
all sets; here as high as refuses 95 % of the questions on other subjects."""

WORDS_STEEPNESS, WORDS_MIDDLE = 5.0, 0.2
"""The same where the words themselves are all that there is to go by, for the share of the question that is met.

Of the questions in `tests/` about the two articles whose best passage meets a fifth to a third of the question, seven
in ten have their answer among the first three; of those on another subject, three of 24 meet as much.
"""

LACKING_AMOUNT = 0.35
"""What is left of the confidence where none of the passages that fit best gives the amount that is asked for.

Of 130 questions of which that is so the articles answer 28 %, and their mean confidence is 0.75 otherwise.
"""

FLOOR = 0.5
"""A question with less confidence than this is not answered: a wrong answer would be likelier than a right one.

On the development set 4 % of the answerable questions lie below it, and all of those on another
subject. Questions on a subject of the articles that they leave open lie above it, but for those for an amount: likeness
cannot tell them apart.
"""


def confidence(ranking: Ranking, *, across_languages: bool) -> float:
    """The share of right answers among questions that fit the corpus as well as this one, from 0 to 1.

    Right is an answer with a passage that answers the question among the first three. The fit is the
    cosine of the question with the nearest sentence and passage of the corpus, less what chance makes
    of it, plus the weighted share of the question that the passage meets which meets most of it.
    `across_languages` says that the best passage is in the other language than the question. Of an amount that the best
    passages lack little confidence is left.
    """
    similarities = ranking.similarities
    coverage = float(ranking.coverage.max())
    if similarities.words_only:
        return 1 / (1 + math.exp(-WORDS_STEEPNESS * (coverage - WORDS_MIDDLE)))
    nearest = (1 - PASSAGE_SHARE) * float(similarities.sentences.max())
    nearest += PASSAGE_SHARE * float(similarities.passages.max())
    fit = nearest + COVERAGE_WEIGHT * coverage + TRANSLATION_BONUS * across_languages
    fit -= CROWD_WEIGHT * math.sqrt(2 * math.log(CROWD_LEAST + len(similarities.sentences)))
    sureness = 1 / (1 + math.exp(-STEEPNESS * (fit - MIDDLE)))
    return LACKING_AMOUNT * sureness if ranking.lacks_amount else sureness
