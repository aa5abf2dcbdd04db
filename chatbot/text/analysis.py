"""Analysis: from the words of a text to the terms that are ranked by."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from Stemmer import Stemmer

from chatbot.text.function_words import DUTCH, ENGLISH
from chatbot.text.language_code import Language
from chatbot.text.words import COMMON_WORDS, Word, has_digit, normal_form, split_words


def _spelling(form: str) -> str:
    """The word as stop words are compared, its inner apostrophe kept: "she'll" is not "Shell", "zo'n" not "zon"."""
    return "'".join(map(normal_form, form.replace("’", "'").strip("'").split("'")))


_STOP_WORDS: dict[Language, frozenset[str]] = {
    "nl": frozenset(map(_spelling, DUTCH)),
    "en": frozenset(map(_spelling, ENGLISH)),
}
_STEMMERS = {
    # The older Dutch algorithm found 2 points more of the English questions of the development set
    # than Kraaij and Pohlmann's, which takes more off a word, and as many of the Dutch ones.
    "nl": Stemmer("dutch_porter"),
    "en": Stemmer("english"),
}


def is_stop_word(form: str, language: Language, *, but_acronyms: bool = False) -> bool:
    """Whether the word says nothing of what its text is about; `but_acronyms` keeps those like it: "WHO", "IT"."""
    is_acronym = but_acronyms and len(form) > 1 and form.isupper()
    return not is_acronym and _spelling(form) in _STOP_WORDS[language]


def has_acronyms(text: str) -> bool:
    """Whether a word in capitals may be an acronym in the text: not where all are, but where it stands alone."""
    return not text.isupper() or len(text.split()) == 1


def term(form: str, language: Language) -> str:
    """The term of a word: its stem with the language, as `leger@nl`, or its normal form where it has digits.

    The language keeps apart what the stemmers happen to bring together, English "armed" and Dutch
    "armen"; a number or a name with digits is the same in both.
    """
    normal = normal_form(form)
    return normal if has_digit(normal) else f"{_STEMMERS[language].stemWord(normal)}@{language}"


def term_language(term: str) -> Language | None:
    """The language of a term; None of one with digits, which is the same in both."""
    return "nl" if term.endswith("@nl") else "en" if term.endswith("@en") else None


def terms(text: str, language: Language, start: int = 0, end: int | None = None) -> Iterator[tuple[str, Word]]:
    """The terms of `text[start:end]` in order, each with its word; stop words are left out."""
    but_acronyms = has_acronyms(text[start:end])
    for word in split_words(text, start, end):
        found = _term_unless_stop_word(word.form, language, but_acronyms)
        if found:
            yield found, word


@lru_cache(COMMON_WORDS)
def _term_unless_stop_word(form: str, language: Language, but_acronyms: bool) -> str | None:
    return None if is_stop_word(form, language, but_acronyms=but_acronyms) else term(form, language)
