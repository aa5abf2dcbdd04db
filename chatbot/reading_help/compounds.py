"""Compounds: words that are made of others, leger-leiding."""

from __future__ import annotations

from chatbot.text.language_code import Language
from chatbot.text.word_lists import word_counts
from chatbot.text.words import SHORTEST_COMPOUND_PART

LEAST_PART_COUNT = 200  # the least count of a part in the Dutch list
_LINKS = ("", "s", "en", "e")  # what may stand between the parts


def compound_parts(word: str, language: Language) -> tuple[str, ...]:
    """The words that a word in lower case is made of: those between hyphens, and in Dutch two; none for other words.

    Of several cuts, the one whose rarer part is the commonest; a word that is commoner than that is more than its
    parts, as "minister" is.
    """
    if "-" in word:
        return tuple(filter(None, word.split("-")))
    if language != "nl":
        return ()
    counts = word_counts("nl")
    cuts = [
        (min(counts.get(first, 0), counts.get(word[place:], 0)), first, word[place:])
        for place in range(SHORTEST_COMPOUND_PART, len(word) - SHORTEST_COMPOUND_PART + 1)
        for link in _LINKS
        if word[:place].endswith(link) and len(first := word[: place - len(link)]) >= SHORTEST_COMPOUND_PART
    ]
    least, *parts = max(cuts, default=(0,))
    return tuple(parts) if least >= max(LEAST_PART_COUNT, counts.get(word, 0)) else ()
