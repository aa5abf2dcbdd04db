"""Markdown: what of its signs is no word, so that an address of a link is not searched for a question's words."""

from __future__ import annotations

import re

_LINK_END = re.compile(r"\]\([^()\n]*\)|\]\[[^\[\]\n]*\]")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]{1,200}\]:[^\n]*$", re.MULTILINE)
_TAG = re.compile(r"<(?:!--|/?[A-Za-z]|https?:)[^<>]*>")
_SIGNS = re.compile(r"!?\[|[*`~\]]|(?<![^\W_])_+|_+(?![^\W_])")
_MARKUP = (_DEFINITION, _TAG, _LINK_END, _SIGNS)


def blank_markup(text: str) -> str:
    """`text` with a space for every code point of emphasis, link targets, tags and comments, so that offsets hold."""
    for pattern in _MARKUP:
        text = pattern.sub(lambda found: " " * len(found.group()), text)
    return text


def without_markup(line: str) -> str:
    """The same with nothing in its place, for a line that is shown and not pointed into."""
    for pattern in _MARKUP:
        line = pattern.sub("", line)
    return line
