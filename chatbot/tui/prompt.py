"""The prompt: the line in which questions are typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from chatbot.messages import message
from chatbot.tui.printable_highlighter import PrintableHighlighter

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from chatbot.language import Language

_LINE_ENDS_AND_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class Prompt(Input):
    """A single line; pasted lines are joined into one question."""

    def __init__(self, language: Language) -> None:
        super().__init__(
            placeholder=message("prompt", language),
            highlighter=PrintableHighlighter(),
            select_on_focus=False,
            compact=True,
            id="prompt",
        )
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Take all the lines of what is pasted, where `Input` would take the first."""
        event.stop()
        event.prevent_default()
        self.insert_pasted(event.text)

    def action_paste(self) -> None:
        """Take all the lines of what was copied in the interface, too."""
        self.insert_pasted(self.app.clipboard)

    def insert_pasted(self, text: str) -> None:
        """Put `text` at the cursor, or in the place of what is selected, on one line."""
        line = _LINE_ENDS_AND_CONTROLS.sub(" ", text.strip())
        self.replace(line, *sorted(self.selection))


class PromptBar(Horizontal):
    """The prompt with the sign that says that one can type here."""

    DEFAULT_CSS = """
    PromptBar {
        height: 1;
        padding: 0 1;
        background: $surface;
        color: $foreground 50%;
        &:focus-within { color: $text-accent; }
        & > .sign { width: 2; }
        & > Prompt { width: 1fr; background: $surface; }
        & > Prompt:focus { background-tint: $foreground 0%; }
    }
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.prompt = Prompt(language)

    def compose(self) -> ComposeResult:
        """The sign and the prompt."""
        yield Static(Content("❯"), classes="sign")
        yield self.prompt
