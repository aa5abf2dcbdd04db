"""Lists over the conversation: one from which a thing can be chosen, and the help, which is there to be read."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Generic, TypeVar

from rich.table import Table
from rich.text import Text
from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from chatbot.tui.base_app import BaseApp
from chatbot.tui.keys import CLOSE, HELP, LIST_KEYS

Item = TypeVar("Item")


class ListScreen(ModalScreen["Item | None"], Generic[Item]):
    """Gives back what was chosen, or None when it was closed."""

    app = getters.app(BaseApp)
    heading = getters.query_one(".heading", Static)
    options = getters.query_one(OptionList)
    DEFAULT_CSS = """
    ListScreen {
        align: center middle;
        & > #list {
            width: 90%;
            max-width: 92;
            height: auto;
            max-height: 90%;
            padding: 0 1;
            border: round $primary;
            background: $surface;
            & > .heading { text-style: bold; color: $text-accent; }
            & > .hint { dock: bottom; color: $foreground 60%; }
            & > OptionList {
                height: auto;
                max-height: 1fr;
                background: $surface;
                text-wrap: nowrap;
                text-overflow: ellipsis;
            }
            & > OptionList:focus { background-tint: $foreground 0%; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*LIST_KEYS, HELP]
    HINT: ClassVar[str]
    """The name of the message that says below the list what can be done."""

    def __init__(self, items: Sequence[Item]) -> None:
        super().__init__()
        self.items = list(items)

    @abstractmethod
    def about(self) -> str:
        """What the line above the list says of it."""

    @abstractmethod
    def option(self, item: Item) -> Option:
        """How the list shows an item."""

    def compose(self) -> ComposeResult:
        with Vertical(id="list"):
            yield Static(Content(self.about()), classes="heading")
            yield OptionList(*map(self.option, self.items), markup=False, compact=True)
            yield Static(Content(self.app.text(self.HINT)), classes="hint")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.items[event.option_index])


class HelpScreen(ListScreen[tuple[str, str]]):
    """A line for each thing that can be done where the reader is: its keys and a sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [replace(HELP, action=CLOSE)]
    HINT = "keys hint"

    def about(self) -> str:
        return self.app.text("help heading")

    def option(self, item: tuple[str, str]) -> Option:
        """The names of the keys, and beside them the message of that name."""
        explanation, names = item
        row = Table.grid(padding=(0, 2), expand=True)
        row.add_column(ratio=1, style="bold")
        row.add_column(ratio=3)
        row.add_row(Text(names), Text(self.app.text(explanation)))
        return Option(row)
