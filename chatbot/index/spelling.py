"""Spelling: words of the corpus that are written much like one of the question.

Names and loan words often differ between the languages by a few letters only, Hussein and Hoessein,
Brussels and Brussel, and the encoder, which learnt few names, does not tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from chatbot.index.places import places_in
from chatbot.passages.string_table import StringTable
from chatbot.text.words import has_digit, normal_form

SHORTEST_WORD = 4
"""Words of fewer letters than this are too alike by chance."""

DICE_FLOOR = 0.5
"""Words that share a smaller part of their letter groups than this are not alike."""

_FEWEST_GROUPS = 3
"""The letter groups of a word of one letter, four times: no word that is compared has fewer."""

_CODE_POINT_BITS = 21
"""The bits of a code point; a group of three fits in 64."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """The letter groups of the words of a corpus, each with the numbers of the words that have it.

    `terms` and `sizes`, the number of its letter groups, are those of each word; `groups` ascend, and the words of
    group `i` are `words[starts[i]:starts[i + 1]]`. All arrays may be mapped from files.
    """

    terms: StringTable
    sizes: NDArray[np.int32]
    groups: NDArray[np.int64]
    starts: NDArray[np.int64]
    words: NDArray[np.int32]

    @classmethod
    def of(cls, forms: Iterable[tuple[str, str]]) -> Spellings:
        """Index forms, each given with its term; the forms with digits and the short ones are left out."""
        pairs = sorted({(term, normal_form(form)) for term, form in forms})
        compared = [(term, normal) for term, normal in pairs if _is_compared(normal)]
        groups, words = _letter_groups([normal for _, normal in compared])
        order = np.argsort(groups, kind="stable")
        groups, words = groups[order], words[order]
        is_new = np.ones(len(groups), dtype=np.bool_)
        is_new[1:] = (groups[1:] != groups[:-1]) | (words[1:] != words[:-1])
        groups, words = groups[is_new], words[is_new]
        distinct, firsts = np.unique(groups, return_index=True)
        return cls(
            StringTable.of(term for term, _ in compared),
            np.bincount(words, minlength=len(compared)).astype(np.int32),
            distinct,
            np.append(firsts, len(groups)).astype(np.int64),
            words,
        )

    def alike(self, form: str) -> Mapping[str, float]:
        """The terms of words spelt like `form`, each with their Dice coefficient over groups of three letters."""
        normal = normal_form(form)
        if not _is_compared(normal) or not len(self.groups):
            return {}
        asked = np.array(sorted(set(_letter_groups([normal])[0].tolist())))
        found, is_there = places_in(self.groups, asked)
        met = [self.words[self.starts[group] : self.starts[group + 1]] for group in found[is_there]]
        # A Dice coefficient of a half takes a quarter of the groups of both words together, and the other word has
        # neither fewer than it shares, so that it takes a third of those asked for, nor than the shortest.
        fewest = ceil(DICE_FLOOR * max(len(asked) / (2 - DICE_FLOOR), (len(asked) + _FEWEST_GROUPS) / 2))
        if len(met) < fewest:
            return {}
        words = np.sort(np.concatenate(met))
        has_fewest = words[fewest - 1 :] == words[: len(words) - fewest + 1]
        candidates, further = np.unique(words[fewest - 1 :][has_fewest], return_counts=True)
        dice = 2 * (fewest - 1 + further) / (self.sizes[candidates] + len(asked))
        is_alike = dice >= DICE_FLOOR
        best: dict[str, float] = {}
        for word, likeness in zip(candidates[is_alike].tolist(), dice[is_alike].tolist(), strict=True):
            term = self.terms[word]
            best[term] = max(best.get(term, 0.0), likeness)
        return best


def _is_compared(normal: str) -> bool:
    return len(normal) >= SHORTEST_WORD and not has_digit(normal) and " " not in normal


def _letter_groups(normals: list[str]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Each group of three letters of each word, a space before and after it, and the number of that word.

    A group is one number, of its three code points; a group that a word has twice is there twice.
    """
    text = "".join(f" {normal} " for normal in normals)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)
    lengths = np.fromiter(map(len, normals), dtype=np.int64, count=len(normals))
    words = np.repeat(np.arange(len(normals), dtype=np.int32), lengths)
    positions = np.arange(len(words)) + 2 * words.astype(np.int64)
    groups = codes[positions]
    for step in (1, 2):
        groups = (groups << _CODE_POINT_BITS) | codes[positions + step]
    return groups, words
