"""Offers: other ways to take a question that a turn proposes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from chatbot.messages import message
from chatbot.text.printable import printable_line
from chatbot.tui.request import Request

if TYPE_CHECKING:
    from chatbot.answers.answer import Answer
    from chatbot.text.language_code import Language
    from chatbot.tui.bound_keys import BoundKeys


class Offer(Static, can_focus=True):
    """A line that asks its question by a click, by Enter when it has the focus, or by a key from anywhere."""

    DEFAULT_CSS = """
    Offer {
        height: auto;
        color: $foreground 80%;
        &:hover { background: $boost; }
        &:focus { background: $boost; text-style: bold; }
        & > .offer--action { color: $text-accent; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"offer--action"}
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", id="offer.take", show=False)]

    class Taken(Message):
        """A reader wants this question asked."""

        def __init__(self, offer: Offer) -> None:
            super().__init__()
            self.request = offer.request

    def __init__(self, text: str, action: str, request: Request) -> None:
        parts = (Content(printable_line(text)), Content.styled(action, ".offer--action"))
        super().__init__(Content("  ").join(parts))
        self.request = request

    def action_take(self) -> None:
        """Have the question asked."""
        self.post_message(self.Taken(self))

    def on_click(self) -> None:
        """The same, unless the mouse was used to select text in it."""
        if not self.screen.get_selected_text():
            self.action_take()


def offers(answer: Answer, language: Language, keys: BoundKeys) -> list[Offer]:
    """What an answer leaves to choose: the question as it was typed, and it without what was said before.

    The key is for the first of them.
    """
    found = []
    names = iter((keys.name("offer"), "Enter"))
    if answer.corrected:
        text = message("corrected", language, question=answer.corrected)
        action = f"{next(names)} {message('ask as typed', language)}"
        found.append(Offer(text, action, Request(answer.question, as_typed=True)))
    if answer.context:
        text = message("carried over", language, words=", ".join(answer.context))
        action = f"{next(names)} {message('ask alone', language)}"
        found.append(Offer(text, action, Request(answer.question, alone=True)))
    return found
