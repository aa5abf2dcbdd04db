"""Other languages: questions that are neither in Dutch nor in English."""

from __future__ import annotations

import unicodedata

from chatbot.index.lexicon import Lexicon
from chatbot.text.words import split_words

FEWEST_WORDS = 4
"""Fewer words than this may all be names."""

UNKNOWN_SHARE = 0.5
"""The share of unknown words from which on a question is in another language."""


def is_other_language(question: str, lexicon: Lexicon) -> bool:
    """Whether a question is in another alphabet, or half of its different words are in neither language nor corpus.

    That is none of the 238 questions in `tests/questions.jsonl`, nor of their longer words alone.
    """
    letters = [character for character in question if character.isalpha()]
    if 2 * sum("LATIN" in unicodedata.name(letter, "") for letter in letters) < len(letters):
        return True
    words = {word.form for word in split_words(question) if word.form.isalpha()}
    unknown = sum(not lexicon.knows(word) for word in words)
    return len(words) >= FEWEST_WORDS and unknown >= UNKNOWN_SHARE * len(words)
