"""Finding a piece of text in the open article."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from chatbot.tui.article_view import ArticleView
from chatbot.tui.page import find
from tests.articles import article_of, article_texts
from tests.tui.conftest import ask, focused, screen_text, settle

TEXT = """The café of Skerry Point

Why is the cafe so well known?

In the CAFÉ — a coffee-house, “the best” — one
drinks coffee. It's Straße 7; the cafe\u0301s of the town are smaller.
"""


def found(query: str, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in find(query, article_of("a.txt", text))]


def test_case_and_accents_do_not_matter_and_a_hit_is_what_stands_in_the_article() -> None:
    # The title is no part of what offsets point into.
    assert found("café") == found("CAFE") == ["cafe", "CAFÉ", "cafe\u0301"]
    assert found("straße") == ["Straße"]
    assert found("cafés") == ["cafe\u0301s"]


def test_quotes_dashes_and_line_ends_are_found_as_they_are_typed() -> None:
    assert found('"the best" - one drinks') == ["“the best” — one\ndrinks"]
    assert found("it’s") == ["It's"]


def test_what_is_typed_is_taken_to_the_letter() -> None:
    assert found(".*") == found("[c]afe") == found("café|coffee") == []
    assert found("7;") == ["7;"]


def test_a_hit_does_not_go_from_one_block_into_the_next() -> None:
    assert found("known? In the") == []


@pytest.mark.parametrize("query", ["", " \t", "\u0301"])
def test_nothing_is_found_where_nothing_is_asked(query: str) -> None:
    assert found(query) == []


@given(article_texts, st.data())
def test_any_word_of_an_article_is_found_in_order_and_within_a_block(text: str, data: st.DataObject) -> None:
    article = article_of("a.txt", text)
    words = [word for block in article.blocks for word in text[block.start : block.end].split() if word.isalnum()]
    word = data.draw(st.sampled_from(words or [""]))
    hits = find(word, article)
    assert bool(hits) is bool(word)
    assert all(before[1] <= after[0] for before, after in pairwise(hits))
    assert all(any(block.start <= hit[0] < hit[1] <= block.end for block in article.blocks) for hit in hits)


@pytest.fixture
def long_folder(folder: Path) -> Path:
    """The folder with an article of two hundred paragraphs, every fortieth of which has an owl in it."""
    paragraphs = (f"Paragraph {number} says nothing{' but owl' if number % 40 == 30 else ''}." for number in range(200))
    (folder / "a.txt").write_text("A long article\n\n" + "\n\n".join(paragraphs), encoding="utf-8")
    return folder


async def open_first_article(pilot: Pilot[None]) -> ArticleView:
    app = pilot.app
    assert isinstance(app, ChatbotApp)
    await settle(pilot)
    await pilot.press("f2", "enter")
    await pilot.pause()
    return app.main.source.view


def current_line_is_in_sight(view: ArticleView) -> bool:
    assert view.page
    line = view.page.line_at(view.hits[view.hit][0])
    return view.scroll_offset.y <= line < view.scroll_offset.y + view.size.height


async def test_find_marks_all_hits_and_goes_from_one_to_the_next(long_folder: Path) -> None:
    app = ChatbotApp(Settings(long_folder))
    async with app.run_test(size=(100, 40)) as pilot:
        view = await open_first_article(pilot)
        await pilot.press("slash", *"OWL")
        await pilot.pause()
        assert app.main.prompt.value == ""
        assert len(view.hits) == 5
        assert "1 of 5" in screen_text(app)
        seen = [view.hit + 1]
        for step in ("enter", "down", "f3", "up", "shift+f3", "shift+enter", "up"):
            await pilot.press(step)
            await pilot.pause()
            seen.append(view.hit + 1)
            assert current_line_is_in_sight(view)
            assert f"{view.hit + 1} of 5" in screen_text(app)
        assert seen == [1, 2, 3, 4, 3, 2, 1, 5]


async def test_pages_are_turned_from_the_find_line_which_escape_leaves_and_then_the_article(long_folder: Path) -> None:
    app = ChatbotApp(Settings(long_folder))
    async with app.run_test() as pilot:
        view = await open_first_article(pilot)
        await pilot.press("slash", "pagedown", "pagedown")
        page = view.scroll_offset.y
        assert page >= view.size.height
        await pilot.press("pageup")
        assert 0 < view.scroll_offset.y < page
        assert focused(app) is app.main.source.find_input
        await pilot.press(*"owl", "enter", "escape")
        await pilot.pause()
        assert focused(app) is view
        assert len(view.hits) == 0
        assert view.scroll_offset.y > 0
        assert app.main.source.is_open
        await pilot.press("escape")
        assert not app.main.source.is_open
        assert focused(app) is app.main.prompt


async def test_what_is_typed_goes_to_the_prompt_once_the_find_line_is_closed(long_folder: Path) -> None:
    app = ChatbotApp(Settings(long_folder))
    async with app.run_test() as pilot:
        await open_first_article(pilot)
        await pilot.press("slash", *"owl", "escape", *"why")
        assert app.main.prompt.value == "why"
        await pilot.press("slash")
        assert app.main.prompt.value == "why/"


async def test_looking_starts_at_the_place_of_the_reader_and_what_was_typed_is_kept(long_folder: Path) -> None:
    app = ChatbotApp(Settings(long_folder))
    async with app.run_test() as pilot:
        view = await open_first_article(pilot)
        assert view.page
        view.scroll_to(y=len(view.page.lines) // 2, animate=False)
        await pilot.press("slash", *"owl")
        await pilot.pause()
        assert view.hit + 1 == 3
        await pilot.press("escape", "f3")
        await pilot.pause()
        assert len(view.hits) == 5
        await pilot.press("x")
        await pilot.pause()
        assert app.main.source.find_input.value == "x"
        assert "not found" in screen_text(app)


async def test_find_works_from_the_prompt_and_without_an_article_says_what_to_do(app: ChatbotApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+f")
        await pilot.pause()
        assert "No article is open." in screen_text(app)
        assert focused(app) is app.main.prompt
        await pilot.press(*"/persia", "enter")
        await pilot.pause()
        assert "No article is open." in screen_text(app)
        assert not app.main.conversation.turns
        await ask(pilot, "Where was chess first played?")
        await pilot.press("ctrl+n", "ctrl+f", *"persia")
        await pilot.pause()
        assert len(app.main.source.view.hits) == 1
        app.main.prompt.focus()
        await pilot.press(*"/chess", "enter")
        await pilot.pause()
        assert app.main.source.find_input.value == "chess"
        assert len(app.main.source.view.hits) > 1


async def test_another_citation_of_the_article_keeps_the_hits_and_another_article_does_not(app: ChatbotApp) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await ask(pilot, "Where was chess first played and how are the pieces of chess named?")
        await pilot.press("ctrl+n", "ctrl+f", *"chess")
        await pilot.pause()
        view = app.main.source.view
        for card in app.main.conversation.turns[-1].cards[1:]:
            is_same = view.article is card.article
            await pilot.press("ctrl+n")
            await pilot.pause()
            assert view.citation is card.citation
            assert app.main.source.is_finding is is_same
            if not is_same:
                assert focused(app) is view
                break


async def test_find_line_is_closed_and_stepped_with_the_mouse(long_folder: Path) -> None:
    app = ChatbotApp(Settings(long_folder))
    async with app.run_test(size=(100, 30)) as pilot:
        view = await open_first_article(pilot)
        first, second, third = (1, 0), (4, 0), (7, 0)
        await pilot.click("#source-bar .links", offset=first)
        await pilot.press(*"owl")
        await pilot.pause()
        for sign, number in ((second, 2), (second, 3), (first, 2)):
            await pilot.click("#find .links", offset=sign)
            await pilot.pause()
            assert view.hit + 1 == number
        await pilot.click("#find .links", offset=third)
        assert not app.main.source.is_finding
        await pilot.click("#source-bar .links", offset=second)
        await pilot.pause()
        assert app.main.maximized is app.main.source
        await pilot.click("#source-bar .links", offset=third)
        assert not app.main.source.is_open
