"""What documents of several formats have: the archive that they are, and properties, as far as these are their own."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from zipfile import ZipFile

from chatbot.articles.metadata import author_name, iso_date
from chatbot.articles.source_text import UnreadableFileError

EXPANDED_LIMIT = 100_000_000
"""The most bytes that all members may have together when expanded; none gives more than it declares."""

MEMBER_LIMIT = 5_000  # the most members: the largest books have some hundreds of chapters and pictures

IN_PARTS = re.compile(rb"\s*(?:[\w-]+:[ \t].{0,2000}?)?MIME-Version:", re.DOTALL)
"""What an e-mail begins with, and a page that is kept in one file with its pictures."""

DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"  # the name space of the properties

_FILE_NAME = re.compile(r"^microsoft \w+ - |\.\w{2,4}$|^(?:document|untitled|naamloos)\b", re.IGNORECASE)
"""What programs put for a title, mostly the name of the file that a document was made from."""


def open_archive(data: bytes) -> ZipFile:
    """The archive, once it is known to be harmless; raises UnreadableFileError, or BadZipFile."""
    archive = ZipFile(io.BytesIO(data))
    members = archive.infolist()
    if len(members) > MEMBER_LIMIT or sum(member.file_size for member in members) > EXPANDED_LIMIT:
        raise UnreadableFileError("file too large inside")
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableFileError("file encrypted")
    return archive


def apart(lines: Iterable[str]) -> str:
    """The lines as paragraphs: those with tabs in them stand together, as rows of a table, all others apart."""
    parts = [""]
    for line in lines:
        parts += ["\n" if "\t" in line and "\t" in parts[-1] else "\n\n", line]
    return "".join(parts[2:])


def author_and_date(author: str | None, date: str | None) -> tuple[str | None, str | None]:
    """The author and the date in the properties, which are not the document's own where a program made it."""
    line = " ".join((author or "").split())
    name = author_name(line)
    return (None, None) if line and name is None else (name, iso_date(date or ""))


def title_of(told: str | None, text: str) -> str | None:
    """The title in the properties, for a text in Markdown that no heading opens; of one word only if that is in it.

    Others are mostly that of the template.
    """
    title = " ".join((told or "").split())
    is_own = title in text or (" " in title and not _FILE_NAME.search(title))
    return title if title and is_own and not text.startswith("#") else None
