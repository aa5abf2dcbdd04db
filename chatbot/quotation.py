"""Quotations: a passage with the line that says where it stands, to go with it wherever it is copied to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatbot.messages import message
from chatbot.printable import printable, printable_line

if TYPE_CHECKING:
    from chatbot.answer import Citation
    from chatbot.language_code import Language


def reference(citation: Citation, language: Language) -> str:
    """Title, section, file and the characters that the passage takes up there, on one line."""
    characters = message("characters", language, start=citation.start, end=citation.end)
    return printable_line(f"{citation.place} ({citation.article}, {characters})")


def quotation(citation: Citation, language: Language) -> str:
    """The passage to the letter and its reference below it, to be pasted somewhere else.

    Characters that would command a terminal, which is where much is pasted, are stood in for.
    """
    return f"{printable(citation.text)}\n\n— {reference(citation, language)}\n"
