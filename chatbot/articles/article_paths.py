"""The files of a folder: which are articles by their name, and their bytes, whatever a folder may hold."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

FILE_LIMIT = 20_000_000
"""The largest file that is read, in bytes: some twenty novels of plain text, or a book with pictures."""

# A pipe without a writer is opened at once, not when a writer comes; Windows has neither these flags nor such pipes.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class NotAFileError(OSError):
    """The path leads to a device, a pipe or a socket, which may never end."""


class TooLargeError(OSError):
    """The file has more bytes than the limit."""


def article_paths(folder: Path, suffixes: tuple[str, ...], on_error: Callable[[OSError], None]) -> Iterator[Path]:
    """The files below `folder` whose names end in one of the suffixes, in any order.

    Hidden files and folders are left out, and so are links to folders: they may lead in a circle, or
    out of the folder. `on_error` is called with the error of each folder that cannot be listed.
    """
    for parent, folders, files in os.walk(folder, onerror=on_error):
        folders[:] = (name for name in folders if not name.startswith("."))
        for name in files:
            if name.lower().endswith(suffixes) and not name.startswith("."):
                yield Path(parent, name)


def read_bytes(path: Path, limit: int = FILE_LIMIT) -> bytes:
    """The bytes of an ordinary file, or of one that a link leads to; never waits for a pipe.

    Raises NotAFileError for all that is no file, TooLargeError for one of more than `limit` bytes,
    of which no more are read, and OSError where the system refuses.
    """
    with open(path, "rb", opener=lambda name, _: os.open(name, _OPEN_FLAGS)) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise NotAFileError
        # What the system says of the size need not be true, as in /proc.
        if status.st_size > limit or len(data := file.read(limit + 1)) > limit:
            raise TooLargeError
        return data
