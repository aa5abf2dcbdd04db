"""Emphasis: what Markdown sets in bold or italics, shown so, its signs dimmed in their places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from chatbot.tui.marks import Mark, Role
from chatbot.tui.page import shown_span

if TYPE_CHECKING:
    from chatbot.articles.article import Article

_EMPHASIS = re.compile(
    r"(?<![\w\\*])(?P<sign>\*{1,3}|_{1,2}|`)(?=[^\s*_`])(?P<text>.{1,500}?)(?<=\S)(?P=sign)(?![\w*])", re.DOTALL
)
"""Signs stand against what they are about and not within a word: in 2 * 3 * 4 and a_b_c they are no emphasis.

That it is no longer than 500 code points keeps signs that are never closed from being looked for to the end each.
"""

_ROLES = {
    "`": (Role.CODE,),
    "*": (Role.EMPHASIS,),
    "_": (Role.EMPHASIS,),
    "**": (Role.STRONG,),
    "__": (Role.STRONG,),
    "***": (Role.STRONG, Role.EMPHASIS),
}


class Emphasis:
    """The emphasis in one article, by block; none in plain text, where the signs are only signs."""

    def __init__(self, article: Article) -> None:
        spans = [shown_span(article, block) for block in article.blocks]
        self._ends = [end for _, end in spans]
        self._marks = [tuple(_marks(article.text, *span)) if article.source.is_markdown else () for span in spans]

    def marks(self, end: int) -> Sequence[Mark]:
        """The marks of the block that a slice which ends at `end` (code points) is part of."""
        block = bisect_left(self._ends, end)
        return self._marks[block] if block < len(self._marks) else ()


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    for found in _EMPHASIS.finditer(text, start, end):
        first, last = found.span("text")
        yield Mark(found.start(), first, Role.SIGN)
        yield from (Mark(first, last, role) for role in _ROLES[found["sign"]])
        yield Mark(last, found.end(), Role.SIGN)
        if found["sign"] != "`":
            yield from _marks(text, first, last)
