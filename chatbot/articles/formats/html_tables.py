"""The tables of web pages and books: their rows and headers, and those that only place text on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html.builder import LI, TD, TH, TR

from chatbot.articles.tables import ROW_WORD_LIMIT, pipe_rows

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SPAN_LIMIT = 100  # the most columns or rows that one cell may take: more is no table that a person made
PAGE_WORD_LIMIT = 200  # a cell with more words is part of the page, and its table there to place it

PARAGRAPHS_WORD_LIMIT = 25
"""A cell with paragraphs or headings is layout from more words than this on: those of an infobox are shorter."""

SENTENCE_WORDS = 7  # a sentence of at least this many words is prose; fewer may be an address or what a link is called

_ROWS = "./tr | ./*/tr"
_PARTS = ("thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col")
_LINES = ("li", "p", "div", "pre", "br", "tab")
_PARAGRAPHS = "count(p) > 1 or count(br[following-sibling::node()[1][self::br]]) > 0"
_HEADED = ".//h1 or .//*[self::h2 or self::h3 or self::h4][following-sibling::node()[normalize-space()]]"
NO_HEADING_END = re.compile(r"[.!;,…][\"'”’»)\]]*$")


def prepare_tables(tree: HtmlElement) -> None:
    """Take apart the tables that only place text, and give each of the others its caption above it.

    Lists of terms and what they are become tables of two columns, and a table in a cell stands below its own.
    """
    for terms in list(tree.iter("dl")):
        _make_table(terms)
    for table in reversed(list(tree.iter("table"))):
        rows = table.xpath(_ROWS)
        if _places_text(table, rows):
            _take_apart(table)
            continue
        _set_apart(table)
        for row in rows:
            for cell in row.iterchildren("td", "th"):
                _put_in_line(cell)


def _set_apart(table: HtmlElement) -> None:
    """Put the caption of a table above it, and tables within it below it."""
    for caption in table.findall("caption"):
        caption.tag = "p"
        caption.tail = None
        table.addprevious(caption)
    for nested in reversed(table.xpath(".//table")):
        nested.drop_tree()
        nested.tail = None
        table.addnext(nested)


def _put_in_line(cell: HtmlElement) -> None:
    """Make one line of the paragraphs and lists in a cell, with commas between the items."""
    for part in cell.iterdescendants(*_LINES):
        sign = "," if part.tag == "li" and part.getnext() is not None else ""
        part.tail = f"{sign} {part.tail or ''}"
    etree.strip_tags(cell, "ul", "ol", *_LINES)


def markdown_table(table: HtmlElement) -> str:
    """The table as Markdown has it, with one header, in which stands all that stood above a column."""
    rows = table.xpath(_ROWS)
    headers = len(_headers(rows))
    grid = _grid(rows)
    if headers > 1:
        columns = zip(*_grid(rows, filled=True)[:headers], strict=True)
        grid[:headers] = [[" ".join(dict.fromkeys(filter(None, column))) for column in columns]]
    grid = [row for row in grid if any(row)]
    width = max((number for row in grid for number, text in enumerate(row, 1) if text), default=0)
    return pipe_rows([row[:width] for row in grid], has_header=headers > 0)


def _make_table(terms: HtmlElement) -> None:
    """Make a table of a list of terms with short descriptions, of which each has one or several."""
    for group in terms.findall("div"):
        group.drop_tag()
    rows: list[HtmlElement] = []
    for part in terms:
        if part.tag == "dt":
            rows.append(TR(TH(part.text_content()), TD()))
        elif part.tag == "dd" and rows and len(part.text_content().split()) <= ROW_WORD_LIMIT:
            rows[-1][1].append(LI(part.text_content()))
        else:
            return
    terms.tag = "table"
    terms[:] = rows


def _headers(rows: Sequence[HtmlElement]) -> list[HtmlElement]:
    """The first rows, if they name the columns of others."""
    headers = list(takewhile(_is_header, rows))
    return headers if len(headers) < len(rows) else []


def _is_header(row: HtmlElement) -> bool:
    has_names = all(cell.tag == "th" or not cell.text_content().strip() for cell in row) and row.find("th") is not None
    return len(row) > 1 and (has_names or row.getparent().tag == "thead")


def _grid(rows: Sequence[HtmlElement], *, filled: bool = False) -> list[list[str]]:
    """The text of each row in each column.

    That of a cell over several rows is in each of them, as each is shown without the others, and that of a cell over
    several columns in the first, or with `filled` in all.
    """
    texts: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while (number, column) in texts:
                column += 1
            text = " ".join(cell.text_content().split())
            for below in range(number, min(number + _span(cell, "rowspan"), len(rows))):
                for beside in range(_span(cell, "colspan")):
                    texts[below, column + beside] = "" if beside and not filled else text
    width = max((column for _, column in texts), default=-1) + 1
    return [[texts.get((number, column), "") for column in range(width)] for number in range(len(rows))]


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(1, int(value)), SPAN_LIMIT) if value.isascii() and value.isdigit() else 1


def _places_text(table: HtmlElement, rows: Sequence[HtmlElement]) -> bool:
    """Whether a table only places text on the page: it says so, holds what heads text, or has no two cells beside.

    So does a row alone that has a sentence, or paragraphs in all cells, as a CV has, a table with a sentence in every
    cell, and one in which one cell has most of the words: few are enough where that has paragraphs.
    """
    cells = [cell for row in rows for cell in row.iterchildren("td", "th")]
    grid = _grid(rows)
    filled = [sum(map(bool, row)) for row in grid]
    lengths = [len(text.split()) for row in grid for text in row]
    longest = max(lengths, default=0)
    fewest = PARAGRAPHS_WORD_LIMIT if any(cell.xpath(_PARAGRAPHS) for cell in cells) else ROW_WORD_LIMIT
    beside = [row for row, count in zip(rows, filled, strict=True) if count > 1]
    boxes = [cell for cell in beside[0] if cell.text_content().strip()] if len(beside) == 1 else []
    return (
        table.get("role") in ("presentation", "none")
        or any(cell.xpath(_HEADED) for cell in cells)
        or longest > PAGE_WORD_LIMIT
        or longest > max(fewest, sum(lengths) / 2)
        or not beside
        or (boxes and all(len(cell.findall(".//p")) > 1 for cell in boxes))
        or (any if sum(map(bool, filled)) == 1 else all)(map(_is_sentence, filter(None, chain(*grid))))
    )


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= SENTENCE_WORDS and text.endswith((".", "!", "?"))


def _take_apart(table: HtmlElement) -> None:
    """Make plain blocks of a table and its own parts; a line of its own in bold becomes a heading."""
    own = [part for part in table.iterdescendants() if next(part.iterancestors("table")) is table]
    for letters in [part for part in own if part.tag in ("b", "strong")]:
        line = next(letters.iterancestors("font"), letters)
        before, after = line.getprevious(), line.getnext()
        opens = (
            before.tag == "br" and not (before.tail or "").strip()
            if before is not None
            else not (line.getparent().text or "").strip()
        )
        closes = not (line.tail or "").strip() and (after is None or after.tag == "br")
        if opens and closes and not NO_HEADING_END.search(line.text_content().strip()):
            letters.tag = line.tag = "h2"
            if letters is not line:
                letters.drop_tag()
    for part in own:
        if part.tag in _PARTS:
            part.tag = "div"
    table.tag = "div"
