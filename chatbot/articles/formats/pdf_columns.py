"""The reading order of a PDF page: its columns one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from chatbot.articles.formats.pdf_glyphs import Piece
from chatbot.articles.formats.pdf_lines import Line, lines

FEWEST_LINES = 3
"""A column has at least this many lines beside those of its neighbour."""

ALIGNED = 0.5
"""Most lines of a right column begin within so many ems of its edge; words below a gap in justified text do not."""

FEWEST_WORDS = 2
"""The lines of a column have more words than this on average: those of a list have marks or numbers beside them."""

RUNNING_SHARE = 0.5
"""The share of the lines beside each other in columns of prose of which either goes on with a sentence, at least.

In prose seven lines in ten begin with a small letter, and so do nine pairs in ten; the cells of a table seldom do.
"""

SAME_LINE = 0.4
"""Pieces whose baselines differ by at most this many ems are on one line of a column."""


def regions(pieces: Sequence[Piece]) -> list[list[Line]]:
    """The parts of a page in which lines follow each other straight down, in the order in which they are read."""
    return [lines(_rows(region)) for region in _columns(pieces)]


def _columns(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces in columns, by a cut down the page, whose parts are cut in turn.

    A piece that goes over the cut, such as a heading over both columns, ends the band in which they stand side by side,
    and so does a cell of a ruled table.
    """
    lefts = Counter(round(piece.left) for piece in pieces)
    cuts = sorted(left - 1 for left, count in lefts.items() if count >= FEWEST_LINES)
    bands = max((_bands(pieces, cut) for cut in cuts), key=_in_columns, default=[])
    if not _in_columns(bands):
        return [list(pieces)] if pieces else []
    ordered: list[list[Piece]] = []
    before: list[Piece] = []
    for band in bands:
        if band.has_columns:
            ordered += [before] if before else []
            ordered += _columns(band.left) + _columns(band.right)
            before = []
        else:
            before += band.pieces
    return [*ordered, before] if before else ordered


@dataclass(frozen=True, slots=True)
class _Band:
    """Pieces on either side of a cut, or a single one across it."""

    pieces: tuple[Piece, ...]
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    has_columns: bool


def _in_columns(bands: Sequence[_Band]) -> int:
    return sum(len(band.pieces) for band in bands if band.has_columns)


def _bands(pieces: Sequence[Piece], cut: float) -> list[_Band]:
    bands: list[_Band] = []
    band: list[Piece] = []
    for piece in pieces:
        if piece.left < cut < piece.right or piece.is_cell:
            bands += [_band(band, cut), _Band((piece,), (), (), has_columns=False)]
            band = []
        else:
            band.append(piece)
    return [*bands, _band(band, cut)]


def _band(pieces: Sequence[Piece], cut: float) -> _Band:
    left = tuple(piece for piece in pieces if piece.right <= cut)
    right = tuple(piece for piece in pieces if piece.right > cut)
    return _Band(tuple(pieces), left, right, has_columns=_are_columns(left, right, cut))


def _are_columns(left: Sequence[Piece], right: Sequence[Piece], cut: float) -> bool:
    """Whether the two sides are columns of prose, and not of a table or a list."""
    sides = _rows(left), _rows(right)
    if not any(row[0].text[0].islower() for rows in sides for row in rows):
        return False
    words = [sum(len(piece.text.split()) for piece in side) for side in (left, right)]
    if any(of_side <= FEWEST_WORDS * len(rows) for of_side, rows in zip(words, sides, strict=True)):
        return False
    top = min(rows[0][0].base for rows in sides)
    bottom = max(rows[-1][0].base for rows in sides)
    if any(sum(bottom <= row[0].base <= top for row in rows) < FEWEST_LINES for rows in sides):
        return False
    if 2 * sum(row[0].left - cut < ALIGNED * row[0].size for row in sides[1]) < len(sides[1]):
        return False
    pairs = [
        (row[0], other[0])
        for row in sides[0]
        for other in sides[1]
        if abs(row[0].base - other[0].base) <= SAME_LINE * row[0].size
    ]
    running = sum(one.text[0].islower() or other.text[0].islower() for one, other in pairs)
    return running >= RUNNING_SHARE * len(pairs)


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of each line from left to right, the highest line first."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if rows and rows[-1][0].base - piece.base <= SAME_LINE * rows[-1][0].size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]
