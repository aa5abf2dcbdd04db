"""Lines about articles that more than one widget shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
