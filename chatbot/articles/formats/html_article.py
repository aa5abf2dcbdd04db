"""The article of a page of HTML: where it is, and what in it is a paragraph, though the page has no mark for that."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree
from lxml.html import HtmlElement

from chatbot.articles.formats.html_page import is_inline, is_text

_BOXES = ("div", "center", "section")
_HOLDERS = (*_BOXES, "article", "main", "body")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEADING_LINK = re.compile(r"[#¶§🔗]|\[[^\[\]]*[^\W\d][^\[\]]*\]")
"""What encyclopedias and manuals put into a heading to edit what it is of, or to point to it."""


def prepare_article(tree: HtmlElement) -> None:
    """Make paragraphs of boxes of text and captions, and an article where the page names none, or several.

    Left to itself, trafilatura leaves them out, takes no headings, lists and tables from a page without an article, and
    of several only the first.
    """
    _leave_heading_links_out(tree)
    _make_headings(tree)
    _make_paragraphs(tree)
    _name_article(tree)


def _leave_heading_links_out(tree: HtmlElement) -> None:
    for link in [link for heading in tree.iter(*_HEADINGS) for link in heading.iterdescendants("a", "span")]:
        if link.getparent() is not None and _HEADING_LINK.fullmatch(link.text_content().strip()):
            link.drop_tree()


def _make_headings(tree: HtmlElement) -> None:
    """Make headings of what unfolds text: of summaries, and of buttons that are questions."""
    for button in list(tree.iter("button", "summary")):
        if next(button.iterancestors(*_HEADINGS), None) is not None:
            button.drop_tag()
        elif not _is_inline_within(button):
            button.tag = "div"
        elif button.tag == "summary" or button.text_content().strip().endswith("?"):
            button.tag = "h3"
    for details in tree.iter("details"):
        details.tag = "div"


def _make_paragraphs(tree: HtmlElement) -> None:
    for figure in list(tree.iter("figure")):
        figure.drop_tag()
    for line in tree.xpath("//figcaption | //address | //blockquote/footer"):
        line.tag = "p"
    for part in tree.iter("form", "aside"):
        if part.find(".//p") is not None and not (part.tag == "aside" and part.find(".//a") is not None):
            part.tag = "div"  # the whole page, as some servers send it, or a box beside the text
    for holder in list(tree.iter(*_HOLDERS)):
        if not _is_inline_within(holder):
            _wrap_loose_text(holder)
        elif holder.tag in _BOXES and _is_paragraph(holder):
            holder.tag = "p"


def _wrap_loose_text(holder: HtmlElement) -> None:
    """Make a paragraph of each run of text that stands beside blocks."""
    runs = [etree.Element("span")]
    runs[0].text, holder.text = holder.text, None
    parts: list[HtmlElement] = [runs[0]]
    for child in list(holder):
        if _is_inline(child):
            runs[-1].append(child)
        else:
            runs.append(etree.Element("span"))
            runs[-1].text, child.tail = child.tail, None
            parts += [child, runs[-1]]
    for run in runs:
        run.tag = "p" if _is_paragraph(run) else "span"
    empty = {run for run in runs if not len(run) and not run.text}
    holder[:] = [part for part in parts if part not in empty]


def _is_inline(element: HtmlElement) -> bool:
    """Whether an element stands within a line, and so does all in it: a link may hold a whole box."""
    return is_inline(element.tag) and _is_inline_within(element)


def _is_inline_within(element: HtmlElement) -> bool:
    return all(is_inline(part.tag) for part in element.iterdescendants())


def _is_paragraph(element: HtmlElement) -> bool:
    """Whether an element without blocks has text, no more than half of it in links."""
    text = "".join(element.itertext()).strip()
    linked = sum(len("".join(link.itertext())) for link in element.iter("a"))
    return is_text(text) and 2 * linked <= len(text)


def _name_article(tree: HtmlElement) -> None:
    """Make an article of the innermost box that has more than half of the words of all paragraphs in it.

    Of a box among others like it, as one post of several is, the box that holds them all counts. One that is within an
    article or the main part of the page is found without that.
    """
    words: Counter[HtmlElement] = Counter()
    for paragraph in tree.iter("p"):
        count = len(paragraph.text_content().split())
        words.update(dict.fromkeys(paragraph.iterancestors(*_HOLDERS), count))
    boxes = [box for box in tree.iter(*_HOLDERS) if 2 * words[box] > max(words.values(), default=0)]
    named = {"article", "main"}
    while len(boxes) > 1 and any(words[other] and _are_alike(boxes[-1], other) for other in boxes[-1].itersiblings()):
        boxes.pop()
        named = {"article"}
    if not boxes or any(box.tag in named for box in boxes):
        return
    box = boxes[-1]
    for article in list(box.iter("article")):
        article.tag = "div"
    if box.tag in ("body", "main"):
        article = etree.SubElement(box, "article")
        article.text, box.text = box.text, None
        article.extend(list(box)[:-1])
        box = article
    box.tag = "article"
    box.set("itemprop", "articleBody")  # which comes before the classes that posts have


def _are_alike(box: HtmlElement, other: HtmlElement) -> bool:
    return bool(box.tag == other.tag and box.get("class") == other.get("class"))
