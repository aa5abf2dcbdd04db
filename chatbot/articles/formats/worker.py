"""The process that reads formats: a reader's module and a file come in, and the file's text goes out.

A reader that is given a hostile file may take all time or memory there is. Here it can harm nothing else.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import msgspec

from chatbot.articles.formats.reply import Reply, UnreadableFormatError
from chatbot.articles.source_text import SourceText
from chatbot.worker_process import serve


def read(request: bytes) -> bytes:
    """The reply, in JSON, to a request: a line with the reader's module, and then the file."""
    reader, _, data = request.partition(b"\n")
    try:
        reply = Reply(_whole(import_module(reader.decode()).read(data)))
    except UnreadableFormatError as error:
        reply = Reply(unreadable=error.key)
    except (ImportError, MemoryError):
        reply = Reply(unreadable="file damaged", is_certain=False)
    except Exception:  # what a library raises on a broken file is no more than that
        reply = Reply(unreadable="file damaged")
    return msgspec.json.encode(reply)


def _whole(extracted: SourceText) -> SourceText:
    """The same with halves of surrogate pairs replaced and line ends as line feeds, one code point for one."""
    text, *told = (
        part and part.encode("utf-8", "replace").decode("utf-8")
        for part in (extracted.text, extracted.title, extracted.author, extracted.date)
    )
    title, author, date = told
    return replace(extracted, text=(text or "").replace("\r", "\n"), title=title, author=author, date=date)


if __name__ == "__main__":
    serve(read)
