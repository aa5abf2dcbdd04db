"""A corpus of any size whose words are as unevenly spread as those of a language."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

PASSAGE_WORDS = 80
QUESTION_WORDS = 8

VOCABULARY = 200_000
"""The words that there are; the rarer ones turn up as the corpus grows, as they do in a newspaper."""

FUNCTION_WORDS = 200
"""The commonest words, of which the program asks for none: about as many as English or Dutch has function words."""

BLOCK = 1000
"""Passages that are drawn at a time."""

_FREQUENCIES = np.cumsum(1 / np.arange(1, VOCABULARY + 1))
_WORDS = np.array([f"word{rank}" for rank in range(1, VOCABULARY + 1)], dtype=object)


def passages(count: int) -> Iterator[list[str]]:
    """The first `count` passages, always the same: each word is drawn with a chance of 1 / its rank (Zipf 1949)."""
    random = np.random.default_rng(seed=1)
    for start in range(0, count, BLOCK):
        drawn = _draw(random, BLOCK * PASSAGE_WORDS, 0).reshape(BLOCK, PASSAGE_WORDS)
        yield from _WORDS[drawn[: count - start]].tolist()


def questions(count: int, *, function_words: bool) -> list[list[str]]:
    """Questions whose words are drawn like those of the passages, with the commonest words or without."""
    drawn = _draw(np.random.default_rng(seed=2), count * QUESTION_WORDS, 0 if function_words else FUNCTION_WORDS)
    asked: list[list[str]] = _WORDS[drawn.reshape(count, QUESTION_WORDS)].tolist()
    return asked


def _draw(random: np.random.Generator, count: int, left_out: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Ranks of words, counted from 0, without the commonest `left_out`."""
    lowest = _FREQUENCIES[left_out - 1] if left_out else 0.0
    return np.searchsorted(_FREQUENCIES, random.uniform(lowest, _FREQUENCIES[-1], count))
