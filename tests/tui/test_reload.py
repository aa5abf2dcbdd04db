"""Reading the articles again when they have changed or could not be read at first."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from chatbot.messages import message
from chatbot.passages.corpus import Corpus, read_corpus
from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from chatbot.tui.notice import Notice
from tests.tui.conftest import CHESS, ask, screen_text, settle

QUESTION = "Where was chess first played?"


async def look_again(app: ChatbotApp, pilot: Pilot[None]) -> None:
    """Have the app look whether the articles have changed, as it does every few seconds."""
    app.loader.look()
    await settle(pilot)
    await settle(pilot)


def toasts(app: ChatbotApp) -> list[str]:
    """What was said in passing."""
    return [notification.message for notification in app._notifications]


async def test_articles_are_read_once_they_are_there_and_until_then_each_failure_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    app = ChatbotApp(Settings(folder, "en"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        (notice,) = app.main.query(Notice)
        assert "There is no folder" in notice.text
        assert message("reload hint", "en") in notice.text
        await ask(pilot, QUESTION)
        assert "cannot be answered" in screen_text(app)
        folder.mkdir()
        await look_again(app, pilot)
        (notice,) = app.main.query(Notice)
        assert "holds no article" in notice.text
        assert app.loader.has_failed
        (folder / "chess.md").write_text(CHESS, encoding="utf-8")
        await look_again(app, pilot)
        assert toasts(app) == ["The articles have been read (1 article)."]
        assert not app.main.query(Notice)
        assert "1 article · articles" in screen_text(app)
        await ask(pilot, QUESTION)
        answer = app.main.conversation.turns[-1].answer
        assert answer
        assert "India" in answer.citations[0].text


async def test_a_question_that_is_asked_while_articles_are_read_once_more_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    app = ChatbotApp(Settings(folder, "en"))
    asked = Event()

    def slow(*arguments: Any, **options: Any) -> Corpus:
        asked.wait(60)
        return read_corpus(*arguments, **options)

    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert app.loader.has_failed
        folder.mkdir()
        (folder / "chess.md").write_text(CHESS, encoding="utf-8")
        monkeypatch.setattr("chatbot.passages.corpus.read_corpus", slow)
        app.loader.load()
        app.main.prompt.value = QUESTION
        await pilot.press("enter")
        asked.set()
        await settle(pilot)
        assert app.main.conversation.turns[0].answer


async def test_what_was_found_is_told(app: ChatbotApp, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        (folder / "chess.md").touch()
        await look_again(app, pilot)
        (folder / "new.txt").write_text("A comet was seen above the harbour.", encoding="utf-8")
        (folder / "chess.md").write_text(f"{CHESS}\nThe game is old.\n", encoding="utf-8")
        (folder / "leger.txt").unlink()
        (folder / "broken.txt").write_bytes(b"\xff\xfe\xff")
        await look_again(app, pilot)
        assert toasts(app) == ["The articles have been read again (2 articles). New: 1, changed: 1, gone: 1."]
        assert "broken.txt was skipped" in app.main.query_one(Notice).text


async def test_a_folder_that_is_gone_is_told_once(app: ChatbotApp, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        folder.rename(folder.with_name("elsewhere"))
        await look_again(app, pilot)
        await look_again(app, pilot)
        assert [notice.text[:18] for notice in app.main.query(Notice)] == ["There is no folder"]
        await ask(pilot, QUESTION)
        assert app.main.conversation.turns[0].answer
