"""The lines of a PDF page in reading order: its columns, and the rows of its tables, ruled or not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise
from math import inf

from msgspec.structs import asdict, replace

from chatbot.articles.formats.pdf_glyphs import SAME_BASELINE, SAME_LINE, Piece, joined, rows

CELL_GAP = 1.5  # a gap of this many ems parts two cells of a table

WIDER = 2
"""So does a lesser one that is this many times the widest between words: in justified text all of a line are alike."""

LABEL_GAP = 3  # a number or a mark stands at most this many ems before what it belongs to
TABLE_LEADING = 3  # the rows of a table are at most this many ems apart
CELL_LEADING = 1.6  # the lines of a cell are at most this many ems apart
ALIGNED = 0.5  # what begins within so many ems of each other is below each other
THICKEST = 3.0  # a rule is at most this many points thick, and longer than this
NEXT_TABLE = 1.5  # a row of another number of cells that is so many times as far down is that of another table
MOST_LINES = 12  # the most lines of a cell: a frame that holds more is no table

Box = tuple[float, float, float, float]
"""What is drawn on a page: where it begins from the left and from the bottom, its width and its height, in points."""

_LABEL = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z][.)]|\W")

FEWEST_LINES = 3  # a column has at least this many lines beside those of its neighbour

APART = 1.2
"""A table over the whole page is this many times as far from the text as its rows are from each other, at least."""

FEWEST_WORDS = 2
"""The lines of a column have more words than this on average: those of a list have marks or numbers beside them."""

RUNNING_SHARE = 0.5
"""The share of the lines beside each other in columns of prose of which either goes on with a sentence, at least.

In prose seven lines in ten begin with a small letter, and so do nine pairs in ten; the cells of a table seldom do.
"""


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
        if table and (_is_of_another(table, row) or not _are_rows(table[-1], row, edge)):
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


def _is_of_another(table: Sequence[Sequence[Piece]], row: Sequence[Piece]) -> bool:
    above = table[-1][0].base
    distance = table[-2][0].base - above if len(table) > 1 else inf
    return len(row) != len(table[-1]) and above - row[0].base > NEXT_TABLE * distance


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
    cells = _cells_across(pieces, cut)
    for is_across, group in groupby(
        pieces, key=lambda piece: piece.left < cut < piece.right or piece.is_cell or piece in cells
    ):
        band = list(group)
        left = [piece for piece in band if piece.right <= cut]
        right = [piece for piece in band if piece.right > cut]
        bands.append([left, right] if not is_across and _are_columns(left, right, cut) else [band])
    return bands


def _cells_across(pieces: Sequence[Piece], cut: float) -> set[Piece]:
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
