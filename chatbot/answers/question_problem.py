"""Questions that cannot be asked, and what to say of them."""

from __future__ import annotations

from chatbot.messages import message
from chatbot.text.question import QUESTION_LIMIT, Question


def question_problem(question: Question) -> str | None:
    """A sentence on what is wrong with the question and what to do, or None where nothing is."""
    if not question.text.strip():
        return message("empty question", question.language)
    if len(question.text) > QUESTION_LIMIT:
        return message("question too long", question.language, length=len(question.text), limit=QUESTION_LIMIT)
    if not question.words:
        return message("question without words", question.language)
    return None
