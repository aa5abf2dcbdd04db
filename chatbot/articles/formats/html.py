"""HTML: the main text of a page, without its menus; trafilatura tells its title, its author and its date."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from email import message_from_bytes
from itertools import islice

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from chatbot.articles.formats.document import IN_PARTS, author_and_date
from chatbot.articles.formats.html_markdown import markdown
from chatbot.articles.formats.html_page import HEADINGS, drop_with_heading, is_article, prepare_page
from chatbot.articles.formats.html_paragraphs import HOLDERS, is_like, is_paragraph, prepare_paragraphs
from chatbot.articles.formats.html_tables import SENTENCE_WORDS, prepare_tables
from chatbot.articles.source_text import SourceText, UnreadableFileError
from chatbot.articles.text_encoding import decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{1,40})", re.IGNORECASE)

_TITLE_LINE = "//p[contains(concat(' ', normalize-space(@class), ' '), ' title ')]"
_TITLES = "//h1 | //title[normalize-space()] | //meta[contains(@property, 'title') or contains(@name, 'title')]"

_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|reacties?|sidebar|footer|menu|nav|newsletter|nieuwsbrief|related|gerelateerd|teasers?|promo"
    r"|share|social|breadcrumbs?|masthead|logo|ads?|advert\w*|tags|author-(?:box|bio))(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of what stands beside articles, or below them; what has half of the prose of a page stands beside nothing."""

_LEFT_OUT = frozenset(
    "aside audio button canvas dialog footer form head iframe menu nav object script select style svg textarea title "
    "video".split()
)
"""The elements that are no text of an article; `prepare_paragraphs` has made boxes of those that have some."""

_SENTENCE = re.compile(r"[^.!?…]+[.!?…]")

LONGEST_NAME = 3  # words of a link that names something; what leads elsewhere has more to say
LONGEST_LEAD = 20  # elements before a list among which the prose must be that it belongs to
LONGEST_TEASER = 60  # the most words of what is shown of another page, with its heading


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
    for line in page.xpath(_TITLE_LINE) if page.find(".//h1") is None else ():
        line.tag = "h1"
    told = trafilatura.extract_metadata(page, extensive=False)
    title = told.title if page.xpath(_TITLES) else None  # else the first heading, of whatever part
    prepare_page(page)
    prepare_tables(page)
    prepare_paragraphs(page)
    _leave_out_what_is_beside(page)
    main = _article(page)
    etree.strip_elements(main, *_LEFT_OUT, with_tail=False)
    text = markdown(main)
    if not is_article(text):
        raise UnreadableFileError("no article on page")
    author, _ = author_and_date((told.author or "").replace("; ", ", "), None)
    return SourceText(text, title, encoding=encoding, author=author, date=told.date, is_markdown=True)


def _is_beside(box: HtmlElement, other: HtmlElement) -> bool:
    """Whether two boxes stand beside each other and are alike."""
    return box.getparent() is other.getparent() and box.tag == other.tag and is_like(box, other)


def _leave_out_what_is_beside(tree: HtmlElement) -> None:
    """Take away what is all links, boxes by their names, and teasers, as long as most of the prose is elsewhere."""
    words = _words_of_prose(tree)
    for box in list(tree.iter("p", "ul", "ol", "div", "section", "table")):
        if box.getparent() is not None and not words[box] and _is_all_links(box) and not _is_list_of_names(box, words):
            drop_with_heading(box)
    boxes = [box for box in tree.iter("div", "section", "article", "nav", "ul", "p") if 2 * words[box] <= words[tree]]
    linked = [box for box in tree.iter(*HOLDERS) if _has_linked_heading(box)]
    short = {box for box in boxes if len(box.text_content().split()) <= LONGEST_TEASER}
    posts = [box for box in linked if box not in short]
    teasers = [box for box in linked if box in short and not any(_is_beside(box, post) for post in posts)]
    if 2 * sum(words[box] for box in teasers) > words[tree]:
        teasers = []  # a page of short posts
    named = [box for box in boxes if _BESIDE.search(f"{box.get('id', '')} {box.get('class', '')}")]
    for box in [*named, *teasers]:
        if box.getparent() is not None and box.find(".//h1") is None:
            drop_with_heading(box)


def _is_all_links(box: HtmlElement) -> bool:
    """Whether a box that is not empty has no letters but in links."""
    linked = sum(sum(map(str.isalnum, link.text_content())) for link in box.iter("a"))
    return 0 < linked == sum(map(str.isalnum, box.text_content()))


def _is_list_of_names(box: HtmlElement, words: Counter[HtmlElement]) -> bool:
    """Whether a list below a heading within the prose has names, each of which leads to its own page."""
    above = list(islice(box.itersiblings(preceding=True), LONGEST_LEAD))
    return (
        box.tag in ("ul", "ol")
        and any(words[one] for one in above)
        and (above[0].tag in HEADINGS or above[0].text_content().rstrip().endswith(":"))
        and all(len(link.text_content().split()) <= LONGEST_NAME for link in box.iter("a"))
    )


def _has_linked_heading(box: HtmlElement) -> bool:
    """Whether a box is about another page, to which its first heading leads."""
    return any(
        next(heading.iterancestors("a"), None) is not None or _is_all_links(heading)
        for heading in islice(box.iter(*HEADINGS), 1)
    )


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
