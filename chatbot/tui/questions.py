"""The questions of a conversation, which are answered one after another."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from chatbot.storage.failure_log import failure_sentence

if TYPE_CHECKING:
    from textual.screen import Screen

    from chatbot.answers.answer import Answer
    from chatbot.answers.chatbot import Chatbot
    from chatbot.answers.conversation import Conversation
    from chatbot.tui.turn import Turn

ASK = "ask"  # the group of the workers, one a question


class Questions:
    """Has each turn of the conversation answered, and gives it with its answer to `show`."""

    def __init__(self, screen: Screen[None], show: Callable[[Turn, Answer], Awaitable[None]]) -> None:
        self._screen = screen
        self._show = show
        self._earlier: Sequence[Answer] = ()
        self._conversation: Conversation | None = None  # until its first question is asked
        self._chatbot: Chatbot  # once there is one
        self._has_chatbot = asyncio.Event()
        self._turn = asyncio.Lock()  # those that wait get it in their order

    @property
    def is_busy(self) -> bool:
        return any(worker.group == ASK for worker in self._screen.workers)

    def begin(self, earlier: Sequence[Answer]) -> None:
        """Begin another conversation, which goes on after the `earlier` answers."""
        self._earlier, self._conversation = earlier, None

    def answer_from(self, chatbot: Chatbot) -> None:
        """Put the following questions to that chatbot, first those that wait."""
        if self._conversation:
            self._conversation.go_on_with(chatbot)
        self._chatbot = chatbot
        self._has_chatbot.set()

    def add(self, turn: Turn) -> None:
        """Have the question of `turn` answered when there are articles and those before it are answered."""
        turn.show_progress("waiting for turn" if self._has_chatbot.is_set() else "waiting for articles")
        self._screen.run_worker(self._ask(turn), group=ASK, exit_on_error=False)

    async def _ask(self, turn: Turn) -> None:
        def report(done: int, total: int) -> None:
            """Say how many passages are read; called in the thread that reads them."""
            turn.call_later(partial(turn.show_progress, "reading passages", done=done, total=total))

        language = turn.app.language
        async with self._turn:
            await self._has_chatbot.wait()
            turn.show_progress("searching")
            try:
                if self._conversation is None:
                    self._conversation = self._chatbot.conversation(language)
                    self._conversation.resume(self._earlier)
                asked = turn.request._asdict()
                answer = await asyncio.to_thread(self._conversation.ask, **asked, report=report)
            except Exception as error:
                turn.show_failure(failure_sentence(error, language, "question failed"))
            else:
                await self._show(turn, answer)
