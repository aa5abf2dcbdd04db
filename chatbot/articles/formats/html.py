"""HTML: the main text of a page, without its menus, by trafilatura."""

from __future__ import annotations

import re

import trafilatura
from trafilatura.settings import use_config

from chatbot.articles.formats.html_article import prepare_article
from chatbot.articles.formats.html_markdown import html_text, in_plain_signs
from chatbot.articles.formats.html_page import is_script_notice, is_text, prepare_page
from chatbot.articles.formats.html_tables import prepare_tables
from chatbot.articles.source_text import SourceText
from chatbot.articles.text_encoding import decode
from chatbot.articles.unreadable import UnreadableFileError

_SHORT_PAGES = use_config()
_SHORT_PAGES.set("DEFAULT", "min_extracted_size", "1")
"""Left to itself, trafilatura makes one line of all of a page with a short article (under 250 characters)."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{1,40})", re.IGNORECASE)


def read(data: bytes, charset: str | None = None) -> SourceText:
    """The headings, paragraphs and list items of the page's article, and the page's title, author and date.

    Where the bytes are not valid UTF-8, the encoding is `charset`, that of who sent the page, or else the one that the
    page declares in its first 1024 bytes, as the HTML standard has it.
    """
    decoded = decode(data)
    if decoded is None:
        return SourceText("")
    text, encoding = decoded
    declared = _CHARSET.search(data[:1024])
    charset = charset or (declared[1].decode() if declared else None)
    if charset and not encoding.startswith("utf"):
        try:
            encoding = charset.lower()
            text = data.decode("cp1252" if encoding in {"iso-8859-1", "latin1"} else encoding)
        except (LookupError, UnicodeDecodeError):
            text, encoding = decoded
    page = trafilatura.load_html(text)
    if page is None:
        return SourceText("")
    told = trafilatura.extract_metadata(page, extensive=False)
    prepare_page(page)
    prepare_tables(page)
    prepare_article(page)
    in_plain_signs(page)
    article = trafilatura.extract(
        page, output_format="html", include_comments=False, include_links=False, config=_SHORT_PAGES
    )
    text = html_text(article or "")
    if not _has_article(text):
        raise UnreadableFileError("no article on page")
    authors = (told.author or "").replace("; ", ", ") or None
    return SourceText(text, told.title, encoding=encoding, author=authors, date=told.date, is_markdown=True)


def _has_article(text: str) -> bool:
    """Whether there is more than the labels of a menu, and than that the page needs JavaScript."""
    return any(map(is_text, text.splitlines())) and not is_script_notice(text)
