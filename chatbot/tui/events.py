"""What the workers report to the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from chatbot.answers.answer import Answer
    from chatbot.answers.chatbot import Chatbot
    from chatbot.articles.corpus import Corpus
    from chatbot.articles.samples import Sample
    from chatbot.tui.turn import Turn


class CorpusRead(Message):
    """The articles have been read; they can be shown but not yet searched."""

    def __init__(self, corpus: Corpus, samples: tuple[Sample, ...]) -> None:
        super().__init__()
        self.corpus = corpus
        self.samples = samples


class ChatbotReady(Message):
    """The articles can be searched."""

    def __init__(self, chatbot: Chatbot) -> None:
        super().__init__()
        self.chatbot = chatbot


class Progressed(Message):
    """There is more to say on how far the reading of the articles is."""

    def __init__(self, line: str) -> None:
        super().__init__()
        self.line = line


class Answered(Message):
    """The question of a turn has its answer."""

    def __init__(self, turn: Turn, answer: Answer) -> None:
        super().__init__()
        self.turn = turn
        self.answer = answer
