"""The app: reads the articles in the background, and has questions answered one after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.worker import Worker, WorkerState

from chatbot.conversations.question_history import History, history_file
from chatbot.errors import ChatbotError
from chatbot.messages import message
from chatbot.progress import Progress
from chatbot.settings import settings_file
from chatbot.storage.failure_log import failure_sentence
from chatbot.text.printable import printable_line
from chatbot.tui.background import in_background
from chatbot.tui.bound_keys import BoundKeys, key_name
from chatbot.tui.citation import CitationCard
from chatbot.tui.embedding import embed_all
from chatbot.tui.ending import EndingApp
from chatbot.tui.events import Answered, ChatbotReady, CorpusRead, Progressed
from chatbot.tui.history_list import HistoryList
from chatbot.tui.keeper import Keeper
from chatbot.tui.keys import BINDABLE_KEYS, PALETTE_KEY, QUIT
from chatbot.tui.labels import article_count
from chatbot.tui.main_screen import MainScreen
from chatbot.tui.notice import Notice
from chatbot.tui.preferences import preference_problems, rebound_keys
from chatbot.tui.turn import Turn
from chatbot.tui.watch import WATCH_INTERVAL, Watch

if TYPE_CHECKING:
    from pathlib import Path

    from textual.screen import Screen

    from chatbot.answers.answer import Answer
    from chatbot.answers.chatbot import Chatbot
    from chatbot.answers.conversation import Conversation
    from chatbot.articles.corpus import Corpus
    from chatbot.articles.samples import Sample
    from chatbot.conversations.conversation_store import KeptConversation
    from chatbot.encoders.encoder import StrongEncoder
    from chatbot.progress import Stage
    from chatbot.settings import Settings
    from chatbot.storage.cache import Cache

LOAD = "load"
ASK = "ask"
EMBED = "embed"
WATCH = "watch"


class ChatbotApp(EndingApp):
    """A chatbot over the articles that the settings name; their language is that of the interface only."""

    COMMAND_PALETTE_BINDING = PALETTE_KEY
    BINDINGS: ClassVar[list[BindingType]] = [QUIT.binding(priority=True)]

    def __init__(self, settings: Settings, strong: StrongEncoder | None = None) -> None:
        super().__init__(settings.language)
        self.title = message("program", settings.language)
        self._history = History(history_file() if settings.history else None)
        rebound, _ = rebound_keys(settings.keys, settings.language)
        self.set_keymap(rebound)
        self._keys = BoundKeys(rebound)
        self.main = MainScreen(settings.language, self._history, self._keys)
        self._keeper = Keeper(self, keeps=settings.history)
        self._settings = settings
        self._strong = strong
        self._progress = Progress(settings.language)
        self._progress_line = ""
        self._cache: Cache | None = None
        self._has_told_trouble = False
        self._watch = Watch(self._report, self._warn)
        self._corpus: Corpus | None = None
        self._samples: tuple[Sample, ...] = ()
        self._chatbot: Chatbot | None = None
        self._conversation: Conversation | None = None
        self._has_failed = False
        self._waiting: deque[Turn] = deque()
        self._asked: Turn | None = None

    @property
    def is_busy(self) -> bool:
        """Whether the articles are being read or a question has no answer yet."""
        is_loading = self._conversation is None and not self._has_failed
        return is_loading or self._asked is not None or bool(self._waiting)

    def on_mount(self) -> None:
        """Put the main screen on top of Textual's own, which cannot be exchanged for another."""
        self.push_screen(self.main)

    async def on_ready(self) -> None:
        """Start reading the articles now that the prompt is there and can be used meanwhile."""
        if self._settings.theme in self.available_themes:
            self.theme = self._settings.theme
        for problem in (*self._settings.problems, *preference_problems(self._settings)):
            await self._warn(problem)
        self.main.status.show(message("reading articles", self.language))
        self.load()
        self.set_interval(WATCH_INTERVAL, self.watch_articles)

    @work(name=LOAD, group=LOAD, exclusive=True, exit_on_error=False)
    async def load(self) -> None:
        """Read the articles and then make them searchable."""
        corpus, samples = await in_background(self._read)
        self.post_message(CorpusRead(corpus, samples))
        self.post_message(ChatbotReady(await in_background(partial(self._begin, corpus))))

    def _read(self) -> tuple[Corpus, tuple[Sample, ...]]:
        """Read the articles; the modules for it take long to load, so they are imported here."""
        from chatbot.articles.corpus import MEGABYTE, bundled_folder, read_corpus
        from chatbot.articles.samples import sample_questions
        from chatbot.passages.known_articles import parser
        from chatbot.storage.cache import Cache

        self._cache = Cache()
        folder = self._settings.corpus or bundled_folder()
        file_limit = self._settings.file_limit * MEGABYTE
        corpus = read_corpus(folder, self.language, parser(self._cache), self._report, file_limit=file_limit)
        return corpus, sample_questions(corpus)

    def _begin(self, corpus: Corpus) -> Chatbot:
        """Make the articles searchable by their words."""
        from chatbot.answers.chatbot import Chatbot

        return Chatbot(corpus, strong=self._strong, cache=self._cache, embed=False, report=self._report)

    def _report(self, stage: Stage, done: int, total: int) -> None:
        """Have the status line say how far it is; called in the thread that does the work."""
        line = self._progress.line(stage, done, total)
        if line and line != self._progress_line:
            self._progress_line = line
            self.post_message(Progressed(line))

    @work(name=EMBED, group=EMBED, exclusive=True, exit_on_error=False)
    async def embed(self, chatbot: Chatbot) -> None:
        """Have the passages embedded by one encoder after the other; a strong one may take hours."""
        for stage, embedded in chatbot.unfinished:
            if not await embed_all(embedded, stage, self._show_status, self.language):
                break
        await self._tell_trouble()

    def watch_articles(self) -> None:
        """Look whether the articles have changed, unless that is being done or they are still being embedded."""
        if self._chatbot is None or any(worker.group == WATCH for worker in self.workers):
            return
        if not any(stage == "embedding" for stage, _ in self._chatbot.unfinished):
            self.renew(self._chatbot)

    @work(name=WATCH, group=WATCH, exit_on_error=False)
    async def renew(self, chatbot: Chatbot) -> None:
        """Read the articles that have changed; if they cannot be read, answers do with the old ones."""
        renewed = await self._watch.renewed(chatbot, self.language)
        if renewed:
            self._go_on_with(renewed)

    async def _warn(self, text: str) -> None:
        await self.main.conversation.show_notice(Notice(text, "warning"))

    def _go_on_with(self, chatbot: Chatbot) -> None:
        """Answer from the articles as they have become, and say of each citation whether it still stands there."""
        self._chatbot = chatbot
        self._corpus = self.main.corpus = chatbot.corpus
        if self._conversation:
            self._conversation.go_on_with(chatbot)
        for card in self.main.query(CitationCard):
            card.show_source(chatbot.corpus.article(card.citation.article))
        self.notify(message("articles changed", self.language), markup=False)
        self._show_status()
        self.embed(chatbot)

    async def _tell_trouble(self) -> None:
        """Say once what is wrong with the cache."""
        if self._cache and self._cache.trouble and not self._has_told_trouble:
            self._has_told_trouble = True
            await self._warn(self._cache.trouble.told(self.language))

    @work(name=ASK, group=ASK, exclusive=True, exit_on_error=False, description=ASK)
    async def ask(self, conversation: Conversation, turn: Turn) -> None:
        """Have the question of `turn` answered."""
        ask = partial(conversation.ask, turn.question, held=turn.held, alone=turn.alone)
        self.post_message(Answered(turn, await in_background(ask)))

    def on_progressed(self, event: Progressed) -> None:
        """Show how far it is."""
        if self._corpus:
            self._show_status(event.line)
        elif not self._has_failed:
            self.main.status.show(event.line)

    async def on_corpus_read(self, event: CorpusRead) -> None:
        """Show which articles there are."""
        self._corpus = self.main.corpus = event.corpus
        self._samples = event.samples
        self._keeper.begin(event.corpus.folder)
        self._show_status(message("preparing index", self.language))
        await self.main.conversation.show_corpus(event.corpus, event.samples)

    def on_chatbot_ready(self, event: ChatbotReady) -> None:
        """Answer the questions that were asked meanwhile."""
        self._chatbot = event.chatbot
        self._conversation = event.chatbot.conversation(self.language)
        self._conversation.resume(self.main.conversation.answers)
        self._show_status()
        self.embed(event.chatbot)
        self._ask_next()

    async def on_main_screen_asked(self, event: MainScreen.Asked) -> None:
        """Put the question in the conversation and in the queue."""
        turn = Turn(event.question, self.language, held=event.held, alone=event.alone)
        await self.main.conversation.add_turn(turn)
        if self._has_failed:
            turn.show_failure(message("no articles to ask", self.language))
            return
        turn.show_progress("waiting for articles" if self._conversation is None else "waiting for turn")
        self._waiting.append(turn)
        self._ask_next()

    async def on_answered(self, event: Answered) -> None:
        """Show the answer."""
        if self._corpus:
            await self.main.show_answer(event.turn, event.answer, self._corpus)
            await self._keeper.add(event.answer)

    async def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Go on with the next question; the one place where a worker that failed is dealt with."""
        if event.state not in (WorkerState.SUCCESS, WorkerState.ERROR):
            return
        error = event.worker.error
        if event.worker.group == LOAD and error:
            await self._show_load_failure(error)
        elif event.worker.group == ASK:
            if self._asked and error:
                self._asked.show_failure(failure_sentence(error, self.language, "question failed"))
            self._asked = None
            self._ask_next()
        elif error:
            sentence = failure_sentence(error, self.language)
            self.notify(printable_line(sentence), severity="error", markup=False)

    async def _show_load_failure(self, error: BaseException) -> None:
        self._has_failed = True
        is_known = isinstance(error, ChatbotError)
        text = str(error) if is_known else failure_sentence(error, self.language, "load failed")
        self.main.status.show(message("articles not loaded", self.language))
        await self.main.conversation.show_notice(Notice(text, "error"))
        while self._waiting:
            self._waiting.popleft().show_failure(message("no articles to ask", self.language))

    def _ask_next(self) -> None:
        """Start on the question that has waited longest, if none is being answered."""
        if self._conversation and self._asked is None and self._waiting:
            self._asked = self._waiting.popleft()
            self._asked.show_progress("searching")
            self.ask(self._conversation, self._asked)

    def _show_status(self, *parts: str) -> None:
        """Show which articles there are, and those parts."""
        if self._corpus:
            self.main.status.show(article_count(self._corpus, self.language), self._corpus.folder.name, *parts)

    def get_key_display(self, binding: Binding) -> str:
        """A key as the help names it."""
        return key_name(binding.key)

    def action_command_palette(self) -> None:
        """Show the command palette, in the language of the interface as far as it goes."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=message("palette prompt", self.language)))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """What the keys do, and of Textual's own commands those that a reader has a use for."""
        commands: dict[str, Callable[[], object]] = {
            "articles": self.main.action_articles,
            "help": self.main.action_help,
            "next": lambda: self.main.action_step(1),
            "previous": lambda: self.main.action_step(-1),
            "hold": self.main.action_hold,
            "offer": self.main.action_take_offer,
            "copy": self.action_copy,
            "new": self.action_new,
            "history": self.action_history,
            "export": self.action_export,
            "language": self.action_switch_language,
            "settings": self._tell_settings,
            "find": self.main.action_find,
            "zoom": self.main.action_zoom,
            "theme": self.action_change_theme,
            "screenshot": lambda: self.set_timer(0.1, self.deliver_screenshot),
            "quit": self.exit,
        }
        for name, command in commands.items():
            title, meaning = (message(f"{part} {name}", self.language) for part in ("palette", "explain"))
            keys = self._keys.names([key for key in BINDABLE_KEYS.values() if key.help == f"explain {name}"])
            yield SystemCommand(title, f"{keys} · {meaning}" if keys else meaning, command)

    @work(exit_on_error=False)
    async def action_copy(self) -> None:
        """Copy the citation that is being read."""
        await self._keeper.copy(self.main.citation)

    @work(exit_on_error=False)
    async def action_export(self) -> None:
        """Write the conversation to a file."""
        await self._keeper.export(self.main.conversation.answers)

    async def action_new(self) -> None:
        """Begin a new conversation."""
        if self._can_change_conversation():
            await self._show_conversation(())

    @work(exit_on_error=False)
    async def action_history(self) -> None:
        """Show the conversations that were kept, and open the one that is chosen."""
        kept = await self._keeper.kept()
        if kept and self._can_change_conversation():
            chosen = await self.push_screen_wait(HistoryList(kept, self.language))
            if chosen and self._can_change_conversation():
                await self._open_conversation(chosen)

    async def action_switch_language(self) -> None:
        """Show messages and keys in the other language."""
        if self._can_change_conversation():
            self.language = "en" if self.language == "nl" else "nl"
            self.title = message("program", self.language)
            await self._show_turns(self.main.conversation.answers)

    def _tell_settings(self) -> None:
        path = printable_line(str(settings_file()))
        self.notify(message("settings are in", self.language, path=path), markup=False)

    def _can_change_conversation(self) -> bool:
        """Whether no question is being answered and the articles are there; where not, say so."""
        if self._corpus and self._asked is None and not self._waiting:
            return True
        waits = "still busy" if self._corpus else "articles unreadable" if self._has_failed else "articles not read"
        self.notify(message(waits, self.language), markup=False)
        return False

    async def _open_conversation(self, kept: KeptConversation) -> None:
        """Go on with a conversation that was kept, or read it where it was about other articles."""
        await self._show_conversation(kept.answers, kept.path)
        notices = []
        if self._corpus and kept.corpus != self._corpus.folder.absolute():
            notices.append(message("other articles", self.language, folder=kept.corpus))
        if kept.damaged:
            notices.append(message("damaged", self.language, count=kept.damaged))
        for notice in notices:
            await self._warn(notice)

    async def _show_conversation(self, answers: Sequence[Answer], path: Path | None = None) -> None:
        """Show these turns, and go on from them."""
        if self._corpus:
            self._keeper.begin(self._corpus.folder, path)
        if self._chatbot:
            self._conversation = self._chatbot.conversation(self.language)
            self._conversation.resume(answers)
        await self._show_turns(answers)

    async def _show_turns(self, answers: Sequence[Answer]) -> None:
        """Show these turns on a new main screen, in the language of the interface."""
        self.main = MainScreen(self.language, self._history, self._keys)
        await self.switch_screen(self.main)
        if self._corpus:
            self.main.corpus = self._corpus
            await self.main.conversation.show_corpus(self._corpus, self._samples)
            for answer in answers:
                turn = Turn(answer.question, self.language)
                await self.main.conversation.add_turn(turn)
                await self.main.show_answer(turn, answer, self._corpus)
        self._show_status()
