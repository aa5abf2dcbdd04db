"""Occurrences: which strings occur where, and how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from chatbot.passages.string_table import StringTable

Numbers = NDArray[np.int32]
"""Places in an order, or counts."""

BLOCK_SIZE = 16_384
"""Places whose strings are sorted at a time: blocked sort-based indexing (Manning et al. 2008, section 4.2)."""


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Strings, such as terms, and for each the places, such as passages, that it occurs in.

    The strings are sorted, and each occurs somewhere. Those of string `i` are `places[starts[i]:starts[i + 1]]`,
    ascending, and `counts` tell how often it occurs in each. The same occurrences always make the same arrays.
    """

    strings: StringTable
    starts: NDArray[np.int64]
    places: Numbers
    counts: Numbers

    @classmethod
    def of(cls, lists: Iterable[Sequence[str]]) -> Occurrences:
        """Those of the strings in the list of each place, of which none is kept."""
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        blocks: list[_Block] = []
        iterator, first = iter(lists), 0
        while block := list(islice(iterator, BLOCK_SIZE)):
            blocks.append(_sorted_block(block, first, numbers))
            first += len(block)
        totals = np.zeros(len(numbers), dtype=np.int64)
        for sorted_block in blocks:
            totals += np.bincount(sorted_block.strings, minlength=len(numbers))
        found = list(numbers)
        order = sorted(range(len(found)), key=found.__getitem__)
        starts = np.concatenate(([0], np.cumsum(totals[order])))
        free = np.empty(len(found), dtype=np.int64)
        free[order] = starts[:-1]
        places, counts = (np.empty(int(starts[-1]), dtype=np.int32) for _ in range(2))
        for strings, block_places, block_counts in blocks:
            lengths = np.bincount(strings, minlength=len(free))
            where = np.arange(len(strings)) + np.repeat(free - (np.cumsum(lengths) - lengths), lengths)
            free += lengths
            places[where] = block_places
            counts[where] = block_counts
        return cls(StringTable.of(found[number] for number in order), starts, places, counts)

    @classmethod
    def joined(cls, parts: Sequence[Occurrences], places: Sequence[NDArray[np.int64]]) -> Occurrences:
        """Those of several parts together; `places` tell for each part where its places come to be, -1 for nowhere."""
        kept = [place[part.places] for part, place in zip(parts, places, strict=True)]
        owners = [part.owners() for part in parts]
        present = [np.unique(owner[where >= 0]) for owner, where in zip(owners, kept, strict=True)]
        tables = [_chosen(part.strings, own) for part, own in zip(parts, present, strict=True)]
        strings = sorted(set(chain.from_iterable(tables)))
        numbers = {string: number for number, string in enumerate(strings)}
        renumbered = []
        for part, own, table in zip(parts, present, tables, strict=True):
            new = np.zeros(len(part.strings), dtype=np.int64)
            new[own] = np.fromiter(map(numbers.__getitem__, table), np.int64, len(table))
            renumbered.append(new)
        return cls._sorted(
            strings,
            _joined([new[owner[where >= 0]] for new, owner, where in zip(renumbered, owners, kept, strict=True)]),
            _joined([where[where >= 0] for where in kept]),
            _joined([part.counts[where >= 0] for part, where in zip(parts, kept, strict=True)]),
        )

    @classmethod
    def _sorted(
        cls, strings: Sequence[str], owners: NDArray[np.int64], places: NDArray[np.int64], counts: NDArray[np.int64]
    ) -> Occurrences:
        order = np.argsort(owners * (int(places.max(initial=0)) + 1) + places, kind="stable")
        starts = np.concatenate(([0], np.cumsum(np.bincount(owners, minlength=len(strings)))))
        return cls(StringTable.of(strings), starts, places[order].astype(np.int32), counts[order].astype(np.int32))

    def totals(self) -> NDArray[np.int64]:
        """How often each string occurs in all."""
        sums = np.concatenate(([0], np.cumsum(self.counts, dtype=np.int64)))
        return sums[self.starts[1:]] - sums[self.starts[:-1]]

    def owners(self) -> NDArray[np.int64]:
        """The number of the string of each occurrence."""
        return np.repeat(np.arange(len(self.strings)), np.diff(self.starts))


class _Block(NamedTuple):
    """The occurrences in some neighbouring places, by string and then by place."""

    strings: NDArray[np.int64]
    places: NDArray[np.int64]
    counts: NDArray[np.int64]


def _sorted_block(lists: Sequence[Sequence[str]], first: int, numbers: defaultdict[str, int]) -> _Block:
    """The occurrences in places numbered from `first`; new strings get their number from `numbers`."""
    lengths = np.fromiter(map(len, lists), np.int64, len(lists))
    strings = np.fromiter(map(numbers.__getitem__, chain.from_iterable(lists)), np.int64, int(lengths.sum()))
    occurrences = strings * BLOCK_SIZE + np.repeat(np.arange(len(lists)), lengths)
    found, counts = np.unique(occurrences, return_counts=True)
    owners, places = np.divmod(found, BLOCK_SIZE)
    return _Block(owners, first + places, counts)


def _chosen(strings: StringTable, numbers: NDArray[np.int64]) -> list[str]:
    everything = list(strings)
    return [everything[number] for number in numbers.tolist()]


def _joined(arrays: Sequence[NDArray[np.int64] | Numbers]) -> NDArray[np.int64]:
    return np.concatenate([np.empty(0, dtype=np.int64), *arrays])
