"""A turn of the conversation: a question and, once it is there, its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from chatbot.messages import message
from chatbot.printable import printable_line
from chatbot.tui.citation import CitationCard

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from chatbot.answer import Answer
    from chatbot.corpus import Corpus
    from chatbot.language import Language

SHOWN_QUESTION_LENGTH = 1000
"""Of a question that is longer than this in code points, such as a pasted article, the rest is not shown."""


class Turn(Vertical):
    """A question as it was asked, then a line that says how far it is, then the answer."""

    DEFAULT_CSS = """
    Turn {
        height: auto;
        max-width: 100;
        margin: 0 0 1 0;
        & > .question { text-style: bold; color: $text-accent; }
        & > .progress { color: $foreground 60%; }
        & > .failure { color: $text-error; }
        & > .opening { margin: 1 0 0 0; }
        & > .opening.-not-found { color: $text-warning; }
    }
    """

    def __init__(self, question: str, language: Language) -> None:
        super().__init__()
        self.question = question
        self.answer: Answer | None = None
        self._language = language
        self._progress = Static(classes="progress", markup=False)

    @property
    def cards(self) -> list[CitationCard]:
        """The citations of the answer, in their order."""
        return list(self.query(CitationCard))

    def compose(self) -> ComposeResult:
        """The question and the line below it."""
        shown = printable_line(self.question[:SHOWN_QUESTION_LENGTH])
        if len(self.question) > SHOWN_QUESTION_LENGTH:
            shown += " […]"
        yield Static(Content(f"❯ {shown}"), classes="question")
        yield self._progress

    def show_progress(self, key: str) -> None:
        """Say how far the question is, by the name of a message."""
        self._progress.update(Content(message(key, self._language)))

    def show_failure(self, text: str) -> None:
        """Say why there is no answer and what to do next."""
        self._progress.set_classes("failure")
        self._progress.update(Content(printable_line(text)))

    async def show_answer(self, answer: Answer, corpus: Corpus) -> None:
        """Put the answer in the place of the line that said that it was awaited."""
        self.answer = answer
        opening = Static(Content(printable_line(answer.opening)), classes="opening")
        opening.set_class(not answer.found, "-not-found")
        cited = [(citation, corpus.article(citation.article)) for citation in answer.citations]
        cards = [CitationCard(citation, article, self._language) for citation, article in cited if article]
        async with self.batch():
            await self._progress.remove()
            await self.mount(opening, *cards)
