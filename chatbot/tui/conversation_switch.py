"""The switch between conversations: shows one of them on the main screen, and keeps its answers in a file."""

from __future__ import annotations

import asyncio
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from chatbot.answers.answer import Answer
from chatbot.conversations.kept_conversations import (
    ConversationRecord,
    KeptConversation,
    history_folder,
    kept_conversations,
)
from chatbot.text.language_code import other_language
from chatbot.tui.history_list import HistoryList
from chatbot.tui.remembered import remember

if TYPE_CHECKING:
    from chatbot.tui.app import ChatbotApp

REMEMBERED_CONVERSATIONS = 20  # kept conversations, the latest, whose questions the prompt brings back


class ConversationSwitch:
    """Begins conversations, opens those that were kept and, if it `keeps` any, keeps the one that goes on."""

    def __init__(self, app: ChatbotApp, *, keeps: bool) -> None:
        self._app = app
        self._keeps = keeps
        self._record = ConversationRecord() if keeps else None

    async def remember_questions(self) -> None:
        """Give the prompt the questions of the latest conversations."""
        if self._keeps:
            latest = await asyncio.to_thread(lambda: list(islice(kept_conversations(), REMEMBERED_CONVERSATIONS)))
            answers = (answer for kept in reversed(latest) for answer in kept.answers)
            self._app.main.asked[:0] = [answer.question for answer in answers if answer.kind == "answer"]

    async def keep(self, answer: Answer) -> None:
        """Keep one more turn; where that cannot be done, say so once and keep no more of this conversation."""
        corpus = self._app.main.corpus
        if self._record is None or corpus is None:
            return
        try:
            await asyncio.to_thread(self._record.add, answer, corpus.folder)
        except OSError as error:
            self._record = None
            self._app.say("not kept", "error", reason=error.strerror, folder=history_folder())

    async def begin_anew(self) -> None:
        if self._can_change():
            self._record = ConversationRecord() if self._keeps else None
            await self._app.main.begin()

    async def choose(self) -> None:
        """Show the conversations that were kept, and go on with the one that is chosen."""
        kept = await self._kept() if self._can_change() else []
        chosen = await self._app.push_screen_wait(HistoryList(kept)) if kept else None
        if chosen and self._can_change():
            self._record = ConversationRecord(chosen.path)
            await self._app.main.begin(chosen.answers)
            if chosen.damaged:
                await self._app.warn(self._app.text("damaged", count=chosen.damaged))

    async def switch_language(self) -> None:
        """Go on with the conversation in the other language, which is that of the next run too."""
        if self._can_change():
            self._app.language = other_language(self._app.language)
            remember(language=self._app.language)
            await self._app.main.begin(self._app.main.conversation.answers)

    def _can_change(self) -> bool:
        """Whether no question is being answered and the articles are there; where not, say so."""
        main = self._app.main
        if main.corpus and not main.questions.is_busy:
            return True
        self._app.say("still busy" if main.corpus else "articles not read")
        return False

    async def _kept(self) -> list[KeptConversation]:
        """Those that were kept over these articles; where there are none or keeping is off, say so and give none."""
        if not self._keeps:
            self._app.say("history off")
            return []
        unreadable: list[Path] = []
        folder = self._app.main.corpus.folder if self._app.main.corpus else None
        kept = await asyncio.to_thread(lambda: list(kept_conversations(folder, unreadable.append)))
        if unreadable:
            self._app.say("conversations unreadable", "warning", folder=history_folder(), count=len(unreadable))
        if not kept:
            self._app.say("no conversations")
        return kept
