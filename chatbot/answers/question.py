"""Questions that cannot be asked, and what to say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatbot.messages import message
from chatbot.text.words import split_words

if TYPE_CHECKING:
    from chatbot.text.language import Language

QUESTION_LIMIT = 2_000
"""The most code points of a question; a longer one is a text pasted by mistake."""


def question_problem(question: str, language: Language) -> str | None:
    """A sentence on what is wrong with the question and what to do, or None where nothing is."""
    if not question.strip():
        return message("empty question", language)
    if len(question) > QUESTION_LIMIT:
        return message("question too long", language, length=len(question), limit=QUESTION_LIMIT)
    if next(split_words(question), None) is None:
        return message("question without words", language)
    return None
