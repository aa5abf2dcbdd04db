"""Near-duplicates: texts that say the same in nearly the same words, as copies of one report in several articles do."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from chatbot.text.amounts import amounts
from chatbot.text.function_words import DUTCH, ENGLISH
from chatbot.text.words import normal_form, split_words

DUPLICATE_SHARE = 0.8  # of two texts that share this much of the shorter one's runs of words, one is a near-duplicate

DISPUTE_SHARE = 0.6
"""What two sentences that may contradict each other share of the longer one's words but function words.

With one word changed, most runs of a short sentence are broken; and what a short one shares may be no more than "last
year that was".
"""

RUN_WORDS = 4  # words in a run that two texts are compared by
_NAME = re.compile(r"(?<=[^.!?\s]\s)[^\W\d_a-zà-ÿ][\w-]*")  # a word with a capital within a sentence


def is_duplicate(text: str, other: str) -> bool:
    """Whether two texts are the same but for a few words, none of them a number, a date or a name."""
    return _share(_runs(text), _runs(other)) >= DUPLICATE_SHARE and _facts(text) == _facts(other)


def is_dispute(sentence: str, other: str) -> bool:
    """Whether two sentences say the same of another number, date or name, and may contradict each other.

    One that only adds a name to what the other says contradicts nothing.
    """
    words, other_words = (frozenset(text.lower().split()) - DUTCH - ENGLISH for text in (sentence, other))
    if len(words & other_words) < DISPUTE_SHARE * max(1, len(words), len(other_words)):
        return False
    facts, other_facts = _facts(sentence), _facts(other)
    return not (facts <= other_facts or other_facts <= facts)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = text.lower().split()
    return frozenset(zip(*(words[offset:] for offset in range(RUN_WORDS)), strict=False)) or frozenset({tuple(words)})


def _share(parts: AbstractSet[object], other: AbstractSet[object]) -> float:
    """What two texts share of the parts of the shorter one."""
    return len(parts & other) / max(1, min(len(parts), len(other)))


def _facts(text: str) -> frozenset[str]:
    """The numbers and names of a text, by which near-duplicates may contradict each other."""
    numbers = (text[start:end] for start, end in amounts(text, 0, len(text)))
    names = (word.form for found in _NAME.finditer(text) for word in split_words(found.group()))
    return frozenset(map(normal_form, (*numbers, *names)))
