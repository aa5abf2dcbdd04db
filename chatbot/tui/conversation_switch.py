"""The switch between conversations: keeps them in files, lists those that were kept, and goes on with one of them."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import ClassVar

from textual import getters
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from chatbot.answers.answer import Answer
from chatbot.conversations.kept_conversations import (
    ConversationRecord,
    KeptConversation,
    history_folder,
    kept_conversations,
)
from chatbot.text.language_code import other_language
from chatbot.text.printable import printable_line
from chatbot.tui.keys import CLOSE, HISTORY, HISTORY_KEYS
from chatbot.tui.list_screen import ListScreen
from chatbot.tui.main_screen import MainScreen
from chatbot.tui.remembered import remember

REMEMBERED_CONVERSATIONS = 20  # kept conversations, the latest, whose questions the prompt brings back


class ConversationSwitch:
    """Begins conversations, opens those that were kept and, if it `keeps` any, keeps the one that goes on."""

    def __init__(self, main: MainScreen, *, keeps: bool) -> None:
        self._main = main
        self._keeps = keeps
        self._record = ConversationRecord() if keeps else None

    async def remember_questions(self) -> None:
        """Give the prompt the questions of the latest conversations."""
        if self._keeps:
            latest = await asyncio.to_thread(lambda: list(islice(kept_conversations(), REMEMBERED_CONVERSATIONS)))
            answers = (answer for kept in reversed(latest) for answer in kept.answers)
            self._main.asked[:0] = [answer.question for answer in answers if answer.kind == "answer"]

    async def keep(self, answer: Answer) -> None:
        """Keep one more turn; where that cannot be done, say so once and keep no more of this conversation."""
        corpus = self._main.corpus
        if self._record is None or corpus is None:
            return
        try:
            await asyncio.to_thread(self._record.add, answer, corpus.folder)
        except OSError as error:
            self._record = None
            self._main.app.say("not kept", "error", reason=error.strerror, folder=history_folder())

    async def begin_anew(self) -> None:
        if self._can_change():
            self._record = ConversationRecord() if self._keeps else None
            await self._main.begin()

    async def choose(self) -> None:
        """Show the conversations that were kept, and go on with the one that is chosen."""
        kept = await self._kept() if self._can_change() else []
        chosen = await self._main.app.push_screen_wait(HistoryList(kept)) if kept else None
        if chosen and self._can_change():
            self._record = ConversationRecord(chosen.path)
            await self._main.begin(chosen.answers)
            if chosen.damaged:
                self._main.conversation.show_notice(self._main.app.text("damaged", count=chosen.damaged))

    async def switch_language(self) -> None:
        """Go on with the conversation in the other language, which is that of the next run too."""
        if self._can_change():
            self._main.app.language = other_language(self._main.app.language)
            remember(language=self._main.app.language)
            await self._main.begin(self._main.conversation.answers)

    def _can_change(self) -> bool:
        """Whether no question is being answered and the articles are there; where not, say so."""
        if self._main.corpus and not self._main.conversation.is_busy:
            return True
        self._main.app.say("still busy" if self._main.corpus else "articles not read")
        return False

    async def _kept(self) -> list[KeptConversation]:
        """Those that were kept over these articles; where there are none or keeping is off, say so and give none."""
        if not self._keeps:
            self._main.app.say("history off")
            return []
        unreadable: list[Path] = []
        folder = self._main.corpus.folder if self._main.corpus else None
        kept = await asyncio.to_thread(lambda: list(kept_conversations(folder, unreadable.append)))
        if unreadable:
            self._main.app.say("conversations unreadable", "warning", folder=history_folder(), count=len(unreadable))
        if not kept:
            self._main.app.say("no conversations")
        return kept


class HistoryList(ListScreen[KeptConversation]):
    """The conversations by their first question, the latest first; Delete, twice, deletes one for good."""

    BINDINGS: ClassVar[list[BindingType]] = [*HISTORY_KEYS, replace(HISTORY, action=CLOSE)]
    HINT = "history hint"
    hint = getters.query_one(".hint", Static)
    _to_delete: int | None = None

    def about(self) -> str:
        return self.app.count("conversation", len(self.items))

    def option(self, item: KeptConversation) -> Option:
        """First question; below it when, and how many questions."""
        title = Content.styled(printable_line(item.title), "bold")
        facts = f"  {item.began:%Y-%m-%d %H:%M} · {self.app.count('question', len(item.answers))}"
        return Option(Content("\n").join([title, Content(facts)]))

    def on_option_list_option_highlighted(self) -> None:
        """Forget that a conversation was about to be deleted: the reader went on to another."""
        self._to_delete = None
        self.hint.update(Content(self.app.text(self.HINT)))

    def action_delete(self) -> None:
        """Delete the conversation at the cursor, if it is for the second time that this is asked."""
        number = self.options.highlighted
        if number is None:
            return
        if number != self._to_delete:
            self._to_delete = number
            self.hint.update(Content(self.app.text("delete hint")))
            return
        self._to_delete = None
        try:
            self.items.pop(number).path.unlink(missing_ok=True)
        except OSError as error:
            self.app.say("not deleted", "error", reason=error.strerror)
            self.dismiss(None)
            return
        self.options.remove_option_at_index(number)
        self.heading.update(Content(self.about()))
        self.hint.update(Content(self.app.text("deleted")))
        if not self.items:
            self.dismiss(None)
