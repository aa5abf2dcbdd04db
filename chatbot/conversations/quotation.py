"""Quotations: a passage with the line that says where it stands, to go with it wherever it is copied to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatbot.messages import message
from chatbot.text.printable import printable, printable_line

if TYPE_CHECKING:
    from chatbot.answers.answer import Citation
    from chatbot.text.language_code import Language


def source(citation: Citation, language: Language) -> str:
    """Where the passage comes from: title, section, and the page where its file has pages."""
    page = message("on page", language, page=citation.page) if citation.page else ""
    place = f"{citation.title} › {citation.section}" if citation.section else citation.title
    return f"{place}{page}"


def reference(citation: Citation, language: Language) -> str:
    """Title, section, file and the characters that the passage takes up there, on one line."""
    characters = message("characters", language, start=citation.start, end=citation.end)
    return printable_line(f"{source(citation, language)} ({citation.article}, {characters})")


def quotation(citation: Citation, language: Language) -> str:
    """The passage to the letter and its reference below it, to be pasted somewhere else.

    Characters that would command a terminal, which is where much is pasted, are stood in for.
    """
    return f"{printable(citation.text)}\n\n— {reference(citation, language)}\n"
