from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerFailed

from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from tests.letter_encoder import LetterEncoder

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

    The app looks whether the articles have changed only where a test has it do so.
    """
    for name in ("NO_COLOR", "TEXTUAL_THEME", "CHATBOT_CORPUS"):
        monkeypatch.delenv(name, raising=False)
    for name in ("STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path_factory.mktemp(name)))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr("chatbot.tui.app.WATCH_INTERVAL", 3600)
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


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the articles are loaded, every question is answered and all of it is drawn."""
    app = pilot.app
    assert isinstance(app, ChatbotApp)
    await pilot.pause()
    while app.is_busy:
        with contextlib.suppress(WorkerFailed):
            await app.workers.wait_for_complete()
        await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def ask(pilot: Pilot[None], question: str) -> None:
    """Type a question, send it and wait for its answer."""
    app = pilot.app
    assert isinstance(app, ChatbotApp)
    app.main.prompt.focus()
    app.main.prompt.value = question
    await pilot.press("enter")
    await settle(pilot)


def front(app: ChatbotApp) -> Screen[object]:
    """The screen that lies on top."""
    return app.screen


def focused(app: ChatbotApp) -> Widget | None:
    """The widget that has the focus."""
    return app.focused


def screen_text(app: ChatbotApp) -> str:
    """What is on the screen, line by line."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())
