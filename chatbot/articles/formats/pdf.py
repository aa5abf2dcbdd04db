"""PDF: the text of the pages, and where each begins; pypdf opens the file, pdf_oxide tells where its glyphs stand."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from itertools import count as count_from

from pdf_oxide import PdfDocument
from pypdf import PdfReader

from chatbot.articles.formats.document import author_and_date, title_of
from chatbot.articles.formats.pdf_columns import regions
from chatbot.articles.formats.pdf_glyphs import Piece, glyphs, pieces
from chatbot.articles.formats.pdf_lines import ruled_cells
from chatbot.articles.formats.pdf_margins import without_margins
from chatbot.articles.formats.pdf_text import read_text
from chatbot.articles.source_text import TEXT_LIMIT, SourceText, UnreadableFileError

PAGE_LIMIT = 5_000  # the most pages of one file


def read(data: bytes) -> SourceText:
    """The text of the pages with Markdown's signs, and its title.

    That is the title of the properties, where the first page shows it, on a line of its own if it is one word. Else it
    is what the first page has in the largest type.
    """
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableFileError("file encrypted")
    if len(reader.pages) > PAGE_LIMIT:
        raise UnreadableFileError("file too large inside")
    told: Mapping[str, object] = reader.metadata or {}
    title = " ".join(str(told.get("/Title", "")).split())
    created = str(told.get("/CreationDate", ""))[:10]  # "D:20240305…"
    author, date = author_and_date(str(told.get("/Author", "")), created)
    pages = _pages(data)
    if not any(pages):
        raise UnreadableFileError("pages without text")
    body, first_number = without_margins(pages)
    found = read_text([regions(page) for page in body])
    first_page = [piece.text.lower() for piece in pages[0]]
    is_shown = title.lower() in first_page or (" " in title and title.lower() in " ".join(first_page))
    return replace(
        found,
        title=title if is_shown else found.title or title_of(title, found.text),
        page_labels=_told(tuple(reader.page_labels), len(pages), first_number),
        author=author,
        date=date,
    )


def _told(labels: tuple[str, ...], count: int, first_number: int | None) -> tuple[str, ...]:
    """What the pages are called: by the file, else by the numbers printed on them; nothing where those count from 1.

    A page before the first that is numbered has the number of its sheet, in square brackets as in bibliographies.
    """
    sheets = tuple(str(number + 1) for number in range(count))
    if len(labels) == count and labels != sheets:
        return labels
    if first_number in {None, 1}:
        return ()
    return tuple(
        str(number) if number > 0 else f"[{sheet}]"
        for sheet, number in zip(sheets, count_from(first_number), strict=False)
    )


def _pages(data: bytes) -> list[list[Piece]]:
    document = PdfDocument.from_bytes(data)
    document.authenticate("")
    pages: list[list[Piece]] = []
    length = 0
    for number in range(int(document.page_count)):
        boxes = [drawn["bbox"] for drawn in (*document.extract_lines(number), *document.extract_rects(number))]
        cells, rest = ruled_cells(glyphs(document.extract_chars(number)), boxes)
        pages.append(sorted([*cells, *pieces(rest)], key=lambda piece: -piece.base))
        length += sum(len(piece.text) for piece in pages[-1])
        if length > TEXT_LIMIT:
            raise UnreadableFileError("file too large inside")
    return pages
