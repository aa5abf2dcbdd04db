"""Metadata lines: where the head of an article says who wrote it, and of when it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chatbot.articles.dates import iso_date
from chatbot.passages.passage import Passage

if TYPE_CHECKING:
    from chatbot.articles.article import Article
    from chatbot.text.spans import Span
    from chatbot.text.talk_data import Told

_LINE = re.compile(r"\S(?:.*\S)?")


def metadata_lines(article: Article, told: Told) -> list[tuple[Passage, Span]]:
    """The lines above the first block that name author and date, the one that is asked for first, in one passage.

    There are none if author and date come from a document's properties or the name of its file.
    """
    names = tuple(filter(None, (article.author or "").split(", ")))
    lines: dict[Told, Span] = {}
    for found in _LINE.finditer(article.text, 0, article.blocks[0].start):
        line = found.group()
        if any(name in line for name in names):
            lines.setdefault("author", found.span())
        if article.date and (article.date in line or article.date == iso_date(line)):
            lines.setdefault("date", found.span())
    if told not in lines:
        return []
    spans = sorted({*lines.values()})
    passage = Passage(article, None, tuple(spans))
    asked = lines[told]
    return [(passage, asked), *((passage, span) for span in spans if span != asked)]
