"""Articles that change while a reader asks about them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from chatbot.storage.failure_log import log_file
from chatbot.tui.app import ChatbotApp
from chatbot.tui.article_list import ArticleList
from chatbot.tui.notice import Notice
from tests.tui.conftest import CHESS, ask, front, screen_text, settle

QUESTION = "Where was chess first played?"


async def look(pilot: Pilot[None]) -> None:
    """Have the app look for changes, and wait until it has dealt with them."""
    app = pilot.app
    assert isinstance(app, ChatbotApp)
    app.loader.look()
    await settle(pilot)


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


async def test_an_error_that_nobody_foresaw_is_told_and_logged_once(
    app: ChatbotApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("out of ink")

    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        monkeypatch.setattr("chatbot.answers.chatbot.Chatbot.renewed", fail)
        await look(pilot)
        await look(pilot)
        (notice,) = app.main.query(Notice)
        assert "RuntimeError: out of ink" in notice.text
        assert log_file().read_text(encoding="utf-8").count("RuntimeError: out of ink") == 1
        await ask(pilot, QUESTION)
        assert app.main.conversation.turns[0].answer
