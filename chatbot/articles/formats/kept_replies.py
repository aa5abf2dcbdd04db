"""Replies that are kept: a file is read once, as long as it and what reads it stay the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from chatbot.articles.formats.reply import Reply, decoded
from chatbot.storage.cache import Cache, content_key, source_key
from chatbot.storage.installed import installed_version

if TYPE_CHECKING:
    from chatbot.articles.formats.extraction import Format

KIND = "texts"


def load_reply(cache: Cache, format_: Format, data: bytes) -> Reply | None:
    """What was said of the file in `data`, if it is known."""
    arrays = cache.load(KIND, _made_by(format_), content_key(data))
    return decoded(arrays["reply"].tobytes()) if arrays and "reply" in arrays else None


def save_reply(cache: Cache, format_: Format, data: bytes, line: bytes) -> None:
    """Keep the line that was said of the file in `data`."""
    cache.save(KIND, _made_by(format_), content_key(data), {"reply": np.frombuffer(line, dtype=np.uint8)})


def _made_by(format_: Format) -> str:
    libraries = ", ".join(f"{package} {installed_version(package)}" for package in format_.packages)
    return f"{format_.reader}, {libraries}, {source_key()}"
