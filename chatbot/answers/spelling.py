"""Spelling correction: what a question with a misspelt word may have meant."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from chatbot.text.analysis import is_stop_word, term
from chatbot.text.language_code import LANGUAGES, Language
from chatbot.text.question import Question
from chatbot.text.words import Word, normal_form

SHORTEST_WORD = 4
"""Letters: shorter words have too many neighbours to tell which was meant."""

SHORTEST_DICTIONARY_WORD = 6
"""The same for words that the articles do not have: dictionaries have far more of them."""

LONGEST_WORD = 40
"""Letters: no word that was meant has more."""

MISSPELT_LIMIT = 3
"""A question with more misspelt words than this is in another language, or in none."""

_BRITISH_AND_AMERICAN = (
    ("our", "or"),
    ("ise", "ize"),
    ("isa", "iza"),
    ("isi", "izi"),
    ("yse", "yze"),
    ("tre", "ter"),
    ("ence", "ense"),
    ("ll", "l"),
)
"""What British and American spelling do differently (colour, realise, litre, defence): the dictionary is American."""


class Lexicon:
    """The words of a corpus, and behind them the dictionaries of both languages, which load in 0.15 s when needed."""

    def __init__(self, terms: Collection[str], forms: Counter[str]) -> None:
        """The terms of the articles, and how often each word of them occurs as it is written."""
        self._terms = terms
        self._counts = forms
        self._forms: dict[str, str] | None = None

    def knows(self, form: str) -> bool:
        """Whether the articles have the word, in any form of it, or a dictionary does."""
        return self.is_in_articles(form) or is_in_dictionary(form)

    def is_in_articles(self, form: str) -> bool:
        """Whether the articles have the word, in any form of it."""
        return any(term(form, language) in self._terms for language in LANGUAGES)

    def similar_form(self, form: str) -> str | None:
        """The commonest word of the articles that is one error away."""
        if self._forms is None:
            self._forms = {}
            for common, _ in sorted(self._counts.items(), key=lambda item: (-item[1], item[0])):
                if common.isalpha() and len(common) >= SHORTEST_WORD:
                    self._forms.setdefault(normal_form(common), common)
        near = _one_error_away(normal_form(form), self._forms)
        return self._forms[near[0]] if near else None


def corrected(question: Question, lexicon: Lexicon, *, with_dictionary: bool) -> str | None:
    """The question with its misspelt words corrected, or None where none is.

    A word is misspelt if neither the articles nor the dictionaries have it and a word of the articles, or
    `with_dictionary` one of the question's language, is one error away. That is no word of the questions in `tests/`;
    with one letter wrong in a word of six or more of those that the articles answer, four in five are corrected.
    """
    replacements: list[tuple[Word, str]] = []
    for word in question.words:
        is_candidate = SHORTEST_WORD <= len(word.form) <= LONGEST_WORD and word.form.isalpha()
        if not is_candidate or is_stop_word(word.form, question.language) or lexicon.is_in_articles(word.form):
            continue
        meant = lexicon.similar_form(word.form)
        if (meant is None and not with_dictionary) or is_in_dictionary(word.form):
            continue
        meant = meant or _similar_dictionary_word(word.form, question.language)
        if meant and term(meant, question.language) != term(word.form, question.language):
            replacements.append((word, meant))
    if not replacements or len(replacements) > MISSPELT_LIMIT:
        return None
    text = question.text
    for word, meant in reversed(replacements):
        written = meant.capitalize() if word.form[0].isupper() and meant.islower() else meant
        text = text[: word.start] + written + text[word.end :]
    return text


def is_in_dictionary(form: str) -> bool:
    """Whether either language has the word; British spelling counts."""
    for spelling in {form.lower(), normal_form(form)}:
        american = [spelling.replace(british, there) for british, there in _BRITISH_AND_AMERICAN if british in spelling]
        if any(word in _dictionary("en") for word in (spelling, *american)) or spelling in _dictionary("nl"):
            return True
    return False


def _similar_dictionary_word(form: str, language: Language) -> str | None:
    """The commonest word of the language that is one error away."""
    normal = normal_form(form)
    frequencies = _dictionary(language)
    near = _one_error_away(normal, frequencies) if len(normal) >= SHORTEST_DICTIONARY_WORD else []
    return min(near, key=lambda word: (-frequencies[word], word), default=None)


def _one_error_away(normal: str, words: Iterable[str]) -> list[str]:
    """The words with one letter more, fewer or another, or with two neighbours swapped, in their order.

    Those are 80 % of all errors (Damerau 1964); the first letter, where people seldom err (Yannakoudakis and Fawthrop
    1983), stays.
    """
    found = process.extract_iter(normal, list(words), scorer=OSA.distance, score_cutoff=1)
    return [word for word, distance, _ in found if distance == 1 and word[:1] == normal[:1]]


@cache
def _dictionary(language: Language) -> dict[str, int]:
    """pyspellchecker's words of a language in lower case with their frequencies, decoded in a quarter of its time."""
    packed = (files("spellchecker") / "resources" / f"{language}.json.gz").read_bytes()
    return msgspec.json.decode(gzip.decompress(packed), type=dict[str, int])
