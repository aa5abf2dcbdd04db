"""Preferences: the theme and the keys of the settings, and a word where they cannot be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from chatbot.tui.key_settings import rebound_keys
from chatbot.tui.keys import key_name
from tests.tui.conftest import ask, screen_text, settle, show_sentences


async def test_the_theme_of_the_settings_holds_and_help_footer_and_hints_name_their_keys(folder: Path) -> None:
    keys = {
        "citation.next": "ctrl+j",
        "citation.unfold": "ctrl+u",
        "hold": "ctrl+g",
        "articles": "alt+a",
        "help": "f11",
    }
    app = ChatbotApp(Settings(folder, theme="nord", keys=keys))
    async with app.run_test(size=(100, 60), notifications=True) as pilot:
        await settle(pilot)
        assert app.theme == "nord"
        assert "Ctrl+G language: auto" in screen_text(app)
        await pilot.press("f12")
        await pilot.pause()
        text = " ".join(screen_text(app).replace("▌", " ").split())
        assert "Open a citation (Ctrl+J)" in text
        assert "or an article (Alt+A) first." in text
        await pilot.press("f11")
        await pilot.pause()
        rows = " ".join(screen_text(app).split())
        assert "F11, F1 Shows what each key does." in rows
        assert "Ctrl+J Opens the next citation" in rows
        assert "Ctrl+U, → Shows the whole passage of the citation." in rows
        assert "F8" not in rows
        await pilot.press("f11")
        assert app.screen is app.main
        await ask(pilot, "How many generals does the army of Venezuela have?")
        await pilot.press("down", "f8")
        await pilot.pause()
        assert not app.main.source.display
        footer = screen_text(app).splitlines()[-1].split()
        assert " ".join(footer) == ("1-9 Citation Enter Article Ctrl+U Passage Ctrl+J Next F11 Help")


async def test_the_keys_of_a_citation_can_be_bound_anew(folder: Path) -> None:
    app = ChatbotApp(Settings(folder, keys={"citation.unfold": "ctrl+u", "citation.open": "f11"}))
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        (card,) = await show_sentences(pilot, "From India the game of chess went to Persia.")
        card.focus()
        await pilot.press("ctrl+u")
        assert not card.has_class("-folded")
        await pilot.press("f11")
        await settle(pilot)
        assert app.main.source.view.citation is card.citation
        card.focus()
        await pilot.press("space")
        assert not card.has_class("-folded")
        assert app.main.prompt.value == " "


async def test_what_cannot_be_had_is_told_and_the_rest_holds(folder: Path) -> None:
    keys = {"no.such": "f9", "help": "f2", "citation.next": "ctrl+j"}
    app = ChatbotApp(Settings(folder, theme="mauve", keys=keys, problems=("The file has a hole in it.",)))
    async with app.run_test(size=(160, 60)) as pilot:
        await settle(pilot)
        text = " ".join(screen_text(app).replace("▌", " ").split())
        assert "The file has a hole in it." in text
        assert "There is no colour theme mauve. Choose another, such as" in text
        assert "There is no key no.such to bind anew. Choose another, such as" in text
        assert "By the settings the key F2 is that of more than one command (articles, help)." in text
        assert app.theme == "textual-dark"
        await ask(pilot, "How many generals does the army of Venezuela have?")
        await pilot.press("ctrl+j")
        await settle(pilot)
        assert app.main.source.display


@pytest.mark.parametrize(
    ("wanted", "bound", "problems"),
    [
        ({"hold": "f11"}, {"hold": "f11"}, 0),
        ({"hold": "f6", "offer": "f5"}, {"hold": "f6", "offer": "f5"}, 0),
        ({"hold": "f6", "offer": "f5", "back": "f5"}, {}, 2),
        ({"hold": "F4"}, {}, 1),
        ({"quit": "no-such-key"}, {"quit": "no-such-key,ctrl+q"}, 0),
        ({"hold": "ctrl+q"}, {}, 1),
        ({"hold": " , "}, {}, 0),
        ({"find.line.next": "f5"}, {"find.line.next": "f5"}, 0),
    ],
)
def test_a_key_that_clashes_does_not_count_and_quit_and_help_keep_theirs(
    wanted: dict[str, str], bound: dict[str, str], problems: int
) -> None:
    rebound, sentences = rebound_keys(wanted, "en")
    assert rebound == bound
    assert len(sentences) == problems


@pytest.mark.parametrize(
    ("key", "name"),
    [("ctrl+n", "Ctrl+N"), ("f1", "F1"), ("shift+pageup", "Shift+PgUp"), ("alt+left", "Alt+←"), ("slash", "/")],
)
def test_keys_are_named_as_readers_know_them(key: str, name: str) -> None:
    assert key_name(key) == name
