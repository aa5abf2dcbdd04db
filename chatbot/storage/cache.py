"""The cache: what was made of articles, kept as files, so that it need not be made again.

A file is named by what it is, what made it and what it was made of, so that versions of the program and of the
articles lie side by side; none is changed once it is written. A file that cannot be used is left out and made anew.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from chatbot.messages import message
from chatbot.storage.array_file import ArrayFileError, read_arrays, write_arrays
from chatbot.storage.installed import installed_version
from chatbot.storage.private_files import cache_folder

if TYPE_CHECKING:
    from chatbot.storage.array_file import Array
    from chatbot.text.language import Language

LONGEST_UNUSED = 30 * 24 * 3600
"""Seconds: a file that was not used for longer is dropped when another is written."""

SIZE_LIMIT = 6 << 30
"""Bytes: beyond this, the files that were not used for longest are dropped, but none that this program has use for.

A million passages take 4.8 GB and hours to embed; less room, and a question about another folder would undo that.
"""

LONGEST_WRITE = 3600
"""Seconds: what a program that was killed had begun to write is left alone this long, as another may be writing it."""

SUFFIX = ".arrays"

STAGES = ("text", "articles", "passages", "encoders", "index")
"""The packages whose code shapes what is kept of an article."""

LIBRARIES = ("PyStemmer", "langdetect")
"""The libraries that have a say in it too."""


@dataclass(frozen=True, slots=True)
class CacheTrouble:
    """Why the cache was of no use: the name of a message, the file or folder it is about and the reason."""

    message: str
    path: Path
    reason: str

    def told(self, language: Language) -> str:
        """The message, in that language."""
        return message(self.message, language, path=self.path, reason=self.reason)


class Cache:
    """The files of one folder; it raises nothing, and keeps the first trouble that it had to be told to a person."""

    def __init__(self, folder: Path | None = None) -> None:
        """The cache in that folder, or else in the platform's; the folder need not exist."""
        self.folder = folder or cache_folder()
        self.trouble: CacheTrouble | None = None
        self._used: set[Path] = set()
        self._used_before: set[Path] = set()
        self._room = -1

    def load(self, kind: str, made_by: str, key: str) -> Mapping[str, Array] | None:
        """The arrays that were saved under that key, mapped into memory, or None."""
        arrays = self._read(self._path(kind, made_by, key), made_by)
        if arrays is not None:
            self.use(kind, made_by, key)
        return arrays

    def use(self, kind: str, made_by: str, key: str) -> None:
        """Have what was saved under that key count as used, without loading it."""
        path = self._path(kind, made_by, key)
        with suppress(OSError):  # a read-only folder: its files are dropped by nobody
            os.utime(path)
            self._used.add(path)

    def load_all(self, kind: str, made_by: str) -> Iterator[Mapping[str, Array]]:
        """All arrays of that kind and maker, those used last first; to look through them is not to use them."""
        for path in sorted(self._files(self._path(kind, made_by, "*").name), key=_last_use, reverse=True):
            arrays = self._read(path, made_by)
            if arrays is not None:
                yield arrays

    def save(self, kind: str, made_by: str, key: str, arrays: Mapping[str, Array]) -> bool:
        """Keep the arrays, and drop what has not been used for long or is too much; tells whether they are kept."""
        path = self._path(kind, made_by, key)
        try:
            write_arrays(path, made_by, arrays)
        except OSError as error:
            self._tell("cache not written", self.folder, error.strerror or str(error))
            return False
        self._used.add(path)
        self._room -= _size(path)
        if self._room < 0:
            self._drop_old()
        return True

    def drop(self, kind: str, made_by: str, key: str) -> None:
        """Remove what was saved under that key, if it is there."""
        _remove(self._path(kind, made_by, key))

    @contextmanager
    def renewal(self) -> Iterator[None]:
        """What is not used within the block may be dropped like the rest after it: articles that change need others."""
        self._used, self._used_before = set(), self._used
        try:
            yield
        except BaseException:
            self._used |= self._used_before
            raise
        finally:
            self._used_before = set()
        self._drop_old()

    def size(self) -> int:
        """The bytes of all files."""
        return sum(_size(path) for path in self._files("*"))

    def clear(self) -> int:
        """Remove all files; gives their bytes. Raises OSError where that is not allowed."""
        freed = 0
        for path in self._files("*"):
            size = _size(path)
            path.unlink(missing_ok=True)
            freed += size
        self._used.clear()
        return freed

    def _path(self, kind: str, made_by: str, key: str) -> Path:
        maker = blake2b(made_by.encode(), digest_size=6).hexdigest()
        return self.folder / f"{kind}-{maker}-{key}{SUFFIX}"

    def _files(self, pattern: str) -> list[Path]:
        """The files of the cache whose names fit, among them, for `*`, those that were never finished."""
        try:
            names = [*self.folder.glob(pattern if pattern != "*" else f"*{SUFFIX}")]
            if pattern == "*":
                names += self.folder.glob(f".*{SUFFIX}.*.new")
        except OSError as error:
            self._tell("cache not read", self.folder, error.strerror or str(error))
            return []
        return names

    def _read(self, path: Path, made_by: str) -> Mapping[str, Array] | None:
        try:
            arrays = read_arrays(path, made_by)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._tell("cache not read", path, error.strerror or str(error))
            return None
        except ArrayFileError as error:
            self._tell("cache damaged", path, str(error))
            _remove(path)
            return None
        return arrays

    def _tell(self, key: str, path: Path, reason: str) -> None:
        self.trouble = self.trouble or CacheTrouble(key, path, reason)

    def _drop_old(self) -> None:
        """Look through all files: after the first that is saved, and after any once they may be too much together."""
        now = time.time()
        room = SIZE_LIMIT
        used = self._used | self._used_before
        for path in sorted(self._files("*"), key=_last_use, reverse=True):
            age = now - _last_use(path)
            is_unfinished = path.suffix != SUFFIX
            size = 0 if is_unfinished else _size(path)
            is_old = age > (LONGEST_WRITE if is_unfinished else LONGEST_UNUSED)
            if path not in used and (is_old or size > room):
                _remove(path)
            else:
                room -= size
        self._room = room


def content_key(content: bytes | memoryview) -> str:
    """A key for what something was made of."""
    return blake2b(content, digest_size=16).hexdigest()


@cache
def source_key() -> str:
    """A key for this version of the program: what it makes of an article depends on `STAGES` and `LIBRARIES`."""
    package = Path(__file__).parents[1]
    sources = [path for stage in STAGES for path in sorted((package / stage).rglob("*.py"))]
    versions = [installed_version(library).encode() for library in LIBRARIES]
    return content_key(b"\0".join([*versions, *(path.read_bytes() for path in sources)]))


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _last_use(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
