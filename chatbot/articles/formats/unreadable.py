"""Why a file may have no text to take."""

from __future__ import annotations

TEXT_LIMIT = 20_000_000
"""The most code points that are taken from one file."""


class UnreadableFormatError(Exception):
    """The file holds no text that can be taken from it; carries the name of the message that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key
