"""HTML: the main text of a page, without its menus, by trafilatura."""

from __future__ import annotations

import re
from contextlib import suppress
from email import message_from_bytes

import trafilatura
from trafilatura.settings import use_config

from chatbot.articles.formats.document import IN_PARTS, author_and_date
from chatbot.articles.formats.html_article import article_page
from chatbot.articles.formats.html_markdown import html_text, in_plain_signs
from chatbot.articles.formats.html_page import is_article, prepare_page
from chatbot.articles.formats.html_paragraphs import prepare_paragraphs
from chatbot.articles.formats.html_tables import prepare_tables
from chatbot.articles.source_text import SourceText, UnreadableFileError
from chatbot.articles.text_encoding import decode

_SHORT_PAGES = use_config()
_SHORT_PAGES.set("DEFAULT", "min_extracted_size", "1")
"""Left to itself, trafilatura makes one line of all of a page with a short article (under 250 characters)."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{1,40})", re.IGNORECASE)

_TITLE_LINE = "//p[not(//h1) and contains(concat(' ', normalize-space(@class), ' '), ' title ')]"
_TITLES = "//h1 | //title[normalize-space()] | //meta[contains(@property, 'title') or contains(@name, 'title')]"


def read(data: bytes) -> SourceText:
    """The headings, paragraphs and list items of the page's article, and the page's title, author and date.

    Of a page in one file with its pictures, as browsers save it, it is the first part that is HTML.
    """
    if not IN_PARTS.match(data):
        return _read_page(data)
    for part in message_from_bytes(data.lstrip()).walk():
        page = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(page, bytes):
            return _read_page(page, part.get_content_charset())
    raise UnreadableFileError("file damaged")


def _read_page(data: bytes, charset: str | None = None) -> SourceText:
    """What is read of one page.

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
        charset = charset.lower()
        with suppress(LookupError, UnicodeDecodeError):
            text, encoding = data.decode("cp1252" if charset in {"iso-8859-1", "latin1"} else charset), charset
    page = trafilatura.load_html(text)
    if page is None:
        return SourceText("")
    for line in page.xpath(_TITLE_LINE):
        line.tag = "h1"
    told = trafilatura.extract_metadata(page, extensive=False)
    title = told.title if page.xpath(_TITLES) else None  # else the first heading, of whatever part
    prepare_page(page)
    prepare_tables(page)
    prepare_paragraphs(page)
    main = article_page(page)
    in_plain_signs(main)
    article = trafilatura.extract(
        main, output_format="html", include_comments=False, include_links=False, config=_SHORT_PAGES
    )
    text = html_text(article or "")
    if not is_article(text):
        raise UnreadableFileError("no article on page")
    author, _ = author_and_date((told.author or "").replace("; ", ", "), None)
    return SourceText(text, title, encoding=encoding, author=author, date=told.date, is_markdown=True)
