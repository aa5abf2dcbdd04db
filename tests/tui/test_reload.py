"""Reading the articles again, by the command for it or where they could not be read at first."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from chatbot.messages import message
from chatbot.passages.corpus import Corpus, read_corpus
from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from chatbot.tui.notice import Notice
from tests.tui.conftest import CHESS, ask, screen_text, settle

QUESTION = "Where was chess first played?"


async def reload(pilot: Pilot[None], title: str = "Reload") -> None:
    """Choose the command in the palette, as a reader does, and wait until it is done."""
    await pilot.press("f4", *title, "enter")
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
        await reload(pilot)
        (notice,) = app.main.query(Notice)
        assert "holds no article" in notice.text
        assert app.loader.has_failed
        (folder / "chess.md").write_text(CHESS, encoding="utf-8")
        await reload(pilot)
        assert toasts(app) == ["The articles have been read (1 article)."]
        assert not app.main.query(Notice)
        assert "1 article · articles" in screen_text(app)
        await ask(pilot, QUESTION)
        answer = app.main.conversation.turns[-1].answer
        assert answer
        assert "India" in answer.citations[0].text


async def test_they_are_noticed_without_the_command_too(tmp_path: Path) -> None:
    app = ChatbotApp(Settings(tmp_path, "en"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        app.loader.look()
        await settle(pilot)
        (notice,) = app.main.query(Notice)
        (tmp_path / "chess.md").write_text(CHESS, encoding="utf-8")
        app.loader.look()
        await settle(pilot)
        await settle(pilot)
        assert not notice.is_attached
        assert "The history of chess" in screen_text(app)


async def test_what_was_found_is_told(app: ChatbotApp, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await reload(pilot)
        (folder / "new.txt").write_text("A comet was seen above the harbour.", encoding="utf-8")
        (folder / "chess.md").write_text(f"{CHESS}\nThe game is old.\n", encoding="utf-8")
        (folder / "leger.txt").unlink()
        (folder / "broken.txt").write_bytes(b"\xff\xfe\xff")
        await reload(pilot)
        assert toasts(app) == [
            "The articles have been read again (2 articles). Nothing in them has changed.",
            "The articles have been read again (2 articles). New: 1, changed: 1, gone: 1.",
        ]
        assert "broken.txt was skipped" in app.main.query_one(Notice).text


async def test_the_files_are_read_even_if_they_look_the_same(app: ChatbotApp, monkeypatch: pytest.MonkeyPatch) -> None:
    readings: list[Path] = []

    def read(folder: Path, *arguments: object, **options: object) -> Corpus:
        readings.append(folder)
        return read_corpus(folder, *arguments, **options)  # type: ignore[arg-type]

    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await ask(pilot, QUESTION)
        monkeypatch.setattr("chatbot.answers.chatbot.read_corpus", read)
        app.loader.look()
        await settle(pilot)
        assert readings == []
        await reload(pilot)
        assert len(readings) == 1
        await ask(pilot, QUESTION)
        assert [turn.request.question for turn in app.main.conversation.turns if turn.answer] == [QUESTION, QUESTION]


async def test_a_folder_that_is_gone_is_told_at_every_reload(app: ChatbotApp, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        folder.rename(folder.with_name("elsewhere"))
        await reload(pilot)
        await reload(pilot)
        assert [notice.text[:18] for notice in app.main.query(Notice)] == ["There is no folder"] * 2
        await ask(pilot, QUESTION)
        assert app.main.conversation.turns[0].answer


async def test_while_they_are_being_read_the_reader_is_asked_to_wait(app: ChatbotApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.action_reload()
        await pilot.pause()
        assert message("articles in hand", "en") in toasts(app)
        await settle(pilot)
