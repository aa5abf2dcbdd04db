"""The help: the keys that work where the reader is, and what each does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets.option_list import Option

from chatbot.messages import message
from chatbot.text.language_code import Language
from chatbot.tui.list_screen import ListScreen


class HelpScreen(ListScreen[tuple[str, str], None]):
    """A line for each thing that can be done: its keys and a sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "dismiss(None)", id="help", show=False)]

    def __init__(self, language: Language, explained: Mapping[str, Sequence[str]]) -> None:
        """`explained` are the names of keys by the message that says what they do."""
        rows = [(", ".join(names), message(explanation, language)) for explanation, names in explained.items()]
        super().__init__(rows, message("help heading", language), message("keys hint", language))

    def option(self, item: tuple[str, str]) -> Option:
        """The keys beside the sentence."""
        row = Table.grid(padding=(0, 2), expand=True)
        row.add_column(ratio=1, style="bold")
        row.add_column(ratio=3)
        row.add_row(*map(Text, item))
        return Option(row)

    def chosen(self, item: tuple[str, str]) -> None:
        """Nothing: the list is there to be read."""
