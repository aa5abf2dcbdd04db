"""The list of the conversations that were kept, from which one can be opened again or deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import getters
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from chatbot.conversations.kept_conversations import KeptConversation
from chatbot.text.printable import printable_line
from chatbot.tui.keys import CLOSE, HISTORY, HISTORY_KEYS
from chatbot.tui.list_screen import ListScreen


class HistoryList(ListScreen[KeptConversation]):
    """The conversations by their first question, the latest first; Delete, twice, deletes one for good."""

    BINDINGS: ClassVar[list[BindingType]] = [*HISTORY_KEYS, replace(HISTORY, action=CLOSE)]
    HINT = "history hint"
    hint = getters.query_one(".hint", Static)
    _to_delete: int | None = None

    def about(self) -> str:
        return self.app.count("conversation", len(self.items))

    def option(self, item: KeptConversation) -> Option:
        """First question; below it when, and how many questions."""
        title = Content.styled(printable_line(item.title), "bold")
        facts = f"  {item.began:%Y-%m-%d %H:%M} · {self.app.count('question', len(item.answers))}"
        return Option(Content("\n").join([title, Content(facts)]))

    def on_option_list_option_highlighted(self) -> None:
        """Forget that a conversation was about to be deleted: the reader went on to another."""
        self._to_delete = None
        self.hint.update(Content(self.app.text(self.HINT)))

    def action_delete(self) -> None:
        """Delete the conversation at the cursor, if it is for the second time that this is asked."""
        number = self.options.highlighted
        if number is None:
            return
        if number != self._to_delete:
            self._to_delete = number
            self.hint.update(Content(self.app.text("delete hint")))
            return
        self._to_delete = None
        try:
            self.items.pop(number).path.unlink(missing_ok=True)
        except OSError as error:
            self.app.say("not deleted", "error", reason=error.strerror)
            self.dismiss(None)
            return
        self.options.remove_option_at_index(number)
        self.heading.update(Content(self.about()))
        self.hint.update(Content(self.app.text("deleted")))
        if not self.items:
            self.dismiss(None)
