from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console
from textual import events

from chatbot.answers.answer import Answer, Certainty
from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from chatbot.tui.turn import Offer
from tests.tui.conftest import answer_of, ask, open_history, screen_text, settle, show

MARKUP = "[bold]x[/bold] [@click=app.quit]stop[/] [/nonsense]"
ESCAPES = "\x1b[31mred\x1b[0m \x1b]0;title\x07 \u202ereversed\u202c \u200bzero\u200d \x9b5m"

HOSTILE = "[@click=app.quit]x[/] \x1b[31m\u202e\u200by\x9b5m"


OBEYED = "\x1b\x07\x9b\u202e\u202c\u200b\u200d"
"""What a terminal would obey, or what would hide what else is there."""


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
        app.main.prompt.focus()
        app.post_message(events.Paste(f"{MARKUP} \x1b[32m\u202eprompt"))
        await pilot.pause()
        seen.append(screen_text(app))
        assert app.is_running
        app.console = Console(width=150, force_terminal=True)
        assert "\x1b[31mred" not in app.export_screenshot()
    return "\n".join(seen)


async def test_markup_is_shown_to_the_letter_and_nothing_is_drawn_that_a_terminal_obeys(folder: Path) -> None:
    wide = "ゼブラは立って眠る。" * 40 + " 😀👨🏽‍🚀 cafe\u0301."
    both = f"{MARKUP} {ESCAPES}"
    text = f"Title {both}\n\nHeading {both}?\n\nZebras sleep standing up {both} in the savannah.\n\n{wide}\n"
    (folder / "a\x1b[33m\u202e.txt").write_text(text, encoding="utf-8")
    (folder / "b\x1b[34m.txt").write_bytes(b"\xff")
    seen = await rendered_everywhere(folder)
    assert seen.count(MARKUP) >= 8
    assert "␛[31mred" in seen
    assert "ゼブラは立って眠る" in seen
    assert not set(OBEYED) & set(seen)


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ChatbotApp:
    """An app over a folder whose name, and whose article's name, title and text are hostile, as is where it runs."""
    here = tmp_path / f"here {HOSTILE}".replace("/", "|")
    folder = here / f"articles {HOSTILE}".replace("/", "|")
    folder.mkdir(parents=True)
    monkeypatch.chdir(here)
    monkeypatch.setattr("pyperclip.copy", lambda _text: None)
    text = f"Title {HOSTILE}\n\nHeading {HOSTILE}?\n\nZebras sleep standing up {HOSTILE} in the savannah.\n"
    (folder / f"a {HOSTILE}.txt".replace("/", "|")).write_text(text, encoding="utf-8")
    return ChatbotApp(Settings(folder, "en"))


async def test_lists_lines_and_messages_draw_what_is_hostile_as_signs(hostile: ChatbotApp) -> None:
    seen = {}
    async with hostile.run_test(size=(200, 50), notifications=True) as pilot:
        await settle(pilot)
        seen["status line"] = screen_text(hostile).splitlines()[0]
        await ask(pilot, f"Where do zebbras sleep {HOSTILE}?")
        seen["answer"] = screen_text(hostile)
        for name, key in (("copy", "ctrl+y"), ("export", "ctrl+s")):
            await pilot.press(key)
            await settle(pilot)
            seen[name] = screen_text(hostile)
        await pilot.press("1", "enter", "slash")
        hostile.post_message(events.Paste(HOSTILE))
        await settle(pilot)
        seen["find line"] = screen_text(hostile)
        await pilot.press("escape")
        await open_history(pilot)
        seen["earlier conversations"] = screen_text(hostile)
        await pilot.press("escape", "f4")
        await pilot.pause()
        hostile.post_message(events.Paste(HOSTILE))
        await pilot.pause()
        seen["palette"] = screen_text(hostile)
        assert hostile.is_running
    for name, text in seen.items():
        assert not set(OBEYED) & set(text), name
    shown = ("status line", "answer", "earlier conversations")
    for name in (*shown, "find line", "palette"):
        assert "[@click=app.quit]x[" in seen[name], name
        assert ("␛[31m" if name in shown else "[31m") in seen[name], name
    assert "Citation 1 is copied" in seen["copy"]
    exported = " ".join(seen["export"].replace("▌", " ").split())
    assert "The conversation is in the folder" in exported
    assert "[@click=app.quit]x[|]" in exported


async def test_offers_draw_what_is_hostile_as_signs_and_markup_in_them_does_nothing(hostile: ChatbotApp) -> None:
    answer = Answer("q", "en", "answered", 0.9, HOSTILE, (), (HOSTILE, "zebras"), corrected=f"Zebras {HOSTILE}?")
    async with hostile.run_test(size=(200, 50)) as pilot:
        await settle(pilot)
        await show(pilot, answer)
        seen = screen_text(hostile)
        assert seen.count("[@click=app.quit]x[/] ␛[31m") >= 2
        assert not set(OBEYED) & set(seen)
        first = hostile.main.query_one(Offer)
        column = seen.splitlines()[first.region.y].index("x[/]")
        await pilot.click(offset=(column, first.region.y))
        await pilot.pause()
        assert hostile.is_running


@pytest.mark.parametrize("certainty", ["answered", "not found"])
async def test_citations_draw_what_is_hostile_as_signs_folded_and_unfolded(
    hostile: ChatbotApp, certainty: Certainty
) -> None:
    async with hostile.run_test(size=(200, 50)) as pilot:
        await settle(pilot)
        assert hostile.main.corpus
        shown = f"Zebras sleep standing up {HOSTILE}".replace("\u200b", "")  # which is left out when a file is read
        answer = answer_of(hostile.main.corpus.articles, shown, certainty=certainty)
        (sentence,) = answer.key_sentences
        (card,) = await show(pilot, replace(answer, key_sentences=(replace(sentence, also_in=(HOSTILE,)),)))
        card.focus()
        for _ in range(2):
            seen = screen_text(hostile)
            assert "standing up [@click=app.quit]x[/] ␛[31m" in seen
            assert not set(OBEYED) & set(seen)
            await pilot.press("space")
            await pilot.pause()
        assert hostile.is_running
