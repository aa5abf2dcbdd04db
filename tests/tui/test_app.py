from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from chatbot.answers.answer import Answer
from chatbot.answers.chatbot import Chatbot
from chatbot.answers.conversation import Conversation
from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from chatbot.tui.conversation_view import Notice
from chatbot.tui.turn import RequestLine
from chatbot.tui.welcome import Welcome
from tests.tui.conftest import ask, focused, screen_text, settle


async def test_a_reader_types_at_once_sees_what_there_is_and_gets_an_answer(app: ChatbotApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        assert focused(app) is app.main.prompt
        await pilot.press(*"chess")
        assert app.main.prompt.value == "chess"
        await settle(pilot)
        assert app.main.prompt.value == "chess"
        assert "Het leger van Venezuela" in screen_text(app)
        assert "The history of chess" in screen_text(app)
        await ask(pilot, "Where was chess first played?")
        assert not app.main.query(Welcome)
        (turn,) = app.main.conversation.turns
        assert turn.answer is not None
        assert tuple(card.excerpt for card in turn.cards) == turn.answer.excerpts
        text = screen_text(app)
        assert "❯ Where was chess first played?" in text
        assert "[1] Chess was first played in India in the sixth century." in text
        assert "The history of chess" in text


async def test_question_before_the_articles_are_ready_waits_and_is_answered(
    app: ChatbotApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_load = threading.Event()

    class SlowChatbot(Chatbot):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            may_load.wait(120)
            super().__init__(*arguments, **options)

    monkeypatch.setattr("chatbot.answers.chatbot.Chatbot", SlowChatbot)
    async with app.run_test() as pilot:
        app.main.prompt.value = "Where was chess first played?"
        await pilot.press("enter")
        await pilot.pause()
        (turn,) = app.main.conversation.turns
        assert turn.answer is None
        assert "as soon as the articles can be searched" in screen_text(app)
        assert app.main.prompt.value == ""
        may_load.set()
        await settle(pilot)
        assert turn.answer is not None


async def test_questions_in_quick_succession_are_answered_in_order(
    app: ChatbotApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    questions = [f"Where was chess played {number} times?" for number in range(5)]
    answer = Conversation.ask

    def listen(conversation: Conversation, question: str, **options: Any) -> Answer:
        asked.append(question)
        return answer(conversation, question, **options)

    async with app.run_test() as pilot:
        await settle(pilot)
        monkeypatch.setattr(Conversation, "ask", listen)
        for question in questions:
            app.main.prompt.value = question
            await pilot.press("enter")
        await settle(pilot)
        assert asked == questions
        assert [turn.answer.question for turn in app.main.conversation.turns if turn.answer] == questions


async def test_many_skipped_files_leave_the_welcome_in_sight(folder: Path) -> None:
    for number in range(7):
        (folder / f"empty{number}.md").write_text("", encoding="utf-8")
    app = ChatbotApp(Settings(folder, "en", keys={f"no.such.{number}": "f9" for number in range(7)}))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Ask a question in Dutch or in English." in screen_text(app)
        assert app.main.conversation.scroll_offset.y == 0
        assert app.main.query(Notice).last().text == (
            "7 files skipped (empty0.md, empty1.md, empty2.md, …). chatbot articles shows why."
        )


@pytest.mark.parametrize("by_click", [False, True])
async def test_sample_question_is_asked_by_enter_and_by_click(
    app: ChatbotApp, monkeypatch: pytest.MonkeyPatch, by_click: bool
) -> None:
    monkeypatch.setattr("chatbot.answers.samples.ASKED_LIMIT", 24)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        samples = list(app.main.query(RequestLine))
        assert {sample.language for sample in app.main.samples} == {"nl", "en"}
        chosen = samples[-1] if by_click else samples[0]
        if by_click:
            await pilot.click(chosen)
        else:
            await pilot.press("down")
            assert focused(app) is chosen
            await pilot.press("enter")
        await settle(pilot)
        assert [turn.request.question for turn in app.main.conversation.turns] == [chosen.request.question]
        assert focused(app) is app.main.prompt


async def test_an_answer_does_not_pull_back_a_reader_who_scrolled_up(
    app: ChatbotApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_answer = threading.Event()
    answer = Conversation.ask

    def wait(conversation: Conversation, question: str, **options: Any) -> Answer:
        may_answer.wait(120)
        return answer(conversation, question, **options)

    async with app.run_test(size=(60, 8)) as pilot:
        await settle(pilot)
        for _ in range(3):
            await ask(pilot, "How are the pieces of chess named?")
        turn = app.main.conversation.turns[-1]
        assert turn.region.y == app.main.conversation.region.y
        monkeypatch.setattr(Conversation, "ask", wait)
        app.main.prompt.value = "Where was chess first played?"
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("pageup", "pageup")
        await pilot.pause()
        place = app.main.conversation.scroll_offset.y
        may_answer.set()
        await settle(pilot)
        assert app.main.conversation.turns[-1].answer
        assert app.main.conversation.scroll_offset.y == place
