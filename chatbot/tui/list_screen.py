"""A list over the conversation, from which one thing can be chosen."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from chatbot.text.printable import printable_line

if TYPE_CHECKING:
    from textual.app import ComposeResult

Item = TypeVar("Item")


class ListScreen(ModalScreen["Item | None"], Generic[Item]):
    """Gives back the item that was chosen, or None when it was closed."""

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
            & > OptionList { height: auto; max-height: 1fr; background: $surface; }
            & > OptionList:focus { background-tint: $foreground 0%; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", id="list.close", show=False)]

    def __init__(self, items: Sequence[Item], heading: str, hint: str) -> None:
        super().__init__()
        self.items = list(items)
        self._heading = Static(Content(heading), classes="heading")
        self._hint = Static(Content(hint), classes="hint")

    def heading(self, text: str) -> None:
        """Say above the list what is in it."""
        self._heading.update(Content(text))

    def hint(self, text: str) -> None:
        """Say below the list what can be done."""
        self._hint.update(Content(text))

    @abstractmethod
    def lines(self, item: Item) -> tuple[str, str]:
        """What tells the item from the others, and what else there is to say of it."""

    def compose(self) -> ComposeResult:
        """The items, two lines each."""
        with Vertical(id="list"):
            yield self._heading
            yield OptionList(*map(self._option, self.items), markup=False, compact=True)
            yield self._hint

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give back the item that was chosen."""
        self.dismiss(self.items[event.option_index])

    def _option(self, item: Item) -> Option:
        name, detail = map(printable_line, self.lines(item))
        return Option(Content("\n").join([Content.styled(name, "bold"), Content(f"  {detail}")]))
