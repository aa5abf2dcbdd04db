"""Quoted sentences: a sentence together with the neighbour without which a user would not understand it."""

from __future__ import annotations

from chatbot.passages.passage import Passage
from chatbot.text.language_code import Language
from chatbot.text.sentences import end_before_note_marks
from chatbot.text.spans import Span
from chatbot.text.words import normal_form, split_words

QUOTED_WORD_LIMIT = 70
"""Words of a sentence together with its neighbour: more has to be searched in, and the sentence is quoted alone."""

_POINTING: dict[Language, frozenset[str]] = {
    "nl": frozenset("hij zij ze dit dat deze die hun haar zijn daarom daardoor daarmee daarna daarbij".split()),
    "en": frozenset("he she it they this that these those his her their its".split()),
}
"""Opening words that stand for something in the sentence before."""

_POINTING_PAIRS = frozenset({("de", "twee"), ("beide", "partijen"), ("the", "two"), ("both", "of")})


def quoted_numbers(passage: Passage, number: int) -> range:
    """The sentences that are quoted for one, by number: it, what it points back to and what its colon announces."""
    if passage.row(number):
        return range(number, number + 1)
    first = number - 1 if number and not passage.row(number - 1) and _points_back(passage, number) else number
    is_head = passage.sentence_text(number).rstrip().endswith(":") and number + 1 < len(passage.sentences)
    last = number + 1 if is_head and not passage.row(number + 1) else number
    start, end = passage.sentences[first][0], passage.sentences[last][1]
    is_short = len(passage.article.text[start:end].split()) <= QUOTED_WORD_LIMIT
    return range(first, last + 1) if is_short else range(number, number + 1)


def quoted_span(passage: Passage, number: int) -> Span:
    """The slice of the article, in code points, that is quoted for the sentence of that number, up to its last stop."""
    numbers = quoted_numbers(passage, number)
    start, end = passage.sentences[numbers[0]][0], passage.sentences[numbers[-1]][1]
    return start, end_before_note_marks(passage.article.text, start, end)


def _points_back(passage: Passage, number: int) -> bool:
    words = (normal_form(word.form) for word in split_words(passage.sentence_text(number)))
    first, second = next(words, ""), next(words, "")
    return first in _POINTING[passage.article.language] or (first, second) in _POINTING_PAIRS
