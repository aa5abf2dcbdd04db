"""The loader: reads the articles in the background, makes them searchable, and reports to the app by messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from chatbot.errors import ChatbotError
from chatbot.messages import message
from chatbot.progress import Progress
from chatbot.storage.failure_log import failure_sentence
from chatbot.tui.background import in_background

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
    from chatbot.tui.base_app import BaseApp

LOAD = "load"
EMBED = "embed"
WATCH = "watch"


@dataclass
class CorpusRead(Message):
    """The articles have been read; they can be shown but not yet searched."""

    corpus: Corpus


@dataclass
class SamplesTried(Message):
    """Questions that the articles answer are known."""

    samples: tuple[Sample, ...]


@dataclass
class ChatbotReady(Message):
    """The articles can be searched."""

    chatbot: Chatbot


class ArticlesPrepared(Message):
    """All that is made of the articles beforehand is there."""


@dataclass
class ArticlesRenewed(Message):
    """The articles have been read again; `before` is what they were."""

    chatbot: Chatbot
    before: Corpus


@dataclass
class LoadFailed(Message):
    """The articles cannot be read or made searchable, for a reason in whole sentences."""

    reason: str


@dataclass
class Troubled(Message):
    """Something went wrong with articles that can be searched all the same."""

    text: str


@dataclass
class Progressed(Message):
    """How far the work on the articles is; an empty line when there is nothing to say of it."""

    line: str


class CorpusLoader:
    """Works in the background, and posts to the app what comes of it."""

    def __init__(self, app: BaseApp, settings: Settings, load_strong: StrongLoader | None) -> None:
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
        self._reported: set[str] = set()
        self._last_complaint = ""
        self._tried = ""

    @property
    def is_loading(self) -> bool:
        """Whether the articles cannot be searched yet, but will be."""
        return self.chatbot is None and not self.has_failed

    def load(self) -> None:
        """Read the articles and then make them searchable."""
        self.has_failed = False
        self._app.post_message(Progressed(message("reading articles", self._app.language)))
        self._app.run_worker(self._load(), name=LOAD, group=LOAD, exclusive=True, exit_on_error=False)

    def look(self) -> None:
        """Look whether the articles have changed, and if so read them again."""
        if not self._is_at_work:
            work = self._renew(self.chatbot) if self.chatbot else self._try_again()
            self._app.run_worker(work, name=WATCH, group=WATCH, exit_on_error=False)

    def embed(self) -> None:
        """Have the passages embedded, then read ahead by the strong encoder, and then sample questions tried."""
        if self.chatbot:
            work = self._embed(self.chatbot)
            self._app.run_worker(work, name=EMBED, group=EMBED, exclusive=True, exit_on_error=False)

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
            corpus, samples, engine = await in_background(self._read)
            self.corpus = corpus
            self._app.post_message(CorpusRead(corpus))
            self._offer(samples)
            chatbot = await in_background(self._make_searchable, corpus, engine)
        except Exception as error:
            self.has_failed = True
            self._app.post_message(LoadFailed(self._reason(error)))
        else:
            self.chatbot = chatbot
            self._app.post_message(ChatbotReady(chatbot))

    def _reason(self, error: Exception) -> str:
        if isinstance(error, ChatbotError):
            return f"{error} {message('reload hint', self._app.language)}"
        return failure_sentence(error, self._app.language, "load failed")

    async def _try_again(self) -> None:
        """Load the articles if there is another state of the folder to try than the one that failed."""
        if await in_background(self._fingerprint) != self._tried:
            self.load()

    async def _renew(self, chatbot: Chatbot) -> None:
        """Read the articles again; if they cannot be read, answers do with the old ones.

        What goes wrong again at every look is reported the first time only.
        """
        self._progress = Progress(self._app.language)
        try:
            renewed = await in_background(chatbot.renewed, self._app.language, self._report)
        except Exception as error:
            if repr(error) != self._last_complaint:
                self._last_complaint = repr(error)
                is_known = isinstance(error, ChatbotError)
                text = str(error) if is_known else failure_sentence(error, self._app.language)
                self._app.post_message(Troubled(text))
            return
        if renewed:
            self._last_complaint = ""
            self.chatbot = renewed
            self.corpus = renewed.corpus
            self._app.post_message(ArticlesRenewed(renewed, chatbot.corpus))

    async def _embed(self, chatbot: Chatbot) -> None:
        from chatbot.answers.samples import bundled_questions, sample_questions
        from chatbot.reader.reader import ReadAhead

        if chatbot.index.is_embedded or await self._complete(chatbot.index, "embedding"):
            unread = await in_background(ReadAhead, chatbot.engine.reader, chatbot.index.passages)
            if unread.left:
                await self._complete(unread, "reading ahead")
            if not bundled_questions(self._folder):
                self._offer(await in_background(sample_questions, chatbot))
        self.report_trouble()
        self._app.post_message(ArticlesPrepared())

    def _offer(self, samples: tuple[Sample, ...]) -> None:
        self.samples = samples
        self._app.post_message(SamplesTried(samples))

    async def _complete(self, work: Work, stage: Stage) -> bool:
        """Do all of the work and show how far it is; False where it failed, as answers do without."""
        language = self._app.language
        progress = Progress(language)
        percent = 100 * (work.total - work.left) // max(work.total, 1)
        self._show_progress(message(f"progress {stage}", language, percent=percent))
        try:
            while await in_background(work.add_next_batch):
                if line := progress.line(stage, work.total - work.left, work.total):
                    self._show_progress(line)
        except Exception as error:
            self._show_progress(failure_sentence(error, language, f"failed {stage}"))
            return False
        self._show_progress()
        return True

    def report_trouble(self) -> None:
        """Say once of the store and of the strong encoder that they are of no use."""
        language = self._app.language
        if self._engine is None:
            return
        if self._engine.store and self._engine.store.trouble:
            self._report_once(self._engine.store.trouble.sentence(language))
        if self._engine.reader.trouble:
            self._report_once(message("strong encoder failed", language, reason=self._engine.reader.trouble))

    def _report_once(self, text: str) -> None:
        if text not in self._reported:
            self._reported.add(text)
            self._app.post_message(Troubled(text))

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
            self._show_progress(line)

    def _show_progress(self, line: str = "") -> None:
        self._app.post_message(Progressed(line))
