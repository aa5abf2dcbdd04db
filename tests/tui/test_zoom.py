"""The article full screen."""

from __future__ import annotations

from textual.pilot import Pilot

from chatbot.tui.app import ChatbotApp
from tests.tui.conftest import ask, focused, screen_text, settle

WIDE = (120, 40)


async def open_citation(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await ask(pilot, "Where was chess first played?")
    await pilot.press("ctrl+n")
    await pilot.pause()


async def test_article_gets_the_whole_screen_and_gives_it_back_when_the_conversation_is_needed(app: ChatbotApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_citation(pilot)
        source, place = app.main.source, app.main.source.region
        for back in ("f12", "escape"):
            await pilot.press("f12")
            await pilot.pause()
            assert source.region.size == (WIDE[0], WIDE[1] - 2)  # all but prompt and footer
            assert "Where was chess first played?" not in screen_text(app)
            assert focused(app) is source.view
            await pilot.press("pagedown", back)
            await pilot.pause()
            assert source.region == place
            assert source.is_open
        await pilot.press("f12")
        await ask(pilot, "How are the pieces named?")
        assert app.main.maximized is None
        assert "How are the pieces named?" in screen_text(app)
        await pilot.press("f12")
        app.main.prompt.focus()
        await pilot.press("down")
        await pilot.pause()
        assert app.main.maximized is None
        assert focused(app) is app.main.conversation.turns[-1].cards[0]


async def test_keys_for_the_article_say_what_to_do_where_none_is_open(app: ChatbotApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        for key in ("f12", "f3"):
            await pilot.press(key)
            await pilot.pause()
            assert "No article is open." in screen_text(app)
            app.clear_notifications()
            await pilot.pause()
        assert app.main.maximized is None
