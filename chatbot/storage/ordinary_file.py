"""Ordinary files: their bytes, whatever else may stand in their place or however large they have become."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from stat import S_ISREG


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of an ordinary file, or of the one that a link leads to.

    Raises OSError where the system refuses, for a device, a pipe or a socket, which may never end (ENOTSUP), and for a
    file of more than `limit` bytes (EFBIG).
    """
    status = path.stat()
    if not S_ISREG(status.st_mode):
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
    if status.st_size > limit:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return path.read_bytes()
