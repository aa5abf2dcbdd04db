"""What can go wrong, as exceptions that carry a message for a person."""

from __future__ import annotations


class ChatbotError(Exception):
    """An error that a person can mend; its text is one sentence on what and one on what to do."""


class CorpusError(ChatbotError):
    """The folder of articles cannot be read or holds no article."""
