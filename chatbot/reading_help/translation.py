"""Machine translation of sentences into the other language, by the models that the user has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap
from threading import Lock

import msgspec

from chatbot.errors import Trouble
from chatbot.installed import installed_version
from chatbot.reading_help.translation_check import is_doubtful
from chatbot.reading_help.translation_engine import Model, Request, find_model, is_installed
from chatbot.storage.store import Store, row_key
from chatbot.text.language_code import Language, other_language
from chatbot.text.sentences import sentence_spans
from chatbot.worker_process import WorkerError, WorkerProcess

TIME_LIMIT = 10.0  # the most seconds that one sentence may take, of which the first takes 0.5 and others 0.05 to 0.2

PIECE_LENGTH = 400
"""The most code points that are translated at once, some 130 pieces: of longer sentences the engine drops the end."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A text in the other language, which is `doubtful` where its numbers or names are not those of the sentence."""

    text: str
    doubtful: bool


class Translator:
    """Translates with the models in a folder, that of fxtranslate for None, in a process that begins when it must.

    What the store has was translated before with the same files. Threads may share it.
    """

    def __init__(self, store: Store | None, models: Path | None) -> None:
        self._store = store
        self._models = models
        self._worker = WorkerProcess("chatbot.reading_help.translation_engine")
        self._lock = Lock()

    def is_available(self, source: Language) -> bool:
        """Whether there are an engine and a model for sentences in that language; asking takes no time."""
        return find_model(source, self._models) is not None

    def translate(self, sentence: str, source: Language) -> Translation:
        """The sentence, or several, in the other language; raises Trouble where that cannot be."""
        if not is_installed():
            raise Trouble("translation not installed")
        model = find_model(source, self._models)
        if model is None:
            raise Trouble("translation model absent")
        pairs = [(piece, self._translated(piece, model)) for piece in _pieces(sentence)]
        return Translation(
            " ".join(translated for _, translated in pairs),
            any(is_doubtful(piece, translated, source, other_language(source)) for piece, translated in pairs),
        )

    def close(self) -> None:
        """End the process."""
        self._worker.stop()

    def _translated(self, piece: str, model: Model) -> str:
        if not any(map(str.isalpha, piece)):
            return piece
        key = row_key(f"translation, fxtranslate {installed_version('fxtranslate')}", repr(model), piece)
        row = self._store.load_one(key) if self._store else None
        if row is not None:
            return row.decode()
        translated = self._ask(piece, model)
        if self._store:
            self._store.save({key: translated.encode()})
        return translated

    def _ask(self, piece: str, model: Model) -> str:
        request = msgspec.json.encode(Request(model, piece))
        try:
            with self._lock:
                reply = self._worker.ask(request, TIME_LIMIT)
        except WorkerError as error:
            raise Trouble("translation too slow" if error.is_late else "translation model unusable") from error
        translated = msgspec.json.decode(reply, type=str).strip()
        if not translated:
            raise Trouble("translation model unusable")
        return translated


def _pieces(text: str) -> Iterator[str]:
    """The sentences of a text, each on one line, and those that are too long in parts."""
    for start, end in sentence_spans(text, 0, len(text)):
        yield from wrap(" ".join(text[start:end].split()), PIECE_LENGTH, break_on_hyphens=False)
