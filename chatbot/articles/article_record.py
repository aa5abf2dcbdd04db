"""Records of articles: all that was read from a text but the text itself, as one line of JSON."""

from __future__ import annotations

import json
from dataclasses import astuple
from hashlib import blake2b

from chatbot.articles.article import Article, plain_text
from chatbot.articles.blocks import Block
from chatbot.articles.source_text import SourceText


def article_key(name: str, source: SourceText) -> str:
    """What tells an article from all others: 32 hexadecimal digits of its name, its text and the title it was given."""
    lengths = f"{len(name)} {len(source.title) if source.title is not None else '-'}"
    content = f"{lengths} {name}{source.title or ''}{source.text}".encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=16).hexdigest()


def article_record(article: Article) -> str:
    """The record of an article."""
    return json.dumps([article.title, article.language, [astuple(block) for block in article.blocks]])


def recorded_article(record: str, name: str, source: SourceText) -> Article:
    """The article of that name with that text, as `article_record` kept it."""
    title, language, blocks = json.loads(record)
    return Article(
        name,
        source,
        title,
        plain_text(name, source.text),
        language,
        tuple(Block(*block) for block in blocks),
    )
