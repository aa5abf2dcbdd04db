"""The program's files in the cache folder: the store, and the encoders' weights as they are used."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from chatbot.storage.private_files import cache_folder

PATTERNS = ("store.sqlite*", "light-*.npz", ".light-*.new", "e5*", ".e5*")
"""The names of the files and folders, as patterns: another program may have some of its own beside them."""


def cache_size() -> int:
    """The bytes of all of them; 0 where there is none, or none that can be listed."""
    total = 0
    for entry in _entries():
        for path in (entry, *entry.rglob("*")):
            with suppress(OSError):  # removed meanwhile
                total += path.stat().st_size if path.is_file() else 0
    return total


def clear_cache() -> int:
    """Remove all of them; gives their bytes. Raises OSError where that is not allowed."""
    size = cache_size()
    for entry in _entries():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink(missing_ok=True)
    return size


def _entries() -> list[Path]:
    try:
        return [path for pattern in PATTERNS for path in cache_folder().glob(pattern)]
    except OSError:  # a folder that may not be entered
        return []
