"""What the empty conversation shows: what this is, which articles there are and what could be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual import getters
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from chatbot.text.printable import printable_line
from chatbot.tui.base_app import BaseApp
from chatbot.tui.turn import Request, RequestLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from chatbot.answers.samples import Sample
    from chatbot.articles.article import Article
    from chatbot.passages.corpus import Corpus

TITLE_LIMIT = 6  # the most titles that are shown; the list of articles has them all


class Welcome(Vertical):
    """The first thing that a reader sees; the articles and the samples follow once they are known."""

    app = getters.app(BaseApp)
    corpus: reactive[Corpus | None] = reactive(None, recompose=True)
    samples: reactive[tuple[Sample, ...]] = reactive((), recompose=True)
    DEFAULT_CSS = """
    Welcome {
        height: auto;
        max-width: 100;
        & .heading { margin: 1 0 0 0; text-style: bold; }
        & .titles { padding: 0 1; }
        & RequestLine { padding: 0 1; border-left: outer $surface-lighten-2; color: $text-accent; }
        & RequestLine:focus { border-left: outer $accent; text-style: bold; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Static(self.app.text("welcome"), markup=False)
        if self.corpus:
            yield Static(self.app.count("article", len(self.corpus.articles)), classes="heading", markup=False)
            yield Static(Content("\n").join(self._titles(self.corpus.articles)), classes="titles")
        if self.samples:
            yield Static(self.app.text("sample questions"), classes="heading", markup=False)
        for one in sorted(self.samples, key=lambda sample: sample.language != self.app.language):
            yield RequestLine(Request(one.text), Content(printable_line(one.text)))

    def _titles(self, articles: Sequence[Article]) -> Iterator[Content]:
        yield from (Content(f"• {printable_line(article.title)}") for article in articles[:TITLE_LIMIT])
        if len(articles) > TITLE_LIMIT:
            more = self.app.text("more articles", count=len(articles) - TITLE_LIMIT)
            yield Content.styled(more, "$foreground 60%")
