from __future__ import annotations

from pathlib import Path

from rich.console import Console

from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from tests.tui.conftest import ask, screen_text, settle

MARKUP = "[bold]x[/bold] [@click=app.quit]stop[/] [/nonsense]"
ESCAPES = "\x1b[31mred\x1b[0m \x1b]0;title\x07 \u202ereversed\u202c \u200bzero\u200d \x9b5m"


async def rendered_everywhere(folder: Path) -> str:
    """All that is drawn while every place is visited that shows text from outside."""
    seen = []
    app = ChatbotApp(Settings(folder, "en"))
    async with app.run_test(size=(150, 50)) as pilot:
        await settle(pilot)
        seen.append(screen_text(app))
        await pilot.press("f2")
        await pilot.pause()
        seen.append(screen_text(app))
        await pilot.press("enter")
        await pilot.pause()
        seen.append(screen_text(app))
        await ask(pilot, f"Where do zebras sleep {MARKUP} {ESCAPES}?")
        await pilot.press("ctrl+n")
        await pilot.pause()
        seen.append(screen_text(app))
        app.main.prompt.value = f"{MARKUP} \x1b[32m\u202eprompt"
        app.main.prompt.focus()
        await pilot.pause()
        seen.append(screen_text(app))
        assert app.is_running
        app.console = Console(width=150, force_terminal=True)
        assert "\x1b[31mred" not in app.export_screenshot()
    return "\n".join(seen)


async def test_markup_is_shown_to_the_letter(folder: Path) -> None:
    text = f"{MARKUP}\n\n{MARKUP} heading?\n\nZebras sleep standing up {MARKUP} in the savannah.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    seen = await rendered_everywhere(folder)
    assert seen.count(MARKUP) >= 8


async def test_nothing_that_a_terminal_obeys_is_drawn(folder: Path) -> None:
    text = f"Title {ESCAPES}\n\nHeading {ESCAPES}?\n\nZebras sleep standing up {ESCAPES} in the savannah.\n"
    (folder / "a\x1b[33m\u202e.txt").write_text(text, encoding="utf-8")
    (folder / "b\x1b[34m.txt").write_bytes(b"\xff")
    seen = await rendered_everywhere(folder)
    assert "␛[31mred" in seen
    for character in "\x1b\x07\x9b\u202e\u202c\u200b\u200d":
        assert character not in seen


async def test_wide_and_combining_characters_are_drawn(folder: Path) -> None:
    text = "日本語の記事\n\n" + "ゼブラは立って眠る。" * 40 + " zebras sleep 😀👨🏽‍🚀 cafe\u0301.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    assert "ゼブラは立って眠る" in await rendered_everywhere(folder)
