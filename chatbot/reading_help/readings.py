"""Readings: what a word may mean in the other language, by a dictionary and by the encoder, and whether that is sure.

Where a dictionary has the word or its lemma, its meanings compete and the one nearest to the word wins: they stand in
the order of the alphabet. Elsewhere the encoder's nearest word is taken. Neither the sentence around the word, nor the
sentence with the meaning in its place, chose better than the word alone.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from simplemma import lemmatize

from chatbot.encoders.encoder import Encoder, Vectors
from chatbot.index.bridge import stored_hubness
from chatbot.index.embeddings import all_embedded
from chatbot.reading_help.dictionaries import Dictionaries
from chatbot.storage.store import Store
from chatbot.text.amounts import NUMBER_WORD
from chatbot.text.analysis import term
from chatbot.text.function_words import DUTCH, ENGLISH
from chatbot.text.language_code import LANGUAGES, Language, other_language
from chatbot.text.word_lists import word_count, word_counts

LEAST_MEANING_COUNT = {"nl": 500, "en": 1000}
"""The least count of a word to be a meaning, in a list of 260 and 600 million words: 13,000 words, and 18,000.

With all 42,000 words of a count over 50, or 53,000, as many nearest words are right, within a point.
"""

HUB_WEIGHT = 0.7
"""The share of its penalty for being a hub that a word pays; from 0.5 to 1 as many nearest words are right."""

NEIGHBOUR_COMMONNESS = 0.02
"""What a word gains with its count, a tenfold one: 3 to 5 points more of the nearest words are right than without."""

NEAREST_WORD_COUNT = 50  # the nearest words that are found; the farther the first is ahead of the last, the surer it is
NEAREST_BLOCK = 256  # words that are compared at a time, in 18 MB


Neighbours = Sequence[tuple[str, float]]
"""The nearest words, the nearest first, and how near each is: the cosine, without hubs and with commonness."""


class NearestWords:
    """The common words of one language with their vectors: 37 MB, which come from the store in 0.2 s.

    To embed them takes 5 s on two cores, once.
    """

    def __init__(self, language: Language, encoder: Encoder, store: Store | None) -> None:
        """Take the vectors from the store, or embed the words."""
        counts = word_counts(language)
        function_words = DUTCH if language == "nl" else ENGLISH
        self._words = [
            word
            for word, count in counts.items()
            if count >= LEAST_MEANING_COUNT[language]
            and len(word) > 1
            and word.isalpha()
            and word not in function_words
        ]
        self._vectors = all_embedded(self._words, encoder, store)
        penalties = stored_hubness(self._words, self._vectors, encoder, store)
        commonness = np.log10([counts[word] for word in self._words], dtype=np.float32)
        self._bonus = NEIGHBOUR_COMMONNESS * commonness - HUB_WEIGHT * penalties

    def nearest(self, vectors: Vectors) -> Iterator[Neighbours]:
        """The nearest words of each vector."""
        for start in range(0, len(vectors), NEAREST_BLOCK):
            for nearness in vectors[start : start + NEAREST_BLOCK] @ self._vectors.T + self._bonus:
                some = np.argpartition(-nearness, NEAREST_WORD_COUNT)[:NEAREST_WORD_COUNT]
                order = some[np.argsort(-nearness[some], kind="stable")]
                yield [(self._words[place], float(nearness[place])) for place in order]


@dataclass(frozen=True, slots=True)
class LogisticModel:
    """A logistic regression of whether a meaning is right: a bias and a weight for each feature."""

    bias: float
    weights: tuple[float, ...]
    sure: float
    """The least probability of a meaning that is sure: of those from there on, nine in ten are right."""

    def probability(self, *features: float) -> float:
        """The probability, given the features."""
        return 1 / (1 + math.exp(-self.bias - sum(map(operator.mul, self.weights, features))))


OF_DICTIONARY: Mapping[Language, LogisticModel] = {
    "nl": LogisticModel(1.41, (-0.67, 0.44, -0.46, 0.06, 0.73), 0.65),
    "en": LogisticModel(4.17, (-0.21, 1.09, -1.20, -0.13, 0.08), 0.66),
}
"""Of a meaning that a dictionary gives. Weights, in order: ln(1 + rank among the nearest words), log10 of the meaning's
count, log10 of the word's count, letters of the word, and whether the word is its own lemma.

Fitted to 333 Dutch and 155 English words in sentences of articles. On a fifth of the sentences at a time, with the
model fitted to the others, the surest 55 % of all words are right for 92 and 91 %, 60 % for 91 and 89 %, 65 % for 88
and 88 %. Lead over the other meanings, their number, and how many words the meaning has back in the other language
added nothing.
"""

OF_ENCODER: Mapping[Language, LogisticModel] = {
    "nl": LogisticModel(-5.98, (8.70, 0.65, 0.43), 0.53),
    "en": LogisticModel(-6.52, (8.73, 0.20, 0.69), 0.75),
}
"""Of the nearest word: its lead over the last of the nearest, and the logarithms of the word's count and its own.

Fitted to what a dictionary says of 2,000 words, and the bias to the words in sentences. Of these, the surest half of
the Dutch are right for 90 %, 55 % for 85 %, and a quarter of the English for 84 %. The cosine itself, pieces of the
word, likeness of spelling and nearness the other way round added nothing.
"""


LEAST_PROBABLE = 0.15
"""The least probability of a meaning of the encoder's own that is shown at all; below it one in five is right."""

RANKED_NEIGHBOURS = 30  # the nearest words among which a meaning of the dictionary is looked for

MEANING_COMMONNESS = 0.01
"""What a meaning gains with its count, a tenfold one, against the other meanings of the dictionary."""

RIVAL_MARGIN = 0.12
"""A second meaning that is this little less near is as likely as the first: "stem" is a vote or a voice.

A third of the sure words then has two meanings. Of 76 Dutch and 48 English words that were new, 90 and 81 % are right,
where 84 and 72 % were with the first alone.
"""

NEIGHBOUR_MARGIN = 0.06
"""The same among the nearest words, where no dictionary has the word: "bijna" is almost or nearly.

A third of the sure words then has two meanings. A dictionary has one of them among its meanings for 82 % of 2,500 Dutch
words and for 89 % of 1,074 English ones, and the first alone for 76 and 86 %.
"""

UNLISTED_COUNT = 30  # the count of a word that no list has

_NUMBER = re.compile(NUMBER_WORD)


@dataclass(frozen=True, slots=True)
class Readings:
    """What a word may mean, the likeliest first, two at most.

    `is_sure` says whether it is one of the `likely`, which are both where the second is nearly as near as the first.
    """

    meanings: tuple[str, ...]
    is_sure: bool
    likely: tuple[str, ...]


class Lookup:
    """Finds readings of the words of one language in the other."""

    def __init__(self, language: Language, encoder: Encoder, store: Store | None, dictionaries: Dictionaries) -> None:
        """Load all that is needed."""
        self.language = language
        self._encoder = encoder
        self._dictionaries = dictionaries
        self._nearest = NearestWords(other_language(language), encoder, store)
        for either in LANGUAGES:
            lemma("a", either)  # loads its lists

    def knows(self, form: str) -> bool:
        """Whether a dictionary has the word or its lemma, with a capital where the word has one."""
        written = (form, lemma(form, self.language))
        return any(
            self._dictionaries.has(word, self.language)
            for word in written
            if word[:1].isupper() or not form[:1].isupper()
        )

    def is_name(self, word: str) -> bool:
        """Whether a word in lower case is known with a capital only."""
        return not self.knows(word) and lemma(word, self.language)[:1].isupper()

    def find(self, forms: Sequence[str]) -> list[Readings | None]:
        """The readings of each word, as a dictionary would write it; None for one that nothing is known of."""
        words = [tuple(dict.fromkeys((form, lemma(form, self.language)))) for form in forms]
        meanings = [self._meanings(own) for own in words]
        texts = list(dict.fromkeys(chain(*words, *meanings)))
        vectors = dict(zip(texts, self._encoder.encode(texts), strict=True))
        means = np.array([np.mean([vectors[word] for word in own], axis=0) for own in words])
        found: list[Readings | None] = []
        for own, of_word, mean, neighbours in zip(words, meanings, means, self._nearest.nearest(means), strict=True):
            common = math.log10(max(1, *(word_count(word, self.language) for word in own)))
            if of_word:
                nearness = {
                    meaning: float(vectors[meaning] @ mean) + MEANING_COMMONNESS * self._commonness(meaning)
                    for meaning in of_word
                }
                found.append(self._of_dictionary(own, nearness, common, neighbours))
            else:
                found.append(self._of_encoder(common, neighbours))
        return found

    def _of_dictionary(
        self, own: Sequence[str], nearness: Mapping[str, float], common: float, neighbours: Neighbours
    ) -> Readings:
        """The nearest of the meanings that a dictionary gives of a word, which is the first of its `own` forms."""
        form, ranked = own[0], sorted(nearness, key=nearness.__getitem__, reverse=True)
        stem = self._stem(ranked[0])
        is_open = (
            len(ranked) > 1
            and nearness[ranked[1]] > nearness[ranked[0]] - RIVAL_MARGIN
            and self._stem(ranked[1]) != stem
        )
        stems = [*(self._stem(word) for word, _ in neighbours[:RANKED_NEIGHBOURS]), stem]
        model = OF_DICTIONARY[self.language]
        certainty = model.probability(
            math.log1p(stems.index(stem)), self._commonness(ranked[0]), common, len(form), len(own) == 1
        )
        is_sure = certainty >= model.sure or [text.lower() for text in ranked] == [form.lower()]
        return Readings(tuple(ranked[:2]), is_sure, tuple(ranked[: 1 + is_open]))

    def _of_encoder(self, common: float, neighbours: Neighbours) -> Readings | None:
        """The nearest word, and the next that is no other form of it; None where they are hardly ever right."""
        (first, nearest), (_, farthest) = neighbours[0], neighbours[-1]
        model = OF_ENCODER[self.language]
        certainty = model.probability(nearest - farthest, common, self._commonness(first))
        if certainty < LEAST_PROBABLE:
            return None
        rivals = (pair for pair in neighbours if self._lemma_stem(pair[0]) != self._lemma_stem(first))
        second, near = next(rivals, (first, -math.inf))
        is_open = near > nearest - NEIGHBOUR_MARGIN
        return Readings((first, second), certainty >= model.sure, (first, second)[: 1 + is_open])

    def _meanings(self, words: Iterable[str]) -> Iterable[str]:
        """What the dictionaries have of any of the words, each meaning once."""
        return dict.fromkeys(chain(*(self._dictionaries.meanings(word, self.language) for word in words)))

    def _lemma_stem(self, word: str) -> str:
        return self._stem(lemma(word, other_language(self.language)))

    def _stem(self, meaning: str) -> str:
        return term(meaning, other_language(self.language))

    def _commonness(self, meaning: str) -> float:
        """The logarithm of its count; none for a meaning of several words."""
        count = word_count(meaning, other_language(self.language))
        return 0.0 if " " in meaning else math.log10(max(UNLISTED_COUNT, count))


def lemma(form: str, language: Language) -> str:
    """The form that a dictionary has, as simplemma knows it; 68 % of forms stand in a dictionary with it, 46 % without.

    The form itself where it has none; a compound in parts and the number of an ordinal (tweede, twee) are none.
    """
    found = lemmatize(form, lang=language) if form else form
    return form if "_" in found or _NUMBER.fullmatch(found) else found
