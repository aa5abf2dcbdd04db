"""An article: one text of the corpus, with its title and the blocks that it is made of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from chatbot.articles.blocks import LONGEST_HEADING, Block, split_blocks
from chatbot.articles.markdown import blank_markup
from chatbot.articles.source_text import SourceText
from chatbot.text.language import Language, detect_article_language

TITLE_WORD_LIMIT = 14
"""A first line of more words than this is running text, not a title."""

MARKDOWN_SUFFIXES = (".md", ".html", ".htm", ".docx", ".epub")
"""The endings, in lower case, of the files whose text has Markdown's signs, if only because their reader puts them."""

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<fields>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE_FIELD = re.compile(r"^title:[ \t]*+(?P<title>\S.*)$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Article:
    """A text with a title; `text` is what every offset of the project points into.

    `name` is the file's path below the corpus folder, with forward slashes, and `source` what was read from the file.
    `plain` is the text as its words are looked for: of the same length, with spaces for what is only Markdown's.
    The blocks are the headings and paragraphs after the title, in the order of the text.
    """

    name: str
    source: SourceText
    title: str
    plain: str
    language: Language
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.source.text

    @property
    def encoding(self) -> str | None:
        """The Python codec that the file was decoded with, or None for a format that has none."""
        return self.source.encoding

    def section_at(self, offset: int) -> str | None:
        """The heading above `offset` (code points), or None where none stands above it."""
        section = None
        for block in self.blocks:
            if block.start > offset:
                break
            section = block.section
        return section

    def page_at(self, offset: int) -> int | None:
        """The number of the page that `offset` is on, from 1, or None where there are no pages."""
        return bisect_right(self.source.page_starts, offset) or None


Parse = Callable[[str, SourceText], Article]
"""Makes an article of the name of its file and what was read from that."""


def parse_article(name: str, source: SourceText) -> Article:
    """The article in a text: its blocks and its title, which is taken from the text where the file tells none."""
    text = source.text
    # A byte order mark is part of the text that offsets point into, but of no block.
    top = 1 if text.startswith("\ufeff") else 0
    front_matter = _FRONT_MATTER.match(text, top)
    body = front_matter.end() if front_matter else top
    blocks = split_blocks(text, body, markdown=has_markdown(name))
    title = source.title
    if front_matter and not title:
        title = _front_matter_title(front_matter["fields"] or "")
    opening = blocks[0].label(text) if blocks and _opens_with_title(blocks) else None
    # A book's first heading is that of a chapter, where a text's own is mostly its title in other words.
    if opening and (source.title is None or opening == source.title):
        title = title or opening
        blocks = _without_title(blocks)
    return Article(
        name=name,
        source=source,
        title=title or readable_file_name(name),
        plain=plain_text(name, text),
        language=detect_article_language(text[body:]),
        blocks=blocks,
    )


def plain_text(name: str, text: str) -> str:
    """The text as its words are looked for, of the same length."""
    return blank_markup(text) if has_markdown(name) else text


def has_markdown(name: str) -> bool:
    """Whether the text of a file of that name has Markdown's signs."""
    return name.lower().endswith(MARKDOWN_SUFFIXES)


def readable_file_name(name: str) -> str:
    """The file name as a title: no folder, no extension, separators as spaces, a capital first."""
    stem = name.rsplit("/", 1)[-1]
    stem = re.sub(r"\.(?:txt|md|html?|pdf|docx|epub)$", "", stem, flags=re.IGNORECASE)
    words = re.sub(r"[-_\s]+", " ", stem).strip()
    return words[:1].upper() + words[1:] or name


def _front_matter_title(fields: str) -> str | None:
    found = _TITLE_FIELD.search(fields)
    if not found:
        return None
    title = found["title"].strip()
    if len(title) > LONGEST_HEADING:
        return None
    if len(title) > 1 and title[0] == title[-1] and title[0] in "\"'":
        title = title[1:-1]
    return title.strip() or None


def _opens_with_title(blocks: tuple[Block, ...]) -> bool:
    first = blocks[0]
    return first.is_heading and len(blocks) > 1 and first.words <= TITLE_WORD_LIMIT


def _without_title(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks after the title; what stood under the title alone stands under no section."""
    _, *rest = blocks
    untitled: list[Block] = []
    for block in rest:
        if block.is_heading:
            untitled.extend(rest[len(untitled) :])
            break
        untitled.append(block.under(None))
    return tuple(untitled)
