"""Keeping: copying, exporting, and conversations that are there again."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from threading import Event

import pyperclip
import pytest
from textual import events
from textual.widgets import OptionList

from chatbot.answers.chatbot import Chatbot
from chatbot.conversations.kept_conversations import ConversationRecord, history_folder, kept_conversations
from chatbot.messages import message
from chatbot.passages.corpus import Corpus
from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from chatbot.tui.conversation_switch import HistoryList
from chatbot.tui.corpus_loader import CorpusLoader
from chatbot.tui.turn import Request
from tests.small_chatbot import small_chatbot
from tests.tui.conftest import ask, front, open_history, screen_text, settle, show_sentences, until

GENERALS = "How many generals does the army of Venezuela have?"
PIECES = "How are the pieces of chess named?"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def hold_conversation(folder: Path, *questions: str) -> None:
    """Keep a conversation, as the app does while it is held."""
    conversation = small_chatbot(folder).conversation("en")
    record = ConversationRecord()
    for question in questions:
        record.add(conversation.ask(question), folder)


async def test_the_sentence_of_a_citation_is_copied_with_its_reference_or_else_its_passage(
    app: ChatbotApp, desktop: list[str]
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        cards = await show_sentences(
            pilot,
            "tweeduizend generaals.",
            "Dat is driemaal het aantal",
            "Venezuela telt",
            "De luchtmacht bezit vliegtuigen",
        )
        await pilot.press("ctrl+y", "ctrl+n", "ctrl+n", "ctrl+y", "ctrl+shift+y")
        await settle(pilot)
        assert "Citation 2 is copied with its reference." in screen_text(app)
        await pilot.press("f4", *"copy the passage", "enter")
        await settle(pilot)
    army = "— Het leger van Venezuela › Hoeveel generaals heeft het leger? (leger.txt, characters 61–75, 84–133)\n"
    planes = "— Het leger van Venezuela › De vliegtuigen (leger.txt, characters"
    best, passage = cards[1].excerpt.best, cards[1].citation
    assert desktop[:2] == [
        f"Venezuela telt … tweeduizend generaals. Dat is driemaal het aantal\n\n{army}",
        f"{best.text}\n\n{planes} {best.start}–{best.end})\n",
    ]
    assert desktop[2:] == [f"{passage.text}\n\n{planes} {passage.start}–{passage.end})\n"] * 2
    assert app.clipboard == " ".join(desktop[-1].split())


async def test_without_a_desktop_the_terminal_is_asked_and_the_reader_told_so(
    app: ChatbotApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_clipboard(_text: str) -> None:
        raise pyperclip.PyperclipException

    monkeypatch.setattr(pyperclip, "copy", no_clipboard)
    async with app.run_test(size=(160, 50), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+y")
        await settle(pilot)
        assert "There is no citation to copy yet." in screen_text(app)
        await ask(pilot, GENERALS)
        await pilot.press("ctrl+y")
        await settle(pilot)
        assert "Citation 1 was sent to the terminal with its reference" in screen_text(app)
        assert app.clipboard


async def test_a_conversation_is_exported_to_a_path_that_is_told(app: ChatbotApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await ask(pilot, GENERALS)
        await ask(pilot, PIECES)
        await pilot.press("ctrl+s")
        await settle(pilot)
        (path,) = (tmp_path / "here").iterdir()
        assert path.name in screen_text(app)
    markdown = path.read_text(encoding="utf-8")
    assert f"## {GENERALS}" in markdown
    assert "> **Venezuela telt nu ruim tweeduizend generaals." in markdown
    assert f"## {PIECES}" in markdown


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
async def test_where_it_cannot_be_written_the_reader_is_told(app: ChatbotApp, tmp_path: Path) -> None:
    (tmp_path / "here").chmod(0o500)
    async with app.run_test(size=(160, 50), notifications=True) as pilot:
        await settle(pilot)
        await ask(pilot, GENERALS)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "cannot be written to" in screen_text(app)


async def test_a_conversation_is_deleted_when_that_is_asked_twice_of_it(folder: Path) -> None:
    hold_conversation(folder, GENERALS)
    hold_conversation(folder, PIECES)
    app = ChatbotApp(Settings(folder))
    async with app.run_test(size=(80, 10)) as pilot:
        await settle(pilot)
        await open_history(pilot)
        assert "2 conversations" in screen_text(app)
        assert "Enter opens the conversation, Delete deletes it" in screen_text(app)
        await pilot.press("delete", "down", "delete")
        await pilot.pause()
        assert "Press Delete once more" in screen_text(app)
        assert len(list(kept_conversations())) == 2
        assert app.screen.query_one(OptionList).option_count == 2
        await pilot.press("delete")
        await pilot.pause()
        assert len(list(kept_conversations())) == 1
        assert "1 conversation " in screen_text(app)
        assert "2 conversations" not in screen_text(app)
        await pilot.press("delete", "delete")
        await settle(pilot)
        assert not isinstance(front(app), HistoryList)
    assert list(kept_conversations()) == []


async def test_a_conversation_is_opened_before_the_articles_can_be_searched_and_gone_on_with(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_conversation(folder, GENERALS)
    may_go_on = Event()
    begin = CorpusLoader._make_searchable

    def begin_later(loader: CorpusLoader, corpus: Corpus) -> Chatbot:
        may_go_on.wait()
        return begin(loader, corpus)

    monkeypatch.setattr(CorpusLoader, "_make_searchable", begin_later)
    app = ChatbotApp(Settings(folder))
    async with app.run_test(size=(160, 50)) as pilot:
        await until(pilot, lambda: app.main.corpus)
        await open_history(pilot)
        assert GENERALS in screen_text(app)
        assert "1 question" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.conversation.answers)
        assert "tweeduizend generaals" in screen_text(app)
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert app.main.source.is_open
        may_go_on.set()
        await settle(pilot)
        await ask(pilot, "And how many of those in the American army?")
    (kept,) = kept_conversations()
    assert [answer.question for answer in kept.answers] == [GENERALS, "And how many of those in the American army?"]
    assert kept.answers[1].context


async def test_a_new_conversation_is_kept_beside_the_first(app: ChatbotApp) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await ask(pilot, GENERALS)
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert app.main.conversation.turns == []
        assert "The history of chess" in screen_text(app)
        await ask(pilot, PIECES)
    assert sorted(conversation.title for conversation in kept_conversations()) == sorted([GENERALS, PIECES])


async def test_what_was_kept_and_cannot_be_read_is_told(folder: Path) -> None:
    history_folder().mkdir(parents=True)
    (history_folder() / "20260101T120000-0000aaaa.jsonl").write_text("no conversation")
    app = ChatbotApp(Settings(folder))
    async with app.run_test(size=(160, 50), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f9")
        await settle(pilot)
        told = [toast.message for toast in app._notifications]
        assert message("conversations unreadable", "en", folder=history_folder(), count=1) in told


async def test_without_history_nothing_is_kept_but_the_run_has_its_questions(folder: Path) -> None:
    app = ChatbotApp(Settings(folder, history=False))
    async with app.run_test(size=(160, 50), notifications=True) as pilot:
        await settle(pilot)
        await ask(pilot, GENERALS)
        await pilot.press("f9")
        await settle(pilot)
        assert "Conversations are not kept: the settings say so." in screen_text(app)
        await pilot.press("up")
        assert app.main.prompt.value == GENERALS
    assert not history_folder().exists()


async def test_a_conversation_that_cannot_be_kept_is_told_once_and_goes_on(app: ChatbotApp, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    async with app.run_test(size=(160, 50), notifications=True) as pilot:
        await settle(pilot)
        await ask(pilot, GENERALS)
        assert "This conversation cannot be kept" in screen_text(app)
        await ask(pilot, PIECES)
        assert len(app.main.conversation.answers) == 2


async def test_a_conversation_about_articles_that_changed_says_so(folder: Path) -> None:
    hold_conversation(folder, GENERALS)
    article = folder / "leger.txt"
    article.write_text(article.read_text(encoding="utf-8").replace("ruim tweeduizend", "bijna negen"), encoding="utf-8")
    app = ChatbotApp(Settings(folder))
    async with app.run_test(size=(160, 50), notifications=True) as pilot:
        await settle(pilot)
        await open_history(pilot)
        await pilot.press("enter")
        await settle(pilot)
        text = screen_text(app)
        assert "ruim tweeduizend generaals" in text
        assert "The article has changed since this citation" in text
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert app.main.source.is_open
        assert app.main.source.view.citation is None


async def test_a_conversation_about_other_articles_is_not_listed(folder: Path, tmp_path: Path) -> None:
    hold_conversation(folder, GENERALS)
    other = tmp_path / "other"
    other.mkdir()
    (other / "chess.md").write_text((folder / "chess.md").read_text(encoding="utf-8"), encoding="utf-8")
    app = ChatbotApp(Settings(other))
    async with app.run_test(size=(160, 60), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f9")
        await settle(pilot)
        assert message("no conversations", "en") in screen_text(app)
    hold_conversation(other, PIECES)
    app = ChatbotApp(Settings(other))
    async with app.run_test(size=(160, 60), notifications=True) as pilot:
        await settle(pilot)
        await open_history(pilot)
        assert PIECES in screen_text(app)
        assert GENERALS not in screen_text(app)


async def test_the_language_of_the_interface_can_be_switched(app: ChatbotApp) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await ask(pilot, GENERALS)
        await app.action_switch_language()
        await settle(pilot)
        assert "Ctrl+N Volgende" in screen_text(app)
        assert "tweeduizend generaals" in screen_text(app)
        await ask(pilot, PIECES)
        assert [turn.request.question for turn in app.main.conversation.turns] == [GENERALS, PIECES]
    assert ChatbotApp(Settings(origins={"language": "default"})).language == "nl"
    assert ChatbotApp(Settings(origins={"language": "file"})).language == "en"


async def test_a_question_typed_while_a_conversation_is_restored_comes_after_it(app: ChatbotApp, folder: Path) -> None:
    hold_conversation(folder, GENERALS, *["Wie kan het schaakspel spelen?"] * 20)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await open_history(pilot)
        before = app.main.conversation
        pilot.app.post_message(events.Key("enter", None))
        while app.main.conversation is before or not app.main.conversation.turns:
            await asyncio.sleep(0)
        app.main.conversation.ask(Request("And in 2017?"))
        pilot.app.post_message(events.Key("ctrl+l", None))
        await settle(pilot)
        assert message("still busy", "en") in screen_text(app)
        assert len(app.main.conversation.answers) == 22
        assert app.main.conversation.turns[-1].answer is not None
