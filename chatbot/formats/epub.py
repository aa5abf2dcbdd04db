"""EPUB books: the chapters in their reading order; the package is read without entities, by defusedxml."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from zipfile import BadZipFile

import lxml.html
from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Xml

from chatbot.formats.archive import open_archive
from chatbot.formats.extracted_text import TEXT_LIMIT, ExtractedText, UnreadableFormatError
from chatbot.text_encoding import decode

_CONTAINER = "META-INF/container.xml"
_BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "pre", "td", "th", "dt", "dd", "figcaption")


def read(data: bytes) -> ExtractedText:
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
            title = package.findtext(".//{*}metadata/{http://purl.org/dc/elements/1.1/}title")
        except (KeyError, AttributeError, BadZipFile, SyntaxError, DefusedXmlException) as error:
            raise UnreadableFormatError("file damaged") from error
    return ExtractedText("\n\n".join(lines), " ".join((title or "").split()) or None)


def _lines(chapter: bytes) -> Iterator[str]:
    """The headings, paragraphs and list items of a chapter; a block within a block is told once."""
    decoded = decode(chapter)
    if decoded is None or not decoded.text.strip():
        return
    utf_8 = lxml.html.HTMLParser(encoding="utf-8")
    tree = lxml.html.document_fromstring(decoded.text.encode(), parser=utf_8)
    for element in tree.iter(*_BLOCKS):
        if any(inner is not element for inner in element.iter(*_BLOCKS)):
            continue
        text = " ".join(element.text_content().split())
        if text:
            tag = str(element.tag)
            mark = "#" * int(tag[1]) + " " if tag[0] == "h" else "- " if tag == "li" else ""
            yield mark + text
