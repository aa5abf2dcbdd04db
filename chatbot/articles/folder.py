"""A folder of articles: its files, their texts, and which of them cannot be used."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from chatbot.articles.formats.document import IN_PARTS
from chatbot.articles.formats.extraction import FORMATS, extract
from chatbot.articles.markdown import plain_text, seen_text
from chatbot.articles.metadata import front_matter
from chatbot.articles.source_text import SourceText, UnreadableFileError
from chatbot.articles.subtitles import said_text
from chatbot.articles.text_encoding import decode
from chatbot.errors import CorpusError
from chatbot.messages import message
from chatbot.storage.ordinary_file import read_bytes
from chatbot.text.language_code import Language
from chatbot.worker_process import WorkerProcess

FILE_LIMIT = 20_000_000
"""The largest file that is read, in bytes: some twenty novels of plain text, or a book with pictures."""

PAGE_SUFFIXES = (".html", ".htm", ".xhtml")  # the endings, in lower case, of pages of the web

_PAGE_FOLDERS = ("_files", "-files", "_bestanden", "-bestanden", "-Dateien", "_fichiers", "_archivos")
"""What browsers put behind a page's name for the folder of its pictures and scripts, which they save beside it."""

_SYSTEM_FILES = frozenset({"desktop.ini", "thumbs.db"})
"""The names, in lower case, of files that Windows puts in folders and does not show."""

MARKDOWN_SUFFIXES = (".md", ".markdown")
TEXT_SUFFIXES = (".txt", ".text", *MARKDOWN_SUFFIXES)
ARTICLE_SUFFIXES = (*TEXT_SUFFIXES, *FORMATS)  # the endings, in lower case, of the files that are read as articles
KINDS_LIMIT = 8  # the most kinds of other files that are named
MEGABYTE = 1_000_000  # bytes in what people call a megabyte


_FOLDER_PROBLEMS: dict[type[OSError], str] = {
    FileNotFoundError: "no such folder",
    NotADirectoryError: "not a folder",
}
_FILE_PROBLEMS = {errno.EFBIG: "file too large", errno.ENOTSUP: "not a file", errno.ENOENT: "file gone"}


def article_paths(folder: Path, on_error: Callable[[OSError], None]) -> Iterator[Path]:
    """The files below `folder`, in any order.

    Hidden files and folders are left out, and so are the copies that editors keep and the files with which Word shows
    that a document is open, what browsers save beside pages, and links to folders: they may lead in a circle, or out of
    the folder. `on_error` is called with the error of each folder that cannot be listed.
    """
    for parent, folders, files in os.walk(folder, onerror=on_error):
        pages = tuple(Path(name).stem for name in files if name.lower().endswith(PAGE_SUFFIXES))
        beside_pages = {f"{page}{ending}" for page in pages for ending in _PAGE_FOLDERS}
        folders[:] = (name for name in folders if not name.startswith(".") and name not in beside_pages)
        for name in files:
            if not name.startswith((".", "~$")) and not name.endswith("~") and name.lower() not in _SYSTEM_FILES:
                yield Path(parent, name)


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file or folder that could not be used, and a sentence that says why.

    All files of other kinds are one, with their `count`, and "2 .jpg, 1 .xlsx" for a name.
    """

    name: str
    reason: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a folder that are articles by their names, in the order of their paths."""

    paths: tuple[Path, ...]
    skipped: tuple[SkippedFile, ...]


def bundled_folder() -> Path:
    """The folder of the two articles that come with the program.

    An installed wheel carries them inside the package; a clone has them beside it.
    """
    package = Path(__file__).resolve().parents[1]
    installed = package / "corpus"
    return installed if installed.is_dir() else package.parent / "corpus"


def list_folder(folder: Path, language: Language = "en") -> Folder:
    """What is below `folder`; `language` is that of the messages. Raises CorpusError where it cannot be listed."""
    paths, others, unlisted = _listed(folder)
    skipped: list[SkippedFile] = []
    for failure in unlisted:
        if Path(failure.filename) == folder:
            key = _FOLDER_PROBLEMS.get(type(failure), "folder unreadable")
            formats = message("article formats", language)
            problem = message(key, language, folder=folder, formats=formats, reason=failure.strerror)
            raise CorpusError(problem) from failure
        name = Path(failure.filename).relative_to(folder).as_posix()
        reason = message("subfolder unreadable", language, folder=name, reason=failure.strerror)
        skipped.append(SkippedFile(name, reason))
    if others:
        skipped.append(_other_kinds(others, language))
    return Folder(tuple(paths), tuple(skipped))


def fingerprint(folder: Path) -> str:
    """What changes when an article below `folder` is added, removed, written to or made readable.

    It is made of the names, sizes and times of the files, which are not read (50 ms for ten thousand).
    """
    paths, _, unlisted = _listed(folder)
    digest = blake2b(digest_size=16)

    def add(*parts: object) -> None:
        digest.update("\0".join(map(str, (*parts, ""))).encode("utf-8", "surrogatepass"))

    for path in paths:
        try:
            status = path.stat()
        except OSError as error:
            add(path, error.errno)
        else:
            add(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    for failure in unlisted:
        add(failure.filename, failure.errno)
    return digest.hexdigest()


def _listed(folder: Path) -> tuple[list[Path], list[Path], list[OSError]]:
    """The files that are articles by their name, in the order of their paths, all others, and what cannot be listed."""
    failures: list[OSError] = []
    paths: list[Path] = []
    others: list[Path] = []
    for path in article_paths(folder, failures.append):
        (paths if path.name.lower().endswith(ARTICLE_SUFFIXES) else others).append(path)
    return sorted(paths), others, failures


def _other_kinds(paths: Sequence[Path], language: Language) -> SkippedFile:
    """That these files are of no kind that is read: how many of each, or the name of one that has no ending."""
    counts = Counter(path.suffix.lower() or path.name for path in paths)
    kinds = [f"{count} {kind}" for kind, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))]
    name = ", ".join(kinds[:KINDS_LIMIT]) + (", …" if len(kinds) > KINDS_LIMIT else "")
    return SkippedFile(name, message("other kinds", language, kinds=name), len(paths))


def read_file(path: Path, limit: int) -> bytes:
    """What is in a file of at most `limit` bytes; raises UnreadableFileError."""
    try:
        data = read_bytes(path, limit)
    except OSError as error:
        name = _FILE_PROBLEMS.get(error.errno or 0, "file unreadable")
        raise UnreadableFileError(name, limit=f"{limit / MEGABYTE:g}", reason=error.strerror) from error
    if not data:
        raise UnreadableFileError("empty file")
    return data


def source_text(suffix: str, data: bytes, worker: WorkerProcess) -> SourceText:
    """The text of a file whose name has that ending; raises UnreadableFileError where it has none, and WorkerError."""
    if suffix in FORMATS:
        return extract(FORMATS[suffix], data, worker)
    if IN_PARTS.match(data):  # an e-mail may be saved as text with all that it was sent with
        with suppress(UnreadableFileError):
            return extract(FORMATS[".eml"], data, worker)
    decoded = decode(data)
    if decoded is None:
        raise UnreadableFileError("not text")
    text, is_markdown = decoded.text, suffix in MARKDOWN_SUFFIXES
    if is_markdown:
        head = front_matter(text, text.startswith("\ufeff"))
        start = head.end if head else 0
        text = text[:start] + seen_text(text[start:])
    else:
        text = plain_text(said_text(text))
    return SourceText(text, encoding=decoded.encoding, is_markdown=is_markdown)
