"""Word documents: paragraphs, headings and tables, by python-docx, which expands no entities."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from chatbot.articles.formats.archive import open_archive
from chatbot.articles.formats.unreadable import UnreadableFormatError
from chatbot.articles.metadata import properties
from chatbot.articles.source_text import SourceText

_OLE_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")


def read(data: bytes) -> SourceText:
    """The text of the document, and its title: the paragraph in the style of titles, else that of its properties."""
    if data.startswith(_OLE_SIGNATURE):  # Word wraps a document with a password in the container of old .doc files
        raise UnreadableFormatError("file encrypted")
    open_archive(data).close()
    document = docx.Document(io.BytesIO(data))
    lines = list(_lines(document))
    titles = [text for style, text in lines if style == "Title"]
    title = titles[0] if titles else document.core_properties.title.strip()
    author, date = properties(document.core_properties.author, str(document.core_properties.created))
    text = "\n\n".join(_marked(style, text) for style, text in lines)
    return SourceText(text, title or None, author=author, date=date)


def _lines(document: Document) -> Iterator[tuple[str, str]]:
    """The paragraphs and the rows of tables, each with the name of its style, in the order of the document."""
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph):
            text = " ".join(item.text.split())
            if text:
                yield (item.style.name if item.style else None) or "", text
        elif isinstance(item, Table):
            for row in item.rows:
                cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
                if text := " | ".join(filter(None, cells)):
                    yield "", text


def _marked(style: str, text: str) -> str:
    if style == "Title":
        return f"# {text}"
    if style.startswith("Heading ") and style[-1:].isdecimal():
        return f"{'#' * min(6, int(style[-1]) + 1)} {text}"
    return f"- {text}" if style.startswith("List") else text
