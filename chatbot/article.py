"""An article: one text of the corpus, with its title and the blocks that it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from chatbot.blocks import Block, split_blocks
from chatbot.language import Language, detect_article_language

TITLE_WORD_LIMIT = 14
"""A first line of more words than this is running text, not a title."""

Parse = Callable[[str, str], "Article"]
"""Makes an article of its name and text."""

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<fields>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE_FIELD = re.compile(r"^title:[ \t]*(?P<title>\S.*?)[ \t]*$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Article:
    """A text with a title; `text` is what every offset of the project points into.

    `name` is the file's path below the corpus folder, with forward slashes. The blocks are the
    headings and paragraphs after the title, in the order of the text.
    """

    name: str
    title: str
    text: str
    language: Language
    blocks: tuple[Block, ...]

    def section_at(self, offset: int) -> str | None:
        """The heading above `offset` (code points), or None where none stands above it."""
        section = None
        for block in self.blocks:
            if block.start > offset:
                break
            section = block.section
        return section


def parse_article(name: str, text: str) -> Article:
    """The article in `text`: its title, taken from the text where it has one, and its blocks."""
    # A byte order mark is part of the text that offsets point into, but of no block.
    top = 1 if text.startswith("\ufeff") else 0
    front_matter = _FRONT_MATTER.match(text, top)
    body = front_matter.end() if front_matter else top
    blocks = split_blocks(text, body, markdown=name.lower().endswith(".md"))
    title = _front_matter_title(front_matter["fields"] or "") if front_matter else None
    if blocks and _opens_with_title(blocks):
        title = title or blocks[0].label(text)
        blocks = _without_title(blocks)
    return Article(
        name=name,
        title=title or readable_file_name(name),
        text=text,
        language=detect_article_language(text[body:]),
        blocks=blocks,
    )


def readable_file_name(name: str) -> str:
    """The file name as a title: no folder, no extension, separators as spaces, a capital first."""
    stem = name.rsplit("/", 1)[-1]
    stem = re.sub(r"\.(?:txt|md)$", "", stem, flags=re.IGNORECASE)
    words = re.sub(r"[-_\s]+", " ", stem).strip()
    return words[:1].upper() + words[1:] or name


def _front_matter_title(fields: str) -> str | None:
    found = _TITLE_FIELD.search(fields)
    if not found:
        return None
    title = found["title"]
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
