"""Reading an answer: sentences that answer, the passages that they unfold to, and the articles that they open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Static

from chatbot.answers.answer import Certainty
from chatbot.settings import Settings
from chatbot.tui.app import ChatbotApp
from chatbot.tui.citation_card import CitationCard
from chatbot.tui.main_screen import WIDE
from tests.tui.conftest import answer_of, ask, focused, screen_text, settle, show, show_sentences

QUESTION = "Where was chess first played and how are the pieces of chess named?"
INDIA = "Chess was first played in India in the sixth century."
PERSIA = "From India the game of chess went to Persia."
PIECES = "The pieces of chess are named the king, the queen, the rook, the bishop, the knight and the pawn."
LONG = f"{INDIA} {PERSIA}"
GENERALS = "Venezuela telt nu ruim tweeduizend generaals."
PLANES = "De luchtmacht bezit vliegtuigen van Amerikaanse en van Russische makelij."


def lines(card: CitationCard) -> list[str]:
    """What a citation shows, line by line."""
    return [strip.text.removeprefix("▌ ").rstrip() for strip in card.render_lines(card.outer_size.region)]


def words_in_bold(card: CitationCard) -> str:
    segments = (segment for strip in card.render_lines(card.outer_size.region) for segment in strip)
    return "".join(segment.text for segment in segments if segment.style and segment.style.bold)


@pytest.mark.parametrize(("width", "is_open"), [(WIDE, True), (WIDE - 1, False)])
async def test_a_wide_screen_has_the_article_open_from_the_start_and_the_focus_stays_in_the_prompt(
    app: ChatbotApp, width: int, is_open: bool
) -> None:
    async with app.run_test(size=(width, 40)) as pilot:
        await settle(pilot)
        for question in (QUESTION, "Hoeveel generaals heeft het leger?"):
            await ask(pilot, question)
            first = app.main.conversation.turns[-1].cards[0]
            assert app.main.source.is_open is first.has_class("-open") is is_open
            assert app.main.source.view.citation is (first.citation if is_open else None)
            assert focused(app) is app.main.prompt


async def test_an_article_that_is_open_goes_on_to_the_citation_of_a_new_answer(app: ChatbotApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await ask(pilot, "Hoeveel generaals heeft het leger?")
        await pilot.press("1", "enter")
        await ask(pilot, QUESTION)
        (card, *_) = app.main.conversation.turns[-1].cards
        assert app.main.source.view.citation is card.citation
        assert focused(app) is app.main.prompt


async def test_nothing_is_opened_beside_an_answer_that_was_not_found(app: ChatbotApp) -> None:
    async with app.run_test(size=(WIDE, 40)) as pilot:
        await settle(pilot)
        await ask(pilot, "How many pawns are there in chess?")
        answer = app.main.conversation.turns[-1].answer
        assert answer is not None
        assert not answer.found
        assert not app.main.source.is_open


async def test_an_answer_looks_as_certain_as_it_is(app: ChatbotApp) -> None:
    certainties: tuple[Certainty, ...] = ("answered", "perhaps", "not found")
    colours = set()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        assert app.main.corpus
        for certainty in certainties:
            await show(pilot, answer_of(app.main.corpus.articles, INDIA, certainty=certainty))
            opening = app.main.conversation.turns[-1].query_one(".opening", Static)
            assert opening.has_class(f"-{certainty.replace(' ', '-')}")
            colours.add(opening.styles.color)
    assert len(colours) == 3


async def test_what_comes_closest_takes_two_lines_each_and_unfolds_too(app: ChatbotApp) -> None:
    async with app.run_test(size=(70, 40)) as pilot:
        await settle(pilot)
        assert app.main.corpus
        army, chess = await show(pilot, answer_of(app.main.corpus.articles, GENERALS, LONG, certainty="not found"))
        for card, start in (
            (army, "[1] Het leger van Venezu…: Venezuela"),
            (chess, "[2] The history of chess: Chess was"),
        ):
            first, second = lines(card)
            assert first.startswith(start)
            assert second.endswith("…" if card is chess else "generaals.")
        chess.focus()
        await pilot.press("space")
        await pilot.pause()
        assert LONG in " ".join(lines(chess))


async def test_a_citation_unfolds_to_its_passage_in_which_its_sentence_is_bold(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        (card,) = await show_sentences(pilot, PERSIA)
        card.focus()
        folded = ["[1] From India the game of chess went to Persia.", "The history of chess"]
        unfolded = ["[1] The history of chess", f"{INDIA} From India the game of chess went to", "Persia."]
        for key, shown in (
            ("space", unfolded),
            ("space", folded),
            ("right", unfolded),
            ("right", unfolded),
            ("left", folded),
            ("left", folded),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert lines(card)[: len(shown)] == shown
            assert card.has_class("-folded") is (shown is folded)
        await pilot.press("right")
        await pilot.pause()
        assert PERSIA.rpartition(" ")[0] in words_in_bold(card)
        assert INDIA not in words_in_bold(card)
        assert focused(app) is card
        assert not app.main.source.is_open


async def test_where_a_sentence_stands_is_said_once_for_those_of_one_place(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        cards = await show_sentences(pilot, INDIA, PIECES, GENERALS, PLANES)
        assert [lines(card)[-1] for card in cards] == [
            "The history of chess",
            "How are the pieces named?",
            "Het leger van Venezuela › Hoeveel generaals heeft het leger?",
            "De vliegtuigen",
        ]


async def test_sentences_of_one_passage_stand_under_one_number_in_the_order_of_reading(app: ChatbotApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        chess, army = await show_sentences(pilot, PERSIA, GENERALS, "Chess was first played", INDIA[-21:])
        words = " ".join(lines(chess))
        assert words == f"[1] Chess was first played … in the sixth century. {PERSIA} The history of chess"
        assert lines(army)[0] == f"[2] {GENERALS}"
        await pilot.press("1", "enter")
        await pilot.pause()
        view = app.main.source.view
        assert view.citation is chess.citation
        assert chess.citation.highlights[0] == (chess.excerpt.best.start, chess.excerpt.best.end)
        shown = (view.render_line(number) for number in range(view.size.height))
        bold = [one.text.strip() for line in shown for one in line if one.style and one.style.bold and one.text.strip()]
        assert f"Chess was first played in the sixth century. {PERSIA}" in " ".join(one for one in bold if one != "▌")


async def test_what_other_articles_say_about_it_is_told_below_a_sentence(app: ChatbotApp) -> None:
    async with app.run_test(size=(104, 40)) as pilot:
        await settle(pilot)
        assert app.main.corpus
        answer = answer_of(app.main.corpus.articles, INDIA, PIECES)
        first, second = answer.key_sentences
        sentences = (replace(first, also_in=("games.txt",)), replace(second, also_in=("a.txt", "b.txt"), disputed=True))
        cards = await show(pilot, replace(answer, key_sentences=sentences))
        alone, disputed = (" ".join(lines(card)) for card in cards)
        assert alone.endswith("The history of chess; also in games.txt")
        assert disputed.endswith(
            "How are the pieces named?; also in 2 other articles; note: another article says this with another number, "
            "date or name"
        )


async def test_only_what_has_a_sentence_that_answers_is_shown_and_can_be_stepped_to(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        assert app.main.corpus
        answer = answer_of(app.main.corpus.articles, INDIA, GENERALS, PIECES)
        cards = await show(pilot, replace(answer, key_sentences=(answer.key_sentences[0], answer.key_sentences[2])))
        assert [card.citation.number for card in cards] == [1, 3]
        for card in (*cards, cards[0]):
            await pilot.press("ctrl+n")
            assert app.main.card is card
        await pilot.press("2", "enter")
        assert app.main.card is cards[0]


async def test_a_page_is_named_with_its_title_where_there_is_no_section(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        assert app.main.corpus
        answer = answer_of(app.main.corpus.articles, INDIA, PIECES)
        pages = tuple(
            replace(one, section=None, page=page, page_label=str(page)) for page, one in enumerate(answer.citations, 1)
        )
        cards = await show(pilot, replace(answer, citations=pages))
        assert [lines(card)[-1] for card in cards] == ["The history of chess, p. 1", "The history of chess, p. 2"]


async def test_a_citation_has_broken_words_whole_and_one_space_between_two(
    tmp_path: Path,
) -> None:
    text = "De haven\n\nDe haven van Lowick heeft vorig jaar meer schepen ont-\nvangen dan   ooit.\n"
    (tmp_path / "haven.txt").write_text(text, encoding="utf-8")
    app = ChatbotApp(Settings(tmp_path, "nl"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert app.main.corpus
        (article,) = app.main.corpus.articles
        (card,) = await show_sentences(pilot, article.text[article.text.index("De haven van") :].rstrip())
        assert "schepen ontvangen dan ooit." in screen_text(app)
        card.action_fold(False)
        await pilot.pause()
        assert "schepen ontvangen dan" in screen_text(app)
        assert "ont-\nvangen" in card.excerpt.best.text
