"""OpenDocument: headings, paragraphs, lists, tables and notes; the XML is read without entities, by defusedxml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Xml

from chatbot.articles.formats.archive import open_archive
from chatbot.articles.formats.line_breaks import broken_lines
from chatbot.articles.formats.reply import UnreadableFormatError
from chatbot.articles.metadata import properties
from chatbot.articles.source_text import SourceText
from chatbot.articles.table_rows import is_layout, pipe_rows

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_TEXT, _TABLE, _STYLE, _META = (f"{{{_NAMES.format(name)}}}" for name in ("text", "table", "style", "meta"))
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"

_LEFT_OUT = frozenset(
    [f"{_TEXT}{name}" for name in ("tracked-changes", "table-of-content", "alphabetical-index", "note-citation")]
    + [f"{{{_NAMES.format('office')}}}annotation"]
)
"""The elements that are not the text: what was deleted, lists of what stands elsewhere, numbers of notes, remarks."""

_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}

_WHITE_SPACE = re.compile(r"\s+")
_TABLE_TAG, _ROW, _COVERED = (f"{_TABLE}{name}" for name in ("table", "table-row", "covered-table-cell"))

MOST_REPEATED = 50
"""The most cells that stand for one that is repeated: empty ones may be, up to the edge of the sheet."""


def read(data: bytes) -> SourceText:
    """The text of the document, with its title, author and date of creation."""
    with open_archive(data) as archive:
        try:
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise UnreadableFormatError("file encrypted")
            content = Xml.fromstring(archive.read("content.xml"))
            meta = Xml.fromstring(archive.read("meta.xml")) if "meta.xml" in archive.namelist() else content
        except (KeyError, BadZipFile, SyntaxError, DefusedXmlException) as error:
            raise UnreadableFormatError("file damaged") from error
    lines = list(_Lines(content).of(content))

    def told(*names: str) -> str | None:
        texts = (meta.findtext(f".//{name}") for name in names)
        return next((" ".join(text.split()) for text in texts if text and text.strip()), None)

    titles = (line.removeprefix("# ") for line in lines if line.startswith("# "))
    author, date = properties(
        told(f"{_META}initial-creator", f"{_DUBLIN_CORE}creator"),
        told(f"{_META}creation-date", f"{_DUBLIN_CORE}date"),
    )
    return SourceText(
        "\n\n".join(filter(None, lines)),
        title=next(titles, None) or told(f"{_DUBLIN_CORE}title"),
        author=author,
        date=date,
        is_markdown=True,
    )


class _Lines:
    """The lines of a document, each marked as Markdown has it; a table is one line with line ends in it."""

    def __init__(self, content: Element) -> None:
        styles = content.iter(f"{_STYLE}style")
        self._parents = {style.get(f"{_STYLE}name"): style.get(f"{_STYLE}parent-style-name") for style in styles}

    def of(self, elements: Iterable[Element], mark: str = "") -> Iterator[str]:
        """The lines of the elements in another one, the first with the mark of a list item if it is in one."""
        for child in elements:
            if child.tag in _LEFT_OUT:
                continue
            if child.tag in (f"{_TEXT}h", f"{_TEXT}p"):
                inner: list[str] = []
                first, *others = broken_lines(self._text(child, inner)) or [""]
                if first:
                    yield self._mark(child, mark) + first
                yield from others
                yield from inner
            elif child.tag == _TABLE_TAG:
                yield from self._table(child)
            else:
                yield from self.of(child, "- " if child.tag == f"{_TEXT}list-item" else mark)

    def _text(self, element: Element, inner: list[str]) -> str:
        """The text of a paragraph; the lines of notes and boxes in it go to `inner`."""
        pieces = [_WHITE_SPACE.sub(" ", element.text or "")]
        for child in element:
            if child.tag in (f"{_TEXT}note", f"{{{_NAMES.format('drawing')}}}frame"):
                inner.extend(self.of(child))
            elif child.tag not in _LEFT_OUT:
                pieces.append(_SPACES.get(child.tag) or self._text(child, inner))
            pieces.append(_WHITE_SPACE.sub(" ", child.tail or ""))
        return "".join(pieces)

    def _table(self, table: Element) -> Iterator[str]:
        """The table, and below it those that are in its cells; the paragraphs of one that only places them."""
        heads = table.findall(f"{_TABLE}table-header-rows/{_ROW}")
        elements = [row for part in (table, *table.iterfind(f"{_TABLE}table-rows")) for row in part.iterfind(_ROW)]
        grid: list[list[str]] = []
        for row in (*heads, *elements):
            grid.append(list(self._cells(row, grid[-1] if grid else [])))
        width = max((number for row in grid for number, text in enumerate(row, 1) if text), default=0)
        rows = [[*row, *[""] * width][:width] for row in grid if any(row)]
        cells = [cell for row in (*heads, *elements) for cell in row]
        if is_layout(rows):
            for cell in cells:
                yield from self.of(cell)
            return
        yield pipe_rows(rows, has_header=len(heads) == 1)
        for nested in (nested for cell in cells for nested in cell.iterfind(_TABLE_TAG)):
            yield from self._table(nested)

    def _cells(self, row: Element, above: Sequence[str]) -> Iterator[str]:
        """The text of a row in each column; that of a cell over several rows in all of them, over columns in one."""
        column, covered = 0, 0
        for cell in row:
            count = min(int(cell.get(f"{_TABLE}number-columns-repeated", "1")), MOST_REPEATED)
            text = " ".join(self.of(part for part in cell if part.tag != _TABLE_TAG))
            for _ in range(count):
                if cell.tag == _COVERED:
                    yield "" if column < covered else "".join(above[column : column + 1])
                else:
                    covered = column + int(cell.get(f"{_TABLE}number-columns-spanned", "1"))
                    yield text
                column += 1

    def _mark(self, paragraph: Element, mark: str) -> str:
        style = paragraph.get(f"{_TEXT}style-name")
        if "Title" in (style, self._parents.get(style)):
            return "# "
        if paragraph.tag == f"{_TEXT}h":
            level = paragraph.get(f"{_TEXT}outline-level", "1")
            return "#" * min(6, int(level) + 1) + " "
        return mark
