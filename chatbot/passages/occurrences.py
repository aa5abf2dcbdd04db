"""Occurrences: which strings occur where, and how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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

RUN_SIZE = 1 << 21
"""Occurrences that are moved at a time where several lists are joined: what that takes beside them stays at 0.1 GB."""


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
        lengths = [part._lengths(place) for part, place in zip(parts, places, strict=True)]
        present = [np.flatnonzero(part_lengths) for part_lengths in lengths]
        # Chosen again below: those of all parts together would take ten times what the different ones do.
        tables = (_chosen(part.strings, own) for part, own in zip(parts, present, strict=True))
        strings = sorted(set(chain.from_iterable(tables)))
        numbers = {string: number for number, string in enumerate(strings)}
        totals = np.zeros(len(strings), dtype=np.int64)
        renumbered = []
        for part, part_lengths, own in zip(parts, lengths, present, strict=True):
            new = np.zeros(len(part.strings), dtype=np.int64)
            new[own] = np.fromiter(map(numbers.__getitem__, _chosen(part.strings, own)), np.int64, len(own))
            totals[new[own]] += part_lengths[own]
            renumbered.append(new)
        starts = np.concatenate(([0], np.cumsum(totals)))
        joined = cls(StringTable.of(strings), starts, *(np.empty(int(starts[-1]), dtype=np.int32) for _ in range(2)))
        free = starts[:-1].copy()
        for part, place, part_lengths, new in zip(parts, places, lengths, renumbered, strict=True):
            for run in part._runs():
                where = slice(part.starts[run.start], part.starts[run.stop])
                moved = place[part.places[where]]
                is_kept = moved >= 0
                own = run.start + np.flatnonzero(part_lengths[run])
                counts, first = part_lengths[own], free[new[own]]
                targets = np.repeat(first - (np.cumsum(counts) - counts), counts) + np.arange(int(counts.sum()))
                joined.places[targets] = moved[is_kept]
                joined.counts[targets] = part.counts[where][is_kept]
                free[new[own]] += counts
        joined._sort_places()
        return joined

    def totals(self) -> NDArray[np.int64]:
        """How often each string occurs in all."""
        sums = np.concatenate(([0], np.cumsum(self.counts, dtype=np.int64)))
        return sums[self.starts[1:]] - sums[self.starts[:-1]]

    def _lengths(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """In how many places each string occurs, of those that `places` does not tell to be nowhere."""
        lengths = np.zeros(len(self.strings), dtype=np.int64)
        for run in self._runs():
            is_kept = places[self.places[self.starts[run.start] : self.starts[run.stop]]] >= 0
            sums = np.concatenate(([0], np.cumsum(is_kept)))
            bounds = self.starts[run.start : run.stop + 1] - self.starts[run.start]
            lengths[run] = sums[bounds[1:]] - sums[bounds[:-1]]
        return lengths

    def _sort_places(self) -> None:
        """Have the places of each string ascend."""
        for run in self._runs():
            where = slice(self.starts[run.start], self.starts[run.stop])
            owners = np.repeat(np.arange(run.stop - run.start), np.diff(self.starts[run.start : run.stop + 1]))
            keys = owners * (int(self.places[where].max(initial=0)) + 1) + self.places[where]
            if (np.diff(keys) < 0).any():
                order = np.argsort(keys)
                self.places[where], self.counts[where] = self.places[where][order], self.counts[where][order]

    def _runs(self) -> Iterator[slice]:
        """The strings in runs that have `RUN_SIZE` occurrences together, or one string that has more."""
        first = 0
        while first < len(self.strings):
            last = int(np.searchsorted(self.starts, self.starts[first] + RUN_SIZE, side="right")) - 1
            last = max(last, first + 1)
            yield slice(first, last)
            first = last


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
