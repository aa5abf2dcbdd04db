"""Readings: what a word may mean in the other language, by a dictionary and by the encoder, and whether that is sure.

Where a dictionary has the word or its lemma, its meanings compete and the one nearest to the word wins: they stand in
the order of the alphabet. Elsewhere the encoder's nearest word is taken. Neither the sentence around the word, nor the
sentence with the meaning in its place, chose better than the word alone.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

import numpy as np
from simplemma import lemmatize

from chatbot.encoders.encoder import Encoder
from chatbot.reading_help.dictionaries import Dictionaries
from chatbot.reading_help.nearest_words import NearestWords, Neighbours
from chatbot.storage.store import Store
from chatbot.text.amounts import NUMBER_WORD
from chatbot.text.analysis import term
from chatbot.text.language_code import Language, other_language
from chatbot.text.word_lists import word_count


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

RANKED_NEIGHBOURS = 30
"""The nearest words among which a meaning of the dictionary is looked for."""

MEANING_COMMONNESS = 0.01
"""What a meaning gains with its count, a tenfold one, against the other meanings of the dictionary."""

RIVAL_MARGIN = 0.12
"""A second meaning that is this little less near is as likely as the first: "stem" is a vote or a voice.

A third of the sure words then has two meanings. Of 76 Dutch and 48 English words that were new, 90 and 81 % are right,
where 84 and 72 % were with the first alone.
"""

UNLISTED_COUNT = 30
"""The count of a word that no list has."""

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
        lemma("", language)  # loads its lists

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
        different = list(dict.fromkeys(forms))
        found = dict(zip(different, self._find(different), strict=True)) if forms else {}
        return [found[form] for form in forms]

    def _find(self, forms: Sequence[str]) -> Iterator[Readings | None]:
        lemmas = [lemma(form, self.language) for form in forms]
        meanings = [self._meanings(*pair) for pair in zip(forms, lemmas, strict=True)]
        texts = list(dict.fromkeys([*forms, *lemmas, *(meaning for some in meanings for meaning in some)]))
        vectors = dict(zip(texts, self._encoder.encode(texts), strict=True))
        own = np.stack([(vectors[form] + vectors[lemma_]) / 2 for form, lemma_ in zip(forms, lemmas, strict=True)])
        for form, lemma_, of_form, vector, neighbours in zip(
            forms, lemmas, meanings, own, self._nearest.nearest(own), strict=True
        ):
            common = math.log10(max(self._count(form), self._count(lemma_)))
            if of_form:
                nearness = [
                    float(vectors[meaning] @ vector) + MEANING_COMMONNESS * self._commonness(meaning)
                    for meaning in of_form
                ]
                pairs = sorted(zip(nearness, of_form, strict=True), key=itemgetter(0), reverse=True)
                ranked = [meaning for _, meaning in pairs]
                is_open = (
                    len(pairs) > 1
                    and pairs[1][0] > pairs[0][0] - RIVAL_MARGIN
                    and self._stem(ranked[1]) != self._stem(ranked[0])
                )
                rank = math.log1p(self._rank(ranked[0], neighbours))
                model = OF_DICTIONARY[self.language]
                certainty = model.probability(rank, self._commonness(ranked[0]), common, len(form), form == lemma_)
                is_sure = certainty >= model.sure or [text.lower() for text in of_form] == [form.lower()]
                yield Readings(tuple(ranked[:2]), is_sure, tuple(ranked[: 1 + is_open]))
            else:
                model = OF_ENCODER[self.language]
                certainty = model.probability(neighbours.lead, common, self._commonness(neighbours.words[0]))
                found = Readings(self._two_words(neighbours), certainty >= model.sure, neighbours.words[:1])
                yield found if certainty >= LEAST_PROBABLE else None

    def _meanings(self, form: str, lemma_: str) -> tuple[str, ...]:
        both = (self._dictionaries.meanings(word, self.language) for word in (form, lemma_))
        return tuple(dict.fromkeys(chain.from_iterable(both)))

    def _two_words(self, neighbours: Neighbours) -> tuple[str, ...]:
        """The nearest word, and the next that is no other form of it."""
        first = neighbours.words[0]
        second = (word for word in neighbours.words if self._stem(word) != self._stem(first))
        return first, *list(second)[:1]

    def _stem(self, meaning: str) -> str:
        return term(meaning, other_language(self.language))

    def _count(self, form: str) -> int:
        return max(1, word_count(form, self.language))

    def _commonness(self, meaning: str) -> float:
        """The logarithm of its count; none for a meaning of several words."""
        count = word_count(meaning, other_language(self.language))
        return 0.0 if " " in meaning else math.log10(max(UNLISTED_COUNT, count))

    def _rank(self, meaning: str, neighbours: Neighbours) -> int:
        """The place among the nearest words, from 0, of the first form of the meaning; `RANKED_NEIGHBOURS` for none."""
        stems = [self._stem(word) for word in neighbours.words[:RANKED_NEIGHBOURS]]
        return stems.index(self._stem(meaning)) if self._stem(meaning) in stems else RANKED_NEIGHBOURS


def lemma(form: str, language: Language) -> str:
    """The form that a dictionary has, as simplemma knows it; 68 % of forms stand in a dictionary with it, 46 % without.

    The form itself where it has none; a compound in parts and the number of an ordinal (tweede, twee) are none.
    """
    found = lemmatize(form, lang=language) if form else form
    return form if "_" in found or _NUMBER.fullmatch(found) else found
