"""Archives: the ZIP files that documents are, refused before they fill the memory."""

from __future__ import annotations

import io
from zipfile import ZipFile

from chatbot.articles.unreadable import UnreadableFileError

EXPANDED_LIMIT = 100_000_000
"""The most bytes that all members may have together when expanded; none gives more than it declares."""

MEMBER_LIMIT = 5_000
"""The most members: the largest books have some hundreds of chapters and pictures."""


def open_archive(data: bytes) -> ZipFile:
    """The archive, once it is known to be harmless; raises UnreadableFileError, or BadZipFile."""
    archive = ZipFile(io.BytesIO(data))
    members = archive.infolist()
    if len(members) > MEMBER_LIMIT or sum(member.file_size for member in members) > EXPANDED_LIMIT:
        raise UnreadableFileError("file too large inside")
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableFileError("file encrypted")
    return archive
