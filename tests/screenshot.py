"""Make the README's picture from the running program: `python -m tests.screenshot`."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from tempfile import mkdtemp

from chatbot.articles.folder import bundled_folder
from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp

PICTURE = Path(__file__).parent / "screenshot.svg"
QUESTIONS = ("Who is Hugo Carvajal?", "How many generals does the Venezuelan army have?")
SIZE = (140, 38)


async def take_screenshot() -> str:
    """The screen, as SVG, after two English questions about the Dutch articles, the first citation open."""
    os.environ["XDG_STATE_HOME"] = mkdtemp()  # what its own user made of the screen is no picture of the program
    app = ChatbotApp(Settings(bundled_folder(), "en", history=False))
    async with app.run_test(size=SIZE) as pilot:
        while app.loader.chatbot is None or not app.loader.chatbot.index.is_embedded:
            await pilot.pause(0.1)
        for question in QUESTIONS:
            app.main.prompt.value = question
            await pilot.press("enter")
            await pilot.pause()
            while app.main.conversation.is_busy:
                await pilot.pause(0.1)
        while not app.main.cards[0].help:  # which comes after the answer
            await pilot.pause(0.1)
        await pilot.press("1", "enter")
        await pilot.pause()
        picture = app.export_screenshot(title="chatbot")
        return picture.replace("<svg ", '<svg xml:space="preserve" ', 1)  # else some viewers join words of two colours


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(take_screenshot()), encoding="utf-8")
