"""Columns: the room that lines up the cells of a table, row by row, where its text leaves none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from chatbot.articles.table_rows import cell_edges
from chatbot.text.printable import printable_line
from chatbot.text.spans import Span


class Gap(NamedTuple):
    """So many blank cells of the terminal before the code point at `offset`."""

    offset: int
    cells: int


def column_gaps(text: str, rows: Sequence[Span], width: int) -> dict[Span, tuple[Gap, ...]]:
    """The gaps of each row of a table, where all rows fit into `width` cells with them; none where they do not."""
    is_even = len({len(cell_edges(text[slice(*row)])) for row in rows}) == 1
    parts = {row: _parts(text, row, aligned=not is_even) for row in rows}
    widths: defaultdict[int, int] = defaultdict(int)
    for own in parts.values():
        for column, part in enumerate(own):
            widths[column] = max(widths[column], _width(text, part))
    if sum(widths.values()) + len(widths) - 1 > width:
        return {}
    return {
        row: tuple(
            Gap(part[1], room) for column, part in enumerate(own[:-1]) if (room := widths[column] - _width(text, part))
        )
        for row, own in parts.items()
    }


def _parts(text: str, row: Span, *, aligned: bool) -> list[Span]:
    """The parts of a row before, between and after the signs that separate its cells, with their white space.

    Where several tabs separate cells, all but the last belong to the part before them.
    """
    start, end = row
    edges = [start + edge for _, edge in cell_edges(text[start:end], aligned=aligned)]
    return list(zip([start, *edges], [*(edge - 1 for edge in edges), end], strict=True))


def _width(text: str, part: Span) -> int:
    return cell_len(printable_line(text[slice(*part)]))
