"""The article beside the numbers of the passages that are cited from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from chatbot.tui.article_view import MARGIN_WIDTH, MEASURE
from chatbot.tui.citation_card import CitationCard
from tests.tui.conftest import ask, resize, screen_text, settle, show_sentences

ZEBRAS = ("Zebras sleep in the savannah.", "At night zebras sleep for an hour.", "Zebras sleep standing up.")
"""In the order of an answer, which is not that of the article."""


@pytest.fixture
def zebras(folder: Path) -> Path:
    """A folder with an article that has three passages about zebras."""
    filling = "Filling says nothing about it, and goes on for some words more. " * 12
    text = "".join(f"Heading {number}\n\n{text}\n\n{filling}\n\n" for number, text in enumerate(sorted(ZEBRAS)))
    (folder / "zebras.txt").write_text(f"The long article about zebras\n\n{text}", encoding="utf-8")
    return folder


async def cards_about_zebras(pilot: Pilot[None]) -> list[CitationCard]:
    await settle(pilot)
    return await show_sentences(pilot, *ZEBRAS)


def row_of(app: ChatbotApp, card: CitationCard) -> int:
    """The row of the article's widget on which the passage starts."""
    view = app.main.source.view
    assert view.page
    return view.page.line_at(card.citation.start) - view.scroll_offset.y


async def test_every_passage_of_the_article_has_its_number_in_the_margin(zebras: Path) -> None:
    app = ChatbotApp(Settings(zebras))
    async with app.run_test(size=(160, 60)) as pilot:
        cards = await cards_about_zebras(pilot)
        await pilot.press("1", "enter", "f12")
        await pilot.pause()
        view = app.main.source.view
        rows = screen_text(app).splitlines()[view.region.y :]
        for card in cards:
            assert f"[{card.citation.number}]▌ " in rows[row_of(app, card)]
        assert "".join(rows).count("]▌ ") == len(cards)


async def test_a_click_on_a_number_opens_that_citation_of_the_answer_whatever_was_asked_since(zebras: Path) -> None:
    app = ChatbotApp(Settings(zebras))
    async with app.run_test(size=(110, 60)) as pilot:
        cards = await cards_about_zebras(pilot)
        await ask(pilot, "Where was chess first played?")
        cards[0].action_open()
        await pilot.pause()
        view = app.main.source.view
        other = cards[1]
        view.scroll_to(y=0, animate=False)
        await pilot.pause()
        await pilot.click(view, offset=(1, row_of(app, other)))
        await pilot.pause()
        assert view.citation is other.citation
        assert other.has_class("-open")
        assert f"citation {other.citation.number} · " in screen_text(app)
        await pilot.click(view, offset=(MARGIN_WIDTH + 3, row_of(app, cards[0])))
        await pilot.pause()
        assert view.citation is other.citation


async def test_an_article_from_the_list_has_the_numbers_of_the_answer_and_a_position(zebras: Path) -> None:
    app = ChatbotApp(Settings(zebras))
    async with app.run_test(size=(80, 24)) as pilot:
        cards = await cards_about_zebras(pilot)
        await pilot.press("f2", "end", "enter", "f12")
        await pilot.pause()
        view = app.main.source.view
        assert view.article is not None
        assert view.article.name == "zebras.txt"
        assert view.citation is None
        assert any(f"[{card.citation.number}]▌" in screen_text(app) for card in cards)
        bar = screen_text(app).splitlines()[0]
        assert f" {view.percent}%" in bar
        assert view.percent < 100
        await pilot.press("end")
        await pilot.pause()
        assert " 100%" in screen_text(app).splitlines()[0]


async def test_text_is_in_the_middle_of_a_pane_that_is_wider_than_the_measure(zebras: Path) -> None:
    app = ChatbotApp(Settings(zebras))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f2", "end", "enter", "f12")
        for size in ((80, 24), (120, 40), (200, 60)):
            await resize(pilot, *size)
            view = app.main.source.view
            rows = screen_text(app).splitlines()[view.region.y : view.region.bottom]
            texts = [row[: view.region.width - 1] for row in rows if "Filling" in row]
            left = min(len(text) - len(text.lstrip()) for text in texts)
            width = max(len(text.strip()) for text in texts)
            assert width <= min(MEASURE, view.size.width - MARGIN_WIDTH)
            right = view.size.width - left - MEASURE
            assert left == MARGIN_WIDTH if right < MARGIN_WIDTH else abs(left - MARGIN_WIDTH - right) <= 3
