"""Spelling: words of the corpus that are written much like one of the question.

Names and loan words often differ between the languages by a few letters only, Hussein and Hoessein,
Brussels and Brussel, and the encoder, which learnt few names, does not tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from chatbot.words import has_digit, normal_form

SHORTEST_WORD = 4
"""Words of fewer letters than this are too alike by chance."""

DICE_FLOOR = 0.5
"""Words that share a smaller part of their letter groups than this are not alike."""


class Spellings:
    """The letter groups of the words of a corpus."""

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        """Index forms, each given with its term; the forms with digits and the short ones are left out."""
        self._terms: list[str] = []
        sizes: list[int] = []
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for term, normal in sorted({(term, normal_form(form)) for term, form in forms}):
            if not _is_compared(normal):
                continue
            groups = _letter_groups(normal)
            for group in groups:
                postings[group].append(len(self._terms))
            self._terms.append(term)
            sizes.append(len(groups))
        self._sizes: NDArray[np.int_] = np.array(sizes, dtype=np.int_)
        self._postings = {group: np.array(words, dtype=np.int_) for group, words in postings.items()}

    def alike(self, form: str) -> Mapping[str, float]:
        """The terms of words spelt like `form`, each with their Dice coefficient over groups of three letters."""
        normal = normal_form(form)
        if not _is_compared(normal):
            return {}
        groups = _letter_groups(normal)
        met = [self._postings[group] for group in groups if group in self._postings]
        if not met:
            return {}
        shared = np.bincount(np.concatenate(met), minlength=len(self._terms))
        dice = 2 * shared / (self._sizes + len(groups))
        best: dict[str, float] = {}
        for word in np.flatnonzero(dice >= DICE_FLOOR):
            term = self._terms[word]
            best[term] = max(best.get(term, 0.0), float(dice[word]))
        return best


def _is_compared(normal: str) -> bool:
    return len(normal) >= SHORTEST_WORD and not has_digit(normal) and " " not in normal


def _letter_groups(normal: str) -> set[str]:
    padded = f" {normal} "
    return {padded[position : position + 3] for position in range(len(padded) - 2)}
