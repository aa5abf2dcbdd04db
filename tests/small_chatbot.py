"""A chatbot that is made in a moment, and an encoder that remembers what it was given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.engine import Engine
from chatbot.encoders.encoder import Encoder, StrongEncoder, Vectors
from chatbot.passages.corpus import read_corpus
from chatbot.reader.reader import Reader
from chatbot.storage.store import Store
from tests.letter_encoder import LetterEncoder


class Counting(LetterEncoder):
    """An encoder that remembers what it embedded, and is stopped, as by Ctrl+C, after so many texts."""

    def __init__(self, limit: int = 1_000_000) -> None:
        self.texts: list[str] = []
        self._limit = limit

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        if len(self.texts) > self._limit:
            raise KeyboardInterrupt
        return super().encode(texts)


def small_chatbot(
    folder: Path, store: Store | None = None, encoder: Encoder | None = None, strong: StrongEncoder | None = None
) -> Chatbot:
    """A chatbot over the articles of the folder, embedded by their letters unless an encoder is given."""
    light = encoder or LetterEncoder()
    reader = Reader(light, (lambda: strong) if strong else None, store)
    return over(folder, Engine(light, reader, store))


def over(folder: Path, engine: Engine) -> Chatbot:
    """A chatbot over the articles of the folder as they are now, embedded by that engine."""
    chatbot = Chatbot(read_corpus(folder, store=engine.store), engine)
    list(chatbot.index.embed())
    return chatbot
