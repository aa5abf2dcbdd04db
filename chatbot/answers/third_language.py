"""Third languages: those of questions that are neither in Dutch nor in English."""

from __future__ import annotations

import re
import unicodedata

from chatbot.answers.spelling import Lexicon
from chatbot.text.function_words import DUTCH, ENGLISH, OTHER
from chatbot.text.question import Question

FEWEST_JUDGED_WORDS = 4  # fewer words than this may all be names
UNKNOWN_SHARE = 0.5  # the share of unknown words from which on a question is in another language

FEWEST_FUNCTION_WORDS = 2
"""One function word of another language may be part of a name ("El Niño")."""

_LETTERS = re.compile(r"[^\W\d_]+")


def is_third_language(question: Question, lexicon: Lexicon) -> bool:
    """Whether a question shows a third language, or half of its different words are in neither language nor corpus.

    That is none of the 238 questions in `tests/questions.jsonl`, nor of their longer words alone.
    """
    if shows_third_language(question.text):
        return True
    words = {word.form for word in question.words if word.form.isalpha()}
    unknown = sum(not lexicon.knows(word) for word in words)
    return len(words) >= FEWEST_JUDGED_WORDS and unknown >= UNKNOWN_SHARE * len(words)


def shows_third_language(question: str) -> bool:
    """Whether a question is in another alphabet, or no fewer function words of other languages than of these two."""
    letters = [character for character in question if character.isalpha()]
    if 2 * sum("LATIN" in unicodedata.name(letter, "") for letter in letters) < len(letters):
        return True
    first, *rest = _LETTERS.findall(question) or [""]
    words = [first.lower(), *rest]
    other = sum(word in OTHER for word in words)  # with a capital it is that of a name ("Les fleurs du mal")
    own = sum(word.lower() in DUTCH | ENGLISH for word in words)
    return other >= max(FEWEST_FUNCTION_WORDS, own)
