"""The switch between conversations: shows one of them on a main screen of its own, and keeps its answers in a file."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
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
from chatbot.messages import message
from chatbot.text.language_code import other_language
from chatbot.tui.history_list import HistoryList
from chatbot.tui.main_screen import MainScreen
from chatbot.tui.remembered import remember

if TYPE_CHECKING:
    from chatbot.tui.app import ChatbotApp

REMEMBERED_CONVERSATIONS = 20  # kept conversations, the latest, whose questions the prompt brings back


class ConversationSwitch:
    """Holds the main screen, of which each conversation has one of its own, and keeps its answers if it `keeps` any."""

    def __init__(self, app: ChatbotApp, *, keeps: bool) -> None:
        self._app = app
        self._keeps = keeps
        self._record = ConversationRecord() if keeps else None
        self._asked: list[str] = []
        self.main = self._new_screen()

    async def remember_questions(self) -> None:
        """Give the prompt the questions of the latest conversations."""
        if self._keeps:
            latest = await asyncio.to_thread(lambda: list(islice(kept_conversations(), REMEMBERED_CONVERSATIONS)))
            answers = (answer for kept in reversed(latest) for answer in kept.answers)
            self._asked[:0] = [answer.question for answer in answers if answer.kind == "answer"]

    async def keep(self, answer: Answer) -> None:
        """Keep one more turn; where that cannot be done, say so once and keep no more of this conversation."""
        corpus = self._app.loader.corpus
        if self._record is None or corpus is None:
            return
        try:
            await asyncio.to_thread(self._record.add, answer, corpus.folder)
        except OSError as error:
            self._record = None
            self._app.say("not kept", "error", reason=error.strerror, folder=history_folder())

    async def begin_anew(self) -> None:
        if self._can_change():
            await self._show((), None)

    async def choose(self) -> None:
        """Show the conversations that were kept, and open the one that is chosen."""
        kept = await self._kept() if self._can_change() else []
        if kept:
            chosen = await self._app.push_screen_wait(HistoryList(kept, self._app.language))
            if chosen and self._can_change():
                await self._open(chosen)

    async def switch_language(self) -> None:
        """Go on with the conversation on a screen in the other language, which is that of the next run too."""
        if self._can_change():
            self._app.language = other_language(self._app.language)
            remember(language=self._app.language)
            await self._show_answers(self.main.conversation.answers)

    def _new_screen(self, earlier: Sequence[Answer] = ()) -> MainScreen:
        return MainScreen(self._app.language, self._asked, earlier)

    def _can_change(self) -> bool:
        """Whether no question is being answered and the articles are there; where not, say so."""
        if self.main.corpus and not self.main.questions.is_busy:
            return True
        self._app.say("still busy" if self.main.corpus else "articles not read")
        return False

    async def _kept(self) -> list[KeptConversation]:
        """Those that were kept over these articles; where there are none or keeping is off, say so and give none."""
        if not self._keeps:
            self._app.say("history off")
            return []
        unreadable: list[Path] = []
        folder = self.main.corpus.folder if self.main.corpus else None
        kept = await asyncio.to_thread(lambda: list(kept_conversations(folder, unreadable.append)))
        if unreadable:
            self._app.say("conversations unreadable", "warning", folder=history_folder(), count=len(unreadable))
        if not kept:
            self._app.say("no conversations")
        return kept

    async def _open(self, kept: KeptConversation) -> None:
        """Go on with a conversation that was kept."""
        await self._show(kept.answers, kept.path)
        if kept.damaged:
            await self._app.warn(message("damaged", self._app.language, count=kept.damaged))

    async def _show(self, answers: Sequence[Answer], path: Path | None) -> None:
        """Show these answers, and go on in the file at `path` or in a new one."""
        self._record = ConversationRecord(path) if self._keeps else None
        await self._show_answers(answers)

    async def _show_answers(self, answers: Sequence[Answer]) -> None:
        """Show these answers on a new screen."""
        before, self.main = self.main, self._new_screen(answers)
        self.main.only = before.only
        if before is self._app.screen_stack[0]:  # which Textual cannot exchange for another
            await self._app.push_screen(self.main)
            await before.remove_children()
        else:
            await self._app.switch_screen(self.main)
        if self._app.loader.corpus:
            await self.main.show_corpus(self._app.loader.corpus)
            await self.main.conversation.show_samples(self._app.loader.samples)
        for answer in answers:
            await self.main.show_turn(answer)
        if self._app.loader.chatbot:
            self.main.questions.answer_from(self._app.loader.chatbot)
