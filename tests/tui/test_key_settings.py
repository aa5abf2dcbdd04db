"""Preferences: the theme and the keys of the settings, and a word where they cannot be had."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.command import CommandPalette

from chatbot.messages import catalogue
from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from chatbot.tui.key_settings import interface_problems, keymap
from chatbot.tui.keys import BINDABLE_KEYS, KeyNames, key_name
from chatbot.tui.list_screen import HelpScreen
from tests.tui.conftest import ask, front, screen_text, settle, show_sentences


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
        assert "or an article (Alt+A) first;" in text
        await pilot.press("f11")
        await pilot.pause()
        rows = " ".join(screen_text(app).split())
        assert "F11 Shows what the keys do." in rows
        assert "Ctrl+J Opens the next citation" in rows
        assert "F8" not in rows
        await pilot.press("f11")
        assert app.screen is app.main
        await ask(pilot, "How many generals does the army of Venezuela have?")
        await pilot.press("down", "f11")
        await pilot.pause()
        assert "→, Ctrl+U Shows the whole passage of the citation" in " ".join(screen_text(app).split())
        await pilot.press("f11")
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
    keys = {"no.such": "f9", "help": "f11", "offer": "f11", "citation.next": "ctrl+j"}
    app = ChatbotApp(Settings(folder, theme="mauve", keys=keys))
    async with app.run_test(size=(160, 60)) as pilot:
        await settle(pilot)
        text = " ".join(screen_text(app).replace("▌", " ").split())
        assert "There is no colour theme mauve. Choose another, such as" in text
        assert "There is no command no.such to give a key. Choose another, such as" in text
        assert "The settings give the key F11 to more than one command (help, offer)" in text
        assert app.theme == "textual-dark"
        await ask(pilot, "How many generals does the army of Venezuela have?")
        await pilot.press("ctrl+j")
        await settle(pilot)
        assert app.main.source.display


async def test_a_key_that_the_settings_give_to_another_command_is_no_longer_that_of_the_first(folder: Path) -> None:
    settings = Settings(folder, keys={"hold": " F6 ", "offer": "f5", "help": "f2"})
    assert interface_problems(settings) == []
    assert keymap(settings) == {"hold": "f6", "offer": "f5", "help": "f2"}
    app = ChatbotApp(settings)
    async with app.run_test(size=(100, 60)) as pilot:
        await settle(pilot)
        assert "F6 language: auto" in screen_text(app)
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(front(app), HelpScreen)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (
            {"conversation.new": "f11", "offer": "f11"},
            "The settings give the key F11 to more than one command (offer, conversation.new);",
        ),
        (
            {"prompt.enter": "ctrl+g", "prompt.answer": "f9, ctrl+g"},
            "The settings give the key Ctrl+G to more than one command (prompt.enter, prompt.answer);",
        ),
    ],
)
def test_a_key_that_does_not_do_what_was_meant_is_told(keys: dict[str, str], told: str) -> None:
    (problem,) = interface_problems(Settings(keys=keys))
    assert problem.startswith(told)


@pytest.mark.parametrize(
    "keys",
    [
        {"prompt.page.up": "ctrl+u", "page.up": "ctrl+u"},
        {"conversation.new": "f4", "palette": "f11"},
        {"conversation.new": "ctrl+q", "quit": "ctrl+e"},
    ],
)
def test_a_key_that_does_what_was_meant_is_no_problem(keys: dict[str, str]) -> None:
    assert interface_problems(Settings(keys=keys)) == []


async def test_the_palette_can_have_a_key_that_the_screen_has_another_for(folder: Path) -> None:
    app = ChatbotApp(Settings(folder, keys={"palette": "f2"}))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert KeyNames(app)["articles"] == "Ctrl+O"
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(front(app), CommandPalette)


async def test_a_key_of_two_commands_does_the_first_that_is_told(folder: Path) -> None:
    app = ChatbotApp(Settings(folder, keys={"help": "f11", "articles": "f11"}))
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("f11")
        await pilot.pause()
        assert isinstance(front(app), HelpScreen)


@pytest.mark.parametrize(
    ("palette", "hint"), [({}, "F4"), ({"palette": "f11"}, "F11"), ({"conversation.new": "f4"}, "articles")]
)
async def test_a_hint_of_a_command_without_a_key_names_one_that_works(
    folder: Path, palette: dict[str, str], hint: str
) -> None:
    app = ChatbotApp(Settings(folder, keys={"offer": "f2", "hold": "ctrl+o"} | palette))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert KeyNames(app)["articles"] == hint


def test_messages_name_keys_that_there_are() -> None:
    ids = {key_id for text in catalogue("en").values() for key_id in re.findall(r"\{keys\[(.*?)\]\}", text)}
    assert "citation.copy" in ids
    assert ids <= BINDABLE_KEYS.keys()


@pytest.mark.parametrize(
    ("key", "name"),
    [("ctrl+n", "Ctrl+N"), ("f1", "F1"), ("shift+pageup", "Shift+PgUp"), ("alt+left", "Alt+←"), ("slash", "/")],
)
def test_keys_are_named_as_readers_know_them(key: str, name: str) -> None:
    assert key_name(key, "en") == name
