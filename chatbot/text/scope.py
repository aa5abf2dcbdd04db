"""Scope: the article that a question names as the one to search: "in het tweede artikel", "in the article on X"."""

from __future__ import annotations

import re
from typing import NamedTuple

_ORDINALS = ("first second third fourth fifth", "eerste tweede derde vierde vijfde")
ORDINALS = {word: number for words in _ORDINALS for number, word in enumerate(words.split())} | {
    "last": -1,
    "laatste": -1,
}
"""Words for the place of an article in the list, from 0; -1 is the last."""

_SCOPE = re.compile(
    rf"""\b(?:in|uit|volgens|from|according\s+to)\s+(?:het|dat|the|that)\s+
    (?:(?P<ordinal>{"|".join(ORDINALS)})\s+)?(?:artikel|tekst|article|text)\b
    (?:\s+(?:over|about|on)\s+(?P<name>[^,;:?!.]+))?\s*,?""",
    re.IGNORECASE | re.VERBOSE,
)


class Scope(NamedTuple):
    """The rest of a question, and the article to search: its place in the list, or what it is about."""

    rest: str
    place: int | None
    name: str


def asked_scope(question: str) -> Scope | None:
    """The scope of a question; None where it names none, or nothing is left of it without."""
    found = _SCOPE.search(question)
    if found is None or not (found["ordinal"] or found["name"]):
        return None
    rest = f"{question[: found.start()].rstrip()} {question[found.end() :].lstrip()}".strip()
    place = ORDINALS[found["ordinal"].lower()] if found["ordinal"] else None
    return Scope(rest, place, (found["name"] or "").strip()) if re.search(r"\w", rest) else None
