"""Finding a piece of text in an article, however its letters are cased, accented or quoted there."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
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
    words = [folded(word) for word in query.split()]
    if not any(words):
        return ()
    characters: defaultdict[str, str] = defaultdict(str)
    for character in sorted(set(article.text)):
        characters[_fold(character)] += re.escape(character)
    pattern = re.compile(r"\s+".join(_pattern(word, characters) for word in words if word))
    spans = (shown_span(article, block) for block in article.blocks)
    return tuple(found.span() for start, end in spans for found in pattern.finditer(article.text, start, end))


def folded(text: str) -> str:
    """A text as it is compared: without case and accents, and with the quotes and dashes that keyboards have."""
    return "".join(map(_fold, text))


@cache
def _fold(character: str) -> str:
    """What a character is compared as: without case and accents; a ligature is compared as its letters."""
    decomposed = unicodedata.normalize("NFKD", character.translate(_AS_TYPED).casefold()).casefold()
    return "".join(part for part in decomposed if not unicodedata.combining(part))


def _pattern(word: str, characters: dict[str, str]) -> str:
    """What finds a folded word in a text of these characters, which are grouped by what they are compared as."""
    ligatures = sorted((folded for folded in characters if len(folded) > 1), key=len, reverse=True)
    accents = f"[{characters['']}]*" if "" in characters else ""

    def letters(folded: str) -> str:
        return "".join(f"[{characters[one]}]{accents}" if one in characters else r"(?!)" for one in folded)

    parts = re.findall("|".join([*map(re.escape, ligatures), "."]), word)
    return "".join(
        f"(?:[{characters[part]}]|{letters(part)})" if part in ligatures else letters(part) for part in parts
    )


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
        """Go to the next or the previous hit, round and round."""
        self._current = (self._current + step) % max(1, len(self._spans))

    def within(self, start: int, end: int) -> Iterator[tuple[Span, bool]]:
        """The hits in the slice `[start:end]` of the article, and whether each is the current one."""
        first = bisect_right(self._spans, start, key=itemgetter(1))
        last = bisect_left(self._spans, end, key=itemgetter(0))
        for number in range(first, last):
            yield self._spans[number], number == self._current
