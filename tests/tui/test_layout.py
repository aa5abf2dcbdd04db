from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.tui.app import ChatbotApp
from chatbot.tui.article_view import MARGIN_WIDTH
from tests.tui.conftest import ask, resize, screen_text, settle

QUESTION = "Where was chess first played and how are the pieces of chess named?"


async def test_article_is_beside_the_conversation_where_there_is_room_and_else_below_it(app: ChatbotApp) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        assert not app.main.source.display
        await ask(pilot, QUESTION)
        await pilot.press("ctrl+n")
        await pilot.pause()
        conversation, source = app.main.conversation, app.main.source
        assert source.region.x == conversation.region.right
        assert source.region.y == conversation.region.y
        await resize(pilot, 109, 30)
        assert source.region.y == conversation.region.bottom
        assert source.region.width == conversation.region.width == 109
        assert source.region.height > conversation.region.height


async def test_reader_keeps_the_place_in_the_article_when_the_terminal_is_resized(
    app: ChatbotApp, folder: Path
) -> None:
    sentences = "\n\n".join(f"Sentence number {n} of the article, with some words more to wrap it." for n in range(400))
    (folder / "a.txt").write_text(f"The long article\n\n{sentences}\n", encoding="utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("f2", "enter")
        await pilot.pause()
        view = app.main.source.view
        view.scroll_to(y=300, animate=False)
        await pilot.pause()
        assert view.page
        place = view.page.offset_at(300)
        assert place
        await resize(pilot, 44, 30)
        assert view.page.offset_at(view.scroll_offset.y) == pytest.approx(place, abs=50)


async def test_what_is_cited_stays_in_sight_from_narrow_to_wide_and_back(app: ChatbotApp, folder: Path) -> None:
    filling = "\n\n".join(f"Filling number {number} says nothing about it. " * 3 for number in range(200))
    text = f"The long article\n\n{filling}\n\nZebras sleep standing up in the savannah.\n\n{filling}\n"
    (folder / "long.txt").write_text(text, encoding="utf-8")

    def is_in_sight() -> bool:
        view = app.main.source.view
        assert view.citation
        assert view.page
        line = view.page.line_at(view.citation.highlights[0][0])
        return view.scroll_offset.y <= line < view.scroll_offset.y + view.size.height

    async with app.run_test(size=(20, 6)) as pilot:
        await settle(pilot)
        await ask(pilot, "Where do zebras sleep standing up?")
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert is_in_sight()
        for step in (0, 2):
            app.main.source.view.scroll_relative(y=step, animate=False)
            for size in ((300, 80), (80, 24), (120, 40), (40, 15), (80, 24)):
                await resize(pilot, *size)
                assert is_in_sight(), (step, size)
        assert "Zebras sleep standing up" in screen_text(app)


async def test_what_is_said_in_passing_is_whole_and_lets_the_mouse_through_beside_it(app: ChatbotApp) -> None:
    async with app.run_test(size=(40, 15), notifications=True) as pilot:
        await settle(pilot)
        await ask(pilot, QUESTION)
        app.notify("There are no conversations that have been kept. Ask a question to begin one, please.", markup=False)
        await settle(pilot)
        assert "begin one, please." in " ".join(screen_text(app).replace("▌", " ").split())
        assert await pilot.click(app.main.conversation.turns[0].cards[0])
        await pilot.pause()
        assert app.main.source.is_open


async def test_a_few_words_in_passing_lie_over_the_status_line_alone(app: ChatbotApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await ask(pilot, QUESTION)
        below = screen_text(app).splitlines()[1:]
        app.notify("Nothing to choose.", markup=False)
        await settle(pilot)
        status, *rest = screen_text(app).splitlines()
        assert status.endswith("▌ Nothing to choose. ")
        assert rest == below


async def test_survives_any_series_of_sizes(app: ChatbotApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await ask(pilot, QUESTION)
        await pilot.press("1", "enter")
        for size in ((40, 12), (160, 50), (1, 1), (10, 3), (110, 12), (80, 24)):
            await resize(pilot, *size)
        assert "citation 1 · " in screen_text(app)


async def test_opened_citation_is_in_sight_in_the_conversation(app: ChatbotApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await ask(pilot, QUESTION)
        for card in app.main.conversation.turns[-1].cards:
            await pilot.press("ctrl+n")
            await pilot.pause()
            await pilot.pause()
            assert app.main.conversation.region.contains(*card.region.offset), card.citation.number


async def test_text_of_the_article_can_be_selected_with_the_mouse(app: ChatbotApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f2", "enter")
        await pilot.pause()
        view = app.main.source.view
        await pilot.mouse_down(view, offset=(MARGIN_WIDTH, 0))
        await pilot.hover(view, offset=(MARGIN_WIDTH + 10, 0))
        await pilot.mouse_up(view, offset=(MARGIN_WIDTH + 10, 0))
        await pilot.pause()
        assert app.main.get_selected_text() == "The history"
