"""The line at the top: what this is, and what it is busy with."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from chatbot.messages import message
from chatbot.text.language_code import Language
from chatbot.text.printable import printable_line


class StatusLine(Static):
    """A single line that is cut off rather than wrapped."""

    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        padding: 0 1;
        background: $panel;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self, language: Language) -> None:
        super().__init__(markup=False)
        self._title = message("program", language)

    def show(self, *parts: str) -> None:
        """Show the name of the program and the given parts."""
        title = Content.styled(self._title, "bold")
        self.update(Content(" · ").join([title, *(Content(printable_line(part)) for part in parts)]))
