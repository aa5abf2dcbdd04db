"""A list over the conversation, from which one thing can be chosen."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

Item = TypeVar("Item")
Result = TypeVar("Result")


class ListScreen(ModalScreen["Result | None"], Generic[Item, Result]):
    """Gives back what was chosen, or None when it was closed."""

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
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", id="list.close", show=False)]

    def __init__(self, items: Sequence[Item], heading: str, hint: str) -> None:
        super().__init__()
        self.items = list(items)
        self.heading = Static(Content(heading), classes="heading")
        """Says above the list what is in it."""
        self.hint = Static(Content(hint), classes="hint")
        """Says below the list what can be done."""

    @abstractmethod
    def option(self, item: Item) -> Option:
        """How the list shows an item."""

    @abstractmethod
    def chosen(self, item: Item) -> Result:
        """What is given back for an item."""

    def compose(self) -> ComposeResult:
        """The heading, the items and what can be done."""
        with Vertical(id="list"):
            yield self.heading
            yield OptionList(*map(self.option, self.items), markup=False, compact=True)
            yield self.hint

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give back what was chosen."""
        self.dismiss(self.chosen(self.items[event.option_index]))
