"""The record of an article: all that is computed from its text alone, so that it is analysed once."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator

import msgspec

from chatbot.articles.article import Article, parse_article
from chatbot.articles.blocks import Block
from chatbot.articles.folder import SourceFile
from chatbot.passages.passage import Passage, split_passages
from chatbot.storage.store import Store, analysis_version, row_key
from chatbot.text.analysis import terms
from chatbot.text.language_code import Language
from chatbot.text.spans import Span


class PassageRecord(msgspec.Struct, frozen=True, array_like=True):
    """A passage without its article; `terms` are 32-bit numbers of terms of the article, one a word that is ranked by.

    The terms of the title, the section and the header of a table count as the passage's own. `digest` is that of the
    text that is embedded, 16 bytes.
    """

    section: str | None
    sentences: tuple[Span, ...]
    terms: bytes
    digest: bytes


class ArticleRecord(msgspec.Struct, frozen=True, array_like=True):
    """What analysis finds in one article.

    `terms` are its different terms, and `forms` its different words as they are written: the form, the number of its
    term and how often it occurs.
    """

    title: str
    has_own_title: bool
    language: Language
    blocks: tuple[Block, ...]
    passages: tuple[PassageRecord, ...]
    terms: tuple[str, ...]
    forms: tuple[tuple[str, int, int], ...]
    author: str | None = None
    date: str | None = None

    def article(self, file: SourceFile) -> Article:
        """The article that this was computed from."""
        return Article(
            file.name, file.source, self.title, self.has_own_title, self.language, self.blocks, self.author, self.date
        )

    def passages_of(self, article: Article) -> Iterator[Passage]:
        """The passages of that article, in order."""
        for passage in self.passages:
            yield Passage(article, passage.section, passage.sentences)

    def passage_terms(self) -> Iterator[list[str]]:
        """For each passage its terms, as often as they occur."""
        for passage in self.passages:
            yield [self.terms[number] for number in memoryview(passage.terms).cast("I")]


def article_record(file: SourceFile, store: Store | None = None) -> ArticleRecord:
    """The record of the article in a file, from the store or else computed (3 ms a passage)."""
    source = file.source
    told = (source.title, source.author, source.date, source.is_markdown)
    key = row_key(analysis_version(), file.name, repr(told), source.text)
    row = store.load_one(key) if store else None
    if row is not None:
        return msgspec.msgpack.decode(row, type=ArticleRecord)
    record = _analysed(parse_article(file.name, source))
    if store:
        store.save({key: msgspec.msgpack.encode(record)})
    return record


def _analysed(article: Article) -> ArticleRecord:
    numbers: dict[str, int] = {}
    forms: Counter[tuple[str, int]] = Counter()
    passages: list[PassageRecord] = []
    for passage in split_passages(article):
        heading = f"{article.title if article.has_own_title else ''} {passage.section or ''}"
        found = [
            *terms(article.plain, article.language, passage.start, passage.end),
            *terms(heading, article.language),
            *(found for header in passage.headers_above for found in terms(article.plain, article.language, *header)),
        ]
        own = [numbers.setdefault(term, len(numbers)) for term, _ in found]
        forms.update((word.form, number) for (_, word), number in zip(found, own, strict=True))
        digest = row_key("text", passage.embedded_text)
        passages.append(PassageRecord(passage.section, passage.sentences, array("I", own).tobytes(), digest))
    return ArticleRecord(
        article.title,
        article.has_own_title,
        article.language,
        article.blocks,
        tuple(passages),
        tuple(numbers),
        tuple((form, number, count) for (form, number), count in forms.items()),
        article.author,
        article.date,
    )
