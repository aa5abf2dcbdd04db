"""OpenDocument: its elements as those of HTML; the XML is read without entities, by defusedxml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from defusedxml import ElementTree as Xml
from lxml.html.builder import E

from chatbot.articles.formats.document import DUBLIN_CORE, author_and_date, open_archive, title_of
from chatbot.articles.formats.html_markdown import markdown
from chatbot.articles.formats.html_tables import prepare_tables
from chatbot.articles.source_text import SourceText, UnreadableFileError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from lxml.html import HtmlElement

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_TEXT, _TABLE, _STYLE, _META, _OFFICE, _DRAWING, _PICTURE = (
    f"{{{_NAMES.format(name)}}}" for name in ("text", "table", "style", "meta", "office", "drawing", "svg-compatible")
)

_LEFT_OUT = frozenset(
    [f"{_TEXT}{name}" for name in ("tracked-changes", "table-of-content", "alphabetical-index", "note-citation")]
    + [f"{_TEXT}{name}-source" for name in ("illustration-index", "table-index", "object-index", "user-index")]
    + [f"{_TEXT}bibliography-source", f"{_OFFICE}annotation", f"{_OFFICE}binary-data", f"{_TABLE}covered-table-cell"]
    + [f"{_PICTURE}title", f"{_PICTURE}desc"]
)
"""What is not the text: what was deleted, lists of what stands elsewhere and how they are made, numbers of notes,
remarks, pictures and what is said of them for who cannot see them, hidden cells.
"""

_TAGS = {
    f"{_TEXT}p": "p",
    f"{_TEXT}list-item": "li",
    f"{_TEXT}tab": "tab",
    f"{_TEXT}line-break": "br",
    f"{_TEXT}note": "aside",
    f"{_TABLE}table": "table",
    f"{_TABLE}table-header-rows": "thead",
    f"{_TABLE}table-rows": "tbody",
    f"{_TABLE}table-row": "tr",
    f"{_TABLE}table-cell": "td",
}
"""The elements of HTML for those of OpenDocument; what is drawn stands aside, and all others within a line."""

_HEADING_STYLE = re.compile(r"\bHeading_20_([1-9])\b")

MOST_REPEATED = 50  # the most cells that stand for one that is repeated


def read(data: bytes) -> SourceText:
    """The text of the document, with its title, author and date of creation."""
    with open_archive(data) as archive:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise UnreadableFileError("file encrypted")
        content = Xml.fromstring(archive.read("content.xml"))
        meta = Xml.fromstring(archive.read("meta.xml")) if "meta.xml" in archive.namelist() else content

    def told(*names: str) -> str | None:
        texts = (meta.findtext(f".//{name}") for name in names)
        return next((" ".join(text.split()) for text in texts if text and text.strip()), None)

    styles = {style.get(f"{_STYLE}name"): style for style in content.iter(f"{_STYLE}style")}
    tree = _html(next(content.iter(f"{_OFFICE}text"), content), styles)
    prepare_tables(tree)
    text = markdown(tree)
    titles = (line.removeprefix("# ") for line in text.splitlines() if line.startswith("# "))
    author, date = author_and_date(
        told(f"{_META}initial-creator", f"{DUBLIN_CORE}creator"),
        told(f"{_META}creation-date", f"{DUBLIN_CORE}date"),
    )
    title = next(titles, None) or title_of(told(f"{DUBLIN_CORE}title"), text)
    return SourceText(text, title=title, author=author, date=date, is_markdown=True)


def _html(element: Element, styles: Mapping[str | None, Element]) -> HtmlElement:
    """The element as HTML has it."""
    name = element.get(f"{_TEXT}style-name")
    tag = _TAGS.get(element.tag, "aside" if element.tag.startswith(_DRAWING) else "span")
    style = styles.get(name, element)
    names = f"{name} {style.get(f'{_STYLE}parent-style-name')}"
    if tag == "p" and "Title" in names.split():
        tag = "h1"
    elif any(one.get(f"{_STYLE}text-position", "").startswith("super") for one in style):
        tag = "sup"
    elif tag == "p" and (level := _HEADING_STYLE.search(names)):
        tag = f"h{min(6, int(level[1]) + 1)}"
    elif element.tag == f"{_TEXT}h":
        tag = f"h{min(6, int(element.get(f'{_TEXT}outline-level', '1')) + 1)}"
    made = E(tag, " " if element.tag == f"{_TEXT}s" else element.text or "")
    for child in element:
        repeated = min(int(child.get(f"{_TABLE}number-columns-repeated", "1")), MOST_REPEATED)
        if repeated > 1 and child is element[-1] and not "".join(child.itertext()).strip():
            repeated = 1  # an empty cell that goes on up to the edge of the sheet
        if child.tag not in _LEFT_OUT:
            made.extend(_html(child, styles) for _ in range(repeated))
        if len(made):
            made[-1].tail = f"{made[-1].tail or ''}{child.tail or ''}"
        else:
            made.text += child.tail or ""
    if tag == "td":
        spans = {side: element.get(f"{_TABLE}number-{side}s-spanned", "1") for side in ("column", "row")}
        made.tag = "div"  # a cell of HTML with paragraphs is rather part of a page
        return E.td(made, colspan=spans["column"], rowspan=spans["row"])
    return made
