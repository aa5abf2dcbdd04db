"""The lines of a page of HTML that is text from its beginning to its end, as chapters of books and e-mails are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

from chatbot.articles.formats.html_page import INLINE
from chatbot.articles.formats.html_tables import markdown_table, prepare_tables
from chatbot.articles.formats.line_breaks import broken_lines

_WHITE_SPACE = re.compile(r"\s+")


def html_lines(text: str) -> Iterator[str]:
    """The headings, paragraphs, list items and tables: what stands between the edges of blocks, as Markdown has it."""
    if not text.strip():
        return
    utf_8 = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = lxml.html.document_fromstring(text.encode(), parser=utf_8)
    etree.strip_elements(tree, "head", "script", "style", with_tail=False)
    prepare_tables(tree)
    mark, pieces = "", [""]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag, is_start = str(element.tag), event == "start"
        if tag not in INLINE:
            text, *others = broken_lines("".join(pieces)) or [""]
            if text:
                yield mark + text
            yield from others
            pieces.clear()
            if text or not is_start:
                mark = ""
            if is_start:
                mark = _mark(tag) or mark
            if is_start and tag == "table":
                yield markdown_table(element)
                walk.skip_subtree()
                continue
        elif tag == "br":
            pieces.append("\n" if is_start else "")
        pieces.append(_WHITE_SPACE.sub(" ", (element.text if is_start else element.tail) or ""))


def _mark(tag: str) -> str:
    """What Markdown puts before such a block."""
    if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        return "#" * int(tag[1]) + " "
    return "- " if tag == "li" else ""
