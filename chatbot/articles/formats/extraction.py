"""Extraction: text from files that are not plain text, by readers that cannot harm or hold up the program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Timer
from types import TracebackType
from typing import Any, Self

from chatbot.articles.formats.unreadable import UnreadableFormatError
from chatbot.articles.source_text import SourceText

TIME_LIMIT = 30.0
"""The most seconds that one file may take: a book of 500 pages takes a few."""


@dataclass(frozen=True, slots=True)
class Format:
    """A reader, by the name of its module, and the modules that it needs from the extra `formats`."""

    reader: str
    needs: tuple[str, ...]

    @property
    def is_installed(self) -> bool:
        """Whether the reader can be used."""
        return all(find_spec(module) for module in self.needs)


_HTML = Format("chatbot.articles.formats.html", ("trafilatura",))
FORMATS: Mapping[str, Format] = {
    ".html": _HTML,
    ".htm": _HTML,
    ".pdf": Format("chatbot.articles.formats.pdf", ("pypdf",)),
    ".docx": Format("chatbot.articles.formats.docx", ("docx",)),
    ".epub": Format("chatbot.articles.formats.epub", ("lxml", "defusedxml")),
}
"""The formats by the ending, in lower case, of the files that are in them."""


class Extractor:
    """Takes the text from files, one after the other, in one process beside this one that ends with the block."""

    def __init__(self, time_limit: float = TIME_LIMIT) -> None:
        self._time_limit = time_limit
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._stop()

    def extract(self, format_: Format, data: bytes) -> SourceText:
        """The text of the file in `data`; raises UnreadableFormatError, of which the key names a message."""
        if not format_.is_installed:
            raise UnreadableFormatError("format not installed")
        process = self._process = self._process or _start()
        is_late = Event()

        def stop_waiting() -> None:
            is_late.set()
            process.kill()

        timer = Timer(self._time_limit, stop_waiting)
        timer.daemon = True
        timer.start()
        try:
            reply = _ask(process, format_, data, self._time_limit)
        finally:
            timer.cancel()
        if reply is None:
            self._stop()
            raise UnreadableFormatError("file too slow" if is_late.is_set() else "file damaged")
        if "key" in reply:
            raise UnreadableFormatError(str(reply["key"]))
        return SourceText(reply["text"], reply["title"], tuple(reply["page_starts"]), reply["encoding"])

    def _stop(self) -> None:
        if self._process:
            self._process.kill()
            with suppress(OSError):  # what it was not given yet, it no longer takes
                self._process.communicate()
            self._process = None


def _start() -> subprocess.Popen[bytes]:
    # The other process finds the same modules, wherever this one has them from, and no others (`-P`).
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "chatbot.articles.formats.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )


def _ask(process: subprocess.Popen[bytes], format_: Format, data: bytes, seconds: float) -> dict[str, Any] | None:
    """The reply of the process, or None where it died over the file."""
    if process.stdin is None or process.stdout is None:
        return None
    request = json.dumps({"reader": format_.reader, "size": len(data), "seconds": seconds}).encode()
    try:
        process.stdin.write(request + b"\n" + data)
        process.stdin.flush()
        line = process.stdout.readline()
    except OSError:
        return None
    reply: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
    return reply
