"""The source pane: an article, and above it which one it is and how far the reader is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from chatbot.messages import message
from chatbot.printable import printable_line
from chatbot.tui.article_view import ArticleView

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from chatbot.answer import Citation
    from chatbot.article import Article
    from chatbot.language import Language


class SourcePane(Vertical):
    """Hidden until a citation or an article is opened."""

    DEFAULT_CSS = """
    SourcePane {
        display: none;
        width: 100%;
        height: 55%;
        color: $foreground 70%;
        &.-open { display: block; }
        &:focus-within { color: $foreground; }
        & > #source-bar {
            height: 1;
            padding: 0 1;
            background: $panel;
            & > #source-title { width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
            & > #source-position { width: auto; height: 1; padding: 0 0 0 2; }
        }
        &:focus-within > #source-bar { background: $primary-muted; }
    }
    """

    def __init__(self, language: Language) -> None:
        super().__init__(id="source")
        self.view = ArticleView()
        self._language = language
        self._count = 0
        self._title = Static(id="source-title", markup=False)
        self._position = Static(id="source-position", markup=False)

    @property
    def is_open(self) -> bool:
        """Whether an article is in sight."""
        return self.has_class("-open")

    def compose(self) -> ComposeResult:
        """The bar and the article below it."""
        with Horizontal(id="source-bar"):
            yield self._title
            yield self._position
        yield self.view

    def show(self, article: Article, citation: Citation | None = None, count: int = 0) -> None:
        """Open `article` at its top, or at `citation`, which is one of `count`."""
        self._count = count
        self._title.update(Content(printable_line(article.title)))
        self.add_class("-open")
        self.view.show(article, citation)

    def close(self) -> None:
        """Hide the pane."""
        self.remove_class("-open")

    def on_article_view_scrolled(self, event: ArticleView.Scrolled) -> None:
        """Say how far the reader is."""
        event.stop()
        parts = [f"{self.view.percent}%"]
        if self.view.citation:
            number = self.view.citation.number
            parts.insert(0, message("citation of", self._language, number=number, count=self._count))
        self._position.update(Content(" · ".join(parts)))
