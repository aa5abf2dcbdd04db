"""What in a page of HTML is a paragraph or a heading, though the page has no mark for that."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from chatbot.articles.formats.html_page import HEADINGS, is_inline, is_text
from chatbot.articles.formats.html_tables import NO_HEADING_END
from chatbot.articles.text_head import byline

HEADING_WORD_LIMIT = 14  # the most words of a heading that only its letters tell
HOLDERS = ("div", "center", "section", "article", "main", "body")  # the boxes that hold the blocks of a page

_BOXES = HOLDERS[:3]
_HEADING_LINK = re.compile(r"[#¶§🔗]|\[[^\[\]]*[^\W\d][^\[\]]*\]")
"""What encyclopedias and manuals put into a heading to edit what it is of, or to point to it."""


def prepare_paragraphs(tree: HtmlElement) -> None:
    """Make paragraphs of boxes of text and captions, by which prose is told, and headings of what is as good as one."""
    for link in [link for heading in tree.iter(*HEADINGS) for link in heading.iterdescendants("a", "span")]:
        if link.getparent() is not None and _HEADING_LINK.fullmatch(link.text_content().strip()):
            link.drop_tree()
    _make_headings(tree)
    _make_paragraphs(tree)


def _make_headings(tree: HtmlElement) -> None:
    """Make headings of what unfolds text: of summaries, and of buttons that are questions; and of lines in bold."""
    for line in tree.xpath("//p[b or strong][not(ancestor::li or ancestor::td)]"):
        if _is_bold_heading(line):
            line.tag = "h3"
    for button in list(tree.iter("button", "summary")):
        if next(button.iterancestors(*HEADINGS), None) is not None:
            button.drop_tag()
        elif not _is_inline_within(button):
            button.tag = "div"
        elif button.tag == "summary" or button.text_content().strip().endswith("?"):
            button.tag = "h3"


def _is_bold_heading(line: HtmlElement) -> bool:
    """Whether a short line in bold that is no sentence, unless a question, stands above one that is not in bold."""
    text = line.text_content().strip()
    below = line.getnext()
    return (
        0 < len(text.split()) <= HEADING_WORD_LIMIT
        and not NO_HEADING_END.search(text)
        and not byline(text)
        and _is_in_bold(line)
        and below is not None
        and below.tag in ("p", "ul", "ol")
        and not _is_in_bold(below)
    )


def _is_in_bold(line: HtmlElement) -> bool:
    bold = "".join(part.text_content() for part in line if part.tag in ("b", "strong"))
    return "".join(bold.split()) == "".join(line.text_content().split())


def _make_paragraphs(tree: HtmlElement) -> None:
    for line in tree.xpath("//blockquote/footer"):
        line.tag = "p"
    for part in tree.iter("form", "aside", "footer"):
        has_text = part.find(".//p") is not None if part.tag == "form" else is_paragraph(part)
        if has_text and (part.tag != "footer" or next(part.iterancestors("article"), None) is not None):
            part.tag = "div"  # the whole page, as some servers send it, or a box beside the text
    for holder in list(tree.iter(*HOLDERS)):
        if not _is_inline_within(holder):
            _wrap_loose_text(holder)
        elif holder.tag in _BOXES and is_paragraph(holder):
            holder.tag = "p"


def _wrap_loose_text(holder: HtmlElement) -> None:
    """Make a paragraph of each run of text that stands beside blocks."""
    runs = [etree.Element("span")]
    runs[0].text, holder.text = holder.text, None
    parts: list[HtmlElement] = [runs[0]]
    for child in list(holder):
        if is_inline(child.tag) and _is_inline_within(child):  # a link may hold a whole box
            runs[-1].append(child)
        else:
            runs.append(etree.Element("span"))
            runs[-1].text, child.tail = child.tail, None
            parts += [child, runs[-1]]
    for run in runs:
        run.tag = "p" if is_paragraph(run) else "span"
    empty = {run for run in runs if not len(run) and not (run.text or "").strip()}
    holder[:] = [part for part in parts if part not in empty]


def _is_inline_within(element: HtmlElement) -> bool:
    return all(is_inline(part.tag) for part in element.iterdescendants())


def is_paragraph(element: HtmlElement) -> bool:
    """Whether an element without blocks has text, no more than half of it in links."""
    text = "".join(element.itertext()).strip()
    linked = sum(len("".join(link.itertext())) for link in element.iter("a"))
    return is_text(text) and 2 * linked <= len(text)


def is_like(box: HtmlElement, other: HtmlElement) -> bool:
    """Whether two boxes have a class in common, or have none."""
    one, two = (set(each.get("class", "").split()) for each in (box, other))
    return one == two or not one.isdisjoint(two)
