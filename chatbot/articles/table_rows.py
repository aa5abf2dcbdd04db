"""Rows of tables: their cells, and the names of the columns beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatbot.text.spans import Span

ROW_WORD_LIMIT = 60
"""Lines with tabs that have more words are no rows: a transcript has the name of the speaker before a tab."""

LINE = re.compile(r"\S(?:.*\S)?")  # a line, or a part of one, without the white space around it

_PIPE = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_TABS = re.compile(r"\t[\t ]*")
SEPARATORS = {"|": _PIPE, "\t": _TAB, "....": re.compile(r" ?\.{4,} ?"), "  ": re.compile(r" {2,}")}
"""What separates cells, by the sign that tells it; the first that a line has counts."""

_COLUMNS = re.compile(r"\S(?:\t+| {3,}| ?\.{4,} ?)\S")


def cell_spans(row: str, *, aligned: bool = False) -> list[Span]:
    """Where the cells of a row stand in it, the empty ones too; `aligned` where several tabs stand for one."""
    edges = cell_edges(row, aligned=aligned)
    starts, ends = [0, *(end for _, end in edges)], [*(start for start, _ in edges), len(row)]
    spans = [_stripped(row, start, end) for start, end in zip(starts, ends, strict=True)]
    if "|" not in row:
        return spans
    closes = len(spans) > 1 and spans[-1][0] == len(row)
    return spans[row.startswith("|") : len(spans) - closes]


def cell_edges(row: str, *, aligned: bool = False) -> list[Span]:
    """Where the signs stand that separate the cells of a row, and those around them."""
    sign = next((sign for sign in SEPARATORS if sign in row), "|")
    separator = _TABS if aligned and sign == "\t" else SEPARATORS[sign]
    return [found.span() for found in separator.finditer(row)]


def has_columns(line: str) -> bool:
    """Whether a line has room or dots within it as only a row has, be it of a table or not."""
    return _COLUMNS.search(line) is not None


def named_cells(row: str, header: str | None) -> list[tuple[str, Span]]:
    """The cells of a row that are not empty, each after the name of its column, which is empty where it has none.

    Of two cells without a header the first is the name of the other.
    """
    spans, names = matched_cells(row, header or "")
    cells = [(name, span) for name, span in zip(names, spans, strict=True) if span[0] < span[1]]
    if not header and len(cells) == 2:
        (_, (start, end)), (_, value) = cells
        return [(row[start:end], value)]
    return cells


def labelled(row: str, header: str | None) -> str:
    """The cells that are not empty, each after the name of its column: "Year: 2021; Pupils: 45"."""
    cells = ((name, row[start:end]) for name, (start, end) in named_cells(row, header))
    return "; ".join(f"{name}: {cell}" if name else cell for name, cell in cells).replace(r"\|", "|")


def is_filled(row: str) -> bool:
    """Whether more than one cell has text."""
    return sum(start < end for start, end in cell_spans(row)) > 1


def pipe_rows(rows: Sequence[Sequence[str]], *, has_header: bool) -> str:
    """A table as Markdown has it, with a rule below the first row if that is the header."""
    lines = []
    for row in rows:
        escaped = (_PIPE.sub(r"\|", " ".join(cell.split())) for cell in row)
        lines.append(f"| {' | '.join(escaped)} |")
    if has_header:
        lines.insert(1, f"|{'---|' * len(rows[0])}")
    return "\n".join(lines)


def matched_cells(row: str, header: str) -> tuple[list[Span], list[str]]:
    """The cells of a row and for each the name of its column.

    Some writers line up columns with several tabs: that is taken for granted where only so the row is as long as its
    header.
    """
    spans, names = cell_spans(row), _texts(header)
    if len(spans) != len(names) and len(aligned := cell_spans(row, aligned=True)) == len(_texts(header, aligned=True)):
        return aligned, _texts(header, aligned=True)
    is_end_known = "|" in row or ("\t" in row and all(names))
    if len(spans) < len(names) and not is_end_known:  # any of the cells may be left out, not the last ones
        names = []
    return spans, [*names, *[""] * len(spans)][: len(spans)]


def _texts(row: str, *, aligned: bool = False) -> list[str]:
    return [row[start:end] for start, end in cell_spans(row, aligned=aligned)]


def _stripped(row: str, start: int, end: int) -> Span:
    found = LINE.search(row, start, end)
    return found.span() if found else (end, end)
