"""Records of articles: all that was read from a text but the text itself, as one line of JSON."""

from __future__ import annotations

import json
from dataclasses import astuple
from hashlib import blake2b

from chatbot.articles.article import Article, plain_text
from chatbot.articles.blocks import Block


def article_key(name: str, text: str, given_title: str | None = None) -> str:
    """What tells an article from all others: 32 hexadecimal digits of its name, its text and the title it was given."""
    lengths = f"{len(name)} {len(given_title) if given_title is not None else '-'}"
    content = f"{lengths} {name}{given_title or ''}{text}".encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=16).hexdigest()


def article_record(article: Article) -> str:
    """The record of an article."""
    return json.dumps([article.title, article.language, [astuple(block) for block in article.blocks]])


def recorded_article(
    record: str,
    name: str,
    text: str,
    encoding: str | None = "utf-8",
    *,
    given_title: str | None = None,
    page_starts: tuple[int, ...] = (),
) -> Article:
    """The article of that name with that text, as `article_record` kept it."""
    title, language, blocks = json.loads(record)
    return Article(
        name,
        title,
        text,
        plain_text(name, text),
        language,
        tuple(Block(*block) for block in blocks),
        encoding,
        page_starts,
        given_title,
    )
