"""A corpus: the articles of one folder, analysed, and the files that were skipped."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from chatbot.articles.article import Article
from chatbot.articles.article_paths import FILE_LIMIT
from chatbot.articles.folder import SkippedFile, read_folder
from chatbot.errors import CorpusError
from chatbot.messages import message
from chatbot.passages.record import ArticleRecord, article_record
from chatbot.progress import Report, silent
from chatbot.storage.store import Store
from chatbot.text.language_code import Language

REASONS = 3  # of a folder without articles, the most files for which the reason is given


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles of a folder in the order of their paths, and its `fingerprint` from before they were read.

    `records` are those of the articles, in the same order. `file_limit` is the largest file that was read, in bytes.
    """

    folder: Path
    articles: tuple[Article, ...]
    records: tuple[ArticleRecord, ...]
    skipped: tuple[SkippedFile, ...]
    fingerprint: str = ""
    file_limit: int = FILE_LIMIT

    def article(self, name: str) -> Article | None:
        """The article of that name, or None."""
        return next((article for article in self.articles if article.name == name), None)

    def lower_case_words(self) -> frozenset[str]:
        """The words that the articles have in lower case: of these a capital makes no name."""
        return frozenset(form for record in self.records for form, *_ in record.forms if form[:1].islower())

    def nearest_name(self, name: str) -> str | None:
        """The name of an article that may have been meant by `name`, which may lack its folder and its ending."""
        names: dict[str, str] = {}
        for article in self.articles:
            path = PurePosixPath(article.name)
            for form in (article.name, path.name, path.stem):
                names.setdefault(form.casefold(), article.name)
        nearest = get_close_matches(name.casefold(), names, n=1)
        return names[nearest[0]] if nearest else None


def read_corpus(
    folder: Path,
    language: Language = "en",
    report: Report = silent,
    *,
    store: Store | None = None,
    file_limit: int = FILE_LIMIT,
) -> Corpus:
    """Read and analyse every article below `folder`; the arguments are those of `read_folder`.

    A file without text is skipped like one that cannot be read. Raises CorpusError as `read_folder` does, and where the
    folder holds no readable article.
    """
    read = read_folder(folder, language, report, store=store, file_limit=file_limit)
    articles: list[Article] = []
    records: list[ArticleRecord] = []
    skipped = list(read.skipped)
    for number, file in enumerate(read.files):
        report("analysing", number, len(read.files))
        record = article_record(file, store)
        article = record.article(file)
        if article.blocks:
            articles.append(article)
            records.append(record)
        else:
            skipped.append(SkippedFile(file.name, message("empty file", language, file=file.name)))
    if not articles:
        key = "no readable article" if skipped else "no articles"
        problem = message(key, language, folder=folder, formats=message("article formats", language))
        raise CorpusError(" ".join((problem, *(file.reason for file in skipped[:REASONS]))))
    return Corpus(folder, tuple(articles), tuple(records), tuple(skipped), read.fingerprint, file_limit)
