"""The conversation on plain standard input and output, for screen readers and for pipes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from chatbot.messages import message

if TYPE_CHECKING:
    from chatbot.conversation import Conversation
    from chatbot.language import Language

END = "/stop"
"""The line that ends the conversation, as the end of the input does."""


def converse(conversation: Conversation, language: Language) -> None:
    """Answer each line of the input until it ends; a person at a terminal is told how, and when to type.

    Every answer is followed by an empty line. No colours, no drawing: a line is what it says.
    """
    from chatbot.plain_text import answer_text

    at_terminal = sys.stdin.isatty()
    if at_terminal:
        print(message("welcome", language), message("how to stop", language, end=END), sep="\n", end="\n\n")
    for question in _questions(f"{message('plain prompt', language)}: " if at_terminal else ""):
        print(answer_text(conversation.ask(question)), end="\n\n", flush=True)


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
