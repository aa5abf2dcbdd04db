"""The app: ties the articles, the conversation about them and the commands to the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from chatbot.conversations.markdown_export import export_conversation
from chatbot.conversations.quotation import quotation
from chatbot.storage.failure_log import failure_sentence
from chatbot.text.language_code import other_language
from chatbot.text.printable import printable_line
from chatbot.tui.base_app import BaseApp
from chatbot.tui.conversation_switch import ConversationSwitch
from chatbot.tui.conversation_view import ConversationView
from chatbot.tui.corpus_loader import CorpusLoader
from chatbot.tui.help_lines import HelpLines
from chatbot.tui.key_settings import interface_problems, keymap
from chatbot.tui.keys import QUIT, explained_keys
from chatbot.tui.list_screen import HelpScreen
from chatbot.tui.main_screen import MainScreen
from chatbot.tui.palette import palette_commands
from chatbot.tui.remembered import remembered

if TYPE_CHECKING:
    from chatbot.answers.chatbot import Chatbot
    from chatbot.encoders.choice import StrongLoader
    from chatbot.passages.corpus import Corpus
    from chatbot.settings import Settings

LOAD_FAILURE = "Notice.-error"  # selects the one notice that is there while the folder cannot be read


class ChatbotApp(BaseApp):
    """A chatbot over the articles that the settings name; their language is that of the interface only.

    Where nothing sets the language, it is the one that was chosen last.
    """

    ENABLE_COMMAND_PALETTE = False  # by a key of Textual's, and over any screen
    BINDINGS: ClassVar[list[BindingType]] = [QUIT]

    def __init__(self, settings: Settings, load_strong: StrongLoader | None = None) -> None:
        if settings.origins.get("language") == "default":
            settings = replace(settings, language=remembered().language or settings.language)
        super().__init__(settings.language)
        self.title = self.text("program")
        self.set_keymap(keymap(settings))
        self.main = MainScreen()
        self.loader = CorpusLoader(self, settings, load_strong)
        self._conversations = ConversationSwitch(self.main, keeps=settings.history)
        self.help_lines = HelpLines(self, settings.reading_help)
        self._settings = settings
        self._warned: set[str] = set()

    def get_default_screen(self) -> MainScreen:
        """Begin with the main screen: an empty one below it would be styled and painted first."""
        return self.main

    async def on_ready(self) -> None:
        """Start reading the articles now that the prompt is there and can be used meanwhile."""
        if self._settings.theme in self.available_themes:
            self.theme = self._settings.theme
        for problem in interface_problems(self._settings):
            self.main.conversation.show_notice(problem)
        self.loader.follow()
        self.run_worker(self._conversations.remember_questions(), exit_on_error=False)

    def on_unmount(self) -> None:
        """End what translates beside the app, whatever it is doing."""
        if self.loader.reading_help:
            self.loader.reading_help.translator.close()

    def show_corpus(self, corpus: Corpus) -> None:
        """Show which articles there are, and say that they were read where there were others or none could be."""
        failures, before = self.main.query(LOAD_FAILURE), self.main.corpus
        if failures or (before and before.articles != corpus.articles):
            self.say("articles read", articles=self.count("article", len(corpus.articles)))
        failures.remove()
        self.main.show_corpus(corpus)

    def show_load_failure(self, reason: str) -> None:
        """Say why the folder cannot be read, in the place of what was said when it failed before."""
        self.main.query(LOAD_FAILURE).remove()
        self.main.progress = "" if self.main.corpus else self.text("articles not loaded")
        self.main.conversation.show_notice(reason, "error")

    def answer_from(self, chatbot: Chatbot) -> None:
        """Answer from articles that can be searched now, first the questions that were asked meanwhile."""
        if self.main.corpus is not chatbot.corpus:
            self.show_corpus(chatbot.corpus)
        self.main.conversation.answer_from(chatbot)
        self.help_lines.begin(chatbot.corpus)

    def warn_once(self, text: str) -> None:
        """Say in the conversation what went wrong and does not end it, but not again."""
        if text not in self._warned:
            self._warned.add(text)
            self.main.conversation.show_notice(text)

    async def on_conversation_view_answered(self, event: ConversationView.Answered) -> None:
        """Do what the answer says is done, help with what is in the other language, and keep the answer."""
        match event.answer.kind:
            case "translation":
                self.help_lines.turn_on()
            case "scope" if event.answer.found:
                self.main.only = frozenset(one.article for one in event.answer.key_sentences)
        self.help_lines.write()
        self.loader.report_trouble()
        await self._conversations.keep(event.answer)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell of an error that nobody foresaw; the one place where a worker that failed is dealt with."""
        if event.state == WorkerState.ERROR and event.worker.error:
            sentence = failure_sentence(event.worker.error, self.language)
            self.notify(printable_line(sentence), severity="error", markup=False)

    def action_help(self) -> None:
        self.push_screen(HelpScreen(list(explained_keys(self.screen).items())))

    def action_command_palette(self) -> None:
        self.push_screen(CommandPalette(placeholder=self.text("palette prompt")))

    def get_system_commands(self, screen: Screen[object]) -> Iterator[SystemCommand]:
        return palette_commands(self, screen)

    @work(exit_on_error=False)
    async def action_copy(self, passage: bool = False) -> None:
        """Copy the sentences of a citation, or its whole passage, with its reference, by OSC 52 and to the desktop.

        The terminal never says whether it took what it was sent. A browser's page has no desktop but its own.
        """
        card = self.main.card
        if card is None:
            self.say("nothing to copy")
            return
        text = quotation(card.citation if passage else card.excerpt, self.language)
        self.copy_to_clipboard(text)
        is_certain = not self.is_web and await asyncio.to_thread(_copy_to_desktop, text)
        self.say("copied" if is_certain else "copied by terminal", number=card.citation.number)

    @work(exit_on_error=False)
    async def action_export(self) -> None:
        """Write the conversation as Markdown into the folder that the program was started in."""
        answers, folder, now = self.main.conversation.answers, Path.cwd(), datetime.now().astimezone()
        if not answers:
            self.say("nothing to export")
            return
        try:
            path = await asyncio.to_thread(export_conversation, answers, folder, now, self.language)
        except OSError as error:
            self.say("not exported", "error", reason=error.strerror, folder=folder)
        else:
            self.say("exported", folder=path.parent, file=path.name)

    async def action_new(self) -> None:
        await self._conversations.begin_anew()

    @work(exit_on_error=False)
    async def action_history(self) -> None:
        await self._conversations.choose()
        self.help_lines.write()

    async def action_switch_language(self) -> None:
        await self._conversations.switch_language()
        self.help_lines.write()

    def action_reading_help(self) -> None:
        """Show other reading help under the sentences in the other language, or none."""
        self.main.conversation.hold_place()
        self.help_lines.step(other_language(self.language))


def _copy_to_desktop(text: str) -> bool:
    """Whether the desktop's clipboard has taken the text."""
    import pyperclip  # only here: looking for a clipboard runs programs

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True
