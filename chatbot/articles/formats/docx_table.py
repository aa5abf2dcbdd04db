"""The tables of a Word document, as Markdown has them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from chatbot.articles.formats.docx_paragraph import Line, ParagraphReader
from chatbot.articles.table_rows import is_layout, pipe_rows

if TYPE_CHECKING:
    from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc


def table_lines(table: CT_Tbl, reader: ParagraphReader) -> Iterator[Line]:
    """The table, and below it those that are in its cells; the paragraphs of one that only places them on the page."""
    rows = [_cells(row, reader) for row in table.tr_lst]
    if is_layout(rows):
        for element in table.iterchildren(qn("w:tr")):
            for cell in element.iterchildren(qn("w:tc")):
                yield from _cell_lines(cell, reader)
        return
    headers = list(takewhile(lambda row: row.xpath("w:trPr/w:tblHeader"), table.tr_lst))
    if not headers and len(rows) > 1 and _is_bold(table.tr_lst[0], reader) and not _is_bold(table.tr_lst[1], reader):
        headers = table.tr_lst[:1]
    body = rows[len(headers) :]
    if headers:
        filled = (_cells(row, reader, filled=True) for row in headers)
        columns = zip_longest(*filled, fillvalue="")
        body.insert(0, [" ".join(dict.fromkeys(filter(None, column))) for column in columns])
    width = max(map(len, body))
    padded = [[*row, *[""] * (width - len(row))] for row in body]
    yield Line(pipe_rows(padded, has_header=bool(headers)))
    for nested in table.xpath("w:tr/w:tc/w:tbl"):
        yield from table_lines(nested, reader)


def _cells(row: CT_Row, reader: ParagraphReader, *, filled: bool = False) -> list[str]:
    """The text of a row in each column of the grid; that of a wide cell in the first, or with `filled` in all."""
    texts = [""] * row.grid_before
    for cell in row.tc_lst:
        lines = (reader.line(paragraph).text for paragraph in cell.iterchildren(qn("w:p")))
        text = "" if cell.vMerge == "continue" else " ".join(filter(None, lines))
        texts += [text, *[text if filled else ""] * (cell.grid_span - 1)]
    return texts


def _cell_lines(cell: CT_Tc, reader: ParagraphReader) -> Iterator[Line]:
    for element in cell:
        if element.tag == qn("w:p"):
            yield reader.line(element)
        elif element.tag == qn("w:tbl"):
            yield from table_lines(element, reader)


def _is_bold(row: CT_Row, reader: ParagraphReader) -> bool:
    paragraphs = row.xpath("w:tc/w:p[w:r/w:t]")
    return bool(paragraphs) and all(map(reader.is_bold, paragraphs))
