"""A citation in the conversation: its source, the passage as it stands there, and why it was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content, Span
from textual.message import Message
from textual.widgets import Static

from chatbot.conversations.quotation import source
from chatbot.messages import message
from chatbot.text.printable import printable_line
from chatbot.tui.labels import citation_reason
from chatbot.tui.marks import Role, citation_marks, cut

if TYPE_CHECKING:
    from textual import events

    from chatbot.answers.answer import Citation
    from chatbot.articles.article import Article
    from chatbot.text.language import Language


class CitationCard(Static, can_focus=True):
    """A numbered passage that opens its article when it is clicked or Enter is pressed on it."""

    DEFAULT_CSS = """
    CitationCard {
        height: auto;
        margin: 1 0 0 0;
        padding: 0 1;
        border-left: outer $surface-lighten-2;
        color: $foreground 80%;
        &:hover { background: $boost; }
        &:focus { border-left: outer $accent; background: $boost; }
        &.-open { border-left: outer $primary; }
        &.-open:focus { border-left: outer $accent; }
        & > .citation--source { color: $text-primary; text-style: bold; }
        & > .citation--best { color: $foreground; text-style: bold; }
        & > .citation--match { color: $text-warning; text-style: underline; }
        & > .citation--reason { color: $foreground 60%; text-style: italic; }
        & > .citation--problem { color: $text-error; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "citation--source",
        "citation--best",
        "citation--match",
        "citation--reason",
        "citation--problem",
    }
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", id="citation.open", show=False)]

    class Opened(Message):
        """A reader wants to see the citation in its article."""

        def __init__(self, card: CitationCard) -> None:
            super().__init__()
            self.card = card

    def __init__(self, citation: Citation, article: Article | None, language: Language) -> None:
        super().__init__(markup=False)
        self.citation = citation
        self.article = article
        self._language = language

    @property
    def is_intact(self) -> bool:
        """Whether the passage still stands where it was cited from."""
        return self.article is not None and self.citation.is_in(self.article.text)

    @property
    def problem(self) -> str:
        """Why the passage cannot be shown in its article; empty where it can."""
        if self.article is None:
            return message("source gone", self._language, article=self.citation.article)
        return "" if self.is_intact else message("source changed", self._language)

    def show_source(self, article: Article | None) -> None:
        """Take over the article as it has become, or that it is gone."""
        self.article = article
        self.show_open(self.has_class("-open"))

    def on_mount(self) -> None:
        """Draw the citation as one that is not open."""
        self.show_open(False)

    def show_open(self, is_open: bool) -> None:
        """Mark the citation as the one that the source pane shows, or no longer."""
        self.set_class(is_open, "-open")
        lines = [self._source(is_open), *self._paragraphs()]
        lines.append(Content.styled(citation_reason(self.citation, self._language), ".citation--reason"))
        if self.problem:
            lines.append(Content.styled(printable_line(self.problem), ".citation--problem"))
        self.update(Content("\n").join(lines))

    def action_open(self) -> None:
        """Ask for the article of this citation."""
        self.post_message(self.Opened(self))

    def on_click(self, event: events.Click) -> None:
        """Open the citation, unless the mouse was used to select text in it."""
        event.stop()
        if not self.screen.get_selected_text():
            self.action_open()

    def _source(self, is_open: bool) -> Content:
        sign = "▶ " if is_open else ""
        line = f"{sign}[{self.citation.number}] {printable_line(source(self.citation, self._language))}"
        return Content.styled(line, ".citation--source")

    def _paragraphs(self) -> list[Content]:
        """The passage, with a line of its own for each paragraph that it takes from."""
        start, end = self.citation.start, self.citation.end
        if self.article is None or not self.is_intact:
            return [self._paragraph(start, end)]
        blocks = [block for block in self.article.blocks if block.start < end and block.end > start]
        spans = [(max(block.start, start), min(block.end, end)) for block in blocks]
        return [self._paragraph(*span) for span in spans or [(start, end)]]

    def _paragraph(self, start: int, end: int) -> Content:
        pieces = cut(start, end, citation_marks(self.citation))
        spans = [
            Span(piece.start - start, piece.end - start, f".citation--{role.value}")
            for piece in pieces
            for role in piece.roles
            if role is not Role.PASSAGE
        ]
        text = self.citation.text[start - self.citation.start : end - self.citation.start]
        return Content(printable_line(text), spans)
