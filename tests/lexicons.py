"""Lexicons of articles that no chatbot was made over."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.articles.article import Article
from chatbot.index.lexicon import Lexicon
from chatbot.passages.analyse import analyse


def lexicon_of(articles: Sequence[Article]) -> Lexicon:
    """The words of the articles, and the dictionaries."""
    analysed = analyse(articles)
    return Lexicon(frozenset(analysed.terms.strings), analysed.forms)
