"""The find line: what to look for in the article, and at which of the hits the reader is."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from chatbot.messages import message
from chatbot.text.language_code import Language
from chatbot.tui.keys import FIND_LINE_KEYS
from chatbot.tui.printable_highlighter import PrintableHighlighter


class FindInput(Input):
    """What to look for, and the keys that go along what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [key.binding() for key in FIND_LINE_KEYS]


class FindLine(Horizontal):
    """Hidden until the reader looks for something; keeps what was typed for the next time."""

    DEFAULT_CSS = """
    FindLine {
        height: 1;
        padding: 0 0 0 1;
        background: $surface;
        & > .sign { width: 2; color: $text-accent; }
        & > Input { width: 1fr; background: $surface; }
        & > Input:focus { background-tint: $foreground 0%; }
        & > .count { width: auto; padding: 0 1; }
        & > .count.-none { color: $text-warning; }
    }
    """

    def __init__(self, language: Language) -> None:
        super().__init__(id="find")
        self.display = False
        self._language = language
        self._count = Static(classes="count")
        self.input = FindInput(
            placeholder=message("find prompt", language), highlighter=PrintableHighlighter(), compact=True
        )
        self.input.cursor_blink = False

    @property
    def is_open(self) -> bool:
        """Whether the reader is looking for something."""
        return bool(self.display)

    @property
    def has_the_focus(self) -> bool:
        """Whether what is typed goes here."""
        return self.input.has_focus

    def compose(self) -> ComposeResult:
        """The line, the count and the signs for the mouse."""
        yield Static(Content("/"), classes="sign")
        yield self.input
        yield self._count
        yield Static(
            " [@click='screen.find_step(-1)']↑[/]  [@click='screen.find_step(1)']↓[/]  [@click='screen.back']×[/] ",
            classes="signs",
        )

    def open(self) -> None:
        """Show the line, with what was looked for last selected, so that typing replaces it.

        The focus moves at once: what is typed next, however fast, comes here.
        """
        self.display = True
        self.screen.set_focus(self.input)
        self.input.select_all()

    def close(self) -> None:
        """Hide the line."""
        self.display = False

    def show_count(self, number: int, count: int) -> None:
        """Say which of how many hits the reader is at."""
        text = (
            message("hit of", self._language, number=number, count=count)
            if count
            else message("hits none", self._language)
        )
        self._count.update(Content(text if self.input.value.strip() else ""))
        self._count.set_class(not count, "-none")
