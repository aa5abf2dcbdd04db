"""The line at the top, and how it and other widgets tell of the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from chatbot.messages import message
from chatbot.text.printable import printable_line

if TYPE_CHECKING:
    from chatbot.articles.article import Article
    from chatbot.passages.corpus import Corpus
    from chatbot.text.language_code import Language


def article_count(corpus: Corpus, language: Language) -> str:
    """How many articles there are, as words of a line."""
    if len(corpus.articles) == 1:
        return message("one article", language)
    return message("article count", language, count=len(corpus.articles))


def article_facts(article: Article, language: Language) -> str:
    """How long an article is and, where that is known, of whom and when."""
    words = message("words", language, count=article.words)
    return " · ".join(filter(None, (words, printable_line(article.byline))))


class StatusLine(Static):
    """The line at the top, which says what this is and what it is busy with; it is cut off rather than wrapped."""

    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        padding: 0 1;
        background: $panel;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self, language: Language) -> None:
        super().__init__(markup=False)
        self._title = message("program", language)

    def show(self, *parts: str) -> None:
        """Show the name of the program and the given parts."""
        title = Content.styled(self._title, "bold")
        self.update(Content(" · ").join([title, *(Content(printable_line(part)) for part in parts)]))
