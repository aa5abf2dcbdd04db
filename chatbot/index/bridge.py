"""The bridge between the languages: for a word, the words of the corpus that mean the same, in either language.

Words are compared by the cosine of their embeddings (warships, oorlogsschepen) and by their spelling, which finds
names that the encoder does not know (Hussein, Hoessein). Which of them count, and how much, is decided by `query`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel

from chatbot.encoders.encoder import Encoder, Vectors
from chatbot.storage.store import Store, row_key, stored
from chatbot.text.words import normal_form

HUB_NEIGHBOURS = 30
"""Nearest words that show whether a word is a hub.

Conneau et al. (2018) use 10; on three sets of questions in two languages 30 find 1 point more among the first five,
and from 20 to 60 as many within half a point.
"""

HUBNESS_VERSION = 1  # to be raised with every change to how hubness is computed
HUB_SAMPLE_SIZE = 8192  # words by which hubs are recognised: all of a small vocabulary, one in so many of a large one
HUB_BLOCK = 2048  # words that are compared with the sample at a time, in 64 MB
SHORTEST_SPELLING = 4  # letters: shorter words are spelt alike by chance

SPELT_ALIKE_FLOOR = 0.79
"""The least normalised indel similarity (2 × longest common subsequence / both lengths) of words spelt alike."""


class Bridge:
    """The word forms of a corpus with their embeddings, and the penalty of each for being a hub.

    Some words lie close to everything, rare ones above all, because the encoder spells them out in pieces. Cross-domain
    similarity local scaling (CSLS, Conneau et al. 2018) takes from each similarity how near the word's own neighbours
    are, over the average; on the development set that found 4 points more of the English questions.
    """

    def __init__(
        self, terms: Sequence[str], forms: Sequence[str], vectors: Vectors, hubness: NDArray[np.float32]
    ) -> None:
        """The forms, the term and the vector of each, and the penalties that `hubness` gave for these vectors."""
        self._terms = terms
        self._vectors = vectors
        self._hubness = hubness
        self._spellings = [_comparable(form) for form in forms]

    def nearest(self, vectors: Vectors, floor: float, limit: int) -> Iterator[list[tuple[str, float, float]]]:
        """For each vector, the terms of at most `limit` forms, the nearest first: term, cosine and similarity.

        Similarity is the cosine less the penalty; it is at least `floor`.
        """
        for cosines in vectors @ self._vectors.T:
            similarities = cosines - self._hubness
            near = np.flatnonzero(similarities >= floor)
            order = near[np.argsort(-similarities[near], kind="stable")][:limit].tolist()
            yield [(self._terms[form], float(cosines[form]), float(similarities[form])) for form in order]

    def likeness(self, vector: Vectors) -> Mapping[str, float]:
        """For each term, the largest similarity of its forms to what has the vector."""
        best: dict[str, float] = {}
        for term, similarity in zip(self._terms, (self._vectors @ vector - self._hubness).tolist(), strict=True):
            best[term] = max(best.get(term, similarity), similarity)
        return best

    def spelt_alike(self, form: str) -> Mapping[str, float]:
        """The terms of words spelt like `form`, each with how alike they are."""
        spelling = _comparable(form)
        if spelling is None:
            return {}
        found = process.extract(
            spelling, self._spellings, scorer=Indel.normalized_similarity, score_cutoff=SPELT_ALIKE_FLOOR, limit=None
        )
        return {self._terms[number]: likeness for _, likeness, number in reversed(found)}  # the likest form last


def stored_hubness(
    forms: Sequence[str], vectors: Vectors, encoder: Encoder, store: Store | None
) -> NDArray[np.float32]:
    """The hubness of the forms, which have these vectors, from the store if that has it."""
    key = row_key(f"{encoder.identity}, hubness {HUBNESS_VERSION}", *forms)
    return np.frombuffer(stored(key, lambda: hubness(vectors).tobytes(), store), dtype=np.float32)


def hubness(vectors: Vectors) -> NDArray[np.float32]:
    """How much nearer than average the nearest words of a sample lie to each word (at most 0.1 ms a word)."""
    if not len(vectors):
        return np.empty(0, dtype=np.float32)
    sample = vectors[:: -(-len(vectors) // HUB_SAMPLE_SIZE)]
    count = min(HUB_NEIGHBOURS + 1, len(sample))
    nearness = np.concatenate(
        [
            np.partition(vectors[start : start + HUB_BLOCK] @ sample.T, -count, axis=1)[:, -count:].mean(axis=1)
            for start in range(0, len(vectors), HUB_BLOCK)
        ]
    )
    return np.asarray(nearness - nearness.mean(), dtype=np.float32)


def variants(forms: Iterable[str], counts: Mapping[str, int]) -> list[str]:
    """The forms of one term to embed: the commonest spelling of each, and it in lower case.

    The encoder distinguishes capitals, and knows some names with and some words without.
    """
    commonest: dict[str, str] = {}
    for form in sorted(forms, key=lambda form: (-counts[form], form)):
        commonest.setdefault(normal_form(form), form)
    return sorted({*commonest.values(), *(form.lower() for form in commonest.values())})


def _comparable(form: str) -> str | None:
    """The word as its spelling is compared, or None for one that is not: short, a pair, or with a digit."""
    normal = normal_form(form)
    return normal if len(normal) >= SHORTEST_SPELLING and normal.isalpha() else None
