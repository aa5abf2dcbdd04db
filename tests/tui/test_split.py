"""How the room is shared between the conversation and the article."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from chatbot.settings import Settings
from chatbot.storage.private_files import state_folder
from chatbot.tui.app import ChatbotApp
from chatbot.tui.remembered import LEAST_SHARE, MOST_SHARE, Remembered, remember, remembered
from tests.tui.conftest import ask, focused, screen_text, settle

WIDE, NARROW = (120, 40), (80, 24)


async def open_citation(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await ask(pilot, "Where was chess first played?")
    await pilot.press("ctrl+n")
    await pilot.pause()


def article_room(app: ChatbotApp) -> int:
    """Columns of the article where it is beside the conversation, else rows."""
    source = app.main.source
    return source.region.width if source.region.x else source.region.height


async def test_keys_give_the_article_more_room_or_less_but_in_the_prompt_move_the_cursor(app: ChatbotApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_citation(pilot)
        place = focused(app)
        rooms = [article_room(app)]
        for key in ("alt+left", "ctrl+left", "alt+right", "ctrl+right"):
            await pilot.press(key)
            await pilot.pause()
            rooms.append(article_room(app))
        assert rooms[0] < rooms[1] < rooms[2]
        assert rooms[::-1] == rooms
        assert focused(app) is place
        await pilot.press(*"why so", "ctrl+left")
        await pilot.pause()
        assert article_room(app) == rooms[0]
        assert app.main.prompt.cursor_position == len("why ")


async def test_neither_of_the_two_can_be_squeezed_out(app: ChatbotApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await open_citation(pilot)
        for key, count in (("alt+left", 6), ("alt+right", 13)):
            await pilot.press(*[key] * count)
            await pilot.pause()
            assert app.main.conversation.size.height >= 3
            assert app.main.conversation.size.width >= 20
            assert app.main.source.view.size.height >= 3
            assert app.main.source.view.size.width >= 20


async def test_edge_beside_the_conversation_is_dragged_with_the_mouse_and_the_title_is_none(app: ChatbotApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_citation(pilot)
        source, place = app.main.source, app.main.source.region
        await pilot.mouse_down("#source-title")
        await pilot.hover(offset=(30, 5))
        await pilot.mouse_up(offset=(30, 5))
        await pilot.pause()
        assert source.region == place
        await pilot.mouse_down(offset=(source.region.x, 20))
        for column in (80, 50, 40, 36):
            await pilot.hover(offset=(column, 5))
            await pilot.pause()
            assert source.region.x == pytest.approx(column, abs=1)
        await pilot.mouse_up(offset=(36, 5))
        await pilot.hover(offset=(90, 5))
        await pilot.pause()
        assert source.region.x == 36
        assert not app.main.get_selected_text()
        assert remembered().beside == 70


async def test_bar_above_the_article_is_dragged_with_the_mouse_where_it_is_below(app: ChatbotApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await open_citation(pilot)
        source = app.main.source
        await pilot.mouse_down("#source-title")
        await pilot.hover(offset=(5, 6))
        await pilot.mouse_up(offset=(5, 6))
        await pilot.pause()
        assert source.region.y == pytest.approx(6, abs=1)
        assert not app.main.get_selected_text()
        assert remembered().beside == Remembered().beside
        assert remembered().below > Remembered().below


async def test_split_is_remembered_from_one_run_to_the_next(folder: Path) -> None:
    rooms = []
    for keys in (["alt+left"] * 3, []):
        app = ChatbotApp(Settings(folder))
        async with app.run_test(size=WIDE) as pilot:
            await open_citation(pilot)
            await pilot.press(*keys)
            await pilot.pause()
            rooms.append(article_room(app))
    assert rooms[0] == rooms[1]
    assert (remembered().beside, remembered().below) == (65, 55)


def test_what_is_remembered_is_read_as_it_was_written() -> None:
    remember(beside=LEAST_SHARE, below=MOST_SHARE)
    remember(reading_help="all words")
    assert remembered() == Remembered(LEAST_SHARE, MOST_SHARE, "all words")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b'{"beside": 60',
        b"[" * 100_000,
        b"[60, 70]",
        b'{"beside": 0, "below": 70}',
        b'{"beside": 60, "below": 101}',
        b'{"beside": "60", "below": true}',
        b'{"beside": 60.5, "below": 70}',
        b'{"reading_help": "dance"}',
    ],
    ids=["empty", "binary", "cut off", "deep", "foreign", "nothing", "too much", "text", "fraction", "no mode"],
)
def test_what_cannot_be_used_is_not_used_and_replaced_by_the_next_change(content: bytes) -> None:
    remember()
    (file,) = state_folder().iterdir()
    file.write_bytes(content)
    assert remembered() == Remembered()
    remember(beside=60, below=70)
    assert json.loads(file.read_bytes()) == {"beside": 60, "below": 70, "reading_help": "auto"}


async def test_split_works_where_nothing_can_be_remembered(app: ChatbotApp) -> None:
    shutil.rmtree(state_folder())
    state_folder().write_text("a file in the place of the folder", encoding="utf-8")
    async with app.run_test(size=WIDE) as pilot:
        await open_citation(pilot)
        room = article_room(app)
        await pilot.press("alt+left")
        await pilot.pause()
        assert article_room(app) > room


async def test_article_gets_the_whole_screen_and_gives_it_back_when_the_conversation_is_needed(app: ChatbotApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_citation(pilot)
        source, place = app.main.source, app.main.source.region
        for back in ("f12", "escape"):
            await pilot.press("f12")
            await pilot.pause()
            assert source.region.size == app.main.split.region.size
            assert not app.main.conversation.display
            assert focused(app) is source.view
            await pilot.press("pagedown", back)
            await pilot.pause()
            assert source.region == place
            assert source.is_open
        await pilot.press("f12")
        await ask(pilot, "How are the pieces named?")
        assert not app.main.split.is_zoomed
        assert "How are the pieces named?" in screen_text(app)
        await pilot.press("f12")
        app.main.prompt.focus()
        await pilot.press("down")
        await pilot.pause()
        assert not app.main.split.is_zoomed
        assert focused(app) is app.main.conversation.turns[-1].cards[0]


async def test_keys_for_the_article_say_what_to_do_where_none_is_open(app: ChatbotApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        for key in ("alt+left", "alt+right", "f12", "f3"):
            await pilot.press(key)
            await pilot.pause()
            assert "No article is open." in screen_text(app)
            app.clear_notifications()
            await pilot.pause()
        assert not app.main.split.is_zoomed
