"""E-mails as programs save them: the head, and the text in plain form or else that of its page of HTML."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from chatbot.articles.formats import html
from chatbot.articles.formats.reply import UnreadableFormatError
from chatbot.articles.source_text import SourceText

_HEAD = ("From", "To", "Cc", "Date", "Subject")


def read(data: bytes) -> SourceText:
    """Sender, receivers, date and subject, a line each, and below them the text; attachments are left out."""
    mail = message_from_bytes(data, EmailMessage, policy=default)
    head = [f"{name}: {' '.join(str(mail[name]).split())}" for name in _HEAD if mail[name]]
    body = mail.get_body(("plain", "html"))
    if body is None:
        raise UnreadableFormatError("empty file")
    content = str(body.get_content())
    text = html.read(content.encode()).text if body.get_content_type() == "text/html" else content
    if not text.strip():
        raise UnreadableFormatError("empty file")
    return SourceText("\n".join(head) + "\n\n" + text.replace("\r\n", "\n"))
