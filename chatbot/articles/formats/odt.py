"""OpenDocument: headings, paragraphs, lists, tables and notes; the XML is read without entities, by defusedxml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Xml

from chatbot.articles.formats.archive import open_archive
from chatbot.articles.formats.reply import UnreadableFormatError
from chatbot.articles.metadata import properties
from chatbot.articles.source_text import SourceText

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

_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": " "}
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
    )


class _Lines:
    """The lines of a document, each marked as Markdown has it; a table is one line with line ends in it."""

    def __init__(self, content: Element) -> None:
        styles = content.iter(f"{_STYLE}style")
        self._parents = {style.get(f"{_STYLE}name"): style.get(f"{_STYLE}parent-style-name") for style in styles}

    def of(self, element: Element, mark: str = "") -> Iterator[str]:
        """The lines of an element, the first with the mark of a list item if it is in one."""
        for child in element:
            if child.tag in _LEFT_OUT:
                continue
            if child.tag in (f"{_TEXT}h", f"{_TEXT}p"):
                inner: list[str] = []
                text = " ".join(self._text(child, inner).split())
                if text:
                    yield self._mark(child, mark) + text
                yield from inner
            elif child.tag == f"{_TABLE}table":
                rows = ("\t".join(self._cells(row)) for row in child.iter(f"{_TABLE}table-row"))
                yield "\n".join(row for row in rows if row.strip())
            else:
                yield from self.of(child, "- " if child.tag == f"{_TEXT}list-item" else mark)

    def _text(self, element: Element, inner: list[str]) -> str:
        """The text of a paragraph; the lines of notes and boxes in it go to `inner`."""
        pieces = [element.text or ""]
        for child in element:
            if child.tag in (f"{_TEXT}note", f"{{{_NAMES.format('drawing')}}}frame"):
                inner.extend(self.of(child))
            elif child.tag not in _LEFT_OUT:
                pieces.append(_SPACES.get(child.tag) or self._text(child, inner))
            pieces.append(child.tail or "")
        return "".join(pieces)

    def _cells(self, row: Element) -> Iterator[str]:
        for cell in row:
            text = " ".join(" ".join(self.of(cell)).split())
            repeated = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            yield from [text] * min(repeated, MOST_REPEATED)

    def _mark(self, paragraph: Element, mark: str) -> str:
        style = paragraph.get(f"{_TEXT}style-name")
        if "Title" in (style, self._parents.get(style)):
            return "# "
        if paragraph.tag == f"{_TEXT}h":
            level = paragraph.get(f"{_TEXT}outline-level", "1")
            return "#" * min(6, int(level) + 1) + " "
        return mark
