"""Failures of the program: a sentence, a traceback in the log, and a prompt that still works."""

from __future__ import annotations

import pytest

from chatbot.answers.answer import Answer
from chatbot.answers.conversation import Conversation
from chatbot.storage.failure_log import log_file
from chatbot.tui.app import ChatbotApp
from tests.tui.conftest import ask, screen_text, settle


async def test_a_question_that_fails_is_told_and_the_next_is_answered(
    app: ChatbotApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Conversation.ask

    def fail_once(*_: object, **__: object) -> Answer:
        monkeypatch.setattr(Conversation, "ask", answer)
        raise RuntimeError("[b]out of ink[/b]")

    monkeypatch.setattr(Conversation, "ask", fail_once)
    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await ask(pilot, "How many generals does the army of Venezuela have?")
        text = " ".join(screen_text(app).split())
        assert "an error in the program (RuntimeError: [b]out of ink[/b]). Ask it again or in other words." in text
        assert "RuntimeError: [b]out of ink[/b]" in log_file().read_text(encoding="utf-8")
        await ask(pilot, "How many generals does the army of Venezuela have?")
        assert "tweeduizend generaals" in screen_text(app)


async def test_articles_that_cannot_be_loaded_are_told_with_what_to_do(
    app: ChatbotApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("out of paper")

    monkeypatch.setattr("chatbot.passages.corpus.read_corpus", fail)
    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        text = " ".join(screen_text(app).replace("▌", " ").split())
        assert "(RuntimeError: out of paper). Start the program again" in text
        assert "in fail" in log_file().read_text(encoding="utf-8")


async def test_ctrl_c_says_how_to_quit_and_then_quits(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert "Press Ctrl+C once more to quit." in "".join(screen_text(app).splitlines()[:4])
        assert app.is_running
        await pilot.press("ctrl+c")
        await pilot.pause()
    assert app.return_code == 0
    assert not app.is_running
