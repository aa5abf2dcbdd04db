"""Introductions: who asks who or what something is first gets the sentence that says so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.encoders.encoder import Encoder
from tests.articles import write_articles
from tests.rankings import ranking_of
from tests.small_chatbot import small_chatbot

LOWICK = """Lowick

Ships have called here since the Middle Ages, and the fishermen of Lowick sold their herring in every market.

Lowick is a harbour town on the northern bank of the river, with three churches.

The market

The market of Lowick is held on Fridays, and the farmers of the valley bring their cheese to it.
"""
FERRY = """The old ferry

The ferry was built in 1931 and carried twelve cars across the river.

Its first captain was Agnes Thorne, a fisherman's daughter who had never owned a boat.

In winter Agnes Thorne kept the ferry free of ice, and passengers from Lowick brought Agnes Thorne soup.
"""
ARTICLES = {"lowick.txt": LOWICK, "ferry.txt": FERRY}
DEFINITION = "Lowick is a harbour town on the northern bank of the river, with three churches."
FIRST_MENTION = "Its first captain was Agnes Thorne, a fisherman's daughter who had never owned a boat."


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Chatbot:
    return small_chatbot(write_articles(tmp_path_factory.mktemp("introductions"), ARTICLES), encoder=encoder)


def introducing(chatbot: Chatbot, question: str) -> set[str]:
    """The sentences that are told to introduce the subject."""
    return {
        one.passage.sentence_text(number)
        for one in ranking_of(chatbot, question, "en").passages
        for number, introduces in enumerate(one.introducing)
        if introduces
    }


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What is Lowick?", DEFINITION),
        ("Tell me about Lowick", DEFINITION),
        ("Wat is Lowick?", DEFINITION),
        ("Lowick?", DEFINITION),
        ("Who is Agnes Thorne?", FIRST_MENTION),
        ("Wie was Agnes Thorne?", FIRST_MENTION),
    ],
)
def test_the_sentence_that_introduces_the_subject_comes_first(bot: Chatbot, question: str, sentence: str) -> None:
    answer = bot.ask(question)
    assert answer.found
    assert sentence in answer.key_sentences[0].text
    assert answer.citations[0].article == answer.key_sentences[0].article


def test_a_definition_goes_before_a_mention_and_an_article_about_it_before_all_others(bot: Chatbot) -> None:
    assert introducing(bot, "What is Lowick?") == {DEFINITION}


def test_elsewhere_the_first_mention_as_a_name_counts(bot: Chatbot) -> None:
    assert introducing(bot, "Who is Agnes Thorne?") == {FIRST_MENTION}


@pytest.mark.parametrize("question", ["When is the market of Lowick held?", "Who is Zxqvbeth?", "And Lowick?", "Why?"])
def test_other_questions_and_unknown_names_have_no_introduction(bot: Chatbot, question: str) -> None:
    assert introducing(bot, question) == set()


LIGHTHOUSES: Mapping[str, str] = {
    "torens.txt": "Torens aan zee\n\nDe haven heeft twee oude gebouwen van steen. Een vuurtoren is een hoge toren met "
    "een lamp die schepen de weg wijst. In de oorlog was de lamp van de vuurtoren uit.\n",
    "harbour.txt": "The harbour\n\nThe fishermen mend their nets on the quay. Most boats are painted blue and white.\n",
}


def test_so_it_is_across_the_languages(tmp_path: Path, encoder: Encoder) -> None:
    chatbot = small_chatbot(write_articles(tmp_path, LIGHTHOUSES), encoder=encoder)
    answer = chatbot.ask("What is a lighthouse?")
    assert answer.key_sentences[0].text.startswith("Een vuurtoren is een hoge toren")


COUNCIL = """The council of Lowick

The council met for three hours on Monday. The mayor of the town praised the plan for a new market hall.

Mayor Ines Carrow said that the stalls would stay open. Tom Birch, the harbour master, doubts that. The harbour master \
has a house on the quay.
"""


@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        ("Who is the mayor of Lowick?", {"Mayor Ines Carrow said that the stalls would stay open."}),
        ("Wie is burgemeester van Lowick?", {"Mayor Ines Carrow said that the stalls would stay open."}),
        ("Who was the master of the harbour?", {"Tom Birch, the harbour master, doubts that."}),
        ("Who praised the plan of the mayor?", set()),
    ],
)
def test_who_holds_an_office_is_introduced_where_somebody_is_named_beside_it(
    tmp_path: Path, encoder: Encoder, question: str, sentences: set[str]
) -> None:
    chatbot = small_chatbot(write_articles(tmp_path, {"council.txt": COUNCIL}), encoder=encoder)
    assert introducing(chatbot, question) == sentences
