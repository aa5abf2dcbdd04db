"""Ordinary files: their bytes, whatever else may stand in their place or however large they have become."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from chatbot.messages import message
from chatbot.text.language_code import Language

# A pipe without a writer is opened at once, not when a writer comes; Windows has neither these flags nor such pipes.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class FileTrouble:
    """Why a file was of no use: the name of a message, the path, and the reason that was given."""

    message: str
    path: Path
    reason: str = ""

    def sentence(self, language: Language) -> str:
        """The message, in that language."""
        return message(self.message, language, path=self.path, reason=self.reason)


class NotAFileError(OSError):
    """The path leads to a device, a pipe or a socket, which may never end."""

    def __init__(self) -> None:
        super().__init__(errno.ENOTSUP, os.strerror(errno.ENOTSUP))


class TooLargeError(OSError):
    """The file has more bytes than the limit."""

    def __init__(self) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG))


def open_ordinary(path: Path) -> BinaryIO:
    """The ordinary file, or the one that a link leads to, open to be read; never waits for a pipe.

    Raises NotAFileError for all that is no file, and OSError where the system refuses.
    """
    file = open(path, "rb", opener=lambda name, _: os.open(name, _OPEN_FLAGS))  # noqa: SIM115 - whoever asked closes it
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise NotAFileError
    return file


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of an ordinary file.

    Raises TooLargeError for one of more than `limit` bytes, of which no more are read, and all that
    `open_ordinary` raises.
    """
    with open_ordinary(path) as file:
        size = os.fstat(file.fileno()).st_size
        # What the system says of the size need not be true, as in /proc; to make room for `limit` bytes at once would
        # take as long as to read a hundred thousand.
        data = file.read(min(size, limit) + 1)
        if len(data) > size:
            data += file.read(limit + 1 - len(data))
        if len(data) > limit:
            raise TooLargeError
        return data
