"""Asking while the articles are being embedded."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from chatbot.encoders.encoder import Vectors
from chatbot.messages import message
from chatbot.tui.app import ChatbotApp
from chatbot.tui.conversation_view import Notice
from tests.letter_encoder import LetterEncoder
from tests.tui.conftest import ask, screen_text, settle, until

QUESTION = "Where was chess first played?"


async def test_questions_do_not_wait_for_the_meanings_and_the_reader_is_told(
    app: ChatbotApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_embed = threading.Event()

    class Slow(LetterEncoder):
        def encode(self, texts: Sequence[str]) -> Vectors:
            assert may_embed.wait(120)
            return super().encode(texts)

    monkeypatch.setattr("chatbot.answers.engine.LightEncoder", lambda _folder: Slow())
    async with app.run_test(size=(150, 40)) as pilot:
        app.main.prompt.value = QUESTION
        await pilot.press("enter")
        await until(pilot, lambda: app.main.conversation.answers)
        (first,) = app.main.conversation.answers
        assert first.opening.startswith(message("words only", "en"))
        assert "India" in first.citations[0].text
        assert message("progress embedding", "en", percent=0) in screen_text(app)
        may_embed.set()
        await settle(pilot)
        assert message("progress embedding", "en", percent=0)[:20] not in screen_text(app)
        await ask(pilot, QUESTION)
        second = app.main.conversation.turns[1].answer
        assert second
        assert message("words only", "en") not in second.opening


async def test_an_encoder_that_fails_leaves_the_words(app: ChatbotApp, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(LetterEncoder):
        def encode(self, texts: Sequence[str]) -> Vectors:
            raise MemoryError(f"no room for {len(texts)}")

    monkeypatch.setattr("chatbot.answers.engine.LightEncoder", lambda _folder: Failing())
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        assert "What the articles mean cannot be worked out (MemoryError: no room for" in screen_text(app)
        await ask(pilot, QUESTION)
        (turn,) = app.main.conversation.turns
        assert turn.answer
        assert turn.answer.found


async def test_a_cache_that_cannot_be_had_is_told(
    app: ChatbotApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        (notice,) = app.main.query(Notice)
        assert "cannot be used (Not a directory)" in notice.text
        await ask(pilot, QUESTION)
        assert app.main.conversation.turns[0].answer
