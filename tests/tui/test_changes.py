"""Articles that change while a reader asks about them."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from chatbot.answers.samples import Sample
from chatbot.messages import message
from chatbot.passages.corpus import Corpus, read_corpus
from chatbot.settings import Settings
from chatbot.storage.failure_log import log_file
from chatbot.tui.app import ChatbotApp
from chatbot.tui.article_list import ArticleList
from chatbot.tui.conversation_view import Notice
from chatbot.tui.turn import RequestLine
from tests.small_chatbot import small_chatbot
from tests.tui.conftest import CHESS, ask, front, look, screen_text, settle, until

QUESTION = "Where was chess first played?"


def toasts(app: ChatbotApp) -> list[str]:
    """What was said in passing."""
    return [notification.message for notification in app._notifications]


def change(path: Path, old: str, new: str) -> None:
    path.write_text(CHESS.replace(old, new), encoding="utf-8")
    later = path.stat().st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(later, later))


async def test_what_was_changed_is_read_again_and_its_earlier_citations_say_so(app: ChatbotApp, folder: Path) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await ask(pilot, QUESTION)
        (turn,) = app.main.conversation.turns
        card = next(card for card in turn.cards if "India" in card.citation.text)
        assert card.problem == ""
        change(folder / "chess.md", "India", "Ceylon")
        await look(pilot)
        assert not card.is_intact
        assert card.problem
        await ask(pilot, QUESTION)
        first, second = app.main.conversation.answers
        assert "India" in first.citations[0].text
        assert "Ceylon" in second.citations[0].text
        change(folder / "chess.md", "", "")
        await look(pilot)
        assert card.is_intact


async def test_an_article_that_was_added_is_counted_and_one_that_went_is_told(app: ChatbotApp, folder: Path) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        (folder / "new.txt").write_text("A comet was seen above the harbour.", encoding="utf-8")
        await look(pilot)
        assert "3 articles" in screen_text(app)
        assert "• A comet was seen" in screen_text(app)
        await ask(pilot, QUESTION)
        (turn,) = app.main.conversation.turns
        (folder / "chess.md").unlink()
        await look(pilot)
        assert "2 articles" in screen_text(app)
        assert all(card.problem for card in turn.cards if card.citation.article == "chess.md")


async def test_an_article_that_went_while_the_list_shows_it_ticked_limits_no_question(
    app: ChatbotApp, folder: Path
) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await pilot.press("f2", "space")
        articles = front(app)
        assert isinstance(articles, ArticleList)
        (name,) = articles.only
        (folder / name).unlink()
        await look(pilot)
        await pilot.press("escape")
        assert app.main.only == frozenset()


async def test_a_folder_that_is_gone_is_told_once_and_answers_do_with_what_there_was(
    app: ChatbotApp, folder: Path
) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        folder.rename(folder.with_name("elsewhere"))
        await look(pilot)
        await look(pilot)
        assert screen_text(app).count("There is no folder") == 1
        await ask(pilot, QUESTION)
        assert app.main.conversation.turns[0].answer
        folder.with_name("elsewhere").rename(folder)
        await look(pilot)
        assert "There is no folder" not in screen_text(app)
        assert toasts(app) == ["The articles have been read (2 articles)."]
        assert not any(card.problem for card in app.main.cards)


async def test_an_error_that_nobody_foresaw_is_told_and_logged_once_until_something_changes(
    app: ChatbotApp, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("out of ink")

    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        change(folder / "chess.md", "India", "Ceylon")
        with monkeypatch.context() as patch:
            patch.setattr("chatbot.passages.corpus.read_corpus", fail)
            await look(pilot)
            await look(pilot)
        (notice,) = app.main.query(Notice)
        assert "RuntimeError: out of ink" in notice.text
        assert log_file().read_text(encoding="utf-8").count("RuntimeError: out of ink") == 1
        await ask(pilot, QUESTION)
        change(folder / "chess.md", "India", "Siam")
        await look(pilot)
        await ask(pilot, QUESTION)
        before, now = app.main.conversation.answers
        assert "India" in before.citations[0].text
        assert "Siam" in now.citations[0].text


async def test_until_there_are_articles_each_failure_is_told_and_then_the_questions_that_waited_are_answered(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "articles"
    app = ChatbotApp(Settings(folder, "en"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        (notice,) = app.main.query(Notice)
        assert "There is no folder" in notice.text
        assert message("reload hint", "en") in notice.text
        assert "The articles are not loaded" in screen_text(app)
        app.main.prompt.value = QUESTION
        await pilot.press("enter")
        assert message("waiting for articles", "en") in screen_text(app)
        folder.mkdir()
        app.loader.follow()
        await until(pilot, lambda: ["holds no article" in one.text for one in app.main.query(Notice)] == [True])
        (folder / "chess.md").write_text(CHESS, encoding="utf-8")
        await look(pilot)
        assert toasts(app) == ["The articles have been read (1 article)."]
        assert not app.main.query(Notice)
        assert "1 article · articles" in screen_text(app)
        answer = app.main.conversation.turns[0].answer
        assert answer
        assert "India" in answer.citations[0].text


async def test_a_question_that_is_asked_while_articles_are_read_is_answered(
    app: ChatbotApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Event()

    def slow(*arguments: Any, **options: Any) -> Corpus:
        asked.wait(60)
        return read_corpus(*arguments, **options)

    monkeypatch.setattr("chatbot.passages.corpus.read_corpus", slow)
    async with app.run_test(size=(120, 40)) as pilot:
        app.main.prompt.value = QUESTION
        await pilot.press("enter")
        asked.set()
        await settle(pilot)
        assert app.main.conversation.turns[0].answer


async def test_what_is_read_again_is_told_where_articles_have_other_texts(app: ChatbotApp, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        (folder / "chess.md").touch()
        await look(pilot)
        assert toasts(app) == []
        change(folder / "chess.md", "India", "Ceylon")
        (folder / "leger.txt").unlink()
        (folder / "broken.txt").write_bytes(b"\xff\xfe\xff")
        await look(pilot)
        assert toasts(app) == ["The articles have been read (1 article)."]
        await look(pilot)
        (notice,) = app.main.query(Notice)
        assert "broken.txt was skipped" in notice.text


async def test_articles_that_are_read_while_another_conversation_begins_stay(app: ChatbotApp, folder: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        before = app.main.conversation
        (folder / "ferry.txt").write_text("The ferry\n\nThe ferry to Lowick sails at noon.\n", encoding="utf-8")
        beginning = asyncio.create_task(app.main.begin())
        while app.main.conversation is before:
            await asyncio.sleep(0)
        app.answer_from(small_chatbot(folder))
        await beginning
        await ask(pilot, "When does the ferry to Lowick sail?")
        assert app.main.conversation.answers[-1].citations[0].article == "ferry.txt"


async def test_the_example_that_has_the_focus_keeps_it_when_articles_change(app: ChatbotApp, folder: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.main.show_samples((Sample("en", QUESTION),))
        await pilot.pause()
        example = app.main.query_one(RequestLine)
        example.focus()
        (folder / "ferry.txt").write_text("The ferry\n\nThe ferry to Lowick sails at noon.\n", encoding="utf-8")
        app.show_corpus(read_corpus(folder))
        await pilot.pause()
        assert "• The ferry" in screen_text(app)
        assert app.focused is example
