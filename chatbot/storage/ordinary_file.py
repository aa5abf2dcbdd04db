"""Ordinary files: their bytes, whatever else may stand in their place or however large they have become."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from stat import S_ISREG


class NotAFileError(OSError):
    """The path leads to a device, a pipe or a socket, which may never end."""

    def __init__(self) -> None:
        super().__init__(errno.ENOTSUP, os.strerror(errno.ENOTSUP))


class TooLargeError(OSError):
    """The file has more bytes than the limit."""

    def __init__(self) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG))


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of an ordinary file, or of the one that a link leads to.

    Raises NotAFileError for all that is no file, TooLargeError for one of more than `limit` bytes, and OSError where
    the system refuses.
    """
    status = path.stat()
    if not S_ISREG(status.st_mode):
        raise NotAFileError
    if status.st_size > limit:
        raise TooLargeError
    return path.read_bytes()
