"""E-mails as programs save them: the head, the text in plain form or else in HTML, and what is attached as text."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default

from chatbot.articles.formats.html_markdown import html_text
from chatbot.articles.source_text import SourceText
from chatbot.articles.text_encoding import decode
from chatbot.articles.unreadable import UnreadableFileError

_HEAD = ("From", "To", "Cc", "Date", "Subject")
_TEXTS = ("text/plain", "text/html", "text/markdown")


def read(data: bytes) -> SourceText:
    """Sender, receivers, date and subject, a line each, and below them the texts; pictures and documents are left out.

    The text is Markdown where the e-mail itself is HTML.
    """
    mail = message_from_bytes(data, EmailMessage, policy=default)
    texts = list(_texts(mail))
    if not any(texts):
        raise UnreadableFileError("empty file")
    body = mail.get_body(("plain", "html"))
    is_markdown = body is not None and body.get_content_type() == "text/html"
    return SourceText("\n\n".join(filter(None, [_head(mail), *texts])), is_markdown=is_markdown)


def _head(mail: MIMEPart) -> str:
    return "\n".join(f"{name}: {' '.join(str(mail[name]).split())}" for name in _HEAD if mail[name])


def _texts(mail: MIMEPart) -> Iterator[str]:
    """The text of an e-mail, and of what is attached to it, each under its name or, if it is an e-mail, its head."""
    body = mail.get_body(("plain", "html"))
    if body is not None:
        yield _text(body)
    for part in mail.iter_attachments():
        if part.get_content_type() == "message/rfc822":
            forwarded = part.get_content()
            yield _head(forwarded)
            yield from _texts(forwarded)
        elif part.get_content_type() in _TEXTS:
            yield part.get_filename("")
            yield _text(part)


def _text(part: MIMEPart) -> str:
    """The text in the encoding that is declared, or where that is wrong, in the likeliest."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        text = data.decode(part.get_content_charset("ascii"))
    except (LookupError, UnicodeDecodeError):
        decoded = decode(data)
        text = decoded.text if decoded else ""
    is_html = part.get_content_type() == "text/html"
    return html_text(text) if is_html else text.replace("\r\n", "\n").strip()
