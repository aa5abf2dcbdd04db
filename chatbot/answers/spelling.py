"""Spelling correction: what a question with a misspelt word may have meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from chatbot.text.analysis import is_stop_word, term
from chatbot.text.language_code import LANGUAGES
from chatbot.text.question import Question
from chatbot.text.word_lists import dictionary_languages
from chatbot.text.words import Word, normal_form

SHORTEST_CORRECTED = 4  # letters: a shorter word has too many neighbours for it to be clear which was meant
LONGEST_CORRECTED = 40  # letters: no word that was meant has more
MISSPELT_LIMIT = 3  # a question with more misspelt words than this is in another language, or in none


class Lexicon:
    """The words of a corpus, and behind them the dictionaries of both languages."""

    def __init__(self, terms: Collection[str], forms: Counter[str]) -> None:
        """The terms of the articles, and how often each word of them occurs as it is written."""
        self._terms = terms
        self._counts = forms

    def knows(self, form: str) -> bool:
        """Whether the articles have the word, in any form of it, or a dictionary does."""
        return self.is_in_articles(form) or bool(dictionary_languages(form))

    def is_in_articles(self, form: str) -> bool:
        """Whether the articles have the word, in any form of it."""
        return any(term(form, language) in self._terms for language in LANGUAGES)

    def is_name(self, form: str) -> bool:
        """Whether the articles write the word with a capital more often than not."""
        return self._capitals[form.lower()] > 0

    def similar_form(self, form: str) -> str | None:
        """The commonest word of the articles with one letter more, fewer or another, or with two neighbours swapped.

        Those are 80 % of all errors (Damerau 1964); the first letter, where people seldom err (Yannakoudakis and
        Fawthrop 1983), stays.
        """
        normal = normal_form(form)
        near = process.extract_iter(normal, list(self._forms), scorer=OSA.distance, score_cutoff=1)
        return next((self._forms[word] for word, distance, _ in near if distance == 1 and word[0] == normal[0]), None)

    @cached_property
    def _forms(self) -> dict[str, str]:
        """The commonest form of each word of the articles by its normal form, the commonest first."""
        forms: dict[str, str] = {}
        for form, _ in sorted(self._counts.items(), key=lambda item: (-item[1], item[0])):
            if form.isalpha() and len(form) >= SHORTEST_CORRECTED:
                forms.setdefault(normal_form(form), form)
        return forms

    @cached_property
    def _capitals(self) -> Counter[str]:
        """For each word how much more often it is written with a capital than without."""
        capitals: Counter[str] = Counter()
        for form, count in self._counts.items():
            capitals[form.lower()] += count if form[0].isupper() else -count
        return capitals


def corrected(question: Question, lexicon: Lexicon) -> str | None:
    """The question with its misspelt words corrected, or None where none is.

    A word is misspelt if neither the articles nor the dictionaries have it and a word of the articles is one error
    away. That is no word of the questions in `tests/`.
    """
    replacements: list[tuple[Word, str]] = []
    for word in question.words:
        is_candidate = SHORTEST_CORRECTED <= len(word.form) <= LONGEST_CORRECTED and word.form.isalpha()
        if not is_candidate or is_stop_word(word.form, question.language) or lexicon.is_in_articles(word.form):
            continue
        meant = lexicon.similar_form(word.form)
        if meant is None or dictionary_languages(word.form):
            continue
        if term(meant, question.language) != term(word.form, question.language):
            replacements.append((word, meant))
    if not replacements or len(replacements) > MISSPELT_LIMIT:
        return None
    text = question.text
    for word, meant in reversed(replacements):
        written = meant if lexicon.is_name(meant) else meant.lower()
        if word.form[0].isupper():
            written = written[:1].upper() + written[1:]
        text = text[: word.start] + written + text[word.end :]
    return text
