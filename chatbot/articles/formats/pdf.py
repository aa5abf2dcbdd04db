"""PDF: the text of the pages, and where each begins; pypdf opens the file, pdf_oxide tells where its glyphs stand."""

from __future__ import annotations

import io

from pdf_oxide import PdfDocument
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, PyPdfError

from chatbot.articles.formats.pdf_columns import regions
from chatbot.articles.formats.pdf_glyphs import Piece, pieces
from chatbot.articles.formats.pdf_margins import without_margins
from chatbot.articles.formats.pdf_text import joined
from chatbot.articles.formats.unreadable import TEXT_LIMIT, UnreadableFormatError
from chatbot.articles.source_text import SourceText

PAGE_LIMIT = 5_000
"""The most pages of one file."""


def read(data: bytes) -> SourceText:
    """The text of the pages with Markdown's signs, and its title.

    That is the title of the properties, where the first page shows it: others are mostly that of the template, or the
    name of the file that it was made from. Else it is what the first page has in the largest type.
    """
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFormatError("file encrypted")
        if len(reader.pages) > PAGE_LIMIT:
            raise UnreadableFormatError("file too large inside")
        title = " ".join((reader.metadata.title or "").split()) if reader.metadata else ""
        labels = tuple(reader.page_labels)
    except FileNotDecryptedError as error:
        raise UnreadableFormatError("file encrypted") from error
    except PyPdfError as error:
        raise UnreadableFormatError("file damaged") from error
    pages = _pages(data)
    if not any(pages):
        raise UnreadableFormatError("pages without text")
    found = joined([regions(page) for page in without_margins(pages)])
    shown = " ".join(piece.text for piece in pages[0]).lower()
    are_numbers = labels == tuple(str(number) for number in range(1, len(labels) + 1))
    return SourceText(
        found.text,
        title if title and title.lower() in shown else found.title,
        page_starts=found.page_starts,
        page_labels=() if are_numbers else labels,
    )


def _pages(data: bytes) -> list[list[Piece]]:
    document = PdfDocument.from_bytes(data)
    document.authenticate("")
    pages: list[list[Piece]] = []
    length = 0
    for number in range(int(document.page_count)):
        pages.append(pieces(document.extract_chars(number)))
        length += sum(len(piece.text) for piece in pages[-1])
        if length > TEXT_LIMIT:
            raise UnreadableFormatError("file too large inside")
    return pages
