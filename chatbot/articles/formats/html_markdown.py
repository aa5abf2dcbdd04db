"""HTML as Markdown: the headings, paragraphs, list items and tables of a tree; other formats are made into one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import lxml.html
from lxml import etree

from chatbot.articles.formats.document import apart
from chatbot.articles.formats.html_page import is_inline, leave_unseen_out
from chatbot.articles.formats.html_tables import markdown_table, prepare_tables
from chatbot.articles.markdown import RAISED

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BREAK = re.compile(r"\s*\n(?!\s*[a-zà-ÿ])")
"""A line break that ends a line, as of a poem; before a small letter a sentence goes on."""

_WHITE_SPACE = re.compile(r"\s+")
_SIGNS = {"br": "\n", "tab": "\t"}  # the elements that stand for a sign; HTML has no tab, but other formats do

_UNSEEN = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}"))
_MARKS = {"li": "- "} | {f"h{level}": f"{'#' * level} " for level in range(1, 7)}
_NUMBER = re.compile(r"\d+\.\s")
_REMARK = re.compile(r"\[[^\[\]]*[^\W\d][^\[\]]*\]")
"""A raised remark on the text, such as that it needs a source, or the mark of a note with a letter."""

_UNIT = re.compile(r"\b[ckm]?m\s*$")


def html_text(text: str) -> str:
    """The text of a page that is text from its beginning to its end, as chapters of books and e-mails are."""
    if not text.strip():
        return ""
    utf_8 = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = lxml.html.document_fromstring(text.encode(), parser=utf_8)
    etree.strip_elements(tree, "head", "nav", "script", "style", with_tail=False)
    leave_unseen_out(tree)
    for mark in tree.iter("a"):
        if "noteref" in (mark.get("epub:type"), (mark.get("role") or "").removeprefix("doc-")):
            mark.tag = "sup"
    prepare_tables(tree)
    return markdown(tree)


def markdown(tree: HtmlElement) -> str:
    """The text of a tree, whose tables are prepared, in Markdown.

    An aside, such as a note, stands below the paragraph or the table it is in.
    """
    _write_in_plain_signs(tree)
    for aside in reversed(list(tree.iter("aside"))):
        for anchor in list(aside.iterancestors("p", "table"))[-1:]:
            aside.drop_tree()
            aside.tail = None
            anchor.addnext(aside)
    return apart(_lines(tree)).translate(_UNSEEN)


def _write_in_plain_signs(tree: HtmlElement) -> None:
    """Write as plain text has them numbers of lists, raised figures and quotes.

    Raised remarks go.
    """
    for numbered in tree.iter("ol"):
        _write_numbers(numbered)
    for raised in list(tree.iter("sup")):
        text = raised.text_content().strip()
        if _REMARK.fullmatch(text):
            raised.drop_tree()
        elif not text.isalpha() and not (text.startswith("[") and _is_beside_unit(raised)):
            raised[:], raised.text = [], text.translate(RAISED)
    for quoted in tree.iter("q"):
        quoted.text, quoted.tail = f"“{quoted.text or ''}", f"”{quoted.tail or ''}"


def _write_numbers(numbered: HtmlElement) -> None:
    """Put its number before the text of each item that does not begin with one."""
    number = _whole(numbered.get("start"), 1)
    for item in numbered.iterchildren("li"):
        number = _whole(item.get("value"), number)
        first = item
        while not (first.text or "").strip() and len(first) and not is_inline(first[0].tag):
            first = first[0]
        if not _NUMBER.match(item.text_content().lstrip()):
            first.text = f"{number}. {(first.text or '').lstrip()}"
        number += 1


def _whole(number: str | None, otherwise: int) -> int:
    return int(number) if number and number.isascii() and number.isdigit() else otherwise


def _is_beside_unit(raised: HtmlElement) -> bool:
    """Whether a note mark in brackets would be read as a power without them."""
    previous = raised.getprevious()
    before = raised.getparent().text if previous is None else previous.tail
    return _UNIT.search(before or "") is not None


def _preformatted(written: HtmlElement) -> str:
    """The text with its own line ends, and those of the line breaks and blocks in it; code stands between fences."""
    text = written.text or ""
    for event, part in etree.iterwalk(written, events=("start", "end")):
        if part is written:
            continue
        if part.tag == "br":
            text += "\n" if event == "start" else ""
        elif not is_inline(part.tag) and not text.endswith("\n"):
            text += "\n"
        text += (part.text if event == "start" else part.tail) or ""
    text = re.sub(r"(?<![ \t]) *\t[ \t]*", " ", text.strip("\n"))
    return text if written.find(".//code") is None else f"```\n{text}\n```"


_WRITTEN = {"table": markdown_table, "pre": _preformatted}
"""What writes an element as a whole."""


def _lines(tree: HtmlElement) -> Iterator[str]:
    """What stands between the edges of blocks, with the mark that Markdown puts before it."""
    mark, pieces = "", [""]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag, is_start = str(element.tag), event == "start"
        if not is_inline(tag) and tag not in _SIGNS:
            lines = _broken("".join(pieces))
            if mark.startswith("#") and lines:
                yield mark + " ".join(" ".join(lines).split())
            elif lines:
                yield lines[0] if _NUMBER.match(lines[0]) and mark == "- " else mark + lines[0]
                yield from lines[1:]
            pieces.clear()
            if lines or not is_start:
                mark = ""
            if is_start:
                mark = _MARKS.get(tag, mark)
            if is_start and tag in _WRITTEN:
                yield _WRITTEN[tag](element)
                walk.skip_subtree()
                continue
        elif is_start:
            pieces.append(_SIGNS.get(tag, ""))
        pieces.append(_WHITE_SPACE.sub(" ", (element.text if is_start else element.tail) or ""))


def _broken(text: str) -> list[str]:
    """The lines of a block as it was broken by hand, with single spaces; tabs are kept."""
    lines = ("\t".join(" ".join(part.split()) for part in line.strip().split("\t")) for line in _BREAK.split(text))
    return list(filter(None, lines))
