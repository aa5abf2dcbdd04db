"""The list of the conversations that were kept, from which one can be opened again or deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from chatbot.conversations.kept_conversations import KeptConversation
from chatbot.messages import message
from chatbot.text.language_code import Language
from chatbot.text.printable import printable_line
from chatbot.tui.keys import CLOSE, HISTORY, HISTORY_KEYS
from chatbot.tui.list_screen import ListScreen


class HistoryList(ListScreen[KeptConversation]):
    """The conversations by their first question, the latest first; Delete, twice, deletes one for good."""

    BINDINGS: ClassVar[list[BindingType]] = [*HISTORY_KEYS, replace(HISTORY, action=CLOSE)]
    HINTED: ClassVar[Mapping[str, str]] = {**ListScreen.HINTED, "delete": "history.delete"}

    def __init__(self, conversations: Sequence[KeptConversation], language: Language) -> None:
        super().__init__(conversations, language, _count(len(conversations), language), "history hint")
        self._to_delete: int | None = None

    def option(self, item: KeptConversation) -> Option:
        """First question; below it when, and how many questions."""
        began = f"{item.began:%Y-%m-%d %H:%M}"
        count = len(item.answers)
        questions = message("one question" if count == 1 else "count of questions", self.language, count=count)
        title = Content.styled(printable_line(item.title), "bold")
        return Option(Content("\n").join([title, Content(f"  {began} · {questions}")]))

    def on_option_list_option_highlighted(self) -> None:
        """Forget that a conversation was about to be deleted: the reader went on to another."""
        self._to_delete = None
        self.hint("history hint")

    def action_delete(self) -> None:
        """Delete the conversation at the cursor, if it is for the second time that this is asked."""
        options = self.query_one(OptionList)
        number = options.highlighted
        if number is None:
            return
        if number != self._to_delete:
            self._to_delete = number
            self.hint("delete hint")
            return
        self._to_delete = None
        try:
            self.items.pop(number).path.unlink(missing_ok=True)
        except OSError as error:
            self.notify(message("not deleted", self.language, reason=error.strerror), severity="error", markup=False)
            self.dismiss(None)
            return
        options.remove_option_at_index(number)
        self.heading.update(Content(_count(len(self.items), self.language)))
        self.hint("deleted")
        if not self.items:
            self.dismiss(None)


def _count(count: int, language: Language) -> str:
    return message("one conversation" if count == 1 else "conversation count", language, count=count)
