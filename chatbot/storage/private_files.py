"""Where the program keeps what is its own, and how it writes: its own files so that nobody else may read them."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import count
from pathlib import Path
from time import time

from platformdirs import PlatformDirs

from chatbot.errors import ChatbotError
from chatbot.messages import interface_language, message

FOLDER_MODE = 0o700  # questions and articles are the user's own: nobody else may list the folders that hold them
FILE_MODE = 0o600  # nor may anybody else read or write the files

SPARE = ".spare-"  # the beginning of the name of a folder for content that is not whole yet
LONGEST_WRITE = 60  # seconds after which such a folder was left by a program that was ended

_FOLDERS = PlatformDirs("chatbot", appauthor=False, roaming=False)


def config_folder() -> Path:
    """The folder of the settings; it need not exist. As the others, raises ChatbotError where the user has no home."""
    return _folder("config")


def data_folder() -> Path:
    """The folder of what cannot be made again, such as conversations; it need not exist."""
    return _folder("data")


def state_folder() -> Path:
    """The folder of what is nice to find again, such as the choices of a reader and the log; it need not exist."""
    return _folder("state")


def cache_folder() -> Path:
    """The folder of what can be made again, such as embeddings; it need not exist."""
    return _folder("cache")


def _folder(kind: str) -> Path:
    try:
        folder: Path = getattr(_FOLDERS, f"user_{kind}_path")
    except RuntimeError as error:
        variable = f"XDG_{kind.upper()}_HOME"
        raise ChatbotError(message("no home", interface_language(), variable=variable)) from error
    return folder


def make_private_folder(folder: Path) -> None:
    """Make the folder, and those above it that are not there, for this user alone; raises OSError."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(mode=FOLDER_MODE, exist_ok=True)


def write_whole(path: Path, content: bytes | memoryview) -> None:
    """Put `content` in the place of the file: another program, or a crash, finds the old or the new, never a part.

    Raises OSError, as on a full disk, and then leaves the old file as it was.
    """
    # Only here, as `--help` writes nothing and need not wait for them.
    from shutil import rmtree
    from tempfile import TemporaryDirectory

    make_private_folder(path.parent)
    for left in path.parent.glob(f"{SPARE}*"):
        with suppress(OSError):  # another program removed it
            if left.stat().st_mtime < time() - LONGEST_WRITE:
                rmtree(left)
    with TemporaryDirectory(prefix=SPARE, dir=path.parent, ignore_cleanup_errors=True) as folder:
        new = Path(folder, path.name)
        new.touch(FILE_MODE)
        new.write_bytes(content)
        new.replace(path)


def write_new(path: Path, text: str) -> Path:
    """Write the text to a file for the user, under a numbered name where it is there already; raises OSError."""
    make_private_folder(path.parent)
    for number in count(1):
        free = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        with suppress(FileExistsError), free.open("x", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
            return free
    raise AssertionError


def append_line(path: Path, line: str) -> None:
    """Add a line to the file in one write, so that two programs do not mix theirs; raises OSError.

    A line that an earlier crash left without its end stays a line of its own.
    """
    make_private_folder(path.parent)
    with open(path, "ab+", opener=_open_private) as file:
        is_cut_off = file.tell() > 0 and file.seek(-1, os.SEEK_END) >= 0 and file.read(1) != b"\n"
        content = f"{line}\n".encode("utf-8", "backslashreplace")
        file.write(b"\n" + content if is_cut_off else content)
        file.flush()
        os.fsync(file.fileno())


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, FILE_MODE)
