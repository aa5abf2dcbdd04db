"""The prompt: the line in which questions are typed."""

from __future__ import annotations

from typing import ClassVar

from textual import events, getters, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from chatbot.text.language_code import Language
from chatbot.tui.base_app import BaseApp, as_typed
from chatbot.tui.keys import PROMPT_KEYS

HELD: tuple[Language | None, ...] = (None, "nl", "en")
"""What questions can be held to, in the order in which the key goes through them; None is what they show."""


class Prompt(Input):
    """A single line.

    Up and down walk through the earlier questions as in a shell; what was being typed waits below the last.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*PROMPT_KEYS]

    def __init__(self, placeholder: str, asked: list[str]) -> None:
        """`asked` are the earlier questions, the latest last; others may be put before them at any time."""
        super().__init__(placeholder=placeholder, select_on_focus=False, compact=True, id="prompt")
        self.cursor_blink = False
        self._asked = asked
        self._back = 0
        self._draft = ""

    def action_walk(self, step: int) -> None:
        """Show the earlier or the later question; from the draft on, down is for whatever else has a use for it."""
        back = self._back - step
        if back < 0:
            raise SkipAction
        if back <= len(self._asked):
            self._show(back)

    def remember(self, question: str) -> None:
        """Add a question that is asked, once where it is asked again at once."""
        if self._asked[-1:] != [question]:
            self._asked.append(question)

    def clear(self) -> None:
        """Begin anew, with an empty line after the last question."""
        super().clear()
        self._back = 0
        self._draft = ""

    def _show(self, back: int) -> None:
        """Show the question so many back from the draft, which is 0."""
        if self._back == 0:
            self._draft = self.value
        self._back = back
        self.value = as_typed(self._asked[-back]) if back else self._draft
        self.cursor_position = len(self.value)


class PromptBar(Horizontal):
    """The prompt with the sign that says that one can type here, and the language that questions are taken for."""

    DEFAULT_CSS = """
    PromptBar {
        height: 1;
        padding: 0 1;
        background: $surface;
        color: $foreground 50%;
        &:focus-within { color: $text-accent; }
        & > .sign { width: 2; }
        & > .held { width: auto; max-width: 50%; padding: 0 0 0 1; color: $foreground 60%; text-wrap: nowrap; }
        & > .held:hover { background: $boost; }
        & > Prompt { width: 1fr; background: $surface; }
        & > Prompt:focus { background-tint: $foreground 0%; }
    }
    """

    app = getters.app(BaseApp)

    def __init__(self, asked: list[str]) -> None:
        super().__init__()
        self.prompt = Prompt(self.app.text("prompt"), asked)
        self.held: Language | None = None
        self._label = Static(classes="held")

    def compose(self) -> ComposeResult:
        yield Static(Content("❯"), classes="sign")
        yield self.prompt
        yield self._label
        self._show_held()

    @on(events.Click, ".held")
    def hold_next(self) -> None:
        """Hold questions to the next language: none, Dutch, English and round again."""
        self.held = HELD[(HELD.index(self.held) + 1) % len(HELD)]
        self._show_held()

    def _show_held(self) -> None:
        self._label.update(Content(self.app.text(f"language {self.held or 'auto'}")))
