"""Files that have no text that can be taken from them."""

from __future__ import annotations

TEXT_LIMIT = 20_000_000
"""The most code points that are taken from one file."""


class UnreadableFileError(Exception):
    """The file makes no article; carries the name of the message that says why, and its values."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
