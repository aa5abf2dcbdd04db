"""Confidence: how probable it is that a meaning is right in the sentence, so that only what is sure is shown."""

from __future__ import annotations

import math
import operator
from collections.abc import Mapping
from dataclasses import dataclass

from chatbot.text.language_code import Language


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic model of whether a meaning is right: a bias and a weight for each thing it looks at."""

    bias: float
    weights: tuple[float, ...]
    sure: float
    """The probability from which on nine in ten meanings are right."""

    def probability(self, *features: float) -> float:
        """The probability, given what the model looks at."""
        return 1 / (1 + math.exp(-self.bias - sum(map(operator.mul, self.weights, features))))


OF_DICTIONARY: Mapping[Language, Model] = {
    "nl": Model(0.60, (-0.68, 0.47, -0.37, 0.11, 0.90), 0.65),
    "en": Model(4.17, (-0.21, 1.09, -1.20, -0.13, 0.08), 0.66),
}
"""Of a meaning that a dictionary gives: the logarithm of its rank among the nearest words and 1; the logarithms to base
10 of its count and of the word's; the letters of the word; and whether that is its own lemma.

Fitted to 204 Dutch and 132 English words in sentences of articles. On sentences kept apart, in turn a fifth of them,
the surest 60 % are right for 91 and 93 %, 65 % for 89 and 91 %. Lead over the other meanings, their number, and how
many words the meaning has back in the other language added nothing.
"""

OF_ENCODER: Mapping[Language, Model] = {
    "nl": Model(-5.77, (8.87, 0.65, 0.39), 0.55),
    "en": Model(-6.35, (7.90, 0.31, 0.59), 0.75),
}
"""Of the nearest word: its lead over the last of the nearest, and the logarithms of the word's count and its own.

Fitted to what a dictionary says of 2,000 words, and the bias to the words in sentences. Of these, the surest 55 % of
the Dutch are right for 89 %, 20 % of the English for 88 %. The cosine itself, pieces of the word, likeness of spelling
and nearness the other way round added nothing.
"""
