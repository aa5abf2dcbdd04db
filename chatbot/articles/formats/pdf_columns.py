"""The reading order of a PDF page: its columns one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, groupby, pairwise
from math import inf

from chatbot.articles.formats.pdf_glyphs import SAME_LINE, Piece, rows
from chatbot.articles.formats.pdf_lines import ALIGNED, Line, lines

FEWEST_LINES = 3  # a column has at least this many lines beside those of its neighbour

APART = 1.2
"""A table over the whole page is this many times as far from the text as its rows are from each other, at least."""

FEWEST_WORDS = 2
"""The lines of a column have more words than this on average: those of a list have marks or numbers beside them."""

RUNNING_SHARE = 0.5
"""The share of the lines beside each other in columns of prose of which either goes on with a sentence, at least.

In prose seven lines in ten begin with a small letter, and so do nine pairs in ten; the cells of a table seldom do.
"""


def regions(pieces: Sequence[Piece]) -> list[list[Line]]:
    """The parts of a page in which lines follow each other straight down, in the order in which they are read."""
    return [lines(rows(region, SAME_LINE)) for region in _columns(pieces)]


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
    for are_split, group in groupby(bands, key=lambda band: len(band) > 1):
        parts = list(chain(*group))
        ordered += [column for part in parts for column in _columns(part)] if are_split else [list(chain(*parts))]
    return ordered


def _bands(pieces: Sequence[Piece], cut: float) -> list[list[list[Piece]]]:
    """The bands of a page from top to bottom: each its left and its right column, or all of its pieces."""
    bands: list[list[list[Piece]]] = []
    cells = _cells(pieces, cut)
    for is_across, group in groupby(
        pieces, key=lambda piece: piece.left < cut < piece.right or piece.is_cell or piece in cells
    ):
        band = list(group)
        left = [piece for piece in band if piece.right <= cut]
        right = [piece for piece in band if piece.right > cut]
        bands.append([left, right] if not is_across and _are_columns(left, right, cut) else [band])
    return bands


def _cells(pieces: Sequence[Piece], cut: float) -> set[Piece]:
    """The pieces of tables over the whole page, of which the cut has several cells on one side."""
    lines = rows(pieces, SAME_LINE)
    gaps = [inf, *(above[0].base - below[0].base for above, below in pairwise(lines)), inf]
    sides = [sum(piece.right <= cut for piece in line) for line in lines]
    are_cells = [0 < left < len(line) > 2 for left, line in zip(sides, lines, strict=True)]
    found: set[Piece] = set()
    for is_table, group in groupby(range(len(lines)), key=are_cells.__getitem__):
        numbers = list(group)
        inner = max((gaps[number] for number in numbers[1:]), default=0.0)
        is_apart = min(gaps[numbers[0]], gaps[numbers[-1] + 1]) > APART * inner
        cells = list(chain(*(lines[number] for number in numbers)))
        running = sum(cell.text[0].islower() for cell in cells)
        if is_table and is_apart and len(numbers) >= FEWEST_LINES and running < RUNNING_SHARE * len(cells):
            found.update(cells)
    return found


def _in_columns(bands: Sequence[Sequence[Sequence[Piece]]]) -> int:
    return sum(len(side) for band in bands if len(band) > 1 for side in band)


def _are_columns(left: Sequence[Piece], right: Sequence[Piece], cut: float) -> bool:
    """Whether the two sides are columns of prose, and not of a table or a list."""
    sides = rows(left, SAME_LINE), rows(right, SAME_LINE)
    if not any(row[0].text[0].islower() for side in sides for row in side):
        return False
    words = [sum(len(piece.text.split()) for piece in column) for column in (left, right)]
    if any(of_side <= FEWEST_WORDS * len(side) for of_side, side in zip(words, sides, strict=True)):
        return False
    top = min(side[0][0].base for side in sides)
    bottom = max(side[-1][0].base for side in sides)
    if any(sum(bottom <= row[0].base <= top for row in side) < FEWEST_LINES for side in sides):
        return False
    if 2 * sum(row[0].left - cut < ALIGNED * row[0].size for row in sides[1]) < len(sides[1]):
        return False  # words below a gap in justified text
    pairs = [
        (row[0], other[0])
        for row in sides[0]
        for other in sides[1]
        if abs(row[0].base - other[0].base) <= SAME_LINE * row[0].size
    ]
    running = sum(one.text[0].islower() or other.text[0].islower() for one, other in pairs)
    return running >= RUNNING_SHARE * len(pairs)
