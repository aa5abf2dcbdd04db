"""The interface in a real browser, where there is one."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from yarl import URL

from tests.articles import BEES, write_articles
from tests.browser import CHROMIUM, open_page
from tests.serving import LIMIT, serving

ENDED = """new Promise(done => {
  const look = () => document.body.matches(".-closed") && done(document.querySelector(".ended").innerText);
  new MutationObserver(look).observe(document.body, {attributes: true});
  look();
})"""


@pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium")
async def test_a_question_typed_in_a_browser_is_answered_and_nothing_comes_from_the_network(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "articles", {"bees.md": BEES})
    async with (
        asyncio.timeout(LIMIT),
        serving("--corpus", str(folder)) as (address, process),
        open_page(address, tmp_path / "profile") as page,
    ):
        assert await page.evaluate("[location.search, document.cookie].join()") == ","
        terminal = await page.terminal()
        assert "❯ Ask a question about the articles" in await page.screen(terminal, "1 article")
        await page.type("How many eggs does the queen lay?\n")
        # These lines come whether the articles are embedded already or not, which is not waited for.
        for shown in ("❯ How many eggs does the queen lay?", "two thousand eggs", "Keeping honey bees › The queen"):
            await page.screen(terminal, shown)
        await page.press("F1", 112)
        await page.screen(terminal, "The keys that work here")
        process.terminate()
        assert await page.evaluate(ENDED) == "The session has ended.\n\nStart again"
        assert {URL(url).authority for url in page.requested} == {URL(address).authority}
        assert [url for url in page.requested if url.endswith(".ttf")]
        assert await process.wait() == 0
