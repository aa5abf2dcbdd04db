"""Quoted e-mails: the line that says who wrote what an e-mail quotes is the heading of that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from chatbot.articles.blocks import Block, heading_label

_ATTRIBUTION = re.compile(
    r"(?:Op|On)\s.{5,120}(?:\n.{1,120})?\b(?:schreef|wrote)\b.{0,100}:(?=\s*(?:>|\Z))", re.IGNORECASE
)
"""What programs write above a quotation: "On Mon, 4 Mar 2024 at 16:20, Jo <jo@post.example> wrote:"."""


def with_attributions(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with such lines as headings, and under them what is quoted, the lines that begin with ">"."""
    section: str | None = None
    for block in blocks:
        found = None if block.is_heading else _ATTRIBUTION.match(text, block.start, block.end)
        if found:
            section = heading_label(found.group())
            yield Block(block.start, found.end(), True, len(section.split()), section)
            quoted = text[found.end() : block.end]
            if quoted.strip():
                start = block.end - len(quoted.lstrip())
                yield replace(block, start=start, words=len(quoted.split()), section=section)
            continue
        if not text.startswith(">", block.start):
            section = None
        yield block.under(section) if section else block
