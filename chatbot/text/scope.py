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

ITEM = (
    r"(?:\w*(?:artikel|tekst|stuk|bericht)(?:en|s|ken|jes?)?|verha(?:al|len)|(?:news\s+|newspaper\s+)?"
    r"(?:article|text|piece|one)s?|stor(?:y|ies))"
)
"""A pattern of the words for articles."""

_CITATION = re.compile(r"(?P<bracket>\[)?(?P<number>[0-9]{1,2})(?(bracket)\])")
_ORDINAL = rf"(?:(?P<ordinal>{'|'.join(ORDINALS)})\s+)?"
_THE = r"(?:het|the|(?P<pointing>dit|dat|this|that))"
_WITHIN = re.compile(
    rf"""\b(?:in|uit|volgens|from|according\s+to)\s+{_THE}\s+{_ORDINAL}{ITEM}\b
    (?:\s+(?:over|about|on)\s+(?P<name>[^,;:?!.]+))?\s*,?""",
    re.IGNORECASE | re.VERBOSE,
)
_ABOUT = r"(?:over|about|on|of)"
_SAYING = re.compile(
    rf"""(?:en\s+|and\s+)?(?P<asked>wat|what)(?:\s+does)?
    (?:\s+(?:zegt|vertelt|schrijft|meldt|staat\s+er|lees\s+ik|is(?:\s+(?:there|said))?))?
    (?:\s+(?:in|uit))?\s+{_THE}\s+{_ORDINAL}{ITEM}(?:\s+(?:over|about|on)\s+(?P<name>.+?))?
    (?:\s+(?:say|says|tell\s+us|tells?|mention|zegt|vertelt|schrijft|staat))?
    \s+{_ABOUT}\s+(?P<topic>[^?!.]+?)(?:\s+(?:zegt|staat|says))?\W*""",
    re.IGNORECASE | re.VERBOSE,
)
"""What one article says about something, which without an ordinal or a name would be its outline."""


class Scope(NamedTuple):
    """The rest of a question, how it says which article to search, and what that is about; it may only point at it."""

    rest: str
    said: str
    name: str


def asked_citation(text: str) -> int | None:
    """The number of the citation that a text is no more than, "2" or "[2]"; None for others, as a year."""
    found = _CITATION.fullmatch(text.strip())
    return int(found["number"]) if found else None


def asked_topic(question: str) -> Scope | None:
    """The scope of a question for what one article says on a topic, "what does the first article say about honey"."""
    found = _SAYING.fullmatch(question.strip())
    if found is None:
        return None
    opening = "wat staat er over" if found["asked"].lower() == "wat" else "what is said about"
    return _scope(found, f"{opening} {found['topic'].strip()}", found.string[: found.start("topic")])


def asked_scope(question: str) -> Scope | None:
    """The scope of a question; None where it names none, or nothing is left of it without."""
    found = _WITHIN.search(question)
    if found is None:
        return None
    return _scope(found, f"{question[: found.start()].rstrip()} {question[found.end() :].lstrip()}", found.group())


def _scope(found: re.Match[str], rest: str, said: str) -> Scope | None:
    """The scope that a pattern has found, where it names an article and something is asked of it."""
    if not (found["ordinal"] or found["name"] or found["pointing"]) or not re.search(r"\w", rest):
        return None
    return Scope(rest.strip(), said.strip(), (found["name"] or "").strip())
