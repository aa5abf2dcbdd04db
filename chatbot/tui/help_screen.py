"""The help: every key and what it does, those of where the reader is first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from chatbot.messages import message
from chatbot.text.language_code import Language
from chatbot.tui.keys import HELP_KEYS, BoundKeys


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
            & .key { width: 20; padding: 0 2 0 0; text-style: bold; height: auto; }
            & .meaning { width: 1fr; height: auto; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", id="help.close", show=False),
        Binding("f1", "dismiss", id="help", show=False),
    ]

    def __init__(self, language: Language, place: str, keys: BoundKeys) -> None:
        super().__init__()
        self._language = language
        self._place = place
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The keys by place: where the reader is, anywhere, and then the other places."""
        others = (place for place in HELP_KEYS if place not in (self._place, "anywhere"))
        with Vertical(id="help"):
            yield Static(Content(message("help heading", self._language)), classes="heading")
            with VerticalScroll():
                for place in (self._place, "anywhere", *others):
                    heading = Static(Content(message(f"place {place}", self._language)), classes="place")
                    yield heading.set_class(place == self._place, "-here")
                    yield from self._rows(place)

    def _rows(self, place: str) -> Iterator[Horizontal]:
        for explanation, keys in groupby(HELP_KEYS[place], key=lambda key: key.help):
            name = Static(Content(self._keys.names(list(keys))), classes="key")
            meaning = Static(Content(message(explanation, self._language)), classes="meaning")
            yield Horizontal(name, meaning, classes="row")
