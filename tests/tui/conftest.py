from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pyperclip
import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerFailed

from chatbot.answers.answer import Answer, Certainty, KeySentence
from chatbot.answers.citation import Citation
from chatbot.articles.article import Article
from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from chatbot.tui.citation_card import CitationCard
from chatbot.tui.conversation_switch import HistoryList
from chatbot.tui.remembered import remember
from tests.articles import section_at
from tests.letter_encoder import LetterEncoder

DRAW_PERIOD = 0.001
"""Seconds between two looks of Textual at what is to be drawn; it takes 1/60 by itself."""

DRAWN_AGAIN = 3
"""How often the screen is drawn after a key: a layout may ask for another."""

LOOP_TURNS = 50
"""Turns of the event loop before that, in which a message gets from widget to widget."""

LEGER = """Het leger van Venezuela

Hoeveel generaals heeft het leger?

Venezuela telt nu ruim tweeduizend generaals. Dat is driemaal het aantal in het Amerikaanse leger.

De vliegtuigen

De luchtmacht bezit vliegtuigen van Amerikaanse en van Russische makelij. Onderdelen voor de Amerikaanse \
vliegtuigen zijn er al twintig jaar niet meer te krijgen.
"""

CHESS = """# The history of chess

Chess was first played in India in the sixth century. From India the game of chess went to Persia.

## How are the pieces named?

The pieces of chess are named the king, the queen, the rook, the bishop, the knight and the pawn.
"""


@pytest.fixture(autouse=True)
def same_everywhere(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Shut out what the environment would change, begin without a history or a cache, and load no model.

    Reading help is off, as if a reader had turned it off before, and no sample questions are tried. The app looks
    whether the articles have changed only where a test has it do so.
    """
    for name in ("NO_COLOR", "TEXTUAL_THEME", "CHATBOT_CORPUS"):
        monkeypatch.delenv(name, raising=False)
    for name in ("STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path_factory.mktemp(name)))
    remember(reading_help="off")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", DRAW_PERIOD)
    monkeypatch.setattr("textual.app.wait_for_idle", nothing_left_to_do)
    monkeypatch.setattr("textual.pilot.wait_for_idle", nothing_left_to_do)
    monkeypatch.setattr("chatbot.tui.corpus_loader.WATCH_INTERVAL", 3600)
    monkeypatch.setattr("chatbot.answers.samples.ASKED_LIMIT", 0)
    monkeypatch.setattr("chatbot.tui.app.ChatbotApp.NOTIFICATION_TIMEOUT", 3600)
    monkeypatch.setattr("chatbot.answers.engine.LightEncoder", lambda _folder: LetterEncoder())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one Dutch and one English article."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "leger.txt").write_text(LEGER, encoding="utf-8")
    (articles / "chess.md").write_text(CHESS, encoding="utf-8")
    return articles


@pytest.fixture
def app(folder: Path) -> ChatbotApp:
    return ChatbotApp(Settings(folder, "en"))


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the clipboard of the desktop got."""
    copied: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", copied.append)
    return copied


async def nothing_left_to_do(_min_seconds: float = 0) -> None:
    """Wait until the event loop has run what was waiting, and what followed from it is drawn.

    Textual's own `wait_for_idle` sleeps until the process takes less than a twentieth of a core's time, which takes 20
    ms after each key, and on a busy machine may be before anything was done.
    """
    for _ in range(DRAWN_AGAIN):
        for _ in range(LOOP_TURNS):
            await asyncio.sleep(0)
        await asyncio.sleep(2 * DRAW_PERIOD)


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Wait for what a thread or a timer brings about."""
    async with asyncio.timeout(120):  # after which it is not coming any more
        while not condition():
            await pilot.pause(0.01)
    await pilot.pause()


async def shown(pilot: Pilot[None], text: str) -> None:
    """Wait until the text is on the screen."""
    app = pilot.app
    assert isinstance(app, ChatbotApp)
    await until(pilot, lambda: text in screen_text(app))


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    """Resize the terminal and wait for Textual's timer of 1/120 s, after which all is drawn anew."""
    await pilot.resize_terminal(width, height)
    await pilot.pause(1 / 60)
    await pilot.pause()


async def open_history(pilot: Pilot[None]) -> None:
    """Press the key for earlier conversations and wait until they are listed."""
    await pilot.press("f9")
    await until(pilot, lambda: isinstance(pilot.app.screen, HistoryList))


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the articles are loaded, every question is answered, all workers are done and all of it is drawn."""
    app = pilot.app
    assert isinstance(app, ChatbotApp)
    await pilot.pause()
    while app.workers:
        with contextlib.suppress(WorkerFailed):
            await app.workers.wait_for_complete()
        await pilot.pause()
    await pilot.pause()


async def look(pilot: Pilot[None]) -> None:
    """Have the app look at the folder, as it does every few seconds, and wait until it has dealt with what it found."""
    app = pilot.app
    assert isinstance(app, ChatbotApp)
    app.loader.follow()
    await settle(pilot)


async def ask(pilot: Pilot[None], question: str) -> None:
    """Type a question, send it and wait for its answer."""
    app = pilot.app
    assert isinstance(app, ChatbotApp)
    app.main.prompt.focus()
    app.main.prompt.value = question
    await pilot.press("enter")
    await settle(pilot)


def answer_of(articles: Sequence[Article], *sentences: str, certainty: Certainty = "answered") -> Answer:
    """An answer of these sentences, whatever else the articles have; each is cited with the paragraph that it is in."""
    citations: dict[tuple[str, int], Citation] = {}
    key_sentences = []
    for sentence in sentences:
        article = next(article for article in articles if sentence in article.text)
        start = article.text.index(sentence)
        block = next(block for block in article.blocks if block.start <= start < block.end)
        citation = Citation(
            number=len(citations) + 1,
            article=article.name,
            title=article.title,
            section=section_at(article, start),
            text=article.text[block.start : block.end],
            start=block.start,
            end=block.end,
            score=1.0,
            highlights=((start, start + len(sentence)),),
            matches=(),
        )
        number = citations.setdefault((article.name, block.start), citation).number
        key_sentences.append(KeySentence(number, article.name, start, start + len(sentence), sentence, 1.0))
    cited = tuple(citations.values())
    return Answer("And so?", "en", certainty, 0.9, "So it says:", cited, key_sentences=tuple(key_sentences))


async def show(pilot: Pilot[None], answer: Answer) -> list[CitationCard]:
    """Show an answer below the others; its citations."""
    app = pilot.app
    assert isinstance(app, ChatbotApp)
    await app.main.conversation.restore([answer])
    await pilot.pause()
    return app.main.conversation.turns[-1].cards


async def show_sentences(pilot: Pilot[None], *sentences: str) -> list[CitationCard]:
    """Show an answer of these sentences of the articles; its citations."""
    app = pilot.app
    assert isinstance(app, ChatbotApp)
    assert app.main.corpus
    return await show(pilot, answer_of(app.main.corpus.articles, *sentences))


def front(app: ChatbotApp) -> Screen[object]:
    """The screen that lies on top."""
    return app.screen


def focused(app: ChatbotApp) -> Widget | None:
    """The widget that has the focus."""
    return app.focused


def screen_text(app: ChatbotApp) -> str:
    """What is on the screen, line by line."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())
