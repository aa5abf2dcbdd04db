"""A turn of the conversation: a question as it is to be taken, and its answer with other ways to ask it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import getters
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from chatbot.conversations.quotation import taken_as
from chatbot.text.kind import Kind
from chatbot.text.language_code import Language
from chatbot.text.printable import printable, printable_line
from chatbot.tui.base_app import BaseApp
from chatbot.tui.citation_card import CitationCard, citation_cards
from chatbot.tui.keys import REQUEST_KEYS

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from chatbot.answers.answer import Answer
    from chatbot.passages.corpus import Corpus

SHOWN_QUESTION_LENGTH = 200
"""Of a question that is longer than this in code points, such as a pasted article, the rest is not shown."""

HINTED_KINDS: frozenset[Kind] = frozenset({"help", "navigation", "goodbye", "scope"})
"""Kinds of replies below which stands which keys do what they are about."""


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
    app = getters.app(BaseApp)

    def __init__(self, request: Request) -> None:
        super().__init__()
        self.request = request
        self.answer: Answer | None = None
        self._question = Static(self._shown_question(), classes="question")
        self._progress = Static(classes="progress", markup=False)

    @property
    def cards(self) -> list[CitationCard]:
        return list(self.query(CitationCard))

    def compose(self) -> ComposeResult:
        yield self._question
        yield self._progress

    def show_progress(self, name: str, **values: int) -> None:
        """Say how far the question is, by the name of a message and its values."""
        self._progress.update(Content(self.app.text(name, **values)))

    def show_failure(self, text: str) -> None:
        """Say why there is no answer and what to do next."""
        self._progress.set_classes("failure")
        self._progress.update(Content(printable_line(text)))

    def show_hint(self, name: str) -> None:
        """Say below the answer which keys are of use, by the name of a message."""
        self.mount(Static(Content(self.app.text(name)), classes="hint"))

    async def show_answer(self, answer: Answer, corpus: Corpus) -> None:
        """Put the answer in the place of the line that said that it was awaited."""
        self.answer = answer
        opening = Static(Content(printable(answer.opening)), classes="opening")
        opening.add_class(f"-{answer.certainty.replace(' ', '-')}")
        offers = [Offer(answer)] if answer.corrected or answer.context else []
        notes = [self.app.text(f"in {answer.language}")]
        titles = printable_line(corpus.titles(self.request.only))
        if titles and answer.found and answer.kind == "answer":  # where nothing is found, the opening says it
            notes.append(self.app.text("only articles", titles=titles))
        async with self.batch():
            await self._progress.remove()
            self._question.update(self._shown_question() + Content.styled(f"  {' · '.join(notes)}", ".turn--language"))
            await self.mount(*offers, opening, *citation_cards(answer, corpus))
            if answer.kind in HINTED_KINDS:
                self.show_hint(f"keys {answer.kind}")

    def _shown_question(self) -> Content:
        """The question, no longer than `SHOWN_QUESTION_LENGTH`."""
        question = self.request.question
        rest = "…" if len(question) > SHOWN_QUESTION_LENGTH else ""
        return Content(f"❯ {printable_line(question[:SHOWN_QUESTION_LENGTH])}{rest}")
