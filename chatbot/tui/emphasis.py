"""Emphasis: what Markdown sets in bold or italics, shown so, its signs dimmed in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textual.content import Span

_EMPHASIS = re.compile(
    r"(?<![\w\\*])(?P<sign>\*{1,3}|_{1,2}|`)(?=[^\s*_`])(?P<text>.{1,500}?)(?<=\S)(?P=sign)(?![\w*])", re.DOTALL
)
"""Signs stand against what they are about and not within a word: in 2 * 3 * 4 and a_b_c they are no emphasis.

That it is no longer than 500 code points keeps signs that are never closed from being looked for to the end each.
"""

_STYLES = {
    "`": (".article--code",),
    "*": (".article--emphasis",),
    "_": (".article--emphasis",),
    "**": (".article--strong",),
    "__": (".article--strong",),
    "***": (".article--strong", ".article--emphasis"),
}


def emphasis(text: str, start: int, end: int) -> Iterator[Span]:
    """The emphasis in a slice of a text in Markdown, and the signs of it, with their styles."""
    for found in _EMPHASIS.finditer(text, start, end):
        first, last = found.span("text")
        yield Span(found.start(), first, ".article--sign")
        yield from (Span(first, last, style) for style in _STYLES[found["sign"]])
        yield Span(last, found.end(), ".article--sign")
        if found["sign"] != "`":
            yield from emphasis(text, first, last)
