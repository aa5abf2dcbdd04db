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
    from chatbot.text.language_code import Language
    from chatbot.tui.turn import Turn

ASK = "ask"  # the group of the workers, one a question


class Questions:
    """Has each turn of a screen answered, after the `earlier` answers, and gives it with its answer to `show`."""

    def __init__(
        self,
        screen: Screen[None],
        language: Language,
        earlier: Sequence[Answer],
        show: Callable[[Turn, Answer], Awaitable[None]],
    ) -> None:
        self._screen = screen
        self._language = language
        self._earlier = earlier
        self._show = show
        self._has_begun = asyncio.Event()
        self._conversation: Conversation  # once it has begun
        self._turn = asyncio.Lock()  # those that wait get it in their order

    @property
    def is_busy(self) -> bool:
        return any(worker.group == ASK for worker in self._screen.workers)

    def answer_from(self, chatbot: Chatbot) -> None:
        """Put the following questions of the conversation to that chatbot, first those that wait."""
        if self._has_begun.is_set():
            self._conversation.go_on_with(chatbot)
            return
        self._conversation = chatbot.conversation(self._language)
        self._conversation.resume(self._earlier)
        self._has_begun.set()

    def add(self, turn: Turn) -> None:
        """Have the question of `turn` answered when there are articles and those before it are answered."""
        turn.show_progress("waiting for turn" if self._has_begun.is_set() else "waiting for articles")
        self._screen.run_worker(self._ask(turn), group=ASK, exit_on_error=False)

    async def _ask(self, turn: Turn) -> None:
        def report(done: int, total: int) -> None:
            """Say how many passages are read; called in the thread that reads them."""
            turn.call_later(partial(turn.show_progress, "reading passages", done=done, total=total))

        async with self._turn:
            await self._has_begun.wait()
            turn.show_progress("searching")
            try:
                asked = turn.request._asdict()
                answer = await asyncio.to_thread(self._conversation.ask, **asked, report=report)
            except Exception as error:
                turn.show_failure(failure_sentence(error, self._language, "question failed"))
            else:
                await self._show(turn, answer)
