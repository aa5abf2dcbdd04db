"""The text of an article as it was read from its file, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text, and what else its file tells.

    Text that a format's reader took has Markdown's signs before its headings and list items. `title` is the one that
    the format tells, if any. `page_starts` holds the offset (code points) of each page, and is empty where there are
    no pages; `page_labels` what a viewer calls each page, and is empty where that is its number. `encoding` is the
    Python codec that the file was decoded with, or None for a format that has none.
    """

    text: str
    title: str | None = None
    page_starts: tuple[int, ...] = ()
    page_labels: tuple[str, ...] = ()
    encoding: str | None = None
