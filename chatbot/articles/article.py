"""An article: one text of the corpus, with its title and the blocks that it is made of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from chatbot.articles.blocks import LONGEST_HEADING, Block, split_blocks
from chatbot.articles.markdown import blank_markup
from chatbot.articles.source_text import SourceText
from chatbot.text.language import Language, detect_article_language

TITLE_WORD_LIMIT = 14
"""A first line of more words than this is running text, not a title."""

MARKDOWN_SUFFIXES = (".md", ".html", ".htm", ".docx", ".epub")
"""The endings, in lower case, of the files whose text has Markdown's signs, if only because their reader puts them."""

PLAIN_TEXTS = 16
"""Texts with Markdown's signs that are kept without them too: one after another is asked for, each many times."""

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<fields>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE_FIELD = re.compile(r"^title:[ \t]*+(?P<title>\S.*)$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Article:
    """A text with a title; `text` is what every offset of the project points into.

    `name` is the file's path below the corpus folder, with forward slashes, and `source` what was read from the file;
    `key` is the `article_key` of both. The blocks are the headings and paragraphs after the title, in the order of the
    text; it `has_text` if any is a paragraph.
    """

    name: str
    source: SourceText
    key: str
    title: str
    language: Language
    has_text: bool
    blocks: Sequence[Block]

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.source.text

    @property
    def plain(self) -> str:
        """The text as its words are looked for: of the same length, with spaces for what is only Markdown's."""
        return _without_signs(self.text) if has_markdown(self.name) else self.text

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
        key=article_key(name, source),
        title=title or readable_file_name(name),
        language=detect_article_language(text[body:]),
        has_text=not all(block.is_heading for block in blocks),
        blocks=blocks,
    )


def article_key(name: str, source: SourceText) -> str:
    """What tells an article from all others: 32 hexadecimal digits of its name, its text and the title it was given."""
    lengths = f"{len(name)} {len(source.title) if source.title is not None else '-'}"
    content = f"{lengths} {name}{source.title or ''}{source.text}".encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=16).hexdigest()


def has_markdown(name: str) -> bool:
    """Whether the text of a file of that name has Markdown's signs."""
    return name.lower().endswith(MARKDOWN_SUFFIXES)


def readable_file_name(name: str) -> str:
    """The file name as a title: no folder, no extension, separators as spaces, a capital first."""
    stem = name.rsplit("/", 1)[-1]
    stem = re.sub(r"\.(?:txt|md|html?|pdf|docx|epub)$", "", stem, flags=re.IGNORECASE)
    words = re.sub(r"[-_\s]+", " ", stem).strip()
    return words[:1].upper() + words[1:] or name


_without_signs = lru_cache(PLAIN_TEXTS)(blank_markup)


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
