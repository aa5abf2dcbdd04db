"""Rich Text Format: the text, by striprtf; the properties from its group of them, which the library leaves out."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from chatbot.articles.formats.document import apart, author_and_date, title_of
from chatbot.articles.source_text import SourceText, UnreadableFileError

_PROPERTY = r"\{{\\{name}\s+((?:[^{{}}\\]|\\'..|\\u-?\d+ ?.|\\[{{}}\\])*)\}}"
_NOTE = re.compile(r"\{(?:\\\*)?\\footnote\b((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*+)\}")
"""A note, which the library leaves out, with groups in it, and groups in these."""

_TABLE_ROW = re.compile(r"\\trowd\b.*?\\row\b", re.DOTALL)
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d\d?)\\dy(\d\d?)")
_ROW = re.compile(r"(.*)\|$")  # how the library writes a row of a table, with a bar behind each cell


def read(data: bytes) -> SourceText:
    """The paragraphs, the notes below them, with tabs between the cells of a table, and the properties."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableFileError("file damaged")
    written = _TABLE_ROW.sub(lambda row: re.sub(r"\\par\b", " ", row[0]), data.decode("cp1252", "replace"))
    notes = (rf"{{\par {note}}}" for note in _NOTE.findall(written))
    lines = _plain("".join([_NOTE.sub("", written).rstrip().removesuffix("}"), *notes, "}"])).splitlines()
    text = apart(_ROW.sub(lambda found: re.sub(r" *\| *", "\t", found[1]), line) for line in lines if line.strip())
    created = _CREATED.search(written)
    author, date = author_and_date(_property(written, "author"), "-".join(created.groups()) if created else None)
    return SourceText(text, title=title_of(_property(written, "title"), text), author=author, date=date)


def _property(written: str, name: str) -> str | None:
    found = re.search(_PROPERTY.format(name=name), written)
    return _plain(f"{{\\rtf1\\ansi {found[1]}}}").strip() or None if found else None


def _plain(written: str) -> str:
    """The text, in which two halves of a surrogate pair, as which letters beyond U+FFFF are written, are one."""
    text: str = rtf_to_text(written, errors="replace")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
