"""Offers: other questions that a turn proposes in the place of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from chatbot.messages import message
from chatbot.text.printable import printable_line

if TYPE_CHECKING:
    from chatbot.answers.answer import Answer
    from chatbot.text.language import Language
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
            self.question = offer.question
            self.alone = offer.alone

    def __init__(self, text: str, action: str, question: str, *, alone: bool = False) -> None:
        parts = (Content(printable_line(text)), Content.styled(action, ".offer--action"))
        super().__init__(Content("  ").join(parts))
        self.question = question
        self.alone = alone

    def action_take(self) -> None:
        """Have the question asked."""
        self.post_message(self.Taken(self))

    def on_click(self) -> None:
        """The same, unless the mouse was used to select text in it."""
        if not self.screen.get_selected_text():
            self.action_take()


def offers(answer: Answer, language: Language, keys: BoundKeys) -> list[Offer]:
    """What an answer leaves to choose: the question as it may have been meant, and it without what was said before.

    The key is for the first of them.
    """
    found = []
    names = iter((keys.name("offer"), "Enter"))
    if answer.suggestion:
        text = message("did you mean", language, question=answer.suggestion)
        found.append(Offer(text, f"{next(names)} {message('take suggestion', language)}", answer.suggestion))
    if answer.context:
        text = message("carried over", language, words=", ".join(answer.context))
        found.append(Offer(text, f"{next(names)} {message('ask alone', language)}", answer.question, alone=True))
    return found
