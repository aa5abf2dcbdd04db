"""Replies: the text of a file, or why it has none, as the process that reads formats sends it."""

from __future__ import annotations

import msgspec

from chatbot.articles.source_text import SourceText

TEXT_LIMIT = 20_000_000
"""The most code points that are taken from one file."""


class UnreadableFormatError(Exception):
    """The file holds no text that can be taken from it; carries the name of the message that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Reply(msgspec.Struct, frozen=True):
    """The text of a file, or, as the name of a message, why it has none that can be taken.

    `is_certain` unless it may be the machine and not the file that is to blame: without the memory, or a library, that
    a reader needs, no file can be read.
    """

    source: SourceText = SourceText("")
    unreadable: str | None = None
    is_certain: bool = True


def decoded(line: bytes) -> Reply | None:
    """The reply in a line, or None where it is none."""
    try:
        return msgspec.json.decode(line, type=Reply)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
