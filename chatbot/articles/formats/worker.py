"""The process that reads formats: files come in on standard input, their texts go out as lines of JSON.

A reader that is given a hostile file may take all time or memory there is. Here it can take no more
than `MEMORY_LIMIT`, and whoever started this process may end it at any time. It ends by itself where that is there no
longer.
"""

from __future__ import annotations

import json
import math
import signal
import sys
from contextlib import suppress
from dataclasses import replace
from importlib import import_module

import msgspec

from chatbot.articles.formats.reply import Reply
from chatbot.articles.formats.unreadable import UnreadableFormatError
from chatbot.articles.source_text import SourceText

MEMORY_LIMIT = 2_000_000_000
"""The most bytes of address space of this process, where the system can hold it to that."""

GRACE = 5
"""Seconds that whoever started this process has to end it, after the time for a file is over."""


def main() -> None:
    """Answer each request, a line with the reader's module and the number of bytes that follow it."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    output = sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is no answer
    for line in sys.stdin.buffer:
        request = json.loads(line)
        data = sys.stdin.buffer.read(request["size"])
        _end_after(math.ceil(request["seconds"]) + GRACE)
        try:
            reply = Reply(_whole(import_module(request["reader"]).read(data)))
        except UnreadableFormatError as error:
            reply = Reply(unreadable=error.key)
        except (ImportError, MemoryError):
            reply = Reply(unreadable="file damaged", is_certain=False)
        except Exception:  # what a library raises on a broken file is no more than that
            reply = Reply(unreadable="file damaged")
        _end_after(0)
        output.write(msgspec.json.encode(reply) + b"\n")
        output.flush()


def _end_after(seconds: int) -> None:
    """Have the system end this process then, where it can, or never for 0: who would do it may have been killed."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _whole(extracted: SourceText) -> SourceText:
    """The same with halves of surrogate pairs replaced and line ends as line feeds, one code point for one."""
    text, *told = (
        part and part.encode("utf-8", "replace").decode("utf-8")
        for part in (extracted.text, extracted.title, extracted.author, extracted.date)
    )
    title, author, date = told
    return replace(extracted, text=(text or "").replace("\r", "\n"), title=title, author=author, date=date)


if __name__ == "__main__":
    main()
