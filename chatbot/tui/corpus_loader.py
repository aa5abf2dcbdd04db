"""The loader: follows the folder beside the interface, and hands the app its articles whenever they are others."""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING

from chatbot.errors import ChatbotError
from chatbot.progress import Progress
from chatbot.storage.failure_log import failure_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from chatbot.answers.chatbot import Chatbot
    from chatbot.answers.engine import Engine
    from chatbot.answers.samples import Sample
    from chatbot.encoders.choice import StrongLoader
    from chatbot.passages.corpus import Corpus
    from chatbot.progress import Report, Stage, Work
    from chatbot.reading_help.help import ReadingHelp
    from chatbot.settings import Settings
    from chatbot.tui.app import ChatbotApp

WATCH_INTERVAL = 2.0  # seconds from what one look at the folder led to until the next look

READ_AHEAD = "read ahead"


class CorpusLoader:
    """Reads each state of the folder once, in threads, makes it searchable and hands it to the app."""

    def __init__(self, app: ChatbotApp, settings: Settings, load_strong: StrongLoader | None) -> None:
        self.chatbot: Chatbot | None = None
        self.reading_help: ReadingHelp | None = None
        self._app = app
        self._settings = settings
        self._load_strong = load_strong
        self._tried = ""

    def follow(self) -> None:
        """Look at the folder now, and again and again, each time after what the last look led to is done."""
        self._app.run_worker(self._follow(), exit_on_error=False)

    async def _follow(self) -> None:
        failure: Exception | None = None
        try:
            state = await asyncio.to_thread(self._fingerprint)
            if state != self._tried:
                self._tried = state
                await self._load()
        except Exception as error:
            failure = error
        self._app.set_timer(WATCH_INTERVAL, self.follow)  # first, as what is shown may fail as well
        if failure:
            self._app.show_load_failure(self._reason(failure))

    async def _load(self) -> None:
        """Read the articles and answer from them: from the first at once by their words, from others once embedded."""
        progress, loop = Progress(self._app.language), asyncio.get_running_loop()

        def report(stage: Stage, done: int, total: int) -> None:
            """Say how far it is; called in the thread that reads."""
            if line := progress.line(stage, done, total):
                loop.call_soon_threadsafe(setattr, self._app.main, "progress", line)

        self._app.workers.cancel_group(self._app, READ_AHEAD)
        self._app.main.progress = self._app.text("reading articles")
        corpus, samples = await asyncio.to_thread(self._read, report)
        if self.chatbot is None:
            self._app.show_corpus(corpus)
            self._app.main.show_samples(samples)
        self._app.main.progress = self._app.text("preparing index")
        chatbot = await asyncio.to_thread(self._make_searchable, corpus)
        if self.chatbot is None:
            self._answer_from(chatbot)
        await self._do(chatbot.index.embed(), "embedding")
        if self.chatbot is not chatbot:
            self._answer_from(chatbot)
        work = self._read_ahead(chatbot)
        self._app.run_worker(work, group=READ_AHEAD, exclusive=True, exit_on_error=False)

    def _answer_from(self, chatbot: Chatbot) -> None:
        self.chatbot = chatbot
        self._app.answer_from(chatbot)

    def _reason(self, error: Exception) -> str:
        if isinstance(error, ChatbotError):
            return f"{error} {self._app.text('reload hint')}"
        return failure_sentence(error, self._app.language, "load failed")

    async def _read_ahead(self, chatbot: Chatbot) -> None:
        """Have the strong encoder read what no question has brought up yet, and then sample questions tried."""
        from chatbot.answers.samples import bundled_questions, sample_questions

        if chatbot.index.is_embedded:
            await self._do(chatbot.engine.reader.read_ahead(chatbot.index.passages), "reading ahead")
            if not bundled_questions(self._folder):
                self._app.main.show_samples(await asyncio.to_thread(sample_questions, chatbot))
        self.report_trouble()
        await self._app.help_lines.prepare(chatbot.corpus)

    async def _do(self, work: Work, stage: Stage) -> None:
        """Do all of the work and show how far it is; answers do without what fails."""
        language = self._app.language
        progress = Progress(language, 0)
        try:
            while step := await asyncio.to_thread(next, work, None):
                self._app.main.progress = progress.line(stage, *step)
        except Exception as error:
            self._app.warn_once(failure_sentence(error, language, f"failed {stage}"))
        self._app.main.progress = ""

    def report_trouble(self) -> None:
        """Say once of the store and of the strong encoder that they are of no use."""
        if self.chatbot is None:
            return
        engine = self.chatbot.engine
        if engine.store and engine.store.trouble:
            self._app.warn_once(engine.store.trouble.sentence(self._app.language))
        if engine.reader.trouble:
            self._app.warn_once(self._app.text("strong encoder failed", reason=engine.reader.trouble))

    # What follows runs in threads, and loads modules that take long.

    @property
    def _folder(self) -> Path:
        from chatbot.articles.folder import bundled_folder

        return self._settings.corpus or bundled_folder()

    @cached_property
    def _engine(self) -> Engine:
        from chatbot.answers.engine import start_engine

        return start_engine(self._load_strong)

    def _fingerprint(self) -> str:
        from chatbot.articles.folder import fingerprint

        return fingerprint(self._folder)

    def _read(self, report: Report) -> tuple[Corpus, tuple[Sample, ...]]:
        from chatbot.answers.samples import bundled_questions
        from chatbot.articles.folder import MEGABYTE
        from chatbot.passages.corpus import read_corpus
        from chatbot.reading_help.help import ReadingHelp

        engine, settings = self._engine, self._settings
        if self.reading_help is None:
            self.reading_help = ReadingHelp(
                engine.light, engine.store, settings.dictionaries, settings.translation_models
            )
        file_limit = settings.file_limit * MEGABYTE
        corpus = read_corpus(self._folder, self._app.language, report, store=engine.store, file_limit=file_limit)
        return corpus, bundled_questions(self._folder)

    def _make_searchable(self, corpus: Corpus) -> Chatbot:
        from chatbot.answers.chatbot import Chatbot

        return Chatbot(corpus, self._engine)
