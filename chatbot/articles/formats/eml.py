"""E-mails as programs save them: the head, the text in plain form or else in HTML, and what is attached as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from itertools import compress

from chatbot.articles.formats.html_markdown import html_text
from chatbot.articles.markdown import plain_text
from chatbot.articles.source_text import SourceText, UnreadableFileError
from chatbot.articles.text_encoding import decode

STUB = 0.5
"""A version of a text that has a smaller share of the length of the longest only says that it cannot be shown."""

_HEAD = ("From", "To", "Cc", "Date", "Subject")
_TEXTS = ("text/plain", "text/html", "text/markdown")


def read(data: bytes) -> SourceText:
    """Sender, receivers, date and subject, a line each, and below them the texts; pictures and documents are left out.

    The text is Markdown where the e-mail itself is HTML.
    """
    mail = message_from_bytes(_with_readable_head(data), EmailMessage, policy=default)
    texts = [(kind, text) for kind, text in _texts(mail) if text]
    if not texts:
        raise UnreadableFileError("empty file")
    is_markdown = texts[0][0] == "text/html"
    return SourceText("\n\n".join([_head(mail), *(text for _, text in texts)]).strip(), is_markdown=is_markdown)


def _with_readable_head(data: bytes) -> bytes:
    """The e-mail with the head in UTF-8, as some programs write it in an encoding that they do not name."""
    head, *rest = re.split(rb"(?=\r?\n\r?\n)", data, maxsplit=1)
    decoded = decode(head)
    return b"".join([decoded.text.encode() if decoded else head, *rest])


def _head(mail: MIMEPart) -> str:
    return "\n".join(f"{name}: {' '.join(str(mail[name]).split())}" for name in _HEAD if mail[name])


def _texts(part: MIMEPart) -> Iterator[tuple[str, str]]:
    """The types and texts of a part of an e-mail, in its order; of an e-mail that is attached the head comes too.

    Of the versions of one text it is the first, unless that is a stub.
    """
    kind = part.get_content_type()
    if kind == "multipart/alternative":
        versions = [list(_texts(version)) for version in part.iter_parts()]
        lengths = [sum(len(text) for _, text in version) for version in versions]
        is_long = [length >= STUB * max(lengths) for length in lengths]
        yield from next(compress(versions, is_long), [])
        return
    if kind in (*_TEXTS, "message/rfc822"):
        yield kind, _text(part)
    if part.is_multipart():
        for inner in part.iter_parts():
            yield from _texts(inner)


def _text(part: MIMEPart) -> str:
    """The text in the encoding that is declared, or where that is wrong, in the likeliest; below the name of a file."""
    if part.get_content_type() == "message/rfc822":
        return _head(part.get_content())
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        text = data.decode(part.get_content_charset("ascii"))
    except (LookupError, UnicodeDecodeError):
        decoded = decode(data)
        text = decoded.text if decoded else ""
    is_html = part.get_content_type() == "text/html"
    text = html_text(text) if is_html else plain_text(text.replace("\r\n", "\n")).strip()
    name = part.get_filename() if part.is_attachment() else None
    return f"{name}\n\n{text}" if name else text
