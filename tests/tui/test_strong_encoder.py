"""The strong encoder at work beside the conversation: it reads ahead, and what a question brings up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Semaphore

import pytest

from chatbot.encoders.encoder import TokenStates, Window
from chatbot.messages import message
from chatbot.reader.reading import windows
from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from chatbot.tui.conversation_view import Notice
from tests.strong import Broken, LetterCounts
from tests.tui.conftest import ask, focused, screen_text, settle, shown

QUESTION = "Where was chess first played?"
READING_AHEAD = message("progress reading ahead", "en", percent=0)


class InSteps(LetterCounts):
    """Reads as many batches of passages as a test has released."""

    def __init__(self) -> None:
        super().__init__()
        self.batches = Semaphore(0)

    def encode_passages(self, texts: Sequence[Window]) -> list[TokenStates]:
        assert self.batches.acquire(timeout=120)
        return super().encode_passages(texts)


def warnings(app: ChatbotApp) -> list[str]:
    return [notice.text for notice in app.main.query(Notice)]


async def test_the_passages_are_read_ahead_and_the_status_line_says_so(folder: Path) -> None:
    strong = LetterCounts()
    strong.may_go_on.clear()
    app = ChatbotApp(Settings(folder, "en"), lambda: strong)
    async with app.run_test(size=(120, 40)) as pilot:
        await shown(pilot, f"Chatbot · 2 articles · articles · {READING_AHEAD}")
        strong.may_go_on.set()
        await settle(pilot)
        assert READING_AHEAD[:20] not in screen_text(app)
        assert app.loader.chatbot
        passages = app.loader.chatbot.index.passages
        assert set(strong.read) == {window for passage in passages for window in windows(passage)}
        read_ahead = len(strong.read)
        await ask(pilot, QUESTION)
        assert app.main.conversation.turns[0].answer
        assert set(strong.questions) == {QUESTION}
        assert len(strong.read) == read_ahead


async def test_a_question_that_waits_for_reading_says_how_far_it_is_and_the_interface_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.reader.reader.READ_AHEAD_LIMIT", 0)  # so that only questions have passages read
    for number in range(8):
        (folder / f"{number}.txt").write_text(f"Chess was played in {number} towns.", encoding="utf-8")
    strong = InSteps()
    app = ChatbotApp(Settings(folder, "en"), lambda: strong)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert app.loader.chatbot
        total = len(app.loader.chatbot.index.passages)
        app.main.prompt.value = QUESTION
        await pilot.press("enter")
        await shown(pilot, f"Reading passages… 0 of {total}")
        strong.batches.release()
        await shown(pilot, f"Reading passages… 4 of {total}")
        await pilot.press(*"and", "f2", "escape")
        assert app.main.prompt.value == "and"
        assert focused(app) is app.main.prompt
        strong.batches.release(total)
        await settle(pilot)
        (turn,) = app.main.conversation.turns
        assert turn.answer
        assert "Reading passages" not in screen_text(app)


async def test_a_question_while_the_passages_are_read_ahead_waits_and_is_answered(
    folder: Path,
) -> None:
    strong = InSteps()
    app = ChatbotApp(Settings(folder, "nl"), lambda: strong)
    async with app.run_test(size=(120, 40)) as pilot:
        await shown(pilot, "De passages worden alvast gelezen… 0 %")
        app.main.prompt.value = QUESTION
        await pilot.press("enter")
        await shown(pilot, "Passages lezen… 0 van ")
        strong.batches.release(100)
        await settle(pilot)
        assert app.main.conversation.turns[0].answer


async def test_a_strong_encoder_that_fails_while_it_reads_costs_one_sentence(folder: Path) -> None:
    app = ChatbotApp(Settings(folder, "en"), Broken)
    async with app.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        for _ in range(2):
            await ask(pilot, QUESTION)
        (warning,) = warnings(app)
        assert warning.startswith("The encoder e5 does not work (")
        assert all(turn.answer and turn.answer.found for turn in app.main.conversation.turns)
