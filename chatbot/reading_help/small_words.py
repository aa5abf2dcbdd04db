"""Small words: the readings of function words, and the meanings of false friends, from `small_words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from chatbot.text.language_code import Language

Meanings = Mapping[Language, Mapping[str, str]]
"""The meaning, or readings parted by a slash, of words in lower case, by their language."""


class SmallWords(msgspec.Struct, frozen=True):
    """The contents of `small_words.toml`; false friends are words that the other language has with another meaning."""

    function_words: Meanings
    false_friends: Meanings
    number_words: Meanings


@cache
def small_words() -> SmallWords:
    """All small words of both languages."""
    text = (files("chatbot.reading_help") / "small_words.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), SmallWords)
