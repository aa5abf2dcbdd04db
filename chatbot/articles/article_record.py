"""Records of articles: all that was read from a text but the text itself, in two lines of JSON that are kept apart."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple
from functools import cached_property
from typing import overload

from chatbot.articles.article import Article
from chatbot.articles.blocks import Block
from chatbot.articles.source_text import SourceText


def head_record(article: Article) -> str:
    """The record of what every start needs of an article: its title, its language and whether it has text."""
    return json.dumps([article.title, article.language, article.has_text])


def blocks_record(article: Article) -> str:
    """The record of its blocks."""
    return json.dumps([astuple(block) for block in article.blocks])


def recorded_article(
    head_record: str, blocks_record: Callable[[], str], name: str, source: SourceText, key: str
) -> Article:
    """The article of that name, text and key that these are the records of; that of its blocks is read when needed."""
    title, language, has_text = json.loads(head_record)
    return Article(name, source, key, title, language, has_text, RecordedBlocks(blocks_record))


class RecordedBlocks(Sequence[Block]):
    """The blocks of an article, made of their record when they are first asked for.

    Of a large folder hardly any are: the two hundred of each of 2,000 articles would take every start most of a second.
    """

    def __init__(self, record: Callable[[], str]) -> None:
        """What gives the record."""
        self._record = record

    def __len__(self) -> int:
        return len(self._blocks)

    @overload
    def __getitem__(self, number: int) -> Block: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, number: int | slice) -> Block | tuple[Block, ...]:
        return self._blocks[number]

    def __iter__(self) -> Iterator[Block]:
        return iter(self._blocks)

    def __eq__(self, other: object) -> bool:
        return self._blocks == (other._blocks if isinstance(other, RecordedBlocks) else other)

    def __hash__(self) -> int:
        return hash(self._blocks)

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        return tuple(Block(*block) for block in json.loads(self._record()))
