"""Extraction: text from files that are not plain text, by readers that cannot harm or hold up the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from types import TracebackType
from typing import TYPE_CHECKING, Self

from chatbot.articles.formats.reply import Reply, UnreadableFormatError, decoded
from chatbot.articles.source_text import SourceText
from chatbot.installed import installed_version
from chatbot.worker_process import WorkerError, WorkerProcess

if TYPE_CHECKING:
    from chatbot.storage.store import Key, Store

TIME_LIMIT = 30.0
"""The most seconds that one file may take: a book of 500 pages takes a few."""


@dataclass(frozen=True, slots=True)
class Format:
    """A reader, by the name of its module, and the modules that it needs from the extra `formats`.

    `packages` are those whose version has a say in what it reads.
    """

    reader: str
    needs: tuple[str, ...]
    packages: tuple[str, ...]

    @property
    def is_installed(self) -> bool:
        """Whether the reader can be used."""
        return all(find_spec(module) for module in self.needs)

    def key(self, data: bytes) -> Key:
        """The key of what the reader, in its version, says of a file."""
        # Only here, as most folders have no such file.
        from chatbot.storage.store import analysis_version, row_key

        libraries = ", ".join(f"{package} {installed_version(package)}" for package in self.packages)
        return row_key(f"{self.reader}, {libraries}, {analysis_version()}", data)


_HTML_PACKAGES = ("trafilatura", "justext", "lxml", "charset-normalizer")
_HTML = Format("chatbot.articles.formats.html", ("trafilatura",), _HTML_PACKAGES)
_MHTML = Format("chatbot.articles.formats.mhtml", ("trafilatura",), _HTML_PACKAGES)
FORMATS: Mapping[str, Format] = {
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".mhtml": _MHTML,
    ".mht": _MHTML,
    ".eml": Format("chatbot.articles.formats.eml", ("lxml",), ("lxml", "charset-normalizer")),
    ".pdf": Format("chatbot.articles.formats.pdf", ("pypdf", "pdf_oxide"), ("pypdf", "pdf-oxide")),
    ".docx": Format("chatbot.articles.formats.docx", ("docx",), ("python-docx", "lxml")),
    ".odt": Format("chatbot.articles.formats.odt", ("defusedxml",), ("defusedxml",)),
    ".rtf": Format("chatbot.articles.formats.rtf", ("striprtf",), ("striprtf",)),
    ".epub": Format(
        "chatbot.articles.formats.epub", ("lxml", "defusedxml"), ("lxml", "defusedxml", "charset-normalizer")
    ),
}
"""The formats by the ending, in lower case, of the files that are in them."""


class Extractor:
    """Takes the text from files, one after the other, in one process beside this one that ends with the block.

    What the store has of a file is not extracted again, and no process is started for it. It also has why a file cannot
    be read, unless the machine may be to blame: one that took too long, or had the process die, is tried again.
    """

    def __init__(self, store: Store | None = None, time_limit: float = TIME_LIMIT) -> None:
        self._store = store
        self._time_limit = time_limit
        self._worker = WorkerProcess("chatbot.articles.formats.worker")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._worker.stop()

    def extract(self, format_: Format, data: bytes) -> SourceText:
        """The text of the file in `data`; raises UnreadableFormatError, of which the key names a message."""
        if not format_.is_installed:
            raise UnreadableFormatError("format not installed")
        key = format_.key(data) if self._store else b""
        row = self._store.load_one(key) if self._store else None
        reply = (decoded(row) if row else None) or self._read(format_, data, key)
        if reply.unreadable is not None:
            raise UnreadableFormatError(reply.unreadable)
        return reply.source

    def _read(self, format_: Format, data: bytes, key: Key) -> Reply:
        try:
            line = self._worker.ask(f"{format_.reader}\n".encode() + data, self._time_limit)
        except WorkerError as error:
            return Reply(unreadable="file too slow" if error.is_late else "file damaged", is_certain=False)
        reply = decoded(line)
        if reply is None:
            self._worker.stop()  # what comes after it is no reply either
            return Reply(unreadable="file damaged", is_certain=False)
        if self._store and reply.is_certain:
            self._store.save({key: line})
        return reply
