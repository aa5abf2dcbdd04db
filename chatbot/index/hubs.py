"""Hubs: words that lie near to everything, and are to be held back for it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chatbot.encoders.blas import one_core_each
from chatbot.encoders.vectors import KeptVectors
from chatbot.index.places import places_in
from chatbot.text.text_keys import Keys

NEIGHBOURS = 30
"""How many nearest words tell whether a word is a hub.

Conneau et al. (2018) use 10; on three sets of questions in two languages 30 find 1 point more among the first five,
and from 20 to 60 as many within half a point.
"""

SAMPLE_SIZE = 8192
"""Hubs are told from at most this many words of the vocabulary; which half it is moves figures by 2 points."""

MOST_CHANGES = 256
"""If more words of the sample have changed than these, what is known of the others is of little use."""

ROUNDING = 1e-5
"""More than two products of the same vectors differ by: how they are summed depends on how many are multiplied."""

BLOCK = 2048
"""Words that one thread compares with the sample at a time, in 130 MB."""


@dataclass(frozen=True, slots=True)
class Hubs:
    """How near the nearest words of a sample lie to each word of a vocabulary.

    `keys` are those of the words. `sample` holds the numbers of all words, or of those with the lowest keys, which are
    as good as drawn at random, and mostly stay the same when the vocabulary changes. `nearness` is the mean cosine of a
    word with itself, if it is in the sample, and the `NEIGHBOURS` nearest; `reach` is the cosine with the last of them.
    """

    keys: Keys
    sample: NDArray[np.int64]
    nearness: NDArray[np.float32]
    reach: NDArray[np.float32]

    @classmethod
    def of(cls, keys: Keys, vectors: KeptVectors) -> Hubs:
        """Compare all words with the sample: 0.08 ms a word with a full one, on two cores."""
        hubs = cls._unmeasured(keys)
        hubs._measure(np.arange(len(keys)), vectors)
        return hubs

    def renewed(self, before: KeptVectors, keys: Keys, vectors: KeptVectors) -> Hubs:
        """Those of other words, with these keys and vectors, where `before` are the vectors of these words.

        The same as `of` gives, but for rounding: a word that was there already has the same neighbours, unless a word
        that came into the sample lies within its reach, or one that left it did. Only such words, some 0.4 % of 500,000
        for each word that came or left, and the new ones are compared with the whole sample.
        """
        if min(len(keys), len(self.keys)) <= SAMPLE_SIZE:  # in which a form of two terms may be there twice
            return Hubs.of(keys, vectors)
        new = self._unmeasured(keys)
        came = new.sample[~np.isin(keys[new.sample], self.keys[self.sample])]
        left = self.sample[~np.isin(self.keys[self.sample], keys[new.sample])]
        is_same_size = len(new.sample) == len(self.sample) and len(came) == len(left)
        if not is_same_size or len(came) > MOST_CHANGES or before.is_exact != vectors.is_exact:
            return Hubs.of(keys, vectors)
        order = np.argsort(self.keys, kind="stable")
        places, is_known = places_in(self.keys[order], keys)
        olds = order[places]
        new.nearness[:], new.reach[:] = self.nearness[olds], self.reach[olds]
        changed = np.concatenate((vectors.rows(came), before.rows(left)))
        for start in range(0, len(keys), BLOCK) if len(changed) else ():
            rows = slice(start, start + BLOCK)
            nearest = (vectors.rows(rows) @ changed.T).max(axis=1)
            is_known[rows] &= nearest < new.reach[rows] - ROUNDING
        new._measure(np.flatnonzero(~is_known), vectors)
        return new

    def hubness(self) -> NDArray[np.float32]:
        """How much nearer than average each word's neighbours lie."""
        return self.nearness - self.nearness.mean() if len(self.nearness) else self.nearness

    @classmethod
    def _unmeasured(cls, keys: Keys) -> Hubs:
        if len(keys) <= SAMPLE_SIZE:
            sample = np.arange(len(keys))
        else:
            _, firsts = np.unique(keys, return_index=True)  # a form of two terms is there twice
            sample = np.sort(firsts[:SAMPLE_SIZE])
        return cls(keys, sample, *(np.empty(len(keys), dtype=np.float32) for _ in range(2)))

    def _measure(self, words: NDArray[np.int64], vectors: KeptVectors) -> None:
        """Compare these words with the sample."""
        sample = vectors.rows(self.sample)
        neighbours = min(NEIGHBOURS + 1, len(sample))

        def measure(start: int) -> None:
            block = words[start : start + BLOCK]
            nearest = np.partition(vectors.rows(block) @ sample.T, -neighbours, axis=1)[:, -neighbours:]
            self.nearness[block] = nearest.mean(axis=1)
            self.reach[block] = nearest[:, 0]

        with one_core_each() as threads:
            list(threads.map(measure, range(0, len(words), BLOCK)))
