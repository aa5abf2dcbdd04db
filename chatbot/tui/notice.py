"""Notices in the conversation: what a reader should know of the program or mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from chatbot.messages import message
from chatbot.text.language_code import Language
from chatbot.text.printable import printable

if TYPE_CHECKING:
    from chatbot.articles.folder import SkippedFile

SKIPPED_LIMIT = 3  # the most skipped files that are named


class Notice(Static):
    """Something that a reader should know or mend, with what to do next."""

    DEFAULT_CSS = """
    Notice {
        height: auto;
        max-width: 100;
        margin: 1 0;
        padding: 0 1;
        &.-warning { border-left: outer $warning; color: $text-warning; }
        &.-error { border-left: outer $error; color: $text-error; }
    }
    """

    def __init__(self, text: str, severity: str) -> None:
        super().__init__(Content(printable(text)), classes=f"-{severity}")
        self.text = text


def skipped_notice(skipped: tuple[SkippedFile, ...], language: Language) -> Notice:
    """Why the file was skipped or, where there are more, which they are and how to learn why."""
    if len(skipped) == 1:
        return Notice(skipped[0].reason, "warning")
    names = ", ".join(file.name for file in skipped[:SKIPPED_LIMIT])
    more = ", …" if len(skipped) > SKIPPED_LIMIT else ""
    return Notice(
        message("files skipped", language, count=sum(file.count for file in skipped), names=names + more), "warning"
    )
