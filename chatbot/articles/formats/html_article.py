"""The article of a page of HTML: where it is, and what stands beside it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from lxml.html import HtmlElement
from lxml.html.builder import E

from chatbot.articles.formats.html_page import HEADINGS
from chatbot.articles.formats.html_paragraphs import HOLDERS, is_like, is_paragraph
from chatbot.articles.formats.html_tables import SENTENCE_WORDS

_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|reacties?|sidebar|footer|menu|nav|newsletter|nieuwsbrief|related|gerelateerd|teasers?|promo"
    r"|share|social|breadcrumbs?|masthead|logo)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of what stands beside articles, or below them; what has half of the prose of a page stands beside nothing."""

_SENTENCE = re.compile(r"[^.!?…]+[.!?…]")

NAMELESS = 0.2  # a box that has this share of the prose of an article is a part of it, whatever its name is
LONGEST_TEASER = 60  # the most words of what is shown of another page, with its heading


def article_page(tree: HtmlElement) -> HtmlElement:
    """A page with nothing but the article of this one.

    Left to itself, trafilatura takes no headings, lists and tables from a page without an article, of several articles
    only the first, and of one the part with a telling name.
    """
    _leave_out_what_is_beside(tree)
    article = _article(tree)
    made = E.article(itemprop="articleBody")
    made.text, made[:] = article.text, list(article)
    for inner in made.iterdescendants("article", "main"):
        inner.tag = "div"
    words = _words_of_prose(made)
    for box in made.iterdescendants():  # for trafilatura leaves parts out by their names
        if words[box] >= NAMELESS * words[made]:
            for name in ("id", "class", "style", "role"):
                box.attrib.pop(name, None)
    return E.html(E.body(made))


def _is_beside(box: HtmlElement, other: HtmlElement) -> bool:
    """Whether two boxes stand beside each other and are alike."""
    return box.getparent() is other.getparent() and box.tag == other.tag and is_like(box, other)


def _leave_out_what_is_beside(tree: HtmlElement) -> None:
    """Take away links that are lines, boxes by their names, and teasers, as long as most of the prose is elsewhere."""
    for line in list(tree.iter("p")):
        if "".join(line.itertext()).strip() == "".join(line.xpath("string(.//a)")).strip() and not _is_prose(line):
            line.drop_tree()
    words = _words_of_prose(tree)
    boxes = [box for box in tree.iter("div", "section", "article", "nav", "ul") if 2 * words[box] <= words[tree]]
    linked = [box for box in tree.iter(*HOLDERS) if _has_linked_heading(box)]
    short = {box for box in boxes if len(box.text_content().split()) <= LONGEST_TEASER}
    posts = [box for box in linked if box not in short]
    teasers = [box for box in linked if box in short and not any(_is_beside(box, post) for post in posts)]
    if 2 * sum(words[box] for box in teasers) > words[tree]:
        teasers = []  # a page of short posts
    named = [box for box in boxes if _BESIDE.search(f"{box.get('id', '')} {box.get('class', '')}")]
    for box in [*named, *teasers]:
        if box.getparent() is not None and box.find(".//h1") is None:
            box.drop_tree()


def _has_linked_heading(box: HtmlElement) -> bool:
    """Whether a box is about another page, to which its heading leads."""
    headings = islice(box.iter(*HEADINGS), 1)
    links = ((heading, link) for heading in headings for link in (*heading.iter("a"), *heading.iterancestors("a")))
    return any(heading.text_content().strip() == link.text_content().strip() for heading, link in links)


def _article(tree: HtmlElement) -> HtmlElement:
    """What the page names as its article and has most of the prose, or else the innermost box that has all of it.

    An article among others like it, such as one post of several, is not all.
    """
    words = _words_of_prose(tree)
    parts = list(tree.iter("main", "article"))
    named = [
        box
        for box in parts
        if 2 * words[box] > words[tree] and not any(_is_beside(box, other) for other in parts if other is not box)
    ]
    most = words[named[0]] if named else words[tree]
    boxes = [box for box in named or tree.iter("body", *HOLDERS) if words[box] == most > 0]
    return (boxes or tree.findall("body") or [tree])[-1]


def _words_of_prose(tree: HtmlElement) -> Counter[HtmlElement]:
    """How many words of prose each element has in it; with any, the title of the page counts as well."""
    words: Counter[HtmlElement] = Counter()
    titles = tree.findall(".//h1")
    lines = [line for line in tree.iter("p", "li", "pre") if _is_prose(line)]
    for line in [*lines, *(titles if lines and len(titles) == 1 else ())]:
        words.update(dict.fromkeys([line, *line.iterancestors()], len(line.text_content().split())))
    return words


def _is_prose(line: HtmlElement) -> bool:
    """Whether a paragraph has a whole sentence, unlike an address."""
    sentences = _SENTENCE.findall(line.text_content())
    return max((len(sentence.split()) for sentence in sentences), default=0) >= SENTENCE_WORDS and is_paragraph(line)
