"""The list of the articles, from which one can be opened, and some be ticked for questions to be limited to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from chatbot.messages import message
from chatbot.text.printable import printable_line
from chatbot.tui.keys import ARTICLE_LIST_KEYS, ARTICLES, CLOSE
from chatbot.tui.list_screen import ListScreen
from chatbot.tui.page import folded

if TYPE_CHECKING:
    from textual import events

    from chatbot.articles.article import Article
    from chatbot.passages.corpus import Corpus
    from chatbot.text.language_code import Language

SHOWN_TEXT_LENGTH = 200  # code points of an article's text that its line may show


class ArticleList(ListScreen["Article"]):
    """Two lines an article: what is typed filters them, Space ticks one, Enter opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [*ARTICLE_LIST_KEYS, replace(ARTICLES, action=CLOSE)]
    HINT = "articles hint"

    def __init__(self, corpus: Corpus, only: frozenset[str]) -> None:
        """`only` has the names of the articles that are ticked, at first and then; the cursor is at the first."""
        super().__init__(corpus.articles)
        self._articles = corpus.articles
        self.only = only
        self._typed = ""

    def on_mount(self) -> None:
        ticked = (place for place, article in enumerate(self.items) if article.name in self.only)
        self.options.highlighted = next(ticked, 0)

    def about(self) -> str:
        if not self._typed:
            return self.app.count("article", len(self._articles))
        return self.app.text("articles filtered" if self.items else "articles filtered none", typed=self._typed)

    def option(self, item: Article) -> Option:
        """Tick and title, and below them length, author, date, file and the beginning of the text, cut off."""
        tick = "☑ " if item.name in self.only else "☐ "
        title = Content(tick) + Content.styled(printable_line(item.title), "bold")
        body = next((block for block in item.blocks if not block.is_heading), None)
        start = printable_line(item.plain[body.start : body.end][:SHOWN_TEXT_LENGTH]) if body else ""
        facts = f"  {article_facts(item, self.app.language)} · {printable_line(item.name)} · {start}"
        return Option(Content("\n").join((title, Content.styled(facts, "dim"))))

    def action_tick(self) -> None:
        """Limit questions to the article at the cursor as well, or no longer."""
        number = self.options.highlighted
        if number is not None:
            self.only ^= {self.items[number].name}
            self._show(number)

    def action_filter(self, character: str = "") -> None:
        """Show the articles whose title, author, date or file has what was typed, one character more or less."""
        self._typed = self._typed + character if character else self._typed[:-1]
        wanted = folded(self._typed)
        self.items = [one for one in self._articles if wanted in folded(f"{one.title} {one.byline} {one.name}")]
        self.heading.update(Content(self.about()))
        self._show(0)

    def on_key(self, event: events.Key) -> None:
        if event.is_printable and event.character:
            event.stop()
            self.action_filter(event.character)

    def _show(self, number: int) -> None:
        self.options.clear_options()
        self.options.add_options(map(self.option, self.items))
        if self.items:
            self.options.highlighted = number


def article_facts(article: Article, language: Language) -> str:
    """How long an article is and, where that is known, of whom and when."""
    words = message("words", language, count=article.words)
    return " · ".join(filter(None, (words, printable_line(article.byline))))
