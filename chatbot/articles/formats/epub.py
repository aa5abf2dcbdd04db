"""EPUB books: the chapters in their reading order; the package is read without entities, by defusedxml."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from zipfile import BadZipFile

import lxml.html
from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Xml
from lxml import etree

from chatbot.articles.formats.archive import open_archive
from chatbot.articles.formats.html_tables import markdown_table, prepare_tables
from chatbot.articles.formats.reply import TEXT_LIMIT, UnreadableFormatError
from chatbot.articles.metadata import properties
from chatbot.articles.source_text import SourceText
from chatbot.articles.text_encoding import decode

_CONTAINER = "META-INF/container.xml"
_INLINE = frozenset(
    "a abbr b bdi bdo big br cite code data dfn del em font i img ins kbd mark q rb rp rt ruby s samp small span "
    "strike strong sub sup time tt u var wbr".split()
)
"""The elements that stand within a line; all others begin and end one."""


def read(data: bytes) -> SourceText:
    """The text of the chapters, and the title of the book."""
    with open_archive(data) as archive:
        try:
            if "META-INF/encryption.xml" in archive.namelist() and "META-INF/rights.xml" in archive.namelist():
                raise UnreadableFormatError("file encrypted")
            rootfile = Xml.fromstring(archive.read(_CONTAINER)).find(".//{*}rootfile")
            package_path = rootfile.attrib["full-path"]
            package = Xml.fromstring(archive.read(package_path))
            paths = {item.get("id"): item.get("href") for item in package.iterfind(".//{*}manifest/{*}item")}
            chapters = [paths.get(item.get("idref")) for item in package.iterfind(".//{*}spine/{*}itemref")]
            folder = posixpath.dirname(package_path)
            lines: list[str] = []
            length = 0
            for chapter in filter(None, chapters):
                for line in _lines(archive.read(posixpath.normpath(posixpath.join(folder, unquote(chapter))))):
                    lines.append(line)
                    length += len(line)
                if length > TEXT_LIMIT:
                    raise UnreadableFormatError("file too large inside")
            title, author, date = (
                package.findtext(f".//{{*}}metadata/{{http://purl.org/dc/elements/1.1/}}{name}")
                for name in ("title", "creator", "date")
            )
        except (KeyError, AttributeError, BadZipFile, SyntaxError, DefusedXmlException) as error:
            raise UnreadableFormatError("file damaged") from error
    author, date = properties(author, date)
    return SourceText("\n\n".join(lines), " ".join((title or "").split()) or None, author=author, date=date)


def _lines(chapter: bytes) -> Iterator[str]:
    """The headings, paragraphs, list items and tables of a chapter: what stands between the edges of its blocks."""
    decoded = decode(chapter)
    if decoded is None or not decoded.text.strip():
        return
    utf_8 = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = lxml.html.document_fromstring(decoded.text.encode(), parser=utf_8)
    etree.strip_elements(tree, "head", "script", "style", with_tail=False)
    prepare_tables(tree)
    mark, pieces = "", [""]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag, is_start = str(element.tag), event == "start"
        if tag not in _INLINE:
            text = " ".join("".join(pieces).split())
            if text:
                yield mark + text
            pieces.clear()
            if text or not is_start:
                mark = ""
            if is_start:
                mark = _mark(tag) or mark
            if is_start and tag == "table":
                yield markdown_table(element)
                walk.skip_subtree()
                continue
        elif tag == "br":
            pieces.append(" ")
        pieces.append((element.text if is_start else element.tail) or "")


def _mark(tag: str) -> str:
    """What Markdown puts before such a block."""
    if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        return "#" * int(tag[1]) + " "
    return "- " if tag == "li" else ""
