"""An article: one text of the corpus, with its title and the blocks that it is made of."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Protocol

from chatbot.articles.blocks import LONGEST_HEADING, Block, split_blocks
from chatbot.articles.markdown import blank_markup
from chatbot.text.language import Language, detect_article_language

TITLE_WORD_LIMIT = 14
"""A first line of more words than this is running text, not a title."""

MARKDOWN_SUFFIXES = (".md", ".html", ".htm", ".docx", ".epub")
"""The endings, in lower case, of the files whose text has Markdown's signs, if only because their reader puts them."""

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<fields>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE_FIELD = re.compile(r"^title:[ \t]*+(?P<title>\S.*)$", re.MULTILINE | re.IGNORECASE)


class Parse(Protocol):
    """Makes an article of the name of its file and what the file holds."""

    def __call__(
        self,
        name: str,
        text: str,
        encoding: str | None = "utf-8",
        *,
        given_title: str | None = None,
        page_starts: tuple[int, ...] = (),
    ) -> Article:
        """The article."""
        ...


@dataclass(frozen=True, slots=True)
class Article:
    """A text with a title; `text` is what every offset of the project points into.

    `plain` is the text as its words are looked for: of the same length, with spaces for what is only Markdown's.
    `name` is the file's path below the corpus folder, with forward slashes. The blocks are the
    headings and paragraphs after the title, in the order of the text. `encoding` is the Python codec
    that the file was decoded with, or None for a format that has none. `page_starts` holds the offset
    of each page, and is empty where there are no pages. `given_title` is the one that the file's format tells, if any.
    """

    name: str
    title: str
    text: str
    plain: str
    language: Language
    blocks: tuple[Block, ...]
    encoding: str | None
    page_starts: tuple[int, ...] = ()
    given_title: str | None = None

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
        return bisect_right(self.page_starts, offset) or None


def parse_article(
    name: str,
    text: str,
    encoding: str | None = "utf-8",
    *,
    given_title: str | None = None,
    page_starts: tuple[int, ...] = (),
) -> Article:
    """The article in `text`: its blocks and its title, which is taken from the text where none is given."""
    # A byte order mark is part of the text that offsets point into, but of no block.
    top = 1 if text.startswith("\ufeff") else 0
    front_matter = _FRONT_MATTER.match(text, top)
    body = front_matter.end() if front_matter else top
    blocks = split_blocks(text, body, markdown=has_markdown(name))
    title = given_title
    if front_matter and not title:
        title = _front_matter_title(front_matter["fields"] or "")
    opening = blocks[0].label(text) if blocks and _opens_with_title(blocks) else None
    # A book's first heading is that of a chapter, where a text's own is mostly its title in other words.
    if opening and (given_title is None or opening == given_title):
        title = title or opening
        blocks = _without_title(blocks)
    return Article(
        name=name,
        title=title or readable_file_name(name),
        text=text,
        plain=plain_text(name, text),
        language=detect_article_language(text[body:]),
        blocks=blocks,
        encoding=encoding,
        page_starts=page_starts,
        given_title=given_title,
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
