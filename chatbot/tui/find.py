"""Finding a piece of text in an article, however its letters are cased, accented or quoted there."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from chatbot.tui.page import shown_span

if TYPE_CHECKING:
    from chatbot.articles.article import Article
    from chatbot.text.spans import Span

_AS_TYPED = str.maketrans("‘’‚‛′“”„‟″‐‑‒–—―", "'''''\"\"\"\"\"------")
"""Quotes and dashes of books, which few keyboards have, and what is typed for them."""


def find(query: str, article: Article) -> tuple[Span, ...]:
    """The places of `query` in an article, in order and without overlap, in code points.

    Only headings and paragraphs are searched, as far as they are shown: a hit is always on the page, within one block.
    The query is taken to the letter; white space in it stands for any white space.
    """
    words = [re.escape(folded(word)) for word in query.split()]
    if not any(words):
        return ()
    pattern = re.compile(r"\s+".join(filter(None, words)))
    text, places = _folded_with_places(article.text)
    hits: list[Span] = []
    for start, end in (shown_span(article, block) for block in article.blocks):
        for found in pattern.finditer(text, bisect_left(places, start), bisect_left(places, end)):
            first, last, after = places[found.start()], places[found.end() - 1], places[found.end()]
            if not hits or first >= hits[-1][1]:  # not in the same ligature
                hits.append((first, min(max(last + 1, after), end)))  # accents belong to the letter before
    return tuple(hits)


@lru_cache(maxsize=1)
def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """A text as it is compared, and where in the text each of its characters comes from, or its end would."""
    parts = [*map(_fold, text)]
    return "".join(parts), [*(place for place, part in enumerate(parts) for _ in part), len(text)]


def folded(text: str) -> str:
    """A text as it is compared: without case and accents, and with the quotes and dashes that keyboards have."""
    return "".join(map(_fold, text))


@cache
def _fold(character: str) -> str:
    """What a character is compared as: without case and accents; a ligature is compared as its letters."""
    decomposed = unicodedata.normalize("NFKD", character.translate(_AS_TYPED).casefold()).casefold()
    return "".join(part for part in decomposed if not unicodedata.combining(part))


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
        return self._spans[self._current] if self._spans else None

    def step(self, step: int) -> None:
        """Go so many hits on, round and round."""
        self._current = (self._current + step) % max(1, len(self._spans))

    def within(self, start: int, end: int) -> Iterator[tuple[Span, bool]]:
        """The hits in the slice `[start:end]` of the article, and whether each is the current one."""
        first = bisect_right(self._spans, start, key=itemgetter(1))
        last = bisect_left(self._spans, end, key=itemgetter(0))
        for number in range(first, last):
            yield self._spans[number], number == self._current
