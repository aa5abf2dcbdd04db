"""Reading help: the words, or a translation, below key sentences that are not in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from chatbot.answers.citation import Match
from chatbot.errors import Trouble
from chatbot.messages import message
from chatbot.reading_help.gloss import Gloss
from chatbot.reading_help.translation import Translation
from chatbot.settings import Settings
from chatbot.storage.private_files import state_folder
from chatbot.text.language_code import Language
from chatbot.tui.app import ChatbotApp
from chatbot.tui.citation_card import CitationCard
from chatbot.tui.conversation_view import ConversationView, Notice
from chatbot.tui.remembered import remember, remembered
from tests.tui.conftest import answer_of, ask, screen_text, settle, show

SENTENCE = "Dat is driemaal het aantal in het Amerikaanse leger."
MEANINGS = {"driemaal": ("three times", True), "aantal": ("number", True), "leger": ("army", False)}
WORDS = "words (machine): driemaal three times · aantal number"
TRANSLATION = "That is three times the number in the American army."


class Words:
    """Stands for the glosses of one sentence, of which the meanings are known."""

    def __init__(self, *_: object) -> None: ...

    def prepare(self, language: Language) -> None: ...

    def warnings(self, language: Language) -> tuple[str, ...]:
        return (f"A dictionary is no good ({language}).",)

    def glosses(self, text: str, language: Language, known: Container[str] = ()) -> tuple[Gloss, ...]:
        assert language == "nl"
        assert "vliegtuigen" in known
        found = ((word, MEANINGS.get(word[0])) for word in re.finditer(r"\w+", text))
        return tuple(Gloss(*word.span(), *meaning) for word, meaning in found if meaning)


class Translations:
    """Stands for a model from Dutch."""

    problem: str | None = None

    def __init__(self, *_: object) -> None: ...

    def close(self) -> None: ...

    def is_available(self, source: Language) -> bool:
        return source == "nl" and self.problem is None

    def translate(self, sentence: str, source: Language) -> Translation:
        if self.problem:
            raise Trouble(self.problem)
        assert (sentence, source) == (SENTENCE, "nl")
        return Translation(TRANSLATION, doubtful=True)


class NoTranslations(Translations):
    problem = "translation model absent"


@pytest.fixture(autouse=True)
def known_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatbot.reading_help.help.Glosser", Words)
    monkeypatch.setattr("chatbot.reading_help.help.Translator", NoTranslations)
    remember(reading_help="auto")


async def show_sentence(pilot: Pilot[None], *sentences: str) -> CitationCard:
    """Show the sentence, or these, as an answer, as a question that was asked does; its card."""
    app = pilot.app
    assert isinstance(app, ChatbotApp)
    assert app.main.corpus
    answer = answer_of(app.main.corpus.articles, *sentences or (SENTENCE,))
    (card,) = await show(pilot, answer)
    app.main.conversation.post_message(ConversationView.Answered(app.main.conversation.turns[-1], answer))
    await settle(pilot)
    return card


async def test_sure_words_stand_below_the_sentence_and_a_key_goes_round_other_help(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await settle(pilot)
        await show_sentence(pilot)
        card = await show_sentence(pilot)
        text = screen_text(app)
        assert text.count(WORDS) == 2
        assert "army" not in text
        assert text.count("Ctrl+T gives other help, or none; chatbot config tells how to get translations.") == 1
        shown = []
        for _ in range(3):
            await pilot.press("ctrl+t")
            await settle(pilot)
            shown.append(card.help)
        assert shown == [f"{WORDS} · leger army?", "", WORDS]
        assert "Reading help: words" in screen_text(app)
        assert "Reading help: off" not in screen_text(app)
    assert remembered().reading_help == "words"


async def test_sentences_of_one_passage_have_one_line_of_help(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        assert (await show_sentence(pilot, "in het Amerikaanse leger.", "het aantal", "Dat is driemaal")).help == WORDS


async def test_a_translation_comes_before_words_and_is_marked_where_it_may_be_wrong(
    app: ChatbotApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.reading_help.help.Translator", Translations)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        card = await show_sentence(pilot)
        assert card.help == (
            f"translation (machine, may be wrong): {TRANSLATION} {message('translation doubtful', 'en')}"
        )
        assert "Ctrl+T gives other help under these sentences" in screen_text(app)


async def test_why_there_is_no_translation_is_said_once_and_the_answer_is_as_without(folder: Path) -> None:
    app = ChatbotApp(Settings(folder, "en", reading_help="translation"))
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await settle(pilot)
        cards = [await show_sentence(pilot), await show_sentence(pilot)]
        assert [card.help for card in cards] == ["", ""]
        said = [notice.text for notice in app.main.query(Notice)]
        assert said == ["A dictionary is no good (en).", message("translation model absent", "en")]


async def test_sentences_in_the_language_of_the_interface_or_the_question_need_no_help(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        assert app.main.corpus
        answer = answer_of(app.main.corpus.articles, "Venezuela telt nu ruim tweeduizend generaals.")
        (card,) = await show(pilot, replace(answer, language="nl"))
        assert card.foreign_language is None
        await app.action_switch_language()
        card = await show_sentence(pilot)
        assert card.foreign_language is None
        assert card.help == ""


async def test_help_stands_below_the_marked_sentence_in_the_article_too(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await show_sentence(pilot)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert screen_text(app).count(WORDS) == 2
        page = app.main.source.view.page
        assert page
        lines = [line.content.plain for line in page.lines]
        assert SENTENCE.split()[-1] in lines[lines.index(WORDS) - 1]
        await pilot.press("ctrl+t")
        await settle(pilot)
        assert screen_text(app).count("leger army?") == 2
        await pilot.press("ctrl+t")
        await settle(pilot)
        assert "words (machine)" not in screen_text(app)


async def test_who_asks_for_a_translation_gets_help_with_the_last_answer(folder: Path) -> None:
    remember(reading_help="off")
    app = ChatbotApp(Settings(folder, "nl"))
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await ask(pilot, "Wat is driemaal het aantal in het Amerikaanse leger?")
        await ask(pilot, "Can you translate that?")
        turn = app.main.conversation.turns[-1]
        assert turn.answer
        assert turn.answer.kind == "translation"
        assert all(card.help_mode == "auto" for card in turn.cards if card.foreign_language)
        assert any(card.help for card in turn.cards)


async def test_words_that_met_across_the_languages_stand_beside_each_other(app: ChatbotApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        assert app.main.corpus
        answer = answer_of(app.main.corpus.articles, SENTENCE)
        (citation,) = answer.citations
        place = citation.start + citation.text.index("leger")
        match = Match("army", "leger", 0.8, place, place + len("leger"))
        await show(pilot, replace(answer, citations=(replace(citation, matches=(match,)),)))
        assert "Amerikaanse leger ‹army›." in screen_text(app)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b'"words', b"[" * 90, b"[60, 70]", b'"dance"'],
    ids=["empty", "binary", "cut off", "deep", "foreign", "no mode"],
)
def test_what_was_remembered_and_cannot_be_used_is_not_used_and_replaced_by_the_next_change(content: bytes) -> None:
    remember(reading_help="all words")
    assert remembered().reading_help == "all words"
    (file,) = state_folder().iterdir()
    file.write_bytes(content)
    assert remembered().reading_help == "auto"
    remember(reading_help="words")
    assert remembered().reading_help == "words"
