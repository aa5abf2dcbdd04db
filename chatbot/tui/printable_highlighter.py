"""Typed text made safe to draw."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text

from chatbot.text.printable import printable_line


class PrintableHighlighter(Highlighter):
    """Lets `Input` draw what is safe to draw while its value stays what was typed."""

    def highlight(self, text: Text) -> None:
        """Put visible signs in the place of what a terminal could obey."""
        text.plain = printable_line(text.plain)
