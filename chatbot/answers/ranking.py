"""Ranking: the candidates of a question in the order in which they answer it, after they have been read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from chatbot.answers.asked_amount import gives_amount
from chatbot.index.candidates import SCORE_DECIMALS, Candidates
from chatbot.index.query import QueryTerm
from chatbot.passages.passage import Passage
from chatbot.reader.relevance import Calibration, Comparison, Relevance
from chatbot.text.analysis import terms
from chatbot.text.answer_type import holds
from chatbot.text.question import Question
from chatbot.text.spans import Span

ANSWER_LOGIT = 2.6
"""Weight of a sentence's having what the question asks for, beside `Relevance.logits`.

The best sentence is right in 68 % of the passages that hold an answer, with the light encoder in 66 %.
"""

TITLE_WORD_WEIGHT = 0.3
"""Weight of a word that the article's title has too: every sentence is about that. Without it 2 points less."""

NEAREST = 3
"""The passages that fit best before any is raised: if none gives the amount, the articles are taken not to.

Of 185 questions for an amount that 28 articles leave open 51 % are told so, and 13 % of those that they answer; with
two passages 54 and 17 %, with four 43 and 11 %.
"""


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A candidate with its final score and what that is made of.

    `coverage` is the share of the question that it meets, `similarity` its cosine with the question by the light
    encoder, and `relevance` what the reader found. `sentence_logits` rank its sentences, and `gives_amount` says that
    one has the amount asked for.
    """

    passage: Passage
    score: float
    coverage: float
    similarity: float
    relevance: float
    sentence_logits: tuple[float, ...]
    gives_amount: bool

    @property
    def best_sentence(self) -> Span:
        """The sentence that most likely holds the answer."""
        return self.passage.sentences[self.sentence_logits.index(max(self.sentence_logits))]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages for one question, the best first, at least one.

    `lacks_amount` says that the question asks for an amount which none of those that fit best gives. `size` is the
    number of passages in the index, and `calibration` that of the reader.
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
    question: Question,
    candidates: Candidates,
    passages: Sequence[Passage],
    comparison: Comparison,
    size: int,
) -> Ranking:
    """Order the candidates by the score of the first stage and their relevance, and raise those with what is asked for.

    `passages` are those of the candidates, and `comparison` is what was read of them, in their order.
    """
    calibration = comparison.calibration
    ranked = sorted(
        (
            _ranked(question, candidates, place, passages[place], relevance, calibration)
            for place, relevance in enumerate(comparison.relevances)
        ),
        key=_descending,
    )
    lacks_amount = question.quantity is not None and not any(one.gives_amount for one in ranked[:NEAREST])
    raised = (
        replace(one, score=round(one.score + calibration.answer, SCORE_DECIMALS)) if one.gives_amount else one
        for one in ranked
    )
    in_order = tuple(sorted(raised, key=_descending))
    return Ranking(question, candidates.query, in_order, lacks_amount, size, calibration)


def _descending(ranked: RankedPassage) -> float:
    return -ranked.score


def _ranked(
    question: Question,
    candidates: Candidates,
    place: int,
    passage: Passage,
    relevance: Relevance,
    calibration: Calibration,
) -> RankedPassage:
    """The candidate at that place, with its score before any amount is weighed."""
    kind, quantity = question.answer_type, question.quantity
    texts = [passage.sentence_text(number) for number in range(len(passage.sentences))]
    typed = [kind is not None and holds(text, kind) for text in texts]
    amounts = gives_amount(passage, quantity, candidates.query) if quantity else (False,) * len(typed)
    nearest = max(np.add(relevance.sentences, calibration.answer * np.array(typed)))
    logits = (
        np.array(relevance.logits)
        + calibration.words_logit * np.array(_words_met(passage, candidates.query))
        + ANSWER_LOGIT * np.array(amounts if quantity else typed)
    )
    return RankedPassage(
        passage=passage,
        score=round(float(candidates.scores[place]) + relevance.passage + float(nearest), SCORE_DECIMALS),
        coverage=float(candidates.coverage[place]),
        similarity=float(candidates.similarity[place]),
        relevance=relevance.passage + max(relevance.sentences),
        sentence_logits=tuple(logits.tolist()),
        gives_amount=any(amounts),
    )


def _words_met(passage: Passage, query: Sequence[QueryTerm]) -> list[float]:
    """How much of the question the words of each sentence answer to, by their idf, as a share of the most."""
    article = passage.article
    title = {term for term, _ in terms(article.title, article.language)}
    met: list[float] = []
    for span in passage.sentences:
        present = {term for term, _ in terms(article.plain, article.language, *span)}
        met.append(
            sum(
                (TITLE_WORD_WEIGHT if _has_own(query_term, title) else 1.0)
                * query_term.weight
                * query_term.idf
                * max(query_term.alternatives[term].weight for term in found)
                for query_term in query
                if (found := present & query_term.alternatives.keys())
            )
        )
    most = max(met) or 1.0
    return [words / most for words in met]


def _has_own(query_term: QueryTerm, present: set[str]) -> bool:
    """Whether the question's word itself is among the terms."""
    return any(term in present and found.weight == 1 for term, found in query_term.alternatives.items())
