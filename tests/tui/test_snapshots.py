from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Protocol
from unittest.mock import Mock

import pytest
from textual.pilot import Pilot

from chatbot.answers.answer import Answer, Citation, Match
from chatbot.answers.conversation import Conversation
from chatbot.answers.engine import Engine
from chatbot.articles.folder import bundled_folder
from chatbot.conversations.conversation_store import ConversationRecord
from chatbot.passages.corpus import Corpus, read_corpus
from chatbot.settings import Settings
from chatbot.text.language import Language
from chatbot.text.question import Question, parse_question
from chatbot.tui.app import ChatbotApp
from chatbot.tui.history_list import HistoryList
from tests.tui.conftest import ask, settle

SIZES = [(80, 24), (120, 40), (200, 60)]
LANGUAGES: list[Language] = ["nl", "en"]
QUESTION = "How many generals does Venezuela have?"
FOLLOW_UP = "And Chna?"
CITED = (
    ("Zo komt het dat", "Amerikaanse leger.", "Zo komt het dat", ("generaals", "Venezuela")),
    ("Daar staat wel", "Maduro staan.", "Ook toen", ()),
)


class Compare(Protocol):
    """What pytest-textual-snapshot's fixture is called as."""

    def __call__(
        self, app: object, *, terminal_size: tuple[int, int], run_before: Callable[[Pilot[None]], Awaitable[None]]
    ) -> bool: ...


class CannedChatbot:
    """Answers the same whatever is asked, so that the pictures show the interface and not the ranking."""

    def __init__(self, corpus: Corpus, engine: Engine | None = None) -> None:
        self.corpus = corpus
        self.engine = engine
        self.index = SimpleNamespace(is_embedded=True, passages=())

    def renewed(self, *_: object, **__: object) -> None:
        """Nothing ever changes."""

    def conversation(self, language: Language) -> Conversation:
        return Conversation(self, language)  # type: ignore[arg-type]

    def answer(self, question: Question, *_: object, **__: object) -> Answer:
        (article,) = (article for article in self.corpus.articles if "generaals" in article.text)
        citations = []
        for number, (first, last, best, words) in enumerate(CITED, 1):
            start = article.text.index(first)
            end = article.text.index(last, start) + len(last)
            sentence = article.text.index(best, start)
            matches = [
                Match("generals" if word == "generaals" else word, word, 0.9, at, at + len(word))
                for word in words
                for at in [article.text.index(word, start)]
            ]
            citations.append(
                Citation(
                    number=number,
                    article=article.name,
                    title=article.title,
                    section=article.section_at(start),
                    text=article.text[start:end],
                    start=start,
                    end=end,
                    score=1 / number,
                    highlights=((sentence, end),),
                    matches=tuple(matches),
                )
            )
        return Answer(
            question.text,
            "en",
            True,
            0.8,
            "This is what the articles, which are in Dutch, say about it:",
            tuple(citations),
            context=("generals", "Venezuela") if question.text == FOLLOW_UP else (),
            suggestion="And China?" if question.text == FOLLOW_UP else None,
        )


async def welcome(pilot: Pilot[None]) -> None:
    await settle(pilot)


async def answer(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await ask(pilot, QUESTION)


async def answer_with_source(pilot: Pilot[None]) -> None:
    await answer(pilot)
    await pilot.press("1", "enter")
    await pilot.pause()


async def find(pilot: Pilot[None]) -> None:
    await answer_with_source(pilot)
    await pilot.press("slash", *"generaals", "enter")
    await pilot.pause()


async def offers(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await ask(pilot, QUESTION)
    await pilot.press("f5")
    await ask(pilot, FOLLOW_UP)
    await pilot.press("up")
    await pilot.pause()


async def article_list(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("f2")
    await pilot.pause()


async def history_list(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("f9")
    while not isinstance(pilot.app.screen, HistoryList):
        await pilot.pause()
    await pilot.pause()


async def palette(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("f4")
    await settle(pilot)


async def help_screen(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("f1")
    await pilot.pause()


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two conversations that were held at fixed times, as somebody in Amsterdam sees them."""
    chatbot = CannedChatbot(read_corpus(bundled_folder()))
    for day, questions in ((3, [QUESTION]), (4, ["Welke bondgenoten heeft Venezuela?", "En Rusland?"])):
        began = datetime(2026, 7, day, 22, 30, tzinfo=UTC)
        record = ConversationRecord(Path("/home/reader/articles"))
        with monkeypatch.context() as patch:
            patch.setattr("chatbot.conversations.conversation_store.datetime", Mock(now=Mock(return_value=began)))
            for question in questions:
                record.add(chatbot.answer(parse_question(question, "nl")))
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Amsterdam")
        time.tzset()
        yield
    time.tzset()


both_languages = pytest.mark.parametrize("language", LANGUAGES)
all_sizes = pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40", "200x60"])


@both_languages
@all_sizes
@pytest.mark.parametrize(
    "state", [welcome, answer, answer_with_source, find, offers, article_list, help_screen, palette]
)
def test_picture(
    snap_compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
    state: Callable[[Pilot[None]], Awaitable[None]],
    size: tuple[int, int],
    language: Language,
) -> None:
    monkeypatch.setattr("chatbot.answers.chatbot.Chatbot", CannedChatbot)
    assert snap_compare(ChatbotApp(Settings(bundled_folder(), language)), terminal_size=size, run_before=state)


@pytest.mark.usefixtures("kept")
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be set")
@both_languages
@all_sizes
def test_picture_of_earlier_conversations(
    snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], language: Language
) -> None:
    monkeypatch.setattr("chatbot.answers.chatbot.Chatbot", CannedChatbot)
    app = ChatbotApp(Settings(bundled_folder(), language))
    assert snap_compare(app, terminal_size=size, run_before=history_list)


@both_languages
@all_sizes
def test_picture_of_a_folder_that_is_not_there(
    snap_compare: Compare, size: tuple[int, int], language: Language
) -> None:
    app = ChatbotApp(Settings(Path("/nowhere/articles"), language))
    assert snap_compare(app, terminal_size=size, run_before=welcome)


@both_languages
@all_sizes
def test_picture_of_settings_that_are_no_good(
    snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], language: Language
) -> None:
    monkeypatch.setattr("chatbot.answers.chatbot.Chatbot", CannedChatbot)
    keys = {"articles": "f1", "no.such": "f9"}
    app = ChatbotApp(Settings(bundled_folder(), language, theme="mauve", keys=keys))
    assert snap_compare(app, terminal_size=size, run_before=welcome)
