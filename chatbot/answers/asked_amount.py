"""The amount asked for: which passages give a number of what the question wants the amount of.

Of all questions that the articles leave open, those are the ones that can be told: who asks how many crew members a
ship had wants a number with crew members, and where the passages that fit best have none, none of them answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from chatbot.answers.ranking import Ranking
from chatbot.articles.article import Article
from chatbot.index.index import Index
from chatbot.passages.passage import Passage
from chatbot.text.amounts import amounts, has_measure, is_date
from chatbot.text.analysis import is_stop_word, term
from chatbot.text.people import counts_people
from chatbot.text.quantity import Quantity
from chatbot.text.spans import Span
from chatbot.text.words import Word, normal_form, split_words

AMOUNT_WEIGHT = 0.4
"""What it weighs that a passage gives the amount asked for.

Of 284 questions for an amount about 28 articles, 81 % have their answer in the first passage with it and 95 % in the
first five, and 74 and 91 % without it; from 0.3 to 0.6 the same.
"""

RAISED = 40
"""The passages that fit best, among which those that give the amount are raised. With 10, 94 % for 95."""

NEAREST = 3
"""The passages that fit best before any is raised: if none of them gives the amount, the articles are taken not to.

Of 185 questions for an amount that the same articles leave open 51 % are told so, and 13 % of those that they answer;
with two passages 54 and 17 %, with four 43 and 11 %.
"""

NEAR = 3
"""Words before or after a number among which the thing must be that it counts: "elf van zijn oorlogsschepen"."""

SHORTEST_PART = 4
"""Letters of a word that may be a part of a longer one, as "rollen" is of "boekrollen"."""


def with_amounts(index: Index, ranking: Ranking, quantity: Quantity) -> Ranking:
    """The ranking with those of its best passages raised that give the amount asked for, and whether any near does."""
    terms = _terms_of(quantity, ranking)
    scores, holds_answer = ranking.scores.copy(), ranking.holds_answer.copy()
    are_given: list[bool] = []
    for number in islice(ranking.best_first(), RAISED):
        gives = _sentences_that_give(index.passages[number], quantity, terms)
        are_given.append(any(gives))
        if are_given[-1]:
            scores[number] += AMOUNT_WEIGHT
            holds_answer[index.sentence_range(number)] = gives
    return replace(ranking, scores=scores, holds_answer=holds_answer, lacks_amount=not any(are_given[:NEAREST]))


def _terms_of(quantity: Quantity, ranking: Ranking) -> frozenset[str]:
    """The terms of the corpus that stand for the thing that is counted, or for a pair of words that ends with it."""
    return frozenset(
        found
        for query_term in ranking.query
        if query_term.text.split()[-1] in quantity.things
        for found, alternative in query_term.alternatives.items()
        if not alternative.spelt_alike
    )


def _sentences_that_give(passage: Passage, quantity: Quantity, terms: frozenset[str]) -> Sequence[bool]:
    plain = passage.article.plain
    if quantity.measures:
        return [has_measure(plain, *sentence, quantity.measures) for sentence in passage.sentences]
    return [_counts(passage, sentence, quantity, terms) for sentence in passage.sentences]


def _counts(passage: Passage, sentence: Span, quantity: Quantity, terms: frozenset[str]) -> bool:
    """Whether a sentence has a number of the thing."""
    found = list(amounts(passage.article.plain, *sentence))
    words = list(split_words(passage.article.plain, *sentence)) if found else []
    return any(
        _is_counted(form, passage, quantity, terms)
        for amount in found
        for form in _forms_near(passage.article, words, amount)
    )


def _forms_near(article: Article, words: Sequence[Word], amount: Span) -> list[str]:
    """The words of a sentence that may say what an amount in it is of."""
    start, end = amount
    after = [word.form for word in words if word.start >= end][:NEAR]
    if is_date(article.plain, amount):
        return after[:1]
    before = [word.form for word in words if word.end <= start]
    if article.plain[end : end + 1] in ".,;:)":
        return [*before, *after]  # of something named anywhere before, as in "opgelopen tot minstens 83."
    has_own_noun = bool(after) and not is_stop_word(after[0], article.language)
    return after if has_own_noun else [*before[-NEAR:], *after]


def _is_counted(form: str, passage: Passage, quantity: Quantity, terms: frozenset[str]) -> bool:
    if not quantity.things:
        return counts_people(form)
    return term(form, passage.article.language) in terms or any(_is_part(form, thing) for thing in quantity.things)


def _is_part(form: str, thing: str) -> bool:
    """Whether one is the end of the other: Dutch writes a compound as one word."""
    shorter, longer = sorted((normal_form(form), normal_form(thing)), key=len)
    return len(shorter) >= SHORTEST_PART and longer.endswith(shorter)
