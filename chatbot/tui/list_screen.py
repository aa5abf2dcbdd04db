"""Lists over the conversation: one from which a thing can be chosen, and the help, which is there to be read."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar, Generic, TypeVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from chatbot.messages import message
from chatbot.text.language_code import Language
from chatbot.tui.keys import HELP, LIST_KEYS, explained_keys, key_hint

Item = TypeVar("Item")


class ListScreen(ModalScreen["Item | None"], Generic[Item]):
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
    BINDINGS: ClassVar[list[BindingType]] = [*LIST_KEYS, HELP]
    HINTED: ClassVar[Mapping[str, str]] = {"close": "list.close"}
    """The ids of the keys that messages below the list name, by how they name them."""

    def __init__(self, items: Sequence[Item], language: Language, heading: str, hint: str) -> None:
        """`hint` is the name of the message that says what can be done."""
        super().__init__()
        self.items = list(items)
        self.heading = Static(Content(heading), classes="heading")
        """Says above the list what is in it."""
        self.language = language
        self._hint = hint
        self._below = Static(classes="hint")

    @abstractmethod
    def option(self, item: Item) -> Option:
        """How the list shows an item."""

    def compose(self) -> ComposeResult:
        with Vertical(id="list"):
            yield self.heading
            yield OptionList(*map(self.option, self.items), markup=False, compact=True)
            yield self._below

    def on_mount(self) -> None:
        self.hint(self._hint)

    def hint(self, name: str) -> None:
        """Say below the list what can be done, by the name of a message."""
        keys = {key: key_hint(self, key_id, self.language) for key, key_id in self.HINTED.items()}
        self._below.update(Content(message(name, self.language, **keys)))

    def action_help(self) -> None:
        self.app.push_screen(HelpScreen(self.language, explained_keys(self.active_bindings, self.language)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.items[event.option_index])


class HelpScreen(ListScreen[tuple[str, str]]):
    """A line for each thing that can be done where the reader is: its keys and a sentence."""

    def __init__(self, language: Language, explained: Mapping[str, Sequence[str]]) -> None:
        """`explained` are the names of keys by the message that says what they do."""
        rows = [(", ".join(names), message(explanation, language)) for explanation, names in explained.items()]
        super().__init__(rows, language, message("help heading", language), "keys hint")

    def option(self, item: tuple[str, str]) -> Option:
        row = Table.grid(padding=(0, 2), expand=True)
        row.add_column(ratio=1, style="bold")
        row.add_column(ratio=3)
        row.add_row(*map(Text, item))
        return Option(row)

    def action_help(self) -> None:
        self.dismiss(None)
