"""Lines about citations and articles that more than one widget shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatbot.answers.answer import match_pairs
from chatbot.messages import message
from chatbot.text.printable import printable_line

if TYPE_CHECKING:
    from chatbot.answers.answer import Citation
    from chatbot.articles.article import Article
    from chatbot.passages.corpus import Corpus
    from chatbot.text.language_code import Language

REASON_LIMIT = 6
"""The most pairs of words that say why a passage was cited."""


def citation_reason(citation: Citation, language: Language) -> str:
    """Why the passage is there: the words of the question beside those that they met, each pair once."""
    pairs = [word if same else f"{query} → {word}" for query, word, same in match_pairs(citation)]
    if not pairs:
        return message("why alike", language)
    return message("why", language, matches=" · ".join(printable_line(pair) for pair in pairs[:REASON_LIMIT]))


def article_count(corpus: Corpus, language: Language) -> str:
    """How many articles there are, as words of a line."""
    if len(corpus.articles) == 1:
        return message("one article", language)
    return message("article count", language, count=len(corpus.articles))


def changes(before: Corpus, after: Corpus, language: Language) -> str:
    """How many articles were read, and how many of them are new, edited or gone."""
    old = {article.name: article.text for article in before.articles}
    new = {article.name: article.text for article in after.articles}
    edited = sum(old[name] != new[name] for name in old.keys() & new.keys())
    counts = {"added": len(new.keys() - old.keys()), "edited": edited, "removed": len(old.keys() - new.keys())}
    name = "articles changed" if any(counts.values()) else "articles unchanged"
    return message(name, language, articles=article_count(after, language), **counts)


def article_facts(article: Article, language: Language) -> str:
    """How long an article is and, where that is known, of whom and when."""
    words = message("words", language, count=len(article.text.split()))
    return " · ".join(filter(None, (words, printable_line(article.byline))))
