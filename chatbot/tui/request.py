"""A request: a question with how it is to be taken, and the lines that ask one when they are chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import getters
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from chatbot.answers.answer import Answer
from chatbot.conversations.quotation import taken_as
from chatbot.text.language_code import Language
from chatbot.tui.base_app import BaseApp
from chatbot.tui.keys import REQUEST_KEYS


class Request(NamedTuple):
    """A question that may be `held` to a language, stand `alone`, or be asked `as_typed`, misspelt words and all.

    `open_article` names the article that is open, and `only` the articles that it is limited to, if any.
    """

    question: str
    held: Language | None = None
    alone: bool = False
    as_typed: bool = False
    open_article: str | None = None
    only: frozenset[str] = frozenset()


class RequestLine(Static, can_focus=True):
    """A line that is acted upon by a click, or by Enter when it has the focus: its request is asked."""

    DEFAULT_CSS = """
    RequestLine {
        height: auto;
        &:hover { background: $boost; }
        &:focus { background: $boost; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*REQUEST_KEYS]

    @dataclass
    class Asked(Message):
        """A reader wants this asked."""

        request: Request

    def __init__(self, request: Request, content: Content) -> None:
        super().__init__(content, markup=False)
        self.request = request

    def action_ask(self) -> None:
        self.post_message(self.Asked(self.request))

    def on_click(self) -> None:
        """The same, unless the mouse was used to select text in it."""
        if not self.screen.get_selected_text():
            self.action_ask()


class Offer(RequestLine):
    """How a question was not taken as it stands; it is asked exactly as it was typed, by a key from anywhere."""

    DEFAULT_CSS = """
    Offer {
        color: $foreground 80%;
        &:focus { text-style: bold; }
        & > .offer--action { color: $text-accent; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"offer--action"}
    app = getters.app(BaseApp)

    def __init__(self, answer: Answer) -> None:
        action = Content.styled(self.app.text("ask as typed"), ".offer--action")
        request = Request(answer.question, alone=bool(answer.context), as_typed=answer.corrected is not None)
        super().__init__(request, Content("  ").join((*map(Content, taken_as(answer, self.app.language)), action)))
