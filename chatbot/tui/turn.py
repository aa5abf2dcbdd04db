"""A turn of the conversation: a question and, once it is there, its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from chatbot.messages import message
from chatbot.text.printable import printable, printable_line
from chatbot.tui.citation import CitationCard, citation_cards
from chatbot.tui.offer import Offer, offers
from chatbot.tui.question_line import QuestionLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from chatbot.answers.answer import Answer
    from chatbot.passages.corpus import Corpus
    from chatbot.text.language_code import Language
    from chatbot.tui.bound_keys import BoundKeys
    from chatbot.tui.request import Request


class Turn(Vertical):
    """A question as it was asked, then a line that says how far it is, then the answer."""

    DEFAULT_CSS = """
    Turn {
        height: auto;
        max-width: 100;
        margin: 0 0 1 0;
        & > .progress { color: $foreground 60%; }
        & > .failure { color: $text-error; }
        & > .hint { color: $foreground 60%; padding: 0 1; }
        & > .opening { color: $foreground 80%; }
        & > .opening.-perhaps { color: $text-warning; }
        & > .opening.-not-found { color: $text-error; }
    }
    """

    def __init__(self, request: Request, language: Language) -> None:
        super().__init__()
        self.request = request
        self.answer: Answer | None = None
        self._language = language
        self._line = QuestionLine(request.question, language)
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
        yield self._line
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

    async def show_answer(self, answer: Answer, corpus: Corpus, keys: BoundKeys) -> None:
        """Put the answer in the place of the line that said that it was awaited."""
        self.answer = answer
        opening = Static(Content(printable(answer.opening)), classes="opening")
        opening.add_class(f"-{answer.certainty.replace(' ', '-')}")
        shown = (*offers(answer, self._language, keys), opening, *citation_cards(answer, corpus, self._language))
        async with self.batch():
            await self._progress.remove()
            self._line.show_language(answer.language)
            await self.mount(*shown)
