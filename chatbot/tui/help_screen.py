"""The help: every key and what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from chatbot.messages import message
from chatbot.tui.keys import HELP_KEYS

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from chatbot.language import Language

_KEY_CELLS = max(len(key.display) for key in HELP_KEYS) + 2


class HelpScreen(ModalScreen[None]):
    """Lies over the conversation until it is closed."""

    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        & > #help {
            width: 90%;
            max-width: 92;
            height: auto;
            max-height: 100%;
            padding: 0 1;
            border: round $primary;
            background: $surface;
            & > .heading { text-style: bold; color: $text-accent; }
            & > VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
            & .row { height: auto; layout: horizontal; }
            & .key { text-style: bold; height: auto; }
            & .meaning { width: 1fr; height: auto; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,q", "dismiss", id="help.close", show=False)]

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def compose(self) -> ComposeResult:
        """The table of the keys."""
        with Vertical(id="help"):
            yield Static(Content(message("help heading", self._language)), classes="heading")
            with VerticalScroll():
                for key in filter(lambda key: key.display, HELP_KEYS):
                    with Vertical(classes="row"):
                        name = Static(Content(key.display), classes="key")
                        name.styles.width = _KEY_CELLS
                        yield name
                        yield Static(Content(message(key.help, self._language)), classes="meaning")
