"""Conversations: questions that lean on the ones before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatbot.answer import Answer
from chatbot.defaults import DEFAULT_TOP
from chatbot.language import Language, detect_language
from chatbot.question import question_problem
from chatbot.reference import points_back

if TYPE_CHECKING:
    from chatbot.chatbot import Chatbot


class Conversation:
    """The turns of one conversation, and what the next question may take from them."""

    def __init__(self, chatbot: Chatbot, language: Language = "en") -> None:
        """Begin a conversation; `language` is what a first question that shows none is taken for."""
        self.answers: list[Answer] = []
        self._chatbot = chatbot
        self._language = language
        self._context: tuple[str, ...] = ()

    def ask(self, question: str, top: int = DEFAULT_TOP) -> Answer:
        """The answer to `question`, understood in the light of the earlier turns.

        A question that points back is asked together with the ones before it, back to the last that
        did not; one that shows no language is in that of the last turn. What cannot be asked leaves
        no trace.
        """
        language = detect_language(question, self._language)
        context = self._context if points_back(question, language) else ()
        answer = self._chatbot.ask(question, top, language=language, context=context)
        if question_problem(question, language) is None:
            self._context = (*context, question)
            self._language = language
        self.answers.append(answer)
        return answer
