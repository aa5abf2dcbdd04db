"""Preferences: the theme and the keys of the settings, and a word where they cannot be had."""

from __future__ import annotations

from pathlib import Path

from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from tests.tui.conftest import ask, screen_text, settle


async def test_the_theme_and_the_keys_of_the_settings_hold(folder: Path) -> None:
    app = ChatbotApp(Settings(folder, theme="nord", keys={"citation.next": "f9"}))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert app.theme == "nord"
        await ask(pilot, "How many generals does the army of Venezuela have?")
        await pilot.press("f8")
        assert not app.main.source.display
        await pilot.press("f9")
        await settle(pilot)
        assert app.main.source.display


async def test_what_cannot_be_had_is_told_and_the_rest_holds(folder: Path) -> None:
    keys = {"no.such": "f9", "help": "f2", "citation.next": "f9"}
    app = ChatbotApp(Settings(folder, theme="mauve", keys=keys, problems=("The file has a hole in it.",)))
    async with app.run_test(size=(160, 60)) as pilot:
        await settle(pilot)
        text = " ".join(screen_text(app).split())
        assert "The file has a hole in it." in text
        assert "There is no colour theme mauve. Choose from:" in text
        assert "There is no key no.such to bind anew. Choose from: " in text
        assert "citation.next, citation.previous, conversation.export" in text
        assert "The key f2 is given to more than one command in the settings (articles, help)." in text
        assert app.theme == "textual-dark"
        await ask(pilot, "How many generals does the army of Venezuela have?")
        await pilot.press("f9")
        await settle(pilot)
        assert app.main.source.display
