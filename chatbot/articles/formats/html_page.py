"""What is done to a page of HTML before its main text is taken: notices go, and times stand before what they are of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

LONGEST_NOTICE = 120
"""Words of a paragraph that is a notice: a longer one is text, whatever it is about."""

LONGEST_SCRIPT_NOTICE = 40
"""Words of a page that has no more to say than that it needs JavaScript."""

FEWEST_TIMES = 2
"""Times of day, each standing alone, that make a page a live blog."""

FEWEST_WORDS = 4
"""Words of a box of text that is a paragraph, and of a page that is more than a menu."""

_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li dd blockquote".split())
_OF_TIMES = frozenset("time span div p dt b strong em small".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data dfn del em font i img ins kbd label mark math nobr q rb rp rt ruby "
    "s samp small span strike strong sub sup time tt u var wbr".split()
)

_NOT_A_NOTICE = "descendant-or-self::*[self::body or self::main or self::article or self::h1]"
_NOTICE_NAME = re.compile(r"(?:^|[\s_-])(?:cookie|consent|gdpr|onetrust|didomi|usercentrics|cc-)", re.IGNORECASE)
_NOTICE_WORDS = (
    re.compile(r"\bcookies?\b|\bcookie-", re.IGNORECASE),
    re.compile(r"\b(?:wij|we|ons|onze|partners|our|us|(?:deze|this) (?:web)?site)\b", re.IGNORECASE),
    re.compile(r"\b(?:je|jij|jouw|u|uw|you|your)\b", re.IGNORECASE),
    re.compile(
        r"accept|akkoord|toestemming|voorkeur|instelling|beleid|weiger|consent|agree|preference|settings|policy|policies"
        r"|declin|reject",
        re.IGNORECASE,
    ),
)
"""What a notice about cookies has, all of it: who sets them, who is addressed, and what can be done about it."""

_SCRIPT_NOTICE = re.compile(
    r"\b(?:enable|activate|turn on|switch on|schakel|zet|activeer|inschakelen|aanzetten)\b.{0,60}\bjavascript\b"
    r"|\bjavascript\b.{0,80}\b(?:disabled|enabled|enable|required|uitgeschakeld|ingeschakeld|nodig|vereist|aan)\b",
    re.IGNORECASE | re.DOTALL,
)
_TIME = re.compile(r"(?:update:?\s+|om\s+)?\d{1,2}[.:]\d{2}(?:\s*(?:uur|u|h|[ap]\.?m)\.?)?", re.IGNORECASE)


def prepare_page(tree: HtmlElement) -> None:
    """Take notices away, and put times before the entries of a live blog."""
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    for element in elements:
        if element.getparent() is not None and _is_notice(element):
            element.drop_tree()
    _join_times([element for element in tree.iter() if isinstance(element.tag, str)])
    for part in list(tree.iter("time", "label")):
        if _has_text_beside(part):  # within a paragraph, of which trafilatura leaves it out
            part.drop_tag()
    for anchor in tree.xpath("//a[not(@href)]"):  # a place to link to, for which trafilatura leaves out a short list
        anchor.drop_tag()


def is_inline(tag: str) -> bool:
    """Whether an element stands within a line; all but these, and those of other vocabularies, begin and end one."""
    return tag in _INLINE or ":" in tag or "-" in tag


def is_text(line: str) -> bool:
    """Whether a line is more than the label of a menu."""
    return len(line.split()) >= FEWEST_WORDS or line.endswith((".", "!", "?"))


def is_script_notice(text: str) -> bool:
    """Whether a page has no more to say than that it needs JavaScript."""
    return len(text.split()) <= LONGEST_SCRIPT_NOTICE and _SCRIPT_NOTICE.search(text) is not None


def _is_notice(element: HtmlElement) -> bool:
    """Whether an element asks to accept cookies or to switch on JavaScript, and has no article in it."""
    if element.tag == "noscript":
        return is_script_notice(element.text_content())
    if _NOTICE_NAME.search(f"{element.get('id', '')} {element.get('class', '')}"):
        return "cookie" in element.text_content().lower() and not element.xpath(_NOT_A_NOTICE)
    if any(not is_inline(child.tag) for child in element):
        return False
    text = element.text_content()
    return len(text.split()) <= LONGEST_NOTICE and all(pattern.search(text) for pattern in _NOTICE_WORDS)


def _join_times(elements: Sequence[HtmlElement]) -> None:
    """Put each time that stands alone into the heading or the paragraph that follows it, unless another time does."""
    times = set(filter(_is_time, elements))
    if len(times) < FEWEST_TIMES:
        return
    time: HtmlElement | None = None
    inside: set[HtmlElement] = set()
    for element in elements:
        if element in times and element not in inside:
            time, inside = element, set(element.iterdescendants())
        elif time is not None and element not in inside and _may_take_time(element):
            element.text = f"{time.text_content().strip()} {element.text or ''}"
            time.drop_tree()
            time = None


def _is_time(element: HtmlElement) -> bool:
    """Whether an element has nothing but a time of day, and nothing stands beside it."""
    return (
        element.tag in _OF_TIMES
        and len(element) <= 1
        and _TIME.fullmatch(element.text_content().strip()) is not None
        and not _has_text_beside(element)
    )


def _has_text_beside(element: HtmlElement) -> bool:
    parent = element.getparent()
    beside = (element.tail, parent.text if parent is not None else None)
    return any(text and text.strip() for text in beside)


def _may_take_time(element: HtmlElement) -> bool:
    """Whether an element is a heading or a paragraph with text, or is no more than a box of text."""
    if element.tag in _BLOCKS:
        return bool(element.text_content().strip())
    return element.tag == "div" and len((element.text or "").split()) >= FEWEST_WORDS
