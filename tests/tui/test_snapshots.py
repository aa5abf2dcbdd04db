from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Protocol
from unittest.mock import Mock

import pytest
from textual.pilot import Pilot

from chatbot.answers.answer import Answer, Certainty
from chatbot.answers.citation import Match
from chatbot.answers.conversation import Conversation
from chatbot.answers.engine import Engine
from chatbot.articles.folder import bundled_folder
from chatbot.conversations.kept_conversations import ConversationRecord
from chatbot.passages.corpus import Corpus, read_corpus
from chatbot.settings import Settings
from chatbot.text.language_code import Language
from chatbot.text.question import Question, parse_question
from chatbot.tui.app import ChatbotApp
from tests.tui.conftest import answer_of, ask, open_history, settle

Look = tuple[tuple[int, int], Language]
"""The columns and rows of a terminal, and the language of the interface."""

NARROW: Look = ((80, 24), "nl")
MIDDLE: Look = ((120, 40), "en")
WIDE: Look = ((200, 60), "nl")
QUESTION = "How many generals does Venezuela have?"
FOLLOW_UP = "And Chna?"
SENTENCES = (
    "Zo komt het dat Venezuela nu ruim tweeduizend generaals telt, driemaal het aantal in het Amerikaanse leger.",
    "Ook toen er in 2017 massaal werd betoogd, bleef die achter Maduro staan.",
    "Daar staat wel een uitzonderlijk regimegetrouwe legertop tegenover.",
)
"""The last two are of one passage."""
ELSEWHERE = "De relatie met Venezuela is door China verheven tot een “all-weather partnership”."
MET = (("generals", "generaals"), ("Venezuela", "Venezuela"))
UNSURE = "Who counts the generals?"
UNANSWERED = "Wie betaalt de generaals?"
OPENINGS = {
    UNSURE: "This may answer it:",
    UNANSWERED: "Daar vind ik in de artikelen geen antwoord op. Dit komt er het dichtst bij:",
}


class Compare(Protocol):
    """What pytest-textual-snapshot's fixture is called as."""

    def __call__(
        self, app: object, *, terminal_size: tuple[int, int], run_before: Callable[[Pilot[None]], Awaitable[None]]
    ) -> bool: ...


class CannedChatbot:
    """Answers the same whatever is asked, so that the pictures show the interface and not the ranking."""

    def __init__(self, corpus: Corpus, engine: Engine | None = None) -> None:
        self.corpus = corpus
        self.engine = engine
        self.index = SimpleNamespace(is_embedded=True, passages=(), embed=lambda: iter(()))
        self.lexicon = SimpleNamespace(is_name=lambda _word: False)

    def has_word(self, _form: str) -> bool:
        return False

    def conversation(self, language: Language) -> Conversation:
        return Conversation(self, language)  # type: ignore[arg-type]

    def answer(self, question: Question, *_: object, as_typed: bool = False, **__: object) -> Answer:
        certainties: dict[str, Certainty] = {UNSURE: "perhaps", UNANSWERED: "not found"}
        sentences = (SENTENCES[0], ELSEWHERE) if question.text == UNANSWERED else SENTENCES
        answer = answer_of(self.corpus.articles, *sentences, certainty=certainties.get(question.text, "answered"))
        first, *others = answer.citations
        places = {met: first.start + first.text.index(met) for _, met in MET}
        matches = tuple(Match(asked, met, 0.9, places[met], places[met] + len(met)) for asked, met in MET)
        is_follow_up = "Chna" in question.text
        return replace(
            answer,
            question=question.text,
            language=question.language,
            opening=OPENINGS.get(question.text, "This is what the articles, which are in Dutch, say about it:"),
            citations=(replace(first, matches=matches), *others),
            context=("generals", "Venezuela") if is_follow_up else (),
            corrected="And China?" if is_follow_up and not as_typed else None,
        )


async def asked(pilot: Pilot[None], question: str) -> None:
    """Ask a question, and see to it that no picture is taken of an error in its place."""
    await ask(pilot, question)
    assert isinstance(pilot.app, ChatbotApp)
    assert pilot.app.main.conversation.turns[-1].answer


async def welcome(pilot: Pilot[None]) -> None:
    await settle(pilot)


async def answer(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await asked(pilot, QUESTION)


async def unfolded(pilot: Pilot[None]) -> None:
    await answer(pilot)
    await pilot.press("down", "space")
    await pilot.pause()


async def certainties(pilot: Pilot[None]) -> None:
    await settle(pilot)
    for question in (QUESTION, UNSURE, UNANSWERED):
        await asked(pilot, question)


async def answer_with_source(pilot: Pilot[None]) -> None:
    await answer(pilot)
    await pilot.press("1", "enter")
    await pilot.pause()


async def find(pilot: Pilot[None]) -> None:
    await answer_with_source(pilot)
    await pilot.press("slash", *"generaals", "enter")
    await pilot.pause()


async def offers(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await asked(pilot, QUESTION)
    await pilot.press("f5")
    await asked(pilot, FOLLOW_UP)
    await pilot.press("up")
    await pilot.pause()


async def article_list(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("f2")
    await pilot.pause()


async def history_list(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await open_history(pilot)


async def help_screen(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("f1")
    await pilot.pause()


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two conversations that were held at fixed times, as somebody in Amsterdam sees them."""
    chatbot = CannedChatbot(read_corpus(bundled_folder()))
    for day, questions in ((3, [QUESTION]), (4, ["Welke bondgenoten heeft Venezuela?", "En Rusland?"])):
        began = datetime(2026, 7, day, 22, 30, tzinfo=UTC)
        record = ConversationRecord()
        with monkeypatch.context() as patch:
            patch.setattr("chatbot.conversations.kept_conversations.datetime", Mock(now=Mock(return_value=began)))
            for question in questions:
                record.add(chatbot.answer(parse_question(question, "nl")), bundled_folder())
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Amsterdam")
        time.tzset()
        yield
    time.tzset()


STATES = (welcome, unfolded, certainties, find, offers, article_list, help_screen)

CASES = [
    *((state, MIDDLE) for state in STATES),
    *((state, NARROW) for state in (answer, answer_with_source)),
    (answer_with_source, WIDE),
]


def case_id(part: Callable[[Pilot[None]], Awaitable[None]] | Look) -> str:
    """The name of a state or of a look, which the file of its picture has."""
    if callable(part):
        return part.__name__
    (width, height), language = part
    return f"{width}x{height}-{language}"


@pytest.mark.parametrize(("state", "look"), CASES, ids=case_id)
def test_picture(
    snap_compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
    state: Callable[[Pilot[None]], Awaitable[None]],
    look: Look,
) -> None:
    monkeypatch.setattr("chatbot.answers.chatbot.Chatbot", CannedChatbot)
    size, language = look
    assert snap_compare(ChatbotApp(Settings(bundled_folder(), language)), terminal_size=size, run_before=state)


@pytest.mark.usefixtures("kept")
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be set")
def test_picture_of_earlier_conversations(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatbot.answers.chatbot.Chatbot", CannedChatbot)
    size, language = MIDDLE
    app = ChatbotApp(Settings(bundled_folder(), language))
    assert snap_compare(app, terminal_size=size, run_before=history_list)


def test_picture_of_a_folder_that_is_not_there(snap_compare: Compare) -> None:
    size, language = NARROW
    app = ChatbotApp(Settings(Path("/nowhere/articles"), language))
    assert snap_compare(app, terminal_size=size, run_before=welcome)


def test_picture_of_settings_that_are_no_good(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatbot.answers.chatbot.Chatbot", CannedChatbot)
    keys = {"articles": "f11", "offer": "f11", "no.such": "f9"}
    size, language = NARROW
    app = ChatbotApp(Settings(bundled_folder(), language, theme="mauve", keys=keys))
    assert snap_compare(app, terminal_size=size, run_before=welcome)
