"""Compounds: a Dutch word that is two words, leger-leiding."""

from __future__ import annotations

from chatbot.text.dictionary import word_counts

SHORTEST_PART = 4
"""Letters: shorter words are found in most."""

LEAST_COUNT = 200
"""The least count of a part in the Dutch list."""

_LINKS = ("", "s", "en", "e", "-")
"""What may stand between the parts."""


def compound_parts(word: str) -> tuple[str, str] | None:
    """The two words that a Dutch word is made of, in lower case; None where there are no such.

    Of several cuts, the one whose rarer part is the commonest.
    """
    counts = word_counts("nl")
    cuts = [
        (min(counts.get(first, 0), counts.get(word[place:], 0)), first, word[place:])
        for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        for link in _LINKS
        if word[:place].endswith(link) and len(first := word[: place - len(link)]) >= SHORTEST_PART
    ]
    least, first, second = max(cuts, default=(0, "", ""))
    return (first, second) if least >= LEAST_COUNT else None
