"""Small words: the readings of function words, and the meanings of false friends, from `small_words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from chatbot.text.language_code import Language


class _Data(msgspec.Struct, frozen=True):
    """The contents of `small_words.toml`: readings, parted by a slash, by the language of the word and the word."""

    function_words: Mapping[Language, Mapping[str, str]]
    false_friends: Mapping[Language, Mapping[str, str]]
    number_words: Mapping[Language, Mapping[str, str]]


@cache
def _data() -> _Data:
    text = (files("chatbot.reading_help") / "small_words.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Data)


def function_word(word: str, language: Language) -> str | None:
    """The readings of a function word in lower case, in the other language; None for any other word."""
    return _data().function_words[language].get(word)


def number_word(word: str, language: Language) -> str | None:
    """The number word of the other language for one in lower case; None for any other word."""
    return _data().number_words[language].get(word)


def false_friend(word: str, language: Language) -> str | None:
    """The meaning of a word in lower case that the other language has too, with another meaning; None for others."""
    return _data().false_friends[language].get(word)
