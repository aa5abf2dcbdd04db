"""The margins of PDF pages: running heads, feet and page numbers, which are no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chatbot.articles.formats.pdf_glyphs import Piece

MOST_LINES = 3
"""The most lines that a running head or foot has."""

PLACE = 6.0
"""Heads and feet whose baselines differ by less than about this many points are at the same place."""

APART = 1.5
"""The distance between a running head and the text is more than this many ems; that between lines seldom is."""

_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:[Pp]age|[Pp]agina|[Pp]ag|[Pp]|[Bb]lz)\.?\s*)?(?:\d{1,3}|[ivxlc]{1,7})(?:\s*(?:/|of|van)\s*\d{1,4})?\W*"
)
_PRINTED = re.compile(r"\d{1,4}[-/]\d{1,2}[-/]\d{1,4},? \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?|\d{1,4}/\d{1,4}")
"""What browsers print in the margin: date and time, and the page of how many."""

_FIRST_NUMBER = re.compile(r"\W*(\d{1,4})\b")
_LAST_NUMBER = re.compile(r".*\b(\d{1,4})\W*")


@dataclass(frozen=True, slots=True)
class Body:
    """Pages without their margins, and the number that those have printed on the first of them, if they have any."""

    pages: tuple[tuple[Piece, ...], ...]
    first_number: int | None


def without_margins(pages: Sequence[Sequence[Piece]]) -> Body:
    """The pages without the lines at their edges that other pages have too, but for the numbers in them."""
    rows = [list(_rows(page)) for page in pages]
    edges = [[*page[:MOST_LINES], *page[-MOST_LINES:]] for page in rows]
    counts = Counter(key for edge in edges for key in set(map(_key, edge)))
    firsts = Counter(
        found
        for page, edge in enumerate(edges)
        for found in {number - page for row in edge for number in _numbers(row)}
    )
    first_number, count = firsts.most_common(1)[0] if firsts else (0, 0)
    is_numbered = count > 1 and 2 * count >= len(pages)
    kept = []
    for page, own in enumerate(rows):
        number = first_number + page if is_numbered else None
        first = _leading(own, counts, number)
        last = len(own) - _leading(own[first:][::-1], counts, number)
        kept.append(tuple(piece for row in own[first:last] for piece in row))
    return Body(tuple(kept), first_number if is_numbered else None)


def _rows(page: Sequence[Piece]) -> Iterator[list[Piece]]:
    row: list[Piece] = []
    for piece in page:
        if row and row[-1].base - piece.base > PLACE / 2:
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


def _text(row: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in sorted(row, key=lambda piece: piece.left))


def _key(row: Sequence[Piece]) -> tuple[str, int]:
    """What a running head has in common on all its pages: its words, and where it is."""
    return _NUMBER.sub("#", _text(row)), round(row[0].base / PLACE)


def _numbers(row: Sequence[Piece]) -> set[int]:
    """The numbers at either end of a line."""
    text = _text(row)
    return {int(found[1]) for found in (_FIRST_NUMBER.match(text), _LAST_NUMBER.fullmatch(text)) if found}


def _leading(rows: Sequence[Sequence[Piece]], counts: Counter[tuple[str, int]], page_number: int | None) -> int:
    """How many rows from the first on belong to the margin, which stands apart from the text."""
    found = 0
    for number, (row, following) in enumerate(pairwise(rows[: MOST_LINES + 1]), 1):
        is_numbered = page_number in _numbers(row) or _PAGE_NUMBER.fullmatch(_text(row))
        if counts[_key(row)] < 2 and not is_numbered and not any(_PRINTED.fullmatch(piece.text) for piece in row):
            break
        if abs(row[0].base - following[0].base) > APART * row[0].size:
            found = number
    return found
