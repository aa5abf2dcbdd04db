"""The amount asked for: which passages give a number of what the question wants the amount of.

Of unanswerable questions, only those for an amount can be recognised: none of the best passages has such a number.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.index.query import QueryTerm
from chatbot.passages.passage import Passage
from chatbot.text.amounts import amounts, has_measure, is_date
from chatbot.text.analysis import is_stop_word, term
from chatbot.text.language_code import Language
from chatbot.text.quantity import Quantity, counts_people
from chatbot.text.spans import Span
from chatbot.text.words import SHORTEST_COMPOUND_PART, Word, normal_form, split_words

NEAR_WORDS = 3
"""Words before or after a number among which the thing must be that it counts: "elf van zijn oorlogsschepen"."""

PARTITIVE = "er"
"""With a number, Dutch "er" stands for things named before: "vorig jaar werden er 1.200 verkocht"."""


def gives_amount(passage: Passage, quantity: Quantity, query: Sequence[QueryTerm]) -> tuple[bool, ...]:
    """For each sentence of a passage, whether it gives the amount that is asked for."""
    numbers = range(len(passage.sentences))
    if quantity.measures:
        return tuple(_measures(passage, number, quantity) for number in numbers)
    terms = _terms_of(quantity, query)
    return tuple(_counts(passage, number, quantity, terms) for number in numbers)


def _measures(passage: Passage, number: int, quantity: Quantity) -> bool:
    """Whether a sentence has an amount in the units asked for; the figures of a table mostly have none."""
    text, start, end = passage.searched(number)
    is_figure = passage.row(number) is not None and any(amounts(passage.article.plain, *passage.sentences[number]))
    return is_figure or has_measure(text, start, end, quantity.measures)


def _terms_of(quantity: Quantity, query: Sequence[QueryTerm]) -> frozenset[str]:
    """The terms of the corpus that stand for the thing that is counted, or for a pair of words that ends with it."""
    return frozenset(
        found
        for query_term in query
        if query_term.text.split()[-1] in quantity.things
        for found, alternative in query_term.alternatives.items()
        if not alternative.spelt_alike
    )


def _counts(passage: Passage, number: int, quantity: Quantity, terms: frozenset[str]) -> bool:
    """Whether a sentence has a number of the thing."""
    text, start, end = passage.searched(number)
    found = list(amounts(text, start, end))
    words = list(split_words(text, start, end)) if found else []
    is_partitive = not passage.row(number) and any(word.form == PARTITIVE for word in words)
    earlier = [word.form for word in split_words(text, passage.start, start)] if is_partitive else []
    section = passage.section or ""
    asked = [word.form for word in split_words(section)] if section.endswith("?") else []  # as in an interview
    return any(
        _is_counted(form, passage, quantity, terms)
        for amount in found
        for form in _forms_near(text, passage.article.language, words, amount, earlier, asked)
    )


def _forms_near(
    text: str, language: Language, words: Sequence[Word], amount: Span, earlier: Sequence[str], asked: Sequence[str]
) -> list[str]:
    """The words of a sentence that may say what an amount in it is of.

    `earlier` are those of the sentences before, and `asked` those of the question that the section answers.
    """
    start, end = amount
    after = [word.form for word in words if word.start >= end][:NEAR_WORDS]
    before = [word.form for word in words if word.end <= start]
    if PARTITIVE in before[-NEAR_WORDS:]:
        return [*earlier, *before]
    if is_date(text, amount):
        return after[:1]
    if text[end : end + 1] in ".,;:)":
        return [*asked, *before, *after]  # of something named anywhere before, as in "opgelopen tot minstens 83."
    has_own_noun = bool(after) and not is_stop_word(after[0], language)
    return after if has_own_noun else [*before[-NEAR_WORDS:], *after]


def _is_counted(form: str, passage: Passage, quantity: Quantity, terms: frozenset[str]) -> bool:
    if not quantity.things:
        return counts_people(form)
    return term(form, passage.article.language) in terms or any(_is_part(form, thing) for thing in quantity.things)


def _is_part(form: str, thing: str) -> bool:
    """Whether one is the end of the other: Dutch writes a compound as one word."""
    shorter, longer = sorted((normal_form(form), normal_form(thing)), key=len)
    return len(shorter) >= SHORTEST_COMPOUND_PART and longer.endswith(shorter)
