"""A corpus: the articles of one folder, analysed, and the files that were skipped."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from chatbot.articles.article import Article
from chatbot.articles.folder import FILE_LIMIT, SkippedFile, list_folder, read_file
from chatbot.articles.formats import extraction
from chatbot.articles.source_text import UnreadableFileError
from chatbot.errors import CorpusError
from chatbot.messages import message
from chatbot.passages.record import ArticleRecord, file_records
from chatbot.progress import Report, silent
from chatbot.storage.store import Store
from chatbot.text.language_code import Language
from chatbot.worker_process import WorkerProcess

NAMED = 3  # the most articles that are named by their titles where questions are limited to them
REASONS = 3  # of a folder without articles, the most files for which the reason is given


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles of a folder in the order of their paths, with the `records` of each."""

    folder: Path
    articles: tuple[Article, ...]
    records: tuple[ArticleRecord, ...]
    skipped: tuple[SkippedFile, ...]

    def article(self, name: str) -> Article | None:
        """The article of that name, or None."""
        return next((article for article in self.articles if article.name == name), None)

    def titles(self, names: Collection[str]) -> str:
        """The titles of the articles of these names, of the first three of more."""
        titles = [article.title for article in self.articles if article.name in names]
        return ", ".join(titles[:NAMED]) + (" …" if len(titles) > NAMED else "")

    def lower_case_words(self) -> frozenset[str]:
        """The words that the articles have in lower case: of these a capital makes no name."""
        return frozenset(form for record in self.records for form, *_ in record.forms if form[:1].islower())


def read_corpus(
    folder: Path,
    language: Language = "en",
    report: Report = silent,
    *,
    store: Store | None = None,
    file_limit: int = FILE_LIMIT,
) -> Corpus:
    """Read and analyse every file below `folder` that is an article by its name; `file_limit` is in bytes.

    `language` is that of the messages, and `report` is called with how many files have been read. What was made of a
    file comes from the store, and goes there. A file without text, or one that cannot be read, is skipped, and named
    with its reason. Raises CorpusError where the folder does not exist, cannot be read or holds no readable article.
    """
    listed = list_folder(folder, language)
    records: list[ArticleRecord] = []
    skipped = list(listed.skipped)
    with closing(WorkerProcess(extraction.__name__)) as worker:
        for number, path in enumerate(listed.paths):
            report("reading", number, len(listed.paths))
            name = path.relative_to(folder).as_posix()
            try:
                found = file_records(name, read_file(path, file_limit), worker, store)
            except UnreadableFileError as error:
                skipped.append(SkippedFile(name, error.sentence(language, file=name)))
                continue
            records += (one for one in found if one.article.blocks)
            empty = (one.article.name for one in found if not one.article.blocks)
            skipped += (SkippedFile(one, message("empty file", language, file=one)) for one in empty)
    articles = tuple(record.article for record in records)
    if not articles:
        key = "no readable article" if skipped else "no articles"
        problem = message(key, language, folder=folder, formats=message("article formats", language))
        raise CorpusError(" ".join((problem, *(file.reason for file in skipped[:REASONS]))))
    return Corpus(folder, articles, tuple(records), tuple(skipped))
