"""The vocabulary: the words of a corpus, embedded once, so that a question's words find their like."""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from chatbot.encoder import Encoder, Vectors
from chatbot.spelling import Spellings
from chatbot.words import normal_form

NEIGHBOURS = 10
"""How many nearest words tell whether a word is a hub (Conneau et al. 2018 use 10)."""

HUB_SAMPLE = 4096
"""Hubs are told from at most this many words, evenly spread over the vocabulary."""


class Vocabulary:
    """The word forms of a corpus, each with its term and its vector.

    Some words lie close to everything, rare ones above all, because the encoder spells them out in
    pieces. Cross-domain similarity local scaling (Conneau et al. 2018) takes from each word's
    similarity how near its own neighbours are, over the average; on the development set that found
    4 points more of the English questions.
    """

    def __init__(self, forms_of_terms: dict[str, Counter[str]], encoder: Encoder) -> None:
        """Embed the forms of each term; the counters say how often each form occurs."""
        self.terms: list[str] = []
        forms: list[str] = []
        for term, counts in sorted(forms_of_terms.items()):
            variants = _variants(counts)
            self.terms.extend([term] * len(variants))
            forms.extend(variants)
        self.spellings = Spellings(zip(self.terms, forms, strict=True))
        self._vectors = encoder.encode(forms)
        self._hubness = _hubness(self._vectors)

    def similarities(self, vectors: Vectors) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The cosines of vectors with every form, and the same with hubs held back.

        Both have one row a vector and one column a form, in the order of `terms`.
        """
        cosines = vectors @ self._vectors.T
        return cosines, cosines - self._hubness


def _variants(counts: Counter[str]) -> list[str]:
    """The forms to embed: the commonest spelling of each form, and it in lower case.

    The encoder tells capitals apart, and knows some names with and some words without.
    """
    commonest: dict[str, str] = {}
    for form, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        commonest.setdefault(normal_form(form), form)
    return sorted({*commonest.values(), *(form.lower() for form in commonest.values())})


def _hubness(vectors: Vectors) -> NDArray[np.float32]:
    """How much nearer than average each word's neighbours lie."""
    step = max(1, -(-len(vectors) // HUB_SAMPLE))
    sample = vectors[::step]
    neighbours = min(NEIGHBOURS + 1, len(sample))
    nearest = np.empty(len(vectors), dtype=np.float32)
    for start in range(0, len(vectors), HUB_SAMPLE):
        cosines = vectors[start : start + HUB_SAMPLE] @ sample.T
        top = np.partition(cosines, -neighbours, axis=1)[:, -neighbours:]
        nearest[start : start + HUB_SAMPLE] = top.mean(axis=1)
    return nearest - nearest.mean() if len(nearest) else nearest
