"""The list of the articles, from which one can be opened, and some be ticked for questions to be limited to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from chatbot.messages import message
from chatbot.text.printable import printable_line
from chatbot.text.words import normal_form
from chatbot.tui.labels import article_count, article_facts
from chatbot.tui.list_screen import ListScreen

if TYPE_CHECKING:
    from textual import events

    from chatbot.articles.article import Article
    from chatbot.passages.corpus import Corpus
    from chatbot.text.language_code import Language


SHOWN_TEXT_LENGTH = 200
"""Code points of an article's text that its line may show."""


class Choice(NamedTuple):
    """The article to open, if any, and the names of those that questions are limited to, if any."""

    article: Article | None
    only: frozenset[str]


class ArticleList(ListScreen["Article", Choice]):
    """A line an article: what is typed filters them, Space ticks one, Enter opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f2,ctrl+o", "close", id="articles", show=False),
        Binding("space", "tick", id="articles.tick", show=False, priority=True),
        Binding("backspace", "filter", show=False),
    ]

    def __init__(self, corpus: Corpus, language: Language, only: frozenset[str]) -> None:
        super().__init__(corpus.articles, article_count(corpus, language), message("articles hint", language))
        self._articles = corpus.articles
        self._count = article_count(corpus, language)
        self._language = language
        self._only = only
        self._typed = ""

    def option(self, item: Article) -> Option:
        """Tick, title, file, length, date, and the beginning of the text, on one line."""
        tick = "☑ " if item.name in self._only else "☐ "
        facts = article_facts(item, self._language)
        body = next((block for block in item.blocks if not block.is_heading), None)
        start = printable_line(item.plain[body.start : body.end][:SHOWN_TEXT_LENGTH]) if body else ""
        parts = (
            Content(tick),
            Content.styled(printable_line(item.title), "bold"),
            Content(f"  {printable_line(item.name)} · {facts} · "),
            Content.styled(start, "dim"),
        )
        return Option(Content("").join(parts))

    def chosen(self, item: Article) -> Choice:
        """The article to open, and those that are ticked."""
        return Choice(item, self._only)

    def action_close(self) -> None:
        """Open none; the ticks hold."""
        self.dismiss(Choice(None, self._only))

    def action_tick(self) -> None:
        """Limit questions to the article at the cursor as well, or no longer."""
        number = self.query_one(OptionList).highlighted
        if number is not None:
            self._only ^= {self.items[number].name}
            self._show(number)

    def action_filter(self, character: str = "") -> None:
        """Show the articles whose title or file has what was typed, one character more or less."""
        self._typed = self._typed + character if character else self._typed[:-1]
        wanted = normal_form(self._typed)
        self.items = [one for one in self._articles if wanted in normal_form(f"{one.title} {one.name}")]
        self.heading.update(
            Content(message("articles filtered", self._language, typed=self._typed) if self._typed else self._count)
        )
        self._show(0)

    def on_key(self, event: events.Key) -> None:
        """Filter by what is typed."""
        if event.is_printable and event.character:
            event.stop()
            self.action_filter(event.character)

    def _show(self, number: int) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(map(self.option, self.items))
        if self.items:
            options.highlighted = number
