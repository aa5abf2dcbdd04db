"""The article of a page of HTML: where it is, and what in it is a paragraph, though the page has no mark for that."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree
from lxml.html import HtmlElement

from chatbot.articles.formats.html_page import INLINE, is_text

_BOXES = ("div", "center", "section")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEADING_LINK = re.compile(r"[#¶§🔗]|\[[^\[\]]*[^\W\d][^\[\]]*\]")
"""What encyclopedias and manuals put into a heading to edit what it is of, or to point to it."""


def prepare_article(tree: HtmlElement) -> None:
    """Make paragraphs of boxes of text and captions, and an article where the page names none.

    Left to itself, trafilatura leaves them out, and takes no headings, lists and tables from a page without an article.
    """
    _leave_heading_links_out(tree)
    _join_broken_lines(tree)
    _make_paragraphs(tree)
    if not tree.xpath("//article | //main | //*[@role='main' or @role='article']"):
        _name_article(tree)


def _leave_heading_links_out(tree: HtmlElement) -> None:
    for link in [link for heading in tree.iter(*_HEADINGS) for link in heading.iterdescendants("a", "span")]:
        if link.getparent() is not None and _HEADING_LINK.fullmatch(link.text_content().strip()):
            link.drop_tree()


def _join_broken_lines(tree: HtmlElement) -> None:
    """Take away the line breaks before small letters, where a sentence goes on."""
    for line_break in list(tree.iter("br")):
        if (line_break.tail or "").lstrip()[:1].islower():
            line_break.tail = f" {line_break.tail}"
            line_break.drop_tag()


def _make_paragraphs(tree: HtmlElement) -> None:
    for button in list(tree.iter("button", "summary")):  # which unfolds the answer to a question
        if next(button.iterancestors(*_HEADINGS), None) is not None:
            button.drop_tag()
        elif button.text_content().strip().endswith("?"):
            button.tag = "h3"
    for figure in list(tree.iter("figure")):
        for caption in figure.iter("figcaption"):
            caption.tag = "p"
        figure.drop_tag()
    for box in tree.iter(*_BOXES):
        if all(child.tag in INLINE for child in box) and is_text(box.text_content().strip()):
            box.tag = "p"


def _name_article(tree: HtmlElement) -> None:
    """Make an article of the innermost box that has more than half of the words of all paragraphs in it."""
    words: Counter[HtmlElement] = Counter()
    for paragraph in tree.iter("p"):
        count = len(paragraph.text_content().split())
        words.update(dict.fromkeys(paragraph.iterancestors("body", *_BOXES), count))
    boxes = [box for box in tree.iter("body", *_BOXES) if 2 * words[box] > max(words.values(), default=0)]
    if boxes and boxes[-1].tag == "body":
        article = etree.Element("article")
        article.text, article[:] = boxes[-1].text, list(boxes[-1])
        boxes[-1].text, boxes[-1][:] = None, [article]
    elif boxes:
        boxes[-1].tag = "article"
