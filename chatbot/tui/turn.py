"""A turn of the conversation: a question, other ways to ask it that are offered, and its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from chatbot.messages import message
from chatbot.text.kind import Kind
from chatbot.text.printable import printable, printable_line
from chatbot.tui.citation_card import CitationCard, citation_cards
from chatbot.tui.keys import key_hint

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from chatbot.answers.answer import Answer
    from chatbot.passages.corpus import Corpus
    from chatbot.text.language_code import Language

SHOWN_QUESTION_LENGTH = 200
"""Of a question that is longer than this in code points, such as a pasted article, the rest is not shown."""


HINTED_KINDS: frozenset[Kind] = frozenset({"help", "navigation", "goodbye", "scope"})
"""Kinds of replies below which stands which keys do what they are about."""

KEYS_OF_HINTS = {
    "help": "help",
    "new": "conversation.new",
    "history": "conversation.history",
    "articles": "articles",
    "quit": "quit",
}


class Request(NamedTuple):
    """A question that may be `held` to a language, stand `alone`, or be asked `as_typed`, misspelt words and all.

    `reading` names the article that is open, and `only` the articles that it is limited to, if any.
    """

    question: str
    held: Language | None = None
    alone: bool = False
    as_typed: bool = False
    reading: str | None = None
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
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", show=False)]

    @dataclass
    class Taken(Message):
        """A reader wants this asked."""

        request: Request

    def __init__(self, request: Request, content: Content | str = "") -> None:
        super().__init__(content, markup=False)
        self.request = request

    def action_take(self) -> None:
        """Have the request asked."""
        self.post_message(self.Taken(self.request))

    def on_click(self) -> None:
        """The same, unless the mouse was used to select text in it."""
        if not self.screen.get_selected_text():
            self.action_take()


class Offer(RequestLine):
    """Another way to take a question that a turn proposes; a key asks the first one from anywhere."""

    DEFAULT_CSS = """
    Offer {
        color: $foreground 80%;
        &:focus { text-style: bold; }
        & > .offer--action { color: $text-accent; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"offer--action"}

    def __init__(self, text: str, action: str, request: Request) -> None:
        parts = (Content(printable_line(text)), Content.styled(action, ".offer--action"))
        super().__init__(request, Content("  ").join(parts))


def offers(answer: Answer, language: Language, key: str) -> list[Offer]:
    """What an answer leaves to choose: the question as it was typed, and it without what was said before.

    The key is named beside the first of them.
    """
    found = []
    names = iter((key, "Enter"))
    if answer.corrected:
        text = message("corrected", language, question=answer.corrected)
        action = f"{next(names)} {message('ask as typed', language)}"
        found.append(Offer(text, action, Request(answer.question, as_typed=True)))
    if answer.context:
        text = message("carried over", language, words=", ".join(answer.context))
        action = f"{next(names)} {message('ask alone', language)}"
        found.append(Offer(text, action, Request(answer.question, alone=True)))
    return found


class Turn(Vertical):
    """A question as it was asked, then a line that says how far it is, then the answer."""

    DEFAULT_CSS = """
    Turn {
        height: auto;
        max-width: 100;
        margin: 0 0 1 0;
        & > .question { color: $text-accent; text-style: bold; }
        & > .turn--language { color: $foreground 60%; text-style: not bold; }
        & > .progress { color: $foreground 60%; }
        & > .failure { color: $text-error; }
        & > .hint { color: $foreground 60%; padding: 0 1; }
        & > .opening { color: $foreground 80%; }
        & > .opening.-perhaps { color: $text-warning; }
        & > .opening.-not-found { color: $text-error; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"turn--language"}

    def __init__(self, request: Request, language: Language) -> None:
        super().__init__()
        self.request = request
        self.answer: Answer | None = None
        self._language = language
        self._question = Static(self._shown_question(), classes="question")
        self._progress = Static(classes="progress", markup=False)

    @property
    def cards(self) -> list[CitationCard]:
        """The citations of the answer, in their order."""
        return list(self.query(CitationCard))

    @property
    def offers(self) -> list[Offer]:
        """What the answer leaves to choose, in its order."""
        return list(self.query(Offer))

    def compose(self) -> ComposeResult:
        """The question and the line below it."""
        yield self._question
        yield self._progress

    def show_progress(self, key: str, **values: int) -> None:
        """Say how far the question is, by the name of a message and its values."""
        self._progress.update(Content(message(key, self._language, **values)))

    def show_failure(self, text: str) -> None:
        """Say why there is no answer and what to do next."""
        self._progress.set_classes("failure")
        self._progress.update(Content(printable_line(text)))

    def show_hint(self, text: str) -> None:
        """Add a line below the answer."""
        self.mount(Static(Content(text), classes="hint"))

    async def show_answer(self, answer: Answer, corpus: Corpus) -> None:
        """Put the answer in the place of the line that said that it was awaited."""
        self.answer = answer
        opening = Static(Content(printable(answer.opening)), classes="opening")
        opening.add_class(f"-{answer.certainty.replace(' ', '-')}")
        ways = offers(answer, self._language, key_hint(self, "offer"))
        shown = (*ways, opening, *citation_cards(answer, corpus, self._language))
        async with self.batch():
            await self._progress.remove()
            language = message(f"in {answer.language}", self._language)
            self._question.update(self._shown_question() + Content.styled(f"  {language}", ".turn--language"))
            await self.mount(*shown)
            if answer.kind in HINTED_KINDS:
                names = {name: key_hint(self, key) for name, key in KEYS_OF_HINTS.items()}
                self.show_hint(message(f"keys {answer.kind}", self._language, **names))

    def _shown_question(self) -> Content:
        """The question, no longer than `SHOWN_QUESTION_LENGTH`."""
        question = self.request.question
        rest = "…" if len(question) > SHOWN_QUESTION_LENGTH else ""
        return Content(f"❯ {printable_line(question[:SHOWN_QUESTION_LENGTH])}{rest}")
