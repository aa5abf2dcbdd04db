"""A page: an article laid out as lines of a certain width, each of which knows where it stands in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from chatbot.articles.table_rows import cell_edges
from chatbot.text.printable import printable_line
from chatbot.text.spans import Span
from chatbot.tui.wrap import wrap

if TYPE_CHECKING:
    from chatbot.articles.article import Article
    from chatbot.articles.blocks import Block


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


class Kind(Enum):
    """What a line is part of; the values end the names of component classes."""

    TITLE = "title"
    FILE = "file"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    HELP = "help"


class Line(NamedTuple):
    """A line: a slice of the title, the file name, the reading help or, in headings and paragraphs, the article.

    A blank line is an empty slice that starts where the line above it ends. Of the row of a table `gaps` are what lines
    up its cells with those of other rows.
    """

    kind: Kind
    start: int
    end: int
    gaps: tuple[Gap, ...] = ()

    def offset(self, cell: int) -> int:
        """The code point of the source that is drawn as the one of that number in the line."""
        room = 0
        for gap in self.gaps:
            if self.start + cell <= gap.offset + room:
                break
            room += min(gap.cells, self.start + cell - gap.offset - room)
        return min(self.end, self.start + cell - room)


class Page:
    """The lines of one article; made anew for another width or other reading help."""

    def __init__(self, article: Article, width: int, help_line: str = "", helped: int = 0) -> None:
        """The reading help, if any, stands below the line with the last code point before `helped`."""
        self.width = width
        self._sources = {
            Kind.TITLE: printable_line(article.title),
            Kind.FILE: printable_line(article.name),
            Kind.HEADING: printable_line(article.text),
            Kind.HELP: help_line,
        }
        self._sources[Kind.PARAGRAPH] = self._sources[Kind.HEADING]
        top = [*self._wrap(Kind.TITLE), *self._wrap(Kind.FILE), Line(Kind.FILE, 0, 0)]
        self._first_of_text = len(top)
        body = list(self._body(article))
        starts = [line.start for line in body]
        below = bisect_right(starts, helped - 1)
        helping = list(self._wrap(Kind.HELP)) if help_line else []
        self.lines = [*top, *body[:below], *helping, *body[below:]]
        self._starts = [*starts[:below], *[helped] * len(helping), *starts[below:]]

    def text(self, line: Line, start: int | None = None, end: int | None = None) -> str:
        """The text of a line, or of its slice `[start:end]`, safe to draw."""
        source = self._sources[line.kind]
        start, end = line.start if start is None else start, line.end if end is None else end
        parts = []
        for gap in line.gaps:
            if start <= gap.offset < end:
                parts += [source[start : gap.offset], " " * gap.cells]
                start = gap.offset
        return "".join((*parts, source[start:end]))

    def line_at(self, offset: int) -> int:
        """The number of the line that shows code point `offset` of the article."""
        return self._first_of_text + max(0, bisect_right(self._starts, offset) - 1)

    def offset_at(self, number: int) -> int | None:
        """The code point of the article that the line of that number starts with, or None above its text."""
        below = number - self._first_of_text
        return self._starts[below] if 0 <= below < len(self._starts) else None

    def _body(self, article: Article) -> Iterator[Line]:
        gaps = self._gaps(article)
        for position, block in enumerate(article.blocks):
            before = article.blocks[position - 1] if position else None
            if before and not (block.row and before.row and block.row.table == before.row.table):
                yield Line(Kind.PARAGRAPH, before.end, before.end)
            if (block.start, block.end) in gaps:
                yield Line(Kind.PARAGRAPH, block.start, block.end, gaps[block.start, block.end])
                continue
            kind = Kind.HEADING if block.is_heading else Kind.PARAGRAPH
            yield from self._wrap(kind, *shown_span(article, block))

    def _gaps(self, article: Article) -> dict[Span, tuple[Gap, ...]]:
        """The gaps of the rows of tables that are not too wide for a line."""
        tables: defaultdict[int, list[Span]] = defaultdict(list)
        for block in article.blocks:
            if block.row:
                tables[block.row.table].append((block.start, block.end))
        gaps: dict[Span, tuple[Gap, ...]] = {}
        for rows in tables.values():
            gaps |= column_gaps(article.text, rows, self.width)
        return gaps

    def _wrap(self, kind: Kind, start: int = 0, end: int | None = None) -> Iterator[Line]:
        source = self._sources[kind]
        for span in wrap(source, start, len(source) if end is None else end, self.width):
            yield Line(kind, *span)


def shown_span(article: Article, block: Block) -> Span:
    """The slice of a block that is shown: of a heading in Markdown not the signs around it."""
    return block.label_span(article.text) if block.is_heading else (block.start, block.end)
