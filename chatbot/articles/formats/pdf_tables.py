"""Ruled tables of a PDF page: what stands between the rules is put together, cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from chatbot.articles.formats.pdf_glyphs import Piece, Rule, joined

THICKEST = 3.0
"""A rule is at most this many points thick, and longer than this."""

MOST_LINES = 12
"""The most lines of a cell: a frame that holds more is no table."""

Box = tuple[float, float, float, float]
"""What is drawn on a page: where it begins from the left and from the bottom, its width and its height, in points."""


def upright_rules(boxes: Iterable[Box]) -> list[Rule]:
    """Those that part the columns of a table."""
    return [(x, y, y + height) for x, y, width, height in boxes if width <= THICKEST < height]


def with_cells(pieces: Sequence[Piece], boxes: Sequence[Box]) -> list[Piece]:
    """The pieces, those of each cell of a ruled table as one, and all cells of a row on one baseline."""
    levels = _apart(y for _, y, width, height in boxes if height <= THICKEST < width)
    uprights = upright_rules(boxes)
    rest, rows = list(pieces), []
    for bottom, top in pairwise(levels):
        middle = (bottom + top) / 2
        edges = _apart(x for x, low, high in uprights if low < middle < high)
        inside = [piece for piece in rest if bottom < piece.base < top]
        cells = [
            [piece for piece in inside if left <= piece.left + THICKEST / 2 < right] for left, right in pairwise(edges)
        ]
        cells = [cell for cell in cells if cell]
        if len(cells) < 2 or max(map(len, cells)) > MOST_LINES:
            continue
        base = max(piece.base for cell in cells for piece in cell)
        rows += [replace(joined(cell), base=base, is_cell=True) for cell in cells]
        rest = [piece for piece in rest if not any(piece in cell for cell in cells)]
    return sorted([*rest, *rows], key=lambda piece: -piece.base)


def _apart(positions: Iterable[float]) -> list[float]:
    """The positions in order, each of those that are about the same once."""
    found: list[float] = []
    for position in sorted(positions):
        if not found or position - found[-1] > THICKEST:
            found.append(position)
    return found
