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
    """The least probability of a meaning that is sure: of those from there on, nine in ten are right."""

    def probability(self, *features: float) -> float:
        """The probability, given what the model looks at."""
        return 1 / (1 + math.exp(-self.bias - sum(map(operator.mul, self.weights, features))))


OF_DICTIONARY: Mapping[Language, Model] = {
    "nl": Model(1.41, (-0.67, 0.44, -0.46, 0.06, 0.73), 0.65),
    "en": Model(4.17, (-0.21, 1.09, -1.20, -0.13, 0.08), 0.66),
}
"""Of a meaning that a dictionary gives: the logarithm of its rank among the nearest words and 1; the logarithms to base
10 of its count and of the word's; the letters of the word; and whether that is its own lemma.

Fitted to 333 Dutch and 155 English words in sentences of articles. On a fifth of the sentences at a time, with the
model fitted to the others, the surest 55 % of all words are right for 92 and 91 %, 60 % for 91 and 89 %, 65 % for 88
and 88 %. Lead over the other meanings, their number, and how many words the meaning has back in the other language
added nothing.
"""

OF_ENCODER: Mapping[Language, Model] = {
    "nl": Model(-5.98, (8.70, 0.65, 0.43), 0.53),
    "en": Model(-6.52, (8.73, 0.20, 0.69), 0.75),
}
"""Of the nearest word: its lead over the last of the nearest, and the logarithms of the word's count and its own.

Fitted to what a dictionary says of 2,000 words, and the bias to the words in sentences. Of these, the surest half of
the Dutch are right for 90 %, 55 % for 85 %, and a quarter of the English for 84 %. The cosine itself, pieces of the
word, likeness of spelling and nearness the other way round added nothing.
"""
