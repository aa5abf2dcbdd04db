"""Relevance: how well a passage, and each of its sentences, fits a question by its meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chatbot.passages.passage import Passage

ReadingReport = Callable[[int, int], None]  # progress callback: (passages read, passages to read)


Relevance = tuple[float, ...]
"""For each sentence of a passage, what its meaning adds to the score of the first stage; only the best counts."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the evidence beside a reader's own weighs, on the scale of what that reader finds.

    `answer` is added to the score of a sentence that has what the question asks for, a number, a time, a person or a
    reason, and to that of a passage that gives the amount asked for. It raises R@1 by a point.

    `other_language` is added to the score of a passage in another language than the question, where both stages find
    those in its own nearer than they are.

    `passage_logit`, `words_logit` and `length_logit` weigh the score of its passage, the question's words and the
    length in the logit that a sentence is the one that answers, beside what the reader finds of it. They were fitted
    by softmax regression over all sentences of the cited passages of four sets of questions in two languages.

    The others are weights of a logistic regression for the probability that the articles answer a question:
    `similarity` of the largest cosine of a candidate with the question by the light encoder, `relevance` of the largest
    relevance of a passage and its best sentence together, `coverage` of the largest share of the question that is met,
    `across_languages` of the best passage's being in another language than the question, and `size` of the logarithm of
    the number of passages, as the nearest of many is nearer by chance. They were chosen on the questions of four sets
    over five folders, with those of the other folders as questions that a folder does not answer: at a probability of a
    half 86 % of the latter are refused, all but one of 34 that were written to be of another subject, and 2.5 % of
    those with an answer.
    """

    answer: float
    other_language: float
    passage_logit: float
    words_logit: float
    length_logit: float
    similarity: float
    relevance: float
    coverage: float
    across_languages: float
    size: float
    intercept: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The relevance of each of some passages, and the calibration of the reader that found it."""

    relevances: tuple[Relevance, ...]
    calibration: Calibration


WORDS_ONLY = Calibration(
    answer=0.4,
    other_language=0.0,
    passage_logit=1.0,
    words_logit=1.0,
    length_logit=1.0,
    similarity=0.0,
    relevance=0.0,
    coverage=5.0,
    across_languages=0.0,
    size=0.0,
    intercept=-1.0,
)
"""The calibration before anything is embedded.

Of the questions in `tests/` about the two articles whose best passage meets a fifth to a third of the question, seven
in ten have their answer among the first three; of those on another subject, three of 24 meet as much.
"""


def unread(passages: Sequence[Passage]) -> Comparison:
    """What is known of passages that nothing has read: all are equally relevant."""
    return Comparison(tuple((0.0,) * len(passage.sentences) for passage in passages), WORDS_ONLY)


def unreported(done: int, total: int) -> None:
    """Ignore progress."""
