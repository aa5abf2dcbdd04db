"""The source pane: an article, above it which one it is and how far the reader is, and what is looked for in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Input, Static

from chatbot.text.printable import printable_line
from chatbot.tui.article_view import ArticleView
from chatbot.tui.base_app import BaseApp
from chatbot.tui.keys import FIND_LINE_KEYS

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from chatbot.articles.article import Article
    from chatbot.tui.citation_card import CitationCard


class FindInput(Input):
    """What to look for, and the keys that go along what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [*FIND_LINE_KEYS]


class SourcePane(Vertical):
    """Hidden until a citation or an article is opened, as its find line is until the reader looks for something."""

    DEFAULT_CSS = """
    SourcePane {
        display: none;
        color: $foreground 70%;
        &.-open { display: block; }
        &:focus-within { color: $foreground; }
        & > #source-bar {
            height: 1;
            padding: 0 0 0 1;
            background: $panel;
            & > #source-title { width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
            & > #source-position { width: auto; height: 1; padding: 0 1 0 2; }
        }
        &:focus-within > #source-bar { background: $primary-muted; }
        & > #find {
            display: none;
            height: 1;
            padding: 0 0 0 1;
            background: $surface;
            & > .sign { width: 2; color: $text-accent; }
            & > Input { width: 1fr; background: $surface; }
            & > Input:focus { background-tint: $foreground 0%; }
            & > .count { width: auto; padding: 0 1; }
            & > .count.-none { color: $text-warning; }
        }
        &.-finding > #find { display: block; }
        & .links { width: auto; height: 1; link-color: $foreground; link-style: none; link-style-hover: none; }
    }
    """

    app = getters.app(BaseApp)
    is_open = reactive(False, toggle_class="-open", bindings=True)
    is_finding = reactive(False, toggle_class="-finding")

    def __init__(self) -> None:
        super().__init__(id="source")
        self.view = ArticleView()
        self.find_input = FindInput(placeholder=self.app.text("find prompt"), compact=True)
        self.find_input.cursor_blink = False
        self._title = Static(id="source-title", markup=False)
        self._position = Static(id="source-position", markup=False)
        self._count = Static(classes="count")

    def compose(self) -> ComposeResult:
        with Horizontal(id="source-bar"):
            yield self._title
            yield self._position
            yield Static(
                " [@click='screen.find']/[/]  [@click='screen.zoom']□[/]  [@click='screen.close_source']×[/] ",
                classes="links",
            )
        with Horizontal(id="find"):
            yield Static("/", classes="sign")
            yield self.find_input
            yield self._count
            yield Static(
                " [@click='screen.find_step(-1)']↑[/]  [@click='screen.find_step(1)']↓[/]  [@click='screen.back']×[/] ",
                classes="links",
            )
        yield self.view

    def show(self, article: Article, cards: Sequence[CitationCard], card: CitationCard | None = None) -> None:
        """Open `article` at its top, or at the citation of `card` if it still stands there; mark those of `cards`."""
        if article is not self.view.article:
            self.close_find()
        self._title.update(Content(printable_line(" · ".join(filter(None, (article.title, article.byline))))))
        self.is_open = True
        cited = [one.citation for one in cards if one.article is article and one.is_intact]
        self.view.show(article, card.citation if card and card.is_intact else None, cited, card.help if card else "")

    def close(self) -> None:
        self.screen.maximized = None
        self.close_find()
        self.is_open = False

    def has_article(self) -> bool:
        """Whether an article is open; if not, say how to open one."""
        if not self.is_open:
            self.app.say("no article open")
        return self.is_open

    def open_find(self, query: str = "") -> None:
        """Look for the query, or else what was looked for last, from where the reader is; typing replaces it.

        The focus moves at once: what is typed next, however fast, comes here.
        """
        if self.has_article():
            self.is_finding = True
            self.screen.set_focus(self.find_input)
            self.find_input.value = query or self.find_input.value
            self.find_input.select_all()
            self._find()

    def close_find(self) -> None:
        """Look for nothing any more; the reader stays where the last hit was."""
        if self.find_input.has_focus:
            self.view.focus()
        self.is_finding = False
        self.view.find("")

    def step_hit(self, step: int) -> None:
        """Go to the next or the previous hit, or first ask what to look for."""
        if self.is_finding:
            self.view.step_hit(step)
            self._show_count()
        else:
            self.open_find()

    def zoom(self) -> None:
        """Give the article the whole screen, or share it again."""
        if self.has_article():
            self.screen.maximized = None if self.screen.maximized else self
            self.view.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_finding:
            self._find()

    def on_article_view_scrolled(self, event: ArticleView.Scrolled) -> None:
        event.stop()
        parts = [f"{self.view.percent}%"]
        if self.view.citation:
            parts.insert(0, self.app.text("citation number", number=self.view.citation.number))
        self._position.update(Content(" · ".join(parts)))

    def _find(self) -> None:
        self.view.find(self.find_input.value)
        self._show_count()

    def _show_count(self) -> None:
        """Say which of how many hits the reader is at."""
        hits = self.view.hits
        text = self.app.text("hit of" if hits else "hits none", number=self.view.hit + 1, count=len(hits))
        self._count.update(Content(text if self.find_input.value.strip() else ""))
        self._count.set_class(not hits, "-none")
