"""The tables of a Word document, as Markdown has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from chatbot.articles.formats.docx_paragraph import Line, ParagraphReader
from chatbot.articles.table_rows import is_layout, pipe_rows

if TYPE_CHECKING:
    from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc


def table_lines(table: CT_Tbl, reader: ParagraphReader) -> Iterator[Line]:
    """The table, and below it those that are in its cells; the paragraphs of one that only places them on the page."""
    rows = _grid(table.tr_lst, reader)
    if is_layout(rows):
        for element in table.iterchildren(qn("w:tr")):
            for cell in element.iterchildren(qn("w:tc")):
                yield from _cell_lines(cell, reader)
        return
    headers = list(takewhile(lambda row: row.xpath("w:trPr/w:tblHeader"), table.tr_lst))
    if not headers and len(rows) > 1 and (_has_bold_header(table, reader) or reader.has_bold_first_row(table)):
        headers = table.tr_lst[:1]
    body = rows[len(headers) :]
    if headers:
        columns = zip_longest(*_grid(headers, reader, filled=True), fillvalue="")
        body.insert(0, [" ".join(dict.fromkeys(filter(None, column))) for column in columns])
    width = max(map(len, body))
    padded = [[*row, *[""] * (width - len(row))] for row in body]
    yield Line(pipe_rows(padded, has_header=bool(headers)))
    for nested in table.xpath("w:tr/w:tc/w:tbl"):
        yield from table_lines(nested, reader)


def _grid(rows: Sequence[CT_Row], reader: ParagraphReader, *, filled: bool = False) -> list[list[str]]:
    """The text of each row in each column; that of a tall cell in all its rows, as each is shown without the others.

    That of a wide cell is in its first column, or with `filled` in all.
    """
    grid: list[list[str]] = []
    for row in rows:
        above = grid[-1] if grid else []
        texts = [""] * row.grid_before
        for cell in row.tc_lst:
            lines = (reader.line(paragraph).text for paragraph in cell.iterchildren(qn("w:p")))
            is_tall = cell.vMerge == "continue"
            text = "".join(above[len(texts) : len(texts) + 1]) if is_tall else " ".join(filter(None, lines))
            texts += [text, *[text if filled else ""] * (cell.grid_span - 1)]
        grid.append(texts)
    return grid


def _cell_lines(cell: CT_Tc, reader: ParagraphReader) -> Iterator[Line]:
    for element in cell:
        if element.tag == qn("w:p"):
            yield reader.line(element)
        elif element.tag == qn("w:tbl"):
            yield from table_lines(element, reader)


def _has_bold_header(table: CT_Tbl, reader: ParagraphReader) -> bool:
    return _is_bold(table.tr_lst[0], reader) and not _is_bold(table.tr_lst[1], reader)


def _is_bold(row: CT_Row, reader: ParagraphReader) -> bool:
    paragraphs = row.xpath("w:tc/w:p[w:r/w:t]")
    return bool(paragraphs) and all(map(reader.is_bold, paragraphs))
