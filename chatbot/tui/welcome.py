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
    corpus: reactive[Corpus | None] = reactive(None)
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

    def __init__(self) -> None:
        super().__init__()
        self._heading = Static(classes="heading", markup=False)
        self._articles = Static(classes="titles")

    def compose(self) -> ComposeResult:
        yield Static(self.app.text("welcome"), markup=False)
        yield self._heading
        yield self._articles
        yield Samples()

    def watch_corpus(self, corpus: Corpus | None) -> None:
        self._heading.display = self._articles.display = corpus is not None
        if corpus:
            self._heading.update(self.app.count("article", len(corpus.articles)))
            self._articles.update(Content("\n").join(self._titles(corpus.articles)))

    def _titles(self, articles: Sequence[Article]) -> Iterator[Content]:
        yield from (Content(f"• {printable_line(article.title)}") for article in articles[:TITLE_LIMIT])
        if len(articles) > TITLE_LIMIT:
            more = self.app.text("more articles", count=len(articles) - TITLE_LIMIT)
            yield Content.styled(more, "$foreground 60%")


class Samples(Vertical):
    """Questions that the articles answer, those in the language of the interface first."""

    app = getters.app(BaseApp)
    shown: reactive[tuple[Sample, ...]] = reactive((), recompose=True)
    DEFAULT_CSS = "Samples { height: auto; }"

    def compose(self) -> ComposeResult:
        if self.shown:
            yield Static(self.app.text("sample questions"), classes="heading", markup=False)
        for one in sorted(self.shown, key=lambda sample: sample.language != self.app.language):
            yield RequestLine(Request(one.text), Content(printable_line(one.text)))
