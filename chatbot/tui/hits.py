"""The hits of what a reader looks for in an article, and at which of them the reader is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING

from chatbot.tui.marks import Mark, Role

if TYPE_CHECKING:
    from chatbot.text.spans import Span


class Hits:
    """Spans in the order of the text; the current one is the first from `start` on, or else the first of all."""

    def __init__(self, spans: tuple[Span, ...] = (), start: int = 0) -> None:
        self._spans = spans
        self._current = bisect_left(spans, start, key=itemgetter(0)) % max(1, len(spans))

    def __len__(self) -> int:
        return len(self._spans)

    @property
    def number(self) -> int:
        """At which of the hits the reader is, from 1 on; 0 where there is none."""
        return self._current + 1 if self._spans else 0

    @property
    def current(self) -> Span | None:
        """The hit at which the reader is."""
        return self._spans[self._current] if self._spans else None

    def step(self, step: int) -> None:
        """Go to the next or the previous hit, round and round."""
        self._current = (self._current + step) % max(1, len(self._spans))

    def marks(self, start: int, end: int) -> Iterator[Mark]:
        """The hits in the slice `[start:end]` of the article."""
        first = bisect_right(self._spans, start, key=itemgetter(1))
        last = bisect_left(self._spans, end, key=itemgetter(0))
        for number in range(first, last):
            yield Mark(*self._spans[number], Role.CURRENT_HIT if number == self._current else Role.HIT)
