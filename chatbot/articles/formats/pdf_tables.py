"""Ruled tables of a PDF page: what stands between the rules is put together, cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from msgspec.structs import replace

from chatbot.articles.formats.pdf_glyphs import SAME_BASELINE, Piece, joined, rows

THICKEST = 3.0
"""A rule is at most this many points thick, and longer than this."""

MOST_LINES = 12
"""The most lines of a cell: a frame that holds more is no table."""

Box = tuple[float, float, float, float]
"""What is drawn on a page: where it begins from the left and from the bottom, its width and its height, in points."""


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
