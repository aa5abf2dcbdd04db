"""HTML as Markdown: the headings, paragraphs, list items and tables of a tree; other formats are made into one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import lxml.html
from lxml import etree
from lxml.html.builder import BR

from chatbot.articles.formats.html_page import INLINE
from chatbot.articles.formats.html_tables import markdown_table, prepare_tables

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BREAK = re.compile(r"\s*\n(?!\s*[a-zà-ÿ])")
"""A line break that ends a line, as of a poem; before a small letter a sentence goes on."""

_WHITE_SPACE = re.compile(r"\s+")
_SIGNS = {"br": "\n", "tab": "\t"}
"""The elements that stand for a sign; HTML has no tab, but other formats do."""

_UNSEEN = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}"))
_MARKS = {"li": "- "} | {f"h{level}": f"{'#' * level} " for level in range(1, 7)}
_NUMBER = re.compile(r"\d+\.\s")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "[] ")


def html_text(text: str) -> str:
    """The text of a page that is text from its beginning to its end, as chapters of books and e-mails are."""
    if not text.strip():
        return ""
    utf_8 = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = lxml.html.document_fromstring(text.encode(), parser=utf_8)
    etree.strip_elements(tree, "head", "script", "style", with_tail=False)
    return markdown(tree)


def markdown(tree: HtmlElement) -> str:
    """The text of a tree in Markdown: lines with tabs in them stand together, as rows of a table, all others apart.

    An aside, such as a note, stands below the paragraph or the table that it is in.
    """
    prepare_tables(tree)
    in_plain_signs(tree)
    for aside in reversed(list(tree.iter("aside"))):
        for anchor in list(aside.iterancestors("p", "table"))[-1:]:
            aside.drop_tree()
            aside.tail = None
            anchor.addnext(aside)
    parts: list[str] = []
    for line in _lines(tree):
        is_row = bool(parts) and "\t" in line and "\t" in parts[-1]
        parts += ["\n" if is_row else "\n\n", line]
    return "".join(parts[1:]).translate(_UNSEEN)


def in_plain_signs(tree: HtmlElement) -> None:
    """Write as plain text has them numbers of lists, raised figures, lines of preformatted text, and fences of code."""
    for numbered in tree.iter("ol"):
        for number, item in enumerate(numbered.iterchildren("li"), 1):
            first = next((part for part in item.iter() if (part.text or "").strip()), item)
            first.text = f"{number}. {first.text or ''}"
    for raised in tree.iter("sup"):
        text = raised.text_content().translate(_RAISED)
        if not text.isalpha():
            raised[:], raised.text = [], text
    for written in tree.iter("pre"):
        fence = ["```"] if written.find(".//code") is not None else []
        lines = [*fence, *str(written.text_content()).split("\n"), *fence]
        written.tag, written.text = "p", lines[0]
        written[:] = [BR() for _ in lines[1:]]
        for line_break, line in zip(written, lines[1:], strict=True):
            line_break.tail = line
    etree.strip_tags(tree, "code", "q")  # which trafilatura would make blocks of


def _lines(tree: HtmlElement) -> Iterator[str]:
    """What stands between the edges of blocks, with the mark that Markdown puts before it."""
    mark, pieces = "", [""]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag, is_start = str(element.tag), event == "start"
        if tag not in INLINE and tag not in _SIGNS:
            lines = _broken("".join(pieces))
            if lines:
                first, others = (" ".join(lines), []) if mark.startswith("#") else (lines[0], lines[1:])
                yield first if _NUMBER.match(first) and mark == "- " else mark + first
                yield from others
            pieces.clear()
            if lines or not is_start:
                mark = ""
            if is_start:
                mark = _MARKS.get(tag, mark)
            if is_start and tag == "table":
                yield markdown_table(element)
                walk.skip_subtree()
                continue
        elif is_start:
            pieces.append(_SIGNS.get(tag, ""))
        pieces.append(_WHITE_SPACE.sub(" ", (element.text if is_start else element.tail) or ""))


def _broken(text: str) -> list[str]:
    """The lines of a block as it was broken by hand, with single spaces; tabs are kept."""
    lines = ("\t".join(" ".join(part.split()) for part in line.strip().split("\t")) for line in _BREAK.split(text))
    return list(filter(None, lines))
