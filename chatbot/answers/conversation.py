"""Conversations: questions that lean on the ones before them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from chatbot.answers.answer import Answer
from chatbot.answers.question import question_problem
from chatbot.answers.reference import points_back
from chatbot.defaults import DEFAULT_TOP
from chatbot.reader.relevance import ReadingReport, unreported
from chatbot.text.language import Language, detect_language
from chatbot.text.question import Question, parse_question

if TYPE_CHECKING:
    from chatbot.answers.chatbot import Chatbot


class Conversation:
    """The turns of one conversation, and what the next question may take from them."""

    def __init__(self, chatbot: Chatbot, language: Language = "en") -> None:
        """Begin a conversation; `language` is what a first question that shows none is taken for."""
        self.answers: list[Answer] = []
        self._chatbot = chatbot
        self._language = language
        self._context: tuple[Question, ...] = ()

    def go_on_with(self, chatbot: Chatbot) -> None:
        """Have the following questions answered by another chatbot, as after its articles have changed."""
        self._chatbot = chatbot

    def ask(
        self,
        question: str,
        top: int = DEFAULT_TOP,
        *,
        held: Language | None = None,
        alone: bool = False,
        report: ReadingReport = unreported,
    ) -> Answer:
        """The answer to `question`, understood in the light of the earlier turns unless it stands `alone`.

        A question that points back is asked together with the ones before it, back to the last that
        did not; one that shows no language is in that of the last turn, unless it is `held` to one.
        What cannot be asked leaves no trace.
        """
        parsed = parse_question(question, held or detect_language(question, self._language))
        leans = question_problem(parsed) is None and not alone and points_back(parsed)
        context = self._earlier(question) if leans else ()
        answer = self._chatbot.answer(parsed, top, language=held or self._language, context=context, report=report)
        self._remember(parsed, answer, context)
        return answer

    def resume(self, answers: Iterable[Answer]) -> None:
        """Go on after these turns as if they had just been held."""
        for answer in answers:
            parsed = parse_question(answer.question, answer.language)
            self._remember(parsed, answer, self._earlier(answer.question) if answer.context else ())

    def _remember(self, question: Question, answer: Answer, context: tuple[Question, ...]) -> None:
        if question_problem(question) is None:
            self._context = (*context, question)
            self._language = answer.language
        self.answers.append(answer)

    def _earlier(self, question: str) -> tuple[Question, ...]:
        """The questions to lean on, without the last where this one corrects its spelling."""
        is_correction = self.answers and self.answers[-1].suggestion == question
        return self._context[:-1] if is_correction else self._context
