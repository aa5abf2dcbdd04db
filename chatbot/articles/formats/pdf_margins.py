"""The margins of PDF pages: running heads, feet and page numbers, which are no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise

from chatbot.articles.formats.pdf_glyphs import SAME_LINE, Piece, rows, usual_size

MOST_LINES = 3  # the most lines that a running head or foot has
PLACE = 6.0  # heads and feet whose baselines differ by less than about this many points are at the same place
APART = 1.5  # the distance between a running head and the text is more than this many ems; that between lines seldom is

LARGER = 1.15
"""A line of type this many times as large as most of the text is a heading, unless other pages have just that line."""

_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:[Pp]age|[Pp]agina|[Pp]ag|[Pp]|[Bb]lz)\.?\s*)?(?:\d{1,3}|[ivxlc]{1,7})(?:\s*(?:/|of|van)\s*\d{1,4})?\W*"
)
_PRINTED = re.compile(r"\d{1,4}[-/]\d{1,2}[-/]\d{1,4},? \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?|\d{1,4}/\d{1,4}")
"""What browsers print in the margin: date and time, and the page of how many."""

_FIRST_NUMBER = re.compile(r"\W*(\d{1,4})\b")
_LAST_NUMBER = re.compile(r".*\b(\d{1,4})\W*")


def without_margins(pages: Sequence[Sequence[Piece]]) -> tuple[list[list[Piece]], int | None]:
    """The pages without the lines at their edges that other pages have too, and the number printed on the first.

    The number of a page may differ from those of the others.
    """
    lines = [rows(page, SAME_LINE) for page in pages]
    edges = [[*page[:MOST_LINES], *page[-MOST_LINES:]] for page in lines]
    large = LARGER * usual_size(chain(*pages))
    keys = [[_keys(row, page, large) for row in edge] for page, edge in enumerate(edges)]
    counts = Counter(key for edge in keys for key in set(chain(*edge)))
    repeated = {key for key, count in counts.items() if count > 1}
    firsts = Counter(
        found
        for page, edge in enumerate(edges)
        for found in {(number - page, _place(row)) for row in edge for number in _numbers(row)}
    )
    (first_number, place), count = firsts.most_common(1)[0] if firsts else ((0, 0), 0)
    is_numbered = count > 1 and 2 * count >= len(pages)
    kept = []
    for page, own in enumerate(lines):
        number = first_number + page if is_numbered else None
        is_margin = [
            _has_page_number(row, number if _place(row) == place and row[0].size < large else None)
            or not repeated.isdisjoint(_keys(row, page, large))
            for row in own
        ]
        first = _leading(own, is_margin)
        last = len(own) - _leading(own[first:][::-1], is_margin[first:][::-1])
        kept.append(list(chain(*own[first:last])))
    return kept, first_number if is_numbered else None


def _text(row: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in row)


def _place(row: Sequence[Piece]) -> int:
    """A number for how high a line stands on its page."""
    return round(row[0].base / PLACE)


def _keys(row: Sequence[Piece], page: int, large: float) -> set[tuple[str, int]]:
    """What a running head may have in common with those of other pages: its words, and where it is.

    One of its numbers may count the pages; in type of at least the size `large` they number sections.
    """
    text, place = _text(row), _place(row)
    counted = _NUMBER.finditer(text) if row[0].size < large else ()
    shown = ((*found.span(), int(found[0]) - page if found[0].isdecimal() else "") for found in counted)
    return {(text, place), *((f"{text[:start]}#{number}{text[end:]}", place) for start, end, number in shown)}


def _numbers(row: Sequence[Piece]) -> set[int]:
    """The numbers at either end of a line."""
    text = _text(row)
    return {int(found[1]) for found in (_FIRST_NUMBER.match(text), _LAST_NUMBER.fullmatch(text)) if found}


def _has_page_number(row: Sequence[Piece], page_number: int | None) -> bool:
    """Whether a line has the number of the page at either end, or what browsers print."""
    is_number = page_number in _numbers(row) or _PAGE_NUMBER.fullmatch(_text(row)) is not None
    return is_number or any(_PRINTED.fullmatch(piece.text) for piece in row)


def _leading(lines: Sequence[Sequence[Piece]], is_margin: Sequence[bool]) -> int:
    """How many lines from the first on belong to the margin, which stands apart from the text."""
    found = 0
    for number, (row, following) in enumerate(pairwise(lines[: MOST_LINES + 1]), 1):
        if not is_margin[number - 1]:
            break
        if abs(row[0].base - following[0].base) > APART * row[0].size:
            found = number
    return found
