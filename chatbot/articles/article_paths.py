"""The files of a folder that are articles by their name, whatever else the folder may hold."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

FILE_LIMIT = 20_000_000
"""The largest file that is read, in bytes: some twenty novels of plain text, or a book with pictures."""


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
