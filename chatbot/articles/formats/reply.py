"""Replies: what the process that reads formats says of a file, as a line of JSON."""

from __future__ import annotations

import msgspec

from chatbot.articles.source_text import SourceText


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
