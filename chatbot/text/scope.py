"""Scope: the article that a question names as the one to search.

"In het tweede artikel", "in the article on bees", "what does the first article say about honey".
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth",
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende",
)
ORDINALS = {word: number for words in _ORDINALS for number, word in enumerate(words.split())} | {
    "last": -1,
    "laatste": -1,
}
"""Words for the place of an article in the list, from 0; -1 is the last."""

_CARDINALS = (
    "one two three four five six seven eight nine ten",
    "een twee drie vier vijf zes zeven acht negen tien",
)
_NUMBERS = {word: number for words in _CARDINALS for number, word in enumerate(words.split())}
_NUMBERED = re.compile(
    rf"\b(?:artikel|article|number|nummer|nr\.?)\s+(?:(?P<digits>[1-9]\d{{0,2}})|(?P<word>{'|'.join(_NUMBERS)}))\b",
    re.IGNORECASE,
)
"""What names an article by its number: "article six", "nummer 2"."""

_CITATION = re.compile(r"(?P<bracket>\[)?(?P<number>[0-9]{1,2})(?(bracket)\])")
_ITEM = r"(?:artikel|tekst|stuk|article|text|piece)"
_ORDINAL = rf"(?:(?P<ordinal>{'|'.join(ORDINALS)})\s+)?"
_WITHIN = re.compile(
    rf"""\b(?:in|uit|volgens|from|according\s+to)\s+(?:het|dat|the|that)\s+{_ORDINAL}{_ITEM}\b
    (?:\s+(?:over|about|on)\s+(?P<name>[^,;:?!.]+))?\s*,?""",
    re.IGNORECASE | re.VERBOSE,
)
_ABOUT = r"(?:over|about|on|of)"
_SAYING = re.compile(
    rf"""(?:en\s+|and\s+)?(?P<asked>wat|what)(?:\s+does)?
    (?:\s+(?:zegt|vertelt|schrijft|meldt|staat\s+er|lees\s+ik|is(?:\s+(?:there|said))?))?
    (?:\s+(?:in|uit))?\s+(?:het|dat|the|that)\s+{_ORDINAL}{_ITEM}(?:\s+(?:over|about|on)\s+(?P<name>.+?))?
    (?:\s+(?:say|says|tell\s+us|tells?|mention|zegt|vertelt|schrijft|staat))?
    \s+{_ABOUT}\s+(?P<topic>[^?!.]+?)(?:\s+(?:zegt|staat|says))?\W*""",
    re.IGNORECASE | re.VERBOSE,
)
"""What one article says about something, which without an ordinal or a name would be its outline."""

_POINTED = re.compile(
    r"\b(?:artikel|tekst|stuk|verhaal|bericht|bestand|article|text|piece|story|file|it|that|this|dat|dit|het|daar|daarvan|ervan|hiervan)\b",
    re.IGNORECASE,
)


class Scope(NamedTuple):
    """The rest of a question, and the article to search: its place in the list, or what it is about."""

    rest: str
    place: int | None
    name: str


def asked_place(text: str, name: str) -> int | None:
    """The place in the list that a text names, from 0, or from -1 backwards; None where it names none.

    Those in a name of several words that it has are none: "the article about the first world war".
    """
    if re.fullmatch(r"[1-9]\d{0,2}", name):  # "open 2"
        return int(name) - 1
    if len(name.split()) > 1:
        text = text.replace(name, " ")
    found = _NUMBERED.search(text)
    if found:
        return int(found["digits"]) - 1 if found["digits"] else _NUMBERS[found["word"].lower()]
    return next((ORDINALS[word] for word in re.findall(r"\w+", text.lower()) if word in ORDINALS), None)


def asked_citation(text: str) -> int | None:
    """The number of the citation that a text is no more than, "2" or "[2]"; None for others, as a year."""
    found = _CITATION.fullmatch(text.strip())
    return int(found["number"]) if found else None


def points_at_article(text: str) -> bool:
    """Whether a text may mean the article that was quoted last: "summarise it", "vat het artikel samen"."""
    return _POINTED.search(text) is not None


def asked_topic(question: str) -> Scope | None:
    """The scope of a question for what one article says on a topic, "what does the first article say about honey"."""
    found = _SAYING.fullmatch(question.strip())
    if found is None:
        return None
    opening = "wat staat er over" if found["asked"].lower() == "wat" else "what is said about"
    return _scope(found, f"{opening} {found['topic'].strip()}")


def asked_scope(question: str) -> Scope | None:
    """The scope of a question; None where it names none, or nothing is left of it without."""
    found = _WITHIN.search(question)
    return _scope(found, f"{question[: found.start()].rstrip()} {question[found.end() :].lstrip()}") if found else None


def _scope(found: re.Match[str], rest: str) -> Scope | None:
    """The scope that a pattern has found, where it names an article and something is asked of it."""
    if not (found["ordinal"] or found["name"]) or not re.search(r"\w", rest):
        return None
    place = ORDINALS[found["ordinal"].lower()] if found["ordinal"] else None
    return Scope(rest.strip(), place, (found["name"] or "").strip())
