"""A corpus: the articles of one folder, and the files that were skipped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from chatbot.article import Article, Parse, parse_article
from chatbot.errors import CorpusError
from chatbot.language import Language
from chatbot.messages import message
from chatbot.progress import Report, silent

ARTICLE_SUFFIXES = (".txt", ".md")
"""The endings, in lower case, of the files that are read as articles."""


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that could not be read, and a sentence that says why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles of a folder, in the order of their paths, and its `fingerprint` from before they were read."""

    folder: Path
    articles: tuple[Article, ...]
    skipped: tuple[SkippedFile, ...]
    fingerprint: str = ""

    def article(self, name: str) -> Article | None:
        """The article of that name, or None."""
        return next((article for article in self.articles if article.name == name), None)


def bundled_folder() -> Path:
    """The folder of the two articles that come with the program.

    An installed wheel carries them inside the package; a clone has them beside it.
    """
    package = Path(__file__).resolve().parent
    installed = package / "corpus"
    return installed if installed.is_dir() else package.parent / "corpus"


def read_corpus(
    folder: Path, language: Language = "en", parse: Parse = parse_article, report: Report = silent
) -> Corpus:
    """Read every article below `folder`; `language` is that of the messages.

    `parse` makes an article of a name and a text, and `report` is told how many files have been read.

    Raises CorpusError where the folder does not exist, cannot be read or holds no readable article.
    """
    if not folder.exists():
        raise CorpusError(message("no such folder", language, folder=folder))
    if not folder.is_dir():
        raise CorpusError(message("not a folder", language, folder=folder))
    before = fingerprint(folder)
    articles: list[Article] = []
    skipped: list[SkippedFile] = []
    try:
        paths = sorted(_article_paths(folder))
    except OSError as error:
        raise CorpusError(message("folder unreadable", language, folder=folder, reason=error.strerror)) from error
    for number, path in enumerate(paths):
        report("reading", number, len(paths))
        name = path.relative_to(folder).as_posix()
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            skipped.append(SkippedFile(name, message("not UTF-8", language, file=name)))
        except OSError as error:
            skipped.append(SkippedFile(name, message("file unreadable", language, file=name, reason=error.strerror)))
        else:
            article = parse(name, text)
            if any(not block.is_heading for block in article.blocks):
                articles.append(article)
            else:
                skipped.append(SkippedFile(name, message("empty file", language, file=name)))
    if not articles:
        key = "no readable article" if skipped else "no articles"
        raise CorpusError(message(key, language, folder=folder))
    return Corpus(folder, tuple(articles), tuple(skipped), before)


def fingerprint(folder: Path) -> str:
    """What changes when an article below `folder` is added, removed or written to (50 ms for ten thousand).

    It is made of the names, sizes and times of the files, which are not read.
    """
    digest = blake2b(digest_size=16)
    try:
        for path in sorted(_article_paths(folder)):
            try:
                status = path.stat()
            except OSError as error:
                seen = f"{error.errno}"
            else:
                seen = f"{status.st_size} {status.st_mtime_ns}"
            digest.update(f"{path}\0{seen}\0".encode("utf-8", "surrogatepass"))
    except OSError as error:
        digest.update(f"{error.errno}".encode())
    return digest.hexdigest()


def _article_paths(folder: Path) -> Iterator[Path]:
    """The files below `folder` that are articles by their name; hidden files and folders are left out."""

    def fail(error: OSError) -> None:
        if error.filename and Path(error.filename) == folder:
            raise error

    for parent, folders, files in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            if name.lower().endswith(ARTICLE_SUFFIXES) and not name.startswith("."):
                yield Path(parent, name)
