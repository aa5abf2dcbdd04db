"""The best sentence: which one of a passage most likely holds the answer, so that a reader's eye falls on it."""

from __future__ import annotations

import numpy as np

from chatbot.answers.ranking import Ranking
from chatbot.index.index import Index
from chatbot.index.query import QueryTerm
from chatbot.text.analysis import terms
from chatbot.text.spans import Span

WORDS_WEIGHT = 0.6
"""What the words of the question that a sentence has weigh beside its cosine, as a share of the most in the passage.

This weight and the following were fitted by logistic regression over the sentences of the passages
that hold an answer, in both languages, on three of four sets of articles, and tested on the fourth.
Together they pick the right sentence there for 72 % of the questions, where words, cosine and answer type
alone pick it for 65 %.
"""

TITLE_WORD_WEIGHT = 0.3
"""What a word counts for that the article's title has too: every sentence is about that. Without it 2 points less."""

ANSWER_TYPE_WEIGHT = 0.6
"""What it weighs that a sentence holds what the question asks for: a number, a time, a person or a reason."""

LENGTH_WEIGHT = 0.65
"""What the length of a sentence weighs, as a share of `LONG`: "So it was." answers little. Without it 3 points less."""

LONG = 30
"""Words from which on a sentence is as good as a longer one."""

CENTRALITY_WEIGHT = 0.8
"""What the cosine of a sentence with its own passage takes away: a sentence that says what the passage
says as a whole is near to every question about it, and answers none. Without it 2 points less."""


def best_sentence(index: Index, ranking: Ranking, number: int) -> Span:
    """The span of the sentence of passage `number` that fits the question best."""
    passage = index.passages[number]
    article = passage.article
    title = {term for term, _ in terms(article.title, article.language)}
    words = np.array(
        [
            _word_score(index, ranking, title, {term for term, _ in terms(article.plain, article.language, start, end)})
            for start, end in passage.sentences
        ]
    )
    lengths = np.array([len(article.plain[start:end].split()) for start, end in passage.sentences])
    sentences = index.sentence_range(number)
    fit = (
        WORDS_WEIGHT * words / (words.max() or 1.0)
        + ranking.similarities.sentences[sentences]
        + ANSWER_TYPE_WEIGHT * ranking.holds_answer[sentences]
        + LENGTH_WEIGHT * np.minimum(lengths, LONG) / LONG
        - CENTRALITY_WEIGHT * index.centrality(number)
    )
    return passage.sentences[int(fit.argmax())]


def _word_score(index: Index, ranking: Ranking, title: set[str], present: set[str]) -> float:
    """How much of the question the terms of a sentence answer to: each word's best alternative, by its idf."""
    return sum(
        query_term.weight
        * (TITLE_WORD_WEIGHT if _is_own(query_term, title) else 1.0)
        * max(
            (
                alternative.weight * index.bm25.idf[term]
                for term, alternative in query_term.alternatives.items()
                if term in present
            ),
            default=0.0,
        )
        for query_term in ranking.query
    )


def _is_own(query_term: QueryTerm, title: set[str]) -> bool:
    """Whether the title has the question's word itself."""
    return any(term in title and alternative.weight == 1 for term, alternative in query_term.alternatives.items())
