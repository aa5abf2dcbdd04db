"""The talk: the conversation that is on the screen, and the change to another one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from chatbot.conversations.question_history import History, history_file
from chatbot.messages import message
from chatbot.tui.history_list import HistoryList
from chatbot.tui.keeper import Keeper
from chatbot.tui.main_screen import MainScreen
from chatbot.tui.notice import Notice
from chatbot.tui.questions import Questions
from chatbot.tui.request import Request
from chatbot.tui.turn import Turn

if TYPE_CHECKING:
    from pathlib import Path

    from chatbot.answers.answer import Answer
    from chatbot.conversations.conversation_store import KeptConversation
    from chatbot.tui.bound_keys import BoundKeys
    from chatbot.tui.ending import EndingApp
    from chatbot.tui.library import Library


class Talk:
    """Holds the main screen, of which each conversation has one of its own, and has its questions answered and kept."""

    def __init__(self, app: EndingApp, library: Library, keys: BoundKeys, *, keeps: bool) -> None:
        self.keeper = Keeper(app, keeps=keeps)
        self.questions = Questions(app, self._show_answer, library.tell_trouble)
        self._app = app
        self._library = library
        self._keys = keys
        self._history = History(history_file() if keeps else None)
        self.main = self._new_screen()

    async def ask(self, asked: MainScreen.Asked) -> None:
        """Put the question in the conversation, to be answered in its turn."""
        turn = Turn(asked.request, self._app.language)
        await self.main.conversation.add_turn(turn)
        self.questions.add(turn)
        if self._library.has_failed:
            self.questions.refuse()

    async def begin_anew(self) -> None:
        """Begin a new conversation."""
        if self._can_change():
            await self._show((), None)

    async def choose(self) -> None:
        """Show the conversations that were kept, and open the one that is chosen."""
        kept = await self.keeper.kept()
        if kept and self._can_change():
            chosen = await self._app.push_screen_wait(HistoryList(kept, self._app.language))
            if chosen and self._can_change():
                await self._open(chosen)

    async def switch_language(self) -> None:
        """Go on with the conversation on a screen in the other language."""
        if self._can_change():
            self._app.language = "en" if self._app.language == "nl" else "nl"
            await self._show_turns(self.main.conversation.answers)

    def problems(self) -> Sequence[str]:
        """Sentences on what of the earlier questions cannot be had."""
        problem = self._history.problem(self._app.language)
        return [problem] if problem else []

    async def warn(self, text: str) -> None:
        """Say in the conversation what went wrong and does not end it."""
        await self.main.conversation.show_notice(Notice(text, "warning"))

    def _new_screen(self) -> MainScreen:
        return MainScreen(self._app.language, self._history, self._keys)

    def _can_change(self) -> bool:
        """Whether no question is being answered and the articles are there; where not, say so."""
        if self.main.corpus and not self.questions.is_busy:
            return True
        name = "articles unreadable" if self._library.has_failed else "articles not read"
        self._app.notify(message("still busy" if self.main.corpus else name, self._app.language), markup=False)
        return False

    async def _open(self, kept: KeptConversation) -> None:
        """Go on with a conversation that was kept, or read it where it was about other articles."""
        await self._show(kept.answers, kept.path)
        if self.main.corpus and kept.corpus != self.main.corpus.folder.absolute():
            await self.warn(message("other articles", self._app.language, folder=kept.corpus))
        if kept.damaged:
            await self.warn(message("damaged", self._app.language, count=kept.damaged))

    async def _show(self, answers: Sequence[Answer], path: Path | None) -> None:
        """Show these turns, and go on from them in the file at `path` or in a new one."""
        if self.main.corpus:
            self.keeper.begin(self.main.corpus.folder, path)
        await self._show_turns(answers)

    async def _show_turns(self, answers: Sequence[Answer]) -> None:
        before, self.main = self.main, self._new_screen()
        self.main.only = before.only
        if before is self._app.screen_stack[0]:  # which Textual cannot exchange for another
            await self._app.push_screen(self.main)
            await before.remove_children()
        else:
            await self._app.switch_screen(self.main)
        if self._library.corpus:
            await self.main.show_corpus(self._library.corpus, self._library.samples)
        for answer in answers:
            turn = Turn(Request(answer.question), self._app.language)
            await self.main.conversation.add_turn(turn)
            await self.main.show_answer(turn, answer)
        if self._library.chatbot:
            self.questions.begin(self._library.chatbot, answers)

    async def _show_answer(self, turn: Turn, answer: Answer) -> None:
        await self.main.show_answer(turn, answer)
        self.main.show_first_beside(turn)
        await self.keeper.add(answer)
