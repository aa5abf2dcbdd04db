"""The questions of a conversation, which are answered one after another."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from chatbot.messages import message
from chatbot.storage.failure_log import failure_sentence

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from chatbot.answers.answer import Answer
    from chatbot.answers.chatbot import Chatbot
    from chatbot.answers.conversation import Conversation
    from chatbot.text.language_code import Language
    from chatbot.tui.turn import Turn


class Questions:
    """A queue of turns that wait for their answers, which are given to `show`; none wait where loading `has_failed`."""

    def __init__(
        self,
        screen: DOMNode,
        language: Language,
        show: Callable[[Turn, Answer], Awaitable[None]],
        has_failed: Callable[[], bool],
    ) -> None:
        self._screen = screen
        self._language = language
        self._show = show
        self._has_failed = has_failed
        self._conversation: Conversation | None = None
        self._waiting: deque[Turn] = deque()
        self._asked: Turn | None = None

    @property
    def is_busy(self) -> bool:
        return self._asked is not None or bool(self._waiting)

    def begin(self, chatbot: Chatbot, answers: Sequence[Answer]) -> None:
        """Hold a conversation with that chatbot, after these answers; the questions that wait come first."""
        self._conversation = chatbot.conversation(self._language)
        self._conversation.resume(answers)
        self._ask_next()

    def go_on_with(self, chatbot: Chatbot) -> None:
        """Put the following questions of the conversation to another chatbot."""
        if self._conversation:
            self._conversation.go_on_with(chatbot)

    def add(self, turn: Turn) -> None:
        """Have the question of `turn` answered when those before it are."""
        turn.show_progress("waiting for turn" if self._conversation else "waiting for articles")
        self._waiting.append(turn)
        if self._has_failed():
            self.refuse()
        self._ask_next()

    def refuse(self) -> None:
        """Say of the questions that wait that there are no articles to answer them from."""
        while self._waiting:
            self._waiting.popleft().show_failure(message("no articles to ask", self._language))

    def _ask_next(self) -> None:
        if self._conversation and self._asked is None and self._waiting:
            self._asked = self._waiting.popleft()
            self._asked.show_progress("searching")
            work = self._ask(self._conversation, self._asked)
            self._screen.run_worker(work, exit_on_error=False)

    async def _ask(self, conversation: Conversation, turn: Turn) -> None:
        def report(done: int, total: int) -> None:
            """Say how many passages are read; called in the thread that reads them."""
            turn.call_later(partial(turn.show_progress, "reading passages", done=done, total=total))

        try:
            answer = await asyncio.to_thread(conversation.ask, **turn.request._asdict(), report=report)
        except Exception as error:
            turn.show_failure(failure_sentence(error, self._language, "question failed"))
        else:
            await self._show(turn, answer)
        finally:
            self._asked = None
            self._ask_next()
