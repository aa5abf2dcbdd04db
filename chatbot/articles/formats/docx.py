"""Word documents: paragraphs, headings, notes and tables, as HTML; python-docx reads them, and expands no entities."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise, takewhile
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsmap, qn
from lxml import etree
from lxml.html.builder import E

from chatbot.articles.formats.document import author_and_date, open_archive, title_of
from chatbot.articles.formats.docx_paragraph import ParagraphReader
from chatbot.articles.formats.html_markdown import markdown
from chatbot.articles.formats.html_page import HEADINGS
from chatbot.articles.formats.html_paragraphs import HEADING_WORD_LIMIT
from chatbot.articles.formats.html_tables import NO_HEADING_END, prepare_tables
from chatbot.articles.markdown import RAISED
from chatbot.articles.source_text import SourceText, UnreadableFileError

if TYPE_CHECKING:
    from docx.oxml.table import CT_Tbl
    from docx.oxml.xmlchemy import BaseOxmlElement
    from lxml.html import HtmlElement

TOP_LINES = 4  # the first lines of a document, among which its title may be

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLE_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_BLOCKS = ("p", "li", *HEADINGS, "table")
_NOTES = {"word/footnotes.xml": "w:footnoteReference", "word/endnotes.xml": "w:endnoteReference"}

_LEFT_OUT = tuple(map(qn, ("w:del", "w:moveFrom", "w:sdtPr", "w:sdtEndPr")))
_WRAPPERS = tuple(
    qn(f"w:{name}") for name in "ins moveTo sdt sdtContent smartTag customXml hyperlink fldSimple bdo dir".split()
)
_UNSEEN = etree.XPath(
    ".//w:tr[w:trPr/w:del] | .//w:sdt[w:sdtPr/w:showingPlcHdr]"
    " | .//w:r[w:rPr/w:vanish[not(@w:val) or (@w:val != '0' and @w:val != 'false')]]",
    namespaces=nsmap,
)
"""Rows that were deleted, what a form says where nothing was filled in, and hidden text."""

_JOINED = etree.XPath(".//w:p[w:pPr/w:rPr/w:del or w:pPr/w:framePr/@w:dropCap != 'none']", namespaces=nsmap)
"""Paragraphs whose end was deleted, and initials that are set into the lines of the next one."""

_RAISED_TEXTS = etree.XPath(".//w:r[w:rPr/w:vertAlign/@w:val='superscript']/w:t", namespaces=nsmap)

_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MATHS_SIGNS = {f"{_MATHS}den": "/", f"{_MATHS}sup": "^"}

Notes = Mapping[tuple[str, str], str]
"""The text of each note by the name of the element that refers to it, and its id there."""


def read(data: bytes) -> SourceText:
    """The text of the document, with its title, author and date."""
    if data.startswith(_OLE_SIGNATURE):  # the container of old .doc files, and of a new one with a password
        raise UnreadableFileError("file encrypted" if _ENCRYPTED in data else "old word file")
    archive = open_archive(data)
    if _STRICT in archive.read("[Content_Types].xml") + archive.read("_rels/.rels"):
        return read(_transitional(archive))
    document = docx.Document(io.BytesIO(data))
    _resolve(document.element.body)
    reader = ParagraphReader(document)
    with archive:
        notes = _notes(archive, reader)
    tree = E.div(*_blocks(document.element.body, reader, notes))
    prepare_tables(tree)
    blocks = [block for block in tree.iter(*_BLOCKS) if block.xpath("normalize-space() and not(ancestor::table)")]
    for above, block in reversed(list(pairwise(blocks))):
        if above.get("class") == block.get("class") == "title":  # as Pandoc has authors and dates
            block.tag = "p"
            del block.attrib["class"]
    _make_headings(blocks)
    for item in (block for block in blocks if block.get("value")):
        item.text = f"{item.get('value')}. {item.text or ''}"
    title, text = _title(blocks), markdown(tree)
    told = document.core_properties
    author, date = author_and_date(told.author, str(told.created))
    return SourceText(text, title or title_of(told.title, text), author=author, date=date, is_markdown=True)


def _transitional(archive: ZipFile) -> bytes:
    """The document with the names that Word gives its parts by default, instead of those of the strict standard."""
    made = io.BytesIO()
    with archive, ZipFile(made, "w") as other:
        for member in archive.infolist():
            other.writestr(
                member.filename, _STRICT_NAME.sub(rb"http://schemas.openxmlformats.org/\1/2006/", archive.read(member))
            )
    return made.getvalue()


def _title(blocks: Sequence[HtmlElement]) -> str | None:
    """The paragraph in the style of titles, or else one in large letters with no more than short lines above it."""
    styled = (block for block in blocks if block.get("class") == "title")
    top = takewhile(lambda block: len(_words(block)) <= HEADING_WORD_LIMIT, blocks[:TOP_LINES])
    large = (block for block in top if block.get("class") == "large" and block.tag in ("h1", "h2"))
    found = next(chain(styled, large), None)
    return None if found is None else " ".join(_words(found))


def _words(block: HtmlElement) -> list[str]:
    return " ".join(block.itertext()).split()


def _notes(archive: ZipFile, reader: ParagraphReader) -> Notes:
    """The footnotes and endnotes."""
    notes: dict[tuple[str, str], str] = {}
    for part in _NOTES.keys() & set(archive.namelist()):
        root = parse_xml(archive.read(part))
        _resolve(root)
        for note in root:
            paragraphs = map(reader.html, note.iter(qn("w:p")))
            notes[_NOTES[part], note.get(qn("w:id"), "")] = " ".join(word for one in paragraphs for word in _words(one))
    return notes


def _blocks(body: BaseOxmlElement, reader: ParagraphReader, notes: Notes) -> Iterator[HtmlElement]:
    """The paragraphs and tables in their order, each with the notes to it below it."""
    number = 0
    for element in body:
        yield from _html([element], reader)
        for reference in element.iter(*map(qn, _NOTES.values())):
            note = notes.get((f"w:{reference.tag.rpartition('}')[2]}", reference.get(qn("w:id"), "")))
            number += 1
            if note:
                yield E.p(f"[{number}] {note}")


def _html(elements: Iterable[BaseOxmlElement], reader: ParagraphReader) -> Iterator[HtmlElement]:
    """The paragraphs and tables among the elements, as HTML has them."""
    for element in elements:
        if element.tag == qn("w:p"):
            yield reader.html(element)
        elif element.tag == qn("w:tbl"):
            yield _table(element, reader)


def _table(table: CT_Tbl, reader: ParagraphReader) -> HtmlElement:
    """The table; what is in a cell stands in a box, as a cell of HTML with paragraphs is rather part of a page."""
    headers = sum(1 for _ in takewhile(lambda row: row.xpath("w:trPr/w:tblHeader"), table.tr_lst))
    headers = headers or int(reader.has_bold_header(table))
    made = E.table()
    above: dict[int, HtmlElement] = {}
    for number, row in enumerate(table.tr_lst):
        tag = "th" if number < headers else "td"
        made.append(E.tr(*(E.td() for _ in range(row.grid_before))))
        column = row.grid_before
        for cell in row.tc_lst:
            if cell.vMerge == "continue" and column in above:
                above[column].set("rowspan", str(int(above[column].get("rowspan", "1")) + 1))
            else:
                above[column] = E(tag, E.div(*_html(cell, reader)), colspan=str(cell.grid_span))
                made[-1].append(above[column])
            column += cell.grid_span
    return made


def _make_headings(blocks: Sequence[HtmlElement]) -> None:
    """Make a heading of what looks like one and heads something."""
    looks = [_looks_like_heading(block) for block in blocks]
    for position, (block, (looks_so, next_does)) in enumerate(zip(blocks, pairwise(looks), strict=False)):
        if looks_so and (position == 0 or not next_does):
            block.tag = "h2" if position else "h1"


def _looks_like_heading(block: HtmlElement) -> bool:
    words = _words(block)
    is_short = len(words) <= HEADING_WORD_LIMIT and not NO_HEADING_END.search(words[-1])
    return block.tag in ("p", "li") and block.get("class") is not None and is_short


def _resolve(root: BaseOxmlElement) -> None:
    """Leave in the tree what a reader of the document sees, as paragraphs, runs, tables, rows and cells only.

    Changes are taken as accepted, and a text box stands below the paragraph that it is anchored in.
    """
    for unseen in _UNSEEN(root):
        unseen.getparent().remove(unseen)
    for raised in _RAISED_TEXTS(root):
        raised.text = (raised.text or "").translate(RAISED)
    for paragraph in _JOINED(root):
        _join_with_next(paragraph)
    etree.strip_elements(root, *_LEFT_OUT, with_tail=False)
    etree.strip_tags(root, *_WRAPPERS)
    for alternatives in list(root.iter(_ALTERNATIVES)):
        del alternatives[1:]  # the same once more, for programs that cannot show the first
    for formula in root.iter(f"{_MATHS}oMath"):
        run = OxmlElement("w:r")
        run.text = "".join(_MATHS_SIGNS.get(part.tag) or part.text or "" for part in formula.iter())
        formula[:] = [run]
    etree.strip_tags(root, f"{_MATHS}oMathPara", f"{_MATHS}oMath")
    for box in reversed(list(root.iter(qn("w:txbxContent")))):
        anchor = next(box.iterancestors(qn("w:p")), None)
        if anchor is not None:
            for child in reversed(box):
                anchor.addnext(child)


def _join_with_next(paragraph: BaseOxmlElement) -> None:
    """Put what is in a paragraph before what is in the next one."""
    following = paragraph.getnext()
    if following is not None and following.tag == paragraph.tag:
        place = sum(child.tag == qn("w:pPr") for child in following)
        following[place:place] = [child for child in paragraph if child.tag != qn("w:pPr")]
