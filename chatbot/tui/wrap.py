"""Wrapping: the spans of a text that make lines of at most so many terminal cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

from chatbot.text.spans import Span

NARROWEST = 2
"""The fewest cells that a line may have: the room that one wide character takes."""

_WORD = re.compile(r"[^ ]+")
_ONE_CELL_EACH = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u02ff‘’‚“”„–—…€•]*")


def wrap(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """The lines of `text[start:end]`, in code points, none wider than `width` cells.

    Lines break at spaces, which belong to no line; only a word that is wider than a whole line is
    broken itself. The text must have gone through `printable_line`.
    """
    width = max(width, NARROWEST)
    if _ONE_CELL_EACH.fullmatch(text, start, end):
        yield from _wrap_narrow(text, start, end, width)
    else:
        yield from _wrap_any(text, start, end, width)


def _wrap_narrow(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """Lines of a text in which every code point takes one cell: no need to measure words."""
    while start < end:
        if text[start] == " ":
            start += 1
            continue
        room = start + width
        stop = end if room >= end else text.rfind(" ", start, room + 1)
        if stop < 0:
            stop = room
        following = stop
        while text[stop - 1] == " ":
            stop -= 1
        yield start, stop
        start = following


def _wrap_any(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """Lines of a text that may hold wide characters and characters that combine with others."""
    line: Span | None = None
    for word in _WORD.finditer(text, start, end):
        if line and cell_len(text[line[0] : word.end()]) <= width:
            line = line[0], word.end()
            continue
        if cell_len(word[0]) <= width:
            if line:
                yield line
            line = word.span()
            continue
        *full, line = _break_word(text, line, word.span(), width)
        yield from full
    if line:
        yield line


def _break_word(text: str, line: Span | None, word: Span, width: int) -> Iterator[Span]:
    """The lines of a word wider than a line, which goes on where the line before it has room left."""
    graphemes, _cells = split_graphemes(text[slice(*word)])
    for first, last, _width in graphemes:
        first, last = word[0] + first, word[0] + last
        if line and cell_len(text[line[0] : last]) <= width:
            line = line[0], last
            continue
        if line:
            yield line
        line = first, last
    if line:
        yield line
