"""The list of the articles, from which one can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from chatbot.messages import message
from chatbot.tui.labels import article_count
from chatbot.tui.list_screen import ListScreen

if TYPE_CHECKING:
    from chatbot.articles.article import Article
    from chatbot.passages.corpus import Corpus
    from chatbot.text.language import Language


class ArticleList(ListScreen["Article"]):
    """The titles, each with its file and its language."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2,ctrl+o", "dismiss(None)", id="articles", show=False)]

    def __init__(self, corpus: Corpus, language: Language) -> None:
        super().__init__(corpus.articles, article_count(corpus, language), message("articles hint", language))
        self._language = language

    def lines(self, item: Article) -> tuple[str, str]:
        """Title; file and language."""
        return item.title, f"{item.name} · {message(f'in {item.language}', self._language)}"
