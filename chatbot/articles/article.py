"""An article: one text of the corpus, with its title and the blocks that it is made of."""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise, takewhile
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from chatbot.articles.blocks import Block, looks_like_title, split_blocks
from chatbot.articles.database_export import export_head
from chatbot.articles.metadata import Head, Metadata, author_name, front_matter, iso_date
from chatbot.articles.source_text import SourceText
from chatbot.articles.tables import Row
from chatbot.articles.text_head import TITLE_WORD_LIMIT, text_head
from chatbot.text.language import detect_article_language
from chatbot.text.language_code import Language
from chatbot.text.printable import printable_line
from chatbot.text.sentences import blank_note_marks, sentence_spans
from chatbot.text.spans import Span

MADE_UP_TITLE_LENGTH = 60  # the most code points of a title that is made of the first words of an article

FEWEST_LETTERS = 4
"""A file name with fewer letters in words is not made of words: a camera's is "IMG_1234"."""

MOST_CHANGES = 3  # a part of a file name in which letters and digits alternate more often is a code

_ENDING = re.compile(r"\.[A-Za-z]{2,8}(?:#\d+)?$")
_LIST_MARK = re.compile(r"^(?:[*•‣–—-]|\d{1,3}[.)])\s+")
_SEPARATORS = re.compile(r"[-_.\s]+")
_FILE_NAME_WORD = re.compile(r"(?=.*[aeiouyà-ÿ])[^\W\d_]{3,}", re.IGNORECASE)


class Article(Struct, frozen=True, dict=True):
    """A text with a title; `text` is what every offset of the project points into.

    `name` is the file's path below the corpus folder, with forward slashes, and `source` what was read from the file:
    of several articles in one file, the second is "export.txt#2", and its source its slice of the file's text.
    `has_own_title` says that the title is the article's own, not made of its file name or its first words. `author` and
    `date` are those that its head, its format or its file name tells (see `Metadata`). The blocks are the headings,
    paragraphs and rows of tables after the title and the head, in the order of the text.
    """

    name: str
    source: SourceText
    title: str
    has_own_title: bool
    language: Language
    blocks: tuple[Block, ...]
    author: str | None = None
    date: str | None = None

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.source.text

    @cached_property
    def plain(self) -> str:
        """The text in which words are searched: of the same length, without the marks of notes."""
        return blank_note_marks(self.text)

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())

    @property
    def encoding(self) -> str | None:
        """The Python codec that the file was decoded with, or None for a format that has none."""
        return self.source.encoding

    @property
    def byline(self) -> str:
        """Who wrote the article, and when, as far as that is known."""
        return " · ".join(filter(None, (self.author, self.date)))

    def row_at(self, offset: int) -> Row | None:
        """The row of a table that `offset` (code points) is in, or None where it is in none."""
        following = bisect_right(self.blocks, offset, key=lambda block: block.start)
        return self.blocks[following - 1].row if following else None

    def header_at(self, offset: int) -> Span | None:
        """The row (code points) that names the columns of the row of a table at `offset`, which is another one."""
        row = self.row_at(offset)
        return row.header if row and row.header and row.header[0] < offset else None

    def table_header(self, offset: int) -> str | None:
        """The text of that row; empty for a row without one, and None where `offset` is in no row."""
        header = self.header_at(offset) or (0, 0)
        return self.text[slice(*header)] if self.row_at(offset) else None

    def page_at(self, offset: int) -> int | None:
        """The number of the page that `offset` is on, from 1, or None where there are no pages."""
        return bisect_right(self.source.page_starts, offset) or None

    def page_label_at(self, offset: int) -> str | None:
        """What the page that `offset` is on is called, such as "iv", or None where there are no pages."""
        page = self.page_at(offset)
        return (self.source.page_labels[page - 1] if self.source.page_labels else str(page)) if page else None


def parse_article(name: str, source: SourceText) -> Article:
    """The article in a text: its blocks, its language, its title and what else is told of it."""
    text = source.text
    # A byte order mark is part of the text that offsets point into, but of no block.
    top = 1 if text.startswith("\ufeff") else 0
    head = export_head(text, top) or front_matter(text, top) or text_head(text, top) or Head(top, Metadata())
    told, body, end = head.metadata, head.end, head.body_end
    blocks = split_blocks(text[:end], body, markdown=source.is_markdown)
    title = source.title or told.title
    opening = _opening(source, blocks)
    # A book's first heading is that of a chapter, where a text's own is mostly its title.
    if opening and title in (None, opening):
        title = opening
        blocks = _without_title(blocks)
    return Article(
        name=name,
        source=source,
        title=title or _made_up_title(name, source, blocks),
        has_own_title=bool(title),
        language=detect_article_language(text[body:end]),
        blocks=blocks,
        # What somebody wrote at the top, or in the name of the file, says more than the properties of a document.
        author=told.author or author_name(source.author or ""),
        date=told.date or iso_date(PurePosixPath(name).name) or source.date,
    )


def _made_up_title(name: str, source: SourceText, blocks: Sequence[Block]) -> str:
    """A title for an article without one: its file name if that is made of words, else its first words."""
    stem = _ENDING.sub("", name.rsplit("/", 1)[-1])
    words = _SEPARATORS.sub(" ", printable_line(stem)).strip()
    paragraph = next((block for block in blocks if not block.is_heading), None)
    if paragraph is None or _is_made_of_words(words):
        return words[:1].upper() + words[1:] or printable_line(name)
    start, end = next(sentence_spans(source.text, paragraph.start, paragraph.end))
    sentence = _LIST_MARK.sub("", source.text[start:end])
    first, *others = textwrap.wrap(sentence, MADE_UP_TITLE_LENGTH - 1) or [""]
    return first.rstrip(" ,;:–-") + "…" if others else first


def _is_made_of_words(file_name: str) -> bool:
    """Whether a reader would take the name for words: "notulen 2024", but not "IMG 1234" or "000 e2e4897f0e12"."""
    parts = file_name.split()
    letters = sum(len(part) for part in parts if _FILE_NAME_WORD.fullmatch(part))
    return letters >= FEWEST_LETTERS and not any(map(_is_code, parts))


def _is_code(part: str) -> bool:
    """Whether letters and digits alternate as in a hash, and not as in "covid19" or "20240305T1200"."""
    changes = sum(before.isdigit() != after.isdigit() for before, after in pairwise(part))
    return changes > MOST_CHANGES


def _opening(source: SourceText, blocks: tuple[Block, ...]) -> str | None:
    """The first line of a text, where that may be its title."""
    if not blocks or blocks[0].row or blocks[0].words > TITLE_WORD_LIMIT:
        return None
    first = blocks[0]
    text = source.text
    is_title = first.is_heading or (len(blocks) > 1 and not source.is_markdown and looks_like_title(text, first))
    return first.label(text) if is_title else None


def _without_title(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without the title, where that is a heading; what stood under it alone stands under no section."""
    first, *rest = blocks
    if not first.is_heading or not rest:
        return blocks
    under_it = list(takewhile(lambda block: not block.is_heading, rest))
    return (*(replace(block, section=None) for block in under_it), *rest[len(under_it) :])
