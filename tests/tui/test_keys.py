from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.fuzzy import Matcher
from textual.widgets import Footer, OptionList
from textual.widgets._footer import FooterKey

from chatbot.messages import message
from chatbot.settings import Settings
from chatbot.text.language_code import Language
from chatbot.tui.app import ChatbotApp
from chatbot.tui.article_list import ArticleList
from chatbot.tui.list_screen import HelpScreen
from chatbot.tui.main_screen import WIDE_FOOTER
from tests.tui.conftest import ask, focused, front, resize, screen_text, settle, show_sentences

QUESTION = "Where was chess first played?"
SENTENCES = (
    "Chess was first played in India in the sixth century.",
    "From India the game of chess went to Persia.",
    "The pieces of chess are named the king, the queen, the rook, the bishop, the knight and the pawn.",
)
"""The first two stand in one paragraph, and so in one citation; the third stands in another."""


def footer_keys(app: ChatbotApp) -> list[str]:
    """The keys in the footer and their descriptions, as they are read from left to right."""
    return [f"{key.key_display} {key.description}" for key in app.main.query_one(Footer).query(FooterKey)]


async def test_a_number_opens_that_citation_in_the_prompt_with_enter_and_elsewhere_at_once(app: ChatbotApp) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        first, last = await show_sentences(pilot, *SENTENCES)
        await pilot.press("2", "enter")
        await pilot.pause()
        assert app.main.source.is_open
        assert app.main.source.view.citation is last.citation
        assert focused(app) is app.main.source.view
        assert last.has_class("-open")
        assert len(app.main.conversation.turns) == 1
        await pilot.press("1")
        assert app.main.card is first
        await pilot.press("ctrl+n")
        assert app.main.card is last
        assert app.main.source.view.citation is last.citation
        await pilot.press("1")
        assert app.main.card is first
        await pilot.press("escape", "1")
        assert app.main.prompt.value == "1"


async def test_a_number_without_a_citation_is_told_and_not_asked(app: ChatbotApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await ask(pilot, "1")
        assert "There are no citations to open yet." in screen_text(app)
        await show_sentences(pilot, *SENTENCES)
        await ask(pilot, "77")
        assert "This answer shows no citation of that number. Choose from: 1, 2." in screen_text(app)
        assert len(app.main.conversation.turns) == 1
        await pilot.press("up")
        assert app.main.prompt.value == ""
        await ask(pilot, "1984")
        assert app.main.conversation.turns[-1].request.question == "1984"


async def test_what_is_typed_or_pasted_elsewhere_goes_to_the_prompt_in_order_however_fast(app: ChatbotApp) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await ask(pilot, QUESTION)
        await pilot.press("1", "enter")
        for character in "in 1492":
            app.post_message(events.Key("space" if character == " " else character, character))
        await pilot.pause()
        await pilot.pause()
        assert focused(app) is app.main.prompt
        assert app.main.prompt.value == "in 1492"
        app.main.source.view.focus()
        await pilot.pause()
        app.post_message(events.Paste(" and\nz"))
        await pilot.pause()
        assert app.main.prompt.value == "in 1492and z"


async def test_next_and_previous_citation_go_round_from_anywhere(app: ChatbotApp) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        cards = await show_sentences(pilot, *SENTENCES)
        for key, place in (("ctrl+n", 0), ("f8", 1), ("f7", 0), ("ctrl+p", len(cards) - 1), ("ctrl+n", 0)):
            await pilot.press(key)
            await pilot.pause()
            assert app.main.source.view.citation is cards[place].citation
            assert [card.has_class("-open") for card in cards].count(True) == 1
            assert cards[place].has_class("-open")
            assert focused(app) is cards[place]
        assert "citation 1 · " in screen_text(app)


async def test_next_citation_without_one_says_what_to_do_and_ctrl_q_quits(app: ChatbotApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert "Ask a question first" in screen_text(app)
        await pilot.press("ctrl+q")
    assert app.return_code == 0


async def test_tab_and_arrows_move_between_citations_and_enter_opens_one(app: ChatbotApp) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await show_sentences(pilot, *SENTENCES)
        cards = await show_sentences(pilot, *SENTENCES)
        for key in ("tab", "down"):
            app.main.prompt.focus()
            await pilot.press(key)
            assert focused(app) is cards[0]
        cards[-1].focus()
        await pilot.press("down")
        assert focused(app) is app.main.prompt
        await pilot.press("shift+tab")
        assert focused(app) is cards[-1]
        cards[0].focus()
        await pilot.press("down", "up", "enter")
        assert app.main.source.view.citation is cards[0].citation


async def test_a_click_opens_a_citation_and_escape_closes_the_article_and_then_clears_what_is_typed(
    app: ChatbotApp,
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await ask(pilot, QUESTION)
        card = app.main.conversation.turns[-1].cards[0]
        await pilot.click(card)
        await pilot.pause()
        assert app.main.source.view.citation is card.citation
        await pilot.press("escape")
        assert not app.main.source.is_open
        assert focused(app) is app.main.prompt
        assert not app.main.query(".-open")
        await pilot.press("up", "escape")
        assert focused(app) is app.main.prompt
        await pilot.press(*"half a quest", "escape")
        assert app.main.prompt.value == ""


async def test_questions_are_limited_to_the_articles_that_are_ticked(app: ChatbotApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f2", *"chess", "space", "escape")
        await pilot.pause()
        assert app.main.only == {"chess.md"}
        assert "only: The history of chess" in screen_text(app)
        await ask(pilot, "Hoeveel generaals heeft Venezuela?")
        answer = app.main.conversation.answers[-1]
        assert {citation.article for citation in answer.citations} == {"chess.md"}
        assert "in Dutch · only: The history of chess" not in screen_text(app)  # the opening says it
        await ask(pilot, QUESTION)
        assert "in English · only: The history of chess" in screen_text(app)
        await pilot.press("f2", "space", "escape")
        await pilot.pause()
        assert app.main.only == frozenset()


async def test_an_article_is_opened_at_its_top_from_the_list_which_what_is_typed_filters(app: ChatbotApp) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("f2")
        assert isinstance(front(app), ArticleList)
        assert "50 words · leger.txt" in screen_text(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        article = app.main.source.view.article
        assert article is not None
        assert article.name == "leger.txt"
        assert app.main.source.view.scroll_offset.y == 0
        await pilot.press("ctrl+o", "escape")
        assert front(app) is app.main
        await pilot.press("f2", *"chess")
        assert "Articles with “chess”:" in screen_text(app)
        assert "leger.txt" not in screen_text(app)
        await pilot.press("backspace", "enter")
        await pilot.pause()
        article = app.main.source.view.article
        assert article is not None
        assert article.name == "chess.md"


async def test_the_list_begins_at_what_is_ticked_and_says_what_the_limit_became(app: ChatbotApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f2", "down", "space", "escape")
        await pilot.pause()
        assert "Questions are now about “Het leger van Venezuela” only." in screen_text(app)
        await pilot.press("f2")
        await pilot.pause()
        assert app.screen.query_one(OptionList).highlighted == 1
        await pilot.press("space", "f2")
        await pilot.pause()
        assert "Questions are about all articles again." in screen_text(app)
        assert "Questions are now" not in screen_text(app)


async def test_the_filter_takes_hyphens_and_says_where_nothing_is_left(folder: Path) -> None:
    (folder / "report.txt").write_text("2024-verslag van de co\N{HYPHEN}op\n\nDe co-op groeide.\n", encoding="utf-8")
    app = ChatbotApp(Settings(folder, "en"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f2", *"Co-op")
        await pilot.pause()
        assert "report.txt" in screen_text(app)
        assert "leger.txt" not in screen_text(app)
        await pilot.press(*"xyz")
        await pilot.pause()
        assert "No article has “Co-opxyz”." in screen_text(app)
        await pilot.press("f1")
        await pilot.pause()
        assert "Limits questions to this article" in screen_text(app)


async def test_help_lists_the_keys_that_work_where_the_reader_is(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 80)) as pilot:
        await settle(pilot)
        await ask(pilot, QUESTION)
        for keys, here in (
            ([], "Enter Asks the question."),
            (["down"], "Space, → Shows the whole passage of the citation"),
            (["enter"], "PgUp, PgDn Pages through the article."),
            (["slash"], "↓, Enter Goes to the next place that was found."),
        ):
            await pilot.press(*keys, "f1")
            await pilot.pause()
            assert isinstance(front(app), HelpScreen)
            words = " ".join(screen_text(app).replace("│", " ").split())
            for anywhere in ("Ctrl+N, F8 Opens the next citation", "F4 Shows all commands", "Ctrl+Q Quits"):
                assert anywhere in words
            assert here in words
            await pilot.press("f1")
            assert front(app) is app.main


async def test_palette_has_the_commands_of_the_interface_with_their_keys_and_the_themes(app: ChatbotApp) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        commands = {command.title: command.help for command in app.get_system_commands(front(app))}
        assert commands["List of articles (files, sources)"].startswith("F2, Ctrl+O · ")
        assert commands["Help: what the keys do"] == "F1 · Shows what the keys do."
        await pilot.press("f4", *"nord", "enter")
        await settle(pilot)
        assert app.theme == "nord"


@pytest.mark.parametrize(
    ("language", "typed", "name"),
    [
        ("nl", "sluit", "quit"),
        ("nl", "kopieer", "copy"),
        ("nl", "vertaal", "reading help"),
        ("nl", "engels", "language"),
        ("nl", "zoek", "find"),
        ("nl", "geschied", "history"),
        ("nl", "opslaan", "export"),
        ("nl", "wissen", "new"),
        ("nl", "donker", "dark"),
        ("nl", "thema licht", "light"),
        ("en", "close", "quit"),
        ("en", "copy sentence", "copy"),
        ("en", "transl", "reading help"),
        ("en", "dutch", "language"),
        ("en", "search", "find"),
        ("en", "histor", "history"),
        ("en", "save", "export"),
        ("en", "clear", "new"),
        ("en", "dark", "dark"),
        ("en", "theme light", "light"),
    ],
)
async def test_the_command_that_fits_best_is_the_one_that_people_look_for(
    folder: Path, language: Language, typed: str, name: str
) -> None:
    app = ChatbotApp(Settings(folder, language))
    async with app.run_test():
        titles = [command.title for command in app.get_system_commands(front(app))]
        best = max(titles, key=Matcher(typed).match)
        themes = (message(f"palette {name}", language, name=theme) for theme in app.available_themes)
        assert best in ({message(f"palette {name}", language)} if name not in ("dark", "light") else set(themes))


async def test_the_footer_has_the_keys_that_are_of_use_where_the_reader_is(app: ChatbotApp) -> None:
    async with app.run_test(size=(110, 40)) as pilot:
        await settle(pilot)
        assert footer_keys(app) == ["F1 Help", "F2 Articles", "Ctrl+Q Quit"]
        await ask(pilot, QUESTION)
        assert footer_keys(app) == ["1-9 Citation", "Ctrl+N Next", "F1 Help", "F2 Articles", "Ctrl+Q Quit"]
        await pilot.press("down")
        await pilot.pause()
        assert footer_keys(app) == ["1-9 Citation", "Enter Article", "Space Passage", "Ctrl+N Next", "F1 Help"]
        await pilot.press("enter")
        await pilot.pause()
        assert footer_keys(app) == [
            "1-9 Citation", "Ctrl+N Next", "Esc Back", "F1 Help", "F2 Articles", "Ctrl+Q Quit",
        ]  # fmt: skip
        await pilot.press("escape")
        await pilot.pause()
        assert "Esc Back" not in footer_keys(app)


async def test_a_narrow_footer_has_fewer_keys_that_are_whole_and_a_wide_one_has_them_again(folder: Path) -> None:
    app = ChatbotApp(Settings(folder, "nl"))
    async with app.run_test(size=(40, 15)) as pilot:
        await settle(pilot)
        await ask(pilot, QUESTION)
        for width, keys in ((40, ["1", "ctrl+n", "f1"]), (WIDE_FOOTER, ["1", "ctrl+n", "f1", "f2", "ctrl+q"])):
            await resize(pilot, width, 15)
            shown = list(app.main.query_one(Footer).query(FooterKey))
            assert [key.key for key in shown] == keys
            assert max(key.region.right for key in shown) <= width
        await pilot.press("ctrl+n")
        await pilot.pause()
        shown = list(app.main.query_one(Footer).query(FooterKey))
        assert [key.key for key in shown] == ["1", "enter", "space", "ctrl+n", "escape", "f1"]
        assert max(key.region.right for key in shown) <= WIDE_FOOTER


async def test_pasted_lines_become_one_question_of_up_to_a_hundred_thousand_characters(app: ChatbotApp) -> None:
    text = "Where was chess first played? " * 3334
    async with app.run_test() as pilot:
        await settle(pilot)
        app.post_message(events.Paste("Where was\r\nchess first\x1b[31m\nplayed?\n"))
        await pilot.pause()
        assert app.main.prompt.value == "Where was chess first[31m played?"
        app.main.prompt.clear()
        app.post_message(events.Paste(text))
        await pilot.pause()
        assert app.main.prompt.value == text.strip()
        await pilot.press("end", "x", "home", "right", "enter")
        await settle(pilot)
        (turn,) = app.main.conversation.turns
        assert turn.answer is not None
        assert turn.query_one(".question").region.height < 8
