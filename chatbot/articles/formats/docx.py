"""Word documents: paragraphs, headings, notes and tables, by python-docx, which expands no entities."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise, takewhile
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from chatbot.articles.formats.archive import open_archive
from chatbot.articles.formats.docx_markup import resolve
from chatbot.articles.formats.docx_paragraph import Line, ParagraphReader
from chatbot.articles.formats.docx_table import table_lines
from chatbot.articles.formats.reply import UnreadableFormatError
from chatbot.articles.metadata import properties
from chatbot.articles.source_text import SourceText

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

HEADING_WORD_LIMIT = 14
"""The most words of a line in bold, underlined, in capitals or in large letters that is a heading without a style."""

TOP_LINES = 4
"""The first lines of a document, among which its title may be."""

_OLE_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_SENTENCE_END = re.compile(r"[.!;,…][\"'”’»)\]]*$")
_NOTES = {"word/footnotes.xml": "w:footnoteReference", "word/endnotes.xml": "w:endnoteReference"}

Notes = Mapping[tuple[str, str], str]
"""The text of each note by the name of the element that refers to it, and its id there."""


def read(data: bytes) -> SourceText:
    """The text of the document, and its title.

    The title of the properties, which may be that of the template, counts where the text has it and has no other.
    """
    if data.startswith(_OLE_SIGNATURE):  # Word wraps a document with a password in the container of old .doc files
        raise UnreadableFormatError("file encrypted")
    archive = open_archive(data)
    document = docx.Document(io.BytesIO(data))
    resolve(document.element.body)
    reader = ParagraphReader(document)
    with archive:
        notes = _notes(archive, reader)
    lines = _with_headings(list(_lines(document.element.body, reader, notes)))
    title = _title(lines)
    text = "".join(_joined(lines))
    if title is None and not text.startswith("#") and document.core_properties.title in text:
        title = document.core_properties.title.strip() or None
    author, date = properties(document.core_properties.author, str(document.core_properties.created))
    return SourceText(text, title, author=author, date=date, is_markdown=True)


def _title(lines: Sequence[Line]) -> str | None:
    """The paragraph in the style of titles, or else one in large letters with no more than short lines above it."""
    styled = next((line.text for line in lines if line.is_title), None)
    top = takewhile(lambda line: len(line.text.split()) <= HEADING_WORD_LIMIT, lines[:TOP_LINES])
    return styled or next((line.text for line in top if line.is_large and line.mark.startswith("#")), None)


def _notes(archive: ZipFile, reader: ParagraphReader) -> Notes:
    """The footnotes and endnotes."""
    notes: dict[tuple[str, str], str] = {}
    for part in _NOTES.keys() & set(archive.namelist()):
        root = parse_xml(archive.read(part))
        resolve(root)
        for note in root:
            texts = (reader.line(paragraph).text for paragraph in note.iter(qn("w:p")))
            notes[_NOTES[part], note.get(qn("w:id"), "")] = " ".join(filter(None, texts))
    return notes


def _lines(body: BaseOxmlElement, reader: ParagraphReader, notes: Notes) -> Iterator[Line]:
    """The paragraphs and tables in their order, each with the notes to it below it."""
    number = 0
    for element in body:
        if element.tag == qn("w:p"):
            yield reader.line(element)
        elif element.tag == qn("w:tbl"):
            yield from table_lines(element, reader)
        for reference in element.iter(*map(qn, _NOTES.values())):
            note = notes.get((f"w:{reference.tag.rpartition('}')[2]}", reference.get(qn("w:id"), "")))
            number += 1
            if note:
                yield Line(f"[{number}] {note}")


def _with_headings(lines: Sequence[Line]) -> list[Line]:
    """The lines that have text; where one looks like a heading and heads something, it is one."""
    shown = [line for line in lines if line.text]
    for position, (line, following) in enumerate(pairwise(shown)):
        if _looks_like_heading(line) and (position == 0 or not _looks_like_heading(following)):
            shown[position] = replace(line, mark="## " if position else "# ")
    return shown


def _looks_like_heading(line: Line) -> bool:
    is_short = len(line.text.split()) <= HEADING_WORD_LIMIT and not _SENTENCE_END.search(line.text)
    return (line.is_set_off or line.is_large) and line.mark in ("", "- ") and is_short


def _joined(lines: Sequence[Line]) -> Iterator[str]:
    """The text: lines with tabs in them stand together, as rows of a table, all others apart."""
    for line, before in zip(lines, chain([None], lines), strict=False):
        if before:
            yield "\n" if "\t" in line.text and "\t" in before.text else "\n\n"
        yield line.mark + line.text
