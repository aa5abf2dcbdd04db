"""Archives: the ZIP files that documents are, refused before they fill the memory."""

from __future__ import annotations

import io
from zipfile import BadZipFile, ZipFile

from chatbot.articles.formats.reply import UnreadableFormatError

EXPANDED_LIMIT = 100_000_000
"""The most bytes that all members may have together when expanded; none gives more than it declares."""

MEMBER_LIMIT = 5_000
"""The most members: the largest books have some hundreds of chapters and pictures."""


def open_archive(data: bytes) -> ZipFile:
    """The archive, once it is known to be harmless; raises UnreadableFormatError."""
    try:
        archive = ZipFile(io.BytesIO(data))
    except BadZipFile as error:
        raise UnreadableFormatError("file damaged") from error
    members = archive.infolist()
    if len(members) > MEMBER_LIMIT or sum(member.file_size for member in members) > EXPANDED_LIMIT:
        raise UnreadableFormatError("file too large inside")
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableFormatError("file encrypted")
    return archive
