"""EPUB books: the chapters in their reading order; the package is read without entities, by defusedxml."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from defusedxml import ElementTree as Xml

from chatbot.articles.formats.document import DUBLIN_CORE, author_and_date, open_archive
from chatbot.articles.formats.html_markdown import html_text
from chatbot.articles.source_text import TEXT_LIMIT, SourceText, UnreadableFileError
from chatbot.articles.text_encoding import decode


def read(data: bytes) -> SourceText:
    """The text of the chapters that the file has, and the title of the book."""
    with open_archive(data) as archive:
        if "META-INF/encryption.xml" in archive.namelist() and "META-INF/rights.xml" in archive.namelist():
            raise UnreadableFileError("file encrypted")
        rootfile = Xml.fromstring(archive.read("META-INF/container.xml")).find(".//{*}rootfile")
        package_path = rootfile.attrib["full-path"]
        package = Xml.fromstring(archive.read(package_path))
        paths = {item.get("id"): item.get("href") for item in package.iterfind(".//{*}manifest/{*}item")}
        chapters = [paths.get(item.get("idref")) for item in package.iterfind(".//{*}spine/{*}itemref")]
        members = set(archive.namelist())
        texts: list[str] = []
        for chapter in filter(None, chapters):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(package_path), unquote(chapter)))
            decoded = decode(archive.read(path)) if path in members else None
            texts.append(html_text(decoded.text if decoded else ""))
            if sum(map(len, texts)) > TEXT_LIMIT:
                raise UnreadableFileError("file too large inside")
    title, creator, date = (
        [one.text for one in package.iterfind(f".//{{*}}metadata/{DUBLIN_CORE}{name}") if one.text]
        for name in ("title", "creator", "date")
    )
    author, day = author_and_date(", ".join(creator), next(iter(date), None))
    told = " ".join(" ".join(title[:1]).split()) or None
    return SourceText("\n\n".join(filter(None, texts)), told, author=author, date=day, is_markdown=True)
