"""Checks of a translation: whether it has the numbers and the names of the sentence."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

from chatbot.text.amounts import MONTH
from chatbot.text.function_words import DUTCH, ENGLISH
from chatbot.text.language_code import Language
from chatbot.text.sentences import sentence_spans
from chatbot.text.word_lists import dictionary_languages
from chatbot.text.words import normal_form

SHORTEST_NAME = 3
"""The fewest letters of a name that is looked for: shorter ones are abbreviations, which are translated (VS, US)."""

LEAST_ALIKE = 70  # how alike two spellings of one name are at least (Poetin, Putin), by rapidfuzz's ratio, in percent

_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,:]\d+)*")
_THOUSANDS = re.compile(r"[., \u00a0\u202f](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W\d_]+")
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_NO_NAME = re.compile("|".join([MONTH, _WEEKDAY, *map(re.escape, DUTCH | ENGLISH)]), re.IGNORECASE)
"""What English writes with a capital and Dutch does not, and what either does only at the beginning of a quotation."""


def is_doubtful(sentence: str, translation: str, source: Language, target: Language) -> bool:
    """Whether a number or a name in either text is missing from the other.

    Of 180 texts that people translated 2 % are, where one language has a number in words; of the others 89 % are once a
    name is taken out, 94 % once it is replaced, and all once a number is changed.
    """
    sentence, translation = (unicodedata.normalize("NFC", text) for text in (sentence, translation))
    missing, missing_words = _only_in(sentence, source, translation)
    added, added_words = _only_in(translation, target, sentence)
    # "France" is missing from a Dutch text that has "Frankrijk" in its place.
    return _numbers(sentence) != _numbers(translation) or missing > added_words or added > missing_words


def _numbers(text: str) -> frozenset[str]:
    """The numbers in digits, in one spelling whatever marks the thousands and the decimals: 1500, 2.5, 19.45."""
    return frozenset(re.sub("[,:]", ".", _THOUSANDS.sub("", number)) for number in _NUMBER.findall(text))


def _only_in(text: str, language: Language, other: str) -> tuple[int, int]:
    """How many names, and how many words with a capital, a text has within its sentences that the other has not.

    The words are those that only the dictionary of the text's language has: Frankrijk, Venezolaanse. All else is names.
    """
    there = {normal_form(word) for word in _WORD.findall(other)}
    capitalised = {
        word
        for start, end in sentence_spans(text, 0, len(text))
        for word in _WORD.findall(text, start, end)[1:]
        if word[0].isupper() and len(word) >= SHORTEST_NAME and not _NO_NAME.fullmatch(word)
    }
    absent = [word for word in capitalised if all(fuzz.ratio(normal_form(word), form) < LEAST_ALIKE for form in there)]
    words = sum(dictionary_languages(word) == {language} for word in absent)
    return len(absent) - words, words
