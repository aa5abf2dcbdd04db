"""A page: an article laid out as lines, each of which knows where it stands in the text, and what is found on it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby, zip_longest
from operator import attrgetter, sub
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.content import Span as Styled

from chatbot.articles.tables import cell_edges
from chatbot.text.printable import printable_line

if TYPE_CHECKING:
    from chatbot.articles.article import Article
    from chatbot.articles.blocks import Block
    from chatbot.text.spans import Span

_start = attrgetter("start")

_AS_TYPED = str.maketrans("‘’‚‛′“”„‟″‐‑‒–—―", "'''''\"\"\"\"\"------")
"""Quotes and dashes of books, which few keyboards have, and what is typed for them."""

_ACCENTS = "[\u0300-\u036f]*"  # those that are code points of their own, after the letter that has them


class Gap(NamedTuple):
    """So many blank cells of the terminal before the code point at `offset`."""

    offset: int
    cells: int


class Line(NamedTuple):
    """A line as it is drawn, and the slice of the article that it shows: an empty one before 0 above the text.

    A blank line is an empty slice that starts where the line above it ends. Of the row of a table `gaps` are what lines
    up its cells with those of other rows.
    """

    content: Content
    start: int = -1
    end: int = -1
    gaps: tuple[Gap, ...] = ()

    def styled(self, spans: Iterable[Styled]) -> Content:
        """The line with these spans of the article, in code points, as far as they lie in it."""
        inside = (span for span in spans if span.start < self.end and span.end > self.start)
        return self.content.add_spans(
            [Styled(self._column(span.start), self._column(span.end), span.style) for span in inside]
        )

    def _column(self, offset: int) -> int:
        """Where the code point of the article at `offset`, or the nearest in the line, is drawn in it."""
        nearest = min(max(offset, self.start), self.end)
        return nearest - self.start + sum(gap.cells for gap in self.gaps if gap.offset < nearest)


class Page:
    """The lines of one article; made anew for another width or other reading help."""

    def __init__(self, article: Article, width: int, help_line: str = "", helped: int = 0) -> None:
        """The reading help, if any, stands below the line with the last code point before `helped`."""
        self.width = width
        self._text = printable_line(article.text)
        title = self._wrapped(printable_line(article.title), "title")
        file = self._wrapped(printable_line(article.name), "file")
        head = [*(Line(line.content) for line in (*title, *file)), Line(Content())]
        body = list(self._body(article))
        below = bisect_right(body, helped - 1, key=_start)
        helping = (line._replace(start=helped, end=helped) for line in self._wrapped(help_line, "help"))
        self.lines = [*head, *body[:below], *helping, *body[below:]]

    def line_at(self, offset: int) -> int:
        """The number of the line that shows code point `offset` of the article."""
        return max(0, bisect_right(self.lines, offset, key=_start) - 1)

    def offset_at(self, number: int) -> int | None:
        """The code point of the article that the line of that number starts with, or None above its text."""
        return self.lines[number].start if number < len(self.lines) and self.lines[number].start >= 0 else None

    def _body(self, article: Article) -> Iterator[Line]:
        gaps: dict[int, tuple[Gap, ...]] = {}
        for _, table in groupby(article.blocks, key=lambda block: block.row and block.row.table):
            gaps |= column_gaps(article.text, [block for block in table if block.row], self.width)
        for position, block in enumerate(article.blocks):
            before = article.blocks[position - 1] if position else None
            if before and not (block.row and before.row and block.row.table == before.row.table):
                yield Line(Content(), before.end, before.end)
            start, end = shown_span(article, block)
            if start in gaps:
                yield self._row(block, gaps[start])
                continue
            for line in self._wrapped(self._text[start:end], "heading" if block.is_heading else "paragraph"):
                yield line._replace(start=start + line.start, end=start + line.end)

    def _wrapped(self, text: str, kind: str) -> Iterator[Line]:
        """The lines of a text, each with its place in it; white space between them belongs to none."""
        end = 0
        for content in Content(text).wrap(self.width):
            line = content.plain.rstrip()
            if line:
                start = text.index(line, end)
                end = start + len(line)
                yield Line(Content.styled(line, f".article--{kind}"), start, end)

    def _row(self, block: Block, gaps: tuple[Gap, ...]) -> Line:
        text = self._text[block.start : block.end]
        for gap in reversed(gaps):
            place = gap.offset - block.start
            text = f"{text[:place]}{' ' * gap.cells}{text[place:]}"
        return Line(Content.styled(text, ".article--paragraph"), block.start, block.end, gaps)


def column_gaps(text: str, rows: Sequence[Block], width: int) -> dict[int, tuple[Gap, ...]]:
    """The gaps of each row of a table, where all rows fit into `width` cells with them; none where they do not.

    A gap comes before the last sign that separates two cells: of several tabs all others belong to the cell before.
    """
    is_even = len({len(cell_edges(text[row.start : row.end])) for row in rows}) == 1
    signs = [
        [row.start + end - 1 for _, end in cell_edges(text[row.start : row.end], aligned=not is_even)] for row in rows
    ]
    cells = [
        [
            cell_len(printable_line(text[start:end]))
            for start, end in zip([row.start, *(sign + 1 for sign in own)], [*own, row.end], strict=True)
        ]
        for row, own in zip(rows, signs, strict=True)
    ]
    widths = [max(column) for column in zip_longest(*cells, fillvalue=0)]
    if sum(widths) + len(widths) - 1 > width:
        return {}
    return {
        row.start: tuple(Gap(*gap) for gap in zip(own, map(sub, widths, taken), strict=False))
        for row, own, taken in zip(rows, signs, cells, strict=True)
    }


def shown_span(article: Article, block: Block) -> Span:
    """The slice of a block that is shown: of a heading in Markdown not the signs around it."""
    return block.label_span(article.text) if block.is_heading else (block.start, block.end)


def find(query: str, article: Article) -> tuple[Span, ...]:
    """The places of `query` in an article, in order and without overlap, in code points.

    Only headings and paragraphs are searched, as far as they are shown: a hit is always on the page, within one block.
    The query is taken to the letter; white space in it stands for any white space.
    """
    words = [re.sub(_ACCENTS, "", folded(word)) for word in query.split()]
    patterns = ["".join(re.escape(letter) + _ACCENTS for letter in word) for word in words if word]
    if not patterns:
        return ()
    pattern = re.compile(r"\s+".join(patterns))
    text = folded(article.text)
    spans = (shown_span(article, block) for block in article.blocks)
    return tuple(hit.span() for span in spans for hit in pattern.finditer(text, *span))


@lru_cache(maxsize=8)
def folded(text: str) -> str:
    """A text as it is compared, each code point in its place: without case, accents and the quotes of books."""
    return "".join(map(_fold, text))


@cache
def _fold(character: str) -> str:
    """What a character is compared as, or its first letter where it is a ligature."""
    return unicodedata.normalize("NFKD", character.translate(_AS_TYPED).casefold())[0]
