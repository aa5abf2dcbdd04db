"""Finding a piece of text in an article, however its letters are cased, accented or quoted there."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from chatbot.tui.marks import Mark, Role
from chatbot.tui.page import shown_span

if TYPE_CHECKING:
    from chatbot.articles.article import Article
    from chatbot.text.spans import Span

_AS_TYPED = str.maketrans("‘’‚‛′“”„‟″‐‑‒–—―", "'''''\"\"\"\"\"------")
"""Quotes and dashes of books, which few keyboards have, and what is typed for them."""


class _Folds(dict[str, str]):
    """What each character is compared as, worked out when it is first met."""

    def __missing__(self, character: str) -> str:
        decomposed = unicodedata.normalize("NFKD", character.translate(_AS_TYPED).casefold()).casefold()
        folded = self[character] = "".join(part for part in decomposed if not unicodedata.combining(part))
        return folded


_FOLDS = _Folds()


class _Folded(NamedTuple):
    """A folded slice of an article.

    `origins` holds, for each of its code points, the offset in the article of the one that it comes
    from, and last the end of the slice.
    """

    text: str
    origins: list[int]


class Finder:
    """Finds what is typed in one article, of which it keeps the folded text.

    Only headings and paragraphs are searched, as far as they are shown: a hit is always on the page,
    within one block. The title above them is not part of what offsets point into.
    """

    def __init__(self, article: Article) -> None:
        self._blocks = [_fold(article.text, *shown_span(article, block)) for block in article.blocks]

    def find(self, query: str) -> tuple[Span, ...]:
        """The places of `query`, in order and without overlap, in code points of the article.

        The query is taken to the letter; white space in it stands for any white space.
        """
        words = [re.escape(folded) for word in query.split() if (folded := "".join(map(_FOLDS.__getitem__, word)))]
        if not words:
            return ()
        pattern = re.compile(r"\s+".join(words))
        return tuple(span for block in self._blocks for span in _find(pattern, block))


def _fold(text: str, start: int, end: int) -> _Folded:
    parts: list[str] = []
    origins: list[int] = []
    for offset in range(start, end):
        folded = _FOLDS[text[offset]]
        parts.append(folded)
        origins.extend([offset] * len(folded))
    return _Folded("".join(parts), [*origins, end])


def _find(pattern: re.Pattern[str], block: _Folded) -> Iterator[Span]:
    last = -1
    for found in pattern.finditer(block.text):
        start = block.origins[found.start()]
        # A hit takes along the accents that follow its last letter, and the whole of a letter that folds to more.
        end = max(block.origins[found.end() - 1] + 1, block.origins[found.end()])
        if start >= last:
            yield start, end
            last = end


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
