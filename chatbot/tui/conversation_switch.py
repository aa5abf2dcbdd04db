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
        self._record: ConversationRecord | None = None
        self._asked: list[str] = []
        self.main = self._new_screen()

    async def remember_questions(self) -> None:
        """Give the prompt the questions of the latest conversations."""
        if self._keeps:
            latest = await asyncio.to_thread(lambda: list(islice(kept_conversations(), REMEMBERED_CONVERSATIONS)))
            answers = (answer for kept in reversed(latest) for answer in kept.answers)
            self._asked[:0] = [answer.question for answer in answers if answer.kind == "answer"]

    def begin_record(self, folder: Path, path: Path | None = None) -> None:
        """Begin to keep a conversation over the articles of that folder, or go on with the one at `path`."""
        self._record = ConversationRecord(folder, path) if self._keeps else None

    async def keep(self, answer: Answer) -> None:
        """Keep one more turn; where that cannot be done, say so once and keep no more of this conversation."""
        if self._record is None:
            return
        try:
            await asyncio.to_thread(self._record.add, answer)
        except OSError as error:
            self._record = None
            self._app.say("not kept", "error", reason=error.strerror, folder=history_folder())

    async def begin_anew(self) -> None:
        if self._can_change():
            await self._show((), None)

    async def choose(self) -> None:
        """Show the conversations that were kept, and open the one that is chosen."""
        kept = await self._kept()
        if kept and self._can_change():
            chosen = await self._app.push_screen_wait(HistoryList(kept, self._app.language))
            if chosen and self._can_change():
                await self._open(chosen)

    async def switch_language(self) -> None:
        """Go on with the conversation on a screen in the other language, which is that of the next run too."""
        if self._can_change():
            self._app.language = other_language(self._app.language)
            remember(language=self._app.language)
            turns = self.main.conversation.turns
            await self._show_turns([(turn.answer, turn.elsewhere) for turn in turns if turn.answer])

    def _new_screen(self) -> MainScreen:
        return MainScreen(self._app.language, self._asked, lambda: self._app.loader.has_failed)

    def _can_change(self) -> bool:
        """Whether no question is being answered and the articles are there; where not, say so."""
        if self.main.corpus and not self.main.questions.is_busy:
            return True
        name = "articles unreadable" if self._app.loader.has_failed else "articles not read"
        self._app.say("still busy" if self.main.corpus else name)
        return False

    async def _kept(self) -> list[KeptConversation]:
        """The conversations that were kept; where there are none or keeping is off, say so and give none."""
        if not self._keeps:
            self._app.say("history off")
            return []
        unreadable: list[Path] = []
        kept = await asyncio.to_thread(lambda: list(kept_conversations(unreadable.append)))
        if unreadable:
            self._app.say("conversations unreadable", "warning", folder=history_folder(), count=len(unreadable))
        if not kept:
            self._app.say("no conversations")
        return kept

    async def _open(self, kept: KeptConversation) -> None:
        """Go on with a conversation that was kept, or read it where it was about other articles."""
        is_here = self.main.corpus and kept.corpus == self.main.corpus.folder.absolute()
        await self._show(kept.answers, kept.path, elsewhere=None if is_here else kept.corpus)
        if not is_here:
            await self._app.warn(message("other articles", self._app.language, folder=kept.corpus))
        if kept.damaged:
            await self._app.warn(message("damaged", self._app.language, count=kept.damaged))

    async def _show(self, answers: Sequence[Answer], path: Path | None, elsewhere: Path | None = None) -> None:
        """Show these turns, over articles `elsewhere` or here, and go on in the file at `path` or in a new one."""
        if self.main.corpus:
            self.begin_record(self.main.corpus.folder, path)
        await self._show_turns([(answer, elsewhere) for answer in answers])

    async def _show_turns(self, turns: Sequence[tuple[Answer, Path | None]]) -> None:
        """Show these answers on a new screen, each with the folder that it is from if that is another one."""
        before, self.main = self.main, self._new_screen()
        self.main.only = before.only
        if before is self._app.screen_stack[0]:  # which Textual cannot exchange for another
            await self._app.push_screen(self.main)
            await before.remove_children()
        else:
            await self._app.switch_screen(self.main)
        if self._app.loader.corpus:
            await self.main.show_corpus(self._app.loader.corpus)
            await self.main.conversation.show_samples(self._app.loader.samples)
        for answer, elsewhere in turns:
            await self.main.show_turn(answer, elsewhere)
        if self._app.loader.chatbot:
            self.main.questions.begin(self._app.loader.chatbot, [answer for answer, _ in turns])
