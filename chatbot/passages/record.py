"""The record of an article: all that is computed from its file alone, so that it is read and analysed once."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import msgspec
from msgspec.structs import replace

from chatbot.articles.article import Article, parse_article
from chatbot.articles.database_export import split_export
from chatbot.articles.folder import source_text
from chatbot.articles.source_text import UnreadableFileError
from chatbot.passages.passage import Passage, split_passages
from chatbot.storage.store import Store, analysis_version, row_key
from chatbot.text.analysis import terms
from chatbot.text.spans import Span
from chatbot.worker_process import WorkerError, WorkerProcess


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
    """An article, and what analysis finds in it.

    `terms` are its different terms, and `forms` its different words as they are written: the form, the number of its
    term and how often it occurs.
    """

    article: Article
    passages: tuple[PassageRecord, ...]
    terms: tuple[str, ...]
    forms: tuple[tuple[str, int, int], ...]

    def own_passages(self) -> Iterator[Passage]:
        """The passages, in order."""
        for passage in self.passages:
            yield Passage(self.article, passage.section, passage.sentences)

    def passage_terms(self) -> Iterator[list[str]]:
        """For each passage its terms, as often as they occur."""
        for passage in self.passages:
            yield [self.terms[number] for number in memoryview(passage.terms).cast("I")]


def file_records(name: str, data: bytes, worker: WorkerProcess, store: Store | None = None) -> list[ArticleRecord]:
    """The records of the articles in a file, from the store or else computed.

    There is one, but for an export of a newspaper database, whose articles have their number behind the name of the
    file ("export.txt#2"). Raises UnreadableFileError; that a file took too long, or had the worker die, is not stored.
    """
    key = row_key(analysis_version(), name, data)
    row = store.load_one(key) if store else None
    if row is None:
        found: list[ArticleRecord] | str
        try:
            source = source_text(Path(name).suffix.lower(), data, worker)
            spans = split_export(source.text)
            parts = [source] if len(spans) == 1 else [source.part(*span) for span in spans]
            # Names that are no Unicode cannot be stored.
            articles = [replace(parse_article(name, part), name="") for part in parts]
            found = [article_record(article) for article in articles]
        except UnreadableFileError as error:
            found = error.name
        except WorkerError as error:
            raise UnreadableFileError("file too slow" if error.is_late else "file damaged") from error
        row = msgspec.msgpack.encode(found)
        if store and found != "format not installed":
            store.save({key: row})
    read = msgspec.msgpack.decode(row, type=list[ArticleRecord] | str)
    if isinstance(read, str):
        raise UnreadableFileError(read)
    names = (f"{name}#{number}" if len(read) > 1 else name for number in count(1))
    return [replace(one, article=replace(one.article, name=own)) for own, one in zip(names, read, strict=False)]


def article_record(article: Article) -> ArticleRecord:
    """The record of an article (3 ms a passage)."""
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
    counted = tuple((form, number, times) for (form, number), times in forms.items())
    return ArticleRecord(article, tuple(passages), tuple(numbers), counted)
