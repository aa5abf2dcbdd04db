"""A page: an article laid out as lines of a certain width, each of which knows where it stands in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from chatbot.text.printable import printable_line
from chatbot.tui.wrap import wrap

if TYPE_CHECKING:
    from chatbot.articles.article import Article
    from chatbot.articles.blocks import Block
    from chatbot.text.spans import Span


class Kind(Enum):
    """What a line is part of; the values end the names of component classes."""

    TITLE = "title"
    FILE = "file"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


class Line(NamedTuple):
    """A line: a slice of the title, of the file name or, in headings and paragraphs, of the article.

    A blank line is an empty slice that starts where the line above it ends.
    """

    kind: Kind
    start: int
    end: int


class Page:
    """The lines of one article; made anew for another width."""

    def __init__(self, article: Article, width: int) -> None:
        self.width = width
        self._sources = {
            Kind.TITLE: printable_line(article.title),
            Kind.FILE: printable_line(article.name),
            Kind.HEADING: printable_line(article.text),
        }
        self._sources[Kind.PARAGRAPH] = self._sources[Kind.HEADING]
        top = [*self._wrap(Kind.TITLE), *self._wrap(Kind.FILE), Line(Kind.FILE, 0, 0)]
        self._first_of_text = len(top)
        self.lines = [*top, *self._body(article)]
        self._starts = [line.start for line in self.lines[self._first_of_text :]]

    def text(self, line: Line) -> str:
        """The text of a line, safe to draw."""
        return self._sources[line.kind][line.start : line.end]

    def line_at(self, offset: int) -> int:
        """The number of the line that shows code point `offset` of the article."""
        return self._first_of_text + max(0, bisect_right(self._starts, offset) - 1)

    def offset_at(self, number: int) -> int | None:
        """The code point of the article that the line of that number starts with, or None above its text."""
        below = number - self._first_of_text
        return self._starts[below] if 0 <= below < len(self._starts) else None

    def _body(self, article: Article) -> Iterator[Line]:
        for position, block in enumerate(article.blocks):
            if position:
                end = article.blocks[position - 1].end
                yield Line(Kind.PARAGRAPH, end, end)
            kind = Kind.HEADING if block.is_heading else Kind.PARAGRAPH
            yield from self._wrap(kind, *shown_span(article, block))

    def _wrap(self, kind: Kind, start: int = 0, end: int | None = None) -> Iterator[Line]:
        source = self._sources[kind]
        for span in wrap(source, start, len(source) if end is None else end, self.width):
            yield Line(kind, *span)


def shown_span(article: Article, block: Block) -> Span:
    """The slice of a block that is shown: of a heading in Markdown not the signs around it."""
    return block.label_span(article.text) if block.is_heading else (block.start, block.end)
