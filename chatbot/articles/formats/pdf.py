"""PDF: the text of the pages, and where each begins, by pypdf."""

from __future__ import annotations

import io
from collections.abc import Mapping

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, PyPdfError

from chatbot.articles.formats.unreadable import TEXT_LIMIT, UnreadableFormatError
from chatbot.articles.metadata import properties
from chatbot.articles.source_text import SourceText

PAGE_LIMIT = 5_000
"""The most pages of one file."""


def read(data: bytes) -> SourceText:
    """The text of the pages, one after the other, and the title of its properties where the first page has it too.

    A title that the page does not show is mostly that of the template, or the name of the file that it was made from.
    """
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFormatError("file encrypted")
        if len(reader.pages) > PAGE_LIMIT:
            raise UnreadableFormatError("file too large inside")
        pages: list[str] = []
        starts: list[int] = []
        length = 0
        for page in reader.pages:
            starts.append(length)
            pages.append(page.extract_text().strip() + "\n")
            length += len(pages[-1])
            if length > TEXT_LIMIT:
                raise UnreadableFormatError("file too large inside")
        title = " ".join((reader.metadata.title or "").split()) if reader.metadata else ""
        told: Mapping[str, object] = reader.metadata or {}
        author, date = properties(
            str(told.get("/Author", "")), str(told.get("/CreationDate", ""))[:10]
        )  # "D:20240305…"
    except FileNotDecryptedError as error:
        raise UnreadableFormatError("file encrypted") from error
    except PyPdfError as error:
        raise UnreadableFormatError("file damaged") from error
    shown = bool(title) and title.lower() in " ".join(pages[0].split()).lower() if pages else False
    return SourceText("".join(pages), title if shown else None, tuple(starts), author=author, date=date)
