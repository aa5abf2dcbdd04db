"""The library: the articles while the interface runs, read, made searchable, embedded and kept up to date."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from chatbot.errors import ChatbotError
from chatbot.messages import message
from chatbot.progress import Progress
from chatbot.storage.failure_log import failure_sentence
from chatbot.tui.background import in_background
from chatbot.tui.embedding import embed_all
from chatbot.tui.events import ArticlesRenewed, ChatbotReady, CorpusRead, LoadFailed, Progressed, Troubled
from chatbot.tui.watch import Watch

if TYPE_CHECKING:
    from pathlib import Path

    from chatbot.answers.chatbot import Chatbot
    from chatbot.articles.corpus import Corpus
    from chatbot.articles.samples import Sample
    from chatbot.encoders.encoder import Encoder, StrongEncoder
    from chatbot.progress import Stage
    from chatbot.settings import Settings
    from chatbot.storage.cache import Cache
    from chatbot.tui.ending import EndingApp

LOAD = "load"
EMBED = "embed"
WATCH = "watch"


class Library:
    """Works in the background, and posts to the app what comes of it."""

    def __init__(self, app: EndingApp, settings: Settings, strong: StrongEncoder | None) -> None:
        self.corpus: Corpus | None = None
        self.samples: tuple[Sample, ...] = ()
        self.chatbot: Chatbot | None = None
        self.has_failed = False
        self._app = app
        self._settings = settings
        self._strong = strong
        self._watch = Watch(self._report, lambda text: app.post_message(Troubled(text)))
        self._progress = Progress(settings.language)
        self._progress_line = ""
        self._cache: Cache | None = None
        self._encoder: Encoder | None = None
        self._has_told_trouble = False
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
            self._begin_watch(anew=False)

    def reload(self) -> bool:
        """Read the articles again even if they look the same; False where that has to wait for other work on them."""
        if self._is_at_work:
            return False
        if self.has_failed:
            self.load()
        else:
            self._begin_watch(anew=True)
        return True

    def embed(self) -> None:
        """Have the passages embedded by one encoder after the other; a strong one may take hours."""
        if self.chatbot:
            work = self._embed(self.chatbot)
            self._app.run_worker(work, name=EMBED, group=EMBED, exclusive=True, exit_on_error=False)

    @property
    def _is_at_work(self) -> bool:
        """Whether the articles are being read or embedded, but for the strong encoder, which can begin again."""
        if self.is_loading or any(worker.group == WATCH for worker in self._app.workers):
            return True
        return self.chatbot is not None and any(stage == "embedding" for stage, _ in self.chatbot.unfinished)

    def _begin_watch(self, *, anew: bool) -> None:
        work = self._renew(self.chatbot, anew=anew) if self.chatbot else self._try_again()
        self._app.run_worker(work, name=WATCH, group=WATCH, exit_on_error=False)

    async def _load(self) -> None:
        self._progress = Progress(self._app.language)
        try:
            corpus, samples = await in_background(self._read)
            self.corpus, self.samples = corpus, samples
            self._app.post_message(CorpusRead(corpus, samples))
            chatbot = await in_background(partial(self._make_searchable, corpus))
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

    async def _renew(self, chatbot: Chatbot, *, anew: bool) -> None:
        """Read the articles again; if they cannot be read, answers do with the old ones."""
        self._progress = Progress(self._app.language)
        renewed = await self._watch.renewed(chatbot, self._app.language, anew=anew)
        if renewed:
            self.chatbot = renewed
            self.corpus = renewed.corpus
            self._app.post_message(ArticlesRenewed(renewed, chatbot.corpus))

    async def _embed(self, chatbot: Chatbot) -> None:
        for stage, work in chatbot.unfinished:
            if not await embed_all(work, stage, self._show_progress, self._app.language):
                break
        if self._cache and self._cache.trouble and not self._has_told_trouble:
            self._has_told_trouble = True
            self._app.post_message(Troubled(self._cache.trouble.told(self._app.language)))

    @property
    def _folder(self) -> Path:
        from chatbot.articles.corpus import bundled_folder

        return self._settings.corpus or bundled_folder()

    def _fingerprint(self) -> str:
        from chatbot.articles.corpus import fingerprint

        return fingerprint(self._folder)

    def _read(self) -> tuple[Corpus, tuple[Sample, ...]]:
        """Read the articles; the modules for it take long to load, so they are imported here."""
        from chatbot.articles.corpus import MEGABYTE, read_corpus
        from chatbot.articles.samples import sample_questions
        from chatbot.encoders.encoder import UniversalSentenceEncoder
        from chatbot.passages.known_articles import parser
        from chatbot.storage.cache import Cache

        self._tried = self._fingerprint()
        self._cache = Cache()
        self._encoder = self._encoder or UniversalSentenceEncoder(self._cache)  # which loads meanwhile
        file_limit = self._settings.file_limit * MEGABYTE
        parse = parser(self._cache)
        corpus = read_corpus(
            self._folder, self._app.language, parse, self._report, cache=self._cache, file_limit=file_limit
        )
        return corpus, sample_questions(corpus)

    def _make_searchable(self, corpus: Corpus) -> Chatbot:
        """A chatbot that knows the articles by their words."""
        from chatbot.answers.chatbot import Chatbot

        return Chatbot(corpus, self._encoder, self._strong, cache=self._cache, embed=False, report=self._report)

    def _report(self, stage: Stage, done: int, total: int) -> None:
        """Tell how far it is; called in the thread that does the work."""
        line = self._progress.line(stage, done, total)
        if line and line != self._progress_line:
            self._progress_line = line
            self._show_progress(line)

    def _show_progress(self, line: str = "") -> None:
        self._app.post_message(Progressed(line))
