"""Occurrences: which strings occur where, and how often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from chatbot.string_table import StringTable

Numbers = NDArray[np.int32]
"""Places in an order, or counts."""


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
    def of(cls, counted: Sequence[Mapping[str, int]]) -> Occurrences:
        """Those of the strings that each place counts."""
        strings = sorted(set(chain.from_iterable(counted)))
        numbers = {string: number for number, string in enumerate(strings)}
        total = sum(map(len, counted))
        return cls._sorted(
            strings,
            np.fromiter((numbers[string] for place in counted for string in place), np.int64, total),
            np.repeat(np.arange(len(counted), dtype=np.int64), [len(place) for place in counted]),
            np.fromiter(chain.from_iterable(place.values() for place in counted), np.int64, total),
        )

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


def _chosen(strings: StringTable, numbers: NDArray[np.int64]) -> list[str]:
    everything = list(strings)
    return [everything[number] for number in numbers.tolist()]


def _joined(arrays: Sequence[NDArray[np.int64] | Numbers]) -> NDArray[np.int64]:
    return np.concatenate([np.empty(0, dtype=np.int64), *arrays])
