"""Pages of the web in one file with their pictures, as browsers save them: the page, read as HTML."""

from __future__ import annotations

from email import message_from_bytes

from chatbot.articles.formats import html
from chatbot.articles.source_text import SourceText
from chatbot.articles.unreadable import UnreadableFileError


def read(data: bytes) -> SourceText:
    """The main text of the first page in the file, and what it tells of itself."""
    for part in message_from_bytes(data).walk():
        page = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(page, bytes):
            return html.read(page, part.get_content_charset())
    raise UnreadableFileError("file damaged")
