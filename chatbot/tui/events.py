"""What the loader reports to the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from chatbot.answers.chatbot import Chatbot
    from chatbot.answers.samples import Sample
    from chatbot.passages.corpus import Corpus


class CorpusRead(Message):
    """The articles have been read; they can be shown but not yet searched."""

    def __init__(self, corpus: Corpus) -> None:
        super().__init__()
        self.corpus = corpus


class SamplesTried(Message):
    """Questions that the articles answer are known."""

    def __init__(self, samples: tuple[Sample, ...]) -> None:
        super().__init__()
        self.samples = samples


class ChatbotReady(Message):
    """The articles can be searched."""

    def __init__(self, chatbot: Chatbot) -> None:
        super().__init__()
        self.chatbot = chatbot


class ArticlesPrepared(Message):
    """All that is made of the articles beforehand is there."""


class ArticlesRenewed(Message):
    """The articles have been read again; `before` is what they were."""

    def __init__(self, chatbot: Chatbot, before: Corpus) -> None:
        super().__init__()
        self.chatbot = chatbot
        self.before = before


class LoadFailed(Message):
    """The articles cannot be read or made searchable, for a reason in whole sentences."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class Troubled(Message):
    """Something went wrong with articles that can be searched all the same."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Progressed(Message):
    """How far the work on the articles is; an empty line when there is nothing to say of it."""

    def __init__(self, line: str) -> None:
        super().__init__()
        self.line = line
