"""What is done to a page of HTML before its main text is taken: what is unseen goes, and notices do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from http import HTTPStatus

from lxml.html import HtmlElement

LONGEST_NOTICE = 120  # words of a paragraph that is a notice: a longer one is text, whatever it is about
LONGEST_REQUEST = 60  # words of a page that only asks for consent, without addressing the reader
LONGEST_SCRIPT_NOTICE = 40  # words of a page that has no more to say than that it needs JavaScript
FEWEST_TIMES = 2  # times of day, each standing alone, that make a page a live blog
FEWEST_WORDS = 4  # words of a box of text that is a paragraph, and of a page that is more than a menu

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_REGULAR = {"re": "http://exslt.org/regular-expressions"}
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

_UNSEEN = (
    "//template | //noscript | //body//*[contains(translate(@style, ' ', ''), 'display:none')]"
    " | //body//*[@hidden and not(@id = //@aria-controls)]"
)
"""What a browser does not show, unless somebody unfolds it."""

_APPARATUS = (
    "//*[@id='siteSub'] | //div[p/a[starts-with(@id, 'cmnt')]] | //a[contains(@href, '#') and not(re:test(., '\\w'))]"
)
"""What MediaWiki puts below its titles, remarks of who read along in Google Docs, and links from a note to its mark."""

_NOTE_MARK = re.compile(r"\[\d{1,3}\]")
_ERRORS = "|".join(re.escape(status.phrase) for status in HTTPStatus if status >= HTTPStatus.BAD_REQUEST)
_ERROR_TITLE = re.compile(
    rf"(?:(?:error|fout|http)\W*)*(?:[45]\d\d\W*)?(?:{_ERRORS}|(?:access|permission) denied|page not found|server error"
    r"|(?:toegang|verzoek) geweigerd|geen toegang|(?:deze )?pagina (?:bestaat niet|niet gevonden)|niet gevonden"
    r"|[45]\d\d)\W*",
    re.IGNORECASE,
)
"""What a server has for a title where it sends no page."""


def prepare_page(tree: HtmlElement) -> None:
    """Take away what is no text of the page, and put times before the entries of a live blog."""
    leave_unseen_out(tree)
    _drop(tree.xpath(_APPARATUS, namespaces=_REGULAR))
    _drop(element for element in tree.xpath("//*") if _is_notice(element))
    for anchor in tree.xpath("//a[not(@href)]"):  # a place to jump to, which leads nowhere
        anchor.drop_tag()
    _join_times([element for element in tree.iter() if isinstance(element.tag, str)])
    for mark in tree.xpath("//a[contains(@href, '#') and not(ancestor::sup)]"):
        if _NOTE_MARK.fullmatch(mark.text_content().strip()):
            mark.tag = "sup"


def leave_unseen_out(tree: HtmlElement) -> None:
    """Take away what a browser does not show."""
    _drop(tree.xpath(_UNSEEN))


def _drop(parts: Iterable[HtmlElement]) -> None:
    for part in parts:
        if part.getparent() is not None:
            part.drop_tree()


def drop_with_heading(part: HtmlElement) -> None:
    """Take away a part of a page, with the heading that is above it alone, unless that heads the page."""
    above, below = part.getprevious(), part.getnext()
    is_alone = (below is None or _is_heading(below)) and not (part.tail or "").strip()
    is_headed = is_alone and above is not None and _is_heading(above) and not above.xpath("descendant-or-self::h1")
    if is_headed and above.text_content().strip() not in above.xpath("string(//title)"):
        above.drop_tree()
    part.drop_tree()


def _is_heading(box: HtmlElement) -> bool:
    """Whether a box is a heading, or has nothing but one."""
    return any(one.text_content().strip() == box.text_content().strip() for one in box.iter(*HEADINGS))


def is_inline(tag: str) -> bool:
    """Whether an element stands within a line; all but these, and those of other vocabularies, begin and end one."""
    return tag in _INLINE or ":" in tag or "-" in tag


def is_text(line: str) -> bool:
    """Whether a line is more than the label of a menu."""
    return len(line.split()) >= FEWEST_WORDS or line.endswith((".", "!", "?"))


def is_article(text: str) -> bool:
    """Whether the text of a page is more than labels, a notice about scripts or cookies, or what a server refused."""
    lines = [line.lstrip("# ") for line in text.splitlines() if line]
    words = len(text.split())
    is_refusal = words <= LONGEST_NOTICE and any(map(_ERROR_TITLE.fullmatch, lines[:2]))
    is_request = words <= LONGEST_REQUEST and all(_NOTICE_WORDS[part].search(text) for part in (0, 1, 3))
    is_script_notice = words <= LONGEST_SCRIPT_NOTICE and _SCRIPT_NOTICE.search(text) is not None
    return any(map(is_text, lines)) and not (is_refusal or is_request or is_script_notice)


def _is_notice(element: HtmlElement) -> bool:
    """Whether an element asks to accept cookies, and has no article in it."""
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
