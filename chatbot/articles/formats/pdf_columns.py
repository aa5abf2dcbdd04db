"""The reading order of a PDF page: its columns one after the other, and the lines of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chatbot.articles.formats.pdf_glyphs import WIDE_GAP, Piece

FEWEST_LINES = 3
"""A column has at least this many lines beside those of its neighbour."""

FEWEST_WORDS = 2
"""The lines of a column have more words than this on average: those of a list have marks or numbers beside them."""

RUNNING_SHARE = 0.5
"""The share of the lines beside each other in columns of prose of which either goes on with a sentence, at least.

In prose seven lines in ten begin with a small letter, and so do nine pairs in ten; the cells of a table seldom do.
"""

SAME_LINE = 0.4
"""Pieces whose baselines differ by at most this many ems are on one line of a column."""

TABLE_LEADING = 3
"""The rows of a table are at most this many ems apart."""


LABEL_GAP = 3
"""A number or a mark stands at most this many ems before what it belongs to."""

_LABEL = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z][.)]|[•●▪■◦‣–—*-]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column, or, with more than one of `cells`, a row of a table; see `Piece` for the positions."""

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool
    cells: tuple[str, ...] = ()


def regions(pieces: Sequence[Piece]) -> list[list[Line]]:
    """The parts of a page in which lines follow each other straight down, in the order in which they are read."""
    return [_lines(region) for region in _columns(pieces)]


def _columns(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces in columns, by a cut down the page, whose parts are cut in turn.

    A piece that goes over the cut, such as a heading over both columns, ends the band in which they stand side by side.
    """
    cuts = {round(piece.left) - 1 for piece in pieces}
    bands = max((_bands(pieces, cut) for cut in sorted(cuts)), key=_in_columns, default=[])
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
        if piece.left < cut < piece.right:
            bands += [_band(band, cut), _Band((piece,), (), (), has_columns=False)]
            band = []
        else:
            band.append(piece)
    return [*bands, _band(band, cut)]


def _band(pieces: Sequence[Piece], cut: float) -> _Band:
    left = tuple(piece for piece in pieces if piece.right <= cut)
    right = tuple(piece for piece in pieces if piece.right > cut)
    return _Band(tuple(pieces), left, right, has_columns=_are_columns(left, right))


def _are_columns(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether the two sides are columns of prose, and not of a table or a list."""
    if any(sum(len(piece.text.split()) for piece in side) <= FEWEST_WORDS * len(side) for side in (left, right)):
        return False
    top = min(max(piece.base for piece in side) for side in (left, right))
    bottom = max(min(piece.base for piece in side) for side in (left, right))
    beside = min(sum(bottom <= piece.base <= top for piece in side) for side in (left, right))
    pairs = [(one, other) for one in left for other in right if abs(one.base - other.base) <= SAME_LINE * one.size]
    if beside < FEWEST_LINES:
        return False
    running = sum(one.text[0].islower() or other.text[0].islower() for one, other in pairs)
    return running >= RUNNING_SHARE * len(pairs)


def _lines(pieces: Sequence[Piece]) -> list[Line]:
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if rows and rows[-1][0].base - piece.base <= SAME_LINE * rows[-1][0].size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    rows = [_with_label(sorted(row, key=lambda piece: piece.left)) for row in rows]
    in_table = [False] * len(rows)
    for number, (row, following) in enumerate(pairwise(rows)):
        if _are_rows(row, following):
            in_table[number] = in_table[number + 1] = True
    return [_line(row, with_cells=tabular) for row, tabular in zip(rows, in_table, strict=True)]


def _with_label(row: list[Piece]) -> list[Piece]:
    """The pieces of a line, the first of them with the number or the mark that stands before it."""
    if len(row) > 1 and _LABEL.fullmatch(row[0].text):
        label, first, *others = row
        if first.left - label.right < LABEL_GAP * first.size:
            return [replace(first, text=f"{label.text} {first.text}", left=label.left), *others]
    return row


def _are_rows(row: Sequence[Piece], following: Sequence[Piece]) -> bool:
    """Whether two lines are rows of a table: the same gap, wider than between words, is in both."""
    size = row[0].size
    if row[0].base - following[0].base > TABLE_LEADING * size:
        return False
    return any(
        min(right.left, below_right.left) - max(left.right, below_left.right) > WIDE_GAP * size
        for left, right in pairwise(row)
        for below_left, below_right in pairwise(following)
    )


def _line(row: Sequence[Piece], *, with_cells: bool) -> Line:
    longest = max(row, key=lambda piece: len(piece.text))
    return Line(
        text=" ".join(piece.text for piece in row),
        left=row[0].left,
        right=row[-1].right,
        base=longest.base,
        size=longest.size,
        is_bold=all(piece.is_bold for piece in row),
        cells=tuple(piece.text for piece in row) if with_cells else (),
    )
