"""Headings, paragraphs and rows of tables: how the lines of a text group into blocks.

Plain text marks headings by nothing but their looks, and some writers end a paragraph with a
blank line, some with a single line end, and some break lines in the middle of a sentence. The
rules here read all three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from chatbot.articles.markdown import without_markup
from chatbot.articles.table_rows import has_columns
from chatbot.articles.tables import Row, find_tables
from chatbot.text.spans import Span

HEADING_WORD_LIMIT = 10
"""The most words that a line of plain text may have to be taken for a heading."""

NUMBERED_HEADING_WORD_LIMIT = 24
"""The same for a numbered line that ends in a question mark, as in a list of questions."""

BARE_HEADING_WORD_LIMIT = 6
"""The most words of a heading that has no text of its own, only another heading below it."""

LONGEST_HEADING = 300
"""The most code points of a heading: a longer line is text, whatever it looks like."""

WRAP_COLUMNS = 100
"""Lines broken in the middle of a sentence are taken to be at most this many code points long."""

NARROWEST_WRAP_COLUMNS = 60
"""A line that had room for the next word within this many code points was ended on purpose."""

_LINE = re.compile(r"\S(?:.*\S)?")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]++[ \t#]*+\S")
_LIST_ITEM = re.compile(r"(?:[*•‣–—-]|\d{1,3}[.)])[ \t]+\S")
_NUMBERED_QUESTION = re.compile(r"\d{1,3}[.)][ \t]+\S.*\?$")
_SENTENCE_END = re.compile(r"[.!?;:,…][\"'”’»)\]]*$")
_BULLET = re.compile(r"[*•‣–—-][ \t]")
_WORD_START = re.compile(r"[\"'“‘„«(]*[^\W_]")


class Block(Struct, frozen=True, array_like=True):
    """A heading, a paragraph or a row of a table: the slice `text[start:end]` of its article, in code points.

    `section` is the label of the heading that it stands under (a heading stands under itself),
    `words` its number of words. `row` is None but for the row of a table.
    """

    start: int
    end: int
    is_heading: bool
    words: int
    section: str | None = None
    row: Row | None = None

    def label(self, text: str) -> str:
        """The block as a reader would name it: without Markdown's signs, on one line."""
        return heading_label(text[self.start : self.end])

    def under(self, section: str | None) -> Block:
        """The same block under another section."""
        return replace(self, section=section)


def heading_label(line: str) -> str:
    """The words of a heading, without Markdown's signs where its `#` makes it one, and with single spaces."""
    if _is_marked(line):
        line = without_markup(line.lstrip("#").rstrip().rstrip("#"))
    return " ".join(line.split())


def split_blocks(text: str, start: int = 0, *, markdown: bool = False) -> tuple[Block, ...]:
    """The blocks of `text` from offset `start` on, in order, with their sections."""
    candidates = list(_candidates(text, start, markdown=markdown))
    return tuple(_with_sections(text, _settle_headings(text, candidates)))


def _candidates(text: str, start: int, *, markdown: bool) -> Iterator[Block]:
    """What looks like a heading, the paragraphs and the rows of tables."""
    for table in (*find_tables(text, start), None):
        for first, last in _lines(text, start, table.start if table else len(text), markdown=markdown):
            yield _block(text, first, last, markdown=markdown)
        if table:
            for first, last in table.rows:
                words = len(text[first:last].split())
                yield Block(first, last, is_heading=False, words=words, row=Row(table.start, table.header))
            start = table.end


def _lines(text: str, start: int, stop: int, *, markdown: bool) -> Iterator[Span]:
    """The spans of paragraphs and headings, without the white space around them.

    A blank line ends a block; a line end does too, unless the next line goes on with the sentence.
    """
    block: Span | None = None
    line: Span | None = None
    for found in _LINE.finditer(text, start, stop):
        following = found.span()
        if (
            block
            and line
            and text.count("\n", line[1], following[0]) == 1
            and _continues(text[slice(*line)], text[slice(*following)], markdown=markdown)
        ):
            block = block[0], following[1]
        else:
            if block:
                yield block
            block = following
        line = following
    if block:
        yield block


def _continues(line: str, following: str, *, markdown: bool) -> bool:
    """Whether `following` goes on with the paragraph that `line` is in."""
    if _is_marked(line) or _is_marked(following) or _LIST_ITEM.match(following):
        return False
    if markdown:
        return True
    if len(line) > WRAP_COLUMNS or len(following) > WRAP_COLUMNS:
        return False
    first_word = following.split(maxsplit=1)[0]
    return following[0].islower() or len(line) + 1 + len(first_word) > NARROWEST_WRAP_COLUMNS


def _block(text: str, start: int, end: int, *, markdown: bool) -> Block:
    line = text[start:end]
    return Block(start, end, _looks_like_heading(line, markdown=markdown), len(line.split()))


def _is_marked(line: str) -> bool:
    """Whether Markdown's `#` signs make a heading of the line."""
    return _MARKDOWN_HEADING.match(line) is not None


def _looks_like_heading(line: str, *, markdown: bool) -> bool:
    if len(line) > LONGEST_HEADING:
        return False
    if _is_marked(line):
        return True
    if markdown or "\n" in line or _BULLET.match(line) or has_columns(line) or not _WORD_START.match(line):
        return False
    words = len(line.split())
    if _NUMBERED_QUESTION.match(line):
        return words <= NUMBERED_HEADING_WORD_LIMIT
    if words > HEADING_WORD_LIMIT or line.lstrip("\"'“‘„«(")[0].islower():
        return False
    return line.endswith("?") or not _SENTENCE_END.search(line)


def _settle_headings(text: str, blocks: list[Block]) -> Iterator[Block]:
    """Keep as headings those that head something; a line that heads nothing is text.

    Lists lose their marks in plain text, and their items look like headings: an item is told by
    its having no text below it and more words than a heading above a heading has.
    """
    for position, block in enumerate(blocks):
        following = blocks[position + 1] if position + 1 < len(blocks) else None
        if block.is_heading and not _is_marked(text[block.start : block.end]):
            heads_text = following is not None and not following.is_heading
            heads_heading = following is not None and block.words <= BARE_HEADING_WORD_LIMIT
            if not (heads_text or heads_heading):
                yield replace(block, is_heading=False)
                continue
        yield block


def _with_sections(text: str, blocks: Iterator[Block]) -> Iterator[Block]:
    section: str | None = None
    for block in blocks:
        if block.is_heading:
            section = block.label(text)
        yield block.under(section)
