"""A turn of the conversation: a question, and its answer with other ways to ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from chatbot.text.kind import Kind
from chatbot.text.printable import printable, printable_line
from chatbot.tui.base_app import BaseApp
from chatbot.tui.citation_card import CitationCard, citation_cards
from chatbot.tui.request import Offer, Request

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from chatbot.answers.answer import Answer
    from chatbot.passages.corpus import Corpus

SHOWN_QUESTION_LENGTH = 200
"""Of a question that is longer than this in code points, such as a pasted article, the rest is not shown."""

HINTED_KINDS: frozenset[Kind] = frozenset({"help", "navigation", "goodbye", "scope"})
"""Kinds of replies below which stands which keys do what they are about."""


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
