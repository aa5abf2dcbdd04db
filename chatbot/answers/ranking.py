"""Ranking: the candidates of a question in the order in which they answer it, after they have been read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chatbot.answers.asked_amount import gives_amount
from chatbot.answers.introduction import introductions
from chatbot.index.candidates import SCORE_DECIMALS, Candidates
from chatbot.index.query import QueryTerm
from chatbot.passages.passage import Passage
from chatbot.reader.relevance import Calibration, Comparison
from chatbot.text.answer_type import holds
from chatbot.text.question import Question

INTRODUCTION = 1.0  # added to the score of a passage that introduces what the question wants introduced
AMOUNT_DEPTH = 3  # the best passages: if none of them gives the amount asked for, the articles are taken not to

AMOUNT_MARGIN = 2.0
"""A passage that lies farther below the best is of another subject, and its amount another one.

From 1.5 on as few of 380 questions that are answered are refused as without it.
"""


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A candidate with its final score and what that is made of.

    `coverage` is the share of the question that it meets, `similarity` its cosine with the question by the light
    encoder, and `relevance` what the reader found. Of its sentences, `typed` marks those that have what the question
    asks for, the amount where it asks for one, and `introducing` those that introduce its subject.
    """

    passage: Passage
    score: float
    coverage: float
    similarity: float
    relevance: float
    typed: tuple[bool, ...]
    introducing: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages for one question, the best first, at least one.

    `lacks_amount` says that the question asks for an amount which none of the best gives. `size` is the number of
    passages in the index, and `calibration` that of the reader.
    """

    question: Question
    query: tuple[QueryTerm, ...]
    passages: tuple[RankedPassage, ...]
    lacks_amount: bool
    size: int
    calibration: Calibration

    @property
    def context(self) -> tuple[str, ...]:
        """The words of earlier questions that weighed in."""
        own = self.question.content_words
        return tuple(term.text for term in self.query if not term.is_pair and term.text not in own)


def rank(
    question: Question, candidates: Candidates, passages: Sequence[Passage], comparison: Comparison, size: int
) -> Ranking:
    """Order the candidates by the score of the first stage and their relevance, and raise those with what is asked for.

    `passages` are those of the candidates, and `comparison` is what was read of them, in their order.
    """
    kind, quantity, calibration = question.answer_type, question.quantity, comparison.calibration
    introducing = introductions(question, candidates.query, passages)
    ranked: list[RankedPassage] = []
    for place, (passage, relevance) in enumerate(zip(passages, comparison.relevances, strict=True)):
        texts = [passage.sentence_text(number) for number in range(len(passage.sentences))]
        typed = tuple(kind is not None and holds(text, kind) for text in texts)
        amounts = gives_amount(passage, quantity, candidates.query) if quantity else ()
        nearest = max(own + calibration.answer * has for own, has in zip(relevance, typed, strict=True))
        introduces = tuple((place, number) in introducing for number in range(len(texts)))
        score = float(candidates.scores[place]) + nearest
        score += calibration.answer * any(amounts) + INTRODUCTION * bool(question.subject and any(introduces))
        score += calibration.other_language * (passage.article.language != question.language)
        one = RankedPassage(
            passage=passage,
            score=round(score, SCORE_DECIMALS),
            coverage=float(candidates.coverage[place]),
            similarity=float(candidates.similarity[place]),
            relevance=max(relevance),
            typed=amounts if quantity else typed,
            introducing=introduces,
        )
        ranked.append(one)
    ranked.sort(key=lambda one: -one.score)
    near = [one for one in ranked[:AMOUNT_DEPTH] if one.score >= ranked[0].score - AMOUNT_MARGIN]
    lacks_amount = quantity is not None and not any(any(one.typed) for one in near)
    return Ranking(question, candidates.query, tuple(ranked), lacks_amount, size, calibration)
