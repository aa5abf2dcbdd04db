"""The margins of PDF pages: running heads, feet and page numbers, which are no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chatbot.articles.formats.pdf_glyphs import Piece

MOST_LINES = 3
"""The most lines that a running head or foot has."""

PLACE = 6.0
"""Heads and feet whose baselines differ by less than about this many points are at the same place."""

APART = 1.8
"""The distance between a running head and the text is more than this many ems; that between lines seldom is."""

_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|pagina|pag|p|blz)\.?\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|van)\s*\d{1,4})?\W*", re.IGNORECASE
)


def without_margins(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The pages without the lines at their edges that other pages have too, but for the numbers in them."""
    rows = [list(_rows(page)) for page in pages]
    counts = Counter(key for page in rows for key in {*map(_key, _edge(page)), *map(_key, _edge(page[::-1]))})
    kept = []
    for page in rows:
        first = _leading(page, counts)
        last = len(page) - _leading(page[first:][::-1], counts)
        kept.append([piece for row in page[first:last] for piece in row])
    return kept


def _rows(page: Sequence[Piece]) -> Iterator[list[Piece]]:
    row: list[Piece] = []
    for piece in page:
        if row and row[-1].base - piece.base > PLACE / 2:
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


def _edge(rows: Sequence[Sequence[Piece]]) -> Sequence[Sequence[Piece]]:
    return rows[:MOST_LINES]


def _key(row: Sequence[Piece]) -> tuple[str, int]:
    """What a running head has in common on all its pages: its words, and where it is."""
    text = " ".join(piece.text for piece in sorted(row, key=lambda piece: piece.left))
    return _NUMBER.sub("#", text), round(row[0].base / PLACE)


def _leading(rows: Sequence[Sequence[Piece]], counts: Counter[tuple[str, int]]) -> int:
    """How many rows from the first on belong to the margin, which stands apart from the text."""
    found = 0
    for number, (row, following) in enumerate(pairwise(rows[: MOST_LINES + 1]), 1):
        text = " ".join(piece.text for piece in row)
        if counts[_key(row)] < 2 and not _PAGE_NUMBER.fullmatch(text):
            break
        if abs(row[0].base - following[0].base) > APART * row[0].size:
            found = number
    return found
