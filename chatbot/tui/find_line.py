"""The find line: what to look for in the article, and at which of the hits the reader is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from chatbot.messages import message
from chatbot.text.language_code import Language
from chatbot.tui.keys import FIND_LINE_KEYS, BoundKeys
from chatbot.tui.printable_highlighter import PrintableHighlighter
from chatbot.tui.sign import Sign


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
    BINDINGS: ClassVar[list[BindingType]] = [key.binding() for key in FIND_LINE_KEYS]

    class Changed(Message):
        """Something else is looked for."""

    @dataclass
    class Stepped(Message):
        """The reader wants to see the next (1) or the previous (-1) hit."""

        step: int

    def __init__(self, language: Language, keys: BoundKeys) -> None:
        super().__init__(id="find")
        self.display = False
        self._language = language
        self._keys = keys
        self._count = Static(classes="count")
        self.input = Input(
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
        yield Sign(
            "↑",
            "screen.find_step(-1)",
            message("find previous", self._language, key=self._keys.name("find.line.previous")),
        )
        yield Sign("↓", "screen.find_step(1)", message("find next", self._language))
        yield Sign("×", "screen.back", message("find close", self._language))

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
        if self.input.value.strip():
            if count:
                text = message("hit of", self._language, number=number, count=count)
            else:
                text = message("hits none", self._language)
            self._count.update(Content(text))
        else:
            self._count.update()
        self._count.set_class(not count, "-none")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look while the reader is typing."""
        event.stop()
        self.post_message(self.Changed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next hit."""
        event.stop()
        self.action_step(1)

    def action_step(self, step: int) -> None:
        """Go to the next or the previous hit."""
        self.post_message(self.Stepped(step))
