"""The text of an article as a format's reader gives it, and why there may be none."""

from __future__ import annotations

from dataclasses import dataclass

TEXT_LIMIT = 20_000_000
"""The most code points that are taken from one file."""


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """A text with Markdown's signs before its headings and list items, and its title where the file tells it.

    `page_starts` holds the offset (code points) of each page, and is empty for a format without pages.
    """

    text: str
    title: str | None = None
    page_starts: tuple[int, ...] = ()
    encoding: str | None = None


class UnreadableFormatError(Exception):
    """The file holds no text that can be taken from it; carries the name of the message that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key
