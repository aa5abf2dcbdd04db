"""Asking again: earlier questions, as they were typed, without what went before, and in a language of one's choice."""

from __future__ import annotations

from pathlib import Path

from textual import events

from chatbot.messages import message
from chatbot.settings import Settings
from chatbot.text.language_code import Language
from chatbot.tui.app import ChatbotApp
from chatbot.tui.turn import Offer, Request
from tests.tui.conftest import ask, focused, resize, screen_text, settle, shown

CHESS = "Where was chess first played?"
ARMY = "Hoeveel generaals heeft het leger?"
MISSPELT = "Where was ches first played in Inda?"


def turns(app: ChatbotApp) -> list[str]:
    return [turn.request.question for turn in app.main.conversation.turns]


async def test_up_and_down_walk_through_the_questions_and_back_to_the_draft(app: ChatbotApp) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await ask(pilot, CHESS)
        await ask(pilot, ARMY)
        await pilot.press("1", "enter", "escape", *"and")  # the number of a citation is no question
        for key, shown in (("up", ARMY), ("up", CHESS), ("up", CHESS), ("down", ARMY), ("down", "and")):
            await pilot.press(key)
            assert app.main.prompt.value == shown
            assert app.main.prompt.cursor_position == len(shown)
        assert focused(app) is app.main.prompt
        await pilot.press("down")
        assert focused(app) is app.main.conversation.turns[-1].cards[0]
        assert app.main.prompt.value == "and"


async def test_a_question_from_the_history_is_asked_as_it_was_changed(app: ChatbotApp) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await ask(pilot, CHESS)
        await pilot.press("up", "backspace", *" in India?", "enter")
        await settle(pilot)
        assert turns(app) == [CHESS, f"{CHESS[:-1]} in India?"]
        assert app.main.prompt.value == ""
        await pilot.press("up", "up")
        assert app.main.prompt.value == CHESS


async def test_the_next_run_has_the_questions_of_this_one(folder: Path) -> None:
    for earlier in ("", CHESS):
        app = ChatbotApp(Settings(folder))
        async with app.run_test() as pilot:
            await settle(pilot)
            await pilot.press("up")
            assert app.main.prompt.value == earlier
            await ask(pilot, CHESS)


async def test_a_misspelt_question_is_corrected_and_can_be_asked_as_typed(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 60)) as pilot:
        await settle(pilot)
        await ask(pilot, MISSPELT)
        offer = app.main.query_one(Offer)
        assert offer.request == Request(MISSPELT, as_typed=True)
        assert "Searched for: Where was chess first played in India?  F6 asks it exactly as typed" in screen_text(app)
        await pilot.click(offer)
        await settle(pilot)
        offer.focus()
        await pilot.press("enter")
        await settle(pilot)
        await ask(pilot, MISSPELT)
        await pilot.press("f6")
        await settle(pilot)
        corrected = "Where was chess first played in India?"
        answers = app.main.conversation.answers
        assert {answer.question for answer in answers} == {MISSPELT}
        assert [answer.corrected for answer in answers] == [corrected, None, None, corrected, None]
        assert not app.main.conversation.turns[1].query(Offer)
        assert focused(app) is app.main.prompt
        await pilot.press("up")
        assert app.main.prompt.value == MISSPELT


async def test_what_was_carried_over_is_told_and_can_be_left_out(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 60)) as pilot:
        await settle(pilot)
        await ask(pilot, CHESS)
        await ask(pilot, "And the king?")
        assert "Also about: chess, played  F6 asks it exactly as typed" in screen_text(app)
        await pilot.press("f6")
        await settle(pilot)
        leaning, alone = app.main.conversation.turns[1:]
        assert leaning.request.question == alone.request.question == "And the king?"
        assert leaning.answer is not None
        assert alone.answer is not None
        assert leaning.answer.context == ("chess", "played")
        assert alone.answer.context == ()
        await ask(pilot, "And why?")
        assert "Also about: king  F6" in screen_text(app)


async def test_a_question_may_be_corrected_and_lean_on_what_went_before(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 60)) as pilot:
        await settle(pilot)
        await ask(pilot, CHESS)
        await ask(pilot, "And the bisop?")
        assert "And the bishop?  Also about: chess, played  F6 asks it exactly as typed" in screen_text(app)
        await pilot.press("f6")
        await settle(pilot)
        taken, typed = (turn.answer for turn in app.main.conversation.turns[1:])
        assert taken is not None
        assert typed is not None
        assert (taken.corrected, taken.context) == ("And the bishop?", ("chess", "played"))
        assert (typed.corrected, typed.context) == (None, ())


async def test_what_is_offered_can_be_asked_after_thanks(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 60)) as pilot:
        await settle(pilot)
        await ask(pilot, MISSPELT)
        await ask(pilot, "thanks")
        await pilot.press("f6")
        await settle(pilot)
        assert turns(app) == [MISSPELT, "thanks", MISSPELT]
        assert app.main.conversation.turns[-1].request.as_typed


async def test_where_nothing_is_offered_the_key_says_so(app: ChatbotApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await ask(pilot, CHESS)
        await pilot.press("f6")
        await pilot.pause()
        assert "Ask a new question." in screen_text(app)
        assert turns(app) == [CHESS]


async def test_the_language_of_each_question_is_shown_and_can_be_held(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 60)) as pilot:
        await settle(pilot)
        assert "F5 language: auto" in screen_text(app)
        held: list[tuple[str, Language]] = [("Dutch", "nl"), ("English", "en"), ("auto", "nl")]
        for label, language in held:
            await pilot.press("f5")
            await shown(pilot, f"F5 language: {label}")
            await ask(pilot, ARMY)
            answer = app.main.conversation.turns[-1].answer
            assert answer is not None
            assert answer.language == language
            assert f"❯ {ARMY}  {message(f'in {language}', 'en')}" in screen_text(app)
        await pilot.click(".held")
        await shown(pilot, "F5 language: Dutch")
        await resize(pilot, 30, 10)
        assert app.main.prompt.size.width >= 12


async def test_odd_questions_get_a_reply_and_an_empty_one_is_not_asked(folder: Path) -> None:
    app = ChatbotApp(Settings(folder, "nl"))
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("enter", "space", "enter")
        assert turns(app) == []
        for question, reply in (
            ("🦊", "In de vraag staat geen enkel woord."),
            ("Wat is het?", "Dit staat erover in de artikelen"),
            ("x" * 20_000, "De vraag telt 20000 tekens"),
        ):
            app.post_message(events.Paste(question))
            await pilot.pause()
            await pilot.press("enter")
            await settle(pilot)
            assert reply in screen_text(app)


async def test_what_is_said_about_articles_is_done(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await ask(pilot, "only search the article about chess")
        assert app.main.only == {"chess.md"}
        assert "only: " in screen_text(app)
        assert app.text("keys scope") in " ".join(screen_text(app).split())
        await ask(pilot, "only search the fourth article")
        assert app.main.only == {"chess.md"}
        await ask(pilot, "search all articles again")
        assert not app.main.only
        await ask(pilot, "How many pieces does chess have?")
        await ask(pilot, "show me the second article")
        assert app.main.source.view.article
        assert app.main.source.view.article.name == app.main.conversation.answers[-1].citations[0].article


async def test_a_goodbye_says_how_to_close_the_program(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await ask(pilot, "bye")
        assert app.text("keys goodbye") in screen_text(app)


async def test_how_to_do_something_in_the_program_is_told_with_the_keys_that_do_it(app: ChatbotApp) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        for said in ("how do I copy a sentence?", "can you delete our conversation?"):
            await ask(pilot, said)
            hint = screen_text(app).rpartition(said)[2]
            assert all(key in hint for key in ("Ctrl+Y", "Ctrl+S", "F9", "Ctrl+Q", "F4", "F1"))
