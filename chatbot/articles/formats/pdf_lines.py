"""The lines of a column of a PDF, and the rows of its tables, ruled or not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from msgspec.structs import asdict, replace

from chatbot.articles.formats.pdf_glyphs import SAME_BASELINE, Piece, joined, rows

CELL_GAP = 1.5  # a gap of this many ems parts two cells of a table

WIDER = 2
"""So does a lesser one that is this many times the widest between words: in justified text all of a line are alike."""

LABEL_GAP = 3  # a number or a mark stands at most this many ems before what it belongs to
TABLE_LEADING = 3  # the rows of a table are at most this many ems apart
CELL_LEADING = 1.6  # the lines of a cell are at most this many ems apart
ALIGNED = 0.5  # what begins within so many ems of each other is below each other
THICKEST = 3.0  # a rule is at most this many points thick, and longer than this
MOST_LINES = 12  # the most lines of a cell: a frame that holds more is no table

Box = tuple[float, float, float, float]
"""What is drawn on a page: where it begins from the left and from the bottom, its width and its height, in points."""

_LABEL = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z][.)]|\W")


class Line(Piece, frozen=True):
    """A line of a column, or, with `cells`, a row of a table; `is_gapped` where a gap in it is wider than of words."""

    is_gapped: bool = False
    cells: tuple[str, ...] = ()


def ruled_cells(glyphs: Sequence[Piece], boxes: Sequence[Box]) -> tuple[list[Piece], list[Piece]]:
    """The cells of ruled tables, all cells of a row on one baseline, and the glyphs that are in none."""
    levels = _apart(y for _, y, width, height in boxes if height <= THICKEST < width)
    uprights = [(x, y, y + height) for x, y, width, height in boxes if width <= THICKEST < height]
    found: list[Piece] = []
    rest = list(glyphs)
    for bottom, top in pairwise(levels):
        edges = _apart(x for x, low, high in uprights if low < (bottom + top) / 2 < high)
        inside = [glyph for glyph in rest if bottom < glyph.base < top]
        columns = [
            [glyph for glyph in inside if left <= glyph.left + THICKEST / 2 < right] for left, right in pairwise(edges)
        ]
        cells = [rows(column, SAME_BASELINE) for column in columns if not all(one.text.isspace() for one in column)]
        if len(cells) > 1 and max(map(len, cells)) <= MOST_LINES:
            base = max(row[0].base for cell in cells for row in cell)
            found += [replace(joined(list(chain(*cell))), base=base, is_cell=True) for cell in cells]
            rest = [glyph for glyph in rest if not (bottom < glyph.base < top and edges[0] <= glyph.left < edges[-1])]
    return found, rest


def _apart(positions: Iterable[float]) -> list[float]:
    """The positions in order, each of those that are about the same once."""
    found: list[float] = []
    for position in sorted(positions):
        if not found or position - found[-1] > THICKEST:
            found.append(position)
    return found


def lines(column: Sequence[Sequence[Piece]]) -> list[Line]:
    """The lines of a column, whose rows are the pieces on each line."""
    edge = max(piece.right for row in column for piece in row)
    found: list[Line] = []
    table: list[list[Piece]] = []
    for row in map(_cells, column):
        if len(table) > 1 and _is_rest(row, table[-1]):
            table[-1] = [_with_rest(cell, row) for cell in table[-1]]
            continue
        if table and not _are_rows(table[-1], row, edge):
            found += _table(table)
            table = []
        table.append(row)
    return [*found, *_table(table)]


def _cells(row: Sequence[Piece]) -> list[Piece]:
    """The pieces of a row, put together where the gap is one between words, or after a number or a mark."""
    cells: list[Piece] = []
    space = max(piece.space for piece in row)
    gaps = [other.left - piece.right for piece, other in pairwise(row)]
    are_alike = not space and max(gaps, default=0.0) < WIDER * min(gaps, default=0.0)
    for piece in row:
        last = cells[-1] if cells else None
        gap = piece.left - last.right if last else 0.0
        is_wide = gap > CELL_GAP * piece.size or (gap > WIDER * space and not are_alike)
        if (
            last
            and not piece.is_cell
            and (not is_wide or (len(cells) == 1 and _LABEL.fullmatch(last.text) and gap < LABEL_GAP * piece.size))
        ):
            cells[-1] = joined([last, piece])
        else:
            cells.append(piece)
    return cells


def _are_rows(row: Sequence[Piece], following: Sequence[Piece], edge: float) -> bool:
    """Whether two lines are rows of a table: the same gap is in both, and neither is justified text."""
    if row[0].is_cell or following[0].is_cell:
        return row[0].is_cell and following[0].is_cell
    if any(own[0].text[0].islower() and own[-1].right > edge - ALIGNED * own[0].size for own in (row, following)):
        return False
    return row[0].base - following[0].base <= TABLE_LEADING * row[0].size and any(
        min(right.left, below_right.left) > max(left.right, below_left.right) + ALIGNED * left.size
        for left, right in pairwise(row)
        for below_left, below_right in pairwise(following)
    )


def _is_rest(row: Sequence[Piece], above: Sequence[Piece]) -> bool:
    """Whether a line goes on with cells of the row above it."""
    if (
        row[0].is_cell
        or len(above) < 2
        or len(row) >= len(above)
        or above[0].base - row[0].base > CELL_LEADING * row[0].size
    ):
        return False
    return all(any(_is_below(piece, cell) for cell in above) for piece in row) and (
        row[0].text[0].islower() or not _is_below(row[0], above[0])
    )


def _is_below(piece: Piece, cell: Piece) -> bool:
    return abs(piece.left - cell.left) < ALIGNED * cell.size


def _with_rest(cell: Piece, row: Sequence[Piece]) -> Piece:
    rest = [piece for piece in row if _is_below(piece, cell)]
    base = min(piece.base for piece in row)
    return replace(joined([cell, *rest]), base=base)


def _table(rows: Sequence[Sequence[Piece]]) -> Iterator[Line]:
    """The rows as lines, with empty cells where they have none in a column of the table; a row alone is a line."""
    columns: list[float] = []  # the right edge of each
    for piece in sorted((piece for row in rows for piece in row), key=lambda piece: piece.left):
        if not columns or piece.left > columns[-1]:
            columns.append(piece.right)
        else:
            columns[-1] = max(columns[-1], piece.right)
    for row in rows:
        cells: list[list[str]] = [[] for _ in columns]
        for piece in row:
            cells[bisect_left(columns, piece.right)].append(piece.text)
        texts = tuple(" ".join(cell) for cell in cells) if len(rows) > 1 or row[0].is_cell else ()
        yield Line(**asdict(joined(row)), is_gapped=len(row) > 1, cells=texts)
