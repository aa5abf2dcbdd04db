"""Corpora of any size, always the same, whose words are as unevenly spread as those of a language (Zipf 1949)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spellchecker import SpellChecker

from chatbot.text.language_code import Language

PASSAGE_WORDS, SENTENCE_WORDS, QUESTION_WORDS = 80, 16, 8
PASSAGES_AN_ARTICLE = 40
LANGUAGES: tuple[Language, ...] = ("nl", "en")

VOCABULARY = 150_000
"""The words of a language that there are; the rarer ones turn up as the corpus grows, as they do in a newspaper."""

FUNCTION_WORDS = 200
"""The commonest words, of which the program asks for none: about as many as English or Dutch has function words."""

BLOCK = 1000
"""Passages that are drawn at a time."""

_FREQUENCIES = np.cumsum(1 / np.arange(1, VOCABULARY + 1))

Words = list[str]


def passages(count: int, language: Language = "en") -> Iterator[Words]:
    """The first `count` passages of a language: each word is drawn with a chance of 1 / its rank."""
    words, random = _dictionary(language), np.random.default_rng(seed=1)
    for start in range(0, count, BLOCK):
        drawn = words[_draw(random, BLOCK * PASSAGE_WORDS, 0)].reshape(BLOCK, PASSAGE_WORDS)
        yield from drawn[: count - start].tolist()


def questions(count: int) -> list[Words]:
    """English questions whose words are drawn like those of the passages, but without the commonest."""
    drawn = _draw(np.random.default_rng(seed=2), count * QUESTION_WORDS, FUNCTION_WORDS)
    asked: list[Words] = _dictionary("en")[drawn].reshape(count, QUESTION_WORDS).tolist()
    return asked


def write_articles(folder: Path, count: int) -> None:
    """Articles of `count` passages, Dutch and English ones by turns; each passage has its longest word above it."""
    written = [passages(count, language) for language in LANGUAGES]
    for number, start in enumerate(range(0, count, PASSAGES_AN_ARTICLE)):
        own = islice(written[number % len(LANGUAGES)], min(PASSAGES_AN_ARTICLE, count - start))
        text = "\n\n".join(f"## {max(words, key=len)}\n\n{_sentences(words)}" for words in own)
        (folder / f"{number:05}.md").write_text(text, encoding="utf-8")


def _sentences(words: Words) -> str:
    starts = range(0, len(words), SENTENCE_WORDS)
    return " ".join(f"{' '.join(words[start : start + SENTENCE_WORDS]).capitalize()}." for start in starts)


@cache  # a second to read and to sort
def _dictionary(language: Language) -> NDArray[np.object_]:
    """The words of the language that the program has a dictionary of, the commonest first."""
    frequencies = SpellChecker(language=language).word_frequency
    words = sorted(frequencies.words(), key=lambda word: (-frequencies[word], word))
    return np.array(words[:VOCABULARY], dtype=object)


def _draw(random: np.random.Generator, count: int, left_out: int) -> NDArray[np.int64]:
    """Ranks of words, counted from 0, without the commonest `left_out`."""
    lowest = _FREQUENCIES[left_out - 1] if left_out else 0.0
    return np.searchsorted(_FREQUENCIES, random.uniform(lowest, _FREQUENCIES[-1], count))
