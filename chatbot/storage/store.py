"""The store: a cache of what was computed from articles, in one SQLite file that several programs may use at once.

A row is found by the hash of its content, what it was computed from, and of its maker, the name and version of what
computed it. So no row can be out of date, and one that is missing, damaged or cannot be written costs time only.
"""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from chatbot.errors import Trouble
from chatbot.installed import installed_version
from chatbot.storage.private_files import FILE_MODE, cache_folder, make_private_folder

STORE_LIMIT = 4 << 30
"""Bytes: beyond this, the rows that were not used for longest are evicted.

An article of 40 passages takes some 0.2 MB, and 2.5 MB once the strong encoder has read all of it.
"""

LONGEST_UNUSED = 30
"""Days after which a row that was not used is evicted: what was read of articles should not stay for ever."""

EVICTION_SHARE = 0.8  # eviction brings the store down to this share of the limit, so that not every write has to evict
LOCK_SECONDS = 5.0  # seconds to wait for another program that is writing
ROWS_AT_ONCE = 500  # keys that are looked up by one statement; SQLite allows 999 parameters in its older versions
SOURCES = ("text", "articles", "passages")  # the packages whose code shapes the record of an article
LIBRARIES = (
    *("PyStemmer", "PyYAML", "langdetect", "rank-bm25"),
    *("trafilatura", "lxml", "defusedxml", "pypdf", "pdf-oxide", "python-docx", "striprtf"),
)
"""The libraries that shape it too, as far as they are installed."""

_SCHEMA = (
    """CREATE TABLE IF NOT EXISTS rows
        (key BLOB PRIMARY KEY, used INTEGER NOT NULL, checksum INTEGER NOT NULL, value BLOB NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS by_use ON rows (used)",
)
"""`used` is a day, counted from 1970; `checksum` is the CRC-32 of the value."""

_EVICT = """DELETE FROM rows WHERE rowid IN (
    SELECT rowid FROM (SELECT rowid, SUM(LENGTH(value)) OVER (ORDER BY used DESC, rowid DESC) AS newer FROM rows)
    WHERE newer > ?)"""
"""Deletes the rows used longest ago but for so many bytes of newer ones."""

Key = bytes  # 16 bytes, made by `row_key`

Result = TypeVar("Result")


class Store:
    """The rows of one file. It raises nothing, and remembers the first trouble, which a person should hear of.

    Threads may share it. Each call opens the file (0.1 ms), which may have been removed or replaced since the last.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """The store in that folder, or else in the platform's cache folder, which need not exist."""
        self.path = (folder or cache_folder()) / "store.sqlite"
        self.trouble: Trouble | None = None

    def load(self, keys: Iterable[Key]) -> dict[Key, bytes]:
        """The values of those of the keys that have one; they count as used today."""
        rows = self._find(keys, "key, used, checksum, value")
        return {key: value for key, _, checksum, value in rows if zlib.crc32(value) == checksum}

    def load_one(self, key: Key) -> bytes | None:
        """The value of one key, or None."""
        return self.load([key]).get(key)

    def known(self, keys: Iterable[Key]) -> frozenset[Key]:
        """Those of the keys that have a value, which is not loaded; they count as used today."""
        return frozenset(key for key, _ in self._find(keys, "key, used"))

    def save(self, rows: Mapping[Key, bytes]) -> None:
        """Put the rows in the store, and evict others where that makes too many."""

        def insert(connection: sqlite3.Connection) -> None:
            values = ((key, _today(), zlib.crc32(value), value) for key, value in rows.items())
            connection.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?)", values)
            _evict(connection)

        if rows:
            self._attempt(insert)

    def _find(self, keys: Iterable[Key], columns: str) -> list[Any]:
        """These columns, the first two of which are key and day, of the rows of the keys; they count as used today."""
        wanted = list(dict.fromkeys(keys))
        if not wanted:
            return []

        def select(connection: sqlite3.Connection) -> list[Any]:
            rows: list[Any] = []
            for start in range(0, len(wanted), ROWS_AT_ONCE):
                some = wanted[start : start + ROWS_AT_ONCE]
                places = ", ".join("?" * len(some))
                query = f"SELECT {columns} FROM rows WHERE key IN ({places})"  # noqa: S608 - names and question marks
                rows += connection.execute(query, some)
            today = _today()
            if stale := [(today, key) for key, used, *_ in rows if used != today]:
                with suppress(sqlite3.OperationalError):  # a read-only file: no program evicts anything from it
                    connection.executemany("UPDATE rows SET used = ? WHERE key = ?", stale)
            return rows

        return self._attempt(select) or []

    def _attempt(self, work: Callable[[sqlite3.Connection], Result]) -> Result | None:
        """The result of `work` within a transaction; None where it failed. A damaged file is removed."""
        try:
            with closing(self._connect()) as connection, connection:
                return work(connection)
        except (OSError, sqlite3.DatabaseError) as error:
            is_damaged = _is_damage(error)
            if is_damaged:
                with suppress(OSError):
                    self.path.unlink()
            name = "cache damaged" if is_damaged else "cache unusable"
            reason = getattr(error, "strerror", None) or error
            self.trouble = self.trouble or Trouble(name, path=self.path, reason=reason)
        return None

    def _connect(self) -> sqlite3.Connection:
        make_private_folder(self.path.parent)
        is_new = not self.path.exists()
        connection = sqlite3.connect(self.path, timeout=LOCK_SECONDS)
        try:
            connection.execute("PRAGMA synchronous = OFF")  # checksums tell what a power cut leaves behind
            for statement in _SCHEMA:
                connection.execute(statement)
            if is_new:
                self.path.chmod(FILE_MODE)
        except BaseException:
            connection.close()
            raise
        return connection


def _is_damage(error: Exception) -> bool:
    """Whether the file is no database, is malformed or has tables of another form; not read-only, locked or full."""
    is_other_form = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR  # a statement that cannot be
    return is_other_form or not isinstance(error, (OSError, sqlite3.OperationalError))


def _evict(connection: sqlite3.Connection) -> None:
    """Delete what was not used for `LONGEST_UNUSED` days, and what makes the store larger than its limit."""
    connection.execute("DELETE FROM rows WHERE used < ?", (_today() - LONGEST_UNUSED,))
    pages, free, page_size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    if (pages - free) * page_size > STORE_LIMIT:
        connection.execute(_EVICT, (int(EVICTION_SHARE * STORE_LIMIT),))


def _today() -> int:
    """The days since 1970."""
    return int(time.time() // 86_400)


def row_key(maker: str, *content: str | bytes) -> Key:
    """The key of what `maker`, a name and a version, computes from the content."""
    digest = blake2b(maker.encode(), digest_size=16)
    for part in content:
        encoded = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"\0%d\0" % len(encoded) + encoded)
    return digest.digest()


def stored(key: Key, compute: Callable[[], bytes], store: Store | None) -> bytes:
    """The value of the key from the store, or else what is computed, which the store then has."""
    value = store.load_one(key) if store else None
    if value is None:
        value = compute()
        if store:
            store.save({key: value})
    return value


@cache
def analysis_version() -> str:
    """The version of the analysis of articles: a hash of the code of `SOURCES` and of the versions of `LIBRARIES`."""
    package = Path(__file__).parents[1]
    digest = blake2b(digest_size=8)
    for folder in SOURCES:
        for path in sorted((package / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    for library in LIBRARIES:
        with suppress(ModuleNotFoundError):
            digest.update(f"{library} {installed_version(library)}".encode())
    return digest.hexdigest()
