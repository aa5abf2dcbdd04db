"""Conversations: questions that lean on the ones before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatbot.analysis import is_stop_word
from chatbot.answer import Answer
from chatbot.language import Language, detect_language
from chatbot.question import question_problem
from chatbot.words import split_words

if TYPE_CHECKING:
    from chatbot.chatbot import Chatbot

SUBJECT_WORDS = 3
"""A question with this many words of its own, or more, says itself what it is about."""


class Conversation:
    """The turns of one conversation, and what the next question may take from them."""

    def __init__(self, chatbot: Chatbot, language: Language = "en") -> None:
        """Begin a conversation; `language` is what a first question that shows none is taken for."""
        self.answers: list[Answer] = []
        self._chatbot = chatbot
        self._language = language
        self._context = ""

    def ask(self, question: str, top: int = 3) -> Answer:
        """The answer to `question`, understood in the light of the earlier turns.

        A question with few words of its own leans on the ones before it, back to the last that had
        enough; one that shows no language is in that of the last turn. What cannot be asked leaves no trace.
        """
        language = detect_language(question, self._language)
        leans = self._leans(question, language)
        answer = self._chatbot.ask(question, top, language=language, context=self._context if leans else "")
        if question_problem(question, language) is None:
            self._context = f"{self._context} {question}".strip() if leans else question
            self._language = language
        self.answers.append(answer)
        return answer

    def _leans(self, question: str, language: Language) -> bool:
        """Whether the question, taken alone, does not say what it is about."""
        own = [word for word in split_words(question) if not is_stop_word(word.form, language)]
        return len(own) < SUBJECT_WORDS
