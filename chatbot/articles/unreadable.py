"""Files that have no text that can be taken from them."""

from __future__ import annotations

from chatbot.errors import Trouble

TEXT_LIMIT = 20_000_000  # the most code points that are taken from one file


class UnreadableFileError(Trouble):
    """The file makes no article; the message also has its name, as `file`."""
