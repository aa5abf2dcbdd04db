"""The loader: reads the articles beside the interface, makes them searchable, and tells the app what comes of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from chatbot.errors import ChatbotError
from chatbot.messages import message
from chatbot.progress import Progress
from chatbot.storage.failure_log import failure_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from chatbot.answers.chatbot import Chatbot
    from chatbot.answers.engine import Engine
    from chatbot.answers.samples import Sample
    from chatbot.encoders.choice import StrongLoader
    from chatbot.passages.corpus import Corpus
    from chatbot.progress import Stage, Work
    from chatbot.reading_help.help import ReadingHelp
    from chatbot.settings import Settings
    from chatbot.tui.app import ChatbotApp

LOAD = "load"
EMBED = "embed"
WATCH = "watch"


class CorpusLoader:
    """Does the work in threads, of which workers of the app await the outcome."""

    def __init__(self, app: ChatbotApp, settings: Settings, load_strong: StrongLoader | None) -> None:
        self.corpus: Corpus | None = None
        self.samples: tuple[Sample, ...] = ()
        self.chatbot: Chatbot | None = None
        self.reading_help: ReadingHelp | None = None
        self.has_failed = False
        self._app = app
        self._settings = settings
        self._load_strong = load_strong
        self._progress = Progress(settings.language)
        self._progress_line = ""
        self._engine: Engine | None = None
        self._last_complaint = ""
        self._tried = ""

    @property
    def is_loading(self) -> bool:
        """Whether the articles cannot be searched yet, but will be."""
        return self.chatbot is None and not self.has_failed

    def load(self) -> None:
        """Read the articles and then make them searchable."""
        self._loop = asyncio.get_running_loop()
        self.has_failed = False
        self._app.show_progress(message("reading articles", self._app.language))
        self._app.run_worker(self._load(), group=LOAD, exclusive=True, exit_on_error=False)

    def look(self) -> None:
        """Look whether the articles have changed, and if so read them again."""
        if not self._is_at_work:
            work = self._renew(self.chatbot) if self.chatbot else self._try_again()
            self._app.run_worker(work, group=WATCH, exit_on_error=False)

    def embed(self) -> None:
        """Have the passages embedded, then read ahead by the strong encoder, and then sample questions tried."""
        if self.chatbot:
            work = self._embed(self.chatbot)
            self._app.run_worker(work, group=EMBED, exclusive=True, exit_on_error=False)

    @property
    def _is_at_work(self) -> bool:
        """Whether files are being read or articles embedded; reading ahead can begin again."""
        if self.is_loading or any(worker.group == WATCH for worker in self._app.workers):
            return True
        is_embedding = any(worker.group == EMBED for worker in self._app.workers)
        return is_embedding and self.chatbot is not None and not self.chatbot.index.is_embedded

    async def _load(self) -> None:
        self._progress = Progress(self._app.language)
        try:
            corpus, samples, engine = await asyncio.to_thread(self._read)
            self.corpus = corpus
            await self._app.show_corpus(corpus)
            await self._offer(samples)
            chatbot = await asyncio.to_thread(self._make_searchable, corpus, engine)
        except Exception as error:
            self.has_failed = True
            await self._app.show_load_failure(self._reason(error))
        else:
            self.chatbot = chatbot
            self._app.answer_from(chatbot)

    def _reason(self, error: Exception) -> str:
        if isinstance(error, ChatbotError):
            return f"{error} {message('reload hint', self._app.language)}"
        return failure_sentence(error, self._app.language, "load failed")

    async def _try_again(self) -> None:
        """Load the articles if there is another state of the folder to try than the one that failed."""
        if await asyncio.to_thread(self._fingerprint) != self._tried:
            self.load()

    async def _renew(self, chatbot: Chatbot) -> None:
        """Read the articles again; if they cannot be read, answers do with the old ones.

        What goes wrong again at every look is reported the first time only.
        """
        self._progress = Progress(self._app.language)
        try:
            renewed = await asyncio.to_thread(chatbot.renewed, self._app.language, self._report)
        except Exception as error:
            if repr(error) != self._last_complaint:
                self._last_complaint = repr(error)
                is_known = isinstance(error, ChatbotError)
                text = str(error) if is_known else failure_sentence(error, self._app.language)
                await self._app.warn(text)
            return
        if renewed:
            self._last_complaint = ""
            self.chatbot = renewed
            self.corpus = renewed.corpus
            await self._app.renew(renewed, chatbot.corpus)

    async def _embed(self, chatbot: Chatbot) -> None:
        from chatbot.answers.samples import bundled_questions, sample_questions
        from chatbot.reader.reader import ReadAhead

        if chatbot.index.is_embedded or await self._complete(chatbot.index, "embedding"):
            unread = await asyncio.to_thread(ReadAhead, chatbot.engine.reader, chatbot.index.passages)
            if unread.left:
                await self._complete(unread, "reading ahead")
            if not bundled_questions(self._folder):
                await self._offer(await asyncio.to_thread(sample_questions, chatbot))
        await self.report_trouble()
        self._app.help_lines.prepare()

    async def _offer(self, samples: tuple[Sample, ...]) -> None:
        self.samples = samples
        await self._app.main.conversation.show_samples(samples)

    async def _complete(self, work: Work, stage: Stage) -> bool:
        """Do all of the work and show how far it is; False where it failed, as answers do without."""
        language = self._app.language
        progress = Progress(language)
        percent = 100 * (work.total - work.left) // max(work.total, 1)
        self._app.show_progress(message(f"progress {stage}", language, percent=percent))
        try:
            while await asyncio.to_thread(work.add_next_batch):
                if line := progress.line(stage, work.total - work.left, work.total):
                    self._app.show_progress(line)
        except Exception as error:
            self._app.show_progress(failure_sentence(error, language, f"failed {stage}"))
            return False
        self._app.show_progress()
        return True

    async def report_trouble(self) -> None:
        """Say once of the store and of the strong encoder that they are of no use."""
        language = self._app.language
        if self._engine is None:
            return
        if self._engine.store and self._engine.store.trouble:
            await self._app.warn_once(self._engine.store.trouble.sentence(language))
        if self._engine.reader.trouble:
            await self._app.warn_once(message("strong encoder failed", language, reason=self._engine.reader.trouble))

    @property
    def _folder(self) -> Path:
        from chatbot.articles.folder import bundled_folder

        return self._settings.corpus or bundled_folder()

    def _fingerprint(self) -> str:
        from chatbot.articles.folder import fingerprint

        return fingerprint(self._folder)

    def _read(self) -> tuple[Corpus, tuple[Sample, ...], Engine]:
        """Read the articles; the modules for it take long to load, so they are imported here."""
        from chatbot.answers.engine import start_engine
        from chatbot.answers.samples import bundled_questions
        from chatbot.articles.folder import MEGABYTE
        from chatbot.passages.corpus import read_corpus
        from chatbot.reading_help.help import ReadingHelp

        self._tried = self._fingerprint()
        engine = self._engine = self._engine or start_engine(self._load_strong)
        if self.reading_help is None:
            settings = self._settings
            self.reading_help = ReadingHelp(
                engine.light, engine.store, settings.dictionaries, settings.translation_models
            )
        file_limit = self._settings.file_limit * MEGABYTE
        corpus = read_corpus(self._folder, self._app.language, self._report, store=engine.store, file_limit=file_limit)
        return corpus, bundled_questions(self._folder), engine

    def _make_searchable(self, corpus: Corpus, engine: Engine) -> Chatbot:
        """A chatbot that knows the articles by their words."""
        from chatbot.answers.chatbot import Chatbot

        return Chatbot(corpus, engine)

    def _report(self, stage: Stage, done: int, total: int) -> None:
        """Tell how far it is; called in the thread that does the work."""
        line = self._progress.line(stage, done, total)
        if line and line != self._progress_line:
            self._progress_line = line
            self._loop.call_soon_threadsafe(self._app.show_progress, line)
