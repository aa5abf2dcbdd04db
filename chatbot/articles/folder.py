"""A folder of articles: its files as texts, and which of them cannot be used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from chatbot.articles.article_paths import FILE_LIMIT, article_paths
from chatbot.articles.database_export import split_export
from chatbot.articles.formats.extraction import FORMATS, Extractor
from chatbot.articles.front_matter import front_matter
from chatbot.articles.markdown import seen_text
from chatbot.articles.source_text import SourceText, UnreadableFileError
from chatbot.articles.subtitles import said_text
from chatbot.articles.text_encoding import decode
from chatbot.errors import CorpusError
from chatbot.messages import message
from chatbot.progress import Report, silent
from chatbot.storage.ordinary_file import NotAFileError, TooLargeError, read_bytes
from chatbot.text.language_code import Language

if TYPE_CHECKING:
    from chatbot.storage.store import Store

MARKDOWN_SUFFIXES = (".md", ".markdown")
TEXT_SUFFIXES = (".txt", ".text", *MARKDOWN_SUFFIXES)
ARTICLE_SUFFIXES = (*TEXT_SUFFIXES, *FORMATS)  # the endings, in lower case, of the files that are read as articles
KINDS_LIMIT = 8  # the most kinds of other files that are named
MEGABYTE = 1_000_000  # bytes in what people call a megabyte


_FOLDER_PROBLEMS: dict[type[OSError], str] = {
    FileNotFoundError: "no such folder",
    NotADirectoryError: "not a folder",
}


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file or folder that could not be used, and a sentence that says why.

    All files of other kinds are one, with their `count`, and "2 .jpg, 1 .xlsx" for a name.
    """

    name: str
    reason: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The text of an article; `name` is the path of its file below the folder, with forward slashes.

    Of several articles in one file, each has its number behind the name ("export.txt#2"), and its slice of the text.
    """

    name: str
    source: SourceText


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a folder in the order of their paths, and its `fingerprint` from before they were read."""

    files: tuple[SourceFile, ...]
    skipped: tuple[SkippedFile, ...]
    fingerprint: str


def bundled_folder() -> Path:
    """The folder of the two articles that come with the program.

    An installed wheel carries them inside the package; a clone has them beside it.
    """
    package = Path(__file__).resolve().parents[1]
    installed = package / "corpus"
    return installed if installed.is_dir() else package.parent / "corpus"


def read_folder(
    folder: Path,
    language: Language = "en",
    report: Report = silent,
    *,
    store: Store | None = None,
    file_limit: int = FILE_LIMIT,
) -> Folder:
    """Read every file below `folder` that is an article by its name; `file_limit` is in bytes.

    `language` is that of the messages, and `report` is called with how many files have been read. Text that takes long
    to extract comes from the store, and goes there. A file that cannot be read is skipped, and named with its reason.
    Raises CorpusError where the folder does not exist or cannot be read.
    """
    paths, others, unlisted = _listed(folder)
    before = _fingerprint(paths, unlisted)
    files: list[SourceFile] = []
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
    with closing(Extractor(store)) as extractor:
        for number, path in enumerate(paths):
            report("reading", number, len(paths))
            name = path.relative_to(folder).as_posix()
            try:
                files.extend(_articles(name, _source_text(path, file_limit, extractor)))
            except UnreadableFileError as error:
                skipped.append(SkippedFile(name, error.sentence(language, file=name)))
    return Folder(tuple(files), tuple(skipped), before)


def _articles(name: str, source: SourceText) -> list[SourceFile]:
    """The articles in the text of a file: one, but for an export of a newspaper database."""
    spans = split_export(source.text)
    if len(spans) == 1:
        return [SourceFile(name, source)]
    return [SourceFile(f"{name}#{number}", source.part(*span)) for number, span in enumerate(spans, 1)]


def fingerprint(folder: Path) -> str:
    """What changes when an article below `folder` is added, removed, written to or made readable.

    It is made of the names, sizes and times of the files, which are not read (50 ms for ten thousand).
    """
    paths, _, unlisted = _listed(folder)
    return _fingerprint(paths, unlisted)


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


def _fingerprint(paths: Sequence[Path], unlisted: Sequence[OSError]) -> str:
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


def _source_text(path: Path, file_limit: int, extractor: Extractor) -> SourceText:
    """The text of a file; raises UnreadableFileError where it has none."""
    try:
        data = read_bytes(path, file_limit)
    except TooLargeError as error:
        raise UnreadableFileError("file too large", limit=f"{file_limit / MEGABYTE:g}") from error
    except NotAFileError as error:
        raise UnreadableFileError("not a file") from error
    except FileNotFoundError as error:
        raise UnreadableFileError("file gone") from error
    except OSError as error:
        raise UnreadableFileError("file unreadable", reason=error.strerror) from error
    if not data:
        raise UnreadableFileError("empty file")
    suffix = path.suffix.lower()
    if suffix in FORMATS:
        return extractor.extract(FORMATS[suffix], data)
    decoded = decode(data)
    if decoded is None:
        raise UnreadableFileError("not text")
    text, is_markdown = decoded.text, suffix in MARKDOWN_SUFFIXES
    if is_markdown:
        head = front_matter(text, text.startswith("\ufeff"))
        start = head.end if head else 0
        text = text[:start] + seen_text(text[start:])
    else:
        text = said_text(text)
    return SourceText(text, encoding=decoded.encoding, is_markdown=is_markdown)
