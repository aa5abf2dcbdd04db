"""The vocabulary: the words of a corpus, embedded once, so that a question's words find their like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chatbot.encoders.blas import one_core_each
from chatbot.encoders.encoder import Encoder, Vectors
from chatbot.encoders.vectors import KeptVectors
from chatbot.index.hubs import Hubs
from chatbot.index.outline import Outline
from chatbot.index.spelling import Spellings
from chatbot.passages.string_table import StringTable
from chatbot.text.text_keys import Keys, text_keys
from chatbot.text.words import normal_form

CANDIDATES = 384
"""How many forms of a large vocabulary are compared exactly with a word of a question.

Of 500,000 Dutch and English words, the outline of which looks at eight times as many, these hold 97.9 % of the eight
nearest to each of 520 words, half of them of either language; 512 hold 98.2 % and 256 hold 96.8 %.
"""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The forms of a vocabulary that lie nearest to one vector, the nearest first.

    `numbers` are those of the forms; `cosines` with the vector, and `similarities`, which are the
    cosines with hubs held back, are in the same order.
    """

    numbers: NDArray[np.int_]
    cosines: NDArray[np.float32]
    similarities: NDArray[np.float32]

    def __iter__(self) -> Iterator[tuple[int, float, float]]:
        """The number, cosine and similarity of each form."""
        return zip(self.numbers.tolist(), self.cosines.tolist(), self.similarities.tolist(), strict=True)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The word forms of a corpus: the term of each, its vector, and how much of a hub it is.

    Some words lie close to everything, rare ones above all, because the encoder spells them out in
    pieces. Cross-domain similarity local scaling (Conneau et al. 2018) takes from each word's
    similarity how near its own neighbours are, over the average; on the development set that found
    4 points more of the English questions.

    `outline` is there where the vocabulary is too large to compare a word with all of it. All arrays
    that this is made of may be mapped from files. A form takes 1 kB there: 516 bytes for its vector,
    324 for its outline, and some 100 for its term, its hubness and the postings of its letter groups.
    To make all that of vectors takes 0.1 ms a form on two cores, most of it for the hubs, and to embed
    it four times as long.
    """

    terms: StringTable
    vectors: KeptVectors
    hubs: Hubs
    hubness: NDArray[np.float32]
    outline: Outline | None
    spellings: Spellings

    @classmethod
    def of(cls, forms_of_terms: Mapping[str, Counter[str]], encoder: Encoder) -> Vocabulary:
        """Embed the forms of each term; the counters say how often each form occurs."""
        pairs = [(term, form) for term, counts in sorted(forms_of_terms.items()) for form in variants(counts)]
        vectors = KeptVectors.embed([form for _, form in pairs], encoder)
        return cls.of_vectors(pairs, text_keys(form for _, form in pairs), vectors)

    @classmethod
    def of_vectors(
        cls, pairs: list[tuple[str, str]], keys: Keys, vectors: KeptVectors, earlier: Vocabulary | None = None
    ) -> Vocabulary:
        """The vocabulary of forms, each given with its term, that have these keys and vectors.

        The hubs of an `earlier` vocabulary with much the same forms are taken over.
        """
        hubs = earlier.hubs.renewed(earlier.vectors, keys, vectors) if earlier else Hubs.of(keys, vectors)
        hubness = hubs.hubness()
        outline = None if vectors.is_exact else Outline.of(vectors, vectors.rows(hubs.sample), hubness)
        return cls(StringTable.of(term for term, _ in pairs), vectors, hubs, hubness, outline, Spellings.of(pairs))

    def nearest(self, vectors: Vectors, floor: float) -> list[Neighbours]:
        """For each vector, the forms whose similarity, with hubs held back, is at least `floor`.

        Of a vocabulary with an outline they are the nearest of `CANDIDATES` forms.
        """
        with one_core_each() as threads:
            if self.outline:
                candidates = self.outline.best(vectors, CANDIDATES, threads)
                cosines = list(threads.map(self.vectors.cosines_of, candidates, vectors))
            else:
                forms = np.arange(len(self.terms))
                candidates = [forms] * len(vectors)
                cosines = list(vectors @ self.vectors.numbers.T)
        return [self._nearest(*row, floor) for row in zip(candidates, cosines, strict=True)]

    def _nearest(self, forms: NDArray[np.int_], cosines: NDArray[np.float32], floor: float) -> Neighbours:
        similarities = cosines - self.hubness[forms]
        near = np.flatnonzero(similarities >= floor)
        order = near[np.argsort(-similarities[near], kind="stable")]
        return Neighbours(forms[order], cosines[order], similarities[order])


def variants(counts: Counter[str]) -> list[str]:
    """The forms to embed: the commonest spelling of each form, and it in lower case.

    The encoder tells capitals apart, and knows some names with and some words without.
    """
    commonest: dict[str, str] = {}
    for form, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        commonest.setdefault(normal_form(form), form)
    return sorted({*commonest.values(), *(form.lower() for form in commonest.values())})
