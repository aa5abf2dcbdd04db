"""A visit from the first question to a quotation elsewhere, told as a reader would."""

from __future__ import annotations

from pathlib import Path

from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from tests.tui.conftest import ask, focused, screen_text, settle


async def test_a_reader_asks_looks_where_it_stands_and_takes_the_sentence_along(
    folder: Path, desktop: list[str]
) -> None:
    app = ChatbotApp(Settings(folder, "en"))
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await settle(pilot)
        assert "The history of chess" in screen_text(app)  # among the articles that there are

        await ask(pilot, "Where was chess first played?")
        assert "[1] Chess was first played in India in the sixth century." in screen_text(app)
        assert "The history of chess" in screen_text(app)

        await ask(pilot, "How are the pieces named?")
        newest = app.main.conversation.turns[-1]
        await pilot.press("down")
        assert focused(app) is newest.cards[0]

        await pilot.press("space")
        await settle(pilot)
        assert "Words found: pieces; named" in screen_text(app)

        await pilot.press("enter")
        await settle(pilot)
        article = app.main.source.view.article
        assert article is not None
        assert article.name == "chess.md"
        sentence = "The pieces of chess are named the king, the queen, the rook, the bishop, the knight and the pawn."
        start = article.text.index(sentence)

        await pilot.press("ctrl+y")
        await settle(pilot)
        assert "Citation 1 is copied with its reference." in screen_text(app)
        section = "The history of chess › How are the pieces named?"
        assert desktop == [f"{sentence}\n\n— {section} (chess.md, characters {start}–{start + len(sentence)})\n"]

        await pilot.press("escape")
        await settle(pilot)
        assert focused(app) is app.main.prompt
