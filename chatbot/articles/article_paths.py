"""The files of a folder that people have put there, articles or not."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

FILE_LIMIT = 20_000_000
"""The largest file that is read, in bytes: some twenty novels of plain text, or a book with pictures."""

PAGE_SUFFIXES = (".html", ".htm", ".xhtml")  # the endings, in lower case, of pages of the web

_PAGE_FOLDERS = ("_files", "-files", "_bestanden", "-bestanden", "-Dateien", "_fichiers", "_archivos")
"""What browsers put behind a page's name for the folder of its pictures and scripts, which they save beside it."""

_SYSTEM_FILES = frozenset({"desktop.ini", "thumbs.db"})
"""The names, in lower case, of files that Windows puts in folders and does not show."""


def article_paths(folder: Path, on_error: Callable[[OSError], None]) -> Iterator[Path]:
    """The files below `folder`, in any order.

    Hidden files and folders are left out, and so are the copies that editors keep and the files with which Word shows
    that a document is open, what browsers save beside pages, and links to folders: they may lead in a circle, or out of
    the folder. `on_error` is called with the error of each folder that cannot be listed.
    """
    for parent, folders, files in os.walk(folder, onerror=on_error):
        pages = tuple(Path(name).stem for name in files if name.lower().endswith(PAGE_SUFFIXES))
        beside_pages = {f"{page}{ending}" for page in pages for ending in _PAGE_FOLDERS}
        folders[:] = (name for name in folders if not name.startswith(".") and name not in beside_pages)
        for name in files:
            if not name.startswith((".", "~$")) and not name.endswith("~") and name.lower() not in _SYSTEM_FILES:
                yield Path(parent, name)
