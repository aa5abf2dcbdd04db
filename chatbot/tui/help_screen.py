"""The help: every key and what it does, those of where the reader is first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from chatbot.messages import message
from chatbot.tui.keys import HELP_KEYS, Key

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from chatbot.language import Language

_KEY_CELLS = max(len(key.display) for keys in HELP_KEYS.values() for key in keys) + 2


class HelpScreen(ModalScreen[None]):
    """Lies over the conversation until it is closed; `place` is where the focus was, a key of `HELP_KEYS`."""

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
            & .heading { text-style: bold; color: $text-accent; }
            & .place { margin: 1 0 0 0; text-style: bold; color: $text-primary; }
            & .place.-here { margin: 0; }
            & > VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
            & .row { height: auto; }
            & .key { text-style: bold; height: auto; }
            & .meaning { width: 1fr; height: auto; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,q", "dismiss", id="help.close", show=False)]

    def __init__(self, language: Language, place: str) -> None:
        super().__init__()
        self._language = language
        self._place = place

    def compose(self) -> ComposeResult:
        """The keys by place: where the reader is, anywhere, and then the other places."""
        others = (place for place in HELP_KEYS if place not in (self._place, "anywhere"))
        with Vertical(id="help"):
            yield Static(Content(message("help heading", self._language)), classes="heading")
            with VerticalScroll():
                for place in (self._place, "anywhere", *others):
                    heading = Static(Content(message(f"place {place}", self._language)), classes="place")
                    yield heading.set_class(place == self._place, "-here")
                    yield from (self._row(key) for key in HELP_KEYS[place])

    def _row(self, key: Key) -> Horizontal:
        name = Static(Content(key.display), classes="key")
        name.styles.width = _KEY_CELLS
        meaning = Static(Content(message(key.help, self._language)), classes="meaning")
        return Horizontal(name, meaning, classes="row")
