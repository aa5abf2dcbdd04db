"""Dictionaries: the words of both languages, from pyspellchecker; they load in 0.15 s when needed."""

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
    return frozenset(language for language in LANGUAGES if _has(form, language))


def _has(form: str, language: Language) -> bool:
    for spelling in {form.lower(), normal_form(form)}:
        american = [spelling.replace(british, there) for british, there in _BRITISH_AND_AMERICAN if british in spelling]
        if any(word in word_counts(language) for word in (spelling, *(american if language == "en" else ()))):
            return True
    return False


@cache
def word_counts(language: Language) -> Mapping[str, int]:
    """pyspellchecker's words of a language in lower case, decoded in a quarter of its time.

    Each has its count in film subtitles; words that it took from elsewhere have the least, 50.
    """
    packed = (files("spellchecker") / "resources" / f"{language}.json.gz").read_bytes()
    return msgspec.json.decode(gzip.decompress(packed), type=dict[str, int])
