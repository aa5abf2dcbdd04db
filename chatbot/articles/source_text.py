"""The text of an article as it was read from its file, before anything is made of it, or that it has none."""

from __future__ import annotations

from dataclasses import dataclass, replace

from chatbot.errors import Trouble

TEXT_LIMIT = 20_000_000  # the most code points that are taken from one file


class UnreadableFileError(Trouble):
    """A file of which no article is made; the message also has its name, as `file`."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text, and what else its file tells.

    `is_markdown` where signs in it are those of Markdown, if only because a format's reader put them before headings
    and list items. `title`, `author` and `date` (see `Metadata`) are those that the format tells, if any. `page_starts`
    holds the offset (code points) of each page, and is empty where there are no pages; `page_labels` what each page is
    called, and is empty where that is its number. `encoding` is the Python codec that the file was decoded with, or
    None for a format that has none.
    """

    text: str
    title: str | None = None
    page_starts: tuple[int, ...] = ()
    page_labels: tuple[str, ...] = ()
    encoding: str | None = None
    author: str | None = None
    date: str | None = None
    is_markdown: bool = False

    def part(self, start: int, end: int) -> SourceText:
        """One of several articles in the text: its slice, on the same pages, of which the format tells nothing."""
        pages = tuple(max(0, page - start) for page in self.page_starts if page < end)
        return replace(self, text=self.text[start:end], title=None, page_starts=pages, author=None, date=None)
