"""Extraction: text from files that are not plain text, by readers that cannot harm or hold up the program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module

import msgspec

from chatbot.articles.formats.document import IN_PARTS
from chatbot.articles.source_text import SourceText, UnreadableFileError
from chatbot.worker_process import WorkerError, WorkerProcess

TIME_LIMIT = 30.0  # the most seconds that one file may take: a book of 500 pages takes a few

FORMATS: Mapping[str, str] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml", ".mht"), "html"),
    **dict.fromkeys((".docx", ".doc"), "docx"),
    **{f".{name}": name for name in ("eml", "pdf", "odt", "rtf", "epub")},
}
"""The modules that read them by the ending, in lower case, of the files that are in a format."""

_SIGNATURES = (
    (re.compile(rb"\s*\{\\rtf"), "rtf"),
    (re.compile(rb"%PDF-"), "pdf"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+)?html\b", re.IGNORECASE), "html"),
    (IN_PARTS, "html"),
)
"""What files begin with that many programs save under the name of another format, mostly that of Word."""


def extract(named: str, data: bytes, worker: WorkerProcess) -> SourceText:
    """The text of a file, by a reader in the process of `worker`; raises UnreadableFileError.

    `named` is the format of the file's name, which counts where the data do not tell another. Raises WorkerError where
    the machine may be to blame: a file that took too long, or had the process die.
    """
    reader = named
    if named != "docx" and data.startswith(b"PK") and b"word/document.xml" in data:
        reader = "docx"
    elif named != "eml":
        reader = next((name for begin, name in _SIGNATURES if begin.match(data)), named)
    try:
        read = msgspec.json.decode(worker.ask(f"{reader}\n".encode() + data, TIME_LIMIT), type=SourceText | str)
    except msgspec.DecodeError as error:  # a library wrote there, and what comes after it is no reply either
        worker.close()
        raise WorkerError(is_late=False) from error
    if isinstance(read, str):
        raise UnreadableFileError(read)
    return read


def answer(request: bytes) -> bytes:
    """The reply, in JSON, to a request, a line with the reader's module and then the file: a `SourceText`, or a string.

    The string names the message that says why the file has no text. Where a library that is installed cannot be loaded,
    or a reader has not the memory that it needs, the process ends: the machine may be to blame.
    """
    reader, _, data = request.partition(b"\n")
    reply: SourceText | str
    try:
        reply = _whole(import_module(f"{__package__}.{reader.decode()}").read(data))
    except UnreadableFileError as error:
        reply = error.name
    except ModuleNotFoundError:
        reply = "format not installed"
    except (ImportError, MemoryError):
        raise
    except Exception:  # what a library raises on a broken file is no more than that
        reply = "file damaged"
    return msgspec.json.encode(reply)


def _whole(extracted: SourceText) -> SourceText:
    """The same with halves of surrogate pairs replaced and line ends as line feeds, one code point for one."""
    text, title, author, date = (
        (part or "").encode("utf-8", "replace").decode("utf-8")
        for part in (extracted.text, extracted.title, extracted.author, extracted.date)
    )
    text = text.replace("\r", "\n")
    return replace(extracted, text=text, title=title or None, author=author or None, date=date or None)
