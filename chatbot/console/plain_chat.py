"""The conversation on plain standard input and output, for screen readers and for pipes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from chatbot.messages import message
from chatbot.text.scope import asked_citation

if TYPE_CHECKING:
    from chatbot.answers.conversation import Conversation
    from chatbot.console.answer_help import AnswerHelp
    from chatbot.text.language_code import Language

END = "/stop"  # the line that ends the conversation, as the end of the input does


def converse(conversation: Conversation, language: Language, helper: AnswerHelp) -> None:
    """Answer each line of the input until it ends; a person at a terminal is told how, and when to type.

    Elsewhere the question is repeated. A number alone shows that citation of the last answer again. Every answer is
    followed by an empty line. No colours, no drawing: a line is what it says. The `helper` gives reading help.
    """
    from chatbot.console.plain_text import answer_text, question_line

    at_terminal = sys.stdin.isatty()
    how_to_stop = message("how to stop", language, end=END)
    if at_terminal:
        print(message("welcome", language), how_to_stop, sep="\n", end="\n\n")
    for question in _questions(f"{message('plain prompt', language)}: " if at_terminal else ""):
        if not at_terminal:
            print(question_line(question))
        reply = _citation_again(question, conversation, language)
        if reply is None:
            answer = conversation.ask(question)
            reply = answer_text(answer, helped=helper.help_with(answer))
            if answer.kind in ("help", "goodbye"):
                hint = how_to_stop if answer.kind == "help" else message("plain end", language, end=END)
                reply = f"{reply}\n{hint}"
        print(reply, end="\n\n", flush=True)


def _citation_again(question: str, conversation: Conversation, language: Language) -> str | None:
    """The passage of the citation that the last answer shows by the number, if the question is one."""
    from chatbot.conversations.quotation import quotation

    shown = [one.citation for one in conversation.answers[-1].excerpts] if conversation.answers else []
    again = (one for one in shown if one.number == asked_citation(question))
    return next((f"[{one.number}] {quotation(one, language).rstrip()}" for one in again), None)


def _questions(prompt: str) -> Iterator[str]:
    if prompt:
        # With it, `input` lets a line be edited and brings back earlier ones; not every system has it.
        with suppress(ImportError):
            import readline  # noqa: F401
    while True:
        try:
            question = input(prompt)
        except EOFError:
            if prompt:
                print()  # what the terminal shows next begins on a line of its own
            return
        if question.strip() == END:
            return
        yield question
