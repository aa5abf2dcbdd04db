"""Errors that are told to a person: what went wrong, in one sentence, and what to do about it, in another."""

from __future__ import annotations

from chatbot.messages import message
from chatbot.text.language_code import Language


class ChatbotError(Exception):
    """An error that a person can mend; its text is what the person is told."""


class CorpusError(ChatbotError):
    """The folder of articles cannot be read or holds no article."""


class Trouble(Exception):  # noqa: N818 - it is also kept and told, without being raised
    """What is wrong with something that can be done without: the name of a message, and its values."""

    def __init__(self, name: str, /, **values: object) -> None:
        super().__init__(name)
        self.name = name
        self.values = values

    def sentence(self, language: Language, /, **more: object) -> str:
        """The message, in that language, with its values and `more`."""
        return message(self.name, language, **self.values, **more)
