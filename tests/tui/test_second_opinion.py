"""The strong encoder at work beside the conversation."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from chatbot.messages import message
from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from tests.strong import Broken, LetterCounts
from tests.tui.conftest import ask, screen_text, settle

QUESTION = "Where was chess first played?"


async def all_done(pilot: Pilot[None]) -> None:
    """Wait until no worker is left, and for what it had to say."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_the_status_line_tells_how_far_it_is_and_questions_do_not_wait(folder: Path) -> None:
    strong = LetterCounts(preferred="The pieces of chess are named the king, the queen and the rook")
    strong.may_go_on.clear()
    app = ChatbotApp(Settings(folder, "en"), strong)
    async with app.run_test(size=(120, 40)) as pilot:
        app.main.prompt.value = QUESTION
        await pilot.press("enter")
        while not app.main.conversation.turns or app.main.conversation.turns[0].answer is None:
            await pilot.pause(0.01)
        assert "Chatbot · 2 articles · articles · " + message(
            "progress strong embedding", "en", percent=0
        ) in screen_text(app)
        first = app.main.conversation.turns[0].answer
        assert strong.questions == []
        strong.may_go_on.set()
        await all_done(pilot)
        assert "strong encoder" not in screen_text(app)
        assert "Chatbot · 2 articles · articles" in screen_text(app)
        await ask(pilot, QUESTION)
        second = app.main.conversation.turns[1].answer
        assert strong.questions == [QUESTION]
        assert first is not None
        assert second is not None
        assert "India" in first.citations[0].text
        assert "rook" in second.citations[0].text


async def test_a_strong_encoder_that_fails_is_told_and_answers_do_without(folder: Path) -> None:
    app = ChatbotApp(Settings(folder, "nl"), Broken())
    async with app.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        await all_done(pilot)
        assert "De sterke encoder werkt niet (RuntimeError: no room for" in screen_text(app)
        await ask(pilot, QUESTION)
        assert app.main.conversation.turns[0].answer is not None
        assert "De sterke encoder werkt niet" in screen_text(app)


async def test_without_one_nothing_is_said_of_it(app: ChatbotApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "encoder" not in screen_text(app)
