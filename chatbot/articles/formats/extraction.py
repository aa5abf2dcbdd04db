"""Extraction: text from files that are not plain text, by readers that cannot harm or hold up the program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from chatbot.articles.formats.document import IN_PARTS
from chatbot.articles.source_text import SourceText, UnreadableFileError
from chatbot.installed import installed_version
from chatbot.worker_process import WorkerError, WorkerProcess

if TYPE_CHECKING:
    from chatbot.storage.store import Key, Store

TIME_LIMIT = 30.0  # the most seconds that one file may take: a book of 500 pages takes a few


@dataclass(frozen=True, slots=True)
class Format:
    """A reader, by the name of its module, and the packages that it reads with, most of them of the extra `formats`."""

    reader: str
    packages: tuple[str, ...]

    def key(self, data: bytes) -> Key:
        """The key of what the reader, in its version, says of a file; raises PackageNotFoundError without a package."""
        # Only here, as most folders have no such file.
        from chatbot.storage.store import analysis_version, row_key

        libraries = ", ".join(f"{package} {installed_version(package)}" for package in self.packages)
        return row_key(f"{self.reader}, {libraries}, {analysis_version()}", data)


_HTML = Format("chatbot.articles.formats.html", ("trafilatura", "justext", "lxml", "charset-normalizer"))
_EML = Format("chatbot.articles.formats.eml", ("lxml", "charset-normalizer"))
_PDF = Format("chatbot.articles.formats.pdf", ("pypdf", "pdf-oxide"))
_DOCX = Format("chatbot.articles.formats.docx", ("python-docx", "lxml"))
_RTF = Format("chatbot.articles.formats.rtf", ("striprtf",))
FORMATS: Mapping[str, Format] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml", ".mht"), _HTML),
    **dict.fromkeys((".docx", ".doc"), _DOCX),
    ".eml": _EML,
    ".pdf": _PDF,
    ".odt": Format("chatbot.articles.formats.odt", ("lxml", "defusedxml")),
    ".rtf": _RTF,
    ".epub": Format("chatbot.articles.formats.epub", ("lxml", "defusedxml", "charset-normalizer")),
}
"""The formats by the ending, in lower case, of the files that are in them."""


_SIGNATURES = (
    (re.compile(rb"\s*\{\\rtf"), _RTF),
    (re.compile(rb"%PDF-"), _PDF),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+)?html\b", re.IGNORECASE), _HTML),
    (IN_PARTS, _HTML),
)
"""What files begin with that many programs save under the name of another format, mostly that of Word."""


def _format_of(data: bytes, named: Format) -> Format:
    """The format that a file is in, whatever its name is; `named` is that of its ending."""
    if named is not _DOCX and data.startswith(b"PK") and b"word/document.xml" in data:
        return _DOCX
    return next((format_ for begin, format_ in _SIGNATURES if named is not _EML and begin.match(data)), named)


class Extractor:
    """Takes the text from files, one after the other, in one process beside this one.

    What the store has of a file is not extracted again, and no process is started for it. It also has why a file cannot
    be read, unless the machine may be to blame: one that took too long, or had the process die, is tried again.
    """

    def __init__(self, store: Store | None = None) -> None:
        self._store = store
        self._worker = WorkerProcess("chatbot.articles.formats.worker")

    def close(self) -> None:
        """End the process."""
        self._worker.stop()

    def extract(self, format_: Format, data: bytes) -> SourceText:
        """The text of the file in `data`; raises UnreadableFileError.

        `format_` is that of the file's name, which counts where the data do not tell another.
        """
        format_ = _format_of(data, format_)
        try:
            key = format_.key(data)
        except ModuleNotFoundError as error:
            raise UnreadableFileError("format not installed") from error
        line = self._store.load_one(key) if self._store else None
        try:
            reply = line or self._worker.ask(f"{format_.reader}\n".encode() + data, TIME_LIMIT)
            read = msgspec.json.decode(reply, type=SourceText | str)
        except WorkerError as error:
            raise UnreadableFileError("file too slow" if error.is_late else "file damaged") from error
        except msgspec.DecodeError as error:  # a library wrote there, and what comes after it is no reply either
            self._worker.stop()
            raise UnreadableFileError("file damaged") from error
        if self._store and not line:
            self._store.save({key: reply})
        if isinstance(read, str):
            raise UnreadableFileError(read)
        return read
