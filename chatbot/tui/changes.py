"""What has changed in the articles between two readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatbot.messages import message
from chatbot.tui.labels import article_count

if TYPE_CHECKING:
    from chatbot.passages.corpus import Corpus
    from chatbot.text.language import Language


def told_changes(before: Corpus, after: Corpus, language: Language) -> str:
    """How many articles were read, and how many of them are new, edited or gone."""
    old = {article.name: article.text for article in before.articles}
    new = {article.name: article.text for article in after.articles}
    edited = sum(old[name] != new[name] for name in old.keys() & new.keys())
    counts = {"added": len(new.keys() - old.keys()), "edited": edited, "removed": len(old.keys() - new.keys())}
    name = "articles changed" if any(counts.values()) else "articles unchanged"
    return message(name, language, articles=article_count(after, language), **counts)
