"""Word lists: how common each word of either language is, from pyspellchecker; they load in 0.15 s when needed."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from chatbot.text.language_code import LANGUAGES, Language
from chatbot.text.words import normal_form

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


def dictionary_languages(form: str) -> frozenset[Language]:
    """The languages that have the word; British spelling counts."""
    return frozenset(language for language in LANGUAGES if word_count(form, language))


def word_count(form: str, language: Language) -> int:
    """The count of the word in the list of that language, or of its American spelling; 0 where it is not there."""
    counts = word_counts(language)
    spellings = {form.lower(), normal_form(form)}
    if language == "en":
        spellings |= {
            spelling.replace(british, american)
            for spelling in spellings
            for british, american in _BRITISH_AND_AMERICAN
            if british in spelling
        }
    return max(counts.get(spelling, 0) for spelling in spellings)


@cache
def total_count(language: Language) -> int:
    """The sum of the counts of all words of a language."""
    return sum(word_counts(language).values())


@cache
def word_counts(language: Language) -> Mapping[str, int]:
    """pyspellchecker's words of a language in lower case, decoded in a quarter of its time.

    Each has its count in film subtitles; words that it took from elsewhere have the least, 50.
    """
    packed = (files("spellchecker") / "resources" / f"{language}.json.gz").read_bytes()
    return msgspec.json.decode(gzip.decompress(packed), type=dict[str, int])
