"""The process that reads formats: a reader's module and a file come in, and the file's text goes out.

A reader that is given a hostile file may take all time or memory there is. Here it can harm nothing else.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import msgspec

from chatbot.articles.source_text import SourceText, UnreadableFileError


def answer(request: bytes) -> bytes:
    """The reply, in JSON, to a request, a line with the reader's module and then the file: a `SourceText`, or a string.

    The string names the message that says why the file has no text. Without the memory, or a library, that a reader
    needs, the process ends: it may be the machine and not the file that is to blame.
    """
    reader, _, data = request.partition(b"\n")
    reply: SourceText | str
    try:
        reply = _whole(import_module(reader.decode()).read(data))
    except UnreadableFileError as error:
        reply = error.name
    except (ImportError, MemoryError):
        raise
    except Exception:  # what a library raises on a broken file is no more than that
        reply = "file damaged"
    return msgspec.json.encode(reply)


def _whole(extracted: SourceText) -> SourceText:
    """The same with halves of surrogate pairs replaced and line ends as line feeds, one code point for one."""
    text, title, author, date = (
        (part or "").encode("utf-8", "replace").decode("utf-8")
        for part in (extracted.text, extracted.title, extracted.author, extracted.date)
    )
    text = text.replace("\r", "\n")
    return replace(extracted, text=text, title=title or None, author=author or None, date=date or None)
